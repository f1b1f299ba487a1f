/* A statement for people, with a caret under the place that the server named. */
#ifndef CARET_H
#define CARET_H

#include "text.h"

/* position counts characters from 1; where it is 0 the statement's first lines are shown */
void caret_show(struct text *out, const char *sql, int position);

#endif
