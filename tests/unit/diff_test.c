/* The difference of two schemas ends, or says why not: here with a kind whose objects are never as they should be. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "../../compiler/diff.h"
#include "../../compiler/sql.h"

static int left; /* how often an object is still altered */

static enum applied
apply(struct op *op, struct schema *s)
{
	(void)op;
	(void)s;
	left--;
	return APPLIED;
}

static void
render(const struct op *op, struct list *steps)
{
	step_add(steps, op, NULL, str("ALTER THING"));
}

static const struct field fields[] = {{0}};

static const struct op_class alter_thing = {
	.shape = {.name = "alter_thing", .size = sizeof(struct op), .fields = fields},
	.apply = apply,
	.render = render,
};

static void
alter(struct diff *d, const struct object *from, const struct object *to)
{
	(void)from;
	(void)to;
	if (left > 0)
		diff_add(d, PHASE_COMMENT, op_new(&alter_thing, d->at));
}

static void
create(struct diff *d, const struct object *o)
{
	alter(d, o, o);
}

static const struct noun thing = {
	.name = "thing",
	.space = SPACE_RELATION,
	.size = sizeof(struct object),
	.create = create,
	.drop = create,
	.alter = alter,
};

static struct schema *
with_thing(void)
{
	static const char *names[] = {"public"};
	struct strs path = {.v = names, .n = 1};
	struct schema *s = schema_new(&path);
	struct object *o = alloc(sizeof *o);

	*o = (struct object){.noun = &thing, .id = schema_id(s), .name = {"public", "x"}};
	schema_put(s, o);
	return s;
}

static struct list
difference(int times)
{
	struct list refused = {0}, ops;

	left = times;
	ops = schema_diff(with_thing(), with_thing(), (struct loc){0}, &refused);
	assert_int_equal(refused.n, 0);
	return ops;
}

static void
ends(void **state)
{
	(void)state;
	assert_int_equal(difference(0).n, 0);
	assert_int_equal(difference(1).n, 1);
	assert_int_equal(difference(4).n, 4);
}

static void
says_where_it_does_not(void **state)
{
	char text[200] = "";
	int ends[2], status;
	pid_t pid;

	(void)state;
	assert_int_equal(pipe(ends), 0);
	pid = fork();
	if (pid == 0) {
		dup2(ends[1], STDERR_FILENO);
		difference(1000);
		_exit(0);
	}
	close(ends[1]);
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_true(read(ends[0], text, sizeof text - 1) > 0);
	assert_true(WIFEXITED(status) && WEXITSTATUS(status) == 1);
	assert_non_null(strstr(text, "thing 'x' is not as it should be, though alter_thing ran 4 "
	                             "times: a mistake of migratec"));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(ends),
		cmocka_unit_test(says_where_it_does_not),
	};

	return cmocka_run_group_tests_name("diff", tests, NULL, NULL);
}
