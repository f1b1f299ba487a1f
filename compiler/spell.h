/* How a server spells what a schema says in its own words. It makes the objects in schemas that are gone again when it has told. */
#ifndef SPELL_H
#define SPELL_H

#include "op.h"

/* what schemas are called there: this, and their place among them */
#define SCRATCH "migratec_scratch_"

struct spelling {
	bool *asked;       /* by the ids of `of` */
	struct list rest;  /* struct op: those that make what it is not asked about */
	const char *start; /* statements of a transaction, before: */
	struct strs
		batches; /* the statements that make the rest, in parts that are taken back one by one; none: there is nothing to ask */
	struct strs schemas;
	struct strs beyond; /* the names of what is not asked: it takes too many locks */
	struct map filled;  /* materialized views that have rows, by schema.name */
	struct map known;   /* what `of` has in them, by schema and name */
};

/* for those objects of `of` that are not there word for word. ops make all of it of an empty schema, and were applied. locks: how many
   may be held at a time */
void spell(struct spelling *sp, const struct schema *there, const struct schema *of,
           const struct list *ops, size_t locks);
/* a message of the server with the names that schemas have otherwise */
char *spelled_message(const struct spelling *sp, const char *text);
/* the same of a statement, in a row about an object there */
char *spelled_row(const struct spelling *sp, const char *schema, const char *name, const char *sql);
/* what is there, and is spelled as what `of` says in its own words, says it in those from now on */
void spell_settle(struct schema *there, const struct schema *of, const struct schema *spelled);
/* of what could not be told it is taken for the same: failed are its names as "schema.name\x1fwhy"; NULL: all that was asked. Returns the objects
   of `of` for which that made a difference: struct object */
struct list spell_undecided(const struct spelling *sp, struct schema *there,
                            const struct schema *of, const struct strs *failed);

#endif
