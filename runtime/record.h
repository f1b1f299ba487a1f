/* A migration as the history keeps it, so that a program that does not have it can undo it: one JSON object, read by kept.c. */
#ifndef RECORD_H
#define RECORD_H

#include "table.h"
#include "text.h"

void record_migration(struct text *t, const struct migration_table *table,
                      const struct migration *m);

#endif
