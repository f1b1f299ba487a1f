/* What a migration is built upon and what undoes it, as JSON. What is 0 or NULL is left out. */
#include "record.h"

static void
add_key(struct text *t, const char *key)
{
	text_fmt(t, "%s\"%s\":", t->s[t->n - 1] == '{' ? "" : ",", key);
}

static void
add_string(struct text *t, const char *key, const char *s)
{
	if (!s || !*s || t->failed)
		return;
	add_key(t, key);
	text_json(t, s);
}

static void
add_number(struct text *t, const char *key, int n)
{
	if (n == 0 || t->failed)
		return;
	add_key(t, key);
	text_fmt(t, "%d", n);
}

static void
add_ids(struct text *t, const struct migration_table *table, const char *key, const unsigned *list,
        unsigned n)
{
	unsigned i;

	text_fmt(t, ",\"%s\":[", key);
	for (i = 0; i < n; i++) {
		text_add(t, i ? "," : "");
		text_json(t, table->migrations[list[i]].id);
	}
	text_add(t, "]");
}

/* all of them in one list, as they were applied */
static void
add_replaced(struct text *t, const struct replaced *v, unsigned n)
{
	unsigned i;

	for (i = 0; i < n; i++) {
		add_replaced(t, v[i].replaces, v[i].n_replaces);
		if (t->failed)
			return;
		text_add(t, t->s[t->n - 1] == '[' ? "" : ",");
		text_json(t, v[i].id);
	}
}

static void
add_replaces(struct text *t, const struct migration *m)
{
	if (!m->n_replaces)
		return;
	text_add(t, ",\"replaces\":[");
	add_replaced(t, m->replaces, m->n_replaces);
	text_add(t, "]");
}

static void
add_obstacles(struct text *t, const struct migration_table *table, const char *key,
              const struct migration *m, bool later)
{
	unsigned i, n = 0;

	for (i = 0; i < m->n_obstacles; i++) {
		if (m->obstacles[i].later != later)
			continue;
		if (n++ == 0)
			text_fmt(t, ",\"%s\":[", key);
		else
			text_add(t, ",");
		text_json(t, table->migrations[m->obstacles[i].migration].id);
	}
	text_add(t, n ? "]" : "");
}

/* "12 app_role 40 schema": an older program has its variables in another order */
static void
add_places(struct text *t, const struct migration_table *table, const struct step *step)
{
	unsigned i;

	if (!step->n_places)
		return;
	text_add(t, ",\"places\":\"");
	for (i = 0; i < step->n_places; i++)
		text_fmt(t, "%s%u %s", i ? " " : "", step->places[i].at,
		         table->variables[step->places[i].variable].name);
	text_add(t, "\"");
}

static void
add_copy(struct text *t, const struct step_copy *copy)
{
	if (!copy)
		return;
	text_add(t, ",\"copy\":{");
	add_string(t, "data", copy->data);
	add_number(t, "n_rows", (int)copy->n_rows);
	add_string(t, "file", copy->file);
	add_number(t, "line", copy->line);
	text_add(t, "}");
}

static void
add_leftover(struct text *t, const struct leftover *left)
{
	if (!left)
		return;
	text_add(t, ",\"leftover\":{");
	add_number(t, "kind", left->kind);
	add_string(t, "name", left->name);
	add_string(t, "table", left->table);
	add_string(t, "probe", left->probe);
	text_add(t, "}");
}

static void
add_step(struct text *t, const struct migration_table *table, const struct step *step)
{
	text_add(t, "{\"label\":");
	text_json(t, step->label);
	add_string(t, "sql", step->sql);
	add_string(t, "file", step->file);
	add_number(t, "line", step->line);
	add_number(t, "since", step->since);
	add_number(t, "before", step->before);
	add_number(t, "flags", step->flags);
	add_number(t, "lock", step->lock);
	add_string(t, "table", step->table);
	add_places(t, table, step);
	add_copy(t, step->copy);
	add_leftover(t, step->leftover);
	text_add(t, "}");
}

void
record_migration(struct text *t, const struct migration_table *table, const struct migration *m)
{
	unsigned i;

	text_fmt(t, "{\"n_up\":%u", m->n_up);
	add_string(t, "created", m->created);
	add_string(t, "file", m->file);
	add_string(t, "irreversible", m->irreversible);
	add_string(t, "search_path", table->search_path);
	add_ids(t, table, "parents", m->parents, m->n_parents);
	add_ids(t, table, "depends_on", m->depends_on, m->n_depends_on);
	add_replaces(t, m);
	add_obstacles(t, table, "obstacles", m, false);
	add_obstacles(t, table, "later", m, true);
	text_add(t, ",\"down\":[");
	for (i = 0; i < m->n_down; i++) {
		text_add(t, i ? ",\n" : "");
		add_step(t, table, &m->down[i]);
	}
	text_add(t, "]}");
}
