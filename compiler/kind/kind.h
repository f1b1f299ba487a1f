/* What kinds offer each other: a table is made of columns, constraints and indexes, and each of these knows its own part. */
#ifndef KIND_H
#define KIND_H

#include "../op.h"
#include "../parse.h"

/* ---- kind.c: what all of them ask ---- */

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
void sequence_links(const struct object *o, struct list *links);
/* "CASCADE" and "IF EXISTS" of a DROP, and its names, from its tree when it drops objects of that type */
bool drop_from_sql(const struct clause *c, PgQuery__ObjectType type, struct list *names,
                   bool *if_exists, bool *cascade);
/* the pieces of a RENAME of that type: relation (or NULL where it has none), the old name below it, the new name */
const PgQuery__RenameStmt *rename_from_sql(const struct clause *c, PgQuery__ObjectType type);

/* everything that refers to an object by its name (foreign keys, parents, owners of sequences, types of columns, sequences in
   defaults) follows its new one */
void rename_references(struct schema *s, enum space space, struct qname from, struct qname to);

/* ---- type.c ---- */

/* the type must exist and take such modifiers */
enum applied need_type(const struct op *op, const struct schema *s, const char *type);
/* a literal, or an expression that is one, must be the type's: "abc" is no integer, 'x' no label of the enum, and a label that
   this transaction added cannot be used. A value that cannot be judged is accepted. what is "default", "column 'a'", … */
enum applied need_value(const struct op *op, const struct schema *s, const char *type,
                        const struct value *v, const char *what);
/* ---- comment.c ---- */

/* adds COMMENT ON what name IS to, where it differs: what is "table", "column", "constraint" …, name is SQL */
void comment_add(struct diff *d, const char *what, const char *name, const char *from,
                 const char *to);

/* ---- column.c ---- */

extern const struct shape column_shape;

/* checks a column against the table being made or altered, chooses names, appends a normalised copy to t->columns, and what
   was said beside it to t->constraints by constraint_add; identity and serial get their sequence */
enum applied column_add(struct op *op, struct schema *s, struct table *t, const struct column *c);
/* "email character varying(255) COLLATE "C" NOT NULL DEFAULT 'x'": without constraints */
char *column_sql(const struct column *c);
/* reads a ColumnDef; its inline constraints go to the members beside it, or, where they are named or say more, to constraints */
struct column *column_from_sql(const PgQuery__ColumnDef *def, struct loc at,
                               struct list *constraints);
/* the operations that make `to`'s columns of `from`'s */
void columns_alter(struct diff *d, const struct table *from, const struct table *to);
/* takes a column away from a table of the schema and from its children, with all that cannot be without it, as DROP COLUMN …
   CASCADE does; for a CASCADE of other kinds that reaches columns (drop_enum, drop_extension) */
void column_remove(struct schema *s, const struct table *t, const char *name);

/* ---- constraint.c ---- */

extern const struct shape primary_key_shape, unique_shape, check_shape, foreign_key_shape,
	exclude_shape;

/* checks, chooses the name, appends a copy to t->constraints (NOT NULL of a primary key's columns follows). Where s has no such
   table yet, nothing is NOT VALID */
enum applied constraint_add(struct op *op, struct schema *s, struct table *t,
                            const struct constraint *c);
/* the constraints of one CREATE TABLE or ADD COLUMN, when all its columns are there: constraint_add in the server's order (checks,
   the primary key, other keys, foreign keys), where keys that say the same become one */
enum applied constraints_add(struct op *op, struct schema *s, struct table *t,
                             const struct list *constraints);
/* what t takes over from a parent: checks, and as its partition keys, foreign keys and indexes, with the names that the server
   gives them. attach: t was there before, so it must have the checks, and what it has that fits becomes the parent's */
enum applied parts_inherit(struct op *op, struct schema *s, const struct table *parent,
                           struct table *t, bool attach);
/* adds c to the children of t, as far as the server does, after t was put with it */
enum applied constraint_descend(struct op *op, struct schema *s, const struct table *t,
                                const struct constraint *c);
/* "CONSTRAINT users_pkey PRIMARY KEY (id)" */
char *constraint_sql(const struct constraint *c);
struct constraint *constraint_from_sql(const PgQuery__Constraint *def, struct loc at);
void constraints_alter(struct diff *d, const struct table *from, const struct table *to);
/* true for what is not said in CREATE TABLE, but added by constraints_create: foreign keys, checks that are not valid, and what
   comes from the parent */
bool constraint_is_late(const struct constraint *c);
/* appends the operations that add a table's constraints after it was made (constraint_is_late), and the comments of all */
void constraints_create(struct diff *d, const struct table *t);
/* COMMENT ON CONSTRAINT, where it has a comment: for an operation that makes it */
void constraint_comment(struct list *steps, const struct op *op, struct qname table,
                        const struct constraint *c);
/* foreign keys that refer to a table (its own left out): struct table * and struct constraint * in turn */
struct list foreign_keys_to(const struct schema *s, const struct table *t);
/* a primary key, unique constraint or unique index of t, by its id, is about to go: refuses with the name of the first foreign
   key that relies on it; with cascade takes these away, from t, which is a copy, and from the other tables */
enum applied key_release(struct op *op, struct schema *s, struct table *t, unsigned key,
                         const char *what, bool cascade);
/* true where the constraint stops working without the column */
bool constraint_uses_column(const struct constraint *c, const char *column);
/* c is a copy, a constraint of t, whose column is renamed; foreign keys of other tables follow by constraint_rename_referenced */
void constraint_rename_column(struct constraint *c, const struct table *t, const char *from,
                              const char *to);
void constraint_rename_referenced(struct constraint *c, const char *from, const char *to);
/* the expression's tree, or NULL after an error: need_expression, and no subquery, aggregate or window function in it, which the
   server refuses in "check constraint", "index expression", "index predicate", "generated column", … */
const PgQuery__Node *need_scalar(const struct op *op, const struct schema *s, const struct table *t,
                                 const char *text, const char *what);
/* the columns of a partition key in order; NULL for an expression */
struct strs partition_columns(const struct table *t);

/* ---- index.c ---- */

extern const struct shape index_shape, key_shape, exclude_key_shape;
extern const struct noun index_noun; /* an alias's */

/* checks, chooses the name, appends a copy to t->indexes */
enum applied index_add(struct op *op, struct schema *s, struct table *t, const struct index *x);
/* adds x to the partitions of t, after t was put with it */
enum applied index_descend(struct op *op, struct schema *s, const struct table *t,
                           const struct index *x);
/* COMMENT ON INDEX, where it has a comment: for an operation that makes it */
void index_comment(struct list *steps, const struct op *op, struct qname table,
                   const struct index *x);
/* "CREATE UNIQUE INDEX name ON table USING …"; table is what stands behind ON */
char *index_sql(const struct index *x, const char *table, bool concurrently);
/* "(a DESC, lower(b))" and what follows it: also for exclusion constraints */
char *keys_sql(const struct list *keys);
struct key *key_from_sql(const PgQuery__IndexElem *e, struct loc at);
/* the keys' columns exist, expressions parse, access methods, collations and operator classes are said rightly */
enum applied need_keys(const struct op *op, const struct schema *s, const struct table *t,
                       const struct list *keys, const char *using);
void indexes_alter(struct diff *d, const struct table *from, const struct table *to);
void indexes_create(struct diff *d, const struct table *t);
bool index_uses_column(const struct index *x, const char *column);
void index_rename_column(struct index *x, const struct table *t, const char *from, const char *to);

/* ---- sequence.c ---- */

extern const struct noun sequence_noun;
/* start, increment, min_value, max_value, cache, cycle: for a FIELD_PART. The type is not among them: a create_sequence has a
   field of its own, an identity its column's, which column.c puts into options.type before it asks here */
extern const struct shape sequence_options_shape;

/* " AS bigint START WITH 5 …" or "" */
char *sequence_options_sql(const struct sequence_options *o);
bool sequence_options_same(const struct sequence_options *a, const struct sequence_options *b);
void sequence_options_from_sql(PgQuery__Node *const *options, size_t n,
                               struct sequence_options *out, struct reference *owned_by);
/* increment not 0, min below max, start between, all within the type */
enum applied need_sequence_options(const struct op *op, const struct sequence_options *o);
/* `from` after ALTER SEQUENCE … change, as the server works it out; as it was, and *wrong, where that is refused */
struct sequence_options sequence_options_alter(const struct sequence_options *from,
                                               const struct sequence_options *change,
                                               const char **wrong);
/* what an ALTER SEQUENCE must say to make `to` of `from` */
struct sequence_options sequence_options_difference(const struct sequence_options *from,
                                                    const struct sequence_options *to);
/* true where the expression names the sequence as the server understands it: nextval('s'), 's'::regclass */
bool expression_uses_sequence(const struct schema *s, const char *text,
                              const struct object *sequence);

/* ---- table.c ---- */

extern const struct shape partition_shape;

/* ---- enum.c, schema.c, extension.c ---- */

extern const struct noun enum_noun, namespace_noun, extension_noun;

struct label *enum_label(const struct enum_type *e, const char *name);

/* ---- label.c: the columns that have an enum, and what mentions its labels ---- */

/* the column has the type, or is an array of it */
bool column_has_type(const struct schema *s, const struct column *c, const struct object *type);
/* tables with such a column: struct table */
struct list type_users(const struct schema *s, const struct object *type);
/* such a column of the table or NULL */
const struct column *type_user_column(const struct schema *s, const struct table *t,
                                      const struct object *type);
/* defaults, checks, indexes, generated columns and bounds follow a label's new name, as they do on the server */
void label_rename(struct schema *s, const struct object *type, const char *from, const char *to);

/* a statement, and the table that it locks (name NULL: none) */
struct command {
	const char *sql;
	struct qname table;
};

/* the statements that put an enum of these labels in place of `type`, under all its columns: struct command. An error where that
   cannot be, or where something still says one of the labels that go */
enum applied enum_rebuild(const struct op *op, const struct schema *s, const struct enum_type *from,
                          const struct enum_type *to, struct list *commands);
/* the types that an extension brings; NULL where the extension is not known, and any type may be its */
const char *const *extension_types(const char *name);

/* ---- execute.c ---- */

/* nouns of what SQL made that is not modelled, known by name alone */
extern const struct noun view_noun, opaque_type_noun, function_noun;

#endif
