# A database becomes models, these a first revision, and that another database: their dumps are the same. Models that are printed, read and
# printed again are the same, and so are replay, models and database.
use strict;
use warnings;
use lib 'tests/lib';

use Cluster qw(changed_lines link_migrate run slurp spew tempdir);
use Shop qw(shop);
use Test::More;

my $pg = Cluster->new(labels => 1);
my $n = 0;

sub migratec_in {
	my ($dir, @command) = @_;

	return run({ timeout => 120 }, migratec(), '-C', $dir, @command);
}

# storage parameters have no order
sub dumped {
	my ($db) = @_;

	return $pg->dump_lines($db, '-s') =~ s{\bWITH \(([^()]*)\)}{'WITH (' . join(', ', sort split /, /, $1) . ')'}ger;
}

sub round_trip {
	my ($name, $sql) = @_;

	subtest $name => sub {
		my $dir = tempdir();
		my ($from, $to) = map { "round$n$_" } 'a', 'b';

		$n++;
		$pg->createdb($_) for $from, $to;
		$pg->psql($from, $sql);
		mkdir "$dir/migrations";
		my ($exit, $out, $err) = migratec_in($dir, 'inspect', '--url', $pg->url($from), '--output', 'migrations/models/');
		is("$exit$err$out", '0', 'the database is read');
		my ($again, $models, $warnings) = migratec_in($dir, 'inspect', 'models');
		is("$again$warnings", '0', 'the models are read');
		my $second = tempdir();
		spew("$second/migrations/models/all.lua", $models);
		($exit, $out, $err) = migratec_in($second, 'inspect', 'models');
		is("$exit$err", '0', 'what was printed is read again');
		ok($out eq $models, 'and printed with the same bytes');
		($exit, $out, $err) = migratec_in($dir, qw(revision --autogenerate -m all));
		is("$exit$err", '0', 'the revision is written') or return;
		($exit, $out, $err) = migratec_in($dir, 'compile', '--quiet');
		is("$exit$err", '0', 'and compiles') or return;
		link_migrate("$dir/migrate", "$dir/generated/migrations.c");
		($exit, $out, $err) = run("$dir/migrate", '--url', $pg->url($to), '--quiet', 'upgrade');
		is("$exit$err", '0', 'an empty database is upgraded') or return;
		is(join('', changed_lines(map { dumped($_) } $from, $to)), '', 'the dumps are the same');
		for my $url ($pg->url($from), $pg->url($to)) {
			($exit, $out, $err) = migratec_in($dir, 'check', '--url', $url);
			is("$exit$err$out", "0the migrations end in the models\nthe database is what the models say\n", 'models, migrations and database are the same');
		}
	};
}

round_trip('an empty database', '');
round_trip('Chinook', slurp('tests/chinook/sql/migrations/versions/chinook.sql'));
round_trip('a shop of 150 tables', shop());
round_trip('everything', slurp('tests/inspect/everything.sql'));

done_testing;
