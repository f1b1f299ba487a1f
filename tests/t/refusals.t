# What PostgreSQL refuses, migratec refuses; and what PostgreSQL takes, migratec takes.
#
# Each line of tests/refusals/*.sql is a case: statements that are run in a transaction on a database that setup.sql made, and
# compiled as a revision on top of it.  Only the verdicts are compared.  "? " begins what the server refuses and the compiler
# leaves to it.
use strict;
use warnings;
use lib 'tests/lib';

use Cluster qw(run slurp spew tempdir);
use Test::More;

my $only = $ENV{ONLY} // '';    # the files that match
my $setup = slurp('tests/refusals/setup.sql');
my $pg = Cluster->new(labels => 1);
my $folder = tempdir();

# for each case 'true' where the server refuses it; an error makes the rest of a transaction fail too
sub server {
	my @cases = @_;
	my $script = join '', map { "BEGIN;\n$_;\n\\echo VERDICT :ERROR\nROLLBACK;\n" } @cases;
	my ($exit, $out, $err) = run({ stdin => $script }, 'psql', '-XAtq', '-d', $pg->url('refusals'));

	return map { $_ eq 'true' } $out =~ /^VERDICT (\w+)$/mg;
}

sub revision {
	my ($id, $parent, $sql) = @_;

	return "revision { id = '$id', parent = $parent, message = '$id' }\n"
		. "function upgrade()\n\texecute [==[\n$sql]==]\nend\nfunction downgrade() end\n";
}

# what migratec says against a case; '' where it takes it
sub compiler {
	my ($case) = @_;

	spew("$folder/migrations/versions/case.lua", revision('case', "'setup'", $case));
	my ($exit, $out, $err) = run(migratec(), '-C', $folder, 'compile', '--one-line');
	die "migratec ends with $exit on: $case\n$err" if $exit > 1;
	return $exit ? $err : '';
}

$pg->createdb('refusals');
$pg->psql('refusals', $setup);
spew("$folder/migrations/versions/setup.lua", revision('setup', 'nil', $setup));

for my $file (grep { !m{/setup\.sql$} && /$only/ } glob 'tests/refusals/*.sql') {
	my @lines = split /\n/, slurp($file);
	my @refused = server(map { s/^\? //r } @lines);
	my ($name) = $file =~ m{([^/]+)\.sql$};

	subtest $name => sub {
		is(scalar @refused, scalar @lines, 'the server has judged all');
		for my $i (0 .. $#lines) {
			my $case = $lines[$i] =~ s/^\? //r;
			my $says = compiler($case);

			if ($lines[$i] ne $case) {
				ok($refused[$i] && !$says, "left to the server: $case") or diag $says;
			} elsif ($refused[$i]) {
				ok($says, "refused: $case");
			} else {
				is($says, '', "taken: $case");
			}
		}
	};
}
done_testing;
