/* Checksums of revisions: the operations printed through their field tables, fields at their defaults left out, SQL as the
   texts of its tokens. So neither a comment nor a better renderer nor another parser looks like an edited migration. */
#include <sha256.h>
#include <string.h>

#include "digest.h"
#include "parse.h"

char *
digest(const void *bytes, size_t n)
{
	char hex[SHA256_DIGEST_STRING_LENGTH];

	SHA256Data(bytes, n, hex);
	return str(hex);
}

/* a text that cannot run into what follows: its length, then itself */
static void
put(struct buf *b, const char *s)
{
	buf_fmt(b, " %zu:%s", strlen(s), s);
}

static void
put_sql(struct buf *b, const char *sql)
{
	struct strs tokens = {0};
	size_t i, n;

	if (!scan(sql, &tokens)) {
		put(b, sql);
		return;
	}
	for (n = tokens.n; n && strcmp(tokens.v[n - 1], ";") == 0; n--)
		;
	for (i = 0; i < n; i++)
		put(b, tokens.v[i]);
}

static void
put_strs(struct buf *b, const struct strs *l)
{
	size_t i;

	for (i = 0; i < l->n; i++)
		put(b, l->v[i]);
}

static void
put_qname(struct buf *b, const struct qname *name)
{
	buf_fmt(b, " %s", name->schema ? "qualified" : "name");
	if (name->schema)
		put(b, name->schema);
	put(b, name->name);
}

static void
put_value(struct buf *b, const struct value *v)
{
	static const char *const types[] = {
		[VALUE_NULL] = "null",     [VALUE_BOOL] = "boolean", [VALUE_NUMBER] = "number",
		[VALUE_STRING] = "string", [VALUE_SQL] = "sql",      [VALUE_LIST] = "list",
		[VALUE_MAP] = "map",
	};
	size_t i;

	buf_fmt(b, " %s", types[v->type]);
	if (v->type == VALUE_SQL)
		put_sql(b, v->text);
	else if (v->text)
		put(b, v->text);
	if (v->type < VALUE_LIST)
		return;
	buf_add(b, " (");
	for (i = 0; i < v->items.n; i++) {
		if (i < v->keys.n)
			put(b, v->keys.v[i]);
		put_value(b, v->items.v[i]);
	}
	buf_add(b, " )");
}

static void put_fields(struct buf *b, const struct field *fields, const char *item);

static void
put_list(struct buf *b, const struct field *f, const struct list *l)
{
	const struct row *row;
	size_t i, j;

	for (i = 0; i < l->n; i++) {
		switch (f->type) {
		case FIELD_QNAMES:
			put_qname(b, l->v[i]);
			break;
		case FIELD_VALUES:
			put_value(b, l->v[i]);
			break;
		case FIELD_ROWS:
			row = l->v[i];
			buf_add(b, "\nrow");
			for (j = 0; j < row->columns.n; j++) {
				put(b, row->columns.v[j]);
				put_value(b, row->values.v[j]);
			}
			break;
		default:
			buf_fmt(b, "\n%s (", f->shape->name);
			put_fields(b, f->shape->fields, l->v[i]);
			buf_add(b, "\n)");
			break;
		}
	}
}

static void
put_key(struct buf *b, const struct field *f)
{
	buf_char(b, '\n');
	buf_add(b, f->key);
}

/* a member that says nothing leaves out its line */
static void
put_field(struct buf *b, const struct field *f, const void *member)
{
	const struct reference *reference;
	const char *text;
	const struct term *term;

	switch (f->type) {
	case FIELD_BOOL:
		if (*(const bool *)member)
			put_key(b, f);
		break;
	case FIELD_ANSWER:
		if (*(const enum answer *)member != UNSAID)
			buf_fmt(b, "\n%s %s", f->key,
			        *(const enum answer *)member == YES ? "yes" : "no");
		break;
	case FIELD_INT:
	case FIELD_TEXT:
	case FIELD_NAME:
	case FIELD_CHOICE:
		text = *(const char *const *)member;
		if (text) {
			put_key(b, f);
			put(b, text);
		}
		break;
	case FIELD_TYPE:
	case FIELD_SQL:
	case FIELD_STATEMENT:
		text = f->type == FIELD_STATEMENT ? ((const struct source *)member)->text
		                                  : *(const char *const *)member;
		if (text) {
			put_key(b, f);
			put_sql(b, text);
		}
		break;
	case FIELD_FILE:
		put_key(b, f);
		put(b, ((const struct source *)member)->text);
		break;
	case FIELD_QNAME:
		if (((const struct qname *)member)->name) {
			put_key(b, f);
			put_qname(b, member);
		}
		break;
	case FIELD_VALUE:
		if (*(const struct value *const *)member) {
			put_key(b, f);
			put_value(b, *(const struct value *const *)member);
		}
		break;
	case FIELD_TERM:
		term = member;
		buf_fmt(b, "\n%s %s", f->key, term->column ? "column" : "sql");
		if (term->column)
			put(b, term->column);
		else if (term->expression)
			put_sql(b, term->expression);
		break;
	case FIELD_REFERENCE:
		reference = member;
		if (reference->table.name) {
			put_key(b, f);
			put_qname(b, &reference->table);
			put_strs(b, &reference->columns);
		}
		break;
	case FIELD_NAMES:
	case FIELD_TEXTS:
	case FIELD_PARAMETERS:
		if (((const struct strs *)member)->n) {
			put_key(b, f);
			put_strs(b, member);
		}
		break;
	case FIELD_QNAMES:
	case FIELD_VALUES:
	case FIELD_ITEMS:
	case FIELD_ROWS:
		if (((const struct list *)member)->n) {
			put_key(b, f);
			put_list(b, f, member);
		}
		break;
	case FIELD_ITEM:
		if (*(const void *const *)member) {
			buf_fmt(b, "\n%s (", f->key);
			put_fields(b, f->shape->fields, *(const char *const *)member);
			buf_add(b, "\n)");
		}
		break;
	case FIELD_PART:
		put_fields(b, f->shape->fields, member);
		break;
	}
}

static void
put_fields(struct buf *b, const struct field *fields, const char *item)
{
	const struct field *f;

	for (f = fields; f->key; f++)
		if (!f->unhashed)
			put_field(b, f, item + f->offset);
}

/* the text that is hashed, for people: one line a thing */
static char *
revision_digest_text(const struct revision *r)
{
	struct buf b = {0};
	const struct op *op;
	size_t i;

	buf_add(&b, "revision");
	put(&b, r->id);
	if (strcmp(r->transaction, "one") != 0)
		buf_fmt(&b, "\ntransaction %s", r->transaction);
	for (i = 0; i < r->up.n; i++) {
		op = r->up.v[i];
		buf_fmt(&b, "\n%s", op->class->shape.name);
		put_fields(&b, op->class->shape.fields, (const char *)op);
	}
	buf_char(&b, '\n');
	return buf_str(&b);
}

char *
revision_checksum(const struct revision *r)
{
	char *text = revision_digest_text(r);

	return strf("1:%s", digest(text, strlen(text)));
}
