# What --autogenerate writes: what a careful person would have written.
#
#     tests/autogenerate/NAME/before/…       the models of a first revision, or versions/ of a history
#     tests/autogenerate/NAME/after/…        the models of the second
#     tests/autogenerate/NAME/expected.lua   what that one does (no such file: there is nothing to write), or
#     tests/autogenerate/NAME/errors         what is said of models that are wrong
#     tests/autogenerate/NAME/warnings       what it says of them all the same
#     tests/autogenerate/NAME/notes          what `migratec compile` prints beside (no such file: nothing)
#     tests/autogenerate/NAME/config.lua     of the project
#     tests/autogenerate/NAME/setup.sql      run before the first revision, where the server needs it
#     tests/autogenerate/NAME/rows.sql       run between the two; rows is what the tables hold then, after the second
#     tests/autogenerate/NAME/lost           the lines of the dump that go (-) and come (+) by up and down, where PostgreSQL
#                                            cannot go all the way back
#
# The models agree with the migrations then, are the same when printed and read again, and a second --autogenerate has nothing to
# write.  On a server both revisions give the dump of the models made from nothing, and down gives the one from before, up to the
# order of columns (the sanitizers' programs leave that to the others).  GOLDEN=write writes expected.lua, errors, warnings, notes
# and rows; read what git shows then.
use strict;
use warnings;
use lib 'tests/lib';

use Cluster qw(changed_lines link_migrate run slurp spew tempdir);
use Test::More;

my $write = ($ENV{GOLDEN} // '') eq 'write';
my $only = $ENV{ONLY} // '';
my @sources = map { s{/after$}{}r } grep { /$only/ } glob 'tests/autogenerate/*/after';
my $pg = Cluster->new(conf => { wal_level => 'logical' });
my $n = 0;

# compare with a golden file, or write it
sub golden {
	my ($path, $got, $name) = @_;

	if ($write) {
		length $got ? spew($path, $got) : unlink $path;
	}
	is($got, -e $path ? slurp($path) : '', $name);
}

# a project with these models, or this history
sub project {
	my ($source, $models) = @_;
	my $folder = tempdir();

	spew("$folder/migrations/config.lua", -e "$source/config.lua" ? slurp("$source/config.lua") : 'return {}');
	run('cp', '-r', "$source/$models", "$folder/migrations/models");
	run('mv', "$folder/migrations/models/versions", "$folder/migrations/versions") if -e "$folder/migrations/models/versions";
	return $folder;
}

sub autogenerate {
	my ($folder, $id) = @_;

	return run(migratec(), '-C', $folder, 'revision', '--autogenerate', '--rev-id', $id, '-m', $id);
}

# what upgrade() of a revision does
sub body {
	my ($path) = @_;

	return slurp($path) =~ s/\A.*?\n\n//sr;
}

# models printed, read again and printed are the same
sub reads_again {
	my ($folder) = @_;
	my $again = tempdir();

	my ($exit, $printed, $err) = run(migratec(), '-C', $folder, 'inspect', 'models');
	spew("$again/migrations/config.lua", slurp("$folder/migrations/config.lua"));
	spew("$again/migrations/models/all.lua", $printed);
	($exit, my $out, $err) = run(migratec(), '-C', $again, 'inspect', 'models');
	return is($out, $printed, 'printed and read again') || !diag $err;
}

sub migrate_to {
	my ($migrate, $db, @command) = @_;
	my ($exit, $out, $err) = run({ env => { DATABASE_URL => $pg->url($db) } }, $migrate, @command);

	return is($exit, 0, "@command") || !diag $out, $err;
}

# the models of `after` on an empty database
sub from_nothing {
	my ($source, $db) = @_;
	my $folder = project($source, 'after');
	my ($exit, $sql) = run(migratec(), '-C', $folder, 'diff', '--sql');

	$pg->createdb($db);
	$pg->psql($db, slurp("$source/setup.sql")) if -e "$source/setup.sql";
	(my $failed, undef, my $err) = run({ stdin => $sql }, 'psql', '-XAtq', '-v', 'ON_ERROR_STOP=1', '-d', $pg->url($db));
	is($failed, 0, 'the models alone can be made') or diag $err, $sql;
	return $pg->dump_lines($db, '--schema-only');
}

sub rows {
	my ($source, $db) = @_;

	return 1 unless -e "$source/rows.sql";
	my ($exit, undef, $err) = run({ stdin => slurp("$source/rows.sql") }, 'psql', '-XAtq', '-v', 'ON_ERROR_STOP=1', '-d', $pg->url($db));
	return is($exit, 0, 'rows') || !diag $err;
}

sub on_a_server {
	my ($source, $migrate) = @_;
	my $db = 'autogenerate' . ++$n;

	$pg->createdb($db);
	$pg->psql($db, slurp("$source/setup.sql")) if -e "$source/setup.sql";
	my $after = from_nothing($source, "${db}_nothing");
	migrate_to($migrate, $db, 'upgrade', 'first') or return;
	my $before = $pg->dump_lines($db, '--schema-only');
	rows($source, $db) or return;
	migrate_to($migrate, $db, 'upgrade') or return;
	is(join('', changed_lines($after, $pg->dump_lines($db, '--schema-only'))), '', 'gives the models');
	golden("$source/rows", $pg->dump($db, '--data-only', '--column-inserts'), 'rows are kept') if -e "$source/rows.sql";
	migrate_to($migrate, $db, 'downgrade', '-1') or return;
	my $lost = join '', changed_lines($before, $pg->dump_lines($db, '--schema-only'));
	-e "$source/lost" ? golden("$source/lost", $lost, 'what down does not give back') : is($lost, '', 'down gives back what was before');
	migrate_to($migrate, $db, 'upgrade') or return;
	is(join('', changed_lines($after, $pg->dump_lines($db, '--schema-only'))), '', 'and up again the models');
	$pg->dropdb($db, "${db}_nothing");
}

for my $source (@sources) {
	my ($name) = $source =~ m{([^/]+)$};

	subtest $name => sub {
		my $folder = project($source, 'before');
		my ($exit, $out, $err) = (0, '', '');

		($exit, $out, $err) = autogenerate($folder, 'first') unless -e "$folder/migrations/versions";
		is($exit, 0, 'the first revision') or diag $err;
		run('rm', '-r', "$folder/migrations/models");
		run('cp', '-r', "$source/after", "$folder/migrations/models");
		($exit, $out, $err) = autogenerate($folder, 'second');
		my $path = "$folder/migrations/versions/second_second.lua";
		golden("$source/errors", $exit ? $err : '', 'errors');
		return is($exit, 1, 'is refused') if $exit;
		golden("$source/warnings", $err, 'warnings');
		golden("$source/expected.lua", -e $path ? body($path) : '', 'the second');
		($exit, $out, $err) = run(migratec(), '-C', $folder, 'check');
		is($out, "the migrations end in the models\n", 'check') or diag $err;
		reads_again($folder);
		($exit, $out, $err) = autogenerate($folder, 'third');
		like($out, qr{there is nothing to write$}, 'there is no third');
		($exit, $out, $err) = run(migratec(), '-C', $folder, 'compile', '--one-line');
		is($exit, 0, 'compiles') or diag $err;
		golden("$source/notes", $err, 'notes');
		return if $exit || !-e $path || $ENV{MIGRATEC_BIN};
		on_a_server($source, link_migrate("$folder/migrate", "$folder/generated/migrations.c"));
	};
}
done_testing;
