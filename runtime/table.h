/* The one interface between migratec and migrate: what the compiler writes and the runtime reads. */
#ifndef TABLE_H
#define TABLE_H

#include <stdbool.h>

/* raised when a struct here changes; the generated C asserts that it was written for this one */
#define MIGRATE_TABLE_VERSION 9

/* a history keeps them: none may change its number */
enum step_flag {
	STEP_NO_TRANSACTION =
		1 << 0,           /* the server refuses it in a transaction block: it runs alone */
	STEP_ADDS_LABEL = 1 << 1, /* adds an enum value, which is usable once it is committed */
	STEP_AFTER_COMMIT = 1 << 2, /* uses an enum value that an earlier revision added */
	STEP_LOSES_DATA = 1 << 3,   /* rows or values are gone afterwards */
};

/* the strongest table lock that a step takes, weakest first, as in PostgreSQL's "Explicit Locking" */
enum table_lock {
	LOCK_NONE,
	LOCK_ACCESS_SHARE,
	LOCK_ROW_SHARE,
	LOCK_ROW_EXCLUSIVE,
	LOCK_SHARE_UPDATE_EXCLUSIVE,
	LOCK_SHARE,
	LOCK_SHARE_ROW_EXCLUSIVE,
	LOCK_EXCLUSIVE,
	LOCK_ACCESS_EXCLUSIVE,
};

/* what a statement leaves behind that runs outside of a transaction and is interrupted; these are kept, too */
enum leftover_kind {
	LEFTOVER_BUILD, /* CREATE INDEX CONCURRENTLY: the index `name` of `table`, INVALID; where the server chooses the name,
	                   any of that table that is like `probe` */
	LEFTOVER_DROP, /* DROP INDEX CONCURRENTLY: the index `name`, INVALID; it can be dropped again */
	LEFTOVER_REINDEX, /* REINDEX CONCURRENTLY of `table`, which may be an index, of schema `name`, or of all: INVALID
	                     indexes beside those that it rebuilds, named …_ccnew or …_ccold */
	LEFTOVER_DETACH, /* DETACH PARTITION CONCURRENTLY: `name`, a partition of `table` that waits for FINALIZE */
};

struct leftover {
	unsigned char kind; /* enum leftover_kind */
	const char *name;   /* both as SQL names */
	const char *table;

	/* the index to be built, on pg_temp.migrate_probe, a copy of the table's columns: the server's printed form of
	   the two is equal from " USING " on, which tells a leftover of ours from another's */
	const char *probe;
};

/* what differs by environment: declared by the project, given to migrate */
struct table_variable {
	const char *name;
	bool is_name;         /* of an SQL object; else a string */
	const char *fallback; /* NULL: it must be given */
};

/* where a variable stands in a statement: written :"name" where its value is quoted as a name, :'name' as a string */
struct step_place {
	unsigned at;       /* of the colon, in bytes */
	unsigned variable; /* index into migration_table.variables */
};

/* the rows of a COPY … FROM STDIN */
struct step_copy {
	const char *data; /* in COPY's text format, a line a row */
	unsigned n_rows;
	const char *
		file; /* the CSV that they come from; a row takes as many lines there as its values do, one behind the other */
	int line;     /* of the first row */
};

/* one statement */
struct step {
	const char *label; /* for people: operation and object; never compared */
	const char *sql;   /* without the closing semicolon */
	const struct step_place *places;
	unsigned n_places;

	const char *file; /* where it stands in the scripts, relative to the project's folder */
	int line;

	/* the servers that it is sent to, as PQserverVersion gives them: from since on, and before before; 0 is no bound */
	int since;
	int before;

	unsigned char flags; /* enum step_flag */
	unsigned char lock;  /* enum table_lock */
	const char *
		table; /* what is locked, as an SQL name; NULL where nothing is or it is not known */

	const struct step_copy *copy;    /* NULL where it is no COPY */
	const struct leftover *leftover; /* NULL where nothing is left, or it is not known */
};

/* beside what the way down does not go: of another branch. It is undone first, or in the same run */
struct obstacle {
	unsigned migration; /* index into migration_table.migrations */
	const char *why; /* which of its operations: "add_column (migrations/versions/b.lua:5)" */
	bool later; /* each stands in the way of the other, and this is the one that may go later */
};

/* a revision that a migration stands for: a database that has all of them has it. One that did the same itself is there, too, where
   those that it replaced are */
struct replaced {
	const char *id;
	const char *checksum;
	const struct replaced *replaces;
	unsigned n_replaces;
};

struct migration {
	const char *id;
	const char *message;
	const char *created;  /* as written in the script, may be "" */
	const char *checksum; /* "1:" and 64 hexadecimal digits */
	const char *file;

	const unsigned *
		parents; /* indexes into migration_table.migrations, always smaller than one's own */
	unsigned n_parents;
	const unsigned *depends_on;
	unsigned n_depends_on;
	const char *const *labels;
	unsigned n_labels;
	const struct replaced *replaces; /* in the order in which they were applied */
	unsigned n_replaces;

	const struct step *up;
	unsigned n_up;
	const struct step *down;
	unsigned n_down;
	const char *
		irreversible; /* why there is no way down, with file and line; NULL where there is one */
	const struct obstacle *obstacles;
	unsigned n_obstacles;

	const char *
		search_path; /* that its way down was made for, as a history keeps it; NULL: the table's */
};

struct migration_table {
	unsigned version;  /* MIGRATE_TABLE_VERSION */
	const char *name;  /* the project's, shown by `migrate version` */
	const char *build; /* names the history of this build: hash over all checksums in order */

	int min_server;             /* oldest server, as PQserverVersion gives it: 140000 */
	const char *search_path;    /* ready for SET search_path TO …: quoted names and commas */
	const char *history_schema; /* unquoted name */
	bool single_transaction;    /* config's transaction = "all" */
	int lock_timeout;      /* milliseconds for a statement's table locks; 0 waits for ever */
	int statement_timeout; /* milliseconds for a statement; 0 is none */

	const struct table_variable *variables;
	unsigned n_variables;

	const struct migration *migrations; /* in topological order */
	unsigned n_migrations;
	unsigned
		n_kept; /* of these the last: what only a database has, as its history keeps it; none in generated C */
};

/* defined by the generated C */
extern const struct migration_table migration_table;

#endif
