/* Who stands in the way of a statement. */
#ifndef BLOCKER_H
#define BLOCKER_H

#include "db.h"
#include "err.h"
#include "table.h"

/* add to the message who has locks on a table, an SQL name, as far as this role may see it; outside of a transaction */
void blocker_add(struct db *db, const struct migration_table *table, const char *name,
                 struct err *err);

#endif
