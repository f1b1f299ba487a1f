/* What the commands of migratec share. */
#ifndef COMMAND_H
#define COMMAND_H

#include "inspect.h"
#include "project.h"

/* exit codes */
enum { DONE = 0, FAILED = 1, USAGE = 2, DIFFERENT = 3, NO_CONNECTION = 5 };

struct arguments {
	const char *message;
	const char *revision_id;
	const char *from, *to; /* sources: see command_source */
	const char *output;
	const char *stamp;
	const char *head, *range, *onto, *path;
	struct strs labels, depends_on;
	bool splice;
	bool force;
	bool autogenerate;
	bool allow_empty;
	bool sql;
	bool lua;
	bool json;
	bool quiet;
	bool verbose;
	bool graph;
	bool applied;
	bool resolve;
	bool lines;
	struct inspect_options inspect;
	struct strs set; /* values of variables, NAME=VALUE */
	struct strs rest;
};

struct command {
	const char *name;
	const char *takes;  /* behind the name in its usage line */
	size_t least, most; /* arguments that are no options */
	int (*run)(const struct arguments *a);
	const char *summary;
	const char *help;
};

/* each gives an exit code, after what it printed */
int command_revision(const struct arguments *a);
int command_merge(const struct arguments *a);
int command_rebase(const struct arguments *a);
int command_freeze(const struct arguments *a);
int command_edit(const struct arguments *a);
int command_squash(const struct arguments *a);
int command_history(const struct arguments *a);
int command_heads(const struct arguments *a);
int command_branches(const struct arguments *a);
int command_show(const struct arguments *a);
int command_diff(const struct arguments *a);
int command_check(const struct arguments *a);
int command_inspect(const struct arguments *a);
int command_init(const struct arguments *a);

/* an error about a file, from errno: FAILED */
int command_cannot_write(const char *path);
/* those that the path stands in, as far as they lack; -1 with errno */
int command_make_folders(const char *path);
/* values of JSON, to standard output */
void command_json_string(const char *s);
void command_json_member(const char *key, const char *value, bool last);
/* DONE, or USAGE after an error: --set is for commands that ask a database */
int command_set(const struct arguments *a, bool live);
bool command_is_url(const char *source);
/* the schema that a source names: models, migrations, base, a revision, the URL of a database. An exit code */
int command_source(struct project *p, const char *name, struct schema **s);
/* for people: without what a URL says, which may be a password */
const char *command_source_name(const char *source);
/* those of two sources, which can be compared: what a database spells otherwise is said in the words of the other; what it cannot tell is
   taken for the same, with a warning, and counted. An exit code */
int command_sources(struct project *p, const char *from, const char *to, struct schema **a,
                    struct schema **b, size_t *undecided);
/* one before is about the same object, or about the table that it is a partition of */
bool command_about_earlier(const struct list *ops, size_t at);
/* the operations that are refused, as errors: nothing makes the one schema of the other. FAILED */
int command_refused(struct schema *s, const struct list *refused);
/* the same, with what to do: there are rows that must be kept */
int command_no_way(struct schema *s, const struct list *refused);

#endif
