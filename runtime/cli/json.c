/* JSON on standard output, one value a line, so that it can be read and compared. */
#include "json.h"

#include <stdio.h>
#include <string.h>

#include "../text.h"

static void
put_string(const char *s)
{
	struct text t = {0};

	text_json(&t, s);
	fputs(text_str(&t), stdout);
	text_free(&t);
}

static void
next(struct json *j, const char *key)
{
	if (j->more)
		putchar(',');
	if (j->depth > 0)
		printf("\n%*s", j->depth * 2, "");
	j->more = true;
	if (key) {
		put_string(key);
		printf(": ");
	}
}

void
json_open(struct json *j, const char *key, char bracket)
{
	next(j, key);
	putchar(bracket);
	j->depth++;
	j->more = false;
}

void
json_close(struct json *j, char bracket)
{
	j->depth--;
	if (j->more)
		printf("\n%*s", j->depth * 2, "");
	putchar(bracket);
	j->more = true;
	if (j->depth == 0)
		putchar('\n');
}

void
json_string(struct json *j, const char *key, const char *s)
{
	next(j, key);
	if (s)
		put_string(s);
	else
		printf("null");
}

void
json_number(struct json *j, const char *key, long long n)
{
	next(j, key);
	printf("%lld", n);
}

void
json_bool(struct json *j, const char *key, bool b)
{
	next(j, key);
	printf(b ? "true" : "false");
}

void
json_copy(struct json *j, const struct step_copy *rows)
{
	if (!rows)
		return;
	json_open(j, "copy", '{');
	json_string(j, "file", rows->file);
	json_number(j, "rows", rows->n_rows);
	json_number(j, "bytes", (long long)strlen(rows->data));
	json_close(j, '}');
}
