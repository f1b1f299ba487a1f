/* The expressions of a table that the server spells otherwise: where its spelling is the same, so are the words. Where nobody could
   ask, all that may be the same is taken for it. */
#include "kind.h"

/* what is there as the server spells what is said takes the words of that */
static void
settle_text(const char **there, const char *of, const char *as)
{
	if (*there && of && same_expression(*there, as))
		*there = of;
}

static void
settle_keys(struct list *there, const struct list *of, const struct list *as)
{
	if (there->n && there->n == of->n && same_expression(keys_sql(there), keys_sql(as)))
		*there = *of;
}

/* their names tell where they are two; the server's own are all written in one way. "_text" is an array */
static bool
may_be_same_type(const char *a, const char *b)
{
	struct type_parts of_a = type_parts(a), of_b = type_parts(b);

	if (of_a.name.name[0] == '_' || of_b.name.name[0] == '_')
		return true;
	return of_a.builtin == of_b.builtin && same(of_a.name.name, of_b.name.name) &&
	       !of_a.dimensions == !of_b.dimensions && (!of_a.builtin || same_column_type(a, b));
}

static void
settle_columns(struct table *t, const struct table *of, const struct table *as)
{
	const struct column *said, *spelled;
	bool asked = as != t;
	struct column *c;
	size_t i;

	for (i = 0; i < t->columns.n; i++) {
		c = element_copy(&t->columns, i, sizeof *c);
		said = table_column(of, c->name);
		spelled = table_column(as, c->name);
		if (!said || !spelled)
			continue;
		settle_text(&c->generated, said->generated, spelled->generated);
		if (c->default_value &&
		    same_value(c->default_value, spelled->default_value, c->type) &&
		    (asked || may_be_same_value(c->default_value, said->default_value, c->type)))
			c->default_value = said->default_value;
		if (same(c->type, spelled->type) &&
		    (asked || may_be_same_type(c->type, said->type)))
			c->type = said->type;
	}
}

static void
settle_constraints(struct table *t, const struct table *of, const struct table *as)
{
	const struct constraint *said, *spelled;
	struct constraint *c;
	size_t i;

	for (i = 0; i < t->constraints.n; i++) {
		c = element_copy(&t->constraints, i, sizeof *c);
		said = table_constraint(of, c->name);
		spelled = table_constraint(as, c->name);
		if (!said || !spelled || said->type != c->type)
			continue;
		settle_text(&c->expression, said->expression, spelled->expression);
		settle_text(&c->where, said->where, spelled->where);
		settle_keys(&c->keys, &said->keys, &spelled->keys);
	}
}

static void
settle_indexes(struct table *t, const struct table *of, const struct table *as)
{
	const struct index *said, *spelled;
	struct index *x;
	size_t i;

	for (i = 0; i < t->indexes.n; i++) {
		x = element_copy(&t->indexes, i, sizeof *x);
		said = table_index(of, x->name);
		spelled = table_index(as, x->name);
		if (!said || !spelled)
			continue;
		settle_text(&x->where, said->where, spelled->where);
		settle_keys(&x->keys, &said->keys, &spelled->keys);
	}
}

void
table_settle(struct object *copied, const struct object *o, const struct object *spelled)
{
	const struct table *of = (const struct table *)o, *as = (const struct table *)spelled;
	struct table *t = (struct table *)copied;

	settle_columns(t, of, as);
	settle_constraints(t, of, as);
	settle_indexes(t, of, as);
	settle_text(&t->partition_by, of->partition_by, as->partition_by);
	if (t->partition_of.name && of->partition_of.name &&
	    same_expression(bound_sql(&t->bound), bound_sql(&as->bound)))
		t->bound = of->bound;
}
