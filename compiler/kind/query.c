/* Queries: what the names in a SELECT, and in statements that change rows, stand for.

   This is the server's parse analysis as far as names go: which relation, which column of which item of FROM, WITH, USING, the
   order in which scopes are asked. Types are told by typing.c, expression by expression. What cannot be settled (a function of several
   columns in FROM, a view that is not followed, names that code may have made) makes its item open: any column may be its, and nothing is said. */
#include <string.h>

#include "scope.h"

/* ---- what a query gives ---- */

static bool
is_star(const PgQuery__Node *n)
{
	const PgQuery__ColumnRef *c;

	if (n->node_case != PG_QUERY__NODE__NODE_COLUMN_REF)
		return false;
	c = n->column_ref;
	return c->n_fields && c->fields[c->n_fields - 1]->node_case == PG_QUERY__NODE__NODE_A_STAR;
}

/* the columns of an item as a target list says them; those that a JOIN merged are said bare */
static void
expand_item(struct query *q, const PgQuery__ColumnRef *c, const struct scope *scope,
            const struct item *item, struct strs *names, struct result *r)
{
	const struct output *o;
	size_t i;

	for (i = 0; i < item->columns.n; i++) {
		o = item->columns.v[i];
		strs_add(names, item->name && !item->hidden
		                        ? strf("%s.%s", sql_name(item->name), sql_name(o->name))
		                        : sql_name(o->name));
		scope_found(q, scope, item, o, c->location);
		level_refers(q, c, scope, item, o);
		list_add(&r->nodes, NULL);
	}
	list_append(&r->columns, &item->columns);
	r->open |= item->open;
}

/* * and t.* */
static void
expand_star(struct query *q, const PgQuery__ColumnRef *c, const struct scope *scope,
            struct result *r)
{
	const char *name = c->n_fields > 1 ? node_string(c->fields[c->n_fields - 2]) : NULL;
	struct star star = {(size_t)c->location, NULL};
	struct strs names = {0};
	const struct item *item;
	bool open = r->open;
	size_t i;

	r->open = false;
	if (name) {
		scope_column(q, c, scope);
		item = scope_item(scope, NULL, name);
		if (item)
			expand_item(q, c, scope, item, &names, r);
		r->open |= !item;
	}
	for (i = 0; !name && i < scope->items.n; i++) {
		item = scope->items.v[i];
		if (!item->merged)
			expand_item(q, c, scope, item, &names, r);
	}
	if (!r->open && names.n)
		star.text = strs_join(&names, ", ");
	list_add(&q->stars, copy(&star, sizeof star));
	r->open |= open;
}

static bool
is_row_star(const PgQuery__Node *n)
{
	const PgQuery__AIndirection *x;

	if (n->node_case != PG_QUERY__NODE__NODE_A_INDIRECTION)
		return false;
	x = n->a_indirection;
	return x->indirection[x->n_indirection - 1]->node_case == PG_QUERY__NODE__NODE_A_STAR;
}

/* the use is that of the column, or of the field, which the expression is */
static bool
gives_column(const PgQuery__Node *n, const struct use *u)
{
	const PgQuery__AIndirection *x = n->a_indirection;

	if (n->node_case == PG_QUERY__NODE__NODE_COLUMN_REF)
		return u->offset == (size_t)n->column_ref->location;
	return n->node_case == PG_QUERY__NODE__NODE_A_INDIRECTION && !u->joined &&
	       same(node_string(x->indirection[x->n_indirection - 1]), u->column);
}

/* (c).* */
static void
expand_row(struct query *q, const PgQuery__AIndirection *x, const struct scope *scope,
           struct result *r)
{
	struct list columns = {0};
	size_t i;

	r->open |= !follow_star(q, x, scope, &columns);
	list_append(&r->columns, &columns);
	for (i = 0; i < columns.n; i++)
		list_add(&r->nodes, NULL);
}

void
follow_targets(struct query *q, PgQuery__Node *const *targets, size_t n, const struct scope *scope,
               struct result *r)
{
	const PgQuery__ResTarget *t;
	const char *name, *type;
	struct use *last;
	size_t i;

	for (i = 0; i < n; i++) {
		t = targets[i]->res_target;
		if (!t->val)
			continue;
		if (is_star(t->val)) {
			expand_star(q, t->val->column_ref, scope, r);
			continue;
		}
		if (is_row_star(t->val)) {
			expand_row(q, t->val->a_indirection, scope, r);
			continue;
		}
		type = follow(q, t->val, scope);
		name = *t->name ? t->name : expression_name(t->val);
		last = q->uses.n ? q->uses.v[q->uses.n - 1] : NULL;
		if (last && last->column && gives_column(t->val, last)) {
			last->bare = !*t->name;
			last->as = *t->name ? t->name : NULL;
		}
		output_add(&r->columns, name ? name : "?column?", type);
		list_add(&r->nodes, t->val);
	}
}

/* t.* stands for as many values as t has columns */
bool
is_several(const PgQuery__Node *value)
{
	return is_star(value) || is_row_star(value);
}

bool
row_is_open(PgQuery__Node *const *values, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++)
		if (is_several(values[i]))
			return true;
	return false;
}

bool
values_are_open(const PgQuery__SelectStmt *n)
{
	const PgQuery__List *row;
	size_t i;

	for (i = 0; i < n->n_values_lists; i++) {
		row = n->values_lists[i]->list;
		if (row_is_open(row->items, row->n_items))
			return true;
	}
	return false;
}

/* constants are texts, if nothing else in their column has a type */
static struct result
follow_values(struct query *q, const PgQuery__SelectStmt *n, const struct scope *scope)
{
	const bool open = values_are_open(n);
	const size_t width = n->values_lists[0]->list->n_items;
	struct list *nodes = alloc(width * sizeof *nodes);
	struct strs *types = alloc(width * sizeof *types);
	struct result r = {0};
	const PgQuery__List *row;
	const char *type;
	size_t i, j;

	for (i = 0; i < n->n_values_lists; i++) {
		row = n->values_lists[i]->list;
		for (j = 0; j < row->n_items; j++) {
			type = follow(q, row->items[j], scope);
			if (j >= width)
				continue;
			list_add(&nodes[j], row->items[j]);
			strs_add(&types[j], type);
		}
		if (row->n_items != width && !open)
			query_error(q, -1, E_STATEMENT,
			            "VALUES: the rows are not all of the same length");
	}
	r.open = open;
	for (j = 0; j < width && !open; j++) {
		type = follow_common(q, (PgQuery__Node *const *)nodes[j].v, &types[j],
		                     "VALUES: ", -1);
		output_add(&r.columns, strf("column%zu", j + 1),
		           type == unknown_type ? "text" : type);
	}
	return r;
}

/* what nothing has told by now is a text */
static struct result
settled(struct result r)
{
	const struct output *o;
	size_t i;

	for (i = 0; i < r.columns.n; i++) {
		o = r.columns.v[i];
		if (o->type == unknown_type)
			((struct output *)element_copy(&r.columns, i, sizeof *o))->type = "text";
	}
	return r;
}

void
take_column(struct query *q, const PgQuery__SelectStmt *n, size_t i, const char *type,
            const char *what)
{
	size_t j;

	if (n->larg || n->n_values_lists || i >= n->n_target_list)
		return;
	for (j = 0; j <= i; j++)
		if (is_star(n->target_list[j]->res_target->val))
			return;
	take(q, n->target_list[i]->res_target->val, type, what);
}

static const char *
set_name(PgQuery__SetOperation op)
{
	return op == PG_QUERY__SET_OPERATION__SETOP_UNION       ? "UNION"
	       : op == PG_QUERY__SET_OPERATION__SETOP_INTERSECT ? "INTERSECT"
	                                                        : "EXCEPT";
}

/* the columns of both sides of a UNION become one, whose constants are what the other side has */
static void
match_columns(struct query *q, const PgQuery__SelectStmt *n, const struct result *left,
              const struct result *right)
{
	PgQuery__Node *none[2] = {NULL, NULL};
	struct strs types;
	const char *what = strf("%s: ", set_name(n->op));
	struct output *o;
	size_t i;

	for (i = 0; i < left->columns.n && i < right->columns.n; i++) {
		o = left->columns.v[i];
		types = (struct strs){0};
		strs_add(&types, o->type);
		strs_add(&types, ((struct output *)right->columns.v[i])->type);
		o = copy(o, sizeof *o);
		o->type = follow_common(q, none, &types, what, -1);
		if (types.v[0] == unknown_type)
			take_column(q, n->larg, i, o->type, "a constant");
		if (types.v[1] == unknown_type)
			take_column(q, n->rarg, i, o->type, "a constant");
		left->columns.v[i] = o;
	}
}

static struct result
follow_set(struct query *q, const PgQuery__SelectStmt *n, const struct scope *scope)
{
	struct result left = follow_source(q, n->larg, scope);
	struct result right = follow_source(q, n->rarg, scope);
	size_t i;

	if (!left.open && !right.open && left.columns.n != right.columns.n)
		query_error(q, -1, E_STATEMENT,
		            strf("each query of a %s must give as many columns: here %zu and %zu",
		                 set_name(n->op), left.columns.n, right.columns.n));
	if (!left.open && !right.open)
		match_columns(q, n, &left, &right);
	left.open |= right.open;
	left.nodes = (struct list){0};
	for (i = 0; !n->all && i < left.columns.n; i++)
		need_comparable(q, ((struct output *)left.columns.v[i])->type, false,
		                set_name(n->op), -1);
	follow_set_clauses(q, n, scope, &left);
	return settled(left);
}

static struct cte *
cte_new(struct query *q, const PgQuery__CommonTableExpr *e, const struct scope *scope)
{
	struct cte *cte = alloc(sizeof *cte);

	if (scope_cte(&(struct scope){NULL, {0}, scope->ctes}, e->ctename))
		query_error(q, e->location, E_TWICE, strf("WITH: '%s' stands twice", e->ctename));
	cte->name = e->ctename;
	return cte;
}

/* the queries of WITH; a recursive one sees what its first part gives */
/* a query of WITH RECURSIVE, and whether it reads itself */
struct recursion {
	const char *name;
	bool reads, hidden;
};

static bool
find_itself(const ProtobufCMessage *m, void *data)
{
	const PgQuery__RangeVar *r = (const PgQuery__RangeVar *)(const void *)m;
	struct recursion *own = data;

	if (m->descriptor == &pg_query__range_var__descriptor)
		own->reads |= !*r->schemaname && strcmp(r->relname, own->name) == 0;
	if (m->descriptor == &pg_query__common_table_expr__descriptor)
		own->hidden |= strcmp(((const PgQuery__CommonTableExpr *)(const void *)m)->ctename,
		                      own->name) == 0;
	return true;
}

/* what reads itself is a UNION of what begins and what goes on */
static void
need_recursion(struct query *q, const PgQuery__CommonTableExpr *e)
{
	const PgQuery__SelectStmt *select =
		e->ctequery->node_case == PG_QUERY__NODE__NODE_SELECT_STMT
			? e->ctequery->select_stmt
			: NULL;
	struct recursion own = {.name = e->ctename};

	tree_walk(e->ctequery, find_itself, &own);
	if (!own.reads || own.hidden)
		return;
	if (!select)
		query_error(q, e->location, E_STATEMENT,
		            strf("'%s' changes data, and cannot read itself", e->ctename));
	else if (select->op != PG_QUERY__SET_OPERATION__SETOP_UNION)
		query_error(q, e->location, E_STATEMENT,
		            strf("'%s' reads itself, and so must be what begins UNION what goes on",
		                 e->ctename));
}

void
follow_with(struct query *q, const PgQuery__WithClause *with, struct scope *scope)
{
	const PgQuery__CommonTableExpr *e;
	const PgQuery__SelectStmt *select;
	struct scope before;
	struct result r;
	struct query silent;
	const size_t first = scope->ctes.n;
	struct cte *cte;
	size_t i;

	/* WITH RECURSIVE names may be used before they stand there */
	for (i = 0; with && with->recursive && i < with->n_ctes; i++) {
		cte = cte_new(q, with->ctes[i]->common_table_expr, scope);
		cte->open = true;
		list_add(&scope->ctes, cte);
	}
	for (i = 0; with && i < with->n_ctes; i++) {
		e = with->ctes[i]->common_table_expr;
		if (with->recursive)
			need_recursion(q, e);
		cte = with->recursive ? scope->ctes.v[first + i] : cte_new(q, e, scope);
		select = e->ctequery->node_case == PG_QUERY__NODE__NODE_SELECT_STMT
		                 ? e->ctequery->select_stmt
		                 : NULL;
		if (with->recursive && select && select->larg) {
			silent = *q;
			silent.op = NULL;
			silent.uses = silent.refs = (struct list){0};
			before = *scope;
			r = follow_select(&silent, select->larg, &before);
			cte->columns = list_copy(&r.columns);
			cte->open = r.open || e->search_clause || e->cycle_clause;
			rename_columns(&silent, &cte->columns, cte->open, cte->name,
			               e->aliascolnames, e->n_aliascolnames);
		}
		r = follow_statement(q, e->ctequery, scope);
		cte->columns = list_copy(&r.columns);
		cte->open = r.open || e->search_clause || e->cycle_clause;
		rename_columns(q, &cte->columns, cte->open, cte->name, e->aliascolnames,
		               e->n_aliascolnames);
		if (!with->recursive)
			list_add(&scope->ctes, cte);
	}
}

struct result
follow_source(struct query *q, const PgQuery__SelectStmt *n, const struct scope *outer)
{
	struct scope scope = scope_new(outer);
	const size_t refs = q->refs.n;
	struct result r = {0};

	follow_with(q, n->with_clause, &scope);
	if (n->larg)
		return follow_set(q, n, &scope);
	if (n->n_values_lists) {
		level_read(scope.level, "VALUES", MANY_AGGREGATES | MANY_WINDOWS);
		r = follow_values(q, n, &scope);
	} else {
		scope.level->windows = n->window_clause;
		scope.level->n_windows = n->n_window_clause;
		from_all(q, n->from_clause, n->n_from_clause, &scope);
		level_read(scope.level, NULL, 0);
		follow_targets(q, n->target_list, n->n_target_list, &scope, &r);
	}
	follow_clause(q, n->where_clause, &scope, "WHERE");
	follow_clauses(q, n, &scope, &r, refs);
	/* rows are told apart by texts */
	return n->n_distinct_clause ? settled(r) : r;
}

struct result
follow_select(struct query *q, const PgQuery__SelectStmt *n, const struct scope *outer)
{
	return settled(follow_source(q, n, outer));
}

struct result
follow_statement(struct query *q, const PgQuery__Node *n, const struct scope *outer)
{
	switch ((int)n->node_case) {
	case PG_QUERY__NODE__NODE_SELECT_STMT:
		return follow_select(q, n->select_stmt, outer);
	case PG_QUERY__NODE__NODE_INSERT_STMT:
		return settled(follow_insert(q, n->insert_stmt, outer));
	case PG_QUERY__NODE__NODE_UPDATE_STMT:
		return settled(follow_update(q, n->update_stmt, outer));
	case PG_QUERY__NODE__NODE_DELETE_STMT:
		return settled(follow_delete(q, n->delete_stmt, outer));
	case PG_QUERY__NODE__NODE_MERGE_STMT:
		return settled(follow_merge(q, n->merge_stmt, outer));
	case PG_QUERY__NODE__NODE_EXPLAIN_STMT: /* newer servers take GENERIC_PLAN */
		q->parameters = true;
		return follow_statement(q, n->explain_stmt->query, outer);
	case PG_QUERY__NODE__NODE_PREPARE_STMT:
		q->parameters = true;
		return follow_statement(q, n->prepare_stmt->query, outer);
	case PG_QUERY__NODE__NODE_DECLARE_CURSOR_STMT:
		return follow_statement(q, n->declare_cursor_stmt->query, outer);
	default:
		return (struct result){.open = true};
	}
}

struct result
follow_body(struct query *q, const PgQuery__Node *n, const struct scope *outer,
            const PgQuery__Node **last)
{
	struct result r = {0};
	size_t i;

	if (n->node_case == PG_QUERY__NODE__NODE_LIST) {
		for (i = 0; i < n->list->n_items; i++)
			r = follow_body(q, n->list->items[i], outer, last);
		return r;
	}
	*last = n;
	if (n->node_case != PG_QUERY__NODE__NODE_RETURN_STMT)
		return follow_statement(q, n, outer);
	output_add(&r.columns, "", follow(q, n->return_stmt->returnval, outer));
	return settled(r);
}

/* the variables of PL/pgSQL, behind all that a query knows */
static const struct scope *
variables_scope(const struct query *q)
{
	const struct strs *names = q->source ? q->source->variables : NULL;
	struct scope *scope;
	struct item *item;
	size_t i;

	if (!names)
		return NULL;
	scope = alloc(sizeof *scope);
	item = alloc(sizeof *item);
	item->name = "DO";
	item->hidden = true;
	item->parameters = true;
	for (i = 0; i < names->n; i++)
		output_add(&item->columns, names->v[i], NULL);
	list_add(&scope->items, item);
	return scope;
}

enum applied
query_follow(struct query *q, const PgQuery__Node *n)
{
	struct result r = follow_statement(q, n, variables_scope(q));

	q->columns = r.columns;
	q->open |= r.open;
	return q->result;
}

static struct scope
visible_scope(const struct query *q, const struct list *relations)
{
	const struct visible *v;
	struct scope scope = scope_new(NULL);
	struct item *item;
	size_t i;

	for (i = 0; i < relations->n; i++) {
		v = relations->v[i];
		item = alloc(sizeof *item);
		relation_columns(q, v->relation, item);
		item->name = v->name ? v->name : v->relation->name.name;
		item->aliased = v->name != NULL;
		item->merged = v->qualified;
		list_add(&scope.items, item);
	}
	return scope;
}

enum applied
query_follow_expression(struct query *q, const PgQuery__Node *n, const struct list *relations)
{
	struct scope scope = visible_scope(q, relations);

	scope.outer = variables_scope(q);
	level_read(scope.level, NULL, MANY_ALL);
	follow(q, n, &scope);
	return q->result;
}

enum applied
query_follow_condition(struct query *q, const PgQuery__Node *n, const struct list *relations,
                       const char *what)
{
	struct scope scope = visible_scope(q, relations);

	scope.outer = variables_scope(q);
	follow_clause(q, n, &scope, what);
	return q->result;
}

enum applied
query_follow_action(struct query *q, const PgQuery__Node *n, const struct list *relations)
{
	struct scope scope = visible_scope(q, relations);

	scope.level = NULL;
	q->stored = true;
	follow_statement(q, n, &scope);
	return q->result;
}
