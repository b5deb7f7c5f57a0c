/* letter-t.c - letters: their numbers, what becomes of them, who may look. */
#include <sys/wait.h>

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "case/act_close.h"
#include "case/act_finish.h"
#include "case/act_recall.h"
#include "case/answer.h"
#include "case/tracking.h"
#include "letter/letter_number.h"
#include "letter/letter_state.h"
#include "letter/letter_verify.h"
#include "letter/letterhead.h"
#include "tests/case/fixture.h"
#include "tests/case/play.h"
#include "tests/store/folder.h"

#define SIGAP	"sigap-magang-penelitian"
#define CERT	"keterangan-selesai-sertifikat"
#define TU	"subbag-kepegawaian-tu-rt"
#define RACES	25

static const char hash[] =
	"0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";
static const char other[] =
	"fedcba9876543210fedcba9876543210fedcba9876543210fedcba9876543210";

static int
number(void *arg, int64_t n, char *buf, size_t size)
{
	snprintf(buf, size, "W.6.UM.01.01-%04lld", (long long)n);
	return 0;
}

static const char *const one[] = { "Siti Nurhaliza" };
static const char *const three[] = { "Siti Nurhaliza", "Sukarno", "Ayu Élan" };

static struct letter_order
order(const char *kind, const char *dated)
{
	return (struct letter_order){ .kind = kind, .subject = "Izin magang",
	    .dated = dated, .holder = one, .n = 1, .number = number };
}

/* Reserve and prepare with a text; what came of it. */
static enum case_err
prepare(const char *login, const struct task_row *t, struct letter_order *o,
    const char *text, struct letter_row *row)
{
	const struct act_file file = { "surat", "surat.pdf", hash,
		"application/pdf", 1000 };
	const struct letter_made made = { o->n, &file, text, "naskah",
		"kop", "{}" };
	struct act a = play_act(login, t), b = play_act(login, t);
	enum case_err err = letter_reserve(play_office, &a, o, row);

	return err != CASE_OK ? err : letter_prepare(play_office, &b, row,
	    &made);
}

static enum case_err
issue(const char *login, const struct task_row *t, struct letter_order *o,
    struct letter_row *row)
{
	return prepare(login, t, o, o->kind, row);
}

/* End a visit with the form of a letter: its number, its date and, unless
 * NULL, its signed file. */
static enum case_err
send(const char *login, int64_t task, enum outcome outcome,
    const struct letter_row *l, const char *sha256)
{
	const struct task_row t = play_again(task);
	const struct act_value value[] = { { "nomor_surat", l->number },
		{ "tanggal_surat", l->dated } };
	const struct act_file file = { "berkas", "tanda.pdf", sha256,
		"application/pdf", 1000 };
	struct act a = play_act(login, &t);

	a.value = value;
	a.nvalue = 2;
	a.file = &file;
	a.nfile = sha256 != NULL;
	a.note = "Tanggal surat belum diisi.";
	a.late_reason = "beban";
	return act_finish(play_office, &a, outcome);
}

static enum case_err
find(int64_t id, struct letter_row *l, const char *address)
{
	char code[CASE_CODE_LEN + 1];
	struct letter_try try = { code, address, play_now };

	office_letter_code(play_office, id, code);
	return letter_find(play_office, &try, l);
}

static const char *
state(int64_t id)
{
	static struct letter_row l;

	return find(id, &l, "192.0.2.1") == CASE_OK ? l.state : "";
}

/* -- numbers -------------------------------------------------------------- */

static void
numbers_follow(void)
{
	struct letter_order o = order("balasan", "2026-01-05");
	struct letter_row a, b, c;
	int64_t id = play_case(SIGAP, "admin-user", "5");
	struct task_row t = play_claim(TU, id);

	is_int(CASE_OK, issue(TU, &t, &o, &a), "a letter");
	is_string("W.6.UM.01.01-0001", a.number, "...is the first");
	is_string("reserved", state(a.id), "...and only prepared");
	is_int(CASE_OK, issue(TU, &t, &o, &b), "the letter once more");
	is_string(a.number, b.number, "...keeps its number");
	ok(a.id != b.id, "...with another code");
	is_string("superseded", state(a.id), "...the first is superseded");
	is_string("reserved", state(b.id), "...the second prepared");
	o.typed = "W.6.UM.01.01-0003";
	is_int(CASE_OK, issue(TU, &t, &o, &b), "a number given elsewhere");
	is_string("W.6.UM.01.01-0003", b.number, "...is taken as it is");
	is_int(3, play_events(id, "letter"), "three events say so");

	id = play_case(SIGAP, "admin-user", "5");
	t = play_claim(TU, id);
	play_keep(id);
	play_refused(CASE_INVALID, issue(TU, &t, &o, &c),
	    "another letter cannot have it");
	is_string("nomor_surat", office_field(play_office), "...it is named");
	o.typed = "W.6.UM.01.01-0001";
	is_int(CASE_INVALID, issue(TU, &t, &o, &c),
	    "nor one that a letter had before");
	o.typed = NULL;
	is_int(CASE_OK, issue(TU, &t, &o, &c), "the next number");
	is_string("W.6.UM.01.01-0002", c.number, "...leaves no gap");
	o.dated = "2027-01-04";
	is_int(CASE_OK, issue(TU, &t, &o, &c), "in another year");
	is_string("W.6.UM.01.01-0001", c.number, "...they begin anew");
	o.dated = "2026-01-06";
	is_int(CASE_OK, issue(TU, &t, &o, &c), "and back");
	is_string("W.6.UM.01.01-0004", c.number,
	    "...skip what was given elsewhere");
}

/* A number reserved for a letter that never came is not lost. */
static void
reserved_is_kept(void)
{
	struct letter_order o = order("balasan", "2026-01-05");
	struct letter_row a, b;
	int64_t id = play_case(SIGAP, "admin-user", "5");
	struct task_row t = play_claim(TU, id);
	struct act act = play_act(TU, &t);

	is_int(CASE_OK, letter_reserve(play_office, &act, &o, &a),
	    "a number is reserved");
	is_string("", state(a.id), "...nobody can verify that");
	is_int(CASE_OK, issue(TU, &t, &o, &b), "the letter, later");
	is_string(a.number, b.number, "...has it");
	is_int(a.id, b.id, "...and its code");
	act = play_act(TU, &t);
	is_int(CASE_STATE, letter_prepare(play_office, &act, &b,
	    &(struct letter_made){ 1, &(struct act_file){ "surat", "a.pdf",
	    hash, "application/pdf", 1 }, "balasan", "naskah", "kop", "{}" }),
	    "a letter has one paper");
}

static void
one_for_each(void)
{
	struct letter_order o = order("sertifikat", "2026-01-05");
	struct letter_row row[3], l;
	char name[64];
	int64_t id = play_case(CERT, NULL, "4");
	struct task_row t = play_claim(TU, id);

	o.holder = three;
	o.n = 3;
	o.subject = "Sertifikat Sukarno";
	is_int(CASE_OK, issue(TU, &t, &o, row), "three certificates");
	is_string("Sertifikat S******", letter_subject(&row[1], name,
	    sizeof(name)), "...whose subjects name nobody");
	ok(strcmp(row[0].number, row[1].number) != 0 &&
	    strcmp(row[1].number, row[2].number) != 0, "...three numbers");
	is_int(CASE_OK, find(row[2].id, &l, "192.0.2.1"), "...three codes");
	is_string("A** É***", letter_mask(l.holder, name, sizeof(name)),
	    "...of three names");
	o.n = 2;
	is_int(CASE_OK, issue(TU, &t, &o, row), "two of them again");
	is_string("superseded", state(l.id), "...the third is no more");
}

/* One of three is refused between two tries: the others keep number and
 * code, the number of the other is not given again. */
static void
one_is_refused(void)
{
	static const char *const two[] = { "Siti Nurhaliza", "Ayu Élan" };
	static const int64_t first_and_third[] = { 0, 2 };
	struct letter_order o = order("sertifikat", "2026-01-05");
	struct letter_row three_rows[3], row[2];
	int64_t id = play_case(CERT, NULL, "4");
	struct task_row t = play_claim(TU, id);
	struct act a = play_act(TU, &t);

	o.holder = three;
	o.n = 3;
	is_int(CASE_OK, letter_reserve(play_office, &a, &o, three_rows),
	    "three are reserved");
	o.holder = two;
	o.person = first_and_third;
	o.n = 2;
	is_int(CASE_OK, issue(TU, &t, &o, row), "two are issued");
	is_string(three_rows[0].number, row[0].number, "...the first");
	is_string(three_rows[2].number, row[1].number, "...and the third");
	is_int(three_rows[2].id, row[1].id, "...with the code reserved");
	is_int(1, fixture_int(play_office, "SELECT count(*) FROM letters"
	    " WHERE state = 'dropped' AND id = $1", three_rows[1].id),
	    "...the second is given up");
	o.holder = three;
	o.person = NULL;
	o.n = 3;
	is_int(CASE_OK, issue(TU, &t, &o, three_rows), "all three after all");
	is_string(row[1].number, three_rows[2].number, "...the third keeps "
	    "its number");
	ok(strcmp(three_rows[1].number, row[0].number) > 0 &&
	    strcmp(three_rows[1].number, row[1].number) > 0,
	    "...the second has a new one");
}

/* -- who ------------------------------------------------------------------ */

static void
not_by_anybody(void)
{
	struct letter_order o = order("balasan", "2026-01-05");
	struct letter_row l;
	int64_t id = play_case(SIGAP, "admin-user", "4");
	struct task_row t = play_task(id, NULL);

	play_keep(id);
	play_refused(CASE_STATE, issue("duta-sigap", &t, &o, &l),
	    "not before the task is claimed");
	play_refused(CASE_DENIED, issue("kakanwil", &t, &o, &l),
	    "not by somebody else");
	play_refused(CASE_DENIED, issue("admin-user", &t, &o, &l),
	    "not by the applicant");
	id = play_case(SIGAP, "admin-user", "2");
	t = play_claim("admin-kanwil", id);
	play_keep(id);
	play_refused(CASE_STATE, issue("admin-kanwil", &t, &o, &l),
	    "not at a row that makes no letter");
}

static void
withdrawn(void)
{
	struct letter_order o = order("balasan", "2026-01-05");
	struct letter_row l, m;
	int64_t id = play_case(SIGAP, "admin-user", "5");
	struct task_row t = play_claim(TU, id);
	struct act a = { .actor = { .person_id = play_person(TU) },
		.case_id = id, .now = play_now, .note = "Salah nama." };

	play_must(issue(TU, &t, &o, &l), "a letter");
	a.actor.person_id = play_person("admin");
	is_int(CASE_STATE, letter_withdraw(play_office, &a, l.id),
	    "what is not in force cannot be withdrawn");
	a.actor.person_id = play_person(TU);
	play_must(send(TU, t.id, OUTCOME_FORWARD, &l, other), "sent");
	play_keep(id);
	play_refused(CASE_DENIED, letter_withdraw(play_office, &a, l.id),
	    "withdrawn by an administrator alone");
	a.actor.person_id = play_person("admin");
	a.note = "";
	play_refused(CASE_INVALID, letter_withdraw(play_office, &a, l.id),
	    "who says why");
	a.note = "Salah nama.";
	is_int(CASE_OK, letter_withdraw(play_office, &a, l.id), "withdrawn");
	is_int(CASE_OK, find(l.id, &m, "192.0.2.1"), "...still found");
	is_string("withdrawn", m.state, "...as withdrawn");
	is_string("Salah nama.", m.reason, "...with the reason");
	is_int(CASE_STATE, letter_withdraw(play_office, &a, l.id), "...once");
	is_string("withdrawn", state(l.id), "...for everybody");
}

/* -- their ends ----------------------------------------------------------- */

/* A case at the row that signs, claimed, with a letter prepared by a text. */
static struct task_row
prepared(const char *text, struct letter_row *l)
{
	struct letter_order o = order("balasan", "2026-01-05");
	int64_t id = play_case(SIGAP, "admin-user", "5");
	struct task_row t = play_claim(TU, id);

	play_must(prepare(TU, &t, &o, text, l), "a letter");
	is_string("reserved", state(l->id), "%s: prepared", text);
	return play_again(t.id);
}

/* The words that the last event has for its letters. */
static int
says(int64_t case_id, const char *words)
{
	struct db_stmt *st = db_query(office_db(play_office), "SELECT payload"
	    " FROM event_data WHERE stream = $1 AND payload LIKE $2", "it",
	    case_id, words);
	int found = db_step(st);

	db_done(st);
	return found;
}

static void
in_force_when_sent(void)
{
	struct letter_row l, wrong;
	struct task_row t = prepared("balasan", &l);
	struct act a;

	play_keep(t.case_id);
	wrong = l;
	strcpy(wrong.number, "W.6.UM.01.01-9999");
	play_refused(CASE_INVALID, send(TU, t.id, OUTCOME_FORWARD, &wrong,
	    other), "not with another number");
	is_string("nomor_surat", office_field(play_office), "...it is named");
	ok(strstr(office_why(play_office), l.number) != NULL,
	    "...with the right one");
	wrong = l;
	strcpy(wrong.dated, "2026-01-02");
	play_refused(CASE_INVALID, send(TU, t.id, OUTCOME_FORWARD, &wrong,
	    other), "not with another date");
	is_string("tanggal_surat", office_field(play_office), "...it is named");
	play_refused(CASE_INVALID, send(TU, t.id, OUTCOME_FORWARD, &l, NULL),
	    "not without the signed file");
	is_string("berkas", office_field(play_office), "...it is named");
	is_string("reserved", state(l.id), "still only prepared");
	is_int(CASE_OK, send(TU, t.id, OUTCOME_FORWARD, &l, other), "sent");
	is_string("valid", state(l.id), "...it is in force");
	ok(says(t.case_id, "%\"letters\":{\"berlaku\":[\"W.6.%"),
	    "...the event says so");
	t = play_again(t.id);
	a = play_act(TU, &t);
	is_int(CASE_OK, act_recall(play_office, &a), "taken back");
	is_string("reserved", state(l.id), "...it is only prepared again");
	is_int(CASE_OK, send(TU, t.id, OUTCOME_FORWARD, &l, other), "resent");
	is_string("valid", state(l.id), "...it is in force again");
}

/* A letter prepared anew stands in the place of the other once it is sent. */
static void
replaced_when_sent(void)
{
	struct letter_order o = order("sertifikat", "2026-01-05");
	struct letter_row l, m;
	struct task_row t = prepared("balasan", &l);

	play_must(issue(TU, &t, &o, &m), "a letter of another kind");
	is_string("dropped", state(l.id), "the first is given up");
	is_int(CASE_OK, send(TU, t.id, OUTCOME_FORWARD, &m, other), "sent");
	is_string("valid", state(m.id), "...the second is in force");
	is_string("dropped", state(l.id), "...and the first not");
}

static void
cancelled_otherwise(void)
{
	struct letter_order o = order("balasan", "2026-01-05");
	struct letter_row l, m;
	struct task_row t = prepared("balasan", &l);
	struct act a = { .note = "Tidak jadi magang.", .now = play_now };

	is_int(CASE_OK, send(TU, t.id, OUTCOME_RETURN, &l, NULL), "returned");
	is_string("dropped", state(l.id), "...the letter is cancelled");
	ok(says(t.case_id, "%\"letters\":{\"dibatalkan\":[\"W.6.%"),
	    "...the event says so");
	play_claim("duta-sigap", t.case_id);
	play_finish("duta-sigap", t.case_id, OUTCOME_FORWARD);
	t = play_claim(TU, t.case_id);
	play_must(issue(TU, &t, &o, &m), "another at the next visit");
	ok(strcmp(l.number, m.number) != 0, "...with another number");
	t = prepared("balasan", &l);
	is_int(CASE_OK, send(TU, t.id, OUTCOME_REFUSE, &l, NULL), "refused");
	is_string("dropped", state(l.id), "...the letter is cancelled");
	t = prepared("balasan", &l);
	a.actor.person_id = play_person("admin-user");
	a.case_id = t.case_id;
	is_int(CASE_OK, act_withdraw(play_office, &a), "withdrawn");
	is_string("dropped", state(l.id), "...the letter is cancelled");
	t = prepared("balasan", &l);
	a.actor.person_id = play_person("admin");
	a.case_id = t.case_id;
	is_int(CASE_OK, act_cancel(play_office, &a), "the case is cancelled");
	is_string("dropped", state(l.id), "...the letter is cancelled");
}

/* -- a case that ends after its approval ---------------------------------- */

/* End a case from outside its rows: by its applicant, or by the office. */
static enum case_err
stop(int64_t case_id, const char *login)
{
	struct act a = { .note = "Tidak jadi.", .now = play_now,
		.case_id = case_id, .actor = { .person_id =
		play_person(login) } };

	return strcmp(login, "admin") == 0 ? act_cancel(play_office, &a) :
	    act_withdraw(play_office, &a);
}

/* Its code says cancelled, for a reason. */
static void
is_cancelled(const struct letter_row *l, const char *reason)
{
	struct letter_row m;

	is_int(CASE_OK, find(l->id, &m, "192.0.2.1"), "...its code is known");
	is_int(LETTER_CANCELLED, letter_state_of(&m), "...it is cancelled");
	is_string("withdrawn", m.state, "...having been in force");
	is_string(reason, m.reason, "...for a reason");
	ok(m.changed_at == play_now, "...now");
}

/* A case of SIGAP at a row behind the one that signed. */
static int64_t
approved(struct letter_row *l, const char *no)
{
	struct task_row t = prepared("balasan", l);

	play_must(send(TU, t.id, OUTCOME_FORWARD, l, other), "sent");
	while (strcmp(sop_row_at(office_sop(play_office, t.version_id),
	    (int)play_task(t.case_id, NULL).pos)->no, no) != 0) {
		const struct task_row u = play_task(t.case_id, NULL);

		play_claim(u.performer, t.case_id);
		play_finish(u.performer, t.case_id, OUTCOME_FORWARD);
	}
	is_string("valid", state(l->id), "in force at row %s", no);
	return t.case_id;
}

static void
before_it_is_given(void)
{
	struct document d;
	struct letter_row l;
	struct case_row c;
	int64_t id = approved(&l, "6");

	play_now += 60;
	is_int(CASE_OK, stop(id, "admin-user"), "withdrawn after it");
	is_cancelled(&l, "Permohonan tidak dilanjutkan pemohon.");
	ok(says(id, "%\"letters\":{\"dibatalkan\":[\"W.6.%"),
	    "...the event says so");
	id = approved(&l, "7");
	play_now += 60;
	is_int(CASE_OK, stop(id, "admin"), "cancelled after it");
	is_cancelled(&l, "Berkas dibatalkan kantor.");
	is_int(CASE_STATE, stop(id, "admin"), "...once");
	id = approved(&l, "8");
	play_keep(id);
	play_refused(CASE_STATE, stop(id, "admin-user"),
	    "one that lies there to be fetched is not withdrawn");
	play_now += 60;
	c = play_row(id);
	is_int(CASE_OK, case_answer(play_office, &c, &d), "it is offered");
	is_int(CASE_OK, stop(id, "admin"), "...but cancelled");
	is_cancelled(&l, "Berkas dibatalkan kantor.");
	c = play_row(id);
	is_int(CASE_NOT_FOUND, case_answer(play_office, &c, &d),
	    "...and offered no more");
	id = approved(&l, "8");
	play_finish("admin-user", id, OUTCOME_DOWNLOAD);
	is_string("valid", state(l.id), "fetched, it is in force");
	c = play_row(id);
	is_int(CASE_OK, case_answer(play_office, &c, &d), "...and stays his");
	id = approved(&l, "8");
	is_int(CASE_OK, act_expire(play_office, play_task(id, NULL).id,
	    play_now), "never fetched");
	is_string("valid", state(l.id), "...it is in force");
}

/* A case whose first of two signers has sent a letter. */
static int64_t
half_signed(struct letter_row *l)
{
	struct letter_order o = order("balasan", "2026-01-05");
	int64_t id = play_case("pinjam-ruang", "admin-user", "5");
	struct task_row t = play_claim("kadivmin", id);

	play_must(issue("kadivmin", &t, &o, l), "a letter");
	t = play_again(t.id);
	play_must(play_try("kadivmin", &t, OUTCOME_FORWARD), "sent");
	is_string("valid", state(l->id), "one of two has sent it");
	return id;
}

static void
decided_otherwise(void)
{
	struct letter_row l;
	int64_t id = half_signed(&l);

	play_now += 60;
	play_claim("kadiv-yankumham", id);
	play_finish("kadiv-yankumham", id, OUTCOME_RETURN);
	is_cancelled(&l, "Berkas dikembalikan untuk diperbaiki.");
	id = half_signed(&l);
	play_now += 60;
	play_claim("kadiv-yankumham", id);
	play_finish("kadiv-yankumham", id, OUTCOME_REFUSE);
	is_cancelled(&l, "Permohonan ditolak sesudahnya.");
}

/* Fetched, and the applicant was told: a case at the row after that. */
static int64_t
given(struct letter_row *l)
{
	int64_t id = half_signed(l);

	play_claim("kadiv-yankumham", id);
	play_finish("kadiv-yankumham", id, OUTCOME_FORWARD);
	play_finish("admin-user", id, OUTCOME_DOWNLOAD);
	is_string("review", play_task(id, NULL).kind, "it is given");
	return id;
}

/* A letter that somebody has shown to others stays in force, until the office
 * says otherwise of the letter itself. */
static void
after_it_is_given(void)
{
	struct letter_row l, m;
	struct act a = { .actor = { .person_id = play_person("admin") },
		.now = play_now, .note = "Keliru." };

	a.case_id = given(&l);
	is_int(CASE_OK, stop(a.case_id, "admin-user"), "withdrawn");
	is_string("valid", state(l.id), "...the letter stays");
	is_int(CASE_OK, letter_withdraw(play_office, &a, l.id),
	    "...until an administrator cancels it");
	is_string("withdrawn", state(l.id), "...which it then is");
	a.case_id = given(&l);
	is_int(CASE_OK, stop(a.case_id, "admin"), "cancelled");
	is_string("valid", state(l.id), "...the letter stays");
	a.case_id = given(&m);
	play_claim("jfu", a.case_id);
	play_finish("jfu", a.case_id, OUTCOME_RETURN);
	is_string("valid", state(m.id), "returned: the letter stays");
	is_string("valid", state(l.id), "...and that of another case");
}

/* A letter that has ended stays as it is. */
static void
ended_before(void)
{
	struct letter_order o = order("balasan", "2026-01-05");
	struct letter_row old, l;
	struct task_row t = prepared("balasan", &old);
	struct act a = { .actor = { .person_id = play_person("admin") },
		.case_id = t.case_id, .now = play_now, .note = "Keliru." };

	play_must(issue(TU, &t, &o, &l), "another in its place");
	play_must(send(TU, t.id, OUTCOME_FORWARD, &l, other), "sent");
	play_must(letter_withdraw(play_office, &a, l.id), "withdrawn");
	is_int(CASE_OK, stop(t.case_id, "admin"), "the case is cancelled");
	is_string("superseded", state(old.id), "...replaced is replaced");
	play_must(letter_get(play_office, l.id, &l), "read");
	is_string("Keliru.", l.reason, "...a reason is kept");
}

/* The decision and the letter that goes with it say the same. */
static void
never_the_opposite(void)
{
	struct letter_row l;
	struct task_row t = prepared("balasan-tolak", &l);
	struct document d = { .id = 0 };
	struct case_row c;

	play_keep(t.case_id);
	play_refused(CASE_INVALID, send(TU, t.id, OUTCOME_FORWARD, &l, other),
	    "no approval goes out with a letter that refuses");
	is_string("keputusan", office_field(play_office), "...it is named");
	is_int(CASE_OK, send(TU, t.id, OUTCOME_REFUSE, &l, other),
	    "a refusal does");
	is_string("valid", state(l.id), "...that letter is in force");
	while ((c = play_row(t.case_id)).ended_at == 0 &&
	    strcmp(play_task(t.case_id, NULL).kind, "download") != 0) {
		const struct task_row u = play_task(t.case_id, NULL);

		play_claim(u.performer, t.case_id);
		play_finish(u.performer, t.case_id, OUTCOME_FORWARD);
	}
	is_int(CASE_OK, case_answer(play_office, &c, &d), "it has an answer");
	t = prepared("balasan", &l);
	play_keep(t.case_id);
	play_refused(CASE_INVALID, send(TU, t.id, OUTCOME_REFUSE, &l, other),
	    "no refusal goes out with a letter that accepts");
	is_string("keputusan", office_field(play_office), "...it is named");
	is_string("reserved", state(l.id), "...it is prepared still");
}

static void
four_states(void)
{
	static const char *const stored[] = { "reserved", "valid",
		"superseded", "withdrawn", "dropped" };
	static const char *const slug[] = { "disiapkan", "berlaku", "diganti",
		"dibatalkan", "dibatalkan" };
	struct letter_row l;

	for (int i = 0; i < 5; i++) {
		strcpy(l.state, stored[i]);
		is_string(slug[i], letter_state_words(&l)->slug, "%s",
		    stored[i]);
		ok(letter_state_named(slug[i]) == letter_state_words(&l),
		    "...by its name");
	}
	ok(letter_state_named("valid") == NULL, "nothing else is a state");
}

static void
files_of_a_letter(void)
{
	struct letter_order o = order("balasan", "2026-01-05");
	struct letter_row l;
	int64_t id = play_case(SIGAP, "admin-user", "5");
	struct task_row t = play_claim(TU, id);
	int64_t n;
	struct letter_row *list;
	size_t count;

	play_must(issue(TU, &t, &o, &l), "a letter");
	n = fixture_int(play_office, "SELECT count(*) FROM documents"
	    " WHERE case_id = $1 AND field = 'surat'", id);
	ok(n > 0, "the paper is a document of the case");
	is_int(CASE_OK, letter_list(play_office, id, &list, &count), "listed");
	is_int(1, (int64_t)count, "...one letter");
	is_int(LETTER_FILE_UNSIGNED, letter_has_file(play_office, &list[0],
	    hash), "...and its file, not signed");
	is_int(LETTER_FILE_OTHER, letter_has_file(play_office, &list[0],
	    other), "...no other");
	play_must(send(TU, t.id, OUTCOME_FORWARD, &l, other), "sent");
	is_int(LETTER_FILE_OFFICE, letter_has_file(play_office, &list[0],
	    other), "the signed one");
	free(list);
}

static void
signed_file(const struct task_row *t, int64_t id, const char *sha256)
{
	char sql[512];

	snprintf(sql, sizeof(sql), "INSERT INTO documents (id, case_id,"
	    " task_id, field, name, type, size, sha256, added_at) VALUES"
	    " (%lld, %lld, %lld, 'surat_ttd', 'a.pdf', 'application/pdf', 1,"
	    " '%s', %lld)", (long long)id, (long long)t->case_id,
	    (long long)t->id, sha256, (long long)play_now);
	fixture_run(play_office, sql);
}

/* A file signed for one letter is not that of the one it replaced. */
static void
files_of_its_time(void)
{
	static const char third[] = "00000000000000000000000000000000"
		"00000000000000000000000000000000";
	struct letter_order o = order("balasan", "2026-01-05");
	struct letter_row l, m;
	int64_t id = play_case(SIGAP, "admin-user", "5");
	struct task_row t = play_claim(TU, id);

	play_must(issue(TU, &t, &o, &l), "a letter");
	signed_file(&t, 71, other);
	play_now += 60;
	t = play_again(t.id);
	play_must(issue(TU, &t, &o, &m), "another in its place");
	signed_file(&t, 72, third);
	play_must(letter_get(play_office, l.id, &l), "the first");
	play_must(letter_get(play_office, m.id, &m), "the second");
	ok(letter_has_file(play_office, &l, other), "what was signed first");
	ok(!letter_has_file(play_office, &l, third), "...not what came later");
	ok(letter_has_file(play_office, &m, third), "what was signed then");
	ok(!letter_has_file(play_office, &m, other), "...not what was before");
}

static void
guessing_brakes_nobody(void)
{
	struct letter_row l;
	struct letter_try try = { "K7QM-3WXA-9HTP", "198.51.100.7",
		play_now };
	enum case_err err = CASE_OK;
	char why[256];

	is_int(CASE_NOT_FOUND, letter_find(play_office, &try, &l), "unknown");
	snprintf(why, sizeof(why), "%s", office_why(play_office));
	try.code = "tidak";
	is_int(CASE_NOT_FOUND, letter_find(play_office, &try, &l), "no code");
	is_string(why, office_why(play_office), "...is told the same");
	for (int i = 0; i < 2100; i++)
		err = letter_find(play_office, &try, &l);
	is_int(CASE_NOT_FOUND, err, "...however often it is asked");
}

/* -- two at once ------------------------------------------------------- */

static void
racer(int first, int64_t *task)
{
	struct letter_order o = order("balasan", "2026-03-02");
	struct letter_row l;
	char why[256];

	play_office = office_open(folder, DB_WRITE, why, sizeof(why));
	for (int i = first; play_office != NULL && i < 2 * RACES; i += 2) {
		struct task_row t = play_again(task[i]);

		if (issue(TU, &t, &o, &l) != CASE_OK)
			_exit(1);
	}
	_exit(play_office == NULL);
}

static void
two_at_once(void)
{
	int64_t task[2 * RACES];
	int status, failed = 0;
	char why[256];

	folder_make();
	play_office = fixture_open(folder);
	play_clock("2026-01-05T08:00");
	for (int i = 0; i < 2 * RACES; i++) {
		int64_t id = play_case(SIGAP, "admin-user", "5");

		task[i] = play_claim(TU, id).id;
	}
	office_close(play_office);
	fflush(stdout);
	for (int i = 0; i < 2; i++)
		if (fork() == 0)
			racer(i, task);
	for (int i = 0; i < 2; i++)
		failed |= wait(&status) == -1 || status != 0;
	play_office = office_open(folder, DB_WRITE, why, sizeof(why));
	ok(!failed, "two processes issue %d letters each", RACES);
	is_int(2 * RACES, fixture_int(play_office, "SELECT"
	    " count(DISTINCT number) FROM letters WHERE year = $1", 2026),
	    "...with as many numbers");
	is_int(2 * RACES, fixture_int(play_office, "SELECT value FROM counters"
	    " WHERE name LIKE 'surat/%' AND $1 = $1", 0), "...and no gap");
}

/* -- letterheads ------------------------------------------------------- */

static const char heads[] =
	"# dua masa\n"
	"[2018-08-01]\nkop: LAMA\nnomor: W.6-{urut}.GR.01.01 TAHUN {tahun}\n"
	"jabatan: Kepala Kantor Wilayah\n\n"
	"[2024-11-01]\nkop: BARU\nnomor: W.6.{klasifikasi}-{urut}/{bulan}\n"
	"klasifikasi: UM.01.01\njabatan: Kepala\n"
	"[2024-11-01]\nunit: kanim\nkop: KANIM\nnomor: {urut}\njabatan: K\n";

static void
heads_of_their_time(void)
{
	struct letterhead h;
	char why[256], n[64];

	is_int(0, letterhead_find("kop", heads, strlen(heads), "kanwil",
	    "2024-10-31", &h, why, sizeof(why)), "the day before");
	is_string("LAMA", h.line[0], "...the old head");
	letter_number_write(&h, "", 36, "2021-02-03", n, sizeof(n));
	is_string("W.6-0036.GR.01.01 TAHUN 2021", n, "...and its numbers");
	is_int(0, letterhead_find("kop", heads, strlen(heads), "kanwil",
	    "2024-11-01", &h, why, sizeof(why)), "the first day");
	is_string("BARU", h.line[0], "...the new head");
	letter_number_write(&h, "", 136, "2025-12-15", n, sizeof(n));
	is_string("W.6.UM.01.01-0136/XII", n, "...and its numbers");
	letter_number_write(&h, "OT.02.02", 12345, "2025-12-15", n, sizeof(n));
	is_string("W.6.OT.02.02-12345/XII", n, "...of another class");
	is_int(-1, letter_number_write(&h, "OT.02.02", 1, "2025-12-15", n, 12),
	    "...which has to fit");
	is_int(0, letterhead_find("kop", heads, strlen(heads), "kanim",
	    "2025-01-01", &h, why, sizeof(why)), "another unit");
	is_string("KANIM", h.line[0], "...has its own");
	is_int(-1, letterhead_find("kop", heads, strlen(heads), "kanwil",
	    "2018-07-31", &h, why, sizeof(why)), "before all");
	is_string("kop:16: tidak ada kop yang berlaku pada 2018-07-31", why,
	    "...none");
	is_int(-1, letterhead_find("kop", "[\0\n", 3, "", NULL, NULL, why,
	    sizeof(why)), "a NUL");
	ok(strstr(why, "kop:1: ada karakter NUL") != NULL,
	    "...is told, and comes to an end");
}

int
main(void)
{
	heads_of_their_time();
	four_states();
	play_open();
	numbers_follow();
	reserved_is_kept();
	one_for_each();
	one_is_refused();
	not_by_anybody();
	withdrawn();
	in_force_when_sent();
	replaced_when_sent();
	cancelled_otherwise();
	before_it_is_given();
	decided_otherwise();
	after_it_is_given();
	ended_before();
	never_the_opposite();
	files_of_a_letter();
	files_of_its_time();
	play_whole();
	guessing_brakes_nobody();
	office_close(play_office);
	two_at_once();
	play_whole();
	office_close(play_office);
	return tap_done();
}
