/* rebase: another parent for a revision that is there. Only its script changes, and only in that place. */
#include <ctype.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "command.h"
#include "revisions.h"

/* ---- the script ---- */

/* a part of a script: what stands behind `parent =` */
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

/* what stands behind `parent =` in the first `revision {`; false where it is not written so */
static bool
find_parent(const char *s, struct span *value)
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
		if (depth == 0 && is_word_at(s, i, "parent")) {
			next = skip_space(s, i + strlen("parent"));
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

/* ---- the command ---- */

static int
refuse(const char *why)
{
	error_at((struct loc){0}, E_COMMAND_LINE, "rebase: %s", why);
	return FAILED;
}

/* the project with the script as it is now gives the revision that parent, and replays; false after errors */
static bool
holds(const char *id, const char *parent)
{
	const struct revision *r;
	struct project p = {0};
	const char *why;

	if (project_load(&p) < 0)
		return false;
	r = revisions_find(&p.revisions, id, &why);
	if (!r || r->parents.n != (parent != NULL) ||
	    (parent && strcmp(r->parents.v[0], parent) != 0)) {
		refuse("the script makes its parent in a way of its own; change it by hand");
		return false;
	}
	return project_replay(&p) != NULL;
}

static int
rewrite(const struct revision *r, const char *parent)
{
	struct span value;
	struct buf b = {0};
	char *text;
	size_t n;

	text = file_read(r->file, &n);
	if (!text)
		return refuse(strf("cannot read %s: %s", r->file, strerror(errno)));
	if (!find_parent(text, &value))
		return refuse(strf(
			"%s says no parent in its revision { }; write `parent = nil` there first",
			r->file));
	buf_mem(&b, text, value.start);
	buf_add(&b, parent ? strf("\"%s\"", parent) : "nil");
	buf_add(&b, text + value.end);
	if (file_write(r->file, buf_str(&b), b.n) < 0)
		return command_cannot_write(r->file);
	if (holds(r->id, parent))
		return DONE;
	if (file_write(r->file, text, n) < 0)
		return command_cannot_write(r->file);
	note_at((struct loc){0}, "%s is as it was", r->file);
	return FAILED;
}

int
command_rebase(const struct arguments *a)
{
	const struct revision *r, *onto;
	struct list found = {0};
	struct project p = {0};
	const char *why;
	int result;

	if (!a->onto) {
		error_at((struct loc){0}, E_COMMAND_LINE, "rebase: takes --onto REV");
		return USAGE;
	}
	if (project_load(&p) < 0)
		return FAILED;
	r = revisions_find(&p.revisions, a->rest.v[0], &why);
	if (!r || !revisions_target(&p.revisions, a->onto, &found, &why))
		return refuse(why);
	if (found.n > 1)
		return refuse(strf("'%s' is %zu revisions; name the one that is to be the parent",
		                   a->onto, found.n));
	onto = found.n ? found.v[0] : NULL;
	if (onto == r)
		return refuse(strf("'%s' cannot be its own parent", r->id));
	if (onto && revisions_stands_on(&p.revisions, onto, r))
		return refuse(strf("'%s' is built upon '%s'", onto->id, r->id));
	result = rewrite(r, onto ? onto->id : NULL);
	if (result == DONE)
		printf("%s\n", r->file);
	return result;
}
