/* A schema as models: structure in Lua, code in SQL, a file for each table with what belongs to it. */
#include <ctype.h>
#include <string.h>

#include "kind/code.h"
#include "models_print.h"
#include "print.h"

/* a name as part of a path */
static char *
path_part(const char *name)
{
	char *part = str(name), *c;

	for (c = part; *c; c++)
		if (!isalnum((unsigned char)*c) && !strchr("_-", *c) && (unsigned char)*c < 0x80)
			*c = '_';
	return part;
}

/* "users.lua", "billing/invoices.lua" */
static char *
table_path(struct qname table)
{
	struct qname bare = {NULL, table.name};

	if (same(table.schema, sql_qname_full(bare).schema))
		return strf("%s.lua", path_part(table.name));
	return strf("%s/%s.lua", path_part(table.schema), path_part(table.name));
}

/* the file that declares an object */
static char *
path_of(const struct object *o, const struct schema *s)
{
	const struct code *c = code_kind(o) ? (const struct code *)o : NULL;
	const struct object *on = c && c->on.name ? schema_find(s, SPACE_RELATION, c->on) : NULL;

	if (o->noun == &table_noun)
		return table_path(o->name);
	if (on)
		return path_of(on, s);
	if (o->noun->space == SPACE_FUNCTION)
		return str("functions.sql");
	if (o->noun->space == SPACE_RELATION && c)
		return str("views.sql");
	if (o->noun->space == SPACE_FRAME)
		return str("views.sql");
	return str(o->noun->space == SPACE_TYPE ? "types.lua" : "schema.lua");
}

static struct model_file *
file_at(struct list *files, struct map *by_path, const char *path)
{
	struct model_file *f = map_get(by_path, path);

	if (f)
		return f;
	f = alloc(sizeof *f);
	f->path = path;
	map_put(by_path, path, f);
	list_add(files, f);
	return f;
}

static void
print(const struct op *op, const struct schema *s, bool sql, struct buf *out)
{
	buf_add(out, out->n ? "\n" : "");
	if (sql)
		print_sql(op, out);
	else
		print_declaration(op, s, out);
}

struct list
models_print(const struct list *ops, const struct schema *s)
{
	struct list files = {0};
	struct map by_path = {0};
	struct model_file *f;
	const struct op *op;
	const char *path;
	size_t i;

	for (i = 0; i < ops->n; i++) {
		op = ops->v[i];
		path = path_of(op->about, s);
		f = file_at(&files, &by_path, path);
		print(op, s, strcmp(path + strlen(path) - 4, ".sql") == 0, &f->text);
	}
	return files;
}

void
models_print_all(const struct list *ops, const struct schema *s, struct buf *out)
{
	size_t i;

	for (i = 0; i < ops->n; i++)
		print(ops->v[i], s, false, out);
}
