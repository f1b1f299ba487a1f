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
#include "graph.h"
#include "replay.h"
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
	const char *id, *parent, *message, *path;
};

/* an exit code */
static int
write_draft(const struct draft *d, const char *body)
{
	time_t now = time(NULL);
	struct buf b = {0};
	char created[32];

	strftime(created, sizeof created, "%Y-%m-%dT%H:%M:%SZ", gmtime(&now));
	buf_fmt(&b, "revision {\n  id = %s,\n", lua_string(d->id));
	buf_fmt(&b, "  parent = %s,\n", d->parent ? lua_string(d->parent) : "nil");
	buf_fmt(&b, "  message = %s,\n  created = \"%s\",\n}\n\n", lua_string(d->message), created);
	buf_fmt(&b, "function upgrade()\n%send\n", body);
	return file_write(d->path, buf_str(&b), b.n) < 0 ? command_cannot_write(d->path) : DONE;
}

/* read again and applied to s, the script gives the schema `to`; s is as it was afterwards */
static bool
leads_to(struct schema *s, const char *path, const struct schema *to)
{
	bool quiet = diag_quiet(true), good = false;
	struct revision *r = script_run(path);
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
	}
	return 0;
}

/* what is wrong with the command, or NULL */
static const char *
wrong_with(const struct arguments *a, const char *id)
{
	const char *wrong = graph_id_wrong(id);

	if (!a->message || !a->message[strspn(a->message, " \t\n")])
		return "say what the revision does: -m \"add users\"";
	if (!utf8_valid(a->message))
		return "the message is not UTF-8";
	if (!wrong && strchr(id, '/'))
		wrong = strf("'%s' would not make a file name", id);
	if (!wrong && a->allow_empty && !a->autogenerate)
		wrong = "--allow-empty says nothing without --autogenerate";
	return wrong;
}

int
command_revision(const struct arguments *a)
{
	struct draft d = {a->revision_id ? a->revision_id : random_id(), NULL, a->message};
	const char *wrong = wrong_with(a, d.id), *name;
	struct project p = {0};
	int result;

	if (wrong) {
		error_at((struct loc){0}, E_COMMAND_LINE, "revision: %s", wrong);
		return USAGE;
	}
	result = command_set(a, a->autogenerate && a->inspect.url);
	if (result != DONE)
		return result;
	if (a->inspect.url)
		variables_give(&a->set);
	if (project_load(&p) < 0 || need_new_id(&p, d.id) < 0)
		return FAILED;
	if (p.revisions.n)
		d.parent = ((const struct revision *)p.revisions.v[p.revisions.n - 1])->id;
	name = slug(a->message);
	d.path = strf("%s/%s%s%s.lua", VERSIONS, d.id, *name ? "_" : "", name);
	if (mkdir(VERSIONS, 0777) < 0 && errno != EEXIST)
		return command_cannot_write(VERSIONS);
	if (access(d.path, F_OK) == 0) {
		error_at((struct loc){d.path, 0}, E_EXISTS, "revision: the file exists already");
		return FAILED;
	}
	if (!a->autogenerate)
		result = write_draft(&d, "");
	else
		result = autogenerate(&p, &d, a->inspect.url ? a->inspect.url : "migrations",
		                      a->allow_empty);
	if (result == DONE && access(d.path, F_OK) == 0) {
		warn_of_values(d.path);
		printf("%s\n", d.path);
	}
	return result;
}
