# The README says what is so: its migration, its error message and its build are tried.
use strict;
use warnings;
use lib 'tests/lib';

use Cluster qw(link_migrate run slurp spew tempdir);
use Test::More;

my $readme = slurp('README.md');
my ($revision, $config, $model) = $readme =~ /^```lua\n(.*?)^```$/msg;
my ($build) = $readme =~ /^```ninja\n(.*?)^```$/ms;
my ($file) = $readme =~ m{^    (migrations/versions/\S+\.lua)$}m;
my $pg = Cluster->new;
my %env = (DATABASE_URL => $pg->url('postgres'));
my $dir = tempdir();

sub ok_run {
	my ($name, @command) = @_;
	my ($exit, $out, $err) = run({ cwd => $dir, env => \%env }, @command);

	is($exit, 0, $name) or diag "$out$err";
	return $out;
}

# its first migration, on top of the sample
run('cp', '-r', 'migrations', $dir);
spew("$dir/$file", $revision);
ok_run('the first migration compiles', migratec(), 'compile');
my $migrate = link_migrate("$dir/migrate", "$dir/generated/migrations.c");
ok_run('a plan', $migrate, 'plan');
my ($printed) = $readme =~ /^    \$ build\/migrate upgrade\n((?:    [^\$].*\n)+)/m;
$printed =~ s/^    //mg;
ok_run('and is applied after the sample', $migrate, 'upgrade', '5f0c1d7a9b3e-1');
is(ok_run('upgrade', $migrate, 'upgrade') =~ s/\(\d+ ms\)/(4 ms)/r, $printed, 'which prints what it says');
ok_run('and undone', $migrate, 'downgrade', '-1');

my ($message) = $readme =~ /^((?:    )\Q$file\E:\d+: .*\n(?:    .*\n)+)/m;
$message =~ s/^    //mg;
spew("$dir/$file", $revision =~ s/add_column\("users"/add_column("user"/r);
my (undef, undef, $err) = run({ cwd => $dir }, migratec(), 'compile');
is(join('', (split /^/, $err)[0 .. 2]), $message, 'the wrong name is found, in these words');

# a project of one's own
$dir = tempdir();
$build =~ s/^migratec = .*$/migratec = $Cluster::top/m;
spew("$dir/migrations/config.lua", $config);
spew("$dir/build.ninja", $build);
spew("$dir/" . ($model =~ /^-- (\S+)/)[0], $model);
ok_run('a first revision', migratec(), 'revision', '--autogenerate', '-m', 'Customers');
SKIP: {
	skip 'the programs of another build are linked otherwise', 3 if migratec() ne "$Cluster::top/build/migratec";
	ok_run('ninja', 'ninja');
	ok_run('its migrate runs', 'build/migrate', 'history');
	is(ok_run('ninja again', 'ninja'), "ninja: no work to do.\n", 'does nothing');
}

# every command that it names is there
my %known = map { $_ => (run($_ eq 'migrate' ? migrate() : migratec(), '--help'))[1] } qw(migrate migratec);
my %named = map { $_ => 1 } $readme =~ /`((?:migratec?) [a-z][a-z-]*)/g;
for my $command (sort keys %named) {
	my ($program, $verb) = split / /, $command;
	like($known{$program}, qr/^  $verb\b/m, $command);
}

done_testing();
