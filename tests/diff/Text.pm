# A schema as SQL, in an order in which it runs, and as models, in any.
package Text;

use strict;
use warnings;

use parent 'Exporter';

use Schema qw(all chance ident named object one parts some);

our @EXPORT_OK = qw(models statements);

sub literal { return "'" . $_[0] =~ s/'/''/gr . "'" }
sub lua { return '"' . $_[0] =~ s/([\\"])/\\$1/gr =~ s/\n/\\n/gr . '"' }
sub idents { return join ', ', map { ident($_) } @_ }

# an object's name as Lua has it
sub lua_part { my ($name) = @_; return $name =~ /[."]/ ? '"' . $name =~ s/"/""/gr . '"' : $name }
sub lua_named { my ($o) = @_; return lua((!defined $o->{schema} || $o->{schema} eq 'public' ? '' : lua_part($o->{schema}) . '.') . lua_part($o->{name})) }

# as SQL has it
sub lua_collation { my ($collation) = @_; return lua($collation =~ /[".]./ && $collation !~ /^"[^".]*"$/ ? $collation : $collation =~ s/"//gr) }
sub lua_list { return '{ ' . join(', ', @_) . ' }' }

sub parameters { my ($with) = @_; return '(' . join(', ', map { "$_ = $with->{$_}" } sort keys %$with) . ')' }
sub lua_parameters { my ($with) = @_; return lua_list(map { "$_ = " . ($with->{$_} =~ /^[-\d.]+$|^false$/ ? $with->{$_} : lua($with->{$_})) } sort keys %$with) }

# ---- columns ----

sub sequence_sql {
	my ($o) = @_;

	return join ' ', map { defined $o->{ $_->[0] } ? $_->[1] =~ s/#/$o->{$_->[0]}/r : () } [ type => 'AS #' ], [ increment => 'INCREMENT #' ], [ start => 'START #' ],
		[ max => 'MAXVALUE #' ], [ cache => 'CACHE #' ], [ cycle => 'CYCLE' ];
}

sub sequence_lua {
	my ($o) = @_;
	my %key = (max => 'max_value');

	return map { ($key{$_} // $_) . ' = ' . ($_ eq 'type' ? lua($o->{$_}) : $_ eq 'cycle' ? 'true' : $o->{$_}) } grep { defined $o->{$_} } qw(type increment start max cache cycle);
}

sub column_sql {
	my ($c) = @_;
	my $sql = ident($c->{name}) . " $c->{type}";

	$sql .= " COMPRESSION $c->{compression}" if $c->{compression};
	$sql .= " COLLATE $c->{collation}" if $c->{collation};
	$sql .= ' NOT NULL' if $c->{not_null};
	$sql .= " DEFAULT $c->{default}[1]" if $c->{default};
	$sql .= " GENERATED ALWAYS AS ($c->{generated}) STORED" if $c->{generated};
	if ($c->{identity}) {
		my $options = sequence_sql($c->{identity}{options});
		$sql .= " GENERATED $c->{identity}{when} AS IDENTITY" . ($options ? " ($options)" : '');
	}
	return $sql;
}

# what has no place in it
sub column_more {
	my ($t, $c) = @_;
	my $alter = 'ALTER TABLE ' . named($t) . ' ALTER COLUMN ' . ident($c->{name});

	return (
		$c->{storage} ? "$alter SET STORAGE $c->{storage}" : (),
		$c->{statistics} ? "$alter SET STATISTICS $c->{statistics}" : (),
		$c->{options} ? "$alter SET " . parameters($c->{options}) : (),
	);
}

sub column_lua {
	my ($c) = @_;
	my @options;

	push @options, 'not_null = true' if $c->{not_null};
	if ($c->{default}) {
		my $value = $c->{default}[0];
		push @options, 'default = ' . (defined $value && chance(0.7) ? $value : 'sql ' . lua($c->{default}[1]));
	}
	push @options, 'generated = ' . lua($c->{generated}) if $c->{generated};
	if ($c->{identity}) {
		my $when = lua(lc $c->{identity}{when});
		my @sequence = sequence_lua($c->{identity}{options});
		push @options, 'identity = ' . (@sequence ? lua_list($when, @sequence) : $when);
	}
	push @options, 'collation = ' . lua_collation($c->{collation}) if $c->{collation};
	push @options, map { "$_ = " . lua($c->{$_}) } grep { $c->{$_} } qw(storage compression comment);
	push @options, "statistics = $c->{statistics}" if $c->{statistics};
	push @options, 'options = ' . lua_parameters($c->{options}) if $c->{options};
	return 'column(' . lua($c->{name}) . ', ' . lua($c->{type}) . (@options ? ', ' . lua_list(@options) : '') . ')';
}

# ---- constraints and indexes ----

sub key_sql {
	my ($k) = @_;
	my $sql = $k->{column} ? ident($k->{column}) : "($k->{expression})";

	$sql .= " COLLATE $k->{collation}" if $k->{collation};
	$sql .= " $k->{class}" if $k->{class};
	$sql .= " $k->{order}" if $k->{order};
	$sql .= " NULLS $k->{nulls}" if $k->{nulls};
	return $sql;
}

sub key_lua {
	my ($k) = @_;
	my $key = $k->{column} ? lua($k->{column}) : 'sql ' . lua($k->{expression});
	my @options;

	push @options, 'collation = ' . lua_collation($k->{collation}) if $k->{collation};
	push @options, 'operator_class = ' . lua($k->{class}) if $k->{class};
	push @options, map { "$_ = " . lua(lc $k->{$_}) } grep { $k->{$_} } qw(order nulls);
	return @options ? lua_list($key, @options) : $key;
}

my %constraint = map { $_ => 1 } qw(primary unique check foreign exclude);

sub constraint_sql {
	my ($s, $o) = @_;
	my $sql = $o->{called} ? 'CONSTRAINT ' . ident($o->{called}) . ' ' : '';

	if ($o->{kind} eq 'primary') { $sql .= 'PRIMARY KEY (' . idents(@{ $o->{columns} }) . ')' }
	if ($o->{kind} eq 'unique') { $sql .= 'UNIQUE ' . ($o->{nulls_not_distinct} ? 'NULLS NOT DISTINCT ' : '') . '(' . idents(@{ $o->{columns} }) . ')' }
	if ($o->{kind} eq 'check') { $sql .= "CHECK ($o->{expression})" . ($o->{no_inherit} ? ' NO INHERIT' : '') . ($o->{not_valid} ? ' NOT VALID' : '') }
	if ($o->{kind} eq 'foreign') {
		$sql .= 'FOREIGN KEY (' . idents(@{ $o->{columns} }) . ') REFERENCES ' . named(object($s, $o->{references})) . ' (' . idents(@{ $o->{referenced} }) . ')';
		$sql .= " MATCH $o->{match}" if $o->{match};
		$sql .= " ON DELETE $o->{on_delete}" . ($o->{on_delete_columns} ? ' (' . idents(@{ $o->{on_delete_columns} }) . ')' : '') if $o->{on_delete};
		$sql .= " ON UPDATE $o->{on_update}" if $o->{on_update};
	}
	if ($o->{kind} eq 'exclude') { $sql .= "EXCLUDE USING $o->{using} (" . join(', ', map { ident($_->[0]) . " WITH $_->[1]" } @{ $o->{keys} }) . ')' }
	$sql .= ' INCLUDE (' . idents(@{ $o->{include} }) . ')' if $o->{include};
	$sql .= ' WITH ' . parameters($o->{with}) if $o->{with};
	$sql .= " WHERE ($o->{where})" if $o->{where};
	$sql .= " $o->{deferrable}" if $o->{deferrable};
	$sql .= ' NOT VALID' if $o->{kind} eq 'foreign' && $o->{not_valid};
	return $sql;
}

sub options_lua {
	my ($o) = @_;
	my @options;

	push @options, 'name = ' . lua($o->{called}) if $o->{called};
	push @options, map { "$_ = true" } grep { $o->{$_} } qw(unique no_inherit nulls_not_distinct);
	push @options, 'include = ' . (@{ $o->{include} } == 1 && chance(0.5) ? lua($o->{include}[0]) : lua_list(map { lua($_) } @{ $o->{include} })) if $o->{include};
	push @options, 'with = ' . lua_parameters($o->{with}) if $o->{with};
	push @options, map { "$_ = " . lua($o->{$_}) } grep { $o->{$_} } qw(where comment);
	push @options, map { "$_ = " . lua(lc $o->{$_}) } grep { $o->{$_} } qw(match on_delete on_update);
	push @options, 'on_delete_columns = ' . lua_list(map { lua($_) } @{ $o->{on_delete_columns} }) if $o->{on_delete} && $o->{on_delete_columns};
	push @options, 'deferrable = true' if $o->{deferrable};
	push @options, 'initially = "deferred"' if ($o->{deferrable} // '') =~ /INITIALLY/;
	push @options, 'using = ' . lua($o->{using}) if $o->{using} && ($o->{kind} eq 'exclude' || $o->{using} ne 'btree');
	return @options;
}

# inside of its table
sub part_lua {
	my ($s, $o) = @_;
	my @options = options_lua($o);
	my %word = (primary => 'primary_key', foreign => 'foreign_key');
	my $word = $word{ $o->{kind} } // $o->{kind};

	return "$word " . lua_list((map { lua($_) } @{ $o->{columns} }), @options) if $o->{kind} =~ /primary|unique/;
	return "$word " . lua_list(lua($o->{expression}), @options) if $o->{kind} eq 'check';
	return "$word " . lua_list((map { lua_list(lua($_->[0]), lua($_->[1])) } @{ $o->{keys} }), @options) if $o->{kind} eq 'exclude';
	return "$word " . lua_list((map { key_lua($_) } @{ $o->{keys} }), @options) if $o->{kind} eq 'index';
	my $there = object($s, $o->{references});
	my $references = lua_named($there) =~ s/"$//r . '(' . join(', ', map { lua(lua_part($_)) =~ s/^"|"$//gr } @{ $o->{referenced} }) . ')"';
	return "$word " . lua_list((map { lua($_) } @{ $o->{columns} }), "references = $references", @options);
}

sub index_sql {
	my ($s, $o) = @_;
	my $sql = 'CREATE ' . ($o->{unique} ? 'UNIQUE ' : '') . 'INDEX ' . ($o->{called} ? ident($o->{called}) . ' ' : '') . 'ON ' . named(object($s, $o->{on}));

	$sql .= " USING $o->{using}" if $o->{using} ne 'btree' || chance(0.2);
	$sql .= ' (' . join(', ', map { key_sql($_) } @{ $o->{keys} }) . ')';
	$sql .= ' INCLUDE (' . idents(@{ $o->{include} }) . ')' if $o->{include};
	$sql .= ' NULLS NOT DISTINCT' if $o->{nulls_not_distinct};
	$sql .= ' WITH ' . parameters($o->{with}) if $o->{with};
	$sql .= " WHERE $o->{where}" if $o->{where};
	return $sql;
}

# ---- tables ----

sub bound_values {
	my ($s, $t) = @_;
	my $by = object($s, $t->{of})->{partition_by};
	my $n = $t->{bound}{n};

	return { default => 1 } if $n eq 'default';
	return { modulus => 4, remainder => $n } if $by->{strategy} eq 'hash';
	return { values => $by->{type} eq 'text' ? [ "v$n", "w$n" ] : [ $n, $n + 10 ] } if $by->{strategy} eq 'list';
	return { from => $by->{type} eq 'text' ? "b$n" : $n * 10, to => $by->{type} eq 'text' ? "b${n}x" : $n * 10 + 10 };
}

sub bound_sql {
	my ($s, $t) = @_;
	my $b = bound_values($s, $t);
	my $value = sub { return $_[0] =~ /^\d+$/ ? $_[0] : "'$_[0]'" };

	return 'DEFAULT' if $b->{default};
	return "FOR VALUES WITH (modulus $b->{modulus}, remainder $b->{remainder})" if $b->{modulus};
	return 'FOR VALUES IN (' . join(', ', map { $value->($_) } @{ $b->{values} }) . ')' if $b->{values};
	return 'FOR VALUES FROM (' . $value->($b->{from}) . ') TO (' . $value->($b->{to}) . ')';
}

sub bound_lua {
	my ($s, $t) = @_;
	my $b = bound_values($s, $t);
	my $value = sub { return $_[0] =~ /^\d+$/ ? $_[0] : lua($_[0]) };

	return 'default = true' if $b->{default};
	return ("modulus = $b->{modulus}", "remainder = $b->{remainder}") if $b->{modulus};
	return 'values = ' . lua_list(map { $value->($_) } @{ $b->{values} }) if $b->{values};
	return ('from = ' . $value->($b->{from}), 'to = ' . $value->($b->{to}));
}

sub by_sql { my ($t) = @_; return $t->{partition_by} ? "$t->{partition_by}{strategy} (" . ident($t->{partition_by}{column}) . ')' : undef }

# with these parts in it
sub table_sql {
	my ($s, $t, @in) = @_;
	my $sql = 'CREATE ' . ($t->{unlogged} ? 'UNLOGGED ' : '') . 'TABLE ' . named($t);

	if ($t->{of}) {
		$sql .= ' PARTITION OF ' . named(object($s, $t->{of})) . ' ' . bound_sql($s, $t);
	} else {
		$sql .= ' (' . join(', ', map { $_->{kind} eq 'column' ? column_sql($_) : constraint_sql($s, $_) } @in) . ')';
		$sql .= ' INHERITS (' . named(object($s, $t->{parent})) . ')' if $t->{parent};
	}
	$sql .= ' PARTITION BY ' . by_sql($t) if $t->{partition_by};
	$sql .= ' WITH ' . parameters($t->{with}) if $t->{with};
	return $sql;
}

sub table_options_lua {
	my ($s, $t) = @_;

	return (
		$t->{unlogged} ? 'unlogged = true' : (),
		$t->{with} ? 'with = ' . lua_parameters($t->{with}) : (),
		$t->{partition_by} ? 'partition_by = ' . lua(by_sql($t)) : (),
		$t->{parent} ? 'inherits = ' . lua_named(object($s, $t->{parent})) : (),
		$t->{comment} ? 'comment = ' . lua($t->{comment}) : (),
	);
}

sub partition_lua {
	my ($s, $t) = @_;

	return 'partition(' . lua_named($t) . ', ' . lua_list((map { partition_lua($s, $_) } @{ $t->{inside} }), bound_lua($s, $t), table_options_lua($s, $t)) . ')';
}

sub table_lua {
	my ($s, $t, @in) = @_;
	my @parts = map { $_->{kind} eq 'column' ? column_lua($_) : $_->{kind} eq 'table' ? partition_lua($s, $_) : part_lua($s, $_) } @in;

	push @parts, 'partition_of = ' . lua_named(object($s, $t->{of})), bound_lua($s, $t) if $t->{of};
	return 'table ' . lua_named($t) . " {\n" . join('', map { "  $_,\n" } @parts, table_options_lua($s, $t)) . "}\n";
}

# ---- other kinds ----

my %create = (
	schema => sub { my ($s, $o) = @_; return 'CREATE SCHEMA ' . named($o) },
	extension => sub { my ($s, $o) = @_; return 'CREATE EXTENSION ' . named($o) },
	enum => sub { my ($s, $o) = @_; return 'CREATE TYPE ' . named($o) . ' AS ENUM (' . join(', ', map { literal($_) } @{ $o->{labels} }) . ')' },
	table => sub { my ($s, $o) = @_; return table_sql($s, $o) },
	column => sub { my ($s, $o) = @_; my $t = object($s, $o->{on}); return 'ALTER TABLE ' . named($t) . ' ADD COLUMN ' . column_sql($o), column_more($t, $o) },
	index => sub { my ($s, $o) = @_; return index_sql($s, $o) },
	domain => sub {
		my ($s, $o) = @_;
		return 'CREATE DOMAIN ' . named($o) . " AS $o->{base}" . ($o->{collation} ? " COLLATE $o->{collation}" : '') . ($o->{default} ? " DEFAULT $o->{default}[1]" : '') . ($o->{not_null} ? ' NOT NULL' : '')
			. join('', map { ' CONSTRAINT ' . ident($_->[0]) . " CHECK ($_->[1])" } @{ $o->{checks} });
	},
	composite => sub { my ($s, $o) = @_; return 'CREATE TYPE ' . named($o) . ' AS (' . join(', ', map { ident($_->[0]) . " $_->[1]" } @{ $o->{attributes} }) . ')' },
	range => sub {
		my ($s, $o) = @_;
		return 'CREATE TYPE ' . named($o) . " AS RANGE (subtype = $o->{subtype}" . ($o->{difference} ? ", subtype_diff = $o->{difference}" : '')
			. ($o->{multirange} ? ', multirange_type_name = ' . named({ schema => $o->{schema}, name => $o->{multirange} }) : '') . ')';
	},
	sequence => sub { my ($s, $o) = @_; my $options = sequence_sql($o->{options}); return 'CREATE ' . ($o->{unlogged} ? 'UNLOGGED ' : '') . 'SEQUENCE ' . named($o) . ($options ? " $options" : '') },
	calc => sub {
		my ($s, $o) = @_;
		my $body = $o->{language} eq 'sql' ? "SELECT $o->{argument} + $o->{body}" : "BEGIN RETURN $o->{argument} + $o->{body}; END";
		return 'CREATE FUNCTION ' . named($o) . "($o->{argument} integer) RETURNS $o->{returns} LANGUAGE $o->{language} IMMUTABLE" . ($o->{strict} ? ' STRICT' : '')
			. ($o->{parallel} ? " PARALLEL $o->{parallel}" : '') . ($o->{cost} ? " COST $o->{cost}" : '') . " AS \$\$$body\$\$";
	},
	firing => sub {
		my ($s, $o) = @_;
		return 'CREATE FUNCTION ' . named($o) . '() RETURNS trigger LANGUAGE plpgsql' . ($o->{definer} ? ' SECURITY DEFINER' : '') . ($o->{path} ? " SET search_path = $o->{path}" : '')
			. " AS \$\$BEGIN IF $o->{body} > 0 THEN RETURN NEW; END IF; RETURN NULL; END\$\$";
	},
	reader => sub {
		my ($s, $o) = @_;
		my $from = named(object($s, $o->{reads}));
		my %body = (
			count => ['bigint', 'sql', " AS \$\$SELECT count(*) + $o->{body} FROM $from\$\$"],
			rows => ["SETOF $from", 'sql', " AS \$\$SELECT * FROM $from LIMIT $o->{body}\$\$"],
			table => ['TABLE(n bigint, t text)', 'sql', " AS \$\$SELECT count(*), 'x$o->{body}'::text FROM $from\$\$"],
			atomic => ['bigint', 'sql', " BEGIN ATOMIC SELECT count(*) + $o->{body} FROM $from; END"],
			plpgsql => ['bigint', 'plpgsql', " AS \$\$BEGIN RETURN (SELECT count(*) + $o->{body} FROM $from); END\$\$"],
		);
		my ($returns, $language, $body) = @{ $body{ $o->{form} } };
		return 'CREATE FUNCTION ' . named($o) . "($o->{arguments}) RETURNS $returns LANGUAGE $language" . ($o->{volatility} ? " $o->{volatility}" : '') . $body;
	},
	procedure => sub { my ($s, $o) = @_; return 'CREATE PROCEDURE ' . named($o) . "($o->{arguments}) LANGUAGE plpgsql AS \$\$BEGIN PERFORM $o->{body}; END\$\$" },
	aggregate => sub { my ($s, $o) = @_; return 'CREATE AGGREGATE ' . named($o) . "(integer) (SFUNC = $o->{sfunc}, STYPE = integer" . (defined $o->{start} ? ", INITCOND = '$o->{start}'" : '') . ')' },
	view => sub { my ($s, $o) = @_; return 'CREATE VIEW ' . named($o) . ($o->{options} ? ' WITH ' . parameters($o->{options}) : '') . ' AS ' . query($s, $o) . ($o->{check} ? " WITH $o->{check} CHECK OPTION" : '') },
	matview => sub { my ($s, $o) = @_; return 'CREATE MATERIALIZED VIEW ' . named($o) . ($o->{with} ? ' WITH ' . parameters($o->{with}) : '') . ' AS ' . query($s, $o) . ($o->{empty} ? ' WITH NO DATA' : '') },
	trigger => sub {
		my ($s, $o) = @_;
		my $on = object($s, $o->{on});
		my @events = map { $_ eq 'UPDATE' && $o->{columns} ? 'UPDATE OF ' . idents(@{ $o->{columns} }) : $_ } @{ $o->{events} };
		return ('CREATE ' . ($o->{constraint} ? 'CONSTRAINT ' : '') . 'TRIGGER ' . ident($o->{name}) . " $o->{timing} " . join(' OR ', @events) . ' ON ' . named($on) . ($o->{constraint} ? " $o->{constraint}" : '')
			. ($o->{old_rows} ? " REFERENCING OLD TABLE AS $o->{old_rows}" : '') . " FOR EACH $o->{level}" . ($o->{when} ? " WHEN ($o->{when})" : '') . ' EXECUTE FUNCTION ' . named(object($s, $o->{calls})) . '(' . ($o->{arguments} // '') . ')',
			$o->{enabled} ? 'ALTER TABLE ' . named($on) . " $o->{enabled} TRIGGER " . ident($o->{name}) : ());
	},
	event_trigger => sub {
		my ($s, $o) = @_;
		my $function = ident("$o->{name}_f");
		return ("CREATE FUNCTION $function() RETURNS event_trigger LANGUAGE plpgsql AS \$\$BEGIN PERFORM $o->{body}; END\$\$",
			'CREATE EVENT TRIGGER ' . ident($o->{name}) . " ON $o->{event}" . ($o->{tags} ? ' WHEN TAG IN (' . join(', ', map { literal($_) } @{ $o->{tags} }) . ')' : '') . " EXECUTE FUNCTION $function()",
			$o->{enabled} ? 'ALTER EVENT TRIGGER ' . ident($o->{name}) . " $o->{enabled}" : ());
	},
	policy => sub {
		my ($s, $o) = @_;
		return 'CREATE POLICY ' . ident($o->{name}) . ' ON ' . named(object($s, $o->{on})) . ($o->{restrictive} ? ' AS RESTRICTIVE' : '') . " FOR $o->{command}" . ($o->{roles} ? " TO $o->{roles}" : '')
			. ($o->{using} ? " USING ($o->{using})" : '') . ($o->{with_check} ? " WITH CHECK ($o->{with_check})" : '');
	},
	rule => sub { my ($s, $o) = @_; return 'CREATE RULE ' . ident($o->{name}) . " AS ON $o->{event} TO " . named(object($s, $o->{on})) . ($o->{where} ? " WHERE $o->{where}" : '') . " $o->{does}" },
	statistics => sub {
		my ($s, $o) = @_;
		return ('CREATE STATISTICS ' . named($o) . ($o->{kinds} ? " ($o->{kinds})" : '') . ' ON ' . join(', ', @{ $o->{columns} }) . ' FROM ' . named(object($s, $o->{on})),
			$o->{target} ? 'ALTER STATISTICS ' . named($o) . " SET STATISTICS $o->{target}" : ());
	},
	publication => sub {
		my ($s, $o) = @_;
		my @options = (($o->{publish} ? "publish = '$o->{publish}'" : ()), ($o->{root} ? "publish_via_partition_root = $o->{root}" : ()));
		my @tables = map { my $t = object($s, $_->[0]); $t ? named($t) . ($_->[1] ? " $_->[1]" : '') : () } @{ $o->{tables} // [] };
		my @schemas = map { ident(object($s, $_)->{name}) } @{ $o->{schemas} // [] };
		my @of = (@tables ? 'TABLE ' . join(', ', @tables) : (), @schemas ? 'TABLES IN SCHEMA ' . join(', ', @schemas) : ());
		return 'CREATE PUBLICATION ' . ident($o->{name}) . ($o->{everything} ? ' FOR ALL TABLES' : @of ? ' FOR ' . join(', ', @of) : '') . (@options ? ' WITH (' . join(', ', @options) . ')' : '');
	},
	collation => sub {
		my ($s, $o) = @_;
		return 'CREATE COLLATION ' . named($o) . ' (' . ($o->{locale} =~ /^[a-z]/ ? 'provider = icu, ' : '') . "locale = '$o->{locale}'" . ($o->{deterministic} ? ", deterministic = $o->{deterministic}" : '') . ')';
	},
	operator => sub {
		my ($s, $o) = @_;
		return 'CREATE OPERATOR ' . operator($o) . " (FUNCTION = $o->{function}, LEFTARG = integer, RIGHTARG = integer" . ($o->{restrict} ? ", RESTRICT = $o->{restrict}" : '') . ($o->{join} ? ", JOIN = $o->{join}" : '')
			. ($o->{hashes} ? ', HASHES' : '') . ')';
	},
	operator_class => sub {
		my ($s, $o) = @_;
		return 'CREATE OPERATOR CLASS ' . named($o) . " FOR TYPE integer USING $o->{using}" . ($o->{family} ? ' FAMILY ' . named(object($s, $o->{family})) : '') . ' AS '
			. ($o->{using} eq 'hash' ? 'OPERATOR 1 =, FUNCTION 1 hashint4(integer)' : 'OPERATOR 1 <, OPERATOR 2 <=, OPERATOR 3 =, OPERATOR 4 >=, OPERATOR 5 >, FUNCTION 1 btint4cmp(integer, integer)');
	},
	operator_family => sub {
		my ($s, $o) = @_;
		my $family = 'OPERATOR FAMILY ' . named($o) . " USING $o->{using}";
		return ("CREATE $family", $o->{members} ? "ALTER $family ADD " . join(', ', @{ $o->{members} }) : ());
	},
	base_type => sub {
		my ($s, $o) = @_;
		my $type = named($o);
		my ($in, $out) = map { named({ schema => $o->{schema}, name => "$o->{name}_$_" }) } qw(in out);
		my @options = map { $o->{$_} ? "$_ = " . literal($o->{$_} =~ s/''/'/gr) : () } qw(category delimiter default);
		return ("CREATE TYPE $type",
			"CREATE FUNCTION $in(cstring) RETURNS $type LANGUAGE internal IMMUTABLE STRICT AS 'textin'",
			"CREATE FUNCTION $out($type) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'textout'",
			"CREATE TYPE $type (" . join(', ', "INPUT = $in", "OUTPUT = $out", ($o->{storage} ? "STORAGE = $o->{storage}" : ()), @options) . ')');
	},
	language => sub {
		my ($s, $o) = @_;
		return 'CREATE ' . ($o->{trusted} ? 'TRUSTED ' : '') . 'LANGUAGE ' . ident($o->{name}) . ' HANDLER plpgsql_call_handler' . ($o->{inline} ? ' INLINE plpgsql_inline_handler' : '')
			. ($o->{validator} ? ' VALIDATOR plpgsql_validator' : '');
	},
	transform => sub {
		my ($s, $o) = @_;
		my %receive = (smallint => 'int2recv', date => 'date_recv', uuid => 'uuid_recv');
		return "CREATE TRANSFORM FOR $o->{type} LANGUAGE $o->{language} ("
			. join(', ', ($o->{from_sql} ? 'FROM SQL WITH FUNCTION prsd_lextype(internal)' : ()), ($o->{to_sql} ? "TO SQL WITH FUNCTION $receive{$o->{type}}(internal)" : ())) . ')';
	},
	cast => sub { my ($s, $o) = @_; return 'CREATE CAST (' . named(object($s, $o->{enum})) . " AS $o->{to}) WITH INOUT" . ($o->{context} ? " $o->{context}" : '') },
	dictionary => sub { my ($s, $o) = @_; return 'CREATE TEXT SEARCH DICTIONARY ' . named($o) . ' (TEMPLATE = simple' . ($o->{stop} ? ", stopwords = $o->{stop}" : '') . ($o->{accept} ? ", accept = $o->{accept}" : '') . ')' },
	configuration => sub {
		my ($s, $o) = @_;
		my $dictionary = $o->{dictionary} && object($s, $o->{dictionary});
		return ('CREATE TEXT SEARCH CONFIGURATION ' . named($o) . " (COPY = $o->{copy})",
			$dictionary ? 'ALTER TEXT SEARCH CONFIGURATION ' . named($o) . ' ALTER MAPPING FOR ' . join(', ', @{ $o->{tokens} }) . ' WITH ' . named($dictionary) . ', simple' : ());
	},
	conversion => sub { my ($s, $o) = @_; return 'CREATE CONVERSION ' . named($o) . " FOR $o->{way}" },
	access_method => sub { my ($s, $o) = @_; return 'CREATE ACCESS METHOD ' . named($o) . ' TYPE TABLE HANDLER heap_tableam_handler' },
	wrapper => sub { my ($s, $o) = @_; return 'CREATE FOREIGN DATA WRAPPER ' . named($o) . options($o->{options}) },
	server => sub { my ($s, $o) = @_; return 'CREATE SERVER ' . named($o) . ($o->{version} ? " VERSION '$o->{version}'" : '') . ' FOREIGN DATA WRAPPER ' . named(object($s, $o->{wrapper})) . options($o->{options}) },
	mapping => sub { my ($s, $o) = @_; return 'CREATE USER MAPPING FOR ' . role($o->{user}) . ' SERVER ' . named(object($s, $o->{server})) . options($o->{options}) },
	foreign_table => sub {
		my ($s, $o) = @_;
		return 'CREATE FOREIGN TABLE ' . named($o) . ' (' . join(', ', map { join ' ', ident($_->[0]), grep { $_ } @$_[ 1 .. 3 ] } @{ $o->{columns} }) . ') SERVER ' . named(object($s, $o->{server})) . options($o->{options});
	},
	typed => sub { my ($s, $o) = @_; return 'CREATE TABLE ' . named($o) . ' OF ' . named(object($s, $o->{typed})) . ($o->{with} ? ' WITH ' . parameters($o->{with}) : '') },
	default_privilege => sub {
		my ($s, $o) = @_;
		return 'ALTER DEFAULT PRIVILEGES FOR ROLE ' . role($o->{for}) . ($o->{within} ? ' IN SCHEMA ' . named(object($s, $o->{within})) : '') . " GRANT $o->{what} TO " . role($o->{to});
	},
	(map {
		$_ => sub { my ($s, $o) = @_; return 'ALTER TABLE ' . named(object($s, $o->{on})) . ' ADD ' . constraint_sql($s, $o) }
	} keys %constraint),
);

sub query {
	my ($s, $o) = @_;
	my $n = 0;

	return 'SELECT ' . join(', ', map { "$_->[0] AS " . ident($_->[1]) } @{ $o->{outputs} }) . ' FROM ' . join(', ', map { my $from = object($s, $_); ($from ? named($from) : 'nothing') . ' AS f' . $n++ } @{ $o->{from} })
		. ($o->{where} ? " WHERE $o->{where}" : '');
}

my %declare = (
	schema => sub { my ($s, $o) = @_; return 'schema ' . lua($o->{name}) . "\n" },
	extension => sub { my ($s, $o) = @_; return 'extension ' . lua($o->{name}) . "\n" },
	sequence => sub {
		my ($s, $o) = @_;
		my @options = (sequence_lua($o->{options}), ($o->{unlogged} ? 'unlogged = true' : ()));
		return 'sequence ' . (@options ? '(' . lua_named($o) . ', ' . lua_list(@options) . ')' : lua_named($o)) . "\n";
	},
	enum => sub { my ($s, $o) = @_; return 'enum ' . lua_named($o) . ' ' . lua_list(map { lua($_) } @{ $o->{labels} }) . "\n" },
);

sub operator { my ($o) = @_; return ($o->{schema} eq 'public' ? '' : ident($o->{schema}) . '.') . $o->{name} }

# " OPTIONS (…)" or ""
sub options { my ($options) = @_; return $options ? ' OPTIONS (' . join(', ', map { "$_ '$options->{$_}'" } sort keys %$options) . ')' : '' }

sub role { my ($role) = @_; return $role eq 'PUBLIC' ? $role : ident($role) }

# on what COMMENT and GRANT are
sub target {
	my ($s, $o) = @_;
	my $kind = $o->{kind};

	my %other = (
		foreign_table => 'FOREIGN TABLE', access_method => 'ACCESS METHOD', dictionary => 'TEXT SEARCH DICTIONARY', configuration => 'TEXT SEARCH CONFIGURATION',
		wrapper => 'FOREIGN DATA WRAPPER', typed => 'TABLE',
	);

	return "$other{$kind} " . named($o) if $other{$kind};
	return 'OPERATOR ' . operator($o) . ' (integer, integer)' if $kind eq 'operator';
	return 'OPERATOR CLASS ' . named($o) . " USING $o->{using}" if $kind eq 'operator_class';
	return "OPERATOR FAMILY " . named($o) . " USING $o->{using}" if $kind eq 'operator_family';
	return "TRANSFORM FOR $o->{type} LANGUAGE $o->{language}" if $kind eq 'transform';
	return 'CAST (' . named(object($s, $o->{enum})) . " AS $o->{to})" if $kind eq 'cast';
	return 'CONSTRAINT ' . ident($o->{called} // usual_name($s, $o)) . ' ON ' . named(object($s, $o->{on})) if $constraint{$kind};
	return 'INDEX ' . named({ schema => object($s, $o->{on})->{schema}, name => $o->{called} }) if $kind eq 'index';
	return 'COLUMN ' . named(object($s, $o->{on})) . '.' . ident($o->{name}) if $kind eq 'column';
	return 'TYPE ' . named($o) if $kind =~ /^(?:enum|composite|range|base_type)$/;
	return uc($kind) . ' ' . ident($o->{name}) . ' ON ' . named(object($s, $o->{on})) if $kind =~ /^(?:trigger|policy|rule)$/;
	return 'FUNCTION ' . named($o) . '(' . ($kind eq 'calc' ? 'integer' : $kind eq 'reader' ? signature($o) : '') . ')' if $kind =~ /^(?:calc|firing|reader)$/;
	return 'PROCEDURE ' . named($o) . '(' . signature($o) . ')' if $kind eq 'procedure';
	return 'AGGREGATE ' . named($o) . '(integer)' if $kind eq 'aggregate';
	return 'MATERIALIZED VIEW ' . named($o) if $kind eq 'matview';
	return 'EVENT TRIGGER ' . ident($o->{name}) if $kind eq 'event_trigger';
	return uc($kind) . ' ' . named($o);
}

sub signature { my ($o) = @_; return $o->{arguments} =~ s/ DEFAULT [^,]*//gr }

# as PostgreSQL chooses it, without cutting
sub usual_name {
	my ($s, $o) = @_;
	my $t = object($s, $o->{on})->{name};

	return "${t}_pkey" if $o->{kind} eq 'primary';
	return join '_', $t, @{ $o->{columns} }, 'key';
}

sub comments { my ($s, $o) = @_; return $o->{comment} ? 'COMMENT ON ' . target($s, $o) . ' IS ' . literal($o->{comment}) : () }

# who has it, who may use it, and how it is labelled
sub grants {
	my ($s, $o) = @_;
	my $target = $o->{role} || $o->{grants} || $o->{label} ? target($s, $o) : '';
	my @said = $o->{role} ? "ALTER $target OWNER TO " . role($o->{role}) : ();

	push @said, "SECURITY LABEL FOR tester ON $target IS " . literal($o->{label}) if $o->{label};
	return @said unless $o->{grants};
	my $on = $target =~ s/^(?:MATERIALIZED VIEW|VIEW|FOREIGN TABLE) /TABLE /r =~ s/^SERVER /FOREIGN SERVER /r;
	my $column = $o->{kind} eq 'column' ? ' (' . ident($o->{name}) . ')' : '';
	$on = 'TABLE ' . named(object($s, $o->{on})) if $column;
	return @said, map { my ($privilege, $role, $more) = /^(\S+) (.*?)( WITH GRANT OPTION)?$/; "GRANT $privilege$column ON $on TO " . role($role) . ($more // '') } @{ $o->{grants} };
}

# what ALTER TABLE says of a table itself
sub states {
	my ($s, $o) = @_;

	return 'ALTER TABLE ' . named(object($s, $o->{on})) . ' CLUSTER ON ' . ident($o->{called}) if $o->{clustered};
	return () if $o->{kind} ne 'table';
	my $alter = 'ALTER TABLE ' . named($o);
	return (($o->{row_security} ? "$alter ENABLE ROW LEVEL SECURITY" : ()), ($o->{force_row_security} ? "$alter FORCE ROW LEVEL SECURITY" : ()), ($o->{replica_identity} ? "$alter REPLICA IDENTITY $o->{replica_identity}" : ()));
}

sub owned {
	my ($s, $o) = @_;
	my $column = $o->{kind} eq 'sequence' && $o->{owner} ? object($s, $o->{owner}) : undef;

	return $column ? 'ALTER SEQUENCE ' . named($o) . ' OWNED BY ' . named(object($s, $column->{on})) . '.' . ident($column->{name}) : ();
}

# what more there is to say of it
sub rest { return (states(@_), comments(@_), grants(@_)) }

# the statements that make it, in an order that works: [object, SQL]
sub statements {
	my ($s) = @_;
	my @made;
	my $make = sub {
		for my $o (@_) { push @made, map { [ $o, $_ ] } $create{ $o->{kind} }->($s, $o), rest($s, $o) }
	};
	my @tables = all($s, 'table');
	my ($of_views, $of_tables) = ([], []);

	push @{ object($s, $_->{on})->{kind} eq 'matview' ? $of_views : $of_tables }, $_ for all($s, 'index');
	$make->(all($s, $_)) for qw(schema extension access_method collation enum base_type language transform calc cast operator operator_family operator_class dictionary configuration conversion wrapper server mapping);
	$make->(sort { $a->{id} <=> $b->{id} } all($s, qw(domain composite range sequence)));
	for my $t (grep { !$_->{of} } @tables) {
		my @key = $t->{partition_by} ? grep { $_->{name} eq $t->{partition_by}{column} } parts($s, $t, 'column') : ();
		push @made, map({ [ $t, $_ ] } table_sql($s, $t, @key), rest($s, $t)), map { my $c = $_; map { [ $c, $_ ] } column_more($t, $c), rest($s, $c) } @key;
		$make->(grep { !@key || $_ != $key[0] } parts($s, $t, 'column'));
	}
	$make->(sort { $a->{id} <=> $b->{id} } grep { $_->{of} } @tables);
	$make->(all($s, $_)) for qw(primary unique check exclude foreign);
	$make->(@$of_tables);
	push @made, map { my $o = $_; map { [ $o, $_ ] } owned($s, $o) } all($s, 'sequence');
	$make->(map { all($s, $_) } qw(typed foreign_table));
	$make->(sort { $a->{id} <=> $b->{id} } all($s, qw(view matview)));
	$make->(@$of_views, map { all($s, $_) } qw(default_privilege firing reader procedure aggregate trigger policy rule statistics publication event_trigger));
	return @made;
}

# ---- models ----

my @later = qw(primary unique check exclude foreign index);

# the same SQL, spelt otherwise
sub respelt {
	my ($sql) = @_;

	return $sql if chance(0.6);
	my @pieces = $sql =~ /(\$\$.*?\$\$|'(?:[^']|'')*'|"(?:[^"]|"")*"|\w+|\s+|.)/gs;
	for (@pieces) {
		$_ = one(' ', "\n  ", '  ', ' /* so */ ') if /^\s+$/;
		$_ = lc if /^[A-Z]+$/ && chance(0.3);
	}
	return join '', @pieces;
}

# the declarations, in any order: [is Lua, text]
sub models {
	my ($s) = @_;
	my (@declared, %done);
	my $sql = sub { push @declared, map { [ 0, respelt($_) ] } @_ };

	for my $t (all($s, 'table')) {
		$_->{inside} = [] for all($s, 'table');
	}
	for my $t (all($s, 'table')) {
		next unless $t->{of} && chance(0.5) && !$t->{unlogged};
		push @{ object($s, $t->{of})->{inside} }, $t;
		$done{ $t->{id} } = 1;
	}
	for my $t (grep { !$_->{of} || !$done{ $_->{id} } } all($s, 'table')) {
		my @columns = some(99, parts($s, $t, 'column'));
		my (@in, @out);
		# ALTER COLUMN reaches the tables below that are there by then
		my $has_below = grep { ($_->{of} // $_->{parent} // 0) == $t->{id} } all($s, 'table');
		my $lua = chance(0.7) || @{ $t->{inside} } || $has_below && grep { $_->{storage} || $_->{statistics} || $_->{options} } @columns;
		for my $part (parts($s, $t, @later)) {
			if (chance(0.25) || $part->{not_valid} || !$lua && $part->{kind} eq 'index') {
				push @out, $part;
			} else {
				push @in, $part;
			}
		}
		if ($lua) {
			push @declared, [ 1, table_lua($s, $t, @columns, some(99, @in, @{ $t->{inside} })) ];
		} elsif ($t->{of}) {
			$sql->(table_sql($s, $t), comments($s, $t));
			@out = (@in, @out);
			@in = ();
		} else {
			$sql->(table_sql($s, $t, some(99, @columns, @in)), (map { column_more($t, $_) } @columns), map { comments($s, $_) } $t, @columns, @in);
		}
		$sql->($create{ $_->{kind} }->($s, $_), comments($s, $_)) for @out;
		$sql->(map { states($s, $_) } @in, @out);
		$sql->(states($s, $t), map { grants($s, $_) } $t, @columns);
		$done{ $_->{id} } = 2 for $t, @columns, @in, @out;
	}
	for my $t (grep { $_->{of} && $done{ $_->{id} } == 1 } all($s, 'table')) {
		$sql->(states($s, $t), grants($s, $t));
	}
	for my $o (grep { !$done{ $_->{id} } } @{ $s->{objects} }) {
		my $declare = $declare{ $o->{kind} };
		if ($declare && chance(0.6)) {
			push @declared, [ 1, $declare->($s, $o) ];
			$sql->(rest($s, $o));
		} else {
			$sql->($create{ $o->{kind} }->($s, $o), rest($s, $o));
		}
		$sql->(owned($s, $o));
	}
	return some(scalar @declared, @declared);
}

1;
