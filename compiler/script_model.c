/* Declarations: what the functions of models do. table "users" { … } is two calls, of which the first returns what the second
   completes; schema "billing" is one. All that is declared becomes operations, as if it were made there and then. */
#include <string.h>

#include "decode_scope.h"
#include "script_lua.h"

struct declaration {
	const struct function *function;
	struct invocation call;
	bool read;
	struct op *op; /* NULL after errors */
};

static const char metatable[] = "declaration";

/* takes what a list and options in one table say as two arguments, where the operation has them so */
static void
divide(struct declaration *d)
{
	const struct datum *last = &d->call.args[d->call.n - 1];
	struct record list, options;
	struct datum *args;

	if (d->function->shape->call != CALL_ARGUMENTS || last->type != DATUM_TABLE ||
	    !last->record->n || !last->record->n_named)
		return;
	list = (struct record){.list = last->record->list, .n = last->record->n};
	options = (struct record){.named = last->record->named, .n_named = last->record->n_named};
	args = alloc((d->call.n + 1) * sizeof *args);
	memcpy(args, d->call.args, d->call.n * sizeof *args);
	args[d->call.n - 1].record = copy(&list, sizeof list);
	args[d->call.n].type = DATUM_TABLE;
	args[d->call.n].record = copy(&options, sizeof options);
	d->call.args = args;
	d->call.n++;
}

static void
read(struct declaration *d)
{
	struct op *op = alloc(d->function->shape->size);
	struct strs texts;

	op->at = d->call.at;
	op->class = d->function->class;
	op->called = d->call.name;
	if (d->call.n)
		divide(d);
	d->read = true;
	d->op = op;
	if (decode_call(d->function->shape, &d->call, op))
		return;
	texts = decode_texts(&d->call);
	op->unread = copy(&texts, sizeof texts);
}

/* what it is made of stands in a second call */
static bool
is_half(const struct declaration *d)
{
	const struct field *f;

	for (f = d->function->shape->fields; f->key; f++)
		if (f->position == 2 && decode_is_list(f->type))
			return d->call.n < 2;
	return false;
}

/* of SQL the place is found while it is being called */
static bool
is_whole(const struct declaration *d)
{
	return d->call.n > 1 || d->function->shape->fields->type == FIELD_STATEMENT;
}

static int
declare(lua_State *L)
{
	const struct function *f = lua_touserdata(L, lua_upvalueindex(1));
	struct declaration *d = alloc(sizeof *d);

	if (lua_toboolean(L, lua_upvalueindex(2))) /* the library table was called */
		lua_remove(L, 1);
	script_spend(L, sizeof *d + f->shape->size);
	d->function = f;
	d->call = script_invocation(L, f->class->declares);
	list_add(&script.declarations, d);
	if (is_whole(d))
		read(d);
	script_box(L, DATUM_OPERATION, metatable)->declaration = d;
	return 1;
}

/* the second call: (declaration, table) */
static int
complete(lua_State *L)
{
	struct declaration *d = ((struct box *)luaL_checkudata(L, 1, metatable))->declaration;
	struct invocation more;
	struct datum *args;

	lua_remove(L, 1);
	more = script_invocation(L, d->call.name);
	if (d->read)
		return script_refuse(L, E_PLACE,
		                     strf("%s: is complete, and takes no more", d->call.name));
	args = alloc((d->call.n + more.n) * sizeof *args);
	memcpy(args, d->call.args, d->call.n * sizeof *args);
	memcpy(args + d->call.n, more.args, more.n * sizeof *args);
	d->call.args = args;
	d->call.n += more.n;
	read(d);
	script_box(L, DATUM_OPERATION, metatable)->declaration = d;
	return 1;
}

static int declarations; /* reference: struct function by name */
static struct strs names;

static void
set(lua_State *L, const struct op_class *class)
{
	struct function *f = alloc(sizeof *f);

	*f = (struct function){&class->shape, class};
	lua_pushlightuserdata(L, f);
	lua_setfield(L, -2, class->declares);
	strs_add(&names, class->declares);
}

void
script_set_declarations(lua_State *L)
{
	size_t i, j;

	luaL_newmetatable(L, metatable);
	lua_pushboolean(L, false);
	lua_setfield(L, -2, "__metatable");
	lua_pushcfunction(L, complete);
	lua_setfield(L, -2, "__call");
	lua_pop(L, 1);
	lua_newtable(L);
	for (i = 0; op_kinds[i]; i++)
		for (j = 0; op_kinds[i][j]; j++)
			if (op_kinds[i][j]->declares)
				set(L, op_kinds[i][j]);
	declarations = luaL_ref(L, LUA_REGISTRYINDEX);
}

bool
script_push_declaration(lua_State *L, const char *name, bool of_library)
{
	void *f;

	lua_rawgeti(L, LUA_REGISTRYINDEX, declarations);
	lua_getfield(L, -1, name);
	f = lua_touserdata(L, -1);
	lua_pop(L, 2);
	if (!f)
		return false;
	lua_pushlightuserdata(L, f);
	lua_pushboolean(L, of_library);
	lua_pushcclosure(L, declare, 2);
	return true;
}

const struct strs *
script_declaration_names(void)
{
	return &names;
}

void
script_declared(struct list *ops)
{
	struct declaration *d;
	size_t i;

	for (i = 0; i < script.declarations.n; i++) {
		d = script.declarations.v[i];
		if (!d->read)
			read(d);
		if (!d->op->unread && is_half(d))
			error_at(
				d->call.at, E_MISSING,
				"%s: only its name is said; { … } with what it is made of comes behind it",
				d->call.name);
		if (d->op->unread || !d->op->class->declared)
			list_add(ops, d->op);
		else
			d->op->class->declared(d->op, ops);
	}
}
