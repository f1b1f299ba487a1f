/* The command line. */
#ifndef ARGS_H
#define ARGS_H

#include <stdbool.h>

#include "../err.h"

struct app;

/* one bit an option: which a command takes */
enum option {
	OPT_URL = 1 << 0,
	OPT_LOCK_TIMEOUT = 1 << 1,
	OPT_SQL = 1 << 2,
	OPT_DRY_RUN = 1 << 3,
	OPT_SINGLE = 1 << 4,
	OPT_JSON = 1 << 5,
	OPT_QUIET = 1 << 6,
	OPT_HELP = 1 << 7,
	OPT_APPLIED = 1 << 8,
	OPT_CHECK_HEADS = 1 << 9,
	OPT_SET = 1 << 10,
	OPT_PURGE = 1 << 11,
	OPT_RANGE = 1 << 12,
	OPT_VERBOSE = 1 << 13,
	OPT_TAG = 1 << 14,
	OPT_GRAPH = 1 << 15,
	OPT_RESOLVE = 1 << 16,

	/* taken everywhere, so that an alias for `migrate --url …` works with every command */
	OPT_ALWAYS = OPT_URL | OPT_QUIET | OPT_HELP,
};

struct command {
	const char *name;
	const char *
		operand; /* as the help shows it, in brackets where it may be left out, with dots where there may be several; NULL is none */
	const char *summary;
	const char *more; /* the rest of its help */
	unsigned options;
	int (*run)(struct app *app, struct err *err);
};

struct args {
	const struct command *command;
	const char *operand;   /* the first; NULL where it was left out */
	const char **operands; /* ours: all of them */
	unsigned n_operands;
	unsigned given;      /* enum option */
	char *url;           /* ours */
	double lock_timeout; /* seconds */
	const char *range;   /* FROM:TO */
	const char *tag;     /* NULL: none */

	const char **set; /* ours: NAME=VALUE, as given */
	unsigned n_set;
};

/* read the command line; a password in it is out of the process title afterwards. The caller frees with args_free */
int args_read(struct args *args, int argc, char **argv, const struct command *commands,
              struct err *err);

void args_free(struct args *args);

/* print help for a command, or for all of them where it is NULL */
void args_help(const struct command *command, const struct command *commands);

#endif
