/* minimal URL: the least that a program of libpq can do, to compare with */
#include <libpq-fe.h>
#include <stdio.h>

int
main(int argc, char **argv)
{
	PGconn *conn = PQconnectdb(argc > 1 ? argv[1] : "");
	PGresult *result = PQexec(conn, "SELECT 1");
	int failed = PQresultStatus(result) != PGRES_TUPLES_OK;

	if (failed)
		fputs(PQerrorMessage(conn), stderr);
	PQclear(result);
	PQfinish(conn);
	return failed;
}
