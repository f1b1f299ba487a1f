/* What comes after the scripts were read: replay, messages, the table, its C. */
#ifndef COMPILE_H
#define COMPILE_H

#include "../../compiler/decode.h"
#include "../../compiler/revision.h"
#include "../../runtime/table.h"

/* a project's config, and a schema with what tests/refusals/setup.sql makes; for fuzz_keep */
void fuzz_setup(struct config *c, struct schema **s);
/* an operation that takes one text, as a script of one line would have it */
struct op *fuzz_operation(const char *name, const char *sql, const char *file);
/* decodes a call into an operation, or marks it as unread */
void fuzz_decode(const struct invocation *call, struct op *op);
/* an invocation's locate: texts stand where their call does */
void fuzz_locate(struct source *s);
/* a revision without operations */
struct revision *fuzz_revision(const char *id, const char *file);
/* replays a revision on the schema, prints the messages to where nobody reads, and checks the C of it, where it is right */
void fuzz_compile(const struct config *c, struct schema *s, struct revision *r);
/* makes what models declare, and what leads there from the schema, and prints both */
void fuzz_models(const struct config *c, struct schema *s, const struct list *declared);
/* the C of a table reads as the table */
void fuzz_emitted(const struct migration_table *t);

#endif
