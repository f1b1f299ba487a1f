/* Text search: configurations, dictionaries, parsers and templates; and conversions, which are as plain. */
#include <string.h>
#include <strings.h>

#include "code.h"

static const char *
reset_owner(const struct code *c, const char *key)
{
	(void)c;
	return strcmp(key, "owner") == 0 ? "OWNER TO CURRENT_USER" : NULL;
}

/* the name behind an option of a definition; false where it has none */
static bool
option_name(const PgQuery__DefineStmt *d, const char *key, struct qname *name)
{
	const PgQuery__DefElem *e;
	size_t i;

	for (i = 0; i < d->n_definition; i++) {
		e = d->definition[i]->def_elem;
		if (strcasecmp(e->defname, key) != 0 || !e->arg)
			continue;
		if (e->arg->node_case == PG_QUERY__NODE__NODE_TYPE_NAME)
			*name = list_qname(e->arg->type_name->names, e->arg->type_name->n_names);
		else
			*name = (struct qname){NULL, node_string(e->arg)};
		return name->name != NULL;
	}
	return false;
}

static void
follow_option(struct query *q, const PgQuery__DefineStmt *d, const char *key,
              const struct code_kind *kind)
{
	struct qname name;

	if (option_name(d, key, &name))
		need_named(q, kind, name, NULL, key);
}

/* ---- configurations ---- */

/* the languages whose stemmers the server has */
static const char *const languages[] = {
	"arabic",  "armenian", "basque",     "catalan", "danish",    "dutch",      "english",
	"finnish", "french",   "german",     "greek",   "hindi",     "hungarian",  "indonesian",
	"irish",   "italian",  "lithuanian", "nepali",  "norwegian", "portuguese", "romanian",
	"russian", "serbian",  "spanish",    "swedish", "tamil",     "turkish",    "yiddish",
};

static bool
is_configuration(const char *name)
{
	size_t i;

	for (i = 0; i < LEN(languages); i++)
		if (strcmp(name, languages[i]) == 0)
			return true;
	return strcmp(name, "simple") == 0;
}

static bool
is_dictionary(const char *name)
{
	size_t n = strlen(name), stem = strlen("_stem");

	return strcmp(name, "simple") == 0 || (n > stem && strcmp(name + n - stem, "_stem") == 0 &&
	                                       is_configuration(strn(name, n - stem)));
}

static bool
is_template(const char *name)
{
	static const char *const templates[] = {"simple", "synonym", "ispell", "thesaurus",
	                                        "snowball"};
	size_t i;

	for (i = 0; i < LEN(templates); i++)
		if (strcmp(name, templates[i]) == 0)
			return true;
	return false;
}

static bool
is_parser(const char *name)
{
	return strcmp(name, "default") == 0;
}

static void
follow_configuration(struct query *q, const PgQuery__Node *statement)
{
	follow_option(q, statement->define_stmt, "parser", &search_parser_kind);
	follow_option(q, statement->define_stmt, "copy", &search_configuration_kind);
}

/* of an ALTER: struct qname */
static struct list
dictionaries(const PgQuery__AlterTSConfigurationStmt *alter)
{
	struct list names = {0};
	const PgQuery__List *l;
	struct qname name;
	size_t i;

	for (i = 0; i < alter->n_dicts; i++) {
		l = alter->dicts[i]->list;
		name = list_qname(l->items, l->n_items);
		list_add(&names, copy(&name, sizeof name));
	}
	return names;
}

static void
follow_dictionaries(struct query *q, const PgQuery__AlterTSConfigurationStmt *alter)
{
	struct list names = dictionaries(alter);
	size_t i;

	for (i = 0; i < names.n; i++)
		need_named(q, &search_dictionary_kind, *(struct qname *)names.v[i], NULL, NULL);
}

static bool
has_mapping(const struct code *c, const char *key)
{
	const struct setting *set = code_setting(c, key);

	return set && strncmp(set->sql, "DROP", 4) != 0 && strcmp(key, "owner") != 0;
}

static const PgQuery__AlterTSConfigurationStmt *
mapping_tree(const struct code *c, const struct setting *set)
{
	struct parse_error e;

	return parse_statement(
		       strf("ALTER TEXT SEARCH CONFIGURATION %s %s", sql_qname(c->name), set->sql),
		       &e)
	        ->alter_tsconfiguration_stmt;
}

static struct list
configuration_uses(const struct schema *s, const struct code *c)
{
	struct query q = {.schema = s, .text = code_sql(c)};
	const struct setting *set;
	size_t i;

	follow_configuration(&q, code_tree(c));
	for (i = 0; i < c->settings.n; i++) {
		set = c->settings.v[i];
		if (has_mapping(c, set->key))
			follow_dictionaries(&q, mapping_tree(c, set));
	}
	return q.uses;
}

static bool
is_copy(const struct code *c)
{
	struct qname from;

	return option_name(code_tree(c)->define_stmt, "copy", &from);
}

/* a copy has nothing to do with what it was copied from: it begins as that is, without its owner */
static void
bring_copied(struct schema *s, struct code *c)
{
	const struct code *original;
	struct qname from;
	size_t i;

	if (!option_name(code_tree(c)->define_stmt, "copy", &from))
		return;
	original = (const struct code *)schema_find(s, SPACE_SEARCH_CONFIGURATION, from);
	if (!original)
		return;
	for (i = 0; i < original->settings.n; i++)
		if (strcmp(((struct setting *)original->settings.v[i])->key, "owner") != 0)
			list_add(&c->settings, original->settings.v[i]);
	code_define(s, c, original->tail);
	c->uses = configuration_uses(s, c);
}

static const char *
mapping_sql(const struct code *c, const char *token, const struct list *names)
{
	return strf("%s MAPPING FOR %s WITH %s", is_copy(c) ? "ALTER" : "ADD", sql_name(token),
	            qnames_sql(names));
}

static bool
same_dictionary(const struct schema *s, struct qname a, struct qname b)
{
	const struct object *o = schema_find(s, SPACE_SEARCH_DICTIONARY, a);

	return o ? o == schema_find(s, SPACE_SEARCH_DICTIONARY, b) : same(a.name, b.name);
}

/* "mapping word": what token it is of */
static const char *
mapped_token(const struct setting *set)
{
	return strchr(set->key, ' ') + 1;
}

/* the mapping with another dictionary in place of one that it may have */
static const char *
replaced_sql(const struct schema *s, const struct code *c, const struct setting *set,
             struct qname from, struct qname to)
{
	struct list names = dictionaries(mapping_tree(c, set));
	size_t i;

	for (i = 0; i < names.n; i++)
		if (same_dictionary(s, *(struct qname *)names.v[i], from))
			names.v[i] = copy(&to, sizeof to);
	return mapping_sql(c, mapped_token(set), &names);
}

static void
rename_dictionary(const struct schema *s, struct code *c, struct qname from, struct qname to)
{
	struct setting *set;
	size_t i;

	for (i = 0; i < c->settings.n; i++) {
		if (!has_mapping(c, ((struct setting *)c->settings.v[i])->key))
			continue;
		set = element_copy(&c->settings, i, sizeof *set);
		set->sql = replaced_sql(s, c, set, from, to);
	}
}

/* of a copy, what the mappings were before is known only of those that were said since */
static enum applied
known_before(const struct schema *s, const struct code *c, const struct strs *tokens)
{
	size_t i;

	if (!is_copy(c) || schema_is_new(s, &c->object))
		return APPLIED;
	for (i = 0; i < tokens->n; i++)
		if (!code_setting(c, strf("mapping %s", tokens->v[i])))
			return UNKNOWN;
	return tokens->n ? APPLIED : UNKNOWN;
}

static void
replace_mappings(const struct schema *s, struct defined *d, const struct code *c,
                 const PgQuery__AlterTSConfigurationStmt *alter, const struct strs *tokens)
{
	struct list names = dictionaries(alter);
	const struct qname *from = names.v[0], *to = names.v[1];
	const struct setting *set;
	size_t i;

	for (i = 0; i < c->settings.n; i++) {
		set = c->settings.v[i];
		if (has_mapping(c, set->key) && (!tokens->n || strs_has(tokens, mapped_token(set))))
			setting_add(d, set->key, replaced_sql(s, c, set, *from, *to));
	}
}

static enum applied
set_mappings(const struct op *op, struct defined *d, const struct code *c,
             const PgQuery__AlterTSConfigurationStmt *alter, const struct strs *tokens)
{
	bool drops = alter->kind == PG_QUERY__ALTER_TSCONFIG_TYPE__ALTER_TSCONFIG_DROP_MAPPING;
	bool adds = alter->kind == PG_QUERY__ALTER_TSCONFIG_TYPE__ALTER_TSCONFIG_ADD_MAPPING;
	struct list names = dictionaries(alter);
	const char *token, *key;
	bool copied = is_copy(c), there;
	size_t i;

	for (i = 0; i < tokens->n; i++) {
		token = tokens->v[i];
		key = strf("mapping %s", token);
		there = has_mapping(c, key);
		if (!copied && there && adds)
			return op_error(op, E_EXISTS, "%s has a mapping for '%s' already; ALTER it",
			                plain_qname(d->name), token);
		if (!copied && !there && !alter->missing_ok && !alter->override && drops)
			return op_error(op, E_STATEMENT, "%s has no mapping for '%s'",
			                plain_qname(d->name), token);
		if (drops)
			setting_add(d, key, strf("DROP MAPPING IF EXISTS FOR %s", sql_name(token)));
		else
			setting_add(d, key, mapping_sql(c, token, &names));
	}
	return APPLIED;
}

/* a mapping is a setting by the type of its token; of a copy, what it was before is not known */
static enum applied
define_configuration(const struct op *op, const struct schema *s, const PgQuery__Node *n,
                     struct defined *d)
{
	const PgQuery__AlterTSConfigurationStmt *alter = n->alter_tsconfiguration_stmt;
	struct query q = {.op = op, .schema = s, .text = ""};
	const struct code *c;
	struct strs tokens = {0};
	struct qname from;

	if (n->node_case == PG_QUERY__NODE__NODE_DEFINE_STMT) {
		d->name = list_qname(n->define_stmt->defnames, n->define_stmt->n_defnames);
		if (!option_name(n->define_stmt, "parser", &from) &&
		    !option_name(n->define_stmt, "copy", &from))
			return op_error(op, E_STATEMENT,
			                "a text search configuration needs PARSER or COPY");
		return APPLIED;
	}
	d->name = list_qname(alter->cfgname, alter->n_cfgname);
	c = (const struct code *)schema_find(s, SPACE_SEARCH_CONFIGURATION, d->name);
	follow_dictionaries(&q, alter);
	if (!c || q.result == REFUSED)
		return q.result;
	node_strings(alter->tokentype, alter->n_tokentype, &tokens);
	if (alter->replace)
		replace_mappings(s, d, c, alter, &tokens);
	else if (set_mappings(op, d, c, alter, &tokens) == REFUSED)
		return REFUSED;
	return known_before(s, c, &tokens);
}

/* what a copy began with is not known */
static const char *
reset_configuration(const struct code *c, const char *key)
{
	if (strcmp(key, "owner") == 0)
		return "OWNER TO CURRENT_USER";
	return is_copy(c) ? NULL
	                  : strf("DROP MAPPING IF EXISTS FOR %s", sql_name(strchr(key, ' ') + 1));
}

static const char *
between_configurations(const struct code *from, const struct code *to, const char *key)
{
	const struct setting *set = code_setting(to, key);

	if (!set)
		return reset_configuration(to, key);
	return has_mapping(from, key) && has_mapping(to, key)
	               ? strf("ALTER%s", strchr(set->sql, ' '))
	               : set->sql;
}

/* as a copy of the server's own that it has most in common with, where there is one */
static const struct catalog_query created_configuration[] = {
	{.phase = PHASE_CREATE_TABLE,
         .sql = ", mapping (oid, token, dictionaries, said) AS (\n"
                "  SELECT x.mapcfg, x.maptokentype, array_agg(x.mapdict ORDER BY x.mapseqno), string_agg(format('%I.%I', n.nspname, d.dictname), ', ' ORDER BY x.mapseqno)\n"
                "  FROM pg_ts_config_map x JOIN pg_ts_dict d ON d.oid = x.mapdict JOIN pg_namespace n ON n.oid = d.dictnamespace GROUP BY 1, 2),\n"
                "configuration AS (\n"
                "  SELECT c.*, h.name, format('%s.%I', h.said, c.cfgname) AS said, (SELECT b.oid FROM pg_ts_config b JOIN mapping x ON x.oid = b.oid\n"
                "      JOIN mapping y ON y.oid = c.oid AND y.token = x.token AND y.dictionaries = x.dictionaries\n"
                "    WHERE b.cfgnamespace = 'pg_catalog'::regnamespace AND b.cfgparser = c.cfgparser\n"
                "    GROUP BY b.oid, b.cfgname ORDER BY count(*) DESC, b.cfgname <> 'simple', b.cfgname LIMIT 1) AS copied\n"
                "  FROM pg_ts_config c JOIN home h ON h.oid = c.cfgnamespace\n"
                "  WHERE NOT EXISTS (SELECT FROM member m WHERE m.classid = 'pg_ts_config'::regclass AND m.objid = c.oid))\n"
                "SELECT c.name, c.cfgname, s.said FROM configuration c JOIN pg_ts_parser p ON p.oid = c.cfgparser JOIN pg_namespace n ON n.oid = p.prsnamespace\n"
                "  CROSS JOIN LATERAL (\n"
                "    SELECT 0, 0, format('CREATE TEXT SEARCH CONFIGURATION %s (%s)', c.said, coalesce((SELECT format('COPY = pg_catalog.%I', b.cfgname)\n"
                "      FROM pg_ts_config b WHERE b.oid = c.copied), format('PARSER = %I.%I', n.nspname, p.prsname)))\n"
                "    UNION ALL SELECT 1, k.tokid, format('ALTER TEXT SEARCH CONFIGURATION %s %s MAPPING FOR %I%s', c.said,\n"
                "      CASE WHEN y.oid IS NULL THEN 'DROP' WHEN x.oid IS NULL THEN 'ADD' ELSE 'ALTER' END, k.alias, ' WITH ' || y.said)\n"
                "    FROM ts_token_type(c.cfgparser) k LEFT JOIN mapping x ON x.oid = c.copied AND x.token = k.tokid\n"
                "      LEFT JOIN mapping y ON y.oid = c.oid AND y.token = k.tokid\n"
                "    WHERE y.dictionaries IS DISTINCT FROM x.dictionaries) s (part, token, said)\n"
                "ORDER BY c.oid, s.part, s.token"},
	{0},
};

const struct code_kind search_configuration_kind = {
	.noun = {CODE_NOUN("text search configuration", SPACE_SEARCH_CONFIGURATION)},
	.type = PG_QUERY__OBJECT_TYPE__OBJECT_TSCONFIGURATION,
	.keyword = "TEXT SEARCH CONFIGURATION",
	.create = PHASE_CREATE_FUNCTION,
	.drop = PHASE_DROP_FUNCTION,
	.others = is_configuration,
	.follow = follow_configuration,
	.made_by = PG_QUERY__NODE__NODE_DEFINE_STMT,
	.altered_by = PG_QUERY__NODE__NODE_ALTER_TSCONFIGURATION_STMT,
	.define = define_configuration,
	.bring = bring_copied,
	.uses = configuration_uses,
	.rename_used = rename_dictionary,
	.renews = true,
	.reset = reset_configuration,
	.between = between_configurations,
	.inspect = created_configuration,
};

/* ---- dictionaries ---- */

static void
follow_dictionary(struct query *q, const PgQuery__Node *statement)
{
	follow_option(q, statement->define_stmt, "template", &search_template_kind);
}

/* an option as a definition says it; one without a value is taken away */
static const char *
option_sql(PgQuery__Node *option)
{
	const char *name = option->def_elem->defname;
	struct strs said = {0};

	if (!option->def_elem->arg)
		return strf("(%s)", sql_name(name));
	node_parameters(&option, 1, &said);
	return strf("(%s = %s)", sql_name(name), sql_literal(said.v[0] + strlen(name) + 1));
}

static enum applied
define_dictionary(const struct op *op, const struct schema *s, const PgQuery__Node *n,
                  struct defined *d)
{
	const PgQuery__AlterTSDictionaryStmt *alter = n->alter_tsdictionary_stmt;
	struct qname template;
	size_t i;

	(void)s;
	if (n->node_case == PG_QUERY__NODE__NODE_DEFINE_STMT) {
		d->name = list_qname(n->define_stmt->defnames, n->define_stmt->n_defnames);
		if (!option_name(n->define_stmt, "template", &template))
			return op_error(op, E_STATEMENT,
			                "a text search dictionary needs a TEMPLATE");
		return APPLIED;
	}
	d->name = list_qname(alter->dictname, alter->n_dictname);
	for (i = 0; i < alter->n_options; i++) {
		setting_add(d, alter->options[i]->def_elem->defname, option_sql(alter->options[i]));
	}
	return APPLIED;
}

static const char *
reset_dictionary(const struct code *c, const char *key)
{
	const PgQuery__DefineStmt *d = code_tree(c)->define_stmt;
	size_t i;

	if (strcmp(key, "owner") == 0)
		return "OWNER TO CURRENT_USER";
	for (i = 0; i < d->n_definition; i++)
		if (strcmp(d->definition[i]->def_elem->defname, key) == 0)
			return option_sql(d->definition[i]);
	return strf("(%s)", sql_name(key));
}

static const struct catalog_query created_dictionary[] = {
	{.phase = PHASE_CREATE_BASE_TYPE,
         .sql = "SELECT h.name, d.dictname, format('CREATE TEXT SEARCH DICTIONARY %s.%I (%s)', h.said, d.dictname, concat_ws(', ',\n"
                "    (SELECT format('TEMPLATE = %I.%I', n.nspname, t.tmplname) FROM pg_ts_template t JOIN pg_namespace n ON n.oid = t.tmplnamespace WHERE t.oid = d.dicttemplate),\n"
                "    nullif(d.dictinitoption, '')))\n"
                "FROM pg_ts_dict d JOIN home h ON h.oid = d.dictnamespace\n"
                "WHERE NOT EXISTS (SELECT FROM member m WHERE m.classid = 'pg_ts_dict'::regclass AND m.objid = d.oid) ORDER BY d.oid"},
	{0},
};

const struct code_kind search_dictionary_kind = {
	.noun = {CODE_NOUN("text search dictionary", SPACE_SEARCH_DICTIONARY)},
	.type = PG_QUERY__OBJECT_TYPE__OBJECT_TSDICTIONARY,
	.keyword = "TEXT SEARCH DICTIONARY",
	.create = PHASE_CREATE_FUNCTION,
	.drop = PHASE_DROP_FUNCTION,
	.others = is_dictionary,
	.follow = follow_dictionary,
	.made_by = PG_QUERY__NODE__NODE_DEFINE_STMT,
	.altered_by = PG_QUERY__NODE__NODE_ALTER_TSDICTIONARY_STMT,
	.define = define_dictionary,
	.reset = reset_dictionary,
	.inspect = created_dictionary,
};

/* ---- parsers, templates: functions in C ---- */

/* an option that names one, and what that takes and gives */
struct function {
	const char *key;
	const char *types, *result;
	bool required;
};

static enum applied
need_functions(const struct op *op, const struct schema *s, const PgQuery__DefineStmt *d,
               const char *what, const struct function *functions, size_t n)
{
	enum applied result = APPLIED;
	struct qname name;
	size_t i;

	for (i = 0; i < n && result != REFUSED; i++)
		if (option_name(d, functions[i].key, &name))
			result = need_support_named(op, s, name, functions[i].types,
			                            functions[i].result);
		else if (functions[i].required)
			result = op_error(op, E_STATEMENT, "a text search %s needs %s", what,
			                  functions[i].key);
	return result;
}

static enum applied
define_parser(const struct op *op, const struct schema *s, const PgQuery__Node *n,
              struct defined *d)
{
	static const struct function functions[] = {
		{"start", "internal, integer", "internal", .required = true},
		{"gettoken", "internal, internal, internal", "internal", .required = true},
		{"end", "internal", "void", .required = true},
		{"lextypes", "internal", "internal", .required = true},
		{"headline", "internal, internal, tsquery", "internal"},
	};

	d->name = list_qname(n->define_stmt->defnames, n->define_stmt->n_defnames);
	return need_functions(op, s, n->define_stmt, "parser", functions, LEN(functions));
}

static enum applied
define_template(const struct op *op, const struct schema *s, const PgQuery__Node *n,
                struct defined *d)
{
	static const struct function functions[] = {
		{"lexize", "internal, internal, internal, internal", "internal", .required = true},
		{"init", "internal", "internal"},
	};

	d->name = list_qname(n->define_stmt->defnames, n->define_stmt->n_defnames);
	return need_functions(op, s, n->define_stmt, "template", functions, LEN(functions));
}

static const struct catalog_query created_parser[] = {
	{.phase = PHASE_CREATE_FUNCTION,
         .sql = "SELECT h.name, p.prsname, format('CREATE TEXT SEARCH PARSER %s.%I (%s)', h.said, p.prsname, concat_ws(', ', 'START = ' || p.prsstart, 'GETTOKEN = ' || p.prstoken,\n"
                "    'END = ' || p.prsend, 'HEADLINE = ' || nullif(p.prsheadline::text, '-'), 'LEXTYPES = ' || p.prslextype))\n"
                "FROM pg_ts_parser p JOIN home h ON h.oid = p.prsnamespace\n"
                "WHERE NOT EXISTS (SELECT FROM member m WHERE m.classid = 'pg_ts_parser'::regclass AND m.objid = p.oid) ORDER BY p.oid"},
	{0},
};

const struct code_kind search_parser_kind = {
	.noun = {CODE_NOUN("text search parser", SPACE_SEARCH_PARSER)},
	.type = PG_QUERY__OBJECT_TYPE__OBJECT_TSPARSER,
	.keyword = "TEXT SEARCH PARSER",
	.create = PHASE_CREATE_FUNCTION,
	.drop = PHASE_DROP_FUNCTION,
	.others = is_parser,
	.made_by = PG_QUERY__NODE__NODE_DEFINE_STMT,
	.define = define_parser,
	.inspect = created_parser,
};

static const struct catalog_query created_template[] = {
	{.phase = PHASE_CREATE_FUNCTION,
         .sql = "SELECT h.name, t.tmplname, format('CREATE TEXT SEARCH TEMPLATE %s.%I (%s)', h.said, t.tmplname, concat_ws(', ', 'INIT = ' || nullif(t.tmplinit::text, '-'),\n"
                "    'LEXIZE = ' || t.tmpllexize))\n"
                "FROM pg_ts_template t JOIN home h ON h.oid = t.tmplnamespace\n"
                "WHERE NOT EXISTS (SELECT FROM member m WHERE m.classid = 'pg_ts_template'::regclass AND m.objid = t.oid) ORDER BY t.oid"},
	{0},
};

const struct code_kind search_template_kind = {
	.noun = {CODE_NOUN("text search template", SPACE_SEARCH_TEMPLATE)},
	.type = PG_QUERY__OBJECT_TYPE__OBJECT_TSTEMPLATE,
	.keyword = "TEXT SEARCH TEMPLATE",
	.create = PHASE_CREATE_FUNCTION,
	.drop = PHASE_DROP_FUNCTION,
	.others = is_template,
	.made_by = PG_QUERY__NODE__NODE_DEFINE_STMT,
	.define = define_template,
	.inspect = created_template,
};

/* ---- conversions ---- */

/* all that the server has are called so */
static bool
is_conversion(const char *name)
{
	return strstr(name, "_to_") != NULL;
}

static void
follow_conversion(struct query *q, const PgQuery__Node *statement)
{
	const PgQuery__CreateConversionStmt *c = statement->create_conversion_stmt;

	need_called(q, c->func_name, c->n_func_name);
}

static enum applied
define_conversion(const struct op *op, const struct schema *s, const PgQuery__Node *n,
                  struct defined *d)
{
	const PgQuery__CreateConversionStmt *c = n->create_conversion_stmt;

	d->name = list_qname(c->conversion_name, c->n_conversion_name);
	return need_support_of(op, s, c->func_name, c->n_func_name,
	                       "integer, integer, cstring, internal, integer, boolean", "integer");
}

static const struct catalog_query created_conversion[] = {
	{.phase = PHASE_CREATE_FUNCTION,
         .sql = "SELECT h.name, c.conname, format('CREATE %sCONVERSION %s.%I FOR %L TO %L FROM %s', CASE WHEN c.condefault THEN 'DEFAULT ' END, h.said, c.conname,\n"
                "    pg_encoding_to_char(c.conforencoding), pg_encoding_to_char(c.contoencoding), c.conproc)\n"
                "FROM pg_conversion c JOIN home h ON h.oid = c.connamespace\n"
                "WHERE NOT EXISTS (SELECT FROM member m WHERE m.classid = 'pg_conversion'::regclass AND m.objid = c.oid) ORDER BY c.oid"},
	{0},
};

const struct code_kind conversion_kind = {
	.noun = {CODE_NOUN("conversion", SPACE_CONVERSION)},
	.type = PG_QUERY__OBJECT_TYPE__OBJECT_CONVERSION,
	.keyword = "CONVERSION",
	.create = PHASE_CREATE_FUNCTION,
	.drop = PHASE_DROP_FUNCTION,
	.others = is_conversion,
	.follow = follow_conversion,
	.made_by = PG_QUERY__NODE__NODE_CREATE_CONVERSION_STMT,
	.define = define_conversion,
	.reset = reset_owner,
	.inspect = created_conversion,
};
