/* What comes after the scripts were read: replay, messages, the table, its C. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../../compiler/autogenerate.h"
#include "../../compiler/diff.h"
#include "../../compiler/digest.h"
#include "../../compiler/emit.h"
#include "../../compiler/lower.h"
#include "../../compiler/models_print.h"
#include "../../compiler/replay.h"
#include "../../compiler/revisions.h"
#include "../../compiler/settings.h"
#include "compile.h"
#include "fresh.h"
#include "listing.h"
#include "read_c.h"

void
fuzz_locate(struct source *s)
{
	(void)s;
}

static const struct op_class *
class_named(const char *name)
{
	size_t i, j;

	for (i = 0; op_kinds[i]; i++)
		for (j = 0; op_kinds[i][j]; j++)
			if (strcmp(op_kinds[i][j]->shape.name, name) == 0)
				return op_kinds[i][j];
	fuzz_found("no such operation", name);
}

void
fuzz_decode(const struct invocation *call, struct op *op)
{
	struct strs texts;

	if (decode_call(&op->class->shape, call, op))
		return;
	texts = decode_texts(call);
	op->unread = copy(&texts, sizeof texts);
}

struct op *
fuzz_operation(const char *name, const char *sql, const char *file)
{
	const struct op_class *class = class_named(name);
	const struct datum text = {.type = DATUM_STRING, .n = strlen(sql), .text = sql};
	const struct invocation call = {name, {file, 1}, &text, 1, .locate = fuzz_locate};
	struct op *op = alloc(class->shape.size);

	op->at = call.at;
	op->class = class;
	fuzz_decode(&call, op);
	return op;
}

struct revision *
fuzz_revision(const char *id, const char *file)
{
	struct revision *r = alloc(sizeof *r);

	r->at = (struct loc){file, 1};
	r->file = file;
	r->id = id;
	r->message = "";
	r->created = "";
	r->transaction = "one";
	return r;
}

void
fuzz_setup(struct config *c, struct schema **s)
{
	static const char path[] = "tests/refusals/setup.sql";
	struct revision *r = fuzz_revision("setup", path);
	size_t n;
	char *sql = file_read(path, &n);

	if (!sql)
		fuzz_found("run this in the folder of the whole", path);
	config_defaults(c, "fuzz");
	*s = replay_start(c);
	list_add(&r->up, fuzz_operation("execute", sql, path));
	r->has_downgrade = true;
	diag_notes(false);
	diag_hold(path);
	replay_revision(*s, r);
	if (errors())
		fuzz_found("errors in", path);
	diag_notes(true);
}

void
fuzz_emitted(const struct migration_table *t)
{
	struct buf code = {0}, read = {0};
	const char *wrong;
	char *text = NULL;
	size_t n;
	FILE *out;

	emit(t, &code);
	wrong = read_c(buf_str(&code), &read);
	if (wrong)
		fuzz_found("no C of ours", wrong);
	out = open_memstream(&text, &n);
	if (!out)
		fuzz_found("open_memstream", "");
	listing(out, t);
	fclose(out);
	if (strcmp(text, buf_str(&read)) != 0) {
		dprintf(2, "the table:\n%s\nits C:\n%s\n", text, read.s);
		fuzz_found("the C of a table is not the table", code.s);
	}
	free(text);
}

void
fuzz_compile(const struct config *c, struct schema *s, struct revision *r)
{
	struct list revisions = {0};
	struct strs files = {0};

	diag_hold(r->file);
	/* there is no other that it could come after */
	r->parents.n = r->depends_on.n = 0;
	replay_revision(s, r);
	strs_add(&files, r->file);
	diag_form(r->up.n % 2 ? DIAG_FULL : DIAG_JSON);
	diag_release(&files);
	if (errors() || revision_id_wrong(r->id))
		return;
	r->checksum = revision_checksum(r);
	list_add(&revisions, r);
	fuzz_emitted(lower(c, &revisions));
}

void
fuzz_models(const struct config *c, struct schema *s, const struct list *declared)
{
	struct schema *models = replay_start(c), *empty = replay_start(c);
	struct list refused = {0}, ops, gathered;
	struct buf b = {0};

	apply_in_order(models, declared, true, &refused);
	ops = schema_diff(s, models, (struct loc){0}, &refused);
	gathered = autogenerate_gather(&ops, false);
	autogenerate_print(&gathered, s, &b);
	ops = schema_diff(empty, models, (struct loc){0}, &refused);
	gathered = autogenerate_gather(&ops, true);
	models_print_all(&gathered, empty, &b);
	diag_release(&(struct strs){0});
}
