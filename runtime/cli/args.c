/* The command line: options may stand anywhere, and -1 is a target. */
#include "args.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const struct option_row {
	enum option bit;
	char letter;
	const char *name;
	const char *value; /* NULL where it takes none */
	const char *help;
} options[] = {
	{OPT_URL, 0, "url", "URL", "the database; else DATABASE_URL, else libpq's own variables"},
	{OPT_LOCK_TIMEOUT, 0, "lock-timeout", "SECONDS",
         "how long to wait for another migrate (60)"},
	{OPT_SET, 0, "set", "NAME=VALUE",
         "a variable of the migrations, again for each; else MIGRATE_SET_NAME"},
	{OPT_SQL, 0, "sql", NULL, "print a script for psql; nothing is connected to"},
	{OPT_DRY_RUN, 0, "dry-run", NULL, "print what would run, and run nothing"},
	{OPT_SINGLE, 0, "single-transaction", NULL, "one transaction for the whole run"},
	{OPT_APPLIED, 'i', "indicate-current", NULL, "also say what is applied to the database"},
	{OPT_RANGE, 'r', "rev-range", "FROM:TO", "only what is between, both of them too"},
	{OPT_RESOLVE, 0, "resolve-dependencies", NULL, "leave out what others depend on"},
	{OPT_GRAPH, 0, "graph", NULL, "draw how they hang together, as `git log --graph` does"},
	{OPT_VERBOSE, 'v', "verbose", NULL, "say all of each"},
	{OPT_CHECK_HEADS, 'c', "check-heads", NULL,
         "exit with 3 unless the database is at the head"},
	{OPT_TAG, 0, "tag", "TAG", "a word of your own for this run, which the audit keeps"},
	{OPT_PURGE, 0, "purge", NULL, "forget all that is recorded before"},
	{OPT_JSON, 0, "json", NULL, "print JSON"},
	{OPT_QUIET, 'q', "quiet", NULL, "print errors only"},
	{OPT_HELP, 'h', "help", NULL, "print this help"},
	{0},
};

/* an argument for a message; one that may hold a password is not repeated */
static const char *
shown(const char *arg)
{
	return strstr(arg, "://") || strchr(arg, '@') || strncmp(arg, "password", 8) == 0 ? "…"
	                                                                                  : arg;
}

static bool
is_relative(const char *arg)
{
	const char *s = arg + 1;

	if ((*arg != '-' && *arg != '+') || !isdigit((unsigned char)*s))
		return false;
	while (isdigit((unsigned char)*s))
		s++;
	return !*s;
}

static const struct option_row *
find_option(const char *name, size_t n)
{
	const struct option_row *o;

	for (o = options; o->bit; o++)
		if (strlen(o->name) == n && strncmp(o->name, name, n) == 0)
			return o;
	return NULL;
}

static const struct option_row *
find_letter(char letter)
{
	const struct option_row *o;

	for (o = options; o->bit; o++)
		if (o->letter && o->letter == letter)
			return o;
	return NULL;
}

static int
unknown_option(const char *arg, size_t n, struct err *err)
{
	const struct option_row *o;
	const char *nearest = NULL;
	unsigned best;
	char word[32];

	/* a value that is glued to its option may be a URL with a password */
	if (strcspn(arg, ":@") < n)
		return err_set(
			err, ERR_USAGE,
			"unknown option; a value stands apart from its option, or behind '=', "
			"as in --url=URL");
	err_set(err, ERR_USAGE, "unknown option '%.*s'", (int)n, arg);
	if (n > 2 && n - 2 < sizeof(word)) {
		memcpy(word, arg + 2, n - 2);
		word[n - 2] = '\0';
		best = text_too_far(word);
		for (o = options; o->bit; o++) {
			unsigned distance = text_distance(word, o->name);

			if (distance < best) {
				best = distance;
				nearest = o->name;
			}
		}
	}
	return nearest ? err_add(err, "; did you mean '--%s'?", nearest) : -1;
}

static const struct command *
find_command(const struct command *commands, const char *name)
{
	const struct command *c;

	for (c = commands; c->name; c++)
		if (strcmp(c->name, name) == 0)
			return c;
	return NULL;
}

/* does migratec, which reads scripts, have it? */
static bool
is_compilers(const char *name)
{
	static const char *const names[] = {"check",  "compile",  "diff",    "edit",
	                                    "freeze", "init",     "inspect", "merge",
	                                    "rebase", "revision", "squash"};
	size_t i;

	for (i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (strcmp(names[i], name) == 0)
			return true;
	return false;
}

static int
unknown_command(const struct command *commands, const char *name, struct err *err)
{
	const struct command *c, *nearest = NULL;
	unsigned best = text_too_far(name);

	for (c = commands; c->name; c++) {
		unsigned distance = text_distance(name, c->name);

		if (distance < best) {
			best = distance;
			nearest = c;
		}
	}
	err_set(err, ERR_USAGE, "unknown command '%s'", shown(name));
	if (is_compilers(name))
		return err_add(err, "; it is one of the compiler: `migratec %s`", name);
	if (nearest)
		return err_add(err, "; did you mean '%s'?", nearest->name);
	return err_add(err, "; `migrate --help` lists them");
}

static int
read_seconds(struct args *args, const char *value, struct err *err)
{
	char *end;

	args->lock_timeout = strtod(value, &end);
	if (end == value || *end || !(args->lock_timeout >= 0) || args->lock_timeout > 1e9)
		return err_set(err, ERR_USAGE,
		               "--lock-timeout expects a number of seconds, not '%s'",
		               shown(value));
	return 0;
}

/* keep the URL for us, and take it out of what `ps` shows */
static int
take_url(struct args *args, char *value, struct err *err)
{
	char *copy = malloc(strlen(value) + 1);

	if (!copy)
		return err_memory(err);
	strcpy(copy, value);
	memset(value, '*', strlen(value));
	free(args->url);
	args->url = copy;
	if (!*copy)
		return err_set(err, ERR_USAGE, "--url expects a database URL");
	return 0;
}

static int
take_variable(struct args *args, const char *value, struct err *err)
{
	const char **more = realloc(args->set, (args->n_set + 1) * sizeof(*more));

	if (!more)
		return err_memory(err);
	args->set = more;
	args->set[args->n_set++] = value;
	return 0;
}

static int
take_operand(struct args *args, const char *arg, struct err *err)
{
	const char **more = realloc(args->operands, (args->n_operands + 1) * sizeof(*more));

	if (!more)
		return err_memory(err);
	args->operands = more;
	args->operands[args->n_operands++] = arg;
	args->operand = args->operands[0];
	return 0;
}

static int
take_value(struct args *args, const struct option_row *o, char *value, struct err *err)
{
	if (o->bit == OPT_SET)
		return take_variable(args, value, err);
	if (o->bit == OPT_URL)
		return take_url(args, value, err);
	if (o->bit == OPT_LOCK_TIMEOUT)
		return read_seconds(args, value, err);
	if (o->bit == OPT_RANGE)
		args->range = value;
	else
		args->tag = value;
	return 0;
}

/* an option that begins at argv[i]; moves i on where its value is the next argument */
static int
read_long(struct args *args, int argc, char **argv, int *i, struct err *err)
{
	char *arg = argv[*i];
	size_t n = strcspn(arg, "=");
	const struct option_row *o = find_option(arg + 2, n - 2);
	char *value = arg[n] ? arg + n + 1 : NULL;

	if (!o)
		return unknown_option(arg, n, err);
	args->given |= o->bit;
	if (!o->value)
		return value ? err_set(err, ERR_USAGE, "--%s takes no value", o->name) : 0;
	if (!value && ++*i >= argc)
		return err_set(err, ERR_USAGE, "--%s expects %s", o->name, o->value);
	return take_value(args, o, value ? value : argv[*i], err);
}

/* letters behind one dash; the value of one that takes one is the rest, or the next argument */
static int
read_letters(struct args *args, int argc, char **argv, int *i, struct err *err)
{
	char *arg = argv[*i], *s;

	for (s = arg + 1; *s; s++) {
		const struct option_row *o = find_letter(*s);

		if (!o)
			return err_set(err, ERR_USAGE, "unknown option '-%c'%s", *s,
			               strchr(arg, '=') || strlen(arg) > 3
			                       ? "; long options begin with --"
			                       : "");
		args->given |= o->bit;
		if (!o->value)
			continue;
		if (s[1])
			return take_value(args, o, s + 1, err);
		if (++*i >= argc)
			return err_set(err, ERR_USAGE, "-%c expects %s", o->letter, o->value);
		return take_value(args, o, argv[*i], err);
	}
	return 0;
}

static int
read_word(struct args *args, const char *arg, const struct command *commands, struct err *err)
{
	if (!args->command && strcmp(arg, "help") == 0) {
		args->given |= OPT_HELP;
		return 0;
	}
	if (!args->command) {
		args->command = find_command(commands, arg);
		return args->command ? 0 : unknown_command(commands, arg, err);
	}
	if (strstr(arg, "://"))
		return err_set(err, ERR_USAGE, "a database URL goes behind --url");
	if (!args->command->operand)
		return err_set(err, ERR_USAGE, "%s takes no argument, and '%s' is one",
		               args->command->name, shown(arg));
	if (args->operand && !strstr(args->command->operand, "..."))
		return err_set(err, ERR_USAGE, "%s takes one argument; '%s' is one too many",
		               args->command->name, shown(arg));
	return take_operand(args, arg, err);
}

static int
check(const struct args *args, struct err *err)
{
	const struct command *c = args->command;
	const struct option_row *o;

	if (args->given & OPT_HELP)
		return 0;
	if (!c)
		return err_set(err, ERR_USAGE, "which command? `migrate --help` lists them");
	for (o = options; o->bit; o++)
		if (args->given & o->bit & ~(c->options | OPT_ALWAYS))
			return err_set(
				err, ERR_USAGE,
				"%s does not take --%s; `migrate help %s` says what it takes",
				c->name, o->name, c->name);
	if (c->operand && c->operand[0] != '[' && !args->operand)
		return err_set(err, ERR_USAGE, "%s expects %s; `migrate help %s` says more",
		               c->name, c->operand, c->name);
	return 0;
}

int
args_read(struct args *args, int argc, char **argv, const struct command *commands, struct err *err)
{
	bool words = false; /* after -- */
	int i, rc = 0;

	*args = (struct args){.lock_timeout = 60};
	/* all of it is read, so that a URL is out of the title whatever is wrong before it */
	for (i = 1; i < argc; i++) {
		struct err ignored = {0}, *to = rc < 0 ? &ignored : err;
		char *arg = argv[i];
		int one = 0;

		if (words || arg[0] != '-' || !arg[1] || is_relative(arg))
			one = read_word(args, arg, commands, to);
		else if (strcmp(arg, "--") == 0)
			words = true;
		else if (strcmp(arg, "--version") == 0)
			one = read_word(args, "version", commands, to);
		else if (arg[1] == '-')
			one = read_long(args, argc, argv, &i, to);
		else
			one = read_letters(args, argc, argv, &i, to);
		if (one < 0)
			rc = -1;
		err_free(&ignored);
	}
	return rc < 0 ? -1 : check(args, err);
}

void
args_free(struct args *args)
{
	free(args->url);
	free(args->set);
	free(args->operands);
	args->url = NULL;
	args->operand = NULL;
	args->operands = NULL;
	args->n_operands = 0;
	args->set = NULL;
	args->n_set = 0;
}

static void
help_options(unsigned bits)
{
	const struct option_row *o;

	printf("\noptions:\n");
	for (o = options; o->bit; o++) {
		char name[48];

		if (!(bits & o->bit))
			continue;
		snprintf(name, sizeof(name), "--%s%s%s", o->name, o->value ? " " : "",
		         o->value ? o->value : "");
		if (o->letter)
			printf("  -%c, %-24s %s\n", o->letter, name, o->help);
		else
			printf("      %-24s %s\n", name, o->help);
	}
}

static void
help_all(const struct command *commands)
{
	const struct command *c;

	printf("usage: migrate [OPTIONS] COMMAND [TARGET]\n\n"
	       "Migrates a PostgreSQL database. The migrations are inside this program.\n\ncommands:\n");
	for (c = commands; c->name; c++) {
		char name[48];

		snprintf(name, sizeof(name), "%s%s%s", c->name, c->operand ? " " : "",
		         c->operand ? c->operand : "");
		printf("  %-20s %s\n", name, c->summary);
	}
	printf("\ntargets:\n"
	       "  a revision or its beginning, a label, head, heads, base, current; each with +N or -N behind it; +N and -N\n"
	       "  X@ before it: in the lineage of X alone, as in LABEL@head, LABEL@-1, REV@base\n"
	       "\nthe database:\n"
	       "  --url URL, else DATABASE_URL, else PGHOST, PGDATABASE, PGSERVICE, ~/.pgpass …\n"
	       "  postgresql:// and postgres://, with or without a driver (+asyncpg, +psycopg2, +psycopg)\n"
	       "\nvariables:\n"
	       "  what the migrations leave open (roles, schemas, tablespaces): --set NAME=VALUE, else the environment,\n"
	       "  MIGRATE_SET_APP_ROLE for app_role, else what the project declares; no value is kept in the database,\n"
	       "  for one may be a secret\n"
	       "\nexit codes:\n"
	       "  0 done, 1 failed, 2 usage, 3 the answer is no, 4 another migrate holds the lock,\n"
	       "  5 no connection, 130 and 143 stopped by a signal\n"
	       "\n`migrate help COMMAND` says more about one.\n");
}

void
args_help(const struct command *command, const struct command *commands)
{
	if (!command) {
		help_all(commands);
		return;
	}
	printf("usage: migrate %s [OPTIONS]%s%s\n\n%s.\n", command->name,
	       command->operand ? " " : "", command->operand ? command->operand : "",
	       command->summary);
	if (command->more)
		printf("\n%s", command->more);
	help_options(command->options | OPT_HELP);
}
