/* person-t.c - units, roles, holders and people; each change is an event. */
#include <string.h>

#include "office/unit.h"
#include "people/holder.h"
#include "people/institution.h"
#include "people/person.h"
#include "people/role.h"
#include "store/event.h"
#include "tests/tap.h"

#define NOW	1795400000LL		/* in November 2026 */
#define DAY	86400

static struct office *o;
static int64_t kanwil, divisi;		/* units */
static int64_t kabag, jfu, jft, admin_user, layanan;	/* roles */
static int64_t budi, sari, kampus, operator_id;

static const struct change by_system = { .now = NOW };

/* The last event of a stream: its kind, and what it says beside. */
static char last_kind[32], last_effect[512], last_payload[512];
static int64_t last_seq, last_actor;

static void
read_last(int64_t stream)
{
	struct event_reader *r = event_read(office_db(o), stream);
	struct event e;

	last_kind[0] = '\0';
	last_seq = 0;
	while (event_next(r, &e)) {
		snprintf(last_kind, sizeof(last_kind), "%s", e.kind);
		snprintf(last_effect, sizeof(last_effect), "%s", e.effect);
		snprintf(last_payload, sizeof(last_payload), "%s", e.payload);
		last_seq = e.seq;
		last_actor = e.actor_id;
	}
	event_done(r);
}

static int64_t
unit(const char *slug, const char *name, int64_t parent)
{
	struct unit_row u = { .parent_id = parent };
	int64_t id = 0;

	snprintf(u.slug, sizeof(u.slug), "%s", slug);
	snprintf(u.name, sizeof(u.name), "%s", name);
	is_int(CASE_OK, unit_add(o, &by_system, &u, &id), "unit %s", slug);
	return id;
}

static int64_t
role(const char *slug, const char *name, int external, int system, int single)
{
	struct role_row r = { .unit_id = divisi, .external = external,
		.system = system, .single = single,
		.valid_from = NOW - 100 * DAY };
	int64_t id = 0;

	snprintf(r.slug, sizeof(r.slug), "%s", slug);
	snprintf(r.name, sizeof(r.name), "%s", name);
	is_int(CASE_OK, role_add(o, &by_system, &r, &id), "role %s", slug);
	return id;
}

static struct person
draft(const char *login, const char *name)
{
	struct person p = { .unit_id = divisi, .active = 1 };

	snprintf(p.login, sizeof(p.login), "%s", login);
	snprintf(p.name, sizeof(p.name), "%s", name);
	return p;
}

static enum case_err
name(int64_t role_id, int64_t person_id, enum capacity as, int64_t from,
    int64_t to)
{
	struct holder_row h = { .role_id = role_id, .person_id = person_id,
		.capacity = as, .from_at = from, .to_at = to };
	int64_t id;

	strcpy(h.letter_no, "W.6-KP.04-12");
	return holder_add(o, &by_system, &h, &id);
}

static void
units_nest(void)
{
	struct unit_row u, *list;
	int64_t id = -1;
	size_t n;

	kanwil = unit("kanwil", "Kantor Wilayah", 0);
	divisi = unit("divisi", "Divisi Administrasi", kanwil);
	read_last(divisi);
	is_string("unit-added", last_kind, "...is an event of the unit");
	u = (struct unit_row){ .slug = "divisi", .name = "Lagi" };
	is_int(CASE_INVALID, unit_add(o, &by_system, &u, &id),
	    "a slug is taken once");
	is_string("slug", office_field(o), "...says which field");
	is_int(-1, id, "...no id is given");
	u = (struct unit_row){ .slug = "Dua Kata", .name = "Lagi" };
	is_int(CASE_INVALID, unit_add(o, &by_system, &u, &id),
	    "a slug has no spaces");
	u = (struct unit_row){ .slug = "seksi", .name = "Seksi",
	    .parent_id = 1 };
	is_int(CASE_INVALID, unit_add(o, &by_system, &u, &id),
	    "no unit is below one that is none");
	is_string("parent_id", office_field(o), "...says which field");
	is_int(CASE_OK, unit_by_slug(o, "kanwil", &u), "found by its slug");
	is_int(CASE_OK, unit_list(o, &list, &n), "units are listed");
	ok(n == 2 && strcmp(list[1].name, "Kantor Wilayah") == 0,
	    "...by name");
	free(list);
	is_int(CASE_NOT_FOUND, unit_get(o, 1, &u), "no unit has the id 1");
}

static void
roles_are_performers(void)
{
	struct role_row r = { .slug = "kabag", .name = "x" }, *list;
	struct db_stmt *st;
	size_t n;
	int64_t id;

	kabag = role("kabag", "Kabag Program dan Humas", 0, 0, 1);
	jfu = role("jfu", "JFU", 0, 0, 0);
	jft = role("jft", "JFT", 0, 0, 0);
	admin_user = role("admin-user", "Admin User", 1, 0, 0);
	layanan = role("layanan", "Layanan", 0, 1, 0);
	r.unit_id = divisi;
	is_int(CASE_INVALID, role_add(o, &by_system, &r, &id), "once only");
	is_int(CASE_OK, role_join_performer(o, &by_system, "jfu|jft",
	    "JFU/JFT"), "two roles are one performer");
	is_int(CASE_INVALID, role_join_performer(o, &by_system, "jfu|jf", "x"),
	    "...if they exist");
	st = db_query(office_db(o), "SELECT count(*), min(name) FROM performers"
	    " WHERE expr = 'jfu|jft'", "");
	db_step(st);
	is_int(2, db_int(st, 0), "...both, and nothing else");
	is_string("JFU/JFT", db_text(st, 1), "...with the printed name");
	db_done(st);
	role_get(o, jfu, &r);
	strcpy(r.name, "Pelaksana");
	r.unit_id = kanwil;
	is_int(CASE_OK, role_change(o, &by_system, &r), "a role is renamed");
	role_get(o, jfu, &r);
	is_string("Pelaksana", r.name, "...it has the name");
	is_int(kanwil, r.unit_id, "...and the unit");
	is_int(CASE_OK, role_list(o, NOW, &list, &n), "roles are listed");
	is_int(5, n, "...those in force");
	free(list);
	is_int(CASE_OK, role_list(o, NOW - 200 * DAY, &list, &n), "at a time");
	is_int(0, n, "...before there were any");
	free(list);
}

static void
people_are_checked(void)
{
	static const struct {
		const char *field, *login, *name, *nip, *phone, *email;
	} bad[] = {
		{ "name", "a", "", "", "", "" },
		{ "login", " ", "A", "", "", "" },
		{ "login", "BUDI ", "Budi Lain", "", "", "" },
		{ "nip", "a", "A", "1965", "", "" },
		{ "nip", "a", "A", "19650408198703100x", "", "" },
		{ "phone", "a", "A", "", "0812345678", "" },
		{ "phone", "a", "A", "", "+62", "" },
		{ "phone", "a", "A", "", "+62812345678901234", "" },
		{ "email", "a", "A", "", "", "a.b" },
		{ "email", "a", "A", "", "", "a@b@c" },
		{ "email", "a", "A", "", "", "a b@c" },
	};
	struct person p = draft("Budi", "Budi Santoso");
	size_t i;
	int64_t id = -1;

	strcpy(p.nip, "196504081987031002");
	strcpy(p.phone, "+6281234567890");
	strcpy(p.email, "budi@contoh.go.id");
	p.superior_role_id = kabag;
	p.admin = 1;
	is_int(CASE_OK, person_add(o, &by_system, &p, &budi), "a person");
	for (i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		p = draft(bad[i].login, bad[i].name);
		strcpy(p.nip, bad[i].nip);
		strcpy(p.phone, bad[i].phone);
		strcpy(p.email, bad[i].email);
		is_int(CASE_INVALID, person_add(o, &by_system, &p, &id),
		    "refused: %s \"%s%s%s\"", bad[i].field, bad[i].nip,
		    bad[i].phone, bad[i].email);
		is_string(bad[i].field, office_field(o), "...named");
	}
	p = draft("x", "X");
	p.unit_id = 7;
	is_int(CASE_INVALID, person_add(o, &by_system, &p, &id),
	    "an unknown unit");
	p = draft("x", "X");
	p.institution_id = 7;
	is_int(CASE_INVALID, person_add(o, &by_system, &p, &id),
	    "an unknown institution");
	p = draft("x", "X");
	p.superior_role_id = 7;
	is_int(CASE_INVALID, person_add(o, &by_system, &p, &id),
	    "an unknown superior");
	is_int(-1, id, "...no id is given");
}

static void
people_are_found(void)
{
	struct institution_row i = { .name = "Universitas Contoh",
		.kind = KIND_CAMPUS, .state = STATE_PENDING };
	struct person_query q = { .limit = 10 };
	struct person p = draft("sari", "Sari Dewi"), *list;
	struct person_count count;
	struct institution_count waiting;
	int64_t total;
	size_t n;
	char buf[32];

	is_int(CASE_OK, person_add(o, &by_system, &p, &sari), "a second");
	is_int(CASE_OK, institution_add(o, &by_system, &i, &kampus),
	    "an institution");
	is_int(CASE_OK, institution_count(o, &waiting), "...is counted");
	ok(waiting.all == 1 && waiting.waiting == 1, "...as one that waits");
	i.id = kampus;
	i.state = STATE_ACTIVE;
	is_int(CASE_OK, institution_change(o, &by_system, &i), "...admitted");
	is_int(CASE_OK, institution_get(o, kampus, &i), "...and read");
	ok(i.state == STATE_ACTIVE && i.kind == KIND_CAMPUS, "...as it is");
	p = draft("op.kampus", "Operator Kampus");
	p.institution_id = kampus;
	is_int(CASE_OK, person_add(o, &by_system, &p, &operator_id),
	    "its operator");
	is_int(CASE_OK, person_by_login(o, " BU di", &p), "a login as typed");
	is_string("Budi Santoso", p.name, "...finds its person");
	is_string("196504081987031002", p.nip, "...NIP");
	is_string("+6281234567890", p.phone, "...telephone");
	is_string("budi@contoh.go.id", p.email, "...address");
	ok(p.unit_id == divisi && p.superior_role_id == kabag && p.admin,
	    "...and places");
	is_int(CASE_NOT_FOUND, person_by_login(o, "bud", &p), "whole only");
	is_int(CASE_OK, person_search(o, &q, &list, &n, &total), "all people");
	is_int(3, total, "...are three");
	is_string("Operator Kampus", list[1].name, "...by name");
	free(list);
	is_int(CASE_OK, person_count(o, &count), "...and counted");
	ok(count.all == 3 && count.inactive == 0, "...as three, all active");
	is_int(CASE_OK, institution_count(o, &waiting), "institutions, too");
	ok(waiting.all == 1 && waiting.waiting == 0,
	    "...of which none waits now");
	q.search = "sAn";
	is_int(CASE_OK, person_search(o, &q, &list, &n, &total), "a search");
	ok(total == 1 && n == 1 && list[0].id == budi, "...finds one");
	free(list);
	q = (struct person_query){ .offset = 1, .limit = 1 };
	person_search(o, &q, &list, &n, &total);
	ok(total == 3 && n == 1 && list[0].id == operator_id, "a page of them");
	free(list);
	person_list(o, &list, &n);
	is_int(2, n, "two are of the office");
	free(list);
	is_string("Sari Dewi", person_name(o, sari, buf, sizeof(buf)), "name");
	is_string("", person_name(o, 0, buf, sizeof(buf)), "nobody's name");
}

static void
changes_are_events(void)
{
	struct change ch = { .by = budi, .now = NOW + 5, .idem = "kunci-1" };
	struct person p, q;

	read_last(sari);
	is_string("person-added", last_kind, "a new person is an event");
	is_int(0, last_actor, "...of the system");
	ok(strstr(last_effect, "Sari") == NULL, "...whose effect has no name");
	ok(strstr(last_payload, "Sari Dewi") != NULL, "...the payload has");
	person_get(o, sari, &p);
	strcpy(p.name, "Sari Dewi Lestari");
	is_int(CASE_OK, person_change(o, &ch, &p), "a person is changed");
	read_last(sari);
	is_string("person-changed", last_kind, "...an event");
	is_int(budi, last_actor, "...of who did it");
	is_int(2, last_seq, "...the second");
	strcpy(p.name, "Lain Lagi");
	is_int(CASE_REPEATED, person_change(o, &ch, &p), "the same key again");
	person_get(o, sari, &q);
	is_string("Sari Dewi Lestari", q.name, "...changes nothing");
	ch.idem = "kunci-2";
	person_get(o, budi, &p);
	p.admin = 0;
	is_int(CASE_STATE, person_change(o, &ch, &p), "the last admin stays");
	p.admin = 1;
	p.active = 0;
	is_int(CASE_STATE, person_change(o, &ch, &p), "...and stays active");
	person_get(o, operator_id, &p);
	p.admin = 1;
	is_int(CASE_INVALID, person_change(o, &ch, &p), "outsiders are none");
	p.id = 7;
	is_int(CASE_NOT_FOUND, person_change(o, &ch, &p), "nor nobody");
}

static void
holders_are_checked(void)
{
	struct holder_row h = { .role_id = jfu, .person_id = sari,
		.capacity = CAPACITY_PLH, .from_at = NOW };
	int64_t id;

	is_int(CASE_OK, name(kabag, budi, CAPACITY_DEFINITIVE, NOW, 0),
	    "a definitive holder");
	read_last(kabag);
	is_string("role-named", last_kind, "...an event of the role");
	is_int(CASE_INVALID, name(kabag, budi, CAPACITY_PLT, NOW + DAY, 0),
	    "nobody holds a role twice at a time");
	is_int(CASE_INVALID, name(kabag, sari, CAPACITY_DEFINITIVE,
	    NOW + DAY, 0), "a single role has one definitive holder");
	is_int(CASE_OK, name(kabag, sari, CAPACITY_DEFINITIVE, NOW - DAY, NOW),
	    "...at a time");
	is_int(CASE_INVALID, name(layanan, budi, CAPACITY_DEFINITIVE, NOW, 0),
	    "nobody holds the system's role");
	is_int(CASE_INVALID, name(jfu, operator_id, CAPACITY_DEFINITIVE, NOW,
	    0), "no outsider holds a role of the office");
	is_int(CASE_OK, name(admin_user, operator_id, CAPACITY_DEFINITIVE, NOW,
	    0), "...but one outside");
	is_int(CASE_INVALID, name(jfu, sari, CAPACITY_DEFINITIVE, NOW, NOW),
	    "an end is after its beginning");
	is_string("to_at", office_field(o), "...named");
	is_int(CASE_INVALID, name(jfu, sari, CAPACITY_DEFINITIVE,
	    NOW - 101 * DAY, 0), "not before the role is in force");
	is_int(CASE_INVALID, holder_add(o, &by_system, &h, &id),
	    "a Plh. is of a position");
	is_string("capacity", office_field(o), "...named");
	h.role_id = kabag;
	is_int(CASE_INVALID, holder_add(o, &by_system, &h, &id),
	    "...and has a letter");
	is_string("letter_no", office_field(o), "...named");
	h.role_id = 7;
	is_int(CASE_INVALID, holder_add(o, &by_system, &h, &id), "no role");
	is_int(CASE_INVALID, name(jfu, 7, CAPACITY_DEFINITIVE, NOW, 0),
	    "no person");
}

/* Sari: JFU and JFT for good, and Kabag as Plh. for two days. */
static void
acting_follows_time(void)
{
	struct person *who;
	enum capacity as = CAPACITY__MAX;
	size_t n;

	name(jfu, sari, CAPACITY_DEFINITIVE, NOW, 0);
	name(jft, sari, CAPACITY_DEFINITIVE, NOW, 0);
	is_int(CASE_OK, name(kabag, sari, CAPACITY_PLH, NOW + DAY,
	    NOW + 3 * DAY), "a Plh. beside the definitive one");
	is_int(0, holder_acts_for(o, sari, "kabag", NOW + DAY - 1, &as),
	    "not yet");
	is_int(CAPACITY__MAX, as, "...nothing is said");
	is_int(1, holder_acts_for(o, sari, "kabag", NOW + DAY, &as),
	    "from then on");
	is_int(CAPACITY_PLH, as, "...as Plh.");
	is_int(1, holder_acts_for(o, sari, "kabag", NOW + 3 * DAY - 1, &as),
	    "still");
	is_int(0, holder_acts_for(o, sari, "kabag", NOW + 3 * DAY, &as),
	    "over");
	is_int(1, holder_acts_for(o, sari, "jfu|jft", NOW, &as), "either role");
	is_int(CAPACITY_DEFINITIVE, as, "...definitively");
	is_int(0, holder_acts_for(o, budi, "jfu|jft", NOW, &as), "others not");
	person_holders(o, "kabag", NOW + DAY, &who, &n);
	is_int(2, n, "two may act for the Kabag that day");
	free(who);
	person_holders(o, "kabag", NOW, &who, &n);
	ok(n == 1 && who[0].id == budi, "...one the day before");
	free(who);
	is_string("Plh.", holder_capacity_title(CAPACITY_PLH), "in print");
	is_int(-1, holder_capacity_from("plx"), "an unknown capacity");
}

static void
holders_end(void)
{
	struct holder_row of = { .role_id = jft }, *list;
	enum capacity as;
	int64_t id;
	size_t n;

	is_int(CASE_OK, holder_list(o, &of, NOW, &list, &n), "holders of JFT");
	ok(n == 1 && list[0].person_id == sari &&
	    strcmp(list[0].letter_no, "W.6-KP.04-12") == 0, "...and letter");
	is_string("JFT", list[0].role_name, "...role");
	is_string("Sari Dewi Lestari", list[0].person_name, "...person");
	id = list[0].id;
	free(list);
	is_int(CASE_INVALID, holder_end(o, &by_system, id, NOW - 1),
	    "no end before the beginning");
	is_int(CASE_OK, holder_end(o, &by_system, id, NOW + DAY), "relieved");
	is_int(1, holder_acts_for(o, sari, "jft", NOW + DAY - 1, &as),
	    "...until");
	is_int(0, holder_acts_for(o, sari, "jft", NOW + DAY, &as), "...then");
	is_int(CASE_STATE, holder_end(o, &by_system, id, NOW + 2 * DAY),
	    "what has ended does not end later");
	is_int(CASE_OK, holder_end(o, &by_system, id, NOW),
	    "...but it may never have been");
	is_int(0, holder_acts_for(o, sari, "jft", NOW, &as), "...in force");
	read_last(jft);
	is_string("role-relieved", last_kind, "each is an event");
	is_int(CASE_NOT_FOUND, holder_end(o, &by_system, 7, NOW), "nobody");
	of = (struct holder_row){ .person_id = sari };
	holder_list(o, &of, 0, &list, &n);
	is_int(4, n, "a person's holdings, ever");
	free(list);
}

static void
superiors_act_by_position(void)
{
	struct role_row r, next = { .slug = "kabag-baru", .name = "Kabag Baru",
		.valid_from = NOW };
	int64_t id;

	is_int(CASE_OK, person_superior(o, budi, NOW, &r), "a superior");
	is_int(kabag, r.id, "...is a position");
	is_int(CASE_STATE, person_superior(o, sari, NOW, &r), "or is missing");
	next.unit_id = divisi;
	role_add(o, &by_system, &next, &id);
	is_int(CASE_INVALID, role_end(o, &by_system, kabag, NOW, kabag),
	    "no role follows itself");
	is_int(CASE_OK, role_end(o, &by_system, kabag, NOW + 9 * DAY, id),
	    "a position ends");
	person_superior(o, budi, NOW + 9 * DAY - 1, &r);
	is_int(kabag, r.id, "...until then it is the superior's");
	person_superior(o, budi, NOW + 9 * DAY, &r);
	is_int(id, r.id, "...then its successor");
	is_int(CASE_STATE, role_end(o, &by_system, kabag, NOW, 0), "once");
	is_int(CASE_INVALID, name(kabag, sari, CAPACITY_PLT, NOW + 9 * DAY, 0),
	    "nobody holds it afterwards");
	ok(holder_acts_for(o, budi, "kabag", NOW + 9 * DAY,
	    &(enum capacity){ 0 }) == 0, "...its holders ended with it");
}

static void
the_inactive_may_nothing(void)
{
	struct person p;
	enum capacity as;

	person_get(o, sari, &p);
	p.active = 0;
	is_int(CASE_OK, person_change(o, &by_system, &p), "made inactive");
	is_int(0, holder_acts_for(o, sari, "jfu", NOW, &as),
	    "...acts for nobody");
	is_int(CASE_INVALID, name(admin_user, sari, CAPACITY_DEFINITIVE, NOW,
	    0), "...and is named for nothing");
	is_int(0, person_claims(o, sari), "...and has no task to hand over");
}

static void
nothing_of(void *arg, int64_t stream, int64_t seq, const char *what)
{
	printf("# %lld %lld %s\n", (long long)stream, (long long)seq, what);
}

int
main(void)
{
	char why[256];
	int64_t checked = 0;

	o = office_open(NULL, DB_CREATE, why, sizeof(why));
	if (o == NULL)
		bail(why);
	units_nest();
	roles_are_performers();
	people_are_checked();
	people_are_found();
	changes_are_events();
	holders_are_checked();
	acting_follows_time();
	holders_end();
	superiors_act_by_position();
	the_inactive_may_nothing();
	is_int(0, event_verify(office_db(o), nothing_of, NULL, NULL,
	    &checked),
	    "every chain verifies");
	ok(checked > 20, "...of %d events", (int)checked);
	office_close(o);
	return tap_done();
}
