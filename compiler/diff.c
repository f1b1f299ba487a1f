/* Operations without an order of their own, and the difference of two schemas.

   Every kind says what makes, unmakes and alters one of its objects, as for ways down. The order is found by trying: what is
   refused waits until others have run. Where something that stays as it is stands in the way (a view of a column that gets another
   type), it goes before and comes back. */
#include <stdlib.h>
#include <string.h>

#include "diff.h"
#include "kind/code.h"

/* the one that a revision is ends where one of its steps refuses it */
static bool
commits(const struct op *op)
{
	return op_says(op, "concurrently") || op_says(op, "commit");
}

struct list
apply_in_order(struct schema *s, const struct list *ops, bool apart, struct list *refused)
{
	bool quiet = diag_quiet(true), at_last = false;
	struct list todo = *ops, later, done = {0};
	size_t excused, mark, before, i;
	enum applied result;

	do {
		later = (struct list){0};
		before = done.n;
		for (i = 0; i < todo.n; i++) {
			excused = s->excused.n;
			mark = schema_mark(s);
			result = op_apply(todo.v[i], s);
			if (result == REFUSED || (result == UNKNOWN && later.n && !at_last)) {
				schema_back(s, mark);
				map_cut(&s->excused, excused);
				list_add(&later, todo.v[i]);
				continue;
			}
			mentions_reach(s, mark);
			uses_keep(s, mark);
			if (apart || commits(todo.v[i]))
				end_transaction(s);
			list_add(&done, todo.v[i]);
		}
		/* what it names may be what waits; where nothing else can be done, it is what nobody could follow */
		at_last = done.n == before && !at_last;
		todo = later;
	} while (todo.n && (done.n > before || at_last));
	diag_quiet(quiet);
	*refused = todo;
	return done;
}

/* ---- the difference of two schemas ---- */

struct difference {
	struct diff diff;
	struct loc at;
	bool sorted;       /* by name, and not as they were made */
	struct list again; /* struct object: those that go and come back */
};

static void
count(const struct diff *d, size_t *n)
{
	size_t i;

	for (i = 0; i < N_PHASES; i++)
		n[i] = d->ops[i].n;
}

/* what was added since is about o */
static void
concern(struct difference *d, const size_t *before, const struct object *o)
{
	size_t i, j;

	for (i = 0; i < N_PHASES; i++)
		for (j = before[i]; j < d->diff.ops[i].n; j++)
			((struct op *)d->diff.ops[i].v[j])->about = o;
}

static void
begin_at(struct difference *d, const struct object *o)
{
	d->diff.at = o->at.file ? o->at : d->at;
}

static void
remake(struct diff *d, const struct object *from, const struct object *to)
{
	if (to->noun->remake && from->noun == to->noun) {
		to->noun->remake(d, from, to);
		return;
	}
	from->noun->drop(d, from);
	to->noun->create(d, to);
}

static void
lead_to(struct difference *d, const struct schema *s, const struct object *to)
{
	const struct object *from = object_namesake(s, to);
	size_t before[N_PHASES];

	count(&d->diff, before);
	begin_at(d, to);
	if (from && list_has(&d->again, from))
		remake(&d->diff, from, to);
	else if (from)
		to->noun->alter(&d->diff, from, to);
	else
		to->noun->create(&d->diff, to);
	concern(d, before, from ? from : to);
}

static int
compare_names(const void *a, const void *b)
{
	const struct object *x = *(struct object *const *)a, *y = *(struct object *const *)b;
	int schemas = strcmp(x->name.schema ? x->name.schema : "",
	                     y->name.schema ? y->name.schema : ""),
	    names = strcmp(x->name.name, y->name.name);

	if (schemas)
		return schemas;
	return names ? names : (int)x->noun->space - (int)y->noun->space;
}

/* the tables that a table inherits from, and that its foreign keys refer to */
static struct list
needed_by(const struct schema *s, const struct table *t)
{
	struct list names = list_copy(&t->inherits), needed = {0};
	const struct constraint *c;
	struct object *o;
	size_t i;

	if (t->partition_of.name)
		list_add(&names, copy(&t->partition_of, sizeof t->partition_of));
	for (i = 0; i < t->constraints.n; i++) {
		c = t->constraints.v[i];
		if (c->type == 'f')
			list_add(&names, copy(&c->references.table, sizeof(struct qname)));
	}
	for (i = 0; i < names.n; i++) {
		o = schema_find(s, SPACE_RELATION, *(const struct qname *)names.v[i]);
		if (o && o->noun == &table_noun)
			list_add(&needed, o);
	}
	return needed;
}

/* o behind what it needs, where that can be */
static void
add_behind(const struct schema *s, struct object *o, bool sorted, bool *seen, struct list *ordered)
{
	struct list needed = {0};
	size_t i;

	if (seen[o->id])
		return;
	seen[o->id] = true;
	if (o->noun == &table_noun)
		needed = needed_by(s, (struct table *)o);
	if (sorted && needed.n)
		qsort(needed.v, needed.n, sizeof *needed.v, compare_names);
	for (i = 0; i < needed.n; i++)
		add_behind(s, needed.v[i], sorted, seen, ordered);
	list_add(ordered, o);
}

static struct list
in_order(const struct schema *s, bool sorted)
{
	bool *seen = alloc(s->last_id + 1);
	struct list all = {0}, ordered = {0};
	struct object *o;
	size_t i;

	for (i = 0; i < s->by_id.n; i++) {
		o = s->by_id.v[i];
		if (o && o->noun->create)
			list_add(&all, o);
	}
	if (sorted && all.n)
		qsort(all.v, all.n, sizeof *all.v, compare_names);
	for (i = 0; i < all.n; i++)
		add_behind(s, all.v[i], sorted, seen, &ordered);
	return ordered;
}

static void
differ(struct difference *d, const struct schema *s, const struct schema *to)
{
	struct list ordered = in_order(to, d->sorted);
	size_t before[N_PHASES], i;
	const struct object *o;

	d->diff.by_name = d->diff.unrelated = true;
	d->diff.schema = s;
	d->diff.target = to;
	for (i = s->by_id.n; i-- > 0;) {
		o = s->by_id.v[i];
		if (!o || !o->noun->create || object_namesake(to, o))
			continue;
		count(&d->diff, before);
		begin_at(d, o);
		o->noun->drop(&d->diff, o);
		concern(d, before, o);
	}
	for (i = 0; i < ordered.n; i++)
		lead_to(d, s, ordered.v[i]);
}

/* ---- what stands in the way ---- */

static void
add_again(struct schema *s, struct object *o, const char *column, struct list *again)
{
	struct list users = code_with(s, o, column);
	size_t i;

	for (i = 0; i < users.n; i++) {
		if (list_has(again, users.v[i]))
			continue;
		list_add(again, users.v[i]);
		add_again(s, users.v[i], NULL, again);
	}
}

static void
add_key(struct constraint *k, struct list *again)
{
	if (!list_has(again, k))
		list_add(again, k);
}

/* the foreign keys of a table, and to it; or of a column */
static void
add_keys(const struct schema *s, const struct object *o, const char *column, struct list *again)
{
	const struct table *t = (const struct table *)o;
	struct list keys = foreign_keys_to(s, t);
	struct constraint *k;
	size_t i;

	for (i = 0; i + 1 < keys.n; i += 2) {
		k = keys.v[i + 1];
		if (!column || strs_has(&k->references.columns, column))
			add_key(k, again);
	}
	for (i = 0; i < t->constraints.n; i++) {
		k = t->constraints.v[i];
		if (k->type == 'f' &&
		    (!column || constraint_uses_column(k, column) || refers_to_own(t, k, column)))
			add_key(k, again);
	}
}

/* adds what may be in the way of what was refused; first what has to do with its column */
static void
add_in_way(struct difference *d, struct schema *s, const struct list *refused, bool all)
{
	const struct op *op;
	const char *column;
	struct object *o;
	size_t i;

	for (i = 0; i < refused->n; i++) {
		op = refused->v[i];
		o = object_namesake(s, op->about);
		column = all ? NULL : column_changed(op);
		/* a type that came back would have taken the values with it */
		if (!o || base_type_has_values(s, o))
			continue;
		add_again(s, o, column, &d->again);
		if (o->noun == &table_noun)
			add_keys(s, o, column, &d->diff.again);
		else
			parts_saying(s, o, &d->diff.again);
	}
}

/* false where nothing new may be in the way */
static bool
clear(struct difference *d, struct schema *s, const struct list *refused)
{
	size_t before = d->again.n + d->diff.again.n;

	add_in_way(d, s, refused, false);
	if (d->again.n + d->diff.again.n == before)
		add_in_way(d, s, refused, true);
	return d->again.n + d->diff.again.n > before;
}

/* ---- what has another name ---- */

/* the operations that give all the names that they have from now on */
static struct list
renames(const struct schema *s, const struct schema *to, bool derived, struct loc at)
{
	struct list changes = objects_renamed(s, to, derived);
	struct diff d = {.at = at, .schema = s};
	const struct change *c;
	struct object *renamed;
	size_t i;

	for (i = 0; i < changes.n; i++) {
		c = changes.v[i];
		renamed = object_copy(c->from);
		renamed->name = c->to->name;
		if (code_kind(renamed))
			((struct code *)renamed)->name = ((const struct code *)c->to)->name;
		if (renamed->noun->rename_parts)
			renamed->noun->rename_parts(renamed, c->to);
		d.at = c->to->at.file ? c->to->at : at;
		renamed->noun->alter(&d, c->from, renamed);
	}
	return diff_ops(&d);
}

/* what goes, and would be lost if it were the same as something that comes: struct object */
static struct list
going(const struct schema *s, const struct schema *to)
{
	struct list all = {0};
	const struct object *o;
	size_t i;

	for (i = 0; i < s->by_id.n; i++) {
		o = s->by_id.v[i];
		if (o && o->noun->resembles && !object_namesake(to, o))
			list_add(&all, s->by_id.v[i]);
	}
	return all;
}

/* names what goes and comes and may be the same: written so, its rows would be lost */
static void
warn_renamed(const struct schema *s, const struct schema *to)
{
	struct list goes = going(s, to);
	const struct object *o, *was;
	size_t i, j;

	for (i = 0; i < to->by_id.n; i++) {
		o = to->by_id.v[i];
		if (!o || !o->noun->resembles)
			continue;
		was = object_namesake(s, o);
		if (was) {
			o->noun->warn_renamed(was, o);
			continue;
		}
		for (j = 0; j < goes.n; j++) {
			was = goes.v[j];
			if (was->noun == o->noun && o->noun->resembles(was, o))
				warn_resembles(was, o);
		}
	}
}

static void
add_apart(struct op *op, struct list *ops)
{
	struct list all = op->class->apart(op);
	size_t i;

	for (i = 0; i < all.n; i++)
		((struct op *)all.v[i])->about = op->about;
	list_append(ops, &all);
}

/* without those that turned out to have nothing to do: what they were about came with something else */
static struct list
with_steps(const struct list *ops)
{
	struct list needed = {0}, steps;
	struct op *op;
	size_t i;

	for (i = 0; i < ops->n; i++) {
		op = ops->v[i];
		steps = (struct list){0};
		op->class->render(op, &steps);
		if (steps.n && op->class->apart)
			add_apart(op, &needed);
		else if (steps.n)
			list_add(&needed, op);
	}
	return needed;
}

/* what went with the view that it belongs to is gone: to drop it later would be to drop what is made anew */
static struct list
not_gone(const struct difference *d, const struct schema *s, const struct list *ops)
{
	struct list left = {0};
	const struct op *op;
	size_t i;

	for (i = 0; i < ops->n; i++) {
		op = ops->v[i];
		if (object_namesake(s, op->about) || !list_has(&d->again, op->about))
			list_add(&left, ops->v[i]);
	}
	return left;
}

/* first all that goes, as far as that can, for what is made may stand in its way */
static struct list
apply_phases(struct schema *s, const struct schema *to, const struct difference *d,
             struct list *refused)
{
	struct list drops = {0}, rest, done, more;
	size_t i;

	for (i = 0; i < PHASE_CREATE_SCHEMA; i++)
		list_append(&drops, &d->diff.ops[i]);
	done = apply_in_order(s, &drops, false, &rest);
	rest = not_gone(d, s, &rest);
	for (; i < N_PHASES; i++)
		list_append(&rest, &d->diff.ops[i]);
	s->awaited = schema_hides_any(to) ? &to->objects : NULL;
	more = apply_in_order(s, &rest, false, refused);
	s->awaited = NULL;
	list_append(&done, &more);
	return done;
}

/* in one transaction, and once more where it uses labels of enums that it adds: these are committed then */
static struct list
apply_as_one(struct schema *s, const struct schema *to, const struct difference *d,
             struct list *refused)
{
	size_t mark = schema_mark(s);
	struct list done;

	for (;;) {
		end_transaction(s);
		*s->early_label = false;
		done = apply_phases(s, to, d, refused);
		if (!*s->early_label)
			return done;
		schema_back(s, mark);
	}
}

/* makes `to` of s, or as much of it as a statement does by itself: what is done to a table is done to those below it, too */
static struct list
approach(struct schema *s, const struct schema *to, const struct difference *how, bool first,
         struct list *refused)
{
	struct difference d = *how, next;
	size_t mark = schema_mark(s);
	struct list done;

	for (;;) {
		differ(&d, s, to);
		done = first ? apply_as_one(s, to, &d, refused) : apply_phases(s, to, &d, refused);
		if (!refused->n)
			break;
		next = *how;
		next.again = d.again;
		next.diff.again = d.diff.again;
		schema_back(s, mark);
		if (!clear(&next, s, refused)) {
			done = apply_phases(s, to, &d, refused);
			break;
		}
		d = next;
	}
	return with_steps(&done);
}

/* until nothing is left, or nothing more can be done. One time is enough but for what ALTER does to tables below, which the next sees */
static struct list
approach_all(struct schema *s, const struct schema *to, const struct difference *how,
             struct list *refused)
{
	const size_t most = 4;
	struct list all = {0}, done;
	const struct op *op;
	size_t i;

	for (i = 0; i <= most; i++) {
		done = approach(s, to, how, i == 0, refused);
		list_append(&all, &done);
		if (!done.n || refused->n)
			return all;
	}
	op = done.v[0];
	fatal("%s %s is not as it should be, though %s ran %zu times: a mistake of migratec",
	      op->about->noun->name, plain_qname(op->about->name), op->class->shape.name, most);
}

/* what is renamed above a table reaches it and may free a name there; what follows from the names of others comes last */
static struct list
rename_all(struct schema *s, const struct schema *to, struct loc at, struct list *refused)
{
	struct list all = {0}, ops, done;
	bool derived = false;
	size_t before;

	for (;;) {
		before = schema_mark(s);
		ops = renames(s, to, derived, at);
		done = apply_in_order(s, &ops, true, refused);
		list_append(&all, &done);
		if (refused->n || (derived && schema_mark(s) == before))
			return with_steps(&all);
		derived |= schema_mark(s) == before;
	}
}

struct list
schema_diff(struct schema *s, const struct schema *to, struct loc at, struct list *refused)
{
	struct difference how = {.at = at};
	struct list all = rename_all(s, to, at, refused), more;

	if (refused->n)
		return all;
	warn_renamed(s, to);
	more = approach_all(s, to, &how, refused);
	list_append(&all, &more);
	return all;
}

struct list
schema_declare(struct schema *s, const struct schema *to, struct list *refused)
{
	return approach_all(s, to, &(struct difference){.sorted = true}, refused);
}

bool
schema_leave_out(const struct schema *s, struct schema *to, const struct op *refused)
{
	const struct object *o = refused->about;

	/* it may be gone with another by now */
	if (object_namesake(s, o) || !to->by_id.v[o->id])
		return false;
	remove_object(to, o->id);
	return true;
}
