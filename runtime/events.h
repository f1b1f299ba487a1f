/* What a run tells the one who watches it. */
#ifndef EVENTS_H
#define EVENTS_H

#include "table.h"

struct events {
	void *arg; /* the first argument of each */

	/* a migration begins; an earlier run finished done of its steps */
	void (*begin)(void *arg, const struct migration *m, bool down, unsigned done);
	void (*step)(void *arg, const struct step *s, unsigned number, unsigned total);
	void (*end)(void *arg, const struct migration *m, bool down, double ms);

	/* anything else worth a line: waiting for a lock, a notice of the server */
	void (*note)(void *arg, const char *text);
};

#endif
