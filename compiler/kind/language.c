/* Languages and access methods. */
#include <string.h>

#include "scope.h"

static const char *
reset_owner(const struct code *c, const char *key)
{
	(void)c;
	return strcmp(key, "owner") == 0 ? "OWNER TO CURRENT_USER" : NULL;
}

/* ---- languages ---- */

static bool
is_language(const char *name)
{
	static const char *const own[] = {"c", "internal", "plpgsql", "sql", NULL};

	return among(name, own);
}

void
language_use(struct query *q, const char *name)
{
	const struct qname full = {NULL, name};
	const struct object *brings = schema_find(q->schema, SPACE_EXTENSION, full);

	if (schema_find(q->schema, SPACE_LANGUAGE, full))
		need_named(q, &language_kind, full, NULL, "language");
	else if (brings && strcmp(name, "plpgsql") == 0)
		query_use(q, SPACE_EXTENSION, used_name(brings), NULL, -1);
}

enum applied
need_not_own(const struct op *op, const struct schema *s, const char *name)
{
	const struct qname full = {NULL, name};

	if (!is_language(name) || schema_find(s, SPACE_LANGUAGE, full))
		return APPLIED;
	if (strcmp(name, "plpgsql") != 0)
		return op_error(op, E_NEEDED, "the server needs its language '%s'", name);
	return schema_find(s, SPACE_EXTENSION, full)
	               ? op_error(op, E_NEEDED,
	                          "language 'plpgsql' goes with its extension; drop that")
	               : APPLIED;
}

static void
follow_language(struct query *q, const PgQuery__Node *statement)
{
	const PgQuery__CreatePLangStmt *l = statement->create_plang_stmt;

	need_called(q, l->plhandler, l->n_plhandler);
	if (l->n_plinline)
		need_called(q, l->plinline, l->n_plinline);
	if (l->n_plvalidator)
		need_called(q, l->plvalidator, l->n_plvalidator);
}

static enum applied
define_language(const struct op *op, const struct schema *s, const PgQuery__Node *n,
                struct defined *d)
{
	const PgQuery__CreatePLangStmt *l = n->create_plang_stmt;

	d->name.name = l->plname;
	d->or_replace = l->replace;
	if (need_support_of(op, s, l->plhandler, l->n_plhandler, "", "language_handler") ==
	            REFUSED ||
	    need_support_of(op, s, l->plinline, l->n_plinline, "internal", NULL) == REFUSED)
		return REFUSED;
	return need_support_of(op, s, l->plvalidator, l->n_plvalidator, "oid", NULL);
}

static bool
replaces(const struct code *from, const struct code *to)
{
	return from->object.id == to->object.id;
}

static const struct catalog_query created_language[] = {
	{.phase = PHASE_CREATE_FUNCTION,
         .sql = "SELECT NULL, NULL, concat('CREATE ', CASE WHEN l.lanpltrusted THEN 'TRUSTED ' END, 'LANGUAGE ', quote_ident(l.lanname),\n"
                "    ' HANDLER ' || nullif(l.lanplcallfoid, 0)::regproc, ' INLINE ' || nullif(l.laninline, 0)::regproc, ' VALIDATOR ' || nullif(l.lanvalidator, 0)::regproc)\n"
                "FROM pg_language l WHERE l.oid >= 16384 AND l.lanispl AND NOT EXISTS (SELECT FROM member m WHERE m.classid = 'pg_language'::regclass AND m.objid = l.oid)\n"
                "ORDER BY l.oid"},
	{0},
};

const struct code_kind language_kind = {
	.noun = {CODE_NOUN("language", SPACE_LANGUAGE)},
	.type = PG_QUERY__OBJECT_TYPE__OBJECT_LANGUAGE,
	.keyword = "LANGUAGE",
	.create = PHASE_CREATE_FUNCTION,
	.drop = PHASE_DROP_FUNCTION,
	.others = is_language,
	.follow = follow_language,
	.replaces = replaces,
	.made_by = PG_QUERY__NODE__NODE_CREATE_PLANG_STMT,
	.define = define_language,
	.reset = reset_owner,
	.inspect = created_language,
};

/* ---- access methods ---- */

static bool
is_access_method(const char *name)
{
	static const char *const own[] = {"heap", "btree",  "hash", "gist",
	                                  "gin",  "spgist", "brin", NULL};

	return among(name, own);
}

enum applied
need_table_method(const struct op *op, const struct schema *s, const char *using)
{
	struct qname name = {NULL, using};

	if (!using || strcmp(using, "heap") == 0 || schema_find(s, SPACE_ACCESS_METHOD, name) ||
	    extensions_bring(s, using))
		return APPLIED;
	if (is_access_method(using))
		return op_error(op, E_KIND, "access method '%s' is for indexes", using);
	return missing(op, s, "access method", SPACE_ACCESS_METHOD, name);
}

static void
follow_access_method(struct query *q, const PgQuery__Node *statement)
{
	need_called(q, statement->create_am_stmt->handler_name,
	            statement->create_am_stmt->n_handler_name);
}

static enum applied
define_access_method(const struct op *op, const struct schema *s, const PgQuery__Node *n,
                     struct defined *d)
{
	const PgQuery__CreateAmStmt *am = n->create_am_stmt;

	d->name.name = am->amname;
	if (is_access_method(d->name.name))
		return op_error(op, E_INDEX, "the server has an access method %s",
		                plain_qname(d->name));
	return need_support_of(op, s, am->handler_name, am->n_handler_name, "internal",
	                       *am->amtype == 'i' ? "index_am_handler" : "table_am_handler");
}

static const struct catalog_query created_access_method[] = {
	{.phase = PHASE_CREATE_FUNCTION,
         .sql = "SELECT NULL, NULL, format('CREATE ACCESS METHOD %I TYPE %s HANDLER %s', a.amname, CASE a.amtype WHEN 't' THEN 'TABLE' ELSE 'INDEX' END, a.amhandler)\n"
                "FROM pg_am a WHERE a.oid >= 16384 AND NOT EXISTS (SELECT FROM member m WHERE m.classid = 'pg_am'::regclass AND m.objid = a.oid) ORDER BY a.oid"},
	{0},
};

const struct code_kind access_method_kind = {
	.noun = {CODE_NOUN("access method", SPACE_ACCESS_METHOD)},
	.type = PG_QUERY__OBJECT_TYPE__OBJECT_ACCESS_METHOD,
	.keyword = "ACCESS METHOD",
	.create = PHASE_CREATE_FUNCTION,
	.drop = PHASE_DROP_FUNCTION,
	.others = is_access_method,
	.follow = follow_access_method,
	.made_by = PG_QUERY__NODE__NODE_CREATE_AM_STMT,
	.define = define_access_method,
	.inspect = created_access_method,
};
