/* Tables: dropping and renaming them, and the noun. How they are made is in create_table.c, how they change in alter_table.c. */
#include <string.h>

#include "code.h"

struct drop_table {
	struct op op;
	struct list names; /* struct qname */
	bool if_exists;
	bool cascade;
	bool foreign; /* of SQL, and of a difference */

	struct list tables;  /* of a difference: struct table, all that go */
	struct list before;  /* … struct op: the partitions among them that are detached first */
	struct strs unknown; /* those that are known by name alone */
};

struct rename_table {
	struct op op;
	struct qname name;
	const char *to;
	bool if_exists;

	const struct clause *clause; /* of SQL, where ALTER TABLE may mean other relations too */
	struct op *other;
	bool foreign; /* it says FOREIGN */
};

static const struct op_class drop_table, rename_table;

/* ---- drop_table ---- */

static const struct field drop_fields[] = {
	{"name", FIELD_QNAMES, offsetof(struct drop_table, names), 1, .required = true,
         .sql = "DROP TABLE name, …", .doc = "Partitions, indexes and owned sequences go with it."},
	{"if_exists", FIELD_BOOL, offsetof(struct drop_table, if_exists), .fallback = "false",
         .sql = "IF EXISTS"},
	{"cascade", FIELD_BOOL, offsetof(struct drop_table, cascade), .fallback = "false",
         .sql = "CASCADE",
         .doc = "Drops what depends on it: foreign keys of other tables, tables that inherit from it, columns of its row type, defaults "
                "that take from its sequences."},
	{0},
};

static struct op *
drop_from(const struct clause *c)
{
	struct drop_table *op;
	bool foreign = drops(c, PG_QUERY__OBJECT_TYPE__OBJECT_FOREIGN_TABLE);

	if (!foreign && !drops(c, PG_QUERY__OBJECT_TYPE__OBJECT_TABLE))
		return NULL;
	op = op_new(&drop_table, c->at);
	op->foreign = foreign;
	drop_read(c, &op->names, &op->if_exists, &op->cascade);
	return &op->op;
}

static bool
has(const struct list *tables, const struct table *t)
{
	size_t i;

	for (i = 0; i < tables->n; i++)
		if (((struct table *)tables->v[i])->object.id == t->object.id)
			return true;
	return false;
}

/* t, behind what goes with it: its partitions, and with cascade what inherits from it */
static void
collect(const struct schema *s, struct table *t, bool cascade, struct list *gone)
{
	struct list below = children(s, t);
	struct table *child;
	size_t i;

	if (has(gone, t))
		return;
	for (i = 0; i < below.n; i++) {
		child = below.v[i];
		if (cascade || child->partition_of.name)
			collect(s, child, cascade, gone);
	}
	list_add(gone, t);
}

static enum applied
needed_by(const struct op *op, const struct table *t, const char *what, struct loc at)
{
	return op_error(op, E_NEEDED,
	                "table %s is needed by %s%s; drop that first, or say cascade = true",
	                plain_qname(t->object.name), what, made_at(at));
}

/* the foreign keys of t that refer to itself */
static void
keys_to_itself(struct table *t, struct list *all)
{
	struct constraint *c;
	size_t i;

	for (i = 0; i < t->constraints.n; i++) {
		c = t->constraints.v[i];
		if (c->type != 'f' || !same_qname(c->references.table, t->object.name))
			continue;
		list_add(all, t);
		list_add(all, c);
	}
}

/* the foreign keys that refer to t, or to a table that it is a partition of */
static struct list
keys_to(const struct schema *s, const struct table *t)
{
	struct list all = foreign_keys_to(s, t), above = {0}, more;
	struct object *o;

	while (t->partition_of.name) {
		o = schema_find(s, SPACE_RELATION, t->partition_of);
		/* names that are excused can make a circle */
		if (!o || o->noun != &table_noun || list_has(&above, o))
			break;
		list_add(&above, o);
		t = (const struct table *)o;
		more = foreign_keys_to(s, t);
		list_append(&all, &more);
		keys_to_itself((struct table *)o, &all);
	}
	return all;
}

/* no default of a table that stays takes from a sequence that goes with t */
static enum applied
need_no_takers(const struct op *op, const struct schema *s, const struct table *t,
               const struct list *gone)
{
	struct list sequences = sequences_with(s, t, NULL), takers;
	const struct taker *taker;
	struct qname sequence;
	size_t i, j;

	for (i = 0; i < sequences.n; i++) {
		sequence = *(struct qname *)sequences.v[i];
		takers = sequence_takers(s, sequence);
		for (j = 0; j < takers.n; j++) {
			taker = takers.v[j];
			if (!has(gone, taker->table))
				return needed_by(
					op, t,
					strf("the default of column '%s.%s', which takes from sequence %s",
				             taker->table->object.name.name, taker->column->name,
				             plain_qname(sequence)),
					taker->column->default_value->at);
		}
	}
	return APPLIED;
}

/* a table that is known by name alone goes: there is nothing to make it of again */
static enum applied
drop_unknown(struct drop_table *op, struct schema *s, struct object *o, const struct list *gone)
{
	const struct object *type = schema_find(s, SPACE_TYPE, o->name);

	if (!op->cascade && (need_unused(&op->op, s, o, NULL, gone) == REFUSED ||
	                     (type && need_no_users(&op->op, s, type) == REFUSED)))
		return REFUSED;
	strs_add(&op->unknown, plain_qname(o->name));
	o->noun->remove(s, o);
	return APPLIED;
}

/* the first thing that depends on t and does not go */
static enum applied
need_free(const struct op *op, const struct schema *s, const struct table *t,
          const struct list *gone)
{
	struct list keys = keys_to(s, t), below = children(s, t), users;
	const struct object *type = schema_find(s, SPACE_TYPE, t->object.name);
	const struct table *other;
	const struct constraint *k;
	const struct column *c;
	size_t i;

	for (i = 0; i + 1 < keys.n; i += 2) {
		other = keys.v[i];
		k = keys.v[i + 1];
		if (!has(gone, other))
			return needed_by(op, t,
			                 strf("foreign key '%s' of table %s", k->name,
			                      plain_qname(other->object.name)),
			                 k->at);
	}
	for (i = 0; i < below.n; i++) {
		other = below.v[i];
		if (!has(gone, other))
			return needed_by(op, t,
			                 strf("table %s, which inherits from it",
			                      plain_qname(other->object.name)),
			                 other->object.at);
	}
	users = type ? type_users(s, type) : (struct list){0};
	for (i = 0; i < users.n; i++) {
		other = users.v[i];
		c = type_user_column(s, other, type);
		if (!has(gone, other))
			return needed_by(op, t,
			                 strf("column '%s' of table %s, which has its row type",
			                      c->name, plain_qname(other->object.name)),
			                 c->at);
	}
	if (need_unused(op, s, &t->object, NULL, gone) == REFUSED ||
	    (type && need_unused(op, s, type, NULL, gone) == REFUSED))
		return REFUSED;
	return need_no_takers(op, s, t, gone);
}

/* what depends on t in tables that stay */
static void
cut(struct schema *s, const struct table *t)
{
	struct list keys = keys_to(s, t), users;
	const struct object *type = schema_find(s, SPACE_TYPE, t->object.name);
	const struct column *c;
	struct table *other;
	size_t i, j;

	for (i = 0; i + 1 < keys.n; i += 2) {
		other = keys.v[i];
		other = (struct table *)object_copy(s->by_id.v[other->object.id]);
		for (j = other->constraints.n; j-- > 0;)
			if (other->constraints.v[j] == keys.v[i + 1])
				list_remove(&other->constraints, j);
		schema_put(s, &other->object);
	}
	users = type ? type_users(s, type) : (struct list){0};
	for (i = 0; i < users.n; i++) {
		other = users.v[i];
		while ((other = s->by_id.v[other->object.id]) &&
		       (c = type_user_column(s, other, type)))
			column_remove(s, other, c->name);
	}
}

static void
remove_table(struct schema *s, struct table *t)
{
	struct list owned = owned_sequences(s, t), sequences = sequences_with(s, t, NULL);
	const struct object *type = schema_find(s, SPACE_TYPE, t->object.name);
	size_t i;

	cut(s, t);
	for (i = 0; i < sequences.n; i++)
		sequence_release(s, *(struct qname *)sequences.v[i]);
	remove_users(s, &t->object, NULL);
	if (type)
		remove_users(s, type, NULL);
	schema_remove(s, s->by_id.v[t->object.id]);
	for (i = 0; i < owned.n; i++)
		schema_remove(s, owned.v[i]);
}

/* as DROP TABLE … CASCADE */
static void
remove_cascading(struct schema *s, struct object *o)
{
	struct list gone = {0};
	size_t i;

	collect(s, (struct table *)o, true, &gone);
	for (i = 0; i < gone.n; i++)
		remove_table(s, gone.v[i]);
}

/* t behind what needs it, among those that go: so that they come back the other way round */
static void
put_in_order(const struct schema *s, struct table *t, const struct list *gone, struct list *ordered)
{
	const struct object *type = schema_find(s, SPACE_TYPE, t->object.name);
	struct list users = children(s, t), types;
	size_t i;

	if (has(ordered, t) || !has(gone, t))
		return;
	types = type ? type_users(s, type) : (struct list){0};
	list_append(&users, &types);
	for (i = 0; i < users.n; i++)
		if (users.v[i] != t)
			put_in_order(s, users.v[i], gone, ordered);
	if (!has(ordered, t))
		list_add(ordered, t);
}

static bool
is_referred_to(const struct schema *s, const struct table *t, const struct list *gone)
{
	struct list keys = keys_to(s, t);
	size_t i;

	for (i = 0; i + 1 < keys.n; i += 2)
		if (!has(gone, keys.v[i]))
			return true;
	return false;
}

/* a partition of a table that foreign keys refer to can be dropped only when it is none any longer */
static enum applied
detach_referred_to(struct drop_table *op, struct schema *s)
{
	enum applied result = APPLIED;
	struct list gone = {0};
	const struct table *t;
	struct object *there;
	struct op *detach;
	size_t i;

	op->before = (struct list){0};
	for (i = 0; i < op->tables.n; i++) {
		there = s->by_id.v[((struct object *)op->tables.v[i])->id];
		if (there)
			collect(s, (struct table *)there, false, &gone);
	}
	for (i = 0; i < gone.n && result == APPLIED; i++) {
		t = gone.v[i];
		there = t->partition_of.name ? schema_find(s, SPACE_RELATION, t->partition_of)
		                             : NULL;
		if (!there || has(&gone, (struct table *)there) || !is_referred_to(s, t, &gone))
			continue;
		detach = detach_partition_new(op->op.at, t->partition_of, t->object.name);
		list_add(&op->before, detach);
		result = op_apply(detach, s);
	}
	return result;
}

static enum applied
drop_apply(struct op *o, struct schema *s)
{
	struct drop_table *op = (struct drop_table *)o;
	enum applied result = APPLIED, one;
	struct list gone = {0}, ordered = {0}, unknown = {0};
	struct object *there;
	struct table *t;
	struct qname name;
	size_t i;

	op->unknown = (struct strs){0};
	if (op->tables.n && detach_referred_to(op, s) == REFUSED)
		return REFUSED;
	for (i = 0; i < op->names.n; i++) {
		name = *(struct qname *)op->names.v[i];
		there = schema_find(s, SPACE_RELATION, name);
		if (op->if_exists && !there)
			continue;
		if (there && there->noun->relkind == 'r') {
			list_add(&unknown, there);
			continue;
		}
		t = need_table(o, s, name, op->foreign ? "f" : "", &one);
		if (t && op->foreign)
			one = need_foreign(o, t);
		result = worse(result, one);
		if (t && one == APPLIED)
			collect(s, t, op->cascade, &gone);
	}
	for (i = 0; i < gone.n && !op->cascade && result != REFUSED; i++)
		result = worse(result, need_free(o, s, gone.v[i], &gone));
	for (i = 0; i < gone.n; i++)
		put_in_order(s, gone.v[i], &gone, &ordered);
	for (i = 0; i < ordered.n && result != REFUSED; i++)
		remove_table(s, ordered.v[i]);
	for (i = 0; i < unknown.n && result != REFUSED; i++)
		result = worse(result, drop_unknown(op, s, unknown.v[i], &gone));
	return result;
}

static bool
drop_invert(const struct op *o, const struct schema *s, struct list *down, struct list *gaps)
{
	const struct drop_table *op = (const struct drop_table *)o;
	size_t i;

	(void)s;
	(void)down;
	for (i = 0; i < op->unknown.n; i++)
		gap_add(gaps, o->at,
		        strf("drop_table: the columns of table %s are not known; write a downgrade()",
		             op->unknown.v[i]));
	return false;
}

static void
drop_render(const struct op *o, struct list *steps)
{
	const struct drop_table *op = (const struct drop_table *)o;
	struct step *step;
	const char *names = qnames_sql(&op->names);
	const struct op *one;
	size_t i;

	for (i = 0; i < op->before.n; i++) {
		one = op->before.v[i];
		one->class->render(one, steps);
	}
	step = step_add(steps, o, names,
	                drop_sql(op->foreign ? "FOREIGN TABLE" : "TABLE", names, op->if_exists,
	                         op->cascade));
	step_lock(step, LOCK_ACCESS_EXCLUSIVE, *(struct qname *)op->names.v[0]);
	if (!op->foreign)
		step->flags |= STEP_LOSES_DATA;
}

/* Lua has no word for FOREIGN */
static const struct op *
drop_told(const struct op *o, const struct schema *s)
{
	(void)s;
	return ((const struct drop_table *)o)->foreign ? NULL : o;
}

static struct list
drop_apart(struct op *o)
{
	struct drop_table *op = copy(o, sizeof *op);
	struct list all = op->before;

	op->before = (struct list){0};
	list_add(&all, op);
	return all;
}

static const struct op_class drop_table = {
	.shape = {"drop_table", CALL_ARGUMENTS, sizeof(struct drop_table), drop_fields,
                  .page = "sql-droptable.html", .doc = "Drops one table or several."},
	.from_sql = drop_from,
	.told = drop_told,
	.apart = drop_apart,
	.apply = drop_apply,
	.render = drop_render,
	.invert = drop_invert,
};

/* ---- rename_table ---- */

static const struct field rename_fields[] = {
	{"name", FIELD_QNAME, offsetof(struct rename_table, name), 1, .required = true,
         .sql = "ALTER TABLE name RENAME TO to",
         .doc = "What refers to it follows; its indexes, constraints and sequences keep their names."},
	{"to", FIELD_NAME, offsetof(struct rename_table, to), 2, .required = true},
	{"if_exists", FIELD_BOOL, offsetof(struct rename_table, if_exists), .fallback = "false",
         .sql = "ALTER TABLE IF EXISTS"},
	{0},
};

static struct op *
rename_from(const struct clause *c)
{
	const PgQuery__RenameStmt *stmt = rename_from_sql(c, PG_QUERY__OBJECT_TYPE__OBJECT_TABLE);
	struct rename_table *op;
	bool foreign = !stmt;

	if (!stmt)
		stmt = rename_from_sql(c, PG_QUERY__OBJECT_TYPE__OBJECT_FOREIGN_TABLE);
	if (!stmt)
		return NULL;
	op = op_new(&rename_table, c->at);
	op->foreign = foreign;
	op->name = range_qname(stmt->relation);
	op->to = stmt->newname;
	op->if_exists = stmt->missing_ok;
	op->clause = c;
	return &op->op;
}

/* what the statement means that names a relation of that noun */
static PgQuery__ObjectType
relation_type(const struct noun *noun)
{
	if (noun == &table_noun)
		return PG_QUERY__OBJECT_TYPE__OBJECT_TABLE;
	if (noun == &index_noun)
		return PG_QUERY__OBJECT_TYPE__OBJECT_INDEX;
	if (noun == &sequence_noun || noun == &identity_noun)
		return PG_QUERY__OBJECT_TYPE__OBJECT_SEQUENCE;
	if (noun->relkind == 'm')
		return PG_QUERY__OBJECT_TYPE__OBJECT_MATVIEW;
	return PG_QUERY__OBJECT_TYPE__OBJECT_VIEW;
}

enum applied
rename_other(const struct clause *c, struct schema *s, struct object *o, struct op **other)
{
	PgQuery__RenameStmt *stmt = copy(c->node->rename_stmt, sizeof *stmt);
	PgQuery__Node *node = copy(c->node, sizeof *node);
	struct clause clause = *c;

	/* a table that is known by name alone */
	if (o->noun->relkind == 'r') {
		opaque_move(s, o, (struct qname){o->name.schema, stmt->newname});
		return UNKNOWN;
	}
	stmt->rename_type = relation_type(o->noun);
	node->rename_stmt = stmt;
	clause.node = node;
	*other = op_from_sql(&clause);
	return (*other)->class->apply(*other, s);
}

bool
invert_other(const struct op *other, const struct schema *s, struct list *down, struct list *gaps)
{
	return other && other->class->invert && other->class->invert(other, s, down, gaps);
}

static enum applied
rename_apply(struct op *o, struct schema *s)
{
	struct rename_table *op = (struct rename_table *)o;
	enum applied result;
	struct qname from, to;
	struct object *t = schema_find(s, SPACE_RELATION, op->name);

	op->other = NULL;
	if (op->if_exists && !t)
		return APPLIED;
	if (op->clause && !op->foreign && t && t->noun != &table_noun)
		return rename_other(op->clause, s, t, &op->other);
	if (t && code_kind(t) && !op->foreign)
		return code_move(o, s, (const struct code *)t,
		                 (struct qname){t->name.schema, op->to});
	t = (struct object *)need_table(o, s, op->name, "f", &result);
	if (t && op->foreign)
		result = need_foreign(o, (struct table *)t);
	if (!t || result != APPLIED)
		return result;
	from = to = t->name;
	to.name = op->to;
	result = need_free_name(o, s, SPACE_RELATION, to);
	if (result == APPLIED)
		result = need_free_name(o, s, SPACE_TYPE, to);
	if (result != APPLIED)
		return result;
	rename_uses(s, SPACE_RELATION, from, to);
	rename_uses(s, SPACE_TYPE, from, to);
	t = object_copy(t);
	t->name = to;
	schema_put(s, t);
	rename_references(s, SPACE_RELATION, from, to);
	rename_references(s, SPACE_TYPE, from, to);
	return APPLIED;
}

static void
rename_render(const struct op *o, struct list *steps)
{
	const struct rename_table *op = (const struct rename_table *)o;

	step_lock(step_add(steps, o, op->name.name,
	                   strf("ALTER TABLE %s%s RENAME TO %s", op->if_exists ? "IF EXISTS " : "",
	                        sql_qname(op->name), sql_name(op->to))),
	          LOCK_ACCESS_EXCLUSIVE, op->name);
}

static bool
rename_invert(const struct op *o, const struct schema *s, struct list *down, struct list *gaps)
{
	return invert_other(((const struct rename_table *)o)->other, s, down, gaps);
}

static const struct op_class rename_table = {
	.shape = {"rename_table", CALL_ARGUMENTS, sizeof(struct rename_table), rename_fields,
                  .page = "sql-altertable.html", .doc = "Renames a table."},
	.from_sql = rename_from,
	.apply = rename_apply,
	.render = rename_render,
	.invert = rename_invert,
};

/* ---- the noun ---- */

static void
unshare(struct object *o)
{
	struct table *t = (struct table *)o;

	t->columns = list_copy(&t->columns);
	t->constraints = list_copy(&t->constraints);
	t->indexes = list_copy(&t->indexes);
	t->inherits = list_copy(&t->inherits);
	t->with = strs_copy(&t->with);
	t->copies = list_copy(&t->copies);
}

const struct noun row_type_noun = {.name = "table", .space = SPACE_TYPE, .alias = true};
const struct noun identity_noun = {.name = "sequence", .space = SPACE_RELATION, .alias = true};

void
alias_add(const struct object *owner, const struct noun *noun, const char *name, struct loc at,
          struct list *aliases)
{
	struct alias *a = alloc(sizeof *a);

	a->object.noun = noun;
	a->object.at = at;
	a->object.name.schema = owner->name.schema;
	a->object.name.name = name;
	a->owner = owner->name;
	list_add(aliases, a);
}

bool
table_is_temporary(const struct table *t)
{
	return same(t->persistence, "temporary");
}

void
table_aliases(const struct object *o, struct list *aliases)
{
	const struct table *t = (const struct table *)o;
	const struct constraint *k;
	const struct column *c;
	const struct index *x;
	size_t i;

	alias_add(o, &row_type_noun, o->name.name, o->at, aliases);
	for (i = 0; i < t->columns.n; i++) {
		c = t->columns.v[i];
		if (c->identity && c->identity->sequence)
			alias_add(o, &identity_noun, c->identity->sequence, c->at, aliases);
	}
	for (i = 0; i < t->constraints.n; i++) {
		k = t->constraints.v[i];
		if (strchr("pux", k->type))
			alias_add(o, &index_noun, k->name, k->at, aliases);
	}
	for (i = 0; i < t->indexes.n; i++) {
		x = t->indexes.v[i];
		alias_add(o, &index_noun, x->name, x->at, aliases);
	}
}

static bool
columns(const struct object *o, struct list *columns_of)
{
	const struct table *t = (const struct table *)o;
	const struct column *c;
	struct output *out;
	size_t i;

	for (i = 0; i < t->columns.n; i++) {
		c = t->columns.v[i];
		out = alloc(sizeof *out);
		out->name = c->name;
		out->type = c->type;
		list_add(columns_of, out);
	}
	return true;
}

static bool
has_name(const struct list *tables, struct qname name)
{
	const struct table *t;
	size_t i;

	for (i = 0; i < tables->n; i++) {
		t = tables->v[i];
		if (same(t->object.name.name, name.name) &&
		    same(t->object.name.schema, name.schema))
			return true;
	}
	return false;
}

/* those of a difference that go in one statement: all of the phase, or the foreign ones */
static struct drop_table *
drop_op(struct diff *d, enum phase phase, bool foreign)
{
	struct list *ops = &d->ops[phase];
	struct drop_table *op;
	size_t i;

	for (i = 0; i < ops->n; i++) {
		op = ops->v[i];
		if (op->op.class == &drop_table && op->foreign == foreign)
			return op;
	}
	op = op_new(&drop_table, d->at);
	op->foreign = foreign;
	diff_add(d, phase, op);
	return op;
}

/* it is a partition, at whatever level, of a table that stays */
static bool
is_of_one_that_stays(const struct diff *d, const struct table *t)
{
	const struct object *o = &t->object;

	while (d->target && o && ((const struct table *)o)->partition_of.name) {
		o = schema_find(d->schema, SPACE_RELATION, ((const struct table *)o)->partition_of);
		if (o && object_namesake(d->target, o))
			return true;
	}
	return false;
}

/* partitions of a table that stays go before others are attached in their place */
static enum phase
drop_phase(const struct diff *d, const struct table *t)
{
	return is_of_one_that_stays(d, t) ? PHASE_DROP_PARTITION : PHASE_DROP_TABLE;
}

/* all tables of a difference go in one statement: then it does not matter which of them depend on which. Partitions go with
   their tables */
static void
drop(struct diff *d, const struct object *o)
{
	const struct table *table = (const struct table *)o;
	struct drop_table *op;
	struct table *t;
	size_t i;

	if (table_is_temporary(table))
		return;
	op = drop_op(d, drop_phase(d, table), table->server);
	list_add(&op->tables, object_copy(o));
	op->names = (struct list){0};
	for (i = 0; i < op->tables.n; i++) {
		t = op->tables.v[i];
		if (!t->partition_of.name || !has_name(&op->tables, t->partition_of))
			list_add(&op->names, copy(&t->object.name, sizeof t->object.name));
	}
}

/* from without what goes with its columns */
static struct table *
without_columns(const struct diff *d, const struct table *from, const struct table *to)
{
	struct table *t = (struct table *)object_copy(&from->object);
	const struct column *c;
	size_t i, j;

	for (i = 0; i < from->columns.n; i++) {
		c = from->columns.v[i];
		if (c->inherited || !column_goes(d, from, c, to))
			continue;
		for (j = t->constraints.n; j-- > 0;)
			if (constraint_uses_column(t->constraints.v[j], c->name) &&
			    !constraint_holds_column(t->constraints.v[j], c->name))
				list_remove(&t->constraints, j);
		for (j = t->indexes.n; j-- > 0;)
			if (index_uses_column(t->indexes.v[j], c->name))
				list_remove(&t->indexes, j);
	}
	return t;
}

static void
alter_name(struct diff *d, const struct table *from, const struct table *to)
{
	struct rename_table *op;

	if (same(from->object.name.name, to->object.name.name))
		return;
	op = op_new(&rename_table, d->at);
	op->name = to->object.name;
	op->name.name = from->object.name.name;
	op->to = to->object.name.name;
	diff_add(d, PHASE_RENAME, op);
}

/* PostgreSQL has no statement for that: it is made anew there, which loses no row */
static void
go_to_server(struct diff *d, const struct table *from, const struct table *to)
{
	struct drop_table *op = op_new(&drop_table, d->at);

	op->foreign = true;
	list_add(&op->tables, object_copy(&from->object));
	list_add(&op->names, copy(&from->object.name, sizeof from->object.name));
	diff_add(d, drop_phase(d, from), op);
	table_create(d, &to->object);
}

static void
alter(struct diff *d, const struct object *a, const struct object *b)
{
	const struct table *from = (const struct table *)a, *to = (const struct table *)b;
	const struct table *rest = without_columns(d, from, to);

	if (table_is_temporary(to))
		return;
	if (d->by_name && from->server && to->server && !same(from->server, to->server)) {
		go_to_server(d, from, to);
		return;
	}
	table_alter(d, from, to);
	alter_name(d, from, to);
	columns_alter(d, from, to);
	constraints_alter(d, rest, to);
	indexes_alter(d, rest, to);
	foreign_table_alter(d, from, to);
	comment_add(d, to->server ? "foreign table" : "table", sql_qname(b->name), a->comment,
	            b->comment);
	owner_alter(d, a, b);
	privileges_alter(d, a, b);
}

const struct noun table_noun = {
	.name = "table",
	.space = SPACE_RELATION,
	.plural = "TABLES",
	.size = sizeof(struct table),
	.unshare = unshare,
	.aliases = table_aliases,
	.columns = columns,
	.links = table_links,
	.remove = remove_cascading,
	.create = table_create,
	.drop = drop,
	.alter = alter,
	.lost = table_lost,
	.settle = table_settle,
	.rename_parts = table_rename_parts,
	.warn_renamed = table_warn_renamed,
	.resembles = table_resembles,
};

const struct op_class *const table_ops[] = {&drop_table, &rename_table, NULL};
