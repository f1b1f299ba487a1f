/* What a table being made has from others: INHERITS, PARTITION OF and LIKE. As on the server, columns of parents come first
   and what is said of them again is merged; LIKE copies columns to where it stands, and the rest when the table is there. */
#include <string.h>

#include "scope.h"

/* ---- LIKE ---- */

static const struct {
	unsigned bit;
	const char *word;
} parts[] = {
	{LIKE_COMMENTS, "COMMENTS"},       {LIKE_COMPRESSION, "COMPRESSION"},
	{LIKE_CONSTRAINTS, "CONSTRAINTS"}, {LIKE_DEFAULTS, "DEFAULTS"},
	{LIKE_GENERATED, "GENERATED"},     {LIKE_IDENTITY, "IDENTITY"},
	{LIKE_INDEXES, "INDEXES"},         {LIKE_STATISTICS, "STATISTICS"},
	{LIKE_STORAGE, "STORAGE"},
};

struct like *
like_from_sql(const PgQuery__TableLikeClause *clause, size_t before)
{
	struct like *l = alloc(sizeof *l);

	l->table = range_qname(clause->relation);
	l->options = clause->options;
	l->before = before;
	return l;
}

struct like *
like_parse(const char *text, const char **why)
{
	struct parse_error e = {0};
	const PgQuery__Node *tree, *part;

	tree = parse_statement(strf("CREATE TABLE x (LIKE %s)", text), &e);
	if (!tree || tree->node_case != PG_QUERY__NODE__NODE_CREATE_STMT ||
	    tree->create_stmt->n_table_elts != 1) {
		*why = e.message ? e.message : "it is not \"table including …\"";
		return NULL;
	}
	part = tree->create_stmt->table_elts[0];
	if (part->node_case != PG_QUERY__NODE__NODE_TABLE_LIKE_CLAUSE) {
		*why = "it is not \"table including …\"";
		return NULL;
	}
	return like_from_sql(part->table_like_clause, 0);
}

char *
like_sql(const struct like *l)
{
	struct buf b = {0};
	unsigned all = 0;
	size_t i;

	for (i = 0; i < LEN(parts); i++)
		all |= parts[i].bit;
	buf_fmt(&b, "LIKE %s", sql_qname(l->table));
	if ((l->options & all) == all) {
		buf_add(&b, " INCLUDING ALL");
		return buf_str(&b);
	}
	for (i = 0; i < LEN(parts); i++)
		if (l->options & parts[i].bit)
			buf_fmt(&b, " INCLUDING %s", parts[i].word);
	return buf_str(&b);
}

static struct column *
like_column(const struct schema *s, const struct column *from, unsigned options)
{
	struct column *c = copy(from, sizeof *c);
	struct sequence_options copied;

	c->type = type_now(s, from->type);
	c->inherited = false;
	c->statistics = NULL;
	c->options = (struct strs){0};
	if (c->identity) {
		copied = identity_options(from);
		identity_set_options(c, sequence_options_copied(&copied));
		c->identity->sequence = NULL;
		c->identity->unlogged = UNSAID;
	}
	if (!(options & LIKE_IDENTITY))
		c->identity = NULL;
	if (!(options & LIKE_DEFAULTS))
		c->default_value = NULL;
	if (!(options & LIKE_GENERATED))
		c->generated = NULL;
	if (!(options & LIKE_STORAGE))
		c->storage = NULL;
	if (!(options & LIKE_COMPRESSION))
		c->compression = NULL;
	if (!(options & LIKE_COMMENTS))
		c->comment = NULL;
	return c;
}

/* a constraint or index of the other table as one that is said here: its name is chosen anew, but for a check's */
static void
copy_constraint(const struct constraint *from, unsigned options, struct list *out)
{
	struct constraint *k;
	unsigned needs = from->type == 'c' ? LIKE_CONSTRAINTS : LIKE_INDEXES;

	if (from->type == 'f' || !(options & needs))
		return;
	k = copy(from, sizeof *k);
	k->inherited = false;
	k->not_valid = false;
	/* of a key the comment on its index is taken, and not its own */
	if (k->type != 'c')
		k->name = k->comment = NULL;
	if (!(options & LIKE_COMMENTS))
		k->comment = k->index_comment = NULL;
	list_add(out, k);
}

static enum applied
copy_indexes(struct op *op, struct schema *s, struct table *t, const struct table *from,
             unsigned options)
{
	enum applied result = APPLIED;
	struct index *x;
	size_t i;

	for (i = 0; i < from->indexes.n && (options & LIKE_INDEXES) && result != REFUSED; i++) {
		x = copy(from->indexes.v[i], sizeof *x);
		x->name = NULL;
		x->inherited = x->clustered = x->only = x->concurrently = false;
		x->settings = (struct list){0};
		if (!(options & LIKE_COMMENTS))
			x->comment = NULL;
		result = index_add(op, s, t, x);
	}
	return result;
}

/* LIKE takes a composite type too */
static struct table *
like_source(const struct op *op, const struct schema *s, const struct like *l, enum applied *result)
{
	const struct object *type = schema_find(s, SPACE_TYPE, l->table);
	struct table *t;
	size_t i;

	*result = APPLIED;
	if (is_composite(type)) {
		t = alloc(sizeof *t);
		t->object.name = type->name;
		t->columns = *composite_attributes(type);
		return t;
	}
	t = need_table(op, s, l->table, "vmf", result);
	for (i = 0; t && i < t->columns.n; i++)
		if (((const struct column *)t->columns.v[i])->type == unknown_type) {
			*result = UNKNOWN;
			return NULL;
		}
	return t;
}

enum applied
like_parts(struct op *op, struct schema *s, struct table *t, const struct like *l)
{
	enum applied result;
	const struct table *from = like_source(op, s, l, &result);
	struct list constraints = {0};
	size_t i;

	if (!from)
		return result;
	for (i = 0; i < from->constraints.n; i++)
		copy_constraint(from->constraints.v[i], l->options, &constraints);
	result = constraints_add(op, s, t, &constraints);
	return result == REFUSED ? result : copy_indexes(op, s, t, from, l->options);
}

void
like_statistics(struct op *op, struct schema *s, const struct table *t, const struct like *l)
{
	enum applied result;
	const struct table *from = like_source(op, s, l, &result);

	if (from && (l->options & LIKE_STATISTICS))
		statistics_copy(op, s, t, from, l->options & LIKE_COMMENTS);
}

/* the columns that are the table's own, in order: those said, and those of LIKE where it stands */
static enum applied
own_columns(const struct op *op, const struct schema *s, const struct list *said,
            const struct list *likes, struct list *own)
{
	enum applied result = APPLIED, one;
	const struct table *from;
	const struct like *l;
	size_t i, j, k;

	for (i = 0; i <= said->n; i++) {
		for (j = 0; j < likes->n; j++) {
			l = likes->v[j];
			if (l->before != i)
				continue;
			from = like_source(op, s, l, &one);
			if (one != APPLIED && result != REFUSED)
				result = one;
			for (k = 0; from && k < from->columns.n; k++)
				list_add(own, like_column(s, from->columns.v[k], l->options));
		}
		if (i < said->n)
			list_add(own, said->v[i]);
	}
	return result;
}

/* ---- parents ---- */

static const char *
default_text(const struct column *c)
{
	return c->default_value ? sql_value(c->default_value, c->type) : NULL;
}

static enum applied
need_alike(const struct op *op, const struct column *a, const struct column *b)
{
	if (b->type && !same(a->type, b->type))
		return op_error(op, E_INHERIT,
		                "column '%s' is inherited with type %s, and said with %s", a->name,
		                a->type, b->type);
	if (b->type && b->collation && !same(a->collation, b->collation))
		return op_error(op, E_INHERIT, "column '%s' is inherited with another collation",
		                a->name);
	return APPLIED;
}

static const char *
storage_of(const struct schema *s, const struct column *c)
{
	return c->storage ? c->storage : type_storage(s, c->type);
}

/* a column that another parent has brought too */
static enum applied
merge_parents(const struct op *op, const struct schema *s, struct column *c,
              const struct column *other)
{
	if (need_alike(op, c, other) == REFUSED)
		return REFUSED;
	if (!same(storage_of(s, c), storage_of(s, other)))
		return op_error(op, E_INHERIT,
		                "column '%s' is inherited with storage %s, and with %s", c->name,
		                storage_of(s, c), storage_of(s, other));
	if (c->compression && other->compression && !same(c->compression, other->compression))
		return op_error(op, E_INHERIT,
		                "column '%s' is inherited with compression %s, and with %s",
		                c->name, c->compression, other->compression);
	c->compression = c->compression ? c->compression : other->compression;
	c->not_null |= other->not_null;
	if (!c->default_value && !c->generated) {
		c->default_value = other->default_value;
		c->generated = other->generated;
	}
	return APPLIED;
}

static enum applied
take_columns(const struct op *op, struct schema *s, struct table *t, const struct table *parent)
{
	const struct column *from;
	struct column *c;
	size_t i;

	for (i = 0; i < parent->columns.n; i++) {
		from = parent->columns.v[i];
		c = table_column(t, from->name);
		if (c && merge_parents(op, s, c, from) == REFUSED)
			return REFUSED;
		if (c)
			continue;
		c = copy(from, sizeof *c);
		c->id = schema_id(s);
		c->inherited = true;
		c->identity = NULL;
		c->statistics = c->comment = NULL;
		c->privileges = c->labels = (struct list){0};
		c->options = (struct strs){0};
		list_add(&t->columns, c);
	}
	return APPLIED;
}

static enum applied
need_parent(const struct op *op, const struct table *t, const struct table *parent)
{
	bool temporary = same(parent->persistence, "temporary");

	if (temporary && !same(t->persistence, "temporary"))
		return op_error(op, E_PERSISTENCE,
		                "table %s is temporary: only a temporary table can inherit from it",
		                plain_qname(parent->object.name));
	if (!temporary && t->partition_of.name && same(t->persistence, "temporary"))
		return op_error(op, E_PERSISTENCE,
		                "table %s is not temporary, so its partitions are not either",
		                plain_qname(parent->object.name));
	if (t->partition_of.name && !parent->partition_by)
		return op_error(op, E_PARTITION, "table %s is not partitioned",
		                plain_qname(parent->object.name));
	if (!t->partition_of.name && parent->partition_by)
		return op_error(
			op, E_INHERIT,
			"table %s is partitioned: it has partitions, nothing inherits from it",
			plain_qname(parent->object.name));
	if (!t->partition_of.name && parent->partition_of.name)
		return op_error(op, E_INHERIT, "table %s is a partition: nothing inherits from it",
		                plain_qname(parent->object.name));
	return APPLIED;
}

/* parents whose columns two of them may bring with different defaults need one of the table's own */
static const struct column *
conflicting_default(const struct list *parents, const struct column *c)
{
	const char *first = NULL, *text;
	const struct column *other;
	size_t i;

	for (i = 0; i < parents->n; i++) {
		other = table_column(parents->v[i], c->name);
		text = other && !other->generated ? default_text(other) : NULL;
		if (text && first && !same_tokens(text, first))
			return other;
		if (text)
			first = text;
	}
	return NULL;
}

static enum applied
merge_own(const struct op *op, struct column *c, const struct column *own)
{
	if (need_alike(op, c, own) == REFUSED)
		return REFUSED;
	if (own->generated && c->generated)
		return op_error(
			op, E_INHERIT,
			"column '%s' is inherited with its expression: it cannot have one of its own",
			c->name);
	if (c->generated && own->default_value)
		return op_error(op, E_GENERATED,
		                "column '%s' is inherited as a generated one: it has no default",
		                c->name);
	if (c->generated && own->identity)
		return op_error(op, E_GENERATED,
		                "column '%s' is inherited as a generated one: it is no identity",
		                c->name);
	return APPLIED;
}

/* a column that is inherited, and said here too; in a partition it stays its parent's */
static enum applied
say_again(struct op *op, struct schema *s, const struct table *t, struct column *c,
          const struct column *own)
{
	struct table bare = {.object = t->object, .persistence = t->persistence};
	struct column typed = *own;
	struct list one = {0};
	const struct column *made;
	enum applied result;

	if (merge_own(op, c, own) == REFUSED)
		return REFUSED;
	if (t->of_type && own->generated)
		return op_error(op, E_GENERATED,
		                "column '%s': a typed table cannot have generated columns",
		                c->name);
	bare.partition_of = t->partition_of;
	bare.of_type = t->of_type;
	typed.type = own->type ? own->type : c->type;
	typed.generated = NULL;
	list_add(&one, &typed);
	result = columns_add(op, s, &bare, &one);
	if (result == REFUSED)
		return REFUSED;
	made = bare.columns.v[0];
	c->at = made->at;
	c->inherited = t->partition_of.name;
	c->not_null |= made->not_null;
	if (made->default_value)
		c->default_value = made->default_value;
	c->generated_above = c->generated != NULL;
	if (own->generated)
		c->generated = own->generated;
	c->identity = made->identity;
	c->storage = made->storage ? made->storage : c->storage;
	c->compression = made->compression ? made->compression : c->compression;
	c->statistics = made->statistics;
	c->options = made->options;
	c->comment = made->comment;
	return c->generated ? need_generated(op, s, t, c) : APPLIED;
}

/* the table's own columns: merged into the inherited ones, or added behind them */
static enum applied
take_own(struct op *op, struct schema *s, struct table *t, const struct list *own)
{
	enum applied result = APPLIED, one;
	struct list added = {0};
	struct strs merged = {0};
	const struct column *said;
	struct column *c;
	struct op here;
	size_t i;

	for (i = 0; i < own->n; i++) {
		said = own->v[i];
		here = item_op(op, said->at);
		c = table_column(t, said->name);
		one = APPLIED;
		if (!c && (t->partition_of.name || t->of_type) &&
		    schema_may_have_part(s, &t->object, NULL))
			continue;
		if (!c && (!said->type || t->of_type))
			need_column(&here, s, t, said->name, &one);
		else if (!c && t->partition_of.name)
			one = op_error(&here, E_PARTITION,
			               "partition %s has the columns of table %s, and '%s' is none",
			               plain_qname(t->object.name), plain_qname(t->partition_of),
			               said->name);
		else if (!c || strs_has(&merged, said->name))
			list_add(&added, own->v[i]);
		else
			one = say_again(&here, s, t, c, said);
		if (c)
			strs_add(&merged, said->name);
		if (one != APPLIED && result != REFUSED)
			result = one;
	}
	one = columns_add(op, s, t, &added);
	return one != APPLIED && result != REFUSED ? one : result;
}

static enum applied
need_one_default(const struct op *op, const struct table *t, const struct list *parents,
                 const struct list *own)
{
	const struct column *c, *said;
	size_t i, j;

	for (i = 0; i < t->columns.n; i++) {
		c = t->columns.v[i];
		if (!conflicting_default(parents, c))
			continue;
		for (j = 0; j < own->n; j++) {
			said = own->v[j];
			if (same(said->name, c->name) && said->default_value)
				break;
		}
		if (j == own->n)
			return op_error(
				op, E_INHERIT,
				"column '%s' is inherited with different defaults; say one here",
				c->name);
	}
	return APPLIED;
}

/* the parents that are known; of the others the server will judge */
static enum applied
find_parents(const struct op *op, const struct schema *s, const struct table *t,
             struct list *parents)
{
	enum applied result = APPLIED, one;
	struct list names = list_copy(&t->inherits);
	struct qname partitioned = t->partition_of;
	struct table *parent;
	size_t i;

	if (partitioned.name)
		list_add(&names, &partitioned);
	for (i = 0; i < names.n; i++) {
		parent = need_table(op, s, *(struct qname *)names.v[i], partitioned.name ? "" : "f",
		                    &one);
		if (parent && need_parent(op, t, parent) == REFUSED)
			one = REFUSED;
		else if (parent && list_has(parents, parent))
			one = op_error(op, E_TWICE, "table %s is inherited from twice",
			               plain_qname(parent->object.name));
		if (parent)
			list_add(parents, parent);
		if (one != APPLIED && result != REFUSED)
			result = one;
	}
	return result;
}

enum applied
table_inherit(struct op *op, struct schema *s, struct table *t, const struct list *columns,
              const struct list *likes)
{
	struct list parents = {0}, own = {0};
	enum applied result = find_parents(op, s, t, &parents), one;
	size_t i;

	for (i = 0; i < parents.n && result != REFUSED; i++)
		if (take_columns(op, s, t, parents.v[i]) == REFUSED)
			result = REFUSED;
	if (result == REFUSED)
		return result;
	one = own_columns(op, s, columns, likes, &own);
	if (one != APPLIED)
		result = one;
	if (result == REFUSED)
		return result;
	if (result == UNKNOWN)
		schema_excuse(s, t->object.name.name);
	if (need_one_default(op, t, &parents, &own) == REFUSED)
		return REFUSED;
	one = take_own(op, s, t, &own);
	if (one != APPLIED)
		result = one;
	for (i = 0; i < parents.n && result != REFUSED; i++)
		if (parts_inherit(op, s, parents.v[i], t, false) == REFUSED)
			result = REFUSED;
	return result;
}
