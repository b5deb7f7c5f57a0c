/*
 * finish.c - the acts that move a case on: start, forward, return, refuse,
 * download, and taking a forward back.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "case/work.h"
#include "clock/calendar.h"
#include "store/id.h"

enum stmt {
	STMT_FLOOR,
	STMT_PREVIOUS_ACT,
	STMT_DRAFTED,
	STMT_LAST_MOVE,
	STMT_WORDS,
	STMT_APPLICANT,
	STMT_TOUCHED,
	STMT_CASE_OPEN,
	STMT__MAX
};

static const char *const sql[STMT__MAX] = {
	/* An act cannot occur before what led to it. */
	[STMT_FLOOR] =
		"SELECT max(closed_at) FROM tasks WHERE case_id = $1"
		"   AND open = 0 AND side = 0 AND outcome <> 'void'",
	[STMT_PREVIOUS_ACT] =
		"SELECT coalesce(max(occurred_at), 0) FROM events"
		" WHERE actor_id = $1 AND occurred_at <= $2",
	[STMT_DRAFTED] =
		"SELECT 1 FROM tasks WHERE case_id = $1 AND kind = 'draft'"
		"   AND closed_by = $2 LIMIT 1",
	[STMT_LAST_MOVE] =
		"SELECT task_id FROM events WHERE stream = $1 AND kind IN"
		" ('start', 'forward', 'return', 'refuse', 'download')"
		" ORDER BY seq DESC LIMIT 1",
	[STMT_WORDS] =
		"INSERT INTO search_words (word, case_id) VALUES ($1, $2)"
		" ON CONFLICT (word, case_id) DO NOTHING",
	[STMT_APPLICANT] =
		"SELECT p.name, coalesce(p.institution_id, 0),"
		" coalesce(i.name, ''), p.phone, p.email FROM people p"
		"  LEFT JOIN institutions i ON i.id = p.institution_id"
		" WHERE p.id = $1",
	[STMT_TOUCHED] =
		"SELECT 1 FROM tasks WHERE case_id = $1 AND open = 1"
		"   AND side = 0 AND pos <> $2 AND (claimed_by IS NOT NULL"
		"   OR external = 1 OR phase = 'system') LIMIT 1",
	[STMT_CASE_OPEN] = "SELECT 1 FROM cases WHERE id = $1 AND state = 'open'",
};

static void
note(struct work *w, const char *key, const char *text)
{
	if (text != NULL && *text != '\0')
		json_object_set_new(w->payload, key, json_string(text));
}

/* -- the form ---------------------------------------------------------- */

/* Words of a text for the search: ASCII letters and digits, small. */
static void
put_words(struct work *w, const char *text)
{
	char word[48];
	size_t n = 0;

	for (;; text++) {
		unsigned char c = (unsigned char)*text;

		if (c >= 'A' && c <= 'Z')
			c = (unsigned char)(c - 'A' + 'a');
		if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
		    c >= 0x80) {
			if (n < sizeof(word) - 1)
				word[n++] = (char)c;
			continue;
		}
		word[n] = '\0';
		if (n > 0)
			db_run(w->db, sql[STMT_WORDS], "ti", word, w->c.id);
		n = 0;
		if (c == '\0')
			return;
	}
}

/* What a form says of the case itself: subject, applicant, channels. */
static void
take_value(struct work *w, const struct sop_row *row,
    const struct act_value *v)
{
	size_t i;

	if (w->sop->subject_field != NULL &&
	    strcmp(v->name, w->sop->subject_field) == 0)
		snprintf(w->c.subject, sizeof(w->c.subject), "%s", v->value);
	if (strcmp(v->name, "nama") == 0)
		snprintf(w->c.applicant, sizeof(w->c.applicant), "%s",
		    v->value);
	for (i = 0; i < row->nfield; i++) {
		if (strcmp(row->field[i].name, v->name) != 0)
			continue;
		if (row->field[i].type == FIELD_PHONE)
			snprintf(w->c.phone, sizeof(w->c.phone), "%s",
			    v->value);
		else if (row->field[i].type == FIELD_EMAIL)
			snprintf(w->c.email, sizeof(w->c.email), "%s",
			    v->value);
		else if (row->field[i].type == FIELD_OFFICER)
			w->c.officer_id = strtoll(v->value, NULL, 10);
	}
}

int
work_form(struct work *w, const struct sop_row *row)
{
	const struct act *a = w->a;
	json_t *fields = json_object(), *files = json_array();
	size_t i;

	for (i = 0; i < a->nvalue; i++) {
		json_object_set_new(fields, a->value[i].name,
		    json_string(a->value[i].value));
		take_value(w, row, &a->value[i]);
	}
	for (i = 0; i < a->nfile; i++)
		json_array_append_new(files, json_pack("{sssssssssI}",
		    "field", a->file[i].field, "name", a->file[i].name,
		    "type", a->file[i].type, "sha256", a->file[i].hash,
		    "size", (json_int_t)a->file[i].size));
	if (a->nvalue > 0)
		json_object_set(w->payload, "fields", fields);
	if (a->nfile > 0)
		json_object_set(w->payload, "files", files);
	json_decref(fields);
	json_decref(files);
	note(w, "note", a->note);
	note(w, "evidence", a->evidence);
	w->form_task = w->t != NULL ? w->t->id : 0;
	return CASE_OK;
}

/* -- finishing --------------------------------------------------------- */

/* Claim by the same keypress: work counts from the later of receipt and the
 * officer's previous keypress. */
static void
claim_now(struct work *w)
{
	int64_t from, who = w->a->actor.behalf_id ? w->a->actor.behalf_id :
	    w->a->actor.person_id;

	from = w->a->begun_at ? w->a->begun_at : stmt_int(db_query(w->db,
	    sql[STMT_PREVIOUS_ACT], "ii", who, w->at));
	if (from < w->t->received_at)
		from = w->t->received_at;
	w->t->claimed_by = who;
	w->t->claimed_at = from;
	work_phase(w, w->t, PHASE_OWN, from);
}

/* An act after the fact may lie before the task was opened, not before what
 * led to it: its own first act is then its receipt. */
static int
backdate(struct work *w)
{
	int64_t floor;

	if (w->at >= w->t->opened_at)
		return CASE_OK;
	floor = stmt_int(db_query(w->db, sql[STMT_FLOOR], "i", w->c.id));
	if (w->at < floor || w->at < w->c.opened_at)
		return office_fail(w->o, CASE_INVALID, "occurred_at",
		    "Waktu kejadian mendahului langkah sebelumnya.");
	w->t->opened_at = w->at;
	if (w->t->received_at != 0)
		w->t->received_at = w->at;
	work_phase(w, w->t, PHASE_QUEUE, w->at);
	return CASE_OK;
}

/* Recording for the holder needs an administrator's right and evidence. */
static int
check_behalf(struct work *w)
{
	const struct act *a = w->a;

	if (a->actor.behalf_id == 0)
		return CASE_OK;
	if (!work_is_admin(w, a->actor.person_id))
		return office_fail(w->o, CASE_DENIED, "",
		    "Hanya petugas pencatat yang boleh mencatat atas nama "
		    "pejabat lain.");
	if (a->evidence == NULL || *a->evidence == '\0')
		return office_fail(w->o, CASE_INVALID, "evidence",
		    "Tulis bukti, misalnya nomor disposisi pada kertas.");
	return CASE_OK;
}

/* May this act finish the task as it stands? */
static int
check_finish(struct work *w)
{
	struct task_row *t = w->t;
	int64_t who = w->a->actor.behalf_id ? w->a->actor.behalf_id :
	    w->a->actor.person_id;
	int err;

	if (!task_may(w->o, &w->a->actor, t, w->a->now, &w->capacity))
		return office_fail(w->o, CASE_DENIED, "",
		    "Langkah ini bukan tugas peran Anda.");
	if ((err = check_behalf(w)) != CASE_OK ||
	    (err = backdate(w)) != CASE_OK)
		return err;
	if (t->awaited)
		return office_fail(w->o, CASE_STATE, "",
		    "Catat dahulu kehadiran pemohon.");
	if (strcmp(t->phase, "outside") == 0)
		return office_fail(w->o, CASE_STATE, "",
		    "Catat dahulu kembalinya berkas dari pihak luar.");
	if (t->external)
		return CASE_OK;
	if (t->claimed_by == 0 && (strcmp(t->kind, "record") == 0 ||
	    w->a->actor.behalf_id != 0)) {
		claim_now(w);
	} else if (t->claimed_by == 0) {
		return office_fail(w->o, CASE_STATE, "",
		    "Ambil dahulu tugas ini.");
	} else if (t->claimed_by != who) {
		return office_fail(w->o, CASE_DENIED, "",
		    "Tugas ini sedang dikerjakan orang lain.");
	} else if (w->a->begun_at != 0 &&
	    w->a->begun_at >= t->received_at) {
		work_phase(w, t, PHASE_OWN, w->a->begun_at);
	}
	return CASE_OK;
}

/* Nobody approves his own draft, unless an exception is recorded. */
static int
check_own(struct work *w)
{
	int64_t who = w->a->actor.behalf_id ? w->a->actor.behalf_id :
	    w->a->actor.person_id;

	if (strcmp(w->t->kind, "approve") != 0 || stmt_int(db_query(w->db,
	    sql[STMT_DRAFTED], "ii", w->c.id, who)) == 0)
		return CASE_OK;
	if (!w->a->exception || w->a->note == NULL || *w->a->note == '\0')
		return office_fail(w->o, CASE_INVALID, "exception",
		    "Anda menyusun draf ini. Menyetujuinya sendiri perlu "
		    "pengecualian dengan alasan.");
	w->t->own_approval = 1;
	return CASE_OK;
}

static int
need_reason(struct work *w)
{
	if (w->a->note != NULL && strlen(w->a->note) >= 3)
		return CASE_OK;
	return office_fail(w->o, CASE_INVALID, "note",
	    "Tulis alasan pengembalian atau penolakan.");
}

/* Whoever finishes late picks one reason. */
static int
late_reason(struct work *w)
{
	if (strcmp(w->t->verdict, "over") != 0 || w->t->external)
		return CASE_OK;
	if (w->a->late_reason == NULL || *w->a->late_reason == '\0')
		return office_fail(w->o, CASE_INVALID, "late_reason",
		    "Pilih satu alasan keterlambatan.");
	snprintf(w->t->late_reason, sizeof(w->t->late_reason), "%s",
	    w->a->late_reason);
	return CASE_OK;
}

static int
do_forward(struct work *w, const struct sop_row *row)
{
	int err;

	if ((err = check_own(w)) != CASE_OK)
		return err;
	work_form(w, row);
	if (row->kind == STEP_NOTIFY)
		work_message(w, "notified", w->t->id, w->a->note);
	work_close(w, w->t, OUTCOME_FORWARD, w->at);
	if ((err = late_reason(w)) != CASE_OK ||
	    w->t->side || (err = work_next(w, row->pos)) != CASE_OK)
		return err;
	if (w->c.ended_at != 0)
		snprintf(w->t->outcome, sizeof(w->t->outcome), "end");
	return CASE_OK;
}

static int
do_return(struct work *w, const struct sop_row *row)
{
	int err, i, to = w->a->return_pos;
	const struct sop_row *back;

	if (row->nreturns == 0)
		return office_fail(w->o, CASE_INVALID, "keputusan",
		    "Langkah ini tidak dapat mengembalikan.");
	if (to == 0)
		to = row->returns[0];
	for (i = 0; i < row->nreturns && row->returns[i] != to; i++)
		;
	if (i == row->nreturns)
		return office_fail(w->o, CASE_INVALID, "kembali_ke",
		    "Pilih langkah tujuan pengembalian.");
	if ((err = need_reason(w)) != CASE_OK)
		return err;
	work_form(w, row);
	work_close(w, w->t, OUTCOME_RETURN, w->at);
	w->t->return_pos = to;
	if ((err = late_reason(w)) != CASE_OK)
		return err;
	json_object_set_new(w->payload, "to", json_string(
	    sop_row_at(w->sop, to)->no));
	work_close_others(w, w->t, row->pos, OUTCOME_SUPERSEDED);
	if ((err = work_open(w, to, w->a->ask_present)) != CASE_OK)
		return err;
	back = sop_row_at(w->sop, to);
	if (back->kind == STEP_SUBMIT)
		work_message(w, "returned", w->t->id, w->a->note);
	return CASE_OK;
}

static int
do_refuse(struct work *w, const struct sop_row *row)
{
	int err;

	if (row->refuse == REFUSE_NO)
		return office_fail(w->o, CASE_INVALID, "keputusan",
		    "Langkah ini tidak dapat menolak.");
	if ((err = need_reason(w)) != CASE_OK)
		return err;
	work_form(w, row);
	work_close(w, w->t, OUTCOME_REFUSE, w->at);
	if ((err = late_reason(w)) != CASE_OK)
		return err;
	work_close_others(w, w->t, row->pos, OUTCOME_SUPERSEDED);
	w->c.refused = 1;
	if (row->refuse == REFUSE_NEXT)
		return work_next(w, row->pos);
	w->c.end_pos = row->refuse_row;
	return work_open(w, row->refuse_row, 1);
}

static int
do_download(struct work *w, const struct sop_row *row)
{
	if (row->kind != STEP_DOWNLOAD)
		return office_fail(w->o, CASE_INVALID, "keputusan",
		    "Langkah ini bukan unduhan.");
	work_close(w, w->t, OUTCOME_DOWNLOAD, w->at);
	return work_next(w, row->pos);
}

static int
finish(struct work *w)
{
	const struct sop_row *row;
	int err;

	if (w->t == NULL || !w->t->open)
		return office_fail(w->o, CASE_STATE, "",
		    "Langkah ini sudah selesai.");
	if ((err = check_finish(w)) != CASE_OK)
		return err;
	row = sop_row_at(w->sop, (int)w->t->pos);
	if (strcmp(w->kind, "return") == 0)
		err = do_return(w, row);
	else if (strcmp(w->kind, "refuse") == 0)
		err = do_refuse(w, row);
	else if (strcmp(w->kind, "download") == 0)
		err = do_download(w, row);
	else if (row->kind == STEP_DOWNLOAD)
		err = office_fail(w->o, CASE_INVALID, "keputusan",
		    "Langkah ini selesai dengan mengunduh.");
	else
		err = do_forward(w, row);
	if (err != CASE_OK || (err = work_ready(w)) != CASE_OK)
		return err;
	err = work_record(w, w->kind, w->t->id, w->actor_kind);
	return err == CASE_OK ? work_system(w) : err;
}

enum case_err
act_finish(struct office *o, struct act *a, enum outcome outcome)
{
	return work_run(o, a, outcome_slug(outcome), finish, NULL);
}

/* -- starting ---------------------------------------------------------- */

/* The applicant's account: name, institution, channels. */
static void
take_account(struct work *w)
{
	struct db_stmt *st;
	char name[160], place[160];

	if (w->a->actor.person_id == 0)
		return;
	st = db_query(w->db, sql[STMT_APPLICANT], "i", w->a->actor.person_id);
	if (db_step(st) && db_int(st, 1) != 0) {
		w->c.applicant_id = w->a->actor.person_id;
		w->c.institution_id = db_int(st, 1);
		db_copy(st, 0, name, sizeof(name));
		db_copy(st, 2, place, sizeof(place));
		snprintf(w->c.applicant, sizeof(w->c.applicant), "%.90s, %.60s",
		    name, place);
		db_copy(st, 3, w->c.phone, sizeof(w->c.phone));
		db_copy(st, 4, w->c.email, sizeof(w->c.email));
	}
	db_done(st);
}

/* A new case, numbered in the year of its opening. */
void
work_new_case(struct work *w)
{
	const struct act_start *s = w->start;
	struct cal_local l;
	char counter[16], code[CASE_CODE_LEN + 1];
	int64_t begun = s->begun_at ? s->begun_at : w->at;

	w->c_fresh = 1;
	w->c.id = id_new(w->a->now);
	w->c.unit_id = office_unit(w->o);
	w->c.version_id = s->version_id;
	w->c.opened_at = s->received_at && s->received_at < begun ?
	    s->received_at : begun;
	snprintf(w->c.state, sizeof(w->c.state), "open");
	calendar_local(w->cal, w->at, &l);
	snprintf(counter, sizeof(counter), "%c-%04d",
	    w->c.evaluation ? 'E' : 'K', l.year);
	snprintf(w->c.number, sizeof(w->c.number), "%s-%04lld", counter,
	    (long long)office_count(w->o, counter));
	office_code(w->o, w->c.id, code);
	office_code_hash(w->o, code, w->c.code_hash);
	w->a->case_id = w->c.id;
}

/* The first visit of row 1: received when the letter came, claimed when the
 * draft was begun. */
static int
first_task(struct work *w)
{
	const struct act_start *s = w->start;
	int64_t begun = s->begun_at ? s->begun_at : w->at;
	int err;

	if ((err = work_open(w, 1, 0)) != CASE_OK)
		return err;
	w->t = &w->task[0].now;
	if (!task_may(w->o, &w->a->actor, w->t, w->a->now, &w->capacity))
		return office_fail(w->o, CASE_DENIED, "",
		    "Peran Anda tidak memulai SOP ini.");
	w->nspan = 0;
	w->t->opened_at = w->c.opened_at;
	w->t->received_at = s->received_at;
	if (w->t->external) {
		w->t->received_at = begun;
		work_phase(w, w->t, PHASE_APPLICANT, w->t->opened_at);
	} else {
		if (s->received_at != 0)
			work_phase(w, w->t, PHASE_QUEUE, w->t->opened_at);
		work_phase(w, w->t, PHASE_OWN, begun);
		w->t->claimed_at = begun;
		w->t->claimed_by = w->a->actor.person_id;
	}
	w->t->queue_max = queue_allowance(w->cal, w->t->opened_at, 1);
	work_limits(w, w->t);
	return CASE_OK;
}

static int
start(struct work *w)
{
	const struct sop_row *row;
	int err;

	w->sop = office_sop(w->o, w->start->version_id);
	if (w->sop == NULL)
		return office_fail(w->o, CASE_NOT_FOUND, "",
		    "SOP ini tidak ditemukan.");
	/* An applicant without an account has the code of the case he opens. */
	work_new_case(w);
	if (w->a->actor.person_id == 0) {
		if (!w->sop->public_request)
			return office_fail(w->o, CASE_DENIED, "",
			    "SOP ini dimulai oleh petugas.");
		w->a->actor.case_id = w->c.id;
	}
	take_account(w);
	row = sop_row_at(w->sop, 1);
	if ((err = first_task(w)) != CASE_OK)
		return err;
	work_form(w, row);
	if (w->start->subject != NULL && *w->start->subject != '\0')
		snprintf(w->c.subject, sizeof(w->c.subject), "%s",
		    w->start->subject);
	if (w->c.subject[0] == '\0')
		snprintf(w->c.subject, sizeof(w->c.subject), "%s",
		    w->c.applicant[0] ? w->c.applicant : w->sop->name);
	work_close(w, w->t, OUTCOME_FORWARD, w->at);
	if ((err = late_reason(w)) != CASE_OK)
		return err;
	if (w->sop->promise_to != 0 && w->sop->promise_from == 0)
		w->c.promise_from = w->c.opened_at;
	if ((err = work_next(w, 1)) != CASE_OK)
		return err;
	err = work_record(w, "start", w->t->id, w->actor_kind);
	put_words(w, w->c.number);
	put_words(w, w->c.subject);
	put_words(w, w->c.applicant);
	return err == CASE_OK ? work_system(w) : err;
}

enum case_err
act_start(struct office *o, struct act *a, const struct act_start *s)
{
	if (s->received_at > a->now || s->begun_at > a->now)
		return office_fail(o, CASE_INVALID, "received_at",
		    "Waktu surat diterima tidak boleh di masa depan.");
	return work_run(o, a, "start", start, s);
}

/* -- taking a forward back --------------------------------------------- */

/* Can what followed still be undone: nobody has it yet, nobody outside. */
static int
untouched(const struct work *w, const struct task_row *t)
{
	const struct task_row *n;
	size_t i;

	for (i = 0; i < w->ntask; i++) {
		n = &w->task[i].now;
		if (!n->open || n->side || n->pos == t->pos)
			continue;
		if (n->claimed_by != 0 || n->external ||
		    strcmp(n->phase, "system") == 0)
			return 0;
	}
	return 1;
}

static int
check_recall(struct work *w)
{
	struct task_row *t = w->t;

	if (t == NULL || strcmp(t->outcome, "forward") != 0 ||
	    w->c.ended_at != 0 || stmt_int(db_query(w->db,
	    sql[STMT_LAST_MOVE], "i", w->c.id)) != t->id || !untouched(w, t))
		return office_fail(w->o, CASE_STATE, "",
		    "Perkara ini sudah dikerjakan langkah berikutnya dan tidak "
		    "dapat ditarik kembali.");
	if (t->closed_by != w->a->actor.person_id || t->external)
		return office_fail(w->o, CASE_DENIED, "",
		    "Hanya yang meneruskan dapat menarik kembali.");
	if (work_month_closed(w, t->closed_at))
		return office_fail(w->o, CASE_STATE, "",
		    "Bulan itu sudah disahkan.");
	return CASE_OK;
}

static int
recall(struct work *w)
{
	struct task_row *t = w->t;
	size_t i;
	int err;

	if ((err = check_recall(w)) != CASE_OK)
		return err;
	for (i = 0; i < w->ntask; i++)
		if (w->task[i].now.open && w->task[i].now.pos != t->pos &&
		    !w->task[i].now.side)
			work_close(w, &w->task[i].now, OUTCOME_VOID, w->at);
	t->open = 1;
	t->closed_at = t->recorded_at = t->closed_by = 0;
	t->own = t->queue = t->outside = t->waiting = t->closed = 0;
	t->late_entry = t->own_approval = 0;
	t->outcome[0] = t->late_reason[0] = '\0';
	snprintf(t->verdict, sizeof(t->verdict), "none");
	if (t->pos == w->sop->promise_from && t->visit == 1)
		w->c.promise_from = 0;
	work_limits(w, t);
	note(w, "note", w->a->note);
	return work_record(w, "recall", t->id, ACTOR_PERSON);
}

enum case_err
act_recall(struct office *o, struct act *a)
{
	return work_run(o, a, "recall", recall, NULL);
}

int
act_may_recall(struct office *o, const struct actor *a,
    const struct task_row *t, int64_t now)
{
	struct db *db = office_db(o);

	return strcmp(t->outcome, "forward") == 0 && !t->external &&
	    a->person_id != 0 && t->closed_by == a->person_id &&
	    t->closed_at <= now &&
	    stmt_int(db_query(db, sql[STMT_CASE_OPEN], "i", t->case_id)) &&
	    stmt_int(db_query(db, sql[STMT_LAST_MOVE], "i", t->case_id)) ==
	    t->id && !stmt_int(db_query(db, sql[STMT_TOUCHED], "ii",
	    t->case_id, t->pos));
}
