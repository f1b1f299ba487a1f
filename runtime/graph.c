/*
 * The migrations as a graph. The table is in topological order, so every walk is one loop over an array of marks: upwards to find
 * what is built upon a migration, downwards for what it is built upon.
 */
#include "graph.h"

#include <stdlib.h>

const char *
graph_name(const struct migration_table *table, unsigned migration)
{
	return migration == BASE ? "base" : table->migrations[migration].id;
}

bool
graph_has_parent(const struct migration *m, unsigned parent)
{
	unsigned i;

	if (parent == BASE)
		return m->n_parents == 0;
	for (i = 0; i < m->n_parents; i++)
		if (m->parents[i] == parent)
			return true;
	return false;
}

unsigned
graph_parent(const struct migration *m)
{
	return m->n_parents ? m->parents[0] : BASE;
}

unsigned
graph_next_child(const struct migration_table *table, unsigned parent, unsigned from)
{
	unsigned i;

	for (i = from; i < table->n_migrations; i++)
		if (graph_has_parent(&table->migrations[i], parent))
			return i;
	return BASE;
}

bool
graph_is_head(const struct migration_table *table, unsigned migration)
{
	return graph_next_child(table, migration, migration + 1) == BASE;
}

unsigned char *
graph_marks(const struct migration_table *table, struct err *err)
{
	unsigned char *marks = calloc(table->n_migrations + 1, 1);

	if (!marks)
		err_memory(err);
	return marks;
}

void
graph_mark_ancestors(const struct migration_table *table, unsigned char *marks)
{
	unsigned i, j;

	for (i = table->n_migrations; i-- > 0;) {
		const struct migration *m = &table->migrations[i];

		if (!marks[i])
			continue;
		for (j = 0; j < m->n_parents; j++)
			marks[m->parents[j]] = 1;
		for (j = 0; j < m->n_depends_on; j++)
			marks[m->depends_on[j]] = 1;
	}
}

void
graph_mark_descendants(const struct migration_table *table, unsigned char *marks)
{
	unsigned i, j;

	for (i = 0; i < table->n_migrations; i++) {
		const struct migration *m = &table->migrations[i];

		for (j = 0; j < m->n_parents; j++)
			marks[i] |= marks[m->parents[j]];
		for (j = 0; j < m->n_depends_on; j++)
			marks[i] |= marks[m->depends_on[j]];
	}
}

int
graph_lineage(const struct migration_table *table, unsigned target, unsigned **list, unsigned *n,
              struct err *err)
{
	unsigned char *marks = graph_marks(table, err);
	unsigned i;

	*n = 0;
	*list = calloc(table->n_migrations + 1, sizeof(**list));
	if (!marks || !*list) {
		free(marks);
		free(*list);
		return err_memory(err);
	}
	if (target != BASE)
		marks[target] = 1;
	graph_mark_ancestors(table, marks);
	for (i = 0; i < table->n_migrations; i++)
		if (marks[i])
			(*list)[(*n)++] = i;
	free(marks);
	return 0;
}
