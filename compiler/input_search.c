/* Texts of text search: lexemes with their places, and queries. */
#include <string.h>

#include "input.h"

/* behind the lexeme that begins at s, in quotes or not; NULL where there is none. What ends it is among stops, or is space; its
   first character may be any */
static const char *
skip_lexeme(const char *s, const char *stops)
{
	const char *start = s;

	if (*s == '\'') {
		for (s++;; s++) {
			if (*s == '\\')
				s++;
			else if (*s == '\'' && s[1] == '\'')
				s++;
			else if (*s == '\'')
				return s == start + 1 ? NULL : s + 1;
			if (!*s)
				return NULL;
		}
	}
	do {
		if (*s == '\\' && !*++s)
			return NULL;
		s++;
	} while (*s && !is_space(*s) && !strchr(stops, *s));
	return s;
}

/* behind the places of a lexeme, "1A,2,3B", or NULL */
static const char *
skip_places(const char *s)
{
	for (;; s++) {
		if (!is_digit(*s) || !s[strspn(s, "0")] || !is_digit(s[strspn(s, "0")]))
			return NULL;
		s += strspn(s, "0123456789ABCDabcd*");
		if (*s != ',')
			return !*s || is_space(*s) ? s : NULL;
	}
}

const char *
judge_tsvector(const char *s, const char *type)
{
	(void)type;
	for (s = skip_space(s); *s; s = skip_space(s)) {
		s = skip_lexeme(s, ":");
		if (s && *s == ':')
			s = skip_places(s + 1);
		if (!s)
			return "a tsvector";
	}
	return NULL;
}

/* behind <-> or <N> */
static const char *
skip_distance(const char *s)
{
	if (*s++ != '<')
		return NULL;
	if (*s == '-')
		s++;
	else
		while (is_digit(*s))
			s++;
	return *s == '>' ? s + 1 : NULL;
}

/* operands and operators take turns; ! and brackets may stand before an operand */
const char *
judge_tsquery(const char *s, const char *type)
{
	bool operand = false; /* one has just been read */
	long open = 0;

	(void)type;
	s = skip_space(s);
	/* a query without any operand is empty */
	if (!*s)
		return NULL;
	for (; s && *s; s = s ? skip_space(s) : NULL) {
		if (operand && *s == ')') {
			if (!open--)
				return "a tsquery";
			s++;
		} else if (operand) {
			s = *s == '&' || *s == '|' ? s + 1 : skip_distance(s);
			operand = false;
		} else if (*s == '!' || *s == '(') {
			open += *s++ == '(';
		} else {
			s = strchr(":&|)", *s) ? NULL : skip_lexeme(s, ":&|!()<");
			if (s && *s == ':')
				s += 1 + strspn(s + 1, "ABCDabcd*");
			operand = true;
		}
	}
	return s && operand && !open ? NULL : "a tsquery";
}
