/* The lists of all kinds, and what they ask in common. A new kind adds its line to each list that it has part in. */
#include <string.h>
#include <strings.h>

#include "code.h"

/* those of Lua and SQL, in the order in which the reference has them: X(table) is table_ops */
#define OPS(X)               \
	X(create_table)      \
	X(table)             \
	X(alter_table)       \
	X(attach)            \
	X(column)            \
	X(drop_column)       \
	X(alter_column)      \
	X(add_constraint)    \
	X(change_constraint) \
	X(index)             \
	X(alter_index)       \
	X(enum)              \
	X(sequence)          \
	X(schema)            \
	X(extension)         \
	X(comment)           \
	X(target)            \
	X(firing)            \
	X(execute)           \
	X(bulk_insert)       \
	X(copy_file)

/* what only SQL says */
#define SQL_OPS(X)        \
	X(opaque)         \
	X(function)       \
	X(domain)         \
	X(composite)      \
	X(base_type)      \
	X(range)          \
	X(view)           \
	X(define)         \
	X(trigger)        \
	X(depend)         \
	X(rule)           \
	X(policy)         \
	X(code)           \
	X(security_label) \
	X(owned)          \
	X(owner)          \
	X(grant)          \
	X(publication)    \
	X(foreign_table)

#define DECLARE(kind) extern const struct op_class *const kind##_ops[];
OPS(DECLARE)
SQL_OPS(DECLARE)
#undef DECLARE

#define ROW(kind) kind##_ops,
const struct op_class *const *const op_kinds[] = {OPS(ROW) NULL};
static const struct op_class *const *const sql_kinds[] = {SQL_OPS(ROW) NULL};
#undef ROW

#define ROW(kind) &kind##_kind,
const struct code_kind *const code_kinds[] = {CODE_KINDS(ROW) NULL};
#undef ROW

static struct op *
first_from_sql(const struct op_class *const *const *kinds, const struct clause *c)
{
	struct op *op = NULL;
	size_t i, j;

	for (i = 0; kinds[i]; i++)
		for (j = 0; kinds[i][j] && !op; j++)
			if (kinds[i][j]->from_sql)
				op = kinds[i][j]->from_sql(c);
	return op;
}

struct op *
op_from_sql(const struct clause *c)
{
	struct op *op = first_from_sql(op_kinds, c);

	return op ? op : first_from_sql(sql_kinds, c);
}

static void
take_queries(const struct catalog_query *q, enum phase phase, struct list *queries)
{
	for (; q && q->sql; q++)
		if (q->phase == phase)
			list_add(queries, copy(q, sizeof *q));
}

static void
queries_of(const struct op_class *const *const *kinds, enum phase phase, struct list *queries)
{
	size_t i, j;

	for (i = 0; kinds[i]; i++)
		for (j = 0; kinds[i][j]; j++)
			take_queries(kinds[i][j]->inspect, phase, queries);
}

struct list
catalog_queries(void)
{
	struct list queries = {0};
	enum phase phase;
	size_t i;

	for (phase = 0; phase < N_PHASES; phase++) {
		queries_of(op_kinds, phase, &queries);
		queries_of(sql_kinds, phase, &queries);
		for (i = 0; code_kinds[i]; i++)
			take_queries(code_kinds[i]->inspect, phase, &queries);
	}
	return queries;
}

const struct shape *const item_shapes[] = {
	&column_shape,  &primary_key_shape, &unique_shape,    &check_shape, &foreign_key_shape,
	&exclude_shape, &index_shape,       &partition_shape, NULL,
};

bool
part_is_gone(const struct schema *s, const struct table *t, struct list *parts, const void *part,
             const char *name)
{
	size_t i;

	if (!part || !schema_doubts_part(s, &t->object, name))
		return false;
	*parts = list_copy(parts);
	for (i = parts->n; i-- > 0;)
		if (parts->v[i] == part)
			list_remove(parts, i);
	return true;
}

enum applied
worse(enum applied a, enum applied b)
{
	if (a == REFUSED || b == REFUSED)
		return REFUSED;
	return a == UNKNOWN || b == UNKNOWN ? UNKNOWN : APPLIED;
}

/* ---- names ---- */

bool
table_brings(const struct table *t, const char *name)
{
	const struct column *c;
	size_t i;

	for (i = 0; i < t->columns.n; i++) {
		c = t->columns.v[i];
		if (c->identity && same(c->identity->sequence, name))
			return true;
	}
	return same(t->object.name.name, name) || table_constraint(t, name) || table_index(t, name);
}

const char *
choose_name(const struct schema *s, const struct table *t, const char *name1, const char *name2,
            const char *label, bool constraint)
{
	struct qname full = {t ? t->object.name.schema : NULL, NULL};
	const char *numbered = label;
	struct list taken;
	unsigned pass;

	full = schema_full(s, full);
	for (pass = 0;; pass++) {
		if (pass)
			numbered = strf("%s%u", label ? label : "", pass);
		full.name = sql_object_name(name1, name2, numbered);
		if ((t && table_brings(t, full.name)) || schema_find(s, SPACE_RELATION, full))
			continue;
		taken = (struct list){0};
		if (constraint)
			schema_linked(s, LINK_CONSTRAINT, full, &taken);
		if (!taken.n)
			return full.name;
	}
}

/* ---- expressions ---- */

bool
is_system_column(const char *name)
{
	static const char *const names[] = {"tableoid", "xmin", "cmin", "xmax",
	                                    "cmax",     "ctid", NULL};

	return among(name, names);
}

const PgQuery__Node *
need_expression(const struct op *op, const struct schema *s, const struct table *t,
                const char *text, const char *what)
{
	struct parse_error e = {0};
	const PgQuery__Node *tree = parse_expression(text, &e);
	const struct column_ref *ref;
	struct list refs = {0}, uses;
	struct strs names;
	bool wrong = false, other;
	size_t i;

	if (!tree) {
		op_error(op, E_SQL_SYNTAX, "%s: %s in: %s", what, e.message, text);
		return NULL;
	}
	expression_columns(tree, &refs);
	for (i = 0; i < refs.n; i++) {
		ref = refs.v[i];
		other = ref->qualifier && strcmp(ref->qualifier, t->object.name.name) != 0;
		if (!ref->name ||
		    (!other && (table_column(t, ref->name) || is_system_column(ref->name))))
			continue;
		if (schema_may_have_part(s, &t->object, ref->name) ||
		    schema_excused(s, SPACE_PART, (struct qname){NULL, ref->name}))
			continue;
		/* a whole row is referred to by the table's name */
		if (!ref->qualifier && strcmp(ref->name, t->object.name.name) == 0)
			continue;
		/* and a function of a row may stand behind it as a column would */
		if (ref->qualifier && !other && function_named(s, (struct qname){NULL, ref->name}))
			continue;
		if (other) {
			if (table_column(t, ref->qualifier))
				continue; /* a field of a composite column */
			op_error(op, E_NO_COLUMN, "%s: '%s' is not the table, %s is", what,
			         ref->qualifier, plain_qname(t->object.name));
		} else {
			names = table_column_names(t);
			op_error(op, E_NO_COLUMN, "%s: no column named '%s' in table %s%s", what,
			         ref->name, plain_qname(t->object.name),
			         did_you_mean(ref->name, &names));
		}
		wrong = true;
	}
	if (need_casts(op, s, tree, what) == REFUSED)
		return NULL;
	uses = expression_labels(s, t, text);
	for (i = 0; i < uses.n; i++)
		wrong |= need_use(op, s, uses.v[i], what) == REFUSED;
	return wrong ? NULL : tree;
}

/* ---- tables ---- */

static void
link_add(struct list *links, enum link_kind kind, struct qname to)
{
	struct link l = {kind, to};

	list_add(links, copy(&l, sizeof l));
}

/* each bare name once */
static void
link_names(struct list *links, enum link_kind kind, const struct strs *names)
{
	struct map seen = {0};
	size_t i;

	for (i = 0; i < names->n; i++)
		if (!map_put(&seen, names->v[i], links))
			link_add(links, kind, (struct qname){"", names->v[i]});
}

static void
column_links(const struct table *t, struct list *links)
{
	struct strs types = {0}, sequences = {0};
	struct type_parts parts;
	const struct column *c;
	size_t i;

	for (i = 0; i < t->columns.n; i++) {
		c = t->columns.v[i];
		parts = type_parts(c->type);
		if (!parts.builtin)
			strs_add(&types, parts.name.name);
		if (c->default_value && c->default_value->type == VALUE_SQL)
			expression_sequences(c->default_value->text, &sequences);
	}
	link_names(links, LINK_TYPE, &types);
	link_names(links, LINK_SEQUENCE, &sequences);
}

static const struct qname commit = {"", "commit"};

void
table_links(const struct object *o, struct list *links)
{
	const struct table *t = (const struct table *)o;
	struct use server = {.space = SPACE_SERVER, .name = {NULL, t->server}};
	struct use method = {.space = SPACE_ACCESS_METHOD, .name = {NULL, t->using}};
	const struct constraint *c;
	struct list uses = {0};
	size_t i;

	for (i = 0; i < t->constraints.n; i++) {
		c = t->constraints.v[i];
		link_add(links, LINK_CONSTRAINT, (struct qname){o->name.schema, c->name});
		if (c->type == 'f')
			link_add(links, LINK_REFERENCE, c->references.table);
	}
	for (i = 0; i < t->inherits.n; i++)
		link_add(links, LINK_PARENT, *(struct qname *)t->inherits.v[i]);
	if (t->partition_of.name)
		link_add(links, LINK_PARENT, t->partition_of);
	if (same(t->on_commit, "drop"))
		link_add(links, LINK_COMMIT, commit);
	if (t->server)
		list_add(&uses, &server);
	if (t->using)
		list_add(&uses, &method);
	use_links(&uses, links);
	column_links(t, links);
}

void
end_transaction(struct schema *s)
{
	struct list gone = {0};
	struct object *o;
	size_t i;

	s->transaction++;
	schema_linked(s, LINK_COMMIT, commit, &gone);
	for (i = 0; i < gone.n; i++) {
		o = s->by_id.v[((struct object *)gone.v[i])->id];
		if (o)
			o->noun->remove(s, o);
	}
}

void
sequence_links(const struct object *o, struct list *links)
{
	const struct sequence *q = (const struct sequence *)o;

	if (q->owned_by.table.name)
		link_add(links, LINK_OWNER, q->owned_by.table);
}

struct list
children(const struct schema *s, const struct table *t)
{
	struct list found = {0};

	schema_linked(s, LINK_PARENT, t->object.name, &found);
	return found;
}

struct list
owned_sequences(const struct schema *s, const struct table *t)
{
	struct list linked = {0}, found = {0};
	struct object *o;
	size_t i;

	schema_linked(s, LINK_OWNER, t->object.name, &linked);
	for (i = 0; i < linked.n; i++) {
		o = linked.v[i];
		if (o->noun == &sequence_noun)
			list_add(&found, o);
	}
	return found;
}

static void
follow(struct qname *name, struct qname from, struct qname to, bool *changed)
{
	if (!same_qname(*name, from))
		return;
	*name = to;
	*changed = true;
}

/* the type with its name replaced, its modifiers and dimensions kept; NULL where it is another type */
static const char *
follow_type(const char *type, const struct schema *s, struct qname from, struct qname to)
{
	struct type_parts parts = type_parts(type);
	char *old;

	if (parts.builtin || !same(schema_full(s, parts.name).schema, from.schema) ||
	    !same(parts.name.name, from.name))
		return NULL;
	old = sql_qname(parts.name);
	return strf("%s%s", sql_qname(to), type + strlen(old));
}

/* the default with its nextval('name') and the like replaced; NULL where the name does not stand there */
static struct value *
follow_default(const struct value *v, struct qname from, struct qname to)
{
	const char *text =
		v && v->type == VALUE_SQL ? expression_rename_relation(v->text, from, to) : NULL;
	struct value *r = text ? copy(v, sizeof *v) : NULL;

	if (r)
		r->text = text;
	return r;
}

/* the columns of a table follow; true where one did */
static bool
follow_columns(struct table *t, const struct schema *s, enum space space, struct qname from,
               struct qname to)
{
	struct value *value;
	struct column *c;
	const char *type;
	bool changed = false;
	size_t i;

	for (i = 0; i < t->columns.n; i++) {
		c = t->columns.v[i];
		type = space == SPACE_TYPE ? follow_type(c->type, s, from, to) : NULL;
		value = space == SPACE_RELATION ? follow_default(c->default_value, from, to) : NULL;
		if (!type && !value)
			continue;
		c = element_copy(&t->columns, i, sizeof *c);
		if (type)
			c->type = type;
		if (value)
			c->default_value = value;
		changed = true;
	}
	return changed;
}

static bool
follow_table(struct table *t, const struct schema *s, enum space space, struct qname from,
             struct qname to)
{
	bool changed = follow_columns(t, s, space, from, to), one;
	struct constraint *c;
	struct qname *parent;
	const char *type;
	size_t i;

	type = space == SPACE_TYPE && t->of_type ? follow_type(t->of_type, s, from, to) : NULL;
	if (type)
		t->of_type = type;
	if (space != SPACE_RELATION)
		return changed || type;
	follow(&t->partition_of, from, to, &changed);
	for (i = 0; i < t->inherits.n; i++) {
		parent = element_copy(&t->inherits, i, sizeof *parent);
		follow(parent, from, to, &changed);
	}
	for (i = 0; i < t->constraints.n; i++) {
		c = t->constraints.v[i];
		one = false;
		if (c->type != 'f')
			continue;
		c = copy(c, sizeof *c);
		follow(&c->references.table, from, to, &one);
		if (one)
			t->constraints.v[i] = c;
		changed |= one;
	}
	return changed;
}

/* in any case and in quotes or not; what may be written otherwise is taken to be it */
static bool
may_stand_in(const char *text, const char *name)
{
	size_t n = strlen(name);

	if (!text || strpbrk(name, "\"'") || strchr(text, '\\'))
		return text;
	for (; *text; text++)
		if (strncasecmp(text, name, n) == 0)
			return true;
	return false;
}

/* most tables have nothing to do with a name, and are not copied for it */
static bool
may_follow(const struct table *t, const char *name)
{
	const struct constraint *c;
	const struct column *column;
	const struct value *v;
	size_t i;

	if (t->of_type || t->partition_of.name || t->inherits.n)
		return true;
	for (i = 0; i < t->columns.n; i++) {
		column = t->columns.v[i];
		v = column->default_value;
		if (may_stand_in(column->type, name) ||
		    (v && v->type == VALUE_SQL && may_stand_in(v->text, name)))
			return true;
	}
	for (i = 0; i < t->constraints.n; i++) {
		c = t->constraints.v[i];
		if (c->type == 'f' && same(c->references.table.name, name))
			return true;
	}
	return false;
}

void
rename_references(struct schema *s, enum space space, struct qname from, struct qname to)
{
	struct list tables = schema_all(s, &table_noun), sequences = schema_all(s, &sequence_noun);
	struct sequence *q;
	struct object *t;
	bool changed;
	size_t i;

	if (space != SPACE_RELATION && space != SPACE_TYPE)
		return;
	for (i = 0; i < tables.n; i++) {
		if (!may_follow(tables.v[i], from.name))
			continue;
		t = object_copy(tables.v[i]);
		if (follow_table((struct table *)t, s, space, from, to))
			schema_put(s, t);
	}
	for (i = 0; i < sequences.n && space == SPACE_RELATION; i++) {
		if (!same(((const struct sequence *)sequences.v[i])->owned_by.table.name,
		          from.name))
			continue;
		q = (struct sequence *)object_copy(sequences.v[i]);
		changed = false;
		follow(&q->owned_by.table, from, to, &changed);
		if (changed)
			schema_put(s, &q->object);
	}
}

/* ---- the pieces of statements ---- */

bool
drops(const struct clause *c, PgQuery__ObjectType type)
{
	return c->node->node_case == PG_QUERY__NODE__NODE_DROP_STMT &&
	       c->node->drop_stmt->remove_type == type;
}

void
drop_read(const struct clause *c, struct list *names, bool *if_exists, bool *cascade)
{
	const PgQuery__DropStmt *stmt = c->node->drop_stmt;
	const PgQuery__Node *object;
	struct qname name;
	size_t i;

	for (i = 0; i < stmt->n_objects; i++) {
		object = stmt->objects[i];
		if (object->node_case == PG_QUERY__NODE__NODE_LIST)
			name = list_qname(object->list->items, object->list->n_items);
		else if (object->node_case == PG_QUERY__NODE__NODE_TYPE_NAME)
			name = list_qname(object->type_name->names, object->type_name->n_names);
		else
			name = (struct qname){NULL, node_string(object)};
		list_add(names, copy(&name, sizeof name));
	}
	*if_exists = stmt->missing_ok;
	*cascade = stmt->behavior == PG_QUERY__DROP_BEHAVIOR__DROP_CASCADE;
}

struct list
named_once(const struct schema *s, enum space space, const struct list *names)
{
	struct list once = {0};
	size_t i, j;
	const struct object *o;

	for (i = 0; i < names->n; i++) {
		o = schema_find(s, space, *(const struct qname *)names->v[i]);
		for (j = 0; o && j < i; j++)
			if (schema_find(s, space, *(const struct qname *)names->v[j]) == o)
				break;
		if (!o || j == i)
			list_add(&once, names->v[i]);
	}
	return once;
}

char *
qnames_sql(const struct list *names)
{
	struct buf b = {0};
	size_t i;

	for (i = 0; i < names->n; i++)
		buf_fmt(&b, "%s%s", i ? ", " : "", sql_qname(*(struct qname *)names->v[i]));
	return buf_str(&b);
}

char *
drop_sql(const char *what, const char *names, bool if_exists, bool cascade)
{
	return strf("DROP %s %s%s%s", what, if_exists ? "IF EXISTS " : "", names,
	            cascade ? " CASCADE" : "");
}

const PgQuery__RenameStmt *
rename_from_sql(const struct clause *c, PgQuery__ObjectType type)
{
	if (c->node->node_case != PG_QUERY__NODE__NODE_RENAME_STMT ||
	    c->node->rename_stmt->rename_type != type)
		return NULL;
	return c->node->rename_stmt;
}

bool
renamed_from_sql(const struct clause *c, PgQuery__ObjectType type, struct renamed *r)
{
	const PgQuery__RenameStmt *stmt = rename_from_sql(c, type);
	const PgQuery__AlterObjectSchemaStmt *move = NULL;
	const PgQuery__RangeVar *relation;
	const PgQuery__Node *object;

	if (!stmt && c->node->node_case == PG_QUERY__NODE__NODE_ALTER_OBJECT_SCHEMA_STMT)
		move = c->node->alter_object_schema_stmt;
	if (!stmt && (!move || move->object_type != type))
		return false;
	relation = stmt ? stmt->relation : move->relation;
	object = stmt ? stmt->object : move->object;
	r->name = relation ? range_qname(relation)
	                   : list_qname(object->list->items, object->list->n_items);
	r->to = stmt ? (struct qname){NULL, stmt->newname}
	             : (struct qname){move->newschema, r->name.name};
	r->moves = move;
	r->if_exists = stmt ? stmt->missing_ok : move->missing_ok;
	return true;
}

void
renamed_render(const struct op *op, const struct renamed *r, const char *what, bool relation,
               struct list *steps)
{
	const char *label = sql_qname(r->name), *exists = r->if_exists ? "IF EXISTS " : "";
	struct qname name = r->name;
	size_t first = steps->n, i;

	if (!same(name.name, r->to.name))
		step_add(steps, op, label,
		         strf("ALTER %s %s%s RENAME TO %s", what, exists, label,
		              sql_name(r->to.name)));
	name.name = r->to.name;
	if (r->to.schema && !same(name.schema, r->to.schema))
		step_add(steps, op, label,
		         strf("ALTER %s %s%s SET SCHEMA %s", what, exists, sql_qname(name),
		              sql_name(r->to.schema)));
	for (i = first; i < steps->n && relation; i++)
		step_lock(steps->v[i], LOCK_ACCESS_EXCLUSIVE, i == first ? r->name : name);
}
