/* From revisions that were replayed to the table that the runtime reads. */
#ifndef LOWER_H
#define LOWER_H

#include "../runtime/table.h"
#include "revision.h"

/* struct revision in order */
struct migration_table *lower(const struct config *c, const struct list *revisions);
/* the same without steps, checksums and what a config says: what tells revisions from each other */
struct migration_table *lower_graph(const struct list *revisions);

#endif
