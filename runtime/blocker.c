/*
 * Who stands in the way of a statement. It is looked up when the statement has given up, so the one that blocked it is among the
 * sessions that are named, unless it is gone by then.
 */
#include "blocker.h"

#include "sql.h"

/* one line for each lock; a prepared transaction has no session */
static const char sql[] =
	"SELECT l.mode || ' of ' || concat_ws(', ', coalesce('pid ' || l.pid, 'a prepared transaction'),\n"
	"\t'user ' || a.usename, 'application ' || nullif(a.application_name, ''), a.state,\n"
	"\t'in a transaction since ' || to_char(a.xact_start AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS') || ' UTC')\n"
	"FROM pg_catalog.pg_locks l LEFT JOIN pg_catalog.pg_stat_activity a USING (pid)\n"
	"WHERE l.locktype = 'relation' AND l.granted AND l.relation = to_regclass($1)\n"
	"\tAND l.database = (SELECT oid FROM pg_catalog.pg_database WHERE datname = current_database())\n"
	"\tAND l.pid IS DISTINCT FROM pg_backend_pid()\n"
	"ORDER BY a.xact_start LIMIT 5";

void
blocker_add(struct db *db, const struct migration_table *table, const char *name, struct err *err)
{
	const char *params[] = {name};
	struct text begin = {0};
	struct err ignored = {0};
	struct rows rows;
	unsigned i;

	sql_begin_reading(&begin, table);
	if (db_script(db, text_str(&begin), NULL, &ignored) == 0 &&
	    db_query(db, sql, params, 1, &rows, &ignored) == 0) {
		for (i = 0; i < rows.n; i++)
			err_add(err, "\nlock on %s: %s", name, rows_text(&rows, i, 0));
		rows_free(&rows);
	}
	db_rollback(db);
	text_free(&begin);
	err_free(&ignored);
}
