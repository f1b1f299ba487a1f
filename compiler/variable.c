/* The variables that config.lua declares, and how texts hold them. */
#include <string.h>

#include "variable.h"

static struct list all;

void
variables_declare(const struct list *declared)
{
	all = *declared;
}

const struct list *
variables(void)
{
	return &all;
}

long
variable_find(const char *name)
{
	size_t i;

	for (i = 0; i < all.n; i++)
		if (strcmp(((const struct variable *)all.v[i])->name, name) == 0)
			return (long)i;
	return -1;
}

const char *
variable_missing(const char *name)
{
	struct strs names = {0};
	size_t i;

	for (i = 0; i < all.n; i++)
		strs_add(&names, ((const struct variable *)all.v[i])->name);
	return strf("no variable named '%s'%s", name,
	            all.n ? did_you_mean(name, &names) : "; config.lua declares none");
}

/* the longest: a name that others are made of goes on behind it */
size_t
variable_length(const char *s)
{
	size_t longest = 0, n, i;
	const char *name;

	if (*s != VARIABLE_MARK)
		return 0;
	for (i = 0; i < all.n; i++) {
		name = ((const struct variable *)all.v[i])->name;
		n = strlen(name);
		if (n > longest && strncmp(s + 1, name, n) == 0)
			longest = n;
	}
	return longest ? longest + 1 : 0;
}

bool
has_variable(const char *s)
{
	return s && strchr(s, VARIABLE_MARK);
}

char *
variable_plain(const char *s)
{
	char *plain = str(s), *c;

	for (c = plain; (c = strchr(c, VARIABLE_MARK)); c++)
		*c = ':';
	return plain;
}
