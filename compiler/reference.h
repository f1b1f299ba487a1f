/* The reference of the language, from the field tables. */
#ifndef REFERENCE_H
#define REFERENCE_H

#include "util.h"

/* every operation and item with its options, as Markdown */
void reference(struct buf *b);

#endif
