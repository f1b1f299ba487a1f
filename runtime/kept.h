/* Revisions that this program does not know, as the history of a database keeps them. */
#ifndef KEPT_H
#define KEPT_H

#include "db.h"
#include "state.h"

struct kept {
	struct migration_table
		table; /* the program's own, and behind its migrations those that are kept */

	struct rows rows; /* owns the strings; a row a step */
	struct migration *migrations;
	unsigned *edges;
	struct obstacle *obstacles;
	struct step *steps;
	struct step_place *places;
	struct step_copy *copies;
	struct leftover *leftovers;
};

/*
 * What s does not know, as far as it is kept with all that it is built upon; table.n_kept says how many that are. Freed with
 * kept_free.
 */
int kept_read(struct kept *k, struct db *db, const struct state *s, struct err *err);

void kept_free(struct kept *k);

#endif
