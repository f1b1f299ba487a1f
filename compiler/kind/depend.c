/* ALTER … DEPENDS ON EXTENSION: what goes with an extension, though it is not the extension's. What is given to one. And what else ALTER INDEX says of an
   index that stands in no CREATE INDEX: how finely its expressions are sampled. */
#include <string.h>

#include "code.h"

static const struct op_class depend, contents, index_statistics;

/* ---- what is said ---- */

static const char *
depends_sql(const char *extension)
{
	return strf("DEPENDS ON EXTENSION %s", sql_name(extension));
}

/* what takes it back, by which it is known */
static const char *
independent_sql(const char *extension)
{
	return strf("NO %s", depends_sql(extension));
}

/* one that goes back to `key` is taken off, and `sql` put in its place, unless that is the same */
static void
settings_put(struct list *settings, const char *key, const char *sql)
{
	struct setting set = {key, sql};
	size_t i;

	*settings = list_copy(settings);
	for (i = settings->n; i-- > 0;)
		if (strcmp(((struct setting *)settings->v[i])->key, key) == 0)
			list_remove(settings, i);
	if (strcmp(key, sql) != 0)
		list_add(settings, copy(&set, sizeof set));
}

static bool
settings_have(const struct list *settings, const char *key)
{
	size_t i;

	for (i = 0; i < settings->n; i++)
		if (strcmp(((struct setting *)settings->v[i])->key, key) == 0)
			return true;
	return false;
}

static bool
settings_say(const struct list *settings, const struct setting *set)
{
	const struct setting *other;
	size_t i;

	for (i = 0; i < settings->n; i++) {
		other = settings->v[i];
		if (strcmp(other->key, set->key) == 0 && strcmp(other->sql, set->sql) == 0)
			return true;
	}
	return false;
}

static void
alter_by(struct diff *d, struct qname index, const char *sql)
{
	diff_add(d, PHASE_CREATE_INDEX,
	         execute_new(d->at, strf("ALTER INDEX %s %s", sql_qname(index), sql)));
}

void
index_settings_alter(struct diff *d, struct qname index, const struct list *from,
                     const struct list *to)
{
	const struct setting *set;
	size_t i;

	for (i = 0; i < to->n; i++) {
		set = to->v[i];
		if (!settings_say(from, set))
			alter_by(d, index, set->sql);
	}
	for (i = 0; i < from->n; i++) {
		set = from->v[i];
		if (!settings_have(to, set->key))
			alter_by(d, index, set->key);
	}
}

struct strs
index_settings_sql(struct qname index, const struct list *settings)
{
	struct strs sql = {0};
	size_t i;

	for (i = 0; i < settings->n; i++)
		strs_add(&sql, strf("ALTER INDEX %s %s", sql_qname(index),
		                    ((struct setting *)settings->v[i])->sql));
	return sql;
}

/* the index, as an element of a copy of its table that is to be put; NULL with *result */
static struct index *
change_index(const struct op *op, const struct schema *s, struct qname name, struct table **t,
             enum applied *result)
{
	size_t i;

	*t = need_index_table(op, s, name, result);
	if (!*t)
		return NULL;
	*t = (struct table *)object_copy(&(*t)->object);
	for (i = 0; i < (*t)->indexes.n; i++)
		if (same(((struct index *)(*t)->indexes.v[i])->name, name.name))
			return element_copy(&(*t)->indexes, i, sizeof(struct index));
	*result = UNKNOWN; /* a constraint's */
	return NULL;
}

/* ---- ALTER … DEPENDS ON EXTENSION ---- */

static struct op *
depend_from(const struct clause *c)
{
	return c->node->node_case == PG_QUERY__NODE__NODE_ALTER_OBJECT_DEPENDS_STMT
	               ? code_op(&depend, c)
	               : NULL;
}

/* what is kept as SQL: a function, a trigger, a materialized view */
static struct code *
need_object(const struct op *op, const struct schema *s, const PgQuery__AlterObjectDependsStmt *n,
            enum applied *result)
{
	const struct code_kind *kind = code_kind_of(n->object_type);
	PgQuery__Node relation;

	if (kind->on_relation)
		return need_code_on(op, s, kind, range_qname(n->relation),
		                    node_string(n->object->list->items[0]), false, result);
	pg_query__node__init(&relation);
	relation.node_case = PG_QUERY__NODE__NODE_RANGE_VAR;
	relation.range_var = n->relation;
	return need_code(op, s, kind, n->relation ? &relation : n->object, false, result);
}

static enum applied
need_extension(const struct op *op, const struct schema *s, const char *name)
{
	struct qname extension = {NULL, name};

	if (schema_find(s, SPACE_EXTENSION, extension))
		return APPLIED;
	return missing(op, s, "extension", SPACE_EXTENSION, extension);
}

static enum applied
depend_apply(struct op *op, struct schema *s)
{
	const PgQuery__AlterObjectDependsStmt *n =
		((struct code_op *)op)->clause->node->alter_object_depends_stmt;
	const char *name = n->extname->sval, *key = independent_sql(name);
	const char *sql = n->remove ? key : depends_sql(name);
	enum applied result = need_extension(op, s, name);
	struct index *x;
	struct code *c;
	struct table *t;

	if (result == REFUSED)
		return REFUSED;
	if (n->object_type == PG_QUERY__OBJECT_TYPE__OBJECT_INDEX) {
		x = change_index(op, s, range_qname(n->relation), &t, &result);
		if (!x)
			return result;
		settings_put(&x->settings, key, sql);
		schema_put(s, &t->object);
		return result;
	}
	c = need_object(op, s, n, &result);
	if (!c)
		return result;
	c = (struct code *)object_copy(&c->object);
	settings_put(&c->settings, key, sql);
	schema_put(s, &c->object);
	return result;
}

static const struct op_class depend = {
	.shape = {"depend", CALL_ARGUMENTS, sizeof(struct code_op), code_fields},
	.from_sql = depend_from,
	.apply = depend_apply,
	.render = code_render,
};

/* ---- ALTER EXTENSION … ADD, DROP: each takes the other back ---- */

static struct op *
contents_from(const struct clause *c)
{
	return c->node->node_case == PG_QUERY__NODE__NODE_ALTER_EXTENSION_CONTENTS_STMT
	               ? code_op(&contents, c)
	               : NULL;
}

enum applied
need_member(const struct op *op, const struct schema *s,
            const PgQuery__AlterExtensionContentsStmt *stmt)
{
	const struct code_kind *kind = code_kind_of(stmt->objtype);
	enum applied result = APPLIED;
	struct qname name;

	/* what an extension has by itself is not known */
	if (stmt->action < 0)
		return result;
	switch ((int)stmt->objtype) {
	case PG_QUERY__OBJECT_TYPE__OBJECT_TABLE:
	case PG_QUERY__OBJECT_TYPE__OBJECT_SEQUENCE:
		name = list_qname(stmt->object->list->items, stmt->object->list->n_items);
		if (!schema_find(s, SPACE_RELATION, name))
			result = missing(op, s, "table or sequence", SPACE_RELATION, name);
		break;
	default:
		if (kind && !(kind->noun.space == SPACE_FUNCTION &&
		              function_is_others(s, stmt->object->object_with_args)))
			need_code(op, s, kind, stmt->object, false, &result);
	}
	return result;
}

static enum applied
contents_apply(struct op *op, struct schema *s)
{
	const PgQuery__AlterExtensionContentsStmt *stmt =
		((struct code_op *)op)->clause->node->alter_extension_contents_stmt;

	return worse(need_extension(op, s, stmt->extname), need_member(op, s, stmt));
}

static bool
contents_invert(const struct op *op, const struct schema *s, struct list *down, struct list *gaps)
{
	const char *text = ((const struct code_op *)op)->clause->statement->text;
	struct tokens tokens;
	bool adds;

	(void)s;
	(void)gaps;
	if (!scan_tokens(text, &tokens) || tokens.n < 5)
		return false;
	/* ALTER EXTENSION name ADD … */
	adds = strchr("aA", text[tokens.v[3].start]);
	list_add(down, execute_new(op->at, strf("%.*s%s%s", (int)tokens.v[3].start, text,
	                                        adds ? "DROP" : "ADD", text + tokens.v[3].end)));
	return true;
}

static const struct op_class contents = {
	.shape = {"alter_extension", CALL_ARGUMENTS, sizeof(struct code_op), code_fields},
	.from_sql = contents_from,
	.apply = contents_apply,
	.render = code_render,
	.invert = contents_invert,
};

bool
depends_by(const char *key)
{
	return strncmp(key, "NO DEPENDS", strlen("NO DEPENDS")) == 0;
}

/* ---- DROP EXTENSION ---- */

/* struct object: what is kept as SQL and depends on it */
static struct list
dependents(const struct schema *s, const char *key)
{
	struct list found = {0};
	struct object *o;
	size_t i;

	for (i = 0; i < s->by_id.n; i++) {
		o = s->by_id.v[i];
		if (o && code_kind(o) &&
		    settings_have(&((struct code *)s->by_id.v[i])->settings, key))
			list_add(&found, o);
	}
	return found;
}

static void
remove_indexes(struct schema *s, struct table *t, const char *key)
{
	struct op op = {.at = t->object.at, .class = &depend};
	const struct index *x;
	size_t i;

	t = (struct table *)object_copy(&t->object);
	for (i = t->indexes.n; i-- > 0;) {
		x = t->indexes.v[i];
		if (settings_have(&x->settings, key))
			index_remove(&op, s, t, x, true);
	}
	schema_put(s, &t->object);
}

static bool
has_dependent(const struct table *t, const char *key)
{
	size_t i;

	for (i = 0; i < t->indexes.n; i++)
		if (settings_have(&((struct index *)t->indexes.v[i])->settings, key))
			return true;
	return false;
}

static void
remove_of(struct schema *s, const struct noun *noun, const char *key)
{
	struct list tables = schema_all(s, noun);
	size_t i;

	for (i = 0; i < tables.n; i++)
		if (has_dependent(tables.v[i], key))
			remove_indexes(s, tables.v[i], key);
}

enum applied
need_extension_unused(const struct op *op, const struct schema *s, const char *extension)
{
	struct list gone = dependents(s, independent_sql(extension));
	enum applied result = APPLIED;
	size_t i;

	for (i = 0; i < gone.n && result != REFUSED; i++)
		result = need_unused(op, s, gone.v[i], NULL, &gone);
	return result;
}

void
extension_remove_dependents(struct schema *s, const char *extension)
{
	const char *key = independent_sql(extension);
	struct list gone = dependents(s, key);
	struct object *o;
	size_t i;

	for (i = 0; i < gone.n; i++) {
		o = s->by_id.v[((struct object *)gone.v[i])->id];
		if (o)
			o->noun->remove(s, o);
	}
	remove_of(s, &table_noun, key);
	remove_of(s, &frame_noun, key);
}

/* ---- ALTER INDEX … ALTER COLUMN … SET STATISTICS ---- */

static struct op *
statistics_from(const struct clause *c)
{
	if (!c->command || c->command->subtype != PG_QUERY__ALTER_TABLE_TYPE__AT_SetStatistics ||
	    !c->command->num ||
	    (c->node->alter_table_stmt->objtype != PG_QUERY__OBJECT_TYPE__OBJECT_INDEX &&
	     c->node->alter_table_stmt->objtype != PG_QUERY__OBJECT_TYPE__OBJECT_TABLE))
		return NULL;
	return code_op(&index_statistics, c);
}

static enum applied
need_expression_at(const struct op *op, const struct index *x, int number)
{
	const struct key *k;

	if (number < 1 || (size_t)number > x->keys.n + x->include.n)
		return op_error(op, E_NO_COLUMN, "index '%s' has no column %d", x->name, number);
	k = (size_t)number <= x->keys.n ? x->keys.v[number - 1] : NULL;
	if (!k || k->term.column)
		return op_error(
			op, E_INDEX,
			"column %d of index '%s' is no expression: its table's column has statistics",
			number, x->name);
	return APPLIED;
}

static enum applied
statistics_apply(struct op *op, struct schema *s)
{
	const struct clause *clause = ((struct code_op *)op)->clause;
	const PgQuery__AlterTableStmt *stmt = clause->node->alter_table_stmt;
	const char *statistics = node_number(clause->command->def);
	const char *column = strf("ALTER COLUMN %d SET STATISTICS", clause->command->num);
	struct qname name = range_qname(stmt->relation);
	enum applied result = APPLIED;
	struct index *x;
	struct table *t;

	if (stmt->missing_ok && !schema_find(s, SPACE_RELATION, name))
		return APPLIED;
	x = change_index(op, s, name, &t, &result);
	if (!x)
		return result;
	if (need_expression_at(op, x, clause->command->num) == REFUSED ||
	    need_statistics(op, statistics) == REFUSED)
		return REFUSED;
	settings_put(&x->settings, strf("%s -1", column), strf("%s %s", column, statistics));
	schema_put(s, &t->object);
	return APPLIED;
}

static const struct op_class index_statistics = {
	.shape = {"alter_index", CALL_ARGUMENTS, sizeof(struct code_op), code_fields},
	.from_sql = statistics_from,
	.apply = statistics_apply,
	.render = code_render,
};

const struct op_class *const depend_ops[] = {&depend, &contents, &index_statistics, NULL};
