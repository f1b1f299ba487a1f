/* Models: what the schema should be. */
#ifndef MODELS_H
#define MODELS_H

#include "op.h"
#include "revision.h"

#define MODELS "migrations/models"

/* reads all that is under migrations/models into a schema; the files that it read are appended. NULL after errors */
struct schema *models_load(const struct config *c, struct strs *files);

#endif
