/* Operations as Lua, from the same field tables that read it. */
#ifndef PRINT_H
#define PRINT_H

#include "op.h"

/* the call that reads as item when it is decoded again: lines after `indent` spaces, each with its \n */
void print_call(const struct shape *shape, const void *item, int indent, struct buf *out);
/* the same of an operation, as a person would write it in the schema after it; of one that only SQL says, execute of its statements */
void print_op(const struct op *op, const struct schema *s, int indent, struct buf *out);
/* the declaration of a model that says what it makes: table "t" { … }, define [[ … ]] */
void print_declaration(const struct op *op, const struct schema *s, struct buf *out);
/* the same of statements: execute of each */
void print_steps(const struct list *steps, int indent, struct buf *out);
/* a string, as Lua has it */
char *print_string(const char *s);
/* "a", { "a", "b" }, or nil where there are none */
char *print_strings(const struct strs *all);
/* its statements, each with its semicolon and a line end; those are statements of models too */
void print_sql(const struct op *op, struct buf *out);

#endif
