/* CSV, as COPY reads it. */
#ifndef CSV_H
#define CSV_H

#include "util.h"

/* a text that is being read; its fields become strings in place */
struct csv {
	char delimiter, quote, escape;
	const char *null; /* the field without quotes that is NULL */

	char *at; /* what is not read yet */
	int line; /* where that begins */
	const char *wrong;
};

/* appends the fields of the next row, NULL for NULL. Returns the line on which it begins; 0: there is no more, or what is wrong at
   line is in wrong */
int csv_read(struct csv *c, struct strs *fields);

#endif
