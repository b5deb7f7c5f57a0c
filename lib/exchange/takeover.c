/*
 * takeover.c - cases in flight, opened where they stand.
 */
#include "exchange/takeover.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/phone.h"
#include "base/utf8.h"
#include "case/act_frame.h"
#include "case/act_record.h"
#include "case/act_start.h"
#include "case/promise.h"
#include "case/span.h"
#include "case/task_close.h"
#include "case/task_open.h"
#include "exchange/csv_read.h"
#include "office/closed.h"
#include "people/person.h"

enum column { NUMBER, SOP, ROW, SUBJECT, OPENED, RECEIVED, APPLICANT, PHONE,
	EMAIL, DOER, OFFICER, COLUMN__MAX };

static const struct csv_column columns[COLUMN__MAX] = {
	[NUMBER] = { "nomor", 1 }, [SOP] = { "sop", 1 },
	[ROW] = { "langkah", 1 }, [SUBJECT] = { "perihal", 1 },
	[OPENED] = { "dibuka", 1 }, [RECEIVED] = { "diterima", 1 },
	[APPLICANT] = { "pemohon", 0 }, [PHONE] = { "telepon", 0 },
	[EMAIL] = { "surel", 0 }, [DOER] = { "pelaku", 0 },
	[OFFICER] = { "pegawai", 0 },
};

struct take {
	const char		*text;
	int			 skip_bad;
	struct takeover		*out;
	struct act_work		*w;
	const char *const	*word;		/* of the row under way */
	int			 pos;
	int64_t			 opened, received;
	struct person		 doer, officer;
	int			 err;
};

/* Refuse a row with the reason: CASE_INVALID. */
#define WRONG(k, ...) \
	office_fail((k)->w->o, CASE_INVALID, "", __VA_ARGS__)

static const char *
word(const struct take *k, enum column c)
{
	return k->word[c] != NULL ? k->word[c] : "";
}

/* -- checking ----------------------------------------------------------- */

static int
read_instant(struct take *k, enum column c, int64_t *out)
{
	if (import_log_instant(k->w->cal, word(k, c), out) != 0)
		return WRONG(k, "%s: \"%.40s\" bukan waktu; tulis seperti "
		    "2026-01-31 08:00", columns[c].name, word(k, c));
	if (*out > k->w->a->now)
		return WRONG(k, "%s: di masa depan", columns[c].name);
	if (office_month_is_closed(k->w->o, *out))
		return WRONG(k, "%s: bulan itu sudah disahkan",
		    columns[c].name);
	return CASE_OK;
}

static int
read_person(struct take *k, enum column c, struct person *p)
{
	memset(p, 0, sizeof(*p));
	if (*word(k, c) == '\0' ||
	    person_by_login(k->w->o, word(k, c), p) == CASE_OK)
		return CASE_OK;
	return WRONG(k, "%s: tidak ada akun \"%.40s\"", columns[c].name,
	    word(k, c));
}

/* The SOP in force, and the row where the case stands. */
static int
find_row(struct take *k, struct act_start *s)
{
	struct act_work *w = k->w;
	const struct sop_row *row;

	s->version_id = office_sop_version(w->o, word(k, SOP), w->a->now);
	w->sop = s->version_id ? office_sop(w->o, s->version_id) : NULL;
	if (w->sop == NULL)
		return WRONG(k, "sop: \"%.60s\" tidak berlaku", word(k, SOP));
	k->pos = sop_row_no(w->sop, word(k, ROW));
	row = sop_row_at(w->sop, k->pos);
	if (row == NULL || row->kind == STEP_EVALUATE)
		return WRONG(k, "langkah: SOP ini tidak memiliki langkah "
		    "\"%.20s\"", word(k, ROW));
	return CASE_OK;
}

static int
check(struct take *k, struct act_start *s)
{
	int err;

	if (*word(k, NUMBER) == '\0' || strlen(word(k, NUMBER)) >=
	    sizeof(k->out->taken->old_number))
		return WRONG(k, "nomor: isi, kurang dari 64 huruf");
	if (*word(k, SUBJECT) == '\0')
		return WRONG(k, "perihal kosong");
	if ((err = find_row(k, s)) != CASE_OK ||
	    (err = read_instant(k, OPENED, &k->opened)) != CASE_OK ||
	    (err = read_instant(k, RECEIVED, &k->received)) != CASE_OK ||
	    (err = read_person(k, DOER, &k->doer)) != CASE_OK ||
	    (err = read_person(k, OFFICER, &k->officer)) != CASE_OK)
		return err;
	return k->received < k->opened ?
	    WRONG(k, "diterima sebelum dibuka") : CASE_OK;
}

/* -- a case ------------------------------------------------------------- */

/* Name and channels of the applicant; with an account those of it. */
static int
take_applicant(struct take *k)
{
	struct case_row *c = &k->w->c;

	utf8_copy(c->subject, sizeof(c->subject), word(k, SUBJECT));
	utf8_copy(c->applicant, sizeof(c->applicant), word(k, APPLICANT));
	if (*word(k, PHONE) != '\0' && phone_read(word(k, PHONE), c->phone,
	    sizeof(c->phone)) != 0)
		return WRONG(k, "telepon: \"%.40s\" bukan nomor WhatsApp",
		    word(k, PHONE));
	snprintf(c->email, sizeof(c->email), "%s", word(k, EMAIL));
	if (person_addresses(k->w->o, "", c->email) != CASE_OK)
		return WRONG(k, "surel: \"%.60s\" bukan alamat surel",
		    word(k, EMAIL));
	if (k->doer.institution_id != 0) {
		c->applicant_id = k->doer.id;
		c->institution_id = k->doer.institution_id;
	}
	c->officer_id = k->officer.id;
	return CASE_OK;
}

/* The performer of a row as it stands in the row that names the roles. */
static const char *
performer_of(const struct sop *sop, const struct sop_row *row)
{
	const char *colon;

	while ((colon = strchr(row->performer, ':')) != NULL)
		row = sop_row_at(sop, sop_row_no(sop, colon + 1));
	return row->performer;
}

/* A row before, done by the person given: without times, without verdict. */
static int
add_done(struct take *k, const struct sop_row *row)
{
	struct act_work *w = k->w;
	struct task_row t, *p;
	size_t i;

	for (i = 0; i < w->ntask; i++)
		if (w->task[i].now.pos == row->pos)
			return CASE_OK;
	task_open_row(w, row, performer_of(w->sop, row), &t);
	t.visit = 1;
	t.opened_at = k->opened;
	t.external = k->doer.institution_id != 0;
	t.institution_id = k->doer.institution_id;
	if ((p = act_add_task(w, &t, 1)) == NULL)
		return CASE_DB;
	span_begin(w, p, t.external ? PHASE_APPLICANT : PHASE_OWN, k->opened);
	task_close(w, p, OUTCOME_FORWARD, k->opened);
	p->closed_by = k->doer.id;
	p->late_entry = 0;
	return CASE_OK;
}

/* Add the rows before whose doer performs a row from here on. */
static int
add_rows_before(struct take *k)
{
	const struct sop *sop = k->w->sop;
	const struct sop_row *row;
	const char *colon;
	int pos, before, err;

	for (pos = k->pos; pos <= sop->nrows; pos++) {
		row = sop_row_at(sop, pos);
		if (row->designate != NULL && k->officer.id == 0)
			return WRONG(k, "langkah %s dikerjakan pegawai yang "
			    "ditunjuk; isi kolom pegawai", row->no);
		colon = strchr(row->performer, ':');
		before = colon != NULL ? sop_row_no(sop, colon + 1) : 0;
		if (before == 0 || before >= k->pos)
			continue;
		if (k->doer.id == 0)
			return WRONG(k, "langkah %s dikerjakan oleh atau atas "
			    "pelaku langkah %s; isi kolom pelaku", row->no,
			    colon + 1);
		if ((err = add_done(k, sop_row_at(sop, before))) != CASE_OK)
			return err;
	}
	return CASE_OK;
}

/* Open the row as of the day it was received. */
static int
open_row(struct take *k)
{
	struct act_work *w = k->w;
	int64_t now = w->a->now;
	int err;

	w->at = w->a->now = k->received;
	err = task_open(w, k->pos);
	w->a->now = now;
	w->nmessage = 0;	/* the applicant was told long ago */
	return err;
}

static int
take_case(struct take *k, char key[65])
{
	struct act_work *w = k->w;
	struct act_start s = { 0 };
	struct taken *t;
	int err;

	act_reset(w);
	w->start = &s;
	if ((err = check(k, &s)) != CASE_OK)
		return err;
	w->at = k->opened;
	act_start_case(w);
	w->c.opened_at = k->opened;
	promise_begin(w);
	if ((err = take_applicant(k)) != CASE_OK ||
	    (err = add_rows_before(k)) != CASE_OK ||
	    (err = open_row(k)) != CASE_OK)
		return err;
	act_say(w, "old_number", word(k, NUMBER));
	w->a->idem = key;
	act_start_number(w, 'A');
	if ((err = act_record(w, "takeover", w->task[w->ntask - 1].now.id,
	    ACTOR_SYSTEM)) != CASE_OK)
		return err;
	t = &k->out->taken[k->out->count++];
	snprintf(t->old_number, sizeof(t->old_number), "%s", word(k, NUMBER));
	snprintf(t->number, sizeof(t->number), "%s", w->c.number);
	office_code(w->o, w->c.id, t->code);
	return CASE_OK;
}

/* -- the table ---------------------------------------------------------- */

static int
is_known(struct take *k, char key[65])
{
	char text[256];
	int n = snprintf(text, sizeof(text), "takeover\n%.100s\n%.64s",
	    word(k, SOP), word(k, NUMBER));

	office_sha256(text, (size_t)n, key);
	return change_repeated(k->w->o, key);
}

/* Room for one more; 0 when out of memory. */
static int
grow(struct takeover *t)
{
	struct taken *more;

	if (t->count % 64 != 0)
		return 1;
	more = realloc(t->taken, (t->count + 64) * sizeof(*more));
	if (more != NULL)
		t->taken = more;
	return more != NULL;
}

static void
take_row(void *arg, size_t line, const char *const *words)
{
	struct take *k = arg;
	char key[65];
	int err;

	if (k->err != CASE_OK)
		return;
	k->word = words;
	if (is_known(k, key)) {
		k->out->known++;
		return;
	}
	err = grow(k->out) ? take_case(k, key) : CASE_DB;
	if (err == CASE_INVALID || err == CASE_STATE)
		import_log_wrong(&k->out->faults, line, "%s",
		    office_why(k->w->o));
	else
		k->err = err;
}

static int
take_all(struct act_work *w, void *arg)
{
	struct take *k = arg;
	char why[256];

	k->w = w;
	k->err = CASE_OK;
	k->out->count = k->out->known = 0;
	import_log_free(&k->out->faults);
	if (csv_read(k->text, columns, COLUMN__MAX, take_row, k, why,
	    sizeof(why)) != 0)
		return WRONG(k, "%s", why);
	if (k->err == CASE_OK && k->out->faults.nfault > 0 && !k->skip_bad)
		return WRONG(k, "%zu baris salah", k->out->faults.nfault);
	return k->err;
}

enum case_err
takeover_read(struct office *o, const struct change *ch, const char *text,
    int skip_bad, struct takeover *out)
{
	static const struct act_kind act = { "takeover", NULL, 0 };
	struct take k = { .text = text, .skip_bad = skip_bad, .out = out };

	memset(out, 0, sizeof(*out));
	return act_batch(o, ch, &act, take_all, &k);
}

void
takeover_free(struct takeover *t)
{
	free(t->taken);
	import_log_free(&t->faults);
	memset(t, 0, sizeof(*t));
}
