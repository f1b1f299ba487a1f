/* Rows that go into a table, as bulk_insert and copy_file have them: what the server would refuse of them, and the DELETE that
   takes them back. */
#include <string.h>

#include "code.h"
#include "insertion.h"

/* rows of a table by their key, as SQL: "1", or "(1, 'a')" */
struct delete_rows {
	struct op op;
	struct qname table;
	struct strs columns;
	struct strs keys;
};

static const struct op_class delete_rows;

/* ---- rows and their columns ---- */

struct map
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

void
targets_spread(const struct map *targets, const struct row *row, const struct value **values)
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
	return schema_excused(s, SPACE_PART, (struct qname){NULL, column});
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
need_target(const struct op *op, const struct insertion *insert, const struct column *c)
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

static enum applied
need_given(const struct op *op, const struct target *target)
{
	return op_error(op, E_ROW, "%s is NOT NULL and has no default: each row must give it",
	                target->what);
}

/* the targets in the table's order, with those that no row names but each should */
static enum applied
find_targets(struct insertion *op, const struct schema *s, const struct table *t)
{
	const struct map *named = &op->named;
	enum applied result = APPLIED, one;
	const struct column *c;
	struct target *target;
	struct op at = op->op;
	size_t i;

	for (i = 0; i < named->n; i++) {
		at.at = *(const struct loc *)named->entries[i].value;
		c = need_column(&at, s, t, named->entries[i].key, &one);
		if (!c && one == UNKNOWN)
			list_add(&op->targets, target_new(named->entries[i].key, NULL));
		if (one == APPLIED)
			one = need_target(&at, op, c);
		if (one != APPLIED && result != REFUSED)
			result = one;
	}
	for (i = 0; i < t->columns.n; i++) {
		c = t->columns.v[i];
		target = target_new(c->name, c);
		target->needed = is_needed(s, c);
		if (target->needed || map_get(named, c->name))
			list_add(&op->targets, target);
		if (op->alike && result != REFUSED && target->needed && !map_get(named, c->name))
			result = need_given(&op->op, target);
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
need_field(const struct op *op, const struct schema *s, const struct insertion *insert,
           const struct target *target, const struct value *v)
{
	const struct column *c = target->column;

	if (!v && target->needed)
		return need_given(op, target);
	if (v && v->type == VALUE_SQL && need_free_expression(op, v, target->what) != APPLIED)
		return REFUSED;
	if (!v || !c || (c->identity && same(insert->overriding, "user")))
		return APPLIED;
	if (v->type == VALUE_NULL && c->not_null && !may_be_set(s, c->name))
		return op_error(op, E_ROW, "%s is NOT NULL", target->what);
	return need_stored_value(op, s, c->type, v, target->what);
}

static enum applied
need_rows(const struct insertion *op, const struct schema *s)
{
	struct map by_name = targets_by_name(&op->targets);
	const struct value **values = alloc((by_name.n + 1) * sizeof *values);
	size_t before = errors(), i, j;
	enum applied result = APPLIED;
	struct op at = op->op;
	const struct row *row;

	for (i = 0; i < op->n_rows && errors() - before < MOST_ERRORS; i++) {
		row = op->row(op, i);
		at.at = row->at;
		targets_spread(&by_name, row, values);
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
need_distinct(const struct insertion *op, const struct schema *s, const struct constraint *key)
{
	const struct row *row;
	struct op at = op->op;
	struct map seen = {0};
	size_t i;
	char *text;

	for (i = 0; i < key->columns.n; i++)
		if (may_be_set(s, key->columns.v[i]))
			return APPLIED;
	for (i = 0; i < op->n_rows; i++) {
		row = op->row(op, i);
		text = key_text(row, &key->columns, "\x1f");
		if (!text || !map_put(&seen, text, &seen))
			continue;
		at.at = row->at;
		return op_error(&at, E_ROW, "two rows have the same (%s) = (%s), which is %s",
		                strs_join(&key->columns, ", "), key_text(row, &key->columns, ", "),
		                key->type == 'p' ? "the primary key" : "unique");
	}
	return APPLIED;
}

static enum applied
need_distinct_rows(const struct insertion *op, const struct schema *s, const struct table *t)
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

enum applied
insertion_apply(struct insertion *op, const struct schema *s, const struct table *t)
{
	enum applied found;
	size_t i;

	op->targets = (struct list){0};
	if (!t) {
		for (i = 0; i < op->named.n; i++)
			list_add(&op->targets, target_new(op->named.entries[i].key, NULL));
		return APPLIED;
	}
	op->table = t->object.name;
	found = find_targets(op, s, t);
	if (found == REFUSED || need_rows(op, s) != APPLIED ||
	    need_distinct_rows(op, s, t) != APPLIED)
		return REFUSED;
	return found;
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
no_way_back(const struct insertion *op, const struct table *t)
{
	if (!t)
		return "its table is not followed";
	if (op->on_conflict)
		return "with on_conflict, rows that were there before cannot be told from new ones";
	if (!table_primary_key(t))
		return "its table has no primary key by which to take the rows back";
	if (op->overriding && same(op->overriding, "user"))
		return "the keys of its rows are the server's";
	return NULL;
}

bool
insertion_invert(const struct op *o, const struct schema *s, struct list *down, struct list *gaps)
{
	const struct insertion *op = (const struct insertion *)o;
	const struct object *found = schema_find(s, SPACE_RELATION, op->table);
	const struct table *t =
		found && found->noun == &table_noun ? (const struct table *)found : NULL;
	const char *why = no_way_back(op, t), *key;
	struct delete_rows *back = op_new(&delete_rows, o->at);
	size_t i;

	if ((found && schema_is_new(s, found)) || !op->n_rows)
		return true;
	for (i = op->n_rows; i > 0 && !why; i--) {
		back->columns = table_primary_key(t)->columns;
		key = row_key(op->row(op, i - 1), t, &back->columns);
		strs_add(&back->keys, key);
		if (!key)
			why = "a row does not say its primary key as a literal";
	}
	if (why) {
		gap_add(gaps, o->at,
		        strf("%s: %s; write a downgrade()", o->class->shape.name, why));
		return true;
	}
	back->table = op->table;
	list_add(down, back);
	return true;
}

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
