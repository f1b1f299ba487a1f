/* From revisions that were replayed to the table that the runtime reads. */
#include <string.h>

#include "digest.h"
#include "lower.h"
#include "op.h"
#include "variable.h"

static const struct step *
lower_steps(const struct list *steps, bool alone)
{
	struct step *r = alloc((steps->n + 1) * sizeof *r);
	size_t i;

	for (i = 0; i < steps->n; i++) {
		memcpy(&r[i], steps->v[i], sizeof *r);
		if (alone)
			r[i].flags |= STEP_NO_TRANSACTION;
	}
	return r;
}

/* why there is no way down, or NULL */
static const char *
irreversible(const struct revision *r)
{
	const struct gap *g;
	struct buf b = {0};
	size_t i;

	if (r->has_downgrade)
		return NULL;
	if (r->irreversible)
		return strf("%s:%d: %s", r->at.file, r->at.line, r->irreversible);
	for (i = 0; i < r->gaps.n; i++) {
		g = r->gaps.v[i];
		buf_fmt(&b, "%s%s:%d: %s", i ? "\n" : "", g->at.file, g->at.line, g->why);
	}
	return r->gaps.n ? buf_str(&b) : NULL;
}

static unsigned *
indexes(const struct map *by_id, const struct strs *ids)
{
	unsigned *r = alloc((ids->n + 1) * sizeof *r);
	size_t i;

	for (i = 0; i < ids->n; i++)
		r[i] = ((struct revision *)map_get(by_id, ids->v[i]))->index;
	return r;
}

static const struct replaced *
lower_replaces(const struct list *formers)
{
	struct replaced *r = alloc((formers->n + 1) * sizeof *r);
	const struct former *f;
	size_t i;

	for (i = 0; i < formers->n; i++) {
		f = formers->v[i];
		r[i] = (struct replaced){f->id, f->checksum, lower_replaces(&f->replaces),
		                         (unsigned)f->replaces.n};
	}
	return r;
}

static void
lower_node(const struct map *by_id, const struct revision *r, struct migration *m)
{
	m->id = r->id;
	m->message = r->message;
	m->created = r->created;
	m->checksum = r->checksum;
	m->file = r->file;
	m->parents = indexes(by_id, &r->parents);
	m->n_parents = (unsigned)r->parents.n;
	m->depends_on = indexes(by_id, &r->depends_on);
	m->n_depends_on = (unsigned)r->depends_on.n;
	m->labels = r->labels.v;
	m->n_labels = (unsigned)r->labels.n;
	m->replaces = lower_replaces(&r->replaces);
	m->n_replaces = (unsigned)r->replaces.n;
}

/* what tells revisions from each other */
static struct migration *
lower_nodes(const struct list *revisions)
{
	struct migration *m = alloc((revisions->n + 1) * sizeof *m);
	struct map by_id = {0};
	struct revision *r;
	size_t i;

	for (i = 0; i < revisions->n; i++) {
		r = revisions->v[i];
		map_put(&by_id, r->id, r);
		lower_node(&by_id, r, &m[i]);
	}
	return m;
}

static struct migration_table *
table_of(const struct migration *m, const struct list *revisions)
{
	struct migration_table *t = alloc(sizeof *t);

	t->migrations = m;
	t->n_migrations = (unsigned)revisions->n;
	return t;
}

struct migration_table *
lower_graph(const struct list *revisions)
{
	return table_of(lower_nodes(revisions), revisions);
}

static const struct obstacle *
lower_obstacles(const struct list *obstacles)
{
	struct obstacle *r = alloc((obstacles->n + 1) * sizeof *r);
	size_t i;

	for (i = 0; i < obstacles->n; i++)
		memcpy(&r[i], obstacles->v[i], sizeof *r);
	return r;
}

static void
lower_revision(const struct revision *r, struct migration *m)
{
	bool alone = strcmp(r->transaction, "none") == 0;

	m->up = lower_steps(&r->up_steps, alone);
	m->n_up = (unsigned)r->up_steps.n;
	m->irreversible = irreversible(r);
	if (m->irreversible)
		return;
	m->down = lower_steps(&r->down_steps, alone);
	m->n_down = (unsigned)r->down_steps.n;
	m->obstacles = lower_obstacles(&r->obstacles);
	m->n_obstacles = (unsigned)r->obstacles.n;
}

static char *
search_path(const struct strs *schemas)
{
	struct buf b = {0};
	size_t i;

	for (i = 0; i < schemas->n; i++)
		buf_fmt(&b, "%s%s", i ? ", " : "", sql_name(schemas->v[i]));
	return buf_str(&b);
}

static void
lower_variables(struct migration_table *t)
{
	const struct list *all = variables();
	struct table_variable *r = alloc((all->n + 1) * sizeof *r);
	const struct variable *v;
	size_t i;

	for (i = 0; i < all->n; i++) {
		v = all->v[i];
		r[i] = (struct table_variable){v->name, v->is_name, v->fallback};
	}
	t->variables = r;
	t->n_variables = (unsigned)all->n;
}

struct migration_table *
lower(const struct config *c, const struct list *revisions)
{
	struct migration *m = lower_nodes(revisions);
	struct migration_table *t = table_of(m, revisions);
	struct buf history = {0};
	struct revision *r;
	size_t i;

	for (i = 0; i < revisions->n; i++) {
		r = revisions->v[i];
		lower_revision(r, &m[i]);
		buf_fmt(&history, "%s %s\n", r->id, r->checksum);
	}
	t->version = MIGRATE_TABLE_VERSION;
	t->name = c->name;
	t->build = strn(digest(buf_str(&history), history.n), 16);
	t->min_server = c->postgres * 10000;
	t->search_path = search_path(&c->schema);
	t->history_schema = c->history_schema;
	t->single_transaction = strcmp(c->transaction, "all") == 0;
	t->lock_timeout = c->lock_timeout;
	t->statement_timeout = c->statement_timeout;
	lower_variables(t);
	return t;
}
