/* inspect: a live database, or another schema, as models; a database as SQL, too. */
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "autogenerate.h"
#include "command.h"
#include "diff.h"
#include "models_print.h"
#include "replay.h"
#include "sql.h"

static int
write_file(const char *path, const struct buf *text)
{
	if (command_make_folders(path) < 0 || file_write(path, text->n ? text->s : "", text->n) < 0)
		return command_cannot_write(path);
	return DONE;
}

/* what is there decides; of what is not, a file has an extension */
static bool
is_folder(const char *path)
{
	const char *slash = strrchr(path, '/'), *name = slash ? slash + 1 : path;
	struct stat st;

	if (stat(path, &st) == 0)
		return S_ISDIR(st.st_mode);
	return !strchr(name, '.');
}

static int
write_folder(const char *folder, const struct list *ops, const struct schema *s)
{
	struct list files = models_print(ops, s);
	const struct model_file *f;
	int result = DONE;
	size_t i;

	if (command_make_folders(strf("%s/", folder)) < 0)
		return command_cannot_write(folder);
	for (i = 0; i < files.n && result == DONE; i++) {
		f = files.v[i];
		result = write_file(strf("%s/%s", folder, f->path), &f->text);
	}
	return result;
}

/* one text for psql: names are found, and what is checked late stays so, as it was read */
static void
add_sql(struct buf *b, const struct config *c, const struct inspect_options *o)
{
	size_t i;

	buf_fmt(b,
	        "SET search_path TO %s;\nSET check_function_bodies TO off;\nSET client_min_messages TO warning;\n",
	        sql_names(&c->schema));
	for (i = 0; i < o->sql.n; i++)
		buf_fmt(b, "\n%s;\n", o->sql.v[i]);
	for (i = 0; i < o->refused.n; i++)
		buf_fmt(b, "\n%s;\n", o->refused.v[i]);
}

static int
put(const char *path, const struct buf *text)
{
	if (path)
		return write_file(path, text);
	if (text->n)
		fwrite(text->s, 1, text->n, stdout);
	return DONE;
}

/* the statement that is refused; told: those that were */
static void
warn_left_out(struct schema *s, struct op *op, struct strs *told)
{
	struct list steps = {0};
	size_t mark = schema_mark(s), excused = s->excused.n;
	bool quiet = diag_quiet(true);
	const char *what;

	op_apply(op, s);
	diag_quiet(quiet);
	schema_back(s, mark);
	map_cut(&s->excused, excused);
	op->class->render(op, &steps);
	what = steps.n ? ((const struct step *)steps.v[0])->sql
	               : strf("%s %s", op->about->noun->name, plain_qname(op->about->name));
	if (strs_has(told, what))
		return;
	strs_add(told, what);
	inspect_warn(what, op->at, false, diag_last());
}

/* what lacks something that is known by name alone cannot be declared, nor what needs that; false where no object is left out */
static bool
leave_out(struct schema *s, struct schema *to, const struct list *refused, struct strs *told)
{
	bool any = false;
	size_t i;

	for (i = 0; i < refused->n; i++) {
		if (command_about_earlier(refused, i))
			continue;
		warn_left_out(s, refused->v[i], told);
		any |= schema_leave_out(s, to, refused->v[i]);
	}
	return any;
}

/* what declares as much of `to` as can be; s is as a database is before its first migration */
static struct list
declare(struct schema *s, struct schema *to)
{
	size_t mark = schema_mark(s);
	struct list refused, ops;
	struct strs told = {0};

	for (;;) {
		refused = (struct list){0};
		ops = schema_declare(s, to, &refused);
		if (!leave_out(s, to, &refused, &told))
			return ops;
		schema_back(s, mark);
	}
}

static int
print_models(struct schema *s, struct schema *to, const char *path)
{
	struct list ops = declare(s, to);
	struct buf b = {0};

	ops = autogenerate_gather(&ops, true);
	if (path && is_folder(path))
		return write_folder(path, &ops, s);
	models_print_all(&ops, s, &b);
	return put(path, &b);
}

static int
of_source(const struct arguments *a)
{
	struct project p = {0};
	struct schema *to;
	int result;

	if (a->sql) {
		error_at(
			(struct loc){0}, E_COMMAND_LINE,
			"inspect: --sql is for a database; 'migratec show' and 'migratec diff' print the SQL of migrations");
		return USAGE;
	}
	if (project_load(&p) < 0)
		return FAILED;
	result = command_source(&p, a->rest.v[0], &to);
	return result == DONE ? print_models(project_schema(&p, NULL), to, a->output) : result;
}

int
command_inspect(const struct arguments *a)
{
	struct inspect_options o = a->inspect;
	const struct config *c;
	struct schema *s;
	struct buf b = {0};

	if (a->rest.n)
		return of_source(a);
	o.as_sql = a->sql;
	c = project_config();
	s = c ? inspect(c, &o) : NULL;
	if (!s)
		return o.unreachable ? NO_CONNECTION : FAILED;
	if (!a->sql)
		return print_models(replay_start(c), s, a->output);
	add_sql(&b, c, &o);
	return put(a->output, &b);
}
