/* Schemas: CREATE SCHEMA and its like. */
#include <string.h>

#include "code.h"

/* ---- operations ---- */

struct create_schema {
	struct op op;
	const char *name;
	const char *owner;
	bool if_not_exists;
};

struct drop_schema {
	struct op op;
	struct strs names;
	bool if_exists;
	bool cascade;
};

struct rename_schema {
	struct op op;
	const char *name;
	const char *to;
};

struct alter_schema {
	struct op op;
	const char *name;
	const char *owner; /* NULL: the role that runs migrate */
};

static const struct op_class create_schema, drop_schema, rename_schema, alter_schema;

static struct qname
schema_name(const char *name)
{
	return (struct qname){NULL, name};
}

static enum applied
need_new_schema(const struct op *op, const struct schema *s, const char *name)
{
	if (strncmp(name, "pg_", 3) == 0)
		return op_error(op, E_RESERVED,
		                "'%s': names that begin with pg_ are the server's own", name);
	return need_free_name(op, s, SPACE_SCHEMA, schema_name(name));
}

/* ---- create_schema ---- */

static const struct field create_fields[] = {
	{"name", FIELD_NAME, offsetof(struct create_schema, name), 1, .required = true,
         .sql = "CREATE SCHEMA name"},
	{"owner", FIELD_NAME, offsetof(struct create_schema, owner),
         .fallback = "the role that runs migrate", .sql = "AUTHORIZATION owner"},
	{"if_not_exists", FIELD_BOOL, offsetof(struct create_schema, if_not_exists),
         .fallback = "false", .sql = "IF NOT EXISTS"},
	{0},
};

static struct op *
create_from_sql(const struct clause *c)
{
	const PgQuery__CreateSchemaStmt *stmt;
	struct create_schema *op;

	if (c->node->node_case != PG_QUERY__NODE__NODE_CREATE_SCHEMA_STMT)
		return NULL;
	stmt = c->node->create_schema_stmt;
	op = op_new(&create_schema, c->at);
	op->name = stmt->schemaname;
	if (stmt->authrole &&
	    stmt->authrole->roletype == PG_QUERY__ROLE_SPEC_TYPE__ROLESPEC_CSTRING)
		op->owner = stmt->authrole->rolename;
	if (!*op->name && op->owner)
		op->name = op->owner;
	op->if_not_exists = stmt->if_not_exists;
	/* one that is named after whoever runs it is not followed */
	return *op->name ? &op->op : NULL;
}

static enum applied
create_apply(struct op *o, struct schema *s)
{
	struct create_schema *op = (struct create_schema *)o;
	struct namespace *n;
	enum applied free;

	if (op->if_not_exists && schema_find(s, SPACE_SCHEMA, schema_name(op->name)))
		return APPLIED;
	free = need_new_schema(o, s, op->name);
	if (free != APPLIED)
		return free;
	n = alloc(sizeof *n);
	n->object.noun = &namespace_noun;
	n->object.id = schema_id(s);
	n->object.at = o->at;
	n->object.name = schema_name(op->name);
	n->object.owner = op->owner;
	default_privileges(s, &n->object);
	schema_put(s, &n->object);
	return APPLIED;
}

static void
create_render(const struct op *o, struct list *steps)
{
	const struct create_schema *op = (const struct create_schema *)o;
	struct buf b = {0};

	buf_fmt(&b, "CREATE SCHEMA %s%s", op->if_not_exists ? "IF NOT EXISTS " : "",
	        sql_name(op->name));
	if (op->owner)
		buf_fmt(&b, " AUTHORIZATION %s", sql_name(op->owner));
	step_add(steps, o, op->name, buf_str(&b));
}

static const struct catalog_query created[] = {
	{.phase = PHASE_CREATE_SCHEMA,
         .sql = "SELECT name, NULL, concat('CREATE SCHEMA ', CASE WHEN name = <<history>> THEN 'IF NOT EXISTS ' END, said) FROM home WHERE name <> 'public'\n"
                "UNION ALL\n"
                "SELECT 'public', NULL, 'DROP SCHEMA public' WHERE NOT EXISTS (SELECT FROM pg_namespace WHERE nspname = 'public')"},
	{0},
};

static const struct op_class create_schema = {
	.shape = {"create_schema", CALL_ARGUMENTS, sizeof(struct create_schema), create_fields,
                  .page = "sql-createschema.html", .doc = "Makes a schema."},
	.declares = "schema",
	.from_sql = create_from_sql,
	.apply = create_apply,
	.render = create_render,
	.inspect = created,
};

/* ---- drop_schema ---- */

static const struct field drop_fields[] = {
	{"name", FIELD_NAMES, offsetof(struct drop_schema, names), 1, .required = true,
         .sql = "DROP SCHEMA name, …"},
	{"if_exists", FIELD_BOOL, offsetof(struct drop_schema, if_exists), .fallback = "false",
         .sql = "IF EXISTS"},
	{"cascade", FIELD_BOOL, offsetof(struct drop_schema, cascade), .fallback = "false",
         .sql = "CASCADE", .doc = "Drops all that the schema holds."},
	{0},
};

static struct op *
drop_from(const struct clause *c)
{
	struct list names = {0};
	struct drop_schema *op;
	size_t i;

	if (!drops(c, PG_QUERY__OBJECT_TYPE__OBJECT_SCHEMA))
		return NULL;
	op = op_new(&drop_schema, c->at);
	drop_read(c, &names, &op->if_exists, &op->cascade);
	for (i = 0; i < names.n; i++)
		strs_add(&op->names, ((struct qname *)names.v[i])->name);
	return &op->op;
}

/* the objects that a schema holds, aliases left out */
static struct list
inside(const struct schema *s, const char *name)
{
	struct list objects = {0};
	struct object *o;
	size_t i;

	for (i = 0; i < s->by_id.n; i++) {
		o = s->by_id.v[i];
		if (o && o->noun->space != SPACE_SCHEMA && same(o->name.schema, name))
			list_add(&objects, o);
	}
	return objects;
}

void
give_elements(struct schema *s, const char *name)
{
	const struct object *schema = schema_find(s, SPACE_SCHEMA, schema_name(name)), *o;
	struct list objects = inside(s, name);
	size_t i;

	for (i = 0; i < objects.n; i++) {
		o = objects.v[i];
		if (o->noun == &table_noun || o->noun == &sequence_noun ||
		    o->noun == &view_kind.noun)
			owner_give(s, o, schema->owner);
	}
}

void
remove_object(struct schema *s, unsigned id)
{
	struct object *o = s->by_id.v[id];

	if (o && o->noun->remove)
		o->noun->remove(s, o);
	else if (o)
		schema_remove(s, o);
}

static enum applied
drop_apply(struct op *o, struct schema *s)
{
	struct drop_schema *op = (struct drop_schema *)o;
	enum applied result = APPLIED;
	struct object *schema, *first;
	struct list objects;
	size_t i, j;

	for (i = 0; i < op->names.n && result == APPLIED; i++) {
		schema = schema_find(s, SPACE_SCHEMA, schema_name(op->names.v[i]));
		if (!schema) {
			/* it may stand there twice */
			if (!op->if_exists && strs_find(&op->names, op->names.v[i]) == (long)i)
				result = missing(o, s, "schema", SPACE_SCHEMA,
				                 schema_name(op->names.v[i]));
			continue;
		}
		objects = inside(s, op->names.v[i]);
		if (objects.n && !op->cascade) {
			first = objects.v[0];
			return op_error(
				o, E_NEEDED,
				"schema '%s' still holds %s '%s'%s; drop that first, or say cascade = true",
				op->names.v[i], first->noun->name, first->name.name,
				objects.n > 1 ? strf(" and %zu more", objects.n - 1) : "");
		}
		for (j = 0; j < objects.n; j++)
			remove_object(s, ((struct object *)objects.v[j])->id);
		remove_users(s, schema, NULL);
		schema_remove(s, schema);
	}
	return result;
}

static void
drop_render(const struct op *o, struct list *steps)
{
	const struct drop_schema *op = (const struct drop_schema *)o;
	struct step *step;

	step = step_add(steps, o, strs_join(&op->names, ", "),
	                drop_sql("SCHEMA", sql_names(&op->names), op->if_exists, op->cascade));
	if (op->cascade)
		step->flags |= STEP_LOSES_DATA;
}

static const struct op_class drop_schema = {
	.shape = {"drop_schema", CALL_ARGUMENTS, sizeof(struct drop_schema), drop_fields,
                  .page = "sql-dropschema.html", .doc = "Drops one schema or several."},
	.from_sql = drop_from,
	.apply = drop_apply,
	.render = drop_render,
};

/* ---- rename_schema ---- */

static const struct field rename_fields[] = {
	{"name", FIELD_NAME, offsetof(struct rename_schema, name), 1, .required = true,
         .sql = "ALTER SCHEMA name RENAME TO to"},
	{"to", FIELD_NAME, offsetof(struct rename_schema, to), 2, .required = true},
	{0},
};

static struct op *
rename_from(const struct clause *c)
{
	const PgQuery__RenameStmt *stmt = rename_from_sql(c, PG_QUERY__OBJECT_TYPE__OBJECT_SCHEMA);
	struct rename_schema *op;

	if (!stmt)
		return NULL;
	op = op_new(&rename_schema, c->at);
	op->name = stmt->subname;
	op->to = stmt->newname;
	return &op->op;
}

static enum applied
rename_apply(struct op *o, struct schema *s)
{
	struct rename_schema *op = (struct rename_schema *)o;
	struct object *schema = schema_find(s, SPACE_SCHEMA, schema_name(op->name)), *moved;
	enum applied free;
	struct list objects;
	struct qname former, to;
	size_t i;

	if (!schema)
		return missing(o, s, "schema", SPACE_SCHEMA, schema_name(op->name));
	free = need_new_schema(o, s, op->to);
	if (free != APPLIED)
		return free;
	rename_uses(s, SPACE_SCHEMA, schema->name, schema_name(op->to));
	schema = object_copy(schema);
	schema->name.name = op->to;
	schema_put(s, schema);
	objects = inside(s, op->name);
	for (i = 0; i < objects.n; i++) {
		moved = object_copy(s->by_id.v[((struct object *)objects.v[i])->id]);
		/* goes along with its relation */
		if (code_kind(moved) && code_kind(moved)->on_relation)
			continue;
		former = moved->name;
		moved->name.schema = op->to;
		if (code_kind(moved)) {
			to = ((const struct code *)moved)->name;
			to.schema = op->to;
			free = code_move(o, s, s->by_id.v[moved->id], to);
			if (free != APPLIED)
				return free;
			continue;
		}
		rename_uses(s, moved->noun->space, former, moved->name);
		schema_put(s, moved);
		rename_references(s, moved->noun->space, former, moved->name);
	}
	return APPLIED;
}

static void
rename_render(const struct op *o, struct list *steps)
{
	const struct rename_schema *op = (const struct rename_schema *)o;

	step_add(steps, o, op->name,
	         strf("ALTER SCHEMA %s RENAME TO %s", sql_name(op->name), sql_name(op->to)));
}

/* by name, for all that followed goes back by itself */
static bool
rename_invert(const struct op *o, const struct schema *s, struct list *down, struct list *gaps)
{
	const struct rename_schema *op = (const struct rename_schema *)o;
	struct rename_schema *back = op_new(&rename_schema, o->at);

	(void)s;
	(void)gaps;
	back->name = op->to;
	back->to = op->name;
	list_add(down, back);
	return true;
}

static const struct op_class rename_schema = {
	.shape = {"rename_schema", CALL_ARGUMENTS, sizeof(struct rename_schema), rename_fields,
                  .page = "sql-alterschema.html",
                  .doc = "Renames a schema; what it holds goes with it."},
	.from_sql = rename_from,
	.apply = rename_apply,
	.render = rename_render,
	.invert = rename_invert,
};

/* ---- alter_schema ---- */

static const struct field alter_fields[] = {
	{"name", FIELD_NAME, offsetof(struct alter_schema, name), 1, .required = true,
         .sql = "ALTER SCHEMA name"},
	{"owner", FIELD_NAME, offsetof(struct alter_schema, owner), .required = true,
         .sql = "OWNER TO owner"},
	{0},
};

static struct op *
alter_from_sql(const struct clause *c)
{
	const PgQuery__AlterOwnerStmt *stmt;
	const PgQuery__RoleSpec *role;
	struct alter_schema *op;

	if (c->node->node_case != PG_QUERY__NODE__NODE_ALTER_OWNER_STMT)
		return NULL;
	stmt = c->node->alter_owner_stmt;
	if (stmt->object_type != PG_QUERY__OBJECT_TYPE__OBJECT_SCHEMA)
		return NULL;
	role = stmt->newowner;
	op = op_new(&alter_schema, c->at);
	op->name = node_string(stmt->object);
	if (role->roletype == PG_QUERY__ROLE_SPEC_TYPE__ROLESPEC_CSTRING)
		op->owner = role->rolename;
	return &op->op;
}

static enum applied
alter_apply(struct op *o, struct schema *s)
{
	struct alter_schema *op = (struct alter_schema *)o;
	struct object *schema = schema_find(s, SPACE_SCHEMA, schema_name(op->name));

	if (!schema)
		return missing(o, s, "schema", SPACE_SCHEMA, schema_name(op->name));
	owner_give(s, schema, op->owner);
	return APPLIED;
}

static void
alter_render(const struct op *o, struct list *steps)
{
	const struct alter_schema *op = (const struct alter_schema *)o;

	step_add(steps, o, op->name,
	         strf("ALTER SCHEMA %s OWNER TO %s", sql_name(op->name),
	              op->owner ? sql_name(op->owner) : "CURRENT_USER"));
}

static const struct op_class alter_schema = {
	.shape = {"alter_schema", CALL_ARGUMENTS, sizeof(struct alter_schema), alter_fields,
                  .page = "sql-alterschema.html", .doc = "Gives a schema another owner."},
	.from_sql = alter_from_sql,
	.apply = alter_apply,
	.render = alter_render,
};

/* ---- the noun ---- */

static void
create(struct diff *d, const struct object *o)
{
	struct create_schema *op = op_new(&create_schema, d->at);

	op->name = o->name.name;
	op->owner = o->owner;
	diff_add(d, PHASE_CREATE_SCHEMA, op);
	comment_add(d, "schema", sql_name(o->name.name), NULL, o->comment);
	privileges_alter(d, NULL, o);
}

static void
drop(struct diff *d, const struct object *o)
{
	struct drop_schema *op = op_new(&drop_schema, d->at);

	strs_add(&op->names, o->name.name);
	diff_add(d, PHASE_DROP_SCHEMA, op);
}

static void
alter(struct diff *d, const struct object *from, const struct object *to)
{
	struct rename_schema *op;
	struct alter_schema *give;

	if (!same(from->name.name, to->name.name)) {
		op = op_new(&rename_schema, d->at);
		op->name = from->name.name;
		op->to = to->name.name;
		diff_add(d, PHASE_RENAME, op);
	}
	if (!to->owner) {
		owner_alter(d, from, to);
	} else if (!same_owner(from->owner, to->owner)) {
		give = op_new(&alter_schema, d->at);
		give->name = to->name.name;
		give->owner = to->owner;
		diff_add(d, PHASE_CREATE_SCHEMA, give);
	}
	comment_add(d, "schema", sql_name(to->name.name), from->comment, to->comment);
	privileges_alter(d, from, to);
}

const struct noun namespace_noun = {
	.name = "schema",
	.space = SPACE_SCHEMA,
	.plural = "SCHEMAS",
	.size = sizeof(struct namespace),
	.create = create,
	.drop = drop,
	.alter = alter,
};

const struct op_class *const schema_ops[] = {&create_schema, &drop_schema, &rename_schema,
                                             &alter_schema, NULL};
