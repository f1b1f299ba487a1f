/* GROUP BY: a column of the query stands in it, or in an aggregate, or is one that the primary key in GROUP BY decides. Expressions
   are compared by their words, casts left out, for the server compares them when casts have come and gone. */
#include <string.h>

#include "scope.h"

/* ---- expressions ---- */

struct words {
	const struct query *q;
	size_t refs;
	struct buf text;
	size_t left_out; /* so many names follow that have been said */
	bool unclear;    /* it may be another that is spelled so, or this one in another spelling */
};

static const struct ref *
ref_of(const struct query *q, const void *node, size_t refs)
{
	size_t i;

	for (i = refs; i < q->refs.n; i++)
		if (((const struct ref *)q->refs.v[i])->node == node)
			return q->refs.v[i];
	return NULL;
}

static void
say_column(struct words *w, const void *node)
{
	const struct ref *r = ref_of(w->q, node, w->refs);

	if (r)
		buf_fmt(&w->text, "#%p ", r->column ? (const void *)r->column : r->item);
	else
		w->unclear = true;
}

static void
say_constant(struct words *w, const PgQuery__AConst *c)
{
	if (c->isnull)
		buf_add(&w->text, "NULL ");
	else if (c->val_case == PG_QUERY__A__CONST__VAL_IVAL)
		buf_fmt(&w->text, "'%d' ", c->ival->ival);
	else if (c->val_case == PG_QUERY__A__CONST__VAL_FVAL)
		buf_fmt(&w->text, "'%s' ", c->fval->fval);
	else if (c->val_case == PG_QUERY__A__CONST__VAL_SVAL)
		buf_fmt(&w->text, "'%s' ", c->sval->sval);
	else if (c->val_case == PG_QUERY__A__CONST__VAL_BOOLVAL)
		buf_fmt(&w->text, "'%s' ", c->boolval->boolval ? "true" : "false");
	else
		w->unclear = true;
}

/* f(a => 1) may be f(1), and text(a) a cast */
static void
say_call(struct words *w, const PgQuery__FuncCall *call)
{
	const char *name = list_qname(call->funcname, call->n_funcname).name;

	w->left_out = call->n_funcname;
	w->unclear |= call->func_variadic || call->over;
	if (call->n_args != 1 || !type_parts(name).builtin)
		buf_fmt(&w->text, "%s( ", name);
}

static void
say_operator(struct words *w, const PgQuery__AExpr *x)
{
	w->left_out = x->n_name;
	buf_fmt(&w->text, "%s ", x->n_name ? node_string(x->name[x->n_name - 1]) : "");
	switch ((int)x->kind) {
	case PG_QUERY__A__EXPR__KIND__AEXPR_OP:
	case PG_QUERY__A__EXPR__KIND__AEXPR_LIKE:
	case PG_QUERY__A__EXPR__KIND__AEXPR_ILIKE:
		break;
	case PG_QUERY__A__EXPR__KIND__AEXPR_DISTINCT:
	case PG_QUERY__A__EXPR__KIND__AEXPR_NOT_DISTINCT:
	case PG_QUERY__A__EXPR__KIND__AEXPR_NULLIF:
		buf_fmt(&w->text, "%d ", (int)x->kind);
		break;
	default: /* IN and BETWEEN are made of others */
		w->unclear = true;
	}
}

static bool
say_message(struct words *w, const ProtobufCMessage *m)
{
	const void *is = m->descriptor;
	const void *at = m;

	if (is == &pg_query__column_ref__descriptor)
		say_column(w, m);
	else if (is == &pg_query__a__const__descriptor)
		say_constant(w, at);
	else if (is == &pg_query__func_call__descriptor)
		say_call(w, at);
	else if (is == &pg_query__a__expr__descriptor)
		say_operator(w, at);
	else if (is == &pg_query__bool_expr__descriptor)
		buf_fmt(&w->text, "b%d ", (int)((const PgQuery__BoolExpr *)at)->boolop);
	else if (is == &pg_query__null_test__descriptor)
		buf_fmt(&w->text, "n%d ", (int)((const PgQuery__NullTest *)at)->nulltesttype);
	else if (is == &pg_query__boolean_test__descriptor)
		buf_fmt(&w->text, "t%d ", (int)((const PgQuery__BooleanTest *)at)->booltesttype);
	else if (is == &pg_query__min_max_expr__descriptor)
		buf_fmt(&w->text, "m%d ", (int)((const PgQuery__MinMaxExpr *)at)->op);
	else if (is == &pg_query__sqlvalue_function__descriptor)
		buf_fmt(&w->text, "v%d ", (int)((const PgQuery__SQLValueFunction *)at)->op);
	else if (is == &pg_query__param_ref__descriptor)
		buf_fmt(&w->text, "$%d ", ((const PgQuery__ParamRef *)at)->number);
	else if (is == &pg_query__string__descriptor && w->left_out)
		w->left_out--;
	else if (is == &pg_query__string__descriptor)
		buf_fmt(&w->text, ".%s ", ((const PgQuery__String *)at)->sval);
	else if (is == &pg_query__case_expr__descriptor || is == &pg_query__case_when__descriptor ||
	         is == &pg_query__coalesce_expr__descriptor ||
	         is == &pg_query__a__array_expr__descriptor ||
	         is == &pg_query__row_expr__descriptor ||
	         is == &pg_query__a__indirection__descriptor ||
	         is == &pg_query__a__indices__descriptor)
		buf_fmt(&w->text, "%s ", m->descriptor->short_name);
	else if (is != &pg_query__type_cast__descriptor && is != &pg_query__type_name__descriptor &&
	         is != &pg_query__collate_clause__descriptor)
		w->unclear = true;
	return is != &pg_query__type_name__descriptor && is != &pg_query__column_ref__descriptor &&
	       is != &pg_query__a__const__descriptor;
}

static bool
say(const ProtobufCMessage *m, void *words)
{
	return say_message(words, m);
}

static const char *
said(struct words *w)
{
	return w->unclear ? NULL : buf_str(&w->text);
}

const char *
expression_key(const struct query *q, struct sort_key key, size_t refs)
{
	struct words w = {.q = q, .refs = refs};

	if (key.node)
		tree_walk(key.node, say, &w);
	else if (key.column)
		buf_fmt(&w.text, "#%p ", (const void *)key.column);
	else
		w.unclear = true;
	return said(&w);
}

/* ---- what is grouped ---- */

struct grouping {
	struct query *q;
	const struct level *level;
	size_t refs;
	struct strs keys;    /* of expressions */
	bool complex;        /* some are more than a column */
	struct list unclear; /* columns in keys that cannot be told from others: struct output */
	bool refused;
};

static bool
is_grouped(const struct grouping *g, const struct item *item, const struct output *column)
{
	const void *it = column ? (const void *)column : item;

	return strs_has(&g->keys, strf("#%p ", it)) || list_has(&g->unclear, it);
}

/* the primary key of its table is in GROUP BY */
static bool
is_decided(const struct grouping *g, const struct item *item)
{
	const struct object *o = item->object;
	const struct constraint *key;
	const struct output *column;
	size_t i;

	if (!o || o->noun != &table_noun)
		return item->open || item->catalog;
	key = table_primary_key((const struct table *)o);
	if (!key || key->deferrable == YES || item->open)
		return item->open;
	for (i = 0; i < key->columns.n; i++) {
		column = output_find(&item->columns, key->columns.v[i]);
		if (!column || !is_grouped(g, item, column))
			return false;
	}
	query_use(g->q, SPACE_RELATION, o->name, primary_key_use, -1)->joined = true;
	return true;
}

static void
need_ref(struct grouping *g, const struct ref *r, int location)
{
	const char *name = r->item->name ? strf("%s.", r->item->name) : "";

	if (is_grouped(g, r->item, r->column) || is_decided(g, r->item))
		return;
	g->refused = true;
	query_error(g->q, location, E_GROUPING,
	            r->column ? strf("column '%s%s' must stand in GROUP BY or in an aggregate",
	                             name, r->column->name)
	                      : strf("the row '%s' must stand in GROUP BY or in an aggregate",
	                             r->item->name ? r->item->name : "of the JOIN"));
}

static void
need_refs(struct grouping *g, const PgQuery__ColumnRef *c)
{
	const struct ref *r;
	size_t i;

	for (i = g->refs; i < g->q->refs.n && !g->refused; i++) {
		r = g->q->refs.v[i];
		if (r->node == c && r->level == g->level)
			need_ref(g, r, c->location);
	}
}

static bool
is_aggregate_of(const struct grouping *g, const void *call)
{
	const struct ref *r = ref_of(g->q, call, g->refs);
	const struct level *level;

	if (!r)
		return false;
	for (level = g->level; level; level = level->outer)
		if (r->level == level)
			return true;
	return false;
}

static bool check(const ProtobufCMessage *m, void *grouping);

static void
need_arguments(struct grouping *g, const PgQuery__GroupingFunc *f)
{
	const struct ref *r = ref_of(g->q, f, g->refs);
	const char *key;
	size_t i;

	if (!r || r->level != g->level)
		return;
	for (i = 0; i < f->n_args; i++) {
		key = expression_key(g->q, (struct sort_key){f->args[i], NULL, NULL}, g->refs);
		if (!key || strs_has(&g->keys, key) || g->unclear.n)
			continue;
		g->refused = true;
		query_error(g->q, f->location, E_GROUPING,
		            "GROUPING is for what stands in GROUP BY");
	}
}

/* an expression that stands in GROUP BY as a whole */
static bool
is_key(const struct grouping *g, const ProtobufCMessage *m)
{
	struct words w = {.q = g->q, .refs = g->refs};
	const char *key;

	message_walk(m, say, &w);
	key = said(&w);
	return key && strs_has(&g->keys, key);
}

static bool
check(const ProtobufCMessage *m, void *grouping)
{
	struct grouping *g = grouping;
	const PgQuery__FuncCall *call = (const PgQuery__FuncCall *)(const void *)m;
	size_t i;

	if (g->refused)
		return false;
	if (m->descriptor == &pg_query__column_ref__descriptor) {
		need_refs(g, (const PgQuery__ColumnRef *)(const void *)m);
		return false;
	}
	if (m->descriptor == &pg_query__grouping_func__descriptor) {
		need_arguments(g, (const PgQuery__GroupingFunc *)(const void *)m);
		return false;
	}
	if (g->complex && is_key(g, m))
		return false;
	if (m->descriptor != &pg_query__func_call__descriptor)
		return true;
	if (!is_aggregate_of(g, m))
		return !may_aggregate(g->q, call);
	/* what stands before WITHIN GROUP is one value for all rows */
	for (i = 0; call->agg_within_group && i < call->n_args; i++)
		tree_walk(call->args[i], check, g);
	return false;
}

static void
check_all(struct grouping *g, PgQuery__Node *const *nodes, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++)
		tree_walk(nodes[i], check, g);
}

static bool
add_unclear(const ProtobufCMessage *m, void *grouping)
{
	struct grouping *g = grouping;
	const struct ref *r;
	size_t i;

	for (i = g->refs; i < g->q->refs.n; i++) {
		r = g->q->refs.v[i];
		if (r->node == m)
			list_add(&g->unclear,
			         (void *)(size_t)(r->column ? (const void *)r->column : r->item));
	}
	return true;
}

/* false where nothing is known of a key */
static bool
add_key(struct grouping *g, const struct sort_key *key)
{
	const char *name = expression_key(g->q, *key, g->refs);

	if (name) {
		strs_add(&g->keys, name);
		g->complex |= key->node && key->node->node_case != PG_QUERY__NODE__NODE_COLUMN_REF;
		return true;
	}
	if (key->node)
		tree_walk(key->node, add_unclear, g);
	return key->node != NULL;
}

void
need_grouped(struct query *q, const PgQuery__SelectStmt *n, const struct level *level,
             const struct list *keys, size_t refs)
{
	struct grouping g = {.q = q, .level = level, .refs = refs};
	size_t i;

	if (!q->op || level->uncertain ||
	    !(n->n_group_clause || n->having_clause || (level->found & MANY_AGGREGATES)))
		return;
	for (i = 0; i < keys->n; i++)
		if (!add_key(&g, keys->v[i]))
			return;
	check_all(&g, n->target_list, n->n_target_list);
	tree_walk(n->having_clause, check, &g);
	check_all(&g, n->window_clause, n->n_window_clause);
	check_all(&g, n->sort_clause, n->n_sort_clause);
	check_all(&g, n->distinct_clause, n->n_distinct_clause);
}
