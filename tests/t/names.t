# Names that are left out: operations choose those that the server chooses, cut at 63 bytes as it does, multi-byte and numbered
# names included. The same tables are made by psql from SQL without names, and by migrate; the dumps are equal.
use strict;
use warnings;
use utf8;
use lib 'tests/lib';

use Cluster qw(run spew tempdir link_migrate);
use Encode qw(encode_utf8);
use Test::More;

my $pg = Cluster->new;
my $n = 0;

# the Lua and the SQL that are to make the same
sub equal {
	my ($name, $lua, $sql) = @_;
	my $project = tempdir();
	my ($ours, $theirs) = ('lua' . ++$n, "sql$n");

	$pg->createdb($_) for $ours, $theirs;
	spew("$project/migrations/versions/a1.lua",
		encode_utf8("revision { id = \"a1\", message = \"x\" }\nfunction upgrade()\n$lua\nend\n"));
	my ($exit, $out, $err) = run(migratec(), '-C', $project, 'compile', '--one-line');
	is($exit, 0, "$name: compiles") or return diag $err;
	link_migrate("$project/migrate", "$project/generated/migrations.c");
	($exit, $out, $err) = run({ env => { DATABASE_URL => $pg->url($ours) } }, "$project/migrate", 'upgrade');
	is($exit, 0, "$name: runs") or return diag $err;
	($exit, $out, $err) = run({ stdin => encode_utf8($sql) }, 'psql', '-Xq', '-v', 'ON_ERROR_STOP=1', $pg->url($theirs));
	is($exit, 0, "$name: psql runs the SQL") or return diag $err;
	is($pg->dump($ours), $pg->dump($theirs), "$name: the names are the server's");
}

my $lua = <<'LUA';
create_table("NAME", {
  column("id", "bigint", { primary_key = true }),
  column("email", "text", { unique = true, check = "email <> ''" }),
  column("a", "integer", { not_null = true }),
  column("b", "integer", { check = "b > a" }),
  column("parent", "bigint", { references = "NAME" }),
  column("n", "integer", { identity = "always" }),
  column("s", "bigserial"),
  column("during", "tstzrange"),
  unique { "a", "b" },
  unique { "b", "a" },
  check { "a > 0" },
  check { "a > 1" },
  check { "a > b" },
  check { "1 > 0" },
  exclude { { "during", "&&" }, using = "gist" },
  foreign_key { "a", "b", references = "NAME(a, b)" },
})
create_index("NAME", { "a" })
create_index("NAME", { "a" })
create_index("NAME", { "a", "b" }, { unique = true })
create_index("NAME", { sql "lower(email)" })
create_index("NAME", { sql "a + b" })
create_index("NAME", { sql "a + b", sql "a - b", "email" })
create_index("NAME", { sql "coalesce(email, 'x')", sql "lower(email)", sql "lower(upper(email))" })
create_index("NAME", { sql "(email COLLATE \"C\")", sql "a::text" })
LUA
my $sql = <<'SQL';
CREATE TABLE "NAME" (
  id bigint PRIMARY KEY,
  email text UNIQUE CHECK (email <> ''),
  a integer NOT NULL,
  b integer CHECK (b > a),
  parent bigint REFERENCES "NAME",
  n integer GENERATED ALWAYS AS IDENTITY,
  s bigserial,
  during tstzrange,
  UNIQUE (a, b),
  UNIQUE (b, a),
  CHECK (a > 0),
  CHECK (a > 1),
  CHECK (a > b),
  CHECK (1 > 0),
  EXCLUDE USING gist (during WITH &&),
  FOREIGN KEY (a, b) REFERENCES "NAME" (a, b)
);
CREATE INDEX ON "NAME" (a);
CREATE INDEX ON "NAME" (a);
CREATE UNIQUE INDEX ON "NAME" (a, b);
CREATE INDEX ON "NAME" (lower(email));
CREATE INDEX ON "NAME" ((a + b));
CREATE INDEX ON "NAME" ((a + b), (a - b), email);
CREATE INDEX ON "NAME" (coalesce(email, 'x'), lower(email), lower(upper(email)));
CREATE INDEX ON "NAME" ((email COLLATE "C"), (a::text));
SQL
for my $table ('t', 'x' x 60, 'x' x 63, 'é' x 31, 'a' . 'é' x 31, '表' x 21, 'a' . '表' x 20, '😀' x 15) {
	equal(encode_utf8($table), $lua =~ s/NAME/$table/gr, $sql =~ s/NAME/$table/gr);
}
done_testing;
