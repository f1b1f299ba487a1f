# Schemas that chance has written, and changed.
#
# A schema is a list of objects: { id, kind, name, schema, on, … }, where `on` is the id of the table that it is a part of. What else it
# has is its fields, which %kinds lists: each is made by chance, and made anew to change it. Many of them make no sense; the
# server says which (see keep in run), and without those it is a schema that PostgreSQL takes.
package Schema;

use strict;
use warnings;

use parent 'Exporter';

our @EXPORT_OK = qw(all changed chance empty grown ident maybe named number object one parts remove some);

# ---- chance ----

sub one { return $_[ rand @_ ] }
sub chance { return rand() < $_[0] }
sub maybe { return chance(shift) ? one(@_) : undef }
# what is only there with WIDE=1: see %wide
sub wide { return $ENV{WIDE} && chance(shift) }
sub number { return 1 + int rand 99 }

# some of them, in another order
sub some {
	my ($n, @from) = @_;
	my @some;

	push @some, splice @from, rand @from, 1 while @from && @some < $n;
	return @some;
}

# ---- names ----

# a name as SQL
sub ident {
	my ($name) = @_;

	return $name if $name =~ /^[a-z_][a-z0-9_]*$/ && $name !~ /^(?:order|user|table|select|group|check)$/;
	return '"' . $name =~ s/"/""/gr . '"';
}

# an object's name as SQL
sub named {
	my ($o) = @_;

	return (!defined $o->{schema} || $o->{schema} eq 'public' ? '' : ident($o->{schema}) . '.') . ident($o->{name});
}

sub new_name {
	my ($s, $prefix) = @_;
	my $n = ++$s->{names};

	return one(ucfirst($prefix) . " $n", "$prefix.$n", "$prefix\"$n", "\xc3\xa4$prefix$n", "${prefix}_" . 'long' x 9 . "_$n") if chance(0.08);
	return "$prefix$n";
}

# ---- objects ----

sub empty { return { objects => [], ids => 0, names => 0 } }
sub all { my ($s, @kinds) = @_; return grep { my $o = $_; grep { $o->{kind} eq $_ } @kinds } @{ $s->{objects} } }
sub object { my ($s, $id) = @_; my ($o) = grep { $_->{id} == $id } @{ $s->{objects} }; return $o }
sub parts { my ($s, $o, @kinds) = @_; return grep { $_->{on} && $_->{on} == $o->{id} } all($s, @kinds) }

# with its parts, and what says that it is about it
sub remove {
	my ($s, $o) = @_;

	@{ $s->{objects} } = grep { $_->{id} != $o->{id} } @{ $s->{objects} };
	my @about = grep {
		my $other = $_;
		grep { $_ eq $o->{id} } @{ $other->{from} // [] }, @{ $other->{schemas} // [] }, map { $other->{$_} // 0 } qw(on of parent references owner calls reads enum wrapper server typed dictionary within family)
	} @{ $s->{objects} };
	remove($s, $_) for @about;
}

our %kinds;

sub add {
	my ($s, $kind, %given) = @_;
	my $k = $kinds{$kind};
	my $o = { id => ++$s->{ids}, kind => $kind, %given };

	$o->{name} //= new_name($s, $k->{prefix}) if $k->{prefix};
	$o->{schema} //= chance(0.25) && all($s, 'schema') ? one(all($s, 'schema'))->{name} : 'public' if $k->{in_schema};
	my @fields = @{ $k->{fields} };
	while (my ($field, $make) = splice @fields, 0, 2) {
		next if exists $o->{$field};
		$o->{$field} = $make->($s, $o);
		return if $o->{$field} && !ref $o->{$field} && $o->{$field} eq 'impossible';
	}
	push @{ $s->{objects} }, $o;
	$k->{then}->($s, $o) if $k->{then};
	return $o;
}

# ---- types and expressions ----

my %class = (
	(map { $_ => 'int' } qw(smallint integer bigint serial bigserial)),
	(map { $_ => 'num' } 'numeric', 'numeric(10,2)', 'numeric(12,4)', 'double precision', 'real'),
	(map { $_ => 'text' } 'text', 'varchar', 'varchar(10)', 'varchar(20)', 'character(3)', 'citext'),
	(map { $_ => 'ts' } 'date', 'timestamptz', 'timestamp', 'timestamptz(3)'),
	boolean => 'bool', uuid => 'uuid', jsonb => 'json', 'integer[]' => 'array', 'text[]' => 'array', 'varchar(5)[]' => 'array',
);
my @types = ((qw(integer bigint text)) x 3, sort grep { $_ ne 'citext' && !/serial/ } keys %class);
my @rare = qw(bytea time interval inet json int4range tstzrange tsvector bit(3) point json name);

sub class {
	my ($s, $type) = @_;

	return $class{$type} if $class{$type};
	for my $o (all($s, 'enum', 'domain', 'range')) {
		return $o->{kind} eq 'domain' ? class($s, $o->{base}) : $o->{kind} if named($o) eq $type;
	}
	return 'other';
}

# one of the schema, which is there before o; or none
sub own_type {
	my ($s, $o, $chance, @kinds) = @_;
	my @own = map { named($_) } grep { $_->{id} < $o->{id} || $o->{kind} eq 'column' } all($s, @kinds);

	return @own && chance($chance) ? one(@own) . (chance(0.1) ? '[]' : '') : undef;
}

sub new_type {
	my ($s, $o) = @_;
	my $own = own_type($s, $o, $o->{kind} eq 'composite' ? 0.5 : 0.25, 'enum', 'domain', 'composite', 'range', 'base_type');

	return $own if $own;
	return one(qw(serial bigserial)) if chance(0.03) && $o->{kind} eq 'column';
	return 'citext' if chance(0.05) && grep { $_->{name} eq 'citext' } all($s, 'extension');
	return chance(0.1) ? one(@rare) : one(@types);
}

sub sortable { my ($s, $type) = @_; return class($s, $type) =~ /^(?:int|num|text|ts|bool|uuid|enum)$/ }

sub text { return one(qw(one two three), "it''s", 'a b', '') }

# the enum that it is, or that it is a domain of
sub enum_of {
	my ($s, $type) = @_;
	my ($o) = grep { named($_) eq $type } all($s, 'enum', 'domain');

	return $o && $o->{kind} eq 'domain' ? enum_of($s, $o->{base}) : $o;
}

# a label of an enum as SQL
sub label {
	my ($s, $type) = @_;
	my $e = enum_of($s, $type) or return "'x'";

	return "'" . one(@{ $e->{labels} }) =~ s/'/''/gr . "'";
}

# something of that type: [what Lua can say, or undef; SQL]
sub value {
	my ($s, $type) = @_;
	my $class = class($s, $type);

	if ($class eq 'int') {
		my $n = number();
		my @calls = map { [ undef, named($_) . "($n)" ] } grep { $_->{returns} eq 'integer' } all($s, 'calc');
		push @calls, map { [ undef, 'nextval(\'' . named($_) =~ s/'/''/gr . "')" ] } all($s, 'sequence');
		return chance(0.7) || !@calls ? one([ $n, $n ], [ undef, "$n + 1" ], [ undef, "length('abc')" ]) : one(@calls);
	}
	if ($class eq 'num') { my $n = number(); return one([ $n, $n ], [ "$n.5", "$n.5" ], [ undef, "random()" ]) }
	if ($class eq 'text') { my $t = text(); return one([ lua_text($t), "'$t'" ], [ undef, "upper('x')" ], [ undef, "CURRENT_USER" ], [ undef, "'a'::text || 'b'" ]) }
	if ($class eq 'bool') { return one([ 'true', 'true' ], [ 'false', 'false' ], [ undef, '1 > 2' ]) }
	if ($class eq 'ts') { return one([ '"2026-01-02"', "'2026-01-02'" ], [ undef, 'now()' ], [ undef, 'CURRENT_DATE' ], [ undef, "now() - interval '1 day'" ]) }
	if ($class eq 'uuid') { return [ undef, 'gen_random_uuid()' ] }
	if ($class eq 'json') { return one([ '{}', "'{}'" ], [ '{ a = 1 }', q('{"a": 1}') ], [ undef, "jsonb_build_object('a', 1)" ]) }
	if ($class eq 'array') { return one([ 'array {}', "'{}'" ], [ undef, "'{}'" ], [ undef, "ARRAY['1', '2']::" . $type ]) }
	if ($class eq 'enum') {
		my $sql = label($s, $type);
		my $enum = enum_of($s, $type);
		return one([ lua_text($sql =~ s/^'|'$//gr), $sql ], [ undef, $enum ? "$sql\::" . named($enum) : $sql ]);
	}
	return one([ lua_text('empty'), "'empty'" ], [ undef, "$type(NULL, NULL)" ]) if $class eq 'range';
	return [ undef, 'NULL' ];
}

# what stands between the quotes of SQL as a string of Lua
sub lua_text { return '"' . $_[0] =~ s/''/'/gr =~ s/([\\"])/\\$1/gr . '"' }

# a condition of that column
sub test_of {
	my ($s, $c) = @_;
	my ($name, $class) = (ident($c->{name}), class($s, $c->{type}));
	my ($n, $t) = (number(), text());

	if ($class eq 'int' || $class eq 'num') {
		my @calls = map { named($_) . "($name\::integer) > $n" } all($s, 'calc');
		return one("$name > $n", "$name <> $n", "$name BETWEEN 1 AND $n", "$name IN (1, 2, $n)", "$name >= 0 AND $name < $n", "abs($name) = $n", @calls);
	}
	return one("length($name) > $n", "$name <> '$t'", "$name LIKE 'a%'", "lower($name\::text) = 'x'", "$name IS NOT NULL OR $n > 5", "$name ~ '^[a-z]+\$'") if $class eq 'text';
	return one($name, "NOT $name", "$name IS TRUE") if $class eq 'bool';
	return one("$name > '2020-01-01'", "$name IS NOT NULL", "$name < '2030-01-01' OR $name IS NULL") if $class eq 'ts';
	if ($class eq 'enum') {
		# a domain of one is compared as the enum
		my $enum = enum_of($s, $c->{type});
		my @labels = map { label($s, $c->{type}) } 1 .. 2;
		$name .= '::' . named($enum) if $enum && named($enum) ne $c->{type};
		return one("$name <> $labels[0]", "$name = $labels[0]", "$name IN ($labels[0], $labels[1])");
	}
	return one("NOT isempty($name)", "$name <> 'empty'", "lower($name) IS NOT NULL") if $class eq 'range';
	return "$name IS NOT NULL";
}

sub columns_of {
	my ($s, $o) = @_;
	my $table = object($s, $o->{on}) or return;
	my @columns = parts($s, $table, 'column');

	return (@columns, $table->{parent} ? parts($s, object($s, $table->{parent}), 'column') : ());
}

sub test {
	my ($s, $o) = @_;
	my @columns = columns_of($s, $o) or return '1 = 1';

	return test_of($s, one(@columns)) . one(' AND ', ' OR ') . test_of($s, one(@columns)) if chance(0.2);
	return test_of($s, one(@columns));
}

# an expression that an index, a generated column, a view can have: immutable
sub expression_of {
	my ($s, $c) = @_;
	my ($name, $class) = (ident($c->{name}), class($s, $c->{type}));

	if ($class eq 'int') {
		my @calls = map { named($_) . "($name\::integer)" } all($s, 'calc');
		return one("$name + " . number(), "$name * 2", "abs($name)", "-$name", "($name)\::text", @calls);
	}
	return one("$name * 2", "round($name)") if $class eq 'num';
	return one("lower($name)", "upper($name)", "length($name)", "$name || 'x'", "COALESCE($name, 'none')", "substr($name, 1, 3)") if $class eq 'text';
	return one("$name IS NULL", "NOT $name") if $class eq 'bool';
	return one("$name + interval '1 day'", "extract(year FROM $name)") if $class eq 'ts' && $c->{type} !~ /tz/;
	return one("isempty($name)", "upper($name)", "$name + $c->{type}(NULL, NULL)") if $class eq 'range';
	return "$name IS NULL";
}

# of a text column: one that the schema has, or a usual one
sub collation {
	my ($s, @usual) = @_;
	my @own = map { named($_) } all($s, 'collation');

	return @own && chance(0.3) ? one(@own) : maybe(@usual);
}

sub options { return maybe(0.3, { host => 'here' }, { host => 'there', port => 5 }, { port => 6 }) }

sub comment { return maybe(0.12, 'a comment', "it's another", 'third', "two\nlines") }

# ---- the kinds ----

my @roles = ('r1', 'r 2', 'PUBLIC');

sub grants {
	my (@privileges) = @_;

	return sub {
		my %grants;

		return undef unless chance(0.12);
		$grants{ one(@privileges) . ' ' . one(@roles) } = 1 for 1 .. 1 + rand 2;
		return [ map { $_ . (!/PUBLIC/ && wide(0.15) ? ' WITH GRANT OPTION' : '') } sort keys %grants ];
	};
}

# who has it; the role that runs all where it is not said
sub role { return maybe(0.06, 'r1', 'r 2') }

sub labels {
	my ($s, $o) = @_;
	my @labels = $o->{labels} ? @{ $o->{labels} } : some(2 + rand 3, qw(new open done lost), 'in between', "it's");
	return \@labels unless $o->{labels};

	my $kind = one(qw(add add remove swap));
	splice @labels, rand @labels + 1, 0, 'l' . ++$s->{names} if $kind eq 'add';
	splice @labels, rand @labels, 1 if $kind eq 'remove' && @labels > 1;
	@labels = some(scalar @labels, @labels) if $kind eq 'swap';
	return \@labels;
}

my @sequence = (
	type => sub { return maybe(0.2, qw(smallint integer bigint)) },
	increment => sub { return maybe(0.2, 2, 5, -1) },
	start => sub { return maybe(0.2, 10, 20) },
	max => sub { return maybe(0.2, 100, 1000) },
	cache => sub { return maybe(0.1, 5) },
	cycle => sub { return maybe(0.1, 1) },
);

sub sequence_options {
	my ($o) = @_;
	my %options;

	for (my $i = 0; $i < @sequence; $i += 2) {
		my $value = $sequence[ $i + 1 ]->();
		$options{ $sequence[$i] } = $value if defined $value;
	}
	delete $options{type} if $o;
	delete @options{qw(start max)} if ($options{increment} // 1) < 0;
	return \%options;
}

sub key_columns {
	my ($s, $o) = @_;
	my $table = object($s, $o->{on});
	my @columns = map { $_->{name} } some(1 + rand 2, grep { sortable($s, $_->{type}) } parts($s, $table, 'column'));

	if ($table->{partition_by}) {
		my $key = $table->{partition_by}{column};
		@columns = ($key, grep { $_ ne $key } @columns);
	}
	return @columns ? \@columns : 'impossible';
}

sub include {
	my ($s, $o) = @_;
	my ($c) = some(1, parts($s, object($s, $o->{on}), 'column'));

	return chance(0.1) && $c ? [ $c->{name} ] : undef;
}

sub storage_parameters { return maybe(0.15, { fillfactor => 70 }, { fillfactor => 90 }) }

sub deferrable { return maybe(0.25, 'DEFERRABLE', 'DEFERRABLE INITIALLY DEFERRED') }

# a table with a key, and columns for it here: [table, its columns, columns here]
sub reference {
	my ($s, $o) = @_;
	my $here = object($s, $o->{on});
	my $key = one(all($s, 'primary', 'unique')) or return 'impossible';
	my $there = object($s, $key->{on});
	my @columns;

	$o->{references} = $there->{id};
	for my $name (@{ $key->{columns} }) {
		my ($c) = grep { $_->{name} eq $name } parts($s, $there, 'column') or return 'impossible';
		my @fit = grep { $_->{type} eq $c->{type} && !$_->{generated} } parts($s, $here, 'column');
		my $column = chance(0.3) && @fit ? one(@fit) : add($s, 'column', on => $here->{id}, type => $c->{type} =~ s/^serial$/integer/r =~ s/^bigserial$/bigint/r, generated => undef, identity => undef);
		return 'impossible' if grep { $_ eq $column->{name} } @columns;
		push @columns, $column->{name};
	}
	$o->{columns} = \@columns;
	return [ @{ $key->{columns} } ];
}

my @actions = ('CASCADE', 'RESTRICT', 'SET NULL', 'SET DEFAULT', 'NO ACTION');

sub index_keys {
	my ($s, $o) = @_;
	my $table = object($s, $o->{on});
	my @from = columns_of($s, $o);
	my @keys;

	@from = parts($s, $table, 'column') if $table->{kind} eq 'matview';
	for my $c (some(1 + rand 2, @from)) {
		my %key = (column => $c->{name});
		%key = (expression => expression_of($s, $c)) if chance(0.2);
		if ($o->{using} eq 'btree') {
			$key{order} = maybe(0.2, 'DESC', 'ASC');
			$key{nulls} = maybe(0.15, 'FIRST', 'LAST');
			$key{class} = maybe(0.2, 'text_pattern_ops', 'text_ops') if $key{column} && class($s, $c->{type}) eq 'text';
			$key{collation} = collation($s, 0.2, '"C"', '"POSIX"') if $key{column} && class($s, $c->{type}) eq 'text';
		}
		my @classes = map { named($_) } grep { $_->{using} eq $o->{using} } all($s, 'operator_class');
		$key{class} = maybe(0.3, @classes) if @classes && $key{column} && $c->{type} eq 'integer';
		push @keys, \%key;
		last if $o->{using} =~ /hash|gin|gist/;
	}
	return @keys ? \@keys : 'impossible';
}

sub using {
	my ($s, $o) = @_;

	return maybe(0.2, qw(hash gin gist brin)) // 'btree';
}

sub partitioning {
	my ($s, $o) = @_;
	return undef unless chance(0.2) && !$o->{parent} && !($o->{of} && (!$ENV{WIDE} || object($s, $o->{of})->{of}));

	return { strategy => one(qw(range list hash)), column => 'part key' =~ s/ /one(' ', '_')/er, type => one(qw(integer text)) };
}

# the bound of partition number n: the place that no other has
sub bound {
	my ($s, $o) = @_;
	return undef unless $o->{of};
	my $table = object($s, $o->{of});
	my %taken = map { ($_->{bound}{n} // 'none') => 1 } grep { ($_->{of} // 0) == $table->{id} && $_->{id} != $o->{id} } all($s, 'table');
	my ($n) = some(1, grep { !$taken{$_} } 0 .. ($table->{partition_by}{strategy} eq 'hash' ? 3 : 6));

	return { n => 'default' } if $table->{partition_by}{strategy} ne 'hash' && !$taken{default} && chance(0.2);
	return defined $n ? { n => $n } : 'impossible';
}

sub table_parts {
	my ($s, $t) = @_;

	if ($t->{of}) {
		my $by = $t->{partition_by} or return;
		@$by{qw(column type)} = @{ object($s, $t->{of})->{partition_by} }{qw(column type)};
		$by->{strategy} = 'hash';
		add($s, 'table', of => $t->{id}, partition_by => undef, schema => $t->{schema}) for 1 .. 1 + rand 2;
		return;
	}
	add($s, 'column', on => $t->{id}, name => $t->{partition_by}{column}, type => $t->{partition_by}{type}, generated => undef, identity => undef, default => undef) if $t->{partition_by};
	add($s, 'column', on => $t->{id}) for 1 .. 1 + rand 5;
	add($s, 'primary', on => $t->{id}) if chance(0.7);
	if ($t->{partition_by}) {
		add($s, 'table', of => $t->{id}) for 1 .. rand 4;
	}
}

%kinds = (
	schema => { prefix => 's', fields => [ comment => \&comment, role => \&role, grants => grants('USAGE', 'CREATE') ] },
	extension => {
		fields => [
			name => sub {
				my ($s) = @_;
				my ($name) = some(1, grep { my $n = $_; !grep { $_->{name} eq $n } all($s, 'extension') } qw(citext hstore pg_trgm btree_gist));
				return $name // 'impossible';
			},
			comment => \&comment,
		],
	},
	enum => { prefix => 'e', in_schema => 1, fields => [ labels => \&labels, comment => \&comment, role => \&role, grants => grants('USAGE') ] },
	table => {
		prefix => 't',
		in_schema => 1,
		fields => [
			of => sub { return undef },
			parent => sub {
				my ($s, $o) = @_;
				my @from = grep { !$_->{of} && !$_->{partition_by} && $_->{id} < $o->{id} && !$_->{parent} } all($s, 'table');
				return chance(0.1) && !$o->{of} && @from ? one(@from)->{id} : undef;
			},
			partition_by => \&partitioning,
			bound => \&bound,
			unlogged => sub { my ($s, $o) = @_; return $o->{partition_by} || $o->{of} ? undef : maybe(0.1, 1) },
			with => sub { my ($s, $o) = @_; return $o->{partition_by} ? undef : maybe(0.15, { fillfactor => 70 }, { fillfactor => 50, autovacuum_enabled => 'false' }, { autovacuum_vacuum_threshold => 100 }) },
			row_security => sub { return maybe(0.15, 1) },
			force_row_security => sub { return maybe(0.05, 1) },
			replica_identity => sub { return maybe(0.08, qw(FULL NOTHING)) },
			comment => \&comment,
			role => \&role,
			grants => grants('SELECT', 'INSERT', 'DELETE', 'TRUNCATE'),
		],
		then => \&table_parts,
	},
	column => {
		prefix => 'c',
		fields => [
			type => \&new_type,
			identity => sub {
				my ($s, $o) = @_;
				return undef unless class($s, $o->{type}) eq 'int' && $o->{type} =~ /^(?:smallint|integer|bigint)$/ && chance(0.08);
				return { when => one('ALWAYS', 'BY DEFAULT'), options => sequence_options($o) };
			},
			generated => sub {
				my ($s, $o) = @_;
				my @from = grep { class($s, $_->{type}) eq 'text' && !$_->{generated} && $_->{id} < $o->{id} } columns_of($s, $o);
				return undef unless chance(0.15) && @from && $o->{type} eq 'text' && !$o->{identity} && !object($s, $o->{on})->{partition_by};
				my $name = ident(one(@from)->{name});
				return one("lower($name)", "upper($name)", "$name || 'x'", "COALESCE($name, 'none')");
			},
			default => sub { my ($s, $o) = @_; return $o->{generated} || $o->{identity} || $o->{type} =~ /serial/ || !chance(0.3) ? undef : value($s, $o->{type}) },
			not_null => sub { my ($s, $o) = @_; return $o->{type} =~ /serial/ ? undef : maybe(0.3, 1) },
			collation => sub { my ($s, $o) = @_; return class($s, $o->{type}) eq 'text' && $o->{type} ne 'citext' ? collation($s, 0.08, '"C"', '"POSIX"') : undef },
			storage => sub { my ($s, $o) = @_; return class($s, $o->{type}) =~ /text|json|array/ ? maybe(0.08, qw(external main extended plain)) : undef },
			compression => sub { my ($s, $o) = @_; return class($s, $o->{type}) =~ /text|json|array/ ? maybe(0.08, qw(pglz)) : undef },
			statistics => sub { return maybe(0.06, 100, 500) },
			options => sub { return maybe(0.05, { n_distinct => 5 }, { n_distinct => -1 }) },
			comment => \&comment,
			grants => grants('SELECT', 'UPDATE'),
		],
	},
	primary => { fields => [ columns => \&key_columns, include => \&include, with => \&storage_parameters, deferrable => sub { return maybe(0.05, 'DEFERRABLE') }, comment => \&comment ] },
	unique => {
		fields => [
			columns => \&key_columns,
			called => sub { my ($s) = @_; return maybe(0.4, new_name($s, 'uq')) },
			include => \&include,
			with => \&storage_parameters,
			deferrable => \&deferrable,
			nulls_not_distinct => sub { return maybe(0.15, 1) },
			comment => \&comment,
		],
	},
	check => {
		fields => [
			expression => \&test,
			called => sub { my ($s) = @_; return new_name($s, 'ck') },
			no_inherit => sub { my ($s, $o) = @_; my $t = object($s, $o->{on}); return $t->{partition_by} ? undef : maybe(0.1, 1) },
			# a table that comes below has it valid, one that is there has not
			not_valid => sub {
				my ($s, $o) = @_;
				my $t = object($s, $o->{on});
				return $t->{partition_by} || grep({ ($_->{parent} // 0) == $t->{id} } all($s, 'table')) ? undef : maybe(0.1, 1);
			},
			comment => \&comment,
		],
	},
	foreign => {
		fields => [
			referenced => \&reference,
			called => sub { my ($s) = @_; return new_name($s, 'fk') },
			match => sub { return maybe(0.15, 'FULL') },
			on_delete => sub { return maybe(0.4, @actions) },
			on_delete_columns => sub { my ($s, $o) = @_; return ($o->{on_delete} // '') =~ /SET/ && @{ $o->{columns} } > 1 && chance(0.4) ? [ $o->{columns}[0] ] : undef },
			on_update => sub { return maybe(0.3, @actions) },
			deferrable => \&deferrable,
			not_valid => sub { my ($s, $o) = @_; return object($s, $o->{on})->{partition_by} ? undef : maybe(0.1, 1) },
			comment => \&comment,
		],
	},
	exclude => {
		fields => [
			keys => sub {
				my ($s, $o) = @_;
				my @from = grep { $_->{type} =~ /range$/ || $_->{type} eq 'inet' || class($s, $_->{type}) eq 'int' } parts($s, object($s, $o->{on}), 'column');
				my $c = one(@from) or return 'impossible';
				return [ [ $c->{name}, $c->{type} =~ /range$/ ? '&&' : '=' ] ];
			},
			called => sub { my ($s) = @_; return new_name($s, 'ex') },
			using => sub { my ($s, $o) = @_; return $o->{keys}[0][1] eq '=' ? 'btree' : 'gist' },
			where => sub { return chance(0.3) ? test(@_) : undef },
			deferrable => \&deferrable,
			comment => \&comment,
		],
	},
	index => {
		fields => [
			using => \&using,
			keys => \&index_keys,
			called => sub { my ($s) = @_; return new_name($s, 'ix') },
			unique => sub { my ($s, $o) = @_; return $o->{using} eq 'btree' && !object($s, $o->{on})->{partition_by} ? maybe(0.2, 1) : undef },
			nulls_not_distinct => sub { my ($s, $o) = @_; return $o->{unique} ? maybe(0.2, 1) : undef },
			include => sub { my ($s, $o) = @_; return $o->{using} =~ /btree|gist/ ? include($s, $o) : undef },
			with => sub { my ($s, $o) = @_; return $o->{using} =~ /btree|hash|gist/ ? storage_parameters() : undef },
			where => sub { return chance(0.2) ? test(@_) : undef },
			clustered => sub { my ($s, $o) = @_; return $o->{using} =~ /btree|gist/ && !$o->{where} && object($s, $o->{on})->{kind} eq 'table' && !object($s, $o->{on})->{partition_by} ? maybe(0.08, 1) : undef },
			# an ALTER COLUMN TYPE gives it to the indexes of partitions
			comment => sub { my ($s, $o) = @_; return object($s, $o->{on})->{partition_by} ? undef : comment() },
		],
	},
	domain => {
		prefix => 'd',
		in_schema => 1,
		fields => [
			base => sub { my ($s, $o) = @_; return own_type($s, $o, 0.4, 'enum', 'domain', 'composite', 'range') // one('integer', 'text', 'varchar(10)', 'numeric(8,2)', 'date') },
			default => sub { my ($s, $o) = @_; return chance(0.3) ? value($s, $o->{base}) : undef },
			not_null => sub { return maybe(0.2, 1) },
			collation => sub { my ($s, $o) = @_; return class($s, $o->{base}) eq 'text' ? collation($s, 0.1, '"C"') : undef },
			checks => sub {
				my ($s, $o) = @_;
				my @checks = @{ $o->{checks} // [] };

				splice @checks, rand @checks, 1 if @checks && chance(0.4);
				push @checks, [ new_name($s, 'dc'), test_of($s, { name => 'VALUE', type => $o->{base} }) =~ s/"VALUE"/VALUE/gr ] if !@checks || chance(0.5);
				return \@checks;
			},
			comment => \&comment, role => \&role,
			grants => grants('USAGE'),
		],
	},
	composite => {
		prefix => 'p',
		in_schema => 1,
		fields => [
			attributes => sub {
				my ($s, $o) = @_;
				my @attributes = @{ $o->{attributes} // [] };

				return [ map { [ new_name($s, 'a'), new_type($s, $o) ] } 1 .. 1 + rand 3 ] unless @attributes;
				splice @attributes, rand @attributes, 1 if @attributes > 1 && chance(0.4);
				$attributes[0] = [ $attributes[0][0], new_type($s, $o) ] if chance(0.4);
				push @attributes, [ new_name($s, 'a'), new_type($s, $o) ] if chance(0.6);
				return \@attributes;
			},
			comment => \&comment, role => \&role,
			grants => grants('USAGE'),
		],
	},
	range => {
		prefix => 'r',
		in_schema => 1,
		fields => [
			subtype => sub { my ($s, $o) = @_; return own_type($s, $o, 0.2, 'enum', 'domain') // one('integer', 'double precision', 'text', 'timestamptz') },
			difference => sub { my ($s, $o) = @_; return $o->{subtype} eq 'double precision' ? maybe(0.5, 'float8mi') : undef },
			multirange => sub { my ($s) = @_; return maybe(0.3, new_name($s, 'mr')) },
			comment => \&comment, role => \&role,
		],
	},
	sequence => {
		prefix => 'q',
		in_schema => 1,
		fields => [
			options => sub { return sequence_options() },
			unlogged => sub { return maybe(0.1, 1) },
			owner => sub {
				my ($s, $o) = @_;
				my @columns = grep { my $t = object($s, $_->{on}); $t->{schema} eq $o->{schema} && !$t->{unlogged} == !$o->{unlogged} } all($s, 'column');
				return chance(0.3) && @columns ? one(@columns)->{id} : undef;
			},
			comment => \&comment, role => \&role,
			grants => grants('USAGE', 'SELECT', 'UPDATE'),
		],
	},
	# what expressions call
	calc => {
		prefix => 'f',
		in_schema => 1,
		fields => [
			argument => sub { return one(qw(x y z)) },
			returns => sub { return one(qw(integer integer integer bigint)) },
			language => sub { return one(qw(sql sql plpgsql)) },
			body => sub { return number() },
			strict => sub { return maybe(0.2, 1) },
			parallel => sub { return maybe(0.2, 'SAFE') },
			cost => sub { return maybe(0.2, 7, 20) },
			comment => \&comment, role => \&role,
			grants => grants('EXECUTE'),
		],
	},
	# what triggers call
	firing => {
		prefix => 'g',
		in_schema => 1,
		fields => [ body => sub { return number() }, definer => sub { return maybe(0.2, 1) }, path => sub { return maybe(0.2, 'public', 'public, pg_temp') }, comment => \&comment, role => \&role ],
	},
	reader => {
		prefix => 'h',
		in_schema => 1,
		fields => [
			reads => sub { my ($s) = @_; my @tables = all($s, 'table', 'view'); return @tables ? one(@tables)->{id} : 'impossible' },
			form => sub { return one(qw(count rows table atomic plpgsql)) },
			arguments => sub { return join ', ', map { "a$_ integer" . (chance(0.3) ? ' DEFAULT ' . number() : '') } 1 .. rand 2 },
			volatility => sub { return maybe(0.4, qw(STABLE VOLATILE)) },
			body => sub { return number() },
			comment => \&comment, role => \&role,
			grants => grants('EXECUTE'),
		],
	},
	procedure => {
		prefix => 'k',
		in_schema => 1,
		fields => [ arguments => sub { return one('', 'a integer', "b text DEFAULT 'x'", 'INOUT c bigint') }, body => sub { return number() }, comment => \&comment, role => \&role ],
	},
	aggregate => {
		prefix => 'm',
		in_schema => 1,
		fields => [ sfunc => sub { return one(qw(int4pl int4larger int4smaller)) }, start => sub { return maybe(0.5, 0, 1) }, comment => \&comment, role => \&role ],
	},
	view => {
		prefix => 'v',
		in_schema => 1,
		fields => [
			from => \&view_from,
			outputs => \&view_outputs,
			where => \&view_where,
			options => sub { return maybe(0.2, { security_barrier => 'true' }, { security_invoker => 'true' }) },
			check => sub { return maybe(0.1, qw(LOCAL CASCADED)) },
			comment => \&comment, role => \&role,
			grants => grants('SELECT', 'INSERT'),
		],
	},
	matview => {
		prefix => 'w',
		in_schema => 1,
		fields => [
			from => \&view_from,
			outputs => \&view_outputs,
			where => \&view_where,
			with => sub { return maybe(0.15, { fillfactor => 80 }) },
			empty => sub { return maybe(0.2, 1) },
			comment => \&comment, role => \&role,
			grants => grants('SELECT'),
		],
	},
	trigger => {
		prefix => 'tr',
		fields => [
			calls => sub { my ($s) = @_; my @functions = all($s, 'firing'); return @functions ? one(@functions)->{id} : 'impossible' },
			constraint => sub { my ($s, $o) = @_; return object($s, $o->{on})->{kind} eq 'table' ? maybe(0.15, 'NOT DEFERRABLE', 'DEFERRABLE', 'DEFERRABLE INITIALLY DEFERRED') : undef },
			timing => sub { my ($s, $o) = @_; return $o->{constraint} ? 'AFTER' : object($s, $o->{on})->{kind} eq 'view' ? 'INSTEAD OF' : one(qw(BEFORE AFTER)) },
			level => sub { my ($s, $o) = @_; return $o->{constraint} || $o->{timing} eq 'INSTEAD OF' ? 'ROW' : one(qw(ROW STATEMENT)) },
			events => sub { return [ some(1 + rand 2, qw(INSERT UPDATE DELETE)) ] },
			columns => sub {
				my ($s, $o) = @_;
				my ($c) = some(1, parts($s, object($s, $o->{on}), 'column'));
				return chance(0.3) && $c && grep({ $_ eq 'UPDATE' } @{ $o->{events} }) && $o->{timing} ne 'INSTEAD OF' ? [ $c->{name} ] : undef;
			},
			when => sub {
				my ($s, $o) = @_;
				my ($c) = some(1, parts($s, object($s, $o->{on}), 'column'));
				return undef unless chance(0.3) && $c && $o->{level} eq 'ROW' && $o->{timing} ne 'INSTEAD OF' && "@{ $o->{events} }" !~ /DELETE/;
				return 'NEW.' . ident($c->{name}) . one(' IS NOT NULL', ' IS NULL');
			},
			old_rows => sub { my ($s, $o) = @_; return $o->{level} eq 'STATEMENT' && $o->{timing} eq 'AFTER' && !$o->{columns} && "@{ $o->{events} }" =~ /^(?:UPDATE|DELETE)$/ ? maybe(0.4, 'old_rows') : undef },
			arguments => sub { return maybe(0.2, "'a'", "'it''s', '2'") },
			enabled => sub { my ($s, $o) = @_; return object($s, $o->{on})->{kind} eq 'table' ? maybe(0.15, 'DISABLE', 'ENABLE ALWAYS', 'ENABLE REPLICA') : undef },
			comment => \&comment,
		],
	},
	event_trigger => {
		prefix => 'et',
		fields => [
			event => sub { return one(qw(ddl_command_start ddl_command_end sql_drop)) },
			tags => sub { return maybe(0.5, ['CREATE CAST'], [ 'CREATE CAST', 'DROP CAST' ]) },
			body => sub { return number() },
			enabled => sub { return maybe(0.2, 'DISABLE', 'ENABLE ALWAYS') },
			comment => \&comment,
		],
	},
	policy => {
		prefix => 'po',
		fields => [
			command => sub { return one(qw(ALL SELECT INSERT UPDATE DELETE)) },
			restrictive => sub { return maybe(0.2, 1) },
			roles => sub { return maybe(0.4, 'r1', '"r 2"', 'r1, "r 2"') },
			using => sub { my ($s, $o) = @_; return $o->{command} eq 'INSERT' ? undef : test($s, $o) },
			with_check => sub { my ($s, $o) = @_; return $o->{command} =~ /SELECT|DELETE/ ? undef : $o->{command} eq 'INSERT' || chance(0.5) ? test($s, $o) : undef },
			comment => \&comment,
		],
	},
	rule => {
		prefix => 'ru',
		fields => [
			event => sub { return one(qw(INSERT UPDATE DELETE)) },
			where => sub {
				my ($s, $o) = @_;
				my ($c) = some(1, parts($s, object($s, $o->{on}), 'column'));
				return chance(0.3) && $c && $o->{event} ne 'INSERT' ? 'old.' . ident($c->{name}) . ' IS NOT NULL' : undef;
			},
			does => sub { return one('DO ALSO NOTHING', 'DO INSTEAD NOTHING', 'DO ALSO SELECT 1', 'DO ALSO NOTIFY n') },
			comment => \&comment,
		],
	},
	statistics => {
		prefix => 'st',
		in_schema => 1,
		fields => [
			columns => sub {
				my ($s, $o) = @_;
				my @columns = some(2, grep { sortable($s, $_->{type}) } parts($s, object($s, $o->{on}), 'column'));
				return @columns == 2 ? [ map { wide(0.2) ? '(' . expression_of($s, $_) . ')' : ident($_->{name}) } @columns ] : 'impossible';
			},
			kinds => sub { return maybe(0.5, 'ndistinct', 'dependencies, ndistinct', 'mcv') },
			target => sub { return maybe(0.2, 50, 200) },
			comment => \&comment, role => \&role,
		],
	},
	publication => {
		prefix => 'pub',
		fields => [
			tables => sub {
				my ($s) = @_;
				my @tables = some(1 + rand 2, grep { !$_->{unlogged} && !$_->{of} } all($s, 'table')) or return chance(0.5) ? undef : 'impossible';
				return [
					map {
						my ($c) = some(1, parts($s, $_, 'column'));
						[ $_->{id}, $c && wide(0.1) ? '(' . ident($c->{name}) . ')' : chance(0.2) && $c && !$_->{partition_by} ? 'WHERE (' . ident($c->{name}) . ' IS NOT NULL)' : '' ]
					} @tables
				];
			},
			schemas => sub { my ($s) = @_; my @schemas = map { $_->{id} } all($s, 'schema'); return chance(0.4) && @schemas ? [ some(1 + rand 1.5, @schemas) ] : undef },
			everything => sub { my ($s, $o) = @_; return $o->{tables} || $o->{schemas} ? undef : 1 },
			publish => sub { return maybe(0.4, 'insert', 'insert, truncate', 'insert, update', 'delete') },
			root => sub { return maybe(0.2, 'true') },
			comment => \&comment,
		],
	},
	collation => {
		prefix => 'l',
		in_schema => 1,
		fields => [
			locale => sub { return one('C', 'POSIX', 'de', 'und-u-kn-true') },
			deterministic => sub { my ($s, $o) = @_; return $o->{locale} =~ /^[a-z]/ ? maybe(0.2, 'false') : undef },
			comment => \&comment,
			role => \&role,
		],
	},
	operator => {
		in_schema => 1,
		fields => [
			name => sub { my ($s) = @_; return '@#' . sprintf('%b', ++$s->{names}) =~ tr/01/#@/r },
			function => sub { return one(qw(int4eq int4ne int4lt)) },
			restrict => sub { return maybe(0.4, qw(eqsel neqsel)) },
			join => sub { return maybe(0.3, qw(eqjoinsel neqjoinsel)) },
			hashes => sub { my ($s, $o) = @_; return $o->{function} eq 'int4eq' ? maybe(0.3, 1) : undef },
			comment => \&comment,
			role => \&role,
		],
	},
	operator_class => {
		prefix => 'oc',
		in_schema => 1,
		fields => [
			using => sub { return one(qw(btree hash)) },
			family => sub { my ($s, $o) = @_; my @families = grep { $_->{using} eq $o->{using} } all($s, 'operator_family'); return chance(0.5) && @families ? one(@families)->{id} : undef },
			comment => \&comment,
			role => \&role,
		],
	},
	operator_family => {
		prefix => 'of',
		in_schema => 1,
		fields => [
			using => sub { return one(qw(btree hash)) },
			# which it has beside those of its classes
			members => sub {
				my ($s, $o) = @_;
				my @members = ('OPERATOR 1 = (bigint, bigint)', 'FUNCTION 1 (bigint, bigint) hashint8(bigint)');

				@members = (map({ "OPERATOR $_ (integer, bigint)" } '1 <', '2 <=', '3 =', '4 >=', '5 >'), 'FUNCTION 1 (integer, bigint) btint48cmp(integer, bigint)') if $o->{using} eq 'btree';
				return chance(0.6) ? [ some(1 + rand @members, @members) ] : undef;
			},
			comment => \&comment,
			role => \&role,
		],
	},
	# with the functions that read and write it
	base_type => {
		prefix => 'b',
		in_schema => 1,
		fields => [
			storage => sub { return maybe(0.4, qw(external extended main)) },
			category => sub { return maybe(0.2, 'S') },
			delimiter => sub { return maybe(0.2, ';') },
			default => sub { return maybe(0.2, text()) },
			comment => \&comment,
			role => \&role,
			grants => grants('USAGE'),
		],
	},
	language => {
		prefix => 'la',
		fields => [
			trusted => sub { return maybe(0.5, 1) },
			inline => sub { return maybe(0.5, 1) },
			validator => sub { return maybe(0.5, 1) },
			comment => \&comment,
			role => \&role,
			grants => grants('USAGE'),
		],
	},
	transform => {
		fields => [
			# of which no function is: one that is made after it needs it
			type => sub { return one(qw(smallint date uuid)) },
			language => sub { return one(qw(sql plpgsql)) },
			to_sql => sub { return maybe(0.6, 1) },
			from_sql => sub { my ($s, $o) = @_; return $o->{to_sql} ? maybe(0.5, 1) : 1 },
			comment => \&comment,
		],
	},
	cast => {
		fields => [
			enum => sub { my ($s) = @_; my @enums = all($s, 'enum'); return @enums ? one(@enums)->{id} : 'impossible' },
			to => sub { return one(qw(integer bigint date)) },
			context => sub { return maybe(0.4, 'AS ASSIGNMENT') },
			comment => \&comment,
		],
	},
	dictionary => {
		prefix => 'td',
		in_schema => 1,
		fields => [ stop => sub { return maybe(0.4, 'english') }, accept => sub { return maybe(0.3, 'false') }, comment => \&comment, role => \&role ],
	},
	configuration => {
		prefix => 'tc',
		in_schema => 1,
		fields => [
			copy => sub { return one(qw(simple english)) },
			dictionary => sub { my ($s) = @_; my @dictionaries = all($s, 'dictionary'); return chance(0.6) && @dictionaries ? one(@dictionaries)->{id} : undef },
			tokens => sub { return [ some(1 + rand 2, qw(word asciiword email url)) ] },
			comment => \&comment,
			role => \&role,
		],
	},
	conversion => { prefix => 'cv', in_schema => 1, fields => [ way => sub { return one("'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8", "'UTF8' TO 'LATIN1' FROM utf8_to_iso8859_1") }, comment => \&comment, role => \&role ] },
	access_method => { prefix => 'am', fields => [ comment => \&comment ] },
	wrapper => { prefix => 'fw', fields => [ options => \&options, comment => \&comment, grants => grants('USAGE') ] },
	server => {
		prefix => 'fs',
		fields => [
			wrapper => sub { my ($s) = @_; my @wrappers = all($s, 'wrapper'); return @wrappers ? one(@wrappers)->{id} : 'impossible' },
			version => sub { return maybe(0.3, '1', '2') },
			options => \&options,
			comment => \&comment,
			grants => grants('USAGE'),
			role => \&role,
		],
	},
	mapping => {
		fields => [
			server => sub { my ($s) = @_; my @servers = all($s, 'server'); return @servers ? one(@servers)->{id} : 'impossible' },
			user => sub { return one(@roles) },
			options => \&options,
		],
	},
	foreign_table => {
		prefix => 'ft',
		in_schema => 1,
		fields => [
			server => sub { my ($s) = @_; my @servers = all($s, 'server'); return @servers ? one(@servers)->{id} : 'impossible' },
			columns => sub {
				my ($s, $o) = @_;
				my @columns = @{ $o->{columns} // [] };
				my $new = sub { return [ new_name($s, 'c'), one(@types), chance(0.2) ? "OPTIONS (name '" . number() . "')" : '', chance(0.2) ? 'NOT NULL' : '' ] };

				return [ map { $new->() } 1 .. 1 + rand 3 ] unless @columns;
				splice @columns, rand @columns, 1 if @columns > 1 && chance(0.4);
				$columns[0] = [ $columns[0][0], @{ $new->() }[ 1 .. 3 ] ] if chance(0.4);
				push @columns, $new->() if chance(0.6);
				return \@columns;
			},
			options => \&options,
			comment => \&comment,
			grants => grants('SELECT', 'INSERT'),
			role => \&role,
		],
	},
	# a table that has its columns of a type
	typed => {
		prefix => 'y',
		in_schema => 1,
		fields => [
			typed => sub { my ($s) = @_; my @types_of = all($s, 'composite'); return @types_of ? one(@types_of)->{id} : 'impossible' },
			with => sub { return maybe(0.2, { fillfactor => 70 }) },
			comment => \&comment,
			grants => grants('SELECT', 'INSERT'),
			role => \&role,
		],
	},
	# what is made from now on
	default_privilege => {
		fields => [
			for => sub { return one(qw(r1 r1), 'r 2') },
			within => sub { my ($s) = @_; my @schemas = all($s, 'schema'); return chance(0.5) && @schemas ? one(@schemas)->{id} : undef },
			what => sub { return one('SELECT ON TABLES', 'INSERT ON TABLES', 'USAGE ON SEQUENCES', 'EXECUTE ON FUNCTIONS', 'USAGE ON TYPES') },
			to => sub { return one(@roles) },
		],
	},
);

push @{ $kinds{$_}{fields} }, label => sub { return maybe(0.05, 'secret', "it's open") }
	for qw(schema enum table column domain composite range sequence calc reader procedure aggregate view matview event_trigger publication foreign_table typed base_type language);

# the kinds and fields of WIDE=1, of which the difference does not know all yet
my %wide = map { $_ => 1 } qw(collation access_method cast operator operator_class operator_family base_type language transform dictionary configuration conversion wrapper server mapping foreign_table typed default_privilege),
	'extension comment', 'trigger old_rows', 'trigger arguments', 'index clustered', 'publication schemas', 'any role', 'any label';

# without them
for my $kind ($ENV{WIDE} ? () : keys %kinds) {
	my @fields = @{ $kinds{$kind}{fields} };
	my @kept;

	while (my ($field, $make) = splice @fields, 0, 2) {
		push @kept, $field, $make unless $wide{"any $field"} || $wide{"$kind $field"};
	}
	$kinds{$kind}{fields} = \@kept;
}

# ---- views ----

# what a relation has: [name, type]
sub outs {
	my ($s, $o) = @_;

	return map { [ $_->[1], $_->[2] ] } @{ $o->{outputs} } if $o->{outputs};
	return outs($s, object($s, $o->{of})) if $o->{of};
	return map { [ @$_[ 0, 1 ] ] } @{ $o->{columns} } if $o->{kind} eq 'foreign_table';
	return map { [ $_->{name}, $_->{type} ] } columns_of($s, { on => $o->{id} });
}

sub view_from {
	my ($s, $o) = @_;
	my @from = map { $_->{id} } grep { $_->{id} < $o->{id} && outs($s, $_) } all($s, 'table', 'view', 'matview', 'foreign_table');

	return @from ? [ some(1 + rand 1.4, @from) ] : 'impossible';
}

# a new one: [expression, name, type]
sub view_output {
	my ($s, $o) = @_;
	my $n = int rand @{ $o->{from} };
	my $out = one(outs($s, object($s, $o->{from}[$n])));
	my ($column, $type) = ("f$n." . ident($out->[0]), $out->[1]);

	return [ $column, new_name($s, 'o'), $type ] if chance(0.7);
	my $expression = expression_of($s, { name => 'COLUMN', type => $type }) =~ s/"COLUMN"/$column/gr;
	return [ $expression, new_name($s, 'o'), 'point' ];
}

sub view_outputs {
	my ($s, $o) = @_;
	my @outputs = @{ $o->{outputs} // [] };
	my $kind = one(qw(add add remove change swap));

	return [ map { view_output($s, $o) } 1 .. 1 + rand 3 ] unless @outputs;
	push @outputs, view_output($s, $o) if $kind eq 'add';
	splice @outputs, rand @outputs, 1 if $kind eq 'remove' && @outputs > 1;
	$outputs[ rand @outputs ] = view_output($s, $o) if $kind eq 'change';
	@outputs = some(scalar @outputs, @outputs) if $kind eq 'swap';
	return \@outputs;
}

sub view_where {
	my ($s, $o) = @_;
	my $out = one(outs($s, object($s, $o->{from}[0])));
	my $column = 'f0.' . ident($out->[0]);

	return chance(0.4) ? test_of($s, { name => 'COLUMN', type => $out->[1] }) =~ s/"COLUMN"/$column/gr : undef;
}

# what there is of each kind, and how much: [kind, at least, at most]; parts are of random tables
my @plan = (
	[ schema => 0, 2 ], [ extension => 0, 2 ], [ collation => 0, 1 ], [ access_method => 0, 0.5 ], [ language => 0, 0.5 ], [ transform => 0, 0.5 ], [ base_type => 0, 0.7 ], [ enum => 0, 3 ], [ calc => 0, 2 ], [ domain => 0, 3 ], [ composite => 0, 2 ], [ range => 0, 1.5 ], [ sequence => 0, 2 ],
	[ cast => 0, 1 ], [ operator => 0, 1 ], [ operator_family => 0, 1 ], [ operator_class => 0, 1 ], [ dictionary => 0, 0.7 ], [ configuration => 0, 0.7 ], [ conversion => 0, 0.5 ],
	[ wrapper => 0, 0.7 ], [ server => 0, 1 ], [ mapping => 0, 1 ], [ foreign_table => 0, 1 ], [ typed => 0, 1 ],
	[ table => 1, 4 ], [ unique => 0, 3 ], [ check => 0, 4 ], [ foreign => 0, 3 ], [ exclude => 0, 1 ], [ index => 0, 5 ],
	[ view => 0, 3 ], [ matview => 0, 1 ], [ firing => 0, 1 ], [ reader => 0, 2 ], [ procedure => 0, 1 ], [ aggregate => 0, 1 ],
	[ trigger => 0, 2 ], [ policy => 0, 2 ], [ rule => 0, 1 ], [ statistics => 0, 1 ], [ publication => 0, 1 ], [ event_trigger => 0, 1 ],
	[ default_privilege => 0, 1 ],
);
@plan = grep { !$wide{ $_->[0] } } @plan unless $ENV{WIDE};
@plan = grep { $ENV{KINDS} =~ /\b$_->[0]\b/ } @plan if $ENV{KINDS};

# on which kinds of relation the parts are
my %on = (
	(map { $_ => ['table'] } qw(column primary unique check foreign exclude policy statistics)),
	index => [ 'table', 'table', 'matview' ],
	trigger => [ 'table', 'table', 'view' ],
	rule => [ 'table', 'view' ],
);

# more of a kind, of a table where it is a part of one
sub add_some {
	my ($s, $kind) = @_;

	return add($s, $kind) unless $on{$kind};
	my @on = grep { !$_->{of} } all($s, one(@{ $on{$kind} })) or return;
	return add($s, $kind, on => one(@on)->{id});
}

# of two keys of the same columns CREATE TABLE makes one
sub settle {
	my ($s) = @_;
	my %seen;

	for my $key (all($s, 'primary', 'unique')) {
		remove($s, $key) if $seen{"$key->{on} @{ $key->{columns} }"}++;
	}
	for my $once (all($s, qw(cast transform mapping default_privilege))) {
		remove($s, $once) if $seen{ join ' ', $once->{kind}, map { $once->{$_} // '' } qw(enum to server user for within what type language) }++;
	}
	for my $index (all($s, 'index')) {
		delete $index->{clustered} if $index->{clustered} && $seen{"clustered $index->{on}"}++;
	}
	# a type that is made anew is not reached in the type of a table, but for an enum
	for my $table (all($s, 'typed')) {
		my $type = object($s, $table->{typed});
		remove($s, $table) if grep { my $of = $_->[1] =~ s/\[\]$//r; grep { named($_) eq $of } all($s, qw(domain composite range base_type)) } @{ $type->{attributes} };
	}
	$_->{nulls_not_distinct} &&= $_->{unique} for all($s, 'index');
	# where a table above others gets an identity, its rows are updated
	if (grep { $_->{parent} || $_->{partition_by} } all($s, 'table')) {
		$_->{publish} = 'insert' for all($s, 'publication');
	}
	return $s;
}

sub grown {
	my $s = empty();

	for (@plan) {
		my ($kind, $least, $most) = @$_;
		add_some($s, $kind) for 1 .. $least + rand($most - $least + 1);
	}
	return settle($s);
}

# ---- changes ----

sub is_partition_key {
	my ($s, $c) = @_;
	my $table = $c->{kind} eq 'column' ? object($s, $c->{on}) : undef;

	return $table && $table->{partition_by} && $table->{partition_by}{column} eq $c->{name};
}

sub of_enum_key {
	my ($s, $c, $key) = @_;
	my @columns = (@{ $key->{columns} }, @{ $key->{referenced} });
	my @types = map { $_->{type} } grep { my $name = $_->{name}; grep { $name eq $_ } @{ $key->{columns} } } parts($s, { id => $key->{on} }, 'column');

	return $c->{kind} eq 'column' && @{ $key->{columns} } > 1 && grep({ class($s, $_) eq 'enum' } @types) && grep { $_ eq $c->{name} } @columns;
}

# an object with one field made anew
sub alter {
	my ($s) = @_;
	my $o = one(@{ $s->{objects} }) or return;
	my $fields = $kinds{ $o->{kind} }{fields};
	my $i = 2 * int rand @$fields / 2;
	my ($field, $make) = @$fields[ $i, $i + 1 ];
	my $old = $o->{$field};

	# what is of another type is another table, which no operation makes of it
	return if $field =~ /^(?:name|of|typed|partition_by)$/;
	# it is made anew, which the partition keys that have it are in the way of
	return if $field =~ /^(?:locale|deterministic)$/ && grep { ($_->{collation} // '') eq named($o) && is_partition_key($s, $_) } all($s, 'column');
	# of a base type only the storage can change, and never to what it is by itself
	return if $o->{kind} eq 'base_type' && $field =~ /^(?:category|delimiter|default)$/;
	# of a foreign key of more columns that says an enum, the server cannot: "could not find cast from … to 3500"
	return if $field =~ /^(?:type|collation)$/ && grep { of_enum_key($s, $o, $_) } all($s, 'foreign');
	# without one it has the one that it came with, which no migration knows
	return if $field eq 'comment' && $o->{kind} eq 'extension';
	# a partition key stays as it is
	return if $field =~ /^(?:type|collation)$/ && is_partition_key($s, $o);
	# what comes under a parent, or another, has its columns as its own
	if ($field eq 'parent') { delete $o->{parent} if defined $old; return }
	# most are left out, so that it is tried until it is there, now and then
	delete $o->{$field} unless $field eq 'labels';
	for (1 .. (chance(0.3) ? 1 : 5)) {
		$o->{$field} = $make->($s, $o);
		last if defined $o->{$field};
	}
	# a table of Lua is of no other type
	$o->{default}[0] = undef if $field eq 'type' && $o->{default} && ($o->{default}[0] // '') =~ /\{/;
	$o->{$field} = $old if defined $o->{$field} ? $o->{$field} eq 'impossible' : $o->{kind} eq 'base_type' && $field eq 'storage';
}

# takes one away; now and then another kind of relation gets its name
sub replace {
	my ($s) = @_;
	my $o = one(@{ $s->{objects} });
	my @relations = qw(table view matview sequence);
	my @others = grep { $_ ne $o->{kind} } @relations;

	remove($s, $o);
	add($s, one(@others), name => $o->{name}, schema => $o->{schema}) if chance(0.3) && @others < @relations;
}

sub changed {
	my ($s, $n) = @_;

	for (1 .. $n) {
		my $kind = rand;
		alter($s) for 1 .. 2;
		add_some($s, one(map { $_->[0] } @plan)) if $kind < 0.35;
		add($s, 'column', on => one(map { $_->{id} } grep { !$_->{of} } all($s, 'table'))) if $kind > 0.3 && $kind < 0.4 && all($s, 'table');
		replace($s) if $kind > 0.8 && @{ $s->{objects} };
	}
	return settle($s);
}

1;
