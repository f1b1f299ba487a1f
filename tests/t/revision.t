# migratec revision, merge and edit: what they write, where, and that nothing is left where they fail.
use strict;
use warnings;
use lib 'tests/lib';

use Cluster qw(run slurp spew tempdir);
use Test::More;

my $dir = tempdir();

# runs migratec there: what it must say, on both outputs
sub says {
	my ($words, $exit, $out, $err, $name) = @_;
	my %opt = ref $words eq 'HASH' ? %{ $words->{opt} } : ();
	my @words = ref $words eq 'HASH' ? @{ $words->{words} } : @$words;
	my ($code, $stdout, $stderr) = run(\%opt, migratec(), '-C', $dir, @words);

	is($code, $exit, "$name: exit $exit") or diag $stdout . $stderr;
	ref $out ? like($stdout, $out, $name) : is($stdout, $out, $name);
	ref $err ? like($stderr, $err, "$name: says") : is($stderr, $err, "$name: says");
}

sub fresh {
	my (%files) = @_;

	$dir = tempdir();
	mkdir "$dir/migrations";
	spew("$dir/migrations/$_", $files{$_}) for keys %files;
}

# all files below migrations/
sub files {
	return join ' ', sort split /\n/, (run({ cwd => "$dir/migrations" }, 'find', '.', '-mindepth', '1', '-printf', '%P\n'))[1];
}

sub script {
	my ($id, $parent, $more) = @_;

	return ("versions/$id.lua" => qq(revision { id = "$id", parent = $parent, message = "The $id" }\nfunction upgrade()\n) . ($more // '') . "end\n");
}

# ---- merge ----

fresh(script('a', 'nil'), script('b', '"a"'), script('c', '"a"'), script('d', '"a"'));
says([qw(merge heads --rev-id m)], 0, "migrations/versions/m_merge_b_c_and_d.lua\n", '', 'a merge has a message of its own');
like(slurp("$dir/migrations/versions/m_merge_b_c_and_d.lua"), qr/^  parent = \{ "b", "c", "d" \},\n  message = "merge b, c and d",\n/m, 'which names its parents');
unlink "$dir/migrations/versions/m_merge_b_c_and_d.lua";
says([qw(merge b c --rev-id m), '-m', 'Both'], 0, "migrations/versions/m_both.lua\n", '', 'or the one that is said');
says([qw(merge heads -m), ' '], 2, '', qr/^migratec: merge: the message is empty \[E0009\]$/, 'an empty one');
says([qw(merge m d --rev-id n)], 0, "migrations/versions/n_merge_m_and_d.lua\n", '', 'of two');
says([qw(merge heads)], 1, '', qr/^migratec: merge: 'n' is the only revision here: there is nothing to join/, 'one alone');

done_testing;
