/* What a change of a column's type does to the values that are there, for whoever runs it on rows. */
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "kind.h"

struct retype {
	const char *to_said;
	struct type_parts from, to; /* of a domain, its type's */
	bool told;                  /* the cast is said: it cuts what is too long */
	struct strs notes;
};

static void
note(struct retype *r, const char *text)
{
	if (!strs_has(&r->notes, text))
		strs_add(&r->notes, text);
}

static bool
is(const struct type_parts *t, const char *name)
{
	return same(t->name.name, name);
}

static long
modifier(const struct type_parts *t, size_t i, long otherwise)
{
	return i < t->modifiers.n ? strtol(t->modifiers.v[i], NULL, 10) : otherwise;
}

/* ---- texts ---- */

static const char *const texts[] = {
	"text", "character varying", "character", "bpchar", "\"char\"", "name", "citext", NULL};

static const struct {
	const char *name;
	long most; /* characters that its text has */
} lengths[] = {
	{"smallint", 6}, {"integer", 11}, {"bigint", 20},  {"boolean", 5},
	{"uuid", 36},    {"name", 63},    {"\"char\"", 1},
};

static long
most_characters(const struct type_parts *t)
{
	size_t i;

	for (i = 0; i < LEN(lengths); i++)
		if (is(t, lengths[i].name))
			return lengths[i].most;
	return among(t->name.name, texts) ? modifier(t, 0, LONG_MAX) : LONG_MAX;
}

/* "5 bits" */
static const char *
counted(long n, const char *what)
{
	return strf("%ld %s%s", n, what, n == 1 ? "" : "s");
}

static void
note_most(struct retype *r, bool cuts, long most, const char *what)
{
	note(r, strf("%s more than %s", cuts ? "cuts what has" : "fails where a value has",
	             counted(most, what)));
}

static void
note_length(struct retype *r)
{
	long most = modifier(&r->to, 0, LONG_MAX);

	if ((is(&r->to, "character varying") || is(&r->to, "character")) &&
	    most_characters(&r->from) > most)
		note_most(r, r->told, most, "character");
	/* of types with a length, too: a character may be several bytes */
	if (is(&r->to, "\"char\"") && among(r->from.name.name, texts))
		note_most(r, true, 1, "byte");
	if (is(&r->to, "name") && among(r->from.name.name, texts) &&
	    most_characters(&r->from) > NAME_BYTES / 4 && !is(&r->from, "name"))
		note_most(r, true, NAME_BYTES, "byte");
}

static void
note_bits(struct retype *r)
{
	long was = modifier(&r->from, 0, LONG_MAX), most = modifier(&r->to, 0, LONG_MAX);

	if (is(&r->to, "bit") && (!is(&r->from, "bit") || was != most))
		note(r, strf(r->told ? "makes all values %s long, cut or filled"
		                     : "fails where a value has not %s",
		             counted(most, "bit")));
	if (is(&r->to, "bit varying") && was > most)
		note_most(r, r->told, most, "bit");
}

/* ---- numbers ---- */

struct number {
	const char *name;
	long before, behind; /* the point: digits at most */
	long digits;         /* that it keeps */
};

static const struct number numbers[] = {
	{"smallint", 5, 0, 5},
	{"integer", 10, 0, 10},
	{"bigint", 19, 0, 19},
	{"real", 38, LONG_MAX, 6},
	{"double precision", 308, LONG_MAX, 15},
	{"numeric", LONG_MAX, LONG_MAX, LONG_MAX},
};

/* false where it is no number */
static bool
number(const struct type_parts *t, struct number *n)
{
	size_t i;

	for (i = 0; i < LEN(numbers) && !is(t, numbers[i].name); i++)
		;
	if (i == LEN(numbers))
		return false;
	*n = numbers[i];
	if (t->modifiers.n) {
		n->digits = modifier(t, 0, 0);
		n->behind = modifier(t, 1, 0);
		n->before = n->digits - n->behind;
	}
	return true;
}

static void
note_number(struct retype *r)
{
	struct number from, to;

	if (!number(&r->from, &from) || !number(&r->to, &to))
		return;
	if (from.before > to.before)
		note(r, strf("fails where a value is too large%s for %s",
		             from.behind > to.digits && to.behind == LONG_MAX
		                     ? ", or too close to zero,"
		                     : "",
		             r->to_said));
	if (from.behind > to.behind && to.behind)
		note(r, strf("rounds to %s behind the point", counted(to.behind, "digit")));
	if (from.behind > to.behind && !to.behind)
		note(r, "rounds to whole numbers");
	if (to.behind == LONG_MAX && from.digits > to.digits)
		note(r, strf("rounds to %ld digits", to.digits));
}

/* ---- times ---- */

static const struct {
	const char *from, *to, *what;
} times[] = {
	{"timestamp with time zone", "date", "loses the time of day; the date is that of UTC"},
	{"timestamp without time zone", "date", "loses the time of day"},
	{"timestamp with time zone", "time without time zone",
         "loses the date; the time is that of UTC"},
	{"timestamp with time zone", "time with time zone", "loses the date"},
	{"timestamp without time zone", "time without time zone", "loses the date"},
	{"interval", "time without time zone", "loses the days"},
	{"time with time zone", "time without time zone", "loses the time zone"},
	{"timestamp with time zone", "timestamp without time zone", "the times are those of UTC"},
	{"timestamp without time zone", "timestamp with time zone",
         "takes the times for those of UTC"},
	{"time without time zone", "time with time zone", "takes the times for those of UTC"},
	{"date", "timestamp with time zone", "the times are midnight in UTC"},
};

static const char *const units[] = {"year", "month", "day", "hour", "minute", "second"};

/* of its seconds; it stands behind the fields of an interval */
static long
fraction(const struct type_parts *t)
{
	const char *last = t->modifiers.n ? t->modifiers.v[t->modifiers.n - 1] : "";

	return *last >= '0' && *last <= '9' ? strtol(last, NULL, 10) : 6;
}

/* the place of the least unit that it has: the last word of an interval's fields, which are its first modifier */
static size_t
least_unit(const struct type_parts *t)
{
	const char *fields = t->modifiers.n ? t->modifiers.v[0] : "", *last;
	size_t i;

	last = strrchr(fields, ' ') ? strrchr(fields, ' ') + 1 : fields;
	for (i = 0; i + 1 < LEN(units) && !same(last, units[i]); i++)
		;
	return i;
}

static void
note_units(struct retype *r)
{
	size_t least = least_unit(&r->to);

	if (is(&r->to, "interval") && least < least_unit(&r->from))
		note(r, strf("loses the %ss%s", units[least + 1],
		             least + 2 < LEN(units) ? ", and what is less" : ""));
}

static void
note_time(struct retype *r)
{
	static const char *const fractions[] = {"timestamp with time zone",
	                                        "timestamp without time zone",
	                                        "time with time zone",
	                                        "time without time zone",
	                                        "interval",
	                                        NULL};
	long digits = fraction(&r->to);
	size_t i;

	for (i = 0; i < LEN(times); i++)
		if (is(&r->from, times[i].from) && is(&r->to, times[i].to))
			note(r, times[i].what);
	if (!among(r->from.name.name, fractions) || !among(r->to.name.name, fractions))
		return;
	note_units(r);
	if (least_unit(&r->from) + 1 == LEN(units) && fraction(&r->from) > digits)
		note(r, strf("rounds to %s of a second", counted(digits, "digit")));
}

/* ---- all of them ---- */

/* what a value must be: that bits are cut comes after */
static const char *
read_as(const struct retype *r)
{
	bool bits = is(&r->to, "bit") || is(&r->to, "bit varying");

	return bits && !r->to.dimensions ? r->to.name.name : r->to_said;
}

const char *
retype_caution(const struct schema *s, const char *from, const char *to, const char *using)
{
	struct retype r = {.to_said = to, .told = using != NULL};

	r.from = type_parts(domain_base(s, from));
	r.to = type_parts(domain_base(s, to));
	if (using && strstr(using, "::text::"))
		note(&r,
		     strf("there is no cast from %s: fails where the text of a value is no %s%s",
		          from, read_as(&r),
		          r.from.builtin ? "; if none is, fill in another column instead" : ""));
	else if (using && among(r.from.name.name, texts) &&
	         (r.to.dimensions || !among(r.to.name.name, texts)))
		note(&r, strf("fails where a value is no %s", read_as(&r)));
	if (domain_judges(s, to))
		note(&r, strf("fails where a value is no %s", to));
	if (r.from.dimensions == r.to.dimensions) {
		note_length(&r);
		note_bits(&r);
		note_number(&r);
		note_time(&r);
	}
	return r.notes.n ? strs_join(&r.notes, "; ") : NULL;
}
