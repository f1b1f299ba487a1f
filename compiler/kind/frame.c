/* Frames: what a view is to ALTER TABLE, ALTER VIEW and CREATE INDEX, which is a table. Its columns have defaults, or statistics and
   storage; it has options, and a materialized view indexes. The text that makes the view is no part of it, see view.c. */
#include <string.h>
#include <strings.h>

#include "scope.h"

struct frame {
	struct table table;
	const struct frame *made; /* as the view's statement leaves it; NULL in that one itself */
	bool materialized;
	bool populated;
};

static void
unshare(struct object *o)
{
	struct table *t = (struct table *)o;

	t->columns = list_copy(&t->columns);
	t->indexes = list_copy(&t->indexes);
	t->with = strs_copy(&t->with);
}

static void
aliases(const struct object *o, struct list *list)
{
	const struct table *t = (const struct table *)o;
	const struct index *x;
	size_t i;

	for (i = 0; i < t->indexes.n; i++) {
		x = t->indexes.v[i];
		alias_add(o, &index_noun, x->name, x->at, list);
	}
}

bool
frame_is_view(const struct object *o)
{
	return o->noun == &frame_noun && !((const struct frame *)o)->materialized;
}

/* ---- made, moved, removed ---- */

struct object *
frame_of(const struct schema *s, const struct object *o)
{
	return o->noun->space == SPACE_RELATION ? schema_find(s, SPACE_FRAME, o->name) : NULL;
}

static bool
is_switch(const char *value)
{
	static const char *const values[] = {"true", "false", "on", "off", "yes", "no", "1", "0"};
	size_t i;

	for (i = 0; i < LEN(values); i++)
		if (strcasecmp(value, values[i]) == 0)
			return true;
	return false;
}

enum applied
need_view_options(const struct op *op, const struct strs *with)
{
	static const char *const names[] = {"security_barrier", "security_invoker", "check_option"};
	struct strs known = {0};
	const char *name, *value;
	size_t i;

	for (i = 0; i < LEN(names); i++)
		strs_add(&known, names[i]);
	for (i = 0; i < with->n; i++) {
		name = strn(with->v[i], strcspn(with->v[i], "="));
		value = with->v[i] + strlen(name) + 1;
		if (!strs_has(&known, name))
			return op_error(op, E_PARAMETER, "a view has no option '%s'%s", name,
			                did_you_mean(name, &known));
		if (strcmp(name, "check_option") == 0) {
			if (strcmp(value, "local") != 0 && strcmp(value, "cascaded") != 0)
				return op_error(op, E_VALUE,
				                "check_option is local or cascaded, not '%s'",
				                value);
		} else if (!is_switch(value)) {
			return op_error(op, E_VALUE, "%s is true or false, not '%s'", name, value);
		}
	}
	return APPLIED;
}

static enum applied
take_view(const struct op *op, struct table *t, const PgQuery__ViewStmt *view)
{
	node_parameters(view->options, view->n_options, &t->with);
	if (view->with_check_option == PG_QUERY__VIEW_CHECK_OPTION__LOCAL_CHECK_OPTION)
		strs_add(&t->with, "check_option=local");
	if (view->with_check_option == PG_QUERY__VIEW_CHECK_OPTION__CASCADED_CHECK_OPTION)
		strs_add(&t->with, "check_option=cascaded");
	return need_view_options(op, &t->with);
}

static enum applied
take_materialized(const struct op *op, const struct schema *s, struct frame *f,
                  const PgQuery__IntoClause *into)
{
	struct table *t = &f->table;

	f->materialized = true;
	f->populated = !into->skip_data;
	node_parameters(into->options, into->n_options, &t->with);
	if (*into->table_space_name && strcmp(into->table_space_name, "pg_default") != 0)
		t->tablespace = into->table_space_name;
	if (*into->access_method)
		t->using = access_method(into->access_method);
	return need_table_parameters(op, s, &t->with, t->using, false);
}

/* a column that was there keeps what it has */
static void
take_columns(struct schema *s, struct table *t, const struct code *c, const struct table *former)
{
	const struct output *o;
	struct column *column;
	size_t i;

	for (i = 0; i < c->columns.n; i++) {
		o = c->columns.v[i];
		column = alloc(sizeof *column);
		column->at = c->object.at;
		column->id = former && i < former->columns.n
		                     ? ((struct column *)former->columns.v[i])->id
		                     : schema_id(s);
		column->name = o->name;
		column->type = o->type ? o->type : unknown_type;
		list_add(&t->columns, column);
	}
}

static void
keep_defaults(struct table *t, const struct table *former)
{
	struct column *c;
	size_t i;

	for (i = 0; former && i < t->columns.n && i < former->columns.n; i++) {
		c = element_copy(&t->columns, i, sizeof *c);
		c->default_value = ((struct column *)former->columns.v[i])->default_value;
	}
}

enum applied
frame_put(const struct op *op, struct schema *s, const struct code *c,
          const PgQuery__Node *statement)
{
	struct object *former = frame_of(s, &c->object);
	struct frame *made = alloc(sizeof *made), *f;
	struct table *t = &made->table;
	enum applied result;

	t->object.noun = &frame_noun;
	t->object.at = c->object.at;
	t->object.name = c->name;
	result = statement->node_case == PG_QUERY__NODE__NODE_VIEW_STMT
	                 ? take_view(op, t, statement->view_stmt)
	                 : take_materialized(op, s, made, statement->create_table_as_stmt->into);
	if (result == REFUSED)
		return REFUSED;
	if (c->open) {
		frame_remove(s, &c->object);
		return APPLIED;
	}
	t->object.id = former ? former->id : schema_id(s);
	take_columns(s, t, c, (const struct table *)former);
	f = (struct frame *)object_copy(&t->object);
	f->made = made;
	keep_defaults(&f->table, (const struct table *)former);
	schema_put(s, &f->table.object);
	return APPLIED;
}

void
frame_remove(struct schema *s, const struct object *o)
{
	struct object *frame = frame_of(s, o);

	if (frame)
		schema_remove(s, frame);
}

void
frame_move(struct schema *s, const struct object *o, struct qname to)
{
	struct object *frame = frame_of(s, o);

	if (!frame)
		return;
	frame = object_copy(frame);
	frame->name = to;
	schema_put(s, frame);
}

/* ---- differences ---- */

/* from with the name of to, and what comes or goes with the view's text: its columns, their types and comments, options */
static struct table *
likened(const struct diff *d, const struct table *from, const struct table *to)
{
	const struct frame *said = ((const struct frame *)from)->made;
	const struct frame *made = ((const struct frame *)to)->made;
	struct table *t = (struct table *)object_copy(&from->object);
	const struct column *c, *was;
	struct column *like;
	size_t i;

	t->object.name = to->object.name;
	if (said && !strs_same(&said->table.with, &made->table.with))
		t->with = made->table.with;
	t->columns = (struct list){0};
	for (i = 0; i < to->columns.n; i++) {
		c = to->columns.v[i];
		was = d->by_name            ? table_column(from, c->name)
		      : i < from->columns.n ? from->columns.v[i]
		                            : NULL;
		like = copy(was ? was : made->table.columns.v[i], sizeof *like);
		like->type = c->type;
		like->comment = c->comment;
		list_add(&t->columns, like);
	}
	return t;
}

static void
refresh(struct diff *d, const struct frame *to)
{
	diff_add(d, PHASE_ALTER_CODE,
	         execute_new(d->at, strf("REFRESH MATERIALIZED VIEW %s%s",
	                                 sql_qname(to->table.object.name),
	                                 to->populated ? "" : " WITH NO DATA")));
}

/* the view is there by then */
static void
add(struct diff *d, const struct diff *own)
{
	size_t i;

	for (i = 0; i < N_PHASES; i++)
		list_append(
			&d->ops[i > PHASE_RENAME && i < PHASE_ALTER_CODE ? PHASE_ALTER_CODE : i],
			&own->ops[i]);
}

static struct diff
diff_like(const struct diff *d)
{
	struct diff own = *d;

	memset(own.ops, 0, sizeof own.ops);
	return own;
}

static void
changes(struct diff *d, const struct frame *a, const struct frame *b)
{
	const struct table *from = likened(d, &a->table, &b->table), *to = &b->table;

	table_alter(d, from, to);
	columns_alter(d, from, to);
	indexes_alter(d, from, to);
	if (a->populated != b->populated)
		refresh(d, b);
}

static void
create(struct diff *d, const struct object *o)
{
	const struct frame *f = (const struct frame *)o;
	struct frame *made = (struct frame *)object_copy(&f->made->table.object);
	struct diff own = diff_like(d);
	struct column *c;
	size_t i;

	/* its columns have been made with the names that they have now */
	for (i = 0; i < f->table.columns.n; i++) {
		c = element_copy(&made->table.columns, i, sizeof *c);
		c->name = ((struct column *)f->table.columns.v[i])->name;
	}
	made->table.indexes = f->table.indexes;
	changes(&own, made, f);
	indexes_create(&own, &f->table);
	add(d, &own);
}

static void
alter(struct diff *d, const struct object *a, const struct object *b)
{
	const struct frame *from = (const struct frame *)a, *to = (const struct frame *)b;
	struct diff own = diff_like(d);

	/* a view of the other kind is a new one */
	if (from->materialized != to->materialized) {
		create(d, b);
		return;
	}
	changes(&own, from, to);
	add(d, &own);
}

/* it goes with its view */
static void
drop(struct diff *d, const struct object *o)
{
	(void)d;
	(void)o;
}

const struct noun frame_noun = {
	.name = "view",
	.space = SPACE_FRAME,
	.size = sizeof(struct frame),
	.unshare = unshare,
	.aliases = aliases,
	.create = create,
	.drop = drop,
	.alter = alter,
	.settle = table_settle,
};

/* ---- REFRESH ---- */

static struct op *
refresh_from(const struct clause *c)
{
	return c->node->node_case == PG_QUERY__NODE__NODE_REFRESH_MAT_VIEW_STMT
	               ? code_op(&refresh_materialized_view, c)
	               : NULL;
}

/* it tells all rows apart by columns */
static bool
tells_rows(const struct index *x)
{
	size_t i;

	for (i = 0; i < x->keys.n; i++)
		if (!((const struct key *)x->keys.v[i])->term.column)
			return false;
	return x->unique && !x->where;
}

static enum applied
need_concurrent(const struct op *op, const struct frame *f)
{
	const char *name = plain_qname(f->table.object.name);
	size_t i;

	if (!f->populated)
		return op_error(op, E_CONCURRENTLY,
		                "CONCURRENTLY: materialized view %s has no data yet; the first "
		                "REFRESH is without it",
		                name);
	for (i = 0; i < f->table.indexes.n; i++)
		if (tells_rows(f->table.indexes.v[i]))
			return APPLIED;
	return op_error(
		op, E_CONCURRENTLY,
		"CONCURRENTLY: materialized view %s has no unique index of columns, without WHERE, to tell its rows apart",
		name);
}

static enum applied
refresh_apply(struct op *op, struct schema *s)
{
	const PgQuery__RefreshMatViewStmt *stmt =
		((struct code_op *)op)->clause->node->refresh_mat_view_stmt;
	PgQuery__Node name;
	enum applied result;
	const struct code *c;
	struct frame *f;

	if (stmt->concurrent && stmt->skip_data)
		return op_error(op, E_EXCLUDE, "CONCURRENTLY and WITH NO DATA exclude each other");
	pg_query__node__init(&name);
	name.node_case = PG_QUERY__NODE__NODE_RANGE_VAR;
	name.range_var = stmt->relation;
	c = need_code(op, s, &materialized_view_kind, &name, false, &result);
	if (!c)
		return result;
	/* without a frame only rows change that nobody can follow */
	f = (struct frame *)frame_of(s, &c->object);
	if (!f)
		return APPLIED;
	if (stmt->concurrent && need_concurrent(op, f) == REFUSED)
		return REFUSED;
	f = (struct frame *)object_copy(&f->table.object);
	f->populated = !stmt->skip_data;
	schema_put(s, &f->table.object);
	return APPLIED;
}

static void
refresh_render(const struct op *op, struct list *steps)
{
	const PgQuery__RefreshMatViewStmt *stmt =
		((const struct code_op *)op)->clause->node->refresh_mat_view_stmt;

	code_render_on(op, steps, stmt->concurrent ? LOCK_EXCLUSIVE : LOCK_ACCESS_EXCLUSIVE,
	               range_qname(stmt->relation));
}

const struct op_class refresh_materialized_view = {
	.shape = {"refresh_materialized_view", CALL_ARGUMENTS, sizeof(struct code_op), code_fields},
	.from_sql = refresh_from,
	.apply = refresh_apply,
	.render = refresh_render,
};
