/* What a server is asked at a time: statements that run within the locks that it has. */
#ifndef BATCH_H
#define BATCH_H

#include "schema.h"

/* a statement that makes an object, or a part of it */
struct said {
	struct object *about;
	const char *sql;
};

/* without what tells it from others of its name: "f(integer)", "=== (integer, integer)", "c USING btree" */
const char *bare_name(const char *name);
/* what stands between the quotes that a text begins and ends with; an identifier as it stands in SQL */
char *undoubled(const char *text, size_t n);
char *unfolded(const char *text, size_t n);

/* all that was said, in batches: each makes some of the objects of `of` with all of those that these need, and takes at most so many
   locks. struct list of struct said, in their order. beyond: what would take more with what it needs, struct object, appended */
struct list batches(const struct schema *of, const struct list *said, size_t locks,
                    struct list *beyond);

#endif
