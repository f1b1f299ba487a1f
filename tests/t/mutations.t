# What PostgreSQL takes, migratec takes, also where names are wrong by chance: each name in the queries of tests/golden/query is
# misspelt, and put in place of others.  The server plans what comes of it, and the compiler judges it.  There is no false
# alarm, and most of what the server refuses is refused.
use strict;
use warnings;
use lib 'tests/lib';

use Cluster qw(run slurp spew tempdir);
use Test::More;

my $versions = 'tests/golden/query/migrations/versions';
my @others = qw(id email name mood tags data at total user_id sku users orders);
my %word = map { $_ => 1 } @others, qw(u o a b t x s v w n e j r sq parent_id status order_id qty oid tag ord value key sub);

sub statements {
	my ($file) = @_;

	return map { s/^EXPLAIN //r } slurp("$versions/$file") =~ /^\t\t(.+);$/mg;
}

# pairs of a statement with one name changed, and what was changed: 'misspelt' or 'swapped'
sub mutations {
	my ($sql) = @_;
	my @made;

	while ($sql =~ /('(?:[^']|'')*')|\b([a-z_]+)\b(?!\()/g) {
		my ($name, $from) = ($2, $-[0]);
		next unless defined $name && $word{$name};
		my $put = sub { substr($sql, 0, $from) . $_[0] . substr($sql, $from + length $name) };

		push @made, [misspelt => $put->("${name}q")];
		push @made, map { [swapped => $put->($_)] } grep { $_ ne $name } @others;
	}
	return @made;
}

my $pg = Cluster->new;
my $folder = tempdir();
my @setup = statements('a1.lua');
my @cases = map { mutations($_) } map { statements($_) } 'a2.lua', 'a3.lua';

$pg->createdb('mutations');
$pg->psql('mutations', join '', map { "$_;\n" } @setup);
my $script = join q(), map { "EXPLAIN $_->[1];\n\\echo VERDICT :ERROR\n" } @cases;
my ($exit, $out) = run({ stdin => $script }, 'psql', '-XAtq', '-d', $pg->url('mutations'));
my @refused = map { $_ eq 'true' } $out =~ /^VERDICT (\w+)$/mg;
is(scalar @refused, scalar @cases, 'the server has judged all');

# one line a case, so that an error's line tells which; names in what is refused are excused from then on, so the rest is compiled
# again
my $head = "revision { id = 'a2', parent = 'a1', message = 'cases' }\nfunction upgrade()\n";
my (%says, $more);
spew("$folder/migrations/versions/a1.lua", slurp("$versions/a1.lua"));
do {
	my @left = grep { !$says{$_} } 0 .. $#cases;
	my $lines = join '', map { "execute [==[EXPLAIN $cases[$_][1]]==]\n" } @left;

	spew("$folder/migrations/versions/a2.lua", "$head${lines}end\nfunction downgrade() end\n");
	(undef, undef, my $err) = run(migratec(), '-C', $folder, 'compile', '--one-line');
	$more = 0;
	while ($err =~ /a2\.lua:(\d+): (.*)/g) {
		$says{ $left[$1 - 3] } //= $2;
		$more = 1;
	}
} while $more;

my (%of, %caught, @false);
for my $i (0 .. $#cases) {
	my ($how, $sql) = @{ $cases[$i] };

	push @false, "$sql: $says{$i}" if !$refused[$i] && $says{$i};
	next unless $refused[$i];
	$of{$how}++;
	$caught{$how}++ if $says{$i};
	diag "not refused: $sql" if !$says{$i} && $ENV{VERBOSE};
}
is(join("\n", @false), '', 'nothing that the server takes is refused');
for my $how (sort keys %of) {
	my $share = $caught{$how} / $of{$how};
	note "$how: $caught{$how} of $of{$how} are refused";
	cmp_ok($share, '>=', 0.9, "$how names are refused");
}
done_testing;
