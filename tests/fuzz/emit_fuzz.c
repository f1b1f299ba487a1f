/* Any table of migrations: its C reads as the table. For libFuzzer.

   Where EMITTED names a folder, each input leaves its C there, and beside it what a program with that C must list: tests/t/fuzz.t
   compiles them. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../../compiler/emit.h"
#include "compile.h"
#include "feed.h"
#include "fresh.h"
#include "listing.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);

static unsigned
number(struct feed *f)
{
	static const unsigned some[] = {0, 1, 2, 9, 10, 140000, 2147483647};
	unsigned n = feed_below(f, 256);

	return n < LEN(some) ? some[n] : n * feed_below(f, 256);
}

/* a text, or NULL */
static const char *
text_or_none(struct feed *f)
{
	return feed_below(f, 4) ? feed_text(f, 255) : NULL;
}

static const struct step_place *
places(struct feed *f, unsigned *n)
{
	struct step_place *v;
	unsigned i;

	*n = feed_below(f, 3);
	v = alloc(*n * sizeof *v);
	for (i = 0; i < *n; i++)
		v[i] = (struct step_place){number(f), number(f)};
	return v;
}

static const struct step_copy *
rows(struct feed *f)
{
	struct step_copy *c;

	if (feed_below(f, 4))
		return NULL;
	c = alloc(sizeof *c);
	c->data = feed_text(f, 255);
	c->n_rows = number(f);
	c->file = feed_text(f, 20);
	c->line = (int)number(f);
	return c;
}

static const struct leftover *
leftover(struct feed *f)
{
	struct leftover *l;

	if (feed_below(f, 4))
		return NULL;
	l = alloc(sizeof *l);
	l->kind = (unsigned char)feed_below(f, LEFTOVER_DETACH + 1);
	l->name = text_or_none(f);
	l->table = text_or_none(f);
	l->probe = text_or_none(f);
	return l;
}

static const struct step *
steps(struct feed *f, unsigned *n)
{
	struct step *v;
	unsigned i;

	*n = feed_below(f, 4);
	v = alloc(*n * sizeof *v);
	for (i = 0; i < *n; i++) {
		v[i].label = feed_text(f, 40);
		v[i].sql = feed_text(f, 255);
		v[i].places = places(f, &v[i].n_places);
		v[i].file = feed_text(f, 20);
		v[i].line = (int)number(f);
		v[i].since = (int)number(f);
		v[i].before = (int)number(f);
		v[i].flags = (unsigned char)feed_below(f, STEP_LOSES_DATA * 2);
		v[i].lock = (unsigned char)feed_below(f, LOCK_ACCESS_EXCLUSIVE + 1);
		v[i].table = text_or_none(f);
		v[i].copy = rows(f);
		v[i].leftover = leftover(f);
	}
	return v;
}

static const unsigned *
indexes(struct feed *f, unsigned *n)
{
	unsigned *v, i;

	*n = feed_below(f, 3);
	v = alloc(*n * sizeof *v);
	for (i = 0; i < *n; i++)
		v[i] = number(f);
	return v;
}

static const char *const *
labels(struct feed *f, unsigned *n)
{
	const char **v;
	unsigned i;

	*n = feed_below(f, 3);
	v = alloc(*n * sizeof *v);
	for (i = 0; i < *n; i++)
		v[i] = feed_text(f, 20);
	return v;
}

static const struct obstacle *
obstacles(struct feed *f, unsigned *n)
{
	struct obstacle *v;
	unsigned i;

	*n = feed_below(f, 3);
	v = alloc(*n * sizeof *v);
	for (i = 0; i < *n; i++) {
		v[i].migration = number(f);
		v[i].why = feed_text(f, 40);
		v[i].later = feed_below(f, 2);
	}
	return v;
}

static const struct replaced *
replaced(struct feed *f, unsigned *n, unsigned depth)
{
	struct replaced *v;
	unsigned i;

	*n = depth ? feed_below(f, 3) : 0;
	v = alloc(*n * sizeof *v);
	for (i = 0; i < *n; i++) {
		v[i].id = feed_text(f, 20);
		v[i].checksum = feed_text(f, 20);
		v[i].replaces = replaced(f, &v[i].n_replaces, depth - 1);
	}
	return v;
}

static const struct migration *
migrations(struct feed *f, unsigned *n)
{
	struct migration *v;
	struct map ids = {0};
	unsigned i;

	*n = feed_below(f, 4);
	v = alloc(*n * sizeof *v);
	for (i = 0; i < *n; i++) {
		/* no two are alike: graph.c sees to it */
		v[i].id = feed_text(f, 20);
		if (map_put(&ids, v[i].id, v))
			v[i].id = strf("%s@%u", v[i].id, i);
		v[i].message = feed_text(f, 60);
		v[i].created = feed_text(f, 20);
		v[i].checksum = feed_text(f, 20);
		v[i].file = feed_text(f, 40);
		v[i].parents = indexes(f, &v[i].n_parents);
		v[i].depends_on = indexes(f, &v[i].n_depends_on);
		v[i].labels = labels(f, &v[i].n_labels);
		v[i].replaces = replaced(f, &v[i].n_replaces, 2);
		v[i].up = steps(f, &v[i].n_up);
		v[i].down = steps(f, &v[i].n_down);
		v[i].irreversible = text_or_none(f);
		v[i].obstacles = obstacles(f, &v[i].n_obstacles);
	}
	return v;
}

static const struct table_variable *
variables_of(struct feed *f, unsigned *n)
{
	struct table_variable *v;
	unsigned i;

	*n = feed_below(f, 3);
	v = alloc(*n * sizeof *v);
	for (i = 0; i < *n; i++)
		v[i] = (struct table_variable){feed_text(f, 20), feed_below(f, 2), text_or_none(f)};
	return v;
}

static FILE *
create(const char *folder, const char *ending)
{
	static unsigned n;
	FILE *out = fopen(strf("%s/%u.%s", folder, n, ending), "w");

	if (!out)
		fuzz_found("cannot write into", folder);
	n += strcmp(ending, "txt") == 0;
	return out;
}

static void
leave(const char *folder, const struct migration_table *t)
{
	struct buf code = {0};
	FILE *out = create(folder, "c");

	emit(t, &code);
	fwrite(code.s, 1, code.n, out);
	fclose(out);
	out = create(folder, "txt");
	listing(out, t);
	fclose(out);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	static bool kept;
	struct feed f = {bytes, n};
	struct migration_table t = {.version = MIGRATE_TABLE_VERSION};
	const char *folder = getenv("EMITTED");

	if (!kept) {
		kept = true;
		fuzz_keep();
	}
	t.migrations = migrations(&f, &t.n_migrations);
	t.name = feed_text(&f, 20);
	t.build = feed_text(&f, 20);
	t.min_server = (int)number(&f);
	t.search_path = feed_text(&f, 40);
	t.history_schema = feed_text(&f, 20);
	t.single_transaction = feed_below(&f, 2);
	t.lock_timeout = (int)number(&f);
	t.statement_timeout = (int)number(&f);
	t.variables = variables_of(&f, &t.n_variables);
	fuzz_emitted(&t);
	if (folder)
		leave(folder, &t);
	fuzz_back();
	return 0;
}
