/* Operations that only servers of some versions are sent: since and before. */
#include <stdlib.h>

#include "kind.h"

/* a bound as it is written */
static int
read_bound(const struct op *op, const char *key, const char *text, int *into)
{
	long n = text ? strtol(text, NULL, 10) : 0;

	if (text && (n < 1 || n > 999))
		return op_error(op, E_VALUE,
		                "%s must be a major version of PostgreSQL, as in %s = 16, not %s",
		                key, key, text);
	*into = (int)n;
	return 0;
}

int
servers_read(struct op *op, const struct servers_said *said)
{
	struct servers *s = &op->servers;

	if (read_bound(op, "since", said->since, &s->since) < 0 ||
	    read_bound(op, "before", said->before, &s->before) < 0)
		return -1;
	if (!s->before || s->since < s->before)
		return 0;
	return op_error(op, E_VALUE,
	                "it never runs: no server is of version %d or later and before %d",
	                s->since, s->before);
}

enum applied
servers_apply(const struct op *op, const struct schema *s)
{
	if (!op->servers.before || op->servers.before > s->postgres)
		return APPLIED;
	return op_error(op, E_VALUE,
	                "it never runs: it is for servers before %d, and config has postgres = %d",
	                op->servers.before, s->postgres);
}

bool
servers_apart(const struct op *a, const struct op *b)
{
	const struct servers *x = &a->servers, *y = &b->servers;

	return (x->before && y->since >= x->before) || (y->before && x->since >= y->before);
}
