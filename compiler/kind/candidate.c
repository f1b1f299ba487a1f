/* Which of several functions or operators a call means, and what its types are then: as func_select_candidate and
   enforce_generic_type_consistency have it, as far as the types are known. */
#include <string.h>

#include "../catalog.h"
#include "candidate.h"

/* ---- types ---- */

static bool
ends_with(const char *s, const char *end)
{
	size_t n = strlen(s), m = strlen(end);

	return n >= m && strcmp(s + n - m, end) == 0;
}

/* what a range, or a multirange, is of */
static const char *
subtype_of(const char *type)
{
	static const char *const of[][2] = {
		{"int4", "int4"},    {"int8", "int8"},        {"num", "numeric"},
		{"ts", "timestamp"}, {"tstz", "timestamptz"}, {"date", "date"},
	};
	size_t i, n;

	for (i = 0; i < LEN(of); i++) {
		n = strlen(of[i][0]);
		if (strncmp(type, of[i][0], n) == 0 &&
		    (strcmp(type + n, "range") == 0 || strcmp(type + n, "multirange") == 0))
			return of[i][1];
	}
	return NULL;
}

/* as pg_type.typcategory; *preferred gets typispreferred */
static char
category(const char *type, bool *preferred)
{
	static const struct {
		char category;
		const char *preferred;
		const char *const names[20];
	} all[] = {
		{'N', "float8 oid", {"int2",         "int4",         "int8",          "float4",
	                             "float8",       "numeric",      "money",         "oid",
	                             "regproc",      "regprocedure", "regoper",       "regoperator",
	                             "regclass",     "regcollation", "regtype",       "regrole",
	                             "regnamespace", "regconfig",    "regdictionary", NULL}},
		{'S', "text", {"text", "varchar", "bpchar", "name", NULL}},
		{'D', "timestamptz", {"date", "time", "timetz", "timestamp", "timestamptz", NULL}},
		{'B', "bool", {"bool", NULL}},
		{'T', "interval", {"interval", NULL}},
		{'I', "inet", {"inet", "cidr", NULL}},
		{'V', "varbit", {"bit", "varbit", NULL}},
		{'G', "", {"point", "lseg", "path", "box", "polygon", "line", "circle", NULL}},
	};
	size_t i;

	*preferred = false;
	if (*type == '"')
		return 'E';
	if (is_row_signature(type))
		return 'C';
	if (element_of(type))
		return 'A';
	if (subtype_of(type))
		return 'R';
	if (strncmp(type, "any", 3) == 0 || strcmp(type, "record") == 0)
		return 'P';
	for (i = 0; i < LEN(all); i++)
		if (among(type, all[i].names)) {
			*preferred = strcmp(all[i].preferred, type) == 0 ||
			             (all[i].category == 'N' &&
			              (strcmp(type, "float8") == 0 || strcmp(type, "oid") == 0));
			return all[i].category;
		}
	return 'U';
}

bool
has_type(const struct strs *types, const char *type)
{
	size_t i;

	for (i = 0; i < types->n; i++)
		if (types->v[i] == type)
			return true;
	return false;
}

/* as select_common_type */
const char *
common_type(const struct strs *types, const char **a, const char **b)
{
	const char *common = unknown_type, *type;
	bool preferred, ignored;
	size_t i;

	for (i = 0; i < types->n; i++) {
		type = types->v[i];
		if (type == unknown_type || strcmp(type, common) == 0)
			continue;
		*a = common;
		*b = type;
		if (common == unknown_type)
			common = type;
		else if (category(common, &preferred) != category(type, &ignored))
			return NULL;
		else if (!preferred && signature_accepts(type, common) &&
		         !signature_accepts(common, type))
			common = type;
	}
	for (i = 0; i < types->n; i++) {
		*a = common;
		*b = types->v[i];
		if (*b != unknown_type && !signature_accepts(common, *b))
			return NULL;
	}
	return common;
}

/* ---- signatures ---- */

static struct signature
parse_signature(const char *text, size_t n)
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

/* the same few are asked for again and again */
struct signature
read_signature(const char *text, size_t n)
{
	static struct {
		const char *text;
		struct signature read;
	} known[1024];
	size_t at = (size_t)text % LEN(known);

	if (known[at].text != text) {
		known[at].text = text;
		known[at].read = parse_signature(text, n);
	}
	return known[at].read;
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
		return element_of(type) != NULL;
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
	if (may_be_row(parameter))
		return may_be_row(type);
	if (*parameter == '_' && *type == '_')
		return signature_accepts(parameter + 1, type + 1);
	cast = catalog_cast(type, parameter);
	return cast && cast->context == 'i';
}

const char *
parameter_at(const struct signature *g, size_t i)
{
	const char *p = g->arguments.v[i < g->arguments.n ? i : g->arguments.n - 1];

	if (*p == '?')
		p++;
	if (*p != '*')
		return *p ? p : NULL;
	/* VARIADIC "any", or an array of what repeats */
	return p[1] == '_' ? p + 2 : strcmp(p + 1, "any") == 0 ? "any" : "anyelement";
}

bool
fits_number(const struct signature *g, size_t n)
{
	size_t i, least = 0;
	const char *last = g->arguments.n ? g->arguments.v[g->arguments.n - 1] : "";

	for (i = 0; i < g->arguments.n; i++)
		least += *g->arguments.v[i] != '?';
	return n >= least && (n <= g->arguments.n || last[*last == '?'] == '*');
}

/* ---- types that stand for others ---- */

/* what anyelement and anycompatible, and their like, are in a call */
struct generic {
	const char *element, *compatible; /* unknown_type: nothing tells it */
	const char *range, *multirange;
	bool impossible;
	bool doubtful;
};

static bool
is_any(const char *type)
{
	return strncmp(type, "any", 3) == 0 && type[3];
}

static bool
is_any_array(const char *type)
{
	return ends_with(type, "array") && !ends_with(type, "nonarray");
}

static void
add_element(struct generic *x, const char *type)
{
	if (x->element != unknown_type && strcmp(x->element, type) != 0)
		x->impossible = true;
	x->element = type;
}

static void
add_argument(struct generic *x, const char *parameter, const char *type, struct strs *compatible)
{
	const char *part = type;

	if (ends_with(parameter, "multirange"))
		x->multirange = type;
	else if (ends_with(parameter, "range"))
		x->range = type;
	if (is_any_array(parameter))
		part = element_of(type);
	else if (ends_with(parameter, "range"))
		part = subtype_of(type);
	/* arrays of int2vector and its like, and ranges that a migration made */
	x->doubtful |= !part || part != type + (*type == '_' && is_any_array(parameter));
	if (!part)
		return;
	if (ends_with(parameter, "range"))
		x->doubtful &= !subtype_of(type);
	if (strncmp(parameter, "anycompatible", 13) == 0)
		strs_add(compatible, part);
	else
		add_element(x, part);
}

static struct generic
resolve(const struct signature *g, const struct strs *types)
{
	struct generic x = {unknown_type, unknown_type, NULL, NULL, false, false};
	struct strs compatible = {0};
	const char *parameter, *a, *b;
	size_t i;

	for (i = 0; i < types->n; i++) {
		parameter = parameter_at(g, i);
		if (!parameter || !is_any(parameter) || types->v[i] == unknown_type)
			continue;
		if (types->v[i])
			add_argument(&x, parameter, types->v[i], &compatible);
		else
			x.doubtful = true;
	}
	x.compatible = common_type(&compatible, &a, &b);
	if (!x.compatible)
		x.impossible = true;
	return x;
}

const char *
called_type(const struct signature *g, const char *type, const struct strs *types)
{
	struct generic x;
	const char *of;

	if (!type || strcmp(type, "record") == 0 || strcmp(type, "any") == 0)
		return NULL;
	if (!is_any(type))
		return type;
	x = resolve(g, types);
	if (x.doubtful || x.impossible)
		return NULL;
	if (ends_with(type, "range"))
		return ends_with(type, "multirange") ? x.multirange : x.range;
	of = strncmp(type, "anycompatible", 13) == 0 ? x.compatible : x.element;
	if (of == unknown_type)
		return of == x.compatible && type[3] == 'c' && !is_any_array(type) ? "text" : NULL;
	if (!is_any_array(type))
		return of;
	return *of == '_' ? NULL : strf("_%s", of);
}

bool
fits(const struct signature *g, const struct strs *types)
{
	struct generic x;
	size_t i;

	for (i = 0; i < types->n; i++)
		if (parameter_at(g, i) && !signature_accepts(parameter_at(g, i), types->v[i]))
			return false;
	x = resolve(g, types);
	return x.doubtful || !x.impossible;
}

/* as enforce_generic_type_consistency: anycompatible is a text then */
bool
tells_nothing(const struct signature *g, const struct strs *types)
{
	const char *parameter;
	bool found = false;
	size_t i;

	for (i = 0; i < types->n; i++) {
		parameter = parameter_at(g, i);
		if (!parameter || !is_any(parameter) ||
		    strncmp(parameter, "anycompatible", 13) == 0)
			continue;
		if (types->v[i] != unknown_type)
			return false;
		found = true;
	}
	return found;
}

/* ---- which of them ---- */

/* how well a signature is for arguments, some of which are 'x' and NULL */
struct need {
	const struct strs *types;
	bool like; /* a preferred type is as good as the same */
};

static bool
is_like(const struct need *need, const char *parameter, const char *type)
{
	bool preferred, ignored;

	if (strcmp(parameter, type) == 0)
		return true;
	return need->like && category(parameter, &preferred) == category(type, &ignored) &&
	       preferred;
}

static size_t
matches(const struct signature *g, const struct need *need)
{
	const char *type;
	size_t i, n = 0;

	for (i = 0; i < need->types->n; i++) {
		type = need->types->v[i];
		n += type != unknown_type && is_like(need, parameter_at(g, i), type);
	}
	return n;
}

static struct list
best(const struct list *all, const struct strs *types, bool like)
{
	struct need need = {types, like};
	struct list left = {0};
	size_t i, n, most = 0;

	for (i = 0; i < all->n; i++) {
		n = matches(all->v[i], &need);
		if (n < most)
			continue;
		if (n > most)
			left.n = 0;
		most = n;
		list_add(&left, all->v[i]);
	}
	return left;
}

/* the category that 'x' at i gets; 0 where they do not agree. *preferred is set where one has its preferred type there */
static char
slot(const struct list *all, size_t i, bool *preferred)
{
	char found = 0, one;
	bool is_preferred, conflict = false;
	size_t j;

	*preferred = false;
	for (j = 0; j < all->n; j++) {
		one = category(parameter_at(all->v[j], i), &is_preferred);
		if (!found || (one == 'S' && found != 'S')) {
			found = one;
			*preferred = is_preferred;
		} else if (one == found) {
			*preferred |= is_preferred;
		} else {
			conflict = true;
		}
	}
	return conflict && found != 'S' ? 0 : found;
}

static bool
has_slot(const struct signature *g, size_t i, char wanted, bool only_preferred)
{
	bool preferred;

	return category(parameter_at(g, i), &preferred) == wanted && (!only_preferred || preferred);
}

/* by what they take 'x' for */
static struct list
by_slots(const struct list *all, const struct strs *types)
{
	struct list left = *all, kept;
	bool preferred;
	char wanted;
	size_t i, j;

	for (i = 0; i < types->n; i++)
		if (types->v[i] == unknown_type && !slot(all, i, &preferred))
			return *all;
	for (i = 0; i < types->n; i++) {
		if (types->v[i] != unknown_type)
			continue;
		wanted = slot(all, i, &preferred);
		kept = (struct list){0};
		for (j = 0; j < left.n; j++)
			if (has_slot(left.v[j], i, wanted, preferred))
				list_add(&kept, left.v[j]);
		left = kept;
	}
	return left.n ? left : *all;
}

/* 'x' taken for what all others are */
static const struct signature *
by_likeness(const struct list *all, const struct strs *types)
{
	const struct signature *found = NULL;
	const char *type = NULL;
	struct strs alike = {0};
	size_t i;

	for (i = 0; i < types->n; i++) {
		if (types->v[i] == unknown_type)
			continue;
		if (type && strcmp(type, types->v[i]) != 0)
			return NULL;
		type = types->v[i];
	}
	for (i = 0; type && i < types->n; i++)
		strs_add(&alike, type);
	for (i = 0; type && i < all->n; i++) {
		if (!fits(all->v[i], &alike))
			continue;
		if (found)
			return NULL;
		found = all->v[i];
	}
	return found;
}

/* of just these types: an operator's 'x' is of the other side's */
static const struct signature *
exact(const struct list *all, const struct strs *said, bool operator)
{
	struct strs types = strs_copy(said);
	struct need need = {&types, false};
	size_t i;

	if (operator&& types.n == 2 && said->v[0] == unknown_type)
		types.v[0] = said->v[1];
	if (operator&& types.n == 2 && said->v[1] == unknown_type)
		types.v[1] = said->v[0];
	for (i = 0; i < all->n; i++)
		if (matches(all->v[i], &need) == types.n)
			return all->v[i];
	return NULL;
}

static bool
has_doubts(const struct list *all, const struct strs *types)
{
	size_t i, j;

	if (has_type(types, NULL))
		return true;
	for (i = 0; i < all->n; i++)
		for (j = 0; j < types->n; j++)
			if (!parameter_at(all->v[i], j))
				return true;
	return false;
}

static bool
repeats(const struct signature *g)
{
	const char *last = g->arguments.n ? g->arguments.v[g->arguments.n - 1] : "";

	return last[*last == '?'] == '*';
}

static bool
take_the_same(const struct signature *a, const struct signature *b, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++)
		if (strcmp(parameter_at(a, i), parameter_at(b, i)) != 0)
			return false;
	return true;
}

static const char *
schema_of(const struct signature *g)
{
	return g->made ? ((const struct code *)g->made)->name.schema : "pg_catalog";
}

/* of two that take the same, the one is meant whose schema is searched first: so they are in the list */
static struct list
without_hidden(const struct list *all, size_t n)
{
	struct list left = {0};
	bool hidden;
	size_t i, j;

	for (i = 0; i < all->n; i++) {
		hidden = false;
		for (j = 0; j < i; j++)
			hidden |= take_the_same(all->v[j], all->v[i], n) &&
			          !same(schema_of(all->v[j]), schema_of(all->v[i]));
		if (!hidden)
			list_add(&left, all->v[i]);
	}
	return left;
}

/* of two that take the same, the one that repeats no argument is meant */
static struct list
without_repeating(const struct list *all, size_t n)
{
	struct list left = {0};
	bool other;
	size_t i, j;

	for (i = 0; i < all->n; i++) {
		other = false;
		for (j = 0; repeats(all->v[i]) && j < all->n; j++)
			other |= !repeats(all->v[j]) && take_the_same(all->v[i], all->v[j], n);
		if (!other)
			list_add(&left, all->v[i]);
	}
	return left;
}

/* another one of its schema takes the same, and has defaults for the rest, or it has */
static bool
has_twin(const struct list *all, const struct signature *one, size_t n)
{
	const struct signature *other;
	size_t i;

	for (i = 0; one->made && i < all->n; i++) {
		other = all->v[i];
		if (other != one && repeats(other) == repeats(one) &&
		    take_the_same(other, one, n) && same(schema_of(other), schema_of(one)))
			return true;
	}
	return false;
}

static const struct signature *
best_of(const struct list *fitting, const struct strs *types, bool operator, bool * many)
{
	const struct signature *one;
	struct list left;

	if (has_doubts(fitting, types))
		return fitting->n == 1 && !has_type(types, NULL) ? fitting->v[0] : NULL;
	left = without_hidden(fitting, types->n);
	left = without_repeating(&left, types->n);
	one = left.n == 1 ? left.v[0] : exact(&left, types, operator);
	if (one)
		return one;
	left = best(&left, types, false);
	if (left.n > 1)
		left = best(&left, types, true);
	if (left.n > 1 && has_type(types, unknown_type))
		left = by_slots(&left, types);
	if (left.n == 1)
		return left.v[0];
	one = has_type(types, unknown_type) ? by_likeness(&left, types) : NULL;
	*many = !one;
	return one;
}

const struct signature *
choose(const struct list *fitting, const struct strs *types, bool operator, bool * many)
{
	const struct signature *one = best_of(fitting, types, operator, many);

	if (!one || !has_twin(fitting, one, types->n))
		return one;
	*many = true;
	return NULL;
}
