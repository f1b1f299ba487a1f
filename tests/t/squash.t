# migratec squash: one revision in the place of several, which does what they did.
use strict;
use warnings;
use lib 'tests/lib';

use Cluster qw(run slurp spew tempdir);
use File::Path qw(remove_tree);
use Test::More;

my $dir = tempdir();
my $versions = "$dir/migrations/versions";

sub squash {
	return run(migratec(), '-C', $dir, 'squash', @_);
}

sub script {
	my ($id, $head, $up, $down) = @_;

	$head = join ', ', qq(id = "$id"), qq(message = "The $id"), $head || ();
	spew("$versions/$id.lua", "revision { $head }\nfunction upgrade()\n\t$up\nend\n", defined $down ? "function downgrade()\n\t$down\nend\n" : '');
}

# a project of revisions: [id, keys, upgrade, downgrade]
sub project {
	remove_tree("$dir/migrations");
	script(@$_) for @_;
}

sub files {
	return { map { $_ => slurp($_) } grep { -f } glob("$versions/* $versions/*/* $dir/migrations/*") };
}

# what is sent, both ways, as show has it
sub sent {
	my ($project, $id) = @_;
	my ($exit, $out, $err) = run(migratec(), '-C', $project, 'show', $id);
	my ($up, $down) = split /^downgrade.*\n/m, $out =~ s/\A.*?^upgrade\n//smr;

	return map { s/^(--.*)?\n//mgr } $up, $down // '';
}

sub refused {
	my ($range, $message, $name) = @_;
	my $before = files();
	my ($exit, $out, $err) = squash(@$range);

	is($exit, 1, "$name: is refused");
	like($err, $message, 'and says why');
	is_deeply(files(), $before, 'and nothing is written');
}

sub passes {
	my ($range, $name) = @_;
	my ($exit, $out, $err) = squash(@$range);

	is("$exit$err", '0', "$name: @$range") or return;
	is((run(migratec(), '-C', $dir, qw(compile --quiet)))[0], 0, 'compiles');
	return $out;
}

sub show {
	return (run(migratec(), '-C', $dir, 'show', $_[0]))[1];
}

my $t = 'create_table("t", { column("id", "bigint", { primary_key = true }) })';
my @line = (
	[ 'a', '', $t ],
	[ 'b', 'parent = "a", labels = "shop"', 'add_column("t", column("b", "text")) create_index("t", { "b" })' ],
	[ 'c', 'parent = "b"', q(bulk_insert("t", { { id = 1, b = "x" } }) execute("UPDATE t SET b = 'y'", { down = "" })) ],
	[ 'd', 'parent = "c"', 'add_column("t", column("d", "text"))' ],
);

# ---- a stretch of a line ----

project(@line);
my @was = map { [ sent($dir, $_) ] } qw(a b c d);
my %sum = (run(migratec(), '-C', $dir, qw(history --json)))[1] =~ /"id": "(\w)".*?"checksum": "(.*?)"/g;
is(passes([qw(b:c --rev-id s)], 'the midst'), <<'END', 'says what it did');
migrations/versions/s_squash_b_c.lua
removed: migrations/versions/b.lua
removed: migrations/versions/c.lua
rewritten: migrations/versions/d.lua
END
my $text = slurp("$versions/s_squash_b_c.lua");
like($text, qr/^  replaces = \{\n    \{ "b", "$sum{b}" \},\n    \{ "c", "$sum{c}" \},\n  \},$/m, 'it says what it replaces, and how that was');
like($text, qr/^  parent = "a",\n  labels = "shop",\n  message = "squash b:c",$/m, 'it stands where they stood');
like($text, qr/^  -- b The b\n.*^  -- c The c\n/sm, 'it says what comes from where');
like(slurp("$versions/d.lua"), qr/parent = "s"/, 'what came behind them comes behind it');
is_deeply([ sent($dir, 's') ], [ $was[1][0] . $was[2][0], $was[2][1] . $was[1][1] ], 'it sends what they sent');
is_deeply([ sent($dir, 'd') ], $was[3], 'and the rest is as it was');

project(@line[ 0, 1 ], [ 'c', 'parent = "b"', 'create_schema "c"' ], [ 'd', 'parent = "c", depends_on = "a"', 'create_schema "d"' ]);
passes([qw(c:d --rev-id s)], 'a dependency that its parent is built upon');
unlike(slurp("$versions/s_squash_c_d.lua"), qr/depends_on/, 'is left out');

# ---- a squash of a squash ----

project(@line);
passes([qw(b:c --rev-id s)], 'the midst again');

my ($s) = (run(migratec(), '-C', $dir, qw(history --json)))[1] =~ /"id": "s".*?"checksum": "(.*?)"/;
passes([ qw(s:d --rev-id r -m), 'All of it' ], 'once more');
like(slurp("$versions/r_all_of_it.lua"), qr/^  replaces = \{\n    \{ "s", "$s", replaces = \{\n      \{ "b", "$sum{b}" \},\n      \{ "c", "$sum{c}" \},\n    \} \},\n    \{ "d", "$sum{d}" \},\n  \},$/m, 'it replaces a squash, with what that replaced');
my @down = map { $_->[1] } reverse @was[ 1 .. 3 ];
is_deeply([ sent($dir, 'r') ], [ join('', map { $_->[0] } @was[ 1 .. 3 ]), join('', @down) ], 'and sends the same');
like(show('r'), qr/^parent\s+a$/m, 'behind a');
spew("$dir/migrations/frozen", "b $sum{b}\ns $s\n");
is((run(migratec(), '-C', $dir, qw(compile --quiet)))[0], 0, 'what is replaced by either is not gone');
unlink "$dir/migrations/frozen";

# ---- frozen ----

project(@line);
run(migratec(), '-C', $dir, 'freeze', 'b');
like(passes([qw(b:c --rev-id s)], 'frozen'), qr{^rewritten: migrations/frozen$}m, 'frozen is rewritten');
like(slurp("$dir/migrations/frozen"), qr/^a $sum{a}\ns 1:[0-9a-f]{64}\n$/, 'it is frozen instead of them');
project(@line);
run(migratec(), '-C', $dir, 'freeze', 'a');
unlike(passes([qw(b:c --rev-id s)], 'not frozen'), qr/frozen/, 'frozen stays as it is');
is(slurp("$dir/migrations/frozen"), "a $sum{a}\n", 'as it was');
# by hand: a script of another branch froze one of them
spew("$dir/migrations/frozen", "a $sum{a}\nb $sum{b}\n");
is((run(migratec(), '-C', $dir, qw(compile --quiet)))[0], 0, 'what is replaced is not gone');
spew("$dir/migrations/frozen", "a $sum{a}\nb $sum{c}\n");
like((run(migratec(), '-C', $dir, qw(compile --quiet)))[2], qr/revision 'b' is frozen, and there is no script of it/, 'but of what it was');

# ---- ways down ----

my $down = q(execute "DELETE FROM t");
project([ 'a', '', $t ], [ 'b', 'parent = "a"', q(execute "INSERT INTO t VALUES (1)"), $down ], [ 'c', 'parent = "b"', 'create_index("t", { "id" }, { concurrently = true })' ]);
@was = map { [ sent($dir, $_) ] } qw(a b c);
passes([qw(base:head --rev-id s)], 'with downgrade()');
is((sent($dir, 's'))[1], $was[2][1] . $was[1][1] . $was[0][1], 'the ways down in reverse');
like(slurp("$versions/s_squash_a_c.lua"), qr/^function downgrade\(\)\n  -- c The c\n  execute "DROP INDEX CONCURRENTLY t_id_idx"\n  -- b The b\n  execute "DELETE FROM t"\n  -- a The a\n  execute "DROP TABLE t"\nend$/m, 'are written down, where one is');

project([ 'a', '', $t ], [ 'b', 'parent = "a", irreversible = "they are gone"', q(execute "DELETE FROM t") ], [ 'c', 'parent = "b"', 'add_column("t", column("c", "text"))' ]);
passes([qw(base:head --rev-id s)], 'irreversible');
like(show('s'), qr/^downgrade: there is none\n.*: b: they are gone$/m, 'it stays so');
project([ 'a', '', $t ], [ 'b', 'parent = "a"', q(execute "UPDATE t SET id = 2") ]);
passes([qw(base:head --rev-id s)], 'no inverse');
like(show('s'), qr/^downgrade: there is none\n.*: b: execute: UPDATE has no inverse/m, 'neither has the squash');
project([ 'a', 'transaction = "none"', $t ], [ 'b', 'parent = "a", transaction = "none"', 'add_column("t", column("b", "text"))' ]);
passes([qw(base:head --rev-id s)], 'all of them alone');
like(slurp("$versions/s_squash_a_b.lua"), qr/^  transaction = "none",$/m, 'so is the squash');

# ---- files ----

project([ 'old/a', '', 'create_table("t", { column("id", "bigint"), column("b", "text") }) copy_file("t", "rows/a.csv")' ], [ 'old/b', 'parent = "a"', 'execute_file "b.sql"', 'execute_file "b.down.sql"' ]);
spew("$versions/old/$_.lua", slurp("$versions/old/$_.lua") =~ s{old/}{}gr) for qw(a b);
spew("$versions/old/rows/a.csv", "id,b\n1,x\n");
spew("$versions/old/b.sql", "UPDATE t SET b = 'x';\nUPDATE t SET b = 'y';\n");
spew("$versions/old/b.down.sql", "UPDATE t SET b = 'z';\n");
@was = map { [ sent($dir, $_) ] } qw(a b);
like(passes([qw(base:head --rev-id s)], 'files'), qr{^no longer read: migrations/versions/old/b\.sql\nno longer read: migrations/versions/old/b\.down\.sql$}m, 'SQL stands in the script');
is_deeply([ sent($dir, 's') ], [ $was[0][0] . $was[1][0], $was[1][1] . $was[0][1] ], 'rows are read from where they are');
like(slurp("$versions/s_squash_a_b.lua"), qr{"old/rows/a\.csv"}, 'by another path');

# ---- where it goes, and what is run with it ----

project(@line);
like(passes([ qw(b:c --rev-id s --path), 'migrations/versions/2026' ], 'a folder'), qr{^migrations/versions/2026/s_squash_b_c\.lua$}m, 'it goes there');
project(@line);
spew("$dir/migrations/config.lua", 'return { post_write_hooks = { "echo \'-- seen\' >>" } }');
like(slurp("$dir/" . (split /\n/, passes([qw(b:c)], 'a hook'))[0]), qr/^end\n-- seen\n\z/m, 'is run with it');
project(@line);
spew("$dir/migrations/config.lua", 'return { post_write_hooks = { "false" } }');
refused([qw(b:c)], qr/squash: 'false' \(post_write_hooks\)/, 'a hook that fails');
for ('rm', 'echo "(" >>') {
	spew("$dir/migrations/config.lua", "return { post_write_hooks = { [[$_]] } }");
	refused([qw(b:c)], qr/\A(?s:(?!.*the file stays).*)nothing was written$/m, "a hook that breaks it: $_");
}
# what is sent to stop it, while a hook runs, waits until the files are of a piece
spew("$dir/migrations/config.lua", 'return { post_write_hooks = { "kill -TERM $PPID; echo \'-- seen\' >>" } }');
{
	local $Cluster::fresh = 1;
	is((squash(qw(b:c --rev-id s)))[0], 128 + 15, 'what is to stop it does');
}
like(slurp("$versions/s_squash_b_c.lua"), qr/-- seen$/, 'when all is written');
is((run(migratec(), '-C', $dir, qw(compile --quiet)))[0], 0, 'which compiles');
unlike(slurp("$versions/d.lua"), qr/"c"/, 'as one');
project(@line);
spew("$dir/migrations/config.lua", 'return { post_write_hooks = { "kill -TERM $PPID; false" } }');
my $before = files();
{
	local $Cluster::fresh = 1;
	is((squash(qw(b:c)))[0], 128 + 15, 'and where it fails');
}
is_deeply(files(), $before, 'when all is as it was');
spew("$dir/migrations/config.lua", 'return { post_write_hooks = { "false" } }');
refused([ qw(b:c --path), 'migrations/versions/2026' ], qr/squash: 'false' \(post_write_hooks\)/, 'in a folder');
ok(!-e "$versions/2026", 'which is gone again');

# ---- branches ----

my @fork = (
	[ 'a', '', $t ],
	[ 'b', 'parent = "a"', 'add_column("t", column("b", "text"))' ],
	[ 'c', 'parent = "a", labels = "side"', 'create_schema "c"' ],
	[ 'm', 'parent = { "b", "c" }', 'add_column("t", column("m", "text"))' ],
	[ 'x', 'parent = nil', 'create_schema "x"' ],
	[ 'n', 'parent = "m", depends_on = { "m", "x" }', 'create_schema "n"' ],
	[ 'y', 'parent = { "x", "m" }, depends_on = "n"', 'create_schema "y"' ],
);
project(@fork);
is(passes([qw(b:m --rev-id s)], 'a merge')  =~ s/.*\n//r, "removed: migrations/versions/b.lua\nremoved: migrations/versions/m.lua\nrewritten: migrations/versions/n.lua\nrewritten: migrations/versions/n.lua\nrewritten: migrations/versions/y.lua\n", 'all that is behind it');
like(show('s'), qr/^parent\s+c$/m, 'it stands on the other branch, and what that stands on');
like(slurp("$versions/n.lua"), qr/parent = "s", depends_on = \{ "s", "x" \}/, 'parents and dependencies are rewritten');
like(slurp("$versions/y.lua"), qr/parent = \{ "x", "s" \}/, 'in lists too');
project(@fork);
passes([qw(a:m --rev-id s)], 'branches and their merge');
like(slurp("$versions/s_squash_a_m.lua"), qr/^  parent = nil,\n  labels = "side",$/m, 'are one');
project(@fork);
passes([qw(n:y --rev-id s)], 'dependencies');
is_deeply([ show('s') =~ /^(parents?|depends on)\s+(.*)$/mg ], [ parents => 'm, x' ], 'those that are parents too are not said twice');

# ---- what is refused ----

project(@line);
refused([qw(b:b)], qr/squash: b:b is one revision: there is nothing to make one of/, 'one');
refused([qw(c:b)], qr/squash: /, 'none');
refused([qw(b:nowhere)], qr/squash: .*nowhere/, 'nowhere');
refused([qw(b)], qr/squash: /, 'no range');
refused([qw(b:c --rev-id b)], qr/the id 'b' is taken/, 'the id of one of them');
project(@fork);
refused([qw(a:b)], qr{squash: 'c' \(migrations/versions/c\.lua\) is built upon 'a', which is in the midst of a:b}, 'a branch goes off');
refused([qw(m:n)], qr/squash: 'y' .*is built upon 'm', which is in the midst of m:n/, 'another is built upon an inner one');
script(@{ $fork[2] });
project(@fork[ 0 .. 2 ]);
refused([qw(a:heads)], qr/squash: nothing in a:heads is built upon both 'b' and 'c'/, 'two tops');
project([ 'a', '', $t ], [ 'b', 'parent = "a", transaction = "none"', 'add_column("t", column("b", "text"))' ]);
refused([qw(a:b)], qr/squash: 'b' \(.*\) has transaction = "none", and 'a' \(.*\) "one": they cannot be one revision/, 'transactions');
project([ 'a', '', 'create_enum("mood", { "sad" })' ], [ 'b', 'parent = "a"', 'add_enum_value("mood", "glad")' ], [ 'c', 'parent = "b"', 'create_table("t", { column("mood", "mood", { default = "glad" }) })' ]);
refused([qw(b:c)], qr{^migrations/versions/c\.lua:3: squash: this uses an enum value that another revision of b:c adds, which must be committed before}m, 'a new label');
script('x', '', 'create_schema "x"');
script('n', 'parent = "c", depends_on = { "c", "x" }', 'create_schema "n"');
refused([qw(b:c)], qr{squash: this uses an enum value}, 'with one behind it that is rewritten twice');
unlink "$versions/$_.lua" for qw(x n);
passes([qw(a:b --rev-id s)], 'without its use');
project([ 'a', '', 'execute "SET lock_timeout = \'1s\'"' ], [ 'b', 'parent = "a"', $t ]);
refused([qw(a:b)], qr{^migrations/versions/a\.lua:3: squash: what 'a' sets holds until its end}m, 'a setting');
project([ 'a', '', $t ], [ 'b', 'parent = "a"', 'execute "SET lock_timeout = \'1s\'"', '' ]);
passes([qw(a:b)], 'a setting in the last');
project([ 'a', '', $t ], [ 'b', 'parent = "a"', 'add_column("t", column("b", "text"))' ], [ 'c', '', '' ]);
spew("$versions/c.lua", qq(local p = "b"\nrevision { id = "c", message = "C", parent = p }\nfunction upgrade()\nend\n));
passes([qw(a:b --rev-id s)], 'a parent behind a name');
like(slurp("$versions/c.lua"), qr/parent = "s"/, 'is said itself then');
project([ 'a', '', $t ], [ 'b', 'parent = "a"', 'add_column("t", column("b", "text"))' ]);
spew("$versions/c.lua", qq(local r = { id = "c", message = "C", parent = "b" }\nrevision(r)\nfunction upgrade()\nend\n));
refused([qw(a:b)], qr/squash: migrations\/versions\/c\.lua says no parent in its revision \{ \}; write `parent = "b"` there first/, 'a parent that is not said where it is looked for');

# ---- by hand ----

for ([ '7', qr/replaces: .*7/ ], [ '{}', qr/replaces: id is missing/ ], [ '{ "q", "1:a", replaces = { {} } }', qr/replaces: replaces: id is missing/ ]) {
	project([ 'a', "replaces = { $_->[0] }", $t ]);
	my ($exit, $out, $err) = run(migratec(), '-C', $dir, qw(compile --quiet));
	is($exit, 1, "replaces = { $_->[0] }");
	like($err, qr/^migrations\/versions\/a\.lua:1: revision: $_->[1]/m, 'is an error');
}
project(@line);
passes([qw(b:c --rev-id s)], 'for its ids');
for ([qw(revision --rev-id b -m b)], [qw(squash a:s --rev-id b)]) {
	my $before = files();
	my ($exit, $out, $err) = run(migratec(), '-C', $dir, @$_);
	is($exit, 1, "@$_");
	like($err, qr{^migrations/versions/s_squash_b_c\.lua:1: revision: the id 'b' is taken: it is part of this revision}m, 'an id that is part of a squash is taken');
	is_deeply(files(), $before, 'and nothing is written');
}

# ---- all that is tested elsewhere ----

# each golden folder as one revision sends what its revisions sent, or says why it cannot be one
my %cannot = map { $_ => 1 } qw(enum-label-commit execute-transaction-none function-body materialized-view-index path-hidden search-path search-path-types
	sequence-shared table-temporary);
for my $folder (map { m{([^/]+)/up\.sql$} } glob 'tests/golden/*/up.sql') {
	my $golden = slurp("tests/golden/$folder/up.sql");
	my @ids = $golden =~ /^revision  (\S+)/mg;

	next if @ids < 2;
	remove_tree("$dir/migrations");
	run('cp', '-r', "tests/golden/$folder/migrations", $dir);
	chomp(my @heads = $golden =~ /^revision  \S+ \(head\)/mg);
	next if @heads != 1;
	my $before = files();
	my @sent = map { [ sent($dir, $_) ] } @ids;
	my ($exit, $out, $err) = squash(qw(:heads --rev-id squashed));
	if ($cannot{$folder}) {
		is($exit, 1, "$folder: is refused");
		like($err, qr/\bsquash: /, 'and says why');
		is_deeply(files(), $before, 'and nothing is written');
		next;
	}
	is($exit, 0, "$folder: is one") or diag $err;
	my ($up, $down) = sent($dir, 'squashed');
	is($up, join('', map { $_->[0] } @sent), "$folder: what it sends");
	my $one_way = $golden =~ /^downgrade: there is none/m;
	is($down, join('', map { $_->[1] } reverse @sent), "$folder: and back") unless $one_way;
	like(show('squashed'), qr/^downgrade: there is none/m, "$folder: there is no way back") if $one_way;
}
done_testing;
