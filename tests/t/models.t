# migratec check, diff, inspect and revision --autogenerate as a user meets them: sources, forms, exit codes, files.
use strict;
use warnings;
use lib 'tests/lib';

use Cluster qw(run slurp spew tempdir);
use JSON::PP qw(decode_json);
use Test::More;

my $dir = tempdir();

sub migratec_in {
	my (@command) = @_;

	return run(migratec(), '-C', $dir, @command);
}

# exit code, output and messages of a command
sub says {
	my ($command, $exit, $out, $err, $name) = @_;
	my @got = migratec_in(@$command);

	is($got[0], $exit, "$name: exit code $exit") or diag $got[1], $got[2];
	ref $out ? like($got[1], $out, $name) : is($got[1], $out, $name);
	ref $err ? like($got[2], $err, "$name: messages") : is($got[2], $err, "$name: messages");
	return $got[1];
}

# ---- nothing yet ----

mkdir "$dir/migrations";
says(['check'], 1, '', qr{^migrations/models: there is no such folder; models are the files in it }, 'no models');
mkdir "$dir/migrations/models";
says(['check'], 0, "the migrations end in the models\n", '', 'nothing on both sides');
spew("$dir/migrations/models/README.md", 'no model');
spew("$dir/migrations/models/.hidden.lua", 'no Lua (');
spew("$dir/migrations/models/deep/er/empty.sql", "\xef\xbb\xbf-- nothing\n");
spew("$dir/migrations/models/empty.lua", '');
says(['check', '--quiet'], 0, '', '', 'files that are no models, and empty ones');

# ---- a first table ----

spew("$dir/migrations/models/deep/er/notes.lua", qq(table "notes" {\n  column("id", "bigint", { primary_key = true }),\n  column("note", "text"),\n}\n));
says(['check'], 3, <<'END', '', 'a table that no migration makes');
migrations -> models: 1 difference
  create_table notes  (migrations/models/deep/er/notes.lua:1)
migratec revision --autogenerate -m MESSAGE writes the revision that is missing
END
says(['check', '--json', '-v'], 3, qr/\A\{"operation": "create_table notes", "sql": "CREATE TABLE .*"line": 1, "loses_data": false\}\n\z/, '', 'as JSON, an object a line and nothing else');
says(['diff'], 3, qr/^migrations -> models: 1 difference\n  create_table notes  \(migrations/, '', 'diff');
says(['diff', '--from', 'models', '--to', 'migrations'], 3, qr/^models -> migrations: 1 difference\n  drop_table notes  \(migrations\S+\)  loses data\n/, '', 'the other way');
says(['diff', '--sql'], 3, "CREATE TABLE notes (\n  id bigint NOT NULL,\n  note text,\n  CONSTRAINT notes_pkey PRIMARY KEY (id)\n);\n", '', 'as SQL');
says(['diff', '--lua'], 3, <<'END', '', 'as operations');
  create_table("notes", {
    column("id", "bigint", { primary_key = true }),
    column("note", "text"),
  })
END
my $json = decode_json(says(['diff', '--json'], 3, qr/^\[/, '', 'as JSON'));
is($json->[0]{operation}, 'create_table notes', 'with the operation');
is($json->[0]{line}, 1, 'its line');
ok(!$json->[0]{loses_data}, 'and that nothing is lost');
says(['diff', '--from', 'models', '--to', 'models'], 0, "models -> models: no differences\n", '', 'with itself');
says(['diff', '--json', '--from', 'base', '--to', 'base'], 0, "[]\n", '', 'no differences, as JSON');
says(['diff', '--from', 'modles'], 2, '', qr/^migratec: 'modles' is no source: models, migrations, base, a revision or the URL of a database is one/, 'a source that is none');
says(['diff', '--form', 'models'], 2, '', qr/no option '--form'; did you mean '--from'\?/, 'an option that is none');

# ---- the revision ----

says(['revision', '--autogenerate', '--rev-id', 'a1', '-m', 'Notes'], 0, "migrations/versions/a1_notes.lua\n", '', 'autogenerate');
my $script = slurp("$dir/migrations/versions/a1_notes.lua");
like($script, qr/^revision \{\n  id = "a1",\n  parent = nil,\n  message = "Notes",\n  created = "\d{4}-\d\d-\d\dT/, 'a revision as any other');
unlike($script, qr/downgrade/, 'whose downgrade is derived');
says(['revision', '--autogenerate', '--rev-id', 'a2', '-m', 'Again'], 0, "migrations -> models: no differences, there is nothing to write\n", '', 'once more');
ok(!-e "$dir/migrations/versions/a2_again.lua", 'no file');
says(['revision', '--autogenerate', '--allow-empty', '--rev-id', 'a2', '-m', 'Again'], 0, "migrations/versions/a2_again.lua\n", '', '--allow-empty');
says(['revision', '--allow-empty', '-m', 'x'], 2, '', qr/--allow-empty says nothing without --autogenerate/, '--allow-empty alone');
says(['check', '-v'], 0, "the migrations end in the models\nevery statement of the migrations is followed\n", '', 'check -v');
says(['diff', '--from', 'a1'], 0, "a1 -> models: no differences\n", '', 'from a revision');
says(['diff', '--from', 'base', '--to', 'a1'], 3, qr/1 difference\n  create_table notes  \(migrations.versions.a1_notes.lua:9\)/, '', 'from none to a revision');

# a model that is wrong leaves no file
spew("$dir/migrations/models/wrong.lua", qq(table "more" { column("id", "bigant") }\n));
says(['revision', '--autogenerate', '--rev-id', 'a3', '-m', 'Wrong'], 1, '', qr/^migrations.models.wrong.lua:1: table: no type named 'bigant'; did you mean 'bigint'\?/, 'a wrong model');
ok(!-e "$dir/migrations/versions/a3_wrong.lua", 'no file');
unlink "$dir/migrations/models/wrong.lua";

# a schema of the search path that a model declares holds what says no schema, wherever it stands
{
	my $other = tempdir();

	spew("$other/migrations/config.lua", 'return { schema = { "app", "public" }, history_schema = "history" }');
	spew("$other/migrations/models/all.lua", qq(table "t" { column("id", "serial") }\nschema "app"\ntable "public.t" { column("id", "integer") }\n));
	my ($exit, $out, $err) = run(migratec(), '-C', $other, 'diff', '--sql');
	is("$exit$err", '3', 'a search path');
	like($out, qr/^CREATE TABLE t \(/m, 'the first schema of the search path');
	like($out, qr/^CREATE TABLE public.t \(/m, 'and one that is named');
}

# the order of labels is a difference, unless nothing can make it
{
	my $other = tempdir();
	my $parted = qq(table "t" { column("mood", "mood"), partition_by = "list (mood)" }\n);

	spew("$other/migrations/models/all.lua", qq(enum "mood" { "sad", "ok", "happy" }\n$parted));
	run(migratec(), '-C', $other, 'revision', '--autogenerate', '--rev-id', 'a1', '-m', 'One');
	spew("$other/migrations/models/all.lua", qq(enum "mood" { "happy", "ok", "sad" }\n$parted));
	my ($exit, $out, $err) = run(migratec(), '-C', $other, 'diff');
	is($exit, 1, 'labels of a partition key stay in their order');
	like($err, qr/all.lua:1: alter_enum: table 't' is partitioned by a column of this enum, .*: make another table, copy the rows/, 'and why, and what to do');
	spew("$other/migrations/models/all.lua", qq(enum "mood" { "sad", "meh", "happy", "ecstatic" }\n$parted));
	($exit, $out, $err) = run(migratec(), '-C', $other, 'diff');
	unlike("$out$err", qr/alter_enum/, 'none where some come and one goes');
}

# ---- check in a build ----

says(['check', '--stamp', 'checked', '--quiet'], 0, '', '', '--stamp');
ok(-e "$dir/checked", 'is there');
like(slurp("$dir/checked.d"), qr{^checked: \\\n(  \S+ \\\n)*  migrations/models/deep/er/notes.lua( \\)?$}m, 'and what was read');
unlink "$dir/checked";
spew("$dir/migrations/models/more.sql", "CREATE VIEW few AS SELECT id FROM notes LIMIT 5;\n");
says(['check', '--stamp', 'checked'], 3, qr/\n  CREATE VIEW few AS SELECT id FROM notes LIMIT 5  \(migrations.models.more.sql:1\)\n/, '', 'not where they differ');
ok(!-e "$dir/checked", 'no stamp');

# ---- SQL that is not followed ----

spew("$dir/migrations/versions/a3.lua", <<'END');
revision { id = "a3", parent = "a2", message = "by hand", irreversible = "by hand" }
function upgrade()
  execute [[CREATE VIEW few AS SELECT  id from notes limit 5 -- not many
  ]]
  execute("CREATE VIEW raw AS SELECT 1", { raw = true })
  execute [[DO $$ BEGIN IF random() > 2 THEN CREATE TABLE never (); END IF; END $$]]
end
END
says(['check', '-v'], 0, <<'END', '', 'hand-written SQL counts, and what is not followed is told');
the migrations end in the models
not followed: raw SQL (migrations/versions/a3.lua:5)
not followed: SQL that may run or not (migrations/versions/a3.lua:6)
END
{
	my $out = says([ 'check', '-v', '--json' ], 0, qr/not followed/, '', 'with --json');
	my @notes = map { my $note = decode_json($_); "$note->{line} $note->{message}" } split /\n/, $out;
	is_deeply(\@notes, [ '5 not followed: raw SQL', '6 not followed: SQL that may run or not' ], 'as objects');
}
says([ 'check', '-v', '--quiet', '--one-line' ], 0, '', <<'END', 'with --one-line');
migrations/versions/a3.lua:5: note: not followed: raw SQL
migrations/versions/a3.lua:6: note: not followed: SQL that may run or not
END

# ---- inspect ----

my $models = says(['inspect', 'migrations'], 0, qr/^table "notes" \{\n.*^define \[\[\nCREATE VIEW few/ms, '', 'inspect');
says(['inspect', 'models', '--output', 'all.lua'], 0, '', '', 'into a file');
is(slurp("$dir/all.lua"), $models =~ s/SELECT  id from notes limit 5/SELECT id FROM notes LIMIT 5/r, 'says the same');
says(['inspect', 'models', '--output', 'folder/'], 0, '', '', 'into a folder');
is(join(' ', sort map { s{.*/}{}r } glob "$dir/folder/*"), 'notes.lua views.sql', 'a file for each table, and others');
says(['inspect', 'models', '--output', 'new/folder'], 0, '', '', 'into one that is not there yet');
ok(-d "$dir/new/folder", 'a name without an extension is one');
says(['inspect', 'models', '--sql'], 2, '', qr/--sql is for a database/, '--sql of models');

# what may be done now, and with what comes, in whichever order it is said
for my $order ([ 0, 1 ], [ 1, 0 ]) {
	my $other = tempdir();
	my @said = ('GRANT USAGE ON SCHEMA s TO reader;', 'ALTER DEFAULT PRIVILEGES IN SCHEMA s GRANT USAGE ON TYPES TO reader;');

	spew("$other/migrations/models/all.sql", join "\n", 'CREATE SCHEMA s;', @said[@$order]);
	my ($exit, $out) = run(migratec(), '-C', $other, 'inspect', 'models');
	like($out, qr/\A.*\Q$said[0]\E.*\Q$said[1]\E/s, 'privileges are printed in one order');
}
# ---- one text, two meanings ----

$dir = tempdir();
spew("$dir/migrations/config.lua", 'return { schema = { "shop", "public" } }');
spew("$dir/migrations/versions/a.lua", <<'END');
revision { id = "a", message = "the view comes before what hides what it reads" }
function upgrade()
  execute [[ CREATE TABLE public.t (n int); CREATE VIEW v AS SELECT n FROM t; CREATE TABLE t (n int) ]]
end
END
spew("$dir/migrations/models/all.sql", 'CREATE TABLE public.t (n int); CREATE VIEW v AS SELECT n FROM t; CREATE TABLE t (n int);');
says(['check'], 3, <<'END', '', 'by the search path a view reads another table');
migrations -> models: 1 difference
  CREATE OR REPLACE VIEW v AS SELECT n FROM t  (migrations/models/all.sql:1)
migratec revision --autogenerate -m MESSAGE writes the revision that is missing
END

done_testing;
