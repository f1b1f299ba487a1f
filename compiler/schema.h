/* The nouns: what a database holds, as plain structs, and the schema value that collects them.

   Objects are never changed once they are in a schema: an operation copies what it changes and puts the copy
   (schema_put). So a schema can go back to a mark, and what an operation did is the pairs of objects between two marks.
   Every struct that a script can write begins with struct loc. */
#ifndef SCHEMA_H
#define SCHEMA_H

#include "diag.h"

struct diff;
struct schema;
struct object;

/* a name that may be qualified; schema NULL is found by the search path. In a schema value it is always filled */
struct qname {
	const char *schema;
	const char *name;
};

/* a literal of a script: a default, a field of a row, a bound of a partition */
enum value_type {
	VALUE_NULL,
	VALUE_BOOL,   /* text is true or false */
	VALUE_NUMBER, /* text is the number */
	VALUE_STRING, /* text is what stands between the quotes, undoubled */
	VALUE_SQL,    /* text is an expression */
	VALUE_LIST,   /* items: struct value */
	VALUE_MAP,    /* keys and items, sorted by key; an empty Lua table is an empty map */
};

struct value {
	struct loc at;
	enum value_type type;
	const char *text;
	struct strs keys;
	struct list items;
};

/* SQL as it stands in a file */
struct source {
	struct loc at; /* of its first character */
	const char *text;
	bool verbatim; /* each line of text is a line of the file; else all of it is at that one line */
	const struct strs *variables; /* of the PL/pgSQL that it stands in; NULL: none */
};

/* a column, or an expression: exactly one is set */
struct term {
	const char *column;
	const char *expression;
};

/* "t", "t(a, b)" */
struct reference {
	struct qname table; /* name NULL: there is none */
	struct strs columns;
};

/* what a boolean option says where leaving it out is a third answer */
enum answer { UNSAID, YES, NO };

/* the options of a sequence, also of the one behind an identity column. Numbers are texts; NULL is left out */
struct sequence_options {
	const char *type; /* smallint, integer, bigint */
	const char *start;
	const char *increment;
	const char *min_value; /* "none" is NO MINVALUE */
	const char *max_value;
	const char *cache;
	enum answer cycle;
	const char *contradiction; /* of SQL: what is said twice, or where it does not belong */
};

enum held { HELD_NOT, HELD, HELD_GRANTABLE };

/* what a role holds, where that is not what it has by itself: by owning the object, or as PUBLIC */
struct privilege {
	const char *name;    /* "SELECT"; of a membership the role */
	const char *grantee; /* as SQL: a role, PUBLIC */
	const char *
		on; /* what is not the object itself: "DATABASE d"; "" of a membership; "TABLES" of what comes; NULL: the object */
	bool future;          /* it is given to what is made from now on … */
	const char *for_role; /* … by this role, as SQL; NULL: whoever runs migrate */
	enum held held;
};

/* what SECURITY LABEL says of an object, or of a part of one */
struct security_label {
	const char *provider; /* NULL: the one that the server has */
	const char *text;
};

struct identity {
	struct loc at;
	const char *when;                /* "always" or "by default" */
	struct sequence_options options; /* type: only where it is not the column's */
	const char *sequence; /* name of its sequence, in the table's schema; chosen when applied */
	enum answer unlogged; /* its sequence, where that is not as the table is */
	struct list privileges; /* struct privilege: on its sequence */
	struct list labels;     /* struct security_label: on its sequence */
	const char *comment;    /* on its sequence */
};

struct column {
	struct loc at;
	unsigned id;
	const char *name;
	const char *type;        /* as type_parse spells it */
	const char *collation;   /* as SQL; NULL is the type's own */
	const char *storage;     /* plain, external, extended, main */
	const char *compression; /* pglz, lz4 */
	const char *statistics;
	bool not_null;
	struct value *default_value;
	const char *generated; /* expression of a stored generated column */
	struct identity *identity;
	struct strs options;        /* n_distinct=…, n_distinct_inherited=… */
	struct strs server_options; /* of a foreign table: "name=value" */
	const char *comment;
	struct list privileges; /* struct privilege */
	struct list labels;     /* struct security_label */

	/* what is said beside a column and belongs to its table: moved into the table's constraints when applied, never
	   set in a schema */
	bool primary_key;
	bool unique;
	const char *check;
	struct reference references;
	const char *match;
	const char *on_delete;
	const char *on_update;
	enum answer deferrable;
	const char *initially;
	bool serial;               /* type was smallserial, serial or bigserial */
	const char *contradiction; /* of SQL: what is said twice, or otherwise as well */

	bool inherited;       /* from a parent or a partitioned table, and not declared here */
	bool generated_above; /* its expression is: it is not said where the column is declared here */
	bool retyped;         /* it had another type */

	const char *renamed_from; /* of a model */
};

/* a key of an index or of an exclusion constraint */
struct key {
	struct loc at;
	struct term term;
	const char *collation;
	const char *operator_class; /* as SQL, with parameters */
	const char *order;          /* "asc" or "desc"; NULL is asc */
	const char *nulls;          /* "first" or "last"; NULL as order has it */
	const char *with;           /* operator of an exclusion constraint */
};

struct constraint {
	struct loc at;
	unsigned id;
	char type;              /* as pg_constraint.contype: p, u, f, c, x */
	const char *name;       /* NULL: chosen when applied */
	struct strs columns;    /* p, u, f */
	const char *expression; /* c */
	bool no_inherit;        /* c */
	bool not_valid;         /* c, f */

	struct reference references; /* f: in a schema, columns are filled */
	const char *match;           /* "full" or "simple" (NULL) */
	const char *
		on_delete; /* "cascade", "restrict", "set null", "set default", "no action" (NULL) */
	struct strs on_delete_columns; /* of set null, set default */
	const char *on_update;
	unsigned
		key; /* f: id of the constraint or index that it relies on; 0 where it is not known */
	unsigned attached; /* p, u: as that of an index */

	struct list keys; /* x: struct key */
	const char
		*using; /* x: access method; NULL is gist in SQL's words, btree in the server's */
	const char *where;   /* x */
	struct strs include; /* p, u, x */
	struct strs with;    /* p, u, x: storage parameters, "name=value" */
	const char *tablespace;
	bool nulls_not_distinct; /* u */
	const char *using_index; /* p, u: made of this index; never set in a schema */

	enum answer deferrable;
	const char *initially; /* "deferred" or "immediate" (NULL) */
	const char *comment;
	const char *index_comment; /* p, u, x: on its index */
	bool clustered;            /* p, u, x */
	bool only;                 /* p, u: not on the partitions */
	const char *called;        /* u, x: as that of an index */
	bool inherited;
	const char *renamed_from; /* of a model */
};

struct index {
	struct loc at;
	unsigned id;
	unsigned
		attached; /* an id of when it was attached to that of its table; 0: it came with that */
	const char *name; /* NULL: chosen when applied; lives in the table's schema */
	bool unique;
	const char *using; /* access method; NULL is btree */
	struct list keys;  /* struct key */
	struct strs include;
	bool nulls_not_distinct;
	struct strs with;
	const char *tablespace;
	const char *where;
	bool only;         /* not on the partitions */
	bool concurrently; /* how it was built, and so how it is dropped */
	const char *comment;
	struct list settings; /* struct setting: its key is what takes it back */
	bool clustered;
	bool inherited;           /* a partition's part of its parent's index */
	const char *renamed_from; /* of a model */
	/* after what its columns were called when it was made, as what is made like it still is; NULL: after what they are */
	const char *called;
};

struct bound {
	bool is_default;
	struct list from, to, values; /* struct value */
	const char *modulus, *remainder;
};

/* in which the names of objects are unique; capitals are in no schema */
enum space {
	SPACE_RELATION = 'r', /* tables, views, indexes, sequences */
	SPACE_TYPE = 't',     /* types, domains, row types */
	SPACE_SCHEMA = 'N',
	SPACE_EXTENSION = 'E',
	SPACE_FUNCTION =
		'f', /* functions, procedures, aggregates: with the types of their arguments */
	SPACE_STATISTICS = 's',
	SPACE_OPERATOR = 'o',        /* with the types of its arguments */
	SPACE_OPERATOR_CLASS = 'c',  /* with its access method */
	SPACE_OPERATOR_FAMILY = 'y', /* the same */
	SPACE_CONVERSION = 'v',
	SPACE_COLLATION = 'k',
	SPACE_SEARCH_CONFIGURATION = '1',
	SPACE_SEARCH_DICTIONARY = '2',
	SPACE_SEARCH_PARSER = '3',
	SPACE_SEARCH_TEMPLATE = '4',
	SPACE_TRIGGER = 'g', /* "name on relation", as the next two */
	SPACE_RULE = 'l',
	SPACE_POLICY = 'p',
	SPACE_FRAME = 'w', /* what a view is to ALTER TABLE: see frame.c */

	/* in no schema */
	SPACE_CAST = 'A',
	SPACE_TRANSFORM = 'F',
	SPACE_WRAPPER = 'W',
	SPACE_SERVER = 'S',
	SPACE_USER_MAPPING = 'U',
	SPACE_LANGUAGE = 'L',
	SPACE_ACCESS_METHOD = 'M',
	SPACE_CLUSTER = 'X', /* the one object that stands for all that no migration makes */
	SPACE_EVENT_TRIGGER = 'V',
	SPACE_PUBLICATION = 'P',
	SPACE_SUBSCRIPTION = 'B',
	SPACE_PART = 'Q',  /* of doubts only: columns, constraints and indexes, of any table */
	SPACE_MAYBE = 'Y', /* what SQL that may run or not would make */
};

/* how objects are found by something that many of them may have in common */
enum link_kind {
	LINK_CONSTRAINT = 'c', /* the name of a constraint of theirs */
	LINK_PARENT = 'p',     /* a table that they inherit from, or are a partition of */
	LINK_REFERENCE = 'r',  /* a table that a foreign key of theirs refers to */
	LINK_OWNER = 'o',      /* a table that owns them */
	LINK_TYPE =
		't', /* a type that is not built in, of a column of theirs: by its bare name, schema "" */
	LINK_SEQUENCE = 's', /* a sequence that a default of theirs takes from: the same */
	LINK_USE = 'u',      /* what their SQL names: see use_key */
	LINK_COMMIT = 'k',   /* they go with this, the transaction: ON COMMIT DROP */
	LINK_EXCUSE = 'x',   /* a bare name that is no error while they are there */
	LINK_NAME =
		'n', /* their name without what tells them apart: of a function without arguments */
};

/* a name in a definition that is kept as SQL */
struct use {
	enum space space;
	struct qname name;  /* full; of a function without its arguments */
	const char *column; /* of a relation; NULL is the relation itself */
	const char *
		identity; /* of a function that is certainly that one; NULL: it may be another of its name */
	size_t offset;  /* of the name in the text that was parsed */
	bool bare;      /* a column that names a column of the result by itself */
	const char *as; /* the name that a column of the result gets by AS */
	bool qualified; /* a column behind the relation's own name */
	bool joined;    /* a column that USING names, which has no place of its own */
	bool constant;  /* a string that is read as the name: 's'::regclass */
	bool makes;     /* a function that came with the range type, and keeps its name */
};

/* a column of a relation, or of what a query gives */
struct output {
	const char *name;
	const char *type; /* NULL: not known */
	const char *comment;
	struct list privileges; /* struct privilege */
	struct list labels;     /* struct security_label */
};

struct link {
	enum link_kind kind;
	struct qname to; /* full */
};

/* a kind of object: one row beside its operations */
struct noun {
	const char *name; /* "table", as messages say it */
	enum space space;
	bool alias;   /* only ever a struct alias */
	char relkind; /* as pg_class.relkind, of a composite type, and of a relation that is known by name alone: 'r' is that of CREATE TABLE AS */
	const char *
		plural; /* as ALTER DEFAULT PRIVILEGES calls it: "TABLES"; NULL: there are none for it */
	size_t size; /* of its struct */
	/* a copy's own lists, after its struct was copied. May be NULL */
	void (*unshare)(struct object *copied);
	/* the other names that come and go with it: struct alias, appended. May be NULL */
	void (*aliases)(const struct object *o, struct list *aliases);

	/* what a query can say of it: struct output, appended; false where there may be more. NULL: not known */
	bool (*columns)(const struct object *o, struct list *columns);

	/* what it should be found by, beside its names: struct link, appended. May be NULL */
	void (*links)(const struct object *o, struct list *links);

	/* takes it away with all that cannot be without it, as CASCADE does. NULL: schema_remove is enough */
	void (*remove)(struct schema *s, struct object *o);

	/* operations that make it, unmake it, or make `to` of `from` (same id, or same name where two schemas meet), with
	   diff_add. alter writes the rename where the names differ. NULL in an alias and where it is not modelled */
	void (*create)(struct diff *d, const struct object *o);
	void (*drop)(struct diff *d, const struct object *o);
	void (*alter)(struct diff *d, const struct object *from, const struct object *to);
	/* where two schemas meet: unmakes `from` and makes `to`, which has to take what was held as from's. NULL: drop and create */
	void (*remake)(struct diff *d, const struct object *from, const struct object *to);
	/* what of a copy is spelled as the server spells `of`, whose spelled form is `as`, takes the words of that. The copy itself as
	   `as`: nobody could ask, and whatever may be the same takes them. NULL: there are none */
	void (*settle)(struct object *copied, const struct object *of, const struct object *as);
	/* gives the parts of a copy the names that those of `to` have now, which were renamed from theirs. May be NULL */
	void (*rename_parts)(struct object *copied, const struct object *to);
	/* what an object of `to` without renamed_from was in s, where that follows from another, which has its new name in both. May
	   be NULL */
	const struct object *(*former)(const struct schema *s, const struct schema *to,
	                               const struct object *o);
	/* warns of parts that go and come and may be the same under another name. May be NULL */
	void (*warn_renamed)(const struct object *from, const struct object *to);
	/* what goes and what comes may be the same under another name. NULL: nothing would be lost */
	bool (*resembles)(const struct object *goes, const struct object *comes);
	/* what of `to` cannot be given to `from`, where alter is silent: sentences, appended. May be NULL */
	void (*lost)(const struct object *from, const struct object *to, struct strs *out);
};

/* what every object begins with */
struct object {
	struct loc at; /* where it was made */
	const struct noun *noun;
	unsigned id; /* stays the same over a rename */
	struct qname name;
	const char *comment;
	const char *owner;         /* a role; NULL: the one that runs migrate */
	struct list privileges;    /* struct privilege */
	struct list labels;        /* struct security_label */
	struct loc unfollowed;     /* SQL that is not followed and is about it; file NULL: none */
	struct qname renamed_from; /* of a model; name NULL: none */
};

/* a name that belongs to another object: an index, an identity's sequence, a table's row type */
struct alias {
	struct object object;
	struct qname owner; /* the table */
};

struct table {
	struct object object;
	const char *persistence; /* "unlogged", "temporary"; NULL is permanent */
	struct list columns;     /* struct column */
	struct list constraints; /* struct constraint */
	struct list indexes;     /* struct index; those of constraints are not among them */
	struct list inherits;    /* struct qname */
	const char *of_type;
	const char *partition_by;  /* "range (at)" */
	struct qname partition_of; /* name NULL: no partition */
	struct bound bound;
	struct strs with;
	const char *using; /* table access method */
	const char *tablespace;
	const char *on_commit;
	bool row_security, force_row_security;
	const char *replica_identity; /* "full", "nothing"; NULL: the primary key … */
	unsigned replica_index;       /* … or the index, or constraint, of this id; 0: none */
	const char *server;           /* of a foreign table; NULL: it is none */
	struct strs server_options;   /* "name=value" */
	bool unchecked; /* DISABLE TRIGGER ALL: those of its foreign keys do not fire */
	/* struct setting: row triggers that a partition has from above, by name, and how they fire, where that is not "ENABLE" */
	struct list copies;
};

struct sequence {
	struct object object;
	struct sequence_options options;
	const char *persistence;
	struct reference owned_by; /* one column */
};

struct label {
	unsigned id; /* stays the same over a rename */
	const char *name;
	const char *renamed_from; /* of a model */
	unsigned added; /* the transaction that added it to a type made before; 0: usable at once */
	/* set where it is used before that ends, for what added it can make the type anew instead; NULL where it cannot */
	bool *at_once;
};

/* an enum */
struct enum_type {
	struct object object;
	struct list labels; /* struct label */
};

struct namespace
{
	struct object object;
};

struct extension {
	struct object object; /* name.schema is where it puts its objects; not part of its name */
	const char *version;
};

/* an object that is known by name alone: made by SQL that is not followed */
struct opaque {
	struct object object;
};

/* what ALTER made of an object that is kept as SQL */
struct setting {
	const char *key; /* what it sets: a later one with the same key takes its place */
	const char *sql; /* the statement behind "ALTER VIEW name" */
};

/* an object that is kept as the SQL that makes it: a view, a function, a trigger. The statement is head, name, tail, so that
   the text follows where the object is renamed */
struct code {
	struct object object; /* name.name tells it from others in its space: "f(integer)" */
	struct qname
		name; /* as it stands in the statement, full but where its kind is .on_relation; name NULL: it has none */
	struct qname on; /* the relation that it belongs to, full: of a trigger; name NULL: none */
	const char *head, *tail;
	unsigned
		made; /* by which statement: another one after OR REPLACE, the same after a rename */
	struct list uses;     /* struct use */
	struct list columns;  /* struct output: of a view, a composite type */
	bool open;            /* there may be more columns than these */
	bool reads;           /* its body, a string, named relations when it was made */
	struct list settings; /* struct setting */
};

struct change {
	struct object *from, *to; /* NULL: there was none, there is none */
};

/* what SQL that may run or not leaves open of an object, or of what would be one */
struct doubt {
	bool there;        /* whether it is there … */
	struct loc at;     /* … as what was made there */
	bool kept;         /* it is among what is kept as what may be there */
	bool all;          /* what it is, and all that it has */
	struct strs parts; /* columns, constraints, indexes: whether they are there */
	struct strs other; /* the same: what they are */
};

struct of_noun {
	const struct noun *noun;
	struct list objects; /* by their ids */
};

/* a statement that may make or change what the schema does not know */
struct unfollowed {
	struct loc at;
	const char *what; /* "DO" */
};

struct schema {
	struct map objects;   /* by space and full name; aliases too */
	struct list by_id;    /* struct object, without aliases */
	struct list found_by; /* the same, what each of them is found by */
	struct list by_noun;  /* the same, a list for each noun that there was: struct of_noun */
	struct map links;     /* by kind and full name: struct list of ids, ascending */
	struct list journal;  /* struct change */
	struct list going;    /* what is being taken away, with what cannot be without it */
	int postgres;         /* the oldest server, major version */
	const char *history;  /* the schema of migrate's own tables */
	unsigned last_id;
	unsigned first_id;    /* last_id when this revision began */
	unsigned transaction; /* raised where one ends, see enum labels */
	bool alone;           /* each step is a transaction of its own */
	bool again;           /* what was said of the operation before is not said again */
	bool *used_label;     /* set where a label is used that another transaction added */
	bool *early_label;    /* set where a label's at_once is */
	struct strs path;     /* search path; new objects go to the first */
	struct strs home;     /* the one that every revision begins with */
	const struct map *
		awaited; /* names that are to come, as in objects: nothing behind one of them on the path is found instead. May be NULL */
	bool bodies_unread; /* check_function_bodies is off */

	struct map
		excused; /* names that SQL which nobody can read may have made or taken away, or that an error was about */
	struct map doubts; /* by space and full name: struct doubt */
	bool settles; /* what runs now runs for certain, and stays: on the way up, on every server */
	bool beyond; /* what may be there is there for now, to see what would be refused all the same */
	bool blind; /* any name may have been: an EXECUTE of a built string */
	struct map
		unfollowed; /* struct unfollowed by file:line: statements of which nothing is known */
	struct map
		unread; /* objects of operations that could not be read: nobody knows what became of them */
	bool unread_all; /* such an operation does not say which */
};

/* an empty schema; unqualified names are searched in path, and new objects go to the first of it that exists */
struct schema *schema_new(const struct strs *path);
unsigned schema_id(struct schema *s);

/* true for what the revision that is being replayed made itself */
bool schema_is_new(const struct schema *s, const struct object *o);

bool same_qname(struct qname a, struct qname b);

/* where a name without a schema is looked for, one by one; NULL behind the last. What was made in pg_catalog is on every path */
const char *schema_on_path(const struct schema *s, size_t i);
/* the object of that name, by the search path where it has no schema; NULL, as for no name */
struct object *schema_find(const struct schema *s, enum space space, struct qname name);
/* some object is not found by its bare name, though its schema is on the path: another is, which is before it */
bool schema_hides_any(const struct schema *s);
/* under which it stands in maps, until the next call; the name is full */
const char *schema_key(enum space space, struct qname name);
bool space_in_schema(enum space space);
/* name with its schema filled in, as for a new object */
struct qname schema_full(const struct schema *s, struct qname name);
/* itself, and the aliases that it brings: struct object */
struct list object_names(struct object *o);
/* puts an object (with its full name and id) and the aliases that it brings, in place of the one with its id or its name */
void schema_put(struct schema *s, struct object *o);
void schema_remove(struct schema *s, struct object *o);
/* all objects of a noun, in the order in which their names first appeared */
struct list schema_all(const struct schema *s, const struct noun *noun);

/* the objects that link so to that full name, oldest first: struct object, appended */
void schema_linked(const struct schema *s, enum link_kind kind, struct qname to, struct list *out);

/* now, for schema_back and schema_changes */
size_t schema_mark(const struct schema *s);
void schema_back(struct schema *s, size_t mark);
/* what changed since mark, one struct change an object (by id where the object stayed, also over a rename), aliases left out */
struct list schema_changes(const struct schema *s, size_t mark);

/* the tables that migrate makes for itself; ends with NULL */
extern const char *const migrate_tables[];
bool is_migrate_table(const struct schema *s, struct qname name);

/* ---- doubt.c ---- */

/* this name, or any part of a dotted one, is no error from now on */
void schema_excuse(struct schema *s, const char *name);
/* the same of a name that stands in SQL which nobody can read: what is called so may be gone */
void schema_doubt(struct schema *s, const char *name);
/* what is there of that full name may have another shape: it was made only where there was none */
void schema_doubt_shape(struct schema *s, enum space space, struct qname name);
/* the names of an object that is kept as what may be there */
void schema_doubt_names(struct schema *s, const struct object *o);
/* SQL that may run or not would make the one of the other; NULL is nothing */
void schema_doubt_change(struct schema *s, const struct object *from, const struct object *to);
/* an object of that full name may be there */
void schema_doubt_name(struct schema *s, enum space space, struct qname name);
/* an object that is there may be gone, or such a part of it */
bool schema_doubts(const struct schema *s, const struct object *o);
/* o was made, so its name was free: it is what it is now */
void schema_settle(struct schema *s, const struct object *o);
bool schema_doubts_part(const struct schema *s, const struct object *o, const char *part);
/* what is called so may be there, or gone, or be another: it is no error that it is missing, or there */
bool schema_excused(const struct schema *s, enum space space, struct qname name);
/* the same without what an object that is there excuses while it is: an object of that name may be there */
bool schema_may_have(const struct schema *s, enum space space, struct qname name);
/* if it is there, it may be something else than is known. And may have such a column, constraint
   or index; NULL is any */
bool schema_may_be_other(const struct schema *s, enum space space, struct qname name);
bool schema_may_have_part(const struct schema *s, const struct object *o, const char *part);
/* such a part, which is there, may be another */
bool schema_may_be_other_part(const struct schema *s, const struct object *o, const char *part);
/* it is kept as what may be there, with that id, made by that arm; NULL: it no longer may. Like all that is put, schema_back takes it back */
void schema_keep_maybe(struct schema *s, unsigned id, struct object *made, unsigned arm);
/* where it would be made: see block.h; 0: not known */
unsigned schema_maybe_arm(const struct schema *s, unsigned id);
/* all that may be there: struct object */
struct list schema_maybes(const struct schema *s);
/* they are there until schema_back, but for what may be another, and where something else has their names */
void schema_add_maybes(struct schema *s);

/* an operation that could not be read has to do with this name, or with each part of a dotted one */
void schema_unread(struct schema *s, const char *name);
bool schema_is_unread(const struct schema *s,
                      const char *name); /* or what is named after one: t_a_key */

/* a copy that can be changed; of a table its lists are copied too, not their elements */
struct object *object_copy(const struct object *o);

struct column *table_column(const struct table *t, const char *name);
struct constraint *table_constraint(const struct table *t, const char *name);
struct index *table_index(const struct table *t, const char *name);
/* the primary key or NULL */
struct constraint *table_primary_key(const struct table *t);
/* a copy of the element at i of a list, put in its place */
void *element_copy(struct list *l, size_t i, size_t size);
/* the names of columns, for did_you_mean */
struct strs table_column_names(const struct table *t);

#endif
