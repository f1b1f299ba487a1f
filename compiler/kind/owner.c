/* Owners: ALTER … OWNER TO. */
#include <string.h>

#include "code.h"

static const struct op_class change_owner;

const char *
role_sql(const PgQuery__RoleSpec *r)
{
	switch ((int)r->roletype) {
	case PG_QUERY__ROLE_SPEC_TYPE__ROLESPEC_CURRENT_ROLE:
		return "CURRENT_ROLE";
	case PG_QUERY__ROLE_SPEC_TYPE__ROLESPEC_CURRENT_USER:
		return "CURRENT_USER";
	case PG_QUERY__ROLE_SPEC_TYPE__ROLESPEC_SESSION_USER:
		return "SESSION_USER";
	case PG_QUERY__ROLE_SPEC_TYPE__ROLESPEC_PUBLIC:
		return "PUBLIC";
	default:
		return sql_name(r->rolename);
	}
}

/* ALTER TABLE says it of all relations, and has its own node */
static const PgQuery__RoleSpec *
new_owner(const struct clause *c)
{
	if (c->command)
		return c->command->newowner;
	return c->node->alter_owner_stmt->newowner;
}

static struct op *
from_sql(const struct clause *c)
{
	if (c->command ? c->command->subtype == PG_QUERY__ALTER_TABLE_TYPE__AT_ChangeOwner
	               : c->node->node_case == PG_QUERY__NODE__NODE_ALTER_OWNER_STMT &&
	                         (code_kind_of(c->node->alter_owner_stmt->object_type) ||
	                          c->node->alter_owner_stmt->object_type ==
	                                  PG_QUERY__OBJECT_TYPE__OBJECT_TYPE))
		return code_op(&change_owner, c);
	return NULL;
}

/* NULL: whoever runs migrate */
static const char *
role_name(const PgQuery__RoleSpec *role)
{
	return role->roletype == PG_QUERY__ROLE_SPEC_TYPE__ROLESPEC_CSTRING ? role->rolename : NULL;
}

static void
give(struct schema *s, const struct object *o, const PgQuery__RoleSpec *role)
{
	owner_give(s, o, role_name(role));
}

static enum applied
give_relation(const struct op *op, struct schema *s, const struct clause *c)
{
	const PgQuery__AlterTableStmt *stmt = c->node->alter_table_stmt;
	struct qname name = range_qname(stmt->relation);
	const struct object *o = schema_find(s, SPACE_RELATION, name);
	const struct code_kind *kind = code_kind_of(stmt->objtype);
	const char *noun = kind ? kind->noun.name
	                   : stmt->objtype == PG_QUERY__OBJECT_TYPE__OBJECT_SEQUENCE ? "sequence"
	                                                                             : "table";
	const struct sequence *q = (const struct sequence *)o;
	struct list owned = {0};
	size_t i;

	if (!o && stmt->missing_ok)
		return APPLIED;
	if (!o)
		return extensions_bring(s, name.name) ? UNKNOWN
		                                      : missing(op, s, noun, SPACE_RELATION, name);
	if (o->noun == &identity_noun)
		return op_error(op, E_GENERATED,
		                "%s is the sequence of an identity column, and has its owner",
		                plain_qname(name));
	if (o->noun->alias || !o->noun->create)
		return schema_is_new(s, o) ? APPLIED : UNKNOWN;
	if (stmt->objtype == PG_QUERY__OBJECT_TYPE__OBJECT_FOREIGN_TABLE &&
	    (o->noun != &table_noun || !((const struct table *)o)->server))
		return op_error(op, E_KIND, "%s is a %s, not a foreign table", plain_qname(name),
		                o->noun->name);
	if (strcmp(noun, "table") != 0 && strcmp(noun, o->noun->name) != 0)
		return op_error(op, E_KIND, "%s is a %s, not a %s", plain_qname(name),
		                o->noun->name, noun);
	if (o->noun == &sequence_noun && q->owned_by.table.name)
		return op_error(op, E_SEQUENCE,
		                "sequence %s belongs to a column of %s, and has its owner",
		                plain_qname(name), plain_qname(q->owned_by.table));
	give(s, o, new_owner(c));
	if (o->noun == &table_noun)
		owned = owned_sequences(s, (const struct table *)o);
	for (i = 0; i < owned.n; i++)
		if (((struct object *)owned.v[i])->noun == &sequence_noun)
			give(s, owned.v[i], new_owner(c));
	return APPLIED;
}

static enum applied
give_type(const struct op *op, struct schema *s, const struct clause *c)
{
	const PgQuery__Node *n = c->node->alter_owner_stmt->object;
	struct qname name = list_qname(n->list->items, n->list->n_items);
	const struct object *o = schema_find(s, SPACE_TYPE, name);

	if (is_array_name(s, name) && !schema_excused(s, SPACE_TYPE, name))
		return op_error(op, E_OWNED,
		                "%s is a type of arrays, and has the owner of its elements",
		                plain_qname(name));
	if (!o)
		return need_type(op, s, sql_qname(name)) == REFUSED ? REFUSED : UNKNOWN;
	if (o->noun->alias && !object_is_multirange(o))
		return op_error(op, E_OWNED, "%s is the row type of a %s, and has its owner",
		                plain_qname(name), o->noun->name);
	if (object_is_multirange(o)) {
		multirange_give(s, o, role_name(new_owner(c)));
		return APPLIED;
	}
	if (o->noun->alias || !o->noun->create)
		return schema_is_new(s, o) ? APPLIED : UNKNOWN;
	give(s, o, new_owner(c));
	return APPLIED;
}

static enum applied
apply(struct op *op, struct schema *s)
{
	const struct clause *c = ((struct code_op *)op)->clause;
	const PgQuery__AlterOwnerStmt *stmt = c->command ? NULL : c->node->alter_owner_stmt;
	const struct code *code;
	enum applied result;

	if (c->command)
		return give_relation(op, s, c);
	if (stmt->object_type == PG_QUERY__OBJECT_TYPE__OBJECT_TYPE)
		return give_type(op, s, c);
	code = need_code(op, s, code_kind_of(stmt->object_type), stmt->object, false, &result);
	if (code)
		give(s, &code->object, stmt->newowner);
	return result;
}

static const struct op_class change_owner = {
	.shape = {"owner", CALL_ARGUMENTS, sizeof(struct code_op), code_fields},
	.from_sql = from_sql,
	.apply = apply,
	.render = code_render,
};

const struct op_class *const owner_ops[] = {&change_owner, NULL};
