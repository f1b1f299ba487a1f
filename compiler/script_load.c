/* Sources: read, compiled, required by each other; and which line of them runs. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "literal.h"
#include "script_lua.h"

char script_reported;

struct file *
script_file(const char *chunk)
{
	struct file *f;
	size_t i;

	if (*chunk != '@')
		return NULL;
	for (i = 0; i < script.files.n; i++) {
		f = script.files.v[i];
		if (strcmp(f->path, chunk + 1) == 0)
			return f;
	}
	return NULL;
}

struct loc
script_level(lua_State *L, lua_Debug *ar, struct file **file)
{
	lua_getinfo(L, "Sl", ar);
	*file = ar->currentline > 0 ? script_file(ar->source) : NULL;
	return *file ? (struct loc){(*file)->path, ar->currentline} : (struct loc){0};
}

struct loc
script_here(lua_State *L)
{
	lua_Debug ar;
	struct file *f;
	struct loc at;
	int i;

	for (i = 0; lua_getstack(L, i, &ar); i++) {
		at = script_level(L, &ar, &f);
		if (f)
			return at;
	}
	return (struct loc){script.path, 0};
}

struct list *
script_literals(struct file *f)
{
	if (!f->lexed)
		f->literals = literals(f->source, f->n);
	f->lexed = true;
	return &f->literals;
}

static size_t
line_of(const char *source, size_t offset)
{
	size_t line = 1;

	for (; offset; offset--)
		line += *source++ == '\n';
	return line;
}

/* a hint where a syntax error follows a text that ended at a ]] of its own */
static const char *
bracket_hint(struct file *f, int line)
{
	const struct list *all = script_literals(f);
	const struct literal *l, *last = NULL;
	const char *open, *close;
	size_t i;

	for (i = 0; i < all->n; i++) {
		l = all->v[i];
		if (l->long_bracket && l->last <= line)
			last = l;
	}
	if (!last || line - last->last > 2)
		return "";
	open = strstr(f->source + last->to, "[[");
	close = strstr(f->source + last->to, "]]");
	if (!close || (open && open < close))
		return "";
	return "; a text that holds ']]' is written [=[ … ]=]";
}

/* a hint where an option stands among the values of a call, as other languages have it */
static const char *
option_hint(const char *why)
{
	return strncmp(why, "')' expected near '='", 21) == 0
	               ? "; options stand in a table, the last of the call: { key = value }"
	               : "";
}

/* The length of a chunk's name at the begin of a message: Lua cuts long ones. */
static size_t
short_length(const char *path)
{
	size_t n = strlen(path);

	return n < LUA_IDSIZE ? n : LUA_IDSIZE - 1;
}

const char *
script_after_position(const char *message, size_t name, int *line)
{
	char *end;
	long n;

	if (strlen(message) <= name || message[name] != ':')
		return message;
	n = strtol(message + name + 1, &end, 10);
	if (end == message + name + 1 || end[0] != ':' || end[1] != ' ')
		return message;
	*line = (int)n;
	return end + 2;
}

/* why a source cannot be loaded at all, or NULL */
static const char *
source_wrong(const char *source, size_t n)
{
	if (strncmp(source, "\xff\xfe", 2) == 0 || strncmp(source, "\xfe\xff", 2) == 0)
		return "the file is UTF-16; save it as UTF-8";
	if (n && source[0] == LUA_SIGNATURE[0])
		return "compiled Lua is not read, only its source";
	if (memchr(source, '\0', n))
		return "a NUL byte in the source";
	return NULL;
}

struct file *
script_open(const char *path)
{
	struct file *f = alloc(sizeof *f);

	f->path = path;
	f->source = input_read(path, &f->n);
	if (!f->source)
		return NULL;
	if (strncmp(f->source, "\xef\xbb\xbf", 3) == 0) {
		f->source += 3;
		f->n -= 3;
	}
	return f;
}

bool
script_compile(lua_State *L, struct file *f)
{
	const char *why, *name = strf("@%s", f->path);
	int line = 0;

	why = source_wrong(f->source, f->n);
	if (why) {
		line = (int)line_of(f->source, strlen(f->source));
		error_at((struct loc){f->path, line}, E_LUA_SYNTAX, "%s", why);
		return false;
	}
	list_add(&script.files, f);
	if (luaL_loadbufferx(L, f->source, f->n, name, "t") == LUA_OK)
		return true;
	why = script_after_position(lua_tostring(L, -1), short_length(f->path), &line);
	error_at((struct loc){f->path, line}, E_LUA_SYNTAX, "%s%s%s", why, bracket_hint(f, line),
	         option_hint(why));
	lua_pop(L, 1);
	return false;
}

void
script_enter(lua_State *L)
{
	lua_rawgeti(L, LUA_REGISTRYINDEX, script.environment);
	lua_setupvalue(L, -2, 1);
}

/* NULL, or what is wrong with a module's name */
static const char *
module_wrong(const char *name)
{
	static const char letters[] =
		"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-.";

	if (strncmp(name, "lib.", 4) != 0 || !name[4])
		return "modules are those of the folder lib, as in \"lib.audit\"";
	if (name[strspn(name, letters)] || strstr(name, "..") || name[strlen(name) - 1] == '.')
		return "a module's name is letters, digits and _, with dots between folders";
	return NULL;
}

static char *
module_path(const char *name)
{
	char *path = strf("%s/%s.lua", script.root, name), *c;

	for (c = path + strlen(script.root); c < path + strlen(path) - 4; c++)
		if (*c == '.')
			*c = '/';
	return path;
}

/* pushes a module's function; compiled once, and run anew for each script */
static void
push_module(lua_State *L, const char *name)
{
	static struct map compiled;
	const char *path = module_path(name);
	struct file *f = map_get(&compiled, path);

	if (f) {
		input_add(path);
		list_add(&script.files, f);
		lua_rawgeti(L, LUA_REGISTRYINDEX, f->chunk);
		return;
	}
	f = script_open(path);
	if (!f)
		script_refuse(L, E_FILE,
		              strf("require: module '%s' cannot be read from %s: %s", name, path,
		                   file_wrong()));
	if (!script_compile(L, f)) {
		lua_pushlightuserdata(L, &script_reported);
		lua_error(L);
	}
	lua_pushvalue(L, -1);
	f->chunk = luaL_ref(L, LUA_REGISTRYINDEX);
	map_put(&compiled, path, f);
}

int
script_require(lua_State *L)
{
	const char *name = luaL_checkstring(L, 1), *why = module_wrong(name);

	lua_settop(L, 1);
	if (why)
		return script_refuse(L, E_HERMETIC, strf("require '%s': %s", name, why));
	lua_rawgeti(L, LUA_REGISTRYINDEX, script.loaded);
	lua_pushvalue(L, 1);
	lua_rawget(L, 2);
	if (lua_touserdata(L, 3) == &script)
		return luaL_error(
			L,
			"require '%s': the module is being loaded: modules require each other in a circle",
			name);
	if (!lua_isnil(L, 3))
		return 1;
	lua_pushvalue(L, 1);
	lua_pushlightuserdata(L, &script);
	lua_rawset(L, 2);
	push_module(L, name);
	script_enter(L);
	lua_pushvalue(L, 1);
	lua_call(L, 1, 1);
	if (lua_isnil(L, -1)) {
		lua_pop(L, 1);
		lua_pushboolean(L, true);
	}
	lua_pushvalue(L, 1);
	lua_pushvalue(L, -2);
	lua_rawset(L, 2);
	return 1;
}
