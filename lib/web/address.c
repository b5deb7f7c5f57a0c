/* address.c - making and checking the addresses of our pages. */
#include <inttypes.h>
#include <string.h>

#include "web/address.h"

#include "base/arena.h"
#include "base/urlcode.h"
#include "web/route.h"

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

char *
address_with(struct arena *arena, const char *address, const char *name,
    const char *value)
{
	if (value == NULL || *value == '\0')
		return arena_strdup(arena, address);
	return arena_printf(arena, "%s%c%s=%s", address,
	    strchr(address, '?') != NULL ? '&' : '?', name,
	    urlcode_encode(arena, value));
}
