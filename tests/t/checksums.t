# Checksums: what changes them, what does not, and that they stay the same for ever.
#
# tests/checksums holds those of every revision under tests/golden and migrations/. A line that is there never changes: databases
# remember it. CHECKSUMS=write adds the lines of new revisions.
use strict;
use warnings;
use lib 'tests/lib';

use Cluster qw(run slurp spew tempdir);
use Test::More;

my $file = 'tests/checksums';

# id => checksum of a project's revisions
sub checksums {
	my ($project) = @_;
	my ($exit, $out, $err) = run(migratec(), '-C', $project, 'history', '--json');
	my %sums;

	$sums{$1} = $2 while $out =~ /"id": "((?:[^"\\]|\\.)*)".*?"checksum": "([^"]*)"/g;
	return \%sums;
}

# the checksum of one script, with what stands beside it
sub checksum {
	my ($script, %beside) = @_;
	my $project = tempdir();

	spew("$project/migrations/versions/a.lua", $script);
	spew("$project/migrations/$_", $beside{$_}) for keys %beside;
	my $sums = checksums($project);
	die "no checksum of: $script" unless $sums->{a};
	return $sums->{a};
}

my %known = -e $file ? map { /^(\S+ \S+) (\S+)$/ ? ($1 => $2) : () } split /\n/, slurp($file) : ();
my %now;
for my $project ('.', glob 'tests/golden/*') {
	my $sums = checksums($project);
	$now{"$project $_"} = $sums->{$_} for keys %$sums;
}
if (($ENV{CHECKSUMS} // '') eq 'write') {
	%known = (%now, %known);
	spew($file, map { "$_ $known{$_}\n" } sort keys %known);
}
for my $revision (sort keys %known) {
	next unless exists $now{$revision};
	is($now{$revision}, $known{$revision}, "$revision keeps its checksum");
}
is_deeply([ grep { !$known{$_} } sort keys %now ], [], 'every revision is in tests/checksums; CHECKSUMS=write adds it');

sub script {
	my ($body, $head) = @_;

	return sprintf "revision { id = \"a\", message = \"one\"%s }\nfunction upgrade()\n%s\nend\n", $head // '', $body;
}

my $table = 'create_table("t", { column("a", "integer", { not_null = true }), column("b", "varchar(10)", { default = sql "lower(\'X\')" }) })';
my $sql = "execute [[ CREATE VIEW v AS SELECT a, 'b  c' FROM t WHERE a > 1 ]]";
my $both = checksum(script("$table\n$sql"));

like($both, qr/^1:[0-9a-f]{64}$/, 'a number for the form, and SHA-256');

# what changes nothing
my %same = (
	'white space in Lua' => script("\n\n  $table\n\n\t$sql\n"),
	'a comment in Lua' => script("-- x\n$table -- y\n--[[ z ]] $sql"),
	'line ends' => script("$table\n$sql") =~ s/\n/\r\n/gr,
	'another message' => script("$table\n$sql") =~ s/one/two/r,
	'a date' => script("$table\n$sql", ', created = "2026-01-01"'),
	'a downgrade' => script("$table\n$sql") . "function downgrade() execute [[DROP VIEW v]] drop_table \"t\" end\n",
	'white space in SQL' => script("$table\nexecute [[CREATE  VIEW\n v AS SELECT a ,'b  c' FROM t\nWHERE a>1]]"),
	'comments in SQL' => script("$table\nexecute [[ CREATE VIEW v AS -- x\n SELECT a, /* y */ 'b  c' FROM t WHERE a > 1; ]]"),
	'a way down beside the SQL' => script("$table\nexecute([[ CREATE VIEW v AS SELECT a, 'b  c' FROM t WHERE a > 1 ]], { down = 'DROP VIEW v' })"),
	'another spelling of a type' => script(($table =~ s/varchar\(10\)/character varying ( 10 )/r) . "\n$sql"),
	'an option at its default' => script(($table =~ s/not_null = true/not_null = true, unique = false/r) . "\n$sql"),
	'white space in an expression' => script(($table =~ s/lower\('X'\)/ lower( 'X' ) /r) . "\n$sql"),
	'a loop' => script("for _, n in ipairs { 'a' } do create_table('t', { column(n, 'integer', { not_null = true }), column('b', 'varchar(10)', { default = sql \"lower('X')\" }) }) end\n$sql"),
);
is(checksum($same{$_}), $both, "$_ changes nothing") for sort keys %same;
is(checksum(script("$table\nexecute_file 'v.sql'"), 'versions/v.sql' => "CREATE VIEW v AS\r\n  SELECT a, 'b  c' FROM t WHERE a > 1;\r\n"),
	$both, 'a file in the place of a string changes nothing');

my $copy = script(qq($table\ncopy_file("t", "t.csv")));
my $copied = checksum($copy, 'versions/t.csv' => "a,b\n1,\"x\ny\"\n");
is(checksum($copy, 'versions/t.csv' => "\xef\xbb\xbfa,b\r\n1,\"x\r\ny\"\r\n"), $copied, 'line ends of a file of rows change nothing');
is(checksum($copy =~ s/t\.csv/rows.csv/r, 'versions/rows.csv' => "a,b\n1,\"x\ny\"\n"), $copied, 'nor does its name');
isnt(checksum($copy, 'versions/t.csv' => "a,b\n1,\"x\nz\"\n"), $copied, 'a value changes it');
isnt(checksum($copy =~ s/"\)/", { escape = "\\\\" })/r, 'versions/t.csv' => "a,b\n1,\"x\ny\"\n"), $copied, 'as does how it is read');

# what changes it
my %other = (
	'another id' => [ script("$table\n$sql") =~ s/"a", message/"b", message/r, 'b' ],
	'another name' => [ script(($table =~ s/"t"/"u"/r) . "\nexecute [[ SELECT 1 ]]") ],
	'another type' => [ script(($table =~ s/varchar\(10\)/varchar(11)/r) . "\n$sql") ],
	'another default' => [ script(($table =~ s/'X'/'x'/r) . "\n$sql") ],
	'a literal in the place of an expression' => [ script(($table =~ s/sql "lower\('X'\)"/"lower('X')"/r) . "\n$sql") ],
	'an option' => [ script(($table =~ s/not_null = true/unique = true/r) . "\n$sql") ],
	'white space in a string of SQL' => [ script($table . "\n" . ($sql =~ s/b  c/b c/r)) ],
	'an operator in SQL' => [ script($table . "\n" . ($sql =~ s/a > 1/a < 1/r)) ],
	'quotes in SQL' => [ script($table . "\n" . ($sql =~ s/VIEW v/VIEW "V"/r)) ],
	'another order' => [ script("execute 'SELECT 1'\n$table") ],
	'one operation more' => [ script("$table\n$sql\nadd_column('t', column('c', 'integer'))") ],
	'one operation less' => [ script($table) ],
	'the mode of transactions' => [ script("$table\n$sql", ', transaction = "none"') ],
	'a column in the place of an expression' => [ script("$table\ncreate_index('t', { 'a' })") ],
	'an expression in the place of a column' => [ script("$table\ncreate_index('t', { sql 'a' })") ],
);
my %seen = ($both => 'the first');
for my $name (sort keys %other) {
	my ($script, $id) = @{ $other{$name} };
	my $project = tempdir();
	spew("$project/migrations/versions/a.lua", $script);
	my $sum = checksums($project)->{ $id // 'a' } // 'none';
	ok($sum =~ /^1:/ && !$seen{$sum}, "$name changes it") or diag "$sum like $seen{$sum}";
	$seen{$sum} = $name;
}
done_testing;
