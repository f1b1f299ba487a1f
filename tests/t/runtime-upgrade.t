# Up and down a straight line: what runs, what is remembered, and what the commands say about it. Uses libmigrate().
use strict;
use warnings;
use lib 'tests/lib';

use Cluster qw(run);
use Fixture;
use JSON::PP;
use Test::More;

my $pg = Cluster->new;
my $line = fixture('line');
my ($a1, $a2, $b3, $b4) = qw(a1f0c2d3e4f5 a2b7c2d3e4f5 b3c9c2d3e4f5 b4d1c2d3e4f5);
my $db;

# a fresh database for what follows
sub fresh {
	($db) = @_;
	$pg->createdb($db);
}

# run a command that must end with this code; returns what it printed
sub migrate_is {
	my ($code, $name, @arguments) = @_;
	my ($exit, $out, $err) = run($line, '--url', $pg->url($db), @arguments);

	is($exit, $code, $name) or diag("$out$err");
	return ($out, $err);
}

sub history {
	return $pg->psql($db, q(SELECT string_agg(revision || ' ' || done || '/' || total || direction, E'\n' ORDER BY revision)
		FROM migrate_history));
}

sub audit {
	return $pg->psql($db, q(SELECT string_agg(action || ' ' || revision, E'\n' ORDER BY at) FROM migrate_audit));
}

fresh('up');
my ($out, $err) = migrate_is(0, 'current of an empty database', 'current');
is($out, "nothing is applied: the database has no history\n4 migrations to apply\n", 'and it says so');
is($pg->psql($db, q(SELECT count(*) FROM pg_class WHERE relname LIKE 'migrate%')), 0, 'and creates nothing');
migrate_is(0, 'plan of an empty database', 'plan');
migrate_is(0, 'history beside an empty database', 'history', '-i');
migrate_is(0, 'a dry run', 'upgrade', '--dry-run');
is($pg->psql($db, q(SELECT count(*) FROM pg_class WHERE relname LIKE 'migrate%' OR relname = 'users')), 0,
	'plan, history and a dry run create nothing');

($out) = migrate_is(0, 'upgrade', 'upgrade');
like($out, qr/^upgrade $a1 Users \(\d+ ms\)\nupgrade $a2 An index.* \(\d+ ms\)\nupgrade $b3 Moods \(/, 'one line a migration');
like($out, qr/^  lost data: drop_column users\.nickname \(migrations.*:7\)$/m, 'a step that loses data is printed as such');
like($out, qr/^4 migrations applied; the database is at $b4 No nicknames \(head\)$/m, 'and where the database is');
is(history(), "$a1 2/2up\n$a2 3/3up\n$b3 4/4up\n$b4 1/1up", 'the history has each with all its steps');
is(audit(), "upgrade $a1\nupgrade $a2\nupgrade $b3\nupgrade $b4", 'and the audit');
is($pg->psql($db, q(SELECT message, checksum, applied_by, applied_at > now() - interval '1 minute',
	duration > interval '0', build, started IS NULL FROM migrate_history ORDER BY revision LIMIT 1)),
	'Users|1:' . '1' x 64 . '|postgres|t|t|b00000000001|t', 'a row says what, when, by whom and how long');
my $top = $pg->dump($db);

($out) = migrate_is(0, 'upgrade again', 'upgrade');
is($out, "nothing to do: the database is at $b4 No nicknames (head)\n", 'has nothing to do');
($out) = migrate_is(0, 'upgrade to an ancestor', 'upgrade', 'a1');
like($out, qr/^revision $a1 is applied already: the database is at $b4 .*\n`migrate downgrade $a1` goes back to it\n$/,
	'says that it is applied');
($out) = migrate_is(0, 'current', 'current');
is($out, "$b4 No nicknames (head)\n", 'current names the head');
($out) = migrate_is(0, 'quiet', '--quiet', 'upgrade');
is($out, '', '--quiet prints nothing');

($out) = migrate_is(0, 'downgrade -1', 'downgrade', '-1');
like($out, qr/^downgrade $b4 No nicknames \(\d+ ms\)\n1 migration undone; the database is at $b3 Moods\n$/, 'undoes one');
($out) = migrate_is(0, 'current', 'current');
is($out, "$b3 Moods\n1 migration to apply\n", 'current says what is behind');
($out) = migrate_is(0, 'downgrade to a prefix', 'downgrade', 'a1');
like($out, qr/^  lost data: drop_column users\.mood/m, 'says what it loses');
is(history(), "$a1 2/2up", 'the rows of what was undone are gone');
migrate_is(0, 'downgrade to where it is', 'downgrade', 'a1');
migrate_is(0, 'one up', 'upgrade', '+1');
is(history(), "$a1 2/2up\n$a2 3/3up", 'is one up');
migrate_is(0, 'REV+N', 'upgrade', 'a1+2');
is(history(), "$a1 2/2up\n$a2 3/3up\n$b3 4/4up", 'goes to the second above');
migrate_is(0, 'REV-N', 'downgrade', 'head-2');
is(history(), "$a1 2/2up\n$a2 3/3up", 'goes to the second below');
migrate_is(0, 'base', 'downgrade', 'base');
is(history(), '', 'nothing is applied any more');
unlike($pg->dump($db), qr/users|mood/, 'and nothing is left of it');
migrate_is(0, 'and up again', 'upgrade', 'head');
is($pg->dump($db), $top, 'gives the same schema');

for (
	[ [ 'upgrade', '+1' ], 1, qr/'\+1' asks for 1 revision above $b4, and there are 0/ ],
	[ [ 'downgrade', '-5' ], 1, qr/'-5' asks for 5 revisions below $b4, and there are 4/ ],
	[ [ 'upgrade', 'head+1' ], 1, qr/asks for 1 revision above/ ],
	[ [ 'upgrade', '-1' ], 2, qr/'-1' goes down, and this is an upgrade; expected \+N/ ],
	[ [ 'downgrade', '+1' ], 2, qr/'\+1' goes up, and this is a downgrade; expected -N/ ],
	[ [ 'downgrade', 'a' ], 2, qr/'a' is not clear, 2 begin with it:\n  $a1  Users\n  $a2  An index/ ],
	[ [ 'upgrade', 'nope' ], 2, qr/no revision 'nope'; `history` lists them/ ],
	[ [ 'upgrade', 'a1f0c2d3e4f6' ], 2, qr/did you mean $a1 \(Users\)\?/ ],
	[ [ 'upgrade', 'a1:b3' ], 2, qr/a range FROM:TO goes with --sql/ ],
	[ [ 'upgrade', 'x@head' ], 2, qr/no revision 'x'; `history` lists them/ ],
	[ [ 'upgrade', '' ], 2, qr/is not a target; expected/ ],
	[ [ 'upgrade', '--sql', '' ], 2, qr/is not a target; expected/ ],
	[ [ 'upgrade', 'HEAD' ], 2, qr/no revision 'HEAD'; did you mean 'head'\?$/ ],
	[ [ 'downgrade', 'Base' ], 2, qr/no revision 'Base'; did you mean 'base'\?$/ ],
	[ [ 'upgrade', 'head+0' ], 2, qr/goes nowhere/ ],
	[ [ 'upgrade', '+99999999999999999999' ], 2, qr/a number that is too large/ ],
	[ [ 'stamp', 'head@a1' ], 2, qr/'head\@a1' names no branch: expected a label or a revision before \@/ ],
) {
	my ($arguments, $code, $message) = @$_;
	(undef, $err) = migrate_is($code, "@$arguments is refused", @$arguments);
	like($err, $message, 'and says what was expected');
}
is($pg->dump($db), $top, 'nothing of that ran anything');

# a target that is not applied
migrate_is(0, 'down for what follows', 'downgrade', 'a1');
(undef, $err) = migrate_is(1, 'downgrade to what is not applied', 'downgrade', 'b3');
like($err, qr/cannot downgrade to $b3 \(Moods.*it is not applied, the database is at $a1/s, 'is refused');

# stamp
fresh('stamp');
($out) = migrate_is(0, 'stamp', 'stamp', 'b3');
is($out, "stamped: the database counts as being at $b3 Moods; nothing was run\n", 'says what it did');
is(history(), "$a1 2/2up\n$a2 3/3up\n$b3 4/4up", 'marks the ancestors too');
is($pg->psql($db, q(SELECT to_regclass('users') IS NULL)), 't', 'and runs nothing');
migrate_is(0, 'stamp lower', 'stamp', '-1');
is(history(), "$a1 2/2up\n$a2 3/3up", 'forgets those above');
migrate_is(0, 'stamp base', 'stamp', 'base');
is(history(), '', 'forgets all');
is(audit(), "stamp $b3\nstamp $a2\nstamp base", 'the audit has a row for each');
migrate_is(0, 'a dry run of stamp', 'stamp', '--dry-run', 'head');
is(history(), '', 'changes nothing');

# the history's own schema, made where it is missing
fresh('schema');
my $other = fixture('line', SCHEMA => q("the \"own\" schema"));
my ($exit);
($exit, $out, $err) = run($other, '--url', $pg->url($db), 'ensure-version');
is("$exit$err", '0', 'ensure-version');
is($out, qq(the history tables in schema "the "own" schema" were made\n), 'says that it made them');
is($pg->psql($db, q(SELECT count(*) FROM "the ""own"" schema".migrate_history)), 0, 'and they are there');
($exit, $out) = run($other, '--url', $pg->url($db), 'ensure-version');
is($out, qq(the history tables in schema "the "own" schema" are there\n), 'again makes nothing');
($exit) = run($other, '--url', $pg->url($db), 'upgrade');
is($exit, 0, 'an upgrade uses them');
is($pg->psql($db, q(SELECT count(*) FROM "the ""own"" schema".migrate_history)), 4, 'for its rows');

# all of it as one transaction
fresh('single');
my ($up, $down) = (fixture('line', REVISIONS => 1), fixture('line', REVISIONS => 1, SINGLE => 'true'));
($exit, $out, $err) = run($line, '--url', $pg->url($db), 'upgrade', '--single-transaction');
is($exit, 1, 'one transaction with a step that refuses it');
like($err, qr/this run cannot be one transaction: .*a2b7_index\.lua:8: create_index users_email_idx cannot run in a transaction/,
	'is refused, naming the step');
is($pg->psql($db, q(SELECT count(*) FROM pg_class WHERE relname LIKE 'migrate%')), 0, 'before anything runs');
($exit) = run($up, '--url', $pg->url($db), 'upgrade', '--single-transaction');
is($exit, 0, 'one transaction of what may be');
is(history(), "$a1 2/2up", 'is remembered');
($exit) = run($down, '--url', $pg->url($db), 'downgrade', 'base');
is("$exit " . history(), '0 ', 'config can ask for it');

# what is read can be read by programs
fresh('json');
migrate_is(0, 'half of it', 'upgrade', 'a2');
my $json = sub { decode_json((migrate_is(0, "@_ --json", @_, '--json'))[0]) };
my $current = $json->('current');
is($current->{current}[0]{revision}, $a2, 'current --json');
is("$current->{pending} $current->{at_head}", '2 0', 'says how far behind');
is(scalar @{ $json->('history') }, 4, 'history --json');
is($json->('history', '-i')->[3]{applied}, 1, 'history -i --json');
is($json->('heads')->[0]{revision}, $b4, 'heads --json');
is($json->('show', 'b3')->{upgrade}[2]{sql}, q(ALTER TYPE mood ADD VALUE 'glad'), 'show --json');
is($json->('version')->{revisions}, 4, 'version --json');
my $plan = $json->('plan');
is($plan->{migrations}[0]{steps}[1]{lock}, 'ACCESS EXCLUSIVE', 'plan --json has locks');
cmp_ok($plan->{migrations}[0]{steps}[1]{bytes}, '>', 8192, 'and sizes');
is($json->('plan', 'base')->{direction}, 'downgrade', 'a plan can go down');
(undef, $err) = migrate_is(3, 'current --check-heads', 'current', '--check-heads');

done_testing();
