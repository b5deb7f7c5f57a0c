/*
 * notify.c - a message goes to the applicant.
 *
 * It is queued by the act.  An officer without a configured channel sends it
 * by the prepared WhatsApp link; whether that arrived nobody knows.
 */
#include <stdlib.h>

#include "case/office.h"
#include "conf/conf.h"
#include "page/page.h"
#include "web/arena.h"
#include "web/form.h"
#include "web/request.h"
#include "web/route.h"
#include "web/step.h"

/* What is said when nothing else is written; no identity numbers. */
static const char *
prepared(const struct step *s)
{
	char code[CASE_CODE_LEN + 1];

	office_code(s->req->office, s->c.id, code);
	return arena_printf(s->req->arena, "%s: permohonan %s (%s) sudah %s. "
	    "Lihat %s" PATH_LACAK " dengan kode %.4s-%.4s-%.4s.",
	    s->req->conf->service, s->c.number, s->sop->name,
	    s->c.refused ? "diputuskan" : "diproses", s->req->conf->site,
	    code, code + 4, code + 8);
}

static void
fill_message(struct step *s, struct page *form)
{
	struct sop_field phone = { .type = FIELD_PHONE };
	struct page *p = page_include(form, "EXTRA", "message.tpl");
	const char *text = prepared(s);

	page_set(p, "TEXT", text);
	if (s->c.phone[0] == '\0') {
		page_show(p, "NOBODY");
		return;
	}
	page_text(p, "TO", field_words(s->req, &phone, s->c.phone));
	page_setf(page_add(p, "LINK"), "HREF", "https://wa.me/%s?text=%s",
	    s->c.phone + 1, percent_encode(s->req->arena, text));
}

/* Without words of the officer's own, the prepared ones go out. */
static void
read_message(struct step *s, struct act *a, enum outcome outcome)
{
	if (outcome == OUTCOME_FORWARD && a->note[0] == '\0')
		a->note = prepared(s);
}

static const char *const templates[] = { STEP_TEMPLATES, "message.tpl",
	NULL };

static const struct step_program notify = {
	.name		= "notify",
	.kind		= STEP_NOTIFY,
	.templates	= templates,
	.forward	= "Catat sudah disampaikan dan teruskan",
	.end		= "Catat sudah disampaikan dan selesaikan perkara",
	.note		= "Isi pesan lain",
	.note_help	= "Kosongkan bila pesan di atas yang disampaikan.",
	.check_heading	= "Catat pesan ini dan selesaikan perkara?",
	.done		= "diberitahukan dan diteruskan",
	.fill		= fill_message,
	.read		= read_message,
};

int
main(void)
{
	return step_serve(&notify);
}
