/* alter_table: what ALTER TABLE says of a table as a whole, and its parents. */
#include <string.h>

#include "code.h"

struct alter_table {
	struct op op;
	struct altered altered;
	enum answer unlogged;
	const char *tablespace;
	const char *using;
	struct strs with;
	struct strs reset;
	struct qname inherit;
	struct qname no_inherit;
	const char *schema;
	const char *comment;
	const char *of_type; /* "" is none */
	enum answer row_security, force_row_security;
	const char *replica_identity;
	const char *replica_index;

	bool changed; /* the table was there, or may have been */
};

static const struct op_class alter_table;

/* ---- the shape ---- */

static const char *const replica_identities[] = {"default", "full", "nothing", NULL};

static const struct field alter_fields[] = {
	{"table", FIELD_PART, offsetof(struct alter_table, altered), 1, .shape = &altered_shape},
	{"unlogged", FIELD_ANSWER, offsetof(struct alter_table, unlogged), .fallback = "unchanged",
         .sql = "SET UNLOGGED | SET LOGGED"},
	{"tablespace", FIELD_NAME, offsetof(struct alter_table, tablespace),
         .fallback = "unchanged", .sql = "SET TABLESPACE tablespace"},
	{"using", FIELD_NAME, offsetof(struct alter_table, using), .fallback = "unchanged",
         .sql = "SET ACCESS METHOD using"},
	{"with", FIELD_PARAMETERS, offsetof(struct alter_table, with), .fallback = "unchanged",
         .sql = "SET (with)", .doc = "Storage parameters: { fillfactor = 70 }."},
	{"reset", FIELD_TEXTS, offsetof(struct alter_table, reset), .fallback = "none",
         .sql = "RESET (reset, …)", .doc = "Names of storage parameters."},
	{"schema", FIELD_NAME, offsetof(struct alter_table, schema), .fallback = "unchanged",
         .sql = "SET SCHEMA schema", .doc = "Its indexes and the sequences that it owns go along."},
	{"inherit", FIELD_QNAME, offsetof(struct alter_table, inherit), .fallback = "none",
         .sql = "INHERIT inherit", .doc = "A table, whose columns and checks it must have."},
	{"no_inherit", FIELD_QNAME, offsetof(struct alter_table, no_inherit), .fallback = "none",
         .sql = "NO INHERIT no_inherit"},
	{"of_type", FIELD_TEXT, offsetof(struct alter_table, of_type), .nullable = true,
         .fallback = "unchanged", .sql = "OF of_type | NOT OF",
         .doc = "A composite type with the same columns. null takes the table away from its type."},
	{"row_level_security", FIELD_ANSWER, offsetof(struct alter_table, row_security),
         .fallback = "unchanged", .sql = "ENABLE | DISABLE ROW LEVEL SECURITY",
         .doc = "Policies say which rows there are for whom; without one there are none."},
	{"force_row_level_security", FIELD_ANSWER, offsetof(struct alter_table, force_row_security),
         .fallback = "unchanged", .sql = "FORCE | NO FORCE ROW LEVEL SECURITY",
         .doc = "For the table's owner too."},
	{"replica_identity", FIELD_CHOICE, offsetof(struct alter_table, replica_identity),
         .choices = replica_identities, .fallback = "unchanged",
         .sql = "REPLICA IDENTITY replica_identity",
         .doc = "What logical replication tells of a row that changes: its primary key, all of it, nothing."},
	{"replica_identity_index", FIELD_NAME, offsetof(struct alter_table, replica_index),
         .fallback = "unchanged", .sql = "REPLICA IDENTITY USING INDEX replica_identity_index",
         .doc = "A unique index of columns that are all NOT NULL."},
	{"comment", FIELD_TEXT, offsetof(struct alter_table, comment), .nullable = true,
         .fallback = "unchanged", .sql = "COMMENT ON TABLE table IS 'comment'",
         .doc = "null takes it away."},
	{0},
};

static int
alter_finish(void *item)
{
	const struct alter_table *op = item;

	if (op->replica_identity && op->replica_index)
		return op_error(&op->op, E_GENERATED,
		                "replica_identity and replica_identity_index exclude each other");
	return 0;
}

static void
take_parameters(const PgQuery__Node *def, struct alter_table *op, bool reset)
{
	struct strs all = {0};
	size_t i;

	node_parameters(def->list->items, def->list->n_items, &all);
	for (i = 0; i < all.n; i++)
		if (reset)
			strs_add(&op->reset, strn(all.v[i], strcspn(all.v[i], "=")));
		else
			strs_add(&op->with, all.v[i]);
}

static void
take_identity(const PgQuery__ReplicaIdentityStmt *stmt, struct alter_table *op)
{
	if (*stmt->identity_type == 'i')
		op->replica_index = stmt->name;
	else
		op->replica_identity = *stmt->identity_type == 'f'   ? "full"
		                       : *stmt->identity_type == 'n' ? "nothing"
		                                                     : "default";
}

/* false where the command is another's */
static bool
take_command(struct alter_table *op, const PgQuery__AlterTableCmd *cmd)
{
	switch (cmd->subtype) {
	case PG_QUERY__ALTER_TABLE_TYPE__AT_SetLogged:
		op->unlogged = NO;
		return true;
	case PG_QUERY__ALTER_TABLE_TYPE__AT_SetUnLogged:
		op->unlogged = YES;
		return true;
	case PG_QUERY__ALTER_TABLE_TYPE__AT_SetTableSpace:
		op->tablespace = cmd->name;
		return true;
	case PG_QUERY__ALTER_TABLE_TYPE__AT_SetAccessMethod:
		op->using = cmd->name;
		return true;
	case PG_QUERY__ALTER_TABLE_TYPE__AT_SetRelOptions:
		take_parameters(cmd->def, op, false);
		return true;
	case PG_QUERY__ALTER_TABLE_TYPE__AT_ResetRelOptions:
		take_parameters(cmd->def, op, true);
		return true;
	case PG_QUERY__ALTER_TABLE_TYPE__AT_AddInherit:
		op->inherit = range_qname(cmd->def->range_var);
		return true;
	case PG_QUERY__ALTER_TABLE_TYPE__AT_AddOf:
		op->of_type = type_sql(cmd->def->type_name);
		return true;
	case PG_QUERY__ALTER_TABLE_TYPE__AT_DropOf:
		op->of_type = "";
		return true;
	case PG_QUERY__ALTER_TABLE_TYPE__AT_EnableRowSecurity:
		op->row_security = YES;
		return true;
	case PG_QUERY__ALTER_TABLE_TYPE__AT_DisableRowSecurity:
		op->row_security = NO;
		return true;
	case PG_QUERY__ALTER_TABLE_TYPE__AT_ForceRowSecurity:
		op->force_row_security = YES;
		return true;
	case PG_QUERY__ALTER_TABLE_TYPE__AT_NoForceRowSecurity:
		op->force_row_security = NO;
		return true;
	case PG_QUERY__ALTER_TABLE_TYPE__AT_ReplicaIdentity:
		take_identity(cmd->def->replica_identity_stmt, op);
		return true;
	case PG_QUERY__ALTER_TABLE_TYPE__AT_DropInherit:
		op->no_inherit = range_qname(cmd->def->range_var);
		return true;
	/* there are no OIDs to be without */
	case PG_QUERY__ALTER_TABLE_TYPE__AT_DropOids:
		return true;
	default:
		return false;
	}
}

static struct op *
schema_from_sql(const struct clause *c)
{
	const PgQuery__AlterObjectSchemaStmt *stmt;
	struct alter_table *op;

	if (c->node->node_case != PG_QUERY__NODE__NODE_ALTER_OBJECT_SCHEMA_STMT)
		return NULL;
	stmt = c->node->alter_object_schema_stmt;
	if (stmt->object_type != PG_QUERY__OBJECT_TYPE__OBJECT_TABLE &&
	    stmt->object_type != PG_QUERY__OBJECT_TYPE__OBJECT_FOREIGN_TABLE)
		return NULL;
	op = op_new(&alter_table, c->at);
	op->altered.relkind =
		stmt->object_type == PG_QUERY__OBJECT_TYPE__OBJECT_FOREIGN_TABLE ? 'f' : 0;
	op->altered.table = range_qname(stmt->relation);
	op->altered.if_exists = stmt->missing_ok;
	op->schema = stmt->newschema;
	return &op->op;
}

static struct op *
alter_from_sql(const struct clause *c)
{
	struct alter_table *op;
	struct altered a;

	if (!c->command)
		return schema_from_sql(c);
	if (!c->command || !altered_from_sql(c, c->command->subtype, &a))
		return NULL;
	op = op_new(&alter_table, c->at);
	op->altered = a;
	return take_command(op, c->command) ? &op->op : NULL;
}

/* a permanent table cannot refer to an unlogged one */
static enum applied
need_persistence(const struct alter_table *op, const struct schema *s, const struct table *t)
{
	struct list keys = foreign_keys_to(s, t);
	const struct table *other;
	const struct constraint *k;
	size_t i;

	if (same(t->persistence, "temporary"))
		return op_error(&op->op, E_PERSISTENCE, "table %s is temporary",
		                plain_qname(t->object.name));
	for (i = 0; i + 1 < keys.n && op->unlogged == YES; i += 2) {
		other = keys.v[i];
		if (!other->persistence)
			return op_error(
				&op->op, E_PERSISTENCE,
				"table %s is logged and refers to it; it cannot be unlogged",
				plain_qname(other->object.name));
	}
	for (i = 0; i < t->constraints.n && op->unlogged == NO; i++) {
		k = t->constraints.v[i];
		other = k->type == 'f' ? (const struct table *)schema_find(s, SPACE_RELATION,
		                                                           k->references.table)
		                       : NULL;
		if (other && other->object.noun == &table_noun &&
		    other->object.id != t->object.id && same(other->persistence, "unlogged"))
			return op_error(
				&op->op, E_PERSISTENCE,
				"it refers to table %s, which is unlogged; it cannot be logged",
				plain_qname(other->object.name));
	}
	return APPLIED;
}

static enum applied
set_persistence(const struct alter_table *op, struct schema *s, struct table *t)
{
	struct list owned = owned_sequences(s, t);
	const struct code *publication;
	struct sequence *q;
	struct column *c;
	size_t i;

	if (need_persistence(op, s, t) == REFUSED)
		return REFUSED;
	if ((op->unlogged == YES) == same(t->persistence, "unlogged"))
		return APPLIED;
	publication = op->unlogged == YES ? publication_of(s, t->object.name) : NULL;
	if (publication)
		return op_error(&op->op, E_PERSISTENCE,
		                "publication '%s' has it; it cannot be unlogged",
		                publication->name.name);
	/* the server takes it, and does nothing: there is nothing to store */
	if (t->partition_by)
		return APPLIED;
	t->persistence = op->unlogged == YES ? "unlogged" : NULL;
	for (i = 0; i < t->columns.n; i++) {
		if (!((struct column *)t->columns.v[i])->identity)
			continue;
		c = element_copy(&t->columns, i, sizeof *c);
		c->identity = copy(c->identity, sizeof *c->identity);
		c->identity->unlogged = UNSAID;
	}
	for (i = 0; i < owned.n; i++) {
		q = (struct sequence *)object_copy(owned.v[i]);
		q->persistence = t->persistence;
		schema_put(s, &q->object);
	}
	return APPLIED;
}

static enum applied
set_inherit(struct alter_table *op, struct schema *s, struct table *t)
{
	enum applied result;
	const struct table *parent = need_table(&op->op, s, op->inherit, "f", &result);

	if (t->of_type)
		return op_error(&op->op, E_INHERIT, "table %s is typed: it cannot inherit",
		                plain_qname(t->object.name));
	if (!parent)
		return result;
	if (inherits_from(t, parent->object.name))
		return op_error(&op->op, E_INHERIT, "table %s inherits from it already",
		                plain_qname(t->object.name));
	if (table_is_temporary(parent) && !table_is_temporary(t))
		return op_error(&op->op, E_PERSISTENCE,
		                "table %s is temporary: only a temporary table can inherit from it",
		                plain_qname(parent->object.name));
	if (is_below(s, parent, t) || parent->partition_by || parent->partition_of.name ||
	    t->partition_of.name)
		return op_error(&op->op, E_INHERIT, "table %s cannot inherit from %s",
		                plain_qname(t->object.name), plain_qname(parent->object.name));
	return parent_add(&op->op, s, parent, t);
}

static enum applied
set_no_inherit(struct alter_table *op, struct schema *s, struct table *t)
{
	enum applied result;
	const struct table *parent = need_table(&op->op, s, op->no_inherit, "f", &result);

	if (!parent)
		return result;
	if (t->partition_of.name || !inherits_from(t, parent->object.name))
		return op_error(&op->op, E_INHERIT, "table %s does not inherit from %s",
		                plain_qname(t->object.name), plain_qname(parent->object.name));
	parent_remove(s, parent, t);
	return APPLIED;
}

static enum applied
alter_parents(struct alter_table *op, struct schema *s, struct table *t)
{
	enum applied result = APPLIED;

	if (op->inherit.name)
		result = worse(result, set_inherit(op, s, t));
	if (op->no_inherit.name)
		result = worse(result, set_no_inherit(op, s, t));
	return result;
}

/* the columns that the type has, and in its order */
static enum applied
need_columns_of_type(const struct op *op, const struct schema *s, const struct table *t,
                     const char *type, const struct list *columns)
{
	const struct column *c, *own;
	size_t i;

	for (i = 0; i < columns->n || i < t->columns.n; i++) {
		c = i < columns->n ? columns->v[i] : NULL;
		own = i < t->columns.n ? t->columns.v[i] : NULL;
		if (!c || !own || !same(c->name, own->name) || !same_type(s, c->type, own->type))
			return op_error(op, E_INHERIT, "column '%s' of %s is not such in %s",
			                c ? c->name : own->name,
			                c ? type : plain_qname(t->object.name),
			                c ? plain_qname(t->object.name) : type);
	}
	return APPLIED;
}

static enum applied
set_type(const struct alter_table *op, struct schema *s, struct table *t)
{
	struct parse_error e;
	struct list columns = {0};
	enum applied result;

	if (!*op->of_type && !t->of_type)
		return op_error(&op->op, E_INHERIT, "table %s is not typed",
		                plain_qname(t->object.name));
	t->of_type = NULL;
	if (!*op->of_type)
		return APPLIED;
	t->of_type = type_parse(op->of_type, &e);
	if (!t->of_type)
		return op_error(&op->op, E_NO_TYPE, "of_type '%s': %s", op->of_type, e.message);
	if (t->inherits.n)
		return op_error(&op->op, E_INHERIT, "table %s inherits: it cannot be typed",
		                plain_qname(t->object.name));
	result = need_composite(&op->op, s, t->of_type, &columns);
	t->of_type = type_kept(s, t->of_type);
	if (result == REFUSED || !columns.n || schema_may_have_part(s, &t->object, NULL))
		return result;
	return need_columns_of_type(&op->op, s, t, t->of_type, &columns);
}

static enum applied
set_identity(const struct alter_table *op, const struct schema *s, struct table *t)
{
	enum applied result = APPLIED;
	unsigned index = 0;

	if (op->replica_index)
		result = need_replica_index(&op->op, s, t, op->replica_index, &index);
	if (result != APPLIED)
		return result;
	t->replica_index = index;
	t->replica_identity = same(op->replica_identity, "default") ? NULL : op->replica_identity;
	return APPLIED;
}

static enum applied
need_schema_move(const struct op *op, const struct schema *s, const struct table *t,
                 struct qname to)
{
	struct list aliases = {0};
	const struct object *a;
	enum applied result = need_schema(op, s, to);
	size_t i;

	if (result == APPLIED)
		result = need_free_name(op, s, SPACE_RELATION, to);
	table_aliases(&t->object, &aliases);
	for (i = 0; i < aliases.n && result == APPLIED; i++) {
		a = aliases.v[i];
		to.name = a->name.name;
		result = need_free_name(op, s, a->noun->space, to);
	}
	return result;
}

/* t, which is a copy, is put under its new name with the sequences that it owns, and all that refers to them follows */
static enum applied
move_schema(const struct alter_table *op, struct schema *s, struct table *t)
{
	struct list owned = owned_sequences(s, t);
	struct qname from = t->object.name, to = {op->schema, t->object.name.name}, was;
	struct object *q;
	enum applied result;
	size_t i;

	if (same(from.schema, to.schema))
		return APPLIED;
	result = need_schema_move(&op->op, s, t, to);
	if (result != APPLIED)
		return result;
	rename_uses(s, SPACE_RELATION, from, to);
	rename_uses(s, SPACE_TYPE, from, to);
	t->object.name = to;
	schema_put(s, &t->object);
	rename_references(s, SPACE_RELATION, from, to);
	rename_references(s, SPACE_TYPE, from, to);
	for (i = 0; i < owned.n; i++) {
		q = object_copy(s->by_id.v[((struct object *)owned.v[i])->id]);
		was = q->name;
		q->name.schema = to.schema;
		schema_put(s, q);
		rename_references(s, SPACE_RELATION, was, q->name);
	}
	return APPLIED;
}

/* which relations beside tables the server takes there, as relkinds */
static const char *
relations(const struct alter_table *op)
{
	bool stored = op->tablespace || op->using || op->replica_identity || op->replica_index;
	bool options = op->with.n || op->reset.n;

	if (op->unlogged != UNSAID || op->of_type || op->comment || op->row_security != UNSAID ||
	    op->force_row_security != UNSAID)
		return "";
	if (op->inherit.name || op->no_inherit.name)
		return stored || options ? "" : "f";
	if (stored)
		return "m";
	return options ? "vm" : "vmf";
}

/* the options that the server has for indexes too are passed on to it */
static enum applied
alter_target(struct alter_table *op, struct schema *s, struct table **t)
{
	const struct object *o = schema_find(s, SPACE_RELATION, op->altered.table);
	enum applied result;
	struct qname to;

	*t = NULL;
	if (o && op->schema && !op->altered.relkind &&
	    (o->noun == &sequence_noun || o->noun == &identity_noun))
		return sequence_move(&op->op, s, op->altered.table, op->schema);
	if (o && op->schema && o->noun == &index_noun)
		return op_error(&op->op, E_KIND, "%s is an index, and in the schema of its table",
		                plain_qname(op->altered.table));
	if (o && op->schema && code_kind(o) && !op->altered.relkind) {
		if (same(op->schema, o->name.schema))
			return APPLIED;
		to = (struct qname){op->schema, o->name.name};
		return code_move(&op->op, s, (const struct code *)o, to);
	}
	if (o && o->noun != &table_noun && !code_kind(o) && !op->altered.relkind &&
	    !op->inherit.name && !op->no_inherit.name && op->row_security == UNSAID &&
	    op->force_row_security == UNSAID && !op->replica_identity && !op->replica_index) {
		if (op->schema)
			opaque_move(s, o, (struct qname){op->schema, o->name.name});
		return UNKNOWN;
	}
	*t = need_altered(&op->op, s, &op->altered, relations(op), &result);
	return result;
}

static enum applied
alter_apply(struct op *o, struct schema *s)
{
	struct alter_table *op = (struct alter_table *)o;
	enum applied result;
	struct table *t;

	result = alter_target(op, s, &t);
	op->changed = t || result == UNKNOWN;
	if (!t)
		return result;
	if (frame_is_view(&t->object)
	            ? need_view_options(o, &op->with) == REFUSED
	            : need_table_parameters(o, s, &op->with, t->using, t->partition_by) == REFUSED)
		return REFUSED;
	if (op->unlogged != UNSAID && set_persistence(op, s, t) == REFUSED)
		return REFUSED;
	parameters_set(&t->with, &op->with, &op->reset);
	if (op->tablespace)
		t->tablespace = same(op->tablespace, "pg_default") ? NULL : op->tablespace;
	if (need_table_method(o, s, op->using) == REFUSED)
		return REFUSED;
	if (op->using)
		t->using = access_method(op->using);
	if (op->comment)
		t->object.comment = *op->comment ? op->comment : NULL;
	if (op->row_security != UNSAID)
		t->row_security = op->row_security == YES;
	if (op->force_row_security != UNSAID)
		t->force_row_security = op->force_row_security == YES;
	result = alter_parents(op, s, t);
	if (op->of_type && result != REFUSED)
		result = worse(result, set_type(op, s, t));
	if ((op->replica_identity || op->replica_index) && result != REFUSED)
		result = worse(result, set_identity(op, s, t));
	if (result != REFUSED)
		schema_put(s, &t->object);
	if (op->schema && result != REFUSED)
		result = worse(result, move_schema(op, s, (struct table *)object_copy(&t->object)));
	return result;
}

static void
parent_actions(const struct alter_table *op, struct strs *all)
{
	if (op->inherit.name)
		strs_add(all, strf("INHERIT %s", sql_qname(op->inherit)));
	if (op->no_inherit.name)
		strs_add(all, strf("NO INHERIT %s", sql_qname(op->no_inherit)));
}

static void
security_actions(const struct alter_table *op, struct strs *all)
{
	if (op->row_security != UNSAID)
		strs_add(all, op->row_security == YES ? "ENABLE ROW LEVEL SECURITY"
		                                      : "DISABLE ROW LEVEL SECURITY");
	if (op->force_row_security != UNSAID)
		strs_add(all, op->force_row_security == YES ? "FORCE ROW LEVEL SECURITY"
		                                            : "NO FORCE ROW LEVEL SECURITY");
}

static void
identity_actions(const struct alter_table *op, struct strs *all)
{
	if (op->replica_index)
		strs_add(all, strf("REPLICA IDENTITY USING INDEX %s", sql_name(op->replica_index)));
	else if (same(op->replica_identity, "full"))
		strs_add(all, "REPLICA IDENTITY FULL");
	else if (op->replica_identity)
		strs_add(all, same(op->replica_identity, "nothing") ? "REPLICA IDENTITY NOTHING"
		                                                    : "REPLICA IDENTITY DEFAULT");
}

static void
alter_render(const struct op *o, struct list *steps)
{
	const struct alter_table *op = (const struct alter_table *)o;
	struct strs all = {0};
	bool gently = op->unlogged == UNSAID && !op->tablespace && !op->using;

	if (!op->changed)
		return;
	if (op->unlogged != UNSAID)
		strs_add(&all, op->unlogged == YES ? "SET UNLOGGED" : "SET LOGGED");
	if (op->tablespace)
		strs_add(&all, strf("SET TABLESPACE %s", sql_name(op->tablespace)));
	if (op->using)
		strs_add(&all, strf("SET ACCESS METHOD %s", sql_name(op->using)));
	if (op->with.n)
		strs_add(&all, strf("SET%s", sql_parameters(&op->with)));
	if (op->reset.n)
		strs_add(&all, strf("RESET (%s)", strs_join(&op->reset, ", ")));
	if (op->of_type)
		strs_add(&all, *op->of_type ? strf("OF %s", op->of_type) : "NOT OF");
	gently &= !op->inherit.name && !op->no_inherit.name && !op->of_type;
	parent_actions(op, &all);
	gently &= op->row_security == UNSAID && op->force_row_security == UNSAID;
	security_actions(op, &all);
	gently &= !op->replica_identity && !op->replica_index;
	identity_actions(op, &all);
	if (all.n)
		step_lock(step_add(steps, o, sql_qname(op->altered.table),
		                   alter_table_sql(&op->altered, &all)),
		          gently ? LOCK_SHARE_UPDATE_EXCLUSIVE : LOCK_ACCESS_EXCLUSIVE,
		          op->altered.table);
	if (op->comment)
		step_add(steps, o, sql_qname(op->altered.table),
		         table_comment_sql(op->altered.table, false,
		                           *op->comment ? op->comment : NULL));
	/* the last of all: the others say its name */
	if (op->schema)
		step_lock(step_add(steps, o, sql_qname(op->altered.table),
		                   strf("ALTER TABLE %s%s SET SCHEMA %s",
		                        op->altered.if_exists ? "IF EXISTS " : "",
		                        sql_qname(op->altered.table), sql_name(op->schema))),
		          LOCK_ACCESS_EXCLUSIVE, op->altered.table);
}

static const struct op_class alter_table = {
	.shape = {"alter_table", CALL_ARGUMENTS, sizeof(struct alter_table), alter_fields,
                  .finish = alter_finish, .page = "sql-altertable.html",
                  .doc = "Changes a table as a whole; what is left out stays as it is."},
	.from_sql = alter_from_sql,
	.apply = alter_apply,
	.render = alter_render,
};

/* ---- differences ---- */

static void
diff_schema(struct diff *d, const struct table *from, const struct table *to)
{
	struct alter_table *move;

	if (same(from->object.name.schema, to->object.name.schema))
		return;
	move = op_new(&alter_table, d->at);
	move->altered.table = from->object.name;
	move->schema = to->object.name.schema;
	move->changed = true;
	diff_add(d, PHASE_RENAME, move);
}

/* the columns of a typed table cannot change: it leaves its type first, and gets one last */
static void
diff_type(struct diff *d, const struct table *from, const struct table *to)
{
	struct alter_table *op = op_new(&alter_table, d->at);

	if (same(from->of_type, to->of_type))
		return;
	op->altered.table = to->of_type ? to->object.name : from->object.name;
	op->of_type = to->of_type ? to->of_type : "";
	op->changed = true;
	diff_add(d, to->of_type ? PHASE_ADD_FOREIGN_KEY : PHASE_RENAME, op);
}

static const struct op_class impossible;

/* of a difference: what no operation does */
struct impossible {
	struct op op;
	const struct table *table;
	const char *is, *to_be;
};

static enum applied
impossible_apply(struct op *o, struct schema *s)
{
	const struct impossible *op = (const struct impossible *)o;

	(void)s;
	return op_error(
		o, E_PARTITION,
		"table %s is %s, and cannot become %s: make another, copy the rows, drop this one and give the "
		"other its name",
		plain_qname(op->table->object.name), op->is, op->to_be);
}

static void
impossible_render(const struct op *o, struct list *steps)
{
	(void)o;
	(void)steps;
}

static const struct field no_fields[] = {{0}};

static const struct op_class impossible = {
	.shape = {"table", CALL_ARGUMENTS, sizeof(struct impossible), no_fields},
	.apply = impossible_apply,
	.render = impossible_render,
};

static void
diff_impossible(struct diff *d, const struct table *from, const char *is, const char *to_be)
{
	struct impossible *op = op_new(&impossible, d->at);

	op->table = from;
	op->is = is;
	op->to_be = to_be;
	diff_add(d, PHASE_RENAME, op);
}

static const char *
partitioned(const struct table *t, const char *otherwise)
{
	return t->partition_by ? strf("partitioned by %s", t->partition_by) : otherwise;
}

static void
diff_rows(struct diff *d, const struct table *from, const struct table *to)
{
	if (!d->by_name)
		return;
	if (!same(from->partition_by, to->partition_by))
		diff_impossible(d, from, partitioned(from, "not partitioned"),
		                partitioned(to, "one that is not"));
	if (!from->server != !to->server)
		diff_impossible(d, from, from->server ? "a foreign table" : "no foreign table",
		                to->server ? "one" : "one that is none");
}

static void
alter_storage(struct alter_table *op, const struct table *from, const struct table *to)
{
	if (!same(from->persistence, to->persistence))
		op->unlogged = to->persistence ? YES : NO;
	if (!same(from->tablespace, to->tablespace))
		op->tablespace = to->tablespace ? to->tablespace : "pg_default";
	if (!same(from->using, to->using))
		op->using = to->using ? to->using : "heap";
	parameters_diff(&from->with, &to->with, &op->with, &op->reset);
}

static enum answer
answer_changed(bool from, bool to)
{
	return from == to ? UNSAID : to ? YES : NO;
}

/* from NULL: the table is new, and as CREATE TABLE left it */
static void
diff_security(struct diff *d, const struct table *from, const struct table *to)
{
	struct alter_table *op = op_new(&alter_table, d->at);

	op->altered.table = to->object.name;
	op->changed = true;
	op->row_security = answer_changed(from && from->row_security, to->row_security);
	op->force_row_security =
		answer_changed(from && from->force_row_security, to->force_row_security);
	if (op->row_security != UNSAID || op->force_row_security != UNSAID)
		diff_add(d, PHASE_ALTER_COLUMN, op);
}

/* the index, where it is there; from may be NULL */
static const char *
replica_index(const struct table *t)
{
	return t && t->replica_index ? index_by_id(t, t->replica_index) : NULL;
}

static bool
is_part(const struct table *t, const char *index)
{
	const struct index *x = table_index(t, index);
	const struct constraint *c = table_constraint(t, index);

	return x ? x->inherited : c && c->inherited;
}

/* an index must be there first; one that comes with that of the table above has another name so far */
static void
diff_identity(struct diff *d, const struct table *from, const struct table *to)
{
	const char *was = replica_index(from), *is = replica_index(to);
	struct alter_table *op = op_new(&alter_table, d->at);

	op->altered.table = to->object.name;
	op->changed = true;
	if (is && !d->by_name && is_part(to, is) && !(from && index_by_id(from, to->replica_index)))
		return;
	if (is &&
	    (!was || (d->by_name ? !same(was, is) : from->replica_index != to->replica_index)))
		op->replica_index = is;
	else if (!is && (was || !same(from ? from->replica_identity : NULL, to->replica_identity)))
		op->replica_identity = to->replica_identity ? to->replica_identity : "default";
	else
		return;
	diff_add(d, is ? PHASE_ADD_FOREIGN_KEY : PHASE_ALTER_COLUMN, op);
}

static void
diff_checked(struct diff *d, const struct table *from, const struct table *to)
{
	if ((from && from->unchecked) == to->unchecked)
		return;
	diff_add(
		d, PHASE_ADD_FOREIGN_KEY,
		execute_new(d->at, strf("ALTER TABLE %s %s TRIGGER ALL", sql_qname(to->object.name),
	                                to->unchecked ? "DISABLE" : "ENABLE")));
}

void
table_states(struct diff *d, const struct table *from, const struct table *to)
{
	diff_security(d, from, to);
	diff_identity(d, from, to);
	diff_checked(d, from, to);
	copies_differ(d, from, to);
}

/* what it has from a parent is not its own to drop, and it must have all that a parent asks for: so it leaves one first, and comes
   under one last */
static void
diff_inherits(struct diff *d, const struct table *from, const struct table *to)
{
	struct alter_table *op;
	size_t i;

	/* while time passes, a parent of another name is one that was renamed */
	if (!d->by_name && from->inherits.n == to->inherits.n)
		return;
	for (i = 0; i < from->inherits.n; i++) {
		if (inherits_from(to, *(struct qname *)from->inherits.v[i]))
			continue;
		op = op_new(&alter_table, d->at);
		op->altered.table = to->object.name;
		op->no_inherit = *(struct qname *)from->inherits.v[i];
		op->changed = true;
		diff_add(d, PHASE_DROP_FOREIGN_KEY, op);
	}
	for (i = 0; i < to->inherits.n; i++) {
		if (inherits_from(from, *(struct qname *)to->inherits.v[i]))
			continue;
		op = op_new(&alter_table, d->at);
		op->altered.table = to->object.name;
		op->inherit = *(struct qname *)to->inherits.v[i];
		op->changed = true;
		diff_add(d, PHASE_ADD_FOREIGN_KEY, op);
	}
}

/* what of the table as a whole makes `to` of `from`, but for its name */
void
table_alter(struct diff *d, const struct table *from, const struct table *to)
{
	struct alter_table *op = op_new(&alter_table, d->at);

	diff_rows(d, from, to);
	diff_type(d, from, to);
	diff_schema(d, from, to);
	diff_inherits(d, from, to);
	partition_alter(d, from, to);
	table_states(d, from, to);
	alter_storage(op, from, to);
	op->altered.table = to->object.name;
	op->changed = true;
	if (op->unlogged != UNSAID || op->tablespace || op->using || op->with.n || op->reset.n)
		diff_add(d, PHASE_ALTER_COLUMN, op);
}

const struct op_class *const alter_table_ops[] = {&alter_table, NULL};
