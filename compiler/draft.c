/* The script of a new revision. It is read again as soon as it is written, so that a template cannot lose what it says. */
#include <ctype.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>

#include "command.h"
#include "draft.h"
#include "pattern.h"
#include "print.h"
#include "revisions.h"
#include "script.h"
#include "shell.h"
#include "sql.h"

#define ZONES "/usr/share/zoneinfo"

static int
refuse(const struct draft *d, const char *why)
{
	error_at((struct loc){0}, E_COMMAND_LINE, "%s: %s", d->command, why);
	return FAILED;
}

/* ---- its id ---- */

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
		wrong = strf("the id '%s' would not make a file name: there is a / in it", id);
	if (!wrong && a->sql && a->autogenerate)
		wrong = "--autogenerate fills the revision in, and --sql leaves that to you: say one of them";
	if (!wrong && a->allow_empty && !a->autogenerate)
		wrong = "--allow-empty says nothing without --autogenerate";
	return wrong;
}

bool
draft_name(const char *command, const struct arguments *a, struct draft *d)
{
	const char *wrong;

	d->command = command;
	d->folder = a->path;
	d->with_sql = a->sql;
	d->id = a->revision_id ? a->revision_id : random_id();
	d->message = a->message;
	wrong = wrong_with(a, d->id);
	if (wrong)
		error_at((struct loc){0}, E_COMMAND_LINE, "%s: %s", command, wrong);
	return !wrong;
}

static bool
has_replaced(const struct list *formers, const char *id)
{
	const struct former *f;
	size_t i;

	for (i = 0; i < formers->n; i++) {
		f = formers->v[i];
		if (strcmp(f->id, id) == 0 || has_replaced(&f->replaces, id))
			return true;
	}
	return false;
}

int
draft_need_id(const struct project *p, const char *id)
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
		if (has_replaced(&r->replaces, id)) {
			error_at(r->at, E_ID_TAKEN,
			         "revision: the id '%s' is taken: it is part of this revision", id);
			return -1;
		}
	}
	return 0;
}

/* ---- its name ---- */

/* the words of a message that fit into so many bytes, lower case, joined by _ */
static char *
slug(const char *message, size_t most)
{
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

/* the date in a zone; false where there is no such zone */
static bool
date_in(const char *zone, time_t now, struct tm *date)
{
	const char *had = getenv("TZ");
	struct stat st;

	if (!zone) {
		gmtime_r(&now, date);
		return true;
	}
	if (*zone == '/' || strstr(zone, "..") || stat(strf(ZONES "/%s", zone), &st) < 0 ||
	    !S_ISREG(st.st_mode))
		return false;
	had = had ? str(had) : NULL;
	setenv("TZ", zone, 1);
	tzset();
	localtime_r(&now, date);
	if (had)
		setenv("TZ", had, 1);
	else
		unsetenv("TZ");
	return true;
}

/* the folder of --path without what leads to the project; NULL after an error */
static const char *
folder_below(const struct draft *d)
{
	const char *path = d->folder, *part;
	char here[4096];
	size_t n;

	if (*path == '/' && getcwd(here, sizeof here)) {
		n = strlen(here);
		path = strncmp(path, here, n) == 0 && path[n] == '/' ? path + n + 1 : NULL;
	}
	path = path ? path_normal(path) : "";
	n = strlen(VERSIONS);
	if (strncmp(path, VERSIONS, n) != 0 || (path[n] && path[n] != '/')) {
		refuse(d, strf("--path '%s': only " VERSIONS " and the folders in it are read%s",
		               d->folder,
		               *path && *path != '.' ? strf(", as " VERSIONS "/%s", path) : ""));
		return NULL;
	}
	for (part = path; (part = strchr(part, '/')); part++) {
		if (part[1] == '.') {
			refuse(d,
			       strf("--path '%s': what begins with a dot is not read", d->folder));
			return NULL;
		}
	}
	return path;
}

static bool
is_there(const char *path)
{
	struct stat st;

	if (lstat(path, &st) < 0)
		return false;
	error_at((struct loc){path, 0}, E_EXISTS,
	         "the file exists already, and a new script would be called so");
	return true;
}

/* an exit code */
static int
choose_paths(struct draft *d, const struct config *c)
{
	const char *folder = d->folder ? folder_below(d) : VERSIONS, *name, *why;
	struct tm date;

	if (!folder)
		return FAILED;
	if (!date_in(c->timezone, d->now, &date))
		return refuse(d, strf("config.lua says timezone '%s', which is not in " ZONES,
		                      c->timezone));
	name = pattern_path(c->file_template, d->id, slug(d->message, (size_t)c->slug_length),
	                    d->now, &date, &why);
	if (!name)
		return refuse(d, strf("no name for the file comes from file_template '%s': %s",
		                      c->file_template, why));
	d->path = strf("%s/%s.lua", folder, name);
	d->sql = d->with_sql ? strf("%s/%s.sql", folder, name) : NULL;
	return is_there(d->path) || (d->sql && is_there(d->sql)) ? FAILED : DONE;
}

/* ---- what stands in it ---- */

static const char default_template[] = "revision {\n"
				       "  id = %(id)s,\n"
				       "  parent = %(parent)s,\n"
				       "  depends_on = %(depends_on)s,\n"
				       "  labels = %(labels)s,\n"
				       "  message = %(message)s,\n"
				       "  created = %(created)s,\n"
				       "}\n"
				       "\n"
				       "function upgrade()\n"
				       "%(upgrade)s\n"
				       "end\n";

/* an exit code */
static int
read_template(struct draft *d)
{
	static const char *const needed[] = {"id",     "parent",  "depends_on",
	                                     "labels", "message", "upgrade"};
	size_t i, n;

	d->text = file_read(TEMPLATE, &n);
	d->own_text = d->text || errno != ENOENT;
	if (!d->own_text)
		d->text = default_template;
	if (!d->text) {
		error_at((struct loc){TEMPLATE, 0}, E_FILE, "cannot be read: %s", file_wrong());
		return FAILED;
	}
	for (i = 0; i < LEN(needed); i++) {
		if (strstr(d->text, strf("%%(%s)s", needed[i])))
			continue;
		error_at((struct loc){TEMPLATE, 0}, E_FILE,
		         "there is no %%(%s)s in it, and scripts would lack what it stands for",
		         needed[i]);
		return FAILED;
	}
	return DONE;
}

/* in one line, whatever is in it */
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

/* NULL for none */
static const char *
ids(const struct strs *all)
{
	return all->n ? print_strings(all) : NULL;
}

/* the lines of upgrade() without the last line's end; NULL for none */
static const char *
lines(const char *body)
{
	size_t n = strlen(body);

	return n ? strn(body, n - (body[n - 1] == '\n')) : NULL;
}

char *
draft_created(const struct draft *d)
{
	char created[32];
	struct tm date;

	strftime(created, sizeof created, "\"%Y-%m-%dT%H:%M:%SZ\"", gmtime_r(&d->now, &date));
	return str(created);
}

/* NULL after an error */
static char *
script_text(const struct draft *d, const char *body)
{
	const char *why;
	char *text;

	text = pattern_fill(d->text,
	                    (struct blank[]){{"id", lua_string(d->id)},
	                                     {"parent", print_strings(&d->parents)},
	                                     {"depends_on", ids(&d->depends_on)},
	                                     {"labels", ids(&d->labels)},
	                                     {"message", lua_string(d->message)},
	                                     {"created", draft_created(d)},
	                                     {"upgrade", lines(body)}},
	                    7, &why);
	if (!text)
		error_at((struct loc){TEMPLATE, 0}, E_FILE, "%s", why);
	return text;
}

/* what a file of SQL has before it is filled in: no statement, so that nobody forgets it */
static char *
sql_text(const struct draft *d)
{
	return strf(
		"-- %.*s (%s)\n"
		"-- The statements of its upgrade, each with a semicolon behind it. There is no BEGIN and no COMMIT: migrate says them.\n\n",
		(int)strcspn(d->message, "\r\n"), d->message, d->id);
}

/* ---- writing ---- */

int
draft_undo(struct draft *d)
{
	size_t i;

	unlink(d->path);
	if (d->sql)
		unlink(d->sql);
	for (i = d->made.n; i-- > 0;)
		rmdir(d->made.v[i]);
	d->made.n = 0;
	d->written = false;
	return FAILED;
}

/* makes the folders of a path; -1 with errno */
static int
make_folders(struct draft *d)
{
	const char *slash, *folder;

	for (slash = strchr(d->path, '/'); slash; slash = strchr(slash + 1, '/')) {
		folder = strn(d->path, (size_t)(slash - d->path));
		if (mkdir(folder, 0777) == 0)
			strs_add(&d->made, folder);
		else if (errno != EEXIST)
			return -1;
	}
	return 0;
}

int
draft_write_text(struct draft *d, const char *text)
{
	const char *sql = d->sql ? sql_text(d) : NULL;

	if (make_folders(d) < 0 || (sql && file_write(d->sql, sql, strlen(sql)) < 0) ||
	    file_write(d->path, text, strlen(text)) < 0) {
		error_at((struct loc){d->path, 0}, E_FILE, "cannot be written: %s",
		         strerror(errno));
		return draft_undo(d);
	}
	return DONE;
}

/* which of what it should say a script does not say, or NULL */
static const char *
what_differs(const struct draft *d, const struct revision *r)
{
	if (strcmp(r->id, d->id) != 0)
		return "id";
	if (!strs_same(&r->parents, &d->parents))
		return "parent";
	if (!strs_same(&r->depends_on, &d->depends_on))
		return "depends_on";
	return strs_same(&r->labels, &d->labels) ? NULL : "labels";
}

/* what the template makes without a body runs and says what it should; false after errors */
static bool
holds(const struct draft *d)
{
	bool quiet = diag_quiet(true);
	const struct revision *r;
	const char *key;
	bool wrong;

	diag_code_forget();
	r = script_run(d->path, MIGRATIONS);
	wrong = diag_code() != 0;
	diag_quiet(quiet);
	key = wrong ? NULL : what_differs(d, r);
	if (wrong)
		script_run(d->path, MIGRATIONS);
	if (key)
		error_at(
			(struct loc){TEMPLATE, 0}, E_FILE,
			"the script that it makes does not have the %s of the new revision: write %s = %%(%s)s in its revision { }",
			key, key, key);
	if (wrong || key)
		note_at((struct loc){0}, "%s: nothing was written%s", d->command,
		        wrong && d->own_text ? "; that script was made of " TEMPLATE : "");
	return !wrong && !key;
}

static int
write_body(struct draft *d, const char *body)
{
	const char *text = script_text(d, body);

	return text ? draft_write_text(d, text) : FAILED;
}

int
draft_write(struct draft *d, const char *body)
{
	if (d->sql)
		body = strf("  execute_file %s\n", lua_string(strrchr(d->sql, '/') + 1));
	if (!d->written && write_body(d, "") != DONE)
		return FAILED;
	if (!d->written && !holds(d))
		return draft_undo(d);
	d->written = true;
	return write_body(d, body);
}

/* ---- commands ---- */

/* the path stands for {}, whether in quotes or not, or behind all */
static char *
hook_command(const char *hook)
{
	static const char path[] = "\"$1\"";
	struct buf b = {0};
	const char *at;
	bool quoted;

	for (; (at = strstr(hook, "{}")); hook = at + 2 + quoted) {
		quoted = at > hook && strchr("\"'", at[-1]) && at[2] == at[-1];
		buf_mem(&b, hook, (size_t)(at - hook) - quoted);
		buf_add(&b, path);
	}
	buf_add(&b, hook);
	if (!strstr(buf_str(&b), "$1") && !strstr(buf_str(&b), "$@"))
		buf_fmt(&b, " %s", path);
	return buf_str(&b);
}

int
draft_run_hooks(struct draft *d, const struct config *c)
{
	const char *const files[] = {d->path, d->sql, NULL};
	const struct revision *r;
	const char *failed;
	bool quiet;
	size_t i;

	if (!c->hooks.n)
		return DONE;
	for (i = 0; i < c->hooks.n; i++) {
		failed = shell_run(hook_command(c->hooks.v[i]), files);
		if (!failed)
			continue;
		error_at((struct loc){0}, E_COMMAND,
		         "%s: '%s' (post_write_hooks) %s; nothing was written", d->command,
		         c->hooks.v[i], failed);
		return draft_undo(d);
	}
	/* operations may have been typed there, which compile judges */
	quiet = diag_quiet(true);
	r = script_run(d->path, MIGRATIONS);
	diag_quiet(quiet);
	if (r && !r->cut && strcmp(r->id, d->id) == 0)
		return DONE;
	if (!r || r->cut) {
		script_run(d->path, MIGRATIONS);
		note_at((struct loc){d->path, 0}, "that is how post_write_hooks left it");
	} else {
		error_at(r->at, E_COMMAND,
		         "%s: the id was '%s', and is '%s' after post_write_hooks", d->command,
		         d->id, r->id);
	}
	return FAILED;
}

int
draft_begin(struct draft *d, const struct config *c)
{
	int result;

	d->now = time(NULL);
	result = read_template(d);
	return result == DONE ? choose_paths(d, c) : result;
}
