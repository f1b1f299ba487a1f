/* Where SQL says labels of enums: the string constants of an expression, or of a whole statement, that the server reads as values
   of an enum, because they are put into a column of one, compared with it or cast to it. */
#include <stdlib.h>
#include <string.h>

#include "scope.h"

static int
by_place(const void *a, const void *b)
{
	const struct label_use *const *x = a, *const *y = b;

	return ((*x)->at > (*y)->at) - ((*x)->at < (*y)->at);
}

/* those constants that are of an enum, in the order of the text, each once */
static struct list
labels(const struct schema *s, const struct list *constants)
{
	const struct label_use *last = NULL;
	struct list found = {0}, uses = {0};
	const struct constant *c;
	struct label_use use;
	struct type_parts parts;
	const struct object *o;
	size_t i;

	for (i = 0; i < constants->n; i++) {
		c = constants->v[i];
		parts = type_parts(domain_base(s, c->type));
		o = parts.builtin ? NULL : schema_find(s, SPACE_TYPE, parts.name);
		if (!o || o->noun != &enum_noun)
			continue;
		use = (struct label_use){c->offset, c->text, o, parts.dimensions > 0};
		list_add(&found, copy(&use, sizeof use));
	}
	list_sort(&found, by_place);
	for (i = 0; i < found.n; i++) {
		if (!last || last->at != ((struct label_use *)found.v[i])->at)
			list_add(&uses, found.v[i]);
		last = found.v[i];
	}
	return uses;
}

struct list
expression_labels(const struct schema *s, const struct table *t, const char *text)
{
	struct query q = {.schema = s};
	struct parse_error e = {0};
	const PgQuery__Node *tree = strpbrk(text, "'$") ? parse_expression(text, &e) : NULL;

	if (tree)
		follow_in_table(&q, t, tree);
	return labels(s, &q.constants);
}

/* a relation that the statement is about, by its own name or another */
static void
add_relation(struct query *q, struct scope *scope, const PgQuery__RangeVar *r, const char *name)
{
	struct item *item = relation_item(q, r);

	if (name)
		item->name = name;
	list_add(&scope->items, item);
}

/* VALUE in the checks of a domain, and its default */
static void
read_domain(struct query *q, struct scope *scope, const PgQuery__CreateDomainStmt *d)
{
	struct item *item = alloc(sizeof *item);
	const char *type = type_sql(d->type_name);
	const PgQuery__Constraint *c;
	size_t i;

	output_add(&item->columns, "value", type);
	list_add(&scope->items, item);
	for (i = 0; i < d->n_constraints; i++) {
		c = d->constraints[i]->constraint;
		if (c->contype == PG_QUERY__CONSTR_TYPE__CONSTR_DEFAULT)
			take(q, c->raw_expr, type, "default");
	}
}

struct list
statement_labels(const struct schema *s, const PgQuery__Node *statement)
{
	struct query q = {.schema = s, .blind = true};
	struct item *item = alloc(sizeof *item);
	struct scope scope = {0};

	switch ((int)statement->node_case) {
	case PG_QUERY__NODE__NODE_CREATE_TRIG_STMT:
		add_relation(&q, &scope, statement->create_trig_stmt->relation, "new");
		add_relation(&q, &scope, statement->create_trig_stmt->relation, "old");
		break;
	case PG_QUERY__NODE__NODE_RULE_STMT:
		add_relation(&q, &scope, statement->rule_stmt->relation, "new");
		add_relation(&q, &scope, statement->rule_stmt->relation, "old");
		break;
	case PG_QUERY__NODE__NODE_CREATE_POLICY_STMT:
		add_relation(&q, &scope, statement->create_policy_stmt->table, NULL);
		break;
	case PG_QUERY__NODE__NODE_COPY_STMT:
		if (statement->copy_stmt->relation)
			add_relation(&q, &scope, statement->copy_stmt->relation, NULL);
		break;
	case PG_QUERY__NODE__NODE_CREATE_DOMAIN_STMT:
		read_domain(&q, &scope, statement->create_domain_stmt);
		break;
	case PG_QUERY__NODE__NODE_CREATE_FUNCTION_STMT:
		item->columns =
			function_parameters(s, NULL, statement->create_function_stmt->parameters,
		                            statement->create_function_stmt->n_parameters);
		list_add(&scope.items, item);
		break;
	default:
		break;
	}
	follow(&q, statement, &scope);
	return labels(s, &q.constants);
}

static enum applied
need_uses(const struct op *op, const struct schema *s, const struct source *source,
          const struct list *uses, const char *what)
{
	const struct label_use *use;
	enum applied result = APPLIED;
	struct op at;
	size_t i;

	for (i = 0; i < uses->n; i++) {
		use = uses->v[i];
		at = item_op(op, source_at(source, use->at));
		result = worse(result, need_use(&at, s, use, what));
	}
	return result;
}

enum applied
need_labels(const struct op *op, const struct schema *s, const struct source *source,
            const struct list *constants, const char *what)
{
	struct list uses = labels(s, constants);

	return need_uses(op, s, source, &uses, what);
}

enum applied
need_statement_labels(const struct op *op, const struct schema *s,
                      const struct statement *statement)
{
	struct list uses = statement_labels(s, statement->tree);
	/* an operation of its own has the name of its statement already */
	const char *what = strcmp(op->class->shape.name, "execute") == 0
	                           ? statement_tag(statement->tree)
	                           : "its definition";

	return need_uses(op, s, statement->source, &uses, what);
}
