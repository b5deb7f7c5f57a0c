/*
 * plan-t.c - no statement of a page reads a table whole that grows with the
 * cases: every statement that the programs ran for it, as it was told to
 * SQLite (tests/web/statements.c), by the program that SQLite made of it.  And
 * no page or act takes a fifth more of its steps in an office of ten times the
 * cases.
 */
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

#include "case/case.h"
#include "tests/case/fixture.h"
#include "tests/case/walk.h"
#include "tests/tap.h"
#include "tests/web/cgi.h"
#include "web/session.h"

#define NOW	(FIXTURE_START + 3600)
#define MOST	400		/* statements that differ */

static const char *const growing[] = { "cases", "tasks", "spans", "events",
    "event_data", "documents", "messages", "deliveries", "search_words",
    "letters", "reads", "consents", "surveys", "took_part" };

static sqlite3 *sq;

/* The table or index with a root page: its table when it grows with the cases
 * and is whole, else NULL.  The index of the open cases or tasks alone does
 * not. */
static const char *
grows(sqlite3_int64 root)
{
	sqlite3_stmt *st;
	const char *found = NULL;
	size_t i;

	if (sqlite3_prepare_v2(sq, "SELECT tbl_name FROM sqlite_schema"
	    " WHERE rootpage = ?1 AND (sql IS NULL OR sql NOT LIKE"
	    " '%INDEX%WHERE%')", -1, &st, NULL) != SQLITE_OK)
		bail(sqlite3_errmsg(sq));
	sqlite3_bind_int64(st, 1, root);
	if (sqlite3_step(st) == SQLITE_ROW)
		for (i = 0; i < sizeof(growing) / sizeof(growing[0]); i++)
			if (strcmp((const char *)sqlite3_column_text(st, 0),
			    growing[i]) == 0)
				found = growing[i];
	sqlite3_finalize(st);
	return found;
}

static int
is(sqlite3_stmt *st, const char *opcode)
{
	return strcmp((const char *)sqlite3_column_text(st, 1), opcode) == 0;
}

/* Does the statement's plan scan anything?  A look for the least or the
 * greatest of an index is none, though its program reads like one. */
static int
scans(const char *sql)
{
	char *text = sqlite3_mprintf("EXPLAIN QUERY PLAN %s", sql);
	sqlite3_stmt *st;
	const char *detail;
	int found = 0;

	if (sqlite3_prepare_v2(sq, text, -1, &st, NULL) != SQLITE_OK)
		bail(sqlite3_errmsg(sq));
	while (sqlite3_step(st) == SQLITE_ROW) {
		detail = (const char *)sqlite3_column_text(st, 3);
		found |= strncmp(detail, "SCAN ", 5) == 0 &&
		    strcmp(detail, "SCAN CONSTANT ROW") != 0;
	}
	sqlite3_finalize(st);
	sqlite3_free(text);
	return found;
}

/* Cursors of a statement's program, by number: the table that grows, and
 * whether it is put at one end of that, to go on from there. */
#define CURSORS 64

struct cursor {
	const char	*table;
	int		 at_end;
};

/* The first pass finds the tables, as a cursor may be opened behind the place
 * where it is used; the second counts those walked on from one end. */
static int
look(sqlite3_stmt *st, struct cursor *c, int pass)
{
	if (pass == 0 && is(st, "OpenRead"))
		c->table = grows(sqlite3_column_int64(st, 3));
	if (pass == 1 && c->table != NULL && (is(st, "Rewind") ||
	    is(st, "Last")))
		c->at_end = 1;
	return pass == 1 && c->at_end && (is(st, "Next") || is(st, "Prev"));
}

/* How many growing tables the statement walks from one end. */
static int
walks(const char *sql)
{
	char *text = sqlite3_mprintf("EXPLAIN %s", sql);
	struct cursor cursor[CURSORS] = { { NULL, 0 } };
	sqlite3_stmt *st;
	int n = 0, pass, i;

	if (sqlite3_prepare_v2(sq, text, -1, &st, NULL) != SQLITE_OK)
		bail(sqlite3_errmsg(sq));
	for (pass = 0; pass < 2; pass++, sqlite3_reset(st))
		while (sqlite3_step(st) == SQLITE_ROW) {
			i = sqlite3_column_int(st, 2);
			if (i >= 0 && i < CURSORS && look(st, &cursor[i],
			    pass)) {
				printf("# %s: %s\n", cursor[i].table, sql);
				n++;
			}
		}
	sqlite3_finalize(st);
	sqlite3_free(text);
	return n;
}

/* The pages, each by somebody who may see it; a task and a case are %lld. */
static const struct {
	const char	*program, *login, *uri;
} pages[] = {
	{ "home", NULL, "/" },
	{ "sop", NULL, "/sop" },
	{ "sop", NULL, "/sop/izin-magang-penelitian" },
	{ "track", NULL, "/lacak" },
	{ "inbox", "admin-kanwil", "/kotak-masuk" },
	{ "inbox", "admin-kanwil", "/kotak-masuk?tab=saya" },
	{ "inbox", "admin-kanwil", "/kotak-masuk?tab=peran&urut=nomor" },
	{ "inbox", "admin-kanwil", "/kotak-masuk?tab=diteruskan" },
	{ "inbox", "admin-kanwil", "/kotak-masuk?tab=peran&cari=siti" },
	{ "inbox", "admin-kanwil", "/kotak-masuk?tab=peran&tenggat=terlambat"
	    "&langkah=review&pihak=sisumaker&urut=perihal&arah=turun" },
	{ "inbox", "admin-kanwil", "/kotak-masuk?tab=saya&tenggat=hampir" },
	{ "inbox", "admin-user", "/kotak-masuk" },
	{ "case", "jfu", "/berkas" },
	{ "case", "jfu", "/berkas?status=open&bulan=2026-01" },
	{ "case", "jfu", "/berkas?cari=siti" },
	{ "case", "jfu", "/berkas?cari=K-2026-0001" },
	{ "case", "petugas-layanan", "/berkas" },
	{ "case", "petugas-layanan", "/berkas?status=open&bulan=2026-01" },
	{ "case", "petugas-layanan", "/berkas?status=ended&sop=rkt" },
	{ "case", "petugas-layanan", "/berkas?cari=siti" },
	{ "case", "kasubbag-program-pelaporan", "/berkas?hal=2" },
	{ "case", "petugas-layanan", "/berkas/%lld" },
	{ "case", "admin-user", "/berkas" },
	{ "case", "jfu", "/berkas/%lld" },
	{ "sop", "jfu", "/sop/izin-magang-penelitian?berkas=%lld" },
	{ "counter", "kasubsi-izin-tinggal", "/loket" },
	{ "report", "kabag-program-humas", "/laporan/2026-01/" },
};

static int64_t
open_case(struct office *o)
{
	static const struct act_value value[] = {
		{ "nama", "Siti Rahmawati" }, { "whatsapp", "+6281234567890" },
	};

	return walk_start(o, "izin-magang-penelitian", 0, value, 2, NOW);
}

/* The page of the case's open task. */
static void
ask_task(struct office *o, struct visitor *v, int64_t id)
{
	static const char *const kinds[][2] = { { "review", "periksa" },
	    { "assign", "disposisi" }, { "draft", "susun" },
	    { "record", "catat" } };
	struct task_row t;
	char login[64], uri[64];
	size_t i;

	if (!walk_current(o, id, &t))
		bail("no open task");
	snprintf(login, sizeof(login), "%.*s", (int)strcspn(t.performer, "|"),
	    t.performer);
	for (i = 0; i < 4 && strcmp(kinds[i][0], t.kind) != 0; i++)
		;
	if (i == 4)
		bail(t.kind);
	snprintf(uri, sizeof(uri), "/%s/%lld", kinds[i][1], (long long)t.id);
	cgi_leave(v);
	cgi_login(o, v, login);
	cgi_get(v, kinds[i][0], uri);
	is_int(200, v->status, "%s", uri);
}

static void
ask_all(struct office *o, int64_t id)
{
	struct visitor v = { .now = NOW + 600 };
	char uri[128];

	for (size_t i = 0; i < sizeof(pages) / sizeof(pages[0]); i++) {
		cgi_leave(&v);
		if (pages[i].login != NULL)
			cgi_login(o, &v, pages[i].login);
		snprintf(uri, sizeof(uri), "%.*s%lld",
		    (int)strcspn(pages[i].uri, "%"), pages[i].uri,
		    (long long)id);
		cgi_get(&v, pages[i].program, strchr(pages[i].uri, '%') !=
		    NULL ? uri : pages[i].uri);
		is_int(200, v.status, "%s", pages[i].uri);
	}
	ask_task(o, &v, id);
	cgi_leave(&v);
}

/* Walks of all statements in a file of texts, each once. */
static int
walks_in(const char *path, int *statements)
{
	static char all[4 << 20];
	static const char *seen[MOST];
	FILE *f = fopen(path, "r");
	size_t len, i;
	char *at;
	int n = 0;

	*statements = 0;
	if (f == NULL)
		return -1;
	len = fread(all, 1, sizeof(all) - 1, f);
	fclose(f);
	for (at = all; at < all + len; at += strlen(at) + 1) {
		for (i = 0; seen[i] != NULL && strcmp(seen[i], at) != 0; i++)
			;
		if (seen[i] != NULL || i == MOST - 1 ||
		    strncmp(at, "PRAGMA", 6) == 0)
			continue;
		seen[i] = at;
		++*statements;
		n += scans(at) && walks(at);
	}
	return n;
}

/* -- growth ---------------------------------------------------------------- */

#define FEW	1200		/* times the history; a list counts to 1,001 */
#define MANY	12000

/* Statements that take each row of a table some times more, into the past. */
static const char multiplied[] =
    "SELECT 'INSERT INTO ' || ?1 || ' (' || group_concat(name) || ')'"
    " || ' WITH RECURSIVE g (g) AS (SELECT ' || ?2 || ' UNION ALL'"
    " || ' SELECT g + 1 FROM g WHERE g < ' || ?3 || ') SELECT '"
    " || group_concat(CASE WHEN name IN ('id', 'case_id', 'task_id',"
    "   'stream') THEN name || ' + g * 1000003'"
    "  WHEN name IN ('number', 'code_hash') THEN name || '||''-''||g'"
    "  WHEN name IN ('idem', 'fact') THEN 'NULL'"
    "  WHEN name = 'state' AND ?1 = 'cases' THEN '''ended'''"
    "  WHEN name = 'result' THEN '''done'''"
    "  WHEN name = 'ended_at' THEN 'opened_at - g * 600'"
    "  WHEN name LIKE '%\\_at' ESCAPE '\\' THEN name || ' - g * 600'"
    "  ELSE name END) || ' FROM temp.base_' || ?1 || ', g'"
    "  FROM pragma_table_info(?1)";

static void
run(const char *sql)
{
	if (sqlite3_exec(sq, sql, NULL, NULL, NULL) != SQLITE_OK)
		bail(sqlite3_errmsg(sq));
}

static const char *const past[] = { "cases", "tasks", "spans", "events",
    "event_data", "documents", "messages", "search_words", "took_part" };

/* The rows of now are the pattern of all that is made. */
static void
keep_pattern(void)
{
	char sql[256];

	for (size_t i = 0; i < sizeof(past) / sizeof(past[0]); i++) {
		snprintf(sql, sizeof(sql), "CREATE TEMP TABLE base_%s AS"
		    " SELECT * FROM %s%s", past[i], past[i],
		    strcmp(past[i], "tasks") == 0 ? " WHERE open = 0" :
		    strcmp(past[i], "spans") == 0 ? " WHERE task_id IN"
		    " (SELECT id FROM tasks WHERE open = 0)" : "");
		run(sql);
	}
}

static void
multiply(int from, int to)
{
	sqlite3_stmt *st;

	run("PRAGMA foreign_keys = OFF; BEGIN");
	if (sqlite3_prepare_v2(sq, multiplied, -1, &st, NULL) != SQLITE_OK)
		bail(sqlite3_errmsg(sq));
	for (size_t i = 0; i < sizeof(past) / sizeof(past[0]); i++) {
		sqlite3_bind_text(st, 1, past[i], -1, NULL);
		sqlite3_bind_int(st, 2, from);
		sqlite3_bind_int(st, 3, to);
		if (sqlite3_step(st) != SQLITE_ROW)
			bail(sqlite3_errmsg(sq));
		run((const char *)sqlite3_column_text(st, 0));
		sqlite3_reset(st);
	}
	sqlite3_finalize(st);
	run("COMMIT");
}

/* Steps of SQLite's machine since it was asked last. */
static long
steps(void)
{
	static uint64_t before;
	uint64_t count[2] = { 0, 0 }, n;
	FILE *f = fopen(getenv("STATEMENTS_COUNT"), "r");

	if (f == NULL || fread(count, sizeof(count), 1, f) != 1)
		bail("no steps are counted");
	fclose(f);
	n = count[1] - before;
	before = count[1];
	return (long)n;
}

/* The task is taken, given back, or sent on. */
static long
press(struct visitor *v, const char *uri, const char *aksi)
{
	char form[256];
	int n;

	cgi_get(v, "review", uri);
	n = snprintf(form, sizeof(form), "aksi=%s&kunci=%s", aksi,
	    cgi_field(v, "kunci"));
	snprintf(form + n, sizeof(form) - (size_t)n, "&versi=%s",
	    cgi_field(v, "versi"));
	steps();
	cgi_post(v, "review", uri, form);
	is_int(303, v->status, "%s", aksi);
	return steps();
}

/* They are measured: pages of the lists, of the case and of its task. */
static const struct {
	const char	*program, *login, *uri;
} grown[] = {
	{ "inbox", "petugas-layanan", "/kotak-masuk?tab=saya" },
	{ "inbox", "petugas-layanan", "/kotak-masuk?tab=peran" },
	{ "inbox", "petugas-layanan", "/kotak-masuk?tab=diteruskan" },
	{ "case", "petugas-layanan", "/berkas" },
	{ "case", "petugas-layanan", "/berkas?sop=izin-magang-penelitian" },
	{ "case", "petugas-layanan", "/berkas?cari=siti" },
	{ "case", "jfu", "/berkas" },
	{ "case", "jfu", "/berkas?cari=siti" },
	{ "case", "petugas-layanan", "/berkas/%lld" },
	{ "review", "petugas-layanan", "/periksa/%lld" },
	{ "track", NULL, "/lacak/status" },	/* with the code of the case */
};
#define GROWN (int)(sizeof(grown) / sizeof(grown[0]))

static void
bring_code(struct office *o, struct visitor *v, int64_t id)
{
	char code[CASE_CODE_LEN + 1], cookie[64];

	office_code(o, id, code);
	snprintf(cookie, sizeof(cookie), TRACK_COOKIE "=%s", code);
	cgi_cookie(v, cookie);
}

/* Acts that are measured behind the pages. */
static const char *const acts[] = { "a claim", "a release", "a finish" };
#define ACTS (int)(sizeof(acts) / sizeof(acts[0]))

/* The current task of a case is taken and sent on; steps of the second. */
static long
finish(struct office *o, struct visitor *v, int64_t id)
{
	struct task_row t;
	char uri[128];
	long n;

	if (!walk_current(o, id, &t))
		bail("no task to finish");
	snprintf(uri, sizeof(uri), "/periksa/%lld", (long long)t.id);
	press(v, uri, "ambil");
	n = press(v, uri, "selesai&keputusan=teruskan");
	is_int(0, fixture_int(o, "SELECT open FROM tasks WHERE id = $1", t.id),
	    "...and it is sent on");
	return n;
}

/* The steps of each, those of the acts behind them; the case `ends` has a task
 * that is finished. */
static void
measure(struct office *o, int64_t id, int64_t task, int64_t ends,
    long list[GROWN + ACTS])
{
	static const char taken[] =
	    "SELECT count(claimed_by) FROM tasks WHERE id = $1";
	struct visitor v = { .now = NOW + 600 };
	char uri[128];
	int64_t of;

	for (int i = 0; i < GROWN; i++) {
		of = strcmp(grown[i].program, "review") == 0 ? task : id;
		snprintf(uri, sizeof(uri), "%.*s%lld",
		    (int)strcspn(grown[i].uri, "%"), grown[i].uri,
		    (long long)of);
		if (strchr(grown[i].uri, '%') == NULL)
			snprintf(uri, sizeof(uri), "%s", grown[i].uri);
		cgi_leave(&v);
		if (grown[i].login != NULL)
			cgi_login(o, &v, grown[i].login);
		else
			bring_code(o, &v, id);
		/* The first look at a case is noted. */
		cgi_get(&v, grown[i].program, uri);
		steps();
		cgi_get(&v, grown[i].program, uri);
		list[i] = steps();
		is_int(200, v.status, "%s", grown[i].uri);
	}
	cgi_leave(&v);
	cgi_login(o, &v, "petugas-layanan");
	snprintf(uri, sizeof(uri), "/periksa/%lld", (long long)task);
	list[GROWN] = press(&v, uri, "ambil");
	is_int(1, fixture_int(o, taken, task), "...it is his");
	list[GROWN + 1] = press(&v, uri, "lepas");
	is_int(0, fixture_int(o, taken, task), "...and nobody's");
	list[GROWN + 2] = finish(o, &v, ends);
	cgi_leave(&v);
}

/* Tasks that were passed on are counted a little further than the page goes. */
static void
tells_more(struct office *o)
{
	struct visitor v = { .now = NOW + 600 };

	cgi_login(o, &v, "petugas-layanan");
	cgi_get(&v, "inbox", "/kotak-masuk?tab=peran");
	ok(cgi_has(&v, "Sudah saya teruskan, lebih dari (100)"), "more than "
	    "are told");
	cgi_get(&v, "inbox", "/kotak-masuk?tab=diteruskan&hal=6");
	ok(cgi_has(&v, "Menampilkan 126–150 dari lebih dari 225 tugas") &&
	    cgi_has(&v, "diteruskan&amp;hal=7\""), "...and a way on from any "
	    "page");
	cgi_leave(&v);
}

static void
stays(struct office *o, int64_t id)
{
	const int64_t ends[] = { open_case(o), open_case(o) };
	long few[GROWN + ACTS], many[GROWN + ACTS];
	const char *what;
	struct task_row t;

	walk_to(o, open_case(o), 5, NOW);
	if (!walk_current(o, id, &t) || strcmp(t.kind, "review") != 0)
		bail("no task to look at");
	keep_pattern();
	multiply(1, FEW);
	measure(o, id, t.id, ends[0], few);
	multiply(FEW + 1, MANY);
	ok(fixture_int(o, "SELECT count(*) FROM tasks WHERE closed_by = $1",
	    fixture_person(o, "petugas-layanan")) > MANY, "he did much");
	measure(o, id, t.id, ends[1], many);
	tells_more(o);
	for (int i = 0; i < GROWN + ACTS; i++) {
		what = i < GROWN ? grown[i].uri : acts[i - GROWN];
		ok(many[i] * 5 <= few[i] * 6, "%s, %s: %ld steps, of ten times"
		    " the cases %ld", what, i < GROWN && grown[i].login != NULL
		    ? grown[i].login : "by who may", few[i], many[i]);
	}
}

int
main(void)
{
	struct office *o;
	static const char whole[] =
	    "SELECT count(*) FROM cases WHERE subject = 'x'";
	char text[512], db[512], shim[512], count[512];
	int statements, n;
	int64_t id;

	if (getenv("SANITIZED") != NULL || getenv("PLACE") != NULL) {
		printf("1..0 # SKIP it looks at SQLite, and cannot before a "
		    "sanitizer\n");
		return 0;
	}
	o = cgi_office();
	fixture_sees_all(o, "jfu");
	id = open_case(o);
	snprintf(text, sizeof(text), "%s/statements", cgi_folder());
	snprintf(db, sizeof(db), "%s/data/office.db", cgi_folder());
	snprintf(shim, sizeof(shim), "%s/tests/web/statements.so",
	    getenv("BUILDDIR"));
	setenv("STATEMENTS_TEXT", text, 1);
	setenv("LD_PRELOAD", shim, 1);
	ask_all(o, id);
	unsetenv("STATEMENTS_TEXT");
	if (sqlite3_open_v2(db, &sq, SQLITE_OPEN_READWRITE, NULL) != SQLITE_OK)
		bail(sqlite3_errmsg(sq));
	n = walks_in(text, &statements);
	is_int(0, n, "no table that grows is walked");
	ok(scans(whole) && walks(whole), "... as this would walk one");
	ok(statements > 50, "... by %d statements", statements);
	snprintf(count, sizeof(count), "%s/count", cgi_folder());
	setenv("STATEMENTS_COUNT", count, 1);
	stays(o, id);
	unsetenv("LD_PRELOAD");
	sqlite3_close(sq);
	office_close(o);
	return tap_done();
}
