/* Whether triggers and rules fire: what ALTER TABLE enables and disables. */
#include <string.h>

#include "code.h"

struct fire {
	struct op op;
	struct altered altered;
	const char *name;
	bool always, replica; /* of what is enabled */
	bool all, user;       /* triggers without a name */
};

static const struct op_class enable_trigger, disable_trigger, enable_rule, disable_rule;

/* ---- the shapes ---- */

static const struct field enable_trigger_fields[] = {
	{"table", FIELD_PART, offsetof(struct fire, altered), 1, .shape = &altered_shape},
	{"name", FIELD_NAME, offsetof(struct fire, name), 2, .fallback = "all or user says which",
         .sql = "ENABLE TRIGGER name"},
	{"always", FIELD_BOOL, offsetof(struct fire, always), .fallback = "false",
         .sql = "ENABLE ALWAYS TRIGGER name", .doc = "On a replica too."},
	{"replica", FIELD_BOOL, offsetof(struct fire, replica), .fallback = "false",
         .sql = "ENABLE REPLICA TRIGGER name", .doc = "On a replica only."},
	{"all", FIELD_BOOL, offsetof(struct fire, all), .fallback = "false",
         .sql = "ENABLE TRIGGER ALL", .doc = "What checks foreign keys too; for superusers."},
	{"user", FIELD_BOOL, offsetof(struct fire, user), .fallback = "false",
         .sql = "ENABLE TRIGGER USER", .doc = "All but what PostgreSQL made itself."},
	{0},
};

static const struct field disable_trigger_fields[] = {
	{"table", FIELD_PART, offsetof(struct fire, altered), 1, .shape = &altered_shape},
	{"name", FIELD_NAME, offsetof(struct fire, name), 2, .fallback = "all or user says which",
         .sql = "DISABLE TRIGGER name"},
	{"all", FIELD_BOOL, offsetof(struct fire, all), .fallback = "false",
         .sql = "DISABLE TRIGGER ALL", .doc = "What checks foreign keys too; for superusers."},
	{"user", FIELD_BOOL, offsetof(struct fire, user), .fallback = "false",
         .sql = "DISABLE TRIGGER USER", .doc = "All but what PostgreSQL made itself."},
	{0},
};

static const struct field enable_rule_fields[] = {
	{"table", FIELD_PART, offsetof(struct fire, altered), 1, .shape = &altered_shape},
	{"name", FIELD_NAME, offsetof(struct fire, name), 2, .required = true,
         .sql = "ENABLE RULE name"},
	{"always", FIELD_BOOL, offsetof(struct fire, always), .fallback = "false",
         .sql = "ENABLE ALWAYS RULE name", .doc = "On a replica too."},
	{"replica", FIELD_BOOL, offsetof(struct fire, replica), .fallback = "false",
         .sql = "ENABLE REPLICA RULE name", .doc = "On a replica only."},
	{0},
};

static const struct field disable_rule_fields[] = {
	{"table", FIELD_PART, offsetof(struct fire, altered), 1, .shape = &altered_shape},
	{"name", FIELD_NAME, offsetof(struct fire, name), 2, .required = true,
         .sql = "DISABLE RULE name"},
	{0},
};

static int
finish(void *item)
{
	const struct fire *op = item;

	if (op->always && op->replica)
		return op_error(&op->op, E_EXCLUDE, "always and replica exclude each other");
	if ((op->name != NULL) + op->all + op->user != 1)
		return op_error(&op->op, E_MISSING, "give a name, all = true or user = true");
	if (!op->name && (op->always || op->replica))
		return op_error(&op->op, E_EXCLUDE,
		                "always and replica are for one trigger, by its name");
	return 0;
}

/* ---- SQL ---- */

static const struct {
	PgQuery__AlterTableType type;
	const struct op_class *class;
	struct fire how;
} actions[] = {
	{PG_QUERY__ALTER_TABLE_TYPE__AT_EnableTrig, &enable_trigger, {.all = false}},
	{PG_QUERY__ALTER_TABLE_TYPE__AT_EnableAlwaysTrig, &enable_trigger, {.always = true}},
	{PG_QUERY__ALTER_TABLE_TYPE__AT_EnableReplicaTrig, &enable_trigger, {.replica = true}},
	{PG_QUERY__ALTER_TABLE_TYPE__AT_EnableTrigAll, &enable_trigger, {.all = true}},
	{PG_QUERY__ALTER_TABLE_TYPE__AT_EnableTrigUser, &enable_trigger, {.user = true}},
	{PG_QUERY__ALTER_TABLE_TYPE__AT_DisableTrig, &disable_trigger, {.all = false}},
	{PG_QUERY__ALTER_TABLE_TYPE__AT_DisableTrigAll, &disable_trigger, {.all = true}},
	{PG_QUERY__ALTER_TABLE_TYPE__AT_DisableTrigUser, &disable_trigger, {.user = true}},
	{PG_QUERY__ALTER_TABLE_TYPE__AT_EnableRule, &enable_rule, {.all = false}},
	{PG_QUERY__ALTER_TABLE_TYPE__AT_EnableAlwaysRule, &enable_rule, {.always = true}},
	{PG_QUERY__ALTER_TABLE_TYPE__AT_EnableReplicaRule, &enable_rule, {.replica = true}},
	{PG_QUERY__ALTER_TABLE_TYPE__AT_DisableRule, &disable_rule, {.all = false}},
};

/* of all four classes */
static struct op *
from_sql(const struct clause *c)
{
	struct altered a;
	struct fire *op;
	size_t i;

	for (i = 0; i < LEN(actions); i++) {
		if (!altered_from_sql(c, actions[i].type, &a))
			continue;
		op = op_new(actions[i].class, c->at);
		op->altered = a;
		op->always = actions[i].how.always;
		op->replica = actions[i].how.replica;
		op->all = actions[i].how.all;
		op->user = actions[i].how.user;
		if (!op->all && !op->user)
			op->name = c->command->name;
		return &op->op;
	}
	return NULL;
}

static const struct code_kind *
kind_of(const struct fire *op)
{
	bool rule = op->op.class == &enable_rule || op->op.class == &disable_rule;

	return rule ? &rule_kind : &trigger_kind;
}

/* the words before TRIGGER or RULE */
static const char *
firing(const struct fire *op)
{
	if (op->op.class == &disable_trigger || op->op.class == &disable_rule)
		return "DISABLE";
	return op->always ? "ENABLE ALWAYS" : op->replica ? "ENABLE REPLICA" : "ENABLE";
}

/* ---- apply ---- */

static bool
is_checked_by_triggers(const struct schema *s, const struct table *t)
{
	const struct constraint *c;
	size_t i;

	for (i = 0; i < t->constraints.n; i++) {
		c = t->constraints.v[i];
		if (c->type == 'f' || c->type == 'x' || c->deferrable == YES)
			return true;
	}
	return foreign_keys_to(s, t).n;
}

/* all triggers fire as the table's own constraints do: then ALL is undone by ALL */
static bool
fire_alike(const struct table *t, const struct list *triggers)
{
	const struct code *c;
	size_t i;

	for (i = 0; i < triggers->n; i++) {
		c = triggers->v[i];
		if (t->unchecked
		            ? !c->settings.n || strcmp(((struct setting *)c->settings.v[0])->sql,
		                                       "DISABLE") != 0
		            : c->settings.n > 0)
			return false;
	}
	return true;
}

static enum applied
set_all(struct schema *s, struct table *t, const char *sql, bool constraints)
{
	struct list all = code_on(s, &trigger_kind.noun, t->object.name);
	bool unchecked = strcmp(sql, "DISABLE") == 0;
	size_t i;

	/* the copies that a partition has are not followed */
	if (t->partition_of.name)
		return UNKNOWN;
	constraints &= is_checked_by_triggers(s, t) && t->unchecked != unchecked;
	if (constraints && !fire_alike(t, &all))
		return UNKNOWN;
	for (i = 0; i < all.n; i++)
		code_set(s, all.v[i], "enabled", sql);
	if (!constraints)
		return APPLIED;
	t = (struct table *)object_copy(&t->object);
	t->unchecked = unchecked;
	schema_put(s, &t->object);
	return APPLIED;
}

static enum applied
apply(struct op *o, struct schema *s)
{
	const struct fire *op = (const struct fire *)o;
	const struct code_kind *kind = kind_of(op);
	enum applied result;
	struct table *t =
		need_altered(o, s, &op->altered, kind == &trigger_kind ? "f" : "", &result);
	struct code *c;

	if (!t)
		return result;
	if (!op->name)
		return set_all(s, t, firing(op), op->all);
	c = need_code_on(o, s, kind, op->altered.table, op->name, false, &result);
	if (c)
		code_set(s, c, "enabled", firing(op));
	return result;
}

static void
render(const struct op *o, struct list *steps)
{
	const struct fire *op = (const struct fire *)o;
	const struct code_kind *kind = kind_of(op);
	const char *which = op->all ? "ALL" : op->user ? "USER" : sql_name(op->name);
	struct strs action = {0};

	strs_add(&action, strf("%s %s %s", firing(op), kind->keyword, which));
	step_lock(step_add(steps, o, op->name ? op->name : op->altered.table.name,
	                   alter_table_sql(&op->altered, &action)),
	          kind == &rule_kind ? LOCK_ACCESS_EXCLUSIVE : LOCK_SHARE_ROW_EXCLUSIVE,
	          op->altered.table);
}

static const struct op_class enable_trigger = {
	.shape = {"enable_trigger", CALL_ARGUMENTS, sizeof(struct fire), enable_trigger_fields,
                  .finish = finish, .page = "sql-altertable.html",
                  .doc = "Lets a trigger fire, or all of a table."},
	.from_sql = from_sql,
	.apply = apply,
	.render = render,
};

static const struct op_class disable_trigger = {
	.shape = {"disable_trigger", CALL_ARGUMENTS, sizeof(struct fire), disable_trigger_fields,
                  .finish = finish, .page = "sql-altertable.html",
                  .doc = "Keeps a trigger from firing, or all of a table."},
	.apply = apply,
	.render = render,
};

static const struct op_class enable_rule = {
	.shape = {"enable_rule", CALL_ARGUMENTS, sizeof(struct fire), enable_rule_fields,
                  .finish = finish, .page = "sql-altertable.html", .doc = "Lets a rule apply."},
	.apply = apply,
	.render = render,
};

static const struct op_class disable_rule = {
	.shape = {"disable_rule", CALL_ARGUMENTS, sizeof(struct fire), disable_rule_fields,
                  .finish = finish, .page = "sql-altertable.html",
                  .doc = "Keeps a rule from being applied."},
	.apply = apply,
	.render = render,
};

const struct op_class *const firing_ops[] = {&enable_trigger, &disable_trigger, &enable_rule,
                                             &disable_rule, NULL};
