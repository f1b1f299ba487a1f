/* What tables that inherit, and partitions, have of the constraints and indexes of their parents: checks go to all of them,
   keys, foreign keys and indexes to partitions. A part of an index is found by what it says, not by its name, for the server
   lets parts have names of their own. */
#include <string.h>

#include "kind.h"

/* ---- what is a part of what ---- */

static bool
same_term(const struct term *a, const struct term *b)
{
	return same(a->column, b->column) && same_expression(a->expression, b->expression);
}

bool
same_index(const struct index *a, const struct index *b)
{
	const struct key *ka, *kb;
	size_t i;

	if (a->unique != b->unique || a->nulls_not_distinct != b->nulls_not_distinct ||
	    !same(a->using, b->using) || !same_expression(a->where, b->where) ||
	    a->keys.n != b->keys.n || !strs_same(&a->include, &b->include))
		return false;
	for (i = 0; i < a->keys.n; i++) {
		ka = a->keys.v[i];
		kb = b->keys.v[i];
		if (!same_term(&ka->term, &kb->term) || !same(ka->collation, kb->collation) ||
		    !same(ka->operator_class, kb->operator_class) || !same(ka->with, kb->with))
			return false;
	}
	return true;
}

static bool
same_foreign_key(const struct constraint *a, const struct constraint *b)
{
	return strs_same(&a->columns, &b->columns) &&
	       same_qname(a->references.table, b->references.table) &&
	       strs_same(&a->references.columns, &b->references.columns) &&
	       same(a->match, b->match) && same(a->on_delete, b->on_delete) &&
	       same(a->on_update, b->on_update) && a->deferrable == b->deferrable &&
	       same(a->initially, b->initially);
}

static bool
is_unique(const struct constraint *c)
{
	return c->type == 'p' || c->type == 'u';
}

/* a unique constraint can be the part of a primary key */
static bool
same_constraint(const struct constraint *a, const struct constraint *b)
{
	struct index xa, xb;

	if (a->type != b->type && !(is_unique(a) && is_unique(b)))
		return false;
	if (a->type == 'c')
		return same(a->name, b->name);
	if (a->type == 'f')
		return same_foreign_key(a, b);
	xa = index_of(a);
	xb = index_of(b);
	return same_index(&xa, &xb);
}

/* what an expression is made of, but for the spelling */
struct ingredients {
	struct strs columns, constants;
};

static bool
take_ingredient(const ProtobufCMessage *m, void *data)
{
	const PgQuery__ColumnRef *ref = (const PgQuery__ColumnRef *)m;
	const PgQuery__AConst *c = (const PgQuery__AConst *)m;
	struct ingredients *all = data;
	const char *name;

	if (m->descriptor == &pg_query__type_name__descriptor)
		return false;
	if (m->descriptor == &pg_query__column_ref__descriptor) {
		name = node_string(ref->fields[ref->n_fields - 1]);
		strs_add(&all->columns, name ? name : "*");
		return false;
	}
	if (m->descriptor != &pg_query__a__const__descriptor)
		return true;
	if (c->val_case == PG_QUERY__A__CONST__VAL_IVAL)
		strs_add(&all->constants, strf("%d", c->ival->ival));
	if (c->val_case == PG_QUERY__A__CONST__VAL_FVAL)
		strs_add(&all->constants, c->fval->fval);
	if (c->val_case == PG_QUERY__A__CONST__VAL_SVAL)
		strs_add(&all->constants, c->sval->sval);
	return false;
}

static bool
has_all(const struct strs *a, const struct strs *b)
{
	size_t i;

	for (i = 0; i < b->n; i++)
		if (!strs_has(a, b->v[i]))
			return false;
	return true;
}

/* true where two expressions certainly say something else: other columns, or other constants. The server compares them when casts,
   IN and the like are read, so another spelling alone tells nothing */
static bool
says_other(const char *a, const char *b)
{
	struct parse_error e;
	struct ingredients x = {{0}, {0}}, y = {{0}, {0}};

	tree_walk(parse_expression(a, &e), take_ingredient, &x);
	tree_walk(parse_expression(b, &e), take_ingredient, &y);
	return !has_all(&x.columns, &y.columns) || !has_all(&y.columns, &x.columns) ||
	       !has_all(&x.constants, &y.constants) || !has_all(&y.constants, &x.constants);
}

static struct constraint *
find_constraint(const struct table *t, const struct constraint *c, bool inherited)
{
	struct constraint *own;
	size_t i;

	for (i = 0; i < t->constraints.n; i++) {
		own = t->constraints.v[i];
		if (own->inherited == inherited && same_constraint(own, c))
			return own;
	}
	return NULL;
}

static struct index *
find_index(const struct table *t, const struct index *x, bool inherited)
{
	struct index *own;
	size_t i;

	for (i = 0; i < t->indexes.n; i++) {
		own = t->indexes.v[i];
		if (own->inherited == inherited && same_index(own, x))
			return own;
	}
	return NULL;
}

struct constraint *
constraint_part(const struct table *child, const struct constraint *c)
{
	return find_constraint(child, c, true);
}

struct index *
index_part(const struct table *child, const struct index *x)
{
	return find_index(child, x, true);
}

/* a check that tables below have too */
static bool
is_inheritable(const struct constraint *c)
{
	return c->type == 'c' && !c->no_inherit;
}

/* the name of the i-th parent, or false */
static bool
parent_name(const struct table *t, size_t i, struct qname *name)
{
	if (i < t->inherits.n)
		*name = *(struct qname *)t->inherits.v[i];
	else if (i == t->inherits.n && t->partition_of.name)
		*name = t->partition_of;
	else
		return false;
	return true;
}

static const struct table *
parent_with(const struct schema *s, const struct table *t, const struct constraint *c,
            const struct table *but)
{
	const struct constraint *there;
	const struct table *parent;
	struct object *o;
	struct qname name;
	size_t i;

	for (i = 0; parent_name(t, i, &name); i++) {
		o = schema_find(s, SPACE_RELATION, name);
		if (!o || o->noun != &table_noun || (but && o->id == but->object.id))
			continue;
		parent = (const struct table *)o;
		there = c->type == 'c' ? table_constraint(parent, c->name)
		                       : find_constraint(parent, c, false);
		if (!there && c->type != 'c')
			there = find_constraint(parent, c, true);
		if (there && (c->type != 'c' || is_inheritable(there)))
			return parent;
	}
	return NULL;
}

const struct table *
constraint_parent(const struct schema *s, const struct table *t, const struct constraint *c)
{
	if (c->type != 'c' && !c->inherited)
		return NULL;
	return parent_with(s, t, c, NULL);
}

/* ---- down ---- */

static long
position(const struct list *l, const void *item)
{
	size_t i;

	for (i = 0; i < l->n; i++)
		if (l->v[i] == item)
			return (long)i;
	return -1;
}

static void
mark_constraint(struct table *t, const struct constraint *c, bool inherited)
{
	struct constraint *own;

	own = element_copy(&t->constraints, (size_t)position(&t->constraints, c), sizeof *own);
	own->inherited = inherited;
}

/* the same, as a part in a table below: it gets its own name and is described by its own comment */
static struct constraint
part_of(const struct constraint *c)
{
	struct constraint part = *c;

	part.at.file = NULL; /* of the operation that brings it here */
	part.id = part.attached = 0;
	part.inherited = true;
	part.comment = part.index_comment = NULL;
	part.clustered = part.only = false;
	if (c->type == 'p' || c->type == 'u' || c->type == 'x')
		part.name = NULL;
	return part;
}

static enum applied
different_check(const struct op *op, const struct table *t, const struct constraint *c)
{
	return op_error(op, E_INHERIT,
	                "table %s, which inherits, has a constraint '%s' already that says "
	                "something else%s",
	                plain_qname(t->object.name), c->name, made_at(c->at));
}

/* a check from a parent; MergeWithExistingConstraint. *added where it is new to t. fresh: t has no rows yet, so it holds */
static enum applied
take_check(struct op *op, struct schema *s, struct table *t, const struct constraint *c, bool fresh,
           bool *added)
{
	const struct constraint *there = table_constraint(t, c->name);
	struct constraint part;

	*added = !there;
	if (!there) {
		part = part_of(c);
		part.not_valid &= !fresh;
		return constraint_add(op, s, t, &part);
	}
	if (there->type != 'c' || says_other(there->expression, c->expression) ||
	    there->no_inherit || (there->not_valid && !c->not_valid))
		return different_check(op, t, there);
	/* what a partition has of its table is never its own; another child keeps it when the parent drops it */
	if (t->partition_of.name)
		mark_constraint(t, there, true);
	return APPLIED;
}

/* a key or a foreign key of a partitioned table, in its partition t: what fits there becomes the part */
static enum applied
take_key(struct op *op, struct schema *s, struct table *t, const struct constraint *c)
{
	struct constraint *own = find_constraint(t, c, false), part;

	if (own && !(c->type == 'f' && own->not_valid)) {
		mark_constraint(t, own, true);
		if (c->type == 'p')
			columns_not_null(t, &c->columns);
		return APPLIED;
	}
	part = part_of(c);
	if (part.name && table_constraint(t, part.name))
		part.name = NULL;
	return constraint_add(op, s, t, &part);
}

/* the columns of a primary key are NOT NULL in tables that inherit them, too */
static void
not_null_descend(struct schema *s, const struct table *t, const struct constraint *key)
{
	struct list below = children(s, t);
	struct table *child;
	size_t i;

	for (i = 0; i < below.n; i++) {
		child = (struct table *)object_copy(below.v[i]);
		columns_not_null(child, &key->columns);
		not_null_descend(s, child, key);
		schema_put(s, &child->object);
	}
}

enum applied
constraint_descend(struct op *op, struct schema *s, const struct table *t,
                   const struct constraint *c)
{
	struct list below = children(s, t);
	struct constraint *part;
	struct table *child;
	bool added = true;
	size_t i;

	if (c->type == 'p' && !t->partition_by)
		not_null_descend(s, t, c);
	if (c->type == 'c' ? c->no_inherit : !t->partition_by)
		return APPLIED;
	for (i = 0; i < below.n; i++) {
		child = (struct table *)object_copy(below.v[i]);
		if ((c->type == 'c' ? take_check(op, s, child, c, false, &added)
		                    : take_key(op, s, child, c)) == REFUSED)
			return REFUSED;
		schema_put(s, &child->object);
		part = added ? constraint_part(child, c) : NULL;
		if (part && constraint_descend(op, s, child, part) == REFUSED)
			return REFUSED;
	}
	return APPLIED;
}

static enum applied
take_index(struct op *op, struct schema *s, struct table *t, const struct index *x)
{
	struct index *own = find_index(t, x, false), part = *x;
	long i;

	if (t->server && x->unique)
		return op_error(op, E_PARTITION,
		                "partition %s is a foreign table, which has no unique index",
		                plain_qname(t->object.name));
	if (t->server)
		return APPLIED;
	if (own) {
		i = position(&t->indexes, own);
		own = element_copy(&t->indexes, (size_t)i, sizeof *own);
		own->inherited = true;
		return APPLIED;
	}
	part.at.file = NULL;
	part.id = part.attached = 0;
	part.name = part.comment = NULL;
	part.only = part.concurrently = part.clustered = false;
	part.settings = (struct list){0};
	part.inherited = true;
	return index_add(op, s, t, &part);
}

enum applied
index_descend(struct op *op, struct schema *s, const struct table *t, const struct index *x)
{
	struct list below = children(s, t);
	struct table *child;
	size_t i;

	if (!t->partition_by || x->only)
		return APPLIED;
	for (i = 0; i < below.n; i++) {
		child = (struct table *)object_copy(below.v[i]);
		if (take_index(op, s, child, x) == REFUSED)
			return REFUSED;
		schema_put(s, &child->object);
		if (index_descend(op, s, child, index_part(child, x)) == REFUSED)
			return REFUSED;
	}
	return APPLIED;
}

/* ---- a new child ---- */

static enum applied
inherit_checks(struct op *op, struct schema *s, const struct table *parent, struct table *t,
               bool attach)
{
	const struct constraint *c, *there;
	bool added;
	size_t i;

	for (i = 0; i < parent->constraints.n; i++) {
		c = parent->constraints.v[i];
		if (!is_inheritable(c))
			continue;
		there = table_constraint(t, c->name);
		if (attach && !there)
			return op_error(op, E_INHERIT,
			                "table %s lacks the check '%s', which %s has%s",
			                plain_qname(t->object.name), c->name,
			                plain_qname(parent->object.name), made_at(c->at));
		if (take_check(op, s, t, c, !attach, &added) == REFUSED)
			return REFUSED;
	}
	return APPLIED;
}

/* in the order in which they were made, for that of their names */
static enum applied
inherit_indexes(struct op *op, struct schema *s, const struct table *parent, struct table *t)
{
	const struct constraint *c;
	const struct index *x;
	size_t i = 0, k = 0;

	for (;;) {
		while (i < parent->constraints.n &&
		       ((c = parent->constraints.v[i])->type == 'c' || c->type == 'f'))
			i++;
		c = i < parent->constraints.n ? parent->constraints.v[i] : NULL;
		x = k < parent->indexes.n ? parent->indexes.v[k] : NULL;
		if (!c && !x)
			return APPLIED;
		if (c && (!x || c->id < x->id)) {
			i++;
			if (take_key(op, s, t, c) == REFUSED)
				return REFUSED;
		} else {
			k++;
			if (take_index(op, s, t, x) == REFUSED)
				return REFUSED;
		}
	}
}

static enum applied
inherit_foreign_keys(struct op *op, struct schema *s, const struct table *parent, struct table *t)
{
	const struct constraint *c;
	size_t i;

	for (i = 0; i < parent->constraints.n; i++) {
		c = parent->constraints.v[i];
		if (c->type == 'f' && take_key(op, s, t, c) == REFUSED)
			return REFUSED;
	}
	return APPLIED;
}

enum applied
parts_inherit(struct op *op, struct schema *s, const struct table *parent, struct table *t,
              bool attach)
{
	if (inherit_checks(op, s, parent, t, attach) == REFUSED)
		return REFUSED;
	if (!parent->partition_by)
		return APPLIED;
	if (inherit_indexes(op, s, parent, t) == REFUSED)
		return REFUSED;
	return inherit_foreign_keys(op, s, parent, t);
}

/* ---- a table that was there before ---- */

bool
is_below(const struct schema *s, const struct table *t, const struct table *top)
{
	struct list below = children(s, top);
	size_t i;

	if (t->object.id == top->object.id)
		return true;
	for (i = 0; i < below.n; i++)
		if (is_below(s, t, below.v[i]))
			return true;
	return false;
}

/* NULL is the type's own, which may be said too */
static bool
same_collation(const char *a, const char *b)
{
	static const char built_in[] = "pg_catalog.";

	if (a && strncmp(a, built_in, sizeof built_in - 1) == 0)
		a += sizeof built_in - 1;
	if (b && strncmp(b, built_in, sizeof built_in - 1) == 0)
		b += sizeof built_in - 1;
	return same(same(a, "\"default\"") ? NULL : a, same(b, "\"default\"") ? NULL : b);
}

bool
same_type(const struct schema *s, const char *a, const char *b)
{
	struct type_parts x = type_parts(a), y = type_parts(b);

	if (x.builtin || y.builtin)
		return same(a, b);
	return schema_find(s, SPACE_TYPE, x.name) == schema_find(s, SPACE_TYPE, y.name) &&
	       same(x.name.name, y.name.name) && x.dimensions == y.dimensions &&
	       strs_same(&x.modifiers, &y.modifiers);
}

/* MergeAttributesIntoExisting */
static enum applied
need_column_of(const struct op *op, const struct schema *s, const struct table *parent,
               const struct column *c, const struct table *t)
{
	const struct column *own = table_column(t, c->name);
	const char *name = plain_qname(t->object.name), *above = plain_qname(parent->object.name);

	if (!own)
		return op_error(op, E_NO_COLUMN, "table %s has no column '%s', as %s has", name,
		                c->name, above);
	if (!same_type(s, own->type, c->type))
		return op_error(op, E_INHERIT, "column '%s' has type %s in table %s, and %s in %s",
		                c->name, own->type, name, c->type, above);
	if (!same_collation(own->collation, c->collation))
		return op_error(op, E_INHERIT,
		                "column '%s' has another collation in table %s than in %s", c->name,
		                name, above);
	if (c->not_null && !own->not_null)
		return op_error(op, E_NOT_NULL,
		                "column '%s' of table %s must be NOT NULL, as in %s", c->name, name,
		                above);
	if (c->generated && !own->generated)
		return op_error(op, E_GENERATED,
		                "column '%s' of table %s must be generated, as in %s", c->name,
		                name, above);
	if (c->generated && says_other(c->generated, own->generated))
		return op_error(op, E_GENERATED,
		                "column '%s' is generated by another expression in %s than in %s",
		                c->name, name, above);
	return APPLIED;
}

/* a partition has no other columns */
static enum applied
need_columns_of(const struct op *op, const struct schema *s, const struct table *parent,
                const struct table *t)
{
	const struct column *c;
	size_t i;

	for (i = 0; i < t->columns.n && parent->partition_by; i++) {
		c = t->columns.v[i];
		if (!table_column(parent, c->name))
			return op_error(op, E_INHERIT,
			                "table %s has a column '%s', which %s has not",
			                plain_qname(t->object.name), c->name,
			                plain_qname(parent->object.name));
	}
	for (i = 0; i < parent->columns.n; i++)
		if (need_column_of(op, s, parent, parent->columns.v[i], t) == REFUSED)
			return REFUSED;
	return APPLIED;
}

/* whether the expressions of the columns are said here, or above */
static void
place_expressions(const struct schema *s, struct table *t)
{
	const struct table *parent;
	const struct column *c;
	size_t i;

	for (i = 0; i < t->columns.n; i++) {
		c = t->columns.v[i];
		parent = c->generated ? column_parent(s, t, c->name) : NULL;
		if (c->generated_above != (parent && table_column(parent, c->name)->generated))
			((struct column *)element_copy(&t->columns, i, sizeof *c))
				->generated_above = !c->generated_above;
	}
}

enum applied
parent_add(struct op *op, struct schema *s, const struct table *parent, struct table *t)
{
	struct column *c;
	size_t i;

	if (schema_may_have_part(s, &parent->object, NULL) ||
	    schema_may_have_part(s, &t->object, NULL))
		return UNKNOWN;
	if (need_columns_of(op, s, parent, t) == REFUSED)
		return REFUSED;
	for (i = 0; i < t->columns.n && parent->partition_by; i++) {
		c = element_copy(&t->columns, i, sizeof *c);
		c->inherited = true;
	}
	if (!parent->partition_by)
		list_add(&t->inherits, copy(&parent->object.name, sizeof parent->object.name));
	place_expressions(s, t);
	return parts_inherit(op, s, parent, t, true);
}

static void
leave(struct table *t, struct qname parent)
{
	const struct qname *name;
	size_t i;

	t->partition_of = (struct qname){NULL, NULL};
	for (i = t->inherits.n; i-- > 0;) {
		name = t->inherits.v[i];
		if (same_qname(*name, parent))
			list_remove(&t->inherits, i);
	}
}

void
parent_remove(const struct schema *s, const struct table *parent, struct table *t)
{
	const struct constraint *k;
	const struct column *c;
	struct index *x;
	size_t i;

	leave(t, parent->object.name);
	for (i = 0; i < t->columns.n; i++) {
		c = t->columns.v[i];
		if (c->inherited && !column_parent(s, t, c->name))
			((struct column *)element_copy(&t->columns, i, sizeof *c))->inherited =
				false;
	}
	place_expressions(s, t);
	for (i = 0; i < t->constraints.n; i++) {
		k = t->constraints.v[i];
		if (k->inherited && !constraint_parent(s, t, k))
			mark_constraint(t, k, false);
	}
	for (i = 0; i < t->indexes.n && parent->partition_by; i++) {
		x = element_copy(&t->indexes, i, sizeof *x);
		x->inherited = false;
	}
}

/* what a table declares itself stays its own when it comes under a parent again, and when the parent gets it again */
void
table_lost(const struct object *a, const struct object *b, struct strs *out)
{
	const struct table *from = (const struct table *)a, *to = (const struct table *)b;
	const struct constraint *k, *check;
	struct strs columns = {0}, checks = {0};
	const struct column *c, *own;
	size_t i;

	for (i = 0; i < to->columns.n; i++) {
		c = to->columns.v[i];
		own = c->inherited ? table_column(from, c->name) : NULL;
		if (own && !own->inherited)
			strs_add(&columns, strf("'%s'", c->name));
	}
	for (i = 0; i < to->constraints.n; i++) {
		k = to->constraints.v[i];
		check = table_constraint(from, k->name);
		if (k->type == 'c' && k->inherited && check && !check->inherited)
			strs_add(&checks, strf("'%s'", k->name));
	}
	if (columns.n)
		strs_add(
			out,
			strf("table %s itself declares %s, which it only inherited; PostgreSQL has no statement that takes this back",
		             plain_qname(b->name), strs_join(&columns, ", ")));
	if (checks.n)
		strs_add(
			out,
			strf("table %s itself has the checks %s, which it only inherited; only dropping them from both tables and adding them to the parent takes this back",
		             plain_qname(b->name), strs_join(&checks, ", ")));
}

/* ---- away ---- */

/* the part of a dropped constraint in one table below: it goes too, or, where only the parent's goes, becomes the table's own */
static enum applied
remove_part(struct op *op, struct schema *s, const struct table *t, struct table *child,
            const struct constraint *c, bool cascade, bool only)
{
	struct constraint *part = constraint_part(child, c);

	if (!part || (c->type == 'c' && parent_with(s, child, part, t)))
		return APPLIED;
	child = (struct table *)object_copy(&child->object);
	if (only && c->type == 'c')
		mark_constraint(child, part, false);
	else if (constraint_remove(op, s, child, part, cascade, false) == REFUSED)
		return REFUSED;
	schema_put(s, &child->object);
	return APPLIED;
}

enum applied
constraint_remove(struct op *op, struct schema *s, struct table *t, const struct constraint *c,
                  bool cascade, bool only)
{
	char *what = strf("%s '%s'", constraint_noun(c), c->name);
	struct list below;
	size_t i;

	if ((c->type == 'p' || c->type == 'u') &&
	    key_release(op, s, t, c->id, what, cascade) == REFUSED)
		return REFUSED;
	list_remove(&t->constraints, (size_t)position(&t->constraints, c));
	if (c->type == 'c' ? c->no_inherit : !t->partition_by)
		return APPLIED;
	below = children(s, t);
	for (i = 0; i < below.n; i++)
		if (remove_part(op, s, t, below.v[i], c, cascade, only) == REFUSED)
			return REFUSED;
	return APPLIED;
}

enum applied
index_remove(struct op *op, struct schema *s, struct table *t, const struct index *x, bool cascade)
{
	char *what = strf("index '%s'", x->name);
	struct list below;
	struct table *child;
	struct index *part;
	size_t i;

	if (x->unique && key_release(op, s, t, x->id, what, cascade) == REFUSED)
		return REFUSED;
	list_remove(&t->indexes, (size_t)position(&t->indexes, x));
	below = children(s, t);
	for (i = 0; t->partition_by && i < below.n; i++) {
		part = index_part(below.v[i], x);
		if (!part)
			continue;
		child = (struct table *)object_copy(below.v[i]);
		if (index_remove(op, s, child, part, cascade) == REFUSED)
			return REFUSED;
		schema_put(s, &child->object);
	}
	return APPLIED;
}
