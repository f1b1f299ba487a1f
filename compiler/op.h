/* Operations, and the rows that describe kinds of them. */
#ifndef OP_H
#define OP_H

#include "../runtime/table.h"
#include "schema.h"
#include "sql.h"

struct clause;

/* How a field stands in Lua, and what its struct member is:

   FIELD_BOOL       boolean                          bool
   FIELD_ANSWER     boolean                          enum answer
   FIELD_INT        integer                          const char *
   FIELD_TEXT       string                           const char *    (null: "", where .nullable)
   FIELD_NAME       string                           const char *    one unqualified name
   FIELD_QNAME      string                           struct qname
   FIELD_TYPE       string, SQL                      const char *    as type_parse spells it
   FIELD_SQL        string, SQL expression           const char *
   FIELD_STATEMENT  string, SQL statements           struct source
   FIELD_FILE       string, a path beside the script struct source    the file's text, its line ends LF
   FIELD_VALUE      literal, sql, null               struct value *
   FIELD_CHOICE     string among .choices            const char *
   FIELD_TERM       column, or sql                   struct term
   FIELD_REFERENCE  "t" or "t(a, b)"                 struct reference
   FIELD_NAMES      list of names, or one            struct strs
   FIELD_TEXTS      list of strings                  struct strs
   FIELD_QNAMES     list of names, or one            struct list of struct qname
   FIELD_VALUES     list of literals, or one         struct list of struct value
   FIELD_PARAMETERS table of name = value            struct strs of "name=value", sorted
   FIELD_ITEMS      items of .shape                  struct list of that struct
   FIELD_ITEM       one item of .shape               pointer to that struct
   FIELD_PART       the fields of .shape             that struct, embedded; positions go on after this one's
   FIELD_ROWS       list of { column = value }       struct list of struct row                               */
enum field_type {
	FIELD_BOOL,
	FIELD_ANSWER,
	FIELD_INT,
	FIELD_TEXT,
	FIELD_NAME,
	FIELD_QNAME,
	FIELD_TYPE,
	FIELD_SQL,
	FIELD_STATEMENT,
	FIELD_FILE,
	FIELD_VALUE,
	FIELD_CHOICE,
	FIELD_TERM,
	FIELD_REFERENCE,
	FIELD_NAMES,
	FIELD_TEXTS,
	FIELD_QNAMES,
	FIELD_VALUES,
	FIELD_PARAMETERS,
	FIELD_ITEMS,
	FIELD_ITEM,
	FIELD_PART,
	FIELD_ROWS,
};

struct row {
	struct loc at;
	struct strs columns;
	struct list values; /* struct value */
};

/* One table of these per shape decodes Lua, rejects unknown keys, prints back, hashes and documents. The row with
   key NULL ends it. */
struct field {
	const char *key;
	enum field_type type;
	size_t offset;
	int position; /* which argument it is, from 1; 0 for an option. Several FIELD_ITEMS may share one */
	bool required;
	bool nullable; /* may be null */
	bool unhashed; /* says how, not what: does not enter checksums */
	bool model;    /* of what is declared in a model alone */
	const struct shape *shape;
	const char *const *choices; /* NULL ends it */

	const char *fallback; /* for the reference: what leaving it out means */
	const char *sql;      /* for the reference: the SQL that it becomes */
	const char *doc;      /* for the reference: one sentence where the rest does not say it */
};

/* How the values reach the fields:
   CALL_ARGUMENTS  f(first, second, { options })
   CALL_TABLE      f { first, second, option = … }; a list at position 1 takes all that has no key
   CALL_MIXED      f(first, { items, option = … })                                             */
enum call { CALL_ARGUMENTS, CALL_TABLE, CALL_MIXED };

struct shape {
	const char *name; /* of the Lua function */
	enum call call;
	size_t size; /* of the struct, which begins with struct loc */
	const struct field *fields;
	/* what the fields alone cannot say; -1 after error_at. May be NULL */
	int (*finish)(void *item);
	const char *example; /* of an item as a plain table, for errors. May be NULL */
	const char *title;   /* in the reference, where another shape has its name. May be NULL */
	const char *page;    /* of PostgreSQL's manual: sql-createtable.html */
	const char *doc;
};

/* the servers that an operation is for, by major version: from since on, and before before; 0 is no bound */
struct servers {
	int since, before;
};

/* what an operation's struct begins with */
struct op {
	struct loc at;
	const struct op_class *class;
	struct servers servers;
	/* the texts in a call that could not be read, whose errors were reported: what it would have done is not known.
	   NULL: it could be read, and the struct is as it should be */
	const struct strs *unread;
	const struct object
		*about; /* of a difference: the object that it makes, alters or takes away */
	const char *
		called; /* what messages call it, where it is done for another; NULL: as its class */
};

enum applied {
	APPLIED,
	REFUSED = -1, /* after op_error: the schema is as it was */
	UNKNOWN =
		1, /* it names what nobody could follow: the server will judge; no inverse can be derived */
};

/* what has no way back */
struct gap {
	struct loc at;
	const char *why; /* "execute: UPDATE has no inverse; say down = [[ … ]]" */
};

struct catalog_query;

struct op_class {
	struct shape shape; /* its name is the operation's */
	bool opaque;        /* what it changes does not stand in its fields */

	const char *
		declares; /* the function of models that says the same: "table"; NULL: there is none */
	bool of_models; /* it is no operation of migrations */
	/* appends the operations that such a declaration is: what may need others apart. -1 after error_at, of what no model says. NULL: it
	   is one */
	int (*declared)(struct op *op, struct list *ops);

	/* the operation that a clause of a parsed statement is, or NULL where it is another class's. Fills names as written.
	   .at is the clause's; errors are no business of it, apply makes them */
	struct op *(*from_sql)(const struct clause *c);
	/* as a person would write it, in the schema after it: a copy, or op itself; NULL: only SQL says it. May be NULL: as it is */
	const struct op *(*told)(const struct op *op, const struct schema *s);
	/* says what another operation of the same difference does, too, so that the other is done without; false where it cannot. May be
	   NULL */
	bool (*absorb)(struct op *op, const struct op *other);
	/* the operations that it turned out to be when it was applied, where a script has to say each. May be NULL: it is one */
	struct list (*apart)(struct op *op);
	/* what whoever runs it on rows should know: "fails where …". s is the schema after all. NULL: nothing. May be NULL */
	const char *(*caution)(const struct op *op, const struct schema *s);
	/* checks against the schema as the server would, chooses the names left out (into op), changes the schema */
	enum applied (*apply)(struct op *op, struct schema *s);
	/* the operations that it is made of, which are undone one by one, the last one first; none: it is undone as a whole. May be
	   NULL */
	struct list (*parts)(struct op *op);
	/* the statements, with step_add; runs after apply, so names are chosen */
	void (*render)(const struct op *op, struct list *steps);
	/* only where the difference of the schemas does not undo it (rows, SQL that is not followed): appends operations to down
	   and struct gap to gaps. Returns true where that is all, false where the difference is to be undone as well. Runs after
	   apply; where a table that it fills is new in this revision (schema_is_new) nothing needs to be undone. May be NULL */
	bool (*invert)(const struct op *op, const struct schema *s, struct list *down,
	               struct list *gaps);
	/* what reads the operations that make what a live database holds. May be NULL */
	const struct catalog_query *inspect;
};

/* the order in which the operations of a difference run */
enum phase {
	PHASE_RENAME,
	PHASE_DROP_CODE,
	PHASE_DROP_PARTITION,
	PHASE_SPLIT_PARTITION,
	PHASE_MOVE_ROWS,
	PHASE_ATTACH_PARTITION,
	PHASE_DROP_FOREIGN_KEY,
	PHASE_DROP_INDEX,
	PHASE_DROP_CONSTRAINT,
	PHASE_DROP_DEFAULT,
	PHASE_DROP_COLUMN,
	PHASE_DROP_TABLE,
	PHASE_DROP_FUNCTION,
	PHASE_DROP_SEQUENCE,
	PHASE_DROP_TYPE,
	PHASE_DROP_EXTENSION,
	PHASE_DROP_SCHEMA,
	PHASE_CREATE_SCHEMA,
	PHASE_CREATE_EXTENSION,
	PHASE_CREATE_TYPE,
	PHASE_CREATE_SEQUENCE,
	PHASE_CREATE_FUNCTION,
	PHASE_CREATE_BASE_TYPE,
	PHASE_CREATE_TABLE,
	PHASE_ADD_COLUMN,
	PHASE_ALTER_COLUMN,
	PHASE_OWN_SEQUENCE,
	PHASE_ADD_CONSTRAINT,
	PHASE_CREATE_INDEX,
	PHASE_ADD_FOREIGN_KEY,
	PHASE_CREATE_CODE,
	PHASE_ALTER_CODE,
	PHASE_OWNER,
	PHASE_GRANT,
	PHASE_COMMENT,
	N_PHASES,
};

/* what a query of the catalogs is asked for */
enum asked { ASKED_ALWAYS, ASKED_GRANTS, ASKED_OWNERS, ASKED_VERSIONS };

/* a query of a live database whose rows are statements that make what is there: the schema (NULL: it is in none), the name of what
   the statement is about, by which people choose (NULL: what others need, whatever they are called), and the statement. Its common
   table expressions are those of inspect.c; what stands between << and >> is for some servers: <<14? a.attcompression : ''>> */
struct catalog_query {
	const char *sql;  /* NULL ends an array of them */
	enum phase phase; /* in which the statements run */
	int since;        /* the first server that has what is asked for; 0: all have */
	enum asked asked;
};

/* the operations that lead from one schema to another, being collected */
struct diff {
	struct loc at; /* given to every operation */
	bool by_name; /* match parts by name (two schemas) and not by id (one schema at two times) */
	bool unrelated;    /* by name; and neither schema has come of the other */
	bool concurrently; /* make and drop indexes so */
	unsigned
		first_id; /* what has a higher id is new in the revision that is undone; 0: nothing is */
	const struct schema *schema; /* in which the operations begin, or NULL */
	const struct schema *target; /* by name: to which they lead, or NULL */
	/* what of tables goes and comes back, though it stays as it is: constraints, indexes, columns that are generated, and those
	   of which only the default does */
	struct list again;
	struct list
		takers; /* struct op: those that make tables whose defaults may take from sequences */
	struct list ops[N_PHASES];
};

void diff_add(struct diff *d, enum phase phase, void *op);
/* all that was added, phase by phase */
struct list diff_ops(const struct diff *d);
/* a new operation of a class: class and at set, the rest zero */
void *op_new(const struct op_class *class, struct loc at);

/* "file:line: operation: text"; returns REFUSED */
enum applied op_error(const struct op *op, enum error code, const char *format, ...)
	__attribute__((format(printf, 3, 4)));

/* applies op; where it is refused the schema is as it was, and the names that op has are excused, so that one mistake is one
   error. What has to do with operations that could not be read is not judged */
enum applied op_apply(struct op *op, struct schema *s);
/* an option of it that is a boolean is true */
bool op_says(const struct op *op, const char *key);
/* the bare names that it says, in its SQL and in expressions too; appended */
void op_mentions(const struct op *op, struct strs *words);

/* a trial of something in the schema in which all is there that may be */
struct beyond {
	size_t outer, mark;
	bool quiet;
	struct list maybes;  /* struct object */
	struct list changes; /* struct change: what it would change there */
	enum applied result;
	enum error code; /* of its last error */
};

/* false where there is nothing that may be there; else followed by beyond_end, which says what came of it */
bool beyond_begin(struct schema *s, struct beyond *b);
void beyond_end(struct schema *s, struct beyond *b, enum applied result);
/* it is refused whether what may be there is there or not: without is what comes of it where it is not */
bool beyond_refuses(const struct beyond *b, enum applied without);
/* what may be there is such as it would be from now on */
void beyond_keep(struct schema *s, const struct beyond *b);

/* what the last operation named that nobody could follow; op is the one that came out UNKNOWN */
struct gap op_unknown(const struct op *op);
void gap_add(struct list *gaps, struct loc at, const char *why);

/* the operation as errors about one of its items name it: at the item's line */
struct op item_op(const struct op *op, struct loc item);
/* ", made at file:line" or "": for errors */
const char *made_at(struct loc at);

/* a step with its label ("create_index users_email_idx"), to be completed by the caller: flags, lock, table */
struct step *step_add(struct list *steps, const struct op *op, const char *object, char *sql);
/* sets a step's table and lock; returns it */
struct step *step_lock(struct step *s, enum table_lock lock, struct qname table);

/* says what the step leaves where it is interrupted; to be completed by the caller: name, table, probe */
struct leftover *step_leaves(struct step *s, enum leftover_kind kind);

/* an error that there is no such noun, with the nearest name: REFUSED; or UNKNOWN where the name is excused */
enum applied missing(const struct op *op, const struct schema *s, const char *noun,
                     enum space space, struct qname name);
/* the object by name, or NULL with *result REFUSED after an error that suggests the nearest, or UNKNOWN where the name
   is excused. Of the relkinds in also, which the server takes there too, a view is its frame, a foreign table itself, and a relation
   that is known by name alone is UNKNOWN */
struct table *need_table(const struct op *op, const struct schema *s, struct qname name,
                         const char *also, enum applied *result);
struct column *need_column(const struct op *op, const struct schema *s, const struct table *t,
                           const char *name, enum applied *result);
/* refuses a name that is taken in its space; APPLIED where it is free */
enum applied need_free_name(const struct op *op, const struct schema *s, enum space space,
                            struct qname name);
/* the schema in which name would go must exist */
enum applied need_schema(const struct op *op, const struct schema *s, struct qname name);

/* what is temporary says no other schema than its own */
enum applied need_temporary(const struct op *op, struct qname name);

extern const struct noun table_noun;

/* a role holds something on it, or on a part of it (kind/privilege.c) */
bool has_privileges(const struct object *o);
/* a table that is a partition of that one */
bool is_partition(const struct object *o, const struct object *of);

/* all queries there are, phase by phase: struct catalog_query */
struct list catalog_queries(void);

/* all rows there are, kind by kind; NULL ends both (kind/kind.c) */
extern const struct op_class *const *const op_kinds[];
extern const struct shape *const item_shapes[];

#endif
