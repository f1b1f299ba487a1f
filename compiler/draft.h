/* The script of a new revision: how it is called, what stands in it, and the commands that a project runs with it. */
#ifndef DRAFT_H
#define DRAFT_H

#include <time.h>

#include "command.h"

#define TEMPLATE MIGRATIONS "/script.lua.template"

struct draft {
	const char *command; /* that writes it, for messages */
	const char *id, *message;
	struct strs parents, depends_on, labels;
	const char *folder; /* --path: where below versions/; NULL: there itself */
	bool with_sql;      /* upgrade() is a file of SQL beside the script */

	time_t now;
	const char *text; /* of the template */
	bool own_text;    /* which is the project's */
	const char *path; /* of the script */
	const char *sql;  /* of the file beside it, or NULL */

	bool written;
	struct strs made; /* folders, for them */
};

/* its id, its message and its folder, as the command line has them; false after an error */
bool draft_name(const char *command, const struct arguments *a, struct draft *d);
/* -1 after an error: another revision has the id, or a label that is the same */
int draft_need_id(const struct project *p, const char *id);

/* when it is written, as a string of Lua */
char *draft_created(const struct draft *d);

/* all of these give an exit code, after what they printed; once written, what fails takes it away again */

/* its paths and its template; nothing is written yet */
int draft_begin(struct draft *d, const struct config *c);
/* writes it with these lines of upgrade(), and reads it again; may be called again with others */
int draft_write(struct draft *d, const char *body);
/* writes it as that text, whatever the template has */
int draft_write_text(struct draft *d, const char *text);
/* runs the project's commands with it */
int draft_run_hooks(struct draft *d, const struct config *c);
/* takes away what was written; FAILED */
int draft_undo(struct draft *d);

#endif
