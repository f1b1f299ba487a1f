/* What a query is read with: the items of FROM, scope by scope, and what is said and noted on the way. */
#ifndef SCOPE_H
#define SCOPE_H

#include "code.h"

/* one name in FROM, or what a JOIN merged */
struct item {
	const char *name;            /* by which its columns are qualified; NULL: by none */
	const struct object *object; /* of a relation */
	const char *schema;          /* of a relation without an alias: may qualify the name */
	bool aliased;
	struct list columns; /* struct output */
	bool open;           /* it may have more columns than these */
	bool catalog;        /* it is one of the server's own relations */
	bool merged;         /* its columns are found through the JOIN that it is in */
	bool scalar;         /* its row is one value: a.f may be f(a) */
	bool hidden;         /* it cannot be qualified: it is inside of a JOIN that has an alias */
	bool parameters;     /* those of a function, which has this name */
	bool renamed;        /* an alias gives its columns other names */
	bool join;           /* a JOIN: its first columns, so many, are those of both sides */
	size_t joined;
};

/* a query of WITH */
struct cte {
	const char *name;
	struct list columns;
	bool open;
};

/* what makes one value of many rows, or many of one */
enum many { MANY_AGGREGATES = 1, MANY_WINDOWS = 2, MANY_SETS = 4, MANY_ALL = 7 };

/* a query, or a statement that changes rows: which clause of it is being read, and what was found */
struct level {
	const struct level *outer;
	const char *clause; /* "WHERE"; NULL: it has no name */
	unsigned refused;   /* enum many: what may not stand in it */
	unsigned found;     /* enum many */
	bool uncertain;     /* which columns are the same cannot be told */
	PgQuery__Node *const *windows;
	size_t n_windows;
};

struct scope {
	const struct scope *outer;
	struct list items;   /* struct item */
	struct list ctes;    /* struct cte */
	struct level *level; /* NULL: an expression that stands by itself */
};

/* what a query gives */
struct result {
	struct list columns; /* struct output */
	bool open;
	struct list
		nodes; /* of each column its expression, or the * that it comes of; NULL where it has none */
};

/* a column, or an aggregate, where it stands */
struct ref {
	const void *node; /* of the tree */
	const struct level *level;
	const struct item *item;     /* of a column */
	const struct output *column; /* NULL: an aggregate, or the whole row of the item */
};

/* where a column was found */
struct found {
	const struct output *column; /* NULL: nowhere, or it cannot be told */
	const struct item *item;
	const struct scope *scope;
	bool settled;
};

/* ---- scope.c ---- */

/* the operation, at a place of the tree */
struct op query_here(const struct query *q, int location);
void query_error(struct query *q, int location, enum error code, const char *text);
struct use *query_use(struct query *q, enum space space, struct qname name, const char *column,
                      int location);

void output_add(struct list *columns, const char *name, const char *type);
const struct output *output_find(const struct list *columns, const char *name);

/* the item of that name, or NULL */
const struct item *scope_item(const struct scope *scope, const char *schema, const char *name);
void scope_no_item(struct query *q, const char *name, int location, const struct scope *scope);
const char *scope_no_column(const struct scope *scope, const char *name);
/* notes that a column of an item is used; a JOIN has it from one of its sides, which are in scope */
void scope_found(struct query *q, const struct scope *scope, const struct item *item,
                 const struct output *column, int location);
/* the same of one that USING names: nothing in the text names it as a column */
void scope_joins(struct query *q, const struct scope *scope, const struct output *column);
/* the item that a column of a JOIN is from; itself where it is none, or where both sides have made it */
const struct item *scope_origin(const struct scope *scope, const struct item *item,
                                const struct output *column);
/* the column of that name */
struct found scope_unqualified(struct query *q, const char *name, int location,
                               const struct scope *scope);
/* the parameters of the function whose body it is, or NULL */
const struct item *scope_parameters(const struct scope *scope);
/* the column that a reference is; NULL where that is not known, or nothing */
const struct output *scope_column(struct query *q, const PgQuery__ColumnRef *c,
                                  const struct scope *scope);

/* ---- from.c ---- */

/* the relation as an item without its alias */
/* the server has it */
bool is_catalog(struct qname name);
struct item *relation_item(struct query *q, const PgQuery__RangeVar *r);
void item_alias(struct query *q, struct item *item, const PgQuery__Alias *alias);
const struct cte *scope_cte(const struct scope *scope, const char *name);
/* the names that an alias gives the columns; those that it leaves out keep theirs */
void rename_columns(struct query *q, struct list *columns, bool open, const char *what,
                    PgQuery__Node *const *names, size_t n);
void relation_columns(const struct query *q, const struct object *o, struct item *item);
/* t as an item that may have more columns */
struct item *table_item(const struct schema *s, const struct table *t);
/* which type a name stood for when o was made is not certain: the search path has led elsewhere since */
bool type_is_doubtful(const struct schema *s, const struct object *o, const char *type);
void from_add(struct query *q, const PgQuery__Node *n, struct scope *scope);
void from_all(struct query *q, PgQuery__Node *const *nodes, size_t n, struct scope *scope);

/* ---- level.c ---- */

struct scope scope_new(const struct scope *outer);
/* what is read from now on; both may be NULL */
void level_read(struct level *level, const char *clause, unsigned refused);
/* inside of what refuses more than what is around it; gives what level_restore needs */
struct level level_refuse(const struct scope *scope, unsigned refused, const char *clause);
void level_restore(const struct scope *scope, const struct level *before);
/* the condition of WHERE and its like, for one row at a time */
void follow_clause(struct query *q, const PgQuery__Node *n, const struct scope *scope,
                   const char *what);
/* a column that stands in the tree, and so does each that a * stands for; column NULL: the whole row */
void level_refers(struct query *q, const PgQuery__ColumnRef *c, const struct scope *scope,
                  const struct item *item, const struct output *column);

/* the item whose whole row a reference was found to be, or NULL */
const struct item *level_row(const struct query *q, const PgQuery__ColumnRef *c);

/* a call whose arguments are being read */
struct call_mark {
	const PgQuery__FuncCall *call;
	enum many kind; /* 0: it gives one value of one row, or that is not known */
	size_t refs;
	struct level before;
};

/* whether it is an aggregate is not known */
bool may_aggregate(const struct query *q, const PgQuery__FuncCall *call);
struct call_mark call_begin(struct query *q, const PgQuery__FuncCall *call,
                            const struct scope *scope);
/* the condition of its FILTER comes now */
void call_filter(const struct scope *scope);
void call_end(struct query *q, const struct call_mark *mark, const struct scope *scope);
/* an aggregate or GROUPING, whose arguments have the references from refs on */
void level_aggregates(struct query *q, const void *node, size_t refs, const struct scope *scope,
                      int location);
/* what OVER says; and the windows of the query, which are its level's */
void follow_over(struct query *q, const PgQuery__WindowDef *w, const struct scope *scope);
void follow_windows(struct query *q, const struct scope *scope);

/* ---- sorting.c, grouping.c ---- */

/* what an item of GROUP BY, ORDER BY or DISTINCT ON says */
struct sort_key {
	const PgQuery__Node *node;   /* the expression */
	const struct output *column; /* where it is one by itself: of * */
	const char *type;
};

/* GROUP BY, HAVING, WINDOW, DISTINCT, ORDER BY, LIMIT and FOR UPDATE of a query whose references begin there */
void follow_clauses(struct query *q, const PgQuery__SelectStmt *n, const struct scope *scope,
                    const struct result *r, size_t refs);
/* a number of rows: a bigint, or what becomes one */
void take_number(struct query *q, const PgQuery__Node *n, const char *type, const char *what);
/* the ORDER BY and LIMIT of a UNION */
void follow_set_clauses(struct query *q, const PgQuery__SelectStmt *n, const struct scope *scope,
                        const struct result *r);
/* values of the type can be told apart, or (sorted) put in order */
void need_comparable(struct query *q, const char *type, bool sorted, const char *what,
                     int location);

/* columns stand in GROUP BY, or in an aggregate; keys are struct sort_key */
void need_grouped(struct query *q, const PgQuery__SelectStmt *n, const struct level *level,
                  const struct list *keys, size_t refs);
/* how an expression is told from others; NULL where it cannot be told */
const char *expression_key(const struct query *q, struct sort_key key, size_t refs);

/* ---- signature.c ---- */
/* what a type, by its name in the catalog, is an array of, or NULL */
const char *element_of(const char *type);

/* the type of 'x' and NULL, which become what is needed: the pointer tells it */
extern const char unknown_type[];

/* the name by which signatures know a type: as in pg_type, or the quoted one of an enum or row; NULL where nothing is certain of it. A
   domain is what it is of. And the other way */
const char *signature_type(const struct schema *s, const char *sql);
const char *signature_sql(const char *type);
/* it is that of a row */
bool is_row_signature(const char *type);
/* that, or what ROW makes, which becomes any of them */
bool may_be_row(const char *type);
/* the type of a call of the server's own function or operator, or NULL. What it takes its arguments for is appended to taken */
const char *signature_call(struct query *q, const char *name, const struct strs *types,
                           struct strs *taken, int location);
/* the server's own function of that name may be called with a row */
bool signature_takes_row(const char *name);
/* true where a value of the type stands for one of the other by itself; in doubt */
bool signature_accepts(const char *to, const char *from);

/* how the server makes one type of another: when it is told to, or by itself where it is put into a column */
enum cast { CAST_NONE, CAST_TOLD, CAST_UNKNOWN, CAST_ASSIGNED };

/* of types by these names */
enum cast cast_path(const char *from, const char *to);
void signature_cast(struct query *q, const char *from, const char *to, int location);
/* the one type of all of them; "unknown" where they are all that, NULL where it is not certain. Errors begin with what */
const char *signature_common(struct query *q, const struct strs *types, const char *what,
                             int location);

/* ---- label_use.c ---- */

/* those of these constants that are labels are such of their enums, and not such as this transaction added */
enum applied need_labels(const struct op *op, const struct schema *s, const struct source *source,
                         const struct list *constants, const char *what);

/* ---- function_body.c ---- */

/* what a call of a function gives */
struct returned {
	const char *name;    /* of its only output; NULL: it has none */
	bool nothing;        /* void */
	const char *type;    /* as SQL; NULL: it has no name, or is not known */
	bool rows;           /* a value is a row of these */
	struct list columns; /* struct output */
};

/* o is the function where it was made, NULL where it is being made */
struct returned function_returns(const struct schema *s, const struct object *o,
                                 const PgQuery__CreateFunctionStmt *f);

/* ---- function_call.c ---- */

/* the type of a call of a function that a migration made, or NULL; of its arguments these are the types */
const char *function_call(struct query *q, const PgQuery__FuncCall *call, const struct strs *types);
/* what it gives in FROM; nothing of it is known where it has neither a type nor rows */
struct returned function_called(const struct query *q, const PgQuery__FuncCall *call);
/* the operator that migrations made and that is meant with arguments of these types; NULL: it is another, or that is not certain */
const struct code *operator_meant(const struct schema *s, struct qname name,
                                  const struct strs *types);

/* ---- typing.c ---- */

/* reads an expression (which may be NULL); its type as SQL, unknown_type or NULL */
const char *follow(struct query *q, const PgQuery__Node *n, const struct scope *scope);
void follow_all(struct query *q, PgQuery__Node *const *nodes, size_t n, const struct scope *scope);
/* what is true or false; errors begin with what */
void follow_condition(struct query *q, const PgQuery__Node *n, const struct scope *scope,
                      const char *what);
/* a string constant, where the expression is one, becomes a value of the type (SQL, or NULL) */
void take(struct query *q, const PgQuery__Node *n, const char *type, const char *what);
/* the one type of expressions, whose types are known, as SQL; constants among them become it */
const char *follow_common(struct query *q, PgQuery__Node *const *nodes, const struct strs *types,
                          const char *what, int location);
/* what the server's own function or operator makes of arguments of these types; constants among the nodes, which may be NULL, become
   what is needed */
const char *type_called(struct query *q, const char *name, PgQuery__Node *const *nodes,
                        const struct strs *sql, struct strs *taken, int location);

/* ---- operation.c ---- */

/* one side of an operator */
struct side {
	PgQuery__Node *node; /* NULL: a constant has become what it is */
	const char *type;
};

struct side follow_side(struct query *q, PgQuery__Node *n, const struct scope *scope);
/* the sides that a row is made of, or the one; and those that a subquery gives: struct side */
struct list row_sides(struct query *q, PgQuery__Node *n, const struct scope *scope);
struct list result_sides(const struct result *r);
const char *operate(struct query *q, const char *name, struct side left, struct side right,
                    int location);
const char *operate_rows(struct query *q, struct qname name, const struct list *left,
                         const struct list *right, int location);
/* there is one of that name for some types, or an extension may have brought it */
bool operator_may_be(const struct schema *s, struct qname name);
/* what the function of an operator gives; NULL where migrations did not make that */
const char *operator_gives(const struct schema *s, const struct code *operator);
const char *operation_type(struct query *q, const void *m, const struct scope *scope);

/* ---- field.c ---- */

/* the columns of a row of the type; false where it is no row, or they are not known */
bool row_columns(const struct schema *s, const char *type, struct list *columns);
/* the type of what parts say of a value: a[1], a[1:2], (c).f. It is of the type, or a row of these columns (NULL: of none) */
const char *type_within(struct query *q, const char *type, const struct list *row,
                        PgQuery__Node *const *parts, size_t n, const struct scope *scope,
                        int location);
const char *follow_parts(struct query *q, const void *m, const struct scope *scope);
/* (c).*: false where its columns are not known */
bool follow_star(struct query *q, const PgQuery__AIndirection *x, const struct scope *scope,
                 struct list *columns);

/* ---- expression_check.c ---- */

/* an expression of a table; whoever read its text judged the names of columns in it */
const char *follow_in_table(struct query *q, const struct table *t, const PgQuery__Node *tree);

/* ---- query.c, query_rows.c ---- */

/* the queries of WITH; a recursive one sees what its first part gives */
void follow_with(struct query *q, const PgQuery__WithClause *with, struct scope *scope);
/* a list of targets, or RETURNING */
void follow_targets(struct query *q, PgQuery__Node *const *targets, size_t n,
                    const struct scope *scope, struct result *r);
/* its constants are texts by then */
struct result follow_select(struct query *q, const PgQuery__SelectStmt *n,
                            const struct scope *outer);
/* the same where UNION or INSERT may still tell what they are */
struct result follow_source(struct query *q, const PgQuery__SelectStmt *n,
                            const struct scope *outer);
/* a value that is several, as t.* in a row, and rows in which one is: how long they are is not known */
bool is_several(const PgQuery__Node *value);
bool row_is_open(PgQuery__Node *const *values, size_t n);
bool values_are_open(const PgQuery__SelectStmt *n);
/* the constants that a SELECT, or each part of a UNION, gives as column i become values of the type */
void take_column(struct query *q, const PgQuery__SelectStmt *n, size_t i, const char *type,
                 const char *what);
struct result follow_insert(struct query *q, const PgQuery__InsertStmt *n,
                            const struct scope *outer);
struct result follow_update(struct query *q, const PgQuery__UpdateStmt *n,
                            const struct scope *outer);
struct result follow_delete(struct query *q, const PgQuery__DeleteStmt *n,
                            const struct scope *outer);
struct result follow_merge(struct query *q, const PgQuery__MergeStmt *n, const struct scope *outer);
struct result follow_statement(struct query *q, const PgQuery__Node *n, const struct scope *outer);
/* RETURN, or BEGIN ATOMIC: what the last of its statements gives, *last getting that one */
struct result follow_body(struct query *q, const PgQuery__Node *n, const struct scope *outer,
                          const PgQuery__Node **last);

#endif
