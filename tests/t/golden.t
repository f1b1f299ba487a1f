# The golden folders: what a project's scripts become, or what is wrong with them.
#
#     tests/golden/NAME/migrations/…    the scripts
#     tests/golden/NAME/errors          what `migratec compile` prints when it must refuse them, or
#     tests/golden/NAME/up.sql          the SQL of every revision, both ways, as `migratec show` has it, and
#     tests/golden/NAME/notes           what `migratec compile` prints beside (no such file: nothing)
#     tests/golden/NAME/setup.sql       run before the first migration, where the server needs it
#     tests/golden/NAME/database        how the database differs from the replay of its migrations, where some of them cannot be followed
#     tests/golden/NAME/lost            where PostgreSQL cannot go all the way back: by revision, the lines of the dump that go (-)
#                                       and come (+) by up and down
#
# What compiles is then run on a server, revision by revision: up, down, up.  Down gives the dump from before, up to the order
# of columns; the second up gives that of the first.  GOLDEN=write writes up.sql, errors and notes; read what git shows then.
use strict;
use warnings;
use lib 'tests/lib';

use Cluster qw(changed_lines run slurp spew tempdir link_migrate);
use Test::More;

my $write = ($ENV{GOLDEN} // '') eq 'write';
my $only = $ENV{ONLY} // '';
my $sanitizers = $ENV{MIGRATEC_BIN};
my @folders = grep { /$only/ } 'migrations', glob 'tests/golden/*/migrations';    # the sample application too
my $pg = Cluster->new(labels => 1);
my @clang = (qw(clang -std=c11 -Wall -Wextra -Wpedantic -Wno-overlength-strings -fsyntax-only), "-I$Cluster::top/runtime");
my $n = 0;
my $empty;    # the dump of a new database

sub text_of {
	my ($path) = @_;

	return -e $path ? slurp($path) : '';
}

# compare with a golden file, or write it
sub golden {
	my ($path, $got, $name) = @_;

	if ($write) {
		length $got ? spew($path, $got) : unlink $path;
	}
	is($got, text_of($path), $name);
}

sub revisions {
	my ($folder) = @_;
	my ($exit, $out, $err) = run(migratec(), '-C', $folder, 'history');

	return reverse map { /-> (\S+?)(?: \(.+?\))*, / ? $1 : () } split /\n/, $out;
}

# what the database has otherwise than the replay of its migrations: nothing, where all of it can be followed
sub differences {
	my ($source, $db) = @_;
	my ($exit, $out, $err) = run(migratec(), '-C', $source, 'diff', '--from', 'migrations', '--to', $pg->url($db));
	my $text = $exit == 0 ? '' : $out =~ s/^.*\n//r;

	$text .= join '', map { s/postgresql:\w+: //r } grep { /undecided|left out|inspect/ } split /^/, $err;
	return $exit == 0 || $exit == 3 ? $text : $text . $err =~ s/postgresql:\w+/postgresql/gr;
}

sub up_and_down {
	my ($source, $folder, @ids) = @_;
	my $migrate = link_migrate("$folder/migrate", "$folder/generated/migrations.c");
	my $db = 'golden' . ++$n;
	my $lost = '';
	my $before;
	my $migrate_to = sub {
		my @command = @_;
		my ($exit, $out, $err) = run({ env => { DATABASE_URL => $pg->url($db) } }, $migrate, @command);
		is($exit, 0, "@command") or diag $out, $err;
		return $exit == 0;
	};

	$pg->createdb($db);
	$pg->psql($db, slurp("$source/setup.sql")) if -e "$source/setup.sql";
	if ($sanitizers) {
		my $one_way = slurp("$folder/generated/migrations.c") =~ /\.irreversible =/;
		$migrate_to->(@$_) or last for ['upgrade'], $one_way ? () : (['downgrade', 'base'], ['upgrade']);
		return;
	}
	$before = $empty //= $pg->dump_lines($db) unless -e "$source/setup.sql";
	for my $id (@ids) {
		$before //= $pg->dump_lines($db);
		$migrate_to->('upgrade', $id) or return;
		my ($exit, $json) = run($migrate, 'show', '--json', $id);
		if ($json !~ /"irreversible": ?null/ && $json =~ /"irreversible"/) {
			$before = undef;
			next;
		}
		my $after = $pg->dump_lines($db);
		$migrate_to->('downgrade', "$id\@-1") or return;
		if (-e "$source/lost") {
			$lost .= join '', map { "$id $_" } changed_lines($before, $pg->dump_lines($db));
		} else {
			is($pg->dump_lines($db), $before, "$id: down gives back what was before");
		}
		$migrate_to->('upgrade', $id) or return;
		is($pg->dump_lines($db), $after, "$id: up again gives what was after");
		$before = $after;
	}
	golden("$source/lost", $lost, 'what down does not give back') if -e "$source/lost";
	golden("$source/database", differences($source, $db), 'the database is what the replay says');
}

for my $migrations (@folders) {
	my $source = $migrations =~ s{/?migrations$}{}r || '.';
	my ($name) = $source =~ m{([^/]+)$};

	subtest $name => sub {
		my $folder = tempdir();
		run('cp', '-r', "$source/migrations", $folder);
		my ($exit, $out, $err) = run(migratec(), '-C', $folder, 'compile', '--one-line');

		is($out, '', 'nothing on standard output');
		if (-e "$source/errors" || ($write && $exit && !-e "$source/up.sql")) {
			is($exit, 1, 'is refused');
			golden("$source/errors", $err, 'errors');
			ok(!-e "$folder/generated/migrations.c", 'and nothing is written');
			return;
		}
		is($exit, 0, 'compiles') or diag $err;
		return if $exit;
		golden("$source/notes", $err, 'notes');
		my @ids = revisions($folder);
		my $sql = join "\n", map { (run(migratec(), '-C', $folder, 'show', $_))[1] =~ s/^checksum .*\n//mr } @ids;
		golden("$source/up.sql", $sql, 'the SQL of both ways') if $source ne '.';
		$sanitizers or is((run(@clang, "$folder/generated/migrations.c"))[2], '', 'clang has no warning either');
		up_and_down($source, $folder, @ids);
		$pg->dropdb("golden$n");
	};
}
done_testing;
