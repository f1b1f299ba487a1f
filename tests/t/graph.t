# A history with branches, merges and dependencies, on a server: up and down in many orders, and what is said of names that are wrong.
#
#     SEED=N repeats a walk; STEPS=N makes it longer
use strict;
use warnings;
use lib 'tests/lib';

use Cluster qw(link_migrate run spew tempdir);
use JSON::PP ();
use Test::More;

my $seed = $ENV{SEED} // int(rand 1e9);
my $steps = $ENV{STEPS} // 60;
my $dir = tempdir();
my $pg = Cluster->new;

srand $seed;
diag "seed $seed";

# id => [parents, what upgrade() does, more]
my %revisions = (
	a1 => [ [], q(create_table("users", { column("id", "bigint", { primary_key = true }), column("name", "text") })) ],
	a2 => [ ['a1'], q(create_table("notes", { column("id", "bigint", { primary_key = true }), column("of", "bigint", { references = "users" }) })) ],
	l1 => [ ['a2'], q(add_column("users", column("email", "text", { unique = true }))), 'labels = "left"' ],
	l2 => [ ['l1'], q(create_index("users", { "email", "name" })) ],
	l3 => [ ['l2'], q(create_table("mails", { column("id", "bigint", { primary_key = true, references = "users" }) })) ],
	r1 => [ ['a2'], q(add_column("users", column("born", "date"))), 'labels = "right"' ],
	r2 => [ ['r1'], q(alter_column("notes", "of", { not_null = true })) ],
	r3 => [ ['r2'], q(execute "CREATE VIEW elders AS SELECT id FROM users WHERE born < '1970-01-01'") ],
	o1 => [ [], q(create_table("countries", { column("code", "char(2)", { primary_key = true }) })), 'labels = { "other", "größe" }' ],
	o2 => [ ['o1'], q(add_column("countries", column("name", "text", { not_null = true }))) ],
	o3 => [ ['o2'], q(create_enum("kind", { "a", "b" }) add_column("countries", column("kind", "kind"))) ],
	x1 => [ ['r1'], q(add_column("users", column("country", "char(2)", { references = "countries" }))), 'depends_on = "o1"' ],
	m1 => [ [ 'l3', 'r2' ], q(create_index("users", { "born", "email" })), 'labels = "joined"' ],
	m2 => [ [ 'm1', 'r3' ], q(add_column("notes", column("text", "text"))), 'labels = "currently"' ],
	m3 => [ ['m2'], q(create_check_constraint("notes", "length(text) > 0")) ],
	p1 => [ ['o2'], q(comment_on("table countries", "All of them")), 'depends_on = { "l1" }' ],
);

sub write_project {
	my ($to, %of) = @_;

	spew("$to/migrations/config.lua", qq(return { name = "graph", postgres = 14 }\n));
	for my $id (sort keys %of) {
		my ($parents, $ops, $more) = @{ $of{$id} };
		my $parent = @$parents ? '{ ' . join(', ', map { qq("$_") } @$parents) . ' }' : 'nil';

		spew("$to/migrations/versions/$id.lua",
			qq(revision { id = "$id", parent = $parent, message = "The $id"), ($more ? ", $more" : ''), " }\n",
			"function upgrade()\n\t$ops\nend\n");
	}
}

write_project($dir, %revisions);
my ($exit, $out, $err) = run(migratec(), '-C', $dir, 'compile');
is($exit, 0, 'compiles') or diag $err;
like($err, qr/^migratec: warning: there are 4 heads, 'm3' \(.*\), 'o3' \(.*\), 'p1' \(.*\) and 'x1' \(.*\); migratec merge heads joins them$/m,
	'and says which heads there are, and how to join them');
my $migrate = link_migrate("$dir/migrate", "$dir/generated/migrations.c");

# what each is built upon, with itself
my %below;
sub below {
	my ($id) = @_;
	my ($parents, undef, $more) = @{ $revisions{$id} };

	return $below{$id} //= { $id => 1, map { %{ below($_) } } @$parents, ($more // '') =~ /depends_on.*?"(\w+)"/g };
}

sub migrate_is {
	my ($db, $code, @arguments) = @_;
	my ($got, $stdout, $stderr) = run({ env => { DATABASE_URL => $pg->url($db) } }, $migrate, @arguments);

	is($got, $code, "migrate @arguments") or diag $stdout, $stderr;
	return ($stdout, $stderr);
}

sub applied {
	my ($db) = @_;

	return $pg->psql($db, 'SELECT revision FROM migrate_history ORDER BY 1') =~ s/\n/ /gr;
}

# the walk: whatever the way, one set of revisions is one schema
$pg->createdb('walk');
$pg->createdb('straight');
migrate_is('walk', 0, 'ensure-version');
my %dump;
my @targets = ((sort keys %revisions), qw(left right other joined heads base left@head joined@head left@base right@base other@head other@base
	o1@heads l3@+1 right@+1 left@-1 right@-2 o3@-1 p1@-1 -1 +1 m2-1 l1+2 r3@a2 left@a2 m3@l2 x1@r1));
for (1 .. $steps) {
	my $target = $targets[ rand @targets ];
	my $way = rand() < 0.55 ? 'upgrade' : 'downgrade';
	my $before = applied('walk');
	my ($code, $stdout, $stderr) = run({ env => { DATABASE_URL => $pg->url('walk') } }, $migrate, $way, $target);
	my $after = applied('walk');
	my %has = map { $_ => 1 } split ' ', $after;

	ok($code == 0 || $after eq $before, "$way $target from ($before): what is refused runs nothing") or diag $stderr;
	ok(($code == 0) == !length $stderr, 'and says why') or diag $stderr;
	is_deeply([ grep { my $id = $_; grep { !$has{$_} } keys %{ below($id) } } keys %has ], [], "nothing stands on what is not there ($after)");
	my $dump = $pg->dump_lines('walk');
	is($dump, $dump{$after} //= $dump, "$way $target: one set is one schema");
}
migrate_is('walk', 0, 'upgrade', 'heads');
migrate_is('straight', 0, 'upgrade', 'heads');
is($pg->dump_lines('walk'), $pg->dump_lines('straight'), 'the end is that of a straight way');
migrate_is('walk', 0, 'downgrade', 'base');
is(applied('walk'), '', 'and the way down leads to nothing');

# a revision that is merged late, below what is applied
{
	my %early = %revisions;
	delete @early{qw(r3 m2 m3 x1 p1)};
	my $old = tempdir();
	write_project($old, %early);
	is((run(migratec(), '-C', $old, 'compile'))[0], 0, 'an older program');
	my $program = link_migrate("$old/migrate", "$old/generated/migrations.c");
	is((run({ env => { DATABASE_URL => $pg->url('walk') } }, $program, 'upgrade', 'heads'))[0], 0, 'goes to its heads');
	migrate_is('walk', 0, 'upgrade', 'm3');
	is(applied('walk'), 'a1 a2 l1 l2 l3 m1 m2 m3 o1 o2 o3 r1 r2 r3', 'what came in below is applied');
}

# names that are wrong, and names that are right where Alembic is not
$pg->createdb('names');
my %at = (
	'a2' => [
		[ [ 'upgrade' ], 2, qr/'head' is not one revision, there are 4 heads:\n  m3  The m3\n  o3  The o3\n  p1  The p1\n  x1  The x1\nhint: name one of them, LABEL\@head or REV\@head; heads is all of them/s ],
		[ [ 'upgrade', '+1' ], 2, qr/'\+1' is not clear: a2 has several children:\n  l1  The l1\n  r1  The r1\nhint: name the revision, or one of them before it: REV\@/ ],
		[ [ 'upgrade', 'nowhere@head' ], 2, qr/no revision 'nowhere'/ ],
		[ [ 'upgrade', 'left@r1' ], 2, qr/revision r1 \(The r1\) is not in the lineage of l1: neither above it nor below it/ ],
		[ [ 'upgrade', 'left@nowhere' ], 2, qr/no revision 'nowhere'/ ],
		[ [ 'upgrade', 'l' ], 2, qr/revision 'l' is not clear, 3 begin with it:\n  l1  The l1\n  l2  The l2\n  l3  The l3/ ],
		[ [ 'upgrade', 'left@+9' ], 1, qr/'left\@\+9' asks for 9 revisions above a2, and there are 6/ ],
		[ [ 'upgrade', 'lefd' ], 2, qr/no revision 'lefd'; did you mean left \(The l1\)\?/ ],
		[ [ 'upgrade', 'a1:m1' ], 2, qr/a range FROM:TO goes with --sql/ ],
		[ [ 'upgrade', 'heads-1' ], 2, qr/'heads-1' is not one revision, there are 4 to count from:/ ],
		[ [ 'downgrade', 'l1' ], 1, qr/cannot downgrade to l1 \(The l1\): it is not applied, the database is at a2/ ],
		[ [ 'downgrade', 'heads' ], 2, qr/a downgrade has one target, and there are 4/ ],
		[ [ 'downgrade', '-3' ], 1, qr/'-3' asks for 3 revisions below a2, and there are 2/ ],
		[ [ 'downgrade', 'left@-3' ], 1, qr/'-3' asks for 3 revisions below a2 in the lineage of l1, and there are 2/ ],
	],
	'l1 r1' => [
		[ [ 'downgrade', '-1' ], 2, qr/'-1' is not clear: the database is at several revisions:\n  r1  The r1\n  l1  The l1\nhint: name one of them before an \@, as in `migrate downgrade REV\@-1`/ ],
		[ [ 'upgrade', '+1' ], 2, qr/'\+1' is not one revision, there are 2 to count from:\n  l1  The l1\n  r1  The r1/ ],
		[ [ 'downgrade', 'left@-2' ], 1, qr/revision a2 \(The a2\) is not of the lineage of l1 alone: r1 \(The r1\) is built upon it, and stays/ ],
	],
	'm1' => [
		[ [ 'downgrade', '-2' ], 2, qr/'-2' is not clear: 1 revision down the database is at several revisions:\n  l3  The l3\n  r2  The r2/ ],
		[ [ 'downgrade', 'm1-1' ], 2, qr/'m1-1' is not clear: m1 has several parents:\n  l3  The l3\n  r2  The r2/ ],
	],
);
for my $place (sort keys %at) {
	migrate_is('names', 0, 'upgrade', $_) for split ' ', $place;
	my $before = applied('names');
	for (@{ $at{$place} }) {
		my ($arguments, $code, $message) = @$_;
		like((migrate_is('names', $code, @$arguments))[1], $message, "at $place it says why");
	}
	is(applied('names'), $before, 'and touches nothing');
}
like((migrate_is('names', 0, 'upgrade', 'a1'))[0], qr/revision a1 is applied already: the database is at m1 The m1\n`migrate downgrade a1` goes back to it/,
	'what is below is applied already');
migrate_is('names', 0, 'downgrade', '-1');
is(applied('names'), 'a1 a2 l1 l2 l3 r1 r2', 'one down from a merge leaves both of its parents');
migrate_is('names', 0, 'downgrade', 'left@base');
is(applied('names'), 'a1 a2 r1 r2', 'one branch down leaves the other, and what both stand on');
migrate_is('names', 0, 'upgrade', 'x1');
migrate_is('names', 0, 'downgrade', 'other@base');
is(applied('names'), 'a1 a2 r1 r2', 'what depends on a branch goes with it');
migrate_is('names', 0, 'upgrade', 'x1');
migrate_is('names', 0, 'downgrade', 'o1');
is(applied('names'), 'a1 a2 o1 r1 r2 x1', 'what depends on the target stays with it');
migrate_is('names', 0, 'stamp', 'o1');
is(applied('names'), 'a1 a2 o1 r1 r2 x1', 'for a stamp too');
migrate_is('names', 0, 'downgrade', 'other@base');
like((migrate_is('names', 0, 'downgrade', 'base'))[0], qr/4 migrations undone; the database is at base/, 'base is all of it');
like((migrate_is('names', 0, 'downgrade', 'base'))[0], qr/nothing to do: the database is at base/, 'twice');

# stamp, scripts and current speak of several
like((migrate_is('names', 0, 'stamp', 'left@head'))[0], qr/the database counts as being at m3 The m3 \(head\)/, 'stamp a branch');
migrate_is('names', 0, 'stamp', 'o3');
like((migrate_is('names', 0, 'current'))[0], qr/^o3 The o3 \(head\)\nm3 The m3 \(head\)\n2 migrations to apply$/m, 'the other stays');
migrate_is('names', 0, 'stamp', 'left@base');
is(applied('names'), 'a1 a2 o1 o2 o3 r1 r2 r3', 'and one may go, but for what others stand on');
like((migrate_is('names', 0, 'stamp', '--dry-run', 'base', 'a1'))[0], qr/with a1 The a1$/, 'what one target takes the next may bring back');
migrate_is('names', 0, 'stamp', 'l2', 'o1');
is(applied('names'), 'a1 a2 l1 l2 o1 r1 r2 r3', 'several are taken one behind the other');
migrate_is('names', 0, 'stamp', '--purge', 'l1', 'o3');
is(applied('names'), 'a1 a2 l1 o1 o2 o3', 'and nothing of what was there with --purge');
like((migrate_is('names', 2, 'stamp', @$_))[1], qr/revision l1 \(The l1\) is below another one that is named: leave it out/, "stamp @$_ says two things")
	for [qw(l1 m1)], [qw(p1 l1)];
like((migrate_is('names', 2, 'stamp', 'l1', 'nowhere'))[1], qr/no revision 'nowhere'/, 'one that is wrong is told');
is(applied('names'), 'a1 a2 l1 o1 o2 o3', 'and none is recorded');
migrate_is('names', 3, 'current', '--check-heads', '-q');
migrate_is('names', 0, 'stamp', 'heads');
migrate_is('names', 0, 'current', '--check-heads', '-q');
migrate_is('names', 0, 'stamp', 'base');
($out) = migrate_is('names', 0, 'upgrade', '--sql', 'heads');
$pg->psql('names', $out);
is($pg->dump_lines('names'), $pg->dump_lines('straight'), 'a script for all heads');
$pg->createdb('half');
migrate_is('half', 0, 'upgrade', $_) for 'l2', 'r1';
$pg->psql('half', "UPDATE migrate_history SET done = 0 WHERE revision = 'l2'");
like((migrate_is('half', 1, 'stamp', 'r2'))[1],
	qr/the upgrade of revision l2 \(The l2\) stopped after 0 of 1 steps, and the targets say nothing of it\nhint: finish it first; or, if its steps are done, stamp l2 as well/,
	'half of another branch does not become whole unsaid');
migrate_is('half', 0, 'stamp', 'r2', 'l2');
is(applied('half'), 'a1 a2 l1 l2 r1 r2', 'but where it is said');
like((migrate_is('half', 2, @$_))[1], qr/is where the database is, which is not looked at here; name the revision/, 'where no database is asked it is nowhere')
	for [ 'stamp', '--purge', 'current' ], [ 'stamp', '--sql', 'current' ], [ 'upgrade', '--sql', 'current:m1' ];
like((run(migratec(), '-C', $dir, @$_))[2], qr/'current' is where the database is, which is not looked at here; name the revision/, "migratec @$_")
	for [ 'history', '-r', 'current:' ], [ 'history', '-r', '-2:current' ], [ 'revision', '-m', 'x', '--head', 'current' ], [ 'show', 'current' ];
like((run(migratec(), '-C', $dir, 'revision', '-m', 'x', '--head', 'm3', '--rev-id', 'left'))[2], qr/the id 'left' is a label of this revision/, 'an id is no label');
like((migrate_is('names', 2, 'redo'))[1], qr/'-1' is not clear: the database is at several revisions:\n.*\nhint: .* `migrate downgrade REV\@-1`$/ms, 'redo with several heads names them, and says what there is instead');
$pg->createdb('redo');
migrate_is('redo', 0, 'upgrade', 'l2');
$pg->psql('redo', 'DROP INDEX users_email_name_idx; CREATE INDEX users_email_name_idx ON users (name)');
like((migrate_is('redo', 0, 'redo'))[0], qr/1 migration undone; the database is at l1 The l1\n.*1 migration applied; the database is at l2 The l2\n/s, 'redo');
like($pg->psql('redo', "SELECT indexdef FROM pg_indexes WHERE indexname = 'users_email_name_idx'"), qr/\(email, name\)/, 'runs it again');
migrate_is('redo', 0, 'downgrade', 'base');
like((migrate_is('redo', 1, 'redo'))[1], qr/'-1' asks for 1 revision below base, and there are 0/, 'nothing to do again');
($out) = migrate_is('names', 0, 'downgrade', '--sql', 'heads:left@a2');
$pg->psql('names', $out);
is(applied('names'), 'a1 a2 o1 o2 o3 r1 r2 r3 x1', 'a script down one branch, beginning at several heads');
(undef, undef, $err) = run({ stdin => $out }, 'psql', '-XAtq', '-v', 'ON_ERROR_STOP=1', '-d', $pg->url('names'));
like($err, qr/this script begins at .*, and the database is at r3,o3,x1 \(9 applied\)\nHINT:  for where it is: migrate downgrade --sql r3,o3,x1:TO$/m, 'and not from elsewhere');
($out) = migrate_is('names', 0, 'upgrade', '--sql', 'r3,o3,x1:l3');
$pg->psql('names', $out);
is(applied('names'), 'a1 a2 l1 l2 l3 o1 o2 o3 r1 r2 r3 x1', 'which a script can begin at as well');
like((migrate_is('names', 2, 'upgrade', '--sql', 'r3,r2:heads'))[1], qr/revision r2 \(The r2\) is below another one that is named: leave it out/, 'what is below another is no place of its own');
like((migrate_is('names', 2, 'upgrade', '--sql', 'r3,:heads'))[1], qr/expected a revision/, 'nor is nothing');

# the tables by a script
$pg->createdb('ensured');
$pg->psql('ensured', (migrate_is('ensured', 0, 'ensure-version', '--sql'))[0]) for 1 .. 2;
like((migrate_is('ensured', 0, 'ensure-version'))[0], qr/the history tables in schema "public" are there/, 'ensure-version --sql makes them, also twice');

# models beside several heads: what is written compiles, or is not written
{
	my $models = tempdir();
	write_project($models, map { $_ => $revisions{$_} } qw(a1 a2 l1 r1));
	my $table = 'table "notes" { column("id", "bigint", { primary_key = true }), column("of", "bigint", { references = "users" }) } '
		. 'table "users" { column("id", "bigint", { primary_key = true }), column("name", "text"), column("email", "text", { unique = true }), column("born", "%s"), %s }';
	my @command = (migratec(), '-C', $models, 'revision', '--autogenerate', '-m', 'x', '--rev-id', 'x', '--head', 'l1');

	spew("$models/migrations/models/users.lua", sprintf $table, 'timestamp', '');
	($exit, $out, $err) = run(@command);
	is($exit, 1, 'what another branch made is not changed upon this one');
	like($err, qr/no column named 'born' in table 'users'.*what leads to the models cannot stand on 'l1' alone; nothing was written; join the heads first: migratec merge heads/s,
		'and why');
	ok(!-e "$models/migrations/versions/x_x.lua", 'nothing is written');
	spew("$models/migrations/models/users.lua", sprintf $table, 'date', 'column("more", "text")');
	is((run(@command))[0], 0, 'what stands on it is written');
	is((run(migratec(), '-C', $models, 'check'))[0], 0, 'and leads to the models');
}

# what reads: in migrate, and in migratec of the same project
$pg->createdb('read');
migrate_is('read', 0, 'upgrade', 'r2');
for (
	[ 'a2:l3', 'l3 l2 l1 a2' ],
	[ ':l1', 'l1 a2 a1' ],
	[ 'm2:', 'm3 m2' ],
	[ 'l1:+1', 'l2 l1' ],
	[ '-2:l3', 'l3 l2 l1' ],
	[ 'left:joined', 'm1 l3 l2 l1' ],
	[ 'o1:other@heads', 'p1 o3 o2 o1' ],
	[ 'current:', 'm3 m2 r3 m1 r2', 'asks' ],
	[ '-1:current', 'r2 r1', 'asks' ],
	[ 'm3:a1', qr/'m3:a1' names no revision: its beginning is not below its end/ ],
	[ 'l1:r2', qr/'l1:r2' names no revision: its beginning is not below its end/ ],
	[ 'm1', qr/'m1' is no range; expected FROM:TO, FROM: or :TO/ ],
	[ '-9:a2', qr/'-9:a2' asks for 9 revisions below a2, and there are 2/ ],
	[ 'a2:+1', qr/'a2:\+1' is not clear: a2 has several children:\n  l1  The l1\n  r1  The r1/ ],
	[ 'a1:nowhere', qr/no revision 'nowhere'/ ],
) {
	my ($range, $expected, $asks) = @$_;
	my @programs = ([ $migrate, 'history' ], $asks ? () : [ migratec(), '-C', $dir, 'history' ]);

	for (@programs) {
		my ($code, $stdout, $stderr) = run({ env => { DATABASE_URL => $pg->url('read') } }, @$_, '-r', $range);
		ref $expected ? like($stderr, $expected, "history -r $range") : is(join(' ', $stdout =~ / -> (\w+)/g), $expected, "history -r $range");
	}
}
is((run({ env => { DATABASE_URL => undef, PGHOST => '/nowhere' } }, $migrate, 'history', '-r', 'currently:'))[0], 0, 'a label that begins with current needs no database');
for ([ $migrate ], [ migratec(), '-C', $dir ]) {
	my ($code, $stdout, $stderr) = run(@$_, 'branches');
	is_deeply([ $stdout =~ /^(?:  )?\w+.* -> (\w+)/mg ], [qw(o2 o3 p1 r2 m1 r3 r1 r2 x1 a2 l1 r1)], 'branches: what has several children, and these') or diag $stdout;
	($code, $stdout) = run(@$_, 'branches', '--json');
	my $points = JSON::PP::decode_json($stdout);
	is(join(' ', map { join ":", $_->{id} // $_->{revision}, join(',', @{ $_->{children} }) } @$points), 'o2:o3,p1 r2:m1,r3 r1:r2,x1 a2:l1,r1', 'branches --json') or diag $stdout;
	($code, $stdout) = run(@$_, 'heads');
	is($stdout, <<'END', 'heads');
r1 (depends on o1) -> x1 (head), The x1
o2 (depends on l1) -> p1 (head), The p1
o2 -> o3 (head), The o3
m2 -> m3 (head), The m3
END
	($code, $stdout) = run(@$_, 'heads', '-v');
	like($stdout, qr{^depends   on o1$}m, "heads -v says what each depends on") or diag $stdout;
	($code, $stdout) = run(@$_, 'show', 'größe@o1');
	like($stdout, qr/^revision  o1$/m, 'show by a label that is not ASCII');
	($code, $stdout) = run(@$_, 'show', 'left@joined+1');
	like($stdout, qr/^revision  m2 /m, 'show by a label and a number');
	($code, $stdout) = run(@$_, 'show', 'heads');
	is(join(' ', $stdout =~ /^revision  (\w+) \(head\)$/mg), 'x1 p1 o3 m3', 'show heads: all of them') or diag $stdout;
	for my $case ([ 'heads', 'x1 p1 o3 m3' ], [ 'left@heads', 'm3' ]) {
		($code, $stdout) = run(@$_, 'show', '--json', $case->[0]);
		is(join(' ', map { $_->{id} // $_->{revision} } @{ JSON::PP::decode_json($stdout) }), $case->[1], "show --json $case->[0] is a list");
	}
	($code, $stdout) = run(@$_, 'history', '--graph');
	is($stdout, <<'END', 'history --graph: lines are parents, dependencies are named');
* x1 (depends on o1) (head), The x1
| * m3 (head), The m3
| *   m2 (currently) (merge), The m2
| |\
| | * r3, The r3
| * | m1 (joined) (merge), The m1
| |\|
| | * r2 (branch point), The r2
| |/
|/|
* | r1 (right) (branch point), The r1
| * l3, The l3
| * l2, The l2
| | * p1 (depends on l1) (head), The p1
| * | l1 (left), The l1
|/ /
* | a2 (branch point), The a2
* | a1, The a1
 /
| * o3 (head), The o3
|/
* o2 (branch point), The o2
* o1 (other) (größe), The o1
END
	($code, $stdout) = run(@$_, 'history', '--graph', '--rev-range', 'r1:m2');
	is($stdout, <<'END', 'of a range: parents outside of it are named');
*   m2 (currently) (merge), The m2
|\
| * r3, The r3
* | l3 -> m1 (joined) (merge), The m1
|/
* r2 (branch point), The r2
* a2 -> r1 (right) (branch point), The r1
END
	($code, $stdout) = run(@$_, 'history', '--graph', '--verbose', '-r', 'l3:m1');
	like($stdout, qr/\A\* revision  m1 \(merge\)\n\| parents   l3, r2\n\| label     joined\n\| message   The m1\n(?:\| .*\n)+\|\n\* revision  l3\n  parent    l2\n(?:  .*\n)+\z/, 'all of each stands beside it') or diag $stdout;
	($code, $stdout, $stderr) = run(@$_, 'history', '--graph', '--json');
	is($code, 2, '--graph is for people');
	like($stderr, qr/--graph draws, and --json does not: it has the parents of each/, 'and says so');
}
($out) = migrate_is('read', 0, 'history', '--graph', '-i', '-r', 'a2:m1');
like($out, qr/^\*   m1 \(joined\) \(merge\), The m1 \[not applied\]\n\|\\\n\| \* r2 \(branch point\), The r2 \[\d\S+ by \w+\]\n/, 'history --graph -i') or diag $out;
# migratec says the same, from the scripts
for my $options ([], ['-v'], ['--graph'], [ '-r', 'a2:m1' ]) {
	is((run({ env => { DATABASE_URL => $pg->url('read') } }, migratec(), '-C', $dir, 'history', '-i', @$options))[1],
		(migrate_is('read', 0, 'history', '-i', @$options))[0], "history -i @$options of both");
}
($exit, $out) = run(migratec(), '-C', $dir, 'history', '-i', '--json', '--url', $pg->url('read'));
is(join(' ', map { $_->{id} } grep { $_->{applied} } reverse @{ JSON::PP::decode_json($out) }), applied('read'), 'also as JSON') or diag $out;
$pg->psql('read', q(BEGIN; UPDATE migrate_history SET revision = 'zz' WHERE revision = 'r2'; COMMIT));
like((run(migratec(), '-C', $dir, 'history', '-i', '--url', $pg->url('read')))[1], qr/\Azz The r2 \[\d\S+ by \w+, unknown to this program\]\n/, 'with what is not known');
($exit, $out) = run(migratec(), '-C', $dir, 'history', '-i', '--json', '--url', $pg->url('read'));
is(join(' ', map { "$_->{id} $_->{message}" } grep { $_->{unknown} } @{ JSON::PP::decode_json($out) }), 'zz The r2', 'also as JSON');
$pg->psql('read', q(UPDATE migrate_history SET revision = 'r2' WHERE revision = 'zz'));
like(join(' ', (run(migratec(), '-C', $dir, 'history', '-i', '--url', $pg->url('nothing')))[ 0, 2 ]), qr/^[15] migratec: history: .*database "nothing" does not exist/s, 'no database');
like(join(' ', (run(migratec(), '-C', $dir, 'history', '--url', $pg->url('read')))[ 0, 2 ]), qr/^2 migratec: history: --url says nothing without --indicate-current/, 'nor is one asked without it');
($out) = migrate_is('read', 0, 'history', '-v', '-i', '-r', 'l1:l1');
like($out, qr/^checksum  1:\w+\napplied   no\n\z/m, 'history -v -i of one that is not applied');
($out) = migrate_is('read', 0, 'history', '-v', '-i', '-r', 'r1:r2');
like($out, qr/^revision  r2 .*^applied   \d\S+ by \w+, in \d+ ms\nbuild     \w+\n\nrevision  r1 .*^build     \w+\n\z/ms, 'and of some that are');
($out) = migrate_is('read', 0, 'show', 'current');
like($out, qr/\Arevision  r2 \(branch point\)\n.*^upgrade:\n-- .*ALTER TABLE/ms, 'show current asks the database');
migrate_is('read', 0, 'upgrade', 'l1');
($out) = migrate_is('read', 0, 'show', 'current');
is(join(' ', $out =~ /^revision  (\w+)/mg), 'r2 l1', 'which may be at several') or diag $out;
($out) = migrate_is('read', 0, 'show', 'left@current', '--json');
is(join(' ', map { $_->{revision} } @{ JSON::PP::decode_json($out) }), 'l1', 'or at one of a branch');
($out) = migrate_is('read', 0, 'show', 'right@current-1');
like($out, qr/\Arevision  r1 /, 'or below that');
$pg->createdb('nothing');
like((migrate_is('nothing', 2, 'show', 'current'))[1], qr/'current' is before the first revision: there is nothing to show/, 'or nowhere');

# what is drawn has colors on a terminal: script(1) makes one
SKIP: {
	skip 'script is not installed', 1 unless grep { -x "$_/script" } split /:/, $ENV{PATH};
	for my $program ([$migrate], [ $ENV{MIGRATEC_BIN} // 'build/migratec', '-C', $dir ]) {
		my $terminal = sub {
			my ($env, @more) = @_;
			my $command = join ' ', map { "'$_'" } @$program, 'history', '-r', 'l3:m1', @more;

			return (run({ env => { TERM => 'xterm', %$env } }, 'script', '-qec', $command, '/dev/null'))[1] =~ s/\r//gr;
		};
		is($terminal->({}, '--graph'), "\e[31m*\e[m r2 -> \e[33mm1\e[m (\e[1;32mjoined\e[m) (merge), The m1\n\e[31m*\e[m l2 -> \e[33ml3\e[m, The l3\n", 'colors on a terminal');
		like($terminal->({}, '-v'), qr/^revision  \e\[33mm1\e\[m/, 'also without lines');
		unlike($terminal->({ NO_COLOR => 1 }, '--graph'), qr/\e/, 'not with NO_COLOR');
		unlike($terminal->({ TERM => 'dumb' }, '--graph'), qr/\e/, 'nor on a dumb one');
		unlike($terminal->({}, '--json'), qr/\e/, 'nor in JSON');
	}
}
done_testing;
