/* Intervals: quantities with units, read from the last to the first, for a unit says what the number before it is; or ISO 8601's
   P1Y2M. The style of a server only matters for what both read. */
#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "input_field.h"

enum unit {
	UNIT_NONE,
	MICROSECOND,
	MILLISECOND,
	SECOND,
	MINUTE,
	HOUR,
	DAY,
	WEEK,
	MONTH,
	QUARTER,
	YEAR,
	DECADE,
	CENTURY,
	MILLENNIUM,
	AGO,
	IGNORED,
	ZONE,
};

#define CLOCK (1U << HOUR | 1U << MINUTE | 1U << SECOND | 1U << MILLISECOND | 1U << MICROSECOND)

/* the server compares ten bytes */
#define WORD_BYTES 10

static const struct {
	const char *text;
	enum unit unit;
} words[] = {
	{"ago", AGO},
	{"at", IGNORED}, /* from PostgreSQL 17 on */
	{"on", IGNORED},
	{"c", CENTURY},
	{"cent", CENTURY},
	{"centuries", CENTURY},
	{"century", CENTURY},
	{"d", DAY},
	{"day", DAY},
	{"days", DAY},
	{"dec", DECADE},
	{"decade", DECADE},
	{"decades", DECADE},
	{"decs", DECADE},
	{"h", HOUR},
	{"hour", HOUR},
	{"hours", HOUR},
	{"hr", HOUR},
	{"hrs", HOUR},
	{"m", MINUTE},
	{"microsecond", MICROSECOND},
	{"mil", MILLENNIUM},
	{"millennia", MILLENNIUM},
	{"millennium", MILLENNIUM},
	{"millisecond", MILLISECOND},
	{"mils", MILLENNIUM},
	{"min", MINUTE},
	{"mins", MINUTE},
	{"minute", MINUTE},
	{"minutes", MINUTE},
	{"mon", MONTH},
	{"mons", MONTH},
	{"month", MONTH},
	{"months", MONTH},
	{"ms", MILLISECOND},
	{"msec", MILLISECOND},
	{"mseconds", MILLISECOND},
	{"msecs", MILLISECOND},
	{"qtr", QUARTER},
	{"quarter", QUARTER},
	{"s", SECOND},
	{"sec", SECOND},
	{"second", SECOND},
	{"seconds", SECOND},
	{"secs", SECOND},
	{"timezone", ZONE},
	{"timezone_h", ZONE},
	{"timezone_m", ZONE},
	{"us", MICROSECOND},
	{"usec", MICROSECOND},
	{"useconds", MICROSECOND},
	{"usecs", MICROSECOND},
	{"w", WEEK},
	{"week", WEEK},
	{"weeks", WEEK},
	{"y", YEAR},
	{"year", YEAR},
	{"years", YEAR},
	{"yr", YEAR},
	{"yrs", YEAR},
};

static enum unit
find_unit(const char *text)
{
	size_t i;

	for (i = 0; i < LEN(words); i++)
		if (strncmp(words[i].text, text, WORD_BYTES) == 0)
			return words[i].unit;
	return UNIT_NONE;
}

/* months and days have 32 bits, what is shorter 64 as microseconds */
static bool
holds(enum unit unit, double n)
{
	static const double most[] = {
		[MICROSECOND] = 9.3e18, [MILLISECOND] = 9.3e15, [SECOND] = 9.3e12,
		[MINUTE] = 1.6e11,      [HOUR] = 2.6e9,         [DAY] = 2147483649.0,
		[WEEK] = 306783379.0,   [MONTH] = 2147483649.0, [YEAR] = 178956971.0,
		[DECADE] = 17895698.0,  [CENTURY] = 1789570.0,  [MILLENNIUM] = 178958.0,
	};

	return n <= most[unit] && n >= -most[unit];
}

/* a number, with a fraction or as years-months */
static enum verdict
read_quantity(const char *s, enum unit *unit, unsigned *given)
{
	unsigned what;
	const char *end;
	char *behind;
	long n, months;
	bool fraction = false;

	errno = 0;
	n = strtol(s, &behind, 10);
	if (errno)
		return OUT_OF_RANGE;
	end = s + (behind - s);
	if (*end == '-') {
		if (whole_read(end + 1, &end, &months) == OUT_OF_RANGE || months < 0 || months > 11)
			return OUT_OF_RANGE;
		*unit = MONTH;
		n = n > LONG_MAX / 12 || n < LONG_MIN / 12 ? LONG_MAX : n * 12;
	} else if (*end == '.') {
		end++;
		end += strspn(end, "0");
		fraction = is_digit(*end);
		end += strspn(end, "0123456789");
	}
	if (*end || *unit == UNIT_NONE || *unit >= AGO || *unit == QUARTER)
		return MALFORMED;
	if (!holds(*unit, (double)n))
		return OUT_OF_RANGE;
	what = 1U << *unit;
	if (*unit == SECOND && fraction)
		what |= 1U << MILLISECOND | 1U << MICROSECOND;
	if (*given & what)
		return MALFORMED;
	*given |= what;
	if (*unit == HOUR)
		*unit = DAY; /* of a number before it that has none */
	return GOOD;
}

static enum verdict
read_clock(const char *s, enum unit *unit, unsigned *given)
{
	double micros;
	enum verdict v = clock_read(s, &micros);

	if (v != GOOD)
		return v;
	*unit = DAY;
	if (*given & CLOCK)
		return MALFORMED;
	*given |= CLOCK;
	return GOOD;
}

static enum verdict
read_fields(const struct fields *f)
{
	enum unit unit = UNIT_NONE, word;
	enum verdict v = GOOD;
	unsigned given = 0;
	const char *s;
	size_t i;

	for (i = f->n; i-- && v == GOOD;) {
		s = f->v[i].text;
		switch (f->v[i].type) {
		case FIELD_CLOCK:
			v = read_clock(s, &unit, &given);
			break;
		case FIELD_SIGNED:
			if (strchr(s, ':')) {
				v = read_clock(s + 1, &unit, &given);
				break;
			}
			/* fall through */
		case FIELD_DATE:
		case FIELD_NUMBER:
			if (unit == UNIT_NONE)
				unit = SECOND;
			v = read_quantity(s, &unit, &given);
			break;
		case FIELD_WORD:
		case FIELD_SIGNED_WORD:
			word = find_unit(s);
			if (word == UNIT_NONE)
				return MALFORMED;
			if (word != IGNORED)
				unit = word;
			break;
		}
	}
	return v == GOOD && !given ? MALFORMED : v;
}

#define NUMBER "0123456789.+-eE"

/* a part of P1Y2M3DT4H5M6S: a number and its letter; NULL where it is none */
static const char *
skip_part(const char *s, const char *letters)
{
	size_t n = strspn(s, NUMBER);

	/* a time may be in an alternative format too */
	if (n && *letters == 'H' && (!s[n] || s[n] == ':'))
		return s + strlen(s);
	return n && s[n] && strchr(letters, s[n]) ? s + n + 1 : NULL;
}

static bool
is_iso(const char *s)
{
	const char *letters = "YMWD";
	size_t n;

	if (*s++ != 'P' || !*s)
		return false;
	/* the alternative formats, P00010203T040506 and P0001-02-03T04:05:06, are the server's to judge */
	n = strspn(s, NUMBER);
	if (n && (!s[n] || s[n] == 'T'))
		return true;
	while (s && *s) {
		if (*s == 'T') {
			letters = "HMS";
			s++;
		} else {
			s = skip_part(s, letters);
		}
	}
	return s;
}

const char *
judge_interval(const char *text, const char *type)
{
	struct fields fields = {0};
	enum verdict v = MALFORMED;

	(void)type;
	/* PostgreSQL 17 has infinite intervals */
	if (strstr(text, "nfinity") || strstr(text, "NFINITY"))
		return NULL;
	if (fields_read(text, &fields))
		v = read_fields(&fields);
	if (v == GOOD || (v == MALFORMED && is_iso(text)))
		return NULL;
	return v == OUT_OF_RANGE ? "an interval in its range" : "an interval";
}
