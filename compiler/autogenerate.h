/* The operations of a difference, as a person would have written them. */
#ifndef AUTOGENERATE_H
#define AUTOGENERATE_H

#include "op.h"

/* the same with what belongs together in one: keys and indexes in the tables that are made; where they are declared, whatever comes
   first */
struct list autogenerate_gather(const struct list *ops, bool declared);
/* lines of upgrade(), after two spaces, with what the reader must look at beside them. s is the schema after them */
void autogenerate_print(const struct list *ops, const struct schema *s, struct buf *out);

#endif
