/* What the commands of migratec share. */
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "command.h"
#include "op.h"

int
command_cannot_write(const char *path)
{
	error_at((struct loc){path, 0}, E_FILE, "cannot write: %s; the file is as it was before",
	         strerror(errno));
	return FAILED;
}

int
command_make_folders(const char *path)
{
	const char *slash;

	for (slash = strchr(path + 1, '/'); slash; slash = strchr(slash + 1, '/'))
		if (mkdir(strn(path, (size_t)(slash - path)), 0777) < 0 && errno != EEXIST)
			return -1;
	return 0;
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

bool
command_about_earlier(const struct list *ops, size_t at)
{
	const struct object *o = ((const struct op *)ops->v[at])->about, *earlier;
	size_t i;

	for (i = 0; o && i < at; i++) {
		earlier = ((const struct op *)ops->v[i])->about;
		if (earlier && (earlier == o || is_partition(o, earlier)))
			return true;
	}
	return false;
}

int
command_refused(struct schema *s, const struct list *refused)
{
	size_t i;

	/* what follows about the same object would not be wrong without the first */
	for (i = 0; i < refused->n; i++)
		if (!command_about_earlier(refused, i))
			op_apply(refused->v[i], s);
	return FAILED;
}

int
command_no_way(struct schema *s, const struct list *refused)
{
	command_refused(s, refused);
	note_at((struct loc){0},
	        "there is no way to the models here that keeps what uses it: write one by hand ('migratec revision -m …'), and "
	        "--autogenerate writes the rest");
	return FAILED;
}
