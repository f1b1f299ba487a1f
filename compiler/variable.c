/* The variables that config.lua declares, and how texts hold them. */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "variable.h"

static struct list all;
static const struct strs *given; /* NULL: they stand for themselves */

void
variables_give(const struct strs *assignments)
{
	given = assignments;
}

/* app_role is MIGRATE_SET_APP_ROLE */
static const char *
from_environment(const char *name)
{
	char *key = strf("MIGRATE_SET_%s", name), *c;

	for (c = key; *c; c++)
		*c = (char)toupper((unsigned char)*c);
	return getenv(key);
}

/* the value of an assignment to that name, or NULL */
static const char *
assigned(const char *assignment, const char *name)
{
	size_t n = strlen(name);

	return strncmp(assignment, name, n) == 0 && assignment[n] == '=' ? assignment + n + 1
	                                                                 : NULL;
}

static void
take_value(struct variable *v)
{
	const char *value = from_environment(v->name);
	size_t i;

	if (!value)
		value = v->fallback;
	for (i = 0; i < given->n; i++)
		if (assigned(given->v[i], v->name))
			value = assigned(given->v[i], v->name);
	v->value = value;
}

/* false after an error */
static bool
is_known(const char *assignment)
{
	size_t n = strcspn(assignment, "=");
	const char *name = strn(assignment, n);

	if (variable_find(name) >= 0 && assignment[n])
		return true;
	error_at((struct loc){0}, E_COMMAND_LINE, "--set %s: %s", assignment,
	         assignment[n] ? variable_missing(name) : "it takes NAME=VALUE");
	return false;
}

bool
variables_declare(const struct list *declared)
{
	bool good = true;
	size_t i;

	all = *declared;
	for (i = 0; given && i < all.n; i++)
		take_value(all.v[i]);
	for (i = 0; given && i < given->n; i++)
		good &= is_known(given->v[i]);
	return good;
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

const char *
variable_wrong(const char *name)
{
	long i = variable_find(name);

	if (i < 0)
		return variable_missing(name);
	if (!given || ((const struct variable *)all.v[i])->value)
		return NULL;
	return strf(
		"the variable '%s' has no value to compare with a database; give it with --set %s=VALUE",
		name, name);
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

/* its value as the text around has it, of which the byte `before` stands before it: in quotes, as a part of a name of Lua's (which a
   dot would part), or as it is */
static const char *
value_in(const struct variable *v, char before, bool whole)
{
	const char *text;

	if (before != '\'' && before != '"')
		return v->is_name && !whole && strpbrk(v->value, ".\"") ? in_quotes(v->value, '"')
		                                                        : v->value;
	text = in_quotes(v->value, before);
	return strn(text + 1, strlen(text) - 2);
}

char *
variable_unend(const char *s, size_t *n, const char **why)
{
	const struct variable *v = NULL;
	const char *other, *end;
	struct buf plain = {0};
	size_t i, length = 0;
	long at;

	*why = NULL;
	for (i = 0; i < *n; i++) {
		if (s[i] == VARIABLE_END && v)
			continue;
		buf_char(&plain, s[i]);
		end = s[i] == VARIABLE_MARK ? memchr(s + i, VARIABLE_END, *n - i) : NULL;
		if (!end)
			continue;
		length = (size_t)(end - s) - i - 1;
		at = variable_find(strn(s + i + 1, length));
		if (at < 0)
			continue;
		v = all.v[at];
		if (v->value) {
			plain.n--;
			buf_add(&plain, value_in(v, i ? s[i - 1] : '\0', length + 2 == *n));
			i += length;
			continue;
		}
		other = longer(s + i + 1, length);
		if (other)
			*why = strf(
				"the variable '%.*s' reads as '%s' with what is put behind it; it must be the whole of a name or text",
				(int)length, s + i + 1, other);
	}
	*n = plain.n;
	return buf_str(&plain);
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
