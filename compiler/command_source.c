/* Where schemas come from: the models, the migrations, a database. */
#include <string.h>

#include "command.h"
#include "diff.h"
#include "replay.h"
#include "revisions.h"
#include "spell.h"
#include "sql.h"

bool
command_is_url(const char *source)
{
	return strstr(source, "://") || strchr(source, '=');
}

const char *
command_source_name(const char *source)
{
	return command_is_url(source) ? "database" : source;
}

int
command_set(const struct arguments *a, bool live)
{
	if (live || !a->set.n)
		return DONE;
	error_at(
		(struct loc){0}, E_COMMAND_LINE,
		"--set %s says nothing here: no database is asked, and variables stand for themselves",
		a->set.v[0]);
	return USAGE;
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

	r = revisions_find(&p->revisions, name, &why);
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
	else if (command_is_url(name))
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
		o->grants |= object && has_privileges(object);
		o->owners |= object && object->owner;
	}
}

static bool
is_among(const struct strs *names, const struct object *o)
{
	return o->name.schema && strs_has(names, strf("%s.%s", o->name.schema, o->name.name));
}

static void
warn_undecided(const struct object *o, size_t others, const char *why)
{
	warn_at(o->at,
	        "undecided: whether what %s %s %s is what the database has, for that cannot be asked%s%s",
	        o->noun->name, plain_qname(o->name),
	        others ? strf("and %zu more say", others) : "says", why ? ": " : "",
	        why ? why : "");
}

/* what is too large is so all alike: one note */
static void
note_beyond(const struct strs *beyond)
{
	const char *last = beyond->n ? beyond->v[beyond->n - 1] : "";

	if (beyond->n)
		note_at((struct loc){0},
		        "%s cannot be made there: with what it needs it takes more than half of the locks that the server has (max_locks_per_transaction)",
		        beyond->n > 1 ? strf("%s and %zu more, the last of them %s", beyond->v[0],
		                             beyond->n - 1, last)
		                      : last);
}

/* says what could not be told, and why; the number of them */
static size_t
say_undecided(const struct list *undecided, const struct strs *failed, const struct strs *beyond,
              const char *why)
{
	const struct object *o, *first = NULL;
	size_t n = 0, i;

	for (i = 0; i < undecided->n; i++) {
		o = undecided->v[i];
		if (!is_among(beyond, o))
			warn_undecided(o, 0, why);
		else if (n++ == 0)
			first = o;
	}
	if (first)
		warn_undecided(first, n - 1, why);
	for (i = 0; undecided->n && i < failed->n; i++)
		note_at((struct loc){0}, "%.*s cannot be made there: %s",
		        (int)strcspn(failed->v[i], "\x1f"), failed->v[i],
		        strchr(failed->v[i], '\x1f') + 1);
	if (undecided->n)
		note_beyond(beyond);
	return undecided->n;
}

/* what is there takes the words of the other where the server spells them so */
static int
settle(const struct config *c, const struct inspect_options *read, struct schema *there,
       const struct schema *of, size_t *undecided)
{
	struct schema *s = replay_start(c), *spelled = s;
	struct list refused = {0}, ops = schema_diff(s, of, (struct loc){0}, &refused), left;
	struct spelling sp;
	struct inspect_options o = {.url = read->url, .spelling = &sp};

	spell(&sp, there, of, &ops, read->locks);
	if (sp.batches.n)
		spelled = inspect(c, &o);
	if (!spelled && o.unreachable)
		return NO_CONNECTION;
	if (spelled)
		spell_settle(there, of, spelled);
	left = spell_undecided(&sp, there, of, spelled ? &o.failed : NULL);
	*undecided = say_undecided(&left, &o.failed, &sp.beyond, o.why);
	return DONE;
}

int
command_sources(struct project *p, const char *from, const char *to, struct schema **a,
                struct schema **b, size_t *undecided)
{
	bool live_from = command_is_url(from), live_to = command_is_url(to);
	struct inspect_options o = {.url = live_from ? from : to};
	struct schema **other = live_from ? b : a;
	int result;

	*undecided = 0;
	if (live_from == live_to) {
		result = command_source(p, from, a);
		return result == DONE ? command_source(p, to, b) : result;
	}
	if (inspect_connect(&o) < 0)
		return o.unreachable ? NO_CONNECTION : FAILED;
	result = command_source(p, live_from ? to : from, other);
	if (result != DONE)
		return result;
	ask_for(*other, &o);
	result = live(p->config, &o, live_from ? a : b);
	if (result != DONE)
		return result;
	return settle(p->config, &o, live_from ? *a : *b, *other, undecided);
}
