/*
 * A connection to the database: libpq behind a few functions. Nothing here blocks for ever: every wait looks at the
 * signals that came in, and a signal cancels the statement that runs.
 */
#ifndef DB_H
#define DB_H

#include <signal.h>
#include <stdbool.h>
#include <stddef.h>

#include "err.h"

/* written by a signal handler */
struct interrupt {
	volatile sig_atomic_t signal; /* the last one's number */
	volatile sig_atomic_t count;
};

struct db_options {
	const char *url;     /* as applications write it; NULL leaves all to libpq's environment */
	const char *program; /* application_name, unless the user has set one */
	bool writes;         /* of several hosts, the one that accepts writes */
	const struct interrupt *interrupt; /* may be NULL */

	void (*notice)(void *arg,
	               const char *text); /* a NOTICE or WARNING of the server; may be NULL */
	void *arg;
};

struct db;

/* what a query returned; freed with rows_free */
struct rows {
	void *result;
	unsigned n;
};

int db_open(struct db **db, const struct db_options *options, struct err *err);

void db_close(struct db *db);

/* as PQserverVersion gives it: 150018 */
int db_server_version(const struct db *db);

/* libpq's own, in the same form */
int db_library_version(void);

/* the process id that the server gave while connecting; a pooler makes up its own */
int db_pid(const struct db *db);

/* the role that the server knows us by */
const char *db_user(const struct db *db);

/* has a transaction been begun that is not over? */
bool db_in_transaction(const struct db *db);

/* one statement, and the server refuses more; rows may be NULL */
int db_query(struct db *db, const char *sql, const char *const *params, int n_params,
             struct rows *rows, struct err *err);

/* a query of ours, outside of a transaction, that no statement_timeout of the role's ends; $1 to $9 are its parameters */
int db_read(struct db *db, const char *sql, const char *const *params, struct rows *rows,
            struct err *err);

/* given the rows of a statement while the server runs the next; they are freed behind it */
typedef void rows_taker(void *context, const struct rows *rows);

/* several statements of ours in one message: taker gets what each returns that returns rows, until one fails */
int db_read_all(struct db *db, const char *sql, rows_taker *taker, void *context, struct err *err);

/* COPY … FROM STDIN of n bytes */
int db_copy(struct db *db, const char *sql, const char *data, size_t n, struct err *err);

/* several statements of ours in one message; touched, which may be NULL, is how many rows they changed */
int db_script(struct db *db, const char *sql, unsigned long *touched, struct err *err);

/* sleep, but not through a signal */
int db_sleep(struct db *db, long ms, struct err *err);

/*
 * From here on the signals that have come are dealt with, and only new ones interrupt; ends an open transaction. Called after
 * an error, before anything is cleaned up. Returns -1 where the connection is gone; err may hold the error.
 */
int db_rollback(struct db *db);

/* one field, or NULL for NULL */
const char *rows_get(const struct rows *rows, unsigned row, int column);

/* one field, "" for NULL */
const char *rows_text(const struct rows *rows, unsigned row, int column);

bool rows_true(const struct rows *rows, unsigned row, int column);

long long rows_number(const struct rows *rows, unsigned row, int column);

void rows_free(struct rows *rows);

/* milliseconds on a clock that only goes forward */
double db_clock(void);

#endif
