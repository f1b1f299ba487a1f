/*
 * What an earlier CREATE INDEX CONCURRENTLY may have left behind. An INVALID index is ours only if the history says that this
 * step began it, it stands on the step's table, and the server prints it as it prints the step's index on an empty copy of the
 * table. An index that somebody is building is INVALID too, so that one is waited for.
 */
#include "leftover.h"

#include <string.h>

enum { WAIT = 500 };

#define DROP_TIME "'5s'"

/* the index with the step's name on the step's table */
struct found {
	bool exists, valid;
	int builder; /* pid of the backend that is building it; 0 is none */
	struct text definition;
	struct text name; /* with its schema, as SQL */
};

static void
found_free(struct found *f)
{
	text_free(&f->definition);
	text_free(&f->name);
	*f = (struct found){0};
}

/* the builder holds SHARE UPDATE EXCLUSIVE on the table; whose progress may not be seen shows no index */
static int
look(struct db *db, const struct index_build *index, struct found *f, struct err *err)
{
	static const char sql[] =
		"SELECT i.indisvalid AND i.indisready AND i.indislive,\n"
		"\tpg_get_indexdef(i.indexrelid), format('%I.%I', n.nspname, c.relname),\n"
		"\t(SELECT p.pid FROM pg_catalog.pg_stat_progress_create_index p\n"
		"\tJOIN pg_catalog.pg_locks l USING (pid)\n"
		"\tWHERE p.pid <> pg_backend_pid() AND p.datname = current_database()\n"
		"\tAND (p.index_relid IS NULL OR p.index_relid = i.indexrelid)\n"
		"\tAND l.relation = i.indrelid AND l.mode = 'ShareUpdateExclusiveLock' AND l.granted LIMIT 1)\n"
		"FROM pg_catalog.pg_index i\n"
		"JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid\n"
		"JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace\n"
		"WHERE i.indrelid = to_regclass($1)\n"
		"\tAND c.relname = (parse_ident($2))[array_upper(parse_ident($2), 1)]";
	const char *params[] = {index->table, index->index};
	struct rows rows;

	*f = (struct found){0};
	if (db_query(db, sql, params, 2, &rows, err) < 0)
		return err_at(err, "cannot look for index %s", index->index);
	f->exists = rows.n > 0;
	if (f->exists) {
		f->valid = rows_true(&rows, 0, 0);
		text_add(&f->definition, rows_text(&rows, 0, 1));
		text_add(&f->name, rows_text(&rows, 0, 2));
		f->builder = (int)rows_number(&rows, 0, 3);
	}
	rows_free(&rows);
	return 0;
}

/* what follows the names of index and table */
static const char *
shape(const char *definition)
{
	const char *using = strstr(definition, " USING ");

	return using ? using : definition;
}

/* what the step would build, as the server prints it; all of it is rolled back */
static int
probe(struct db *db, const struct index_build *index, struct text *definition, struct err *err)
{
	static const char sql[] = "SELECT pg_get_indexdef(indexrelid) FROM pg_catalog.pg_index\n"
				  "WHERE indrelid = 'pg_temp.migrate_probe'::regclass";
	struct text make = {0};
	struct rows rows = {0};
	int rc;

	text_fmt(&make, "BEGIN;\nCREATE TEMPORARY TABLE migrate_probe (LIKE %s)", index->table);
	rc = db_script(db, text_str(&make), NULL, err);
	text_free(&make);
	if (rc == 0)
		rc = db_query(db, index->probe, NULL, 0, NULL, err);
	if (rc == 0)
		rc = db_query(db, sql, NULL, 0, &rows, err);
	if (rc == 0 && rows.n == 1)
		text_add(definition, rows_text(&rows, 0, 0));
	rows_free(&rows);
	if (db_rollback(db) < 0 && rc == 0)
		rc = err_set(err, ERR_CONNECTION, "the connection to the database was lost");
	return rc;
}

/* 1 the same, 0 another */
static int
matches(struct db *db, const struct index_build *index, const struct found *f, struct err *err)
{
	struct text wanted = {0};
	int rc;

	if (probe(db, index, &wanted, err) < 0) {
		text_free(&wanted);
		return err_at(err, "cannot compare index %s with what the migration builds",
		              index->index);
	}
	rc = wanted.n && strcmp(shape(text_str(&wanted)), shape(text_str(&f->definition))) == 0;
	text_free(&wanted);
	return rc;
}

static int
drop(struct db *db, const struct found *f, struct err *err)
{
	struct text sql = {0};
	int rc;

	text_fmt(&sql, "DROP INDEX CONCURRENTLY IF EXISTS %s", text_str(&f->name));
	rc = db_query(db, text_str(&sql), NULL, 0, NULL, err);
	text_free(&sql);
	return rc < 0 ? err_at(err, "cannot drop the INVALID index %s", text_str(&f->name)) : 0;
}

static void
note(const struct events *events, const char *fmt, const char *name, int pid)
{
	struct text line = {0};

	if (!events)
		return;
	text_fmt(&line, "%s %s", fmt, name);
	if (pid)
		text_fmt(&line, " (pid %d)", pid);
	events->note(events->arg, text_str(&line));
	text_free(&line);
}

/* look again and again until nobody is building the index any more */
static int
wait_builder(struct db *db, const struct step *step, double seconds, struct found *f,
             const struct events *events, struct err *err)
{
	double deadline = db_clock() + seconds * 1e3;

	if (look(db, step->index, f, err) < 0)
		return -1;
	if (f->builder)
		note(events, "waiting for another session that is building index",
		     text_str(&f->name), f->builder);
	while (f->builder) {
		if (db_clock() >= deadline)
			return err_set(
				err, ERR_FAILED,
				"another session (pid %d) is building index %s; gave up after %g s\n"
				"hint: run again when it is done, or end it with SELECT "
				"pg_terminate_backend(%d)",
				f->builder, text_str(&f->name), seconds, f->builder);
		found_free(f);
		if (db_sleep(db, WAIT, err) < 0 || look(db, step->index, f, err) < 0)
			return -1;
	}
	return 0;
}

static int
refuse(const struct found *f, const char *why, struct err *err)
{
	return err_set(err, ERR_FAILED,
	               "index %s is there already and INVALID, and %s\n"
	               "hint: look at it; DROP INDEX CONCURRENTLY %s, then run again",
	               text_str(&f->name), why, text_str(&f->name));
}

static int
judge(struct db *db, const struct step *step, bool started, const struct found *f,
      const struct events *events, struct err *err)
{
	int same;

	if (!f->exists || (f->valid && !started))
		return 0; /* a name that is taken is the server's to refuse */
	if (!started)
		return refuse(f, "this migration has not begun it", err);
	same = matches(db, step->index, f, err);
	if (same < 0)
		return -1;
	if (f->valid)
		return same ? 1
		            : err_set(err, ERR_FAILED,
		                      "an index %s is there already, and it is not the one that this "
		                      "migration builds: %s\nhint: rename or drop it, then run again",
		                      text_str(&f->name), text_str(&f->definition));
	if (!same)
		return refuse(f, "it is not the one that this migration builds", err);
	note(events, "dropping what an interrupted run left: INVALID index", text_str(&f->name), 0);
	return drop(db, f, err);
}

int
leftover_clear(struct db *db, const struct step *step, bool started, double seconds,
               const struct events *events, struct err *err)
{
	struct found f = {0};
	int rc = wait_builder(db, step, seconds, &f, events, err);

	if (rc == 0)
		rc = judge(db, step, started, &f, events, err);
	found_free(&f);
	return rc;
}

int
leftover_drop(struct db *db, const struct step *step, struct err *err)
{
	struct found f = {0};
	int rc = look(db, step->index, &f, err);
	bool ours = rc == 0 && f.exists && !f.valid && !f.builder;

	if (ours)
		rc = matches(db, step->index, &f, err);
	/* somebody who waits for the end of a failed run does not wait for every reader of the table too */
	if (rc > 0)
		rc = db_script(db, "SET statement_timeout TO " DROP_TIME, NULL, err) < 0 ||
		                     drop(db, &f, err) < 0
		             ? -1
		             : 1;
	found_free(&f);
	return rc;
}
