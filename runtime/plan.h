/*
 * Which steps lead from what the database says is applied to what was asked for. Pure: a table, rows of the history and a
 * target go in. What is applied is a set: an upgrade adds what a target is built upon, a downgrade takes away what is built upon
 * its target, in the table's order and its reverse, where obstacles go before what they stand in the way of.
 */
#ifndef PLAN_H
#define PLAN_H

#include "err.h"
#include "graph.h"
#include "state.h"
#include "table.h"
#include "target.h"
#include "values.h"

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

	unsigned char *before; /* marks: what is applied as a whole before it */
	bool down;
	unsigned
		below; /* of an upgrade: its target, where applied ones are built upon it; else BASE */

	const char *tag; /* for the audit: the user's word for the run, or NULL */
	const struct values *values;
	int server; /* its version as PQserverVersion gives it; 0 where none is asked, in a script */
};

int plan_upgrade(struct plan *plan, const struct state *s, const struct target *target,
                 struct err *err);

int plan_downgrade(struct plan *plan, const struct state *s, const struct target *target,
                   struct err *err);

/*
 * What counts as applied once a database is stamped with a target: what that is built upon, and of the rest what is not built upon
 * it; of one that is applied what a downgrade would leave. marks, which is what counted before, is changed.
 */
int plan_stamp(const struct state *s, const struct target *target, unsigned char *marks,
               struct err *err);

/* marks of what is applied when the first n items are done, that the caller frees */
unsigned char *plan_marks(const struct plan *plan, unsigned n, struct err *err);

/* where the database is then, for a sentence */
void plan_place(const struct plan *plan, unsigned n, struct text *t);

/* has each variable of its steps a value? */
int plan_check_values(const struct plan *plan, struct err *err);

/* can all of it be one transaction? */
int plan_check_single(const struct plan *plan, struct err *err);

void plan_free(struct plan *plan);

/* the steps of an item, up or down */
const struct step *plan_steps(const struct plan *plan, const struct plan_item *item, unsigned *n);

/* the end of the stretch that begins at step i: before one that refuses a transaction */
unsigned plan_stretch(const struct plan *plan, const struct step *steps, unsigned n, unsigned i);

/* is the step for a server of this version? */
bool step_is_for(const struct step *step, int server);

/* and for the plan's? where that is not known, it is */
bool plan_sends(const struct plan *plan, const struct step *step);

/* does the step run outside of a transaction? */
bool plan_alone(const struct plan *plan, const struct step *step);

#endif
