/* Texts with %(NAME)s in them, as Python has them: Alembic's file_template is one. %%( is the same as %(, for that is how an .ini file
   has it. */
#include <string.h>

#include "diag.h"
#include "pattern.h"
#include "sql.h"

static const struct blank *
find_blank(const struct blank *blanks, size_t n, const char *name, const char **why)
{
	struct strs names = {0};
	size_t i;

	for (i = 0; i < n; i++) {
		if (strcmp(blanks[i].name, name) == 0)
			return &blanks[i];
		strs_add(&names, blanks[i].name);
	}
	*why = strf("there is no %%(%s)s%s", name, did_you_mean(name, &names));
	if (!nearest(name, &names))
		*why = strf("%s; there are %s", *why, strs_join(&names, ", "));
	return NULL;
}

/* behind the format that follows a name: s, and of a number d, .2d or 02d; NULL: it is none */
static const char *
read_format(const char *s, bool number, size_t *digits)
{
	*digits = 0;
	if (*s == 's')
		return s + 1;
	if ((*s == '.' || *s == '0') && s[1] >= '1' && s[1] <= '9') {
		*digits = (size_t)(s[1] - '0');
		s += 2;
	}
	return number && *s == 'd' ? s + 1 : NULL;
}

/* writes what stands for %(NAME)s at *at, which goes behind it: 1, or 0 where that is nothing; -1 with *why */
static int
fill_one(struct buf *b, const char **at, const struct blank *blanks, size_t n, const char **why)
{
	const char *name = *at + 2, *rest;
	const struct blank *blank;
	size_t length = strcspn(name, ")"), digits, have;

	blank = find_blank(blanks, n, strn(name, length), why);
	if (!blank)
		return -1;
	rest = read_format(name + length + 1, blank->number, &digits);
	if (!rest) {
		*why = strf("behind %%(%s) stands %s", blank->name,
		            blank->number ? "s, d, or the digits that there are at least, as in .2d"
		                          : "s");
		return -1;
	}
	*at = rest;
	if (!blank->text)
		return 0;
	for (have = strlen(blank->text); have < digits; have++)
		buf_char(b, '0');
	buf_add(b, blank->text);
	return 1;
}

/* %(NAME) stands there, with or without a format */
static bool
is_blank(const char *s)
{
	size_t n;

	if (strncmp(s, "%(", 2) != 0)
		return false;
	n = strspn(s + 2, "abcdefghijklmnopqrstuvwxyz_");
	return n && s[2 + n] == ')';
}

char *
pattern_fill(const char *pattern, const struct blank *blanks, size_t n, const char **why)
{
	struct buf b = {0};
	size_t line = 0;
	int filled;

	while (*pattern) {
		pattern += *pattern == '%' && is_blank(pattern + 1);
		if (!is_blank(pattern)) {
			buf_char(&b, *pattern);
			if (*pattern++ == '\n')
				line = b.n;
			continue;
		}
		filled = fill_one(&b, &pattern, blanks, n, why);
		if (filled < 0)
			return NULL;
		if (!filled) {
			b.n = line;
			pattern += strcspn(pattern, "\n");
			pattern += *pattern != '\0';
		}
	}
	return strn(buf_str(&b), b.n);
}

/* ---- the names of scripts ---- */

/* what keeps it from being the name of a script that is read, or NULL */
static const char *
path_wrong(const char *path)
{
	const char *part, *c;

	if (!utf8_valid(path))
		return "which is not UTF-8";
	for (c = path; *c; c++)
		if ((unsigned char)*c < 0x20 || *c == 0x7f)
			return "with a control character in it";
	for (part = path;; part += strcspn(part, "/") + 1) {
		if (!*part || *part == '/')
			return "with a name in it that is empty";
		if (*part == '.')
			return "with a name in it that begins with a dot, and such files are not read";
		if (!strchr(part, '/'))
			return NULL;
	}
}

char *
pattern_path(const char *pattern, const char *id, const char *slug, time_t now,
             const struct tm *date, const char **why)
{
	const struct blank blanks[] = {
		{"rev", id},
		{"slug", slug},
		{"epoch", strf("%lld", (long long)now), true},
		{"year", strf("%d", date->tm_year + 1900), true},
		{"month", strf("%d", date->tm_mon + 1), true},
		{"day", strf("%d", date->tm_mday), true},
		{"hour", strf("%d", date->tm_hour), true},
		{"minute", strf("%d", date->tm_min), true},
		{"second", strf("%d", date->tm_sec), true},
	};
	char *path = pattern_fill(pattern, blanks, LEN(blanks), why);
	const char *wrong;
	size_t n;

	if (!path)
		return NULL;
	/* nothing is left of a slug but what parts it from the rest */
	for (n = strlen(path); !*slug && n && strchr("_-.", path[n - 1]); n--)
		path[n - 1] = '\0';
	wrong = path_wrong(path);
	if (!wrong)
		return path;
	*why = strf("it gives '%s', %s", path, wrong);
	return NULL;
}

const char *
pattern_path_wrong(const char *pattern)
{
	const struct tm date = {.tm_mday = 1};
	const char *why, *path = pattern_path(pattern, "rev", "slug", 0, &date, &why);

	if (!path)
		return why;
	if (strchr(path, '%'))
		return "a % stands before a name in brackets, as in %(slug)s";
	if (strcmp(path, pattern) == 0)
		return "it gives all revisions one name; %(rev)s is the id, %(slug)s the message";
	return NULL;
}
