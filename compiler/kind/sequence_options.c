/* The options of a sequence, also of the one behind an identity column: as they are said, and as the server reads them. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "kind.h"

static const char *const none[] = {"none", NULL};

static const struct field options_fields[] = {
	{"start", FIELD_INT, offsetof(struct sequence_options, start),
         .fallback = "min_value, or max_value where it descends", .sql = "START WITH start"},
	{"increment", FIELD_INT, offsetof(struct sequence_options, increment), .fallback = "1",
         .sql = "INCREMENT BY increment"},
	{"min_value", FIELD_INT, offsetof(struct sequence_options, min_value), .choices = none,
         .fallback = "1, or the least of its type where it descends",
         .sql = "MINVALUE min_value, or NO MINVALUE"},
	{"max_value", FIELD_INT, offsetof(struct sequence_options, max_value), .choices = none,
         .fallback = "the greatest of its type, or -1 where it descends",
         .sql = "MAXVALUE max_value, or NO MAXVALUE"},
	{"cache", FIELD_INT, offsetof(struct sequence_options, cache), .fallback = "1",
         .sql = "CACHE cache"},
	{"cycle", FIELD_ANSWER, offsetof(struct sequence_options, cycle), .fallback = "false",
         .sql = "CYCLE or NO CYCLE"},
	{0},
};

const struct shape sequence_options_shape = {
	"sequence_options",
	CALL_TABLE,
	sizeof(struct sequence_options),
	options_fields,
	.page = "sql-createsequence.html",
};

/* the options as the server keeps them */
struct numbers {
	size_t type; /* in bounds */
	long long start, increment, min, max, cache;
	bool cycle;
};

static const struct {
	const char *type;
	long long min, max;
} bounds[] = {
	{"bigint", -0x7fffffffffffffffLL - 1, 0x7fffffffffffffffLL},
	{"integer", -2147483647LL - 1, 2147483647LL},
	{"smallint", -32768, 32767},
};

static const char *
number(const char *what, const char *text, long long *n)
{
	char *end;

	errno = 0;
	*n = strtoll(text, &end, 10);
	if (*end || end == text)
		return strf("%s: %s is no integer", what, text);
	return errno ? strf("%s: %s is out of the range of bigint", what, text) : NULL;
}

static const char *
set_type(struct numbers *n, const char *type, bool *reset_min, bool *reset_max)
{
	size_t i;

	for (i = 0; i < LEN(bounds); i++)
		if (strcmp(bounds[i].type, type) == 0)
			break;
	if (i == LEN(bounds))
		return strf("a sequence is smallint, integer or bigint, not %s", type);
	*reset_min = n->min == bounds[n->type].min;
	*reset_max = n->max == bounds[n->type].max;
	n->type = i;
	return NULL;
}

static const char *
set_max(struct numbers *n, const char *said, bool init, bool reset)
{
	const char *wrong;

	if (said && strcmp(said, "none") != 0) {
		wrong = number("max_value", said, &n->max);
		if (wrong)
			return wrong;
	} else if (init || said || reset) {
		n->max = n->increment > 0 || reset ? bounds[n->type].max : -1;
	}
	if (n->max < bounds[n->type].min || n->max > bounds[n->type].max)
		return strf("max_value %lld is out of the range of %s", n->max,
		            bounds[n->type].type);
	return NULL;
}

static const char *
set_min(struct numbers *n, const char *said, bool init, bool reset)
{
	const char *wrong;

	if (said && strcmp(said, "none") != 0) {
		wrong = number("min_value", said, &n->min);
		if (wrong)
			return wrong;
	} else if (init || said || reset) {
		n->min = n->increment < 0 || reset ? bounds[n->type].min : 1;
	}
	if (n->min < bounds[n->type].min || n->min > bounds[n->type].max)
		return strf("min_value %lld is out of the range of %s", n->min,
		            bounds[n->type].type);
	return NULL;
}

static const char *
set_start(struct numbers *n, const char *said, bool init)
{
	const char *wrong = NULL;

	if (said)
		wrong = number("start", said, &n->start);
	else if (init)
		n->start = n->increment > 0 ? n->min : n->max;
	if (wrong)
		return wrong;
	if (n->start < n->min)
		return strf("start %lld is below min_value %lld", n->start, n->min);
	if (n->start > n->max)
		return strf("start %lld is above max_value %lld", n->start, n->max);
	return NULL;
}

/* as init_params of the server: the options of a new sequence (init), or what is said in an ALTER; NULL, or what is wrong */
static const char *
set(struct numbers *n, const struct sequence_options *o, bool init)
{
	bool reset_min = false, reset_max = false;
	const char *wrong = o->contradiction;

	if (init)
		*n = (struct numbers){.increment = 1, .cache = 1};
	if (!wrong && o->type)
		wrong = set_type(n, o->type, &reset_min, &reset_max);
	if (init)
		reset_min = reset_max = false;
	if (!wrong && o->increment)
		wrong = number("increment", o->increment, &n->increment);
	if (!wrong && n->increment == 0)
		wrong = "increment must not be 0";
	if (o->cycle)
		n->cycle = o->cycle == YES;
	if (!wrong)
		wrong = set_max(n, o->max_value, init, reset_max);
	if (!wrong)
		wrong = set_min(n, o->min_value, init, reset_min);
	if (!wrong && n->min >= n->max)
		wrong = strf("min_value %lld is not below max_value %lld", n->min, n->max);
	if (!wrong)
		wrong = set_start(n, o->start, init);
	if (!wrong && o->cache)
		wrong = number("cache", o->cache, &n->cache);
	if (!wrong && n->cache < 1)
		wrong = strf("cache %lld must be greater than 0", n->cache);
	return wrong;
}

static const char *
unless(long long n, long long fallback)
{
	return n == fallback ? NULL : strf("%lld", n);
}

/* what is not a new sequence's by itself */
static struct sequence_options
said(const struct numbers *n)
{
	struct sequence_options o = {0};
	bool up = n->increment > 0;

	o.type = n->type ? bounds[n->type].type : NULL;
	o.increment = unless(n->increment, 1);
	o.min_value = unless(n->min, up ? 1 : bounds[n->type].min);
	o.max_value = unless(n->max, up ? bounds[n->type].max : -1);
	o.start = unless(n->start, up ? n->min : n->max);
	o.cache = unless(n->cache, 1);
	o.cycle = n->cycle ? YES : UNSAID;
	return o;
}

/* what an ALTER must say to make b of a; a change of type may move bounds */
static struct sequence_options
difference(const struct numbers *a, const struct numbers *b)
{
	struct sequence_options o = {0};
	struct numbers moved = *a;
	bool both = false;

	if (a->type != b->type) {
		o.type = bounds[b->type].type;
		both = set(&moved, &o, false);
	}
	o.increment = unless(b->increment, a->increment);
	o.min_value = both ? strf("%lld", b->min) : unless(b->min, moved.min);
	o.max_value = both ? strf("%lld", b->max) : unless(b->max, moved.max);
	o.start = unless(b->start, a->start);
	o.cache = unless(b->cache, a->cache);
	if (a->cycle != b->cycle)
		o.cycle = b->cycle ? YES : NO;
	return o;
}

bool
sequence_options_empty(const struct sequence_options *o)
{
	return !o->type && !o->start && !o->increment && !o->min_value && !o->max_value &&
	       !o->cache && !o->cycle;
}

enum applied
need_sequence_options(const struct op *op, const struct sequence_options *o)
{
	struct numbers n;
	const char *wrong = set(&n, o, true);

	return wrong ? op_error(op, E_SEQUENCE, "%s", wrong) : APPLIED;
}

enum applied
need_restart(const struct op *op, const struct sequence_options *o, const char *restart)
{
	struct numbers n;
	const char *wrong;
	long long at;

	if (set(&n, o, true))
		return APPLIED;
	wrong = number("restart", restart, &at);
	if (!wrong && at < n.min)
		wrong = strf("restart %lld is below min_value %lld", at, n.min);
	if (!wrong && at > n.max)
		wrong = strf("restart %lld is above max_value %lld", at, n.max);
	return wrong ? op_error(op, E_SEQUENCE, "%s", wrong) : APPLIED;
}

struct sequence_options
sequence_options_new(const struct sequence_options *o, const char **wrong)
{
	struct numbers n;

	*wrong = set(&n, o, true);
	return *wrong ? *o : said(&n);
}

bool
sequence_options_same(const struct sequence_options *a, const struct sequence_options *b)
{
	struct sequence_options o;
	struct numbers m, n;

	if (set(&m, a, true) || set(&n, b, true))
		return false;
	o = difference(&m, &n);
	return sequence_options_empty(&o);
}

struct sequence_options
sequence_options_alter(const struct sequence_options *from, const struct sequence_options *change,
                       const char **wrong)
{
	struct numbers n;

	*wrong = set(&n, from, true);
	if (!*wrong)
		*wrong = set(&n, change, false);
	return *wrong ? *from : said(&n);
}

struct sequence_options
sequence_options_difference(const struct sequence_options *from, const struct sequence_options *to)
{
	struct numbers a, b;

	if (set(&a, from, true) || set(&b, to, true))
		return *to;
	return difference(&a, &b);
}

bool
sequence_options_apart(const struct sequence_options *from, const struct sequence_options *to)
{
	struct numbers a, b;

	return !set(&a, from, true) && !set(&b, to, true) && (b.min > a.max || b.max < a.min);
}

struct sequence_options
sequence_options_copied(const struct sequence_options *o)
{
	struct numbers n;

	if (set(&n, o, true))
		return *o;
	n.type = 0;
	return said(&n);
}

struct sequence_options
identity_options(const struct column *c)
{
	struct sequence_options o = c->identity->options;

	if (!o.type)
		o.type = c->type;
	return o;
}

void
identity_set_options(struct column *c, struct sequence_options o)
{
	c->identity = copy(c->identity, sizeof *c->identity);
	if (!o.type)
		o.type = bounds[0].type;
	if (same(o.type, c->type))
		o.type = NULL;
	c->identity->options = o;
}

static void
limit(struct buf *b, const char *word, const char *value)
{
	if (value && strcmp(value, "none") == 0)
		buf_fmt(b, " NO %s", word);
	else if (value)
		buf_fmt(b, " %s %s", word, value);
}

char *
sequence_options_sql(const struct sequence_options *o)
{
	struct buf b = {0};

	if (o->type)
		buf_fmt(&b, " AS %s", o->type);
	if (o->start)
		buf_fmt(&b, " START WITH %s", o->start);
	if (o->increment)
		buf_fmt(&b, " INCREMENT BY %s", o->increment);
	limit(&b, "MINVALUE", o->min_value);
	limit(&b, "MAXVALUE", o->max_value);
	if (o->cache)
		buf_fmt(&b, " CACHE %s", o->cache);
	if (o->cycle)
		buf_add(&b, o->cycle == YES ? " CYCLE" : " NO CYCLE");
	return buf_str(&b);
}

const char *
node_number(const PgQuery__Node *n)
{
	if (!n)
		return NULL;
	if (n->node_case == PG_QUERY__NODE__NODE_INTEGER)
		return strf("%d", n->integer->ival);
	return n->node_case == PG_QUERY__NODE__NODE_FLOAT ? n->float_->fval : NULL;
}

static bool
node_true(const PgQuery__Node *n)
{
	if (n && n->node_case == PG_QUERY__NODE__NODE_BOOLEAN)
		return n->boolean->boolval;
	return n && n->node_case == PG_QUERY__NODE__NODE_INTEGER && n->integer->ival;
}

/* t.c, s.t.c, or none, as a DefElem has it */
static void
owner_from_sql(const PgQuery__Node *arg, struct reference *owner)
{
	size_t n;

	if (!arg || arg->node_case != PG_QUERY__NODE__NODE_LIST)
		return;
	n = arg->list->n_items;
	owner->table = n > 1 ? list_qname(arg->list->items, n - 1) : (struct qname){NULL, NULL};
	owner->columns = (struct strs){0};
	strs_add(&owner->columns, node_string(arg->list->items[n - 1]));
}

static void
option_from_sql(const PgQuery__DefElem *e, struct sequence_options *o)
{
	const char *n = node_number(e->arg);

	if (strcmp(e->defname, "as") == 0 && e->arg->node_case == PG_QUERY__NODE__NODE_TYPE_NAME)
		o->type = type_sql(e->arg->type_name);
	else if (strcmp(e->defname, "start") == 0)
		o->start = n;
	else if (strcmp(e->defname, "increment") == 0)
		o->increment = n;
	else if (strcmp(e->defname, "minvalue") == 0)
		o->min_value = n ? n : "none";
	else if (strcmp(e->defname, "maxvalue") == 0)
		o->max_value = n ? n : "none";
	else if (strcmp(e->defname, "cache") == 0)
		o->cache = n;
	else if (strcmp(e->defname, "cycle") == 0)
		o->cycle = node_true(e->arg) ? YES : NO;
}

/* true where the option at i was said before */
static bool
repeats(PgQuery__Node *const *options, size_t i)
{
	size_t j;

	for (j = 0; j < i; j++)
		if (strcmp(options[j]->def_elem->defname, options[i]->def_elem->defname) == 0)
			return true;
	return false;
}

void
sequence_options_from_sql(PgQuery__Node *const *options, size_t n, struct sequence_options *out,
                          struct reference *owned_by)
{
	const char *elsewhere = owned_by ? "sequence_name" : "as";
	const PgQuery__DefElem *e;
	size_t i;

	for (i = 0; i < n; i++) {
		e = options[i]->def_elem;
		if (repeats(options, i))
			out->contradiction = strf("%s is said twice", e->defname);
		else if (strcmp(e->defname, elsewhere) == 0)
			out->contradiction =
				owned_by ? "SEQUENCE NAME is for identity columns"
					 : "the type of an identity's sequence is its column's";
		if (strcmp(e->defname, "owned_by") != 0)
			option_from_sql(e, out);
		else if (owned_by)
			owner_from_sql(e->arg, owned_by);
	}
}
