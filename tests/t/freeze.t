# migratec freeze: what was frozen changes no more, and who changed it is named.
use strict;
use warnings;
use lib 'tests/lib';

use Cluster qw(run slurp spew tempdir);
use Test::More;

my $dir = tempdir();
my $versions = "$dir/migrations/versions";
my $frozen = "$dir/migrations/frozen";

sub migratec_in {
	return run(migratec(), '-C', $dir, @_);
}

# a command is refused, and says why
sub refused {
	my ($command, $message, $name) = @_;
	my ($exit, $out, $err) = migratec_in(@$command);

	is($exit, 1, "$name: @$command is refused");
	like($err, $message, 'and says why');
}

sub passes {
	my ($command, $name) = @_;
	my ($exit, $out, $err) = migratec_in(@$command);

	is("$exit$err", '0', "$name: @$command");
	return $out;
}

my %script = (
	c => qq(revision { id = "c", parent = "a", message = "C" }\nfunction upgrade()\n\tcreate_schema "c"\nend\n),
	a => qq(local audit = require "lib.audit"\nrevision { id = "a", message = "A" }\nfunction upgrade()\n\tcreate_table("t", { column("id", "bigint"), audit.column() })\n\texecute_file "a.sql"\nend\n),
	b => qq(revision { id = "b", parent = "c", message = "B" }\nfunction upgrade()\n\tcopy_file("t", "b.csv")\nend\n),
);
my %beside = (
	'lib/audit.lua' => qq(local m = {}\nfunction m.column() return column("at", "text") end\nreturn m\n),
	'versions/a.sql' => "INSERT INTO t VALUES (1, 'x');\n",
	'versions/b.csv' => "id,at\n2,y\n",
);

sub restore {
	spew("$versions/$_.lua", $script{$_}) for keys %script;
	spew("$dir/migrations/$_", $beside{$_}) for keys %beside;
}

restore();
spew("$dir/migrations/models/m.lua", qq(table "t" { column("id", "bigint"), column("at", "text") }\nschema "c"\n));
my $before = (migratec_in('history', '--json'))[1];
my %sum = $before =~ /"id": "(\w)".*?"checksum": "(.*?)"/g;

# ---- what is written ----

is(passes([qw(freeze c)], 'some'), "migrations/frozen: 2 revisions, 2 of them new\n", 'a revision and what it is built upon');
my $hash = qr/[0-9a-f]{64}/;
like(slurp($frozen), qr{^a $sum{a}\na $hash migrations/lib/audit\.lua\na $hash migrations/versions/a\.sql\nc $sum{c}\n$}, 'a line a revision, and one for each file that it reads');
is(passes(['freeze'], 'all'), "migrations/frozen: 3 revisions, 1 of them new\n", 'and the rest');
my $text = slurp($frozen);
like($text, qr{\nb $sum{b}\nb $hash migrations/versions/b\.csv\nc }, 'sorted');
is(passes(['freeze'], 'again'), "migrations/frozen: 3 revisions, 0 of them new\n", 'nothing is new');
is(slurp($frozen), $text, 'and the file the same');
passes([qw(compile --quiet)], 'unchanged');
like(slurp("$dir/generated/migrations.c.d"), qr{^  migrations/frozen\b}m, 'the depfile names it');
passes([qw(check --quiet)], 'unchanged');

# ---- what may change ----

spew("$versions/c.lua", "-- a comment\n" . $script{c} =~ s/"C"/"The same"/r);
spew("$dir/migrations/lib/audit.lua", "-- a comment\n$beside{'lib/audit.lua'}");
spew("$versions/d.lua", qq(revision { id = "d", parent = "b", message = "D" }\nfunction upgrade()\nend\n));
passes([qw(compile --quiet)], 'comments, messages, new revisions');
unlink "$versions/d.lua";
restore();

# ---- what may not ----

for (
	[ 'versions/c.lua', $script{c} =~ s/schema "c"/schema "d"/r, 'c', qr{^migrations/versions/c\.lua:1: revision: 'c' is frozen \(migrations/frozen:6\) and has changed since; what} ],
	[ 'lib/audit.lua', $beside{'lib/audit.lua'} =~ s/"text"/"varchar"/r, 'a', qr{^migrations/versions/a\.lua:2: revision: 'a' is frozen \(migrations/frozen:1\) and has changed since; migrations/lib/audit\.lua, which it reads, has changed; what} ],
	[ 'versions/a.sql', "INSERT INTO t VALUES (1, 'y')", 'a', qr{changed since; migrations/versions/a\.sql, which it reads, has changed; what} ],
	[ 'versions/b.csv', "id,at\n3,y\n", 'b', qr{^migrations/versions/b\.lua:1: revision: 'b' is frozen .*; migrations/versions/b\.csv, which it reads, has changed; what} ],
	[ 'versions/b.lua', $script{b} =~ s/copy_file.*/-- none/r, 'b', qr{^migrations/versions/b\.lua:1: .*; migrations/versions/b\.csv is no longer read; what} ],
) {
	my ($file, $changed, $id, $message) = @$_;

	spew("$dir/migrations/$file", $changed);
	refused(\@$_, $message, $file) for [qw(compile --one-line)], [qw(check --one-line)];
	refused(\@$_, $message, $file) for ['freeze'], [ 'freeze', $id ], ['history'], [qw(revision -m next)];
	is(slurp($frozen), $text, 'nothing is written');
	like(passes([ 'freeze', '--force', $id ], $file), qr{^accepted: '$id' \(migrations/versions/$id\.lua:\d\).*\nmigrations/frozen: 3 revisions, 0 of them new\n}, 'and says what it accepts');
	isnt(slurp($frozen), $text, 'which is written');
	passes([qw(compile --quiet)], 'accepted');
	restore();
	spew($frozen, $text);
}

# two of them: one may be accepted alone
spew("$versions/c.lua", $script{c} =~ s/schema "c"/schema "d"/r);
spew("$versions/b.csv", "id,at\n3,y\n");
refused([qw(freeze --force c)], qr{'b' is frozen}, 'another has changed');
is(slurp($frozen), $text, 'nothing is written');
like(passes([qw(freeze --force)], 'all'), qr/^accepted: 'c'.*\naccepted: 'b'.*\nmigrations/, 'both are accepted');
restore();
spew($frozen, $text);

# files are sorted, in whichever order they are read
spew("$versions/$_.sql", "SELECT 1;\n") for qw(y z);
spew("$versions/d.lua", qq(revision { id = "d", parent = "b", message = "D" }\nfunction upgrade()\n\texecute_file "z.sql"\n\texecute_file "y.sql"\nend\n));
passes([qw(freeze d)], 'two files');
like(slurp($frozen), qr{^d $hash migrations/versions/y\.sql\nd $hash migrations/versions/z\.sql$}m, 'are in order');
unlink map { "$versions/$_" } qw(d.lua y.sql z.sql);
spew($frozen, $text);

# ---- what is gone ----

unlink "$versions/b.lua";
refused([qw(compile --one-line)], qr{^migrations/frozen:4: revision 'b' is frozen, and there is no script of it any more; restore that, or 'migratec freeze --force' forgets the revision \[E0208\]}, 'gone');
refused(['freeze'], qr/'b' is frozen, and there is no script/, 'gone');
is(passes([qw(freeze --force)], 'gone'), "forgotten: 'b'\nmigrations/frozen: 2 revisions, 0 of them new\n", 'is forgotten');
unlike(slurp($frozen), qr/^b /m, 'and is no longer there');
restore();

# ---- what is no such file ----

for (
	[ "<<<<<<< HEAD\n$text", qr{^migrations/frozen:1: no line of a revision.*\[E0208\]} ],
	[ "a\n", qr{^migrations/frozen:1: no line of a revision} ],
	[ "a 1 x\n", qr{^migrations/frozen:1: the file of revision 'a' stands before the revision} ],
	[ "a $sum{a}\na $sum{a}\n", qr{^migrations/frozen:2: revision 'a' stands here twice, first on line 1} ],
) {
	my ($wrong, $message) = @$_;

	spew($frozen, $wrong);
	refused([qw(compile --one-line)], $message, (split /\n/, $wrong)[-1]);
}
spew($frozen, $text =~ s/\n/\r\n/gr);
passes([qw(compile --quiet)], 'line ends of another system');
spew($frozen, '');
passes([qw(compile --quiet)], 'nothing is frozen');

# ---- ninja ----

spew("$dir/build.ninja", "rule migratec\n  command = @{[migratec()]} compile --quiet\n  depfile = \$out.d\n  restat = 1\nbuild generated/migrations.c: migratec\n");
unlink $frozen;
my $ninja = sub { return join '', (run({ cwd => $dir }, 'ninja'))[ 0, 1 ] };
$ninja->();
like($ninja->(), qr/^0ninja: no work to do/, 'nothing to do');
spew($frozen, $text =~ s/$sum{c}/1:0/r);
like($ninja->(), qr/^1.*FAILED/s, 'a new file is noticed');
spew($frozen, $text);
like($ninja->(), qr/^0(?!ninja: no work)/, 'a change is noticed');
like($ninja->(), qr/^0ninja: no work to do/, 'nothing to do');
unlink $frozen;
like($ninja->(), qr/^0(?!ninja: no work)/, 'and that it is gone');
like($ninja->(), qr/^0ninja: no work to do/, 'once');
done_testing;
