/* What the server's own functions and operators make of arguments of certain types, and what stands for what without being cast.
   Types are named as in pg_type, and those of the schema by their quoted full name; NULL is a type that is not known. What migrations
   or extensions may have made is not judged. */
#include <ctype.h>
#include <string.h>

#include "../catalog.h"
#include "candidate.h"

/* ---- types ---- */

const char unknown_type[] = "unknown";

/* an enum by its full name, a row by the same behind a parenthesis, with _ before it of an array; NULL where it is something else */
static const char *
made_name(const struct schema *s, const struct type_parts *parts)
{
	const struct object *o = schema_find(s, SPACE_TYPE, parts->name);
	const bool row = o && (is_composite(o) || o->noun == &row_type_noun);

	if (!o || (!row && o->noun != &enum_noun))
		return NULL;
	return strf("%s%s\"%s\".\"%s\"", parts->dimensions ? "_" : "", row ? "(" : "",
	            o->name.schema, o->name.name);
}

bool
is_row_signature(const char *type)
{
	return type && *type == '(';
}

bool
may_be_row(const char *type)
{
	return is_row_signature(type) || same(type, "record");
}

const char *
signature_type(const struct schema *s, const char *sql)
{
	struct type_parts parts;
	const char *base;

	if (!sql || sql == unknown_type)
		return sql;
	parts = type_parts(sql);
	if (has_made_casts(s, (struct qname){NULL, parts.name.name}))
		return NULL;
	/* a domain is what it is of, wherever it stands as a value */
	base = parts.builtin || parts.dimensions ? sql : domain_base(s, sql);
	if (base != sql)
		return signature_type(s, base);
	return parts.builtin ? type_catalog_name(sql) : made_name(s, &parts);
}

const char *
signature_sql(const char *type)
{
	if (!type || type == unknown_type)
		return type;
	if (*type == '_' && strchr("\"(", type[1]))
		return strf("%s[]", signature_sql(type + 1));
	return *type == '"' ? type : is_row_signature(type) ? type + 1 : type_spelling(type);
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
	struct qname bare = {NULL, name};

	return extensions_bring(s, name) || schema_excused(s, SPACE_FUNCTION, bare) ||
	       schema_excused(s, SPACE_OPERATOR, bare);
}

/* ---- calls ---- */

static bool
is_function_name(const char *name)
{
	return isalpha((unsigned char)*name) || *name == '_';
}

/* as a message says it: "lower(integer)", "text > integer" */
static const char *
call_text(const char *name, const struct strs *types)
{
	struct strs names = {0};
	size_t i;

	for (i = 0; i < types->n; i++)
		strs_add(&names, spelled(types->v[i]));
	if (is_function_name(name))
		return strf("function %s(%s)", name, strs_join(&names, ", "));
	if (names.n == 1)
		return strf("operator %s %s", name, names.v[0]);
	return strf("operator %s %s %s", names.v[0], name, names.v[1]);
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
take_types(const struct query *q, const char *name, const struct signature *g,
           const struct strs *types, struct strs *taken)
{
	bool certain = true;
	size_t i;

	if (has_others(q->schema, name))
		certain = types->n == 2 && strcmp(parameter_at(g, 0), parameter_at(g, 1)) == 0;
	for (i = 0; certain && i < types->n; i++)
		taken->v[i] = called_type(g, parameter_at(g, i), types);
}

static void
none_or_many(struct query *q, const char *name, const struct strs *types, bool many, int location)
{
	/* text(a) may be a cast */
	if ((types->n == 1 && type_parts(name).builtin) || has_others(q->schema, name))
		return;
	query_error(q, location, E_NO_FUNCTION,
	            strf(many ? "%s: more than one is meant; say what its arguments are by casts"
	                      : "there is no %s",
	                 call_text(name, types)));
}

bool
signature_takes_row(const char *name)
{
	const char *at = catalog_signatures(name);
	struct strs types = {0};
	struct signature g;
	size_t n;

	strs_add(&types, "(record");
	for (; at && *at; at += n + (at[n] == ' ')) {
		n = strcspn(at, " ");
		g = read_signature(at, n);
		if (fits_number(&g, 1) && fits(&g, &types))
			return true;
	}
	return false;
}

/* what takes just these types, or NULL: it is meant whatever else fits, as binary_oper_exact and func_get_detail have it */
static const char *
exact_signature(const char *all, const struct strs *types)
{
	char *wanted;
	size_t n;

	if (!types->n || has_type(types, NULL) || has_type(types, unknown_type))
		return NULL;
	wanted = strf("%s=", strs_join(types, ","));
	n = strlen(wanted);
	for (; all; all = strchr(all, ' ')) {
		all += *all == ' ';
		if (strncmp(all + 2, wanted, n) == 0)
			return all;
	}
	return NULL;
}

static struct list
fitting_of(const char *all, const struct strs *types)
{
	const char *exact = exact_signature(all, types), *at = exact ? exact : all;
	struct list fitting = {0};
	struct signature g;
	size_t n;

	for (; *at; at += n + (at[n] == ' ')) {
		n = strcspn(at, " ");
		g = read_signature(at, n);
		if (fits_number(&g, types->n) && fits(&g, types))
			list_add(&fitting, copy(&g, sizeof g));
		if (exact)
			break;
	}
	return fitting;
}

const char *
signature_call(struct query *q, const char *name, const struct strs *types, struct strs *taken,
               int location)
{
	const char *at = catalog_signatures(name);
	struct list fitting = {0};
	const struct signature *one;
	bool many = false;
	size_t i;

	for (i = 0; i < types->n; i++)
		strs_add(taken, NULL);
	if (!at || !*at)
		return NULL;
	fitting = fitting_of(at, types);
	if (!fitting.n) {
		none_or_many(q, name, types, false, location);
		return NULL;
	}
	one = choose(&fitting, types, !is_function_name(name), &many);
	if (one && !has_others(q->schema, name) && tells_nothing(one, types))
		query_error(q, location, E_NO_FUNCTION,
		            strf("%s: its type is told by its arguments, and constants tell none",
		                 call_text(name, types)));
	if (many)
		none_or_many(q, name, types, true, location);
	if (one) {
		take_types(q, name, one, types, taken);
		fitting = (struct list){0};
		list_add(&fitting, (void *)(size_t)one);
	}
	if (q->immutable)
		need_steady(q, &fitting, call_text(name, types), location);
	return many ? NULL : common_result(&fitting, types);
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

const char *
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
	/* a table's row may stand for that of the table from which it inherits */
	if (!from || !to || (may_be_row(from) && may_be_row(to)))
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
	bool made, steady;

	if (!from || !to || from == unknown_type || cast_path(from, to) == CAST_UNKNOWN ||
	    strcmp(from, to) == 0)
		return;
	if (*from == '_' && *to == '_') {
		signature_cast(q, from + 1, to + 1, location);
		return;
	}
	c = catalog_cast(from, to);
	if (!c && !is_string(from) && !is_string(to)) {
		if (!extensions_bring_anything(q->schema))
			query_error(
				q, location, E_MISMATCH,
				strf("there is no cast of %s to %s", spelled(from), spelled(to)));
		return;
	}
	/* what reads and writes enums, arrays and rows never is */
	made = strchr("_\"(", *from) || strchr("_\"(", *to);
	steady = c ? c->volatility == 'i'
	           : !made && catalog_reads_steadily(to) && catalog_writes_steadily(from);
	if (q->immutable && !steady)
		query_error(
			q, location, E_EXPRESSION,
			strf("the cast of %s to %s is not immutable: settings change what it gives",
		             spelled(from), spelled(to)));
}

/* ---- one type for several ---- */

static void
no_common(struct query *q, const char *a, const char *b, const char *what, int location)
{
	query_error(q, location, E_MISMATCH,
	            strf("%s%s and %s cannot stand for each other", what, spelled(a), spelled(b)));
}

/* some are not known: what certainly cannot be is refused all the same */
static const char *
doubtful_common(struct query *q, const struct strs *types, const char *what, int location)
{
	const char *first = NULL, *type;
	size_t i;

	for (i = 0; i < types->n; i++) {
		type = types->v[i];
		if (!type || type == unknown_type)
			continue;
		if (!first)
			first = type;
		if (!signature_accepts(first, type) && !signature_accepts(type, first))
			no_common(q, first, type, what, location);
	}
	return first && *first == '"' ? first : NULL;
}

/* rows of several types, one of which may inherit from the other */
static bool
has_rows(const struct strs *types)
{
	const char *row = NULL;
	size_t i;

	for (i = 0; i < types->n; i++) {
		if (!may_be_row(types->v[i]))
			continue;
		if (row && strcmp(row, types->v[i]) != 0)
			return true;
		row = types->v[i];
	}
	return false;
}

const char *
signature_common(struct query *q, const struct strs *types, const char *what, int location)
{
	const char *a = NULL, *b = NULL, *common;

	if (has_type(types, NULL) || has_rows(types))
		return doubtful_common(q, types, what, location);
	common = common_type(types, &a, &b);
	if (!common)
		no_common(q, a, b, what, location);
	return common;
}
