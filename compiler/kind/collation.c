/* Collations: how text is sorted. Which of them the server has by itself depends on its system: what may be one of those is left
   to it. */
#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "../variable.h"
#include "code.h"

/* the name that stands behind COLLATE, in SQL */
static struct qname
read_name(const char *collation)
{
	struct parse_error e;
	const PgQuery__CollateClause *c =
		parse_expression(strf("a COLLATE %s", collation), &e)->collate_clause;

	return list_qname(c->collname, c->n_collname);
}

const struct object *
collation_find(const struct schema *s, const char *collation)
{
	return collation ? schema_find(s, SPACE_COLLATION, read_name(collation)) : NULL;
}

/* systems name locales in many ways: "en_US.utf8", "de-x-icu", "german" */
static bool
is_locale(const char *name)
{
	static const char *const exact[] = {"C", "POSIX"};
	/* languages of no country */
	static const char *const bare[] = {"eo", "ia", "tok", NULL};
	static const char *const aliases[] = {
		"bokmal",     "catalan",   "croatian",  "czech",     "danish",     "dansk",
		"default",    "deutsch",   "dutch",     "eesti",     "estonian",   "finnish",
		"french",     "galego",    "galician",  "german",    "greek",      "hebrew",
		"hrvatski",   "hungarian", "icelandic", "italian",   "japanese",   "korean",
		"lithuanian", "norwegian", "nynorsk",   "polish",    "portuguese", "romanian",
		"russian",    "slovak",    "slovene",   "slovenian", "spanish",    "swedish",
		"thai",       "turkish",   "ucs_basic", "unicode",
	};
	size_t i, n;

	for (i = 0; i < LEN(exact); i++)
		if (strcasecmp(name, exact[i]) == 0)
			return strcmp(name, exact[i]) == 0;
	for (i = 0; i < LEN(aliases); i++)
		if (strcmp(name, aliases[i]) == 0)
			return true;
	/* "de", "de_DE", "sr@latin", "German_Germany.1252" */
	n = strcspn(name, "_-.@");
	if (strchr(name, ' '))
		return false;
	if ((n == 2 || n == 3) && islower((unsigned char)*name))
		return name[n] ? name[n] != '_' || isupper((unsigned char)name[n + 1])
		               : among(name, bare);
	return name[n] && isupper((unsigned char)*name);
}

bool
collation_is_usual(const char *type, const char *collation)
{
	struct type_parts parts = type_parts(type);
	struct qname name;

	if (!collation || !parts.builtin || same(parts.name.name, "name"))
		return false;
	name = read_name(collation);
	return same(name.name, "default") && (!name.schema || same(name.schema, "pg_catalog"));
}

enum applied
need_collation(const struct op *op, const struct schema *s, const char *collation)
{
	struct qname name = read_name(collation);

	if (schema_find(s, SPACE_COLLATION, name) || code_is_others(s, &collation_kind, name))
		return APPLIED;
	return missing(op, s, "collation", SPACE_COLLATION, name);
}

/* ---- what tables have of it ---- */

const char *
collation_meanwhile(const struct diff *d, const char *collation)
{
	const struct object *o = collation ? collation_find(d->schema, collation) : NULL;
	const struct object *to = o && d->target ? object_namesake(d->target, o) : NULL;

	return to && !code_says_same((const struct code *)o, (const struct code *)to) ? NULL
	                                                                              : collation;
}

static bool
in_column(const struct schema *s, const struct code *c, const struct column *column)
{
	return collation_find(s, column->collation) == &c->object;
}

static bool
in_key(const struct schema *s, const struct code *c, const struct table *t, const char *using,
       const struct key *k)
{
	(void)t;
	(void)using;
	return collation_find(s, k->collation) == &c->object;
}

static const char **
key_part(struct key *k)
{
	return &k->collation;
}

/* ---- statements ---- */

/* the value of an option; NULL where it is not said */
static const char *
option(const PgQuery__DefineStmt *d, const char *key)
{
	struct strs said = {0};
	size_t i;

	for (i = 0; i < d->n_definition; i++)
		if (strcasecmp(d->definition[i]->def_elem->defname, key) == 0)
			node_parameters(&d->definition[i], 1, &said);
	return said.n ? strchr(said.v[0], '=') + 1 : NULL;
}

static enum applied
need_options(const struct op *op, const PgQuery__DefineStmt *d)
{
	static const char *const known[] = {"from",     "locale",        "lc_collate", "lc_ctype",
	                                    "provider", "deterministic", "version",    "rules"};
	const char *provider = option(d, "provider"), *key;
	bool icu = provider && strcasecmp(provider, "icu") == 0;
	struct strs names = {0};
	size_t i, j;

	for (i = 0; i < LEN(known); i++)
		strs_add(&names, known[i]);
	for (i = 0; i < d->n_definition; i++) {
		key = d->definition[i]->def_elem->defname;
		if (!strs_has(&names, key))
			return op_error(op, E_PARAMETER, "a collation has no option '%s'%s", key,
			                did_you_mean(key, &names));
		for (j = 0; j < i; j++)
			if (strcmp(d->definition[j]->def_elem->defname, key) == 0)
				return op_error(op, E_TWICE, "'%s' stands twice", key);
	}
	if (provider && !has_variable(provider) && strcasecmp(provider, "libc") != 0 && !icu &&
	    strcasecmp(provider, "builtin") != 0)
		return op_error(op, E_PARAMETER,
		                "a collation's provider is libc, icu or builtin, and not '%s'",
		                provider);
	if (option(d, "from") && d->n_definition > 1)
		return op_error(op, E_EXCLUDE, "FROM excludes all other options");
	if (option(d, "locale") && (option(d, "lc_collate") || option(d, "lc_ctype")))
		return op_error(op, E_EXCLUDE, "LOCALE excludes LC_COLLATE and LC_CTYPE");
	if (option(d, "from") || option(d, "locale"))
		return APPLIED;
	if (icu)
		return op_error(op, E_STATEMENT, "a collation of ICU needs LOCALE");
	if (!option(d, "lc_collate") || !option(d, "lc_ctype"))
		return op_error(op, E_STATEMENT,
		                "a collation needs LOCALE, or LC_COLLATE and LC_CTYPE");
	return APPLIED;
}

/* a copy has nothing to do with what it was copied from */
static enum applied
need_original(const struct op *op, const struct schema *s, const PgQuery__DefineStmt *d)
{
	const PgQuery__Node *from;
	size_t i;

	for (i = 0; i < d->n_definition; i++) {
		from = d->definition[i]->def_elem->arg;
		if (strcmp(d->definition[i]->def_elem->defname, "from") != 0)
			continue;
		if (!from)
			return op_error(op, E_STATEMENT, "FROM needs a collation");
		if (from->node_case == PG_QUERY__NODE__NODE_LIST)
			return need_collation(
				op, s,
				sql_qname(list_qname(from->list->items, from->list->n_items)));
	}
	return APPLIED;
}

/* REFRESH VERSION leaves nothing that a dump would show */
static enum applied
define(const struct op *op, const struct schema *s, const PgQuery__Node *n, struct defined *d)
{
	const PgQuery__DefineStmt *stmt = n->define_stmt;

	if (n->node_case == PG_QUERY__NODE__NODE_ALTER_COLLATION_STMT) {
		d->name = list_qname(n->alter_collation_stmt->collname,
		                     n->alter_collation_stmt->n_collname);
		return APPLIED;
	}
	d->name = list_qname(stmt->defnames, stmt->n_defnames);
	d->if_not_exists = stmt->if_not_exists;
	if (need_options(op, stmt) == REFUSED)
		return REFUSED;
	return need_original(op, s, stmt);
}

static const struct catalog_query created[] = {
	{.phase = PHASE_CREATE_TYPE,
         .sql = "SELECT h.name, c.collname, format('CREATE COLLATION %s.%I (%s)', h.said, c.collname, concat_ws(', ',\n"
                "    'provider = ' || CASE c.collprovider WHEN 'i' THEN 'icu' WHEN 'b' THEN 'builtin' WHEN 'c' THEN 'libc' END,\n"
                "    CASE WHEN l.said IS NOT NULL THEN 'locale = ' || quote_literal(l.said) WHEN c.collcollate = c.collctype THEN 'locale = ' || quote_literal(c.collcollate)\n"
                "      ELSE format('lc_collate = %L, lc_ctype = %L', c.collcollate, c.collctype) END,\n"
                "    CASE WHEN NOT c.collisdeterministic THEN 'deterministic = false' END, 'rules = ' || quote_literal(to_jsonb(c)->>'collicurules')))\n"
                "FROM pg_collation c JOIN home h ON h.oid = c.collnamespace\n"
                "  CROSS JOIN LATERAL (SELECT coalesce(to_jsonb(c)->>'colllocale', to_jsonb(c)->>'colliculocale') AS said) l\n"
                "WHERE NOT EXISTS (SELECT FROM member m WHERE m.classid = 'pg_collation'::regclass AND m.objid = c.oid) ORDER BY c.oid"},
	{0},
};

const struct code_kind collation_kind = {
	.noun = {.name = "collation",
                 .space = SPACE_COLLATION,
                 .size = sizeof(struct code),
                 .settle = code_settle,
                 .unshare = code_unshare,
                 .links = code_links,
                 .remove = code_remove,
                 .create = code_create,
                 .drop = code_drop,
                 .alter = code_alter},
	.type = PG_QUERY__OBJECT_TYPE__OBJECT_COLLATION,
	.keyword = "COLLATION",
	.create = PHASE_CREATE_TYPE,
	.drop = PHASE_DROP_TYPE,
	.others = is_locale,
	.made_by = PG_QUERY__NODE__NODE_DEFINE_STMT,
	.altered_by = PG_QUERY__NODE__NODE_ALTER_COLLATION_STMT,
	.define = define,
	.in_column = in_column,
	.in_key = in_key,
	.key_part = key_part,
	.inspect = created,
};
