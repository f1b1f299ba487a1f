/* Lua: the only floor that knows it.

   One lua_State runs all scripts. Each gets an empty table as its environment, whose missing names are looked up among
   the operations, the constructors and what is left of Lua's libraries; so nothing that one script sets is seen by
   another. Every value that reaches an operation is first copied out of Lua (struct datum), and decode.c makes the
   operation of it. */
#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "script.h"
#include "script_lua.h"
#include "settings.h"
#include "variable.h"

static char *
folder_of(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash ? strn(path, (size_t)(slash - path)) : str(".");
}

/* an empty environment and bounds as yet unused, for one script */
static lua_State *
begin(const char *path, const char *root)
{
	lua_State *L = script_state();

	lua_settop(L, 0);
	luaL_unref(L, LUA_REGISTRYINDEX, script.environment);
	luaL_unref(L, LUA_REGISTRYINDEX, script.loaded);
	script = (struct script){.path = path, .root = root, .errors = errors()};
	input_watch(NULL);
	script_bound(L);
	script.environment = script_new_environment(L);
	lua_newtable(L);
	script.loaded = luaL_ref(L, LUA_REGISTRYINDEX);
	return L;
}

/* what an error says that is no text */
static const char *
error_words(lua_State *L, int at)
{
	if (lua_isstring(L, at))
		return lua_tostring(L, at);
	if (luaL_getmetafield(L, at, "__tostring") != LUA_TNIL) {
		lua_pop(L, 1);
		script_text(L, at);
		return lua_tostring(L, -1);
	}
	return lua_pushfstring(L, "error with a value that is no text but a %s",
	                       luaL_typename(L, at));
}

/* runs where an error was raised, with the stack as it was: finds its line. Lua's messages begin with the line of the level
   that error() was told to blame, which is kept */
static int
on_error(lua_State *L)
{
	const char *text, *rest;
	lua_Debug ar;
	struct file *f;
	struct loc at;
	int i, line;

	if (script.exceeded || lua_touserdata(L, 1) == &script_reported)
		return 1;
	text = error_words(L, 1);
	script.failed_at = script_here(L);
	script.failed = NULL;
	script.failed_code = E_LUA_ERROR;
	if (script.refused && strstr(text, script.refused))
		script.failed_code = script.refused_code;
	for (i = 0; !script.failed && lua_getstack(L, i, &ar); i++) {
		at = script_level(L, &ar, &f);
		if (!f || strncmp(text, ar.short_src, strlen(ar.short_src)) != 0)
			continue;
		line = at.line;
		rest = script_after_position(text, strlen(ar.short_src), &line);
		if (rest > text) {
			script.failed_at = (struct loc){f->path, line};
			script.failed = str(rest);
		}
	}
	if (!script.failed)
		script.failed = str(text);
	/* an error in a module is of little use without the line that led there */
	for (i = 0; !same(script.failed_at.file, script.path) && lua_getstack(L, i, &ar); i++) {
		at = script_level(L, &ar, &f);
		if (!same(at.file, script.path))
			continue;
		script.failed = strf("%s (called from %s:%d)", script.failed, at.file, at.line);
		break;
	}
	return 1;
}

/* calls the function on top of the stack; false after an error */
static bool
protect(lua_State *L)
{
	int status;

	lua_pushcfunction(L, on_error);
	lua_insert(L, -2);
	script.failed = NULL;
	status = lua_pcall(L, 0, 0, -2);
	script_time(false);
	if (status == LUA_OK) {
		lua_pop(L, 1);
		return true;
	}
	if (!script.exceeded && status == LUA_ERRMEM) {
		script.exceeded = "the script needs more than 256 MB of memory";
		script.exceeded_code = E_TOO_LARGE;
		script.exceeded_at = script.refused_at;
	}
	if (script.exceeded)
		error_at(script.exceeded_at.file ? script.exceeded_at
		                                 : (struct loc){script.path, 0},
		         script.exceeded_code, "%s", script.exceeded);
	else if (script.failed)
		error_at(script.failed_at, script.failed_code, "%s", script.failed);
	else if (lua_touserdata(L, -1) != &script_reported)
		error_at((struct loc){script.path, 0}, E_LUA_ERROR, "%s",
		         lua_isstring(L, -1) ? lua_tostring(L, -1)
		                             : "error while handling an error");
	lua_settop(L, 0);
	return false;
}

/* pushes a function that the script has set, and says where; false where there is none, or after an error */
static bool
push_own_function(lua_State *L, const char *name, bool required, struct loc *at)
{
	const struct file *f;
	lua_Debug ar;

	lua_rawgeti(L, LUA_REGISTRYINDEX, script.environment);
	lua_pushstring(L, name);
	lua_rawget(L, -2);
	if (lua_isfunction(L, -1)) {
		lua_pushvalue(L, -1);
		lua_getinfo(L, ">S", &ar);
		f = script_file(ar.source);
		*at = f                 ? (struct loc){f->path, ar.linedefined}
		      : script.revision ? script.revision->at
		                        : *at;
		return true;
	}
	if (required && lua_isnil(L, -1))
		error_at((struct loc){script.path, 0}, E_PLACE,
		         "no function %s: a revision needs `function %s() … end`, without local",
		         name, name);
	else if (!lua_isnil(L, -1))
		error_at((struct loc){script.path, 0}, E_PLACE, "%s must be a function, not a %s",
		         name, luaL_typename(L, -1));
	return false;
}

/* runs upgrade() or downgrade() into a list; false after an error of Lua */
static bool
run_direction(lua_State *L, struct list *ops)
{
	bool good;

	script.ops = ops;
	script.makers = (struct list){0};
	good = protect(L);
	script.ops = NULL;
	if (good)
		script_warn_unused();
	lua_settop(L, 0);
	return good;
}

/* compiles the script; its function, with the environment of its own, is pushed. false after an error */
static bool
load_script(lua_State *L)
{
	struct file *f = script_open(script.path);

	if (!f) {
		error_at((struct loc){script.path, 0}, E_FILE, "cannot be read: %s", file_wrong());
		return false;
	}
	if (!script_compile(L, f))
		return false;
	script_enter(L);
	return true;
}

struct revision *
script_run(const char *path, const char *root)
{
	lua_State *L = begin(str(path), root);
	struct revision *r;
	struct loc at;
	bool loaded;

	if (!load_script(L))
		return NULL;
	input_watch(&script.reads);
	loaded = protect(L);
	r = script.revision;
	if (!r && loaded)
		error_at((struct loc){script.path, 0}, E_PLACE,
		         "no revision: a script begins with revision { id = …, message = … }");
	if (!r || !r->id || !*r->id)
		return NULL;
	/* where it has no parent, that may be what is wrong */
	r->unplaced = script.revision_wrong && !r->parents.n;
	r->cut =
		!loaded || !push_own_function(L, "upgrade", true, &at) || !run_direction(L, &r->up);
	lua_settop(L, 0);
	if (loaded && !script.exceeded && push_own_function(L, "downgrade", false, &at)) {
		r->has_downgrade = true;
		r->downgrade_at = at;
		run_direction(L, &r->down);
	}
	r->reads = script.reads;
	return r;
}

bool
script_model(const char *path, const char *root, struct list *ops)
{
	lua_State *L = begin(str(path), root);
	struct loc at = {path, 0};
	bool good;

	script.model = true;
	if (!load_script(L))
		return false;
	good = protect(L);
	if (good && push_own_function(L, "upgrade", false, &at))
		error_at(
			at, E_PLACE,
			"a model has no upgrade(): it says what there is, outside of any function");
	script_declared(ops);
	return good;
}

/* the last line that begins with return: Lua does not say where the table that config.lua returns was written */
static int
line_of_return(const struct file *f)
{
	static const char word[] = "return";
	const char *line = f->source, *end;
	int n = 1, found = 1;

	for (; (end = strchr(line, '\n')); line = end + 1, n++)
		if (strncmp(line, word, strlen(word)) == 0)
			found = n;
	return strncmp(line, word, strlen(word)) == 0 ? n : found;
}

/* calls config.lua, its first upvalue, and decodes what it returns */
static int
call_config(lua_State *L)
{
	struct loc at = {script.path, line_of_return(script.files.v[0])};
	struct datum returned;

	lua_pushvalue(L, lua_upvalueindex(1));
	lua_call(L, 0, 1);
	returned = script_datum(L, 1);
	if (returned.type == DATUM_TABLE)
		script.config_wrong = !config_decode(&returned, at, script.config);
	else
		error_at(at, E_CONFIG, "must return a table: return { … }");
	script.config_wrong |= returned.type != DATUM_TABLE;
	return 0;
}

struct config *
script_config(const char *path, const char *project)
{
	struct config *c = alloc(sizeof *c);
	lua_State *L;

	config_defaults(c, project);
	if (access(path, F_OK) < 0 && errno == ENOENT)
		return variables_declare(&(struct list){0}) ? c : NULL;
	L = begin(str(path), folder_of(path));
	script.config = c;
	if (!load_script(L))
		return NULL;
	lua_pushcclosure(L, call_config, 1);
	return protect(L) && !script.config_wrong ? c : NULL;
}
