/* JSON, as RFC 8259 and the server have it. */
#include <string.h>

#include "input.h"

static const char *
json_space(const char *s)
{
	return s + strspn(s, " \t\n\r");
}

/* behind the string that begins at s, or NULL where it is none */
static const char *
json_string(const char *s)
{
	if (*s++ != '"')
		return NULL;
	for (; *s != '"'; s++) {
		if ((unsigned char)*s < 0x20)
			return NULL;
		if (*s != '\\')
			continue;
		s++;
		if (*s == 'u' && strspn(s + 1, "0123456789abcdefABCDEF") >= 4)
			s += 4;
		else if (!*s || !strchr("\"\\/bfnrt", *s))
			return NULL;
	}
	return s + 1;
}

static const char *
json_digits(const char *s)
{
	size_t n = strspn(s, "0123456789");

	return n ? s + n : NULL;
}

static const char *
json_number(const char *s)
{
	s += *s == '-';
	s = *s == '0' ? s + 1 : json_digits(s);
	if (s && *s == '.')
		s = json_digits(s + 1);
	if (s && (*s == 'e' || *s == 'E')) {
		s++;
		s = json_digits(s + (*s == '+' || *s == '-'));
	}
	return s;
}

static const char *json_value(const char *s, unsigned depth);

/* what stands between brackets, and the closing one */
static const char *
json_items(const char *s, char close, unsigned depth)
{
	s = json_space(s + 1);
	if (*s == close)
		return s + 1;
	for (;;) {
		if (close == '}') {
			s = json_string(s);
			s = s ? json_space(s) : NULL;
			if (!s || *s++ != ':')
				return NULL;
			s = json_space(s);
		}
		s = json_value(s, depth);
		s = s ? json_space(s) : NULL;
		if (!s || (*s != ',' && *s != close))
			return NULL;
		if (*s++ == close)
			return s;
		s = json_space(s);
	}
}

/* behind the value that begins at s, or NULL where it is none; what is nested deeper than 500 is the server's to judge */
static const char *
json_value(const char *s, unsigned depth)
{
	static const char *const words[] = {"true", "false", "null"};
	size_t i;

	if (depth > 500)
		return s + strlen(s);
	if (*s == '"')
		return json_string(s);
	if (*s == '{')
		return json_items(s, '}', depth + 1);
	if (*s == '[')
		return json_items(s, ']', depth + 1);
	for (i = 0; i < LEN(words); i++)
		if (strncmp(s, words[i], strlen(words[i])) == 0)
			return s + strlen(words[i]);
	return json_number(s);
}

const char *
judge_json(const char *s, const char *type)
{
	(void)type;
	s = json_value(json_space(s), 0);
	return s && !*json_space(s) ? NULL : "JSON";
}
