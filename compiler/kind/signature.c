/* What the server's own functions and operators make of arguments of certain types, and what stands for what without being cast.
   Types are named as in pg_type, and those of the schema by their quoted full name; NULL is a type that is not known. What migrations
   or extensions may have made is not judged. */
#include <ctype.h>
#include <string.h>

#include "../catalog.h"
#include "scope.h"

/* ---- types ---- */

const char unknown_type[] = "unknown";

/* an enum by its full name, with _ before it of an array; NULL where it is something else */
static const char *
enum_name(const struct schema *s, const struct type_parts *parts)
{
	const struct object *o = schema_find(s, SPACE_TYPE, parts->name);

	if (!o || o->noun != &enum_noun)
		return NULL;
	return strf("%s\"%s\".\"%s\"", parts->dimensions ? "_" : "", o->name.schema, o->name.name);
}

const char *
signature_type(const struct schema *s, const char *sql)
{
	struct type_parts parts;

	if (!sql || sql == unknown_type)
		return sql;
	parts = type_parts(sql);
	if (has_made_casts(s, (struct qname){NULL, parts.name.name}))
		return NULL;
	return parts.builtin ? type_catalog_name(sql) : enum_name(s, &parts);
}

const char *
signature_sql(const char *type)
{
	if (!type || type == unknown_type)
		return type;
	if (strncmp(type, "_\"", 2) == 0)
		return strf("%s[]", type + 1);
	return *type == '"' ? type : type_spelling(type);
}

/* as messages say it */
static const char *
spelled(const char *type)
{
	struct type_parts parts;

	if (!type || type == unknown_type)
		return unknown_type;
	if (!strchr(type, '"'))
		return type_spelling(type);
	parts = type_parts(signature_sql(type));
	return strf("%s%s", sql_qname(parts.name), parts.dimensions ? "[]" : "");
}

/* others may have made what stands in for, or beside, the server's own */
static bool
has_others(const struct schema *s, const char *name)
{
	return schema_all(s, &extension_noun).n || schema_excused(s, (struct qname){NULL, name});
}

/* ---- signatures ---- */

struct signature {
	char volatility;
	struct strs arguments;
	const char *result;
};

static struct signature
read_signature(const char *text, size_t n)
{
	struct signature g = {.volatility = *text};
	char *rest = strn(text + 2, n - 2), *equals = strchr(rest, '='), *comma;

	/* the last one parts arguments and result */
	*equals = '\0';
	g.result = equals + 1;
	while (*rest) {
		comma = strchr(rest, ',');
		if (comma)
			*comma = '\0';
		strs_add(&g.arguments, rest);
		rest = comma ? comma + 1 : rest + strlen(rest);
	}
	return g;
}

static bool
ends_with(const char *s, const char *end)
{
	size_t n = strlen(s), m = strlen(end);

	return n >= m && strcmp(s + n - m, end) == 0;
}

static bool
is_multirange(const char *type)
{
	return ends_with(type, "multirange");
}

static bool
accepts_any(const char *parameter, const char *type)
{
	if (ends_with(parameter, "nonarray"))
		return *type != '_';
	if (ends_with(parameter, "array"))
		return *type == '_' || ends_with(type, "vector");
	if (ends_with(parameter, "multirange"))
		return is_multirange(type);
	if (ends_with(parameter, "range"))
		return ends_with(type, "range") && !is_multirange(type);
	return !ends_with(parameter, "enum") || *type == '"';
}

/* true where a value of the type can be the argument; in doubt */
bool
signature_accepts(const char *parameter, const char *type)
{
	const struct catalog_cast *cast;

	if (!type || type == unknown_type || strcmp(parameter, type) == 0)
		return true;
	if (strncmp(parameter, "any", 3) == 0)
		return accepts_any(parameter, type);
	if (strcmp(parameter, "record") == 0)
		return false;
	if (*parameter == '_' && *type == '_')
		return signature_accepts(parameter + 1, type + 1);
	cast = catalog_cast(type, parameter);
	return cast && cast->context == 'i';
}

/* the argument at i: the last one may repeat */
static const char *
parameter_at(const struct signature *g, size_t i)
{
	const char *p = g->arguments.v[i < g->arguments.n ? i : g->arguments.n - 1];

	if (*p == '?')
		p++;
	if (*p != '*')
		return p;
	/* VARIADIC "any", or an array of what repeats */
	return p[1] == '_' ? p + 2 : strcmp(p + 1, "any") == 0 ? "any" : "anyelement";
}

static bool
fits_number(const struct signature *g, size_t n)
{
	size_t i, least = 0;
	const char *last = g->arguments.n ? g->arguments.v[g->arguments.n - 1] : "";

	for (i = 0; i < g->arguments.n; i++)
		least += *g->arguments.v[i] != '?';
	return n >= least && (n <= g->arguments.n || *last == '*');
}

static bool
fits(const struct signature *g, const struct strs *types)
{
	size_t i;

	for (i = 0; i < types->n; i++)
		if (!signature_accepts(parameter_at(g, i), types->v[i]))
			return false;
	return true;
}

static size_t
exact(const struct signature *g, const struct strs *types)
{
	size_t i, n = 0;

	for (i = 0; i < types->n; i++)
		n += strcmp(parameter_at(g, i), types->v[i]) == 0;
	return n;
}

static bool
has_type(const struct strs *types, const char *type)
{
	size_t i;

	for (i = 0; i < types->n; i++)
		if (types->v[i] == type)
			return true;
	return false;
}

/* of those that fit, the ones that the server prefers as far as that is certain: with the most arguments of just that type, where
   'x' beside one other argument is taken for its like */
static struct list
preferred(const struct list *fitting, const struct strs *types)
{
	struct strs alike = *types;
	struct list best = {0};
	size_t i, most = 0;

	if (has_type(types, NULL))
		return *fitting;
	if (types->n == 2 && types->v[0] != types->v[1]) {
		alike = strs_copy(types);
		if (types->v[0] == unknown_type)
			alike.v[0] = types->v[1];
		if (types->v[1] == unknown_type)
			alike.v[1] = types->v[0];
		for (i = 0; i < fitting->n; i++)
			if (exact(fitting->v[i], &alike) == 2)
				list_add(&best, fitting->v[i]);
		if (best.n)
			return best;
	}
	for (i = 0; i < fitting->n; i++)
		if (exact(fitting->v[i], types) > most)
			most = exact(fitting->v[i], types);
	for (i = 0; i < fitting->n; i++)
		if (exact(fitting->v[i], types) == most)
			list_add(&best, fitting->v[i]);
	return best;
}

/* ---- calls ---- */

/* as a message says it: "lower(integer)", "text > integer" */
static const char *
call_text(const char *name, const struct strs *types)
{
	struct strs names = {0};
	size_t i;

	for (i = 0; i < types->n; i++)
		strs_add(&names, spelled(types->v[i]));
	if (isalpha((unsigned char)*name) || *name == '_')
		return strf("function %s(%s)", name, strs_join(&names, ", "));
	if (names.n == 1)
		return strf("operator %s %s", name, names.v[0]);
	return strf("operator %s %s %s", names.v[0], name, names.v[1]);
}

static bool
is_any(const char *type)
{
	return strncmp(type, "any", 3) == 0;
}

static bool
is_any_array(const char *type)
{
	return ends_with(type, "array") && !ends_with(type, "nonarray");
}

/* what anyelement and its like stand for; NULL where that is not certain */
static const char *
any_element(const struct signature *g, const struct strs *types)
{
	const char *parameter, *type, *element = NULL;
	size_t i;

	for (i = 0; i < types->n; i++) {
		parameter = parameter_at(g, i);
		type = types->v[i];
		if (!is_any(parameter) || strcmp(parameter, "any") == 0 || type == unknown_type)
			continue;
		if (!type || ends_with(parameter, "range"))
			return NULL;
		if (is_any_array(parameter))
			type = *type == '_' ? type + 1 : NULL;
		if (!type || (element && strcmp(element, type) != 0))
			return NULL;
		element = type;
	}
	return element;
}

/* the type that a parameter or result has in a call; NULL where that is not certain */
static const char *
called_type(const struct signature *g, const char *type, const struct strs *types)
{
	const char *element;

	if (strcmp(type, "record") == 0 || strcmp(type, "any") == 0)
		return NULL;
	if (!is_any(type))
		return type;
	element = ends_with(type, "range") ? NULL : any_element(g, types);
	if (!element || !is_any_array(type))
		return element;
	return *element == '_' ? NULL : strf("_%s", element);
}

/* what is certain of the result of all of them */
static const char *
common_result(const struct list *signatures, const struct strs *types)
{
	const struct signature *g;
	const char *result = NULL, *one;
	size_t i;

	for (i = 0; i < signatures->n; i++) {
		g = signatures->v[i];
		one = called_type(g, g->result, types);
		if (!one || (result && strcmp(result, one) != 0))
			return NULL;
		result = one;
	}
	return result;
}

static void
need_steady(struct query *q, const struct list *signatures, const char *call, int location)
{
	const struct signature *g;
	size_t i;

	for (i = 0; i < signatures->n; i++) {
		g = signatures->v[i];
		if (!strchr("sSvV", g->volatility))
			return;
	}
	query_error(q, location, E_EXPRESSION,
	            strf("%s is not immutable: it may give another value another time", call));
}

/* what the one that is called takes its arguments for; others may have made one that is preferred, but not to two of one type */
static void
take_types(const struct query *q, const char *name, const struct list *best,
           const struct strs *types, struct strs *taken)
{
	const struct signature *g = best->v[0];
	bool certain = best->n == 1 && !has_type(types, NULL);
	size_t i;

	if (has_others(q->schema, name))
		certain &= types->n == 2 && strcmp(parameter_at(g, 0), parameter_at(g, 1)) == 0;
	for (i = 0; certain && i < types->n; i++)
		taken->v[i] = called_type(g, parameter_at(g, i), types);
}

const char *
signature_call(struct query *q, const char *name, const struct strs *types, struct strs *taken,
               int location)
{
	const char *at = catalog_signatures(name);
	struct list fitting = {0}, best;
	struct signature g;
	size_t i, n, of_number = 0;
	bool may_cast;

	for (i = 0; i < types->n; i++)
		strs_add(taken, NULL);
	for (; at && *at; at += n + (at[n] == ' ')) {
		n = strcspn(at, " ");
		g = read_signature(at, n);
		if (!fits_number(&g, types->n))
			continue;
		of_number++;
		if (fits(&g, types))
			list_add(&fitting, copy(&g, sizeof g));
	}
	/* text(a) may be a cast */
	may_cast = types->n == 1 && type_parts(name).builtin;
	if (of_number && !fitting.n && !may_cast && !has_others(q->schema, name))
		query_error(q, location, E_NO_FUNCTION,
		            strf("there is no %s", call_text(name, types)));
	if (!fitting.n)
		return NULL;
	best = preferred(&fitting, types);
	take_types(q, name, &best, types, taken);
	if (q->immutable)
		need_steady(q, &best, call_text(name, types), location);
	return common_result(&best, types);
}

/* ---- what stands for what ---- */

static bool
is_string(const char *type)
{
	static const char *const strings[] = {"text", "varchar", "bpchar", "name", "char"};
	size_t i;

	for (i = 0; i < LEN(strings); i++)
		if (strcmp(type, strings[i]) == 0)
			return true;
	return false;
}

/* what a type is an array of, or NULL */
static const char *
element_of(const char *type)
{
	if (strcmp(type, "int2vector") == 0)
		return "int2";
	if (strcmp(type, "oidvector") == 0)
		return "oid";
	return *type == '_' ? type + 1 : NULL;
}

/* "char" is among them only before PostgreSQL 15 */
static bool
is_of_strings(const char *type)
{
	return is_string(type) && strcmp(type, "char") != 0;
}

/* as find_coercion_pathway */
enum cast
cast_path(const char *from, const char *to)
{
	const struct catalog_cast *cast;

	if (to && is_of_strings(to))
		return CAST_ASSIGNED;
	if (!from || !to)
		return CAST_UNKNOWN;
	if (from == unknown_type || strcmp(from, to) == 0)
		return CAST_ASSIGNED;
	cast = catalog_cast(from, to);
	if (cast)
		return cast->context == 'e' ? CAST_TOLD : CAST_ASSIGNED;
	if (element_of(from) && *to == '_')
		return cast_path(element_of(from), to + 1);
	return is_of_strings(from) ? CAST_TOLD : CAST_NONE;
}

void
signature_cast(struct query *q, const char *from, const char *to, int location)
{
	const struct catalog_cast *c;
	bool steady;

	if (!from || !to || from == unknown_type || strcmp(from, to) == 0 || *from == '_' ||
	    *to == '_')
		return;
	c = catalog_cast(from, to);
	if (!c && !is_string(from) && !is_string(to)) {
		if (!schema_all(q->schema, &extension_noun).n)
			query_error(
				q, location, E_MISMATCH,
				strf("there is no cast of %s to %s", spelled(from), spelled(to)));
		return;
	}
	if (*from == '"' || *to == '"')
		return;
	steady = c ? c->volatility == 'i'
	           : catalog_reads_steadily(to) && catalog_writes_steadily(from);
	if (q->immutable && !steady)
		query_error(
			q, location, E_EXPRESSION,
			strf("the cast of %s to %s is not immutable: settings change what it gives",
		             spelled(from), spelled(to)));
}

/* ---- one type for several ---- */

const char *
signature_common(struct query *q, const struct strs *types, const char *what, int location)
{
	const char *common = unknown_type, *type;
	bool certain = true;
	size_t i;

	for (i = 0; i < types->n; i++) {
		type = types->v[i];
		certain &= type != NULL;
		if (!type || type == unknown_type)
			continue;
		if (common == unknown_type) {
			common = type;
			continue;
		}
		if (!signature_accepts(common, type) && !signature_accepts(type, common)) {
			query_error(q, location, E_MISMATCH,
			            strf("%s%s and %s cannot stand for each other", what,
			                 spelled(common), spelled(type)));
			return NULL;
		}
		/* numbers of objects are taken for each other in ways of their own */
		certain &= strcmp(common, "oid") != 0 && strncmp(common, "reg", 3) != 0;
		if (signature_accepts(type, common) && !signature_accepts(common, type))
			common = type;
	}
	/* an enum stands for nothing else */
	return certain || strchr(common, '"') ? common : NULL;
}
