/* Which of several functions or operators a call means: as func_select_candidate has it. */
#ifndef CANDIDATE_H
#define CANDIDATE_H

#include "scope.h"

struct signature {
	char volatility;
	struct strs
		arguments; /* types as in pg_type; NULL: not known. ? before one is left out where it may, * where it repeats */
	const char *result;
	const void *made; /* the function, where the server does not have it by itself */
};

/* one of catalog.c, of n characters */
struct signature read_signature(const char *text, size_t n);
/* of an operator that migrations made */
struct signature operator_signature(const struct schema *s, const struct code *c);
/* the argument at i: the last one may repeat */
const char *parameter_at(const struct signature *g, size_t i);
/* n arguments are as many as it takes */
bool fits_number(const struct signature *g, size_t n);
/* values of the types can be its arguments; in doubt */
bool fits(const struct signature *g, const struct strs *types);
/* all that would tell what anyelement and its like are is 'x' or NULL */
bool tells_nothing(const struct signature *g, const struct strs *types);
/* which of those that fit is meant; NULL where that is not certain, with *many set where certainly more than one is */
const struct signature *choose(const struct list *fitting, const struct strs *types, bool operator,
                               bool * many);
/* the type that a parameter or result has in a call; NULL where that is not certain */
const char *called_type(const struct signature *g, const char *type, const struct strs *types);

/* one of them is that very pointer: unknown_type, NULL */
bool has_type(const struct strs *types, const char *type);
/* the one type of several, all known: unknown_type where they are all that; NULL where there is none, *a and *b getting two that cannot
   be one */
const char *common_type(const struct strs *types, const char **a, const char **b);

#endif
