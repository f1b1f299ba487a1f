/* migratec as the tests start it thousands of times: this program is loaded once and forks for each command, which then runs as
   if it had just been started.  It is linked with all of migratec and --wrap=main.

   A request on standard input, a socket, is its length and texts that each end in NUL: the folder, the files that are to be
   standard input, output and error, how many arguments there are, the arguments, the environment.  The answer is the process, which
   leads a group of its own, and its status when it has ended. */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

int __real_main(int argc, char **argv);
int __wrap_main(int argc, char **argv);

extern char **environ;

/* false at the end of the test */
static bool
receive(char *to, size_t n)
{
	ssize_t got;

	for (; n; to += got, n -= (size_t)got) {
		got = read(STDIN_FILENO, to, n);
		if (got <= 0)
			return false;
	}
	return true;
}

static void
answer(int32_t number)
{
	if (write(STDIN_FILENO, &number, sizeof(number)) != sizeof(number))
		exit(1);
}

static char *
take(char **at)
{
	char *text = *at;

	*at += strlen(text) + 1;
	return text;
}

/* n texts as a list that ends in NULL */
static char **
take_list(char **at, size_t n)
{
	char **list = calloc(n + 1, sizeof(*list));
	size_t i;

	if (!list)
		abort();
	for (i = 0; i < n; i++)
		list[i] = take(at);
	return list;
}

static size_t
count(const char *at, const char *end)
{
	size_t n;

	for (n = 0; at < end; n++)
		at += strlen(at) + 1;
	return n;
}

static void
open_as(int fd, const char *path, int flags)
{
	int opened = open(path, flags);

	if (opened < 0 || dup2(opened, fd) < 0)
		_exit(127);
	close(opened);
}

/* what exec leaves of a process, and then main */
static void
become(char *at, const char *end)
{
	const char *folder = take(&at), *in = take(&at), *out = take(&at), *err = take(&at);
	int argc = atoi(take(&at));
	char **argv = take_list(&at, (size_t)argc);

	environ = take_list(&at, count(at, end));
	prctl(PR_SET_PDEATHSIG, SIGKILL);
	signal(SIGINT, SIG_DFL);
	signal(SIGTERM, SIG_DFL);
	signal(SIGHUP, SIG_DFL);
	open_as(STDIN_FILENO, in, O_RDONLY);
	open_as(STDOUT_FILENO, out, O_WRONLY);
	open_as(STDERR_FILENO, err, O_WRONLY);
	if (chdir(folder) < 0) {
		dprintf(STDERR_FILENO, "%s: %s\n", argv[0], strerror(errno));
		_exit(127);
	}
	exit(__real_main(argc, argv));
}

int
__wrap_main(int argc, char **argv)
{
	uint32_t length;
	char *request;
	int status;
	pid_t pid;

	(void)argc;
	(void)argv;
	/* it never outlives the test, nor a command it */
	prctl(PR_SET_PDEATHSIG, SIGKILL);
	while (receive((char *)&length, sizeof(length))) {
		request = malloc(length);
		if (!request || !receive(request, length))
			return 1;
		pid = fork();
		if (pid == 0) {
			setpgid(0, 0);
			become(request, request + length);
		}
		free(request);
		if (pid < 0)
			return 1;
		setpgid(pid, pid);
		answer(pid);
		while (waitpid(pid, &status, 0) < 0)
			if (errno != EINTR)
				return 1;
		answer(status);
	}
	return 0;
}
