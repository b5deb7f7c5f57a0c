/* institutions.c - universities, schools and others with accounts. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/number.h"
#include "cgi-bin/admin/admin.h"
#include "cgi-bin/admin/form.h"
#include "cgi-bin/admin/list.h"
#include "page/page.h"
#include "people/institution.h"
#include "web/reply.h"
#include "web/request.h"
#include "web/route.h"
#include "web/table.h"

#define HERE PATH_ADMIN "/lembaga"

static const struct sop_choice kinds[KIND__MAX] = {
	[KIND_CAMPUS] = { "kampus", "Perguruan tinggi" },
	[KIND_SCHOOL] = { "sekolah", "Sekolah" },
	[KIND_OTHER] = { "lain", "Instansi lain" },
};
static const char *const states[STATE__MAX] = {
	[STATE_PENDING] = "menunggu persetujuan",
	[STATE_ACTIVE] = "aktif",
	[STATE_CLOSED] = "ditutup",
};
static struct sop_field fields[] = {
	{ .name = "nama", .label = "Nama lembaga", .required = 1, .max = 100 },
	{ .name = "jenis", .label = "Jenis", .required = 1,
	    .type = FIELD_CHOICE, .choice = kinds, .nchoice = KIND__MAX },
};
#define FIELDS 2

/* -- the list ------------------------------------------------------------ */

static int
show_list(struct request *req, struct reply *reply)
{
	static const char *const heads[] = { "Nama", "Jenis", "Keadaan",
		NULL };
	struct page *body, *frame, *group = NULL, *row;
	struct institution_row *list;
	size_t n;
	enum case_err err = institution_list(req->office, &list, &n);

	if (err != CASE_OK)
		return reply_case_error(reply, req, err);
	arena_adopt(req->arena, list);
	frame = list_begin(req, "Lembaga", &body);
	page_text(body, "INTRO", "Operator lembaga dapat mengajukan permohonan "
	    "setelah lembaganya disetujui. Akun operator ditambahkan pada "
	    "daftar pengguna.");
	page_link(body, "ADD", HERE "/" LIST_NEW, "Tambah lembaga");
	page_link(body, "ADD", PATH_EJAAN, "Ejaan nama lembaga");
	if (n == 0)
		page_text(body, "EMPTY", "Belum ada lembaga.");
	else
		group = table_begin(body, "TABLES", "Lembaga", heads);
	for (size_t i = 0; i < n; i++) {
		row = table_row(group, list[i].name, arena_printf(req->arena,
		    HERE "/%lld", (long long)list[i].id));
		table_cell(row, kinds[list[i].kind].label);
		table_cell(row, states[list[i].state]);
	}
	return reply_page(reply, req, 200, "Lembaga", frame);
}

/* -- changes ------------------------------------------------------------- */

static void
read_form(const struct admin *a, struct institution_row *i)
{
	const char *kind = admin_value(a, "jenis");

	snprintf(i->name, sizeof(i->name), "%s", admin_value(a, "nama"));
	for (int k = 0; k < KIND__MAX; k++)
		if (strcmp(kinds[k].value, kind) == 0)
			i->kind = (enum institution_kind)k;
}

/* Add an institution; it needs no approval, as an administrator adds it. */
static enum case_err
add(struct admin *a, const struct change *ch)
{
	struct institution_row i = { .state = STATE_ACTIVE };

	read_form(a, &i);
	return institution_add(a->req->office, ch, &i, NULL);
}

static enum case_err
save(struct admin *a, const struct change *ch)
{
	struct institution_row i = *(const struct institution_row *)a->about;

	read_form(a, &i);
	return institution_change(a->req->office, ch, &i);
}

/* Pending becomes active, active closed, and closed active again. */
static enum institution_state
next_state(const struct institution_row *i)
{
	return i->state == STATE_ACTIVE ? STATE_CLOSED : STATE_ACTIVE;
}

static enum case_err
turn(struct admin *a, const struct change *ch)
{
	struct institution_row i = *(const struct institution_row *)a->about;

	i.state = next_state(&i);
	return institution_change(a->req->office, ch, &i);
}

static enum case_err
decline(struct admin *a, const struct change *ch)
{
	struct institution_row i = *(const struct institution_row *)a->about;

	i.state = STATE_CLOSED;
	return institution_change(a->req->office, ch, &i);
}

static void
note_state(struct admin *a, struct page *check)
{
	const struct institution_row *i = a->about;
	enum institution_state next = a->sent->apply == decline ?
	    STATE_CLOSED : next_state(i);
	struct page *row = page_add(check, "ROWS");

	page_set(row, "KEY", i->name);
	page_text(row, "OLD", states[i->state]);
	page_text(row, "VALUES", states[next]);
	if (next == STATE_CLOSED)
		page_text(check, "INTRO", "Permohonan yang sedang berjalan "
		    "tetap diselesaikan.");
}

/* -- the pages ----------------------------------------------------------- */

static int
show_new(struct request *req, struct reply *reply)
{
	struct admin a = { .req = req, .reply = reply,
	    .address = HERE "/" LIST_NEW, .after = HERE, .back = HERE,
	    .back_text = "Kembali ke lembaga", .heading = "Tambah lembaga",
	    .nedits = 1, .edit = { { .act = "tambah",
	    .button = "Tambah lembaga", .question = "Tambah lembaga ini?",
	    .done = "Lembaga ditambahkan.", .field = fields,
	    .nfield = FIELDS, .apply = add } } };

	return admin_page(&a);
}

static void
fill(struct admin *a, struct page *body)
{
	const struct institution_row *i = a->about;

	form_row(body, "Keadaan", states[i->state]);
}

static void
add_edits(struct admin *a, const struct institution_row *i)
{
	struct act_value *now = arena_alloc(a->req->arena, 2 * sizeof(*now));
	const struct edit turns[STATE__MAX] = {
		[STATE_PENDING] = { .button = "Setujui lembaga",
		    .question = "Setujui lembaga ini?",
		    .done = "Lembaga disetujui." },
		[STATE_ACTIVE] = { .button = "Tutup lembaga", .ends = 1,
		    .question = "Tutup lembaga ini?",
		    .done = "Lembaga ditutup." },
		[STATE_CLOSED] = { .button = "Buka lagi lembaga",
		    .question = "Buka lagi lembaga ini?",
		    .done = "Lembaga dibuka lagi." },
	};
	struct edit *e = a->edit;

	now[0] = (struct act_value){ "nama", i->name };
	now[1] = (struct act_value){ "jenis", kinds[i->kind].value };
	e[0] = turns[i->state];
	e[0].act = "keadaan";
	e[0].state = states[i->state];
	e[0].apply = turn;
	e[0].note = note_state;
	a->nedits = 1;
	if (i->state == STATE_PENDING)
		e[a->nedits++] = (struct edit){ .act = "tolak", .ends = 1,
		    .button = "Tolak lembaga", .question =
		    "Tolak lembaga ini?", .done = "Lembaga ditolak.",
		    .apply = decline, .note = note_state };
	e[a->nedits++] = (struct edit){ .act = "simpan",
	    .title = "Ubah lembaga", .button = "Simpan perubahan",
	    .question = "Simpan perubahan ini?",
	    .done = "Perubahan disimpan.", .field = fields,
	    .nfield = FIELDS, .now = now, .nnow = FIELDS, .apply = save };
}

static int
show_one(struct request *req, struct reply *reply, const char *segment)
{
	struct admin a = { .req = req, .reply = reply, .back = HERE,
	    .back_text = "Kembali ke lembaga", .caption = "Lembaga",
	    .fill = fill };
	struct institution_row i;
	enum case_err err;
	int64_t id;

	if (number_parse(segment, 1, INT64_MAX, &id) == -1)
		return reply_error(reply, req, 404, NULL);
	if ((err = institution_get(req->office, id, &i)) != CASE_OK)
		return reply_case_error(reply, req, err);
	a.about = &i;
	a.heading = i.name;
	a.trail = admin_trail_of(req, admin_id_text(req, i.id));
	a.address = a.after = arena_printf(req->arena, HERE "/%lld",
	    (long long)id);
	add_edits(&a, &i);
	return admin_page(&a);
}

int
admin_institutions(struct request *req, struct reply *reply)
{
	if (strcmp(req->path, PATH_EJAAN) == 0)
		return admin_spellings(req, reply);
	return list_or_one(req, reply, show_list, show_new, show_one);
}
