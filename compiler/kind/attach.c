/* attach_partition and detach_partition: a table that is there comes under a partitioned table, or leaves it. What it takes over
   then is in descend.c, what a bound says in partition.c. */
#include <stdlib.h>
#include <string.h>

#include "code.h"

struct attach_partition {
	struct op op;
	struct altered altered;
	struct qname partition;
	struct bound bound;

	struct qname scanned; /* the default partition, which is searched for rows of the new one */
	bool changed;         /* the table was there, or may have been */
	bool fits;            /* of a difference: the rows beyond its bounds have been moved away */
};

struct detach_partition {
	struct op op;
	struct altered altered;
	struct qname partition;
	bool concurrently;
	bool finalize;

	bool changed;
	bool unsure; /* whether a check is left behind */
};

static const struct op_class attach_partition, detach_partition;

/* ---- attach_partition ---- */

static const struct field attach_fields[] = {
	{"table", FIELD_QNAME, offsetof(struct attach_partition, altered.table), 1,
         .required = true, .sql = "ALTER TABLE table"},
	{"partition", FIELD_QNAME, offsetof(struct attach_partition, partition), 2,
         .required = true, .sql = "ATTACH PARTITION partition",
         .doc = "A table with the same columns, and the checks of the other. What it lacks of its indexes, keys and foreign keys is made."},
	{"bound", FIELD_PART, offsetof(struct attach_partition, bound), .shape = &bound_shape},
	{"table_if_exists", FIELD_BOOL, offsetof(struct attach_partition, altered.if_exists),
         .fallback = "false", .sql = "ALTER TABLE IF EXISTS table"},
	{0},
};

static int
attach_finish(void *item)
{
	const struct attach_partition *op = item;
	const char *wrong = bound_wrong(&op->bound);

	return wrong ? op_error(&op->op, E_PARTITION, "%s", wrong) : 0;
}

static struct op *
attach_from_sql(const struct clause *c)
{
	const PgQuery__PartitionCmd *cmd;
	struct attach_partition *op;
	struct altered a;

	if (!altered_from_sql(c, PG_QUERY__ALTER_TABLE_TYPE__AT_AttachPartition, &a))
		return NULL;
	cmd = c->command->def->partition_cmd;
	op = op_new(&attach_partition, c->at);
	op->altered = a;
	op->partition = range_qname(cmd->name);
	bound_from_sql(cmd->bound, c->at, &op->bound);
	return &op->op;
}

static enum applied
need_attachable(const struct op *op, const struct schema *s, const struct table *parent,
                const struct table *t)
{
	const char *name = plain_qname(t->object.name);

	if (t->partition_of.name)
		return op_error(op, E_PARTITION, "table %s is a partition already, of %s", name,
		                plain_qname(t->partition_of));
	if (t->of_type)
		return op_error(op, E_PARTITION, "table %s is typed: it cannot be a partition",
		                name);
	if (t->inherits.n)
		return op_error(op, E_INHERIT,
		                "table %s inherits from %s: it cannot be a partition", name,
		                plain_qname(*(struct qname *)t->inherits.v[0]));
	if (!t->partition_by && children(s, t).n)
		return op_error(op, E_INHERIT,
		                "table %s is inherited from: it cannot be a partition", name);
	if (is_below(s, parent, t))
		return op_error(op, E_PARTITION, "table %s would come below itself", name);
	if (table_is_temporary(parent) != table_is_temporary(t))
		return op_error(op, E_PERSISTENCE, "table %s is temporary, and %s is not",
		                plain_qname((table_is_temporary(t) ? t : parent)->object.name),
		                plain_qname((table_is_temporary(t) ? parent : t)->object.name));
	return APPLIED;
}

/* the partitioned table cannot refer to what becomes a part of it */
static enum applied
need_no_reference(const struct op *op, const struct schema *s, const struct table *parent,
                  const struct table *t)
{
	struct list keys = foreign_keys_to(s, t);
	const struct constraint *k;
	size_t i;

	for (i = 0; i + 1 < keys.n; i += 2) {
		k = keys.v[i + 1];
		if (((struct table *)keys.v[i])->object.id == parent->object.id)
			return op_error(op, E_NEEDED,
			                "table %s is referred to by foreign key '%s' of %s%s",
			                plain_qname(t->object.name), k->name,
			                plain_qname(parent->object.name), made_at(k->at));
	}
	return APPLIED;
}

const struct table *
default_partition(const struct schema *s, const struct table *parent)
{
	struct list partitions = children(s, parent);
	const struct table *t;
	size_t i;

	for (i = 0; i < partitions.n; i++) {
		t = partitions.v[i];
		if (t->bound.is_default)
			return t;
	}
	return NULL;
}

static enum applied
attach_apply(struct op *o, struct schema *s)
{
	struct attach_partition *op = (struct attach_partition *)o;
	const struct table *parent, *rest;
	const struct setting *copied;
	enum applied result;
	struct table *t;
	size_t i;

	parent = need_altered(o, s, &op->altered, "", &result);
	op->changed = parent || result == UNKNOWN;
	t = parent ? need_table(o, s, op->partition, "f", &result) : NULL;
	if (!t)
		return result;
	if (need_attachable(o, s, parent, t) == REFUSED ||
	    need_bound(o, s, parent, t->object.name, &op->bound) == REFUSED ||
	    need_no_triggers_of(o, s, &parent->object, &t->object) == REFUSED ||
	    need_no_reference(o, s, parent, t) == REFUSED)
		return REFUSED;
	rest = default_partition(s, parent);
	if (rest)
		op->scanned = rest->object.name;
	t = (struct table *)object_copy(&t->object);
	t->partition_of = parent->object.name;
	t->bound = op->bound;
	result = parent_add(o, s, parent, t);
	if (result == REFUSED)
		return REFUSED;
	copies_take(s, parent, t);
	schema_put(s, &t->object);
	for (i = 0; i < t->copies.n; i++) {
		copied = t->copies.v[i];
		copies_fire(s, t, copied->key, copied->sql);
	}
	return result;
}

static void
attach_render(const struct op *o, struct list *steps)
{
	const struct attach_partition *op = (const struct attach_partition *)o;
	struct strs action = {0};
	struct step *step;

	if (!op->changed)
		return;
	strs_add(&action,
	         strf("ATTACH PARTITION %s %s", sql_qname(op->partition), bound_sql(&op->bound)));
	step = step_add(steps, o, sql_qname(op->partition), alter_table_sql(&op->altered, &action));
	if (op->scanned.name)
		step_lock(step, LOCK_ACCESS_EXCLUSIVE, op->scanned);
	else
		step_lock(step, LOCK_SHARE_UPDATE_EXCLUSIVE, op->altered.table);
}

static const char *
attach_caution(const struct op *o, const struct schema *s)
{
	const struct attach_partition *op = (const struct attach_partition *)o;
	const char *name = plain_qname(op->partition);

	(void)s;
	if (op->fits)
		return NULL;
	if (op->bound.is_default)
		return strf("fails where %s has a row of another partition: move it there first",
		            name);
	return strf("fails where %s has a row beyond its bounds%s: move it away first", name,
	            op->scanned.name ? strf(", or %s one of them", plain_qname(op->scanned)) : "");
}

static const struct op_class attach_partition = {
	.shape =
		{"attach_partition", CALL_ARGUMENTS, sizeof(struct attach_partition), attach_fields,
                 .finish = attach_finish, .page = "sql-altertable.html",
                 .doc = "Makes a table a partition of another. A check of it that says what the bound does spares reading its rows."},
	.from_sql = attach_from_sql,
	.caution = attach_caution,
	.apply = attach_apply,
	.render = attach_render,
};

/* ---- detach_partition ---- */

static const struct field detach_fields[] = {
	{"table", FIELD_QNAME, offsetof(struct detach_partition, altered.table), 1,
         .required = true, .sql = "ALTER TABLE table"},
	{"partition", FIELD_QNAME, offsetof(struct detach_partition, partition), 2,
         .required = true, .sql = "DETACH PARTITION partition",
         .doc = "It stays as a table of its own, with its indexes and constraints."},
	{"concurrently", FIELD_BOOL, offsetof(struct detach_partition, concurrently),
         .fallback = "false", .sql = "CONCURRENTLY",
         .doc = "Outside of a transaction, and not where there is a default partition. PostgreSQL leaves a check behind that says what the bound did."},
	{"finalize", FIELD_BOOL, offsetof(struct detach_partition, finalize), .fallback = "false",
         .sql = "FINALIZE", .doc = "Completes what was stopped while it ran concurrently."},
	{"table_if_exists", FIELD_BOOL, offsetof(struct detach_partition, altered.if_exists),
         .fallback = "false", .sql = "ALTER TABLE IF EXISTS table"},
	{0},
};

static int
detach_finish(void *item)
{
	const struct detach_partition *op = item;

	if (op->concurrently && op->finalize)
		return op_error(&op->op, E_CONCURRENTLY,
		                "concurrently and finalize exclude each other");
	return 0;
}

static struct op *
detach_from_sql(const struct clause *c)
{
	const PgQuery__PartitionCmd *cmd;
	struct detach_partition *op;
	struct altered a;
	bool finalize;

	finalize = altered_from_sql(c, PG_QUERY__ALTER_TABLE_TYPE__AT_DetachPartitionFinalize, &a);
	if (!finalize && !altered_from_sql(c, PG_QUERY__ALTER_TABLE_TYPE__AT_DetachPartition, &a))
		return NULL;
	cmd = c->command->def->partition_cmd;
	op = op_new(&detach_partition, c->at);
	op->altered = a;
	op->partition = range_qname(cmd->name);
	op->concurrently = cmd->concurrent;
	op->finalize = finalize;
	return &op->op;
}

static bool
implied(const struct table *t, const char *condition, const struct strs *said)
{
	const struct column *c;
	size_t i;

	for (i = 0; i < t->columns.n; i++) {
		c = t->columns.v[i];
		if (c->not_null &&
		    same_expression(condition, strf("%s IS NOT NULL", sql_name(c->name))))
			return true;
	}
	for (i = 0; i < said->n; i++)
		if (same_expression(condition, said->v[i]))
			return true;
	return false;
}

static void
take_conditions(const PgQuery__Node *n, struct strs *out)
{
	size_t i;

	if (n->node_case != PG_QUERY__NODE__NODE_BOOL_EXPR ||
	    n->bool_expr->boolop != PG_QUERY__BOOL_EXPR_TYPE__AND_EXPR) {
		strs_add(out, node_sql(n));
		return;
	}
	for (i = 0; i < n->bool_expr->n_args; i++)
		take_conditions(n->bool_expr->args[i], out);
}

/* what the checks of t say that are valid, condition by condition */
static struct strs
conditions_said(const struct table *t)
{
	const struct constraint *c;
	const PgQuery__Node *tree;
	struct parse_error e;
	struct strs said = {0};
	size_t i;

	for (i = 0; i < t->constraints.n; i++) {
		c = t->constraints.v[i];
		tree = c->type == 'c' && !c->not_valid ? parse_expression(c->expression, &e) : NULL;
		if (tree)
			take_conditions(tree, &said);
	}
	return said;
}

/* a check that could imply one of the conditions, as only the server can tell */
static bool
may_be_implied(const struct table *parent, const struct strs *said)
{
	const struct column *c;
	size_t i, j;

	for (i = 0; i < parent->columns.n; i++) {
		c = parent->columns.v[i];
		for (j = 0; j < said->n && partition_key_uses(parent, c->name); j++)
			if (expression_uses_column(said->v[j], c->name))
				return true;
	}
	return false;
}

/* the check that is left behind, unless what t says by itself implies it; DetachAddConstraintIfNeeded. That of a hash would name
   the table that is left, so there is none */
static enum applied
leave_check(struct detach_partition *op, struct schema *s, const struct table *parent,
            struct table *t, const struct bound *bound)
{
	struct strs conditions = {0}, said = conditions_said(t);
	struct constraint check = {.type = 'c'};
	bool all = true;
	size_t i;

	op->unsure = false;
	if (bound->modulus)
		return APPLIED;
	op->unsure = !bound_conditions(s, parent, bound, &conditions);
	for (i = 0; i < conditions.n; i++)
		all &= implied(t, conditions.v[i], &said);
	if (all && !op->unsure)
		return APPLIED;
	op->unsure |= may_be_implied(parent, &said);
	check.expression = strs_join(&conditions, " AND ");
	return op->unsure ? APPLIED : constraint_add(&op->op, s, t, &check);
}

static enum applied
detach_apply(struct op *o, struct schema *s)
{
	struct detach_partition *op = (struct detach_partition *)o;
	const struct table *parent, *rest;
	enum applied result;
	struct bound bound;
	struct table *t;
	size_t n;

	parent = need_altered(o, s, &op->altered, "", &result);
	op->changed = parent || result == UNKNOWN;
	t = parent ? need_table(o, s, op->partition, "f", &result) : NULL;
	if (!t)
		return result;
	if (!t->partition_of.name || !inherits_from(t, parent->object.name))
		return op_error(o, E_PARTITION, "table %s is no partition of %s",
		                plain_qname(t->object.name), plain_qname(parent->object.name));
	rest = default_partition(s, parent);
	if (op->concurrently && rest)
		return op_error(
			o, E_CONCURRENTLY,
			"table %s has the default partition '%s': none can be detached concurrently",
			plain_qname(parent->object.name), rest->object.name.name);
	copies_leave(s, t);
	t = (struct table *)object_copy(&t->object);
	t->copies = (struct list){0};
	bound = t->bound;
	n = t->constraints.n;
	t->bound = (struct bound){0};
	parent_remove(s, parent, t);
	if ((op->concurrently || op->finalize) && leave_check(op, s, parent, t, &bound) == REFUSED)
		return REFUSED;
	schema_put(s, &t->object);
	if (t->constraints.n == n)
		return APPLIED;
	return constraint_descend(o, s, t, t->constraints.v[n]);
}

static void
detach_render(const struct op *o, struct list *steps)
{
	const struct detach_partition *op = (const struct detach_partition *)o;
	struct strs action = {0};
	struct leftover *left;
	struct step *step;

	if (!op->changed)
		return;
	strs_add(&action, strf("DETACH PARTITION %s%s", sql_qname(op->partition),
	                       op->concurrently ? " CONCURRENTLY"
	                       : op->finalize   ? " FINALIZE"
	                                        : ""));
	step = step_lock(step_add(steps, o, sql_qname(op->partition),
	                          alter_table_sql(&op->altered, &action)),
	                 op->concurrently || op->finalize ? LOCK_SHARE_UPDATE_EXCLUSIVE
	                                                  : LOCK_ACCESS_EXCLUSIVE,
	                 op->altered.table);
	if (!op->concurrently)
		return;
	left = step_leaves(step, LEFTOVER_DETACH);
	left->name = sql_qname(op->partition);
	left->table = sql_qname(op->altered.table);
}

static bool
detach_invert(const struct op *o, const struct schema *s, struct list *down, struct list *gaps)
{
	const struct detach_partition *op = (const struct detach_partition *)o;

	(void)s, (void)down;
	if (op->unsure)
		gap_add(gaps, o->at,
		        strf("detach_partition: PostgreSQL leaves a check behind where those of table %s do not imply it; write a downgrade() that drops it",
		             plain_qname(op->partition)));
	return false;
}

static const struct op_class detach_partition = {
	.shape = {"detach_partition", CALL_ARGUMENTS, sizeof(struct detach_partition),
                  detach_fields, .finish = detach_finish, .page = "sql-altertable.html",
                  .doc = "Takes a partition out of its table. Its rows stay in it."},
	.from_sql = detach_from_sql,
	.apply = detach_apply,
	.render = detach_render,
	.invert = detach_invert,
};

/* ---- differences ---- */

static bool
same_partition(const struct diff *d, const struct table *from, const struct table *to)
{
	if (!from->partition_of.name || !to->partition_of.name)
		return !from->partition_of.name == !to->partition_of.name;
	/* while time passes, a table of another name is one that was renamed, and a bound follows the labels of an enum */
	return !d->by_name || (same(bound_sql(&from->bound), bound_sql(&to->bound)) &&
	                       inherits_from(from, to->partition_of));
}

struct op *
detach_partition_new(struct loc at, struct qname table, struct qname partition)
{
	struct detach_partition *op = op_new(&detach_partition, at);

	op->altered.table = table;
	op->partition = partition;
	op->changed = true;
	return &op->op;
}

/* every row of the one hash is one of the other */
static bool
is_within(const struct bound *from, const struct bound *to)
{
	long modulus = strtol(to->modulus, NULL, 10), of = strtol(from->modulus, NULL, 10);

	return of % modulus == 0 &&
	       strtol(from->remainder, NULL, 10) % modulus == strtol(to->remainder, NULL, 10);
}

/* the partition of a hash stays one of its table, and may have rows that are another's then */
static bool
loses_rows(const struct table *from, const struct table *to)
{
	return from->bound.modulus && to->bound.modulus && inherits_from(from, to->partition_of) &&
	       !is_within(&from->bound, &to->bound);
}

bool
takes_rows(const struct diff *d, const struct table *t)
{
	const struct object *o = d->target && t->bound.modulus
	                                 ? schema_find(d->schema, SPACE_RELATION, t->partition_of)
	                                 : NULL;
	struct list below;
	size_t i;

	if (!o || o->noun != &table_noun)
		return false;
	below = children(d->schema, (const struct table *)o);
	for (i = 0; i < below.n; i++) {
		o = object_namesake(d->target, below.v[i]);
		if (o && loses_rows(below.v[i], (const struct table *)o))
			return true;
	}
	return false;
}

/* rows of one table that are moved to another, as one statement */
static char *
move_sql(const struct table *columns, struct qname from, const char *condition, struct qname to)
{
	const char *overriding = "", *list;
	const struct column *c;
	struct strs names = {0};
	size_t i;

	for (i = 0; i < columns->columns.n; i++) {
		c = columns->columns.v[i];
		if (c->identity)
			overriding = " OVERRIDING SYSTEM VALUE";
		if (!c->generated)
			strs_add(&names, sql_name(c->name));
	}
	list = strs_join(&names, ", ");
	return strf("WITH moved AS (\n  DELETE FROM %s\n  WHERE %s\n  RETURNING %s\n)\n"
	            "INSERT INTO %s (%s)%s SELECT * FROM moved",
	            sql_qname(from), condition, list, sql_qname(to), list, overriding);
}

static char *
hash_sql(const struct diff *d, const struct table *parent, const struct bound *b)
{
	struct strs conditions = {0};

	bound_conditions(d->schema, parent, b, &conditions);
	return strs_join(&conditions, " AND ");
}

/* while it is no partition, its rows that are those of others go there, and come back when that is undone */
static void
move_rows(struct diff *d, const struct table *from, const struct table *to)
{
	const struct table *parent =
		(const struct table *)schema_find(d->schema, SPACE_RELATION, to->partition_of);
	struct qname name = parent->object.name;
	const char *up = strf("NOT (%s)", hash_sql(d, parent, &to->bound));
	const char *down = hash_sql(d, parent, &from->bound);
	const char *fire =
		code_on(d->schema, &trigger_kind.noun, name).n ? "; its triggers fire" : "";

	diff_add(d, PHASE_MOVE_ROWS,
	         execute_noted(d->at, move_sql(parent, to->object.name, up, name),
	                       move_sql(parent, name, down, to->object.name),
	                       strf("moves rows, while %s is locked against reading and writing%s",
	                            plain_qname(name), fire)));
}

void
partition_alter(struct diff *d, const struct table *from, const struct table *to)
{
	struct attach_partition *attach;
	bool same_table;

	if (same_partition(d, from, to))
		return;
	same_table = from->partition_of.name && inherits_from(from, to->partition_of);
	/* before any is attached, which may take its place */
	if (from->partition_of.name)
		diff_add(d, PHASE_DROP_CODE,
		         detach_partition_new(d->at, from->partition_of, to->object.name));
	if (to->partition_of.name) {
		attach = op_new(&attach_partition, d->at);
		attach->altered.table = to->partition_of;
		attach->partition = to->object.name;
		attach->bound = to->bound;
		attach->changed = true;
		attach->fits = same_table && d->by_name && loses_rows(from, to);
		if (attach->fits)
			move_rows(d, from, to);
		/* of the same table at once, for what is done to that must reach it */
		diff_add(d, same_table ? PHASE_ATTACH_PARTITION : PHASE_ADD_FOREIGN_KEY, attach);
	}
}

const struct op_class *const attach_ops[] = {&attach_partition, &detach_partition, NULL};
