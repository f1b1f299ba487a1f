/* diff and check: two schemas beside each other. */
#include <stdio.h>
#include <string.h>

#include "autogenerate.h"
#include "command.h"
#include "diff.h"
#include "emit.h"
#include "variable.h"

struct comparison {
	struct project project;
	const char *from_name, *to_name;
	struct schema *from, *to; /* from is to, once it was compared */
	size_t undecided;         /* objects of which a database could not tell */
	struct list ops;
	struct list steps; /* struct step */
};

static bool
is_live(const struct comparison *c)
{
	return command_is_url(c->from_name) || command_is_url(c->to_name);
}

/* an exit code; DONE: they are the same */
static int
compare(struct comparison *c, const struct arguments *a)
{
	struct list refused = {0};
	const struct op *op;
	size_t i;
	int result;

	if (is_live(c))
		variables_give(&a->set);
	if (project_load(&c->project) < 0)
		return FAILED;
	result = command_sources(&c->project, c->from_name, c->to_name, &c->from, &c->to,
	                         &c->undecided);
	c->from_name = command_source_name(c->from_name);
	c->to_name = command_source_name(c->to_name);
	if (result != DONE)
		return result;
	c->ops = schema_diff(c->from, c->to, (struct loc){0}, &refused);
	if (refused.n)
		return command_refused(c->from, &refused);
	for (i = 0; i < c->ops.n; i++) {
		op = c->ops.v[i];
		op->class->render(op, &c->steps);
	}
	return c->ops.n || c->undecided ? DIFFERENT : DONE;
}

/* what an operation is about, for people; and whether it loses data */
static const char *
label(const struct op *op, bool *loses)
{
	struct list steps = {0};
	const struct step *s;
	const char *text;
	size_t i;

	op->class->render(op, &steps);
	for (i = 0; i < steps.n; i++) {
		s = steps.v[i];
		*loses |= (s->flags & STEP_LOSES_DATA) != 0;
	}
	s = steps.v[0];
	if (strncmp(s->label, "execute ", 8) != 0)
		return variable_plain(s->label);
	text = variable_plain(s->sql);
	i = strcspn(text, "\n");
	return i > 70 ? strf("%.*s…", (int)utf8_clip(text, 69), text) : strn(text, i);
}

/* a line for each operation, with the place of what it is about */
static void
print_summary(const struct comparison *c)
{
	const struct op *op;
	const char *text;
	bool loses;
	size_t i;

	printf("%s -> %s: %zu difference%s", c->from_name, c->to_name, c->ops.n,
	       c->ops.n == 1 ? "" : "s");
	if (c->undecided)
		printf(", %zu undecided", c->undecided);
	printf("\n");
	for (i = 0; i < c->ops.n; i++) {
		op = c->ops.v[i];
		loses = false;
		text = label(op, &loses);
		printf("  %s", text);
		if (op->at.line)
			printf("  (%s:%d)", op->at.file, op->at.line);
		printf("%s\n", loses ? "  loses data" : "");
	}
}

static void
print_json_step(const struct step *s)
{
	putchar('{');
	command_json_member("operation", variable_plain(s->label), false);
	command_json_member("sql", variable_plain(s->sql), false);
	command_json_member("file", s->file, false);
	printf("\"line\": %d, \"loses_data\": %s}", s->line,
	       s->flags & STEP_LOSES_DATA ? "true" : "false");
}

static void
print_json(const struct comparison *c)
{
	size_t i;

	printf("[");
	for (i = 0; i < c->steps.n; i++) {
		printf("%s", i ? ",\n " : "");
		print_json_step(c->steps.v[i]);
	}
	printf("]\n");
}

static void
print_sql(const struct comparison *c)
{
	size_t i;

	for (i = 0; i < c->steps.n; i++)
		printf("%s;\n", variable_plain(((const struct step *)c->steps.v[i])->sql));
}

static void
print_lua(const struct comparison *c)
{
	struct list ops = autogenerate_gather(&c->ops, false);
	struct buf b = {0};

	autogenerate_print(&ops, c->from, &b);
	fputs(buf_str(&b), stdout);
}

int
command_diff(const struct arguments *a)
{
	struct comparison c = {.from_name = a->from ? a->from : "migrations",
	                       .to_name = a->to ? a->to : "models"};
	int result = command_set(a, is_live(&c));

	if (result == DONE)
		result = compare(&c, a);
	if (result != DIFFERENT && result != DONE)
		return result;
	if (a->json)
		print_json(&c);
	else if (a->sql)
		print_sql(&c);
	else if (a->lua)
		print_lua(&c);
	else if (result == DONE)
		printf("%s -> %s: no differences\n", c.from_name, c.to_name);
	else
		print_summary(&c);
	return result;
}

static int
write_stamp(const char *path)
{
	struct buf depfile = {0};

	emit_depfile(path, inputs(), &depfile);
	if (file_write(path, "", 0) < 0)
		return command_cannot_write(path);
	if (file_write(strf("%s.d", path), buf_str(&depfile), depfile.n) < 0)
		return command_cannot_write(strf("%s.d", path));
	return DONE;
}

/* as messages are printed: with --json an object a line, and nothing else */
static void
print_difference(const struct comparison *c, const struct arguments *a)
{
	size_t i;

	if (!a->json)
		print_summary(c);
	for (i = 0; a->json && i < c->steps.n; i++) {
		print_json_step(c->steps.v[i]);
		putchar('\n');
	}
}

/* the database is what the models say */
static int
check_database(const struct arguments *a)
{
	struct comparison c = {.from_name = a->inspect.url, .to_name = "models"};
	int result = compare(&c, a);

	if (result == DIFFERENT)
		print_difference(&c, a);
	else if (result == DONE && !a->quiet && !a->json)
		printf("the database is what the models say\n");
	return result;
}

/* what the migrations do that the comparison does not know; as messages are printed */
static void
print_unfollowed(const struct schema *s, const struct arguments *a)
{
	const struct unfollowed *u;
	size_t i;

	for (i = 0; i < s->unfollowed.n; i++) {
		u = s->unfollowed.entries[i].value;
		if (a->json || a->lines)
			note_at(u->at, "not followed: %s", u->what);
		else
			printf("not followed: %s (%s:%d)\n", u->what, u->at.file, u->at.line);
	}
	if (!s->unfollowed.n && !a->json)
		printf("every statement of the migrations is followed\n");
}

int
command_check(const struct arguments *a)
{
	struct comparison c = {.from_name = "migrations", .to_name = "models"};
	int result;

	if (a->json || a->lines)
		diag_form(a->json ? DIAG_JSON : DIAG_LINES);
	result = command_set(a, a->inspect.url != NULL);
	if (result != DONE)
		return result;
	result = compare(&c, a);
	if (result == DIFFERENT)
		print_difference(&c, a);
	if (result == DIFFERENT && !a->json)
		printf("migratec revision --autogenerate -m MESSAGE writes the revision that is missing\n");
	if (result == DONE && !a->quiet && !a->json)
		printf("the migrations end in the models\n");
	if (a->verbose && c.from)
		print_unfollowed(c.from, a);
	if (result == DONE && a->inspect.url)
		result = check_database(a);
	if (result == DONE && a->stamp)
		result = write_stamp(a->stamp);
	return result;
}
