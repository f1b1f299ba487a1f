/* Where schemas come from: the models, the migrations, a database. */
#include <string.h>

#include "command.h"
#include "diff.h"
#include "graph.h"
#include "replay.h"
#include "spell.h"

static bool
is_url(const char *source)
{
	return strstr(source, "://") || strchr(source, '=');
}

const char *
command_source_name(const char *source)
{
	return is_url(source) ? "database" : source;
}

static int
live(const struct config *c, struct inspect_options *o, struct schema **s)
{
	*s = inspect(c, o);
	if (*s)
		return DONE;
	return o->unreachable ? NO_CONNECTION : FAILED;
}

static int
revision(struct project *p, const char *name, struct schema **s)
{
	const struct revision *r;
	const char *why;

	r = graph_find(&p->revisions, name, &why);
	if (!r) {
		error_at((struct loc){0}, E_COMMAND_LINE,
		         "'%s' is no source: models, migrations, base, a revision or the URL of a "
		         "database is one (%s)",
		         name, why);
		return USAGE;
	}
	*s = project_schema(p, r);
	return *s ? DONE : FAILED;
}

int
command_source(struct project *p, const char *name, struct schema **s)
{
	if (strcmp(name, "models") == 0)
		*s = project_models(p);
	else if (strcmp(name, "migrations") == 0)
		*s = project_replay(p);
	else if (strcmp(name, "base") == 0)
		*s = project_schema(p, NULL);
	else if (is_url(name))
		return live(p->config, &(struct inspect_options){.url = name}, s);
	else
		return revision(p, name, s);
	return *s ? DONE : FAILED;
}

/* ---- a database beside something else ---- */

/* what a schema says of roles is compared, too */
static void
ask_for(const struct schema *s, struct inspect_options *o)
{
	const struct object *object;
	size_t i;

	o->versions = true;
	for (i = 0; i < s->by_id.n; i++) {
		object = s->by_id.v[i];
		o->grants |= object && object->privileges.n;
		o->owners |= object && object->owner;
	}
}

/* what is there takes the words of the other where the server spells them so; what it could not tell is said */
static int
settle(const struct config *c, const char *url, struct schema *there, const struct schema *of)
{
	struct schema *s = replay_start(c), *spelled;
	struct list refused = {0}, ops = schema_diff(s, of, (struct loc){0}, &refused);
	struct spelling sp;
	struct inspect_options o = {.url = url, .spelling = &sp};
	const char *why;
	int result;
	size_t i;

	spell(&sp, there, of, &ops);
	spelled = s;
	result = sp.sql ? live(c, &o, &spelled) : DONE;
	if (result != DONE)
		return result;
	spell_settle(there, of, spelled);
	for (i = 0; i < o.failed.n; i++) {
		why = strchr(o.failed.v[i], '\x1f');
		warn_at((struct loc){0},
		        "undecided: whether the expressions of %.*s are the database's, for it cannot "
		        "make them: %s",
		        (int)(why - o.failed.v[i]), o.failed.v[i], why + 1);
	}
	return DONE;
}

int
command_sources(struct project *p, const char *from, const char *to, struct schema **a,
                struct schema **b)
{
	bool live_from = is_url(from), live_to = is_url(to);
	struct inspect_options o = {.url = live_from ? from : to};
	struct schema **other = live_from ? b : a;
	int result;

	if (live_from == live_to) {
		result = command_source(p, from, a);
		return result == DONE ? command_source(p, to, b) : result;
	}
	result = command_source(p, live_from ? to : from, other);
	if (result != DONE)
		return result;
	ask_for(*other, &o);
	result = live(p->config, &o, live_from ? a : b);
	return result == DONE ? settle(p->config, o.url, live_from ? *a : *b, *other) : result;
}
