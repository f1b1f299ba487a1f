/* The table's migrations beside the history's rows: what is applied, half applied, changed or unknown. Pure. */
#ifndef STATE_H
#define STATE_H

#include "applied.h"
#include "err.h"
#include "graph.h"
#include "table.h"

/* the table's migrations beside the history's rows; rows outlive it */
struct state {
	const struct migration_table *table;
	struct graph graph;

	const struct applied **rows; /* one for each migration, NULL where it is not applied */
	unsigned char *
		squashed; /* marks: instead of its own the history has the rows of what it replaces */
	const struct applied **unknown;
	unsigned
		n_unknown; /* rows that the table has no migration for, nor for what they are part of */
	const struct applied **others;
	unsigned n_others; /* those and the rows of what is squashed, by their ids */

	unsigned *slots; /* hash of ids: index + 1, 0 is free */
	unsigned n_slots;
	struct applied *assumed; /* rows of our own: for a script, or of what is squashed */
};

int state_make(struct state *s, const struct migration_table *table, const struct applied *rows,
               unsigned n, struct err *err);

/* as if the marked migrations were applied, and nothing else */
int state_assume(struct state *s, const struct migration_table *table, const unsigned char *marks,
                 struct err *err);

void state_free(struct state *s);

/* the migration with this id, or BASE */
unsigned state_find(const struct state *s, const char *id);

/* has the history rows of what a migration replaces instead of its own? */
bool state_is_squashed(const struct state *s);

/* is all of it applied? */
bool state_has(const struct state *s, unsigned migration);

/* is it applied with another checksum? */
bool state_differs(const struct state *s, unsigned migration);

/* may something be run on this database? refuses revisions that are not known here, and ones that were changed */
int state_check(const struct state *s, struct err *err);

/* what is there of what it is built upon, by its first parents: the uppermost, or BASE */
unsigned state_below(const struct state *s, unsigned migration);

/* marks of what is applied, that the caller frees; half: also what a run stopped in */
unsigned char *state_marks(const struct state *s, bool half, struct err *err);

/* the applied migrations, whole or half, that no applied one is built upon, the last first; the caller frees the list */
int state_heads(const struct state *s, unsigned **list, unsigned *n, struct err *err);

#endif
