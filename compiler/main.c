/* migratec: one function a command. */
#include <ctype.h>
#include <errno.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "command.h"
#include "emit.h"
#include "lower.h"
#include "op.h"
#include "reference.h"
#include "revisions.h"
#include "sql.h"

#define VERSION "0.1"
#define OUTPUT "generated/migrations.c"

/* ---- compile ---- */

/* what a reader of the build should know, and no message was given for */
static void
report_gaps(const struct list *revisions)
{
	const struct revision *r, *other;
	const struct obstacle *o;
	const struct gap *g;
	size_t i, j;

	for (i = 0; i < revisions->n; i++) {
		r = revisions->v[i];
		for (j = 0; j < r->obstacles.n; j++) {
			o = r->obstacles.v[j];
			other = revisions->v[o->migration];
			note_at(r->at,
			        "revision '%s' cannot be downgraded while '%s' is applied, which is of another branch: its way down does not go beside %s",
			        r->id, other->id, o->why);
		}
		if (r->irreversible)
			continue;
		for (j = 0; j < r->gaps.n; j++) {
			g = r->gaps.v[j];
			note_at(g->at, "revision '%s' cannot be downgraded: %s", r->id, g->why);
		}
	}
}

/* `migrate upgrade` would not know where to go; false where that is an error */
static bool
report_heads(const struct config *c, const struct list *revisions)
{
	struct list heads = revisions_heads(revisions);
	const struct revision *r;
	struct buf b = {0};
	const char *text;
	size_t i;

	for (i = 0; heads.n > 1 && i < heads.n; i++) {
		r = heads.v[i];
		buf_add(&b, i == 0 ? "" : i + 1 == heads.n ? " and " : ", ");
		buf_fmt(&b, "'%s' (%s)", r->id, r->file);
	}
	if (heads.n < 2)
		return true;
	text = strf("there are %zu heads, %s; migratec merge heads joins them", heads.n,
	            buf_str(&b));
	if (c->one_head)
		error_at((struct loc){0}, E_BRANCH, "%s", text);
	else
		warn_at((struct loc){0}, "%s", text);
	return !c->one_head;
}

static int
compile(const struct arguments *a)
{
	struct buf code = {0}, depfile = {0};
	struct project p = {0};

	diag_notes(!a->quiet);
	if (a->json || a->lines)
		diag_form(a->json ? DIAG_JSON : DIAG_LINES);
	if (project_load(&p) < 0)
		return FAILED;
	project_checksums(&p);
	if (!project_replay(&p))
		return FAILED;
	if (!report_heads(p.config, &p.revisions))
		return FAILED;
	report_gaps(&p.revisions);
	emit(lower(p.config, &p.revisions), &code);
	emit_depfile(OUTPUT, inputs(), &depfile);
	if (mkdir("generated", 0777) < 0 && errno != EEXIST)
		return command_cannot_write("generated");
	if (file_write(OUTPUT, buf_str(&code), code.n) < 0)
		return command_cannot_write(OUTPUT);
	if (file_write(OUTPUT ".d", buf_str(&depfile), depfile.n) < 0)
		return command_cannot_write(OUTPUT ".d");
	return DONE;
}

/* ---- what there is to know ---- */

static int
explain(const struct arguments *a)
{
	const struct explanation *e;
	struct buf b = {0};
	size_t i;

	if (!a->rest.n) {
		for (i = 0; i < n_explanations; i++)
			printf("%s  %s\n", error_name(explanations[i].code), explanations[i].title);
		return DONE;
	}
	e = explanation_find(a->rest.v[0]);
	if (!e) {
		error_at((struct loc){0}, E_COMMAND_LINE,
		         "explain: no error has the code '%s'; 'migratec explain' lists them",
		         a->rest.v[0]);
		return USAGE;
	}
	explanation_print(e, &b);
	fwrite(b.s, 1, b.n, stdout);
	return DONE;
}

static int
language(const struct arguments *a)
{
	struct buf b = {0};

	(void)a;
	reference(&b);
	fwrite(b.s, 1, b.n, stdout);
	return DONE;
}

/* ---- the command line ---- */

static int help(const struct arguments *a);
static int version(const struct arguments *a);

static const struct command commands[] = {
	{"compile", "", 0, 0, compile, "check the migrations and write " OUTPUT,
         "Reads migrations/, replays every operation, and writes " OUTPUT " and its depfile.\n"
         "Nothing is written where there are errors, and a file that would not change is left alone.\n"},
	{"init", "[DIR]", 0, 1, command_init, "begin a project",
         "Writes what a project begins with, in DIR or here: migrations/config.lua, the folders migrations/models and migrations/versions, and\n"
         "build.ninja; where there is one, migrations.ninja, for it to name. Where migrations/ holds anything, nothing is written.\n"},
	{"revision", "-m MESSAGE", 0, 0, command_revision, "write a new revision to fill in",
         "Writes migrations/versions/ID_MESSAGE.lua, whose parent is the head, and prints its name. config.lua says how it is called\n"
         "(file_template) and what is run with it (post_write_hooks), migrations/script.lua.template what stands in it.\n"
         "REV is an id, the beginning of one, a label, or LABEL@head; base begins a history of its own.\n"
         "With --autogenerate it holds what makes the models of the migrations; where that is nothing, no file is written.\n"},
	{"diff", "", 0, 0, command_diff, "print what differs between two schemas",
         "Prints what makes the schema of one source that of another, and ends with exit code 3 where there is something.\n"
         "A source is models, migrations (all of them), base (none), a revision, or the URL of a database, of which privileges and\n"
         "owners are compared where the other side says any.\n"
         "Without options: from the migrations to the models.\n"},
	{"inspect", "[SOURCE]", 0, 1, command_inspect, "print what a database holds, as models",
         "Prints models that declare what a live database holds, of which nothing is changed; with --sql, the SQL that makes it.\n"
         "PATTERN is a name with * and ?, with a schema before it where that matters (\"billing.*\"), and its options may be given more\n"
         "than once. The exit code is 5 where there is no connection.\n"
         "With SOURCE (models, migrations, base or a revision) it is what that makes.\n"},
	{"check", "", 0, 0, command_check, "prove that the migrations end in the models",
         "Compares the models with what the migrations make, without a database. Where they differ, the differences are printed\n"
         "and the exit code is 3. With --url a database is compared with the models, too: its privileges where the models say any,\n"
         "its owners where they name any.\n"},
	{"merge", "REVISION...", 1, SIZE_MAX, command_merge, "write a revision that joins branches",
         "Writes a revision whose parents are these, or all heads where it says heads, and prints its name.\n"
         "Without -m its message is \"merge\" and their ids.\n"},
	{"edit", "REVISION", 1, 1, command_edit, "open the script of a revision in your editor",
         "Opens the script of a revision in $VISUAL or $EDITOR, else in the first of sensible-editor, editor, nano, vim and vi that there is.\n"
         "REVISION is an id, the beginning of one that no other shares, a label, head, LABEL@head, or one of them with +N or -N; current is\n"
         "none, for no database is asked. Scripts with errors can be edited, too.\n"},
	{"rebase", "REVISION --onto REV", 1, 1, command_rebase, "give a revision another parent",
         "Rewrites the parent in the script of REVISION, so that it comes behind REV with all that is built upon it; base is no parent.\n"
         "Databases keep it: a parent does not enter the checksum. Where the history would not compile the script stays as it was.\n"},
	{"freeze", "[REV...]", 0, SIZE_MAX, command_freeze,
         "note which revisions are not to change any more",
         "Writes the checksums of all revisions, or of these and what they are built upon, to migrations/frozen, a file to be committed.\n"
         "From then on a change of their upgrade(), or of what it reads, is an error (E0208), and so is a script that is gone.\n"
         "Where there are changes freeze says which, and writes nothing but with --force.\n"},
	{"squash", "RANGE", 1, 1, command_squash, "make one revision of several",
         "Writes a revision that does what those of RANGE (FROM:TO, both of them in it) do, one behind the other, up and down, and takes their\n"
         "scripts away; what is built upon the last of them is built upon it. It says which it replaces: a database that has all of\n"
         "them has it. What would not be the same as one revision is refused, and nothing is written. Commit first: git keeps the scripts.\n"},
	{"history", "", 0, 0, command_history, "list the revisions, newest first",
         "Lists the revisions, newest first. RANGE is FROM:TO, both of them in it; without FROM from the first on, without TO to the heads.\n"
         "-N:TO and FROM:+N count from the other end, -N: from the head, and :+N from base.\n"
         "With --graph lines lead from each revision down to its parents, and a branch stands together; what a revision depends on is\n"
         "no line, but named behind it, as are parents that are not in the range.\n"
         "No database is asked, but with --indicate-current.\n"},
	{"heads", "", 0, 0, command_heads, "list the revisions that are nobody's parent",
         "Lists the revisions that are nobody's parent.\n"},
	{"branches", "", 0, 0, command_branches, "list the revisions with several children",
         "Lists the revisions that are the parent of several, and these.\n"},
	{"show", "REVISION", 1, 1, command_show, "show a revision and the SQL of both of its ways",
         "Shows a revision with the SQL of its upgrade and of its downgrade.\n"
         "REVISION is an id, the beginning of one that no other shares, a label, head or heads, one of them behind LABEL@, or with +N or -N\n"
         "behind it. Of heads all are shown, with --json as a list.\n"},
	{"explain", "[CODE]", 0, 1, explain, "explain an error by its code, as E0401",
         "Explains an error by its code, with an example and its mend. Without a code, lists them all.\n"},
	{"language", "", 0, 0, language, "print the reference of all operations, as Markdown",
         "Prints the reference of all operations and their options, as Markdown.\n"},
	{"help", "[COMMAND]", 0, 1, help, "explain a command", "Explains a command.\n"},
	{"version", "", 0, 0, version, "print the version", "Prints the version.\n"},
};

#define TO(member) offsetof(struct arguments, member)

static const struct option {
	const char *commands; /* those that take it */
	const char *name;
	const char *value; /* what it takes; NULL: nothing */
	enum { FLAG, ONE, SECRET, MANY } kind;
	size_t to; /* the member: bool, const char *, const char *, struct strs */
	const char *help;
	char letter; /* -m is the same; '\0': none */
} options[] = {
	{"revision merge squash", "--message", "MESSAGE", ONE, TO(message),
         "what the revision does", 'm'},
	{"revision", "--head", "REV", ONE, TO(head), "its parent; the head where left out"},
	{"revision merge", "--splice", NULL, FLAG, TO(splice),
         "a parent may be that of others already: a branch begins there"},
	{"revision merge", "--branch-label", "LABEL", MANY, TO(labels), "a name for its branch"},
	{"revision merge squash", "--path", "DIR", ONE, TO(path),
         "a folder below migrations/versions that it goes to; made where missing"},
	{"revision", "--sql", NULL, FLAG, TO(sql),
         "its upgrade is a file of SQL beside it, to fill in"},
	{"rebase", "--onto", "REV", ONE, TO(onto), "the parent that it gets"},
	{"freeze", "--force", NULL, FLAG, TO(force),
         "accept changes of what is frozen: of these revisions and what they are built upon, or all"},
	{"revision", "--depends-on", "REV", MANY, TO(depends_on),
         "what must be applied before it, beside its parent"},
	{"revision merge squash", "--rev-id", "ID", ONE, TO(revision_id),
         "the id to give it; 12 random hexadecimal digits where left out"},
	{"revision", "--autogenerate", NULL, FLAG, TO(autogenerate),
         "fill it in: what leads from the migrations to the models"},
	{"revision", "--allow-empty", NULL, FLAG, TO(allow_empty),
         "write it even where --autogenerate finds nothing"},
	{"diff", "--from", "SOURCE", SECRET, TO(from),
         "where the difference begins; migrations where left out"},
	{"diff", "--to", "SOURCE", SECRET, TO(to), "where it leads; models where left out"},
	{"inspect", "--output", "PATH", ONE, TO(output),
         "write to that file (all.lua); a folder (a name without an extension) gets a file for each table"},
	{"check", "--stamp", "FILE", ONE, TO(stamp),
         "where they agree write FILE, and FILE.d with what was read, for ninja"},
	{"diff inspect", "--sql", NULL, FLAG, TO(sql), "print SQL"},
	{"diff", "--lua", NULL, FLAG, TO(lua), "print operations, as a revision has them"},
	{"history", "--rev-range", "RANGE", ONE, TO(range), "only FROM:TO", 'r'},
	{"history", "--graph", NULL, FLAG, TO(graph),
         "draw how they hang together, as 'git log --graph' does"},
	{"history", "--indicate-current", NULL, FLAG, TO(applied),
         "also say what is applied to a database", 'i'},
	{"heads", "--resolve-dependencies", NULL, FLAG, TO(resolve),
         "leave out what others depend on"},
	{"history heads branches", "--verbose", NULL, FLAG, TO(verbose), "say all of each", 'v'},
	{"diff history heads branches show", "--json", NULL, FLAG, TO(json), "print JSON"},
	{"compile check", "--json", NULL, FLAG, TO(json),
         "print each message as JSON, an object a line, to standard output"},
	{"compile check", "--one-line", NULL, FLAG, TO(lines),
         "print each message as one line, without the lines of the files"},
	{"history inspect", "--url", "URL", SECRET, TO(inspect.url),
         "the database; else DATABASE_URL, else libpq's own variables"},
	{"revision check", "--url", "URL", SECRET, TO(inspect.url),
         "a database: check compares it, too; revision --autogenerate begins at it, instead of at the migrations"},
	{"diff revision check", "--set", "NAME=VALUE", MANY, TO(set),
         "beside a database: the value of a variable; else MIGRATE_SET_NAME, else its default"},
	{"inspect", "--schema", "PATTERN", MANY, TO(inspect.schemas), "only these schemas"},
	{"inspect", "--include", "PATTERN", MANY, TO(inspect.include),
         "only what is called so, with the sequences of its columns; what else it needs is named"},
	{"inspect", "--exclude", "PATTERN", MANY, TO(inspect.exclude), "not what is called so"},
	{"inspect", "--grants", NULL, FLAG, TO(inspect.grants), "what roles may do, too"},
	{"inspect", "--owners", NULL, FLAG, TO(inspect.owners), "who owns what, too"},
	{"check", "--verbose", NULL, FLAG, TO(verbose),
         "say which statements of the migrations are not followed", 'v'},
	{"compile check", "--quiet", NULL, FLAG, TO(quiet),
         "print no notes, only errors and warnings"},
};

static bool
takes(const struct command *c, const struct option *o)
{
	const char *word;
	size_t n;

	for (word = o->commands; *word; word += n + strspn(word + n, " ")) {
		n = strcspn(word, " ");
		if (strlen(c->name) == n && strncmp(c->name, word, n) == 0)
			return true;
	}
	return false;
}

/* what to do instead of a command that is none */
static const char *
instead_of(const char *name, const struct strs *names)
{
	static const char *const others[] = {"adopt", "current", "downgrade", "ensure-version",
	                                     "plan",  "redo",    "stamp",     "upgrade"};
	const char *mean = did_you_mean(name, names);
	size_t i;

	for (i = 0; i < LEN(others); i++)
		if (strcmp(others[i], name) == 0)
			return strf("; it is one of the program that is made: 'migrate %s'", name);
	return *mean ? mean : "; 'migratec help' lists them";
}

static const struct command *
find_command(const char *name)
{
	struct strs names = {0};
	size_t i;

	for (i = 0; i < LEN(commands); i++) {
		if (strcmp(commands[i].name, name) == 0)
			return &commands[i];
		strs_add(&names, commands[i].name);
	}
	error_at((struct loc){0}, E_COMMAND_LINE, "no command '%s'%s", name,
	         instead_of(name, &names));
	return NULL;
}

static void
usage(FILE *to)
{
	size_t i;

	fprintf(to, "usage: migratec [-C DIR] COMMAND [OPTIONS]\n\n"
	            "Compiles the migrations of a PostgreSQL project, written in Lua, into C.\n\n");
	for (i = 0; i < LEN(commands); i++)
		fprintf(to, "  %-10s %s\n", commands[i].name, commands[i].summary);
	fprintf(to, "\n  -C DIR     work on the project in DIR\n"
	            "  --help     explain this, or the command before it\n"
	            "  --version  print the version\n");
}

static int
describe(const struct command *c)
{
	const struct option *o;
	struct buf b = {0};
	size_t i;

	for (i = 0; i < LEN(options); i++) {
		o = &options[i];
		if (takes(c, o))
			buf_fmt(&b, "\n  %s%s%s%s\n      %s\n",
			        o->letter ? strf("-%c, ", o->letter) : "", o->name,
			        o->value ? " " : "", o->value ? o->value : "", o->help);
	}
	printf("usage: migratec [-C DIR] %s%s%s%s\n\n%s%s", c->name, *c->takes ? " " : "", c->takes,
	       b.n ? " [OPTIONS]" : "", c->help, buf_str(&b));
	return DONE;
}

static int
help(const struct arguments *a)
{
	const struct command *c;

	if (!a->rest.n) {
		usage(stdout);
		return DONE;
	}
	c = find_command(a->rest.v[0]);
	return c ? describe(c) : USAGE;
}

static int
version(const struct arguments *a)
{
	(void)a;
	printf("migratec " VERSION "\n");
	return DONE;
}

static bool
is_called(const struct option *o, const char *word, size_t n)
{
	return (strlen(o->name) == n && strncmp(o->name, word, n) == 0) ||
	       (n == 2 && word[0] == '-' && word[1] == o->letter);
}

static const struct option *
find_option(const struct command *c, const char *word, size_t n)
{
	struct strs names = {0};
	const char *hint;
	size_t i;

	for (i = 0; i < LEN(options); i++) {
		if (!takes(c, &options[i]))
			continue;
		if (is_called(&options[i], word, n))
			return &options[i];
		strs_add(&names, options[i].name);
	}
	hint = strncmp(word, "-C", 2) == 0 ? "; -C DIR stands before the command"
	                                   : did_you_mean(strn(word, n), &names);
	error_at((struct loc){0}, E_COMMAND_LINE, "%s: no option '%.*s'%s", c->name, (int)n, word,
	         *hint ? hint : strf("; see 'migratec help %s'", c->name));
	return NULL;
}

/* a copy; a URL in the argument itself is no longer shown by ps, for it may hold a password */
static const char *
secret(char *argument, const char *value)
{
	const char *kept = str(value);

	if (strstr(value, "://") || strchr(value, '='))
		memset(argument + strlen(argument) - strlen(value), '*', strlen(value));
	return kept;
}

/* value stands in argument; of a flag it is NULL */
static void
put_option(const struct option *o, struct arguments *a, char *argument, const char *value)
{
	void *member = (char *)a + o->to;

	switch (o->kind) {
	case FLAG:
		*(bool *)member = true;
		break;
	case ONE:
		*(const char **)member = value;
		break;
	case SECRET:
		*(const char **)member = secret(argument, value);
		break;
	case MANY:
		strs_add(member, value);
		break;
	}
}

static int
take_option(const struct command *c, struct arguments *a, char **argv, int *at)
{
	const char *word = argv[*at], *equals = strchr(word, '='), *value = NULL;
	const struct option *o =
		find_option(c, word, equals ? (size_t)(equals - word) : strlen(word));

	if (!o)
		return -1;
	if (o->kind == FLAG && equals) {
		error_at((struct loc){0}, E_COMMAND_LINE, "%s: %s takes no value", c->name,
		         o->name);
		return -1;
	}
	if (o->kind != FLAG)
		value = equals ? equals + 1 : argv[++*at];
	if (o->kind != FLAG && !value) {
		error_at((struct loc){0}, E_COMMAND_LINE, "%s: %s takes a %s", c->name, o->name,
		         o->value);
		return -1;
	}
	put_option(o, a, argv[*at], value);
	return 0;
}

static int
run(const struct command *c, char **argv)
{
	struct arguments a = {0};
	int i;

	for (i = 0; argv[i]; i++) {
		if (strcmp(argv[i], "--help") == 0 || strcmp(argv[i], "-h") == 0)
			return describe(c);
		if (argv[i][0] != '-' || !argv[i][1])
			strs_add(&a.rest, argv[i]);
		else if (take_option(c, &a, argv, &i) < 0)
			return USAGE;
	}
	if (a.rest.n < c->least) {
		error_at((struct loc){0}, E_COMMAND_LINE, "%s: takes %s; see 'migratec help %s'",
		         c->name, c->takes, c->name);
		return USAGE;
	}
	if (a.rest.n > c->most) {
		error_at((struct loc){0}, E_COMMAND_LINE,
		         "%s: '%s' is one argument too many; see 'migratec help %s'", c->name,
		         a.rest.v[c->most], c->name);
		return USAGE;
	}
	return c->run(&a);
}

int
main(int argc, char **argv)
{
	const struct command *c;
	int result;

	(void)argc;
	for (argv++; *argv && strcmp(*argv, "-C") == 0; argv += 2) {
		if (!argv[1]) {
			error_at((struct loc){0}, E_COMMAND_LINE, "-C takes a folder");
			return USAGE;
		}
		if (chdir(argv[1]) < 0) {
			error_at((struct loc){0}, E_COMMAND_LINE, "-C %s: %s", argv[1],
			         strerror(errno));
			return FAILED;
		}
	}
	if (!*argv) {
		usage(stderr);
		return USAGE;
	}
	if (strcmp(*argv, "--help") == 0 || strcmp(*argv, "-h") == 0) {
		usage(stdout);
		return DONE;
	}
	c = find_command(strcmp(*argv, "--version") == 0 ? "version" : *argv);
	if (!c)
		return USAGE;
	result = run(c, argv + 1);
	if (fflush(stdout) != 0 || ferror(stdout)) {
		error_at((struct loc){0}, E_FILE, "cannot write the output: %s", strerror(errno));
		return FAILED;
	}
	return result;
}
