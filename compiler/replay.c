/* Replay: every operation of a revision applied to a schema value.

   The way down is derived operation by operation, from the pairs of objects that each one changed. It is then proved: the
   downgrade, derived or written, is applied to the schema too, and what it leaves is compared with what was there before
   the revision. */
#include <string.h>

#include "kind/kind.h"
#include "place.h"
#include "replay.h"

static void
put_namespace(struct schema *s, const char *name, const char *comment)
{
	struct namespace *n;

	if (schema_find(s, SPACE_SCHEMA, (struct qname){NULL, name}))
		return;
	n = alloc(sizeof *n);
	n->object.noun = &namespace_noun;
	n->object.id = schema_id(s);
	n->object.name.name = name;
	n->object.comment = comment;
	schema_put(s, &n->object);
}

static void
put_cluster(struct schema *s)
{
	struct object *o = alloc(sizeof *o);

	o->noun = &cluster_noun;
	o->id = schema_id(s);
	o->name = (struct qname){"", ""};
	schema_put(s, o);
}

/* every database has it */
static void
put_plpgsql(struct schema *s)
{
	struct extension *e = alloc(sizeof *e);

	e->object.noun = &extension_noun;
	e->object.id = schema_id(s);
	e->object.name = (struct qname){"pg_catalog", "plpgsql"};
	e->object.comment = "PL/pgSQL procedural language";
	schema_put(s, &e->object);
}

struct schema *
replay_start(const struct config *c)
{
	struct schema *s = schema_new(&c->schema);
	const char *const *own;
	const struct variable *v;
	size_t i;

	s->postgres = c->postgres;
	s->history = c->history_schema;
	put_cluster(s);
	put_namespace(s, "public", "standard public schema");
	put_namespace(s, c->history_schema, NULL);
	put_plpgsql(s);
	/* migrate's own tables are there before the first migration runs */
	for (own = migrate_tables; *own; own++)
		schema_excuse(s, *own);
	/* what a variable names may be there, or not */
	for (i = 0; i < variables()->n; i++) {
		v = variables()->v[i];
		if (v->is_name || !v->value)
			schema_excuse(s,
			              v->value ? v->value : strf("%c%s", VARIABLE_MARK, v->name));
	}
	s->first_id = s->last_id;
	s->transaction = 1;
	sql_default_schema(c->schema.v[0]);
	return s;
}

static void
bring_back(struct diff *d, const struct schema *s, const struct object *o, struct list *gaps)
{
	if (o->unfollowed.file && !schema_is_new(s, o))
		gap_add(gaps, d->at,
		        strf("%s %s would come back without what the SQL at %s:%d made for it; write a downgrade()",
		             o->noun->name, plain_qname(o->name), o->unfollowed.file,
		             o->unfollowed.line));
	o->noun->create(d, o);
}

/* the operations that turn what changed since mark back, into d */
static void
undo(struct diff *d, const struct schema *s, size_t mark, struct list *gaps)
{
	struct list changes = schema_changes(s, mark);
	const struct change *c;
	const struct noun *noun;
	size_t i;

	/* what was made last goes first */
	for (i = changes.n; i-- > 0;) {
		c = changes.v[i];
		noun = c->from ? c->from->noun : c->to->noun;
		if (!noun->create)
			continue;
		if (!c->from)
			noun->drop(d, c->to);
		else if (!c->to)
			bring_back(d, s, c->from, gaps);
		else
			noun->alter(d, c->to, c->from);
	}
}

static bool
no_transaction(const struct list *steps, size_t from)
{
	for (; from < steps->n; from++)
		if (((struct step *)steps->v[from])->flags & STEP_NO_TRANSACTION)
			return true;
	return false;
}

/* applies and renders one operation; its steps go to the end of steps */
static enum applied
run(struct schema *s, struct op *op, struct list *steps)
{
	enum applied result;
	size_t first = steps->n, mark = schema_mark(s), i;

	/* what came before is committed where a step refuses a transaction, and so is that step itself */
	if (s->alone || op_says(op, "concurrently") || op_says(op, "commit"))
		end_transaction(s);
	*s->used_label = false;
	result = op_apply(op, s);
	if (result == REFUSED)
		return REFUSED;
	mentions_reach(s, mark);
	uses_keep(s, mark);
	op->class->render(op, steps);
	if (result == UNKNOWN && steps->n == first)
		return op_error(
			op, E_NO_OBJECT,
			"nothing is known here of what it is about; say it in SQL, with execute");
	for (i = first; i < steps->n && *s->used_label; i++)
		((struct step *)steps->v[i])->flags |= STEP_AFTER_COMMIT;
	if (no_transaction(steps, first))
		end_transaction(s);
	return result;
}

/* ---- operations for some servers only ---- */

/* operations that stand beside each other and are each for some servers only, run since mark: one of them is judged without those
   that no server of its own is sent, so that both may make the same thing. Then all that can stands, for what follows. */
struct beside {
	struct list ops;
	size_t mark;
};

static void
run_again(struct schema *s, const struct list *ops, const struct op *op, bool apart)
{
	bool quiet = diag_quiet(true), again = s->again;
	struct list unused = {0};
	size_t i;

	s->again = true;
	for (i = 0; i < ops->n; i++)
		if (servers_apart(ops->v[i], op) == apart)
			run(s, ops->v[i], &unused);
	s->again = again;
	diag_quiet(quiet);
}

static bool
any_apart(const struct list *ops, const struct op *op)
{
	size_t i;

	for (i = 0; i < ops->n; i++)
		if (servers_apart(ops->v[i], op))
			return true;
	return false;
}

/* before op runs */
static void
step_beside(struct schema *s, struct beside *b, const struct op *op)
{
	if (!op->servers.since && !op->servers.before)
		b->ops.n = 0;
	if (!b->ops.n)
		b->mark = schema_mark(s);
	if (!any_apart(&b->ops, op))
		return;
	schema_back(s, b->mark);
	run_again(s, &b->ops, op, false);
}

/* after it has run, and what it changed was looked at */
static void
step_back(struct schema *s, struct beside *b, struct op *op)
{
	if (!op->servers.since && !op->servers.before)
		return;
	run_again(s, &b->ops, op, true);
	list_add(&b->ops, op);
}

/* CASCADE may take what is known by name alone, and would not come back */
static void
lost(const struct op *op, const struct schema *s, size_t mark, struct list *gaps)
{
	struct list changes = schema_changes(s, mark);
	const struct change *c;
	size_t i;

	for (i = 0; i < changes.n; i++) {
		c = changes.v[i];
		if (c->from && !c->to && !c->from->noun->create)
			gap_add(gaps, op->at,
			        strf("%s: %s %s, which goes too, would not come back; write a downgrade()",
			             op->class->shape.name, c->from->noun->name,
			             plain_qname(c->from->name)));
	}
}

/* how op is undone, into down, where what runs first stands last; true where that is no more than the difference of the schemas */
static bool
invert(const struct op *op, const struct schema *s, size_t mark, bool concurrently,
       struct list *down, struct list *gaps)
{
	struct diff d = {
		.at = op->at, .concurrently = concurrently, .first_id = s->first_id, .schema = s};
	struct list ops = {0}, derived;
	bool plain;
	size_t i;

	if (op_says(op, "cascade"))
		lost(op, s, mark, gaps);
	if (!op->class->invert || !op->class->invert(op, s, &ops, gaps)) {
		plain = !ops.n && !op->servers.since && !op->servers.before;
		undo(&d, s, mark, gaps);
		derived = diff_ops(&d);
		list_append(&derived, &ops);
		ops = derived;
	} else {
		plain = !ops.n;
	}
	for (i = ops.n; i-- > 0;) {
		((struct op *)ops.v[i])->servers = op->servers;
		list_add(down, ops.v[i]);
	}
	return plain;
}

/* ---- proof ---- */

/* the change that made, or took away, an object of the same noun and name as o */
static const struct change *
namesake(const struct list *changes, const struct object *o, bool made)
{
	const struct change *c;
	const struct object *other;
	size_t i;

	for (i = 0; i < changes->n; i++) {
		c = changes->v[i];
		if (made ? c->from != NULL : c->to != NULL)
			continue;
		other = made ? c->to : c->from;
		if (other->noun == o->noun && same(other->name.schema, o->name.schema) &&
		    same(other->name.name, o->name.name))
			return c;
	}
	return NULL;
}

/* the operations that would still be needed to have the schema as it was at mark */
static struct list
difference(const struct schema *s, size_t mark, struct loc at)
{
	struct list changes = schema_changes(s, mark);
	struct diff d = {.at = at, .by_name = true, .schema = s};
	const struct change *c, *other;
	const struct noun *noun;
	size_t i;

	for (i = 0; i < changes.n; i++) {
		c = changes.v[i];
		noun = c->from ? c->from->noun : c->to->noun;
		if (!noun->create)
			continue;
		if (c->from && c->to) {
			noun->alter(&d, c->to, c->from);
		} else if (c->from) {
			other = namesake(&changes, c->from, true);
			if (other)
				noun->alter(&d, other->to, c->from);
			else
				noun->create(&d, c->from);
		} else if (!namesake(&changes, c->to, false)) {
			noun->drop(&d, c->to);
		}
	}
	return diff_ops(&d);
}

/* what is not as it was at mark, and no operation can make so */
static void
warn_lost(const struct schema *s, size_t mark, struct loc at, const char *what)
{
	struct list changes = schema_changes(s, mark);
	const struct change *c;
	struct strs lost = {0};
	size_t i;

	for (i = 0; i < changes.n; i++) {
		c = changes.v[i];
		if (c->from && c->to && c->to->noun->lost)
			c->to->noun->lost(c->to, c->from, &lost);
	}
	for (i = 0; i < lost.n; i++)
		warn_at(at, "%s does not give back the schema as it was before: %s", what,
		        lost.v[i]);
}

static const char *
first_line(const char *sql)
{
	size_t n = strcspn(sql, "\r\n");

	return sql[n] ? strf("%.*s …", (int)n, sql) : sql;
}

static void
warn_difference(const struct schema *s, size_t mark, struct loc at, const char *what)
{
	struct list ops = difference(s, mark, at), steps = {0};
	const struct step *step;
	const struct op *op;
	size_t i;

	for (i = 0; i < ops.n; i++) {
		op = ops.v[i];
		op->class->render(op, &steps);
	}
	for (i = 0; i < steps.n; i++) {
		step = steps.v[i];
		warn_at(at, "%s does not give back the schema as it was before; it still takes: %s",
		        what, first_line(step->sql));
	}
}

/* the downgrade as written: an error in it is an error like any other */
static void
written(struct schema *s, struct revision *r, size_t mark)
{
	struct beside beside = {0};
	enum applied result;
	bool unknown = false;
	size_t i;

	r->back = r->down;
	for (i = 0; i < r->down.n; i++) {
		step_beside(s, &beside, r->down.v[i]);
		result = run(s, r->down.v[i], &r->down_steps);
		step_back(s, &beside, r->down.v[i]);
		unknown |= result == UNKNOWN;
		r->down_wrong |= result == REFUSED;
	}
	if (errors() || unknown)
		return;
	warn_difference(s, mark, r->downgrade_at, "downgrade()");
	warn_lost(s, mark, r->downgrade_at, "downgrade()");
}

/* runs them as the way down of r, the last one first. One that is refused goes to later, and is forgotten; where that is NULL it ends there,
   and is returned */
static const struct op *
run_back(struct schema *s, struct revision *r, const struct list *ops, struct list *later)
{
	struct beside beside = {0};
	struct op *op;
	size_t excused, i;

	for (i = ops->n; i-- > 0;) {
		op = ops->v[i];
		excused = s->excused.n;
		step_beside(s, &beside, op);
		if (run(s, op, &r->down_steps) == REFUSED) {
			if (!later)
				return op;
			map_cut(&s->excused, excused);
			list_add(later, op);
			continue;
		}
		list_add(&r->back, op);
		step_back(s, &beside, op);
	}
	return NULL;
}

/* what needs something that comes after it is taken after that; the first that never can be, or NULL */
static const struct op *
run_back_in_turns(struct schema *s, struct revision *r, struct list ops)
{
	struct list later;
	size_t i;

	for (;;) {
		later = (struct list){0};
		run_back(s, r, &ops, &later);
		if (!later.n || later.n == ops.n)
			return later.n ? later.v[0] : NULL;
		ops = (struct list){0};
		for (i = later.n; i-- > 0;)
			list_add(&ops, later.v[i]);
	}
}

/* takes the way down; the operation that is refused, or NULL */
static const struct op *
way_back(struct schema *s, struct revision *r, const struct list *down, bool in_turns)
{
	size_t after = schema_mark(s), had_errors = errors(), excused = s->excused.n;
	const struct op *refused;

	/* once more where labels that come back are used at once */
	do {
		schema_back(s, after);
		r->down_steps = r->back = (struct list){0};
		*s->early_label = false;
		refused = in_turns ? run_back_in_turns(s, r, *down) : run_back(s, r, down, NULL);
	} while (*s->early_label && errors() == had_errors);
	if (refused) {
		schema_back(s, after);
		map_cut(&s->excused, excused);
	}
	return refused;
}

/* undoes the revision as a whole: what is made in it, and changed or taken away again, is passed over; false where that is refused */
static bool
undo_at_once(struct schema *s, struct revision *r, size_t mark, bool in_turns)
{
	struct diff d = {.at = r->at};
	struct list gaps = {0}, ops, down = {0};
	size_t i;

	undo(&d, s, mark, &gaps);
	ops = diff_ops(&d);
	for (i = ops.n; i-- > 0;)
		list_add(&down, ops.v[i]);
	return !gaps.n && !way_back(s, r, &down, in_turns);
}

/* the downgrade as derived: where it does not hold, there is none. plain: it is the difference of the schemas and nothing else */
static void
derived(struct schema *s, struct revision *r, const struct list *down, size_t mark, bool plain)
{
	bool quiet = diag_quiet(true);
	const struct op *refused = way_back(s, r, down, false);
	const char *why = refused ? str(diag_last()) : NULL;
	struct list rest;
	size_t excused, k;

	if (refused && ((plain && undo_at_once(s, r, mark, false)) || !way_back(s, r, down, true) ||
	                (plain && undo_at_once(s, r, mark, true))))
		refused = NULL;
	if (refused)
		gap_add(&r->gaps, refused->at,
		        strf("the way back that was derived cannot be taken (%s); write a downgrade()",
		             why));
	/* what comes back by way of its parent has got the server's names and the parent's defaults */
	rest = refused ? (struct list){0} : difference(s, mark, r->at);
	excused = s->excused.n;
	for (k = 0; k < rest.n; k++)
		run(s, rest.v[k], &r->down_steps);
	list_append(&r->back, &rest);
	map_cut(&s->excused, excused);
	diag_quiet(quiet);
	if (r->gaps.n || errors())
		return;
	if (rest.n)
		warn_difference(s, mark, r->at, "the derived downgrade");
	warn_lost(s, mark, r->at, "the derived downgrade");
}

static void
add_unknown(struct list *gaps, const struct op *op)
{
	struct gap g = op_unknown(op);

	gap_add(gaps, g.at, g.why);
}

static struct list
parts_of(struct op *op)
{
	struct list parts = op->class->parts ? op->class->parts(op) : (struct list){0};

	if (!parts.n)
		list_add(&parts, op);
	return parts;
}

/* variables become places, at last */
static void
write_places(struct revision *r)
{
	const char *wrong;
	struct step *step;
	size_t i;

	for (i = 0; i < r->up_steps.n; i++) {
		step = r->up_steps.v[i];
		wrong = place_write(step);
		if (wrong)
			error_at((struct loc){step->file, step->line}, E_VALUE, "%s: %s",
			         step->label, wrong);
	}
	for (i = 0; i < r->down_steps.n; i++) {
		step = r->down_steps.v[i];
		wrong = place_write(step);
		if (wrong && r->has_downgrade)
			error_at((struct loc){step->file, step->line}, E_VALUE, "%s: %s",
			         step->label, wrong);
		else if (wrong)
			gap_add(&r->gaps, (struct loc){step->file, step->line},
			        strf("%s: %s; write a downgrade()", step->label, wrong));
	}
}

struct list
replay_ops(struct revision *r)
{
	struct list parts;
	size_t i;

	for (i = 0; !r->ops_made && i < r->up.n; i++) {
		parts = parts_of(r->up.v[i]);
		list_append(&r->ops, &parts);
	}
	r->ops_made = true;
	return r->ops;
}

static bool
run_quietly(struct schema *s, struct op *op, struct list *steps)
{
	bool quiet = diag_quiet(true);
	enum applied result;

	s->again = true;
	result = run(s, op, steps);
	s->again = false;
	diag_quiet(quiet);
	return result != REFUSED;
}

bool
replay_op(struct schema *s, struct op *op)
{
	struct list unused = {0};

	return run_quietly(s, op, &unused);
}

/* the first that is not as one's own, which are written already: variables are places there; NULL */
static const struct step *
other_step(const struct list *own, const struct list *steps)
{
	struct step *now, *then;
	size_t i;

	for (i = 0; i < own->n && i < steps->n; i++) {
		then = own->v[i];
		now = copy(steps->v[i], sizeof *now);
		if (!place_write(now) && strcmp(now->sql, then->sql) != 0)
			return now;
	}
	return i < steps->n ? steps->v[i] : i < own->n ? own->v[i] : NULL;
}

const struct step *
replay_other_step(const struct revision *r, const struct list *steps)
{
	return other_step(&r->up_steps, steps);
}

/* the first of them that is refused, or NULL; what is wrong by itself was said before */
static struct op *
run_all_quietly(struct schema *s, const struct revision *r, const struct list *ops, bool wrong,
                struct list *steps)
{
	struct beside beside = {0};
	struct op *refused = NULL;
	size_t i;

	s->first_id = s->last_id;
	end_transaction(s);
	s->alone = strcmp(r->transaction, "none") == 0;
	for (i = 0; i < ops->n && !refused; i++) {
		step_beside(s, &beside, ops->v[i]);
		if (!run_quietly(s, ops->v[i], steps) && !wrong)
			refused = ops->v[i];
		else
			step_back(s, &beside, ops->v[i]);
	}
	search_path_reset(s);
	end_transaction(s);
	return refused;
}

struct op *
replay_again(struct schema *s, struct revision *r, struct list *steps)
{
	struct list ops = replay_ops(r);

	return run_all_quietly(s, r, &ops, r->wrong, steps);
}

bool
replay_down(struct schema *s, const struct revision *r)
{
	struct list steps = {0};

	return !run_all_quietly(s, r, &r->back, false, &steps) &&
	       !other_step(&r->down_steps, &steps);
}

bool
replay_is_back(const struct schema *s, size_t mark)
{
	return difference(s, mark, (struct loc){0}).n == 0;
}

static void
add_lack(struct revision *r, size_t op)
{
	struct lack l = {op, diag_lack()};

	if (l.message)
		list_add(&r->lacks, copy(&l, sizeof l));
}

void
replay_revision(struct schema *s, struct revision *r)
{
	size_t begin = schema_mark(s), after, had_errors = errors(), before, mark, i, k;
	size_t n = 0, done = 0;
	struct list down = {0}, parts;
	struct beside beside = {0};
	enum applied result;
	bool plain = true;
	struct op *op;

	r->up_steps = r->down_steps = r->gaps = (struct list){0};
	s->first_id = s->last_id;
	end_transaction(s);
	s->alone = strcmp(r->transaction, "none") == 0;
	for (i = 0; i < r->up.n; i++) {
		parts = parts_of(r->up.v[i]);
		for (k = 0; k < parts.n; k++) {
			op = parts.v[k];
			step_beside(s, &beside, op);
			mark = schema_mark(s);
			before = errors();
			s->settles = !s->again && !op->servers.since && !op->servers.before;
			result = run(s, op, &r->up_steps);
			s->settles = false;
			r->wrong |= result == REFUSED || errors() > had_errors;
			if (errors() > before)
				add_lack(r, done);
			done++;
			if (result == UNKNOWN)
				add_unknown(&r->gaps, op);
			else if (result == APPLIED && !r->has_downgrade)
				plain &= invert(op, s, mark, no_transaction(&r->up_steps, n), &down,
				                &r->gaps);
			step_back(s, &beside, op);
			n = r->up_steps.n;
		}
	}
	search_path_reset(s);
	if (errors() > had_errors && !r->has_downgrade)
		return;
	after = schema_mark(s);
	end_transaction(s);
	if (r->has_downgrade)
		written(s, r, begin);
	else if (!r->gaps.n && !r->irreversible)
		derived(s, r, &down, begin, plain);
	search_path_reset(s);
	schema_back(s, after);
	end_transaction(s);
	if (r->has_downgrade)
		r->gaps.n = 0;
	write_places(r);
}

static bool
same_sql(const struct list *some, const struct list *others)
{
	const struct step *one, *other;
	size_t i;

	for (i = 0; i < some->n && i < others->n; i++) {
		one = some->v[i];
		other = others->v[i];
		if (strcmp(one->sql, other->sql) != 0)
			return false;
	}
	return some->n == others->n;
}

bool
replay_back(struct schema *s, const struct revision *r)
{
	struct revision there = *r;
	bool quiet = diag_quiet(true);

	s->again = true;
	replay_revision(s, &there);
	s->again = false;
	diag_quiet(quiet);
	return !there.wrong && !there.down_wrong && there.gaps.n == r->gaps.n &&
	       same_sql(&r->down_steps, &there.down_steps);
}
