/* parties.c - the parties outside through whom the office's work passes. */
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "cgi-bin/admin/admin.h"
#include "cgi-bin/admin/choice.h"
#include "cgi-bin/admin/form.h"
#include "cgi-bin/admin/list.h"
#include "office/party.h"
#include "page/page.h"
#include "web/reply.h"
#include "web/request.h"
#include "web/route.h"
#include "web/table.h"

#define HERE PATH_ADMIN "/pihak"

static struct sop_field fields[] = {
	{ .name = "kode", .label = "Kode", .required = 1, .max = 63,
	    .help = "Huruf kecil, angka, dan tanda hubung, seperti dalam "
	    "berkas SOP. Tidak dapat diubah kemudian." },
	{ .name = "nama", .label = "Nama", .required = 1, .max = 100,
	    .help = "Seperti ditulis di halaman dan laporan." },
	{ .name = "ditawarkan", .label = "Ditawarkan untuk dipilih",
	    .required = 1, .type = FIELD_CHOICE, .choice = choice_yes_no,
	    .nchoice = 2 },
};

static int
show_list(struct request *req, struct reply *reply)
{
	static const char *const heads[] = { "Nama", "Kode", "Ditawarkan",
		NULL };
	struct page *body, *frame, *group, *row;
	struct party_row *list;
	size_t n;
	enum case_err err = party_list(req->office, &list, &n);

	if (err != CASE_OK)
		return reply_case_error(reply, req, err);
	arena_adopt(req->arena, list);
	frame = list_begin(req, "Pihak luar", &body);
	page_text(body, "INTRO", "Aplikasi dan instansi yang dilewati "
	    "pekerjaan kantor dan tidak punya langkah dalam SOP. Waktu di "
	    "sana dicatat atas namanya.");
	page_link(body, "ADD", HERE "/" LIST_NEW, "Tambah pihak luar");
	group = table_begin(body, "TABLES", "Pihak luar", heads);
	for (size_t i = 0; i < n; i++) {
		row = table_row(group, list[i].name, arena_printf(req->arena,
		    HERE "/%s", list[i].slug));
		table_cell(row, list[i].slug);
		table_cell(row, list[i].active ? "ya" : "tidak");
	}
	return reply_page(reply, req, 200, "Pihak luar", frame);
}

/* -- changes ------------------------------------------------------------- */

static enum case_err
add(struct admin *a, const struct change *ch)
{
	struct party_row p = { .active = 1 };

	snprintf(p.slug, sizeof(p.slug), "%s", admin_value(a, "kode"));
	snprintf(p.name, sizeof(p.name), "%s", admin_value(a, "nama"));
	if (strcmp(p.slug, LIST_NEW) == 0)
		return office_fail(a->req->office, CASE_INVALID, "slug",
		    "Kode ini sudah dipakai");
	return party_add(a->req->office, ch, &p, NULL);
}

static enum case_err
save(struct admin *a, const struct change *ch)
{
	struct party_row p = *(const struct party_row *)a->about;

	snprintf(p.name, sizeof(p.name), "%s", admin_value(a, "nama"));
	p.active = strcmp(admin_value(a, "ditawarkan"), "ya") == 0;
	return party_change(a->req->office, ch, &p);
}

static int
show_new(struct request *req, struct reply *reply)
{
	struct admin a = { .req = req, .reply = reply,
	    .address = HERE "/" LIST_NEW, .after = HERE, .back = HERE,
	    .back_text = "Kembali ke pihak luar",
	    .heading = "Tambah pihak luar", .nedits = 1, .edit = { {
	    .act = "tambah", .button = "Tambah pihak luar",
	    .question = "Tambah pihak luar ini?",
	    .done = "Pihak luar ditambahkan.", .field = fields, .nfield = 2,
	    .apply = add } } };

	return admin_page(&a);
}

static int
show_one(struct request *req, struct reply *reply, const char *slug)
{
	struct party_row p;
	struct act_value now[2];
	struct admin a = { .req = req, .reply = reply, .about = &p,
	    .back = HERE, .back_text = "Kembali ke pihak luar",
	    .caption = "Pihak luar", .heading = p.name, .nedits = 1,
	    .edit = { { .act = "simpan", .title = "Ubah pihak luar",
	    .button = "Simpan perubahan", .question =
	    "Simpan perubahan ini?", .done = "Perubahan disimpan.",
	    .field = fields + 1, .nfield = 2, .now = now, .nnow = 2,
	    .apply = save } } };
	enum case_err err = party_by_slug(req->office, slug, &p);

	if (err != CASE_OK)
		return reply_case_error(reply, req, err);
	now[0] = (struct act_value){ "nama", p.name };
	now[1] = (struct act_value){ "ditawarkan",
	    choice_yes_or_no((int)p.active) };
	a.address = a.after = arena_printf(req->arena, HERE "/%s", p.slug);
	a.trail = admin_trail_of(req, p.slug);
	return admin_page(&a);
}

int
admin_parties(struct request *req, struct reply *reply)
{
	return list_or_one(req, reply, show_list, show_new, show_one);
}
