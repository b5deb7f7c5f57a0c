/* plate.c - the office's name and hours, for pages. */
#include "web/plate.h"

#include "base/arena.h"
#include "web/request.h"

const struct nameplate *
plate_at(const struct request *req, int64_t at)
{
	struct nameplate *p = arena_alloc(req->arena, sizeof(*p));

	nameplate_at(req->office, req->conf, at, p);
	return p;
}

const struct nameplate *
plate_now(const struct request *req)
{
	if (*req->plate == NULL)
		*req->plate = plate_at(req, req->now);
	return *req->plate;
}

const char *
plate_hours(const struct request *req)
{
	return nameplate_hours(plate_now(req), req->language);
}

const char *
plate_notice(const struct request *req)
{
	return nameplate_notice(plate_now(req), req->language);
}
