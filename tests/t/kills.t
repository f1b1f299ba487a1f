# A run that is killed at any statement: a proxy stands between migrate and the server, and at the nth statement it kills the
# program, ends the server's side, or cuts the connection. The next run ends in the database and the history of a run that was left
# alone. Then runs that meet each other, and ones that are stopped at moments that the test does not choose. Uses migratec() and migrate().
use strict;
use warnings;
use lib 'tests/lib';

use Cluster qw(run slurp spew tempdir link_migrate);
use IO::Select;
use IO::Socket::UNIX;
use Test::More;
use Time::HiRes qw(sleep time);

my $pg = Cluster->new;
local $SIG{PIPE} = 'IGNORE'; # a killed program leaves the proxy with nobody to write to
my $project = tempdir();
my $versions = "$project/migrations/versions";

sub revision {
	my ($id, $parent, $up) = @_;

	spew("$versions/$id.lua", qq(revision { id = "$id", parent = $parent, message = "$id" }\n\nfunction upgrade()\n$up\nend\n));
}

revision('a1', 'nil', <<'LUA');
  create_enum("mood", { "sad" })
  create_table("t", { column("id", "int", { primary_key = true }), column("name", "text"), column("mood", "mood") })
  create_index("t", { "name" }, { name = "t_name" })
  create_table("p", { column("id", "int", { not_null = true }), partition_by = "range (id)" })
  create_table("p1", { column("id", "int", { not_null = true }) })
  attach_partition("p", "p1", { from = 1, to = 10 })
LUA
revision('a2', '"a1"', <<'LUA');
  local rows = {}
  for i = 1, 5000 do rows[i] = { id = i, name = "name " .. i, mood = "sad" } end
  bulk_insert("t", rows)
  add_enum_value("mood", "glad")
  create_index("t", { "id" }, { name = "t_id", unique = true, concurrently = true })
  execute([[UPDATE t SET mood = 'glad' WHERE id = 7]], { down = [[UPDATE t SET mood = 'sad' WHERE id = 7]] })
LUA
revision('a3', '"a2"', <<'LUA');
  drop_index("t_name", { concurrently = true })
  detach_partition("p", "p1", { concurrently = true })
  execute "REINDEX TABLE CONCURRENTLY t"
  add_column("p1", column("note", "text"))
LUA
revision('a4', '"a3"', <<'LUA');
  add_column("t", column("note", "text", { default = "none" }))
  create_table("last", { column("id", "int") })
LUA

my ($exit, $out, $err) = run(migratec(), '-C', $project, 'compile');
is($exit, 0, 'the project compiles') or BAIL_OUT($err);
like(slurp("$project/generated/migrations.c"), qr/_BUILD,.*_DROP,\s+\.name = "t_name",.*_DETACH,\s+\.name = "p1",\s+\.table = "p",.*_REINDEX,\s+\.table = "t",/s,
	'and tells what its steps may leave behind');
my $migrate = link_migrate("$project/migrate", "$project/generated/migrations.c");

sub fresh {
	$pg->psql('kills', 'DROP SCHEMA IF EXISTS public CASCADE; CREATE SCHEMA public');
}

# what the database holds, and the history and the audit but for times
sub state_of {
	return $pg->psql('kills', q(
		SELECT c.relname, a.attname, a.atttypid::regtype, a.attnotnull, a.atthasmissing FROM pg_class c JOIN pg_attribute a ON attrelid = c.oid
		WHERE relnamespace = 'public'::regnamespace AND attnum > 0 ORDER BY 1, attnum;
		SELECT pg_get_indexdef(indexrelid), indisvalid FROM pg_index JOIN pg_class c ON c.oid = indexrelid
		WHERE relnamespace = 'public'::regnamespace ORDER BY 1;
		SELECT conrelid::regclass, conname, pg_get_constraintdef(oid) FROM pg_constraint WHERE connamespace = 'public'::regnamespace ORDER BY 1, 2;
		SELECT inhrelid::regclass, inhparent::regclass, inhdetachpending FROM pg_inherits ORDER BY 1;
		SELECT enumlabel FROM pg_enum ORDER BY 1;
		SELECT count(*), sum(hashtext(t::text)::bigint) FROM t;
		SELECT revision, done, total, started, direction FROM migrate_history ORDER BY 1;
		SELECT action, revision FROM migrate_audit ORDER BY at));
}

# the child's end; it has so many seconds
sub reap {
	my ($pid, $seconds) = @_;
	my $end = time + ($seconds // 30);

	while (time < $end) {
		return $? & 127 ? 128 + ($? & 127) : $? >> 8 if waitpid($pid, 1) == $pid;
		sleep 0.01;
	}
	kill KILL => $pid;
	waitpid $pid, 0;
	return 'no end';
}

sub start {
	my ($url, @arguments) = @_;
	my $pid = fork // die "fork: $!\n";
	local $SIG{PIPE} = 'DEFAULT' if !$pid;

	if (!$pid) {
		open STDOUT, '>', "$project/out" or die;
		open STDERR, '>', "$project/err" or die;
		exec $migrate, '--url', $url, @arguments or die;
	}
	return $pid;
}

# the proxy: runs migrate, counts the statements that it sends, and at the nth acts on one of its three ends
my $listen = IO::Socket::UNIX->new(Listen => 5, Local => "$project/.s.PGSQL.$pg->{port}") or die "socket: $!\n";

sub act {
	my ($how, $pid, $backend) = @_;

	kill KILL => $pid if $how eq 'kill';
	kill TERM => $backend if $how eq 'terminate';
	return $how eq 'cut' || $how eq 'kill';
}

# what of the client's bytes is whole; *seen counts statements, and *due says that the nth is among them
sub messages {
	my ($c, $n) = @_;

	while (length $c->{in} >= 5) {
		my ($type, $length) = $c->{begun} ? unpack('aN', $c->{in}) : ('', unpack('N', $c->{in}));
		my $whole = $length + length $type;

		last if length $c->{in} < $whole;
		$c->{out} .= substr $c->{in}, 0, $whole, '';
		$c->{begun} = 1;
		return 1 if $type =~ /[QS]/ && ++$c->{seen} == $n;
	}
	return 0;
}

sub proxied {
	my ($how, $n, @command) = @_;
	my $pid = start($pg->url('kills') =~ s/host=[^&]*/'host=' . Cluster::escape($project)/er, @command);
	my $client = $listen->accept or die;
	my $server = IO::Socket::UNIX->new(Peer => "$pg->{dir}/.s.PGSQL.$pg->{port}") or die;
	my $select = IO::Select->new($client, $server);
	my %c = (in => '', out => '', begun => 0, seen => 0);
	my ($answer, $backend, $open) = ('', 0, 1);

	while ($open) {
		for my $ready ($select->can_read(30)) {
			if (!sysread $ready, my $bytes, 65536) {
				$open = 0;
			} elsif ($ready == $server) {
				$answer .= $bytes unless $backend;
				$backend = unpack 'N', $1 if !$backend && $answer =~ /K\0\0\0\x0c(.{4})/s;
				syswrite $client, $bytes;
			} else {
				$c{in} .= $bytes;
				my $due = messages(\%c, $n);
				# cut before the statement is sent, the others behind it
				syswrite $server, $c{out} unless $due && $how eq 'cut';
				$c{out} = '';
				$open = 0 if $due && act($how, $pid, $backend);
			}
		}
	}
	close $client;
	close $server;
	return (reap($pid), $c{seen});
}

$pg->createdb('kills');
fresh();
my @up = ('upgrade');
my @down = ('downgrade', 'a1');
my %whole;
for my $command (\@up, \@down) {
	my ($code, $statements) = proxied('none', 0, @$command);

	is($code, 0, "a run that is left alone: @$command");
	cmp_ok($statements, '>', 30, 'has some statements');
	$whole{$command} = { statements => $statements, state => state_of() };
}
my ($top, $expected) = ($whole{ \@up }{statements}, $whole{ \@up }{state});

# stop a run at its nth statement and run again; what is wrong then, or nothing
sub stopped {
	my ($how, $n, $command) = @_;
	my ($code) = proxied($how, $n, @$command);
	my ($next, $o, $e) = run($migrate, '--url', $pg->url('kills'), @$command);

	return if !$next && state_of() eq $whole{$command}{state};
	return "$how at statement $n of @$command: exit $code\n" . slurp("$project/err") . "then $next: $o$e";
}

for my $hows ([ 'kill' ], [ 'terminate', 'cut' ]) {
	my @bad;

	for my $n (1 .. $top) {
		my $how = $hows->[ $n % @$hows ];

		fresh();
		push @bad, stopped($how, $n, \@up);
		push @bad, stopped($how, $n, \@down) if @$hows > 1 && $n <= $whole{ \@down }{statements};
	}
	is("@bad", '', "@$hows at each of $top statements: the next run ends where it would have ended");
}

# stopped at a moment that nobody chose, again and again; later each time, however slow the machine is
for my $signal ('INT', 'TERM', 'KILL') {
	my ($code, $runs) = ('', 0);

	fresh();
	while ($runs++ < 30 && $code ne '0') {
		my $pid = start($pg->url('kills'), 'upgrade');

		sleep 0.02 + rand(0.01) * 1.25**$runs;
		kill $signal => $pid;
		$code = reap($pid);
		last if $code !~ /^(0|13\d|143)$/;
	}
	is($code, 0, "SIG$signal again and again: it comes to an end") or diag(slurp("$project/err"));
	is(state_of(), $expected, 'which is the same');
}

# the server restarted in the middle
fresh();
my $restarted = start($pg->url('kills'), 'upgrade');
sleep 0.1;
$pg->stop('fast');
like(reap($restarted), qr/^[05]$/, 'a server that is restarted') or diag(slurp("$project/err"));
$pg->start;
is((run($migrate, '--url', $pg->url('kills'), 'upgrade'))[0], 0, 'the next run');
is(state_of(), $expected, 'ends the same');

# several at once: who does not wait gives up
for my $several (2, 5) {
	fresh();
	my @pids = map { start($pg->url('kills'), '--lock-timeout', $_ == 5 ? 0 : 60, 'upgrade') } 1 .. $several;
	my @codes = sort map { reap($_) } @pids;
	is("@codes" =~ s/4$/0/r, join(' ', (0) x $several), "$several upgrades at once") or diag(slurp("$project/err"));
	is(state_of(), $expected, 'nothing is applied twice');
}

# one up and one down: one waits for the other, and what was planned before is planned again
fresh();
run($migrate, '--url', $pg->url('kills'), 'upgrade', 'a3');
for (1 .. 5) {
	my @pids = (start($pg->url('kills'), 'upgrade', 'a4'), start($pg->url('kills'), 'downgrade', 'a3'));
	my @codes = map { reap($_) } @pids;
	is("@codes", '0 0', 'an upgrade and a downgrade at once') or diag(slurp("$project/err"));
	is($pg->psql('kills', q(SELECT max(revision) = 'a4', count(*) FILTER (WHERE done <> total) FROM migrate_history)),
		$pg->psql('kills', q(SELECT to_regclass('last') IS NOT NULL, 0)), 'the history says what is there');
}

done_testing();
