/* init: a project to begin with. */
#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "command.h"
#include "print.h"

/* what README says of a project of one's own; %s is where migratec was built */
static const char build_rules[] =
	"migratec = %s\n"
	"\n"
	"rule migratec\n"
	"  command = $migratec/build/migratec compile\n"
	"  depfile = $out.d\n"
	"  restat = 1\n"
	"\n"
	"rule check\n"
	"  command = $migratec/build/migratec check --quiet --stamp $out\n"
	"  depfile = $out.d\n"
	"  restat = 1\n"
	"\n"
	"rule cc_table\n"
	"  command = cc -std=c11 -I$migratec/runtime -fno-pie -c -o $out $in\n"
	"\n"
	"rule link\n"
	"  command = cc -no-pie -o $out $in -lpq\n"
	"\n"
	"build generated/migrations.c: migratec | $migratec/build/migratec\n"
	"build build/migrations.o: cc_table generated/migrations.c\n"
	"build build/migrate: link build/migrations.o $migratec/build/libmigrate.a\n"
	"build build/models: check | $migratec/build/migratec\n";

/* "DIR/name", or the name alone where no DIR is given */
static char *
inside(const struct arguments *a, const char *name)
{
	return a->rest.n ? strf("%s/%s", (const char *)a->rest.v[0], name) : str(name);
}

/* what is in migrations/ already is somebody's. An exit code */
static int
check_free(const char *folder)
{
	const struct dirent *e;
	DIR *dir = opendir(folder);
	bool is_empty = true;

	if (!dir)
		return errno == ENOENT ? DONE : command_cannot_write(folder);
	while ((e = readdir(dir)))
		is_empty &= strcmp(e->d_name, ".") == 0 || strcmp(e->d_name, "..") == 0;
	closedir(dir);
	if (is_empty)
		return DONE;
	error_at((struct loc){folder, 0}, E_EXISTS,
	         "init: a project is there already; nothing was written");
	return FAILED;
}

/* the folder's name is the project's */
static const char *
project_name(const struct arguments *a)
{
	char *path = realpath(a->rest.n ? a->rest.v[0] : ".", NULL);
	const char *slash = path ? strrchr(str(path), '/') : NULL;

	free(path);
	return slash && slash[1] ? slash + 1 : "migrations";
}

/* the folder whose build/ this program stands in, as ninja takes it */
static const char *
built_in(void)
{
	char path[4096];
	ssize_t n = readlink("/proc/self/exe", path, sizeof path - 1);
	struct buf b = {0};
	char *slash;
	int i;

	path[n < 0 ? 0 : n] = '\0';
	for (i = 0; i < 2 && (slash = strrchr(path, '/')); i++)
		*slash = '\0';
	for (slash = path; *slash; slash++) {
		if (strchr("$ :", *slash))
			buf_char(&b, '$');
		buf_char(&b, *slash);
	}
	return b.n ? buf_str(&b) : "../migratec";
}

static int
make(const char *path, const char *text)
{
	if (command_make_folders(path) < 0 || (text && file_write(path, text, strlen(text)) < 0))
		return command_cannot_write(path);
	printf("%s\n", path);
	return DONE;
}

int
command_init(const struct arguments *a)
{
	const char *migrations = inside(a, MIGRATIONS), *rules = inside(a, "build.ninja");
	const bool has_build = access(rules, F_OK) == 0;
	int result;

	if (a->rest.n && !*(const char *)a->rest.v[0]) {
		error_at((struct loc){0}, E_COMMAND_LINE, "init: DIR is empty");
		return USAGE;
	}
	result = check_free(migrations);
	if (result != DONE)
		return result;
	if (has_build)
		rules = inside(a, "migrations.ninja");
	if (make(inside(a, MIGRATIONS "/models/"), NULL) != DONE ||
	    make(inside(a, VERSIONS "/"), NULL) != DONE ||
	    make(inside(a, MIGRATIONS "/config.lua"),
	         strf("return { name = %s, postgres = 14 }\n", print_string(project_name(a)))) !=
	            DONE ||
	    make(rules, strf(build_rules, built_in())) != DONE)
		return FAILED;
	if (has_build)
		printf("build.ninja is as it was: write 'subninja migrations.ninja' into it\n");
	printf("next: models in " MIGRATIONS
	       "/models/, 'migratec revision --autogenerate -m \"…\"', and ninja makes build/migrate\n");
	return DONE;
}
