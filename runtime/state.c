/* What the database says about the table's migrations. */
#include "state.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_LISTED = 10 };

static unsigned
hash(const char *s)
{
	uint32_t h = 2166136261u;

	while (*s)
		h = (h ^ (unsigned char)*s++) * 16777619u;
	return h;
}

/* the slot of an id, or the free one where it would be */
static unsigned *
slot(const struct state *s, const char *id)
{
	unsigned i = hash(id) & (s->n_slots - 1);

	while (s->slots[i] && strcmp(s->table->migrations[s->slots[i] - 1].id, id) != 0)
		i = (i + 1) & (s->n_slots - 1);
	return &s->slots[i];
}

unsigned
state_find(const struct state *s, const char *id)
{
	return *slot(s, id) - 1; /* 0 - 1 is BASE */
}

static int
state_init(struct state *s, const struct migration_table *table, unsigned n_rows, struct err *err)
{
	unsigned i;

	*s = (struct state){.table = table, .n_slots = 16};
	while (s->n_slots < table->n_migrations * 2)
		s->n_slots *= 2;
	s->rows = calloc(table->n_migrations + 1, sizeof(*s->rows));
	s->squashed = graph_marks(table, err);
	s->unknown = calloc(n_rows + 1, sizeof(*s->unknown));
	s->others = calloc(n_rows + 1, sizeof(*s->others));
	s->slots = calloc(s->n_slots, sizeof(*s->slots));
	if (!s->rows || !s->squashed || !s->unknown || !s->others || !s->slots) {
		state_free(s);
		return err_memory(err);
	}
	for (i = 0; i < table->n_migrations; i++)
		*slot(s, table->migrations[i].id) = i + 1;
	if (graph_make(&s->graph, table, err) < 0) {
		state_free(s);
		return -1;
	}
	return 0;
}

/* what is squashed */

static int
by_revision(const void *a, const void *b)
{
	return strcmp((*(const struct applied *const *)a)->revision,
	              (*(const struct applied *const *)b)->revision);
}

static const struct applied *
find_other(const struct state *s, const char *id)
{
	const struct applied key = {.revision = id}, *wanted = &key;
	const struct applied *const *found =
		bsearch(&wanted, s->others, s->n_others, sizeof(*s->others), by_revision);

	return found ? *found : NULL;
}

static bool
is_whole(const struct applied *row)
{
	return row && !row->down && row->done == row->total;
}

/* is each of them there as a whole: itself, or those that it replaced? */
static bool
has_all(const struct state *s, const struct replaced *v, unsigned n)
{
	unsigned i;

	for (i = 0; i < n; i++)
		if (!is_whole(find_other(s, v[i].id)) &&
		    !(v[i].n_replaces && has_all(s, v[i].replaces, v[i].n_replaces)))
			return false;
	return true;
}

/* the rows of those that are there; where one has another checksum than that had which was replaced, so has the row that stands for all */
static void
take_all(const struct state *s, const struct replaced *v, unsigned n, const struct applied *rows,
         unsigned char *taken, struct applied *row)
{
	const struct applied *part;
	unsigned i;

	for (i = 0; i < n; i++) {
		part = find_other(s, v[i].id);
		if (!part) {
			take_all(s, v[i].replaces, v[i].n_replaces, rows, taken, row);
			continue;
		}
		taken[part - rows] = 1;
		if (strcmp(part->checksum, v[i].checksum) != 0)
			row->checksum = part->checksum;
		row->message = part->message;
		row->at = part->at;
		row->by = part->by;
		row->ms = part->ms;
		row->build = part->build;
	}
}

/* what replaces rows that are there, all of them, is applied, though it has no row of its own */
static int
squash(struct state *s, const struct applied *rows, unsigned char *taken, struct err *err)
{
	const struct migration_table *table = s->table;
	const struct migration *m;
	unsigned i;

	s->assumed = calloc((size_t)table->n_migrations + 1, sizeof(*s->assumed));
	if (!s->assumed)
		return err_memory(err);
	for (i = 0; i < table->n_migrations; i++) {
		m = &table->migrations[i];
		if (!m->n_replaces || s->rows[i] || !has_all(s, m->replaces, m->n_replaces))
			continue;
		s->assumed[i] = (struct applied){.revision = m->id,
		                                 .checksum = m->checksum,
		                                 .done = m->n_up,
		                                 .total = m->n_up};
		take_all(s, m->replaces, m->n_replaces, rows, taken, &s->assumed[i]);
		s->squashed[i] = 1;
		s->rows[i] = &s->assumed[i];
	}
	return 0;
}

/* the rows that have no migration of their own */
static int
sort_others(struct state *s, const struct applied *rows, unsigned n, struct err *err)
{
	unsigned char *taken;
	unsigned i;
	int rc;

	if (s->n_others == 0)
		return 0;
	qsort(s->others, s->n_others, sizeof(*s->others), by_revision);
	taken = calloc(n, 1);
	rc = taken ? squash(s, rows, taken, err) : err_memory(err);
	for (i = 0; rc == 0 && i < n; i++)
		if (!taken[i] && state_find(s, rows[i].revision) == BASE)
			s->unknown[s->n_unknown++] = &rows[i];
	free(taken);
	return rc;
}

int
state_make(struct state *s, const struct migration_table *table, const struct applied *rows,
           unsigned n, struct err *err)
{
	unsigned i;

	if (state_init(s, table, n, err) < 0)
		return -1;
	for (i = 0; i < n; i++) {
		unsigned m = state_find(s, rows[i].revision);

		if (m == BASE)
			s->others[s->n_others++] = &rows[i];
		else
			s->rows[m] = &rows[i];
	}
	if (sort_others(s, rows, n, err) == 0)
		return 0;
	state_free(s);
	return -1;
}

int
state_assume(struct state *s, const struct migration_table *table, const unsigned char *marks,
             struct err *err)
{
	unsigned i;

	if (state_init(s, table, 0, err) < 0)
		return -1;
	s->assumed = calloc((size_t)table->n_migrations + 1, sizeof(*s->assumed));
	if (!s->assumed) {
		state_free(s);
		return err_memory(err);
	}
	for (i = 0; i < table->n_migrations; i++) {
		const struct migration *m = &table->migrations[i];

		if (!marks[i])
			continue;
		s->assumed[i] = (struct applied){.revision = m->id,
		                                 .checksum = m->checksum,
		                                 .done = m->n_up,
		                                 .total = m->n_up};
		s->rows[i] = &s->assumed[i];
	}
	return 0;
}

void
state_free(struct state *s)
{
	graph_free(&s->graph);
	free(s->rows);
	free(s->squashed);
	free(s->unknown);
	free(s->others);
	free(s->slots);
	free(s->assumed);
	*s = (struct state){0};
}

bool
state_has(const struct state *s, unsigned migration)
{
	return is_whole(s->rows[migration]);
}

bool
state_differs(const struct state *s, unsigned migration)
{
	const struct applied *row = s->rows[migration];

	return row && strcmp(row->checksum, s->table->migrations[migration].checksum) != 0;
}

bool
state_is_squashed(const struct state *s)
{
	return memchr(s->squashed, 1, s->table->n_migrations) != NULL;
}

/* ids for a sentence, the first of them */
struct ids {
	struct text text;
	unsigned n;
};

static void
add_id(struct ids *ids, const char *id, const char *more)
{
	if (ids->n++ < MOST_LISTED)
		text_fmt(&ids->text, "%s%s%s", ids->n > 1 ? ", " : "", id, more);
}

static const char *
ids_str(struct ids *ids)
{
	if (ids->n > MOST_LISTED)
		text_fmt(&ids->text, " and %u more", ids->n - MOST_LISTED);
	return text_str(&ids->text);
}

static bool
has_any(const struct state *s, const struct replaced *v, unsigned n)
{
	unsigned i;

	for (i = 0; i < n; i++)
		if (find_other(s, v[i].id) || has_any(s, v[i].replaces, v[i].n_replaces))
			return true;
	return false;
}

/* one that replaced others itself may be there by some of these */
static void
look_for(const struct state *s, const struct replaced *v, unsigned n, struct ids *there,
         struct ids *lacking)
{
	const struct applied *row;
	unsigned i;

	for (i = 0; i < n; i++) {
		row = find_other(s, v[i].id);
		if (row)
			add_id(there, v[i].id, is_whole(row) ? "" : " (half)");
		else if (has_any(s, v[i].replaces, v[i].n_replaces))
			look_for(s, v[i].replaces, v[i].n_replaces, there, lacking);
		else
			add_id(lacking, v[i].id, "");
	}
}

unsigned
state_below(const struct state *s, unsigned migration)
{
	const struct migration *m;

	do {
		m = &s->table->migrations[migration];
		migration = m->n_parents ? m->parents[0] : BASE;
	} while (migration != BASE && !s->rows[migration]);
	return migration;
}

/* some of what it replaces is there and some is not */
static int
refuse_part(const struct state *s, unsigned migration, struct err *err)
{
	const struct migration *m = &s->table->migrations[migration];
	struct ids there = {0}, lacking = {0};

	look_for(s, m->replaces, m->n_replaces, &there, &lacking);
	err_set(err, ERR_FAILED,
	        "the database has a part of what revision %s (%.*s) replaces: there %s %s", m->id,
	        text_line(m->message), m->message, there.n == 1 ? "is" : "are", ids_str(&there));
	if (lacking.n)
		err_add(err, ", and not %s", ids_str(&lacking));
	err_add(err,
	        "\nhint: with the program of before %s, `migrate upgrade %s` makes it whole; or "
	        "`migrate downgrade %s` goes back to where %s begins",
	        m->id, m->replaces[m->n_replaces - 1].id,
	        graph_name(s->table, state_below(s, migration)), m->id);
	text_free(&there.text);
	text_free(&lacking.text);
	return -1;
}

/* of those that are there the one that has another checksum than that had which was replaced */
static const struct replaced *
changed_part(const struct state *s, const struct replaced *v, unsigned n)
{
	const struct replaced *found;
	const struct applied *row;
	unsigned i;

	for (i = 0; i < n; i++) {
		row = find_other(s, v[i].id);
		if (row && strcmp(row->checksum, v[i].checksum) != 0)
			return &v[i];
		found = row ? NULL : changed_part(s, v[i].replaces, v[i].n_replaces);
		if (found)
			return found;
	}
	return NULL;
}

static int
refuse_changed_part(const struct state *s, const struct migration *m, struct err *err)
{
	const struct replaced *part = changed_part(s, m->replaces, m->n_replaces);

	return err_set(
		err, ERR_FAILED,
		"revision %s, which %s (%.*s) replaces, is another in the database: its checksum was %s, and the "
		"database has %s\n"
		"hint: see what was changed before it became part of %s; or, if the database is right as it is, "
		"`migrate stamp REV` with the revision that the database is at records the new checksum",
		part->id, m->id, text_line(m->message), m->message, part->checksum,
		find_other(s, part->id)->checksum, m->file);
}

static int
refuse_unknown(const struct state *s, struct err *err)
{
	unsigned i;

	err_set(err, ERR_FAILED, "the database has %s that this program does not know: ",
	        s->n_unknown == 1 ? "a revision" : "revisions");
	for (i = 0; i < s->n_unknown && i < MOST_LISTED; i++)
		err_add(err, "%s%s", i ? ", " : "", s->unknown[i]->revision);
	if (i < s->n_unknown)
		err_add(err, " and %u more", s->n_unknown - i);
	return err_add(
		err,
		"\nhint: the database is ahead of this program (build %s of %s); use the program that "
		"applied %s; or `migrate downgrade REV`, where the history keeps what undoes it; or, if the "
		"migration is gone for good, `migrate stamp REV` forgets it",
		s->table->build, s->table->name, s->n_unknown == 1 ? "it" : "them");
}

static int
refuse_changed(const struct state *s, unsigned migration, struct err *err)
{
	const struct migration *m = &s->table->migrations[migration];

	if (s->squashed[migration])
		return refuse_changed_part(s, m, err);
	return err_set(
		err, ERR_FAILED,
		"revision %s (%.*s) was changed after it was applied: its checksum is %s, and the database "
		"has %s\n"
		"hint: restore %s as it was; or, if the database is right as it is, `migrate stamp REV` "
		"with the revision that the database is at records the new checksum",
		m->id, text_line(m->message), m->message, m->checksum, s->rows[migration]->checksum,
		m->file);
}

/* a row that no migrate has written would lead steps astray */
static int
refuse_count(const struct state *s, unsigned migration, struct err *err)
{
	const struct migration *m = &s->table->migrations[migration];
	const struct applied *row = s->rows[migration];

	return err_set(
		err, ERR_FAILED,
		"the history says that %u of %u steps of revision %s (%.*s) are done\n"
		"hint: no migrate writes that; `migrate stamp REV` with the revision that the "
		"database is at writes the row anew",
		row->done, row->total, m->id, text_line(m->message), m->message);
}

int
state_check(const struct state *s, struct err *err)
{
	const struct migration *m;
	unsigned i;

	for (i = 0; s->n_unknown && i < s->table->n_migrations; i++) {
		m = &s->table->migrations[i];
		if (!s->rows[i] && has_any(s, m->replaces, m->n_replaces))
			return refuse_part(s, i, err);
	}
	if (s->n_unknown)
		return refuse_unknown(s, err);
	for (i = 0; i < s->table->n_migrations; i++) {
		if (state_differs(s, i))
			return refuse_changed(s, i, err);
		if (s->rows[i] && s->rows[i]->done > s->rows[i]->total)
			return refuse_count(s, i, err);
	}
	return 0;
}

unsigned char *
state_marks(const struct state *s, bool half, struct err *err)
{
	unsigned char *marks = graph_marks(s->table, err);
	unsigned i;

	for (i = 0; marks && i < s->table->n_migrations; i++)
		marks[i] = half ? s->rows[i] != NULL : state_has(s, i);
	return marks;
}

int
state_heads(const struct state *s, unsigned **list, unsigned *n, struct err *err)
{
	unsigned char *marks = state_marks(s, true, err);
	int rc;

	if (!marks)
		return -1;
	rc = graph_tops(s->table, marks, list, n, err);
	free(marks);
	return rc;
}
