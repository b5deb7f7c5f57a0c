/* request.c - the request line, and how handlers read it. */
#include <string.h>

#include <sodium.h>

#include "base/arena.h"
#include "base/conf.h"
#include "base/urlcode.h"
#include "base/utf8.h"
#include "upload/upload.h"
#include "web/form.h"
#include "web/gateway.h"
#include "web/request.h"

#define QUERY_FIELDS_MAX 64

static int
read_method(struct request *req, const char *name)
{
	if (name == NULL)
		return 400;
	if (strcmp(name, "GET") == 0)
		req->method = METHOD_GET;
	else if (strcmp(name, "HEAD") == 0)
		req->method = METHOD_HEAD;
	else if (strcmp(name, "POST") == 0)
		req->method = METHOD_POST;
	else
		return 405;
	return 0;
}

/* The rest of an address behind the site's prefix, "/" at least; NULL when it
 * is not under it. */
static const char *
below(struct arena *arena, const char *address, const char *prefix)
{
	size_t len = strlen(prefix);

	if (strncmp(address, prefix, len) != 0)
		return NULL;
	address += len;
	if (*address == '/')
		return arena_strdup(arena, address);
	return *address == '\0' || *address == '?' ?
	    arena_printf(arena, "/%s", address) : NULL;
}

/*
 * The path comes from REQUEST_URI and is decoded here, once: what servers put
 * into SCRIPT_NAME and PATH_INFO differs from one to the next.
 */
static int
read_address(struct request *req, const char *address)
{
	size_t len;
	char *path;
	const char *query;

	if (address == NULL || address[0] != '/' ||
	    !utf8_valid(address, strlen(address)))
		return 400;
	address = below(req->arena, address, conf_prefix(req->conf));
	if (address == NULL)
		return 404;
	req->address = address;
	len = strcspn(req->address, "?");
	query = req->address + len + (req->address[len] == '?');
	path = arena_strndup(req->arena, req->address, len);
	len = urlcode_decode(path, len, 0);
	path[len] = '\0';
	if (!utf8_valid(path, len))
		return 400;
	for (size_t i = 0; i < len; i++)
		if ((unsigned char)path[i] < 0x20 || path[i] == 0x7f)
			return 400;
	req->path = path;
	return form_decode(req->arena, query, strlen(query), QUERY_FIELDS_MAX,
	    &req->query, &req->nquery) == 0 ? 0 : 400;
}

static const char *
param(struct request *req, struct gateway *gw, const char *name)
{
	const char *value = gw->param(gw, name);

	return value != NULL ? arena_strdup(req->arena, value) : "";
}

/* Proxies on this machine have its address as well; they name their client. */
static int
is_local(struct gateway *gw, const char *remote)
{
	static const char *const told[] = { "HTTP_X_FORWARDED_FOR",
		"HTTP_FORWARDED", "HTTP_X_REAL_IP", "HTTP_VIA" };

	for (size_t i = 0; i < sizeof(told) / sizeof(told[0]); i++)
		if (gw->param(gw, told[i]) != NULL)
			return 0;
	return strcmp(remote, "::1") == 0 || strncmp(strncmp(remote,
	    "::ffff:", 7) == 0 ? remote + 7 : remote, "127.", 4) == 0;
}

int
request_begin(struct request *req, struct gateway *gw)
{
	int status;

	req->remote = param(req, gw, "REMOTE_ADDR");
	req->local = is_local(gw, req->remote);
	req->authorization = param(req, gw, "HTTP_AUTHORIZATION");
	req->forwarded = param(req, gw, "HTTP_X_FORWARDED_FOR");
	req->cookies = param(req, gw, "HTTP_COOKIE");
	req->known = param(req, gw, "HTTP_IF_NONE_MATCH");
	req->path = req->address = "";
	status = read_method(req, gw->param(gw, "REQUEST_METHOD"));
	req->renewal = req->method != METHOD_POST &&
	    *param(req, gw, "HTTP_SOPAP_RENEW") != '\0';
	return status != 0 ? status :
	    read_address(req, gw->param(gw, "REQUEST_URI"));
}

const char *
request_query(const struct request *req, const char *name)
{
	return form_find(req->query, req->nquery, name);
}

const struct upload *
request_upload(const struct request *req, const char *field)
{
	for (size_t i = 0; i < req->nupload; i++)
		if (strcmp(req->upload[i].field, field) == 0)
			return &req->upload[i];
	return NULL;
}

const char *
request_segment(const struct request *req, int n)
{
	const char *s = req->path;
	size_t len;

	for (; *s == '/'; s += len) {
		len = strcspn(++s, "/");
		if (n-- == 0)
			return len == 0 ? NULL :
			    arena_strndup(req->arena, s, len);
	}
	return NULL;
}

char *
request_token(struct arena *arena)
{
	unsigned char bytes[16];
	char *hex = arena_alloc(arena, 2 * sizeof(bytes) + 1);

	randombytes_buf(bytes, sizeof(bytes));
	return sodium_bin2hex(hex, 2 * sizeof(bytes) + 1, bytes,
	    sizeof(bytes));
}
