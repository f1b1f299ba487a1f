# The compiler says of 400 random queries what the server says: no false alarm. `tests/agree/queries 5000` is the long run.
use strict;
use warnings;
use lib 'tests/lib';

use Cluster qw(run);
use Test::More;

my ($exit, $out, $err) = run({ timeout => 600 }, 'tests/agree/queries', 400, 7);

is($exit, 0, 'no false alarm') or diag $out;
my ($caught) = $out =~ /([\d.]+) % caught/;
cmp_ok($caught // 0, '>=', 97, 'what the server refuses is caught') or diag $out;
diag $err if $err;
diag +(split /\n/, $out)[-1];
done_testing;
