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

use Cluster qw(link_migrate tempdir);

our @EXPORT = qw(fixture);

my ($dir, %built);

sub fixture {
	my ($name, %define) = @_;
	my @define = map { "-D$_=$define{$_}" } sort keys %define;
	my $key = join "\0", $name, @define;
	my $source = $name =~ /\.c$/ ? $name : "$Cluster::top/tests/fixtures/$name.c";

	$dir //= tempdir();
	return $built{$key} //= link_migrate(sprintf('%s/migrate-%d', $dir, scalar keys %built), $source, @define);
}

1;
