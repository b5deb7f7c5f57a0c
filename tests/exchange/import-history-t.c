/* import-history-t.c - event logs: reading, refusing, the cases they make. */
#include <stdlib.h>
#include <string.h>

#include "case/rebuild.h"
#include "exchange/import_history.h"
#include "month/month_close.h"
#include "tests/case/fixture.h"
#include "tests/slurp.h"
#include "tests/tap.h"

#define FEBRUARY INT64_C(1769907600)	/* 2026-02-01, WIB */
#define HEAD "berkas,kegiatan,peran,mulai,selesai,petugas,hasil\n"

static struct office *o;

static int
read_text(const char *text, struct import_log *log, char *why, size_t size)
{
	struct import_source src = { .text = text, .len = strlen(text),
		.cal = office_calendar(o) };

	return import_log_read(&src, log, why, size);
}

static void
read_file(const char *name, struct import_log *log)
{
	size_t len;
	char *text = slurp(name, &len), why[256] = "";

	ok(read_text(text, log, why, sizeof(why)) == 0, "%s: %s", name, why);
	is_int(0, (int64_t)log->nfault, "...without a fault");
	free(text);
}

/* -- reading ------------------------------------------------------------ */

static void
reads_csv(void)
{
	struct import_log log;

	read_file("tests/data/log/kecil.csv", &log);
	is_int(7, (int64_t)log.count, "seven events");
	is_string("A-1", log.event[0].trace, "by case");
	is_int(FIXTURE_START, log.event[0].at, "...and time");
	is_int(0, log.event[0].begun, "...the beginning may be missing");
	is_string("Budi Santoso", log.event[0].person, "...who it was");
	is_int(3, (int64_t)log.event[1].line, "each with its line");
	is_int(IMPORT_RETURN, log.event[1].outcome, "a return");
	is_string("Dewi \"Ayu\" Lestari", log.event[3].person, "quotes");
	is_int(FIXTURE_START + 86400, log.event[3].begun, "an offset");
	is_int(FIXTURE_START + 3 * 3600, log.event[5].at,
	    "a date as people write it");
	is_int(IMPORT_REFUSE, log.event[6].outcome, "a refusal");
	import_log_free(&log);
}

static void
reads_xes(void)
{
	struct import_log log;

	read_file("tests/data/log/kecil.xes", &log);
	is_int(3, (int64_t)log.count, "three finished activities");
	is_string("2", log.event[0].trace, "a case without a name is numbered");
	is_string("A-1", log.event[1].trace, "...attributes in attributes "
	    "are passed over");
	is_int(FIXTURE_START, log.event[1].at, "parts of a second are cut");
	is_string("Loket", log.event[1].role, "the group is the role");
	is_string("Kasubbag", log.event[2].role, "...but where one is given");
	is_int(FIXTURE_START + 3600, log.event[2].begun, "a start belongs to "
	    "the next complete");
	is_string("Dewi", log.event[2].person, "...which has a person");
	import_log_free(&log);
}

static void
takes_other_names(void)
{
	static const char text[] = "\xef\xbb\xbfID;Apa;Bagian;Kapan\r\n"
	    "1;Terima;Loket;2026-01-05 08:00\r\n\r\n"
	    "1;\"dua\r\nbaris\";Loket;2026-01-05 08:30\r\n"
	    "1;Tutup;;2026-01-05 09:00\r\n";
	struct import_source src = { .text = text, .len = sizeof(text) - 1,
		.cal = office_calendar(o), .name = { [IMPORT_TRACE] = "ID",
		[IMPORT_ACTIVITY] = "Apa", [IMPORT_ROLE] = "Bagian",
		[IMPORT_AT] = "Kapan" } };
	struct import_log log;
	char why[256] = "";

	ok(import_log_read(&src, &log, why, sizeof(why)) == 0,
	    "other names, semicolons, CR LF, a byte order mark: %s", why);
	is_int(1, (int64_t)log.count, "one good event");
	is_int(2, (int64_t)log.nfault, "two bad ones");
	is_int(4, (int64_t)log.fault[0].line, "...a name of two lines");
	is_int(6, (int64_t)log.fault[1].line, "...lines are counted");
	is_string("peran kosong", log.fault[1].why, "...a role is missing");
	import_log_free(&log);
}

static void
names_faults(void)
{
	static const struct {
		const char *row, *why;
	} rows[] = {
		{ ",Terima,Loket,,2026-01-05 08:00,,", "berkas kosong" },
		{ "A,,Loket,,2026-01-05 08:00,,", "kegiatan kosong" },
		{ "A,Terima,Loket,,,,", "selesai: \"\" bukan waktu; tulis "
		    "seperti 2026-01-31 08:00" },
		{ "A,Terima,Loket,,2026-02-30 08:00,,", "selesai: "
		    "\"2026-02-30 08:00\" bukan waktu; tulis seperti "
		    "2026-01-31 08:00" },
		{ "A,Terima,Loket,kemarin,2026-01-05 08:00,,", "mulai: "
		    "\"kemarin\" bukan waktu; tulis seperti "
		    "2026-01-31 08:00" },
		{ "A,Terima,Loket,2026-01-05 09:00,2026-01-05 08:00,,",
		    "mulai sesudah selesai" },
		{ "A,Terima,Loket,,2026-01-05 08:00,,gagal", "hasil: "
		    "\"gagal\" tidak dikenal; tulis selesai, kembali atau "
		    "tolak" },
		{ "A,Terima", "peran kosong" },
		{ "A,Te\trima,Loket,,2026-01-05 08:00,,", "kegiatan: lebih "
		    "dari 200 huruf, atau ada tanda yang bukan huruf" },
	};
	char text[512], why[256];
	struct import_log log;
	size_t i;

	for (i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		snprintf(text, sizeof(text), HEAD "%s\n", rows[i].row);
		is_int(0, read_text(text, &log, why, sizeof(why)),
		    "fault %zu", i + 1);
		is_int(0, (int64_t)log.count, "...leaves the event out");
		is_string(rows[i].why, log.nfault ? log.fault[0].why : "",
		    "...and is named");
		import_log_free(&log);
	}
}

static void
refuses_files(void)
{
	static const struct {
		const char *text, *why;
	} rows[] = {
		{ "", "file kosong" },
		{ "berkas,kegiatan,selesai\n",
		    "baris 1: kolom \"peran\" tidak ada" },
		{ HEAD "A,\"Terima,Loket\n", "baris 2: tanda kutip tidak pada "
		    "tempatnya" },
		{ HEAD "A,Te\"ri\"ma,Loket\n", "baris 2: tanda kutip tidak "
		    "pada tempatnya" },
		{ "<html></html>", "XML, tetapi bukan XES: unsur log tidak "
		    "ada" },
		{ "<log>\n<trace>\n", "baris 3: no element found" },
		{ "<log>\n</trace>", "baris 2: mismatched tag" },
		{ "<!DOCTYPE log [<!ENTITY a \"aaaaaaaaaaaaaaaaaaaaaaaaaa\">"
		    "<!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>\n<log>&c;"
		    "</log>", "baris 2: undefined entity" },
	};
	struct import_log log;
	char why[256];
	size_t i;

	for (i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		why[0] = '\0';
		is_int(-1, read_text(rows[i].text, &log, why, sizeof(why)),
		    "file %zu is refused", i + 1);
		is_string(rows[i].why, why, "...and why");
		import_log_free(&log);
	}
}

/* -- importing ---------------------------------------------------------- */

static const struct import_standard standards[] = {
	{ "Terima", "5 menit", { 5, 5, UNIT_MINUTE, MEASURE_WORK } },
	{ "Periksa", "30 menit", { 30, 30, UNIT_MINUTE, MEASURE_WORK } },
	{ "Tanda tangan", "1-2 hari", { 1, 2, UNIT_DAY,
	    MEASURE_TURNAROUND } },
};
static const struct import_request procedure = { .slug = "lama",
	.name = "Cara \"lama\"", .standard = standards, .nstandard = 2 };

/* Read the small log and import it. */
static enum case_err
import(const struct import_request *h, struct import_sums *sums)
{
	struct change ch = { .now = FEBRUARY };
	struct import_log log;
	enum case_err err;
	size_t len;
	char *text = slurp("tests/data/log/kecil.csv", &len), why[256];

	read_text(text, &log, why, sizeof(why));
	import_history_check(o, &log, FEBRUARY);
	err = import_history(o, &ch, &log, h, NULL, NULL, sums);
	import_log_free(&log);
	free(text);
	return err;
}

/* The visits of a case, "Terima/none Periksa/over ...". */
static const char *
visits(const char *subject, char *buf, size_t size)
{
	struct db_stmt *st = db_query(office_db(o), "SELECT s.activity,"
	    " t.verdict, t.outcome, t.own, t.queue FROM tasks t"
	    "  JOIN cases c ON c.id = t.case_id"
	    "  JOIN steps s ON s.version_id = t.version_id AND s.pos = t.pos"
	    " WHERE c.subject = $1 AND substr(c.number, 1, 1) = 'I'"
	    " ORDER BY t.closed_at", "t", subject);
	size_t n = 0;

	buf[0] = '\0';
	while (db_step(st) && n < size)
		n += (size_t)snprintf(buf + n, size - n, "%s%s %s %s %lld+%lld",
		    n ? "; " : "", db_text(st, 0), db_text(st, 1),
		    db_text(st, 2), (long long)db_int(st, 3),
		    (long long)db_int(st, 4));
	db_done(st);
	return buf;
}

static void
no_fault(void *arg, int64_t id, const char *what)
{
	ok(0, "case %lld: %s", (long long)id, what);
}

static void
imports(void)
{
	struct import_sums sums;
	char buf[512];
	int64_t cases;

	is_int(CASE_OK, import(&procedure, &sums), "imported");
	is_int(2, (int64_t)sums.cases, "two cases");
	is_int(7, (int64_t)sums.events, "seven events");
	is_int(3, (int64_t)sums.rows, "three rows");
	is_int(2, (int64_t)sums.roles, "two new roles: the office has a "
	    "Kakanwil");
	is_string("Terima none forward 0+0; Periksa over return 3600+3600; "
	    "Terima over forward 1800+9000; "
	    "Periksa within forward 1200+9000; "
	    "Tanda tangan none end 60000+0", visits("A-1", buf, sizeof(buf)),
	    "what became of the first");
	is_string("Terima none forward 0+0; Periksa within refuse 600+3600",
	    visits("A-2", buf, sizeof(buf)), "...and of the second");
	is_int(1, fixture_int(o, "SELECT count(*) FROM cases WHERE subject ="
	    " 'A-2' AND result = 'refused' AND state = 'ended'"
	    "  AND number = 'I-2026-0002' AND $1 = 0", 0), "...refused");
	is_int(0, fixture_int(o, "SELECT count(*) FROM tasks t JOIN cases c"
	    " ON c.id = t.case_id WHERE c.subject LIKE 'A-_' AND t.own"
	    " + t.queue + t.outside + t.waiting + t.closed <>"
	    " t.closed_at - t.opened_at AND $1 = 0", 0),
	    "the accounts of every visit add up");
	is_int(0, fixture_int(o, "SELECT count(*) FROM events WHERE kind ="
	    " 'import' AND effect LIKE '%Dewi%' AND 0 = $1", 0),
	    "persons stand in payloads alone");
	is_int(1, fixture_int(o, "SELECT count(*) FROM event_data WHERE"
	    " payload LIKE '%Dewi%' AND 0 = $1", 0), "...there they are");
	is_int(0, rebuild(o, 0, no_fault, NULL, &cases),
	    "rebuilt without a difference");
	is_int(0, office_sop_version(o, "impor-lama", FEBRUARY),
	    "nobody can start it");
	is_int(0, fixture_int(o, "SELECT count(*) FROM roles WHERE name ="
	    " 'Loket' AND valid_to IS NULL AND $1 = 0", 0),
	    "its roles are history");
}

static void
imports_once(void)
{
	struct import_request three = procedure, wrong = procedure;
	struct import_standard none = standards[0];
	struct import_sums sums;
	char buf[512];

	is_int(CASE_OK, import(&procedure, &sums), "once more");
	is_int(0, (int64_t)sums.cases, "...changes nothing");
	is_int(2, (int64_t)sums.known, "...both are known");
	three.slug = "lain";
	three.nstandard = 3;
	is_int(CASE_OK, import(&three, &sums), "as another procedure");
	is_int(2, (int64_t)sums.cases, "...they are others");
	ok(strstr(visits("A-1", buf, sizeof(buf)), "Tanda tangan within end")
	    != NULL, "a limit in days counts from the receipt");
	none.activity = "Bukan";
	wrong.standard = &none;
	wrong.nstandard = 1;
	is_int(CASE_INVALID, import(&wrong, &sums),
	    "a standard for what does not occur");
	ok(strstr(office_why(o), "\"Bukan\"") != NULL, "...is named");
}

/* Events that the office cannot have had. */
static void
checks_instants(void)
{
	static const char text[] = HEAD
	    "A,Terima,Loket,,2026-03-05 08:00,,\n"
	    "B,Terima,Loket,,2005-01-05 08:00,,\n"
	    "C,Terima,Loket,,2025-12-31 23:59,,\n"
	    "D,Terima,Loket,2025-12-31 08:00,2026-01-05 08:00,,\n";
	struct change ch = { .now = FEBRUARY };
	struct month_minutes none = { 0 };
	struct import_sums sums;
	struct import_log log;
	char why[256];

	is_int(CASE_OK, month_close(o, &ch, 2025, 12, "", &none),
	    "December is closed");
	read_text(text, &log, why, sizeof(why));
	import_history_check(o, &log, FEBRUARY);
	is_int(1, (int64_t)log.count, "one of four may be");
	is_string("waktunya di masa depan", log.fault[0].why, "the future");
	is_string("bulan 2025-12 sudah disahkan", log.fault[1].why,
	    "a closed month");
	is_int(5, (int64_t)log.fault[2].line, "...work begun in one");
	log.count = 0;
	is_int(CASE_INVALID, import_history(o, &ch, &log, &procedure, NULL,
	    NULL, &sums), "nothing to import");
	import_log_free(&log);
}

/* More visits than an act can have. */
static void
imports_long_cases(void)
{
	struct import_request h = { .slug = "panjang", .name = "Panjang" };
	struct change ch = { .now = FEBRUARY };
	struct import_sums sums;
	struct import_log log;
	char text[8192], why[256];
	int64_t cases;
	size_t n;
	int i;

	n = (size_t)snprintf(text, sizeof(text), HEAD);
	for (i = 0; i < 100; i++)
		n += (size_t)snprintf(text + n, sizeof(text) - n,
		    "P,Langkah %d,Loket,,2026-01-%02d 09:%02d,,\n", i % 7,
		    5 + i / 20, i % 20);
	read_text(text, &log, why, sizeof(why));
	is_int(CASE_OK, import_history(o, &ch, &log, &h, NULL, NULL, &sums),
	    "a case of 100 visits");
	is_int(100, fixture_int(o, "SELECT count(*) FROM tasks t JOIN cases c"
	    " ON c.id = t.case_id WHERE c.subject = 'P' AND $1 = 0", 0),
	    "...has them all");
	is_int(15, fixture_int(o, "SELECT max(t.visit) FROM tasks t JOIN"
	    " cases c ON c.id = t.case_id WHERE c.subject = 'P' AND $1 = 0",
	    0), "...numbered by row");
	is_int(0, rebuild(o, 0, no_fault, NULL, &cases),
	    "...rebuilt without a difference");
	import_log_free(&log);
}

int
main(void)
{
	o = fixture_open(NULL);
	reads_csv();
	reads_xes();
	takes_other_names();
	names_faults();
	refuses_files();
	imports();
	imports_once();
	imports_long_cases();
	checks_instants();
	office_close(o);
	return tap_done();
}
