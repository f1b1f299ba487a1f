/* Rows that go into a table: what bulk_insert and copy_file share. */
#ifndef INSERTION_H
#define INSERTION_H

#include "kind.h"

/* after so many errors in one list of rows the rest is not looked at */
#define MOST_ERRORS 20
/* a statement holds at most that much */
#define CHUNK_ROWS 1000
#define CHUNK_BYTES 500000

/* what their structs begin with */
struct insertion {
	struct op op;
	struct qname table;
	const char *overriding;
	const char *on_conflict;

	size_t n_rows;
	/* one of them, which stays as it is until the next is asked for */
	const struct row *(*row)(const struct insertion *op, size_t i);
	struct map named; /* the columns that rows give: struct loc, where the first does so */
	bool alike;       /* each row gives all of these */

	/* found when applied */
	struct list targets; /* struct target */
};

/* a column that the rows are put into */
struct target {
	const char *name;
	const struct column *column; /* NULL where the table is not followed */
	const char *what;            /* "column 'a'" */
	bool needed;                 /* each row must give it */
	size_t place;                /* in a row of VALUES */
};

/* from a column's name to its struct target */
struct map targets_by_name(const struct list *targets);
/* the values of a row by the places of the targets; NULL is DEFAULT */
void targets_spread(const struct map *targets, const struct row *row, const struct value **values);

/* finds the targets, and judges the rows; t is NULL where the table is not followed */
enum applied insertion_apply(struct insertion *op, const struct schema *s, const struct table *t);
/* as struct op_class has it */
bool insertion_invert(const struct op *o, const struct schema *s, struct list *down,
                      struct list *gaps);

#endif
