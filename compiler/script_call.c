/* What the functions of scripts do: operations, constructors, revision. decode.c makes structs of their arguments. */
#include <string.h>

#include "literal.h"
#include "script_lua.h"
#include "settings.h"

static int
column_of(const struct file *f, size_t offset)
{
	size_t i = offset;

	while (i && !strchr("\r\n", f->source[i - 1]))
		i--;
	return (int)(offset - i) + 1;
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

	for (i = 0; lua_getstack(script_state(), i, &ar); i++) {
		at = script_level(script_state(), &ar, &f);
		l = f ? literal_nearest(script_literals(f), s->text, at.line) : NULL;
		if (l) {
			s->at = (struct loc){f->path, l->line, column_of(f, l->start)};
			s->verbatim = l->verbatim;
			return;
		}
	}
}

struct invocation
script_invocation(lua_State *L, const char *name)
{
	struct invocation call = {.name = name,
	                          .at = script_here(L),
	                          .n = (size_t)lua_gettop(L),
	                          .model = script.model};
	struct datum *args = alloc(call.n * sizeof *args);
	size_t i;

	script_spend(L, call.n * sizeof *args);
	for (i = 0; i < call.n; i++)
		args[i] = script_datum(L, (int)i + 1);
	call.args = args;
	call.locate = locate;
	return call;
}

/* revision, operations: what is right in one place of a script only. declares: what models have for it, or NULL */
static bool
is_place_of(lua_State *L, const char *name, const char *declares, bool inside)
{
	if (script.config)
		error_at(script_here(L), E_PLACE, "%s: has no place in config.lua", name);
	else if (script.model)
		error_at(
			script_here(L), E_PLACE,
			"%s: has no place in a model, which says what there is, not what is done%s",
			name, declares ? strf("; %s does", declares) : "");
	else if (inside && !script.ops)
		error_at(script_here(L), E_PLACE,
		         "%s: operations stand inside of upgrade() or downgrade()", name);
	else if (!inside && script.ops)
		error_at(script_here(L), E_PLACE, "%s: stands outside of upgrade() and downgrade()",
		         name);
	else
		return true;
	return false;
}

/* false after errors, or where the function was called by a name that is not its own, which was reported */
static bool
decode(lua_State *L, const struct function *f, const struct invocation *call, void *into)
{
	bool misspelt = lua_toboolean(L, lua_upvalueindex(2)), quiet, good;

	quiet = misspelt && diag_quiet(true);
	good = decode_call(f->shape, call, into);
	if (misspelt)
		diag_quiet(quiet);
	return good && !misspelt;
}

int
script_operation(lua_State *L)
{
	const struct function *f = lua_touserdata(L, lua_upvalueindex(1));
	struct invocation call;
	struct strs texts;
	struct op *op;

	script_spend(L, f->shape->size);
	if (!is_place_of(L, f->shape->name, f->class->declares, true))
		return 0;
	call = script_invocation(L, f->shape->name);
	op = alloc(f->shape->size);
	op->at = call.at;
	op->class = f->class;
	if (!decode(L, f, &call, op)) {
		texts = decode_texts(&call);
		op->unread = copy(&texts, sizeof texts);
	}
	list_add(script.ops, op);
	script_push_operation(L);
	return 1;
}

int
script_constructor(lua_State *L)
{
	const struct function *f = lua_touserdata(L, lua_upvalueindex(1));
	struct item *item = alloc(sizeof *item);
	struct invocation call;
	struct box *b;

	script_spend(L, f->shape->size + sizeof *item);
	call = script_invocation(L, f->shape->name);
	item->shape = f->shape;
	item->call = copy(&call, sizeof call);
	item->value = alloc(f->shape->size);
	*(struct loc *)item->value = call.at;
	item->wrong = !decode(L, f, &call, item->value);
	b = script_box(L, DATUM_ITEM, f->shape->name);
	b->item = item;
	script_made(b, f->shape->name, call.at);
	return 1;
}

int
script_revision(lua_State *L)
{
	struct invocation call;
	struct revision *r;

	script_spend(L, sizeof *r);
	if (!is_place_of(L, "revision", NULL, false))
		return 0;
	call = script_invocation(L, "revision");
	if (script.revision) {
		error_at(call.at, E_TWICE, "revision: called twice, first on line %d",
		         script.revision->at.line);
		return 0;
	}
	r = alloc(sizeof *r);
	r->at = call.at;
	r->file = script.path;
	script.revision = r;
	script.revision_wrong = !decode_call(&revision_shape, &call, r);
	if (!r->created)
		r->created = "";
	if (!r->transaction)
		r->transaction = "one";
	return 0;
}
