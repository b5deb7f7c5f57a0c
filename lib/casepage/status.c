/* status.c - a case as its applicant sees it, and the acts he may do there. */
#include <string.h>

#include "casepage/status.h"

#include "base/arena.h"
#include "base/conf.h"
#include "base/utf8.h"
#include "case/act_close.h"
#include "case/answer.h"
#include "case/document.h"
#include "case/participant.h"
#include "case/tracking.h"
#include "casepage/download.h"
#include "casepage/sla.h"
#include "casepage/timeline.h"
#include "casepage/visitor.h"
#include "casepage/words.h"
#include "letter/letter.h"
#include "message/delivery.h"
#include "office/office.h"
#include "page/page.h"
#include "voice/survey.h"
#include "web/address.h"
#include "web/form.h"
#include "web/frame.h"
#include "web/idempotency.h"
#include "web/reply.h"
#include "web/request.h"
#include "web/route.h"
#include "web/session.h"

#define REASON_MAX 1000

static int
is_mending(const struct status *s)
{
	return s->t != NULL && s->t->external && s->row->kind == STEP_SUBMIT;
}

static int
is_ready(const struct status *s)
{
	return s->t != NULL && s->t->external && s->row->kind == STEP_DOWNLOAD;
}

/* The letter, when it may be had here: its download row is behind it, or its
 * SOP has none. */
static const struct document *
given_letter(const struct status *s)
{
	struct answer_files p = { &s->c, s->dossier.task, s->dossier.ntask,
	    s->dossier.document, s->dossier.ndocument };

	return !is_ready(s) && answer_is_given(&p) ? answer_find(&p) : NULL;
}

/* -- the sentences --------------------------------------------------------- */

/* Was the letter fetched by its applicant? */
static int
is_fetched(const struct status *s)
{
	for (size_t i = 0; i < s->dossier.ntask; i++)
		if (strcmp(s->dossier.task[i].outcome, "download") == 0)
			return 1;
	return 0;
}

/* Yes or no, and what there is to do: "Disetujui. Surat siap diunduh". */
static const char *
decided_words(const struct status *s)
{
	const char *how = words_decision(s->req, &s->c);

	if (!is_ready(s) && given_letter(s) == NULL)
		return how;
	return arena_printf(s->req->arena, is_fetched(s) ?
	    "%s. Surat sudah diunduh" : "%s. Surat siap diunduh", how);
}

static const char *
ended_words(const struct status *s)
{
	if (strcmp(s->c.result, "withdrawn") == 0)
		return "Permohonan dibatalkan pemohon";
	if (strcmp(s->c.result, "cancelled") == 0)
		return "Permohonan dibatalkan kantor";
	return decided_words(s);
}

static const char *
heading(const struct status *s)
{
	if (s->t == NULL)
		return ended_words(s);
	if (is_mending(s))
		return "Perlu perbaikan dari Anda";
	if (is_ready(s))
		return decided_words(s);
	if (s->t->awaited)
		return "Anda ditunggu di kantor";
	return arena_printf(s->req->arena, "Sedang diproses: %s",
	    words_place(s->req, s->dossier.sop, s->row));
}

/* The case waits for the applicant: since when, and until when he may mend. */
static const char *
mending_words(const struct status *s)
{
	int days = s->dossier.sop->mend_days;

	return arena_printf(s->req->arena, "Permohonan ini dikembalikan "
	    "kepada Anda pada %s. Sejak itu waktu kami berhenti, sampai Anda "
	    "mengajukannya kembali.%s", words_time(s->req,
	    s->t->opened_at), days == 0 ? "" : arena_printf(s->req->arena,
	    " Bila tidak diperbaiki dalam %d hari kerja sesudah kami "
	    "mengingatkan, permohonan ini ditutup.", days));
}

/* A message that waits because the number had too many is told here. */
static void
show_held(const struct status *s, struct page *page)
{
	int64_t per_day = s->req->conf->messages_per_day;

	if (delivery_held(s->req->office, s->c.id, per_day, s->req->now) > 0)
		page_text(page, "HELD", arena_printf(s->req->arena, "Pesan "
		    "kami kepada Anda tertunda: nomor Anda sudah menerima "
		    "%lld pesan dalam sehari. Pesan itu menyusul; keadaan "
		    "permohonan selalu ada di halaman ini.",
		    (long long)per_day));
}

/* One sentence or two: the performer, the limit, and whether the applicant must
 * do anything. */
static const char *
now_words(const struct status *s)
{
	struct arena *arena = s->req->arena;
	struct sla sla;
	const char *who;

	if (s->t == NULL)
		return arena_printf(arena, given_letter(s) == NULL ?
		    "Berakhir %s. Anda tidak perlu melakukan apa pun." :
		    is_fetched(s) ? "Berakhir %s. Suratnya dapat diunduh lagi "
		    "di bawah ini." : "Berakhir %s. Unduh suratnya di bawah "
		    "ini.", words_time(s->req, s->c.ended_at));
	if (is_mending(s))
		return mending_words(s);
	if (is_ready(s))
		return arena_printf(arena, "Surat balasan siap sejak %s. "
		    "Sesudah Anda unduh, permohonan ini selesai; waktu "
		    "menunggu tidak dihitung sebagai waktu kami.",
		    words_time(s->req, s->t->opened_at));
	who = words_performer(s->req, s->dossier.sop, s->t->performer);
	if (s->t->awaited)
		return arena_printf(arena, "%s menunggu kedatangan Anda sejak "
		    "%s. Sampai Anda datang waktu kami berhenti.", who,
		    words_time(s->req, s->t->opened_at));
	sla_task(s->req, s->t, &sla);
	if (sla.due[0] == '\0')
		return arena_printf(arena, "Menunggu %s. Anda tidak perlu "
		    "melakukan apa pun sekarang.", who);
	return arena_printf(arena, "Menunggu %s. Batas waktu %s. Anda tidak "
	    "perlu melakukan apa pun sekarang.", who, sla.due);
}

/* -- the parts of the page ------------------------------------------------ */

static void
show_mend(const struct status *s, struct page *page)
{
	const struct happening *back = dossier_return(&s->dossier,
	    s->row->pos);
	struct page *p = page_add(page, "MEND");

	page_set(p, "TEXT", back == NULL ? "Yang perlu diperbaiki" :
	    arena_printf(s->req->arena, "Dikembalikan oleh %s",
	    words_performer(s->req, s->dossier.sop, back->task->performer)));
	page_set(p, "REASON", back != NULL ? back->note : "");
	page_set(p, "HREF", address_of_step(s->req->arena, STEP_SUBMIT,
	    s->t->id));
}

/* A visitor who has only the code gives the last digits of the number, too. */
static int
needs_digits(const struct status *s)
{
	return s->actor.person_id == 0 && s->c.phone[0] != '\0';
}

static void
show_digits(const struct status *s, struct page *page, const char *include)
{
	if (needs_digits(s))
		fields_show_one(s->req, page, include, NULL, &fields_digits,
		    &s->typed);
}

static void
letter_row(struct page *page, const char *key, const char *text)
{
	if (text[0] == '\0')
		return;
	page_pair(page, "LETTER_ROWS", "KEY", key, "TEXT", text);
}

static void
show_letter(const struct status *s, struct page *page)
{
	const struct document *doc = given_letter(s);
	struct page *p;

	if (doc == NULL)
		return;
	p = page_add(page, "LETTER");
	letter_row(p, "Nomor", dossier_signed(&s->dossier, "nomor_surat"));
	letter_row(p, "Tanggal surat", words_date(s->req,
	    dossier_signed(&s->dossier, "tanggal_surat")));
	page_set(p, "LETTER_BUTTON", arena_printf(s->req->arena, "Unduh %s",
	    words_file(s->req, download_name(s->req, &s->dossier, doc),
	    doc->type, doc->size)));
	if (s->actor.person_id != 0) {
		page_set(p, "LETTER_ACTION", s->action);
		return;
	}
	page_set(p, "LETTER_ACTION", DOWNLOAD_PATH);
	page_set(page_add(p, "LETTER_CODE"), "CODE", s->code);
	show_digits(s, p, "LETTER_FIELDS");
}

/* Does the case of this SOP end with a letter for the applicant? */
static int
promises_letter(const struct sop *sop)
{
	for (int pos = 1; pos <= sop->nrows; pos++)
		if (sop_row_at(sop, pos)->kind == STEP_DOWNLOAD)
			return 1;
	return sop->public_request;
}

/* The decision on each of several persons, by name and no number. */
static void
show_people(const struct status *s, struct page *page)
{
	struct participants list;

	if (participants_read(s->req->office, s->c.id, &list) != CASE_OK)
		return;
	for (size_t i = 0; i < list.count && list.count > 1; i++) {
		const struct participant *who = &list.person[i];

		if (who->state == PARTICIPANT_OPEN)
			continue;
		if (i == 0)
			page_show(page, "PEOPLE_TITLE");
		page_pair(page, "PEOPLE", "NAME", who->name, "STATE", who->state
		    == PARTICIPANT_REFUSED ? "ditolak" : "diterima");
	}
	page_text(page, "PEOPLE_REASON", list.reason);
	participants_free(&list);
}

/* The files the applicant handed in; without account there is no way to
 * them. */
static void
show_files(const struct status *s, struct page *page)
{
	int n = 0;

	for (size_t i = 0; i < s->dossier.ndocument &&
	    s->actor.person_id != 0; i++) {
		const struct document *d = &s->dossier.document[i];
		const struct task_row *t = dossier_task(&s->dossier,
		    d->task_id);

		if (t == NULL || !t->external)
			continue;
		if (n++ == 0)
			page_show(page, "FILES_TITLE");
		page_link(page, "FILES", arena_printf(s->req->arena,
		    PATH_DOKUMEN "/%lld", (long long)d->id), words_file(s->req,
		    d->name, d->type, d->size));
	}
}

static void
show_withdraw(const struct status *s, struct page *page)
{
	struct sop_field reason = { .name = "alasan", .required = 1,
	    .type = FIELD_PARAGRAPH, .max = REASON_MAX,
	    .label = "Alasan membatalkan" };
	struct page *p;

	if (s->t == NULL || is_ready(s))
		return;
	p = page_add(page, "WITHDRAW");
	if (s->typed.nvalue > 0)
		page_show(p, "WITHDRAW_OPEN");
	if (s->actor.person_id == 0)
		visitor_carry(s->req, p, &s->c);
	fields_show_one(s->req, p, "WITHDRAW_FIELDS", NULL, &reason, &s->typed);
	show_digits(s, p, "WITHDRAW_FIELDS");
}

static void
show_all(const struct status *s, struct page *page)
{
	struct timeline h;

	page_set(page, "SOP", s->dossier.sop->name);
	page_set(page, "CODE", s->code);
	page_set(page, "HEADING", heading(s));
	page_set(page, "NOW", now_words(s));
	show_held(s, page);
	if (is_mending(s))
		show_mend(s, page);
	if (is_ready(s))
		page_set(page_add(page, "READY"), "HREF",
		    s->actor.person_id == 0 ? DOWNLOAD_PATH : address_of_step(
		    s->req->arena, STEP_DOWNLOAD, s->t->id));
	if (s->t != NULL && s->t->awaited)
		page_text(page, "PRESENT", arena_printf(s->req->arena,
		    "Datang ke kantor dan temui %s.", words_performer(s->req,
		    s->dossier.sop, s->t->performer)));
	show_letter(s, page);
	show_people(s, page);
	timeline_make(s->req, &s->dossier, TIMELINE_PUBLIC, &h);
	timeline_show(s->req, page, "HISTORY", &h, 0, 0);
	if (s->t != NULL && !is_ready(s) && given_letter(s) == NULL &&
	    promises_letter(s->dossier.sop))
		page_text(page, "NO_LETTER", "Belum tersedia. Tautan unduh "
		    "muncul di halaman ini setelah surat ditandatangani.");
	show_files(s, page);
	show_withdraw(s, page);
	page_set(page_add(page, "COMPLAINT"), "HREF", PATH_PENGADUAN);
	if (survey_may(s->req->office, &s->actor, &s->c) == CASE_OK)
		page_set(page_add(page, "SURVEY"), "HREF",
		    s->actor.person_id == 0 ? PATH_SURVEI : arena_printf(
		    s->req->arena, PATH_SURVEI "/%lld", (long long)s->c.id));
	page_set(page, "ACTION", s->action);
	page_set_int(page, "VERSION", s->t != NULL ? s->t->version : 0);
	page_set(page, "KEY", s->key);
}

/* The page of a case that was read. */
static int
show(struct status *s, int status)
{
	struct page *page, *found;
	struct page *frame = frame_new(s->req, "track.tpl", s->menu, &page);

	page_link(frame, "BACK", s->actor.person_id != 0 ? PATH_BERKAS :
	    PATH_LACAK "?lain=1", s->actor.person_id != 0 ? "Semua permohonan" :
	    "Lacak permohonan lain");
	fields_show_errors(page, &s->typed);
	found = page_add(page, "FOUND");
	show_all(s, found);
	return reply_page(s->rep, s->req, status, heading(s), frame);
}

/* -- reading and acting ------------------------------------------------ */

/* Read the case whole and find where it is: 0, or a status replied. */
static int
load(struct status *s)
{
	enum case_err err = dossier_read(s->req, &s->c, &s->dossier);

	if (err != CASE_OK)
		return reply_case_error(s->rep, s->req, err);
	s->t = dossier_open(&s->dossier);
	if (s->t != NULL)
		s->row = sop_row_at(s->dossier.sop, (int)s->t->pos);
	return 0;
}

int
status_get(struct status *s)
{
	int status = load(s);

	s->key = request_token(s->req->arena);
	if (s->req->stale)
		fields_typed(s->req, &s->typed);
	return status != 0 ? status : show(s, 200);
}

/* The page again, with the form as it was typed and one error. */
static int
refuse(struct status *s, const char *field, const char *text)
{
	fields_typed(s->req, &s->typed);
	fields_wrong(s->req, &s->typed, field, "", "%s", text);
	return show(s, 422);
}

/* A code is on paper and on screens: an act that cannot be undone asks for the
 * digits as well.  0, or a status replied. */
static int
check_digits(struct status *s)
{
	const struct tracking_try try = { form_value(s->req, "angka"),
	    s->req->remote, s->req->now };
	enum case_err err;

	if (!needs_digits(s))
		return 0;
	err = tracking_digits(s->req->office, &s->c, &try);
	if (err == CASE_INVALID || err == CASE_STATE)
		return refuse(s, "angka", office_why(s->req->office));
	return err == CASE_OK ? 0 : reply_case_error(s->rep, s->req, err);
}

static int
withdraw(struct status *s)
{
	struct act a = { .actor = s->actor, .case_id = s->c.id,
		.idem = idempotency_key(s->req), .now = s->req->now,
		.note = form_value(s->req, "alasan") };
	enum case_err err;
	int status;

	if (a.idem == NULL)
		return reply_error(s->rep, s->req, 400, NULL);
	if (a.note[0] == '\0')
		return refuse(s, "alasan", "Tulis alasan membatalkan");
	if (utf8_count(a.note) > REASON_MAX)
		return refuse(s, "alasan", arena_printf(s->req->arena,
		    "Tulis paling banyak %d karakter", REASON_MAX));
	if ((status = check_digits(s)) != 0)
		return status;
	err = act_withdraw(s->req->office, &a);
	if (err != CASE_OK && err != CASE_REPEATED)
		return reply_case_error(s->rep, s->req, err);
	session_notice(s->rep, s->req, "Permohonan dibatalkan.");
	return reply_redirect(s->rep, s->action);
}

int
status_post(struct status *s)
{
	const char *aksi = form_value(s->req, "aksi");
	const char *key = form_get(s->req, "kunci");
	int status = load(s);

	s->key = key != NULL ? key : request_token(s->req->arena);
	if (status != 0)
		return status;
	if (strcmp(aksi, "cabut") == 0)
		return withdraw(s);
	if (strcmp(aksi, "unduh") == 0 && s->actor.person_id != 0)
		return download_letter(s->req, s->rep, &s->c, &s->actor);
	return reply_error(s->rep, s->req, 400, NULL);
}
