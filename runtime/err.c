/* A message that travels up. */
#include "err.h"

#include <stdlib.h>
#include <string.h>

static void
forget_server(struct server_error *s)
{
	free(s->message);
	free(s->detail);
	free(s->hint);
	free(s->context);
	free(s->query);
	*s = (struct server_error){0};
}

int
err_set(struct err *err, int code, const char *fmt, ...)
{
	struct text text = {0};
	va_list ap;

	/* what was said before may be among the arguments */
	va_start(ap, fmt);
	text_vfmt(&text, fmt, ap);
	va_end(ap);

	forget_server(&err->server);
	text_free(&err->text);
	err->text = text;
	err->code = code;
	err->lost = false;
	return -1;
}

int
err_add(struct err *err, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	text_vfmt(&err->text, fmt, ap);
	va_end(ap);
	return -1;
}

int
err_at(struct err *err, const char *fmt, ...)
{
	struct text text = {0};
	va_list ap;

	va_start(ap, fmt);
	text_vfmt(&text, fmt, ap);
	va_end(ap);
	text_fmt(&text, ": %s", text_str(&err->text));
	text_free(&err->text);
	err->text = text;
	return -1;
}

int
err_memory(struct err *err)
{
	return err_set(err, ERR_FAILED, "out of memory");
}

bool
err_is(const struct err *err, const char *sqlstate)
{
	return strcmp(err->server.sqlstate, sqlstate) == 0;
}

void
err_free(struct err *err)
{
	forget_server(&err->server);
	text_free(&err->text);
	*err = (struct err){0};
}
