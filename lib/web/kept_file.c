/* kept_file.c - the signed text that stands for a file of a form. */
#include "web/kept_file.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/log.h"
#include "office/office.h"
#include "store/files.h"
#include "upload/upload.h"
#include "web/request.h"
#include "web/route.h"
#include "web/session.h"

#define MAC_SIZE	65

/* The text that is signed: the form and field the file belongs to, its hash,
 * size, type and name.  A path holds no line's end. */
static const char *
signed_text(const struct request *req, const char *field, const char *rest)
{
	const char *part = request_segment(req, 1);

	return arena_printf(req->arena, "%s/%s\n%s\n%s", req->route->path,
	    part != NULL ? part : "", field, rest);
}

typedef const char *sign_fn(const struct request *, const char *purpose,
    const char *text);

static const char *
make_key(const struct request *req, const char *field, const struct upload *u,
    sign_fn *sign)
{
	const char *rest = arena_printf(req->arena, "%s %lld %s %s", u->hash,
	    (long long)u->size, u->type, u->name);

	/* Else the form that comes back with it is told that it is gone. */
	if (files_keep(office_files(req->office)) != 0)
		log_line(LOG_WARN, "a file is not kept: %s", strerror(errno));
	return arena_printf(req->arena, "%s %s", sign(req, "berkas",
	    signed_text(req, field, rest)), rest);
}

const char *
kept_file_key(const struct request *req, const char *field,
    const struct upload *u)
{
	return make_key(req, field, u, session_sign);
}

const char *
kept_file_key_again(const struct request *req, const char *field,
    const struct upload *u)
{
	return make_key(req, field, u, session_sign_again);
}

int
kept_file_read(const struct request *req, const char *field, const char *key,
    struct upload *u)
{
	const char *text;
	char mac[MAC_SIZE];
	char *part[3], *rest;

	if (strlen(key) < MAC_SIZE || key[MAC_SIZE - 1] != ' ')
		return -1;
	memcpy(mac, key, MAC_SIZE - 1);
	mac[MAC_SIZE - 1] = '\0';
	text = signed_text(req, field, key + MAC_SIZE);
	if (!session_signed(req, "berkas", text, mac) &&
	    !session_signed_before(req, "berkas", text, mac))
		return -1;
	rest = arena_strdup(req->arena, key + MAC_SIZE);
	for (int i = 0; i < 3; i++)
		if ((part[i] = strsep(&rest, " ")) == NULL || rest == NULL)
			return -1;
	*u = (struct upload){ .field = field, .hash = part[0],
		.size = strtoll(part[1], NULL, 10), .type = part[2],
		.name = rest };		/* which may hold spaces */
	/* A form left lying for days has lost its files. */
	return files_touch(office_files(req->office), u->hash);
}
