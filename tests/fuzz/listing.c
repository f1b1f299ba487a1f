/* A table of migrations as lines of "path = value". Knows nothing of the compiler: a program with the generated C links it, too. */
#include "listing.h"

static void
put_text(FILE *out, const char *path, const char *member, const char *s)
{
	if (!s || !*s)
		return;
	fprintf(out, "%s.%s = ", path, member);
	for (; *s; s++) {
		if (*s == '\\' || (unsigned char)*s < 0x20)
			fprintf(out, "\\%02x", (unsigned)(unsigned char)*s);
		else
			fputc(*s, out);
	}
	fputc('\n', out);
}

static void
put_number(FILE *out, const char *path, const char *member, long n)
{
	if (n)
		fprintf(out, "%s.%s = %ld\n", path, member, n);
}

static void
put_numbers(FILE *out, const char *path, const char *member, const unsigned *v, unsigned n)
{
	char place[32];
	unsigned i;

	for (i = 0; i < n; i++) {
		snprintf(place, sizeof place, "%s.%u", member, i);
		put_number(out, path, place, v[i]);
	}
}

static void
put_step(FILE *out, const char *path, const struct step *s)
{
	char place[32];
	unsigned i;

	put_text(out, path, "label", s->label);
	put_text(out, path, "sql", s->sql);
	for (i = 0; i < s->n_places; i++) {
		snprintf(place, sizeof place, "places.%u.0", i);
		put_number(out, path, place, s->places[i].at);
		snprintf(place, sizeof place, "places.%u.1", i);
		put_number(out, path, place, s->places[i].variable);
	}
	put_number(out, path, "n_places", s->n_places);
	put_text(out, path, "file", s->file);
	put_number(out, path, "line", s->line);
	put_number(out, path, "since", s->since);
	put_number(out, path, "before", s->before);
	put_number(out, path, "flags", s->flags);
	put_number(out, path, "lock", s->lock);
	put_text(out, path, "table", s->table);
	if (s->copy) {
		put_text(out, path, "copy.data", s->copy->data);
		put_number(out, path, "copy.n_rows", s->copy->n_rows);
		put_text(out, path, "copy.file", s->copy->file);
		put_number(out, path, "copy.line", s->copy->line);
	}
	if (s->leftover) {
		put_number(out, path, "leftover.kind", s->leftover->kind);
		put_text(out, path, "leftover.name", s->leftover->name);
		put_text(out, path, "leftover.table", s->leftover->table);
		put_text(out, path, "leftover.probe", s->leftover->probe);
	}
}

static void
put_steps(FILE *out, const char *path, const char *way, const struct step *steps, unsigned n)
{
	char place[64];
	unsigned i;

	for (i = 0; i < n; i++) {
		snprintf(place, sizeof place, "%s.%s.%u", path, way, i);
		put_step(out, place, &steps[i]);
	}
	snprintf(place, sizeof place, "n_%s", way);
	put_number(out, path, place, n);
}

static void
put_replaces(FILE *out, const char *path, const struct replaced *v, unsigned n)
{
	char place[64];
	unsigned i;

	for (i = 0; i < n; i++) {
		snprintf(place, sizeof place, "%s.replaces.%u", path, i);
		put_text(out, place, "id", v[i].id);
		put_text(out, place, "checksum", v[i].checksum);
		put_replaces(out, place, v[i].replaces, v[i].n_replaces);
	}
	put_number(out, path, "n_replaces", n);
}

static void
put_migration(FILE *out, const char *path, const struct migration *m)
{
	char place[32];
	unsigned i;

	put_text(out, path, "id", m->id);
	put_text(out, path, "message", m->message);
	put_text(out, path, "created", m->created);
	put_text(out, path, "checksum", m->checksum);
	put_text(out, path, "file", m->file);
	put_numbers(out, path, "parents", m->parents, m->n_parents);
	put_number(out, path, "n_parents", m->n_parents);
	put_numbers(out, path, "depends_on", m->depends_on, m->n_depends_on);
	put_number(out, path, "n_depends_on", m->n_depends_on);
	for (i = 0; i < m->n_labels; i++) {
		snprintf(place, sizeof place, "labels.%u", i);
		put_text(out, path, place, m->labels[i]);
	}
	put_number(out, path, "n_labels", m->n_labels);
	put_replaces(out, path, m->replaces, m->n_replaces);
	put_steps(out, path, "up", m->up, m->n_up);
	put_steps(out, path, "down", m->down, m->n_down);
	put_text(out, path, "irreversible", m->irreversible);
	for (i = 0; i < m->n_obstacles; i++) {
		snprintf(place, sizeof place, "obstacles.%u.0", i);
		put_number(out, path, place, m->obstacles[i].migration);
		snprintf(place, sizeof place, "obstacles.%u.1", i);
		put_text(out, path, place, m->obstacles[i].why);
		snprintf(place, sizeof place, "obstacles.%u.2", i);
		put_number(out, path, place, m->obstacles[i].later);
	}
	put_number(out, path, "n_obstacles", m->n_obstacles);
}

void
listing(FILE *out, const struct migration_table *t)
{
	char path[32];
	unsigned i;

	put_number(out, "", "version", t->version);
	put_text(out, "", "name", t->name);
	put_text(out, "", "build", t->build);
	put_number(out, "", "min_server", t->min_server);
	put_text(out, "", "search_path", t->search_path);
	put_text(out, "", "history_schema", t->history_schema);
	put_number(out, "", "single_transaction", t->single_transaction);
	put_number(out, "", "lock_timeout", t->lock_timeout);
	put_number(out, "", "statement_timeout", t->statement_timeout);
	for (i = 0; i < t->n_variables; i++) {
		snprintf(path, sizeof path, ".variables.%u", i);
		put_text(out, path, "name", t->variables[i].name);
		put_number(out, path, "is_name", t->variables[i].is_name);
		put_text(out, path, "fallback", t->variables[i].fallback);
	}
	put_number(out, "", "n_variables", t->n_variables);
	for (i = 0; i < t->n_migrations; i++) {
		snprintf(path, sizeof path, ".migrations.%u", i);
		put_migration(out, path, &t->migrations[i]);
	}
	put_number(out, "", "n_migrations", t->n_migrations);
}
