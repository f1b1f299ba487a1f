/* Subscriptions: the publications, the connection and each option are settings, as ALTER SUBSCRIPTION makes them. */
#include <string.h>
#include <strings.h>

#include "code.h"

/* what WITH may say, and what it is where that is left out; only ALTER keeps a setting of what is_set */
static const struct option {
	const char *name, *otherwise;
	bool is_set, is_text;
} all_options[] = {
	{"connect", "true", false, false},           {"create_slot", "true", false, false},
	{"copy_data", "true", false, false},         {"enabled", "true", false, false},
	{"two_phase", "false", false, false},        {"slot_name", NULL, true, true},
	{"synchronous_commit", "'off'", true, true}, {"binary", "false", true, false},
	{"streaming", "false", true, false},         {"disable_on_error", "false", true, false},
};

static const struct option *
find_kind(const char *name)
{
	size_t i;

	for (i = 0; i < LEN(all_options); i++)
		if (strcmp(all_options[i].name, name) == 0)
			return &all_options[i];
	return NULL;
}

static PgQuery__Node *
find_option(PgQuery__Node *const *options, size_t n, const char *name)
{
	size_t i;

	for (i = 0; i < n; i++)
		if (strcmp(options[i]->def_elem->defname, name) == 0)
			return options[i];
	return NULL;
}

/* it is said, and so */
static bool
says(PgQuery__Node *const *options, size_t n, const char *name, enum answer answer)
{
	PgQuery__Node *option = find_option(options, n, name);

	return option && option_answer(option) == answer;
}

bool
subscription_connects(const PgQuery__Node *n)
{
	const PgQuery__CreateSubscriptionStmt *create = n->create_subscription_stmt;
	const PgQuery__AlterSubscriptionStmt *alter = n->alter_subscription_stmt;

	if (n->node_case == PG_QUERY__NODE__NODE_CREATE_SUBSCRIPTION_STMT)
		return !says(create->options, create->n_options, "connect", NO) &&
		       !says(create->options, create->n_options, "create_slot", NO);
	switch ((int)alter->kind) {
	case PG_QUERY__ALTER_SUBSCRIPTION_TYPE__ALTER_SUBSCRIPTION_REFRESH:
		return true;
	case PG_QUERY__ALTER_SUBSCRIPTION_TYPE__ALTER_SUBSCRIPTION_SET_PUBLICATION:
	case PG_QUERY__ALTER_SUBSCRIPTION_TYPE__ALTER_SUBSCRIPTION_ADD_PUBLICATION:
	case PG_QUERY__ALTER_SUBSCRIPTION_TYPE__ALTER_SUBSCRIPTION_DROP_PUBLICATION:
		return !says(alter->options, alter->n_options, "refresh", NO);
	default:
		return false;
	}
}

/* ---- settings ---- */

static const char *
publications_sql(const struct strs *names)
{
	return strf("SET PUBLICATION %s WITH (refresh = false)", sql_names(names));
}

static const char *
connection_sql(const char *text)
{
	return strf("CONNECTION %s", sql_literal(text));
}

/* NULL: NONE */
static const char *
slot_sql(const char *name)
{
	return strf("SET (slot_name = %s)", name ? sql_literal(name) : "NONE");
}

static const char *
option_sql(const struct option *kind, PgQuery__Node *option)
{
	const char *value = option_text(option);

	if (strcmp(kind->name, "slot_name") == 0)
		return slot_sql(strcasecmp(value, "none") == 0 ? NULL : value);
	if (kind->is_text)
		return strf("SET (%s = %s)", kind->name, sql_literal(value));
	return strf("SET (%s = %s)", kind->name, option_answer(option) == YES ? "true" : "false");
}

static const char *
made(const struct code *c, const char *key)
{
	const PgQuery__CreateSubscriptionStmt *n = code_tree(c)->create_subscription_stmt;
	PgQuery__Node *option = find_option(n->options, n->n_options, key);
	bool off = says(n->options, n->n_options, "connect", NO) ||
	           says(n->options, n->n_options, "enabled", NO);
	struct strs names = {0};

	if (strcmp(key, "owner") == 0)
		return "OWNER TO CURRENT_USER";
	if (strcmp(key, "connection") == 0)
		return connection_sql(n->conninfo);
	if (strcmp(key, "enabled") == 0)
		return off ? "DISABLE" : "ENABLE";
	if (option)
		return option_sql(find_kind(key), option);
	if (strcmp(key, "slot_name") == 0)
		return slot_sql(c->name.name);
	if (strcmp(key, "publication") != 0)
		return strf("SET (%s = %s)", key, find_kind(key)->otherwise);
	node_strings(n->publication, n->n_publication, &names);
	return publications_sql(&names);
}

static const char *
now(const struct code *c, const char *key)
{
	const struct setting *set = code_setting(c, key);

	return set ? set->sql : made(c, key);
}

static bool
is_enabled(const struct code *c)
{
	return strcmp(now(c, "enabled"), "ENABLE") == 0;
}

static bool
has_slot(const struct code *c)
{
	return strcmp(now(c, "slot_name"), slot_sql(NULL)) != 0;
}

bool
subscription_drops_slot(const struct schema *s, const PgQuery__Node *n)
{
	const struct object *o;

	if (n->node_case != PG_QUERY__NODE__NODE_DROP_SUBSCRIPTION_STMT)
		return false;
	o = schema_find(s, SPACE_SUBSCRIPTION,
	                (struct qname){NULL, n->drop_subscription_stmt->subname});
	return !o || o->noun != &subscription_kind.noun || has_slot((const struct code *)o);
}

static struct strs
publications(const struct code *c)
{
	struct parse_error e;
	const PgQuery__Node *n =
		parse_statement(strf("ALTER SUBSCRIPTION s %s", now(c, "publication")), &e);
	const PgQuery__AlterSubscriptionStmt *alter = n->alter_subscription_stmt;
	struct strs names = {0};

	node_strings(alter->publication, alter->n_publication, &names);
	return names;
}

/* ---- what statements say ---- */

static enum applied
need_options(const struct op *op, PgQuery__Node *const *options, size_t n, bool alter)
{
	const struct option *kind;
	struct strs seen = {0};
	const char *name;
	size_t i;

	for (i = 0; i < n; i++) {
		name = options[i]->def_elem->defname;
		kind = find_kind(name);
		if (!kind || (alter && !kind->is_set))
			return op_error(op, E_PARAMETER, "%s SUBSCRIPTION has no option '%s'",
			                alter ? "ALTER" : "CREATE", name);
		if (strs_has(&seen, name))
			return op_error(op, E_TWICE, "'%s' is said twice", name);
		strs_add(&seen, name);
		if (kind->is_text ? !option_text(options[i]) : option_answer(options[i]) == UNSAID)
			return op_error(op, E_VALUE,
			                kind->is_text ? "%s has no value"
			                              : "%s is neither true nor false",
			                name);
	}
	return APPLIED;
}

static enum applied
need_once(const struct op *op, const struct strs *names)
{
	struct strs seen = {0};
	size_t i;

	for (i = 0; i < names->n; i++) {
		if (strs_has(&seen, names->v[i]))
			return op_error(op, E_TWICE, "publication '%s' stands twice", names->v[i]);
		strs_add(&seen, names->v[i]);
	}
	return APPLIED;
}

/* without a slot it can be neither enabled nor make one */
static enum applied
need_slot(const struct op *op, PgQuery__Node *const *options, size_t n)
{
	static const char *const slotted[] = {"enabled", "create_slot"};
	PgQuery__Node *slot = find_option(options, n, "slot_name");
	size_t i;

	if (!slot || strcasecmp(option_text(slot), "none") != 0 || says(options, n, "connect", NO))
		return APPLIED;
	for (i = 0; i < LEN(slotted); i++)
		if (!says(options, n, slotted[i], NO))
			return op_error(op, E_EXCLUDE, "slot_name = NONE needs %s = false",
			                slotted[i]);
	return APPLIED;
}

static enum applied
need_create(const struct op *op, const PgQuery__CreateSubscriptionStmt *n)
{
	static const char *const connected[] = {"enabled", "create_slot", "copy_data"};
	struct strs names = {0};
	size_t i;

	node_strings(n->publication, n->n_publication, &names);
	if (need_options(op, n->options, n->n_options, false) == REFUSED ||
	    need_once(op, &names) == REFUSED || need_slot(op, n->options, n->n_options) == REFUSED)
		return REFUSED;
	for (i = 0; i < LEN(connected) && says(n->options, n->n_options, "connect", NO); i++)
		if (says(n->options, n->n_options, connected[i], YES))
			return op_error(op, E_EXCLUDE,
			                "connect = false and %s = true exclude each other",
			                connected[i]);
	return APPLIED;
}

/* the publications as they are then */
static enum applied
change_publications(const struct op *op, const struct code *c,
                    const PgQuery__AlterSubscriptionStmt *n, struct defined *d)
{
	struct strs said = {0}, was = publications(c), to = {0};
	bool add = n->kind == PG_QUERY__ALTER_SUBSCRIPTION_TYPE__ALTER_SUBSCRIPTION_ADD_PUBLICATION;
	bool drop =
		n->kind == PG_QUERY__ALTER_SUBSCRIPTION_TYPE__ALTER_SUBSCRIPTION_DROP_PUBLICATION;
	size_t i;

	node_strings(n->publication, n->n_publication, &said);
	if (need_once(op, &said) == REFUSED)
		return REFUSED;
	for (i = 0; i < said.n; i++) {
		if (add && strs_has(&was, said.v[i]))
			return op_error(op, E_EXISTS,
			                "subscription '%s' has publication '%s' already",
			                n->subname, said.v[i]);
		if (drop && !strs_has(&was, said.v[i]))
			return op_error(op, E_NO_OBJECT,
			                "subscription '%s' has no publication '%s'%s", n->subname,
			                said.v[i], did_you_mean(said.v[i], &was));
	}
	for (i = 0; i < was.n && (add || drop); i++)
		if (!strs_has(&said, was.v[i]))
			strs_add(&to, was.v[i]);
	for (i = 0; i < said.n && !drop; i++)
		strs_add(&to, said.v[i]);
	if (!to.n)
		return op_error(op, E_STATEMENT, "subscription '%s' would have no publication left",
		                n->subname);
	setting_add(d, "publication", publications_sql(&to));
	return APPLIED;
}

static enum applied
change_options(const struct op *op, const struct code *c, const PgQuery__AlterSubscriptionStmt *n,
               struct defined *d)
{
	const struct option *kind;
	const char *sql;
	size_t i;

	if (need_options(op, n->options, n->n_options, true) == REFUSED)
		return REFUSED;
	for (i = 0; i < n->n_options; i++) {
		kind = find_kind(n->options[i]->def_elem->defname);
		sql = option_sql(kind, n->options[i]);
		if (is_enabled(c) && strcmp(sql, slot_sql(NULL)) == 0)
			return op_error(
				op, E_STATEMENT,
				"subscription '%s' is enabled, and needs its slot; DISABLE it first",
				n->subname);
		setting_add(d, kind->name, sql);
	}
	return APPLIED;
}

static enum applied
change(const struct op *op, const struct code *c, const PgQuery__AlterSubscriptionStmt *n,
       struct defined *d)
{
	PgQuery__Node node = PG_QUERY__NODE__INIT;
	bool enable;

	node.node_case = PG_QUERY__NODE__NODE_ALTER_SUBSCRIPTION_STMT;
	node.alter_subscription_stmt = copy(n, sizeof *n);
	if (subscription_connects(&node) && !is_enabled(c))
		return op_error(
			op, E_STATEMENT,
			"subscription '%s' is disabled, and cannot refresh; say WITH (refresh = false)",
			n->subname);
	switch ((int)n->kind) {
	case PG_QUERY__ALTER_SUBSCRIPTION_TYPE__ALTER_SUBSCRIPTION_OPTIONS:
		return change_options(op, c, n, d);
	case PG_QUERY__ALTER_SUBSCRIPTION_TYPE__ALTER_SUBSCRIPTION_CONNECTION:
		setting_add(d, "connection", connection_sql(n->conninfo));
		return APPLIED;
	case PG_QUERY__ALTER_SUBSCRIPTION_TYPE__ALTER_SUBSCRIPTION_ENABLED:
		enable = says(n->options, n->n_options, "enabled", YES);
		if (enable && !has_slot(c))
			return op_error(op, E_STATEMENT,
			                "subscription '%s' has no slot: SET (slot_name = …) first",
			                n->subname);
		setting_add(d, "enabled", enable ? "ENABLE" : "DISABLE");
		return APPLIED;
	case PG_QUERY__ALTER_SUBSCRIPTION_TYPE__ALTER_SUBSCRIPTION_SET_PUBLICATION:
	case PG_QUERY__ALTER_SUBSCRIPTION_TYPE__ALTER_SUBSCRIPTION_ADD_PUBLICATION:
	case PG_QUERY__ALTER_SUBSCRIPTION_TYPE__ALTER_SUBSCRIPTION_DROP_PUBLICATION:
		return change_publications(op, c, n, d);
	default: /* REFRESH and SKIP leave it as it is */
		return APPLIED;
	}
}

static enum applied
define(const struct op *op, const struct schema *s, const PgQuery__Node *n, struct defined *d)
{
	const PgQuery__AlterSubscriptionStmt *alter = n->alter_subscription_stmt;
	const struct code *c;

	switch ((int)n->node_case) {
	case PG_QUERY__NODE__NODE_CREATE_SUBSCRIPTION_STMT:
		d->name.name = n->create_subscription_stmt->subname;
		return need_create(op, n->create_subscription_stmt);
	case PG_QUERY__NODE__NODE_DROP_SUBSCRIPTION_STMT:
		d->name.name = n->drop_subscription_stmt->subname;
		d->if_not_exists = n->drop_subscription_stmt->missing_ok;
		return APPLIED;
	default:
		d->name.name = alter->subname;
		c = (const struct code *)schema_find(s, SPACE_SUBSCRIPTION, d->name);
		return c ? change(op, c, alter, d) : APPLIED;
	}
}

const struct code_kind subscription_kind = {
	.noun = {CODE_NOUN("subscription", SPACE_SUBSCRIPTION)},
	.unread = true,
	.type = PG_QUERY__OBJECT_TYPE__OBJECT_SUBSCRIPTION,
	.keyword = "SUBSCRIPTION",
	.create = PHASE_CREATE_CODE,
	.drop = PHASE_DROP_CODE,
	.made_by = PG_QUERY__NODE__NODE_CREATE_SUBSCRIPTION_STMT,
	.altered_by = PG_QUERY__NODE__NODE_ALTER_SUBSCRIPTION_STMT,
	.dropped_by = PG_QUERY__NODE__NODE_DROP_SUBSCRIPTION_STMT,
	.define = define,
	.reset = made,
};
