/* A lexer of Lua that knows comments and strings, and steps over everything else. Strings are decoded as Lua decodes
   them; a source that Lua refuses may give anything, but ends. */
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "literal.h"

struct lexer {
	const char *source, *at, *end;
	int line;
};

static bool
newline(char c)
{
	return c == '\n' || c == '\r';
}

static char
look(const struct lexer *x, size_t ahead)
{
	return (size_t)(x->end - x->at) > ahead ? x->at[ahead] : '\0';
}

/* over one line end: \n, \r, or both in either order are one, as for Lua */
static void
skip_newline(struct lexer *x)
{
	char c = *x->at++;

	if (x->at < x->end && newline(*x->at) && *x->at != c)
		x->at++;
	x->line++;
}

/* the number of = in a long bracket that opens here, or -1 */
static int
bracket_level(const struct lexer *x)
{
	size_t n = 1;

	if (look(x, 0) != '[')
		return -1;
	while (look(x, n) == '=')
		n++;
	return look(x, n) == '[' ? (int)n - 1 : -1;
}

static bool
closes(const struct lexer *x, int level)
{
	int i;

	if (look(x, 0) != ']')
		return false;
	for (i = 1; i <= level; i++)
		if (look(x, (size_t)i) != '=')
			return false;
	return look(x, (size_t)level + 1) == ']';
}

/* from an opening long bracket to behind its closing one; l may be NULL (a comment) */
static void
long_bracket(struct lexer *x, int level, struct literal *l)
{
	const char *start;
	struct buf b = {0};
	bool plain = true;

	x->at += level + 2;
	if (x->at < x->end && newline(*x->at))
		skip_newline(x);
	start = x->at;
	if (l) {
		l->start = (size_t)(start - x->source);
		l->line = x->line;
		l->long_bracket = level == 0;
		l->verbatim = true;
	}
	while (x->at < x->end && !closes(x, level)) {
		if (!newline(*x->at)) {
			if (!plain)
				buf_char(&b, *x->at);
			x->at++;
			continue;
		}
		/* only from the first line end that is no single \n on is a copy needed */
		if (plain && l && (*x->at == '\r' || look(x, 1) == '\r')) {
			buf_mem(&b, start, (size_t)(x->at - start));
			plain = false;
		}
		skip_newline(x);
		if (!plain)
			buf_char(&b, '\n');
	}
	if (l) {
		l->text = plain ? start : buf_str(&b);
		l->n = plain ? (size_t)(x->at - start) : b.n;
	}
	x->at += x->at < x->end ? level + 2 : 0;
}

static int
hex_digit(char c)
{
	static const char digits[] = "0123456789abcdef0123456789ABCDEF";
	const char *d = c ? strchr(digits, c) : NULL;

	return d ? (int)((d - digits) % 16) : -1;
}

static void
add_utf8(struct buf *b, unsigned long code)
{
	char bytes[8];
	size_t n = 0;
	unsigned long first = 0x3f;

	if (code < 0x80) {
		buf_char(b, (char)code);
		return;
	}
	do {
		bytes[n++] = (char)(0x80 | (code & 0x3f));
		code >>= 6;
		first >>= 1;
	} while (code > first && n < 7);
	bytes[n++] = (char)((~first << 1) | code);
	while (n)
		buf_char(b, bytes[--n]);
}

/* \u{…}, from the u on */
static void
unicode_escape(struct lexer *x, struct buf *b)
{
	unsigned long code = 0;

	x->at++;
	if (look(x, 0) == '{')
		x->at++;
	for (; hex_digit(look(x, 0)) >= 0; x->at++)
		code = (code << 4 | (unsigned long)hex_digit(*x->at)) & 0x7fffffff;
	if (look(x, 0) == '}')
		x->at++;
	add_utf8(b, code);
}

/* one to three decimal digits */
static void
decimal_escape(struct lexer *x, struct buf *b)
{
	int code = 0, i;

	for (i = 0; i < 3 && look(x, 0) >= '0' && look(x, 0) <= '9'; i++)
		code = code * 10 + *x->at++ - '0';
	buf_char(b, (char)(unsigned char)code);
}

/* \z: over white space, also over lines */
static void
skip_space(struct lexer *x)
{
	while (x->at < x->end && strchr(" \t\v\f\r\n", *x->at) && *x->at)
		if (newline(*x->at))
			skip_newline(x);
		else
			x->at++;
}

/* what stands behind a backslash */
static void
escape(struct lexer *x, struct buf *b)
{
	static const char names[] = "abfnrtv", codes[] = "\a\b\f\n\r\t\v";
	char c = look(x, 0);
	const char *known = c ? strchr(names, c) : NULL;

	if (known) {
		buf_char(b, codes[known - names]);
		x->at++;
	} else if (c == 'z') {
		x->at++;
		skip_space(x);
	} else if (c == 'x') {
		buf_char(b, (char)(hex_digit(look(x, 1)) * 16 + hex_digit(look(x, 2))));
		x->at += x->end - x->at < 3 ? x->end - x->at : 3;
	} else if (c == 'u') {
		unicode_escape(x, b);
	} else if (c >= '0' && c <= '9') {
		decimal_escape(x, b);
	} else if (newline(c)) {
		skip_newline(x);
		buf_char(b, '\n');
	} else if (x->at < x->end) {
		buf_char(b, *x->at++);
	}
}

static size_t
count(const char *s, size_t n, char c)
{
	const char *end = s + n;
	size_t found = 0;

	while (s < end && (s = memchr(s, c, (size_t)(end - s)))) {
		found++;
		s++;
	}
	return found;
}

/* from an opening quote to behind its closing one; a line end closes it too, for Lua does not allow one there */
static void
quoted(struct lexer *x, struct literal *l)
{
	char quote = *x->at++;
	const char *start = x->at;
	struct buf b = {0};
	bool plain = true;

	l->start = (size_t)(start - x->source);
	l->line = x->line;
	while (x->at < x->end && *x->at != quote && !newline(*x->at)) {
		if (*x->at == '\\') {
			if (plain)
				buf_mem(&b, start, (size_t)(x->at - start));
			plain = false;
			x->at++;
			escape(x, &b);
			if (b.n == 0)
				l->line = x->line;
		} else {
			if (!plain)
				buf_char(&b, *x->at);
			x->at++;
		}
	}
	l->text = plain ? start : buf_str(&b);
	l->n = plain ? (size_t)(x->at - start) : b.n;
	if (x->at < x->end && *x->at == quote)
		x->at++;
	l->verbatim = count(l->text, l->n, '\n') == (size_t)(x->line - l->line);
}

static void
comment(struct lexer *x)
{
	int level;

	x->at += 2;
	level = bracket_level(x);
	if (level >= 0) {
		long_bracket(x, level, NULL);
		return;
	}
	while (x->at < x->end && !newline(*x->at))
		x->at++;
}

static void
string(struct lexer *x, struct list *found)
{
	struct literal *l = alloc(sizeof *l);
	int level = bracket_level(x);

	l->from = (size_t)(x->at - x->source);
	l->first = x->line;
	if (level >= 0)
		long_bracket(x, level, l);
	else
		quoted(x, l);
	l->to = (size_t)(x->at - x->source);
	l->last = x->line;
	list_add(found, l);
}

struct list
literals(const char *source, size_t n)
{
	struct lexer x = {source, source, source + n, 1};
	struct list found = {0};

	while (x.at < x.end) {
		if (*x.at == '-' && look(&x, 1) == '-')
			comment(&x);
		else if (*x.at == '"' || *x.at == '\'' || bracket_level(&x) >= 0)
			string(&x, &found);
		else if (newline(*x.at))
			skip_newline(&x);
		else
			x.at++;
	}
	return found;
}

static int
distance(const struct literal *l, int line)
{
	if (line < l->first)
		return l->first - line;
	return line > l->last ? line - l->last : 0;
}

const struct literal *
literal_nearest(const struct list *literals, const char *text, int line)
{
	const struct literal *l, *best = NULL;
	size_t n = strlen(text), i;
	int least = INT_MAX, d;

	for (i = 0; i < literals->n; i++) {
		l = literals->v[i];
		if (l->n != n || memcmp(l->text, text, n) != 0)
			continue;
		d = distance(l, line);
		if (d <= least) {
			best = l;
			least = d;
		}
	}
	return best;
}
