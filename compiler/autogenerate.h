/* The operations of a difference, as a person would have written them. */
#ifndef AUTOGENERATE_H
#define AUTOGENERATE_H

#include "op.h"

/* the same with what belongs together in one: keys and indexes in the tables that are made */
struct list autogenerate_gather(const struct list *ops);
/* lines of upgrade(), after two spaces, with what the reader must look at beside them. s is the schema after them */
void autogenerate_print(const struct list *ops, const struct schema *s, struct buf *out);

#endif
