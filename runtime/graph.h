/* The migrations as a graph: parents and dependencies, up and down. Pure. */
#ifndef GRAPH_H
#define GRAPH_H

#include <limits.h>

#include "err.h"
#include "table.h"
#include "text.h"

#define BASE UINT_MAX /* in place of a migration's index: before the first one */

/* the way up: who is built upon a migration */
struct graph {
	const struct migration_table *table;

	/* one row for each migration, and one for BASE, whose children are the roots: row i begins at first[i] */
	unsigned *first_child, *children;
	unsigned *first_dependent, *dependents;
};

int graph_make(struct graph *g, const struct migration_table *table, struct err *err);

void graph_free(struct graph *g);

/* those that it is a parent of, in order; of BASE the roots */
const unsigned *graph_children(const struct graph *g, unsigned migration, unsigned *n);

/* those that depend on it without being its children, in order */
const unsigned *graph_dependents(const struct graph *g, unsigned migration, unsigned *n);

/* is it nobody's parent? */
bool graph_is_head(const struct graph *g, unsigned migration);

/* and does nobody depend on it? */
bool graph_is_real_head(const struct graph *g, unsigned migration);

/* an id for a sentence: "base" for BASE */
const char *graph_name(const struct migration_table *table, unsigned migration);

/* the migration that replaces a revision, whose id has n bytes, or BASE; *last: it is the last of those that it replaces */
unsigned graph_replacing(const struct migration_table *table, const char *id, size_t n, bool *last);

/* an array of zeros, one for each migration, that the caller frees; NULL where there is no memory */
unsigned char *graph_marks(const struct migration_table *table, struct err *err);

bool graph_is_any_marked(const unsigned char *marks, const unsigned *list, unsigned n);

/* what a walk follows */
enum graph_walk { WALK_PARENTS, WALK_ALL };

/* mark also what the marked ones are built upon */
void graph_mark_ancestors(const struct migration_table *table, unsigned char *marks,
                          enum graph_walk walk);

/* mark also what is built upon the marked ones */
void graph_mark_descendants(const struct migration_table *table, unsigned char *marks,
                            enum graph_walk walk);

/* a migration, its ancestors and its descendants by parents: marks that the caller frees */
unsigned char *graph_lineage(const struct migration_table *table, unsigned migration,
                             struct err *err);

/* of the marked ones those that no marked one is built upon, the last first; an array that the caller frees */
int graph_tops(const struct migration_table *table, const unsigned char *marks, unsigned **list,
               unsigned *n, struct err *err);

/* adds them to an error, a line each, and -1 is returned; many are cut short */
int graph_list(const struct migration_table *table, const unsigned *list, unsigned n,
               struct err *err);

/* adds their ids: "a, b", or "base" where there are none */
void graph_add_names(const struct migration_table *table, const unsigned *list, unsigned n,
                     struct text *t);

/* where a database is that has the marked ones, for a sentence: its tops, "a, b", or "base" */
void graph_place(const struct migration_table *table, const unsigned char *marks, struct text *t);

#endif
