/*
 * parts.c - parts of the page of a case: its place in the SOP, its papers
 * and messages.
 */
#include <stdlib.h>
#include <string.h>

#include "cgi-bin/case/case.h"

#include "base/arena.h"
#include "casepage/signed.h"
#include "casepage/sla.h"
#include "casepage/words.h"
#include "clock/calendar.h"
#include "message/message.h"
#include "page/format.h"
#include "page/page.h"
#include "people/person.h"
#include "web/request.h"
#include "web/route.h"

/* -- where it is ------------------------------------------------------------ */

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
	return row->pos < at ? "SKIPPED" : "TODO";
}

void
case_show_steps(const struct case_view *v, struct page *page)
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
		page_set(p, "TEXT", words_verb(row->kind));
		page_set(p, "WHO", words_performer(v->req, sop,
		    row->performer));
		page_show(p, place(v, row));
	}
	page_setf(page, "SOP_HREF", PATH_SOP "/%s?perkara=%lld", sop->slug,
	    (long long)v->c.id);
}

/* -- papers and messages ---------------------------------------------------- */

static const char *
added_words(const struct case_view *v, const struct document *d)
{
	char *name = arena_alloc(v->req->arena, 160);

	person_name(v->req->office, d->added_by, name, 160);
	return arena_printf(v->req->arena, "%s, %s", words_time(v->req,
	    d->added_at), *name != '\0' ? name : "pemohon");
}

/* What was given out is known by its hash for ever. */
static void
show_proof(const struct case_view *v, struct page *page,
    const struct document *d, const struct sop_row *row)
{
	size_t n;
	const char *const *words = words_signatures(v->req, d->sha256, &n);

	page_text(page, "PROOF", words_held(v->req, d->sha256));
	if (n > 0)
		page_text(page, "PROOF", "Tanda tangan elektronik:");
	for (size_t i = 0; i < n; i++)
		page_text(page, "PROOF", words[i]);
	if (row != NULL && (row->kind == STEP_APPROVE ||
	    row->kind == STEP_DELIVER))
		page_text(page, "PROOF", arena_printf(v->req->arena,
		    "SHA-256: %s", d->sha256));
}

void
case_show_papers(const struct case_view *v, struct page *page)
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
		p = page_add(box, "DOC");
		page_setf(p, "HREF", PATH_BERKAS "/%lld", (long long)d->id);
		page_set(p, "NAME", words_file(v->req, d->name, d->type,
		    d->size));
		page_setf(p, "KIND", "langkah %s", row != NULL ? row->no :
		    "");
		page_set(p, "ADDED", added_words(v, d));
		if (dossier_replaced(&v->dossier, d))
			page_show(p, "REPLACED");
		show_proof(v, p, d, row);
	}
}

/* "+62 8…7890": enough to know whose it is. */
static const char *
masked(const struct case_view *v, const char *address)
{
	size_t n = strlen(address);

	if (n == 0)
		return "tanpa alamat";
	return n < 8 ? "…" : arena_printf(v->req->arena, "%.4s…%s", address,
	    address + n - 4);
}

/* What is known of a message that left: of most no more than that. */
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

void
case_show_messages(const struct case_view *v, struct page *page)
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
