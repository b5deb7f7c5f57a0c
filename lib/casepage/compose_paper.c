/* compose_paper.c - the order for sopap-letter(1). */
#include <stdio.h>

#include <jansson.h>

#include "casepage/composeraw.h"

#include "base/arena.h"
#include "base/conf.h"
#include "casepage/letter_pdf.h"
#include "web/request.h"
#include "web/route.h"

/* Name, number, programme, and of a letter of their own its number, code and
 * way to its page. */
static json_t *
people(const struct compose *m, const struct letter_row *row, size_t nrow)
{
	struct arena *arena = m->req->arena;
	json_t *list = json_array();
	char code[CASE_CODE_LEN + 1];

	for (size_t i = 0; i < m->nholder; i++) {
		const struct participant *p = &m->who.person[m->person[i]];
		const char *number = m->sample[0] != '\0' ? m->sample :
		    "..............................";
		const char *shown = "", *link = "";

		if (i < nrow) {
			office_letter_code(m->req->office, row[i].id, code);
			number = row[i].number;
			link = arena_printf(arena, "%s%s/%s",
			    m->req->conf->site, PATH_VERIFIKASI, code);
			shown = arena_printf(arena, "%.4s-%.4s-%.4s", code,
			    code + 4, code + 8);
		}
		json_array_append_new(list, json_pack("[ssssss]", p->name,
		    p->id, p->programme, number, shown, link));
	}
	return list;
}

/* Who is named as refused, beside those the letter is for. */
static json_t *
refused(const struct compose *m)
{
	json_t *list = json_array();

	for (size_t i = 0; i < m->nrefused; i++)
		json_array_append_new(list, json_pack("[sss]",
		    m->refused[i]->name, m->refused[i]->id,
		    m->refused[i]->programme));
	return list;
}

static json_t *
lines(const char *first, size_t size, size_t n)
{
	json_t *list = json_array();

	for (size_t i = 0; i < n; i++)
		json_array_append_new(list, json_string(first + i * size));
	return list;
}

int
compose_pdf(struct compose *m, const struct letter_row *row, const char **pdf,
    size_t *len)
{
	const size_t nrow = row == NULL ? 0 :
	    m->parsed->kind == LETTER_REPLY ? 1 : m->nholder;
	json_t *o;
	char *order;
	int rc;

	o = json_pack("{ss sI ss ss sb sb ss ss so so ss ss ss ss ss so so so so}",
	    "paper", "surat",
	    "made", (json_int_t)(row != NULL ? row[0].made_at :
	    m->req->now),
	    "title", m->subject, "office", m->req->conf->office,
	    "draft", row == NULL,
	    "sample", m->sample[0] != '\0',
	    "file", m->text, "text", m->source,
	    "kop", lines(m->head.line[0], sizeof(m->head.line[0]),
	    m->head.nline),
	    "alamat", lines(m->head.address[0], sizeof(m->head.address[0]),
	    m->head.naddress),
	    "logo", m->head.logo,
	    "number", row != NULL ? row[0].number : m->sample,
	    "date", words_date(m->req, m->dated),
	    "place", m->head.place,
	    "site", arena_printf(m->req->arena, "%s%s", m->req->conf->site,
	    PATH_VERIFIKASI),
	    "sign", json_incref(json_object_get(m->values, "sign")),
	    "values", json_incref(m->values),
	    "people", people(m, row, nrow),
	    "refused", refused(m));
	/* As letter_pdf_make() hands it over: the same bytes, the same paper. */
	order = json_dumps(o, JSON_COMPACT);
	arena_adopt(m->req->arena, order);
	m->order = order;
	rc = order != NULL ? letter_pdf_make(m->req, o, pdf, len) : -1;
	json_decref(o);
	if (rc != 0)
		snprintf(m->why, sizeof(m->why), "surat tidak dapat disusun");
	return rc;
}
