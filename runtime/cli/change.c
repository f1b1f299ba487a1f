/* The commands that change the database: upgrade, downgrade, stamp, ensure-version. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../adopt.h"
#include "../exec.h"
#include "../lock.h"
#include "../log.h"
#include "../script.h"
#include "../target.h"
#include "app.h"

/* of what this program has nothing is built upon it */
static bool
is_head(const struct app *app, unsigned migration)
{
	unsigned n, i;
	const unsigned *children = graph_children(&app->state.graph, migration, &n);

	for (i = 0; i < n; i++)
		if (children[i] < app->own->n_migrations)
			return false;
	return migration < app->own->n_migrations;
}

/* where a database is that has the marked migrations: the names of what nothing is built upon, or "base" */
static int
print_place(const struct app *app, const unsigned char *marks, struct err *err)
{
	unsigned *list, n, i;

	if (graph_tops(app->table, marks, &list, &n, err) < 0)
		return -1;
	if (n == 0)
		printf("base");
	for (i = 0; i < n; i++) {
		const struct migration *m = &app->table->migrations[list[i]];

		printf("%s", i ? ", " : "");
		print_migration_name(m->id, m->message);
		if (is_head(app, list[i]))
			printf(" (head)");
	}
	free(list);
	return 0;
}

/* where the plan has the database when n of its items are done */
static int
print_reached(const struct app *app, const struct plan *plan, unsigned n, struct err *err)
{
	unsigned char *marks = plan_marks(plan, n, err);
	int rc = marks ? print_place(app, marks, err) : -1;

	free(marks);
	printf("\n");
	return rc;
}

/* scripts */

static void
write_out(void *arg, const char *s, size_t n)
{
	(void)arg;
	fwrite(s, 1, n, stdout);
}

static const struct script to_stdout = {.write = write_out};

/* of a migration that a run stopped in, and that no target is about: its row would say that it is done */
static int
refuse_half(const struct state *s, unsigned migration, struct err *err)
{
	const struct migration *m = &s->table->migrations[migration];
	const struct applied *row = s->rows[migration];

	return err_set(
		err, ERR_FAILED,
		"the %s of revision %s (%.*s) stopped after %u of %u steps, and the targets say "
		"nothing of it\n"
		"hint: finish it first; or, if its steps are done, stamp %s as well",
		row->down ? "downgrade" : "upgrade", m->id, text_line(m->message), m->message,
		row->done, row->total, m->id);
}

/* of several targets none is to be below another, which would say two things */
static int
check_apart(const struct migration_table *table, unsigned char *named, struct err *err)
{
	unsigned *tops, n, i;

	if (graph_tops(table, named, &tops, &n, err) < 0)
		return -1;
	for (i = 0; i < n; i++)
		named[tops[i]] = 0;
	free(tops);
	for (i = 0; i < table->n_migrations; i++) {
		const struct migration *m = &table->migrations[i];

		if (named[i])
			return err_set(
				err, ERR_USAGE,
				"revision %s (%.*s) is below another one that is named: leave it out",
				m->id, text_line(m->message), m->message);
	}
	return 0;
}

/* stamps with the texts, one behind the other; half: what is half done counts to begin with */
static unsigned char *
stamp_with(const struct state *s, enum target_use use, const char *const *texts, unsigned n,
           bool half, struct err *err)
{
	unsigned char *marks = state_marks(s, half, err), *named = graph_marks(s->table, err);
	struct target target;
	unsigned i, j;
	int rc = marks && named ? 0 : -1;

	for (i = 0; rc == 0 && i < n; i++) {
		rc = target_find(s, texts[i], use, &target, err);
		for (j = 0; rc == 0 && j < target.n; j++)
			named[target.list[j]] = 1;
		if (rc == 0)
			rc = plan_stamp(s, &target, marks, err);
		target_free(&target);
	}
	if (rc == 0)
		rc = check_apart(s->table, named, err);
	free(named);
	if (rc == 0)
		return marks;
	free(marks);
	return NULL;
}

/* what counts as applied once a state is stamped with the texts; the caller frees the marks */
static unsigned char *
stamped(const struct state *s, enum target_use use, const char *const *texts, unsigned n,
        struct err *err)
{
	unsigned char *marks = stamp_with(s, use, texts, n, true, err), *whole;
	unsigned i;
	int rc = 0;

	whole = marks ? stamp_with(s, use, texts, n, false, err) : NULL;
	for (i = 0; whole && rc == 0 && i < s->table->n_migrations; i++)
		if (marks[i] && !whole[i])
			rc = refuse_half(s, i, err);
	if (!whole || rc < 0) {
		free(marks);
		marks = NULL;
	}
	free(whole);
	return marks;
}

/* marks of what texts say is applied, which no database is asked about; the caller frees them */
static unsigned char *
marks_of(const struct migration_table *table, const char *const *texts, unsigned n, struct err *err)
{
	unsigned char *marks = NULL;
	struct state none;

	if (state_make(&none, table, NULL, 0, err) < 0)
		return NULL;
	marks = stamped(&none, TARGET_FIXED, texts, n, err);
	state_free(&none);
	return marks;
}

/* marks of what is applied at "a,b", that the caller frees */
static unsigned char *
read_place(const struct migration_table *table, const char *text, size_t n, struct err *err)
{
	char *list = calloc(1, n + 1), *s;
	const char **words = calloc(n + 1, sizeof(*words));
	unsigned char *marks = NULL;
	unsigned n_words = 0;

	if (list && words) {
		memcpy(list, text, n);
		words[n_words++] = list;
		for (s = list; *s; s++) {
			if (*s != ',')
				continue;
			*s = '\0';
			words[n_words++] = s + 1;
		}
		marks = marks_of(table, words, n_words, err);
	} else {
		err_memory(err);
	}
	free(list);
	free(words);
	return marks;
}

/* the part of FROM:TO before the colon is what the state assumes; *to is left at the rest */
static int
read_from(struct app *app, const char **to, struct err *err)
{
	const char *text = *to, *colon = strchr(text, ':');
	unsigned char *marks;
	int rc;

	if (colon && colon > text)
		marks = read_place(app->table, text, (size_t)(colon - text), err);
	else
		marks = read_place(app->table, "base", strlen("base"), err);
	if (colon)
		*to = colon + 1;
	if (!marks)
		return -1;
	rc = state_assume(&app->state, app->table, marks, err);
	free(marks);
	return rc;
}

/* is the run one transaction? */
static bool
is_single(const struct app *app)
{
	return app->args.given & OPT_SINGLE || app->table->single_transaction;
}

/* what leads to the text's target from where the state says that the database is */
static int
make_plan(const struct state *s, const char *text, bool down, struct plan *plan, struct err *err)
{
	struct target target;
	int rc;

	*plan = (struct plan){0};
	if (target_find(s, text, down ? TARGET_DOWN : TARGET_UP, &target, err) < 0)
		return -1;
	rc = down ? plan_downgrade(plan, s, &target, err) : plan_upgrade(plan, s, &target, err);
	target_free(&target);
	return rc;
}

static int
print_script(struct app *app, bool down, struct err *err)
{
	const char *text = app->args.operand ? app->args.operand : "head", *to = text;
	struct plan plan = {0};
	struct text from = {0};
	int rc;

	if (down && !strchr(text, ':'))
		return err_set(
			err, ERR_USAGE,
			"downgrade --sql expects FROM:TO, as in head:-1 or head:base, because no database "
			"is asked where it is");
	if (read_from(app, &to, err) < 0)
		return -1;
	if (!*to && to != text)
		to = down ? "base" : "head";
	rc = make_plan(&app->state, to, down, &plan, err);
	if (rc == 0 && plan.n == 0) {
		plan_place(&plan, 0, &from);
		rc = err_set(err, ERR_FAILED, "from %s to %s there is nothing to %s",
		             text_str(&from), to, down ? "downgrade" : "upgrade");
		text_free(&from);
	}
	if (rc == 0)
		rc = app_complete(app, &plan, err);
	if (rc == 0)
		rc = script_plan(&to_stdout, &plan, is_single(app), err);
	plan_free(&plan);
	return rc;
}

/* runs */

static const char *
wanted(const struct app *app)
{
	return app->args.operand ? app->args.operand : "head";
}

/* read the history and see what is to be done */
static int
prepare(struct app *app, bool down, struct plan *plan, struct err *err)
{
	*plan = (struct plan){0};
	if (app_read(app, false, err) < 0 || (down && app_read_kept(app, err) < 0) ||
	    state_check(&app->state, err) < 0 || (!down && app_check_adopted(app, err) < 0) ||
	    make_plan(&app->state, wanted(app), down, plan, err) < 0)
		return -1;
	if (app_complete(app, plan, err) == 0)
		return 0;
	plan_free(plan);
	return -1;
}

static void
say_squashed(const struct app *app, const char *verb, const unsigned char *marks)
{
	struct text replaced = {0};
	unsigned i;

	for (i = 0; i < app->table->n_migrations && !(app->args.given & OPT_QUIET); i++) {
		const struct migration *m = &app->table->migrations[i];

		if (!marks[i])
			continue;
		printf("%s: in the history ", verb);
		print_migration_name(m->id, m->message);
		text_clear(&replaced);
		log_replaced(m, &replaced);
		printf(" takes the place of %s\n", text_str(&replaced));
	}
	text_free(&replaced);
}

/* under the lock: what has the rows of what it replaces gets its own */
static int
squash(struct app *app, struct err *err)
{
	unsigned char *marks;
	unsigned i;
	int rc;

	if (!state_is_squashed(&app->state))
		return 0;
	if (app_read(app, false, err) < 0)
		return -1;
	marks = graph_marks(app->table, err);
	if (!marks)
		return -1;
	for (i = 0; i < app->table->n_migrations; i++)
		marks[i] = app->state.squashed[i] && !state_differs(&app->state, i);
	rc = exec_squash(app->db, app->table, marks, app->args.tag, err);
	if (rc == 0)
		say_squashed(app, "squashed", marks);
	free(marks);
	return rc == 0 ? app_read(app, false, err) : rc;
}

static int
say_nothing(const struct app *app, const struct plan *plan, struct err *err)
{
	if (app->args.given & OPT_QUIET)
		return 0;
	if (plan->below == BASE) {
		printf("nothing to do: the database is at ");
		return print_reached(app, plan, 0, err);
	}
	printf("revision %s is applied already: the database is at ",
	       graph_name(app->table, plan->below));
	if (print_reached(app, plan, 0, err) < 0)
		return -1;
	printf("`migrate downgrade %s` goes back to it\n", graph_name(app->table, plan->below));
	return 0;
}

static int
say_done(const struct app *app, const struct plan *plan, unsigned n, struct err *err)
{
	if (app->args.given & OPT_QUIET)
		return 0;
	printf("%u %s %s; the database is at ", n, n == 1 ? "migration" : "migrations",
	       plan->down ? "undone" : "applied");
	return print_reached(app, plan, n, err);
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

	if (history_ensure(app->db, app->table, &made, err) < 0 || squash(app, err) < 0 ||
	    prepare(app, down, &plan, err) < 0)
		return -1;
	if (plan.n == 0) {
		rc = say_nothing(app, &plan, err);
		plan_free(&plan);
		return rc;
	}
	rc = exec_run(app->db, &plan, &options, &done, err);
	progress_clear(&app->progress);
	if (rc == 0)
		rc = say_done(app, &plan, done, err);
	plan_free(&plan);
	return rc;
}

/* what undoes a revision that this program does not have is not to be seen in its scripts */
static void
say_kept(const struct app *app, const struct plan *plan)
{
	unsigned i;

	for (i = 0; i < plan->n && !(app->args.given & OPT_QUIET); i++) {
		if (plan->items[i].migration < app->own->n_migrations)
			continue;
		printf("revision %s is unknown to this program: the history keeps what undoes it\n",
		       graph_name(app->table, plan->items[i].migration));
	}
}

static int
run_plan(struct app *app, bool down, const struct plan *plan, struct err *err)
{
	struct lock lock;
	int rc;

	if (app->args.given & OPT_DRY_RUN)
		say_squashed(app, "would squash", app->state.squashed);
	if (plan->n == 0 && (app->args.given & OPT_DRY_RUN || !state_is_squashed(&app->state)))
		return say_nothing(app, plan, err);
	if (is_single(app) && plan_check_single(plan, err) < 0)
		return -1;
	say_kept(app, plan);
	if (app->args.given & OPT_DRY_RUN)
		return print_plan(app, plan, false, err);
	if (lock_take(&lock, app->db, &app->options, app->table, app->args.lock_timeout,
	              &app->events, err) < 0)
		return -1;
	rc = run_locked(app, down, &lock, err);
	lock_release(&lock);
	return rc;
}

/* of another application, or of this one with other ids: that is for people to say */
static int
note_alembic(const struct app *app, struct err *err)
{
	struct alembic_place p;
	struct text t = {0};

	if (app_read_alembic(app, &p, err) < 0)
		return -1;
	if (p.unknown.n) {
		text_fmt(
			&t,
			"%s of Alembic has %s, which this program does not know: it is left alone, and this begins at base",
			text_str(&p.table), text_str(&p.unknown));
		app->events.note(app->events.arg, text_str(&t));
	}
	text_free(&t);
	alembic_place_free(&p);
	return 0;
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
	if (!down && note_alembic(app, err) < 0) {
		plan_free(&plan);
		return -1;
	}
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

/* adopt */

static int
refuse_tables(const struct alembic *a, struct err *err)
{
	unsigned i;

	err_set(err, ERR_FAILED, "there are several tables of Alembic's:");
	for (i = 0; i < a->tables.n; i++)
		err_add(err, "%s %s", i ? "," : "", rows_text(&a->tables, i, 0));
	return err_add(err, "\nhint: name one of them: migrate adopt %s",
	               rows_text(&a->tables, 0, 0));
}

static int
refuse_adoption(const struct app *app, struct err *err)
{
	unsigned char *marks = state_marks(&app->state, true, err);
	struct text place = {0};

	if (!marks)
		return -1;
	graph_place(app->table, marks, &place);
	free(marks);
	err_set(err, ERR_FAILED,
	        "there is nothing to adopt: the history of migrate is not empty, the database is at %s%s",
	        text_str(&place),
	        app->state.n_unknown ? ", with revisions that this program does not know" : "");
	text_free(&place);
	return -1;
}

/* may it be taken over? */
static int
check_alembic(const struct app *app, const struct alembic *a, struct err *err)
{
	struct text ids = {0};

	if (app->history.n > 0)
		return refuse_adoption(app, err);
	if (a->tables.n == 0)
		return err_set(
			err, ERR_FAILED,
			"there is no table %s with a column version_num that this role may read\n"
			"hint: it may be called otherwise: migrate adopt SCHEMA.TABLE",
			app->args.operand ? app->args.operand : "alembic_version");
	if (a->tables.n > 1)
		return refuse_tables(a, err);
	if (a->ids.n == 0)
		return err_set(
			err, ERR_FAILED,
			"%s is empty: Alembic has applied nothing, and `migrate upgrade` begins "
			"at base",
			rows_text(&a->tables, 0, 0));
	if (alembic_known(a, &app->state) == a->ids.n)
		return 0;
	if (alembic_check_parts(a, &app->state, err) < 0)
		return -1;
	alembic_add_ids(a, &app->state, false, &ids);
	err_set(err, ERR_FAILED,
	        "%s has %s, which this program does not know\n"
	        "hint: a revision must keep the id that it had with Alembic; nothing "
	        "was changed",
	        rows_text(&a->tables, 0, 0), text_str(&ids));
	text_free(&ids);
	return -1;
}

/* reads both histories; marks of what is to count as applied, that the caller frees */
static unsigned char *
adoptable(struct app *app, struct alembic *a, struct err *err)
{
	*a = (struct alembic){0};
	if (app_read(app, false, err) < 0 || alembic_find(app->db, app->args.operand, a, err) < 0 ||
	    check_alembic(app, a, err) < 0)
		return NULL;
	return alembic_marks(a, &app->state, err);
}

static int
adopt_locked(struct app *app, struct alembic *a, struct err *err)
{
	unsigned char *marks;
	bool made;
	int rc;

	if (history_ensure(app->db, app->table, &made, err) < 0)
		return -1;
	marks = adoptable(app, a, err);
	if (!marks)
		return -1;
	rc = exec_stamp(app->db, app->table, marks, "adopt", app->args.tag, err);
	if (rc == 0 && !(app->args.given & OPT_QUIET)) {
		printf("adopted: the database counts as being at ");
		rc = print_place(app, marks, err);
		printf("; nothing was run\n%s is as it was; once nothing uses it: DROP TABLE %s\n",
		       rows_text(&a->tables, 0, 0), rows_text(&a->tables, 0, 0));
	}
	free(marks);
	return rc;
}

static int
adopt(struct app *app, struct alembic *a, struct err *err)
{
	unsigned char *marks;
	struct lock lock;
	int rc;

	/* what is wrong is told before anything is locked or made */
	marks = adoptable(app, a, err);
	if (!marks)
		return -1;
	if (app->args.given & OPT_DRY_RUN) {
		printf("would adopt the database, which %s says is at ",
		       rows_text(&a->tables, 0, 0));
		rc = print_place(app, marks, err);
		printf("\n");
		free(marks);
		return rc;
	}
	free(marks);
	alembic_free(a);
	if (lock_take(&lock, app->db, &app->options, app->table, app->args.lock_timeout,
	              &app->events, err) < 0)
		return -1;
	rc = adopt_locked(app, a, err);
	lock_release(&lock);
	return rc;
}

int
command_adopt(struct app *app, struct err *err)
{
	struct alembic a = {0};
	int rc;

	if (app_connect(app, true, err) < 0)
		return -1;
	rc = adopt(app, &a, err);
	alembic_free(&a);
	return rc;
}

/* redo */

/* one down, and the same one up again */
static int
redo_locked(struct app *app, const struct lock *lock, struct err *err)
{
	const char *up = NULL;
	struct plan plan;
	int rc;

	app->args.operand = "-1";
	if (prepare(app, true, &plan, err) < 0)
		return -1;
	up = graph_name(app->table, plan.items[0].migration);
	if (plan.items[0].migration >= app->own->n_migrations) {
		err_set(err, ERR_FAILED,
		        "revision %s is unknown to this program, which could undo it and not apply it again",
		        up);
		plan_free(&plan);
		return -1;
	}
	/* what the way up lacks is told before anything goes down */
	plan.n = 1;
	plan.down = false;
	plan.items[0] = (struct plan_item){.migration = plan.items[0].migration};
	rc = app_complete(app, &plan, err);
	plan_free(&plan);
	if (rc < 0 || run_locked(app, true, lock, err) < 0)
		return -1;
	app->args.operand = up;
	return run_locked(app, false, lock, err);
}

int
command_redo(struct app *app, struct err *err)
{
	struct lock lock;
	int rc;

	if (app_connect(app, true, err) < 0 ||
	    lock_take(&lock, app->db, &app->options, app->table, app->args.lock_timeout,
	              &app->events, err) < 0)
		return -1;
	rc = redo_locked(app, &lock, err);
	lock_release(&lock);
	return rc;
}

/* stamp */

/* what counts as applied then; the caller frees the marks */
static unsigned char *
stamp_marks(const struct app *app, struct err *err)
{
	if (app->args.given & OPT_PURGE)
		return marks_of(app->table, app->args.operands, app->args.n_operands, err);
	return stamped(&app->state, TARGET_EITHER, app->args.operands, app->args.n_operands, err);
}

static unsigned char *
stamp_locked(struct app *app, struct err *err)
{
	unsigned char *marks = NULL;
	bool made;

	if (history_ensure(app->db, app->table, &made, err) == 0 &&
	    app_read(app, false, err) == 0 && squash(app, err) == 0)
		marks = stamp_marks(app, err);
	if (marks && exec_stamp(app->db, app->table, marks, "stamp", app->args.tag, err) == 0)
		return marks;
	free(marks);
	return NULL;
}

static int
stamp(struct app *app, struct err *err)
{
	unsigned char *marks;
	struct lock lock;
	int rc = 0;

	/* a wrong target is told before anything is locked or made */
	if (app_connect(app, true, err) < 0 || app_read(app, false, err) < 0)
		return -1;
	marks = stamp_marks(app, err);
	if (!marks)
		return -1;
	if (app->args.given & OPT_DRY_RUN) {
		printf("would stamp the database with ");
		rc = print_place(app, marks, err);
		printf("\n");
		free(marks);
		return rc;
	}
	free(marks);
	if (lock_take(&lock, app->db, &app->options, app->table, app->args.lock_timeout,
	              &app->events, err) < 0)
		return -1;
	marks = stamp_locked(app, err);
	lock_release(&lock);
	if (marks && !(app->args.given & OPT_QUIET)) {
		printf("stamped: the database counts as being at ");
		rc = print_place(app, marks, err);
		printf("; nothing was run\n");
	}
	if (!marks)
		rc = -1;
	free(marks);
	return rc;
}

int
command_stamp(struct app *app, struct err *err)
{
	unsigned char *marks;
	int rc;

	if (!(app->args.given & OPT_SQL))
		return stamp(app, err);
	marks = marks_of(app->table, app->args.operands, app->args.n_operands, err);
	if (!marks)
		return -1;
	rc = script_stamp(&to_stdout, app->table, marks, app->args.tag, err);
	free(marks);
	return rc;
}

int
command_ensure_version(struct app *app, struct err *err)
{
	struct lock lock;
	bool made = false;
	int rc;

	if (app->args.given & OPT_SQL)
		return script_ensure(&to_stdout, app->table, err);
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
