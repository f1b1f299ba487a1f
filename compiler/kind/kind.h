/* What kinds offer each other: a table is made of columns, constraints and indexes, and each of these knows its own part. */
#ifndef KIND_H
#define KIND_H

#include "../op.h"
#include "../parse.h"

/* ---- kind.c: what all of them ask ---- */

/* of two results the one that says more */
enum applied worse(enum applied a, enum applied b);
/* a part of a table, in its list, that SQL which nobody can follow may have taken away: it is taken out of the list */
bool part_is_gone(const struct schema *s, const struct table *t, struct list *parts,
                  const void *part, const char *name);
/* takes away the object of that id, with what goes with it; it may be gone with another */
void remove_object(struct schema *s, unsigned id);

/* true where t, which may not be in the schema yet, brings a relation or constraint of that name */
bool table_brings(const struct table *t, const char *name);
/* a name as ChooseRelationName chooses it: sql_object_name, with a number behind label until it is free among relations and,
   for constraints, among the constraints of that schema; also free among the names that t, which may not be put yet, brings */
const char *choose_name(const struct schema *s, const struct table *t, const char *name1,
                        const char *name2, const char *label, bool constraint);
/* the expression's tree, or NULL after an error: it does not parse, or names a column that t lacks. what is "default", "check", … */
const PgQuery__Node *need_expression(const struct op *op, const struct schema *s,
                                     const struct table *t, const char *text, const char *what);
/* partitions of t, and tables that inherit from it; direct ones: struct table */
struct list children(const struct schema *s, const struct table *t);
/* sequences that columns of t own: struct sequence */
struct list owned_sequences(const struct schema *s, const struct table *t);
/* the .links of table_noun and of sequence_noun: what the functions above find them by */
void table_links(const struct object *o, struct list *links);
/* another transaction begins, without the tables that ON COMMIT DROP says it of */
void end_transaction(struct schema *s);
void sequence_links(const struct object *o, struct list *links);
/* true where the clause is a DROP of objects of that type */
bool drops(const struct clause *c, PgQuery__ObjectType type);
/* what such a DROP says; names are struct qname */
void drop_read(const struct clause *c, struct list *names, bool *if_exists, bool *cascade);
/* the names without those of an object that another of them stands for already: struct qname */
struct list named_once(const struct schema *s, enum space space, const struct list *names);
/* "a, s.b" */
char *qnames_sql(const struct list *names);
/* "DROP TABLE IF EXISTS a, b CASCADE": what is "TABLE", names are SQL */
char *drop_sql(const char *what, const char *names, bool if_exists, bool cascade);
/* the pieces of a RENAME of that type: relation (or NULL where it has none), the old name below it, the new name */
const PgQuery__RenameStmt *rename_from_sql(const struct clause *c, PgQuery__ObjectType type);

/* the names of an operation that renames an object, or moves it to another schema; op->to has no schema where it stays in its own */
struct renamed {
	struct qname name, to;
	bool moves; /* SET SCHEMA in SQL, which is refused for an owned sequence wherever it is */
	bool if_exists;
};
/* false where the clause is neither RENAME nor SET SCHEMA of that type */
bool renamed_from_sql(const struct clause *c, PgQuery__ObjectType type, struct renamed *r);
/* ALTER what name RENAME TO, SET SCHEMA; both where it is both. A relation is locked */
void renamed_render(const struct op *op, const struct renamed *r, const char *what, bool relation,
                    struct list *steps);

/* everything that refers to an object by its name (foreign keys, parents, owners of sequences, types of columns, sequences in
   defaults) follows its new one */
void rename_references(struct schema *s, enum space space, struct qname from, struct qname to);

/* ---- table_catalog.c ---- */

extern const struct catalog_query table_catalog[];

/* ---- same.c ---- */

/* two expressions, or statements, that mean the same whatever they are applied to; NULL is none */
bool same_expression(const char *a, const char *b);
bool same_statement(const char *a, const char *b);
/* the type of a column: integer[] and integer[][] are one */
bool same_column_type(const char *a, const char *b);

/* ---- domain.c ---- */

/* the type that values have, domains seen through: a domain's own, or an array's of it */
const char *domain_base(const struct schema *s, const char *type);
/* it is a domain that does not take all values of its type */
bool domain_judges(const struct schema *s, const char *type);

/* the column holds rows with the type in them, or arrays of it, where that is a domain */
bool column_contains_type(const struct schema *s, const struct column *c, const struct object *o);

/* ---- collation.c ---- */

/* a collation, as it stands behind COLLATE, is there, or may be the server's own */
enum applied need_collation(const struct op *op, const struct schema *s, const char *collation);
/* the one that values of a built-in type have anyway */
bool collation_is_usual(const char *type, const char *collation);
const struct object *collation_find(const struct schema *s, const char *collation);
/* as a column has it while those that a difference makes anew are not there: NULL for these */
const char *collation_meanwhile(const struct diff *d, const char *collation);

/* ---- composite.c ---- */

bool is_composite(const struct object *o);
/* a composite type, or the type of a relation's rows */
bool is_row_type(const struct schema *s, const struct object *type);
/* of a composite type: struct column */
const struct list *composite_attributes(const struct object *o);
/* some table holds values of the type, or is OF it */
bool type_is_held(const struct schema *s, const struct object *type);

/* ---- range.c ---- */

/* the name of the multirange type that a range type brings; NULL of other types */
struct qname range_multirange(const struct object *o);
/* the type that the bounds of a range, or of a multirange's ranges, have; NULL of other types */
const char *range_subtype(const struct schema *s, const struct object *o);
/* the range type that a function of that name came with; NULL */
const struct object *range_made_by(const struct schema *s, struct qname name);
/* gives it another name, or another schema */
enum applied multirange_move(const struct op *op, struct schema *s, const struct object *multirange,
                             struct qname to);
bool object_is_multirange(const struct object *o);
/* it has a comment, and an owner, of its own */
void multirange_comment(struct schema *s, const struct object *multirange, const char *comment);
void multirange_give(struct schema *s, const struct object *multirange, const char *owner);
bool is_multirange_of(const struct object *multirange, const struct object *range);

/* ---- type.c ---- */

/* the type must exist and take such modifiers */
enum applied need_type(const struct op *op, const struct schema *s, const char *type);
/* there is one, or may be */
bool type_is_there(const struct schema *s, struct qname name);

/* ---- value.c ---- */

/* a literal, or an expression that is one, must be the type's: "abc" is no integer, 'x' no label of the enum, and a label that
   this transaction added cannot be used. A value that cannot be judged is accepted. what is "default", "column 'a'", … */
enum applied need_value(const struct op *op, const struct schema *s, const char *type,
                        const struct value *v, const char *what);
/* the same for a value that the server stores, or compares with what is stored, at once: 'abc' is too long for varchar(2), which it
   does not mind in a default before somebody needs it */
enum applied need_stored_value(const struct op *op, const struct schema *s, const char *type,
                               const struct value *v, const char *what);
/* the type of an array's elements; NULL where it is none, or NULL */
const char *type_element(const char *type);
/* the string constants in an expression that are cast: '2026-02-30'::date */
enum applied need_casts(const struct op *op, const struct schema *s, const PgQuery__Node *tree,
                        const char *what);

/* ---- comment.c: what SQL calls an object, "column users.email" ---- */

/* as COMMENT ON names it; NULL with *e */
const PgQuery__CommentStmt *target_parse(const char *target, struct parse_error *e);
/* the error of a target that is none */
enum applied target_refused(const struct op *op, const char *target, const struct parse_error *e);
/* the target with the words of its kind in capitals, and IF EXISTS behind them */
char *target_sql(const char *target, bool if_exists);
/* the name in an object without its last parts: a list of names, a type, or one name */
struct qname target_name(const PgQuery__Node *object, size_t without);
/* the last of a list of names: a column */
const char *target_part(const PgQuery__Node *object);

/* adds COMMENT ON what name IS to, where it differs: what is "table", "column", "constraint" …, name is SQL */
void comment_add(struct diff *d, const char *what, const char *name, const char *from,
                 const char *to);

/* ---- privilege.c ---- */

/* adds the statements that give `to` what roles hold on it, and its owner; from is NULL where it is made anew */
void privileges_alter(struct diff *d, const struct object *from, const struct object *to);
void owner_alter(struct diff *d, const struct object *from, const struct object *to);
/* the role of that name is whoever runs migrate */
void role_connected(const char *name);
/* NULL: to the role that runs migrate */
void owner_give(struct schema *s, const struct object *o, const char *owner);
/* what was made with a schema is its owner's */
void give_elements(struct schema *s, const char *name);
/* what a new object has by ALTER DEFAULT PRIVILEGES */
void default_privileges(const struct schema *s, struct object *o);
/* the same of an identity's sequence of t: struct privilege */
struct list identity_privileges(const struct schema *s, const struct table *t);
/* the statements that give a new object its owner and its privileges */
struct strs security_sql(const struct schema *s, const struct object *o);
extern const struct noun cluster_noun;

/* ---- column.c ---- */

extern const struct shape column_shape;
extern const char *const column_storages[], *const column_compressions[];
/* checks a column against the table being made or altered, chooses names, appends a normalised copy to t->columns, and what
   was said beside it to t->constraints by constraint_add; identity and serial get their sequence */
enum applied column_add(struct op *op, struct schema *s, struct table *t, const struct column *c);
/* reads a ColumnDef; its inline constraints go to the members beside it, or, where they are named or say more, to constraints */
struct column *column_from_sql(const PgQuery__ColumnDef *def, struct loc at,
                               struct list *constraints);
/* the type that a column has while its own is made anew: a domain's, or text */
const char *type_meanwhile(const struct schema *s, const char *type);
/* an expression of from's (NULL: none) that the server keeps with casts from or to a type which a column has no longer in `to`: only
   made anew it is what it says */
bool expression_is_retyped(const struct diff *d, const struct table *from, const struct table *to,
                           const char *text);
bool keys_are_retyped(const struct diff *d, const struct table *from, const struct table *to,
                      const struct list *keys);
bool columns_are_retyped(const struct diff *d, const struct table *from, const struct strs *names);
/* the operations that make `to`'s columns of `from`'s */
void columns_alter(struct diff *d, const struct table *from, const struct table *to);
/* checks and appends the columns of a table being made: first all, then what their defaults and expressions say, for a generated
   column may use a later one. What is said beside them is left to column_constraints */
enum applied columns_add(struct op *op, struct schema *s, struct table *t,
                         const struct list *columns);
/* the constraints that are said beside a column: struct constraint, appended */
void column_constraints(const struct column *c, struct list *out);
/* says a constraint by the members beside its column; false where they cannot say it */
bool column_say_beside(struct column *c, const struct constraint *k);
/* a copy without what it would be anyway; and what refers to the primary key without its columns (told.c) */
struct column *column_told(const struct column *c, struct qname table);
void reference_told(struct reference *r, const struct schema *s);
/* as a script says a collation that is said in SQL; and those of keys, in copies of these */
const char *collation_told(const char *sql);
void collations_told(struct list *keys);
/* a column as it was said, without constraints ("email character varying(255) NOT NULL"): serial stays serial; the sequence of an identity is named where it is not table_column_seq */
char *column_said_sql(const struct column *made, const struct column *said, const struct table *t);
/* what CREATE TABLE and ADD COLUMN have no place for, as actions of ALTER TABLE */
void column_more_sql(const struct column *c, struct strs *actions);
char *column_comment_sql(struct qname table, const char *column, const char *comment);
/* a default as it can stand behind DEFAULT */
char *default_sql(const struct value *v, const char *type);
/* "GENERATED ALWAYS AS IDENTITY (…)" */
char *identity_sql(const struct identity *i, bool named);
void identity_from_sql(PgQuery__Node *const *options, size_t n, struct identity *i);
/* a literal or an expression of a parse tree: 'x', 5, true, NULL, or else sql */
struct value *value_from_sql(const PgQuery__Node *n, struct loc at);
/* the integer that a serial type is, or NULL */
const char *serial_type(const char *type);
/* and the other way: NULL of a type that no serial is */
const char *serial_name(const char *type);
/* what stands behind DEFAULT in a parse tree */
struct value *default_from_sql(const PgQuery__Node *n, struct loc at);

/* what ALTER TABLE says of its table; a FIELD_PART at position 1 */
struct altered {
	struct qname table;
	bool if_exists;
	bool only;

	/* which it must be: of ALTER VIEW, ALTER MATERIALIZED VIEW, ALTER FOREIGN TABLE; 0: ALTER TABLE takes any */
	char relkind;
};
extern const struct shape altered_shape;
/* t, which a statement calls so, is a foreign table */
enum applied need_foreign(const struct op *op, const struct table *t);
/* false where the clause is no ALTER TABLE action of that type */
bool altered_from_sql(const struct clause *c, PgQuery__AlterTableType type, struct altered *a);
/* a copy of the table; NULL with *result, as need_table, which is APPLIED where IF EXISTS excuses that it is not there */
struct table *need_altered(const struct op *op, const struct schema *s, const struct altered *a,
                           const char *also, enum applied *result);
/* "ALTER TABLE users ADD COLUMN …", one action a line where there are several */
char *alter_table_sql(const struct altered *a, const struct strs *actions);
/* the step of an ALTER TABLE of one action, which locks all out: its label says object */
struct step *altered_step(struct list *steps, const struct op *op, const char *object,
                          const struct altered *a, const char *action);

/* what a column may be; for column.c and alter_column.c */
enum applied need_column_type(const struct op *op, const struct schema *s, const char *type,
                              const char *collation);
/* of c, or of the type that it gets */
enum applied need_storage(const struct op *op, const struct schema *s, const struct column *c,
                          const char *type, const char *storage, const char *compression);
enum applied need_statistics(const struct op *op, const char *statistics);
const char *column_storage(const struct schema *s, const char *storage, const char *type);
/* c is a copy, of t: the sequences in its default are settled */
/* a default as the server keeps it: a NULL is none, unless something is done to it first: a domain, which may have a default that
   it takes away, or a type with a length */
struct value *default_kept(const struct schema *s, struct value *v, const char *type);
enum applied need_default(const struct op *op, const struct schema *s, const struct table *t,
                          struct column *c);
enum applied need_generated(const struct op *op, const struct schema *s, const struct table *t,
                            const struct column *c);
enum applied need_identity_type(const struct op *op, const struct column *c);
enum applied need_identity(const struct op *op, const struct table *t, const struct column *c);
/* the name of an identity's or serial's sequence, where it is left out */
enum applied choose_sequence(const struct op *op, const struct schema *s, const struct table *t,
                             const struct column *c, const char **name);
/* the storage that columns of a type have by themselves */
const char *type_storage(const struct schema *s, const char *type);
/* no column of another table holds rows of this one: then they cannot be rewritten */
enum applied need_no_row_type(const struct op *op, const struct schema *s, const struct table *t);
/* the table that t has the column from, or NULL */
const struct table *column_parent(const struct schema *s, const struct table *t,
                                  const char *column);
bool inherits_from(const struct table *t, struct qname parent);
/* true where `to` gets a parent, which brings no columns and no checks: it must have them */
bool comes_under(const struct diff *d, const struct table *from, const struct table *to);
/* struct table: those that both inherit from, as they become; by name */
struct list parents_kept(const struct diff *d, const struct table *from, const struct table *to);
/* no table below t has the column from elsewhere too: then its name and type cannot change */
enum applied need_one_line(const struct op *op, const struct schema *s, const struct table *t,
                           const char *column);
/* a column that is t's own to drop or rename: not inherited, of no type, no system column */
enum applied need_own_column(const struct op *op, const struct schema *s, const struct table *t,
                             const char *name);
/* true for a foreign key of t itself that refers to the column */
bool refers_to_own(const struct table *t, const struct constraint *k, const char *column);
/* true where c is generated from the other */
bool generated_uses(const struct column *c, const char *column);
/* another column of t that is generated from it, or NULL */
const struct column *generated_from(const struct table *t, const char *column);
/* true where columns_alter drops a column, perhaps to add it anew */
/* what it is in another form of its table, NULL */
const struct column *column_counterpart(const struct diff *d, const struct table *t,
                                        const struct column *c);
bool column_goes(const struct diff *d, const struct table *from, const struct column *c,
                 const struct table *to);
/* the operation that makes `to` of `from`, apart from the name */
void column_alter(struct diff *d, const struct table *t, const struct column *from,
                  const struct column *to);
/* a column of t, and of the tables that inherit it, gets another name, and what uses it follows */
enum applied column_rename(const struct op *op, struct schema *s, const struct table *t,
                           const char *from, const char *to);

/* ---- parameter.c ---- */

/* "name=value" among others: what is reset goes, what is set comes or takes another's place */
void parameters_set(struct strs *all, const struct strs *set, const struct strs *reset);
/* what must be set and reset to make `to` of `from` */
void parameters_diff(const struct strs *from, const struct strs *to, struct strs *set,
                     struct strs *reset);
/* what a column has: names, or "name=value" */
enum applied need_column_options(const struct op *op, const struct strs *options);

/* rows of that name are values of the type, or within them, and cannot be then */
bool holds_rows(const struct schema *s, const char *type, struct qname rows);
enum applied need_other_rows(const struct op *op, const struct schema *s, const struct table *t,
                             const char *column, const char *type);

/* ---- drop_column.c ---- */

/* takes a column away from a table of the schema and from its children, with all that cannot be without it, as DROP COLUMN …
   CASCADE does; for a CASCADE of other kinds that reaches columns (drop_enum, drop_extension) */
void column_remove(struct schema *s, const struct table *t, const char *name);
/* DROP COLUMN */
void column_drop(struct diff *d, struct qname table, const char *name);
/* the column that the operation adds, or NULL */
const char *column_added(const struct op *op);
/* the column that the operation alters or drops, or NULL */
const char *column_changed(const struct op *op);

/* ---- cast.c ---- */

/* true where the server casts by itself when it assigns, or where that is not known */
bool type_casts(const struct schema *s, const char *from, const char *to);
/* USING that casts the column when told to; NULL where there is no such cast */
const char *cast_using(const struct schema *s, const struct column *c, const char *type);
/* USING for a type that comes back: NULL where the server casts by itself; by way of text where there is no cast */
const char *cast_back(const struct schema *s, const struct column *c, const char *type);

/* ---- retype.c ---- */

/* what becomes of values when their column gets another type, with that USING (NULL: none); NULL: nothing to speak of */
const char *retype_caution(const struct schema *s, const char *from, const char *to,
                           const char *using);

/* ---- made_cast.c ---- */

/* migrations may have made casts from or to a type of that name */
bool has_made_casts(const struct schema *s, struct qname type);
/* the same of one type to another */
bool has_made_cast(const struct schema *s, const char *from, const char *to);

/* ---- expression_check.c ---- */

/* the expression's tree, or NULL after an error: need_expression, and no subquery, aggregate or window function in it, which the
   server refuses in "check constraint", "index expression", "index predicate", "generated column", … */
const PgQuery__Node *need_scalar(const struct op *op, const struct schema *s, const struct table *t,
                                 const char *text, const char *what);
/* "aggregate functions", "window functions", "DEFAULT", … where one stands in the expression; NULL too where a subquery does */
const char *expression_unfit(const PgQuery__Node *tree);
/* refuses an expression that is clearly of another type */
enum applied need_boolean(const struct op *op, const struct schema *s, const struct table *t,
                          const char *text, const char *what);
/* the built-in type of an expression of t, or NULL where that is not certain */
const char *expression_type(const struct schema *s, const struct table *t,
                            const PgQuery__Node *tree);
/* the functions are there, and functions, operators and casts for what they are given; where that is needed, all are immutable */
enum applied need_typed(const struct op *op, const struct schema *s, const struct table *t,
                        const PgQuery__Node *tree, const char *what, bool immutable);

/* ---- constraint.c ---- */

extern const struct shape primary_key_shape, unique_shape, check_shape, foreign_key_shape,
	exclude_shape;
/* the options of each, as FIELD_PARTs */
extern const struct shape primary_key_part, unique_part, check_part, foreign_key_part, exclude_part;
extern const char *const constraint_times[]; /* initially: immediate, deferred */

/* "primary key", "foreign key", … */
const char *constraint_noun(const struct constraint *c);
bool constraint_has_index(const struct constraint *c);
/* "CONSTRAINT users_pkey PRIMARY KEY (id)" */
char *constraint_sql(const struct constraint *c);
struct constraint *constraint_from_sql(const PgQuery__Constraint *def, struct loc at);
/* of what an op makes on a table that is not followed: UNKNOWN, or REFUSED where a comment has no name to be on */
enum applied need_name_to_comment(const struct op *op, const char *name, const char *comment);
/* COMMENT ON CONSTRAINT, where it has a comment: for an operation that makes it */
void constraint_comment(struct list *steps, const struct op *op, struct qname table,
                        const struct constraint *c);
/* true where the constraint stops working without the column */
bool constraint_uses_column(const struct constraint *c, const char *column);
/* it does not go with the column, which cannot go either: an exclusion that has it in expressions alone */
bool constraint_holds_column(const struct constraint *c, const char *column);
/* c is a copy, a constraint of t, whose column is renamed */
void constraint_rename_column(struct constraint *c, const struct table *t, const char *from,
                              const char *to);

/* ---- add_constraint.c, change_constraint.c ---- */

/* checks, chooses the name, appends a copy to t->constraints (NOT NULL of a primary key's columns follows). Where s has no such
   table yet, nothing is NOT VALID */
enum applied constraint_add(struct op *op, struct schema *s, struct table *t,
                            const struct constraint *c);
/* the constraints of one CREATE TABLE or ADD COLUMN, when all its columns are there: constraint_add in the server's order (checks,
   the primary key, other keys, foreign keys), where keys that say the same become one */
enum applied constraints_add(struct op *op, struct schema *s, struct table *t,
                             const struct list *constraints);
/* t has no constraint of that name yet, and where c, of t, has an index there is no relation either */
enum applied need_free_constraint(const struct op *op, const struct schema *s,
                                  const struct table *t, const struct constraint *c,
                                  const char *name);
/* the operation that drops one, unless it goes with what the revision attached it to */
void constraint_drop(struct diff *d, enum phase phase, struct qname table, const char *name,
                     bool cascade);
/* the operation that adds c to a table that is there */
void constraint_create(struct diff *d, struct qname table, const struct constraint *c);
/* the operation that adds it; and the constraint that such an operation adds to that table, or NULL */
struct op *constraint_op(struct loc at, struct qname table, const struct constraint *c);
const struct constraint *constraint_added(const struct op *op, struct qname table);
/* the name that is chosen for it where nothing else has it */
const char *constraint_usual_name(const struct table *t, const struct constraint *c);
/* sets NOT NULL, as a primary key does: t is a copy */
void columns_not_null(struct table *t, const struct strs *columns);
/* what the revision made that is being undone: it is not made again, for it would only be dropped */
bool diff_is_new(const struct diff *d, unsigned id);
/* a part of the parent's constraint or index, which was the partition's own before: the parent's operation takes it away, and
   it must be made again */
bool goes_with_parent(const struct table *from, const struct table *to, bool was_inherited,
                      bool is_inherited);
void constraints_alter(struct diff *d, const struct table *from, const struct table *to);
/* true for what is not said in CREATE TABLE, but added by constraints_create: foreign keys, checks that are not valid, keys that
   the partitions lack, and what comes from the parent */
bool constraint_is_late(const struct constraint *c);
/* appends the operations that add a table's constraints after it was made (constraint_is_late), and the comments of all */
void constraints_create(struct diff *d, const struct table *t);

/* ---- foreign_key.c ---- */

/* checks, fills in the columns referred to and the key relied on */
enum applied need_foreign_key(const struct op *op, const struct schema *s, const struct table *t,
                              struct constraint *c);
/* foreign keys that refer to a table (its own left out): struct table * and struct constraint * in turn */
struct list foreign_keys_to(const struct schema *s, const struct table *t);
/* a primary key, unique constraint or unique index of t, by its id, is about to go: refuses with the name of the first foreign
   key that relies on it; with cascade takes these away, from t, which is a copy, and from the other tables */
enum applied key_release(struct op *op, struct schema *s, struct table *t, unsigned key,
                         const char *what, bool cascade);
/* the type of a column changes: what includes it beside a key is made anew, which the foreign keys that rely on the key do not let be */
enum applied need_included_free(const struct op *op, const struct schema *s, const struct table *t,
                                const char *column);

/* ---- descend.c: what children have from their parents ---- */

/* what t takes over from a parent: checks, and as its partition keys, foreign keys and indexes, with the names that the server
   gives them. attach: t was there before, so it must have the checks, and what it has that fits becomes the parent's */
enum applied parts_inherit(struct op *op, struct schema *s, const struct table *parent,
                           struct table *t, bool attach);
/* t, a copy of a table that was there before, comes under the parent: it must have its columns and checks */
enum applied parent_add(struct op *op, struct schema *s, const struct table *parent,
                        struct table *t);
/* t, which is a copy, leaves the parent: what it had from there alone is its own */
void parent_remove(const struct schema *s, const struct table *parent, struct table *t);
/* the same type, however it is qualified */
bool same_type(const struct schema *s, const char *a, const char *b);
/* the .lost of table_noun */
void table_lost(const struct object *a, const struct object *b, struct strs *out);
/* t is top, or a partition of it, or inherits from it, however far below */
bool is_below(const struct schema *s, const struct table *t, const struct table *top);
/* adds c to the children of t, as far as the server does. t is put after them, for what is put last is undone first */
enum applied constraint_descend(struct op *op, struct schema *s, const struct table *t,
                                const struct constraint *c);

/* adds x to the partitions of t */
enum applied index_descend(struct op *op, struct schema *s, const struct table *t,
                           const struct index *x);
/* what child, a partition or a table that inherits, has of its parent's constraint or index, or NULL */
struct constraint *constraint_part(const struct table *child, const struct constraint *c);
struct index *index_part(const struct table *child, const struct index *x);
/* as CompareIndexInfo: one can be a part of the other. Names and order do not matter */
bool same_index(const struct index *a, const struct index *b);
/* the parent that c, a constraint of t, is inherited from, or NULL */
const struct table *constraint_parent(const struct schema *s, const struct table *t,
                                      const struct constraint *c);
/* takes c from t, which is a copy, and from the children that have it from t; where only is said, it becomes their own there.
   What relies on it must be gone or goes (cascade) */
enum applied constraint_remove(struct op *op, struct schema *s, struct table *t,
                               const struct constraint *c, bool cascade, bool only);
enum applied index_remove(struct op *op, struct schema *s, struct table *t, const struct index *x,
                          bool cascade);

/* ---- key.c ---- */

extern const struct shape key_shape, exclude_key_shape;

struct key *key_from_sql(const PgQuery__IndexElem *e, struct loc at);
/* "(a DESC, lower(b))", with the operators of an exclusion constraint */
char *keys_sql(const struct list *keys);
/* "(expression)" */
char *in_brackets(const char *expression);
/* an access method as an index keeps it: NULL for btree */
const char *method_name(const char *using);
/* the columns exist, expressions parse, and the access method, operator classes and options are such as the server takes; what is
   "unique index", "primary key", … */
enum applied need_index(const struct op *op, const struct schema *s, const struct table *t,
                        const struct index *x, const char *what, bool excludes);
/* the expression with the casts that the server has added by itself, when it read it: they stay when columns get another type. NULL
   where that cannot be said */
const char *expression_with_casts(const struct schema *s, const struct table *t, const char *text);
/* an expression that an index may hold; need_scalar, and immutable */
enum applied need_indexable(const struct op *op, const struct schema *s, const struct table *t,
                            const char *text, const char *what);
/* the operator class of a key of a table that is partitioned by range, list or hash; column is NULL for an expression */
enum applied need_operator_class(const struct op *op, const struct schema *s, const char *strategy,
                                 const char *text, const struct column *column);
enum applied need_storage_parameters(const struct op *op, const char *using,
                                     const struct strs *with);
bool is_system_column(const char *name);
/* an expression that is but a column is taken for the column, as by the server: for a copy, whose keys it copies */
void keys_read(struct list *keys, const struct table *t);
/* order, nulls and operator classes that they would have anyway are left out, and the table's name: for a copy, whose keys it copies.
   using NULL: the access method is btree */
void keys_normalise(const struct schema *s, struct list *keys, const struct table *t,
                    const char *using);
bool expression_uses_column(const char *text, const char *column);
bool keys_use_column(const struct list *keys, const char *column);
void keys_rename_column(struct list *keys, const struct table *t, const char *from, const char *to);
void strs_rename(struct strs *names, const char *from, const char *to);
/* "a_b": columns as they enter the names that the server chooses */
char *name_addition(const struct strs *columns);
/* the same for an index, where an expression has a name of its own: "lower", "expr", "expr1" */
char *index_columns_name(const struct index *x);
/* the same of one that is there, and whose columns may have been renamed since */
const char *index_called(const struct index *x);

/* ---- index.c ---- */

extern const struct shape index_shape;
extern const struct noun index_noun; /* an alias's */

/* the index behind a primary key, unique or exclusion constraint */
struct index index_of(const struct constraint *c);

/* checks, chooses the name, appends a copy to t->indexes */
enum applied index_add(struct op *op, struct schema *s, struct table *t, const struct index *x);
/* COMMENT ON INDEX, where it has a comment: for an operation that makes it */
void index_comment(struct list *steps, const struct op *op, struct qname table,
                   const struct index *x);
/* "CREATE UNIQUE INDEX name ON table USING …"; table is what stands behind ON */
char *index_sql(const struct index *x, const char *table, bool concurrently);
void indexes_alter(struct diff *d, const struct table *from, const struct table *to);
void indexes_create(struct diff *d, const struct table *t);
void index_make(struct diff *d, struct qname table, const struct index *x, bool concurrently);
/* unless it goes with what the revision attached it to */
void index_drop(struct diff *d, const struct table *t, const struct index *x, bool cascade);
bool index_uses_column(const struct index *x, const char *column);
/* the index that the operation makes on that table, or NULL; and the name that is chosen where nothing else has it */
const struct index *index_created(const struct op *op, struct qname table);
const char *index_usual_name(struct qname table, const struct index *x);
void index_rename_column(struct index *x, const struct table *t, const char *from, const char *to);
/* an index is in the schema of its table */
struct qname index_name(struct qname table, const struct index *x);
/* neither t, which may not be put yet, nor its schema has a relation of that name */
enum applied need_free_index(const struct op *op, const struct schema *s, const struct table *t,
                             const char *name);
/* the table, or the frame of the view, that an index or another alias belongs to */
struct table *alias_table(const struct schema *s, const struct object *alias);
/* the table of an index, or NULL with *result */
struct table *need_index_table(const struct op *op, const struct schema *s, struct qname name,
                               enum applied *result);

/* ---- detach_index.c ---- */

/* the operation that takes back what the revision attached to the index of that name, or to what it is a part of */
struct op *detach_index_new(struct loc at, struct qname whole);
/* the table, and the name in it, of the index that one of t is a part of, that of a constraint or one by itself; NULL */
const struct table *index_whole(const struct schema *s, const struct table *t,
                                const struct constraint *c, const struct index *x,
                                const char **name);
/* makes and attaches a part, that of a constraint or of an index, where it does not come with what it is a part of */
void part_bring(struct diff *d, struct qname table, const struct constraint *c,
                const struct index *x);

/* ---- alter_index.c ---- */

/* an index by which rows can be told on a replica, and its id: unique at once, of columns that are NOT NULL */
enum applied need_replica_index(const struct op *op, const struct schema *s, const struct table *t,
                                const char *name, unsigned *id);
/* the name of an index of t, also that of a constraint; NULL */
const char *index_by_id(const struct table *t, unsigned id);
/* true where such a column is in the index that is the replica identity of t */
bool replica_index_uses(const struct table *t, const char *column);
/* ALTER INDEX, where storage parameters or tablespace differ */
/* attaches a part, as it was attached before */
void index_attach(struct diff *d, struct qname whole, struct qname part, unsigned attached);
void storage_alter(struct diff *d, struct qname table, const struct index *from,
                   const struct index *to);
/* CLUSTER ON, where an index of the table was not marked so and is now, or the other way */
void cluster_alter(struct diff *d, struct qname table, const char *index, bool was, bool is);
/* also that of a constraint */
void index_rename(struct diff *d, struct qname table, const char *from, const char *to);
/* all that can be changed in place: the name too */
void index_alter(struct diff *d, struct qname table, const struct index *from,
                 const struct index *to);

/* ---- sequence_options.c ---- */

/* start, increment, min_value, max_value, cache, cycle: for a FIELD_PART. The type is not among them: a create_sequence has a
   field of its own, an identity has its column's */
extern const struct shape sequence_options_shape;

/* " AS bigint START WITH 5 …" or "" */
char *sequence_options_sql(const struct sequence_options *o);
bool sequence_options_same(const struct sequence_options *a, const struct sequence_options *b);
/* nothing is said */
bool sequence_options_empty(const struct sequence_options *o);
/* owned_by NULL: of an identity column */
void sequence_options_from_sql(PgQuery__Node *const *options, size_t n,
                               struct sequence_options *out, struct reference *owned_by);
/* increment not 0, min below max, start between, all within the type */
enum applied need_sequence_options(const struct op *op, const struct sequence_options *o);
/* RESTART WITH restart is within the bounds */
enum applied need_restart(const struct op *op, const struct sequence_options *o,
                          const char *restart);
/* what of them a new sequence would not have by itself; as they are, and *wrong, where that is refused */
struct sequence_options sequence_options_new(const struct sequence_options *o, const char **wrong);
/* `from` after ALTER SEQUENCE … change, as the server works it out; as it was, and *wrong, where that is refused */
struct sequence_options sequence_options_alter(const struct sequence_options *from,
                                               const struct sequence_options *change,
                                               const char **wrong);
/* what an ALTER SEQUENCE must say to make `to` of `from` */
struct sequence_options sequence_options_difference(const struct sequence_options *from,
                                                    const struct sequence_options *to);
/* no value of the one is one of the other, which has to begin anew */
bool sequence_options_apart(const struct sequence_options *from, const struct sequence_options *to);
/* what LIKE … INCLUDING IDENTITY makes of them: the same numbers in a bigint's sequence */
struct sequence_options sequence_options_copied(const struct sequence_options *o);
/* the options of an identity column's sequence, with its type */
struct sequence_options identity_options(const struct column *c);
/* the other way: c, which is a copy, gets a copy of its identity with them */
void identity_set_options(struct column *c, struct sequence_options o);
/* the number of a DefElem; NULL where it has none */
const char *node_number(const PgQuery__Node *n);

/* ---- table_use.c ---- */

/* a part of a table that uses something: as the functions tell, which may be NULL */
struct table_use {
	const struct table *t;
	const char *what; /* "the index 'users_name_idx' of table users"; NULL: nothing found */
	struct loc at;
	/* one of these */
	const struct column *column;
	const struct column *by_default; /* a column whose default it is */
	const struct constraint *constraint;
	const struct index *index;
	bool by_key; /* it is partitioned by it */

	bool (*has_column)(const struct table_use *u, const struct column *c);
	bool (*says)(const struct table_use *u, const char *text);
	bool (*has_key)(const struct table_use *u, const char *using, const struct key *k);
	const void *data;
};

/* the first of its table */
void table_use_in(struct table_use *u);
/* the first of all tables but those that are gone (may be NULL) */
void table_use_find(const struct schema *s, struct table_use *u, const struct list *gone);
/* it goes, as CASCADE takes it; the place and class are those of the operation */
void table_use_drop(struct schema *s, const struct table_use *u, struct loc at,
                    const struct op_class *class);
/* the same of what stands in expressions of tables, their columns and keys: a function, a type, an operator, … */
enum applied need_unsaid(const struct op *op, const struct schema *s, const struct object *o,
                         const struct list *gone);
void remove_saying(struct schema *s, const struct object *o);
/* what of tables can go and come back where it goes: columns with such a default, generated columns, constraints, indexes; appended */
void parts_saying(struct schema *s, const struct object *o, struct list *parts);

/* ---- sequence_use.c ---- */

/* "t.c" as a script would write it; NULL where there is no owner */
char *sequence_owner_text(const struct reference *owner);
/* what stands behind OWNED BY */
const char *sequence_owner_sql(const char *text);
/* the owner that text names, with the table's full name: empty for none */
enum applied need_sequence_owner(const struct op *op, const struct schema *s, struct qname sequence,
                                 const char *text, struct reference *owner);

/* the bare names of relations that an expression names so that the server notices: nextval('s'), 's'::regclass; appended */
void expression_sequences(const char *text, struct strs *names);
/* the sequences that an expression draws from are there, or behind identity columns of t */
enum applied need_sequences(const struct op *op, const struct schema *s, const struct table *t,
                            const char *text);
/* the text with these names such that sql_qname_full says what they are, whatever the search path is */
const char *expression_settled(const struct schema *s, const char *text);
/* the settled text with one of these names replaced; NULL where it does not stand there */
const char *expression_rename_relation(const char *text, struct qname from, struct qname to);
/* a column whose default takes from a sequence */
struct taker {
	const struct table *table;
	const struct column *column;
};
/* its default takes from the sequence */
bool column_takes(const struct column *c, struct qname sequence);
/* struct taker */
struct list sequence_takers(const struct schema *s, struct qname sequence);
/* takes these defaults away */
void sequence_release(struct schema *s, struct qname sequence);
/* the sequences that go with a column of t, or with all of t (column NULL): those that it owns, and its identity's.
   struct qname */
struct list sequences_with(const struct schema *s, const struct table *t, const char *column);

/* ---- sequence.c ---- */

extern const struct noun sequence_noun;
extern const struct noun identity_noun; /* an alias's: the sequence behind an identity column */
/* the identity of t, which is a copy, that has this sequence: a copy in its turn */
struct identity *identity_copy(struct table *t, const struct object *sequence);

/* ALTER TABLE … SET SCHEMA of a sequence, also one behind an identity column */
enum applied sequence_move(const struct op *op, struct schema *s, struct qname name,
                           const char *schema);
/* c is a copy of a column of t, to be made: it is left with what CREATE TABLE and ALTER TABLE can say of its identity, and an
   ALTER SEQUENCE says the rest */
void identity_create(struct diff *d, const struct table *t, struct column *c);
/* the ALTER SEQUENCE for what ALTER TABLE cannot change of an identity */
void identity_alter(struct diff *d, const struct table *t, const struct column *from,
                    const struct column *to);
/* the options that its sequence has where the column got the type */
struct sequence_options identity_retyped(const struct column *c, const char *type);

/* ---- partition.c ---- */

/* a partition of create_table */
struct partition {
	struct loc at;
	struct qname name;
	struct bound bound;
	const char *partition_by;
	struct list partitions; /* struct partition */
	struct strs with;
	const char *using;
	const char *tablespace;
	const char *comment;
	struct qname renamed_from;
};
extern const struct shape partition_shape, bound_shape;

/* a key of a partitioned table */
/* reads "range (at, lower(b))": its strategy, and struct key; false with *why */
bool partition_by_parse(const char *text, const char **strategy, struct list *keys,
                        const char **why);
/* the other way: "range (at, (lower(b)))" */
char *partition_by_sql(const char *strategy, const struct list *keys);
/* the server's conditions on PARTITION BY, columns being there */
enum applied need_partition_by(const struct op *op, const struct schema *s, const struct table *t);
bool partition_key_uses(const struct table *t, const char *column);
/* t->partition_by with a column renamed */
char *partition_rename_column(const struct table *t, const char *from, const char *to);
/* t->partition_by with its expressions as `with` has them, and its keys as `key` does, which may be NULL */
const char *partition_change(const struct table *t,
                             const char *(*with)(void *data, const char *text),
                             bool (*key)(void *data, const char *using, struct key *k), void *data);
/* the keys of a partitioned table, struct key, and its strategy: NULL where it is none */
const char *partition_keys(const struct table *t, struct list *keys);
/* a key of a partitioned table must include the columns of its partition key; what is "primary key", "unique index", …. For
   constraint_add and index_add */
enum applied need_partition_keys(const struct op *op, const struct table *t, const char *what,
                                 const struct strs *columns);
/* the bound fits the parent's strategy and keys, and no other partition of it; t is the partition's name */
enum applied need_bound(const struct op *op, const struct schema *s, const struct table *parent,
                        struct qname t, const struct bound *b);
/* NULL, or what is wrong with what a bound says */
const char *bound_wrong(const struct bound *b);
bool bound_is_said(const struct bound *b);
/* "FOR VALUES FROM (…) TO (…)" or "DEFAULT" */
char *bound_sql(const struct bound *b);
void bound_from_sql(const PgQuery__PartitionBoundSpec *spec, struct loc at, struct bound *b);
/* what is true of all rows of a partition of parent with that bound, as expressions; appended. false where the bounds of other
   partitions would have to be told, as for a default partition */
bool bound_conditions(const struct schema *s, const struct table *parent, const struct bound *b,
                      struct strs *out);
char *partition_by_from_sql(const PgQuery__PartitionSpec *spec);

/* ---- mention.c: what the expressions and the keys of tables name ---- */

/* each expression of t, which is a copy, in place of what `with` makes of it (the same where nothing is changed), and each key as
   `key` has changed it, which may be NULL; false where none was */
bool expressions_change(struct table *t, const char *(*with)(void *data, const char *text),
                        bool (*key)(void *data, const char *using, struct key *k), void *data);
/* code is what has the name, where it is one of code.h */
void mentions_rename(struct schema *s, enum space space, struct qname from, struct qname to,
                     const struct code *code);
/* an expression of t as tables keep it: what only the path of now finds is said with its schema */
const char *expression_kept(const struct schema *s, const struct table *t, const char *text);
/* what tables say since mark is as every revision finds it: what only the path of the moment does is said with its schema */
void mentions_reach(struct schema *s, size_t mark);

/* ---- depend.c: what ALTER INDEX alone says of an index ---- */

void index_settings_alter(struct diff *d, struct qname index, const struct list *from,
                          const struct list *to);
struct strs index_settings_sql(struct qname index, const struct list *settings);

/* ---- inherit.c ---- */

/* the columns and more that a table being made has from its parents, those of LIKE, and its own. UNKNOWN where one of these tables
   is not known: then its name is excused */
enum applied table_inherit(struct op *op, struct schema *s, struct table *t,
                           const struct list *columns, const struct list *likes);

/* the bits of LIKE … INCLUDING, as the parse tree has them */
enum like_option {
	LIKE_COMMENTS = 1 << 0,
	LIKE_COMPRESSION = 1 << 1,
	LIKE_CONSTRAINTS = 1 << 2,
	LIKE_DEFAULTS = 1 << 3,
	LIKE_GENERATED = 1 << 4,
	LIKE_IDENTITY = 1 << 5,
	LIKE_INDEXES = 1 << 6,
	LIKE_STATISTICS = 1 << 7,
	LIKE_STORAGE = 1 << 8,
};

struct like {
	struct qname table;
	unsigned options; /* enum like_option */
	size_t before;    /* it stands before that column of those said */
};
struct like *like_from_sql(const PgQuery__TableLikeClause *clause, size_t before);
/* reads "users including all"; NULL with *why */
struct like *like_parse(const char *text, const char **why);
char *like_sql(const struct like *l);
/* its checks and indexes, when the table has its own */
enum applied like_parts(struct op *op, struct schema *s, struct table *t, const struct like *l);
/* and its statistics objects, once t is put */
void like_statistics(struct op *op, struct schema *s, const struct table *t, const struct like *l);

/* ---- statistics.c ---- */

/* PostgreSQL makes those anew that have the column, and forgets their targets and owners */
void statistics_forget(struct schema *s, const struct table *t, const char *column);
/* a copy of one that PostgreSQL made anew */
struct object *statistics_forgotten(const struct object *o);
/* t, which is put, gets those of `from` */
void statistics_copy(struct op *op, struct schema *s, const struct table *t,
                     const struct table *from, bool comments);

/* ---- attach.c ---- */

/* NULL: there is none */
const struct table *default_partition(const struct schema *s, const struct table *parent);
struct op *detach_partition_new(struct loc at, struct qname table, struct qname partition);
/* the partition is new, and rows come into it from others of a hash that are split */
bool takes_rows(const struct diff *d, const struct table *t);
/* DETACH and ATTACH PARTITION, where `to` is not the same partition as `from` */
void partition_alter(struct diff *d, const struct table *from, const struct table *to);

/* ---- foreign_table.c ---- */

/* t is no foreign table, or its server is there, and it has nothing that a foreign table cannot have */
enum applied need_server(const struct op *op, const struct schema *s, const struct table *t,
                         bool like);
/* t can have them, and none stands twice */
enum applied need_server_options(const struct op *op, const struct table *t,
                                 const struct strs *options);
/* the options of a foreign table and of its columns */
void foreign_table_alter(struct diff *d, const struct table *from, const struct table *to);

/* ---- create_table.c, alter_table.c, table.c ---- */

enum applied need_table_parameters(const struct op *op, const struct schema *s,
                                   const struct strs *with, const char *using, bool partitioned);
/* language.c: an access method of tables; NULL is the server's own */
enum applied need_table_method(const struct op *op, const struct schema *s, const char *using);
/* the type can be a table's; its columns, or none where they are not known */
enum applied need_composite(const struct op *op, const struct schema *s, const char *name,
                            struct list *columns);
/* create_table as CREATE TABLE AS says it, with the columns of its query: struct column */
struct op *create_table_new(struct loc at, const PgQuery__IntoClause *into,
                            const struct list *columns);
enum applied need_new_table(const struct op *op, struct schema *s, struct qname name);
/* an access method as a table keeps it: NULL for the server's own */
const char *access_method(const char *using);
char *table_comment_sql(struct qname name, bool foreign, const char *comment);
bool table_is_temporary(const struct table *t);
/* the other names that come and go with a table */
void table_aliases(const struct object *o, struct list *aliases);
extern const struct noun row_type_noun;
/* a name that comes and goes with its owner */
void alias_add(const struct object *owner, const struct noun *noun, const char *name, struct loc at,
               struct list *aliases);
/* ALTER TABLE and ALTER INDEX … RENAME of another relation is done as the operation of its own kind */
enum applied rename_other(const struct clause *c, struct schema *s, struct object *o,
                          struct op **other);
/* and undone as that (which may be NULL) */
bool invert_other(const struct op *other, const struct schema *s, struct list *down,
                  struct list *gaps);
/* a default of a column of that type as people write it: 'x'::text of a text is "x"; v may be NULL */
struct value *value_told(struct value *v, const char *type);
/* the operation makes a table */
bool makes_table(const struct op *op);
/* the operations that make a table, with its constraints and indexes */
void table_create(struct diff *d, const struct object *o);
/* its row security, and whether its triggers fire: what CREATE TABLE does not say. from may be NULL */
void table_states(struct diff *d, const struct table *from, const struct table *to);
/* what of the table as a whole makes `to` of `from`, but for its name */
void table_alter(struct diff *d, const struct table *from, const struct table *to);

/* ---- enum.c, schema.c, extension.c ---- */

extern const struct noun enum_noun, namespace_noun, extension_noun;

struct label *enum_label(const struct enum_type *e, const char *name);

/* ---- settle.c ---- */

/* NULL itself */
bool is_null_default(const struct value *v);
/* the defaults of a column of that type; NULL: none */
bool same_value(const struct value *a, const struct value *b, const char *type);
/* false where it needs no server to tell that they are two */
bool may_be_same_value(const struct value *a, const struct value *b, const char *type);

void table_settle(struct object *copied, const struct object *of, const struct object *as);

/* ---- renamed.c: what a model says was called otherwise, and what looks so ---- */

/* the object of the same noun and name; or NULL */
struct object *object_namesake(const struct schema *s, const struct object *o);
/* those of s with those of `to` that they become: struct change. First what has another name, by renamed_from, in an order in which
   each name is free; then those whose parts may have. derived: only those whose names follow from others, which were renamed before */
struct list objects_renamed(const struct schema *s, const struct schema *to, bool derived);
/* errors of models where a former name cannot have been one */
void renamed_check(const struct schema *s);
void table_rename_parts(struct object *copied, const struct object *to);
void table_warn_renamed(const struct object *from, const struct object *to);
bool table_resembles(const struct object *goes, const struct object *comes);
void enum_rename_parts(struct object *copied, const struct object *to);
void enum_warn_renamed(const struct object *from, const struct object *to);
bool enum_resembles(const struct object *goes, const struct object *comes);
/* says that what comes may be what goes */
void warn_resembles(const struct object *goes, const struct object *comes);

/* ---- label_use.c ---- */

/* a string constant that is read as a label of an enum, or as an array of them */
struct label_use {
	size_t at; /* .location of its tree */
	const char *text;
	const struct object *type;
	bool array;
};

/* those of an expression of t, and of a statement that no kind recognises, in the order of the text: struct label_use. None of text
   that does not parse */
struct list expression_labels(const struct schema *s, const struct table *t, const char *text);
struct list statement_labels(const struct schema *s, const PgQuery__Node *statement);
/* those of a statement are labels of their enums, and not such as this transaction added */
enum applied need_statement_labels(const struct op *op, const struct schema *s,
                                   const struct statement *statement);

/* ---- label.c: the columns that have an enum, and what mentions its labels ---- */

/* the server's name of the arrays of a type of the schema */
bool is_array_name(const struct schema *s, struct qname name);
/* the column has the type, or its multirange, or is an array of it */
bool column_has_type(const struct schema *s, const struct column *c, const struct object *type);
/* tables with such a column: struct table */
struct list type_users(const struct schema *s, const struct object *type);
/* the same of several types: struct object */
bool column_has_one_of(const struct schema *s, const struct column *c, const struct list *types);
struct list type_users_of(const struct schema *s, const struct list *types);
/* tables that were made OF the type: struct table */
struct list typed_tables(const struct schema *s, const struct object *type);
/* such a column of the table or NULL */
const struct column *type_user_column(const struct schema *s, const struct table *t,
                                      const struct object *type);
/* refuses where a column has the type */
enum applied need_no_users(const struct op *op, const struct schema *s, const struct object *type);
/* CASCADE takes the columns that have the type */
void type_users_remove(struct schema *s, const struct object *type);
/* defaults, checks, indexes, generated columns and bounds follow a label's new name, as they do on the server */
void label_rename(struct schema *s, const struct object *type, const char *from, const char *to);

/* the value, of a column of the type or an array of it, has the label in it */
bool value_says_label(const struct value *v, const char *label);
/* a column of the type is in an expression of t, or the type's name */
bool expression_concerns_type(const struct schema *s, const struct table *t,
                              const struct object *type, const char *text);
/* a constant in an expression of t is the label */
bool expression_says_label(const struct schema *s, const struct table *t, const struct object *type,
                           const char *text, const char *label);
/* it is a label of its type, and not one that this transaction added */
enum applied need_use(const struct op *op, const struct schema *s, const struct label_use *use,
                      const char *what);
/* the rows of t's partitions are told by a column of the type */
bool type_is_partition_key(const struct schema *s, const struct table *t,
                           const struct object *type);

/* ---- rebuild.c ---- */

/* a statement, and the table that it locks (name NULL: none) */
struct command {
	const char *sql;
	struct qname table;
};

/* the enum, and the domains and composite types that are made of it and come anew with it, each behind what it is made of: struct
   object. A composite type whose values no table holds is altered instead */
struct list types_with(const struct schema *s, const struct object *type);
/* the statements that put an enum of these labels in place of `type`, under all its columns: struct command. An error where that
   cannot be, or where something still says one of the labels that go */
enum applied enum_rebuild(const struct op *op, struct schema *s, const struct enum_type *from,
                          const struct enum_type *to, struct list *commands);
/* the types that an extension brings; NULL where the extension is not known, and any type may be its */
const char *const *extension_types(const char *name);
/* the extension that is known to bring a function of that name, or NULL */
const char *extension_with(const char *function);

/* ---- firing.c: row triggers of partitioned tables, of which each partition has a copy ---- */

/* the copies on all tables below fire so */
void copies_fire(struct schema *s, const struct table *t, const char *name, const char *sql);
/* a partition has the copies that its table has; or none of what is above it any more */
void copies_take(const struct schema *s, const struct table *parent, struct table *t);
void copies_leave(struct schema *s, const struct table *t);
void copies_differ(struct diff *d, const struct table *from, const struct table *to);

/* ---- base_type.c ---- */

/* a function that a base type needs, which goes too, and takes it along */
bool function_goes_with_type(const struct diff *d, const struct object *o);
/* a base type that tables, or types, are made of */
bool base_type_has_values(const struct schema *s, const struct object *o);

/* ---- search_path.c ---- */

/* SET search_path and the like, and SELECT set_config('search_path', …) */
enum applied search_path_follow(const struct op *op, struct schema *s,
                                const struct statement *statement);
/* SET says a search path, which is appended: of a migration, or of a function */
bool search_path_said(const struct schema *s, const PgQuery__VariableSetStmt *set,
                      struct strs *path);
/* a configuration parameter that SET, RESET or SHOW names */
enum applied need_setting(const struct op *op, const char *name);
/* the search path is again what every revision begins with */
void search_path_reset(struct schema *s);
/* the path is this; and this with a schema before it */
void search(struct schema *s, const struct strs *path);
void search_first(struct schema *s, const char *schema);
/* to read what is kept: as every revision begins to read. It is s, or of no use once s has changed */
const struct schema *schema_at_home(const struct schema *s);

/* a type as tables keep it: as the path that every revision begins with finds it. And as the path of now does */
const char *type_kept(const struct schema *s, const char *type);
/* what makes a type that a table keeps, whatever the path of now; NULL: the server has it, or nothing does */
struct object *type_at_home(const struct schema *s, const char *kept);
const char *type_now(const struct schema *s, const char *type);

/* ---- opaque.c: what SQL made that is not modelled, known by name alone ---- */

/* a statement that no kind recognises */
enum applied opaque_apply(const struct op *op, struct schema *s, const struct statement *statement);
/* names that code may make or take away are excused; an EXECUTE of a text that is put together may do so with any name */
void excuse_code(struct schema *s, struct loc at, const char *code);
/* the same of SQL that may run or not, unless it only reads, or changes rows; arm as in block.h */
void excuse_sql(struct schema *s, struct loc at, const char *sql, unsigned arm);
/* the same of the functions that a text may call by name, and that SQL of these migrations made */
void excuse_called(struct schema *s, struct loc at, const char *text);
/* an object that is opaque has another name from now on; of others nothing is done */
void opaque_move(struct schema *s, const struct object *o, struct qname to);

/* ---- utility.c ---- */

/* what a statement that makes nothing names is there */
enum applied utility_apply(const struct op *op, const struct schema *s,
                           const struct statement *statement);
/* REINDEX or CLUSTER of a table with partitions: each is a transaction of its own */
bool utility_is_of_partitions(const struct schema *s, const PgQuery__Node *n);

/* ---- query.c: what the names in queries, and in statements that change rows, stand for ---- */

struct query {
	const struct op *op; /* that errors are of; NULL: nothing is said */
	const struct source
		*source; /* of the tree's places; NULL: errors are at the operation's line */
	const struct schema *schema;
	const char *text; /* of the whole statement, where places are found by its words */
	size_t offset;    /* of it, as the tree counts */
	bool blind; /* names that are not found may be variables of a function: nothing is said of columns */
	const char *
		what; /* "default", "check", …: errors begin with it, and there is but one; or NULL */
	bool immutable;  /* its values must be the same at all times */
	bool parameters; /* $1 may stand in it, though no function has it */
	bool stored;     /* a rule's: what it does to columns is only judged where it runs */

	struct list uses;      /* struct use */
	struct list constants; /* struct constant */
	struct list casts;   /* struct constant, of a column its name: what columns are taken for */
	struct list stars;   /* struct star: what * stood for */
	struct list refs;    /* struct ref: whose columns and aggregates stand where */
	struct list columns; /* struct output: what it gives */
	bool open;           /* it may give more than these */
	enum applied result;
};

/* a string constant whose type is told by what stands beside it */
struct constant {
	size_t offset; /* .location of its tree */
	const char *text;
	const char *type; /* as SQL */
};

/* a * of a target list, with the text that stands for it now; NULL where that is not known */
struct star {
	size_t offset; /* of the reference */
	const char *text;
};

/* a relation whose columns can stand in an expression */
struct visible {
	const char *name; /* NULL: its own */
	const struct object *relation;
	bool qualified; /* only as name.column: NEW and OLD */
};

/* a SELECT, INSERT, UPDATE, DELETE, MERGE; others are open */
enum applied query_follow(struct query *q, const PgQuery__Node *n);
/* an expression over relations: struct visible */
enum applied query_follow_expression(struct query *q, const PgQuery__Node *n,
                                     const struct list *relations);
/* the same of what is true or false, as WHERE or its like */
enum applied query_follow_condition(struct query *q, const PgQuery__Node *n,
                                    const struct list *relations, const char *what);
/* an action of a rule on such relations: a statement in which they can be named */
enum applied query_follow_action(struct query *q, const PgQuery__Node *n,
                                 const struct list *relations);
/* a relation, a function, a type that a statement names by itself; the object, or NULL */
const struct object *query_relation(struct query *q, const PgQuery__RangeVar *r);
void query_function(struct query *q, PgQuery__Node *const *names, size_t n, int location);
void query_type(struct query *q, const PgQuery__TypeName *t);
void query_collation(struct query *q, const PgQuery__CollateClause *c);

/* ---- execute.c, extension.c ---- */

/* the operation that a clause of a statement is, or NULL where it is not followed */
struct op *op_from_sql(const struct clause *c);
/* the extensions that are there, or may be: struct extension */
struct list extensions_there(const struct schema *s);
/* an extension is there of which it is not known what relations, functions and operators it brings */
bool extensions_bring_anything(const struct schema *s);
/* one is there that may bring something of that name */
bool extensions_bring(const struct schema *s, const char *name);

/* ---- sequence_use.c ---- */

/* a relation as nextval('…') and casts to regclass name it, as SQL: name NULL where it is no name */
struct qname constant_qname(const char *text);
/* the text with a constant that names something ("f(integer)" too) under its new name */
char *constant_renamed(const char *text, const struct use *u, struct qname to);
/* the function that 'f(integer)' names, as COMMENT ON says it, or NULL */
const PgQuery__Node *constant_function(const char *text);

/* ---- dependents.c: what is used by definitions that are kept as SQL ---- */

void use_links(const struct list *uses, struct list *links);
/* among them is that name */
bool uses_name(const struct list *uses, enum space space, struct qname name);
/* stands for a column where it is the primary key of a table that is used: GROUP BY relies on it */
extern const char primary_key_use[];
/* the definitions that use an object, or its column (NULL: the object) */
struct list users_of(const struct schema *s, const struct object *o, const char *column);
/* an error with the first definition that uses the object, or its column; unless they are among `gone` (may be NULL) */
enum applied need_unused(const struct op *op, const struct schema *s, const struct object *o,
                         const char *column, const struct list *gone);
/* takes away what uses it, as CASCADE does */
void remove_users(struct schema *s, const struct object *o, const char *column);
/* the definitions follow a new name */
void rename_uses(struct schema *s, enum space space, struct qname from, struct qname to);
/* the same of a column of a relation, or an attribute of a type */
void rename_column_uses(struct schema *s, enum space space, struct qname of, const char *from,
                        const char *to);
/* what was made since mark may be found before something else on the path: what names that by its bare name says its schema */
void uses_keep(struct schema *s, size_t mark);

/* ---- subscription.c ---- */

/* such a CREATE or ALTER makes a replication slot, or refreshes: PostgreSQL refuses that in a transaction */
bool subscription_connects(const PgQuery__Node *n);
/* the same of a DROP that drops a slot, too, or may */
bool subscription_drops_slot(const struct schema *s, const PgQuery__Node *n);

/* ---- execute.c ---- */

/* the bounds of an operation's servers, as a script says them */
struct servers_said {
	const char *since, *before;
};

/* into op->servers; -1 after error_at */
int servers_read(struct op *op, const struct servers_said *said);
/* REFUSED where no server that config allows would be sent it */
enum applied servers_apply(const struct op *op, const struct schema *s);
/* is there no server that is sent both? */
bool servers_apart(const struct op *a, const struct op *b);

/* what a statement that was refused would have made is no error: one mistake is one error */
void excuse_statement(struct schema *s, const struct op *op);
/* a comment, a privilege, a label: it is about an object that something else makes */
bool says_of_another(const struct op *op);
/* a schema, and nothing in it */
bool makes_schema(const struct op *op);
/* CREATE TYPE of a name alone */
bool makes_shell(const struct op *op);
/* a statement of a model that reaches the tables below the one that it names */
bool execute_reaches_below(const struct op *op);
/* what SQL of a model declares, appended as operations; -1 after errors */
int define_source(const struct source *sql, struct list *ops);
/* the operation that such a statement is */
struct op *execute_new(struct loc at, const char *sql);
/* the same of one that `down` undoes; note is what whoever reads it should know */
struct op *execute_noted(struct loc at, const char *sql, const char *down, const char *note);
/* what the kinds say of the steps of their operations holds for the text that stands for them */
void step_take_over(struct step *step, const struct list *ops);

#endif
