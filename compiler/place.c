/* Where variables stand in SQL. The rules are psql's: what is in quotes, dollar quotes and comments is left alone. */
#include <string.h>

#include "parse.h"
#include "place.h"
#include "sql.h"

/* does a colon that stands right behind this byte begin something else, as the second half of a slice does? */
static bool
goes_on(char c)
{
	return (unsigned char)c >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
	       (c >= 'A' && c <= 'Z') || (c && strchr("_$)]&'\"", c));
}

/* :"name" or :'name' */
static bool
is_reference(const char *text, const struct token *colon, const struct token *name)
{
	const char quote = text[name->start];

	return text[colon->start] == ':' && colon->end == colon->start + 1 &&
	       name->start == colon->end && (quote == '"' || quote == '\'') &&
	       name->end > name->start + 2 && text[name->end - 1] == quote &&
	       text[name->end] != quote && !(colon->start && goes_on(text[colon->start - 1]));
}

/* :"name" as a mark of as many bytes, or as its value */
static char *
written(const char *name, char quote)
{
	const struct variable *v = variables()->v[variable_find(name)];

	if (!v->value)
		return strf("%c%c%s%c", quote, VARIABLE_MARK, name, quote);
	return quote == '"' ? sql_name(v->value) : sql_literal(v->value);
}

int
place_read(struct source *sql, const char *what)
{
	struct tokens tokens;
	const struct token *t;
	struct buf text = {0};
	const char *name, *wrong;
	int result = 0;
	size_t i, from = 0;

	if ((!strstr(sql->text, ":\"") && !strstr(sql->text, ":'")) ||
	    !scan_tokens(sql->text, &tokens))
		return 0;
	for (i = 0; i + 1 < tokens.n; i++) {
		t = &tokens.v[i];
		if (!is_reference(sql->text, t, t + 1))
			continue;
		name = strn(sql->text + t->start + 2, t[1].end - t->start - 3);
		wrong = variable_wrong(name);
		if (wrong) {
			error_at(source_at(sql, t->start), E_VARIABLE, "%s: %s", what, wrong);
			result = -1;
			continue;
		}
		buf_mem(&text, sql->text + from, t->start - from);
		buf_add(&text, written(name, sql->text[t[1].start]));
		from = t[1].end;
	}
	if (from) {
		buf_add(&text, sql->text + from);
		sql->text = buf_str(&text);
	}
	return result;
}

/* what is wrong with a token that holds a mark, which is not where it must be: all of a name, or of a literal */
static const char *
part_of(const char *token)
{
	const char *mark = strchr(token, VARIABLE_MARK);
	size_t n = variable_length(mark);

	return strf("the variable '%.*s' stands inside of a longer %s; it must be the whole of it",
	            (int)(n ? n - 1 : 0), mark + 1,
	            *token == '\'' || *token == '$' || *token == 'E' ? "text" : "name");
}

/* a token as :"name" or :'name'; NULL, or what is wrong with it */
static const char *
write_token(const char *token, struct buf *sql, struct list *places)
{
	bool quotes = *token == '"' || *token == '\'';
	size_t n = variable_length(token + quotes);
	struct step_place place = {.at = (unsigned)sql->n};
	const struct variable *v;
	const char *name;

	if (!n || strlen(token) != n + (quotes ? 2 : 0))
		return part_of(token);
	name = strn(token + quotes + 1, n - 1);
	place.variable = (unsigned)variable_find(name);
	v = variables()->v[place.variable];
	if (*token != '\'' && !v->is_name)
		return strf(
			"the variable '%s' is a literal, and stands where a name does; declare it with type = \"name\"",
			name);
	buf_fmt(sql, *token == '\'' ? ":'%s'" : ":\"%s\"", name);
	list_add(places, copy(&place, sizeof place));
	return NULL;
}

/* what a step may leave is known by texts that the server prints, and they would hold the variable's value */
static void
forget_names(struct step *step)
{
	const struct leftover *left = step->leftover;

	if (has_variable(step->table))
		step->table = NULL;
	if (left &&
	    (has_variable(left->name) || has_variable(left->table) || has_variable(left->probe)))
		step->leftover = NULL;
}

const char *
place_write(struct step *step)
{
	struct tokens tokens;
	struct list places = {0};
	struct buf sql = {0};
	struct step_place *all;
	size_t i, from = 0;
	const char *wrong;
	char *token;

	step->label = variable_plain(step->label);
	forget_names(step);
	if (!has_variable(step->sql) || !scan_tokens(step->sql, &tokens))
		return NULL;
	for (i = 0; i < tokens.n; i++) {
		token = strn(step->sql + tokens.v[i].start, tokens.v[i].end - tokens.v[i].start);
		if (!has_variable(token))
			continue;
		buf_mem(&sql, step->sql + from, tokens.v[i].start - from);
		wrong = write_token(token, &sql, &places);
		if (wrong)
			return wrong;
		from = tokens.v[i].end;
	}
	buf_add(&sql, step->sql + from);
	all = alloc((places.n + 1) * sizeof *all);
	for (i = 0; i < places.n; i++)
		all[i] = *(const struct step_place *)places.v[i];
	step->sql = variable_plain(buf_str(&sql));
	step->places = all;
	step->n_places = (unsigned)places.n;
	return NULL;
}
