/* inspect: a schema as models. */
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "autogenerate.h"
#include "command.h"
#include "diff.h"
#include "models_print.h"

/* makes the folders that lead to a path; -1 with errno */
static int
make_folders(const char *path)
{
	const char *slash;

	for (slash = strchr(path + 1, '/'); slash; slash = strchr(slash + 1, '/'))
		if (mkdir(strn(path, (size_t)(slash - path)), 0777) < 0 && errno != EEXIST)
			return -1;
	return 0;
}

static int
write_file(const char *path, const struct buf *text)
{
	if (make_folders(path) < 0 || file_write(path, text->s, text->n) < 0)
		return command_cannot_write(path);
	return DONE;
}

static bool
is_folder(const char *path)
{
	struct stat st;

	return (*path && path[strlen(path) - 1] == '/') ||
	       (stat(path, &st) == 0 && S_ISDIR(st.st_mode));
}

static int
write_folder(const char *folder, const struct list *ops, const struct schema *s)
{
	struct list files = models_print(ops, s);
	const struct model_file *f;
	int result = DONE;
	size_t i;

	for (i = 0; i < files.n && result == DONE; i++) {
		f = files.v[i];
		result = write_file(strf("%s/%s", folder, f->path), &f->text);
	}
	return result;
}

int
command_inspect(const struct arguments *a)
{
	struct project p = {0};
	struct list refused = {0}, ops;
	struct schema *s, *to;
	struct buf b = {0};

	if (project_load(&p) < 0)
		return FAILED;
	to = command_source(&p, a->rest.n ? a->rest.v[0] : "migrations");
	s = to ? project_schema(&p, NULL) : NULL;
	if (!s)
		return FAILED;
	ops = schema_diff(s, to, (struct loc){0}, &refused);
	if (refused.n)
		return command_refused(s, &refused);
	ops = autogenerate_gather(&ops);
	if (a->output && is_folder(a->output))
		return write_folder(a->output, &ops, s);
	models_print_all(&ops, s, &b);
	if (a->output)
		return write_file(a->output, &b);
	fwrite(b.s, 1, b.n, stdout);
	return DONE;
}
