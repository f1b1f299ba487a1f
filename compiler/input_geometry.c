/* Geometric types: points in brackets, of which most may be left out. */
#include <stdlib.h>
#include <string.h>

#include "input.h"

/* behind "x,y" or "(x,y)", or NULL; xy may be NULL */
static const char *
skip_pair(const char *s, double *xy)
{
	bool bracket;

	s = skip_space(s);
	bracket = *s == '(';
	s += bracket;
	if (xy)
		xy[0] = strtod(s, NULL);
	s = skip_float(s);
	if (!s || *s++ != ',')
		return NULL;
	if (xy)
		xy[1] = strtod(s, NULL);
	s = skip_float(s);
	if (!s || !bracket)
		return s;
	return *s == ')' ? skip_space(s + 1) : NULL;
}

/* behind n points in a list, which may be open ("[…]"), or NULL; xy takes two numbers a point */
static const char *
skip_points(const char *s, long n, bool may_open, double *xy)
{
	const char *next;
	int depth = 0;
	bool open;
	long i;

	s = skip_space(s);
	open = *s == '[';
	if (open && !may_open)
		return NULL;
	if (open) {
		depth = 1;
		s++;
	} else if (*s == '(') {
		next = skip_space(s + 1);
		if (*next == '(' || strrchr(s, '(') == s) {
			depth = 1;
			s = *next == '(' ? next : s + 1;
		}
	}
	for (i = 0; i < n; i++) {
		s = skip_pair(s, xy ? xy + 2 * i : NULL);
		if (!s)
			return NULL;
		s += *s == ',';
	}
	for (; depth; depth--) {
		if (*s != ')' && !(*s == ']' && open))
			return NULL;
		s = skip_space(s + 1);
	}
	return s;
}

/* two numbers a point, so an odd number of commas; 0 where it is even */
static long
count_points(const char *s)
{
	long commas = 0;

	for (; *s; s++)
		commas += *s == ',';
	return commas % 2 ? (commas + 1) / 2 : 0;
}

static bool
at_end(const char *s)
{
	return s && !*s;
}

const char *
judge_point(const char *s, const char *type)
{
	(void)type;
	return at_end(skip_pair(s, NULL)) ? NULL : "a point, as (1,2)";
}

const char *
judge_segment(const char *s, const char *type)
{
	(void)type;
	return at_end(skip_points(s, 2, true, NULL)) ? NULL : "a line segment, as [(1,2),(3,4)]";
}

const char *
judge_box(const char *s, const char *type)
{
	(void)type;
	return at_end(skip_points(s, 2, false, NULL)) ? NULL : "a box, as (1,2),(3,4)";
}

/* {A,B,C}, where A and B are not both zero; the server takes what is within 1e-6 of it for zero */
static bool
is_equation(const char *s)
{
	double v[3];
	size_t i;

	for (i = 0; i < LEN(v); i++) {
		v[i] = strtod(++s, NULL);
		s = skip_float(s);
		if (!s || *s != (i < 2 ? ',' : '}'))
			return false;
	}
	return !*skip_space(s + 1) && (v[0] != 0 || v[1] != 0);
}

const char *
judge_line(const char *s, const char *type)
{
	double xy[4];
	bool is_line;

	(void)type;
	s = skip_space(s);
	if (*s == '{')
		is_line = is_equation(s);
	else
		is_line = at_end(skip_points(s, 2, true, xy)) && (xy[0] != xy[2] || xy[1] != xy[3]);
	return is_line ? NULL : "a line, as {1,2,3} or [(1,2),(3,4)]";
}

const char *
judge_path(const char *s, const char *type)
{
	long n = count_points(s);
	bool bracket;

	(void)type;
	s = skip_space(s);
	bracket = *s == '(' && strrchr(s, '(') == s;
	s = n ? skip_points(s + bracket, n, true, NULL) : NULL;
	if (s && bracket)
		s = *s == ')' ? skip_space(s + 1) : NULL;
	return at_end(s) ? NULL : "a path, as [(1,2),(3,4)]";
}

const char *
judge_polygon(const char *s, const char *type)
{
	long n = count_points(s);

	(void)type;
	return n && at_end(skip_points(s, n, false, NULL)) ? NULL : "a polygon, as ((1,2),(3,4))";
}

const char *
judge_circle(const char *s, const char *type)
{
	bool angle, bracket;
	const char *radius;

	(void)type;
	s = skip_space(s);
	angle = *s == '<';
	bracket = *s == '(' && *skip_space(s + 1) == '(';
	s = skip_pair(angle || bracket ? s + 1 : s, NULL);
	if (!s)
		return "a circle, as <(1,2),3>";
	radius = s + (*s == ',');
	s = skip_float(radius);
	if (!s || strtod(radius, NULL) < 0)
		return "a circle, as <(1,2),3>";
	if (angle || bracket)
		s = *s == ')' || *s == '>' ? skip_space(s + 1) : NULL;
	return at_end(s) ? NULL : "a circle, as <(1,2),3>";
}
