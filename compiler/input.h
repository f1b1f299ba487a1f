/* What the server's types read: whether a text can be a value of a built-in type. Nothing here depends on locale, time zone or
   DateStyle: where the server's answer does, there is none. */
#ifndef INPUT_H
#define INPUT_H

#include "util.h"

/* NULL where the text is the type's or that cannot be told, else what it should be: "an integer". type is as struct type_parts
   names it, without modifiers; those of arrays and ranges are not judged here */
const char *input_wrong(const char *type, const char *text);
/* the same for what the server does when the value is stored: 'abc' is too long for character varying(2). modifiers are the type's;
   the text is one that input_wrong takes */
const char *input_wrong_size(const char *type, const struct strs *modifiers, const char *text);

/* a text that is the type's as the one of the ways to write the value that equal ones share: "true" for "yes"; NULL where that is not
   known */
const char *input_plain(const char *type, const char *text);

/* an array's elements without its NULLs; false where it is malformed */
bool array_read(const char *text, char delimiter, struct strs *elements);

/* a bound that is not said is NULL */
struct range {
	const char *lower, *upper;
};
bool range_read(const char *text, struct range *range);
/* struct range, appended */
bool multirange_read(const char *text, struct list *ranges);
/* true where one is certainly above the other: numbers, or dates as ISO writes them */
bool input_above(const char *type, const char *a, const char *b);

/* ---- for the judges themselves ---- */

/* as input_wrong */
typedef const char *judge(const char *text, const char *type);

judge judge_json;
judge judge_date, judge_interval;
judge judge_address, judge_macaddr, judge_macaddr8;
judge judge_point, judge_segment, judge_line, judge_box, judge_path, judge_polygon, judge_circle;
judge judge_tsvector, judge_tsquery;
judge judge_xml;

/* isspace, isdigit … of the C locale */
bool is_space(char c);
bool is_digit(char c);
bool is_alpha(char c);
bool is_hex(char c);
/* behind the space that begins at s */
const char *skip_space(const char *s);
/* behind the number of strtod that begins at s, or NULL where there is none, or it is out of range */
const char *skip_float(const char *s);

#endif
