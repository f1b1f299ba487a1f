/* Alembic's table. Its rows are the tips of what is applied; where revisions keep their ids, that says what our history should. */
#include "adopt.h"

#include <stdlib.h>
#include <string.h>

int
alembic_find(struct db *db, const char *name, struct alembic *a, struct err *err)
{
	static const char sql[] =
		"SELECT format('%I.%I', n.nspname, c.relname)\n"
		"FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace\n"
		"WHERE c.relkind IN ('r', 'p') AND n.nspname <> 'pg_catalog' AND n.nspname NOT LIKE 'pg\\_temp\\_%'\n"
		"AND CASE $1 WHEN '' THEN c.relname = 'alembic_version' ELSE c.oid = to_regclass($1) END\n"
		"AND has_schema_privilege(n.oid, 'USAGE') AND has_table_privilege(c.oid, 'SELECT')\n"
		"AND EXISTS (SELECT FROM pg_catalog.pg_attribute t WHERE t.attrelid = c.oid AND t.attname = 'version_num')\n"
		"ORDER BY 1";
	const char *parameter = name ? name : "";
	struct text read = {0};
	int rc;

	*a = (struct alembic){0};
	if (db_read(db, sql, &parameter, &a->tables, err) < 0)
		return err_at(err, "cannot look for Alembic's table");
	if (a->tables.n == 0)
		return 0;
	text_fmt(&read, "SELECT version_num FROM %s ORDER BY 1", rows_text(&a->tables, 0, 0));
	rc = read.failed ? err_memory(err) : db_read(db, text_str(&read), NULL, &a->ids, err);
	text_free(&read);
	if (rc == 0)
		return 0;
	err_at(err, "cannot read Alembic's table %s", rows_text(&a->tables, 0, 0));
	alembic_free(a);
	return -1;
}

/* the migration that is or has a revision of Alembic's, of which nothing is left to apply then; or BASE */
static unsigned
find(const struct state *s, const char *id)
{
	unsigned migration = state_find(s, id), replacing;
	bool last;

	if (migration != BASE)
		return migration;
	replacing = graph_replacing(s->table, id, strlen(id), &last);
	return last ? replacing : BASE;
}

unsigned
alembic_known(const struct alembic *a, const struct state *s)
{
	unsigned i, n = 0;

	for (i = 0; i < a->ids.n; i++)
		n += find(s, rows_text(&a->ids, i, 0)) != BASE;
	return n;
}

void
alembic_add_ids(const struct alembic *a, const struct state *s, bool known, struct text *t)
{
	unsigned i, n = 0;

	for (i = 0; i < a->ids.n; i++) {
		const char *id = rows_text(&a->ids, i, 0);

		if ((find(s, id) != BASE) == known)
			text_fmt(t, "%s%s", n++ ? ", " : "", id);
	}
}

int
alembic_check_parts(const struct alembic *a, const struct state *s, struct err *err)
{
	const struct migration *m;
	unsigned i, migration;
	bool last;

	for (i = 0; i < a->ids.n; i++) {
		const char *id = rows_text(&a->ids, i, 0);

		migration = graph_replacing(s->table, id, strlen(id), &last);
		if (migration == BASE || last)
			continue;
		m = &s->table->migrations[migration];
		return err_set(
			err, ERR_FAILED,
			"%s says that the database is at %s, in the midst of what revision %s (%.*s) replaces\n"
			"hint: go to %s with Alembic first; nothing was changed",
			rows_text(&a->tables, 0, 0), id, m->id, text_line(m->message), m->message,
			m->replaces[m->n_replaces - 1].id);
	}
	return 0;
}

unsigned char *
alembic_marks(const struct alembic *a, const struct state *s, struct err *err)
{
	unsigned char *marks = graph_marks(s->table, err);
	unsigned i, migration;

	if (!marks)
		return NULL;
	for (i = 0; i < a->ids.n; i++) {
		migration = find(s, rows_text(&a->ids, i, 0));
		if (migration != BASE)
			marks[migration] = 1;
	}
	graph_mark_ancestors(s->table, marks, WALK_ALL);
	return marks;
}

void
alembic_free(struct alembic *a)
{
	rows_free(&a->tables);
	rows_free(&a->ids);
	*a = (struct alembic){0};
}
