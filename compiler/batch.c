/* What a server is asked at a time.

   What is made there holds its locks until it is taken back, and of locks a server has only so many. So the statements are divided:
   a batch makes some objects with all that these need, and is taken back before the next. What many need is made in many of them. */
#include <ctype.h>
#include <string.h>

#include "batch.h"
#include "op.h"
#include "parse.h"

struct batching {
	const struct list *said;
	struct map named; /* by bare name: struct list of struct object */
	/* by ids */
	bool *asked;
	struct list *needs; /* struct object */
	size_t *locks;
	bool *in, *done; /* this batch; one before, or none */
	bool *alone;     /* false, but while that is tried */

	struct list always; /* struct object: what is found without its name */
	size_t taken;       /* locks, in this batch */
};

/* ---- names ---- */

const char *
bare_name(const char *name)
{
	const char *using = strstr(name, " USING ");
	size_t n = using ? (size_t)(using - name) : strcspn(name, "(");

	while (n && name[n - 1] == ' ')
		n--;
	return strn(name, n);
}

char *
undoubled(const char *text, size_t n)
{
	struct buf b = {0};
	size_t i;

	for (i = 1; i + 1 < n; i++) {
		if (text[i] == text[0])
			i++;
		buf_char(&b, text[i]);
	}
	return buf_str(&b);
}

char *
unfolded(const char *text, size_t n)
{
	struct buf b = {0};
	size_t i;

	if (n > 1 && text[0] == '"')
		return undoubled(text, n);
	for (i = 0; i < n; i++)
		buf_char(&b, (char)tolower((unsigned char)text[i]));
	return buf_str(&b);
}

/* what a token may name: itself, or of a constant what stands behind its dot: 'schema.name' */
static const char *
token_name(const char *text, size_t n)
{
	const char *dot = text[0] == '\'' && n > 1 ? memchr(text, '.', n) : NULL;

	if (text[0] != '\'' || n < 2)
		return unfolded(text, n);
	dot = dot ? dot : text;
	return unfolded(dot + 1, (size_t)(text + n - 1 - (dot + 1)));
}

/* ---- what an object needs, and takes ---- */

static void
give_name(struct batching *b, const char *name, struct object *o)
{
	struct list *all = map_get(&b->named, bare_name(name));

	if (!all) {
		all = alloc(sizeof *all);
		map_put(&b->named, bare_name(name), all);
	}
	list_add(all, o);
}

static void
give_names(struct batching *b, const struct schema *of)
{
	const struct object *named;
	struct list names;
	size_t i, k;

	for (i = 0; i < of->by_id.n; i++) {
		names = of->by_id.v[i] ? object_names(of->by_id.v[i]) : (struct list){0};
		for (k = 0; k < names.n; k++) {
			named = names.v[k];
			if (named->name.schema)
				give_name(b, named->name.name, names.v[0]);
		}
	}
}

static bool
is_always(const struct object *o)
{
	return o->noun->space == SPACE_OPERATOR || o->noun->space == SPACE_OPERATOR_CLASS ||
	       o->noun->space == SPACE_OPERATOR_FAMILY;
}

/* itself, its TOAST table with the index of that, its own indexes and sequences */
static size_t
own_locks(struct object *o)
{
	const struct list names = object_names(o);
	size_t n = 3, i;

	if (o->noun->space != SPACE_RELATION)
		return 1;
	for (i = 1; i < names.n; i++)
		n += ((struct object *)names.v[i])->noun->space == SPACE_RELATION;
	return n;
}

static void
ask_about(struct batching *b, struct object *o)
{
	if (b->asked[o->id])
		return;
	b->asked[o->id] = true;
	b->locks[o->id] = own_locks(o);
	if (is_always(o))
		list_add(&b->always, o);
}

/* of what is not asked about, what is there is locked */
static void
need(struct batching *b, const struct object *o, struct object *other)
{
	if (!b->asked[other->id] && other->noun->space == SPACE_RELATION)
		b->locks[other->id] = 1;
	if (other != o && b->locks[other->id])
		list_add(&b->needs[o->id], other);
}

/* what is under it, and the types of its columns: there a name may be that of a column, too */
static void
need_linked(struct batching *b, const struct object *o)
{
	const struct list *named;
	const struct link *link;
	struct list links = {0};
	size_t i, k;

	if (o->noun->links)
		o->noun->links(o, &links);
	for (i = 0; i < links.n; i++) {
		link = links.v[i];
		named = link->kind == LINK_PARENT || link->kind == LINK_TYPE
		                ? map_get(&b->named, link->to.name)
		                : NULL;
		for (k = 0; named && k < named->n; k++)
			need(b, o, named->v[k]);
	}
}

static bool
is_token(const struct tokens *t, size_t i, PgQuery__Token type)
{
	return i < t->n && t->v[i].type == type;
}

/* the token i names a column of the table, and no relation */
static bool
is_own_column(const struct object *o, const char *name, const struct tokens *t, size_t i)
{
	return o->noun == &table_noun && table_column((const struct table *)o, name) &&
	       !is_token(t, i, PG_QUERY__TOKEN__SCONST) &&
	       !is_token(t, i - 1, PG_QUERY__TOKEN__ASCII_46) &&
	       !is_token(t, i + 1, PG_QUERY__TOKEN__ASCII_46) &&
	       !is_token(t, i - 1, PG_QUERY__TOKEN__REFERENCES);
}

static void
need_named(struct batching *b, const struct said *said)
{
	const struct list *named;
	struct object *other;
	const char *name;
	struct tokens t;
	size_t i, k;

	if (!scan_tokens(said->sql, &t))
		return;
	for (i = 0; i < t.n; i++) {
		name = token_name(said->sql + t.v[i].start, t.v[i].end - t.v[i].start);
		named = map_get(&b->named, name);
		for (k = 0; named && k < named->n; k++) {
			other = named->v[k];
			if (other->noun->space != SPACE_RELATION ||
			    !is_own_column(said->about, name, &t, i))
				need(b, said->about, other);
		}
	}
}

/* ---- batches ---- */

/* into this batch, with all that it needs: appended; how many locks that takes */
static size_t
take(struct batching *b, struct object *o, struct list *taken)
{
	size_t n = b->locks[o->id], i;

	if (b->in[o->id])
		return 0;
	b->in[o->id] = true;
	list_add(taken, o);
	for (i = 0; i < b->needs[o->id].n; i++)
		n += take(b, b->needs[o->id].v[i], taken);
	return n;
}

static void
put_back(struct batching *b, const struct list *taken)
{
	size_t i;

	for (i = 0; i < taken->n; i++)
		b->in[((struct object *)taken->v[i])->id] = false;
}

static void
begin(struct batching *b)
{
	struct list taken = {0};
	size_t i;

	b->taken = 0;
	for (i = 0; i < b->always.n; i++)
		b->taken += take(b, b->always.v[i], &taken);
}

static void
end(struct batching *b, size_t ids, struct list *all)
{
	struct list *batch = alloc(sizeof *batch);
	const struct said *said;
	size_t i;

	for (i = 0; i < b->said->n; i++) {
		said = b->said->v[i];
		if (!b->in[said->about->id])
			continue;
		b->done[said->about->id] = true;
		list_add(batch, b->said->v[i]);
	}
	memset(b->in, 0, ids);
	if (batch->n)
		list_add(all, batch);
}

/* a batch of its own would take more */
static bool
is_beyond(const struct batching *b, struct object *o, size_t locks)
{
	struct batching alone = *b;
	struct list taken = {0};
	size_t n = 0, i;

	alone.in = b->alone;
	for (i = 0; i < b->always.n; i++)
		n += take(&alone, b->always.v[i], &taken);
	n += take(&alone, o, &taken);
	put_back(&alone, &taken);
	return n > locks;
}

/* with all that it needs, where there are the locks for that */
static bool
take_within(struct batching *b, struct object *o, size_t locks)
{
	struct list taken = {0};
	size_t more = take(b, o, &taken);

	if (b->taken + more <= locks) {
		b->taken += more;
		return true;
	}
	put_back(b, &taken);
	return false;
}

struct list
batches(const struct schema *of, const struct list *said, size_t locks, struct list *beyond)
{
	const size_t n = of->last_id + 1;
	struct batching b = {.said = said,
	                     .asked = alloc(n),
	                     .needs = alloc(n * sizeof *b.needs),
	                     .locks = alloc(n * sizeof *b.locks),
	                     .in = alloc(n),
	                     .done = alloc(n),
	                     .alone = alloc(n)};
	struct list all = {0};
	struct object *o;
	size_t i;

	give_names(&b, of);
	for (i = 0; i < said->n; i++)
		ask_about(&b, ((struct said *)said->v[i])->about);
	for (i = 0; i < said->n; i++) {
		need_linked(&b, ((struct said *)said->v[i])->about);
		need_named(&b, said->v[i]);
	}
	begin(&b);
	for (i = 0; i < said->n; i++) {
		o = ((struct said *)said->v[i])->about;
		if (b.in[o->id] || b.done[o->id])
			continue;
		if (is_beyond(&b, o, locks)) {
			b.done[o->id] = true;
			list_add(beyond, o);
		} else if (!take_within(&b, o, locks)) {
			end(&b, n, &all);
			begin(&b);
			take_within(&b, o, locks);
		}
	}
	end(&b, n, &all);
	return all;
}
