/* Parameters and options, as "name=value": set and reset, compared, and those that a column may have. */
#include <stdlib.h>
#include <string.h>

#include "kind.h"

/* "name=value" in place of one of that name */
static void
set_parameter(struct strs *all, const char *parameter)
{
	size_t i, n = strcspn(parameter, "=") + 1;

	for (i = 0; i < all->n; i++)
		if (strncmp(all->v[i], parameter, n) == 0) {
			all->v[i] = parameter;
			return;
		}
	strs_add(all, parameter);
}

void
parameters_set(struct strs *all, const struct strs *set, const struct strs *reset)
{
	struct strs kept = {0};
	size_t i, j, n;

	for (i = 0; i < all->n; i++) {
		n = strcspn(all->v[i], "=");
		for (j = 0; j < reset->n; j++)
			if (strlen(reset->v[j]) == n && strncmp(all->v[i], reset->v[j], n) == 0)
				break;
		if (j == reset->n)
			strs_add(&kept, all->v[i]);
	}
	for (i = 0; i < set->n; i++)
		set_parameter(&kept, set->v[i]);
	*all = kept;
}

/* the value of a parameter by its name, or NULL */
static const char *
parameter_value(const struct strs *all, const char *name)
{
	size_t i, n = strlen(name);

	for (i = 0; i < all->n; i++)
		if (strncmp(all->v[i], name, n) == 0 && all->v[i][n] == '=')
			return all->v[i] + n + 1;
	return NULL;
}

void
parameters_diff(const struct strs *from, const struct strs *to, struct strs *set,
                struct strs *reset)
{
	const char *name;
	size_t i;

	for (i = 0; i < to->n; i++) {
		name = strn(to->v[i], strcspn(to->v[i], "="));
		if (!same(parameter_value(from, name), parameter_value(to, name)))
			strs_add(set, to->v[i]);
	}
	for (i = 0; i < from->n; i++) {
		name = strn(from->v[i], strcspn(from->v[i], "="));
		if (!parameter_value(to, name))
			strs_add(reset, name);
	}
}

enum applied
need_column_options(const struct op *op, const struct strs *names)
{
	static const char *const known[] = {"n_distinct", "n_distinct_inherited"};
	struct strs all = {0};
	const char *name;
	size_t i, j;

	for (i = 0; i < LEN(known); i++)
		strs_add(&all, known[i]);
	for (i = 0; i < names->n; i++) {
		name = strn(names->v[i], strcspn(names->v[i], "="));
		for (j = 0; j < LEN(known) && strcmp(name, known[j]) != 0; j++)
			;
		if (j == LEN(known))
			return op_error(op, E_PARAMETER, "a column has no option '%s'%s", name,
			                did_you_mean(name, &all));
		if (names->v[i][strlen(name)] && strtod(names->v[i] + strlen(name) + 1, NULL) < -1)
			return op_error(op, E_PARAMETER, "%s must be at least -1", name);
	}
	return APPLIED;
}
