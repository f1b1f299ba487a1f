# Models that are wrong: tests/models/NAME/ holds them, tests/models/NAME/errors what `migratec check` says of them, with file and
# line.  GOLDEN=write writes errors; read what git shows then.
use strict;
use warnings;
use lib 'tests/lib';

use Cluster qw(run slurp spew tempdir);
use Test::More;

my $write = ($ENV{GOLDEN} // '') eq 'write';
my $only = $ENV{ONLY} // '';

# exit code and messages of models that stand in a folder
sub check {
	my ($folder) = @_;
	my ($exit, $out, $err) = run(migratec(), '-C', $folder, 'check', '--one-line');

	return ($exit, $exit == 1 ? $out : '', $err);
}

for my $source (grep { /$only/ } glob 'tests/models/*') {
	my ($name) = $source =~ m{([^/]+)$};
	my $folder = tempdir();

	mkdir "$folder/migrations";
	run('cp', '-r', $source, "$folder/migrations/models");
	unlink "$folder/migrations/models/errors";
	my ($exit, $out, $err) = check($folder);
	is($exit, 1, "$name is refused");
	is($out, '', "$name: nothing on standard output");
	spew("$source/errors", $err) if $write;
	is($err, slurp("$source/errors"), "$name: errors");
}

# ---- odd files ----

my $folder = tempdir();
my $models = "$folder/migrations/models";
my $table = qq(table "t" { column("a", "integer") }\n);

spew("$models/t.lua", $table);
spew("$models/README.md", 'no model');
spew("$models/t.lua~", $table);
spew("$models/t.lua.orig", $table);
spew("$models/.t.lua.swp", "\0");
spew("$models/.git/u.lua", $table);
spew("$models/deep/down/empty.sql", '');
spew("$models/deep/comment.lua", "-- nothing\n");
symlink '..', "$models/deep/up";
is_deeply([check($folder)], [3, '', ''], 'what is no model is left alone, and a link to a folder above is not followed');

symlink 'nowhere', "$models/gone.lua";
is_deeply([check($folder)], [1, '', "migrations/models/gone.lua: cannot be read: No such file or directory [E0008]\n"], 'a link to nothing');
unlink "$models/gone.lua";

spew("$models/linked/real.txt", qq(table "linked" { column("a", "integer") }\n));
symlink 'real.txt', "$models/linked/linked.lua";
is_deeply([check($folder)], [3, '', ''], 'a link to a file');

spew("$models/nul.sql", "CREATE TABLE n (a int);\0");
like((check($folder))[2], qr{^migrations/models/nul\.sql: cannot be read: a NUL byte in it \[E0008\]$}, 'a NUL byte in SQL');
unlink "$models/nul.sql";
spew("$models/nul.lua", "table \"n\" {}\0");
like((check($folder))[2], qr{^migrations/models/nul\.lua:1: .*\[E0001\]$}, 'a NUL byte in Lua');
unlink "$models/nul.lua";

spew("$models/latin.sql", "COMMENT ON TABLE t IS '\xe4';\n");
like((check($folder))[2], qr{^migrations/models/latin\.sql:1: .*UTF8}, 'text that is not UTF-8');
unlink "$models/latin.sql";

mkdir "$models/folder.lua";
is_deeply([check($folder)], [3, '', ''], 'a folder that is called as a model');
mkdir "$models/dir";
SKIP: {
	skip 'needs another user', 1 if $> == 0;
	chmod 0, "$models/dir";
	like((check($folder))[2], qr{^migrations/models/dir: cannot read the folder: Permission denied}, 'a folder that may not be read');
}
chmod 0755, "$models/dir";

done_testing;
