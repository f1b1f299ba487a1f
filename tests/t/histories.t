# Histories that chance has written go up, down and up again. `tests/histories/run 100 SEED` is the long run.
use strict;
use warnings;
use lib 'tests/lib';

use Cluster qw(run);
use Test::More;

my $seed = $ENV{SEED} // 1;
for ([], ['--branches']) {
	my ($exit, $out, $err) = run({ timeout => 900 }, 'tests/histories/run', @$_, 6, $seed);

	is($exit, 0, "@$_ from seed $seed on") or diag $out;
	diag $err if $err;
	diag +(split /\n/, $out)[-1];
}
done_testing;
