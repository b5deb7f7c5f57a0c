/* words.c - steps, people, states, times and files in Indonesian. */
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "casepage/words.h"

#include "base/arena.h"
#include "base/phone.h"
#include "case/decision.h"
#include "clock/calendar.h"
#include "office/office.h"
#include "page/format.h"
#include "page/page.h"
#include "people/holder.h"
#include "people/performer.h"
#include "people/person.h"
#include "upload/active.h"
#include "upload/quarantine.h"
#include "upload/signature.h"
#include "web/language.h"
#include "web/request.h"

#define NAME_SIZE 512
#define VALUE_SIZE 160	/* of a person's name */

/* -- steps ------------------------------------------------------------- */

const struct words_kind *
words_kind(enum step_kind kind)
{
	static const struct words_kind kinds[STEP__MAX] = {
		[STEP_SUBMIT] = { "Isi permohonan", "Diisi", "Sedang diisi",
		    "Permohonan diisi" },
		[STEP_REVIEW] = { "Periksa dan telaah", "Diperiksa",
		    "Sedang diperiksa", "Diperiksa" },
		[STEP_ASSIGN] = { "Disposisikan", "Didisposisikan",
		    "Menunggu disposisi", "Didisposisikan" },
		[STEP_DRAFT] = { "Susun konsep", "Konsep disusun",
		    "Konsep sedang disusun", "Konsep disusun" },
		[STEP_APPROVE] = { "Setujui dan tanda tangani", "Disetujui",
		    "Menunggu persetujuan", "Ditandatangani" },
		[STEP_DELIVER] = { "Serahkan hasil", "Diserahkan",
		    "Sedang diserahkan", "Hasil diserahkan" },
		[STEP_DOWNLOAD] = { "Unduh surat", "Diunduh", "Siap diunduh",
		    "Siap diunduh" },
		[STEP_NOTIFY] = { "Sampaikan pemberitahuan",
		    "Pemberitahuan disampaikan", "Pemberitahuan disiapkan",
		    "Pemberitahuan disampaikan" },
		[STEP_RECORD] = { "Catat pelaksanaan", "Dicatat",
		    "Menunggu pelaksanaan", "Dilaksanakan" },
		[STEP_ARCHIVE] = { "Arsipkan", "Diarsipkan",
		    "Menunggu diarsipkan", "Diarsipkan" },
		[STEP_EVALUATE] = { "Evaluasi layanan", "Dievaluasi",
		    "Sedang dievaluasi", "Dievaluasi" },
	};

	return &kinds[kind];
}

const char *
words_verb(enum step_kind kind)
{
	return words_kind(kind)->verb;
}

const char *
words_asked(const struct sop_row *row, int side)
{
	if (side)
		return words_verb(STEP_NOTIFY);
	return row->short_name != NULL ? row->short_name :
	    words_verb(row->kind);
}

const char *
words_noun(const struct sop *sop, const struct sop_row *row)
{
	return row != NULL && row->kind == STEP_EVALUATE ? "evaluasi" :
	    sop->noun;
}

const char *
words_noun_first(const struct request *req, const struct sop *sop,
    const struct sop_row *row)
{
	char *word = arena_strdup(req->arena, words_noun(sop, row));

	word[0] = (char)toupper((unsigned char)word[0]);
	return word;
}

const char *
words_place(const struct request *req, const struct sop *sop,
    const struct sop_row *row)
{
	const struct sop_row *last = row;

	if (row->kind == STEP_EVALUATE)
		return arena_printf(req->arena, "langkah %s, setiap bulan",
		    row->no);
	for (int pos = row->pos; pos != 0; pos = sop_next(sop, pos))
		last = sop_row_at(sop, pos);
	return arena_printf(req->arena, "langkah %s dari %s", row->no,
	    last->no);
}

/* -- people ------------------------------------------------------------ */

const char *
words_performer(const struct request *req, const struct sop *sop,
    const char *expr)
{
	char *name = arena_alloc(req->arena, NAME_SIZE);

	return performer_in(req->office, sop, expr, name, NAME_SIZE);
}

const char *
words_person(const struct request *req, int64_t id)
{
	char *name = arena_alloc(req->arena, VALUE_SIZE);

	return person_name(req->office, id, name, VALUE_SIZE);
}

const char *
words_capacity(const char *capacity)
{
	if (strcmp(capacity, "plh") == 0)
		return "Plh. ";
	return strcmp(capacity, "plt") == 0 ? "Plt. " : "";
}

/* -- states ------------------------------------------------------------ */

const char *
words_roles(const struct request *req, const struct holder_row *holder,
    size_t n, int64_t person, int acting)
{
	const char *text = "";

	for (size_t i = 0; i < n; i++) {
		int definitive = holder[i].capacity == CAPACITY_DEFINITIVE;

		if (holder[i].person_id != person || (acting && definitive))
			continue;
		arena_append(req->arena, &text, "%s%s%s%s",
		    *text != '\0' ? ", " : "",
		    holder_capacity_title(holder[i].capacity),
		    definitive ? "" : " ", holder[i].role_name);
	}
	return text;
}

const char *
words_state(const struct case_row *c, const struct task_row *t)
{
	if (strcmp(c->state, "ended") == 0) {
		if (strcmp(c->result, "refused") == 0)
			return "Ditolak";
		if (strcmp(c->result, "withdrawn") == 0 ||
		    strcmp(c->result, "cancelled") == 0)
			return "Dibatalkan";
		return "Selesai";
	}
	if (t != NULL && t->external && t->visit > 1)
		return "Dikembalikan";
	return t != NULL && t->claimed_by != 0 ? "Diproses" : "Menunggu";
}

const char *
words_decision(const struct request *req, const struct case_row *c)
{
	struct wording_decision d;

	if (!decision_read(req->office, c, &d))
		return "Selesai";
	if (d.refused)
		return "Ditolak";
	return d.accepted == d.count ? "Disetujui" : arena_printf(req->arena,
	    "Disetujui untuk %zu dari %zu peserta", d.accepted, d.count);
}

const char *
words_code(const struct request *req, int64_t case_id)
{
	char code[CASE_CODE_LEN + 1];

	office_code(req->office, case_id, code);
	return arena_printf(req->arena, "%.4s-%.4s-%.4s", code, code + 4,
	    code + 8);
}

/* -- times ------------------------------------------------------------- */

void
words_local_time(const struct calendar *cal, int64_t at, struct format_time *t)
{
	struct cal_local l;

	calendar_local(cal, at, &l);
	t->year = l.year;
	t->month = l.month;
	t->day = l.day;
	t->hour = l.hour;
	t->minute = l.minute;
	t->second = l.second;
	t->weekday = l.weekday;
	t->offset = l.offset;
	t->zone = calendar_zone(cal);
}

const char *
words_time(const struct request *req, int64_t at)
{
	char *buf = arena_alloc(req->arena, FORMAT_SIZE);
	struct format_time when;

	words_local_time(office_calendar(req->office), at, &when);
	return format_moment(buf, FORMAT_SIZE, &when);
}

const char *
words_time_short(const struct request *req, int64_t at)
{
	char *buf = arena_alloc(req->arena, FORMAT_SIZE);
	struct format_time when;

	words_local_time(office_calendar(req->office), at, &when);
	return format_moment_short(buf, FORMAT_SIZE, &when);
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

/* -- forms and files --------------------------------------------------- */

/* "Budi Santoso, Dewi Lestari" */
static const char *
officers_words(const struct request *req, const char *ids)
{
	const char *words = "";
	char *end;

	while (*ids != '\0') {
		int64_t id = strtoll(ids, &end, 10);

		arena_append(req->arena, &words, "%s%s",
		    *words != '\0' ? ", " : "", words_person(req, id));
		if (end == ids)
			break;
		ids = end + (*end == '\n');
	}
	return words;
}

const char *
words_field(const struct request *req, const struct sop_field *f,
    const char *value)
{
	const char *name;
	char *buf;

	switch (f->type) {
	case FIELD_CONSENT:
	case FIELD_CHOICE:
		for (size_t i = 0; i < f->nchoice; i++)
			if (strcmp(f->choice[i].value, value) == 0)
				return f->choice[i].label;
		return value;
	case FIELD_DATE:
		return words_date(req, value);
	case FIELD_NUMBER:
		/* A year has no full stop in it. */
		if (strlen(value) <= 4)
			return value;
		buf = arena_alloc(req->arena, FORMAT_SIZE);
		return format_int(buf, FORMAT_SIZE, strtoll(value, NULL, 10));
	case FIELD_PHONE:
		buf = arena_alloc(req->arena, FORMAT_SIZE);
		return phone_words(value, buf, FORMAT_SIZE);
	case FIELD_OFFICERS:
		return officers_words(req, value);
	case FIELD_OFFICER:
		name = words_person(req, strtoll(value, NULL, 10));
		return *name != '\0' ? name : value;
	default:
		return value;
	}
}

const char *
words_file(const struct request *req, const char *name, const char *type,
    int64_t size)
{
	static const struct {
		const char *type, *word;
	} words[] = {
		{ "application/pdf", "PDF" }, { "image/jpeg", "JPEG" },
		{ "image/png", "PNG" },
	};
	const char *word = strrchr(name, '.');
	char buf[FORMAT_SIZE];

	word = word != NULL ? word + 1 : "dokumen";
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (strcmp(words[i].type, type) == 0)
			word = words[i].word;
	return arena_printf(req->arena, "%s (%s, %s)", name, word,
	    format_size(buf, sizeof(buf), size));
}

static const char *const signature_state[SIGNATURE__MAX] = {
	[SIGNATURE_UNCHANGED] = "Isi dokumen tidak berubah sejak "
	    "ditandatangani.",
	[SIGNATURE_EXTENDED] = "Bagian yang ditandatangani tidak berubah, "
	    "tetapi sesudahnya dokumen ditambah.",
	[SIGNATURE_CHANGED] = "Tanda tangan ini tidak cocok dengan isi "
	    "dokumen: dokumen diubah sesudah ditandatangani, atau rusak.",
	[SIGNATURE_UNKNOWN] = "Keutuhannya tidak dapat diperiksa.",
};

static const char *
signature_words(const struct request *req, const struct signature *s)
{
	return arena_printf(req->arena, "%s%s%s. %s",
	    s->signer[0] != '\0' ? s->signer : "Penanda tangan tidak disebut",
	    s->signed_at != 0 ? ", menurut dokumen pada " : "",
	    s->signed_at != 0 ? words_time(req, s->signed_at) : "",
	    signature_state[s->state]);
}

const char *const *
words_signatures(const struct request *req, const char *sha256, size_t *n)
{
	struct signature *list = NULL;
	const char **words;

	*n = 0;
	if (signature_list(req->office, sha256, &list, n) != CASE_OK ||
	    *n == 0)
		return NULL;
	arena_adopt(req->arena, list);
	words = arena_alloc(req->arena, (*n + 1) * sizeof(*words));
	for (size_t i = 0; i < *n; i++)
		words[i] = signature_words(req, &list[i]);
	words[(*n)++] = "Diperiksa hanya keutuhan dokumen. Sah tidaknya "
	    "sertifikat penanda tangan tidak diperiksa di sini.";
	return words;
}

const char *
words_active(const struct request *req, const char *sha256)
{
	static const struct { int found; const char *words; } all[] = {
		{ ACTIVE_SCRIPT, "menjalankan skrip" },
		{ ACTIVE_PROGRAM, "membuka program lain" },
		{ ACTIVE_SENDING, "mengirim isian ke luar" },
		{ ACTIVE_FILES, "membawa dokumen lain di dalamnya" },
	};
	int found = req->session.id != 0 && req->session.institution_id == 0 ?
	    active_get(req->office, sha256) : 0;
	const char *text = "";

	if ((found & ACTIVE_UNKNOWN) != 0)
		return "Hati-hati: tidak dapat diketahui apakah PDF ini "
		    "menjalankan sesuatu. Buka hanya bila Anda mengenal "
		    "pengirimnya.";
	for (size_t i = 0; i < sizeof(all) / sizeof(all[0]); i++)
		if ((found & all[i].found) != 0)
			arena_append(req->arena, &text, "%s%s",
			    text[0] != '\0' ? ", " : "", all[i].words);
	return found == 0 ? NULL : arena_printf(req->arena, "Hati-hati: PDF "
	    "ini dapat %s. Buka hanya bila Anda mengenal pengirimnya.", text);
}

const char *
words_quarantine(const struct request *req, const char *sha256)
{
	struct quarantined q;

	if (quarantine_find(req->office, sha256, &q) != CASE_OK)
		return NULL;
	if (q.finding[0] == '\0' && (q.judge & QUARANTINE_CHECK) != 0)
		return "Ditahan: kantor belum dapat memeriksa dokumen ini. Ini "
		    "bukan kesalahan Anda; dokumen tidak perlu diunggah lagi.";
	if (q.finding[0] == '\0')
		return "Ditahan: antivirus belum memeriksa dokumen ini.";
	if ((q.judge & QUARANTINE_CHECK) != 0)
		return "Ditahan: dokumen PDF ini rusak atau terkunci.";
	return arena_printf(req->arena, "Ditahan: antivirus menemukan %s.",
	    q.finding);
}

/* -- the language of the page ------------------------------------------ */

const char *
words_said(const struct request *req, const char *text)
{
	char *said = page_say(text);

	if (said == NULL)
		return text;
	arena_adopt(req->arena, said);
	return said;
}

const char *
words_said_in(const struct request *req, const char *language,
    const char *text)
{
	const char *said;

	language_speak(language);
	said = words_said(req, text);
	page_language(req->language);
	return said;
}
