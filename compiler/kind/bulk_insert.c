/* Rows as the script writes them: bulk_insert. */
#include <string.h>

#include "insertion.h"

struct bulk_insert {
	struct insertion insertion;
	struct list rows; /* struct row */
};

/* ---- on_conflict ---- */

static const PgQuery__OnConflictClause *
conflict_parse(const char *text, struct parse_error *e)
{
	const PgQuery__Node *n =
		parse_statement(strf("INSERT INTO t DEFAULT VALUES ON CONFLICT %s", text), e);

	if (!n || n->node_case != PG_QUERY__NODE__NODE_INSERT_STMT ||
	    n->insert_stmt->n_returning_list)
		return NULL;
	return n->insert_stmt->on_conflict_clause;
}

/* the plain columns of an arbiter; false where it is more than that */
static bool
plain_columns(const PgQuery__InferClause *infer, struct strs *columns)
{
	const PgQuery__IndexElem *e;
	size_t i;

	for (i = 0; i < infer->n_index_elems; i++) {
		e = infer->index_elems[i]->index_elem;
		if (!*e->name || e->n_collation || e->n_opclass)
			return false;
		strs_add(columns, e->name);
	}
	return !infer->where_clause;
}

static bool
same_set(const struct strs *a, const struct strs *b)
{
	size_t i;

	for (i = 0; i < a->n; i++)
		if (!strs_has(b, a->v[i]))
			return false;
	for (i = 0; i < b->n; i++)
		if (!strs_has(a, b->v[i]))
			return false;
	return true;
}

static bool
index_covers(const struct index *x, const struct strs *columns)
{
	struct strs names = {0};
	const struct key *k;
	size_t i;

	if (!x->unique || x->where)
		return false;
	for (i = 0; i < x->keys.n; i++) {
		k = x->keys.v[i];
		if (!k->term.column)
			return false;
		strs_add(&names, k->term.column);
	}
	return same_set(&names, columns);
}

static bool
is_unique(const struct table *t, const struct strs *columns)
{
	const struct constraint *c;
	size_t i;

	for (i = 0; i < t->constraints.n; i++) {
		c = t->constraints.v[i];
		if ((c->type == 'p' || c->type == 'u') && c->deferrable != YES &&
		    same_set(&c->columns, columns))
			return true;
	}
	for (i = 0; i < t->indexes.n; i++)
		if (index_covers(t->indexes.v[i], columns))
			return true;
	return false;
}

static enum applied
need_arbiter(const struct op *op, const struct schema *s, const struct table *t,
             const PgQuery__InferClause *infer)
{
	struct qname constraint = {NULL, infer->conname};
	struct strs columns = {0};
	enum applied result;
	size_t i;

	if (*infer->conname)
		return table_constraint(t, infer->conname) ||
		                       schema_may_have_part(s, &t->object, infer->conname) ||
		                       schema_excused(s, SPACE_PART, constraint)
		               ? APPLIED
		               : op_error(op, E_NO_PART,
		                          "on_conflict: table %s has no constraint '%s'",
		                          plain_qname(t->object.name), infer->conname);
	if (!plain_columns(infer, &columns))
		return APPLIED;
	for (i = 0; i < columns.n; i++)
		if (!need_column(op, s, t, columns.v[i], &result))
			return result;
	if (is_unique(t, &columns) || schema_may_have_part(s, &t->object, NULL))
		return APPLIED;
	return op_error(op, E_NO_PART,
	                "on_conflict: (%s) is neither a key nor a unique index of table %s",
	                strs_join(&columns, ", "), plain_qname(t->object.name));
}

static enum applied
need_conflict(const struct insertion *op, const struct schema *s, const struct table *t)
{
	const PgQuery__OnConflictClause *clause;
	struct parse_error e = {0};
	enum applied result;
	size_t i;

	clause = conflict_parse(op->on_conflict, &e);
	if (!clause)
		return op_error(&op->op, E_SQL_SYNTAX, "on_conflict: %s in: %s",
		                e.message ? e.message : "more than what stands behind ON CONFLICT",
		                op->on_conflict);
	if (!t)
		return APPLIED;
	if (clause->infer && need_arbiter(&op->op, s, t, clause->infer) == REFUSED)
		return REFUSED;
	for (i = 0; i < clause->n_target_list; i++) {
		need_column(&op->op, s, t, clause->target_list[i]->res_target->name, &result);
		if (result == REFUSED)
			return REFUSED;
	}
	return APPLIED;
}

/* ---- bulk_insert ---- */

static const char *const overridings[] = {"system", "user", NULL};

static const struct field fields[] = {
	{"table", FIELD_QNAME, offsetof(struct bulk_insert, insertion.table), 1, .required = true,
         .sql = "INSERT INTO table (column, …)"},
	{"rows", FIELD_ROWS, offsetof(struct bulk_insert, rows), 2, .required = true,
         .sql = "VALUES (value, …), …",
         .doc = "Each row is { column = value, … }; a column that it lacks is DEFAULT."},
	{"overriding", FIELD_CHOICE, offsetof(struct bulk_insert, insertion.overriding),
         .choices = overridings,
         .fallback = "identity columns that are always generated cannot be given",
         .sql = "OVERRIDING SYSTEM VALUE or OVERRIDING USER VALUE"},
	{"on_conflict", FIELD_TEXT, offsetof(struct bulk_insert, insertion.on_conflict),
         .fallback = "a row whose key is there already is an error",
         .sql = "ON CONFLICT on_conflict",
         .doc = "SQL: \"DO NOTHING\", \"(id) DO UPDATE SET name = excluded.name\". There is then no way back."},
	{0},
};

static const struct row *
row(const struct insertion *op, size_t i)
{
	return ((const struct bulk_insert *)op)->rows.v[i];
}

static int
finish(void *item)
{
	struct bulk_insert *op = item;
	struct map *named = &op->insertion.named;
	struct row *r;
	size_t i, j;

	op->insertion.n_rows = op->rows.n;
	op->insertion.row = row;
	for (i = 0; i < op->rows.n; i++) {
		r = op->rows.v[i];
		for (j = 0; j < r->columns.n; j++)
			if (!map_get(named, r->columns.v[j]))
				map_put(named, r->columns.v[j], &r->at);
	}
	return 0;
}

static enum applied
apply(struct op *o, struct schema *s)
{
	struct insertion *op = (struct insertion *)o;
	enum applied result;
	struct table *t = need_table(o, s, op->table, "vf", &result);

	if (result == REFUSED)
		return REFUSED;
	if (op->on_conflict && need_conflict(op, s, t) != APPLIED)
		result = REFUSED;
	return worse(result, insertion_apply(op, s, t));
}

/* one line of its own; a comment in it must not swallow what follows */
static const char *
field_sql(const struct value *v, const char *type)
{
	struct parse_error e = {0};
	const PgQuery__Node *tree;

	if (!v)
		return "DEFAULT";
	if (v->type != VALUE_SQL || !strstr(v->text, "--"))
		return sql_value(v, type);
	tree = parse_expression(v->text, &e);
	return tree ? node_sql(tree) : strf("%s\n", v->text);
}

static char *
head_sql(const struct insertion *op)
{
	struct buf b = {0};
	size_t i;

	buf_fmt(&b, "INSERT INTO %s (", sql_qname(op->table));
	for (i = 0; i < op->targets.n; i++)
		buf_fmt(&b, "%s%s", i ? ", " : "",
		        sql_name(((struct target *)op->targets.v[i])->name));
	buf_add(&b, ")");
	if (op->overriding)
		buf_fmt(&b, " OVERRIDING %s VALUE",
		        same(op->overriding, "user") ? "USER" : "SYSTEM");
	buf_add(&b, " VALUES");
	return buf_str(&b);
}

static void
add_row(struct buf *b, const struct list *targets, const struct value *const *values)
{
	const struct target *t;
	size_t i;

	buf_add(b, "\n  (");
	for (i = 0; i < targets->n; i++) {
		t = targets->v[i];
		buf_fmt(b, "%s%s", i ? ", " : "",
		        field_sql(values[i], t->column ? t->column->type : NULL));
	}
	buf_char(b, ')');
}

static void
add_insert(const struct insertion *op, struct list *steps, struct buf *b, size_t first)
{
	const struct row *row = op->row(op, first);
	struct step *step;

	if (op->on_conflict)
		buf_fmt(b, "\nON CONFLICT %s", op->on_conflict);
	step = step_add(steps, &op->op, sql_qname(op->table), buf_str(b));
	step_lock(step, LOCK_ROW_EXCLUSIVE, op->table);
	if (same(row->at.file, step->file))
		step->line = row->at.line;
	*b = (struct buf){0};
}

/* rows that are DEFAULT all through */
static void
render_defaults(const struct insertion *op, struct list *steps)
{
	struct buf b = {0};
	size_t i;

	for (i = 0; i < op->n_rows; i++) {
		buf_fmt(&b, "INSERT INTO %s DEFAULT VALUES", sql_qname(op->table));
		add_insert(op, steps, &b, i);
	}
}

static void
render(const struct op *o, struct list *steps)
{
	const struct insertion *op = (const struct insertion *)o;
	struct map by_name = targets_by_name(&op->targets);
	const struct value **values = alloc((by_name.n + 1) * sizeof *values);
	const char *head = head_sql(op);
	struct buf b = {0};
	size_t i, first = 0;

	if (!op->targets.n) {
		render_defaults(op, steps);
		return;
	}
	for (i = 0; i < op->n_rows; i++) {
		targets_spread(&by_name, op->row(op, i), values);
		buf_add(&b, b.n ? "," : head);
		add_row(&b, &op->targets, values);
		if (i + 1 < op->n_rows && i + 1 - first < CHUNK_ROWS && b.n < CHUNK_BYTES)
			continue;
		add_insert(op, steps, &b, first);
		first = i + 1;
	}
}

static const struct op_class bulk_insert = {
	.shape =
		{"bulk_insert", CALL_ARGUMENTS, sizeof(struct bulk_insert), fields,
                 .finish = finish, .page = "sql-insert.html",
                 .doc = "Puts rows into a table, up to a thousand in one statement. They are taken back by their "
                        "primary key, where every row says it."},
	.apply = apply,
	.render = render,
	.invert = insertion_invert,
};

const struct op_class *const bulk_insert_ops[] = {&bulk_insert, NULL};
