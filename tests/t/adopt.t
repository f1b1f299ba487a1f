# A database that Alembic has migrated so far is taken over, and nothing else is.
use strict;
use warnings;
use lib 'tests/lib';

use Cluster qw(link_migrate run spew tempdir);
use Test::More;

my $dir = tempdir();
my $pg = Cluster->new;

# the ids that Alembic gave: two branches, a merge, and one on top that Alembic never ran
my %revisions = (
	'1a2b3c4d5e6f' => [ 'nil', 'create_table("users", { column("id", "bigint", { primary_key = true }) })' ],
	'2b3c4d5e6f70' => [ '"1a2b3c4d5e6f"', 'add_column("users", column("name", "text"))' ],
	'3c4d5e6f7081' => [ '"1a2b3c4d5e6f"', 'add_column("users", column("mail", "text"))' ],
	'4d5e6f708192' => [ '{ "2b3c4d5e6f70", "3c4d5e6f7081" }', '' ],
	'5e6f708192a3' => [ '"4d5e6f708192"', 'create_index("users", { "mail" })' ],
);
spew("$dir/migrations/versions/$_.lua", qq(revision { id = "$_", parent = $revisions{$_}[0], message = "Revision $_" }\nfunction upgrade()\n\t$revisions{$_}[1]\nend\n))
	for keys %revisions;
is((run(migratec(), '-C', $dir, 'compile'))[0], 0, 'compiles');
my $migrate = link_migrate("$dir/migrate", "$dir/generated/migrations.c");
my $db;

sub migrate_is {
	my ($code, @arguments) = @_;
	my ($got, $out, $err) = run({ env => { DATABASE_URL => $pg->url($db) } }, $migrate, @arguments);

	is($got, $code, "migrate @arguments") or diag $out, $err;
	return $out . $err;
}

# what Alembic leaves at these revisions, in a schema
sub alembic {
	my ($name, $schema, @ids) = @_;

	$db = $name;
	$pg->createdb($db);
	$pg->psql($db, qq(CREATE SCHEMA IF NOT EXISTS "$schema"; CREATE TABLE "$schema".alembic_version (version_num varchar(32) NOT NULL, CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num));
		CREATE TABLE users (id bigint PRIMARY KEY);)
		. join '', map { qq(INSERT INTO "$schema".alembic_version VALUES ('$_');) } @ids);
}

sub applied {
	return $pg->psql($db, 'SELECT revision FROM migrate_history ORDER BY 1') =~ s/\n/ /gr;
}

alembic('one', 'public', '4d5e6f708192');
$pg->psql($db, 'ALTER TABLE users ADD name text, ADD mail text');
like(migrate_is(1, 'upgrade'),
	qr/this database is Alembic's: public\.alembic_version says that it is at 4d5e6f708192, and nothing is in the history of migrate\nhint: `migrate adopt` takes it over; an upgrade would begin at base/,
	'an upgrade does not begin at base');
like(migrate_is(1, 'plan'), qr/this database is Alembic's: .*\nhint: `migrate adopt` takes it over/, 'nor does a plan of it');
like(migrate_is(0, 'current'), qr/^public\.alembic_version of Alembic says that the database is at 4d5e6f708192; `migrate adopt` takes it over$/m, 'current says so, too');
like(migrate_is(0, 'adopt', '--dry-run'), qr/^would adopt the database, which public\.alembic_version says is at 4d5e6f708192 Revision 4d5e6f708192$/, 'a dry run');
is($pg->psql($db, "SELECT count(*) FROM pg_class WHERE relname LIKE 'migrate%'"), '0', 'makes nothing');
is(migrate_is(0, 'adopt'), "adopted: the database counts as being at 4d5e6f708192 Revision 4d5e6f708192; nothing was run\n"
	. "public.alembic_version is as it was; once nothing uses it: DROP TABLE public.alembic_version\n", 'adopt');
is(applied(), '1a2b3c4d5e6f 2b3c4d5e6f70 3c4d5e6f7081 4d5e6f708192', 'with all that it is built upon');
is($pg->psql($db, 'SELECT version_num FROM alembic_version'), '4d5e6f708192', "Alembic's table is as it was");
is($pg->psql($db, 'SELECT action, revision FROM migrate_audit'), 'adopt|4d5e6f708192', 'the audit has it');
like(migrate_is(0, 'upgrade'), qr/1 migration applied/, 'and an upgrade goes on from there');
like(migrate_is(1, 'adopt'), qr/there is nothing to adopt: the history of migrate is not empty, the database is at 5e6f708192a3/, 'not twice');

alembic('two', 'elsewhere', '2b3c4d5e6f70', '3c4d5e6f7081');
like(migrate_is(0, 'adopt', '-q'), qr/^$/, 'several rows, in another schema');
is(applied(), '1a2b3c4d5e6f 2b3c4d5e6f70 3c4d5e6f7081', 'and nothing more than they say');

alembic('unknown', 'public', '2b3c4d5e6f70', 'ffffffffffff');
like(migrate_is(1, 'adopt'), qr/public\.alembic_version has ffffffffffff, which this program does not know\nhint: a revision must keep the id that it had with Alembic; nothing was changed/, 'an unknown id');
is($pg->psql($db, "SELECT count(*) FROM pg_class WHERE relname LIKE 'migrate%'"), '0', 'and nothing is made');

alembic('empty', 'public');
like(migrate_is(1, 'adopt'), qr/public\.alembic_version is empty: Alembic has applied nothing, and `migrate upgrade` begins at base/, 'an empty table');

alembic('several', 'public', '1a2b3c4d5e6f');
$pg->psql($db, q(CREATE SCHEMA "Old one"; CREATE TABLE "Old one".alembic_version (version_num text); INSERT INTO "Old one".alembic_version VALUES ('2b3c4d5e6f70')));
like(migrate_is(1, 'adopt'), qr/there are several tables of Alembic's: "Old one"\.alembic_version, public\.alembic_version\nhint: name one of them: migrate adopt "Old one"\.alembic_version/, 'several tables');
migrate_is(0, 'adopt', '"Old one".alembic_version', '-q');
is(applied(), '1a2b3c4d5e6f 2b3c4d5e6f70', 'one of them by its name');

$db = 'none';
$pg->createdb($db);
like(migrate_is(1, 'adopt'), qr/there is no table alembic_version with a column version_num that this role may read\nhint: it may be called otherwise: migrate adopt SCHEMA\.TABLE/, 'no such table');
like(migrate_is(1, 'adopt', 'public.versions'), qr/there is no table public\.versions with a column version_num/, 'nor of another name');

# the table of another application is no reason to stop
$pg->psql($db, q(CREATE SCHEMA other; CREATE TABLE other.alembic_version (version_num text); INSERT INTO other.alembic_version VALUES ('0123456789ab')));
like(migrate_is(0, 'current'), qr/^\S+ of Alembic has \w+, which this program does not know$/m, 'current says what it has');
my $said = migrate_is(0, 'upgrade');
like($said, qr/5 migrations applied/, 'revisions of another project are left alone');
my $notes = () = $said =~ /^\S+ of Alembic has \w+, which this program does not know: it is left alone, and this begins at base$/mg;
is($notes, 1, 'which is said once');
unlike(migrate_is(0, 'upgrade'), qr/Alembic/, 'and not again');
alembic('closed', 'public', '4d5e6f708192');
$pg->psql($db, 'CREATE ROLE poor LOGIN; GRANT CREATE ON SCHEMA public TO poor');
like((run({ env => { DATABASE_URL => $pg->url($db) =~ s{//[^@]*@}{//poor@}r } }, $migrate, 'adopt'))[2], qr/that this role may read/, 'what may not be read');
done_testing;
