/* Rows: bulk_insert, and the DELETE that takes them back. */
#include <string.h>

#include "code.h"

/* a statement holds at most that much */
#define CHUNK_ROWS 1000
#define CHUNK_BYTES 500000

/* after so many errors in one list of rows the rest is not looked at */
#define MOST_ERRORS 20

struct bulk_insert {
	struct op op;
	struct qname table;
	struct list rows; /* struct row */
	const char *overriding;
	const char *on_conflict;

	/* found when applied */
	struct list targets; /* struct target */
};

/* rows of a table by their key, as SQL: "1", or "(1, 'a')" */
struct delete_rows {
	struct op op;
	struct qname table;
	struct strs columns;
	struct strs keys;
};

/* a column that the rows are put into */
struct target {
	const char *name;
	const struct column *column; /* NULL where the table is not followed */
	const char *what;            /* "column 'a'" */
	bool needed;                 /* each row must give it */
	size_t place;                /* in a row of VALUES */
};

static const struct op_class bulk_insert, delete_rows;

/* ---- rows and their columns ---- */

/* from a column's name to its struct target */
static struct map
targets_by_name(const struct list *targets)
{
	struct map by_name = {0};
	struct target *t;
	size_t i;

	for (i = 0; i < targets->n; i++) {
		t = targets->v[i];
		t->place = i;
		map_put(&by_name, t->name, t);
	}
	return by_name;
}

/* the values of a row by the places of the targets; NULL is DEFAULT */
static void
spread(const struct map *targets, const struct row *row, const struct value **values)
{
	const struct target *t;
	size_t i;

	memset(values, 0, targets->n * sizeof *values);
	for (i = 0; i < row->columns.n; i++) {
		t = map_get(targets, row->columns.v[i]);
		if (t)
			values[t->place] = row->values.v[i];
	}
}

static struct target *
target_new(const char *name, const struct column *c)
{
	struct target *t = alloc(sizeof *t);

	t->name = name;
	t->column = c;
	t->what = strf("column '%s'", name);
	return t;
}

/* the columns that any row names, each with the row that does so first: struct row in the map */
static struct map
named_columns(const struct list *rows)
{
	struct map named = {0};
	const struct row *row;
	size_t i, j;

	for (i = 0; i < rows->n; i++) {
		row = rows->v[i];
		for (j = 0; j < row->columns.n; j++)
			if (!map_get(&named, row->columns.v[j]))
				map_put(&named, row->columns.v[j], rows->v[i]);
	}
	return named;
}

/* ---- what the server refuses ---- */

/* a trigger of ours may fill or change a column before it is judged, if its function says the name */
static bool
may_be_set(const struct schema *s, const char *column)
{
	struct list functions = schema_all(s, &function_kind.noun);
	const struct code *f;
	size_t i;

	for (i = 0; i < functions.n; i++) {
		f = functions.v[i];
		if (strstr(f->tail, column))
			return true;
	}
	return s->blind || map_get(&s->excused, column);
}

/* a row that leaves it out is refused */
static bool
is_needed(const struct schema *s, const struct column *c)
{
	struct type_parts parts;
	const struct object *type;

	if (!c->not_null || c->identity || c->generated ||
	    (c->default_value && c->default_value->type != VALUE_NULL))
		return false;
	/* a domain may have a default */
	parts = type_parts(c->type);
	type = parts.builtin ? NULL : schema_find(s, SPACE_TYPE, parts.name);
	if (!parts.builtin && !parts.dimensions && (!type || type->noun != &enum_noun))
		return false;
	return !may_be_set(s, c->name);
}

static enum applied
need_target(const struct op *op, const struct bulk_insert *insert, const struct column *c)
{
	if (c->generated)
		return op_error(op, E_ROW, "column '%s' is generated: it cannot be given a value",
		                c->name);
	if (c->identity && same(c->identity->when, "always") && !insert->overriding)
		return op_error(
			op, E_ROW,
			"column '%s' is generated always as identity; leave it out, or say overriding = "
			"\"system\" or \"user\"",
			c->name);
	return APPLIED;
}

/* the targets in the table's order, with those that no row names but each should */
static enum applied
find_targets(struct bulk_insert *op, const struct schema *s, const struct table *t)
{
	struct map named = named_columns(&op->rows);
	enum applied result = APPLIED, one;
	const struct column *c;
	const struct row *row;
	struct target *target;
	struct op at = op->op;
	size_t i;

	for (i = 0; i < named.n; i++) {
		row = named.entries[i].value;
		at.at = row->at;
		c = need_column(&at, s, t, named.entries[i].key, &one);
		if (!c && one == UNKNOWN)
			list_add(&op->targets, target_new(named.entries[i].key, NULL));
		if (one == APPLIED)
			one = need_target(&at, op, c);
		if (one != APPLIED && result != REFUSED)
			result = one;
	}
	for (i = 0; i < t->columns.n; i++) {
		c = t->columns.v[i];
		target = target_new(c->name, c);
		target->needed = is_needed(s, c);
		if (target->needed || map_get(&named, c->name))
			list_add(&op->targets, target);
	}
	return result;
}

/* an expression stands alone: there is no row yet whose columns it could name */
static enum applied
need_free_expression(const struct op *op, const struct value *v, const char *what)
{
	struct parse_error e = {0};
	const PgQuery__Node *tree = parse_expression(v->text, &e);
	const struct column_ref *ref;
	struct list refs = {0};

	if (!tree)
		return op_error(op, E_SQL_SYNTAX, "%s: %s in: %s", what, e.message, v->text);
	expression_columns(tree, &refs);
	ref = refs.n ? refs.v[0] : NULL;
	if (ref)
		return op_error(op, E_EXPRESSION,
		                "%s: a value cannot name a column, and '%s' is one", what,
		                ref->name ? ref->name : "*");
	return APPLIED;
}

static enum applied
need_field(const struct op *op, const struct schema *s, const struct bulk_insert *insert,
           const struct target *target, const struct value *v)
{
	const struct column *c = target->column;

	if (!v && target->needed)
		return op_error(op, E_ROW,
		                "%s is NOT NULL and has no default: each row must give it",
		                target->what);
	if (v && v->type == VALUE_SQL && need_free_expression(op, v, target->what) != APPLIED)
		return REFUSED;
	if (!v || !c || (c->identity && same(insert->overriding, "user")))
		return APPLIED;
	if (v->type == VALUE_NULL && c->not_null && !may_be_set(s, c->name))
		return op_error(op, E_ROW, "%s is NOT NULL", target->what);
	return need_stored_value(op, s, c->type, v, target->what);
}

static enum applied
need_rows(const struct bulk_insert *op, const struct schema *s)
{
	struct map by_name = targets_by_name(&op->targets);
	const struct value **values = alloc((by_name.n + 1) * sizeof *values);
	size_t before = errors(), i, j;
	enum applied result = APPLIED;
	struct op at = op->op;
	const struct row *row;

	for (i = 0; i < op->rows.n && errors() - before < MOST_ERRORS; i++) {
		row = op->rows.v[i];
		at.at = row->at;
		spread(&by_name, row, values);
		for (j = 0; j < by_name.n; j++)
			if (need_field(&at, s, op, op->targets.v[j], values[j]) != APPLIED)
				result = REFUSED;
	}
	return result;
}

/* the texts of a row's literals under a key, or NULL where one is no plain literal: then nothing is known of it */
static char *
key_text(const struct row *row, const struct strs *columns, const char *separator)
{
	const struct value *v;
	struct buf b = {0};
	size_t i;
	long at;

	for (i = 0; i < columns->n; i++) {
		at = strs_find(&row->columns, columns->v[i]);
		v = at < 0 ? NULL : row->values.v[at];
		if (!v ||
		    (v->type != VALUE_STRING && v->type != VALUE_NUMBER && v->type != VALUE_BOOL))
			return NULL;
		buf_fmt(&b, "%s%s", i ? separator : "", v->text);
	}
	return buf_str(&b);
}

static enum applied
need_distinct(const struct bulk_insert *op, const struct schema *s, const struct constraint *key)
{
	const struct row *row, *former;
	struct op at = op->op;
	struct map seen = {0};
	size_t i;
	char *text;

	for (i = 0; i < key->columns.n; i++)
		if (may_be_set(s, key->columns.v[i]))
			return APPLIED;
	for (i = 0; i < op->rows.n; i++) {
		row = op->rows.v[i];
		text = key_text(row, &key->columns, "\x1f");
		former = text ? map_put(&seen, text, op->rows.v[i]) : NULL;
		if (!former)
			continue;
		at.at = row->at;
		return op_error(&at, E_ROW, "two rows have the same (%s) = (%s), which is %s",
		                strs_join(&key->columns, ", "), key_text(row, &key->columns, ", "),
		                key->type == 'p' ? "the primary key" : "unique");
	}
	return APPLIED;
}

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
	struct strs columns = {0};
	enum applied result;
	size_t i;

	if (*infer->conname)
		return table_constraint(t, infer->conname) ||
		                       schema_excused(s, (struct qname){NULL, infer->conname})
		               ? APPLIED
		               : op_error(op, E_NO_PART,
		                          "on_conflict: table %s has no constraint '%s'",
		                          plain_qname(t->object.name), infer->conname);
	if (!plain_columns(infer, &columns))
		return APPLIED;
	for (i = 0; i < columns.n; i++)
		if (!need_column(op, s, t, columns.v[i], &result))
			return result;
	if (is_unique(t, &columns) || schema_excused(s, t->object.name))
		return APPLIED;
	return op_error(op, E_NO_PART,
	                "on_conflict: (%s) is neither a key nor a unique index of table %s",
	                strs_join(&columns, ", "), plain_qname(t->object.name));
}

static enum applied
need_conflict(const struct bulk_insert *op, const struct schema *s, const struct table *t)
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
	{"table", FIELD_QNAME, offsetof(struct bulk_insert, table), 1, .required = true,
         .sql = "INSERT INTO table (column, …)"},
	{"rows", FIELD_ROWS, offsetof(struct bulk_insert, rows), 2, .required = true,
         .sql = "VALUES (value, …), …",
         .doc = "Each row is { column = value, … }; a column that it lacks is DEFAULT."},
	{"overriding", FIELD_CHOICE, offsetof(struct bulk_insert, overriding),
         .choices = overridings,
         .fallback = "identity columns that are always generated cannot be given",
         .sql = "OVERRIDING SYSTEM VALUE or OVERRIDING USER VALUE"},
	{"on_conflict", FIELD_TEXT, offsetof(struct bulk_insert, on_conflict),
         .fallback = "a row whose key is there already is an error",
         .sql = "ON CONFLICT on_conflict",
         .doc = "SQL: \"DO NOTHING\", \"(id) DO UPDATE SET name = excluded.name\". There is then no way back."},
	{0},
};

static enum applied
need_distinct_rows(const struct bulk_insert *op, const struct schema *s, const struct table *t)
{
	const struct constraint *c;
	size_t i;

	for (i = 0; i < t->constraints.n && !op->on_conflict; i++) {
		c = t->constraints.v[i];
		if (c->type != 'p' && (c->type != 'u' || c->nulls_not_distinct))
			continue;
		if (need_distinct(op, s, c) != APPLIED)
			return REFUSED;
	}
	return APPLIED;
}

static enum applied
apply(struct op *o, struct schema *s)
{
	struct bulk_insert *op = (struct bulk_insert *)o;
	enum applied result, found;
	struct table *t = need_table(o, s, op->table, "vf", &result);
	struct map named;
	size_t i;

	op->targets = (struct list){0};
	if (result == REFUSED)
		return REFUSED;
	if (op->on_conflict && need_conflict(op, s, t) != APPLIED)
		result = REFUSED;
	if (!t) {
		named = named_columns(&op->rows);
		for (i = 0; i < named.n; i++)
			list_add(&op->targets, target_new(named.entries[i].key, NULL));
		return result;
	}
	op->table = t->object.name;
	found = find_targets(op, s, t);
	if (found == REFUSED || need_rows(op, s) != APPLIED ||
	    need_distinct_rows(op, s, t) != APPLIED)
		return REFUSED;
	return result == APPLIED ? found : result;
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
head_sql(const struct bulk_insert *op)
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
add_insert(const struct bulk_insert *op, struct list *steps, struct buf *b, size_t first)
{
	const struct row *row = op->rows.v[first];
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
render_defaults(const struct bulk_insert *op, struct list *steps)
{
	struct buf b = {0};
	size_t i;

	for (i = 0; i < op->rows.n; i++) {
		buf_fmt(&b, "INSERT INTO %s DEFAULT VALUES", sql_qname(op->table));
		add_insert(op, steps, &b, i);
	}
}

static void
render(const struct op *o, struct list *steps)
{
	const struct bulk_insert *op = (const struct bulk_insert *)o;
	struct map by_name = targets_by_name(&op->targets);
	const struct value **values = alloc((by_name.n + 1) * sizeof *values);
	const char *head = head_sql(op);
	struct buf b = {0};
	size_t i, first = 0;

	if (!op->targets.n) {
		render_defaults(op, steps);
		return;
	}
	for (i = 0; i < op->rows.n; i++) {
		spread(&by_name, op->rows.v[i], values);
		buf_add(&b, b.n ? "," : head);
		add_row(&b, &op->targets, values);
		if (i + 1 < op->rows.n && i + 1 - first < CHUNK_ROWS && b.n < CHUNK_BYTES)
			continue;
		add_insert(op, steps, &b, first);
		first = i + 1;
	}
}

/* ---- the way back ---- */

/* a literal of a key as it can be compared with its column; NULL where the column may hold it otherwise */
static const char *
key_sql(const struct value *v, const char *type)
{
	static const char *const integers[] = {"smallint", "integer", "bigint"};
	struct type_parts parts = type_parts(type);
	bool integer = false, text = strncmp(parts.name.name, "character", 9) == 0;
	size_t i;

	if (v->type == VALUE_SQL || v->type == VALUE_NULL || (parts.modifiers.n && !text))
		return NULL;
	if (v->type != VALUE_NUMBER)
		return v->type == VALUE_BOOL ? sql_literal(v->text) : sql_value(v, type);
	for (i = 0; i < LEN(integers); i++)
		integer |= strcmp(type, integers[i]) == 0;
	if (!integer)
		return sql_literal(v->text);
	return v->text[strspn(v->text, "-0123456789")] ? NULL : v->text;
}

/* "1" or "(1, 'a')"; NULL where the row does not say its key */
static const char *
row_key(const struct row *row, const struct table *t, const struct strs *columns)
{
	struct strs parts = {0};
	const char *sql;
	size_t i;
	long at;

	for (i = 0; i < columns->n; i++) {
		at = strs_find(&row->columns, columns->v[i]);
		sql = at < 0 ? NULL
		             : key_sql(row->values.v[at], table_column(t, columns->v[i])->type);
		if (!sql)
			return NULL;
		strs_add(&parts, sql);
	}
	return parts.n == 1 ? parts.v[0] : strf("(%s)", strs_join(&parts, ", "));
}

/* why rows of the table cannot be taken back, or NULL */
static const char *
no_way_back(const struct bulk_insert *op, const struct table *t)
{
	if (!t)
		return "bulk_insert: its table is not followed; write a downgrade()";
	if (op->on_conflict)
		return "bulk_insert: with on_conflict, rows that were there before cannot be told from new ones; write a downgrade()";
	if (!table_primary_key(t))
		return "bulk_insert: its table has no primary key by which to take the rows back; write a downgrade()";
	if (op->overriding && same(op->overriding, "user"))
		return "bulk_insert: the keys of its rows are the server's; write a downgrade()";
	return NULL;
}

static bool
invert(const struct op *o, const struct schema *s, struct list *down, struct list *gaps)
{
	const struct bulk_insert *op = (const struct bulk_insert *)o;
	const struct object *found = schema_find(s, SPACE_RELATION, op->table);
	const struct table *t =
		found && found->noun == &table_noun ? (const struct table *)found : NULL;
	const char *why = no_way_back(op, t), *key;
	struct delete_rows *back = op_new(&delete_rows, o->at);
	size_t i;

	if ((found && schema_is_new(s, found)) || !op->rows.n)
		return true;
	for (i = op->rows.n; i > 0 && !why; i--) {
		back->columns = table_primary_key(t)->columns;
		key = row_key(op->rows.v[i - 1], t, &back->columns);
		strs_add(&back->keys, key);
		if (!key)
			why = "bulk_insert: a row does not say its primary key as a literal; write a downgrade()";
	}
	if (why) {
		gap_add(gaps, o->at, why);
		return true;
	}
	back->table = op->table;
	list_add(down, back);
	return true;
}

static const struct op_class bulk_insert = {
	.shape =
		{"bulk_insert", CALL_ARGUMENTS, sizeof(struct bulk_insert), fields,
                 .page = "sql-insert.html",
                 .doc = "Puts rows into a table, up to a thousand in one statement. They are taken back by their "
                        "primary key, where every row says it."},
	.apply = apply,
	.render = render,
	.invert = invert,
};

/* ---- delete_rows: not for scripts ---- */

static const struct field no_fields[] = {{0}};

static enum applied
delete_apply(struct op *o, struct schema *s)
{
	enum applied result;

	need_table(o, s, ((struct delete_rows *)o)->table, "vf", &result);
	return result;
}

static void
add_delete(const struct delete_rows *op, struct list *steps, struct buf *b)
{
	struct step *step;

	buf_add(b, "\n)");
	step = step_add(steps, &op->op, sql_qname(op->table), buf_str(b));
	step_lock(step, LOCK_ROW_EXCLUSIVE, op->table);
	step->flags |= STEP_LOSES_DATA;
	*b = (struct buf){0};
}

static void
delete_render(const struct op *o, struct list *steps)
{
	const struct delete_rows *op = (const struct delete_rows *)o;
	const char *columns = sql_names(&op->columns), *head;
	struct buf b = {0};
	size_t i, n = 0;

	head = strf("DELETE FROM %s WHERE %s IN (", sql_qname(op->table),
	            op->columns.n == 1 ? columns : strf("(%s)", columns));
	for (i = 0; i < op->keys.n; i++) {
		buf_fmt(&b, "%s\n  %s", b.n ? "," : head, op->keys.v[i]);
		if (++n < CHUNK_ROWS && b.n < CHUNK_BYTES && i + 1 < op->keys.n)
			continue;
		add_delete(op, steps, &b);
		n = 0;
	}
}

static const struct op_class delete_rows = {
	.shape = {"delete_rows", CALL_ARGUMENTS, sizeof(struct delete_rows), no_fields,
                  .page = "sql-delete.html"},
	.apply = delete_apply,
	.render = delete_render,
};

const struct op_class *const bulk_insert_ops[] = {&bulk_insert, NULL};
