/* Any text as the SQL of execute, on top of a schema that has something of each kind: for libFuzzer. */
#include <stdint.h>
#include <string.h>

#include "compile.h"
#include "fresh.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);

static struct config config;
static struct schema *schema;

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	static const char file[] = "fuzz.sql";
	struct revision *r;

	if (!schema) {
		fuzz_setup(&config, &schema);
		fuzz_keep();
	}
	r = fuzz_revision("fuzz", file);
	diag_hold(file);
	list_add(&r->up, fuzz_operation("execute", strn((const char *)bytes, n), file));
	fuzz_compile(&config, schema, r);
	fuzz_back();
	return 0;
}
