/*
 * followup-t.c - findings of a monthly evaluation come back in the next ones
 * until they are done; months that no tick saw are made up for.
 */

#include <stdlib.h>
#include <string.h>

#include "case/act_finish.h"
#include "case/case.h"
#include "case/evaluation.h"
#include "case/followup.h"
#include "tests/case/play.h"
#include "tick/tick.h"

#define SLUG "izin-magang-penelitian"

static int64_t
evaluation_of(const char *period)
{
	struct db_stmt *st = db_query(office_db(play_office), "SELECT c.id"
	    " FROM cases c JOIN sop_versions v ON v.id = c.version_id"
	    " JOIN sops s ON s.id = v.sop_id"
	    " WHERE s.slug = $1 AND c.period = $2", "tt", SLUG, period);
	int64_t id = db_step(st) ? db_int(st, 0) : 0;

	db_done(st);
	return id;
}

static int
ticks(const char *at)
{
	int done = -1;

	play_clock(at);
	return tick(play_office, "a", NULL, play_now, &done) == CASE_OK ?
	    done : -1;
}

/* -- the form ----------------------------------------------------------- */

static const struct act_value whole[] = {
	{ "kesimpulan", "Cukup baik." },
	{ "temuan_1", "Antrean loket" },
	{ "tindak_lanjut_1", "Tambah petugas" },
	{ "penanggung_jawab_1", "Kabag" },
	{ "sampai_1", "2026-03-31" },
	{ "temuan_3", "Dokumen sering kurang" },
	{ "tindak_lanjut_3", "Perbaiki petunjuk" },
	{ "penanggung_jawab_3", "Admin Kanwil" },
	{ "sampai_3", "2026-02-28" },
};

static enum case_err
finish(int64_t id, size_t nvalue, const struct followup_check *check,
    size_t n)
{
	struct task_row t = play_task(id, NULL);
	struct act a = play_act("petugas-layanan", &t);

	a.value = whole;
	a.nvalue = nvalue;
	a.followup = check;
	a.nfollowup = n;
	return act_finish(play_office, &a, OUTCOME_FORWARD);
}

static size_t
due(int64_t id, struct followup **list)
{
	struct case_row c = play_row(id);
	size_t n;

	if (followup_due(play_office, &c, list, &n) != CASE_OK)
		bail(office_why(play_office));
	return n;
}

static void
keeps_findings(void)
{
	int64_t id = evaluation_of("2026-01");
	struct followup *list;
	size_t n;

	play_clock("2026-02-02T09:00");
	is_int(play_at("2026-02-06T16:30"), play_task(id, NULL).due_at,
	    "to be claimed by the end of the fifth working day");
	play_claim("petugas-layanan", id);
	play_clock("2026-02-02T10:30");
	play_keep(id);
	play_refused(CASE_INVALID, finish(id, 4, NULL, 0),
	    "a finding without a date");
	is_string("sampai_1", office_field(play_office), "... names the field");
	play_must(finish(id, 9, NULL, 0), "the whole form");
	if (followup_of(play_office, id, &list, &n) != CASE_OK)
		bail(office_why(play_office));
	is_int(2, (int)n, "two findings are kept");
	is_string("Antrean loket", list[0].finding, "... the first");
	is_string("Perbaiki petunjuk", list[1].action, "... and the other");
	is_string("2026-02-28", list[1].until, "... with its date");
	free(list);
}

static void
asks_for_them(void)
{
	struct followup_check check[2] = { { 0 } };
	struct followup *list;
	int64_t feb, march;

	ticks("2026-03-02T08:00");
	feb = evaluation_of("2026-02");
	is_int(2, (int)due(feb, &list), "the next evaluation has both");
	check[0].id = list[0].id;
	check[0].done = 1;
	check[1].id = list[1].id;
	check[1].note = "menunggu anggaran";
	free(list);
	play_claim("petugas-layanan", feb);
	play_clock("2026-03-02T09:30");
	play_keep(feb);
	play_refused(CASE_INVALID, finish(feb, 1, check, 1),
	    "one of them not judged");
	is_string("tindak-lanjut", office_field(play_office), "... is told");
	play_must(finish(feb, 1, check, 2), "both judged");
	is_int(2, (int)due(feb, &list), "what it judged stays with it");
	ok(list[0].done && !list[1].done, "... one is done");
	is_string("menunggu anggaran", list[1].note, "... the other is not");
	free(list);
	ticks("2026-04-01T08:00");
	march = evaluation_of("2026-03");
	is_int(1, (int)due(march, &list), "only that one comes back");
	is_string("2026-01", list[0].period, "... from where it was found");
	free(list);
}

/* April to June: nobody ticked; each month is opened once. */
static void
makes_up(void)
{
	struct evaluation *list;
	size_t n;

	is_int(9, ticks("2026-07-01T08:00"), "three months of three services");
	ok(evaluation_of("2026-04") != 0 && evaluation_of("2026-05") != 0 &&
	    evaluation_of("2026-06") != 0, "... each of them");
	is_int(0, ticks("2026-07-01T08:01"), "... once");
	is_int(0, (int)evaluation_of("2025-12"),
	    "none from before the service began");
	if (evaluation_list(play_office, 2026, 1, &list, &n) != CASE_OK)
		bail(office_why(play_office));
	is_int(3, (int)n, "January's evaluations");
	is_int(0, strcmp(list[0].sop, list[1].sop) >= 0, "... by service");
	is_int(2, (list[0].task_id != 0) + (list[1].task_id != 0) +
	    (list[2].task_id != 0), "... two of them open");
	free(list);
}

int
main(void)
{
	play_open();
	is_int(3, ticks("2026-02-02T07:30"), "January is opened");
	keeps_findings();
	asks_for_them();
	makes_up();
	play_whole();
	office_close(play_office);
	return tap_done();
}
