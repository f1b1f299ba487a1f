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

/* the longer variable that these n bytes of a name would be with what follows them; NULL: none */
static const char *
longer(const char *name, size_t n)
{
	const char *other;
	size_t i;

	for (i = 0; i < all.n; i++) {
		other = ((const struct variable *)all.v[i])->name;
		if (strlen(other) > n && strncmp(other, name, n) == 0 &&
		    strncmp(other + n, name + n + 1, strlen(other) - n) == 0)
			return other;
	}
	return NULL;
}

char *
variable_unend(const char *s, size_t *n, const char **why)
{
	const char *name = NULL, *other;
	char *plain = alloc(*n + 1);
	size_t i, to = 0, length;

	*why = NULL;
	for (i = 0; i < *n; i++) {
		if (s[i] != VARIABLE_END || !name) {
			plain[to++] = s[i];
			if (s[i] == VARIABLE_MARK)
				name = s + i + 1;
			continue;
		}
		length = (size_t)(s + i - name);
		other = longer(name, length);
		if (other)
			*why = strf(
				"the variable '%.*s' reads as '%s' with what is put behind it; it must be the whole of a name or text",
				(int)length, name, other);
		name = NULL;
	}
	*n = to;
	return plain;
}

bool
has_variable(const char *s)
{
	return s && strchr(s, VARIABLE_MARK);
}

char *
variable_plain(const char *s)
{
	char *plain = str(s), *c, *to = plain;

	for (c = plain; *c; c++)
		if (*c != VARIABLE_END)
			*to++ = *c == VARIABLE_MARK ? ':' : *c;
	*to = '\0';
	return plain;
}
