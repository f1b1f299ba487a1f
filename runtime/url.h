/* Database URLs as applications write them, made into what libpq reads. */
#ifndef URL_H
#define URL_H

#include "err.h"
#include "text.h"

/* the same place in libpq's words; a message never holds a piece of the URL */
int url_rewrite(const char *url, struct text *out, struct err *err);

#endif
