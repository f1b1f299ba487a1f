/* Commands of the user's own, for the shell. */
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "shell.h"
#include "util.h"

#define SHELL "/bin/sh"

static _Noreturn void
become(const char *command, const char *const *arguments)
{
	struct list words = {0};

	list_add(&words, str("sh"));
	list_add(&words, str("-c"));
	list_add(&words, str(command));
	list_add(&words, str("migratec"));
	for (; *arguments; arguments++)
		list_add(&words, str(*arguments));
	list_add(&words, NULL);
	execv(SHELL, (char **)words.v);
	_exit(127);
}

void
shell_hold(bool held)
{
	sigset_t set;

	sigemptyset(&set);
	sigaddset(&set, SIGHUP);
	sigaddset(&set, SIGINT);
	sigaddset(&set, SIGTERM);
	sigprocmask(held ? SIG_BLOCK : SIG_UNBLOCK, &set, NULL);
}

static const char *
how_it_ended(int status)
{
	if (WIFSIGNALED(status))
		return strf("was ended by signal %d (%s)", WTERMSIG(status),
		            strsignal(WTERMSIG(status)));
	return WEXITSTATUS(status) ? strf("ended with exit status %d", WEXITSTATUS(status)) : NULL;
}

const char *
shell_run(const char *command, const char *const *arguments)
{
	/* what is typed to stop it is for it alone, as system() has it: what it leaves is looked at here */
	const struct sigaction ignore = {.sa_handler = SIG_IGN};
	struct sigaction interrupt, quit;
	int status = 0, why = 0;
	pid_t pid;

	fflush(stdout);
	sigaction(SIGINT, &ignore, &interrupt);
	sigaction(SIGQUIT, &ignore, &quit);
	pid = fork();
	if (pid == 0) {
		shell_hold(false);
		sigaction(SIGINT, &interrupt, NULL);
		sigaction(SIGQUIT, &quit, NULL);
		become(command, arguments);
	}
	if (pid < 0)
		why = errno;
	while (pid > 0 && waitpid(pid, &status, 0) < 0 && errno == EINTR)
		;
	sigaction(SIGINT, &interrupt, NULL);
	sigaction(SIGQUIT, &quit, NULL);
	return why ? strf("could not be started: %s", strerror(why)) : how_it_ended(status);
}
