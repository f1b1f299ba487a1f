/* What a script sees: the operations, the constructors, and what is left of Lua's libraries. What reads files, tells the time
   or differs from run to run is not there, and what could take for ever without an instruction is bounded. */
#include <stdlib.h>
#include <string.h>

#include <lualib.h>

#include "script_lua.h"

#define MAX_LENGTH 10000000 /* of what table's functions go through without an instruction */

/* references in Lua's registry */
static int globals, libraries, environment_metatable;

static struct strs known_names, operation_names;

/* ---- what scripts get of Lua ---- */

/* names that exist in Lua and not here */
static const char *const withheld[] = {
	"print",    "io",     "os",         "debug",          "package",   "load",
	"loadfile", "dofile", "loadstring", "collectgarbage", "coroutine", "utf8",
	"newproxy", "warn",   "arg",        "unpack",         "setfenv",   "getfenv",
	"module",   "bit32",  NULL,
};

/* a value's place in the order of pairs */
struct place {
	int type; /* 0 number, 1 string, 2 boolean */
	bool is_integer;
	lua_Integer integer;
	lua_Number number;
	const char *text;
	size_t n;
};

static int
by_place(const void *a, const void *b)
{
	const struct place *x = a, *y = b;
	size_t n = x->n < y->n ? x->n : y->n;
	int d;

	if (x->type != y->type)
		return x->type - y->type;
	if (x->type == 1) {
		d = memcmp(x->text, y->text, n);
		return d ? d : (x->n > y->n) - (x->n < y->n);
	}
	if (x->number != y->number)
		return x->number < y->number ? -1 : 1;
	if (x->is_integer && y->is_integer)
		return (x->integer > y->integer) - (x->integer < y->integer);
	return y->is_integer - x->is_integer;
}

/* the key on top of the stack */
static struct place
key_place(lua_State *L)
{
	struct place p = {0};

	switch (lua_type(L, -1)) {
	case LUA_TNUMBER:
		p.is_integer = lua_isinteger(L, -1);
		p.integer = p.is_integer ? lua_tointeger(L, -1) : 0;
		p.number = lua_tonumber(L, -1);
		break;
	case LUA_TSTRING:
		p.type = 1;
		p.text = lua_tolstring(L, -1, &p.n);
		break;
	case LUA_TBOOLEAN:
		p.type = 2;
		p.number = lua_toboolean(L, -1);
		break;
	default:
		luaL_error(L, "pairs: a key is a %s, and has no order that is always the same",
		           luaL_typename(L, -1));
	}
	return p;
}

static void
push_key(lua_State *L, const struct place *p)
{
	if (p->type == 1)
		lua_pushlstring(L, p->text, p->n);
	else if (p->type == 2)
		lua_pushboolean(L, p->number != 0);
	else if (p->is_integer)
		lua_pushinteger(L, p->integer);
	else
		lua_pushnumber(L, p->number);
}

/* pushes a list of the keys of the table at 1, in order; their texts live as long as the table is not changed */
static void
push_keys(lua_State *L)
{
	struct place *places;
	size_t n = 0, i = 0;

	for (lua_pushnil(L); lua_next(L, 1); lua_pop(L, 1))
		n++;
	places = lua_newuserdatauv(L, n * sizeof *places + 1, 0);
	for (lua_pushnil(L); lua_next(L, 1);) {
		lua_pop(L, 1);
		places[i++] = key_place(L);
	}
	qsort(places, n, sizeof *places, by_place);
	lua_createtable(L, n > MAX_LENGTH ? 0 : (int)n, 0);
	for (i = 0; i < n; i++) {
		push_key(L, &places[i]);
		lua_rawseti(L, -2, (lua_Integer)i + 1);
	}
	lua_remove(L, -2);
}

/* the iterator of pairs; its upvalues are the keys and how many of them were given */
static int
next_pair(lua_State *L)
{
	lua_Integer i = lua_tointeger(L, lua_upvalueindex(2));

	luaL_checktype(L, 1, LUA_TTABLE);
	for (;;) {
		lua_pushinteger(L, ++i);
		lua_replace(L, lua_upvalueindex(2));
		lua_rawgeti(L, lua_upvalueindex(1), i);
		if (lua_isnil(L, -1))
			return 1;
		lua_pushvalue(L, -1);
		lua_rawget(L, 1);
		if (!lua_isnil(L, -1))
			return 2;
		lua_pop(L, 2); /* taken out while the loop ran */
	}
}

static int
sorted_pairs(lua_State *L)
{
	luaL_checkany(L, 1);
	lua_settop(L, 1);
	if (luaL_getmetafield(L, 1, "__pairs") != LUA_TNIL) {
		lua_pushvalue(L, 1);
		lua_call(L, 1, 3);
		return 3;
	}
	luaL_checktype(L, 1, LUA_TTABLE);
	push_keys(L);
	lua_pushinteger(L, 0);
	lua_pushcclosure(L, next_pair, 2);
	lua_pushvalue(L, 1);
	lua_pushnil(L);
	return 3;
}

void
script_text(lua_State *L, int at)
{
	const struct box *b;

	if (luaL_callmeta(L, at, "__tostring")) {
		if (lua_type(L, -1) != LUA_TSTRING)
			luaL_error(L, "'__tostring' must return a string");
	} else if (lua_type(L, at) == LUA_TUSERDATA) {
		b = lua_touserdata(L, at);
		script_use(b);
		lua_pushstring(L, b->type == DATUM_ITEM        ? b->item->shape->name
		                  : b->type == DATUM_SQL       ? b->text
		                  : b->type == DATUM_OPERATION ? "operation"
		                                               : "null");
	} else if (lua_istable(L, at) || lua_isfunction(L, at)) {
		lua_pushstring(L, luaL_typename(L, at));
	} else {
		luaL_tolstring(L, at, NULL);
	}
}

static int
text_of(lua_State *L)
{
	luaL_checkany(L, 1);
	script_text(L, 1);
	return 1;
}

/* string.format, whose upvalue is Lua's own: %s takes the texts of script_text, %p is refused */
static int
format(lua_State *L)
{
	const char *f = luaL_checkstring(L, 1);
	int n = lua_gettop(L), arg = 1;

	for (; (f = strchr(f, '%')); f++) {
		f += 1 + strspn(f + 1, "-+ #0123456789.");
		if (!*f)
			break;
		if (*f == '%')
			continue;
		arg++;
		if (*f == 'p')
			return script_refuse(
				L, E_HERMETIC,
				"%p is not available: addresses differ from run to run");
		if (*f == 's' && arg <= n && !lua_isstring(L, arg)) {
			script_text(L, arg);
			lua_replace(L, arg);
		}
	}
	return lua_tocfunction(L, lua_upvalueindex(1))(L);
}

static int
set_metatable(lua_State *L)
{
	static const char *const refused[] = {"__gc", "__mode"};
	size_t i;

	luaL_checktype(L, 1, LUA_TTABLE);
	luaL_argexpected(L, lua_isnil(L, 2) || lua_istable(L, 2), 2, "nil or table");
	if (luaL_getmetafield(L, 1, "__metatable") != LUA_TNIL)
		return luaL_error(L, "cannot change a protected metatable");
	for (i = 0; i < LEN(refused) && lua_istable(L, 2); i++) {
		lua_pushstring(L, refused[i]);
		if (lua_rawget(L, 2) != LUA_TNIL)
			return script_refuse(
				L, E_HERMETIC,
				strf("a metatable with '%s' is not available: scripts do not see when memory is freed",
			             refused[i]));
	}
	lua_settop(L, 2);
	lua_setmetatable(L, 1);
	return 1;
}

/* Lua's own (its upvalue), where it does not go on for ever through a table that only claims to be long */
static int
bounded(lua_State *L)
{
	if (lua_istable(L, 1) && luaL_len(L, 1) > MAX_LENGTH)
		return luaL_error(L, "a table of more than %d values", MAX_LENGTH);
	return lua_tocfunction(L, lua_upvalueindex(1))(L);
}

/* the same for table.move(from, first, last, to) */
static int
bounded_move(lua_State *L)
{
	lua_Integer first = luaL_checkinteger(L, 2), last = luaL_checkinteger(L, 3);

	if (last > first && (lua_Unsigned)last - (lua_Unsigned)first > MAX_LENGTH)
		return luaL_error(L, "more than %d values to move", MAX_LENGTH);
	return bounded(L);
}

/* the same for string.rep, which takes its time even where there is nothing to repeat */
static int
bounded_rep(lua_State *L)
{
	size_t text, separator;

	luaL_checklstring(L, 1, &text);
	luaL_optlstring(L, 3, "", &separator);
	if (text + separator == 0 && luaL_checkinteger(L, 2) > 1) {
		lua_pushliteral(L, "");
		return 1;
	}
	return bounded(L);
}

/* Lua's own (its upvalue), in the time that a pattern has; so do errors end it, see script_pass_on */
static int
timed(lua_State *L)
{
	bool outer = script_time(true);
	int n = lua_tocfunction(L, lua_upvalueindex(1))(L);

	script_time(outer);
	return n;
}

/* the iterator of string.gmatch (its upvalue) */
static int
next_match(lua_State *L)
{
	bool outer = script_time(true);

	lua_settop(L, 0);
	lua_pushvalue(L, lua_upvalueindex(1));
	lua_call(L, 0, LUA_MULTRET);
	script_time(outer);
	return lua_gettop(L);
}

static int
timed_gmatch(lua_State *L)
{
	lua_tocfunction(L, lua_upvalueindex(1))(L);
	lua_pushcclosure(L, next_match, 1);
	return 1;
}

static int
refuse(lua_State *L)
{
	return script_refuse(L, E_HERMETIC,
	                     strf("'%s' is not available: scripts are hermetic",
	                          lua_tostring(L, lua_upvalueindex(1))));
}

static int
protected_call(lua_State *L)
{
	int status;

	luaL_checkany(L, 1);
	status = lua_pcall(L, lua_gettop(L) - 1, LUA_MULTRET, 0);
	script_pass_on(L, status);
	lua_pushboolean(L, status == LUA_OK);
	lua_insert(L, 1);
	return lua_gettop(L);
}

/* a script's handler of errors (its upvalue) is not asked about bounds */
static int
handler(lua_State *L)
{
	if (script.exceeded)
		return 1;
	lua_pushvalue(L, lua_upvalueindex(1));
	lua_insert(L, 1);
	lua_call(L, 1, 1);
	return 1;
}

/* xpcall(function, handler, …) */
static int
handled_call(lua_State *L)
{
	int status;

	luaL_checktype(L, 2, LUA_TFUNCTION);
	lua_pushvalue(L, 2);
	lua_pushcclosure(L, handler, 1);
	lua_replace(L, 2);
	lua_pushvalue(L, 1);
	lua_remove(L, 1);
	lua_insert(L, 2); /* handler, function, … */
	status = lua_pcall(L, lua_gettop(L) - 2, LUA_MULTRET, 1);
	script_pass_on(L, status);
	lua_pushboolean(L, status == LUA_OK);
	lua_replace(L, 1);
	return lua_gettop(L);
}

/* ---- the environment of a script ---- */

/* pushes the operation or constructor of a name as a function for calls by a wrong one; false where it is none */
static bool
push_meant(lua_State *L, const char *name)
{
	lua_CFunction function;

	lua_rawgeti(L, LUA_REGISTRYINDEX, globals);
	lua_getfield(L, -1, name);
	function = lua_tocfunction(L, -1);
	if (function != script_constructor && (function != script_operation || !script.ops))
		return false;
	lua_getupvalue(L, -1, 1);
	lua_pushboolean(L, true);
	lua_pushcclosure(L, function, 2);
	return true;
}

/* what other tools have as calls, and SQL says here; or "" */
static const char *
sql_hint(const char *name)
{
	static const char *const prefixes[] = {"create_", "drop_",  "alter_", "grant", "revoke",
	                                       "insert",  "update", "delete", NULL};
	const char *const *p;

	if (strcmp(name, "op") == 0)
		return "; operations are called without a prefix";
	for (p = prefixes; *p; p++)
		if (strncmp(name, *p, strlen(*p)) == 0)
			return "; what has no operation is said in SQL, with execute";
	return "";
}

/* A misspelt operation or constructor is reported, and the script goes on as if it had been meant, so that what follows is
   checked too. */
static int
unknown_name(lua_State *L, const char *name)
{
	struct strs all = strs_copy(&known_names);
	const char *near, *message;
	size_t i;

	for (i = 0; script.model && i < script_declaration_names()->n; i++)
		strs_add(&all, script_declaration_names()->v[i]);
	if (strcmp(name, "next") == 0)
		return script_refuse(L, E_HERMETIC,
		                     "'next' is not available: use pairs, which goes in order");
	if (among(name, withheld))
		return script_refuse(L, E_HERMETIC,
		                     strf("'%s' is not available: scripts are hermetic", name));
	for (lua_pushnil(L); lua_next(L, 1); lua_pop(L, 1))
		if (lua_type(L, -2) == LUA_TSTRING)
			strs_add(&all, str(lua_tostring(L, -2)));
	near = nearest(name, &all);
	message = strf("unknown %s '%s'%s",
	               near && strs_has(&operation_names, near) ? "operation" : "name", name,
	               near ? strf("; did you mean '%s'?", near) : sql_hint(name));
	if (!near || script.config || !push_meant(L, near))
		return script_refuse(L, E_UNKNOWN_NAME, message);
	script_spend(L, strlen(message));
	error_at(script_here(L), E_UNKNOWN_NAME, "%s", message);
	return 1;
}

/* pushes a copy of one of Lua's libraries, and keeps it in the environment at 1 under the name at 2 */
static void
push_library(lua_State *L)
{
	lua_newtable(L);
	for (lua_pushnil(L); lua_next(L, -3);) {
		lua_pushvalue(L, -2);
		lua_insert(L, -2);
		lua_rawset(L, -4);
	}
	lua_pushvalue(L, 2);
	lua_pushvalue(L, -2);
	lua_rawset(L, 1);
}

/* pushes what only a model has: table is its library too, which can be called */
static bool
push_of_model(lua_State *L, const char *name)
{
	lua_rawgeti(L, LUA_REGISTRYINDEX, libraries);
	lua_getfield(L, -1, name);
	if (lua_isnil(L, -1)) {
		lua_settop(L, 2);
		return script_push_declaration(L, name, false);
	}
	push_library(L);
	lua_newtable(L);
	if (script_push_declaration(L, name, true))
		lua_setfield(L, -2, "__call");
	lua_pushboolean(L, false);
	lua_setfield(L, -2, "__metatable");
	lua_setmetatable(L, -2);
	return true;
}

/* __index of every environment: (environment, name) */
static int
look_up(lua_State *L)
{
	const char *name;

	if (lua_type(L, 2) != LUA_TSTRING)
		return 0;
	if (script.model && push_of_model(L, lua_tostring(L, 2)))
		return 1;
	lua_settop(L, 2);
	lua_rawgeti(L, LUA_REGISTRYINDEX, globals);
	lua_pushvalue(L, 2);
	if (lua_rawget(L, -2) != LUA_TNIL)
		return 1;
	lua_rawgeti(L, LUA_REGISTRYINDEX, libraries);
	lua_pushvalue(L, 2);
	if (lua_rawget(L, -2) != LUA_TNIL) {
		push_library(L);
		return 1;
	}
	name = lua_tostring(L, 2);
	if (strcmp(name, "_G") == 0) {
		lua_pushvalue(L, 1);
		return 1;
	}
	lua_settop(L, 2);
	return unknown_name(L, name);
}

/* sets a name in the table that the registry holds at ref to the value on top of the stack; a misspelt name may mean it */
static void
set_known(lua_State *L, int ref, const char *name)
{
	lua_rawgeti(L, LUA_REGISTRYINDEX, ref);
	lua_insert(L, -2);
	lua_setfield(L, -2, name);
	lua_pop(L, 1);
	strs_add(&known_names, name);
}

static void
set_function(lua_State *L, const struct shape *shape, const struct op_class *class)
{
	struct function *f = alloc(sizeof *f);

	*f = (struct function){shape, class};
	lua_pushlightuserdata(L, f);
	lua_pushcclosure(L, class ? script_operation : script_constructor, 1);
	set_known(L, globals, shape->name);
	if (class)
		strs_add(&operation_names, shape->name);
}

static void
set_operations(lua_State *L)
{
	const struct op_class *const *const *kind;
	const struct op_class *const *class;
	const struct shape *const *shape;

	for (kind = op_kinds; *kind; kind++)
		for (class = *kind; *class; class ++)
			if (!(*class)->of_models)
				set_function(L, &(*class)->shape, *class);
	for (shape = item_shapes; *shape; shape++) {
		script_box_metatable(L, (*shape)->name);
		set_function(L, *shape, NULL);
	}
}

static void
set_words(lua_State *L)
{
	static const luaL_Reg words[] = {
		{"revision", script_revision},   {"sql", script_sql},
		{"array", script_array},         {"require", script_require},
		{"pairs", sorted_pairs},         {"tostring", text_of},
		{"pcall", protected_call},       {"xpcall", handled_call},
		{"setmetatable", set_metatable}, {"var", script_variable},
	};
	size_t i;

	for (i = 0; i < LEN(words); i++) {
		lua_pushcfunction(L, words[i].func);
		set_known(L, globals, words[i].name);
	}
	script_box(L, DATUM_NULL, "null");
	set_known(L, globals, "null");
	strs_add(&known_names, "_G");
}

/* from Lua's base library, what neither reads files nor shows what differs from run to run */
static void
set_base(lua_State *L)
{
	static const char *const names[] = {
		"assert", "error",  "getmetatable", "ipairs",   "rawequal", "rawget",
		"rawlen", "rawset", "select",       "tonumber", "type",     "_VERSION",
	};
	size_t i;

	luaL_requiref(L, "_G", luaopen_base, 0);
	for (i = 0; i < LEN(names); i++) {
		lua_getfield(L, -1, names[i]);
		set_known(L, globals, names[i]);
	}
	lua_pop(L, 1);
}

/* in the library on top of the stack, puts f in front of what is there */
static void
wrap(lua_State *L, const char *name, lua_CFunction f)
{
	lua_getfield(L, -1, name);
	lua_pushcclosure(L, f, 1);
	lua_setfield(L, -2, name);
}

static void
withhold(lua_State *L, const char *library, const char *name)
{
	lua_pushfstring(L, "%s.%s", library, name);
	lua_pushcclosure(L, refuse, 1);
	lua_setfield(L, -2, name);
}

static void
set_libraries(lua_State *L)
{
	static const char *const bounded_names[] = {"concat", "insert", "remove", "sort", "unpack"};
	size_t i;

	luaL_requiref(L, LUA_STRLIBNAME, luaopen_string, 0);
	wrap(L, "format", format);
	wrap(L, "rep", bounded_rep);
	wrap(L, "find", timed);
	wrap(L, "match", timed);
	wrap(L, "gsub", timed);
	wrap(L, "gmatch", timed_gmatch);
	withhold(L, "string", "dump");
	set_known(L, libraries, LUA_STRLIBNAME);

	luaL_requiref(L, LUA_TABLIBNAME, luaopen_table, 0);
	for (i = 0; i < LEN(bounded_names); i++)
		wrap(L, bounded_names[i], bounded);
	wrap(L, "move", bounded_move);
	set_known(L, libraries, LUA_TABLIBNAME);

	luaL_requiref(L, LUA_MATHLIBNAME, luaopen_math, 0);
	withhold(L, "math", "random");
	withhold(L, "math", "randomseed");
	set_known(L, libraries, LUA_MATHLIBNAME);

	/* ("x"):upper() goes through this one */
	lua_pushliteral(L, "");
	lua_getmetatable(L, -1);
	lua_pushboolean(L, false);
	lua_setfield(L, -2, "__metatable");
	lua_pop(L, 2);
}

void
script_set_names(lua_State *L)
{
	lua_newtable(L);
	globals = luaL_ref(L, LUA_REGISTRYINDEX);
	lua_newtable(L);
	libraries = luaL_ref(L, LUA_REGISTRYINDEX);
	lua_newtable(L);
	lua_pushcfunction(L, look_up);
	lua_setfield(L, -2, "__index");
	lua_pushboolean(L, false);
	lua_setfield(L, -2, "__metatable");
	environment_metatable = luaL_ref(L, LUA_REGISTRYINDEX);
	set_base(L);
	set_libraries(L);
	set_words(L);
	set_operations(L);
	script_set_declarations(L);
}

int
script_new_environment(lua_State *L)
{
	lua_newtable(L);
	lua_rawgeti(L, LUA_REGISTRYINDEX, environment_metatable);
	lua_setmetatable(L, -2);
	return luaL_ref(L, LUA_REGISTRYINDEX);
}
