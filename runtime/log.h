/* What is said of revisions: a line of each or all that it is, one below the other or beside the drawing of the graph. Pure. */
#ifndef LOG_H
#define LOG_H

#include "state.h"

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

/* adds "3 revisions, a to c": what a migration replaces */
void log_replaced(const struct migration *m, struct text *t);

/* more of a log whose arg is a struct state: whether, when and by whom each was applied; whole: a line for each thing */
void log_state(const void *state, unsigned migration, struct text *t);
void log_state_whole(const void *state, unsigned migration, struct text *t);

/* adds " (half applied: 1 of 2 steps)", and as what the history has it; nothing where it is whole and has its own row */
void log_half(const struct state *s, unsigned migration, struct text *t);
void log_row_half(const struct applied *row, struct text *t);

/* adds when and by whom a row was applied, and by which build: lines that begin with \n */
void log_row_whole(const struct applied *row, struct text *t);

/* adds the rows that the table has no migration for, a line each */
void log_unknown(const struct state *s, struct text *t);

/* adds why one of these is of no use here, and what that means */
void log_why_unknown(const struct migration_table *table, const struct applied *row,
                     const char *means, struct text *t);

/* does what is written to it want colors? NO_COLOR and TERM say no, too */
bool log_wants_color(int descriptor);

#endif
