/* Targets: the words on the command line that name a migration. Pure. */
#ifndef TARGET_H
#define TARGET_H

#include "err.h"
#include "state.h"

/* what a relative target counts from */
enum target_use { TARGET_UP, TARGET_DOWN, TARGET_EITHER, TARGET_FIXED };

/*
 * A migration, or BASE, by full id, unique prefix, head, base, +N, -N, REV+N or REV-N. The use says what a number
 * without a revision means: up, down, either by its sign, or nothing.
 */
int target_find(const struct state *s, const char *text, enum target_use use, unsigned *migration,
                struct err *err);

#endif
