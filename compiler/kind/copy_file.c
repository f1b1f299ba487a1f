/* Rows as a file beside the script has them: copy_file. They are CSV there, and sent in COPY's text format. */
#include <string.h>

#include "../csv.h"
#include "code.h"
#include "insertion.h"

struct copy_file {
	struct insertion insertion;
	struct source file;
	struct strs columns; /* each row gives these */
	enum answer header;
	const char *delimiter, *quote, *escape, *null;
	struct servers_said servers;

	struct strs fields; /* of all rows, one row's behind the other's; NULL is NULL */
	int *lines;         /* where each row begins */
	struct row *row;    /* the one that was asked for last */
};

/* ---- reading ---- */

static int
read_byte(const struct op *op, const char *key, const char *said, char fallback, char *into)
{
	*into = said ? *said : fallback;
	if (!said || (said[0] && !said[1] && *said != '\n' && *said != '\r'))
		return 0;
	return op_error(op, E_VALUE, "%s must be one character of one byte, and no line end", key);
}

/* how the file is written */
static int
read_format(const struct copy_file *op, struct csv *c)
{
	const struct op *o = &op->insertion.op;

	if (read_byte(o, "delimiter", op->delimiter, ',', &c->delimiter) < 0 ||
	    read_byte(o, "quote", op->quote, '"', &c->quote) < 0 ||
	    read_byte(o, "escape", op->escape, c->quote, &c->escape) < 0)
		return -1;
	c->null = op->null ? op->null : "";
	if (c->delimiter == c->quote)
		return op_error(o, E_EXCLUDE, "delimiter and quote must differ");
	if (strchr(c->null, c->delimiter) || strchr(c->null, c->quote) || strpbrk(c->null, "\r\n"))
		return op_error(o, E_EXCLUDE,
		                "null cannot hold the delimiter, the quote or a line end");
	return 0;
}

static struct op
at_line(const struct copy_file *op, int line)
{
	return item_op(&op->insertion.op, (struct loc){op->file.at.file, line});
}

/* the columns, as the header or the script names them */
static int
read_columns(struct copy_file *op, struct csv *c)
{
	struct strs header = {0};
	int line = op->header == NO ? 0 : csv_read(c, &header);
	struct op at = line ? at_line(op, line) : op->insertion.op;
	struct map *named = &op->insertion.named;
	const char *name, *wrong;
	size_t i;

	if (c->wrong)
		return 0;
	if (op->columns.n)
		at = op->insertion.op;
	else
		op->columns = header;
	if (!op->columns.n)
		return op_error(&at, E_MISSING,
		                "columns is missing: there is no header line that names them");
	for (i = 0; i < op->columns.n; i++) {
		name = op->columns.v[i];
		wrong = name_wrong(name ? name : "");
		if (wrong)
			return op_error(&at, E_RESERVED, "column %zu of the header line: %s", i + 1,
			                wrong);
		if (map_put(named, name, copy(&at.at, sizeof at.at)))
			return op_error(&at, E_TWICE, "column '%s' is named twice", name);
	}
	return 0;
}

static int
read_rows(struct copy_file *op, struct csv *c)
{
	size_t before = errors(), n = 0, width = op->columns.n;
	struct op at;
	int line;

	while (errors() - before < MOST_ERRORS && (line = csv_read(c, &op->fields)) > 0) {
		if (op->fields.n - n != width) {
			at = at_line(op, line);
			op_error(&at, E_ROW,
			         "the row has %zu field%s, and there are %zu columns: %s",
			         op->fields.n - n, op->fields.n - n == 1 ? "" : "s", width,
			         strs_join(&op->columns, ", "));
		}
		n = op->fields.n;
		op->lines[op->insertion.n_rows++] = line;
	}
	if (c->wrong) {
		at = at_line(op, c->line);
		op_error(&at, E_ROW, "%s", c->wrong);
	} else if (!op->insertion.n_rows) {
		at = at_line(op, 0);
		op_error(&at, E_NOTHING, "there is no row in it");
	}
	return errors() == before ? 0 : -1;
}

/* a row without values: they are put in where it is asked for */
static struct row *
new_row(const struct copy_file *op)
{
	struct row *row = alloc(sizeof *row);
	size_t i;

	row->at = op->file.at;
	row->columns = op->columns;
	for (i = 0; i < op->columns.n; i++)
		list_add(&row->values, alloc(sizeof(struct value)));
	return row;
}

static const struct row *
get_row(const struct insertion *insertion, size_t i)
{
	const struct copy_file *op = (const struct copy_file *)insertion;
	size_t width = op->columns.n, j;
	struct value *v;

	op->row->at.line = op->lines[i];
	for (j = 0; j < width; j++) {
		v = op->row->values.v[j];
		v->at = op->row->at;
		v->text = op->fields.v[i * width + j];
		v->type = v->text ? VALUE_STRING : VALUE_NULL;
	}
	return op->row;
}

static size_t
count_lines(const char *text)
{
	size_t n = 1;

	while ((text = strchr(text, '\n'))) {
		text++;
		n++;
	}
	return n;
}

static int
finish(void *item)
{
	struct copy_file *op = item;
	/* the text itself is hashed later */
	struct csv c = {.at = str(op->file.text), .line = 1};

	op->insertion.row = get_row;
	op->insertion.alike = true;
	op->insertion.overriding = "system"; /* as COPY does */
	op->lines = alloc(count_lines(c.at) * sizeof *op->lines);
	if (servers_read(&op->insertion.op, &op->servers) < 0 || read_format(op, &c) < 0 ||
	    read_columns(op, &c) < 0 || read_rows(op, &c) < 0)
		return -1;
	op->row = new_row(op);
	return 0;
}

/* ---- the operation ---- */

static const struct field fields[] = {
	{"table", FIELD_QNAME, offsetof(struct copy_file, insertion.table), 1, .required = true,
         .sql = "COPY table (column, …) FROM STDIN"},
	{"path", FIELD_FILE, offsetof(struct copy_file, file), 2, .required = true,
         .doc = "Relative to the folder of the script. The file is CSV in UTF-8; it enters the build's depfile, and its text the "
                "checksum."},
	{"columns", FIELD_NAMES, offsetof(struct copy_file, columns),
         .fallback = "the header line names them",
         .doc = "The columns of the file in its order; a column of the table that is none of them is DEFAULT."},
	{"header", FIELD_ANSWER, offsetof(struct copy_file, header), .fallback = "true",
         .doc = "Whether the file begins with a line that is no row."},
	{"delimiter", FIELD_TEXT, offsetof(struct copy_file, delimiter), .fallback = "`,`",
         .doc = "What stands between fields: one byte, `\"\\t\"` or `\";\"`."},
	{"quote", FIELD_TEXT, offsetof(struct copy_file, quote), .fallback = "`\"`",
         .doc = "What stands round a field that holds a delimiter, a quote or a line end."},
	{"escape", FIELD_TEXT, offsetof(struct copy_file, escape), .fallback = "the quote, doubled",
         .doc = "What stands before a quote that is part of a value."},
	{"null", FIELD_TEXT, offsetof(struct copy_file, null), .fallback = "an empty field",
         .doc = "The field that is NULL where it stands without quotes."},
	{"since", FIELD_INT, offsetof(struct copy_file, servers.since), .fallback = "any server",
         .doc = "As for execute."},
	{"before", FIELD_INT, offsetof(struct copy_file, servers.before), .fallback = "any server",
         .doc = "As for execute."},
	{0},
};

/* COPY wants a trigger to do it for a view */
static enum applied
need_copied(const struct op *op, const struct schema *s, const struct table *t)
{
	if (!t || !frame_is_view(&t->object) || code_on(s, &trigger_kind.noun, t->object.name).n ||
	    schema_may_have_part(s, &t->object, NULL))
		return APPLIED;
	return op_error(op, E_KIND,
	                "%s is a view, and has no INSTEAD OF trigger that takes the rows",
	                plain_qname(t->object.name));
}

static enum applied
apply(struct op *o, struct schema *s)
{
	struct insertion *op = (struct insertion *)o;
	enum applied result;
	struct table *t = need_table(o, s, op->table, "vf", &result);

	if (servers_apply(o, s) == REFUSED || result == REFUSED || need_copied(o, s, t) == REFUSED)
		return REFUSED;
	return worse(result, insertion_apply(op, s, t));
}

/* a field in COPY's text format */
static void
put_field(struct buf *b, const char *text)
{
	static const char special[] = "\\\n\r\t", letters[] = "\\nrt";
	const char *c;

	if (!text) {
		buf_add(b, "\\N");
		return;
	}
	for (; *text; text++) {
		c = strchr(special, *text);
		if (c)
			buf_char(b, '\\');
		buf_char(b, c ? letters[c - special] : *text);
	}
}

static void
render(const struct op *o, struct list *steps)
{
	const struct copy_file *op = (const struct copy_file *)o;
	struct step_copy *rows = alloc(sizeof *rows);
	size_t width = op->columns.n, i;
	struct buf b = {0};
	struct step *step;

	for (i = 0; i < op->fields.n; i++) {
		put_field(&b, op->fields.v[i]);
		buf_char(&b, i % width == width - 1 ? '\n' : '\t');
	}
	rows->data = buf_str(&b);
	rows->n_rows = (unsigned)op->insertion.n_rows;
	rows->file = op->file.at.file;
	rows->line = op->lines[0];
	step = step_add(steps, o, sql_qname(op->insertion.table),
	                strf("COPY %s (%s) FROM STDIN", sql_qname(op->insertion.table),
	                     sql_names(&op->columns)));
	step_lock(step, LOCK_ROW_EXCLUSIVE, op->insertion.table);
	step->copy = rows;
}

static const struct op_class copy_file = {
	.shape =
		{"copy_file", CALL_ARGUMENTS, sizeof(struct copy_file), fields, .finish = finish,
                 .page = "sql-copy.html",
                 .doc = "Puts the rows of a CSV file into a table. They are read, checked and made part of the program when it is built, "
                        "and sent by COPY. They are taken back by their primary key, where the file has it."},
	.apply = apply,
	.render = render,
	.invert = insertion_invert,
};

const struct op_class *const copy_file_ops[] = {&copy_file, NULL};
