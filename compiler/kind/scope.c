/* What names stand for among the items of FROM and those of the queries around, asked in the server's order. */
#include <string.h>

#include "scope.h"

/* ---- what is said and noted ---- */

struct op
query_here(const struct query *q, int location)
{
	struct loc at = q->op->at;

	if (q->source && location >= 0)
		at = source_at(q->source, (size_t)location);
	return item_op(q->op, at);
}

void
query_error(struct query *q, int location, enum error code, const char *text)
{
	struct op op;

	if (q->op && !(q->what && q->result == REFUSED)) {
		op = query_here(q, location);
		op_error(&op, code, "%s%s%s", q->what ? q->what : "", q->what ? ": " : "", text);
	}
	q->result = REFUSED;
}

struct use *
query_use(struct query *q, enum space space, struct qname name, const char *column, int location)
{
	struct use u = {.space = space, .name = name, .column = column};
	struct use *noted = copy(&u, sizeof u);

	noted->offset = location < 0 ? 0 : (size_t)location;
	list_add(&q->uses, noted);
	return noted;
}

void
output_add(struct list *columns, const char *name, const char *type)
{
	struct output o = {name, type};

	list_add(columns, copy(&o, sizeof o));
}

const struct output *
output_find(const struct list *columns, const char *name)
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

/* two columns of a JOIN, or of a query, are called so */
static bool
has_twice(const struct item *item, const char *name)
{
	size_t i, n = 0;

	for (i = 0; !item->object && i < item->columns.n; i++)
		n += same(((const struct output *)item->columns.v[i])->name, name);
	return n > 1;
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

const char *
scope_no_column(const struct scope *scope, const char *name)
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

static bool
is_merged(const struct item *join, const struct output *column)
{
	size_t i;

	for (i = 0; i < join->joined; i++)
		if (join->columns.v[i] == column)
			return true;
	return false;
}

void
scope_joins(struct query *q, const struct scope *scope, const struct output *column)
{
	const struct item *item;
	size_t i;

	for (i = 0; column && i < scope->items.n; i++) {
		item = scope->items.v[i];
		if (item->object && list_has(&item->columns, column))
			query_use(q, SPACE_RELATION, item->object->name, column->name, -1)->joined =
				true;
	}
}

const struct item *
scope_origin(const struct scope *scope, const struct item *item, const struct output *column)
{
	const struct item *side;
	size_t i;

	for (i = 0; item->join && i < scope->items.n; i++) {
		side = scope->items.v[i];
		if (!side->join && list_has(&side->columns, column))
			return side;
	}
	return item;
}

void
scope_found(struct query *q, const struct scope *scope, const struct item *item,
            const struct output *column, int location)
{
	/* USING names those */
	if (item->join && is_merged(item, column))
		return;
	item = scope_origin(scope, item, column);
	if (item->object)
		query_use(q, SPACE_RELATION, item->object->name, column->name, location)
			->qualified = !item->aliased;
}

static bool
is_relation_column(const struct item *item, const char *name)
{
	return (item->object || item->catalog) && is_system_column(name);
}

static void
ambiguous(struct query *q, const char *name, const struct item *a, const struct item *b,
          int location)
{
	query_error(q, location, E_AMBIGUOUS,
	            strf("column '%s' is ambiguous: %s and %s both have one", name,
	                 a->name ? a->name : "a JOIN", b->name ? b->name : "a JOIN"));
}

struct found
scope_unqualified(struct query *q, const char *name, int location, const struct scope *scope)
{
	struct found found = {NULL};
	const struct output *one;
	const struct item *item;
	bool open;
	size_t i;

	for (; scope; scope = scope->outer) {
		open = false;
		for (i = 0; i < scope->items.n; i++) {
			item = scope->items.v[i];
			if (item->merged)
				continue;
			one = output_find(&item->columns, name);
			open |= item->open;
			if (one && (found.column || has_twice(item, name))) {
				ambiguous(q, name, found.column ? found.item : item, item,
				          location);
				return (struct found){NULL};
			}
			if (one)
				found = (struct found){one, item, scope, true};
		}
		if (found.column) {
			scope_found(q, scope, found.item, found.column, location);
			return found;
		}
		for (i = 0; i < scope->items.n; i++) {
			item = scope->items.v[i];
			if (is_relation_column(item, name))
				return (struct found){.settled = true};
		}
		if (open)
			return (struct found){NULL};
	}
	return (struct found){.settled = true};
}

const struct item *
scope_item(const struct scope *scope, const char *schema, const char *name)
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

void
scope_no_item(struct query *q, const char *name, int location, const struct scope *scope)
{
	struct strs names = item_names(scope);

	query_error(q, location, E_NO_RELATION,
	            strf("no table or alias '%s' in FROM%s", name, did_you_mean(name, &names)));
}

/* a.f may be f(a), or a cast of a function's value */
static bool
may_be_call(const struct query *q, const struct item *item, const char *name)
{
	if (function_named(q->schema, (struct qname){NULL, name}) || signature_takes_row(name))
		return true;
	return item->scalar && (!function_missing(q->schema, (struct qname){NULL, name}) ||
	                        type_parts(name).builtin);
}

const struct item *
scope_parameters(const struct scope *scope)
{
	const struct item *item;

	if (!scope)
		return NULL;
	while (scope->outer)
		scope = scope->outer;
	item = scope->items.n ? scope->items.v[0] : NULL;
	return item && item->parameters ? item : NULL;
}

/* p.f is a field of a parameter, and f.p is a parameter of the function f where its table f has none of that name */
static bool
is_parameter(const struct scope *scope, const char *const *names, size_t n)
{
	const struct item *item = scope_parameters(scope);

	if (!item)
		return false;
	return output_find(&item->columns, names[0]) ||
	       (n > 1 && same(item->name, names[0]) && output_find(&item->columns, names[1]));
}

/* p.f; NULL where p is no parameter that is a row, or f no field of it */
static const struct output *
parameter_field(struct query *q, const struct scope *scope, const char *p, const char *f,
                int location)
{
	const struct item *item = scope_parameters(scope);
	const struct output *parameter = item ? output_find(&item->columns, p) : NULL, *field;
	struct list fields = {0};

	if (!parameter || !parameter->type || !row_columns(q->schema, parameter->type, &fields))
		return NULL;
	field = output_find(&fields, f);
	if (!field && !may_be_call(q, item, f))
		query_error(q, location, E_NO_COLUMN,
		            strf("'%s', which is %s, has no field '%s'", p, parameter->type, f));
	return field;
}

/* the column that a reference is, with its type; NULL where that is not known, or nothing */
const struct output *
scope_column(struct query *q, const PgQuery__ColumnRef *c, const struct scope *scope)
{
	const char *names[4] = {NULL};
	const struct output *column;
	const struct item *item;
	const char *schema;
	struct found found;
	size_t n = 0, i;
	bool star = false;

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
		found = scope_unqualified(q, names[0], c->location, scope);
		if (found.column)
			level_refers(q, c, found.scope, found.item, found.column);
		if (found.column || !found.settled || is_system_column(names[0]))
			return found.column;
		/* a whole row, by the name of its table */
		item = scope_item(scope, NULL, names[0]);
		if (item) {
			level_refers(q, c, scope, item, NULL);
			return NULL;
		}
		if (!q->blind &&
		    !schema_excused(q->schema, SPACE_PART, (struct qname){NULL, names[0]}))
			query_error(q, c->location, E_NO_COLUMN, scope_no_column(scope, names[0]));
		return NULL;
	}
	/* names of a catalog are left out, and so are fields of a whole row */
	schema = n > (star ? 1u : 2u) ? names[n - (star ? 2 : 3)] : NULL;
	item = scope_item(scope, schema, names[n - (star ? 1 : 2)]);
	if (!item) {
		if (!q->blind && !is_parameter(scope, names, n) &&
		    !schema_excused(q->schema, SPACE_PART, (struct qname){schema, names[0]}))
			scope_no_item(q, names[n - (star ? 1 : 2)], c->location, scope);
		return n == 2 && !star ? parameter_field(q, scope, names[0], names[1], c->location)
		                       : NULL;
	}
	if (star)
		return NULL;
	column = output_find(&item->columns, names[n - 1]);
	if (column && has_twice(item, names[n - 1]))
		ambiguous(q, names[n - 1], item, item, c->location);
	if (column) {
		level_refers(q, c, scope, item, column);
		scope_found(q, scope, item, column, c->location);
	} else if (!item->open && !may_be_call(q, item, names[n - 1]) &&
	           !is_parameter(scope, names, n) && !is_relation_column(item, names[n - 1]))
		query_error(q, c->location, E_NO_COLUMN,
		            scope_no_column(
				    &(struct scope){
					    NULL, {(void *[]){(void *)(size_t)item}, 1, 1}, {0}},
				    names[n - 1]));
	return column;
}
