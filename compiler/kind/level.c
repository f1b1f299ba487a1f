/* Which query an aggregate belongs to, and where aggregates, window functions and set-returning functions may stand. An aggregate
   is the innermost query's whose columns stand in its arguments, and its own query's where there are none. */
#include <ctype.h>
#include <string.h>

#include "../catalog.h"
#include "scope.h"

struct scope
scope_new(const struct scope *outer)
{
	struct scope scope = {.outer = outer};

	scope.level = alloc(sizeof *scope.level);
	scope.level->outer = outer ? outer->level : NULL;
	return scope;
}

void
level_read(struct level *level, const char *clause, unsigned refused)
{
	if (!level)
		return;
	level->clause = clause;
	level->refused = refused;
}

struct level
level_refuse(const struct scope *scope, unsigned refused, const char *clause)
{
	struct level before = {NULL};

	if (!scope || !scope->level)
		return before;
	before = *scope->level;
	if (refused & ~before.refused)
		level_read(scope->level, clause, before.refused | refused);
	return before;
}

void
level_restore(const struct scope *scope, const struct level *before)
{
	if (scope)
		level_read(scope->level, before->clause, before->refused);
}

void
follow_clause(struct query *q, const PgQuery__Node *n, const struct scope *scope, const char *what)
{
	level_read(scope->level, what, MANY_ALL);
	follow_condition(q, n, scope, what);
}

/* ---- references ---- */

static void
add(struct query *q, const void *node, const struct level *level, const struct item *item,
    const struct output *column)
{
	struct ref r = {node, level, item, column};

	list_add(&q->refs, copy(&r, sizeof r));
}

void
level_refers(struct query *q, const PgQuery__ColumnRef *c, const struct scope *scope,
             const struct item *item, const struct output *column)
{
	while (scope && !list_has(&scope->items, item))
		scope = scope->outer;
	if (scope && scope->level)
		add(q, c, scope->level, column ? scope_origin(scope, item, column) : item, column);
}

const struct item *
level_row(const struct query *q, const PgQuery__ColumnRef *c)
{
	const struct ref *r;
	size_t i;

	for (i = q->refs.n; i-- > 0;) {
		r = q->refs.v[i];
		if (r->node == c)
			return r->column ? NULL : r->item;
	}
	return NULL;
}

/* the innermost level around that has a reference, or an aggregate, among those from refs on */
static struct level *
innermost(const struct query *q, const struct scope *scope, size_t refs)
{
	const struct ref *r;
	size_t i;

	for (; scope; scope = scope->outer)
		for (i = refs; scope->level && i < q->refs.n; i++) {
			r = q->refs.v[i];
			if (r->level == scope->level)
				return scope->level;
		}
	return NULL;
}

static bool
has_aggregate(const struct query *q, const struct level *level, size_t refs)
{
	const struct ref *r;
	size_t i;

	for (i = refs; i < q->refs.n; i++) {
		r = q->refs.v[i];
		if (r->level == level && !r->item)
			return true;
	}
	return false;
}

/* ---- calls ---- */

/* the letters of the signatures of that name: see catalog.c */
static struct strs
letters(const char *signatures)
{
	struct strs found = {0};

	while (signatures && *signatures) {
		strs_add(&found, signatures);
		signatures += strcspn(signatures, " ");
		signatures += *signatures == ' ';
	}
	return found;
}

static size_t
count(const struct strs *signatures, const char *kinds)
{
	size_t i, n = 0;

	for (i = 0; i < signatures->n; i++)
		n += strchr(kinds, *signatures->v[i]) != NULL;
	return n;
}

/* what a call is; *plain is set where it certainly gives one value of one row, or many of it */
static unsigned
kind_of(const struct query *q, const PgQuery__FuncCall *call, bool *plain)
{
	struct qname name = list_qname(call->funcname, call->n_funcname);
	const struct object *made = function_named(q->schema, name);
	struct strs all;
	size_t aggregates;

	*plain = false;
	if (schema_excused(q->schema, SPACE_FUNCTION, (struct qname){NULL, name.name}) ||
	    function_is_shared(q->schema, name))
		return 0;
	if (made && (name.schema || !catalog_signatures(name.name)))
		return made->noun != &aggregate_kind.noun ? 0
		       : call->over                       ? MANY_WINDOWS
		                                          : MANY_AGGREGATES;
	if (made || (name.schema && strcmp(name.schema, "pg_catalog") != 0))
		return 0;
	all = letters(catalog_signatures(name.name));
	aggregates = count(&all, "a");
	if (!all.n)
		return 0;
	if (call->over)
		*plain = !count(&all, "aw");
	if (call->over)
		return *plain ? 0 : MANY_WINDOWS;
	if (aggregates == all.n || (aggregates && call->agg_within_group))
		return MANY_AGGREGATES;
	*plain = !aggregates;
	return count(&all, "IXSV") == all.n ? MANY_SETS : 0;
}

bool
may_aggregate(const struct query *q, const PgQuery__FuncCall *call)
{
	struct qname name = list_qname(call->funcname, call->n_funcname);
	struct strs all = letters(catalog_signatures(name.name));

	return schema_excused(q->schema, SPACE_FUNCTION, (struct qname){NULL, name.name}) ||
	       (!all.n && extensions_bring(q->schema, name.name)) ||
	       function_is_shared(q->schema, name) ||
	       (function_named(q->schema, name) && count(&all, "a"));
}

static const char *
title(unsigned kind)
{
	return kind == MANY_AGGREGATES ? "aggregate functions"
	       : kind == MANY_WINDOWS  ? "window functions"
	                               : "set-returning functions";
}

static void
need_allowed(struct query *q, struct level *level, unsigned kind, int location)
{
	if (level->refused & kind)
		query_error(q, location, E_EXPRESSION,
		            strf("%s cannot stand %s%s", title(kind),
		                 level->clause ? "in " : "here",
		                 level->clause ? level->clause : ""));
	level->found |= kind;
}

/* what is said of a call that only an aggregate, or a window function, has */
static void
need_parts(struct query *q, const PgQuery__FuncCall *call, unsigned kind, bool plain)
{
	static const char *const ordered[] = {"mode", "percentile_cont", "percentile_disc", NULL};
	const char *name = list_qname(call->funcname, call->n_funcname).name, *what = NULL;
	struct strs all = letters(catalog_signatures(name));

	if (plain && call->over)
		what = "OVER";
	else if (plain && call->agg_within_group)
		what = "WITHIN GROUP";
	else if (plain && call->agg_distinct)
		what = "DISTINCT";
	else if (plain && call->n_agg_order)
		what = "ORDER BY";
	else if (plain && call->agg_filter)
		what = "FILTER";
	else if (plain && call->agg_star)
		what = "*";
	if (what)
		query_error(q, call->location, E_EXPRESSION,
		            strf("%s: '%s' is no aggregate%s", what, name,
		                 call->over ? " and no window function" : ""));
	if ((kind == MANY_AGGREGATES ||
	     (kind == MANY_WINDOWS && all.n && count(&all, "a") == all.n)) &&
	    !call->n_args && !call->agg_star && !call->agg_within_group)
		query_error(q, call->location, E_EXPRESSION,
		            strf("aggregate '%s' takes an argument, or *", name));
	if (kind == MANY_AGGREGATES && all.n && !call->agg_within_group && among(name, ordered))
		query_error(q, call->location, E_EXPRESSION,
		            strf("aggregate '%s' needs WITHIN GROUP", name));
	if (kind == MANY_WINDOWS && (call->agg_distinct || call->n_agg_order))
		query_error(q, call->location, E_EXPRESSION,
		            strf("%s cannot stand in a call with OVER",
		                 call->agg_distinct ? "DISTINCT" : "ORDER BY"));
	if (kind == MANY_WINDOWS && call->agg_filter && all.n && count(&all, "w") == all.n)
		query_error(q, call->location, E_EXPRESSION,
		            strf("FILTER: '%s' is no aggregate", name));
	if (plain && !kind && !call->over && all.n && count(&all, "w") == all.n)
		query_error(q, call->location, E_EXPRESSION,
		            strf("window function '%s' must have OVER", name));
}

struct call_mark
call_begin(struct query *q, const PgQuery__FuncCall *call, const struct scope *scope)
{
	bool plain;
	struct call_mark mark = {call, kind_of(q, call, &plain), q->refs.n, {NULL}};
	struct level *level = scope ? scope->level : NULL;

	need_parts(q, call, mark.kind, plain);
	if (!level)
		return mark;
	if (mark.kind == MANY_WINDOWS || mark.kind == MANY_SETS)
		need_allowed(q, level, mark.kind, call->location);
	mark.before = *level;
	if (mark.kind == MANY_AGGREGATES)
		level_read(level, "the arguments of an aggregate", MANY_WINDOWS | MANY_SETS);
	else if (mark.kind == MANY_WINDOWS)
		level_refuse(scope, MANY_WINDOWS | MANY_SETS, "the arguments of a window function");
	return mark;
}

void
call_filter(const struct scope *scope)
{
	if (scope)
		level_read(scope->level, "FILTER", MANY_ALL);
}

void
level_aggregates(struct query *q, const void *node, size_t refs, const struct scope *scope,
                 int location)
{
	struct level *of = innermost(q, scope, refs);

	if (!of)
		of = scope->level;
	if (has_aggregate(q, of, refs))
		query_error(q, location, E_EXPRESSION,
		            "an aggregate cannot stand in the arguments of another");
	need_allowed(q, of, MANY_AGGREGATES, location);
	add(q, node, of, NULL, NULL);
}

void
call_end(struct query *q, const struct call_mark *mark, const struct scope *scope)
{
	if (!scope || !scope->level)
		return;
	level_restore(scope, &mark->before);
	if (mark->kind == MANY_AGGREGATES)
		level_aggregates(q, mark->call, mark->refs, scope, mark->call->location);
}

/* ---- windows ---- */

enum {
	FRAME_SAID = 0x1,
	FRAME_RANGE = 0x2,
	FRAME_GROUPS = 0x8,
	FRAME_OFFSET = 0x7800,
};

static const PgQuery__WindowDef *
find_window(const struct level *level, const char *name, size_t n)
{
	const PgQuery__WindowDef *w;
	size_t i;

	for (i = 0; i < n; i++) {
		w = level->windows[i]->window_def;
		if (strcmp(w->name, name) == 0)
			return w;
	}
	return NULL;
}

/* the window that another begins with */
static void
need_extended(struct query *q, const PgQuery__WindowDef *w, const PgQuery__WindowDef *from)
{
	const char *what = NULL;

	if (w->n_partition_clause)
		what = "PARTITION BY";
	else if (w->n_order_clause && from->n_order_clause)
		what = "ORDER BY";
	else if (from->frame_options & FRAME_SAID)
		what = "a frame";
	if (what)
		query_error(q, w->location, E_STATEMENT,
		            strf("window '%s' has %s already, or cannot get it here", from->name,
		                 what));
}

static void
need_offset(struct query *q, const PgQuery__WindowDef *w, const PgQuery__Node *offset,
            const struct scope *scope)
{
	const size_t refs = q->refs.n;
	const char *type = follow(q, offset, scope);
	size_t i;

	if (!offset)
		return;
	for (i = refs; scope && i < q->refs.n; i++)
		if (((const struct ref *)q->refs.v[i])->level == scope->level)
			query_error(q, w->location, E_EXPRESSION,
			            "the offset of a window's frame cannot hold columns");
	if (!(w->frame_options & FRAME_RANGE))
		take_number(q, offset, type, "the offset of a window's frame");
}

/* RANGE with an offset adds it to what the rows are ordered by */
static void
need_range(struct query *q, const PgQuery__WindowDef *w, const char *type)
{
	static const char *const added_to[] = {
		"int2", "int4",   "int8",      "float4",      "float8",   "numeric", "date",
		"time", "timetz", "timestamp", "timestamptz", "interval", NULL};
	const char *known = signature_type(q->schema, type);

	if (w->n_order_clause != 1)
		query_error(q, w->location, E_STATEMENT,
		            "RANGE with an offset needs exactly one column in ORDER BY");
	else if (known && known != unknown_type && !among(known, added_to))
		query_error(q, w->location, E_MISMATCH,
		            strf("RANGE with an offset is not for %s", type));
}

/* what stands in it; it begins with another window, among the first n, where it says a name */
static void
follow_window(struct query *q, const PgQuery__WindowDef *w, const char *name, size_t n,
              const struct scope *scope)
{
	const PgQuery__WindowDef *from = NULL;
	const char *type = NULL;
	struct level before;
	size_t i;

	if (scope && scope->level && *name) {
		from = find_window(scope->level, name, n);
		if (!from)
			query_error(q, w->location, E_NO_PART,
			            strf("there is no window '%s'", name));
		else if (*w->refname)
			need_extended(q, w, from);
	}
	before = level_refuse(scope, MANY_WINDOWS, "the definition of a window");
	follow_all(q, w->partition_clause, w->n_partition_clause, scope);
	for (i = 0; i < w->n_order_clause; i++)
		type = follow(q, w->order_clause[i]->sort_by->node, scope);
	need_offset(q, w, w->start_offset, scope);
	need_offset(q, w, w->end_offset, scope);
	level_restore(scope, &before);
	if (*name)
		return;
	if ((w->frame_options & FRAME_RANGE) && (w->frame_options & FRAME_OFFSET))
		need_range(q, w, type);
	if ((w->frame_options & FRAME_GROUPS) && !w->n_order_clause)
		query_error(q, w->location, E_STATEMENT, "GROUPS needs ORDER BY");
}

void
follow_over(struct query *q, const PgQuery__WindowDef *w, const struct scope *scope)
{
	follow_window(q, w, *w->name ? w->name : w->refname,
	              scope && scope->level ? scope->level->n_windows : 0, scope);
}

void
follow_windows(struct query *q, const struct scope *scope)
{
	const struct level *level = scope->level;
	const PgQuery__WindowDef *w;
	size_t i;

	for (i = 0; i < level->n_windows; i++) {
		w = level->windows[i]->window_def;
		if (find_window(level, w->name, i))
			query_error(q, w->location, E_TWICE,
			            strf("window '%s' stands twice", w->name));
		follow_window(q, w, w->refname, i, scope);
	}
}
