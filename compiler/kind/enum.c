/* Enums: types of a few labels. PostgreSQL adds and renames a label, but takes none away and moves none: drop_enum_value and
   alter_enum make the type anew under the columns that have it. */
#include <string.h>

#include "code.h"

struct create_enum {
	struct op op;
	struct qname name;
	struct strs labels;
	struct qname renamed_from;
	struct strs renamed_values; /* "label=its former name" */
};

struct drop_enum {
	struct op op;
	struct list names; /* struct qname */
	bool if_exists;
	bool cascade;
};

struct rename_enum {
	struct op op;
	struct renamed names;
};

struct add_enum_value {
	struct op op;
	struct qname name;
	const char *label;
	const char *before;
	const char *after;
	bool if_not_exists;
	bool commit;

	bool *at_once; /* of a difference: what is set where its transaction uses the label; NULL: of none */
	bool rebuild; /* the type is made anew, for the label is used in the same transaction */
	struct list commands; /* struct command: its statements then */
};

struct rename_enum_value {
	struct op op;
	struct qname name;
	const char *label;
	const char *to;
};

struct drop_enum_value {
	struct op op;
	struct qname name;
	const char *label;
	struct list commands; /* struct command: the statements, found when applied */
};

struct alter_enum {
	struct op op;
	struct qname name;
	struct strs labels;
	struct strs gone;     /* found when applied: the labels that are none of these */
	struct list commands; /* struct command: the statements; none where nothing changes */
};

static const struct op_class create_enum, drop_enum, rename_enum, add_enum_value, rename_enum_value,
	drop_enum_value, alter_enum;

/* ---- what they share ---- */

/* how many labels stand before the one of that name */
static size_t
position(const struct enum_type *e, const char *name)
{
	size_t i;

	for (i = 0; i < e->labels.n; i++)
		if (strcmp(((struct label *)e->labels.v[i])->name, name) == 0)
			break;
	return i;
}

struct label *
enum_label(const struct enum_type *e, const char *name)
{
	size_t i = position(e, name);

	return i < e->labels.n ? e->labels.v[i] : NULL;
}

static struct label *
new_label(struct schema *s, const char *name)
{
	struct label *l = alloc(sizeof *l);

	l->id = schema_id(s);
	l->name = name;
	return l;
}

static enum applied
need_label_text(const struct op *op, const char *label)
{
	if (strlen(label) > NAME_BYTES)
		return op_error(op, E_RESERVED,
		                "label '%s' has %zu bytes; PostgreSQL takes at most %d", label,
		                strlen(label), NAME_BYTES);
	return APPLIED;
}

static enum applied
need_labels(const struct op *op, const struct strs *labels)
{
	size_t i, j;

	for (i = 0; i < labels->n; i++) {
		if (need_label_text(op, labels->v[i]) == REFUSED)
			return REFUSED;
		for (j = 0; j < i; j++)
			if (same(labels->v[j], labels->v[i]))
				return op_error(op, E_TWICE, "the label '%s' stands there twice",
				                labels->v[i]);
	}
	return APPLIED;
}

/* the enum of that name, or NULL with *result after an error */
static struct enum_type *
need_enum(const struct op *op, const struct schema *s, struct qname name, enum applied *result)
{
	struct object *o = schema_find(s, SPACE_TYPE, name);

	*result = APPLIED;
	if (o && o->noun == &enum_noun)
		return (struct enum_type *)o;
	if (!o)
		*result = missing(op, s, "enum", SPACE_TYPE, name);
	else if (schema_may_be_other(s, SPACE_TYPE, name))
		*result = UNKNOWN;
	else
		*result = op_error(op, E_KIND, "%s is no enum", plain_qname(name));
	return NULL;
}

/* the label, or NULL with *result after an error that suggests the nearest */
static struct label *
need_existing_label(const struct op *op, const struct schema *s, const struct enum_type *e,
                    const char *name, enum applied *result)
{
	struct label *l = enum_label(e, name);
	struct strs names = {0};
	size_t i;

	*result = APPLIED;
	if (l)
		return l;
	if (schema_may_be_other(s, SPACE_TYPE, e->object.name)) {
		*result = UNKNOWN;
		return NULL;
	}
	for (i = 0; i < e->labels.n; i++)
		strs_add(&names, ((struct label *)e->labels.v[i])->name);
	*result = op_error(op, E_NO_LABEL, "enum %s has no label '%s'%s",
	                   plain_qname(e->object.name), name, did_you_mean(name, &names));
	return NULL;
}

static enum applied
need_new_label(const struct op *op, const struct schema *s, const struct enum_type *e,
               const char *name)
{
	if (need_label_text(op, name) != APPLIED)
		return REFUSED;
	if (!enum_label(e, name))
		return APPLIED;
	if (schema_may_be_other(s, SPACE_TYPE, e->object.name))
		return UNKNOWN;
	return op_error(op, E_EXISTS, "enum %s has the label '%s' already",
	                plain_qname(e->object.name), name);
}

/* ---- create_enum ---- */

static const struct field create_fields[] = {
	{"name", FIELD_QNAME, offsetof(struct create_enum, name), 1, .required = true,
         .sql = "CREATE TYPE name AS ENUM ('label', …)"},
	{"labels", FIELD_TEXTS, offsetof(struct create_enum, labels), 2,
         .doc = "In the order in which they sort; at most 63 bytes each."},
	{"renamed_from", FIELD_QNAME, offsetof(struct create_enum, renamed_from), .model = true},
	{"renamed_values", FIELD_PARAMETERS, offsetof(struct create_enum, renamed_values),
         .model = true, .fallback = "none",
         .doc = "In models: labels with the names that they had, { new = \"old\" }. An old name is none of a label now, but of one that is renamed too."},
	{0},
};

static struct op *
create_from_sql(const struct clause *c)
{
	const PgQuery__CreateEnumStmt *stmt;
	struct create_enum *op;

	if (c->node->node_case != PG_QUERY__NODE__NODE_CREATE_ENUM_STMT)
		return NULL;
	stmt = c->node->create_enum_stmt;
	op = op_new(&create_enum, c->at);
	op->name = list_qname(stmt->type_name, stmt->n_type_name);
	node_strings(stmt->vals, stmt->n_vals, &op->labels);
	return &op->op;
}

static enum applied
take_renamed(const struct create_enum *op, const struct enum_type *e)
{
	const char *said, *equals, *label;
	struct label *l;
	size_t i;

	for (i = 0; i < op->renamed_values.n; i++) {
		said = op->renamed_values.v[i];
		equals = strchr(said, '=');
		label = strn(said, (size_t)(equals - said));
		l = enum_label(e, label);
		/* a label may have one in it */
		while (!l && strchr(equals + 1, '=')) {
			equals = strchr(equals + 1, '=');
			l = enum_label(e, strn(said, (size_t)(equals - said)));
		}
		if (!l)
			return op_error(&op->op, E_NO_LABEL,
			                "renamed_values: there is no label '%s'%s", label,
			                did_you_mean(label, &op->labels));
		l->renamed_from = equals + 1;
	}
	return APPLIED;
}

static enum applied
create_apply(struct op *o, struct schema *s)
{
	struct create_enum *op = (struct create_enum *)o;
	enum applied free = need_schema(o, s, op->name);
	struct enum_type *e;
	size_t i;

	if (free == APPLIED)
		free = need_free_type(o, s, op->name);
	if (free != APPLIED)
		return free;
	if (need_labels(o, &op->labels) == REFUSED)
		return REFUSED;
	e = alloc(sizeof *e);
	for (i = 0; i < op->labels.n; i++)
		list_add(&e->labels, new_label(s, op->labels.v[i]));
	if (take_renamed(op, e) == REFUSED)
		return REFUSED;
	e->object.noun = &enum_noun;
	e->object.id = schema_id(s);
	e->object.at = o->at;
	e->object.renamed_from = op->renamed_from;
	e->object.name = schema_full(s, op->name);
	default_privileges(s, &e->object);
	schema_put(s, &e->object);
	return APPLIED;
}

static void
create_render(const struct op *o, struct list *steps)
{
	const struct create_enum *op = (const struct create_enum *)o;
	struct buf b = {0};
	size_t i;

	buf_fmt(&b, "CREATE TYPE %s AS ENUM (", sql_qname(op->name));
	for (i = 0; i < op->labels.n; i++)
		buf_fmt(&b, "%s%s", i ? ", " : "", sql_literal(op->labels.v[i]));
	buf_char(&b, ')');
	step_add(steps, o, sql_qname(op->name), buf_str(&b));
}

static const struct catalog_query created[] = {
	{.phase = PHASE_CREATE_TYPE,
         .sql = "SELECT t.schema, t.typname, format('CREATE TYPE %s AS ENUM (%s)', t.said,\n"
                "    (SELECT string_agg(quote_literal(enumlabel), ', ' ORDER BY enumsortorder) FROM pg_enum WHERE enumtypid = t.oid))\n"
                "FROM made_type t WHERE t.typtype = 'e' ORDER BY t.oid"},
	{0},
};

static const struct op_class create_enum = {
	.shape = {"create_enum", CALL_ARGUMENTS, sizeof(struct create_enum), create_fields,
                  .page = "sql-createtype.html", .doc = "Makes an enum."},
	.declares = "enum",
	.from_sql = create_from_sql,
	.apply = create_apply,
	.render = create_render,
	.inspect = created,
};

/* ---- drop_enum ---- */

static const struct field drop_fields[] = {
	{"name", FIELD_QNAMES, offsetof(struct drop_enum, names), 1, .required = true,
         .sql = "DROP TYPE name, …"},
	{"if_exists", FIELD_BOOL, offsetof(struct drop_enum, if_exists), .fallback = "false",
         .sql = "IF EXISTS"},
	{"cascade", FIELD_BOOL, offsetof(struct drop_enum, cascade), .fallback = "false",
         .sql = "CASCADE", .doc = "Drops the columns that have the type, with their values."},
	{0},
};

/* any type: what it was is only known when it is applied */
static struct op *
drop_from(const struct clause *c)
{
	struct drop_enum *op;

	if (!drops(c, PG_QUERY__OBJECT_TYPE__OBJECT_TYPE))
		return NULL;
	op = op_new(&drop_enum, c->at);
	drop_read(c, &op->names, &op->if_exists, &op->cascade);
	return &op->op;
}

/* the type, or NULL with *result */
static struct object *
need_droppable(const struct drop_enum *op, const struct schema *s, struct qname name,
               enum applied *result)
{
	struct object *type = schema_find(s, SPACE_TYPE, name);

	*result = APPLIED;
	if (type && type->noun->alias)
		*result = op_error(&op->op, E_OWNED, "%s is the %s, and goes with it",
		                   plain_qname(name),
		                   type->noun == &row_type_noun ? "row type of a table"
		                                                : "multirange type of a range");
	else if (!type && !op->if_exists)
		*result = missing(&op->op, s, "type", SPACE_TYPE, name);
	else if (!type && schema_excused(s, SPACE_TYPE, name))
		*result = UNKNOWN;
	return *result == APPLIED ? type : NULL;
}

static enum applied
drop_apply(struct op *o, struct schema *s)
{
	struct drop_enum *op = (struct drop_enum *)o;
	struct list names = named_once(s, SPACE_TYPE, &op->names);
	enum applied result = APPLIED, one;
	struct list gone = {0};
	struct object *type;
	size_t i;

	for (i = 0; i < names.n; i++) {
		type = need_droppable(op, s, *(struct qname *)names.v[i], &one);
		if (type)
			list_add(&gone, type);
		result = worse(result, one);
	}
	for (i = 0; i < gone.n && !op->cascade && result != REFUSED; i++)
		if (need_no_users(o, s, gone.v[i]) == REFUSED ||
		    need_unused(o, s, gone.v[i], NULL, &gone) == REFUSED ||
		    need_unsaid(o, s, gone.v[i], &gone) == REFUSED)
			return REFUSED;
	for (i = 0; i < gone.n && result != REFUSED; i++) {
		type = s->by_id.v[((struct object *)gone.v[i])->id];
		if (type)
			code_remove(s, type);
	}
	return result;
}

static void
drop_render(const struct op *o, struct list *steps)
{
	const struct drop_enum *op = (const struct drop_enum *)o;
	const char *names = qnames_sql(&op->names);
	struct step *step;

	step = step_add(steps, o, names, drop_sql("TYPE", names, op->if_exists, op->cascade));
	if (op->cascade)
		step->flags |= STEP_LOSES_DATA;
}

static const struct op_class drop_enum = {
	.shape = {"drop_enum", CALL_ARGUMENTS, sizeof(struct drop_enum), drop_fields,
                  .page = "sql-droptype.html", .doc = "Drops one enum or several."},
	.from_sql = drop_from,
	.apply = drop_apply,
	.render = drop_render,
};

/* ---- rename_enum ---- */

static const struct field rename_fields[] = {
	{"name", FIELD_QNAME, offsetof(struct rename_enum, names.name), 1, .required = true,
         .sql = "ALTER TYPE name RENAME TO to"},
	{"to", FIELD_QNAME, offsetof(struct rename_enum, names.to), 2, .required = true,
         .sql = "ALTER TYPE name SET SCHEMA …, where it names another schema",
         .doc = "Stays in its schema where none is named."},
	{0},
};

static struct op *
rename_from(const struct clause *c)
{
	struct renamed names;
	struct rename_enum *op;

	if (!renamed_from_sql(c, PG_QUERY__OBJECT_TYPE__OBJECT_TYPE, &names))
		return NULL;
	op = op_new(&rename_enum, c->at);
	op->names = names;
	return &op->op;
}

static enum applied
rename_apply(struct op *o, struct schema *s)
{
	struct rename_enum *op = (struct rename_enum *)o;
	struct object *type = schema_find(s, SPACE_TYPE, op->names.name);
	struct qname to = op->names.to;
	enum applied free;

	if (!type)
		return missing(o, s, "type", SPACE_TYPE, op->names.name);
	if (type->noun->alias && !object_is_multirange(type))
		return op_error(o, E_RESERVED, "%s is the row type of a %s; rename the %s",
		                plain_qname(op->names.name), type->noun->name, type->noun->name);
	/* SET SCHEMA to where it is does nothing; RENAME TO its own name is an error */
	if (to.schema && same(to.schema, type->name.schema) && same(to.name, type->name.name))
		return APPLIED;
	to.schema = to.schema ? to.schema : type->name.schema;
	if (code_kind(type) || type->noun->alias) {
		op->names.name = type->name;
		op->names.to = to;
		return type->noun->alias ? multirange_move(o, s, type, to)
		                         : code_move(o, s, (const struct code *)type, to);
	}
	free = need_schema(o, s, to);
	if (free == APPLIED)
		free = need_free_name(o, s, SPACE_TYPE, to);
	if (free != APPLIED)
		return free;
	op->names.name = type->name;
	op->names.to = to;
	rename_uses(s, SPACE_TYPE, op->names.name, to);
	type = object_copy(type);
	type->name = to;
	schema_put(s, type);
	rename_references(s, SPACE_TYPE, op->names.name, to);
	return APPLIED;
}

static void
rename_render(const struct op *o, struct list *steps)
{
	renamed_render(o, &((const struct rename_enum *)o)->names, "TYPE", false, steps);
}

/* by name, for the columns that followed go back by themselves */
static bool
rename_invert(const struct op *o, const struct schema *s, struct list *down, struct list *gaps)
{
	const struct rename_enum *op = (const struct rename_enum *)o;
	struct rename_enum *back = op_new(&rename_enum, o->at);

	(void)s;
	(void)gaps;
	back->names.name = op->names.to;
	back->names.to = op->names.name;
	list_add(down, back);
	return true;
}

static const struct op_class rename_enum = {
	.shape = {"rename_enum", CALL_ARGUMENTS, sizeof(struct rename_enum), rename_fields,
                  .page = "sql-altertype.html",
                  .doc = "Renames an enum, or moves it to another schema; its columns follow."},
	.from_sql = rename_from,
	.apply = rename_apply,
	.render = rename_render,
	.invert = rename_invert,
};

/* ---- add_enum_value ---- */

static const struct field add_fields[] = {
	{"name", FIELD_QNAME, offsetof(struct add_enum_value, name), 1, .required = true,
         .sql = "ALTER TYPE name ADD VALUE 'label'"},
	{"label", FIELD_TEXT, offsetof(struct add_enum_value, label), 2, .required = true},
	{"before", FIELD_TEXT, offsetof(struct add_enum_value, before), .fallback = "at the end",
         .sql = "BEFORE 'before'"},
	{"after", FIELD_TEXT, offsetof(struct add_enum_value, after), .fallback = "at the end",
         .sql = "AFTER 'after'"},
	{"if_not_exists", FIELD_BOOL, offsetof(struct add_enum_value, if_not_exists),
         .fallback = "false", .sql = "IF NOT EXISTS"},
	{"commit", FIELD_BOOL, offsetof(struct add_enum_value, commit), .fallback = "false",
         .doc = "In a step of its own outside of a transaction, so that what follows in the revision can use it; what stands "
                "before it is committed."},
	{0},
};

static int
add_finish(void *item)
{
	struct add_enum_value *op = item;

	if (!op->before || !op->after)
		return 0;
	op_error(&op->op, E_EXCLUDE, "before and after exclude each other");
	return -1;
}

/* an ALTER TYPE of an enum's value: the new one has a name, and the old one where it is a RENAME */
static const PgQuery__AlterEnumStmt *
value_altered(const struct clause *c, bool rename)
{
	const PgQuery__AlterEnumStmt *stmt;

	if (c->node->node_case != PG_QUERY__NODE__NODE_ALTER_ENUM_STMT)
		return NULL;
	stmt = c->node->alter_enum_stmt;
	return (*stmt->old_val != '\0') == rename ? stmt : NULL;
}

static struct op *
add_from_sql(const struct clause *c)
{
	const PgQuery__AlterEnumStmt *stmt = value_altered(c, false);
	struct add_enum_value *op;

	if (!stmt)
		return NULL;
	op = op_new(&add_enum_value, c->at);
	op->name = list_qname(stmt->type_name, stmt->n_type_name);
	op->label = stmt->new_val;
	if (*stmt->new_val_neighbor && stmt->new_val_is_after)
		op->after = stmt->new_val_neighbor;
	else if (*stmt->new_val_neighbor)
		op->before = stmt->new_val_neighbor;
	op->if_not_exists = stmt->skip_if_new_val_exists;
	return &op->op;
}

/* a copy of a type, as it is when it is made anew: all labels can be used at once */
static struct enum_type *
made_anew(const struct enum_type *e)
{
	struct enum_type *anew = (struct enum_type *)object_copy(&e->object);
	struct label *l;
	size_t i;

	for (i = 0; i < anew->labels.n; i++) {
		l = element_copy(&anew->labels, i, sizeof *l);
		l->added = 0;
	}
	return anew;
}

static void
commands_render(const struct op *op, struct qname name, const struct list *commands,
                struct list *steps)
{
	const struct command *c;
	struct step *step;
	size_t i;

	for (i = 0; i < commands->n; i++) {
		c = commands->v[i];
		step = step_add(steps, op, sql_qname(name), str(c->sql));
		if (c->table.name)
			step_lock(step, LOCK_ACCESS_EXCLUSIVE, c->table);
	}
}

/* the type with the label at that place */
static struct enum_type *
with(struct add_enum_value *op, struct schema *s, const struct enum_type *e, size_t at)
{
	struct label *l = new_label(s, op->label);
	struct enum_type *more;

	if (op->rebuild) {
		more = made_anew(e);
	} else {
		more = (struct enum_type *)object_copy(&e->object);
		/* up to PostgreSQL 16 also where the type itself is new */
		l->added = s->transaction;
		l->at_once = op->at_once;
	}
	list_insert(&more->labels, at, l);
	return more;
}

static enum applied
add_apply(struct op *o, struct schema *s)
{
	struct add_enum_value *op = (struct add_enum_value *)o;
	const char *neighbor = op->before ? op->before : op->after;
	enum applied result;
	struct enum_type *e = need_enum(o, s, op->name, &result), *more;
	size_t at;

	if (!e)
		return result;
	if (op->if_not_exists && enum_label(e, op->label))
		return APPLIED;
	result = need_new_label(o, s, e, op->label);
	if (result == APPLIED && neighbor)
		need_existing_label(o, s, e, neighbor, &result);
	if (result != APPLIED)
		return result;
	at = neighbor ? position(e, neighbor) + (op->after != NULL) : e->labels.n;
	more = with(op, s, e, at);
	op->commands = (struct list){0};
	if (op->rebuild)
		result = enum_rebuild(o, s, e, more, &op->commands);
	if (result == APPLIED)
		schema_put(s, &more->object);
	return result;
}

static void
add_render(const struct op *o, struct list *steps)
{
	const struct add_enum_value *op = (const struct add_enum_value *)o;
	struct buf b = {0};
	struct step *step;

	if (op->rebuild) {
		commands_render(o, op->name, &op->commands, steps);
		return;
	}
	/* an interrupted run may have added it */
	buf_fmt(&b, "ALTER TYPE %s ADD VALUE %s%s", sql_qname(op->name),
	        op->if_not_exists || op->commit ? "IF NOT EXISTS " : "", sql_literal(op->label));
	if (op->before)
		buf_fmt(&b, " BEFORE %s", sql_literal(op->before));
	if (op->after)
		buf_fmt(&b, " AFTER %s", sql_literal(op->after));
	step = step_add(steps, o, sql_qname(op->name), buf_str(&b));
	step->flags |= STEP_ADDS_LABEL;
	if (op->commit)
		step->flags |= STEP_NO_TRANSACTION;
}

/* it goes with a type that is new, which may be in use where it could not be made anew */
static bool
add_invert(const struct op *o, const struct schema *s, struct list *down, struct list *gaps)
{
	const struct object *e =
		schema_find(s, SPACE_TYPE, ((const struct add_enum_value *)o)->name);

	(void)down;
	(void)gaps;
	return e && schema_is_new(s, e);
}

static const struct op_class add_enum_value = {
	.shape =
		{"add_enum_value", CALL_ARGUMENTS, sizeof(struct add_enum_value), add_fields,
                 .finish = add_finish, .page = "sql-altertype.html",
                 .doc = "Adds a label to an enum. It can be used after its transaction is committed: "
                        "in the next revision, or with commit."},
	.from_sql = add_from_sql,
	.apply = add_apply,
	.render = add_render,
	.invert = add_invert,
};

/* ---- rename_enum_value ---- */

static const struct field rename_value_fields[] = {
	{"name", FIELD_QNAME, offsetof(struct rename_enum_value, name), 1, .required = true,
         .sql = "ALTER TYPE name RENAME VALUE 'label' TO 'to'"},
	{"label", FIELD_TEXT, offsetof(struct rename_enum_value, label), 2, .required = true},
	{"to", FIELD_TEXT, offsetof(struct rename_enum_value, to), 3, .required = true},
	{0},
};

static struct op *
rename_value_from_sql(const struct clause *c)
{
	const PgQuery__AlterEnumStmt *stmt = value_altered(c, true);
	struct rename_enum_value *op;

	if (!stmt)
		return NULL;
	op = op_new(&rename_enum_value, c->at);
	op->name = list_qname(stmt->type_name, stmt->n_type_name);
	op->label = stmt->old_val;
	op->to = stmt->new_val;
	return &op->op;
}

static enum applied
rename_value_apply(struct op *o, struct schema *s)
{
	struct rename_enum_value *op = (struct rename_enum_value *)o;
	enum applied result;
	struct enum_type *e = need_enum(o, s, op->name, &result);
	struct label *l;

	if (!e || !need_existing_label(o, s, e, op->label, &result))
		return result;
	result = need_new_label(o, s, e, op->to);
	if (result != APPLIED)
		return result;
	label_rename(s, &e->object, op->label, op->to);
	e = (struct enum_type *)object_copy(&e->object);
	l = element_copy(&e->labels, position(e, op->label), sizeof *l);
	l->name = op->to;
	schema_put(s, &e->object);
	return APPLIED;
}

static void
rename_value_render(const struct op *o, struct list *steps)
{
	const struct rename_enum_value *op = (const struct rename_enum_value *)o;

	step_add(steps, o, sql_qname(op->name),
	         strf("ALTER TYPE %s RENAME VALUE %s TO %s", sql_qname(op->name),
	              sql_literal(op->label), sql_literal(op->to)));
}

/* by name, for all that followed goes back by itself */
static bool
rename_value_invert(const struct op *o, const struct schema *s, struct list *down,
                    struct list *gaps)
{
	const struct rename_enum_value *op = (const struct rename_enum_value *)o;
	struct rename_enum_value *back = op_new(&rename_enum_value, o->at);

	(void)s;
	(void)gaps;
	*back = *op;
	back->label = op->to;
	back->to = op->label;
	list_add(down, back);
	return true;
}

static const struct op_class rename_enum_value = {
	.shape = {"rename_enum_value", CALL_ARGUMENTS, sizeof(struct rename_enum_value),
                  rename_value_fields, .page = "sql-altertype.html",
                  .doc = "Renames a label of an enum; rows, defaults and checks follow."},
	.from_sql = rename_value_from_sql,
	.apply = rename_value_apply,
	.render = rename_value_render,
	.invert = rename_value_invert,
};

/* ---- drop_enum_value ---- */

static const struct field drop_value_fields[] = {
	{"name", FIELD_QNAME, offsetof(struct drop_enum_value, name), 1, .required = true,
         .sql = "CREATE TYPE name AS ENUM (…), ALTER TABLE … ALTER COLUMN … TYPE name, DROP TYPE …"},
	{"label", FIELD_TEXT, offsetof(struct drop_enum_value, label), 2, .required = true},
	{0},
};

static enum applied
drop_value_apply(struct op *o, struct schema *s)
{
	struct drop_enum_value *op = (struct drop_enum_value *)o;
	enum applied result;
	struct enum_type *e = need_enum(o, s, op->name, &result), *less;

	if (!e || !need_existing_label(o, s, e, op->label, &result))
		return result;
	less = made_anew(e);
	list_remove(&less->labels, position(less, op->label));
	op->commands = (struct list){0};
	result = enum_rebuild(o, s, e, less, &op->commands);
	if (result == APPLIED)
		schema_put(s, &less->object);
	return result;
}

static void
drop_value_render(const struct op *o, struct list *steps)
{
	const struct drop_enum_value *op = (const struct drop_enum_value *)o;

	commands_render(o, op->name, &op->commands, steps);
}

static const char *
drop_value_caution(const struct op *o, const struct schema *s)
{
	(void)s;
	return strf("fails where a row has '%s'", ((const struct drop_enum_value *)o)->label);
}

static const struct op_class drop_enum_value = {
	.shape =
		{"drop_enum_value", CALL_ARGUMENTS, sizeof(struct drop_enum_value),
                 drop_value_fields, .page = "sql-altertype.html",
                 .doc = "Takes a label from an enum. PostgreSQL has no statement for this: the type is made anew "
                        "and every column that has it is rewritten under an exclusive lock; checks, foreign keys and "
                        "indexes that stand in the way are dropped before and made again after. Views, rules, "
                        "policies, triggers, publications, casts and functions are, too; domains and composite types that are made of it are "
                        "made anew with it. The server refuses it while a row still has the label. Owner and "
                        "privileges are given again as far as the migrations said them. On the way down ALTER TYPE … ADD VALUE is enough, unless "
                        "something else that comes back uses the label in the same transaction: then the type is made anew "
                        "there too."},
	.caution = drop_value_caution,
	.apply = drop_value_apply,
	.render = drop_value_render,
};

/* ---- alter_enum ---- */

static const struct field alter_fields[] = {
	{"name", FIELD_QNAME, offsetof(struct alter_enum, name), 1, .required = true,
         .sql = "CREATE TYPE name AS ENUM ('label', …), ALTER TABLE … ALTER COLUMN … TYPE name, DROP TYPE …"},
	{"labels", FIELD_TEXTS, offsetof(struct alter_enum, labels), 2, .required = true,
         .doc = "All that it has from now on, in the order in which they sort."},
	{0},
};

/* the type with these labels: those that it has stay the same */
static struct enum_type *
with_labels(struct schema *s, const struct enum_type *e, const struct strs *labels)
{
	struct enum_type *anew = made_anew(e);
	struct list all = {0};
	struct label *l;
	size_t i;

	for (i = 0; i < labels->n; i++) {
		l = enum_label(anew, labels->v[i]);
		list_add(&all, l ? l : new_label(s, labels->v[i]));
	}
	anew->labels = all;
	return anew;
}

static bool
has_labels(const struct enum_type *e, const struct strs *labels)
{
	size_t i;

	for (i = 0; i < labels->n && i < e->labels.n; i++)
		if (!same(((struct label *)e->labels.v[i])->name, labels->v[i]))
			return false;
	return labels->n == e->labels.n;
}

static enum applied
alter_apply(struct op *o, struct schema *s)
{
	struct alter_enum *op = (struct alter_enum *)o;
	enum applied result;
	struct enum_type *e = need_enum(o, s, op->name, &result), *anew;
	const struct label *l;
	size_t i;

	op->commands = (struct list){0};
	op->gone = (struct strs){0};
	if (!e || need_labels(o, &op->labels) == REFUSED)
		return e ? REFUSED : result;
	if (has_labels(e, &op->labels) && !schema_may_be_other(s, SPACE_TYPE, e->object.name))
		return APPLIED;
	for (i = 0; i < e->labels.n; i++) {
		l = e->labels.v[i];
		if (!strs_has(&op->labels, l->name))
			strs_add(&op->gone, l->name);
	}
	anew = with_labels(s, e, &op->labels);
	result = enum_rebuild(o, s, e, anew, &op->commands);
	if (result == APPLIED)
		schema_put(s, &anew->object);
	return result;
}

static void
alter_render(const struct op *o, struct list *steps)
{
	const struct alter_enum *op = (const struct alter_enum *)o;

	commands_render(o, op->name, &op->commands, steps);
}

static const char *
alter_caution(const struct op *o, const struct schema *s)
{
	const struct alter_enum *op = (const struct alter_enum *)o;
	struct strs quoted = {0};
	size_t i;

	(void)s;
	for (i = 0; i < op->gone.n; i++)
		strs_add(&quoted, strf("'%s'", op->gone.v[i]));
	return strf("rewrites every table that has the type, under a lock%s%s",
	            quoted.n ? "; fails where a row has " : "", strs_join(&quoted, " or "));
}

static const struct op_class alter_enum = {
	.shape =
		{"alter_enum", CALL_ARGUMENTS, sizeof(struct alter_enum), alter_fields,
                 .page = "sql-altertype.html",
                 .doc = "Gives an enum these labels in this order, in one go. PostgreSQL has no statement for this: the type "
                        "is made anew, as drop_enum_value does it; rows keep their labels, and what is made of the type comes "
                        "back as it was, but sorts as the labels do now. A new label can be used at once."},
	.caution = alter_caution,
	.apply = alter_apply,
	.render = alter_render,
};

/* ---- the noun ---- */

static void
unshare(struct object *copied)
{
	struct enum_type *e = (struct enum_type *)copied;

	e->labels = list_copy(&e->labels);
}

static void
create(struct diff *d, const struct object *o)
{
	const struct enum_type *e = (const struct enum_type *)o;
	struct create_enum *op = op_new(&create_enum, d->at);
	size_t i;

	op->name = o->name;
	for (i = 0; i < e->labels.n; i++)
		strs_add(&op->labels, ((struct label *)e->labels.v[i])->name);
	diff_add(d, PHASE_CREATE_TYPE, op);
	comment_add(d, "type", sql_qname(o->name), NULL, o->comment);
	owner_alter(d, NULL, o);
	privileges_alter(d, NULL, o);
}

static void
drop(struct diff *d, const struct object *o)
{
	struct drop_enum *op = op_new(&drop_enum, d->at);

	list_add(&op->names, copy(&o->name, sizeof o->name));
	diff_add(d, PHASE_DROP_TYPE, op);
}

/* the label of e that is l's counterpart */
static const struct label *
counterpart(const struct diff *d, const struct enum_type *e, const struct label *l)
{
	const struct label *other;
	size_t i;

	if (d->by_name)
		return enum_label(e, l->name);
	for (i = 0; i < e->labels.n; i++) {
		other = e->labels.v[i];
		if (other->id == l->id)
			return other;
	}
	return NULL;
}

static void
rename_labels(struct diff *d, const struct enum_type *from, const struct enum_type *to)
{
	const struct label *l, *other;
	struct rename_enum_value *op;
	size_t i;

	for (i = 0; i < from->labels.n; i++) {
		l = from->labels.v[i];
		other = counterpart(d, to, l);
		if (!other || same(l->name, other->name))
			continue;
		op = op_new(&rename_enum_value, d->at);
		op->name = to->object.name;
		op->label = l->name;
		op->to = other->name;
		diff_add(d, PHASE_RENAME, op);
	}
}

/* the name that the first label of `from` has when labels are added */
static const char *
first_label(struct diff *d, const struct enum_type *from, const struct enum_type *to)
{
	const struct label *first = from->labels.v[0], *other = counterpart(d, to, first);

	return other ? other->name : first->name;
}

/* in the order of `to`, so that the one before is there already. A script may have to commit them, and does so before all else */
static void
add_labels(struct diff *d, const struct enum_type *from, const struct enum_type *to)
{
	struct add_enum_value *op;
	const struct label *l;
	size_t i;

	for (i = 0; i < to->labels.n; i++) {
		l = to->labels.v[i];
		if (counterpart(d, from, l))
			continue;
		op = op_new(&add_enum_value, d->at);
		op->name = to->object.name;
		op->label = l->name;
		op->at_once = d->by_name ? &op->commit : &op->rebuild;
		if (i)
			op->after = ((struct label *)to->labels.v[i - 1])->name;
		else if (from->labels.n)
			op->before = first_label(d, from, to);
		diff_add(d, d->by_name ? PHASE_RENAME : PHASE_CREATE_TYPE, op);
	}
}

/* how many of the labels of `from` go */
static size_t
n_gone(const struct diff *d, const struct enum_type *from, const struct enum_type *to)
{
	size_t n = 0, i;

	for (i = 0; i < from->labels.n; i++)
		n += !counterpart(d, to, from->labels.v[i]);
	return n;
}

/* those that stay sort as they did */
static bool
same_order(const struct diff *d, const struct enum_type *from, const struct enum_type *to)
{
	const struct label *other;
	size_t next = 0, i, at;

	for (i = 0; i < from->labels.n; i++) {
		other = counterpart(d, to, from->labels.v[i]);
		if (!other)
			continue;
		at = position(to, other->name);
		if (at < next)
			return false;
		next = at;
	}
	return true;
}

static void
drop_label(struct diff *d, const struct enum_type *from, const struct enum_type *to)
{
	struct drop_enum_value *op = op_new(&drop_enum_value, d->at);
	size_t i;

	for (i = 0; counterpart(d, to, from->labels.v[i]); i++)
		;
	op->name = to->object.name;
	op->label = ((const struct label *)from->labels.v[i])->name;
	diff_add(d, PHASE_OWN_SEQUENCE, op);
}

static void
set_labels(struct diff *d, enum phase phase, const struct enum_type *to)
{
	struct alter_enum *op = op_new(&alter_enum, d->at);
	size_t i;

	op->name = to->object.name;
	for (i = 0; i < to->labels.n; i++)
		strs_add(&op->labels, ((const struct label *)to->labels.v[i])->name);
	diff_add(d, phase, op);
}

/* what goes, goes after defaults and checks have let go of it; what comes must be there before they say it. The type is made anew
   no more than once */
static void
alter_labels(struct diff *d, const struct enum_type *from, const struct enum_type *to)
{
	bool ordered = same_order(d, from, to);
	size_t gone = n_gone(d, from, to);

	if (!ordered && !gone) {
		set_labels(d, PHASE_CREATE_TYPE, to);
		return;
	}
	add_labels(d, from, to);
	if (!ordered || gone > 1)
		set_labels(d, PHASE_OWN_SEQUENCE, to);
	else if (gone)
		drop_label(d, from, to);
}

static void
alter(struct diff *d, const struct object *from, const struct object *to)
{
	const struct enum_type *a = (const struct enum_type *)from;
	const struct enum_type *b = (const struct enum_type *)to;
	struct rename_enum *op;

	if (!same_qname(from->name, to->name)) {
		op = op_new(&rename_enum, d->at);
		op->names.name = from->name;
		op->names.to = to->name;
		diff_add(d, PHASE_RENAME, op);
	}
	rename_labels(d, a, b);
	alter_labels(d, a, b);
	comment_add(d, "type", sql_qname(to->name), from->comment, to->comment);
	owner_alter(d, from, to);
	privileges_alter(d, from, to);
}

const struct noun enum_noun = {
	.name = "enum",
	.space = SPACE_TYPE,
	.plural = "TYPES",
	.size = sizeof(struct enum_type),
	.unshare = unshare,
	.remove = code_remove,
	.create = create,
	.drop = drop,
	.alter = alter,
	.rename_parts = enum_rename_parts,
	.warn_renamed = enum_warn_renamed,
	.resembles = enum_resembles,
};

const struct op_class *const enum_ops[] = {
	&create_enum,       &drop_enum,       &rename_enum, &add_enum_value,
	&rename_enum_value, &drop_enum_value, &alter_enum,  NULL};
