/* Targets: the words on the command line that name a migration. */
#include "target.h"

#include <ctype.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "graph.h"

enum { MOST_LISTED = 10 };

static int
find_head(const struct migration_table *table, unsigned *migration, struct err *err)
{
	unsigned i, found = 0;

	/* a head that nothing is built upon costs a walk; on a line only the last one does */
	*migration = BASE;
	if (table->n_migrations == 0)
		return 0;
	for (i = table->n_migrations; i-- > 0;) {
		if (i + 1 < table->n_migrations && graph_has_parent(&table->migrations[i + 1], i))
			continue;
		if (!graph_is_head(table, i))
			continue;
		if (found++ == 0)
			*migration = i;
		else if (found == 2)
			err_set(err, ERR_FAILED,
			        "there are several heads: %s, %s; name one of them",
			        table->migrations[*migration].id, table->migrations[i].id);
	}
	return found > 1 ? -1 : 0;
}

static int
refuse_prefix(const struct migration_table *table, const char *prefix, size_t n, unsigned found,
              struct err *err)
{
	unsigned i, listed = 0;

	err_set(err, ERR_USAGE, "revision '%.*s' is not clear, %u begin with it:", (int)n, prefix,
	        found);
	for (i = 0; i < table->n_migrations && listed < MOST_LISTED; i++) {
		const struct migration *m = &table->migrations[i];

		if (strncmp(m->id, prefix, n) != 0)
			continue;
		listed++;
		err_add(err, "\n  %s  %.*s", m->id, text_line(m->message), m->message);
	}
	if (listed < found)
		err_add(err, "\n  … and %u more", found - listed);
	return -1;
}

/* an unknown id, with the one that it may have been meant to be */
static int
refuse_unknown_id(const struct migration_table *table, const char *id, size_t n, struct err *err)
{
	static const char *const words[] = {"head", "base"};
	const struct migration *nearest = NULL;
	unsigned i, best = 3;
	char word[64];

	err_set(err, ERR_USAGE, "no revision '%.*s'", (int)n, id);
	for (i = 0; i < sizeof(words) / sizeof(*words); i++)
		if (strlen(words[i]) == n && strncasecmp(words[i], id, n) == 0)
			return err_add(err, "; did you mean '%s'?", words[i]);
	if (n < 4 || n >= sizeof(word))
		return err_add(err, "; `migrate history` lists them");
	memcpy(word, id, n);
	word[n] = '\0';
	for (i = 0; i < table->n_migrations; i++) {
		unsigned distance = text_distance(word, table->migrations[i].id);

		if (distance < best) {
			best = distance;
			nearest = &table->migrations[i];
		}
	}
	if (!nearest)
		return err_add(err, "; `migrate history` lists them");
	return err_add(err, "; did you mean %s (%.*s)?", nearest->id, text_line(nearest->message),
	               nearest->message);
}

/* an id or a prefix of one */
static int
find_id(const struct state *s, const char *id, size_t n, unsigned *migration, struct err *err)
{
	const struct migration_table *table = s->table;
	unsigned i, found = 0;

	for (i = 0; i < table->n_migrations; i++) {
		const char *other = table->migrations[i].id;

		if (strncmp(other, id, n) != 0)
			continue;
		if (!other[n]) {
			*migration = i;
			return 0;
		}
		if (found++ == 0)
			*migration = i;
	}
	if (found == 0)
		return refuse_unknown_id(table, id, n, err);
	return found > 1 ? refuse_prefix(table, id, n, found, err) : 0;
}

static bool
is_word(const char *s, size_t n, const char *word)
{
	return strlen(word) == n && strncmp(s, word, n) == 0;
}

/* the part of a target before + or - */
static int
find_anchor(const struct state *s, const char *text, size_t n, unsigned *migration, struct err *err)
{
	if (is_word(text, n, "base")) {
		*migration = BASE;
		return 0;
	}
	if (is_word(text, n, "head"))
		return find_head(s->table, migration, err);
	if (is_word(text, n, "heads"))
		return err_set(err, ERR_USAGE,
		               "'heads' is not a target here; this history is one line: 'head'");
	return find_id(s, text, n, migration, err);
}

static int
refuse_choice(const struct migration_table *table, unsigned at, bool up, const unsigned *two,
              struct err *err)
{
	return err_set(err, ERR_USAGE, "%s has several %s (%s, %s); name the revision",
	               graph_name(table, at), up ? "children" : "parents",
	               table->migrations[two[0]].id, table->migrations[two[1]].id);
}

/* one step up or down; 0 where there is none */
static int
walk_one(const struct migration_table *table, unsigned *at, bool up, struct err *err)
{
	unsigned two[2];

	if (up) {
		two[0] = graph_next_child(table, *at, *at == BASE ? 0 : *at + 1);
		if (two[0] == BASE)
			return 0;
		two[1] = graph_next_child(table, *at, two[0] + 1);
		if (two[1] != BASE)
			return refuse_choice(table, *at, up, two, err);
		*at = two[0];
		return 1;
	}
	if (*at == BASE)
		return 0;
	if (table->migrations[*at].n_parents > 1)
		return refuse_choice(table, *at, up, table->migrations[*at].parents, err);
	*at = graph_parent(&table->migrations[*at]);
	return 1;
}

static int
walk(const struct migration_table *table, const char *text, unsigned *at, long steps,
     struct err *err)
{
	unsigned from = *at;
	bool up = steps > 0;
	long wanted = labs(steps), i;

	for (i = 0; i < wanted; i++) {
		int rc = walk_one(table, at, up, err);

		if (rc < 0)
			return -1;
		if (rc > 0)
			continue;
		return err_set(err, ERR_FAILED, "'%s' asks for %ld %s %s %s, and there %s %ld",
		               text, wanted, wanted == 1 ? "revision" : "revisions",
		               up ? "above" : "below", graph_name(table, from),
		               i == 1 ? "is" : "are", i);
	}
	return 0;
}

/* a number without a revision counts from where the database is */
static int
start_of(const struct state *s, const char *text, long steps, enum target_use use, unsigned *at,
         struct err *err)
{
	if (use == TARGET_FIXED)
		return err_set(
			err, ERR_USAGE,
			"'%s' counts from where the database is, which is not looked at here; write "
			"REV%s, as in base+1 or head-1",
			text, text);
	if (use == TARGET_UP && steps < 0)
		return err_set(
			err, ERR_USAGE,
			"'%s' goes down, and this is an upgrade; expected +N (`migrate downgrade %s` "
			"goes down)",
			text, text);
	if (use == TARGET_DOWN && steps > 0)
		return err_set(
			err, ERR_USAGE,
			"'%s' goes up, and this is a downgrade; expected -N (`migrate upgrade %s` "
			"goes up)",
			text, text);
	return state_current(s, at, err);
}

static int
refuse_form(const char *text, struct err *err)
{
	return err_set(
		err, ERR_USAGE,
		"'%s' is not a target; expected a revision or the beginning of one, head, base, +N, "
		"-N, REV+N or REV-N",
		text);
}

static bool
is_name(const char *s, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++)
		if (!isgraph((unsigned char)s[i]) || strchr(":@+", s[i]))
			return false;
	return true;
}

/* the + or - that a number to the end of the text follows, or NULL */
static const char *
relative_part(const char *text)
{
	size_t n = strlen(text), digits = n;

	while (digits > 0 && isdigit((unsigned char)text[digits - 1]))
		digits--;
	if (digits == n || digits == 0 || !strchr("+-", text[digits - 1]))
		return NULL;
	return text + digits - 1;
}

int
target_find(const struct state *s, const char *text, enum target_use use, unsigned *migration,
            struct err *err)
{
	const char *relative = relative_part(text);
	size_t n = relative ? (size_t)(relative - text) : strlen(text);
	long steps = 0;

	if (!*text || (!relative && strchr("+-", *text)) || !is_name(text, n))
		return refuse_form(text, err);
	/* an id may have a dash in it: the id itself wins over its parts */
	if (state_find(s, text) != BASE) {
		*migration = state_find(s, text);
		return 0;
	}
	if (!relative)
		return find_anchor(s, text, n, migration, err);
	errno = 0;
	steps = strtol(relative, NULL, 10);
	if (errno || labs(steps) > INT_MAX)
		return err_set(err, ERR_USAGE, "'%s' has a number that is too large", text);
	if (steps == 0)
		return err_set(err, ERR_USAGE, "'%s' goes nowhere; expected a number from 1 on",
		               text);
	if (n == 0 ? start_of(s, text, steps, use, migration, err) < 0
	           : find_anchor(s, text, n, migration, err) < 0)
		return -1;
	return walk(s->table, text, migration, steps, err);
}
