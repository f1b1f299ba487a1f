/* Inspect: a live database read into a schema value. */
#ifndef INSPECT_H
#define INSPECT_H

#include "revision.h"
#include "schema.h"

struct db;
struct err;
struct spelling;

struct inspect_options {
	const char *url; /* NULL: DATABASE_URL, else libpq's own variables */
	/* patterns of names, with * and ?: of schemas; of what is read ("users", "billing.*"); of what is not. None: all is read */
	struct strs schemas, include, exclude;
	bool grants, owners, versions; /* are read, too: the last of extensions */
	bool as_sql; /* SQL is what is asked for: what cannot be followed is in it all the same */
	/* what this makes there is read instead, and is gone again; with the names that schemas have otherwise. NULL: what there is */
	const struct spelling *spelling;

	/* set by inspect: */
	bool unreachable; /* there was no connection, or it was lost */
	size_t locks;     /* how many may be held there at a time */
	const char *why;  /* it could not be read; of a spelling this is said nowhere else */
	struct strs
		sql; /* the statements that make what the schema holds, in an order in which they run */
	struct strs failed;  /* of a spelling: what could not be made, as "name\x1fwhy" */
	struct strs refused; /* those that make the rest, of which warnings were given */
};

/* a connection to the database that the options name, else the environment; NULL after an error */
struct db *inspect_open(const struct inspect_options *o, struct err *err);
/* as whom inspect would read, which then has one name (role_connected); -1 after error_at */
int inspect_connect(struct inspect_options *o);
/* what the database holds, on top of what every database does (replay_start); NULL after error_at */
struct schema *inspect(const struct config *c, struct inspect_options *o);

/* warns that a statement is left out, or in it though it cannot be followed */
void inspect_warn(const char *sql, struct loc at, bool is_in, const char *why);

#endif
