/* What bounds a script.

   Instructions are counted by a hook. Memory is counted by the allocator: where a script has used much, it asks for the
   hook, which collects garbage and refuses what is left, with the script's line at hand; only a single large piece is
   refused at once. Garbage is collected at no other time while a script runs. A bound once exceeded fails every further
   instruction, so that no pcall goes on after it. Patterns are matched in C, and only time bounds them. */
#include <signal.h>
#include <stdlib.h>
#include <sys/time.h>

#include "script_lua.h"

#define MB ((size_t)1024 * 1024)

#define TICK 1000000 /* instructions between two calls of the hook */
#define TICKS 100
#define BYTES (256 * MB)
#define BYTES_BETWEEN (64 * MB)  /* collections of garbage */
#define BYTES_IN_ALL (4096 * MB) /* allocated, freed or not: it bounds the time of copying, too */
#define BYTES_AT_ONCE (32 * MB)  /* more than the stack ever has, which can then be read */
#define GARBAGE (8 * MB)         /* left lying between scripts */
#define MAX_ERRORS 100           /* of one script */
#define PATTERN_SECONDS 3

struct script script = {.environment = LUA_NOREF, .loaded = LUA_NOREF};

static lua_State *state;

/* memory of the state */
static size_t used;       /* bytes */
static size_t at_rest;    /* of those, after the last collection between scripts */
static size_t in_all;     /* allocated by this script */
static size_t collect_at; /* used, when the hook is asked for */

static void hook(lua_State *L, lua_Debug *ar);

_Noreturn void
script_exceed(lua_State *L, enum error code, const char *what)
{
	if (!script.exceeded) {
		script.exceeded = what;
		script.exceeded_code = code;
		script.exceeded_at = script_here(L);
	}
	lua_sethook(L, hook, LUA_MASKCOUNT, 1);
	lua_pushstring(L, script.exceeded);
	lua_error(L);
	abort();
}

int
script_refuse(lua_State *L, enum error code, const char *text)
{
	script.refused = text;
	script.refused_code = code;
	return luaL_error(L, "%s", text);
}

/* the allocator has asked: BYTES_BETWEEN were allocated since garbage was collected */
static void
collect(lua_State *L)
{
	script.asked = false;
	lua_gc(L, LUA_GCCOLLECT);
	if (used > at_rest + BYTES - BYTES_BETWEEN)
		script_exceed(L, E_TOO_LARGE, "the script needs more than 256 MB of memory");
	if (in_all > BYTES_IN_ALL)
		script_exceed(
			L, E_TOO_LARGE,
			"the script has allocated more than 4 GB of memory in all; does a loop not end?");
	collect_at = used + BYTES_BETWEEN;
	lua_sethook(L, hook, LUA_MASKCOUNT, TICK);
}

static void
hook(lua_State *L, lua_Debug *ar)
{
	(void)ar;
	if (script.exceeded)
		script_exceed(L, script.exceeded_code, script.exceeded);
	if (script.asked)
		collect(L);
	else if (++script.ticks >= TICKS)
		script_exceed(L, E_TOO_LONG,
		              "the script has run 100 million instructions; does a loop not end?");
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
		script.refused_at = script_here(state);
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
	if (used > collect_at && state && !script.asked && !script.exceeded) {
		script.asked = true;
		lua_sethook(state, hook, LUA_MASKCOUNT, 1);
	}
	return new;
}

void
script_spend(lua_State *L, size_t bytes)
{
	script.spent += bytes;
	if (script.spent > BYTES)
		script_exceed(L, E_TOO_LARGE, "the script hands over more than 256 MB of data");
	if (errors() - script.errors >= MAX_ERRORS)
		script_exceed(L, E_TOO_LONG, "too many errors");
}

/* a pattern that can match in ever so many ways: no instruction of Lua runs meanwhile */
static void
give_up(int signal)
{
	(void)signal;
	fatal_at(
		script_here(state), E_TOO_LONG,
		"the pattern takes too long: there are too many ways to match it; use fewer of * + - in it");
}

bool
script_time(bool on)
{
	static bool is_on;
	const struct itimerval t = {.it_value.tv_sec = on ? PATTERN_SECONDS : 0};
	bool former = is_on;

	if (on)
		signal(SIGVTALRM, give_up);
	if (on || former)
		setitimer(ITIMER_VIRTUAL, &t, NULL);
	is_on = on;
	return former;
}

void
script_pass_on(lua_State *L, int status)
{
	script_time(false);
	if (script.exceeded)
		script_exceed(L, script.exceeded_code, script.exceeded);
	if (status == LUA_ERRMEM) {
		script.exceeded = "the script needs more than 256 MB of memory";
		script.exceeded_code = E_TOO_LARGE;
		script.exceeded_at = script.refused_at.file ? script.refused_at : script_here(L);
		script_exceed(L, script.exceeded_code, script.exceeded);
	}
}

static int
panic(lua_State *L)
{
	fatal("Lua: %s", lua_isstring(L, -1) ? lua_tostring(L, -1) : "out of memory");
	return 0;
}

lua_State *
script_state(void)
{
	lua_State *L;

	if (state)
		return state;
	L = lua_newstate(allocate, NULL);
	if (!L)
		fatal("out of memory");
	lua_atpanic(L, panic);
	lua_gc(L, LUA_GCSTOP);
	script_set_values(L);
	script_set_names(L);
	lua_gc(L, LUA_GCCOLLECT);
	at_rest = used;
	state = L;
	return state;
}

void
script_bound(lua_State *L)
{
	lua_sethook(L, NULL, 0, 0);
	if (used > at_rest + GARBAGE) {
		lua_gc(L, LUA_GCCOLLECT);
		at_rest = used;
	}
	in_all = 0;
	collect_at = used + BYTES_BETWEEN;
	lua_sethook(L, hook, LUA_MASKCOUNT, TICK);
}
