/* The string literals of a Lua source, to find the line on which a text of SQL stands. */
#ifndef LITERAL_H
#define LITERAL_H

#include "util.h"

struct literal {
	const char *text; /* its value, n bytes, not always closed by NUL */
	size_t n;
	size_t from, to;   /* of its first byte, and behind its last, with brackets or quotes */
	size_t start;      /* of its value's first character */
	int first, last;   /* lines of from and to */
	int line;          /* of its value's first character */
	bool long_bracket; /* [[ … ]] of level 0 */
	bool verbatim;     /* each line of the value is a line of the file */
};

/* all of them in their order, struct literal; the source may be wrong */
struct list literals(const char *source, size_t n);
/* the one of this value that is nearest to a line, the later of two; NULL */
const struct literal *literal_nearest(const struct list *literals, const char *text, int line);

#endif
