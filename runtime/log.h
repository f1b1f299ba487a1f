/* What is said of revisions: a line of each or all that it is, one below the other or beside the drawing of the graph. Pure. */
#ifndef LOG_H
#define LOG_H

#include "graph.h"

enum log_form {
	LOG_GRAPH = 1 << 0, /* draw the parents instead of naming them */
	LOG_VERBOSE = 1 << 1,
	LOG_COLOR = 1 << 2,
};

struct log {
	const struct graph *graph;
	const unsigned char *marks; /* those that are spoken of */
	unsigned form;

	/* adds what else is known of one, behind its line, or as lines that begin with \n each; NULL: nothing */
	void (*more)(const void *arg, unsigned migration, struct text *t);
	const void *arg;
};

/* "a, b (depends on c) -> d (label) (head), Message" */
void log_line(const struct log *l, unsigned migration, struct text *t);

/* all but its steps, a line for each thing */
void log_whole(const struct log *l, unsigned migration, struct text *t);

/* the marked ones, the newest first, or from above where they are drawn */
int log_all(const struct log *l, struct text *t, struct err *err);

/* those with several children, the newest first, and these below each */
void log_branches(const struct log *l, struct text *t);

/* does what is written to it want colors? NO_COLOR and TERM say no, too */
bool log_wants_color(int descriptor);

#endif
