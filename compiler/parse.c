/* The wall round libpg_query: parsing, places, walking trees, and SQL made of them again.

   Trees are unpacked into memory that lives until exit; what libpg_query itself allocates is freed at once. */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "parse.h"
#include "sql.h"

/* Unpacking recurses with some 1000 bytes of stack for each message, and a token makes up to three messages. The server
   refuses such depths too (max_stack_depth) */
#define MAX_DEPTH 2000

/* how often the end of a node is guessed */
#define MAX_TRIES 32

/* in whose USING any expression may stand, and only one */
#define EXPRESSION_PREFIX "ALTER TABLE t ALTER c TYPE t USING "

/* --- trees */

/* the fields of m that may be set: of a node, which is one of 238 messages, only the right one */
static const ProtobufCFieldDescriptor *
fields_of(const ProtobufCMessage *m, unsigned *n)
{
	const PgQuery__Node *node = (const PgQuery__Node *)m;

	if (m->descriptor != &pg_query__node__descriptor) {
		*n = m->descriptor->n_fields;
		return m->descriptor->fields;
	}
	*n = node->node_case != PG_QUERY__NODE__NODE__NOT_SET;
	return protobuf_c_message_descriptor_get_field(m->descriptor, node->node_case);
}

/* the elements of a repeated field or the one value of another: their number, 0 where it is not set */
static const void *
field_values(const ProtobufCMessage *m, const ProtobufCFieldDescriptor *f, size_t *n)
{
	const char *bytes = (const char *)m;
	const void *const *pointer = (const void *)(bytes + f->offset);
	uint32_t which;

	if (f->label == PROTOBUF_C_LABEL_REPEATED) {
		memcpy(n, bytes + f->quantifier_offset, sizeof *n);
		return *pointer;
	}
	*n = f->type != PROTOBUF_C_TYPE_MESSAGE || *pointer;
	if (f->flags & PROTOBUF_C_FIELD_FLAG_ONEOF) {
		memcpy(&which, bytes + f->quantifier_offset, sizeof which);
		*n = which == f->id && *pointer;
	}
	return pointer;
}

/* calls f for each message right inside of m, in the order of the grammar's fields */
static void
children(const ProtobufCMessage *m, void (*f)(ProtobufCMessage *child, void *data), void *data)
{
	const ProtobufCFieldDescriptor *fields;
	ProtobufCMessage *const *values;
	unsigned i, n_fields;
	size_t j, n;

	fields = fields_of(m, &n_fields);
	for (i = 0; i < n_fields; i++) {
		if (fields[i].type != PROTOBUF_C_TYPE_MESSAGE)
			continue;
		values = field_values(m, &fields[i], &n);
		for (j = 0; j < n; j++)
			f(values[j], data);
	}
}

struct walk {
	bool (*visit)(const ProtobufCMessage *m, void *data);
	void *data;
};

static void
walk_child(ProtobufCMessage *m, void *data)
{
	const struct walk *w = data;

	if (m->descriptor == &pg_query__node__descriptor || w->visit(m, w->data))
		children(m, walk_child, data);
}

void
tree_walk(const PgQuery__Node *n, bool (*visit)(const ProtobufCMessage *m, void *data), void *data)
{
	struct walk w = {visit, data};

	if (n)
		children(&n->base, walk_child, &w);
}

void
message_walk(const ProtobufCMessage *m, bool (*visit)(const ProtobufCMessage *m, void *data),
             void *data)
{
	struct walk w = {visit, data};

	if (visit(m, data))
		children(m, walk_child, &w);
}

static bool
is_place(const ProtobufCFieldDescriptor *f)
{
	return f->type == PROTOBUF_C_TYPE_INT32 &&
	       (strcmp(f->name, "location") == 0 || strncmp(f->name, "stmt_l", 6) == 0);
}

/* a text that was parsed. Each message of its tree points to it, where protobuf would keep fields that it does not know */
struct text {
	const char *sql;
	int32_t prefix; /* how many bytes stood before it where it was parsed */
	struct tokens tokens;
	const PgQuery__ParseResult *tree;
};

static struct text *
text_of(const PgQuery__Node *n)
{
	return n->alias ? (void *)n->alias->base.unknown_fields : NULL;
}

static void
move_place(ProtobufCMessage *m, const ProtobufCFieldDescriptor *f, int32_t by)
{
	int32_t *place = (void *)((char *)m + f->offset);

	if (*place >= by)
		*place -= by;
}

/* makes a tree belong to a text */
static void
settle(ProtobufCMessage *m, void *data)
{
	const ProtobufCFieldDescriptor *fields;
	const struct text *text = data;
	unsigned i, n;

	m->unknown_fields = data;
	fields = fields_of(m, &n);
	for (i = 0; text->prefix && i < n; i++)
		if (is_place(&fields[i]))
			move_place(m, &fields[i], text->prefix);
	children(m, settle, data);
}

static size_t
value_size(const ProtobufCFieldDescriptor *f)
{
	switch ((int)f->type) {
	case PROTOBUF_C_TYPE_INT64:
	case PROTOBUF_C_TYPE_UINT64:
	case PROTOBUF_C_TYPE_DOUBLE:
		return 8;
	default:
		return 4;
	}
}

static bool messages_same(const ProtobufCMessage *a, const ProtobufCMessage *b);

static bool
field_same(const ProtobufCMessage *a, const ProtobufCMessage *b, const ProtobufCFieldDescriptor *f)
{
	size_t n, n_b, i;
	const void *in_a = field_values(a, f, &n), *in_b = field_values(b, f, &n_b);
	ProtobufCMessage *const *messages_a = in_a, *const *messages_b = in_b;
	const char *const *strings_a = in_a, *const *strings_b = in_b;

	if (n != n_b)
		return false;
	if (f->type != PROTOBUF_C_TYPE_MESSAGE && f->type != PROTOBUF_C_TYPE_STRING)
		return n == 0 || memcmp(in_a, in_b, n * value_size(f)) == 0;
	for (i = 0; i < n; i++)
		if (f->type == PROTOBUF_C_TYPE_STRING
		            ? !same(strings_a[i], strings_b[i])
		            : !messages_same(messages_a[i], messages_b[i]))
			return false;
	return true;
}

static bool
messages_same(const ProtobufCMessage *a, const ProtobufCMessage *b)
{
	const ProtobufCFieldDescriptor *fields;
	unsigned i, n, n_b;

	if (a->descriptor != b->descriptor)
		return false;
	fields = fields_of(a, &n);
	if (fields_of(b, &n_b) != fields)
		return false;
	for (i = 0; i < n; i++)
		if (!is_place(&fields[i]) && !field_same(a, b, &fields[i]))
			return false;
	return true;
}

bool
tree_same(const PgQuery__Node *a, const PgQuery__Node *b)
{
	return a == b || (a && b && messages_same(&a->base, &b->base));
}

/* --- parsing */

static void *
keep(void *data, size_t size)
{
	(void)data;
	return alloc(size);
}

static void
leave(void *data, void *block)
{
	(void)data;
	(void)block;
}

static ProtobufCAllocator arena = {keep, leave, NULL};

/* the byte at which character number n begins, from 1 */
static size_t
character_offset(const char *text, int n)
{
	size_t at = 0;

	while (n > 1 && text[at]) {
		at++;
		if (((unsigned char)text[at] & 0xc0) != 0x80)
			n--;
	}
	return at;
}

static size_t
invalid_offset(const char *text)
{
	size_t at = 0, next;

	/* utf8_clip steps over what is no character byte by byte */
	for (; text[at]; at += next) {
		for (next = 1; next < 4 && utf8_clip(text + at, next) < next; next++)
			;
		if (!utf8_valid(strn(text + at, next)))
			break;
	}
	return at;
}

/* how deep the tree of a text can be at most, counted in tokens. Brackets nest, and so does each operator of a chain;
   commas, AND and OR only make lists longer; UNION and JOIN make chains of lists */
struct depth {
	struct level {
		size_t chain, sets;
	} * levels;
	size_t n, sum;
};

static void
end_chain(struct depth *d, bool sets_too)
{
	struct level *l = &d->levels[d->n];

	d->sum -= l->chain;
	l->chain = 0;
	if (sets_too) {
		d->sum -= l->sets;
		l->sets = 0;
	}
}

static void
count_depth(struct depth *d, const struct token *t)
{
	switch ((int)t->type) {
	case PG_QUERY__TOKEN__ASCII_40: /* ( */
	case PG_QUERY__TOKEN__ASCII_91: /* [ */
	case PG_QUERY__TOKEN__CASE:
		d->levels[d->n++].chain++;
		d->sum++;
		break;
	case PG_QUERY__TOKEN__ASCII_41: /* ) */
	case PG_QUERY__TOKEN__ASCII_93: /* ] */
	case PG_QUERY__TOKEN__END_P:
		end_chain(d, true);
		d->n -= d->n > 0;
		break;
	case PG_QUERY__TOKEN__ASCII_59: /* ; */
		end_chain(d, true);
		break;
	case PG_QUERY__TOKEN__ASCII_44: /* , */
	case PG_QUERY__TOKEN__AND:
	case PG_QUERY__TOKEN__OR:
		end_chain(d, false);
		break;
	case PG_QUERY__TOKEN__UNION:
	case PG_QUERY__TOKEN__INTERSECT:
	case PG_QUERY__TOKEN__EXCEPT:
	case PG_QUERY__TOKEN__JOIN:
		end_chain(d, false);
		d->levels[d->n].sets++;
		d->sum++;
		break;
	default:
		d->levels[d->n].chain++;
		d->sum++;
	}
}

/* where text nests too deeply goes to *offset */
static bool
too_deep(const char *text, size_t *offset)
{
	struct depth d = {0};
	struct tokens tokens;
	size_t i;

	if (strlen(text) <= MAX_DEPTH || !scan_tokens(text, &tokens))
		return false;
	d.levels = alloc((tokens.n + 1) * sizeof *d.levels);
	for (i = 0; i < tokens.n && d.sum <= MAX_DEPTH; i++)
		count_depth(&d, &tokens.v[i]);
	if (i == tokens.n)
		return false;
	*offset = tokens.v[i].start;
	return true;
}

static void *
wrong(struct parse_error *e, size_t offset, const char *message)
{
	e->offset = offset;
	e->message = message;
	return NULL;
}

/* what is near to an error may be all the rest of the text, as behind a quote that is not closed: the first line of it */
static const char *
one_line(const char *message)
{
	size_t n = strcspn(message, "\r\n");

	return message[n] ? strf("%.*s…\"", (int)n, message) : str(message);
}

/* with spaces for comments: libpg_query takes those between NULLS and LAST, or NOT and IN, for the end of what it can read */
static const char *
blank_comments(const char *sql)
{
	char *blank = str(sql);
	struct tokens tokens;
	size_t at = 0, i;

	if ((!strstr(sql, "--") && !strstr(sql, "/*")) || !scan_tokens(sql, &tokens))
		return sql;
	for (i = 0; i < tokens.n; i++) {
		for (; at < tokens.v[i].start; at++)
			if (blank[at] != '\n')
				blank[at] = ' ';
		at = tokens.v[i].end;
	}
	return blank;
}

/* every statement of a text, which is copied, after a prefix; NULL with *e */
static struct text *
read_text(const char *prefix, const char *sql, struct parse_error *e)
{
	struct text *text = alloc(sizeof *text);
	PgQueryProtobufParseResult result;
	PgQuery__ParseResult *tree;
	const char *all;

	if (!utf8_valid(sql))
		return wrong(e, invalid_offset(sql), "invalid byte sequence for encoding \"UTF8\"");
	if (too_deep(sql, &e->offset))
		return wrong(e, e->offset, "nested too deeply");
	all = strf("%s%s", prefix, sql);
	text->prefix = (int32_t)strlen(prefix);
	text->sql = all + text->prefix;
	result = pg_query_parse_protobuf(blank_comments(all));
	if (result.error) {
		wrong(e, character_offset(all, result.error->cursorpos),
		      one_line(result.error->message));
		e->offset -= e->offset < strlen(prefix) ? e->offset : strlen(prefix);
		pg_query_free_protobuf_parse_result(result);
		return NULL;
	}
	tree = pg_query__parse_result__unpack(&arena, result.parse_tree.len,
	                                      (uint8_t *)result.parse_tree.data);
	if (!tree)
		fatal("the parser's result cannot be read");
	pg_query_free_protobuf_parse_result(result);
	settle(&tree->base, text);
	text->tree = tree;
	return text;
}

/* +1 and -1 for brackets */
static int
nesting(const struct token *t)
{
	switch ((int)t->type) {
	case PG_QUERY__TOKEN__ASCII_40:
	case PG_QUERY__TOKEN__ASCII_91:
		return 1;
	case PG_QUERY__TOKEN__ASCII_41:
	case PG_QUERY__TOKEN__ASCII_93:
		return -1;
	default:
		return 0;
	}
}

static const struct tokens *
tokens_of(struct text *text)
{
	if (!text->tokens.v && !scan_tokens(text->sql, &text->tokens))
		fatal("SQL that parses does not scan");
	return &text->tokens;
}

/* the one statement that a text must be, without even a semicolon */
static PgQuery__Node *
read_one(const char *prefix, const char *sql, struct parse_error *e)
{
	const struct text *text = read_text(prefix, sql, e);
	const PgQuery__RawStmt *raw;

	if (!text)
		return NULL;
	if (text->tree->n_stmts == 0)
		return wrong(e, strlen(sql), "syntax error at end of input");
	raw = text->tree->stmts[0];
	if (text->tree->n_stmts > 1 || raw->stmt_len)
		return wrong(e, (size_t)(raw->stmt_location + raw->stmt_len),
		             "syntax error at or near \";\"");
	return raw->stmt;
}

const PgQuery__Node *
parse_statement(const char *text, struct parse_error *e)
{
	*e = (struct parse_error){0};
	return read_one("", text, e);
}

/* a text that was parsed before: node, or the error */
struct known {
	const PgQuery__Node *node;
	struct parse_error error;
};

/* where the comma stands that makes two of what must be one */
static size_t
comma_offset(const char *text)
{
	struct tokens tokens;
	int depth = 0;
	size_t i;

	scan_tokens(text, &tokens);
	for (i = 0; i < tokens.n; i++) {
		depth += nesting(&tokens.v[i]);
		if (depth == 0 && tokens.v[i].type == PG_QUERY__TOKEN__ASCII_44)
			return tokens.v[i].start;
	}
	return 0;
}

static PgQuery__Node *
read_expression(const char *text, struct parse_error *e)
{
	const PgQuery__Node *n = read_one(EXPRESSION_PREFIX, text, e);

	if (!n)
		return NULL;
	if (n->alter_table_stmt->n_cmds != 1)
		return wrong(e, comma_offset(text), "syntax error at or near \",\"");
	n = n->alter_table_stmt->cmds[0];
	return n->alter_table_cmd->def->column_def->raw_default;
}

const PgQuery__Node *
parse_expression(const char *text, struct parse_error *e)
{
	static struct map cache;
	struct known *known = map_get(&cache, text);

	if (!known) {
		known = alloc(sizeof *known);
		known->node = read_expression(text, &known->error);
		map_put(&cache, str(text), known);
	}
	*e = known->error;
	return known->node;
}

/* --- statements and their places */

static int
newlines(const char *text, size_t n)
{
	int lines = 0;

	for (; n > 0; n--)
		lines += text[n - 1] == '\n';
	return lines;
}

struct loc
source_at(const struct source *source, size_t offset)
{
	/* it is asked about a source from its start to its end */
	static const char *text;
	static size_t from, line;
	static int lines;
	struct loc at = source->at;
	size_t i;

	if (text != source->text || offset < from) {
		text = source->text;
		from = line = 0;
		lines = 0;
	}
	lines += newlines(text + from, offset - from);
	for (i = offset; i > from && text[i - 1] != '\n'; i--)
		;
	if (i > from)
		line = i;
	from = offset;
	if (!source->verbatim)
		return at;
	at.line += lines;
	/* where the first line of a source begins is not always known */
	if (line)
		at.column = (int)(offset - line) + 1;
	else if (at.column)
		at.column += (int)offset;
	return at;
}

/* reserved words that people choose for names; where a keyword is meant, something else is wrong */
static const char *
reserved_hint(const char *text, size_t offset)
{
	static const char *const words[] = {"user",  "order",   "group",   "table",      "column",
	                                    "end",   "check",   "default", "references", "primary",
	                                    "desc",  "analyze", "to",      "when",       "all",
	                                    "limit", "offset",  NULL};
	const char *word = text + offset, *rest, *const * w;
	size_t n = strspn(word, "abcdefghijklmnopqrstuvwxyz");

	rest = word + n + strspn(word + n, " \t\r\n");
	for (w = words; *w; w++)
		if (strlen(*w) == n && strncmp(word, *w, n) == 0 && strncasecmp(rest, "by", 2) != 0)
			return strf("; '%s' is a reserved word: as a name it is written \"%s\"", *w,
			            *w);
	return "";
}

/* what a syntax error at offset means to somebody who is used to psql, or who took a word for a name; or "" */
static const char *
hint(const char *text, size_t offset)
{
	const char *copy_from = NULL, *s;

	if (text[offset] == '\\')
		return "; psql's commands are not SQL: take such lines out (pg_dump writes \\restrict and "
		       "\\unrestrict; with --inserts it writes no data of COPY)";
	for (s = text; s < text + offset; s++)
		if (strncasecmp(s, "from stdin", 10) == 0)
			copy_from = s;
	if (copy_from && memchr(copy_from, ';', (size_t)(text + offset - copy_from)))
		return "; psql's data after COPY … FROM stdin are not SQL";
	return reserved_hint(text, offset);
}

static int
syntax_error(const struct source *source, const char *what, const struct parse_error *e)
{
	const char *more = hint(source->text, e->offset);

	if (!source->verbatim && strchr(source->text, '\n'))
		more = strf(" (line %d of the statement)%s", 1 + newlines(source->text, e->offset),
		            more);
	error_at(source_at(source, e->offset), E_SQL_SYNTAX, "%s: %s%s", what, e->message, more);
	return -1;
}

static char *
sliced(const char *sql, const struct token *from, const struct token *to)
{
	return strn(sql + from->start, to->end - from->start);
}

/* the first and the last token of a statement */
static void
statement_tokens(struct text *text, const PgQuery__RawStmt *raw, size_t *first, size_t *last)
{
	const struct tokens *tokens = tokens_of(text);

	*first = token_at(tokens, (size_t)raw->stmt_location);
	while (tokens->v[*first].start < (size_t)raw->stmt_location)
		++*first;
	*last = tokens->n - 1;
	if (raw->stmt_len)
		*last = token_at(tokens, (size_t)(raw->stmt_location + raw->stmt_len - 1));
}

static struct statement *
statement_of(const struct source *source, struct text *text, const PgQuery__RawStmt *raw)
{
	struct statement *s = alloc(sizeof *s);
	size_t first, last;

	statement_tokens(text, raw, &first, &last);
	s->source = source;
	s->offset = text->tokens.v[first].start;
	s->at = source_at(source, s->offset);
	s->text = sliced(text->sql, &text->tokens.v[first], &text->tokens.v[last]);
	s->tree = raw->stmt;
	return s;
}

int
parse_source(const struct source *source, const char *what, struct list *statements)
{
	struct parse_error e = {0};
	struct text *text = read_text("", source->text, &e);
	struct source *kept;
	size_t i;

	if (!text)
		return syntax_error(source, what, &e);
	kept = copy(source, sizeof *source);
	kept->text = text->sql;
	for (i = 0; i < text->tree->n_stmts; i++)
		list_add(statements, statement_of(kept, text, text->tree->stmts[i]));
	return 0;
}

static struct clause *
clause_of(const struct statement *s, const PgQuery__AlterTableCmd *command, struct loc at)
{
	struct clause *c = alloc(sizeof *c);

	c->at = at;
	c->statement = s;
	c->node = s->tree;
	c->command = command;
	return c;
}

/* the first token after the table's name, which begins with token i: s.t, (t), t* */
static size_t
after_table(const struct tokens *tokens, size_t i)
{
	while (i + 2 < tokens->n && tokens->v[i + 1].type == PG_QUERY__TOKEN__ASCII_46)
		i += 2;
	do
		i++;
	while (i + 1 < tokens->n && (tokens->v[i].type == PG_QUERY__TOKEN__ASCII_41 ||
	                             tokens->v[i].type == PG_QUERY__TOKEN__ASCII_42));
	return i;
}

/* the first tokens of the actions of an ALTER TABLE: the one after the name, and those after commas outside of brackets */
static void
action_places(const struct statement *s, struct loc *places)
{
	const PgQuery__AlterTableStmt *alter = s->tree->alter_table_stmt;
	const struct tokens *tokens = tokens_of(text_of(s->tree));
	size_t i = after_table(tokens, token_at(tokens, (size_t)alter->relation->location)), k = 0;
	int depth = 0;

	for (; i < tokens->n && k < alter->n_cmds; i++) {
		if (k == 0 || (depth == 0 && tokens->v[i - 1].type == PG_QUERY__TOKEN__ASCII_44))
			places[k++] = source_at(s->source, tokens->v[i].start);
		depth += nesting(&tokens->v[i]);
	}
}

struct list
statement_clauses(const struct statement *s)
{
	const PgQuery__AlterTableStmt *alter = s->tree->alter_table_stmt;
	struct list clauses = {0};
	struct loc *places;
	size_t i;

	if (s->tree->node_case != PG_QUERY__NODE__NODE_ALTER_TABLE_STMT) {
		list_add(&clauses, clause_of(s, NULL, s->at));
		return clauses;
	}
	places = alloc((alter->n_cmds + 1) * sizeof *places);
	for (i = 0; i < alter->n_cmds; i++)
		places[i] = s->at;
	action_places(s, places);
	for (i = 0; i < alter->n_cmds; i++)
		list_add(&clauses, clause_of(s, alter->cmds[i]->alter_table_cmd, places[i]));
	return clauses;
}

/* CREATE or GRANT, but not as a privilege, in WITH GRANT OPTION, or as a name */
static bool
begins_element(const struct tokens *tokens, size_t i)
{
	const PgQuery__Token is = tokens->v[i].type, before = tokens->v[i - 1].type;

	if (before == PG_QUERY__TOKEN__AS || before == PG_QUERY__TOKEN__ASCII_46)
		return false;
	if (is == PG_QUERY__TOKEN__CREATE)
		return before != PG_QUERY__TOKEN__GRANT && before != PG_QUERY__TOKEN__ASCII_44;
	return is == PG_QUERY__TOKEN__GRANT && before != PG_QUERY__TOKEN__WITH;
}

bool
statement_elements(const struct statement *s, struct list *elements)
{
	const size_t n = s->tree->create_schema_stmt->n_schema_elts;
	struct source element = *s->source;
	struct tokens tokens;
	struct list one;
	size_t i, end;

	if (!scan_tokens(s->text, &tokens))
		return false;
	end = strlen(s->text);
	for (i = tokens.n; i-- > 1;) {
		if (!begins_element(&tokens, i))
			continue;
		element.at = source_at(s->source, s->offset + tokens.v[i].start);
		element.text = strn(s->text + tokens.v[i].start, end - tokens.v[i].start);
		end = tokens.v[i].start;
		one = (struct list){0};
		if (parse_source(&element, "execute", &one) < 0)
			return false;
		list_insert(elements, 0, one.v[0]);
	}
	return elements->n == n;
}

struct loc
clause_at(const struct clause *c, int location)
{
	return location < 0 ? c->at : source_at(c->statement->source, (size_t)location);
}

/* --- SQL of trees

   What libpg_query writes lacks brackets here and there: (a OR b) IS TRUE comes out as a OR b IS TRUE. So the text that a
   tree was parsed from is found again, and what comes of either is parsed and compared. Nodes tell where some token of
   theirs is, but not where they begin and end. */

static char *
deparse(PgQuery__Node *statement)
{
	PgQuery__RawStmt raw = PG_QUERY__RAW_STMT__INIT, *all[] = {&raw};
	PgQuery__ParseResult tree = PG_QUERY__PARSE_RESULT__INIT;
	PgQueryProtobuf packed;
	PgQueryDeparseResult result;
	char *sql = NULL;

	raw.stmt = statement;
	tree.version = PG_VERSION_NUM;
	tree.stmts = all;
	tree.n_stmts = 1;
	packed.len = pg_query__parse_result__get_packed_size(&tree);
	packed.data = malloc(packed.len);
	if (!packed.data)
		fatal("out of memory");
	pg_query__parse_result__pack(&tree, (uint8_t *)packed.data);
	result = pg_query_deparse_protobuf(packed);
	if (!result.error)
		sql = str(result.query);
	pg_query_free_deparse_result(result);
	free(packed.data);
	return sql;
}

static char *
deparse_expression(const PgQuery__Node *expression)
{
	PgQuery__SelectStmt select = PG_QUERY__SELECT_STMT__INIT;
	PgQuery__ResTarget target;
	PgQuery__Node n = *expression, top = PG_QUERY__NODE__INIT, item = PG_QUERY__NODE__INIT;
	PgQuery__Node *targets[] = {&item};
	char *sql;

	pg_query__res_target__init(&target);
	target.val = &n;
	item.node_case = PG_QUERY__NODE__NODE_RES_TARGET;
	item.res_target = &target;
	select.target_list = targets;
	select.n_target_list = 1;
	select.limit_option = PG_QUERY__LIMIT_OPTION__LIMIT_OPTION_DEFAULT;
	select.op = PG_QUERY__SET_OPERATION__SETOP_NONE;
	top.node_case = PG_QUERY__NODE__NODE_SELECT_STMT;
	top.select_stmt = &select;
	sql = deparse(&top);
	return sql ? sql + strlen("SELECT ") : NULL;
}

static bool
means_expression(const char *sql, const PgQuery__Node *n)
{
	struct parse_error e;

	return tree_same(parse_expression(sql, &e), n);
}

static bool
means_statement(const char *sql, const PgQuery__Node *n)
{
	struct parse_error e;

	return tree_same(parse_statement(sql, &e), n);
}

/* what is looked for in the text it was parsed from */
struct search {
	const PgQuery__Node *node;
	bool (*means)(const char *sql, const PgQuery__Node *n);
	/* the text of some tokens */
	char *(*text)(const char *sql, const struct token *from, const struct token *to);
	/* how many tokens of any kind can stand before its first place; opening brackets always can */
	unsigned before;
};

/* the first and the last place in a tree */
struct span {
	int32_t first, last;
};

static bool
visit_place(const ProtobufCMessage *m, void *data)
{
	const ProtobufCFieldDescriptor *fields;
	struct span *span = data;
	unsigned i, n;
	int32_t place;

	fields = fields_of(m, &n);
	for (i = 0; i < n; i++) {
		if (!is_place(&fields[i]))
			continue;
		memcpy(&place, (const char *)m + fields[i].offset, sizeof place);
		if (place >= 0 && (span->first < 0 || place < span->first))
			span->first = place;
		if (place > span->last)
			span->last = place;
	}
	return true;
}

/* tokens as they stand in a text, with one space where there is space or a comment */
static char *
joined(const char *sql, const struct token *from, const struct token *to)
{
	struct buf b = {0};

	for (; from <= to; from++) {
		buf_mem(&b, sql + from->start, from->end - from->start);
		if (from < to && from[1].start > from->end)
			buf_char(&b, ' ');
	}
	return buf_str(&b);
}

/* the shortest text from token `from` to `to` or later that has the meaning, or NULL */
static char *
written_from(const struct search *search, const struct text *text, size_t from, size_t to)
{
	const struct tokens *tokens = &text->tokens;
	unsigned tries = 0;
	int depth = 0;
	char *sql;
	size_t i;

	for (i = from; i < tokens->n && tries < MAX_TRIES; i++) {
		depth += nesting(&tokens->v[i]);
		if (depth < 0)
			return NULL;
		if (depth > 0 || i < to)
			continue;
		tries++;
		sql = search->text(text->sql, &tokens->v[from], &tokens->v[i]);
		if (search->means(sql, search->node))
			return sql;
	}
	return NULL;
}

/* the text that a node was parsed from, or NULL */
static char *
written(const struct search *search)
{
	struct text *text = text_of(search->node);
	unsigned before = search->before;
	struct span span = {-1, -1};
	size_t from, to;
	char *sql;

	tree_walk(search->node, visit_place, &span);
	if (!text || span.first < 0 || tokens_of(text)->n == 0)
		return NULL;
	from = token_at(&text->tokens, (size_t)span.first);
	to = token_at(&text->tokens, (size_t)span.last);
	for (;;) {
		sql = written_from(search, text, from, to);
		if (sql || from == 0)
			return sql;
		from--;
		if (nesting(&text->tokens.v[from]) != 1 && before-- == 0)
			return NULL;
	}
}

char *
node_sql(const PgQuery__Node *expression)
{
	const struct search search = {expression, means_expression, joined, 0};
	char *sql = written(&search);

	if (sql)
		return sql;
	sql = deparse_expression(expression);
	if (!sql || !means_expression(sql, expression))
		fatal("this expression cannot be written: %s", sql ? sql : "?");
	return sql;
}

/* the text of a statement that was parsed as one, or NULL */
static char *
written_statement(const PgQuery__Node *statement)
{
	struct text *text = text_of(statement);
	const PgQuery__RawStmt *raw;
	size_t i, first, last;

	for (i = 0; text && i < text->tree->n_stmts; i++) {
		raw = text->tree->stmts[i];
		if (raw->stmt->node_case != statement->node_case ||
		    raw->stmt->alias != statement->alias)
			continue;
		statement_tokens(text, raw, &first, &last);
		return sliced(text->sql, &text->tokens.v[first], &text->tokens.v[last]);
	}
	return NULL;
}

char *
statement_sql(const PgQuery__Node *statement)
{
	const struct search search = {statement, means_statement, sliced, MAX_TRIES};
	PgQuery__Node n = *statement;
	char *sql = written_statement(statement);

	if (!sql)
		sql = written(&search);
	if (!sql)
		sql = deparse(&n);
	return sql && means_statement(sql, statement) ? sql : NULL;
}

/* --- small parts of trees */

/* protobuf has no NULL */
static const char *
given(const char *s)
{
	return *s ? s : NULL;
}

struct qname
range_qname(const PgQuery__RangeVar *r)
{
	return (struct qname){given(r->schemaname), r->relname};
}

const char *
node_string(const PgQuery__Node *n)
{
	return n && n->node_case == PG_QUERY__NODE__NODE_STRING ? n->string->sval : NULL;
}

void
node_strings(PgQuery__Node *const *nodes, size_t n, struct strs *out)
{
	size_t i;

	for (i = 0; i < n; i++)
		if (node_string(nodes[i]))
			strs_add(out, node_string(nodes[i]));
}

struct qname
list_qname(PgQuery__Node *const *names, size_t n)
{
	struct qname name = {0};

	if (n > 0)
		name.name = node_string(names[n - 1]);
	if (n > 1)
		name.schema = node_string(names[n - 2]);
	return name;
}

/* a parameter's value, as defGetString has it */
static const char *
parameter_value(const PgQuery__Node *n)
{
	struct strs names = {0};

	if (!n)
		return "true";
	switch ((int)n->node_case) {
	case PG_QUERY__NODE__NODE_STRING:
		return n->string->sval;
	case PG_QUERY__NODE__NODE_INTEGER:
		return strf("%d", n->integer->ival);
	case PG_QUERY__NODE__NODE_FLOAT:
		return n->float_->fval;
	case PG_QUERY__NODE__NODE_BOOLEAN:
		return n->boolean->boolval ? "true" : "false";
	case PG_QUERY__NODE__NODE_TYPE_NAME:
		node_strings(n->type_name->names, n->type_name->n_names, &names);
		return strs_join(&names, ".");
	case PG_QUERY__NODE__NODE_LIST:
		node_strings(n->list->items, n->list->n_items, &names);
		return strs_join(&names, ".");
	default:
		return "*";
	}
}

void
node_parameters(PgQuery__Node *const *nodes, size_t n, struct strs *out)
{
	const PgQuery__DefElem *d;
	size_t i;

	for (i = 0; i < n; i++) {
		if (nodes[i]->node_case != PG_QUERY__NODE__NODE_DEF_ELEM)
			continue;
		d = nodes[i]->def_elem;
		strs_add(out, strf("%s%s%s=%s", d->defnamespace, *d->defnamespace ? "." : "",
		                   d->defname, parameter_value(d->arg)));
	}
}
