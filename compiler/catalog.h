/* What every server has: functions, operators, casts, relations, settings and extensions of PostgreSQL 15, and the names that later versions add. */
#ifndef CATALOG_H
#define CATALOG_H

#include "util.h"

struct catalog_function {
	const char *name;
	const char *signatures; /* apart by spaces; "" where they are not known */
};

struct catalog_cast {
	const char *from, *to;
	char context;    /* as pg_cast.castcontext */
	char volatility; /* as pg_proc.provolatile */
};

/* of the function or operator of that name, as catalog.c says; NULL where there is none */
const char *catalog_signatures(const char *name);
/* the same of a function that SQL cannot call */
const char *catalog_supports(const char *name);
/* a cast that is said, other than by way of text; NULL */
const struct catalog_cast *catalog_cast(const char *from, const char *to);
/* reading the type from its text, and writing it so, gives the same whatever settings are */
bool catalog_reads_steadily(const char *type);
bool catalog_writes_steadily(const char *type);
/* whether some version has a configuration parameter of that name, in lower case; those of extensions have a dot in it */
bool catalog_has_setting(const char *name);
/* the names of all, for did_you_mean */
void catalog_settings(struct strs *names);
/* the columns of a relation in pg_catalog or information_schema: "name:type" apart by spaces, the type as in pg_type, or empty where it
   is not plain; NULL where they are not known */
const char *catalog_columns(const char *schema, const char *relation);
/* the names of what an extension of PostgreSQL brings but for types, apart by spaces; NULL of any other */
const char *catalog_extension(const char *name);
/* the names of functions, for did_you_mean */
void catalog_names(struct strs *names);

#endif
