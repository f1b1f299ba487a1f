# Texts of types: what PostgreSQL refuses, migratec refuses; and what PostgreSQL takes, migratec takes.
#
# tests/literals.txt has a type behind # and below it texts, one a line, '' being the empty one.  The server casts each to its
# type; migratec compiles each as the default of a column.  "? " begins what the server refuses and the compiler leaves to it.
use strict;
use warnings;
use lib 'tests/lib';

use Cluster qw(run slurp spew tempdir);
use Test::More;

my $pg = Cluster->new;
my $folder = tempdir();
my @cases;

my $type;
for my $line (split /\n/, slurp('tests/literals.txt')) {
	if ($line =~ /^# (.*)/) {
		$type = $1;
	} elsif (length $line) {
		my $left = $line =~ s/^\? //;
		push @cases, { type => $type, text => $line eq "''" ? '' : $line, left => $left };
	}
}

sub quoted {
	my ($text) = @_;

	return "'" . $text =~ s/'/''/gr . "'";
}

sub lua {
	my ($text) = @_;

	return '"' . $text =~ s/(["\\])/\\$1/gr . '"';
}

$pg->createdb('literals');
$pg->psql('literals', <<'END');
CREATE TYPE mood AS ENUM ('sad', 'ok', 'very happy');
CREATE TABLE known (id int);
CREATE FUNCTION takes(text text, type text) RETURNS boolean LANGUAGE plpgsql AS $$
BEGIN
	EXECUTE format('SELECT %L::%s', text, type);
	RETURN true;
EXCEPTION WHEN OTHERS THEN
	RETURN false;
END $$;
END
my @takes = split /\n/, $pg->psql('literals', join '', map { "SELECT takes(${\quoted $_->{text}}, ${\quoted $_->{type}});\n" } @cases);

# what the compiler says, by line: a case stands on one of its own
my @lines = map { "create_table('t$_', { column('c', ${\lua($cases[$_]{type})}, { default = ${\lua($cases[$_]{text})} }) })\n" } 0 .. $#cases;
spew("$folder/migrations/versions/a1.lua", <<'END', @lines, "end\n");
revision { id = "a1", parent = nil, message = "texts" }
function downgrade() end
function upgrade() create_enum("mood", { "sad", "ok", "very happy" }) create_table("known", { column("id", "int") })
END
my ($exit, undef, $err) = run(migratec(), '-C', $folder, 'compile', '--one-line');
my %says;
$says{ $1 - 4 } .= $2 while $err =~ /^migrations\/versions\/a1\.lua:(\d+): (.*\n)/mg;

is(scalar @takes, scalar @cases, 'the server has judged all');
is($exit, 1, 'and the compiler') or diag $err;
for my $i (0 .. $#cases) {
	my $case = $cases[$i];
	my $name = "$case->{type}: $case->{text}";

	if ($case->{left}) {
		ok($takes[$i] eq 'f' && !$says{$i}, "left to the server: $name") or diag $says{$i};
	} elsif ($takes[$i] eq 'f') {
		ok($says{$i}, "refused: $name");
	} else {
		is($says{$i}, undef, "taken: $name");
	}
}
done_testing;
