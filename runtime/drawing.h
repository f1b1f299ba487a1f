/* The graph as columns of characters, as `git log --graph` draws it: a revision is *, and lines lead down to its parents. Pure. */
#ifndef DRAWING_H
#define DRAWING_H

#include "graph.h"

struct drawing {
	const struct graph *graph;
	const unsigned char *marks; /* what is drawn; an edge to another one is not */
	bool color;

	unsigned *order; /* from above: each below all that is built upon it */
	unsigned n, at;

	struct lane *lanes, *next; /* from the left: above a revision, and below it */
	unsigned n_lanes, n_next;
	unsigned *lane_of; /* where a lane awaits the revision: its number */
	unsigned *parents; /* of the revision */
	struct thread *threads;
	unsigned n_threads, n_colors;

	struct cell *row, *above;
	unsigned width, width_above;
	unsigned margin;  /* where what stands beside the rows begins */
	const char *body; /* what is left of that; NULL before it begins */
};

int drawing_make(struct drawing *d, const struct graph *g, const unsigned char *marks, bool color,
                 struct err *err);

void drawing_free(struct drawing *d);

/* the next revision of the order, with the lines of body beside it */
void drawing_add(struct drawing *d, const char *body, struct text *t);

#endif
