/* A project as its scripts say it: config and revisions. */
#ifndef REVISION_H
#define REVISION_H

#include "schema.h"

struct config {
	const char *name;           /* of the project; the folder's name where left out */
	int postgres;               /* oldest server, major version: 13 to 18; default 14 */
	struct strs schema;         /* search path; default public */
	const char *history_schema; /* default the first of schema */
	const char *transaction;    /* "each" (default) or "all" */
	bool one_head;              /* several heads are an error */
	int lock_timeout;           /* milliseconds; default 5000 */
	int statement_timeout;      /* milliseconds; default 0, none */

	/* of new scripts */
	const char *file_template; /* their names, see pattern.h; default "%(rev)s_%(slug)s" */
	int slug_length;           /* bytes of the message in them; default 40 */
	const char *timezone;      /* of the date in them; NULL (default): UTC */
	struct strs hooks;         /* commands to run with them */
};

/* an operation of which an error says that something is not there: another branch may make it */
struct lack {
	size_t op; /* which of the revision's */
	struct message *message;
};

/* a revision that another replaces */
struct former {
	struct loc at;
	const char *id;
	const char *checksum; /* that it had */
	struct list replaces; /* struct former: those that it replaced itself */
};

struct revision {
	struct loc at;    /* of its revision {} */
	const char *file; /* relative to the project's folder */
	const char *id;
	const char *message;
	const char *created;
	struct strs parents;
	struct strs depends_on;
	struct strs labels;
	struct list replaces;     /* struct former: a database that has all of them has it */
	struct strs reads;        /* paths of the files that its script read: modules, SQL, CSV */
	const char *transaction;  /* "one" (default), or "none": every step alone */
	const char *irreversible; /* why there is no way down */

	struct list up;   /* struct op, in the order written */
	struct list down; /* where downgrade() is written */
	bool has_downgrade;
	struct loc downgrade_at;

	/* after errors, so that others are found and none is reported twice */
	bool unplaced; /* where it stands is not known: neither it nor what comes after it is replayed */
	bool cut;      /* up ends where the script failed: what comes after it is not replayed */
	bool wrong;        /* not all of up was applied */
	struct list lacks; /* struct lack */
	bool down_wrong;   /* nor of down */

	/* made by the compiler, in this order */
	unsigned index;         /* in topological order */
	const char *checksum;   /* of up */
	struct list up_steps;   /* struct step */
	struct list down_steps; /* struct step */
	struct list back;       /* struct op: those that the steps down are of, in their order */
	struct list gaps;       /* struct gap: why there is no way down */

	/* where there are branches */
	struct list ops; /* struct op: of up, as they are applied; made once */
	bool ops_made;
	struct strs changes;   /* bare names of what it changes … */
	struct strs uses;      /* … and of what that uses */
	struct list obstacles; /* struct obstacle: beside what its way down is another */
};

#endif
