/* The search path of a revision, and whether it has the bodies of functions checked: what SET, RESET and set_config leave them to
   be. No SET outlives the revision. */
#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "../catalog.h"
#include "kind.h"

void
search(struct schema *s, const struct strs *path)
{
	struct strs all = {0};
	size_t i;

	/* what is temporary is found first, whatever is said */
	if (strs_has(&s->path, "pg_temp") && !strs_has(path, "pg_temp"))
		strs_add(&all, "pg_temp");
	for (i = 0; i < path->n; i++)
		strs_add(&all, path->v[i]);
	s->path = all;
	sql_leave_out(path->n && same(path->v[0], s->home.v[0]));
}

void
search_first(struct schema *s, const char *schema)
{
	struct strs path = {0};
	size_t i;

	strs_add(&path, schema);
	for (i = 0; i < s->path.n; i++)
		strs_add(&path, s->path.v[i]);
	search(s, &path);
}

void
search_path_reset(struct schema *s)
{
	s->path = s->home;
	s->bodies_unread = false;
	sql_leave_out(true);
}

const struct schema *
schema_at_home(const struct schema *s)
{
	struct schema *home;

	if (strs_same(&s->path, &s->home))
		return s;
	home = copy(s, sizeof *s);
	home->path = s->home;
	return home;
}

/* a type that is found on one path, said so that it is found on another too */
static const char *
reachable(const struct schema *s, const char *type, const struct strs *from, const struct strs *to)
{
	struct type_parts parts = type_parts(type);
	struct schema there = *s;
	const struct object *o;

	if (parts.builtin || parts.name.schema)
		return type;
	there.path = *from;
	o = schema_find(&there, SPACE_TYPE, parts.name);
	there.path = *to;
	if (!o || schema_find(&there, SPACE_TYPE, parts.name) == o)
		return type;
	return strf("%s.%s", sql_name(o->name.schema), type);
}

struct object *
type_at_home(const struct schema *s, const char *kept)
{
	struct type_parts parts = type_parts(kept);
	struct schema home = *s;

	home.path = s->home;
	return parts.builtin ? NULL : schema_find(&home, SPACE_TYPE, parts.name);
}

/* a type without its schema, where it is found without: as the server shows it */
static const char *
without_schema(const struct schema *s, const char *type)
{
	struct type_parts parts = type_parts(type);
	const struct object *o;
	const char *prefix;

	o = parts.builtin || !parts.name.schema ? NULL : schema_find(s, SPACE_TYPE, parts.name);
	prefix = o ? strf("%s.", sql_name(parts.name.schema)) : NULL;
	if (!o || strncmp(type, prefix, strlen(prefix)) != 0)
		return type;
	return type_at_home(s, type + strlen(prefix)) == o ? type + strlen(prefix) : type;
}

const char *
type_kept(const struct schema *s, const char *type)
{
	return without_schema(s, reachable(s, type, &s->path, &s->home));
}

const char *
type_now(const struct schema *s, const char *type)
{
	return reachable(s, type, &s->home, &s->path);
}

/* RESET: to the database's own, which is that of the server unless somebody set it, as for the migrations */
static void
default_path(const struct schema *s, struct strs *path)
{
	size_t i;

	strs_add(path, "$user");
	strs_add(path, "public");
	for (i = 0; i < s->home.n; i++)
		strs_add(path, s->home.v[i]);
}

static bool
is_reset(const PgQuery__VariableSetStmt *set)
{
	return set->kind == PG_QUERY__VARIABLE_SET_KIND__VAR_RESET ||
	       set->kind == PG_QUERY__VARIABLE_SET_KIND__VAR_SET_DEFAULT;
}

bool
search_path_said(const struct schema *s, const PgQuery__VariableSetStmt *set, struct strs *path)
{
	const PgQuery__AConst *c;
	size_t i;

	if (set->kind == PG_QUERY__VARIABLE_SET_KIND__VAR_RESET_ALL) {
		default_path(s, path);
		return true;
	}
	if (!set->name || strcmp(set->name, "search_path") != 0)
		return false;
	if (is_reset(set))
		default_path(s, path);
	if (set->kind != PG_QUERY__VARIABLE_SET_KIND__VAR_SET_VALUE)
		return is_reset(set);
	for (i = 0; i < set->n_args; i++) {
		if (set->args[i]->node_case != PG_QUERY__NODE__NODE_A_CONST)
			continue;
		c = set->args[i]->a_const;
		if (c->val_case == PG_QUERY__A__CONST__VAL_SVAL)
			strs_add(path, c->sval->sval);
	}
	return true;
}

/* what is not surely on may be off */
static void
set_bodies(struct schema *s, const PgQuery__VariableSetStmt *set)
{
	const PgQuery__AConst *c =
		set->n_args && set->args[0]->node_case == PG_QUERY__NODE__NODE_A_CONST
			? set->args[0]->a_const
			: NULL;
	const char *value = c && c->val_case == PG_QUERY__A__CONST__VAL_SVAL ? c->sval->sval : "";

	if (set->kind == PG_QUERY__VARIABLE_SET_KIND__VAR_RESET_ALL)
		s->bodies_unread = false;
	if (set->name && strcasecmp(set->name, "check_function_bodies") == 0)
		s->bodies_unread = !is_reset(set) && strcasecmp(value, "on") != 0 &&
		                   strcasecmp(value, "true") != 0;
}

enum applied
need_setting(const struct op *op, const char *name)
{
	struct strs names = {0};
	char *lower = str(name);
	size_t i;

	for (i = 0; lower[i]; i++)
		lower[i] = (char)tolower((unsigned char)lower[i]);
	/* those with a dot are an extension's, or whoever says them */
	if (strchr(name, '.') || catalog_has_setting(lower))
		return APPLIED;
	catalog_settings(&names);
	return op_error(op, E_NO_OBJECT, "no configuration parameter named '%s'%s", name,
	                did_you_mean(lower, &names));
}

static enum applied
set_variable(const struct op *op, struct schema *s, const PgQuery__VariableSetStmt *set)
{
	struct strs path = {0};

	set_bodies(s, set);
	if (search_path_said(s, set, &path))
		search(s, &path);
	return set->name && *set->name ? need_setting(op, set->name) : APPLIED;
}

/* one name of a list, as SplitIdentifierString reads it: where it ends, or NULL where there is none */
static const char *
list_name(const char *text, struct strs *names)
{
	const char *start = text;
	struct buf b = {0};
	bool quoted = *text == '"';

	text += quoted;
	for (; *text && (quoted || !strchr(", \t\n\r\f\v", *text)); text++) {
		if (quoted && *text == '"' && *++text != '"') {
			quoted = false;
			break;
		}
		buf_char(&b, *text >= 'A' && *text <= 'Z' && !quoted ? (char)(*text - 'A' + 'a')
		                                                     : *text);
	}
	strs_add(names, buf_str(&b));
	return quoted || text == start ? NULL : text;
}

/* reads 'a, "B"'; false where it is no list of names */
static bool
names_split(const char *text, struct strs *names)
{
	static const char space[] = " \t\n\r\f\v";

	text += strspn(text, space);
	if (!*text)
		return true;
	for (;;) {
		text = list_name(text, names);
		if (!text)
			return false;
		text += strspn(text, space);
		if (*text != ',')
			return !*text;
		text++;
		text += strspn(text, space);
	}
}

/* the function that a target of a SELECT calls, or NULL */
static const PgQuery__FuncCall *
called(const PgQuery__Node *target)
{
	const PgQuery__Node *value;

	value = target->node_case == PG_QUERY__NODE__NODE_RES_TARGET ? target->res_target->val
	                                                             : NULL;
	return value && value->node_case == PG_QUERY__NODE__NODE_FUNC_CALL ? value->func_call
	                                                                   : NULL;
}

/* set_config('search_path', 'a, b', true), as SET; a path that is put together could be any */
static enum applied
set_config(const struct op *op, struct schema *s, const PgQuery__FuncCall *call)
{
	const char *name, *value, *cast;
	struct strs path = {0};

	if (call->n_args != 3 ||
	    !same(list_qname(call->funcname, call->n_funcname).name, "set_config"))
		return APPLIED;
	name = expression_string(call->args[0], &cast);
	s->bodies_unread |= name && strcasecmp(name, "check_function_bodies") == 0;
	if (!name || strcasecmp(name, "search_path") != 0)
		return name ? need_setting(op, name) : APPLIED;
	value = expression_string(call->args[1], &cast);
	if (value && !names_split(value, &path))
		return op_error(op, E_VALUE, "set_config: '%s' is no list of schemas", value);
	if (value)
		search(s, &path);
	if (value || s->blind)
		return APPLIED;
	s->blind = true;
	warn_at(op->at,
	        "execute: a search path that is put together may find anything; names are not checked from here on");
	return APPLIED;
}

enum applied
search_path_follow(const struct op *op, struct schema *s, const struct statement *statement)
{
	const PgQuery__SelectStmt *select = statement->tree->select_stmt;
	enum applied result = APPLIED;
	const PgQuery__FuncCall *call;
	size_t i;

	if (statement->tree->node_case == PG_QUERY__NODE__NODE_VARIABLE_SET_STMT)
		return set_variable(op, s, statement->tree->variable_set_stmt);
	if (statement->tree->node_case != PG_QUERY__NODE__NODE_SELECT_STMT)
		return APPLIED;
	for (i = 0; i < select->n_target_list; i++) {
		call = called(select->target_list[i]);
		if (call)
			result = worse(result, set_config(op, s, call));
	}
	return result;
}
