/* Texts with %(NAME)s in them: how new scripts are called, and what stands in them. */
#ifndef PATTERN_H
#define PATTERN_H

#include <stdbool.h>
#include <stddef.h>
#include <time.h>

/* what stands for a name */
struct blank {
	const char *name;
	const char *text; /* NULL: nothing, and the line is left out */
	bool number;      /* of digits: written %(NAME)d too, and with zeros before it %(NAME).2d */
};

/* the pattern filled in; NULL with what is wrong with it in *why */
char *pattern_fill(const char *pattern, const struct blank *blanks, size_t n, const char **why);

/* where the script of a revision goes, below its folder and without .lua, from its id, its slug, and when it is made; NULL with what is
   wrong with the pattern, or with what it gives, in *why */
char *pattern_path(const char *pattern, const char *id, const char *slug, time_t now,
                   const struct tm *date, const char **why);
/* what is wrong with a pattern for it, or NULL */
const char *pattern_path_wrong(const char *pattern);

#endif
