/*
 * Which steps lead from what the database says is applied to what was asked for. Pure: a table, rows of the history and a
 * request go in. Parents and dependencies are a graph here; where the answer is only clear on a straight line, the other
 * case is an error that names the revisions.
 */
#ifndef PLAN_H
#define PLAN_H

#include "err.h"
#include "graph.h"
#include "state.h"
#include "table.h"
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

	unsigned from; /* where the database is before; BASE is empty */
	unsigned to;
	bool down;

	const struct values *values;
	int server; /* its version as PQserverVersion gives it; 0 where none is asked, in a script */
};

int plan_upgrade(struct plan *plan, const struct state *s, unsigned target, struct err *err);

int plan_downgrade(struct plan *plan, const struct state *s, unsigned target, struct err *err);

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
