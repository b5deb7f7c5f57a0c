/* takeover-t.c - cases in flight, taken over from a table. */
#include <string.h>

#include "exchange/takeover.h"
#include "tests/case/fixture.h"
#include "tests/case/play.h"

#define HEAD "nomor,sop,langkah,perihal,dibuka,diterima,pemohon,telepon," \
	"surel,pelaku,pegawai\n"

static struct takeover taken;

static enum case_err
take(const char *text, int skip_bad)
{
	struct change ch = { .now = play_now };

	takeover_free(&taken);
	return takeover_read(play_office, &ch, text, skip_bad, &taken);
}

static int64_t
case_of(size_t i)
{
	struct case_row c;

	play_must(case_by_number(play_office, taken.taken[i].number, &c),
	    taken.taken[i].number);
	return c.id;
}

static void
forward(const char *login, int64_t id)
{
	play_claim(login, id);
	play_finish(login, id, OUTCOME_FORWARD);
}

static void
goes_on(void)
{
	struct case_row c;
	struct task_row t;

	play_clock("2026-01-15T09:00");
	is_int(CASE_OK, take(HEAD
	    "\"W6/12, lama\",rkt,8,RKT 2027,2026-01-05 08:00,2026-01-12 10:00"
	    ",,,,,\n"
	    "S-7,sigap-magang-penelitian,4,Magang Budi,2026-01-08 08:00,"
	    "2026-01-14 08:00,Budi,0812-3456-7890,budi@example.id,admin-user,"
	    "\n", 0), "two cases");
	is_int(2, (int64_t)taken.count, "...are taken over");
	is_string("W6/12, lama", taken.taken[0].old_number,
	    "...known by their old numbers");
	t = play_task(case_of(0), "kadivmin");
	is_int(play_at("2026-01-12T10:00"), t.received_at,
	    "it was received when it was on paper");
	is_string("queue", t.phase, "...and nobody has it");
	ok(t.due_at != 0 && t.due_at > t.received_at,
	    "...its limit runs from there");
	forward("kadivmin", case_of(0));
	t = play_task(case_of(0), "kakanwil");
	ok(t.id != 0, "it goes on to the next row");
	forward("kakanwil", case_of(0));
	is_string("done", play_row(case_of(0)).result, "...and to its end");
	c = play_row(case_of(1));
	is_string("+6281234567890", c.phone, "the applicant's number");
	is_int(play_at("2026-01-08T08:00"), c.opened_at, "opened then");
	is_int(0, fixture_int(play_office, "SELECT count(*) FROM messages"
	    " WHERE case_id = $1", c.id), "nobody is told");
	ok(case_by_code(play_office, taken.taken[1].code, &c) == CASE_OK,
	    "its tracking code is one");
}

/* Row 8 is for the doer of row 1: the institution of the account given. */
static void
returns_to_doer(void)
{
	int64_t id = case_of(1);
	struct task_row t;

	forward("duta-sigap", id);
	forward("subbag-kepegawaian-tu-rt", id);
	forward("duta-sigap", id);
	forward("admin-kanwil", id);
	t = play_task(id, "admin-user");
	is_int(play_row(id).institution_id, t.institution_id,
	    "the letter is for its institution");
	is_int(0, fixture_int(play_office, "SELECT count(*) FROM tasks WHERE"
	    " case_id = $1 AND pos = 1 AND verdict <> 'none'", id),
	    "the row before has no verdict");
}

static void
takes_once(void)
{
	is_int(CASE_OK, take(HEAD "S-7,sigap-magang-penelitian,4,Magang Budi,"
	    "2026-01-08 08:00,2026-01-14 08:00,,,,admin-user,\n", 0),
	    "the same again");
	is_int(0, (int64_t)taken.count, "...is not taken twice");
	is_int(1, (int64_t)taken.known, "...but known");
}

static void
names_faults(void)
{
	static const struct {
		const char *row, *why;
	} rows[] = {
		{ ",rkt,8,a,2026-01-05 08:00,2026-01-05 08:00,,,,,",
		    "nomor: isi, kurang dari 64 huruf" },
		{ "1,rkt,8,,2026-01-05 08:00,2026-01-05 08:00,,,,,",
		    "perihal kosong" },
		{ "1,tari,8,a,2026-01-05 08:00,2026-01-05 08:00,,,,,",
		    "sop: \"tari\" tidak berlaku" },
		{ "1,rkt,99,a,2026-01-05 08:00,2026-01-05 08:00,,,,,",
		    "langkah: SOP ini tidak memiliki langkah \"99\"" },
		{ "1,rkt,8,a,kemarin,2026-01-05 08:00,,,,,", "dibuka: "
		    "\"kemarin\" bukan waktu; tulis seperti "
		    "2026-01-31 08:00" },
		{ "1,rkt,8,a,2026-01-05 08:00,2027-01-05 08:00,,,,,",
		    "diterima: di masa depan" },
		{ "1,rkt,8,a,2026-01-06 08:00,2026-01-05 08:00,,,,,",
		    "diterima sebelum dibuka" },
		{ "1,rkt,8,a,2026-01-05 08:00,2026-01-05 08:00,B,12,,,",
		    "telepon: \"12\" bukan nomor WhatsApp" },
		{ "1,rkt,8,a,2026-01-05 08:00,2026-01-05 08:00,B,,b,,",
		    "surel: \"b\" bukan alamat surel" },
		{ "1,rkt,8,a,2026-01-05 08:00,2026-01-05 08:00,,,,siapa,",
		    "pelaku: tidak ada akun \"siapa\"" },
		{ "1,sigap-magang-penelitian,4,a,2026-01-05 08:00,"
		    "2026-01-05 08:00,,,,,", "langkah 8 dikerjakan oleh atau "
		    "atas pelaku langkah 1; isi kolom pelaku" },
	};
	int64_t cases = fixture_int(play_office, "SELECT count(*) FROM cases"
	    " WHERE id > $1", 0);
	char text[512];
	size_t i;

	for (i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		snprintf(text, sizeof(text), HEAD "9,rkt,8,b,2026-01-05 08:00,"
		    "2026-01-05 08:00,,,,,\n%s\n", rows[i].row);
		is_int(CASE_INVALID, take(text, 0), "row %zu is refused",
		    i + 1);
		is_string(rows[i].why, taken.faults.nfault == 1 ?
		    taken.faults.fault[0].why : "", "...and why");
	}
	is_int(cases, fixture_int(play_office, "SELECT count(*) FROM cases"
	    " WHERE id > $1", 0), "nothing was taken, not the good rows "
	    "either");
	is_int(CASE_OK, take(text, 1), "unless bad rows may be left out");
	is_int(1, (int64_t)taken.count, "...then the good one is");
	is_int(3, (int64_t)taken.faults.fault[0].line,
	    "...and the other told by its line");
	is_int(CASE_INVALID, take("nomor,sop\n", 0), "a column is missing");
	is_string("baris 1: kolom \"langkah\" tidak ada",
	    office_why(play_office), "...which one");
}

int
main(void)
{
	play_open();
	goes_on();
	returns_to_doer();
	takes_once();
	names_faults();
	play_whole();
	takeover_free(&taken);
	office_close(play_office);
	return tap_done();
}
