/*
 * long-t.c - a very long list: the numbers on its pages, to an official, and to
 * an operator in English.
 */
#include <stdio.h>
#include <string.h>

#include "tests/case/fixture.h"
#include "tests/tap.h"
#include "tests/web/desk.h"
#include "tests/web/english.h"

/* One SOP has all of them; where nothing is looked for less is counted. */
#define ALL "/berkas?sop=sigap-magang-penelitian"

static struct office *office;
static struct visitor v;

/* As many more cases like the first one, each a minute older. */
static void
copy(int n)
{
	char query[1024];

	snprintf(query, sizeof(query), "INSERT INTO cases (id, number, unit_id,"
	    " version_id, evaluation, period, subject, applicant_id,"
	    " applicant, phone, email, institution_id, code_hash, state,"
	    " result, refused, end_pos, seq, opened_at, own, queue, outside,"
	    " waiting, closed)"
	    " WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n"
	    "  WHERE i < %d)"
	    " SELECT id + i, 'L-' || i || '-' || id, unit_id, version_id, 0,"
	    " '', subject, applicant_id, applicant, phone, email,"
	    " institution_id, code_hash || i, state, result, refused,"
	    " end_pos, seq, opened_at - 60 * i, own, queue, outside, waiting,"
	    " closed FROM cases, n WHERE number LIKE 'K-%%'", n);
	fixture_run(office, query);
}

static void
see(const char *login, const char *uri)
{
	cgi_login(office, &v, login);
	cgi_get(&v, "case", uri);
	is_int(200, v.status, "%s, %s", login, uri);
}

/* Where the link to the page after this one leads. */
static const char *
next(void)
{
	static char address[256];
	const char *end = strstr(cgi_body(&v), "\" rel=\"next\""), *s = end;

	address[0] = '\0';
	while (s != NULL && s > cgi_body(&v) && s[-1] != '"')
		s--;
	for (size_t n = 0; s != NULL && s < end && n + 2 < sizeof(address);) {
		address[n++] = *s;
		address[n] = '\0';
		s += strncmp(s, "&amp;", 5) == 0 ? 5 : 1;
	}
	return address;
}

static void
all_counted(void)
{
	copy(999);
	see("kakanwil", ALL);
	ok(cgi_has(&v, ">1.000 berkas") && cgi_has(&v,
	    "Menampilkan 1–25 dari 1.000 berkas"), "a thousand");
	ok(cgi_has(&v, "<span>Halaman 1 dari 40</span>"), "...on 40 pages");
}

static void
more_behind(void)
{
	char behind[256];

	fixture_run(office, "DELETE FROM cases WHERE number LIKE 'L-%'");
	copy(1049);
	see("kakanwil", ALL);
	ok(cgi_has(&v, ">lebih dari 1.000 berkas") && cgi_has(&v,
	    "Menampilkan 1–25 dari lebih dari 1.000 berkas"),
	    "more than a thousand");
	ok(cgi_has(&v, "<span>Halaman 1 dari lebih dari 40</span>"),
	    "...on more than 40 pages");
	see("kakanwil", "/berkas");
	ok(cgi_has(&v, ">lebih dari 125 berkas") && cgi_has(&v,
	    "Menampilkan 1–25 dari lebih dari 125 berkas"),
	    "all of the office are counted to a hundred behind those shown");
	is_string("/berkas?hal=2", next(), "...and lead on");
	see("kakanwil", "/berkas?hal=39");
	is_string("/berkas?hal=40", next(), "...page by page");
	see("kakanwil", next());
	ok(cgi_has(&v, "<span>Halaman 40 dari lebih dari 40</span>"),
	    "...the last of those counted");
	snprintf(behind, sizeof(behind), "%s", next());
	ok(strncmp(behind, "/berkas?sesudah=", 16) == 0, "...leads on");
	see("kakanwil", behind);
	ok(cgi_has(&v, ">50 berkas yang lebih lama") && cgi_has(&v,
	    "Menampilkan 1–25 dari 50 berkas yang lebih lama"),
	    "what is behind says so");
	ok(!cgi_has(&v, "<span>Halaman "), "...and claims no page");
	see("kakanwil", next());
	ok(cgi_has(&v, "Menampilkan 26–50 dari 50 berkas yang lebih lama") &&
	    next()[0] == '\0', "...to the end");
}

/* The same to an institution's operator who reads English. */
static void
in_english(void)
{
	cgi_leave(&v);
	cgi_cookie(&v, "bahasa=en");
	see("admin-user", "/berkas");
	is_english(&v, "the list");
	ok(cgi_has(&v, ">more than 1,000 application(s)") && cgi_has(&v,
	    "Showing 1–25 of more than 1,000 application(s)"),
	    "...more than a thousand");
	ok(cgi_has(&v, "<span>Page 1 of more than 40</span>") && cgi_has(&v,
	    ">Next page</a>"), "...on more than 40 pages");
	see("admin-user", "/berkas?hal=40");
	ok(cgi_has(&v, ">Page before</a>"), "...and back");
	ok(cgi_has(&v, "Showing 976–1,000 of "), "...figures as they are "
	    "written there");
	see("admin-user", next());
	is_english(&v, "what is behind");
	ok(cgi_has(&v, "Showing 1–25 of 50 older application(s)"),
	    "...says so");
	fixture_run(office, "DELETE FROM cases WHERE number LIKE 'L-1%'");
	see("admin-user", "/berkas");
	ok(cgi_has(&v, "<span>Page 1 of "), "what is counted has its pages");
	ok(!cgi_has(&v, "more than"), "...and no more");
}

int
main(void)
{
	office = cgi_office();
	fixture_sees_all(office, "kakanwil");
	desk_case(office, "sigap-magang-penelitian", "2");
	v.now = desk_now;
	all_counted();
	more_behind();
	in_english();
	cgi_leave(&v);
	office_close(office);
	return tap_done();
}
