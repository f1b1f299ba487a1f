# migratec init: what a project begins with, which builds.
use strict;
use warnings;
use lib 'tests/lib';

use Cluster qw(run slurp spew tempdir);
use Test::More;

my $dir = tempdir();
my $pg = Cluster->new;

sub init {
	my ($code, @arguments) = @_;
	my ($exit, $out, $err) = run({ cwd => $dir }, migratec(), @arguments);

	is($exit, $code, "@arguments") or diag $out, $err;
	return ($out, $err);
}

my ($out, $err) = init(0, 'init', q(my "shop"));
is($out, <<'END', 'says what it has written, and what comes next');
my "shop"/migrations/models/
my "shop"/migrations/versions/
my "shop"/migrations/config.lua
my "shop"/build.ninja
next: models in migrations/models/, 'migratec revision --autogenerate -m "…"', and ninja makes build/migrate
END
is(slurp(qq($dir/my "shop"/migrations/config.lua)), qq(return { name = 'my "shop"', postgres = 14 }\n), 'the project is called as its folder');
my ($build) = slurp('README.md') =~ /^```ninja\n# build.ninja\n(.*?)^```$/ms;
is(slurp(qq($dir/my "shop"/build.ninja)) =~ s/^migratec = \K.*/..\/migratec/r, $build, 'the build is that of the README');

SKIP: {
	skip 'the programs of another build are linked otherwise', 6 if migratec() ne "$Cluster::top/build/migratec";
	my $project = qq($dir/my "shop");
	spew("$project/migrations/models/t.lua", qq(table "t" { column("id", "int", { primary_key = true }) }\n));
	my ($exit, $said) = run({ cwd => $project }, migratec(), 'revision', '--autogenerate', '-m', 'T');
	is($exit, 0, 'a first revision');
	($exit, $said) = run({ cwd => $project }, 'ninja');
	is($exit, 0, 'ninja') or diag $said;
	($exit, $said) = run({ cwd => $project, env => { DATABASE_URL => $pg->url('postgres') } }, 'build/migrate', 'upgrade');
	like($said, qr/^1 migration applied/m, 'and its migrate runs');

	# in a build that is there
	spew("$dir/mine/build.ninja", "rule link\n  command = false\nsubninja migrations.ninja\n");
	($out) = init(0, '-C', 'mine', 'init');
	like($out, qr/^migrations\.ninja\nbuild\.ninja is as it was: write 'subninja migrations\.ninja' into it\n/m, 'a build that is there is left alone');
	($exit, $said) = run({ cwd => "$dir/mine" }, 'ninja');
	is($exit, 0, 'and has it with one line') or diag $said;
}

(undef, $err) = init(1, 'init', 'my "shop"');
like($err, qr/^my "shop"\/migrations: init: a project is there already; nothing was written \[E0407\]$/m, 'once');
(undef, $err) = init(2, 'init', '');
like($err, qr/^migratec: init: DIR is empty \[E0009\]$/m, 'somewhere');
spew("$dir/file", '');
(undef, $err) = init(1, 'init', 'file');
like($err, qr/^file\/migrations: cannot write: Not a directory/m, 'in a folder');

done_testing;
