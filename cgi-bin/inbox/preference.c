/*
 * preference.c - the page where a person chooses the channels of messages about
 * work, and their addresses.
 */
#include <stdio.h>
#include <string.h>

#include "case/act.h"
#include "case/field_form.h"
#include "cgi-bin/inbox/preference.h"

#include "base/arena.h"
#include "casepage/fields.h"
#include "page/page.h"
#include "people/preference.h"
#include "web/frame.h"
#include "web/idempotency.h"
#include "web/reply.h"
#include "web/request.h"
#include "web/route.h"
#include "web/session.h"

#define FIELDS 4
#define NOT_AT_ALL "tidak"
#define TITLE "Pemberitahuan"

static const struct sop_choice ways[] = {
	{ PREFERENCE_WHATSAPP, "WhatsApp" },
	{ PREFERENCE_MAIL, "Surel" },
	{ NOT_AT_ALL, "Tidak perlu" },
};

/* The field and the member of struct preference it stands for. */
static const struct sop_field fields[FIELDS] = {
	{ .name = "tugas-baru", .label = "Tugas baru", .required = 1,
	    .type = FIELD_CHOICE, .choice = ways, .nchoice = 3,
	    .help = "Dikumpulkan, paling sering satu pesan setiap 15 menit, "
	    "hanya pada jam kerja. Tugas yang dikembalikan disebut pada pagi "
	    "berikutnya." },
	{ .name = "ringkasan", .label = "Ringkasan pagi", .required = 1,
	    .type = FIELD_CHOICE, .choice = ways, .nchoice = 3,
	    .help = "Sekali setiap hari kerja, bila ada yang hampir habis "
	    "waktunya, baru terlambat, atau dikembalikan; bagi atasan juga "
	    "tugas bawahan yang terlambat jauh." },
	{ .name = "telepon", .label = "Nomor WhatsApp",
	    .type = FIELD_PHONE },
	{ .name = "surel", .label = "Alamat surel", .type = FIELD_EMAIL },
};
static const char *const members[FIELDS] = { "work_by", "digest_by", "phone",
	"email" };

/* The form on its way through one request. */
struct preference_form {
	struct request		*req;
	struct reply		*reply;
	struct fields_state	 typed;
	struct field_error	 error[FIELDS + 1];
};

static int
show(struct preference_form *t, int status)
{
	struct page *body, *form, *back;
	struct page *frame = frame_new(t->req, "form.tpl", PATH_KOTAK_MASUK,
	    &body);

	back = page_add(frame, "BACK");
	page_set(back, "HREF", PATH_KOTAK_MASUK);
	page_set(back, "TEXT", "Kotak masuk");
	if (status != 200)
		fields_show_errors(body, &t->typed);
	page_set(body, "HEADING", TITLE);
	page_text(body, "INTRO", "Kotak masuk selalu menunjukkan semua tugas "
	    "Anda. Di sini Anda memilih apakah kantor juga mengirim pesan. "
	    "Tidak ada pesan di luar jam kerja dan pada hari libur.");
	page_set(body, "ACTION", PATH_PEMBERITAHUAN);
	page_set(body, "KEY", request_token(t->req->arena));
	form = page_add(body, "FORMS");
	page_set(form, "ACT", "simpan");
	page_set(form, "BUTTON", "Simpan");
	for (size_t i = 0; i < FIELDS; i++)
		fields_show_one(t->req, form, "FIELDS", NULL, &fields[i],
		    &t->typed);
	return reply_page(t->reply, t->req, status, TITLE, frame);
}

static const char *
way_shown(const char *way)
{
	return *way != '\0' ? way : NOT_AT_ALL;
}

int
inbox_preference_get(struct request *req, struct reply *reply)
{
	struct preference_form t = { .req = req, .reply = reply };
	struct preference *now = arena_alloc(req->arena, sizeof(*now));
	enum case_err err = preference_get(req->office, req->session.person_id,
	    now);
	const struct act_value value[FIELDS] = {
		{ fields[0].name, way_shown(now->work_by) },
		{ fields[1].name, way_shown(now->digest_by) },
		{ fields[2].name, now->phone },
		{ fields[3].name, now->email },
	};

	if (request_segment(req, 1) != NULL)
		return reply_error(reply, req, 404, NULL);
	if (err != CASE_OK)
		return reply_case_error(reply, req, err);
	t.typed.value = value;
	t.typed.nvalue = FIELDS;
	return show(&t, 200);
}

/* -- what was sent --------------------------------------------------------- */

static void
note(struct preference_form *t, const char *field, const char *part,
    const char *text)
{
	struct field_error *e;

	if (t->typed.nerror == sizeof(t->error) / sizeof(t->error[0]))
		return;
	e = &t->error[t->typed.nerror++];
	e->field = field;
	e->part = part;
	snprintf(e->text, sizeof(e->text), "%s", text);
}

/* Note the library's error at the field of its member. */
static void
note_member(struct preference_form *t)
{
	size_t i = FIELDS - 1;

	while (i > 0 && strcmp(members[i], office_field(t->req->office)) != 0)
		i--;
	note(t, fields[i].name, "", office_why(t->req->office));
}

static const char *
value_of(const struct field_form *form, const char *name)
{
	const struct fields_state checked = { .value = form->value,
		.nvalue = form->nvalue };
	const char *value = fields_value(&checked, name);

	return value != NULL && strcmp(value, NOT_AT_ALL) != 0 ? value : "";
}

static enum case_err
save(struct preference_form *t, const struct field_form *form)
{
	struct change ch = { .by = t->req->session.person_id,
		.now = t->req->now, .idem = idempotency_key(t->req) };
	struct preference choice = { .person_id = ch.by };

	snprintf(choice.work_by, sizeof(choice.work_by), "%s",
	    value_of(form, fields[0].name));
	snprintf(choice.digest_by, sizeof(choice.digest_by), "%s",
	    value_of(form, fields[1].name));
	snprintf(choice.phone, sizeof(choice.phone), "%s",
	    value_of(form, fields[2].name));
	snprintf(choice.email, sizeof(choice.email), "%s",
	    value_of(form, fields[3].name));
	return preference_set(t->req->office, &ch, &choice);
}

int
inbox_preference_post(struct request *req, struct reply *reply)
{
	const struct sop_row row = { .field = fields, .nfield = FIELDS };
	struct preference_form t = { .req = req, .reply = reply };
	struct field_input in;
	struct field_form *form;
	enum case_err err;

	if (request_segment(req, 1) != NULL)
		return reply_error(reply, req, 404, NULL);
	if (idempotency_key(req) == NULL)
		return reply_error(reply, req, 400, NULL);
	fields_input(req, &row, &in);
	t.typed = (struct fields_state){ .value = in.value, .nvalue = in.nvalue,
		.error = t.error };
	err = field_form_check(req->office, &row, &in, &form);
	if (err != CASE_OK && err != CASE_INVALID)
		return reply_case_error(reply, req, err);
	arena_adopt(req->arena, form);
	for (size_t i = 0; i < form->nerror; i++)
		note(&t, form->error[i].field, form->error[i].part,
		    form->error[i].text);
	if (err == CASE_OK && (err = save(&t, form)) == CASE_INVALID)
		note_member(&t);
	if (err == CASE_INVALID)
		return show(&t, 422);
	if (err != CASE_OK && err != CASE_REPEATED)
		return reply_case_error(reply, req, err);
	session_notice(reply, req, "Pemberitahuan disimpan.");
	return reply_redirect(reply, PATH_PEMBERITAHUAN);
}
