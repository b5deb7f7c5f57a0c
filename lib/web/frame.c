/* frame.c - head, menu and foot of every page. */
#include <string.h>

#include "base/arena.h"
#include "base/conf.h"
#include "page/assets.h"
#include "page/page.h"
#include "web/frame.h"
#include "web/language.h"
#include "web/plate.h"
#include "web/request.h"
#include "web/route.h"
#include "web/session.h"

struct item {
	const char	*href;
	const char	*text;
	enum {
		FOR_ALL,
		FOR_ADMIN,
		FOR_DESK,	/* who stand at a counter */
	}		 who;
};

static const struct item official[] = {
	{ PATH_KOTAK_MASUK, "Kotak masuk", FOR_ALL },
	{ PATH_LOKET, "Loket", FOR_DESK },
	{ PATH_BERKAS, "Semua berkas", FOR_ALL },
	{ PATH_SOP, "SOP", FOR_ALL },
	{ PATH_LAPORAN, "Laporan", FOR_ALL },
	{ PATH_ADMIN, "Admin", FOR_ADMIN },
	{ NULL, NULL, FOR_ALL }
};

static const struct item outsider[] = {
	{ PATH_KOTAK_MASUK, "Permohonan saya", FOR_ALL },
	{ PATH_MULAI, "Ajukan permohonan", FOR_ALL },
	{ PATH_BERKAS, "Permohonan lembaga", FOR_ALL },
	{ PATH_LEMBAGA, "Laporan kegiatan", FOR_ALL },
	{ PATH_LACAK, "Lacak", FOR_ALL },
	{ PATH_SOP, "SOP", FOR_ALL },
	{ NULL, NULL, FOR_ALL }
};

static const struct item nobody[] = {
	{ PATH_ROOT, "Beranda", FOR_ALL },
	{ PATH_AJUKAN, "Ajukan permohonan", FOR_ALL },
	{ PATH_LACAK, "Lacak permohonan", FOR_ALL },
	{ PATH_SOP, "SOP layanan", FOR_ALL },
	{ NULL, NULL, FOR_ALL }
};

/* Does this visitor see the item? */
static int
is_for(const struct item *item, const struct request *req)
{
	if (req->session.pin && !route_find(item->href)->pin)
		return 0;
	switch (item->who) {
	case FOR_ADMIN:
		return req->session.admin || req->session.personal;
	case FOR_DESK:
		return session_has_desk(req);
	default:
		return 1;
	}
}

static void
fill_menu(struct page *frame, const struct request *req, const char *current)
{
	const struct item *item = req->session.id == 0 ? nobody :
	    req->session.institution_id != 0 ? outsider : official;
	struct page *part;

	for (; item->href != NULL; item++) {
		if (!is_for(item, req))
			continue;
		part = page_link(frame, "MENU", item->href, item->text);
		page_show(part, current != NULL &&
		    strcmp(current, item->href) == 0 ? "CURRENT" : "OTHER");
	}
}

/* The notice of an act that was just done, and the links that go with it. */
static void
show_notice(struct page *frame, const struct request *req)
{
	struct page *p = page_add(frame, "NOTICE");
	char *text = arena_strdup(req->arena, req->notice), *link, *words;

	strtok_r(text, "\n", &link);
	page_set(p, "TEXT", text);
	while ((words = strtok_r(NULL, "\n", &link)) != NULL) {
		char *blank = strchr(words, ' ');

		if (blank == NULL)
			continue;
		*blank = '\0';
		page_link(p, "LINKS", words, blank + 1);
	}
}

struct page *
frame_new(const struct request *req, const char *template_name,
    const char *menu, struct page **body)
{
	const struct conf *conf = req->conf;
	const struct nameplate *plate = plate_now(req);
	struct page *frame = page_new("frame.tpl");

	page_set(frame, "SERVICE", plate->service);
	page_set(frame, "OFFICE", plate->office);
	page_set(frame, "HOURS", plate_hours(req));
	page_text(frame, "CONTACT", plate->contact);
	page_setf(frame, "CSS_BASE", "%s/" ASSET_GOVUK_CSS, conf->assets);
	page_setf(frame, "CSS_APP", "%s/" ASSET_APP_CSS, conf->assets);
	page_setf(frame, "JS_BASE", "%s/" ASSET_GOVUK_JS, conf->assets);
	page_setf(frame, "JS_APP", "%s/" ASSET_APP_JS, conf->assets);
	page_setf(frame, "ICON", "%s/" ASSET_ICON, conf->assets);
	page_set(frame, "LANG", req->language);
	language_show(req, frame);
	page_global(frame, "CSRF", req->session.csrf);
	if (req->session.id != 0 && req->session.institution_id == 0 &&
	    !req->session.pin)
		page_show(frame, "SEARCH_ALL");
	if (req->session.id != 0)
		page_set(page_add(frame, "PERSON"), "NAME", req->session.name);
	else
		page_show(frame, "NOBODY");
	if (req->notice != NULL)
		show_notice(frame, req);
	fill_menu(frame, req, menu);
	*body = page_include(frame, "BODY", template_name);
	return frame;
}
