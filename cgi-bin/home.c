/*
 * home.c - the front page: requests open to the public; help; roots of months.
 */
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "casepage/inbox_view.h"
#include "casepage/service.h"
#include "casepage/words.h"
#include "month/root.h"
#include "office/soplist.h"
#include "page/format.h"
#include "page/page.h"
#include "web/frame.h"
#include "web/plate.h"
#include "web/reply.h"
#include "web/request.h"
#include "web/route.h"
#include "web/serve.h"
#include "web/table.h"

static void
fill_service(const struct request *req, struct page *body,
    const struct sop *sop, enum service_way way)
{
	struct page *part = page_add(body, "SERVICES");

	page_set(part, "NAME", sop->name);
	service_show(req, part, sop);
	if (way == WAY_COUNTER) {
		page_text(part, "COUNTER", "Diajukan di loket kantor.");
		return;
	}
	page_show(part, "ONLINE");
	page_setf(part, "HREF", "%s/%s", way == WAY_ACCOUNT ? PATH_MULAI :
	    PATH_AJUKAN, sop->slug);
}

/* -- roots of closed months ----------------------------------------------- */

/* The root of the month closed last. */
static void
fill_root(const struct request *req, struct page *body)
{
	struct root_row *list;
	struct page *p;
	size_t n;

	if (root_list(req->office, &list, &n) != CASE_OK)
		return;
	arena_adopt(req->arena, list);
	if (n == 0)
		return;
	p = page_add(body, "ROOT");
	page_setf(p, "TEXT", "Sidik jari riwayat sampai %s %d: %s.",
	    format_month(list[0].month), list[0].year, list[0].root);
	page_set(p, "HREF", PATH_SIDIK_JARI);
}

/* The result of comparing a root that a visitor kept. */
static const char *
compared(const struct request *req, const char *typed)
{
	struct root_row r;

	if (root_find(req->office, typed, &r) != CASE_OK)
		return "Sidik jari yang Anda simpan tidak ada di daftar ini. "
		    "Periksa kembali 64 huruf dan angkanya. Bila benar, "
		    "riwayat kantor ini ditulis ulang sesudah Anda "
		    "menyimpannya: beri tahu kami dan pengawas kantor.";
	return arena_printf(req->arena, "Sidik jari yang Anda simpan sama "
	    "dengan sidik jari %s %d, yang disahkan %s.",
	    format_month(r.month), r.year, words_time(req, r.closed_at));
}

static int
show_roots(struct request *req, struct reply *reply)
{
	static const char title[] = "Sidik jari riwayat";
	static const char *const heads[] = { "Bulan", "Disahkan",
		"Sidik jari", NULL };
	const char *typed = request_query(req, "cari");
	struct page *body, *frame, *group = NULL, *row;
	struct root_row *list;
	size_t n;
	enum case_err err = root_list(req->office, &list, &n);

	if (err != CASE_OK)
		return reply_case_error(reply, req, err);
	arena_adopt(req->arena, list);
	frame = frame_new(req, "list.tpl", NULL, &body);
	page_set(body, "HEADING", title);
	page_text(body, "INTRO", "Setiap bulan yang disahkan meninggalkan satu "
	    "sidik jari, yang mewakili seluruh riwayat berkas sampai bulan "
	    "itu. Simpan sidik jari ini di luar kantor: bila riwayat kemudian "
	    "ditulis ulang, sidik jarinya tidak lagi sama.");
	if (typed != NULL && *typed != '\0')
		page_text(body, "INTRO", compared(req, typed));
	page_pair(body, "FIND", "LABEL", "Sidik jari yang Anda simpan",
	    "SEARCH", typed);
	if (n == 0)
		page_text(body, "EMPTY", "Belum ada bulan yang disahkan.");
	else
		group = table_begin(body, "TABLES", "Bulan yang disahkan",
		    heads);
	for (size_t i = 0; i < n; i++) {
		row = table_row(group, arena_printf(req->arena, "%s %d",
		    format_month(list[i].month), list[i].year), NULL);
		table_cell(row, words_time(req, list[i].closed_at));
		table_cell(row, list[i].root);
	}
	return reply_public(reply, reply_page(reply, req, 200, title, frame));
}

static int
show_start(struct request *req, struct reply *reply)
{
	struct page *body, *frame;
	struct sop_item *items;
	const struct sop *sop;
	size_t n;
	enum case_err err = soplist_names(req->office, req->now, &items, &n);

	if (err != CASE_OK)
		return reply_case_error(reply, req, err);
	arena_adopt(req->arena, items);
	frame = frame_new(req, "home.tpl", PATH_ROOT, &body);
	page_set(body, "HEADING", plate_now(req)->service);
	page_setf(body, "LEAD", "Ajukan permohonan kepada %s, lihat jalannya, "
	    "dan terima jawabannya di sini.",
	    plate_now(req)->office);
	page_set(body, "HOURS", plate_hours(req));
	page_text(body, "CONTACT", plate_now(req)->contact);
	page_text(body, "PLEDGE", plate_notice(req));
	fill_root(req, body);
	for (size_t i = 0; i < n; i++) {
		sop = office_sop(req->office, items[i].version_id);
		if (sop != NULL && service_way(req, sop) != WAY_NONE)
			fill_service(req, body, sop, service_way(req, sop));
	}
	return reply_public(reply, reply_page(reply, req, 200, "Beranda",
	    frame));
}

static int
show_help(struct request *req, struct reply *reply)
{
	struct page *body;
	struct page *frame = frame_new(req, "help.tpl", NULL, &body);

	page_set(body, "SERVICE", plate_now(req)->service);
	page_set(body, "OFFICE", plate_now(req)->office);
	page_set(body, "HOURS", plate_hours(req));
	page_text(body, "CONTACT", plate_now(req)->contact);
	return reply_public(reply, reply_page(reply, req, 200, "Bantuan",
	    frame));
}

static int
get(struct request *req, struct reply *reply)
{
	const struct session *who = &req->session;

	if (request_segment(req, 1) != NULL)
		return reply_error(reply, req, 404, NULL);
	if (strcmp(req->route->path, PATH_BANTUAN) == 0)
		return show_help(req, reply);
	if (strcmp(req->route->path, PATH_SIDIK_JARI) == 0)
		return show_roots(req, reply);
	if (who->id != 0 && who->institution_id == 0)
		return reply_redirect(reply, inbox_view_home(req,
		    who->person_id));
	return show_start(req, reply);
}

static const char *const templates[] = { "home.tpl", "help.tpl", "list.tpl",
	"table.tpl", NULL };

static const struct web_program home = {
	.name = "home",
	.get = get,
	.templates = templates,
};

int
main(int argc, char **argv)
{
	return web_serve(&home, argc, argv);
}
