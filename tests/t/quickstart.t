# ./quickstart: from a checkout to a migrated database and back, once more with nothing to do, and nothing left after --stop. It is run in a copy
# of the project with what is built already.
use strict;
use warnings;
use lib 'tests/lib';

use Cluster qw(run tempdir);
use Test::More;

my $dir = tempdir();
my @files = grep { -e } split /\0/, (run(qw(git ls-files -co --exclude-standard -z)))[1];

sub quickstart {
	return run({ cwd => $dir, timeout => 600 }, './quickstart', @_);
}

# the processes that work in the cluster's folder
sub servers {
	my ($folder) = @_;

	return grep { (readlink($_) // '') =~ /^\Q$folder\E/ } glob '/proc/[0-9]*/cwd';
}

my @without = map { "--exclude 'build/$_'" } qw(pg cluster-* sanitize clang fuzz);

chmod 0755, $dir;
for ([ qw(cp -p --parents), @files, $dir ], [ 'sh', '-c', "tar c @without build | tar x -C $dir" ]) {
	my ($exit, undef, $err) = run(@$_);
	is("$exit$err", '0', 'a copy');
}
my ($exit, $out, $err) = quickstart();
is($exit, 0, 'quickstart') or diag $out, $err;
like($out, qr/^\$ build\/migrate upgrade head\nupgrade 0e1c44a901c8 .*^\d+ migrations applied; the database is at .* \(head\)$/ms, 'upgrades');
like($out, qr/^\$ build\/migrate $_\n/m, "and shows: $_") for 'current', 'history', 'downgrade -1';
like($out, qr/^\$ build\/migrate upgrade head\nupgrade .*\n1 migration applied; .*\n\n\$ build\/migratec check --url .*\nthe migrations end in the models\nthe database is what the models say\n\nThe database is up to date.*What to try next:$/m, 'ends at the head, with what to try next');
my ($url) = $out =~ /^  export DATABASE_URL='(.*)'$/m;
like((run({ cwd => $dir }, 'build/migrate', '--url', $url, 'current'))[1], qr/\(head\)$/, 'with the URL that it prints');

($exit, $out) = quickstart();
is($exit, 0, 'again');
like($out, qr/^ninja: no work to do\.\n\n\$ build\/migrate upgrade head\nnothing to do: /, 'and has nothing to do');

my $cluster = readlink("$dir/build/pg") // "$dir/build/pg";
ok(scalar servers($cluster), 'a server runs') if $> == 0;
($exit, $out, $err) = quickstart('--stop');
is("$exit$out$err", '0', '--stop');
ok(!-e $cluster && !-l "$dir/build/pg", 'removes the cluster');
is(scalar servers($cluster), 0, 'and no server runs');
is((quickstart('--stop'))[0], 0, '--stop where there is nothing');
like((quickstart('--wrong'))[1], qr/^\.\/quickstart +builds /, 'a wrong option shows the usage');

END {
	local $?;
	quickstart('--stop') if -e "$dir/quickstart";
}
done_testing;
