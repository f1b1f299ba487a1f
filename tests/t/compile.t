# migratec at the command line: what it makes of odd folders, files and words, and that it never leaves half a file.
use strict;
use warnings;
use lib 'tests/lib';

use Cluster qw(run slurp spew tempdir);
use POSIX qw(mkfifo);
use Test::More;

$Cluster::fresh = 1;    # the process itself is tested

my $revision = "revision { id = \"%s\", parent = %s, message = \"m\" }\nfunction upgrade()\n%s\nend\n";

sub project {
	my (%files) = @_;
	my $dir = tempdir();

	spew("$dir/$_", $files{$_}) for keys %files;
	return $dir;
}

sub one {
	my ($body) = @_;

	return sprintf $revision, 'a1', 'nil', $body // 'create_table("t", { column("a", "integer") })';
}

sub compile {
	my ($dir, @words) = @_;

	return run(migratec(), '-C', $dir, 'compile', @words);
}

# the message of a refusal, and that it is one
sub refused {
	my ($dir, $expected, $name) = @_;
	my ($exit, $out, $err) = compile($dir);

	is($exit, 1, "$name: exit 1");
	like($err, $expected, "$name: says so");
}

my ($exit, $out, $err);

# folders
refused(tempdir(), qr/^migratec: there is no folder 'migrations' here; .* -C \[E0008\]$/, 'no migrations/');
($exit, $out, $err) = run(migratec(), '-C', '/nowhere/at/all', 'compile');
is($exit, 1, 'no such folder');
like($err, qr{^migratec: -C /nowhere/at/all: No such file or directory \[E0009\]$}, 'is named');

my $dir = project('migrations/versions/README' => 'no revision', 'migrations/versions/.a.lua.swp' => "\0");
is((compile($dir))[0], 0, 'a project without revisions compiles, and other files are left alone');

$dir = project('migrations/versions/a1.lua' => one());
spew("$dir/migrations/versions/sub.lua/deep/b1.lua", sprintf $revision, 'b1', "'a1'", 'drop_column("t", "b")');
refused($dir, qr{^migrations/versions/sub\.lua/deep/b1\.lua:\d+: drop_column: no column named 'b'}m, 'folders are read, whatever they are called');
symlink 'nowhere', "$dir/migrations/versions/c.lua";
refused($dir, qr{^migrations/versions/c\.lua: .*No such file}m, 'a script that is not there');

$dir = project('migrations/lib/names.lua' => 'return { "t" }', 'migrations/versions/deep/down/a1.lua' => 'local names = require "lib.names"' . "\n" . one('create_table(names[1], { column("a", "integer") })'));
is((compile($dir))[2], '', 'the modules of a script in a folder are those of all');

$dir = project('migrations/versions/a1.lua' => one());
symlink 'nowhere', "$dir/migrations/versions/b.lua";
refused($dir, qr{^migrations/versions/b\.lua: .*No such file}m, 'a script that is not there');

$dir = project('migrations/versions/a1.lua' => one('execute_file("c.sql")'));
mkfifo("$dir/migrations/versions/c.sql", 0666);
refused($dir, qr{^migrations/versions/a1\.lua:\d+: execute_file: cannot read 'migrations/versions/c\.sql': not a regular file}m, 'a FIFO that nobody writes to');

$dir = project("migrations/versions/a\nb.lua" => one());
refused($dir, qr{^migrations/versions/a\nb\.lua: cannot be read: its name holds a line end }m, 'a name with a line end');
$dir = project('migrations/versions/a1.lua' => one('execute_file("c\nd.sql")'), "migrations/versions/c\nd.sql" => 'SELECT 1');
refused($dir, qr{^migrations/versions/a1\.lua:3: execute_file: cannot read 'migrations/versions/c\nd\.sql': its name holds a line end }m, 'such a file too');

$dir = project("migrations/versions/a\xff.lua" => one());
refused($dir, qr{^migrations/versions/a\xff\.lua: cannot be read: its name .* is not UTF-8}m, 'a name that is not UTF-8');

SKIP: {
	skip 'needs another user', 2 if $> != 0;
	$dir = project('migrations/versions/a1.lua' => one());
	chmod 0755, $dir;
	chmod 0, "$dir/migrations/versions/a1.lua";
	my @as = ('runuser', '-u', 'nobody', '--');
	my $binary = tempdir();
	chmod 0755, $binary;
	run('cp', migratec(), "$binary/migratec");
	($exit, $out, $err) = run({ cwd => $dir }, @as, "$binary/migratec", 'compile');
	is($exit, 1, 'a script that cannot be read');
	like($err, qr{^migrations/versions/a1\.lua: .*Permission denied}m, 'is named');
	chmod 0644, "$dir/migrations/versions/a1.lua";
	($exit, $out, $err) = run({ cwd => $dir }, @as, "$binary/migratec", 'compile');
	is($exit, 1, 'a folder that cannot be written');
	like($err, qr{^generated: cannot write: Permission denied}m, 'is named');
}

# writing
$dir = project('migrations/versions/a1.lua' => one());
is((compile($dir))[0], 0, 'compiles');
my $code = slurp("$dir/generated/migrations.c");
like($code, qr/"CREATE TABLE t \(\\n"/, 'one string a line of SQL');
like(slurp("$dir/generated/migrations.c.d"), qr{^generated/migrations\.c:.*migrations/versions/a1\.lua}s, 'the depfile names the script');
my $time = (stat "$dir/generated/migrations.c")[9];
utime 1, 1, "$dir/generated/migrations.c";
is((compile($dir))[0], 0, 'compiles again');
is((stat "$dir/generated/migrations.c")[9], 1, 'and leaves an equal file alone');

spew("$dir/migrations/versions/a2.lua", sprintf $revision, 'a2', '"a1"', 'execute("SELECT \'" .. ("x"):rep(100000) .. "\'")');
($exit, $out, $err) = run({ cwd => $dir }, 'sh', '-c', 'trap "" XFSZ; ulimit -f 16; exec "$0" compile', migratec());
is($exit, 1, 'no room for the file');
like($err, qr{^generated/migrations\.c: cannot write: File too large; the file is as it was before \[E0008\]$}m, 'is said');
is(slurp("$dir/generated/migrations.c"), $code, 'and the old file stands');
is_deeply([ glob "$dir/generated/*.tmp" ], [], 'and nothing is left over');

spew("$dir/migrations/versions/a2.lua", sprintf $revision, 'a2', '"a1"', 'drop_table "nothing"');
refused($dir, qr{^migrations/versions/a2\.lua:3: drop_table: no table named 'nothing' \[E0401\]$}m, 'a wrong operation');
is(slurp("$dir/generated/migrations.c"), $code, 'an error writes nothing');

# depfile: what require, execute_file and copy_file reach
$dir = project(
	'migrations/lib/x.lua' => "return 'a.sql'\n",
	'migrations/versions/a.sql' => "CREATE TABLE s (a integer);\n",
	'migrations/versions/rows.csv' => "a\n1\n",
	'migrations/versions/with space.lua' => one(qq(execute_file(require "lib.x")\ncopy_file("s", "rows.csv"))),
);
is((compile($dir))[0], 0, 'require, execute_file and copy_file');
my $depfile = slurp("$dir/generated/migrations.c.d");
like($depfile, qr{ migrations/lib/x\.lua\b}, 'the depfile names what require read');
like($depfile, qr{ migrations/versions/a\.sql\b}, 'and what execute_file read');
like($depfile, qr{ migrations/versions/rows\.csv\b}, 'and what copy_file read');
like($depfile, qr{ migrations/versions/with\\ space\.lua\b}, 'and a name with a space as ninja reads it');
like($depfile, qr{ migrations/versions\s}, 'and the folder');

# an index whose name only the server knows is found again by its shape
$dir = project('migrations/versions/a1.lua' => one(q(execute "DO $$BEGIN EXECUTE 'CREATE TABLE t (a int)'; END$$" execute "CREATE INDEX CONCURRENTLY ON t (a)")));
is((compile($dir))[0], 0, 'an index on a table of a DO block');
like(slurp("$dir/generated/migrations.c"), qr/LEFTOVER_BUILD,\n\t+\.table = "t",\n\t+\.probe = "CREATE INDEX ON pg_temp\.migrate_probe USING btree \(a\)"/, 'may leave one of its shape');

# the command line
for my $case (
	[ [], qr/^usage: migratec / ],
	[ ['compil'], qr/^migratec: no command 'compil'; did you mean 'compile'\? \[E0009\]$/ ],
	[ ['xyzzy'], qr/^migratec: no command 'xyzzy'; 'migratec help' lists them \[E0009\]$/ ],
	[ ['upgrade'], qr/^migratec: no command 'upgrade'; it is one of the program that is made: 'migrate upgrade' \[E0009\]$/ ],
	[ [ 'compile', '--wibble' ], qr/^migratec: compile: no option '--wibble'; see 'migratec help compile' \[E0009\]$/ ],
	[ [ 'compile', '--quite' ], qr/^migratec: compile: no option '--quite'; did you mean '--quiet'\? \[E0009\]$/ ],
	[ [ 'compile', '-C', '.' ], qr/^migratec: compile: no option '-C'; -C DIR stands before the command \[E0009\]$/ ],
	[ [ 'compile', 'x' ], qr/^migratec: compile: 'x' is one argument too many/ ],
	[ ['show'], qr/^migratec: show: takes REVISION/ ],
	[ ['revision'], qr/^migratec: revision: say what the revision does/ ],
	[ [ 'revision', '-m' ], qr/^migratec: revision: --message takes a MESSAGE \[E0009\]$/ ],
	[ [ 'revision', '-m', "a\xff" ], qr/^migratec: revision: the message is not UTF-8 \[E0009\]$/ ],
	[ [ 'revision', '-m', 'x', '--rev-id', 'a:b' ], qr/^migratec: revision: ':' cannot stand in an id: 'a:b' \[E0009\]$/ ],
) {
	my ($words, $expected) = @$case;
	($exit, $out, $err) = run(migratec(), @$words);
	is($exit, 2, "migratec @$words: exit 2");
	like($err, $expected, "migratec @$words: says why");
}
for my $command (qw(compile revision history show explain language help version)) {
	($exit, $out, $err) = run(migratec(), $command, '--help');
	is("$exit$err", '0', "$command --help");
	like($out, qr/^usage: migratec \[-C DIR\] $command/, "$command --help explains it");
}

# revision
$dir = tempdir();
mkdir "$dir/migrations";
($exit, $out, $err) = run(migratec(), '-C', $dir, 'revision', '-m', 'Add "users", and \\ more: this is a rather long message');
is($exit, 0, 'revision') or diag $err;
like($out, qr{^migrations/versions/[0-9a-f]{12}_add_users_and_more_this_is_a_rather_long\.lua$}, 'prints its file');
chomp(my $first = $out);
($exit, $out, $err) = run(migratec(), '-C', $dir, 'revision', '--message=Second', '--rev-id=second');
is($exit, 0, 'a second') or diag $err;
is($out, "migrations/versions/second_second.lua\n", 'with its own id');
my ($id) = $first =~ m{versions/(\w{12})};
like(slurp("$dir/migrations/versions/second_second.lua"), qr/^  parent = "$id",$/m, 'has the head as its parent');
is((compile($dir))[0], 0, 'both compile as they are');
($exit, $out, $err) = run(migratec(), '-C', $dir, 'history');
is($out, "$id -> second (head), Second\n<base> -> $id, Add \"users\", and \\ more: this is a rather long message\n", 'history');
($exit, $out, $err) = run(migratec(), '-C', $dir, 'revision', '-m', 'x' . "\xc3\xbc" x 30, '--rev-id', 'third');
is($out, "migrations/versions/third_x" . "\xc3\xbc" x 19 . ".lua\n", 'a long word is not cut inside of a character');
($exit, $out, $err) = run(migratec(), '-C', $dir, 'revision', '-m', 'x', '--rev-id', 'second');
is($exit, 1, 'an id that is taken');
like($err, qr{^migrations/versions/second_second\.lua:1: revision: the id 'second' is taken}, 'is refused');

($exit, $out, $err) = run(migratec(), '-C', $dir, 'revision', '-m', "\xe3\x81\x82" x 20, '--rev-id', 'long');
is($out, "migrations/versions/long_" . "\xe3\x81\x82" x 13 . ".lua\n", 'a long word is cut between characters');
unlink "$dir/migrations/versions/long_" . "\xe3\x81\x82" x 13 . '.lua';

# show
($exit, $out, $err) = run(migratec(), '-C', $dir, 'show', substr $id, 0, 4);
is($exit, 0, 'show by the beginning of an id');
like($out, qr/^revision  $id$/m, 'shows it');
($exit, $out, $err) = run(migratec(), '-C', $dir, 'show', 'secnd');
is($exit, 1, 'show what is not there');
is($err, "migratec: show: no revision 'secnd'; did you mean second (Second)? [E0009]\n", 'names the nearest');
done_testing;
