/* The way back of ALTER INDEX … ATTACH PARTITION, which PostgreSQL does not have: the topmost index is dropped, and with it all
   its parts; then what was there before the revision is made again, and attached as it was.

   It is done for all of a revision at once, when what was attached last is taken back. What is new in the revision is not made
   again, for it would only be dropped; and where that is all of it, nothing is done: it goes when the topmost one does.

   And the way back of what dropped parts together with an index that not all partitions have: that is made ONLY on its table,
   and so each part is made and attached. */
#include "kind.h"

struct detach_index {
	struct op op;
	struct qname name;

	struct list ops; /* struct op: what was done */
};

struct bring_part {
	struct op op;
	struct qname table;
	const struct constraint *constraint; /* whose index it is, or NULL */
	const struct index *index;

	bool applied;
	struct list ops; /* struct op: what was done */
};

/* an index in a tree of them: of the one that the others are parts of, the first */
struct part {
	const struct table *table;
	const struct constraint *constraint; /* whose it is, or NULL */
	const struct index *index;
	const struct part *whole;
};

static const char *
part_name(const struct part *p)
{
	return p->constraint ? p->constraint->name : p->index->name;
}

static struct qname
part_qname(const struct part *p)
{
	return (struct qname){p->table->object.name.schema, part_name(p)};
}

static bool
is_new(const struct schema *s, const struct part *p)
{
	return (p->constraint ? p->constraint->id : p->index->id) > s->first_id;
}

static unsigned
attached(const struct part *p)
{
	return p->constraint ? p->constraint->attached : p->index->attached;
}

/* the same in a partition; false where there is none */
static bool
part_in(const struct table *t, const struct part *whole, struct part *p)
{
	*p = (struct part){.table = t, .whole = whole};
	if (whole->constraint)
		p->constraint = constraint_part(t, whole->constraint);
	else
		p->index = index_part(t, whole->index);
	return p->constraint || p->index;
}

static void
collect(const struct schema *s, struct part *p, struct list *all)
{
	struct list below = children(s, p->table);
	struct part found;
	size_t i;

	list_add(all, p);
	for (i = 0; i < below.n; i++)
		if (part_in(below.v[i], p, &found))
			collect(s, copy(&found, sizeof found), all);
}

/* what an index of the table above has as its part in p's table is p */
static bool
is_whole(const struct part *above, const struct part *p)
{
	struct part found;

	return part_in(p->table, above, &found) && found.index == p->index &&
	       found.constraint == p->constraint;
}

/* the one that p is a part of, into *p; false where it is of none */
static bool
climb(const struct schema *s, struct part *p)
{
	const struct object *o = schema_find(s, SPACE_RELATION, p->table->partition_of);
	struct part above = {.table = (const struct table *)o};
	bool inherited = p->constraint ? p->constraint->inherited : p->index->inherited;
	size_t i;

	if (!inherited || !o || o->noun != &table_noun)
		return false;
	for (i = 0; p->index && i < above.table->indexes.n; i++) {
		above.index = above.table->indexes.v[i];
		if (is_whole(&above, p))
			return *p = above, true;
	}
	above.index = NULL;
	for (i = 0; p->constraint && i < above.table->constraints.n; i++) {
		above.constraint = above.table->constraints.v[i];
		if (constraint_has_index(above.constraint) && is_whole(&above, p))
			return *p = above, true;
	}
	return false;
}

const struct table *
index_whole(const struct schema *s, const struct table *t, const struct constraint *c,
            const struct index *x, const char **name)
{
	struct part p = {.table = t, .constraint = c, .index = x};

	if (!climb(s, &p))
		return NULL;
	*name = part_name(&p);
	return p.table;
}

static void
drop(struct diff *d, const struct part *p)
{
	if (p->constraint)
		constraint_drop(d, PHASE_DROP_CONSTRAINT, p->table->object.name, part_name(p),
		                true);
	else
		index_drop(d, p->table, p->index, p->index->unique);
}

/* alone: its parts are attached to it again */
static void
make(struct diff *d, const struct part *p)
{
	bool only = p->table->partition_by;
	struct constraint c;
	struct index x;

	if (p->constraint) {
		c = *p->constraint;
		c.only = only;
		c.inherited = false;
		c.attached = 0;
		constraint_create(d, p->table->object.name, &c);
		return;
	}
	x = *p->index;
	x.only = only;
	x.inherited = false;
	x.attached = 0;
	index_make(d, p->table->object.name, &x, x.concurrently && !only);
}

/* what leads to what was there before the revision */
static struct list
way_back(const struct op *op, const struct schema *s, const struct list *all)
{
	struct diff d = {.at = op->at};
	const struct part *p;
	size_t i;

	drop(&d, all->v[0]);
	for (i = 0; i < all->n; i++) {
		p = all->v[i];
		if (is_new(s, p))
			continue;
		make(&d, p);
		if (p->whole && attached(p) <= s->first_id)
			index_attach(&d, part_qname(p->whole), part_qname(p), s->first_id);
	}
	return diff_ops(&d);
}

/* something in the tree was attached in this revision, and something was there before */
static bool
is_concerned(const struct schema *s, const struct list *all)
{
	bool now = false, before = false;
	const struct part *p;
	size_t i;

	for (i = 0; i < all->n; i++) {
		p = all->v[i];
		now |= attached(p) > s->first_id;
		before |= !is_new(s, p);
	}
	return now && before;
}

static enum applied
apply_all(struct schema *s, const struct list *ops)
{
	enum applied result;
	size_t i;

	for (i = 0; i < ops->n; i++) {
		result = op_apply(ops->v[i], s);
		if (result != APPLIED)
			return result;
	}
	return APPLIED;
}

static void
render_all(const struct list *ops, struct list *steps)
{
	const struct op *one;
	size_t i;

	for (i = 0; i < ops->n; i++) {
		one = ops->v[i];
		one->class->render(one, steps);
	}
}

static enum applied
detach_apply(struct op *o, struct schema *s)
{
	struct detach_index *op = (struct detach_index *)o;
	struct part top = {0};
	struct list all = {0};
	enum applied result;

	op->ops = (struct list){0};
	if (!schema_find(s, SPACE_RELATION, op->name))
		return APPLIED;
	top.table = need_index_table(o, s, op->name, &result);
	if (!top.table)
		return result;
	top.index = table_index(top.table, op->name.name);
	top.constraint = top.index ? NULL : table_constraint(top.table, op->name.name);
	while (climb(s, &top))
		;
	collect(s, &top, &all);
	if (is_concerned(s, &all))
		op->ops = way_back(o, s, &all);
	return apply_all(s, &op->ops);
}

static void
detach_render(const struct op *o, struct list *steps)
{
	render_all(&((const struct detach_index *)o)->ops, steps);
}

static const struct field no_fields[] = {{0}};

static const struct op_class detach_index = {
	.shape = {"detach_index", CALL_ARGUMENTS, sizeof(struct detach_index), no_fields},
	.apply = detach_apply,
	.render = detach_render,
};

struct op *
detach_index_new(struct loc at, struct qname whole)
{
	struct detach_index *op = op_new(&detach_index, at);

	op->name = whole;
	return &op->op;
}

/* ---- a part that does not come with its whole ---- */

/* the index ONLY on the table above that p would be a part of, into *whole; false where there is none, or it has its part there */
static bool
lacks(const struct schema *s, const struct part *p, struct part *whole)
{
	const struct object *o = schema_find(s, SPACE_RELATION, p->table->partition_of);
	const struct table *above = (const struct table *)o;
	struct table alone = {0};
	struct part found;
	size_t i;

	if (!o || o->noun != &table_noun)
		return false;
	if (p->constraint)
		list_add(&alone.constraints, copy(p->constraint, sizeof *p->constraint));
	else
		list_add(&alone.indexes, copy(p->index, sizeof *p->index));
	*whole = (struct part){.table = above};
	for (i = 0; p->index && i < above->indexes.n; i++) {
		whole->index = above->indexes.v[i];
		if (whole->index->only && part_in(&alone, whole, &found) &&
		    !part_in(p->table, whole, &found))
			return true;
	}
	for (i = 0; p->constraint && i < above->constraints.n; i++) {
		whole->constraint = above->constraints.v[i];
		if (whole->constraint->only && part_in(&alone, whole, &found) &&
		    !part_in(p->table, whole, &found))
			return true;
	}
	return false;
}

static enum applied
bring_apply(struct op *o, struct schema *s)
{
	struct bring_part *op = (struct bring_part *)o;
	const struct object *t = schema_find(s, SPACE_RELATION, op->table);
	struct part p = {.constraint = op->constraint, .index = op->index}, whole;
	struct diff d = {.at = o->at};

	op->applied = true;
	op->ops = (struct list){0};
	if (!t || t->noun != &table_noun)
		return APPLIED;
	p.table = (const struct table *)t;
	if (!lacks(s, &p, &whole))
		return APPLIED;
	make(&d, &p);
	index_attach(&d, part_qname(&whole), part_qname(&p), attached(&p));
	op->ops = diff_ops(&d);
	return apply_all(s, &op->ops);
}

static void
bring_render(const struct op *o, struct list *steps)
{
	const struct bring_part *op = (const struct bring_part *)o;
	struct part p = {.constraint = op->constraint, .index = op->index};
	struct table t = {.object.name = op->table};
	struct diff d = {.at = o->at};
	struct list ops;

	/* what a difference says is missing */
	if (!op->applied) {
		p.table = &t;
		make(&d, &p);
		ops = diff_ops(&d);
		render_all(&ops, steps);
		return;
	}
	render_all(&op->ops, steps);
}

static const struct op_class bring_part = {
	.shape = {"bring_part", CALL_ARGUMENTS, sizeof(struct bring_part), no_fields},
	.apply = bring_apply,
	.render = bring_render,
};

void
part_bring(struct diff *d, struct qname table, const struct constraint *c, const struct index *x)
{
	struct bring_part *op = op_new(&bring_part, d->at);

	op->table = table;
	op->constraint = c;
	op->index = x;
	diff_add(d, PHASE_CREATE_INDEX, op);
}
