/*
 * step_finish.c - finishing a step: form and decision are read and, looked at
 * once more where it matters, become one act.
 */
#include <stdlib.h>
#include <string.h>

#include "casepage/step_finish.h"

#include "base/arena.h"
#include "base/number.h"
#include "base/utf8.h"
#include "case/act_finish.h"
#include "case/draft.h"
#include "case/field_form.h"
#include "case/lateness.h"
#include "casepage/fields_people.h"
#include "casepage/run.h"
#include "casepage/signed_look.h"
#include "casepage/step.h"
#include "casepage/step_form.h"
#include "casepage/step_page.h"
#include "casepage/step_party.h"
#include "casepage/words.h"
#include "letter/letter_state.h"
#include "office/office.h"
#include "office/reason.h"
#include "page/page.h"
#include "web/form.h"
#include "web/frame.h"
#include "web/reply.h"
#include "web/request.h"
#include "web/route.h"
#include "web/session.h"

#define CHOICES_MAX	(SOP_RETURNS_MAX + 2)
#define MEND_MAX	100	/* fields */
#define REASON_MAX	1000	/* characters */

/* A decision, until it is an act. */
struct decision {
	struct sop_choice	 choice;	/* as on the page */
	enum outcome		 outcome;
	struct field_form	*form;
	struct signed_look	 look;		/* at the signed file */
};

static void
read_decision(struct step *s, struct decision *d, struct act *a)
{
	struct sop_choice choice[CHOICES_MAX];
	size_t n = step_form_choices(s, choice, CHOICES_MAX);
	const char *typed = form_value(s->req, "keputusan");

	d->outcome = OUTCOME_OPEN;
	for (size_t i = 0; i < n; i++)
		if (n == 1 || strcmp(typed, choice[i].value) == 0) {
			d->choice = choice[i];
			d->outcome = OUTCOME_FORWARD;
		}
	if (d->outcome == OUTCOME_OPEN) {
		step_error(s, "keputusan", "Pilih keputusan Anda");
	} else if (strncmp(d->choice.value, "kembali-", 8) == 0) {
		d->outcome = OUTCOME_RETURN;
		a->return_pos = atoi(d->choice.value + 8);
		a->ask_present = form_value(s->req, "minta-hadir")[0] != '\0';
	} else if (strcmp(d->choice.value, "tolak") == 0) {
		d->outcome = OUTCOME_REFUSE;
	}
}

/* The row's fields.  Sending back or refusing needs none of them, but those
 * that are filled in must be right. */
static enum case_err
read_fields(struct step *s, struct decision *d)
{
	struct sop_field *optional;
	struct sop_row row = *s->row;
	struct field_input in;

	fields_input(s->req, s->row, &in);
	in.people = step_people(s);
	in.received = s->c.opened_at;
	if (d->outcome == OUTCOME_RETURN || d->outcome == OUTCOME_REFUSE) {
		optional = arena_alloc(s->req->arena,
		    (row.nfield + 1) * sizeof(*optional));
		for (size_t i = 0; i < row.nfield; i++) {
			optional[i] = row.field[i];
			optional[i].required = 0;
		}
		row.field = optional;
	}
	return fields_check(s->req, &row, &in, &s->typed, &d->form);
}

/* The fields of his form that the applicant is to mend. */
static void
read_mend(struct step *s, const struct decision *d, struct act *a)
{
	const char *name[MEND_MAX];
	size_t n = form_all(s->req, "perbaiki", name, MEND_MAX);
	const struct sop_row *row = step_mended(s);

	if (d->outcome != OUTCOME_RETURN || row == NULL ||
	    a->return_pos != row->pos)
		return;
	a->mend = "";
	for (size_t i = 0; i < n; i++)
		arena_append(s->req->arena, &a->mend, "%s%s",
		    *a->mend != '\0' ? " " : "", name[i]);
}

static void
read_note(struct step *s, const struct decision *d, struct act *a)
{
	const char *note = step_form_note(s, d->outcome);

	a->note = note;
	if (utf8_count(note) > ACT_NOTE_MAX)
		step_error(s, "catatan", "Tulis paling banyak %d karakter",
		    ACT_NOTE_MAX);
	if (reason_is_enough(note))
		return;
	if (d->outcome == OUTCOME_RETURN)
		step_error(s, "catatan", "Tulis alasan pengembalian, paling "
		    "sedikit satu kalimat");
	else if (d->outcome == OUTCOME_REFUSE)
		step_error(s, "catatan", "Tulis alasan penolakan, paling "
		    "sedikit satu kalimat");
}

/* The reason of lateness.  Whether an act done earlier was late the library
 * finds out. */
static void
read_late(struct step *s, struct act *a)
{
	a->late_reason = lateness_known(form_value(s->req, "sebab"));
	if (a->late_reason == NULL && a->occurred_at == 0 && step_late(s))
		step_error(s, "sebab", "Pilih sebab keterlambatan");
}

/* Time, holder and evidence of an act that was done before it is recorded. */
static void
read_after(struct step *s, struct act *a)
{
	const char *behalf = form_value(s->req, "atas-nama");

	a->begun_at = instant_read(s->req, &step_form_begun, &s->typed);
	a->occurred_at = instant_read(s->req, &step_form_done, &s->typed);
	/* Several done at once share the time. */
	if (s->joint > 1) {
		a->begun_at = s->begun_at;
		a->occurred_at = s->done_at;
	}
	a->evidence = fields_text(s->req, &s->typed, "bukti-terjadi",
	    ACT_LINE_MAX);
	if (behalf[0] != '\0' &&
	    number_parse(behalf, 1, INT64_MAX, &a->actor.behalf_id) < 0)
		step_error(s, "atas-nama", "Pilih pejabat dari daftar");
	else if (s->clerk && behalf[0] == '\0')
		step_error(s, "atas-nama", "Pilih pejabat yang mengerjakan "
		    "langkah ini");
}

/* Note the lacks of a signed file, and why it is sent all the same. */
static enum case_err
read_look(struct step *s, struct decision *d, struct act *a)
{
	enum case_err err = CASE_OK;

	if (d->outcome == OUTCOME_FORWARD || d->outcome == OUTCOME_REFUSE)
		err = signed_look(s, d->form, &d->look);
	for (size_t i = 0; i < d->look.n; i++)
		a->missing = i == 0 ? d->look.missing[0] :
		    arena_printf(s->req->arena, "%s\n%s", a->missing,
		    d->look.missing[i]);
	a->unproved = d->look.n > 0 ? fields_text(s->req,
	    &s->typed, STEP_UNPROVED, ACT_NOTE_MAX) : NULL;
	return err;
}

/* -- looked at once more ----------------------------------------------- */

/* Is the file of an earlier row replaced here? */
static int
replaces(const struct step *s, const struct decision *d)
{
	for (size_t i = 0; i < d->form->nfile; i++) {
		const struct sop_field *f = sop_field_of(s->row,
		    d->form->file[i].field);
		const struct document *before = f == NULL ? NULL :
		    signed_look_earlier(s, f);

		if (before != NULL && strcmp(before->sha256,
		    d->form->file[i].hash) != 0)
			return 1;
	}
	return 0;
}

/* A signature, a refusal, an end and another file in the place of one that was
 * signed are looked at once more. */
static int
needs_check(const struct step *s, const struct decision *d)
{
	if (d->outcome == OUTCOME_REFUSE || d->look.n > 0 || replaces(s, d))
		return 1;
	return d->outcome == OUTCOME_FORWARD && (s->prog->check ||
	    (step_receiver(s) == NULL && !s->t.side));
}

static void
check_row(struct page *page, const char *key, const char *value)
{
	struct page *row;

	if (value == NULL || value[0] == '\0')
		return;
	row = page_add(page, "ROWS");
	page_set(row, "KEY", key);
	page_set(page_add(row, "VALUES"), "TEXT", value);
}

static void
check_value_row(struct step *s, struct page *page, const struct sop_field *f,
    const char *value)
{
	struct page *row;

	if (f->type != FIELD_PEOPLE) {
		check_row(page, f->label, words_field(s->req, f, value));
		return;
	}
	row = page_add(page, "ROWS");
	page_set(row, "KEY", f->label);
	fields_people_table(s->req, row, f->label, value);
}

/* A file, and what is known of its signatures. */
static void
check_file_rows(struct step *s, struct page *page, const char *label,
    const struct act_file *file)
{
	const char *const *words;
	struct page *row = NULL;
	size_t n;

	row = page_add(page, "ROWS");
	page_set(row, "KEY", label);
	page_link(row, "FILES", fields_file_href(s->req, file),
	    words_file(s->req, file->name, file->type, file->size));
	row = NULL;
	check_row(page, "Antivirus", words_quarantine(s->req, file->hash));
	check_row(page, "Isi dokumen", words_active(s->req, file->hash));
	words = words_signatures(s->req, file->hash, &n);
	for (size_t i = 0; i < n; i++) {
		if (row == NULL)
			row = page_add(page, "ROWS");
		page_set(row, "KEY", "Tanda tangan elektronik");
		page_set(page_add(row, "VALUES"), "TEXT", words[i]);
	}
}

static void
check_rows(struct step *s, struct page *page, const struct decision *d,
    const struct act *a)
{
	const struct field_form *form = d->form;

	check_row(page, "Keputusan", d->choice.label);
	for (size_t i = 0; i < s->row->nfield; i++) {
		const struct sop_field *f = &s->row->field[i];

		for (size_t k = 0; k < form->nvalue; k++)
			if (strcmp(form->value[k].name, f->name) == 0)
				check_value_row(s, page, f,
				    form->value[k].value);
		for (size_t k = 0; k < form->nfile; k++)
			if (strcmp(form->file[k].field, f->name) == 0)
				check_file_rows(s, page, f->label,
				    &form->file[k]);
	}
	check_row(page, "Nomor agenda", a->register_no);
	check_row(page, "Catatan", a->note);
	if (a->missing != NULL)
		check_row(page, "Yang perlu diperhatikan", a->missing);
}

/* A file that lacks something goes on with a reason. */
static void
check_unproved(struct step *s, struct page *page, const struct decision *d)
{
	static const struct sop_field reason = { .name = STEP_UNPROVED,
	    .label = "Alasan tetap mengirim", .type = FIELD_PARAGRAPH,
	    .required = 1, .max = REASON_MAX, .help = "Dicatat dalam riwayat "
	    "dan dibaca pada laporan bulanan." };

	if (d->look.n > 0)
		fields_show_one(s->req, page, "FIELDS", s->row, &reason,
		    &s->typed);
}

/* The whole form again, as the browser sent it; files by reference. */
static void
check_hidden(struct step *s, struct page *page, const struct decision *d)
{
	const struct field_form *form = d->form;

	for (size_t i = 0; i < s->req->nform; i++) {
		if (fields_is_hidden(s->req->form[i].name) ||
		    strcmp(s->req->form[i].name, STEP_UNPROVED) == 0)
			continue;
		page_hidden(page, s->req->form[i].name, s->req->form[i].value);
	}
	for (size_t i = 0; i < form->nfile; i++)
		page_hidden(page, arena_printf(s->req->arena, "%s-lama",
		    form->file[i].field), fields_kept_key(s->req,
		    form->file[i].field, &form->file[i]));
}

/* A refusal without a signed letter cancels what was only prepared. */
static void
check_letters(struct step *s, struct page *page, const struct decision *d)
{
	struct letter_row *list = NULL;
	size_t n = 0;

	if (d->outcome != OUTCOME_REFUSE || d->form->nfile > 0 ||
	    letter_list(s->req->office, s->c.id, &list, &n) != CASE_OK)
		return;
	for (size_t i = 0; i < n; i++)
		if (letter_state_of(&list[i]) == LETTER_PREPARED)
			page_text(page, "INTRO", arena_printf(s->req->arena,
			    "Surat %s yang baru disiapkan ikut dibatalkan.",
			    list[i].number));
	free(list);
}

/* The page that asks, with the whole form in it; the status. */
static int
check_page(struct step *s, const struct decision *d, const struct act *a)
{
	struct page *frame, *page;
	const char *noun = words_noun(s->sop, s->row);
	const char *title;

	if (d->outcome == OUTCOME_REFUSE)
		title = arena_printf(s->req->arena, "Tolak %s ini?", noun);
	else if (s->prog->check)
		title = arena_printf(s->req->arena, "Setujui %s ini?",
		    signed_look_numbers(s->row) ? "surat" : noun);
	else
		title = arena_printf(s->req->arena, "%s ini?",
		    step_form_end(s));
	frame = frame_new(s->req, "check.tpl", PATH_KOTAK_MASUK, &page);
	page_text(page, "CAPTION", arena_printf(s->req->arena, "%s · %s",
	    s->c.number, s->c.subject));
	page_set(page, "HEADING", title);
	page_text(page, "INTRO", step_form_consequence(s, d->choice.value));
	check_letters(s, page, d);
	page_text(page, "INTRO", "Sesudah dikirim, keputusan ini tercatat dan "
	    "tidak dapat dihapus.");
	fields_show_errors(page, &s->typed);
	if (s->typed.nerror > 0)
		page_show(frame, "ERROR_TITLE");
	check_rows(s, page, d, a);
	check_unproved(s, page, d);
	check_hidden(s, page, d);
	page_set(page, "BUTTON", d->outcome == OUTCOME_REFUSE ?
	    arena_printf(s->req->arena, "Tolak %s", noun) : d->choice.label);
	if (d->outcome == OUTCOME_REFUSE)
		page_show(page, "WARNING");
	page_text(page, "RETURN", "Ubah");
	page_set(page, "ACTION", step_address(s));
	page_set(page, "VERSION", form_get(s->req, "versi"));
	page_set(page, "KEY", s->key);
	return reply_page(s->rep, s->req, s->typed.nerror > 0 ? 422 : 200,
	    title, frame);
}

/* -- the act ----------------------------------------------------------- */

/* The outcome in one line for the next page. */
static const char *
outcome_notice(const struct step *s, const struct decision *d,
    const struct act *a, const char *receiver)
{
	struct arena *arena = s->req->arena;
	const char *what = arena_printf(arena, "%s %s", words_noun_first(
	    s->req, s->sop, s->row), a->number);
	const struct sop_row *back;

	switch (d->outcome) {
	case OUTCOME_RETURN:
		back = sop_row_at(s->sop, a->return_pos);
		return arena_printf(arena, "%s dikembalikan ke %s.", what,
		    words_performer(s->req, s->sop, back->performer));
	case OUTCOME_REFUSE:
		return arena_printf(arena, "%s ditolak.", what);
	default:
		break;
	}
	if (receiver == NULL)
		return arena_printf(arena, s->t.side ?
		    "%s: pemberitahuan dicatat." : "%s selesai.", what);
	if (a->children > 0)
		return arena_printf(arena, "%s dibagi menjadi berkas %lld "
		    "pegawai.", what, (long long)a->children);
	if (a->next_task == 0)
		return arena_printf(arena, "%s: bagian Anda selesai, yang "
		    "lain masih ditunggu.", what);
	return arena_printf(arena, "%s %s ke %s.", what,
	    s->prog->done != NULL ? s->prog->done : "diteruskan", receiver);
}

static int
send_act(struct step *s, struct decision *d, struct act *a)
{
	const char *receiver = step_receiver(s), *notice;
	enum case_err err;

	err = act_finish(s->req->office, a, d->outcome);
	if (err != CASE_OK)
		return step_refused(s, a, err);
	draft_task_done(s->req->office, s->t.id);
	if (s->actor.person_id == 0)
		return reply_redirect(s->rep, PATH_LACAK);
	notice = arena_printf(s->req->arena, "%s\n" PATH_BERKAS "/%lld Lihat "
	    "%s ini", outcome_notice(s, d, a, receiver), (long long)s->c.id,
	    words_noun(s->sop, s->row));
	if (run_is_on(s->req))
		return step_go_on(s, 0, notice);
	if (s->prog->counter == NULL)
		arena_append(s->req->arena, &notice, "\n%s",
		    run_ahead(s->req));
	session_notice(s->rep, s->req, notice);
	return reply_redirect(s->rep, step_next(s, 0));
}

int
step_finish(struct step *s, const char *aksi)
{
	struct decision d = { .outcome = OUTCOME_OPEN };
	struct act a = step_act(s);
	enum case_err err;
	int sent;

	read_decision(s, &d, &a);
	if ((err = read_fields(s, &d)) != CASE_OK)
		return reply_case_error(s->rep, s->req, err);
	if (strcmp(aksi, "ubah") == 0) {
		s->typed.nerror = 0;
		return step_page(s, 200, NULL);
	}
	read_after(s, &a);
	read_note(s, &d, &a);
	read_mend(s, &d, &a);
	if (d.outcome == OUTCOME_FORWARD)
		step_party_read_pass(s, &a);
	read_late(s, &a);
	a.exception = form_value(s->req, "pengecualian")[0] != '\0';
	a.value = d.form->value;
	a.nvalue = d.form->nvalue;
	a.file = d.form->file;
	a.nfile = d.form->nfile;
	if (s->prog->read != NULL)
		s->prog->read(s, &a, d.outcome);
	if (s->typed.nerror > 0 && a.version == s->t.version)
		return step_page(s, 422, NULL);
	if ((err = read_look(s, &d, &a)) != CASE_OK)
		return reply_case_error(s->rep, s->req, err);
	sent = strcmp(aksi, "kirim") == 0;
	if (sent && a.missing != NULL && !reason_is_enough(a.unproved))
		step_error(s, STEP_UNPROVED, "Tulis alasan tetap mengirim, "
		    "paling sedikit satu kalimat");
	if (a.version == s->t.version && needs_check(s, &d) &&
	    (!sent || s->typed.nerror > 0))
		return check_page(s, &d, &a);
	return send_act(s, &d, &a);
}
