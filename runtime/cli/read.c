/* The commands that read: current, history, heads, show, version. They create nothing. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../adopt.h"
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

/* current */

static unsigned
count_pending(const struct app *app)
{
	unsigned i, n = 0;

	for (i = 0; i < app->table->n_migrations; i++)
		n += !state_has(&app->state, i);
	return n;
}

/* it has no row of its own yet */
static void
print_parts(const struct app *app, unsigned i)
{
	if (!app->state.squashed[i])
		return;
	printf(" (in the history as ");
	print_replaced(&app->table->migrations[i]);
	printf(")");
}

/* why a row is of no use here, and what that means */
static void
print_why_unknown(const struct app *app, const struct applied *row, const char *means)
{
	bool last;
	unsigned migration =
		graph_replacing(app->table, row->revision, strlen(row->revision), &last);

	if (migration == BASE)
		printf("unknown to this program%s", means);
	else
		printf("a part of %s, which is not all there",
		       app->table->migrations[migration].id);
}

static void
print_half(const struct applied *row)
{
	if (row->down || row->done != row->total)
		printf(" (half %s: %u of %u steps)", row->down ? "undone" : "applied", row->done,
		       row->total);
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

/* all that a migration has, but for its steps */
static void
print_whole(const struct app *app, unsigned i)
{
	const struct migration_table *table = app->table;
	const struct migration *m = &table->migrations[i];
	unsigned j;

	printf("revision:   %s%s\n", m->id, graph_is_head(&app->state.graph, i) ? " (head)" : "");
	printf("parent:     ");
	for (j = 0; j < m->n_parents; j++)
		printf("%s%s", j ? ", " : "", table->migrations[m->parents[j]].id);
	printf("%s\n", m->n_parents ? "" : "<base>");
	for (j = 0; j < m->n_depends_on; j++)
		printf("depends on: %s\n", table->migrations[m->depends_on[j]].id);
	for (j = 0; j < m->n_labels; j++)
		printf("label:      %s\n", m->labels[j]);
	for (j = 0; j < m->n_replaces; j++)
		printf("replaces:   %s\n", m->replaces[j].id);
	printf("message:    %s\n", m->message);
	if (*m->created)
		printf("created:    %s\n", m->created);
	printf("file:       %s\nchecksum:   %s\n", m->file, m->checksum);
}

static void
print_at(const struct app *app, unsigned i)
{
	const struct migration *m = &app->table->migrations[i];

	print_migration_name(m->id, m->message);
	printf("%s%s", graph_is_head(&app->state.graph, i) ? " (head)" : "",
	       state_differs(&app->state, i) ? " (changed after it was applied)" : "");
	print_half(app->state.rows[i]);
	print_parts(app, i);
	printf("\n");
}

/* what the history alone says */
static void
print_application(const struct applied *row)
{
	printf("applied:    %s by %s, in %s ms", row->at, row->by, row->ms);
	print_half(row);
	printf("\nbuild:      %s\n\n", row->build);
}

static void
print_applied(const struct app *app, unsigned i)
{
	const struct applied *row = app->state.rows[i];

	print_whole(app, i);
	if (state_differs(&app->state, i))
		printf("changed:    after it was applied, with checksum %s\n", row->checksum);
	print_application(row);
}

static void
print_unknown(const struct app *app, const struct applied *row)
{
	bool verbose = app->args.given & OPT_VERBOSE;

	if (verbose)
		printf("revision:   %s", row->revision);
	else
		print_migration_name(row->revision, row->message);
	printf(" (");
	print_why_unknown(app, row, ": the database is ahead of it");
	printf(")");
	if (verbose) {
		printf("\nmessage:    %s\nchecksum:   %s\n", row->message, row->checksum);
		print_application(row);
		return;
	}
	print_half(row);
	printf("\n");
}

static void
print_current(const struct app *app, const unsigned *heads, unsigned n)
{
	const struct state *s = &app->state;
	unsigned pending = count_pending(app);
	unsigned i;

	if (app->history.n == 0)
		printf("nothing is applied%s\n",
		       app->history.exists ? "" : ": the database has no history");
	for (i = 0; i < s->n_unknown; i++)
		print_unknown(app, s->unknown[i]);
	for (i = 0; i < n; i++) {
		if (app->args.given & OPT_VERBOSE)
			print_applied(app, heads[i]);
		else
			print_at(app, heads[i]);
	}
	for (i = app->table->n_migrations; i-- > 0;) {
		const struct migration *m = &app->table->migrations[i];

		if (!state_differs(s, i) || is_among(i, heads, n))
			continue;
		print_migration_name(m->id, m->message);
		printf(" (below; changed after it was applied)\n");
	}
	if (pending)
		printf("%u %s to apply\n", pending, pending == 1 ? "migration" : "migrations");
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
	struct alembic a;
	struct text ids = {0};

	if (app->history.n > 0)
		return 0;
	if (alembic_find(app->db, NULL, &a, err) < 0)
		return -1;
	if (alembic_known(&a, &app->state) > 0) {
		alembic_add_ids(&a, &app->state, true, &ids);
		printf("%s of Alembic says that the database is at %s; `migrate adopt` takes it over\n",
		       rows_text(&a.tables, 0, 0), text_str(&ids));
	}
	text_free(&ids);
	alembic_free(&a);
	return 0;
}

int
command_current(struct app *app, struct err *err)
{
	unsigned *heads, n;

	if (app_connect(app, false, err) < 0 || app_read(app, true, err) < 0)
		return -1;
	if (!json(app) && !(app->args.given & OPT_QUIET) && print_alembic(app, err) < 0)
		return -1;
	if (state_heads(&app->state, &heads, &n, err) < 0)
		return -1;
	if (json(app))
		json_current(app, heads, n);
	else if (!(app->args.given & OPT_QUIET))
		print_current(app, heads, n);
	free(heads);
	return app->args.given & OPT_CHECK_HEADS ? check_heads(app, err) : 0;
}

/* history */

/* "1a2b -> 3c4d message (labels) (head)" */
static void
print_line(const struct app *app, unsigned i)
{
	const struct migration *m = &app->table->migrations[i];
	unsigned n, j;

	if (m->n_parents == 0)
		printf("<base>");
	for (j = 0; j < m->n_parents; j++)
		printf("%s%s", j ? ", " : "", app->table->migrations[m->parents[j]].id);
	for (j = 0; j < m->n_depends_on; j++)
		printf("%s%s%s", j ? ", " : " (depends on ",
		       app->table->migrations[m->depends_on[j]].id,
		       j + 1 == m->n_depends_on ? ")" : "");
	printf(" -> ");
	print_migration_name(m->id, m->message);
	for (j = 0; j < m->n_labels; j++)
		printf(" (%s)", m->labels[j]);
	graph_children(&app->state.graph, i, &n);
	printf("%s%s%s", n ? "" : " (head)", n > 1 ? " (branch point)" : "",
	       m->n_parents > 1 ? " (merge)" : "");
}

/* a revision as history, heads and branches have it */
static void
print_one(const struct app *app, unsigned i)
{
	if (app->args.given & OPT_VERBOSE)
		print_whole(app, i);
	else
		print_line(app, i);
}

static void
print_row(const struct app *app, unsigned i)
{
	const struct applied *row = app->state.rows[i];

	if (!row) {
		printf(" [not applied]");
		return;
	}
	print_half(row);
	print_parts(app, i);
	printf(" [%s by %s%s]", row->at, row->by,
	       state_differs(&app->state, i) ? ", changed since" : "");
}

static void
print_history(const struct app *app, const unsigned char *marks, bool applied)
{
	unsigned i;

	if (app->table->n_migrations == 0)
		printf("there are no revisions\n");
	for (i = 0; applied && i < app->state.n_unknown; i++) {
		const struct applied *row = app->state.unknown[i];

		print_migration_name(row->revision, row->message);
		printf(" [%s by %s, ", row->at, row->by);
		print_why_unknown(app, row, "");
		printf("]\n");
	}
	for (i = app->table->n_migrations; i-- > 0;) {
		if (!marks[i])
			continue;
		print_one(app, i);
		if (applied)
			print_row(app, i);
		printf("\n");
	}
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
	bool asks =
		applied || (app->args.given & OPT_RANGE && target_range_is_live(app->args.range));
	unsigned char *marks;

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
		print_history(app, marks, applied);
	free(marks);
	return 0;
}

/* heads */

int
command_heads(struct app *app, struct err *err)
{
	struct json j = {0};
	unsigned i;

	if (state_make(&app->state, app->table, NULL, 0, err) < 0)
		return -1;
	if (json(app))
		json_open(&j, NULL, '[');
	for (i = 0; i < app->table->n_migrations; i++) {
		if (!graph_is_head(&app->state.graph, i))
			continue;
		if (json(app)) {
			json_open(&j, NULL, '{');
			json_migration(&j, app, i);
			json_close(&j, '}');
		} else if (app->args.given & OPT_VERBOSE) {
			print_whole(app, i);
			printf("\n");
		} else {
			print_migration_name(app->table->migrations[i].id,
			                     app->table->migrations[i].message);
			printf("\n");
		}
	}
	if (json(app))
		json_close(&j, ']');
	return 0;
}

/* branches */

static void
print_branches(const struct app *app, unsigned i, const unsigned *children, unsigned n)
{
	unsigned j;

	print_one(app, i);
	printf("\n");
	for (j = 0; j < n; j++) {
		printf("  ");
		print_line(app, children[j]);
		printf("\n");
	}
}

static void
json_branches(struct json *j, const struct app *app, unsigned i, const unsigned *children,
              unsigned n)
{
	unsigned k;

	json_open(j, NULL, '{');
	json_migration(j, app, i);
	json_open(j, "children", '[');
	for (k = 0; k < n; k++)
		json_string(j, NULL, app->table->migrations[children[k]].id);
	json_close(j, ']');
	json_close(j, '}');
}

int
command_branches(struct app *app, struct err *err)
{
	const unsigned *children;
	struct json j = {0};
	unsigned i, n;

	if (state_make(&app->state, app->table, NULL, 0, err) < 0)
		return -1;
	if (json(app))
		json_open(&j, NULL, '[');
	for (i = app->table->n_migrations; i-- > 0;) {
		children = graph_children(&app->state.graph, i, &n);
		if (n > 1 && json(app))
			json_branches(&j, app, i, children, n);
		else if (n > 1)
			print_branches(app, i, children, n);
	}
	if (json(app))
		json_close(&j, ']');
	return 0;
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

static void
print_migration(const struct app *app, unsigned i)
{
	const struct migration *m = &app->table->migrations[i];
	unsigned j;

	print_whole(app, i);
	print_steps("upgrade", m->up, m->n_up);
	if (m->irreversible)
		printf("\ndowngrade: none: %s\n", m->irreversible);
	else
		print_steps("downgrade", m->down, m->n_down);
	for (j = 0; j < m->n_obstacles; j++)
		printf("-- not while %s is applied: %s\n",
		       app->table->migrations[m->obstacles[j].migration].id, m->obstacles[j].why);
}

int
command_show(struct app *app, struct err *err)
{
	struct target target;
	struct json j = {0};
	const struct migration *m;
	unsigned i;
	int rc;

	if (state_make(&app->state, app->table, NULL, 0, err) < 0 ||
	    target_find(&app->state, app->args.operand, TARGET_FIXED, &target, err) < 0)
		return -1;
	rc = target_one(&app->state, &target, app->args.operand, &i, err);
	target_free(&target);
	if (rc < 0)
		return -1;
	if (i == BASE)
		return err_set(err, ERR_USAGE,
		               "base is before the first revision; there is nothing to show");
	if (!json(app)) {
		print_migration(app, i);
		return 0;
	}
	m = &app->table->migrations[i];
	json_open(&j, NULL, '{');
	json_migration(&j, app, i);
	json_steps(&j, "upgrade", m->up, m->n_up);
	json_steps(&j, "downgrade", m->down, m->n_down);
	json_obstacles(&j, app->table, m);
	json_close(&j, '}');
	return 0;
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
