/* Extended statistics: they belong to a table, and go with any column of it that they use. */
#include <string.h>

#include "code.h"

static const char *const kinds[] = {"ndistinct", "dependencies", "mcv"};

/* a column by its name, as an expression that stands where the statement says it */
static const PgQuery__Node *
column_node(const struct query *q, const char *name)
{
	PgQuery__Node *column = alloc(sizeof *column), *part = alloc(sizeof *part);
	PgQuery__ColumnRef *ref = alloc(sizeof *ref);
	PgQuery__String *string = alloc(sizeof *string);

	pg_query__node__init(column);
	pg_query__node__init(part);
	pg_query__column_ref__init(ref);
	pg_query__string__init(string);
	string->sval = str(name);
	part->node_case = PG_QUERY__NODE__NODE_STRING;
	part->string = string;
	ref->fields = copy(&part, sizeof part);
	ref->n_fields = 1;
	ref->location = word_place(q, "on", (struct qname){NULL, name});
	column->node_case = PG_QUERY__NODE__NODE_COLUMN_REF;
	column->column_ref = ref;
	return column;
}

/* a name alone is a column, and not the whole row that an expression could mean by it */
static bool
has_column(struct query *q, const struct object *table, const char *name)
{
	enum applied result = APPLIED;

	if (!q->op || table->noun != &table_noun || !same(table->name.name, name))
		return true;
	if (need_column(q->op, q->schema, (const struct table *)table, name, &result))
		return true;
	q->result = worse(q->result, result);
	return false;
}

static void
follow(struct query *q, const PgQuery__Node *statement)
{
	const PgQuery__CreateStatsStmt *stats = statement->create_stats_stmt;
	const struct object *table = query_relation(q, stats->relations[0]->range_var);
	struct visible v = {.relation = table};
	struct list relations = {0};
	const PgQuery__StatsElem *e;
	size_t i;

	if (!table)
		return;
	list_add(&relations, copy(&v, sizeof v));
	for (i = 0; i < stats->n_exprs; i++) {
		e = stats->exprs[i]->stats_elem;
		if (e->expr || has_column(q, table, e->name))
			query_follow_expression(q, e->expr ? e->expr : column_node(q, e->name),
			                        &relations);
	}
}

/* NULL, or what is wrong with it */
static const char *
wrong(const PgQuery__CreateStatsStmt *stats)
{
	struct strs seen = {0};
	const PgQuery__StatsElem *e;
	const char *kind;
	size_t i, j;

	for (i = 0; i < stats->n_stat_types; i++) {
		kind = node_string(stats->stat_types[i]);
		for (j = 0; j < LEN(kinds) && strcmp(kind, kinds[j]) != 0; j++)
			;
		if (j == LEN(kinds))
			return strf("'%s' is no kind of statistics: ndistinct, dependencies or mcv",
			            kind);
	}
	for (i = 0; i < stats->n_exprs; i++) {
		e = stats->exprs[i]->stats_elem;
		kind = e->expr ? node_sql(e->expr) : e->name;
		if (!e->expr && is_system_column(e->name))
			return strf("there are no statistics of '%s', a column of the system",
			            e->name);
		if (strs_has(&seen, kind))
			return strf("'%s' is said twice", kind);
		strs_add(&seen, kind);
	}
	e = stats->exprs[0]->stats_elem;
	if (stats->n_exprs > 8)
		return "there can be no more than 8 columns";
	if (stats->n_exprs == 1 && !e->expr)
		return "they need two columns, or an expression";
	if (stats->n_exprs == 1 && stats->n_stat_types)
		return "those of a single expression have no kinds";
	return NULL;
}

static enum applied
need_columns_of(const struct op *op, const struct object *o)
{
	if (o->noun == &table_noun || (o->noun->relkind && strchr("rm", o->noun->relkind)))
		return APPLIED;
	return op_error(op, E_KIND, "%s is no table: it is a %s", plain_qname(o->name),
	                o->noun->name);
}

static enum applied
define(const struct op *op, const struct schema *s, const PgQuery__Node *n, struct defined *d)
{
	const PgQuery__CreateStatsStmt *stats = n->create_stats_stmt;
	const PgQuery__AlterStatsStmt *alter = n->alter_stats_stmt;
	const struct object *o;
	const char *why;

	if (n->node_case == PG_QUERY__NODE__NODE_ALTER_STATS_STMT) {
		d->name = list_qname(alter->defnames, alter->n_defnames);
		d->if_not_exists = alter->missing_ok;
		setting_add(d, "statistics", strf("SET STATISTICS %d", alter->stxstattarget));
		return APPLIED;
	}
	d->name = list_qname(stats->defnames, stats->n_defnames);
	d->if_not_exists = stats->if_not_exists;
	if (stats->n_relations != 1 ||
	    stats->relations[0]->node_case != PG_QUERY__NODE__NODE_RANGE_VAR)
		return op_error(op, E_STATEMENT, "statistics are of one table");
	o = schema_find(s, SPACE_RELATION, range_qname(stats->relations[0]->range_var));
	if (o && need_columns_of(op, o) == REFUSED)
		return REFUSED;
	if (o)
		d->on = o->name;
	if (d->if_not_exists && schema_find(s, SPACE_STATISTICS, schema_full(s, d->name)))
		return APPLIED;
	why = wrong(stats);
	return why ? op_error(op, E_STATEMENT, "statistics %s: %s", plain_qname(d->name), why)
	           : APPLIED;
}

static const char *
reset(const struct code *c, const char *key)
{
	(void)c;
	(void)key;
	return "SET STATISTICS -1";
}

static const struct catalog_query created[] = {
	{.phase = PHASE_CREATE_CODE,
         .sql = "SELECT h.name, s.stxname, pg_get_statisticsobjdef(s.oid) FROM pg_statistic_ext s JOIN home h ON h.oid = s.stxnamespace JOIN relation r ON r.oid = s.stxrelid\n"
                "ORDER BY s.oid"},
	{.phase = PHASE_ALTER_CODE,
         .sql = "SELECT h.name, s.stxname, format('ALTER STATISTICS %s.%I SET STATISTICS %s', h.said, s.stxname, s.stxstattarget)\n"
                "FROM pg_statistic_ext s JOIN home h ON h.oid = s.stxnamespace JOIN relation r ON r.oid = s.stxrelid WHERE s.stxstattarget >= 0 ORDER BY s.oid"},
	{0},
};

const struct code_kind statistics_kind = {
	.noun = {CODE_NOUN("statistics object", SPACE_STATISTICS)},
	.type = PG_QUERY__OBJECT_TYPE__OBJECT_STATISTIC_EXT,
	.keyword = "STATISTICS",
	.create = PHASE_CREATE_CODE,
	.drop = PHASE_DROP_CODE,
	.yields = true,
	.follow = follow,
	.made_by = PG_QUERY__NODE__NODE_CREATE_STATS_STMT,
	.altered_by = PG_QUERY__NODE__NODE_ALTER_STATS_STMT,
	.define = define,
	.reset = reset,
	.inspect = created,
};

/* ---- columns that get another type ---- */

struct object *
statistics_forgotten(const struct object *o)
{
	struct object *forgotten = object_copy(o);

	((struct code *)forgotten)->settings = (struct list){0};
	forgotten->owner = NULL;
	return forgotten;
}

void
statistics_forget(struct schema *s, const struct table *t, const char *column)
{
	struct list all = users_of(s, &t->object, column);
	const struct code *c;
	size_t i;

	for (i = 0; i < all.n; i++) {
		c = all.v[i];
		if (c->object.noun == &statistics_kind.noun && (c->settings.n || c->object.owner))
			schema_put(s, statistics_forgotten(&c->object));
	}
}

/* ---- LIKE … INCLUDING STATISTICS ---- */

/* what they are of, as the server lists it: columns in the order of the table, and then expressions. *names as it calls them by it */
static struct strs
keys_of(const PgQuery__CreateStatsStmt *stats, const struct table *from, struct strs *names)
{
	const PgQuery__StatsElem *e;
	struct strs keys = {0};
	const char *column;
	size_t i, j;

	for (i = 0; i < from->columns.n; i++) {
		column = ((const struct column *)from->columns.v[i])->name;
		for (j = 0; j < stats->n_exprs; j++)
			if (same(stats->exprs[j]->stats_elem->name, column)) {
				strs_add(&keys, sql_name(column));
				strs_add(names, column);
			}
	}
	for (i = 0; i < stats->n_exprs; i++) {
		e = stats->exprs[i]->stats_elem;
		if (!e->expr)
			continue;
		strs_add(&keys, strf("(%s)", node_sql(e->expr)));
		strs_add(names, "expr");
	}
	return keys;
}

/* as ChooseExtendedStatisticName has it */
static struct qname
free_name(const struct schema *s, const struct table *t, const struct strs *names)
{
	struct qname name = {t->object.name.schema, NULL};
	unsigned pass;

	for (pass = 0;; pass++) {
		name.name = sql_object_name(t->object.name.name, strs_join(names, "_"),
		                            pass ? strf("stat%u", pass) : "stat");
		if (!schema_find(s, SPACE_STATISTICS, name))
			return name;
	}
}

static void
copy_one(struct op *op, struct schema *s, const struct table *t, const struct table *from,
         const struct code *c, bool comment)
{
	const PgQuery__CreateStatsStmt *stats = code_tree(c)->create_stats_stmt;
	struct strs names = {0}, types = {0}, keys = keys_of(stats, from, &names);
	struct qname name = free_name(s, t, &names);
	struct object *made;
	struct op *create;
	bool quiet;
	size_t i;

	for (i = 0; i < stats->n_stat_types; i++)
		strs_add(&types, node_string(stats->stat_types[i]));
	create = execute_new(op->at, strf("CREATE STATISTICS %s%s ON %s FROM %s", sql_qname(name),
	                                  types.n ? strf(" (%s)", strs_join(&types, ", ")) : "",
	                                  strs_join(&keys, ", "), sql_qname(t->object.name)));
	quiet = diag_quiet(true);
	create->class->apply(create, s);
	diag_quiet(quiet);
	made = schema_find(s, SPACE_STATISTICS, name);
	if (!made || !comment || !c->object.comment)
		return;
	made = object_copy(made);
	made->comment = c->object.comment;
	schema_put(s, made);
}

void
statistics_copy(struct op *op, struct schema *s, const struct table *t, const struct table *from,
                bool comments)
{
	struct list all = code_on(s, &statistics_kind.noun, from->object.name);
	size_t i;

	for (i = 0; i < all.n; i++)
		copy_one(op, s, t, from, all.v[i], comments);
}
