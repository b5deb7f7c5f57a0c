/* compose_sample.c - a text as it would look, of an invented request. */
#include <stdio.h>
#include <string.h>

#include <jansson.h>

#include "casepage/composeraw.h"

#include "base/arena.h"
#include "base/conf.h"
#include "web/request.h"

#define SAMPLE_NUMBER 136	/* of the year */

static const struct participant people[] = {
	{ "Siti Nurhaliza", "02011282025001", "Ilmu Hukum",
	    PARTICIPANT_ACCEPTED },
	{ "Raden Ajeng Kusumawardhani Prawirodirdjo", "02011282025002",
	    "Ilmu Administrasi Publik", PARTICIPANT_ACCEPTED },
	{ "I Gusti Ngurah Agung Wirawan", "02011282025003", "Ilmu Hukum",
	    PARTICIPANT_REFUSED },
};

/* What the variables stand for, beside those of the head and the office. */
static const struct { const char *name, *value; } values[] = {
	{ "alasan", "Kuota peserta pada periode tersebut sudah penuh." },
	{ "jenis", "penelitian" },
	{ "judul", "Efektivitas Pelayanan Publik Berbasis Elektronik" },
	{ "lembaga", "Universitas Contoh" },
	{ "mulai", "5 Januari 2026" },
	{ "nomor_permohonan", "0134/UN9.FH/TU.SK/2025" },
	{ "pejabat", "Nama Penanda Tangan" },
	{ "nip", "19700101 199503 1 001" },
	{ "pemohon", "Siti Nurhaliza" },
	{ "perkara", "K-2026-0001" },
	{ "selesai", "27 Februari 2026" },
	{ "tanggal_permohonan", "10 Desember 2025" },
	{ "unit", "Divisi Administrasi" },
};

static void
set(struct compose *m, const char *name, const char *value)
{
	json_object_set_new(m->values, name, json_string(value));
}

static void
fill_values(struct compose *m)
{
	const struct conf *conf = m->req->conf;

	for (size_t i = 0; i < sizeof(values) / sizeof(values[0]); i++)
		set(m, values[i].name, values[i].value);
	set(m, "ditolak", m->nrefused > 0 ?
	    compose_count(m->req, m->nrefused) : "");
	set(m, "jumlah", compose_count(m->req, m->nholder));
	set(m, "nama", m->holder[0]);
	set(m, "kantor", conf->office);
	set(m, "kontak", conf->contact);
	set(m, "jabatan", m->head.position);
	set(m, "pangkat", m->head.rank);
	set(m, "tempat", m->head.place);
	set(m, "tanggal", words_date(m->req, m->dated));
	json_object_set_new(m->values, "sign", json_pack("{ss ss ss ss ss}",
	    "capacity", "", "position", m->head.position, "name",
	    "Nama Penanda Tangan", "nip", "19700101 199503 1 001", "rank",
	    m->head.rank));
}

static void
fill_people(struct compose *m)
{
	static struct participant copy[sizeof(people) / sizeof(people[0])];
	const int all = compose_refuses(m->text);

	memcpy(copy, people, sizeof(people));
	m->who.person = copy;
	m->who.count = sizeof(people) / sizeof(people[0]);
	for (size_t i = 0; i < m->who.count; i++) {
		if (!all && copy[i].state == PARTICIPANT_REFUSED) {
			m->refused[m->nrefused++] = &copy[i];
		} else {
			m->person[m->nholder] = (int64_t)i;
			m->holder[m->nholder++] = copy[i].name;
		}
	}
}

int
compose_sample(const struct compose_sample *s, const char **pdf, size_t *len,
    char *why, size_t whysize)
{
	struct compose m = { .req = s->req, .text = s->name,
	    .dated = compose_today(s->req), .source = s->text };
	int rc = -1;

	m.parsed = letter_text_parse(arena_printf(s->req->arena, "%s.txt",
	    s->name), s->text, strlen(s->text), why, whysize);
	m.values = json_object();
	if (m.parsed != NULL && letterhead_find("kop.txt", s->head,
	    strlen(s->head), s->req->conf->unit, m.dated, &m.head, why,
	    whysize) == 0) {
		fill_people(&m);
		fill_values(&m);
		letter_number_write(&m.head, m.parsed->head[KEY_CLASS],
		    SAMPLE_NUMBER, m.dated, m.sample, sizeof(m.sample));
		m.subject = compose_filled(&m, m.parsed->head[KEY_SUBJECT]);
		rc = compose_pdf(&m, NULL, pdf, len);
		snprintf(why, whysize, "%s", m.why);
	}
	compose_close(&m);
	return rc;
}
