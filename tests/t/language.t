# docs/language.md holds the reference that migratec writes.
use strict;
use warnings;
use lib 'tests/lib';

use Cluster qw(run slurp);
use Test::More tests => 6;

my ($exit, $out, $err) = run(migratec(), 'language');
my ($written) = slurp('docs/language.md') =~ /^<!-- From here on [^\n]*\n\n(.*)/ms;

is($exit, 0, 'migratec language');
like($out, qr/^### create_table$/m, 'it has the operations');
ok($out eq ($written // ''), 'docs/language.md is up to date; scripts/language writes it');

my %sections;
$sections{$_}++ for $out =~ /^### (\w+)$/mg;
is(join(' ', grep { $sections{$_} > 1 } sort keys %sections), '', 'no two sections have the same name');
like($out, qr/^A column or an expression of \Q$_\E\b/m, "nor is one left out for another: keys of $_") for 'an index', 'an exclusion constraint';
