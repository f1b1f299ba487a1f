/* Queries: what the names in a SELECT, and in statements that change rows, stand for.

   This is the server's parse analysis as far as names go: which relation, which column of which item of FROM, WITH, USING, the
   order in which scopes are asked. Types are known where a column brings one. What cannot be settled (a function in FROM, a view
   that is not followed, names that code may have made) makes its item open: any column may be its, and nothing is said. */
#include <string.h>

#include "code.h"

/* one name in FROM, or what a JOIN merged */
struct item {
	const char *name;            /* by which its columns are qualified; NULL: by none */
	const struct object *object; /* of a relation */
	const char *schema;          /* of a relation without an alias: may qualify the name */
	bool aliased;
	struct list columns; /* struct output */
	bool open;           /* it may have more columns than these */
	bool merged;         /* its columns are found through the JOIN that it is in */
	bool hidden;         /* it cannot be qualified: it is inside of a JOIN that has an alias */
};

/* a query of WITH */
struct cte {
	const char *name;
	struct list columns;
	bool open;
};

struct scope {
	const struct scope *outer;
	struct list items; /* struct item */
	struct list ctes;  /* struct cte */
};

/* what a query gives */
struct result {
	struct list columns; /* struct output */
	bool open;
};

static struct result follow_select(struct query *q, const PgQuery__SelectStmt *n,
                                   const struct scope *outer);
static struct result follow_statement(struct query *q, const PgQuery__Node *n,
                                      const struct scope *outer);
static void follow(struct query *q, const PgQuery__Node *n, const struct scope *scope);

/* ---- what is said and noted ---- */

static struct op
here(const struct query *q, int location)
{
	struct loc at = q->op->at;

	if (q->source && location >= 0)
		at = source_at(q->source, (size_t)location);
	return item_op(q->op, at);
}

static void
wrong(struct query *q, int location, const char *text)
{
	struct op op;

	q->result = REFUSED;
	if (!q->op)
		return;
	op = here(q, location);
	op_error(&op, "%s", text);
}

static struct use *
use(struct query *q, enum space space, struct qname name, const char *column, int location)
{
	struct use u = {.space = space, .name = name, .column = column};
	struct use *noted = copy(&u, sizeof u);

	noted->offset = location < 0 ? 0 : (size_t)location;
	list_add(&q->uses, noted);
	return noted;
}

static void
output_add(struct list *columns, const char *name, const char *type)
{
	struct output o = {name, type};

	list_add(columns, copy(&o, sizeof o));
}

static const struct output *
find_output(const struct list *columns, const char *name)
{
	const struct output *o;
	size_t i;

	for (i = 0; i < columns->n; i++) {
		o = columns->v[i];
		if (same(o->name, name))
			return o;
	}
	return NULL;
}

/* ---- columns ---- */

/* "users", "users and orders": the items whose columns can be asked for */
static struct strs
item_names(const struct scope *scope)
{
	const struct item *item;
	struct strs names = {0};
	size_t i;

	for (; scope; scope = scope->outer)
		for (i = 0; i < scope->items.n; i++) {
			item = scope->items.v[i];
			if (item->name && !item->hidden && !strs_has(&names, item->name))
				strs_add(&names, item->name);
		}
	return names;
}

static const char *
no_column(const struct scope *scope, const char *name)
{
	struct strs columns = {0}, items;
	const struct scope *one;
	const struct item *item;
	size_t i, j;

	for (one = scope; one; one = one->outer)
		for (i = 0; i < one->items.n; i++) {
			item = one->items.v[i];
			for (j = 0; j < item->columns.n; j++)
				strs_add(&columns, ((struct output *)item->columns.v[j])->name);
		}
	items = item_names(scope);
	return strf("no column named '%s'%s%s%s", name, items.n ? " in " : "",
	            strs_join(&items, ", "), did_you_mean(name, &columns));
}

static void
found(struct query *q, const struct item *item, const char *column, int location)
{
	if (item->object)
		use(q, SPACE_RELATION, item->object->name, column, location)->qualified =
			!item->aliased;
}

static bool
is_relation_column(const struct item *item, const char *name)
{
	return item->object && is_system_column(name);
}

/* NULL with *settled false where it cannot be told */
static const struct output *
unqualified(struct query *q, const char *name, int location, const struct scope *scope,
            bool *settled)
{
	const struct output *one, *only;
	const struct item *item, *of;
	bool open;
	size_t i;

	*settled = true;
	for (; scope; scope = scope->outer) {
		only = NULL;
		of = NULL;
		open = false;
		for (i = 0; i < scope->items.n; i++) {
			item = scope->items.v[i];
			if (item->merged)
				continue;
			one = find_output(&item->columns, name);
			open |= item->open;
			if (one && only) {
				wrong(q, location,
				      strf("column '%s' is ambiguous: %s and %s both have one",
				           name, of->name ? of->name : "a JOIN",
				           item->name ? item->name : "a JOIN"));
				*settled = false;
				return NULL;
			}
			if (one) {
				only = one;
				of = item;
			}
		}
		if (only) {
			found(q, of, name, location);
			return only;
		}
		for (i = 0; i < scope->items.n; i++) {
			item = scope->items.v[i];
			if (is_relation_column(item, name))
				return NULL;
		}
		if (open) {
			*settled = false;
			return NULL;
		}
	}
	return NULL;
}

static const struct item *
find_item(const struct scope *scope, const char *schema, const char *name)
{
	const struct item *item;
	size_t i;

	for (; scope; scope = scope->outer)
		for (i = 0; i < scope->items.n; i++) {
			item = scope->items.v[i];
			if (!item->hidden && same(item->name, name) &&
			    (!schema || (same(item->schema, schema) && !item->aliased)))
				return item;
		}
	return NULL;
}

static void
no_item(struct query *q, const char *name, int location, const struct scope *scope)
{
	struct strs names = item_names(scope);

	wrong(q, location,
	      strf("no table or alias '%s' in FROM%s", name, did_you_mean(name, &names)));
}

/* the column that a reference is, with its type; NULL where that is not known, or nothing */
static const struct output *
follow_column(struct query *q, const PgQuery__ColumnRef *c, const struct scope *scope)
{
	const char *names[4] = {NULL};
	const struct output *column;
	const struct item *item;
	const char *schema;
	size_t n = 0, i;
	bool settled, star = false;

	for (i = 0; i < c->n_fields && i < LEN(names); i++) {
		names[n] = node_string(c->fields[i]);
		if (names[n])
			n++;
		else
			star = true;
	}
	if (n == 0)
		return NULL;
	if (n == 1 && !star) {
		column = unqualified(q, names[0], c->location, scope, &settled);
		if (column || !settled || is_system_column(names[0]))
			return column;
		/* a whole row, by the name of its table */
		if (find_item(scope, NULL, names[0]))
			return NULL;
		if (!q->blind && !schema_excused(q->schema, (struct qname){NULL, names[0]}))
			wrong(q, c->location, no_column(scope, names[0]));
		return NULL;
	}
	/* names of a catalog are left out, and so are fields of a whole row */
	schema = n > (star ? 1u : 2u) ? names[n - (star ? 2 : 3)] : NULL;
	item = find_item(scope, schema, names[n - (star ? 1 : 2)]);
	if (!item) {
		if (!q->blind && !schema_excused(q->schema, (struct qname){schema, names[0]}))
			no_item(q, names[n - (star ? 1 : 2)], c->location, scope);
		return NULL;
	}
	if (star)
		return NULL;
	column = find_output(&item->columns, names[n - 1]);
	if (column)
		found(q, item, column->name, c->location);
	else if (!item->open && !is_relation_column(item, names[n - 1]) &&
	         !function_named(q->schema, (struct qname){NULL, names[n - 1]}))
		wrong(q, c->location,
		      no_column(
			      &(struct scope){NULL, {(void *[]){(void *)(size_t)item}, 1, 1}, {0}},
			      names[n - 1]));
	return column;
}

/* ---- relations ---- */

static void
relation_columns(const struct query *q, const struct object *o, struct item *item)
{
	item->object = o;
	item->schema = o->name.schema;
	item->open = schema_excused(q->schema, o->name) || !o->noun->columns ||
	             !o->noun->columns(o, &item->columns);
}

static bool
is_catalog(struct qname name)
{
	if (name.schema)
		return strcmp(name.schema, "information_schema") == 0 ||
		       strncmp(name.schema, "pg_", 3) == 0;
	return strncmp(name.name, "pg_", 3) == 0;
}

/* the relation as an item without its alias */
static struct item *
relation_item(struct query *q, const PgQuery__RangeVar *r)
{
	struct item *item = alloc(sizeof *item);
	struct qname name = range_qname(r);
	struct object *o = schema_find(q->schema, SPACE_RELATION, name);
	struct op op;

	item->name = name.name;
	item->open = true;
	if (o && o->noun->alias && strcmp(o->noun->name, "index") == 0) {
		wrong(q, r->location, strf("%s is an index", plain_qname(name)));
	} else if (o) {
		relation_columns(q, o, item);
		use(q, SPACE_RELATION, o->name, NULL, r->location);
	} else if (!is_catalog(name) && !extensions_bring_anything(q->schema)) {
		op = q->op ? here(q, r->location) : (struct op){0};
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

static const struct cte *
find_cte(const struct scope *scope, const char *name)
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
static void
rename_columns(struct query *q, struct list *columns, bool open, const char *what,
               PgQuery__Node *const *names, size_t n)
{
	struct output o;
	size_t i;

	if (n > columns->n && !open) {
		wrong(q, -1,
		      strf("'%s' has %zu columns, and names are given to %zu", what, columns->n,
		           n));
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

static void
take_alias(struct query *q, struct item *item, const PgQuery__Alias *alias)
{
	if (!alias)
		return;
	item->name = alias->aliasname;
	item->aliased = true;
	item->columns = list_copy(&item->columns);
	rename_columns(q, &item->columns, item->open, item->name, alias->colnames,
	               alias->n_colnames);
	/* what is renamed is no column of the relation any more */
	if (alias->n_colnames)
		item->object = NULL;
}

static struct item *
range_item(struct query *q, const PgQuery__RangeVar *r, const struct scope *scope)
{
	const struct cte *cte = *r->schemaname ? NULL : find_cte(scope, r->relname);
	struct item *item;

	if (cte) {
		item = alloc(sizeof *item);
		item->name = cte->name;
		item->columns = cte->columns;
		item->open = cte->open;
	} else {
		item = relation_item(q, r);
	}
	take_alias(q, item, r->alias);
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
function_columns(struct query *q, const PgQuery__RangeFunction *f, struct item *item)
{
	const PgQuery__ColumnDef *def;
	size_t i;

	for (i = 0; i < f->n_coldeflist; i++) {
		def = f->coldeflist[i]->column_def;
		output_add(&item->columns, def->colname, type_sql(def->type_name));
	}
	item->open = f->n_coldeflist == 0;
	take_alias(q, item, f->alias);
	/* of a function that gives one column, the alias is its name too */
	if (item->open && item->name && !item->columns.n)
		output_add(&item->columns, item->name, NULL);
	if (f->ordinality && !(f->alias && f->alias->n_colnames))
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

static const char *
function_name(const PgQuery__RangeFunction *f)
{
	const PgQuery__Node *call;

	if (f->n_functions != 1 || f->functions[0]->node_case != PG_QUERY__NODE__NODE_LIST ||
	    !f->functions[0]->list->n_items)
		return NULL;
	call = f->functions[0]->list->items[0];
	return call ? expression_name(call) : NULL;
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
		if (find_output(right, o->name))
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

static void follow_from(struct query *q, const PgQuery__Node *n, struct scope *scope);

static void
follow_join(struct query *q, const PgQuery__JoinExpr *j, struct scope *scope)
{
	size_t first = scope->items.n, middle, i;
	struct list left = {0}, right = {0};
	bool left_open = false, right_open = false;
	struct item *join, *item, *using;
	struct strs merged = {0};
	const struct output *o;

	follow_from(q, j->larg, scope);
	middle = scope->items.n;
	follow_from(q, j->rarg, scope);
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
	for (i = 0; i < j->n_using_clause; i++) {
		if ((!left_open && !find_output(&left, merged.v[i])) ||
		    (!right_open && !find_output(&right, merged.v[i])))
			wrong(q, -1,
			      strf("JOIN … USING: no column named '%s' on %s side", merged.v[i],
			           !left_open && !find_output(&left, merged.v[i]) ? "the left"
			                                                          : "the right"));
	}
	if (j->quals)
		follow(q, j->quals, scope);
	if (!merged.n && !j->alias && !(j->is_natural && (left_open || right_open)))
		return;
	join = alloc(sizeof *join);
	join->open = left_open || right_open;
	for (i = 0; i < merged.n; i++) {
		o = find_output(&left, merged.v[i]);
		output_add(&join->columns, merged.v[i], o ? o->type : NULL);
	}
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
	take_alias(q, join, j->alias);
	list_add(&scope->items, join);
	if (j->join_using_alias) {
		/* it qualifies the merged columns, and hides nothing */
		using = alloc(sizeof *using);
		using->name = j->join_using_alias->aliasname;
		using->aliased = using->merged = true;
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
		wrong(q, location,
		      strf("'%s' stands twice in FROM; give one of them an alias", item->name));
		return;
	}
}

static void
follow_from(struct query *q, const PgQuery__Node *n, struct scope *scope)
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
		take_alias(q, item, n->range_subselect->alias);
		break;
	case PG_QUERY__NODE__NODE_RANGE_FUNCTION:
		follow(q, n, scope);
		item->name = function_name(n->range_function);
		function_columns(q, n->range_function, item);
		break;
	case PG_QUERY__NODE__NODE_RANGE_TABLE_FUNC:
		follow(q, n, scope);
		item->name = "xmltable";
		table_function_columns(item, n->range_table_func);
		take_alias(q, item, n->range_table_func->alias);
		break;
	case PG_QUERY__NODE__NODE_RANGE_TABLE_SAMPLE:
		follow_from(q, n->range_table_sample->relation, scope);
		return;
	default:
		item->open = true;
		break;
	}
	need_distinct(q, scope, item, location);
	list_add(&scope->items, item);
}

static void
follow_froms(struct query *q, PgQuery__Node *const *nodes, size_t n, struct scope *scope)
{
	size_t i;

	for (i = 0; i < n; i++)
		follow_from(q, nodes[i], scope);
}

/* ---- expressions ---- */

struct visit {
	struct query *q;
	const struct scope *scope;
};

/* the full name of what is there, or NULL */
static struct qname
full_name(const struct schema *s, enum space space, struct qname name)
{
	const struct object *o =
		space == SPACE_FUNCTION ? function_named(s, name) : schema_find(s, space, name);

	if (!o)
		return (struct qname){NULL, NULL};
	return space == SPACE_FUNCTION ? ((const struct code *)o)->name : o->name;
}

void
query_function(struct query *q, PgQuery__Node *const *names, size_t n, int location)
{
	struct qname name = list_qname(names, n), full = full_name(q->schema, SPACE_FUNCTION, name);
	const char *why = full.name ? NULL : function_missing(q->schema, name);

	if (full.name)
		use(q, SPACE_FUNCTION, full, NULL, location);
	else if (why)
		wrong(q, location, why);
}

void
query_type(struct query *q, const PgQuery__TypeName *t)
{
	struct type_parts parts;
	struct qname full;
	struct op op;

	if (!t->n_names || t->pct_type)
		return;
	parts = type_parts(type_sql(t));
	if (parts.builtin)
		return;
	op = q->op ? here(q, t->location) : (struct op){0};
	if (q->op && need_type(&op, q->schema, type_sql(t)) == REFUSED)
		q->result = REFUSED;
	full = full_name(q->schema, SPACE_TYPE, parts.name);
	if (full.name)
		use(q, SPACE_TYPE, full, NULL, t->location);
}

/* email(u) is another way to write u.email */
static bool
is_column_call(const PgQuery__FuncCall *call, const struct scope *scope)
{
	const struct item *item;
	const char *name = list_qname(call->funcname, call->n_funcname).name;
	size_t i;

	for (; call->n_args == 1 && scope; scope = scope->outer)
		for (i = 0; i < scope->items.n; i++) {
			item = scope->items.v[i];
			if (find_output(&item->columns, name))
				return true;
		}
	return false;
}

static bool
visit(const ProtobufCMessage *m, void *data)
{
	struct visit *v = data;
	const ProtobufCMessageDescriptor *is = m->descriptor;
	const PgQuery__FuncCall *call;

	if (is == &pg_query__column_ref__descriptor) {
		follow_column(v->q, (const PgQuery__ColumnRef *)m, v->scope);
	} else if (is == &pg_query__select_stmt__descriptor) {
		follow_select(v->q, (const PgQuery__SelectStmt *)m, v->scope);
		return false;
	} else if (is == &pg_query__func_call__descriptor) {
		call = (const PgQuery__FuncCall *)m;
		if (!is_column_call(call, v->scope))
			query_function(v->q, call->funcname, call->n_funcname, call->location);
	} else if (is == &pg_query__type_name__descriptor) {
		query_type(v->q, (const PgQuery__TypeName *)m);
		return false;
	} else if (is == &pg_query__alias__descriptor) {
		return false;
	}
	return true;
}

static void
follow(struct query *q, const PgQuery__Node *n, const struct scope *scope)
{
	struct visit v = {q, scope};

	tree_walk(n, visit, &v);
}

static void
follow_all(struct query *q, PgQuery__Node *const *nodes, size_t n, const struct scope *scope)
{
	size_t i;

	for (i = 0; i < n; i++)
		follow(q, nodes[i], scope);
}

/* the type of what is simple */
static const char *
type_of(struct query *q, const PgQuery__Node *n, const struct scope *scope)
{
	const struct output *column;
	struct query silent = *q;

	if (n->node_case == PG_QUERY__NODE__NODE_TYPE_CAST)
		return type_sql(n->type_cast->type_name);
	if (n->node_case != PG_QUERY__NODE__NODE_COLUMN_REF)
		return NULL;
	silent.op = NULL;
	silent.uses = (struct list){0};
	column = follow_column(&silent, n->column_ref, scope);
	return column ? column->type : NULL;
}

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
expand_item(struct query *q, const struct item *item, int location, struct strs *names,
            struct result *r)
{
	const struct output *o;
	size_t i;

	for (i = 0; i < item->columns.n; i++) {
		o = item->columns.v[i];
		strs_add(names, item->name && !item->hidden
		                        ? strf("%s.%s", sql_name(item->name), sql_name(o->name))
		                        : sql_name(o->name));
		if (item->object)
			use(q, SPACE_RELATION, item->object->name, o->name, location);
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
		follow_column(q, c, scope);
		item = find_item(scope, NULL, name);
		if (item)
			expand_item(q, item, c->location, &names, r);
		r->open |= !item;
	}
	for (i = 0; !name && i < scope->items.n; i++) {
		item = scope->items.v[i];
		if (!item->merged)
			expand_item(q, item, c->location, &names, r);
	}
	if (!r->open && names.n)
		star.text = strs_join(&names, ", ");
	list_add(&q->stars, copy(&star, sizeof star));
	r->open |= open;
}

static void
follow_targets(struct query *q, PgQuery__Node *const *targets, size_t n, const struct scope *scope,
               struct result *r)
{
	const PgQuery__ResTarget *t;
	const char *name;
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
		follow(q, t->val, scope);
		name = *t->name ? t->name : expression_name(t->val);
		last = q->uses.n ? q->uses.v[q->uses.n - 1] : NULL;
		if (last && last->column && t->val->node_case == PG_QUERY__NODE__NODE_COLUMN_REF &&
		    last->offset == (size_t)t->val->column_ref->location) {
			last->bare = !*t->name;
			last->as = *t->name ? t->name : NULL;
		}
		output_add(&r->columns, name ? name : "?column?", type_of(q, t->val, scope));
		/* (row).* */
		if (t->val->node_case == PG_QUERY__NODE__NODE_A_INDIRECTION &&
		    t->val->a_indirection->n_indirection &&
		    t->val->a_indirection->indirection[t->val->a_indirection->n_indirection - 1]
		                    ->node_case == PG_QUERY__NODE__NODE_A_STAR)
			r->open = true;
	}
}

/* the name where an expression is nothing but one */
static const char *
bare_name(const PgQuery__Node *n)
{
	if (n->node_case != PG_QUERY__NODE__NODE_COLUMN_REF || n->column_ref->n_fields != 1)
		return NULL;
	return node_string(n->column_ref->fields[0]);
}

/* ORDER BY, DISTINCT ON and GROUP BY may say what the query gives; GROUP BY prefers what it takes */
static void
follow_by(struct query *q, PgQuery__Node *const *nodes, size_t n, const struct scope *scope,
          const struct result *r, bool group)
{
	const struct output *column;
	const PgQuery__Node *by;
	struct query silent = *q;
	const char *name;
	bool settled;
	size_t i;

	silent.op = NULL;
	for (i = 0; i < n; i++) {
		by = nodes[i];
		if (by->node_case == PG_QUERY__NODE__NODE_SORT_BY)
			by = by->sort_by->node;
		if (by->node_case == PG_QUERY__NODE__NODE_GROUPING_SET) {
			follow_by(q, by->grouping_set->content, by->grouping_set->n_content, scope,
			          r, group);
			continue;
		}
		name = bare_name(by);
		silent.uses = (struct list){0};
		column = group && name ? unqualified(&silent, name, -1, scope, &settled) : NULL;
		if (name && !column && (r->open || find_output(&r->columns, name)))
			continue;
		follow(q, by, scope);
	}
}

static struct result
follow_values(struct query *q, const PgQuery__SelectStmt *n, const struct scope *scope)
{
	struct result r = {0};
	const PgQuery__List *row;
	size_t i;

	for (i = 0; i < n->n_values_lists; i++) {
		row = n->values_lists[i]->list;
		follow_all(q, row->items, row->n_items, scope);
		if (i && row->n_items != n->values_lists[0]->list->n_items)
			wrong(q, -1, "VALUES: the rows are not all of the same length");
	}
	for (i = 0; i < n->values_lists[0]->list->n_items; i++)
		output_add(&r.columns, strf("column%zu", i + 1), NULL);
	return r;
}

static const char *
set_name(PgQuery__SetOperation op)
{
	return op == PG_QUERY__SET_OPERATION__SETOP_UNION       ? "UNION"
	       : op == PG_QUERY__SET_OPERATION__SETOP_INTERSECT ? "INTERSECT"
	                                                        : "EXCEPT";
}

static struct result
follow_set(struct query *q, const PgQuery__SelectStmt *n, const struct scope *scope)
{
	struct result left = follow_select(q, n->larg, scope);
	struct result right = follow_select(q, n->rarg, scope);

	if (!left.open && !right.open && left.columns.n != right.columns.n)
		wrong(q, -1,
		      strf("each query of a %s must give as many columns: here %zu and %zu",
		           set_name(n->op), left.columns.n, right.columns.n));
	left.open |= right.open;
	follow_by(q, n->sort_clause, n->n_sort_clause, scope, &left, false);
	return left;
}

/* the queries of WITH; a recursive one sees what its first part gives */
static void
follow_with(struct query *q, const PgQuery__WithClause *with, struct scope *scope)
{
	const PgQuery__CommonTableExpr *e;
	const PgQuery__SelectStmt *select;
	struct scope before;
	struct result r;
	struct query silent;
	struct cte *cte;
	size_t i;

	for (i = 0; with && i < with->n_ctes; i++) {
		e = with->ctes[i]->common_table_expr;
		if (find_cte(&(struct scope){NULL, {0}, scope->ctes}, e->ctename))
			wrong(q, e->location, strf("WITH: '%s' stands twice", e->ctename));
		cte = alloc(sizeof *cte);
		cte->name = e->ctename;
		select = e->ctequery->node_case == PG_QUERY__NODE__NODE_SELECT_STMT
		                 ? e->ctequery->select_stmt
		                 : NULL;
		if (with->recursive && select && select->larg) {
			silent = *q;
			silent.op = NULL;
			silent.uses = (struct list){0};
			before = *scope;
			r = follow_select(&silent, select->larg, &before);
			cte->columns = list_copy(&r.columns);
			cte->open = r.open;
			rename_columns(&silent, &cte->columns, r.open, cte->name, e->aliascolnames,
			               e->n_aliascolnames);
		}
		/* WITH RECURSIVE names may be used before they stand there */
		if (with->recursive) {
			cte->open |= !select || !select->larg;
			list_add(&scope->ctes, cte);
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

static void
follow_locking(struct query *q, const PgQuery__SelectStmt *n, const struct scope *scope)
{
	const PgQuery__LockingClause *l;
	struct scope own = {NULL, scope->items, {0}};
	const PgQuery__RangeVar *r;
	size_t i, j;

	for (i = 0; i < n->n_locking_clause; i++) {
		l = n->locking_clause[i]->locking_clause;
		for (j = 0; j < l->n_locked_rels; j++) {
			r = l->locked_rels[j]->range_var;
			if (!find_item(&own, NULL, r->relname))
				no_item(q, r->relname, r->location, &own);
		}
	}
}

static struct result
follow_select(struct query *q, const PgQuery__SelectStmt *n, const struct scope *outer)
{
	struct scope scope = {.outer = outer};
	struct result r = {0};

	follow_with(q, n->with_clause, &scope);
	if (n->larg)
		return follow_set(q, n, &scope);
	if (n->n_values_lists) {
		r = follow_values(q, n, &scope);
	} else {
		follow_froms(q, n->from_clause, n->n_from_clause, &scope);
		follow_targets(q, n->target_list, n->n_target_list, &scope, &r);
	}
	follow(q, n->where_clause, &scope);
	follow_by(q, n->group_clause, n->n_group_clause, &scope, &r, true);
	follow(q, n->having_clause, &scope);
	follow_all(q, n->window_clause, n->n_window_clause, &scope);
	/* DISTINCT without ON is a list of one empty node */
	if (n->n_distinct_clause &&
	    n->distinct_clause[0]->node_case != PG_QUERY__NODE__NODE__NOT_SET)
		follow_by(q, n->distinct_clause, n->n_distinct_clause, &scope, &r, false);
	follow_by(q, n->sort_clause, n->n_sort_clause, &scope, &r, false);
	follow(q, n->limit_count, outer);
	follow(q, n->limit_offset, outer);
	follow_locking(q, n, &scope);
	return r;
}

/* ---- statements that change rows ---- */

/* the column that is set, or NULL */
static const struct output *
follow_set_column(struct query *q, const struct item *table, const PgQuery__ResTarget *t)
{
	struct scope only = {NULL, {(void *[]){(void *)(size_t)table}, 1, 1}, {0}};
	const struct output *o = find_output(&table->columns, t->name);

	if (o)
		found(q, table, t->name, t->location);
	else if (!table->open)
		wrong(q, t->location, no_column(&only, t->name));
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
			wrong(q, t->location, strf("column '%s' stands twice", t->name));
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
		wrong(q, -1,
		      strf("INSERT has %zu values for %zu columns", given->columns.n, columns));
	else if (said && given->columns.n < columns)
		wrong(q, -1,
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
		    !find_output(&table->columns, c->infer->index_elems[i]->index_elem->name) &&
		    !table->open)
			wrong(q, c->infer->location,
			      no_column(&own, c->infer->index_elems[i]->index_elem->name));
	if (c->infer) {
		follow(q, c->infer->where_clause, &own);
		op = q->op ? here(q, c->infer->location) : (struct op){0};
		if (q->op && table->object && !table->open &&
		    need_inference(&op, table->object, c->infer) == REFUSED)
			q->result = REFUSED;
	}
	/* an unqualified column is the table's: excluded's must be qualified */
	excluded->merged = true;
	follow_sets(q, table, c->target_list, c->n_target_list, &both);
	follow(q, c->where_clause, &both);
}

static struct result
follow_insert(struct query *q, const PgQuery__InsertStmt *n, const struct scope *outer)
{
	struct scope scope = {.outer = outer}, target;
	struct result given = {0}, r = {0};
	struct item *table;

	follow_with(q, n->with_clause, &scope);
	table = relation_item(q, n->relation);
	take_alias(q, table, n->relation->alias);
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

static struct result
follow_update(struct query *q, const PgQuery__UpdateStmt *n, const struct scope *outer)
{
	struct scope scope = {.outer = outer};
	struct result r = {0};
	struct item *table;

	follow_with(q, n->with_clause, &scope);
	table = relation_item(q, n->relation);
	take_alias(q, table, n->relation->alias);
	list_add(&scope.items, table);
	follow_froms(q, n->from_clause, n->n_from_clause, &scope);
	follow_sets(q, table, n->target_list, n->n_target_list, &scope);
	follow(q, n->where_clause, &scope);
	follow_targets(q, n->returning_list, n->n_returning_list, &scope, &r);
	return r;
}

static struct result
follow_delete(struct query *q, const PgQuery__DeleteStmt *n, const struct scope *outer)
{
	struct scope scope = {.outer = outer};
	struct result r = {0};
	struct item *table;

	follow_with(q, n->with_clause, &scope);
	table = relation_item(q, n->relation);
	take_alias(q, table, n->relation->alias);
	list_add(&scope.items, table);
	follow_froms(q, n->using_clause, n->n_using_clause, &scope);
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

static struct result
follow_merge(struct query *q, const PgQuery__MergeStmt *n, const struct scope *outer)
{
	struct scope source = {.outer = outer}, both;
	struct item *table;
	size_t i;

	follow_with(q, n->with_clause, &source);
	table = relation_item(q, n->relation);
	take_alias(q, table, n->relation->alias);
	follow_from(q, n->source_relation, &source);
	both = source;
	both.items = list_copy(&source.items);
	list_add(&both.items, table);
	follow(q, n->join_condition, &both);
	for (i = 0; i < n->n_merge_when_clauses; i++)
		follow_when(q, n->merge_when_clauses[i]->merge_when_clause, table, &both, &source);
	return (struct result){0};
}

static struct result
follow_statement(struct query *q, const PgQuery__Node *n, const struct scope *outer)
{
	switch ((int)n->node_case) {
	case PG_QUERY__NODE__NODE_SELECT_STMT:
		return follow_select(q, n->select_stmt, outer);
	case PG_QUERY__NODE__NODE_INSERT_STMT:
		return follow_insert(q, n->insert_stmt, outer);
	case PG_QUERY__NODE__NODE_UPDATE_STMT:
		return follow_update(q, n->update_stmt, outer);
	case PG_QUERY__NODE__NODE_DELETE_STMT:
		return follow_delete(q, n->delete_stmt, outer);
	case PG_QUERY__NODE__NODE_MERGE_STMT:
		return follow_merge(q, n->merge_stmt, outer);
	case PG_QUERY__NODE__NODE_EXPLAIN_STMT:
		return follow_statement(q, n->explain_stmt->query, outer);
	default:
		return (struct result){.open = true};
	}
}

void
query_follow_body(struct query *q, const PgQuery__Node *n)
{
	size_t i;

	if (n->node_case == PG_QUERY__NODE__NODE_LIST) {
		for (i = 0; i < n->list->n_items; i++)
			query_follow_body(q, n->list->items[i]);
	} else if (n->node_case == PG_QUERY__NODE__NODE_RETURN_STMT) {
		follow(q, n, NULL);
	} else {
		follow_statement(q, n, NULL);
	}
}

enum applied
query_follow(struct query *q, const PgQuery__Node *n)
{
	struct result r = follow_statement(q, n, NULL);

	q->columns = r.columns;
	q->open |= r.open;
	return q->result;
}

enum applied
query_follow_expression(struct query *q, const PgQuery__Node *n, const struct list *relations)
{
	const struct visible *v;
	struct scope scope = {0};
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
	follow(q, n, &scope);
	return q->result;
}
