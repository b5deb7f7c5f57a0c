/* frame.c - what stands around every page, and the pages of errors. */
#include <string.h>

#include "base/arena.h"
#include "base/conf.h"
#include "base/log.h"
#include "base/percent.h"
#include "case/counter_queue.h"
#include "page/assets.h"
#include "page/page.h"
#include "web/form.h"
#include "web/language.h"
#include "web/reply.h"
#include "web/request.h"
#include "web/route.h"

struct item {
	const char	*href;
	const char	*text;
	enum {
		FOR_ALL,
		FOR_ADMIN,
		FOR_DESK,	/* who stands at a counter */
	}		 who;
};

static const struct item official[] = {
	{ PATH_KOTAK_MASUK, "Kotak masuk", FOR_ALL },
	{ PATH_LOKET, "Loket", FOR_DESK },
	{ PATH_PERKARA, "Semua perkara", FOR_ALL },
	{ PATH_SOP, "SOP", FOR_ALL },
	{ PATH_LAPORAN, "Laporan", FOR_ALL },
	{ PATH_ADMIN, "Admin", FOR_ADMIN },
	{ NULL, NULL, FOR_ALL }
};

static const struct item outsider[] = {
	{ PATH_KOTAK_MASUK, "Permohonan saya", FOR_ALL },
	{ PATH_MULAI, "Ajukan permohonan", FOR_ALL },
	{ PATH_PERKARA, "Perkara lembaga", FOR_ALL },
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

/* Is the item for whoever asks? */
static int
is_for(const struct item *item, const struct request *req)
{
	switch (item->who) {
	case FOR_ADMIN:
		return req->session.admin;
	case FOR_DESK:
		return counter_desk_has(req->office, req->session.person_id, req->now);
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
		part = page_add(frame, "MENU");
		page_set(part, "HREF", item->href);
		page_set(part, "TEXT", item->text);
		page_show(part, current != NULL &&
		    strcmp(current, item->href) == 0 ? "CURRENT" : "OTHER");
	}
}

struct page *
frame_new(const struct request *req, const char *template_name,
    const char *menu, struct page **body)
{
	const struct conf *conf = req->conf;
	struct page *frame = page_new("frame.tpl");

	page_set(frame, "SERVICE", conf->service);
	page_set(frame, "OFFICE", conf->office);
	page_set(frame, "HOURS", conf->hours);
	page_text(frame, "CONTACT", conf->contact);
	page_setf(frame, "CSS_BASE", "%s/" ASSET_GOVUK_CSS, conf->assets);
	page_setf(frame, "CSS_APP", "%s/" ASSET_APP_CSS, conf->assets);
	page_setf(frame, "JS_BASE", "%s/" ASSET_GOVUK_JS, conf->assets);
	page_setf(frame, "JS_APP", "%s/" ASSET_APP_JS, conf->assets);
	page_setf(frame, "ICON", "%s/" ASSET_ICON, conf->assets);
	page_set(frame, "LANG", req->language);
	language_show(req, frame);
	page_global(frame, "CSRF", req->session.csrf);
	if (req->session.id != 0)
		page_set(page_add(frame, "PERSON"), "NAME", req->session.name);
	else
		page_show(frame, "NOBODY");
	if (req->notice != NULL)
		page_set(page_add(frame, "NOTICE"), "TEXT", req->notice);
	fill_menu(frame, req, menu);
	*body = page_include(frame, "BODY", template_name);
	return frame;
}

/* What a status means to a reader, when the caller has nothing better. */
static const struct {
	int		 status;
	const char	*title;
	const char	*text;
} words[] = {
	{ 400, "Permintaan tidak dapat dibaca",
	    "Kembali ke halaman sebelumnya, lalu coba sekali lagi." },
	{ 403, "Anda tidak memiliki akses ke halaman ini",
	    "Hubungi administrator jika Anda memerlukannya." },
	{ 404, "Halaman tidak ditemukan",
	    "Periksa kembali alamatnya, atau lacak permohonan Anda." },
	{ 405, "Permintaan tidak dapat dilayani di alamat ini",
	    "Buka halamannya dari menu, lalu coba sekali lagi." },
	{ 409, "Langkah ini sudah berubah",
	    "Muat ulang halaman untuk melihat keadaannya sekarang." },
	{ 413, "Kiriman terlalu besar",
	    "Kirim berkas yang lebih sedikit atau lebih kecil." },
	{ 415, "Permintaan tidak dapat dibaca",
	    "Kirim berkas melalui formulir di halaman ini." },
	{ 422, "Ada yang perlu diperbaiki",
	    "Kembali ke halaman sebelumnya dan periksa isiannya." },
	{ 429, "Terlalu banyak permintaan",
	    "Tunggu lima belas menit, lalu coba sekali lagi." },
	{ 503, "Layanan sedang sibuk",
	    "Tunggu sebentar, lalu muat ulang halaman ini. Kiriman yang sama "
	    "tidak pernah tercatat dua kali." },
	{ 500, "Terjadi gangguan pada layanan",
	    "Coba lagi beberapa saat lagi. Jika tetap terjadi, sampaikan "
	    "nomor rujukan di bawah ini." },
};

/* The page of an error without what only some have; what was written in a form
 * that came to nothing stands on it. */
static struct page *
error_page(const struct request *req, const char *title, const char *text,
    struct page **body)
{
	struct page *frame = frame_new(req, "error.tpl", NULL, body);

	page_set(*body, "TITLE", title);
	page_text(*body, "TEXT", text);
	page_text(*body, "TYPED", form_typed(req));
	return frame;
}

int
reply_error(struct reply *reply, const struct request *req, int status,
    const char *message)
{
	struct page *frame, *body;
	size_t i = 0, last = sizeof(words) / sizeof(words[0]) - 1;

	while (i < last && words[i].status != status)
		i++;
	frame = error_page(req, words[i].title, message != NULL ? message :
	    words[i].text, &body);
	if (status == 404)
		page_show(body, "TRACK");
	if (status == 403 && req->session.id != 0)
		page_show(body, "LOGIN");
	if (status >= 500)
		page_set(page_add(body, "ID"), "TEXT", req->id);
	return reply_page(reply, req, status, words[i].title, frame);
}

int
reply_login(struct reply *reply, const struct request *req)
{
	static const char title[] = "Sesi Anda sudah berakhir";
	const char *address = arena_printf(req->arena,
	    PATH_MASUK "?kembali=%s", percent_encode(req->arena,
	    address_is_ours(req->address) ? req->address : "/"));
	struct page *frame, *body;

	if (form_typed(req)[0] == '\0')
		return reply_redirect(reply, address);
	frame = error_page(req, title, "Tidak ada yang terkirim. Masuk lagi, "
	    "lalu isi dan kirim sekali lagi.", &body);
	page_set(page_add(body, "AGAIN"), "HREF", address);
	return reply_page(reply, req, 403, title, frame);
}

/* The one table of statuses. */
static int
status_of(enum case_err err)
{
	static const int status[CASE__MAX] = {
		[CASE_OK] = 200,
		[CASE_NOT_FOUND] = 404,
		[CASE_DENIED] = 403,
		[CASE_CONFLICT] = 409,
		[CASE_STATE] = 409,
		[CASE_INVALID] = 422,
		[CASE_REPEATED] = 200,
		[CASE_BUSY] = 503,
		[CASE_DB] = 500,
	};

	return status[err];
}

int
reply_case_error(struct reply *reply, const struct request *req,
    enum case_err err)
{
	const char *why = office_why(req->office);

	if (err == CASE_DB || err == CASE_BUSY) {
		log_line(LOG_ERROR, "%s", why);
		why = NULL;
	}
	return reply_error(reply, req, status_of(err),
	    why != NULL && *why != '\0' ? why : NULL);
}
