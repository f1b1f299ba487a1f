/* Operations as Lua, from the same field tables that read it. */
#ifndef PRINT_H
#define PRINT_H

#include "op.h"

/* the call that reads as item when it is decoded again: lines after `indent` spaces, each with its \n */
void print_call(const struct shape *shape, const void *item, int indent, struct buf *out);
/* the same of an operation; of one that only SQL says, execute of its statements */
void print_op(const struct op *op, int indent, struct buf *out);

#endif
