/* Which type the server casts to which: by itself when it assigns, and when it is told to. */
#include <string.h>

#include "scope.h"

/* an enum, a type of rows, a range: cast by itself to its like alone */
static bool
is_closed(const struct object *type)
{
	return type &&
	       (type->noun == &enum_noun || type->noun == &row_type_noun || is_composite(type) ||
	        range_multirange(type).name || object_is_multirange(type));
}

/* the name by which cast_path knows a type that is no domain; NULL where nobody can tell what it is cast to */
static const char *
cast_name(const struct schema *s, const char *type)
{
	struct type_parts parts = type_parts(type);
	const struct object *o;

	if (parts.builtin)
		return type_catalog_name(type);
	o = schema_find(s, SPACE_TYPE, parts.name);
	if (!is_closed(o))
		return NULL;
	return strf("%s\"%s\".\"%s\"", parts.dimensions ? "_" : "", o->name.schema, o->name.name);
}

/* rows of a table go where those of a table above it do, and where those of the type that it is made of do */
static bool
rows_fit(const struct schema *s, const char *from, const char *to)
{
	struct type_parts f = type_parts(from), t = type_parts(to);
	const struct object *row = f.builtin ? NULL : schema_find(s, SPACE_TYPE, f.name);
	const struct object *type = t.builtin ? NULL : schema_find(s, SPACE_TYPE, t.name);
	const struct object *below = row ? schema_find(s, SPACE_RELATION, row->name) : NULL;
	const struct object *above = type ? schema_find(s, SPACE_RELATION, type->name) : NULL;
	const struct table *table = (const struct table *)below;

	if (!type || !below || below->noun != &table_noun || f.dimensions || t.dimensions)
		return false;
	if (table->of_type && type_at_home(s, table->of_type) == type)
		return true;
	return above && above->noun == &table_noun &&
	       is_below(s, table, (const struct table *)above);
}

static enum cast
type_cast(const struct schema *s, const char *from, const char *to)
{
	const char *f = domain_base(s, from), *t = domain_base(s, to);

	if (has_made_cast(s, from, to) || has_made_cast(s, f, t))
		return CAST_UNKNOWN;
	if (rows_fit(s, f, t))
		return CAST_ASSIGNED;
	return cast_path(cast_name(s, f), cast_name(s, t));
}

bool
type_casts(const struct schema *s, const char *from, const char *to)
{
	return type_cast(s, from, to) >= CAST_UNKNOWN;
}

const char *
cast_using(const struct schema *s, const struct column *c, const char *type)
{
	if (type_cast(s, c->type, type) == CAST_NONE)
		return NULL;
	return strf("%s::%s", sql_name(c->name), type);
}

const char *
cast_back(const struct schema *s, const struct column *c, const char *type)
{
	const char *told = cast_using(s, c, type);

	if (type_cast(s, c->type, type) == CAST_ASSIGNED)
		return NULL;
	return told ? told : strf("%s::text::%s", sql_name(c->name), type);
}
