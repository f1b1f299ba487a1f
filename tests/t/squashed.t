# migrate with a squash, on databases of before it: its row takes the place of those that it replaces, and everything else is as if it had
# been applied.
use strict;
use warnings;
use lib 'tests/lib';

use Cluster qw(run slurp spew tempdir link_migrate);
use JSON::PP;
use Test::More;

my $pg = Cluster->new;
my $dir = tempdir();
my $n = 0;
my ($db, $program);

sub script {
	my ($id, $parent, $up, $down) = @_;

	spew("$dir/migrations/versions/$id.lua", "revision { id = \"$id\", parent = $parent, message = \"The $id\" }\nfunction upgrade()\n$up\nend\n", $down ? "function downgrade()\n$down\nend\n" : '');
}

sub migratec_in {
	my ($exit, $out, $err) = run(migratec(), '-C', $dir, @_);

	is($exit, 0, "migratec @_") or diag $err;
	return $out;
}

# the program of the project as it is now
sub program {
	my ($name) = @_;

	migratec_in(qw(compile --quiet));
	return link_migrate("$dir/$name", "$dir/generated/migrations.c");
}

sub migrate_with {
	my ($with, @command) = @_;

	return run({ env => { DATABASE_URL => $pg->url($db) } }, $with, @command);
}

# what a command prints, where it is to pass
sub passes {
	my ($with, @command) = @_;
	my ($exit, $out, $err) = migrate_with($with, @command);

	$err =~ s/^NOTICE: .*\n//mg;
	is("$exit $err", '0 ', "@command") or diag $out;
	return $out =~ s/\(\d+ ms\)/(0 ms)/gr;
}

sub refused {
	my ($with, $message, @command) = @_;
	my $before = rows();
	my ($exit, $out, $err) = migrate_with($with, @command);

	isnt($exit, 0, "@command is refused");
	like($err, $message, 'and says why');
	is(rows(), $before, 'the history is as it was');
}

# a database that a program has taken to a revision
sub database {
	my ($with, @to) = @_;

	$db = 'squashed' . ++$n;
	$pg->createdb($db);
	passes($with, 'upgrade', $_) for @to;
}

sub rows {
	return $pg->psql($db, 'SELECT string_agg(revision, \' \' ORDER BY revision) FROM migrate_history');
}

sub audited {
	return $pg->psql($db, q(SELECT string_agg(action || ' ' || revision, ', ' ORDER BY at) FROM migrate_audit));
}

script('a', 'nil', 'create_table("people", { column("id", "bigint", { primary_key = true }), column("name", "text") })');
my $first = program('first');
script('b', '"a"', 'create_enum("mood", { "sad", "glad" }) add_column("people", column("mood", "mood"))');
script('c', '"b"', q(execute "INSERT INTO people VALUES (1, 'x', 'sad')" create_index("people", { "name" }, { name = "by_name", concurrently = true })), q(drop_index("by_name", { concurrently = true }) execute "DELETE FROM people"));
script('d', '"c"', 'create_table("notes", { column("id", "bigint", { references = "people" }) })');
my $old = program('old');
script('e', '"d"', 'create_schema "e"');
my $ahead = program('ahead');
unlink "$dir/migrations/versions/e.lua";
script('x', '"b"', 'create_schema "x"');
my $beside = program('beside');
unlink "$dir/migrations/versions/x.lua";
migratec_in(qw(squash b:c --rev-id s));
my $new = program('new');
migratec_in(qw(squash a:d --rev-id r));
my $newest = program('newest');

# what the squash makes from nothing
my (%dump, $empty);
for my $to (qw(s d)) {
	database($new);
	$empty = $pg->dump_lines($db);
	passes($new, 'upgrade', $to);
	$dump{$to} = $pg->dump_lines($db);
}

# ---- all of them are there ----

database($old, 'd');
is($pg->dump_lines($db), $dump{d}, 'the squash makes from nothing what they made');
is(passes($new, 'current'), "d The d (head)\n", 'the database is at the head');
passes($new, qw(current --check-heads));
like(passes($new, qw(history -i)), qr/^a -> s, squash b:c \(in the history as 2 revisions, b to c\) \[20/m, 'the squash is applied');
is(passes($new, 'plan'), "nothing to do: the database is at d\n", 'nothing is to be done');
is(rows(), 'a b c d', 'who reads changes nothing');
is(passes($new, qw(upgrade --dry-run)), "would squash: in the history s squash b:c takes the place of 2 revisions, b to c\nnothing to do: the database is at d The d (head)\n", 'a dry run says what would be');
is(rows(), 'a b c d', 'and changes nothing');
my $when = $pg->psql($db, q(SELECT applied_at FROM migrate_history WHERE revision = 'c'));
is(passes($new, qw(upgrade --tag deploy)), "squashed: in the history s squash b:c takes the place of 2 revisions, b to c\nnothing to do: the database is at d The d (head)\n", 'upgrade replaces the rows');
is(rows(), 'a d s', 'by the one of the squash');
is($pg->psql($db, q(SELECT applied_at FROM migrate_history WHERE revision = 's')), $when, 'it was applied when the last of them was');
is(audited(), 'upgrade a, upgrade b, upgrade c, upgrade d, squash s', 'the audit says so');
is($pg->psql($db, q(SELECT tag FROM migrate_audit WHERE action = 'squash')), 'deploy', 'with the tag');
is(passes($new, 'upgrade'), "nothing to do: the database is at d The d (head)\n", 'once');
passes($new, qw(downgrade a));
is(rows(), 'a', 'what the squash did is undone');
passes($new, 'upgrade');
is($pg->dump_lines($db), $dump{d}, 'and done again');
passes($new, qw(downgrade base));
is($pg->dump_lines($db), $empty, 'all the way down');

database($old, 'd');
like(passes($new, qw(downgrade base)), qr/^squashed: in the history s .*\n(?s:.*)^3 migrations undone; the database is at base$/m, 'downgrade replaces them too');
is($pg->dump_lines($db), $empty, 'all the way down');

database($old, 'c');
is($pg->dump_lines($db), $dump{s}, 'at the squash');
is(passes($new, 'current'), "s squash b:c (in the history as 2 revisions, b to c)\n1 migration to apply\n", 'that is where it is');
my ($current) = @{ decode_json(passes($new, qw(current --json)))->{current} };
is("$current->{revision} " . ($current->{in_parts} ? 1 : 0) . " @{ $current->{replaces} }", 's 1 b c', 'as JSON');
like(passes($new, qw(current -v)), qr/^replaces  b, c\n/m, 'all of it');
like(passes($new, 'plan'), qr/^upgrade d The d\n/, 'the rest is to be done');
is(passes($new, 'upgrade'), "squashed: in the history s squash b:c takes the place of 2 revisions, b to c\nupgrade d The d (0 ms)\n1 migration applied; the database is at d The d (head)\n", 'and is done');
is($pg->dump_lines($db), $dump{d}, 'with the same end');

database($old, 'c');
is(passes($new, qw(redo)), "squashed: in the history s squash b:c takes the place of 2 revisions, b to c\ndowngrade s squash b:c (0 ms)\n  lost data: execute ALTER TABLE (migrations/versions/s_squash_b_c.lua:26)\n1 migration undone; the database is at a The a\nupgrade s squash b:c (0 ms)\n1 migration applied; the database is at s squash b:c\n", 'redo is one of the squash');
is($pg->dump_lines($db), $dump{s}, 'with the same end');

database($old, 'd');
like(passes($new, qw(stamp s)), qr/^squashed: .*\nstamped: the database counts as being at s squash b:c; nothing was run$/m, 'stamp');
is(rows(), 'a s', 'replaces them too');

# several at once
database($old, 'c');
run({ env => { DATABASE_URL => $pg->url($db) } }, 'sh', '-c', "for i in 1 2 3 4; do $new upgrade & done; wait");
is(rows(), 'a d s', 'several at once leave one row');
like(audited(), qr/^upgrade a, upgrade b, upgrade c, squash s, upgrade d$/, 'that was put there once');

# the program of before the squash undoes it by what the history keeps
database($new, 's');
refused($old, qr/the database has a revision that this program does not know: s/, 'upgrade');
passes($old, qw(downgrade a));
passes($old, qw(upgrade c));
is($pg->dump_lines($db), $dump{s}, 'and does the same');

# what it knows itself, and is built upon what the squash replaces, goes first; however the squash came there
for my $by ([$new], [ $old, $new ]) {
	database($by->[0], 'd');
	passes($_, 'upgrade') for @$by;
	is(rows(), 'a d s', 'what is behind it is known');
	refused($old, qr/^migrate: revision s \(squash b:c\) cannot be downgraded while d \(The d\) is applied: .*\nhint: nothing was run; downgrade d first: migrate downgrade d\@a$/m, qw(downgrade a));
	like(passes($old, qw(downgrade base)), qr/^downgrade d (?s:.*)^downgrade s (?s:.*)^downgrade a /m, 'all of it goes');
	is($pg->dump_lines($db), $empty, 'from the top');
	passes($old, 'upgrade');
	passes($new, 'upgrade');
	passes($old, qw(downgrade d@a));
	passes($old, qw(downgrade a));
	is(rows(), 'a', 'or one, and the other');
	passes($old, qw(upgrade));
	is($pg->dump_lines($db), $dump{d}, 'and are made again');

	database($by->[0], 'd');
	passes($_, 'upgrade') for @$by;
	passes($first, qw(downgrade a));
	is(rows(), 'a', 'a program that knows neither undoes both');
	passes($old, qw(upgrade));
	is($pg->dump_lines($db), $dump{d}, 'as they were');
}

refused($new, qr/no revision 'c'; it is a part of s \(squash b:c\) now/, qw(downgrade c));

# what is built upon the last of them, and unknown, is undone by what the history keeps
database($ahead, 'e');
refused($newest, qr/the database has a revision that this program does not know: e\n/, 'upgrade');
like(passes($newest, qw(downgrade r)), qr/^revision e is unknown to this program: .*\nsquashed: in the history r .*\ndowngrade e The e/, 'downgrade');
is(rows(), 'r', 'the squash stays');
is($pg->dump_lines($db), $dump{d}, 'as it was');

# what is built upon another of them is not built upon the squash
database($beside, qw(x c));
refused($new, qr/does not know: x\n/, qw(downgrade a));

# ---- some of them ----

database($old, 'b');
my $some = qr/^migrate: the database has a part of what revision s \(squash b:c\) replaces: there is b, and not c\nhint: with the program of before s, `migrate upgrade c` makes it whole; or `migrate downgrade a` goes back to where s begins$/m;
refused($new, $some, 'upgrade');
refused($new, $some, 'plan');
refused($new, qr/cannot downgrade to s \(squash b:c\): it is not applied, the database is at b$/m, qw(downgrade s));
is(passes($new, 'current'), "b The b (a part of s, which is not all there)\na The a\n2 migrations to apply\n", 'current says it');
like(passes($new, qw(history -i)), qr/^b The b \[20.*, a part of s, which is not all there\]$/m, 'history says it');
passes($old, qw(upgrade c));
like(passes($new, 'upgrade'), qr/^squashed: /, 'the program of before makes it whole');
is($pg->dump_lines($db), $dump{d}, 'with the same end');

database($old, 'b');
passes($new, qw(downgrade a));
is(rows(), 'a', 'or it goes back, by what the history keeps');
passes($new, 'upgrade');
is($pg->dump_lines($db), $dump{d}, 'and up with the squash');

database($old, 'c');
$pg->psql($db, q(UPDATE migrate_history SET done = 1 WHERE revision = 'c'));
refused($new, qr/a part of what revision s .* replaces: there are b, c \(half\)$/m, 'upgrade');
$pg->psql($db, q(UPDATE migrate_history SET down = NULL, done = total));
$pg->psql($db, q(DELETE FROM migrate_history WHERE revision = 'b'));
refused($new, qr/replaces: there is c, and not b\n/, qw(downgrade a));

# ---- another one ----

database($old, 'd');
$pg->psql($db, q(UPDATE migrate_history SET checksum = '1:0' WHERE revision = 'b'));
refused($new, qr/^migrate: revision b, which s \(squash b:c\) replaces, is another in the database: its checksum was 1:[0-9a-f]{64}, and the database has 1:0$/m, @$_) for ['upgrade'], [qw(downgrade a)], ['plan'];
is((migrate_with($new, qw(current --check-heads)))[0], 3, 'current tells');
passes($new, qw(stamp head));
is(rows(), 'a d s', 'stamp is the way out');
is(passes($new, 'upgrade'), "nothing to do: the database is at d The d (head)\n", 'of it');

# ---- a squash of a squash ----

for ([ $old, 'd' ], [ $new, 'd' ]) {
	database(@$_);
	like(passes($newest, 'upgrade'), qr/^squashed: in the history r squash a:d takes the place of 3 revisions, a to d$/m, 'either is replaced');
	is(rows(), 'r', 'by one row');
	passes($newest, qw(downgrade base));
	is($pg->dump_lines($db), $empty, 'all the way down');
}
database($old, 'c');
refused($newest, qr/there are a, b, c, and not d\n/, 'upgrade');
database($old, 'b');
refused($newest, qr/there are a, b, and not c, d\n/, 'upgrade');
database($new, 's');
refused($newest, qr/there are a, s, and not d\n/, 'upgrade');

# ---- scripts ----

sub run_script {
	my ($with, @command) = @_;
	my $script = passes($with, @command);

	spew("$dir/script.sql", $script);
	return run('psql', '-XqAt', '-v', 'ON_ERROR_STOP=1', '-d', $pg->url($db), '-f', "$dir/script.sql");
}

for ([ $old, 'c' ], [ $new, 's' ]) {
	database(@$_);
	my ($exit, $out, $err) = run_script($new, qw(upgrade --sql s:d --tag script));
	is("$exit$err", '0', 'a script finds either') or diag $out;
	is(rows(), 'a d s', 'and leaves the row of the squash');
	is($pg->dump_lines($db), $dump{d}, 'and the same end');
}
for ([ $old, 'd' ], [ $new, 'd' ]) {
	database(@$_);
	my ($exit, $out, $err) = run_script($newest, qw(downgrade --sql r:base));
	is("$exit$err", '0', 'of a squash of a squash, too') or diag $out;
	is($pg->dump_lines($db), $empty, 'all the way down');
}
database($old, 'b');
my ($exit, $out, $err) = run_script($new, qw(upgrade --sql s:d));
is($exit, 3, 'and stops at a part');
like($err, qr/this script begins at s \(2 applied\), and the database is at b \(2 applied\)/, 'and says where it is');
is(rows(), 'a b', 'nothing is replaced');
database($old, 'c');
$pg->psql($db, q(UPDATE migrate_history SET done = 1 WHERE revision = 'c'));
is((run_script($new, qw(upgrade --sql s:d)))[0], 3, 'at a half one');
is(rows(), 'a b c', 'nothing is replaced');
database($old, 'd');
$pg->psql($db, q(UPDATE migrate_history SET checksum = '1:0' WHERE revision = 'b'));
is((run_script($new, qw(downgrade --sql d:s)))[0], 3, 'or at another');
is(rows(), 'a b c d', 'nothing is replaced');
database($old, 'd');
passes($new, 'upgrade');
like((run_script($new, qw(upgrade --sql a:d)))[2], qr/begins at a \(1 applied\), and the database is at d \(3 applied\)\nHINT: +for where it is: migrate upgrade --sql d:TO$/m, 'a place above what became one');
database($old, 'd');
is((run_script($new, qw(stamp --sql s)))[0], 0, 'a script that stamps');
is(rows(), 'a s', 'leaves the row of the squash');

# ---- Alembic ----

for ([ 'c', 'a s' ], [ 'd', 'a d s' ], [ 'b', '' ]) {
	my ($at, $rows) = @$_;

	database($new);
	$pg->psql($db, "CREATE TABLE alembic_version (version_num text); INSERT INTO alembic_version VALUES ('$at')");
	if ($rows) {
		passes($new, 'adopt');
		is(rows(), $rows, "Alembic's $at");
		next;
	}
	my ($exit, undef, $err) = migrate_with($new, 'adopt');
	is($exit, 1, "Alembic's $at is refused");
	like($err, qr/alembic_version says that the database is at b, in the midst of what revision s \(squash b:c\) replaces\nhint: go to c with Alembic first/, 'and says why');
}
# ---- golden folders: what only a server would refuse in one transaction ----

for my $folder (qw(rows frozen index enum trigger view sequence table-partition column-alter function foreign down-in-turns)) {
	$dir = tempdir();
	run('cp', '-r', "tests/golden/$folder/migrations", $dir);
	$old = program('old');
	database($old, 'head');
	my $database = $db;
	my $before = $pg->dump_lines($db);
	migratec_in(qw(squash :heads --rev-id squashed));
	$new = program('new');
	database($new);
	$empty = $pg->dump_lines($db);
	my $back = slurp("$dir/generated/migrations.c") !~ /\.irreversible =/;
	passes($new, 'upgrade');
	is($pg->dump_lines($db), $before, "$folder: from nothing");
	passes($new, qw(downgrade base)) if $back;
	$db = $database;
	like(passes($new, 'upgrade'), qr/^squashed: .*\nnothing to do/, "$folder: as it was");
	passes($new, qw(downgrade base)) if $back;
	is($pg->dump_lines($db), $empty, 'all the way down') if $back;
}

# ---- two of them, for a program of before ----

unlink glob "$dir/migrations/versions/*";
script('a', 'nil', 'create_schema "a"');
script($_->[0], "\"$_->[1]\"", "create_schema \"$_->[0]\"") for [qw(b a)], [qw(c b)], [qw(x c)], [qw(d c)], [qw(e d)];
my $former = program('former');
migratec_in(qw(squash b:c --rev-id s));
migratec_in(qw(squash d:e --rev-id t));
my $both = program('both');
database($both, 'heads');
passes($former, qw(downgrade s));
is(rows(), 'a s x', 'what is built upon one of them does not keep the other');
done_testing;
