/* Casts that migrations make: they have no name, but for the types that they lead from and to. */
#include <string.h>

#include "code.h"

static const char *
title(const struct schema *s, const PgQuery__TypeName *from, const PgQuery__TypeName *to)
{
	return strf("(%s AS %s)", argument_type(s, from), argument_type(s, to));
}

static void
follow(struct query *q, const PgQuery__Node *statement)
{
	const PgQuery__CreateCastStmt *cast = statement->create_cast_stmt;

	query_type(q, cast->sourcetype);
	query_type(q, cast->targettype);
	if (cast->func)
		need_called_with(q, cast->func);
}

/* what makes the values of a type unlike those of any other as they are stored, or NULL */
static const char *
stored_apart(const struct schema *s, const PgQuery__TypeName *t)
{
	struct type_parts parts = type_parts(type_sql(t));
	const struct object *o = parts.builtin ? NULL : schema_find(s, SPACE_TYPE, parts.name);

	if (parts.dimensions)
		return "an array";
	if (o && o->noun == &enum_noun)
		return "an enum";
	if (o && o->noun == &domain_kind.noun)
		return "a domain";
	return o && (o->noun == &row_type_noun || is_composite(o)) ? "a type of rows" : NULL;
}

static enum applied
need_castable(const struct op *op, const struct schema *s, const PgQuery__CreateCastStmt *cast,
              const PgQuery__TypeName *t)
{
	const char *apart = stored_apart(s, t);

	if (pseudo_name(t))
		return op_error(op, E_TYPE_PLACE, "%s stands for other types, and has no cast",
		                type_sql(t));
	if (!cast->func && !cast->inout && apart)
		return op_error(op, E_TYPE_PLACE,
		                "%s is %s: its values are cast by a function, or WITH INOUT",
		                type_sql(t), apart);
	return APPLIED;
}

static enum applied
need_function_of(const struct op *op, const struct schema *s, const PgQuery__CreateCastStmt *cast)
{
	const char *from = argument_type(s, cast->sourcetype);
	const char *to = argument_type(s, cast->targettype), *given;
	struct strs types = {0};
	struct qname name;
	size_t i;

	if (!cast->func || cast->func->args_unspecified || !cast->func->n_objargs)
		return APPLIED;
	name = list_qname(cast->func->objname, cast->func->n_objname);
	for (i = 0; i < cast->func->n_objargs; i++)
		strs_add(&types, argument_type(s, cast->func->objargs[i]->type_name));
	given = support_gives(s, name, &types);
	if (!given)
		return need_support(op, s, name, &types, NULL);
	if (!may_pass(s, from, types.v[0]))
		return op_error(op, E_KIND, "function %s takes %s, and must take %s",
		                plain_qname(name), types.v[0], from);
	if (!may_pass(s, given, to))
		return op_error(op, E_KIND, "function %s returns %s, and must return %s",
		                plain_qname(name), given, to);
	return APPLIED;
}

static enum applied
define(const struct op *op, const struct schema *s, const PgQuery__Node *n, struct defined *d)
{
	const PgQuery__CreateCastStmt *cast = n->create_cast_stmt;

	d->identity = title(s, cast->sourcetype, cast->targettype);
	if (!cast->func &&
	    strcmp(argument_type(s, cast->sourcetype), argument_type(s, cast->targettype)) == 0)
		return op_error(op, E_STATEMENT, "a type needs no cast to itself");
	if (need_castable(op, s, cast, cast->sourcetype) == REFUSED ||
	    need_castable(op, s, cast, cast->targettype) == REFUSED)
		return REFUSED;
	return need_function_of(op, s, cast);
}

static struct code *
find(const struct schema *s, const PgQuery__Node *object, struct qname *name)
{
	const PgQuery__List *types = object->list;

	*name = (struct qname){NULL,
	                       title(s, types->items[0]->type_name, types->items[1]->type_name)};
	return (struct code *)schema_find(s, SPACE_CAST, *name);
}

static const char *
identity(const struct code *c)
{
	return c->object.name.name;
}

/* its casts are excused, and not the type itself */
static const char *
casts_of(const char *type)
{
	return strf("cast of %s", type);
}

bool
has_made_casts(const struct schema *s, struct qname type)
{
	return schema_excused(s, SPACE_TYPE, type) ||
	       schema_excused(s, SPACE_CAST, (struct qname){NULL, casts_of(type.name)});
}

static const char *
cast_between(struct qname from, struct qname to)
{
	return strf("cast of %s to %s", from.name, to.name);
}

bool
has_made_cast(const struct schema *s, const char *from, const char *to)
{
	struct type_parts f = type_parts(from), t = type_parts(to);

	return (!f.builtin && schema_excused(s, SPACE_TYPE, f.name)) ||
	       (!t.builtin && schema_excused(s, SPACE_TYPE, t.name)) ||
	       schema_excused(s, SPACE_CAST, (struct qname){NULL, cast_between(f.name, t.name)});
}

/* what casts to what is no longer what the server has by itself */
static void
excuses(const struct code *c, struct strs *names)
{
	const PgQuery__CreateCastStmt *cast = code_tree(c)->create_cast_stmt;
	struct qname from = type_parts(type_sql(cast->sourcetype)).name;
	struct qname to = type_parts(type_sql(cast->targettype)).name;

	strs_add(names, casts_of(from.name));
	strs_add(names, casts_of(to.name));
	strs_add(names, cast_between(from, to));
}

/* the server's own are between its own types */
static bool
others_between(const char *types)
{
	const char *as = strstr(types, " AS ");
	const char *from = strf("%.*s", (int)(as - types) - 1, types + 1);
	const char *to = strf("%.*s", (int)strlen(as) - 5, as + 4);

	return type_parts(from).builtin && type_parts(to).builtin;
}

static const struct catalog_query created[] = {
	{.phase = PHASE_CREATE_FUNCTION,
         .sql = "SELECT NULL, format_type(c.castsource, NULL), format('CREATE CAST (%s AS %s) %s%s', format_type(c.castsource, NULL), format_type(c.casttarget, NULL),\n"
                "    CASE c.castmethod WHEN 'f' THEN 'WITH FUNCTION ' || c.castfunc::regprocedure WHEN 'i' THEN 'WITH INOUT' ELSE 'WITHOUT FUNCTION' END,\n"
                "    CASE c.castcontext WHEN 'a' THEN ' AS ASSIGNMENT' WHEN 'i' THEN ' AS IMPLICIT' END)\n"
                "FROM pg_cast c WHERE c.oid >= 16384 AND NOT EXISTS (SELECT FROM member m WHERE m.classid = 'pg_cast'::regclass AND m.objid = c.oid)\n"
                "  AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_cast'::regclass AND d.objid = c.oid AND d.deptype = 'i') ORDER BY c.oid"},
	{0},
};

const struct code_kind cast_kind = {
	.noun = {CODE_NOUN("cast", SPACE_CAST)},
	.type = PG_QUERY__OBJECT_TYPE__OBJECT_CAST,
	.keyword = "CAST",
	.create = PHASE_CREATE_FUNCTION,
	.drop = PHASE_DROP_FUNCTION,
	.find = find,
	.identity = identity,
	.others = others_between,
	.excuses = excuses,
	.follow = follow,
	.made_by = PG_QUERY__NODE__NODE_CREATE_CAST_STMT,
	.define = define,
	.inspect = created,
};
