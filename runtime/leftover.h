/* What an earlier CREATE INDEX CONCURRENTLY may have left behind. */
#ifndef LEFTOVER_H
#define LEFTOVER_H

#include "db.h"
#include "err.h"
#include "events.h"
#include "table.h"

/*
 * Look for the step's index before it is built; started says that the history saw this step begin. Returns 1 where an earlier run
 * has finished it, 0 where it is to be built (an INVALID rest of our own has been dropped), and -1 where what is there
 * cannot be taken for ours. Waits for another that is building it, at most so many seconds.
 */
int leftover_clear(struct db *db, const struct step *step, bool started, double seconds,
                   const struct events *events, struct err *err);

/* our own build has failed: drop what it left; returns 1 where something was dropped, 0 where nothing was there */
int leftover_drop(struct db *db, const struct step *step, struct err *err);

#endif
