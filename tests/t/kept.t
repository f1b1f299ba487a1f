# An older program undoes what it does not know, with what the history keeps. Uses migratec() and libmigrate().
use strict;
use warnings;
use lib 'tests/lib';

use Cluster qw(link_migrate run spew tempdir);
use JSON::PP;
use Test::More;

my $pg = Cluster->new;
my $dir = tempdir();

# id => [what it is built upon, its functions, more]
my %revisions = (
	a1 => [ 'nil', 'function upgrade() create_table("t", { column("id", "int", { primary_key = true }), column("s", "text") }) bulk_insert("t", { { id = 1, s = "one" } }) end' ],
	a2 => [ '"a1"', 'function upgrade() create_table("u", { column("id", "int") }) end' ],
	b1 => [ '"a2"', 'function upgrade() add_column("t", column("n", "int")) create_index("t", { "n" }, { concurrently = true }) end', 'labels = "bee"' ],
	b2 => [ '"b1"', <<'LUA' ],
function upgrade()
	create_schema(var "tenant")
	execute([[CREATE TABLE :"tenant".v (a text)]])
	execute([[INSERT INTO t VALUES (2, 'two')]], { down = [[DELETE FROM t WHERE s = 'two' AND :'region' = 'eu']] })
end
LUA
	c1 => [ '"a2"', <<'LUA' ],
function upgrade() execute([[DELETE FROM t WHERE id = 1]]) drop_table("u") end
function downgrade()
	create_table("u", { column("id", "int") })
	copy_file("t", "rows.csv")
	execute([[COMMENT ON TABLE t IS E'it''s :tenant "\\x41" $$ é'; ]])
	execute([[COMMENT ON TABLE t IS NULL]])
end
LUA
	d1 => [ '{ "b2", "c1" }', 'function upgrade() create_enum("kind", { "x" }) end' ],
	e1 => [ 'nil', 'function upgrade() create_table("w", { column("id", "int") }) end', 'depends_on = "c1"' ],
	f1 => [ '"d1"', q(function upgrade() execute "DROP TABLE IF EXISTS nothing" end), 'irreversible = "what was there is gone"' ],
);
my $variables = 'variables = { region = { type = "literal" }, tenant = { type = "name", default = "acme" } }';

# a program that has these revisions
sub program {
	my ($name, $config, @ids) = @_;

	spew("$dir/$name/migrations/config.lua", "return { name = 'kept', postgres = 14, $config }\n");
	spew("$dir/$name/migrations/versions/rows.csv", qq(id,s\n1,one\n));
	for my $id (@ids) {
		my ($parent, $functions, $more) = @{ $revisions{$id} };

		spew("$dir/$name/migrations/versions/$id.lua", qq(revision { id = "$id", parent = $parent, message = "The $id"), ($more ? ", $more" : ''), " }\n$functions\n");
	}
	my ($exit, $out, $err) = run(migratec(), '-C', "$dir/$name", 'compile');
	is($exit, 0, "$name compiles") or diag $err;
	return link_migrate("$dir/$name/migrate", "$dir/$name/generated/migrations.c");
}

my $new = program('new', $variables, qw(a1 a2 b1 b2 c1 d1 e1));
my $old = program('old', $variables, qw(a1 a2));
my $bare = program('bare', '', qw(a1));
my $last = program('last', $variables, sort keys %revisions);
my $db;

sub fresh {
	($db) = @_;
	$pg->createdb($db);
}

sub is_run {
	my ($program, $code, @arguments) = @_;
	my ($exit, $out, $err) = run({ env => { DATABASE_URL => $pg->url($db) } }, $program, @arguments);

	is($exit, $code, "@arguments") or diag $out, $err;
	return wantarray ? ($out, $err) : $out;
}

sub history {
	return $pg->psql($db, 'SELECT revision, message, checksum, total, down FROM migrate_history ORDER BY 1');
}

sub applied { return $pg->psql($db, 'SELECT revision FROM migrate_history ORDER BY 1') =~ s/\n/ /gr }
sub rows { return $pg->psql($db, 'SELECT id, s FROM t ORDER BY 1') =~ s/\n/ /gr }

my @values = ('--set', 'region=eu', '--set', 'tenant=umbrella');

fresh('old');
is_run($old, 0, 'upgrade');
my $dump = $pg->dump_lines($db);

fresh('back');
is_run($new, 0, 'upgrade', 'heads', @values, '--tag', "release 1'4");
my $kept = history();
is($pg->psql($db, 'SELECT DISTINCT tag FROM migrate_audit'), "release 1'4", 'the audit has the tag');
my $b2 = decode_json($pg->psql($db, q(SELECT down FROM migrate_history WHERE revision = 'b2')));
is_deeply([ @$b2{qw(n_up parents depends_on)} ], [ 3, ['b1'], [] ], 'the history keeps where a revision stands');
unlike(encode_json($b2), qr{umbrella}, 'and no value of a variable');
is_deeply([ map { $_->{leftover} } @{ decode_json($pg->psql($db, q(SELECT down FROM migrate_history WHERE revision = 'b1')))->{down} } ], [ { kind => 1, name => "t_n_idx" }, undef ], "and what an interrupted step leaves");

my (undef, $err) = is_run($old, 1, 'upgrade');
like($err, qr/does not know: .*\n.*; or `migrate downgrade REV`, where the history keeps what undoes it;/, 'an upgrade says that there is a way back');
my $out = is_run($old, 0, 'downgrade', 'head', '--dry-run', @values);
like($out, qr/^revision d1 is unknown to this program: the history keeps what undoes it$/m, 'so does a dry run');
like($out, qr/^downgrade d1 The d1\n.*DROP TYPE kind$/ms, 'and it prints the statements');
like($out, qr/DROP SCHEMA "?umbrella/, 'with the values of this run');
is(history(), $kept, 'and changes nothing');

like(scalar is_run($old, 0, 'plan', 'a2', @values), qr/^downgrade d1 The d1\n.*DROP TYPE kind$/ms, 'so does plan');
like((is_run($old, 1, 'plan', @$_))[1], qr/does not know: /, "plan @$_ refuses, as an upgrade does") for [], ['e1'];
(undef, $err) = is_run($old, 2, 'downgrade', 'head');
like($err, qr/^migrate: variable 'region' has no value: it is used at migrations.versions.b2\.lua:\d+/, 'a variable without a value is named, with its place');

$out = is_run($old, 0, 'downgrade', 'head', @values);
like($out, qr/^(revision [bcde]\d is unknown to this program: the history keeps what undoes it\n){5}downgrade e1/, 'downgrade says what it does not know');
like($out, qr/^5 migrations undone; the database is at a2 The a2 \(head\)$/m, 'and where it ends');
is(applied(), 'a1 a2', 'what it knows is left');
is($pg->dump_lines($db), $dump, 'and the database is as if it had never been elsewhere');
is(rows(), '1|one', 'with its rows');
is_run($old, 0, 'upgrade');

# targets among what is not known
fresh('some');
is_run($new, 0, 'upgrade', 'heads', @values);
$out = is_run($old, 0, 'downgrade', 'b2', @values);
is(applied(), 'a1 a2 b1 b2 c1 e1', 'down to one that is not known itself: what is above it goes');
unlike($out, qr/\(head\)/, 'and none of these is a head');
is_run($old, 0, 'downgrade', 'b1@a2', @values);
is(applied(), 'a1 a2 c1 e1', 'one branch of it');
is_run($old, 0, 'downgrade', 'base', @values);
is(applied(), '', 'and all');

# a script records the same
fresh('script');
my $script = is_run($new, 0, 'upgrade', 'heads', '--sql', @values);
$pg->psql($db, $script);
is(history(), $kept, 'a script keeps the same as a run');
is_run($old, 0, 'downgrade', 'head', @values);
is($pg->dump_lines($db), $dump, 'and it is undone alike');

# so does a stamp
fresh('stamp');
is_run($new, 0, 'stamp', 'heads', '--tag', 'by hand');
is(history(), $kept, 'a stamp keeps the same');
is($pg->psql($db, 'SELECT action, tag FROM migrate_audit'), 'stamp|by hand', 'and its tag is in the audit');

# in which order rows were written says nothing: a stamp, or a copy of the table, has another
fresh('order');
is_run($new, 0, 'upgrade', 'heads', @values);
$pg->psql($db, q(UPDATE migrate_history SET applied_at = 'epoch'::timestamptz + (now() - applied_at)));
like(scalar is_run($old, 0, 'downgrade', 'head', '--dry-run', @values), qr/COPY t .*\n.*1 row, 6 bytes, of migrations.versions.rows\.csv/, 'a dry run says how many rows come back');
is_run($old, 0, 'downgrade', 'head', @values);
is($pg->dump_lines($db), $dump, 'each is undone before what it is built upon');

# killed in the middle of the way down
fresh('half');
is_run($new, 0, 'upgrade', 'b1');
(undef, $err) = is_run($old, 1, 'redo');
like($err, qr/^migrate: revision b1 is unknown to this program, which could undo it and not apply it again$/, 'redo refuses');
$pg->psql($db, 'DROP INDEX t_n_idx');
(undef, $err) = is_run($old, 1, 'downgrade', 'head');
like($err, qr/t_n_idx/, 'a step fails');
$pg->psql($db, 'CREATE INDEX ON t (n)');
is_run($old, 0, 'downgrade', 'head');
is(applied(), 'a1 a2', 'and the same downgrade goes on');

$pg->psql($db, 'CREATE INDEX ON t (id)');
$pg->psql($db, 'ALTER INDEX t_id_idx RENAME TO t_n_idx');
is_run($new, 1, 'upgrade', 'b1');
(undef, $err) = is_run($old, 1, 'downgrade', 'head');
like($err, qr/^migrate: the upgrade of revision b1 \(The b1\) stopped after 1 of 2 steps\nhint: finish it first with the program that began it; or undo its steps by hand and: migrate stamp a2$/m, 'one that is half applied needs its own program');

fresh('above');
is_run($new, 0, 'upgrade', 'b2', @values);
is_run($new, 0, 'upgrade', 'c1');
$pg->psql($db, q(UPDATE migrate_history SET done = 1 WHERE revision = 'b2'));
(undef, $err) = is_run($old, 1, 'downgrade', 'head', @values);
like($err, qr/^migrate: the upgrade of revision b2 .*\nhint: finish it first with the program that began it; or undo its steps by hand and: migrate stamp a2$/m, 'what can be stamped is known');
is_run($old, 0, 'stamp', 'a2');
is(applied(), 'a1 a2', 'and forgets the rest');

# what cannot be undone
fresh('refuse');
is_run($last, 0, 'upgrade', 'heads', @values);
(undef, $err) = is_run($old, 1, 'downgrade', 'head', @values);
like($err, qr/^migrate: revision f1 \(The f1\) cannot be downgraded: .*what was there is gone; nothing was run$/m, 'one that is irreversible is refused, with its reason');
$pg->psql($db, q(DELETE FROM migrate_history WHERE revision = 'f1'));
(undef, $err) = is_run($bare, 1, 'downgrade', 'base');
like($err, qr/^migrate: revision b2 \(The b2\) cannot be downgraded: what undoes it has a variable that this program does not declare; nothing was run$/m, 'so is a variable that there is not');
$pg->psql($db, q(UPDATE migrate_history SET down = NULL WHERE revision = 'b1'));
(undef, $err) = is_run($old, 1, 'downgrade', 'head', @values);
like($err, qr/^migrate: the database has revisions that this program does not know: (?=.*b1)(?=.*b2)(?=.*d1)(?!.*c1)/, 'what is not kept, and what stands on that, stays unknown');

# a name without a schema means what it did in the program that applied it
$revisions{s1} = [ '"a1"', 'function upgrade() create_schema("app") create_table("app.t", { column("id", "int") }) create_index("app.t", { "id" }, { concurrently = true }) end' ];
my $elsewhere = program('elsewhere', 'schema = { "app", "public" }, history_schema = "public"', 'a1', 's1');
fresh('path');
is_run($bare, 0, 'upgrade');
$pg->psql($db, 'CREATE INDEX ON t (id)');
is_run($elsewhere, 0, 'upgrade');
like(scalar is_run($bare, 0, 'downgrade', 'head', '--dry-run'), qr/^ +DROP TABLE t$/m, 'a schema of the newer program is not named');
is_run($bare, 0, 'downgrade', 'head');
is($pg->psql($db, q(SELECT relnamespace::regnamespace FROM pg_class WHERE relname IN ('t', 't_id_idx'))), "public\npublic", 'and what is of it goes, not what is here');
is(rows(), '1|one', 'with all its rows');

# for some servers only, and an index that its own build leaves behind
$revisions{g1} = [ '"a1"', <<'LUA' ];
function upgrade()
	execute([[SELECT 1]], { before = 15, down = [[SELECT 1 / 0]] })
	execute([[SELECT 1]], { since = 99, down = [[SELECT 1 / 0]] })
	create_index("t", { "s" }, { name = "t_s", unique = true })
end
LUA
$revisions{g2} = [ '"g1"', 'function upgrade() drop_index("t_s", { concurrently = true }) end' ];
my $indexes = program('indexes', '', qw(a1 g1 g2));
fresh('indexes');
is_run($indexes, 0, 'upgrade');
$pg->psql($db, q(INSERT INTO t VALUES (2, 'one')));
(undef, $err) = is_run($bare, 1, 'downgrade', 'head');
like($err, qr/could not create unique index "t_s"/, 'the index does not come back');
is($pg->psql($db, q(SELECT count(*) FROM pg_class WHERE relname = 't_s')), 0, 'and what was built of it is gone');
$pg->psql($db, 'DELETE FROM t WHERE id = 2');
is_run($bare, 0, 'downgrade', 'head');
is(applied(), 'a1', 'and the same downgrade goes on, without what is for other servers');

# what no migrate has written
fresh('tampered');
is_run($new, 0, 'upgrade', 'b2', @values);
my %kept = map { $_ => $pg->psql($db, "SELECT down FROM migrate_history WHERE revision = '$_'") } qw(b1 b2);

sub tampered {
	my ($revision, $json, $like, $what) = @_;

	$pg->psql($db, "UPDATE migrate_history SET down = \$json\$$json\$json\$ WHERE revision = '$revision'");
	my (undef, $err) = is_run($old, 1, 'downgrade', 'head', '--dry-run', @values);
	like($err, $like, $what);
	$pg->psql($db, "UPDATE migrate_history SET down = \$json\$$kept{$revision}\$json\$ WHERE revision = '$revision'");
}

my $unreadable = qr/^migrate: revision b\d \(The b\d\) cannot be downgraded: what undoes it is not kept as migrate writes it; nothing was run$/m;
for my $places ('99999999 region', '-5 region', '0 region', '38 regio', '38 region 38 region', '38', 'x') {
	(my $json = $kept{b2}) =~ s/"places":"\K\d+ region/$places/;
	tampered('b2', $json, $unreadable, "a variable is not at '$places'");
}
tampered('b1', $kept{b1} =~ s/"label":/"lable":/r, $unreadable, 'a step without a label');
tampered('b1', $kept{b1} =~ s/"sql":/"slq":/r, $unreadable, 'a step without its statement');
tampered('b1', $kept{b1} =~ s/"down":\K.*/[{}]}/sr, $unreadable, 'a step that is none');
my $unknown = qr/does not know: (?=.*b1)(?=.*b2)/;
tampered('b1', $kept{b1} =~ s/"down":/"dwon":/r, $unknown, 'no steps');
tampered('b1', $_, $unknown, $_) for '{}', '[]', 'null', '"b1"';
tampered('b1', $kept{b1} =~ s/"parents":\K\["a2"\]/"a2"/r, $unknown, 'a parent that is no list');
tampered('b1', $kept{b1} =~ s/"line":\K\d+/"x"/r,
	qr/^migrate: cannot read what the history keeps of unknown revisions: invalid input syntax for type integer: "x"\nhint: no migrate writes that; use the program that applied them$/m, 'a number that is none');
tampered('b1', $kept{b1} =~ s/"parents":\["a2"\]/"parents":["b2"]/r, $unknown, 'two that are built upon each other');

# tables of before anything was kept
fresh('before');
is_run($new, 0, 'upgrade', 'a2');
$pg->psql($db, 'ALTER TABLE migrate_history DROP down; ALTER TABLE migrate_audit DROP tag');
is_run($new, 0, 'current');
is_run($new, 0, 'upgrade', 'c1');
is($pg->psql($db, 'SELECT revision, down IS NOT NULL FROM migrate_history ORDER BY 1'), "a1|f\na2|f\nc1|t", 'columns that lack are added');
$pg->psql($db, 'ALTER TABLE migrate_history DROP down; ALTER TABLE migrate_audit DROP tag');
(undef, $err) = is_run($old, 1, 'downgrade', 'head');
like($err, qr/does not know: c1$/m, 'nothing is kept there');
is_run($new, 0, 'stamp', 'c1');
is($pg->psql($db, 'SELECT count(*) FROM migrate_history WHERE down IS NULL'), 0, 'a stamp adds what is to be kept');
$pg->psql($db, 'ALTER TABLE migrate_history DROP down; ALTER TABLE migrate_audit DROP tag');
$pg->psql($db, is_run($new, 0, 'upgrade', '--sql', 'c1:e1'));
is($pg->psql($db, 'SELECT revision FROM migrate_history WHERE down IS NOT NULL'), 'e1', 'a script that begins behind base adds them');
$pg->psql($db, 'ALTER TABLE migrate_history DROP down; ALTER TABLE migrate_audit DROP tag');
$pg->psql($db, is_run($new, 0, 'ensure-version', '--sql'));
is($pg->psql($db, q(SELECT count(*) FROM pg_attribute WHERE attrelid IN ('migrate_history'::regclass, 'migrate_audit'::regclass) AND attname IN ('down', 'tag'))),
	2, 'a script adds them as well');
$pg->psql($db, 'ALTER TABLE migrate_audit DROP tag; CREATE ROLE visitor LOGIN; GRANT SELECT, INSERT, UPDATE, DELETE ON migrate_history, migrate_audit TO visitor');
my ($exit, undef, $said) = run({ env => { DATABASE_URL => $pg->url($db) =~ s{//[^@]*@}{//visitor@}r } }, $new, 'upgrade', 'b1');
is($exit, 1, 'somebody else may not');
like($said, qr/hint: the tables lack columns that this version writes; their owner adds them once, with `migrate ensure-version`$/m, 'and is told who can');

$pg->psql($db, 'REVOKE ALL ON migrate_history FROM visitor; GRANT SELECT (revision, checksum, done, total, started, direction, applied_at) ON migrate_history TO visitor');
(undef, undef, $said) = run({ env => { DATABASE_URL => $pg->url($db, user => 'visitor') } }, $old, 'downgrade', 'a1');
like($said, qr/^migrate: cannot read what the history keeps of unknown revisions: permission denied for table migrate_history\nhint: writing the history needs: GRANT/, 'who may not read it all is told what that takes');

# current -v
fresh('current');
is_run($new, 0, 'upgrade', 'b1');
is_run($new, 0, 'upgrade', 'c1');
$out = is_run($new, 0, 'current', '-v');
like($out, qr/^revision  c1.*\nparent    a2\nmessage   The c1\ncreated   \nfile      migrations.versions.c1\.lua\nchecksum  1:\w+\napplied   \d\S+Z by postgres, in \d+ ms\nbuild     \w+\n\nrevision  b1/, 'current -v says all of each');
$out = is_run($old, 0, 'current', '-v');
like($out, qr/^revision  c1 \(unknown to this program: the database is ahead of it\)\nmessage   The c1\nchecksum  1:\w+\napplied   \d\S+Z by postgres, in \d+ ms\nbuild     \w+\n\nrevision  b1 \(unknown/, 'also of what is unknown');
$pg->psql($db, q(UPDATE migrate_history SET direction = 'down', done = 0 WHERE revision = 'b1'));
like(scalar is_run($old, 0, 'current'), qr/^b1 The b1 \(unknown .*\) \(half undone: 0 of 2 steps\)$/m, 'and that it is half undone');
$pg->psql($db, q(UPDATE migrate_history SET direction = 'up', done = total WHERE revision = 'b1'));
(undef, $err) = is_run($new, 2, 'upgrade', '--tag');
like($err, qr/^migrate: --tag expects TAG$/, 'a tag has a value');
(undef, $err) = is_run($new, 1, 'downgrade', 'base', '--tag', "\xff");
like($err, qr/^migrate: the database cannot keep the tag: invalid byte sequence for encoding "UTF8": 0xff$/, 'which is text');
is(applied(), 'a1 a2 b1 c1', 'and nothing is run before that is known');

# an id with what our own blocks are quoted by
$revisions{'o$migrate$'} = [ '"a1"', 'function upgrade() create_table("o", { column("id", "int") }) end' ];
my $odd = program('odd', '', 'a1', 'o$migrate$');
fresh('odd');
$pg->psql($db, is_run($odd, 0, 'upgrade', '--sql', ':a1'));
$pg->psql($db, is_run($odd, 0, 'upgrade', '--sql', 'a1:'));
$pg->psql($db, is_run($odd, 0, 'downgrade', '--sql', 'head:a1'));
is(applied(), 'a1', 'a script knows an id with $migrate$');

done_testing;
