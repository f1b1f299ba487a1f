/* The judges of numbers, bits and other small types, and the table of all. */
#include <errno.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "input.h"

/* ---- characters ---- */

bool
is_space(char c)
{
	return c && strchr(" \t\n\r\v\f", c);
}

bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

bool
is_alpha(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool
is_hex(char c)
{
	return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

const char *
skip_space(const char *s)
{
	while (is_space(*s))
		s++;
	return s;
}

static const char *
skip_digits(const char *s)
{
	while (is_digit(*s))
		s++;
	return s;
}

/* ---- numbers ---- */

/* 0x1f and 1_000 are numbers from PostgreSQL 16 on */
static bool
is_newer_number(const char *s)
{
	s += *s == '+' || *s == '-';
	return strchr(s, '_') || (*s == '0' && s[1] && strchr("xXoObB", s[1]));
}

static const char *
judge_integer(const char *s, const char *type)
{
	static const struct {
		const char *type;
		long long least, most;
	} bounds[] = {
		{"smallint", -32768, 32767},
		{"integer", -2147483647 - 1, 2147483647},
		{"bigint", -9223372036854775807 - 1, 9223372036854775807},
		{"oid", -2147483647 - 1, 4294967295},
	};
	const char *digits;
	long long n;
	size_t i;

	s = skip_space(s);
	digits = s + (*s == '+' || *s == '-');
	if (!is_digit(*digits))
		return "an integer";
	if (is_newer_number(s))
		return NULL;
	if (*skip_space(skip_digits(digits)))
		return "an integer";
	for (i = 0; strcmp(type, bounds[i].type) != 0; i++)
		;
	errno = 0;
	n = strtoll(s, NULL, 10);
	if (errno || n < bounds[i].least || n > bounds[i].most)
		return strf("between %lld and %lld", bounds[i].least, bounds[i].most);
	return NULL;
}

/* behind the decimal number that begins at s, without a sign; NULL */
static const char *
skip_decimal(const char *s)
{
	if (!is_digit(*s) && !(*s == '.' && is_digit(s[1])))
		return NULL;
	s = skip_digits(s);
	if (*s == '.')
		s = skip_digits(s + 1);
	if (*s == 'e' || *s == 'E') {
		s++;
		s = skip_space(s); /* numeric lets it stand there */
		s += *s == '+' || *s == '-';
		return is_digit(*s) ? skip_digits(s) : NULL;
	}
	return s;
}

/* infinite, or not a number; strtod knows more of the latter */
static bool
is_no_number(const char *s)
{
	static const char *const words[] = {"infinity", "inf"};
	size_t i, n;

	if (strncasecmp(s, "nan", 3) == 0)
		return s[3] == '(' || !*skip_space(s + 3);
	for (i = 0; i < LEN(words); i++) {
		n = strlen(words[i]);
		if (strncasecmp(s, words[i], n) == 0 && !*skip_space(s + n))
			return true;
	}
	return false;
}

static const char *
judge_number(const char *s, const char *type)
{
	const char *at;

	s = skip_space(s);
	at = s + (*s == '+' || *s == '-');
	if (is_alpha(*at))
		return is_no_number(at) ? NULL : "a number";
	if (is_newer_number(s))
		return NULL;
	at = skip_decimal(at);
	if (!at || *skip_space(at))
		return "a number";
	errno = 0;
	if ((strcmp(type, "real") == 0 && fabsf(strtof(s, NULL)) == HUGE_VALF) ||
	    (strcmp(type, "double precision") == 0 && fabs(strtod(s, NULL)) == HUGE_VAL))
		return strf("in the range of %s", type);
	return NULL;
}

const char *
skip_float(const char *s)
{
	const char *at = skip_space(s);
	char *end;
	double n;

	errno = 0;
	n = strtod(at, &end);
	if (end == at || (errno && (n == 0 || fabs(n) == HUGE_VAL)))
		return NULL;
	return skip_space(at + (end - at));
}

/* money depends on the locale, which has signs and words of its own for it; but none that stands between two digits is a letter */
static const char *
judge_money(const char *s, const char *type)
{
	bool digits = false, letters = false;

	(void)type;
	for (; *s; s++) {
		if (is_digit(*s) && digits && letters)
			return "an amount of money";
		digits |= is_digit(*s);
		letters |= digits && is_alpha(*s);
	}
	return NULL;
}

/* ---- small types ---- */

static const char *
judge_boolean(const char *s, const char *type)
{
	static const struct {
		const char *word;
		size_t least; /* letters that tell it from the others */
	} words[] = {{"true", 1}, {"false", 1}, {"yes", 1}, {"no", 1},
	             {"on", 2},   {"off", 2},   {"1", 1},   {"0", 1}};
	size_t n, i;

	(void)type;
	s = skip_space(s);
	for (n = strlen(s); n && is_space(s[n - 1]); n--)
		;
	for (i = 0; i < LEN(words); i++)
		if (n >= words[i].least && n <= strlen(words[i].word) &&
		    strncasecmp(s, words[i].word, n) == 0)
			return NULL;
	return "true or false";
}

static const char *
judge_uuid(const char *s, const char *type)
{
	bool braces = *s == '{';
	size_t digits = 0;

	(void)type;
	s += braces;
	for (; is_hex(*s) && digits < 32; s++) {
		digits++;
		if (s[1] == '-' && digits % 4 == 0 && digits < 32)
			s++;
	}
	if (digits == 32 && braces && *s == '}')
		return s[1] ? "a uuid" : NULL;
	return digits == 32 && !braces && !*s ? NULL : "a uuid";
}

/* \x and pairs of digits, between which space may stand */
static bool
is_hex_bytes(const char *s)
{
	while (*(s = s + strspn(s, " \n\t\r"))) {
		if (!is_hex(s[0]) || !is_hex(s[1]))
			return false;
		s += 2;
	}
	return true;
}

static bool
is_octal(const char *s)
{
	return s[0] >= '0' && s[0] <= '3' && s[1] >= '0' && s[1] <= '7' && s[2] >= '0' &&
	       s[2] <= '7';
}

static const char *
judge_bytea(const char *s, const char *type)
{
	(void)type;
	if (s[0] == '\\' && s[1] == 'x')
		return is_hex_bytes(s + 2) ? NULL : "pairs of hexadecimal digits";
	for (; *s; s++) {
		if (*s != '\\')
			continue;
		if (s[1] == '\\')
			s++;
		else if (is_octal(s + 1))
			s += 3;
		else
			return "bytea: behind \\ stands another \\ or three octal digits, or \\x "
			       "begins it";
	}
	return NULL;
}

/* the bits that a text stands for, or -1 where it does for none */
static long
count_bits(const char *s)
{
	size_t n;

	if (*s == 'x' || *s == 'X') {
		n = strspn(s + 1, "0123456789abcdefABCDEF");
		return s[1 + n] ? -1 : (long)n * 4;
	}
	s += *s == 'b' || *s == 'B';
	n = strspn(s, "01");
	return s[n] ? -1 : (long)n;
}

static const char *
judge_bits(const char *s, const char *type)
{
	(void)type;
	return count_bits(s) < 0 ? "a string of bits" : NULL;
}

/* one to eight hexadecimal digits on either side of a slash */
static const char *
judge_lsn(const char *s, const char *type)
{
	size_t high = strspn(s, "0123456789abcdefABCDEF"), low;

	(void)type;
	if (high < 1 || high > 8 || s[high] != '/')
		return "a pg_lsn, as 16/B374D848";
	low = strspn(s + high + 1, "0123456789abcdefABCDEF");
	return low < 1 || low > 8 || s[high + 1 + low] ? "a pg_lsn, as 16/B374D848" : NULL;
}

/* ---- sizes ---- */

/* the characters of a text, blanks at its end left out */
static size_t
count_characters(const char *s)
{
	size_t bytes, n = 0, i;

	for (bytes = strlen(s); bytes && s[bytes - 1] == ' '; bytes--)
		;
	for (i = 0; i < bytes; i++)
		n += (s[i] & 0xc0) != 0x80;
	return n;
}

/* whether a number without an exponent is too large for a precision and a scale, or becomes so when it is rounded */
static bool
overflows(const char *s, long precision, long scale)
{
	const char *end;
	long n;

	s = skip_space(s);
	s += *s == '+' || *s == '-';
	if (strpbrk(s, "eE_xXoObB") || scale < 0 || precision < scale)
		return false;
	while (*s == '0')
		s++;
	n = skip_digits(s) - s;
	if (n != precision - scale)
		return n > precision - scale;
	end = s + n + (s[n] == '.' ? 1 + scale : 0);
	for (; s < end; s++)
		if (*s != '9' && *s != '.')
			return false;
	return *s >= '5' && *s <= '9';
}

const char *
input_wrong_size(const char *type, const struct strs *modifiers, const char *text)
{
	long size = modifiers->n ? strtol(modifiers->v[0], NULL, 10) : 0, bits;

	if (!modifiers->n)
		return NULL;
	if (strcmp(type, "character varying") == 0 || strcmp(type, "character") == 0)
		return count_characters(text) > (size_t)size
		               ? strf("at most %ld characters long", size)
		               : NULL;
	if (strcmp(type, "numeric") == 0 && modifiers->n == 2)
		return overflows(text, size, strtol(modifiers->v[1], NULL, 10))
		               ? strf("within numeric(%s)", strs_join(modifiers, ","))
		               : NULL;
	bits = count_bits(text);
	if (strcmp(type, "bit") == 0)
		return bits != size ? strf("%ld bits long", size) : NULL;
	if (strcmp(type, "bit varying") == 0)
		return bits > size ? strf("at most %ld bits long", size) : NULL;
	return NULL;
}

/* ---- the table ---- */

static const struct {
	const char *type;
	judge *judge;
} judges[] = {
	{"smallint", judge_integer},
	{"integer", judge_integer},
	{"bigint", judge_integer},
	{"oid", judge_integer},
	{"numeric", judge_number},
	{"real", judge_number},
	{"double precision", judge_number},
	{"money", judge_money},
	{"boolean", judge_boolean},
	{"uuid", judge_uuid},
	{"json", judge_json},
	{"jsonb", judge_json},
	{"xml", judge_xml},
	{"date", judge_date},
	{"timestamp without time zone", judge_date},
	{"timestamp with time zone", judge_date},
	{"time without time zone", judge_date},
	{"time with time zone", judge_date},
	{"interval", judge_interval},
	{"bytea", judge_bytea},
	{"bit", judge_bits},
	{"bit varying", judge_bits},
	{"inet", judge_address},
	{"cidr", judge_address},
	{"macaddr", judge_macaddr},
	{"macaddr8", judge_macaddr8},
	{"point", judge_point},
	{"lseg", judge_segment},
	{"line", judge_line},
	{"box", judge_box},
	{"path", judge_path},
	{"polygon", judge_polygon},
	{"circle", judge_circle},
	{"pg_lsn", judge_lsn},
	{"tsvector", judge_tsvector},
	{"tsquery", judge_tsquery},
};

const char *
input_wrong(const char *type, const char *text)
{
	size_t i;

	for (i = 0; i < LEN(judges); i++)
		if (strcmp(judges[i].type, type) == 0)
			return judges[i].judge(text, type);
	return NULL;
}

/* JSON without the space between its tokens */
static const char *
without_space(const char *json)
{
	struct buf b = {0};
	bool inside = false;

	for (; *json; json++) {
		if (!inside && is_space(*json))
			continue;
		buf_char(&b, *json);
		if (*json == '"')
			inside = !inside;
		else if (inside && *json == '\\')
			buf_char(&b, *++json);
	}
	return buf_str(&b);
}

const char *
input_plain(const char *type, const char *text)
{
	text = skip_space(text);
	if (strcmp(type, "jsonb") == 0)
		return without_space(text);
	if (strcmp(type, "smallint") == 0 || strcmp(type, "integer") == 0 ||
	    strcmp(type, "bigint") == 0)
		return is_newer_number(text) ? NULL : strf("%ld", strtol(text, NULL, 10));
	if (strcmp(type, "boolean") != 0)
		return NULL;
	return strchr("tTyY1", *text) || strncasecmp(text, "on", 2) == 0 ? "true" : "false";
}

/* 2026-01-01, perhaps with a time of day: such texts of one length are in the order of their characters */
static bool
is_iso_date(const char *s)
{
	static const char form[] = "0000-00-00 00:00:00";
	size_t i;

	for (i = 0; s[i]; i++)
		if (i >= strlen(form) || (form[i] == '0' ? !is_digit(s[i]) : s[i] != form[i]))
			return false;
	return i == strlen("0000-00-00") || i == strlen(form);
}

bool
input_above(const char *type, const char *a, const char *b)
{
	if (strcmp(type, "integer") == 0 || strcmp(type, "bigint") == 0)
		return !is_newer_number(a) && !is_newer_number(b) &&
		       strtoll(a, NULL, 10) > strtoll(b, NULL, 10);
	if (strcmp(type, "numeric") == 0)
		return skip_float(a) && skip_float(b) && strtod(a, NULL) > strtod(b, NULL);
	return is_iso_date(a) && is_iso_date(b) && strlen(a) == strlen(b) && strcmp(a, b) > 0;
}
