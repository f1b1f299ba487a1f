# Who may know whom: a source file includes nothing from a higher floor than its own, one module knows each library, and the
# code is formatted.
use strict;
use warnings;
use lib 'tests/lib';

use Cluster qw(run slurp);
use Test::More;

# a file that is not named has the floor of its folder
my %floor = (
	'runtime/table' => 0,
	'runtime/text' => 0,
	'runtime/err' => 0,
	'runtime/caret' => 0,
	'runtime/url' => 0,
	'runtime/applied' => 0,
	'runtime/record' => 0,
	'runtime/sql' => 0,
	'runtime/values' => 0,
	'runtime/events' => 0,
	'runtime/db' => 1,
	'runtime/history' => 2,
	'runtime/lock' => 2,
	'runtime/graph' => 0,
	'runtime/drawing' => 1,
	'runtime/log' => 2,
	'runtime/state' => 2,
	'runtime/target' => 2,
	'runtime/plan' => 2,
	'runtime/leftover' => 2,
	'runtime/adopt' => 3,
	'runtime/kept' => 3,
	'runtime/blocker' => 2,
	'runtime/exec' => 3,
	'runtime/script' => 3,
	'runtime/cli' => 4,

	'compiler/alloc' => 0,
	'compiler/util' => 0,
	'compiler/csv' => 0,
	'compiler/diag' => 0,
	'compiler/explain' => 0,
	'compiler/input' => 0,
	'compiler/input_container' => 0,
	'compiler/input_date' => 0,
	'compiler/input_field' => 0,
	'compiler/input_geometry' => 0,
	'compiler/input_interval' => 0,
	'compiler/input_json' => 0,
	'compiler/input_network' => 0,
	'compiler/input_search' => 0,
	'compiler/input_xml' => 0,
	'compiler/literal' => 0,
	'compiler/shell' => 0,
	'compiler/rewrite' => 0,
	'compiler/tree' => 0,
	'compiler/variable' => 0,
	'compiler/catalog' => 1,
	'compiler/doubt' => 1,
	'compiler/schema' => 1,
	'compiler/pattern' => 1,
	'compiler/sql' => 1,
	'compiler/block' => 2,
	'compiler/op' => 2,
	'compiler/parse' => 2,
	'compiler/place' => 2,
	'compiler/revision' => 2,
	'compiler/expression' => 2,
	'compiler/scan' => 2,
	'compiler/tag' => 2,
	'compiler/type' => 2,
	'compiler/digest' => 3,
	'compiler/kind' => 3,
	'compiler/decode' => 3,
	'compiler/decode_scope' => 3,
	'compiler/decode_value' => 3,
	'compiler/settings' => 3,
	'compiler/inspect' => 4,
	'compiler/script' => 4,
	'compiler/script_bounds' => 4,
	'compiler/script_call' => 4,
	'compiler/script_environment' => 4,
	'compiler/script_load' => 4,
	'compiler/script_model' => 4,
	'compiler/models' => 4,
	'compiler/autogenerate' => 5,
	'compiler/script_lua' => 4,
	'compiler/script_value' => 4,
	'compiler/print' => 4,
	'compiler/replay' => 4,
	'compiler/diff' => 4,
	'compiler/spell' => 4,
	'compiler/batch' => 4,
	'compiler/branches' => 4,
	'compiler/revisions' => 5,
	'compiler/reference' => 4,
	'compiler/frozen' => 4,
	'compiler/project' => 5,
	'compiler/lower' => 5,
	'compiler/emit' => 5,
	'compiler/command' => 6,
	'compiler/command_diff' => 6,
	'compiler/command_freeze' => 6,
	'compiler/command_history' => 6,
	'compiler/command_inspect' => 6,
	'compiler/command_rebase' => 6,
	'compiler/command_edit' => 6,
	'compiler/command_init' => 6,
	'compiler/command_revision' => 6,
	'compiler/draft' => 6,
	'compiler/command_source' => 6,
	'compiler/command_squash' => 6,
	'compiler/models_print' => 5,
	'compiler/main' => 6,
);

# the only modules that include a library's headers
my %wall = (
	qr/^(lua|lualib|lauxlib|script_lua)\.h$/ => qr{^compiler/script(_\w+)?$},
	qr/^pg_query/ => qr{^compiler/parse$},
	qr/^libpq/ => qr{^runtime/db$},
);

my @files = sort glob 'compiler/*.[ch] compiler/kind/*.[ch] runtime/*.[ch] runtime/cli/*.[ch]';

sub module {
	my ($path) = @_;

	return $path =~ s/\.[ch]$//r;
}

sub folder {
	my ($path) = @_;

	return $path =~ s{/[^/]*$}{}r;
}

sub floor {
	my ($module) = @_;

	return $floor{$module} // $floor{ folder($module) };
}

# the path of what a file includes, as seen from the project's folder
sub included {
	my ($file, $name) = @_;
	my $path = folder($file) . "/$name";

	1 while $path =~ s{[^/]+/\.\./}{};
	return $path;
}

sub code {
	my ($file) = @_;

	return slurp($file) =~ s{/\*.*?\*/}{}gsr;
}

sub none {
	my ($found, $name) = @_;

	is(join("\n", @$found), '', $name);
}

my (@unplaced, @upwards, @breaches, @prints, @exits);
for my $file (@files) {
	my $module = module($file);
	my $code = code($file);

	push @unplaced, $file unless defined floor($module);
	for my $name ($code =~ /^#include "(.*)"/mg) {
		my $other = module(included($file, $name));
		# what the two programs share is below both; the runtime knows nothing of the compiler
		my $from = $other =~ m{^runtime/} && $file =~ m{^compiler/} ? 0 : floor($other);
		$from = undef if $other =~ m{^compiler/} && $file =~ m{^runtime/};
		push @upwards, "$file: $name" unless ($from // 99) <= (floor($module) // 0);
	}
	for my $name ($code =~ /^#include [<"](.*)[>"]/mg) {
		for my $library (keys %wall) {
			push @breaches, "$file: $name" if $name =~ $library && $module !~ $wall{$library};
		}
	}
	next unless $file =~ m{^runtime/} && $file !~ m{^runtime/cli/};
	push @prints, "$file: $1" while $code =~ /\b((?:v|f|vf|d|vd)?printf|f?puts|f?putc|putchar|fwrite) *\(/g;
	push @exits, "$file: $1" while $code =~ /\b(_?exit|abort|perror) *\(/g;
}
none(\@unplaced, 'every file has a floor');
none(\@upwards, 'a file includes only files of lower floors');
none(\@breaches, 'one module knows each library');
none(\@prints, 'in the runtime only cli prints');
none(\@exits, 'in the runtime only cli exits');
none([ grep { code($_) =~ /"db\.h"/ } glob 'runtime/{graph,drawing,log,state,target,plan}.[ch]' ], 'a plan needs no database');

my $built = slurp('programs.ninja');
my @objects = map { s/\.c$//r } grep { /\.c$/ && $_ ne 'compiler/main.c' } @files;
none([ grep { $built !~ m{^build \$dir/\Q$_\E\.o: cc \Q$_\E\.c$}m } @objects ], 'every source is compiled');
none([ grep { $built !~ m{^    \$dir/\Q$_\E\.o( \$)?$}m } @objects ], 'and in an archive');

SKIP: {
	skip 'clang-format is not installed', 1 unless grep { -x "$_/clang-format" } split /:/, $ENV{PATH};
	my ($exit, undef, $err) = run('clang-format', '--dry-run', '-Werror', @files, glob 'tests/*/*.[ch]');
	my %bad = map { $_ => 1 } $err =~ /^(\S+?):\d+:.*clang-format/mg;
	is("$exit @{[sort keys %bad]}", '0 ', 'clang-format changes nothing');
}

done_testing();
