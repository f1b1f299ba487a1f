/* FROM: relations, queries, functions and JOINs as items of a scope. */
#include <string.h>

#include "../catalog.h"
#include "scope.h"

/* ---- relations ---- */

bool
type_is_doubtful(const struct schema *s, const struct object *o, const char *type)
{
	struct type_parts parts = type_parts(type);
	struct qname near = {o->name.schema, parts.name.name};
	const struct object *beside;

	if (parts.builtin || parts.name.schema)
		return false;
	beside = schema_find(s, SPACE_TYPE, near);
	return beside && beside != schema_find(s, SPACE_TYPE, parts.name);
}

static void
forget_doubtful(const struct schema *s, const struct object *o, struct list *columns)
{
	const struct output *c;
	size_t i;

	for (i = 0; i < columns->n; i++) {
		c = columns->v[i];
		if (c->type == unknown_type || schema_may_be_other_part(s, o, c->name) ||
		    (c->type && type_is_doubtful(s, o, c->type)))
			((struct output *)element_copy(columns, i, sizeof *c))->type = NULL;
	}
}

void
relation_columns(const struct query *q, const struct object *o, struct item *item)
{
	item->object = o;
	item->schema = o->name.schema;
	item->open = schema_may_have_part(q->schema, o, NULL) || !o->noun->columns ||
	             !o->noun->columns(o, &item->columns);
	item->columns = list_copy(&item->columns);
	forget_doubtful(q->schema, o, &item->columns);
}

struct item *
table_item(const struct schema *s, const struct table *t)
{
	struct item *item = alloc(sizeof *item);

	table_noun.columns(&t->object, &item->columns);
	/* a default is of no table */
	item->open = !t->object.name.name || schema_may_have_part(s, &t->object, NULL);
	if (!t->object.name.name)
		return item;
	forget_doubtful(s, &t->object, &item->columns);
	item->name = t->object.name.name;
	item->object = &t->object;
	return item;
}

bool
is_catalog(struct qname name)
{
	if (name.schema)
		return strcmp(name.schema, "information_schema") == 0 ||
		       strncmp(name.schema, "pg_", 3) == 0;
	return strncmp(name.name, "pg_", 3) == 0;
}

/* one of the server's own, as far as its columns are known */
static void
catalog_relation(struct query *q, struct qname name, int location, struct item *item)
{
	const char *schema = name.schema ? name.schema : "pg_catalog", *type;
	const char *at = catalog_columns(schema, name.name);
	size_t n, end;

	item->catalog = true;
	item->schema = schema;
	item->open = !at;
	if (!at && strcmp(schema, "information_schema") == 0)
		query_error(q, location, E_NO_RELATION,
		            strf("no view named '%s' in information_schema", name.name));
	for (; at && *at; at += end + (at[end] == ' ')) {
		n = strcspn(at, ":");
		end = strcspn(at, " ");
		type = end > n + 1 ? strn(at + n + 1, end - n - 1) : NULL;
		output_add(&item->columns, strn(at, n), type ? signature_sql(type) : NULL);
	}
}

/* the relation as an item without its alias */
struct item *
relation_item(struct query *q, const PgQuery__RangeVar *r)
{
	struct item *item = alloc(sizeof *item);
	struct qname name = range_qname(r);
	struct object *o = schema_find(q->schema, SPACE_RELATION, name);
	struct op op;

	item->name = name.name;
	item->open = true;
	if (o && o->noun->alias && strcmp(o->noun->name, "index") == 0) {
		query_error(q, r->location, E_KIND, strf("%s is an index", plain_qname(name)));
	} else if (o) {
		relation_columns(q, o, item);
		query_use(q, SPACE_RELATION, o->name, NULL, r->location);
	} else if (is_catalog(name)) {
		catalog_relation(q, name, r->location, item);
	} else if (!extensions_bring(q->schema, name.name)) {
		op = q->op ? query_here(q, r->location) : (struct op){0};
		if (!q->op ||
		    missing(&op, q->schema, "table or view", SPACE_RELATION, name) == REFUSED)
			q->result = REFUSED;
	}
	return item;
}

const struct object *
query_relation(struct query *q, const PgQuery__RangeVar *r)
{
	return relation_item(q, r)->object;
}

const struct cte *
scope_cte(const struct scope *scope, const char *name)
{
	const struct cte *cte;
	size_t i;

	for (; scope; scope = scope->outer)
		for (i = 0; i < scope->ctes.n; i++) {
			cte = scope->ctes.v[i];
			if (strcmp(cte->name, name) == 0)
				return cte;
		}
	return NULL;
}

/* the names that an alias gives the columns; those that it leaves out keep theirs */
void
rename_columns(struct query *q, struct list *columns, bool open, const char *what,
               PgQuery__Node *const *names, size_t n)
{
	struct output o;
	size_t i;

	if (n > columns->n && !open) {
		query_error(q, -1, E_NO_RELATION,
		            strf("'%s' has %zu columns, and names are given to %zu", what,
		                 columns->n, n));
		return;
	}
	for (i = 0; i < n; i++) {
		if (i >= columns->n) {
			output_add(columns, node_string(names[i]), NULL);
			continue;
		}
		o = *(struct output *)columns->v[i];
		o.name = node_string(names[i]);
		columns->v[i] = copy(&o, sizeof o);
	}
}

void
item_alias(struct query *q, struct item *item, const PgQuery__Alias *alias)
{
	if (!alias)
		return;
	item->name = alias->aliasname;
	item->aliased = true;
	item->columns = list_copy(&item->columns);
	rename_columns(q, &item->columns, item->open, item->name, alias->colnames,
	               alias->n_colnames);
	/* what is renamed is no column of the relation any more */
	if (alias->n_colnames) {
		item->renamed = item->object != NULL;
		item->object = NULL;
	}
}

static struct item *
range_item(struct query *q, const PgQuery__RangeVar *r, const struct scope *scope)
{
	const struct cte *cte = *r->schemaname ? NULL : scope_cte(scope, r->relname);
	struct item *item;

	if (cte) {
		item = alloc(sizeof *item);
		item->name = cte->name;
		item->columns = cte->columns;
		item->open = cte->open;
	} else {
		item = relation_item(q, r);
	}
	item_alias(q, item, r->alias);
	return item;
}

/* ---- FROM ---- */

/* what an item of FROM can see: the items before it where it is LATERAL */
static struct scope
beside(const struct scope *scope, bool lateral)
{
	struct scope s = *scope;

	if (!lateral)
		s.items = (struct list){0};
	return s;
}

static void
function_columns(struct query *q, const PgQuery__RangeFunction *f, const char *type,
                 const struct returned *made, struct item *item)
{
	const char *known = made->rows || f->n_coldeflist ? NULL : signature_type(q->schema, type);
	const PgQuery__ColumnDef *def;
	size_t i;

	if (f->n_coldeflist && type && type != unknown_type && !same(type, "record"))
		query_error(q, f->coldeflist[0]->column_def->location, E_MISMATCH,
		            "only a function that returns record takes the definition of columns");
	if (is_row_signature(known))
		known = NULL;
	for (i = 0; i < f->n_coldeflist; i++) {
		def = f->coldeflist[i]->column_def;
		query_type(q, def->type_name);
		output_add(&item->columns, def->colname, type_sql(def->type_name));
	}
	if (made->rows)
		list_append(&item->columns, &made->columns);
	item->open = f->n_coldeflist == 0 && !known && !made->rows;
	item->scalar = known && !f->ordinality;
	/* of a function that gives one column, the alias is its name too */
	if (known && item->name)
		output_add(&item->columns,
		           made->name ? made->name
		           : f->alias ? f->alias->aliasname
		                      : item->name,
		           type);
	if ((known || made->rows) && f->ordinality)
		output_add(&item->columns, "ordinality", "bigint");
	item_alias(q, item, f->alias);
	if (item->open && item->name && !item->columns.n)
		output_add(&item->columns, item->name, NULL);
	if (item->open && f->ordinality && !(f->alias && f->alias->n_colnames))
		output_add(&item->columns, "ordinality", "bigint");
}

static void
table_function_columns(struct item *item, const PgQuery__RangeTableFunc *f)
{
	const PgQuery__RangeTableFuncCol *c;
	size_t i;

	for (i = 0; i < f->n_columns; i++) {
		c = f->columns[i]->range_table_func_col;
		output_add(&item->columns, c->colname,
		           c->type_name ? type_sql(c->type_name) : "integer");
	}
}

/* the one call that it is; NULL of ROWS FROM several */
static PgQuery__Node *
only_call(const PgQuery__RangeFunction *f)
{
	if (f->n_functions != 1 || f->functions[0]->node_case != PG_QUERY__NODE__NODE_LIST ||
	    !f->functions[0]->list->n_items)
		return NULL;
	return f->functions[0]->list->items[0];
}

/* unnest(a, b) is ROWS FROM (unnest(a), unnest(b)) */
static bool
unnests_several(const PgQuery__Node *n)
{
	const PgQuery__FuncCall *call;

	if (!n || n->node_case != PG_QUERY__NODE__NODE_FUNC_CALL)
		return false;
	call = n->func_call;
	return call->n_funcname == 1 && strcmp(node_string(call->funcname[0]), "unnest") == 0 &&
	       call->n_args > 1 && !call->func_variadic;
}

/* a column for each array; not known where one is of rows */
static struct returned
unnested(struct query *q, const PgQuery__FuncCall *call, const struct scope *scope)
{
	struct returned r = {.rows = true};
	const char *type, *element;
	size_t i;

	for (i = 0; i < call->n_args; i++) {
		type = follow(q, call->args[i], scope);
		element = type ? type_element(domain_base(q->schema, type)) : NULL;
		r.rows &= element && signature_type(q->schema, element) &&
		          !is_row_signature(signature_type(q->schema, element));
		output_add(&r.columns, "unnest", element);
	}
	return r;
}

/* of ROWS FROM */
static void
follow_functions(struct query *q, const PgQuery__RangeFunction *f, const struct scope *scope)
{
	PgQuery__Node *n;
	size_t i;

	for (i = 0; i < f->n_functions; i++) {
		n = f->functions[i]->list->items[0];
		if (unnests_several(n))
			follow_all(q, n->func_call->args, n->func_call->n_args, scope);
		else
			follow(q, n, scope);
	}
}

static void
function_item(struct query *q, const PgQuery__Node *n, const struct scope *scope, struct item *item)
{
	const PgQuery__RangeFunction *f = n->range_function;
	PgQuery__Node *only = only_call(f);
	const bool several = unnests_several(only);
	const PgQuery__Node *call = several ? NULL : only;
	struct returned made = {0};
	const char *type = NULL;

	if (call)
		type = follow(q, call, scope);
	else if (several)
		made = unnested(q, only->func_call, scope);
	else
		follow_functions(q, f, scope);
	if (call && call->node_case == PG_QUERY__NODE__NODE_FUNC_CALL && !f->n_coldeflist)
		made = function_called(q, call->func_call);
	if (!made.rows && !f->n_coldeflist && is_row_signature(signature_type(q->schema, type)))
		made.rows = row_columns(q->schema, domain_base(q->schema, type), &made.columns);
	item->name = only ? expression_name(only) : NULL;
	function_columns(q, f, type, &made, item);
}

/* the columns that NATURAL, or USING without its names, would merge */
static struct strs
common_columns(const struct list *left, const struct list *right)
{
	const struct output *o;
	struct strs names = {0};
	size_t i;

	for (i = 0; i < left->n; i++) {
		o = left->v[i];
		if (output_find(right, o->name))
			strs_add(&names, o->name);
	}
	return names;
}

/* the columns of items that are no part of a JOIN among them */
static void
visible_columns(const struct list *items, size_t from, struct list *columns, bool *open)
{
	const struct item *item;
	size_t i;

	for (i = from; i < items->n; i++) {
		item = items->v[i];
		if (item->merged)
			continue;
		list_append(columns, &item->columns);
		*open |= item->open;
	}
}

static const char *
merged_type(struct query *q, const struct output *left, const struct output *right)
{
	PgQuery__Node *none[2] = {NULL, NULL};
	struct strs types = {0};

	if (!left || !right)
		return NULL;
	strs_add(&types, left->type);
	strs_add(&types, right->type);
	return follow_common(q, none, &types, strf("JOIN: '%s': ", left->name), -1);
}

/* the column of both sides: it is that of one where they are of one type, unless either may be missing */
static const struct output *
merge(struct query *q, const PgQuery__JoinExpr *j, const struct scope *scope,
      const struct output *left, const struct output *right, const char *name)
{
	struct output o = {name, merged_type(q, left, right)};

	scope_joins(q, scope, left);
	scope_joins(q, scope, right);
	if (left && right && left != right && left->type && same(left->type, right->type) &&
	    j->jointype != PG_QUERY__JOIN_TYPE__JOIN_FULL)
		return j->jointype == PG_QUERY__JOIN_TYPE__JOIN_RIGHT ? right : left;
	if (scope->level)
		scope->level->uncertain = true;
	return copy(&o, sizeof o);
}

static size_t
count_named(const struct list *columns, const char *name)
{
	size_t i, n = 0;

	for (i = 0; i < columns->n; i++)
		n += same(((const struct output *)columns->v[i])->name, name);
	return n;
}

/* a name of USING is that of one column on each side */
static void
need_sides(struct query *q, const struct list *left, bool left_open, const struct list *right,
           bool right_open, const char *name)
{
	size_t on_left = count_named(left, name), on_right = count_named(right, name);

	if (on_left > 1 || on_right > 1)
		query_error(q, -1, E_AMBIGUOUS,
		            strf("JOIN … USING: %s side has more than one column '%s'",
		                 on_left > 1 ? "the left" : "the right", name));
	else if ((!left_open && !on_left) || (!right_open && !on_right))
		query_error(q, -1, E_NO_COLUMN,
		            strf("JOIN … USING: no column named '%s' on %s side", name,
		                 !left_open && !on_left ? "the left" : "the right"));
}

/* what ON can name: both sides of its JOIN, and not what stands before it in FROM */
static void
follow_on(struct query *q, const PgQuery__Node *n, const struct scope *scope, size_t first)
{
	struct scope sides = *scope;

	sides.items = (struct list){0};
	for (; first < scope->items.n; first++)
		list_add(&sides.items, scope->items.v[first]);
	follow_clause(q, n, &sides, "JOIN … ON");
}

static void
follow_join(struct query *q, const PgQuery__JoinExpr *j, struct scope *scope)
{
	size_t first = scope->items.n, middle, i;
	struct list left = {0}, right = {0};
	bool left_open = false, right_open = false;
	struct item *join, *item, *using;
	struct strs merged = {0};
	const struct output *o;

	from_add(q, j->larg, scope);
	middle = scope->items.n;
	from_add(q, j->rarg, scope);
	visible_columns(&scope->items, first, &left, &left_open);
	left.n = 0;
	left_open = false;
	for (i = first; i < middle; i++) {
		item = scope->items.v[i];
		if (item->merged)
			continue;
		list_append(&left, &item->columns);
		left_open |= item->open;
	}
	visible_columns(&scope->items, middle, &right, &right_open);
	if (j->is_natural)
		merged = common_columns(&left, &right);
	for (i = 0; i < j->n_using_clause; i++)
		strs_add(&merged, node_string(j->using_clause[i]));
	for (i = 0; i < j->n_using_clause; i++)
		need_sides(q, &left, left_open, &right, right_open, merged.v[i]);
	follow_on(q, j->quals, scope, first);
	level_read(scope->level, "FROM", MANY_AGGREGATES | MANY_WINDOWS);
	if (!merged.n && !j->alias && !(j->is_natural && (left_open || right_open)))
		return;
	join = alloc(sizeof *join);
	join->join = true;
	join->joined = merged.n;
	join->open = left_open || right_open;
	for (i = 0; i < merged.n; i++)
		list_add(&join->columns,
		         (void *)(size_t)merge(q, j, scope, output_find(&left, merged.v[i]),
		                               output_find(&right, merged.v[i]), merged.v[i]));
	for (i = 0; i < left.n + right.n; i++) {
		o = i < left.n ? left.v[i] : right.v[i - left.n];
		if (!strs_has(&merged, o->name))
			list_add(&join->columns, (void *)(size_t)o);
	}
	for (i = first; i < scope->items.n; i++) {
		item = scope->items.v[i];
		item->merged = true;
		item->hidden |= j->alias != NULL;
	}
	item_alias(q, join, j->alias);
	list_add(&scope->items, join);
	if (j->join_using_alias) {
		/* it qualifies the merged columns, and hides nothing */
		using = alloc(sizeof *using);
		using->name = j->join_using_alias->aliasname;
		using->aliased = using->merged = true;
		using->hidden = j->alias != NULL;
		for (i = 0; i < merged.n; i++)
			list_add(&using->columns, join->columns.v[i]);
		list_add(&scope->items, using);
	}
}

static void
need_distinct(struct query *q, const struct scope *scope, const struct item *item, int location)
{
	const struct item *other;
	size_t i;

	for (i = 0; item->name && i < scope->items.n; i++) {
		other = scope->items.v[i];
		if (other->hidden || !same(other->name, item->name))
			continue;
		if (!other->aliased && !item->aliased && other->object != item->object)
			continue;
		query_error(
			q, location, E_TWICE,
			strf("'%s' stands twice in FROM; give one of them an alias", item->name));
		return;
	}
}

void
from_add(struct query *q, const PgQuery__Node *n, struct scope *scope)
{
	struct item *item = alloc(sizeof *item);
	struct scope seen;
	struct result r;
	int location = -1;

	switch ((int)n->node_case) {
	case PG_QUERY__NODE__NODE_JOIN_EXPR:
		follow_join(q, n->join_expr, scope);
		return;
	case PG_QUERY__NODE__NODE_RANGE_VAR:
		item = range_item(q, n->range_var, scope);
		location = n->range_var->location;
		break;
	case PG_QUERY__NODE__NODE_RANGE_SUBSELECT:
		seen = beside(scope, n->range_subselect->lateral);
		r = follow_statement(q, n->range_subselect->subquery, &seen);
		item->columns = r.columns;
		item->open = r.open;
		item_alias(q, item, n->range_subselect->alias);
		break;
	case PG_QUERY__NODE__NODE_RANGE_FUNCTION:
		function_item(q, n, scope, item);
		break;
	case PG_QUERY__NODE__NODE_RANGE_TABLE_FUNC:
		follow(q, n, scope);
		item->name = "xmltable";
		table_function_columns(item, n->range_table_func);
		item_alias(q, item, n->range_table_func->alias);
		break;
	case PG_QUERY__NODE__NODE_RANGE_TABLE_SAMPLE:
		from_add(q, n->range_table_sample->relation, scope);
		return;
	default:
		item->open = true;
		break;
	}
	need_distinct(q, scope, item, location);
	list_add(&scope->items, item);
}

void
from_all(struct query *q, PgQuery__Node *const *nodes, size_t n, struct scope *scope)
{
	size_t i;

	level_read(scope->level, "FROM", MANY_AGGREGATES | MANY_WINDOWS);
	for (i = 0; i < n; i++)
		from_add(q, nodes[i], scope);
}
