/* A plan as a script for psql, which gives the same schema and the same history as running it. */
#ifndef SCRIPT_H
#define SCRIPT_H

#include "err.h"
#include "plan.h"

/* where the script goes, piece by piece */
struct script {
	void (*write)(void *arg, const char *s, size_t n);
	void *arg;
};

int script_plan(const struct script *script, const struct plan *plan, bool single, struct err *err);

/* tag, which may be NULL, is for the audit */
int script_stamp(const struct script *script, const struct migration_table *table,
                 const unsigned char *marks, const char *tag, struct err *err);

/* what makes the history tables where they are missing */
int script_ensure(const struct script *script, const struct migration_table *table,
                  struct err *err);

/* a step's statement with its semicolon and line end, as psql has to read it; its variables are psql's */
void script_statement(struct text *t, const struct step *step);

#endif
