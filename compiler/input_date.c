/* Dates and times. The server breaks a text into fields, and each field says what it is by its form and by what was said before:
   20260102 is a date, and then 030405 a time. What a number without a form is depends on DateStyle; so each order is tried, and
   only what is wrong in all of them is wrong. A word that nobody knows may be the name of a time zone. */
#include <stdlib.h>
#include <string.h>

#include "input_field.h"

/* what a field gives */
enum {
	YEAR = 1 << 0,
	MONTH = 1 << 1,
	DAY = 1 << 2,
	DATE = YEAR | MONTH | DAY,
	CLOCK = 1 << 3,
	ZONE = 1 << 4,
	MERIDIEM = 1 << 5,
	ERA = 1 << 6,
	WEEKDAY = 1 << 7,
	YEARDAY = 1 << 8,
	MOMENT = 1 << 9,
};

enum order { MDY, DMY, YMD };

/* what was said so far */
struct moment {
	enum order order;
	bool only_clock; /* a time of day: a date may stand before it, but counts for nothing */

	unsigned given;
	long year, month, day, julian;
	double micros;
	bool short_year, text_month, is_julian, bc, is_word, half_day;
	enum meaning before; /* WORD_JULIAN or WORD_TIME: it says what the next field is */
	bool labelled;
};

static enum verdict
give(struct moment *m, unsigned what)
{
	if (m->given & what)
		return MALFORMED;
	m->given |= what;
	return GOOD;
}

/* n digits of a text */
static long
digits(const char *s, size_t n)
{
	return strtol(strn(s, n), NULL, 10);
}

/* digits in a row: yymmdd, yyyymmdd, hhmm, hhmmss */
static enum verdict
read_run(struct moment *m, const char *s, unsigned given)
{
	const char *point = strchr(s, '.');
	size_t n = point ? (size_t)(point - s) : strlen(s);
	double fraction = 0;

	if (point && fraction_read(point, &fraction) != GOOD)
		return MALFORMED;
	if (!point && n >= 6 && (given & DATE) != DATE) {
		m->day = digits(s + n - 2, 2);
		m->month = digits(s + n - 4, 2);
		m->year = digits(s, n - 4);
		m->short_year = n == 6;
		return give(m, DATE);
	}
	if ((given & CLOCK) || (n != 4 && n != 6))
		return MALFORMED;
	m->micros = ((double)digits(s, 2) * 3600 + (double)digits(s + 2, 2) * 60 +
	             (n == 6 ? (double)digits(s + 4, 2) : 0) + fraction) *
	            1e6;
	return give(m, CLOCK);
}

/* which part of a date a number is; given: what is known, perhaps more than was said */
static enum verdict
read_number(struct moment *m, const char *s, unsigned given)
{
	size_t n = strlen(s);
	const char *end;
	long value;
	enum verdict v = whole_read(s, &end, &value);
	double fraction;

	if (v != GOOD)
		return v;
	if (*end == '.') {
		if (end - s > 2)
			return read_run(m, s, given | DATE);
		if (fraction_read(end, &fraction) != GOOD)
			return MALFORMED;
	} else if (*end) {
		return MALFORMED;
	}
	if (n == 3 && (given & DATE) == YEAR && value >= 1 && value <= 366) {
		m->day = m->month = 1; /* the day of the year */
		return give(m, YEARDAY | MONTH | DAY);
	}
	switch (given & DATE) {
	case 0:
		if (n >= 3 || m->order == YMD)
			break;
		if (m->order == DMY) {
			m->day = value;
			return give(m, DAY);
		}
		m->month = value;
		return give(m, MONTH);
	case YEAR:
	case DAY:
		m->month = value;
		return give(m, MONTH);
	case MONTH:
		if (m->text_month && (n >= 3 || m->order == YMD))
			break;
		m->day = value;
		return give(m, DAY);
	case YEAR | MONTH:
		m->day = value;
		if (m->text_month && n >= 3 && m->short_year) { /* the first was the day */
			m->day = m->year;
			m->year = value;
			m->short_year = false;
		}
		return give(m, DAY);
	case MONTH | DAY:
		break;
	case DATE:
		return read_run(m, s, given);
	default:
		return MALFORMED;
	}
	m->year = value;
	m->short_year = n <= 2;
	return give(m, YEAR);
}

/* the pieces of a field, digits or letters; one character between two of them goes with the first */
static enum verdict
split_date(const char *s, struct strs *pieces)
{
	const char *end;

	while (*s) {
		while (*s && !is_alnum(*s))
			s++;
		if (!*s)
			return MALFORMED;
		end = is_digit(*s) ? skip_digits_and(s, "") : skip_letters(s);
		strs_add(pieces, strn(s, (size_t)(end - s)));
		s = *end ? end + 1 : end;
	}
	return GOOD;
}

/* 2026-01-02, 2-Jan-2026, 2.1.2026: months that are words come first, wherever they stand */
static enum verdict
read_date(struct moment *m, const char *text)
{
	struct strs pieces = {0};
	const struct word *w;
	enum verdict v = split_date(text, &pieces);
	size_t i;

	for (i = 0; i < pieces.n && v == GOOD; i++) {
		if (!is_alpha(*pieces.v[i]))
			continue;
		w = word_find(pieces.v[i]);
		if (!w || (w->meaning != WORD_MONTH && w->meaning != WORD_IGNORED))
			return MALFORMED;
		if (w->meaning == WORD_IGNORED)
			continue;
		m->month = w->value;
		m->text_month = true;
		v = give(m, MONTH);
	}
	for (i = 0; i < pieces.n && v == GOOD; i++)
		if (!is_alpha(*pieces.v[i]))
			v = read_number(m, pieces.v[i], m->given);
	if (v != GOOD)
		return v;
	/* nothing but a zone may have come before */
	return (m->given & ~(unsigned)(YEARDAY | ZONE)) == DATE ? GOOD : MALFORMED;
}

/* +2, +02:30, +0230, -02:30:15 */
static enum verdict
read_offset(struct moment *m, const char *s)
{
	long hour, minute = 0, second = 0;
	const char *end;

	if (*s != '+' && *s != '-')
		return MALFORMED;
	if (whole_read(s + 1, &end, &hour) == OUT_OF_RANGE)
		return OUT_OF_RANGE;
	if (*end == ':') {
		if (whole_read(end + 1, &end, &minute) == OUT_OF_RANGE)
			return OUT_OF_RANGE;
		if (*end == ':' && whole_read(end + 1, &end, &second) == OUT_OF_RANGE)
			return OUT_OF_RANGE;
	} else if (!*end && strlen(s) > 3) {
		minute = hour % 100;
		hour /= 100;
	}
	if (hour < 0 || hour > 15 || minute < 0 || minute > 59 || second < 0 || second > 59)
		return OUT_OF_RANGE;
	return *end ? MALFORMED : give(m, ZONE);
}

/* 040506-08: a time in a row, and its offset */
static enum verdict
read_run_with_offset(struct moment *m, const char *s)
{
	const char *offset = strchr(s, '-');
	enum verdict v;

	if (!offset || (m->given & CLOCK))
		return MALFORMED;
	v = read_offset(m, offset);
	if (v != GOOD)
		return v;
	return read_run(m, strn(s, (size_t)(offset - s)), m->given | (m->only_clock ? DATE : 0));
}

static enum verdict
read_julian(struct moment *m, const char *s)
{
	const char *end;
	double fraction;
	enum verdict v = whole_read(s, &end, &m->julian);

	if (v == OUT_OF_RANGE || m->julian < 0)
		return OUT_OF_RANGE;
	m->is_julian = true;
	if (*end == '-' || *end == '+') {
		v = read_offset(m, end);
		return v == GOOD ? give(m, DATE | CLOCK) : v;
	}
	if (*end == '.') {
		v = fraction_read(end, &fraction);
		return v == GOOD ? give(m, DATE | CLOCK) : v;
	}
	return *end ? MALFORMED : give(m, DATE);
}

static enum verdict
read_date_field(struct moment *m, const struct fields *f, size_t i)
{
	const char *s = f->v[i].text;
	bool date_known = (m->given & (MONTH | DAY)) == (MONTH | DAY);

	if (m->labelled && !m->only_clock) {
		m->labelled = false;
		return m->before == WORD_JULIAN ? read_julian(m, s) : read_run_with_offset(m, s);
	}
	if (m->only_clock)
		date_known = !(i == 0 && f->n >= 2 &&
		               (f->v[f->n - 1].type == FIELD_DATE || f->v[1].type == FIELD_CLOCK));
	if (!date_known)
		return read_date(m, s);
	return is_digit(*s) ? read_run_with_offset(m, s) : give(m, ZONE);
}

static enum verdict
read_number_field(struct moment *m, const struct fields *f, size_t i)
{
	const char *s = f->v[i].text, *point = strchr(s, '.');
	size_t n = strlen(s);

	if (m->labelled) {
		m->labelled = false;
		if (m->before == WORD_JULIAN)
			return read_julian(m, s);
		return read_run(m, s, m->given | DATE);
	}
	if (m->only_clock) {
		if (point && i == 0 && f->n >= 2 && f->v[f->n - 1].type == FIELD_DATE)
			return read_date(m, s);
		if (point && point - s <= 2)
			return MALFORMED;
		return point || n > 4 ? read_run(m, s, m->given | DATE)
		                      : read_number(m, s, m->given | DATE);
	}
	if (point && !(m->given & DATE))
		return read_date(m, s);
	if ((point && point - s > 2) || (n >= 6 && (!(m->given & DATE) || !(m->given & CLOCK))))
		return read_run(m, s, m->given);
	return read_number(m, s, m->given);
}

static enum verdict
read_clock_field(struct moment *m, const char *s)
{
	enum verdict v;

	if (m->labelled && m->before == WORD_JULIAN && !m->only_clock)
		return MALFORMED;
	m->labelled &= m->before == WORD_JULIAN;
	v = clock_read(s, &m->micros);
	if (v == GOOD && m->micros > 86400e6)
		v = OUT_OF_RANGE;
	return v == GOOD ? give(m, CLOCK) : v;
}

static enum verdict
read_month(struct moment *m, int month)
{
	/* a number that was taken for the month was the day */
	if ((m->given & MONTH) && !m->text_month && !(m->given & DAY) && m->month >= 1 &&
	    m->month <= 31) {
		m->day = m->month;
		m->month = month;
		m->text_month = true;
		return give(m, DAY);
	}
	m->text_month = true;
	m->month = month;
	return give(m, MONTH);
}

/* a t, which says that a time follows */
static enum verdict
read_time_label(struct moment *m, const struct fields *f, size_t i)
{
	if (!m->only_clock && (m->given & DATE) != DATE)
		return MALFORMED;
	if (i + 1 == f->n || (f->v[i + 1].type != FIELD_NUMBER && f->v[i + 1].type != FIELD_CLOCK &&
	                      f->v[i + 1].type != FIELD_DATE))
		return MALFORMED;
	m->before = WORD_TIME;
	m->labelled = true;
	return GOOD;
}

static enum verdict
read_word(struct moment *m, const struct fields *f, size_t i)
{
	const struct word *w = word_find(f->v[i].text);

	if (!w)
		return give(m, ZONE);
	switch (w->meaning) {
	case WORD_MONTH:
		return read_month(m, w->value);
	case WORD_WEEKDAY:
		return give(m, WEEKDAY);
	case WORD_MERIDIEM:
		m->half_day = true;
		return give(m, MERIDIEM);
	case WORD_ERA:
		m->bc = w->value;
		return give(m, ERA);
	case WORD_ZULU:
		return give(m, CLOCK | ZONE);
	case WORD_NOW:
		m->is_word = true;
		return give(m, m->only_clock ? CLOCK : DATE | CLOCK | ZONE);
	case WORD_DAY:
		m->is_word = true;
		return m->only_clock ? MALFORMED : give(m, DATE);
	case WORD_MOMENT:
		m->is_word = true;
		return m->only_clock ? MALFORMED : give(m, MOMENT);
	case WORD_JULIAN:
		m->before = WORD_JULIAN;
		m->labelled = true;
		return GOOD;
	case WORD_TIME:
		return read_time_label(m, f, i);
	case WORD_WRONG:
		return MALFORMED;
	case WORD_UNIT:
	case WORD_DST:
	case WORD_IGNORED:
		break;
	}
	return GOOD;
}

static long
days_in(long month, long year)
{
	static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
	bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);

	return days[month - 1] + (month == 2 && leap);
}

/* the year as the server counts it: 0 is 1 BC */
static enum verdict
settle_year(struct moment *m)
{
	if (m->year < 0 || (m->year == 0 && (m->bc || !m->short_year)))
		return OUT_OF_RANGE;
	if (m->bc)
		m->year = 1 - m->year;
	else if (m->short_year)
		m->year += m->year < 70 ? 2000 : 1900;
	return GOOD;
}

static enum verdict
validate_date(struct moment *m)
{
	if (m->is_julian || m->is_word)
		return GOOD;
	if ((m->given & YEAR) && settle_year(m) != GOOD)
		return OUT_OF_RANGE;
	if ((m->given & MONTH) && (m->month < 1 || m->month > 12))
		return OUT_OF_RANGE;
	if ((m->given & DAY) && (m->day < 1 || m->day > 31))
		return OUT_OF_RANGE;
	if ((m->given & DATE) == DATE && m->day > days_in(m->month, m->year))
		return OUT_OF_RANGE;
	return GOOD;
}

static enum verdict
validate(struct moment *m)
{
	enum verdict v = validate_date(m);

	if (v != GOOD)
		return v;
	if (m->half_day && m->micros >= 13 * 3600e6)
		return OUT_OF_RANGE;
	if (!m->only_clock)
		return (m->given & MOMENT) || (m->given & DATE) == DATE ? GOOD : MALFORMED;
	if (!(m->given & CLOCK))
		return MALFORMED;
	return m->micros > 86400e6 ? OUT_OF_RANGE : GOOD;
}

static enum verdict
read_field(struct moment *m, const struct fields *f, size_t i)
{
	switch (f->v[i].type) {
	case FIELD_DATE:
		return read_date_field(m, f, i);
	case FIELD_NUMBER:
		return read_number_field(m, f, i);
	case FIELD_CLOCK:
		return read_clock_field(m, f->v[i].text);
	case FIELD_SIGNED:
		return read_offset(m, f->v[i].text);
	case FIELD_SIGNED_WORD:
		if (!word_find(f->v[i].text))
			return MALFORMED;
		return read_word(m, f, i);
	case FIELD_WORD:
		return read_word(m, f, i);
	}
	return GOOD;
}

static bool
has_unit(const struct fields *f)
{
	const struct word *w;
	size_t i;

	for (i = 0; i < f->n; i++) {
		w = f->v[i].type == FIELD_WORD ? word_find(f->v[i].text) : NULL;
		if (w && w->meaning == WORD_UNIT)
			return true;
	}
	return false;
}

static enum verdict
read_moment(struct moment *m, const struct fields *f)
{
	enum verdict v = GOOD;
	size_t i;

	for (i = 0; i < f->n && v == GOOD; i++)
		v = read_field(m, f, i);
	return v == GOOD ? validate(m) : v;
}

/* within what the type can hold; near its ends the time zone decides */
static bool
in_range(const struct moment *m, const char *type)
{
	bool is_date = strcmp(type, "date") == 0;

	/* the server reckons with what is too large a year for a day of it */
	if (m->is_word || m->only_clock || (m->given & YEARDAY))
		return true;
	if (m->is_julian)
		return m->julian <= (is_date ? 2147483493 : 109203529);
	if (m->year < -4713 || (m->year == -4713 && m->month < 11))
		return false;
	return m->year <= (is_date ? 5874897 : 294277);
}

const char *
judge_date(const char *text, const char *type)
{
	static const enum order orders[] = {YMD, DMY, MDY};
	bool only_clock = strncmp(type, "time ", 5) == 0, existing = true;
	struct fields fields = {0};
	enum verdict v;
	size_t i;

	if (!fields_read(text, &fields))
		return only_clock ? "a time" : "a date or time";
	if (has_unit(&fields))
		return NULL;
	for (i = 0; i < LEN(orders); i++) {
		struct moment m = {.order = orders[i], .only_clock = only_clock};

		v = read_moment(&m, &fields);
		if (v == GOOD && in_range(&m, type))
			return NULL;
		existing &= v == MALFORMED;
	}
	if (!existing)
		return only_clock ? "a time of day that exists" : "a date or time that exists";
	return only_clock ? "a time" : "a date or time";
}
