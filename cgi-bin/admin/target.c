/* target.c - the share of tasks that is to be on time, by decree. */
#include <stdio.h>
#include <stdlib.h>

#include "base/arena.h"
#include "case/field_date.h"
#include "cgi-bin/admin/admin.h"
#include "cgi-bin/admin/choice.h"
#include "cgi-bin/admin/form.h"
#include "cgi-bin/admin/list.h"
#include "month/target.h"
#include "page/page.h"
#include "people/role.h"
#include "web/reply.h"
#include "web/request.h"
#include "web/route.h"
#include "web/table.h"

static const struct sop_field fields[] = {
	{ .name = "persen", .label = "Bagian langkah yang harus tepat waktu, "
	    "dalam persen", .required = 1, .type = FIELD_NUMBER, .max = 100 },
	{ .name = "peran", .label = "Peran", .type = FIELD_CHOICE,
	    .help = "Kosongkan untuk semua peran." },
	{ .name = "dasar", .label = "Dasar penetapan", .required = 1,
	    .max = 100, .help = "Misalnya Keputusan Kepala Kantor Wilayah "
	    "nomor dan tanggalnya" },
	{ .name = "mulai", .label = "Berlaku mulai", .required = 1,
	    .type = FIELD_DATE, .bound = &field_date_near, .nbound = 1 },
};
#define FIELDS (sizeof(fields) / sizeof(fields[0]))

static enum case_err
set(struct admin *a, const struct change *ch)
{
	struct target t = { .percent = admin_number(a, "persen"),
	    .role_id = admin_number(a, "peran"),
	    .valid_from = admin_day(a, "mulai") };

	snprintf(t.decree, sizeof(t.decree), "%s", admin_value(a, "dasar"));
	return target_set(a->req->office, ch, &t);
}

static const char *
role_words(const struct admin *a, int64_t id)
{
	struct role_row r;

	if (id == 0 || role_get(a->req->office, id, &r) != CASE_OK)
		return "Semua peran";
	return arena_strdup(a->req->arena, r.name);
}

static void
fill(struct admin *a, struct page *body)
{
	static const char *const heads[] = { "Peran", "#Target", "Dasar",
		"Mulai", "Hari terakhir", NULL };
	struct page *group, *row, *cell;
	struct target *list;
	size_t n;

	page_text(body, "INTRO", "Laporan menandai yang di bawah target. Tanpa "
	    "target yang berlaku, tidak ada yang ditandai.");
	if (target_list(a->req->office, &list, &n) != CASE_OK)
		return;
	arena_adopt(a->req->arena, list);
	if (n == 0) {
		page_text(body, "INTRO", "Belum ada target.");
		return;
	}
	group = table_begin(body, "TABLES", "Target", heads);
	for (size_t i = 0; i < n; i++) {
		row = table_row(group, role_words(a, list[i].role_id), NULL);
		cell = page_add(row, "CELLS");
		page_setf(cell, "TEXT", "%lld%%", (long long)list[i].percent);
		page_show(cell, "NUMERIC");
		table_cell(row, list[i].decree);
		table_cell(row, admin_day_words(a->req, list[i].valid_from));
		table_cell(row, admin_last_day_words(a->req, list[i].valid_to));
	}
}

int
admin_target(struct request *req, struct reply *reply)
{
	struct admin a = { .req = req, .reply = reply,
	    .address = PATH_ADMIN "/target", .after = PATH_ADMIN "/target",
	    .back = PATH_ADMIN, .back_text = "Kembali ke admin",
	    .heading = "Target ketepatan waktu",
	    .trail = PATH_JEJAK "?jenis=target", .fill = fill, .nedits = 1,
	    .edit = { { .act = "tetapkan", .title = "Tetapkan target",
	    .button = "Tetapkan target", .question = "Tetapkan target ini?",
	    .done = "Target ditetapkan.", .nfield = FIELDS,
	    .apply = set } } };
	struct sop_field *f = choice_fields_copy(req, fields, FIELDS);
	enum case_err err = choice_role(req, &f[1]);

	if (request_segment(req, 2) != NULL)
		return reply_error(reply, req, 404, NULL);
	a.edit[0].field = f;
	return err == CASE_OK ? admin_page(&a) :
	    reply_case_error(reply, req, err);
}
