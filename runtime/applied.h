/* A row of migrate_history: what the database says about one revision. */
#ifndef APPLIED_H
#define APPLIED_H

#include <stdbool.h>

struct applied {
	const char *revision;
	const char *checksum;

	unsigned done, total; /* steps; equal when the migration is whole */
	unsigned
		started; /* the step, from 1, that was begun alone and not seen to end; 0 is none */
	bool down;       /* a downgrade was begun: done and total count its steps */

	/* NULL unless they were asked for */
	const char *message;
	const char *at;
	const char *by;
	const char *ms; /* how long it took */
	const char *build;
};

#endif
