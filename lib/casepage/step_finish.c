/*
 * step_finish.c - finishing a step: form and decision are read and, looked at
 * once more where it matters (step_check.c), become one act.
 */
#include <stdlib.h>
#include <string.h>

#include "case/act_finish.h"
#include "case/case_account.h"
#include "case/field_form.h"
#include "case/lateness.h"
#include "casepage/step.h"

#include "base/arena.h"
#include "base/conf.h"
#include "base/number.h"
#include "case/draft.h"
#include "casepage/step_check.h"
#include "casepage/step_form.h"
#include "casepage/words.h"
#include "office/office.h"
#include "web/form.h"
#include "web/reply.h"
#include "web/request.h"
#include "web/route.h"
#include "web/session.h"

#define CHOICES_MAX	(SOP_RETURNS_MAX + 2)
#define MEND_MAX	100	/* fields */
#define REASON_MIN	10	/* bytes: less is no sentence */

int
step_late(const struct step *s)
{
	struct accounts sum;

	if (s->t.external || !s->t.open)
		return 0;
	if (task_urgency(s->req->office, &s->t, s->req->now,
	    (int)s->req->conf->soon_percent) == 2)
		return 1;
	return strcmp(s->t.measure, "work") == 0 &&
	    case_account_task(s->req->office, &s->t, s->req->now, &sum) ==
	    CASE_OK && sum.queue > s->t.queue_max;
}

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

/* The row's fields.  Sending back or refusing needs none of them, but what was
 * filled in must be right. */
static enum case_err
read_fields(struct step *s, struct decision *d)
{
	struct sop_field *optional;
	struct sop_row row = *s->row;
	struct field_input in;
	enum case_err err;

	fields_input(s->req, s->row, &in);
	in.people = step_people(s);
	s->typed.value = in.value;
	s->typed.nvalue = in.nvalue;
	if (d->outcome == OUTCOME_RETURN || d->outcome == OUTCOME_REFUSE) {
		optional = arena_alloc(s->req->arena,
		    (row.nfield + 1) * sizeof(*optional));
		for (size_t i = 0; i < row.nfield; i++) {
			optional[i] = row.field[i];
			optional[i].required = 0;
		}
		row.field = optional;
	}
	err = field_form_check(s->req->office, &row, &in, &d->form);
	if (err != CASE_OK && err != CASE_INVALID)
		return err;
	arena_adopt(s->req->arena, d->form);
	s->typed.file = d->form->file;
	s->typed.nfile = d->form->nfile;
	for (size_t i = 0; i < d->form->nerror &&
	    s->typed.nerror < STEP_ERRORS_MAX; i++)
		s->error[s->typed.nerror++] = d->form->error[i];
	return CASE_OK;
}

/* What of its form the applicant is to mend. */
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
		a->mend = arena_printf(s->req->arena, "%s%s%s", a->mend,
		    *a->mend != '\0' ? " " : "", name[i]);
}

static void
read_note(struct step *s, const struct decision *d, struct act *a)
{
	const char *note = step_form_note(s, d->outcome);

	a->note = note;
	if (strlen(note) >= REASON_MIN)
		return;
	if (d->outcome == OUTCOME_RETURN)
		step_error(s, "catatan", "Tulis alasan pengembalian, paling "
		    "sedikit satu kalimat");
	else if (d->outcome == OUTCOME_REFUSE)
		step_error(s, "catatan", "Tulis alasan penolakan, paling "
		    "sedikit satu kalimat");
}

/* Why it is late; of an act done earlier the library finds out whether. */
static void
read_late(struct step *s, struct act *a)
{
	a->late_reason = lateness_known(form_value(s->req, "sebab"));
	if (a->late_reason == NULL && a->occurred_at == 0 && step_late(s))
		step_error(s, "sebab", "Pilih sebab keterlambatan");
}

/* When it was done, by whom, on what evidence, if not here and now. */
static void
read_after(struct step *s, struct act *a)
{
	const char *behalf = form_value(s->req, "atas-nama");

	a->begun_at = step_form_instant(s, &step_form_begun);
	a->occurred_at = step_form_instant(s, &step_form_done);
	/* Several done at once share the time. */
	if (s->joint > 1) {
		a->begun_at = s->begun_at;
		a->occurred_at = s->done_at;
	}
	a->evidence = form_value(s->req, "bukti-terjadi");
	if (behalf[0] != '\0' &&
	    number_parse(behalf, 1, INT64_MAX, &a->actor.behalf_id) < 0)
		step_error(s, "atas-nama", "Pilih pejabat dari daftar");
	else if (s->clerk && behalf[0] == '\0')
		step_error(s, "atas-nama", "Pilih pejabat yang mengerjakan "
		    "langkah ini");
}

/* -- the act ----------------------------------------------------------- */

/* What has happened, in one line for the next page. */
static const char *
notice(const struct step *s, const struct decision *d, const struct act *a,
    const char *receiver)
{
	struct arena *arena = s->req->arena;
	const struct sop_row *back;

	switch (d->outcome) {
	case OUTCOME_RETURN:
		back = sop_row_at(s->sop, a->return_pos);
		return arena_printf(arena, "Perkara %s dikembalikan ke %s.",
		    a->number, words_performer(s->req, s->sop,
		    back->performer));
	case OUTCOME_REFUSE:
		return arena_printf(arena, "Perkara %s ditolak.", a->number);
	default:
		break;
	}
	if (receiver == NULL)
		return arena_printf(arena, s->t.side ?
		    "Perkara %s: pemberitahuan dicatat." :
		    "Perkara %s selesai.", a->number);
	if (a->next_task == 0)
		return arena_printf(arena, "Perkara %s: bagian Anda selesai, "
		    "yang lain masih ditunggu.", a->number);
	return arena_printf(arena, "Perkara %s %s ke %s.", a->number,
	    s->prog->done != NULL ? s->prog->done : "diteruskan", receiver);
}

static int
send_act(struct step *s, struct decision *d, struct act *a)
{
	const char *receiver = step_receiver(s);
	enum case_err err;

	err = act_finish(s->req->office, a, d->outcome);
	if (err != CASE_OK)
		return step_refused(s, a, err);
	draft_task_done(s->req->office, s->t.id);
	if (s->actor.person_id == 0)
		return reply_redirect(s->rep, PATH_LACAK);
	session_notice(s->rep, s->req, notice(s, d, a, receiver));
	return reply_redirect(s->rep, step_next(s, 0));
}

int
step_finish(struct step *s, const char *aksi)
{
	struct decision d = { .outcome = OUTCOME_OPEN };
	struct act a = step_act(s);
	enum case_err err;

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
	if (s->typed.nerror == 0 && step_needs_check(s, &d) &&
	    strcmp(aksi, "kirim") != 0 && a.version == s->t.version)
		return step_check_page(s, &d, &a);
	return send_act(s, &d, &a);
}
