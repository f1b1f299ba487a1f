/* Models: what the schema should be. Every file declares what it says, in any order; all of it is made in one that works, in the
   schema of an empty database. */
#include <string.h>
#include <sys/stat.h>

#include "diff.h"
#include "explain.h"
#include "kind/kind.h"
#include "models.h"
#include "replay.h"
#include "script.h"
#include "tree.h"

static bool
ends_in(const char *name, const char *end)
{
	size_t n = strlen(name), k = strlen(end);

	return n > k && strcmp(name + n - k, end) == 0;
}

/* what the text names may be what it would have made */
static void
excuse_file(struct schema *s, const char *path)
{
	struct strs names = {0};
	const char *text;
	size_t n, i;

	text = input_read(path, &n);
	if (text)
		scan_names(text, &names);
	for (i = 0; i < names.n; i++)
		schema_excuse(s, names.v[i]);
}

static bool
read_sql(const char *path, struct list *ops)
{
	struct source source = {{path, 1}, NULL, true, NULL};
	size_t n;

	source.text = input_read(path, &n);
	if (!source.text || strlen(source.text) != n) {
		error_at((struct loc){path, 0}, E_FILE, "cannot be read: %s",
		         source.text ? "a NUL byte in it" : file_wrong());
		return false;
	}
	if (strncmp(source.text, "\xef\xbb\xbf", 3) == 0) /* some editors mark UTF-8 so */
		source.text += 3;
	return define_source(&source, ops) == 0;
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

static bool
is_refused(struct schema *s, struct op *op)
{
	size_t mark = schema_mark(s);
	bool quiet = diag_quiet(true), refused = op_apply(op, s) == REFUSED;

	diag_quiet(quiet);
	schema_back(s, mark);
	return refused;
}

/* the name of what it makes, where it says it first; NULL */
static const char *
own_name(const struct op *op)
{
	const struct field *f = op ? op->class->shape.fields : NULL;

	return f && f->type == FIELD_QNAME
	               ? ((const struct qname *)((const char *)op + f->offset))->name
	               : NULL;
}

/* all of them but two (NULL: none), none of whose names are missing then; what the others miss may be one of the two */
static void
excuse_others(struct schema *s, const struct list *refused, const struct op *but,
              const struct op *and)
{
	const char *const names[] = {own_name(but), own_name(and)};
	bool had[LEN(names)];
	size_t i;

	for (i = 0; i < LEN(names); i++)
		had[i] = !names[i] || map_get(&s->excused, names[i]);
	for (i = 0; i < refused->n; i++)
		if (refused->v[i] != but && refused->v[i] != and) {
			apply_again(s, refused->v[i], true);
			excuse_statement(s, refused->v[i]);
		}
	for (i = 0; i < LEN(names); i++)
		if (!had[i])
			map_put(&s->excused, names[i], NULL);
}

/* what has its name already, whatever else is there */
static bool
report_taken(struct schema *s, struct op *op)
{
	size_t excused = s->excused.n;
	bool taken;

	diag_code_forget();
	taken = is_refused(s, op) && diag_code() == E_EXISTS;
	map_cut(&s->excused, excused);
	if (taken)
		apply_again(s, op, false);
	map_cut(&s->excused, excused);
	return taken;
}

/* what each would be refused for if the others could be made */
static void
report_each(struct schema *s, const struct list *refused, struct list *told)
{
	size_t excused, before, i;

	for (i = 0; i < refused->n; i++) {
		excused = s->excused.n;
		before = errors();
		diag_hold(((const struct op *)refused->v[i])->at.file);
		if (!report_taken(s, refused->v[i])) {
			excuse_others(s, refused, refused->v[i], NULL);
			apply_again(s, refused->v[i], false);
			map_cut(&s->excused, excused);
		}
		if (errors() > before)
			list_add(told, refused->v[i]);
	}
}

/* op is refused though all others but one are no longer missing */
static bool
is_refused_without(struct schema *s, const struct list *refused, struct op *op,
                   const struct op *other)
{
	size_t excused = s->excused.n;
	bool result;

	excuse_others(s, refused, op, other);
	result = is_refused(s, op);
	map_cut(&s->excused, excused);
	return result;
}

/* the first that op cannot be without though all others were there, or NULL */
static struct op *
needed(struct schema *s, const struct list *refused, struct op *op)
{
	size_t i;

	for (i = 0; i < refused->n && !is_refused_without(s, refused, op, NULL); i++)
		if (refused->v[i] != op && is_refused_without(s, refused, op, refused->v[i]))
			return refused->v[i];
	return NULL;
}

static void
report_circle(const struct list *path)
{
	const struct op *first = path->v[0], *op;
	struct buf b = {0};
	size_t i;

	for (i = 1; i < path->n; i++) {
		op = path->v[i];
		buf_fmt(&b, "what is made at %s:%d, which needs ", op->at.file, op->at.line);
	}
	op_error(first, E_CYCLE, "it needs %s%s, so that none can be made first", buf_str(&b),
	         path->n > 1 ? "it in turn" : "itself");
}

/* they need each other: one error for each circle */
static void
report_circles(struct schema *s, const struct list *refused, struct list *told)
{
	struct list path;
	struct op *op;
	size_t i;

	for (i = 0; i < refused->n; i++) {
		path = (struct list){0};
		for (op = refused->v[i]; op && !list_has(told, op); op = needed(s, refused, op)) {
			list_add(told, op);
			list_add(&path, op);
		}
		if (!op || !list_has(&path, op))
			continue;
		while (path.v[0] != op)
			list_remove(&path, 0);
		report_circle(&path);
	}
}

/* what cannot be made; where each could be if the others were there, they need each other */
static void
report(struct schema *s, const struct list *refused)
{
	size_t before = errors(), excused, i;
	struct list told = {0}; /* struct op: those whose errors were */

	if (refused->n < MANY) {
		report_each(s, refused, &told);
		report_circles(s, refused, &told);
	}
	for (i = 0; i < refused->n && errors() == before; i++) {
		excused = s->excused.n;
		apply_again(s, refused->v[i], false);
		map_cut(&s->excused, excused);
	}
}

/* a schema comes before what is in it by the search path alone, which would be put into the next one; a shell before the functions
   that name it, for the first of them would make it; a partition before the indexes that its table has only for itself, which it
   would get otherwise; and last is what is said of an object, for of one that is not there it may be said of the server's own */
enum rank { SCHEMAS, SHELLS, TABLES, OTHERS, SAID_OF_ANOTHER, RANKS };

static enum rank
rank(const struct op *op)
{
	if (makes_schema(op))
		return SCHEMAS;
	if (makes_shell(op))
		return SHELLS;
	return makes_table(op) ? TABLES : says_of_another(op) ? SAID_OF_ANOTHER : OTHERS;
}

static struct list
in_order(const struct list *ops)
{
	struct list ordered = {0};
	enum rank r;
	size_t i;

	for (r = 0; r < RANKS; r++)
		for (i = 0; i < ops->n; i++)
			if (rank(ops->v[i]) == r)
				list_add(&ordered, ops->v[i]);
	return ordered;
}

/* makes what is declared, in an order in which it can be made */
static void
make(struct schema *s, const struct list *ops, struct list *refused)
{
	struct list first = {0}, last = {0};
	size_t i;

	/* what reaches the tables below reaches all that there will be */
	for (i = 0; i < ops->n; i++)
		list_add(execute_reaches_below(ops->v[i]) ? &last : &first, ops->v[i]);
	apply_in_order(s, &first, true, refused);
	list_append(refused, &last);
	last = *refused;
	apply_in_order(s, &last, true, refused);
}

/* what the files declare, in the order in which it is tried */
static struct list
read(struct schema *s, const struct strs *files)
{
	struct list ops = {0};
	size_t i;

	for (i = 0; i < files->n; i++) {
		diag_hold(files->v[i]);
		if (!(ends_in(files->v[i], ".sql") ? read_sql(files->v[i], &ops)
		                                   : script_model(files->v[i], "migrations", &ops)))
			excuse_file(s, files->v[i]);
	}
	return in_order(&ops);
}

/* a name is what is found first when all is there, also where that is made last */
static struct schema *
make_again(const struct config *c, const struct strs *files, const struct schema *known,
           struct list *refused)
{
	struct schema *s = replay_start(c);
	bool quiet = diag_quiet(true);
	struct list ops = read(s, files);

	diag_quiet(quiet);
	s->awaited = &known->objects;
	make(s, &ops, refused);
	return s;
}

struct schema *
models_load(const struct config *c, struct strs *files)
{
	static const char *const endings[] = {".lua", ".sql", NULL};
	struct schema *s = replay_start(c);
	struct list ops = {0}, refused = {0};
	size_t had = errors();
	struct stat st;

	if (stat(MODELS, &st) < 0) {
		error_at((struct loc){MODELS, 0}, E_FILE,
		         "there is no such folder; models are the files in it");
		return NULL;
	}
	if (tree_list(MODELS, endings, files) < 0)
		return NULL;
	ops = read(s, files);
	make(s, &ops, &refused);
	if (!refused.n && errors() == had && schema_hides_any(s))
		s = make_again(c, files, s, &refused);
	report(s, &refused);
	renamed_check(s);
	s->awaited = NULL;
	return errors() > had ? NULL : s;
}
