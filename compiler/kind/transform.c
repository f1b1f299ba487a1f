/* Transforms: how values of a type go into a procedural language, and come back. They have no name, but for the type and the language. */
#include <string.h>
#include <strings.h>

#include "code.h"

static const char *
title(const char *type, const char *language)
{
	return strf("FOR %s LANGUAGE %s", type, sql_name(language));
}

/* the type by the name that it has now, which follows where it is renamed */
static const char *
identity(const struct code *c)
{
	const PgQuery__CreateTransformStmt *t = code_tree(c)->create_transform_stmt;
	const char *type = type_sql(t->type_name);
	const struct use *u;
	size_t i;

	for (i = 0; i < c->uses.n; i++) {
		u = c->uses.v[i];
		if (u->space == SPACE_TYPE)
			type = strf("%s%s", sql_qname(u->name),
			            type_parts(type).dimensions ? "[]" : "");
	}
	return title(type, t->lang);
}

static struct code *
find(const struct schema *s, const PgQuery__Node *object, struct qname *name)
{
	const PgQuery__List *l = object->list;

	*name = (struct qname){
		NULL, title(argument_type(s, l->items[0]->type_name), node_string(l->items[1]))};
	return (struct code *)schema_find(s, SPACE_TRANSFORM, *name);
}

static void
follow(struct query *q, const PgQuery__Node *statement)
{
	const PgQuery__CreateTransformStmt *t = statement->create_transform_stmt;

	query_type(q, t->type_name);
	need_named(q, &language_kind, (struct qname){NULL, t->lang}, NULL, "language");
	if (t->fromsql)
		need_called_with(q, t->fromsql);
	if (t->tosql)
		need_called_with(q, t->tosql);
}

void
need_transform(struct query *q, const PgQuery__TypeName *type, const char *language)
{
	need_named(q, &transform_kind, (struct qname){NULL, type_sql(type)},
	           title(argument_type(q->schema, type), language), "transform");
}

void
transform_use(struct query *q, const PgQuery__TypeName *type, const char *language)
{
	const char *name = title(argument_type(q->schema, type), language);

	if (schema_find(q->schema, SPACE_TRANSFORM, (struct qname){NULL, name}))
		need_named(q, &transform_kind, (struct qname){NULL, type_sql(type)}, name,
		           "transform");
}

/* a function that takes `internal` alone, gives such a type, and is not volatile */
static enum applied
need_function_of(const struct op *op, const struct schema *s, PgQuery__ObjectWithArgs *f,
                 const char *type)
{
	const PgQuery__CreateFunctionStmt *made;
	const char *said, *given;
	PgQuery__Node node;
	struct strs types = {0};
	struct qname name;
	struct code *c;
	size_t i;

	if (!f)
		return APPLIED;
	pg_query__node__init(&node);
	node.node_case = PG_QUERY__NODE__NODE_OBJECT_WITH_ARGS;
	node.object_with_args = f;
	c = function_kind.find(s, &node, &name);
	for (i = 0; i < f->n_objargs; i++)
		strs_add(&types, argument_type(s, f->objargs[i]->type_name));
	if (!c)
		return f->args_unspecified
		               ? APPLIED
		               : need_support(op, s, list_qname(f->objname, f->n_objname), &types,
		                              type);
	if (c->object.noun != &function_kind.noun)
		return op_error(op, E_KIND, "%s is %s %s, not a function", plain_qname(name),
		                article(c->object.noun->name), c->object.noun->name);
	said = code_set_sql(c, "volatility");
	if (strcasecmp(said, "volatile") == 0)
		return op_error(op, E_KIND,
		                "function %s is volatile, as it is where it does not say IMMUTABLE "
		                "or STABLE",
		                plain_qname(c->name));
	made = code_tree(c)->create_function_stmt;
	if (strcmp(c->object.name.name + strlen(c->name.name), "(internal)") != 0)
		return op_error(op, E_KIND, "function %s must take one argument, of internal",
		                plain_qname(c->name));
	given = made->return_type ? argument_type(s, made->return_type) : "void";
	if (strcmp(given, type) == 0)
		return APPLIED;
	return op_error(op, E_KIND, "function %s returns %s, and must return %s",
	                plain_qname(c->name), given, type);
}

static enum applied
define(const struct op *op, const struct schema *s, const PgQuery__Node *n, struct defined *d)
{
	const PgQuery__CreateTransformStmt *t = n->create_transform_stmt;
	const char *type = argument_type(s, t->type_name);

	d->identity = title(type, t->lang);
	d->or_replace = t->replace;
	if (need_complete(op, schema_find(s, SPACE_TYPE,
	                                  list_qname(t->type_name->names,
	                                             t->type_name->n_names))) == REFUSED)
		return REFUSED;
	return worse(need_function_of(op, s, t->fromsql, "internal"),
	             need_function_of(op, s, t->tosql, type));
}

static bool
replaces(const struct code *from, const struct code *to)
{
	return from->object.id == to->object.id;
}

/* an extension's */
static bool
others(const char *name)
{
	(void)name;
	return false;
}

static const struct catalog_query created[] = {
	{.phase = PHASE_CREATE_FUNCTION,
         .sql = "SELECT NULL, format_type(t.trftype, NULL), format('CREATE TRANSFORM FOR %s LANGUAGE %I (%s)', format_type(t.trftype, NULL), l.lanname,\n"
                "    concat_ws(', ', 'FROM SQL WITH FUNCTION ' || nullif(t.trffromsql::oid, 0)::regprocedure, 'TO SQL WITH FUNCTION ' || nullif(t.trftosql::oid, 0)::regprocedure))\n"
                "FROM pg_transform t JOIN pg_language l ON l.oid = t.trflang\n"
                "WHERE t.oid >= 16384 AND NOT EXISTS (SELECT FROM member m WHERE m.classid = 'pg_transform'::regclass AND m.objid = t.oid) ORDER BY t.oid"},
	{0},
};

const struct code_kind transform_kind = {
	.noun = {CODE_NOUN("transform", SPACE_TRANSFORM)},
	.type = PG_QUERY__OBJECT_TYPE__OBJECT_TRANSFORM,
	.keyword = "TRANSFORM",
	.create = PHASE_CREATE_FUNCTION,
	.drop = PHASE_DROP_FUNCTION,
	.find = find,
	.identity = identity,
	.others = others,
	.follow = follow,
	.replaces = replaces,
	.made_by = PG_QUERY__NODE__NODE_CREATE_TRANSFORM_STMT,
	.define = define,
	.inspect = created,
};
