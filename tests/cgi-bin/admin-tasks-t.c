/*
 * admin-tasks-t.c - an administrator frees a task that is stuck; and says what
 * becomes of those of somebody who leaves.
 */
#include <stdio.h>
#include <string.h>

#include "case/act_hold.h"
#include "tests/case/fixture.h"
#include "tests/case/walk.h"
#include "tests/tap.h"
#include "tests/web/admin.h"

#define LIST "/admin/tugas"
#define NOW (FIXTURE_START + 3600)

static char page[80];
static struct task_row task;

static void
is_empty_at_first(void)
{
	get("/admin");
	ok(cgi_has(&v, "0 dipegang, 0 oleh yang tidak"), "nothing is held");
	get(LIST);
	is_int(200, v.status, "the list");
	ok(cgi_has(&v, "Tidak ada tugas yang dipegang."), "...says so");
	post(LIST, "a", "aksi=lepas");
	is_int(405, v.status, "...and takes no form");
}

/* Kadivmin takes the second row of a case. */
static void
take_a_task(struct office *o)
{
	static const struct act_value title[] = {
		{ "judul", "Pagu <2027>" } };
	int64_t id = walk_start(o, "pagu-anggaran",
	    fixture_person(o, "kakanwil"), title, 1, NOW - 600);
	struct act a = { .now = NOW - 300,
		.actor = { .person_id = fixture_person(o, "kadivmin") } };

	fixture_run(o, "UPDATE cases SET subject = 'Pagu <2027>'");
	walk_current(o, id, &task);
	a.task_id = task.id;
	a.version = task.version;
	if (act_claim(o, &a) != CASE_OK)
		bail(office_why(o));
	walk_current(o, id, &task);
	snprintf(page, sizeof(page), LIST "/%lld", (long long)task.id);
}

static void
shows_who_has_it(struct office *o)
{
	char link[120];

	snprintf(link, sizeof(link), "href=\"%s\">Pagu &lt;2027&gt;</a>",
	    page);
	get(LIST);
	ok(cgi_has(&v, link), "a task that is held");
	ok(cgi_has(&v, "Pegawai kadivmin</td>"), "...by whom");
	ok(cgi_has(&v, "Perintah Kadivmin, langkah 2"), "...its step");
	fixture_run(o, "UPDATE holders SET to_at = 1767577000 WHERE person_id"
	    " = (SELECT id FROM people WHERE login = 'kadivmin')");
	get(LIST);
	ok(cgi_has(&v, "Pegawai kadivmin (tidak lagi berwenang)</td>"),
	    "...who no longer may");
	get("/admin");
	ok(cgi_has(&v, "1 dipegang, 1 oleh yang tidak lagi berwenang"),
	    "...which the index says");
	get(page);
	ok(cgi_has(&v, "Tidak lagi berwenang: nonaktif, atau tidak"),
	    "its page says it too");
	snprintf(link, sizeof(link), "/admin/pengguna/%lld",
	    (long long)fixture_person(o, "kadivmin"));
	get(link);
	snprintf(link, sizeof(link), "href=\"%s\"", page);
	ok(cgi_has(&v, link), "...and the holder's leads there");
	get(LIST "/1");
	is_int(404, v.status, "a task that nobody has");
	get(LIST "/x");
	is_int(404, v.status, "...or that is none");
}

static void
frees_it_for_a_reason(struct office *o)
{
	char history[80];
	struct task_row t;

	get(page);
	post(page, "b", "aksi=lepas&alasan=");
	is_int(422, v.status, "without a reason it is refused");
	ok(cgi_has(&v, "href=\"#alasan\""), "...which is asked for");
	get(page);
	post(page, "c", "aksi=lepas&alasan=Pindah+%%3Cb%%3E");
	is_int(200, v.status, "it asks once more");
	ok(cgi_has(&v, "dipegang Pegawai kadivmin") &&
	    cgi_has(&v, "di antrean Kadivmin"), "...from whom to where");
	ok(task_get(o, task.id, &t) == CASE_OK && t.claimed_by != 0,
	    "...and nothing has changed");
	post(page, "c", "tindakan=lepas&aksi=kirim&pasti=ya"
	    "&alasan=Pindah+%%3Cb%%3E");
	is_int(303, v.status, "then it is free");
	is_string(LIST, v.location, "...back to the list");
	ok(task_get(o, task.id, &t) == CASE_OK && t.claimed_by == 0,
	    "...in the queue");
	ok(t.opened_at == task.opened_at && t.visit == task.visit,
	    "...the same visit");
	is_int(1, fixture_int(o, "SELECT count(*) FROM events WHERE kind ="
	    " 'release' AND stream = $1 AND actor_id = (SELECT id FROM people"
	    " WHERE login = 'admin')", task.case_id), "...an event of whose");
	snprintf(history, sizeof(history), "/berkas/%lld",
	    (long long)task.case_id);
	cgi_get(&v, "case", history);
	is_int(404, v.status, "...which he does not see by that");
	fixture_sees_all(o, "admin");
	cgi_get(&v, "case", history);
	ok(cgi_has(&v, "Dilepaskan ke antrean") &&
	    cgi_has(&v, "Pindah &lt;b&gt;"), "...and in the history, why");
	post(page, "c", "tindakan=lepas&aksi=kirim&pasti=ya&alasan=Pindah");
	is_int(303, v.status, "sent twice it is the same");
}

/* A person who has claimed the task since keeps it. */
static void
leaves_a_later_claim(struct office *o)
{
	struct act a = { .now = NOW, .task_id = task.id,
		.actor = { .person_id = fixture_person(o, "kadivmin") } };

	fixture_run(o, "UPDATE holders SET to_at = NULL");
	task_get(o, task.id, &task);
	a.version = task.version;
	if (act_claim(o, &a) != CASE_OK)
		bail(office_why(o));
	get(page);
	task_get(o, task.id, &task);
	a.version = task.version;
	if (act_release(o, &a) != CASE_OK || task_get(o, task.id, &task) !=
	    CASE_OK || (a.version = task.version, act_claim(o, &a)) != CASE_OK)
		bail(office_why(o));
	post(page, "d", "aksi=lepas&alasan=Lama");
	is_int(409, v.status, "a page from before the last claim");
	task_get(o, task.id, &task);
	ok(task.claimed_by != 0, "...frees nothing");
}

/* Of a person who is made inactive it is asked what becomes of his tasks. */
static void
asks_who_leaves(struct office *o)
{
	const char *rest = "&pengganti=&alasan=Pindah";
	char uri[80], form[160];
	int64_t id = fixture_person(o, "kadivmin");

	snprintf(uri, sizeof(uri), "/admin/pengguna/%lld", (long long)id);
	get(uri);
	ok(cgi_has(&v, "Tugas yang sudah diambilnya") && cgi_has(&v,
	    "name=\"tugas-mana\""), "who leaves is asked about his tasks");
	ok(cgi_has(&v, "href=\"/tidak-masuk/"), "...or is only away");
	post(uri, "e", "aksi=aktif%s", rest);
	is_int(422, v.status, "...which needs an answer");
	get(uri);
	post(uri, "f", "aksi=aktif&tugas=pilih%s", rest);
	is_int(422, v.status, "...and if some, which");
	ok(cgi_has(&v, "Centang tugas yang dipindahkan"), "...as is said");
	get(uri);
	snprintf(form, sizeof(form), "aksi=aktif&tugas=pilih&tugas-mana=%lld"
	    "%s", (long long)task.id, rest);
	post(uri, "g", "%s", form);
	is_int(200, v.status, "it asks once more");
	ok(cgi_has(&v, "name=\"tugas-mana\""), "...with the boxes");
	is_int(1, fixture_int(o, "SELECT active FROM people WHERE id = $1",
	    id), "...and nothing has changed");
	snprintf(form, sizeof(form), "tindakan=aktif&pasti=ya&tugas=pilih"
	    "&tugas-mana=%lld%s", (long long)task.id, rest);
	post(uri, "g", "%s", form);
	is_int(303, v.status, "then he is inactive");
	is_int(0, fixture_int(o, "SELECT active FROM people WHERE id = $1",
	    id), "...so it is");
	task_get(o, task.id, &task);
	is_int(0, task.claimed_by, "...and his task is with the role");
	post(uri, "g", "%s", form);
	is_int(303, v.status, "sent twice it is the same");
}

int
main(void)
{
	struct office *o = cgi_office();

	v.now = NOW;
	cgi_login(o, &v, "admin");
	is_empty_at_first();
	take_a_task(o);
	shows_who_has_it(o);
	frees_it_for_a_reason(o);
	leaves_a_later_claim(o);
	asks_who_leaves(o);
	cgi_leave(&v);
	office_close(o);
	return tap_done();
}
