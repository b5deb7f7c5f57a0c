/* step_form.c - forms of a step: the decision, earlier times, other acts. */
#include <stdlib.h>
#include <string.h>

#include "casepage/step_form.h"

#include "base/arena.h"
#include "case/lateness.h"
#include "casepage/run.h"
#include "casepage/step_party.h"
#include "casepage/words.h"
#include "office/office.h"
#include "page/page.h"
#include "people/person.h"
#include "web/form.h"
#include "web/request.h"

#define CHOICES_MAX	(SOP_RETURNS_MAX + 2)
#define PHRASES_MAX	32

/* -- the decision ------------------------------------------------------ */

const char *
step_form_end(const struct step *s)
{
	return arena_printf(s->req->arena, "%s %s", s->prog->end != NULL ?
	    s->prog->end : "Selesaikan", words_noun(s->sop, s->row));
}

static const char *
forward_label(const struct step *s)
{
	const char *receiver = step_receiver(s);

	if (s->t.side)
		return "Catat sudah disampaikan";
	if (receiver == NULL)
		return step_form_end(s);
	return arena_printf(s->req->arena, "%s ke %s%s%s",
	    s->prog->forward != NULL ? s->prog->forward : "Teruskan",
	    receiver, step_party_passes(s) ? " melalui " : "",
	    step_party_passes(s) ? step_party_via(s) : "");
}

size_t
step_form_choices(const struct step *s, struct sop_choice *choice, size_t max)
{
	size_t n = 0;

	choice[n].value = "teruskan";
	choice[n++].label = forward_label(s);
	if (s->t.side)
		return n;
	for (int i = 0; i < s->row->nreturns && n < max; i++) {
		const struct sop_row *to = sop_row_at(s->sop,
		    s->row->returns[i]);

		choice[n].value = arena_printf(s->req->arena, "kembali-%d",
		    to->pos);
		choice[n++].label = arena_printf(s->req->arena,
		    "Kembalikan untuk perbaikan ke %s (langkah %s)",
		    words_performer(s->req, s->sop, to->performer), to->no);
	}
	if (s->row->refuse != REFUSE_NO && n < max) {
		choice[n].value = "tolak";
		choice[n++].label = "Tolak";
	}
	return n;
}

/* "Bila Biasa, langkah 3 dikerjakan Kasubbag. Bila Rahasia, usulan berakhir."
 */
static const char *
branch_consequence(const struct step *s)
{
	const struct sop_field *f = sop_field_of(s->row, s->row->branch);
	struct arena *arena = s->req->arena;
	const char *text = "";

	for (size_t i = 0; i < f->nchoice; i++) {
		const struct sop_row *to = sop_row_at(s->sop, sop_next_by(
		    s->sop, s->row->pos, f->choice[i].value));

		arena_append(arena, &text, "%s", i > 0 ? " " : "");
		if (to == NULL)
			arena_append(arena, &text, "Bila %s, %s berakhir.",
			    f->choice[i].label, words_noun(s->sop, s->row));
		else
			arena_append(arena, &text, "Bila %s, langkah %s "
			    "dikerjakan %s.", f->choice[i].label, to->no,
			    words_performer(s->req, s->sop, to->performer));
	}
	return text;
}

const char *
step_form_consequence(const struct step *s, const char *value)
{
	const char *receiver = step_receiver(s);
	const struct sop_row *row;
	struct arena *arena = s->req->arena;
	const char *noun = words_noun(s->sop, s->row);
	int next = sop_next(s->sop, (int)s->t.pos);

	if (strncmp(value, "kembali-", 8) == 0) {
		row = sop_row_at(s->sop, atoi(value + 8));
		return arena_printf(arena, "Bila dikembalikan, langkah %s "
		    "dikerjakan lagi oleh %s.", row->no,
		    words_performer(s->req, s->sop, row->performer));
	}
	if (strcmp(value, "tolak") == 0) {
		if (s->row->refuse == REFUSE_NEXT)
			return receiver == NULL ?
			    arena_printf(arena, "Bila ditolak, %s berakhir.",
			    noun) : arena_printf(arena, "Bila ditolak, %s "
			    "tetap diteruskan ke %s dengan hasil ditolak.",
			    noun, receiver);
		row = sop_row_at(s->sop, s->row->refuse_row);
		return arena_printf(arena, "Bila ditolak, langkah %s "
		    "dikerjakan %s, lalu %s berakhir.", row->no,
		    words_performer(s->req, s->sop, row->performer), noun);
	}
	if (s->row->branch != NULL && !s->t.side)
		return branch_consequence(s);
	if (receiver == NULL)
		return arena_printf(arena, s->t.side ? "Bila selesai, "
		    "jalannya %s tidak berubah." : "Bila selesai, %s "
		    "berakhir.", noun);
	return arena_printf(arena, "Bila diteruskan, langkah %s dikerjakan "
	    "%s%s%s.", sop_row_at(s->sop, next)->no, receiver,
	    step_party_passes(s) ? " sesudah kembali dari " : "",
	    step_party_passes(s) ? step_party_via(s) : "");
}

/* Did this person draft what he is to approve? */
static int
is_own_draft(const struct step *s)
{
	for (size_t i = 0; i < s->dossier.ntask; i++) {
		const struct task_row *t = &s->dossier.task[i];

		if (strcmp(t->kind, "draft") == 0 && t->closed_by != 0 &&
		    t->closed_by == s->actor.person_id)
			return s->row->kind == STEP_APPROVE;
	}
	return 0;
}

/* Would a return of this row reach back to where the applicant was there? */
static int
may_ask_presence(const struct step *s)
{
	int first = s->row->pos;

	for (int i = 0; i < s->row->nreturns; i++)
		if (s->row->returns[i] < first)
			first = s->row->returns[i];
	for (int pos = first; pos < s->row->pos; pos++)
		if (sop_row_at(s->sop, pos)->present)
			return 1;
	return 0;
}

static int
has_error(const struct step *s, const char *field)
{
	return fields_error(&s->typed, field) != NULL;
}

int
step_form_opens(const struct step *s, const char *field)
{
	size_t n = strlen(field);

	for (size_t i = 0; s->req->stale && i < s->req->nform; i++)
		if (strncmp(s->req->form[i].name, field, n) == 0 &&
		    s->req->form[i].value[0] != '\0')
			return 1;
	return has_error(s, field);
}

static void
show_one_check(struct step *s, struct page *form, const char *field,
    const char *label, const char *item)
{
	struct sop_choice choice = { "ya", item };
	struct sop_field f = { .name = field, .label = label, .required = 1,
	    .type = FIELD_CHOICE, .choice = &choice, .nchoice = 1 };

	fields_show_checks(s->req, form, "DECISION", &f, &s->typed);
}

void
step_form_late(struct step *s, struct page *form)
{
	struct sop_field f = { .name = "sebab", .type = FIELD_CHOICE,
	    .required = 1, .label = "Langkah ini melewati batas waktu. "
	    "Apa sebabnya?" };

	if (!step_late(s) && !has_error(s, "sebab"))
		return;
	f.choice = lateness_choices(&f.nchoice);
	fields_show_one(s->req, form, "DECISION", s->row, &f, &s->typed);
}

/* The label of the reasons, by the decisions that this row has. */
static const char *
reasons_label(const struct step *s)
{
	if (s->row->nreturns == 0)
		return "Bila ditolak, apa sebabnya?";
	return s->row->refuse == REFUSE_NO ?
	    "Bila dikembalikan, apa sebabnya?" :
	    "Bila dikembalikan atau ditolak, apa sebabnya?";
}

static void
show_note(struct step *s, struct page *form, int several)
{
	struct sop_field phrases = { .name = "alasan", .type = FIELD_CHOICE,
	    .label = s->prog->phrase_label != NULL ? s->prog->phrase_label :
	    reasons_label(s), .choice = s->prog->phrase,
	    .nchoice = s->prog->nphrase };
	struct sop_field note = { .name = "catatan", .max = ACT_NOTE_MAX,
	    .type = FIELD_PARAGRAPH, .label = s->prog->note,
	    .help = s->prog->note_help, .required = several };

	if (s->prog->nphrase > 0 && (several || s->prog->phrase_label != NULL))
		fields_show_checks(s->req, form, "DECISION", &phrases,
		    &s->typed);
	if (s->t.side) {
		note.label = "Cara pemohon diberi tahu";
		note.help = "Misalnya: ditelepon pukul 10.15, dijawab "
		    "sendiri.";
		note.required = 1;
	}
	if (note.label == NULL)
		note.label = several ? "Catatan atau alasan" : "Catatan";
	if (several && note.help == NULL)
		note.help = s->row->refuse == REFUSE_NO ? "Alasan wajib "
		    "diisi bila dikembalikan, dan dibaca penerimanya." :
		    "Alasan wajib diisi bila dikembalikan atau ditolak, dan "
		    "dibaca penerimanya.";
	fields_show_one(s->req, form, "DECISION", s->row, &note, &s->typed);
}

/* The fields and files that the applicant is to mend when a request goes
 * back. */
static void
show_mend(struct step *s, struct page *form)
{
	const struct sop_row *row = step_mended(s);
	struct sop_field f = { .name = "perbaiki", .type = FIELD_CHOICE,
	    .label = "Bila dikembalikan ke pemohon, apa yang diperbaiki?",
	    .help = "Pemohon hanya melihat yang dicentang. Kosongkan bila "
	    "semuanya boleh diubah." };
	struct sop_choice *choice;
	struct page *p;

	if (row == NULL)
		return;
	p = page_add(form, "MEND");
	if (fields_value(&s->typed, f.name) != NULL ||
	    has_error(s, f.name))
		page_show(p, "MEND_OPEN");
	choice = arena_alloc(s->req->arena,
	    row->nfield * sizeof(*choice));
	for (size_t i = 0; i < row->nfield; i++)
		if (row->field[i].type != FIELD_CONSENT)
			choice[f.nchoice++] = (struct sop_choice){
			    row->field[i].name, row->field[i].label };
	f.choice = choice;
	fields_show_checks(s->req, p, "MEND_FIELDS", &f, &s->typed);
}

/* In a run each decision is a button, and has a key. */
static void
show_keys(struct page *form, const struct sop_choice *choice, size_t n)
{
	struct page *keys = page_add(form, "KEYS"), *p;

	for (size_t i = 0; i < n; i++) {
		p = page_pair(keys, "DECIDE", "VALUE", choice[i].value, "TEXT",
		    choice[i].label);
		page_set_int(p, "KEY", (int64_t)i + 1);
		if (i > 0)
			page_show(p, "LESS");
	}
}

void
step_form_decision(struct step *s, struct page *form)
{
	struct sop_choice choice[CHOICES_MAX];
	size_t n = step_form_choices(s, choice, CHOICES_MAX);
	struct sop_field f = { .name = "keputusan", .required = 1,
	    .label = "Keputusan Anda", .type = FIELD_CHOICE,
	    .choice = choice, .nchoice = n };

	if (run_is_on(s->req))
		show_keys(form, choice, n);
	else if (n > 1)
		page_show(fields_show_one(s->req, form, "DECISION", s->row, &f,
		    &s->typed), "AS_HEADING");
	step_party_pass(s, form);
	show_note(s, form, n > 1);
	show_mend(s, form);
	if (is_own_draft(s) || has_error(s, "pengecualian"))
		show_one_check(s, form, "pengecualian", "Konsep sendiri",
		    "Saya menyusun konsep ini dan menyetujuinya sendiri "
		    "sebagai pengecualian, dengan alasan di atas");
	if (may_ask_presence(s))
		show_one_check(s, form, "minta-hadir", "Bila dikembalikan",
		    "Pemohon perlu hadir lagi");
	step_form_late(s, form);
	if (!run_is_on(s->req))
		page_text(form, "SEND", n > 1 ? "Kirim keputusan" :
		    choice[0].label);
}

/* One sentence a phrase, then what was written. */
const char *
step_form_note(const struct step *s, enum outcome outcome)
{
	const char *chosen[PHRASES_MAX], *text = form_value(s->req, "catatan");
	const char *note = "";
	size_t n = form_all(s->req, "alasan", chosen, PHRASES_MAX);

	if (outcome == OUTCOME_FORWARD && s->prog->phrase_label == NULL)
		n = 0;
	for (size_t i = 0; i < n; i++)
		for (size_t k = 0; k < s->prog->nphrase; k++)
			if (strcmp(chosen[i], s->prog->phrase[k].value) == 0)
				arena_append(s->req->arena, &note, "%s%s.",
				    note[0] != '\0' ? " " : "",
				    s->prog->phrase[k].label);
	if (text[0] == '\0')
		return note;
	return arena_printf(s->req->arena, "%s%s%s", note,
	    note[0] != '\0' ? "\n" : "", text);
}

/* -- acts done earlier ------------------------------------------------- */

const struct instant_names step_form_begun = { "mulai-tanggal", "mulai-pukul",
	"Tanggal mulai dikerjakan", "Pukul mulai", NULL };
const struct instant_names step_form_done = { "terjadi-tanggal",
	"terjadi-pukul", "Tanggal selesai dikerjakan", "Pukul selesai", NULL };
/* Holders of the task's performer as choices; *n gets their number. */
static struct sop_choice *
holders(const struct step *s, int64_t but, size_t *n)
{
	struct person *list = NULL;
	struct sop_choice *choice;
	size_t count = 0;

	*n = 0;
	if (person_holders_in(s->req->office, s->t.performer, s->t.unit_id,
	    s->req->now, &list, &count) != CASE_OK)
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
	fields_show_one(s->req, p, "AFTER_FIELDS", s->row, &evidence,
	    &s->typed);
	if (s->clerk) {
		behalf.choice = holders(s, s->actor.person_id,
		    &behalf.nchoice);
		fields_show_one(s->req, p, "AFTER_FIELDS", s->row, &behalf,
		    &s->typed);
	}
	for (size_t i = 0; i < sizeof(fields) / sizeof(fields[0]); i++)
		if (s->clerk || step_form_opens(s, fields[i])) {
			page_show(p, "AFTER_OPEN");
			return;
		}
}

/* -- other acts ------------------------------------------------------- */

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
	if (step_form_opens(s, "pegawai-lain"))
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
	    .max = ACT_NOTE_MAX };
	struct page *p = page_add(page, "REMARK");

	fields_show_one(s->req, p, "REMARK_FIELDS", s->row, &kind, &s->typed);
	fields_show_one(s->req, p, "REMARK_FIELDS", s->row, &text, &s->typed);
	if (step_form_opens(s, "jenis-catatan") ||
	    step_form_opens(s, "isi-catatan"))
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
		if (!step_party_offer(s, page))
			step_party_outside(s, page);
		page_show(page, "RELEASE");
	}
	if ((mine || s->t.claimed_by == 0) && !outside)
		show_handover(s, page);
	show_remark(s, page);
}
