/* What the commands of migratec share. */
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "command.h"
#include "op.h"

int
command_cannot_write(const char *path)
{
	error_at((struct loc){path, 0}, E_FILE, "cannot write: %s; the file is as it was before",
	         strerror(errno));
	return FAILED;
}

void
command_json_string(const char *s)
{
	struct buf b = {0};

	buf_json(&b, s);
	fwrite(b.s, 1, b.n, stdout);
}

void
command_json_member(const char *key, const char *value, bool last)
{
	printf("\"%s\": ", key);
	if (value)
		command_json_string(value);
	else
		printf("null");
	printf("%s", last ? "" : ", ");
}

int
command_refused(struct schema *s, const struct list *refused)
{
	size_t i;

	for (i = 0; i < refused->n; i++)
		op_apply(refused->v[i], s);
	return FAILED;
}
