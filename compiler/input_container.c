/* Arrays, ranges and multiranges: where their elements and bounds begin and end. What these are is judged as their own types. */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "input.h"

/* ---- arrays ---- */

#define DIMENSIONS 6

/* what is known of an array while it is read. Until PostgreSQL 16 elements need not be equally deep, but then the server makes
   of them what it likes */
struct array {
	const char *at;
	char delimiter;
	struct strs *elements;
	size_t depth; /* of the deepest elements; 0 before the first */
	bool ragged;
	long lengths[DIMENSIONS]; /* of each dimension; 0 before it has been closed once */
};

/* behind a number with signs wherever they stand, as the server has it, or NULL */
static const char *
read_subscript(const char *s, long *n)
{
	size_t length = strspn(s, "0123456789+-");

	*n = (int)strtol(s, NULL, 10);
	return length ? s + length : NULL;
}

/* "[0:1][2:3]=" before an array: how many dimensions that says, and their lengths; NULL where it is malformed */
static const char *
skip_bounds(const char *s, size_t *dimensions, long *lengths)
{
	long lower, upper;

	*dimensions = 0;
	for (s = skip_space(s); *s == '['; s = skip_space(s + 1)) {
		lower = 1;
		s = read_subscript(s + 1, &upper);
		if (s && *s == ':') {
			lower = upper;
			s = read_subscript(s + 1, &upper);
		}
		/* from PostgreSQL 17 on [1:0] may stand before {} */
		if (!s || *s != ']' || lower > upper + 1 || *dimensions == DIMENSIONS)
			return NULL;
		lengths[(*dimensions)++] = upper - lower + 1;
	}
	if (!*dimensions)
		return s;
	return *s == '=' ? skip_space(s + 1) : NULL;
}

/* an element in quotes, or up to what ends it: blanks around it do not count */
static bool
read_element(struct array *a)
{
	struct buf b = {0};
	bool quoted = *a->at == '"', escaped = false;
	size_t kept = 0;
	char c;

	a->at += quoted;
	for (;; a->at++) {
		c = *a->at;
		if (quoted ? c == '"' : (c == a->delimiter || c == '}'))
			break;
		if (!c || (!quoted && (c == '{' || c == '"')))
			return false;
		if (c == '\\') {
			c = *++a->at;
			escaped = true;
			if (!c)
				return false;
			kept = b.n + 1;
		} else if (!is_space(c)) {
			kept = b.n + 1;
		}
		buf_char(&b, c);
	}
	a->at += quoted;
	if (!quoted && !kept)
		return false;
	if (quoted || escaped || strcasecmp(strn(b.s, kept), "NULL") != 0)
		strs_add(a->elements, quoted ? buf_str(&b) : strn(b.s, kept));
	return true;
}

/* the array that begins at its bracket; dimension counts from 0. */
static bool
read_nested(struct array *a, size_t dimension)
{
	bool nested = false;
	long n = 0;

	if (dimension == DIMENSIONS)
		return false;
	a->at = skip_space(a->at + 1);
	/* only a whole array is empty; from PostgreSQL 17 on its parts may be too */
	while (*a->at != '}' || n) {
		nested |= n == 0 && *a->at == '{';
		if (nested ? *a->at != '{' || !read_nested(a, dimension + 1) : !read_element(a))
			return false;
		n++;
		a->at = skip_space(a->at);
		if (*a->at == '}')
			break;
		if (*a->at != a->delimiter)
			return false;
		a->at = skip_space(a->at + 1);
	}
	a->at = skip_space(a->at + 1);
	if (a->lengths[dimension] && a->lengths[dimension] != n)
		return false;
	if (n && !nested) {
		a->ragged |= a->depth && a->depth != dimension + 1;
		if (a->depth <= dimension)
			a->depth = dimension + 1;
	}
	a->lengths[dimension] = n;
	return true;
}

bool
array_read(const char *text, char delimiter, struct strs *elements)
{
	struct array a = {.delimiter = delimiter, .elements = elements};
	long lengths[DIMENSIONS];
	size_t bounds, i;

	a.at = skip_bounds(text, &bounds, lengths);
	if (!a.at || *a.at != '{' || !read_nested(&a, 0) || *a.at)
		return false;
	if (a.ragged)
		*elements = (struct strs){0};
	/* what is said before an empty array does not count */
	if (!bounds || !a.depth)
		return true;
	for (i = 0; i < bounds; i++)
		if (lengths[i] != a.lengths[i])
			return false;
	return bounds == a.depth;
}

/* ---- ranges ---- */

/* a bound up to what ends it; quotes and \ keep that from it. NULL where it is malformed; *bound is NULL where it is left out */
static const char *
read_bound(const char *s, const char **bound)
{
	struct buf b = {0};
	bool quoted = false, said = false;

	for (; quoted || !*s || !strchr(",])", *s); s++) {
		said = true;
		if (*s == '\\')
			buf_char(&b, *++s);
		else if (*s != '"')
			buf_char(&b, *s);
		else if (quoted && s[1] == '"')
			buf_char(&b, *s++);
		else
			quoted = !quoted;
		if (!*s)
			return NULL;
	}
	*bound = said ? buf_str(&b) : NULL;
	return s;
}

/* behind the range that begins at s */
static const char *
read_range(const char *s, struct range *r)
{
	*r = (struct range){0};
	s = skip_space(s);
	if (strncasecmp(s, "empty", 5) == 0)
		return skip_space(s + 5);
	if (*s != '[' && *s != '(')
		return NULL;
	s = read_bound(s + 1, &r->lower);
	if (!s || *s != ',')
		return NULL;
	s = read_bound(s + 1, &r->upper);
	if (!s || (*s != ']' && *s != ')'))
		return NULL;
	return skip_space(s + 1);
}

bool
range_read(const char *text, struct range *range)
{
	const char *end = read_range(text, range);

	return end && !*end;
}

bool
multirange_read(const char *text, struct list *ranges)
{
	const char *s = skip_space(text);
	struct range r;

	if (*s != '{')
		return false;
	s = skip_space(s + 1);
	while (*s != '}' || ranges->n) {
		s = read_range(s, &r);
		if (!s)
			return false;
		list_add(ranges, copy(&r, sizeof r));
		if (*s == '}')
			break;
		if (*s++ != ',')
			return false;
	}
	return !*skip_space(s + 1);
}
