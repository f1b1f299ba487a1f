/*
 * The migrations as a graph. The table is in topological order, so a walk over all is one loop over an array of marks: upwards to
 * find what is built upon a migration, downwards for what it is built upon.
 */
#include "graph.h"

#include <stdlib.h>
#include <string.h>

/* ---- the way up ---- */

/* a member of struct migration that lists others */
struct edges {
	const unsigned *to;
	unsigned n;
};

static struct edges
parents_of(const struct migration *m)
{
	return (struct edges){m->parents, m->n_parents};
}

static struct edges
dependencies_of(const struct migration *m)
{
	return (struct edges){m->depends_on, m->n_depends_on};
}

/* turns them round; what has none is upon BASE, where that is wanted */
static int
turn(const struct migration_table *table, struct edges (*edges_of)(const struct migration *),
     bool base, unsigned **first, unsigned **list, struct err *err)
{
	unsigned n = table->n_migrations, all = 0, i, j;
	unsigned *at;

	for (i = 0; i < n; i++)
		all += edges_of(&table->migrations[i]).n + 1;
	*first = at = calloc((size_t)n + 3, sizeof(*at));
	*list = calloc((size_t)all + 1, sizeof(**list));
	if (!*first || !*list)
		return err_memory(err);
	/* row i is counted at i + 2, is filled from i + 1 on, and is then found at i */
	for (i = 0; i < n; i++) {
		struct edges e = edges_of(&table->migrations[i]);

		for (j = 0; j < e.n; j++)
			at[e.to[j] + 2]++;
		at[n + 2] += base && e.n == 0;
	}
	for (i = 2; i < n + 3; i++)
		at[i] += at[i - 1];
	for (i = 0; i < n; i++) {
		struct edges e = edges_of(&table->migrations[i]);

		for (j = 0; j < e.n; j++)
			(*list)[at[e.to[j] + 1]++] = i;
		if (base && e.n == 0)
			(*list)[at[n + 1]++] = i;
	}
	return 0;
}

int
graph_make(struct graph *g, const struct migration_table *table, struct err *err)
{
	*g = (struct graph){.table = table};
	if (turn(table, parents_of, true, &g->first_child, &g->children, err) == 0 &&
	    turn(table, dependencies_of, false, &g->first_dependent, &g->dependents, err) == 0)
		return 0;
	graph_free(g);
	return -1;
}

void
graph_free(struct graph *g)
{
	free(g->first_child);
	free(g->children);
	free(g->first_dependent);
	free(g->dependents);
	*g = (struct graph){0};
}

static const unsigned *
row(const struct graph *g, const unsigned *first, const unsigned *list, unsigned migration,
    unsigned *n)
{
	unsigned i = migration == BASE ? g->table->n_migrations : migration;

	*n = first[i + 1] - first[i];
	return list + first[i];
}

const unsigned *
graph_children(const struct graph *g, unsigned migration, unsigned *n)
{
	return row(g, g->first_child, g->children, migration, n);
}

const unsigned *
graph_dependents(const struct graph *g, unsigned migration, unsigned *n)
{
	return row(g, g->first_dependent, g->dependents, migration, n);
}

bool
graph_is_head(const struct graph *g, unsigned migration)
{
	unsigned n;

	graph_children(g, migration, &n);
	return n == 0;
}

bool
graph_is_real_head(const struct graph *g, unsigned migration)
{
	unsigned n;

	graph_dependents(g, migration, &n);
	return n == 0 && graph_is_head(g, migration);
}

/* ---- marks ---- */

const char *
graph_name(const struct migration_table *table, unsigned migration)
{
	return migration == BASE ? "base" : table->migrations[migration].id;
}

static bool
is_id(const char *s, const char *id, size_t n)
{
	return strncmp(s, id, n) == 0 && !s[n];
}

/* one of them, or of those that they replaced */
static bool
is_among(const struct replaced *v, unsigned n_v, const char *id, size_t n)
{
	unsigned i;

	for (i = 0; i < n_v; i++)
		if (is_id(v[i].id, id, n) || is_among(v[i].replaces, v[i].n_replaces, id, n))
			return true;
	return false;
}

/* the last of them, or the last of those that this replaced */
static bool
is_last(const struct replaced *v, unsigned n_v, const char *id, size_t n)
{
	return n_v && (is_id(v[n_v - 1].id, id, n) ||
	               is_last(v[n_v - 1].replaces, v[n_v - 1].n_replaces, id, n));
}

unsigned
graph_replacing(const struct migration_table *table, const char *id, size_t n, bool *last)
{
	const struct migration *m;
	unsigned i;

	*last = false;
	for (i = 0; i < table->n_migrations; i++) {
		m = &table->migrations[i];
		if (!is_among(m->replaces, m->n_replaces, id, n))
			continue;
		*last = is_last(m->replaces, m->n_replaces, id, n);
		return i;
	}
	return BASE;
}

unsigned char *
graph_marks(const struct migration_table *table, struct err *err)
{
	unsigned char *marks = calloc((size_t)table->n_migrations + 1, 1);

	if (!marks)
		err_memory(err);
	return marks;
}

static void
mark(unsigned char *marks, struct edges e)
{
	unsigned i;

	for (i = 0; i < e.n; i++)
		marks[e.to[i]] = 1;
}

bool
graph_is_any_marked(const unsigned char *marks, const unsigned *list, unsigned n)
{
	unsigned i;

	for (i = 0; i < n; i++)
		if (marks[list[i]])
			return true;
	return false;
}

void
graph_mark_ancestors(const struct migration_table *table, unsigned char *marks,
                     enum graph_walk walk)
{
	unsigned i;

	for (i = table->n_migrations; i-- > 0;) {
		if (!marks[i])
			continue;
		mark(marks, parents_of(&table->migrations[i]));
		if (walk == WALK_ALL)
			mark(marks, dependencies_of(&table->migrations[i]));
	}
}

void
graph_mark_descendants(const struct migration_table *table, unsigned char *marks,
                       enum graph_walk walk)
{
	unsigned i;

	for (i = 0; i < table->n_migrations; i++) {
		const struct migration *m = &table->migrations[i];

		if (graph_is_any_marked(marks, m->parents, m->n_parents) ||
		    (walk == WALK_ALL &&
		     graph_is_any_marked(marks, m->depends_on, m->n_depends_on)))
			marks[i] = 1;
	}
}

unsigned char *
graph_lineage(const struct migration_table *table, unsigned migration, struct err *err)
{
	unsigned char *down = graph_marks(table, err), *up = graph_marks(table, err);
	unsigned i;

	if (!down || !up) {
		free(down);
		free(up);
		return NULL;
	}
	down[migration] = up[migration] = 1;
	graph_mark_ancestors(table, down, WALK_PARENTS);
	graph_mark_descendants(table, up, WALK_PARENTS);
	for (i = 0; i < table->n_migrations; i++)
		up[i] |= down[i];
	free(down);
	return up;
}

int
graph_tops(const struct migration_table *table, const unsigned char *marks, unsigned **list,
           unsigned *n, struct err *err)
{
	unsigned char *below = graph_marks(table, err);
	unsigned i;

	*n = 0;
	*list = calloc((size_t)table->n_migrations + 1, sizeof(**list));
	if (!below || !*list) {
		free(below);
		free(*list);
		*list = NULL;
		return err_memory(err);
	}
	for (i = table->n_migrations; i-- > 0;) {
		if (marks[i] && !below[i])
			(*list)[(*n)++] = i;
		/* also by way of one that is not marked */
		if (!marks[i] && !below[i])
			continue;
		mark(below, parents_of(&table->migrations[i]));
		mark(below, dependencies_of(&table->migrations[i]));
	}
	free(below);
	return 0;
}

int
graph_list(const struct migration_table *table, const unsigned *list, unsigned n, struct err *err)
{
	enum { MOST_LISTED = 10 };
	unsigned i;

	for (i = 0; i < n && i < MOST_LISTED; i++) {
		const struct migration *m = &table->migrations[list[i]];

		err_add(err, "\n  %s  %.*s", m->id, text_line(m->message), m->message);
	}
	if (i < n)
		err_add(err, "\n  … and %u more", n - i);
	return -1;
}

void
graph_add_names(const struct migration_table *table, const unsigned *list, unsigned n,
                struct text *t)
{
	unsigned i;

	for (i = 0; i < n; i++)
		text_fmt(t, "%s%s", i ? ", " : "", graph_name(table, list[i]));
	if (n == 0)
		text_add(t, "base");
}

void
graph_place(const struct migration_table *table, const unsigned char *marks, struct text *t)
{
	struct err err = {0};
	unsigned *list, n;

	if (graph_tops(table, marks, &list, &n, &err) < 0) {
		t->failed = true;
		err_free(&err);
		return;
	}
	graph_add_names(table, list, n, t);
	free(list);
}
