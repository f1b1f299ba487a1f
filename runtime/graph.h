/* The migrations as a graph: parents and dependencies, up and down. */
#ifndef GRAPH_H
#define GRAPH_H

#include <limits.h>

#include "err.h"
#include "table.h"

#define BASE UINT_MAX /* in place of a migration's index: before the first one */

/* an id for a sentence: "base" for BASE */
const char *graph_name(const struct migration_table *table, unsigned migration);

/* is it a parent of m? BASE is that of a root */
bool graph_has_parent(const struct migration *m, unsigned parent);

/* the migration before it, the first of several, or BASE */
unsigned graph_parent(const struct migration *m);

/* the next child of a migration, or the next root, from an index on; BASE where there is none */
unsigned graph_next_child(const struct migration_table *table, unsigned parent, unsigned from);

/* is it nobody's parent? */
bool graph_is_head(const struct migration_table *table, unsigned migration);

/* an array of zeros, one for each migration, that the caller frees; NULL where there is no memory */
unsigned char *graph_marks(const struct migration_table *table, struct err *err);

/* mark also what the marked ones are built upon */
void graph_mark_ancestors(const struct migration_table *table, unsigned char *marks);

/* mark also what is built upon the marked ones */
void graph_mark_descendants(const struct migration_table *table, unsigned char *marks);

/* the migration and all that it is built upon, in order; an array that the caller frees */
int graph_lineage(const struct migration_table *table, unsigned target, unsigned **list,
                  unsigned *n, struct err *err);

#endif
