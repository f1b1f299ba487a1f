/* What a query says behind its rows: GROUP BY, HAVING, WINDOW, DISTINCT, ORDER BY, LIMIT, FOR UPDATE. An item of GROUP BY, ORDER BY
   and DISTINCT ON may be a column that the query gives, by its name or its number. */
#include <string.h>

#include "scope.h"

/* ---- what can be told apart, and put in order ---- */

void
need_comparable(struct query *q, const char *type, bool sorted, const char *what, int location)
{
	static const char *const neither[] = {"json",   "xml",      "point",     "lseg",
	                                      "path",   "box",      "polygon",   "line",
	                                      "circle", "jsonpath", "gtsvector", NULL};
	const char *known = signature_type(q->schema, type);

	if (!known || known == unknown_type)
		return;
	if (!among(*known == '_' ? known + 1 : known, neither))
		return;
	if (extensions_bring_anything(q->schema) ||
	    schema_all(q->schema, &operator_class_kind.noun).n)
		return;
	query_error(q, location, E_MISMATCH,
	            strf("%s: values of type %s cannot be %s", what, type,
	                 sorted ? "put in order" : "told apart"));
}

/* ---- items ---- */

/* the name where an expression is nothing but one */
static const char *
bare_name(const PgQuery__Node *n)
{
	if (n->node_case != PG_QUERY__NODE__NODE_COLUMN_REF || n->column_ref->n_fields != 1)
		return NULL;
	return node_string(n->column_ref->fields[0]);
}

static void
add_key(struct list *keys, struct sort_key key)
{
	list_add(keys, copy(&key, sizeof key));
}

/* the column that the query gives, as a key */
static struct sort_key
given(const struct result *r, size_t i)
{
	const PgQuery__Node *node = i < r->nodes.n ? r->nodes.v[i] : NULL;
	const struct output *o = r->columns.v[i];

	return (struct sort_key){node, o, o->type};
}

static void
by_number(struct query *q, const PgQuery__AConst *c, const struct result *r, const char *what,
          struct list *keys)
{
	const bool number = c->val_case == PG_QUERY__A__CONST__VAL_IVAL && !c->isnull;
	const long i = number ? c->ival->ival : 0;

	if (!number)
		query_error(
			q, c->location, E_STATEMENT,
			strf("%s: a constant that is no number of a column says nothing", what));
	else if (i < 1 || (!r->open && (size_t)i > r->columns.n))
		query_error(q, c->location, E_STATEMENT,
		            strf("%s %ld: the query gives %zu columns", what, i, r->columns.n));
	else
		add_key(keys, r->open ? (struct sort_key){NULL} : given(r, (size_t)i - 1));
}

static bool
says_other(const struct query *q, const struct result *r, size_t a, size_t b, size_t refs)
{
	const char *x = expression_key(q, given(r, a), refs);
	const char *y = expression_key(q, given(r, b), refs);

	return x && y && strcmp(x, y) != 0;
}

/* false where it is no name of a column that the query gives */
static bool
by_name(struct query *q, const PgQuery__ColumnRef *c, const char *name, const struct result *r,
        size_t refs, const char *what, struct list *keys)
{
	size_t i, first = r->columns.n;

	for (i = 0; i < r->columns.n; i++) {
		if (!same(((const struct output *)r->columns.v[i])->name, name))
			continue;
		if (first < i && says_other(q, r, first, i, refs))
			query_error(q, c->location, E_AMBIGUOUS,
			            strf("%s: the query gives two columns named '%s'", what, name));
		if (first > i)
			first = i;
	}
	if (first < r->columns.n)
		add_key(keys, given(r, first));
	else if (r->open)
		add_key(keys, (struct sort_key){NULL});
	return first < r->columns.n || r->open;
}

/* a column of FROM, of this query */
static bool
is_column(const struct query *q, const char *name, const struct scope *scope)
{
	struct query silent = *q;
	struct scope own = *scope;

	silent.op = NULL;
	silent.uses = silent.refs = (struct list){0};
	own.outer = NULL;
	return scope_unqualified(&silent, name, -1, &own).column != NULL;
}

/* the items, as struct sort_key; GROUP BY prefers what the query takes */
static void
follow_by(struct query *q, PgQuery__Node *const *nodes, size_t n, const struct scope *scope,
          const struct result *r, size_t refs, const char *what, struct list *keys)
{
	const bool group = strcmp(what, "GROUP BY") == 0;
	const PgQuery__Node *by;
	const char *name;
	size_t i;

	for (i = 0; i < n; i++) {
		by = nodes[i];
		if (by->node_case == PG_QUERY__NODE__NODE_SORT_BY)
			by = by->sort_by->node;
		if (by->node_case == PG_QUERY__NODE__NODE_GROUPING_SET) {
			follow_by(q, by->grouping_set->content, by->grouping_set->n_content, scope,
			          r, refs, what, keys);
			continue;
		}
		if (group && by->node_case == PG_QUERY__NODE__NODE_ROW_EXPR &&
		    by->row_expr->row_format == PG_QUERY__COERCION_FORM__COERCE_IMPLICIT_CAST) {
			follow_by(q, by->row_expr->args, by->row_expr->n_args, scope, r, refs, what,
			          keys);
			continue;
		}
		if (by->node_case == PG_QUERY__NODE__NODE_A_CONST) {
			by_number(q, by->a_const, r, what, keys);
			continue;
		}
		name = bare_name(by);
		if (name && !(group && is_column(q, name, scope)) &&
		    by_name(q, by->column_ref, name, r, refs, what, keys))
			continue;
		add_key(keys, (struct sort_key){by, NULL, follow(q, by, scope)});
	}
}

static void
need_keys_comparable(struct query *q, const struct list *keys, bool sorted, const char *what)
{
	size_t i;

	for (i = 0; i < keys->n; i++)
		need_comparable(q, ((const struct sort_key *)keys->v[i])->type, sorted, what, -1);
}

/* ---- DISTINCT ---- */

/* the names by which items are told from others; NULL ends where one cannot be told */
static bool
key_names(const struct query *q, const struct list *keys, size_t refs, struct strs *names)
{
	const char *name;
	size_t i;

	for (i = 0; i < keys->n; i++) {
		name = expression_key(q, *(const struct sort_key *)keys->v[i], refs);
		if (!name)
			return false;
		strs_add(names, name);
	}
	return true;
}

/* SELECT DISTINCT gives all by which it is ordered */
static void
need_given(struct query *q, const struct result *r, const struct list *order, size_t refs)
{
	struct strs names = {0}, ordered = {0};
	struct list all = {0};
	size_t i;

	for (i = 0; i < r->columns.n; i++)
		add_key(&all, given(r, i));
	if (r->open || !key_names(q, &all, refs, &names) || !key_names(q, order, refs, &ordered))
		return;
	for (i = 0; i < ordered.n; i++)
		if (!strs_has(&names, ordered.v[i])) {
			query_error(
				q, -1, E_STATEMENT,
				"SELECT DISTINCT … ORDER BY: it must give what it is ordered by");
			return;
		}
}

/* DISTINCT ON (…) says what ORDER BY begins with */
static void
need_leading(struct query *q, const struct list *distinct, const struct list *order, size_t refs)
{
	struct strs names = {0}, ordered = {0}, seen = {0};
	bool skipped = false, late = false;
	size_t i;

	if (!key_names(q, distinct, refs, &names) || !key_names(q, order, refs, &ordered))
		return;
	for (i = 0; i < ordered.n; i++) {
		late |= skipped && strs_has(&names, ordered.v[i]);
		skipped |= !strs_has(&names, ordered.v[i]);
		strs_add(&seen, ordered.v[i]);
	}
	for (i = 0; i < names.n; i++)
		late |= skipped && !strs_has(&seen, names.v[i]);
	if (late)
		query_error(q, -1, E_STATEMENT,
		            "SELECT DISTINCT ON: ORDER BY must begin with what stands in it");
}

/* ---- LIMIT ---- */

void
take_number(struct query *q, const PgQuery__Node *n, const char *type, const char *what)
{
	if (type == unknown_type)
		take(q, n, "bigint", what);
	else if (cast_path(signature_type(q->schema, type), "int8") < CAST_UNKNOWN)
		query_error(q, -1, E_MISMATCH, strf("%s is a number, not %s", what, type));
}

static void
follow_limit(struct query *q, const PgQuery__Node *n, const char *what, const struct scope *outer)
{
	struct scope scope = scope_new(outer);

	level_read(scope.level, what, MANY_ALL);
	take_number(q, n, follow(q, n, &scope), what);
}

/* ---- FOR UPDATE ---- */

static void
follow_locking(struct query *q, const PgQuery__SelectStmt *n, const struct scope *scope)
{
	const PgQuery__LockingClause *l;
	struct scope own = {NULL, scope->items, {0}};
	const unsigned found = scope->level ? scope->level->found : 0;
	const PgQuery__RangeVar *r;
	const char *what = NULL;
	size_t i, j;

	if (!n->n_locking_clause)
		return;
	if (n->larg)
		what = "UNION and its like";
	else if (n->n_distinct_clause)
		what = "DISTINCT";
	else if (n->n_group_clause)
		what = "GROUP BY";
	else if (n->having_clause)
		what = "HAVING";
	else if (found & MANY_AGGREGATES)
		what = "aggregates";
	else if (found & MANY_WINDOWS)
		what = "window functions";
	if (what)
		query_error(q, -1, E_STATEMENT,
		            strf("FOR UPDATE and its like cannot stand beside %s", what));
	for (i = 0; i < n->n_locking_clause; i++) {
		l = n->locking_clause[i]->locking_clause;
		for (j = 0; j < l->n_locked_rels; j++) {
			r = l->locked_rels[j]->range_var;
			if (!scope_item(&own, NULL, r->relname))
				scope_no_item(q, r->relname, r->location, &own);
		}
	}
}

/* ---- all of them ---- */

void
follow_clauses(struct query *q, const PgQuery__SelectStmt *n, const struct scope *scope,
               const struct result *r, size_t refs)
{
	/* DISTINCT without ON is a list of one empty node */
	const bool distinct = n->n_distinct_clause,
		   on = distinct &&
	                n->distinct_clause[0]->node_case != PG_QUERY__NODE__NODE__NOT_SET;
	struct list group = {0}, order = {0}, distinct_on = {0}, all = {0};
	size_t i;

	level_read(scope->level, "GROUP BY", MANY_AGGREGATES | MANY_WINDOWS);
	follow_by(q, n->group_clause, n->n_group_clause, scope, r, refs, "GROUP BY", &group);
	need_keys_comparable(q, &group, false, "GROUP BY");
	level_read(scope->level, "HAVING", MANY_WINDOWS | MANY_SETS);
	follow_condition(q, n->having_clause, scope, "HAVING");
	level_read(scope->level, "WINDOW", MANY_WINDOWS);
	follow_windows(q, scope);
	level_read(scope->level, NULL, 0);
	if (on)
		follow_by(q, n->distinct_clause, n->n_distinct_clause, scope, r, refs,
		          "DISTINCT ON", &distinct_on);
	follow_by(q, n->sort_clause, n->n_sort_clause, scope, r, refs, "ORDER BY", &order);
	need_keys_comparable(q, &order, true, "ORDER BY");
	for (i = 0; distinct && !on && i < r->columns.n; i++)
		add_key(&all, given(r, i));
	need_keys_comparable(q, &all, false, "DISTINCT");
	if (!scope->level->uncertain && on && order.n)
		need_leading(q, &distinct_on, &order, refs);
	if (!scope->level->uncertain && distinct && !on && order.n)
		need_given(q, r, &order, refs);
	follow_limit(q, n->limit_count, "LIMIT", scope->outer);
	follow_limit(q, n->limit_offset, "OFFSET", scope->outer);
	follow_locking(q, n, scope);
	need_grouped(q, n, scope->level, &group, refs);
}

void
follow_set_clauses(struct query *q, const PgQuery__SelectStmt *n, const struct scope *scope,
                   const struct result *r)
{
	struct list order = {0};

	follow_by(q, n->sort_clause, n->n_sort_clause, scope, r, q->refs.n, "ORDER BY", &order);
	need_keys_comparable(q, &order, true, "ORDER BY");
	follow_limit(q, n->limit_count, "LIMIT", scope->outer);
	follow_limit(q, n->limit_offset, "OFFSET", scope->outer);
	follow_locking(q, n, scope);
}
