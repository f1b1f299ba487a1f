/* What dates and intervals have in common: the fields into which the server breaks such a text, and the words of dates. */
#ifndef INPUT_FIELD_H
#define INPUT_FIELD_H

#include "input.h"

enum field_type {
	FIELD_NUMBER, /* 2026, 12.5 */
	FIELD_DATE,   /* 2026-01-02, 5-jan, europe/paris, pst8pdt */
	FIELD_CLOCK,  /* 10:20:30.5 */
	FIELD_SIGNED, /* +02:30 */
	FIELD_WORD,   /* january */
	FIELD_SIGNED_WORD,
};

struct fields {
	struct {
		enum field_type type;
		const char *text; /* in lower case */
	} v[25];
	size_t n;
};

enum meaning {
	WORD_MONTH,
	WORD_WEEKDAY,
	WORD_MERIDIEM,
	WORD_ERA,
	WORD_IGNORED,
	WORD_NOW,
	WORD_DAY,    /* today */
	WORD_ZULU,   /* allballs */
	WORD_MOMENT, /* epoch, infinity */
	WORD_JULIAN,
	WORD_TIME, /* the t of ISO 8601 */
	WORD_UNIT, /* y2026m01d02: until PostgreSQL 15 */
	WORD_DST,
	WORD_WRONG,
};

struct word {
	const char *text;
	enum meaning meaning;
	int value; /* of a month, or 1 for pm and bc */
};

enum verdict { GOOD, MALFORMED, OUT_OF_RANGE };

/* false where the text cannot be broken so */
bool fields_read(const char *text, struct fields *fields);
/* NULL where nobody knows it */
const struct word *word_find(const char *text);
/* hours:minutes[:seconds], in microseconds; hours are not bounded */
enum verdict clock_read(const char *text, double *micros);
/* a number of 32 bits, and what stands behind it */
enum verdict whole_read(const char *s, const char **end, long *n);
/* a fraction, from its point to the end of the text */
enum verdict fraction_read(const char *s, double *n);
bool is_alnum(char c);
/* behind the letters that begin at s */
const char *skip_letters(const char *s);
/* behind digits and characters of more */
const char *skip_digits_and(const char *s, const char *more);

#endif
