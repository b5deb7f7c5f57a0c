/*
 * words-t.c - every SOP is run once to its end, in a month of its own: no word
 * of the machine stands in what is drawn, said and mailed of it.
 *
 * A picture shows the texts of the rows it is made of, so these are read.
 */
#include <stdio.h>
#include <string.h>

#include "month/month.h"
#include "reports/month/report.h"
#include "reports/month/report_chart.h"
#include "tests/case/fixture.h"
#include "tests/case/play.h"
#include "tests/case/walk.h"
#include "tick/tick.h"

#define TEXT 8192

static const char *const sops[] = { "sigap-magang-penelitian",
	"izin-magang-penelitian", "keterangan-selesai-sertifikat",
	"keimigrasian-wna", "monev", "data-capaian-kinerja", "pagu-anggaran",
	"perjanjian-kinerja", "renstra", "rkt", "skp" };

/* Of SOP files, of the database, of the events. */
static const char *const machine[] = { "same-as", "superior-of", "setiap:",
	"di-luar", "jfu|jft", "+kadiv", "eselon-i", "turnaround", "elapsed",
	"inferred", "superseded", "outside", "queue", "applicant",
	"subbag-kepegawaian" };

/* The word of the machine in a text, or NULL. */
static const char *
machine_word(const char *text)
{
	for (size_t i = 0; i < sizeof(machine) / sizeof(machine[0]); i++)
		if (strstr(text, machine[i]) != NULL)
			return machine[i];
	return NULL;
}

static int nread, nwrong;

/* Look at a text that people read; "" and NULL are none. */
static void
read_text(const char *text)
{
	const char *word;

	if (text == NULL || *text == '\0')
		return;
	nread++;
	if ((word = machine_word(text)) == NULL)
		return;
	nwrong++;
	printf("# \"%s\" in: %s\n", word, text);
}

/* So many texts were read since the last time, and all are for people. */
static void
all_plain(int least, const char *what)
{
	ok(nread >= least, "%s: %d texts", what, nread);
	is_int(0, nwrong, "...without a word of the machine");
	nread = nwrong = 0;
}

/* -- what is run ---------------------------------------------------------- */

/* The person who opens a case of an SOP; 0: an applicant without account. */
static int64_t
opener(const char *slug)
{
	const struct sop *sop = office_sop(play_office,
	    fixture_sop(play_office, slug));
	struct db_stmt *st = db_query(office_db(play_office), "SELECT"
	    " h.person_id FROM performers p JOIN holders h ON h.role_id ="
	    " p.role_id WHERE p.expr = $1 ORDER BY h.person_id", "t",
	    sop_row_at(sop, 1)->performer);
	int64_t id = db_step(st) ? db_int(st, 0) : 0;

	db_done(st);
	return sop->public_request ? 0 : id;
}

/* Each SOP to its end; before that, its second row sends back once. */
static void
run_all(void)
{
	for (size_t i = 0; i < sizeof(sops) / sizeof(sops[0]); i++) {
		int64_t id = walk_start(play_office, sops[i],
		    opener(sops[i]), NULL, 0, play_now);
		struct task_row t;

		for (int k = 0; k < 60 && walk_current(play_office, id, &t);
		    k++) {
			const struct sop_row *row = sop_row_at(office_sop(
			    play_office, t.version_id), (int)t.pos);

			play_now += 600;
			walk_step(play_office, id, t.visit == 1 &&
			    row->nreturns > 0 && k < 4 ? OUTCOME_RETURN :
			    strcmp(t.kind, "download") == 0 ?
			    OUTCOME_DOWNLOAD : OUTCOME_FORWARD, NULL,
			    play_now);
		}
		is_string("ended", play_row(id).state, "%s", sops[i]);
	}
}

/* -- what is read --------------------------------------------------------- */

/* Every name that a chart writes beside its marks. */
static void
read_rows(const struct report *r)
{
	for (int i = 0; i < r->role.n; i++)
		read_text(r->role.rows[i].name);
	for (int i = 0; i < r->sops.n; i++)
		read_text(r->sops.rows[i].name);
	for (int i = 0; i < r->age.n; i++)
		read_text(r->age.rows[i].name);
	for (int i = 0; i < r->pace.n; i++) {
		read_text(r->pace.rows[i].name);
		read_text(r->pace.rows[i].activity);
		read_text(r->pace.rows[i].who);
		read_text(r->pace.rows[i].standard);
	}
	for (int i = 0; i < r->sent.n; i++) {
		read_text(r->sent.rows[i].name);
		read_text(r->sent.rows[i].activity);
	}
	for (int i = 0; i < r->heat.nrows; i++) {
		read_text(r->heat.rows[i].sop);
		read_text(r->heat.rows[i].name);
		read_text(r->heat.rows[i].activity);
	}
}

/* Two rows of one chart with the same words would be one row twice. */
static void
are_told_apart(const struct report *r)
{
	int same = 0;

	for (int i = 0; i < r->pace.n; i++)
		for (int k = 0; k < i; k++)
			same += strcmp(r->pace.rows[i].name,
			    r->pace.rows[k].name) == 0;
	is_int(0, same, "no two rows of the durations have one name");
}

static void
charts(void)
{
	struct month_figures *f;
	struct report r;
	char text[TEXT];

	play_must(month_compute(play_office, 2026, 1, NULL, play_now, &f),
	    "figures");
	ok(report_open(&r, play_office, f) == 0, "a report");
	ok(r.pace.n > 60, "the durations of %d rows", r.pace.n);
	ok(r.sent.n > 5, "returns of %d rows", r.sent.n);
	read_rows(&r);
	all_plain(300, "the rows of the charts");
	are_told_apart(&r);
	for (int i = 0; i < REPORT_CHARTS; i++)
		read_text(report_chart((enum report_chart_name)i)->alt(&r,
		    text, sizeof(text)));
	read_text(report_lead(&r, text, sizeof(text)));
	read_text(report_heading(&r, text, sizeof(text)));
	all_plain(REPORT_CHARTS + 2, "their titles, and the mail's");
	report_close(&r);
	month_free(f);
}

/* All that was queued while the SOPs ran, and the digest of who has work. */
static void
mails(void)
{
	static const struct tick_rules rules = { .soon_percent = 25,
		.remind_days = 5, .inbox = "https://sop.contoh.invalid/" };
	struct db_stmt *st;
	int done;

	fixture_run(play_office, "UPDATE people SET email = login ||"
	    " '@contoh.invalid', phone = '+628120000' || (id % 1000)"
	    " WHERE institution_id IS NULL");
	fixture_run(play_office, "INSERT INTO tellings (person_id, work_by,"
	    " digest_by, work_at, digest_at) SELECT id, 'mail', 'mail', 0, 0"
	    " FROM people WHERE institution_id IS NULL");
	for (size_t i = 0; i < sizeof(sops) / sizeof(sops[0]); i++)
		walk_start(play_office, sops[i], opener(sops[i]), NULL, 0,
		    play_now);
	for (int i = 0; i < 3; i++) {
		play_now += 86400;
		play_must(tick(play_office, "words", &rules, play_now, &done),
		    "tick");
	}
	st = db_query(office_db(play_office), "SELECT subject, body FROM"
	    " messages", "");
	while (db_step(st)) {
		read_text(db_text(st, 0));
		read_text(db_text(st, 1));
	}
	db_done(st);
	all_plain(20, "messages");
}

int
main(void)
{
	ok(machine_word("Pelaksana same-as:6") != NULL &&
	    machine_word("Pelaksana langkah 6") == NULL,
	    "a word of the machine is seen");
	play_open();
	run_all();
	charts();
	mails();
	office_close(play_office);
	return tap_done();
}
