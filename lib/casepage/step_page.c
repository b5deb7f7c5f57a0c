/*
 * step_page.c - the page of a step: the task and its limit, the material, the
 * form and the decision, the other acts, and the timeline.
 */
#include <stdio.h>
#include <string.h>

#include "casepage/step_page.h"

#include "base/arena.h"
#include "case/draft.h"
#include "case/hand.h"
#include "casepage/explanation.h"
#include "casepage/file_link.h"
#include "casepage/material.h"
#include "casepage/run.h"
#include "casepage/signed_look.h"
#include "casepage/sla.h"
#include "casepage/step.h"
#include "casepage/step_draft.h"
#include "casepage/step_form.h"
#include "casepage/step_letter.h"
#include "casepage/step_party.h"
#include "casepage/timeline.h"
#include "casepage/words.h"
#include "office/office.h"
#include "page/page.h"
#include "people/holder.h"
#include "people/person.h"
#include "web/address.h"
#include "web/form.h"
#include "web/frame.h"
#include "web/reply.h"
#include "web/request.h"
#include "web/route.h"

#define HISTORY_SHOWN	5
#define FACTS_SHOWN	5
#define FILES_SHOWN	6
#define CHOICES_MAX	(SOP_RETURNS_MAX + 2)

static const char *
heading(const struct step *s)
{
	/* The subject of an evaluation says what it is. */
	if (s->c.evaluation)
		return s->c.subject;
	return arena_printf(s->req->arena, "%s: %s",
	    words_asked(s->row, s->t.side != 0), s->c.subject);
}

/* Is the deadline that of taking it, not yet that of the work? */
static int
in_queue(const struct step *s)
{
	return strcmp(s->t.phase, "queue") == 0 &&
	    strcmp(s->t.measure, "work") == 0;
}

static void
show_head(struct step *s, struct page *page)
{
	struct sla sla;

	sla_task(s->req, &s->t, &sla);
	page_set(page, "NUMBER", s->c.number);
	page_set(page, "SOP", s->sop->name);
	page_set(page, "PLACE", words_place(s->req, s->sop, s->row));
	page_set(page, "HEADING", heading(s));
	sla_show(page_include(page, "SLA", "sla.tpl"), &sla);
	if (sla.due[0] != '\0')
		page_text(page, "DUE", arena_printf(s->req->arena, "%s %s",
		    !in_queue(s) ? "batas" : s->t.claimed_by == 0 ?
		    "ambil paling lambat" : "kerjakan paling lambat",
		    sla.due));
	page_text(page, "STANDARD", arena_printf(s->req->arena,
	    "standar %s", sla.standard));
	explanation_show(s->req, page, "WHY", &s->t);
}

/* The consequence of each decision, with the next performer. */
static void
show_outcomes(struct step *s, struct page *page)
{
	struct sop_choice choice[CHOICES_MAX];
	size_t n = step_form_choices(s, choice, CHOICES_MAX);
	const char *what;

	for (size_t i = 0; i < n; i++) {
		what = step_form_consequence(s, choice[i].value);
		page_text(page, "OUTCOMES", what);
	}
	if (strchr(s->row->performer, '+') != NULL ||
	    sop_every(s->row->performer) != NULL)
		page_text(page, "OUTCOMES", arena_printf(s->req->arena,
		    "Langkah ini selesai sesudah dikerjakan %s.",
		    words_performer(s->req, s->sop, s->row->performer)));
}

static void
show_asked(struct step *s, struct page *page)
{
	if (s->t.side) {
		page_set(page, "ACTIVITY", "Sebuah pesan kepada pemohon tidak "
		    "sampai. Beri tahu pemohon dengan cara lain, lalu catat "
		    "caranya.");
		page_text(page, "OUTCOMES",
		    step_form_consequence(s, "teruskan"));
		return;
	}
	page_set(page, "ACTIVITY", s->row->activity);
	page_text(page, "FIXED", s->row->activity_fixed);
	show_outcomes(s, page);
	page_text(page, "REQUIREMENTS", s->row->requirements);
	page_text(page, "OUTPUT", s->row->output);
	page_text(page, "PARTICIPANTS", s->row->participants);
	if (s->row->requirements != NULL || s->row->output != NULL ||
	    s->row->participants != NULL)
		page_show(page, "IN_SOP");
}

void
step_page_returned(struct step *s, struct page *page)
{
	const struct happening *h = dossier_return(&s->dossier, s->t.pos);
	struct page *p;
	const char *who;

	if (h == NULL)
		return;
	who = words_performer(s->req, s->sop, h->task->performer);
	p = page_add(page, "RETURNED");
	if (s->actor.person_id == 0 || s->req->session.institution_id != 0)
		page_setf(p, "TEXT", "Dikembalikan %s, %s", who,
		    words_time(s->req, h->occurred_at));
	else
		page_setf(p, "TEXT", "Dikembalikan %s, %s, %s",
		    words_person(s->req, h->actor_id), who,
		    words_time(s->req, h->occurred_at));
	page_set(p, "REASON", h->note);
}

static void
show_history(struct step *s, struct page *page)
{
	struct timeline h;
	const struct happening *last = NULL;
	const char *next = step_receiver(s);

	timeline_make(s->req, &s->dossier, TIMELINE_MOVES, &h);
	timeline_show(s->req, page, "HISTORY", &h, HISTORY_SHOWN, 0);
	for (size_t i = 0; i < s->dossier.nevent; i++) {
		const struct happening *e = &s->dossier.event[i];

		if (e->task != NULL && e->task->pos != s->t.pos &&
		    dossier_finish(&s->dossier, e->task) == e)
			last = e;
	}
	if (last != NULL)
		page_text(page, "BEFORE", arena_printf(s->req->arena,
		    "%s%s%s", words_person(s->req, last->actor_id),
		    last->actor_id != 0 ? ", " : "",
		    words_performer(s->req, s->sop, last->task->performer)));
	page_text(page, "NEXT", s->t.side ? "tidak berubah" :
	    next != NULL ? next : arena_printf(s->req->arena, "%s selesai",
	    words_noun(s->sop, s->row)));
	page_setf(page, "CASE_HREF", "%s/%lld", PATH_BERKAS,
	    (long long)s->c.id);
}

/* -- the form ---------------------------------------------------------- */

static void
show_form(struct step *s, struct page *page)
{
	struct page *form = page_add(page, "FORM");

	if (fields_multipart(s->row))
		page_show(form, "MULTIPART");
	if (s->row->nfield > 0 && !run_is_on(s->req))
		page_show(page, "TO_DECISION");
	if (s->row->nfield > 0)
		page_text(form, "FIELDS_TITLE", "Isian langkah ini");
	if (s->row->nfield > 0)
		fields_show(s->req, form, "FIELDS", s->row, &s->typed);
	step_form_decision(s, form);
	step_form_after(s, form);
	if (step_draft_allowed(s))
		page_show(form, "SAVE");
	if (s->saved_at != 0)
		page_text(form, "SAVED", arena_printf(s->req->arena,
		    "Isian di bawah ini draf Anda, tersimpan sampai %s. "
		    "Belum ada yang dikirim.",
		    words_time(s->req, s->saved_at + DRAFT_LIFE)));
	if (s->prog->fill != NULL)
		s->prog->fill(s, form);
}

/* Nobody has it yet.  Who is alone in the role need not take it first. */
static void
show_claim(struct step *s, struct page *page)
{
	const char *role = words_performer(s->req, s->sop, s->t.performer);

	if (!person_holds_alone(s->req->office, s->actor.person_id,
	    s->t.performer, s->req->now)) {
		page_text(page, "CLAIM", arena_printf(s->req->arena,
		    "Belum diambil siapa pun di peran %s. Jam kerjanya "
		    "berjalan sejak Anda ambil, selama ia yang Anda kerjakan. "
		    "Bila Anda beralih ke tugas lain, jam itu berhenti dan "
		    "tugas ini menunggu pada Anda.", role));
		return;
	}
	page_text(page, "CLAIM", arena_printf(s->req->arena,
	    "Hanya Anda yang memegang peran %s: mengirim sudah berarti "
	    "mengambil. Jam kerjanya dihitung sejak diterima atau sejak "
	    "tindakan Anda sebelumnya, mana yang lebih akhir. Ambil dahulu "
	    "bila baru sekarang Anda mulai.", role));
	show_form(s, page);
}

/* He has it, but works on another, or on none. */
static void
show_waits(struct step *s, struct page *page)
{
	struct page *p = page_add(page, "HAND");
	struct task_row t;
	struct case_row c;

	page_set(p, "TEXT", "Tugas ini sudah Anda ambil dan sedang menunggu. "
	    "Tekan Kerjakan bila Anda beralih ke sini. Bila langsung dikirim, "
	    "jam kerjanya dihitung sejak tindakan Anda sebelumnya.");
	if (task_get(s->req->office, hand_task(s->req->office,
	    s->actor.person_id), &t) != CASE_OK ||
	    case_get(s->req->office, t.case_id, &c) != CASE_OK)
		return;
	page_link(p, "OTHER", address_of_step(s->req->arena,
	    (enum step_kind)step_kind_from(t.kind), t.id),
	    arena_printf(s->req->arena, "%s, %s", c.number, c.subject));
}

/* Another has it. */
static const char *
taken_words(struct step *s)
{
	return arena_printf(s->req->arena, hand_holds(&s->t) ?
	    "%s mengerjakan langkah ini sejak %s." :
	    "%s mengambil langkah ini pada %s; ia belum mengerjakannya atau "
	    "sedang mengerjakan yang lain.",
	    words_person(s->req, s->t.claimed_by),
	    words_time(s->req, s->t.claimed_at));
}

/* The one thing that can be done now with an open task. */
static void
show_work(struct step *s, struct page *page)
{
	int mine = s->t.claimed_by == s->actor.person_id &&
	    s->actor.person_id != 0;

	if (s->clerk && !s->t.awaited && strcmp(s->t.phase, "outside") != 0) {
		page_text(page, "STATE", arena_printf(s->req->arena,
		    "Langkah ini dikerjakan oleh %s. Anda mencatatnya atas "
		    "nama pejabat yang mengerjakannya, dengan buktinya.",
		    words_performer(s->req, s->sop, s->t.performer)));
		show_form(s, page);
	} else if (s->clerk) {
		page_text(page, "STATE", "Langkah ini menunggu pemohon atau "
		    "pihak luar; pemegang perannya mencatat lebih dahulu.");
	} else if (strcmp(s->t.phase, "outside") == 0 &&
	    (mine || s->t.claimed_by == 0)) {
		step_party_wait(s, page);
	} else if (s->t.awaited) {
		page_text(page, "PRESENCE", "Langkah ini dimulai ketika "
		    "pemohon hadir. Jam kantor belum berjalan.");
	} else if (s->t.claimed_by == 0 && !s->prog->no_claim &&
	    !s->t.external) {
		show_claim(s, page);
	} else if (s->t.claimed_by != 0 && !mine) {
		page_text(page, "STATE", taken_words(s));
	} else {
		if (mine && !hand_holds(&s->t))
			show_waits(s, page);
		show_form(s, page);
	}
}

/* A stale page: the person who was faster, and the texts of the form. */
static void
show_conflict(struct step *s, struct page *page, const struct act *a)
{
	struct page *p = page_add(page, "CONFLICT");
	int taken = s->t.open && s->t.claimed_by == a->by_person;

	if (a->by_person != 0)
		page_setf(p, "TEXT", "Langkah ini sudah %s %s pada %s.",
		    taken ? "diambil" : "dikerjakan",
		    words_person(s->req, a->by_person),
		    words_time(s->req, a->by_at));
	else
		page_set(p, "TEXT", "Langkah ini sudah berubah sejak halaman "
		    "dibuka.");
	page_text(p, "TYPED", form_typed(s->req));
}

/* One task of a run: how many follow, and the ways past it and out of it. */
static void
show_run(struct step *s, struct page *page)
{
	struct page *p;

	if (!run_is_on(s->req))
		return;
	p = page_add(page, "RUN");
	page_set(p, "HREF", run_list(s->req));
	page_set(p, "TEXT", arena_printf(s->req->arena, "Beruntun: %lld tugas "
	    "lagi sesudah ini.", (long long)run_left(s->req)));
}

/* A few facts and the pages of the files, beside the form of an official. */
static void
show_look(struct step *s, struct page *page)
{
	const struct document *list[FILES_SHOWN];

	if (s->actor.person_id == 0 || s->req->session.institution_id != 0)
		return;
	material_facts(s->req, page, &s->dossier, s->t.pos, FACTS_SHOWN);
	if (file_link_look(s->req, page, list, material_files(&s->dossier,
	    s->t.pos, list, FILES_SHOWN)) > 0)
		page_show(page, "BESIDE");
}

static void
show_all(struct step *s, struct page *page, const struct act *conflict)
{
	page_set(page, "ACTION", step_address(s));
	page_set_int(page, "VERSION", s->t.version);
	page_set(page, "KEY", s->key);
	show_run(s, page);
	show_head(s, page);
	show_asked(s, page);
	step_page_returned(s, page);
	show_look(s, page);
	material_show(s->req, page, &s->dossier, s->t.pos);
	show_history(s, page);
	if (conflict != NULL)
		show_conflict(s, page, conflict);
	else
		fields_show_errors(page, &s->typed);
	if (!s->t.open)
		return;
	show_work(s, page);
	step_form_acts(s, page);
}

static void
show_frame(struct step *s, struct page *frame, int status)
{
	struct page *back = page_add(frame, "BACK");
	enum capacity as;

	page_show(frame, "WIDE");
	page_set(back, "HREF", PATH_KOTAK_MASUK);
	page_set(back, "TEXT", "Kembali ke kotak masuk");
	if (status == 422)
		page_show(frame, "ERROR_TITLE");
	if ((strcmp(s->capacity, "plh") == 0 ||
	    strcmp(s->capacity, "plt") == 0) && holder_acts_in(s->req->office,
	    s->req->session.person_id, s->t.performer, s->t.unit_id,
	    s->req->now, &as))
		page_text(frame, "ACTING", arena_printf(s->req->arena,
		    "Anda bertindak sebagai %s %s",
		    holder_capacity_title(as),
		    words_performer(s->req, s->sop, s->t.performer)));
}

int
step_page_usual(struct step *s, int status, const struct act *conflict)
{
	struct page *frame, *body;

	frame = frame_new(s->req, "step.tpl", PATH_KOTAK_MASUK, &body);
	show_frame(s, frame, status);
	show_all(s, body, conflict);
	return reply_page(s->rep, s->req, status, heading(s), frame);
}

/* The file of an earlier row is there already, to go on or to be replaced. */
static void
type_earlier(struct step *s)
{
	struct act_file *file = arena_alloc(s->req->arena,
	    (s->typed.nfile + s->row->nfield + 1) * sizeof(*file));
	size_t n = s->typed.nfile;

	for (size_t i = 0; i < n; i++)
		file[i] = s->typed.file[i];
	for (size_t i = 0; i < s->row->nfield; i++) {
		const struct sop_field *f = &s->row->field[i];
		const struct document *d = signed_look_earlier(s, f);

		for (size_t k = 0; d != NULL && k < n; k++)
			if (strcmp(file[k].field, f->name) == 0)
				d = NULL;
		if (d != NULL)
			file[n++] = (struct act_file){ f->name, d->name,
			    d->sha256, d->type, d->size };
	}
	s->typed.file = file;
	s->typed.nfile = n;
}

int
step_page(struct step *s, int status, const struct act *conflict)
{
	enum case_err err;

	/* The task is shown as it is now, after the other's act. */
	if (conflict != NULL && ((err = task_get(s->req->office, s->t.id,
	    &s->t)) != CASE_OK || (err = case_get(s->req->office, s->c.id,
	    &s->c)) != CASE_OK))
		return reply_case_error(s->rep, s->req, err);
	if ((err = dossier_read(s->req, &s->c, &s->dossier)) != CASE_OK)
		return reply_case_error(s->rep, s->req, err);
	if (s->actor.person_id != 0 && s->req->session.institution_id == 0)
		case_seen(s->req->office, s->actor.person_id, s->c.id,
		    s->req->now);
	if (s->typed.nvalue == 0 && s->typed.nfile == 0) {
		if (!step_draft_typed(s))
			material_typed(s->req, &s->dossier, &s->t, &s->typed);
		step_letter_typed(s);
		type_earlier(s);
	}
	s->typed.people = step_people(s);
	s->typed.unit = s->c.unit_id;
	if (s->prog->page != NULL)
		return s->prog->page(s, status, conflict);
	return step_page_usual(s, status, conflict);
}
