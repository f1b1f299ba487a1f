# What is said of a revision's name that is wrong. Each message that Alembic has for one, by its words or those of its manual, has a counterpart
# here, in all programs and commands that take the name, and it names what it is about: the candidates, the heads, the lineage.
use strict;
use warnings;
use lib 'tests/lib';

use Cluster qw(link_migrate run spew tempdir);
use Test::More;

my $dir = tempdir();
my $pg = Cluster->new;
my ($long1, $long2) = map { 'x' x 119 . $_ } 1, 2;

# id => [parents, more]
my %revisions = (
	root => [ [] ],
	l1 => [ ['root'], 'labels = "left"' ],
	cccc1 => [ ['l1'] ],
	cccc2 => [ ['cccc1'] ],
	e => [ ['cccc2'] ],
	e1 => [ ['e'] ],
	$long1 => [ ['e1'] ],
	r1 => [ ['root'], 'labels = "right"' ],
	$long2 => [ ['r1'], 'depends_on = "l1"' ],
);

sub script {
	my ($id, $parents, $more) = @_;

	return qq(revision { id = "$id", parent = { ) . join(', ', map { qq("$_") } @$parents) . qq( }, message = "The ) . substr($id, 0, 8) . '"' . ($more ? ", $more" : '')
		. " }\nfunction upgrade()\nend\n";
}

sub project {
	my ($to, %of) = @_;

	spew("$to/migrations/versions/$_.lua", script($_, @{ $of{$_} })) for keys %of;
	return $to;
}

project($dir, %revisions);
my ($exit, $out, $err) = run(migratec(), '-C', $dir, 'compile');
is($exit, 0, 'compiles') or diag $err;
my $migrate = link_migrate("$dir/migrate", "$dir/generated/migrations.c");

my $n = 0;
my $db;

# a database that is at these
sub at {
	$pg->createdb($db = 'at' . ++$n);
	migrate_is(0, 'upgrade', $_) for @_;
}

sub migrate_is {
	my ($code, @arguments) = @_;
	my ($got, $stdout, $stderr) = run({ env => { DATABASE_URL => $pg->url($db) } }, $migrate, @arguments);

	is($got, $code, "migrate @arguments") or diag $stdout, $stderr;
	return ($stdout, $stderr);
}

sub migratec_is {
	my ($code, @arguments) = @_;
	my ($got, $stdout, $stderr) = run(migratec(), '-C', $dir, @arguments);

	is($got, $code, "migratec @arguments") or diag $stdout, $stderr;
	return ($stdout, $stderr);
}

# [Alembic's message, ours, the commands of migrate, and those of migratec]
sub refused {
	for (@_) {
		my ($alembic, $ours, $runtime, $compiler) = @$_;

		for my $command (@$runtime) {
			my (undef, $stderr) = migrate_is(2, @$command);
			like($stderr, $ours, "instead of: $alembic");
		}
		for my $command (@$compiler) {
			my (undef, $stderr) = migratec_is(1, @$command);
			like($stderr, $ours, "instead of: $alembic");
		}
	}
}

at();
refused(
	[ q(Can't locate revision identified by 'nope'), qr/no revision 'nope'; `history` lists them/,
		[ [qw(upgrade nope)], [qw(downgrade nope)], [qw(stamp nope)], [qw(show nope)], [qw(history -r nope:)], [qw(history -r :nope)], [qw(plan nope)] ],
		[ [qw(show nope)], [qw(history -r nope:)], [ "merge", $long1, "nope" ], [qw(rebase r1 --onto nope)], [qw(revision -m x --head nope)], [qw(revision -m x --head r1 --splice --depends-on nope)] ] ],
	[ q(Can't locate revision identified by 'cccc1x': no word of the nearest), qr/no revision 'cccc1x'; did you mean cccc1 \(The cccc1\)\?/, [ [qw(upgrade cccc1x)], [qw(show cccc1x)] ], [ [qw(show cccc1x)] ] ],
	[ q(Can't locate revision identified by 'cccc': the candidates are swallowed), qr/revision 'cccc' is not clear, 2 begin with it:\n  cccc1  The cccc1\n  cccc2  The cccc2\n?/,
		[ [qw(upgrade cccc)], [qw(stamp cccc)], [qw(show cccc)], [qw(history -r cccc:)], [qw(upgrade left@cccc)], [qw(upgrade cccc@head)] ],
		[ [qw(show cccc)], [qw(history -r :cccc)], [qw(revision -m x --head cccc)], [qw(merge cccc r1)] ] ],
	[ q(Can't locate revision identified by, of long ids), qr/revision 'x{100}' is not clear, 2 begin with it:\n  $long1  The xxxxxxxx\n  $long2  The xxxxxxxx/, [ [ 'show', 'x' x 100 ] ], [ [ 'show', 'x' x 100 ] ] ],
	[ q(No such branch: 'nope'), qr/no revision 'nope'; `history` lists them/, [ [qw(upgrade nope@head)], [qw(show nope@head)] ], [ [qw(show nope@head)], [qw(history -r :nope@head)], [qw(revision -m x --head nope@head)] ] ],
	[ q(Revision r1 is not a member of branch 'left'), qr/revision r1 \(The r1\) is not in the lineage of l1: neither above it nor below it/,
		[ [qw(upgrade left@r1)], [qw(stamp left@r1)], [qw(show left@r1)], [qw(history -r left@r1:)] ], [ [qw(show left@r1)], [qw(history -r left@r1:)], [qw(revision -m x --head left@r1)] ] ],
	[ q(Multiple head revisions are present for given argument 'head'; please specify a specific target revision), qr/'head' is not one revision, there are 2 heads:\n  $long1  The xxxxxxxx\n  $long2  The xxxxxxxx\nhint: name one of them, LABEL\@head or REV\@head; heads is all of them/,
		[ ['upgrade'], [qw(upgrade head)], [qw(stamp head)], [qw(show head)], [qw(plan)], [qw(upgrade --sql)] ], [ [qw(show head)], [qw(revision -m x --head head)], [qw(history -r head:)] ] ],
	[ q(Multiple heads are present; please specify the head revision on which the new revision should be based, or perform a merge), qr/there are 2 heads:\n  $long1  .*\n  $long2  .*\nsay which is the parent with --head REV, or join them: migratec merge heads/, [], [ [qw(revision -m x)] ] ],
	[ q(History range requires [start]:[end], [start]:, or :[end]), qr/'r1' is no range; expected FROM:TO, FROM: or :TO/, [ [qw(history -r r1)] ], [ [qw(history -r r1)] ] ],
	[ q(Requested range e:l1 does not refer to ancestor/descendant revisions along the same branch), qr/'e:l1' names no revision: its beginning is not below its end/, [ [qw(history -r e:l1)] ], [ [qw(history -r e:l1)] ] ],
	[ q(Requested range cccc1:r1 does not refer to ancestor/descendant revisions along the same branch), qr/'cccc1:r1' names no revision: its beginning is not below its end/, [ [qw(history -r cccc1:r1)] ], [ [qw(history -r cccc1:r1)] ] ],
	[ q(Range revision not allowed), qr/a range FROM:TO goes with --sql/, [ [qw(upgrade root:l1)], [qw(downgrade l1:root)] ] ],
	[ q(downgrade with --sql requires <fromrev>:<torev>), qr/downgrade --sql expects FROM:TO/, [ [qw(downgrade --sql l1)], [qw(downgrade --sql -1)] ] ],
	[ q(Duplicate head revisions specified), qr/'$long1' is named twice/, [], [ [ 'merge', $long1, $long1 ] ] ],
	[ q(Revision r1 is not a head revision; please specify --splice to create a new branch from this revision), qr/'r1' is the parent of others already; with --splice a branch begins there/, [], [ [qw(revision -m x --head r1)], [qw(merge r1 e)] ] ],
	[ q(base: prints nothing), qr/'base' is before the first revision: there is nothing to show/, [ [qw(show base)] ], [ [qw(show base)] ] ],
	[ q(upgrade base-1: no message of its own), qr/'base-1' asks for 1 revision below base, and there are 0/, [], [ [qw(show base-1)] ] ],
);

# where a number counts from is what the database says
my %places = (
	'l1' => [
		[ q(Relative revision +9 didn't produce 9 migrations), 1, qr/'\+9' asks for 9 revisions above l1, and there are 5/, 'upgrade', '+9' ],
		[ q(Relative revision -1 didn't produce 1 migrations), 2, qr/'-1' goes down, and this is an upgrade; expected \+N \(`migrate downgrade -1` goes down\)/, 'upgrade', '-1' ],
		[ q(Relative revision +1 didn't produce 1 migrations), 2, qr/'\+1' goes up, and this is a downgrade; expected -N \(`migrate upgrade \+1` goes up\)/, 'downgrade', '+1' ],
		[ q(Relative revision -3 didn't produce 3 migrations), 1, qr/'-3' asks for 3 revisions below l1, and there are 2/, 'downgrade', '-3' ],
		[ q(Destination r1 is not a valid downgrade target from current head(s)), 1, qr/cannot downgrade to r1 \(The r1\): it is not applied, the database is at l1/, 'downgrade', 'r1' ],
		[ q(Destination e is not a valid downgrade target from current head(s)), 1, qr/cannot downgrade to e \(The e\): it is not applied, the database is at l1/, 'downgrade', 'e' ],
		[ q(a number too large of a range is clamped), 1, qr/'-9:l1' asks for 9 revisions below l1, and there are 2/, 'history', '-r', '-9:l1' ],
	],
	'root' => [
		[ q(Ambiguous walk), 2, qr/'\+1' is not clear: root has several children:\n  l1  The l1\n  r1  The r1\nhint: name the revision, or one of them before it: REV@/, 'upgrade', '+1' ],
		[ q(Ambiguous walk, of a revision), 2, qr/'root\+1' is not clear: root has several children:\n  l1  The l1\n  r1  The r1\n/, 'show', 'root+1' ],
	],
	'cccc1 r1' => [
		[ q(Ambiguous upgrade from multiple current revisions), 2, qr/'\+1' is not one revision, there are 2 to count from:\n  cccc1  The cccc1\n  r1  The r1/, 'upgrade', '+1' ],
		[ q(downgrade -1 warns, and takes the first row), 2, qr/'-1' is not clear: the database is at several revisions:\n  r1  The r1\n  cccc1  The cccc1\nhint: name one of them before an \@, as in `migrate downgrade REV\@-1`/, 'downgrade', '-1' ],
		[ q(current@ of several), 2, qr/'current-1' is not one revision, there are 2 to count from:\n  cccc1  The cccc1\n  r1  The r1/, 'show', 'current-1' ],
	],
);
for my $place (sort keys %places) {
	at(split ' ', $place);
	for (@{ $places{$place} }) {
		my ($alembic, $code, $ours, @command) = @$_;
		like((migrate_is($code, @command))[1], $ours, "at $place, instead of: $alembic");
	}
}
at('cccc1', 'r1');
like((migrate_is(0, 'upgrade', 'root'))[0], qr/revision root is applied already: the database is at r1 The r1, cccc1 The cccc1\n`migrate downgrade root` goes back to it/, 'instead of nothing: what is applied above is told');

# what is in the database and not in the program
$pg->psql($db, "UPDATE migrate_history SET revision = 'gone', message = 'It' WHERE revision = 'cccc1'");
like((migrate_is(0, 'current'))[0], qr/^gone It \(unknown to this program: the database is ahead of it\)$/m, 'current names what it does not know');
for ([qw(upgrade l1)], [qw(show current)], [qw(current --check-heads)]) {
	my $code = "@$_" eq 'current --check-heads' ? 3 : 1;
	like((migrate_is($code, @$_))[1], qr/\bgone\b/, "instead of: Can't locate revision identified by 'gone'");
}

# what is right: the exact one before longer ones, the beginning of one alone, a label for its revision, long ids
for my $program ([$migrate], [ migratec(), '-C', $dir ]) {
	for ([ 'e', 'e' ], [ 'ro', 'root' ], [ 'r', 'is not clear, 2 begin' ], [ 'left', 'l1' ], [ 'left@cccc1', 'cccc1' ], [ $long1, $long1 ], [ $long2, $long2 ], [ 'left@head', $long1 ], [ 'left@heads', $long1 ],
		[ 'right@head-1', 'r1' ], [ 'e@head', $long1 ], [ 'e@l1', 'l1' ], [ 'l1+1', 'cccc1' ], [ 'base+1', 'root' ], [ 'left@base+2', 'l1' ]) {
		my ($name, $expected) = @$_;
		(undef, $out, $err) = run(@$program, 'show', $name);
		like($out . $err, qr/^revision  $expected(?: |$)|\Q$expected\E/m, "show $name");
	}
	(undef, $out) = run(@$program, 'history', '-r', 'left@head-1:');
	is(join(' ', $out =~ / -> (\S+?),? /g), "$long1 e1", 'LABEL@head-1 begins a range, too') or diag $out;
	(undef, $out) = run(@$program, 'history', '-r', ':+1');
	is(join(' ', $out =~ / -> (\S+?),? /g), 'root', 'without FROM a number counts from base') or diag $out;
	(undef, undef, $err) = run(@$program, 'history', '-r', '-2:');
	like($err, qr/'-2:' is not one revision, there are 2 heads:\n  $long1 /, 'without TO from the head');
}

# what cannot be an id or a label
my $bad = tempdir();
for my $word ('a@b', 'a-b', 'a+b', 'a:b', 'a,b', 'a b', 'head', 'heads', 'base', 'current', 'x' x 1001, '') {
	my $why = length $word > 1000 ? 'has 1001 bytes; at most 1000 are allowed' : $word =~ /^\w+$/ ? "'$word' means something else where a revision is named"
		: $word =~ /([^\w ])/ ? "'\\$1' cannot stand in an? \\w+: '\Q$word\E'" : length $word ? "white space and control characters cannot stand in an? \\w+: '$word'" : '(?:is|cannot be) empty';

	spew("$bad/migrations/versions/a.lua", script('a', [], qq(labels = "$word")));
	like((run(migratec(), '-C', $bad, 'compile'))[2], qr{^migrations/versions/a\.lua:1: revision: .*$why}m, "the label '$word'");
	spew("$bad/migrations/versions/a.lua", script($word, []));
	like((run(migratec(), '-C', $bad, 'compile'))[2], qr{^migrations/versions/a\.lua:1: revision: .*$why}m, "the id '$word'");
	unlink "$bad/migrations/versions/a.lua";
	spew("$bad/migrations/versions/ok.lua", script('ok', []));
	like((run(migratec(), '-C', $bad, 'revision', '-m', 'x', '--rev-id', $word))[2], qr{^migratec: revision: .*$why}, "--rev-id '$word'");
	like((run(migratec(), '-C', $bad, 'revision', '-m', 'x', '--branch-label', $word))[2], qr{^migratec: --branch-label: .*$why}, "--branch-label '$word'");
}

# a head that another depends on
my $needed = project(tempdir(), a1 => [ [] ], b1 => [ [], 'depends_on = "a1"' ]);
run(migratec(), '-C', $needed, 'compile');
for my $program ([ link_migrate("$needed/migrate", "$needed/generated/migrations.c") ], [ migratec(), '-C', $needed ]) {
	is((run(@$program, 'heads'))[1], "<base> (depends on a1) -> b1 (head), The b1\n<base> -> a1 (head, and others depend on it), The a1\n", 'heads');
	is((run(@$program, 'heads', '--resolve-dependencies'))[1], "<base> (depends on a1) -> b1 (head), The b1\n", 'and without those that others depend on');
}

# graphs that are none; Alembic warns of some of these, or fails at the next command
for (
	[ q(Self-loop is detected in revisions (a)), qr{/a\.lua:1: revision: 'a' is its own parent}, { a => [ ['a'] ] } ],
	[ q(Cycle is detected in revisions (...)), qr{/b\.lua:1: revision: a cycle: 'b' \(\S+b\.lua\) comes after 'a' \(\S+a\.lua\) comes after 'b'}, { a => [ ['b'] ], b => [ ['a'] ] } ],
	[ q(Dependency self-loop), qr{/a\.lua:1: revision: 'a' is its own dependency}, { a => [ [], 'depends_on = "a"' ] } ],
	[ q(Dependency cycle), qr{/b\.lua:1: revision: a cycle: 'b' \(\S+b\.lua\) comes after 'a' \(\S+a\.lua\) comes after 'b'}, { a => [ [], 'depends_on = "b"' ], b => [ [], 'depends_on = "a"' ] } ],
	[ q(Branch name 'x' in revision b already used by revision a), qr{/b\.lua:1: revision: the label 'x' is that of 'a' \(\S+a\.lua:1\) too}, { a => [ [], 'labels = "x"' ], b => [ ['a'], 'labels = "x"' ] } ],
	[ q(Revision nope referenced from a is not present), qr{/a\.lua:1: revision: no revision 'nope', which is said to be the parent of 'a'}, { a => [ ['nope'] ] } ],
	[ q(Revision nope referenced from a is not present), qr{/a\.lua:1: revision: no revision 'nope', which is said to be the dependency of 'a'}, { a => [ [], 'depends_on = "nope"' ] } ],
	[ q(nothing, for depends_on takes a label), qr{/b\.lua:1: revision: no revision 'x', which is said to be the dependency of 'b'; it is a label of 'a' \(\S+a\.lua\): write that id}, { a => [ [], 'labels = "x"' ], b => [ ['a'], 'depends_on = "x"' ] } ],
) {
	my ($alembic, $ours, $of) = @$_;
	(undef, undef, $err) = run(migratec(), '-C', project(tempdir(), %$of), 'compile');
	like($err, qr/^migrations\/versions$ours/m, "instead of: $alembic");
}
$bad = project(tempdir(), a => [ [] ], b => [ ['a'] ]);
spew("$bad/migrations/versions/c.lua", script('b', ['a']));
like((run(migratec(), '-C', $bad, 'compile'))[2], qr{c\.lua:1: revision: the id 'b' is that of \S+b\.lua:1 too}, 'instead of: Revision b is present more than once, where the last file counts');
like((run(migratec(), '-C', $dir, 'revision', '-m', 'x', '--head', $long1, '--rev-id', 'e'))[2], qr/e\.lua:1: revision: the id 'e' is taken by this revision/, 'a new one does not take it either');
like((run(migratec(), '-C', $dir, 'revision', '-m', 'x', '--head', $long1, '--branch-label', 'left'))[2], qr/the label 'left' is that of 'l1' \(\S+l1\.lua:1\) too/, 'nor a label; Alembic writes the file, and crashes from then on');
done_testing;
