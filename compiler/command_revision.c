/* revision: a new script, to fill in or filled in. */
#include <ctype.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "autogenerate.h"
#include "command.h"
#include "diff.h"
#include "replay.h"
#include "revisions.h"
#include "script.h"
#include "variable.h"

/* a new id: the only thing here that is not made from the input */
static char *
random_id(void)
{
	unsigned char bytes[6];
	struct buf b = {0};
	size_t i;

	if (getrandom(bytes, sizeof bytes, 0) != sizeof bytes)
		fatal("no random bytes: %s", strerror(errno));
	for (i = 0; i < sizeof bytes; i++)
		buf_fmt(&b, "%02x", bytes[i]);
	return buf_str(&b);
}

/* the words of a message that fit into 40 bytes, lower case, joined by _ */
static char *
slug(const char *message)
{
	const size_t most = 40;
	struct buf b = {0};
	struct buf word = {0};
	const char *c;

	for (c = message;; c++) {
		if (isalnum((unsigned char)*c) || (unsigned char)*c >= 0x80) {
			buf_char(&word, (char)tolower((unsigned char)*c));
			continue;
		}
		if (word.n && b.n + word.n + 1 > most)
			break;
		if (word.n)
			buf_fmt(&b, "%s%s", b.n ? "_" : "", word.s);
		word = (struct buf){0};
		if (!*c)
			break;
	}
	if (!b.n && word.n)
		buf_mem(&b, word.s, utf8_clip(word.s, most));
	return buf_str(&b);
}

static char *
lua_string(const char *s)
{
	struct buf b = {0};

	buf_char(&b, '"');
	for (; *s; s++) {
		if (*s == '"' || *s == '\\')
			buf_fmt(&b, "\\%c", *s);
		else if (*s == '\n')
			buf_add(&b, "\\n");
		else if ((unsigned char)*s < 0x20)
			buf_fmt(&b, "\\%03d", *s);
		else
			buf_char(&b, *s);
	}
	buf_char(&b, '"');
	return buf_str(&b);
}

/* a revision that is to be written */
struct draft {
	const char *id, *message, *path;
	struct strs parents, depends_on, labels;
};

/* "a", or { "a", "b" } */
static char *
lua_strings(const struct strs *all)
{
	struct buf b = {0};
	size_t i;

	if (all->n == 1)
		return lua_string(all->v[0]);
	for (i = 0; i < all->n; i++)
		buf_fmt(&b, "%s%s", i ? ", " : "{ ", lua_string(all->v[i]));
	buf_add(&b, all->n ? " }" : "nil");
	return buf_str(&b);
}

/* an exit code */
static int
write_draft(const struct draft *d, const char *body)
{
	time_t now = time(NULL);
	struct buf b = {0};
	char created[32];

	strftime(created, sizeof created, "%Y-%m-%dT%H:%M:%SZ", gmtime(&now));
	buf_fmt(&b, "revision {\n  id = %s,\n", lua_string(d->id));
	buf_fmt(&b, "  parent = %s,\n", lua_strings(&d->parents));
	if (d->depends_on.n)
		buf_fmt(&b, "  depends_on = %s,\n", lua_strings(&d->depends_on));
	if (d->labels.n)
		buf_fmt(&b, "  labels = %s,\n", lua_strings(&d->labels));
	buf_fmt(&b, "  message = %s,\n  created = \"%s\",\n}\n\n", lua_string(d->message), created);
	buf_fmt(&b, "function upgrade()\n%send\n", body);
	return file_write(d->path, buf_str(&b), b.n) < 0 ? command_cannot_write(d->path) : DONE;
}

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
write_operations(const struct draft *d, const struct list *ops, const struct schema *after)
{
	struct buf body = {0};

	autogenerate_print(ops, after, &body);
	return write_draft(d, buf_str(&body));
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
check_parent(const struct project *p, const struct draft *d)
{
	struct project with = {0};

	if (is_upon_all(p, d) || (project_load(&with) == 0 && project_replay(&with)))
		return DONE;
	unlink(d->path);
	error_at(
		(struct loc){0}, E_BRANCH,
		"revision: what leads to the models cannot stand on %s alone; nothing was written; "
		"join the heads first: migratec merge heads",
		d->parents.n ? strf("'%s'", d->parents.v[0]) : "base");
	return FAILED;
}

/* writes the operations that lead from the migrations to the models, each by itself where they cannot be gathered */
static int
autogenerate(struct project *p, const struct draft *d, const char *from, bool allow_empty)
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
	unlink(d->path);
	error_at((struct loc){0}, E_FILE,
	         "revision: what would be written does not lead to the models, which is a mistake "
	         "of migratec; 'migratec diff --lua' shows it, nothing was written");
	return FAILED;
}

/* -1 after an error */
static int
need_new_id(const struct project *p, const char *id)
{
	const struct revision *r;
	size_t i;

	for (i = 0; i < p->revisions.n; i++) {
		r = p->revisions.v[i];
		if (strcmp(r->id, id) == 0) {
			error_at(r->at, E_ID_TAKEN,
			         "revision: the id '%s' is taken by this revision", id);
			return -1;
		}
		if (strs_has(&r->labels, id)) {
			error_at(r->at, E_ID_TAKEN,
			         "revision: the id '%s' is a label of this revision", id);
			return -1;
		}
	}
	return 0;
}

/* what is wrong with the command, or NULL */
static const char *
wrong_with(const struct arguments *a, const char *id)
{
	const char *wrong = revision_id_wrong(id);

	if (a->message && !a->message[strspn(a->message, " \t\n")])
		return "the message is empty";
	if (a->message && !utf8_valid(a->message))
		return "the message is not UTF-8";
	if (!wrong && strchr(id, '/'))
		wrong = strf("'%s' would not make a file name", id);
	if (!wrong && a->allow_empty && !a->autogenerate)
		wrong = "--allow-empty says nothing without --autogenerate";
	return wrong;
}

/* false after an error */
static bool
begin_draft(const char *command, const struct arguments *a, struct draft *d)
{
	const char *wrong;

	d->id = a->revision_id ? a->revision_id : random_id();
	d->message = a->message;
	wrong = wrong_with(a, d->id);
	if (wrong)
		error_at((struct loc){0}, E_COMMAND_LINE, "%s: %s", command, wrong);
	return !wrong;
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

/* the path of a draft whose id and message are there; an exit code */
static int
take_path(struct draft *d)
{
	const char *name = slug(d->message);

	d->path = strf("%s/%s%s%s.lua", VERSIONS, d->id, *name ? "_" : "", name);
	if (mkdir(VERSIONS, 0777) < 0 && errno != EEXIST)
		return command_cannot_write(VERSIONS);
	if (access(d->path, F_OK) == 0) {
		error_at((struct loc){d->path, 0}, E_EXISTS, "revision: the file exists already");
		return FAILED;
	}
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
	if (!begin_draft("revision", a, &d))
		return USAGE;
	result = command_set(a, a->autogenerate && a->inspect.url);
	if (result != DONE)
		return result;
	if (a->inspect.url)
		variables_give(&a->set);
	if (project_load(&p) < 0 || need_new_id(&p, d.id) < 0 || !take_parent(&p, a, &d) ||
	    !take_dependencies(&p, a, &d) || !take_labels(&p, a, &d))
		return FAILED;
	result = take_path(&d);
	if (result != DONE)
		return result;
	if (!a->autogenerate)
		result = write_draft(&d, "");
	else
		result = autogenerate(&p, &d, a->inspect.url ? a->inspect.url : "migrations",
		                      a->allow_empty);
	if (result == DONE && a->autogenerate && access(d.path, F_OK) == 0)
		result = check_parent(&p, &d);
	if (result == DONE && access(d.path, F_OK) == 0) {
		warn_of_values(d.path);
		printf("%s\n", d.path);
	}
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

	if (!begin_draft("merge", a, &d))
		return USAGE;
	if (project_load(&p) < 0 || need_new_id(&p, d.id) < 0 || !take_parents(&p, a, &d) ||
	    !take_labels(&p, a, &d))
		return FAILED;
	result = take_path(&d);
	if (result == DONE)
		result = write_draft(&d, "");
	if (result == DONE)
		printf("%s\n", d.path);
	return result;
}
