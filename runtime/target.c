/* Targets: the words on the command line that name revisions. */
#include "target.h"

#include <ctype.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum { MOST_LISTED = 10 };

/* what is no name of a revision */
static const char *const own_words[] = {"head", "heads", "base", "current"};

/* a text as it is taken apart: [BRANCH@][NAME][±N] */
struct words {
	const char *said; /* the words of the command line that it was made of, for messages */
	const char *branch, *name;
	size_t n_branch, n_name; /* n_name 0: a number alone */
	long steps;
};

/* ---- messages ---- */

static int
refuse_form(const char *text, struct err *err)
{
	return err_set(
		err, ERR_USAGE,
		"'%s' is not a target; expected a revision or the beginning of one, a label, head, heads, "
		"base, current, +N, -N, REV+N or REV-N, or one of them behind LABEL@ or REV@",
		text);
}

static int
refuse_several(const struct migration_table *table, const char *text, const char *what,
               const unsigned *list, unsigned n, const char *instead, struct err *err)
{
	err_set(err, ERR_USAGE, "'%s' is not one revision, there are %u %s:", text, n, what);
	graph_list(table, list, n, err);
	err_add(err, "\nhint: %s", instead);
	return -1;
}

/* an unknown name, with the one that it may have been meant to be */
static int
refuse_unknown(const struct migration_table *table, const char *name, size_t n, struct err *err)
{
	const struct migration *nearest = NULL;
	unsigned i, j, best = 3;
	const char *label = NULL;
	char word[64];
	bool last;

	err_set(err, ERR_USAGE, "no revision '%.*s'", (int)n, name);
	i = graph_replacing(table, name, n, &last);
	if (i != BASE)
		return err_add(err, "; it is a part of %s (%.*s) now", table->migrations[i].id,
		               text_line(table->migrations[i].message),
		               table->migrations[i].message);
	for (i = 0; i < sizeof(own_words) / sizeof(*own_words); i++)
		if (strlen(own_words[i]) == n && strncasecmp(own_words[i], name, n) == 0)
			return err_add(err, "; did you mean '%s'?", own_words[i]);
	if (n < 4 || n >= sizeof(word))
		return err_add(err, "; `history` lists them");
	memcpy(word, name, n);
	word[n] = '\0';
	for (i = 0; i < table->n_migrations; i++) {
		const struct migration *m = &table->migrations[i];
		unsigned distance = text_distance(word, m->id);

		if (distance < best) {
			best = distance;
			nearest = m;
		}
		for (j = 0; j < m->n_labels; j++) {
			distance = text_distance(word, m->labels[j]);
			if (distance >= best)
				continue;
			best = distance;
			label = m->labels[j];
			nearest = m;
		}
	}
	if (!nearest)
		return err_add(err, "; `history` lists them");
	return err_add(err, "; did you mean %s (%.*s)?", label ? label : nearest->id,
	               text_line(nearest->message), nearest->message);
}

/* ---- names ---- */

static bool
is_word(const char *s, size_t n, const char *word)
{
	return strlen(word) == n && strncmp(s, word, n) == 0;
}

static bool
has_label(const struct migration *m, const char *name, size_t n)
{
	unsigned i;

	for (i = 0; i < m->n_labels; i++)
		if (is_word(name, n, m->labels[i]))
			return true;
	return false;
}

static int
refuse_prefix(const struct migration_table *table, const char *prefix, size_t n, unsigned found,
              struct err *err)
{
	unsigned listed[MOST_LISTED] = {0}, k = 0, i;

	err_set(err, ERR_USAGE, "revision '%.*s' is not clear, %u begin with it:", (int)n, prefix,
	        found);
	for (i = 0; i < table->n_migrations && k < MOST_LISTED; i++)
		if (strncmp(table->migrations[i].id, prefix, n) == 0)
			listed[k++] = i;
	graph_list(table, listed, k, err);
	if (k < found)
		err_add(err, "\n  … and %u more", found - k);
	return -1;
}

/* an id, a label, or the beginning of an id: the first of these that there is */
static int
find_revision(const struct migration_table *table, const char *name, size_t n, unsigned *migration,
              struct err *err)
{
	unsigned i, begun = 0, labelled = BASE;

	for (i = 0; i < table->n_migrations; i++) {
		const struct migration *m = &table->migrations[i];

		if (is_word(name, n, m->id)) {
			*migration = i;
			return 0;
		}
		if (has_label(m, name, n))
			labelled = i;
		if (strncmp(m->id, name, n) == 0 && begun++ == 0)
			*migration = i;
	}
	if (labelled != BASE) {
		*migration = labelled;
		return 0;
	}
	if (begun == 0)
		return refuse_unknown(table, name, n, err);
	return begun > 1 ? refuse_prefix(table, name, n, begun, err) : 0;
}

static bool
is_in(const struct target *t, unsigned migration)
{
	return !t->lineage || t->lineage[migration];
}

/* what nothing of the lineage is built upon, of all that this program has or of what is applied */
static int
find_tops(const struct state *s, struct target *t, bool applied, struct err *err)
{
	unsigned char *marks = graph_marks(s->table, err);
	unsigned own = s->table->n_migrations - s->table->n_kept, i, last;
	int rc;

	if (!marks)
		return -1;
	for (i = 0; i < s->table->n_migrations; i++)
		marks[i] = is_in(t, i) && (applied ? s->rows[i] != NULL : i < own);
	rc = graph_tops(s->table, marks, &t->list, &t->n, err);
	free(marks);
	for (i = 0; i < t->n / 2; i++) {
		last = t->list[t->n - 1 - i];
		t->list[t->n - 1 - i] = t->list[i];
		t->list[i] = last;
	}
	return rc;
}

static int
one_head(const struct state *s, const struct target *t, const char *text, struct err *err)
{
	return t->n > 1 ? refuse_several(s->table, text, "heads", t->list, t->n,
	                                 "name one of them, LABEL@head or REV@head; heads is "
	                                 "all of them",
	                                 err)
	                : 0;
}

static int
set_one(const struct migration_table *table, struct target *t, unsigned migration, struct err *err)
{
	free(t->list);
	t->n = 0;
	t->list = calloc((size_t)table->n_migrations + 1, sizeof(*t->list));
	if (!t->list)
		return err_memory(err);
	if (migration != BASE)
		t->list[t->n++] = migration;
	return 0;
}

static int
refuse_outside(const struct migration_table *table, const struct target *t, unsigned migration,
               struct err *err)
{
	const struct migration *m = &table->migrations[migration];
	const char *branch = graph_name(table, t->branch);

	return err_set(
		err, ERR_USAGE,
		"revision %s (%.*s) is not in the lineage of %s: neither above it nor below it",
		m->id, text_line(m->message), m->message, branch);
}

static int
refuse_current(struct err *err)
{
	return err_set(
		err, ERR_USAGE,
		"'current' is where the database is, which is not looked at here; name the revision");
}

/* the name of a target without its number */
static int
find_name(const struct state *s, const struct words *w, enum target_use use, struct target *t,
          struct err *err)
{
	unsigned migration = BASE;

	if (is_word(w->name, w->n_name, "heads"))
		return find_tops(s, t, false, err);
	if (is_word(w->name, w->n_name, "current"))
		return use == TARGET_FIXED ? refuse_current(err) : find_tops(s, t, true, err);
	if (is_word(w->name, w->n_name, "head"))
		return find_tops(s, t, false, err) < 0 ? -1 : one_head(s, t, w->said, err);
	if (!is_word(w->name, w->n_name, "base")) {
		if (find_revision(s->table, w->name, w->n_name, &migration, err) < 0)
			return -1;
		if (!is_in(t, migration))
			return refuse_outside(s->table, t, migration, err);
	}
	return set_one(s->table, t, migration, err);
}

/* ---- numbers ---- */

static int
refuse_choice(const struct state *s, const char *text, unsigned at, bool up, const unsigned *list,
              unsigned n, struct err *err)
{
	err_set(err, ERR_USAGE, "'%s' is not clear: %s has several %s:", text,
	        graph_name(s->table, at), up ? "children" : "parents");
	graph_list(s->table, list, n, err);
	err_add(err, "\nhint: name the revision, or one of them before it: REV@…");
	return -1;
}

/* one step up or down within the lineage; 0 where there is none */
static int
walk_one(const struct state *s, const struct target *t, const char *text, unsigned *at, bool up,
         struct err *err)
{
	const unsigned *next;
	unsigned *found, n, k = 0, i;
	int rc = 1;

	if (!up && *at == BASE)
		return 0;
	if (up)
		next = graph_children(&s->graph, *at, &n);
	else {
		next = s->table->migrations[*at].parents;
		n = s->table->migrations[*at].n_parents;
	}
	found = calloc((size_t)n + 1, sizeof(*found));
	if (!found)
		return err_memory(err);
	for (i = 0; i < n; i++)
		if (is_in(t, next[i]))
			found[k++] = next[i];
	if (k > 1)
		rc = refuse_choice(s, text, *at, up, found, k, err);
	else if (k == 1)
		*at = found[0];
	else if (up)
		rc = 0;
	else
		*at = BASE;
	free(found);
	return rc;
}

static int
walk(const struct state *s, struct target *t, const char *text, long steps, struct err *err)
{
	unsigned at = t->n ? t->list[0] : BASE, from = at;
	bool up = steps > 0;
	long wanted = labs(steps), i;

	for (i = 0; i < wanted; i++) {
		int rc = walk_one(s, t, text, &at, up, err);

		if (rc < 0)
			return -1;
		if (rc == 0)
			return err_set(err, ERR_FAILED,
			               "'%s' asks for %ld %s %s %s, and there %s %ld", text, wanted,
			               wanted == 1 ? "revision" : "revisions",
			               up ? "above" : "below", graph_name(s->table, from),
			               i == 1 ? "is" : "are", i);
	}
	return set_one(s->table, t, at, err);
}

static int
one_anchor(const struct state *s, const struct target *t, const char *text, struct err *err)
{
	return t->n > 1 ? refuse_several(s->table, text, "to count from", t->list, t->n,
	                                 "name one of them before the number, or before an @: "
	                                 "REV+N, REV@+N",
	                                 err)
	                : 0;
}

/* a number without a revision counts from where the database is */
static int
count_from_current(const struct state *s, const struct words *w, enum target_use use,
                   struct target *t, struct err *err)
{
	const char *text = w->said;

	if (use == TARGET_FIXED)
		return err_set(
			err, ERR_USAGE,
			"'%s' counts from where the database is, which is not looked at here; write "
			"REV%+ld, as in base+1 or head-1",
			text, w->steps);
	if (use == TARGET_UP && w->steps < 0)
		return err_set(
			err, ERR_USAGE,
			"'%s' goes down, and this is an upgrade; expected +N (`migrate downgrade %s` "
			"goes down)",
			text, text);
	if (use == TARGET_DOWN && w->steps > 0)
		return err_set(
			err, ERR_USAGE,
			"'%s' goes up, and this is a downgrade; expected -N (`migrate upgrade %s` "
			"goes up)",
			text, text);
	if (w->steps < 0) {
		t->back = (unsigned)-w->steps;
		return 0;
	}
	if (find_tops(s, t, true, err) < 0 || one_anchor(s, t, text, err) < 0)
		return -1;
	return walk(s, t, text, w->steps, err);
}

/* ---- the text ---- */

static bool
is_name(const char *s, size_t n)
{
	size_t i;

	/* what ids and labels are made of; a - is of none, and is told so */
	for (i = 0; i < n; i++)
		if ((unsigned char)s[i] <= ' ' || s[i] == 0x7f || strchr(":@+", s[i]))
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

static int
take_number(struct words *w, const char *number, struct err *err)
{
	errno = 0;
	w->steps = strtol(number, NULL, 10);
	if (errno || labs(w->steps) > INT_MAX)
		return err_set(err, ERR_USAGE, "'%s' has a number that is too large", w->said);
	if (w->steps == 0)
		return err_set(err, ERR_USAGE, "'%s' goes nowhere; expected a number from 1 on",
		               w->said);
	return 0;
}

static int
take_apart(const char *text, const char *said, struct words *w, struct err *err)
{
	const char *at = strchr(text, '@'), *number;

	*w = (struct words){.said = said, .name = at ? at + 1 : text};
	if (at) {
		w->branch = text;
		w->n_branch = (size_t)(at - text);
	}
	number = relative_part(w->name);
	w->n_name = number ? (size_t)(number - w->name) : strlen(w->name);
	if (!*w->name || (!number && strchr("+-", *w->name)) || !is_name(w->name, w->n_name) ||
	    (at && (!w->n_branch || !is_name(w->branch, w->n_branch))))
		return refuse_form(said, err);
	return number ? take_number(w, number, err) : 0;
}

static int
find_branch(const struct state *s, const struct words *w, struct target *t, struct err *err)
{
	size_t i;

	for (i = 0; i < sizeof(own_words) / sizeof(*own_words); i++)
		if (is_word(w->branch, w->n_branch, own_words[i]))
			return err_set(
				err, ERR_USAGE,
				"'%s' names no branch: expected a label or a revision before @, "
				"as in LABEL@head",
				w->said);
	if (find_revision(s->table, w->branch, w->n_branch, &t->branch, err) < 0)
		return -1;
	t->lineage = graph_lineage(s->table, t->branch, err);
	return t->lineage ? 0 : -1;
}

static int
find(const struct state *s, const struct words *w, enum target_use use, struct target *t,
     struct err *err)
{
	if (w->branch && find_branch(s, w, t, err) < 0)
		return -1;
	if (w->n_name == 0)
		return count_from_current(s, w, use, t, err);
	if (find_name(s, w, use, t, err) < 0)
		return -1;
	if (!w->steps)
		return 0;
	return one_anchor(s, t, w->said, err) < 0 ? -1 : walk(s, t, w->said, w->steps, err);
}

static int
find_said(const struct state *s, const char *text, const char *said, enum target_use use,
          struct target *t, struct err *err)
{
	struct words w;

	*t = (struct target){.branch = BASE};
	if (take_apart(text, said, &w, err) < 0)
		return -1;
	if (find(s, &w, use, t, err) == 0)
		return 0;
	target_free(t);
	return -1;
}

int
target_find(const struct state *s, const char *text, enum target_use use, struct target *t,
            struct err *err)
{
	return find_said(s, text, text, use, t, err);
}

bool
target_is_list(const char *text)
{
	const char *at = strchr(text, '@'), *name = at ? at + 1 : text;

	return strcmp(name, "heads") == 0 || strcmp(name, "current") == 0;
}

void
target_free(struct target *t)
{
	free(t->list);
	free(t->lineage);
	*t = (struct target){0};
}

/* ---- ranges ---- */

/* FROM and TO as targets of their own, and what messages call them: the range, where one was made of both */
struct ends {
	struct text from, to;
	const char *from_said, *to_said;
};

static void
add_end(struct text *t, const char *before, size_t n_before, const char *s, size_t n)
{
	text_bytes(t, before, n_before);
	text_bytes(t, s, n);
}

static int
read_ends(const char *text, struct ends *e, struct err *err)
{
	const char *colon = strchr(text, ':'), *to = colon ? colon + 1 : NULL;
	size_t n_from, n_to;

	if (!colon || strchr(to, ':'))
		return err_set(err, ERR_USAGE, "'%s' is no range; expected FROM:TO, FROM: or :TO",
		               text);
	n_from = (size_t)(colon - text);
	n_to = strlen(to);
	/* a number counts from the other end: where that is left out, from the head, or from base */
	if (*text == '-')
		add_end(&e->from, n_to ? to : "head", n_to ? n_to : 4, text, n_from);
	else
		add_end(&e->from, "base", n_from ? 0 : 4, text, n_from);
	if (*to == '+')
		add_end(&e->to, n_from ? text : "base", n_from ? n_from : 4, to, n_to);
	else
		add_end(&e->to, "heads", n_to ? 0 : 5, to, n_to);
	e->from_said = *text == '-' ? text : text_str(&e->from);
	e->to_said = *to == '+' ? text : text_str(&e->to);
	return e->from.failed || e->to.failed ? err_memory(err) : 0;
}

static unsigned char *
between(const struct state *s, const char *text, const struct target *from, const struct target *to,
        struct err *err)
{
	unsigned char *below = graph_marks(s->table, err), *above = graph_marks(s->table, err);
	unsigned i, n = 0;

	if (below && above) {
		for (i = 0; i < to->n; i++)
			below[to->list[i]] = 1;
		for (i = 0; i < from->n; i++)
			above[from->list[i]] = 1;
		graph_mark_ancestors(s->table, below, WALK_ALL);
		graph_mark_descendants(s->table, above, WALK_ALL);
		for (i = 0; i < s->table->n_migrations; i++) {
			below[i] = below[i] && (above[i] || from->n == 0);
			n += below[i];
		}
	}
	free(above);
	if (below && n == 0 && s->table->n_migrations > 0) {
		free(below);
		err_set(err, ERR_USAGE,
		        "'%s' names no revision: its beginning is not below its end", text);
		return NULL;
	}
	return below;
}

unsigned char *
target_range(const struct state *s, const char *text, enum target_use use, struct err *err)
{
	struct target from = {0}, to = {0};
	struct ends e = {0};
	unsigned char *marks = NULL;

	if (read_ends(text, &e, err) == 0 &&
	    find_said(s, text_str(&e.from), e.from_said, use, &from, err) == 0 &&
	    find_said(s, text_str(&e.to), e.to_said, use, &to, err) == 0)
		marks = between(s, text, &from, &to, err);
	target_free(&from);
	target_free(&to);
	text_free(&e.from);
	text_free(&e.to);
	return marks;
}

bool
target_is_live(const char *text)
{
	static const char word[] = "current";
	const char *at;

	for (at = strstr(text, word); at; at = strstr(at + 1, word)) {
		char end = at[sizeof(word) - 1];

		if ((at == text || strchr(":@", at[-1])) && (!end || strchr(":+-", end)))
			return true;
	}
	return false;
}
