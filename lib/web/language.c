/* language.c - the language of a public page. */
#include <stdio.h>
#include <string.h>

#include "web/language.h"

#include "base/arena.h"
#include "base/conf.h"
#include "base/log.h"
#include "base/urlcode.h"
#include "page/page.h"
#include "web/address.h"
#include "web/form.h"
#include "web/reply.h"
#include "web/request.h"
#include "web/route.h"
#include "web/session.h"

#define OWN "id"
#define OWN_NAME "Bahasa Indonesia"
#define ASKED "bahasa"
#define KEPT_DAYS 365

/* May the page asked for be in another language?  An address that has no page
 * may; so may every page of an outsider with an account. */
static int
is_public(const struct request *req)
{
	const struct route *r = req->route;

	if (r == NULL)
		return 1;
	return r->who == WHO_ANYONE || req->session.institution_id != 0;
}

void
language_load(const struct conf *conf)
{
	char list[256], why[512], *code, *rest = list;

	snprintf(list, sizeof(list), "%s", conf->languages);
	while ((code = strsep(&rest, " ,")) != NULL)
		if (*code != '\0' &&
		    page_language_load(code, why, sizeof(why)) == -1)
			log_line(LOG_WARN, "language %s: %s", code, why);
}

const char *
language_speak(const char *code)
{
	const char *spoken = page_language(code);

	if (*page_language_fault() != '\0')
		log_line(LOG_WARN, "language %s: %s", code,
		    page_language_fault());
	return spoken;
}

/* Is it a language that pages can be in? */
static int
is_known(const char *code)
{
	const char *other;

	if (strcmp(code, OWN) == 0)
		return 1;
	for (size_t i = 0; page_language_name(i, &other) != NULL; i++)
		if (strcmp(other, code) == 0)
			return 1;
	return 0;
}

/* The page's address with another choice of language, or (NULL) none. */
static const char *
address_in(const struct request *req, const char *code)
{
	/* "//other.example" would lead to another host. */
	const char *address = strncmp(req->path, "//", 2) == 0 ||
	    strncmp(req->path, "/\\", 2) == 0 ? "/" : req->path;
	char sign = '?';

	for (size_t i = 0; i < req->nquery; i++) {
		if (strcmp(req->query[i].name, ASKED) == 0)
			continue;
		arena_append(req->arena, &address, "%c%s=%s", sign,
		    urlcode_encode(req->arena, req->query[i].name),
		    urlcode_encode(req->arena, req->query[i].value));
		sign = '&';
	}
	return code == NULL ? address : arena_printf(req->arena,
	    "%s%c" ASKED "=%s", address, sign, code);
}

/* An official's pages are the office's own. */
static int
is_official(const struct request *req)
{
	return req->session.id != 0 && req->session.institution_id == 0;
}

int
language_begin(struct request *req, struct reply *reply)
{
	const char *asked = request_query(req, ASKED);
	char kept[16];

	if (!is_public(req))
		return 0;
	if (req->route != NULL && asked != NULL && is_known(asked) &&
	    req->method != METHOD_POST && address_is_ours(req->path)) {
		reply_cookie_days(reply, req, LANGUAGE_COOKIE, asked,
		    KEPT_DAYS);
		return reply_redirect(reply, address_in(req, NULL));
	}
	if (!is_official(req) && session_cookie(req, LANGUAGE_COOKIE, kept,
	    sizeof(kept)) > 0)
		req->language = language_speak(kept);
	return 0;
}

void
language_follow(struct request *req, struct reply *reply, const char *code)
{
	char kept[16];

	if (!is_public(req) || req->session.id != 0 || !is_known(code) ||
	    session_cookie(req, LANGUAGE_COOKIE, kept, sizeof(kept)) > 0)
		return;
	reply_cookie_days(reply, req, LANGUAGE_COOKIE, code, KEPT_DAYS);
	req->language = language_speak(code);
}

void
language_show(const struct request *req, struct page *frame)
{
	const char *code = OWN, *name = OWN_NAME;
	struct page *p;
	size_t i = 0;

	/* Languages are offered where the reader may ask for one. */
	if (!is_public(req) || is_official(req))
		return;
	do {
		if (strcmp(code, req->language) == 0)
			continue;
		p = page_add(frame, "LANGUAGES");
		page_set(p, "HREF", address_in(req, code));
		page_set(p, "CODE", code);
		page_set(p, "TEXT", name);
	} while ((name = page_language_name(i++, &code)) != NULL);
}
