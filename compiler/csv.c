/* CSV, as COPY reads it: quotes may begin and end anywhere in a field, and hold line ends. */
#include <string.h>

#include "csv.h"

/* what stands between quotes goes to *to; from behind the opening quote to behind the closing one */
static void
read_quoted(struct csv *c, char **to)
{
	int opened = c->line;

	for (; *c->at; c->at++) {
		if (*c->at == c->escape && c->at[1] &&
		    (c->at[1] == c->quote || c->at[1] == c->escape)) {
			c->at++;
		} else if (*c->at == c->quote) {
			c->at++;
			return;
		}
		c->line += *c->at == '\n';
		*(*to)++ = *c->at;
	}
	c->line = opened;
	c->wrong = "a quote is not closed";
}

/* steps over what ends the field, and returns it */
static char
read_field(struct csv *c, const char **field)
{
	char *from = c->at, *to = from, end;
	bool quoted = false;

	while (*c->at && *c->at != c->delimiter && *c->at != '\n' && !c->wrong) {
		if (*c->at == c->quote) {
			quoted = true;
			c->at++;
			read_quoted(c, &to);
		} else if (*c->at == '\r') {
			c->wrong =
				"a carriage return stands outside of quotes; lines end in LF or CRLF";
		} else {
			*to++ = *c->at++;
		}
	}
	end = *c->at;
	*to = '\0';
	*field = !quoted && strcmp(from, c->null) == 0 ? NULL : from;
	c->at += end != '\0';
	return end;
}

int
csv_read(struct csv *c, struct strs *fields)
{
	int line = c->line;
	const char *field;
	char end;

	if (!*c->at)
		return 0;
	do {
		end = read_field(c, &field);
		strs_add(fields, field);
	} while (end == c->delimiter && !c->wrong);
	c->line += end == '\n' && !c->wrong;
	return c->wrong ? 0 : line;
}
