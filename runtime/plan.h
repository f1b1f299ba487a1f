/*
 * Which steps lead from what the database says is applied to what was asked for. Pure: a table, rows of the history and a
 * request go in. Parents and dependencies are a graph here; where the answer is only clear on a straight line, the other
 * case is an error that names the revisions.
 */
#ifndef PLAN_H
#define PLAN_H

#include <limits.h>

#include "applied.h"
#include "err.h"
#include "table.h"

#define PLAN_BASE UINT_MAX /* in place of a migration's index: before the first one */

/* the table's migrations beside the history's rows; rows outlive it */
struct state {
	const struct migration_table *table;

	const struct applied **rows; /* one for each migration, NULL where it is not applied */
	const struct applied **unknown;
	unsigned n_unknown; /* rows that the table has no migration for */

	unsigned *slots; /* hash of ids: index + 1, 0 is free */
	unsigned n_slots;
	struct applied *assumed; /* rows of our own, for a script */
};

int state_make(struct state *s, const struct migration_table *table, const struct applied *rows,
               unsigned n, struct err *err);

/* as if the migration and all before it were applied, and nothing else */
int state_assume(struct state *s, const struct migration_table *table, unsigned migration,
                 struct err *err);

void state_free(struct state *s);

/* the migration with this id, or PLAN_BASE */
unsigned state_find(const struct state *s, const char *id);

/* is all of it applied? */
bool state_has(const struct state *s, unsigned migration);

/* is it applied with another checksum? */
bool state_differs(const struct state *s, unsigned migration);

/* may something be run on this database? refuses revisions that are not known here, and ones that were changed */
int state_check(const struct state *s, struct err *err);

/* the applied migrations, whole or half, that no applied one is built upon, the last first; the caller frees the list */
int state_heads(const struct state *s, unsigned **list, unsigned *n, struct err *err);

/* the only one of them, or PLAN_BASE where nothing is applied; fails where there are several */
int state_current(const struct state *s, unsigned *migration, struct err *err);

/* is nothing built upon it? */
bool table_is_head(const struct migration_table *table, unsigned migration);

/* what a relative target counts from */
enum target_use { TARGET_UP, TARGET_DOWN, TARGET_EITHER, TARGET_FIXED };

/*
 * A migration, or PLAN_BASE, by full id, unique prefix, head, base, +N, -N, REV+N or REV-N. The use says what a number
 * without a revision means: up, down, either by its sign, or nothing.
 */
int target_find(const struct state *s, const char *text, enum target_use use, unsigned *migration,
                struct err *err);

struct plan_item {
	unsigned migration;
	bool down;

	bool begun;    /* its row is there already, from a run that stopped */
	unsigned done; /* steps that an earlier run finished */
	unsigned started;
};

struct plan {
	const struct migration_table *table;
	struct plan_item *items;
	unsigned n;

	unsigned from; /* where the database is before; PLAN_BASE is empty */
	unsigned to;
	bool down;
};

int plan_upgrade(struct plan *plan, const struct state *s, unsigned target, struct err *err);

int plan_downgrade(struct plan *plan, const struct state *s, unsigned target, struct err *err);

/* the migration and all that it is built upon, in order; an array that the caller frees */
int plan_lineage(const struct migration_table *table, unsigned target, unsigned **list, unsigned *n,
                 struct err *err);

/* can all of it be one transaction? */
int plan_check_single(const struct plan *plan, struct err *err);

void plan_free(struct plan *plan);

/* the steps of an item, up or down */
const struct step *plan_steps(const struct plan *plan, const struct plan_item *item, unsigned *n);

/* the end of the stretch that begins at step i: before one that refuses a transaction or needs a commit */
unsigned plan_stretch(const struct step *steps, unsigned n, unsigned i);

/* an id for a sentence: "base" for PLAN_BASE */
const char *plan_name(const struct migration_table *table, unsigned migration);

#endif
