/* Folders with the folders in them: models, and revisions. */
#include <errno.h>
#include <string.h>
#include <sys/stat.h>

#include "diag.h"
#include "tree.h"

/* a folder, and those that it is in */
struct folder {
	const struct folder *in;
	struct stat stat;
};

static bool
ends_in_one(const char *name, const char *const *endings)
{
	size_t n = strlen(name), k;

	for (; *endings; endings++) {
		k = strlen(*endings);
		if (n > k && strcmp(name + n - k, *endings) == 0)
			return true;
	}
	return false;
}

/* a link leads back to it */
static bool
is_within(const struct folder *f, const struct stat *st)
{
	for (; f; f = f->in)
		if (f->stat.st_dev == st->st_dev && f->stat.st_ino == st->st_ino)
			return true;
	return false;
}

static int
list(const char *path, const struct folder *in, const char *const *endings, struct strs *files)
{
	struct strs names = {0};
	struct folder sub = {in};
	const char *below;
	bool there;
	size_t i;

	input_add(path);
	if (file_list(path, &names) < 0) {
		error_at((struct loc){path, 0}, E_FILE, "cannot read the folder: %s",
		         strerror(errno));
		return -1;
	}
	for (i = 0; i < names.n; i++) {
		below = strf("%s/%s", path, names.v[i]);
		if (names.v[i][0] == '.')
			continue;
		/* what a link names may be missing, which is no reason to be silent */
		there = stat(below, &sub.stat) == 0;
		if (there && S_ISDIR(sub.stat.st_mode)) {
			if (!is_within(in, &sub.stat) && list(below, &sub, endings, files) < 0)
				return -1;
		} else if (ends_in_one(names.v[i], endings)) {
			strs_add(files, below);
		}
	}
	return 0;
}

int
tree_list(const char *folder, const char *const *endings, struct strs *files)
{
	struct folder top = {NULL};

	(void)stat(folder, &top.stat);
	return list(folder, &top, endings, files);
}
