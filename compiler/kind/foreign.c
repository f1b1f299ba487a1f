/* Foreign data: wrappers, servers, user mappings. */
#include <string.h>

#include "code.h"

/* ---- options: each is a setting by its name ---- */

/* as it is said of an option that is there; of another one it is ADD */
static const char *
set_sql(const PgQuery__DefElem *e)
{
	return strf("OPTIONS (SET %s %s)", sql_name(e->defname), sql_literal(node_string(e->arg)));
}

static const char *
drop_sql_of(const char *name)
{
	return strf("OPTIONS (DROP %s)", sql_name(name));
}

static const char *
version_sql(const char *version)
{
	return strf("VERSION %s", version && *version ? sql_literal(version) : "NULL");
}

static const PgQuery__DefElem *
find_option(PgQuery__Node *const *options, size_t n, const char *name)
{
	size_t i;

	for (i = 0; i < n; i++)
		if (strcmp(options[i]->def_elem->defname, name) == 0)
			return options[i]->def_elem;
	return NULL;
}

/* the options of the statement that made it */
static void
made_options(const struct code *c, PgQuery__Node ***options, size_t *n)
{
	const PgQuery__Node *tree = code_tree(c);

	switch ((int)tree->node_case) {
	case PG_QUERY__NODE__NODE_CREATE_FDW_STMT:
		*options = tree->create_fdw_stmt->options;
		*n = tree->create_fdw_stmt->n_options;
		break;
	case PG_QUERY__NODE__NODE_CREATE_FOREIGN_SERVER_STMT:
		*options = tree->create_foreign_server_stmt->options;
		*n = tree->create_foreign_server_stmt->n_options;
		break;
	default:
		*options = tree->create_user_mapping_stmt->options;
		*n = tree->create_user_mapping_stmt->n_options;
	}
}

static bool
is_drop(const char *sql, const char *name)
{
	return strcmp(sql, drop_sql_of(name)) == 0;
}

static bool
has_option(const struct code *c, const char *name)
{
	const struct setting *set = code_setting(c, name);
	PgQuery__Node **options;
	size_t n;

	if (set)
		return !is_drop(set->sql, name);
	made_options(c, &options, &n);
	return find_option(options, n, name) != NULL;
}

static enum applied
need_options_once(const struct op *op, PgQuery__Node *const *options, size_t n)
{
	const char *name;
	size_t i;

	for (i = 0; i < n; i++) {
		name = options[i]->def_elem->defname;
		if (find_option(options, i, name))
			return op_error(op, E_TWICE, "option '%s' stands twice", name);
	}
	return APPLIED;
}

/* when what the statement said so far has been done */
static bool
has_by_now(const struct code *c, const struct defined *d, const char *name)
{
	const struct setting *set;
	size_t i;

	for (i = d->settings.n; i-- > 0;) {
		set = d->settings.v[i];
		if (strcmp(set->key, name) == 0)
			return !is_drop(set->sql, name);
	}
	return has_option(c, name);
}

static enum applied
alter_options(const struct op *op, const struct code *c, PgQuery__Node *const *options, size_t n,
              struct defined *d)
{
	const PgQuery__DefElem *e;
	bool there;
	size_t i;

	for (i = 0; c && i < n; i++) {
		e = options[i]->def_elem;
		there = has_by_now(c, d, e->defname);
		if (there && (e->defaction == PG_QUERY__DEF_ELEM_ACTION__DEFELEM_ADD ||
		              e->defaction == PG_QUERY__DEF_ELEM_ACTION__DEFELEM_UNSPEC))
			return op_error(op, E_EXISTS, "option '%s' is there already; SET it",
			                e->defname);
		if (!there && (e->defaction == PG_QUERY__DEF_ELEM_ACTION__DEFELEM_SET ||
		               e->defaction == PG_QUERY__DEF_ELEM_ACTION__DEFELEM_DROP))
			return op_error(op, E_NO_OBJECT, "there is no option '%s'", e->defname);
		setting_add(d, e->defname,
		            e->defaction == PG_QUERY__DEF_ELEM_ACTION__DEFELEM_DROP
		                    ? drop_sql_of(e->defname)
		                    : set_sql(e));
	}
	return APPLIED;
}

/* HANDLER and VALIDATOR of a wrapper are settings too, by a key that no option has: " HANDLER" */
static const char *
function_key(const PgQuery__DefElem *e)
{
	return strcmp(e->defname, "handler") == 0 ? " HANDLER" : " VALIDATOR";
}

static const char *
function_sql(const PgQuery__DefElem *e)
{
	const PgQuery__List *name = e->arg ? e->arg->list : NULL;

	return name ? strf("%s %s", function_key(e) + 1,
	                   sql_qname(list_qname(name->items, name->n_items)))
	            : strf("NO%s", function_key(e));
}

static const char *
made_function(const PgQuery__CreateFdwStmt *w, const char *key)
{
	size_t i;

	for (i = 0; i < w->n_func_options; i++)
		if (strcmp(function_key(w->func_options[i]->def_elem), key) == 0)
			return function_sql(w->func_options[i]->def_elem);
	return strf("NO%s", key);
}

static const char *
reset(const struct code *c, const char *key)
{
	PgQuery__Node **made;
	size_t n;

	if (*key == ' ')
		return made_function(code_tree(c)->create_fdw_stmt, key);
	if (strcmp(key, "owner") == 0)
		return "OWNER TO CURRENT_USER";
	if (strcmp(key, "version") == 0)
		return version_sql(code_tree(c)->create_foreign_server_stmt->version);
	made_options(c, &made, &n);
	return find_option(made, n, key) ? set_sql(find_option(made, n, key)) : drop_sql_of(key);
}

static const char *
between(const struct code *from, const struct code *to, const char *key)
{
	const char *sql = code_set_sql(to, key), *is_set = "OPTIONS (SET";

	if (is_drop(sql, key))
		return has_option(from, key) ? sql : NULL;
	if (strncmp(sql, is_set, strlen(is_set)) != 0 || has_option(from, key))
		return sql;
	return strf("OPTIONS (ADD%s", sql + strlen(is_set));
}

static void
option_keys(const struct code *c, struct strs *keys)
{
	PgQuery__Node **options;
	size_t n, i;

	made_options(c, &options, &n);
	for (i = 0; i < n; i++)
		strs_add(keys, options[i]->def_elem->defname);
}

/* all that they say can be altered */
static bool
always_alters(const struct code *from, const struct code *to)
{
	(void)from;
	(void)to;
	return true;
}

/* it is not read */
static bool
is_password(const char *option)
{
	const char *end = "password";
	size_t n = strlen(option);

	return n >= strlen(end) && strcmp(option + n - strlen(end), end) == 0;
}

/* what a password is said to be it is */
static void
settle(struct object *copied, const struct object *of, const struct object *as)
{
	const struct code *said = (const struct code *)of;
	struct code *c = (struct code *)copied;
	struct setting set = {0};
	struct strs keys = {0};
	size_t i;

	code_settle(copied, of, as);
	option_keys(said, &keys);
	for (i = 0; i < said->settings.n; i++)
		strs_add(&keys, ((const struct setting *)said->settings.v[i])->key);
	for (i = 0; i < keys.n; i++) {
		set.key = keys.v[i];
		set.sql = code_set_sql(said, set.key);
		if (is_password(set.key) && has_option(said, set.key) && !has_option(c, set.key))
			list_add(&c->settings, copy(&set, sizeof set));
	}
}

/* ---- wrappers ---- */

static bool
others_of_extensions(const char *name)
{
	(void)name;
	return false;
}

static void
follow_functions(struct query *q, PgQuery__Node *const *options, size_t n)
{
	const PgQuery__DefElem *e;
	size_t i;

	for (i = 0; i < n; i++) {
		e = options[i]->def_elem;
		if (e->arg && e->arg->node_case == PG_QUERY__NODE__NODE_LIST)
			need_called(q, e->arg->list->items, e->arg->list->n_items);
	}
}

static void
follow_wrapper(struct query *q, const PgQuery__Node *statement)
{
	const PgQuery__CreateFdwStmt *w = statement->create_fdw_stmt;

	follow_functions(q, w->func_options, w->n_func_options);
}

static enum applied
need_functions(const struct op *op, const struct schema *s, PgQuery__Node *const *options, size_t n)
{
	const PgQuery__DefElem *e;
	bool handler;
	size_t i;

	for (i = 0; i < n; i++) {
		e = options[i]->def_elem;
		handler = strcmp(e->defname, "handler") == 0;
		if (e->arg && e->arg->node_case == PG_QUERY__NODE__NODE_LIST &&
		    need_support_of(op, s, e->arg->list->items, e->arg->list->n_items,
		                    handler ? "" : "text[], oid",
		                    handler ? "fdw_handler" : NULL) == REFUSED)
			return REFUSED;
	}
	return APPLIED;
}

static enum applied
define_wrapper(const struct op *op, const struct schema *s, const PgQuery__Node *n,
               struct defined *d)
{
	const PgQuery__AlterFdwStmt *alter = n->alter_fdw_stmt;
	const PgQuery__CreateFdwStmt *create = n->create_fdw_stmt;
	const PgQuery__DefElem *e;
	const struct code *c;
	size_t i;

	if (n->node_case == PG_QUERY__NODE__NODE_CREATE_FDW_STMT) {
		d->name.name = create->fdwname;
		return worse(need_functions(op, s, create->func_options, create->n_func_options),
		             need_options_once(op, create->options, create->n_options));
	}
	d->name.name = alter->fdwname;
	c = (const struct code *)schema_find(s, SPACE_WRAPPER, d->name);
	if (need_functions(op, s, alter->func_options, alter->n_func_options) == REFUSED)
		return REFUSED;
	for (i = 0; i < alter->n_func_options; i++) {
		e = alter->func_options[i]->def_elem;
		setting_add(d, function_key(e), function_sql(e));
	}
	return alter_options(op, c, alter->options, alter->n_options, d);
}

static void
wrapper_keys(const struct code *c, struct strs *keys)
{
	strs_add(keys, " HANDLER");
	strs_add(keys, " VALIDATOR");
	option_keys(c, keys);
}

static const struct catalog_query created_wrapper[] = {
	{.phase = PHASE_CREATE_FUNCTION,
         .sql = "SELECT NULL, w.fdwname, concat('CREATE FOREIGN DATA WRAPPER ', quote_ident(w.fdwname), ' HANDLER ' || nullif(w.fdwhandler, 0)::regproc,\n"
                "    ' VALIDATOR ' || nullif(w.fdwvalidator, 0)::regproc, (SELECT format(' OPTIONS (%s)', string_agg(format('%I %L', option_name, option_value), ', '))\n"
                "      FROM pg_options_to_table(w.fdwoptions) HAVING count(*) > 0))\n"
                "FROM pg_foreign_data_wrapper w\n"
                "WHERE NOT EXISTS (SELECT FROM member m WHERE m.classid = 'pg_foreign_data_wrapper'::regclass AND m.objid = w.oid) ORDER BY w.oid"},
	{0},
};

const struct code_kind wrapper_kind = {
	.noun = {CODE_NOUN("foreign data wrapper", SPACE_WRAPPER)},
	.type = PG_QUERY__OBJECT_TYPE__OBJECT_FDW,
	.keyword = "FOREIGN DATA WRAPPER",
	.create = PHASE_CREATE_FUNCTION,
	.drop = PHASE_DROP_FUNCTION,
	.others = others_of_extensions,
	.follow = follow_wrapper,
	.made_by = PG_QUERY__NODE__NODE_CREATE_FDW_STMT,
	.altered_by = PG_QUERY__NODE__NODE_ALTER_FDW_STMT,
	.define = define_wrapper,
	.reset = reset,
	.between = between,
	.keys = wrapper_keys,
	.alters = always_alters,
	.inspect = created_wrapper,
};

/* ---- servers ---- */

static void
follow_server(struct query *q, const PgQuery__Node *statement)
{
	need_named(q, &wrapper_kind,
	           (struct qname){NULL, statement->create_foreign_server_stmt->fdwname}, NULL,
	           "wrapper");
}

static enum applied
define_server(const struct op *op, const struct schema *s, const PgQuery__Node *n,
              struct defined *d)
{
	const PgQuery__CreateForeignServerStmt *create = n->create_foreign_server_stmt;
	const PgQuery__AlterForeignServerStmt *alter = n->alter_foreign_server_stmt;
	const struct code *c;

	if (n->node_case == PG_QUERY__NODE__NODE_CREATE_FOREIGN_SERVER_STMT) {
		d->name.name = create->servername;
		d->if_not_exists = create->if_not_exists;
		return need_options_once(op, create->options, create->n_options);
	}
	d->name.name = alter->servername;
	c = (const struct code *)schema_find(s, SPACE_SERVER, d->name);
	if (alter->has_version)
		setting_add(d, "version", version_sql(alter->version));
	return alter_options(op, c, alter->options, alter->n_options, d);
}

static void
server_keys(const struct code *c, struct strs *keys)
{
	strs_add(keys, "version");
	option_keys(c, keys);
}

static bool
server_alters(const struct code *from, const struct code *to)
{
	const PgQuery__CreateForeignServerStmt *a = code_tree(from)->create_foreign_server_stmt;
	const PgQuery__CreateForeignServerStmt *b = code_tree(to)->create_foreign_server_stmt;

	return same(a->fdwname, b->fdwname) && same(a->servertype, b->servertype);
}

static const struct catalog_query created_server[] = {
	{.phase = PHASE_CREATE_FUNCTION,
         .sql = "SELECT NULL, NULL, concat('CREATE SERVER ', quote_ident(s.srvname), ' TYPE ' || quote_literal(s.srvtype), ' VERSION ' || quote_literal(s.srvversion),\n"
                "    ' FOREIGN DATA WRAPPER ', quote_ident(w.fdwname), (SELECT format(' OPTIONS (%s)', string_agg(format('%I %L', option_name, option_value), ', '))\n"
                "      FROM pg_options_to_table(s.srvoptions) WHERE option_name !~ 'password$' HAVING count(*) > 0))\n"
                "FROM pg_foreign_server s JOIN pg_foreign_data_wrapper w ON w.oid = s.srvfdw\n"
                "WHERE NOT EXISTS (SELECT FROM member m WHERE m.classid = 'pg_foreign_server'::regclass AND m.objid = s.oid) ORDER BY s.oid"},
	{0},
};

const struct code_kind server_kind = {
	.noun = {CODE_NOUN_SETTLED("server", SPACE_SERVER, settle)},
	.type = PG_QUERY__OBJECT_TYPE__OBJECT_FOREIGN_SERVER,
	.keyword = "SERVER",
	.create = PHASE_CREATE_FUNCTION,
	.drop = PHASE_DROP_FUNCTION,
	.follow = follow_server,
	.made_by = PG_QUERY__NODE__NODE_CREATE_FOREIGN_SERVER_STMT,
	.altered_by = PG_QUERY__NODE__NODE_ALTER_FOREIGN_SERVER_STMT,
	.define = define_server,
	.reset = reset,
	.between = between,
	.keys = server_keys,
	.alters = server_alters,
	.inspect = created_server,
};

/* ---- user mappings: known by user and server ---- */

static const char *
mapping_identity(const PgQuery__RoleSpec *user, const char *server)
{
	const char *role = role_sql(user);

	return strf("FOR %s SERVER %s", same_role(role, NULL) ? "CURRENT_USER" : role,
	            sql_name(server));
}

static void
follow_mapping(struct query *q, const PgQuery__Node *statement)
{
	need_named(q, &server_kind,
	           (struct qname){NULL, statement->create_user_mapping_stmt->servername}, NULL,
	           "server");
}

static enum applied
define_mapping(const struct op *op, const struct schema *s, const PgQuery__Node *n,
               struct defined *d)
{
	const PgQuery__CreateUserMappingStmt *create = n->create_user_mapping_stmt;
	const PgQuery__AlterUserMappingStmt *alter = n->alter_user_mapping_stmt;
	const PgQuery__DropUserMappingStmt *drop = n->drop_user_mapping_stmt;
	const struct code *c;

	switch ((int)n->node_case) {
	case PG_QUERY__NODE__NODE_CREATE_USER_MAPPING_STMT:
		d->identity = mapping_identity(create->user, create->servername);
		d->if_not_exists = create->if_not_exists;
		return need_options_once(op, create->options, create->n_options);
	case PG_QUERY__NODE__NODE_DROP_USER_MAPPING_STMT:
		d->identity = mapping_identity(drop->user, drop->servername);
		d->if_not_exists = drop->missing_ok;
		return APPLIED;
	default:
		d->identity = mapping_identity(alter->user, alter->servername);
		c = (const struct code *)schema_find(s, SPACE_USER_MAPPING,
		                                     (struct qname){NULL, d->identity});
		return alter_options(op, c, alter->options, alter->n_options, d);
	}
}

static const char *
identity_of_mapping(const struct code *c)
{
	const PgQuery__CreateUserMappingStmt *m = code_tree(c)->create_user_mapping_stmt;

	return mapping_identity(m->user, m->servername);
}

/* passwords stay where they are */
static const struct catalog_query created_user_mapping[] = {
	{.phase = PHASE_CREATE_CODE,
         .sql = "SELECT NULL, u.srvname, concat('CREATE USER MAPPING FOR ', CASE u.umuser WHEN 0 THEN 'PUBLIC' ELSE quote_ident(u.usename) END, ' SERVER ', quote_ident(u.srvname),\n"
                "    (SELECT format(' OPTIONS (%s)', string_agg(format('%I %L', option_name, option_value), ', '))\n"
                "      FROM pg_options_to_table(u.umoptions) WHERE option_name !~ 'password$' HAVING count(*) > 0))\n"
                "FROM pg_user_mappings u ORDER BY u.umid"},
	{0},
};

const struct code_kind user_mapping_kind = {
	.noun = {CODE_NOUN_SETTLED("user mapping", SPACE_USER_MAPPING, settle)},
	.type = PG_QUERY__OBJECT_TYPE__OBJECT_USER_MAPPING,
	.keyword = "USER MAPPING",
	.create = PHASE_CREATE_FUNCTION,
	.drop = PHASE_DROP_FUNCTION,
	.identity = identity_of_mapping,
	.follow = follow_mapping,
	.made_by = PG_QUERY__NODE__NODE_CREATE_USER_MAPPING_STMT,
	.altered_by = PG_QUERY__NODE__NODE_ALTER_USER_MAPPING_STMT,
	.dropped_by = PG_QUERY__NODE__NODE_DROP_USER_MAPPING_STMT,
	.define = define_mapping,
	.reset = reset,
	.between = between,
	.keys = option_keys,
	.alters = always_alters,
	.inspect = created_user_mapping,
};
