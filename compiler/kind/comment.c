/* Comments: COMMENT ON what, in SQL, is turned into what it names by PostgreSQL's grammar. */
#include <string.h>
#include <strings.h>

#include "code.h"

struct comment_on {
	struct op op;
	const char *target; /* what stands behind COMMENT ON */
	const char *text;   /* NULL or "": none */
	bool derived;       /* that of an index which went with another is passed over */
	const struct security_label *label; /* said instead of a comment */

	/* found when applied */
	struct qname table; /* what is locked; name NULL: none */
	bool passed;
	bool former_unknown; /* the comment that an extension has by itself */
};

static const struct op_class comment_on, security_label;

/* ---- the target ---- */

const PgQuery__CommentStmt *
target_parse(const char *target, struct parse_error *e)
{
	const PgQuery__Node *n = parse_statement(strf("COMMENT ON %s IS NULL", target), e);

	return n && n->node_case == PG_QUERY__NODE__NODE_COMMENT_STMT ? n->comment_stmt : NULL;
}

enum applied
target_refused(const struct op *op, const char *target, const struct parse_error *e)
{
	return op_error(
		op, E_SQL_SYNTAX,
		"'%s' is not what can stand behind COMMENT ON: %s; the kind comes first, as in \"column users.email\"",
		target, e->message ? e->message : "it is more than that");
}

/* what stands between COMMENT ON and the last IS of a statement */
static const char *
target_text(const char *statement)
{
	struct tokens tokens;
	size_t last;

	if (!scan_tokens(statement, &tokens))
		return NULL;
	for (last = tokens.n; last > 2; last--)
		if (tokens.v[last - 1].type == PG_QUERY__TOKEN__IS)
			break;
	if (last < 4)
		return NULL;
	return strn(statement + tokens.v[2].start, tokens.v[last - 2].end - tokens.v[2].start);
}

/* more words of the kind come behind it */
static bool
leads_on(const char *word, size_t n)
{
	static const char *const words[] = {"materialized", "foreign", "data", "access",
	                                    "event",        "large",   "text", "search"};
	size_t i;

	for (i = 0; i < LEN(words); i++)
		if (strlen(words[i]) == n && strncasecmp(word, words[i], n) == 0)
			return true;
	return false;
}

char *
target_sql(const char *target, bool if_exists)
{
	size_t word = 0, end = strcspn(target, " \t\r\n"), i;
	char *sql = str(target);

	while (target[end] && leads_on(target + word, end - word)) {
		word = end + 1;
		end = word + strcspn(target + word, " \t\r\n");
	}
	for (i = 0; i < end; i++)
		if (sql[i] >= 'a' && sql[i] <= 'z')
			sql[i] = (char)(sql[i] - 'a' + 'A');
	return if_exists ? strf("%.*s IF EXISTS%s", (int)end, sql, sql + end) : sql;
}

struct qname
target_name(const PgQuery__Node *object, size_t without)
{
	if (object->node_case == PG_QUERY__NODE__NODE_LIST)
		return list_qname(object->list->items, object->list->n_items - without);
	if (object->node_case == PG_QUERY__NODE__NODE_TYPE_NAME)
		return list_qname(object->type_name->names, object->type_name->n_names);
	return (struct qname){NULL, node_string(object)};
}

const char *
target_part(const PgQuery__Node *object)
{
	return node_string(object->list->items[object->list->n_items - 1]);
}

/* ---- what a comment is set on ---- */

static const char *
comment_text(const struct comment_on *op)
{
	return op->text && *op->text ? op->text : NULL;
}

/* the same provider, as far as it is known */
static bool
same_provider(const struct security_label *a, const struct security_label *b)
{
	return !a->provider || !b->provider || same(a->provider, b->provider);
}

/* labels may be those of what this was copied of */
static void
label(struct list *labels, const struct security_label *said)
{
	struct security_label set = *said;
	const struct security_label *was;
	size_t i;

	*labels = list_copy(labels);
	for (i = labels->n; i-- > 0;) {
		was = labels->v[i];
		if (!same_provider(was, said))
			continue;
		set.provider = said->provider ? said->provider : was->provider;
		list_remove(labels, i);
	}
	if (set.text)
		list_add(labels, copy(&set, sizeof set));
}

static void
say(const struct comment_on *op, const char **comment, struct list *labels)
{
	if (op->label)
		label(labels, op->label);
	else
		*comment = comment_text(op);
}

/* what is not followed, or known by name alone: nothing to say where it goes with this revision anyway */
static enum applied
not_followed(const struct schema *s, const struct object *o)
{
	if (o && o->noun->alias)
		o = schema_find(s, SPACE_RELATION, ((const struct alias *)o)->owner);
	return o && schema_is_new(s, o) ? APPLIED : UNKNOWN;
}

/* the sequence of an identity column: part of its table */
static enum applied
set_on_identity(const struct comment_on *op, struct schema *s, const struct object *sequence)
{
	struct table *t = (struct table *)object_copy(&alias_table(s, sequence)->object);
	struct identity *identity = identity_copy(t, sequence);

	say(op, &identity->comment, &identity->labels);
	schema_put(s, &t->object);
	return APPLIED;
}

static enum applied
set_on_object(struct comment_on *op, struct schema *s, const char *noun, enum space space,
              struct qname name)
{
	struct object *o = schema_find(s, space, name);

	if (!o)
		return missing(&op->op, s, noun, space, name);
	if (o->noun == &identity_noun && strcmp(o->noun->name, noun) == 0)
		return set_on_identity(op, s, o);
	if (object_is_multirange(o) && !op->label) {
		multirange_comment(s, o, comment_text(op));
		return APPLIED;
	}
	if (strcmp(o->noun->name, noun) != 0 && space == SPACE_RELATION &&
	    !schema_may_be_other(s, space, name))
		return op_error(&op->op, E_KIND, "%s is %s %s, not %s %s", plain_qname(name),
		                article(o->noun->name), o->noun->name, article(noun), noun);
	if (o->noun->alias || !o->noun->create)
		return not_followed(s, o);
	op->former_unknown = space == SPACE_EXTENSION && !o->comment && !schema_is_new(s, o);
	o = object_copy(o);
	say(op, &o->comment, &o->labels);
	schema_put(s, o);
	return APPLIED;
}

static enum applied
set_on_table(struct comment_on *op, struct schema *s, const PgQuery__Node *object, bool foreign)
{
	enum applied result;
	struct table *t =
		need_table(&op->op, s, target_name(object, 0), foreign ? "f" : "", &result);

	if (t && foreign)
		result = need_foreign(&op->op, t);
	if (!t || result != APPLIED)
		return result;
	op->table = t->object.name;
	return set_on_object(op, s, "table", SPACE_RELATION, t->object.name);
}

/* a column of what is kept as SQL: a view */
static enum applied
set_on_output(struct comment_on *op, struct schema *s, const struct code *c, const char *column)
{
	struct code *changed = (struct code *)object_copy(&c->object);
	struct strs names = {0};
	struct output *o;
	size_t i;

	for (i = 0; i < c->columns.n; i++) {
		o = c->columns.v[i];
		strs_add(&names, o->name);
		if (strcmp(o->name, column) != 0)
			continue;
		o = element_copy(&changed->columns, i, sizeof *o);
		say(op, &o->comment, &o->labels);
		schema_put(s, &changed->object);
		return APPLIED;
	}
	if (c->open)
		return not_followed(s, &c->object);
	return op_error(&op->op, E_NO_COLUMN, "no column named '%s' in %s %s%s", column,
	                c->object.noun->name, plain_qname(c->name), did_you_mean(column, &names));
}

static enum applied
set_on_attribute(const struct comment_on *op, struct schema *s, const struct object *type,
                 const char *name)
{
	struct object *o = object_copy(type);
	enum applied result;
	struct column *c = need_attribute(&op->op, s, o, name, &result);

	if (!c)
		return result;
	say(op, &c->comment, &c->labels);
	schema_put(s, o);
	return APPLIED;
}

static enum applied
set_on_column(struct comment_on *op, struct schema *s, const PgQuery__Node *object)
{
	struct qname name = target_name(object, 1);
	const char *column = target_part(object);
	const struct object *o;
	enum applied result;
	struct column *c;
	struct table *t;
	size_t i;

	if (!name.name)
		return op_error(&op->op, E_SQL_SYNTAX,
		                "the column '%s' needs its table's name before it", column);
	o = schema_find(s, SPACE_RELATION, name);
	if (o && code_kind(o))
		return set_on_output(op, s, (const struct code *)o, column);
	/* a composite type has columns, too */
	if (!o && is_composite(schema_find(s, SPACE_TYPE, name)))
		return set_on_attribute(op, s, schema_find(s, SPACE_TYPE, name), column);
	t = need_table(&op->op, s, name, "vmf", &result);
	if (t && is_system_column(column))
		return not_followed(s, &t->object);
	if (!t || !need_column(&op->op, s, t, column, &result))
		return result;
	op->table = t->object.name;
	t = (struct table *)object_copy(&t->object);
	for (i = 0; i < t->columns.n; i++)
		if (strcmp(((struct column *)t->columns.v[i])->name, column) == 0)
			break;
	c = element_copy(&t->columns, i, sizeof *c);
	say(op, &c->comment, &c->labels);
	schema_put(s, &t->object);
	return APPLIED;
}

static enum applied
no_constraint(const struct comment_on *op, const struct schema *s, const struct table *t,
              const char *name)
{
	struct strs names = {0};
	size_t i;

	if (schema_may_have_part(s, &t->object, name) ||
	    schema_excused(s, SPACE_PART, (struct qname){NULL, name}))
		return UNKNOWN;
	for (i = 0; i < t->constraints.n; i++)
		strs_add(&names, ((struct constraint *)t->constraints.v[i])->name);
	return op_error(&op->op, E_NO_PART, "table %s has no constraint '%s'%s",
	                plain_qname(t->object.name), name, did_you_mean(name, &names));
}

static enum applied
set_on_constraint(struct comment_on *op, struct schema *s, const PgQuery__Node *object)
{
	const char *name = target_part(object);
	struct constraint *c;
	enum applied result;
	struct table *t = need_table(&op->op, s, target_name(object, 1), "f", &result);
	size_t i;

	if (!t)
		return result;
	if (constraint_trigger(s, t, name))
		return UNKNOWN;
	if (!table_constraint(t, name))
		return no_constraint(op, s, t, name);
	op->table = t->object.name;
	t = (struct table *)object_copy(&t->object);
	for (i = 0; i < t->constraints.n; i++)
		if (same(((struct constraint *)t->constraints.v[i])->name, name))
			break;
	c = element_copy(&t->constraints, i, sizeof *c);
	c->comment = comment_text(op);
	schema_put(s, &t->object);
	return APPLIED;
}

/* t is a copy. The index of that name may be a constraint's */
static void
set_index_comment(struct table *t, const char *name, const char *comment)
{
	struct constraint *c;
	struct index *x;
	size_t i;

	for (i = 0; i < t->indexes.n; i++) {
		if (!same(((struct index *)t->indexes.v[i])->name, name))
			continue;
		x = element_copy(&t->indexes, i, sizeof *x);
		x->comment = comment;
		return;
	}
	for (i = 0; i < t->constraints.n; i++) {
		if (!same(((struct constraint *)t->constraints.v[i])->name, name))
			continue;
		c = element_copy(&t->constraints, i, sizeof *c);
		c->index_comment = comment;
	}
}

static enum applied
set_on_index(struct comment_on *op, struct schema *s, const PgQuery__Node *object)
{
	struct qname name = target_name(object, 0);
	const struct object *o = schema_find(s, SPACE_RELATION, name);
	struct table *t;

	op->passed = !o && op->derived && !comment_text(op);
	if (op->passed)
		return APPLIED;
	if (!o)
		return missing(&op->op, s, "index", SPACE_RELATION, name);
	if (o->noun == &table_noun || o->noun == &sequence_noun || code_kind(o))
		return op_error(&op->op, E_KIND, "%s is a %s, not an index", plain_qname(name),
		                o->noun->name);
	if (o->noun != &index_noun)
		return not_followed(s, o);
	t = (struct table *)object_copy(&alias_table(s, o)->object);
	op->table = t->object.name;
	set_index_comment(t, o->name.name, comment_text(op));
	schema_put(s, &t->object);
	return APPLIED;
}

static enum applied
set_on_type(struct comment_on *op, struct schema *s, const PgQuery__Node *object)
{
	struct qname name = target_name(object, 0);
	struct type_parts parts = {0};

	if (object->node_case == PG_QUERY__NODE__NODE_TYPE_NAME)
		parts = type_parts(type_sql(object->type_name));
	if (parts.builtin || (name.schema && strcmp(name.schema, "pg_catalog") == 0))
		return UNKNOWN;
	/* an extension's */
	if (!schema_find(s, SPACE_TYPE, name))
		return need_type(&op->op, s, type_sql(object->type_name)) == REFUSED ? REFUSED
		                                                                     : UNKNOWN;
	return set_on_object(op, s, "type", SPACE_TYPE, name);
}

/* a comment on a function of a range type goes with the type */
static enum applied
set_on_function_of_others(const struct schema *s, const PgQuery__ObjectWithArgs *f)
{
	const struct object *type =
		schema_find(s, SPACE_TYPE, list_qname(f->objname, f->n_objname));

	return not_followed(s, type && type->noun == &range_kind.noun ? type : NULL);
}

static enum applied
set_on_code(struct comment_on *op, struct schema *s, const struct code_kind *kind,
            const PgQuery__Node *object)
{
	enum applied result;
	struct object *o;

	if (kind->noun.space == SPACE_FUNCTION && kind != &aggregate_kind &&
	    function_is_others(s, object->object_with_args))
		return set_on_function_of_others(s, object->object_with_args);
	o = (struct object *)need_code(&op->op, s, kind, object, false, &result);
	if (!o)
		return result;
	o = object_copy(o);
	say(op, &o->comment, &o->labels);
	schema_put(s, o);
	return APPLIED;
}

static enum applied
set(struct comment_on *op, struct schema *s, const PgQuery__CommentStmt *stmt)
{
	const PgQuery__Node *object = stmt->object;
	const struct code_kind *kind = code_kind_of(stmt->objtype);
	struct qname name = target_name(object, 0);

	switch (stmt->objtype) {
	case PG_QUERY__OBJECT_TYPE__OBJECT_TABLE:
		return set_on_table(op, s, object, false);
	case PG_QUERY__OBJECT_TYPE__OBJECT_COLUMN:
		return set_on_column(op, s, object);
	case PG_QUERY__OBJECT_TYPE__OBJECT_TABCONSTRAINT:
		return set_on_constraint(op, s, object);
	case PG_QUERY__OBJECT_TYPE__OBJECT_INDEX:
		return set_on_index(op, s, object);
	case PG_QUERY__OBJECT_TYPE__OBJECT_TYPE:
		return set_on_type(op, s, object);
	case PG_QUERY__OBJECT_TYPE__OBJECT_SEQUENCE:
		return set_on_object(op, s, "sequence", SPACE_RELATION, name);
	case PG_QUERY__OBJECT_TYPE__OBJECT_SCHEMA:
		return set_on_object(op, s, "schema", SPACE_SCHEMA, name);
	case PG_QUERY__OBJECT_TYPE__OBJECT_EXTENSION:
		return set_on_object(op, s, "extension", SPACE_EXTENSION, name);
	case PG_QUERY__OBJECT_TYPE__OBJECT_FOREIGN_TABLE:
		return set_on_table(op, s, object, true);
	case PG_QUERY__OBJECT_TYPE__OBJECT_DOMCONSTRAINT:
		return domain_constraint_comment(&op->op, s, object, comment_text(op));
	default:
		return kind ? set_on_code(op, s, kind, object) : UNKNOWN;
	}
}

/* ---- comment_on ---- */

static const struct field fields[] = {
	{"target", FIELD_TEXT, offsetof(struct comment_on, target), 1, .required = true,
         .sql = "COMMENT ON target",
         .doc = "SQL: \"table users\", \"column users.email\", \"constraint users_pkey on users\", …"},
	{"text", FIELD_TEXT, offsetof(struct comment_on, text), 2, .required = true,
         .nullable = true, .sql = "IS 'text'", .doc = "null takes the comment away."},
	{0},
};

static struct op *
from_sql(const struct clause *c)
{
	struct comment_on *op;
	const char *target;

	if (c->node->node_case != PG_QUERY__NODE__NODE_COMMENT_STMT)
		return NULL;
	target = target_text(c->statement->text);
	if (!target)
		return NULL;
	op = op_new(&comment_on, c->at);
	op->target = target;
	op->text = c->node->comment_stmt->comment;
	return &op->op;
}

static enum applied
apply(struct op *o, struct schema *s)
{
	struct comment_on *op = (struct comment_on *)o;
	struct parse_error e = {0};
	const PgQuery__CommentStmt *stmt = target_parse(op->target, &e);

	if (!stmt)
		return target_refused(o, op->target, &e);
	return set(op, s, stmt);
}

static void
render(const struct op *o, struct list *steps)
{
	const struct comment_on *op = (const struct comment_on *)o;
	const char *text = comment_text(op);
	struct step *step;

	if (op->passed)
		return;
	step = step_add(steps, o, op->target,
	                strf("COMMENT ON %s IS %s", target_sql(op->target, false),
	                     text ? sql_literal(text) : "NULL"));
	if (op->table.name)
		step_lock(step, LOCK_SHARE_UPDATE_EXCLUSIVE, op->table);
}

static bool
invert(const struct op *o, const struct schema *s, struct list *down, struct list *gaps)
{
	const struct comment_on *op = (const struct comment_on *)o;

	(void)s;
	(void)down;
	if (op->former_unknown)
		gap_add(gaps, o->at,
		        "comment_on: the comment that the extension came with is not known");
	return op->former_unknown;
}

/* an extension brings a comment of its own, as the schema public has one */
static const struct catalog_query commented[] = {
	{.phase = PHASE_COMMENT,
         .sql = "SELECT coalesce(r.schema, h.name), coalesce(r.relname, replace(btrim(i.name, '\"'), '\"\"', '\"')), format('COMMENT ON %s IS %L', CASE\n"
                "    WHEN k.contypid <> 0 THEN format('CONSTRAINT %I ON DOMAIN %s', k.conname, (SELECT t.said FROM made_type t WHERE t.oid = k.contypid))\n"
                "    WHEN i.type LIKE '% column' THEN 'COLUMN ' || i.identity\n"
                "    WHEN i.type LIKE '% constraint' THEN 'CONSTRAINT ' || i.identity\n"
                "    WHEN i.type = 'type' AND EXISTS (SELECT FROM pg_type t WHERE t.oid = d.objoid AND t.typtype = 'd') THEN 'DOMAIN ' || i.identity\n"
                "    WHEN i.type = 'transform' THEN 'TRANSFORM ' || replace(i.identity, ' on language ', ' language ')\n"
                "    WHEN i.type = 'aggregate' THEN 'AGGREGATE ' || regexp_replace(i.identity, '\\(\\)$', '(*)')\n"
                "    ELSE concat(CASE i.type WHEN 'statistics object' THEN 'STATISTICS' WHEN 'foreign-data wrapper' THEN 'FOREIGN DATA WRAPPER' ELSE upper(i.type) END, ' ', i.identity)\n"
                "    END, d.description)\n"
                "FROM pg_description d CROSS JOIN LATERAL pg_identify_object(d.classoid, d.objoid, d.objsubid) i\n"
                "  LEFT JOIN pg_constraint k ON d.classoid = 'pg_constraint'::regclass AND k.oid = d.objoid\n"
                "  LEFT JOIN LATERAL (SELECT CASE d.classoid\n"
                "      WHEN 'pg_class'::regclass THEN coalesce((SELECT x.indrelid FROM pg_index x WHERE x.indexrelid = d.objoid), d.objoid)\n"
                "      WHEN 'pg_constraint'::regclass THEN nullif(k.conrelid, 0)\n"
                "      WHEN 'pg_trigger'::regclass THEN (SELECT t.tgrelid FROM pg_trigger t WHERE t.oid = d.objoid)\n"
                "      WHEN 'pg_rewrite'::regclass THEN (SELECT w.ev_class FROM pg_rewrite w WHERE w.oid = d.objoid)\n"
                "      WHEN 'pg_policy'::regclass THEN (SELECT p.polrelid FROM pg_policy p WHERE p.oid = d.objoid) END AS oid) b ON true\n"
                "  LEFT JOIN relation r ON r.oid = b.oid LEFT JOIN home h ON h.said = i.schema\n"
                "WHERE d.objoid >= 16384 AND d.classoid NOT IN ('pg_extension'::regclass, 'pg_largeobject'::regclass, 'pg_subscription'::regclass)\n"
                "  AND (b.oid IS NULL OR r.oid IS NOT NULL) AND (i.schema IS NULL OR h.oid IS NOT NULL)\n"
                "  AND NOT EXISTS (SELECT FROM member m WHERE m.classid = d.classoid AND m.objid = d.objoid)\n"
                "UNION ALL\n"
                "SELECT NULL, NULL, format('COMMENT ON EXTENSION %I IS %L', e.extname, obj_description(e.oid, 'pg_extension'))\n"
                "FROM pg_extension e LEFT JOIN pg_available_extensions() a ON a.name = e.extname WHERE obj_description(e.oid, 'pg_extension') IS DISTINCT FROM a.comment\n"
                "UNION ALL\n"
                "SELECT name, NULL, format('COMMENT ON SCHEMA public IS %L', obj_description(oid, 'pg_namespace'))\n"
                "FROM home WHERE name = 'public' AND obj_description(oid, 'pg_namespace') IS DISTINCT FROM 'standard public schema'"},
	{0},
};

/* SQL's words in small letters: names in capitals are quoted */
static const struct op *
told(const struct op *o, const struct schema *s)
{
	struct comment_on *op = copy(o, sizeof *op);
	bool quoted = false;
	char *target, *c;

	(void)s;
	if (!op->derived)
		return o;
	op->target = target = str(op->target);
	for (c = target; *c; c++) {
		quoted ^= *c == '"';
		if (!quoted && *c >= 'A' && *c <= 'Z')
			*c = (char)(*c - 'A' + 'a');
	}
	return &op->op;
}

static const struct op_class comment_on = {
	.shape = {"comment_on", CALL_ARGUMENTS, sizeof(struct comment_on), fields,
                  .page = "sql-comment.html", .doc = "Sets a comment, or takes it away."},
	.declares = "comment_on",
	.told = told,
	.from_sql = from_sql,
	.apply = apply,
	.render = render,
	.invert = invert,
	.inspect = commented,
};

void
comment_add(struct diff *d, const char *what, const char *name, const char *from, const char *to)
{
	struct comment_on *op;

	if (same(from && *from ? from : NULL, to && *to ? to : NULL))
		return;
	op = op_new(&comment_on, d->at);
	op->target = strf("%s %s", what, name);
	op->text = to ? to : "";
	op->derived = true;
	diff_add(d, PHASE_COMMENT, op);
}

/* ---- SECURITY LABEL ---- */

static struct op *
label_from(const struct clause *c)
{
	return c->node->node_case == PG_QUERY__NODE__NODE_SEC_LABEL_STMT
	               ? code_op(&security_label, c)
	               : NULL;
}

/* the objects that have labels, and that migrations make */
static bool
can_be_labelled(PgQuery__ObjectType type)
{
	switch ((int)type) {
	case PG_QUERY__OBJECT_TYPE__OBJECT_AGGREGATE:
	case PG_QUERY__OBJECT_TYPE__OBJECT_COLUMN:
	case PG_QUERY__OBJECT_TYPE__OBJECT_DOMAIN:
	case PG_QUERY__OBJECT_TYPE__OBJECT_EVENT_TRIGGER:
	case PG_QUERY__OBJECT_TYPE__OBJECT_FOREIGN_TABLE:
	case PG_QUERY__OBJECT_TYPE__OBJECT_FUNCTION:
	case PG_QUERY__OBJECT_TYPE__OBJECT_LANGUAGE:
	case PG_QUERY__OBJECT_TYPE__OBJECT_MATVIEW:
	case PG_QUERY__OBJECT_TYPE__OBJECT_PROCEDURE:
	case PG_QUERY__OBJECT_TYPE__OBJECT_PUBLICATION:
	case PG_QUERY__OBJECT_TYPE__OBJECT_ROUTINE:
	case PG_QUERY__OBJECT_TYPE__OBJECT_SCHEMA:
	case PG_QUERY__OBJECT_TYPE__OBJECT_SEQUENCE:
	case PG_QUERY__OBJECT_TYPE__OBJECT_SUBSCRIPTION:
	case PG_QUERY__OBJECT_TYPE__OBJECT_TABLE:
	case PG_QUERY__OBJECT_TYPE__OBJECT_TYPE:
	case PG_QUERY__OBJECT_TYPE__OBJECT_VIEW:
		return true;
	default:
		return false;
	}
}

/* an empty label is one */
static const char *
label_text(const struct clause *c)
{
	const char *text = c->node->sec_label_stmt->label;
	struct tokens tokens;

	if (*text || !scan_tokens(c->statement->text, &tokens) || !tokens.n)
		return text;
	return tokens.v[tokens.n - 1].type == PG_QUERY__TOKEN__NULL_P ? NULL : text;
}

/* a role, a database, a tablespace and a large object are not followed */
static enum applied
label_apply(struct op *op, struct schema *s)
{
	const PgQuery__SecLabelStmt *n = ((struct code_op *)op)->clause->node->sec_label_stmt;
	const struct security_label said = {*n->provider ? n->provider : NULL,
	                                    label_text(((struct code_op *)op)->clause)};
	struct comment_on like = {.op = *op, .label = &said};
	PgQuery__CommentStmt stmt;

	switch ((int)n->objtype) {
	case PG_QUERY__OBJECT_TYPE__OBJECT_ROLE:
	case PG_QUERY__OBJECT_TYPE__OBJECT_DATABASE:
	case PG_QUERY__OBJECT_TYPE__OBJECT_TABLESPACE:
	case PG_QUERY__OBJECT_TYPE__OBJECT_LARGEOBJECT:
		return UNKNOWN;
	}
	if (!can_be_labelled(n->objtype))
		return op_error(op, E_KIND, "such an object has no security labels");
	pg_query__comment_stmt__init(&stmt);
	stmt.objtype = n->objtype;
	stmt.object = n->object;
	return set(&like, s, &stmt);
}

static const struct catalog_query labelled[] = {
	{.phase = PHASE_COMMENT,
         .sql = "SELECT h.name, l.objname, format('SECURITY LABEL FOR %I ON %s %s IS %L', l.provider, upper(l.objtype), l.objname, l.label)\n"
                "FROM pg_seclabels l LEFT JOIN home h ON h.oid = l.objnamespace\n"
                "WHERE l.objtype NOT IN ('large object', 'database', 'role', 'tablespace') AND (l.objnamespace IS NULL OR h.oid IS NOT NULL)\n"
                "  AND NOT EXISTS (SELECT FROM member m WHERE m.classid = l.classoid AND m.objid = l.objoid)"},
	{0},
};

static const struct op_class security_label = {
	.shape = {"security_label", CALL_ARGUMENTS, sizeof(struct code_op), code_fields},
	.from_sql = label_from,
	.apply = label_apply,
	.render = code_render,
	.inspect = labelled,
};

const struct op_class *const comment_ops[] = {&comment_on, NULL};
const struct op_class *const security_label_ops[] = {&security_label, NULL};
