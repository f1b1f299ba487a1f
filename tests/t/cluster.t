# The test cluster itself: what the other tests rely on.
use strict;
use warnings;
use lib 'tests/lib';

use Cluster qw(run slurp spew tempdir);
use IO::Socket::UNIX;
use Test::More;

my ($exit, $out, $err) = run({ stdin => 'in', env => { WORD => 'env' }, cwd => '/' }, 'sh', '-c', 'cat; echo $WORD; pwd >&2; exit 7');
is("$exit|$out|$err", "7|inenv\n|/\n", 'run gives exit code, output and errors');
is((run('sh', '-c', 'kill -TERM $$'))[0], 143, 'a signal is 128 and its number');
is((run('/no/such/program'))[0], 127, 'a missing program is 127');
ok(!eval { run({ timeout => 1 }, 'sleep', 100) }, 'a command that hangs is killed');
like($@, qr/^no end after 1 s: sleep 100/, 'and named');

# migratec comes from a server of processes, and is as if it had been started
ok(Cluster::server_of(migratec()), 'build/migratec_server is there, and not old') or diag 'ninja build/all';
my $project = tempdir();
spew("$project/migrations/versions/a.lua", 'revision { id = "a", message = "a" } function upgrade() drop_table "nothing" end');
my $listen = IO::Socket::UNIX->new(Listen => 9, Local => "$project/.s.PGSQL.5432") or die "socket: $!\n";    # nobody answers
my @ways;
for (0, 1) {
	local $Cluster::fresh = $_;
	push @ways, [
		map { run(@$_) }
			[ migratec() ], [ migratec(), 'version' ], [ { cwd => $project }, migratec(), 'history', '--json' ],
			[ migratec(), '-C', $project, 'compile' ], [ { cwd => '/no such folder' }, migratec(), 'check' ],
			[ { env => { DATABASE_URL => 'postgresql://@/a?host=/nowhere' } }, migratec(), 'inspect' ],
			[ { env => { DATABASE_URL => undef, PGHOST => '/elsewhere' } }, migratec(), 'inspect' ],
	];
	ok(!eval { run({ timeout => 1 }, migratec(), 'inspect', '--url', "postgresql://\@/a?host=$project"); 1 }, 'a migratec that hangs is killed');
	like($@, qr/^no end after 1 s: /, 'and named');
}
is_deeply($ways[0], $ways[1], 'it says what it says when it is started') or diag explain \@ways;
is($ways[0][4], "migratec 0.1\n", 'which is what was asked');

my $dir = tempdir();
spew("$dir/a/b", "x\n", "y\n");
is(slurp("$dir/a/b"), "x\ny\n", 'spew and slurp');

my $pg = Cluster->new(tcp => 1);
$pg->createdb('a');
is($pg->psql('a', "SELECT 1; SELECT 'b', NULL"), "1\nb|", 'psql gives rows');
ok(!eval { $pg->psql('a', "SELECT 1;\nSELECT nothing") }, 'an error of SQL is fatal');
like($@, qr/:2: ERROR:  column "nothing" does not exist/, 'with its line');
is((run(Cluster::bindir() . '/psql', '-XAtc', 'SELECT current_user', $pg->url('a', tcp => 1)))[1], "tester\n", 'TCP with a password');

$pg->psql('a', 'CREATE TABLE t (a int); CREATE TABLE migrate_history (b int); INSERT INTO t VALUES (1)');
is($pg->dump('a'), <<'END', 'dump says what is there');
CREATE TABLE public.t (
    a integer
);

ALTER TABLE public.t OWNER TO postgres;

COPY public.t (a) FROM stdin;
1
\.
END

$pg->stop;
ok(!eval { $pg->psql('a', 'SELECT 1') }, 'stop stops it');
$pg->start;
is($pg->psql('a', 'SELECT a FROM t'), '1', 'start brings it back as it was');

# a second test file that is broken off leaves nothing
for my $end ('die "on purpose\n"', 'kill TERM => $$; sleep 10') {
	($exit, $out) = run($^X, '-Itests/lib', '-MCluster', '-e', '$| = 1; my $pg = Cluster->new; print $pg->{dir}; ' . $end);
	ok($exit && $out && !-e $out, "nothing is left after: $end");
}


# nor does the server of a test that is killed, or what that has started
my $ends = <<'END';
$| = 1;
run(migratec(), 'version');
sub children { return map { ($_, children($_)) } split ' ', Cluster::slurp("/proc/$_[0]/task/$_[0]/children") }
if (!fork) {
	my @started;
	for (1 .. 600) {
		@started = grep { $_ != $$ } children(getppid);
		last if @started == EXPECTED;
		select undef, undef, undef, 0.1;
	}
	print "@started";
	kill KILL => getppid;
	POSIX::_exit(0);
}
END
my %ends = (1 => 'sleep 100', 2 => "run(migratec(), 'inspect', '--url', 'postgresql://\@/a?host=$project')");
for my $n (sort keys %ends) {
	($exit, $out) = run($^X, '-Itests/lib', '-MCluster=run', '-e', $ends =~ s/EXPECTED/$n/r . $ends{$n});
	my @started = split ' ', $out;
	my $tries = 100;
	select undef, undef, undef, 0.1 while $tries-- && grep { readlink "/proc/$_/exe" } @started;
	is("$exit " . @started, "137 $n", "killed in the middle of: $ends{$n}");
	ok($tries > 0, 'no process is left');
}

done_testing();
