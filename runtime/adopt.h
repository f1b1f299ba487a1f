/* Alembic's table: found, read, and never written. */
#ifndef ADOPT_H
#define ADOPT_H

#include "db.h"
#include "err.h"
#include "state.h"

struct alembic {
	struct rows tables; /* as SQL: "public.alembic_version" */
	struct rows ids;    /* of the revisions that the first of them says the database is at */
};

/* looks for tables that are called alembic_version, in any schema, or for the one of that name; reads it where there is one */
int alembic_find(struct db *db, const char *name, struct alembic *a, struct err *err);

/* how many of its revisions are known */
unsigned alembic_known(const struct alembic *a, const struct state *s);

/* adds its revisions, "a, b": those that are known, or those that are not */
void alembic_add_ids(const struct alembic *a, const struct state *s, bool known, struct text *t);

/* refuses one that is in the midst of what a migration replaces */
int alembic_check_parts(const struct alembic *a, const struct state *s, struct err *err);

/* marks of its revisions and of what they are built upon, that the caller frees */
unsigned char *alembic_marks(const struct alembic *a, const struct state *s, struct err *err);

void alembic_free(struct alembic *a);

#endif
