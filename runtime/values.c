/* The values of variables, and statements that hold them. */
#include "values.h"

#include <stdlib.h>
#include <string.h>

enum { NAME_BYTES = 63 };

/* what PostgreSQL would not take for a name, or would cut */
static int
check(const struct table_variable *variable, const char *value, struct err *err)
{
	if (!variable->is_name || !value)
		return 0;
	if (!*value)
		return err_set(err, ERR_USAGE, "variable '%s': a name cannot be empty",
		               variable->name);
	if (strlen(value) > NAME_BYTES)
		return err_set(
			err, ERR_USAGE,
			"variable '%s': '%s' has %zu bytes, and PostgreSQL would cut it at %d",
			variable->name, value, strlen(value), NAME_BYTES);
	return 0;
}

/* app_role is MIGRATE_SET_APP_ROLE */
static int
from_environment(const struct table_variable *variable, const char **value, struct err *err)
{
	struct text name = {0};
	const char *s, *found;

	text_add(&name, "MIGRATE_SET_");
	for (s = variable->name; *s; s++)
		text_fmt(&name, "%c", *s >= 'a' && *s <= 'z' ? *s - 'a' + 'A' : *s);
	if (name.failed)
		return err_memory(err);
	found = getenv(text_str(&name));
	*value = found ? found : variable->fallback;
	text_free(&name);
	return 0;
}

int
values_init(struct values *v, const struct migration_table *table, struct err *err)
{
	unsigned i;

	*v = (struct values){.table = table};
	if (!table->n_variables)
		return 0;
	v->all = calloc(table->n_variables, sizeof(*v->all));
	if (!v->all)
		return err_memory(err);
	for (i = 0; i < table->n_variables; i++)
		if (from_environment(&table->variables[i], &v->all[i], err) < 0)
			return -1;
	return 0;
}

static int
unknown(const struct migration_table *table, const char *name, struct err *err)
{
	const char *nearest = NULL;
	unsigned i, best = text_too_far(name);

	for (i = 0; i < table->n_variables; i++) {
		unsigned distance = text_distance(name, table->variables[i].name);

		if (distance < best) {
			best = distance;
			nearest = table->variables[i].name;
		}
	}
	err_set(err, ERR_USAGE, "no variable named '%s'", name);
	if (nearest)
		return err_add(err, "; did you mean '%s'?", nearest);
	return table->n_variables ? -1 : err_add(err, "; these migrations have none");
}

int
values_set(struct values *v, const char *assignment, struct err *err)
{
	const struct migration_table *table = v->table;
	size_t n = strcspn(assignment, "=");
	struct text name = {0};
	unsigned i;
	int rc;

	for (i = 0; i < table->n_variables; i++) {
		const struct table_variable *variable = &table->variables[i];

		if (strlen(variable->name) != n || strncmp(variable->name, assignment, n) != 0)
			continue;
		if (!assignment[n])
			return err_set(err, ERR_USAGE, "--set expects %s=VALUE", variable->name);
		v->all[i] = assignment + n + 1;
		return 0;
	}
	text_bytes(&name, assignment, n);
	rc = unknown(table, text_str(&name), err);
	text_free(&name);
	return rc;
}

int
values_check(const struct values *v, struct err *err)
{
	unsigned i;

	for (i = 0; i < v->table->n_variables; i++)
		if (check(&v->table->variables[i], v->all[i], err) < 0)
			return -1;
	return 0;
}

const char *
values_missing(const struct values *v, const struct step *step)
{
	unsigned i;

	for (i = 0; i < step->n_places; i++)
		if (!v->all[step->places[i].variable])
			return v->table->variables[step->places[i].variable].name;
	return NULL;
}

const char *
values_sql(const struct values *v, const struct step *step, struct text *t)
{
	const char *sql = step->sql;
	unsigned i;

	if (!step->n_places)
		return sql;
	text_clear(t);
	for (i = 0; i < step->n_places; i++) {
		const struct step_place *place = &step->places[i];
		const char *at = step->sql + place->at;

		if (!v->all[place->variable])
			continue;
		text_bytes(t, sql, (size_t)(at - sql));
		if (at[1] == '"')
			text_name(t, v->all[place->variable]);
		else
			text_literal(t, v->all[place->variable]);
		sql = at + strlen(v->table->variables[place->variable].name) + 3;
	}
	text_add(t, sql);
	return text_str(t);
}

void
values_free(struct values *v)
{
	free(v->all);
	*v = (struct values){0};
}
