/* Any text as a script, on top of a schema that has something of each kind: for libFuzzer. What a script may read beside itself is
   there; its bounds are a hundredth of what they are otherwise. */
#include <setjmp.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <unistd.h>

#include "../../compiler/script.h"
#include "../../compiler/script_lua.h"
#include "compile.h"
#include "fresh.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);
void __real_script_bound(lua_State *L);
void __wrap_script_bound(lua_State *L);
bool __real_script_time(bool on);
bool __wrap_script_time(bool on);
_Noreturn void __wrap_fatal_at(struct loc at, const char *text);

static struct config config;
static struct schema *schema;
static char folder[] = "/tmp/script_fuzz.XXXXXX";
static const char *path;
static sigjmp_buf given_up;

void
__wrap_script_bound(lua_State *L)
{
	__real_script_bound(L);
	script.ticks = 99;
}

bool
__wrap_script_time(bool on)
{
	const struct itimerval t = {.it_value.tv_usec = 30000};
	bool former = __real_script_time(on);

	if (on)
		setitimer(ITIMER_VIRTUAL, &t, NULL);
	return former;
}

/* only a pattern that takes too long ends so */
void
__wrap_fatal_at(struct loc at, const char *text)
{
	(void)at;
	(void)text;
	siglongjmp(given_up, 1);
}

static const struct {
	const char *name, *text;
} files[] = {
	{"migrations", NULL},
	{"migrations/lib", NULL},
	{"migrations/versions", NULL},
	{"migrations/versions/a.sql", "CREATE TABLE made (a int);\nINSERT INTO made VALUES (1);\n"},
	{"migrations/versions/a.csv", "id,code\n1,\"a\"\n2,\n"},
	{"migrations/lib/a.lua",
         "local m = {}\nfunction m.add(t) add_column(t, column('at', 'text')) end\nreturn m\n"},
	{"migrations/versions/fuzz.lua", ""},
};

static void
tidy(void)
{
	size_t i;

	for (i = LEN(files); i-- > 0;)
		remove(strf("%s/%s", folder, files[i].name));
	rmdir(folder);
}

static void
begin(void)
{
	const char *name;
	size_t i;

	if (!mkdtemp(folder))
		fuzz_found("mkdtemp", folder);
	for (i = 0; i < LEN(files); i++) {
		name = strf("%s/%s", folder, files[i].name);
		if (files[i].text ? file_write(name, files[i].text, strlen(files[i].text))
		                  : mkdir(name, 0777))
			fuzz_found("cannot write", name);
		path = name;
	}
	atexit(tidy);
	fuzz_setup(&config, &schema);
	fuzz_keep();
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	struct list declared = {0};
	struct revision *r;

	if (!schema)
		begin();
	if (file_write(path, (const char *)bytes, n) < 0)
		fuzz_found("cannot write", path);
	if (sigsetjmp(given_up, 1) == 0) {
		diag_hold(path);
		/* what has no upgrade() is taken for a model */
		if (!strstr(strn((const char *)bytes, n), "upgrade")) {
			script_model(path, "migrations", &declared);
			fuzz_models(&config, schema, &declared);
		} else if ((r = script_run(path, "migrations"))) {
			fuzz_compile(&config, schema, r);
		}
	}
	script_time(false);
	lua_close(script_state());
	fuzz_back();
	return 0;
}
