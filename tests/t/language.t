# docs/language.md holds the reference that migratec writes.
use strict;
use warnings;
use lib 'tests/lib';

use Cluster qw(run slurp);
use Test::More tests => 3;

my ($exit, $out, $err) = run(migratec(), 'language');
my ($written) = slurp('docs/language.md') =~ /^<!-- From here on [^\n]*\n\n(.*)/ms;

is($exit, 0, 'migratec language');
like($out, qr/^### create_table$/m, 'it has the operations');
ok($out eq ($written // ''), 'docs/language.md is up to date; scripts/language writes it');
