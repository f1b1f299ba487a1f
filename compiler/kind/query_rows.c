/* Statements that change rows: INSERT, UPDATE, DELETE, MERGE. */
#include <string.h>

#include "scope.h"

/* the column that is set, or NULL */
static const struct output *
follow_set_column(struct query *q, const struct item *table, const PgQuery__ResTarget *t)
{
	struct scope only = {NULL, {(void *[]){(void *)(size_t)table}, 1, 1}, {0}};
	const struct output *o = output_find(&table->columns, t->name);

	if (o)
		scope_found(q, &only, table, o, t->location);
	else if (!table->open)
		query_error(q, t->location, E_NO_COLUMN, scope_no_column(&only, t->name));
	return o;
}

/* SET a = …, (b, c) = …, and the columns of an INSERT: each at most once */
static void
follow_columns(struct query *q, const struct item *table, PgQuery__Node *const *targets, size_t n)
{
	const PgQuery__ResTarget *t;
	struct strs seen = {0};
	size_t i;

	for (i = 0; i < n; i++) {
		t = targets[i]->res_target;
		follow_set_column(q, table, t);
		if (!t->n_indirection && strs_has(&seen, t->name))
			query_error(q, t->location, E_TWICE,
			            strf("column '%s' stands twice", t->name));
		strs_add(&seen, t->name);
	}
}

/* the column's part that a target says; its type NULL where that is not known */
static struct output
target_column(struct query *q, const struct item *table, const PgQuery__ResTarget *t,
              const struct scope *scope)
{
	const struct output *o = output_find(&table->columns, t->name);

	return (struct output){t->name, type_within(q, o ? o->type : NULL, NULL, t->indirection,
	                                            t->n_indirection, scope, t->location)};
}

/* what values are put into */
struct into {
	const struct item *table;
	bool overriding; /* what an identity would give */
};

/* as rewriteTargetListIU: the server alone gives the values of some columns */
static void
need_writable(struct query *q, const struct into *into, const char *name, const PgQuery__Node *n,
              int location)
{
	const struct object *o = into->table->object;
	const struct column *c;

	if (q->stored || !o || o->noun != &table_noun || into->table->open ||
	    (n && n->node_case == PG_QUERY__NODE__NODE_SET_TO_DEFAULT))
		return;
	c = table_column((const struct table *)o, name);
	if (!c)
		return;
	if (c->generated)
		query_error(
			q, location, E_GENERATED,
			strf("column '%s' is generated: nothing but DEFAULT is put into it", name));
	else if (c->identity && same(c->identity->when, "always") && !into->overriding)
		query_error(q, location, E_GENERATED,
		            strf("column '%s' is generated always as identity: nothing but DEFAULT "
		                 "is put into it",
		                 name));
}

/* a value is put into a column; n NULL where it is not said as an expression */
static void
put(struct query *q, const struct into *into, const struct output *column, const PgQuery__Node *n,
    const char *type, int location)
{
	need_writable(q, into, column->name, n, location);
	if (type == unknown_type)
		take(q, n, column->type, strf("column '%s'", column->name));
	else if (cast_path(signature_type(q->schema, type),
	                   signature_type(q->schema, column->type)) < CAST_UNKNOWN)
		query_error(q, location, E_STATEMENT,
		            strf("column '%s' is of type %s, and what is put into it is of type %s",
		                 column->name, column->type, type));
}

/* (b, c) = (1, 2), (b, c) = (SELECT …): a target each, which all have the whole right side; its query is read with the first */
static void
follow_multiple(struct query *q, const struct into *into, const PgQuery__MultiAssignRef *m,
                const struct output *column, struct result *query, const struct scope *scope)
{
	const PgQuery__Node *source = m->source;
	const size_t i = (size_t)m->colno - 1;
	size_t given;

	if (source->node_case == PG_QUERY__NODE__NODE_ROW_EXPR &&
	    !row_is_open(source->row_expr->args, source->row_expr->n_args)) {
		given = source->row_expr->n_args;
		if (i < given)
			put(q, into, column, source->row_expr->args[i],
			    follow(q, source->row_expr->args[i], scope), -1);
	} else if (source->node_case == PG_QUERY__NODE__NODE_SUB_LINK) {
		if (!i)
			*query = follow_statement(q, source->sub_link->subselect, scope);
		given = query->open ? (size_t)m->ncolumns : query->columns.n;
		if (i < query->columns.n && !query->open)
			put(q, into, column, NULL, ((struct output *)query->columns.v[i])->type,
			    -1);
	} else {
		given = (size_t)m->ncolumns;
		if (!i)
			follow(q, source, scope);
	}
	if (!i && given != (size_t)m->ncolumns)
		query_error(q, -1, E_STATEMENT,
		            strf("SET: %zu values are given to %d columns", given, m->ncolumns));
}

static void
follow_sets(struct query *q, const struct item *table, PgQuery__Node *const *targets, size_t n,
            const struct scope *scope)
{
	const struct into into = {table, false};
	const PgQuery__ResTarget *t;
	struct result query = {0};
	struct output column;
	size_t i;

	level_read(scope->level, "SET", MANY_ALL);
	follow_columns(q, table, targets, n);
	for (i = 0; i < n; i++) {
		t = targets[i]->res_target;
		column = target_column(q, table, t, scope);
		if (t->val->node_case == PG_QUERY__NODE__NODE_MULTI_ASSIGN_REF)
			follow_multiple(q, &into, t->val->multi_assign_ref, &column, &query, scope);
		else
			put(q, &into, &column, t->val, follow(q, t->val, scope), t->location);
	}
}

/* the columns that an INSERT is for, in its order: struct output */
static struct list
target_columns(struct query *q, const struct item *table, PgQuery__Node *const *names, size_t n,
               const struct scope *scope)
{
	struct list columns = {0};
	struct output column;
	size_t i;

	if (!n)
		return list_copy(&table->columns);
	for (i = 0; i < n; i++) {
		column = target_column(q, table, names[i]->res_target, scope);
		list_add(&columns, copy(&column, sizeof column));
	}
	return columns;
}

/* each row of VALUES is of its own */
static void
follow_row(struct query *q, const struct into *into, const struct list *columns,
           PgQuery__Node *const *values, size_t n, const struct scope *scope)
{
	const char *type;
	bool open = false;
	size_t i;

	for (i = 0; i < n; i++) {
		type = follow(q, values[i], scope);
		open |= is_several(values[i]);
		if (i < columns->n && !open)
			put(q, into, columns->v[i], values[i], type, -1);
	}
}

/* what is inserted, put into its columns */
static struct result
follow_inserted(struct query *q, const struct into *into, const PgQuery__SelectStmt *n,
                const struct list *columns, const struct scope *scope)
{
	struct result r = {0};
	const struct output *o;
	const PgQuery__List *row;
	size_t i;

	if (n->n_values_lists && !n->with_clause) {
		level_read(scope->level, "VALUES", MANY_AGGREGATES | MANY_WINDOWS);
		r.open = values_are_open(n);
		for (i = 0; i < n->n_values_lists; i++) {
			row = n->values_lists[i]->list;
			follow_row(q, into, columns, row->items, row->n_items, scope);
			if (row->n_items != n->values_lists[0]->list->n_items && !r.open)
				query_error(q, -1, E_STATEMENT,
				            "VALUES: the rows are not all of the same length");
		}
		for (i = 0; i < n->values_lists[0]->list->n_items; i++)
			output_add(&r.columns, strf("column%zu", i + 1), NULL);
		return r;
	}
	r = follow_source(q, n, scope);
	for (i = 0; i < r.columns.n && i < columns->n && !r.open; i++) {
		o = r.columns.v[i];
		put(q, into, columns->v[i], NULL, o->type, -1);
		if (o->type == unknown_type)
			take_column(q, n, i, ((struct output *)columns->v[i])->type,
			            strf("column '%s'", ((struct output *)columns->v[i])->name));
	}
	return r;
}

static void
need_as_many(struct query *q, const struct item *table, size_t said, const struct result *given)
{
	size_t columns = said ? said : table->columns.n;

	if (given->open || (!said && table->open))
		return;
	if (given->columns.n > columns)
		query_error(
			q, -1, E_STATEMENT,
			strf("INSERT has %zu values for %zu columns", given->columns.n, columns));
	else if (said && given->columns.n < columns)
		query_error(
			q, -1, E_STATEMENT,
			strf("INSERT has %zu values for %zu columns", given->columns.n, columns));
}

/* the columns of a unique index, without expressions and predicate */
static bool
infers(const struct strs *columns, const struct strs *said)
{
	size_t i;

	if (columns->n != said->n)
		return false;
	for (i = 0; i < columns->n; i++)
		if (!strs_has(said, columns->v[i]))
			return false;
	return true;
}

/* ON CONFLICT (a, b) needs a unique index on just these; what more it says is not judged */
static enum applied
need_inference(const struct op *op, const struct object *o, const PgQuery__InferClause *infer)
{
	const struct table *t = (const struct table *)o;
	const struct constraint *c;
	const struct index *x;
	struct strs said = {0}, columns;
	const struct key *k;
	size_t i, j;

	if (o->noun != &table_noun)
		return APPLIED;
	if (*infer->conname)
		return table_constraint(t, infer->conname)
		               ? APPLIED
		               : op_error(op, E_NO_PART, "table %s has no constraint '%s'",
		                          plain_qname(o->name), infer->conname);
	for (i = 0; i < infer->n_index_elems; i++) {
		if (!*infer->index_elems[i]->index_elem->name)
			return APPLIED;
		if (!strs_has(&said, infer->index_elems[i]->index_elem->name))
			strs_add(&said, infer->index_elems[i]->index_elem->name);
	}
	for (i = 0; i < t->constraints.n; i++) {
		c = t->constraints.v[i];
		if ((c->type == 'p' || c->type == 'u') && infers(&c->columns, &said))
			return APPLIED;
	}
	for (i = 0; i < t->indexes.n; i++) {
		x = t->indexes.v[i];
		columns = (struct strs){0};
		for (j = 0; j < x->keys.n; j++) {
			k = x->keys.v[j];
			strs_add(&columns, k->term.column ? k->term.column : "");
		}
		if (x->unique && (!x->where || infer->where_clause) && infers(&columns, &said))
			return APPLIED;
	}
	return op_error(op, E_NO_PART,
	                "ON CONFLICT (%s): table %s has no unique index on these columns",
	                strs_join(&said, ", "), plain_qname(o->name));
}

static void
follow_conflict(struct query *q, const PgQuery__OnConflictClause *c, const struct item *table,
                const struct scope *outer)
{
	struct scope own = scope_new(outer), both = own;
	struct item *excluded = copy(table, sizeof *table);
	struct op op;
	size_t i;

	excluded->name = "excluded";
	excluded->aliased = true;
	excluded->object = NULL;
	list_add(&own.items, (void *)(size_t)table);
	list_add(&both.items, (void *)(size_t)table);
	list_add(&both.items, excluded);
	for (i = 0; c->infer && i < c->infer->n_index_elems; i++)
		follow(q, c->infer->index_elems[i], &own);
	for (i = 0; c->infer && i < c->infer->n_index_elems; i++)
		if (*c->infer->index_elems[i]->index_elem->name &&
		    !output_find(&table->columns, c->infer->index_elems[i]->index_elem->name) &&
		    !table->open)
			query_error(
				q, c->infer->location, E_NO_COLUMN,
				scope_no_column(&own, c->infer->index_elems[i]->index_elem->name));
	if (c->infer) {
		follow_clause(q, c->infer->where_clause, &own, "WHERE");
		op = q->op ? query_here(q, c->infer->location) : (struct op){0};
		if (q->op && table->object && !table->open &&
		    need_inference(&op, table->object, c->infer) == REFUSED)
			q->result = REFUSED;
	}
	follow_sets(q, table, c->target_list, c->n_target_list, &both);
	follow_clause(q, c->where_clause, &both, "WHERE");
}

static void
follow_returning(struct query *q, PgQuery__Node *const *targets, size_t n,
                 const struct scope *scope, struct result *r)
{
	level_read(scope->level, "RETURNING", MANY_ALL);
	follow_targets(q, targets, n, scope, r);
}

/* an INSERT that names no columns is for the first */
static void
use_first(struct query *q, const struct item *table, size_t n)
{
	const struct output *o;
	size_t i;

	for (i = 0; table->object && i < n && i < table->columns.n; i++) {
		o = table->columns.v[i];
		query_use(q, SPACE_RELATION, table->object->name, o->name, -1)->joined = true;
	}
}

/* the table that is changed, by the name that it has in the statement */
static struct item *
changed_item(struct query *q, const PgQuery__WithClause *with, const PgQuery__RangeVar *relation,
             struct scope *scope)
{
	struct item *table;

	follow_with(q, with, scope);
	table = relation_item(q, relation);
	item_alias(q, table, relation->alias);
	return table;
}

/* USER, which takes what the server gives, and SYSTEM, which takes what is said, are both taken */
static bool
overrides(PgQuery__OverridingKind kind)
{
	return kind == PG_QUERY__OVERRIDING_KIND__OVERRIDING_USER_VALUE ||
	       kind == PG_QUERY__OVERRIDING_KIND__OVERRIDING_SYSTEM_VALUE;
}

struct result
follow_insert(struct query *q, const PgQuery__InsertStmt *n, const struct scope *outer)
{
	struct scope scope = scope_new(outer), target;
	struct result given, r = {0};
	struct item *table = changed_item(q, n->with_clause, n->relation, &scope);
	const struct into into = {table, overrides(n->override)};
	struct list columns;

	follow_columns(q, table, n->cols, n->n_cols);
	if (n->select_stmt) {
		columns = target_columns(q, table, n->cols, n->n_cols, &scope);
		given = follow_inserted(q, &into, n->select_stmt->select_stmt, &columns, &scope);
		need_as_many(q, table, n->n_cols, &given);
		if (!n->n_cols)
			use_first(q, table, given.columns.n);
	}
	if (n->on_conflict_clause)
		follow_conflict(q, n->on_conflict_clause, table, &scope);
	target = scope;
	list_add(&target.items, table);
	follow_returning(q, n->returning_list, n->n_returning_list, &target, &r);
	return r;
}

struct result
follow_update(struct query *q, const PgQuery__UpdateStmt *n, const struct scope *outer)
{
	struct scope scope = scope_new(outer);
	struct item *table = changed_item(q, n->with_clause, n->relation, &scope);
	struct result r = {0};

	list_add(&scope.items, table);
	from_all(q, n->from_clause, n->n_from_clause, &scope);
	follow_sets(q, table, n->target_list, n->n_target_list, &scope);
	follow_clause(q, n->where_clause, &scope, "WHERE");
	follow_returning(q, n->returning_list, n->n_returning_list, &scope, &r);
	return r;
}

struct result
follow_delete(struct query *q, const PgQuery__DeleteStmt *n, const struct scope *outer)
{
	struct scope scope = scope_new(outer);
	struct result r = {0};

	list_add(&scope.items, changed_item(q, n->with_clause, n->relation, &scope));
	from_all(q, n->using_clause, n->n_using_clause, &scope);
	follow_clause(q, n->where_clause, &scope, "WHERE");
	follow_returning(q, n->returning_list, n->n_returning_list, &scope, &r);
	return r;
}

static void
follow_when(struct query *q, const PgQuery__MergeWhenClause *w, const struct item *table,
            const struct scope *both, const struct scope *source)
{
	const struct scope *scope = w->matched ? both : source;
	const struct into into = {table, overrides(w->override)};
	struct list columns;

	follow_clause(q, w->condition, scope, "WHEN");
	if (w->command_type == PG_QUERY__CMD_TYPE__CMD_UPDATE) {
		follow_sets(q, table, w->target_list, w->n_target_list, scope);
		return;
	}
	follow_columns(q, table, w->target_list, w->n_target_list);
	columns = target_columns(q, table, w->target_list, w->n_target_list, scope);
	follow_row(q, &into, &columns, w->values, w->n_values, scope);
}

struct result
follow_merge(struct query *q, const PgQuery__MergeStmt *n, const struct scope *outer)
{
	struct scope source = scope_new(outer), both;
	struct item *table = changed_item(q, n->with_clause, n->relation, &source);
	size_t i;

	from_add(q, n->source_relation, &source);
	both = source;
	both.items = list_copy(&source.items);
	list_add(&both.items, table);
	/* which the server does not ask to be true or false */
	level_read(both.level, "ON", MANY_ALL);
	follow(q, n->join_condition, &both);
	for (i = 0; i < n->n_merge_when_clauses; i++)
		follow_when(q, n->merge_when_clauses[i]->merge_when_clause, table, &both, &source);
	return (struct result){0};
}
