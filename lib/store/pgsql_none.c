/* pgsql_none.c - in the place of pgsql.c where libpq is left out. */
#include "store/engine.h"

static int
open_place(struct db *db, const char *place)
{
	return db_fail(db, "program ini dibangun tanpa PostgreSQL "
	    "(./configure --with-postgresql)");
}

static void
close_nothing(struct db *db)
{
}

const struct db_engine pgsql_engine = {
	.size	= sizeof(struct db),
	.open	= open_place,
	.close	= close_nothing,
};
