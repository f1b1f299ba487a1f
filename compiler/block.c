/* PL/pgSQL's structure, by its tokens: which statements of SQL stand in a block, and which of them run in any case. What PL/pgSQL
   computes by itself (conditions, queries of loops, RAISE) changes nothing and is left out, unless it has an EXECUTE in it. */
#include "block.h"

#include <string.h>
#include <strings.h>

/* blocks, loops and conditions in one another */
#define MAX_DEPTH 200

struct reader {
	const char *code;
	struct tokens tokens;
	size_t i; /* the next token */
	struct block *block;
	unsigned depth; /* of statements in statements */
	unsigned conditions, loops;
	unsigned arm; /* of the statements that come; 0 in a loop */
	bool left;    /* what comes may not run: RETURN, EXIT */
	bool commits; /* or rolls back, and no one knows what */
	bool failed;
};

static bool
is_word(const struct reader *r, size_t i, const char *word)
{
	const struct token *t;

	if (i >= r->tokens.n)
		return false;
	t = &r->tokens.v[i];
	return t->end - t->start == strlen(word) &&
	       strncasecmp(r->code + t->start, word, t->end - t->start) == 0;
}

static bool
is_among(const struct reader *r, size_t i, const char *const *words)
{
	for (; *words; words++)
		if (is_word(r, i, *words))
			return true;
	return false;
}

/* the first such word from token i on, outside of brackets; the end where there is none */
static size_t
find(const struct reader *r, size_t i, const char *word)
{
	int depth = 0;

	for (; i < r->tokens.n && !(depth == 0 && is_word(r, i, word)); i++) {
		if (is_word(r, i, "(") || is_word(r, i, "["))
			depth++;
		else if (is_word(r, i, ")") || is_word(r, i, "]"))
			depth--;
	}
	return i;
}

static bool
has_word(const struct reader *r, size_t from, size_t to, const char *word)
{
	for (; from < to; from++)
		if (is_word(r, from, word))
			return true;
	return false;
}

/* from the beginning of a token to the beginning of another */
static char *
text_between(const struct reader *r, size_t from, size_t to)
{
	const struct token *v = r->tokens.v;

	return from < to ? strn(r->code + v[from].start, v[to - 1].end - v[from].start) : str("");
}

static void
add(struct reader *r, size_t from, const char *sql, bool dynamic)
{
	struct block_statement *s = alloc(sizeof *s);

	s->offset = r->tokens.v[from].start;
	s->sql = sql;
	s->dynamic = dynamic;
	s->certain = !dynamic && !r->conditions && !r->left;
	s->arm = r->left ? 0 : r->arm;
	list_add(&r->block->statements, s);
}

static void
skip(struct reader *r, const char *word)
{
	if (is_word(r, r->i, word))
		r->i++;
	else
		r->failed = true;
}

/* a condition, or the head of a loop, with the word that ends it */
static void
skip_head(struct reader *r, const char *word)
{
	size_t end = find(r, r->i, word);

	if (has_word(r, r->i, end, "execute"))
		add(r, r->i, text_between(r, r->i, end), true);
	r->i = end;
	skip(r, word);
}

static void
skip_end(struct reader *r, const char *word)
{
	skip(r, "end");
	skip(r, word);
	r->i = find(r, r->i, ";");
	skip(r, ";");
}

static void
add_variables(struct reader *r, size_t from, size_t to)
{
	scan_names(text_between(r, from, to), &r->block->variables);
}

/* it may stand before a variable: <<a>> */
static void
read_label(struct reader *r)
{
	r->failed |= r->i + 3 > r->tokens.n;
	if (!r->failed)
		add_variables(r, r->i + 1, r->i + 2);
	r->i += 3;
}

/* ---- statements ---- */

static void read_statement(struct reader *r);

/* up to a word that no statement begins with */
static void
read_statements(struct reader *r)
{
	static const char *const ends[] = {"end",  "else",      "elsif", "elseif",
	                                   "when", "exception", NULL};

	while (!r->failed && !is_among(r, r->i, ends))
		read_statement(r);
}

/* those that may run, or not */
static void
read_some(struct reader *r)
{
	static unsigned arms;
	unsigned outer = r->arm;

	r->conditions++;
	r->arm = r->loops ? 0 : ++arms;
	read_statements(r);
	r->arm = outer;
	r->conditions--;
}

static void
read_if(struct reader *r)
{
	do {
		r->i++;
		skip_head(r, "then");
		read_some(r);
	} while (is_word(r, r->i, "elsif") || is_word(r, r->i, "elseif"));
	if (is_word(r, r->i, "else")) {
		r->i++;
		read_some(r);
	}
	skip_end(r, "if");
}

static void
read_case(struct reader *r)
{
	r->i++;
	skip_head(r, "when");
	skip_head(r, "then");
	read_some(r);
	while (!r->failed && is_word(r, r->i, "when")) {
		skip_head(r, "then");
		read_some(r);
	}
	if (is_word(r, r->i, "else")) {
		r->i++;
		read_some(r);
	}
	skip_end(r, "case");
}

static void
read_loop(struct reader *r)
{
	size_t in = find(r, r->i, "in");

	if (is_word(r, r->i, "for") || is_word(r, r->i, "foreach"))
		add_variables(r, r->i + 1, in);
	skip_head(r, "loop");
	r->loops++;
	read_some(r);
	r->loops--;
	skip_end(r, "loop");
}

static void
read_declarations(struct reader *r)
{
	while (r->i < r->tokens.n && !is_word(r, r->i, "begin")) {
		add_variables(r, r->i, r->i + 1);
		skip_head(r, ";");
	}
}

/* what came from the first on may have been taken back */
static void
doubt_from(struct reader *r, size_t first)
{
	struct list *all = &r->block->statements;
	size_t i;

	for (i = first; i < all->n; i++)
		((struct block_statement *)all->v[i])->certain = false;
}

static void
read_handlers(struct reader *r, size_t first)
{
	doubt_from(r, first);
	r->i++;
	while (!r->failed && is_word(r, r->i, "when")) {
		skip_head(r, "then");
		read_some(r);
	}
}

static void
read_block(struct reader *r)
{
	size_t first = r->block->statements.n;

	if (is_word(r, r->i, "declare")) {
		r->i++;
		read_declarations(r);
	}
	skip(r, "begin");
	read_statements(r);
	if (is_word(r, r->i, "exception"))
		read_handlers(r, first);
	skip(r, "end");
	r->i = find(r, r->i, ";");
	if (r->i < r->tokens.n)
		r->i++;
}

/* what PL/pgSQL takes out of a statement, INTO and its targets, as spaces */
static char *
without_into(const struct reader *r, size_t from, size_t end)
{
	char *sql = text_between(r, from, end);
	size_t start = r->tokens.v[from].start, i, last, at;

	for (i = from; i < end && !is_word(r, i, "into"); i++)
		if (is_word(r, i, "insert") || is_word(r, i, "merge"))
			i++;
	if (i == end || is_word(r, from, "import"))
		return sql;
	last = i + (is_word(r, i + 1, "strict") ? 2 : 1);
	while (last + 2 < end && (is_word(r, last + 1, ".") || is_word(r, last + 1, ",")))
		last += 2;
	for (at = r->tokens.v[i].start; last < end && at < r->tokens.v[last].end; at++)
		if (sql[at - start] != '\n')
			sql[at - start] = ' ';
	return sql;
}

/* does it leave more than the loop that it stands in? */
static bool
leaves(const struct reader *r, size_t i)
{
	if (is_word(r, i, "return"))
		return !is_word(r, i + 1, "next") && !is_word(r, i + 1, "query");
	if (!is_word(r, i, "exit") && !is_word(r, i, "continue"))
		return false;
	return !r->loops || !(is_word(r, i + 1, ";") || is_word(r, i + 1, "when"));
}

static void
read_simple(struct reader *r)
{
	static const char *const own[] = {"assert", "close", "continue", "exit",  "fetch",  "get",
	                                  "move",   "null",  "open",     "raise", "return", NULL};
	size_t from = r->i, end = find(r, from, ";"), assigned;

	r->i = end;
	skip(r, ";");
	r->failed |= has_word(r, from, end, "atomic") || from == end;
	if (r->failed)
		return;
	if (is_word(r, from, "commit") || is_word(r, from, "rollback")) {
		r->commits = true;
		return;
	}
	for (assigned = from + 1; is_word(r, assigned, ".") || is_word(r, assigned, "[");)
		assigned =
			is_word(r, assigned, ".") ? assigned + 2 : find(r, assigned + 1, "]") + 1;
	if (is_among(r, from, own)) {
		if (has_word(r, from, end, "execute"))
			add(r, from, text_between(r, from, end), true);
		r->left |= leaves(r, from);
	} else if (is_word(r, from, "execute")) {
		add(r, from, text_between(r, from, end), true);
	} else if (is_word(r, from, "perform")) {
		add(r, from, strf("SELECT %s", text_between(r, from + 1, end)), false);
	} else if (is_word(r, assigned, ":=") || is_word(r, assigned, "=")) {
		add(r, from, strf("SELECT %s", text_between(r, assigned + 1, end)), false);
	} else {
		add(r, from, without_into(r, from, end), false);
	}
}

static void
read_statement(struct reader *r)
{
	static const char *const loops[] = {"loop", "while", "for", "foreach", NULL};

	if (++r->depth > MAX_DEPTH || r->i >= r->tokens.n)
		r->failed = true;
	else if (is_word(r, r->i, "<<"))
		read_label(r);
	else if (is_word(r, r->i, "declare") || is_word(r, r->i, "begin"))
		read_block(r);
	else if (is_word(r, r->i, "if"))
		read_if(r);
	else if (is_word(r, r->i, "case"))
		read_case(r);
	else if (is_among(r, r->i, loops))
		read_loop(r);
	else
		read_simple(r);
	r->depth--;
}

bool
block_read(const char *code, struct block *block)
{
	struct reader r = {.code = code, .block = block};

	*block = (struct block){0};
	strs_add(&block->variables, "found");
	if (!scan_tokens(code, &r.tokens))
		return false;
	while (is_word(&r, r.i, "<<"))
		read_label(&r);
	if (!is_word(&r, r.i, "declare") && !is_word(&r, r.i, "begin"))
		return false;
	read_block(&r);
	/* nothing stands behind a block: as a statement it is refused */
	if (!r.failed && r.i < r.tokens.n)
		add(&r, r.i, text_between(&r, r.i, r.tokens.n), false);
	if (r.commits)
		doubt_from(&r, 0);
	return !r.failed;
}

struct source
block_source(const struct source *code, const struct block *block, const struct block_statement *b)
{
	return (struct source){source_at(code, b->offset), b->sql, code->verbatim,
	                       &block->variables};
}
