/* Where variables stand in SQL: from :"name" to a name like others before it is parsed, and back to a place in the step. */
#ifndef PLACE_H
#define PLACE_H

#include "../runtime/table.h"
#include "schema.h"
#include "variable.h"

/* each :"name" and :'name' outside of quotes and comments becomes a quoted mark of as many bytes, or its value where it has one; -1 after error_at */
int place_read(struct source *sql, const char *what);
/* the marks of a step become places; NULL, or what is wrong with one */
const char *place_write(struct step *step);

#endif
