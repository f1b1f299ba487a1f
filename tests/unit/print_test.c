/* What is printed reads as what it was: the scripts of the golden folders, printed, have the checksums that they had, and what is
   printed of them are the same bytes again. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "../../compiler/print.h"
#include "../../compiler/project.h"
#include "../../compiler/settings.h"

#define GOLDEN "tests/golden"

static char folder[] = "/tmp/print_test.XXXXXX";

static void
put(const char *path, const char *text)
{
	assert_int_equal(file_write(path, text, strlen(text)), 0);
}

static void
print_function(const char *name, const struct list *ops, struct buf *out)
{
	size_t i;

	buf_fmt(out, "\nfunction %s()\n", name);
	for (i = 0; i < ops->n; i++)
		print_op(ops->v[i], NULL, 2, out);
	buf_add(out, "end\n");
}

/* all of the project in the current folder, printed; an empty text after errors */
static char *
printed(const char *into)
{
	struct project p = {0};
	struct buf all = {0};
	const struct revision *r;
	struct buf script;
	size_t i;

	if (project_load(&p) < 0)
		return str("");
	/* a name is printed as it was said */
	sql_default_schema("");
	for (i = 0; i < p.revisions.n; i++) {
		r = p.revisions.v[i];
		script = (struct buf){0};
		print_call(&revision_shape, r, 0, &script);
		print_function("upgrade", &r->up, &script);
		if (r->has_downgrade)
			print_function("downgrade", &r->down, &script);
		buf_fmt(&all, "%s\n%s", r->checksum, buf_str(&script));
		if (into)
			put(strf("%s/%s", into, r->file), buf_str(&script));
	}
	return buf_str(&all);
}

/* prints in a process of its own, for scripts leave much behind; to the file `output` */
static void
print_apart(const char *project, const char *into, const char *output)
{
	int status;
	pid_t pid = fork();

	assert_true(pid >= 0);
	if (pid == 0) {
		if (chdir(project) < 0)
			_exit(1);
		put(output, printed(into));
		_exit(0);
	}
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_int_equal(status, 0);
}

/* line by line, for a message that can be read */
static void
same_lines(char *a, char *b)
{
	char *rest_a, *rest_b, *one = strtok_r(a, "\n", &rest_a),
			       *other = strtok_r(b, "\n", &rest_b);

	while (one && other) {
		assert_string_equal(one, other);
		one = strtok_r(NULL, "\n", &rest_a);
		other = strtok_r(NULL, "\n", &rest_b);
	}
	assert_null(one);
	assert_null(other);
}

static void
reads_as_it_was(void **state)
{
	const char *project = *state, *again = strf("%s/again", folder), *first, *second;
	size_t n;

	assert_int_equal(system(strf("rm -rf %s && mkdir %s && cp -r %s/migrations %s", again,
	                             again, project, again)),
	                 0);
	print_apart(project, again, strf("%s/first", folder));
	print_apart(again, NULL, strf("%s/second", folder));
	first = file_read(strf("%s/first", folder), &n);
	second = file_read(strf("%s/second", folder), &n);
	assert_non_null(first);
	assert_non_null(second);
	assert_string_not_equal(first, "");
	same_lines(str(first), str(second));
}

int
main(void)
{
	struct strs names = {0};
	struct CMUnitTest *tests;
	struct stat st;
	size_t i, n = 0;
	int result;

	if (!mkdtemp(folder) || file_list(GOLDEN, &names) < 0)
		return 1;
	tests = alloc((names.n + 1) * sizeof *tests);
	for (i = 0; i < names.n; i++) {
		if (stat(strf(GOLDEN "/%s/errors", names.v[i]), &st) == 0)
			continue;
		tests[n++] = (struct CMUnitTest){.name = names.v[i],
		                                 .test_func = reads_as_it_was,
		                                 .initial_state = strf(GOLDEN "/%s", names.v[i])};
	}
	result = _cmocka_run_group_tests("print", tests, n, NULL, NULL);
	return system(strf("rm -rf %s", folder)) || result;
}
