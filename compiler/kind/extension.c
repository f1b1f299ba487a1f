/* Extensions: what the well-known ones bring, and what of that is in use. */
#include <string.h>

#include "../catalog.h"
#include "code.h"

struct create_extension {
	struct op op;
	const char *name;
	const char *schema;
	const char *version;
	bool cascade;
	bool if_not_exists;
};

struct alter_extension {
	struct op op;
	const char *name;
	bool update;
	const char *version;
	const char *schema;
	const char *add, *drop; /* members, as comment_on names them */
};

struct drop_extension {
	struct op op;
	struct strs names;
	bool if_exists;
	bool cascade;
};

static const struct op_class create_extension, alter_extension, drop_extension;

/* ---- what is known of them ---- */

#define MOST 12

/* Those of PostgreSQL 15's contrib, and others that are widely used. An extension that is not here may bring any type. */
static const struct known {
	const char *name;
	const char *schema; /* the only one it can be in */
	const char *types[MOST];
	const char *requires[4];
	/* what a table's definition may say: operator classes, and functions, but for those that catalog.c has */
	const char *names[MOST];
} known[] = {
	{"adminpack", "pg_catalog"},
	{"amcheck"},
	{"autoinc"},
	{"bloom"},
	{"btree_gin"},
	{"btree_gist", .types = {"gbtreekey2", "gbtreekey4", "gbtreekey8", "gbtreekey16",
                                 "gbtreekey32", "gbtreekey_var"}},
	{"citext", .types = {"citext"}},
	{"cube", .types = {"cube"}},
	{"dblink", .types = {"dblink_pkey_results"}},
	{"dict_int"},
	{"dict_xsyn"},
	{"earthdistance", .types = {"earth"}, .requires = {"cube"}},
	{"file_fdw"},
	{"fuzzystrmatch"},
	{"hstore", .types = {"hstore", "ghstore"}},
	{"insert_username"},
	{"intagg"},
	{"intarray", .types = {"query_int", "intbig_gkey"},
         .names = {"gist__int_ops", "gist__intbig_ops", "gin__int_ops"}},
	{"isn", .types = {"ean13", "isbn", "isbn13", "ismn", "ismn13", "issn", "issn13", "upc"}},
	{"lo", .types = {"lo"}},
	{"ltree", .types = {"ltree", "lquery", "ltxtquery", "ltree_gist"}},
	{"moddatetime"},
	{"old_snapshot"},
	{"pageinspect"},
	{"pg_buffercache"},
	{"pg_freespacemap"},
	{"pg_prewarm"},
	{"pg_stat_statements"},
	{"pg_surgery"},
	{"pg_trgm", .types = {"gtrgm"}, .names = {"gin_trgm_ops", "gist_trgm_ops"}},
	{"pg_visibility"},
	{"pg_walinspect"},
	{"pgcrypto"},
	{"pgrowlocks"},
	{"pgstattuple"},
	{"plpgsql", "pg_catalog"},
	{"postgres_fdw"},
	{"refint"},
	{"seg", .types = {"seg"}},
	{"sslinfo"},
	{"tablefunc",
         .types = {"tablefunc_crosstab_2", "tablefunc_crosstab_3", "tablefunc_crosstab_4"}},
	{"tcn"},
	{"tsm_system_rows"},
	{"tsm_system_time"},
	{"unaccent"},
	{"uuid-ossp"},
	{"xml2"},

	{"address_standardizer", .types = {"stdaddr"}},
	{"h3", .types = {"h3index"}},
	{"hll", .types = {"hll", "hll_hashval"}},
	{"ip4r", .types = {"ip4", "ip4r", "ip6", "ip6r", "ipaddress", "iprange"}},
	{"pg_cron", "pg_catalog"},
	{"pg_uuidv7", .names = {"uuid_generate_v7"}},
	{"pgrouting", .requires = {"postgis"}},
	{"postgis", .types = {"geometry", "geography", "box2d", "box3d", "box2df", "gidx",
                              "spheroid", "geometry_dump", "valid_detail", "raster"}},
	{"postgis_raster",
         .types = {"raster", "addbandarg", "agg_samealignment", "geomval", "rastbandarg",
                   "reclassarg", "summarystats", "unionarg"},
         .requires = {"postgis"}},
	{"postgis_tiger_geocoder", "tiger", .types = {"norm_addy"},
         .requires = {"postgis", "fuzzystrmatch"}},
	{"postgis_topology", "topology",
         .types = {"topogeometry", "topoelement", "topoelementarray", "getfaceedges_returntype",
                   "validatetopology_returntype"},
         .requires = {"postgis"}},
	{"roaringbitmap", .types = {"roaringbitmap"}},
	{"semver", .types = {"semver", "semverrange"}},
	{"vector", .types = {"vector", "halfvec", "sparsevec"},
         .names = {"vector_l2_ops", "vector_ip_ops", "vector_cosine_ops", "vector_l1_ops",
                   "halfvec_l2_ops", "halfvec_ip_ops", "halfvec_cosine_ops", "halfvec_l1_ops",
                   "sparsevec_l2_ops", "sparsevec_ip_ops", "sparsevec_cosine_ops"}},
};

static const struct known *
find_known(const char *name)
{
	size_t i;

	for (i = 0; i < LEN(known); i++)
		if (strcmp(known[i].name, name) == 0)
			return &known[i];
	return NULL;
}

/* a word of a list that is apart by spaces */
static bool
has_word(const char *list, const char *word)
{
	size_t n = strlen(word), length;

	for (; *list; list += length + (list[length] == ' ')) {
		length = strcspn(list, " ");
		if (length == n && strncmp(list, word, n) == 0)
			return true;
	}
	return false;
}

struct list
extensions_there(const struct schema *s)
{
	struct list made = schema_all(s, &extension_noun), maybes = schema_maybes(s), all = {0};
	size_t i;

	/* what every database has is among what the catalog knows */
	for (i = 0; i < made.n; i++)
		if (strcmp(((const struct object *)made.v[i])->name.name, "plpgsql") != 0)
			list_add(&all, made.v[i]);
	for (i = 0; i < maybes.n; i++)
		if (((const struct object *)maybes.v[i])->noun == &extension_noun)
			list_add(&all, maybes.v[i]);
	return all;
}

bool
extensions_bring_anything(const struct schema *s)
{
	struct list all = extensions_there(s);
	size_t i;

	for (i = 0; i < all.n; i++)
		if (!catalog_extension(((struct object *)all.v[i])->name.name))
			return true;
	return false;
}

bool
extensions_bring(const struct schema *s, const char *name)
{
	struct list all = extensions_there(s);
	const char *extension, *brought;
	size_t i;

	for (i = 0; i < all.n; i++) {
		extension = ((struct object *)all.v[i])->name.name;
		brought = catalog_extension(extension);
		if (!brought || has_word(brought, name) || among(name, extension_types(extension)))
			return true;
	}
	return false;
}

const char *const *
extension_types(const char *name)
{
	const struct known *k = find_known(name);

	return k ? k->types : NULL;
}

/* a function that only the extension has: where the server has one of that name, that is found first */
static bool
has_function(const struct known *k, const char *name)
{
	const char *brought = catalog_extension(k->name);

	return among(name, k->names) ||
	       (brought && has_word(brought, name) && !catalog_signatures(name));
}

const char *
extension_with(const char *function)
{
	size_t i;

	for (i = 0; i < LEN(known); i++)
		if (has_function(&known[i], function))
			return known[i].name;
	return NULL;
}

static struct qname
extension_name(const char *name)
{
	return (struct qname){NULL, name};
}

static struct extension *
find_extension(const struct schema *s, const char *name)
{
	return (struct extension *)schema_find(s, SPACE_EXTENSION, extension_name(name));
}

/* ---- what of an extension is in use ---- */

struct usage {
	struct table_use of; /* a part of a table; .what NULL: nothing found */
	const struct schema *s;
	const struct extension *extension;
	const struct known *known;
	struct object *dependent; /* another extension */
};

static bool
is_own_type(const struct table_use *of, const char *type)
{
	const struct usage *u = (const struct usage *)of;
	struct type_parts parts = type_parts(type);
	const char *schema = u->extension->object.name.schema;

	if (parts.builtin || !among(parts.name.name, u->known->types))
		return false;
	if (parts.name.schema && schema && !same(parts.name.schema, schema))
		return false;
	return !schema_find(u->s, SPACE_TYPE, parts.name);
}

static bool
has_own_type(const struct table_use *of, const struct column *c)
{
	return is_own_type(of, c->type);
}

/* a function that it calls, or a type to which it casts */
static bool
says_own(const struct table_use *of, const char *text)
{
	const struct usage *u = (const struct usage *)of;
	struct strs tokens = {0};
	size_t i;

	if (!scan(text, &tokens))
		return false;
	for (i = 0; i < tokens.n; i++) {
		if (i + 1 < tokens.n && strcmp(tokens.v[i + 1], "(") == 0 &&
		    has_function(u->known, tokens.v[i]) &&
		    !function_named(u->s, extension_name(tokens.v[i])))
			return true;
		if (i && strcmp(tokens.v[i - 1], "::") == 0 && is_own_type(of, tokens.v[i]))
			return true;
	}
	return false;
}

/* btree_gist and btree_gin are what lets scalar types into these indexes */
static bool
needs_own(const struct table_use *of, const char *using, const struct key *k)
{
	const struct usage *u = (const struct usage *)of;
	static const char *const scalars[] = {"smallint",
	                                      "integer",
	                                      "bigint",
	                                      "numeric",
	                                      "real",
	                                      "double precision",
	                                      "text",
	                                      "character varying",
	                                      "character",
	                                      "bytea",
	                                      "date",
	                                      "timestamp without time zone",
	                                      "timestamp with time zone",
	                                      "time without time zone",
	                                      "interval",
	                                      "uuid",
	                                      "money",
	                                      NULL};
	const struct column *c = k->term.column ? table_column(of->t, k->term.column) : NULL;
	struct type_parts parts;

	if (k->operator_class)
		return among(k->operator_class, u->known->names);
	if (!c || !using || strncmp(u->known->name, "btree_", 6) != 0 ||
	    strcmp(u->known->name + 6, using) != 0)
		return false;
	parts = type_parts(c->type);
	return parts.builtin && !parts.dimensions && among(parts.name.name, scalars);
}

/* the first thing that needs the extension, but for extensions that go with it */
static struct usage
find_use(const struct schema *s, const struct extension *e, const struct strs *going)
{
	struct list others = schema_all(s, &extension_noun);
	struct usage u = {
		.of = {.has_column = has_own_type, .says = says_own, .has_key = needs_own},
		.s = s,
		.extension = e,
		.known = find_known(e->object.name.name),
	};
	const struct known *other;
	size_t i;

	if (!u.known)
		return u;
	table_use_find(s, &u.of, NULL);
	for (i = 0; i < others.n && !u.of.what; i++) {
		other = find_known(((struct object *)others.v[i])->name.name);
		if (!other || strs_has(going, other->name) ||
		    !among(e->object.name.name, other->requires))
			continue;
		u.dependent = others.v[i];
		u.of.what = strf("the extension '%s'", other->name);
	}
	return u;
}

/* ---- create_extension ---- */

static const struct field create_fields[] = {
	{"name", FIELD_NAME, offsetof(struct create_extension, name), 1, .required = true,
         .sql = "CREATE EXTENSION name"},
	{"schema", FIELD_NAME, offsetof(struct create_extension, schema),
         .fallback = "the first of the search path, or the extension's own",
         .sql = "SCHEMA schema"},
	{"version", FIELD_TEXT, offsetof(struct create_extension, version),
         .fallback = "the server's default for it", .sql = "VERSION 'version'"},
	{"cascade", FIELD_BOOL, offsetof(struct create_extension, cascade), .fallback = "false",
         .sql = "CASCADE", .doc = "Makes the extensions that it requires, too."},
	{"if_not_exists", FIELD_BOOL, offsetof(struct create_extension, if_not_exists),
         .fallback = "false", .sql = "IF NOT EXISTS"},
	{0},
};

/* the text of an option; "" where it is there without one, NULL where it is not there */
static const char *
option(PgQuery__Node *const *options, size_t n, const char *name)
{
	const PgQuery__DefElem *e;
	size_t i;

	for (i = 0; i < n; i++) {
		e = options[i]->def_elem;
		if (strcmp(e->defname, name) == 0)
			return e->arg && node_string(e->arg) ? node_string(e->arg) : "";
	}
	return NULL;
}

static struct op *
create_from_sql(const struct clause *c)
{
	const PgQuery__CreateExtensionStmt *stmt;
	struct create_extension *op;

	if (c->node->node_case != PG_QUERY__NODE__NODE_CREATE_EXTENSION_STMT)
		return NULL;
	stmt = c->node->create_extension_stmt;
	op = op_new(&create_extension, c->at);
	op->name = stmt->extname;
	op->schema = option(stmt->options, stmt->n_options, "schema");
	op->version = option(stmt->options, stmt->n_options, "new_version");
	op->cascade = option(stmt->options, stmt->n_options, "cascade") != NULL;
	op->if_not_exists = stmt->if_not_exists;
	return &op->op;
}

static void
put_extension(struct schema *s, const struct create_extension *op, const char *name,
              const char *version)
{
	const struct known *k = find_known(name);
	struct extension *e = alloc(sizeof *e);

	e->object.noun = &extension_noun;
	e->object.id = schema_id(s);
	e->object.at = op->op.at;
	e->object.name.name = name;
	if (k && k->schema)
		e->object.name.schema = k->schema;
	else if (op->schema)
		e->object.name.schema = op->schema;
	else if (k)
		e->object.name.schema = schema_full(s, extension_name(name)).schema;
	e->version = version;
	schema_put(s, &e->object);
}

/* those that it requires, made too where CASCADE says so */
static enum applied
need_required(const struct create_extension *op, struct schema *s, const char *name)
{
	const struct known *k = find_known(name);
	const char *const *required;

	for (required = k ? k->requires : NULL; required && *required; required++) {
		if (find_extension(s, *required) ||
		    schema_excused(s, SPACE_EXTENSION, extension_name(*required)))
			continue;
		if (!op->cascade)
			return op_error(
				&op->op, E_NEEDED,
				"'%s' requires the extension '%s'; make that first, or say cascade = true",
				name, *required);
		if (need_required(op, s, *required) != APPLIED)
			return REFUSED;
		put_extension(s, op, *required, NULL);
	}
	return APPLIED;
}

static enum applied
create_apply(struct op *o, struct schema *s)
{
	struct create_extension *op = (struct create_extension *)o;
	struct qname inside = {op->schema, op->name};
	const struct known *k = find_known(op->name);
	enum applied result;

	if (op->if_not_exists && find_extension(s, op->name))
		return APPLIED;
	result = need_free_name(o, s, SPACE_EXTENSION, extension_name(op->name));
	if (result == APPLIED)
		result = need_schema(o, s, inside);
	if (result != APPLIED)
		return result;
	if (op->schema && k && k->schema && strcmp(k->schema, op->schema) != 0)
		return op_error(o, E_VALUE, "extension '%s' can only be in schema '%s'", op->name,
		                k->schema);
	result = need_required(op, s, op->name);
	if (result == APPLIED)
		put_extension(s, op, op->name, op->version);
	return result;
}

static void
create_render(const struct op *o, struct list *steps)
{
	const struct create_extension *op = (const struct create_extension *)o;
	struct buf b = {0};

	buf_fmt(&b, "CREATE EXTENSION %s%s", op->if_not_exists ? "IF NOT EXISTS " : "",
	        sql_name(op->name));
	if (op->schema)
		buf_fmt(&b, " SCHEMA %s", sql_name(op->schema));
	if (op->version)
		buf_fmt(&b, " VERSION %s", sql_literal(op->version));
	if (op->cascade)
		buf_add(&b, " CASCADE");
	step_add(steps, o, op->name, buf_str(&b));
}

static const struct catalog_query created[] = {
	{.phase = PHASE_CREATE_EXTENSION,
         .sql = "(SELECT NULL, NULL, concat('CREATE EXTENSION ', quote_ident(e.extname), CASE WHEN n.nspname <> 'pg_catalog' THEN ' SCHEMA ' || quote_ident(n.nspname) END)\n"
                "  FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace WHERE e.extname <> 'plpgsql' ORDER BY e.oid)\n"
                "UNION ALL\n"
                "SELECT NULL, NULL, 'DROP EXTENSION plpgsql' WHERE NOT EXISTS (SELECT FROM pg_extension WHERE extname = 'plpgsql')"},
	{.phase = PHASE_CREATE_EXTENSION,
         .asked = ASKED_VERSIONS,
         .sql = "SELECT NULL, NULL, format('ALTER EXTENSION %I UPDATE TO %L', extname, extversion) FROM pg_extension ORDER BY oid"},
	{0},
};

/* the schema where it would go anyway is left out */
static const struct op *
create_told(const struct op *o, const struct schema *s)
{
	struct create_extension *op = copy(o, sizeof *op);

	(void)s;
	if (same(op->schema, sql_qname_full((struct qname){NULL, ""}).schema))
		op->schema = NULL;
	return &op->op;
}

static const struct op_class create_extension = {
	.opaque = true,
	.shape = {"create_extension", CALL_ARGUMENTS, sizeof(struct create_extension),
                  create_fields, .page = "sql-createextension.html",
                  .doc = "Loads an extension into the database."},
	.declares = "extension",
	.told = create_told,
	.from_sql = create_from_sql,
	.apply = create_apply,
	.render = create_render,
	.inspect = created,
};

/* ---- alter_extension ---- */

static const struct field alter_fields[] = {
	{"name", FIELD_NAME, offsetof(struct alter_extension, name), 1, .required = true,
         .sql = "ALTER EXTENSION name"},
	{"update", FIELD_BOOL, offsetof(struct alter_extension, update), .fallback = "false",
         .sql = "UPDATE", .doc = "To the server's default version; there is no way back."},
	{"version", FIELD_TEXT, offsetof(struct alter_extension, version), .fallback = "as it is",
         .sql = "UPDATE TO 'version'", .doc = "There is no way back."},
	{"schema", FIELD_NAME, offsetof(struct alter_extension, schema), .fallback = "as it is",
         .sql = "SET SCHEMA schema"},
	{"add", FIELD_TEXT, offsetof(struct alter_extension, add), .fallback = "nothing",
         .sql = "ADD add",
         .doc = "SQL, as for comment_on: \"function f(integer)\", \"table t\", …"},
	{"drop", FIELD_TEXT, offsetof(struct alter_extension, drop), .fallback = "nothing",
         .sql = "DROP drop",
         .doc = "The same: it stays, and does not belong to the extension any more."},
	{0},
};

static int
alter_finish(void *item)
{
	struct alter_extension *op = item;

	if (op->update || op->version || op->schema || op->add || op->drop)
		return 0;
	op_error(&op->op, E_NOTHING, "says nothing to change");
	return -1;
}

static struct op *
move_from_sql(const struct clause *c)
{
	const PgQuery__AlterObjectSchemaStmt *stmt = c->node->alter_object_schema_stmt;
	struct alter_extension *op;

	if (stmt->object_type != PG_QUERY__OBJECT_TYPE__OBJECT_EXTENSION)
		return NULL;
	op = op_new(&alter_extension, c->at);
	op->name = node_string(stmt->object);
	op->schema = stmt->newschema;
	return &op->op;
}

static struct op *
alter_from_sql(const struct clause *c)
{
	const PgQuery__AlterExtensionStmt *stmt;
	struct alter_extension *op;

	if (c->node->node_case == PG_QUERY__NODE__NODE_ALTER_OBJECT_SCHEMA_STMT)
		return move_from_sql(c);
	if (c->node->node_case != PG_QUERY__NODE__NODE_ALTER_EXTENSION_STMT)
		return NULL;
	stmt = c->node->alter_extension_stmt;
	op = op_new(&alter_extension, c->at);
	op->name = stmt->extname;
	op->version = option(stmt->options, stmt->n_options, "new_version");
	op->update = !op->version;
	return &op->op;
}

/* "ALTER EXTENSION name ADD FUNCTION f(integer)" */
static char *
member_sql(const struct alter_extension *op, const char *verb, const char *member)
{
	return strf("ALTER EXTENSION %s %s %s", sql_name(op->name), verb,
	            target_sql(member, false));
}

static enum applied
need_said_member(const struct alter_extension *op, const struct schema *s, const char *verb,
                 const char *member)
{
	struct parse_error e = {0};
	const PgQuery__Node *tree;

	if (!member)
		return APPLIED;
	if (!target_parse(member, &e))
		return target_refused(&op->op, member, &e);
	tree = parse_statement(member_sql(op, verb, member), &e);
	if (tree)
		return need_member(&op->op, s, tree->alter_extension_contents_stmt);
	return op_error(&op->op, E_KIND, "'%s' is nothing that an extension has: %s", member,
	                e.message);
}

static enum applied
alter_apply(struct op *o, struct schema *s)
{
	struct alter_extension *op = (struct alter_extension *)o;
	struct extension *e = find_extension(s, op->name);
	const struct known *k = find_known(op->name);
	struct qname inside = {op->schema, op->name};
	enum applied result;

	if (!e)
		return missing(o, s, "extension", SPACE_EXTENSION, extension_name(op->name));
	if (need_said_member(op, s, "ADD", op->add) == REFUSED ||
	    need_said_member(op, s, "DROP", op->drop) == REFUSED)
		return REFUSED;
	result = need_schema(o, s, inside);
	if (result != APPLIED)
		return result;
	if (op->schema && k && k->schema && strcmp(k->schema, op->schema) != 0)
		return op_error(o, E_VALUE, "extension '%s' can only be in schema '%s'", op->name,
		                k->schema);
	e = (struct extension *)object_copy(&e->object);
	if (op->update || op->version)
		e->version = op->version;
	if (op->schema)
		e->object.name.schema = op->schema;
	schema_put(s, &e->object);
	return APPLIED;
}

static void
alter_render(const struct op *o, struct list *steps)
{
	const struct alter_extension *op = (const struct alter_extension *)o;
	const char *name = sql_name(op->name);

	if (op->version)
		step_add(steps, o, op->name,
		         strf("ALTER EXTENSION %s UPDATE TO %s", name, sql_literal(op->version)));
	else if (op->update)
		step_add(steps, o, op->name, strf("ALTER EXTENSION %s UPDATE", name));
	if (op->schema)
		step_add(steps, o, op->name,
		         strf("ALTER EXTENSION %s SET SCHEMA %s", name, sql_name(op->schema)));
	if (op->add)
		step_add(steps, o, op->name, member_sql(op, "ADD", op->add));
	if (op->drop)
		step_add(steps, o, op->name, member_sql(op, "DROP", op->drop));
}

static bool
alter_invert(const struct op *o, const struct schema *s, struct list *down, struct list *gaps)
{
	const struct alter_extension *op = (const struct alter_extension *)o;
	struct alter_extension *back;

	(void)s;
	if (op->update || op->version)
		gap_add(gaps, o->at,
		        "alter_extension: an extension has no way back to an older version");
	if (op->add || op->drop) {
		back = op_new(&alter_extension, o->at);
		back->name = op->name;
		back->add = op->drop;
		back->drop = op->add;
		list_add(down, back);
	}
	return false;
}

static const struct op_class alter_extension = {
	.shape =
		{"alter_extension", CALL_ARGUMENTS, sizeof(struct alter_extension), alter_fields,
                 .finish = alter_finish, .page = "sql-alterextension.html",
                 .doc = "Updates an extension, moves what it brings to another schema, or says what belongs to it."},
	.from_sql = alter_from_sql,
	.apply = alter_apply,
	.render = alter_render,
	.invert = alter_invert,
};

/* ---- drop_extension ---- */

static const struct field drop_fields[] = {
	{"name", FIELD_NAMES, offsetof(struct drop_extension, names), 1, .required = true,
         .sql = "DROP EXTENSION name, …"},
	{"if_exists", FIELD_BOOL, offsetof(struct drop_extension, if_exists), .fallback = "false",
         .sql = "IF EXISTS"},
	{"cascade", FIELD_BOOL, offsetof(struct drop_extension, cascade), .fallback = "false",
         .sql = "CASCADE",
         .doc = "Drops all that uses it: columns of its types with their values, defaults, indexes, …"},
	{0},
};

static struct op *
drop_from(const struct clause *c)
{
	struct list names = {0};
	struct drop_extension *op;
	size_t i;

	if (!drops(c, PG_QUERY__OBJECT_TYPE__OBJECT_EXTENSION))
		return NULL;
	op = op_new(&drop_extension, c->at);
	drop_read(c, &names, &op->if_exists, &op->cascade);
	for (i = 0; i < names.n; i++)
		strs_add(&op->names, ((struct qname *)names.v[i])->name);
	return &op->op;
}

static void
remove_cascading(struct schema *s, struct object *o)
{
	const struct extension *e = (const struct extension *)o;
	struct strs none = {0};
	struct usage u;

	/* what uses an extension goes with it */
	for (u = find_use(s, e, &none); u.of.what; u = find_use(s, e, &none)) {
		if (u.dependent)
			remove_cascading(s, u.dependent);
		else
			table_use_drop(s, &u.of, e->object.at, &drop_extension);
	}
	extension_remove_dependents(s, o->name.name);
	remove_users(s, o, NULL);
	schema_remove(s, o);
}

static enum applied
drop_one(const struct drop_extension *op, struct schema *s, const char *name)
{
	struct extension *e = find_extension(s, name);
	struct usage u;

	if (!e && op->if_exists)
		return schema_excused(s, SPACE_EXTENSION, extension_name(name)) ? UNKNOWN : APPLIED;
	if (!e)
		return missing(&op->op, s, "extension", SPACE_EXTENSION, extension_name(name));
	if (op->cascade) {
		remove_cascading(s, &e->object);
		return APPLIED;
	}
	u = find_use(s, e, &op->names);
	if (u.of.what)
		return op_error(&op->op, E_NEEDED,
		                "%s uses extension '%s'; drop that first, or say cascade = true",
		                u.of.what, name);
	if (need_extension_unused(&op->op, s, name) == REFUSED ||
	    need_unused(&op->op, s, &e->object, NULL, NULL) == REFUSED)
		return REFUSED;
	extension_remove_dependents(s, name);
	schema_remove(s, &e->object);
	return APPLIED;
}

/* appends a name behind those of the others that require it, so that they come back in the right order */
static void
put_in_order(const struct strs *names, const char *name, struct strs *ordered)
{
	const struct known *other;
	size_t i;

	if (strs_has(ordered, name))
		return;
	for (i = 0; i < names->n; i++) {
		other = find_known(names->v[i]);
		if (other && among(name, other->requires))
			put_in_order(names, names->v[i], ordered);
	}
	strs_add(ordered, name);
}

static enum applied
drop_apply(struct op *o, struct schema *s)
{
	struct drop_extension *op = (struct drop_extension *)o;
	enum applied result = APPLIED, one;
	struct strs ordered = {0};
	size_t i;

	for (i = 0; i < op->names.n; i++)
		put_in_order(&op->names, op->names.v[i], &ordered);
	for (i = 0; i < ordered.n; i++) {
		one = drop_one(op, s, ordered.v[i]);
		if (one == REFUSED)
			return REFUSED;
		if (one != APPLIED)
			result = one;
	}
	return result;
}

static void
drop_render(const struct op *o, struct list *steps)
{
	const struct drop_extension *op = (const struct drop_extension *)o;
	struct step *step;

	step = step_add(steps, o, strs_join(&op->names, ", "),
	                drop_sql("EXTENSION", sql_names(&op->names), op->if_exists, op->cascade));
	if (op->cascade)
		step->flags |= STEP_LOSES_DATA;
}

static const struct op_class drop_extension = {
	.shape = {"drop_extension", CALL_ARGUMENTS, sizeof(struct drop_extension), drop_fields,
                  .page = "sql-dropextension.html",
                  .doc = "Takes one extension or several out of the database."},
	.from_sql = drop_from,
	.apply = drop_apply,
	.render = drop_render,
};

/* ---- the noun ---- */

static void
create(struct diff *d, const struct object *o)
{
	const struct extension *e = (const struct extension *)o;
	const struct known *k = find_known(o->name.name);
	struct create_extension *op = op_new(&create_extension, d->at);

	op->name = o->name.name;
	op->schema = k && k->schema ? NULL : o->name.schema;
	op->version = e->version;
	diff_add(d, PHASE_CREATE_EXTENSION, op);
	comment_add(d, "extension", sql_name(o->name.name), NULL, o->comment);
}

static void
drop(struct diff *d, const struct object *o)
{
	struct drop_extension *op = op_new(&drop_extension, d->at);

	strs_add(&op->names, o->name.name);
	diff_add(d, PHASE_DROP_EXTENSION, op);
}

static void
alter(struct diff *d, const struct object *from, const struct object *to)
{
	const struct extension *a = (const struct extension *)from;
	const struct extension *b = (const struct extension *)to;
	struct alter_extension *op = op_new(&alter_extension, d->at);

	op->name = to->name.name;
	/* between two times of one schema it would be the way back to an older one */
	if (d->by_name && b->version && !same(a->version, b->version))
		op->version = b->version;
	if (from->name.schema && to->name.schema && !same(from->name.schema, to->name.schema))
		op->schema = to->name.schema;
	if (op->version || op->schema)
		diff_add(d, PHASE_CREATE_EXTENSION, op);
	comment_add(d, "extension", sql_name(to->name.name), from->comment, to->comment);
}

/* a version that is not said is whichever there is */
static void
settle(struct object *copied, const struct object *of, const struct object *as)
{
	(void)as;
	if (!((const struct extension *)of)->version)
		((struct extension *)copied)->version = NULL;
}

const struct noun extension_noun = {
	.name = "extension",
	.space = SPACE_EXTENSION,
	.size = sizeof(struct extension),
	.remove = remove_cascading,
	.settle = settle,
	.create = create,
	.drop = drop,
	.alter = alter,
};

const struct op_class *const extension_ops[] = {&create_extension, &alter_extension,
                                                &drop_extension, NULL};
