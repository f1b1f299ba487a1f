# Every operation and option of docs/language.md is used by a golden folder that compiles, and so goes up, down and up on a server.
#
# An option is used where a script says it: a boolean where it says true (and false, where leaving it out is neither), a choice where
# each of its strings is said, and what may be null where null is.
use strict;
use warnings;
use lib 'tests/lib';

use Cluster qw(run slurp);
use Test::More;

# ---- the reference ----

my (%fields, @sections);    # the fields of a section: hashes with key, argument, item (its section), is_list and values

# the values that must be said, or none: then any will do
sub values_of {
	my ($takes, $left_out) = @_;
	my @values;

	@values = map { qq("$_") } $takes =~ /`"([^"]+)"`/g if $takes =~ /^one of /;
	@values = $left_out eq 'false' ? 'true' : qw(true false) if $takes =~ /^boolean/;
	push @values, $1 if $takes =~ /, or `("none"|null|true)`$/;
	return \@values;
}

sub read_reference {
	my ($exit, $out) = run(migratec(), 'language');

	for (split /\n/, $out) {
		push @sections, $1 if /^### (\w+)$/;
		my (undef, $key, $argument, $takes, $left_out) = split / *(?<!\\)\| */;
		next unless defined $takes && $key =~ s/^`(\w+)`$/$1/;
		my ($item) = $takes =~ /\(#(\w+)\)/;
		push @{ $fields{ $sections[-1] } }, {
			key => $key,
			argument => $argument || 0,
			item => $item // '',
			is_list => $takes =~ /^list of/ ? 1 : 0,
			values => values_of($takes, $left_out),
		};
	}
}

# ---- the scripts: a section name is what a call, or a table, is read as; '' is none ----

my (%said, @tokens);    # "section", "section key", "section key value"; what is still to read

sub tokens {
	my ($text) = @_;
	my ($long, @all) = qr/\[(=*)\[.*?\]\g{-1}\]/s;

	push @all, $1 while $text =~ /(--$long|--[^\n]*|$long|"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|[\w.]+|\S)/g;
	return grep { !/^--/ } @all;
}

sub field {
	my ($section, $key) = @_;

	return (grep { $_->{key} eq $key } @{ $fields{$section} // [] })[0];
}

# the fields that are that argument: several, where they are told apart by what stands there
sub at {
	my ($section, $argument) = @_;

	return grep { $_->{argument} == $argument } @{ $fields{$section} // [] };
}

sub say_field {
	my ($section, $field, $value) = @_;

	$said{"$section $field->{key}"} = $said{"$section $field->{key} $value"} = 1;
	# identity = "always" is identity = { "always" }
	say_field($field->{item}, at($field->{item}, 1), $value) if at($field->{item}, 1) && $value =~ /^"/;
}

# what stands without a key, as that argument: a call or a table is an item, if it can be
sub say_argument {
	my ($section, $argument) = @_;
	my @fields = at($section, $argument);
	my $name = $tokens[0];

	@fields = grep { $_->{key} eq $name || $_->{item} eq $name } @fields if @fields > 1;
	say_field($section, $_, $name) for @fields;
	return @fields ? $fields[0]{item} : '';
}

sub read_table {
	my ($section, $argument) = @_;
	my $n = 0;

	# index { "a", "b" }: a list takes all that has no key
	$argument ||= 1 if grep { $_->{is_list} } at($section, 1);
	shift @tokens;
	while (@tokens && $tokens[0] ne '}') {
		if ($tokens[1] eq '=' && $tokens[2] ne '=') {
			my ($key) = splice @tokens, 0, 2;
			my $field = field($section, $key);
			say_field($section, $field, $tokens[0]) if $field;
			read_value($field ? $field->{item} : '', 0);
		} else {
			read_value(say_argument($section, $argument || ++$n), 0);
		}
		shift @tokens if ($tokens[0] // '') =~ /^[,;]$/;
	}
	shift @tokens;
}

sub read_arguments {
	my ($section) = @_;
	my $n = 0;

	shift @tokens;
	while (@tokens && $tokens[0] ne ')') {
		$n++;
		if ($tokens[0] eq '{') {
			say_argument($section, $n) if $tokens[2] ne '=' && at($section, $n) == 1;
			read_value($section, $n);
		} else {
			read_value(say_argument($section, $n), 0);
		}
		shift @tokens if ($tokens[0] // '') eq ',';
	}
	shift @tokens;
}

# an expression, as far as the comma or the bracket that ends it
sub read_value {
	my ($section, $argument) = @_;

	while (@tokens && $tokens[0] !~ /^[,;})]$/) {
		my $name = $tokens[0];
		if ($name eq '{') {
			read_table($section, $argument);
		} elsif ($name eq '(') {
			read_arguments('');
		} elsif ($fields{$name} && ($tokens[1] // '') =~ /^[({"'\[]/) {
			shift @tokens;
			$said{$name} = 1;
			if ($tokens[0] eq '(') {
				read_arguments($name);
			} elsif ($tokens[0] eq '{') {
				read_table($name, 0);
			} else {
				say_argument($name, 1);
			}
		} else {
			shift @tokens;
		}
	}
}

read_reference();
for my $sql (glob 'tests/golden/*/up.sql') {
	for my $script (glob $sql =~ s{up\.sql$}{migrations/{versions,lib}/*.lua}r) {
		@tokens = tokens(slurp($script));
		while (@tokens) {
			read_value('', 0);
			shift @tokens;
		}
	}
}

for my $section (@sections) {
	subtest $section => sub {
		my %is_item = map { $_->{item} => 1 } map { @$_ } values %fields;

		ok($said{$section}, 'is called') unless $is_item{$section};
		for my $f (@{ $fields{$section} // [] }) {
			my @values = @{ $f->{values} };
			ok($said{"$section $f->{key}"}, $f->{key}) unless @values;
			ok($said{"$section $f->{key} $_"}, "$f->{key} = $_") for @values;
		}
		ok($fields{$section}, 'can be said in Lua');
	};
}
done_testing;
