/* Lua: the only floor that knows it.

   One lua_State runs all scripts. Each gets an empty table as its environment, whose missing names are looked up among
   the operations, the constructors and what is left of Lua's libraries; so nothing that one script sets is seen by
   another. Every value that reaches an operation is first copied out of Lua (struct datum), and decode.c makes the
   operation of it.

   Bounds. Instructions are counted by a hook. Memory is counted by the allocator: where a script has used much, it
   asks for the hook, which collects garbage and refuses what is left, with the script's line at hand; only a single
   large piece is refused at once. Garbage is collected at no other time while a script runs. A bound once exceeded
   fails every further instruction, so that no pcall goes on after it. */
#include <errno.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <lauxlib.h>
#include <lua.h>
#include <lualib.h>

#include "literal.h"
#include "script.h"
#include "settings.h"

#define MB ((size_t)1024 * 1024)

#define TICK 1000000 /* instructions between two calls of the hook */
#define TICKS 100
#define BYTES (256 * MB)
#define BYTES_BETWEEN (64 * MB)  /* collections of garbage */
#define BYTES_IN_ALL (4096 * MB) /* allocated, freed or not: it bounds the time of copying, too */
#define BYTES_AT_ONCE (32 * MB)  /* more than the stack ever has, which can then be read */
#define GARBAGE (8 * MB)         /* left lying between scripts */
#define DEPTH 100                /* of tables in tables */
#define MAX_ERRORS 100           /* of one script */
#define MAX_LENGTH 10000000      /* of what table's functions go through without an instruction */

/* a source that was loaded */
struct file {
	const char *path;
	const char *source;
	size_t n;
	struct list literals;
	bool lexed;
	int chunk; /* of a module: its function, in Lua's registry */
};

/* an operation or a constructor, as a function of scripts */
struct function {
	const struct shape *shape;
	const struct op_class *class; /* NULL: a constructor */
};

/* a value of scripts that Lua has not: sql, null, an item */
struct box {
	enum datum_type type;
	const char *text;
	size_t n;
	struct item *item;
};

static lua_State *state;

/* references in Lua's registry */
static int globals, libraries, array_metatable, environment_metatable;

static struct strs known_names, operation_names;

/* memory of the state */
static size_t used;       /* bytes */
static size_t at_rest;    /* of those, after the last collection between scripts */
static size_t in_all;     /* allocated by this script */
static size_t collect_at; /* used, when the hook is asked for */

/* the script that runs */
static struct run {
	const char *path;
	const char *root;      /* the folder of lib/ */
	struct list files;     /* struct file: the script, then its modules */
	int environment;       /* reference */
	int loaded;            /* reference: what its modules returned, by name */
	struct config *config; /* where the script is config.lua */
	bool config_wrong;
	struct revision *revision;
	bool revision_wrong;
	struct list *ops; /* of upgrade() or downgrade() while it runs */

	int ticks;
	bool asked;           /* the allocator wants the hook */
	const char *exceeded; /* what bound */
	struct loc exceeded_at;
	struct loc refused_at; /* where a large piece of memory was refused */
	size_t spent;          /* bytes of data copied out of Lua */
	size_t errors;         /* before it */

	struct loc failed_at; /* an error of Lua, as on_error found it */
	const char *failed;
} run = {.environment = LUA_NOREF, .loaded = LUA_NOREF};

/* ---- where a script is ---- */

static struct file *
file_of(const char *chunk)
{
	struct file *f;
	size_t i;

	if (*chunk != '@')
		return NULL;
	for (i = 0; i < run.files.n; i++) {
		f = run.files.v[i];
		if (strcmp(f->path, chunk + 1) == 0)
			return f;
	}
	return NULL;
}

/* the line of a script at a level of the stack; file NULL where another function stands there */
static struct loc
level(lua_State *L, lua_Debug *ar, struct file **file)
{
	lua_getinfo(L, "Sl", ar);
	*file = ar->currentline > 0 ? file_of(ar->source) : NULL;
	return *file ? (struct loc){(*file)->path, ar->currentline} : (struct loc){0};
}

/* the line that runs: the innermost of a script or of one of its modules */
static struct loc
here(lua_State *L)
{
	lua_Debug ar;
	struct file *f;
	struct loc at;
	int i;

	for (i = 0; lua_getstack(L, i, &ar); i++) {
		at = level(L, &ar, &f);
		if (f)
			return at;
	}
	return (struct loc){run.path, 0};
}

/* ---- bounds ---- */

static void hook(lua_State *L, lua_Debug *ar);

/* the bound's error; from now on every instruction fails */
static _Noreturn void
exceed(lua_State *L, const char *what)
{
	if (!run.exceeded) {
		run.exceeded = what;
		run.exceeded_at = here(L);
	}
	lua_sethook(L, hook, LUA_MASKCOUNT, 1);
	lua_pushstring(L, run.exceeded);
	lua_error(L);
	abort();
}

/* the allocator has asked: BYTES_BETWEEN were allocated since garbage was collected */
static void
collect(lua_State *L)
{
	run.asked = false;
	lua_gc(L, LUA_GCCOLLECT);
	if (used > at_rest + BYTES - BYTES_BETWEEN)
		exceed(L, "the script needs more than 256 MB of memory");
	if (in_all > BYTES_IN_ALL)
		exceed(L,
		       "the script has allocated more than 4 GB of memory in all; does a loop not end?");
	collect_at = used + BYTES_BETWEEN;
	lua_sethook(L, hook, LUA_MASKCOUNT, TICK);
}

static void
hook(lua_State *L, lua_Debug *ar)
{
	(void)ar;
	if (run.exceeded)
		exceed(L, run.exceeded);
	if (run.asked)
		collect(L);
	else if (++run.ticks >= TICKS)
		exceed(L, "the script has run 100 million instructions; does a loop not end?");
}

static void *
allocate(void *data, void *old, size_t had, size_t want)
{
	void *new;

	(void)data;
	had = old ? had : 0;
	if (!want) {
		free(old);
		used -= had;
		return NULL;
	}
	if (want > had && state && used + want > at_rest + BYTES && want >= BYTES_AT_ONCE) {
		run.refused_at = here(state);
		return NULL;
	}
	/* no instruction has run since the hook was asked for: a function of C has gone astray */
	if (want > had && state && used + want > at_rest + 2 * BYTES)
		return NULL;
	new = realloc(old, want);
	if (!new)
		return want > had ? NULL : old;
	used += want - had;
	in_all += want > had ? want : 0;
	if (used > collect_at && state && !run.asked && !run.exceeded) {
		run.asked = true;
		lua_sethook(state, hook, LUA_MASKCOUNT, 1);
	}
	return new;
}

/* room for data outside of Lua is bounded, too */
static void
spend(lua_State *L, size_t bytes)
{
	run.spent += bytes;
	if (run.spent > BYTES)
		exceed(L, "the script hands over more than 256 MB of data");
	if (errors() - run.errors >= MAX_ERRORS)
		exceed(L, "too many errors");
}

/* ---- data out of Lua ---- */

/* the tables that hold the one being copied */
struct outer {
	const struct outer *outer;
	const void *table;
	int depth;
};

static struct datum datum(lua_State *L, int at, const struct outer *outer);

/* texts of keys are few and used again and again */
static const char *
key_text(const char *key)
{
	static struct map texts;
	char *text = map_get(&texts, key);

	if (!text) {
		text = str(key);
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
	spend(L, n * sizeof *named);
	named = alloc(n * sizeof *named);
	n = 0;
	for (lua_pushnil(L); lua_next(L, at); lua_pop(L, 1)) {
		if (is_place(L, -2, (lua_Integer)r->n))
			continue;
		named[n].key = key_text(lua_tostring(L, -2));
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
	spend(L, r->n * sizeof *list);
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
	const struct outer *o;
	struct datum d = {is_array(L, at) ? DATUM_ARRAY : DATUM_TABLE};
	struct record *r = alloc(sizeof *r);
	const char *why;

	for (o = outer; o; o = o->outer)
		if (o->table == self.table)
			return unreadable("holds itself");
	if (self.depth > DEPTH)
		return unreadable("is nested too deep");
	luaL_checkstack(L, 8, "tables in tables");
	spend(L, sizeof *r);
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

	spend(L, d.n);
	d.text = strn(text, d.n);
	return d;
}

static struct datum
box_datum(const struct box *b)
{
	struct datum d = {b->type};

	if (b->type == DATUM_ITEM) {
		d.item = b->item;
	} else if (b->type == DATUM_SQL) {
		d.text = b->text;
		d.n = b->n;
	}
	return d;
}

/* a copy of the value at an index (from 1) of the stack; outer NULL for an argument */
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

/* ---- calls of a script ---- */

static struct list *
literals_of(struct file *f)
{
	if (!f->lexed)
		f->literals = literals(f->source, f->n);
	f->lexed = true;
	return &f->literals;
}

/* A text may be written where it is handed over, or further out: in the script that calls a module's function. */
static void
locate(struct source *s)
{
	const struct literal *l;
	struct file *f;
	struct loc at;
	lua_Debug ar;
	int i;

	for (i = 0; lua_getstack(state, i, &ar); i++) {
		at = level(state, &ar, &f);
		l = f ? literal_nearest(literals_of(f), s->text, at.line) : NULL;
		if (l) {
			s->at = (struct loc){f->path, l->line};
			s->verbatim = l->verbatim;
			return;
		}
	}
}

static struct invocation
invocation(lua_State *L, const char *name)
{
	struct invocation call = {.name = name, .at = here(L), .n = (size_t)lua_gettop(L)};
	struct datum *args = alloc(call.n * sizeof *args);
	size_t i;

	spend(L, call.n * sizeof *args);
	for (i = 0; i < call.n; i++)
		args[i] = datum(L, (int)i + 1, NULL);
	call.args = args;
	call.locate = locate;
	return call;
}

/* revision, operations: what is right in one place of a script only */
static bool
is_place_of(lua_State *L, const char *name, bool inside)
{
	if (run.config)
		error_at(here(L), "%s: has no place in config.lua", name);
	else if (inside && !run.ops)
		error_at(here(L), "%s: operations stand inside of upgrade() or downgrade()", name);
	else if (!inside && run.ops)
		error_at(here(L), "%s: stands outside of upgrade() and downgrade()", name);
	else
		return true;
	return false;
}

static int
call_operation(lua_State *L)
{
	const struct function *f = lua_touserdata(L, lua_upvalueindex(1));
	struct invocation call;
	struct op *op;

	spend(L, f->shape->size);
	if (!is_place_of(L, f->shape->name, true))
		return 0;
	call = invocation(L, f->shape->name);
	op = alloc(f->shape->size);
	op->at = call.at;
	op->class = f->class;
	if (decode_call(f->shape, &call, op))
		list_add(run.ops, op);
	return 0;
}

/* a new box on the stack */
static struct box *
new_box(lua_State *L, enum datum_type type, const char *metatable)
{
	struct box *b = lua_newuserdatauv(L, sizeof *b, 0);

	*b = (struct box){type};
	luaL_setmetatable(L, metatable);
	return b;
}

static int
call_constructor(lua_State *L)
{
	const struct function *f = lua_touserdata(L, lua_upvalueindex(1));
	struct item *item = alloc(sizeof *item);
	struct invocation call;

	spend(L, f->shape->size + sizeof *item);
	call = invocation(L, f->shape->name);
	item->shape = f->shape;
	item->value = alloc(f->shape->size);
	*(struct loc *)item->value = call.at;
	item->wrong = !decode_call(f->shape, &call, item->value);
	new_box(L, DATUM_ITEM, f->shape->name)->item = item;
	return 1;
}

static int
call_revision(lua_State *L)
{
	struct invocation call;
	struct revision *r;

	spend(L, sizeof *r);
	if (!is_place_of(L, "revision", false))
		return 0;
	call = invocation(L, "revision");
	if (run.revision) {
		error_at(call.at, "revision: called twice, first on line %d",
		         run.revision->at.line);
		return 0;
	}
	r = alloc(sizeof *r);
	r->at = call.at;
	r->file = run.path;
	run.revision = r;
	run.revision_wrong = !decode_call(&revision_shape, &call, r);
	return 0;
}

/* sql "…" */
static int
call_sql(lua_State *L)
{
	struct datum d;
	struct box *b;

	luaL_argcheck(L, lua_type(L, 1) == LUA_TSTRING, 1, "an SQL text expected");
	luaL_argcheck(L, lua_gettop(L) == 1, 2, "sql takes one text");
	d = string_datum(L, 1);
	b = new_box(L, DATUM_SQL, "sql");
	b->text = d.text;
	b->n = d.n;
	return 1;
}

/* array {…}: the table itself, marked */
static int
call_array(lua_State *L)
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

/* ---- what scripts get of Lua ---- */

/* names that exist in Lua and not here */
static const char *const withheld[] = {
	"print",    "io",     "os",         "debug",          "package",   "load",
	"loadfile", "dofile", "loadstring", "collectgarbage", "coroutine", "utf8",
	"newproxy", "warn",   "arg",        "unpack",         "setfenv",   "getfenv",
	"module",   "bit32",  NULL,
};

static bool
is_among(const char *const *list, const char *name)
{
	for (; *list; list++)
		if (strcmp(*list, name) == 0)
			return true;
	return false;
}

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

/* pushes the text of the value at an index, which never shows an address */
static void
push_text(lua_State *L, int at)
{
	const struct box *b;

	if (luaL_callmeta(L, at, "__tostring")) {
		if (lua_type(L, -1) != LUA_TSTRING)
			luaL_error(L, "'__tostring' must return a string");
	} else if (lua_type(L, at) == LUA_TUSERDATA) {
		b = lua_touserdata(L, at);
		lua_pushstring(L, b->type == DATUM_ITEM  ? b->item->shape->name
		                  : b->type == DATUM_SQL ? b->text
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
	push_text(L, 1);
	return 1;
}

/* string.format, whose upvalue is Lua's own: %s takes the texts of push_text, %p is refused */
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
			return luaL_error(L,
			                  "%%p is not available: addresses differ from run to run");
		if (*f == 's' && arg <= n && !lua_isstring(L, arg)) {
			push_text(L, arg);
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
			return luaL_error(
				L,
				"a metatable with '%s' is not available: scripts do not see when memory is freed",
				refused[i]);
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

static int
refuse(lua_State *L)
{
	return luaL_error(L, "'%s' is not available: scripts are hermetic",
	                  lua_tostring(L, lua_upvalueindex(1)));
}

/* after a protected call: no bound's error stays in it */
static void
pass_bounds_on(lua_State *L, int status)
{
	if (run.exceeded)
		exceed(L, run.exceeded);
	if (status == LUA_ERRMEM) {
		run.exceeded = "the script needs more than 256 MB of memory";
		run.exceeded_at = run.refused_at.file ? run.refused_at : here(L);
		exceed(L, run.exceeded);
	}
}

static int
protected_call(lua_State *L)
{
	int status;

	luaL_checkany(L, 1);
	status = lua_pcall(L, lua_gettop(L) - 1, LUA_MULTRET, 0);
	pass_bounds_on(L, status);
	lua_pushboolean(L, status == LUA_OK);
	lua_insert(L, 1);
	return lua_gettop(L);
}

/* a script's handler of errors (its upvalue) is not asked about bounds */
static int
handler(lua_State *L)
{
	if (run.exceeded)
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
	pass_bounds_on(L, status);
	lua_pushboolean(L, status == LUA_OK);
	lua_replace(L, 1);
	return lua_gettop(L);
}

/* ---- loading ---- */

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
	const struct list *all = literals_of(f);
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

/* The length of a chunk's name at the begin of a message: Lua cuts long ones. */
static size_t
short_length(const char *path)
{
	size_t n = strlen(path);

	return n < LUA_IDSIZE ? n : LUA_IDSIZE - 1;
}

/* steps over "name:line: " where a message begins with it; the line goes to *line, which is left alone otherwise */
static const char *
after_position(const char *message, size_t name, int *line)
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
	if (n && source[0] == LUA_SIGNATURE[0])
		return "compiled Lua is not read, only its source";
	if (memchr(source, '\0', n))
		return "a NUL byte in the source";
	return NULL;
}

/* NULL with errno */
static struct file *
open_source(const char *path)
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

/* compiles a file, which is added to the run's; its function is pushed. false after an error */
static bool
compile(lua_State *L, struct file *f)
{
	const char *why, *name = strf("@%s", f->path);
	int line = 0;

	why = source_wrong(f->source, f->n);
	if (why) {
		line = (int)line_of(f->source, strlen(f->source));
		error_at((struct loc){f->path, line}, "%s", why);
		return false;
	}
	list_add(&run.files, f);
	if (luaL_loadbufferx(L, f->source, f->n, name, "t") == LUA_OK)
		return true;
	why = after_position(lua_tostring(L, -1), short_length(f->path), &line);
	error_at((struct loc){f->path, line}, "%s%s", why, bracket_hint(f, line));
	lua_pop(L, 1);
	return false;
}

/* gives the function on top of the stack the script's environment */
static void
enter(lua_State *L)
{
	lua_rawgeti(L, LUA_REGISTRYINDEX, run.environment);
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
	char *path = strf("%s/%s.lua", run.root, name), *c;

	for (c = path + strlen(run.root); c < path + strlen(path) - 4; c++)
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
		list_add(&run.files, f);
		lua_rawgeti(L, LUA_REGISTRYINDEX, f->chunk);
		return;
	}
	f = open_source(path);
	if (!f)
		luaL_error(L, "require: module '%s' cannot be read from %s: %s", name, path,
		           strerror(errno));
	if (!compile(L, f))
		luaL_error(L, "require: module '%s' cannot be loaded", name);
	lua_pushvalue(L, -1);
	f->chunk = luaL_ref(L, LUA_REGISTRYINDEX);
	map_put(&compiled, path, f);
}

static int
require(lua_State *L)
{
	const char *name = luaL_checkstring(L, 1), *why = module_wrong(name);

	lua_settop(L, 1);
	if (why)
		return luaL_error(L, "require '%s': %s", name, why);
	lua_rawgeti(L, LUA_REGISTRYINDEX, run.loaded);
	lua_pushvalue(L, 1);
	lua_rawget(L, 2);
	if (lua_touserdata(L, 3) == &run)
		return luaL_error(
			L,
			"require '%s': the module is being loaded: modules require each other in a circle",
			name);
	if (!lua_isnil(L, 3))
		return 1;
	lua_pushvalue(L, 1);
	lua_pushlightuserdata(L, &run);
	lua_rawset(L, 2);
	push_module(L, name);
	enter(L);
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

/* ---- the environment of a script ---- */

static int
unknown_name(lua_State *L, const char *name)
{
	struct strs all = strs_copy(&known_names);
	const char *near;

	if (strcmp(name, "next") == 0)
		return luaL_error(L, "'next' is not available: use pairs, which goes in order");
	if (is_among(withheld, name))
		return luaL_error(L, "'%s' is not available: scripts are hermetic", name);
	for (lua_pushnil(L); lua_next(L, 1); lua_pop(L, 1))
		if (lua_type(L, -2) == LUA_TSTRING)
			strs_add(&all, str(lua_tostring(L, -2)));
	near = nearest(name, &all);
	return luaL_error(L, "unknown %s '%s'%s",
	                  near && strs_has(&operation_names, near) ? "operation" : "name", name,
	                  near ? strf("; did you mean '%s'?", near) : "");
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

/* __index of every environment: (environment, name) */
static int
look_up(lua_State *L)
{
	const char *name;

	if (lua_type(L, 2) != LUA_TSTRING)
		return 0;
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
	lua_pushcclosure(L, class ? call_operation : call_constructor, 1);
	set_known(L, globals, shape->name);
	if (class)
		strs_add(&operation_names, shape->name);
}

/* a metatable that scripts do not get at, under its name in the registry; Lua's messages call its values so */
static void
set_metatable_of_boxes(lua_State *L, const char *name)
{
	luaL_newmetatable(L, name);
	lua_pushboolean(L, false);
	lua_setfield(L, -2, "__metatable");
	lua_pop(L, 1);
}

static void
set_operations(lua_State *L)
{
	const struct op_class *const *const *kind;
	const struct op_class *const *class;
	const struct shape *const *shape;

	for (kind = op_kinds; *kind; kind++)
		for (class = *kind; *class; class ++)
			set_function(L, &(*class)->shape, *class);
	for (shape = item_shapes; *shape; shape++) {
		set_metatable_of_boxes(L, (*shape)->name);
		set_function(L, *shape, NULL);
	}
}

static void
set_words(lua_State *L)
{
	static const luaL_Reg words[] = {
		{"revision", call_revision},     {"sql", call_sql},
		{"array", call_array},           {"require", require},
		{"pairs", sorted_pairs},         {"tostring", text_of},
		{"pcall", protected_call},       {"xpcall", handled_call},
		{"setmetatable", set_metatable},
	};
	size_t i;

	for (i = 0; i < LEN(words); i++) {
		lua_pushcfunction(L, words[i].func);
		set_known(L, globals, words[i].name);
	}
	set_metatable_of_boxes(L, "sql");
	set_metatable_of_boxes(L, "null");
	new_box(L, DATUM_NULL, "null");
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

static void
set_metatables(lua_State *L)
{
	lua_newtable(L);
	lua_pushboolean(L, false);
	lua_setfield(L, -2, "__metatable");
	array_metatable = luaL_ref(L, LUA_REGISTRYINDEX);

	lua_newtable(L);
	lua_pushcfunction(L, look_up);
	lua_setfield(L, -2, "__index");
	lua_pushboolean(L, false);
	lua_setfield(L, -2, "__metatable");
	environment_metatable = luaL_ref(L, LUA_REGISTRYINDEX);
}

static int
panic(lua_State *L)
{
	fatal("Lua: %s", lua_isstring(L, -1) ? lua_tostring(L, -1) : "out of memory");
	return 0;
}

/* the one state, made when the first script runs */
static void
start(void)
{
	lua_State *L = lua_newstate(allocate, NULL);

	if (!L)
		fatal("out of memory");
	lua_atpanic(L, panic);
	lua_gc(L, LUA_GCSTOP);
	lua_newtable(L);
	globals = luaL_ref(L, LUA_REGISTRYINDEX);
	lua_newtable(L);
	libraries = luaL_ref(L, LUA_REGISTRYINDEX);
	set_metatables(L);
	set_base(L);
	set_libraries(L);
	set_words(L);
	set_operations(L);
	lua_gc(L, LUA_GCCOLLECT);
	at_rest = used;
	state = L;
}

/* ---- running ---- */

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
	lua_State *L;

	if (!state)
		start();
	L = state;
	lua_settop(L, 0);
	luaL_unref(L, LUA_REGISTRYINDEX, run.environment);
	luaL_unref(L, LUA_REGISTRYINDEX, run.loaded);
	lua_sethook(L, NULL, 0, 0);
	if (used > at_rest + GARBAGE) {
		lua_gc(L, LUA_GCCOLLECT);
		at_rest = used;
	}
	run = (struct run){.path = path, .root = root, .errors = errors()};
	lua_newtable(L);
	lua_rawgeti(L, LUA_REGISTRYINDEX, environment_metatable);
	lua_setmetatable(L, -2);
	run.environment = luaL_ref(L, LUA_REGISTRYINDEX);
	lua_newtable(L);
	run.loaded = luaL_ref(L, LUA_REGISTRYINDEX);
	in_all = 0;
	collect_at = used + BYTES_BETWEEN;
	lua_sethook(L, hook, LUA_MASKCOUNT, TICK);
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
		push_text(L, at);
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

	if (run.exceeded)
		return 1;
	text = error_words(L, 1);
	run.failed_at = here(L);
	run.failed = NULL;
	for (i = 0; !run.failed && lua_getstack(L, i, &ar); i++) {
		at = level(L, &ar, &f);
		if (!f || strncmp(text, ar.short_src, strlen(ar.short_src)) != 0)
			continue;
		line = at.line;
		rest = after_position(text, strlen(ar.short_src), &line);
		if (rest > text) {
			run.failed_at = (struct loc){f->path, line};
			run.failed = str(rest);
		}
	}
	if (!run.failed)
		run.failed = str(text);
	/* an error in a module is of little use without the line that led there */
	for (i = 0; !same(run.failed_at.file, run.path) && lua_getstack(L, i, &ar); i++) {
		at = level(L, &ar, &f);
		if (!same(at.file, run.path))
			continue;
		run.failed = strf("%s (called from %s:%d)", run.failed, at.file, at.line);
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
	run.failed = NULL;
	status = lua_pcall(L, 0, 0, -2);
	if (status == LUA_OK) {
		lua_pop(L, 1);
		return true;
	}
	if (!run.exceeded && status == LUA_ERRMEM) {
		run.exceeded = "the script needs more than 256 MB of memory";
		run.exceeded_at = run.refused_at;
	}
	if (run.exceeded)
		error_at(run.exceeded_at.file ? run.exceeded_at : (struct loc){run.path, 0}, "%s",
		         run.exceeded);
	else if (run.failed)
		error_at(run.failed_at, "%s", run.failed);
	else
		error_at((struct loc){run.path, 0}, "%s",
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

	lua_rawgeti(L, LUA_REGISTRYINDEX, run.environment);
	lua_pushstring(L, name);
	lua_rawget(L, -2);
	if (lua_isfunction(L, -1)) {
		lua_pushvalue(L, -1);
		lua_getinfo(L, ">S", &ar);
		f = file_of(ar.source);
		*at = f ? (struct loc){f->path, ar.linedefined} : run.revision->at;
		return true;
	}
	if (required && lua_isnil(L, -1))
		error_at((struct loc){run.path, 0},
		         "no function %s: a revision needs `function %s() … end`, without local",
		         name, name);
	else if (!lua_isnil(L, -1))
		error_at((struct loc){run.path, 0}, "%s must be a function, not a %s", name,
		         luaL_typename(L, -1));
	return false;
}

/* runs upgrade() or downgrade() into a list */
static void
run_direction(lua_State *L, struct list *ops)
{
	run.ops = ops;
	protect(L);
	run.ops = NULL;
	lua_settop(L, 0);
}

/* compiles the script; its function, with the environment of its own, is pushed. false after an error */
static bool
load_script(lua_State *L)
{
	struct file *f = open_source(run.path);

	if (!f) {
		error_at((struct loc){run.path, 0}, "cannot be read: %s", strerror(errno));
		return false;
	}
	if (!compile(L, f))
		return false;
	enter(L);
	return true;
}

struct revision *
script_run(const char *path)
{
	lua_State *L = begin(str(path), folder_of(folder_of(path)));
	struct revision *r;
	struct loc at;

	if (!load_script(L) || !protect(L))
		return NULL;
	r = run.revision;
	if (!r) {
		error_at((struct loc){run.path, 0},
		         "no revision: a script begins with revision { id = …, message = … }");
		return NULL;
	}
	if (push_own_function(L, "upgrade", true, &at))
		run_direction(L, &r->up);
	lua_settop(L, 0);
	if (!run.exceeded && push_own_function(L, "downgrade", false, &at)) {
		r->has_downgrade = true;
		r->downgrade_at = at;
		run_direction(L, &r->down);
	}
	return run.revision_wrong ? NULL : r;
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
	struct loc at = {run.path, line_of_return(run.files.v[0])};
	struct datum returned;

	lua_pushvalue(L, lua_upvalueindex(1));
	lua_call(L, 0, 1);
	returned = datum(L, 1, NULL);
	if (returned.type == DATUM_TABLE)
		run.config_wrong = !config_decode(&returned, at, run.config);
	else
		error_at(at, "must return a table: return { … }");
	run.config_wrong |= returned.type != DATUM_TABLE;
	return 0;
}

struct config *
script_config(const char *path, const char *project)
{
	struct config *c = alloc(sizeof *c);
	lua_State *L;

	config_defaults(c, project);
	if (access(path, F_OK) < 0 && errno == ENOENT)
		return c;
	L = begin(str(path), folder_of(path));
	run.config = c;
	if (!load_script(L))
		return NULL;
	lua_pushcclosure(L, call_config, 1);
	return protect(L) && !run.config_wrong ? c : NULL;
}
