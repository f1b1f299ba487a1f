/* One migrate at a time: an advisory lock that is tried again and again, and never waited for. */
#ifndef LOCK_H
#define LOCK_H

#include "db.h"
#include "err.h"
#include "events.h"
#include "table.h"

struct lock {
	struct db *db;
	struct db *guard; /* holds the lock where a pooler stands between; else NULL */
	char key[24];
};

/*
 * Take the lock within so many seconds, or fail with ERR_LOCKED, naming who holds it. Refuses a standby. The options are
 * those that db was opened with.
 */
int lock_take(struct lock *lock, struct db *db, const struct db_options *options,
              const struct migration_table *table, double seconds, const struct events *events,
              struct err *err);

/* is it still held? A pooler may end the guard's connection; without a guard the run's own connection holds it */
int lock_check(const struct lock *lock, struct err *err);

void lock_release(struct lock *lock);

#endif
