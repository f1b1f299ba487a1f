/* The tables that remember what was applied: looked for, made where missing, read. */
#ifndef HISTORY_H
#define HISTORY_H

#include "applied.h"
#include "db.h"
#include "err.h"
#include "table.h"

struct history {
	struct applied *applied; /* the last first */
	unsigned n;
	bool exists;      /* is there a history table? */
	struct rows rows; /* owns the strings */
};

/* a table that does not exist is an empty history; in full asks for what only people read */
int history_read(struct db *db, const struct migration_table *table, bool full, struct history *h,
                 struct err *err);

void history_free(struct history *h);

/* make what is missing; under the lock; made says whether anything was */
int history_ensure(struct db *db, const struct migration_table *table, bool *made, struct err *err);

/* where the server denied this role the writing of the history, add what it needs */
void history_explain_write(struct db *db, const struct migration_table *table, struct err *err);

#endif
