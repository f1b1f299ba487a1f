/*
 * A plan as a script for psql. The statements are those of a run, in the same transactions; psql reads them first, so what it would
 * take for its own (a :name outside of quotes) is written so that it is not.
 */
#include "script.h"

#include <stdlib.h>
#include <string.h>

#include "graph.h"
#include "sql.h"

/* the end of what is quoted by c, from behind the opening quote on */
static const char *
skip_quoted(const char *s, char c, bool escapes)
{
	for (; *s; s++) {
		if ((escapes && *s == '\\' && s[1]) || (*s == c && s[1] == c))
			s++;
		else if (*s == c)
			return s + 1;
	}
	return s;
}

/* comments nest */
static const char *
skip_comment(const char *s)
{
	int depth = 0;

	do {
		if (s[0] == '/' && s[1] == '*') {
			depth++;
			s += 2;
		} else if (s[0] == '*' && s[1] == '/') {
			depth--;
			s += 2;
		} else {
			s++;
		}
	} while (*s && depth > 0);
	return s;
}

static bool
is_word(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
	       c == '_' || (unsigned char)c >= 0x80;
}

/* the length of a dollar quote's tag with both its dollars; 0 is none */
static size_t
dollar_tag(const char *s)
{
	size_t n = 1;

	if (s[1] >= '0' && s[1] <= '9')
		return 0;
	while (is_word(s[n]))
		n++;
	return s[n] == '$' ? n + 1 : 0;
}

static const char *
skip_dollar(const char *s, size_t n)
{
	const char *from = s + n;

	for (; *from; from++)
		if (strncmp(from, s, n) == 0)
			return from + n;
	return from;
}

/* the end of the token that begins at s; open says that a line comment runs on */
static const char *
skip_token(const char *s, bool *open)
{
	*open = false;
	if ((*s == 'E' || *s == 'e') && s[1] == '\'')
		return skip_quoted(s + 2, '\'', true);
	if (*s == '\'' || *s == '"')
		return skip_quoted(s + 1, *s, false);
	if (s[0] == '/' && s[1] == '*')
		return skip_comment(s);
	if (s[0] == '-' && s[1] == '-') {
		s += strcspn(s, "\n");
		*open = !*s;
		return s;
	}
	if (*s == '$' && dollar_tag(s))
		return skip_dollar(s, dollar_tag(s));
	if (is_word(*s)) {
		while (is_word(*s) || *s == '$')
			s++;
		return s;
	}
	if (s[0] == ':' && (s[1] == ':' || s[1] == '='))
		return s + 2;
	return s + 1;
}

/* would psql take the colon for a variable? */
static bool
is_variable(const char *s)
{
	return s[0] == ':' && (is_word(s[1]) || (s[1] && strchr("'\"{", s[1])));
}

static bool
is_place(const struct step *step, const char *s)
{
	unsigned i;

	for (i = 0; i < step->n_places; i++)
		if (step->sql + step->places[i].at == s)
			return true;
	return false;
}

void
script_statement(struct text *t, const struct step *step)
{
	const char *sql = step->sql;
	bool open = false;

	while (*sql) {
		const char *end = skip_token(sql, &open);

		text_bytes(t, sql, (size_t)(end - sql));
		if (is_variable(sql) && end == sql + 1 && !is_place(step, sql))
			text_add(t, " ");
		sql = end;
	}
	text_add(t, open ? "\n;\n" : ";\n");
}

/* a message may have several lines; a comment has one */
static void
add_comment(struct text *t, const char *s)
{
	for (; *s; s++)
		text_bytes(t, *s == '\n' || *s == '\r' ? " " : s, 1);
}

/* a plan that is written down */
struct writer {
	const struct script *script;
	const struct plan *plan;
	bool single;

	struct text t;
	unsigned last;    /* the migration that is applied where the next item begins */
	unsigned applied; /* and how many are */
};

static void
flush(const struct script *script, struct text *t)
{
	script->write(script->arg, text_str(t), t->n);
	text_clear(t);
}

/* what must be applied before an item: all tops of what is, or behind the script's own migration that one */
static int
guarded(const struct writer *w, const struct plan_item *item, unsigned **list, unsigned *n,
        struct err *err)
{
	if (item == w->plan->items)
		return graph_tops(w->plan->table, w->plan->before, list, n, err);
	*n = 1;
	*list = calloc(1, sizeof(**list));
	if (!*list)
		return err_memory(err);
	**list = w->last;
	return 0;
}

static void
add_names(struct text *t, const struct migration_table *table, const unsigned *list, unsigned n)
{
	unsigned i;

	for (i = 0; i < n; i++) {
		text_add(t, i ? ", " : "");
		text_literal(t, graph_name(table, list[i]));
	}
	if (n == 0)
		text_add(t, "NULL");
}

static void
add_place(struct text *t, const struct migration_table *table, const unsigned *list, unsigned n)
{
	struct text place = {0};

	graph_add_names(table, list, n, &place);
	text_literal(t, text_str(&place));
	t->failed |= place.failed;
	text_free(&place);
}

/* where the database is, as it is written before a colon: what no row is built upon, as the rows keep it; what replaced others took their
   rows' place */
static void
add_find_place(struct text *t, const struct migration_table *table)
{
	struct text name = {0};

	sql_our_table(&name, table, "history");
	text_fmt(
		t,
		"\t\tWITH below AS (SELECT json_array_elements_text(down->'parents') AS id FROM %s\n"
		"\t\t\tUNION ALL SELECT json_array_elements_text(down->'depends_on') FROM %s)\n"
		"\t\tSELECT coalesce(string_agg(revision, ',' ORDER BY applied_at, revision), 'base') INTO place FROM %s\n"
		"\t\t\tWHERE revision NOT IN (SELECT id FROM below)\n"
		"\t\t\tAND NOT EXISTS (SELECT json_array_elements_text(down->'replaces') INTERSECT SELECT id FROM below);\n",
		text_str(&name), text_str(&name), text_str(&name));
	t->failed |= name.failed;
	text_free(&name);
}

/* a script cannot look at the database while it is written, so it looks when it runs */
static void
add_guard(struct writer *w, const struct plan_item *item)
{
	const struct migration_table *table = w->plan->table;
	const char *verb = item == w->plan->items ? "begins" : "goes on";
	struct text body = {0};
	struct err err = {0};
	unsigned *list, n;

	if (guarded(w, item, &list, &n, &err) < 0) {
		w->t.failed = true;
		err_free(&err);
		return;
	}
	text_add(&body, "DECLARE\n\thistory record;\n\tplace text;\nBEGIN\n");
	/* behind the script's own migration one look is enough, however long the history is */
	if (item != w->plan->items) {
		text_add(&body, "\tIF EXISTS (SELECT FROM ");
		sql_our_table(&body, table, "history");
		text_add(&body, " WHERE revision = ");
		add_names(&body, table, list, n);
		text_add(&body,
		         " AND done = total AND direction = 'up') THEN\n\t\tRETURN;\n\tEND IF;\n");
	}
	text_add(&body, "\tSELECT count(*) AS n, count(*) FILTER (WHERE revision IN (");
	add_names(&body, table, list, n);
	text_add(&body, ")) AS found,\n"
	                "\t\tcount(*) FILTER (WHERE done < total OR direction = 'down') AS half\n"
	                "\tINTO history FROM ");
	sql_our_table(&body, table, "history");
	text_fmt(&body, ";\n\tIF history.n <> %u OR history.half > 0 OR history.found <> %u THEN\n",
	         w->applied, n);
	add_find_place(&body, table);
	text_fmt(
		&body,
		"\t\tRAISE EXCEPTION 'this script %s at %% (%% applied), and the database is at %% "
		"(%% applied%%)', ",
		verb);
	add_place(&body, table, list, n);
	text_fmt(&body,
	         ", %u,\n\t\t\tplace, history.n, CASE WHEN history.half > 0 THEN ', one of "
	         "them half' ELSE '' END\n"
	         "\t\t\tUSING HINT = 'for where it is: migrate %s --sql ' || place || ':TO';\n"
	         "\tEND IF;\nEND",
	         w->applied, item->down ? "downgrade" : "upgrade");
	sql_do(&w->t, &body);
	free(list);
}

static bool
is_conditional(const struct step *step)
{
	return step->since || step->before;
}

/* whether the server is one that the step is for turns out when the script runs */
static void
open_versions(struct text *t, const struct step *step)
{
	if (!is_conditional(step))
		return;
	text_add(t, "SELECT ");
	if (step->since)
		text_fmt(t, ":SERVER_VERSION_NUM >= %d", step->since);
	if (step->before)
		text_fmt(t, "%s:SERVER_VERSION_NUM < %d", step->since ? " AND " : "", step->before);
	text_add(t, " AS migrate_sends \\gset\n\\if :migrate_sends\n");
}

/* the rows of a COPY. Where psql leaves them out it reads them as SQL: then they stand in a comment that opens behind the COPY,
   on its line, which psql reads on behind the rows where it sends them. An asterisk could end it, and is a number there */
static void
add_rows(struct text *t, const struct step *step)
{
	const char *s = step->copy->data;

	if (!is_conditional(step)) {
		text_add(t, s);
		text_add(t, "\\.\n");
		return;
	}
	t->n -= t->n > 0; /* the line's end */
	text_add(t, " /*\n");
	for (; *s; s++)
		text_bytes(t, *s == '*' ? "\\x2a" : s, *s == '*' ? 4 : 1);
	text_add(t, "\\.\n*/\n");
}

static void
add_step(struct writer *w, const struct step *step)
{
	struct text sql = {0}, *t = &w->t;
	struct step ready = {.sql = values_sql(w->plan->values, step, &sql)};

	text_fmt(t, "-- %s:%d: ", step->file, step->line);
	add_comment(t, step->label);
	text_add(t, "\n");
	open_versions(t, step);
	script_statement(t, &ready);
	if (step->copy)
		add_rows(t, step);
	w->t.failed |= sql.failed;
	text_free(&sql);
	if (is_conditional(step))
		text_add(t, "\\endif\n");
}

/* psql and the server read what follows by these, whatever a step has set */
static void
add_readable(struct text *t)
{
	text_add(t, "SET client_encoding TO 'UTF8';\nSET standard_conforming_strings TO on;\n");
}

static void
add_closing(struct writer *w, const struct plan_item *item, unsigned done)
{
	const struct migration_table *table = w->plan->table;
	const struct migration *m = &table->migrations[item->migration];
	unsigned n;

	plan_steps(w->plan, item, &n);
	add_readable(&w->t);
	if (done == n)
		sql_close(&w->t, table, m, item->down, w->plan->tag);
	else
		sql_progress(&w->t, table, m, done, 0);
}

static void
add_opening(struct writer *w, const struct plan_item *item, unsigned done, unsigned started)
{
	const struct migration_table *table = w->plan->table;
	const struct migration *m = &table->migrations[item->migration];

	if (done) {
		sql_progress(&w->t, table, m, done, started);
		return;
	}
	add_guard(w, item);
	sql_open(&w->t, table, m, item->down, started);
}

static void
add_stretch(struct writer *w, const struct plan_item *item, unsigned from, unsigned end)
{
	unsigned n, i;
	const struct step *steps = plan_steps(w->plan, item, &n);

	if (w->single)
		sql_settings_local(&w->t, w->plan->table);
	else
		sql_begin(&w->t, w->plan->table);
	add_opening(w, item, from, 0);
	for (i = from; i < end; i++)
		add_step(w, &steps[i]);
	add_closing(w, item, end);
	text_add(&w->t, w->single ? "\n" : "COMMIT;\n\n");
}

static void
add_alone(struct writer *w, const struct plan_item *item, unsigned i)
{
	unsigned n;
	const struct step *steps = plan_steps(w->plan, item, &n);

	sql_settings_alone(&w->t, w->plan->table, i == 0);
	add_opening(w, item, i, i + 1);
	add_step(w, &steps[i]);
	text_add(&w->t, "BEGIN;\n");
	add_closing(w, item, i + 1);
	text_add(&w->t, "COMMIT;\n\n");
}

static void
add_item(struct writer *w, const struct plan_item *item)
{
	const struct migration *m = &w->plan->table->migrations[item->migration];
	unsigned n, i = 0;
	const struct step *steps = plan_steps(w->plan, item, &n);

	text_fmt(&w->t, "-- %s %s: ", item->down ? "downgrade" : "upgrade", m->id);
	add_comment(&w->t, m->message);
	text_add(&w->t, "\n");
	if (item->down)
		w->last = item->migration;
	do {
		unsigned end = plan_stretch(w->plan, steps, n, i);

		if (i < n && plan_alone(w->plan, &steps[i])) {
			add_alone(w, item, i);
			end = i + 1;
		} else {
			add_stretch(w, item, i, end);
		}
		i = end;
	} while (i < n);
	if (!item->down)
		w->last = item->migration;
	w->applied += item->down ? -1U : 1U;
}

static void
add_creation(struct text *t, const struct migration_table *table)
{
	sql_begin(t, table);
	sql_create_schema(t, table);
	sql_create_history(t, table, true);
	sql_create_audit(t, table, true);
	sql_add_columns(t, table);
	text_add(t, "COMMIT;\n\n");
}

/* where a script begins behind base there must be a history, which may lack a column */
static void
add_presence(struct text *t, const struct plan *plan)
{
	struct text name = {0}, place = {0}, body = {0};

	sql_our_table(&name, plan->table, "history");
	text_add(&body, "BEGIN\n\tIF pg_catalog.to_regclass(");
	text_literal(&body, text_str(&name));
	text_add(
		&body,
		") IS NULL THEN\n\t\tRAISE EXCEPTION 'this script begins at %, and the database has "
		"no %', ");
	plan_place(plan, 0, &place);
	text_literal(&body, text_str(&place));
	text_add(&body, ", ");
	text_literal(&body, text_str(&name));
	text_add(&body, ";\n\tEND IF;\nEND");
	sql_do(t, &body);
	t->failed |= name.failed || place.failed;
	text_free(&name);
	text_free(&place);
	sql_begin(t, plan->table);
	sql_add_columns(t, plan->table);
	text_add(t, "COMMIT;\n\n");
}

static void
add_head(struct text *t, const struct migration_table *table)
{
	text_add(t, "-- project ");
	add_comment(t, table->name);
	text_fmt(t, ", build %s\n-- psql -X -v ON_ERROR_STOP=1 -f FILE\n", table->build);
	add_readable(t);
	text_add(t, "\n");
}

/* a database may have what some of them replace instead */
static void
add_squashes(struct text *t, const struct plan *plan)
{
	const struct migration *m;
	unsigned i, n = 0;

	for (i = 0; i < plan->table->n_migrations; i++) {
		m = &plan->table->migrations[i];
		if (!plan->before[i] || !m->n_replaces)
			continue;
		if (n++ == 0)
			sql_begin(t, plan->table);
		sql_squash(t, plan->table, m, plan->tag);
	}
	if (n)
		text_add(t, "COMMIT;\n\n");
}

static void
write_items(struct writer *w)
{
	const struct plan *plan = w->plan;
	unsigned i;

	add_head(&w->t, plan->table);
	if (w->applied == 0)
		add_creation(&w->t, plan->table);
	else
		add_presence(&w->t, plan);
	add_squashes(&w->t, plan);
	if (w->single)
		sql_begin(&w->t, plan->table);
	for (i = 0; i < plan->n && !w->t.failed; i++) {
		add_item(w, &plan->items[i]);
		flush(w->script, &w->t);
	}
	if (w->single)
		text_add(&w->t, "COMMIT;\n");
	flush(w->script, &w->t);
}

int
script_plan(const struct script *script, const struct plan *plan, bool single, struct err *err)
{
	struct writer w = {.script = script, .plan = plan, .single = single};
	unsigned i;
	int rc = 0;

	if (single && plan_check_single(plan, err) < 0)
		return -1;
	for (i = 0; i < plan->table->n_migrations; i++)
		w.applied += plan->before[i];
	write_items(&w);
	if (w.t.failed)
		rc = err_memory(err);
	text_free(&w.t);
	return rc;
}

int
script_stamp(const struct script *script, const struct migration_table *table,
             const unsigned char *marks, const char *tag, struct err *err)
{
	struct text t = {0};
	unsigned next = 0;
	int rc = 0;

	add_head(&t, table);
	add_creation(&t, table);
	sql_begin(&t, table);
	sql_stamp_others(&t, table, marks);
	while (sql_stamp_some(&t, table, marks, &next))
		flush(script, &t);
	sql_stamp_close(&t, table, marks, "stamp", tag);
	text_add(&t, "COMMIT;\n");
	flush(script, &t);
	if (t.failed)
		rc = err_memory(err);
	text_free(&t);
	return rc;
}

int
script_ensure(const struct script *script, const struct migration_table *table, struct err *err)
{
	struct text t = {0};
	int rc = 0;

	add_head(&t, table);
	add_creation(&t, table);
	flush(script, &t);
	if (t.failed)
		rc = err_memory(err);
	text_free(&t);
	return rc;
}
