/* The generated C, read back: as little of C as the emitter writes, and nothing beyond it. An initialiser is written as it is
   read; the name of an array stands for what was written of it. */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "../../runtime/table.h"
#include "read_c.h"

struct reader {
	const char *at;
	const char *wrong; /* where it is no C of ours */
	struct map arrays; /* struct buf: lines with the path left out */
};

static const struct {
	const char *name;
	long value;
} constants[] = {
	{"false", false},
	{"true", true},
	{"STEP_NO_TRANSACTION", STEP_NO_TRANSACTION},
	{"STEP_ADDS_LABEL", STEP_ADDS_LABEL},
	{"STEP_AFTER_COMMIT", STEP_AFTER_COMMIT},
	{"STEP_LOSES_DATA", STEP_LOSES_DATA},
	{"LOCK_ACCESS_SHARE", LOCK_ACCESS_SHARE},
	{"LOCK_ROW_SHARE", LOCK_ROW_SHARE},
	{"LOCK_ROW_EXCLUSIVE", LOCK_ROW_EXCLUSIVE},
	{"LOCK_SHARE_UPDATE_EXCLUSIVE", LOCK_SHARE_UPDATE_EXCLUSIVE},
	{"LOCK_SHARE", LOCK_SHARE},
	{"LOCK_SHARE_ROW_EXCLUSIVE", LOCK_SHARE_ROW_EXCLUSIVE},
	{"LOCK_EXCLUSIVE", LOCK_EXCLUSIVE},
	{"LOCK_ACCESS_EXCLUSIVE", LOCK_ACCESS_EXCLUSIVE},
	{"LEFTOVER_BUILD", LEFTOVER_BUILD},
	{"LEFTOVER_DROP", LEFTOVER_DROP},
	{"LEFTOVER_REINDEX", LEFTOVER_REINDEX},
	{"LEFTOVER_DETACH", LEFTOVER_DETACH},
};

static void
space(struct reader *r)
{
	r->at += strspn(r->at, " \t\n");
}

static bool
sees(struct reader *r, const char *word)
{
	size_t n = strlen(word);

	space(r);
	if (r->wrong || strncmp(r->at, word, n) != 0)
		return false;
	r->at += n;
	return true;
}

static void
need(struct reader *r, const char *word)
{
	if (!sees(r, word) && !r->wrong)
		r->wrong = r->at;
}

static char *
name(struct reader *r)
{
	const char *from;

	space(r);
	from = r->at;
	while (isalnum((unsigned char)*r->at) || *r->at == '_')
		r->at++;
	if (r->at == from && !r->wrong)
		r->wrong = from;
	return strn(from, (size_t)(r->at - from));
}

/* an escape, of which the backslash was read */
static char
escaped(struct reader *r)
{
	static const char from[] = "nt\"\\?", to[] = "\n\t\"\\?";
	const char *found;
	int value = 0, i;

	found = *r->at ? strchr(from, *r->at) : NULL;
	if (found) {
		r->at++;
		return to[found - from];
	}
	for (i = 0; i < 3 && *r->at >= '0' && *r->at <= '7'; i++)
		value = value * 8 + *r->at++ - '0';
	if ((i < 3 || value < 1 || value > 255) && !r->wrong)
		r->wrong = r->at;
	return (char)value;
}

/* strings beside each other are one */
static char *
string(struct reader *r)
{
	struct buf b = {0};

	while (sees(r, "\"")) {
		while (*r->at && *r->at != '"' && !r->wrong) {
			if ((unsigned char)*r->at < 0x20 || *r->at == 0x7f)
				r->wrong = r->at;
			if (*r->at == '\\') {
				r->at++;
				buf_char(&b, escaped(r));
			} else {
				buf_char(&b, *r->at++);
			}
		}
		need(r, "\"");
	}
	return buf_str(&b);
}

static long
number(struct reader *r)
{
	char *word, *end;
	long sum = 0;
	size_t i;

	do {
		space(r);
		word = *r->at == '-' ? strf("-%s", (r->at++, name(r))) : name(r);
		for (i = 0; i < LEN(constants) && strcmp(word, constants[i].name) != 0; i++)
			;
		sum |= i < LEN(constants) ? constants[i].value : strtol(word, &end, 10);
		if (i == LEN(constants) && *end && !r->wrong)
			r->wrong = r->at;
	} while (sees(r, "|"));
	return sum;
}

static void
line(struct buf *out, const char *path, const char *value)
{
	buf_fmt(out, "%s = ", path);
	for (; *value; value++) {
		if (*value == '\\' || (unsigned char)*value < 0x20)
			buf_fmt(out, "\\%02x", (unsigned)(unsigned char)*value);
		else
			buf_char(out, *value);
	}
	buf_char(out, '\n');
}

/* what was read of an array, with its path before each line */
static void
insert(struct buf *out, const char *path, const char *lines)
{
	const char *end;

	for (; (end = strchr(lines, '\n')); lines = end + 1)
		buf_fmt(out, "%s%.*s\n", path, (int)(end - lines), lines);
}

static void
value(struct reader *r, const char *path, struct buf *out)
{
	const struct buf *array;
	const char *from;
	unsigned i = 0;
	char *text;
	long n;

	if (sees(r, "&") || (space(r), *r->at == '(')) {
		need(r, "(");
		r->at += strcspn(r->at, ")");
		need(r, ")");
	}
	space(r);
	if (*r->at == '"') {
		text = string(r);
		if (*text)
			line(out, path, text);
		return;
	}
	if (sees(r, "{")) {
		while (!r->wrong && !sees(r, "}")) {
			if (sees(r, ".")) {
				text = name(r);
				need(r, "=");
			} else {
				text = strf("%u", i++);
			}
			value(r, strf("%s.%s", path, text), out);
			if (!sees(r, ",")) {
				need(r, "}");
				break;
			}
		}
		return;
	}
	from = r->at;
	array = *from == '-' ? NULL : map_get(&r->arrays, name(r));
	if (array) {
		insert(out, path, array->s ? array->s : "");
		return;
	}
	r->at = from;
	n = number(r);
	if (n)
		line(out, path, strf("%ld", n));
}

/* static const struct step up_1[] = { … }; */
static void
array(struct reader *r)
{
	struct buf *lines = alloc(sizeof *lines);
	char *own;

	need(r, "const struct");
	name(r);
	own = name(r);
	need(r, "[] =");
	value(r, "", lines);
	need(r, ";");
	if (map_put(&r->arrays, own, lines) && !r->wrong)
		r->wrong = "two arrays of a name";
}

const char *
read_c(const char *source, struct buf *out)
{
	struct reader r = {.at = source};
	const char *end;

	/* a trigraph means something else anywhere */
	if (strstr(source, "??"))
		return strstr(source, "??");
	need(&r, "/*");
	end = strstr(r.at, "*/");
	r.at = end ? end + 2 : r.at;
	need(&r, "#include \"table.h\"\n");
	need(&r, "_Static_assert(MIGRATE_TABLE_VERSION == ");
	number(&r);
	need(&r, ",");
	string(&r);
	need(&r, ");");
	while (sees(&r, "static"))
		array(&r);
	need(&r, "const struct migration_table migration_table =");
	value(&r, "", out);
	need(&r, ";");
	space(&r);
	return r.wrong ? r.wrong : *r.at ? r.at : NULL;
}
