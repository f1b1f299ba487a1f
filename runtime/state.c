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
	s->unknown = calloc(n_rows + 1, sizeof(*s->unknown));
	s->slots = calloc(s->n_slots, sizeof(*s->slots));
	if (!s->rows || !s->unknown || !s->slots) {
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
			s->unknown[s->n_unknown++] = &rows[i];
		else
			s->rows[m] = &rows[i];
	}
	return 0;
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
	free(s->unknown);
	free(s->slots);
	free(s->assumed);
	*s = (struct state){0};
}

bool
state_has(const struct state *s, unsigned migration)
{
	const struct applied *row = s->rows[migration];

	return row && !row->down && row->done == row->total;
}

bool
state_differs(const struct state *s, unsigned migration)
{
	const struct applied *row = s->rows[migration];

	return row && strcmp(row->checksum, s->table->migrations[migration].checksum) != 0;
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
	unsigned i;

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
