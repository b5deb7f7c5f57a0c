/* compose.c - a letter out of a case: its variables, its texts, its paper. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <jansson.h>

#include "casepage/compose.h"

#include "base/arena.h"
#include "base/conf.h"
#include "casepage/letter_pdf.h"
#include "casepage/letterfile.h"
#include "casepage/words.h"
#include "clock/calendar.h"
#include "letter/letter.h"
#include "people/holder.h"
#include "people/person.h"
#include "store/files.h"
#include "web/plate.h"
#include "web/request.h"
#include "web/route.h"

#define WHY_SIZE 8192	/* all that may be wrong with a text */
#define SAMPLE_NUMBER 136	/* of the year */

/* -- the case ---------------------------------------------------------- */

/* A value of the first row's form, "" when it is empty; later rows have a
 * letter number, too. */
static const char *
known(const struct dossier *d, const char *name)
{
	const struct happening *h = dossier_sent(d);

	for (size_t i = 0; h != NULL && i < h->nvalue; i++)
		if (strcmp(h->value[i].name, name) == 0)
			return h->value[i].value;
	return "";
}

int
compose_possible(const struct dossier *d)
{
	return known(d, "peserta")[0] != '\0';
}

const struct sop_choice *
compose_choices(const struct request *req, size_t *n)
{
	const struct letterfile *f = letterfiles;
	struct sop_choice *choice;

	for (*n = 0; f[*n].kind != LETTER__MAX; (*n)++)
		;
	choice = arena_alloc(req->arena, *n * sizeof(*choice));
	for (size_t i = 0; i < *n; i++)
		choice[i] = (struct sop_choice){ f[i].name, f[i].title };
	return choice;
}

const char *
compose_usual(const struct dossier *d)
{
	const char *kind = known(d, "jenis_permohonan");

	if (strncmp(kind, "keterangan", 10) == 0)
		return "keterangan";
	if (strncmp(kind, "sertifikat", 10) == 0)
		return "sertifikat";
	return d->c->refused ? "balasan-tolak" : "balasan";
}

int
compose_refuses(const char *text)
{
	return strcmp(text, "balasan-tolak") == 0;
}

const char *
compose_today(const struct request *req)
{
	struct cal_local l;

	calendar_local(office_calendar(req->office), req->now, &l);
	return arena_printf(req->arena, "%04d-%02d-%02d", l.year, l.month,
	    l.day);
}

struct compose
compose_usual_letter(const struct request *req, const struct dossier *d)
{
	struct compose m = { .req = req, .d = d, .text = compose_usual(d),
	    .unit = known(d, "unit_tujuan"), .reason = "",
	    .dated = compose_today(req) };
	struct participants list;

	if (participants_read(req->office, d->c->id, &list) == CASE_OK) {
		m.reason = arena_strdup(req->arena, list.reason);
		participants_free(&list);
	}
	return m;
}

/* -- the people -------------------------------------------------------- */

/* A text that refuses is about all participants; any other about those who
 * were not refused, and beside them it may name the refused. */
static void
choose(struct compose *m)
{
	const int all = compose_refuses(m->text);
	const int none = m->d != NULL && m->d->c->refused;

	for (size_t i = 0; i < m->who.count; i++) {
		const struct participant *p = &m->who.person[i];

		if (!all && (none || p->state == PARTICIPANT_REFUSED)) {
			if (m->nrefused < LETTER_HOLDERS)
				m->refused[m->nrefused++] = p;
		} else if (m->nholder < LETTER_HOLDERS) {
			m->person[m->nholder] = (int64_t)i;
			m->holder[m->nholder++] = p->name;
		}
	}
}

int
compose_people(struct compose *m)
{
	if (participants_read(m->req->office, m->d->c->id, &m->who) !=
	    CASE_OK) {
		snprintf(m->why, sizeof(m->why), "%s",
		    office_why(m->req->office));
		return -1;
	}
	arena_adopt(m->req->arena, m->who.person);
	arena_adopt(m->req->arena, m->who.memory);
	choose(m);
	return 0;
}

const char *
compose_lack(const struct compose *m, const char **field)
{
	*field = "naskah";
	if (m->nholder == 0)
		return m->d->c->refused ? "Permohonan ini ditolak. Pilih surat "
		    "balasan yang menolak" : "Tidak ada peserta yang diterima";
	*field = "alasan";
	if (m->reason[0] == '\0' && (compose_refuses(m->text) ||
	    (strcmp(m->text, "balasan") == 0 && m->nrefused > 0)))
		return "Isi alasan penolakan";
	return NULL;
}

/* -- the texts and their variables ------------------------------------- */

static int
read_texts(struct compose *m)
{
	char *why = arena_alloc(m->req->arena, WHY_SIZE);

	m->source = letterfile_in_force(m->req, m->text, why, WHY_SIZE);
	m->head_source = letterfile_in_force(m->req, "kop", why, WHY_SIZE);
	if (m->source != NULL && m->head_source != NULL)
		m->parsed = letter_text_parse(arena_printf(m->req->arena,
		    "%s.txt", m->text), m->source, strlen(m->source), why,
		    WHY_SIZE);
	if (m->parsed != NULL && letterhead_find("kop.txt", m->head_source,
	    strlen(m->head_source), m->req->conf->unit, m->dated, &m->head,
	    why, WHY_SIZE) == 0)
		return 0;
	/* The person who composes a letter reads the first fault. */
	snprintf(m->why, sizeof(m->why), "%.*s", (int)strcspn(why, "\n"),
	    why);
	return -1;
}

/* The matter of the request as letters name it: "magang", "penelitian". */
static const char *
about(const struct dossier *d)
{
	const char *kind = known(d, "jenis_permohonan");

	if (strstr(kind, "penelitian") != NULL)
		return "penelitian";
	return strstr(kind, "magang") != NULL ? "magang" :
	    "magang dan penelitian";
}

/* "2 (dua)", as letters write numbers. */
static const char *
count_words(const struct request *req, size_t n)
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

/* The signer: the holder of the letterhead's role now.  A role without holder
 * is no error: the name is left open. */
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

static void
set(struct compose *m, const char *name, const char *value)
{
	json_object_set_new(m->values, name, json_string(value));
}

static void
set_date(struct compose *m, const char *name, const char *field)
{
	set(m, name, words_date(m->req, known(m->d, field)));
}

/* Fill m->values; text, head and people are known. */
static void
set_values(struct compose *m)
{
	const char *unit = m->unit != NULL && m->unit[0] != '\0' ? m->unit :
	    known(m->d, "unit_tujuan");
	json_t *sign = signer(m);

	set(m, "alasan", m->reason != NULL ? m->reason : "");
	set(m, "ditolak", m->nrefused > 0 ? count_words(m->req,
	    m->nrefused) : "");
	set(m, "jenis", about(m->d));
	set(m, "judul", known(m->d, "judul_penelitian"));
	set(m, "jumlah", count_words(m->req, m->nholder));
	set(m, "kantor", plate_now(m->req)->office);
	set(m, "kontak", plate_now(m->req)->contact);
	set(m, "lembaga", known(m->d, "lembaga"));
	set(m, "nama", m->nholder > 0 ? m->holder[0] : "");
	set(m, "pemohon", m->d->c->applicant);
	set(m, "berkas", m->d->c->number);
	set(m, LETTER_TEXT_OLD_CASE, m->d->c->number);
	set(m, "nomor_permohonan", known(m->d, "nomor_surat"));
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

static const char *
value(void *arg, const char *name)
{
	const struct compose *m = arg;
	const char *text = json_string_value(json_object_get(m->values,
	    name));

	return text != NULL ? text : "";
}

/* A text with m->values in its gaps; it lives with the request.  NULL: no
 * memory. */
static const char *
filled(struct compose *m, const char *text)
{
	char *words = letter_text_fill(text, value, m);

	arena_adopt(m->req->arena, words);
	return words;
}

int
compose_open(struct compose *m)
{
	m->values = json_object();
	if (read_texts(m) != 0)
		return -1;
	set_values(m);
	m->subject = filled(m, m->parsed->head[KEY_SUBJECT]);
	m->addressee = filled(m, m->parsed->head[KEY_TO]);
	return m->subject != NULL && m->addressee != NULL ? 0 : -1;
}

void
compose_close(struct compose *m)
{
	letter_text_free(m->parsed);
	json_decref(m->values);
	m->parsed = NULL;
	m->values = NULL;
}

/* -- the numbers ------------------------------------------------------- */

static int
number(void *arg, int64_t n, char *buf, size_t size)
{
	const struct compose *m = arg;

	return letter_number_write(&m->head, m->parsed->head[KEY_CLASS], n,
	    m->dated, buf, size);
}

struct letter_order
compose_order(struct compose *m, const char *typed)
{
	const int one = m->parsed->kind == LETTER_REPLY;

	/* One a person, or one for all, in the name of the first. */
	return (struct letter_order){
		.kind = letter_kind_slug(m->parsed->kind),
		.subject = m->subject, .dated = m->dated,
		.addressee = m->addressee, .holder = m->holder,
		.person = one ? NULL : m->person, .n = one ? 1 : m->nholder,
		.typed = typed, .number = number, .arg = m };
}

/* -- the paper --------------------------------------------------------- */

/* The holders: name, student number and programme; of a letter of their own
 * its number, code and the address of its page. */
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

/* The refused, whom the letter names beside its holders. */
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

	o = json_pack("{ss sI ss ss sb sb ss ss so so ss ss ss ss ss so so "
	    "so so}",
	    "paper", "surat",
	    "made", (json_int_t)(row != NULL ? row[0].made_at :
	    m->req->now),
	    "title", m->subject, "office", plate_now(m->req)->office,
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
	/* As letter_pdf_make() hands it over: the same bytes, the same
	 * paper. */
	order = json_dumps(o, JSON_COMPACT);
	arena_adopt(m->req->arena, order);
	m->order = order;
	rc = order != NULL ? letter_pdf_make(m->req, o, pdf, len) : -1;
	json_decref(o);
	m->cut = rc > 0;
	if (rc != 0)
		snprintf(m->why, sizeof(m->why), "surat tidak dapat disusun");
	return rc != 0 ? -1 : 0;
}

int
compose_keep(struct compose *m, const struct letter_row *row,
    struct act_file *file)
{
	char *hash = arena_alloc(m->req->arena, FILES_HASH_SIZE);
	const char *pdf;
	size_t len;

	if (compose_pdf(m, row, &pdf, &len) != 0 ||
	    files_put(office_files(m->req->office), pdf, len, hash) != 0)
		return -1;
	*file = (struct act_file){ .field = "surat", .name =
	    arena_printf(m->req->arena, row == NULL ? "konsep-%s-%s.pdf" :
	    "%s-%s.pdf", m->text, m->d->c->number), .hash = hash,
	    .type = "application/pdf", .size = (int64_t)len };
	return 0;
}

enum case_err
compose_prepare(struct compose *m, const struct act *act, const char *typed,
    struct letter_row *first)
{
	struct letter_order order = compose_order(m, typed);
	struct letter_row *l = arena_alloc(m->req->arena,
	    order.n * sizeof(*l));
	struct act a = *act, b = *act;
	struct act_file file;
	struct letter_made made = { .n = order.n, .file = &file,
	    .name = m->text, .text = m->source, .head = m->head_source };
	enum case_err err;

	if (order.n > 1 && typed[0] != '\0')
		return office_fail(m->req->office, CASE_INVALID,
		    "nomor_surat", "Kosongkan nomor surat: tiap peserta "
		    "mendapat nomor sendiri");
	err = letter_reserve(m->req->office, &a, &order, l);
	if (err != CASE_OK)
		return err;
	if (compose_keep(m, l, &file) != 0)
		return office_fail(m->req->office, CASE_INVALID, "naskah",
		    COMPOSE_FAILED, m->why);
	b.idem = arena_printf(m->req->arena, "%s+", a.idem);
	made.order = m->order;
	*first = l[0];
	return letter_prepare(m->req->office, &b, l, &made);
}

/* -- a sample ---------------------------------------------------------- */

static const struct participant sample_people[] = {
	{ "Siti Nurhaliza", "02011282025001", "Ilmu Hukum",
	    PARTICIPANT_ACCEPTED },
	{ "Raden Ajeng Kusumawardhani Prawirodirdjo", "02011282025002",
	    "Ilmu Administrasi Publik", PARTICIPANT_ACCEPTED },
	{ "I Gusti Ngurah Agung Wirawan", "02011282025003", "Ilmu Hukum",
	    PARTICIPANT_REFUSED },
};

/* The variables, but those of the head and the office. */
static const struct { const char *name, *value; } sample_values[] = {
	{ "alasan", "Kuota peserta pada periode tersebut sudah penuh." },
	{ "jenis", "penelitian" },
	{ "judul", "Efektivitas Pelayanan Publik Berbasis Elektronik" },
	{ "lembaga", "Universitas Contoh" },
	{ "mulai", "5 Januari 2026" },
	{ "nomor_permohonan", "0134/UN9.FH/TU.SK/2025" },
	{ "pejabat", "Nama Penanda Tangan" },
	{ "nip", "19700101 199503 1 001" },
	{ "pemohon", "Siti Nurhaliza" },
	{ "berkas", "K-2026-0001" },
	{ LETTER_TEXT_OLD_CASE, "K-2026-0001" },
	{ "selesai", "27 Februari 2026" },
	{ "tanggal_permohonan", "10 Desember 2025" },
	{ "unit", "Divisi Administrasi" },
};

static void
set_sample_values(struct compose *m)
{

	for (size_t i = 0; i < sizeof(sample_values) /
	    sizeof(sample_values[0]); i++)
		set(m, sample_values[i].name, sample_values[i].value);
	set(m, "ditolak", m->nrefused > 0 ?
	    count_words(m->req, m->nrefused) : "");
	set(m, "jumlah", count_words(m->req, m->nholder));
	set(m, "nama", m->holder[0]);
	set(m, "kantor", plate_now(m->req)->office);
	set(m, "kontak", plate_now(m->req)->contact);
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
add_sample_people(struct compose *m)
{
	static struct participant copy[sizeof(sample_people) /
	    sizeof(sample_people[0])];

	memcpy(copy, sample_people, sizeof(sample_people));
	m->who.person = copy;
	m->who.count = sizeof(copy) / sizeof(copy[0]);
	choose(m);
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
		add_sample_people(&m);
		set_sample_values(&m);
		letter_number_write(&m.head, m.parsed->head[KEY_CLASS],
		    SAMPLE_NUMBER, m.dated, m.sample, sizeof(m.sample));
		m.subject = filled(&m, m.parsed->head[KEY_SUBJECT]);
		rc = compose_pdf(&m, NULL, pdf, len);
		snprintf(why, whysize, "%s", m.why);
	}
	compose_close(&m);
	return rc;
}
