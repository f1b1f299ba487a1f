# migratec rebase: one place of one script changes, or nothing does.
use strict;
use warnings;
use lib 'tests/lib';

use Cluster qw(run slurp spew tempdir);
use Test::More;

my $dir = tempdir();

sub script {
	my ($id, $head, $body) = @_;

	spew("$dir/migrations/versions/$id.lua", "$head\nfunction upgrade()\n\t$body\nend\n");
}

sub rebase {
	return run(migratec(), '-C', $dir, 'rebase', @_);
}

sub parents {
	my ($id) = @_;

	return (run(migratec(), '-C', $dir, 'show', $id))[1] =~ /^parents?\s+(.*)$/m ? $1 : '';
}

script('a', 'revision { id = "a", message = "A", parent = nil }', 'create_table("t", { column("id", "bigint", { primary_key = true }) })');
script('b', 'revision { id = "b", parent = "a", message = "B" }', 'add_column("t", column("b", "text"))');
script('m', 'revision { id = "m", parent = { "a2", "b" }, message = "M" }', '');
script('a2', 'revision { id = "a2", parent = "a", message = "A2" }', 'add_column("t", column("a2", "text"))');

# ways to write it
my %heads = (
	plain => 'revision { id = "x", parent = "a", message = "X" }',
	single => q(revision { id = 'x', message = 'a "parent" = "q"', parent='a' }),
	comments => qq(-- revision { parent = "z" }\n--[[ revision { parent = "z" } ]]\nrevision --[==[ ]] ]==] {\n\tid = "x", -- parent = "z"\n\tparent --x\n\t= --[[y]] "a" -- the first\n\t, message = [[X parent = "z"]],\n}),
	last => qq(revision {\n\tid = "x",\n\tmessage = "X",\n\tparent = "a"\n}),
	list => 'revision { id = "x", message = "X", parent = { "a" }, labels = { "parent" } }',
	none => 'revision { id = "x", message = "X", parent = nil }',
	quotes => q(revision { id = "x", message = "it's \\" parent = \\"", parent = [==[a]==]; }),
);
for my $way (sort keys %heads) {
	my $with = $way eq 'none' ? 'create_table("x", { column("id", "bigint") })' : 'add_column("t", column("x", "text"))';

	script('x', $heads{$way}, $with);
	my $before = slurp("$dir/migrations/versions/x.lua");
	chmod 0640, "$dir/migrations/versions/x.lua";
	my ($exit, $out, $err) = rebase('x', '--onto', 'b');
	is("$exit$out$err", "0migrations/versions/x.lua\n", "$way: is rewritten");
	is((stat "$dir/migrations/versions/x.lua")[2] & 07777, 0640, "$way: for those who could read it");
	is(parents('x'), 'b', "$way: and has the parent");
	my $after = slurp("$dir/migrations/versions/x.lua");
	my $one = $way eq 'none' ? 'nil' : $way eq 'list' ? '{ "a" }' : $way eq 'single' ? q('a') : $way eq 'quotes' ? '[==[a]==]' : '"a"';
	my $at = rindex $before, $one;
	is($after, substr($before, 0, $at) . '"b"' . substr($before, $at + length $one), "$way: and nothing else is changed");
}

# what is refused, and leaves the script as it was
script('x', 'revision { id = "x", parent = "b", message = "X" }', 'create_index("t", { "b" })');
for (
	[ [ 'x', '--onto', 'a' ], qr/x\.lua:3: create_index: no column named 'b' in table 't'.*^migratec: note: migrations\/versions\/x\.lua is as it was/ms ],
	[ [ 'x', '--onto', 'x' ], qr/'x' cannot be its own parent/ ],
	[ [ 'b', '--onto', 'm' ], qr/'m' is built upon 'b'/ ],
	[ [ 'x', '--onto', 'heads' ], qr/'heads' is 2 revisions; name the one that is to be the parent/ ],
	[ [ 'x', '--onto', 'nowhere' ], qr/no revision 'nowhere'/ ],
	[ [ 'nowhere', '--onto', 'a' ], qr/no revision 'nowhere'/ ],
	[ ['x'], qr/rebase: takes --onto REV/ ],
) {
	my ($arguments, $message) = @$_;
	my %before = map { $_ => slurp($_) } glob "$dir/migrations/versions/*";
	my ($exit, $out, $err) = rebase(@$arguments);

	isnt($exit, 0, "rebase @$arguments is refused");
	like($err, $message, 'and says why');
	is_deeply({ map { $_ => slurp($_) } glob "$dir/migrations/versions/*" }, \%before, 'and changes nothing');
}
for (
	[ 'local p = "b"; revision { id = "x", parent = p, message = "X" }', 0, '' ],
	[ 'revision { id = "x", message = "X" }', 1, qr/x\.lua says no parent in its revision \{ \}; write `parent = nil` there first/ ],
	[ 'local r = { id = "x", message = "X", parent = "b" }; revision(r)', 1, qr/x\.lua says no parent/ ],
) {
	my ($head, $code, $message) = @$_;

	script('x', $head, 'add_column("t", column("x", "text"))');
	my $before = slurp("$dir/migrations/versions/x.lua");
	my ($exit, $out, $err) = rebase('x', '--onto', 'a2');
	is($exit, $code, "of $head") or diag $err;
	like($err, $message, 'says why') if $code;
	is(slurp("$dir/migrations/versions/x.lua"), $before, 'changes nothing') if $code;
}

# a merge becomes a line, and a root
is((rebase('b', '--onto', 'a2'))[0], 0, 'a branch onto the other');
is((rebase('m', '--onto', 'b'))[0], 0, 'and the merge behind it');
is(parents('m'), 'b', 'has one parent');
script('r', 'revision { id = "r", parent = "a", message = "R" }', 'create_table("r", { column("id", "bigint") })');
is((rebase('r', '--onto', 'base'))[0], 0, 'onto base');
is(parents('r'), '<base>', 'is a root');
done_testing;
