# The command line: help, options anywhere, what is wrong with it, terminals and colours. Its programs link libmigrate().
use strict;
use warnings;
use lib 'tests/lib';

use Cluster qw(run tempdir);
use Fixture;
use Test::More;

my $line = fixture('line');
my @commands = qw(upgrade downgrade plan current history heads show stamp ensure-version version);
my ($exit, $out, $err);

($exit, $out, $err) = run($line, '--help');
is("$exit$err", '0', '--help');
like($out, qr/^  \Q$_\E\b.* {2,}[A-Z]/m, "lists $_") for @commands;
is((run($line, $_))[1], $out, "$_ is the same") for qw(help -h);
for my $command (@commands) {
	my ($code, $help) = run($line, $command, '--help');

	is($code, 0, "$command --help");
	like($help, qr/^usage: migrate $command\b.*\n\n[A-Z].*\.\n.*^options:\n.*-h, --help/ms, 'says how to use it');
	is((run($line, 'help', $command))[1], $help, "help $command is the same");
	is((run($line, $command, '-h'))[1], $help, "$command -h too");
}
unlike((run($line, 'heads', '--help'))[1], qr/--sql|--lock-timeout/, 'help names only what the command takes');

for (
	[ [], qr/which command\? `migrate --help` lists them/ ],
	[ ['upgarde'], qr/unknown command 'upgarde'; did you mean 'upgrade'\?/ ],
	[ ['xyzzy'], qr/unknown command 'xyzzy'; `migrate --help` lists them/ ],
	[ [ 'revision', '-m', 'x' ], qr/unknown command 'revision'; it is one of the compiler: `migratec revision`/ ],
	[ [ 'upgrade', '--dryrun' ], qr/unknown option '--dryrun'; did you mean '--dry-run'\?/ ],
	[ [ 'upgrade', '--wibble=3' ], qr/unknown option '--wibble'$/ ],
	[ [ 'upgrade', '--prune' ], qr/unknown option '--prune'$/ ],
	[ [ 'upgrade', '-x' ], qr/unknown option '-x'/ ],
	[ [ 'upgrade', '-sql' ], qr/unknown option '-s'; long options begin with --/ ],
	[ [ 'upgrade', '--quiet=1' ], qr/--quiet takes no value/ ],
	[ [ 'upgrade', '--url' ], qr/--url expects URL/ ],
	[ [ 'upgrade', '--url', '' ], qr/--url expects a database URL/ ],
	[ [ 'upgrade', '--lock-timeout', 'soon' ], qr/--lock-timeout expects a number of seconds, not 'soon'/ ],
	[ [ 'upgrade', '--lock-timeout', '-1' ], qr/--lock-timeout expects a number of seconds, not '-1'/ ],
	[ [ 'upgrade', '--lock-timeout=nan' ], qr/expects a number/ ],
	[ [ 'upgrade', 'head', 'more' ], qr/upgrade takes one argument; 'more' is one too many/ ],
	[ [ 'heads', 'more' ], qr/heads takes no argument, and 'more' is one/ ],
	[ ['downgrade'], qr/downgrade expects TARGET; `migrate help downgrade` says more/ ],
	[ ['stamp'], qr/stamp expects TARGET/ ],
	[ ['show'], qr/show expects REV/ ],
	[ [ 'current', '--sql' ], qr/current does not take --sql; `migrate help current` says/ ],
	[ [ 'upgrade', '--json' ], qr/upgrade does not take --json/ ],
	[ [ 'show', '+1' ], qr/counts from where the database is/ ],
	[ [ 'show', 'base' ], qr/there is nothing to show/ ],
) {
	my ($arguments, $message) = @$_;
	($exit, $out, $err) = run($line, @$arguments);
	is("$exit$out", '2', "@$arguments");
	like($err, qr/^migrate: /, 'one sentence');
	like($err, $message, 'says what is wrong');
}

($exit, $out) = run($line, 'version');
like($out, qr/^migrate, project fixture, build b00000000001\n4 revisions, the last is b4d1c2d3e4f5 No nicknames\nlibpq \d+\.\d+$/, 'version');
is((run($line, '--version'))[1], $out, '--version is the same');
($exit, $out) = run($line, 'history');
is($out, <<'END', 'history needs no database');
b3c9c2d3e4f5 -> b4d1c2d3e4f5 (head), No nicknames
a2b7c2d3e4f5 -> b3c9c2d3e4f5 (moods), Moods
a1f0c2d3e4f5 -> a2b7c2d3e4f5, An index, it's "concurrent" :HOST
<base> -> a1f0c2d3e4f5, Users
END
($exit, $out) = run($line, 'show', 'head');
is($out, <<'END', 'show');
revision  b4d1c2d3e4f5 (head)
parent    b3c9c2d3e4f5
message   No nicknames
created   
file      migrations/versions/b4d1_drop.lua
checksum  1:4444444444444444444444444444444444444444444444444444444444444444

upgrade:
-- migrations/versions/b4d1_drop.lua:7: drop_column users.nickname (loses data)
ALTER TABLE users DROP COLUMN nickname;

downgrade:
-- migrations/versions/b4d1_drop.lua:7: add_column users.nickname
ALTER TABLE users ADD COLUMN nickname text;
END
like((run(fixture('line', IRREVERSIBLE => 1), 'show', 'head'))[1], qr/^downgrade: none: .*nobody knows the nicknames/m,
	'show says why there is no way back');

# options stand anywhere, and a negative number is a target
my $pg = Cluster->new;
$pg->createdb('cli');
my $url = $pg->url('cli');
is((run($line, 'upgrade', '-q', 'b3', "--url=$url"))[0], 0, 'options behind the target');
is((run($line, '--url', $url, '-q', '--', 'downgrade', '-1'))[0], 0, '-- ends the options');
is((run($line, '--url', $url, 'downgrade', '-1', '-q'))[0], 0, '-1 is a target');
is($pg->psql('cli', 'SELECT count(*) FROM migrate_history'), 1, 'indeed');
is((run($line, '--url', $url, '-q', $_, '--json'))[0], 2, "$_ does not take --json") for qw(upgrade stamp);

# a reader that goes away
is((run('bash', '-c', "$line show a1 | head -1; exit \${PIPESTATUS[0]}"))[2], '', 'a reader that goes away is no error');
is((run('bash', '-c', "{ $line --url '$url' upgrade; } | true"))[0], 0, 'and does not stop an upgrade');
for (1 .. 100) {
	last if $pg->psql('cli', 'SELECT count(*) FROM migrate_history') == 4;
	select undef, undef, undef, 0.05;
}
is($pg->psql('cli', 'SELECT count(*) FROM migrate_history'), 4, 'which ends');
is((run($line, '--url', $url, '-q', 'downgrade', 'a1'))[0], 0, 'back for what follows');

# closed descriptors: nothing that is printed reaches the server
for my $closed ('>&-', '2>&-', '<&- >&- 2>&-') {
	is((run('bash', '-c', "$line --url '$url' downgrade base $closed"))[0], 0, "downgrade $closed");
	is((run('bash', '-c', "$line --url '$url' upgrade a1 $closed"))[0], 0, "upgrade $closed");
}

# an output that takes nothing
for ([ 'upgrade a2', 'migrate: cannot write to standard output; what was asked for is done all the same' ],
	[ 'upgrade --sql', 'migrate: cannot write to standard output' ], [ 'upgrade --help', 'migrate: cannot write to standard output' ]) {
	my ($command, $message) = @$_;
	($exit, undef, $err) = run('bash', '-c', "$line --url '$url' $command >/dev/full");
	is("$exit $err", "1 $message\n", "$command into a full disk");
}
is((run($line, '--url', $url, '-q', 'downgrade', 'a1'))[0], 0, 'it is done indeed');

# a terminal: script(1) makes one
SKIP: {
	skip 'script is not installed', 6 unless grep { -x "$_/script" } split /:/, $ENV{PATH};
	my $terminal = sub {
		my ($env, @arguments) = @_;
		my $command = join ' ', map { "'$_'" } $line, '--url', $url, @arguments;
		return (run({ env => { TERM => 'xterm', %$env } }, 'script', '-qec', $command, '/dev/null'))[1];
	};
	like($terminal->({}, 'upgrade', 'nope'), qr/\033\[1;31mmigrate:\033\[0m no revision/, 'errors are red on a terminal');
	unlike($terminal->({ NO_COLOR => 1 }, 'upgrade', 'nope'), qr/\033/, 'not with NO_COLOR');
	unlike($terminal->({ TERM => 'dumb' }, 'upgrade', 'nope'), qr/\033/, 'nor on a dumb one');
	like($terminal->({ NO_COLOR => 1, COLUMNS => 50 }, 'upgrade', 'a2'),
		qr/\[2\/3\] create_index users_email_idx: CREATE INDEX \r\033\[K\[3\/3\] /, 'the running statement is shown, and cut');
	unlike($terminal->({}, 'downgrade', '-1', '-q'), qr/./, '--quiet is quiet there too');
	unlike((run($line, '--url', $url, 'upgrade'))[1], qr/\033|\[1\/3\]/, 'elsewhere there is no such line');
}

# a table of another time
my $dir = tempdir();
my $old = "$dir/old.c";
Cluster::spew($old, qq(#include "table.h"\nconst struct migration_table migration_table = { .version = 99, .name = "old" };\n));
my $program = fixture($old);
($exit, $out, $err) = run($program, 'version');
is("$exit $err", "1 migrate: the migrations were compiled for table version 99, and this library has 9; compile them again\n",
	'a table of another version is refused');

# no migrations at all
Cluster::spew("$dir/none.c", qq(#include "table.h"\nconst struct migration_table migration_table = { .version = MIGRATE_TABLE_VERSION, .name = "none",
	.build = "b", .search_path = "public", .history_schema = "public" };\n));
my $none = fixture("$dir/none.c");
$pg->createdb('none');
$url = $pg->url('none');
for ([ 'current', "nothing is applied: the database has no history\n" ], [ 'upgrade', "nothing to do: the database is at base\n" ],
	[ 'history', "there are no revisions\n" ], [ 'heads', '' ], [ 'plan', "nothing to do: the database is at base\n" ]) {
	my ($command, $expected) = @$_;
	($exit, $out, $err) = run($none, '--url', $url, $command);
	is("$exit $out$err", "0 $expected", "$command without migrations");
}

done_testing();
