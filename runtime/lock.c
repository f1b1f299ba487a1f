/*
 * One migrate at a time. A session that waits inside pg_advisory_lock holds a snapshot that CREATE INDEX CONCURRENTLY
 * waits for, which waits for the lock: so the lock is polled. Behind a pooler that shares server connections a session's
 * lock would stay with whatever connection it landed on; there a second connection holds it in an open transaction.
 */
#include "lock.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

enum { FIRST_WAIT = 50, LONGEST_WAIT = 1000 };

/* FNV-1a of a constant and the history's schema: two histories in one database do not exclude each other */
static void
make_key(struct lock *lock, const char *schema)
{
	uint64_t hash = 14695981039346656037u;
	const char *parts[] = {"migrate:", schema};
	size_t i;

	for (i = 0; i < 2; i++) {
		const char *s;

		for (s = parts[i]; *s; s++)
			hash = (hash ^ (unsigned char)*s) * 1099511628211u;
	}
	snprintf(lock->key, sizeof(lock->key), "%lld", (long long)(hash >> 1));
}

static int
refuse_standby(struct err *err)
{
	return err_set(
		err, ERR_FAILED,
		"this server is a standby and read-only; connect to the primary (with several hosts "
		"in the URL, target_session_attrs=read-write finds it)");
}

/* 1 taken, 0 held by another, -1 error; pooled says that a session's lock will not do */
static int
try_session(struct lock *lock, bool *pooled, struct err *err)
{
	static const char sql[] =
		"SELECT pg_is_in_recovery(), pg_backend_pid() <> $2::integer,\n"
		"\tCASE WHEN pg_backend_pid() = $2::integer AND NOT pg_is_in_recovery()\n"
		"\tTHEN pg_try_advisory_lock($1::bigint) END";
	char pid[16];
	const char *params[] = {lock->key, pid};
	struct rows rows;
	bool standby, taken;

	snprintf(pid, sizeof(pid), "%d", db_pid(lock->db));
	if (db_read(lock->db, sql, params, &rows, err) < 0)
		return err_at(err, "cannot take the lock");
	standby = rows_true(&rows, 0, 0);
	*pooled = rows_true(&rows, 0, 1);
	taken = rows_true(&rows, 0, 2);
	rows_free(&rows);
	return standby ? refuse_standby(err) : taken;
}

static int
open_guard(struct lock *lock, const struct db_options *options, struct err *err)
{
	if (db_open(&lock->guard, options, err) < 0)
		return -1;
	return db_script(lock->guard,
	                 "BEGIN ISOLATION LEVEL READ COMMITTED;\n"
	                 "SET LOCAL statement_timeout TO 0;\n"
	                 "SET LOCAL idle_in_transaction_session_timeout TO 0",
	                 NULL, err);
}

/* again and again, where it is held already */
static int
try_guard(const struct lock *lock, struct err *err)
{
	const char *params[] = {lock->key};
	struct rows rows;
	bool taken;

	if (db_query(lock->guard, "SELECT pg_try_advisory_xact_lock($1::bigint)", params, 1, &rows,
	             err) < 0)
		return -1;
	taken = rows_true(&rows, 0, 0);
	rows_free(&rows);
	return taken;
}

static int
try(struct lock *lock, const struct db_options *options, struct err *err)
{
	bool pooled = false;
	int rc;

	if (!lock->guard) {
		rc = try_session(lock, &pooled, err);
		if (rc < 0 || !pooled)
			return rc;
		if (open_guard(lock, options, err) < 0)
			return -1;
	}
	rc = try_guard(lock, err);
	return rc < 0 ? err_at(err, "cannot take the lock") : rc;
}

/* who holds it, as a sentence's object; what this user may not see is left out */
static void
holder(struct lock *lock, struct text *out)
{
	static const char sql[] =
		"SELECT l.pid, a.usename, nullif(a.application_name, ''),\n"
		"\tcoalesce(host(a.client_addr), CASE WHEN a.backend_start IS NOT NULL THEN 'local' END),\n"
		"\tto_char(a.backend_start AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS')\n"
		"FROM pg_catalog.pg_locks l LEFT JOIN pg_catalog.pg_stat_activity a USING (pid)\n"
		"WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 1\n"
		"\tAND l.database = (SELECT oid FROM pg_catalog.pg_database WHERE datname = "
		"current_database())\n"
		"\tAND l.classid::bigint << 32 | l.objid::bigint = $1::bigint";
	static const char *const words[] = {"pid", "user", "application", "client",
	                                    "connected since"};
	const char *params[] = {lock->key};
	struct err err = {0};
	struct rows rows;
	int i;

	if (db_read(lock->db, sql, params, &rows, &err) < 0) {
		err_free(&err);
		return;
	}
	for (i = 0; rows.n && i < 5; i++)
		if (rows_get(&rows, 0, i))
			text_fmt(out, "%s%s %s%s", i ? ", " : "", words[i], rows_text(&rows, 0, i),
			         i == 4 ? " UTC" : "");
	rows_free(&rows);
}

static int
held(struct lock *lock, double seconds, struct err *err)
{
	struct text who = {0};

	holder(lock, &who);
	err_set(err, ERR_LOCKED, "another migrate holds the lock%s%s%s", who.n ? " (" : "",
	        text_str(&who), who.n ? ")" : "");
	if (seconds > 0)
		err_add(err, "; gave up after %g s", seconds);
	text_free(&who);
	return err_add(
		err,
		"\nhint: run again when it is done, or wait longer with --lock-timeout SECONDS");
}

static void
tell(struct lock *lock, const struct events *events)
{
	struct text line = {0}, who = {0};

	holder(lock, &who);
	text_fmt(&line, "waiting for another migrate%s%s%s", who.n ? " (" : "", text_str(&who),
	         who.n ? ")" : "");
	events->note(events->arg, text_str(&line));
	text_free(&line);
	text_free(&who);
}

static int
poll_lock(struct lock *lock, const struct db_options *options, double seconds,
          const struct events *events, struct err *err)
{
	double deadline = db_clock() + seconds * 1e3;
	long wait = FIRST_WAIT;
	bool told = false;

	for (;;) {
		double left;
		int rc = try(lock, options, err);

		if (rc != 0)
			return rc < 0 ? -1 : 0;
		left = deadline - db_clock();
		if (left <= 0)
			return held(lock, seconds, err);
		if (!told && events)
			tell(lock, events);
		told = true;
		if (db_sleep(lock->db, left < (double)wait ? (long)left + 1 : wait, err) < 0)
			return err_add(err, " while waiting for another migrate");
		wait = wait * 2 < LONGEST_WAIT ? wait * 2 : LONGEST_WAIT;
	}
}

int
lock_take(struct lock *lock, struct db *db, const struct db_options *options,
          const struct migration_table *table, double seconds, const struct events *events,
          struct err *err)
{
	*lock = (struct lock){.db = db};
	make_key(lock, table->history_schema);
	if (poll_lock(lock, options, seconds, events, err) < 0) {
		db_close(lock->guard);
		*lock = (struct lock){0};
		return -1;
	}
	return 0;
}

int
lock_check(const struct lock *lock, struct err *err)
{
	int rc = lock->guard ? try_guard(lock, err) : 1;

	if (rc > 0)
		return 0;
	if (rc == 0)
		return err_set(err, ERR_LOCKED, "another migrate holds the lock now");
	if (!err->lost)
		return -1;
	return err_set(err, ERR_CONNECTION, "the connection that holds the lock is gone: %s",
	               text_str(&err->text));
}

void
lock_release(struct lock *lock)
{
	struct err err = {0};
	const char *params[] = {lock->key};
	struct rows rows = {0};

	if (lock->db && !lock->guard && db_rollback(lock->db) == 0)
		db_read(lock->db, "SELECT pg_advisory_unlock($1::bigint)", params, &rows, &err);
	rows_free(&rows);
	db_close(lock->guard);
	err_free(&err);
	*lock = (struct lock){0};
}
