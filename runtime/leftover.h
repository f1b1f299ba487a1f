/* What a statement may have left behind that ran outside of a transaction and was interrupted. */
#ifndef LEFTOVER_H
#define LEFTOVER_H

#include "db.h"
#include "err.h"
#include "events.h"
#include "table.h"

/*
 * Look before the step runs; started says that the history saw it begin. Returns 1 where an earlier run has finished it or it
 * could be finished now, 0 where it is to run (what is left of ours has been dropped), and -1 where what is there cannot be taken
 * for ours. Waits for another session that is building the step's index, at most so many seconds.
 */
int leftover_clear(struct db *db, const struct step *step, bool started, double seconds,
                   const struct events *events, struct err *err);

/*
 * Our own run of the step has failed with err: drop what it left, and add to said what became of it. Returns -1 where something
 * stays that the next run can only take for ours if it knows that the step was begun.
 */
int leftover_settle(struct db *db, const struct step *step, const struct err *err,
                    struct text *said);

#endif
