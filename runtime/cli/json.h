/* JSON on standard output: the commas are put where they belong. */
#ifndef JSON_H
#define JSON_H

#include <stdbool.h>

#include "../table.h"

struct json {
	int depth;
	bool more; /* something stands before in this object or array */
};

/* key is NULL inside an array and at the top */
void json_open(struct json *j, const char *key, char bracket);
void json_close(struct json *j, char bracket);

/* NULL is null */
void json_string(struct json *j, const char *key, const char *s);
void json_number(struct json *j, const char *key, long long n);
/* what a COPY sends, where it is one */
void json_copy(struct json *j, const struct step_copy *rows);
void json_bool(struct json *j, const char *key, bool b);

#endif
