/* Rules. */
#include <string.h>

#include "code.h"

static const struct op_class create_rule;

/* the rows that there are in such an event are all that can be named */
static void
follow(struct query *q, const PgQuery__Node *statement)
{
	const PgQuery__RuleStmt *rule = statement->rule_stmt;
	const struct object *relation = query_relation(q, rule->relation);
	struct visible old = {"old", relation, false}, new = {"new", relation, false};
	struct list rows = {0};
	size_t i;

	if (!relation)
		return;
	if (rule->event != PG_QUERY__CMD_TYPE__CMD_INSERT)
		list_add(&rows, &old);
	if (rule->event != PG_QUERY__CMD_TYPE__CMD_DELETE)
		list_add(&rows, &new);
	if (rule->where_clause)
		query_follow_condition(q, rule->where_clause, &rows, "WHERE");
	/* beside the tables of a statement they are named */
	old.qualified = new.qualified = true;
	for (i = 0; i < rule->n_actions; i++)
		query_follow_action(q, rule->actions[i], &rows);
}

static bool
replaces(const struct code *from, const struct code *to)
{
	(void)from;
	(void)to;
	return true;
}

static const char *
reset(const struct code *c, const char *key)
{
	(void)c;
	(void)key;
	return "ENABLE";
}

static const struct catalog_query created[] = {
	{.phase = PHASE_CREATE_CODE,
         .sql = "SELECT r.schema, r.relname, rtrim(pg_get_ruledef(w.oid), ';') FROM pg_rewrite w JOIN relation r ON r.oid = w.ev_class\n"
                "WHERE w.rulename <> '_RETURN' ORDER BY w.oid"},
	{0},
};

const struct code_kind rule_kind = {
	.noun = {CODE_NOUN("rule", SPACE_RULE)},
	.type = PG_QUERY__OBJECT_TYPE__OBJECT_RULE,
	.keyword = "RULE",
	.on_relation = true,
	.create = PHASE_CREATE_CODE,
	.drop = PHASE_DROP_CODE,
	.follow = follow,
	.replaces = replaces,
	.reset = reset,
	.inspect = created,
};

/* ---- CREATE RULE ---- */

/* a rule ON SELECT makes a view of its table */
static struct op *
create_from(const struct clause *c)
{
	if (c->node->node_case != PG_QUERY__NODE__NODE_RULE_STMT ||
	    c->node->rule_stmt->event == PG_QUERY__CMD_TYPE__CMD_SELECT)
		return NULL;
	return code_op(&create_rule, c);
}

static enum applied
need_rule(const struct op *op, const PgQuery__RuleStmt *rule)
{
	const char *many = rule->where_clause ? expression_unfit(rule->where_clause) : NULL;
	size_t i;

	if (strcmp(rule->rulename, "_RETURN") == 0)
		return op_error(op, E_RESERVED, "\"_RETURN\" is the name of a view's own rule");
	if (many)
		return op_error(op, E_EXPRESSION, "WHERE: %s cannot stand here", many);
	for (i = 0; i < rule->n_actions && rule->where_clause; i++)
		if (rule->actions[i]->node_case == PG_QUERY__NODE__NODE_NOTIFY_STMT)
			return op_error(op, E_STATEMENT, "NOTIFY has no WHERE");
	return APPLIED;
}

static enum applied
create_apply(struct op *op, struct schema *s)
{
	const PgQuery__RuleStmt *rule = ((struct code_op *)op)->clause->node->rule_stmt;
	enum applied result;
	struct object *o;
	struct code *c;

	o = need_owner(op, s, "rules", range_qname(rule->relation), "v", &result);
	if (!o)
		return result;
	c = code_new_on(op, s, &rule_kind, rule->rulename, o);
	if (!c || need_rule(op, rule) == REFUSED)
		return REFUSED;
	return code_make(op, s, c, rule->replace, false);
}

static void
create_render(const struct op *op, struct list *steps)
{
	code_render_on(
		op, steps, LOCK_ACCESS_EXCLUSIVE,
		range_qname(((const struct code_op *)op)->clause->node->rule_stmt->relation));
}

static const struct op_class create_rule = {
	.shape = {"create_rule", CALL_ARGUMENTS, sizeof(struct code_op), code_fields},
	.from_sql = create_from,
	.apply = create_apply,
	.render = create_render,
};

const struct op_class *const rule_ops[] = {&create_rule, NULL};
