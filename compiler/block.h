/* PL/pgSQL: the SQL that stands in a block, in the order in which it runs. */
#ifndef BLOCK_H
#define BLOCK_H

#include "parse.h"

/* one statement of SQL, or a part of PL/pgSQL's own that runs SQL out of a string */
struct block_statement {
	size_t offset;   /* in the code */
	const char *sql; /* PERFORM e and x := e are SELECT e; what INTO says is left out */
	bool dynamic;    /* its SQL is in a string: it is none itself */
	unsigned
		arm; /* what may run or not, and has the same number, runs together; 0: it is alone */
	bool certain; /* it runs wherever the block does, and nothing takes it back: not within IF, a loop, CASE, a block with handlers */
};

struct block {
	struct list statements; /* struct block_statement */
	struct strs variables;  /* of the whole block */
};

/* reads the code of a DO or of a function; false where it is no PL/pgSQL, or has more to it than is read here */
bool block_read(const char *code, struct block *block);
/* the source of one of its statements, where code is that of the block */
struct source block_source(const struct source *code, const struct block *block,
                           const struct block_statement *b);

#endif
