/* Scripts, changed in one place. */
#ifndef REWRITE_H
#define REWRITE_H

/* the script with another value, as Lua, behind `KEY =` of its revision { }; NULL where it is not written there */
char *rewrite_key(const char *script, const char *key, const char *value);

#endif
