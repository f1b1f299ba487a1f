/* The values of the project's variables: given on the command line, else in the environment, else declared. */
#ifndef VALUES_H
#define VALUES_H

#include "err.h"
#include "table.h"
#include "text.h"

struct values {
	const struct migration_table *table;
	const char **all; /* one a variable, NULL where there is none; not copied */
};

/* those of the environment, MIGRATE_SET_APP_ROLE for app_role, and those that are declared; freed with values_free */
int values_init(struct values *v, const struct migration_table *table, struct err *err);

/* one that is given, as name=value */
int values_set(struct values *v, const char *assignment, struct err *err);

/* may each be what it is for? looked at when all are given, for one may have taken another's place */
int values_check(const struct values *v, struct err *err);

/* the first variable of a step that has no value; NULL where each has one */
const char *values_missing(const struct values *v, const struct step *step);

/* a step's statement with the values in their places, quoted, as far as there are any; t holds it where it has places */
const char *values_sql(const struct values *v, const struct step *step, struct text *t);

void values_free(struct values *v);

#endif
