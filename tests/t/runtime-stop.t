# Runs that are stopped, wait or meet each other: signals, the lock, steps outside of a transaction, what they leave behind and where
# the next run goes on. Its programs link libmigrate().
use strict;
use warnings;
use lib 'tests/lib';

use Cluster qw(run slurp tempdir);
use Fixture;
use IO::Socket::INET;
use Test::More;
use Time::HiRes qw(sleep time);

my $pg = Cluster->new(conf => { max_prepared_transactions => 2 });
my $tmp = tempdir();
my @children;

# a command that runs beside the test
sub start {
	my @command = @_;
	my $file = "$tmp/" . scalar @children;
	my $pid = fork // die "fork: $!\n";

	if (!$pid) {
		open STDOUT, '>', "$file.out" or die;
		open STDERR, '>', "$file.err" or die;
		exec @command or die;
	}
	push @children, { pid => $pid, file => $file };
	return $children[-1];
}

# its exit code and what it printed
sub finish {
	my ($child) = @_;

	eval {
		local $SIG{ALRM} = sub { die "timeout\n" };
		alarm 60;
		waitpid $child->{pid}, 0;
		alarm 0;
		1;
	} or do {
		kill KILL => $child->{pid};
		waitpid $child->{pid}, 0;
	};
	my $code = $? & 127 ? 128 + ($? & 127) : $? >> 8;
	return ($code, slurp("$child->{file}.out"), slurp("$child->{file}.err"));
}

# wait until a query gives a true answer
sub until_true {
	my ($db, $sql) = @_;
	my $end = time + 30;

	while (time < $end) {
		return 1 if $pg->psql($db, $sql) =~ /^(t|[1-9])/;
		sleep 0.02;
	}
	fail("never true: $sql");
	return 0;
}

# a session that stays open; sql is run in it at once
sub session {
	my ($db, $sql) = @_;
	my $pid = open my $in, '|-', Cluster::bindir() . '/psql', '-Xqo', '/dev/null', $pg->url($db) or die;

	$in->autoflush;
	print $in "$sql;\n";
	return $in;
}

sub running {
	my ($db, $like) = @_;

	return until_true($db, "SELECT count(*) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND state = 'active' AND query LIKE '$like%'");
}

sub row {
	my ($db) = @_;

	return $pg->psql($db, q(SELECT done || '/' || total || direction || coalesce(' started ' || started, '') FROM migrate_history
		WHERE revision LIKE '2%'));
}

sub invalid {
	my ($db) = @_;

	return $pg->psql($db, q(SELECT coalesce(string_agg(indexrelid::regclass || ' ' || indisvalid, ','), '')
		FROM pg_index WHERE indrelid = 't'::regclass));
}

# signals
my $sleeper = fixture('one', SQL => q("SELECT pg_sleep(60)"));
for ([ INT => 130, 'Ctrl-C' ], [ TERM => 143, 'SIGTERM' ]) {
	my ($signal, $code, $word) = @$_;
	my $db = lc $signal;

	$pg->createdb($db);
	my $run = start($sleeper, '--url', $pg->url($db), 'upgrade');
	running($db, 'SELECT pg_sleep');
	my $from = time;
	kill $signal => $run->{pid};
	my ($exit, undef, $err) = finish($run);
	is($exit, $code, "SIG$signal");
	cmp_ok(time - $from, '<', 5, 'at once');
	like($err, qr/upgrade of revision 222222222222 \(Second\) was stopped\nversions\/second\.lua:7: the operation\ninterrupted by $word\nrolled back; the database is at 111111111111$/,
		'says that it rolled back');
	is(row($db), '', 'and did');
	is($pg->psql($db, q(SELECT count(*) FROM pg_locks WHERE locktype = 'advisory')), 0, 'the lock is free');
	is($pg->psql($db, q(SELECT count(*) FROM pg_stat_activity WHERE query LIKE 'SELECT pg_sleep%' AND state = 'active')), 0,
		'the statement does not run on');
}

# a statement that will not be cancelled
$pg->createdb('stubborn');
my $stubborn = fixture('one', SQL => q{"DO $$BEGIN LOOP BEGIN PERFORM pg_sleep(60); EXCEPTION WHEN query_canceled THEN NULL; END; END LOOP; END$$"});
my $again = start($stubborn, '--url', $pg->url('stubborn'), 'upgrade');
running('stubborn', 'DO ');
kill INT => $again->{pid};
sleep 0.5;
is(kill(0 => $again->{pid}), 1, 'one Ctrl-C waits for the server');
kill INT => $again->{pid};
my ($exit, $out, $err) = finish($again);
is($exit, 130, 'another gives up');
like($err, qr/the server rolls back what was not committed; the database is at 111111111111$/, 'and says so');

# a server that takes no requests
$pg->createdb('deaf');
my $deaf = start($sleeper, '--url', $pg->url('deaf'), 'upgrade');
running('deaf', 'SELECT pg_sleep');
my ($postmaster) = slurp("$pg->{dir}/data/postmaster.pid") =~ /^(\d+)$/m;
kill STOP => $postmaster;
my $stopped = time;
for (1 .. 3) {
	kill INT => $deaf->{pid};
	sleep 0.3;
}
($exit, undef, $err) = finish($deaf);
kill CONT => $postmaster;
is($exit, 130, 'a server that does not hear the request to cancel');
cmp_ok(time - $stopped, '<', 5, 'is left at a third Ctrl-C');

# a reader that does not read
pipe my $read, my $write or die;
$write->blocking(0);
1 while syswrite $write, 'x' x 4096;
$write->blocking(1);
my $stuck = fork // die;
if (!$stuck) {
	open STDOUT, '>&', $write or die;
	exec $sleeper, 'upgrade', '--sql' or die;
}
sleep 0.3;
is(kill(TERM => $stuck), 1, 'a script that nobody reads waits');
{
	local $SIG{ALRM} = sub { kill KILL => $stuck };
	alarm 10;
	waitpid $stuck, 0;
	alarm 0;
}
is($? & 127, 15, 'and ends at a signal');

# a signal before there is anything to cancel
my $silent = IO::Socket::INET->new(Listen => 1, LocalAddr => '127.0.0.1') or die;
my $connecting = start($sleeper, '--url', 'postgresql://x@127.0.0.1:' . $silent->sockport . '/x', 'upgrade');
sleep 0.5;
kill INT => $connecting->{pid};
($exit, $out, $err) = finish($connecting);
is("$exit $err", "130 migrate: interrupted by Ctrl-C while connecting\n", 'Ctrl-C while connecting');
($exit, undef, $err) = run({ env => { PGCONNECT_TIMEOUT => 2 } }, $sleeper, '--url', 'postgresql://x@127.0.0.1:' . $silent->sockport . '/x', 'upgrade');
is("$exit $err", "5 migrate: cannot connect to the database: no answer within 2 s\n", 'connect_timeout');

# the lock
$pg->createdb('lock');
my $holder = start($sleeper, '--url', $pg->url('lock'), 'upgrade');
running('lock', 'SELECT pg_sleep');
my $from = time;
($exit, undef, $err) = run($sleeper, '--url', $pg->url('lock'), '--lock-timeout', '0.7', 'upgrade');
is($exit, 4, 'a second migrate');
like($err, qr/^waiting for another migrate \(pid \d+, user postgres, application migrate, client local, connected since [\d: -]+ UTC\)$/m,
	'names who it waits for');
like($err, qr/^migrate: another migrate holds the lock \(pid \d+, .*\); gave up after 0\.7 s\nhint: /m, 'and gives up in time');
cmp_ok(time - $from, '<', 5, 'not much later');
is($pg->psql('lock', q(SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted)), 0, 'nobody waits inside of the server');
($exit) = run($sleeper, '--url', $pg->url('lock'), 'current');
is($exit, 0, 'reading needs no lock');
my $waiter = start($sleeper, '--url', $pg->url('lock'), 'upgrade');
sleep 0.5;
kill INT => $waiter->{pid};
($exit, undef, $err) = finish($waiter);
is($exit, 130, 'Ctrl-C while waiting');
like($err, qr/interrupted by Ctrl-C while waiting for another migrate/, 'says so');
kill INT => $holder->{pid};
finish($holder);

# a table that others have locked: a session, and a transaction that was prepared
my $locking = fixture('one', SQL => q("ALTER TABLE t ADD COLUMN x int"), TABLE => q("t"), LOCK_TIMEOUT => 200);
$pg->createdb('table');
run($locking, '--url', $pg->url('table'), 'upgrade', '+1');
my $reader = session('table', 'BEGIN; SELECT count(*) FROM t');
until_true('table', q(SELECT count(*) FROM pg_stat_activity WHERE state = 'idle in transaction'));
$pg->psql('table', q(BEGIN; INSERT INTO t VALUES (1); PREPARE TRANSACTION 'forgotten'));
($exit, undef, $err) = run($locking, '--url', $pg->url('table'), 'upgrade');
is($exit, 1, 'a table that is locked');
like($err, qr/ERROR 55P03: .*\nhint: another session holds a lock on it; run again when it is gone\n/, 'says so');
like($err, qr/^lock on t: AccessShareLock of pid \d+, user postgres, application psql, idle in transaction, in a transaction since [\d: -]+ UTC$/m,
	'and names the session');
like($err, qr/^lock on t: RowExclusiveLock of a prepared transaction$/m, 'and what was prepared');
like($err, qr/rolled back; the database is at 111111111111$/, 'and where the database is');
close $reader;
$pg->psql('table', q(ROLLBACK PREPARED 'forgotten'));
is((run($locking, '--url', $pg->url('table'), 'upgrade'))[0], 0, 'when they are gone it goes on');

# several at once on an empty database
$pg->createdb('race');
my $line = fixture('line');
my @runs = map { start($line, '--url', $pg->url('race'), 'upgrade') } 1 .. 6;
my @ends = map { [ finish($_) ] } @runs;
is(join(',', map { $_->[0] } @ends), '0,0,0,0,0,0', 'six at once succeed') or diag(map { $_->[2] } @ends);
is(scalar(grep { $_->[1] =~ /^4 migrations applied/m } @ends), 1, 'one of them applies');
is($pg->psql('race', 'SELECT count(*) FROM migrate_audit'), 4, 'each migration once');

# the statement_timeout of a role is not for what migrate itself asks
$pg->createdb('hasty');
$pg->psql('hasty', q(CREATE ROLE hasty SUPERUSER LOGIN; ALTER ROLE hasty SET statement_timeout TO '100ms'));
my @hasty = ($line, '--url', $pg->url('hasty', user => 'hasty'));
run(@hasty, 'upgrade', 'a1');
for my $command ([ 'current' ], [ 'history', '-i' ], [ 'plan' ], [ 'upgrade', 'a2' ], [ 'stamp', 'a1' ]) {
	my $reader = session('hasty', 'BEGIN; LOCK migrate_history; SELECT pg_sleep(0.5); COMMIT');
	until_true('hasty', q(SELECT count(*) FROM pg_locks WHERE relation = 'migrate_history'::regclass AND granted));
	($exit, undef, $err) = run(@hasty, @$command);
	is("$exit$err", '0', "the timeout of a role does not end what migrate reads: @$command");
	close $reader;
}

# behind a pooler: a second connection holds the lock
$pg->createdb('pool');
my $pooled = fixture('one', SQL => q("SELECT pg_sleep(60)"), POOLED => 1);
$holder = start($pooled, '--url', $pg->url('pool'), 'upgrade');
running('pool', 'SELECT pg_sleep');
is($pg->psql('pool', q(SELECT count(*) FROM pg_stat_activity WHERE state = 'idle in transaction' AND query LIKE '%pg_try_advisory_xact_lock%')), 1,
	'behind a pooler a guard holds the lock');
($exit, undef, $err) = run($sleeper, '--url', $pg->url('pool'), '--lock-timeout', '0', 'upgrade');
is($exit, 4, 'and excludes others');
kill INT => $holder->{pid};
finish($holder);
$pooled = fixture('one', SQL => q("VACUUM t"), FLAGS => 'STEP_NO_TRANSACTION', POOLED => 1);
($exit, undef, $err) = run($pooled, '--url', $pg->url('pool'), 'upgrade');
is($exit, 1, 'a step outside of a transaction');
like($err, qr/second\.lua:7: the operation cannot run through a connection pooler/, 'is refused there');
$pooled = fixture('one', SQL => q("SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory'"), POOLED => 1);
($exit, undef, $err) = run($pooled, '--url', $pg->url('pool'), 'upgrade');
is($exit, 5, 'a guard that is gone');
like($err, qr/the connection that holds the lock is gone: .*^rolled back; the database is at 111111111111$/ms, 'is seen before anything is committed');

# an index that cannot be built
my %index = (
	SQL => q("CREATE UNIQUE INDEX CONCURRENTLY t_id ON t (id)"),
	FLAGS => 'STEP_NO_TRANSACTION',
	LEFTOVER => q(LEFTOVER_BUILD, "t_id", "t", "CREATE UNIQUE INDEX ON pg_temp.migrate_probe (id)"),
);
my $index = fixture('one', %index, SQL_BEFORE => q("INSERT INTO t VALUES (1)"));
$pg->createdb('cic');
($exit) = run($index, '--url', $pg->url('cic'), 'upgrade', '+1');
$pg->psql('cic', 'INSERT INTO t VALUES (1)');
($exit, undef, $err) = run($index, '--url', $pg->url('cic'), 'upgrade');
is($exit, 1, 'an index that cannot be built');
like($err, qr/ERROR 23505.*half applied: step 1 of 3 is done and recorded.*\nthe INVALID index t_id that it left was dropped$/s, 'leaves nothing');
is(invalid('cic'), '', 'indeed');
is(row('cic'), '1/3up', 'the history knows how far it came');
($exit, $out) = run($index, '--url', $pg->url('cic'), 'current');
like($out, qr/^222222222222 Second \(head\) \(half applied: 1 of 3 steps\)\n1 migration to apply$/, 'and current says it');
($exit, undef, $err) = run($index, '--url', $pg->url('cic'), 'downgrade', '111111111111');
is($exit, 1, 'a downgrade past half a migration is refused');
$pg->psql('cic', 'TRUNCATE t');
($exit, $out) = run($index, '--url', $pg->url('cic'), 'upgrade');
is($exit, 0, 'the next run');
like($out, qr/^222222222222: going on after step 1, which an earlier run finished$/m, 'goes on where it was');
is($pg->psql('cic', 'SELECT count(*) FROM t'), 0, 'the first step did not run again');
is(row('cic') . ' ' . invalid('cic'), '3/3up t_id true', 'all is done');

# the same with nothing before it: not even the row stays
$pg->createdb('cic0');
my $early = fixture('one', SQL_BEFORE => $index{SQL}, FLAGS_BEFORE => 'STEP_NO_TRANSACTION');
($exit) = run($early, '--url', $pg->url('cic0'), 'upgrade', '+1');
$pg->psql('cic0', 'INSERT INTO t VALUES (1), (1)');
($exit, undef, $err) = run($early, '--url', $pg->url('cic0'), 'upgrade');
is("$exit " . row('cic0'), '1 ', 'a first step that fails leaves no row');
like($err, qr/the database is at 111111111111$/, 'the database is where it was');

# Ctrl-C while an index waits for an old transaction
$pg->createdb('wait');
$index = fixture('one', %index);
run($index, '--url', $pg->url('wait'), 'upgrade', '+1');
my $old = session('wait', 'BEGIN ISOLATION LEVEL REPEATABLE READ; SELECT count(*) FROM pg_class');
until_true('wait', q(SELECT count(*) FROM pg_stat_activity WHERE state = 'idle in transaction'));
my $run = start($index, '--url', $pg->url('wait'), 'upgrade');
until_true('wait', q(SELECT count(*) FROM pg_index WHERE indexrelid = to_regclass('t_id')));
kill INT => $run->{pid};
($exit, undef, $err) = finish($run);
is($exit, 130, 'Ctrl-C in CREATE INDEX CONCURRENTLY');
like($err, qr/the INVALID index t_id that it left was dropped/, 'drops what it leaves');
is(invalid('wait'), '', 'indeed');

# a client that is killed: its index is built on, and the next run waits for it
$run = start($index, '--url', $pg->url('wait'), 'upgrade');
until_true('wait', q(SELECT count(*) FROM pg_index WHERE indexrelid = to_regclass('t_id')));
kill KILL => $run->{pid};
finish($run);
is(row('wait'), '1/3up started 2', 'the history says that the step was started');
($exit, undef, $err) = run($index, '--url', $pg->url('wait'), 'upgrade', '--lock-timeout', '0');
is($exit, 4, 'the killed run still holds the lock') or diag($err);
like($err, qr/another migrate holds the lock \(pid/, 'as its statement runs on');
$run = start($index, '--url', $pg->url('wait'), 'upgrade');
sleep 0.3;
close $old;
($exit, $out, $err) = finish($run);
is($exit, 0, 'the next run waits') or diag($err);
is(row('wait') . ' ' . invalid('wait'), '3/3up t_id true', 'and finds the index built');
is($pg->psql('wait', q(SELECT count(*) FROM migrate_audit WHERE revision LIKE '2%')), 1, 'once');

# an INVALID index: ours, another's, of another shape
sub leave_invalid {
	my ($db, $sql) = @_;

	$pg->createdb($db);
	run($index, '--url', $pg->url($db), 'upgrade', '+1');
	$pg->psql($db, 'INSERT INTO t VALUES (7), (7)');
	eval { $pg->psql($db, $sql) };
	$pg->psql($db, 'TRUNCATE t');
	is(invalid($db), 't_id false', "$db: an INVALID index") or diag($@);
}

# as if a run had been stopped in the second step
sub claim {
	my ($db) = @_;

	$pg->psql($db, q(INSERT INTO migrate_history VALUES ('222222222222', 'Second', '1:' || repeat('2', 64), now(), 'x', '0', 1, 3, 2, 'up', 'b')));
}

leave_invalid('ours', 'CREATE UNIQUE INDEX CONCURRENTLY t_id ON t (id)');
claim('ours');
($exit, $out, $err) = run($index, '--url', $pg->url('ours'), 'upgrade');
is($exit, 0, 'a rest of our own') or diag($err);
like($err, qr/^dropping what an interrupted run left: INVALID index public\.t_id$/m, 'is dropped, and said');
is(invalid('ours'), 't_id true', 'and built again');

leave_invalid('theirs', 'CREATE UNIQUE INDEX CONCURRENTLY t_id ON t (id)');
($exit, undef, $err) = run($index, '--url', $pg->url('theirs'), 'upgrade');
is($exit, 1, 'an INVALID index that we did not begin');
like($err, qr/index public\.t_id is there already and INVALID, and this migration has not begun it\nhint: .*DROP INDEX CONCURRENTLY public\.t_id/,
	'is not ours to drop');
is(invalid('theirs'), 't_id false', 'and stays');

leave_invalid('shape', 'CREATE UNIQUE INDEX CONCURRENTLY t_id ON t (id) WHERE id > 0');
claim('shape');
($exit, undef, $err) = run($index, '--url', $pg->url('shape'), 'upgrade');
is($exit, 1, 'an INVALID index of another shape');
like($err, qr/INVALID, and it is not the one that this migration builds/, 'is not ours either');

$pg->createdb('done');
run($index, '--url', $pg->url('done'), 'upgrade', '+1');
$pg->psql('done', 'CREATE UNIQUE INDEX t_id ON t (id)');
claim('done');
($exit) = run($index, '--url', $pg->url('done'), 'upgrade');
is("$exit " . row('done'), '0 3/3up', 'a started index that is valid and the same was finished');

$pg->createdb('other');
run($index, '--url', $pg->url('other'), 'upgrade', '+1');
$pg->psql('other', 'CREATE INDEX t_id ON t (name)');
claim('other');
($exit, undef, $err) = run($index, '--url', $pg->url('other'), 'upgrade');
is($exit, 1, 'a valid index of another shape');
like($err, qr/an index public\.t_id is there already, and it is not the one that this migration builds: CREATE INDEX t_id ON public\.t USING btree \(name\)/,
	'is named');

$pg->createdb('unlike');
run($index, '--url', $pg->url('unlike'), 'upgrade', '+1');
$pg->psql('unlike', 'CREATE INDEX t_id ON t (id)');
claim('unlike');
($exit, undef, $err) = run($index, '--url', $pg->url('unlike'), 'upgrade');
is($exit, 1, 'a valid index that is not unique');
like($err, qr/an index public\.t_id is there already, and it is not the one/, 'is another too');

# the server chooses the name
my $unnamed = fixture('one', SQL => q("CREATE UNIQUE INDEX CONCURRENTLY ON t (id)"), FLAGS => 'STEP_NO_TRANSACTION',
	LEFTOVER => q(LEFTOVER_BUILD, 0, "t", "CREATE UNIQUE INDEX ON pg_temp.migrate_probe (id)"));
for my $how ('INT', 'TERMINATE', 'KILL') {
	my $db = "unnamed$how";

	$pg->createdb($db);
	run($unnamed, '--url', $pg->url($db), 'upgrade', '+1');
	$pg->psql($db, 'CREATE INDEX ON t (id); CREATE UNIQUE INDEX ON t (name)');
	my $blocker = session($db, 'BEGIN ISOLATION LEVEL REPEATABLE READ; SELECT count(*) FROM pg_class');
	until_true($db, q(SELECT count(*) FROM pg_stat_activity WHERE state = 'idle in transaction'));
	$run = start($unnamed, '--url', $pg->url($db), 'upgrade');
	until_true($db, 'SELECT count(*) FROM pg_index WHERE NOT indisvalid');
	if ($how eq 'TERMINATE') {
		$pg->psql($db, q(SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'migrate'));
	} else {
		kill $how => $run->{pid};
	}
	(undef, undef, $err) = finish($run);
	like($err, qr/^the INVALID index public\.t_id_idx1 that it left was dropped$/m, 'an index without a name is dropped after Ctrl-C') if $how eq 'INT';
	close $blocker;
	($exit, undef, $err) = run($unnamed, '--url', $pg->url($db), 'upgrade');
	is("$exit " . row($db), '0 3/3up', "$how: the next run goes on") or diag($err);
	like($err, qr/^dropping what an interrupted run left: INVALID index public\.t_id_idx1$/m, 'and drops what was left') if $how eq 'TERMINATE';
	is(invalid($db), 't_id_idx true,t_name_idx true,t_id_idx1 true', "$how: there is one such index");
}

# other statements that are stopped while they wait for a session: its server's side ends, or Ctrl-C; the next run goes on
my $reading = 'BEGIN; SELECT FROM t; SELECT FROM p';
my $snapshot = 'BEGIN ISOLATION LEVEL REPEATABLE READ; SELECT count(*) FROM pg_class';
my $rebuilt = q(SELECT string_agg(c.relname, ',') FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid WHERE NOT indisvalid);
my $detached = q(SELECT string_agg(inhdetachpending::text, ',') FROM pg_inherits WHERE inhrelid = 'p1'::regclass);
my $dropped = q(SELECT string_agg(indisvalid::text, ',') FROM pg_index WHERE indexrelid = to_regclass('t_key'));
my @stopped = (
	{ name => 'drop', sql => 'DROP INDEX CONCURRENTLY t_key', leftover => 'LEFTOVER_DROP, "t_key", 0, 0', blocker => $reading,
		query => $dropped, left => 'false', interrupted => 'index t_key is left behind INVALID; running again drops it', done => '' },
	{ name => 'detach', sql => 'ALTER TABLE p DETACH PARTITION p1 CONCURRENTLY', leftover => 'LEFTOVER_DETACH, "p1", "p", 0',
		blocker => $reading, query => $detached, left => 'true', note => 'finishing what an interrupted run began: detaching partition p1',
		interrupted => 'partition p1 is left half detached; running again finishes it', stays => 1, done => '' },
	{ name => 'reindex', sql => 'REINDEX TABLE CONCURRENTLY t', leftover => 'LEFTOVER_REINDEX, 0, "t", 0', blocker => $snapshot,
		query => $rebuilt, left => 't_key_ccnew', note => 'dropping what an interrupted run left: INVALID index public.t_key_ccnew',
		interrupted => 'the INVALID index public.t_key_ccnew that it left was dropped', gone => 1, done => '' },
	{ name => 'reindex_index', sql => 'REINDEX INDEX CONCURRENTLY t_key', leftover => 'LEFTOVER_REINDEX, 0, "t_key", 0', blocker => $snapshot,
		query => $rebuilt, left => 't_key_ccnew', note => 'dropping what an interrupted run left: INVALID index public.t_key_ccnew',
		interrupted => 'the INVALID index public.t_key_ccnew that it left was dropped', gone => 1, done => '' },
	{ name => 'reindex_schema', sql => 'REINDEX SCHEMA CONCURRENTLY other', leftover => 'LEFTOVER_REINDEX, "other", 0, 0',
		blocker => $snapshot, query => $rebuilt, left => 'u_key_ccnew', interrupted => 'the INVALID index other.u_key_ccnew that it left was dropped',
		note => 'dropping what an interrupted run left: INVALID index other.u_key_ccnew', gone => 1, done => '' },
);
for my $s (@stopped) {
	my $made = 'DO $$BEGIN CREATE TABLE t (id int); CREATE INDEX t_key ON t (id); CREATE TABLE p (id int) PARTITION BY LIST (id);'
		. ' CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1); CREATE SCHEMA other; CREATE TABLE other.u (id int); CREATE INDEX u_key ON other.u (id); END$$';
	my $program = fixture('one', SQL_FIRST => qq("$made"), SQL => qq("$s->{sql}"), FLAGS => 'STEP_NO_TRANSACTION', LEFTOVER => $s->{leftover});

	for my $how ('terminate', 'INT') {
		my $db = "$s->{name}_$how";
		my $name = "$s->{sql}, $how";

		$pg->createdb($db);
		run($program, '--url', $pg->url($db), 'upgrade', '+1');
		my $blocker = session($db, $s->{blocker});
		until_true($db, q(SELECT count(*) FROM pg_stat_activity WHERE state = 'idle in transaction'));
		$run = start($program, '--url', $pg->url($db), 'upgrade');
		until_true($db, "SELECT (($s->{query}) = '$s->{left}')");
		if ($how eq 'INT') {
			kill INT => $run->{pid};
		} else {
			$pg->psql($db, qq(SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'migrate'));
		}
		($exit, undef, $err) = finish($run);
		is($exit, $how eq 'INT' ? 130 : 5, "$name: is stopped") or diag($err);
		like($err, qr/^\Q$s->{interrupted}\E$/m, "$name: says what is left") if $how eq 'INT';
		my $started = $how eq 'terminate' || $s->{stays};
		is(row($db), '1/3up' . ($started ? ' started 2' : ''), "$name: and the history, whether it was begun");
		is($pg->psql($db, $s->{query}), $how eq 'INT' && $s->{gone} ? '' : $s->{left}, "$name: something is left");
		close $blocker;
		($exit, undef, $err) = run($program, '--url', $pg->url($db), 'upgrade');
		is("$exit " . row($db), '0 3/3up', "$name: the next run") or diag($err);
		like($err, qr/^\Q$s->{note}\E$/m, "$name: says what it finds") if $s->{note} && $started;
		is($pg->psql($db, $s->{query}), $s->{done}, "$name: nothing is left");
	}
	# begun and not seen to end, though it did
	$pg->psql("$s->{name}_INT", q(UPDATE migrate_history SET done = 1, started = 2 WHERE revision LIKE '2%'));
	($exit, undef, $err) = run($program, '--url', $pg->url("$s->{name}_INT"), 'upgrade');
	is("$exit " . row("$s->{name}_INT"), '0 3/3up', "$s->{sql}: what an earlier run has finished") or diag($err);
}

# somebody else is building it right now
$pg->createdb('building');
run($index, '--url', $pg->url('building'), 'upgrade', '+1');
$old = session('building', 'BEGIN ISOLATION LEVEL REPEATABLE READ; SELECT count(*) FROM pg_class');
until_true('building', q(SELECT count(*) FROM pg_stat_activity WHERE state = 'idle in transaction'));
my $builder = session('building', 'CREATE UNIQUE INDEX CONCURRENTLY t_id ON t (id)');
until_true('building', q(SELECT count(*) FROM pg_index WHERE indexrelid = to_regclass('t_id')));
($exit, undef, $err) = run($index, '--url', $pg->url('building'), 'upgrade', '--lock-timeout', '0.5');
is($exit, 1, 'an index that another session builds');
like($err, qr/another session \(pid \d+\) is building index public\.t_id; gave up after 0\.5 s\nhint: .*pg_terminate_backend\(\d+\)/, 'is waited for');
is(invalid('building'), 't_id false', 'and not touched');
close $old;
close $builder;

# half a downgrade
$pg->createdb('down');
run($line, '--url', $pg->url('down'), 'upgrade', 'a2');
$pg->psql('down', 'DROP INDEX users_email_idx; CREATE VIEW v AS SELECT 1');
($exit, undef, $err) = run($line, '--url', $pg->url('down'), 'downgrade', '-1');
is($exit, 1, 'a downgrade that fails halfway');
like($err, qr/downgrade of revision a2b7c2d3e4f5 .* failed.*is half undone: step 1 of 2 is done and recorded; the same downgrade goes on at step 2$/s,
	'says how far it came');
($exit, undef, $err) = run($line, '--url', $pg->url('down'), 'upgrade');
like("$exit $err", qr/^1 migrate: the downgrade of revision a2b7c2d3e4f5 .* stopped after 1 of 2 steps\nhint: finish it first: migrate downgrade a1f0c2d3e4f5$/,
	'nothing goes up before it is finished');
($exit, $out) = run($line, '--url', $pg->url('down'), 'current');
like($out, qr/\(half undone: 1 of 2 steps\)/, 'current says it');
$pg->psql('down', 'CREATE INDEX users_email_idx ON users (email)');
($exit, $out) = run($line, '--url', $pg->url('down'), 'downgrade', 'a1');
is($exit, 0, 'the next downgrade goes on');
is($pg->psql('down', q(SELECT string_agg(revision, ',') FROM migrate_history)), 'a1f0c2d3e4f5', 'and ends');

# a server that goes away
$pg->createdb('gone');
$run = start($sleeper, '--url', $pg->url('gone'), 'upgrade');
running('gone', 'SELECT pg_sleep');
$pg->stop('immediate');
($exit, undef, $err) = finish($run);
is($exit, 5, 'a server that crashes');
like($err, qr/the server rolls back what was not committed; the database is at 111111111111$/, 'is told from an error');
($exit, undef, $err) = run($sleeper, '--url', $pg->url('gone'), 'current');
like("$exit $err", qr/^5 migrate: cannot connect to the database: /, 'and has no connection afterwards');

done_testing();
