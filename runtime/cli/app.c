/* What the commands share: a connection, and what the history says. */
#include "app.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../adopt.h"

static void
add_version(struct err *err, int version)
{
	if (version >= 100000)
		err_add(err, "%d", version / 10000);
	else
		err_add(err, "%d.%d", version / 10000, version / 100 % 100);
}

static int
check_server(struct app *app, struct err *err)
{
	int version = db_server_version(app->db);

	if (version >= app->table->min_server)
		return 0;
	err_set(err, ERR_FAILED, "the server is PostgreSQL ");
	add_version(err, version);
	err_add(err, ", and these migrations were made for PostgreSQL ");
	add_version(err, app->table->min_server);
	return err_add(err, " and later");
}

/* the audit is written at the end, where it would be too late */
static int
check_tag(struct app *app, struct err *err)
{
	const char *const params[] = {app->args.tag};

	if (!app->args.tag || db_query(app->db, "SELECT $1::text", params, 1, NULL, err) == 0)
		return 0;
	return err_at(err, "the database cannot keep the tag");
}

int
app_connect(struct app *app, bool writes, struct err *err)
{
	const char *url = app->args.url ? app->args.url : getenv("DATABASE_URL");

	app->options = (struct db_options){
		.url = url && *url ? url : NULL,
		.program = "migrate",
		.writes = writes,
		.interrupt = app->interrupt,
		.notice = app->events.note,
		.arg = app->events.arg,
	};
	if (db_open(&app->db, &app->options, err) < 0)
		return -1;
	app->progress.server = db_server_version(app->db);
	return check_server(app, err) < 0 || check_tag(app, err) < 0 ? -1 : 0;
}

static void
forget(struct app *app)
{
	state_free(&app->state);
	history_free(&app->history);
	kept_free(&app->kept);
	app->table = app->own;
}

int
app_read(struct app *app, bool full, struct err *err)
{
	forget(app);
	if (history_read(app->db, app->table, full, &app->history, err) < 0)
		return -1;
	return state_make(&app->state, app->table, app->history.applied, app->history.n, err);
}

int
app_read_kept(struct app *app, struct err *err)
{
	if (kept_read(&app->kept, app->db, &app->state, err) < 0)
		return -1;
	if (app->kept.table.n_kept == 0)
		return 0;
	state_free(&app->state);
	app->table = &app->kept.table;
	return state_make(&app->state, app->table, app->history.applied, app->history.n, err);
}

int
app_complete(struct app *app, struct plan *plan, struct err *err)
{
	plan->server = app->db ? db_server_version(app->db) : 0;
	plan->values = &app->values;
	plan->tag = app->args.tag;
	return plan_check_values(plan, err);
}

int
app_read_alembic(const struct app *app, struct alembic_place *p, struct err *err)
{
	struct alembic a;

	*p = (struct alembic_place){0};
	if (app->history.n > 0)
		return 0;
	if (alembic_find(app->db, NULL, &a, err) < 0)
		return -1;
	if (a.ids.n > 0)
		text_add(&p->table, rows_text(&a.tables, 0, 0));
	alembic_add_ids(&a, &app->state, true, &p->known);
	alembic_add_ids(&a, &app->state, false, &p->unknown);
	alembic_free(&a);
	return 0;
}

void
alembic_place_free(struct alembic_place *p)
{
	text_free(&p->table);
	text_free(&p->known);
	text_free(&p->unknown);
}

int
app_check_adopted(const struct app *app, struct err *err)
{
	struct alembic_place p;
	int rc = app_read_alembic(app, &p, err);

	if (rc == 0 && p.known.n)
		rc = err_set(
			err, ERR_FAILED,
			"this database is Alembic's: %s says that it is at %s, and nothing is in "
			"the history of migrate\n"
			"hint: `migrate adopt` takes it over; an upgrade would begin at base",
			text_str(&p.table), text_str(&p.known));
	alembic_place_free(&p);
	return rc;
}

void
app_free(struct app *app)
{
	values_free(&app->values);
	forget(app);
	db_close(app->db);
	args_free(&app->args);
}

void
print_migration_name(const char *id, const char *message)
{
	printf("%s %.*s", id, text_line(message), message);
}

void
print_copy(const struct step_copy *rows)
{
	printf("%u row%s, %zu bytes, of %s\n", rows->n_rows, rows->n_rows == 1 ? "" : "s",
	       strlen(rows->data), rows->file);
}

void
print_servers(const struct step *s)
{
	printf("PostgreSQL");
	if (s->since)
		printf(" %d and later%s", s->since / 10000, s->before ? "," : "");
	if (s->before)
		printf(" before %d", s->before / 10000);
}
