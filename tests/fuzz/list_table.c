/* Lists the table that it is linked with. */
#include "listing.h"

int
main(void)
{
	listing(stdout, &migration_table);
	return 0;
}
