/* Runs a plan: transactions, steps that refuse one, and where to go on after a run that stopped. */
#ifndef EXEC_H
#define EXEC_H

#include "db.h"
#include "err.h"
#include "events.h"
#include "lock.h"
#include "plan.h"

struct exec_options {
	bool single; /* one transaction for all of it */
	const struct lock
		*lock; /* with a guard a pooler stands between: what needs a session is refused */
	double wait_seconds; /* how long another session's build of an index is waited for */

	const struct events *events;
};

/*
 * Run it, under the lock and with the history tables there. The message of an error says what state the database is in; done counts
 * the migrations that are whole.
 */
int exec_run(struct db *db, const struct plan *plan, const struct exec_options *options,
             unsigned *done, struct err *err);

/* the marked migrations get rows of their own in the place of those of what they replace, in one transaction; tag as below */
int exec_squash(struct db *db, const struct migration_table *table, const unsigned char *marks,
                const char *tag, struct err *err);

/* record the marked migrations as applied, and nothing else; runs nothing. tag, which may be NULL, is for the audit */
int exec_stamp(struct db *db, const struct migration_table *table, const unsigned char *marks,
               const char *action, const char *tag, struct err *err);

#endif
