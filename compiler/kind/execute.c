/* SQL: execute and execute_file.

   Each statement is parsed. What a kind recognises (from_sql) is replayed like that kind's operations, and undone like
   them; the text itself is what is sent. What no kind recognises passes: see opaque.c. */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "../block.h"
#include "../place.h"
#include "kind.h"

struct execute {
	struct op op;
	struct source sql;
	struct source down;
	bool raw;
	struct servers_said servers;

	bool several;     /* its text has several statements */
	bool derived;     /* of a difference, or a model: one that is wrong is refused as a whole */
	const char *note; /* of a difference: what whoever reads it should know */
	struct list pieces; /* struct piece */
};

/* one statement */
struct piece {
	const struct statement *statement; /* at and text; tree NULL where raw */
	struct list ops;                   /* struct op: what kinds made of its clauses */
	bool refused;  /* one of them was, or does not parse: there is nothing to render */
	bool followed; /* every clause is an op */
	bool alone;    /* PostgreSQL refuses it in a transaction */
	bool data_only; /* it changes rows of a table that is new, or nothing at all: needs no inverse */

	const char *code;   /* of a DO */
	const char *schema; /* of a CREATE SCHEMA with elements */
	struct list inner;  /* struct piece: what stands in that */
	const char *maybe;  /* in a DO: SQL that may run or not, tree NULL */
	unsigned arm;       /* of that: see block.h */
};

static const struct op_class execute;

/* ---- statements that stand apart ---- */

static bool
has_option(PgQuery__Node *const *options, size_t n, const char *name)
{
	size_t i;

	for (i = 0; i < n; i++)
		if (options[i]->node_case == PG_QUERY__NODE__NODE_DEF_ELEM &&
		    strcmp(options[i]->def_elem->defname, name) == 0)
			return true;
	return false;
}

/* what PostgreSQL refuses inside of a transaction block */
static bool
refuses_transaction(const PgQuery__Node *n)
{
	const PgQuery__AlterTableCmd *cmd;
	size_t i;

	switch (n->node_case) {
	case PG_QUERY__NODE__NODE_INDEX_STMT:
		return n->index_stmt->concurrent;
	case PG_QUERY__NODE__NODE_DROP_STMT:
		return n->drop_stmt->concurrent;
	case PG_QUERY__NODE__NODE_REINDEX_STMT:
		return has_option(n->reindex_stmt->params, n->reindex_stmt->n_params,
		                  "concurrently") ||
		       n->reindex_stmt->kind ==
		               PG_QUERY__REINDEX_OBJECT_TYPE__REINDEX_OBJECT_SCHEMA ||
		       n->reindex_stmt->kind ==
		               PG_QUERY__REINDEX_OBJECT_TYPE__REINDEX_OBJECT_SYSTEM ||
		       n->reindex_stmt->kind ==
		               PG_QUERY__REINDEX_OBJECT_TYPE__REINDEX_OBJECT_DATABASE;
	case PG_QUERY__NODE__NODE_VACUUM_STMT:
		return n->vacuum_stmt->is_vacuumcmd;
	case PG_QUERY__NODE__NODE_CLUSTER_STMT:
		return !n->cluster_stmt->relation;
	case PG_QUERY__NODE__NODE_CREATEDB_STMT:
	case PG_QUERY__NODE__NODE_DROPDB_STMT:
	case PG_QUERY__NODE__NODE_CREATE_TABLE_SPACE_STMT:
	case PG_QUERY__NODE__NODE_DROP_TABLE_SPACE_STMT:
	case PG_QUERY__NODE__NODE_ALTER_SYSTEM_STMT:
		return true;
	case PG_QUERY__NODE__NODE_CREATE_SUBSCRIPTION_STMT:
	case PG_QUERY__NODE__NODE_ALTER_SUBSCRIPTION_STMT:
		return subscription_connects(n);
	case PG_QUERY__NODE__NODE_ALTER_TABLE_STMT:
		for (i = 0; i < n->alter_table_stmt->n_cmds; i++) {
			cmd = n->alter_table_stmt->cmds[i]->alter_table_cmd;
			if (cmd->subtype == PG_QUERY__ALTER_TABLE_TYPE__AT_DetachPartition &&
			    cmd->def && cmd->def->node_case == PG_QUERY__NODE__NODE_PARTITION_CMD &&
			    cmd->def->partition_cmd->concurrent)
				return true;
		}
		return false;
	default:
		return false;
	}
}

/* would the server read later texts otherwise than they are written? */
static bool
garbles(const PgQuery__VariableSetStmt *set)
{
	static const struct {
		const char *name, *values[5];
	} kept[] = {{"client_encoding", {"utf8", "utf-8", "unicode", "sql_ascii", NULL}},
	            {"standard_conforming_strings", {"on", "true", "yes", NULL}}};
	const char *value, *cast;
	size_t i, j;

	if (set->kind != PG_QUERY__VARIABLE_SET_KIND__VAR_SET_VALUE || set->n_args != 1)
		return false;
	for (i = 0; i < LEN(kept) && strcasecmp(set->name, kept[i].name) != 0; i++)
		;
	value = i < LEN(kept) ? expression_string(set->args[0], &cast) : NULL;
	for (j = 0; value && kept[i].values[j]; j++)
		if (strcasecmp(value, kept[i].values[j]) == 0)
			return false;
	return value;
}

/* what cannot stand in a migration at all, or NULL */
static const char *
forbidden(const PgQuery__Node *n)
{
	if (n->node_case == PG_QUERY__NODE__NODE_TRANSACTION_STMT)
		return "transaction control does not belong into a migration: migrate begins and commits it as a whole";
	if (n->node_case == PG_QUERY__NODE__NODE_VARIABLE_SET_STMT &&
	    n->variable_set_stmt->kind == PG_QUERY__VARIABLE_SET_KIND__VAR_SET_MULTI)
		return "transaction control does not belong into a migration: its isolation is set when it begins";
	if (n->node_case == PG_QUERY__NODE__NODE_VARIABLE_SET_STMT && garbles(n->variable_set_stmt))
		return "the texts of migrations are UTF-8 with standard_conforming_strings = on, and sent as such; COPY has the option ENCODING, and a string with escapes is written E'…'";
	if (n->node_case == PG_QUERY__NODE__NODE_DISCARD_STMT &&
	    n->discard_stmt->target == PG_QUERY__DISCARD_MODE__DISCARD_ALL)
		return "DISCARD ALL would give up the lock that migrate holds while it runs";
	if (n->node_case == PG_QUERY__NODE__NODE_COPY_STMT && !*n->copy_stmt->filename &&
	    !n->copy_stmt->is_program)
		return "COPY from or to the client is not possible here; use copy_file or bulk_insert";
	return NULL;
}

/* ---- decoding ---- */

static const char stands_alone[] =
	"PostgreSQL refuses this in a transaction; it stands alone in an execute of its own";

/* in which the server's passes over an ALTER TABLE an action runs: what is taken away, types, columns, and so on */
static int
pass_of(const PgQuery__AlterTableCmd *c)
{
	switch (c->subtype) {
	case PG_QUERY__ALTER_TABLE_TYPE__AT_DropColumn:
	case PG_QUERY__ALTER_TABLE_TYPE__AT_DropConstraint:
	case PG_QUERY__ALTER_TABLE_TYPE__AT_DropNotNull:
	case PG_QUERY__ALTER_TABLE_TYPE__AT_DropExpression:
	case PG_QUERY__ALTER_TABLE_TYPE__AT_DropIdentity:
		return 0;
	case PG_QUERY__ALTER_TABLE_TYPE__AT_AlterColumnType:
		return 1;
	case PG_QUERY__ALTER_TABLE_TYPE__AT_AddColumn:
		return 2;
	case PG_QUERY__ALTER_TABLE_TYPE__AT_AddConstraint:
		return 3;
	case PG_QUERY__ALTER_TABLE_TYPE__AT_SetNotNull:
		return 4;
	case PG_QUERY__ALTER_TABLE_TYPE__AT_ColumnDefault:
		return c->def ? 5 : 0;
	case PG_QUERY__ALTER_TABLE_TYPE__AT_AddIdentity:
		return 5;
	default:
		return 6;
	}
}

/* the clauses in the order in which the server runs them */
static struct list
clauses_in_order(const struct statement *statement)
{
	struct list written = statement_clauses(statement), clauses = {0};
	const struct clause *c;
	int pass;
	size_t i;

	for (pass = 0; pass <= 6; pass++)
		for (i = 0; i < written.n; i++) {
			c = written.v[i];
			if (pass == (c->command ? pass_of(c->command) : 6))
				list_add(&clauses, written.v[i]);
		}
	return clauses;
}

static struct piece *piece_new(const struct statement *statement);

/* a statement of a block, which cannot be followed where it may run or not. It is parsed all the same, as PL/pgSQL does; NULL after
   an error */
static struct piece *
inner_piece(const struct source *code, const struct block *block, const struct block_statement *b)
{
	const struct source source = block_source(code, block, b);
	struct list statements = {0};
	struct statement *maybe;
	struct piece *p;

	if (!b->dynamic && parse_source(&source, "execute", &statements) < 0)
		return NULL;
	if (b->certain && statements.n == 1)
		return piece_new(statements.v[0]);
	p = alloc(sizeof *p);
	maybe = alloc(sizeof *maybe);
	maybe->at = source.at;
	p->statement = maybe;
	p->maybe = b->sql;
	p->arm = b->arm;
	return p;
}

static const PgQuery__DefElem *
do_option(const PgQuery__DoStmt *n, const char *name)
{
	size_t i;

	for (i = 0; i < n->n_args; i++)
		if (strcmp(n->args[i]->def_elem->defname, name) == 0)
			return n->args[i]->def_elem;
	return NULL;
}

/* the statements of a DO run as if they stood in the script */
static void
read_do(struct piece *p)
{
	const PgQuery__DoStmt *n = p->statement->tree->do_stmt;
	const PgQuery__DefElem *as = do_option(n, "as"), *language = do_option(n, "language");
	struct block *block = alloc(sizeof *block);
	struct block_statement *all;
	struct piece *inner;
	struct source code;
	size_t i;

	if (!as)
		return;
	p->code = node_string(as->arg);
	code = string_source(p->statement, as->location, p->code);
	if ((language && strcmp(node_string(language->arg), "plpgsql") != 0) ||
	    !block_read(p->code, block)) {
		*block = (struct block){0};
		all = alloc(sizeof *all);
		all->sql = p->code;
		all->dynamic = true;
		list_add(&block->statements, all);
	}
	p->followed = true;
	for (i = 0; i < block->statements.n; i++) {
		inner = inner_piece(&code, block, block->statements.v[i]);
		if (!inner) {
			p->refused = true;
			continue;
		}
		p->followed &= !inner->maybe;
		list_add(&p->inner, inner);
	}
}

/* the relation that an element of CREATE SCHEMA makes, or belongs to; NULL: of GRANT */
static const PgQuery__RangeVar *
element_relation(const PgQuery__Node *n)
{
	switch ((int)n->node_case) {
	case PG_QUERY__NODE__NODE_CREATE_SEQ_STMT:
		return n->create_seq_stmt->sequence;
	case PG_QUERY__NODE__NODE_CREATE_STMT:
		return n->create_stmt->relation;
	case PG_QUERY__NODE__NODE_VIEW_STMT:
		return n->view_stmt->view;
	case PG_QUERY__NODE__NODE_INDEX_STMT:
		return n->index_stmt->relation;
	case PG_QUERY__NODE__NODE_CREATE_TRIG_STMT:
		return n->create_trig_stmt->relation;
	default:
		return NULL;
	}
}

/* the elements of a CREATE SCHEMA, in the order in which the server makes them */
static void
read_elements(struct piece *p)
{
	static const PgQuery__Node__NodeCase order[] = {
		PG_QUERY__NODE__NODE_CREATE_SEQ_STMT,  PG_QUERY__NODE__NODE_CREATE_STMT,
		PG_QUERY__NODE__NODE_VIEW_STMT,        PG_QUERY__NODE__NODE_INDEX_STMT,
		PG_QUERY__NODE__NODE_CREATE_TRIG_STMT, PG_QUERY__NODE__NODE_GRANT_STMT};
	const PgQuery__CreateSchemaStmt *n = p->statement->tree->create_schema_stmt;
	const struct statement *element;
	struct list elements = {0};
	struct piece *inner;
	size_t i, j;

	if (!p->followed || !statement_elements(p->statement, &elements)) {
		p->followed = false;
		p->ops.n = 0;
		return;
	}
	p->schema = *n->schemaname ? n->schemaname : n->authrole->rolename;
	for (i = 0; i < LEN(order); i++)
		for (j = 0; j < elements.n; j++) {
			element = elements.v[j];
			if (element->tree->node_case != order[i])
				continue;
			inner = piece_new(element);
			p->followed &= inner->followed;
			list_add(&p->inner, inner);
		}
}

static struct piece *
piece_new(const struct statement *statement)
{
	struct list clauses = clauses_in_order(statement);
	struct piece *p = alloc(sizeof *p);
	struct op *op;
	size_t i;

	p->statement = statement;
	p->followed = clauses.n > 0;
	for (i = 0; i < clauses.n; i++) {
		op = op_from_sql(clauses.v[i]);
		if (op)
			list_add(&p->ops, op);
		else
			p->followed = false;
	}
	if (statement->tree->node_case == PG_QUERY__NODE__NODE_DO_STMT)
		read_do(p);
	if (statement->tree->node_case == PG_QUERY__NODE__NODE_CREATE_SCHEMA_STMT &&
	    statement->tree->create_schema_stmt->n_schema_elts)
		read_elements(p);
	return p;
}

/* the statement of a raw text: its bytes without the space around them and the closing semicolon */
static struct statement *
raw_statement(const struct source *sql)
{
	struct statement *s = alloc(sizeof *s);
	const char *text = sql->text + strspn(sql->text, " \t\r\n");
	size_t n = strlen(text);

	while (n && strchr(" \t\r\n;", text[n - 1]))
		n--;
	s->at = sql->at;
	s->text = strn(text, n);
	return s;
}

/* -1 after an error: of what no migration can do, or not here */
static int
need_possible(const struct execute *op, const struct piece *p)
{
	const PgQuery__Node *n = p->statement->tree;
	const char *why = n ? forbidden(n) : NULL;
	enum error code = E_TRANSACTION_CONTROL;
	int result = p->refused ? -1 : 0;
	size_t i;

	if (n && !why && op->several && refuses_transaction(n)) {
		code = E_NO_TRANSACTION;
		why = stands_alone;
	}
	if (why) {
		error_at(p->statement->at, code, "execute: %s", why);
		result = -1;
	}
	for (i = 0; i < p->inner.n; i++)
		if (need_possible(op, p->inner.v[i]) < 0)
			result = -1;
	return result;
}

/* in messages */
static const char *
name_of(const struct execute *op)
{
	return op->op.called ? op->op.called : "execute";
}

/* ---- in models ---- */

static bool
begins_so(const char *tag)
{
	static const char *const words[] = {"CREATE", "ALTER",  "COMMENT",
	                                    "GRANT",  "REVOKE", "SECURITY"};
	size_t i;

	for (i = 0; i < LEN(words); i++)
		if (strncmp(tag, words[i], strlen(words[i])) == 0)
			return true;
	return false;
}

/* takes a part of a table away */
static bool
drops_part(const PgQuery__Node *n)
{
	PgQuery__AlterTableType type;
	size_t i;

	for (i = 0; n->node_case == PG_QUERY__NODE__NODE_ALTER_TABLE_STMT &&
	            i < n->alter_table_stmt->n_cmds;
	     i++) {
		type = n->alter_table_stmt->cmds[i]->alter_table_cmd->subtype;
		if (type == PG_QUERY__ALTER_TABLE_TYPE__AT_DropColumn ||
		    type == PG_QUERY__ALTER_TABLE_TYPE__AT_DropConstraint)
			return true;
	}
	return false;
}

static bool
is_temporary(const PgQuery__Node *n)
{
	const PgQuery__RangeVar *r = NULL;

	if (n->node_case == PG_QUERY__NODE__NODE_CREATE_STMT)
		r = n->create_stmt->relation;
	if (n->node_case == PG_QUERY__NODE__NODE_VIEW_STMT)
		r = n->view_stmt->view;
	if (n->node_case == PG_QUERY__NODE__NODE_CREATE_SEQ_STMT)
		r = n->create_seq_stmt->sequence;
	return r && *r->relpersistence == 't';
}

/* what a partition has from its table is named by the server: only so can it have another name */
static bool
names_part(const PgQuery__RenameStmt *n)
{
	return n->rename_type == PG_QUERY__OBJECT_TYPE__OBJECT_INDEX ||
	       n->rename_type == PG_QUERY__OBJECT_TYPE__OBJECT_TABCONSTRAINT;
}

/* a model says what there is: neither what is done, nor rows. NULL: the statement has its place there */
static const char *
out_of_place(const PgQuery__Node *n)
{
	const char *tag = statement_tag(n);

	if (n->node_case == PG_QUERY__NODE__NODE_TRANSACTION_STMT)
		return "transaction control has no place in a model, which says what there is";
	if (n->node_case == PG_QUERY__NODE__NODE_RENAME_STMT && !names_part(n->rename_stmt))
		return strf(
			"%s … RENAME has no place in a model: give it the name where it is made; renamed_from says "
			"what it was called",
			tag);
	if (drops_part(n))
		return "ALTER TABLE … DROP has no place in a model, which says what there is: leave it out "
		       "where it is made";
	if (is_temporary(n))
		return "what is temporary has no place in a model: it is gone with its session";
	if (strcmp(tag, "CREATE TABLE AS") == 0)
		return "CREATE TABLE AS has no place in a model, for it makes rows: say the columns";
	if (n->node_case == PG_QUERY__NODE__NODE_INDEX_STMT && n->index_stmt->concurrent)
		return "CONCURRENTLY has no place in a model: it says how an index is made, not what it is";
	return begins_so(tag)
	               ? NULL
	               : strf("%s has no place in a model, which says what there is, not what is done",
	                      tag);
}

static int
need_place(const struct execute *op, const struct piece *p)
{
	const char *why = out_of_place(p->statement->tree);

	if (!why)
		return need_possible(op, p);
	error_at(p->statement->at, E_PLACE, "%s", why);
	return -1;
}

/* ---- from text to statements ---- */

static int
split(struct execute *op)
{
	struct list statements = {0};
	struct piece *p;
	int result = 0;
	size_t i;

	if (parse_source(&op->sql, name_of(op), &statements) < 0)
		return -1;
	op->several = statements.n > 1;
	for (i = 0; i < statements.n; i++) {
		p = piece_new(statements.v[i]);
		if ((op->op.called ? need_place(op, p) : need_possible(op, p)) < 0)
			result = -1;
		list_add(&op->pieces, p);
	}
	return result;
}

static int
finish(void *item)
{
	struct execute *op = item;
	struct piece *p;

	if (servers_read(&op->op, &op->servers) < 0 || place_read(&op->sql, name_of(op)) < 0)
		return -1;
	if (op->raw) {
		p = alloc(sizeof *p);
		p->statement = raw_statement(&op->sql);
		list_add(&op->pieces, p);
	} else if (split(op) < 0) {
		return -1;
	}
	p = op->pieces.n ? op->pieces.v[0] : NULL;
	if (!p || !*p->statement->text) {
		op_error(&op->op, E_NOTHING, "there is no statement in %s",
		         same(op->sql.at.file, op->op.at.file)
		                 ? "it"
		                 : strf("'%s'; write its SQL there", op->sql.at.file));
		return -1;
	}
	return 0;
}

/* an execute whose text is in a file beside the script */
static int
finish_file(void *item)
{
	struct execute *op = item;

	op->op.class = &execute;
	return finish(op);
}

/* ---- apply, render, invert ---- */

/* the table that a statement is about, or NULL */
static struct object *
subject(const struct schema *s, const PgQuery__Node *n)
{
	const PgQuery__RangeVar *r = NULL;
	struct object *o;

	if (n->node_case == PG_QUERY__NODE__NODE_INSERT_STMT)
		r = n->insert_stmt->relation;
	if (n->node_case == PG_QUERY__NODE__NODE_UPDATE_STMT)
		r = n->update_stmt->relation;
	if (n->node_case == PG_QUERY__NODE__NODE_DELETE_STMT)
		r = n->delete_stmt->relation;
	if (n->node_case == PG_QUERY__NODE__NODE_ALTER_TABLE_STMT)
		r = n->alter_table_stmt->relation;
	o = r ? schema_find(s, SPACE_RELATION, range_qname(r)) : NULL;
	return o && o->noun == &table_noun ? o : NULL;
}

/* what such a statement leaves with a table goes with it, and would not come back with it */
static void
mark_unfollowed(struct schema *s, const struct statement *statement)
{
	struct object *o = subject(s, statement->tree);

	switch (statement->tree->node_case) {
	case PG_QUERY__NODE__NODE_INSERT_STMT:
	case PG_QUERY__NODE__NODE_UPDATE_STMT:
	case PG_QUERY__NODE__NODE_DELETE_STMT:
		return;
	default:
		break;
	}
	if (!o)
		return;
	o = object_copy(o);
	o->unfollowed = statement->at;
	schema_put(s, o);
}

struct old_rows {
	const struct schema *s;
	bool found;
};

static bool
visit_change(const ProtobufCMessage *m, void *data)
{
	struct old_rows *old = data;
	const PgQuery__RangeVar *r = NULL;
	const struct object *o;

	if (m->descriptor == &pg_query__insert_stmt__descriptor)
		r = ((const PgQuery__InsertStmt *)m)->relation;
	else if (m->descriptor == &pg_query__update_stmt__descriptor)
		r = ((const PgQuery__UpdateStmt *)m)->relation;
	else if (m->descriptor == &pg_query__delete_stmt__descriptor)
		r = ((const PgQuery__DeleteStmt *)m)->relation;
	else if (m->descriptor == &pg_query__merge_stmt__descriptor)
		r = ((const PgQuery__MergeStmt *)m)->relation;
	if (!r)
		return true;
	o = schema_find(old->s, SPACE_RELATION, range_qname(r));
	old->found |= !o || o->noun != &table_noun || !schema_is_new(old->s, o);
	return true;
}

/* rows of a table that was there before this revision are changed, at any depth: WITH d AS (DELETE …) SELECT … */
static bool
changes_old_rows(const struct schema *s, const PgQuery__Node *tree)
{
	struct old_rows old = {s, false};

	tree_walk(tree, visit_change, &old);
	return old.found;
}

/* statements that leave nothing behind which a way down would have to take away */
static bool
leaves_nothing(const PgQuery__Node *n)
{
	switch (n->node_case) {
	case PG_QUERY__NODE__NODE_SELECT_STMT:
		return !n->select_stmt->into_clause;
	case PG_QUERY__NODE__NODE_COPY_STMT:
		return !n->copy_stmt->is_from;
	case PG_QUERY__NODE__NODE_VARIABLE_SET_STMT:
	case PG_QUERY__NODE__NODE_VARIABLE_SHOW_STMT:
	case PG_QUERY__NODE__NODE_VACUUM_STMT:
	case PG_QUERY__NODE__NODE_LOCK_STMT:
	case PG_QUERY__NODE__NODE_EXPLAIN_STMT:
	case PG_QUERY__NODE__NODE_PREPARE_STMT:
	case PG_QUERY__NODE__NODE_DEALLOCATE_STMT:
	case PG_QUERY__NODE__NODE_DECLARE_CURSOR_STMT:
	case PG_QUERY__NODE__NODE_FETCH_STMT:
	case PG_QUERY__NODE__NODE_CLOSE_PORTAL_STMT:
	case PG_QUERY__NODE__NODE_CHECK_POINT_STMT:
	case PG_QUERY__NODE__NODE_REINDEX_STMT:
	case PG_QUERY__NODE__NODE_CLUSTER_STMT:
	case PG_QUERY__NODE__NODE_NOTIFY_STMT:
	case PG_QUERY__NODE__NODE_LISTEN_STMT:
	case PG_QUERY__NODE__NODE_UNLISTEN_STMT:
	case PG_QUERY__NODE__NODE_LOAD_STMT:
	case PG_QUERY__NODE__NODE_CONSTRAINTS_SET_STMT:
	case PG_QUERY__NODE__NODE_DISCARD_STMT:
		return true;
	default:
		return false;
	}
}

/* it changes rows, and nothing else */
static bool
changes_rows(const PgQuery__Node *n)
{
	return n->node_case == PG_QUERY__NODE__NODE_INSERT_STMT ||
	       n->node_case == PG_QUERY__NODE__NODE_UPDATE_STMT ||
	       n->node_case == PG_QUERY__NODE__NODE_DELETE_STMT ||
	       n->node_case == PG_QUERY__NODE__NODE_MERGE_STMT ||
	       n->node_case == PG_QUERY__NODE__NODE_TRUNCATE_STMT ||
	       n->node_case == PG_QUERY__NODE__NODE_COPY_STMT;
}

/* once, however often it is applied */
static void
remember_unfollowed(struct schema *s, struct loc at, const char *what)
{
	struct unfollowed u = {at, what};
	const char *key = strf("%s:%d", at.file, at.line);

	if (!map_get(&s->unfollowed, key))
		map_put(&s->unfollowed, key, copy(&u, sizeof u));
}

static enum applied apply_piece(const struct op *execute_op, struct piece *p, struct schema *s,
                                bool within);

static enum applied
apply_do(const struct op *execute_op, struct piece *p, struct schema *s)
{
	enum applied result = APPLIED;
	struct piece *inner;
	size_t i;

	excuse_called(s, p->statement->at, p->code);
	for (i = 0; i < p->inner.n; i++) {
		inner = p->inner.v[i];
		result = worse(result, apply_piece(execute_op, inner, s, true));
	}
	return result;
}

/* an error where an element says another schema */
static enum applied
need_own_schema(const struct op *execute_op, const struct piece *p, const struct piece *inner)
{
	const PgQuery__RangeVar *r = element_relation(inner->statement->tree);
	const struct op here = item_op(execute_op, inner->statement->at);

	if (!r || !*r->schemaname || strcmp(r->schemaname, p->schema) == 0)
		return APPLIED;
	return op_error(&here, E_STATEMENT, "what CREATE SCHEMA makes is in '%s', not in '%s'",
	                p->schema, r->schemaname);
}

/* names are found in the schema first */
static enum applied
apply_elements(const struct op *execute_op, struct piece *p, struct schema *s)
{
	const struct strs path = s->path;
	enum applied result = APPLIED;
	size_t i;

	search_first(s, p->schema);
	for (i = 0; i < p->inner.n; i++) {
		if (need_own_schema(execute_op, p, p->inner.v[i]) == REFUSED)
			result = REFUSED;
		else
			result = worse(result, apply_piece(execute_op, p->inner.v[i], s, true));
	}
	search(s, &path);
	if (result != REFUSED)
		give_elements(s, p->schema);
	return result;
}

static enum applied
apply_opaque(const struct op *op, struct schema *s, const struct statement *statement)
{
	enum applied result = need_statement_labels(op, s, statement);

	return worse(result, opaque_apply(op, s, statement));
}

/* a statement that no kind recognises: as it is now, and where all is there that may be */
static enum applied
apply_other(const struct op *op, struct schema *s, const struct statement *statement)
{
	struct beyond beyond, again;
	enum applied result;

	if (beyond_begin(s, &beyond))
		beyond_end(s, &beyond, apply_opaque(op, s, statement));
	result = apply_opaque(op, s, statement);
	if (!beyond_refuses(&beyond, result))
		return result;
	beyond_begin(s, &again);
	diag_quiet(again.quiet);
	beyond_end(s, &again, apply_opaque(op, s, statement));
	return REFUSED;
}

/* within: it stands in a DO, and what came before it is not committed */
static enum applied
apply_piece(const struct op *execute_op, struct piece *p, struct schema *s, bool within)
{
	const struct execute *e = (const struct execute *)execute_op;
	struct op here = item_op(execute_op, p->statement->at);
	enum applied result = APPLIED, one;
	const struct object *o;
	struct op *op;
	size_t i;

	if (p->maybe)
		excuse_sql(s, p->statement->at, p->maybe, p->arm);
	else if (!p->statement->tree)
		excuse_code(s, p->statement->at, p->statement->text);
	if (!p->statement->tree) {
		remember_unfollowed(s, p->statement->at,
		                    p->maybe ? "SQL that may run or not" : "raw SQL");
		return APPLIED;
	}
	p->alone = refuses_transaction(p->statement->tree) ||
	           utility_is_of_partitions(s, p->statement->tree) ||
	           subscription_drops_slot(s, p->statement->tree);
	if (p->alone && (e->several || within))
		return op_error(&here, E_NO_TRANSACTION, "%s", stands_alone);
	/* what came before is committed by then */
	if (!within && (s->alone || p->alone))
		s->transaction++;
	if (p->code)
		return apply_do(execute_op, p, s);
	for (i = 0; i < p->ops.n && result != REFUSED; i++) {
		op = p->ops.v[i];
		one = op_apply(op, s);
		if (one != APPLIED)
			result = one;
	}
	if (p->schema && result == APPLIED)
		result = apply_elements(execute_op, p, s);
	p->refused = result == REFUSED;
	o = subject(s, p->statement->tree);
	p->data_only = (leaves_nothing(p->statement->tree) || (o && schema_is_new(s, o))) &&
	               !changes_old_rows(s, p->statement->tree);
	if (!p->followed && !p->ops.n)
		result = apply_other(&here, s, p->statement);
	if (!p->followed)
		mark_unfollowed(s, p->statement);
	if (!p->followed && !leaves_nothing(p->statement->tree) &&
	    !changes_rows(p->statement->tree))
		remember_unfollowed(s, p->statement->at, statement_tag(p->statement->tree));
	return result;
}

static enum applied
apply(struct op *o, struct schema *s)
{
	struct execute *op = (struct execute *)o;
	bool own = !op->derived && !s->again, quiet;
	enum applied result = APPLIED, one;
	size_t i;

	if (servers_apply(o, s) == REFUSED)
		return REFUSED;
	/* the SQL of a `down` is the script's own, unlike the rest of a way back that is derived and tried */
	quiet = own && diag_quiet(false);
	/* all errors of a text are shown, not only its first; what was right in it stands */
	for (i = 0; i < op->pieces.n; i++) {
		one = apply_piece(o, op->pieces.v[i], s, false);
		if (one != APPLIED)
			result = op->derived || s->again ? one : UNKNOWN;
	}
	if (own)
		diag_quiet(quiet);
	return result;
}

/* what messages and labels call a statement */
static const char *
title(const struct statement *statement)
{
	return statement->tree ? statement_tag(statement->tree) : "raw SQL";
}

void
step_take_over(struct step *step, const struct list *ops)
{
	struct list steps = {0};
	const struct step *s;
	const struct op *op;
	size_t i;

	for (i = 0; i < ops->n; i++) {
		op = ops->v[i];
		op->class->render(op, &steps);
	}
	for (i = 0; i < steps.n; i++) {
		s = steps.v[i];
		step->flags |= s->flags;
		if (s->leftover)
			step->leftover = s->leftover;
		if (s->lock > step->lock || !step->table) {
			step->lock = s->lock;
			step->table = s->table;
		}
	}
}

static void
reindex_leaves(struct step *step, const PgQuery__Node *n)
{
	const PgQuery__ReindexStmt *stmt = n->reindex_stmt;
	struct leftover *left;

	if (n->node_case != PG_QUERY__NODE__NODE_REINDEX_STMT ||
	    !has_option(stmt->params, stmt->n_params, "concurrently"))
		return;
	left = step_leaves(step, LEFTOVER_REINDEX);
	if (stmt->relation)
		left->table = sql_qname(range_qname(stmt->relation));
	else if (stmt->kind == PG_QUERY__REINDEX_OBJECT_TYPE__REINDEX_OBJECT_SCHEMA)
		left->name = sql_name(stmt->name);
}

static void
take_over_piece(struct step *step, const struct piece *p)
{
	size_t i;

	if (!p->refused)
		step_take_over(step, &p->ops);
	for (i = 0; i < p->inner.n; i++)
		take_over_piece(step, p->inner.v[i]);
}

static void
render(const struct op *o, struct list *steps)
{
	const struct execute *op = (const struct execute *)o;
	const struct piece *p;
	struct step *step;
	size_t i;

	for (i = 0; i < op->pieces.n; i++) {
		p = op->pieces.v[i];
		step = step_add(steps, o, title(p->statement), str(p->statement->text));
		step->file = p->statement->at.file;
		step->line = p->statement->at.line;
		take_over_piece(step, p);
		if (p->alone)
			step->flags |= STEP_NO_TRANSACTION;
		if (p->statement->tree)
			reindex_leaves(step, p->statement->tree);
	}
}

/* each statement is undone by itself, unless `down` undoes all of them */
static struct list
parts(struct op *o)
{
	struct execute *op = (struct execute *)o, *part;
	struct list all = {0};
	const struct piece *p;
	size_t i;

	for (i = 0; i < op->pieces.n && !op->down.text; i++) {
		p = op->pieces.v[i];
		part = copy(op, sizeof *op);
		part->op.at = p->statement->at;
		part->pieces = (struct list){0};
		list_add(&part->pieces, op->pieces.v[i]);
		list_add(&all, part);
	}
	return all;
}

/* each statement by itself, and a table as declared in Lua */
static int
declared(struct op *o, struct list *ops)
{
	const struct execute *op = (struct execute *)o;
	struct list all = parts(o);
	const struct piece *p;
	struct op *only;
	int result = 0;
	size_t i;

	if (op->down.text || op->raw || o->servers.since || o->servers.before)
		return op_error(o, E_PLACE, "down, raw, since and before are for migrations");
	for (i = 0; i < all.n; i++) {
		p = ((const struct execute *)all.v[i])->pieces.v[0];
		only = p->followed && p->ops.n == 1 ? p->ops.v[0] : NULL;
		if (only && only->class->declared) {
			if (only->class->declared(only, ops) < 0)
				result = -1;
		} else {
			/* it is tried until what it needs is there */
			((struct execute *)all.v[i])->derived = true;
			list_add(ops, all.v[i]);
		}
	}
	return result;
}

/* a single operation goes back its own way; of several, each only says what it cannot give back */
static bool
invert_piece(const struct piece *p, bool single, const struct schema *s, struct list *down,
             struct list *gaps)
{
	struct list unused = {0};
	const struct op *op;
	bool all = false;
	size_t i;

	if (!p->followed && !p->data_only)
		gap_add(gaps, p->statement->at,
		        strf("execute: %s has no inverse; say down = [[ … ]], or write a downgrade()",
		             title(p->statement)));
	for (i = 0; i < p->inner.n; i++)
		if (!((const struct piece *)p->inner.v[i])->maybe)
			invert_piece(p->inner.v[i], false, s, down, gaps);
	for (i = 0; i < p->ops.n; i++) {
		op = p->ops.v[i];
		if (op->class->invert)
			all = op->class->invert(op, s, single ? down : &unused, gaps);
	}
	return single && all;
}

static bool
invert(const struct op *o, const struct schema *s, struct list *down, struct list *gaps)
{
	const struct execute *op = (const struct execute *)o;
	const struct piece *p;
	struct execute *back;
	bool single = false, all = false;
	size_t i;

	/* nothing to undo, where it says so */
	if (op->down.text && !op->down.text[strspn(op->down.text, " \t\r\n;")])
		return true;
	if (op->down.text) {
		back = op_new(&execute, op->down.at);
		back->sql = op->down;
		back->raw = op->raw;
		if (finish(back) < 0)
			return true;
		list_add(down, back);
		return true;
	}
	for (i = 0; i < op->pieces.n; i++) {
		p = op->pieces.v[i];
		single = op->pieces.n == 1 && p->ops.n == 1;
		all = invert_piece(p, single, s, down, gaps);
	}
	return single && all;
}

static const char *
caution(const struct op *o, const struct schema *s)
{
	(void)s;
	return ((const struct execute *)o)->note;
}

static const struct field fields[] = {
	{"sql", FIELD_STATEMENT, offsetof(struct execute, sql), 1, .required = true,
         .sql = "the statements as written",
         .doc = "One statement or several. Each is parsed with PostgreSQL's grammar, checked and followed; a syntax error is a "
                "compile error at the line of the SQL."},
	{"down", FIELD_STATEMENT, offsetof(struct execute, down), .unhashed = true,
         .fallback = "derived where every statement is followed",
         .doc = "The SQL that undoes it; `\"\"` where nothing needs to be undone."},
	{"raw", FIELD_BOOL, offsetof(struct execute, raw), .fallback = "false",
         .doc = "Sends one statement unparsed: for syntax that is newer than PostgreSQL 15's. The names that stand in it are no "
                "longer checked afterwards."},
	{"since", FIELD_INT, offsetof(struct execute, servers.since), .fallback = "any server",
         .doc = "A major version of PostgreSQL: older servers are not sent it. Its way back is for the same servers."},
	{"before", FIELD_INT, offsetof(struct execute, servers.before), .fallback = "any server",
         .doc = "A major version of PostgreSQL: servers of it, and newer ones, are not sent it."},
	{0},
};

static const struct op_class execute = {
	.shape = {"execute", CALL_ARGUMENTS, sizeof(struct execute), fields, .finish = finish,
                  .page = "sql-commands.html", .doc = "Runs SQL."},
	.declares = "define",
	.declared = declared,
	.apply = apply,
	.parts = parts,
	.caution = caution,
	.render = render,
	.invert = invert,
};

static const struct field file_fields[] = {
	{"path", FIELD_FILE, offsetof(struct execute, sql), 1, .required = true,
         .sql = "the statements in the file",
         .doc = "Relative to the folder of the script. The file enters the build's depfile."},
	{"down", FIELD_STATEMENT, offsetof(struct execute, down), .unhashed = true,
         .fallback = "derived where every statement is followed", .doc = "The SQL that undoes it."},
	{"raw", FIELD_BOOL, offsetof(struct execute, raw), .fallback = "false",
         .doc = "As for execute."},
	{"since", FIELD_INT, offsetof(struct execute, servers.since), .fallback = "any server",
         .doc = "As for execute."},
	{"before", FIELD_INT, offsetof(struct execute, servers.before), .fallback = "any server",
         .doc = "As for execute."},
	{0},
};

static const struct op_class execute_file = {
	.opaque = true,
	.shape =
		{"execute_file", CALL_ARGUMENTS, sizeof(struct execute), file_fields,
                 .finish = finish_file, .page = "sql-commands.html",
                 .doc = "Runs the SQL of a file. Moving the text from execute into a file, or back, "
                        "does not change the revision's checksum."},
	.apply = apply,
	.parts = parts,
	.render = render,
	.invert = invert,
};

struct op *
execute_new(struct loc at, const char *sql)
{
	struct execute *op = op_new(&execute, at);

	op->sql = (struct source){at, sql, false};
	op->derived = true;
	return finish(op) < 0 ? NULL : &op->op;
}

struct op *
execute_noted(struct loc at, const char *sql, const char *down, const char *note)
{
	struct execute *op = (struct execute *)execute_new(at, sql);

	op->down = (struct source){at, down, false};
	op->note = note;
	return &op->op;
}

/* what a model says in SQL, where it could be read; NULL for other operations */
static const struct statement *
statement_of(const struct op *op)
{
	if (op->class != &execute || op->unread)
		return NULL;
	return ((const struct piece *)((const struct execute *)op)->pieces.v[0])->statement;
}

bool
says_of_another(const struct op *op)
{
	static const char *const words[] = {"COMMENT", "GRANT", "REVOKE", "SECURITY"};
	const struct statement *statement = statement_of(op);
	const char *tag;
	size_t i;

	if (!statement)
		return same(op->class->declares, "comment_on");
	tag = statement_tag(statement->tree);
	for (i = 0; i < LEN(words); i++)
		if (strncmp(tag, words[i], strlen(words[i])) == 0)
			return true;
	return false;
}

bool
makes_schema(const struct op *op)
{
	const struct statement *statement = statement_of(op);

	if (!statement)
		return same(op->class->declares, "schema");
	return statement->tree->node_case == PG_QUERY__NODE__NODE_CREATE_SCHEMA_STMT &&
	       !statement->tree->create_schema_stmt->n_schema_elts;
}

bool
makes_shell(const struct op *op)
{
	const struct statement *statement = statement_of(op);
	const PgQuery__Node *n;

	if (!statement)
		return false;
	n = statement->tree;
	return n->node_case == PG_QUERY__NODE__NODE_DEFINE_STMT &&
	       n->define_stmt->kind == PG_QUERY__OBJECT_TYPE__OBJECT_TYPE &&
	       !n->define_stmt->n_definition;
}

/* the text as far as the name of what it makes */
static char *
until_name(const char *text)
{
	static const char *const behind[] = {"(", "AS", "ON", "FROM", "RETURNS", "BEFORE", "AFTER"};
	struct tokens tokens;
	size_t i, j;

	if (!scan_tokens(text, &tokens))
		return str(text);
	for (i = 0; i < tokens.n; i++)
		for (j = 0; j < LEN(behind); j++)
			if (tokens.v[i].end - tokens.v[i].start == strlen(behind[j]) &&
			    strncasecmp(text + tokens.v[i].start, behind[j], strlen(behind[j])) ==
			            0)
				return strn(text, tokens.v[i].start);
	return str(text);
}

void
excuse_statement(struct schema *s, const struct op *op)
{
	const struct statement *statement = statement_of(op);

	if (statement && strncmp(statement_tag(statement->tree), "CREATE", strlen("CREATE")) == 0)
		excuse_code(s, op->at, until_name(statement->text));
}

/* an owner is of one table, and grants mean another after it */
static bool
gives_owner(const PgQuery__Node *n)
{
	return n && n->node_case == PG_QUERY__NODE__NODE_ALTER_TABLE_STMT &&
	       n->alter_table_stmt->cmds[0]->alter_table_cmd->subtype ==
	               PG_QUERY__ALTER_TABLE_TYPE__AT_ChangeOwner;
}

bool
execute_reaches_below(const struct op *o)
{
	const struct execute *op = (const struct execute *)o;
	const struct statement *statement;
	const char *tag;

	if (o->class != &execute || op->pieces.n != 1)
		return false;
	statement = ((const struct piece *)op->pieces.v[0])->statement;
	if (gives_owner(statement->tree))
		return false;
	tag = title(statement);
	return strcmp(tag, "ALTER TABLE") == 0 || strcmp(tag, "CREATE PUBLICATION") == 0;
}

int
define_source(const struct source *sql, struct list *ops)
{
	struct execute *op = op_new(&execute, sql->at);

	op->sql = *sql;
	op->op.called = "define";
	/* unlike a script's, a file's may be none */
	if (place_read(&op->sql, name_of(op)) < 0 || split(op) < 0)
		return -1;
	return declared(&op->op, ops);
}

const struct op_class *const execute_ops[] = {&execute, &execute_file, NULL};
