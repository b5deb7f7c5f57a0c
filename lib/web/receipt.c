/* receipt.c - what stands on the receipt of a request. */
#include <string.h>

#include <jansson.h>

#include "web/letter.h"

#include "case/sop.h"
#include "conf/conf.h"
#include "web/arena.h"
#include "web/dossier.h"
#include "web/fields.h"
#include "web/reply.h"
#include "web/request.h"
#include "web/route.h"
#include "web/status.h"
#include "web/words.h"

#define NAMED	3	/* participants told by name */

static void
pair(json_t *list, const char *label, const char *text)
{
	json_array_append_new(list, json_pack("[ss]", label, text));
}

/* "3 orang: Siti, Rizky, Ayu", "50 orang: Siti, Rizky, Ayu, dan 47 lainnya";
 * of "name; id; programme" the names alone. */
static const char *
people_words(const struct request *req, const char *value)
{
	const char *text = "", *p = value;
	int n = 0;

	for (; *p != '\0'; p += strcspn(p, "\n"), p += *p == '\n') {
		if (++n > NAMED)
			continue;
		text = arena_printf(req->arena, "%s%s%.*s", text,
		    n > 1 ? ", " : "", (int)strcspn(p, ";\n"), p);
	}
	if (n > NAMED)
		text = arena_printf(req->arena, "%s, dan %d lainnya", text,
		    n - NAMED);
	return arena_printf(req->arena, "%d orang: %s", n, text);
}

/* A receipt is shown around: of a number it tells the end. */
static const char *
sent_words(const struct request *req, const struct sop_field *f,
    const char *value)
{
	size_t n = strlen(value);

	if (f->type == FIELD_PEOPLE)
		return people_words(req, value);
	if (f->type == FIELD_PHONE && n > 4)
		return arena_printf(req->arena, "berakhir %s", value + n - 4);
	return field_words(req, f, value);
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
				pair(list, f->label, sent_words(req, f,
				    h->value[k].value));
		for (size_t k = 0; k < d->ndocument; k++) {
			const struct document *doc = &d->document[k];
			const struct task_row *t = dossier_task(d,
			    doc->task_id);

			if (strcmp(doc->field, f->name) == 0 && t != NULL &&
			    t->pos == 1 && !dossier_replaced(d, doc))
				pair(list, f->label, file_words(req,
				    doc->name, doc->type, doc->size));
		}
	}
	return list;
}

static json_t *
facts(const struct request *req, const struct dossier *d)
{
	json_t *list = json_array();

	pair(list, "Nomor perkara", d->c->number);
	pair(list, "Layanan", d->sop->name);
	pair(list, "Diterima", moment_words(req, d->c->opened_at));
	return list;
}

static json_t *
sentences(const char *const *text)
{
	json_t *list = json_array();

	for (; *text != NULL; text++)
		json_array_append_new(list, json_string(*text));
	return list;
}

static json_t *
order(const struct request *req, const struct dossier *d,
    const char *const *next)
{
	const struct conf *conf = req->conf;

	return json_pack("{ss sI ss ss ss ss ss ss ss so ss so ss ss so ss}",
	    "paper", "bukti",
	    "made", (json_int_t)d->c->opened_at,
	    "office", conf->office,
	    "service", conf->service,
	    "title", "Bukti permohonan",
	    "code_label", "Kode pelacakan",
	    "code", code_words(req, d->c->id),
	    "code_help", "Simpan kode ini. Siapa pun yang memegangnya dapat "
	    "melihat sampai di mana permohonan Anda.",
	    "link", arena_printf(req->arena, "%s%s", conf->site, PATH_LACAK),
	    "facts", facts(req, d),
	    "sent_title", "Yang Anda kirim",
	    "sent", what_was_sent(req, d),
	    "more", "dan isian lain",
	    "next_title", "Yang terjadi selanjutnya",
	    "next", sentences(next),
	    "foot", conf->contact[0] == '\0' ? conf->hours :
	    arena_printf(req->arena, "Bantuan: %s. %s", conf->contact,
	    conf->hours));
}

int
letter_receipt(struct reply *rep, const struct request *req,
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
	rc = letter_make(req, o, &pdf, &len);
	json_decref(o);
	if (rc != 0)
		return reply_error(rep, req, 500, NULL);
	return reply_attachment(rep, "application/pdf",
	    arena_printf(req->arena, "bukti-permohonan-%s.pdf", c->number),
	    pdf, len);
}
