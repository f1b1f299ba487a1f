/* The SQL of our own, as text. */
#include "sql.h"

#include <string.h>

#include "graph.h"
#include "record.h"

void
sql_our_table(struct text *t, const struct migration_table *table, const char *what)
{
	text_name(t, table->history_schema);
	text_fmt(t, ".migrate_%s", what);
}

static void
settings(struct text *t, const struct migration_table *table, const char *set, bool limits)
{
	/* first: that of the role may be shorter than all of this takes */
	text_fmt(t, "%s statement_timeout TO %d;\n", set, limits ? table->statement_timeout : 0);
	text_fmt(t, "%s client_encoding TO 'UTF8';\n", set);
	text_fmt(t, "%s standard_conforming_strings TO on;\n", set);
	text_fmt(t, "%s search_path TO %s;\n", set, table->search_path);
	text_fmt(t, "%s TimeZone TO 'UTC';\n", set);
	text_fmt(t, "%s DateStyle TO 'ISO, MDY';\n", set);
	text_fmt(t, "%s IntervalStyle TO 'postgres';\n", set);
	text_fmt(t, "%s check_function_bodies TO on;\n", set);
	text_fmt(t, "%s default_tablespace TO '';\n", set);
	text_fmt(t, "%s default_table_access_method TO 'heap';\n", set);
	text_fmt(t, "%s idle_in_transaction_session_timeout TO 0;\n", set);
	text_fmt(t, "%s lock_timeout TO %d;\n", set, limits ? table->lock_timeout : 0);
}

void
sql_begin(struct text *t, const struct migration_table *table)
{
	text_add(t, "BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE;\n");
	sql_settings_local(t, table);
}

void
sql_begin_reading(struct text *t, const struct migration_table *table)
{
	text_fmt(t,
	         "BEGIN READ ONLY;\nSET LOCAL statement_timeout TO 0;\nSET LOCAL search_path TO %s",
	         table->search_path);
}

void
sql_settings_local(struct text *t, const struct migration_table *table)
{
	/* what the migration before this one SET for its session */
	text_add(t, "RESET ALL;\n");
	settings(t, table, "SET LOCAL", true);
}

void
sql_settings_alone(struct text *t, const struct migration_table *table, bool first)
{
	if (first)
		text_add(t, "RESET ALL;\n");
	settings(t, table, "SET", false);
	text_add(t, "SET default_transaction_isolation TO 'read committed';\n"
	            "SET default_transaction_read_only TO off;\n");
}

void
sql_do(struct text *t, struct text *body)
{
	static const char quote[] = "$migrate$";
	const char *s = text_str(body);

	text_add(t, "DO ");
	if (strstr(s, quote))
		text_literal(t, s);
	else
		text_fmt(t, "%s %s %s", quote, s, quote);
	text_add(t, ";\n");
	t->failed |= body->failed;
	text_free(body);
}

/* what follows up to end_missing happens where there is no such thing: IF NOT EXISTS asks for the privilege to create all the same */
static void
begin_missing(struct text *body, const char *function, const char *name)
{
	text_fmt(body, "BEGIN\n\tIF pg_catalog.%s(", function);
	text_literal(body, name);
	text_add(body, ") IS NULL THEN\n");
}

static void
end_missing(struct text *t, struct text *body)
{
	text_add(body, "\tEND IF;\nEND");
	sql_do(t, body);
}

void
sql_create_schema(struct text *t, const struct migration_table *table)
{
	struct text name = {0}, body = {0};

	text_name(&name, table->history_schema);
	begin_missing(&body, "to_regnamespace", text_str(&name));
	text_fmt(&body, "\t\tCREATE SCHEMA %s;\n", text_str(&name));
	end_missing(t, &body);
	t->failed |= name.failed;
	text_free(&name);
}

static void
create_table(struct text *t, const struct migration_table *table, const char *what,
             const char *columns, bool if_missing)
{
	static const char create[] = "CREATE TABLE %s (\n%s);\n";
	struct text name = {0}, body = {0};

	sql_our_table(&name, table, what);
	if (if_missing) {
		begin_missing(&body, "to_regclass", text_str(&name));
		text_fmt(&body, create, text_str(&name), columns);
		end_missing(t, &body);
	} else {
		text_fmt(t, create, text_str(&name), columns);
	}
	t->failed |= name.failed;
	text_free(&name);
}

void
sql_create_history(struct text *t, const struct migration_table *table, bool if_missing)
{
	create_table(t, table, "history",
	             "\trevision text PRIMARY KEY,\n"
	             "\tmessage text NOT NULL,\n"
	             "\tchecksum text NOT NULL,\n"
	             "\tapplied_at timestamptz NOT NULL,\n"
	             "\tapplied_by text NOT NULL,\n"
	             "\tduration interval NOT NULL,\n"
	             "\tdone integer NOT NULL,\n"
	             "\ttotal integer NOT NULL,\n"
	             "\tstarted integer,\n"
	             "\tdirection text NOT NULL CHECK (direction IN ('up', 'down')),\n"
	             "\tbuild text NOT NULL,\n"
	             "\tdown json\n",
	             if_missing);
}

void
sql_create_audit(struct text *t, const struct migration_table *table, bool if_missing)
{
	create_table(t, table, "audit",
	             "\tat timestamptz NOT NULL,\n"
	             "\tby text NOT NULL,\n"
	             "\taction text NOT NULL,\n"
	             "\trevision text NOT NULL,\n"
	             "\tmessage text NOT NULL,\n"
	             "\tchecksum text NOT NULL,\n"
	             "\tduration interval NOT NULL,\n"
	             "\tbuild text NOT NULL,\n"
	             "\ttag text\n",
	             if_missing);
}

void
sql_add_columns(struct text *t, const struct migration_table *table)
{
	static const char *const columns[][3] = {{"history", "down", "json"},
	                                         {"audit", "tag", "text"}};
	struct text name = {0}, body = {0};
	size_t i;

	for (i = 0; i < sizeof(columns) / sizeof(columns[0]); i++) {
		text_clear(&name);
		sql_our_table(&name, table, columns[i][0]);
		text_add(&body,
		         "BEGIN\n"
		         "\tIF NOT EXISTS (SELECT FROM pg_catalog.pg_attribute WHERE attrelid = ");
		text_literal(&body, text_str(&name));
		text_fmt(&body,
		         "::regclass AND attname = '%s') THEN\n\t\tALTER TABLE %s ADD %s %s;\n",
		         columns[i][1], text_str(&name), columns[i][1], columns[i][2]);
		end_missing(t, &body);
	}
	t->failed |= name.failed;
	text_free(&name);
}

static void
started_value(struct text *t, unsigned started)
{
	if (started)
		text_fmt(t, "%u", started);
	else
		text_add(t, "NULL");
}

static void
where_revision(struct text *t, const struct migration *m)
{
	text_add(t, "\nWHERE revision = ");
	text_literal(t, m->id);
}

/* for a program that does not know the migration, and is to undo it */
static void
add_record(struct text *t, const struct migration_table *table, const struct migration *m)
{
	struct text record = {0};

	record_migration(&record, table, m);
	text_literal(t, text_str(&record));
	t->failed |= record.failed;
	text_free(&record);
}

static void
insert_row(struct text *t, const struct migration_table *table, const struct migration *m,
           unsigned started)
{
	text_add(t, "INSERT INTO ");
	sql_our_table(t, table, "history");
	text_add(t,
	         "\n\t(revision, message, checksum, applied_at, applied_by, duration, done, total, "
	         "started, direction, build, down)\nVALUES (");
	text_literal(t, m->id);
	text_add(t, ", ");
	text_literal(t, m->message);
	text_add(t, ", ");
	text_literal(t, m->checksum);
	text_fmt(t, ", clock_timestamp(), session_user, '0', 0, %u, ", m->n_up);
	started_value(t, started);
	text_add(t, ", 'up', ");
	text_literal(t, table->build);
	text_add(t, ", ");
	add_record(t, table, m);
	text_add(t, ");\n");
}

void
sql_open(struct text *t, const struct migration_table *table, const struct migration *m, bool down,
         unsigned started)
{
	if (!down) {
		insert_row(t, table, m, started);
		return;
	}
	text_add(t, "UPDATE ");
	sql_our_table(t, table, "history");
	text_fmt(t, "\nSET direction = 'down', done = 0, total = %u, started = ", m->n_down);
	started_value(t, started);
	text_add(t, ", duration = '0', applied_at = clock_timestamp(), applied_by = session_user");
	where_revision(t, m);
	text_add(t, " AND direction = 'up' AND done = total;\n");
}

/* the history is written by whoever runs migrate, whatever role a step took */
static void
reset_role(struct text *t)
{
	text_add(t, "RESET SESSION AUTHORIZATION;\nRESET ROLE;\n");
}

/* where the revision's row is gone one without a message is put there, which the history refuses: so nothing is committed that is
   not recorded */
static void
refuse_missing(struct text *t, const struct migration_table *table, const struct migration *m)
{
	struct text name = {0};

	sql_our_table(&name, table, "history");
	text_fmt(t, "WITH missing AS (\nINSERT INTO %s (revision)\nSELECT ", text_str(&name));
	text_literal(t, m->id);
	text_fmt(t, " WHERE NOT EXISTS (SELECT FROM %s", text_str(&name));
	where_revision(t, m);
	text_add(t, "))\n");
	t->failed |= name.failed;
	text_free(&name);
}

void
sql_progress(struct text *t, const struct migration_table *table, const struct migration *m,
             unsigned done, unsigned started)
{
	reset_role(t);
	refuse_missing(t, table, m);
	text_add(t, "UPDATE ");
	sql_our_table(t, table, "history");
	text_fmt(t, "\nSET done = %u, started = ", done);
	started_value(t, started);
	/* applied_at is where the time that is running began */
	if (!started)
		text_add(t, ", duration = duration + (clock_timestamp() - applied_at)");
	text_add(t, ", applied_at = clock_timestamp()");
	where_revision(t, m);
	text_add(t, ";\n");
}

void
sql_forget(struct text *t, const struct migration_table *table, const struct migration *m,
           bool down)
{
	text_add(t, down ? "UPDATE " : "DELETE FROM ");
	sql_our_table(t, table, "history");
	if (down)
		text_fmt(t, "\nSET direction = 'up', done = %u, total = %u, started = NULL",
		         m->n_up, m->n_up);
	where_revision(t, m);
	text_add(t, " AND done = 0;\n");
}

static void
insert_audit(struct text *t, const struct migration_table *table, const char *action,
             const char *revision, const char *message, const char *checksum, const char *duration,
             const char *tag, const char *from)
{
	text_add(t, "INSERT INTO ");
	sql_our_table(t, table, "audit");
	text_add(t, " (at, by, action, revision, message, checksum, duration, build, tag)\n"
	            "SELECT clock_timestamp(), session_user, ");
	text_literal(t, action);
	text_add(t, ", ");
	text_literal(t, revision);
	text_add(t, ", ");
	text_literal(t, message);
	text_add(t, ", ");
	text_literal(t, checksum);
	text_fmt(t, ", %s, ", duration);
	text_literal(t, table->build);
	text_add(t, ", ");
	if (tag)
		text_literal(t, tag);
	else
		text_add(t, "NULL");
	text_fmt(t, "%s;\n", from);
}

/* where the revision's row is gone there is no duration, which the audit refuses, as in refuse_missing */
void
sql_close(struct text *t, const struct migration_table *table, const struct migration *m, bool down,
          const char *tag)
{
	reset_role(t);
	text_add(t, down ? "WITH history AS (\nDELETE FROM " : "WITH history AS (\nUPDATE ");
	sql_our_table(t, table, "history");
	if (!down)
		text_add(t, "\nSET done = total, started = NULL,\n"
		            "\tduration = duration + (clock_timestamp() - applied_at)");
	where_revision(t, m);
	text_fmt(t, "\nRETURNING %s AS duration)\n",
	         down ? "duration + (clock_timestamp() - applied_at)" : "duration");
	insert_audit(t, table, down ? "downgrade" : "upgrade", m->id, m->message, m->checksum,
	             "(SELECT duration FROM history)", tag, "");
}

/* "('a', '1:…')", and of those that it replaced: all that may be there */
static void
add_replaced(struct text *t, const struct replaced *v, unsigned n, unsigned *added)
{
	unsigned i;

	for (i = 0; i < n; i++) {
		text_add(t, (*added)++ ? ",\n\t(" : "\n\t(");
		text_literal(t, v[i].id);
		text_add(t, ", ");
		text_literal(t, v[i].checksum);
		text_add(t, ")");
		add_replaced(t, v[i].replaces, v[i].n_replaces, added);
	}
}

/* that all of them are among the parts; one that replaced others may be there by these */
static void
add_all_there(struct text *t, const struct replaced *v, unsigned n)
{
	unsigned i, alone = 0;

	for (i = 0; i < n; i++) {
		if (v[i].n_replaces)
			continue;
		text_add(t, alone++ ? ", " : "(SELECT count(*) FROM parts WHERE revision IN (");
		text_literal(t, v[i].id);
	}
	if (alone)
		text_fmt(t, ")) = %u", alone);
	for (i = 0; i < n; i++) {
		if (!v[i].n_replaces)
			continue;
		text_add(t, alone++ ? "\n\tAND (" : "(");
		text_add(t, "EXISTS (SELECT FROM parts WHERE revision = ");
		text_literal(t, v[i].id);
		text_add(t, ") OR ");
		add_all_there(t, v[i].replaces, v[i].n_replaces);
		text_add(t, ")");
	}
}

void
sql_squash(struct text *t, const struct migration_table *table, const struct migration *m,
           const char *tag)
{
	struct text history = {0};
	unsigned added = 0;

	sql_our_table(&history, table, "history");
	text_fmt(t,
	         "WITH parts AS (\nSELECT h.revision FROM %s AS h\n"
	         "JOIN (VALUES",
	         text_str(&history));
	add_replaced(t, m->replaces, m->n_replaces, &added);
	text_fmt(
		t,
		") AS p (revision, checksum)\n"
		"\tON h.revision = p.revision AND h.checksum = p.checksum\n"
		"WHERE h.done = h.total AND h.direction = 'up'\n"
		"), former AS (\nDELETE FROM %s\nWHERE revision IN (SELECT revision FROM parts)\n\tAND ",
		text_str(&history));
	add_all_there(t, m->replaces, m->n_replaces);
	text_fmt(t, "\n\tAND NOT EXISTS (SELECT FROM %s WHERE revision = ", text_str(&history));
	text_literal(t, m->id);
	text_fmt(t,
	         ")\nRETURNING applied_at, applied_by, duration\n"
	         "), history AS (\nINSERT INTO %s\n"
	         "\t(revision, message, checksum, applied_at, applied_by, duration, done, total, "
	         "started, direction, build, down)\nSELECT ",
	         text_str(&history));
	text_literal(t, m->id);
	text_add(t, ", ");
	text_literal(t, m->message);
	text_add(t, ", ");
	text_literal(t, m->checksum);
	text_fmt(
		t,
		", max(applied_at), (array_agg(applied_by ORDER BY applied_at DESC))[1], sum(duration),\n"
		"\t%u, %u, NULL, 'up', ",
		m->n_up, m->n_up);
	text_literal(t, table->build);
	text_add(t, ", ");
	add_record(t, table, m);
	text_add(t, "::json\nFROM former HAVING count(*) > 0\nRETURNING revision)\n");
	insert_audit(t, table, "squash", m->id, m->message, m->checksum, "interval '0'", tag,
	             " FROM history");
	t->failed |= history.failed;
	text_free(&history);
}

void
sql_stamp_others(struct text *t, const struct migration_table *table, const unsigned char *marks)
{
	unsigned n = 0, i;

	text_add(t, "DELETE FROM ");
	sql_our_table(t, table, "history");
	for (i = 0; i < table->n_migrations; i++) {
		if (!marks[i])
			continue;
		text_add(t, n++ ? ",\n\t" : "\nWHERE revision NOT IN (");
		text_literal(t, table->migrations[i].id);
	}
	text_add(t, n ? ");\n" : ";\n");
}

static void
stamp_row(struct text *t, const struct migration_table *table, const struct migration *m)
{
	text_add(t, "(");
	text_literal(t, m->id);
	text_add(t, ", ");
	text_literal(t, m->message);
	text_add(t, ", ");
	text_literal(t, m->checksum);
	text_fmt(t, ", %u, ", m->n_up);
	add_record(t, table, m);
	text_add(t, "::json)");
}

/* rows that are right already stay as they are, with the time of their making */
bool
sql_stamp_some(struct text *t, const struct migration_table *table, const unsigned char *marks,
               unsigned *next)
{
	enum { AT_ONCE = 200 };
	unsigned n = 0;

	for (; *next < table->n_migrations && n < AT_ONCE; ++*next) {
		if (!marks[*next])
			continue;
		text_add(
			t,
			n++ ? ",\n\t"
			    : "WITH stamp (revision, message, checksum, total, down) AS (VALUES\n\t");
		stamp_row(t, table, &table->migrations[*next]);
	}
	if (n == 0)
		return false;
	text_add(t, "\n)\nINSERT INTO ");
	sql_our_table(t, table, "history");
	text_add(
		t,
		" AS h\n\t(revision, message, checksum, applied_at, applied_by, duration, done, total, "
		"started, direction, build, down)\n"
		"SELECT revision, message, checksum, clock_timestamp(), session_user, '0', total, total, "
		"NULL, 'up', ");
	text_literal(t, table->build);
	text_add(
		t,
		", down FROM stamp\nON CONFLICT (revision) DO UPDATE\n"
		"SET message = excluded.message, checksum = excluded.checksum, done = excluded.total,\n"
		"\ttotal = excluded.total, started = NULL, direction = 'up', build = excluded.build, down = excluded.down\n"
		"WHERE h.checksum <> excluded.checksum OR h.done <> h.total OR h.direction <> 'up' OR h.down IS NULL;\n");
	return true;
}

void
sql_stamp_close(struct text *t, const struct migration_table *table, const unsigned char *marks,
                const char *action, const char *tag)
{
	const struct migration *last = NULL;
	struct text place = {0};
	unsigned i;

	for (i = 0; i < table->n_migrations; i++)
		if (marks[i])
			last = &table->migrations[i];
	graph_place(table, marks, &place);
	if (last && strcmp(last->id, text_str(&place)) != 0)
		last = NULL;
	insert_audit(t, table, action, text_str(&place), last ? last->message : "",
	             last ? last->checksum : "", "interval '0'", tag, "");
	t->failed |= place.failed;
	text_free(&place);
}
