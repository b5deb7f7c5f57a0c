/*
 * notify.c - a message goes to the applicant.
 *
 * It is queued by the act.  An officer without a configured channel sends it by
 * the prepared WhatsApp link; its arrival is not known then.
 */
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/built.h"
#include "base/conf.h"
#include "base/urlcode.h"
#include "case/decision.h"
#include "casepage/step.h"
#include "casepage/words.h"
#include "message/message.h"
#include "message/wording.h"
#include "office/office.h"
#include "page/page.h"
#include "web/form.h"
#include "web/plate.h"
#include "web/request.h"
#include "web/route.h"

#define TEXT_SIZE 4096

/* The message as prepared, without identity numbers; sent when the officer
 * writes no other. */
static const char *
prepared(const struct step *s)
{
	char code[CASE_CODE_LEN + 1], *text = arena_alloc(s->req->arena,
	    TEXT_SIZE);
	const char *language = case_language(&s->c, s->sop);
	struct wording_decision decision;
	struct wording_notice n = { plate_now(s->req)->service, s->c.number,
	    words_said_in(s->req, language, s->sop->name),
	    decision_read(s->req->office, &s->c, &decision) ? &decision :
	    NULL, arena_printf(s->req->arena, "%s" PATH_LACAK "%s",
	    s->req->conf->site, wording_ask(language)), code };

	office_code(s->req->office, s->c.id, code);
	wording_notice(&(struct message_source){ .o = s->req->office },
	    language, &n, text, TEXT_SIZE);
	return text;
}

/* The row of this task sent it: is this visit behind it? */
static int
is_of_row(const struct step *s, const struct message *m)
{
	for (size_t i = 0; i < s->dossier.ntask; i++)
		if (s->dossier.task[i].id == m->task_id)
			return s->dossier.task[i].pos == s->t.pos;
	return 0;
}

/* The message that did not arrive, which this task is to make up for: its
 * text, as it went out; the prepared one when it is not known. */
static const char *
undelivered(const struct step *s, struct page *p)
{
	struct message *list, *last = NULL;
	size_t n;

	if (message_list(s->req->office, s->c.id, &list, &n) != CASE_OK)
		return prepared(s);
	arena_adopt(s->req->arena, list);
	for (size_t i = 0; i < n; i++)
		if (strcmp(list[i].state, "failed") == 0 &&
		    is_of_row(s, &list[i]))
			last = &list[i];
	if (last == NULL)
		return prepared(s);
	page_text(p, "FAILED", arena_printf(s->req->arena,
	    "Pesan ini tidak sampai%s%s.", last->reason[0] != '\0' ? ": " :
	    "", last->reason));
	wording_clean(last->body);
	return last->body;
}

static void
fill_message(struct step *s, struct page *form)
{
	struct sop_field phone = { .type = FIELD_PHONE };
	struct page *p = page_include(form, "EXTRA", "message.tpl");
	const char *text = s->t.side ? undelivered(s, p) : prepared(s);

	page_set(p, "TEXT", text);
	if (s->c.phone[0] == '\0') {
		page_show(p, "NOBODY");
		return;
	}
	page_text(p, "TO", words_field(s->req, &phone, s->c.phone));
	/* A message that goes out by itself is not to be sent by hand as
	 * well. */
	if (!s->t.side && built_messenger &&
	    s->req->conf->whatsapp[0] != '\0')
		page_show(p, "AUTOMATIC");
	else
		page_setf(page_add(p, "LINK"), "HREF",
		    "https://wa.me/%s?text=%s", s->c.phone + 1,
		    urlcode_encode(s->req->arena, text));
}

/* Without words of the officer's own, the prepared ones go out; a call leaves
 * no other trace than the note. */
static void
read_message(struct step *s, struct act *a, enum outcome outcome)
{
	if (outcome != OUTCOME_FORWARD || a->note[0] != '\0')
		return;
	if (s->t.side)
		step_error(s, "catatan",
		    "Tulis bagaimana pemohon diberi tahu");
	else
		a->note = prepared(s);
}

static const char *const templates[] = { STEP_TEMPLATES, "message.tpl",
	NULL };

static const struct step_program notify = {
	.name		= "notify",
	.kind		= STEP_NOTIFY,
	.templates	= templates,
	.forward	= "Catat sudah disampaikan dan teruskan",
	.end		= "Catat sudah disampaikan dan selesaikan",
	.note		= "Isi pesan lain",
	.note_help	= "Kosongkan bila pesan di atas yang disampaikan.",
	.done		= "diberitahukan dan diteruskan",
	.fill		= fill_message,
	.read		= read_message,
};

int
main(int argc, char **argv)
{
	return step_serve(&notify, argc, argv);
}
