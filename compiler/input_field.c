/* What dates and intervals are broken into, and the words of dates: where a word goes on with a digit, only those that are known
   end before it. */
#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "input_field.h"

/* the server compares ten bytes */
#define WORD_BYTES 10

static const struct word words[] = {
	{"+infinity", WORD_MOMENT, 0}, /* from PostgreSQL 17 on */
	{"-infinity", WORD_MOMENT, 0}, {"ad", WORD_ERA, 0},
	{"allballs", WORD_ZULU, 0},    {"am", WORD_MERIDIEM, 0},
	{"apr", WORD_MONTH, 4},        {"april", WORD_MONTH, 4},
	{"at", WORD_IGNORED, 0},       {"aug", WORD_MONTH, 8},
	{"august", WORD_MONTH, 8},     {"bc", WORD_ERA, 1},
	{"d", WORD_UNIT, 0},           {"dec", WORD_MONTH, 12},
	{"december", WORD_MONTH, 12},  {"dow", WORD_WRONG, 0},
	{"doy", WORD_WRONG, 0},        {"dst", WORD_DST, 0},
	{"epoch", WORD_MOMENT, 0},     {"feb", WORD_MONTH, 2},
	{"february", WORD_MONTH, 2},   {"fri", WORD_WEEKDAY, 0},
	{"friday", WORD_WEEKDAY, 0},   {"h", WORD_UNIT, 0},
	{"infinity", WORD_MOMENT, 0},  {"isodow", WORD_WRONG, 0},
	{"isoyear", WORD_UNIT, 0},     {"j", WORD_JULIAN, 0},
	{"jan", WORD_MONTH, 1},        {"january", WORD_MONTH, 1},
	{"jd", WORD_JULIAN, 0},        {"jul", WORD_MONTH, 7},
	{"julian", WORD_JULIAN, 0},    {"july", WORD_MONTH, 7},
	{"jun", WORD_MONTH, 6},        {"june", WORD_MONTH, 6},
	{"m", WORD_UNIT, 0},           {"mar", WORD_MONTH, 3},
	{"march", WORD_MONTH, 3},      {"may", WORD_MONTH, 5},
	{"mm", WORD_UNIT, 0},          {"mon", WORD_WEEKDAY, 0},
	{"monday", WORD_WEEKDAY, 0},   {"nov", WORD_MONTH, 11},
	{"november", WORD_MONTH, 11},  {"now", WORD_NOW, 0},
	{"oct", WORD_MONTH, 10},       {"october", WORD_MONTH, 10},
	{"on", WORD_IGNORED, 0},       {"pm", WORD_MERIDIEM, 1},
	{"s", WORD_UNIT, 0},           {"sat", WORD_WEEKDAY, 0},
	{"saturday", WORD_WEEKDAY, 0}, {"sep", WORD_MONTH, 9},
	{"sept", WORD_MONTH, 9},       {"september", WORD_MONTH, 9},
	{"sun", WORD_WEEKDAY, 0},      {"sunday", WORD_WEEKDAY, 0},
	{"t", WORD_TIME, 0},           {"thu", WORD_WEEKDAY, 0},
	{"thur", WORD_WEEKDAY, 0},     {"thurs", WORD_WEEKDAY, 0},
	{"thursday", WORD_WEEKDAY, 0}, {"today", WORD_DAY, 0},
	{"tomorrow", WORD_DAY, 0},     {"tue", WORD_WEEKDAY, 0},
	{"tues", WORD_WEEKDAY, 0},     {"tuesday", WORD_WEEKDAY, 0},
	{"wed", WORD_WEEKDAY, 0},      {"wednesday", WORD_WEEKDAY, 0},
	{"weds", WORD_WEEKDAY, 0},     {"y", WORD_UNIT, 0},
	{"yesterday", WORD_DAY, 0},
};

const struct word *
word_find(const char *text)
{
	size_t i;

	for (i = 0; i < LEN(words); i++)
		if (strncmp(words[i].text, text, WORD_BYTES) == 0)
			return &words[i];
	return NULL;
}

bool
is_alnum(char c)
{
	return is_digit(c) || is_alpha(c);
}

const char *
skip_digits_and(const char *s, const char *more)
{
	while (*s && (is_digit(*s) || strchr(more, *s)))
		s++;
	return s;
}

const char *
skip_letters(const char *s)
{
	while (is_alpha(*s))
		s++;
	return s;
}

/* 10:20, 2026-01-02, 12.5, 2 */
static const char *
number_field(const char *s, enum field_type *type)
{
	char delimiter[2] = "";

	*type = FIELD_NUMBER;
	s = skip_digits_and(s, "");
	if (*s == ':') {
		*type = FIELD_CLOCK;
		return skip_digits_and(s, ":.");
	}
	if (*s != '-' && *s != '/' && *s != '.')
		return s;
	*delimiter = *s++;
	if (!is_digit(*s)) {
		*type = FIELD_DATE;
		while (is_alnum(*s) || *s == *delimiter)
			s++;
		return s;
	}
	*type = *delimiter == '.' ? FIELD_NUMBER : FIELD_DATE;
	s = skip_digits_and(s, "");
	if (*s == *delimiter) {
		*type = FIELD_DATE;
		s = skip_digits_and(s, delimiter);
	}
	return s;
}

static char *
lower(const char *s, const char *end)
{
	char *copied = strn(s, (size_t)(end - s)), *c;

	for (c = copied; *c; c++)
		if (*c >= 'A' && *c <= 'Z')
			*c = (char)(*c - 'A' + 'a');
	return copied;
}

/* january, jan-5, europe/paris, pst8pdt */
static const char *
word_field(const char *s, enum field_type *type)
{
	const char *end = skip_letters(s);

	*type = FIELD_WORD;
	if (*end == '-' || *end == '/' || *end == '.' ||
	    ((*end == '+' || is_digit(*end)) && !word_find(lower(s, end)))) {
		*type = FIELD_DATE;
		while (*end && (is_alnum(*end) || strchr("+-/_.:", *end)))
			end++;
	}
	return end;
}

bool
fields_read(const char *s, struct fields *f)
{
	enum field_type type;
	const char *end;

	for (; *s; s = end) {
		if (is_digit(*s)) {
			end = number_field(s, &type);
		} else if (*s == '.') {
			type = FIELD_NUMBER;
			end = skip_digits_and(s + 1, "");
		} else if (is_alpha(*s)) {
			end = word_field(s, &type);
		} else if (*s == '+' || *s == '-') {
			end = skip_space(s + 1);
			if (!is_alnum(*end))
				return false;
			type = is_digit(*end) ? FIELD_SIGNED : FIELD_SIGNED_WORD;
			s = strf("%c%s", *s, end);
			end = is_digit(s[1]) ? skip_digits_and(s + 1, ":.-") : skip_letters(s + 1);
		} else if (is_space(*s) || (*s > ' ' && *s < 127)) {
			end = s + 1; /* other punctuation parts fields */
			continue;
		} else {
			return false;
		}
		if (f->n == LEN(f->v))
			return false;
		f->v[f->n].type = type;
		f->v[f->n++].text = lower(s, end);
	}
	return true;
}

enum verdict
whole_read(const char *s, const char **end, long *n)
{
	char *behind;

	errno = 0;
	*n = strtol(s, &behind, 10);
	*end = s + (behind - s);
	if (errno || *n > INT_MAX || *n < INT_MIN)
		return OUT_OF_RANGE;
	return *end == s ? MALFORMED : GOOD;
}

enum verdict
fraction_read(const char *s, double *n)
{
	if (*s != '.' || *skip_digits_and(s + 1, ""))
		return MALFORMED;
	*n = s[1] ? strtod(s, NULL) : 0;
	return GOOD;
}

enum verdict
clock_read(const char *text, double *micros)
{
	long hour, minute, second = 0;
	double fraction = 0;
	const char *s;

	if (whole_read(text, &s, &hour) == OUT_OF_RANGE)
		return OUT_OF_RANGE;
	if (*s != ':')
		return MALFORMED;
	if (whole_read(s + 1, &s, &minute) == OUT_OF_RANGE)
		return OUT_OF_RANGE;
	if (*s == '.') { /* minutes and seconds */
		second = minute;
		minute = hour;
		hour = 0;
	} else if (*s == ':' && whole_read(s + 1, &s, &second) == OUT_OF_RANGE) {
		return OUT_OF_RANGE;
	}
	if (*s && fraction_read(s, &fraction) != GOOD)
		return MALFORMED;
	if (hour < 0 || minute < 0 || minute > 59 || second < 0 || second > 60)
		return OUT_OF_RANGE;
	*micros = (((double)hour * 60 + (double)minute) * 60 + (double)second + fraction) * 1e6;
	return GOOD;
}
