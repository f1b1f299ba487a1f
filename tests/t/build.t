# The build: what is built again after which change, and that the same sources give the same bytes in any folder.
use strict;
use warnings;
use lib 'tests/lib';

use Cluster qw(run slurp spew tempdir);
use File::Glob ':bsd_glob';
use Test::More;

my $tmp = tempdir();
my $a = "$tmp/another name";
my $b = $Cluster::top;    # which has been built, or is now

# the project as git has it, with what is not committed yet
sub checkout {
	my ($dir) = @_;

	mkdir $dir or die "$dir: $!\n";
	my @files = grep { -e } split /\0/, (run(qw(git ls-files -co --exclude-standard -z)))[1];
	my ($exit, undef, $err) = run(qw(cp --parents), @files, $dir);
	die $err if $exit;
}

# what ninja says in a folder, without its counters; dies when it fails
sub ninja {
	my ($dir) = @_;
	my ($exit, $out, $err) = run({ cwd => $dir, timeout => 600 }, 'ninja');

	die "ninja: $out$err" if $exit;
	return $out =~ s/^\[\d+\/\d+\] //mgr;
}

sub age {
	my ($path) = @_;

	return (stat $path)[9] . ' ' . (stat _)[1];
}

checkout($a);
my ($first) = (glob "$a/migrations/versions/*.lua")[0];
my $generated = "$a/generated/migrations.c";

ninja($a);
my ($c, $program) = (slurp($generated), slurp("$a/build/migrate"));
is(ninja($a), "ninja: no work to do.\n", 'a second ninja does nothing');

# a change that means nothing
my $text = slurp($first);
my $age = age("$a/build/migrate");
spew($first, "$text-- a comment\n");
is(
	join("\n", sort split /\n/, ninja($a)),
	"CHECK build/models.checked\nMIGRATEC generated/migrations.c",
	'a comment: compiled, checked, and nothing after it'
);
is(age("$a/build/migrate"), $age, 'migrate is not linked again');
is(ninja($a), "ninja: no work to do.\n", 'and that was all');
spew($first, $text);
ninja($a);

# scripts come and go
my $relinked = qr/^MIGRATEC generated.*^LINK build\/migrate$/ms;
my ($exit, undef, $err) = run({ cwd => $a }, "$a/build/migratec", 'revision', '-m', 'one more');
is($exit, 0, 'migratec revision') or diag $err;
my ($new) = glob "$a/migrations/versions/*_one_more.lua";
my $renamed = $new =~ s/one_more/renamed/r;
like(ninja($a), $relinked, 'a new script is noticed');
like((run({ cwd => $a }, "$a/build/migrate", 'history'))[1], qr/one more/, 'and is inside');
rename $new, $renamed;
like(ninja($a), $relinked, 'a renamed one too');
unlike(slurp($generated), qr/_one_more\.lua/, 'and its old name is gone');

# what a script loads
my $script = slurp($renamed) =~ s/^function upgrade.*//msr;
spew("$a/migrations/lib/steps.lua", "return { sql = 'SELECT 11111' }\n");
spew("$a/migrations/versions/steps.sql", "SELECT 22222;\n");
spew($renamed, $script, <<'END');
function upgrade()
	execute(require("lib.steps").sql, { down = "SELECT 3" })
	execute_file("steps.sql", { down = "SELECT 4" })
end
END
ninja($a);
like(slurp($generated), qr/11111.*22222/s, 'a script loads others');
spew("$a/migrations/lib/steps.lua", "return { sql = 'SELECT 55555' }\n");
ninja($a);
like(slurp($generated), qr/55555/, 'a change in what it requires is noticed');
spew("$a/migrations/versions/steps.sql", "SELECT 66666;\n");
ninja($a);
like(slurp($generated), qr/66666/, 'and in what it executes');

unlink $renamed, "$a/migrations/lib/steps.lua", "$a/migrations/versions/steps.sql";
like(ninja($a), $relinked, 'a removed script is noticed');
ok(slurp($generated) eq $c, 'the same scripts give the same C again');
ok(slurp("$a/build/migrate") eq $program, 'and the same program');

# another folder
ninja($b);
ok(slurp("$b/generated/migrations.c") eq $c, 'another folder: the same C');
ok(slurp("$b/build/$_") eq slurp("$a/build/$_"), "the same $_") for qw(migrate libmigrate.a migratec);

# without migratec
my @cc = ('cc', '-std=c11', '-I', "$b/runtime", "$b/generated/migrations.c", "$b/build/libmigrate.a", '-lpq', '-o', "$tmp/one");
($exit, undef, $err) = run(@cc);
is("$exit$err", '0', 'one command links the generated C');
is((run("$tmp/one", 'history'))[1], (run("$b/build/migrate", 'history'))[1], 'and it is the same program');

SKIP: {
	my @inputs = qw(migrations compiler runtime/table.h);
	skip 'uncommitted changes', 1 if (run('git', 'status', '--porcelain', '--', @inputs))[1];
	ok((run('git', 'show', 'HEAD:generated/migrations.c'))[1] eq $c, 'the committed generated/migrations.c is not stale');
}

done_testing();
