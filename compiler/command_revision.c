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

/* the operations that lead from the migrations to the models, into body; an exit code, or -1 where there is a file to write */
static int
autogenerate(struct project *p, bool allow_empty, struct buf *body)
{
	struct schema *s = project_replay(p), *to = s ? project_models(p) : NULL;
	struct list refused = {0}, ops;

	if (!to)
		return FAILED;
	ops = schema_diff(s, to, (struct loc){0}, &refused);
	if (refused.n)
		return command_refused(s, &refused);
	if (!ops.n && !allow_empty) {
		printf("the migrations end in the models: there is nothing to write\n");
		return DONE;
	}
	ops = autogenerate_gather(&ops);
	autogenerate_print(&ops, s, body);
	return -1;
}

int
command_revision(const struct arguments *a)
{
	const char *id = a->revision_id ? a->revision_id : random_id(), *wrong = graph_id_wrong(id),
		   *name, *path;
	const struct revision *head = NULL;
	struct project p = {0};
	struct buf b = {0}, body = {0};
	int result;
	time_t now = time(NULL);
	char created[32];
	size_t i;

	if (!a->message || !a->message[strspn(a->message, " \t\n")]) {
		error_at((struct loc){0}, E_COMMAND_LINE,
		         "revision: say what the revision does: -m \"add users\"");
		return USAGE;
	}
	if (!utf8_valid(a->message)) {
		error_at((struct loc){0}, E_COMMAND_LINE, "revision: the message is not UTF-8");
		return USAGE;
	}
	if (!wrong && strchr(id, '/'))
		wrong = strf("'%s' would not make a file name", id);
	if (wrong) {
		error_at((struct loc){0}, E_COMMAND_LINE, "revision: %s", wrong);
		return USAGE;
	}
	if (project_load(&p) < 0)
		return FAILED;
	for (i = 0; i < p.revisions.n; i++) {
		head = p.revisions.v[i];
		if (strcmp(head->id, id) == 0) {
			error_at(head->at, E_ID_TAKEN,
			         "revision: the id '%s' is taken by this revision", id);
			return FAILED;
		}
	}
	if (a->autogenerate) {
		result = autogenerate(&p, a->allow_empty, &body);
		if (result >= 0)
			return result;
	}
	strftime(created, sizeof created, "%Y-%m-%dT%H:%M:%SZ", gmtime(&now));
	name = slug(a->message);
	path = strf("%s/%s%s%s.lua", VERSIONS, id, *name ? "_" : "", name);
	buf_fmt(&b, "revision {\n  id = %s,\n", lua_string(id));
	buf_fmt(&b, "  parent = %s,\n", head ? lua_string(head->id) : "nil");
	buf_fmt(&b, "  message = %s,\n  created = \"%s\",\n}\n\n", lua_string(a->message), created);
	buf_fmt(&b, "function upgrade()\n%send\n", buf_str(&body));
	if (mkdir(VERSIONS, 0777) < 0 && errno != EEXIST)
		return command_cannot_write(VERSIONS);
	if (access(path, F_OK) == 0) {
		error_at((struct loc){path, 0}, E_EXISTS, "revision: the file exists already");
		return FAILED;
	}
	if (file_write(path, buf_str(&b), b.n) < 0)
		return command_cannot_write(path);
	printf("%s\n", path);
	return DONE;
}
