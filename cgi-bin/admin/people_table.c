/*
 * people_table.c - people added and changed by a table (CSV): everything that
 * it would change is shown first, then all of it is done, or nothing.
 */
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/conf.h"
#include "casepage/words.h"
#include "cgi-bin/admin/admin.h"
#include "cgi-bin/admin/form.h"
#include "cgi-bin/admin/list.h"
#include "exchange/people_table.h"
#include "page/page.h"
#include "people/password_link.h"
#include "web/request.h"
#include "web/route.h"

#define TABLE_MAX (400 * 1024)

/* The table of the form: CASE_OK with what it changes, living with the
 * request. */
static enum case_err
read_table(struct admin *a, struct people_change **list, size_t *n)
{
	enum case_err err = people_table_read(a->req->office,
	    admin_text(a, "teks"), list, n);

	if (err == CASE_OK)
		arena_adopt(a->req->arena, *list);
	return err;
}

/* Everybody new gets a link to choose a password, where a channel is known;
 * how many do. */
static size_t
send_links(struct admin *a, const struct people_change *list, size_t n)
{
	const struct change ch = { .by = a->req->session.person_id,
	    .now = a->req->now };
	char shown[PASSWORD_LINK_SIZE];
	size_t sent = 0;

	for (size_t i = 0; i < n; i++) {
		const struct person *p = &list[i].now;

		if (list[i].was.id != 0 || !p->active ||
		    (p->phone[0] == '\0' && p->email[0] == '\0'))
			continue;
		sent += password_link_send(a->req->office, &ch, p->id,
		    a->req->conf->site, shown) == CASE_OK;
	}
	return sent;
}

static enum case_err
apply(struct admin *a, const struct change *ch)
{
	struct people_change *list;
	size_t n, added = 0;
	enum case_err err = read_table(a, &list, &n);

	if (err != CASE_OK || (err = people_table_apply(a->req->office, ch,
	    list, n)) != CASE_OK || ch->dry)
		return err;
	for (size_t i = 0; i < n; i++)
		added += list[i].was.id == 0;
	a->said = arena_printf(a->req->arena, "%zu orang ditambahkan, %zu "
	    "diubah. %zu tautan kata sandi dikirim.", added, n - added,
	    send_links(a, list, n));
	return CASE_OK;
}

/* -- what it would change -------------------------------------------------- */

/* A person in lines: "NIP 1980...", "Divisi P3H". */
static const char *
person_lines(const struct request *req, const struct person *p)
{
	const struct { const char *key, *text; } lines[] = {
		{ "Nama", p->name }, { "NIP", p->nip },
		{ "Unit", admin_unit_words(req, p->unit_id) },
		{ "Atasan", admin_role_words(req, p->superior_role_id) },
		{ "Nomor WhatsApp", p->phone }, { "Surel", p->email },
		{ "Keadaan", p->active ? "aktif" : "nonaktif" },
	};
	const char *text = "";

	for (size_t i = 0; i < sizeof(lines) / sizeof(lines[0]); i++)
		if (lines[i].text[0] != '\0')
			arena_append(req->arena, &text, "%s%s: %s",
			    *text != '\0' ? "\n" : "", lines[i].key,
			    lines[i].text);
	return text;
}

static void
note_changes(struct admin *a, struct page *check)
{
	struct people_change *list;
	size_t n, added = 0;

	if (read_table(a, &list, &n) != CASE_OK)
		return;
	for (size_t i = 0; i < n; i++) {
		const struct people_change *c = &list[i];

		added += c->was.id == 0;
		form_change(check, arena_printf(a->req->arena, c->was.id == 0 ?
		    "Baris %zu: %s, baru" : "Baris %zu: %s", c->line,
		    c->now.login), c->was.id == 0 ? "" :
		    person_lines(a->req, &c->was),
		    person_lines(a->req, &c->now));
	}
	page_text(check, "INTRO", arena_printf(a->req->arena, "%zu orang baru, "
	    "%zu diubah. Belum ada yang disimpan; semuanya disimpan bersama, "
	    "atau tidak satu pun.", added, n - added));
}

/* -- the page -------------------------------------------------------------- */

static void
fill(struct admin *a, struct page *body)
{
	(void)a;
	page_text(body, "INTRO", "Tempel isi file CSV dari lembar kerja, baris "
	    "pertama berisi nama kolom: nama_pengguna (atau nip), nama, nip, "
	    "unit, atasan, telepon, surel, aktif. Unit dan atasan diisi "
	    "kodenya; aktif diisi ya atau tidak.");
	page_text(body, "INTRO", "Kolom yang tidak ada membiarkan isinya. Yang "
	    "tidak disebut tidak diubah. Hak admin tidak diberikan di sini.");
}

int
admin_people_table(struct request *req, struct reply *reply)
{
	static struct sop_field field = { .name = "teks",
	    .label = "Isi file CSV", .required = 1, .type = FIELD_PARAGRAPH,
	    .max = TABLE_MAX };
	struct admin a = { .req = req, .reply = reply,
	    .address = PATH_PENGGUNA "/tabel", .after = PATH_PENGGUNA,
	    .back = PATH_PENGGUNA, .back_text = "Kembali ke pengguna",
	    .heading = "Tambah dan ubah pengguna dari tabel", .fill = fill,
	    .nedits = 1, .edit = { { .act = "muat", .button = "Periksa tabel",
	    .question = "Simpan semua perubahan ini?", .confirm = "Simpan "
	    "semua", .done = "Tabel disimpan.", .field = &field, .nfield = 1,
	    .apply = apply, .note = note_changes } } };

	return admin_page(&a);
}
