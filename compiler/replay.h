/* Replay: every operation applied to a schema value, checked, rendered, and undone. */
#ifndef REPLAY_H
#define REPLAY_H

#include "op.h"
#include "revision.h"

/* the schema of a database before its first migration: public, and the schema that holds the history */
struct schema *replay_start(const struct config *c);
/* applies a revision; fills its steps and gaps, from its downgrade() or, where it has none, derived. Errors, warnings and
   notes go to diag */
void replay_revision(struct schema *s, struct revision *r);

#endif
