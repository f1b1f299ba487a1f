# A throw-away PostgreSQL cluster for one test file, and the few helpers that tests share.
#
#     use lib 'tests/lib';
#     use Cluster qw(run slurp spew tempdir);
#
#     my $pg = Cluster->new;               # or (tcp => 1), (conf => { log_statement => 'all' }), (labels => 1)
#     $pg->createdb('a');
#     my ($exit, $out, $err) = run({ env => { DATABASE_URL => $pg->url('a') } }, migrate(), 'current');
#     is($pg->psql('a', 'SELECT 1'), '1');
#
# The server listens on a unix socket in $pg->{dir} alone, with fsync off; its files are a copy of a template that
# initdb made once under build/.  Server and files go when the test ends, however it ends.  All text is bytes.
package Cluster;

use strict;
use warnings;

use Cwd qw(abs_path);
use parent 'Exporter';
use Fcntl qw(:flock);
use File::Basename qw(dirname);
use File::Path qw(make_path remove_tree);
use File::Spec;
use File::Temp;
use IO::Socket::INET;
use POSIX ();
use Socket qw(AF_UNIX MSG_NOSIGNAL PF_UNSPEC SOCK_STREAM);

our @EXPORT = qw(migratec migrate libmigrate);
our @EXPORT_OK = qw(changed_lines link_migrate run slurp spew tempdir);

# the programs always, the helpers that are asked for
sub import {
	my ($class, @names) = @_;

	$class->export_to_level(1, $class, @EXPORT, @names);
}

# the project's folder
our $top = abs_path(dirname(__FILE__) . '/../..');

my $owner = $$;
my @clusters;
my $running;    # the process group that run() waits for

# what the caller's shell says must not decide a test
delete @ENV{ grep { /^PG/ } keys %ENV };
delete $ENV{DATABASE_URL};
$ENV{LC_ALL} = 'C.UTF-8';

# Files in memory, where programs may be run from there and there is room: a database is 300 files, and to make and remove those
# takes a disk's file system longer than most of what tests do with it
sub roomy {
	my ($folder) = @_;
	my ($options) = slurp('/proc/mounts') =~ /^\S+ \Q$folder\E tmpfs (\S+)/m or return 0;
	my (undef, $df) = run('df', '-kP', $folder);
	my ($free) = $df =~ /^tmpfs\s+\d+\s+\d+\s+(\d+)/m;

	return $options !~ /\b(?:ro|noexec)\b/ && -w $folder && ($free // 0) > 2**21;
}

$ENV{TMPDIR} = '/dev/shm' if !defined $ENV{TMPDIR} && roomy('/dev/shm');

# absolute paths of what is tested: MIGRATEC_BIN, MIGRATE_BIN and LIBMIGRATE name another build
sub migratec { return File::Spec->rel2abs($ENV{MIGRATEC_BIN} // "$top/build/migratec") }
sub migrate { return File::Spec->rel2abs($ENV{MIGRATE_BIN} // "$top/build/migrate") }
sub libmigrate { return File::Spec->rel2abs($ENV{LIBMIGRATE} // "$top/build/libmigrate.a") }

# the whole of a file
sub slurp {
	my ($path) = @_;

	open my $file, '<:raw', $path or die "$path: $!\n";
	local $/;
	return scalar(<$file>) // '';
}

# write a file, with the folders that lead to it
sub spew {
	my ($path, @text) = @_;

	make_path(dirname($path));
	open my $file, '>:raw', $path or die "$path: $!\n";
	print $file @text or die "$path: $!\n";
	close $file or die "$path: $!\n";
}

# an empty folder that is removed when the test ends
sub tempdir {
	return File::Temp::tempdir('migratec-XXXXXX', TMPDIR => 1, CLEANUP => 1);
}

# run([\%opt,] @command): its exit code (128 + n after signal n), standard output and standard error
#     env => { NAME => value or undef }, stdin => text, cwd => folder, timeout => seconds (120)
# a command that takes longer is killed with all that it started, and the test dies
sub run {
	my %opt = ref $_[0] ? %{ shift() } : ();
	my @command = @_;
	my $timeout = $opt{timeout} // 120;
	my ($pid, $status);

	open my $in, '+>:raw', undef or die "temporary file: $!\n";
	open my $out, '+>:raw', undef or die "temporary file: $!\n";
	open my $err, '+>:raw', undef or die "temporary file: $!\n";
	print $in $opt{stdin} // '';
	seek $in, 0, 0;

	my $server = server_of($command[0]);
	$pid = $server ? ask($server, \%opt, $in, $out, $err, @command) : fork // die "fork: $!\n";
	start_child(\%opt, $in, $out, $err, @command) unless $pid;
	$running = $pid;
	my $end = sub {
		return $status = answer($server) if $server;
		waitpid $pid, 0;
		$status = $?;
	};
	my $ended = eval {
		local $SIG{ALRM} = sub { die "timeout\n" };
		alarm $timeout;
		$end->();
		alarm 0;
		1;
	};
	alarm 0;
	if (!$ended) {
		kill KILL => -$pid;
		$end->();
	}
	undef $running;
	die "no end after $timeout s: @command\n" . text($out) . text($err) unless $ended;
	return ($status & 127 ? 128 + ($status & 127) : $status >> 8, text($out), text($err));
}

# migratec() is not loaded for each command: build/migratec_server has been, and forks for each.  A test of the process itself sets
# $fresh; a build without the server, or with an old one, does without
our $fresh;
my %servers;    # program => socket
my $served = 0; # the process that started them

sub server_of {
	my ($program) = @_;
	my $server = dirname($program) . '/migratec_server';

	return if $fresh || $program ne migratec() || !-e $server || (stat $server)[9] < (stat $program)[9];
	%servers = () if $served != $$;    # those are for the process that this one was forked from
	$served = $$;
	return $servers{$program} //= start_server($server);
}

sub start_server {
	my ($program) = @_;

	socketpair my $ours, my $its, AF_UNIX, SOCK_STREAM, PF_UNSPEC or die "socketpair: $!\n";
	my $pid = fork // die "fork: $!\n";
	if (!$pid) {
		open STDIN, '<&', $its;
		no warnings 'exec';
		exec { $program } $program;
		POSIX::_exit(127);
	}
	return $ours;
}

# what it reads; see tests/lib/migratec_server.c
sub ask {
	my ($server, $opt, $in, $out, $err, @command) = @_;
	my %env = (%ENV, %{ $opt->{env} // {} });
	my @request = (
		File::Spec->rel2abs($opt->{cwd} // '.'),
		(map { "/proc/$$/fd/" . fileno $_ } $in, $out, $err),
		scalar @command, @command,
		map { defined $env{$_} ? "$_=$env{$_}" : () } sort keys %env
	);

	$in->flush;
	send $server, pack('L/a*', join '', map { "$_\0" } @request), MSG_NOSIGNAL;
	return answer($server);
}

sub answer {
	my ($server) = @_;

	(sysread($server, my $number, 4) // 0) == 4 or die "migratec_server has gone\n";
	return unpack 'l', $number;
}

sub start_child {
	my ($opt, $in, $out, $err, @command) = @_;
	my %env = %{ $opt->{env} // {} };

	setpgrp;
	$SIG{$_} = 'DEFAULT' for qw(INT TERM HUP);
	open STDIN, '<&', $in;
	open STDOUT, '>&', $out;
	open STDERR, '>&', $err;
	for my $name (keys %env) {
		if (defined $env{$name}) {
			$ENV{$name} = $env{$name};
		} else {
			delete $ENV{$name};
		}
	}
	if (!defined $opt->{cwd} || chdir $opt->{cwd}) {
		no warnings 'exec';
		exec { $command[0] } @command;
	}
	syswrite STDERR, "$command[0]: $!\n";
	POSIX::_exit(127);
}

sub text {
	my ($file) = @_;

	seek $file, 0, 0;
	local $/;
	return scalar(<$file>) // '';
}

# run a command that must succeed; returns its standard output
sub must {
	my ($exit, $out, $err) = run(@_);

	shift if ref $_[0];
	die "exit $exit: @_\n$out$err" if $exit;
	return $out;
}

# link a table of migrations with the library under test, as that was built; a warning is an error; returns the program.
# What libpq itself takes from 27 other libraries is not looked for: that is most of the time
my $sanitizers;

sub link_migrate {
	my ($program, $c, @flags) = @_;

	$sanitizers //= must('nm', libmigrate()) =~ /__asan_/ ? '-fsanitize=address,undefined' : '';
	must('cc', qw(-std=c11 -Wall -Wextra -Wpedantic -Wno-overlength-strings -Werror -O0 -fno-pie -no-pie),
		'-Wl,--unresolved-symbols=ignore-in-shared-libs', $sanitizers || (), @flags, '-I', "$top/runtime", '-o', $program, $c, libmigrate(), '-lpq');
	return $program;
}

# PostgreSQL's own programs: psql in Debian's PATH is a wrapper, and the server is not there at all
my $bindir;

sub bindir {
	return $bindir if $bindir;
	my %version = map { m{/(\d+)/bin/postgres$} ? ($1 => dirname($_)) : () } glob '/usr/lib/postgresql/*/bin/postgres';
	my ($newest) = sort { $b <=> $a } keys %version;
	$bindir = $newest ? $version{$newest} : must('pg_config', '--bindir') =~ s/\s+$//r;
	-x "$bindir/initdb" or die "no PostgreSQL server in $bindir\n";
	return $bindir;
}

# Debian's psql is a script that looks for one, which takes longer than what most tests ask of it
$ENV{PATH} = bindir() . ":$ENV{PATH}";

# a server program of a folder: root may not run one, so it hands over to the user postgres
sub server_program {
	my ($bin, $name, @arguments) = @_;
	my @command = ("$bin/$name", @arguments);

	unshift @command, 'runuser', '-u', 'postgres', '--' if $> == 0;
	return must({ cwd => '/' }, @command);
}

# a folder that the server's user owns
sub server_dir {
	my $tmp = File::Spec->tmpdir;

	$tmp = '/tmp' if length $tmp > 60;    # the path of a unix socket is at most 107 bytes long
	my $dir = File::Temp::tempdir('pg-XXXXXX', DIR => $tmp);
	chmod 0755, $dir;
	chown((getpwnam 'postgres')[ 2, 3 ], $dir) if $> == 0;
	return $dir;
}

# the folder with a cluster as initdb leaves it; made by whoever comes first
sub template {
	my ($bin) = @_;
	my ($version) = must("$bin/postgres", '--version') =~ /([\d.]+)/;
	my $template = "$top/build/cluster-$version";

	return $template if -d $template;
	make_path("$top/build");
	open my $lock, '>', "$template.lock" or die "$template.lock: $!\n";
	flock $lock, LOCK_EX or die "$template.lock: $!\n";
	if (!-d $template) {
		my $dir = server_dir();
		eval {
			server_program($bin, 'initdb', '-D', "$dir/data", '-U', 'postgres', '-A', 'trust', '-E', 'UTF8',
				'--locale=C', '--wal-segsize=1', '--no-sync');
			remove_tree("$template.new");
			must('cp', '-a', "$dir/data", "$template.new");
			rename "$template.new", $template or die "$template: $!\n";
		};
		my $error = $@;
		remove_tree($dir);
		die $error if $error;
	}
	return $template;
}

# the server's major version
sub major {
	my ($self) = @_;

	$self->{major} //= (must("$self->{bindir}/postgres", '--version') =~ /(\d+)\./)[0];
	return $self->{major};
}

# what takes any security label, for the server to load
sub label_provider {
	my ($self) = @_;
	my $library = "$self->{dir}/label_provider.so";

	must('cc', qw(-std=c11 -shared -fPIC), '-DVERSION=' . $self->major, '-o', $library, "$top/tests/fixtures/label_provider.c");
	return $library;
}

# a running cluster; tcp => 1 also listens on 127.0.0.1, with a password for everybody (see url); labels => 1 knows the provider
# of security labels "tester"; bindir => a folder with the programs of another server
sub new {
	my ($class, %opt) = @_;
	my $self = bless { port => 5432, password => 'p4ss word', tcp => $opt{tcp}, bindir => $opt{bindir} // bindir() }, $class;
	my $template = template($self->{bindir});

	# a shell's job in the background begins with INT ignored, and so would all that it starts
	for (qw(INT TERM HUP)) {
		$SIG{$_} = \&leave if !$SIG{$_} || $SIG{$_} eq 'IGNORE';
	}
	push @clusters, $self;
	$self->{dir} = server_dir();
	$self->{port} = free_port() if $opt{tcp};
	must('cp', '-a', $template, "$self->{dir}/data");
	$self->configure({ $opt{labels} ? (shared_preload_libraries => $self->label_provider) : (), %{ $opt{conf} // {} } });
	$self->start;
	$self->psql('postgres', "CREATE USER tester SUPERUSER PASSWORD '$self->{password}'") if $opt{tcp};
	return $self;
}

sub configure {
	my ($self, $more) = @_;
	my %conf = (
		listen_addresses => $self->{tcp} ? '127.0.0.1' : '',
		unix_socket_directories => $self->{dir},
		port => $self->{port},
		fsync => 'off',
		full_page_writes => 'off',
		max_wal_size => '256MB',
		timezone => 'UTC',
		%$more,
	);

	open my $file, '>>', "$self->{dir}/data/postgresql.conf" or die "postgresql.conf: $!\n";
	print $file "$_ = '$conf{$_}'\n" for sort keys %conf;
	close $file;
	open $file, '>', "$self->{dir}/data/pg_hba.conf" or die "pg_hba.conf: $!\n";
	print $file "local all all trust\n", "host all all 127.0.0.1/32 scram-sha-256\n";
	close $file;
}

sub free_port {
	my $socket = IO::Socket::INET->new(Listen => 1, LocalAddr => '127.0.0.1') or die "no free port: $@\n";

	return $socket->sockport;
}

sub start {
	my ($self) = @_;

	server_program($self->{bindir}, 'pg_ctl', '-D', "$self->{dir}/data", '-l', "$self->{dir}/log", '-s', '-w', 'start');
	return $self;
}

# mode is pg_ctl's: fast breaks connections off, immediate is a crash
sub stop {
	my ($self, $mode) = @_;

	server_program($self->{bindir}, 'pg_ctl', '-D', "$self->{dir}/data", '-m', $mode // 'fast', '-s', '-w', 'stop');
	return $self;
}

# what the server has logged
sub log {
	my ($self) = @_;

	return slurp("$self->{dir}/log");
}

# the URL of a database, over the unix socket as superuser; user => another one;
# tcp => 1 is over TCP as `tester` with its password
sub url {
	my ($self, $db, %opt) = @_;
	my $user = $opt{user} // ($opt{tcp} ? 'tester' : 'postgres');

	return sprintf 'postgresql://%s:%s@127.0.0.1:%d/%s', map { escape($_) } $user, $self->{password}, $self->{port}, $db
		if $opt{tcp};
	return sprintf 'postgresql://%s@/%s?host=%s&port=%d', map { escape($_) } $user, $db, $self->{dir}, $self->{port};
}

sub escape {
	return $_[0] =~ s/([^A-Za-z0-9._~-])/sprintf '%%%02X', ord $1/ger;
}

# the template's files are copied, where the server would otherwise write each page to its log
sub createdb_sql {
	my ($self, $db) = @_;
	my $copied = $self->major < 15 ? '' : ' STRATEGY FILE_COPY';

	return 'CREATE DATABASE "' . $db =~ s/"/""/gr . qq("$copied);
}

sub createdb {
	my ($self, $db) = @_;

	return $self->psql('postgres', $self->createdb_sql($db));
}

# these and who is connected to them; what has a subscription stays
sub dropdb {
	my ($self, @dbs) = @_;
	my $sql = join '', map { qq(DROP DATABASE "$_" WITH (FORCE);\n) } @dbs;

	return run({ stdin => $sql }, bindir() . '/psql', '-XAtqd', $self->url('postgres'));
}

# run SQL; the rows as psql -At prints them, without the last line end
sub psql {
	my ($self, $db, $sql) = @_;
	my @command = (bindir() . '/psql', qw(-XAtq -v ON_ERROR_STOP=1 -f - -d), $self->url($db));
	my ($exit, $out, $err) = run({ stdin => $sql }, @command);

	die "psql: $err" if $exit;
	return $out =~ s/\s+\z//r;
}

# pg_dump's text without what says nothing of the database: comments, settings, versions, and our own tables
sub dump {
	my ($self, $db, @options) = @_;
	my $ours = '*.migrate_(history|audit|snapshot)';
	my $text = must(bindir() . '/pg_dump', '-T', $ours, @options, $self->url($db));

	$text =~ s/^--\n-- .*\n--\n//mg;
	$text =~ s/^-- Dumped (from|by) .*\n//mg;
	$text =~ s/^\\(un)?restrict .*\n//mg;
	$text =~ s/^SET \w+ = .*;\n//mg;
	$text =~ s/^SELECT pg_catalog\.set_config\('search_path', '', false\);\n//mg;
	$text =~ s/\n{3,}/\n\n/g;
	return $text =~ s/\A\n+|\n+\z//gr . "\n";
}

# a dump in which the order of a table's columns does not matter
sub dump_lines {
	my ($self, $db, @options) = @_;

	my $dump = $self->dump($db, @options) =~ s/^COPY \S+ \(\K.*(?=\) FROM stdin;$)/join ', ', sort split m{, }, $&/gmer;

	# labels are in an order that tells
	$dump =~ s/^CREATE TYPE .* AS ENUM \([^;]*\);$/$& =~ tr{\n}{ }r/gme;

	return join "\n", sort map { s/,$//r } split /\n/, $dump;
}

# the lines that go and come between two of these
sub changed_lines {
	my ($before, $after) = @_;
	my %n;

	$n{$_}-- for split /\n/, $before;
	$n{$_}++ for split /\n/, $after;
	return map { my $line = $_; ($n{$line} < 0 ? "- $line\n" : "+ $line\n") x abs $n{$line} } sort keys %n;
}

sub leave {
	my ($signal) = @_;

	exit 128 + { HUP => 1, INT => 2, TERM => 15 }->{$signal};
}

# everything goes, and the test's own exit code stays
END {
	if ($$ == $owner) {
		local ($?, $@, $!);
		kill KILL => -$running if $running;
		for my $pg (grep { $_->{dir} } @clusters) {
			eval { $pg->stop('immediate') } if -e "$pg->{dir}/data/postmaster.pid";
			remove_tree($pg->{dir});
		}
	}
}

1;
