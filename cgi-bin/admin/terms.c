/*
 * terms.c - what expires by itself, and after how long (tick/sweep.h).
 */
#include "base/arena.h"
#include "base/conf.h"
#include "cgi-bin/admin/admin.h"
#include "cgi-bin/admin/list.h"
#include "page/page.h"
#include "tick/sweep.h"
#include "web/reply.h"
#include "web/request.h"
#include "web/table.h"

#define DAY 86400

const char *
admin_terms_words(const struct request *req)
{
	struct sweep_term list[SWEEP_TERMS];

	return arena_printf(req->arena, "%zu hal berakhir dengan sendirinya",
	    sweep_terms(req->conf, list));
}

/* Counted from the instant that stands in the last column. */
static void
add_row(const struct request *req, struct page *group,
    const struct sweep_term *t)
{
	struct page *row = table_row(group, t->what, NULL);

	table_cell(row, t->where);
	table_cell(row, arena_printf(req->arena, "%lld hari sejak %s",
	    (long long)(t->seconds / DAY), t->from));
	table_cell(row, t->key[0] != '\0' ? t->key : "tetap");
}

int
admin_terms(struct request *req, struct reply *reply)
{
	static const char *const heads[] = { "Yang disimpan", "Tempat",
		"Dihapus sesudah", "Diatur dengan", NULL };
	struct sweep_term list[SWEEP_TERMS];
	struct page *body, *frame, *group;
	size_t n = sweep_terms(req->conf, list);

	if (request_segment(req, 2) != NULL)
		return reply_error(reply, req, 404, NULL);
	if (req->method == METHOD_POST)
		return reply_error(reply, req, 405, NULL);
	frame = list_begin(req, "Masa simpan", &body);
	page_text(body, "INTRO", "Yang bukan arsip berakhir dengan "
	    "sendirinya: pekerjaan berkala menghapusnya setiap jam. Masanya "
	    "diatur petugas komputer dalam sopap.conf.");
	page_text(body, "INTRO", "Berkas adalah arsip. Berkas hanya "
	    "dimusnahkan menurut daftar usul musnah yang disetujui.");
	group = table_begin(body, "TABLES", "Berakhir dengan sendirinya",
	    heads);
	for (size_t i = 0; i < n; i++)
		add_row(req, group, &list[i]);
	page_text(body, "EMPTY", "Log program disimpan journald, log server "
	    "web disimpan logrotate; masanya diatur di sana.");
	return reply_page(reply, req, 200, "Masa simpan", frame);
}
