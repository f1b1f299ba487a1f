/* Replay over a graph: each revision on the schema of what it is built upon, and what branches make together. */
#ifndef BRANCHES_H
#define BRANCHES_H

#include "revision.h"

/* replays all that are placed, in their order, as replay_revision does, or what `last` is built upon and that itself; the schema that all
   of them make together. Branches that do not go together are errors, as are those of replay_revision */
struct schema *branches_replay(const struct config *c, const struct list *revisions,
                               const struct revision *last);

#endif
