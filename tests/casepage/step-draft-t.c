/*
 * step-draft-t.c - "Simpan draf" of an official: what was typed and chosen at
 * a step comes back to him, to nobody else, and goes when the step is done.
 */
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "case/draft.h"
#include "tests/case/fixture.h"
#include "tests/tap.h"
#include "tests/web/seat.h"

#define SIGAP "sigap-magang-penelitian"
#define DAY INT64_C(86400)

static struct office *office;

static int64_t
count(const char *table)
{
	char query[128];

	snprintf(query, sizeof(query), "SELECT count(*) + 0 * $1 FROM %s",
	    table);
	return fixture_int(office, query, 0);
}

static void
second_holder(void)
{
	fixture_run(office, "INSERT INTO holders (id, role_id, person_id,"
	    " capacity, letter_no, from_at) SELECT 77, r.id, p.id, 'plh',"
	    " 'W.6', 0 FROM roles r, people p WHERE r.slug ="
	    " 'subbag-kepegawaian-tu-rt' AND p.login = 'jfu'");
}

/* Somebody else who holds the same role, and has the task now. */
static void
hand_over(struct seat *s, const char *login)
{
	if (db_run(office_db(office), "UPDATE tasks SET claimed_by = $1,"
	    " assignee_id = $1 WHERE id = $2", "ii", fixture_person(office,
	    login), s->task.id) != 1)
		bail("nobody has it");
}

/* Typed text of every sort, boxes and a file. */
static void
comes_back(struct seat *s)
{
	int64_t events = seat_events(s);
	char kept[512];

	seat_look(s);
	ok(cgi_has(&s->v, "value=\"draf\">Simpan draf</button>"),
	    "the form can be kept");
	seat_send_file(s, "aksi=draf&keputusan=kembali-1&alasan=lengkap"
	    "&alasan=tanda-tangan&catatan=Belum+%3Cselesai%3E%0ADua"
	    "&terjadi-tanggal-hari=7&nomor_surat=", seat_file(s));
	is_int(303, s->v.status, "kept, though half of it is missing");
	is_string(s->uri, s->v.location, "...and back to the step");
	seat_look(s);
	ok(cgi_has(&s->v, "Draf tersimpan sampai 12 Januari 2026"),
	    "...which says until when");
	ok(cgi_has(&s->v, "Isian di bawah ini draf Anda"),
	    "...and what the form holds");
	ok(cgi_has(&s->v, "Belum &lt;selesai&gt;\nDua</textarea>"),
	    "the text comes back as it was");
	ok(cgi_has(&s->v, "name=\"berkas-lama\""), "...and the file");
	is_int(events, seat_events(s), "nothing happened to the case");
	is_int(1, count("drafts"), "one draft");
	snprintf(kept, sizeof(kept), "aksi=draf&catatan=Lain&berkas-lama=%s",
	    cgi_field(&s->v, "berkas-lama"));
	seat_send(s, kept);
	seat_look(s);
	ok(cgi_has(&s->v, ">Lain</textarea>"), "kept again, it is the last");
	ok(!cgi_has(&s->v, "Belum &lt;"), "...not what was before");
	ok(cgi_has(&s->v, "name=\"berkas-lama\""), "...the file still there");
	is_int(1, count("drafts"), "...and one draft");
}

static void
is_his_alone(struct seat *s)
{
	struct visitor other = { .now = s->v.now };

	cgi_login(office, &other, "admin");
	cgi_get(&other, s->program, s->uri);
	ok(!cgi_has(&other, ">Lain</textarea>") &&
	    !cgi_has(&other, "draf Anda"), "an administrator sees none of it");
	cgi_leave(&other);
	cgi_login(office, &other, "jfu");
	other.now = s->v.now;
	hand_over(s, "jfu");
	cgi_get(&other, s->program, s->uri);
	is_int(200, other.status, "who has the task after him");
	ok(!cgi_has(&other, ">Lain</textarea>") &&
	    !cgi_has(&other, "name=\"berkas-lama\""), "...does not, either");
	hand_over(s, "subbag-kepegawaian-tu-rt");
	cgi_leave(&other);
	seat_look(s);
	ok(cgi_has(&s->v, ">Lain</textarea>"), "he does, when it is his again");
}

static void
goes_with_time(struct seat *s)
{
	int64_t now = s->v.now;

	s->v.now = now + 7 * DAY - 60;
	cgi_login(office, &s->v, "subbag-kepegawaian-tu-rt");
	cgi_get(&s->v, s->program, s->uri);
	ok(cgi_has(&s->v, ">Lain</textarea>"), "within seven days");
	s->v.now = now + 7 * DAY + 60;
	cgi_login(office, &s->v, "subbag-kepegawaian-tu-rt");
	cgi_get(&s->v, s->program, s->uri);
	ok(!cgi_has(&s->v, ">Lain</textarea>"), "...not longer");
	is_int(CASE_OK, draft_sweep(office, s->v.now), "then it is swept away");
	is_int(0, count("drafts") + count("draft_values") +
	    count("draft_files"), "...whole");
	s->v.now = now;
	cgi_login(office, &s->v, "subbag-kepegawaian-tu-rt");
}

static void
goes_when_done(struct seat *s)
{
	seat_look(s);
	seat_send_file(s, "aksi=draf&catatan=Sementara", seat_file(s));
	is_int(1, count("draft_files"), "kept once more");
	seat_look(s);
	seat_send(s, "aksi=selesai&keputusan=kembali-4&catatan=Nomor+surat"
	    "+masih+kosong.");
	is_int(303, s->v.status, "the step is done");
	is_int(0, count("drafts") + count("draft_values") +
	    count("draft_files"), "...and its draft gone");
	seat_send(s, "aksi=draf&catatan=Terlambat+sekali");
	is_int(409, s->v.status, "too late to keep anything");
	ok(cgi_has(&s->v, "Terlambat sekali"), "...which is not lost");
	is_int(0, count("drafts"), "...nor kept");
}

/* An outsider has no draft of a step; a refused file is shown at once. */
static void
refuses(struct seat *s)
{
	struct visitor v = { .now = s->v.now };

	cgi_login(office, &v, "kakanwil");
	cgi_get(&v, s->program, s->uri);
	cgi_post(&v, s->program, s->uri, "aksi=draf&kunci=x&versi=1");
	is_int(403, v.status, "another role keeps nothing");
	cgi_leave(&v);
	seat_send(s, "aksi=draf&csrf=wrong&catatan=x");
	is_int(422, s->v.status, "nor a form without its token");
	is_int(0, count("drafts"), "...there is none");
}

/* Half of a draft is none, and nothing of it stays behind (the sanitizers
 * tell). */
static void
fails_whole(struct seat *s)
{
	struct act_value value = { "catatan", "Separuh" };
	struct draft_form form = { &value, 1, NULL, 0 }, read = { NULL, 0,
	    NULL, 0 };
	struct arena *arena = arena_new();
	struct draft d = { 0 };
	int64_t who = fixture_person(office, "jfu");

	is_int(CASE_OK, draft_save_task(office, &s->task, who, &form,
	    s->v.now), "a draft");
	is_int(CASE_OK, draft_of_task(office, s->task.id, who, s->v.now, &d),
	    "...is found");
	fixture_run(office, "ALTER TABLE draft_files RENAME TO gone");
	is_int(CASE_DB, draft_read(office, d.id, arena, &read),
	    "half of it is lost");
	ok(read.nvalue == 0, "...and nothing is given");
	arena_free(arena);
	fixture_run(office, "ALTER TABLE gone RENAME TO draft_files");
}

int
main(void)
{
	struct seat s;

	office = cgi_office();
	seat_take(&s, office, "approve", "/setujui", desk_case(office, SIGAP,
	    "5"), 1);
	second_holder();
	fixture_sees_all(office, "kakanwil");
	refuses(&s);
	comes_back(&s);
	is_his_alone(&s);
	goes_with_time(&s);
	goes_when_done(&s);
	fails_whole(&s);
	seat_leave(&s);
	return tap_done();
}
