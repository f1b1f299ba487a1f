/*
 * The tables that remember what was applied. They are looked for first and made only where they are missing, because
 * CREATE … IF NOT EXISTS asks for the privilege to create even where there is nothing to do.
 */
#include "history.h"

#include <stdlib.h>
#include <string.h>

#include "sql.h"

/* add the GRANT that makes it work; on is what the privileges are for */
static void
add_grant(struct db *db, const char *privileges, const char *on, struct err *err)
{
	struct text role = {0};

	text_name(&role, db_user(db));
	err_add(err, "GRANT %s ON %s TO %s", privileges, on, text_str(&role));
	text_free(&role);
}

/* add what a role needs that may do so much with the history, and so much with the audit */
static void
add_grants(struct db *db, const struct migration_table *table, const char *history,
           const char *audit, struct err *err)
{
	struct text schema = {0}, name = {0};

	text_add(&schema, "SCHEMA ");
	text_name(&schema, table->history_schema);
	add_grant(db, "USAGE", text_str(&schema), err);
	err_add(err, "; ");
	sql_our_table(&name, table, "history");
	add_grant(db, history, text_str(&name), err);
	if (audit) {
		text_clear(&name);
		sql_our_table(&name, table, "audit");
		err_add(err, "; ");
		add_grant(db, audit, text_str(&name), err);
	}
	text_free(&schema);
	text_free(&name);
}

static void
add_write_grants(struct db *db, const struct migration_table *table, struct err *err)
{
	add_grants(db, table, "SELECT, INSERT, UPDATE, DELETE", "INSERT", err);
}

void
history_explain_write(struct db *db, const struct migration_table *table, struct err *err)
{
	if (!err_is(err, "42501"))
		return;
	err_add(err, "\nhint: writing the history needs: ");
	add_write_grants(db, table, err);
}

/* our table is there in another shape, or it may not be read */
static int
explain_read(struct db *db, const struct migration_table *table, struct err *err)
{
	if (err_is(err, "42501")) {
		err_add(err, "\nhint: reading the history needs: ");
		add_grants(db, table, "SELECT", NULL, err);
	} else if (err_is(err, "42703"))
		err_add(err,
		        "\nhint: \"%s\".migrate_history was made by another version of migrate",
		        table->history_schema);
	else if (!err->server.sqlstate[0])
		return -1;
	return err_at(err, "cannot read the history");
}

static int
fill(struct history *h, bool full, struct err *err)
{
	unsigned i;

	h->exists = true;
	h->n = h->rows.n;
	h->applied = calloc(h->n ? h->n : 1, sizeof(*h->applied));
	if (!h->applied)
		return err_memory(err);
	for (i = 0; i < h->n; i++) {
		struct applied *a = &h->applied[i];

		a->revision = rows_text(&h->rows, i, 0);
		a->checksum = rows_text(&h->rows, i, 1);
		a->done = (unsigned)rows_number(&h->rows, i, 2);
		a->total = (unsigned)rows_number(&h->rows, i, 3);
		a->started = (unsigned)rows_number(&h->rows, i, 4);
		a->down = rows_true(&h->rows, i, 5);
		if (!full)
			continue;
		a->message = rows_text(&h->rows, i, 6);
		a->at = rows_text(&h->rows, i, 7);
		a->by = rows_text(&h->rows, i, 8);
		a->ms = rows_text(&h->rows, i, 9);
		a->build = rows_text(&h->rows, i, 10);
	}
	return 0;
}

int
history_read(struct db *db, const struct migration_table *table, bool full, struct history *h,
             struct err *err)
{
	struct text sql = {0};
	int rc;

	*h = (struct history){0};
	text_add(&sql, "SELECT revision, checksum, done, total, started, direction = 'down'");
	if (full)
		text_add(&sql, ", message,\n\tto_char(applied_at AT TIME ZONE 'UTC', "
		               "'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"'),\n"
		               "\tapplied_by, round(extract(epoch FROM duration) * 1000), build");
	text_add(&sql, "\nFROM ");
	sql_our_table(&sql, table, "history");
	text_add(&sql, "\nORDER BY applied_at DESC, revision");
	rc = sql.failed ? err_memory(err) : db_read(db, text_str(&sql), NULL, &h->rows, err);
	text_free(&sql);
	if (rc < 0 && (err_is(err, "42P01") || err_is(err, "3F000"))) {
		err_free(err);
		return 0;
	}
	if (rc < 0)
		return explain_read(db, table, err);
	if (fill(h, full, err) < 0) {
		history_free(h);
		return -1;
	}
	return 0;
}

void
history_free(struct history *h)
{
	free(h->applied);
	rows_free(&h->rows);
	*h = (struct history){0};
}

struct present {
	bool schema, history, audit;
	bool columns; /* all that the tables have by now */
};

static int
look(struct db *db, const struct migration_table *table, struct present *p, struct err *err)
{
	static const char sql[] =
		"SELECT n.oid IS NOT NULL, h.oid IS NOT NULL, a.oid IS NOT NULL,\n"
		"(SELECT count(*) = 2 FROM pg_catalog.pg_attribute\n"
		"WHERE attrelid = h.oid AND attname = 'down' OR attrelid = a.oid AND attname = 'tag')\n"
		"FROM (VALUES ($1)) AS v (name)\n"
		"LEFT JOIN pg_catalog.pg_namespace n ON n.nspname = v.name\n"
		"LEFT JOIN pg_catalog.pg_class h\n"
		"\tON h.relnamespace = n.oid AND h.relname = 'migrate_history'\n"
		"LEFT JOIN pg_catalog.pg_class a\n"
		"\tON a.relnamespace = n.oid AND a.relname = 'migrate_audit'";
	struct rows rows;

	if (db_read(db, sql, &table->history_schema, &rows, err) < 0)
		return err_at(err, "cannot look for the history tables");
	p->schema = rows_true(&rows, 0, 0);
	p->history = rows_true(&rows, 0, 1);
	p->audit = rows_true(&rows, 0, 2);
	p->columns = rows_true(&rows, 0, 3);
	rows_free(&rows);
	return 0;
}

static int
create(struct db *db, const struct migration_table *table, const struct present *p, struct err *err)
{
	struct text sql = {0};
	int rc;

	sql_begin(&sql, table);
	if (!p->schema)
		sql_create_schema(&sql, table);
	if (!p->history)
		sql_create_history(&sql, table, false);
	if (!p->audit)
		sql_create_audit(&sql, table, false);
	if (p->history || p->audit)
		sql_add_columns(&sql, table);
	text_add(&sql, "COMMIT");
	rc = sql.failed ? err_memory(err) : db_script(db, text_str(&sql), NULL, err);
	text_free(&sql);
	if (rc < 0)
		db_rollback(db);
	return rc;
}

/* somebody else made it at the same moment */
static bool
raced(const struct err *err)
{
	static const char *const states[] = {"23505", "42701", "42P06", "42P07", "42710", NULL};
	int i;

	for (i = 0; states[i]; i++)
		if (err_is(err, states[i]))
			return true;
	return false;
}

static void
explain_create(struct db *db, const struct migration_table *table, const struct present *p,
               struct err *err)
{
	struct text schema = {0};

	if (!err_is(err, "42501"))
		return;
	if (p->history && p->audit) {
		err_add(err,
		        "\nhint: the tables lack columns that this version writes; their owner adds "
		        "them once, with `migrate ensure-version`");
		return;
	}
	text_name(&schema, table->history_schema);
	if (p->schema)
		err_add(err, "\nhint: this role needs CREATE on schema %s", text_str(&schema));
	else
		err_add(err,
		        "\nhint: this role needs CREATE on the database, or that schema %s is made for it",
		        text_str(&schema));
	err_add(err, "; or a role that may create there makes the tables once, with `migrate "
	             "ensure-version`, and then: ");
	add_write_grants(db, table, err);
	text_free(&schema);
}

int
history_ensure(struct db *db, const struct migration_table *table, bool *made, struct err *err)
{
	enum { TRIES = 5 };
	struct present p = {0};
	int i;

	*made = false;
	for (i = 0; i < TRIES; i++) {
		if (look(db, table, &p, err) < 0)
			return -1;
		if (p.schema && p.history && p.audit && p.columns)
			return 0;
		if (create(db, table, &p, err) == 0) {
			*made = true;
			return 0;
		}
		if (!raced(err))
			break;
	}
	explain_create(db, table, &p, err);
	return err_at(err, "cannot create the history tables in schema \"%s\"",
	              table->history_schema);
}
