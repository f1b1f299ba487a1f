/*
 * A plan as a script for psql. The statements are those of a run, in the same transactions; psql reads them first, so what it would
 * take for its own (a :name outside of quotes) is written so that it is not.
 */
#include "script.h"

#include <stdlib.h>
#include <string.h>

#include "sql.h"

/* the end of what is quoted by c, from behind the opening quote on */
static const char *
skip_quoted(const char *s, char c, bool escapes)
{
	for (; *s; s++) {
		if (escapes && *s == '\\' && s[1])
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

void
script_statement(struct text *t, const char *sql)
{
	bool open = false;

	while (*sql) {
		const char *end = skip_token(sql, &open);

		text_bytes(t, sql, (size_t)(end - sql));
		if (is_variable(sql) && end == sql + 1)
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

static void
flush(const struct script *script, struct text *t)
{
	script->write(script->arg, text_str(t), t->n);
	text_clear(t);
}

static void
add_step(struct text *t, const struct step *step)
{
	text_fmt(t, "-- %s:%d: ", step->file, step->line);
	add_comment(t, step->label);
	text_add(t, "\n");
	script_statement(t, step->sql);
}

static void
add_closing(struct text *t, const struct plan *plan, const struct plan_item *item, unsigned done)
{
	const struct migration *m = &plan->table->migrations[item->migration];
	unsigned n;

	plan_steps(plan, item, &n);
	if (done == n)
		sql_close(t, plan->table, m, item->down);
	else
		sql_progress(t, plan->table, m, done, 0);
}

static void
add_opening(struct text *t, const struct plan *plan, const struct plan_item *item, unsigned done,
            unsigned started)
{
	const struct migration *m = &plan->table->migrations[item->migration];

	if (done)
		sql_progress(t, plan->table, m, done, started);
	else
		sql_open(t, plan->table, m, item->down, started);
}

static void
add_stretch(struct text *t, const struct plan *plan, const struct plan_item *item, unsigned from,
            unsigned end, bool single)
{
	unsigned n, i;
	const struct step *steps = plan_steps(plan, item, &n);

	if (single)
		sql_settings_local(t, plan->table);
	else
		sql_begin(t, plan->table);
	add_opening(t, plan, item, from, 0);
	for (i = from; i < end; i++)
		add_step(t, &steps[i]);
	add_closing(t, plan, item, end);
	text_add(t, single ? "\n" : "COMMIT;\n\n");
}

static void
add_alone(struct text *t, const struct plan *plan, const struct plan_item *item, unsigned i)
{
	unsigned n;
	const struct step *steps = plan_steps(plan, item, &n);

	sql_settings_alone(t, plan->table);
	add_opening(t, plan, item, i, i + 1);
	add_step(t, &steps[i]);
	text_add(t, "BEGIN;\n");
	add_closing(t, plan, item, i + 1);
	text_add(t, "COMMIT;\n\n");
}

static void
add_item(struct text *t, const struct plan *plan, const struct plan_item *item, bool single)
{
	const struct migration *m = &plan->table->migrations[item->migration];
	unsigned n, i = 0;
	const struct step *steps = plan_steps(plan, item, &n);

	text_fmt(t, "-- %s %s: ", item->down ? "downgrade" : "upgrade", m->id);
	add_comment(t, m->message);
	text_add(t, "\n");
	do {
		unsigned end = plan_stretch(steps, n, i);

		if (i < n && steps[i].flags & STEP_NO_TRANSACTION) {
			add_alone(t, plan, item, i);
			end = i + 1;
		} else {
			add_stretch(t, plan, item, i, end, single);
		}
		i = end;
	} while (i < n);
}

static void
add_creation(struct text *t, const struct migration_table *table)
{
	sql_begin(t, table);
	sql_create_schema(t, table);
	sql_create_history(t, table, true);
	sql_create_audit(t, table, true);
	text_add(t, "COMMIT;\n\n");
}

/* a script cannot look at the database while it is written, so it looks when it runs */
static void
add_guard(struct text *t, const struct migration_table *table, unsigned from)
{
	const char *id = graph_name(table, from);

	text_add(t, "DO $migrate$ BEGIN\n\tIF NOT EXISTS (SELECT FROM ");
	sql_our_table(t, table, "history");
	text_add(t, "\n\t\tWHERE done = total AND direction = 'up' AND revision = ");
	sql_literal(t, id);
	text_add(
		t,
		") THEN\n\t\tRAISE EXCEPTION 'this script begins at revision %, and the database is not "
		"there', ");
	sql_literal(t, id);
	text_add(t, ";\n\tEND IF;\nEND $migrate$;\n\n");
}

static void
add_head(struct text *t, const struct migration_table *table)
{
	text_add(t, "-- project ");
	add_comment(t, table->name);
	text_fmt(t, ", build %s\n-- psql -X -v ON_ERROR_STOP=1 -f FILE\n", table->build);
	/* psql reads the rest by these */
	text_add(t, "SET client_encoding TO 'UTF8';\nSET standard_conforming_strings TO on;\n\n");
}

int
script_plan(const struct script *script, const struct plan *plan, bool single, struct err *err)
{
	struct text t = {0};
	unsigned i;
	int rc = 0;

	if (single && plan_check_single(plan, err) < 0)
		return -1;
	add_head(&t, plan->table);
	if (plan->from == BASE && !plan->down)
		add_creation(&t, plan->table);
	else
		add_guard(&t, plan->table, plan->from);
	if (single)
		sql_begin(&t, plan->table);
	for (i = 0; i < plan->n && !t.failed; i++) {
		add_item(&t, plan, &plan->items[i], single);
		flush(script, &t);
	}
	if (single)
		text_add(&t, "COMMIT;\n");
	flush(script, &t);
	if (t.failed)
		rc = err_memory(err);
	text_free(&t);
	return rc;
}

int
script_stamp(const struct script *script, const struct migration_table *table, unsigned target,
             struct err *err)
{
	struct text t = {0};
	unsigned *list, n;
	int rc = 0;

	if (graph_lineage(table, target, &list, &n, err) < 0)
		return -1;
	add_head(&t, table);
	add_creation(&t, table);
	sql_begin(&t, table);
	sql_stamp(&t, table, list, n, graph_name(table, target));
	text_add(&t, "COMMIT;\n");
	flush(script, &t);
	if (t.failed)
		rc = err_memory(err);
	text_free(&t);
	free(list);
	return rc;
}
