/* Text that grows, for SQL, messages and scripts. */
#include "text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* make room for n more bytes and the closing NUL */
static bool
reserve(struct text *t, size_t n)
{
	size_t size = t->size ? t->size : 128;
	char *s;

	if (t->failed)
		return false;
	if (t->n + n + 1 <= t->size)
		return true;
	while (size < t->n + n + 1)
		size *= 2;
	s = realloc(t->s, size);
	if (!s) {
		t->failed = true;
		return false;
	}
	t->s = s;
	t->size = size;
	return true;
}

void
text_bytes(struct text *t, const char *s, size_t n)
{
	if (!reserve(t, n))
		return;
	memcpy(t->s + t->n, s, n);
	t->n += n;
	t->s[t->n] = '\0';
}

void
text_add(struct text *t, const char *s)
{
	text_bytes(t, s, strlen(s));
}

void
text_vfmt(struct text *t, const char *fmt, va_list ap)
{
	va_list again;
	int n;

	va_copy(again, ap);
	n = vsnprintf(NULL, 0, fmt, ap);
	if (n >= 0 && reserve(t, (size_t)n)) {
		vsnprintf(t->s + t->n, (size_t)n + 1, fmt, again);
		t->n += (size_t)n;
	}
	t->failed |= n < 0;
	va_end(again);
}

void
text_fmt(struct text *t, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	text_vfmt(t, fmt, ap);
	va_end(ap);
}

const char *
text_str(const struct text *t)
{
	return t->s ? t->s : "";
}

static void
quoted(struct text *t, const char *s, char quote)
{
	text_bytes(t, &quote, 1);
	while (*s) {
		size_t n = strcspn(s, quote == '"' ? "\"" : "'");

		text_bytes(t, s, n);
		s += n;
		if (*s) {
			text_bytes(t, s, 1);
			text_bytes(t, s++, 1);
		}
	}
	text_bytes(t, &quote, 1);
}

void
text_literal(struct text *t, const char *s)
{
	quoted(t, s, '\'');
}

void
text_name(struct text *t, const char *s)
{
	quoted(t, s, '"');
}

void
text_json(struct text *t, const char *s)
{
	text_add(t, "\"");
	for (; *s; s++) {
		unsigned char c = (unsigned char)*s;

		if (c == '"' || c == '\\')
			text_fmt(t, "\\%c", c);
		else if (c == '\n')
			text_add(t, "\\n");
		else if (c == '\t')
			text_add(t, "\\t");
		else if (c < 0x20 || c == 0x7f)
			text_fmt(t, "\\u%04x", c);
		else
			text_bytes(t, s, 1);
	}
	text_add(t, "\"");
}

void
text_clear(struct text *t)
{
	t->n = 0;
	if (t->s)
		t->s[0] = '\0';
}

void
text_free(struct text *t)
{
	free(t->s);
	*t = (struct text){0};
}

int
text_line(const char *s)
{
	return (int)strcspn(s, "\r\n");
}

unsigned
text_distance(const char *a, const char *b)
{
	enum { LONGEST = 64 };
	unsigned row[LONGEST + 1];
	size_t n = strlen(b);
	size_t i, j;

	if (n > LONGEST)
		return LONGEST;
	for (j = 0; j <= n; j++)
		row[j] = (unsigned)j;
	for (i = 0; a[i]; i++) {
		unsigned corner = row[0];

		row[0] = (unsigned)i + 1;
		for (j = 0; j < n; j++) {
			unsigned best = corner + (a[i] != b[j]);

			if (best > row[j + 1] + 1)
				best = row[j + 1] + 1;
			if (best > row[j] + 1)
				best = row[j] + 1;
			corner = row[j + 1];
			row[j + 1] = best;
		}
	}
	return row[n];
}

unsigned
text_too_far(const char *word)
{
	size_t n = strlen(word);

	return n < 3 ? 2 : n < 6 ? 3 : 4;
}
