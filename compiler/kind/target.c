/* rename, set_schema and owner: what is done alike to objects of all kinds, which are named as COMMENT ON names them. Each becomes
   its ALTER statement, and what a kind makes of that is applied. */
#include <string.h>

#include "code.h"

struct alter_target {
	struct op op;
	const char *target;
	const char *to; /* a name, a schema, a role */
	bool if_exists;

	/* found when applied */
	const char *sql;
	struct list done; /* struct op: what it is as SQL; none where that is not followed */
};

static const struct op_class rename_target, set_schema, owner;

/* ---- the statement ---- */

/* the operation that renames such objects, or NULL where it is this one */
static const char *
own_rename(const struct schema *s, const PgQuery__CommentStmt *stmt)
{
	const struct object *o;

	switch ((int)stmt->objtype) {
	case PG_QUERY__OBJECT_TYPE__OBJECT_TABLE:
		return "rename_table";
	case PG_QUERY__OBJECT_TYPE__OBJECT_COLUMN:
		o = schema_find(s, SPACE_RELATION, target_name(stmt->object, 1));
		return o && o->noun == &table_noun ? "rename_column" : NULL;
	case PG_QUERY__OBJECT_TYPE__OBJECT_TABCONSTRAINT:
		return "rename_constraint";
	case PG_QUERY__OBJECT_TYPE__OBJECT_INDEX:
		return "rename_index";
	case PG_QUERY__OBJECT_TYPE__OBJECT_SEQUENCE:
		return "rename_sequence";
	case PG_QUERY__OBJECT_TYPE__OBJECT_SCHEMA:
		return "rename_schema";
	case PG_QUERY__OBJECT_TYPE__OBJECT_TYPE:
		o = schema_find(s, SPACE_TYPE, target_name(stmt->object, 0));
		return o && o->noun == &enum_noun ? "rename_enum" : NULL;
	default:
		return NULL;
	}
}

/* of a view, or of a composite type, which calls it an attribute */
static char *
rename_column_sql(const struct schema *s, const PgQuery__Node *object,
                  const struct alter_target *op)
{
	const char *exists = op->if_exists ? "IF EXISTS " : "", *to = op->to;
	struct qname name = target_name(object, 1);
	const struct object *o = schema_find(s, SPACE_RELATION, name);

	if (!o && schema_find(s, SPACE_TYPE, name))
		return strf("ALTER TYPE %s%s RENAME ATTRIBUTE %s TO %s", exists, sql_qname(name),
		            sql_name(target_part(object)), sql_name(to));
	return strf("ALTER %s %s%s RENAME COLUMN %s TO %s",
	            o && code_kind(o) ? code_kind(o)->keyword : "TABLE", exists, sql_qname(name),
	            sql_name(target_part(object)), sql_name(to));
}

static char *
rename_sql(const struct schema *s, const PgQuery__CommentStmt *stmt, const struct alter_target *op)
{
	const PgQuery__Node *object = stmt->object;

	if (stmt->objtype == PG_QUERY__OBJECT_TYPE__OBJECT_COLUMN)
		return rename_column_sql(s, object, op);
	if (stmt->objtype == PG_QUERY__OBJECT_TYPE__OBJECT_DOMCONSTRAINT)
		return strf("ALTER DOMAIN %s%s RENAME CONSTRAINT %s TO %s",
		            op->if_exists ? "IF EXISTS " : "",
		            type_sql(object->list->items[0]->type_name),
		            sql_name(target_part(object)), sql_name(op->to));
	return strf("ALTER %s RENAME TO %s", target_sql(op->target, op->if_exists),
	            sql_name(op->to));
}

static char *
alter_sql(const struct schema *s, const PgQuery__CommentStmt *stmt, const struct alter_target *op)
{
	if (op->op.class == &rename_target)
		return rename_sql(s, stmt, op);
	return strf("ALTER %s %s %s", target_sql(op->target, op->if_exists),
	            op->op.class == &owner ? "OWNER TO" : "SET SCHEMA", sql_name(op->to));
}

/* ---- apply ---- */

static enum applied
run(struct alter_target *op, struct schema *s, const PgQuery__Node *tree)
{
	struct source *source = alloc(sizeof *source);
	struct statement *statement = alloc(sizeof *statement);
	struct list clauses;
	struct op *done;

	*source = (struct source){op->op.at, op->sql, false};
	*statement = (struct statement){
		.at = op->op.at, .text = op->sql, .tree = tree, .source = source};
	clauses = statement_clauses(statement);
	done = op_from_sql(clauses.v[0]);
	if (!done)
		return opaque_apply(&op->op, s, statement);
	done->called = op->op.class->shape.name;
	list_add(&op->done, done);
	return done->class->apply(done, s);
}

static enum applied
apply(struct op *o, struct schema *s)
{
	struct alter_target *op = (struct alter_target *)o;
	struct parse_error e = {0};
	const PgQuery__CommentStmt *stmt = target_parse(op->target, &e);
	const PgQuery__Node *tree;
	const char *other;

	if (!stmt)
		return target_refused(o, op->target, &e);
	other = o->class == &rename_target ? own_rename(s, stmt) : NULL;
	if (other)
		return op_error(o, E_KIND, "'%s' is for %s", op->target, other);
	op->sql = alter_sql(s, stmt, op);
	op->done = (struct list){0};
	tree = parse_statement(op->sql, &e);
	if (!tree)
		return op_error(o, E_KIND, "PostgreSQL cannot do that to '%s': %s", op->target,
		                e.message);
	return run(op, s, tree);
}

static void
render(const struct op *o, struct list *steps)
{
	const struct alter_target *op = (const struct alter_target *)o;

	step_take_over(step_add(steps, o, op->target, str(op->sql)), &op->done);
}

/* ---- the way back ---- */

/* what is not followed gets its name again; NULL where that is more than the last word of the target */
static struct op *
renamed_back(const struct alter_target *op)
{
	struct parse_error e;
	const PgQuery__CommentStmt *stmt = target_parse(op->target, &e);
	struct qname name = target_name(stmt->object, 0);
	struct alter_target *back;
	struct strs last = {0};
	struct tokens tokens;
	size_t at;

	if (!name.name || !scan_tokens(op->target, &tokens))
		return NULL;
	at = tokens.v[tokens.n - 1].start;
	scan_names(op->target + at, &last);
	if (!strs_has(&last, name.name))
		return NULL;
	back = op_new(&rename_target, op->op.at);
	back->target = strf("%.*s%s", (int)at, op->target, sql_name(op->to));
	back->to = name.name;
	return &back->op;
}

static bool
invert(const struct op *o, const struct schema *s, struct list *down, struct list *gaps)
{
	const struct alter_target *op = (const struct alter_target *)o;
	const struct op *done = op->done.n ? op->done.v[0] : NULL;
	struct op *back;

	if (done)
		return done->class->invert && done->class->invert(done, s, down, gaps);
	back = o->class == &rename_target ? renamed_back(op) : NULL;
	if (back)
		list_add(down, back);
	else
		gap_add(gaps, o->at,
		        strf("%s: what was before is not known; write a downgrade()",
		             o->class->shape.name));
	return true;
}

/* ---- the shapes ---- */

static const struct field rename_fields[] = {
	{"target", FIELD_TEXT, offsetof(struct alter_target, target), 1, .required = true,
         .sql = "ALTER target RENAME TO to",
         .doc = "SQL, as for comment_on: \"view people\", \"function f(integer)\", \"trigger t on users\", \"column people.email\" of a "
                "view or a composite type, \"constraint positive on domain amount\", …"},
	{"to", FIELD_NAME, offsetof(struct alter_target, to), 2, .required = true},
	{"if_exists", FIELD_BOOL, offsetof(struct alter_target, if_exists), .fallback = "false",
         .sql = "ALTER … IF EXISTS", .doc = "Of tables, views and sequences."},
	{0},
};

static const struct field set_schema_fields[] = {
	{"target", FIELD_TEXT, offsetof(struct alter_target, target), 1, .required = true,
         .sql = "ALTER target SET SCHEMA schema",
         .doc = "SQL, as for comment_on: \"table users\", \"function f(integer)\", \"type mood\", …"},
	{"schema", FIELD_NAME, offsetof(struct alter_target, to), 2, .required = true},
	{"if_exists", FIELD_BOOL, offsetof(struct alter_target, if_exists), .fallback = "false",
         .sql = "ALTER … IF EXISTS", .doc = "Of tables, views and sequences."},
	{0},
};

static const struct field owner_fields[] = {
	{"target", FIELD_TEXT, offsetof(struct alter_target, target), 1, .required = true,
         .sql = "ALTER target OWNER TO role",
         .doc = "SQL, as for comment_on: \"table users\", \"function f(integer)\", \"schema app\", …"},
	{"role", FIELD_NAME, offsetof(struct alter_target, to), 2, .required = true},
	{"if_exists", FIELD_BOOL, offsetof(struct alter_target, if_exists), .fallback = "false",
         .sql = "ALTER … IF EXISTS", .doc = "Of tables, views and sequences."},
	{0},
};

static const struct op_class rename_target = {
	.shape =
		{"rename", CALL_ARGUMENTS, sizeof(struct alter_target), rename_fields,
                 .page = "sql-commands.html",
                 .doc = "Renames an object of a kind that has no rename operation of its own; what names it follows."},
	.apply = apply,
	.render = render,
	.invert = invert,
};

static const struct op_class set_schema = {
	.shape = {"set_schema", CALL_ARGUMENTS, sizeof(struct alter_target), set_schema_fields,
                  .page = "sql-commands.html",
                  .doc = "Moves an object of any kind to another schema; what names it follows."},
	.apply = apply,
	.render = render,
	.invert = invert,
};

static const struct op_class owner = {
	.shape = {"owner", CALL_ARGUMENTS, sizeof(struct alter_target), owner_fields,
                  .page = "sql-commands.html", .doc = "Gives an object of any kind another owner."},
	.apply = apply,
	.render = render,
	.invert = invert,
};

/* ---- renamed_from: what a model says of a type that SQL declares ---- */

struct renamed_from {
	struct op op;
	const char *target;
	struct qname from;
};

static const struct field former_fields[] = {
	{"target", FIELD_TEXT, offsetof(struct renamed_from, target), 1, .required = true,
         .doc = "SQL, as for comment_on: \"domain email\", \"type address\"."},
	{"from", FIELD_QNAME, offsetof(struct renamed_from, from), 2, .required = true},
	{0},
};

static enum applied
former_apply(struct op *o, struct schema *s)
{
	const struct renamed_from *op = (const struct renamed_from *)o;
	struct parse_error e = {0};
	const PgQuery__CommentStmt *stmt = target_parse(op->target, &e);
	struct object *type;

	if (!stmt)
		return target_refused(o, op->target, &e);
	if (stmt->objtype != PG_QUERY__OBJECT_TYPE__OBJECT_TYPE &&
	    stmt->objtype != PG_QUERY__OBJECT_TYPE__OBJECT_DOMAIN)
		return op_error(o, E_KIND,
		                "only types and domains are said so; tables, columns, constraints, "
		                "indexes, enums and sequences have the option renamed_from");
	type = schema_find(s, SPACE_TYPE, target_name(stmt->object, 0));
	if (!type || type->noun->alias)
		return missing(o, s, "type", SPACE_TYPE, target_name(stmt->object, 0));
	type = object_copy(type);
	type->renamed_from = op->from;
	schema_put(s, type);
	return APPLIED;
}

static void
former_render(const struct op *op, struct list *steps)
{
	(void)op;
	(void)steps;
}

static const struct op_class renamed_from = {
	.shape =
		{"renamed_from", CALL_ARGUMENTS, sizeof(struct renamed_from), former_fields,
                 .page = "sql-altertype.html",
                 .doc = "In models alone: a type that SQL declares had another name, which no other has now but one that was renamed too."},
	.declares = "renamed_from",
	.of_models = true,
	.apply = former_apply,
	.render = former_render,
};

const struct op_class *const target_ops[] = {&rename_target, &set_schema, &owner, &renamed_from,
                                             NULL};
