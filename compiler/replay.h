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
/* applies its operations once more, on another schema, and says nothing; what they would send there goes to the end of steps. The
   first that is refused, whose error is diag_last, or NULL */
struct op *replay_again(struct schema *s, struct revision *r, struct list *steps);
/* the first of such steps that is not as the revision's own, or NULL */
const struct step *replay_other_step(const struct revision *r, const struct list *steps);
/* the same of one operation; false where it is refused */
bool replay_op(struct schema *s, struct op *op);
/* replays it on another schema, down too, and says nothing; false where it would go down another way than it does alone. It is applied
   afterwards */
bool replay_back(struct schema *s, const struct revision *r);
/* takes the way down that it has, on another schema, and says nothing; false where that is refused, or its SQL would be another */
bool replay_down(struct schema *s, const struct revision *r);
/* is all as it was at mark? */
bool replay_is_back(const struct schema *s, size_t mark);
/* the operations of a revision, as they are applied, which are the same each time: struct op */
struct list replay_ops(struct revision *r);

#endif
