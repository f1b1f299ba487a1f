/* Models: what the schema should be. Every file declares what it says, in any order; all of it is made in one that works, in the
   schema of an empty database. */
#include <errno.h>
#include <string.h>
#include <sys/stat.h>

#include "diff.h"
#include "kind/kind.h"
#include "models.h"
#include "replay.h"
#include "script.h"

static bool
ends_in(const char *name, const char *end)
{
	size_t n = strlen(name), k = strlen(end);

	return n > k && strcmp(name + n - k, end) == 0;
}

/* the paths of all models below a folder; -1 after an error */
static int
list_models(const char *folder, struct strs *files)
{
	struct strs names = {0};
	const char *path;
	struct stat st;
	size_t i;

	input_add(folder);
	if (file_list(folder, &names) < 0) {
		error_at((struct loc){folder, 0}, E_FILE, "cannot read the folder: %s",
		         strerror(errno));
		return -1;
	}
	for (i = 0; i < names.n; i++) {
		path = strf("%s/%s", folder, names.v[i]);
		if (names.v[i][0] == '.' || stat(path, &st) < 0)
			continue;
		if (S_ISDIR(st.st_mode)) {
			if (list_models(path, files) < 0)
				return -1;
		} else if (ends_in(path, ".lua") || ends_in(path, ".sql")) {
			strs_add(files, path);
		}
	}
	return 0;
}

static int
read_sql(const char *path, struct list *ops)
{
	struct source source = {{path, 1}, NULL, true, NULL};
	size_t n;

	source.text = input_read(path, &n);
	if (!source.text || strlen(source.text) != n) {
		error_at((struct loc){path, 0}, E_FILE, "cannot be read: %s",
		         source.text ? "a NUL byte in it" : file_wrong());
		return -1;
	}
	return define_source(&source, ops);
}

/* ---- what cannot be made ---- */

#define MANY \
	100 /* where so many are refused, each is told as it stands: what it would be refused for otherwise takes their square */

static void
apply_again(struct schema *s, struct op *op, bool quiet)
{
	size_t mark = schema_mark(s);
	bool was = diag_quiet(quiet);

	op_apply(op, s);
	diag_quiet(was);
	schema_back(s, mark);
}

/* what each would be refused for if the others could be made; where there is nothing, they need each other */
static void
report(struct schema *s, const struct list *refused)
{
	size_t before = errors(), excused, i, j;

	for (i = 0; i < refused->n && refused->n < MANY; i++) {
		excused = s->excused.n;
		for (j = 0; j < refused->n; j++)
			if (j != i) {
				apply_again(s, refused->v[j], true);
				excuse_statement(s, refused->v[j]);
			}
		diag_hold(((const struct op *)refused->v[i])->at.file);
		apply_again(s, refused->v[i], false);
		map_cut(&s->excused, excused);
	}
	if (errors() > before)
		return;
	for (i = 0; i < refused->n; i++) {
		excused = s->excused.n;
		apply_again(s, refused->v[i], false);
		map_cut(&s->excused, excused);
	}
}

/* a partition comes before the indexes that its table has only for itself, which it would get otherwise; and what is said of an object
   after that, for of one that is not there it may be said of the server's own */
static int
rank(const struct op *op)
{
	return makes_table(op) ? 0 : says_of_another(op) ? 2 : 1;
}

static struct list
in_order(const struct list *ops)
{
	struct list ordered = {0};
	size_t i;
	int r;

	for (r = 0; r <= 2; r++)
		for (i = 0; i < ops->n; i++)
			if (rank(ops->v[i]) == r)
				list_add(&ordered, ops->v[i]);
	return ordered;
}

struct schema *
models_load(const struct config *c, struct strs *files)
{
	struct schema *s = replay_start(c);
	struct list ops = {0}, first = {0}, last = {0}, refused = {0};
	size_t had = errors(), i;
	struct stat st;

	if (stat(MODELS, &st) < 0) {
		error_at((struct loc){MODELS, 0}, E_FILE,
		         "there is no such folder; models are the files in it");
		return NULL;
	}
	if (list_models(MODELS, files) < 0)
		return NULL;
	for (i = 0; i < files->n; i++) {
		diag_hold(files->v[i]);
		if (ends_in(files->v[i], ".sql"))
			read_sql(files->v[i], &ops);
		else
			script_model(files->v[i], "migrations", &ops);
	}
	ops = in_order(&ops);
	/* what reaches the tables below reaches all that there will be */
	for (i = 0; i < ops.n; i++)
		list_add(execute_reaches_below(ops.v[i]) ? &last : &first, ops.v[i]);
	apply_in_order(s, &first, true, &refused);
	list_append(&refused, &last);
	last = refused;
	apply_in_order(s, &last, true, &refused);
	report(s, &refused);
	return errors() > had ? NULL : s;
}
