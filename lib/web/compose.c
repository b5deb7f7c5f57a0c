/* compose.c - gathering what a letter says. */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <jansson.h>

#include "web/compose.h"

#include "case/people.h"
#include "case/role.h"
#include "clock/calendar.h"
#include "conf/conf.h"
#include "page/format.h"
#include "web/arena.h"
#include "web/letter.h"
#include "web/request.h"
#include "web/route.h"
#include "web/words.h"

const struct sop_choice compose_texts[] = {
	{ "balasan", "Surat balasan, menerima permohonan" },
	{ "balasan-tolak", "Surat balasan, menolak permohonan" },
	{ "keterangan", "Surat keterangan selesai penelitian" },
	{ "sertifikat", "Sertifikat magang" },
	{ NULL, NULL }
};

/* -- the case ----------------------------------------------------------- */

/* What was typed in the first row; later rows have a letter number, too. */
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

/* What it is about, in a sentence: "magang", "penelitian". */
static const char *
about(const struct dossier *d)
{
	const char *kind = known(d, "jenis_permohonan");

	if (strstr(kind, "penelitian") != NULL)
		return "penelitian";
	return strstr(kind, "magang") != NULL ? "magang" :
	    "magang dan penelitian";
}

const char *
date_words(const struct request *req, const char *iso)
{
	struct format_time day = { .year = 0 };
	char *buf = arena_alloc(req->arena, FORMAT_SIZE);

	if (sscanf(iso, "%4d-%2d-%2d", &day.year, &day.month, &day.day) != 3)
		return iso;
	return format_date(buf, FORMAT_SIZE, &day);
}

const char *
letter_state_words(const struct letter_row *l)
{
	if (strcmp(l->state, "valid") == 0)
		return "Berlaku";
	return strcmp(l->state, "withdrawn") == 0 ? "Ditarik" : "Digantikan";
}

const char *
date_today(const struct request *req)
{
	struct cal_local l;

	calendar_local(office_calendar(req->office), req->now, &l);
	return arena_printf(req->arena, "%04d-%02d-%02d", l.year, l.month,
	    l.day);
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

/* -- files of the office -------------------------------------------------- */

/* A file whole, ended by a NUL; NULL when it is not there. */
static char *
slurp(const struct request *req, const char *path, size_t *len)
{
	char *text = arena_alloc(req->arena, LETTERTEXT_MAX + 2);
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	ssize_t n;

	*len = 0;
	if (fd == -1)
		return NULL;
	while ((n = read(fd, text + *len, LETTERTEXT_MAX + 1 - *len)) > 0)
		*len += (size_t)n;
	close(fd);
	return n == 0 || *len > LETTERTEXT_MAX ? text : NULL;
}

/* The office's own text, else the one that came with the programs. */
static char *
office_text(struct compose *m, const char *name, size_t *len)
{
	const struct conf *conf = m->req->conf;
	char *text = slurp(m->req, arena_printf(m->req->arena,
	    "%s/letter/%s.txt", conf->data, name), len);

	if (text == NULL && errno == ENOENT)
		text = slurp(m->req, arena_printf(m->req->arena, "%s/%s.txt",
		    conf->letters, name), len);
	if (text == NULL)
		snprintf(m->why, sizeof(m->why), "%s.txt: %s", name,
		    strerror(errno));
	return text;
}

static int
read_texts(struct compose *m)
{
	size_t len;
	char *text;

	if ((text = office_text(m, m->text, &len)) == NULL)
		return -1;
	m->source = text;
	m->parsed = lettertext_parse(arena_printf(m->req->arena, "%s.txt",
	    m->text), text, len, m->why, sizeof(m->why));
	if (m->parsed == NULL ||
	    (text = office_text(m, "kop", &len)) == NULL)
		return -1;
	return letterhead_find("kop.txt", text, len, m->req->conf->unit,
	    m->dated, &m->head, m->why, sizeof(m->why));
}

/* -- who signs --------------------------------------------------------- */

/* Whoever holds the role now; nobody is no error: the name is left open. */
static json_t *
signer(const struct compose *m)
{
	struct person *list = NULL, p = { .name = "" };
	enum capacity as = CAPACITY_DEFINITIVE;
	size_t n = 0;

	if (people_holding(m->req->office, m->head.role, m->req->now, &list,
	    &n) == CASE_OK && n > 0) {
		p = list[0];
		acting_for(m->req->office, p.id, m->head.role, m->req->now,
		    &as);
	}
	free(list);
	return json_pack("{ss+ ss ss ss ss}", "capacity",
	    capacity_title(as), as != CAPACITY_DEFINITIVE ? " " : "",
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
	set(m, name, date_words(m->req, known(m->d, field)));
}

/* The n-th part of "name; id; programme", to the end of the line. */
static const char *
part(const struct compose *m, const char *line, int n)
{
	size_t len;

	for (; n > 0; n--) {
		line += strcspn(line, ";\n");
		line += *line == ';';
	}
	line += strspn(line, " ");
	len = strcspn(line, ";\n");
	while (len > 0 && line[len - 1] == ' ')
		len--;
	return arena_strndup(m->req->arena, line, len);
}

static void
read_people(struct compose *m)
{
	const char *p = known(m->d, "peserta");

	while (*p != '\0' && m->nholder < LETTER_HOLDERS) {
		m->holder[m->nholder++] = part(m, p, 0);
		p += strcspn(p, "\n");
		p += *p == '\n';
	}
}

static void
read_values(struct compose *m)
{
	const struct conf *conf = m->req->conf;
	const char *unit = m->unit != NULL && m->unit[0] != '\0' ? m->unit :
	    known(m->d, "unit_tujuan");
	json_t *sign = signer(m);

	set(m, "alasan", m->reason != NULL ? m->reason : "");
	set(m, "jenis", about(m->d));
	set(m, "judul", known(m->d, "judul_penelitian"));
	set(m, "jumlah", count_words(m->req, m->nholder));
	set(m, "kantor", conf->office);
	set(m, "kontak", conf->contact);
	set(m, "lembaga", known(m->d, "lembaga"));
	set(m, "nama", m->nholder > 0 ? m->holder[0] : "");
	set(m, "pemohon", m->d->c->applicant);
	set(m, "perkara", m->d->c->number);
	set(m, "nomor_permohonan", known(m->d, "nomor_surat"));
	set(m, "tanggal", date_words(m->req, m->dated));
	set(m, "tempat", m->head.place);
	set(m, "unit", unit);
	set_date(m, "tanggal_permohonan", "tanggal_surat");
	set_date(m, "mulai", "tanggal_mulai");
	set_date(m, "selesai", "tanggal_selesai");
	set(m, "jabatan", m->head.position);
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

int
compose_open(struct compose *m)
{
	char *subject;

	m->values = json_object();
	if (read_texts(m) != 0)
		return -1;
	read_people(m);
	if (m->nholder == 0) {
		snprintf(m->why, sizeof(m->why), "perkara ini tidak menyebut "
		    "peserta");
		return -1;
	}
	read_values(m);
	subject = lettertext_fill(m->parsed->head[KEY_SUBJECT], value, m);
	if (subject == NULL)
		return -1;
	arena_adopt(m->req->arena, subject);
	m->subject = subject;
	return 0;
}

void
compose_close(struct compose *m)
{
	lettertext_free(m->parsed);
	json_decref(m->values);
	m->parsed = NULL;
	m->values = NULL;
}

/* -- the order --------------------------------------------------------- */

static int
number(void *arg, int64_t n, char *buf, size_t size)
{
	const struct compose *m = arg;

	return letterhead_number(&m->head, m->parsed->head[KEY_CLASS], n,
	    m->dated, buf, size);
}

struct letter_order
compose_order(struct compose *m, const char *typed)
{
	/* One a person, or one for all, in the name of the first. */
	return (struct letter_order){
		.kind = letter_kind_slug(m->parsed->kind),
		.subject = m->subject, .dated = m->dated,
		.holder = m->holder,
		.n = m->parsed->kind == LETTER_REPLY ? 1 : m->nholder,
		.typed = typed, .number = number, .arg = m };
}

static json_t *
people(const struct compose *m, const struct letter_row *row, size_t nrow)
{
	const char *p = known(m->d, "peserta"), *shown = "", *link = "";
	const char *site = m->req->conf->site;
	json_t *list = json_array();
	char code[CASE_CODE_LEN + 1];

	for (size_t i = 0; i < m->nholder; i++) {
		if (row != NULL && i < nrow) {
			office_letter_code(m->req->office, row[i].id, code);
			link = arena_printf(m->req->arena, "%s%s/%s", site,
			    PATH_VERIFIKASI, code);
			shown = arena_printf(m->req->arena, "%.4s-%.4s-%.4s",
			    code, code + 4, code + 8);
		}
		json_array_append_new(list, json_pack("[ssssss]",
		    m->holder[i], part(m, p, 1), part(m, p, 2),
		    row != NULL && i < nrow ? row[i].number :
		    "..............................",
		    i < nrow ? shown : "", i < nrow ? link : ""));
		p += strcspn(p, "\n");
		p += *p == '\n';
	}
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
	int rc;

	o = json_pack("{ss sI ss ss sb ss ss so so ss ss ss ss ss so so so}",
	    "paper", "surat",
	    "made", (json_int_t)(row != NULL ? row[0].made_at :
	    m->req->now),
	    "title", m->subject, "office", m->req->conf->office,
	    "draft", row == NULL,
	    "file", m->text, "text", m->source,
	    "kop", lines(m->head.line[0], sizeof(m->head.line[0]),
	    m->head.nline),
	    "alamat", lines(m->head.address[0], sizeof(m->head.address[0]),
	    m->head.naddress),
	    "logo", m->head.logo,
	    "number", row != NULL ? row[0].number : "",
	    "date", date_words(m->req, m->dated),
	    "place", m->head.place,
	    "site", arena_printf(m->req->arena, "%s%s", m->req->conf->site,
	    PATH_VERIFIKASI),
	    "sign", json_incref(json_object_get(m->values, "sign")),
	    "values", json_incref(m->values),
	    "people", people(m, row, nrow));
	rc = letter_make(m->req, o, pdf, len);
	json_decref(o);
	if (rc != 0)
		snprintf(m->why, sizeof(m->why), "surat tidak dapat disusun");
	return rc;
}
