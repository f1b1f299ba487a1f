/* From revisions that were replayed to the table that the runtime reads. */
#ifndef LOWER_H
#define LOWER_H

#include "../runtime/table.h"
#include "revision.h"

/* struct revision in order */
struct migration_table *lower(const struct config *c, const struct list *revisions);
/* the same without steps and what a config says: what is said of revisions, and how they hang together */
struct migration_table *lower_graph(const struct list *revisions);

#endif
