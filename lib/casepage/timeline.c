/*
 * timeline.c - the past of a case in words, and on a page.
 */
#include <string.h>

#include "casepage/timeline.h"

#include "base/arena.h"
#include "case/document.h"
#include "casepage/words.h"
#include "office/office.h"
#include "page/page.h"
#include "web/request.h"
#include "web/route.h"

/* A timeline being made. */
struct making {
	const struct request	*req;
	const struct dossier	*d;
	struct timeline		*h;
};

static struct timeline_entry *
add(struct making *m, enum timeline_icon icon, const char *title,
    const struct happening *e)
{
	struct timeline_entry *entry = &m->h->entry[m->h->count++];

	entry->icon = icon;
	entry->title = title;
	entry->event = e;
	if (e != NULL)
		entry->at = e->occurred_at;
	return entry;
}

static const char *
role(const struct making *m, const struct task_row *t)
{
	return words_performer(m->req, m->d->sop, t->performer);
}

/* " (mewakili Dewi Lestari, surat perintah W.6-1)"; "" of a person who acts
 * himself. */
static const char *
deputy_words(const struct making *m, const struct happening *e)
{
	const char *order = e->order[0] == '\0' ? "" : arena_printf(
	    m->req->arena, "surat perintah %s", e->order);

	if (e->deputy_of == 0)
		return *order == '\0' ? "" : arena_printf(m->req->arena,
		    " (%s)", order);
	return arena_printf(m->req->arena, " (mewakili %s%s%s)",
	    words_person(m->req, e->deputy_of), *order != '\0' ? ", " : "",
	    order);
}

/* The person who acted, as officials see it: "Dewi Lestari", "Plh. Budi,
 * dicatat Ani"; NULL in the public view. */
static const char *
who(const struct making *m, const struct happening *e)
{
	const char *actor;

	if (m->h->view == TIMELINE_PUBLIC)
		return NULL;
	if (e->actor_kind == ACTOR_SYSTEM)
		return "sistem";
	if (e->actor_kind == ACTOR_APPLICANT)
		return m->d->c->applicant;
	actor = words_person(m->req, e->actor_id);
	if (e->behalf_id != 0)
		return arena_printf(m->req->arena, "%s, dicatat %s",
		    words_person(m->req, e->behalf_id), actor);
	return arena_printf(m->req->arena, "%s%s%s", e->substitute ?
	    "pengganti " : words_capacity(e->capacity), actor,
	    deputy_words(m, e));
}

static const char *
title_of(const struct making *m, const char *what, const struct task_row *t)
{
	return arena_printf(m->req->arena, "%s %s", what, role(m, t));
}

static const struct sop_row *
row_of(const struct making *m, const struct task_row *t)
{
	return sop_row_at(m->d->sop, (int)t->pos);
}

/* The first act: a request is handed in, anything else begins. */
static const char *
start_title(const struct making *m, const struct task_row *t)
{
	if (row_of(m, t)->kind != STEP_SUBMIT)
		return title_of(m, "Dimulai", t);
	return m->h->view == TIMELINE_PUBLIC ? "Permohonan diterima" :
	    "Permohonan diajukan";
}

/* The kind of a task: that of its row, but a side task only notifies. */
static enum step_kind
kind_of(const struct making *m, const struct task_row *t)
{
	return t->side ? STEP_NOTIFY : row_of(m, t)->kind;
}

static const char *
forward_title(const struct making *m, const struct task_row *t)
{
	const struct sop_row *row = row_of(m, t);

	if (row->kind == STEP_SUBMIT && t->external)
		return t->visit > 1 ? "Diajukan kembali" :
		    "Permohonan diajukan";
	/* Complete is not the same as received (UU 30/2014 art. 53). */
	if (m->h->view == TIMELINE_PUBLIC && row->kind == STEP_REVIEW &&
	    row->pos == m->d->sop->promise_from)
		return title_of(m, "Dinyatakan lengkap oleh", t);
	return title_of(m, words_kind(kind_of(m, t))->done, t);
}

/* A forward through a party, with its number and date there. */
static const char *
passed_title(const struct making *m, const char *title,
    const struct happening *e)
{
	if (e->party[0] == '\0')
		return title;
	return arena_printf(m->req->arena, "%s melalui %s, nomor %s%s%s",
	    title, e->party, e->register_no,
	    e->register_on[0] != '\0' ? " tanggal " : "",
	    e->register_on[0] != '\0' ? words_date(m->req, e->register_on) :
	    "");
}

/* A return, with its reason; the applicant reads those meant for him. */
static void
add_return(struct making *m, const struct happening *e)
{
	const struct sop_row *to = sop_row_at(m->d->sop,
	    sop_row_no(m->d->sop, e->to));
	const char *whom = to == NULL ? "" :
	    words_performer(m->req, m->d->sop, to->performer);
	struct timeline_entry *entry = add(m, ICON_BACK,
	    arena_printf(m->req->arena, "Dikembalikan %s ke %s",
	    role(m, e->task), whom), e);
	int mine = to != NULL && to->kind == STEP_SUBMIT;

	if (m->h->view == TIMELINE_PUBLIC && mine)
		entry->title = title_of(m, "Dikembalikan untuk diperbaiki "
		    "oleh", e->task);
	if (m->h->view != TIMELINE_PUBLIC || mine)
		entry->quote = e->note;
}

/* Acts that move the case. */
static int
add_move(struct making *m, const struct happening *e)
{
	struct timeline_entry *entry;

	if (e->task == NULL)
		return 0;
	if (strcmp(e->kind, "return") == 0) {
		add_return(m, e);
	} else if (strcmp(e->kind, "start") == 0) {
		entry = add(m, ICON_DONE, start_title(m, e->task), e);
		entry->quote = e->note;
	} else if (strcmp(e->kind, "forward") == 0) {
		entry = add(m, ICON_DONE, forward_title(m, e->task), e);
		if (m->h->view != TIMELINE_PUBLIC) {
			entry->title = passed_title(m, entry->title, e);
			entry->quote = e->note;
		}
	} else if (strcmp(e->kind, "refuse") == 0) {
		entry = add(m, ICON_STOP, title_of(m, "Ditolak", e->task), e);
		entry->quote = e->note;
	} else if (strcmp(e->kind, "download") == 0) {
		add(m, ICON_DONE, "Surat diunduh", e);
	} else {
		return 0;
	}
	return 1;
}

/* Ends that no row brings, and a forward that was recalled. */
static int
add_end(struct making *m, const struct happening *e)
{
	static const struct {
		const char *kind, *title;
		enum timeline_icon icon;
	} ends[] = {
		{ "withdraw", "Permohonan dibatalkan pemohon", ICON_STOP },
		{ "cancel", "Dibatalkan", ICON_STOP },
		{ "lapse", "Ditutup karena tidak diperbaiki", ICON_STOP },
		{ "expire", "Selesai, surat belum diunduh", ICON_DONE },
		{ "evaluation", "Evaluasi bulanan dibuka", ICON_DONE },
		{ "recall", "Ditarik kembali", ICON_BACK },
		{ "child", "Berkas pegawai dibuka", ICON_DONE },
		{ "children", "Selesai dengan berkas pegawai terakhir",
		    ICON_DONE },
	};

	for (size_t i = 0; i < sizeof(ends) / sizeof(ends[0]); i++) {
		if (strcmp(ends[i].kind, e->kind) != 0)
			continue;
		add(m, ends[i].icon, ends[i].title, e)->quote = e->note;
		return 1;
	}
	return 0;
}

/* The party that had it last by event n. */
static const char *
party_by(const struct dossier *d, size_t n)
{
	while (n > 0 && d->event[n - 1].party[0] == '\0')
		n--;
	return n > 0 ? d->event[n - 1].party : "pihak luar";
}

/* The party that last had it is the one it comes back from. */
static const char *
back_title(const struct making *m, const struct happening *e)
{
	return arena_printf(m->req->arena, "Kembali dari %s%s%s%s",
	    party_by(m->d, (size_t)(e - m->d->event) + 1),
	    e->register_no[0] != '\0' ? " (nomor " : "", e->register_no,
	    e->register_no[0] != '\0' ? ")" : "");
}

static const char *
party_title(const struct making *m, const struct happening *e)
{
	return arena_printf(m->req->arena, "Menunggu %s%s%s%s", e->party,
	    e->register_no[0] != '\0' ? " (nomor " : "", e->register_no,
	    e->register_no[0] != '\0' ? ")" : "");
}

/* Acts that do not move the case: claims, waits, notes. */
static void
add_beside(struct making *m, const struct happening *e)
{
	static const struct {
		const char *kind, *title;
	} acts[] = {
		{ "claim", "Diambil" },
		{ "take", "Dikerjakan lagi" },
		{ "aside", "Menunggu: pengambilnya beralih" },
		{ "release", "Dilepaskan ke antrean" },
		{ "present", "Pemohon hadir" },
		{ "note", "Catatan" },
		{ "contest", "Dibantah: bukan tindakan saya" },
		{ "call", "Catatan telepon" },
		{ "remind", "Pemohon diingatkan" },
		{ "undeliverable", "Pesan tidak sampai" },
		{ "calendar", "Kalender baru diterapkan" },
		{ "version", "Dipindahkan ke versi SOP yang lain" },
		{ "letter-draft", "Konsep surat disusun" },
		{ "letter-number", "Nomor surat disediakan" },
		{ "letter", "Surat disiapkan" },
		{ "letter-withdrawn", "Surat dibatalkan" },
		{ "import", "Diimpor dari sistem sebelumnya" },
		{ "takeover", "Diambil alih dari sistem sebelumnya" },
	};
	const char *title = NULL;

	if (strcmp(e->kind, "hand-over") == 0)
		title = arena_printf(m->req->arena, "Diserahkan kepada %s",
		    words_person(m->req, e->to_person));
	else if (strcmp(e->kind, "outside") == 0)
		title = party_title(m, e);
	else if (strcmp(e->kind, "outside-back") == 0)
		title = back_title(m, e);
	for (size_t i = 0; i < sizeof(acts) / sizeof(acts[0]); i++)
		if (strcmp(acts[i].kind, e->kind) == 0)
			title = acts[i].title;
	if (title == NULL)
		title = e->kind;
	add(m, ICON_NOTE, title, e)->quote = e->note;
}

/* The time a visit took, at the act that finished it; else "". */
static const char *
visit_time(const struct making *m, const struct happening *e)
{
	char *buf = arena_alloc(m->req->arena, FORMAT_SIZE);

	if (e->task == NULL || dossier_finish(m->d, e->task) != e)
		return "";
	sla_spent(office_calendar(m->req->office), e->task, buf, FORMAT_SIZE);
	if (m->h->view == TIMELINE_PUBLIC)
		return buf;
	return arena_printf(m->req->arena, "%s%s%s%s", buf,
	    e->task->joint ? ", sekali tekan dengan langkah di sebelahnya" :
	    "", e->task->late_entry ? ", dicatat belakangan " : "",
	    e->task->late_entry ? words_time(m->req, e->recorded_at) : "");
}

/* The same, and what the clock said when it had gone back; NULL for none. */
static const char *
spent(const struct making *m, const struct happening *e)
{
	const char *time = visit_time(m, e);

	if (e->clock != 0 && m->h->view != TIMELINE_PUBLIC)
		return arena_printf(m->req->arena, "%s%sjam mesin mundur ke "
		    "%s", time, *time != '\0' ? ", " : "",
		    words_time(m->req, e->clock));
	return *time != '\0' ? time : NULL;
}

static void
add_event(struct making *m, const struct happening *e)
{
	struct timeline_entry *entry;

	if (!add_move(m, e) && !add_end(m, e)) {
		if (m->h->view != TIMELINE_FULL)
			return;
		add_beside(m, e);
	}
	entry = &m->h->entry[m->h->count - 1];
	entry->who = who(m, e);
	entry->spent = spent(m, e);
	if (m->h->view == TIMELINE_PUBLIC)
		entry->state = "Selesai";
}

/* The title of an open visit that waits before anybody can work on it; NULL of
 * any other. */
static const char *
waits_title(const struct making *m, const struct task_row *t)
{
	if (strcmp(t->phase, "queue") == 0)
		return title_of(m, "Menunggu", t);
	if (strcmp(t->phase, "outside") == 0)
		return arena_printf(m->req->arena, "Menunggu %s",
		    party_by(m->d, m->d->nevent));
	return t->awaited ? "Menunggu pemohon hadir" : NULL;
}

/* The title of an open visit.  Officials read what it waits for; an applicant
 * sees the office at work. */
static const char *
open_title(const struct making *m, const struct task_row *t)
{
	const char *waits = m->h->view == TIMELINE_PUBLIC ? NULL :
	    waits_title(m, t);

	if (waits != NULL)
		return waits;
	if (m->h->view == TIMELINE_PUBLIC && t->external &&
	    row_of(m, t)->kind == STEP_SUBMIT)
		return "Menunggu perbaikan dari Anda";
	return title_of(m, words_kind(kind_of(m, t))->now, t);
}

static void
add_open(struct making *m, const struct task_row *t)
{
	struct timeline_entry *entry = add(m, ICON_NOW, open_title(m, t), NULL);
	struct sla *sla = arena_alloc(m->req->arena, sizeof(*sla));

	sla_task(m->req, t, sla);
	entry->sla = sla;
	entry->at = t->opened_at;
	if (m->h->view == TIMELINE_PUBLIC)
		entry->state = strcmp(t->phase, "applicant") == 0 ?
		    "Menunggu Anda" : "Sedang diproses";
	else if (t->claimed_by != 0)
		entry->who = t->claimed_by == m->req->session.person_id ?
		    "Anda" : words_person(m->req, t->claimed_by);
	/* Of several who hold the role it is the one of this task. */
	else if (sop_every(row_of(m, t)->performer) != NULL)
		entry->who = words_person(m->req, t->assignee_id);
}

/* The rows after the open one, for the applicant, as far as nobody has to
 * choose between them. */
static void
add_ahead(struct making *m, int64_t pos)
{
	while (sop_row_at(m->d->sop, (int)pos)->branch == NULL &&
	    (pos = sop_next(m->d->sop, (int)pos)) != 0) {
		const struct sop_row *row = sop_row_at(m->d->sop, (int)pos);

		add(m, ICON_TODO, words_kind(row->kind)->ahead, NULL)->state =
		    "Belum dimulai";
		if (pos == m->d->c->end_pos)
			return;
	}
}

void
timeline_make(const struct request *req, const struct dossier *d,
    enum timeline_view view, struct timeline *h)
{
	struct making m = { req, d, h };
	int64_t last = 0;

	h->view = view;
	h->dossier = d;
	h->count = 0;
	h->entry = arena_alloc(req->arena, sizeof(*h->entry) *
	    (d->nevent + d->ntask + (size_t)d->sop->nrows + 1));
	for (size_t i = 0; i < d->nevent; i++)
		add_event(&m, &d->event[i]);
	for (size_t i = 0; i < d->ntask; i++) {
		const struct task_row *t = &d->task[i];

		if (!t->open || (t->side && view != TIMELINE_FULL))
			continue;
		add_open(&m, t);
		last = t->side ? last : t->pos;
	}
	if (view == TIMELINE_PUBLIC && last != 0 && d->c->end_pos != last)
		add_ahead(&m, last);
}

/* -- on a page --------------------------------------------------------- */

static void
show_files(const struct request *req, struct page *page,
    const struct dossier *d, const struct happening *e)
{
	for (size_t i = 0; i < d->ndocument; i++) {
		const struct document *doc = &d->document[i];
		struct page *p;

		if (e->task == NULL || doc->task_id != e->task->id ||
		    doc->added_at != e->recorded_at)
			continue;
		p = page_link(page, "FILES", arena_printf(req->arena,
		    PATH_DOKUMEN "/%lld", (long long)doc->id), words_file(req,
		    doc->name, doc->type, doc->size));
		if (dossier_replaced(d, doc))
			page_show(p, "REPLACED");
	}
}

/* The instant of an entry; of an open one the instant since which it is so. */
static void
show_time(const struct request *req, struct page *page,
    const struct timeline *h, const struct timeline_entry *entry)
{
	struct format_time when;
	char buf[FORMAT_SIZE];
	struct page *p = page_add(page, "AT");

	words_local_time(office_calendar(req->office), entry->at, &when);
	page_set(p, "ISO", format_iso(buf, sizeof(buf), &when));
	if (h->view == TIMELINE_MOVES)
		format_moment_short(buf, sizeof(buf), &when);
	else
		format_moment(buf, sizeof(buf), &when);
	if (h->view == TIMELINE_PUBLIC && entry->icon == ICON_NOW)
		page_setf(p, "TEXT", "sejak %s", buf);
	else
		page_set(p, "TEXT", buf);
}

/* Tell the lacks of a file that was sent all the same, and why it was. */
static void
show_unproved(const struct request *req, struct page *page,
    const struct timeline *h, const struct happening *e)
{
	if (e == NULL || h->view == TIMELINE_PUBLIC || e->unproved[0] == '\0')
		return;
	page_text(page, "MARK", e->missing);
	page_text(page, "MARK", arena_printf(req->arena, "Tetap dikirim: %s",
	    e->unproved));
}

static void
show_entry(const struct request *req, struct page *page,
    const struct timeline *h, const struct timeline_entry *entry)
{
	static const char *const icon[ICON__MAX] = {
		[ICON_DONE] = "DONE",
		[ICON_BACK] = "BACK",
		[ICON_NOW] = "NOW",
		[ICON_TODO] = "TODO",
		[ICON_STOP] = "STOP",
		[ICON_NOTE] = "NOTE",
	};
	struct page *p = page_add(page, "ENTRIES");

	page_set(p, "TITLE", entry->title);
	page_show(p, icon[entry->icon]);
	page_text(p, "STATE", entry->state);
	page_text(p, "WHO", entry->who);
	if (entry->at != 0)
		show_time(req, p, h, entry);
	page_text(p, "SPENT", entry->spent);
	if (entry->sla != NULL && h->view != TIMELINE_MOVES)
		sla_show(page_include(p, "SLA", "sla.tpl"), entry->sla);
	page_text(p, "QUOTE", entry->quote);
	show_unproved(req, p, h, entry->event);
	if (h->view == TIMELINE_FULL && entry->event != NULL)
		show_files(req, p, h->dossier, entry->event);
}

void
timeline_show(const struct request *req, struct page *page,
    const char *include, const struct timeline *h, size_t last,
    int newest_first)
{
	struct page *p = page_include(page, include, "timeline.tpl");
	size_t from = last != 0 && h->count > last ? h->count - last : 0;

	for (size_t i = from; i < h->count; i++)
		show_entry(req, p, h, &h->entry[newest_first ?
		    h->count - 1 - (i - from) : i]);
}
