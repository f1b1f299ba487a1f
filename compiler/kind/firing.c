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

/* ---- copies on partitions ---- */

static struct setting *
find_copy(const struct table *t, const char *name, size_t *at)
{
	struct setting *copied;

	for (*at = 0; *at < t->copies.n; ++*at) {
		copied = t->copies.v[*at];
		if (strcmp(copied->key, name) == 0)
			return copied;
	}
	return NULL;
}

/* the copy on the table itself fires so */
static void
copy_fires(struct table *t, const char *name, const char *sql)
{
	struct setting set = {name, sql};
	size_t at;

	if (find_copy(t, name, &at))
		list_remove(&t->copies, at);
	if (strcmp(sql, "ENABLE") != 0)
		list_add(&t->copies, copy(&set, sizeof set));
}

static void
put_copy(struct schema *s, const struct table *t, const char *name, const char *sql)
{
	struct table *changed = (struct table *)object_copy(&t->object);

	copy_fires(changed, name, sql);
	schema_put(s, &changed->object);
}

void
copies_fire(struct schema *s, const struct table *t, const char *name, const char *sql)
{
	struct list below = children(s, t);
	size_t i;

	for (i = 0; i < below.n && t->partition_by; i++) {
		put_copy(s, below.v[i], name, sql);
		copies_fire(s, below.v[i], name, sql);
	}
}

static void
rename_below(struct schema *s, const struct table *t, const char *from, const char *to)
{
	struct list below = children(s, t);
	const struct setting *copied;
	size_t i, at;

	for (i = 0; i < below.n && t->partition_by; i++) {
		copied = find_copy(below.v[i], from, &at);
		if (copied) {
			put_copy(s, below.v[i], to, copied->sql);
			put_copy(s, s->by_id.v[((struct object *)below.v[i])->id], from, "ENABLE");
		}
		rename_below(s, below.v[i], from, to);
	}
}

void
copies_rename(struct schema *s, const struct code *c, const char *to)
{
	const struct object *on = schema_find(s, SPACE_RELATION, c->on);

	if (on && on->noun == &table_noun && trigger_is_row(c))
		rename_below(s, (const struct table *)on, c->name.name, to);
}

void
copies_take(const struct schema *s, const struct table *parent, struct table *t)
{
	struct list own = code_on(s, &trigger_kind.noun, parent->object.name);
	const struct setting *set;
	const struct code *c;
	size_t i;

	for (i = 0; i < own.n; i++) {
		c = own.v[i];
		set = code_setting(c, "enabled");
		if (trigger_is_row(c) && set)
			copy_fires(t, c->name.name, set->sql);
	}
	for (i = 0; i < parent->copies.n; i++) {
		set = parent->copies.v[i];
		copy_fires(t, set->key, set->sql);
	}
}

void
copies_leave(struct schema *s, const struct table *t)
{
	struct list above = triggers_above(s, &t->object);
	const char *name;
	size_t i;

	for (i = 0; i < above.n; i++) {
		name = ((const struct code *)above.v[i])->name.name;
		copies_fire(s, t, name, "ENABLE");
	}
}

static void
differ(struct diff *d, const struct table *t, const char *name, const char *sql)
{
	diff_add(d, PHASE_ALTER_CODE,
	         execute_new(d->at, strf("ALTER TABLE ONLY %s %s TRIGGER %s",
	                                 sql_qname(t->object.name), sql, sql_name(name))));
}

void
copies_differ(struct diff *d, const struct table *from, const struct table *to)
{
	const struct setting *is, *was;
	size_t i, at;

	/* most follow what is said of the partitioned table: what is left then is found by name */
	if (!d->by_name)
		return;
	for (i = 0; i < to->copies.n; i++) {
		is = to->copies.v[i];
		was = from ? find_copy(from, is->key, &at) : NULL;
		if (!was || strcmp(was->sql, is->sql) != 0)
			differ(d, to, is->key, is->sql);
	}
	for (i = 0; from && i < from->copies.n; i++) {
		was = from->copies.v[i];
		if (to->partition_of.name && !find_copy(to, was->key, &at))
			differ(d, to, was->key, "ENABLE");
	}
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

/* a trigger of the table's own */
static void
fire(struct schema *s, const struct table *t, const struct code *c, const char *sql, bool only)
{
	code_set(s, c, "enabled", sql);
	if (code_kind(&c->object) == &trigger_kind && !only && trigger_is_row(c))
		copies_fire(s, t, c->name.name, sql);
}

/* one that it has from above */
static void
fire_copy(struct schema *s, const struct table *t, const char *name, const char *sql, bool only)
{
	put_copy(s, s->by_id.v[t->object.id], name, sql);
	if (!only)
		copies_fire(s, t, name, sql);
}

static enum applied
set_all(struct schema *s, struct table *t, const char *sql, bool constraints, bool only)
{
	struct list all = code_on(s, &trigger_kind.noun, t->object.name);
	struct list above = triggers_above(s, &t->object);
	bool unchecked = strcmp(sql, "DISABLE") == 0;
	size_t i;

	constraints &= is_checked_by_triggers(s, t) && t->unchecked != unchecked;
	if (constraints && (t->partition_of.name || !fire_alike(t, &all)))
		return UNKNOWN;
	for (i = 0; i < all.n; i++)
		fire(s, t, all.v[i], sql, only);
	for (i = 0; i < above.n; i++)
		fire_copy(s, t, ((const struct code *)above.v[i])->name.name, sql, only);
	if (!constraints)
		return APPLIED;
	t = (struct table *)object_copy(s->by_id.v[t->object.id]);
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
		return set_all(s, t, firing(op), op->all, op->altered.only);
	if (kind == &trigger_kind && trigger_above(s, &t->object, op->name)) {
		fire_copy(s, t, op->name, firing(op), op->altered.only);
		return APPLIED;
	}
	c = need_code_on(o, s, kind, op->altered.table, op->name, false, &result);
	if (c)
		fire(s, t, c, firing(op), op->altered.only);
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

/* how triggers and rules fire, where that is not how they do when they are made, or on a partition how its table's do */
static const struct catalog_query fired[] = {
	{.phase = PHASE_ALTER_CODE,
         .sql = "SELECT r.schema, r.relname, format('ALTER TABLE %s %s TRIGGER %I', r.said,\n"
                "    CASE t.tgenabled WHEN 'D' THEN 'DISABLE' WHEN 'R' THEN 'ENABLE REPLICA' WHEN 'A' THEN 'ENABLE ALWAYS' ELSE 'ENABLE' END, t.tgname)\n"
                "FROM pg_trigger t JOIN relation r ON r.oid = t.tgrelid LEFT JOIN pg_trigger w ON w.oid = t.tgparentid\n"
                "WHERE NOT (t.tgisinternal AND t.tgparentid = 0) AND t.tgconstraint IN (0, (SELECT k.oid FROM pg_constraint k WHERE k.oid = t.tgconstraint AND k.contype = 't'))\n"
                "  AND t.tgenabled <> coalesce(w.tgenabled, 'O') ORDER BY t.oid"},
	{.phase = PHASE_ALTER_CODE,
         .sql = "SELECT r.schema, r.relname, format('ALTER TABLE %s %s RULE %I', r.said,\n"
                "    CASE w.ev_enabled WHEN 'D' THEN 'DISABLE' WHEN 'R' THEN 'ENABLE REPLICA' ELSE 'ENABLE ALWAYS' END, w.rulename)\n"
                "FROM pg_rewrite w JOIN relation r ON r.oid = w.ev_class WHERE w.ev_enabled <> 'O' AND w.rulename <> '_RETURN' ORDER BY w.oid"},
	{0},
};

static const struct op_class enable_trigger = {
	.shape = {"enable_trigger", CALL_ARGUMENTS, sizeof(struct fire), enable_trigger_fields,
                  .finish = finish, .page = "sql-altertable.html",
                  .doc = "Lets a trigger fire, or all of a table."},
	.from_sql = from_sql,
	.apply = apply,
	.render = render,
	.inspect = fired,
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
