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
		scope_found(q, table, t->name, t->location);
	else if (!table->open)
		query_error(q, t->location, scope_no_column(&only, t->name));
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
			query_error(q, t->location, strf("column '%s' stands twice", t->name));
		strs_add(&seen, t->name);
	}
}

static void
follow_sets(struct query *q, const struct item *table, PgQuery__Node *const *targets, size_t n,
            const struct scope *scope)
{
	size_t i;

	follow_columns(q, table, targets, n);
	for (i = 0; i < n; i++) {
		follow_all(q, targets[i]->res_target->indirection,
		           targets[i]->res_target->n_indirection, scope);
		follow(q, targets[i]->res_target->val, scope);
	}
}

static void
need_as_many(struct query *q, const struct item *table, size_t said, const struct result *given)
{
	size_t columns = said ? said : table->columns.n;

	if (given->open || (!said && table->open))
		return;
	if (given->columns.n > columns)
		query_error(
			q, -1,
			strf("INSERT has %zu values for %zu columns", given->columns.n, columns));
	else if (said && given->columns.n < columns)
		query_error(
			q, -1,
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
		               : op_error(op, "table %s has no constraint '%s'",
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
	return op_error(op, "ON CONFLICT (%s): table %s has no unique index on these columns",
	                strs_join(&said, ", "), plain_qname(o->name));
}

static void
follow_conflict(struct query *q, const PgQuery__OnConflictClause *c, const struct item *table,
                const struct scope *outer)
{
	struct scope own = {.outer = outer}, both = {.outer = outer};
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
				q, c->infer->location,
				scope_no_column(&own, c->infer->index_elems[i]->index_elem->name));
	if (c->infer) {
		follow(q, c->infer->where_clause, &own);
		op = q->op ? query_here(q, c->infer->location) : (struct op){0};
		if (q->op && table->object && !table->open &&
		    need_inference(&op, table->object, c->infer) == REFUSED)
			q->result = REFUSED;
	}
	/* an unqualified column is the table's: excluded's must be qualified */
	excluded->merged = true;
	follow_sets(q, table, c->target_list, c->n_target_list, &both);
	follow(q, c->where_clause, &both);
}

struct result
follow_insert(struct query *q, const PgQuery__InsertStmt *n, const struct scope *outer)
{
	struct scope scope = {.outer = outer}, target;
	struct result given = {0}, r = {0};
	struct item *table;

	follow_with(q, n->with_clause, &scope);
	table = relation_item(q, n->relation);
	item_alias(q, table, n->relation->alias);
	follow_columns(q, table, n->cols, n->n_cols);
	if (n->select_stmt) {
		given = follow_statement(q, n->select_stmt, &scope);
		need_as_many(q, table, n->n_cols, &given);
	}
	if (n->on_conflict_clause)
		follow_conflict(q, n->on_conflict_clause, table, &scope);
	target = scope;
	list_add(&target.items, table);
	follow_targets(q, n->returning_list, n->n_returning_list, &target, &r);
	return r;
}

struct result
follow_update(struct query *q, const PgQuery__UpdateStmt *n, const struct scope *outer)
{
	struct scope scope = {.outer = outer};
	struct result r = {0};
	struct item *table;

	follow_with(q, n->with_clause, &scope);
	table = relation_item(q, n->relation);
	item_alias(q, table, n->relation->alias);
	list_add(&scope.items, table);
	from_all(q, n->from_clause, n->n_from_clause, &scope);
	follow_sets(q, table, n->target_list, n->n_target_list, &scope);
	follow(q, n->where_clause, &scope);
	follow_targets(q, n->returning_list, n->n_returning_list, &scope, &r);
	return r;
}

struct result
follow_delete(struct query *q, const PgQuery__DeleteStmt *n, const struct scope *outer)
{
	struct scope scope = {.outer = outer};
	struct result r = {0};
	struct item *table;

	follow_with(q, n->with_clause, &scope);
	table = relation_item(q, n->relation);
	item_alias(q, table, n->relation->alias);
	list_add(&scope.items, table);
	from_all(q, n->using_clause, n->n_using_clause, &scope);
	follow(q, n->where_clause, &scope);
	follow_targets(q, n->returning_list, n->n_returning_list, &scope, &r);
	return r;
}

static void
follow_when(struct query *q, const PgQuery__MergeWhenClause *w, const struct item *table,
            const struct scope *both, const struct scope *source)
{
	const struct scope *scope = w->matched ? both : source;

	follow(q, w->condition, scope);
	if (w->command_type == PG_QUERY__CMD_TYPE__CMD_UPDATE) {
		follow_sets(q, table, w->target_list, w->n_target_list, scope);
		return;
	}
	follow_columns(q, table, w->target_list, w->n_target_list);
	follow_all(q, w->values, w->n_values, scope);
}

struct result
follow_merge(struct query *q, const PgQuery__MergeStmt *n, const struct scope *outer)
{
	struct scope source = {.outer = outer}, both;
	struct item *table;
	size_t i;

	follow_with(q, n->with_clause, &source);
	table = relation_item(q, n->relation);
	item_alias(q, table, n->relation->alias);
	from_add(q, n->source_relation, &source);
	both = source;
	both.items = list_copy(&source.items);
	list_add(&both.items, table);
	follow(q, n->join_condition, &both);
	for (i = 0; i < n->n_merge_when_clauses; i++)
		follow_when(q, n->merge_when_clauses[i]->merge_when_clause, table, &both, &source);
	return (struct result){0};
}
