/* Variables: what differs by environment. config.lua declares them, and migrate is given their values.

   In a text a variable is VARIABLE_MARK and its name: a byte that is never UTF-8, so no text of a script holds it otherwise.
   In SQL :"app_role" becomes a quoted name of as many bytes, so that what parses, compares and prints names knows nothing
   of variables; place.c makes places of them again when the steps are there. */
#ifndef VARIABLE_H
#define VARIABLE_H

#include "diag.h"

#define VARIABLE_MARK '\xff'
/* ends one in a string of Lua alone, where anything can be put behind it */
#define VARIABLE_END '\xfe'

struct variable {
	struct loc at;
	const char *name;
	bool is_name;         /* else a literal */
	const char *fallback; /* NULL: it must be given */
	const char *value;    /* NULL: it stands for itself */
};

/* beside a database variables have the values that migrate would have: of NAME=VALUE, else of the environment, else the default. To be
   said before they are declared; one that is used and has none is an error */
void variables_give(const struct strs *assignments);

/* all that there are, from here on: struct variable; false after errors */
bool variables_declare(const struct list *declared);
const struct list *variables(void);
/* its index, or -1 */
long variable_find(const char *name);
/* for errors: "no variable named 'x'; did you mean 'y'?" */
const char *variable_missing(const char *name);
/* what is wrong with using it, or NULL */
const char *variable_wrong(const char *name);
/* the bytes of a mark and its variable's name at s; 0 where there is none */
size_t variable_length(const char *s);
/* n bytes of a string of Lua without the ends; *why is what is wrong with it, or NULL */
char *variable_unend(const char *s, size_t *n, const char **why);
/* of NULL: no */
bool has_variable(const char *s);
/* as people read it: a colon for each mark */
char *variable_plain(const char *s);

#endif
