/*
 * step_form_side.c - the forms of what is done earlier than it is recorded, and
 * beside the way of a case.
 */
#include <string.h>

#include "casepage/step_form.h"

#include "base/arena.h"
#include "casepage/words.h"
#include "office/office.h"
#include "page/page.h"
#include "people/person.h"
#include "web/request.h"

#define NOTE_MAX	2000

/* -- acts done earlier ------------------------------------------------- */

const struct instant_names step_form_begun = { "mulai-tanggal", "mulai-pukul",
	"Tanggal mulai dikerjakan", "Pukul mulai", NULL };
const struct instant_names step_form_done = { "terjadi-tanggal", "terjadi-pukul",
	"Tanggal selesai dikerjakan", "Pukul selesai", NULL };
const struct instant_names step_form_sent = { "luar-tanggal", "luar-pukul",
	"Tanggal dikirim", "Pukul dikirim", NULL };
const struct instant_names step_form_returned = { "luar-tanggal", "luar-pukul",
	"Tanggal kembali", "Pukul kembali", NULL };

int64_t
step_form_instant(struct step *s, const struct instant_names *names)
{
	int64_t at;
	struct field_error e;

	if (instant_read(s->req, names, &at, &e) == 0)
		return at;
	if (s->typed.nerror < STEP_ERRORS_MAX)
		s->error[s->typed.nerror++] = e;
	return 0;
}

/* Holders of the task's performer as choices; *n gets their number. */
static struct sop_choice *
holders(const struct step *s, int64_t but, size_t *n)
{
	struct person *list = NULL;
	struct sop_choice *choice;
	size_t count = 0;

	*n = 0;
	if (person_holders(s->req->office, s->t.performer, s->req->now, &list,
	    &count) != CASE_OK)
		return NULL;
	arena_adopt(s->req->arena, list);
	choice = arena_alloc(s->req->arena, (count + 1) * sizeof(*choice));
	for (size_t i = 0; i < count; i++) {
		if (list[i].id == but)
			continue;
		choice[*n].value = arena_printf(s->req->arena, "%lld",
		    (long long)list[i].id);
		choice[(*n)++].label = list[i].name;
	}
	return choice;
}

void
step_form_after(struct step *s, struct page *form)
{
	static const char *const fields[] = { "terjadi-tanggal",
		"terjadi-pukul", "mulai-tanggal", "mulai-pukul",
		"bukti-terjadi", "atas-nama" };
	struct sop_field evidence = { .name = "bukti-terjadi",
	    .label = "Bukti", .help = "Misalnya nomor disposisi pada kertas" };
	struct sop_field behalf = { .name = "atas-nama",
	    .type = FIELD_CHOICE, .label = "Dicatat atas nama",
	    .required = s->clerk };
	struct page *p;

	if (s->t.external)
		return;
	p = page_add(form, "AFTER");
	instant_show(s->req, p, "AFTER_FIELDS", &step_form_begun, &s->typed);
	instant_show(s->req, p, "AFTER_FIELDS", &step_form_done, &s->typed);
	fields_show_one(s->req, p, "AFTER_FIELDS", s->row, &evidence, &s->typed);
	if (s->req->session.admin || s->clerk) {
		behalf.choice = holders(s, s->actor.person_id,
		    &behalf.nchoice);
		fields_show_one(s->req, p, "AFTER_FIELDS", s->row, &behalf,
		    &s->typed);
	}
	for (size_t i = 0; i < sizeof(fields) / sizeof(fields[0]); i++)
		if (s->clerk || step_form_has_error(s, fields[i])) {
			page_show(p, "AFTER_OPEN");
			return;
		}
}

/* -- beside the way ---------------------------------------------------- */

void
step_form_back(struct step *s, struct page *page)
{
	struct sop_field number = { .name = "nomor-agenda",
	    .label = "Nomor agenda atau surat" };
	struct sop_field note = { .name = "catatan-luar", .max = NOTE_MAX,
	    .type = FIELD_PARAGRAPH, .label = "Hasilnya" };

	fields_show_one(s->req, page, "WAIT_FIELDS", s->row, &number, &s->typed);
	instant_show(s->req, page, "WAIT_FIELDS", &step_form_returned, &s->typed);
	fields_show_one(s->req, page, "WAIT_FIELDS", s->row, &note, &s->typed);
}

static void
show_outside(struct step *s, struct page *page)
{
	struct act_value usual = { "pihak", s->row->outside };
	struct fields_state first = { .value = &usual, .nvalue = 1 };
	struct sop_field party = { .name = "pihak", .required = 1,
	    .label = "Nama pihak luar" };
	struct sop_field number = { .name = "nomor-agenda",
	    .label = "Nomor agenda atau surat" };
	struct page *p = page_add(page, "OUTSIDE");
	const struct fields_state *t = &s->typed;

	if (s->row->outside != NULL && fields_value(t, "pihak") == NULL)
		t = &first;
	fields_show_one(s->req, p, "OUTSIDE_FIELDS", s->row, &party, t);
	fields_show_one(s->req, p, "OUTSIDE_FIELDS", s->row, &number, &s->typed);
	instant_show(s->req, p, "OUTSIDE_FIELDS", &step_form_sent, &s->typed);
	if (step_form_has_error(s, "pihak") || step_form_has_error(s, "luar-tanggal") ||
	    step_form_has_error(s, "luar-pukul"))
		page_show(p, "OUTSIDE_OPEN");
}

static void
show_handover(struct step *s, struct page *page)
{
	struct sop_field to = { .name = "pegawai-lain", .type = FIELD_CHOICE,
	    .required = 1, .label = "Pegawai yang menerima" };
	struct page *p;

	to.choice = holders(s, s->actor.person_id, &to.nchoice);
	if (to.nchoice == 0)
		return;
	p = page_add(page, "HANDOVER");
	fields_show_one(s->req, p, "HANDOVER_FIELDS", s->row, &to, &s->typed);
	if (step_form_has_error(s, "pegawai-lain"))
		page_show(p, "HANDOVER_OPEN");
}

static void
show_remark(struct step *s, struct page *page)
{
	static const struct sop_choice kinds[] = {
		{ "catatan", "Catatan" }, { "telepon", "Catatan telepon" },
	};
	struct sop_field kind = { .name = "jenis-catatan", .required = 1,
	    .type = FIELD_CHOICE, .label = "Jenis catatan", .choice = kinds,
	    .nchoice = 2 };
	struct sop_field text = { .name = "isi-catatan", .required = 1,
	    .type = FIELD_PARAGRAPH, .label = "Isi catatan",
	    .max = NOTE_MAX };
	struct page *p = page_add(page, "REMARK");

	fields_show_one(s->req, p, "REMARK_FIELDS", s->row, &kind, &s->typed);
	fields_show_one(s->req, p, "REMARK_FIELDS", s->row, &text, &s->typed);
	if (step_form_has_error(s, "jenis-catatan") ||
	    step_form_has_error(s, "isi-catatan"))
		page_show(p, "REMARK_OPEN");
}

void
step_form_acts(struct step *s, struct page *page)
{
	int mine = s->t.claimed_by == s->actor.person_id;
	int outside = strcmp(s->t.phase, "outside") == 0;

	if (s->t.external || s->actor.person_id == 0)
		return;
	page_show(page, "OTHER_ACTS");
	if (s->clerk) {
		show_remark(s, page);
		return;
	}
	if (mine && !outside) {
		show_outside(s, page);
		page_show(page, "RELEASE");
	}
	if ((mine || s->t.claimed_by == 0) && !outside)
		show_handover(s, page);
	show_remark(s, page);
}
