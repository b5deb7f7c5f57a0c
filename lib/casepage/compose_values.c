/* compose_values.c - what the variables of a letter's text stand for. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <jansson.h>

#include "casepage/composeraw.h"

#include "base/arena.h"
#include "base/conf.h"
#include "clock/calendar.h"
#include "page/format.h"
#include "people/holder.h"
#include "people/person.h"
#include "web/request.h"

const char *
compose_known(const struct dossier *d, const char *name)
{
	const struct happening *h = dossier_sent(d);

	for (size_t i = 0; h != NULL && i < h->nvalue; i++)
		if (strcmp(h->value[i].name, name) == 0)
			return h->value[i].value;
	return "";
}

/* What it is about, in a sentence: "magang", "penelitian". */
static const char *
about(const struct dossier *d)
{
	const char *kind = compose_known(d, "jenis_permohonan");

	if (strstr(kind, "penelitian") != NULL)
		return "penelitian";
	return strstr(kind, "magang") != NULL ? "magang" :
	    "magang dan penelitian";
}

const char *
words_date(const struct request *req, const char *iso)
{
	struct format_time day = { .year = 0 };
	char *buf = arena_alloc(req->arena, FORMAT_SIZE);

	if (sscanf(iso, "%4d-%2d-%2d", &day.year, &day.month, &day.day) != 3)
		return iso;
	return format_date(buf, FORMAT_SIZE, &day);
}

const char *
words_letter_state(const struct letter_row *l)
{
	if (strcmp(l->state, "valid") == 0)
		return "Berlaku";
	return strcmp(l->state, "withdrawn") == 0 ? "Ditarik" : "Digantikan";
}

const char *
compose_today(const struct request *req)
{
	struct cal_local l;

	calendar_local(office_calendar(req->office), req->now, &l);
	return arena_printf(req->arena, "%04d-%02d-%02d", l.year, l.month,
	    l.day);
}

const char *
compose_count(const struct request *req, size_t n)
{
	static const char *const ones[] = { "nol", "satu", "dua", "tiga",
		"empat", "lima", "enam", "tujuh", "delapan", "sembilan",
		"sepuluh", "sebelas" };
	const char *last = n % 10 != 0 ? ones[n % 10] : "";
	const char *space = n % 10 != 0 ? " " : "";

	if (n < 12)
		return arena_printf(req->arena, "%zu (%s)", n, ones[n]);
	if (n < 20)
		return arena_printf(req->arena, "%zu (%s belas)", n, last);
	if (n < 100)
		return arena_printf(req->arena, "%zu (%s puluh%s%s)", n,
		    ones[n / 10], space, last);
	return arena_printf(req->arena, "%zu", n);
}

/* -- who signs --------------------------------------------------------- */

/* Whoever holds the role now; nobody is no error: the name is left open. */
static json_t *
signer(const struct compose *m)
{
	struct person *list = NULL, p = { .name = "" };
	enum capacity as = CAPACITY_DEFINITIVE;
	size_t n = 0;

	if (person_holders(m->req->office, m->head.role, m->req->now, &list,
	    &n) == CASE_OK && n > 0) {
		p = list[0];
		holder_acts_for(m->req->office, p.id, m->head.role, m->req->now,
		    &as);
	}
	free(list);
	return json_pack("{ss+ ss ss ss ss}", "capacity",
	    holder_capacity_title(as), as != CAPACITY_DEFINITIVE ? " " : "",
	    "position", m->head.position, "name", p.name, "nip", p.nip,
	    "rank", m->head.rank);
}

/* -- values ------------------------------------------------------------ */

static void
set(struct compose *m, const char *name, const char *value)
{
	json_object_set_new(m->values, name, json_string(value));
}

static void
set_date(struct compose *m, const char *name, const char *field)
{
	set(m, name, words_date(m->req, compose_known(m->d, field)));
}

void
compose_values(struct compose *m)
{
	const struct conf *conf = m->req->conf;
	const char *unit = m->unit != NULL && m->unit[0] != '\0' ? m->unit :
	    compose_known(m->d, "unit_tujuan");
	json_t *sign = signer(m);

	set(m, "alasan", m->reason != NULL ? m->reason : "");
	set(m, "ditolak", m->nrefused > 0 ? compose_count(m->req,
	    m->nrefused) : "");
	set(m, "jenis", about(m->d));
	set(m, "judul", compose_known(m->d, "judul_penelitian"));
	set(m, "jumlah", compose_count(m->req, m->nholder));
	set(m, "kantor", conf->office);
	set(m, "kontak", conf->contact);
	set(m, "lembaga", compose_known(m->d, "lembaga"));
	set(m, "nama", m->nholder > 0 ? m->holder[0] : "");
	set(m, "pemohon", m->d->c->applicant);
	set(m, "perkara", m->d->c->number);
	set(m, "nomor_permohonan", compose_known(m->d, "nomor_surat"));
	set(m, "tanggal", words_date(m->req, m->dated));
	set(m, "tempat", m->head.place);
	set(m, "unit", unit);
	set_date(m, "tanggal_permohonan", "tanggal_surat");
	set_date(m, "mulai", "tanggal_mulai");
	set_date(m, "selesai", "tanggal_selesai");
	set(m, "jabatan", m->head.position);
	set(m, "pangkat", m->head.rank);
	json_object_set(m->values, "pejabat", json_object_get(sign, "name"));
	json_object_set(m->values, "nip", json_object_get(sign, "nip"));
	json_object_set_new(m->values, "sign", sign);
}

