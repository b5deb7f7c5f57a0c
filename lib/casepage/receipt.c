/*
 * receipt.c - the receipt of a request, in the language of the page it is taken
 * from.
 */
#include <string.h>

#include <jansson.h>

#include "casepage/receipt.h"

#include "base/arena.h"
#include "base/conf.h"
#include "case/document.h"
#include "casepage/dossier.h"
#include "casepage/letter_pdf.h"
#include "casepage/words.h"
#include "sop/sop.h"
#include "web/plate.h"
#include "web/reply.h"
#include "web/request.h"
#include "web/route.h"

#define NAMED	3	/* participants by name */

/* The label in the language of the page; the text as it is handed in. */
static void
pair(const struct request *req, json_t *list, const char *label,
    const char *text)
{
	json_array_append_new(list, json_pack("[ss]", words_said(req, label),
	    text));
}

/* "3 orang: Siti, Rizky, Ayu", "50 orang: Siti, Rizky, Ayu, dan 47 lainnya";
 * of "name; id; programme" the names alone, which no language changes. */
static const char *
people_words(const struct request *req, const char *value)
{
	const char *text = "", *p = value;
	int n = 0;

	for (; *p != '\0'; p += strcspn(p, "\n"), p += *p == '\n') {
		if (++n > NAMED)
			continue;
		arena_append(req->arena, &text, "%s%.*s", n > 1 ? ", " : "",
		    (int)strcspn(p, ";\n"), p);
	}
	if (n > NAMED)
		arena_append(req->arena, &text, ", %s", words_said(req,
		    arena_printf(req->arena, "dan %d lainnya", n - NAMED)));
	return arena_printf(req->arena, "%s: %s", words_said(req,
	    arena_printf(req->arena, "%d orang", n)), text);
}

/* A value on the receipt: choices are said in the language of the page, typed
 * text stands as it was.  A receipt is shown around, so a telephone number is
 * cut to its end. */
static const char *
sent_words(const struct request *req, const struct sop_field *f,
    const char *value)
{
	size_t n = strlen(value);

	if (f->type == FIELD_PEOPLE)
		return people_words(req, value);
	if (f->type == FIELD_PHONE && n > 4)
		return words_said(req, arena_printf(req->arena,
		    "berakhir %s", value + n - 4));
	if (f->type == FIELD_CHOICE || f->type == FIELD_CONSENT ||
	    f->type == FIELD_DATE)
		return words_said(req, words_field(req, f, value));
	return words_field(req, f, value);
}

static json_t *
what_was_sent(const struct request *req, const struct dossier *d)
{
	const struct happening *h = dossier_sent(d);
	const struct sop_row *row = sop_row_at(d->sop, 1);
	json_t *list = json_array();

	for (size_t i = 0; h != NULL && i < row->nfield; i++) {
		const struct sop_field *f = &row->field[i];

		for (size_t k = 0; k < h->nvalue; k++)
			if (strcmp(h->value[k].name, f->name) == 0)
				pair(req, list, f->label, sent_words(req, f,
				    h->value[k].value));
		for (size_t k = 0; k < d->ndocument; k++) {
			const struct document *doc = &d->document[k];
			const struct task_row *t = dossier_task(d,
			    doc->task_id);

			if (strcmp(doc->field, f->name) == 0 && t != NULL &&
			    t->pos == 1 && !dossier_replaced(d, doc))
				pair(req, list, f->label, words_said(req,
				    words_file(req, doc->name, doc->type,
				    doc->size)));
		}
	}
	return list;
}

static json_t *
facts(const struct request *req, const struct dossier *d)
{
	json_t *list = json_array();

	pair(req, list, "Nomor permohonan", d->c->number);
	pair(req, list, "Layanan", words_said(req, d->sop->name));
	pair(req, list, "Diterima", words_said(req, words_time(req,
	    d->c->opened_at)));
	return list;
}

static json_t *
sentences(const struct request *req, const char *const *text)
{
	json_t *list = json_array();

	for (; *text != NULL; text++)
		json_array_append_new(list, json_string(words_said(req,
		    *text)));
	return list;
}

/* The contact for questions, and the hours. */
static const char *
foot(const struct request *req)
{
	const struct nameplate *plate = plate_now(req);
	const char *hours = words_said(req, plate_hours(req));

	if (plate->contact[0] == '\0')
		return hours;
	return arena_printf(req->arena, "%s: %s. %s", words_said(req,
	    "Bantuan"), words_said(req, plate->contact), hours);
}

static json_t *
order(const struct request *req, const struct dossier *d,
    const char *const *next)
{
	const struct conf *conf = req->conf;
	const struct nameplate *plate = plate_at(req, d->c->opened_at);

	return json_pack("{ss ss sI ss ss ss ss ss ss ss so ss so ss ss so "
	    "ss}",
	    "paper", "bukti",
	    "language", req->language,
	    "made", (json_int_t)d->c->opened_at,
	    "office", plate->office,
	    "service", plate->service,
	    "title", words_said(req, "Bukti permohonan"),
	    "code_label", words_said(req, "Kode pelacakan"),
	    "code", words_code(req, d->c->id),
	    "code_help", words_said(req, "Simpan kode ini. Siapa pun yang "
	    "memegangnya dapat melihat sampai di mana permohonan Anda."),
	    "link", arena_printf(req->arena, "%s%s", conf->site, PATH_LACAK),
	    "facts", facts(req, d),
	    "sent_title", words_said(req, "Yang Anda kirim"),
	    "sent", what_was_sent(req, d),
	    "more", words_said(req, "dan isian lain"),
	    "next_title", words_said(req, "Yang terjadi selanjutnya"),
	    "next", sentences(req, next),
	    "foot", foot(req));
}

int
receipt_reply(struct reply *rep, const struct request *req,
    const struct case_row *c, const char *const *next)
{
	struct dossier d;
	enum case_err err = dossier_read(req, c, &d);
	const char *pdf;
	size_t len;
	json_t *o;
	int rc;

	if (err != CASE_OK)
		return reply_case_error(rep, req, err);
	o = order(req, &d, next);
	rc = letter_pdf_make(req, o, &pdf, &len);
	json_decref(o);
	if (rc != 0)
		return reply_error(rep, req, rc > 0 ? 503 : 500, NULL);
	return reply_attachment(rep, "application/pdf",
	    arena_printf(req->arena, "%s-%s.pdf", words_said(req,
	    "bukti-permohonan"), c->number), pdf, len);
}
