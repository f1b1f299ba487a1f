# How errors are told: the line of the file with a caret, the line of what they name, one line a message, JSON; and what
# `migratec explain` says of each code is so.
use strict;
use warnings;
use lib 'tests/lib';

use Cluster qw(migratec run spew tempdir);
use JSON::PP;
use Test::More;

$Cluster::fresh = 1;    # the process itself is tested

sub project {
	my %files = @_;
	my $folder = tempdir();

	spew("$folder/migrations/$_", $files{$_}) for keys %files;
	return $folder;
}

sub compile {
	my ($folder, @options) = @_;
	return run(migratec(), '-C', $folder, 'compile', @options);
}

sub revision { return "revision { id = \"a1\", message = \"x\" }\nfunction upgrade()\n$_[0]\nend\n" }

# ---- with the lines of the files ----

my $lua = <<'END';
	create_table("users", { column("id", "bigint") })
	local name = "ä"; add_column("user", column("email", "text"))
	create_table("users", { column("id", "bigint") })
	execute [[
CREATE VIEW v AS
	SELECT emali FROM users]]
	execute_file "views.sql"
END
my $folder = project('versions/a1.lua' => revision($lua), 'versions/views.sql' => "SELECT 1;\nSELECT nme FROM users;\n");
my ($exit, $out, $err) = compile($folder);
is($exit, 1, 'errors');
is($out, '', 'nothing on standard output');
is($err, <<"END", 'errors with their lines');
migrations/versions/a1.lua:4: add_column: no table named 'user'; did you mean 'users'? [E0401]
    4 | \tlocal name = "ä"; add_column("user", column("email", "text"))
      | \t                              ^~~~
migrations/versions/a1.lua:5: create_table: table 'users' exists already, made at migrations/versions/a1.lua:3 [E0407]
    5 | \tcreate_table("users", { column("id", "bigint") })
      | \t              ^~~~~
migrations/versions/a1.lua:3: note: made here
    3 | \tcreate_table("users", { column("id", "bigint") })
      | \t              ^~~~~
migrations/versions/a1.lua:8: create_view: no column named 'emali' in users [E0402]
    8 | \tSELECT emali FROM users]]
      | \t       ^~~~~
migrations/versions/views.sql:2: execute: no column named 'nme' in users [E0402]
    2 | SELECT nme FROM users;
      |        ^~~
END

my $long = 'x' x 300;
$folder = project('versions/a1.lua' => revision("create_schema(\"$long\") create_shema(\"a\") --[[$long]]"));
(undef, undef, $err) = compile($folder);
ok(!(grep { length > 130 } grep { /^ .*\| / } split /\n/, $err), 'a long line is cut') or diag $err;
like($err, qr/^    3 \| .*create_shema.*\n      \| .*\^~{11}$/m, 'round the place');

(undef, undef, $err) = compile(project('versions/a1.lua' => revision('execute "SELECT 1 FROM order"')));
like($err, qr/^    3 \| execute "SELECT 1 FROM order"\n      \| {24}\^~{4}$/m, 'the caret stands where SQL is wrong');

(undef, undef, $err) = compile(project('versions/a1.lua' => revision(<<'END')));
execute [[
CREATE FUNCTION f(a text DEFAULT 'b'::text) RETURNS text LANGUAGE sql AS 'SELECT :b';
CREATE FUNCTION g() RETURNS text LANGUAGE sql AS $$
	SELECT 'b'::text WHERE a :b
$$;
]]
END
like($err, qr/^    4 \| CREATE .* AS 'SELECT :b';\n      \| {82}\^$/m, 'in a body too, where it is near to what stands before it');
like($err, qr/^    6 \| \tSELECT .* :b\n      \| \t {25}\^$/m, 'and on a line of it');

# ---- one line a message, JSON ----

$folder = project('versions/a1.lua' => revision($lua), 'versions/views.sql' => 'SELECT nme FROM users');
($exit, $out, $err) = compile($folder, '--one-line');
is(scalar(my @lines = split /\n/, $err), 4, 'one line a message') or diag $err;
like($_, qr/^migrations\/versions\/\w+\.\w+:\d+: .* \[E\d{4}\]$/, 'which editors can read') for @lines;

($exit, $out, $err) = compile($folder, '--json');
is($err, '', 'JSON leaves standard error empty');
my @messages = map { decode_json($_) } split /\n/, $out;
is(scalar @messages, 4, 'an object a message');
is_deeply(
	$messages[1],
	{
		kind => 'error',
		code => 'E0407',
		file => 'migrations/versions/a1.lua',
		line => 5,
		column => 16,
		end_column => 21,
		message => "create_table: table 'users' exists already, made at migrations/versions/a1.lua:3",
		related => [ { file => 'migrations/versions/a1.lua', line => 3, message => 'made here' } ],
	},
	'with all that the others say'
) or diag explain $messages[1];
is($messages[0]{column}, 32, 'columns are characters');

$folder = project('versions/a1.lua' => revision('execute("TRUNCATE a", { raw = true })'));
($exit, $out) = compile($folder, '--json');
is($exit, 0, 'notes are no errors');
is(decode_json($_)->{kind}, 'note', 'and say so') for split /\n/, $out;
isnt($out, '', 'there is one');

# what is no UTF-8, what takes too long for anything else to be looked at
($exit, $out) = compile(project('versions/a1.lua' => revision('error("x\253y")')), '--json');
is(eval { decode_json($out)->{message} }, "x\x{fffd}y", 'JSON is UTF-8');
($exit, $out, $err) = compile(project('versions/a1.lua' => revision('("a"):rep(30000):find((".-"):rep(20) .. "b")')), '--json');
is(eval { decode_json($out)->{code} } . $err, 'E0003', 'a pattern without end is an object too');

(undef, undef, $err) = compile(project('versions/a1.lua' => revision("execute [[\nSELECT 1;\nSELECT '\nFROM t\n]]")), '--one-line');
is($err, qq(migrations/versions/a1.lua:5: execute: unterminated quoted string at or near "'\xe2\x80\xa6" [E0301]\n), 'of all the rest the first line');

(undef, undef, $err) = compile(project('versions/a1.lua' => qq(revision { id = "a1", parent = "a2", message = "x" } function upgrade() end)), '--one-line');
unlike($err, qr/did you mean/, 'a revision is not meant to be its own parent');
(undef, undef, $err) = compile(project('versions/a1.lua' => revision(q(create_table("t", { column("a", '"int"') })))), '--one-line');
like($err, qr/no type named 'int'; PostgreSQL's own is written without the quotes/, 'a type in quotes');

(undef, undef, $err) = compile(project('versions/a1.lua' => revision('create_table("t", { column("a", "datetime"), column("b", "String(20)") })')), '--one-line');
like($err, qr/no type named 'datetime'; in PostgreSQL it is timestamptz, or timestamp for one without a time zone \[/, 'a type of another database');

# ---- explain ----

($exit, $out) = run(migratec(), 'explain');
my @codes = $out =~ /^(E\d{4})  \S/mg;
cmp_ok(scalar @codes, '>', 50, 'explain lists the codes');
is("@codes", join(' ', sort @codes), 'in their order');

# the files of an example: a body of upgrade(), or files that comments name
sub example {
	my ($text) = @_;
	my (%files, $file);

	$text =~ s/^    //mg;
	return project('versions/a1.lua' => revision($text)) if $text !~ /^-- migrations\//;
	for (split /^/, $text) {
		if (m{^-- migrations/(\S+)}) {
			$file = $1;
			$files{$file} = '';
		} else {
			$files{$file} .= $_;
		}
	}
	$files{'versions/z1.lua'} = "revision { id = \"z1\", message = \"x\" }\nfunction upgrade()\nend\n" if !grep { m{^versions/} } keys %files;
	return project(%files);
}

for my $code (@codes) {
	($exit, $out) = run(migratec(), 'explain', lc $code);
	is($exit, 0, "explain $code");
	my ($wrong) = $out =~ /^Wrong:\n\n((?: {4}.*\n)+)/m;
	my ($right) = $out =~ /^Right:\n\n((?: {4}.*\n)+)/m;
	if ($wrong) {
		($exit, undef, $err) = compile(example($wrong), '--one-line');
		is($exit, 1, "$code: the example is wrong");
		like($err, qr/ \[$code\]$/m, "$code: for that reason");
	}
	if ($right) {
		($exit, undef, $err) = compile(example($right), '--quiet');
		is("$exit$err", '0', "$code: its mend is right");
	}
}
($exit, undef, $err) = run(migratec(), 'explain', 'E9999');
is($exit, 2, 'a code that is none');
like($err, qr/no error has the code 'E9999'/, 'is said to be none');
done_testing;
