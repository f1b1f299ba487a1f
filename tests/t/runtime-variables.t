# Variables: where their values come from, how they are quoted, and what is refused before anything runs. Uses migratec() and
# libmigrate().
use strict;
use warnings;
use lib 'tests/lib';

use Cluster qw(run slurp spew tempdir link_migrate);
use JSON::PP;
use Test::More;

my $pg = Cluster->new;
my $tmp = tempdir();

delete @ENV{ grep { /^MIGRATE_SET_/ } keys %ENV };
spew("$tmp/migrations/config.lua", <<'LUA');
return { variables = {
	app_role = { type = "name", default = "app" },
	tenant = { type = "name" },
	region = { type = "literal" },
	never = { type = "literal" },
} }
LUA
spew("$tmp/migrations/versions/a.lua", <<'LUA');
revision { id = "a1", message = "First" }
function upgrade()
	create_table("t", { column("a", "text", { default = var "region" }), column("b", "text") })
	bulk_insert("t", { { b = "x" } })
	execute([[SELECT b::int FROM t WHERE a = :'region' AND a = 'fail']], { down = "" })
	execute [[GRANT SELECT ON t TO :"app_role"]]
end
LUA
spew("$tmp/migrations/versions/b.lua", <<'LUA');
revision { id = "b2", message = "Second", parent = "a1" }
function upgrade()
	create_schema(var "tenant")
	create_table(var "tenant" .. ".u", { column("a", "int") })
	execute([[CREATE INDEX CONCURRENTLY u_a ON :"tenant".u (a)]])
	execute([[SELECT :'never']], { since = 99, down = "" })
end
LUA

sub compile {
	my ($exit, $out, $err) = run(migratec(), '-C', $tmp, 'compile');

	is("$exit$err", '0', 'compiles');
	return link_migrate("$tmp/migrate", "$tmp/generated/migrations.c");
}

my $migrate = compile();
my $c = slurp("$tmp/generated/migrations.c");
like($c, qr/\.sql = "GRANT SELECT ON t TO :\\"app_role\\"",\n\t\t\.places = \(const struct step_place\[\]\)\{\{21, 0\}\},\n\t\t\.n_places = 1,/, 'the table says where they stand');

my $db;
my %set;    # the environment

sub migrate_is {
	my ($code, $name, @arguments) = @_;
	my ($exit, $out, $err) = run({ env => { %set, DATABASE_URL => $pg->url($db) } }, $migrate, @arguments);

	is($exit, $code, $name) or diag("$out$err");
	return wantarray ? ($out, $err) : $out;
}

sub asked {
	return $pg->psql($db, $_[0]);
}

$pg->psql('postgres', $_) for 'CREATE ROLE app', q(CREATE ROLE "O""dd role");
$pg->createdb($db = 'one');

# what is refused
for (
	[ [qw(--set app_rol=x)], qr/^migrate: no variable named 'app_rol'; did you mean 'app_role'\?$/ ],
	[ [qw(--set elsewhere=x)], qr/^migrate: no variable named 'elsewhere'$/ ],
	[ [qw(--set app_role)], qr/--set expects app_role=VALUE/ ],
	[ [qw(--set app_role=)], qr/variable 'app_role': a name cannot be empty/ ],
	[ [ '--set', 'app_role=' . 'x' x 64 ], qr/variable 'app_role': 'x+' has 64 bytes, and PostgreSQL would cut it at 63/ ],
	[ ['--set'], qr/--set expects NAME=VALUE/ ],
	[ [], qr/^migrate: variable 'region' has no value: it is used at migrations\/versions\/a.lua:3: create_table t\nhint: nothing was run; give it with --set region=VALUE$/ ],
	[ [qw(--set region=)], qr/variable 'tenant' has no value: it is used at .*b.lua:3: create_schema :tenant/ ],
) {
	my ($arguments, $message) = @$_;
	for my $command ([ 'upgrade' ], [ 'upgrade', '--dry-run' ], [ 'upgrade', '--sql' ], [ 'plan' ]) {
		my (undef, $err) = migrate_is(2, "@$command @$arguments is refused", @$command, @$arguments);
		like($err, $message, 'with a reason');
	}
}
{
	local $set{MIGRATE_SET_TENANT} = 'x' x 64;
	my (undef, $err) = migrate_is(2, 'a wrong name in the environment', 'upgrade');
	like($err, qr/variable 'tenant': 'x+' has 64 bytes/, 'is refused');
	migrate_is(0, 'but not where nothing is run', 'current');
	migrate_is(0, 'nor where another is given', 'upgrade', '--dry-run', '--set', 'tenant=x', '--set', 'region=x');
}
my (undef, $unknown) = migrate_is(2, 'current --set', qw(current --set app_role=x));
like($unknown, qr/current does not take --set/, 'a command that sends nothing takes none');
is(asked(q(SELECT count(*) FROM pg_class WHERE relname ~ '^(t|migrate.*)$')), 0, 'nothing of that ran anything');

# a target that uses fewer needs fewer
my $region = q(it's a "test" \\' ; :'region' :"app_role" $$);
migrate_is(0, 'an upgrade to what needs no tenant', 'upgrade', 'a1', '--set', "region=$region");
is(asked('SELECT a FROM t'), $region, 'a literal is quoted');
is(asked(q(SELECT has_table_privilege('app', 't', 'SELECT'))), 't', 'what is left out is what was declared');
migrate_is(0, 'down', 'downgrade', 'base');
my (undef, $message) = migrate_is(1, 'a statement that fails', qw(upgrade a1 --set region=fail));
like($message, qr/^ *SELECT b::int FROM t WHERE a = 'fail' AND/m, 'is shown as it was sent');

# from the environment, and given before it
%set = (MIGRATE_SET_APP_ROLE => 'nobody', MIGRATE_SET_TENANT => 'Ten"ant', MIGRATE_SET_REGION => 'eu', MIGRATE_SET_OTHER => '');
my $plan = migrate_is(0, 'plan', 'plan', '--set', 'app_role=O"dd role');
like($plan, qr/^      GRANT SELECT ON t TO "O""dd role"$/m, 'a plan has the values');
like($plan, qr/^      CREATE SCHEMA "Ten""ant"$/m, 'of the environment too');
is(decode_json(scalar migrate_is(0, 'plan --json', 'plan', '--json', '--set', 'app_role=x'))->{migrations}[0]{steps}[3]{sql},
	'GRANT SELECT ON t TO "x"', 'also in JSON');
like(scalar migrate_is(0, 'a dry run', 'upgrade', '--dry-run'), qr/GRANT SELECT ON t TO "nobody"/, 'and a dry run');
like(scalar migrate_is(0, 'show', 'show', 'a1'), qr/^GRANT SELECT ON t TO :"app_role";$/m, 'show has the variables');
my @given = ('--set', 'app_role=app', '--set=app_role=O"dd role');
migrate_is(0, 'upgrade', 'upgrade', @given);
is(asked(q(SELECT has_table_privilege('O"dd role', 't', 'SELECT'), has_table_privilege('app', 't', 'SELECT'), a, to_regclass('"Ten""ant".u_a') FROM t)),
	't|f|eu|"Ten""ant".u_a', 'the last that is given counts, before the environment');

(undef, $unknown) = migrate_is(2, 'a script is for any server', 'upgrade', '--sql', @given);
like($unknown, qr/variable 'never' has no value/, 'so it needs all values');
my $script = migrate_is(0, '--sql', 'upgrade', '--sql', @given, '--set', "region=$region", '--set', 'never=');
$pg->createdb('offline');
spew("$tmp/script.sql", $script);
my ($exit, undef, $said) = run(Cluster::bindir() . '/psql', qw(-X -q -v ON_ERROR_STOP=1 -v region=wrong -v app_role=wrong -f), "$tmp/script.sql", $pg->url('offline'));
is("$exit$said", '0', 'psql replays it');
is($pg->psql('offline', 'SELECT a FROM t'), $region, 'with the values put in');

migrate_is(0, 'downgrade', 'downgrade', 'base', @given);
is(asked(q(SELECT count(*) FROM pg_class WHERE relname IN ('t', 'u'))), 0, 'goes back by the same names');

# what only the way up needs is asked for before the way down
$db = 'redo';
$pg->createdb($db);
%set = ();
migrate_is(0, 'upgrade', qw(upgrade a1 --set region=eu));
(undef, $unknown) = migrate_is(2, 'redo without a value', 'redo');
like($unknown, qr/variable 'region' has no value: .*\nhint: nothing was run; give it with --set region=VALUE/, 'is refused');
is(asked('SELECT count(*) FROM migrate_history'), 1, 'and nothing went down');
migrate_is(0, 'redo', qw(redo --set region=us));
is(asked('SELECT a FROM t'), 'us', 'with it the value counts');

# neither what is declared nor a value is part of a checksum
my ($sum) = $c =~ /\.checksum = "(.*)"/;
spew("$tmp/migrations/config.lua", slurp("$tmp/migrations/config.lua") =~ s/"app"/"other"/r);
compile();
like(slurp("$tmp/generated/migrations.c"), qr/\.checksum = "\Q$sum\E"/, 'another default, the same checksum');
like(slurp("$tmp/generated/migrations.c"), qr/\.name = "app_role",\n\t\t\.is_name = true,\n\t\t\.fallback = "other"/, 'the default is in the table');

done_testing();
