/* measure ROUNDS COMMAND… [-- COMMAND…]…: runs the commands in turn, ROUNDS times each, and prints a line for each:
   the median and the shortest time in milliseconds, and the largest peak of resident memory in kB.  Taking turns, they
   meet the same noise. */
#include <err.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

struct command {
	char **argv;
	double *ms;
	long peak;
};

static double
now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static int
by_value(const void *a, const void *b)
{
	const double *x = a, *y = b;

	return (*x > *y) - (*x < *y);
}

static void
run(struct command *c, int round)
{
	struct rusage used;
	double start = now();
	pid_t pid = fork();
	int status, null;

	if (pid < 0)
		err(1, "fork");
	if (pid == 0) {
		null = open("/dev/null", O_WRONLY);
		dup2(null, STDOUT_FILENO);
		execvp(c->argv[0], c->argv);
		err(127, "%s", c->argv[0]);
	}
	if (wait4(pid, &status, 0, &used) < 0)
		err(1, "wait4");
	c->ms[round] = now() - start;
	if (used.ru_maxrss > c->peak)
		c->peak = used.ru_maxrss;
	if (status)
		errx(1, "%s failed with status %#x", c->argv[0], (unsigned)status);
}

int
main(int argc, char **argv)
{
	struct command commands[16] = {0};
	int n = 0, rounds, round, i;

	if (argc < 3 || (rounds = atoi(argv[1])) < 1)
		errx(2, "usage: measure ROUNDS COMMAND... [-- COMMAND...]...");
	commands[n++].argv = argv + 2;
	for (i = 2; i < argc; i++) {
		if (strcmp(argv[i], "--") != 0)
			continue;
		if (n == sizeof(commands) / sizeof(*commands))
			errx(2, "too many commands");
		argv[i] = NULL;
		commands[n++].argv = argv + i + 1;
	}
	for (i = 0; i < n; i++)
		if (!(commands[i].ms = calloc((size_t)rounds, sizeof(double))))
			err(1, "calloc");
	for (round = 0; round < rounds; round++)
		for (i = 0; i < n; i++)
			run(&commands[i], round);
	for (i = 0; i < n; i++) {
		qsort(commands[i].ms, (size_t)rounds, sizeof(double), by_value);
		printf("%.3f %.3f %ld\n", commands[i].ms[rounds / 2], commands[i].ms[0],
		       commands[i].peak);
	}
	return 0;
}
