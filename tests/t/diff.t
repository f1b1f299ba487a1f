# The difference of two random schemas leads from the one to the other, and back: 500 cases, 100 of them with WIDE=1. `[WIDE=1]
# tests/diff/run 5000 SEED` is the long run.
use strict;
use warnings;
use lib 'tests/lib';

use Cluster qw(run);
use Test::More;

my $seed = $ENV{SEED} // 1;

for my $wide (0, 1) {
	my ($exit, $out, $err) = run({ timeout => 1800, env => { WIDE => $wide } }, 'tests/diff/run', $wide ? 100 : 400, $seed);

	is($exit, 0, "WIDE=$wide, from seed $seed on") or diag $out;
	diag $err if $err;
	diag +(split /\n/, $out)[-1];
}
done_testing;
