/* Statements about all that a role owns, or that a tablespace holds: what they do to what migrations made is followed. They reach what
   others made, too, so there is no way back that could be derived. */
#include <string.h>

#include "code.h"

static const struct op_class all_of;

static struct op *
from_sql(const struct clause *c)
{
	switch ((int)c->node->node_case) {
	case PG_QUERY__NODE__NODE_REASSIGN_OWNED_STMT:
	case PG_QUERY__NODE__NODE_DROP_OWNED_STMT:
	case PG_QUERY__NODE__NODE_ALTER_TABLE_MOVE_ALL_STMT:
		return code_op(&all_of, c);
	default:
		return NULL;
	}
}

static bool
is_owned_by(const struct object *o, const struct strs *roles)
{
	return o && o->owner && strs_has(roles, sql_name(o->owner));
}

static struct strs
role_names(PgQuery__Node *const *nodes, size_t n)
{
	struct strs names = {0};
	size_t i;

	for (i = 0; i < n; i++)
		strs_add(&names, role_sql(nodes[i]->role_spec));
	return names;
}

static void
reassign(struct schema *s, const PgQuery__ReassignOwnedStmt *n)
{
	struct strs roles = role_names(n->roles, n->n_roles);
	bool named = n->newrole->roletype == PG_QUERY__ROLE_SPEC_TYPE__ROLESPEC_CSTRING;
	size_t i;

	for (i = 0; i < s->by_id.n; i++)
		if (is_owned_by(s->by_id.v[i], &roles))
			owner_give(s, s->by_id.v[i], named ? n->newrole->rolename : NULL);
}

/* what the roles were granted on what stays */
static void
revoke_all(struct schema *s, struct object *o, const struct strs *roles)
{
	const struct privilege *p;
	struct object *changed = NULL;
	size_t i;

	for (i = o->privileges.n; i-- > 0;) {
		p = o->privileges.v[i];
		if (!strs_has(roles, p->grantee))
			continue;
		if (!changed) {
			changed = object_copy(o);
			changed->privileges = list_copy(&o->privileges);
		}
		list_remove(&changed->privileges, i);
	}
	if (changed)
		schema_put(s, changed);
}

static enum applied
drop(const struct op *op, struct schema *s, const PgQuery__DropOwnedStmt *n)
{
	bool cascade = n->behavior == PG_QUERY__DROP_BEHAVIOR__DROP_CASCADE;
	struct strs roles = role_names(n->roles, n->n_roles);
	struct list gone = {0};
	struct object *o;
	size_t i;

	for (i = 0; i < s->by_id.n; i++)
		if (is_owned_by(s->by_id.v[i], &roles))
			list_add(&gone, s->by_id.v[i]);
	for (i = 0; i < gone.n && !cascade; i++)
		if (need_unused(op, s, gone.v[i], NULL, &gone) == REFUSED)
			return REFUSED;
	for (i = 0; i < gone.n; i++) {
		o = s->by_id.v[((struct object *)gone.v[i])->id];
		if (o)
			remove_object(s, o->id);
	}
	for (i = 0; i < s->by_id.n; i++)
		if (s->by_id.v[i])
			revoke_all(s, s->by_id.v[i], &roles);
	return APPLIED;
}

/* ---- ALTER TABLE ALL IN TABLESPACE ---- */

/* as it is kept */
static const char *
tablespace(const char *name)
{
	return strcmp(name, "pg_default") == 0 ? NULL : name;
}

static bool
move(const char **where, const PgQuery__AlterTableMoveAllStmt *n)
{
	if (!same(*where, tablespace(n->orig_tablespacename)))
		return false;
	*where = tablespace(n->new_tablespacename);
	return true;
}

static bool
move_indexes(struct table *t, const PgQuery__AlterTableMoveAllStmt *n)
{
	struct constraint *c;
	bool moved = false;
	struct index *x;
	size_t i;

	for (i = 0; i < t->indexes.n; i++) {
		x = element_copy(&t->indexes, i, sizeof *x);
		moved |= move(&x->tablespace, n);
	}
	for (i = 0; i < t->constraints.n; i++) {
		c = element_copy(&t->constraints, i, sizeof *c);
		if (c->type != 'c' && c->type != 'f')
			moved |= move(&c->tablespace, n);
	}
	return moved;
}

static void
move_all(struct schema *s, const PgQuery__AlterTableMoveAllStmt *n)
{
	bool views = n->objtype == PG_QUERY__OBJECT_TYPE__OBJECT_MATVIEW;
	bool indexes = n->objtype == PG_QUERY__OBJECT_TYPE__OBJECT_INDEX;
	struct list tables = schema_all(s, views ? &frame_noun : &table_noun);
	struct strs roles = role_names(n->roles, n->n_roles);
	struct table *t;
	size_t i;

	for (i = 0; i < tables.n; i++) {
		t = tables.v[i];
		if (t->server || (views && frame_is_view(&t->object)) ||
		    (roles.n && !is_owned_by(&t->object, &roles)))
			continue;
		t = (struct table *)object_copy(&t->object);
		if (indexes ? move_indexes(t, n) : move(&t->tablespace, n))
			schema_put(s, &t->object);
	}
}

/* ---- the statements ---- */

static enum applied
apply(struct op *op, struct schema *s)
{
	const PgQuery__Node *n = ((struct code_op *)op)->clause->node;

	if (n->node_case == PG_QUERY__NODE__NODE_DROP_OWNED_STMT)
		return drop(op, s, n->drop_owned_stmt);
	if (n->node_case == PG_QUERY__NODE__NODE_REASSIGN_OWNED_STMT)
		reassign(s, n->reassign_owned_stmt);
	else
		move_all(s, n->alter_table_move_all_stmt);
	return APPLIED;
}

static bool
invert(const struct op *op, const struct schema *s, struct list *down, struct list *gaps)
{
	(void)s;
	(void)down;
	gap_add(gaps, op->at,
	        strf("execute: %s reaches what others made, too; say down = [[ … ]], or write a downgrade()",
	             statement_tag(((const struct code_op *)op)->clause->node)));
	return true;
}

static const struct op_class all_of = {
	.shape = {"all_of", CALL_ARGUMENTS, sizeof(struct code_op), code_fields},
	.from_sql = from_sql,
	.apply = apply,
	.render = code_render,
	.invert = invert,
};

const struct op_class *const owned_ops[] = {&all_of, NULL};
