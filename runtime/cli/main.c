/* migrate: the commands, the signals, and what the exit code says. */
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "../log.h"
#include "app.h"

enum {
	CONNECTS = OPT_URL,
	CHANGES = OPT_URL | OPT_LOCK_TIMEOUT | OPT_QUIET,
	RECORDS = CHANGES | OPT_TAG,
	RUNS = RECORDS | OPT_SQL | OPT_DRY_RUN | OPT_SINGLE | OPT_SET,
};

static const struct command commands[] = {
	{"upgrade", "[TARGET]", "Apply what is not applied, up to TARGET (head)",
         "TARGET is a revision or the beginning of one, a label, head, heads, +N from where the database is, or REV+N, REV-N;\n"
         "LABEL@head, X@… are those of one branch.\n"
         "Each migration is one transaction with its row in the history; a run that stopped goes on where it was.\n"
         "A database that has all of the revisions that one replaces (a squash) has that one: upgrade, downgrade and stamp put its row there.\n"
         "With --sql a script for psql is printed, from base or from FROM in FROM:TO, which names all of what the database is at: a,b:TO.\n",
         RUNS, command_upgrade},
	{"downgrade", "TARGET", "Undo what was applied after TARGET",
         "TARGET is -N, a revision or the beginning of one, a label, base, or REV-N, REV+N; LABEL@-1, X@base, X@REV undo one branch alone.\n"
         "A revision that cannot be undone is refused before anything runs. One that this program does not know, for the database is\n"
         "ahead of it, is undone with what the history keeps of it: head takes a database back to what this program has.\n"
         "With --sql TARGET is FROM:TO, as in head:-1 or a,b:a, and a script for psql is printed.\n",
         RUNS, command_downgrade},
	{"plan", "[TARGET]", "Print what leads to TARGET (head): statements, locks, sizes",
         "Runs nothing and creates nothing. Sizes are those of the tables as they are now.\n",
         CONNECTS | OPT_JSON | OPT_SET, command_plan},
	{"current", NULL, "Print the revision that the database is at", NULL,
         CONNECTS | OPT_JSON | OPT_QUIET | OPT_VERBOSE | OPT_CHECK_HEADS, command_current},
	{"history", NULL, "Print the revisions, the newest first",
         "Nothing is connected to, unless --indicate-current asks for it, or a range has current in it.\n"
         "FROM:TO has both of its ends in it; without FROM it begins at the first, without TO it ends at the heads; -N:TO and FROM:+N\n"
         "count from the other end, -N: from the head, and :+N from base.\n"
         "With --graph lines lead from each revision down to its parents, and a branch stands together; what a revision depends on is\n"
         "no line, but named behind it, as are parents that are not in the range.\n",
         CONNECTS | OPT_JSON | OPT_APPLIED | OPT_RANGE | OPT_VERBOSE | OPT_GRAPH, command_history},
	{"heads", NULL, "Print the revisions that are nobody's parent", NULL,
         OPT_JSON | OPT_VERBOSE | OPT_RESOLVE, command_heads},
	{"branches", NULL, "Print the revisions with several children, and these", NULL,
         OPT_JSON | OPT_VERBOSE, command_branches},
	{"show", "REV", "Print a revision and its statements",
         "REV is a revision or the beginning of one, a label, head, heads or current, one of them behind LABEL@, or with +N or -N behind it.\n"
         "Of heads and current all are printed, with --json as a list. Nothing is connected to, unless REV has current in it.\n",
         CONNECTS | OPT_JSON, command_show},
	{"stamp", "TARGET...", "Record that the database is at TARGET, and run nothing",
         "TARGET and all that it is built upon count as applied, with the checksums of this program; what is built upon it does not, and\n"
         "other branches stay as they are. Several targets are taken one behind the other.\n"
         "It is the way out where an applied migration was changed, or one is gone for good.\n",
         RECORDS | OPT_SQL | OPT_DRY_RUN | OPT_PURGE, command_stamp},
	{"adopt", "[TABLE]", "Take over a database that Alembic has migrated so far",
         "What Alembic's table says is applied, and all that is built upon, counts as applied from then on; nothing is run, and that table\n"
         "is left as it is. Revisions must have kept the ids that they had with Alembic. TABLE is its name where that is not\n"
         "alembic_version, or where there are several: SCHEMA.TABLE.\n",
         RECORDS | OPT_DRY_RUN, command_adopt},
	{"redo", NULL, "Undo the last migration, and apply it again",
         "Undoes the revision that the database is at, and applies it again: for working on a migration.\n"
         "With rows it needs a way back that keeps them.\n",
         RUNS & ~(unsigned)(OPT_SQL | OPT_DRY_RUN | OPT_SINGLE), command_redo},
	{"ensure-version", NULL, "Create the history tables where they are missing", NULL,
         CHANGES | OPT_SQL, command_ensure_version},
	{"version", NULL, "Print what this program holds", NULL, OPT_JSON, command_version},
	{0},
};

/* what the handler writes; all else gets it by pointer */
static struct interrupt interrupt;

static void
on_signal(int number)
{
	interrupt.signal = number;
	/* two are heeded; a third finds us where nobody listens, as in libpq's request to cancel */
	if (++interrupt.count > 2) {
		signal(number, SIG_DFL);
		raise(number);
	}
}

static void
catch_signals(void)
{
	static const int numbers[] = {SIGINT, SIGTERM, SIGHUP};
	struct sigaction action = {.sa_handler = on_signal};
	size_t i;

	sigemptyset(&action.sa_mask);
	for (i = 0; i < sizeof(numbers) / sizeof(numbers[0]); i++) {
		struct sigaction was;

		/* nohup stays nohup */
		if (sigaction(numbers[i], NULL, &was) == 0 && was.sa_handler != SIG_IGN)
			sigaction(numbers[i], &action, NULL);
	}
}

/* a reader of our output that goes away must not stop a migration in the middle */
static void
ignore_pipe(void)
{
	struct sigaction action = {.sa_handler = SIG_IGN};

	sigemptyset(&action.sa_mask);
	sigaction(SIGPIPE, &action, NULL);
}

/* where standard output is closed, the connection would take its number, and the server get what we print */
static void
open_standard(void)
{
	int fd;

	do
		fd = open("/dev/null", O_RDWR);
	while (fd >= 0 && fd <= STDERR_FILENO);
	if (fd >= 0)
		close(fd);
}

static void
print_error(const struct err *err)
{
	bool red = log_wants_color(STDERR_FILENO);

	fprintf(stderr, "%smigrate:%s %s%s", red ? "\033[1;31m" : "", red ? "\033[0m" : "",
	        text_str(&err->text),
	        err->text.n && err->text.s[err->text.n - 1] == '\n' ? "" : "\n");
}

/* may the database be changed? what only prints ends at a signal where it stands, also in a write that nobody reads */
static bool
changes(const struct args *args)
{
	return args->command->options & OPT_LOCK_TIMEOUT &&
	       !(args->given & (OPT_SQL | OPT_DRY_RUN | OPT_HELP));
}

/* only where a command runs statements: what is wrong with a value is no matter of the others */
static int
read_values(struct app *app, struct err *err)
{
	unsigned i;

	if (!(app->args.command->options & OPT_SET))
		return 0;
	if (values_init(&app->values, app->table, err) < 0)
		return -1;
	for (i = 0; i < app->args.n_set; i++)
		if (values_set(&app->values, app->args.set[i], err) < 0)
			return -1;
	return values_check(&app->values, err);
}

static int
run(struct app *app, int argc, char **argv, struct err *err)
{
	if (app->table->version != MIGRATE_TABLE_VERSION)
		return err_set(
			err, ERR_FAILED,
			"the migrations were compiled for table version %u, and this library has %d; "
			"compile them again",
			app->table->version, MIGRATE_TABLE_VERSION);
	if (args_read(&app->args, argc, argv, commands, err) < 0)
		return -1;
	if (app->args.given & OPT_HELP) {
		args_help(app->args.command, commands);
		return 0;
	}
	if (read_values(app, err) < 0)
		return -1;
	if (changes(&app->args)) {
		ignore_pipe();
		catch_signals();
	}
	progress_init(&app->progress, &app->events, app->args.given & OPT_QUIET);
	return app->args.command->run(app, err);
}

int
main(int argc, char **argv)
{
	struct app app = {
		.table = &migration_table, .own = &migration_table, .interrupt = &interrupt};
	struct err err = {0};
	int code = 0;

	open_standard();
	if (run(&app, argc, argv, &err) < 0) {
		progress_clear(&app.progress);
		fflush(stdout);
		print_error(&err);
		code = err.code;
	}
	app_free(&app);
	err_free(&err);
	if ((fflush(stdout) != 0 || ferror(stdout)) && code == 0) {
		fprintf(stderr, "migrate: cannot write to standard output%s\n",
		        app.args.command && changes(&app.args)
		                ? "; what was asked for is done all the same"
		                : "");
		code = ERR_FAILED;
	}
	return code;
}
