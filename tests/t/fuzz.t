# Each target of tests/fuzz takes what is kept of its inputs, and what other tests have of its language. And the C that tables of
# migrations become is C, as two compilers see it, and holds what the tables hold.
#
#     ninja fuzz && build/fuzz/tests/fuzz/sql_fuzz -dict=tests/fuzz/sql.dict FOUND tests/fuzz/corpus/sql
#
# looks for more, and leaves in the folder FOUND what reaches something new; -merge=1 tests/fuzz/corpus/sql FOUND keeps what is
# worth it.
use strict;
use warnings;
use lib 'tests/lib';

use Cluster qw(run slurp spew tempdir);
use Test::More;

my @targets = map { m{([^/]+)_fuzz\.c$} } glob 'tests/fuzz/*_fuzz.c';

my @sql = map { map { s/^\? //r } split /\n/, slurp($_) } glob 'tests/refusals/*.sql';
push @sql, split /\n\n/, slurp('tests/agree/history.sql');
my %others = (
	parse => \@sql,
	sql => \@sql,
	script => [ map { slurp($_) } glob 'tests/golden/*/migrations/versions/*.lua' ],
);

# runs a target on the inputs in folders; how many it took
sub take {
	my ($target, @folders) = @_;
	my ($exit, $out, $err) = run({ env => { ASAN_OPTIONS => 'malloc_context_size=5' }, timeout => 600 },
		"build/fuzz/tests/fuzz/${target}_fuzz", '-runs=0', '-timeout=60', '-max_len=100000',
		'-artifact_prefix=' . tempdir() . '/', @folders);

	is($exit, 0, "$target: every input passes") or diag $err;
	return $err =~ /^#(\d+)\s+DONE/m ? $1 : 0;
}

cmp_ok(scalar @targets, '>=', 5, 'there are targets');
for my $target (@targets) {
	my @kept = glob "tests/fuzz/corpus/$target/*";
	my @others = grep { length } @{ $others{$target} // [] };
	my $folder = tempdir();
	my $size = 0;

	$size += -s for @kept;
	cmp_ok(scalar @kept, '>=', 100, "$target: there is a corpus");
	cmp_ok($size, '<', 1024 * 1024, "$target: it is small");
	spew("$folder/$_", $others[$_]) for 0 .. $#others;
	cmp_ok(take($target, "tests/fuzz/corpus/$target", $folder), '>=', @kept + @others, "$target: … all of them");
}

# one in so many, for each is compiled twice
my $folder = tempdir();
my @all = glob 'tests/fuzz/corpus/emit/*';
my @some = @all[grep { $_ % 10 == 0 } 0 .. $#all];
my ($exit, $out, $err) = run({ env => { EMITTED => $folder } }, 'build/fuzz/tests/fuzz/emit_fuzz', @some);
is($exit, 0, 'their C is written') or diag $err;

my @flags = qw(-std=c11 -Werror -Wall -Wextra -Wpedantic -Wno-overlength-strings -Iruntime);
for my $cc ('cc', 'clang') {
	subtest $cc => sub {
		for my $c (glob "$folder/*.c") {
			my ($txt) = $c =~ s/c$/txt/r;
			my ($exit, $out, $err) = run($cc, @flags, '-o', "$folder/a.out", $c, 'tests/fuzz/list_table.c', 'tests/fuzz/listing.c');
			is($exit, 0, 'it compiles without a warning') or diag $err;
			($exit, $out, $err) = run("$folder/a.out");
			is($out, slurp($txt), 'and holds what the table does');
		}
	};
}
done_testing;
