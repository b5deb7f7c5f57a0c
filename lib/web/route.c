/* route.c - the table of routes. */
#include <string.h>

#include "web/request.h"
#include "web/route.h"

#define ROW(...) { __VA_ARGS__ },

static const struct route routes[] = { ROUTES(ROW) };

const struct route *
route_find(const char *path)
{
	size_t len;

	for (size_t i = 0; i < sizeof(routes) / sizeof(routes[0]); i++) {
		len = strlen(routes[i].path);
		if (strncmp(path, routes[i].path, len) == 0 &&
		    (path[len] == '\0' || (path[len] == '/' && len > 1)))
			return &routes[i];
	}
	return NULL;
}
