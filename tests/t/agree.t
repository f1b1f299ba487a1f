# The compiler and the server agree on 300 histories with a mistake in them: no false alarm. `tests/agree/run 5000` is the long run.
use strict;
use warnings;
use lib 'tests/lib';

use Cluster qw(run);
use Test::More;

my ($exit, $out, $err) = run({ timeout => 900 }, 'tests/agree/run', 300, 7);

is($exit, 0, 'no false alarm') or diag $out;
my ($caught) = $out =~ /([\d.]+) % caught/;
cmp_ok($caught // 0, '>=', 97, 'what the server refuses is caught') or diag $out;
diag $err if $err;
diag join "\n", (split /\n/, $out)[ -2, -1 ];
done_testing;
