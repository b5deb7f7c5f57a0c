/* operator-t.c - who becomes an operator, the one-time link, the reports. */
#include <string.h>

#include "case/activity_report.h"
#include "people/holder.h"
#include "people/institution.h"
#include "people/login.h"
#include "people/login_session.h"
#include "people/operator.h"
#include "people/password_link.h"
#include "people/person.h"
#include "tests/case/fixture.h"
#include "tests/tap.h"

#define SITE "https://sop.example"

static struct office *o;
static int64_t now = FIXTURE_START;
static int64_t asked;

static struct change
by(const char *login)
{
	return (struct change){ .by = fixture_person(o, login), .now = ++now };
}

static void
must(enum case_err err)
{
	if (err != CASE_OK)
		bail(office_why(o));
}

/* The token of the last message; static. */
static const char *
last_token(void)
{
	static char token[LOGIN_TOKEN_SIZE];
	struct db_stmt *st = db_query(office_db(o), "SELECT body FROM messages"
	    " WHERE kind = 'account' ORDER BY queued_at DESC, id DESC LIMIT 1",
	    "");
	const char *at = db_step(st) ? strstr(db_text(st, 0), "kunci=") : NULL;

	snprintf(token, sizeof(token), "%s", at != NULL ? at + 6 : "");
	db_done(st);
	return token;
}

static void
asks(void)
{
	struct registration r = { .kind = KIND_CAMPUS, .phone =
		"+6281234567890", .institution = "Universitas \"Baru\"" };
	struct change ch = { .now = now };

	is_int(CASE_INVALID, operator_add(o, &ch, &r, &asked),
	    "no operator without a name");
	is_string("name", office_field(o), "...is named");
	strcpy(r.name, "Sri <Rahayu>");
	strcpy(r.phone, "08123");
	is_int(CASE_INVALID, operator_add(o, &ch, &r, &asked),
	    "no number that cannot be called");
	strcpy(r.phone, "+6281234567890");
	is_int(CASE_OK, operator_add(o, &ch, &r, &asked), "asked for");
	is_int(1, operator_waiting(o), "...and waits");
}

static void
only_the_office_decides(void)
{
	struct approval a = { .id = asked, .login = "sri", .site = SITE };
	struct change ch = by("kakanwil");

	is_int(CASE_DENIED, operator_approve(o, &ch, &a),
	    "not every role approves");
	ch = by("admin-user");
	is_int(CASE_DENIED, operator_approve(o, &ch, &a),
	    "no outsider approves");
	is_int(0, fixture_person(o, "sri"), "nobody was added");
	ch = by("admin-kanwil");
	a.login = "admin-user";
	is_int(CASE_INVALID, operator_approve(o, &ch, &a),
	    "not with a login that is taken");
	is_string("login", office_field(o), "...which is named");
	is_int(0, fixture_int(o, "SELECT count(*) FROM institutions"
	    " WHERE name LIKE '%Baru%' AND id > $1", 0),
	    "...and nothing is half done");
}

static void
approves(void)
{
	struct approval a = { .id = asked, .login = "Sri 1", .site = SITE };
	struct change ch = by("admin-kanwil");
	struct registration r;
	struct person p;
	enum capacity as;

	must(operator_approve(o, &ch, &a));
	must(operator_get(o, asked, &r));
	is_string("approved", r.state, "approved");
	must(person_get(o, r.person_id, &p));
	is_string("sri1", p.login, "an account");
	ok(p.institution_id != 0, "...of a new institution");
	ok(holder_acts_for(o, p.id, OPERATOR_ROLE, now, &as),
	    "...with the role");
	is_int(64, (int64_t)strlen(last_token()), "...and a link by message");
	is_int(CASE_STATE, operator_approve(o, &ch, &a), "only once");
	is_int(0, operator_waiting(o), "nobody waits");
}

static void
refuses(void)
{
	struct registration r = { .kind = KIND_SCHOOL, .name = "Budi",
		.institution = "SMA 9", .phone = "+6281234567891" };
	struct change ch = { .now = ++now };
	int64_t id;

	must(operator_add(o, &ch, &r, &id));
	ch = by("admin-kanwil");
	is_int(CASE_INVALID, operator_refuse(o, &ch, id, "tidak"),
	    "no refusal without a sentence");
	is_int(CASE_OK, operator_refuse(o, &ch, id,
	    "Surat tugas operator belum ada."), "refused with a reason");
	is_int(1, fixture_int(o, "SELECT count(*) FROM messages WHERE body"
	    " LIKE '%Surat tugas operator%' AND id > $1", 0), "...told");
	is_int(CASE_STATE, operator_link(o, &ch, id, SITE),
	    "no link for the refused");
}

static void
uses_the_link_once(void)
{
	char token[LOGIN_TOKEN_SIZE];
	struct login_try t = { .login = "sri1", .address = "192.0.2.1",
		.password = "kuda-besi-terbang", .now = now };
	int64_t person;

	snprintf(token, sizeof(token), "%s", last_token());
	is_int(CASE_NOT_FOUND, password_link_find(o, "", now, &person),
	    "no token");
	is_int(CASE_NOT_FOUND, password_link_find(o, token, now + 4 * 86400,
	    &person), "not after three days");
	is_int(CASE_INVALID, password_link_use(o, token, now, "pendek"),
	    "no short password");
	is_int(CASE_OK, password_link_use(o, token, now, "kuda-besi-terbang"),
	    "set");
	is_int(CASE_OK, login_check(o, &t, &person), "...and logs in");
	is_int(CASE_NOT_FOUND, password_link_use(o, token, now,
	    "kuda-besi-kedua"), "not twice");
}

static void
newer_link_replaces(void)
{
	struct change ch = by("admin-kanwil");
	char first[LOGIN_TOKEN_SIZE];
	int64_t person;

	must(operator_link(o, &ch, asked, SITE));
	snprintf(first, sizeof(first), "%s", last_token());
	is_int(CASE_OK, password_link_find(o, first, now, &person),
	    "another link");
	ch = by("admin-kanwil");
	must(operator_link(o, &ch, asked, SITE));
	is_int(CASE_NOT_FOUND, password_link_find(o, first, now, &person),
	    "...until the next");
}

static void
hands_in_reports(void)
{
	struct activity_report a = { .title = "Laporan Januari",
	    .name = "l.pdf",
		.type = "application/pdf", .size = 12, .sha256 = "ab" }, b;
	struct change ch = by("sri1");
	struct activity_report *list;
	struct person p;
	int64_t id;
	size_t n;

	must(person_get(o, ch.by, &p));
	a.institution_id = p.institution_id + 1;
	is_int(CASE_DENIED, activity_report_add(o, &ch, &a, &id),
	    "not for another institution");
	a.institution_id = p.institution_id;
	a.case_id = 12345;
	is_int(CASE_INVALID, activity_report_add(o, &ch, &a, &id),
	    "about no unknown request");
	a.case_id = 0;
	is_int(CASE_OK, activity_report_add(o, &ch, &a, &id), "handed in");
	is_int(1, activity_report_unseen(o), "...and unread");
	is_int(CASE_DENIED, activity_report_open(o, id, fixture_person(o,
	    "admin-user"), now, &b), "no other institution reads it");
	is_int(CASE_OK, activity_report_open(o, id, ch.by, now, &b),
	    "its own does");
	is_int(1, activity_report_unseen(o),
	    "...which is no reading by the office");
	is_int(CASE_DENIED, activity_report_open(o, id, fixture_person(o,
	    "kakanwil"), now, &b), "nor every role");
	is_int(CASE_OK, activity_report_open(o, id, fixture_person(o,
	    "admin-kanwil"), now, &b), "Admin Kanwil does");
	is_int(0, activity_report_unseen(o), "...and it is noted");
	must(activity_report_list(o, p.institution_id + 1, &list, &n));
	is_int(0, (int64_t)n, "another's list is empty");
	free(list);
	must(activity_report_list(o, 0, &list, &n));
	is_int(1, (int64_t)n, "the office's has all");
	free(list);
}

int
main(void)
{
	o = fixture_open(NULL);
	asks();
	only_the_office_decides();
	approves();
	refuses();
	must(operator_link(o, &(struct change){ .by = fixture_person(o,
	    "admin"), .now = ++now }, asked, SITE));
	uses_the_link_once();
	newer_link_replaces();
	hands_in_reports();
	return tap_done();
}
