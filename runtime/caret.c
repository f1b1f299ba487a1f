/*
 * A statement for people: the line that the server's position is in, two lines before it, and a caret. Lines that
 * are too long are cut round the position, and tabs become spaces, so that the caret stands right on any terminal.
 */
#include "caret.h"

#include <stdint.h>
#include <string.h>

enum { WIDEST = 110, BEFORE = 2, LINES = 8, TAB = 4 };

/* one code point, or one byte where it is not UTF-8 */
static size_t
decode(const char *s, const char *end, uint32_t *code)
{
	unsigned char c = (unsigned char)*s;
	size_t n = c < 0xc0 ? 1 : c < 0xe0 ? 2 : c < 0xf0 ? 3 : c < 0xf8 ? 4 : 1;
	size_t i;

	*code = n == 1 ? c : c & (0x7fu >> n);
	for (i = 1; i < n; i++) {
		if (s + i >= end || ((unsigned char)s[i] & 0xc0) != 0x80)
			return 1;
		*code = *code << 6 | ((unsigned char)s[i] & 0x3f);
	}
	return n;
}

/* columns that a code point takes on a terminal, as far as it matters for a caret */
static unsigned
width(uint32_t c)
{
	static const struct {
		uint32_t first, last;
		unsigned width;
	} ranges[] = {
		{0x0300, 0x036f, 0},   {0x200b, 0x200f, 0},   {0xfe00, 0xfe0f, 0},
		{0x1100, 0x115f, 2},   {0x2e80, 0xa4cf, 2},   {0xac00, 0xd7a3, 2},
		{0xf900, 0xfaff, 2},   {0xfe30, 0xfe6f, 2},   {0xff00, 0xff60, 2},
		{0xffe0, 0xffe6, 2},   {0x1f300, 0x1f64f, 2}, {0x1f680, 0x1f6ff, 2},
		{0x1f900, 0x1f9ff, 2}, {0x20000, 0x3fffd, 2},
	};
	size_t i;

	if (c == '\t')
		return TAB;
	for (i = 0; i < sizeof(ranges) / sizeof(ranges[0]); i++)
		if (c >= ranges[i].first && c <= ranges[i].last)
			return ranges[i].width;
	return 1;
}

static unsigned
columns(const char *s, const char *end)
{
	unsigned n = 0;
	uint32_t c;

	while (s < end) {
		s += decode(s, end, &c);
		n += width(c);
	}
	return n;
}

/* where at most so many columns from s on end */
static const char *
skip(const char *s, const char *end, unsigned most)
{
	unsigned n = 0;

	while (s < end) {
		uint32_t c;
		size_t size = decode(s, end, &c);

		n += width(c);
		if (n > most)
			break;
		s += size;
	}
	return s;
}

static void
add_expanded(struct text *out, const char *s, const char *end)
{
	for (; s < end; s++) {
		if (*s == '\t')
			text_fmt(out, "%*s", TAB, "");
		else if (*s != '\r')
			text_bytes(out, s, 1);
	}
}

/* one line with its number, cut so that the column of at, where it is not NULL, can be seen */
static void
add_line(struct text *out, unsigned number, const char *s, const char *end, const char *at)
{
	const char *from = s, *to;
	size_t gutter = out->n;

	text_add(out, "    ");
	if (number)
		text_fmt(out, "%3u | ", number);
	gutter = out->n - gutter;

	if (at && columns(s, at) > WIDEST * 2 / 3)
		from = skip(s, at, columns(s, at) - WIDEST / 2);
	to = skip(from, end, WIDEST);
	if (from > s)
		text_add(out, "…");
	add_expanded(out, from, to);
	if (to < end)
		text_add(out, "…");
	text_add(out, "\n");
	if (at)
		text_fmt(out, "%*s^\n", (int)(gutter + (from > s) + columns(from, at)), "");
}

static const char *
line_end(const char *s)
{
	return s + strcspn(s, "\n");
}

/* the byte that the position names; the last byte where it is behind the end */
static const char *
locate(const char *sql, int position)
{
	const char *end = sql + strlen(sql);
	uint32_t c;

	while (--position > 0 && sql < end)
		sql += decode(sql, end, &c);
	return sql;
}

void
caret_show(struct text *out, const char *sql, int position)
{
	const char *at = position > 0 ? locate(sql, position) : NULL;
	bool single = !strchr(sql, '\n');
	unsigned number = 1, of = 1;
	const char *s;

	for (s = sql; at && s < at; s++)
		of += *s == '\n';
	for (s = sql;; s = line_end(s) + 1, number++) {
		const char *end = line_end(s);

		if (!at && number > LINES) {
			text_add(out, "    …\n");
			break;
		}
		if (!at || number + BEFORE >= of)
			add_line(out, single ? 0 : number, s, end, at && number == of ? at : NULL);
		if ((at && number == of) || !*end)
			break;
	}
}
