/* XML that cannot be well-formed: elements that do not close, what is no tag. Names, attributes and entities are the server's to
   judge, and all of a text with a DOCTYPE. */
#include <string.h>

#include "input.h"

static size_t
name_bytes(const char *s)
{
	return strcspn(s, " \t\r\n/>");
}

/* behind the > of a tag, which may stand in the value of an attribute; NULL */
static const char *
skip_tag(const char *s)
{
	for (; *s && *s != '>'; s++) {
		if (*s == '"' || *s == '\'')
			s = strchr(s + 1, *s);
		if (!s)
			return NULL;
	}
	return *s ? s + 1 : NULL;
}

/* behind the end of what begins with start, where it does: a comment, …; *s stays where it does not. false where it does not end */
static bool
skip_between(const char **s, const char *start, const char *end)
{
	const char *found;

	if (strncmp(*s, start, strlen(start)) != 0)
		return true;
	found = strstr(*s + strlen(start), end);
	*s = found ? found + strlen(end) : *s;
	return found;
}

const char *
judge_xml(const char *s, const char *type)
{
	struct list open = {0};
	const char *start, *element;
	size_t n;

	(void)type;
	if (strstr(s, "<!DOCTYPE"))
		return NULL;
	for (s = strchr(s, '<'); s; s = strchr(s, '<')) {
		start = s;
		if (!skip_between(&s, "<!--", "-->") || !skip_between(&s, "<![CDATA[", "]]>") ||
		    !skip_between(&s, "<?", "?>"))
			return "well-formed XML";
		if (s != start)
			continue;
		s += s[1] == '/' ? 2 : 1;
		n = name_bytes(s);
		if (!n || strchr("<!&'\"=", *s) || is_digit(*s))
			return "well-formed XML";
		element = strn(s, n);
		s = skip_tag(s + n);
		if (!s)
			return "well-formed XML";
		if (start[1] != '/') {
			if (s[-2] != '/')
				list_add(&open, str(element));
			continue;
		}
		if (!open.n || strcmp(open.v[open.n - 1], element) != 0)
			return "well-formed XML";
		open.n--;
	}
	return open.n ? "well-formed XML" : NULL;
}
