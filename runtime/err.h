/* A message that travels up: what went wrong, in complete sentences, and the exit code that it asks for. */
#ifndef ERR_H
#define ERR_H

#include "text.h"

/* also the exit codes of the program */
enum err_code {
	ERR_FAILED = 1,
	ERR_USAGE = 2,
	ERR_BEHIND = 3, /* the answer is no */
	ERR_LOCKED = 4, /* another migrate holds the lock */
	ERR_CONNECTION = 5,
	ERR_SIGNAL = 128, /* and the signal's number */
};

/* what the server said; strings are NULL where it said nothing */
struct server_error {
	char sqlstate[6]; /* "" where the error is not the server's */
	char *message;
	char *detail;
	char *hint;
	char *context;
	int position; /* in the statement, in characters from 1; 0 is nowhere */

	char *query; /* a statement that a function ran, and the position in it */
	int query_position;
};

struct err {
	int code;
	struct text text;

	struct server_error server;
	bool lost; /* there is no connection any more */
};

/* say what went wrong, in place of what was said before; returns -1 */
__attribute__((format(printf, 3, 4))) int err_set(struct err *err, int code, const char *fmt, ...);

/* say more about it; returns -1 */
__attribute__((format(printf, 2, 3))) int err_add(struct err *err, const char *fmt, ...);

/* say where or when it was, before what was said; returns -1 */
__attribute__((format(printf, 2, 3))) int err_at(struct err *err, const char *fmt, ...);

int err_memory(struct err *err);

/* is it the server's error with this SQLSTATE? */
bool err_is(const struct err *err, const char *sqlstate);

void err_free(struct err *err);

#endif
