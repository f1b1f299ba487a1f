/* The parts of values: fields of rows, (c).a and (c).*, and elements of arrays, a[1] and a[1:2]. */
#include <string.h>

#include "../catalog.h"
#include "scope.h"

/* ---- rows ---- */

static void
attribute_columns(const struct schema *s, const struct object *o, struct list *columns)
{
	const struct list *attributes = composite_attributes(o);
	const struct column *c;
	size_t i;

	for (i = 0; i < attributes->n; i++) {
		c = attributes->v[i];
		output_add(columns, c->name, type_is_doubtful(s, o, c->type) ? NULL : c->type);
	}
}

bool
row_columns(const struct schema *s, const char *type, struct list *columns)
{
	struct query q = {.schema = s};
	struct type_parts parts = type_parts(type);
	const struct object *o = parts.builtin ? NULL : schema_find(s, SPACE_TYPE, parts.name);
	struct item item = {0};

	if (!o || parts.dimensions || schema_may_have_part(s, o, NULL))
		return false;
	if (is_composite(o)) {
		attribute_columns(s, o, columns);
		return true;
	}
	if (o->noun->alias)
		o = schema_find(s, SPACE_RELATION, o->name);
	if (!o || !o->noun->columns)
		return false;
	relation_columns(&q, o, &item);
	*columns = item.columns;
	return !item.open;
}

/* the row that an expression is, where that has no type with a name, or more columns than its type; NULL */
static const struct list *
row_of(struct query *q, const PgQuery__Node *n, bool *certain)
{
	const struct item *item;
	struct returned made;

	*certain = true;
	if (n->node_case == PG_QUERY__NODE__NODE_COLUMN_REF) {
		item = level_row(q, n->column_ref);
		*certain = item && !item->open && !item->renamed && !item->join;
		return item ? &item->columns : NULL;
	}
	if (n->node_case != PG_QUERY__NODE__NODE_FUNC_CALL)
		return NULL;
	made = function_called(q, n->func_call);
	return made.rows ? copy(&made.columns, sizeof made.columns) : NULL;
}

/* (c).f may be f(c) */
static bool
may_be_call(const struct query *q, const char *name)
{
	struct qname bare = {NULL, name};

	return function_named(q->schema, bare) || catalog_signatures(name) ||
	       type_parts(sql_name(name)).builtin ||
	       schema_excused(q->schema, SPACE_FUNCTION, bare) ||
	       schema_excused(q->schema, SPACE_TYPE, bare) || extensions_bring(q->schema, name);
}

/* who drops the attribute, or the column of a table whose row it is, finds what uses it; place is -1 where it is not known */
static void
use_field(struct query *q, const char *type, const char *name, int place)
{
	struct type_parts parts = type_parts(type);
	const struct object *o = schema_find(q->schema, SPACE_TYPE, parts.name);

	if (o && o->noun->alias)
		o = schema_find(q->schema, SPACE_RELATION, o->name);
	if (o)
		query_use(q, o->noun->space, o->name, name, place)->joined = place < 0;
}

static bool
has_no_fields(const struct schema *s, const char *type)
{
	const char *known = signature_type(s, type);

	return known && !is_row_signature(known) && strcmp(known, "record") != 0;
}

static const char *
field_type(struct query *q, const char *type, const struct list *row, const char *name, bool last,
           int location)
{
	const char *base = type && type != unknown_type ? domain_base(q->schema, type) : NULL;
	struct list columns = {0};
	const struct output *o;
	bool known = row != NULL;

	if (row)
		columns = *row;
	else if (base)
		known = row_columns(q->schema, base, &columns);
	o = output_find(&columns, name);
	if (o && base)
		use_field(q, base, name,
		          last && q->text ? name_place(q, location, (struct qname){NULL, name})
		                          : -1);
	if (o || may_be_call(q, name))
		return o ? o->type : NULL;
	if (known)
		query_error(q, location, E_NO_COLUMN,
		            scope_no_column(&(struct scope){.items = {(void *[]){&(struct item){
									      .columns = columns}},
		                                                      1, 1}},
		                            name));
	else if (type == unknown_type || has_no_fields(q->schema, base))
		query_error(q, location, E_NO_COLUMN,
		            strf("no column named '%s': type %s has no columns", name, type));
	return NULL;
}

/* ---- elements ---- */

static bool
has_elements(const char *known)
{
	static const char *const others[] = {"jsonb", "int2vector", "oidvector", "name", "point",
	                                     "lseg",  "box",        "line",      NULL};

	return *known == '_' || among(known, others);
}

static void
need_subscript(struct query *q, const PgQuery__Node *n, const char *container,
               const struct scope *scope, int location)
{
	const char *type = follow(q, n, scope);

	if (!n || !container || strcmp(container, "jsonb") == 0)
		return;
	if (type == unknown_type)
		take(q, n, "integer", "a subscript");
	else if (cast_path(signature_type(q->schema, type), "int4") < CAST_UNKNOWN)
		query_error(q, location, E_MISMATCH, strf("a subscript is a number, not %s", type));
}

/* ---- both ---- */

static int
place(const PgQuery__Node *n)
{
	return n && n->node_case == PG_QUERY__NODE__NODE_COLUMN_REF ? n->column_ref->location : -1;
}

/* the subscripts that follow each other from *i on */
static const char *
subscripts(struct query *q, const char *type, PgQuery__Node *const *parts, size_t n, size_t *i,
           const struct scope *scope, int location)
{
	const char *base = type && type != unknown_type ? domain_base(q->schema, type) : type;
	const char *known = signature_type(q->schema, base);
	const PgQuery__AIndices *a;
	bool slice = false;

	if (known && !has_elements(known))
		query_error(q, location, E_MISMATCH,
		            strf("type %s has no elements that a subscript could name", type));
	for (; *i < n && parts[*i]->node_case == PG_QUERY__NODE__NODE_A_INDICES; (*i)++) {
		a = parts[*i]->a_indices;
		slice |= a->is_slice;
		need_subscript(q, a->lidx, known, scope, location);
		need_subscript(q, a->uidx, known, scope, location);
	}
	if (slice || !base || base == unknown_type || strcmp(base, "jsonb") == 0)
		return base;
	return type_element(base);
}

const char *
type_within(struct query *q, const char *type, const struct list *row, PgQuery__Node *const *parts,
            size_t n, const struct scope *scope, int location)
{
	size_t i = 0;

	while (i < n) {
		if (parts[i]->node_case == PG_QUERY__NODE__NODE_A_INDICES) {
			type = subscripts(q, type, parts, n, &i, scope, location);
		} else if (node_string(parts[i])) {
			type = field_type(q, type, row, node_string(parts[i]), i + 1 == n,
			                  location);
			i++;
		} else {
			return NULL;
		}
		row = NULL;
	}
	return type;
}

const char *
follow_parts(struct query *q, const void *m, const struct scope *scope)
{
	const PgQuery__AIndirection *x = m;
	const char *type = follow(q, x->arg, scope);
	bool certain;
	const struct list *row = row_of(q, x->arg, &certain);

	if (row && !certain)
		return NULL;
	return type_within(q, type, row, x->indirection, x->n_indirection, scope, place(x->arg));
}

bool
follow_star(struct query *q, const PgQuery__AIndirection *x, const struct scope *scope,
            struct list *columns)
{
	const char *type = follow(q, x->arg, scope);
	bool certain;
	const struct list *row = row_of(q, x->arg, &certain);
	size_t i;

	if (row && !certain)
		return false;
	if (row || x->n_indirection > 1)
		type = type_within(q, type, row, x->indirection, x->n_indirection - 1, scope,
		                   place(x->arg));
	if (row && x->n_indirection == 1)
		*columns = list_copy(row);
	else if (!type || type == unknown_type ||
	         !row_columns(q->schema, domain_base(q->schema, type), columns))
		return false;
	for (i = 0; type && i < columns->n; i++)
		use_field(q, type, ((struct output *)columns->v[i])->name, -1);
	return true;
}
