/* Which type the server casts to which: by itself when it assigns, and when it is told to. */
#include <string.h>

#include "kind.h"

/* built-in types that are assigned to others without being told; any type is assigned to a text one, and to itself */
static const struct {
	const char *from;
	const char *const to[10];
} assigned[] = {
	{"smallint",
         {"integer", "bigint", "numeric", "real", "double precision", "oid", "regclass"}},
	{"integer",
         {"smallint", "bigint", "numeric", "real", "double precision", "money", "oid", "regclass"}},
	{"bigint",
         {"smallint", "integer", "numeric", "real", "double precision", "money", "oid",
          "regclass"}},
	{"numeric", {"smallint", "integer", "bigint", "real", "double precision", "money"}},
	{"real", {"smallint", "integer", "bigint", "numeric", "double precision"}},
	{"double precision", {"smallint", "integer", "bigint", "numeric", "real"}},
	{"money", {"numeric"}},
	{"boolean", {NULL}},
	{"uuid", {NULL}},
	{"bytea", {NULL}},
	{"text", {"name", "\"char\"", "regclass"}},
	{"character varying", {"name", "\"char\"", "regclass"}},
	{"character", {"name", "\"char\""}},
	{"date", {"timestamp without time zone", "timestamp with time zone"}},
	{"timestamp without time zone",
         {"date", "time without time zone", "timestamp with time zone"}},
	{"timestamp with time zone",
         {"date", "time without time zone", "time with time zone", "timestamp without time zone"}},
	{"time without time zone", {"interval", "time with time zone"}},
	{"time with time zone", {"time without time zone"}},
	{"interval", {"time without time zone"}},
	{"json", {"jsonb"}},
	{"jsonb", {"json"}},
	{"inet", {"cidr"}},
	{"cidr", {"inet"}},
	{"macaddr", {"macaddr8"}},
	{"macaddr8", {"macaddr"}},
	{"bit", {"bit varying"}},
	{"bit varying", {"bit"}},
	{"xml", {NULL}},
	{"point", {"box"}},
	{"box", {"polygon"}},
	{"path", {"polygon"}},
	{"polygon", {"path"}},
};

static bool
is_text(const char *name)
{
	return strcmp(name, "text") == 0 || strcmp(name, "character varying") == 0 ||
	       strcmp(name, "character") == 0;
}

/* its row of assigned, or -1 where nothing is known of it */
static long
assigned_row(const char *name)
{
	size_t i;

	for (i = 0; i < LEN(assigned); i++)
		if (strcmp(assigned[i].from, name) == 0)
			return (long)i;
	return -1;
}

/* an enum, or a table's row type: what only its like and text is cast to and from */
static const struct object *
closed_type(const struct schema *s, const struct type_parts *parts)
{
	const struct object *o = parts->builtin ? NULL : schema_find(s, SPACE_TYPE, parts->name);

	return o && (o->noun == &enum_noun || o->noun->alias) ? o : NULL;
}

/* true where the server casts by itself, or where that cannot be told */
bool
type_casts(const struct schema *s, const char *from, const char *to)
{
	struct type_parts f = type_parts(domain_base(s, from)), t = type_parts(domain_base(s, to));
	const struct object *ef = closed_type(s, &f), *et = closed_type(s, &t);
	long row = f.builtin ? assigned_row(f.name.name) : -1;
	size_t i;

	if (schema_excused(s, f.name) || schema_excused(s, t.name) ||
	    schema_excused(s, type_parts(from).name) || schema_excused(s, type_parts(to).name))
		return true; /* CREATE CAST */
	if (t.builtin && is_text(t.name.name) && (f.dimensions || !t.dimensions))
		return true;
	if (!f.dimensions != !t.dimensions)
		return row < 0 && !ef; /* a domain over an array, perhaps */
	if (ef && et)
		return ef == et;
	if (t.builtin ? assigned_row(t.name.name) < 0 : !et)
		return true;
	if (ef || (et && row >= 0))
		return false;
	if (row < 0 || same(f.name.name, t.name.name))
		return true;
	for (i = 0; i < LEN(assigned[row].to) && assigned[row].to[i]; i++)
		if (strcmp(assigned[row].to[i], t.name.name) == 0)
			return true;
	return false;
}

/* true where the server casts when it is told to; what is cast by itself is left out */
static bool
casts_explicitly(const char *from, const char *to)
{
	static const struct {
		const char *from;
		const char *const to[8];
	} told[] = {
		{"boolean", {"integer"}},
		{"integer", {"boolean", "bit"}},
		{"bigint", {"bit"}},
		{"bit", {"integer", "bigint"}},
		{"jsonb",
	         {"boolean", "numeric", "smallint", "integer", "bigint", "real",
	          "double precision"}},
	};
	struct type_parts f = type_parts(from), t = type_parts(to);
	size_t i, j;

	if (f.dimensions || t.dimensions)
		return false;
	if (f.builtin && is_text(f.name.name))
		return true;
	for (i = 0; i < LEN(told); i++)
		for (j = 0; j < LEN(told[i].to) && told[i].to[j]; j++)
			if (strcmp(told[i].from, f.name.name) == 0 &&
			    strcmp(told[i].to[j], t.name.name) == 0)
				return true;
	return false;
}

/* USING for a type that comes back: NULL where the server casts by itself; by way of text where there is no cast */
const char *
cast_back(const struct schema *s, const struct column *c, const char *type)
{
	if (type_casts(s, c->type, type))
		return NULL;
	if (casts_explicitly(c->type, type))
		return strf("%s::%s", sql_name(c->name), type);
	return strf("%s::text::%s", sql_name(c->name), type);
}
