/* The commands that change the database: upgrade, downgrade, stamp, ensure-version. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../exec.h"
#include "../lock.h"
#include "../script.h"
#include "../target.h"
#include "app.h"

/* a migration's name, or "base" */
static void
print_place(const struct app *app, unsigned migration)
{
	if (migration == BASE)
		printf("base");
	else
		print_migration_name(app->table->migrations[migration].id,
		                     app->table->migrations[migration].message);
}

/* scripts */

static void
write_out(void *arg, const char *s, size_t n)
{
	(void)arg;
	fwrite(s, 1, n, stdout);
}

static const struct script to_stdout = {.write = write_out};

static int
resolve_fixed(const struct migration_table *table, const char *text, unsigned *migration,
              struct err *err)
{
	struct state none;
	int rc;

	if (state_make(&none, table, NULL, 0, err) < 0)
		return -1;
	rc = target_find(&none, text, TARGET_FIXED, migration, err);
	state_free(&none);
	return rc;
}

/* the part of FROM:TO before the colon; *to is left at the rest */
static int
read_from(struct app *app, const char **to, unsigned *from, struct err *err)
{
	const char *text = *to, *colon = strchr(text, ':');
	char *word;
	int rc;

	*from = BASE;
	if (!colon)
		return 0;
	word = calloc(1, (size_t)(colon - text) + 1);
	if (!word)
		return err_memory(err);
	memcpy(word, text, (size_t)(colon - text));
	rc = resolve_fixed(app->table, word, from, err);
	free(word);
	*to = colon + 1;
	return rc;
}

/* is the run one transaction? */
static bool
is_single(const struct app *app)
{
	return app->args.given & OPT_SINGLE || app->table->single_transaction;
}

static int
print_script(struct app *app, bool down, struct err *err)
{
	const char *to = app->args.operand ? app->args.operand : "head";
	struct plan plan = {0};
	unsigned from, target;
	int rc;

	if (down && !strchr(to, ':'))
		return err_set(
			err, ERR_USAGE,
			"downgrade --sql expects FROM:TO, as in head:-1 or head:base, because no database "
			"is asked where it is");
	if (read_from(app, &to, &from, err) < 0 ||
	    state_assume(&app->state, app->table, from, err) < 0)
		return -1;
	if (!*to && to != app->args.operand)
		to = down ? "base" : "head";
	if (target_find(&app->state, to, down ? TARGET_DOWN : TARGET_UP, &target, err) < 0)
		return -1;
	rc = down ? plan_downgrade(&plan, &app->state, target, err)
	          : plan_upgrade(&plan, &app->state, target, err);
	if (rc == 0 && plan.n == 0)
		rc = err_set(err, ERR_FAILED, "from %s to %s there is nothing to %s",
		             graph_name(app->table, from), graph_name(app->table, target),
		             down ? "downgrade" : "upgrade");
	if (rc == 0)
		rc = app_complete(app, &plan, err);
	if (rc == 0)
		rc = script_plan(&to_stdout, &plan, is_single(app), err);
	plan_free(&plan);
	return rc;
}

/* runs */

/* read the history and see what is to be done */
static int
prepare(struct app *app, bool down, struct plan *plan, struct err *err)
{
	const char *text = app->args.operand ? app->args.operand : "head";
	unsigned target;

	*plan = (struct plan){0};
	if (app_read(app, false, err) < 0 || state_check(&app->state, err) < 0 ||
	    target_find(&app->state, text, down ? TARGET_DOWN : TARGET_UP, &target, err) < 0)
		return -1;
	if ((down ? plan_downgrade(plan, &app->state, target, err)
	          : plan_upgrade(plan, &app->state, target, err)) < 0)
		return -1;
	if (app_complete(app, plan, err) == 0)
		return 0;
	plan_free(plan);
	return -1;
}

static void
say_nothing(const struct app *app, const struct plan *plan)
{
	if (app->args.given & OPT_QUIET)
		return;
	if (!plan->down && plan->to != plan->from && plan->to != BASE) {
		printf("revision %s is applied already: the database is at ",
		       graph_name(app->table, plan->to));
		print_place(app, plan->from);
		printf("\n`migrate downgrade %s` goes back to it\n",
		       graph_name(app->table, plan->to));
		return;
	}
	printf("nothing to do: the database is at ");
	print_place(app, plan->from);
	if (plan->from != BASE && graph_is_head(app->table, plan->from))
		printf(" (head)");
	printf("\n");
}

static void
say_done(const struct app *app, const struct plan *plan, unsigned n)
{
	if (app->args.given & OPT_QUIET)
		return;
	printf("%u %s %s; the database is at ", n, n == 1 ? "migration" : "migrations",
	       plan->down ? "undone" : "applied");
	print_place(app, plan->to);
	if (plan->to != BASE && graph_is_head(app->table, plan->to))
		printf(" (head)");
	printf("\n");
}

/* under the lock: read again, because another may have been here between */
static int
run_locked(struct app *app, bool down, const struct lock *lock, struct err *err)
{
	struct exec_options options = {
		.single = is_single(app),
		.lock = lock,
		.wait_seconds = app->args.lock_timeout,
		.events = &app->events,
	};
	struct plan plan;
	unsigned done = 0;
	bool made;
	int rc;

	if (history_ensure(app->db, app->table, &made, err) < 0 ||
	    prepare(app, down, &plan, err) < 0)
		return -1;
	if (plan.n == 0) {
		say_nothing(app, &plan);
		plan_free(&plan);
		return 0;
	}
	rc = exec_run(app->db, &plan, &options, &done, err);
	progress_clear(&app->progress);
	if (rc == 0)
		say_done(app, &plan, done);
	plan_free(&plan);
	return rc;
}

static int
run_plan(struct app *app, bool down, const struct plan *plan, struct err *err)
{
	struct lock lock;
	int rc;

	if (plan->n == 0) {
		say_nothing(app, plan);
		return 0;
	}
	if (is_single(app) && plan_check_single(plan, err) < 0)
		return -1;
	if (app->args.given & OPT_DRY_RUN)
		return print_plan(app, plan, false, err);
	if (lock_take(&lock, app->db, &app->options, app->table, app->args.lock_timeout,
	              &app->events, err) < 0)
		return -1;
	rc = run_locked(app, down, &lock, err);
	lock_release(&lock);
	return rc;
}

static int
change(struct app *app, bool down, struct err *err)
{
	struct plan plan;
	int rc;

	if (app->args.given & OPT_SQL)
		return print_script(app, down, err);
	if (app->args.operand && strchr(app->args.operand, ':'))
		return err_set(err, ERR_USAGE,
		               "a range FROM:TO goes with --sql; expected one target");
	if (app_connect(app, true, err) < 0 || prepare(app, down, &plan, err) < 0)
		return -1;
	rc = run_plan(app, down, &plan, err);
	plan_free(&plan);
	return rc;
}

int
command_upgrade(struct app *app, struct err *err)
{
	return change(app, false, err);
}

int
command_downgrade(struct app *app, struct err *err)
{
	return change(app, true, err);
}

/* stamp */

static int
stamp_locked(struct app *app, unsigned *target, struct err *err)
{
	bool made;

	if (history_ensure(app->db, app->table, &made, err) < 0 || app_read(app, false, err) < 0 ||
	    target_find(&app->state, app->args.operand, TARGET_EITHER, target, err) < 0)
		return -1;
	return exec_stamp(app->db, app->table, *target, err);
}

static int
stamp(struct app *app, struct err *err)
{
	struct lock lock;
	unsigned target;
	int rc;

	/* a wrong target is told before anything is locked or made */
	if (app_connect(app, true, err) < 0 || app_read(app, false, err) < 0 ||
	    target_find(&app->state, app->args.operand, TARGET_EITHER, &target, err) < 0)
		return -1;
	if (app->args.given & OPT_DRY_RUN) {
		printf("would stamp the database with ");
		print_place(app, target);
		printf("\n");
		return 0;
	}
	if (lock_take(&lock, app->db, &app->options, app->table, app->args.lock_timeout,
	              &app->events, err) < 0)
		return -1;
	rc = stamp_locked(app, &target, err);
	lock_release(&lock);
	if (rc == 0 && !(app->args.given & OPT_QUIET)) {
		printf("stamped: the database counts as being at ");
		print_place(app, target);
		printf("; nothing was run\n");
	}
	return rc;
}

int
command_stamp(struct app *app, struct err *err)
{
	unsigned target;

	if (!(app->args.given & OPT_SQL))
		return stamp(app, err);
	if (resolve_fixed(app->table, app->args.operand, &target, err) < 0)
		return -1;
	return script_stamp(&to_stdout, app->table, target, err);
}

int
command_ensure_version(struct app *app, struct err *err)
{
	struct lock lock;
	bool made = false;
	int rc;

	if (app_connect(app, true, err) < 0 ||
	    lock_take(&lock, app->db, &app->options, app->table, app->args.lock_timeout,
	              &app->events, err) < 0)
		return -1;
	rc = history_ensure(app->db, app->table, &made, err);
	lock_release(&lock);
	if (rc == 0 && !(app->args.given & OPT_QUIET))
		printf("the history tables in schema \"%s\" %s\n", app->table->history_schema,
		       made ? "were made" : "are there");
	return rc;
}
