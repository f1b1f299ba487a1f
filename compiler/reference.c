/* The reference of the language, from the field tables that read it. */
#include <string.h>

#include "op.h"
#include "reference.h"

static const char *
type_name(const struct field *f)
{
	static const char *const names[] = {
		[FIELD_BOOL] = "boolean",
		[FIELD_ANSWER] = "boolean",
		[FIELD_INT] = "integer",
		[FIELD_TEXT] = "string",
		[FIELD_NAME] = "name",
		[FIELD_QNAME] = "name, may be qualified",
		[FIELD_TYPE] = "type, as in SQL",
		[FIELD_SQL] = "SQL expression",
		[FIELD_STATEMENT] = "SQL statements",
		[FIELD_FILE] = "path of a file",
		[FIELD_VALUE] = "literal, `sql`",
		[FIELD_CHOICE] = "one of",
		[FIELD_TERM] = "column, or `sql`",
		[FIELD_REFERENCE] = "`\"table\"` or `\"table(a, b)\"`",
		[FIELD_NAMES] = "list of names, or one",
		[FIELD_TEXTS] = "list of strings",
		[FIELD_QNAMES] = "list of names, or one",
		[FIELD_VALUES] = "list of literals, or one",
		[FIELD_PARAMETERS] = "table of parameters",
		[FIELD_ITEMS] = "list of",
		[FIELD_ITEM] = "",
		[FIELD_PART] = "",
		[FIELD_ROWS] = "list of `{ column = value }`",
	};

	return names[f->type];
}

/* a Markdown cell: | would end it */
static void
put_cell(struct buf *b, const char *s)
{
	buf_add(b, " ");
	for (; s && *s; s++)
		buf_fmt(b, "%s%c", *s == '|' ? "\\" : "", *s);
	buf_add(b, " |");
}

static const char *
title(const struct shape *s)
{
	return s->title ? s->title : s->name;
}

static char *
describe_type(const struct field *f)
{
	struct buf b = {0};
	size_t i;

	buf_add(&b, type_name(f));
	if (f->type == FIELD_CHOICE)
		for (i = 0; f->choices[i]; i++)
			buf_fmt(&b, "%s `\"%s\"`", i ? "," : "", f->choices[i]);
	if (f->type == FIELD_ITEMS || f->type == FIELD_ITEM)
		buf_fmt(&b, "%s[%s](#%s)", b.n ? " " : "", title(f->shape), title(f->shape));
	if (f->type == FIELD_INT && f->choices)
		buf_fmt(&b, strcmp(*f->choices, "true") == 0 ? ", or `%s`" : ", or `\"%s\"`",
		        *f->choices);
	if (f->nullable)
		buf_add(&b, ", or `null`");
	return buf_str(&b);
}

static void
put_rows(struct buf *b, const struct field *fields, int shift)
{
	const struct field *f;

	for (f = fields; f->key; f++) {
		if (f->model) /* docs/language.md says it, where it speaks of models */
			continue;
		if (f->type == FIELD_PART) {
			put_rows(b, f->shape->fields, f->position ? f->position - 1 : 0);
			continue;
		}
		buf_add(b, "|");
		put_cell(b, strf("`%s`", f->key));
		put_cell(b, f->position ? strf("%d", f->position + shift) : "");
		put_cell(b, describe_type(f));
		put_cell(b, f->required ? "required" : f->fallback);
		put_cell(b, f->sql ? strf("`%s`", f->sql) : NULL);
		put_cell(b, f->doc);
		buf_add(b, "\n");
	}
}

static void
put_shape(struct buf *b, const struct shape *s)
{
	buf_fmt(b, "### %s\n\n", title(s));
	if (s->doc)
		buf_fmt(b, "%s\n", s->doc);
	if (s->page)
		buf_fmt(b, "PostgreSQL: [%s](https://www.postgresql.org/docs/current/%s)\n",
		        s->page, s->page);
	buf_add(b, "\n| key | argument | takes | left out | SQL | |\n|---|---|---|---|---|---|\n");
	put_rows(b, s->fields, 0);
	buf_add(b, "\n");
}

/* shapes that are reached only through fields */
static void
collect(const struct field *fields, struct list *shapes, struct map *seen)
{
	const struct field *f;

	for (f = fields; f->key; f++) {
		if (!f->shape || map_get(seen, title(f->shape)))
			continue;
		if (f->type != FIELD_PART) {
			map_put(seen, title(f->shape), shapes);
			list_add(shapes, copy(f->shape, sizeof *f->shape));
		}
		collect(f->shape->fields, shapes, seen);
	}
}

void
reference(struct buf *b)
{
	struct list shapes = {0};
	struct map seen = {0};
	size_t i, j;

	buf_add(b, "## Operations\n\n");
	for (i = 0; op_kinds[i]; i++)
		for (j = 0; op_kinds[i][j]; j++) {
			if (op_kinds[i][j]->of_models)
				continue;
			put_shape(b, &op_kinds[i][j]->shape);
			collect(op_kinds[i][j]->shape.fields, &shapes, &seen);
		}
	buf_add(b, "## Items\n\n");
	for (i = 0; i < shapes.n; i++)
		put_shape(b, shapes.v[i]);
}
