# Real input: Chinook (11 tables, about 15,600 rows) through execute_file, and as operations with bulk_insert; both end in the
# database that psql makes of it, and both go back to an empty one.
use strict;
use warnings;
use lib 'tests/lib';

use Cluster qw(run tempdir link_migrate);
use Test::More;

my $pg = Cluster->new;
my $sql = 'tests/chinook/sql/migrations/versions/chinook.sql';

$pg->createdb('psql');
my ($exit, $out, $err) = run('psql', '-Xq', '-v', 'ON_ERROR_STOP=1', '-f', $sql, $pg->url('psql'));
is($exit, 0, 'psql runs the file') or diag $err;
my $expected = $pg->dump('psql');
is($pg->psql('psql', 'SELECT count(*) FROM playlist_track'), '8715', 'it has its rows');

for my $way ('sql', 'lua') {
	my $project = tempdir();
	run('cp', '-r', "tests/chinook/$way/migrations", $project);
	($exit, $out, $err) = run(migratec(), '-C', $project, 'compile');
	is($exit, 0, "$way: compiles");
	is("$out$err", '', "$way: without a word");
	link_migrate("$project/migrate", "$project/generated/migrations.c");

	my %env = (env => { DATABASE_URL => $pg->url($way) });
	$pg->createdb($way);
	my $empty = $pg->dump($way);
	($exit, $out, $err) = run(\%env, "$project/migrate", 'upgrade');
	is($exit, 0, "$way: upgrade") or diag $err;
	ok($pg->dump($way) eq $expected, "$way: the dump is that of psql's own");
	($exit, $out, $err) = run(\%env, "$project/migrate", 'downgrade', 'base');
	is($exit, 0, "$way: downgrade base") or diag $err;
	is($pg->dump($way), $empty, "$way: nothing is left");

	# offline, through psql
	my ($offline, $script);
	($offline, $script, $err) = run("$project/migrate", 'upgrade', '--sql');
	is($offline, 0, "$way: upgrade --sql") or diag $err;
	$pg->createdb("offline_$way");
	($exit, $out, $err) = run({ stdin => $script }, 'psql', '-Xq', '-v', 'ON_ERROR_STOP=1', $pg->url("offline_$way"));
	is($exit, 0, "$way: psql runs the script") or diag $err;
	ok($pg->dump("offline_$way") eq $expected, "$way: and the dump is the same");
}
done_testing;
