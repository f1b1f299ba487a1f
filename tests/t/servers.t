# Other servers: what a database holds becomes models, these a first revision, and that another database, which is the same then. What SQL of later
# servers our parser does not know is said, and nothing else of it is lost.
# SERVERS names the folders of their programs, separated by colons, beside the one that all tests use.
use strict;
use warnings;
use lib 'tests/lib';

use Cluster qw(changed_lines link_migrate run slurp spew tempdir);
use Test::More;

my ($pg, $major);
my $n = 0;

sub migratec_in {
	my ($dir, @command) = @_;

	return run(migratec(), '-C', $dir, @command);
}

# statements that only later servers know are left out of what is made
sub make {
	my ($db, $sql) = @_;
	my $psql = Cluster::bindir() . '/psql';

	$pg->createdb($db);
	return $pg->psql($db, $sql) if $major >= 15;
	run({ stdin => $sql }, $psql, qw(-XAtq -f - -d), $pg->url($db));
}

# a database that this makes becomes another one by way of models
sub round_trip {
	my ($name, $sql) = @_;

	subtest "$major: $name" => sub {
		my $dir = tempdir();
		my ($from, $to) = map { "servers$n$_" } 'a', 'b';
		my ($exit, $out, $err, $before, $after);

		$n++;
		spew("$dir/migrations/config.lua", "return { postgres = $major }\n") if $major < 14;
		make($from, $sql);
		$pg->createdb($to);
		($exit, $out, $err) = migratec_in($dir, 'inspect', '--url', $pg->url($from), '--output', 'migrations/models/');
		is("$exit$err$out", '0', 'the database is read');
		($exit, $out, $err) = migratec_in($dir, qw(revision --autogenerate -m all));
		is("$exit$err", '0', 'the revision is written') or return;
		($exit, $out, $err) = migratec_in($dir, 'compile', '--quiet');
		is("$exit$err", '0', 'and compiles') or return;
		link_migrate("$dir/migrate", "$dir/generated/migrations.c");
		($exit, $out, $err) = run("$dir/migrate", '--url', $pg->url($to), '--quiet', 'upgrade');
		is("$exit$err", '0', 'an empty database is upgraded') or return;
		($before, $after) = map { (migratec_in(tempdir(), 'inspect', '--url', $pg->url($_)))[1] } $from, $to;
		is(join('', changed_lines($before, $after)), '', 'and read as the same');
		for my $url ($pg->url($from), $pg->url($to)) {
			($exit, $out, $err) = migratec_in($dir, 'check', '--url', $url);
			is("$exit$err$out", "0the migrations end in the models\nthe database is what the models say\n", 'models, migrations and database are the same');
		}
	};
}

# what came with a server and is read, or is said to be left out
my %new = (
	16 => [ <<'S', <<'L' => qr/view public\.is_json\b/i, qr/view public\.json_made\b/i, qr/table public\.apart\b/i, qr/table public\.apart_1\b/i ],
CREATE COLLATION ruled (provider = icu, locale = 'und', rules = '&a < g');
CREATE TABLE stored (a text STORAGE EXTERNAL, b text COLLATE ruled);
CREATE STATISTICS ON a, b FROM stored;
CREATE TABLE doubled (a integer, b integer GENERATED ALWAYS AS (a * 2) STORED);
CREATE TABLE doubled_too (c integer, b integer GENERATED ALWAYS AS (a * 2) STORED) INHERITS (doubled);
S
CREATE VIEW is_json AS SELECT a IS JSON AS j FROM kept;
CREATE VIEW json_made AS SELECT JSON_OBJECT('a': a) AS o FROM kept;
CREATE TABLE above (a integer, b integer GENERATED ALWAYS AS (a * 2) STORED);
CREATE TABLE apart (b integer GENERATED ALWAYS AS (a * 5) STORED) INHERITS (above);
CREATE TABLE whole (a integer, b integer GENERATED ALWAYS AS (a * 2) STORED) PARTITION BY LIST (a);
CREATE TABLE apart_1 PARTITION OF whole (b GENERATED ALWAYS AS (a * 7) STORED) FOR VALUES IN (1);
L
	17 => [ <<'S', <<'L' => qr/view public\.listed\b/i, qr/function public\.merge\b/i, qr/table public\.excluded\b/i, qr/create event trigger login\b/i ],
CREATE COLLATION built (provider = builtin, locale = 'C.UTF-8');
CREATE TABLE parts (id integer GENERATED ALWAYS AS IDENTITY (START 7), at date, t text COLLATE built) PARTITION BY RANGE (at);
CREATE TABLE parts_1 PARTITION OF parts FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
S
CREATE VIEW listed AS SELECT * FROM JSON_TABLE('[1]'::jsonb, '$[*]' COLUMNS (a integer PATH '$')) j;
CREATE FUNCTION merge() RETURNS text LANGUAGE sql BEGIN ATOMIC
  MERGE INTO kept USING (VALUES ('x')) v (x) ON a = x WHEN NOT MATCHED BY SOURCE THEN DELETE RETURNING a; END;
CREATE TABLE excluded (at date, EXCLUDE USING btree (at WITH =)) PARTITION BY RANGE (at);
CREATE FUNCTION enter() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END';
CREATE EVENT TRIGGER login ON login EXECUTE FUNCTION enter();
L
	18 => [ <<'S', <<'L' => qr/table public\.virtual\b/i, qr/table public\.rooms\b/i, qr/add constraint later not null/i, qr/add constraint positive check/i, qr/add constraint up foreign key/i, qr/add constraint here not null/i, qr/publication generated\b/i, qr/stays_id_during_fkey foreign key/i, qr/function public\.before\b/i ],
CREATE TABLE named (a integer CONSTRAINT "a is" NOT NULL, b integer NOT NULL);
CREATE TABLE child () INHERITS (named);
CREATE TABLE lists (a integer CONSTRAINT pan NOT NULL, b integer NOT NULL) PARTITION BY LIST (a);
CREATE TABLE lists_1 PARTITION OF lists FOR VALUES IN (1);
CREATE TABLE lists_2 (b integer NOT NULL, a integer CONSTRAINT pan NOT NULL);
ALTER TABLE lists ATTACH PARTITION lists_2 FOR VALUES IN (2);
S
CREATE TABLE virtual (a integer, b integer GENERATED ALWAYS AS (a * 2), c integer GENERATED ALWAYS AS (a * 3) STORED);
CREATE TABLE rooms (id int4range, during daterange, PRIMARY KEY (id, during WITHOUT OVERLAPS));
CREATE TABLE stays (id int4range, during daterange, FOREIGN KEY (id, PERIOD during) REFERENCES rooms (id, PERIOD during));
CREATE TABLE loose (a integer PRIMARY KEY, b integer CONSTRAINT positive CHECK (b > 0) NOT ENFORCED, c integer CONSTRAINT up REFERENCES loose NOT ENFORCED,
  d integer CONSTRAINT here NOT NULL NO INHERIT);
ALTER TABLE loose ADD CONSTRAINT later NOT NULL c NOT VALID;
CREATE PUBLICATION generated FOR TABLE kept WITH (publish_generated_columns = stored);
CREATE FUNCTION before() RETURNS text LANGUAGE sql BEGIN ATOMIC UPDATE kept SET a = 'x' RETURNING OLD.a; END;
L
);

# what cannot be read is said, statement by statement, and what stands beside it is there
sub left_out {
	my ($since, $sql, @left_out) = @_;
	my $db = 'left' . $n++;

	make($db, "CREATE TABLE kept (a text);\n$sql");
	my ($exit, $out, $err) = run(migratec(), '-C', tempdir(), 'inspect', '--url', $pg->url($db));
	is($exit, 0, "$major: what came with $since");
	like($out, qr/^table "kept"/m, 'what can be read is');
	for my $what (@left_out) {
		is((grep { $_ =~ $what } $err =~ /^postgresql:\w+: (warning: inspect: .* is left out: .*)$/mg), 1, "one warning of $what") or diag $err;
	}
	is((() = $err =~ /^/mg), scalar @left_out, 'and no other') or diag $err;
}

for my $bindir (Cluster::bindir(), split /:/, $ENV{SERVERS} // '') {
	$pg = Cluster->new(bindir => $bindir);
	$major = int $pg->psql('postgres', 'SHOW server_version_num') / 10000;
	round_trip('everything', slurp('tests/inspect/everything.sql'));
	for my $since (grep { $_ <= $major } sort keys %new) {
		my ($read, $other, @left_out) = @{ $new{$since} };
		round_trip("what came with $since", $read);
		left_out($since, $other, @left_out);
	}
	$pg->stop;
}
note 'SERVERS names no others: only PostgreSQL ', $major unless $ENV{SERVERS};

done_testing;
