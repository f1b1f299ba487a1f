/* migrations/frozen: what databases have by now, and is not to change any more.

   A line is "ID CHECKSUM" for a revision, and "ID HASH PATH" for each file that its script read: a change of its operations that comes
   from there can be told from one of the script. The lines are sorted and say nothing of each other, so that git merges what two branches
   have frozen. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "digest.h"
#include "frozen.h"

/* ---- the file ---- */

static bool
wrong_line(struct loc at, const char *why)
{
	error_at(at, E_FROZEN, "%s", why);
	return false;
}

/* "ID CHECKSUM" or "ID HASH PATH", cut in place; false after an error */
static bool
read_line(struct map *frozen, char *line, struct loc at)
{
	char *second = strchr(line, ' '), *path = second ? strchr(second + 1, ' ') : NULL;
	struct frozen *f;

	if (!second || second == line || (!path && !strchr(second, ':')))
		return wrong_line(
			at,
			"no line of a revision, which is 'ID CHECKSUM' or 'ID HASH PATH'; take it out, and 'migratec freeze' writes what is missing");
	*second++ = '\0';
	if (path)
		*path++ = '\0';
	f = map_get(frozen, line);
	if (path && !f)
		return wrong_line(
			at, strf("the file of revision '%s' stands before the revision", line));
	if (path) {
		list_add(&f->files,
		         copy(&(struct frozen_file){path, second}, sizeof(struct frozen_file)));
		return true;
	}
	if (f)
		return wrong_line(at, strf("revision '%s' stands here twice, first on line %d",
		                           line, f->at.line));
	f = alloc(sizeof *f);
	*f = (struct frozen){.at = at, .id = line, .checksum = second};
	map_put(frozen, line, f);
	return true;
}

bool
frozen_read(struct map *frozen)
{
	struct loc at = {FROZEN, 0};
	char *line, *end;
	bool good = true;
	size_t n;

	/* where there is none, its folder tells when there is */
	if (access(FROZEN, F_OK) < 0 && errno == ENOENT)
		return true;
	line = input_read(FROZEN, &n);
	if (!line) {
		error_at(at, E_FILE, "cannot be read: %s", file_wrong());
		return false;
	}
	for (; *line; line = end) {
		at.line++;
		end = line + strcspn(line, "\n");
		if (*end)
			*end++ = '\0';
		line[strcspn(line, "\r")] = '\0';
		if (*line)
			good &= read_line(frozen, line, at);
	}
	return good;
}

static int
by_id(const void *a, const void *b)
{
	return strcmp((*(const struct frozen *const *)a)->id,
	              (*(const struct frozen *const *)b)->id);
}

static int
by_path(const void *a, const void *b)
{
	return strcmp((*(const struct frozen_file *const *)a)->path,
	              (*(const struct frozen_file *const *)b)->path);
}

char *
frozen_text(const struct map *frozen)
{
	const struct frozen_file *file;
	struct list all = {0};
	struct frozen *f;
	struct buf b = {0};
	size_t i, j;

	for (i = 0; i < frozen->n; i++)
		if (frozen->entries[i].value)
			list_add(&all, frozen->entries[i].value);
	list_sort(&all, by_id);
	for (i = 0; i < all.n; i++) {
		f = all.v[i];
		buf_fmt(&b, "%s %s\n", f->id, f->checksum);
		list_sort(&f->files, by_path);
		for (j = 0; j < f->files.n; j++) {
			file = f->files.v[j];
			buf_fmt(&b, "%s %s %s\n", f->id, file->hash, file->path);
		}
	}
	return buf_str(&b);
}

/* ---- revisions ---- */

static const char *
file_hash(const char *path)
{
	size_t n;
	const char *bytes = file_read(path, &n);

	return bytes ? digest(bytes, n) : "";
}

struct frozen *
frozen_of(const struct revision *r)
{
	struct frozen *f = alloc(sizeof *f);
	struct frozen_file file;
	size_t i;

	*f = (struct frozen){.at = r->at, .id = r->id, .checksum = r->checksum};
	for (i = 0; i < r->reads.n; i++) {
		file = (struct frozen_file){r->reads.v[i], file_hash(r->reads.v[i])};
		list_add(&f->files, copy(&file, sizeof file));
	}
	return f;
}

const char *
frozen_changes(const struct frozen *f, const struct revision *r)
{
	const struct frozen_file *file;
	struct strs changed = {0};
	size_t i;

	for (i = 0; i < f->files.n; i++) {
		file = f->files.v[i];
		if (!strs_has(&r->reads, file->path))
			strs_add(&changed, strf("%s is no longer read", file->path));
		else if (strcmp(file_hash(file->path), file->hash) != 0)
			strs_add(&changed, strf("%s, which it reads, has changed", file->path));
	}
	return changed.n ? strf("; %s", strs_join(&changed, ", ")) : "";
}

static void
check_revision(const struct frozen *f, const struct revision *r)
{
	if (strcmp(f->checksum, r->checksum) != 0)
		error_at(
			r->at, E_FROZEN,
			"revision: '%s' is frozen (%s:%d) and has changed since%s; what it does now "
			"belongs into a new revision, or 'migratec freeze --force %s' accepts it",
			r->id, f->at.file, f->at.line, frozen_changes(f, r), r->id);
}

/* what another revision does is not gone */
static void
take_replaced(struct map *gone, const struct list *formers)
{
	const struct former *former;
	const struct frozen *f;
	size_t i;

	for (i = 0; i < formers->n; i++) {
		former = formers->v[i];
		f = map_get(gone, former->id);
		if (f && strcmp(f->checksum, former->checksum) == 0)
			map_put(gone, former->id, NULL);
		take_replaced(gone, &former->replaces);
	}
}

void
frozen_check(const struct map *frozen, const struct list *revisions, const unsigned char *accepted)
{
	struct map gone = {0};
	const struct frozen *f;
	const struct revision *r;
	size_t i;

	for (i = 0; i < frozen->n; i++)
		map_put(&gone, frozen->entries[i].key, frozen->entries[i].value);
	for (i = 0; i < revisions->n; i++) {
		r = revisions->v[i];
		f = map_put(&gone, r->id, NULL);
		take_replaced(&gone, &r->replaces);
		if (f && !(accepted && accepted[r->index]))
			check_revision(f, r);
	}
	for (i = 0; i < gone.n; i++) {
		f = gone.entries[i].value;
		if (f)
			error_at(
				f->at, E_FROZEN,
				"revision '%s' is frozen, and there is no script of it any more; restore that, or 'migratec freeze --force' forgets the revision",
				f->id);
	}
}
