/* step_party.c - parties outside on the page of a step. */
#include <stdio.h>
#include <string.h>

#include "casepage/step_party.h"

#include "base/arena.h"
#include "case/field_date.h"
#include "casepage/instant.h"
#include "casepage/step.h"
#include "casepage/step_form.h"
#include "casepage/words.h"
#include "clock/calendar.h"
#include "office/party.h"
#include "page/page.h"
#include "web/form.h"
#include "web/request.h"

#define NAME_MAX_LEN	100

static const struct instant_names sent = { "luar-tanggal", "luar-pukul",
	"Tanggal dikirim", "Pukul dikirim", "Kosongkan bila sekarang." };
static const struct instant_names returned = { "luar-tanggal", "luar-pukul",
	"Tanggal kembali", "Pukul kembali", "Kosongkan bila sekarang." };
static const struct sop_field number = { .name = "nomor-agenda",
	.label = "Nomor agenda atau surat", .max = NAME_MAX_LEN };
static const struct sop_field pass_date = { .name = "tanggal-terusan",
	.type = FIELD_DATE, .label = "Tanggal agenda",
	.help = "Kosongkan bila hari ini." };

const char *
step_party_via(const struct step *s)
{
	struct party_row p;

	if (s->row->via_time == VIA_NONE || s->t.side)
		return NULL;
	party_find(s->req->office, s->row->via, &p);
	return arena_strdup(s->req->arena, p.name);
}

int
step_party_passes(const struct step *s)
{
	return s->row->via_time == VIA_AFTER && !s->t.side;
}

/* -- sending ------------------------------------------------------------- */

/* Was the task of this visit outside before? */
static int
was_sent(const struct step *s)
{
	for (size_t i = 0; i < s->dossier.nevent; i++)
		if (strcmp(s->dossier.event[i].kind, "outside") == 0 &&
		    s->dossier.event[i].task != NULL &&
		    s->dossier.event[i].task->id == s->t.id)
			return 1;
	return 0;
}

int
step_party_offer(struct step *s, struct page *page)
{
	const char *name = step_party_via(s);
	struct page *p;

	if (name == NULL || step_party_passes(s) || was_sent(s))
		return 0;
	p = page_add(page, "VIA");
	page_set(p, "NAME", name);
	page_set(p, "PARTY", s->row->via);
	fields_show_one(s->req, p, "VIA_FIELDS", s->row, &number, &s->typed);
	instant_show(s->req, p, "VIA_FIELDS", &sent, &s->typed);
	return 1;
}

/* The parties of the list that are offered, and one more for the others. */
static void
choose_party(const struct step *s, struct sop_field *f)
{
	struct party_row *list = NULL;
	struct sop_choice *choice;
	size_t n = 0;

	party_list(s->req->office, &list, &n);
	arena_adopt(s->req->arena, list);
	choice = arena_alloc(s->req->arena, (n + 1) * sizeof(*choice));
	for (size_t i = 0; i < n; i++)
		if (list[i].active)
			choice[f->nchoice++] = (struct sop_choice){
			    list[i].slug, list[i].name };
	choice[f->nchoice++] = (struct sop_choice){ PARTY_OTHER, "Lainnya" };
	f->choice = choice;
}

/* The party that is usual by the SOP; a text of an old file names another. */
static const struct fields_state *
usual_party(struct step *s, struct act_value value[2],
    struct fields_state *first)
{
	struct party_row p;

	if (s->row->outside == NULL ||
	    fields_value(&s->typed, "pihak") != NULL)
		return &s->typed;
	party_find(s->req->office, s->row->outside, &p);
	value[0] = (struct act_value){ "pihak",
	    arena_strdup(s->req->arena, p.slug) };
	value[1] = (struct act_value){ "pihak-lain", s->row->outside };
	first->value = value;
	first->nvalue = strcmp(p.slug, PARTY_OTHER) == 0 ? 2 : 1;
	return first;
}

void
step_party_outside(struct step *s, struct page *page)
{
	static const char *const fields[] = { "pihak", "pihak-lain",
		"nomor-agenda", "luar-tanggal", "luar-pukul" };
	struct act_value usual[2];
	struct fields_state first = { .nvalue = 0 };
	const struct fields_state *t = usual_party(s, usual, &first);
	struct sop_field party = { .name = "pihak", .required = 1,
	    .type = FIELD_CHOICE, .label = "Pihak luar" };
	struct sop_field other = { .name = "pihak-lain",
	    .max = NAME_MAX_LEN, .label = "Nama pihak lain",
	    .help = "Diisi bila memilih Lainnya." };
	struct page *p = page_add(page, "OUTSIDE");

	choose_party(s, &party);
	fields_show_one(s->req, p, "OUTSIDE_FIELDS", s->row, &party, t);
	fields_show_one(s->req, p, "OUTSIDE_FIELDS", s->row, &other, t);
	fields_show_one(s->req, p, "OUTSIDE_FIELDS", s->row, &number,
	    &s->typed);
	instant_show(s->req, p, "OUTSIDE_FIELDS", &sent, &s->typed);
	for (size_t i = 0; i < sizeof(fields) / sizeof(fields[0]); i++)
		if (step_form_opens(s, fields[i])) {
			page_show(p, "OUTSIDE_OPEN");
			return;
		}
}

void
step_party_read_sent(struct step *s, struct act *a)
{
	const char *chosen = form_value(s->req, "pihak");
	struct party_row p;

	a->occurred_at = instant_read(s->req, &sent, &s->typed);
	a->register_no = fields_text(s->req, &s->typed, "nomor-agenda",
	    NAME_MAX_LEN);
	a->party = chosen;
	if (strcmp(chosen, PARTY_OTHER) == 0) {
		a->party = fields_text(s->req, &s->typed, "pihak-lain",
		    NAME_MAX_LEN);
		if (a->party[0] == '\0')
			step_error(s, "pihak-lain", "Isi nama pihak lain");
	} else if (party_by_slug(s->req->office, chosen, &p) != CASE_OK) {
		step_error(s, "pihak", "Pilih pihak luar dari daftar");
	}
}

/* -- coming back --------------------------------------------------------- */

/* The last time the matter was given to a party; NULL when nobody said. */
static const struct happening *
last_sent(const struct step *s)
{
	for (size_t i = s->dossier.nevent; i > 0; i--)
		if (s->dossier.event[i - 1].party[0] != '\0' &&
		    strcmp(s->dossier.event[i - 1].kind, "outside-back") != 0)
			return &s->dossier.event[i - 1];
	return NULL;
}

/* Before the receipt nothing runs; within the standard everything does. */
static const char *
clock_words(const struct step *s)
{
	if (s->t.received_at == 0)
		return "Jam langkah ini baru berjalan sesudah kembalinya "
		    "dicatat.";
	return s->t.due_at != 0 ? "Jam langkah ini tetap berjalan: standarnya "
	    "sudah mencakup perjalanan ini." : "Jam langkah ini berhenti.";
}

void
step_party_wait(struct step *s, struct page *page)
{
	struct sop_field note = { .name = "catatan-luar", .max = ACT_NOTE_MAX,
	    .type = FIELD_PARAGRAPH, .label = "Hasilnya" };
	const struct happening *out = last_sent(s);
	struct page *p = page_add(page, "WAIT");
	const char *name = out != NULL ? out->party : "pihak luar";

	page_set(p, "NAME", name);
	page_setf(p, "TEXT", "Berkas ada di %s%s%s%s%s. %s", name,
	    out != NULL ? " sejak " : "",
	    out != NULL ? words_time(s->req, out->occurred_at) : "",
	    out != NULL && out->register_no[0] != '\0' ?
	    ", nomor agenda " : "", out != NULL ? out->register_no : "",
	    clock_words(s));
	fields_show_one(s->req, p, "WAIT_FIELDS", s->row, &number, &s->typed);
	instant_show(s->req, p, "WAIT_FIELDS", &returned, &s->typed);
	fields_show_one(s->req, p, "WAIT_FIELDS", s->row, &note, &s->typed);
}

void
step_party_read_back(struct step *s, struct act *a)
{
	a->occurred_at = instant_read(s->req, &returned, &s->typed);
	a->register_no = fields_text(s->req, &s->typed, "nomor-agenda",
	    NAME_MAX_LEN);
	a->note = fields_text(s->req, &s->typed, "catatan-luar",
	    ACT_NOTE_MAX);
}

/* -- passing on ---------------------------------------------------------- */

/* The number has a name of its own: the page may have both. */
static struct sop_field
pass_number(const struct step *s)
{
	struct sop_field f = { .name = "nomor-terusan", .required = 1,
	    .max = NAME_MAX_LEN };

	f.label = arena_printf(s->req->arena, "Nomor agenda di %s",
	    step_party_via(s));
	f.help = arena_printf(s->req->arena, "Sudah diteruskan ke %s dengan "
	    "nomor ini. Diisi bila diteruskan.", step_party_via(s));
	return f;
}

void
step_party_pass(struct step *s, struct page *form)
{
	struct sop_field f;

	if (!step_party_passes(s))
		return;
	f = pass_number(s);
	fields_show_one(s->req, form, "DECISION", s->row, &f, &s->typed);
	fields_show_one(s->req, form, "DECISION", s->row, &pass_date,
	    &s->typed);
}

/* The day of an instant, "2026-11-30". */
static const char *
day_of(const struct step *s, int64_t at)
{
	struct cal_local l;

	calendar_local(office_calendar(s->req->office), at, &l);
	return arena_printf(s->req->arena, "%04d-%02d-%02d", l.year, l.month,
	    l.day);
}

void
step_party_read_pass(struct step *s, struct act *a)
{
	const char *day = form_value(s->req, "tanggal-terusan-hari");
	const char *month = form_value(s->req, "tanggal-terusan-bulan");
	const char *year = form_value(s->req, "tanggal-terusan-tahun");
	const char *today = day_of(s, s->req->now);
	struct field_error e = { .field = pass_date.name };
	char *iso = arena_alloc(s->req->arena, 11);

	if (!step_party_passes(s))
		return;
	a->register_no = fields_text(s->req, &s->typed, "nomor-terusan",
	    NAME_MAX_LEN);
	if (a->register_no[0] == '\0')
		step_error(s, "nomor-terusan", "Isi nomor agenda di %s",
		    step_party_via(s));
	a->register_on = today;
	if (*day == '\0' && *month == '\0' && *year == '\0')
		return;
	if (field_date(&pass_date, day, month, year, iso, &e) != CASE_OK)
		fields_add_error(s->req, &s->typed, &e);
	else if (strcmp(iso, today) > 0)
		fields_wrong(s->req, &s->typed, pass_date.name, "-hari",
		    "Tanggal agenda tidak boleh di masa depan");
	a->register_on = iso;
}
