/* Scripts, changed in one place: what a key of their revision { } says. */
#include <ctype.h>
#include <string.h>

#include "rewrite.h"
#include "util.h"

/* a part of a script: what stands behind `KEY =` */
struct span {
	size_t start, end;
};

/* behind a comment, a string or a long bracket that begins at i; i where none does */
static size_t
skip_quoted(const char *s, size_t i)
{
	const char *end;
	size_t n;

	if (s[i] == '"' || s[i] == '\'') {
		for (n = i + 1; s[n] && s[n] != s[i]; n++)
			n += s[n] == '\\' && s[n + 1];
		return n + (s[n] != '\0');
	}
	n = i + (strncmp(s + i, "--", 2) == 0 ? 2 : 0);
	if (s[n] == '[' && (s[n + 1] == '[' || s[n + 1] == '=')) {
		size_t level = strspn(s + n + 1, "=");

		if (s[n + 1 + level] == '[') {
			end = strstr(s + n, strf("]%.*s]", (int)level, s + n + 1));
			return end ? (size_t)(end - s) + level + 2 : strlen(s);
		}
	}
	return n > i ? n + strcspn(s + n, "\n") : i;
}

static size_t
skip_space(const char *s, size_t i)
{
	size_t next;

	for (;; i = next) {
		while (isspace((unsigned char)s[i]))
			i++;
		next = strncmp(s + i, "--", 2) == 0 ? skip_quoted(s, i) : i;
		if (next == i)
			return i;
	}
}

/* a value of which nothing must be known but where it ends: before the comma or the bracket that closes the table */
static size_t
skip_value(const char *s, size_t i)
{
	size_t depth = 0, next, end = i;

	while (s[i]) {
		next = skip_quoted(s, i);
		if (next > i) {
			if (strncmp(s + i, "--", 2) != 0)
				end = next;
			i = next;
			continue;
		}
		if (strchr("({[", s[i]))
			depth++;
		else if (strchr(")}]", s[i]) && depth-- == 0)
			break;
		else if (strchr(",;", s[i]) && depth == 0)
			break;
		if (!isspace((unsigned char)s[i++]))
			end = i;
	}
	return end;
}

static bool
is_word_at(const char *s, size_t i, const char *word)
{
	size_t n = strlen(word);

	return strncmp(s + i, word, n) == 0 && !is_name_byte(s[i + n]) &&
	       (i == 0 || !is_name_byte(s[i - 1]));
}

/* what stands behind `KEY =` in the first `revision {`; false where it is not written so */
static bool
find_key(const char *s, const char *key, struct span *value)
{
	size_t i, next, depth = 0;
	bool inside = false;

	for (i = 0; s[i]; i = next > i ? next : i + 1) {
		next = skip_quoted(s, i);
		if (next > i)
			continue;
		if (!inside && is_word_at(s, i, "revision")) {
			next = skip_space(s, i + strlen("revision"));
			inside = s[next] == '{';
			next += inside;
			continue;
		}
		if (!inside)
			continue;
		if (depth == 0 && is_word_at(s, i, key)) {
			next = skip_space(s, i + strlen(key));
			if (s[next] != '=')
				continue;
			value->start = skip_space(s, next + 1);
			value->end = skip_value(s, value->start);
			return true;
		}
		if (strchr("({[", s[i]))
			depth++;
		else if (strchr(")}]", s[i]) && depth-- == 0)
			return false;
	}
	return false;
}

char *
rewrite_key(const char *script, const char *key, const char *value)
{
	struct span span;
	struct buf b = {0};

	if (!find_key(script, key, &span))
		return NULL;
	buf_mem(&b, script, span.start);
	buf_add(&b, value);
	buf_add(&b, script + span.end);
	return buf_str(&b);
}
