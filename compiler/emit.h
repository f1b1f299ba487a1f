/* The table as C. */
#ifndef EMIT_H
#define EMIT_H

#include "../runtime/table.h"
#include "util.h"

/* the whole of generated/migrations.c: a pure function of the table */
void emit(const struct migration_table *t, struct buf *b);
/* the depfile: target and what it was made from */
void emit_depfile(const char *target, const struct strs *inputs, struct buf *b);

#endif
