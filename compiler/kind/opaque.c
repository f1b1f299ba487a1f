/* What SQL makes that is not modelled: tables made by queries, some types, … are known by name alone, and names that code may make
   or take away (DO blocks, the bodies of functions that are called) are excused. */
#include <string.h>
#include <strings.h>

#include "../block.h"
#include "scope.h"

/* the type of its rows */
static void
row_type(const struct object *o, struct list *aliases)
{
	alias_add(o, &row_type_noun, o->name.name, o->at, aliases);
}

static void
remove_relation(struct schema *s, struct object *o)
{
	const struct object *type = schema_find(s, SPACE_TYPE, o->name);

	if (type)
		type_users_remove(s, type);
	remove_users(s, o, NULL);
	schema_remove(s, o);
}

/* of CREATE TABLE AS where its columns are not all known */
static const struct noun query_table_noun = {.name = "table",
                                             .space = SPACE_RELATION,
                                             .relkind = 'r',
                                             .size = sizeof(struct opaque),
                                             .aliases = row_type,
                                             .remove = remove_relation};

/* ---- names that code has ---- */

/* names that code may make or take away; an EXECUTE of a text that is put together may do so with any name */
void
excuse_code(struct schema *s, struct loc at, const char *code)
{
	struct strs names = {0}, tokens = {0};
	size_t i;

	scan_names(code, &names);
	for (i = 0; i < names.n; i++)
		schema_doubt(s, names.v[i]);
	if (s->blind || !scan(code, &tokens))
		return;
	for (i = 0; i + 1 < tokens.n; i++) {
		if (strcasecmp(tokens.v[i], "execute") != 0 || tokens.v[i + 1][0] == '\'' ||
		    tokens.v[i + 1][0] == '$')
			continue;
		/* GRANT EXECUTE ON, EXECUTE FUNCTION of a trigger, EXECUTE of a prepared statement */
		if (strcasecmp(tokens.v[i + 1], "on") == 0 ||
		    strcasecmp(tokens.v[i + 1], "function") == 0 ||
		    strcasecmp(tokens.v[i + 1], "procedure") == 0)
			continue;
		s->blind = true;
		warn_at(at,
		        "execute: an EXECUTE of a text that is put together may make or drop anything; names are not checked "
		        "from here on");
		return;
	}
}

static bool
keeps_names(const PgQuery__Node *n)
{
	switch ((int)n->node_case) {
	case PG_QUERY__NODE__NODE_SELECT_STMT:
		return !n->select_stmt->into_clause;
	case PG_QUERY__NODE__NODE_INSERT_STMT:
	case PG_QUERY__NODE__NODE_UPDATE_STMT:
	case PG_QUERY__NODE__NODE_DELETE_STMT:
	case PG_QUERY__NODE__NODE_MERGE_STMT:
	case PG_QUERY__NODE__NODE_COPY_STMT:
	case PG_QUERY__NODE__NODE_TRUNCATE_STMT:
	case PG_QUERY__NODE__NODE_LOCK_STMT:
	case PG_QUERY__NODE__NODE_COMMENT_STMT:
		return true;
	default:
		return false;
	}
}

static void
doubt_names(struct schema *s, const struct strs *names)
{
	size_t i;

	for (i = 0; i < names->n; i++)
		schema_doubt(s, names->v[i]);
}

/* what an object that may be there, or not, says beside its own name. A function may do anything with what its body names */
static void
doubt_said(struct schema *s, const struct object *o)
{
	const struct code_kind *kind = o ? code_kind(o) : NULL;
	struct strs names = {0}, bodies = {0};
	size_t i;

	if (kind && kind->excuses)
		kind->excuses((const struct code *)o, &names);
	if (kind == &function_kind)
		function_bodies((const struct code *)o, &bodies);
	for (i = 0; i < bodies.n; i++)
		scan_names(bodies.v[i], &names);
	doubt_names(s, &names);
}

static bool
apply_clauses(struct schema *s, const struct statement *statement)
{
	struct list clauses = statement_clauses(statement);
	struct op *op;
	size_t i;

	for (i = 0; i < clauses.n; i++) {
		op = op_from_sql(clauses.v[i]);
		if (!op || op_apply(op, s) != APPLIED)
			return false;
	}
	return clauses.n > 0;
}

/* what the statement would do to the schema as it is now, with all that may be there; false where that is not known */
static bool
doubt_changes(struct schema *s, const struct statement *statement, unsigned arm)
{
	size_t outer = schema_mark(s), mark, i;
	bool known, together, beyond = s->beyond;
	const struct change *c;
	struct list changes;

	if (!beyond)
		schema_add_maybes(s);
	mark = schema_mark(s);
	s->beyond = true;
	known = apply_clauses(s, statement);
	s->beyond = beyond;
	changes = schema_changes(s, mark);
	schema_back(s, outer);
	for (i = 0; i < changes.n; i++) {
		c = changes.v[i];
		doubt_said(s, c->from);
		doubt_said(s, c->to);
		/* it is made and changed together */
		together = known && c->from && arm && schema_maybe_arm(s, c->from->id) == arm;
		if (!together)
			schema_doubt_change(s, c->from, c->to);
		if (!together && c->from && !c->to)
			schema_doubt_shape(s, c->from->noun->space, c->from->name);
		if (!together && (c->from || !known))
			continue;
		schema_keep_maybe(s, c->to ? c->to->id : c->from->id, c->to, arm);
		if (c->to)
			schema_doubt_names(s, c->to);
	}
	return known;
}

void
excuse_sql(struct schema *s, struct loc at, const char *sql, unsigned arm)
{
	const struct source source = {.at = at, .text = sql};
	struct list statements = {0};
	const struct statement *statement;
	bool quiet = diag_quiet(true), unknown;
	size_t i;

	unknown = parse_source(&source, "execute", &statements) < 0;
	for (i = 0; i < statements.n; i++) {
		statement = statements.v[i];
		unknown |= !keeps_names(statement->tree) && !doubt_changes(s, statement, arm);
	}
	diag_quiet(quiet);
	if (unknown)
		excuse_code(s, at, sql);
}

/* the body of a function, which may be called: as PL/pgSQL or SQL, where it is one of them */
static void
excuse_body(struct schema *s, struct loc at, const char *body)
{
	const struct block_statement *b;
	struct block block;
	size_t i;

	if (!block_read(body, &block))
		excuse_sql(s, at, body, 0);
	for (i = 0; i < block.statements.n; i++) {
		b = block.statements.v[i];
		excuse_sql(s, at, b->sql, b->arm);
	}
}

void
excuse_called(struct schema *s, struct loc at, const char *text)
{
	struct strs names = {0}, bodies = {0};
	const struct object *f;
	size_t i;

	scan_names(text, &names);
	for (i = 0; i < names.n; i++) {
		f = function_named(s, (struct qname){NULL, names.v[i]});
		if (f)
			function_bodies((const struct code *)f, &bodies);
	}
	for (i = 0; i < bodies.n; i++)
		excuse_body(s, at, bodies.v[i]);
}

/* ---- what statements make ---- */

static struct opaque *
put(struct schema *s, const struct noun *noun, struct qname name, struct loc at)
{
	struct qname full = schema_full(s, name);
	struct opaque *o;

	if (!name.name || schema_find(s, noun->space, full))
		return NULL;
	o = alloc(sizeof *o);
	o->object.noun = noun;
	o->object.id = schema_id(s);
	o->object.at = at;
	o->object.name = full;
	schema_put(s, &o->object);
	return o;
}

/* ---- CREATE TABLE AS, and SELECT INTO ---- */

struct create_of_query {
	struct code_op code;

	bool unknown; /* what it made is known by name alone */
};

static const struct op_class create_of_query;

static struct op *
create_from(const struct clause *c)
{
	const PgQuery__Node *n = c->node;

	if (n->node_case == PG_QUERY__NODE__NODE_SELECT_STMT ? !n->select_stmt->into_clause
	    : n->node_case == PG_QUERY__NODE__NODE_CREATE_TABLE_AS_STMT
	            ? n->create_table_as_stmt->objtype != PG_QUERY__OBJECT_TYPE__OBJECT_TABLE
	            : true)
		return NULL;
	return code_op(&create_of_query, c);
}

/* columns keep the collations of those that they are made of, and outputs do not tell them */
static bool
has_collations(const struct schema *s, const struct list *uses)
{
	const struct object *o;
	const struct column *c;
	const struct use *u;
	size_t i;

	for (i = 0; i < uses->n; i++) {
		u = uses->v[i];
		o = schema_find(s, u->space, u->name);
		if (u->space == SPACE_COLLATION)
			return true;
		if (!o || u->space != SPACE_RELATION)
			continue;
		c = o->noun == &table_noun && u->column
		            ? table_column((const struct table *)o, u->column)
		            : NULL;
		if (c && c->collation)
			return true;
		if (code_kind(o) && has_collations(s, &((const struct code *)o)->uses))
			return true;
	}
	return false;
}

/* what the query gives, as columns of a table: struct column; false where that is not all known */
static bool
read_columns(const struct query *q, struct list *columns)
{
	const struct output *o;
	struct column *c;
	size_t i;

	if (q->open || has_collations(q->schema, &q->uses))
		return false;
	for (i = 0; i < q->columns.n; i++) {
		o = q->columns.v[i];
		if (!o->type)
			return false;
		c = alloc(sizeof *c);
		c->at = q->op->at;
		c->name = o->name;
		c->type = type_now(q->schema, o->type);
		list_add(columns, c);
	}
	return true;
}

static struct qname
new_name(const struct schema *s, const PgQuery__RangeVar *r)
{
	if (*r->relpersistence == 't')
		return (struct qname){"pg_temp", r->relname};
	return schema_full(s, range_qname(r));
}

/* known by name alone */
static enum applied
put_table(const struct op *op, struct schema *s, const PgQuery__RangeVar *r)
{
	struct qname name = new_name(s, r);
	enum applied result = need_new_table(op, s, name);

	if (result == APPLIED)
		put(s, &query_table_noun, name, op->at);
	return result;
}

static enum applied
create_apply(struct op *o, struct schema *s)
{
	struct create_of_query *op = (struct create_of_query *)o;
	const struct statement *statement = op->code.clause->statement;
	const PgQuery__Node *n = statement->tree;
	const PgQuery__CreateTableAsStmt *stmt =
		n->node_case == PG_QUERY__NODE__NODE_CREATE_TABLE_AS_STMT ? n->create_table_as_stmt
									  : NULL;
	const PgQuery__IntoClause *into = stmt ? stmt->into : n->select_stmt->into_clause;
	struct query q = {.op = o, .source = statement->source, .schema = s};
	struct list columns = {0};
	struct op *made;
	enum applied result = need_statement_labels(o, s, statement);

	op->unknown = false;
	if (stmt && stmt->if_not_exists &&
	    (schema_find(s, SPACE_RELATION, new_name(s, into->rel)) ||
	     is_migrate_table(s, new_name(s, into->rel))))
		return result;
	if (!stmt)
		excuse_called(s, o->at, statement->text);
	result = worse(result, query_follow(&q, stmt ? stmt->query : n));
	q.columns = list_copy(&q.columns);
	rename_columns(&q, &q.columns, q.open, into->rel->relname, into->col_names,
	               into->n_col_names);
	result = worse(result, q.result);
	if (result != REFUSED && read_columns(&q, &columns)) {
		made = create_table_new(o->at, into, &columns);
		result = worse(result, made->class->apply(made, s));
	} else if (result != REFUSED) {
		op->unknown = true;
		result = worse(result, put_table(o, s, into->rel));
	}
	if (result == REFUSED)
		schema_excuse(s, into->rel->relname);
	return result;
}

static bool
create_invert(const struct op *o, const struct schema *s, struct list *down, struct list *gaps)
{
	const struct create_of_query *op = (const struct create_of_query *)o;

	(void)s;
	(void)down;
	if (op->unknown)
		gap_add(gaps, o->at,
		        strf("execute: %s has no inverse; say down = [[ … ]], or write a downgrade()",
		             statement_tag(op->code.clause->node)));
	return false;
}

static const struct op_class create_of_query = {
	.shape = {"create_table_as", CALL_ARGUMENTS, sizeof(struct create_of_query), code_fields},
	.from_sql = create_from,
	.apply = create_apply,
	.render = code_render,
	.invert = create_invert,
};

const struct op_class *const opaque_ops[] = {&create_of_query, NULL};

/* ---- what statements change and take away ---- */

void
opaque_move(struct schema *s, const struct object *o, struct qname to)
{
	struct object *moved;

	if (o->noun != &query_table_noun)
		return;
	moved = object_copy(o);
	moved->name = to;
	schema_put(s, moved);
	rename_references(s, SPACE_TYPE, o->name, to);
}

static enum applied
rename_object(struct schema *s, const PgQuery__RenameStmt *stmt)
{
	const struct object *o = NULL;

	if (stmt->relation && !*stmt->subname)
		o = schema_find(s, SPACE_RELATION, range_qname(stmt->relation));
	if (o)
		opaque_move(s, o, (struct qname){o->name.schema, stmt->newname});
	return APPLIED;
}

static enum applied
set_schema(struct schema *s, const PgQuery__AlterObjectSchemaStmt *stmt)
{
	const struct object *o = NULL;

	if (stmt->relation)
		o = schema_find(s, SPACE_RELATION, range_qname(stmt->relation));
	if (o)
		opaque_move(s, o, (struct qname){stmt->newschema, o->name.name});
	return APPLIED;
}

/* what tables it brings is not known */
static enum applied
import(const struct op *op, struct schema *s, const PgQuery__ImportForeignSchemaStmt *stmt)
{
	struct qname server = {NULL, stmt->server_name}, schema = {NULL, stmt->local_schema};
	enum applied result = APPLIED;

	if (!schema_find(s, SPACE_SERVER, server))
		result = missing(op, s, "server", SPACE_SERVER, server);
	if (!schema_find(s, SPACE_SCHEMA, schema))
		result = worse(result, missing(op, s, "schema", SPACE_SCHEMA, schema));
	s->blind = true;
	return result;
}

static enum applied
call(struct query *q, const PgQuery__FuncCall *f)
{
	const struct list none = {0};
	size_t i;

	query_function(q, f->funcname, f->n_funcname, f->location);
	if (function_is_only(q->schema, list_qname(f->funcname, f->n_funcname), &function_kind))
		query_error(q, f->location, E_KIND,
		            strf("%s is a function, which SELECT calls",
		                 plain_qname(list_qname(f->funcname, f->n_funcname))));
	for (i = 0; i < f->n_args; i++) {
		query_follow_expression(q, f->args[i], &none);
		if (expression_has_subquery(f->args[i]))
			return op_error(q->op, E_EXPRESSION,
			                "a subquery cannot stand in an argument of CALL");
	}
	return q->result;
}

/* what ALTER INDEX and ALTER SEQUENCE can say with the words of ALTER TABLE */
static bool
has_place(PgQuery__AlterTableType action, bool index)
{
	switch ((int)action) {
	case PG_QUERY__ALTER_TABLE_TYPE__AT_ChangeOwner:
		return true;
	case PG_QUERY__ALTER_TABLE_TYPE__AT_SetLogged:
	case PG_QUERY__ALTER_TABLE_TYPE__AT_SetUnLogged:
		return !index;
	case PG_QUERY__ALTER_TABLE_TYPE__AT_AttachPartition:
	case PG_QUERY__ALTER_TABLE_TYPE__AT_SetStatistics:
	case PG_QUERY__ALTER_TABLE_TYPE__AT_SetTableSpace:
	case PG_QUERY__ALTER_TABLE_TYPE__AT_SetRelOptions:
	case PG_QUERY__ALTER_TABLE_TYPE__AT_ResetRelOptions:
		return index;
	default:
		return false;
	}
}

static enum applied
alter_relation(const struct op *op, const struct schema *s, const PgQuery__AlterTableStmt *stmt)
{
	bool index = stmt->objtype == PG_QUERY__OBJECT_TYPE__OBJECT_INDEX;
	const struct noun *noun = index ? &index_noun : &sequence_noun;
	struct qname name = range_qname(stmt->relation);
	const struct object *o = schema_find(s, SPACE_RELATION, name);
	size_t i;

	/* as ALTER TABLE it may be said of an index */
	if (o && o->noun == &index_noun && !index &&
	    stmt->objtype != PG_QUERY__OBJECT_TYPE__OBJECT_TABLE)
		return op_error(op, E_KIND, "%s is an index; say ALTER INDEX", plain_qname(name));
	if (!index && stmt->objtype != PG_QUERY__OBJECT_TYPE__OBJECT_SEQUENCE)
		return APPLIED;
	if (!o)
		return stmt->missing_ok ? APPLIED
		                        : missing(op, s, noun->name, SPACE_RELATION, name);
	if (schema_may_be_other(s, SPACE_RELATION, name))
		return UNKNOWN;
	if (o->noun != noun && (index || o->noun != &identity_noun))
		return op_error(op, E_KIND, "%s is %s %s, not %s %s", plain_qname(name),
		                article(o->noun->name), o->noun->name, article(noun->name),
		                noun->name);
	for (i = 0; i < stmt->n_cmds; i++)
		if (!has_place(stmt->cmds[i]->alter_table_cmd->subtype, index))
			return op_error(op, E_KIND, "%s is %s %s: that is for tables",
			                plain_qname(name), article(noun->name), noun->name);
	return APPLIED;
}

/* ---- a statement that no kind recognises ---- */

enum applied
opaque_apply(const struct op *op, struct schema *s, const struct statement *statement)
{
	const PgQuery__Node *n = statement->tree;
	struct query q = {.op = op, .source = statement->source, .schema = s};
	const PgQuery__VariableSetStmt *set;
	const char *text = statement->text;
	struct loc at = statement->at;

	switch ((int)n->node_case) {
	case PG_QUERY__NODE__NODE_SELECT_STMT:
		excuse_called(s, at, text);
		return worse(query_follow(&q, n), search_path_follow(op, s, statement));
	case PG_QUERY__NODE__NODE_DEFINE_STMT:
		/* an aggregate, an operator, …, which may stand beside the server's own */
		schema_excuse(
			s, list_qname(n->define_stmt->defnames, n->define_stmt->n_defnames).name);
		break;
	case PG_QUERY__NODE__NODE_CREATE_SCHEMA_STMT: /* with what it holds */
		excuse_code(s, at, text);
		break;
	case PG_QUERY__NODE__NODE_CREATE_AM_STMT:
		schema_excuse(s, n->create_am_stmt->amname);
		break;
	case PG_QUERY__NODE__NODE_CALL_STMT:
		excuse_called(s, at, text);
		return call(&q, n->call_stmt->funccall);
	case PG_QUERY__NODE__NODE_INSERT_STMT:
	case PG_QUERY__NODE__NODE_UPDATE_STMT:
	case PG_QUERY__NODE__NODE_DELETE_STMT:
	case PG_QUERY__NODE__NODE_MERGE_STMT:
	case PG_QUERY__NODE__NODE_EXPLAIN_STMT:
	case PG_QUERY__NODE__NODE_PREPARE_STMT:
	case PG_QUERY__NODE__NODE_DECLARE_CURSOR_STMT:
		excuse_called(s, at, text);
		return query_follow(&q, n);
	case PG_QUERY__NODE__NODE_VARIABLE_SET_STMT:
		return search_path_follow(op, s, statement);
	case PG_QUERY__NODE__NODE_VARIABLE_SHOW_STMT:
		return strcasecmp(n->variable_show_stmt->name, "all") == 0
		               ? APPLIED
		               : need_setting(op, n->variable_show_stmt->name);
	case PG_QUERY__NODE__NODE_ALTER_ROLE_SET_STMT:
		set = n->alter_role_set_stmt->setstmt;
		return *set->name ? need_setting(op, set->name) : APPLIED;
	case PG_QUERY__NODE__NODE_ALTER_DATABASE_SET_STMT:
		set = n->alter_database_set_stmt->setstmt;
		return *set->name ? need_setting(op, set->name) : APPLIED;
	case PG_QUERY__NODE__NODE_ALTER_TABLE_STMT:
		return alter_relation(op, s, n->alter_table_stmt);
	case PG_QUERY__NODE__NODE_RENAME_STMT:
		return rename_object(s, n->rename_stmt);
	case PG_QUERY__NODE__NODE_ALTER_OBJECT_SCHEMA_STMT:
		return set_schema(s, n->alter_object_schema_stmt);
	case PG_QUERY__NODE__NODE_IMPORT_FOREIGN_SCHEMA_STMT:
		return import(op, s, n->import_foreign_schema_stmt);
	default:
		return utility_apply(op, s, statement);
	}
	return APPLIED;
}
