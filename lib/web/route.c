/* route.c - the table of routes. */
#include <inttypes.h>
#include <string.h>

#include "base/arena.h"
#include "web/request.h"
#include "web/route.h"

#define ROW(path, program, methods, who) { path, program, methods, who },

static const struct route routes[] = { ROUTES(ROW) };

static const char *const step_path[STEP__MAX] = {
	[STEP_SUBMIT] = PATH_PERBAIKI,
	[STEP_REVIEW] = PATH_PERIKSA,
	[STEP_ASSIGN] = PATH_DISPOSISI,
	[STEP_DRAFT] = PATH_SUSUN,
	[STEP_APPROVE] = PATH_SETUJUI,
	[STEP_DELIVER] = PATH_SERAHKAN,
	[STEP_DOWNLOAD] = PATH_UNDUH,
	[STEP_NOTIFY] = PATH_BERITAHU,
	[STEP_RECORD] = PATH_CATAT,
	[STEP_ARCHIVE] = PATH_ARSIPKAN,
	[STEP_EVALUATE] = PATH_EVALUASI,
};

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

char *
address_of_step(struct arena *arena, enum step_kind kind, int64_t task)
{
	return arena_printf(arena, "%s/%" PRId64, step_path[kind], task);
}

int
address_is_ours(const char *address)
{
	if (address[0] != '/' || address[1] == '/')
		return 0;
	for (; *address != '\0'; address++)
		if ((unsigned char)*address <= 0x20 || *address == 0x7f ||
		    *address == '\\')
			return 0;
	return 1;
}
