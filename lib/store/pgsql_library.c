/* pgsql_library.c - loading libpq. */
#include "store/pgsql_library.h"

#include <dlfcn.h>
#include <stddef.h>
#include <string.h>

#include "store/engine.h"

#define NAME "libpq.so.5"

struct pgsql_library pq;

static const struct {
	const char	*name;
	size_t		 at;
} calls[] = {
#define PGSQL_CALL(call) \
	{ "PQ" #call, offsetof(struct pgsql_library, call) },
	PGSQL_CALLS(PGSQL_CALL)
#undef PGSQL_CALL
};

int
pgsql_library_open(struct db *db)
{
	void *call;
	size_t i;

	if (pq.clear != NULL)
		return 0;
	/* For all: what was loaded before it may count its calls. */
	if (dlopen(NAME, RTLD_NOW | RTLD_GLOBAL) == NULL)
		return db_fail(db, "%s; pasang libpq (Debian: libpq5)",
		    dlerror());
	for (i = sizeof(calls) / sizeof(calls[0]); i-- > 0;) {
		if ((call = dlsym(RTLD_DEFAULT, calls[i].name)) == NULL)
			return db_fail(db, "%s", dlerror());
		memcpy((char *)&pq + calls[i].at, &call, sizeof(call));
	}
	return 0;
}
