/* A table of migrations as lines of "path = value": the same for two tables that are equal. */
#ifndef LISTING_H
#define LISTING_H

#include <stdio.h>

#include "../../runtime/table.h"

/* what is 0, false, NULL or "" is left out */
void listing(FILE *out, const struct migration_table *t);

#endif
