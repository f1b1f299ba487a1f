/* A schema as models. */
#ifndef MODELS_PRINT_H
#define MODELS_PRINT_H

#include "op.h"

struct model_file {
	const char *path; /* "users.lua", "views.sql" */
	struct buf text;
};

/* what declares all that the operations make of an empty schema, which is s after them: a file for each table, and others for the
   rest. struct model_file, in the order in which one text of them all reads well */
struct list models_print(const struct list *ops, const struct schema *s);
/* the same as one text of Lua */
void models_print_all(const struct list *ops, const struct schema *s, struct buf *out);

#endif
