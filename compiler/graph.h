/* The history: revisions in the order in which they apply. */
#ifndef GRAPH_H
#define GRAPH_H

#include "revision.h"

/* puts revisions in order, each after its parents, and fills their index. Reports duplicate ids, unknown parents (where all
   revisions are known), several roots or heads, and marks those revisions, and what comes after them, as unplaced. -1 after
   error_at where there is no order: cycles */
int graph_order(struct list *revisions, bool all_known);
/* the revision of an id, or of a prefix that only one has; NULL with the reason in *why */
struct revision *graph_find(const struct list *revisions, const char *name, const char **why);
/* what is wrong with an id, or NULL */
const char *graph_id_wrong(const char *id);

#endif
