/*
 * What an interrupted statement may have left behind. An INVALID index is ours only if the history says that this step began to
 * build it, it stands on the step's table, and the server prints it as it prints the step's index on an empty copy of the table. An
 * index that somebody is building is INVALID too, so that one is waited for. What else is left has a name or a mark of its own.
 */
#include "leftover.h"

#include <string.h>

enum { WAIT = 500 };

/* somebody who waits for the end of a failed run does not wait for every reader of the table too */
#define DROP_TIME "SET statement_timeout TO '5s'"

#define DROPPING "dropping what an interrupted run left: INVALID index"

/* the index on the step's table with the step's name, or where it has none, as the step builds it */
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

/* what follows the names of index and table */
static const char *
shape(const char *definition)
{
	const char *using = strstr(definition, " USING ");

	return using ? using : definition;
}

static bool
alike(const char *a, const char *b)
{
	static const char unique[] = "CREATE UNIQUE ";
	size_t n = sizeof(unique) - 1;

	return (strncmp(a, unique, n) == 0) == (strncmp(b, unique, n) == 0) &&
	       strcmp(shape(a), shape(b)) == 0;
}

/* what the step would build, as the server prints it; all of it is rolled back */
static int
probe(struct db *db, const struct leftover *left, struct text *definition, struct err *err)
{
	static const char sql[] = "SELECT pg_get_indexdef(indexrelid) FROM pg_catalog.pg_index\n"
				  "WHERE indrelid = 'pg_temp.migrate_probe'::regclass";
	struct text make = {0};
	struct rows rows = {0};
	int rc;

	text_fmt(&make, "BEGIN;\nCREATE TEMPORARY TABLE migrate_probe (LIKE %s)", left->table);
	rc = db_script(db, text_str(&make), NULL, err);
	text_free(&make);
	if (rc == 0)
		rc = db_query(db, left->probe, NULL, 0, NULL, err);
	if (rc == 0)
		rc = db_query(db, sql, NULL, 0, &rows, err);
	if (rc == 0 && rows.n == 1)
		text_add(definition, rows_text(&rows, 0, 0));
	rows_free(&rows);
	if (db_rollback(db) < 0 && rc == 0)
		rc = err_set(err, ERR_CONNECTION, "the connection to the database was lost");
	return rc;
}

/* the builder holds SHARE UPDATE EXCLUSIVE on the table; whose progress may not be seen shows no index */
static int
look(struct db *db, const struct leftover *left, struct found *f, struct err *err)
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
		"\tAND ($2::text IS NULL OR c.relname = (parse_ident($2))[array_upper(parse_ident($2), 1)])\n"
		"ORDER BY 1, i.indexrelid DESC";
	const char *params[] = {left->table, left->name};
	struct text wanted = {0};
	struct rows rows;
	unsigned i = 0;
	int rc = 0;

	*f = (struct found){0};
	if (db_query(db, sql, params, 2, &rows, err) < 0)
		return err_at(err, "cannot look for the index that is to be built");
	if (!left->name && rows.n)
		rc = probe(db, left, &wanted, err);
	while (rc == 0 && !left->name && i < rows.n &&
	       !alike(text_str(&wanted), rows_text(&rows, i, 1)))
		i++;
	f->exists = rc == 0 && i < rows.n;
	if (f->exists) {
		f->valid = rows_true(&rows, i, 0);
		text_add(&f->definition, rows_text(&rows, i, 1));
		text_add(&f->name, rows_text(&rows, i, 2));
		f->builder = (int)rows_number(&rows, i, 3);
	}
	rows_free(&rows);
	text_free(&wanted);
	return rc;
}

/* 1 the same, 0 another */
static int
matches(struct db *db, const struct leftover *left, const struct found *f, struct err *err)
{
	struct text wanted = {0};
	int rc;

	if (probe(db, left, &wanted, err) < 0) {
		text_free(&wanted);
		return err_at(err, "cannot compare index %s with what the migration builds",
		              text_str(&f->name));
	}
	rc = wanted.n && alike(text_str(&wanted), text_str(&f->definition));
	text_free(&wanted);
	return rc;
}

static int
drop(struct db *db, const char *name, struct err *err)
{
	struct text sql = {0};
	int rc;

	text_fmt(&sql, "DROP INDEX CONCURRENTLY IF EXISTS %s", name);
	rc = db_query(db, text_str(&sql), NULL, 0, NULL, err);
	text_free(&sql);
	return rc < 0 ? err_at(err, "cannot drop the INVALID index %s", name) : 0;
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

	if (look(db, step->leftover, f, err) < 0)
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
		if (db_sleep(db, WAIT, err) < 0 || look(db, step->leftover, f, err) < 0)
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
	same = matches(db, step->leftover, f, err);
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
	note(events, DROPPING, text_str(&f->name), 0);
	return drop(db, text_str(&f->name), err);
}

static int
clear_build(struct db *db, const struct step *step, bool started, double seconds,
            const struct events *events, struct err *err)
{
	struct found f = {0};
	int rc;

	if (!step->leftover->name && !started)
		return 0; /* what is like it is another's */
	rc = wait_builder(db, step, seconds, &f, events, err);
	if (rc == 0)
		rc = judge(db, step, started, &f, events, err);
	found_free(&f);
	return rc;
}

static void
say_dropped(struct text *said, const char *name)
{
	text_fmt(said, "\nthe INVALID index %s that it left was dropped", name);
}

static void
say_left(struct text *said, const char *name, const struct err *why)
{
	text_fmt(said, "\nindex %s is left behind INVALID (%s); running again drops it", name,
	         text_str(&why->text));
}

static int
settle_build(struct db *db, const struct leftover *left, const struct err *err, struct text *said)
{
	struct err more = {0};
	struct found f = {0};
	int rc;

	if (err_is(err, "42P07"))
		return 0; /* the index that is there is another's */
	rc = look(db, left, &f, &more);
	if (rc == 0 && f.exists && !f.valid && !f.builder)
		rc = matches(db, left, &f, &more);
	if (rc > 0) {
		rc = drop(db, text_str(&f.name), &more);
		if (rc == 0)
			say_dropped(said, left->name ? left->name : text_str(&f.name));
	}
	if (rc < 0)
		say_left(said, left->name ? left->name : "of that table", &more);
	found_free(&f);
	err_free(&more);
	return rc;
}

/* $1 is its name, and where there are two $2 is its table */
static int
ask(struct db *db, const struct leftover *left, const char *sql, int n_params, struct rows *rows,
    struct err *err)
{
	const char *params[] = {left->name, left->table};

	if (db_query(db, sql, params, n_params, rows, err) < 0)
		return err_at(err, "cannot look for what an interrupted run left");
	return 0;
}

/* gone where an earlier run has dropped it */
static int
clear_drop(struct db *db, const struct leftover *left, struct err *err)
{
	struct rows rows;
	int gone;

	if (ask(db, left, "SELECT to_regclass($1) IS NULL", 1, &rows, err) < 0)
		return -1;
	gone = rows_true(&rows, 0, 0);
	rows_free(&rows);
	return gone;
}

static int
settle_drop(struct db *db, const struct leftover *left, struct text *said)
{
	static const char sql[] = "SELECT FROM pg_catalog.pg_index\n"
				  "WHERE indexrelid = to_regclass($1) AND NOT indisvalid";
	struct err more = {0};
	struct rows rows = {0};

	if (ask(db, left, sql, 1, &rows, &more) == 0 && rows.n)
		text_fmt(said, "\nindex %s is left behind INVALID; running again drops it",
		         left->name);
	rows_free(&rows);
	err_free(&more);
	return 0;
}

/* drop what rebuilds left of their own; said or events, which may be NULL, learn of each */
static int
drop_rebuilt(struct db *db, const struct leftover *left, const struct events *events,
             struct text *said, struct err *err)
{
	static const char sql[] =
		"WITH relation AS (SELECT coalesce(i.indrelid, c.oid) AS oid\n"
		"\tFROM (SELECT to_regclass($2) AS oid UNION SELECT relid FROM pg_partition_tree(to_regclass($2))) AS c\n"
		"\tLEFT JOIN pg_catalog.pg_index i ON i.indexrelid = c.oid)\n"
		"SELECT format('%I.%I', n.nspname, c.relname) FROM pg_catalog.pg_index i\n"
		"JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid\n"
		"JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace\n"
		"JOIN pg_catalog.pg_class t ON t.oid = i.indrelid\n"
		"LEFT JOIN pg_catalog.pg_class o ON o.reltoastrelid = t.oid\n"
		"WHERE NOT i.indisvalid AND c.relname ~ '_cc(new|old)[0-9]*$'\n"
		"\tAND ($2::text IS NULL OR coalesce(o.oid, t.oid) IN (SELECT oid FROM relation))\n"
		"\tAND ($1::text IS NULL OR coalesce(o.relnamespace, t.relnamespace) = to_regnamespace($1))\n"
		"ORDER BY 1";
	struct rows rows;
	unsigned i;
	int rc;

	rc = ask(db, left, sql, 2, &rows, err);
	for (i = 0; rc == 0 && i < rows.n; i++) {
		if (!said)
			note(events, DROPPING, rows_text(&rows, i, 0), 0);
		rc = drop(db, rows_text(&rows, i, 0), err);
		if (said && rc == 0)
			say_dropped(said, rows_text(&rows, i, 0));
		else if (said)
			say_left(said, rows_text(&rows, i, 0), err);
	}
	rows_free(&rows);
	return rc;
}

static int
settle_reindex(struct db *db, const struct leftover *left, struct text *said)
{
	struct err more = {0};
	int rc = drop_rebuilt(db, left, NULL, said, &more);

	err_free(&more);
	return rc;
}

/* 1 detached, 0 not begun, 2 waiting for FINALIZE */
static int
detached(struct db *db, const struct leftover *left, struct err *err)
{
	static const char sql[] =
		"SELECT i.inhdetachpending FROM pg_catalog.pg_class c\n"
		"LEFT JOIN pg_catalog.pg_inherits i ON i.inhrelid = c.oid AND i.inhparent = to_regclass($2)\n"
		"WHERE c.oid = to_regclass($1)";
	struct rows rows;
	int rc = 0;

	if (ask(db, left, sql, 2, &rows, err) < 0)
		return -1;
	if (rows.n && !rows_get(&rows, 0, 0))
		rc = 1;
	else if (rows.n && rows_true(&rows, 0, 0))
		rc = 2;
	rows_free(&rows);
	return rc;
}

static int
clear_detach(struct db *db, const struct leftover *left, const struct events *events,
             struct err *err)
{
	int rc = detached(db, left, err);
	struct text sql = {0};

	if (rc != 2)
		return rc;
	note(events, "finishing what an interrupted run began: detaching partition", left->name, 0);
	text_fmt(&sql, "ALTER TABLE %s DETACH PARTITION %s FINALIZE", left->table, left->name);
	rc = db_query(db, text_str(&sql), NULL, 0, NULL, err);
	text_free(&sql);
	return rc < 0 ? err_at(err, "cannot finish detaching partition %s", left->name) : 1;
}

static int
settle_detach(struct db *db, const struct leftover *left, struct text *said)
{
	struct err more = {0};
	int rc = detached(db, left, &more);

	err_free(&more);
	if (rc == 2)
		text_fmt(said, "\npartition %s is left half detached; running again finishes it",
		         left->name);
	return rc == 0 ? 0 : -1;
}

int
leftover_clear(struct db *db, const struct step *step, bool started, double seconds,
               const struct events *events, struct err *err)
{
	const struct leftover *left = step->leftover;

	if (left->kind == LEFTOVER_BUILD)
		return clear_build(db, step, started, seconds, events, err);
	if (!started)
		return 0;
	switch (left->kind) {
	case LEFTOVER_DROP:
		return clear_drop(db, left, err);
	case LEFTOVER_DETACH:
		return clear_detach(db, left, events, err);
	default:
		return drop_rebuilt(db, left, events, NULL, err);
	}
}

int
leftover_settle(struct db *db, const struct step *step, const struct err *err, struct text *said)
{
	const struct leftover *left = step->leftover;
	struct err more = {0};
	int rc = db_script(db, DROP_TIME, NULL, &more);

	err_free(&more);
	if (rc < 0)
		return -1;
	switch (left->kind) {
	case LEFTOVER_BUILD:
		return settle_build(db, left, err, said);
	case LEFTOVER_DROP:
		return settle_drop(db, left, said);
	case LEFTOVER_DETACH:
		return settle_detach(db, left, said);
	default:
		return settle_reindex(db, left, said);
	}
}
