/* Tokens: the lexer of libpg_query, and the names that stand in SQL however deep they are quoted. */
#include <string.h>

#include "parse.h"
#include "sql.h"

/* past this depth of constants within constants, names are looked for without a lexer */
#define MAX_DEPTH 32

/* from this many bytes on a text is scanned once */
#define FILE_SIZE 10000

/* as the lexer has it: without \v */
static bool
is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

static bool
is_comment(const PgQuery__ScanToken *t)
{
	return t->token == PG_QUERY__TOKEN__SQL_COMMENT || t->token == PG_QUERY__TOKEN__C_COMMENT;
}

/* libpg_query gives wrong ends to U&"…", but right starts: a token ends where the space before the next one begins */
static size_t
token_end(const char *text, size_t start, size_t limit)
{
	while (limit > start && is_space(text[limit - 1]))
		limit--;
	return limit;
}

static struct tokens
without_comments(const PgQuery__ScanResult *all, const char *text)
{
	struct tokens tokens = {0};
	const PgQuery__ScanToken *t;
	struct token *token;
	size_t i, next;

	if (all->n_tokens)
		tokens.v = alloc(all->n_tokens * sizeof *tokens.v);
	for (i = 0; i < all->n_tokens; i++) {
		t = all->tokens[i];
		if (is_comment(t))
			continue;
		next = i + 1 < all->n_tokens ? (size_t)all->tokens[i + 1]->start : strlen(text);
		token = &tokens.v[tokens.n++];
		token->start = (size_t)t->start;
		token->end = token_end(text, token->start, next);
		token->type = t->token;
		token->keyword = t->keyword_kind;
	}
	return tokens;
}

static bool
lex(const char *text, struct tokens *tokens)
{
	PgQueryScanResult result;
	PgQuery__ScanResult *all;

	*tokens = (struct tokens){0};
	if (!utf8_valid(text))
		return false;
	result = pg_query_scan(text);
	if (result.error) {
		pg_query_free_scan_result(result);
		return false;
	}
	all = pg_query__scan_result__unpack(NULL, result.pbuf.len, (uint8_t *)result.pbuf.data);
	if (!all)
		fatal("out of memory");
	*tokens = without_comments(all, text);
	pg_query__scan_result__free_unpacked(all, NULL);
	pg_query_free_scan_result(result);
	return true;
}

/* the parser, the splitter and the checksum all want the tokens of a whole file */
bool
scan_tokens(const char *text, struct tokens *tokens)
{
	static struct map files;
	const struct tokens *known;

	if (strlen(text) < FILE_SIZE)
		return lex(text, tokens);
	known = map_get(&files, text);
	if (known) {
		*tokens = *known;
		return true;
	}
	if (!lex(text, tokens))
		return false;
	map_put(&files, text, copy(tokens, sizeof *tokens));
	return true;
}

bool
is_dot(const struct tokens *tokens, size_t i)
{
	return i < tokens->n && tokens->v[i].type == PG_QUERY__TOKEN__ASCII_46;
}

size_t
token_at(const struct tokens *tokens, size_t offset)
{
	size_t low = 0, high = tokens->n, middle;

	while (high - low > 1) {
		middle = low + (high - low) / 2;
		if (tokens->v[middle].start <= offset)
			low = middle;
		else
			high = middle;
	}
	return low;
}

bool
scan(const char *text, struct strs *tokens)
{
	struct tokens all;
	size_t i;

	if (!scan_tokens(text, &all))
		return false;
	for (i = 0; i < all.n; i++)
		strs_add(tokens, strn(text + all.v[i].start, all.v[i].end - all.v[i].start));
	return true;
}

static char *
folded(const char *s, size_t n)
{
	char *r = strn(s, n);
	size_t i;

	for (i = 0; i < n; i++)
		if (r[i] >= 'A' && r[i] <= 'Z')
			r[i] = (char)(r[i] - 'A' + 'a');
	return r;
}

/* a word in lower case, and a name without quotes that it does not need */
static const char *
plain(const char *token)
{
	size_t n = strlen(token);
	const char *name;

	if (!strpbrk(token, "'\"$"))
		return folded(token, n);
	if (*token != '"' || n < 3)
		return token;
	name = strn(token + 1, n - 2);
	return strcmp(sql_name(name), name) == 0 ? name : token;
}

bool
same_tokens(const char *a, const char *b)
{
	struct strs in_a = {0}, in_b = {0};
	size_t i;

	if (same(a, b))
		return true;
	if (!a || !b || !scan(a, &in_a) || !scan(b, &in_b) || in_a.n != in_b.n)
		return false;
	for (i = 0; i < in_a.n; i++)
		if (strcmp(plain(in_a.v[i]), plain(in_b.v[i])) != 0)
			return false;
	return true;
}

static void
add_utf8(struct buf *b, unsigned long c)
{
	if (c == 0 || c > 0x10ffff)
		return;
	if (c < 0x80) {
		buf_char(b, (char)c);
		return;
	}
	if (c < 0x800) {
		buf_char(b, (char)(0xc0 | c >> 6));
	} else if (c < 0x10000) {
		buf_char(b, (char)(0xe0 | c >> 12));
		buf_char(b, (char)(0x80 | (c >> 6 & 0x3f)));
	} else {
		buf_char(b, (char)(0xf0 | c >> 18));
		buf_char(b, (char)(0x80 | (c >> 12 & 0x3f)));
		buf_char(b, (char)(0x80 | (c >> 6 & 0x3f)));
	}
	buf_char(b, (char)(0x80 | (c & 0x3f)));
}

static int
digit(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	if (c >= 'a' && c <= 'f')
		return c - 'a' + 10;
	if (c >= 'A' && c <= 'F')
		return c - 'A' + 10;
	return 16;
}

/* up to n digits in a base; how many there were goes to *used */
static unsigned long
number(const char *s, const char *end, unsigned n, int base, unsigned *used)
{
	unsigned long value = 0;

	for (*used = 0; *used < n && s < end && digit(*s) < base; ++*used, s++)
		value = value * (unsigned)base + (unsigned)digit(*s);
	return value;
}

/* what follows a backslash in E'…'; returns the first byte after it */
static const char *
escape(struct buf *b, const char *s, const char *end)
{
	static const char letters[] = "bfnrtv", meanings[] = "\b\f\n\r\t\v";
	const char *letter;
	unsigned long c;
	unsigned used;

	if (digit(*s) < 8) {
		c = number(s, end, 3, 8, &used) & 0xff;
		if (c)
			buf_char(b, (char)c);
		return s + used;
	}
	if (*s == 'x' || *s == 'u' || *s == 'U') {
		c = number(s + 1, end, *s == 'x' ? 2 : *s == 'u' ? 4 : 8, 16, &used);
		if (used && *s == 'x' && c)
			buf_char(b, (char)c);
		else if (used)
			add_utf8(b, c);
		return s + 1 + used;
	}
	letter = strchr(letters, *s);
	buf_char(b, letter ? meanings[letter - letters] : *s);
	return s + 1;
}

/* what follows the escape character in U&"…" */
static const char *
unicode(struct buf *b, const char *s, const char *end, char escape_with)
{
	const bool long_form = *s == '+';
	unsigned used;

	if (*s == escape_with) {
		buf_char(b, *s);
		return s + 1;
	}
	s += long_form;
	add_utf8(b, number(s, end, long_form ? 6 : 4, 16, &used));
	return s + used;
}

/* the text between quotes: doubled quotes once, escapes undone. style is 'E' for backslashes, 'U' for escape_with, else 0.
   A constant that goes on after a line's end begins its next part with a quote */
static char *
unquoted(const char *s, const char *end, char quote, char style, char escape_with)
{
	struct buf b = {0};

	while (s < end) {
		if (*s == quote) {
			if (s + 1 < end && s[1] == quote)
				buf_char(&b, quote);
			else
				while (s + 1 < end && s[1] != quote)
					s++;
			s += 2;
		} else if (style == 'E' && *s == '\\' && s + 1 < end) {
			s = escape(&b, s + 1, end);
		} else if (style == 'U' && *s == escape_with && s + 1 < end) {
			s = unicode(&b, s + 1, end, escape_with);
		} else {
			buf_char(&b, *s++);
		}
	}
	return buf_str(&b);
}

/* the character that UESCAPE names after token i */
static char
escape_character(const char *text, const struct tokens *tokens, size_t i)
{
	if (i + 2 < tokens->n && tokens->v[i + 1].type == PG_QUERY__TOKEN__UESCAPE &&
	    tokens->v[i + 2].end - tokens->v[i + 2].start == 3)
		return text[tokens->v[i + 2].start + 1];
	return '\\';
}

/* the text of token i without its quotes */
static char *
content(const char *text, const struct tokens *tokens, size_t i)
{
	const struct token *t = &tokens->v[i];
	const char *s = text + t->start, *end = text + t->end, *tag;
	char style = 0, with = 0;

	if (*s == '$') {
		tag = strchr(s + 1, '$');
		return strn(tag + 1, (size_t)(end - s) - 2 * (size_t)(tag + 1 - s));
	}
	if (*s != '\'' && *s != '"') {
		style = *s == 'e' || *s == 'E' ? 'E' : *s == 'u' || *s == 'U' ? 'U' : 0;
		with = escape_character(text, tokens, i);
		s += style == 'U' ? 2 : 1;
	}
	return unquoted(s + 1, end - 1, *s, style, with);
}

static bool
begins_name(char c)
{
	return c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c & 0x80);
}

static bool
in_name(char c)
{
	return begins_name(c) || c == '$' || (c >= '0' && c <= '9');
}

/* found has the names that are in the list already: it may grow long */
struct names {
	struct strs *list;
	struct map found;
};

static void
add_name(struct names *names, const char *name)
{
	const char *cut = strn(name, utf8_clip(name, NAME_BYTES));

	if (*cut && !map_put(&names->found, cut, names))
		strs_add(names->list, cut);
}

/* names in what has no tokens: each word folded, and each text in double quotes */
static void
loose_names(const char *s, struct names *names)
{
	size_t n;

	while (*s) {
		n = 1;
		if (*s == '"' && strchr(s + 1, '"')) {
			n = (size_t)(strchr(s + 1, '"') - s);
			add_name(names, strn(s + 1, n - 1));
		} else if (begins_name(*s)) {
			while (in_name(s[n]))
				n++;
			add_name(names, folded(s, n));
		}
		s += n;
	}
}

static void names_within(const char *text, struct names *names, unsigned depth);

/* a constant may be SQL, or the very name: format('… %I', 'Users') */
static void
names_of_constant(const char *s, struct names *names, unsigned depth)
{
	if (begins_name(*s) && strlen(s) <= NAME_BYTES && !strpbrk(s, " \t\n"))
		add_name(names, s);
	names_within(s, names, depth + 1);
}

static void
names_of_token(const char *text, const struct tokens *tokens, size_t i, struct names *names,
               unsigned depth)
{
	const struct token *t = &tokens->v[i];
	const char *s = text + t->start;

	switch ((int)t->type) {
	case PG_QUERY__TOKEN__IDENT:
	case PG_QUERY__TOKEN__UIDENT:
		add_name(names, text[t->end - 1] == '"' ? content(text, tokens, i)
		                                        : folded(s, t->end - t->start));
		break;
	case PG_QUERY__TOKEN__SCONST:
	case PG_QUERY__TOKEN__USCONST:
		names_of_constant(content(text, tokens, i), names, depth);
		break;
	default:
		if (t->keyword != PG_QUERY__KEYWORD_KIND__NO_KEYWORD &&
		    t->keyword != PG_QUERY__KEYWORD_KIND__RESERVED_KEYWORD)
			add_name(names, folded(s, t->end - t->start));
	}
}

static void
names_within(const char *text, struct names *names, unsigned depth)
{
	struct tokens tokens;
	size_t i;

	if (depth > MAX_DEPTH || !scan_tokens(text, &tokens)) {
		loose_names(text, names);
		return;
	}
	for (i = 0; i < tokens.n; i++)
		names_of_token(text, &tokens, i, names, depth);
}

void
scan_names(const char *text, struct strs *names)
{
	struct names all = {.list = names};
	size_t i;

	for (i = 0; i < names->n; i++)
		map_put(&all.found, names->v[i], &all);
	names_within(text, &all, 0);
}

static bool
is_constant(const struct token *t)
{
	return t->type == PG_QUERY__TOKEN__SCONST || t->type == PG_QUERY__TOKEN__USCONST;
}

struct source
string_source(const struct statement *st, int location, const char *string)
{
	struct source source = {.at = st->at, .text = string};
	const char *text;
	struct tokens tokens;
	size_t i, start;

	if (!scan_tokens(st->text, &tokens))
		return source;
	for (i = token_at(&tokens, (size_t)location - st->offset);
	     i < tokens.n && !is_constant(&tokens.v[i]); i++)
		;
	if (i == tokens.n)
		return source;
	start = tokens.v[i].start + 1;
	text = st->text + tokens.v[i].start;
	if (*text == '$')
		start += strcspn(text + 1, "$") + 1;
	if (strncmp(st->text + start, string, strlen(string)) != 0)
		return source;
	source.at = source_at(st->source, st->offset + start);
	source.verbatim = st->source->verbatim;
	return source;
}
