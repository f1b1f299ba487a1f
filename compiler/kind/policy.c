/* Policies of row security. */
#include <string.h>
#include <strings.h>

#include "code.h"

static const struct op_class create_policy, alter_policy;

static void
follow(struct query *q, const PgQuery__Node *statement)
{
	const PgQuery__CreatePolicyStmt *p = statement->create_policy_stmt;
	const struct object *relation = query_relation(q, p->table);
	struct visible row = {NULL, relation, false};
	struct list rows = {(void *[]){&row}, 1, 1};

	if (relation && p->qual)
		query_follow_expression(q, p->qual, &rows);
	if (relation && p->with_check)
		query_follow_expression(q, p->with_check, &rows);
}

static const struct catalog_query created[] = {
	{.phase = PHASE_CREATE_CODE,
         .sql = "SELECT r.schema, r.relname, concat('CREATE POLICY ', quote_ident(p.polname), ' ON ', r.said, CASE WHEN NOT p.polpermissive THEN ' AS RESTRICTIVE' END,\n"
                "    CASE p.polcmd WHEN 'r' THEN ' FOR SELECT' WHEN 'a' THEN ' FOR INSERT' WHEN 'w' THEN ' FOR UPDATE' WHEN 'd' THEN ' FOR DELETE' END,\n"
                "    CASE WHEN p.polroles <> '{0}' THEN ' TO ' || (SELECT string_agg(quote_ident(o.rolname), ', ' ORDER BY o.rolname)\n"
                "      FROM pg_roles o WHERE o.oid = ANY (p.polroles)) END,\n"
                "    E'\\n  USING (' || pg_get_expr(p.polqual, p.polrelid) || ')', E'\\n  WITH CHECK (' || pg_get_expr(p.polwithcheck, p.polrelid) || ')')\n"
                "FROM pg_policy p JOIN relation r ON r.oid = p.polrelid ORDER BY p.oid"},
	{0},
};

const struct code_kind policy_kind = {
	.noun = {CODE_NOUN("policy", SPACE_POLICY)},
	.type = PG_QUERY__OBJECT_TYPE__OBJECT_POLICY,
	.keyword = "POLICY",
	.on_relation = true,
	.create = PHASE_CREATE_CODE,
	.drop = PHASE_DROP_CODE,
	.follow = follow,
	.inspect = created,
};

/* ---- CREATE POLICY ---- */

static struct op *
create_from(const struct clause *c)
{
	return c->node->node_case == PG_QUERY__NODE__NODE_CREATE_POLICY_STMT
	               ? code_op(&create_policy, c)
	               : NULL;
}

static enum applied
need_condition(const struct op *op, const struct schema *s, const struct table *t,
               const PgQuery__Node *n, const char *what)
{
	const char *many = n ? expression_unfit(n) : NULL;

	if (!n)
		return APPLIED;
	if (many)
		return op_error(op, E_EXPRESSION, "%s: %s cannot stand here", what, many);
	return need_boolean(op, s, t, node_sql(n), what);
}

static const char *
command_sql(const char *name)
{
	static const char *const commands[] = {"ALL", "SELECT", "INSERT", "UPDATE", "DELETE"};
	size_t i = 0;

	while (i < LEN(commands) - 1 && strcasecmp(commands[i], name) != 0)
		i++;
	return commands[i];
}

/* what a policy for that command has */
static enum applied
need_conditions(const struct op *op, const struct schema *s, const struct table *t,
                const char *command, const PgQuery__Node *qual, const PgQuery__Node *check)
{
	if (qual && strcmp(command, "insert") == 0)
		return op_error(op, E_STATEMENT,
		                "a policy for INSERT has WITH CHECK, and no USING");
	if (check && (strcmp(command, "select") == 0 || strcmp(command, "delete") == 0))
		return op_error(op, E_STATEMENT, "a policy for %s has USING, and no WITH CHECK",
		                command_sql(command));
	return worse(need_condition(op, s, t, qual, "USING"),
	             need_condition(op, s, t, check, "WITH CHECK"));
}

static enum applied
create_apply(struct op *op, struct schema *s)
{
	const PgQuery__CreatePolicyStmt *p =
		((struct code_op *)op)->clause->node->create_policy_stmt;
	enum applied result;
	struct object *o;
	struct code *c;

	o = need_owner(op, s, "policies", range_qname(p->table), "", &result);
	if (!o)
		return result;
	c = code_new_on(op, s, &policy_kind, p->policy_name, o);
	if (!c || need_conditions(op, s, (const struct table *)o, p->cmd_name, p->qual,
	                          p->with_check) == REFUSED)
		return REFUSED;
	return code_make(op, s, c, false, false);
}

static void
create_render(const struct op *op, struct list *steps)
{
	code_render_on(
		op, steps, LOCK_ACCESS_EXCLUSIVE,
		range_qname(((const struct code_op *)op)->clause->node->create_policy_stmt->table));
}

static const struct op_class create_policy = {
	.shape = {"create_policy", CALL_ARGUMENTS, sizeof(struct code_op), code_fields},
	.from_sql = create_from,
	.apply = create_apply,
	.render = create_render,
};

/* ---- ALTER POLICY ---- */

static struct op *
alter_from(const struct clause *c)
{
	return c->node->node_case == PG_QUERY__NODE__NODE_ALTER_POLICY_STMT
	               ? code_op(&alter_policy, c)
	               : NULL;
}

static char *
roles_sql(PgQuery__Node *const *roles, size_t n)
{
	const PgQuery__RoleSpec *r;
	struct strs names = {0};
	size_t i;

	for (i = 0; i < n; i++) {
		r = roles[i]->role_spec;
		strs_add(&names, r->roletype == PG_QUERY__ROLE_SPEC_TYPE__ROLESPEC_PUBLIC
		                         ? "PUBLIC"
		                         : role_sql(r));
	}
	return strs_join(&names, ", ");
}

/* the CREATE POLICY that makes what ALTER POLICY makes of c */
static char *
altered_sql(const struct code *c, const PgQuery__CreatePolicyStmt *was,
            const PgQuery__AlterPolicyStmt *to)
{
	const PgQuery__Node *qual = to->qual ? to->qual : was->qual;
	const PgQuery__Node *check = to->with_check ? to->with_check : was->with_check;
	struct buf b = {0};

	buf_fmt(&b, "CREATE POLICY %s ON %s", sql_name(c->name.name), sql_qname(c->on));
	if (!was->permissive)
		buf_add(&b, " AS RESTRICTIVE");
	buf_fmt(&b, " FOR %s TO %s", command_sql(was->cmd_name),
	        to->n_roles ? roles_sql(to->roles, to->n_roles)
	                    : roles_sql(was->roles, was->n_roles));
	if (qual)
		buf_fmt(&b, " USING (%s)", node_sql(qual));
	if (check)
		buf_fmt(&b, " WITH CHECK (%s)", node_sql(check));
	return buf_str(&b);
}

static enum applied
alter_apply(struct op *op, struct schema *s)
{
	const PgQuery__AlterPolicyStmt *p = ((struct code_op *)op)->clause->node->alter_policy_stmt;
	const PgQuery__CreatePolicyStmt *was;
	struct parse_error e;
	enum applied result;
	struct object *o;
	struct code *c;

	o = need_owner(op, s, "policies", range_qname(p->table), "", &result);
	c = o ? need_code_on(op, s, &policy_kind, o->name, p->policy_name, false, &result) : NULL;
	if (!c)
		return result;
	was = parse_statement(code_sql(c), &e)->create_policy_stmt;
	if (need_conditions(op, s, (const struct table *)o, was->cmd_name, p->qual,
	                    p->with_check) == REFUSED)
		return REFUSED;
	c = code_rewritten(op, s, c, altered_sql(c, was, p));
	if (!c)
		return REFUSED;
	c->made = schema_id(s);
	schema_put(s, &c->object);
	return APPLIED;
}

static void
alter_render(const struct op *op, struct list *steps)
{
	code_render_on(
		op, steps, LOCK_ACCESS_EXCLUSIVE,
		range_qname(((const struct code_op *)op)->clause->node->alter_policy_stmt->table));
}

static const struct op_class alter_policy = {
	.shape = {"alter_policy", CALL_ARGUMENTS, sizeof(struct code_op), code_fields},
	.from_sql = alter_from,
	.apply = alter_apply,
	.render = alter_render,
};

const struct op_class *const policy_ops[] = {&create_policy, &alter_policy, NULL};
