/* sweep-t.c - what is no archive expires by itself, each kind at its time. */
#include <fcntl.h>
#include <string.h>

#include "base/conf.h"
#include "case/access.h"
#include "case/draft.h"
#include "office/audit.h"
#include "people/login_session.h"
#include "people/password_link.h"
#include "store/id.h"
#include "tests/case/fixture.h"
#include "tests/case/play.h"
#include "tests/store/folder.h"
#include "tick/sweep.h"

#define DAY INT64_C(86400)
#define NOW FIXTURE_START

static struct conf conf = { .session_hours = 10, .session_days = 7,
	.pin_minutes = 30, .audit_days = 365, .message_days = 90,
	.mailbox_days = 8 };
static struct office *o;

static int64_t
count(const char *sql)
{
	return fixture_int(o, sql, 0);
}

/* A file of the mailbox for a message that was queued at an instant. */
static const char *
letter(int64_t at, const char *ending)
{
	static char name[64];

	snprintf(name, sizeof(name), "mailbox/%s%lld%s",
	    ending[0] == '.' && ending[1] == '_' ? "." : "",
	    (long long)id_first(at) + 5, ending[1] == '_' ? ending + 2 :
	    ending);
	return folder_path(name);
}

static void
put_letter(int64_t at, const char *ending)
{
	int fd = open(letter(at, ending), O_CREAT | O_WRONLY, 0640);

	if (fd == -1 || write(fd, "K7QM-3WXA-9HTP", 14) != 14)
		bail("no letter");
	close(fd);
}

static int
is_there(int64_t at, const char *ending)
{
	return access(letter(at, ending), F_OK) == 0;
}

static void
add_messages(void)
{
	char sql[1024];

	for (int i = 0; i < 4; i++) {
		static const char *const states[] = { "sent", "failed",
			"expired", "queued" };

		snprintf(sql, sizeof(sql), "INSERT INTO messages (id, kind,"
		    " channel, address, subject, body, fact, state,"
		    " queued_at) VALUES (%d, 'account', 'whatsapp',"
		    " '+628123456789', 'Perihal', 'Isi', 'remind/%d', '%s',"
		    " %lld)", i + 1, i, states[i], (long long)NOW);
		fixture_run(o, sql);
		snprintf(sql, sizeof(sql), "INSERT INTO deliveries"
		    " (message_id, route, address, state, tries, next_at,"
		    " repeated, provider_id, alias, reason, changed_at)"
		    " VALUES (%d, 'whatsapp', '+628123456789', 'accepted', 1,"
		    " 0, 0, '', '', '', 0)", i + 1);
		fixture_run(o, sql);
	}
}

static void
add_registration(const char *state, int64_t id)
{
	char sql[512];

	snprintf(sql, sizeof(sql), "INSERT INTO registrations (id,"
	    " institution, kind, name, phone, email, state, asked_at,"
	    " decided_at, reason) VALUES (%lld, 'Kampus', 'kampus', 'Rina',"
	    " '+628', '', '%s', %lld, %lld, '')", (long long)id, state,
	    (long long)NOW, (long long)NOW);
	fixture_run(o, sql);
}

static void
fill_the_office(void)
{
	struct login_session_ends ends = login_session_ends(&conf);
	int64_t person = fixture_person(o, "jfu");
	char token[LOGIN_TOKEN_SIZE];
	struct draft d;
	int64_t id;

	play_must(draft_new(o, fixture_sop(o, "izin-magang-penelitian"), 0,
	    NOW, &d), "a draft");
	add_messages();
	add_registration("refused", 1);
	add_registration("approved", 2);
	play_must(login_session_open(o, person, NOW, &ends, token),
	    "a session");
	play_must(password_link_make(o, person, NOW, token), "a link");
	id = play_case("izin-magang-penelitian", NULL, "3");
	play_must(case_seen(o, person, id, NOW), "a reading");
	mkdir(folder_path("mailbox"), 0750);
	put_letter(NOW, ".json");
	put_letter(NOW, ".eml");
	put_letter(NOW, "._.json");
	put_letter(NOW, ".txt");
	put_letter(NOW + DAY, ".json");
}

static void
sweep_at(int64_t at)
{
	int removed;

	play_must(sweep(o, &conf, at, &removed), "a sweep");
}

/* A table of statements that count, with what is left before and after. */
static const struct {
	const char	*what, *sql;
	int64_t		 days, before, after;
} kinds[] = {
	{ "a draft", "SELECT count(*) FROM drafts WHERE case_id IS NULL AND"
	    " $1 = 0", 7, 1, 0 },
	{ "a session", "SELECT count(*) FROM sessions WHERE $1 = 0", 7, 1,
	    0 },
	{ "a link for a password", "SELECT count(*) FROM tokens WHERE $1 = 0",
	    3, 1, 0 },
	{ "texts of messages", "SELECT count(*) FROM messages WHERE body <> ''"
	    " AND subject <> '' AND id < 5 AND $1 = 0", 90, 4, 1 },
	{ "their addresses", "SELECT count(*) FROM messages WHERE address <>"
	    " '' AND id < 5 AND $1 = 0", 90, 4, 1 },
	{ "where they went", "SELECT count(*) FROM deliveries WHERE address <>"
	    " '' AND message_id < 5 AND $1 = 0", 90, 4, 1 },
	{ "a refused registration", "SELECT count(*) FROM registrations"
	    " WHERE $1 = 0", 90, 2, 1 },
	{ "the audit", "SELECT count(*) FROM audit WHERE kind = 'case' AND"
	    " $1 = 0", 365, 1, 0 },
	{ "who read a case", "SELECT count(*) FROM reads WHERE $1 = 0", 365,
	    1, 0 },
};
#define KINDS (sizeof(kinds) / sizeof(kinds[0]))
#define SESSION 1

static void
are_there(int64_t days, const char *what)
{
	for (size_t i = 0; i < KINDS; i++)
		if (kinds[i].days == days && i != SESSION)
			is_int(kinds[i].before, count(kinds[i].sql),
			    "%s %s", kinds[i].what, what);
}

/* Every kind of so many days stays to its last hour and is gone two hours
 * later; a session that nobody uses ends before its days are over. */
static void
expires(int64_t days)
{
	are_there(days, "is there");
	sweep_at(NOW + days * DAY - 3600);
	are_there(days, "stays for its days");
	sweep_at(NOW + days * DAY + 3600);
	for (size_t i = 0; i < KINDS; i++)
		if (kinds[i].days == days)
			is_int(kinds[i].after, count(kinds[i].sql),
			    "%s: what is left after them", kinds[i].what);
}

/* The codes in the mailbox go with it. */
static void
empties_the_mailbox(void)
{
	sweep_at(NOW + 8 * DAY - 3600);
	ok(is_there(NOW, ".json") && is_there(NOW, ".eml"), "a letter stays");
	sweep_at(NOW + 8 * DAY + 3600);
	ok(!is_there(NOW, ".json") && !is_there(NOW, ".eml"),
	    "... for eight days");
	ok(!is_there(NOW, "._.json"), "... and one that was cut");
	ok(is_there(NOW, ".txt"), "what is no letter is nobody's business");
	ok(is_there(NOW + DAY, ".json"), "a younger one stays");
}

static void
needs_no_mailbox(void)
{
	char none[] = "/nowhere";

	conf.data = none;
	sweep_at(NOW + 8 * DAY + 7200);
	ok(1, "an office without a mailbox");
	conf.data = folder;
}

/* The page tells what the sweep does. */
static void
tells_its_terms(void)
{
	struct sweep_term list[SWEEP_TERMS];
	size_t n = sweep_terms(&conf, list), keys = 0;

	for (size_t i = 0; i < n; i++) {
		if (list[i].seconds <= 0 || list[i].what[0] == '\0' ||
		    list[i].where[0] == '\0' || list[i].from[0] == '\0')
			bail(list[i].what);
		keys += list[i].key[0] != '\0';
	}
	ok(n >= 10 && keys >= 6, "%zu kinds, %zu of them by a key", n, keys);
}

int
main(void)
{
	folder_make();
	conf.data = folder;
	o = play_office = fixture_open(folder);
	play_now = NOW;
	fill_the_office();
	tells_its_terms();
	expires(3);
	expires(7);
	empties_the_mailbox();
	needs_no_mailbox();
	expires(90);
	expires(365);
	is_int(4, count("SELECT count(*) FROM messages WHERE fact LIKE"
	    " 'remind/%' AND id < 5 AND $1 = 0"),
	    "that a message was sent once is known still");
	office_close(o);
	return tap_done();
}
