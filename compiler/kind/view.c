/* Views, and materialized views. */
#include <string.h>

#include "scope.h"

struct create_view {
	struct code_op code;

	const struct code *former; /* what it takes the place of, with its frame; NULL: of none */
	const struct object *frame;
};

static const struct op_class create_view, create_materialized_view;

/* the query, whose first columns get these names */
static void
follow_named(struct query *q, const PgQuery__Node *query, const PgQuery__RangeVar *name,
             PgQuery__Node *const *names, size_t n)
{
	query_follow(q, query);
	q->columns = list_copy(&q->columns);
	rename_columns(q, &q->columns, q->open, name->relname, names, n);
}

static void
follow_view(struct query *q, const PgQuery__Node *statement)
{
	const PgQuery__ViewStmt *view = statement->view_stmt;

	follow_named(q, view->query, view->view, view->aliases, view->n_aliases);
}

static void
follow_materialized(struct query *q, const PgQuery__Node *statement)
{
	const PgQuery__CreateTableAsStmt *view = statement->create_table_as_stmt;

	follow_named(q, view->query, view->into->rel, view->into->col_names,
	             view->into->n_col_names);
}

/* every old column is still there, in its place, with its name and type; NULL or what is wrong */
static const char *
cannot_replace(const struct code *from, const struct code *to)
{
	const struct output *old, *new;
	size_t i;

	for (i = 0; i < from->columns.n; i++) {
		old = from->columns.v[i];
		if (i >= to->columns.n)
			return from->open || to->open
			               ? NULL
			               : strf("it would lose column '%s'", old->name);
		new = to->columns.v[i];
		if (from->open || to->open)
			return NULL;
		if (!same(old->name, new->name))
			return strf("its column '%s' would be called '%s'", old->name, new->name);
		if (old->type && new->type && !same(old->type, new->type))
			return strf("its column '%s' would be %s, not %s", old->name, new->type,
			            old->type);
	}
	return NULL;
}

static bool
replaces(const struct code *from, const struct code *to)
{
	return !cannot_replace(from, to);
}

/* ---- the names of its columns ---- */

/* what stands behind the list of names with which the text behind a view's name may begin */
static const char *
behind_names(const char *tail)
{
	struct tokens tokens;
	size_t i;

	if (!scan_tokens(tail, &tokens) || !tokens.n ||
	    tokens.v[0].type != PG_QUERY__TOKEN__ASCII_40)
		return tail;
	for (i = 1; i < tokens.n && tokens.v[i].type != PG_QUERY__TOKEN__ASCII_41; i++)
		;
	return i < tokens.n ? tail + tokens.v[i].end : tail;
}

/* the text behind a view's name with the names of all its columns */
static char *
with_names(const struct code *c)
{
	const char *rest = behind_names(c->tail);
	struct strs names = {0};
	size_t i;

	for (i = 0; i < c->columns.n; i++)
		strs_add(&names, ((struct output *)c->columns.v[i])->name);
	if (c->open || !names.n)
		return str(c->tail);
	return strf(" (%s) %s", sql_names(&names), rest + strspn(rest, " \t\r\n"));
}

static char *
full(const struct code *c)
{
	struct code said = *c;

	said.tail = with_names(c);
	return code_sql(&said);
}

/* a column that a function or a type gave its name keeps it when that is renamed */
static void
keep_names(const struct schema *s, struct code *c)
{
	struct query q = {.schema = s, .text = code_sql(c)};
	const struct output *was, *now;
	size_t i;

	code_kind(&c->object)->follow(&q, code_tree(c));
	for (i = 0; i < c->columns.n && q.columns.n == c->columns.n; i++) {
		was = c->columns.v[i];
		now = q.columns.v[i];
		if (same(was->name, now->name))
			continue;
		c->tail = with_names(c);
		return;
	}
}

/* a column of c, which is a copy, to be changed */
static struct output *
change_column(struct code *c, const char *name)
{
	size_t i;

	for (i = 0; !same(((struct output *)c->columns.v[i])->name, name);)
		i++;
	return element_copy(&c->columns, i, sizeof(struct output));
}

void
view_rename_column(struct schema *s, struct qname view, const char *from, const char *to)
{
	struct code *c = (struct code *)object_copy(schema_find(s, SPACE_RELATION, view));

	change_column(c, from)->name = to;
	c->tail = with_names(c);
	schema_put(s, &c->object);
}

void
view_comment_column(struct schema *s, struct qname view, const char *name, const char *comment)
{
	struct code *c = (struct code *)object_copy(schema_find(s, SPACE_RELATION, view));

	change_column(c, name)->comment = comment;
	schema_put(s, &c->object);
}

/* CREATE RECURSIVE VIEW is said as the query that it is, which has the name within */
static void
spell_recursion(struct code *c)
{
	const char *tail = c->tail, *rest = behind_names(tail), *names, *as;
	struct tokens tokens;
	size_t i;

	if (!scan_tokens(c->head, &tokens) || tokens.n < 2 ||
	    tokens.v[tokens.n - 2].type != PG_QUERY__TOKEN__RECURSIVE)
		return;
	c->head = strf("%.*sVIEW ", (int)tokens.v[tokens.n - 2].start, c->head);
	names = strn(tail, (size_t)(rest - tail));
	if (!scan_tokens(rest, &tokens))
		return;
	for (i = 0; tokens.v[i].type != PG_QUERY__TOKEN__AS; i++)
		;
	as = rest + tokens.v[i].end;
	c->tail = strf("%.*s WITH RECURSIVE %s%s AS (%s) SELECT %.*s FROM %s", (int)(as - tail),
	               tail, sql_name(c->name.name), names, as + strspn(as, " \t\r\n"),
	               (int)strcspn(strchr(names, '(') + 1, ")"), strchr(names, '(') + 1,
	               sql_name(c->name.name));
}

/* ---- the kinds ---- */

static const struct noun view_row_noun = {.name = "view", .space = SPACE_TYPE, .alias = true};

static void
aliases(const struct object *o, struct list *list)
{
	alias_add(o, &view_row_noun, o->name.name, o->at, list);
}

static const struct catalog_query created_view[] = {
	{.phase = PHASE_CREATE_CODE,
         .sql = "SELECT r.schema, r.relname, concat('CREATE VIEW ', r.said,\n"
                "    (SELECT format(' WITH (%s)', string_agg(format('%I=%s', option_name, option_value), ', ')) FROM pg_options_to_table(r.reloptions)\n"
                "      WHERE option_name <> 'check_option' HAVING count(*) > 0),\n"
                "    E' AS\\n', rtrim(pg_get_viewdef(r.oid), ';'),\n"
                "    (SELECT format(E'\\n  WITH %s CHECK OPTION', upper(option_value)) FROM pg_options_to_table(r.reloptions) WHERE option_name = 'check_option'))\n"
                "FROM relation r WHERE r.relkind = 'v' ORDER BY r.oid"},
	{.phase = PHASE_ALTER_CODE,
         .sql = "SELECT r.schema, r.relname, format('ALTER VIEW %s ALTER COLUMN %I SET DEFAULT %s', r.said, a.attname, pg_get_expr(d.adbin, d.adrelid))\n"
                "FROM relation r JOIN pg_attrdef d ON d.adrelid = r.oid JOIN pg_attribute a ON a.attrelid = r.oid AND a.attnum = d.adnum\n"
                "WHERE r.relkind = 'v' ORDER BY r.oid, a.attnum"},
	{0},
};

const struct code_kind view_kind = {
	.noun = {CODE_NOUN("view", SPACE_RELATION), .plural = "TABLES", .relkind = 'v',
                 .aliases = aliases},
	.type = PG_QUERY__OBJECT_TYPE__OBJECT_VIEW,
	.keyword = "VIEW",
	.create = PHASE_CREATE_CODE,
	.drop = PHASE_DROP_CODE,
	.follow = follow_view,
	.full = full,
	.reread = keep_names,
	.replaces = replaces,
	.inspect = created_view,
};

static const struct catalog_query created_materialized_view[] = {
	{.phase = PHASE_CREATE_CODE,
         .sql = "SELECT r.schema, r.relname, concat('CREATE MATERIALIZED VIEW ', r.said, CASE WHEN m.amname <> 'heap' THEN ' USING ' || quote_ident(m.amname) END,\n"
                "    ' WITH (' || p.said || ')', ' TABLESPACE ' || quote_ident(s.spcname), E' AS\\n', rtrim(pg_get_viewdef(r.oid), ';'),\n"
                "    CASE WHEN NOT r.relispopulated THEN E'\\n  WITH NO DATA' END)\n"
                "FROM relation r LEFT JOIN pg_am m ON m.oid = r.relam LEFT JOIN pg_tablespace s ON s.oid = r.reltablespace LEFT JOIN parameters p ON p.oid = r.oid\n"
                "WHERE r.relkind = 'm' ORDER BY r.oid"},
	{0},
};

const struct code_kind materialized_view_kind = {
	.noun = {CODE_NOUN("materialized view", SPACE_RELATION), .plural = "TABLES", .relkind = 'm',
                 .aliases = aliases},
	.type = PG_QUERY__OBJECT_TYPE__OBJECT_MATVIEW,
	.keyword = "MATERIALIZED VIEW",
	.create = PHASE_CREATE_CODE,
	.drop = PHASE_DROP_CODE,
	.follow = follow_materialized,
	.full = full,
	.reread = keep_names,
	.inspect = created_materialized_view,
};

/* ---- CREATE ---- */

static struct op *
create_from(const struct clause *c)
{
	return c->node->node_case == PG_QUERY__NODE__NODE_VIEW_STMT ? code_op(&create_view, c)
	                                                            : NULL;
}

static enum applied
need_columns(const struct op *op, const struct code *c)
{
	const struct output *o;
	struct strs seen = {0};
	const char *name;
	size_t i;

	for (i = 0; i < c->columns.n; i++) {
		o = c->columns.v[i];
		name = o->name;
		if (same(o->type, "record"))
			return op_error(op, E_TYPE_PLACE,
			                "column '%s' of %s cannot have the pseudo-type record",
			                name, plain_qname(c->name));
		if (strs_has(&seen, name))
			return op_error(
				op, E_TWICE,
				"%s %s would have two columns named '%s'; name one of them with AS",
				c->object.noun->name, plain_qname(c->name), name);
		strs_add(&seen, name);
	}
	return APPLIED;
}

/* its own rows are no values of the columns that replace it */
static enum applied
need_no_own_rows(const struct op *op, const struct schema *s, const struct code *c)
{
	const struct output *o;
	size_t i;

	for (i = 0; i < c->columns.n; i++) {
		o = c->columns.v[i];
		if (o->type && holds_rows(s, o->type, c->name))
			return op_error(op, E_TYPE_PLACE,
			                "column '%s': a row of view %s cannot be within itself",
			                o->name, plain_qname(c->name));
	}
	return APPLIED;
}

/* then it is temporary too */
static bool
uses_temporary(const struct code *c)
{
	const struct use *u;
	size_t i;

	for (i = 0; i < c->uses.n; i++) {
		u = c->uses.v[i];
		if (u->space == SPACE_RELATION && same(u->name.schema, "pg_temp"))
			return true;
	}
	return false;
}

/* a view's query makes and changes nothing */
static enum applied
need_only_read(const struct op *op, const PgQuery__Node *query)
{
	const PgQuery__SelectStmt *n = query->select_stmt;
	const PgQuery__Node *cte;
	size_t i;

	if (n->into_clause)
		return op_error(op, E_STATEMENT, "a view's SELECT has no INTO");
	for (i = 0; n->with_clause && i < n->with_clause->n_ctes; i++) {
		cte = n->with_clause->ctes[i]->common_table_expr->ctequery;
		if (cte->node_case != PG_QUERY__NODE__NODE_SELECT_STMT)
			return op_error(op, E_STATEMENT, "a view's WITH changes no data");
	}
	return APPLIED;
}

static enum applied
create_apply(struct op *op, struct schema *s)
{
	const PgQuery__ViewStmt *view = ((struct code_op *)op)->clause->node->view_stmt;
	struct qname name = range_qname(view->view);
	struct create_view *create = (struct create_view *)op;
	const struct object *there;
	struct code *c;
	const char *why;

	create->former = NULL;
	if (need_schema(op, s, name) == REFUSED || need_only_read(op, view->query) == REFUSED ||
	    (*view->view->relpersistence == 't' && need_temporary(op, name) == REFUSED))
		return REFUSED;
	c = code_new(op, s, &view_kind, name, NULL);
	if (!c || need_columns(op, c) == REFUSED)
		return REFUSED;
	spell_recursion(c);
	/* it is this session's, and hides what has its name */
	if (*view->view->relpersistence == 't' || uses_temporary(c)) {
		schema_excuse(s, name.name);
		return APPLIED;
	}
	there = schema_find(s, SPACE_RELATION, c->name);
	if (view->replace && there && there->noun == &view_kind.noun) {
		why = cannot_replace((const struct code *)there, c);
		if (why)
			return op_error(
				op, E_REPLACE,
				"view %s cannot be replaced so: %s; drop it and create it anew",
				plain_qname(name), why);
		if (need_no_own_rows(op, s, c) == REFUSED)
			return REFUSED;
		create->former = (const struct code *)there;
		create->frame = schema_find(s, SPACE_FRAME, there->name);
	}
	if (code_make(op, s, c, view->replace, false) == REFUSED)
		return REFUSED;
	return frame_put(op, s, c, create->code.clause->node);
}

static struct op *
create_materialized_from(const struct clause *c)
{
	if (c->node->node_case != PG_QUERY__NODE__NODE_CREATE_TABLE_AS_STMT ||
	    c->node->create_table_as_stmt->objtype != PG_QUERY__OBJECT_TYPE__OBJECT_MATVIEW)
		return NULL;
	return code_op(&create_materialized_view, c);
}

static enum applied
create_materialized_apply(struct op *op, struct schema *s)
{
	const PgQuery__CreateTableAsStmt *view =
		((struct code_op *)op)->clause->node->create_table_as_stmt;
	struct qname name = range_qname(view->into->rel);
	struct code *c;

	if (need_schema(op, s, name) == REFUSED)
		return REFUSED;
	c = code_new(op, s, &materialized_view_kind, name, NULL);
	if (!c || need_columns(op, c) == REFUSED)
		return REFUSED;
	if (view->if_not_exists && schema_find(s, SPACE_RELATION, c->name))
		return APPLIED;
	if (code_make(op, s, c, false, false) == REFUSED)
		return REFUSED;
	return frame_put(op, s, c, ((struct code_op *)op)->clause->node);
}

static const struct op_class create_materialized_view = {
	.shape = {"create_materialized_view", CALL_ARGUMENTS, sizeof(struct code_op), code_fields},
	.from_sql = create_materialized_from,
	.apply = create_materialized_apply,
	.render = code_render,
};

/* what cannot be without o, and it, those that need others first */
static void
collect(const struct schema *s, struct object *o, struct list *found)
{
	struct list users = code_with(s, o, NULL);
	size_t i;

	for (i = 0; i < found->n; i++)
		if (found->v[i] == o)
			return;
	for (i = 0; i < users.n; i++)
		collect(s, users.v[i], found);
	list_add(found, o);
}

static void
bring_back(struct diff *d, const struct object *o, const struct object *frame)
{
	o->noun->create(d, o);
	if (frame)
		frame->noun->create(d, frame);
}

/* columns cannot be taken away again: the view goes, with all that uses it, and comes back as it was */
static bool
create_invert(const struct op *o, const struct schema *s, struct list *down, struct list *gaps)
{
	const struct create_view *op = (const struct create_view *)o;
	struct diff d = {.at = o->at};
	struct list gone = {0}, ops;
	struct object *view, *user;
	size_t i;

	(void)gaps;
	if (!op->former)
		return false;
	view = s->by_id.v[op->former->object.id];
	if (replaces((const struct code *)view, op->former))
		return false;
	collect(s, view, &gone);
	for (i = 0; i < gone.n; i++) {
		user = gone.v[i];
		user->noun->drop(&d, user);
	}
	bring_back(&d, &op->former->object, op->frame);
	for (i = gone.n - 1; i-- > 0;) {
		user = gone.v[i];
		bring_back(&d, user, frame_of(s, user));
	}
	ops = diff_ops(&d);
	list_append(down, &ops);
	return true;
}

static const struct op_class create_view = {
	.shape = {"create_view", CALL_ARGUMENTS, sizeof(struct create_view), code_fields},
	.from_sql = create_from,
	.apply = create_apply,
	.render = code_render,
	.invert = create_invert,
};

const struct op_class *const view_ops[] = {&create_view, &create_materialized_view,
                                           &refresh_materialized_view, NULL};
