/* What the parts of the floor that knows Lua share: only script.c and script_*.c include this, and lua.h. */
#ifndef SCRIPT_LUA_H
#define SCRIPT_LUA_H

#include <lauxlib.h>
#include <lua.h>

#include "decode.h"
#include "revision.h"

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

/* where upgrade() or downgrade() makes sql or an item */
struct maker {
	const char *name; /* of the function */
	struct loc at;
	bool used; /* by an operation, another item or as a text */
};

/* a value of scripts that Lua has not: sql, null, an item, an operation */
struct box {
	enum datum_type type;
	const char *text;
	size_t n;
	struct item *item;
	struct declaration *declaration;
	struct maker *maker; /* or NULL */
};

/* the script that runs */
extern struct script {
	const char *path;
	const char *root;      /* the folder of lib/ */
	struct list files;     /* struct file: the script, then its modules */
	struct strs reads;     /* what is read while it runs */
	int environment;       /* reference */
	int loaded;            /* reference: what its modules returned, by name */
	struct config *config; /* where the script is config.lua */
	bool config_wrong;
	struct revision *revision;
	bool revision_wrong;
	struct list *ops; /* of upgrade() or downgrade() while it runs */
	bool model;
	struct list declarations; /* struct declaration, of a model */
	struct list makers;       /* struct maker, of the same */

	int ticks;
	bool asked;           /* the allocator wants the hook */
	const char *exceeded; /* what bound */
	enum error exceeded_code;
	struct loc exceeded_at;
	struct loc refused_at; /* where a large piece of memory was refused */
	size_t spent;          /* bytes of data copied out of Lua */
	size_t errors;         /* before it */

	struct loc failed_at; /* an error of Lua, as on_error found it */
	const char *failed;
	enum error failed_code;
	const char *refused; /* the words of the last use of what a script has not */
	enum error refused_code;
} script;

/* script_bounds.c */

/* the one state, made when it is first asked for */
lua_State *script_state(void);
/* bounds as yet unused, for a script that is about to run */
void script_bound(lua_State *L);
/* a bound's error; from now on every instruction fails */
_Noreturn void script_exceed(lua_State *L, enum error code, const char *what);
/* an error of Lua that has a code of its own; returns what a C function returns */
int script_refuse(lua_State *L, enum error code, const char *text);
/* room for data outside of Lua is bounded, too */
void script_spend(lua_State *L, size_t bytes);
/* starts (again) or stops the time that a pattern has; returns whether it ran */
bool script_time(bool on);
/* after a protected call: no bound's error stays in it, and no pattern is being matched */
void script_pass_on(lua_State *L, int status);

/* script_load.c */

/* its address is an error of Lua that was reported already */
extern char script_reported;

struct file *script_file(const char *chunk);
struct list *script_literals(struct file *f);
/* the line of a script at a level of the stack; file NULL where another function stands there */
struct loc script_level(lua_State *L, lua_Debug *ar, struct file **file);
/* the line that runs: the innermost of a script or of one of its modules */
struct loc script_here(lua_State *L);
/* NULL with errno */
struct file *script_open(const char *path);
/* compiles a file, which is added to the script's; its function is pushed. false after an error */
bool script_compile(lua_State *L, struct file *f);
/* gives the function on top of the stack the script's environment */
void script_enter(lua_State *L);
/* steps over "name:line: " where a message begins with it; the line goes to *line, which is left alone otherwise */
const char *script_after_position(const char *message, size_t name, int *line);
int script_require(lua_State *L);

/* script_value.c */

/* makes the metatables of values that Lua has not */
void script_set_values(lua_State *L);
/* a metatable that scripts do not get at, under its name in the registry; Lua's messages call its values so */
void script_box_metatable(lua_State *L, const char *name);
/* a new box on the stack */
struct box *script_box(lua_State *L, enum datum_type type, const char *metatable);
/* says that a value was made by a function at that place */
void script_made(struct box *b, const char *name, struct loc at);
/* the value was of use */
void script_use(const struct box *b);
/* warns of what upgrade() or downgrade() made for nothing */
void script_warn_unused(void);
/* pushes what operations return */
void script_push_operation(lua_State *L);
/* a copy of the value at an index (from 1) of the stack */
struct datum script_datum(lua_State *L, int at);
/* sql "…" */
int script_sql(lua_State *L);
/* var "name" */
int script_variable(lua_State *L);
/* array {…}: the table itself, marked */
int script_array(lua_State *L);

/* script_call.c */

struct invocation script_invocation(lua_State *L, const char *name);
int script_operation(lua_State *L);
int script_constructor(lua_State *L);
int script_revision(lua_State *L);

/* script_model.c */

/* what a call of table, enum, … returns: the table that follows completes it */
void script_set_declarations(lua_State *L);
/* pushes the function of that name; false where there is none. of_library: it is called as the library of that name is, with that first */
bool script_push_declaration(lua_State *L, const char *name, bool of_library);
const struct strs *script_declaration_names(void);
/* all that was declared becomes operations; what could not be read is marked */
void script_declared(struct list *ops);

/* script_environment.c */

/* makes what all environments share */
void script_set_names(lua_State *L);
/* an empty environment, as a reference */
int script_new_environment(lua_State *L);
/* pushes the text of the value at an index, which never shows an address */
void script_text(lua_State *L, int at);

#endif
