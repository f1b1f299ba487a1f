/* The bodies of functions in SQL, read as the server reads them when it makes the function: parameters are names, and what the last
   statement gives must fit what the function says that it returns. Of PL/pgSQL, the statements of SQL are parsed, as the server
   does; what they name is found when they run. Bodies of other languages are not read. */
#include <string.h>
#include <strings.h>

#include "../block.h"
#include "scope.h"

/* ---- parameters and results ---- */

bool
function_takes(const PgQuery__FunctionParameter *p)
{
	return p->mode != PG_QUERY__FUNCTION_PARAMETER_MODE__FUNC_PARAM_OUT &&
	       p->mode != PG_QUERY__FUNCTION_PARAMETER_MODE__FUNC_PARAM_TABLE;
}

bool
function_gives(const PgQuery__FunctionParameter *p)
{
	return !function_takes(p) || p->mode == PG_QUERY__FUNCTION_PARAMETER_MODE__FUNC_PARAM_INOUT;
}

const char *
pseudo_name(const PgQuery__TypeName *t)
{
	static const char *const names[] = {
		"cstring", "event_trigger",    "fdw_handler", "internal",    "language_handler",
		"record",  "table_am_handler", "trigger",     "tsm_handler", "void"};
	struct type_parts parts = type_parts(type_sql(t));
	size_t i;

	if (!parts.builtin)
		return NULL;
	if (strncmp(parts.name.name, "any", 3) == 0 || strcmp(parts.name.name, "\"any\"") == 0)
		return "any";
	for (i = 0; i < LEN(names); i++)
		if (strcmp(parts.name.name, names[i]) == 0)
			return names[i];
	return NULL;
}

/* without modifiers, as functions know types; NULL where it is not certain */
static const char *
bare_type(const struct schema *s, const struct object *o, const PgQuery__TypeName *said)
{
	PgQuery__TypeName t = *said;

	t.setof = false;
	if (t.pct_type || pseudo_name(&t) || (o && type_is_doubtful(s, o, type_sql(&t))))
		return NULL;
	return argument_type(s, &t);
}

struct list
function_parameters(const struct schema *s, const struct object *o, PgQuery__Node *const *nodes,
                    size_t n)
{
	const PgQuery__FunctionParameter *p;
	struct list all = {0};
	size_t i;

	for (i = 0; i < n; i++) {
		p = nodes[i]->function_parameter;
		if (function_takes(p))
			output_add(&all, p->name, bare_type(s, o, p->arg_type));
	}
	return all;
}

static void
one_type(const struct schema *s, const struct object *o, const PgQuery__TypeName *t,
         struct returned *r)
{
	r->columns = (struct list){0};
	r->type = bare_type(s, o, t);
	r->rows = r->type && row_columns(s, r->type, &r->columns);
}

struct returned
function_returns(const struct schema *s, const struct object *o,
                 const PgQuery__CreateFunctionStmt *f)
{
	struct returned r = {0};
	const PgQuery__FunctionParameter *p, *only = NULL;
	size_t i;

	for (i = 0; i < f->n_parameters; i++) {
		p = f->parameters[i]->function_parameter;
		if (!function_gives(p))
			continue;
		only = p;
		output_add(&r.columns, *p->name ? p->name : strf("column%zu", r.columns.n + 1),
		           bare_type(s, o, p->arg_type));
	}
	r.rows = r.columns.n > 1 || (only && f->is_procedure);
	r.nothing = !only && (!f->return_type || same(pseudo_name(f->return_type), "void"));
	if (only && !r.rows) {
		r.name = *only->name ? only->name : NULL;
		one_type(s, o, only->arg_type, &r);
	} else if (!only && !r.nothing) {
		one_type(s, o, f->return_type, &r);
	}
	return r;
}

/* ---- bodies ---- */

static struct scope
parameter_scope(const struct schema *s, const PgQuery__CreateFunctionStmt *f)
{
	struct item *item = alloc(sizeof *item);
	struct scope scope = {0};

	item->name = list_qname(f->funcname, f->n_funcname).name;
	item->parameters = true;
	item->columns = function_parameters(s, NULL, f->parameters, f->n_parameters);
	list_add(&scope.items, item);
	return scope;
}

void
function_follow(struct query *q, const PgQuery__CreateFunctionStmt *f)
{
	struct scope scope = parameter_scope(q->schema, f);
	const PgQuery__Node *last;

	if (f->sql_body)
		follow_body(q, f->sql_body, &scope, &last);
}

static const PgQuery__DefElem *
option(const PgQuery__CreateFunctionStmt *f, const char *name)
{
	const PgQuery__DefElem *d;
	size_t i;

	for (i = 0; i < f->n_options; i++) {
		d = f->options[i]->def_elem;
		if (strcmp(d->defname, name) == 0)
			return d;
	}
	return NULL;
}

static bool
is_in(const PgQuery__CreateFunctionStmt *f, const char *name)
{
	const PgQuery__DefElem *language = option(f, "language");

	return language && strcasecmp(node_string(language->arg), name) == 0;
}

/* what depends on each call is only read then */
static bool
has_pseudo_parameters(const PgQuery__CreateFunctionStmt *f)
{
	const PgQuery__FunctionParameter *p;
	size_t i;

	for (i = 0; i < f->n_parameters; i++) {
		p = f->parameters[i]->function_parameter;
		if (pseudo_name(p->arg_type))
			return true;
	}
	return false;
}

/* what the last statement gives can be given back */
static bool
gives_rows(const PgQuery__Node *last)
{
	if (!last)
		return false;
	switch ((int)last->node_case) {
	case PG_QUERY__NODE__NODE_RETURN_STMT:
		return true;
	case PG_QUERY__NODE__NODE_SELECT_STMT:
		return !last->select_stmt->into_clause;
	case PG_QUERY__NODE__NODE_INSERT_STMT:
		return last->insert_stmt->n_returning_list;
	case PG_QUERY__NODE__NODE_UPDATE_STMT:
		return last->update_stmt->n_returning_list;
	case PG_QUERY__NODE__NODE_DELETE_STMT:
		return last->delete_stmt->n_returning_list;
	default:
		return false;
	}
}

static enum applied
need_fit(const struct op *op, const struct schema *s, const struct output *given, const char *type,
         const char *what)
{
	const char *from = given->type ? domain_base(s, given->type) : NULL;
	const char *to = type ? domain_base(s, type) : NULL;

	if (cast_path(signature_type(s, from), signature_type(s, to)) >= CAST_UNKNOWN)
		return APPLIED;
	return op_error(op, E_MISMATCH, "%s is %s, and the last statement gives %s", what, type,
	                given->type);
}

/* as check_sql_fn_retval */
static enum applied
need_returned(const struct op *op, const struct schema *s, const PgQuery__CreateFunctionStmt *f,
              const PgQuery__Node *last, const struct result *given)
{
	struct returned r = function_returns(s, NULL, f);
	const struct output *o, *first = given->columns.n ? given->columns.v[0] : NULL;
	enum applied result = APPLIED;
	const char *known;
	size_t i;

	if (r.nothing)
		return APPLIED;
	if (!gives_rows(last))
		return op_error(
			op, E_MISMATCH,
			"the last statement of its body must be a SELECT, or RETURNING, for "
			"it does not return void");
	if (given->open)
		return APPLIED;
	/* a row of the type as one value */
	known = first ? signature_type(s, first->type) : NULL;
	if (r.rows && given->columns.n == 1 && (!known || may_be_row(known)))
		return APPLIED;
	if (r.rows && given->columns.n != r.columns.n)
		return op_error(op, E_MISMATCH,
		                "what it returns has %zu columns, and the last statement gives %zu",
		                r.columns.n, given->columns.n);
	for (i = 0; r.rows && i < r.columns.n; i++) {
		o = r.columns.v[i];
		result = worse(result, need_fit(op, s, given->columns.v[i], o->type,
		                                strf("column '%s' of what it returns", o->name)));
	}
	if (r.rows || !r.type || !signature_type(s, domain_base(s, r.type)))
		return result;
	if (given->columns.n != 1)
		return op_error(op, E_MISMATCH,
		                "it returns one value, and the last statement gives %zu columns",
		                given->columns.n);
	return need_fit(op, s, first, r.type, "what it returns");
}

/* s as the function finds it when it runs */
static struct schema
within(const struct schema *s, const PgQuery__CreateFunctionStmt *f)
{
	struct schema there = *s;
	const PgQuery__DefElem *d;
	struct strs path;
	size_t i;

	for (i = 0; i < f->n_options; i++) {
		d = f->options[i]->def_elem;
		path = (struct strs){0};
		if (strcmp(d->defname, "set") == 0 &&
		    search_path_said(s, d->arg->variable_set_stmt, &path))
			there.path = path;
	}
	return there;
}

static bool
names_relations(const struct query *q)
{
	size_t i;

	for (i = 0; i < q->uses.n; i++)
		if (((const struct use *)q->uses.v[i])->space == SPACE_RELATION)
			return true;
	return false;
}

/* a body in a string: the parameters' types are those that the statement finds, the rest is found as the function will find it */
static enum applied
need_text(const struct op *op, const struct schema *s, const struct statement *st, bool *reads)
{
	const PgQuery__CreateFunctionStmt *f = st->tree->create_function_stmt;
	const PgQuery__DefElem *as = option(f, "as");
	const char *text = node_string(as->arg->list->items[0]);
	struct source source = string_source(st, as->location, text);
	struct schema there = within(s, f);
	struct query q = {.op = op, .source = &source, .schema = &there};
	struct scope scope = parameter_scope(s, f);
	const PgQuery__Node *last = NULL;
	struct list all = {0};
	struct result r = {0};
	size_t i;

	if (parse_source(&source, op->class->shape.name, &all) < 0)
		return REFUSED;
	if (has_pseudo_parameters(f))
		return APPLIED;
	for (i = 0; i < all.n; i++) {
		last = ((const struct statement *)all.v[i])->tree;
		r = follow_statement(&q, last, &scope);
	}
	if (need_labels(op, &there, &source, &q.constants, "its body") == REFUSED)
		q.result = REFUSED;
	*reads = names_relations(&q);
	return q.result == REFUSED ? REFUSED : need_returned(op, s, f, last, &r);
}

static enum applied
need_block(const struct op *op, const struct statement *st)
{
	const PgQuery__DefElem *as = option(st->tree->create_function_stmt, "as");
	const char *text = as ? node_string(as->arg->list->items[0]) : "";
	const struct block_statement *b;
	enum applied result = APPLIED;
	struct source code, source;
	struct list unused = {0};
	struct block block;
	size_t i;

	if (!block_read(text, &block))
		return APPLIED;
	code = string_source(st, as->location, text);
	for (i = 0; i < block.statements.n; i++) {
		b = block.statements.v[i];
		source = block_source(&code, &block, b);
		if (!b->dynamic && parse_source(&source, op->class->shape.name, &unused) < 0)
			result = REFUSED;
	}
	return result;
}

enum applied
need_body(const struct op *op, const struct schema *s, const struct statement *st, bool *reads)
{
	const PgQuery__CreateFunctionStmt *f = st->tree->create_function_stmt;
	const char *pseudo = f->return_type ? pseudo_name(f->return_type) : NULL;
	struct query silent = {.schema = s};
	const PgQuery__Node *last = NULL;
	struct scope scope;
	struct result r;

	if (is_in(f, "plpgsql") && !s->bodies_unread)
		return need_block(op, st);
	if (!is_in(f, "sql") && !f->sql_body)
		return APPLIED;
	if (pseudo && strcmp(pseudo, "any") != 0 && strcmp(pseudo, "record") != 0 &&
	    strcmp(pseudo, "void") != 0)
		return op_error(op, E_TYPE_PLACE, "a function in SQL cannot return %s", pseudo);
	if (s->bodies_unread)
		return APPLIED;
	if (!f->sql_body)
		return need_text(op, s, st, reads);
	scope = parameter_scope(s, f);
	r = follow_body(&silent, f->sql_body, &scope, &last);
	return need_returned(op, s, f, last, &r);
}
