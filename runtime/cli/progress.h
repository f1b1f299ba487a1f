/* What a run shows while it runs. */
#ifndef PROGRESS_H
#define PROGRESS_H

#include "../events.h"

struct progress {
	bool quiet;
	bool terminal; /* a line may be written over */
	bool shown;    /* there is one */
	unsigned width;
	int server; /* its version, once connected */
};

/* events that write to standard output; progress outlives them */
void progress_init(struct progress *p, struct events *events, bool quiet);

/* take the line that is written over away */
void progress_clear(struct progress *p);

#endif
