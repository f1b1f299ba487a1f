/* Foreign tables are tables whose rows are elsewhere: what they have beside others is a server, and options for it. */
#include <string.h>

#include "code.h"

static const struct op_class alter_foreign_table;

static enum applied
need_once(const struct op *op, const struct strs *options)
{
	struct strs seen = {0};
	const char *name;
	size_t i;

	for (i = 0; i < options->n; i++) {
		name = strn(options->v[i], strcspn(options->v[i], "="));
		if (strs_has(&seen, name))
			return op_error(op, E_TWICE, "option '%s' stands twice", name);
		strs_add(&seen, name);
	}
	return APPLIED;
}

enum applied
need_server_options(const struct op *op, const struct table *t, const struct strs *options)
{
	if (options->n && !t->server)
		return op_error(op, E_KIND, "OPTIONS are for foreign tables, and %s is none",
		                plain_qname(t->object.name));
	return need_once(op, options);
}

enum applied
need_server(const struct op *op, const struct schema *s, const struct table *t, bool like)
{
	struct qname server = {NULL, t->server};

	if (!t->server)
		return APPLIED;
	if (like)
		return op_error(op, E_STATEMENT, "a foreign table takes no columns by LIKE");
	if (need_once(op, &t->server_options) == REFUSED)
		return REFUSED;
	return schema_find(s, SPACE_SERVER, server)
	               ? APPLIED
	               : missing(op, s, "server", SPACE_SERVER, server);
}

/* ---- differences ---- */

static bool
has_option(const struct strs *options, const char *name)
{
	size_t n = strlen(name), i;

	for (i = 0; i < options->n; i++)
		if (strncmp(options->v[i], name, n) == 0 && options->v[i][n] == '=')
			return true;
	return false;
}

/* "OPTIONS (SET a 'b', DROP c)", or NULL */
static char *
options_between(const struct strs *from, const struct strs *to)
{
	struct strs set = {0}, reset = {0}, actions = {0};
	const char *o;
	size_t i, n;

	parameters_diff(from, to, &set, &reset);
	for (i = 0; i < reset.n; i++)
		strs_add(&actions, strf("DROP %s", sql_name(reset.v[i])));
	for (i = 0; i < set.n; i++) {
		o = set.v[i];
		n = strcspn(o, "=");
		strs_add(&actions, strf("%s %s %s", has_option(from, strn(o, n)) ? "SET" : "ADD",
		                        sql_name(strn(o, n)), sql_literal(o + n + 1)));
	}
	return actions.n ? strf("OPTIONS (%s)", strs_join(&actions, ", ")) : NULL;
}

static void
alter_by(struct diff *d, const struct table *to, const char *what)
{
	diff_add(d, PHASE_ALTER_COLUMN,
	         execute_new(d->at,
	                     strf("ALTER FOREIGN TABLE %s %s", sql_qname(to->object.name), what)));
}

void
foreign_table_alter(struct diff *d, const struct table *from, const struct table *to)
{
	const char *options = options_between(&from->server_options, &to->server_options);
	const struct column *c, *was;
	size_t i;

	if (options)
		alter_by(d, to, options);
	for (i = 0; i < to->columns.n; i++) {
		c = to->columns.v[i];
		was = column_counterpart(d, from, c);
		options = was ? options_between(&was->server_options, &c->server_options) : NULL;
		if (options)
			alter_by(d, to, strf("ALTER COLUMN %s %s", sql_name(c->name), options));
	}
}

/* ---- OPTIONS of ALTER FOREIGN TABLE ---- */

static struct op *
from_sql(const struct clause *c)
{
	if (!c->command)
		return NULL;
	switch ((int)c->command->subtype) {
	case PG_QUERY__ALTER_TABLE_TYPE__AT_GenericOptions:
	case PG_QUERY__ALTER_TABLE_TYPE__AT_AlterColumnGenericOptions:
		return code_op(&alter_foreign_table, c);
	default:
		return NULL;
	}
}

static enum applied
change(const struct op *op, struct strs *all, const PgQuery__List *actions)
{
	const PgQuery__DefElem *e;
	struct strs set, reset;
	bool there;
	size_t i;

	for (i = 0; i < actions->n_items; i++) {
		e = actions->items[i]->def_elem;
		there = has_option(all, e->defname);
		set = reset = (struct strs){0};
		if (e->defaction == PG_QUERY__DEF_ELEM_ACTION__DEFELEM_DROP)
			strs_add(&reset, e->defname);
		else
			strs_add(&set, strf("%s=%s", e->defname, node_string(e->arg)));
		if (!there && (reset.n || e->defaction == PG_QUERY__DEF_ELEM_ACTION__DEFELEM_SET))
			return op_error(op, E_NO_OBJECT, "there is no option '%s'", e->defname);
		if (there && set.n && e->defaction != PG_QUERY__DEF_ELEM_ACTION__DEFELEM_SET)
			return op_error(op, E_EXISTS, "option '%s' is there already; SET it",
			                e->defname);
		parameters_set(all, &set, &reset);
	}
	return APPLIED;
}

static enum applied
apply(struct op *op, struct schema *s)
{
	const struct clause *c = ((struct code_op *)op)->clause;
	struct altered altered = {0};
	enum applied result;
	struct column *column;
	struct strs *options;
	struct table *t;
	size_t i;

	altered_from_sql(c, c->command->subtype, &altered);
	t = need_altered(op, s, &altered, "f", &result);
	if (!t)
		return result;
	if (need_foreign(op, t) == REFUSED)
		return REFUSED;
	options = &t->server_options;
	if (c->command->subtype == PG_QUERY__ALTER_TABLE_TYPE__AT_AlterColumnGenericOptions) {
		if (!need_column(op, s, t, c->command->name, &result))
			return result;
		for (i = 0;
		     strcmp(((struct column *)t->columns.v[i])->name, c->command->name) != 0;)
			i++;
		column = element_copy(&t->columns, i, sizeof *column);
		options = &column->server_options;
	}
	*options = strs_copy(options);
	if (change(op, options, c->command->def->list) == REFUSED)
		return REFUSED;
	schema_put(s, &t->object);
	return APPLIED;
}

static void
render(const struct op *op, struct list *steps)
{
	const struct clause *c = ((const struct code_op *)op)->clause;

	code_render_on(op, steps, LOCK_ACCESS_EXCLUSIVE,
	               range_qname(c->node->alter_table_stmt->relation));
}

static const struct op_class alter_foreign_table = {
	.shape = {"alter_foreign_table", CALL_ARGUMENTS, sizeof(struct code_op), code_fields},
	.from_sql = from_sql,
	.apply = apply,
	.render = render,
};

const struct op_class *const foreign_table_ops[] = {&alter_foreign_table, NULL};
