/* The commands that read: current, history, heads, show, version. They create nothing. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "../log.h"
#include "../script.h"
#include "../target.h"
#include "app.h"
#include "json.h"

static bool
json(const struct app *app)
{
	return app->args.given & OPT_JSON;
}

static void
json_ids(struct json *j, const char *key, const struct migration_table *table, const unsigned *list,
         unsigned n)
{
	unsigned i;

	json_open(j, key, '[');
	for (i = 0; i < n; i++)
		json_string(j, NULL, table->migrations[list[i]].id);
	json_close(j, ']');
}

static void
json_labels(struct json *j, const struct migration *m)
{
	unsigned i;

	json_open(j, "labels", '[');
	for (i = 0; i < m->n_labels; i++)
		json_string(j, NULL, m->labels[i]);
	json_close(j, ']');
}

static void
json_replaces(struct json *j, const struct migration *m)
{
	unsigned i;

	json_open(j, "replaces", '[');
	for (i = 0; i < m->n_replaces; i++)
		json_string(j, NULL, m->replaces[i].id);
	json_close(j, ']');
}

/* the members that a migration has by itself */
static void
json_migration(struct json *j, const struct app *app, unsigned i)
{
	const struct migration_table *table = app->table;
	const struct migration *m = &table->migrations[i];

	json_string(j, "revision", m->id);
	json_string(j, "message", m->message);
	json_ids(j, "parents", table, m->parents, m->n_parents);
	json_ids(j, "depends_on", table, m->depends_on, m->n_depends_on);
	json_labels(j, m);
	json_replaces(j, m);
	json_string(j, "created", m->created);
	json_string(j, "checksum", m->checksum);
	json_string(j, "file", m->file);
	json_bool(j, "head", graph_is_head(&app->state.graph, i));
	json_string(j, "irreversible", m->irreversible);
}

/* what the database says about it, where it was asked */
static void
json_applied(struct json *j, const struct applied *row)
{
	json_string(j, "applied_at", row->at);
	json_string(j, "applied_by", row->by);
	json_number(j, "duration_ms", row->ms ? strtoll(row->ms, NULL, 10) : 0);
	json_number(j, "done", row->done);
	json_number(j, "total", row->total);
	json_string(j, "direction", row->down ? "down" : "up");
	json_string(j, "build", row->build);
}

/* a row that this program has no migration for */
static void
json_unknown(struct json *j, const struct applied *row)
{
	json_string(j, "revision", row->revision);
	json_string(j, "message", row->message);
	json_string(j, "checksum", row->checksum);
	json_applied(j, row);
}

/* what is said of revisions */

/* as the options say; applied: with what the database says of each */
static struct log
log_of(const struct app *app, const unsigned char *marks, bool applied)
{
	bool verbose = app->args.given & OPT_VERBOSE;

	return (struct log){
		.graph = &app->state.graph,
		.marks = marks,
		.form = (verbose ? LOG_VERBOSE : 0) |
	                (app->args.given & OPT_GRAPH ? LOG_GRAPH : 0) |
	                (log_wants_color(STDOUT_FILENO) ? LOG_COLOR : 0),
		.more = !applied  ? NULL
	                : verbose ? log_state_whole
	                          : log_state,
		.arg = &app->state,
	};
}

static int
print_text(struct text *t, struct err *err)
{
	int rc = t->failed ? err_memory(err) : 0;

	if (rc == 0)
		fwrite(text_str(t), 1, t->n, stdout);
	text_free(t);
	return rc;
}

static int
print_log(const struct log *l, struct err *err)
{
	struct text t = {0};

	if (log_all(l, &t, err) == 0)
		return print_text(&t, err);
	text_free(&t);
	return -1;
}

/* current */

static unsigned
count_pending(const struct app *app)
{
	unsigned i, n = 0;

	for (i = 0; i < app->table->n_migrations; i++)
		n += !state_has(&app->state, i);
	return n;
}

static bool
is_among(unsigned migration, const unsigned *list, unsigned n)
{
	unsigned i;

	for (i = 0; i < n; i++)
		if (list[i] == migration)
			return true;
	return false;
}

static void
print_at(const struct app *app, unsigned i)
{
	const struct migration *m = &app->table->migrations[i];
	struct text half = {0};

	log_half(&app->state, i, &half);
	print_migration_name(m->id, m->message);
	printf("%s%s%s\n", graph_is_head(&app->state.graph, i) ? " (head)" : "",
	       state_differs(&app->state, i) ? " (changed after it was applied)" : "",
	       text_str(&half));
	text_free(&half);
}

/* all of each, and what the history says */
static int
print_applied(const struct app *app, const unsigned *heads, unsigned n, struct err *err)
{
	unsigned char *marks = graph_marks(app->table, err);
	struct log l = log_of(app, marks, true);
	unsigned i;
	int rc = -1;

	for (i = 0; marks && i < n; i++)
		marks[heads[i]] = 1;
	if (marks)
		rc = print_log(&l, err);
	free(marks);
	printf("%s", n ? "\n" : "");
	return rc;
}

static void
print_unknown(const struct app *app, const struct applied *row)
{
	bool verbose = app->args.given & OPT_VERBOSE;
	struct text t = {0}, why = {0};

	if (verbose) {
		text_fmt(&t, "\nmessage   %s\nchecksum  %s", row->message, row->checksum);
		log_row_whole(row, &t);
		text_add(&t, "\n");
		printf("revision  %s", row->revision);
	} else {
		log_row_half(row, &t);
		print_migration_name(row->revision, row->message);
	}
	log_why_unknown(app->table, row, ": the database is ahead of it", &why);
	printf(" (%s)%s\n", text_str(&why), text_str(&t));
	text_free(&why);
	text_free(&t);
}

static int
print_current(const struct app *app, const unsigned *heads, unsigned n, struct err *err)
{
	const struct state *s = &app->state;
	unsigned pending = count_pending(app);
	unsigned i;

	if (app->history.n == 0)
		printf("nothing is applied%s\n",
		       app->history.exists ? "" : ": the database has no history");
	for (i = 0; i < s->n_unknown; i++)
		print_unknown(app, s->unknown[i]);
	if (app->args.given & OPT_VERBOSE && print_applied(app, heads, n, err) < 0)
		return -1;
	for (i = 0; i < n && !(app->args.given & OPT_VERBOSE); i++)
		print_at(app, heads[i]);
	for (i = app->table->n_migrations; i-- > 0;) {
		const struct migration *m = &app->table->migrations[i];

		if (!state_differs(s, i) || is_among(i, heads, n))
			continue;
		print_migration_name(m->id, m->message);
		printf(" (below; changed after it was applied)\n");
	}
	if (pending)
		printf("%u %s to apply\n", pending, pending == 1 ? "migration" : "migrations");
	return 0;
}

static void
json_current(const struct app *app, const unsigned *heads, unsigned n)
{
	const struct state *s = &app->state;
	struct json j = {0};
	unsigned i;

	json_open(&j, NULL, '{');
	json_open(&j, "current", '[');
	for (i = 0; i < n; i++) {
		json_open(&j, NULL, '{');
		json_migration(&j, app, heads[i]);
		json_bool(&j, "changed", state_differs(s, heads[i]));
		json_bool(&j, "in_parts", s->squashed[heads[i]]);
		json_applied(&j, s->rows[heads[i]]);
		json_close(&j, '}');
	}
	json_close(&j, ']');
	json_open(&j, "unknown", '[');
	for (i = 0; i < s->n_unknown; i++) {
		json_open(&j, NULL, '{');
		json_unknown(&j, s->unknown[i]);
		json_close(&j, '}');
	}
	json_close(&j, ']');
	json_open(&j, "changed", '[');
	for (i = 0; i < app->table->n_migrations; i++)
		if (state_differs(s, i))
			json_string(&j, NULL, app->table->migrations[i].id);
	json_close(&j, ']');
	json_number(&j, "applied", (long long)app->table->n_migrations - count_pending(app));
	json_number(&j, "pending", count_pending(app));
	json_bool(&j, "at_head", count_pending(app) == 0 && s->n_unknown == 0);
	json_close(&j, '}');
}

/* the same reasons for which nothing would run, and that something would */
static int
check_heads(const struct app *app, struct err *err)
{
	unsigned pending = count_pending(app);

	if (state_check(&app->state, err) < 0) {
		err->code = ERR_BEHIND;
		return -1;
	}
	if (pending)
		return err_set(err, ERR_BEHIND,
		               "the database is not at the head of this program: %u %s to apply",
		               pending, pending == 1 ? "migration" : "migrations");
	return 0;
}

/* where nothing is applied yet, but by Alembic */
static int
print_alembic(const struct app *app, struct err *err)
{
	struct alembic_place p;

	if (app_read_alembic(app, &p, err) < 0)
		return -1;
	if (p.known.n)
		printf("%s of Alembic says that the database is at %s; `migrate adopt` takes it over\n",
		       text_str(&p.table), text_str(&p.known));
	else if (p.unknown.n)
		printf("%s of Alembic has %s, which this program does not know\n",
		       text_str(&p.table), text_str(&p.unknown));
	alembic_place_free(&p);
	return 0;
}

int
command_current(struct app *app, struct err *err)
{
	unsigned *heads, n;
	int rc = 0;

	if (app_connect(app, false, err) < 0 || app_read(app, true, err) < 0)
		return -1;
	if (!json(app) && !(app->args.given & OPT_QUIET) && print_alembic(app, err) < 0)
		return -1;
	if (state_heads(&app->state, &heads, &n, err) < 0)
		return -1;
	if (json(app))
		json_current(app, heads, n);
	else if (!(app->args.given & OPT_QUIET))
		rc = print_current(app, heads, n, err);
	free(heads);
	return rc == 0 && app->args.given & OPT_CHECK_HEADS ? check_heads(app, err) : rc;
}

/* history */

static int
print_history(const struct app *app, const unsigned char *marks, bool applied, struct err *err)
{
	struct log l = log_of(app, marks, applied);
	struct text t = {0};

	if (app->table->n_migrations == 0)
		printf("there are no revisions\n");
	if (applied)
		log_unknown(&app->state, &t);
	if (print_text(&t, err) < 0)
		return -1;
	return print_log(&l, err);
}

static void
json_history(const struct app *app, const unsigned char *marks, bool applied)
{
	struct json j = {0};
	unsigned i;

	json_open(&j, NULL, '[');
	for (i = 0; applied && i < app->state.n_unknown; i++) {
		json_open(&j, NULL, '{');
		json_unknown(&j, app->state.unknown[i]);
		json_bool(&j, "unknown", true);
		json_close(&j, '}');
	}
	for (i = app->table->n_migrations; i-- > 0;) {
		if (!marks[i])
			continue;
		json_open(&j, NULL, '{');
		json_migration(&j, app, i);
		if (applied) {
			json_bool(&j, "unknown", false);
			json_bool(&j, "applied", state_has(&app->state, i));
			json_bool(&j, "changed", state_differs(&app->state, i));
			if (app->state.rows[i])
				json_applied(&j, app->state.rows[i]);
		}
		json_close(&j, '}');
	}
	json_close(&j, ']');
}

int
command_history(struct app *app, struct err *err)
{
	bool applied = app->args.given & OPT_APPLIED;
	bool asks = applied || (app->args.given & OPT_RANGE && target_is_live(app->args.range));
	unsigned char *marks;
	int rc = 0;

	if (json(app) && app->args.given & OPT_GRAPH)
		return err_set(err, ERR_USAGE,
		               "--graph draws, and --json does not: it has the parents of each");
	if (asks ? app_connect(app, false, err) < 0 || app_read(app, true, err) < 0
	         : state_make(&app->state, app->table, NULL, 0, err) < 0)
		return -1;
	marks = target_range(&app->state, app->args.given & OPT_RANGE ? app->args.range : ":",
	                     TARGET_UP, err);
	if (!marks)
		return -1;
	if (json(app))
		json_history(app, marks, applied);
	else
		rc = print_history(app, marks, applied, err);
	free(marks);
	return rc;
}

/* heads */

int
command_heads(struct app *app, struct err *err)
{
	unsigned char *heads;
	struct log l;
	unsigned i;
	int rc = 0;

	if (state_make(&app->state, app->table, NULL, 0, err) < 0)
		return -1;
	heads = graph_marks(app->table, err);
	if (!heads)
		return -1;
	for (i = 0; i < app->table->n_migrations; i++)
		heads[i] = app->args.given & OPT_RESOLVE ? graph_is_real_head(&app->state.graph, i)
		                                         : graph_is_head(&app->state.graph, i);
	l = log_of(app, heads, false);
	if (json(app))
		json_history(app, heads, false);
	else
		rc = print_log(&l, err);
	free(heads);
	return rc;
}

/* branches */

static void
json_branches(const struct app *app)
{
	const unsigned *children;
	struct json j = {0};
	unsigned i, n;

	json_open(&j, NULL, '[');
	for (i = app->table->n_migrations; i-- > 0;) {
		children = graph_children(&app->state.graph, i, &n);
		if (n < 2)
			continue;
		json_open(&j, NULL, '{');
		json_migration(&j, app, i);
		json_ids(&j, "children", app->table, children, n);
		json_close(&j, '}');
	}
	json_close(&j, ']');
}

int
command_branches(struct app *app, struct err *err)
{
	struct text t = {0};
	struct log l;

	if (state_make(&app->state, app->table, NULL, 0, err) < 0)
		return -1;
	if (json(app)) {
		json_branches(app);
		return 0;
	}
	l = log_of(app, NULL, false);
	log_branches(&l, &t);
	return print_text(&t, err);
}

/* show */

static void
json_steps(struct json *j, const char *key, const struct step *steps, unsigned n)
{
	unsigned i;

	json_open(j, key, '[');
	for (i = 0; i < n; i++) {
		json_open(j, NULL, '{');
		json_string(j, "label", steps[i].label);
		json_string(j, "sql", steps[i].sql);
		json_copy(j, steps[i].copy);
		json_string(j, "file", steps[i].file);
		json_number(j, "line", steps[i].line);
		if (steps[i].since)
			json_number(j, "since", steps[i].since);
		if (steps[i].before)
			json_number(j, "before", steps[i].before);
		json_bool(j, "transaction", !(steps[i].flags & STEP_NO_TRANSACTION));
		json_bool(j, "loses_data", steps[i].flags & STEP_LOSES_DATA);
		json_close(j, '}');
	}
	json_close(j, ']');
}

static void
json_obstacles(struct json *j, const struct migration_table *table, const struct migration *m)
{
	unsigned i;

	json_open(j, "obstacles", '[');
	for (i = 0; i < m->n_obstacles; i++) {
		json_open(j, NULL, '{');
		json_string(j, "revision", table->migrations[m->obstacles[i].migration].id);
		json_string(j, "why", m->obstacles[i].why);
		json_close(j, '}');
	}
	json_close(j, ']');
}

static void
print_steps(const char *direction, const struct step *steps, unsigned n)
{
	struct text sql = {0};
	unsigned i;

	printf("\n%s:%s\n", direction, n ? "" : " no steps");
	for (i = 0; i < n; i++) {
		const struct step *step = &steps[i];

		text_clear(&sql);
		script_statement(&sql, step);
		printf("-- %s:%d: %s%s%s", step->file, step->line, step->label,
		       step->flags & STEP_NO_TRANSACTION ? " (outside of a transaction)" : "",
		       step->flags & STEP_LOSES_DATA ? " (loses data)" : "");
		if (step->since || step->before) {
			printf(" (only for ");
			print_servers(step);
			printf(")");
		}
		printf("\n%s", text_str(&sql));
		if (step->copy) {
			printf("-- ");
			print_copy(step->copy);
		}
	}
	text_free(&sql);
}

static int
print_migration(const struct app *app, unsigned i, struct err *err)
{
	const struct migration *m = &app->table->migrations[i];
	struct log l = log_of(app, NULL, false);
	struct text t = {0};
	unsigned j;

	log_whole(&l, i, &t);
	text_add(&t, "\n");
	if (print_text(&t, err) < 0)
		return -1;
	print_steps("upgrade", m->up, m->n_up);
	if (m->irreversible)
		printf("\ndowngrade: none: %s\n", m->irreversible);
	else
		print_steps("downgrade", m->down, m->n_down);
	for (j = 0; j < m->n_obstacles; j++)
		printf("-- not while %s is applied: %s\n",
		       app->table->migrations[m->obstacles[j].migration].id, m->obstacles[j].why);
	return 0;
}

static void
json_show(struct json *j, const struct app *app, unsigned i)
{
	const struct migration *m = &app->table->migrations[i];

	json_open(j, NULL, '{');
	json_migration(j, app, i);
	json_steps(j, "upgrade", m->up, m->n_up);
	json_steps(j, "downgrade", m->down, m->n_down);
	json_obstacles(j, app->table, m);
	json_close(j, '}');
}

/* all that are named, the newest first */
static int
show(const struct app *app, const struct target *target, struct err *err)
{
	bool list = target_is_list(app->args.operand);
	struct json j = {0};
	unsigned i;

	if (target->n == 0)
		return err_set(err, ERR_USAGE,
		               "'%s' is before the first revision: there is nothing to show",
		               app->args.operand);
	if (json(app) && list)
		json_open(&j, NULL, '[');
	for (i = target->n; i-- > 0;) {
		if (json(app))
			json_show(&j, app, target->list[i]);
		else if (print_migration(app, target->list[i], err) < 0)
			return -1;
		else if (i > 0)
			printf("\n");
	}
	if (json(app) && list)
		json_close(&j, ']');
	return 0;
}

int
command_show(struct app *app, struct err *err)
{
	bool live = target_is_live(app->args.operand);
	struct target target;
	int rc;

	if (live ? app_connect(app, false, err) < 0 || app_read(app, true, err) < 0
	         : state_make(&app->state, app->table, NULL, 0, err) < 0)
		return -1;
	if (app->state.n_unknown > 0)
		return state_check(&app->state, err);
	if (target_find(&app->state, app->args.operand, live ? TARGET_EITHER : TARGET_FIXED,
	                &target, err) < 0)
		return -1;
	rc = show(app, &target, err);
	target_free(&target);
	return rc;
}

/* version: looks at one migration only, however many there are */
int
command_version(struct app *app, struct err *err)
{
	const struct migration_table *table = app->table;
	const struct migration *head =
		table->n_migrations ? &table->migrations[table->n_migrations - 1] : NULL;
	struct json j = {0};

	(void)err;
	if (!json(app)) {
		printf("migrate, project %s, build %s\n", table->name, table->build);
		printf("%u %s", table->n_migrations,
		       table->n_migrations == 1 ? "revision" : "revisions");
		if (head) {
			printf(", the last is ");
			print_migration_name(head->id, head->message);
		}
		printf("\nlibpq %d.%d\n", db_library_version() / 10000,
		       db_library_version() % 10000);
		return 0;
	}
	json_open(&j, NULL, '{');
	json_string(&j, "project", table->name);
	json_string(&j, "build", table->build);
	json_number(&j, "revisions", table->n_migrations);
	json_string(&j, "head", head ? head->id : NULL);
	json_number(&j, "table", table->version);
	json_number(&j, "min_server", table->min_server);
	json_number(&j, "libpq", db_library_version());
	json_close(&j, '}');
	return 0;
}
