# migratec revision, merge and edit: what they write, where, and that nothing is left where they fail.
use strict;
use warnings;
use lib 'tests/lib';

use Cluster qw(run slurp spew tempdir);
use Test::More;

$Cluster::fresh = 1;    # the process itself is tested: its environment, and what it starts

my $dir = tempdir();

# runs migratec there: what it must say, on both outputs
sub says {
	my ($words, $exit, $out, $err, $name) = @_;
	my %opt = ref $words eq 'HASH' ? %{ $words->{opt} } : ();
	my @words = ref $words eq 'HASH' ? @{ $words->{words} } : @$words;
	my ($code, $stdout, $stderr) = run(\%opt, migratec(), '-C', $dir, @words);

	is($code, $exit, "$name: exit $exit") or diag $stdout . $stderr;
	ref $out ? like($stdout, $out, $name) : is($stdout, $out, $name);
	ref $err ? like($stderr, $err, "$name: says") : is($stderr, $err, "$name: says");
}

sub fresh {
	my (%files) = @_;

	$dir = tempdir();
	mkdir "$dir/migrations";
	spew("$dir/migrations/$_", $files{$_}) for keys %files;
}

# all files below migrations/
sub files {
	return join ' ', sort split /\n/, (run({ cwd => "$dir/migrations" }, 'find', '.', '-mindepth', '1', '-printf', '%P\n'))[1];
}

sub script {
	my ($id, $parent, $more) = @_;

	return ("versions/$id.lua" => qq(revision { id = "$id", parent = $parent, message = "The $id" }\nfunction upgrade()\n) . ($more // '') . "end\n");
}

# ---- merge ----

fresh(script('a', 'nil'), script('b', '"a"'), script('c', '"a"'), script('d', '"a"'));
says([qw(merge heads --rev-id m)], 0, "migrations/versions/m_merge_b_c_and_d.lua\n", '', 'a merge has a message of its own');
like(slurp("$dir/migrations/versions/m_merge_b_c_and_d.lua"), qr/^  parent = \{ "b", "c", "d" \},\n  message = "merge b, c and d",\n/m, 'which names its parents');
unlink "$dir/migrations/versions/m_merge_b_c_and_d.lua";
says([qw(merge b c --rev-id m), '-m', 'Both'], 0, "migrations/versions/m_both.lua\n", '', 'or the one that is said');
says([qw(merge heads -m), ' '], 2, '', qr/^migratec: merge: the message is empty \[E0009\]$/, 'an empty one');
says([qw(merge m d --rev-id n)], 0, "migrations/versions/n_merge_m_and_d.lua\n", '', 'of two');
says([qw(merge heads)], 1, '', qr/^migratec: merge: 'n' is the only revision here: there is nothing to join/, 'one alone');

# ---- where it goes ----

fresh();
says([qw(revision -m One --rev-id a --path migrations/versions/billing/2026)], 0, "migrations/versions/billing/2026/a_one.lua\n", '', 'a folder');
says([qw(revision -m Two --rev-id b --path), "$dir/migrations/versions/../versions/./billing/"], 0, "migrations/versions/billing/b_two.lua\n", '', 'by its whole path');
like(slurp("$dir/migrations/versions/billing/b_two.lua"), qr/^  parent = "a",$/m, 'what is there is read');
says([qw(revision -m Three --rev-id c --path migrations/versions)], 0, "migrations/versions/c_three.lua\n", '', 'versions/ itself');
says([qw(revision -m Side --rev-id s --head a --splice)], 0, "migrations/versions/s_side.lua\n", '', 'a branch');
says([qw(merge heads --rev-id m --path migrations/versions/merges)], 0, "migrations/versions/merges/m_merge_c_and_s.lua\n", '', 'merge takes a folder');
my $before = files();
for (
	[ 'billing', qr/^migratec: revision: --path 'billing': only migrations\/versions and the folders in it are read, as migrations\/versions\/billing \[E0009\]$/ ],
	[ '/tmp', qr/--path '\/tmp': only migrations\/versions and the folders in it are read \[E0009\]$/ ],
	[ "$dir/migrations", qr/only migrations\/versions and the folders in it are read/ ],
	[ '../versions', qr/only migrations\/versions and the folders in it are read \[/ ],
	[ '', qr/only migrations\/versions and the folders in it are read \[/ ],
	[ 'migrations/versions2', qr/only migrations\/versions and the folders in it are read/ ],
	[ 'migrations/versions/..', qr/only migrations\/versions and the folders in it are read/ ],
	[ 'migrations/versions/a/.hidden', qr/'migrations\/versions\/a\/\.hidden': what begins with a dot is not read \[E0009\]$/ ],
	[ 'migrations/versions/c_three.lua/x', qr/^migrations\/versions\/c_three\.lua\/x\/x_x\.lua: cannot be written: Not a directory \[E0008\]$/ ],
	[ "migrations/versions/a\nb/c", qr/its name holds a line end .*^migratec: note: revision: nothing was written$/ms ],
) {
	says([ qw(revision -m x --rev-id x --path), $_->[0] ], 1, '', $_->[1], "--path $_->[0]");
	is(files(), $before, 'nothing is left');
}

# ---- how it is called ----

my $alembic = '%%(year)d/%%(month).2d/%%(day).2d_%%(hour).2d%%(minute).2d%%(second).2d-%%(rev)s_%%(slug)s';
fresh('config.lua' => qq(return { file_template = "$alembic" }));
says([qw(revision -m), 'Add a phone number', qw(--rev-id a)], 0, qr{^migrations/versions/20\d\d/\d\d/\d\d_\d{6}-a_add_a_phone_number\.lua$}, '', 'a line of alembic.ini');
says([qw(revision -m Two --rev-id b --path migrations/versions/x)], 0, qr{^migrations/versions/x/20\d\d/\d\d/\d\d_\d{6}-b_two\.lua$}, '', 'its folders are below that of --path');
says([qw(revision -m), '?!', qw(--rev-id c)], 0, qr{^migrations/versions/20\d\d/\d\d/\d\d_\d{6}-c\.lua$}, '', 'a message without words');
fresh('config.lua' => 'return { file_template = "%(epoch)s %(epoch)d %(year)02d", timezone = "Asia/Kathmandu" }');
says([qw(revision -m One)], 0, qr{^migrations/versions/(\d{10}) \1 20\d\d\.lua$}, '', 'numbers as text, and of fewer digits than there are');
for my $zone (qw(Asia/Kathmandu UTC), undef) {
	my ($hour, $minute) = (gmtime(time + ($zone && $zone ne 'UTC' ? 20700 : 0)))[ 2, 1 ];

	fresh('config.lua' => 'return { file_template = "%(hour)d:%(minute).2d"' . ($zone ? ", timezone = \"$zone\" }" : ' }'));
	my ($exit, $out) = run({ env => { TZ => 'America/Lima' } }, migratec(), '-C', $dir, qw(revision -m One));
	my ($h, $m) = $out =~ m{versions/(\d+):(\d\d)\.lua};
	cmp_ok(($h * 60 + $m - $hour * 60 - $minute) % 1440, '<', 2, 'the time is that of ' . ($zone // 'UTC, whatever TZ says')) or diag $out;
}
fresh('config.lua' => 'return { timezone = "Europe/Atlantis" }');
says([qw(revision -m x)], 1, '', qr{^migratec: revision: config\.lua says timezone 'Europe/Atlantis', which is not in /usr/share/zoneinfo \[E0009\]$}, 'a zone that is none');
says(['compile'], 0, '', '', 'of which a build knows nothing');
for my $zone (qw(Europe ../zoneinfo/UTC /usr/share/zoneinfo/UTC)) {
	fresh('config.lua' => "return { timezone = '$zone' }");
	says([qw(revision -m x)], 1, '', qr{config\.lua says timezone '\Q$zone\E', which is not in }, "timezone $zone");
}
fresh('config.lua' => 'return { truncate_slug_length = 12 }');
says([qw(revision --rev-id a -m), 'Add a phone number'], 0, "migrations/versions/a_add_a_phone.lua\n", '', 'a shorter slug');
fresh('config.lua' => 'return { file_template = "%(slug)s" }');
says([qw(revision -m One)], 0, "migrations/versions/one.lua\n", '', 'the message alone');
says([qw(revision -m One)], 1, '', qr{^migrations/versions/one\.lua: the file exists already, and a new script would be called so \[E0407\]$}, 'once more');
says([qw(revision -m ?)], 1, '', qr{^migratec: revision: no name for the file comes from file_template '%\(slug\)s': it gives '', with a name in it that is empty \[E0009\]$}, 'a message that gives no name');
is(files(), 'config.lua versions versions/one.lua', 'of which nothing is left');
fresh('config.lua' => 'return { file_template = "%(rev)s" }');
says([qw(revision -m x --rev-id .a)], 1, '', qr{it gives '\.a', with a name in it that begins with a dot, and such files are not read}, 'an id that gives no name');
says([qw(revision -m x --rev-id a/b)], 2, '', qr{^migratec: revision: the id 'a/b' would not make a file name: there is a / in it \[E0009\]$}, 'nor is a / in one');
says([qw(revision -m x --rev-id), 'a%(b)s'], 0, "migrations/versions/a%(b)s.lua\n", '', 'what stands for a name is not filled in');

# a pattern that is wrong is an error of config.lua, at any command
for (
	[ '%(yaer)d_%(slug)s', qr/there is no %\(yaer\)s; did you mean 'year'\?/ ],
	[ '%(author)s', qr/there is no %\(author\)s; there are rev, slug, epoch, year, month, day, hour, minute, second/ ],
	[ '%(year)x', qr/behind %\(year\) stands s, d, or the digits that there are at least, as in \.2d/ ],
	[ '%(year).2s', qr/behind %\(year\) stands/ ],
	[ '%(rev)d', qr/behind %\(rev\) stands s/ ],
	[ '%(rev)', qr/behind %\(rev\) stands s/ ],
	[ '%(rev)s_100%', qr/a % stands before a name in brackets, as in %\(slug\)s/ ],
	[ '%rev_%(slug)s', qr/a % stands before a name in brackets/ ],
	[ '%(rev_%(slug)s', qr/a % stands before a name in brackets/ ],
	[ 'migration', qr/it gives all revisions one name; %\(rev\)s is the id, %\(slug\)s the message/ ],
	[ '', qr/it gives '', with a name in it that is empty/ ],
	[ '/%(rev)s', qr/it gives '\/rev', with a name in it that is empty/ ],
	[ '%(year)d/', qr/with a name in it that is empty/ ],
	[ '../%(rev)s', qr/it gives '\.\.\/rev', with a name in it that begins with a dot, and such files are not read/ ],
	[ 'a/.%(rev)s', qr/begins with a dot/ ],
	[ 'a\n%(rev)s', qr/with a control character in it/ ],
) {
	fresh('config.lua' => "-- a comment\nreturn { file_template = \"$_->[0]\" }");
	says(['heads'], 1, '', qr/^migrations\/config\.lua:2: config: file_template '.*': .*$_->[1].* \[E0206\]$/ms, "file_template $_->[0]");
}

# ---- SQL ----

fresh();
says([qw(revision --sql --rev-id a -m), "Fill \"it\"\nin"], 0, "migrations/versions/a_fill_it_in.lua\nmigrations/versions/a_fill_it_in.sql\n", '', '--sql');
like(slurp("$dir/migrations/versions/a_fill_it_in.lua"), qr/^function upgrade\(\)\n  execute_file "a_fill_it_in\.sql"\nend\n\z/m, 'the script names the file');
like(slurp("$dir/migrations/versions/a_fill_it_in.sql"), qr/^-- Fill "it" \(a\)\n-- /, 'which says what it is for');
says(['compile'], 1, '', qr{^migrations/versions/a_fill_it_in\.lua:9: execute: there is no statement in 'migrations/versions/a_fill_it_in\.sql'; write its SQL there \[E0108\]$}m, 'it must be filled in');
spew("$dir/migrations/versions/a_fill_it_in.sql", slurp("$dir/migrations/versions/a_fill_it_in.sql") . "CREATE TABLE t (a int);\nCREATE INDEX ON t (a);\n");
says(['compile'], 0, '', '', 'and then is');
says([qw(revision --sql --autogenerate -m x)], 2, '', qr/^migratec: revision: --autogenerate fills the revision in, and --sql leaves that to you: say one of them \[E0009\]$/, 'both');
spew("$dir/migrations/versions/b_x.sql", 'SELECT 1');
says([qw(revision --sql -m x --rev-id b)], 1, '', qr{^migrations/versions/b_x\.sql: the file exists already}, 'a file that is there');
is(slurp("$dir/migrations/versions/b_x.sql"), 'SELECT 1', 'stays as it is');

# ---- the template ----

my $template = <<'END';
-- A licence
local t = require "lib.t"

revision {
  id = %(id)s, message = %(message)s, created = %(created)s,
  parent = %(parent)s,
  depends_on = %(depends_on)s, -- left out with its line
  labels = %(labels)s,
}

function upgrade()
  local like = "100%d %(1)s %% %"
%(upgrade)s
end

-- function downgrade() end
END
fresh('script.lua.template' => $template, 'lib/t.lua' => 'return {}');
says([qw(revision --rev-id a -m One)], 0, "migrations/versions/a_one.lua\n", '', 'a template');
is(slurp("$dir/migrations/versions/a_one.lua") =~ s/20\d\d-\S+Z/NOW/r, <<'END', 'is filled in, without the lines that have nothing to say');
-- A licence
local t = require "lib.t"

revision {
  id = "a", message = "One", created = "NOW",
  parent = nil,
}

function upgrade()
  local like = "100%d %(1)s %% %"
end

-- function downgrade() end
END
says([qw(revision --rev-id b -m Two --depends-on a --head base --branch-label l --branch-label k --sql)], 0, qr/b_two\.sql\n\z/, '', 'all that there is to say');
like(slurp("$dir/migrations/versions/b_two.lua"), qr/^  depends_on = "a", -- left out with its line\n  labels = \{ "l", "k" \},\n\}\n\nfunction upgrade\(\)\n.*\n  execute_file "b_two\.sql"\nend\n/m, 'is there');

# the default is what it says, and so is that of the documentation
my ($documented) = slurp('docs/language.md') =~ /script\.lua\.template`[^\n]*\n\n((?: {4}[^\n]*\n|\n)+)/;
$documented =~ s/^    //mg;
for my $own ('', $documented =~ s/\n+\z/\n/r) {
	fresh($own ? ('script.lua.template' => $own) : (), script('o', 'nil'), script('p', 'nil'));
	says([qw(merge o p --rev-id a), '-m', "One \"two\"\n\\three\t"], 0, qr/a_one_two_three\.lua/, '', 'a merge');
	is(slurp("$dir/migrations/versions/a_one_two_three.lua") =~ s/20\d\d-\S+Z/NOW/r, <<'END', $own ? 'the template of the documentation is the default' : 'the default');
revision {
  id = "a",
  parent = { "o", "p" },
  message = "One \"two\"\n\\three\009",
  created = "NOW",
}

function upgrade()
end
END
}

# what it lacks, or spoils
for (
	[ $template =~ s/%\(upgrade\)s\n//r, qr/^migrations\/script\.lua\.template: there is no %\(upgrade\)s in it, and scripts would lack what it stands for \[E0008\]$/, 'no upgrade' ],
	[ $template =~ s/  labels.*\n//r, qr/there is no %\(labels\)s in it/, 'no labels' ],
	[ $template . '-- %(autor)s', qr/^migrations\/script\.lua\.template: there is no %\(autor\)s; there are id, parent, depends_on, labels, message, created, upgrade \[E0008\]$/, 'a name that is none' ],
	[ $template . '-- %(massage)s', qr/there is no %\(massage\)s; did you mean 'message'\? \[E0008\]$/, 'a misspelt one' ],
	[ $template . '-- %(message)d', qr/behind %\(message\) stands s \[E0008\]$/, 'a format that is none' ],
	[ $template =~ s/id = /id = "x" .. /r, qr/^migrations\/script\.lua\.template: the script that it makes does not have the id of the new revision: write id = %\(id\)s in its revision \{ \} \[E0008\]\nmigratec: note: revision: nothing was written$/, 'another id' ],
	[ $template =~ s/id = /author = "me", id = /r, qr/a_x\.lua:4: revision: unknown key 'author'.*nothing was written/s, 'another key' ],
	[ $template =~ s/  parent = /  parent = "q" or /r, qr/the script that it makes does not have the parent of the new revision/, 'another parent' ],
	[ $template =~ s/function/funktion/r, qr/^migrations\/versions\/n\/a_x\.lua:9: .*^migratec: note: revision: nothing was written; that script was made of migrations\/script\.lua\.template$/ms, 'no Lua' ],
	[ $template =~ s/upgrade\(\)/up()/r, qr/a_x\.lua: no function upgrade.*nothing was written/s, 'no upgrade()' ],
	[ $template =~ s/local like/nothing() local like/r, qr/a_x\.lua:10: unknown name 'nothing'.*nothing was written/s, 'what does not run' ],
	[ $template =~ s/lib\.t/lib.u/r, qr/a_x\.lua:2: require: module 'lib\.u' cannot be read.*nothing was written/s, 'no module' ],
	[ "\xff$template", qr/nothing was written/, 'not UTF-8' ],
	[ '', qr/there is no %\(id\)s in it/, 'empty' ],
) {
	my ($text, $message, $name) = @$_;

	fresh('script.lua.template' => $text, 'lib/t.lua' => 'return {}');
	says([qw(revision --rev-id a -m x --sql --path migrations/versions/n)], 1, '', $message, "a template: $name");
	is(files(), 'lib lib/t.lua script.lua.template', 'and nothing is left');
}
for my $key (qw(depends_on labels)) {
	fresh('script.lua.template' => $template =~ s/  $key = /  -- $key /r, 'lib/t.lua' => 'return {}', script('o', 'nil'));
	my $before = files();
	says([qw(revision --rev-id a -m x --head base --depends-on o --branch-label l)], 1, '',
		qr/^migrations\/script\.lua\.template: the script that it makes does not have the $key of the new revision: write $key = %\($key\)s in/, "a template: $key in a comment");
	is(files(), $before, 'and nothing is left');
}
fresh('script.lua.template/x' => '');
says([qw(revision -m x)], 1, '', qr/^migrations\/script\.lua\.template: cannot be read: /, 'a folder for a template');

# --autogenerate through it
fresh('script.lua.template' => $template, 'lib/t.lua' => 'return {}', 'models/t.lua' => 'table "t" { column("a", "integer") }');
says([qw(revision --autogenerate --rev-id a -m x)], 0, "migrations/versions/a_x.lua\n", '', '--autogenerate');
says(['check'], 0, qr//, '', 'leads to the models');
fresh('script.lua.template' => $template =~ s/  local.*/  create_schema("s")/r, 'lib/t.lua' => 'return {}', 'models/t.lua' => 'table "t" { column("a", "integer") }');
says([qw(revision --autogenerate --rev-id a -m x)], 1, '', qr/does not lead to the models, which may be what migrations\/script\.lua\.template makes of it; .* nothing was written \[E0008\]$/, 'a template that makes more');
is(files(), 'lib lib/t.lua models models/t.lua script.lua.template', 'leaves nothing');

# ---- hooks ----

sub hooks {
	my (@hooks) = @_;

	fresh('config.lua' => "return { file_template = \"%(slug)s\", post_write_hooks = { " . join(', ', map { "[[$_]]" } @hooks) . " } }");
}

hooks('echo one >> log; echo "-- one" >>', q(sed -i 's/one/two/' {}), 'grep -q two "{}" && echo yes >> log', q(printf '%s\n' "$@" >> log), q($EDITOR '{}'));
says({ opt => { env => { EDITOR => 'wc -l' } }, words => [qw(revision --rev-id a -m), 'One two', '--path', "migrations/versions/a b'\"\$(x)*", '--sql'] }, 0,
	qr/^\d+ migrations\/versions\/a b'"\$\(x\)\*\/one_two\.lua\nmigrations\/versions\/a b'"\$\(x\)\*\/one_two\.lua\nmigrations.*\.sql\n\z/, '', 'hooks');
is(slurp("$dir/log"), "one\nyes\nmigrations/versions/a b'\"\$(x)*/one_two.lua\nmigrations/versions/a b'\"\$(x)*/one_two.sql\n", 'ran in order, where migratec stands');
hooks('cat >> log');
says({ opt => { stdin => 'typed' }, words => [qw(revision -m x)] }, 0, qr/x\.lua/, '', 'a hook');
is(slurp("$dir/log"), slurp("$dir/migrations/versions/x.lua"), 'has the path as its last word');
hooks('cat - {} > log');
says({ opt => { stdin => "typed\n" }, words => [qw(revision -m x)] }, 0, qr/x\.lua/, '', 'a hook');
like(slurp("$dir/log"), qr/^typed\nrevision \{/, 'reads what is typed');
hooks('echo >> log');
run(migratec(), '-C', $dir, qw(revision -m One --rev-id), $_, '--head', 'base', '--path', "migrations/versions/$_") for qw(a b);
says([qw(merge heads)], 0, qr/merge_a_and_b\.lua/, '', 'a merge');
is(() = slurp("$dir/log") =~ /\n/g, 3, 'has them, too');
unlink "$dir/log";
spew("$dir/migrations/models/README", '');
says([qw(revision --autogenerate -m x)], 0, qr/no differences/, '', 'what is not written');
ok(!-e "$dir/log", 'has none');

# they fail
for (
	[ 'false', qr/^migratec: revision: 'false' \(post_write_hooks\) ended with exit status 1; nothing was written \[E0010\]$/ ],
	[ 'kill -9 $$', qr/^migratec: revision: 'kill -9 \$\$' \(post_write_hooks\) was ended by signal 9 \(Killed\); nothing was written \[E0010\]$/ ],
	[ './no-such-program', qr/no-such-program: not found\nmigratec: revision: '.\/no-such-program' \(post_write_hooks\) ended with exit status 127; nothing was written \[E0010\]$/ ],
	[ 'exit 3; :', qr/ended with exit status 3/ ],
	[ 'kill -INT $$; :', qr/was ended by signal 2 \(Interrupt\)/ ],
) {
	hooks('echo >> log', $_->[0], 'echo never >> log');
	says([qw(revision -m x --sql --path migrations/versions/a/b)], 1, '', $_->[1], "hook $_->[0]");
	is(files(), 'config.lua', 'nothing is left');
	is(slurp("$dir/log"), "migrations/versions/a/b/x.lua\n", 'those before it ran, and none behind it');
}
fresh('config.lua' => 'return { post_write_hooks = "exit 1; :" }', script('a', 'nil'), script('b', 'nil'));
$before = files();
says([qw(merge heads --path migrations/versions/m)], 1, '', qr/^migratec: merge: 'exit 1; :' \(post_write_hooks\) ended with/, 'a merge whose hook fails');
is(files(), $before, 'leaves nothing');

# what is typed to stop a hook stops it, and migratec takes its script away
hooks('touch started; exec sleep 60; :');
my $pid = fork // die;
if (!$pid) {
	setpgrp;
	$SIG{INT} = 'DEFAULT';
	open STDERR, '>', "$dir/err" or die;
	exec migratec(), '-C', $dir, qw(revision -m x --path migrations/versions/a);
}
select undef, undef, undef, 0.01 until -e "$dir/started" || waitpid $pid, 1;
kill INT => -$pid;
waitpid $pid, 0;
is($? >> 8, 1, 'a hook that is stopped');
like(slurp("$dir/err"), qr/was ended by signal 2 \(Interrupt\); nothing was written/, 'is one that failed');
is(files(), 'config.lua', 'and leaves nothing');

# what they leave behind
for (
	[ q(sed -i 's/"a"/"b"/'), qr/^migrations\/versions\/x\.lua:1: revision: the id was 'a', and is 'b' after post_write_hooks \[E0010\]\n(?s:.*)^migrations\/versions\/x\.lua: note: the file stays$/m ],
	[ q(sed -i s/function/funktion/), qr/^migrations\/versions\/x\.lua:8: .*^migrations\/versions\/x\.lua: note: that is how post_write_hooks left it\nmigrations\/versions\/x\.lua: note: the file stays$/ms ],
	[ 'rm', qr/^migrations\/versions\/x\.lua: cannot be read: No such file or directory \[E0008\]\n.*left it/ ],
) {
	hooks($_->[0]);
	says([qw(revision -m x --rev-id a)], 1, '', $_->[1], "hook $_->[0]");
	is(-e "$dir/migrations/versions/x.lua", $_->[0] eq 'rm' ? undef : 1, 'what somebody may have typed stays');
}

# ---- edit ----

fresh(script('a1', 'nil'), script('b1', '"a1"'), script('b2', '"b1"'));
spew("$dir/migrations/versions/deep/it's \$(x).lua", qq(revision { id = "c1", parent = "b2", message = "C", labels = "late" }\nfunction upgrade()\nend\n));
my %env = (VISUAL => 'echo visual', EDITOR => 'echo editor');

sub edits {
	my ($words, $env, @rest) = @_;

	says({ opt => { env => $env }, words => [ 'edit', @$words ] }, @rest);
}

edits(['a'], \%env, 0, "visual migrations/versions/a1.lua\n", '', 'the beginning of an id, in $VISUAL');
edits(['late'], { %env, VISUAL => '' }, 0, "editor migrations/versions/deep/it's \$(x).lua\n", '', 'a label, in $EDITOR; an odd name is one word');
edits(['head'], \%env, 0, "visual migrations/versions/deep/it's \$(x).lua\n", '', 'the head');
edits(['head-1'], \%env, 0, "visual migrations/versions/b2.lua\n", '', 'the one before it');
edits(['current'], \%env, 1, '', qr/^migratec: edit: 'current' is where the database is, which is not looked at here; name the revision \[E0009\]$/, 'current');
edits(['b'], \%env, 1, '', qr/^migratec: edit: revision 'b' is not clear, 2 begin with it:\n  b1  The b1\n  b2  The b2 \[E0009\]$/, 'several');
edits(['heads'], \%env, 0, qr/deep/, '', 'heads, where there is one');
edits(['base'], \%env, 1, '', qr/^migratec: edit: 'base' is before the first revision, and one revision is meant here/, 'base');
edits(['nope'], \%env, 1, '', qr/^migratec: edit: no revision 'nope'; `history` lists them \[E0009\]$/, 'one that is none');
edits([], \%env, 2, '', qr/^migratec: edit: takes REVISION/, 'none');
edits(['a1'], { VISUAL => 'exit 3; :' }, 1, '', qr/^migratec: edit: 'exit 3; :' ended with exit status 3 \[E0010\]$/, 'an editor that fails');
edits(['a1'], { VISUAL => './nowhere' }, 1, '', qr/not found\nmigratec: edit: '\.\/nowhere' ended with exit status 127 \[E0010\]$/, 'one that is not there');
my $bin = tempdir();
edits(['a1'], { VISUAL => undef, EDITOR => undef, PATH => $bin }, 1, '', qr/^migratec: edit: there is no editor for migrations\/versions\/a1\.lua: set VISUAL or EDITOR \[E0010\]$/, 'no editor');
for my $name (qw(vi vim nano editor sensible-editor)) {
	spew("$bin/$name", "#!/bin/sh\necho $name \"\$\@\"\n");
	chmod 0755, "$bin/$name";
	edits(['a1'], { VISUAL => undef, EDITOR => undef, PATH => "/nowhere:$bin" }, 0, "$name migrations/versions/a1.lua\n", '', "$name comes before");
}

# what is broken is why somebody edits
spew("$dir/migrations/versions/b2.lua", qq(revision { id = "b2", parent = "b1", message = "B2" }\nfunction upgrade()\n\tdrop_table "nothing"\nend\n));
edits(['head'], \%env, 0, qr/deep/, '', 'where an operation is wrong');
spew("$dir/migrations/versions/b2.lua", qq(revision { id = "b2", parent = "nope", message = "B2" }\nfunction upgrade()\nend\n));
edits(['b2'], \%env, 0, "visual migrations/versions/b2.lua\n", '', 'where a parent is not there');
edits(['head'], \%env, 1, '', qr/^migrations\/versions\/b2\.lua:1: revision: no revision 'nope'.*^migratec: edit: no revision 'head'; while scripts have these errors, one is named by its id alone \[E0009\]$/ms, 'then there is no head');
spew("$dir/migrations/versions/b2.lua", qq(revision { id = "b2", parent = "c1", message = "B2" }\nfunction upgrade()\nend\n));
edits(['b2'], \%env, 0, "visual migrations/versions/b2.lua\n", '', 'a cycle');
spew("$dir/migrations/versions/b2.lua", "revision {");
edits(['b2'], \%env, 0, "visual migrations/versions/b2.lua\n", '', 'a script that cannot be read, by its name');
edits(['b'], \%env, 1, '', qr/^migratec: edit: 'b' is not clear, 2 revisions are called so \[E0009\]$/m, 'several of these');
edits(['c1'], \%env, 0, qr/deep/, '', 'another by its id');
edits(['deep'], \%env, 1, '', qr/no revision 'deep'/, 'a folder is no name');
fresh(script('a1', 'nil'), 'versions/a2.lua' => 'revision {');
edits(['head'], \%env, 1, '', qr/^migrations\/versions\/a2\.lua:1: .*no revision 'head'; while scripts have these errors/s, 'the head may be what cannot be read');
fresh();
edits(['head'], \%env, 1, '', qr/^migratec: edit: there are no revisions yet \[E0009\]$/, 'a project without revisions');

done_testing;
