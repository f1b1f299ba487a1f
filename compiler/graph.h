/* The history: revisions in the order in which they apply. */
#ifndef GRAPH_H
#define GRAPH_H

#include "revision.h"

/* puts revisions in order, each after its parents, and fills their index. -1 after error_at: duplicate ids, unknown parents,
   cycles, several roots or heads */
int graph_order(struct list *revisions);
/* the revision of an id, or of a prefix that only one has; NULL with the reason in *why */
struct revision *graph_find(const struct list *revisions, const char *name, const char **why);
/* what is wrong with an id, or NULL */
const char *graph_id_wrong(const char *id);

#endif
