/* Values of scripts, copied out of Lua: what an operation is made of does not change when the script goes on. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "script_lua.h"
#include "variable.h"

#define DEPTH 100 /* of tables in tables */

/* references in Lua's registry */
static int array_metatable, operation;

/* the tables that hold the one being copied */
struct outer {
	const struct outer *outer;
	const void *table;
	int depth;
};

static struct datum datum(lua_State *L, int at, const struct outer *outer);

/* a copy of a string, with its variables as texts hold them */
static char *
plain_text(lua_State *L, const char *s, size_t *n)
{
	const char *why;
	char *text = variable_unend(s, n, &why);

	if (why)
		script_refuse(L, E_VARIABLE, why);
	return text;
}

/* texts of keys are few and used again and again */
static const char *
key_text(lua_State *L, const char *key)
{
	static struct map texts;
	size_t n = strlen(key);
	char *text = map_get(&texts, key);

	if (!text) {
		text = plain_text(L, key, &n);
		map_put(&texts, key, text);
	}
	return text;
}

static struct datum
unreadable(const char *why)
{
	return (struct datum){.type = DATUM_WRONG, .text = why};
}

static int
by_key(const void *a, const void *b)
{
	return strcmp(((const struct named *)a)->key, ((const struct named *)b)->key);
}

static const char *
hole(lua_Integer place)
{
	return strf("has nothing in place %lld: a list has no holes, and NULL is written null",
	            (long long)place);
}

/* true for the keys of a list part of n values */
static bool
is_place(lua_State *L, int at, lua_Integer n)
{
	return lua_isinteger(L, at) && lua_tointeger(L, at) >= 1 && lua_tointeger(L, at) <= n;
}

/* what is wrong with a key that is not of the list part, or NULL */
static const char *
key_wrong(lua_State *L, int at, lua_Integer n)
{
	const char *key;
	size_t length;

	if (lua_isinteger(L, at))
		return lua_tointeger(L, at) < 1 ? "has a value before place 1" : hole(n + 1);
	if (lua_type(L, at) != LUA_TSTRING)
		return strf("has a %s for a key: keys are names, or 1, 2, 3 … in a list",
		            lua_type(L, at) == LUA_TNUMBER ? "fraction" : luaL_typename(L, at));
	key = lua_tolstring(L, at, &length);
	if (strlen(key) < length)
		return "has a key with a NUL byte";
	return NULL;
}

/* how many keys of a table are none of its list part; or what is wrong with one */
static size_t
count_keys(lua_State *L, int at, lua_Integer n_list, const char **why)
{
	size_t n = 0;

	for (lua_pushnil(L); lua_next(L, at); lua_pop(L, 1)) {
		if (is_place(L, -2, n_list))
			continue;
		*why = key_wrong(L, -2, n_list);
		if (*why) {
			lua_pop(L, 2);
			return 0;
		}
		n++;
	}
	return n;
}

/* returns what is wrong, or NULL */
static const char *
copy_named(lua_State *L, int at, const struct outer *outer, struct record *r)
{
	const char *why = NULL;
	size_t n = count_keys(L, at, (lua_Integer)r->n, &why);
	struct named *named;

	if (why || !n)
		return why;
	script_spend(L, n * sizeof *named);
	named = alloc(n * sizeof *named);
	n = 0;
	for (lua_pushnil(L); lua_next(L, at); lua_pop(L, 1)) {
		if (is_place(L, -2, (lua_Integer)r->n))
			continue;
		named[n].key = key_text(L, lua_tostring(L, -2));
		named[n++].value = datum(L, lua_gettop(L), outer);
	}
	qsort(named, n, sizeof *named, by_key);
	r->named = named;
	r->n_named = n;
	return NULL;
}

static const char *
copy_list(lua_State *L, int at, const struct outer *outer, struct record *r)
{
	struct datum *list;
	size_t i;

	r->n = lua_rawlen(L, at);
	script_spend(L, r->n * sizeof *list);
	list = alloc(r->n * sizeof *list);
	for (i = 0; i < r->n; i++) {
		lua_rawgeti(L, at, (lua_Integer)i + 1);
		list[i] = datum(L, lua_gettop(L), outer);
		lua_pop(L, 1);
		if (list[i].type == DATUM_NOTHING)
			return hole((lua_Integer)i + 1);
	}
	r->list = list;
	return NULL;
}

static bool
is_array(lua_State *L, int at)
{
	bool is;

	if (!lua_getmetatable(L, at))
		return false;
	lua_rawgeti(L, LUA_REGISTRYINDEX, array_metatable);
	is = lua_rawequal(L, -1, -2);
	lua_pop(L, 2);
	return is;
}

static struct datum
table_datum(lua_State *L, int at, const struct outer *outer)
{
	struct outer self = {outer, lua_topointer(L, at), outer ? outer->depth + 1 : 1};
	static const char *const hiding[] = {"__index", "__pairs", "__len", NULL};
	const char *const *hidden;
	const struct outer *o;
	struct datum d = {is_array(L, at) ? DATUM_ARRAY : DATUM_TABLE};
	struct record *r = alloc(sizeof *r);
	const char *why;

	for (o = outer; o; o = o->outer)
		if (o->table == self.table)
			return unreadable("holds itself");
	if (self.depth > DEPTH)
		return unreadable("is nested too deep: at most 100 tables may stand in each other");
	for (hidden = hiding; *hidden; hidden++)
		if (luaL_getmetafield(L, at, *hidden) != LUA_TNIL) {
			lua_pop(L, 1);
			return unreadable(strf(
				"has a metatable with %s: only what a table holds itself is read",
				*hidden));
		}
	luaL_checkstack(L, 8, "tables in tables");
	script_spend(L, sizeof *r);
	why = copy_list(L, at, &self, r);
	if (!why)
		why = copy_named(L, at, &self, r);
	if (!why && d.type == DATUM_ARRAY && r->n_named)
		why = "is an array with a named value";
	if (why)
		return unreadable(why);
	d.record = r;
	return d;
}

/* the shortest text that is read back as the same number */
static struct datum
number_datum(lua_State *L, int at)
{
	double n = lua_tonumber(L, at);
	char text[40];
	int digits;

	if (lua_isinteger(L, at))
		return (struct datum){.type = DATUM_INTEGER,
		                      .text = strf("%lld", (long long)lua_tointeger(L, at))};
	if (!isfinite(n))
		return unreadable(
			"must be a finite number; others are strings: 'Infinity', '-Infinity', 'NaN'");
	for (digits = 15; digits <= 17; digits++) {
		snprintf(text, sizeof text, "%.*g", digits, n);
		if (strtod(text, NULL) == n)
			break;
	}
	return (struct datum){.type = DATUM_FLOAT, .text = str(text)};
}

static struct datum
string_datum(lua_State *L, int at)
{
	struct datum d = {DATUM_STRING};
	const char *text = lua_tolstring(L, at, &d.n);

	script_spend(L, d.n);
	d.text = plain_text(L, text, &d.n);
	return d;
}

static struct datum
box_datum(const struct box *b)
{
	struct datum d = {b->type};

	script_use(b);
	if (b->type == DATUM_ITEM) {
		d.item = b->item;
	} else if (b->type == DATUM_SQL) {
		d.text = b->text;
		d.n = b->n;
	}
	return d;
}

/* outer NULL for an argument */
static struct datum
datum(lua_State *L, int at, const struct outer *outer)
{
	switch (lua_type(L, at)) {
	case LUA_TNIL:
	case LUA_TNONE:
		return (struct datum){DATUM_NOTHING};
	case LUA_TBOOLEAN:
		return (struct datum){DATUM_BOOL, .truth = lua_toboolean(L, at)};
	case LUA_TNUMBER:
		return number_datum(L, at);
	case LUA_TSTRING:
		return string_datum(L, at);
	case LUA_TTABLE:
		return table_datum(L, at, outer);
	case LUA_TFUNCTION:
		return (struct datum){DATUM_FUNCTION};
	case LUA_TUSERDATA:
		return box_datum(lua_touserdata(L, at));
	default:
		return (struct datum){DATUM_OTHER};
	}
}

struct datum
script_datum(lua_State *L, int at)
{
	return datum(L, at, NULL);
}

/* ---- values that Lua has not ---- */

struct box *
script_box(lua_State *L, enum datum_type type, const char *metatable)
{
	struct box *b = lua_newuserdatauv(L, sizeof *b, 0);

	*b = (struct box){type};
	luaL_setmetatable(L, metatable);
	return b;
}

void
script_box_metatable(lua_State *L, const char *name)
{
	luaL_newmetatable(L, name);
	lua_pushboolean(L, false);
	lua_setfield(L, -2, "__metatable");
	lua_pop(L, 1);
}

void
script_push_operation(lua_State *L)
{
	lua_rawgeti(L, LUA_REGISTRYINDEX, operation);
}

/* ---- values made for nothing ---- */

static bool
is_same_place(const struct maker *a, const struct maker *b)
{
	return same(a->name, b->name) && same(a->at.file, b->at.file) && a->at.line == b->at.line;
}

/* modules may make more than one script wants of them, and what stands outside of both functions is for both */
void
script_made(struct box *b, const char *name, struct loc at)
{
	struct list *all = &script.makers;
	struct maker maker = {name, at};

	if (!script.ops || !same(at.file, script.path))
		return;
	if (!all->n || !is_same_place(all->v[all->n - 1], &maker))
		list_add(all, copy(&maker, sizeof maker));
	b->maker = all->v[all->n - 1];
}

void
script_use(const struct box *b)
{
	if (b->maker)
		b->maker->used = true;
}

/* a loop or a function may make many values in one place: some of them were of use */
static bool
is_used(const struct maker *m)
{
	const struct maker *other;
	size_t i;

	for (i = 0; i < script.makers.n; i++) {
		other = script.makers.v[i];
		if (other->used && is_same_place(other, m))
			return true;
	}
	return false;
}

void
script_warn_unused(void)
{
	const struct maker *m;
	size_t i;

	for (i = 0; i < script.makers.n; i++) {
		m = script.makers.v[i];
		if (!m->used && !is_used(m))
			warn_at(m->at, "%s: does nothing by itself, and no operation uses it",
			        m->name);
	}
}

int
script_sql(lua_State *L)
{
	struct datum d;
	struct box *b;

	luaL_argcheck(L, lua_type(L, 1) == LUA_TSTRING, 1, "an SQL text expected");
	luaL_argcheck(L, lua_gettop(L) == 1, 2, "sql takes one text");
	d = string_datum(L, 1);
	b = script_box(L, DATUM_SQL, "sql");
	b->text = d.text;
	b->n = d.n;
	if (script.ops)
		script_made(b, "sql", script_here(L));
	return 1;
}

/* var "name": a string that is the variable */
int
script_variable(lua_State *L)
{
	const char *name, *wrong;

	luaL_argcheck(L, lua_type(L, 1) == LUA_TSTRING, 1, "the name of a variable expected");
	luaL_argcheck(L, lua_gettop(L) == 1, 2, "var takes one name");
	name = lua_tostring(L, 1);
	wrong = variable_wrong(name);
	if (wrong)
		return script_refuse(L, E_VARIABLE, strf("var: %s", wrong));
	lua_pushfstring(L, "%c%s%c", VARIABLE_MARK, name, VARIABLE_END);
	return 1;
}

int
script_array(lua_State *L)
{
	luaL_checktype(L, 1, LUA_TTABLE);
	luaL_argcheck(L, lua_gettop(L) == 1, 2, "array takes one table");
	luaL_argcheck(L, is_array(L, 1) || !lua_getmetatable(L, 1), 1,
	              "a table without a metatable expected");
	lua_settop(L, 1);
	lua_rawgeti(L, LUA_REGISTRYINDEX, array_metatable);
	lua_setmetatable(L, 1);
	return 1;
}

void
script_set_values(lua_State *L)
{
	lua_newtable(L);
	lua_pushboolean(L, false);
	lua_setfield(L, -2, "__metatable");
	array_metatable = luaL_ref(L, LUA_REGISTRYINDEX);
	script_box_metatable(L, "sql");
	script_box_metatable(L, "null");
	script_box_metatable(L, "operation");
	script_box(L, DATUM_OPERATION, "operation");
	operation = luaL_ref(L, LUA_REGISTRYINDEX);
}
