/* Types as columns have them: that they exist, and take their modifiers. */
#include <stdlib.h>
#include <string.h>

#include "kind.h"

/* an integer modifier between two bounds */
static enum applied
need_modifier(const struct op *op, const char *type, const char *text, long least, long most)
{
	char *end;
	long n = strtol(text, &end, 10);

	if (*end || (n >= least && n <= most))
		return APPLIED;
	return op_error(op, E_MODIFIER, "type %s: %s is not between %ld and %ld", type, text, least,
	                most);
}

static enum applied
need_modifiers(const struct op *op, const struct type_parts *t)
{
	static const char *const sized[] = {"character varying", "character", "bit", "bit varying",
	                                    NULL};
	static const char *const modified[] = {"time with time zone",
	                                       "time without time zone",
	                                       "timestamp with time zone",
	                                       "timestamp without time zone",
	                                       "interval",
	                                       NULL};
	const char *name = t->name.name;
	size_t n = t->modifiers.n;
	long most;

	if (!n)
		return APPLIED;
	if (among(name, sized)) {
		most = strncmp(name, "bit", 3) == 0 ? 83886080 : 10485760;
		return n == 1 ? need_modifier(op, name, t->modifiers.v[0], 1, most)
		              : op_error(op, E_MODIFIER, "type %s takes one modifier", name);
	}
	if (strcmp(name, "numeric") == 0) {
		if (n > 2)
			return op_error(
				op, E_MODIFIER,
				"type numeric takes a precision and a scale, not %zu modifiers", n);
		if (need_modifier(op, name, t->modifiers.v[0], 1, 1000) == REFUSED)
			return REFUSED;
		return n == 2 ? need_modifier(op, name, t->modifiers.v[1], -1000, 1000) : APPLIED;
	}
	if (among(name, modified))
		return APPLIED;
	return op_error(op, E_MODIFIER, "type %s takes no modifier", name);
}

bool
is_array_name(const struct schema *s, struct qname name)
{
	return *name.name == '_' && !schema_find(s, SPACE_TYPE, name) &&
	       schema_find(s, SPACE_TYPE, (struct qname){name.schema, name.name + 1});
}

/* a row of one of the server's own relations, or a type of information_schema */
static bool
is_catalog_row(struct qname name)
{
	if (same(name.schema, "information_schema"))
		return true;
	return (!name.schema || same(name.schema, "pg_catalog")) &&
	       strncmp(name.name, "pg_", 3) == 0;
}

/* the object that a type's name stands for, or NULL; *excused where it may be one all the same */
static const struct object *
type_object(const struct schema *s, struct qname name, bool *excused)
{
	const struct object *o = schema_find(s, SPACE_TYPE, name);
	struct list extensions;
	const char *const *types;
	size_t i;

	*excused = false;
	if (o)
		return o;
	*excused = schema_excused(s, SPACE_TYPE, name) || is_array_name(s, name) ||
	           is_catalog_row(name);
	extensions = extensions_there(s);
	for (i = 0; i < extensions.n && !*excused; i++) {
		types = extension_types(((struct object *)extensions.v[i])->name.name);
		*excused = !types || among(name.name, types);
	}
	return NULL;
}

/* PostgreSQL's type for one that other databases and their libraries have, as the end of a message; NULL */
static const char *
type_elsewhere(const char *name)
{
	static const struct {
		const char *theirs, *ours;
	} types[] = {
		{"blob", "bytea"},
		{"datetime", "timestamptz, or timestamp for one without a time zone"},
		{"double", "double precision"},
		{"int32", "integer"},
		{"int64", "bigint"},
		{"largebinary", "bytea"},
		{"longtext", "text"},
		{"mediumint", "integer"},
		{"number", "numeric"},
		{"nvarchar", "varchar"},
		{"string", "text"},
		{"tinyint", "smallint"},
		{"varbinary", "bytea"},
		{"varchar2", "varchar"},
	};
	size_t i;

	for (i = 0; i < LEN(types); i++)
		if (strcmp(types[i].theirs, name) == 0)
			return strf("; in PostgreSQL it is %s", types[i].ours);
	return NULL;
}

bool
type_is_there(const struct schema *s, struct qname name)
{
	bool excused;

	return type_object(s, name, &excused) || excused;
}

enum applied
need_type(const struct op *op, const struct schema *s, const char *type)
{
	static const char *const pseudo[] = {"any",
	                                     "anyarray",
	                                     "anycompatible",
	                                     "anycompatiblearray",
	                                     "anyelement",
	                                     "anyenum",
	                                     "anycompatiblemultirange",
	                                     "anycompatiblenonarray",
	                                     "anymultirange",
	                                     "anynonarray",
	                                     "anycompatiblerange",
	                                     "anyrange",
	                                     "cstring",
	                                     "event_trigger",
	                                     "fdw_handler",
	                                     "index_am_handler",
	                                     "internal",
	                                     "language_handler",
	                                     "pg_ddl_command",
	                                     "record",
	                                     "table_am_handler",
	                                     "trigger",
	                                     "tsm_handler",
	                                     "unknown",
	                                     "void",
	                                     NULL};
	struct type_parts parts = type_parts(type);
	const struct object *o;
	const char *elsewhere;
	struct strs names;
	size_t i;

	if (parts.builtin && among(parts.name.name, pseudo))
		return op_error(op, E_TYPE_PLACE, "a column cannot have the pseudo-type %s", type);
	if (parts.builtin)
		return need_modifiers(op, &parts);
	if (type_is_there(s, parts.name))
		return APPLIED;
	names = strs_copy(type_names());
	if (strs_find(&names, parts.name.name) >= 0)
		return op_error(op, E_NO_TYPE,
		                "no type named %s; PostgreSQL's own is written without the quotes",
		                plain_qname(parts.name));
	for (i = 0; i < s->objects.n; i++) {
		o = s->objects.entries[i].value;
		if (o && o->noun->space == SPACE_TYPE)
			strs_add(&names, o->name.name);
	}
	elsewhere = parts.name.schema ? NULL : type_elsewhere(parts.name.name);
	return op_error(op, E_NO_TYPE, "no type named %s%s", plain_qname(parts.name),
	                elsewhere ? elsewhere : did_you_mean(parts.name.name, &names));
}
