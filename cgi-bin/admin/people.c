/*
 * people.c - persons, of the office and of others: the list, and one person
 * added, changed, given a link to choose a password, made inactive.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/conf.h"
#include "base/number.h"
#include "case/absence_move.h"
#include "case/inbox.h"
#include "casepage/absence_form.h"
#include "casepage/words.h"
#include "cgi-bin/admin/admin.h"
#include "cgi-bin/admin/choice.h"
#include "cgi-bin/admin/form.h"
#include "cgi-bin/admin/list.h"
#include "page/page.h"
#include "people/absence.h"
#include "people/holder.h"
#include "people/institution.h"
#include "people/password_link.h"
#include "people/person.h"
#include "people/proposal.h"
#include "web/address.h"
#include "web/pager.h"
#include "web/reply.h"
#include "web/request.h"
#include "web/route.h"
#include "web/session.h"
#include "web/table.h"

#define FIELDS 9

static const char *
institution_words(const struct request *req, int64_t id)
{
	struct institution_row i;

	if (id == 0 || institution_get(req->office, id, &i) != CASE_OK)
		return "";
	return arena_strdup(req->arena, i.name);
}

static enum case_err
fill_list(struct request *req, struct page *body, const struct person *list,
    size_t n)
{
	static const char *const heads[] = { "Nama", "NIP atau nama pengguna",
		"Peran", "Keadaan", "#Tugas terbuka", NULL };
	struct page *group, *row;
	struct holder_row *holder;
	size_t nholder;
	enum case_err err = holder_list(req->office, &(struct holder_row){ 0 },
	    req->now, &holder, &nholder);

	if (err != CASE_OK)
		return err;
	group = table_begin(body, "TABLES", "Pengguna", heads);
	for (size_t i = 0; i < n; i++) {
		row = table_row(group, list[i].name, arena_printf(req->arena,
		    PATH_PENGGUNA "/%lld", (long long)list[i].id));
		page_text(row, "NOTE", institution_words(req,
		    list[i].institution_id));
		table_cell(row, list[i].login);
		table_cell(row, words_roles(req, holder, nholder,
		    list[i].id, 0));
		table_cell(row, !list[i].active ? "Nonaktif" :
		    list[i].admin ? "Aktif, admin" : "Aktif");
		table_number(row, person_claims(req->office, list[i].id));
	}
	free(holder);
	return CASE_OK;
}

static int
show_list(struct request *req, struct reply *reply)
{
	const char *search = request_query(req, "cari");
	int64_t number = pager_number(req), total;
	struct person_query q = { .search = search, .inactive = 1,
	    .offset = pager_offset(req), .limit = PAGER_ROWS };
	struct page *body, *frame;
	struct person *list;
	size_t n;
	enum case_err err = person_search(req->office, &q, &list, &n, &total);

	if (err != CASE_OK)
		return reply_case_error(reply, req, err);
	arena_adopt(req->arena, list);
	session_audit(req, AUDIT_LIST, AUDIT_GOOD);
	frame = list_begin(req, "Pengguna", &body);
	page_text(body, "INTRO", "Orang yang berhenti dinonaktifkan, tidak "
	    "pernah dihapus; tugasnya diserahkan lebih dahulu.");
	page_pair(body, "FIND", "LABEL", "Cari nama atau NIP", "SEARCH",
	    search);
	page_link(body, "ADD", PATH_PENGGUNA "/" LIST_NEW, "Tambah pengguna");
	page_link(body, "ADD", PATH_PENGGUNA "/tabel", "Tambah dan ubah dari "
	    "tabel (CSV)");
	if (n == 0) {
		page_text(body, "EMPTY", "Tidak ada yang cocok. Periksa ejaan "
		    "nama, atau cari dengan NIP.");
	} else if ((err = fill_list(req, body, list, n)) != CASE_OK) {
		page_free(frame);
		return reply_case_error(reply, req, err);
	} else {
		pager_show(req, body, &(struct pager){ address_with(req->arena,
		    PATH_PENGGUNA, "cari", search), "orang", number,
		    total, NULL, 0 });
	}
	return reply_page(reply, req, 200, "Pengguna", frame);
}

/* -- one person ------------------------------------------------------------ */

static const struct sop_field person_fields[FIELDS] = {
	{ .name = "nama", .label = "Nama lengkap", .required = 1, .max = 100 },
	{ .name = "login", .label = "NIP atau nama pengguna", .required = 1,
	    .max = 60, .help = "Yang diketik ketika masuk." },
	{ .name = "nip", .label = "NIP", .max = 30,
	    .help = "18 angka; kosongkan untuk orang di luar kantor." },
	{ .name = "unit", .label = "Unit", .required = 1,
	    .type = FIELD_CHOICE },
	{ .name = "lembaga", .label = "Lembaga", .type = FIELD_CHOICE,
	    .help = "Hanya untuk operator kampus, sekolah, atau instansi "
	    "lain." },
	{ .name = "atasan", .label = "Jabatan atasan langsung",
	    .type = FIELD_CHOICE },
	{ .name = "telepon", .label = "Nomor WhatsApp", .type = FIELD_PHONE },
	{ .name = "surel", .label = "Surel", .type = FIELD_EMAIL },
	{ .name = "admin", .label = "Boleh mengelola bagian admin",
	    .required = 1, .type = FIELD_CHOICE, .choice = choice_yes_no,
	    .nchoice = 2 },
};

static void
copy(char *buf, size_t size, const char *value)
{
	snprintf(buf, size, "%s", value);
}

/* Take the values of the form into the row; members without a field stay. */
static void
read_person(const struct admin *a, struct person *p)
{
	copy(p->name, sizeof(p->name), admin_value(a, "nama"));
	copy(p->login, sizeof(p->login), admin_value(a, "login"));
	copy(p->nip, sizeof(p->nip), admin_value(a, "nip"));
	copy(p->phone, sizeof(p->phone), admin_value(a, "telepon"));
	copy(p->email, sizeof(p->email), admin_value(a, "surel"));
	p->unit_id = admin_number(a, "unit");
	p->institution_id = admin_number(a, "lembaga");
	p->superior_role_id = admin_number(a, "atasan");
	p->admin = strcmp(admin_value(a, "admin"), "ya") == 0;
}

static const struct act_value *
values_of(const struct request *req, const struct person *p)
{
	const char *const text[FIELDS] = { p->name, p->login, p->nip,
		admin_id_text(req, p->unit_id),
		admin_id_text(req, p->institution_id),
		admin_id_text(req, p->superior_role_id), p->phone, p->email,
		choice_yes_or_no(p->admin) };
	struct act_value *value = arena_alloc(req->arena,
	    FIELDS * sizeof(*value));

	for (size_t i = 0; i < FIELDS; i++)
		value[i] = (struct act_value){ person_fields[i].name,
		    text[i] };
	return value;
}

static enum case_err
fields_of(const struct request *req, struct sop_field **fields)
{
	struct sop_field *f = choice_fields_copy(req, person_fields, FIELDS);
	enum case_err err;

	if ((err = choice_unit(req, &f[3])) != CASE_OK ||
	    (err = choice_institution(req, &f[4])) != CASE_OK ||
	    (err = choice_role(req, &f[5])) != CASE_OK)
		return err;
	*fields = f;
	return CASE_OK;
}

/* Give a person a link, and say what became of it: nobody types or knows
 * another's password. */
static enum case_err
send_link(struct admin *a, const struct change *ch, int64_t person,
    const char *done)
{
	char shown[PASSWORD_LINK_SIZE];
	enum case_err err = password_link_send(a->req->office, ch, person,
	    a->req->conf->site, shown);

	for (size_t i = 0; i < a->nedits && err == CASE_OK; i++)
		if (&a->edit[i] == a->sent)
			a->edit[i].done = shown[0] == '\0' ? arena_printf(
			    a->req->arena, "%sTautan untuk membuat kata sandi "
			    "dikirim kepada orangnya.", done) :
			    arena_printf(a->req->arena, "%sOrang ini tidak "
			    "punya nomor atau surel. Sampaikan tautan ini, "
			    "yang tidak ditampilkan lagi: %s", done, shown);
	return err;
}

/* Of a person who is there an administrator is made: he waits for another one,
 * as every right does. */
static enum case_err
make_admin(struct admin *a, const struct change *ch, int64_t id)
{
	const struct change now = { .by = ch->by, .now = ch->now };
	enum case_err err;
	int waits;

	if (ch->dry)
		return CASE_OK;
	err = proposal_admin(a->req->office, &now, id, a->req->conf->approver,
	    &waits);
	a->said = arena_printf(a->req->arena, waits ? "%s Hak mengelola "
	    "menunggu persetujuan administrator lain." : "%s Hak mengelola "
	    "diberlakukan sendiri; kepala kantor diberi tahu.",
	    a->sent->done);
	return err;
}

/* -- adding -------------------------------------------------------------- */

static enum case_err
add(struct admin *a, const struct change *ch)
{
	struct person p = { .active = 1 };
	enum case_err err;
	int64_t id = 0;
	int admin;

	read_person(a, &p);
	admin = (int)p.admin;
	p.admin = 0;
	err = person_add(a->req->office, ch, &p, &id);
	if (err != CASE_OK || id == 0)
		return err;
	a->after = arena_printf(a->req->arena, PATH_PENGGUNA "/%lld",
	    (long long)id);
	if (!ch->dry)
		err = send_link(a, &(struct change){ .by = ch->by,
		    .now = ch->now }, id, "Pengguna ditambahkan. ");
	return err == CASE_OK && admin ? make_admin(a, ch, id) : err;
}

static void
fill_new(struct admin *a, struct page *body)
{
	(void)a;
	page_text(body, "INTRO", "Orang baru memilih kata sandinya sendiri, "
	    "lewat tautan yang dikirim ke nomor WhatsApp atau surelnya.");
}

static int
show_new(struct request *req, struct reply *reply)
{
	struct admin a = { .req = req, .reply = reply,
	    .address = PATH_PENGGUNA "/" LIST_NEW, .after = PATH_PENGGUNA,
	    .back = PATH_PENGGUNA,
	    .back_text = "Kembali ke pengguna", .heading = "Tambah pengguna",
	    .fill = fill_new, .nedits = 1,
	    .edit = { { .act = "tambah", .button = "Tambah pengguna",
	    .question = "Tambah pengguna ini?",
	    .done = "Pengguna ditambahkan.", .nfield = FIELDS,
	    .apply = add } } };
	enum case_err err = fields_of(req, &a.edit[0].field);

	return err == CASE_OK ? admin_page(&a) :
	    reply_case_error(reply, req, err);
}

/* -- changing ------------------------------------------------------------ */

static enum case_err
save(struct admin *a, const struct change *ch)
{
	struct person p = *(const struct person *)a->about;
	const int was = (int)p.admin;
	enum case_err err;
	int named;

	read_person(a, &p);
	if ((named = p.admin && !was))
		p.admin = 0;
	err = person_change(a->req->office, ch, &p);
	return err == CASE_OK && named ? make_admin(a, ch, p.id) : err;
}

static enum case_err
reset(struct admin *a, const struct change *ch)
{
	return send_link(a, ch, ((const struct person *)a->about)->id, "");
}

static void
note_reset(struct admin *a, struct page *check)
{
	page_text(check, "INTRO", "Ia mendapat tautan yang berlaku tiga hari "
	    "dan dipakai satu kali. Kata sandi yang lama tetap berlaku sampai "
	    "tautan itu dipakai.");
}

/* The person of a page, its first member; and what becomes of the tasks when he
 * goes, which is asked of whoever has some. */
struct person_page {
	struct person		row;
	struct absence_form	leaving;
};

static enum case_err
leave(struct admin *a, const struct change *ch)
{
	const struct person_page *page = a->about;
	const struct person *p = &page->row;
	struct absence x = { .person_id = p->id };
	struct absence_moved m;
	int64_t id = 0;
	enum case_err err;

	absence_form_read(&a->form, &page->leaving, &x);
	if (a->form.typed.nerror > 0)
		return CASE_INVALID;
	err = absence_leave(a->req->office, ch, p, &x, &id);
	if (err != CASE_OK || ch->dry)
		return err;
	err = absence_move(a->req->office, id, ch->by, ch->now, &m);
	if (err == CASE_OK)
		a->said = arena_printf(a->req->arena, "%s %lld tugas "
		    "dipindahkan, %lld tetap padanya.", a->sent->done,
		    (long long)m.moved, (long long)person_claims(
		    a->req->office, p->id));
	return err;
}

static enum case_err
turn(struct admin *a, const struct change *ch)
{
	struct person p = *(const struct person *)a->about;

	if (a->sent->nfield > 0)
		return leave(a, ch);
	p.active = !p.active;
	return person_change(a->req->office, ch, &p);
}

static void
note_turn(struct admin *a, struct page *check)
{
	const struct person *p = a->about;
	struct page *row = page_add(check, "ROWS");

	page_set(row, "KEY", p->name);
	page_text(row, "OLD", p->active ? "Aktif" : "Nonaktif");
	page_text(row, "VALUES", p->active ? "Nonaktif" : "Aktif");
	if (!p->active)
		return;
	page_text(check, "INTRO", "Ia dikeluarkan dari sistem dan tidak dapat "
	    "masuk lagi. Namanya tetap ada dalam riwayat.");
}

/* -- the page of a person ------------------------------------------------ */

/* The tasks a person has claimed, to be handed over or freed before the person
 * goes. */
static void
fill_tasks(struct admin *a, struct page *body, const struct person *p)
{
	static const char *const heads[] = { "Berkas", "Nomor", "SOP",
		"Batas waktu", NULL };
	struct inbox_query q = { .person_id = p->id, .tab = INBOX_MINE,
	    .search = "", .sop = "", .now = a->req->now, .limit = 100 };
	struct inbox_row *rows;
	struct page *group, *row;
	int64_t total;
	size_t n;

	if (inbox_list(a->req->office, &q, &rows, &n, &total) != CASE_OK)
		return;
	arena_adopt(a->req->arena, rows);
	if (n == 0)
		return;
	group = table_begin(body, "TABLES", "Tugas yang dipegang", heads);
	for (size_t i = 0; i < n; i++) {
		row = table_row(group, rows[i].subject,
		    arena_printf(a->req->arena, PATH_TUGAS "/%lld",
		    (long long)rows[i].task.id));
		table_cell(row, rows[i].number);
		table_cell(row, rows[i].sop_name);
		table_cell(row, rows[i].task.due_at == 0 ? "jam berhenti" :
		    words_time_short(a->req, rows[i].task.due_at));
	}
}

static void
fill_person(struct admin *a, struct page *body)
{
	const struct person *p = a->about;
	struct holder_row *holder;
	size_t n;

	if (holder_list(a->req->office, &(struct holder_row){ .person_id =
	    p->id }, a->req->now, &holder, &n) != CASE_OK)
		return;
	arena_adopt(a->req->arena, holder);
	form_row(body, "Keadaan", p->active ? "Aktif" : "Nonaktif");
	form_row(body, "Peran", words_roles(a->req, holder, n, p->id, 0));
	if (p->institution_id != 0)
		return;
	if (p->active)
		page_link(body, "WAYS", arena_printf(a->req->arena,
		    PATH_TIDAK_MASUK "/%lld", (long long)p->id),
		    "Catat tidak masuk dan penggantinya");
	fill_tasks(a, body, p);
}

static void
add_edits(struct admin *a, const struct person *p)
{
	a->edit[0] = (struct edit){ .act = "simpan",
	    .button = "Simpan perubahan", .question = "Simpan perubahan ini?",
	    .done = "Perubahan disimpan.", .nfield = FIELDS,
	    .now = values_of(a->req, p), .nnow = FIELDS, .apply = save };
	a->edit[1] = (struct edit){ .act = "sandi", .title = "Kata sandi",
	    .button = "Buat tautan kata sandi", .question = "Buat tautan kata "
	    "sandi baru?", .apply = reset, .note = note_reset };
	a->edit[2] = (struct edit){ .act = "aktif", .ends = p->active != 0,
	    .title = p->active ? "Nonaktifkan" : "Aktifkan",
	    .button = p->active ? "Nonaktifkan pengguna" :
	    "Aktifkan pengguna", .question = p->active ?
	    "Nonaktifkan pengguna ini?" : "Aktifkan pengguna ini?",
	    .done = p->active ? "Pengguna dinonaktifkan." :
	    "Pengguna diaktifkan.", .apply = turn, .note = note_turn,
	    .state = choice_yes_or_no(p->active) };
	a->nedits = 3;
}

/* A person who goes and has tasks is asked about them. */
static enum case_err
ask_leaving(struct admin *a, struct person_page *page)
{
	struct absence_form *f = &page->leaving;
	struct edit *e = &a->edit[2];
	enum case_err err;

	if (!page->row.active || page->row.institution_id != 0)
		return CASE_OK;
	err = absence_form_begin(a->req, page->row.id, f);
	if (err != CASE_OK || f->ntask == 0)
		return err;
	f->field[ABSENCE_FORM_STAND_IN].label = "Penerima tugasnya";
	e->field = f->field;
	e->nfield = ABSENCE_FORM_FIELDS;
	e->checks = &f->checks;
	return CASE_OK;
}

static int
show_person(struct request *req, struct reply *reply, const char *segment)
{
	struct admin a = { .req = req, .reply = reply, .back = PATH_PENGGUNA,
	    .back_text = "Kembali ke pengguna", .caption = "Pengguna",
	    .fill = fill_person };
	struct person_page *page = arena_alloc(req->arena, sizeof(*page));
	struct person *p = &page->row;
	enum case_err err;
	int64_t id;

	if (strcmp(segment, "tabel") == 0)
		return admin_people_table(req, reply);
	if (number_parse(segment, 1, INT64_MAX, &id) == -1)
		return reply_error(reply, req, 404, NULL);
	if ((err = person_get(req->office, id, p)) != CASE_OK)
		return reply_case_error(reply, req, err);
	a.about = page;
	a.heading = p->name;
	a.trail = admin_trail_of(req, admin_id_text(req, p->id));
	a.address = a.after = arena_printf(req->arena, PATH_PENGGUNA "/%lld",
	    (long long)id);
	add_edits(&a, p);
	if ((err = fields_of(req, &a.edit[0].field)) != CASE_OK ||
	    (err = ask_leaving(&a, page)) != CASE_OK)
		return reply_case_error(reply, req, err);
	return admin_page(&a);
}

int
admin_people(struct request *req, struct reply *reply)
{
	return list_or_one(req, reply, show_list, show_new, show_person);
}
