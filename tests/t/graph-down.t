# The way down of one branch beside another, on a server: it is what was compiled for it alone, or is refused before anything runs.
#
#     SEED=N repeats the walks; STEPS=N makes them longer
use strict;
use warnings;
use lib 'tests/lib';

use Cluster qw(link_migrate run spew tempdir);
use Test::More;

my $seed = $ENV{SEED} // int(rand 1e9);
my $pg = Cluster->new;

srand $seed;
diag "seed $seed";

# a program of revisions: id => [parents, what upgrade() does, downgrade() or nothing]
sub program {
	my (%of) = @_;
	my $dir = tempdir();

	spew("$dir/migrations/config.lua", qq(return { name = "down", postgres = 14 }\n));
	for my $id (sort keys %of) {
		my ($parents, $up, $down) = @{ $of{$id} };

		spew("$dir/migrations/versions/$id.lua",
			qq(revision { id = "$id", parent = { ), join(', ', map { qq("$_") } @$parents), qq( }, message = "The $id" }\nfunction upgrade()\n$up\nend\n),
			$down ? "function downgrade()\n$down\nend\n" : '');
	}
	my ($exit, $out, $err) = run(migratec(), '-C', $dir, 'compile', '--one-line');
	is($exit, 0, 'compiles') or diag $err;
	unlike($err, qr/write a downgrade/, 'each has a way down');
	return (link_migrate("$dir/migrate", "$dir/generated/migrations.c"), $err);
}

sub migrate_is {
	my ($program, $db, $code, @arguments) = @_;
	my ($got, $stdout, $stderr) = run({ env => { DATABASE_URL => $pg->url($db) } }, $program, @arguments);

	is($got, $code, "migrate @arguments") or diag $stdout, $stderr;
	return ($stdout, $stderr);
}

sub applied {
	my ($db) = @_;

	return $pg->psql($db, 'SELECT revision FROM migrate_history ORDER BY 1') =~ s/\n/ /gr;
}

# an enum is made anew where a label goes, with the columns that use it: those of the other branch are not known to it. One
# comes before the other in the table, and behind it
my %enums = (
	a1 => [ [], q(create_enum("kind", { "a", "b" }) create_enum("sort", { "a", "b" }) create_table("t", { column("id", "bigint", { primary_key = true }) })) ],
	b1 => [ ['a1'], q(add_enum_value("kind", "z")) ],
	c1 => [ ['a1'], qq(create_table("u", { column("id", "bigint") })\nadd_column("t", column("k", "kind"))\nadd_column("t", column("l", "kind"))) ],
	c2 => [ ['c1'], q(add_column("u", column("k", "kind"))) ],
	d1 => [ ['a1'], q(add_column("t", column("s", "sort"))) ],
	e1 => [ ['a1'], q(add_enum_value("sort", "z")), q(drop_enum_value("sort", "z")) ],
	e2 => [ ['e1'], q(create_table("v", { column("s", "sort", { default = "z" }) })) ],
	f1 => [ ['a1'], q(add_column("t", column("n", "integer", { not_null = true, default = 1 }))) ],
	m1 => [ [ 'b1', 'c2' ], q(create_index("t", { "k" })) ],
);
my ($migrate, $notes) = program(%enums);
like($notes, qr{^migrations/versions/b1.lua:1: note: revision 'b1' cannot be downgraded while 'c1' is applied, which is of another branch: its way down does not go beside add_column \(migrations/versions/c1.lua:4\)$}m,
	'compile has a note of it');
unlike($notes, qr/'b1' cannot be downgraded while 'c2'/, 'and none of what is built upon that');
my ($shown) = migrate_is($migrate, 'none', 0, 'show', 'b1');
like($shown, qr{^-- not while c1 is applied: add_column \(migrations/versions/c1.lua:4\)$}m, 'show says it');
($shown) = migrate_is($migrate, 'none', 0, 'show', 'b1', '--json');
like($shown, qr{"obstacles": ?\[\s*\{\s*"revision": ?"c1",\s*"why": ?"add_column }, 'as JSON too');

$pg->createdb('enums');
migrate_is($migrate, 'enums', 0, 'ensure-version');
migrate_is($migrate, 'enums', 0, 'upgrade', $_) for qw(b1 c2 d1 e2 f1);
my $before = $pg->dump_lines('enums');
for (
	[ 'b1@a1', 'b1', 'c1', 'add_column (migrations/versions/c1.lua:4)', 'c1@a1' ],
	[ 'b1@-1', 'b1', 'c1', 'add_column (migrations/versions/c1.lua:4)', 'c1@a1' ],
	[ 'e2@a1', 'e1', 'd1', 'add_column (migrations/versions/d1.lua:3)', 'd1@a1' ],
) {
	my ($target, $of, $beside, $operation, $hint) = @$_;
	my $message = qr/revision $of \(The $of\) cannot be downgraded while $beside \(The $beside\) is applied: its way down does not go beside \Q$operation\E\nhint: nothing was run; downgrade $beside first: migrate downgrade \Q$hint\E$/m;

	like((migrate_is($migrate, 'enums', 1, @$_))[1], $message, 'it says what stands in the way')
		for [ 'downgrade', $target ], [ 'downgrade', '--dry-run', $target ], $target =~ /-1/ ? () : [ 'downgrade', '--sql', "heads:$target" ];
}
is($pg->dump_lines('enums'), $before, 'and nothing was run');
migrate_is($migrate, 'enums', 0, 'downgrade', 'c1@a1');
migrate_is($migrate, 'enums', 0, 'downgrade', 'b1@a1');
is(applied('enums'), 'a1 d1 e1 e2 f1', 'what stood in the way went first, then it goes');
migrate_is($migrate, 'enums', 0, 'downgrade', 'd1@a1');
migrate_is($migrate, 'enums', 0, 'downgrade', 'e2@a1');
is(applied('enums'), 'a1 f1', 'so with a downgrade that is written');

# both go down together, whichever came first, in the table too
for ([qw(b1 c2 d1 e2)], [qw(c2 b1 e2 d1)], [qw(m1 e1 d1)]) {
	my @way = @$_;

	migrate_is($migrate, 'enums', 0, 'upgrade', $_) for @way;
	migrate_is($migrate, 'enums', 0, 'downgrade', 'a1');
	is(applied('enums'), 'a1', "all go down after @way");
}
migrate_is($migrate, 'enums', 0, 'upgrade', 'heads');
my ($script) = migrate_is($migrate, 'enums', 0, 'downgrade', '--sql', 'heads:a1');
$pg->psql('enums', $script);
is(applied('enums'), 'a1', 'in a script too');

# the walk: what is not refused goes, and one set of revisions is one schema
my %dump;
my @targets = (keys %enums, qw(heads base b1@a1 c2@a1 c2@c1 c1@-1 d1@a1 e2@a1 e2@e1 e2@-1 f1@-1 m1@a1 -1 +1));
my ($refused, $undone) = (0, 0);
for (1 .. $ENV{STEPS} // 80) {
	my $target = $targets[ rand @targets ];
	my $way = $target =~ /\@|base|^-/ || rand() < 0.2 ? 'downgrade' : 'upgrade';
	my $had = applied('enums');
	my ($code, $stdout, $stderr) = run({ env => { DATABASE_URL => $pg->url('enums') } }, $migrate, $way, $target);
	my $has = applied('enums');

	unlike($stderr, qr/^ERROR/m, "$way $target from ($had): nothing that runs fails");
	ok($code == 0 || $has eq $had, 'and what is refused runs nothing') or diag $stderr;
	my $dump = $pg->dump_lines('enums');
	is($dump, $dump{$has} //= $dump, "one set is one schema ($has)");
	$refused++ if $stderr =~ /does not go beside/;
	$undone++ if $way eq 'downgrade' && $has ne $had;
}
note "$refused refused, $undone undone";

# what replaces a view or a function cannot be taken back where another needs it
my %code = (
	a1 => [ [], q(create_table("t", { column("n", "integer"), column("o", "integer") }) execute "CREATE VIEW seen AS SELECT n FROM t")
		. q( execute "CREATE FUNCTION twice(n integer) RETURNS integer LANGUAGE sql AS 'SELECT 2 * n'") ],
	b1 => [ ['a1'], q(execute "CREATE OR REPLACE VIEW seen AS SELECT n, o FROM t") ],
	b2 => [ ['b1'], q(execute "CREATE OR REPLACE FUNCTION twice(n integer DEFAULT 1) RETURNS integer LANGUAGE sql AS 'SELECT 2 * n'") ],
	c1 => [ ['a1'], q(execute "CREATE VIEW seeing AS SELECT n FROM seen") ],
	c2 => [ ['c1'], q(create_check_constraint("t", "twice(n) > 0")) ],
);
my ($code) = program(%code);
$pg->createdb('code');
migrate_is($code, 'code', 0, 'upgrade', 'heads');
like((migrate_is($code, 'code', 1, 'downgrade', 'b1@-1'))[1], qr{revision b2 .* while c2 .* beside create_check_constraint}, 'a function');
migrate_is($code, 'code', 0, 'downgrade', 'c1');
migrate_is($code, 'code', 0, 'downgrade', 'b1@-1');
like((migrate_is($code, 'code', 1, 'downgrade', 'b1@-1'))[1], qr{revision b1 .* while c1 .* beside execute}, 'a view');
migrate_is($code, 'code', 0, 'upgrade', 'heads');
migrate_is($code, 'code', 0, 'downgrade', 'a1');

# nothing stands in the way of what has no way down
my $dir = tempdir();
my ($make, $add) = ('create_enum("kind", { "a" }) create_table("t", { column("n", "integer") })', 'add_column("t", column("k", "kind"))');
spew("$dir/migrations/config.lua", qq(return { name = "down", postgres = 14 }\n));
spew("$dir/migrations/versions/a1.lua", qq(revision { id = "a1", message = "a1" }\nfunction upgrade() $make end\n));
spew("$dir/migrations/versions/b1.lua", qq(revision { id = "b1", parent = "a1", message = "b1" }\nfunction upgrade() add_enum_value("kind", "z") execute "DELETE FROM t" end\n));
spew("$dir/migrations/versions/c1.lua", qq(revision { id = "c1", parent = "a1", message = "c1" }\nfunction upgrade() $add end\n));
my $said = (run(migratec(), '-C', $dir, 'compile', '--one-line'))[2];
like($said, qr{^migrations/versions/b1.lua:2: .*DELETE}m, 'one has no way down');
unlike($said, qr/while 'c1' is applied/, 'and nothing is said of what stands in that');

# an older program undoes what it does not know, with what the history keeps, and knows this of it
my ($older) = program(map { $_ => $code{$_} } qw(a1 c1 c2));
my ($oldest) = program(a1 => $code{a1});
migrate_is($code, 'code', 0, 'upgrade', 'heads');
like((migrate_is($older, 'code', 1, 'downgrade', 'b2@a1'))[1],
	qr{revision b2 \(The b2\) cannot be downgraded while c2 \(The c2\) is applied: its way down does not go beside migrations/versions/c2.lua\n}, 'it refuses alike');
migrate_is($older, 'code', 0, 'downgrade', 'a1');
is(applied('code'), 'a1', 'and finds the order');
migrate_is($code, 'code', 0, 'upgrade', 'c2');
migrate_is($code, 'code', 0, 'upgrade', 'heads');
migrate_is($oldest, 'code', 0, 'downgrade', 'head');
is(applied('code'), 'a1', 'where it knows neither, too');

# both do the same: neither is taken back while the other is there, and both are together
my %same = (
	a1 => [ [], q(create_table("t", { column("n", "integer") }) execute "CREATE FUNCTION twice(n integer) RETURNS integer LANGUAGE sql AS 'SELECT 2 * n'") ],
	map { $_ => [ ['a1'], q(execute "CREATE OR REPLACE FUNCTION twice(n integer) RETURNS integer LANGUAGE sql AS 'SELECT n + n'" execute "GRANT SELECT ON t TO PUBLIC") ] } qw(b1 c1),
);
my ($same) = program(%same);
($oldest) = program(a1 => $same{a1});
$pg->createdb('same');
migrate_is($same, 'same', 0, 'upgrade', 'a1');
$before = $pg->dump_lines('same');
for my $way ([qw(b1 c1)], [qw(c1 b1)]) {
	my ($of, $beside) = @$way;

	migrate_is($same, 'same', 0, 'upgrade', $_) for @$way;
	like((migrate_is($same, 'same', 1, 'downgrade', "$of\@a1"))[1],
		qr{revision $of .* while $beside .*\nhint: nothing was run; they go down together, to what is below both$}m, "$of stays beside $beside");
	like((migrate_is($oldest, 'same', 1, 'downgrade', "$of\@a1"))[1], qr{revision $of .* while $beside }, 'an older program refuses alike');
	migrate_is($of eq 'b1' ? $same : $oldest, 'same', 0, 'downgrade', 'a1');
	is($pg->dump_lines('same'), $before, 'both go');
}

# each stands in the way of the other: there is no order
my ($circle) = program(
	a1 => [ [], q(create_enum("kind", { "a" }) create_enum("sort", { "a" }) create_table("t", { column("id", "bigint") })) ],
	b1 => [ ['a1'], q(add_enum_value("kind", "z") add_column("t", column("s", "sort"))) ],
	c1 => [ ['a1'], q(add_enum_value("sort", "z") add_column("t", column("k", "kind"))) ],
);
$pg->createdb('circle');
migrate_is($circle, 'circle', 0, 'upgrade', 'heads');
like((migrate_is($circle, 'circle', 1, 'downgrade', 'a1'))[1],
	qr{revision c1 \(The c1\) cannot be downgraded while b1 \(The b1\) is applied: its way down does not go beside add_column \(migrations/versions/b1.lua:3\), and b1 cannot go first\nhint: nothing was run; write a downgrade\(\) for one of them that goes beside the other$}m,
	'a circle is named');
is(applied('circle'), 'a1 b1 c1', 'and nothing was run');
done_testing;
