/* Sequences, also those behind identity columns: the operations on them, and the noun. */
#include <string.h>

#include "scope.h"

struct create_sequence {
	struct op op;
	struct qname name;
	struct sequence_options options;
	const char *owned_by; /* "t.c" */
	bool temporary;
	bool unlogged;
	bool if_not_exists;
	const char *comment;
	struct qname renamed_from;
};

struct alter_sequence {
	struct op op;
	struct qname name;
	struct sequence_options options;
	struct value *restart;
	const char *owned_by; /* "none" is OWNED BY NONE */
	enum answer unlogged;
	bool if_exists;
	bool apart; /* where it stood is of no use afterwards, and will be of none on the way back */

	const struct sequence
		*made; /* of a difference: the one that is made, and then owned so; or NULL */
};

struct drop_sequence {
	struct op op;
	struct list names; /* struct qname */
	bool if_exists;
	bool cascade;
	bool owned; /* may have gone with the column that owns it: then there is nothing to do */
	bool gone;
};

struct rename_sequence {
	struct op op;
	struct renamed names;
	bool absent; /* IF EXISTS, and there is none */
};

static const struct op_class create_sequence, alter_sequence, drop_sequence, rename_sequence;

static const char *const types[] = {"smallint", "integer", "bigint", NULL};

/* ---- which sequence ---- */

/* a sequence of its own, or the one behind an identity column */
struct target {
	const struct sequence *sequence;
	const struct table *table; /* with the column at this place */
	size_t column;
	struct qname name;
};

static bool
find_identity(const struct schema *s, const struct object *alias, struct target *t)
{
	const struct object *o =
		schema_find(s, SPACE_RELATION, ((const struct alias *)alias)->owner);
	const struct column *c;

	t->table = o && o->noun == &table_noun ? (const struct table *)o : NULL;
	for (t->column = 0; t->table && t->column < t->table->columns.n; t->column++) {
		c = t->table->columns.v[t->column];
		if (c->identity && same(c->identity->sequence, alias->name.name))
			return true;
	}
	return false;
}

static enum applied
need_sequence(const struct op *op, const struct schema *s, struct qname name, struct target *t)
{
	const struct object *o = schema_find(s, SPACE_RELATION, name);

	*t = (struct target){0};
	if (!o)
		return missing(op, s, "sequence", SPACE_RELATION, name);
	t->name = o->name;
	if (o->noun == &sequence_noun)
		t->sequence = (const struct sequence *)o;
	if (t->sequence || (o->noun->alias && find_identity(s, o, t)))
		return APPLIED;
	if (schema_may_be_other(s, SPACE_RELATION, name))
		return UNKNOWN;
	return op_error(op, E_KIND, "%s is %s %s, not a sequence", plain_qname(name),
	                article(o->noun->name), o->noun->name);
}

/* a copy of the table, with a copy of the column and its identity to be changed */
static struct column *
change_identity(const struct target *t, struct table **changed)
{
	struct column *c;

	*changed = (struct table *)object_copy(&t->table->object);
	c = element_copy(&(*changed)->columns, t->column, sizeof *c);
	c->identity = copy(c->identity, sizeof *c->identity);
	return c;
}

static const struct column *
identity_column(const struct target *t)
{
	return t->table->columns.v[t->column];
}

/* ---- create_sequence ---- */

static const struct field create_fields[] = {
	{"name", FIELD_QNAME, offsetof(struct create_sequence, name), 1, .required = true,
         .sql = "CREATE SEQUENCE name"},
	{"type", FIELD_CHOICE, offsetof(struct create_sequence, options.type), .choices = types,
         .fallback = "bigint", .sql = "AS type"},
	{"options", FIELD_PART, offsetof(struct create_sequence, options),
         .shape = &sequence_options_shape},
	{"owned_by", FIELD_TEXT, offsetof(struct create_sequence, owned_by), .fallback = "none",
         .sql = "OWNED BY t.c",
         .doc = "A column, \"t.c\": the sequence is dropped with it. Also \"none\"."},
	{"temporary", FIELD_BOOL, offsetof(struct create_sequence, temporary), .fallback = "false",
         .sql = "TEMPORARY"},
	{"unlogged", FIELD_BOOL, offsetof(struct create_sequence, unlogged), .fallback = "false",
         .sql = "UNLOGGED", .doc = "PostgreSQL 15 and later."},
	{"if_not_exists", FIELD_BOOL, offsetof(struct create_sequence, if_not_exists),
         .fallback = "false", .sql = "IF NOT EXISTS"},
	{"comment", FIELD_TEXT, offsetof(struct create_sequence, comment), .fallback = "none",
         .sql = "COMMENT ON SEQUENCE name IS 'comment'"},
	{"renamed_from", FIELD_QNAME, offsetof(struct create_sequence, renamed_from),
         .model = true},
	{0},
};

static struct op *
create_from_sql(const struct clause *c)
{
	struct reference owner = {0};
	const PgQuery__CreateSeqStmt *stmt;
	struct create_sequence *op;

	if (c->node->node_case != PG_QUERY__NODE__NODE_CREATE_SEQ_STMT)
		return NULL;
	stmt = c->node->create_seq_stmt;
	op = op_new(&create_sequence, c->at);
	op->name = range_qname(stmt->sequence);
	sequence_options_from_sql(stmt->options, stmt->n_options, &op->options, &owner);
	op->owned_by = sequence_owner_text(&owner);
	op->temporary = *stmt->sequence->relpersistence == 't';
	op->unlogged = *stmt->sequence->relpersistence == 'u';
	op->if_not_exists = stmt->if_not_exists;
	return &op->op;
}

static enum applied
create_apply(struct op *o, struct schema *s)
{
	struct create_sequence *op = (struct create_sequence *)o;
	struct qname full = schema_full(s, op->name);
	struct sequence *q = alloc(sizeof *q);
	enum applied result;
	const char *wrong;

	if (op->if_not_exists && schema_find(s, SPACE_RELATION, full)) {
		op->comment = NULL; /* the one that is there stays as it is */
		return APPLIED;
	}
	q->object.renamed_from = op->renamed_from;
	q->options = sequence_options_new(&op->options, &wrong);
	if (wrong)
		return op_error(o, E_SEQUENCE, "%s", wrong);
	/* gone with the session, and over any of its name until then */
	if (op->temporary && need_temporary(o, op->name) == REFUSED)
		return REFUSED;
	if (op->temporary) {
		full.schema = "pg_temp";
		schema_excuse(s, op->name.name);
		return op->owned_by ? need_sequence_owner(o, s, full, op->owned_by, &q->owned_by)
		                    : APPLIED;
	}
	result = need_schema(o, s, op->name);
	if (result == APPLIED)
		result = need_free_name(o, s, SPACE_RELATION, op->name);
	/* the server looks for one that is complete, though a sequence has no type */
	if (result == APPLIED && !is_shell(schema_find(s, SPACE_TYPE, full)))
		result = need_free_name(o, s, SPACE_TYPE, op->name);
	if (result == APPLIED && op->owned_by)
		result = need_sequence_owner(o, s, full, op->owned_by, &q->owned_by);
	if (result != APPLIED)
		return result;
	q->object.noun = &sequence_noun;
	q->object.id = schema_id(s);
	q->object.at = o->at;
	q->object.name = full;
	default_privileges(s, &q->object);
	q->object.comment = op->comment && *op->comment ? op->comment : NULL;
	q->persistence = op->unlogged ? "unlogged" : NULL;
	schema_put(s, &q->object);
	return APPLIED;
}

static void
create_render(const struct op *o, struct list *steps)
{
	const struct create_sequence *op = (const struct create_sequence *)o;
	char *name = sql_qname(op->name);
	struct buf b = {0};

	buf_fmt(&b, "CREATE %sSEQUENCE %s%s%s",
	        op->temporary  ? "TEMPORARY "
	        : op->unlogged ? "UNLOGGED "
	                       : "",
	        op->if_not_exists ? "IF NOT EXISTS " : "", name,
	        sequence_options_sql(&op->options));
	if (op->owned_by)
		buf_fmt(&b, " OWNED BY %s", sequence_owner_sql(op->owned_by));
	step_add(steps, o, name, buf_str(&b));
	if (op->comment)
		step_add(steps, o, name,
		         strf("COMMENT ON SEQUENCE %s IS %s", name, sql_literal(op->comment)));
}

static int
create_finish(void *item)
{
	struct create_sequence *op = item;

	if (!op->temporary || !op->unlogged)
		return 0;
	op_error(&op->op, E_EXCLUDE, "temporary and unlogged exclude each other");
	return -1;
}

/* what a table owns is chosen with the table */
static const struct catalog_query created[] = {
	{.phase = PHASE_CREATE_SEQUENCE,
         .sql = "SELECT r.schema, coalesce(t.relname, r.relname), concat('CREATE ', CASE r.relpersistence WHEN 'u' THEN 'UNLOGGED ' END, 'SEQUENCE ', r.said,\n"
                "    CASE WHEN p.seqtypid <> 'bigint'::regtype THEN ' AS ' || format_type(p.seqtypid, NULL) END, ' ' || nullif(q.options, ''))\n"
                "FROM relation r JOIN pg_sequence p ON p.seqrelid = r.oid JOIN sequence q ON q.oid = r.oid\n"
                "  LEFT JOIN pg_depend o ON o.classid = 'pg_class'::regclass AND o.objid = r.oid AND o.refclassid = 'pg_class'::regclass AND o.deptype = 'a'\n"
                "  LEFT JOIN relation t ON t.oid = o.refobjid\n"
                "WHERE NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = r.oid AND d.deptype = 'i') ORDER BY r.oid"},
	{.phase = PHASE_OWN_SEQUENCE,
         .sql = "SELECT r.schema, t.relname, format('ALTER SEQUENCE %s OWNED BY %s.%I', r.said, t.said, a.attname)\n"
                "FROM relation r JOIN pg_depend d ON d.classid = 'pg_class'::regclass AND d.objid = r.oid AND d.refclassid = 'pg_class'::regclass AND d.deptype = 'a'\n"
                "  JOIN relation t ON t.oid = d.refobjid JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = d.refobjsubid\n"
                "WHERE r.relkind = 'S' ORDER BY r.oid"},
	{.phase = PHASE_OWN_SEQUENCE,
         .since = 15,
         .sql = "SELECT r.schema, t.relname, format('ALTER SEQUENCE %s SET %s', r.said, CASE r.relpersistence WHEN 'u' THEN 'UNLOGGED' ELSE 'LOGGED' END)\n"
                "FROM relation r JOIN pg_depend d ON d.classid = 'pg_class'::regclass AND d.objid = r.oid AND d.refclassid = 'pg_class'::regclass AND d.deptype = 'i'\n"
                "  JOIN relation t ON t.oid = d.refobjid\n"
                "WHERE r.relkind = 'S' AND r.relpersistence <> t.relpersistence ORDER BY r.oid"},
	{0},
};

/* that it belongs to a column */
static bool
create_absorb(struct op *o, const struct op *other)
{
	const struct alter_sequence *alter = (const struct alter_sequence *)other;

	if (other->class != &alter_sequence || !alter->owned_by || alter->restart ||
	    alter->unlogged || !sequence_options_empty(&alter->options))
		return false;
	((struct create_sequence *)o)->owned_by = alter->owned_by;
	return true;
}

/* the owner stands apart, for its default may take from the sequence */
static int
create_declared(struct op *o, struct list *ops)
{
	struct create_sequence *op = (struct create_sequence *)o;
	struct alter_sequence *own;

	list_add(ops, op);
	if (!op->owned_by)
		return 0;
	own = op_new(&alter_sequence, o->at);
	own->op.called = o->called;
	own->name = op->name;
	own->owned_by = op->owned_by;
	op->owned_by = NULL;
	list_add(ops, own);
	return 0;
}

static const struct op_class create_sequence = {
	.shape = {"create_sequence", CALL_ARGUMENTS, sizeof(struct create_sequence), create_fields,
                  .finish = create_finish, .page = "sql-createsequence.html",
                  .doc = "Makes a sequence."},
	.declares = "sequence",
	.absorb = create_absorb,
	.declared = create_declared,
	.from_sql = create_from_sql,
	.apply = create_apply,
	.render = create_render,
	.inspect = created,
};

/* ---- alter_sequence ---- */

static const struct field alter_fields[] = {
	{"name", FIELD_QNAME, offsetof(struct alter_sequence, name), 1, .required = true,
         .sql = "ALTER SEQUENCE name"},
	{"type", FIELD_CHOICE, offsetof(struct alter_sequence, options.type), .choices = types,
         .fallback = "as it is", .sql = "AS type",
         .doc = "A bound that was the former type's becomes the new one's."},
	{"options", FIELD_PART, offsetof(struct alter_sequence, options),
         .shape = &sequence_options_shape},
	{"restart", FIELD_VALUE, offsetof(struct alter_sequence, restart), .fallback = "as it is",
         .sql = "RESTART, or RESTART WITH restart",
         .doc = "true begins again at its start; a number is the next value. Where it stood before is not known, so there is no "
                "way back."},
	{"owned_by", FIELD_TEXT, offsetof(struct alter_sequence, owned_by), .fallback = "as it is",
         .sql = "OWNED BY t.c, or OWNED BY NONE"},
	{"unlogged", FIELD_ANSWER, offsetof(struct alter_sequence, unlogged),
         .fallback = "as it is", .sql = "SET UNLOGGED or SET LOGGED",
         .doc = "PostgreSQL 15 and later."},
	{"if_exists", FIELD_BOOL, offsetof(struct alter_sequence, if_exists), .fallback = "false",
         .sql = "IF EXISTS"},
	{0},
};

static bool
restarts(const struct alter_sequence *op)
{
	return op->restart &&
	       !(op->restart->type == VALUE_BOOL && strcmp(op->restart->text, "false") == 0);
}

static int
alter_finish(void *item)
{
	struct alter_sequence *op = item;

	if (op->restart && op->restart->type != VALUE_BOOL && op->restart->type != VALUE_NUMBER) {
		op_error(&op->op, E_SEQUENCE, "restart is true or a number");
		return -1;
	}
	if (!sequence_options_empty(&op->options) || op->restart || op->owned_by || op->unlogged)
		return 0;
	op_error(&op->op, E_NOTHING, "says nothing to change");
	return -1;
}

static struct value *
restart_value(enum value_type type, const char *text, struct loc at)
{
	struct value *v = alloc(sizeof *v);

	v->at = at;
	v->type = type;
	v->text = text;
	return v;
}

static struct value *
restart_from_sql(PgQuery__Node *const *options, size_t n, struct loc at)
{
	const PgQuery__DefElem *e;
	const char *text;
	size_t i;

	for (i = 0; i < n; i++) {
		e = options[i]->def_elem;
		if (strcmp(e->defname, "restart") != 0)
			continue;
		text = node_number(e->arg);
		return text ? restart_value(VALUE_NUMBER, text, at)
		            : restart_value(VALUE_BOOL, "true", at);
	}
	return NULL;
}

/* ALTER SEQUENCE s SET UNLOGGED is an ALTER TABLE to the grammar */
static struct op *
set_logged_from_sql(const struct clause *c)
{
	const PgQuery__AlterTableStmt *stmt = c->node->alter_table_stmt;
	struct alter_sequence *op;
	bool unlogged;

	if (stmt->objtype != PG_QUERY__OBJECT_TYPE__OBJECT_SEQUENCE)
		return NULL;
	unlogged = c->command->subtype == PG_QUERY__ALTER_TABLE_TYPE__AT_SetUnLogged;
	if (!unlogged && c->command->subtype != PG_QUERY__ALTER_TABLE_TYPE__AT_SetLogged)
		return NULL;
	op = op_new(&alter_sequence, c->at);
	op->name = range_qname(stmt->relation);
	op->unlogged = unlogged ? YES : NO;
	op->if_exists = stmt->missing_ok;
	return &op->op;
}

static struct op *
alter_from_sql(const struct clause *c)
{
	struct reference owner = {0};
	const PgQuery__AlterSeqStmt *stmt;
	struct alter_sequence *op;

	if (c->node->node_case == PG_QUERY__NODE__NODE_ALTER_TABLE_STMT && c->command)
		return set_logged_from_sql(c);
	if (c->node->node_case != PG_QUERY__NODE__NODE_ALTER_SEQ_STMT)
		return NULL;
	stmt = c->node->alter_seq_stmt;
	op = op_new(&alter_sequence, c->at);
	op->name = range_qname(stmt->sequence);
	sequence_options_from_sql(stmt->options, stmt->n_options, &op->options, &owner);
	op->owned_by = sequence_owner_text(&owner);
	op->restart = restart_from_sql(stmt->options, stmt->n_options, c->at);
	op->if_exists = stmt->missing_ok;
	return &op->op;
}

static enum applied
alter_options(struct alter_sequence *op, struct sequence_options *o)
{
	struct sequence_options was = *o;
	const char *wrong;

	*o = sequence_options_alter(o, &op->options, &wrong);
	op->apart = !wrong && sequence_options_apart(&was, o);
	if (wrong)
		return op_error(&op->op, E_SEQUENCE, "%s", wrong);
	return op->restart && op->restart->type == VALUE_NUMBER
	               ? need_restart(&op->op, o, op->restart->text)
	               : APPLIED;
}

static enum applied
alter_own(struct alter_sequence *op, struct schema *s, const struct target *t)
{
	struct sequence *q = (struct sequence *)object_copy(&t->sequence->object);
	enum applied result = alter_options(op, &q->options);

	if (result == APPLIED && op->owned_by)
		result =
			need_sequence_owner(&op->op, s, q->object.name, op->owned_by, &q->owned_by);
	if (result != APPLIED)
		return result;
	if (op->unlogged)
		q->persistence = op->unlogged == YES ? "unlogged" : NULL;
	schema_put(s, &q->object);
	return APPLIED;
}

static enum applied
alter_identity(struct alter_sequence *op, struct schema *s, const struct target *t)
{
	bool unlogged = same(t->table->persistence, "unlogged");
	struct sequence_options options;
	enum applied result;
	struct table *changed;
	struct column *c;

	if (op->owned_by)
		return op_error(
			&op->op, E_GENERATED,
			"%s is the sequence of the identity column '%s.%s': its owner cannot change",
			plain_qname(t->name), t->table->object.name.name, identity_column(t)->name);
	c = change_identity(t, &changed);
	options = identity_options(c);
	result = alter_options(op, &options);
	if (result != APPLIED)
		return result;
	identity_set_options(c, options);
	if (op->unlogged)
		c->identity->unlogged = (op->unlogged == YES) == unlogged ? UNSAID : op->unlogged;
	schema_put(s, &changed->object);
	return APPLIED;
}

static enum applied
alter_apply(struct op *o, struct schema *s)
{
	struct alter_sequence *op = (struct alter_sequence *)o;
	enum applied result;
	struct target t;

	if (op->if_exists && !schema_find(s, SPACE_RELATION, op->name))
		return schema_excused(s, SPACE_RELATION, op->name) ? UNKNOWN : APPLIED;
	result = need_sequence(o, s, op->name, &t);
	if (result != APPLIED)
		return result;
	return t.sequence ? alter_own(op, s, &t) : alter_identity(op, s, &t);
}

static void
alter_render(const struct op *o, struct list *steps)
{
	const struct alter_sequence *op = (const struct alter_sequence *)o;
	const char *exists = op->if_exists ? "IF EXISTS " : "";
	char *name = sql_qname(op->name);
	struct buf b = {0};

	buf_add(&b, sequence_options_sql(&op->options));
	if (restarts(op))
		buf_add(&b, op->restart->type == VALUE_NUMBER
		                    ? strf(" RESTART WITH %s", op->restart->text)
		                    : " RESTART");
	if (op->owned_by)
		buf_fmt(&b, " OWNED BY %s", sequence_owner_sql(op->owned_by));
	if (b.n)
		step_lock(step_add(steps, o, name,
		                   strf("ALTER SEQUENCE %s%s%s", exists, name, buf_str(&b))),
		          LOCK_SHARE_ROW_EXCLUSIVE, op->name);
	if (op->unlogged)
		step_lock(step_add(steps, o, name,
		                   strf("ALTER SEQUENCE %s%s SET %s", exists, name,
		                        op->unlogged == YES ? "UNLOGGED" : "LOGGED")),
		          LOCK_ACCESS_EXCLUSIVE, op->name);
}

static bool
alter_invert(const struct op *o, const struct schema *s, struct list *down, struct list *gaps)
{
	(void)s;
	(void)down;
	if (restarts((const struct alter_sequence *)o) &&
	    !((const struct alter_sequence *)o)->apart)
		gap_add(gaps, o->at, "alter_sequence: where it stood before restart is not known");
	return false;
}

static const struct op_class alter_sequence = {
	.shape = {"alter_sequence", CALL_ARGUMENTS, sizeof(struct alter_sequence), alter_fields,
                  .finish = alter_finish, .page = "sql-altersequence.html",
                  .doc = "Changes a sequence, also the one behind an identity or serial column."},
	.from_sql = alter_from_sql,
	.apply = alter_apply,
	.render = alter_render,
	.invert = alter_invert,
};

/* ---- drop_sequence ---- */

static const struct field drop_fields[] = {
	{"name", FIELD_QNAMES, offsetof(struct drop_sequence, names), 1, .required = true,
         .sql = "DROP SEQUENCE name, …"},
	{"if_exists", FIELD_BOOL, offsetof(struct drop_sequence, if_exists), .fallback = "false",
         .sql = "IF EXISTS"},
	{"cascade", FIELD_BOOL, offsetof(struct drop_sequence, cascade), .fallback = "false",
         .sql = "CASCADE", .doc = "Drops the defaults that take from it."},
	{0},
};

static struct op *
drop_from(const struct clause *c)
{
	struct drop_sequence *op;

	if (!drops(c, PG_QUERY__OBJECT_TYPE__OBJECT_SEQUENCE))
		return NULL;
	op = op_new(&drop_sequence, c->at);
	drop_read(c, &op->names, &op->if_exists, &op->cascade);
	return &op->op;
}

static void
remove_cascading(struct schema *s, struct object *sequence)
{
	remove_users(s, sequence, NULL);
	sequence_release(s, sequence->name);
	schema_remove(s, sequence);
}

/* no default may take from it */
static enum applied
need_free(const struct drop_sequence *op, const struct schema *s, struct qname sequence)
{
	struct list takers = sequence_takers(s, sequence);
	const struct taker *first;

	if (!takers.n)
		return APPLIED;
	first = takers.v[0];
	return op_error(
		&op->op, E_NEEDED,
		"sequence %s is needed by the default of column '%s.%s'%s; drop that first, or say cascade = true",
		plain_qname(sequence), first->table->object.name.name, first->column->name,
		made_at(first->column->default_value->at));
}

static enum applied
drop_one(struct drop_sequence *op, struct schema *s, struct qname name)
{
	enum applied result;
	struct target t;

	if (!schema_find(s, SPACE_RELATION, name) && (op->if_exists || op->owned)) {
		op->gone = op->owned;
		return schema_excused(s, SPACE_RELATION, name) ? UNKNOWN : APPLIED;
	}
	result = need_sequence(&op->op, s, name, &t);
	if (result != APPLIED)
		return result;
	if (!t.sequence)
		return op_error(
			&op->op, E_GENERATED,
			"%s is the sequence of the identity column '%s.%s', and goes with its identity",
			plain_qname(name), t.table->object.name.name, identity_column(&t)->name);
	if (!op->cascade)
		result = worse(need_free(op, s, t.name),
		               need_unused(&op->op, s, &t.sequence->object, NULL, NULL));
	if (result == APPLIED)
		remove_cascading(s, s->by_id.v[t.sequence->object.id]);
	return result;
}

static enum applied
drop_apply(struct op *o, struct schema *s)
{
	struct drop_sequence *op = (struct drop_sequence *)o;
	struct list names = named_once(s, SPACE_RELATION, &op->names);
	enum applied result = APPLIED, one;
	size_t i;

	for (i = 0; i < names.n; i++) {
		one = drop_one(op, s, *(struct qname *)names.v[i]);
		if (one == REFUSED)
			return REFUSED;
		if (one != APPLIED)
			result = one;
	}
	return result;
}

static void
drop_render(const struct op *o, struct list *steps)
{
	const struct drop_sequence *op = (const struct drop_sequence *)o;
	const char *names = qnames_sql(&op->names);
	struct step *step;

	if (op->gone)
		return;
	step = step_add(steps, o, names, drop_sql("SEQUENCE", names, op->if_exists, op->cascade));
	step_lock(step, LOCK_ACCESS_EXCLUSIVE, *(struct qname *)op->names.v[0]);
	step->flags |= STEP_LOSES_DATA;
}

static const char *
drop_caution(const struct op *o, const struct schema *s)
{
	(void)s;
	return ((const struct drop_sequence *)o)->gone ? NULL : "where it stands is lost";
}

static const struct op_class drop_sequence = {
	.shape = {"drop_sequence", CALL_ARGUMENTS, sizeof(struct drop_sequence), drop_fields,
                  .page = "sql-dropsequence.html", .doc = "Drops one sequence or several."},
	.from_sql = drop_from,
	.caution = drop_caution,
	.apply = drop_apply,
	.render = drop_render,
};

/* ---- rename_sequence ---- */

static const struct field rename_fields[] = {
	{"name", FIELD_QNAME, offsetof(struct rename_sequence, names.name), 1, .required = true,
         .sql = "ALTER SEQUENCE name RENAME TO to"},
	{"to", FIELD_QNAME, offsetof(struct rename_sequence, names.to), 2, .required = true,
         .sql = "ALTER SEQUENCE name SET SCHEMA …, where it names another schema",
         .doc = "Stays in its schema where none is named."},
	{"if_exists", FIELD_BOOL, offsetof(struct rename_sequence, names.if_exists),
         .fallback = "false", .sql = "ALTER SEQUENCE IF EXISTS"},
	{0},
};

static struct op *
rename_from(const struct clause *c)
{
	struct renamed names;
	struct rename_sequence *op;

	if (!renamed_from_sql(c, PG_QUERY__OBJECT_TYPE__OBJECT_SEQUENCE, &names))
		return NULL;
	op = op_new(&rename_sequence, c->at);
	op->names = names;
	return &op->op;
}

static void
put_renamed(struct schema *s, const struct target *t, struct qname to)
{
	struct table *changed;
	struct object *o;

	if (t->sequence) {
		o = object_copy(&t->sequence->object);
		o->name = to;
	} else {
		change_identity(t, &changed)->identity->sequence = to.name;
		o = &changed->object;
	}
	schema_put(s, o);
	rename_references(s, SPACE_RELATION, t->name, to);
}

static enum applied
rename_apply(struct op *o, struct schema *s)
{
	struct rename_sequence *op = (struct rename_sequence *)o;
	struct qname to = op->names.to;
	enum applied result;
	struct target t;

	op->absent = op->names.if_exists && !schema_find(s, SPACE_RELATION, op->names.name);
	if (op->absent)
		return schema_excused(s, SPACE_RELATION, op->names.name) ? UNKNOWN : APPLIED;
	result = need_sequence(o, s, op->names.name, &t);
	if (result != APPLIED)
		return result;
	if (!to.schema)
		to.schema = t.name.schema;
	if ((op->names.moves || !same(to.schema, t.name.schema)) &&
	    (!t.sequence || t.sequence->owned_by.table.name))
		return op_error(o, E_SEQUENCE, "sequence %s has an owner, and moves with its table",
		                plain_qname(op->names.name));
	if (op->names.to.schema && same(to.schema, t.name.schema) && same(to.name, t.name.name))
		return APPLIED;
	result = need_schema(o, s, to);
	if (result == APPLIED)
		result = need_free_name(o, s, SPACE_RELATION, to);
	if (result != APPLIED)
		return result;
	op->names.name = t.name;
	op->names.to = to;
	rename_uses(s, SPACE_RELATION, t.name, to);
	put_renamed(s, &t, to);
	return APPLIED;
}

enum applied
sequence_move(const struct op *op, struct schema *s, struct qname name, const char *schema)
{
	struct rename_sequence move = {.op = *op, .names = {.name = name, .moves = true}};

	move.names.to = (struct qname){schema, name.name};
	return rename_apply(&move.op, s);
}

static void
rename_render(const struct op *o, struct list *steps)
{
	renamed_render(o, &((const struct rename_sequence *)o)->names, "SEQUENCE", true, steps);
}

/* by name, for the defaults that followed go back by themselves */
static bool
rename_invert(const struct op *o, const struct schema *s, struct list *down, struct list *gaps)
{
	const struct rename_sequence *op = (const struct rename_sequence *)o;
	struct rename_sequence *back = op_new(&rename_sequence, o->at);

	(void)s;
	(void)gaps;
	if (op->absent)
		return true;
	back->names.name = op->names.to;
	back->names.to = op->names.name;
	list_add(down, back);
	return true;
}

static const struct op_class rename_sequence = {
	.shape = {"rename_sequence", CALL_ARGUMENTS, sizeof(struct rename_sequence), rename_fields,
                  .page = "sql-altersequence.html",
                  .doc = "Renames a sequence, or moves it to another schema; defaults follow."},
	.from_sql = rename_from,
	.apply = rename_apply,
	.render = rename_render,
	.invert = rename_invert,
};

/* ---- the noun ---- */

static void
own(struct diff *d, enum phase phase, struct qname name, const struct reference *owner)
{
	struct alter_sequence *op = op_new(&alter_sequence, d->at);
	struct reference said = *owner;

	if (same(said.table.schema, sql_qname_full((struct qname){NULL, ""}).schema))
		said.table.schema = NULL;
	op->name = name;
	op->owned_by = owner->table.name ? sequence_owner_text(&said) : "none";
	diff_add(d, phase, op);
}

/* a temporary table's: it is gone before anything could be undone */
static bool
is_temporary(const struct sequence *q)
{
	return same(q->persistence, "temporary");
}

static void
create(struct diff *d, const struct object *o)
{
	const struct sequence *q = (const struct sequence *)o;
	struct create_sequence *op = op_new(&create_sequence, d->at);

	if (is_temporary(q))
		return;
	op->name = o->name;
	op->options = q->options;
	op->unlogged = q->persistence != NULL;
	diff_add(d, PHASE_CREATE_SEQUENCE, op);
	if (q->owned_by.table.name)
		own(d, PHASE_OWN_SEQUENCE, o->name, &q->owned_by);
	comment_add(d, "sequence", sql_qname(o->name), NULL, o->comment);
	owner_alter(d, NULL, o);
	privileges_alter(d, NULL, o);
}

static void
drop(struct diff *d, const struct object *o)
{
	struct drop_sequence *op = op_new(&drop_sequence, d->at);

	if (is_temporary((const struct sequence *)o))
		return;
	list_add(&op->names, copy(&o->name, sizeof o->name));
	op->owned = ((const struct sequence *)o)->owned_by.table.name != NULL;
	diff_add(d, PHASE_DROP_SEQUENCE, op);
}

static void
alter_difference(struct diff *d, const struct sequence *from, const struct sequence *to)
{
	struct alter_sequence *op = op_new(&alter_sequence, d->at);

	op->name = to->object.name;
	op->options = sequence_options_difference(&from->options, &to->options);
	if (sequence_options_apart(&from->options, &to->options))
		op->restart = restart_value(VALUE_BOOL, "true", d->at);
	if (!same(from->persistence, to->persistence))
		op->unlogged = to->persistence ? YES : NO;
	if (!sequence_options_empty(&op->options) || op->unlogged)
		diff_add(d, PHASE_CREATE_SEQUENCE, op);
}

static bool
owned_alike(const struct reference *a, const struct reference *b)
{
	return same(a->table.name, b->table.name) && strs_same(&a->columns, &b->columns);
}

/* it is let go before its owner may go, and take it along */
static void
change_owner(struct diff *d, struct qname name, const struct reference *from,
             const struct reference *to)
{
	if (from->table.name && d->by_name)
		own(d, PHASE_RENAME, name, &(struct reference){0});
	if (to->table.name || !d->by_name)
		own(d, PHASE_OWN_SEQUENCE, name, to);
}

static void
alter(struct diff *d, const struct object *from, const struct object *to)
{
	const struct sequence *a = (const struct sequence *)from;
	const struct sequence *b = (const struct sequence *)to;
	struct rename_sequence *op;

	if (is_temporary(b))
		return;
	/* with an owner it moves to another schema by itself */
	if (!same(from->name.name, to->name.name) ||
	    (!same(from->name.schema, to->name.schema) && !b->owned_by.table.name)) {
		op = op_new(&rename_sequence, d->at);
		op->names.name = from->name;
		op->names.to = to->name;
		diff_add(d, PHASE_RENAME, op);
	}
	alter_difference(d, a, b);
	/* while time passes an owner changes its name more often than a sequence its owner, and then there is nothing to do; where
	   it is the other way round, the comparison by name that follows will see it */
	if (!owned_alike(&a->owned_by, &b->owned_by) &&
	    (d->by_name || !a->owned_by.table.name || !b->owned_by.table.name))
		change_owner(d, to->name, &a->owned_by, &b->owned_by);
	comment_add(d, "sequence", sql_qname(to->name), from->comment, to->comment);
	owner_alter(d, from, to);
	privileges_alter(d, from, to);
}

/* the one sequence of that column, or the one that the other schema does not have; NULL where there is none, or more */
static const struct object *
only_of_column(const struct schema *s, const struct table *t, const char *column,
               const struct schema *other)
{
	struct list owned = owned_sequences(s, t);
	const struct object *only = NULL, *new = NULL;
	const struct sequence *q;
	size_t n = 0, n_new = 0, i;

	for (i = 0; i < owned.n; i++) {
		q = owned.v[i];
		if (!same(q->owned_by.columns.v[0], column))
			continue;
		only = &q->object;
		n++;
		if (object_namesake(other, &q->object))
			continue;
		new = &q->object;
		n_new++;
	}
	return n == 1 ? only : n_new == 1 ? new : NULL;
}

/* that of its column, which has its new name by now: it goes on counting */
static const struct object *
former(const struct schema *s, const struct schema *to, const struct object *o)
{
	const struct reference *owner = &((const struct sequence *)o)->owned_by;
	const struct object *now, *was;

	now = owner->table.name ? schema_find(to, SPACE_RELATION, owner->table) : NULL;
	was = now && now->noun == &table_noun ? object_namesake(s, now) : NULL;
	if (!was || only_of_column(to, (const struct table *)now, owner->columns.v[0], s) != o)
		return NULL;
	return only_of_column(s, (const struct table *)was, owner->columns.v[0], to);
}

/* ---- identities ---- */

struct sequence_options
identity_retyped(const struct column *c, const char *type)
{
	struct sequence_options o = identity_options(c), change = {.type = type};
	const char *wrong;

	return same(c->type, type) ? o : sequence_options_alter(&o, &change, &wrong);
}

void
identity_create(struct diff *d, const struct table *t, struct column *c)
{
	struct sequence_options plain = {.type = c->type}, full;
	struct alter_sequence *op;
	struct qname name;

	if (!c->identity)
		return;
	name = (struct qname){t->object.name.schema, c->identity->sequence};
	comment_add(d, "sequence", sql_qname(name), NULL, c->identity->comment);
	if (!c->identity->options.type && !c->identity->unlogged)
		return;
	op = op_new(&alter_sequence, d->at);
	op->name = name;
	op->unlogged = c->identity->unlogged;
	if (c->identity->options.type) {
		full = identity_options(c);
		op->options = sequence_options_difference(&plain, &full);
		op->restart = restart_value(VALUE_BOOL, "true", d->at);
		identity_set_options(c, plain);
	}
	c->identity = copy(c->identity, sizeof *c->identity);
	c->identity->unlogged = UNSAID;
	diff_add(d, PHASE_OWN_SEQUENCE, op);
}

/* an identity's sequence has a name of its own, which stays where its table or column gets another */
static void
rename_identity(struct diff *d, const struct table *t, const struct identity *from,
                const struct identity *to)
{
	struct rename_sequence *op;

	if (same(from->sequence, to->sequence) || t->partition_of.name)
		return;
	op = op_new(&rename_sequence, d->at);
	op->names.name = (struct qname){t->object.name.schema, from->sequence};
	op->names.to = (struct qname){NULL, to->sequence};
	diff_add(d, PHASE_OWN_SEQUENCE, op);
}

void
identity_alter(struct diff *d, const struct table *t, const struct column *from,
               const struct column *to)
{
	struct alter_sequence *op = op_new(&alter_sequence, d->at);
	struct sequence_options was, is;

	if (!to->identity)
		return;
	op->name = (struct qname){t->object.name.schema, to->identity->sequence};
	if (d->unrelated)
		rename_identity(d, t, from->identity, to->identity);
	was = identity_retyped(from, to->type);
	is = identity_options(to);
	comment_add(d, "sequence", sql_qname(op->name), from->identity->comment,
	            to->identity->comment);
	if (!same(was.type, is.type))
		op->options = sequence_options_difference(&was, &is);
	if (from->identity->unlogged != to->identity->unlogged)
		op->unlogged = to->identity->unlogged             ? to->identity->unlogged
		               : same(t->persistence, "unlogged") ? YES
		                                                  : NO;
	if (!sequence_options_empty(&op->options) || op->unlogged)
		diff_add(d, PHASE_OWN_SEQUENCE, op);
}

/* ---- the row ---- */

/* as SELECT has them */
static bool
columns(const struct object *o, struct list *out)
{
	(void)o;
	output_add(out, "last_value", "bigint");
	output_add(out, "log_cnt", "bigint");
	output_add(out, "is_called", "boolean");
	return true;
}

const struct noun sequence_noun = {
	.name = "sequence",
	.space = SPACE_RELATION,
	.plural = "SEQUENCES",
	.size = sizeof(struct sequence),
	.columns = columns,
	.links = sequence_links,
	.remove = remove_cascading,
	.create = create,
	.drop = drop,
	.alter = alter,
	.former = former,
};

const struct op_class *const sequence_ops[] = {&create_sequence, &alter_sequence, &drop_sequence,
                                               &rename_sequence, NULL};
