/*
 * act_finish-t.c - returns and refusals: where they lead, what they need, what
 * they leave behind; one's own draft; the reason of lateness; the form.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "case/act_finish.h"
#include "case/act_hold.h"
#include "case/act_recall.h"
#include "case/act_start.h"
#include "office/change.h"
#include "tests/case/fixture.h"
#include "tests/case/play.h"
#include "tests/case/walk.h"
#include "tests/slurp.h"

#define WNA "keimigrasian-wna"

static struct act
prepared(const char *login, const struct task_row *t,
    struct fixture_form *form)
{
	struct act a = play_act(login, t);

	fixture_fill(play_office, sop_row_at(office_sop(play_office,
	    t->version_id), (int)t->pos), form, &a);
	return a;
}

static enum case_err
finish(struct act *a, enum outcome outcome)
{
	return act_finish(play_office, a, outcome);
}

/* Pagu anggaran, row 7: back to 6 or 5. */
static void
returns_lead(void)
{
	int64_t id = play_case("pagu-anggaran", "kakanwil", "7");
	struct task_row t = play_claim("kabag-program-humas", id);
	struct fixture_form form;
	struct act a = prepared("kabag-program-humas", &t, &form);

	play_keep(id);
	play_refused(CASE_INVALID, finish(&a, OUTCOME_RETURN),
	    "a return needs a reason");
	is_string("note", office_field(play_office), "... and says so");
	a.note = "Salah!";
	play_refused(CASE_INVALID, finish(&a, OUTCOME_RETURN),
	    "... of a sentence");
	a.note = "\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9";
	play_refused(CASE_INVALID, finish(&a, OUTCOME_RETURN),
	    "... in characters, not in bytes");
	a.note = "   Salah!   ";
	play_refused(CASE_INVALID, finish(&a, OUTCOME_RETURN),
	    "... nor in blanks");
	a.note = "Angka belum cocok.";
	a.return_pos = 4;
	play_refused(CASE_INVALID, finish(&a, OUTCOME_RETURN),
	    "to a row that is named");
	play_refused(CASE_INVALID, finish(&a, OUTCOME_REFUSE),
	    "the row cannot refuse");
	play_refused(CASE_INVALID, finish(&a, OUTCOME_DOWNLOAD),
	    "nor is it a download");
	play_refused(CASE_INVALID, finish(&a, OUTCOME_VOID),
	    "nor can anything else be asked for");
	a.return_pos = 5;
	is_int(CASE_OK, finish(&a, OUTCOME_RETURN), "to the other row");
	is_int(5, play_task(id, NULL).pos, "... it leads there");
	is_int(5, play_again(t.id).return_pos, "... is remembered");
	is_int(play_task(id, NULL).id, a.next_task, "... and told");
	is_string("jfu|jft", a.next_performer, "... with its performer");
	play_claim("jfu", id);
	play_finish("jfu", id, OUTCOME_FORWARD);
	is_int(2, play_task(id, NULL).visit, "the rows after it run again");
	is_int(6, play_task(id, NULL).pos, "... one after the other");
}

/* Row 6 of the immigration service refuses to row 13, then the case ends. */
static void
refusal_jumps(void)
{
	int64_t id;
	struct task_row t;

	play_clock("2026-01-05T08:00");
	id = play_case(WNA, "petugas-entry-scan-kanim", "6");
	t = play_task(id, NULL);
	play_clock("2026-01-05T09:00");
	t = play_finish("petugas-biometric-kanim", id, OUTCOME_REFUSE);
	is_string("refuse", t.outcome, "refused at row 6");
	is_int(13, play_task(id, NULL).pos, "... row 13 follows");
	is_int(13, play_row(id).end_pos, "... as the last");
	is_int(0, fixture_int(play_office, "SELECT count(*) FROM tasks"
	    " WHERE case_id = $1 AND pos BETWEEN 7 AND 12", id),
	    "the rows between are jumped over");
	play_claim("petugas-kanwil", id);
	t = play_finish("petugas-kanwil", id, OUTCOME_FORWARD);
	is_string("end", t.outcome, "then the case ends");
	is_string("refused", play_row(id).result, "... refused");
	is_int(play_now, play_row(id).promise_to,
	    "the answer keeps the promise, whatever it is");
}

static void
refusal_goes_on(void)
{
	int64_t id = play_case("sigap-magang-penelitian", "admin-user", "5");

	play_claim("subbag-kepegawaian-tu-rt", id);
	play_finish("subbag-kepegawaian-tu-rt", id, OUTCOME_REFUSE);
	is_int(6, play_task(id, NULL).pos, "refused, the next row follows");
	play_claim("duta-sigap", id);
	play_finish("duta-sigap", id, OUTCOME_FORWARD);
	play_claim("admin-kanwil", id);
	play_finish("admin-kanwil", id, OUTCOME_FORWARD);
	play_finish("admin-user", id, OUTCOME_DOWNLOAD);
	is_string("refused", play_row(id).result,
	    "the answer fetched, the case is refused");
}

/* Sent back before the row that refused, it is decided anew. */
static void
refusal_undone(void)
{
	int64_t id = play_case("pinjam-ruang", "admin-user", "5");

	play_claim("kadivmin", id);
	play_finish("kadivmin", id, OUTCOME_REFUSE);
	play_finish("admin-user", id, OUTCOME_DOWNLOAD);
	is_int(8, play_task(id, NULL).pos, "the system's row closed itself");
	play_claim("jfu-2", id);
	play_finish("jfu-2", id, OUTCOME_RETURN);
	is_int(0, play_row(id).refused, "sent back, it is not refused");
	is_int(0, play_row(id).promise_to, "... nor is the promise kept");
	play_claim("jfu", id);
	play_finish("jfu", id, OUTCOME_FORWARD);
	is_int(2, play_open_tasks(id), "... it is signed again");
	id = play_case("pinjam-ruang", "admin-user", "2");
	play_claim("jft", id);
	play_finish("jft", id, OUTCOME_REFUSE);
	is_string("refused", play_row(id).result,
	    "a refusal to the system's row ends at once");
	is_int(0, play_open_tasks(id), "... and leaves nothing open");
}

/* Nobody approves his own draft, even as a deputy. */
static void
own_drafts(void)
{
	int64_t id;
	struct task_row t;
	struct fixture_form form;
	struct act a;

	play_hold("jfu", "kadivmin", "plh");
	id = play_case("pinjam-ruang", "admin-user", "5");
	t = play_task(id, "kadivmin");
	a = prepared("jfu", &t, &form);
	play_must(act_claim(play_office, &a), "claim");
	a.version++;
	play_keep(id);
	play_refused(CASE_INVALID, finish(&a, OUTCOME_FORWARD),
	    "the drafter as Plh. cannot approve");
	is_string("exception", office_field(play_office), "... and is told");
	a.exception = 1;
	play_refused(CASE_INVALID, finish(&a, OUTCOME_FORWARD),
	    "an exception needs a reason");
	a.note = "Hanya ada satu pejabat hari ini.";
	is_int(CASE_OK, finish(&a, OUTCOME_FORWARD), "... then");
	is_int(1, play_again(t.id).own_approval, "it is marked");
	t = play_task(id, "kadiv-yankumham");
	a = prepared("jfu", &t, &form);
	a.actor.behalf_id = play_person("kadiv-yankumham");
	a.evidence = "Lembar disposisi";
	fixture_clerk(play_office, "jfu", "kadiv-yankumham");
	play_keep(id);
	play_refused(CASE_DENIED, finish(&a, OUTCOME_FORWARD),
	    "nor does the drafter record another's approval");
	fixture_run(play_office, "DELETE FROM clerks");
	fixture_run(play_office, "DELETE FROM holders WHERE capacity = 'plh'");
	play_claim("kadiv-yankumham", id);
	t = play_finish("kadiv-yankumham", id, OUTCOME_FORWARD);
	is_int(0, t.own_approval, "who did not draft it is not");
}

static void
late_reasons(void)
{
	int64_t id;
	struct task_row t;
	struct fixture_form form;
	struct act a;

	play_clock("2026-01-05T08:00");
	id = play_case("pagu-anggaran", "kakanwil", "2");
	t = play_claim("kadivmin", id);
	play_clock("2026-01-05T08:15:01");
	a = prepared("kadivmin", &t, &form);
	play_keep(id);
	play_refused(CASE_INVALID, finish(&a, OUTCOME_FORWARD),
	    "a second late, the reason is asked for");
	is_string("late_reason", office_field(play_office), "... by name");
	a.late_reason = "malas";
	play_refused(CASE_INVALID, finish(&a, OUTCOME_FORWARD),
	    "one of those there are");
	a.late_reason = "dinas-luar";
	is_int(CASE_OK, finish(&a, OUTCOME_FORWARD), "... is taken");
	t = play_again(t.id);
	is_string("over", t.verdict, "late");
	is_string("dinas-luar", t.late_reason, "... and why");
	t = play_claim("kabag-program-humas", id);
	a = prepared("kabag-program-humas", &t, &form);
	a.late_reason = "rapat";
	play_must(finish(&a, OUTCOME_FORWARD), "in time");
	is_string("", play_again(t.id).late_reason,
	    "who is in time gives none");
}

/* The library itself asks for the form, whoever calls it. */
static void
forms(void)
{
	int64_t id = play_case("sigap-magang-penelitian", "admin-user", "5");
	struct task_row t = play_claim("subbag-kepegawaian-tu-rt", id);
	struct fixture_form form;
	struct act a = prepared("subbag-kepegawaian-tu-rt", &t, &form);

	a.nfile = 0;
	play_keep(id);
	play_refused(CASE_INVALID, finish(&a, OUTCOME_FORWARD),
	    "without the signed letter nothing is approved");
	is_string("berkas", office_field(play_office), "... it is named");
	a.nfile = form.nfile;
	a.nvalue = 0;
	play_refused(CASE_INVALID, finish(&a, OUTCOME_FORWARD),
	    "nor without its number");
	is_string("nomor_surat", office_field(play_office), "... likewise");
	form.file[0].type = "image/png";
	a.nvalue = form.nvalue;
	play_refused(CASE_INVALID, finish(&a, OUTCOME_FORWARD),
	    "nor by a picture");
	a.nvalue = a.nfile = 0;
	a.note = "Nama peserta keliru.";
	is_int(CASE_OK, finish(&a, OUTCOME_RETURN), "a return needs no form");
	t = play_claim("duta-sigap", id);
	a = prepared("duta-sigap", &t, &form);
	a.value = (struct act_value[]){ { "tidak-ada", "x" } };
	a.nvalue = 1;
	is_int(CASE_OK, finish(&a, OUTCOME_FORWARD),
	    "what the row does not ask for");
	is_int(0, fixture_int(play_office, "SELECT count(*) FROM event_data"
	    " WHERE stream = $1 AND payload LIKE '%tidak-ada%'", id),
	    "... is not kept");
}

/* A file handed in before need not be handed in again. */
static void
files_kept(void)
{
	int64_t id = play_case("pinjam-ruang", "admin-user", "2");
	struct task_row t;
	struct fixture_form form;
	struct act a;

	play_claim("jft", id);
	play_finish("jft", id, OUTCOME_RETURN);
	t = play_task(id, NULL);
	a = prepared("admin-user", &t, &form);
	is_int(1, (int64_t)a.nfile, "the request has a letter");
	a.nfile = 0;
	is_int(CASE_OK, finish(&a, OUTCOME_FORWARD),
	    "mended without it, the old one stands");
	is_int(1, fixture_int(play_office, "SELECT count(*) FROM documents"
	    " WHERE case_id = $1", id), "... once");
}

/* Long text is cut between letters, and found by its words. */
static void
long_words(void)
{
	struct act_start s = { .version_id = office_sop_version(play_office,
	    "pinjam-ruang", play_now) };
	struct act a = { .now = play_now };
	struct fixture_form form;
	char subject[300];
	int i;

	for (i = 0; i < 50; i++)
		memcpy(subject + 4 * i, "rr\xd0\xb6", 4);
	memcpy(subject + 200, " ruang", 7);
	fixture_fill(play_office, sop_row_at(office_sop(play_office,
	    s.version_id), 1), &form, &a);
	a.actor.person_id = play_person("admin-user");
	s.subject = subject;
	subject[159] = '\0';
	is_int(CASE_INVALID, act_start(play_office, &a, &s),
	    "half a letter is none");
	subject[158] = '\0';
	is_int(CASE_OK, act_start(play_office, &a, &s), "a long word");
	is_string(subject, play_row(a.case_id).subject, "... is kept");
	is_int(1, fixture_int(play_office, "SELECT count(*) FROM search_words"
	    " WHERE case_id = $1 AND length(word) BETWEEN 30 AND 36",
	    a.case_id),
	    "... as a word cut between letters");
}

/* An SOP whose second row asks for a name. */
static void
publish_named(void)
{
	struct change ch = { .now = play_now };
	size_t len;
	char *yaml = slurp("tests/data/sop-ruang.yaml", &len), *whole, *at;
	int64_t version;

	at = strstr(yaml, "    tolak: 7,end\n");
	if (asprintf(&whole, "%.*s    isian:\n      - { nama: nama, label: "
	    "Peminjam, jenis: teks, maks: 80 }\n%s", (int)(at - yaml), yaml,
	    at) < 0)
		bail("out of memory");
	play_must(office_publish(play_office, &ch, "ruang", whole,
	    strlen(whole), &version), "publish");
	free(whole);
	free(yaml);
}

static void
name_it(int64_t id, const char *name)
{
	struct task_row t = play_claim("jft", id);
	struct act a = play_act("jft", &t);

	a.value = (struct act_value[]){ { "nama", name } };
	a.nvalue = 1;
	a.late_reason = "beban";
	play_must(finish(&a, OUTCOME_FORWARD), "finish");
}

/* A name that comes later is added to the whole subject, and replaced whole. */
static void
named_later(void)
{
	const struct act_value subject = { "perihal",
	    "Universitas Sriwijaya, Palembang" };
	struct act_start st;
	struct act a = { .now = play_now };
	struct fixture_form form;
	struct task_row t;
	int64_t id;

	publish_named();
	st = (struct act_start){ .version_id = office_sop_version(play_office,
	    "pinjam-ruang", play_now) };
	fixture_form(play_office, sop_row_at(office_sop(play_office,
	    st.version_id), 1), play_now, &subject, 1, &form);
	a.actor.person_id = play_person("admin-user");
	a.value = form.value;
	a.nvalue = form.nvalue;
	a.file = form.file;
	a.nfile = form.nfile;
	play_must(act_start(play_office, &a, &st), "start");
	id = a.case_id;
	is_string("Universitas Sriwijaya, Palembang", play_row(id).subject,
	    "a subject with a comma");
	name_it(id, "Dr. Siti, M.Si.");
	is_string("Universitas Sriwijaya, Palembang, Dr. Siti, M.Si.",
	    play_row(id).subject, "... keeps its end when a name comes");
	walk_to(play_office, id, 5, play_now);
	t = play_claim("kadivmin", id);
	a = play_act("kadivmin", &t);
	a.note = "Nama peminjam keliru.";
	a.return_pos = 2;
	play_must(finish(&a, OUTCOME_RETURN), "return");
	name_it(id, "Budi");
	is_string("Universitas Sriwijaya, Palembang, Budi",
	    play_row(id).subject, "... and when another does");
}

/* -- branches ------------------------------------------------------------- */

/* Try to forward the row that branches with a value; NULL: none. */
static enum case_err
choose(int64_t id, const char *value)
{
	struct task_row t = play_task(id, NULL);
	struct act a = play_act("kadivmin", &t);

	a.value = &(struct act_value){ "sifat", value };
	a.nvalue = value != NULL;
	a.late_reason = "beban";
	return finish(&a, OUTCOME_FORWARD);
}

static int64_t
visits(int64_t id, int row)
{
	char sql[120];

	snprintf(sql, sizeof(sql), "SELECT count(*) FROM tasks"
	    " WHERE case_id = $1 AND pos = %d", row);
	return fixture_int(play_office, sql, id);
}

static void
goes_three_ways(void)
{
	int64_t id = play_case("surat-masuk", "jfu", "2");

	play_keep(id);
	play_refused(CASE_INVALID, choose(id, NULL), "a branch is chosen");
	play_refused(CASE_INVALID, choose(id, "segera"), "...of those there "
	    "are");
	play_must(choose(id, "biasa"), "choose");
	is_int(3, play_task(id, NULL).pos, "a value without a way goes on");
	id = play_case("surat-masuk", "jfu", "2");
	play_must(choose(id, "rahasia"), "choose");
	is_int(4, play_task(id, NULL).pos, "one leads past a row");
	is_int(0, visits(id, 3), "...which has no task");
	play_finish("kadivmin", id, OUTCOME_FORWARD);
	play_finish("kadivmin", id, OUTCOME_FORWARD);
	is_string("done", play_row(id).result, "...to the end of the case");
	is_int(0, visits(id, 3), "...without it");
	id = play_case("surat-masuk", "jfu", "2");
	play_must(choose(id, "tembusan"), "choose");
	is_string("ended", play_row(id).state, "one ends the case");
	is_string("done", play_row(id).result, "...well");
	ok(play_row(id).promise_to != 0, "...and its promise");
	is_int(2, fixture_int(play_office, "SELECT count(*) FROM tasks"
	    " WHERE case_id = $1", id), "...after two rows");
}

/* Each forward chooses anew; a return goes where it always goes. */
static void
chooses_anew(void)
{
	int64_t id = play_case("surat-masuk", "jfu", "2");
	struct task_row t;
	struct act a;

	play_must(choose(id, "rahasia"), "choose");
	t = play_task(id, NULL);
	a = play_act("kadivmin", &t);
	a.note = "Bukan surat rahasia.";
	play_must(finish(&a, OUTCOME_RETURN), "return");
	is_int(2, play_task(id, NULL).pos, "back to the row that branches");
	t = play_task(id, NULL);
	a = play_act("kadivmin", &t);
	a.note = "Perihalnya keliru.";
	a.value = &(struct act_value){ "sifat", "tembusan" };
	a.nvalue = 1;
	play_must(finish(&a, OUTCOME_RETURN), "return");
	is_int(1, play_task(id, NULL).pos, "a return is no branch");
	play_finish("jfu", id, OUTCOME_FORWARD);
	play_must(choose(id, "biasa"), "choose");
	is_int(3, play_task(id, NULL).pos, "...and another choice");
}

/* A forward is taken back, and chosen otherwise. */
static void
takes_a_branch_back(void)
{
	int64_t id = play_case("surat-masuk", "jfu", "2");
	struct task_row t = play_task(id, NULL);
	struct act a;

	play_must(choose(id, "biasa"), "choose");
	t = play_again(t.id);
	a = play_act("kadivmin", &t);
	play_must(act_recall(play_office, &a), "recall");
	is_int(2, play_task(id, NULL).pos, "a branch is taken back");
	play_must(choose(id, "tembusan"), "choose");
	is_string("ended", play_row(id).state, "...and another taken");
}

int
main(void)
{
	play_open();
	play_publish("tests/data/sop-cabang.yaml");
	goes_three_ways();
	chooses_anew();
	takes_a_branch_back();
	returns_lead();
	refusal_jumps();
	refusal_goes_on();
	refusal_undone();
	own_drafts();
	late_reasons();
	forms();
	files_kept();
	long_words();
	named_later();
	play_whole();
	office_close(play_office);
	return tap_done();
}
