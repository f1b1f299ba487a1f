/* Operations without an order of their own, and the difference of two schemas. */
#ifndef DIFF_H
#define DIFF_H

#include "op.h"

/* applies operations to s in an order in which each finds what it needs: one that is refused waits until others have made it.
   Returns them in the order in which they ran; those that can never run go to refused, with their errors left unsaid. apart: each is a
   transaction of its own */
struct list apply_in_order(struct schema *s, const struct list *ops, bool apart,
                           struct list *refused);

/* what makes `to` of `s`, in an order in which it runs; s is `to` afterwards, but for what went to refused: what no operation can do.
   Errors are left unsaid */
struct list schema_diff(struct schema *s, const struct schema *to, struct loc at,
                        struct list *refused);

/* what makes `to` of s, in which there is nothing: the same for schemas that are the same, however they were made */
struct list schema_declare(struct schema *s, const struct schema *to, struct list *refused);

/* takes away from `to` what a refused operation would have made, with what cannot be without it; false where s has it, but for a part,
   or `to` does not any more */
bool schema_leave_out(const struct schema *s, struct schema *to, const struct op *refused);

#endif
