/*
 * page.c - the page of one case: its head and summary, its place in the SOP,
 * its documents, its messages, its history, and the forms below them.
 */
#include "cgi-bin/case/case.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "case/access.h"
#include "case/act_recall.h"
#include "case/behalf.h"
#include "case/case_child.h"
#include "case/promise.h"
#include "casepage/explanation.h"
#include "casepage/file_link.h"
#include "casepage/material.h"
#include "casepage/sla.h"
#include "casepage/status.h"
#include "casepage/timeline.h"
#include "casepage/words.h"
#include "clock/calendar.h"
#include "letter/letter.h"
#include "letter/letter_state.h"
#include "message/message.h"
#include "office/audit.h"
#include "page/page.h"
#include "people/institution.h"
#include "web/address.h"
#include "web/frame.h"
#include "web/reply.h"
#include "web/request.h"
#include "web/route.h"

#define READ_LINES 20		/* of those who read the case */

const struct task_row *
case_recallable(const struct case_view *v)
{
	for (size_t i = v->dossier.ntask; i > 0; i--) {
		const struct task_row *t = &v->dossier.task[i - 1];

		/* A child's page has the parent's tasks, too. */
		if (t->case_id == v->c.id && act_may_recall(v->req->office,
		    &v->actor, t, v->req->now))
			return t;
	}
	return NULL;
}

/* -- the head -------------------------------------------------------------- */

/* Every task of this person in the case, with the way to it. */
static void
show_own(const struct case_view *v, struct page *page)
{
	for (size_t i = 0; i < v->dossier.ntask; i++) {
		const struct task_row *t = &v->dossier.task[i];
		int kind = step_kind_from(t->kind);
		const char *capacity;

		if (!t->open || kind == -1 || (t->claimed_by != 0 &&
		    t->claimed_by != v->actor.person_id) ||
		    !case_may_do(v->req->office, &v->actor, t, v->req->now,
		    &capacity))
			continue;
		page_link(page, "OWN", address_of_step(v->req->arena,
		    (enum step_kind)kind, t->id), arena_printf(v->req->arena,
		    "%s: %s", t->claimed_by != 0 ? "Lanjutkan tugas Anda" :
		    "Kerjakan langkah ini", words_asked(sop_row_at(
		    v->dossier.sop, (int)t->pos), t->side != 0)));
	}
}

/* The performers it waits for: one, or all whose signatures are missing. */
static const char *
holders_words(const struct case_view *v)
{
	const char *words = NULL;

	for (size_t i = 0; i < v->dossier.ntask; i++) {
		const struct task_row *t = &v->dossier.task[i];

		if (t->open && !t->side)
			arena_append(v->req->arena, &words, "%s%s",
			    words != NULL ? ", " : "", words_performer(v->req,
			    v->dossier.sop, t->performer));
	}
	return words;
}

static void
show_head(const struct case_view *v, struct page *page)
{
	struct sla sla;

	page_set(page, "NUMBER", v->c.number);
	page_set(page, "SOP", v->dossier.sop->name);
	page_set(page, "HEADING", v->c.subject);
	page_set(page, "STATUS", words_state(&v->c, v->t));
	page_show(page, case_colour(&v->c));
	if (v->t == NULL) {
		page_text(page, "WHERE", case_waits(v->req, &v->c));
		return;
	}
	sla_task(v->req, v->t, &sla);
	sla_show(page_include(page, "SLA", "sla.tpl"), &sla);
	page_text(page, "WHERE", arena_printf(v->req->arena,
	    "%s, %s%s%s, standar %s%s", words_place(v->req, v->dossier.sop,
	    v->row), holders_words(v),
	    sla.due[0] != '\0' ? ", batas " : "", sla.due, sla.standard,
	    strcmp(v->t->phase, "applicant") != 0 ? "" :
	    arena_printf(v->req->arena, ". Waktu kantor berhenti sejak %s: "
	    "giliran pemohon", words_time(v->req, v->t->opened_at))));
}

/* -- the summary ----------------------------------------------------------- */

static void
add_row(struct page *page, const char *key, const char *text)
{
	struct page *p;

	if (text == NULL || *text == '\0')
		return;
	p = page_add(page, "ROWS");
	page_set(p, "KEY", key);
	page_text(p, "VALUES", text);
}

/* A link to the printed report of an evaluation. */
static void
add_paper(const struct case_view *v, struct page *page)
{
	struct page *p = page_add(page, "ROWS");

	page_set(p, "KEY", "Untuk dicetak");
	page_link(p, "FILES", arena_printf(v->req->arena, PATH_EVALUASI
	    "/laporan/%lld", (long long)v->c.id), "Laporan Kegiatan Evaluasi");
}

/* A child by its number and person, and where it is: "K-2026-0412/3 Rudi
 * Hartono: langkah 6, JFU/JFT". */
static const char *
child_words(const struct case_view *v, const struct case_child *k)
{
	return arena_printf(v->req->arena, "%s %s: %s%s%s%s", k->c.number,
	    k->person, words_state(&k->c, NULL),
	    k->at_no[0] != '\0' ? ", langkah " : "", k->at_no,
	    k->at_no[0] != '\0' ? arena_printf(v->req->arena, ", %s",
	    words_performer(v->req, v->dossier.sop, k->at_performer)) : "");
}

/* The way to another case, or its words alone for those who do not see it. */
static void
add_way(const struct case_view *v, struct page *p, int64_t case_id,
    const char *words)
{
	if (case_may_see_id(v->req->office, v->req->session.person_id, case_id,
	    v->req->now))
		page_link(p, "FILES", arena_printf(v->req->arena, "%s/%lld",
		    PATH_BERKAS, (long long)case_id), words);
	else
		page_text(p, "VALUES", words);
}

/* The way to the parent of a case, and to its children. */
static void
add_family(const struct case_view *v, struct page *page)
{
	struct case_row parent;
	struct case_child *list = NULL;
	struct page *p = NULL;
	size_t n = 0;

	if (v->c.parent_id != 0 && case_get(v->req->office, v->c.parent_id,
	    &parent) == CASE_OK) {
		p = page_add(page, "ROWS");
		page_set(p, "KEY", "Berkas induk");
		add_way(v, p, parent.id, parent.number);
	}
	if (case_child_list(v->req->office, v->c.id, &list, &n) != CASE_OK ||
	    n == 0)
		return;
	arena_adopt(v->req->arena, list);
	p = page_add(page, "ROWS");
	page_set(p, "KEY", "Berkas pegawai");
	for (size_t i = 0; i < n; i++)
		add_way(v, p, list[i].c.id, child_words(v, &list[i]));
}

/* The service time: until when, or how it was kept. */
static const char *
promise_words(const struct case_view *v)
{
	const struct sop *sop = v->dossier.sop;
	const struct calendar *cal = office_calendar(v->req->office);
	int64_t due;

	if (sop->promise_days == 0)
		return NULL;
	if (v->c.promise_from == 0)
		return arena_printf(v->req->arena, "%d hari kerja, belum "
		    "mulai dihitung%s", sop->promise_days, promise_note(sop));
	due = calendar_day_end(cal, v->c.promise_from, sop->promise_days);
	if (v->c.promise_to == 0)
		return arena_printf(v->req->arena, "%d hari kerja, paling "
		    "lambat %s%s", sop->promise_days, words_time(v->req,
		    due), promise_note(sop));
	return arena_printf(v->req->arena, "%d hari kerja, %s pada %s%s",
	    sop->promise_days, v->c.promise_to <= due ? "ditepati" :
	    "terlewati", words_time(v->req, v->c.promise_to),
	    promise_note(sop));
}

/* Applicants without an account ask for their code when they lost it. */
static const char *
code_of(const struct case_view *v)
{
	return v->dossier.sop->public_request && v->c.applicant_id == 0 ?
	    words_code(v->req, v->c.id) : NULL;
}

/* Its letters; an administrator may cancel those in force. */
static void
add_letters(const struct case_view *v, struct page *page)
{
	struct letter_row *list = NULL;
	struct page *p;
	size_t n = 0;

	if (v->req->session.institution_id != 0 ||
	    letter_list(v->req->office, v->c.id, &list, &n) != CASE_OK)
		return;
	arena_adopt(v->req->arena, list);
	for (size_t i = 0; i < n; i++) {
		p = page_add(page, "ROWS");
		page_setf(p, "KEY", "Surat %s", list[i].number);
		page_set(page_add(p, "VALUES"), "TEXT",
		    letter_state_words(&list[i])->meaning);
		page_link(p, "FILES", arena_printf(v->req->arena, PATH_DOKUMEN
		    "/%lld", (long long)list[i].document_id), "Unduh PDF");
		if (letter_state_of(&list[i]) != LETTER_IN_FORCE ||
		    !v->req->session.admin)
			continue;
		page_link(p, "FILES", arena_printf(v->req->arena, PATH_SURAT
		    "/tarik/%lld", (long long)list[i].id),
		    "Batalkan surat ini");
	}
}

static void
show_summary(const struct case_view *v, struct page *page)
{
	static const struct sop_field phone = { .type = FIELD_PHONE };
	struct institution_row i;

	add_family(v, page);
	add_row(page, "Pemohon", v->c.applicant);
	if (v->c.institution_id != 0 && institution_get(v->req->office,
	    v->c.institution_id, &i) == CASE_OK)
		add_row(page, "Instansi", i.name);
	if (v->c.phone[0] != '\0')
		add_row(page, "WhatsApp", words_field(v->req, &phone,
		    v->c.phone));
	add_row(page, "Surel", v->c.email);
	add_row(page, "Kode pelacakan", code_of(v));
	add_row(page, "Bulan yang dievaluasi", v->c.period);
	if (v->c.evaluation)
		add_paper(v, page);
	add_row(page, "Dimulai", words_time(v->req, v->c.opened_at));
	if (v->c.ended_at != 0)
		add_row(page, "Berakhir", words_time(v->req,
		    v->c.ended_at));
	add_row(page, "Waktu layanan", promise_words(v));
	add_letters(v, page);
	material_show(v->req, page, &v->dossier, 0);
}

/* -- where it is ----------------------------------------------------------- */

/* Was a row done, and not undone since? */
static int
is_done(const struct case_view *v, int64_t pos)
{
	for (size_t i = 0; i < v->dossier.ntask; i++) {
		const struct task_row *t = &v->dossier.task[i];

		if (t->pos == pos && !t->open && !t->side &&
		    dossier_finish(&v->dossier, t) != NULL)
			return 1;
	}
	return 0;
}

static const char *
place(const struct case_view *v, const struct sop_row *row)
{
	int64_t at = v->t != NULL ? v->t->pos : v->dossier.sop->nrows + 1;

	if (row->pos == at)
		return "NOW";
	if (row->pos < at && is_done(v, row->pos))
		return "PAST";
	/* A case that parted goes on in those of its children. */
	if (row->pos < at && v->parted)
		return "PARTED";
	return row->pos < at ? "SKIPPED" : "TODO";
}

static void
show_steps(const struct case_view *v, struct page *page)
{
	const struct sop *sop = v->dossier.sop;

	for (int pos = 1; pos <= sop->nrows; pos++) {
		const struct sop_row *row = sop_row_at(sop, pos);
		struct page *p;

		/* An evaluation is a case of its own. */
		if ((row->kind == STEP_EVALUATE) != (v->c.evaluation != 0))
			continue;
		p = page_add(page, "STEPS");
		page_set(p, "NO", row->no);
		page_set(p, "TEXT", words_asked(row, 0));
		page_set(p, "WHO", words_performer(v->req, sop,
		    row->performer));
		page_show(p, place(v, row));
	}
	page_setf(page, "SOP_HREF", PATH_SOP "/%s?berkas=%lld", sop->slug,
	    (long long)v->c.id);
}

/* -- papers and messages --------------------------------------------------- */

static const char *
added_words(const struct case_view *v, const struct document *d)
{
	const char *name = words_person(v->req, d->added_by);

	return arena_printf(v->req->arena, "%s, %s", words_time(v->req,
	    d->added_at), *name != '\0' ? name : "pemohon");
}

/* The proofs of a document; the hash of one that was given out is shown for
 * ever. */
static void
show_proof(const struct case_view *v, struct page *page,
    const struct document *d, const struct sop_row *row)
{
	size_t n;
	const char *const *words = words_signatures(v->req, d->sha256, &n);

	page_text(page, "PROOF", words_quarantine(v->req, d->sha256));
	page_text(page, "PROOF", words_active(v->req, d->sha256));
	if (n > 0)
		page_text(page, "PROOF", "Tanda tangan elektronik:");
	for (size_t i = 0; i < n; i++)
		page_text(page, "PROOF", words[i]);
	if (row != NULL && (row->kind == STEP_APPROVE ||
	    row->kind == STEP_DELIVER))
		page_text(page, "PROOF", arena_printf(v->req->arena,
		    "SHA-256: %s", d->sha256));
}

static void
show_papers(const struct case_view *v, struct page *page)
{
	struct page *box = NULL, *p;

	for (size_t i = v->dossier.ndocument; i > 0; i--) {
		const struct document *d = &v->dossier.document[i - 1];
		const struct task_row *t = dossier_task(&v->dossier,
		    d->task_id);
		const struct sop_row *row = t != NULL ?
		    sop_row_at(v->dossier.sop, (int)t->pos) : NULL;

		if (box == NULL)
			box = page_add(page, "DOCS");
		p = file_link(v->req, box, "DOC", d);
		page_setf(p, "KIND", "langkah %s", row != NULL ? row->no :
		    "");
		page_set(p, "ADDED", added_words(v, d));
		if (dossier_replaced(&v->dossier, d))
			page_show(p, "REPLACED");
		show_proof(v, p, d, row);
	}
}

/* "+62 8…7890": enough to recognise an address. */
static const char *
masked(const struct case_view *v, const char *address)
{
	size_t n = strlen(address);

	if (n == 0)
		return "tanpa alamat";
	return n < 8 ? "…" : arena_printf(v->req->arena, "%.4s…%s", address,
	    address + n - 4);
}

/* The state of a message that left; of most nothing more is known. */
static const char *
arrival_words(const struct case_view *v, const struct message *m)
{
	const char *at = words_time(v->req, m->changed_at != 0 ?
	    m->changed_at : m->sent_at);

	if (strcmp(m->arrival, "read") == 0)
		return arena_printf(v->req->arena, "sampai dan dibaca, %s",
		    at);
	if (strcmp(m->arrival, "delivered") == 0)
		return arena_printf(v->req->arena, "sampai, %s", at);
	return arena_printf(v->req->arena, "%s %s; penyampaian tidak "
	    "diketahui", strcmp(m->route, "mailbox") == 0 ?
	    "ditulis ke kotak surat kantor" : "terkirim",
	    words_time(v->req, m->sent_at));
}

static const char *
state_of(const struct case_view *v, const struct message *m)
{
	if (strcmp(m->state, "sent") == 0 ||
	    strcmp(m->arrival, "delivered") == 0 ||
	    strcmp(m->arrival, "read") == 0)
		return arrival_words(v, m);
	if (strcmp(m->state, "failed") == 0)
		return arena_printf(v->req->arena, "tidak sampai%s%s",
		    m->reason[0] != '\0' ? ": " : "", m->reason);
	if (strcmp(m->state, "expired") == 0)
		return "tidak dikirim lagi";
	return m->tries == 0 ? "menunggu dikirim" :
	    arena_printf(v->req->arena, "menunggu dikirim lagi, sudah "
	    "dicoba %lld kali", (long long)m->tries);
}

static const char *
channel_of(const struct message *m)
{
	if (strchr(m->address, '@') != NULL)
		return "surel ke ";
	return m->address[0] != '\0' ? "WhatsApp ke " : "";
}

static void
show_messages(const struct case_view *v, struct page *page)
{
	struct message *list;
	struct page *box = NULL;
	size_t n;

	if (message_list(v->req->office, v->c.id, &list, &n) != CASE_OK)
		return;
	for (size_t i = 0; i < n; i++) {
		if (box == NULL)
			box = page_add(page, "MESSAGES");
		page_text(box, "MESSAGE", arena_printf(v->req->arena,
		    "%s, %s%s: %s%s", words_time(v->req,
		    list[i].queued_at), channel_of(&list[i]),
		    masked(v, list[i].address), state_of(v, &list[i]),
		    list[i].repeated ? "; mungkin terkirim dua kali" : ""));
	}
	free(list);
}

/* -- what can be done ------------------------------------------------------ */

static void
show_recall(const struct case_view *v, struct page *page)
{
	const struct task_row *t = case_recallable(v);

	if (t == NULL)
		return;
	page_set_int(page, "VERSION", t->version);
	page_text(page, "RECALL", arena_printf(v->req->arena, "Anda "
	    "meneruskannya pada %s. Selama belum diambil, penerusan "
	    "itu dapat ditarik kembali.", words_time(v->req,
	    t->closed_at)));
}

/* The last act that was written down in the name of who reads; when that is
 * contested, the one before it. */
static void
show_behalf(const struct case_view *v, struct page *page)
{
	static const struct sop_field why = { .name = "bantahan",
	    .required = 1, .type = FIELD_PARAGRAPH, .max = ACT_NOTE_MAX,
	    .label = "Bagaimana kejadiannya" };
	struct behalf *list = NULL;
	struct page *p;
	size_t n = 0;

	if (behalf_list(v->req->office, v->c.id, v->req->session.person_id,
	    &list, &n) != CASE_OK)
		return;
	arena_adopt(v->req->arena, list);
	if (n == 0)
		return;
	p = page_add(page, "CONTEST");
	page_setf(p, "TASK", "%lld", (long long)list->task_id);
	page_set(p, "TEXT", arena_printf(v->req->arena, "%s mencatat langkah "
	    "%s atas nama Anda pada %s.", list->clerk, sop_row_at(
	    v->dossier.sop, (int)list->pos)->no, words_time(v->req,
	    list->at)));
	fields_show_one(v->req, p, "CONTEST_FIELDS", NULL, &why, &v->typed);
}

static void
show_remark(const struct case_view *v, struct page *page)
{
	static const struct sop_choice kinds[] = {
		{ "catatan", "Catatan" }, { "telepon", "Catatan telepon" },
	};
	static const struct sop_field kind = { .name = "jenis-catatan",
	    .required = 1, .type = FIELD_CHOICE, .label = "Jenis catatan",
	    .choice = kinds, .nchoice = 2 };
	static const struct sop_field text = { .name = "isi-catatan",
	    .required = 1, .type = FIELD_PARAGRAPH, .label = "Isi catatan",
	    .max = ACT_NOTE_MAX };
	struct page *p = page_add(page, "REMARK");

	fields_show_one(v->req, p, "REMARK_FIELDS", NULL, &kind, &v->typed);
	fields_show_one(v->req, p, "REMARK_FIELDS", NULL, &text, &v->typed);
	if (fields_error(&v->typed, kind.name) != NULL ||
	    fields_error(&v->typed, text.name) != NULL ||
	    (v->req->stale && fields_value(&v->typed, text.name) != NULL))
		page_show(p, "REMARK_OPEN");
}

static void
show_cancel(const struct case_view *v, struct page *page)
{
	static const struct sop_field reason = { .name = "alasan",
	    .required = 1, .type = FIELD_PARAGRAPH, .max = ACT_NOTE_MAX,
	    .label = "Alasan pembatalan" };
	struct page *p;

	if (!v->req->session.admin || v->c.ended_at != 0)
		return;
	p = page_add(page, "CANCEL");
	page_set(p, "NOUN", words_noun(v->dossier.sop, v->row));
	fields_show_one(v->req, p, "CANCEL_FIELDS", NULL, &reason, &v->typed);
	if (v->cancelling)
		page_show(p, "CANCEL_OPEN");
}

/* Officials by their roles, and an applicant from outside. */
static void
show_readers(const struct case_view *v, struct page *page)
{
	const char *noun = words_noun_first(v->req, v->dossier.sop, v->row);
	const char *named = v->c.officer_id != 0 ?
	    "pegawai yang dinilai di dalamnya, " : "";
	struct institution_row i;
	char roles[2048];

	case_seeing_roles(v->req->office, v->c.version_id, roles,
	    sizeof(roles));
	page_text(page, "SEEN", arena_printf(v->req->arena, "%s ini dapat "
	    "dilihat %spemegang peran %s beserta atasannya, yang ikut "
	    "mengerjakannya, dan yang diberi hak melihat semua berkas.", noun,
	    named, *roles != '\0' ? roles : "dalam SOP-nya"));
	if (v->c.institution_id != 0 && institution_get(v->req->office,
	    v->c.institution_id, &i) == CASE_OK)
		page_text(page, "SEEN", arena_printf(v->req->arena, "Dari luar "
		    "kantor: operator %s.", i.name));
	else if (v->dossier.sop->public_request)
		page_text(page, "SEEN", "Dari luar kantor: pemohon dengan kode "
		    "pelacakannya.");
}

/* Show who read the case and opened its files, the last first. */
static void
show_read(const struct case_view *v, struct page *page)
{
	const struct audit_query q = { .id = v->c.id, .kind = "",
		.limit = READ_LINES };
	struct audit_row *list;
	struct page *box;
	int64_t total;
	size_t n;

	if (!v->req->session.personal || audit_list(v->req->office, &q,
	    &list, &n, &total) != CASE_OK)
		return;
	arena_adopt(v->req->arena, list);
	box = page_add(page, "READ");
	page_set(box, "HREF", address_with(v->req->arena,
	    PATH_ADMIN "/keamanan", "cari", v->c.number));
	for (size_t i = 0; i < n; i++) {
		int kind = audit_kind_from(list[i].kind);

		page_text(box, "LINES", arena_printf(v->req->arena,
		    "%s, %s: %s", words_time(v->req, list[i].at),
		    words_person(v->req, list[i].person_id), kind != -1 ?
		    audit_says((enum audit_kind)kind) : list[i].kind));
	}
}

int
case_page(struct case_view *v, int status)
{
	int64_t children = 0, ended;
	struct page *page;
	struct page *frame = frame_new(v->req, "case.tpl", PATH_BERKAS,
	    &page);
	struct timeline h;

	page_show(frame, "WIDE");
	page_link(frame, "BACK", PATH_BERKAS, "Semua berkas");
	v->parted = case_child_count(v->req->office, v->c.id, &children,
	    &ended) == CASE_OK && children > 0;
	fields_show_errors(page, &v->typed);
	show_head(v, page);
	show_own(v, page);
	show_summary(v, page);
	show_recall(v, page);
	show_behalf(v, page);
	timeline_make(v->req, &v->dossier, TIMELINE_FULL, &h);
	timeline_show(v->req, page, "HISTORY", &h, 0, 1);
	show_papers(v, page);
	show_messages(v, page);
	show_steps(v, page);
	if (v->t != NULL)
		explanation_show(v->req, page, "WHY", v->t);
	case_show_times(v, page);
	case_show_visits(v, page);
	show_readers(v, page);
	show_read(v, page);
	show_remark(v, page);
	show_cancel(v, page);
	page_set(page, "ACTION", v->action);
	page_set(page, "KEY", v->key);
	return reply_page(v->rep, v->req, status, arena_printf(v->req->arena,
	    "%s, %s", v->c.number, v->c.subject), frame);
}
