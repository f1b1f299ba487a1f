/* Replay over a graph.

   A revision is replayed on the schema of what it is built upon and nothing else, so that it cannot lean on a branch beside it.
   The schema value goes back and forth for that: it is a stack of revisions, of which those that are not wanted are taken off.
   Where branches come together, in a merge or as several heads, they must give the same in either order: databases apply them as
   they come. */
#include <string.h>

#include "branches.h"
#include "diag.h"
#include "kind/kind.h"
#include "replay.h"

/* a schema that can be gone back to */
struct point {
	size_t mark, excused;
};

/* a revision on the stack, and the schema before it */
struct frame {
	struct revision *r;
	struct point before;
	bool exact; /* what is below it is what it is built upon, and nothing else */
};

/* what a revision is built upon, by parents and dependencies: indexes */
struct below {
	unsigned *v;
	size_t n;
};

struct branches {
	struct schema *s;
	const struct list *revisions;
	struct below *below; /* by index */
	struct frame *stack;
	size_t n;
	struct map said; /* pairs of operations that an error was about */
};

/* ---- sets of revisions: a bit for each index ---- */

static unsigned char *
set_new(const struct branches *b)
{
	return alloc(b->revisions->n / 8 + 1);
}

static bool
has(const unsigned char *set, size_t i)
{
	return set[i / 8] >> i % 8 & 1;
}

static void
add(unsigned char *set, size_t i)
{
	set[i / 8] |= (unsigned char)(1 << i % 8);
}

static void
take(unsigned char *set, size_t i)
{
	set[i / 8] &= (unsigned char)~(1 << i % 8);
}

static void
add_set(const struct branches *b, const unsigned char *from, unsigned char *set)
{
	size_t i;

	for (i = 0; i <= b->revisions->n / 8; i++)
		set[i] |= from[i];
}

static struct revision *
at_index(const struct branches *b, size_t i)
{
	return b->revisions->v[i];
}

static void
add_below(const struct branches *b, size_t of, unsigned char *set)
{
	const struct below *below = &b->below[of];
	size_t i;

	for (i = 0; i < below->n; i++)
		add(set, below->v[i]);
}

/* a revision and what it is built upon */
static unsigned char *
lineage_of(const struct branches *b, const struct revision *r)
{
	unsigned char *set = set_new(b);
	size_t i;

	add(set, r->index);
	for (i = r->index + 1; i-- > 0;)
		if (has(set, i))
			add_below(b, i, set);
	return set;
}

static struct list
members(const struct branches *b, const unsigned char *set, const unsigned char *without)
{
	struct list all = {0};
	size_t i;

	for (i = 0; i < b->revisions->n; i++)
		if (has(set, i) && !has(without, i))
			list_add(&all, at_index(b, i));
	return all;
}

/* ---- the stack ---- */

static struct point
here(const struct branches *b)
{
	return (struct point){schema_mark(b->s), b->s->excused.n};
}

static void
back_to(struct branches *b, struct point p)
{
	schema_back(b->s, p.mark);
	map_cut(&b->s->excused, p.excused);
}

static void
push(struct branches *b, struct revision *r, bool exact)
{
	b->stack[b->n++] = (struct frame){r, here(b), exact};
}

static void
pop_to(struct branches *b, size_t n)
{
	if (n == b->n)
		return;
	back_to(b, b->stack[n].before);
	b->n = n;
}

/* goes back to where the stack is what r is built upon, and nothing else; false where that is not on it */
static bool
go_back_to(struct branches *b, const struct revision *r)
{
	const struct below *below = &b->below[r->index];
	size_t n = b->n;

	if (below->n > 1)
		return false;
	if (!below->n) {
		pop_to(b, 0);
		return true;
	}
	while (n > 0 && b->stack[n - 1].r->index != below->v[0])
		n--;
	if (n == 0 || !b->stack[n - 1].exact)
		return false;
	pop_to(b, n);
	return true;
}

/* ---- two branches ---- */

/* of a function, which has "f(integer)", the name that others say */
static const char *
bare(const char *name)
{
	return strn(name, strcspn(name, "("));
}

static void
touch(struct map *names, const char *name)
{
	map_put(names, bare(name), names);
}

/* the bare name that a link is to */
static const char *
linked_name(const struct link *l)
{
	return l->kind == LINK_USE ? strn(l->to.name + 1, strcspn(l->to.name + 1, "\x1f"))
	                           : l->to.name;
}

/* the bare names of what changed since mark, and of what that is found by */
static void
touch_changes(const struct schema *s, size_t mark, struct map *changed, struct map *used)
{
	struct list changes = schema_changes(s, mark), links = {0};
	const struct change *c;
	const struct object *o;
	size_t i;

	for (i = 0; i < changes.n; i++) {
		c = changes.v[i];
		o = c->to ? c->to : c->from;
		if (c->from)
			touch(changed, c->from->name.name);
		touch(changed, o->name.name);
		/* default privileges are of the cluster, whose name is empty, or of the schema */
		touch(used, "");
		if (o->name.schema)
			touch(used, o->name.schema);
		if (o->noun->links)
			o->noun->links(o, &links);
	}
	for (i = 0; i < links.n; i++)
		touch(used, linked_name(links.v[i]));
}

static bool
is_any_in(const struct strs *names, const struct map *set)
{
	size_t i;

	for (i = 0; i < names->n; i++)
		if (map_get(set, names->v[i]))
			return true;
	return false;
}

/* what revisions have to do with */
struct touched {
	struct map changed, used;
};

static void
touch_all(struct touched *t, const struct revision *r)
{
	size_t i;

	for (i = 0; i < r->changes.n; i++)
		touch(&t->changed, r->changes.v[i]);
	for (i = 0; i < r->uses.n; i++)
		touch(&t->used, r->uses.v[i]);
}

/* it changes what they change or use, or they what it uses */
static bool
touches(const struct touched *t, const struct revision *r)
{
	return is_any_in(&r->changes, &t->changed) || is_any_in(&r->changes, &t->used) ||
	       is_any_in(&r->uses, &t->changed);
}

/* those that have to do with the others */
static struct list
touching(const struct list *revisions, const struct list *others)
{
	struct touched t = {0};
	struct list found = {0};
	size_t i;

	for (i = 0; i < others->n; i++)
		touch_all(&t, others->v[i]);
	for (i = 0; i < revisions->n; i++)
		if (touches(&t, revisions->v[i]))
			list_add(&found, revisions->v[i]);
	return found;
}

static bool
says_first(struct branches *b, const struct op *x, const struct op *y)
{
	return !map_put(&b->said, strf("%p %p", (const void *)x, (const void *)y), b->s);
}

/* "add_column (migrations/versions/a.lua:5)" */
static const char *
op_place(const struct op *op)
{
	return strf("%s (%s:%d)", op->class->shape.name, op->at.file, op->at.line);
}

/* the operation of those revisions behind which `op` is refused where the stack is, or NULL */
static const struct op *
in_the_way(struct branches *b, const struct list *revisions, struct op *op)
{
	const struct point begin = here(b);
	size_t mark, i, j;
	const struct op *found = NULL;
	struct list ops;
	bool taken;

	for (i = 0; i < revisions->n && !found; i++) {
		ops = replay_ops(revisions->v[i]);
		for (j = 0; j < ops.n && !found; j++) {
			replay_op(b->s, ops.v[j]);
			mark = schema_mark(b->s);
			taken = replay_op(b->s, op);
			schema_back(b->s, mark);
			if (!taken)
				found = ops.v[j];
		}
	}
	back_to(b, begin);
	return found;
}

/* why the last operation was refused, without its own name */
static const char *
why_refused(const struct op *op)
{
	const char *why = str(diag_last()), *name = strf("%s: ", op->class->shape.name);
	size_t n = strlen(name);

	return strncmp(why, name, n) == 0 ? why + n : why;
}

static bool go_to(struct branches *b, const unsigned char *wanted);

/* an operation of r was refused behind others, and is not where r is alone: which of theirs is in its way? */
static void
say_refused(struct branches *b, struct revision *r, struct op *refused)
{
	unsigned char *own = lineage_of(b, r), *there = set_new(b);
	const char *why = why_refused(refused);
	struct list others, ops = replay_ops(r);
	const struct op *other;
	struct point begin;
	size_t i;

	for (i = 0; i < b->n; i++)
		add(there, b->stack[i].r->index);
	others = members(b, there, own);
	take(own, r->index);
	if (!go_to(b, own))
		return;
	begin = here(b);
	for (i = 0; i < ops.n && ops.v[i] != refused; i++)
		replay_op(b->s, ops.v[i]);
	other = in_the_way(b, &others, refused);
	back_to(b, begin);
	if (!other)
		error_at(refused->at, E_BRANCH, "%s does not go together with another branch: %s",
		         refused->class->shape.name, why);
	else if (says_first(b, other, refused))
		error_at(refused->at, E_BRANCH,
		         "%s does not go together with %s, which is of another branch: %s",
		         refused->class->shape.name, op_place(other), why);
}

/* takes off what is not wanted, and what stands on it; then puts on what is missing. false after an error: one does not go there */
static bool
go_to(struct branches *b, const unsigned char *wanted)
{
	unsigned char *there = set_new(b);
	struct op *refused;
	struct revision *r;
	size_t n = 0, i;

	for (; n < b->n && has(wanted, b->stack[n].r->index); n++)
		add(there, b->stack[n].r->index);
	pop_to(b, n);
	for (i = 0; i < b->revisions->n; i++) {
		r = at_index(b, i);
		if (!has(wanted, i) || has(there, i))
			continue;
		push(b, r, false);
		refused = replay_again(b->s, r, &(struct list){0});
		if (!refused)
			continue;
		say_refused(b, r, refused);
		return false;
	}
	return true;
}

/* the last operation of those revisions that changes an object of such a name where the stack is */
static const struct op *
last_about(struct branches *b, const struct list *revisions, const struct strs *names)
{
	const struct point begin = here(b);
	size_t mark, i, j;
	const struct op *found = NULL;
	struct map changed, used = {0};
	struct list ops;

	for (i = 0; i < revisions->n; i++) {
		ops = replay_ops(revisions->v[i]);
		for (j = 0; j < ops.n; j++) {
			mark = schema_mark(b->s);
			replay_op(b->s, ops.v[j]);
			changed = (struct map){0};
			touch_changes(b->s, mark, &changed, &used);
			if (is_any_in(names, &changed))
				found = ops.v[j];
		}
	}
	back_to(b, begin);
	return found;
}

/* the one that changes it, or else what the other branch makes it of */
static const struct op *
behind(struct branches *b, const struct list *revisions, const struct op *other)
{
	struct strs names = {0};

	op_mentions(other, &names);
	return last_about(b, revisions, &names);
}

static void
say_different(struct branches *b, const struct list *first, const struct list *second,
              const struct object *o)
{
	const struct revision *with = first->v[first->n - 1], *of = second->v[second->n - 1];
	struct strs names = {0};
	const struct op *x, *y;

	strs_add(&names, bare(o->name.name));
	x = last_about(b, first, &names);
	y = last_about(b, second, &names);
	if (!x && y)
		x = behind(b, first, y);
	if (!y && x)
		y = behind(b, second, x);
	if (!x || !y)
		error_at(
			of->at, E_BRANCH,
			"revision: '%s' does not go together with '%s' (%s:%d), which is of another branch: %s %s is "
			"not the same when they run in the other order",
			of->id, with->id, with->at.file, with->at.line, o->noun->name,
			plain_qname(o->name));
	else if (says_first(b, x, y))
		error_at(
			y->at, E_BRANCH,
			"%s does not go together with %s, which is of another branch: %s %s is not the same when they "
			"run in the other order",
			y->class->shape.name, op_place(x), o->noun->name, plain_qname(o->name));
}

/* what a name means behind the changes; NULL where it is gone, *known is unset where nothing says */
static const struct object *
reached(const struct list *changes, const struct object *o, bool *known)
{
	const struct change *c;
	size_t i;

	for (i = changes->n; i-- > 0;) {
		c = changes->v[i];
		if (c->to && c->to->noun == o->noun && same_qname(c->to->name, o->name)) {
			*known = true;
			return c->to;
		}
		if (c->from && c->from->noun == o->noun && same_qname(c->from->name, o->name))
			*known = true;
	}
	return NULL;
}

/* an object that two ways do not leave the same, or NULL */
static const struct object *
differing(const struct schema *s, const struct list *one, const struct list *other)
{
	struct diff d = {.by_name = true, .schema = s};
	const struct change *c;
	const struct object *twin;
	size_t i;
	bool known;

	for (i = 0; i < one->n; i++) {
		c = one->v[i];
		if (!c->to || !c->to->noun->create)
			continue;
		known = false;
		twin = reached(other, c->to, &known);
		if (!twin)
			return c->to;
		c->to->noun->alter(&d, c->to, twin);
		if (diff_ops(&d).n)
			return c->to;
	}
	return NULL;
}

/* the first of them behind which r would be sent as other SQL */
static const struct revision *
changes_steps(struct branches *b, const struct list *revisions, struct revision *r)
{
	unsigned char *own = lineage_of(b, r), *wanted;
	const struct revision *found = NULL;
	struct point begin;
	struct list steps;
	size_t i;

	take(own, r->index);
	for (i = 0; i < revisions->n && !found; i++) {
		wanted = lineage_of(b, revisions->v[i]);
		add_set(b, own, wanted);
		if (!go_to(b, wanted))
			continue;
		begin = here(b);
		steps = (struct list){0};
		if (!replay_again(b->s, r, &steps) && replay_other_step(r, &steps))
			found = revisions->v[i];
		back_to(b, begin);
	}
	return found;
}

/* a database gets the SQL that is right where a revision stands alone, whatever else it has */
static void
say_other(struct branches *b, const struct list *others, struct revision *r,
          const struct step *step)
{
	const struct revision *with = changes_steps(b, others, r);

	error_at(
		(struct loc){step->file, step->line}, E_BRANCH,
		"%s: '%s' does not go together with %s, which is of another branch: behind that its SQL would "
		"be another",
		step->label, r->id,
		with ? strf("'%s' (%s:%d)", with->id, with->at.file, with->at.line) : "another");
}

/* runs the one behind the other on what they have in common; false after an error */
static bool
run_both(struct branches *b, const unsigned char *common, const struct list *first,
         const struct list *second, struct list *changes)
{
	const struct list *both[] = {first, second};
	const struct step *other;
	struct op *refused;
	struct revision *r;
	struct list steps;
	size_t begin, i, j;

	if (!go_to(b, common))
		return false;
	begin = schema_mark(b->s);
	for (i = 0; i < LEN(both); i++)
		for (j = 0; j < both[i]->n; j++) {
			r = both[i]->v[j];
			push(b, r, false);
			steps = (struct list){0};
			refused = replay_again(b->s, r, &steps);
			other = refused ? NULL : replay_other_step(r, &steps);
			if (other) {
				say_other(b, i == 0 ? second : first, r, other);
				return false;
			}
			if (!refused)
				continue;
			say_refused(b, r, refused);
			return false;
		}
	*changes = schema_changes(b->s, begin);
	return true;
}

/* what one that is wrong would do is not known */
static bool
any_wrong(const struct list *revisions)
{
	const struct revision *r;
	size_t i;

	for (i = 0; i < revisions->n; i++) {
		r = revisions->v[i];
		if (r->wrong)
			return true;
	}
	return false;
}

/* what comes behind what they have in common must give the same in either order; false after an error */
static bool
compare_lists(struct branches *b, const unsigned char *common, const struct list *first,
              const struct list *second)
{
	const struct object *o;
	struct list x, y;

	if (!run_both(b, common, first, second, &x) || !run_both(b, common, second, first, &y))
		return false;
	o = differing(b->s, &x, &y);
	if (!o)
		o = differing(b->s, &y, &x);
	if (o && go_to(b, common))
		say_different(b, first, second, o);
	return !o;
}

/* what two revisions of different branches are built upon, without them */
static unsigned char *
below_both(const struct branches *b, const struct revision *one, const struct revision *other)
{
	unsigned char *common = lineage_of(b, one);

	add_set(b, lineage_of(b, other), common);
	take(common, one->index);
	take(common, other->index);
	return common;
}

/* the same of two revisions, behind no more than what they are built upon */
static bool
compare_two(struct branches *b, struct revision *one, struct revision *other)
{
	unsigned char *common = below_both(b, one, other);
	struct list first = {0}, second = {0};

	list_add(&first, one);
	list_add(&second, other);
	return compare_lists(b, common, &first, &second);
}

/* it goes down beside those operations as it does alone */
static bool
goes_back(struct branches *b, const struct revision *r, const struct list *beside, size_t n)
{
	const struct point begin = here(b);
	bool goes;
	size_t i;

	for (i = 0; i < n; i++)
		replay_op(b->s, beside->v[i]);
	goes = replay_back(b->s, r);
	back_to(b, begin);
	return goes;
}

static bool
has_way_back(const struct revision *r)
{
	return r->has_downgrade || (!r->irreversible && !r->gaps.n);
}

/* what another is built upon stands in the way of r already */
static bool
is_obstructed(const struct revision *r, const unsigned char *lineage)
{
	const struct obstacle *o;
	size_t i;

	for (i = 0; i < r->obstacles.n; i++) {
		o = r->obstacles.v[i];
		if (has(lineage, o->migration))
			return true;
	}
	return false;
}

/* the way down of r was made where the other is not: is it the same beside that? */
static void
compare_back(struct branches *b, struct revision *r, struct revision *other)
{
	struct list ops = replay_ops(other);
	struct obstacle o = {.migration = other->index};
	size_t n;

	if (!has_way_back(r) || is_obstructed(r, lineage_of(b, other)) ||
	    !go_to(b, below_both(b, r, other)) || goes_back(b, r, &ops, ops.n))
		return;
	for (n = 1; n < ops.n && goes_back(b, r, &ops, n);)
		n++;
	o.why = op_place(ops.v[n - 1]);
	list_add(&r->obstacles, copy(&o, sizeof o));
}

static struct obstacle *
obstacle(const struct revision *r, const struct revision *other)
{
	struct obstacle *o;
	size_t i;

	for (i = 0; i < r->obstacles.n; i++) {
		o = r->obstacles.v[i];
		if (o->migration == other->index)
			return o;
	}
	return NULL;
}

/* the one goes down, then the other, and nothing of both is left */
static bool
go_back_both(struct branches *b, struct revision *first, struct revision *then)
{
	struct list unused = {0};
	struct point begin;
	bool gone;

	if (!go_to(b, below_both(b, first, then)))
		return false;
	begin = here(b);
	gone = !replay_again(b->s, then, &unused) && !replay_again(b->s, first, &unused) &&
	       replay_down(b->s, first) && replay_down(b->s, then) &&
	       replay_is_back(b->s, begin.mark);
	back_to(b, begin);
	return gone;
}

/* where each stands in the way of the other, as both do the same: do they go down together? As the table has them, if that is possible */
static void
settle_both(struct branches *b, struct revision *one, struct revision *other)
{
	struct revision *last = one->index > other->index ? one : other;
	struct revision *first = last == one ? other : one;
	struct obstacle *of_last = obstacle(last, first), *of_first = obstacle(first, last);

	if (!of_last || !of_first)
		return;
	of_last->later = go_back_both(b, last, first);
	of_first->later = !of_last->later && go_back_both(b, first, last);
}

/* a database may have a part of a branch when the other comes to it: where any two go together wherever they meet, so do all parts. What
   has nothing to do with each other does */
static bool
compare_parts(struct branches *b, const struct list *first, const struct list *second)
{
	struct list of_first = touching(first, second), of_second = touching(second, first);
	struct revision *one, *other;
	struct touched t;
	size_t i, j;

	for (i = 0; i < of_first.n; i++) {
		one = of_first.v[i];
		t = (struct touched){0};
		touch_all(&t, one);
		for (j = 0; j < of_second.n; j++) {
			other = of_second.v[j];
			if (!touches(&t, other))
				continue;
			if ((first->n > 1 || second->n > 1) && !compare_two(b, one, other))
				return false;
			compare_back(b, one, other);
			compare_back(b, other, one);
			settle_both(b, one, other);
		}
	}
	return true;
}

/* what each of two sets has alone; false after an error */
static bool
compare(struct branches *b, const unsigned char *one, const unsigned char *other)
{
	struct list first = members(b, one, other), second = members(b, other, one);
	unsigned char *common;
	size_t i;

	if (any_wrong(&first) || any_wrong(&second) || !touching(&second, &first).n)
		return true;
	common = set_new(b);
	for (i = 0; i < b->revisions->n; i++)
		if (has(one, i) && has(other, i))
			add(common, i);
	return compare_lists(b, common, &first, &second) && compare_parts(b, &first, &second);
}

/* revisions that come together: parents, dependencies, heads. One that does not go with those before it is left out for the rest */
static void
compare_all(struct branches *b, const struct list *tips)
{
	unsigned char *so_far = set_new(b), *next;
	size_t i;

	for (i = 0; i < tips->n; i++) {
		next = lineage_of(b, tips->v[i]);
		if (i == 0 || compare(b, so_far, next))
			add_set(b, next, so_far);
	}
}

/* ---- what another branch makes ---- */

/* is the operation of r taken behind some of those of another, where the stack is? */
static bool
is_taken(struct branches *b, struct revision *r, size_t op, const struct list *behind, size_t n)
{
	const struct point begin = here(b);
	struct list ops = replay_ops(r);
	bool taken;
	size_t i;

	for (i = 0; i < n; i++)
		replay_op(b->s, behind->v[i]);
	for (i = 0; i < op; i++)
		replay_op(b->s, ops.v[i]);
	taken = replay_op(b->s, ops.v[op]);
	back_to(b, begin);
	return taken;
}

/* the operation of another branch behind which that one would be taken; NULL */
static const struct op *
maker(struct branches *b, struct revision *r, size_t op, struct revision *other)
{
	struct list ops = replay_ops(other);
	size_t n;

	if (!go_to(b, below_both(b, r, other)) || !is_taken(b, r, op, &ops, ops.n))
		return NULL;
	for (n = 1; n < ops.n && !is_taken(b, r, op, &ops, n);)
		n++;
	return n <= ops.n ? ops.v[n - 1] : NULL;
}

static void
say_maker(struct branches *b, struct revision *r, const struct lack *lack)
{
	const unsigned char *own = lineage_of(b, r);
	struct strs names = {0};
	struct touched said = {0};
	struct revision *other;
	const struct op *found;
	size_t i;

	op_mentions(replay_ops(r).v[lack->op], &names);
	for (i = 0; i < names.n; i++)
		touch(&said.changed, names.v[i]);
	for (i = 0; i < b->revisions->n; i++) {
		other = at_index(b, i);
		if (has(own, i) || !is_any_in(&other->changes, &said.changed) ||
		    has(lineage_of(b, other), r->index))
			continue;
		found = maker(b, r, lack->op, other);
		if (!found)
			continue;
		diag_more(
			lack->message,
			strf("it is made at %s:%d by '%s', which is of another branch: say depends_on = \"%s\", or build "
		             "upon a merge of both",
		             found->at.file, found->at.line, other->id, other->id));
		return;
	}
}

/* what one lacks another may make that came later: all are there now */
static void
say_makers(struct branches *b)
{
	const struct revision *r;
	bool quiet = diag_quiet(true);
	size_t i, j;

	for (i = 0; i < b->revisions->n; i++) {
		r = at_index(b, i);
		for (j = 0; j < r->lacks.n; j++)
			say_maker(b, at_index(b, i), r->lacks.v[j]);
	}
	diag_quiet(quiet);
}

/* ---- the whole ---- */

/* to where r begins; false where that cannot be had, after an error */
static bool
begin_at(struct branches *b, const struct revision *r)
{
	const struct below *below = &b->below[r->index];
	struct list tips = {0};
	size_t had = errors(), i;
	unsigned char *wanted;

	if (go_back_to(b, r))
		return true;
	for (i = 0; i < below->n; i++)
		list_add(&tips, at_index(b, below->v[i]));
	if (tips.n > 1)
		compare_all(b, &tips);
	wanted = lineage_of(b, r);
	take(wanted, r->index);
	return errors() == had && go_to(b, wanted);
}

static void
take_names(const struct map *from, struct strs *to)
{
	size_t i;

	*to = (struct strs){0};
	for (i = 0; i < from->n; i++)
		strs_add(to, from->entries[i].key);
}

/* what changes nothing uses what it says all the same: rows are put into a table that another branch drops */
static void
touch_mentions(const struct revision *r, struct map *used)
{
	struct strs words = {0};
	size_t i;

	for (i = 0; i < r->up.n; i++)
		op_mentions(r->up.v[i], &words);
	for (i = 0; i < words.n; i++)
		touch(used, words.v[i]);
}

/* false where nothing that is built upon it can be replayed */
static bool
replay_one(struct branches *b, struct revision *r)
{
	struct map changed = {0}, used = {0};
	size_t mark;

	diag_hold(r->file);
	if (!begin_at(b, r))
		return false;
	mark = schema_mark(b->s);
	push(b, r, true);
	replay_revision(b->s, r);
	touch_changes(b->s, mark, &changed, &used);
	touch_mentions(r, &used);
	take_names(&changed, &r->changes);
	take_names(&used, &r->uses);
	return !r->cut;
}

static bool
is_line(const struct list *revisions)
{
	const struct revision *r, *last = NULL;
	size_t i;

	for (i = 0; i < revisions->n; i++) {
		r = revisions->v[i];
		if (r->unplaced)
			continue;
		if (r->depends_on.n || r->parents.n > 1 ||
		    !same(r->parents.n ? r->parents.v[0] : NULL, last ? last->id : NULL))
			return false;
		last = r;
	}
	return true;
}

static void
replay_line(struct schema *s, const struct list *revisions, const struct revision *last)
{
	struct revision *r;
	size_t i;

	for (i = 0; i < revisions->n; i++) {
		r = revisions->v[i];
		if (r->unplaced)
			continue;
		diag_hold(r->file);
		replay_revision(s, r);
		if (r->cut || r == last)
			return;
	}
}

/* those of a set that nothing of it is built upon */
static struct list
heads(const struct branches *b, const unsigned char *set)
{
	unsigned char *below = set_new(b);
	struct list all = {0};
	size_t i;

	for (i = 0; i < b->revisions->n; i++)
		if (has(set, i))
			add_below(b, i, below);
	for (i = 0; i < b->revisions->n; i++)
		if (has(set, i) && !has(below, i))
			list_add(&all, at_index(b, i));
	return all;
}

static void
find_below(struct branches *b)
{
	const struct strs *lists[2];
	const struct revision *r, *other;
	struct map by_id = {0};
	struct below *below;
	size_t i, j, k;

	b->below = alloc((b->revisions->n + 1) * sizeof *b->below);
	for (i = 0; i < b->revisions->n; i++)
		map_put(&by_id, at_index(b, i)->id, at_index(b, i));
	for (i = 0; i < b->revisions->n; i++) {
		r = at_index(b, i);
		lists[0] = &r->parents;
		lists[1] = &r->depends_on;
		below = &b->below[i];
		below->v = alloc((r->parents.n + r->depends_on.n + 1) * sizeof *below->v);
		for (j = 0; !r->unplaced && j < LEN(lists); j++)
			for (k = 0; k < lists[j]->n; k++) {
				other = map_get(&by_id, lists[j]->v[k]);
				below->v[below->n++] = other->index;
			}
	}
}

static bool
stands_on(const struct branches *b, size_t i, const unsigned char *set)
{
	size_t j;

	for (j = 0; j < b->below[i].n; j++)
		if (has(set, b->below[i].v[j]))
			return true;
	return false;
}

struct schema *
branches_replay(const struct config *c, const struct list *revisions, const struct revision *last)
{
	struct branches b = {.s = replay_start(c), .revisions = revisions};
	unsigned char *wanted, *replayed, *left_out;
	struct list tips;
	size_t i;

	if (is_line(revisions)) {
		replay_line(b.s, revisions, last);
		return b.s;
	}
	b.stack = alloc((revisions->n + 1) * sizeof *b.stack);
	find_below(&b);
	left_out = set_new(&b);
	replayed = set_new(&b);
	wanted = last ? lineage_of(&b, last) : NULL;
	for (i = 0; i < revisions->n; i++) {
		if ((wanted && !has(wanted, i)) || at_index(&b, i)->unplaced)
			continue;
		if (stands_on(&b, i, left_out) || !replay_one(&b, at_index(&b, i)))
			add(left_out, i);
		else
			add(replayed, i);
	}
	say_makers(&b);
	tips = heads(&b, replayed);
	if (tips.n > 1 && !errors())
		compare_all(&b, &tips);
	if (!errors())
		go_to(&b, replayed);
	return b.s;
}
