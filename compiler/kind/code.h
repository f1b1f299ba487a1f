/* What is code is kept as SQL: views, functions, triggers, policies and the rarer kinds. Each kind says in one row how its
   statement is read; dropping, renaming, moving, owning, commenting, replacing and taking back are the same for all. */
#ifndef CODE_H
#define CODE_H

#include "kind.h"

/* what a CREATE makes, or what an ALTER changes */
struct defined {
	struct qname name;    /* name NULL: it has none */
	const char *identity; /* tells it from others; NULL: its name does */
	struct qname on;      /* the relation that it belongs to; name NULL: none */
	bool or_replace;
	bool if_not_exists;   /* or IF EXISTS */
	struct list settings; /* struct setting: of an ALTER */
};

struct code_kind {
	struct noun noun;         /* first: an object's noun leads to its kind */
	PgQuery__ObjectType type; /* in DROP, ALTER … RENAME, COMMENT ON */
	const char *keyword;      /* "MATERIALIZED VIEW", as DROP and ALTER say it */
	bool any;                 /* it stands for all kinds of its space: ROUTINE */
	bool on_relation; /* its name is unique on its relation, and takes no schema: a trigger */
	enum phase create, drop;

	/* the object that a statement other than its CREATE names, in *name as messages say it. NULL: a list of names */
	struct code *(*find)(const struct schema *s, const PgQuery__Node *object,
	                     struct qname *name);
	/* what stands behind the keyword in DROP and ALTER; NULL: its name */
	const char *(*identity)(const struct code *c);
	/* what its statement names. May be NULL */
	void (*follow)(struct query *q, const PgQuery__Node *statement);
	/* its statement with all that it may leave out. NULL: there is but one way to say it */
	char *(*full)(const struct code *c);
	/* its parts follow its text, in which names have changed. NULL: it has none */
	bool unread; /* the catalogs tell it to superusers alone: of a database it is not known */
	void (*reread)(const struct schema *s, struct code *c);
	/* takes away what of it uses that name, as CASCADE does; false where the whole of it must go. May be NULL */
	bool (*release)(struct schema *s, struct code *c, enum space space, struct qname used);
	/* a column of a table has it, or a key of an index, a constraint or PARTITION BY. NULL: none can */
	bool (*in_column)(const struct schema *s, const struct code *c,
	                  const struct column *column);
	bool (*in_key)(const struct schema *s, const struct code *c, const struct table *t,
	               const char *using, const struct key *k);
	/* where such a key says its name, or that where it is NULL */
	const char **(*key_part)(struct key *k);
	/* what it names may go, and is released then */
	bool loose;
	/* CREATE OR REPLACE makes `to` of `from`; NULL: never */
	bool (*replaces)(const struct code *from, const struct code *to);
	/* that, or making it anew, forgets what ALTER set and no ALTER takes back */
	bool renews;
	/* a column that goes takes it along, and may change its type; a view would not let it */
	bool yields;
	/* the server may have one of that name by itself, and an extension may bring one. NULL: there are none */
	bool (*others)(const char *name);
	/* what it stands beside, so that the server's own is not all there is: names, appended. NULL: nothing */
	void (*excuses)(const struct code *c, struct strs *names);
	/* its name in SQL; NULL: as any name is spelled */
	char *(*spelled)(struct qname name);

	/* the statements of define.c: what one says. 0: there is none */
	PgQuery__Node__NodeCase made_by, altered_by, dropped_by;
	enum applied (*define)(const struct op *op, const struct schema *s, const PgQuery__Node *n,
	                       struct defined *d);
	/* makes what comes into being with it, and says so in its text. May be NULL */
	void (*bring)(struct schema *s, struct code *c);
	/* what it uses with its settings: struct use. NULL: what its definition does */
	struct list (*uses)(const struct schema *s, const struct code *c);
	/* its settings as they read when what they use is renamed; s has the old name */
	void (*rename_used)(const struct schema *s, struct code *c, struct qname from,
	                    struct qname to);

	/* the ALTER that gives a setting the value that it had when the object was made, as struct setting has it, or NULL: only
	   making it anew, or replacing it, does */
	const char *(*reset)(const struct code *c, const char *key);
	/* the ALTER that makes to's setting of from's, where that depends on what from has. NULL: it does not; and it gives NULL where
	   there is nothing to do */
	const char *(*between)(const struct code *from, const struct code *to, const char *key);

	/* the keys of the settings that its statement says, appended; and whether `to` is made of `from` by them. NULL: it says none */
	void (*keys)(const struct code *c, struct strs *keys);
	bool (*alters)(const struct code *from, const struct code *to);

	/* what reads the statements that make those of a live database. May be NULL */
	const struct catalog_query *inspect;
};

/* all of them, in the order in which they are looked for: X(view) is view_kind */
#define CODE_KINDS(X)           \
	X(function)             \
	X(procedure)            \
	X(routine)              \
	X(view)                 \
	X(materialized_view)    \
	X(statistics)           \
	X(aggregate)            \
	X(operator)             \
	X(operator_class)       \
	X(operator_family)      \
	X(cast)                 \
	X(transform)            \
	X(domain)               \
	X(type)                 \
	X(composite)            \
	X(base_type)            \
	X(range)                \
	X(collation)            \
	X(search_configuration) \
	X(search_dictionary)    \
	X(search_parser)        \
	X(search_template)      \
	X(conversion)           \
	X(wrapper)              \
	X(server)               \
	X(user_mapping)         \
	X(language)             \
	X(access_method)        \
	X(trigger)              \
	X(event_trigger)        \
	X(rule)                 \
	X(policy)               \
	X(publication)          \
	X(subscription)

#define DECLARE(kind) extern const struct code_kind kind##_kind;
CODE_KINDS(DECLARE)
#undef DECLARE

extern const struct code_kind *const code_kinds[]; /* kind.c; NULL ends it */

/* the kind of an object, or NULL where it is none of these */
const struct code_kind *code_kind(const struct object *o);

const struct code_kind *code_kind_of(PgQuery__ObjectType type);
/* what a statement names: NULL with *result after an error, or where IF EXISTS excuses it */
struct code *need_code(const struct op *op, const struct schema *s, const struct code_kind *kind,
                       const PgQuery__Node *object, bool if_exists, enum applied *result);
/* the same where an aggregate is no function: DROP FUNCTION, and ALTER FUNCTION that changes what it is */
struct code *need_code_itself(const struct op *op, const struct schema *s,
                              const struct code_kind *kind, const PgQuery__Node *object,
                              bool if_exists, enum applied *result);

/* the server, or an extension, may have it */
bool code_is_others(const struct schema *s, const struct code_kind *kind, struct qname name);

/* where a name stands in the text of q, behind a word (NULL: anywhere), as its tree counts; -1 */
int word_place(const struct query *q, const char *after, struct qname name);
/* the same behind the relation that is named at a place */
int name_place(const struct query *q, int after, struct qname name);
/* what q names (identity NULL: by its name) is used: it must be there, unless others may have it */
void need_named(struct query *q, const struct code_kind *kind, struct qname name,
                const char *identity, const char *after);
/* a function that q names, which SQL can call: all of the server's own are known */
void need_called_by_sql(struct query *q, PgQuery__Node *const *names, size_t n);
/* one that may take or give what only the server can; of the server's own only some are known */
void need_called(struct query *q, PgQuery__Node *const *names, size_t n);
/* the same with the types of its arguments */
void need_called_with(struct query *q, const PgQuery__ObjectWithArgs *f);
/* ---- support.c: functions that a definition names for the server to call; types as argument_type says them ---- */

/* what the function gives that takes just these: "" where that is not known, NULL where there is certainly none */
const char *support_gives(const struct schema *s, struct qname name, const struct strs *types);
/* the same of signatures of catalog.c, which may be NULL */
const char *server_gives(const char *signatures, const struct strs *types);
/* there is one, and it gives `result` (NULL: anything) */
enum applied need_support(const struct op *op, const struct schema *s, struct qname name,
                          const struct strs *types, const char *result);
/* the same of types that are apart by commas */
enum applied need_support_named(const struct op *op, const struct schema *s, struct qname name,
                                const char *types, const char *result);
/* n is 0 where none is said */
enum applied need_support_of(const struct op *op, const struct schema *s,
                             PgQuery__Node *const *names, size_t n, const char *types,
                             const char *result);
/* the same of one that may take its arguments for what they are stored as */
enum applied need_cast_support(const struct op *op, const struct schema *s, struct qname name,
                               const struct strs *types, const char *result);

/* values of the one type may be taken for the other's as they are stored; in doubt */
bool may_pass(const struct schema *s, const char *from, const char *to);

/* the statements that made them say the same */
bool code_says_same(const struct code *a, const struct code *b);
/* what an ALTER of it set, or NULL */
const struct setting *code_setting(const struct code *c, const char *key);
/* what it is set to: by what is said of it, or as its statement made it, of a kind that knows */
const char *code_set_sql(const struct code *c, const char *key);
void setting_add(struct defined *d, const char *key, const char *sql);
/* the statement of a CREATE that define.c made */
const PgQuery__Node *code_tree(const struct code *c);

/* the operation that a CREATE is: apply finds the clause in it */
struct code_op {
	struct op op;
	const struct clause *clause;
	struct loc at;
};

struct op *code_op(const struct op_class *class, const struct clause *c);

/* the fields of an operation that only SQL can say: none */
extern const struct field code_fields[];
/* SQL stands for itself */
void code_render(const struct op *op, struct list *steps);

/* a new object of a kind: its text divided at the name that the statement gives it, what it names followed. NULL after errors.
   `name` as the statement says it; identity tells it from others (NULL: its name) */
struct code *code_new(struct op *op, struct schema *s, const struct code_kind *kind,
                      struct qname name, const char *identity);
/* the same thing is found by the bare name where no migration has said another path */
bool use_is_at_home(const struct schema *s, const struct use *u);
/* names in its text that only the path of the moment finds are said with their schemas; `said` is what its uses were read in */
void code_reach(const struct schema *s, struct code *c, const struct statement *said);
/* the same for what belongs to a relation */
struct code *code_new_on(struct op *op, struct schema *s, const struct code_kind *kind,
                         const char *name, const struct object *on);
/* c as it would be if its statement were sql; NULL after errors */
struct code *code_rewritten(const struct op *op, const struct schema *s, const struct code *c,
                            char *sql);
/* puts it: in place of one of the same name where the statement says OR REPLACE, else the name must be free */
enum applied code_make(struct op *op, struct schema *s, struct code *c, bool or_replace,
                       bool if_not_exists);
/* its statement, as it would be written now */
char *code_sql(const struct code *c);

/* c, which is a copy, has another text behind its name */
void code_define(const struct schema *s, struct code *c, const char *tail);

/* gives it another name, or another schema; what uses it follows */
enum applied code_move(const struct op *op, struct schema *s, const struct code *c,
                       struct qname to);

/* an ALTER that is one setting: in place of the one with its key */
void code_set(struct schema *s, const struct code *c, const char *key, const char *sql);

/* "app.=" */
char *operator_sql(struct qname name);
/* an expression with the operator that stands at offset under its new name; as it was where another says it: IN */
char *operator_renamed(const char *text, size_t offset, struct qname from, struct qname to);

/* what stands behind the keyword in DROP and ALTER */
const char *code_identity(const struct code *c);

/* ---- frame.c, view.c: what a view is to ALTER TABLE and CREATE INDEX ---- */

extern const struct noun frame_noun;

/* the frame of a view that such a statement made, in place of the one that it had; there is none where its columns are not known */
enum applied frame_put(const struct op *op, struct schema *s, const struct code *c,
                       const PgQuery__Node *statement);
/* NULL where o has none */
struct object *frame_of(const struct schema *s, const struct object *o);
/* it goes with its view; nothing is done where o is none */
void frame_remove(struct schema *s, const struct object *o);
void frame_move(struct schema *s, const struct object *o, struct qname to);
/* o is the frame of a plain view */
bool frame_is_view(const struct object *o);
/* what stands in WITH (…) of a view */
enum applied need_view_options(const struct op *op, const struct strs *with);
/* a column of the view, whose frame knows already */
void view_rename_column(struct schema *s, struct qname view, const char *from, const char *to);
void view_comment_column(struct schema *s, struct qname view, const char *name,
                         const char *comment);

extern const struct op_class refresh_materialized_view;

/* ---- privilege.c: owners, and what roles may do ---- */

/* what roles may do something with, and what */
struct securable {
	PgQuery__ObjectType type;
	const char *keyword; /* NULL ends them */
	const char *plural;  /* of default privileges; NULL: there are none */
	const char *names[8];
};

extern const struct securable securables[];
const struct securable *securable_of(PgQuery__ObjectType type);
/* what an object is; NULL where roles may do nothing with it */
const struct securable *securable_kind(const struct object *o);

/* `part` is the privileges of the object itself, or of one of its columns */
enum held privilege_held(const struct object *o, const struct list *part,
                         const struct privilege *p);
const struct privilege *privilege_find(const struct list *privileges, const struct privilege *p);
/* o is a copy */
void privilege_set(const struct object *o, struct list *part, const struct privilege *p);
/* the object that holds what is granted on databases, languages and the like, memberships, and default privileges of no schema */
struct object *cluster(const struct schema *s);

/* ---- owner.c ---- */

/* what SQL calls a role: a name, PUBLIC, or CURRENT_USER and its like */
const char *role_sql(const PgQuery__RoleSpec *r);
/* CURRENT_USER and its like */
bool is_current_role(const char *role);
/* as SQL calls them; NULL, CURRENT_USER and its like are whoever runs migrate, and so is the role of role_connected */
bool same_role(const char *a, const char *b);
/* the same of names */
bool same_owner(const char *a, const char *b);

/* ---- what belongs to a relation: triggers, rules, policies ---- */

/* the name by which it is known */
const char *code_name_on(const char *name, struct qname relation);
/* the one of that name on the relation; NULL with *result after an error */
struct code *need_code_on(const struct op *op, const struct schema *s, const struct code_kind *kind,
                          struct qname on, const char *name, bool if_exists, enum applied *result);
/* the table, or relation of these relkinds, that gets a `what`; NULL with *result REFUSED after an error, or UNKNOWN */
struct object *need_owner(const struct op *op, const struct schema *s, const char *what,
                          struct qname name, const char *kinds, enum applied *result);
/* all of a relation: struct code */
struct list code_on(const struct schema *s, const struct noun *noun, struct qname relation);
/* the step of a statement that locks the relation */
void code_render_on(const struct op *op, struct list *steps, enum table_lock lock,
                    struct qname relation);

/* ---- functions ---- */

/* the value of an option of WITH; NULL: it has none */
const char *option_text(PgQuery__Node *option);
/* the same as an answer; UNSAID: it is neither true nor false */
enum answer option_answer(PgQuery__Node *option);
/* a publication that says the table, or NULL */
const struct code *publication_of(const struct schema *s, struct qname table);

/* a partition to be has no trigger that its table has for each of its rows */
enum applied need_no_triggers_of(const struct op *op, const struct schema *s,
                                 const struct object *parent, const struct object *partition);
/* the constraint trigger of that name, or NULL: its name is a constraint's too */
const struct code *constraint_trigger(const struct schema *s, const struct table *t,
                                      const char *name);
bool trigger_is_row(const struct code *c);
/* those that partitions have of it have another name too */
void copies_rename(struct schema *s, const struct code *c, const char *to);
/* the row triggers that a partition has from tables above it: struct code */
struct list triggers_above(const struct schema *s, const struct object *o);
/* the trigger of that name that a partition has from a table above it, or NULL */
const struct code *trigger_above(const struct schema *s, const struct object *o, const char *name);

/* a function is in that language; PL/pgSQL is its extension's */
void language_use(struct query *q, const char *name);
/* a language is none of the server's own, which stay */
enum applied need_not_own(const struct op *op, const struct schema *s, const char *name);

/* TRANSFORM FOR TYPE of a function in that language */
void need_transform(struct query *q, const PgQuery__TypeName *type, const char *language);
/* the one that is there for it: a function depends on that, whether it says so or not */
void transform_use(struct query *q, const PgQuery__TypeName *type, const char *language);

/* a type as it tells functions apart: without modifiers, the schema said */
const char *argument_type(const struct schema *s, const PgQuery__TypeName *t);
/* "f(integer, text)" */
const char *function_identity(const char *name, const struct strs *types);
/* as SQL says it; where the server has some of its name it is said with its schema, for theirs are found first */
char *function_spelled(struct qname name);
/* a function of that name, whatever its arguments, or NULL */
struct object *function_named(const struct schema *s, struct qname name);
/* aggregates and other functions have that name */
bool function_is_shared(const struct schema *s, struct qname name);
/* NULL, or what to say where no such function can be there */
const char *function_missing(const struct schema *s, struct qname name);
/* what a statement names is the server's, an extension's or a type's */
bool function_is_others(const struct schema *s, const PgQuery__ObjectWithArgs *f);
/* NULL, or what to say where no function of that name, which takes nothing, can return such a type */
const char *function_unfit(const struct schema *s, struct qname name, const char *type);
/* all functions of that name are certainly not immutable */
bool function_is_unsteady(const struct schema *s, struct qname name);
/* all that migrations made of that name are of the kind, and there is no other */
bool function_is_only(const struct schema *s, struct qname name, const struct code_kind *kind);
/* ---- function_body.c ---- */

/* the name of a type that stands for others ("any" for all of these), or for none; NULL of another type */
const char *pseudo_name(const PgQuery__TypeName *t);
/* a parameter that a call gives; one that it gives back: INOUT is both */
bool function_takes(const PgQuery__FunctionParameter *p);
bool function_gives(const PgQuery__FunctionParameter *p);
/* what stands in a function as SQL: RETURN, BEGIN ATOMIC */
void function_follow(struct query *q, const PgQuery__CreateFunctionStmt *f);
/* its body, where it is SQL's, is as the server checks it when the function is made. *reads is set where one in a string names relations */
enum applied need_body(const struct op *op, const struct schema *s,
                       const struct statement *statement, bool *reads);
/* what a call gives those of these parameters that take something, as names and types: struct output. o is the function, or aggregate,
   where it was made, NULL where it is being made */
struct list function_parameters(const struct schema *s, const struct object *o,
                                PgQuery__Node *const *nodes, size_t n);
/* the parameters of an aggregate; false where they are not just a list */
bool aggregate_parameters(const struct code *c, PgQuery__Node *const **nodes, size_t *n);
/* the texts that a call of it runs; appended */
void function_bodies(const struct code *c, struct strs *bodies);

/* ---- function_check.c ---- */

/* its parameters, what it returns, its options and that it has one body */
enum applied need_function(const struct op *op, const struct schema *s,
                           const PgQuery__CreateFunctionStmt *f);
/* what CREATE and ALTER say of it: DefElem */
enum applied need_function_options(const struct op *op, PgQuery__Node *const *options, size_t n,
                                   bool is_procedure, bool returns_set);

/* ---- types ---- */

/* a type that is made, and not yet complete */
bool is_shell(const struct object *o);
enum applied need_complete(const struct op *op, const struct object *o);
/* refuses a name that a type has; a shell that has it goes, completed as what is made */
enum applied need_free_type(const struct op *op, struct schema *s, struct qname name);
/* makes one */
enum applied make_shell(struct op *op, struct schema *s, struct qname name);

/* a copy of an attribute of a composite type, which is a copy itself; NULL with *result where it has none of that name */
struct column *need_attribute(const struct op *op, const struct schema *s, struct object *copied,
                              const char *name, enum applied *result);

/* COMMENT ON CONSTRAINT … ON DOMAIN */
enum applied domain_constraint_comment(const struct op *op, struct schema *s,
                                       const PgQuery__Node *object, const char *text);

/* ---- depend.c ---- */

/* what ALTER EXTENSION gives to an extension, or takes from it, is there */
enum applied need_member(const struct op *op, const struct schema *s,
                         const PgQuery__AlterExtensionContentsStmt *stmt);

/* a setting of that key says that it goes with an extension */
bool depends_by(const char *key);
/* nothing needs what goes with the extension */
enum applied need_extension_unused(const struct op *op, const struct schema *s,
                                   const char *extension);
void extension_remove_dependents(struct schema *s, const char *extension);

/* ---- dependents.c ---- */

/* orders uses by their places, for list_sort: the last one first */
int use_later_first(const void *a, const void *b);
/* a function gets another name, and is told by another identity; what uses others of its name stays */
void rename_identity_uses(struct schema *s, const struct code *f, struct qname to,
                          const char *identity);

/* the name by which an object is used */
struct qname used_name(const struct object *o);
/* the code that uses o, or belongs to it; or uses that column of it; and the tables of a server: struct object */
struct list code_with(const struct schema *s, struct object *o, const char *column);

/* ---- noun functions of all kinds ---- */

void code_links(const struct object *o, struct list *links);
void code_unshare(struct object *copied);
bool code_columns(const struct object *o, struct list *columns);
void code_create(struct diff *d, const struct object *o);
void code_drop(struct diff *d, const struct object *o);
void code_alter(struct diff *d, const struct object *from, const struct object *to);
void code_remove(struct schema *s, struct object *o);
void code_settle(struct object *copied, const struct object *of, const struct object *as);

/* the parts of code_alter: `from` with the name of `to`, and what was set and said beside its text */
struct code *code_renamed(struct diff *d, const struct object *from, const struct object *to);
void code_settings(struct diff *d, const struct code *from, const struct code *to);

#define CODE_NOUN(title, where) CODE_NOUN_SETTLED(title, where, code_settle)
#define CODE_NOUN_SETTLED(title, where, by)                                                  \
	.name = title, .space = where, .size = sizeof(struct code), .unshare = code_unshare, \
	.columns = code_columns, .links = code_links, .remove = code_remove,                 \
	.create = code_create, .drop = code_drop, .alter = code_alter, .settle = by

#endif
