/* revision: a new script, to fill in or filled in. */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "autogenerate.h"
#include "command.h"
#include "diff.h"
#include "draft.h"
#include "replay.h"
#include "revisions.h"
#include "script.h"
#include "variable.h"

/* read again and applied to s, the script gives the schema `to`; s is as it was afterwards */
static bool
leads_to(struct schema *s, const char *path, const struct schema *to)
{
	bool quiet = diag_quiet(true), good = false;
	struct revision *r = script_run(path, MIGRATIONS);
	size_t mark = schema_mark(s);
	struct list refused = {0}, rest;

	if (r && !r->cut) {
		replay_revision(s, r);
		rest = schema_diff(s, to, (struct loc){0}, &refused);
		good = !rest.n && !refused.n;
	}
	schema_back(s, mark);
	diag_quiet(quiet);
	return good;
}

static int
write_operations(struct draft *d, const struct list *ops, const struct schema *after)
{
	struct buf body = {0};

	autogenerate_print(ops, after, &body);
	return draft_write(d, buf_str(&body));
}

/* the word, or words, stand in the text, and not inside of a longer one */
static bool
has_word(const char *text, const char *word)
{
	const char *at;
	size_t n = strlen(word);

	for (at = text; n && (at = strstr(at, word)); at++)
		if ((at == text || !is_name_byte(at[-1])) && !is_name_byte(at[n]))
			return true;
	return false;
}

/* beside a database variables have values, and no one knows which words of the revision stand for one */
static void
warn_of_values(const char *path)
{
	const struct variable *v;
	const char *text;
	size_t i, n;

	for (i = 0; i < variables()->n; i++) {
		v = variables()->v[i];
		if (v->value && (text = file_read(path, &n)) && has_word(text, v->value))
			warn_at((struct loc){path, 0},
			        "'%s' stands in it, which is the value of the variable '%s' here; write the variable where it is meant",
			        v->value, v->name);
	}
}

/* does it stand on all that there is? */
static bool
is_upon_all(const struct project *p, const struct draft *d)
{
	struct list heads = revisions_heads(&p->revisions);
	const struct revision *head;
	size_t i;

	for (i = 0; i < heads.n; i++) {
		head = heads.v[i];
		if (!strs_has(&d->parents, head->id))
			return false;
	}
	return true;
}

/* what is beside its parent is not there for it: an exit code */
static int
check_parent(const struct project *p, struct draft *d)
{
	struct project with = {0};

	if (is_upon_all(p, d) || (project_load(&with) == 0 && project_replay(&with)))
		return DONE;
	draft_undo(d);
	error_at(
		(struct loc){0}, E_BRANCH,
		"revision: what leads to the models cannot stand on %s alone; nothing was written; "
		"join the heads first: migratec merge heads",
		d->parents.n ? strf("'%s'", d->parents.v[0]) : "base");
	return FAILED;
}

/* writes the operations that lead from the migrations to the models, each by itself where they cannot be gathered */
static int
autogenerate(struct project *p, struct draft *d, const char *from, bool allow_empty)
{
	struct list refused = {0}, ops, gathered;
	struct schema *s, *to;
	size_t mark, undecided;
	int result;

	result = command_sources(p, from, "models", &s, &to, &undecided);
	if (result != DONE)
		return result;
	mark = schema_mark(s);
	ops = schema_diff(s, to, (struct loc){0}, &refused);
	if (refused.n)
		return command_no_way(s, &refused);
	if (!ops.n && !allow_empty) {
		printf("%s -> models: no differences, there is nothing to write\n",
		       command_source_name(from));
		return DONE;
	}
	gathered = autogenerate_gather(&ops, false);
	result = write_operations(d, &gathered, to);
	schema_back(s, mark);
	if (result != DONE || leads_to(s, d->path, to))
		return result;
	result = write_operations(d, &ops, to);
	if (result != DONE || leads_to(s, d->path, to))
		return result;
	error_at(
		(struct loc){0}, E_FILE,
		"revision: what would be written does not lead to the models, %s; 'migratec diff --lua' shows it, "
		"nothing was written",
		d->own_text ? "which may be what " TEMPLATE " makes of it"
			    : "which is a mistake of migratec");
	return draft_undo(d);
}

/* ---- where it stands ---- */

static bool
is_parent(const struct list *revisions, const struct revision *r)
{
	const struct revision *other;
	size_t i;

	for (i = 0; i < revisions->n; i++) {
		other = revisions->v[i];
		if (strs_has(&other->parents, r->id))
			return true;
	}
	return false;
}

/* false after an error */
static bool
add_parent(const char *command, const struct project *p, struct draft *d, const struct revision *r,
           bool splice)
{
	if (strs_has(&d->parents, r->id)) {
		error_at((struct loc){0}, E_COMMAND_LINE, "%s: '%s' is named twice", command,
		         r->id);
		return false;
	}
	if (!splice && is_parent(&p->revisions, r)) {
		error_at(
			(struct loc){0}, E_COMMAND_LINE,
			"%s: '%s' is the parent of others already; with --splice a branch begins there",
			command, r->id);
		return false;
	}
	strs_add(&d->parents, r->id);
	return true;
}

static bool
unclear(const char *command, const char *why)
{
	error_at((struct loc){0}, E_COMMAND_LINE, "%s: %s", command, why);
	return false;
}

/* the parent of a revision: the head, or what --head says */
static bool
take_parent(const struct project *p, const struct arguments *a, struct draft *d)
{
	struct list found = {0};
	const struct revision *r;
	struct buf b = {0};
	const char *why;
	size_t i;

	if (!a->head)
		found = revisions_heads(&p->revisions);
	else if (!revisions_target(&p->revisions, a->head, &found, &why))
		return unclear("revision", why);
	if (found.n < 2)
		return !found.n || add_parent("revision", p, d, found.v[0], a->splice);
	for (i = 0; i < found.n; i++) {
		r = found.v[i];
		buf_fmt(&b, "\n  %s  %s", r->id, r->message);
	}
	return unclear(
		"revision",
		strf("there are %zu heads:%s\nsay which is the parent with --head REV, or join them: "
	             "migratec merge heads",
	             found.n, buf_str(&b)));
}

static bool
take_dependencies(const struct project *p, const struct arguments *a, struct draft *d)
{
	const struct revision *r;
	const char *why;
	size_t i;

	for (i = 0; i < a->depends_on.n; i++) {
		r = revisions_find(&p->revisions, a->depends_on.v[i], &why);
		if (!r)
			return unclear("revision", why);
		if (!strs_has(&d->depends_on, r->id))
			strs_add(&d->depends_on, r->id);
	}
	return true;
}

static bool
take_labels(const struct project *p, const struct arguments *a, struct draft *d)
{
	const char *wrong;
	size_t i;

	for (i = 0; i < a->labels.n; i++) {
		wrong = revisions_label_wrong(&p->revisions, a->labels.v[i]);
		if (!wrong && strs_has(&d->labels, a->labels.v[i]))
			wrong = strf("the label '%s' is given twice", a->labels.v[i]);
		if (wrong)
			return unclear("--branch-label", wrong);
		strs_add(&d->labels, a->labels.v[i]);
	}
	return true;
}

/* behind the last of what writes it: the project's commands, and its name */
static int
finish_draft(struct draft *d, const struct project *p)
{
	int result = draft_run_hooks(d, p->config);

	if (result != DONE && access(d->path, F_OK) == 0)
		note_at((struct loc){d->path, 0}, "the file stays");
	if (result != DONE)
		return result;
	printf("%s\n", d->path);
	if (d->sql)
		printf("%s\n", d->sql);
	return DONE;
}

int
command_revision(const struct arguments *a)
{
	struct draft d = {0};
	struct project p = {0};
	int result;

	if (!a->message) {
		unclear("revision", "say what the revision does: -m \"add users\"");
		return USAGE;
	}
	if (!draft_name("revision", a, &d))
		return USAGE;
	result = command_set(a, a->autogenerate && a->inspect.url);
	if (result != DONE)
		return result;
	if (a->inspect.url)
		variables_give(&a->set);
	if (project_load(&p) < 0 || draft_need_id(&p, d.id) < 0 || !take_parent(&p, a, &d) ||
	    !take_dependencies(&p, a, &d) || !take_labels(&p, a, &d))
		return FAILED;
	result = draft_begin(&d, p.config);
	if (result != DONE)
		return result;
	if (!a->autogenerate)
		result = draft_write(&d, "");
	else
		result = autogenerate(&p, &d, a->inspect.url ? a->inspect.url : "migrations",
		                      a->allow_empty);
	if (result == DONE && a->autogenerate && d.written)
		result = check_parent(&p, &d);
	if (result != DONE || !d.written)
		return result;
	result = finish_draft(&d, &p);
	if (result == DONE)
		warn_of_values(d.path);
	return result;
}

/* ---- merge ---- */

/* "merge a and b", "merge a, b and c" */
static const char *
merge_message(const struct strs *parents)
{
	struct buf b = {0};
	size_t i;

	for (i = 0; i < parents->n; i++)
		buf_fmt(&b, "%s%s",
		        i == 0                ? "merge "
		        : i + 1 == parents->n ? " and "
		                              : ", ",
		        parents->v[i]);
	return buf_str(&b);
}

static bool
take_parents(const struct project *p, const struct arguments *a, struct draft *d)
{
	struct list found;
	const char *why;
	size_t i, j;

	for (i = 0; i < a->rest.n; i++) {
		found = (struct list){0};
		if (!revisions_target(&p->revisions, a->rest.v[i], &found, &why))
			return unclear("merge", why);
		for (j = 0; j < found.n; j++)
			if (!add_parent("merge", p, d, found.v[j], a->splice))
				return false;
	}
	if (d->parents.n > 1) {
		if (!d->message)
			d->message = merge_message(&d->parents);
		return true;
	}
	return unclear("merge",
	               d->parents.n
	                       ? strf("'%s' is the only revision here: there is nothing to join",
	                              d->parents.v[0])
	                       : "there are no revisions to join");
}

int
command_merge(const struct arguments *a)
{
	struct draft d = {0};
	struct project p = {0};
	int result;

	if (!draft_name("merge", a, &d))
		return USAGE;
	if (project_load(&p) < 0 || draft_need_id(&p, d.id) < 0 || !take_parents(&p, a, &d) ||
	    !take_labels(&p, a, &d))
		return FAILED;
	result = draft_begin(&d, p.config);
	if (result == DONE)
		result = draft_write(&d, "");
	return result == DONE ? finish_draft(&d, &p) : result;
}
