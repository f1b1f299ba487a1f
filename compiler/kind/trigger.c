/* Triggers, and event triggers. A row trigger of a partitioned table is the server's to copy to the partitions: the copies are no
   objects here, but their names are taken, and they go with it. */
#include <string.h>

#include "scope.h"

/* bits of CreateTrigStmt, as pg_trigger.tgtype has them */
enum {
	TRIGGER_BEFORE = 1 << 1,
	TRIGGER_INSERT = 1 << 2,
	TRIGGER_DELETE = 1 << 3,
	TRIGGER_UPDATE = 1 << 4,
	TRIGGER_TRUNCATE = 1 << 5,
	TRIGGER_INSTEAD = 1 << 6,
};

static const struct op_class create_trigger, create_event_trigger, alter_event_trigger;

/* ---- what they name ---- */

/* PostgreSQL's own trigger functions, which nothing else can call */
static bool
is_provided(struct qname name)
{
	static const char *const names[] = {"suppress_redundant_updates_trigger",
	                                    "tsvector_update_trigger",
	                                    "tsvector_update_trigger_column", NULL};

	return !name.schema && among(name.name, names);
}

/* the function behind EXECUTE FUNCTION */
static void
follow_executed(struct query *q, PgQuery__Node *const *names, size_t n, const char *type)
{
	const char *why = function_unfit(q->schema, list_qname(names, n), type);
	int at = word_place(q, "execute", list_qname(names, n));

	if (is_provided(list_qname(names, n)))
		return;
	if (why)
		query_error(q, at, E_NO_FUNCTION, why);
	else
		query_function(q, names, n, at);
}

/* the columns behind UPDATE OF */
static void
follow_update_of(struct query *q, const struct object *relation, PgQuery__Node *const *columns,
                 size_t n)
{
	struct item item = {.name = relation->name.name};
	struct scope only = {NULL, {(void *[]){&item}, 1, 1}, {0}};
	struct strs seen = {0};
	const char *name;
	size_t i;
	int at;

	relation_columns(q, relation, &item);
	for (i = 0; i < n; i++) {
		name = node_string(columns[i]);
		at = word_place(q, "of", (struct qname){NULL, name});
		if (output_find(&item.columns, name))
			query_use(q, SPACE_RELATION, relation->name, name, at);
		else if (!item.open)
			query_error(q, at, E_NO_COLUMN, scope_no_column(&only, name));
		if (strs_has(&seen, name))
			query_error(q, at, E_TWICE, strf("column '%s' stands twice", name));
		strs_add(&seen, name);
	}
}

static void
follow_trigger(struct query *q, const PgQuery__Node *statement)
{
	const PgQuery__CreateTrigStmt *t = statement->create_trig_stmt;
	const struct object *relation = query_relation(q, t->relation);
	struct visible old = {"old", relation, true}, new = {"new", relation, true};
	struct list rows = {(void *[]){&old, &new}, 2, 2};

	follow_executed(q, t->funcname, t->n_funcname, "trigger");
	if (t->constrrel)
		query_relation(q, t->constrrel);
	if (!relation)
		return;
	follow_update_of(q, relation, t->columns, t->n_columns);
	if (t->when_clause)
		query_follow_condition(q, t->when_clause, &rows, "WHEN");
}

static const PgQuery__CreateTrigStmt *
definition(const struct code *c)
{
	struct parse_error e;

	return parse_statement(code_sql(c), &e)->create_trig_stmt;
}

static bool
trigger_replaces(const struct code *from, const struct code *to)
{
	return !definition(from)->isconstraint && !definition(to)->isconstraint;
}

static const char *
fires(const struct code *c, const char *key)
{
	(void)c;
	(void)key;
	return "ENABLE";
}

/* the name of a constraint trigger is not chosen for a constraint */
static void
links(const struct object *o, struct list *out)
{
	const struct code *c = (const struct code *)o;
	struct link l = {.kind = LINK_CONSTRAINT};

	code_links(o, out);
	if (!definition(c)->isconstraint)
		return;
	l.to = (struct qname){c->on.schema, definition(c)->trigname};
	list_add(out, copy(&l, sizeof l));
}

bool
trigger_is_row(const struct code *c)
{
	return definition(c)->row;
}

static void
remove_trigger(struct schema *s, struct object *o)
{
	const struct code *c = (const struct code *)o;
	const struct object *on = schema_find(s, SPACE_RELATION, c->on);

	if (on && on->noun == &table_noun && trigger_is_row(c))
		copies_fire(s, (const struct table *)on, c->name.name, "ENABLE");
	code_remove(s, o);
}

static const struct catalog_query created[] = {
	{.phase = PHASE_CREATE_CODE,
         .sql = "SELECT r.schema, r.relname, pg_get_triggerdef(t.oid)\n"
                "FROM pg_trigger t JOIN relation r ON r.oid = t.tgrelid WHERE NOT t.tgisinternal AND t.tgparentid = 0 ORDER BY t.oid"},
	{0},
};

const struct code_kind trigger_kind = {
	.noun = {.name = "trigger",
                 .space = SPACE_TRIGGER,
                 .size = sizeof(struct code),
                 .settle = code_settle,
                 .unshare = code_unshare,
                 .columns = code_columns,
                 .links = links,
                 .remove = remove_trigger,
                 .create = code_create,
                 .drop = code_drop,
                 .alter = code_alter},
	.type = PG_QUERY__OBJECT_TYPE__OBJECT_TRIGGER,
	.keyword = "TRIGGER",
	.on_relation = true,
	.create = PHASE_CREATE_CODE,
	.drop = PHASE_DROP_CODE,
	.follow = follow_trigger,
	.replaces = trigger_replaces,
	.renews = true,
	.reset = fires,
	.inspect = created,
};

static const struct code *
find_trigger(const struct schema *s, const struct object *o, const char *name)
{
	return (const struct code *)schema_find(
		s, SPACE_TRIGGER, (struct qname){o->name.schema, code_name_on(name, o->name)});
}

static const struct object *
partitioned(const struct schema *s, const struct object *o)
{
	const struct table *t = (const struct table *)o;

	if (o->noun != &table_noun || !t->partition_of.name)
		return NULL;
	o = schema_find(s, SPACE_RELATION, t->partition_of);
	return o && o->noun == &table_noun ? o : NULL;
}

const struct code *
trigger_above(const struct schema *s, const struct object *o, const char *name)
{
	const struct code *c;

	while ((o = partitioned(s, o))) {
		c = find_trigger(s, o, name);
		if (c && definition(c)->row)
			return c;
	}
	return NULL;
}

struct list
triggers_above(const struct schema *s, const struct object *o)
{
	struct list found = {0}, all;
	size_t i;

	while ((o = partitioned(s, o))) {
		all = code_on(s, &trigger_kind.noun, o->name);
		for (i = 0; i < all.n; i++)
			if (trigger_is_row(all.v[i]))
				list_add(&found, all.v[i]);
	}
	return found;
}

const struct code *
constraint_trigger(const struct schema *s, const struct table *t, const char *name)
{
	const struct code *c = find_trigger(s, &t->object, name);

	return c && definition(c)->isconstraint ? c : NULL;
}

/* a trigger of that name on a partition, however far below */
static const struct code *
trigger_below(const struct schema *s, const struct object *o, const char *name)
{
	struct list below = children(s, (const struct table *)o);
	const struct code *c;
	size_t i;

	for (i = 0; i < below.n; i++) {
		c = find_trigger(s, below.v[i], name);
		if (!c)
			c = trigger_below(s, below.v[i], name);
		if (c)
			return c;
	}
	return NULL;
}

enum applied
need_no_triggers_of(const struct op *op, const struct schema *s, const struct object *parent,
                    const struct object *partition)
{
	const struct code *c, *other;
	struct list all;
	size_t i;

	for (; parent; parent = partitioned(s, parent)) {
		all = code_on(s, &trigger_kind.noun, parent->name);
		for (i = 0; i < all.n; i++) {
			c = all.v[i];
			if (!trigger_is_row(c))
				continue;
			other = find_trigger(s, partition, c->name.name);
			if (!other)
				other = trigger_below(s, partition, c->name.name);
			if (other)
				return op_error(
					op, E_EXISTS,
					"%s has a trigger '%s' already, which comes from %s",
					plain_qname(other->on), c->name.name, plain_qname(c->on));
		}
	}
	return APPLIED;
}

/* ---- CREATE TRIGGER ---- */

static struct op *
create_from(const struct clause *c)
{
	return c->node->node_case == PG_QUERY__NODE__NODE_CREATE_TRIG_STMT
	               ? code_op(&create_trigger, c)
	               : NULL;
}

static const char *
wrong_on_table(const PgQuery__CreateTrigStmt *stmt, const struct table *t)
{
	bool tables = stmt->n_transition_rels && stmt->row;

	if (t->server && stmt->isconstraint)
		return "a foreign table has no constraint triggers";
	if (t->server && stmt->n_transition_rels)
		return "REFERENCING is not for foreign tables";
	if (stmt->timing & TRIGGER_INSTEAD)
		return "INSTEAD OF is for views";
	if (tables && t->partition_by)
		return "REFERENCING is not FOR EACH ROW on a partitioned table";
	if (tables && t->partition_of.name)
		return "REFERENCING is not FOR EACH ROW on a partition";
	if (tables && t->inherits.n)
		return "REFERENCING is not FOR EACH ROW on a table that inherits";
	if (stmt->isconstraint && table_constraint(t, stmt->trigname))
		return strf("table %s has a constraint '%s' already", plain_qname(t->object.name),
		            stmt->trigname);
	return NULL;
}

static const char *
wrong_on_view(const PgQuery__CreateTrigStmt *stmt)
{
	if (stmt->row && !(stmt->timing & TRIGGER_INSTEAD))
		return "FOR EACH ROW on a view is INSTEAD OF";
	if (stmt->events & TRIGGER_TRUNCATE)
		return "a view is not truncated";
	return stmt->n_transition_rels ? "REFERENCING is not for views" : NULL;
}

static const char *
wrong_timing(const PgQuery__CreateTrigStmt *stmt)
{
	if (stmt->timing & TRIGGER_INSTEAD && !stmt->row)
		return "INSTEAD OF is FOR EACH ROW";
	if (stmt->timing & TRIGGER_INSTEAD && stmt->when_clause)
		return "INSTEAD OF has no WHEN";
	if (stmt->timing & TRIGGER_INSTEAD && stmt->n_columns)
		return "INSTEAD OF has no columns";
	if (stmt->events & TRIGGER_TRUNCATE && stmt->row)
		return "TRUNCATE is FOR EACH STATEMENT";
	return NULL;
}

/* REFERENCING */
static const char *
wrong_transition(const PgQuery__CreateTrigStmt *stmt, const PgQuery__TriggerTransition *t)
{
	if (!t->is_table)
		return "REFERENCING names tables: OLD TABLE AS, NEW TABLE AS";
	if (stmt->timing)
		return "REFERENCING is for AFTER";
	if (stmt->events & TRIGGER_TRUNCATE)
		return "REFERENCING is not for TRUNCATE";
	if (stmt->events & (stmt->events - 1))
		return "REFERENCING is for one event";
	if (stmt->n_columns)
		return "REFERENCING is not for UPDATE OF columns";
	if (t->is_new && !(stmt->events & (TRIGGER_INSERT | TRIGGER_UPDATE)))
		return "NEW TABLE is for INSERT and UPDATE";
	if (!t->is_new && !(stmt->events & (TRIGGER_DELETE | TRIGGER_UPDATE)))
		return "OLD TABLE is for DELETE and UPDATE";
	return NULL;
}

static const char *
wrong_transitions(const PgQuery__CreateTrigStmt *stmt)
{
	const PgQuery__TriggerTransition *t, *first = NULL;
	const char *why;
	size_t i;

	for (i = 0; i < stmt->n_transition_rels; i++) {
		t = stmt->transition_rels[i]->trigger_transition;
		why = wrong_transition(stmt, t);
		if (why)
			return why;
		if (first && first->is_new == t->is_new)
			return "REFERENCING says the same table twice";
		if (first && strcmp(first->name, t->name) == 0)
			return "REFERENCING gives both tables one name";
		first = t;
	}
	return NULL;
}

/* NEW before the row is made: its system columns and what is generated are not there yet */
static const char *
wrong_new(const struct object *o, const struct column_ref *ref)
{
	const struct table *t = (const struct table *)o;
	const struct column *c;
	size_t i;

	if (ref->name && is_system_column(ref->name))
		return strf("WHEN: NEW.%s is not there BEFORE", ref->name);
	for (i = 0; o->noun == &table_noun && i < t->columns.n; i++) {
		c = t->columns.v[i];
		if (c->generated && (!ref->name || strcmp(ref->name, c->name) == 0))
			return strf("WHEN: NEW.%s is generated, and not there BEFORE", c->name);
	}
	return NULL;
}

static const char *
wrong_row(const PgQuery__CreateTrigStmt *stmt, const struct object *o, const struct column_ref *ref)
{
	const char *row = ref->qualifier ? ref->qualifier : ref->name;
	struct column_ref whole = {.qualifier = row};
	bool old = same(row, "old"), new = same(row, "new");

	if (!old && !new)
		return NULL;
	if (!stmt->row)
		return "WHEN: FOR EACH STATEMENT has no rows";
	if (old && stmt->events & TRIGGER_INSERT)
		return "WHEN: an INSERT has no OLD";
	if (new && stmt->events & TRIGGER_DELETE)
		return "WHEN: a DELETE has no NEW";
	return new && stmt->timing &TRIGGER_BEFORE ? wrong_new(o, ref->qualifier ? ref : &whole)
	                                           : NULL;
}

static const char *
wrong_when(const PgQuery__CreateTrigStmt *stmt, const struct object *o)
{
	const char *why = NULL, *many;
	struct list refs = {0};
	size_t i;

	if (!stmt->when_clause)
		return NULL;
	if (expression_has_subquery(stmt->when_clause))
		return "WHEN: subqueries cannot stand here";
	many = expression_unfit(stmt->when_clause);
	if (many)
		return strf("WHEN: %s cannot stand here", many);
	expression_columns(stmt->when_clause, &refs);
	for (i = 0; i < refs.n && !why; i++)
		why = wrong_row(stmt, o, refs.v[i]);
	return why;
}

static enum applied
need_trigger(const struct op *op, const PgQuery__CreateTrigStmt *stmt, const struct object *o)
{
	const char *why = wrong_timing(stmt);

	if (!why)
		why = wrong_transitions(stmt);
	if (!why && o->noun == &table_noun)
		why = wrong_on_table(stmt, (const struct table *)o);
	else if (!why)
		why = wrong_on_view(stmt);
	if (!why)
		why = wrong_when(stmt, o);
	return why ? op_error(op, E_STATEMENT, "%s", why) : APPLIED;
}

/* on the relation, and as a row trigger on what is above and below it */
static enum applied
need_free_trigger(const struct op *op, const struct schema *s, const PgQuery__CreateTrigStmt *stmt,
                  const struct object *o)
{
	const struct code *there = find_trigger(s, o, stmt->trigname);

	if (there && stmt->replace && definition(there)->isconstraint)
		return op_error(op, E_REPLACE,
		                "trigger '%s' is a constraint trigger, which is not replaced",
		                stmt->trigname);
	there = trigger_above(s, o, stmt->trigname);
	if (!there && stmt->row && o->noun == &table_noun &&
	    ((const struct table *)o)->partition_by)
		there = trigger_below(s, o, stmt->trigname);
	if (there)
		return op_error(op, E_EXISTS, "%s has a trigger '%s' already%s",
		                plain_qname(there->on), stmt->trigname, made_at(there->object.at));
	return APPLIED;
}

static enum applied
create_apply(struct op *op, struct schema *s)
{
	const PgQuery__CreateTrigStmt *stmt =
		((struct code_op *)op)->clause->node->create_trig_stmt;
	struct object *o;
	enum applied result;
	struct code *c;

	o = need_owner(op, s, "triggers", range_qname(stmt->relation), "vf", &result);
	if (!o)
		return result;
	c = code_new_on(op, s, &trigger_kind, stmt->trigname, o);
	if (!c || need_trigger(op, stmt, o) == REFUSED ||
	    need_free_trigger(op, s, stmt, o) == REFUSED)
		return REFUSED;
	result = code_make(op, s, c, stmt->replace, false);
	if (result != APPLIED)
		return result;
	code_set(s, c, "enabled", "ENABLE");
	if (o->noun == &table_noun && stmt->row)
		copies_fire(s, (const struct table *)o, stmt->trigname, "ENABLE");
	return APPLIED;
}

static void
create_render(const struct op *op, struct list *steps)
{
	code_render_on(
		op, steps, LOCK_SHARE_ROW_EXCLUSIVE,
		range_qname(
			((const struct code_op *)op)->clause->node->create_trig_stmt->relation));
}

static const struct op_class create_trigger = {
	.shape = {"create_trigger", CALL_ARGUMENTS, sizeof(struct code_op), code_fields},
	.from_sql = create_from,
	.apply = create_apply,
	.render = create_render,
};

/* ---- event triggers ---- */

static void
follow_event_trigger(struct query *q, const PgQuery__Node *statement)
{
	const PgQuery__CreateEventTrigStmt *t = statement->create_event_trig_stmt;

	follow_executed(q, t->funcname, t->n_funcname, "event_trigger");
}

static const struct catalog_query created_event_trigger[] = {
	{.phase = PHASE_CREATE_CODE,
         .sql = "SELECT NULL, e.evtname, concat('CREATE EVENT TRIGGER ', quote_ident(e.evtname), ' ON ', quote_ident(e.evtevent),\n"
                "    (SELECT format(' WHEN TAG IN (%s)', string_agg(quote_literal(t), ', ')) FROM unnest(e.evttags) t HAVING count(*) > 0),\n"
                "    ' EXECUTE FUNCTION ', e.evtfoid::regproc, '()')\n"
                "FROM pg_event_trigger e WHERE NOT EXISTS (SELECT FROM member m WHERE m.classid = 'pg_event_trigger'::regclass AND m.objid = e.oid) ORDER BY e.oid"},
	{.phase = PHASE_ALTER_CODE,
         .sql = "SELECT NULL, e.evtname, format('ALTER EVENT TRIGGER %I %s', e.evtname,\n"
                "    CASE e.evtenabled WHEN 'D' THEN 'DISABLE' WHEN 'R' THEN 'ENABLE REPLICA' ELSE 'ENABLE ALWAYS' END)\n"
                "FROM pg_event_trigger e\n"
                "WHERE e.evtenabled <> 'O' AND NOT EXISTS (SELECT FROM member m WHERE m.classid = 'pg_event_trigger'::regclass AND m.objid = e.oid) ORDER BY e.oid"},
	{0},
};

const struct code_kind event_trigger_kind = {
	.noun = {CODE_NOUN("event trigger", SPACE_EVENT_TRIGGER)},
	.type = PG_QUERY__OBJECT_TYPE__OBJECT_EVENT_TRIGGER,
	.keyword = "EVENT TRIGGER",
	.create = PHASE_CREATE_CODE,
	.drop = PHASE_DROP_CODE,
	.follow = follow_event_trigger,
	.reset = fires,
	.inspect = created_event_trigger,
};

static struct op *
create_event_from(const struct clause *c)
{
	return c->node->node_case == PG_QUERY__NODE__NODE_CREATE_EVENT_TRIG_STMT
	               ? code_op(&create_event_trigger, c)
	               : NULL;
}

static enum applied
need_event(const struct op *op, const PgQuery__CreateEventTrigStmt *stmt)
{
	static const char *const events[] = {"ddl_command_start", "ddl_command_end", "sql_drop",
	                                     "table_rewrite"};
	const PgQuery__DefElem *d;
	struct strs names = {0};
	size_t i;

	for (i = 0; i < LEN(events); i++)
		strs_add(&names, events[i]);
	if (!strs_has(&names, stmt->eventname))
		return op_error(op, E_NO_OBJECT, "no event named '%s'%s", stmt->eventname,
		                did_you_mean(stmt->eventname, &names));
	for (i = 0; i < stmt->n_whenclause; i++) {
		d = stmt->whenclause[i]->def_elem;
		if (strcmp(d->defname, "tag") != 0)
			return op_error(op, E_STATEMENT, "WHEN '%s': only TAG can be asked for",
			                d->defname);
		if (i)
			return op_error(op, E_TWICE, "WHEN: TAG is asked for twice");
	}
	return APPLIED;
}

static enum applied
create_event_apply(struct op *op, struct schema *s)
{
	const PgQuery__CreateEventTrigStmt *stmt =
		((struct code_op *)op)->clause->node->create_event_trig_stmt;
	struct code *c;

	if (need_event(op, stmt) == REFUSED)
		return REFUSED;
	c = code_new(op, s, &event_trigger_kind, (struct qname){NULL, stmt->trigname}, NULL);
	return c ? code_make(op, s, c, false, false) : REFUSED;
}

static const struct op_class create_event_trigger = {
	.shape = {"create_event_trigger", CALL_ARGUMENTS, sizeof(struct code_op), code_fields},
	.from_sql = create_event_from,
	.apply = create_event_apply,
	.render = code_render,
};

static struct op *
alter_event_from(const struct clause *c)
{
	return c->node->node_case == PG_QUERY__NODE__NODE_ALTER_EVENT_TRIG_STMT
	               ? code_op(&alter_event_trigger, c)
	               : NULL;
}

static enum applied
alter_event_apply(struct op *op, struct schema *s)
{
	const PgQuery__AlterEventTrigStmt *stmt =
		((struct code_op *)op)->clause->node->alter_event_trig_stmt;
	struct qname name = {NULL, stmt->trigname};
	struct code *c = (struct code *)schema_find(s, SPACE_EVENT_TRIGGER, name);
	const char *sql = *stmt->tgenabled == 'D'   ? "DISABLE"
	                  : *stmt->tgenabled == 'R' ? "ENABLE REPLICA"
	                  : *stmt->tgenabled == 'A' ? "ENABLE ALWAYS"
	                                            : "ENABLE";

	if (!c)
		return missing(op, s, event_trigger_kind.noun.name, SPACE_EVENT_TRIGGER, name);
	code_set(s, c, "enabled", sql);
	return APPLIED;
}

static const struct op_class alter_event_trigger = {
	.shape = {"alter_event_trigger", CALL_ARGUMENTS, sizeof(struct code_op), code_fields},
	.from_sql = alter_event_from,
	.apply = alter_event_apply,
	.render = code_render,
};

const struct op_class *const trigger_ops[] = {
	&create_trigger,
	&create_event_trigger,
	&alter_event_trigger,
	NULL,
};
