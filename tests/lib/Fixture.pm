# Programs for the tests of the runtime: a hand-written table of tests/fixtures, linked with libmigrate.a.
#
#     use Fixture;
#     my $migrate = fixture('line', REVISIONS => 2);    # the path of a program, with -D for each pair
#     my $migrate = fixture('one', SQL => q("SELECT 1"));
#     my $migrate = fixture("$dir/mine.c");
package Fixture;

use strict;
use warnings;

use Exporter 'import';

use Cluster qw(libmigrate run tempdir);

our @EXPORT = qw(fixture);

my ($dir, %built, @sanitizers);

# what the library was built with, its programs are linked with
sub sanitizers {
	my (undef, $symbols) = run('nm', libmigrate());

	return $symbols =~ /__asan_/ ? ('-fsanitize=address,undefined') : ();
}

sub fixture {
	my ($name, %define) = @_;
	my @define = map { "-D$_=$define{$_}" } sort keys %define;
	my $key = join "\0", $name, @define;

	return $built{$key} if $built{$key};
	if (!$dir) {
		$dir = tempdir();
		@sanitizers = sanitizers();
	}
	my $source = $name =~ /\.c$/ ? $name : "$Cluster::top/tests/fixtures/$name.c";
	my $program = sprintf '%s/migrate-%d', $dir, scalar keys %built;
	my ($exit, $out, $err) = run('cc', qw(-std=c11 -Wall -Wextra -Wpedantic -Werror -Wno-overlength-strings -O0 -g), '-I', "$Cluster::top/runtime",
		@define, @sanitizers, '-o', $program, $source, libmigrate(), '-lpq');
	die "$name: $out$err" if $exit;
	return $built{$key} = $program;
}

1;
