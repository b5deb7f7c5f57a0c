/*
 * trail.c - the Jejak: every administrative change with what was and what is,
 * by thing, person and day (office/trail.h); and one of them whole, with the
 * lines in which a text changed.
 */
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/number.h"
#include "calendar/calendar_version.h"
#include "casepage/letterfile.h"
#include "casepage/words.h"
#include "cgi-bin/admin/admin.h"
#include "cgi-bin/admin/diff.h"
#include "cgi-bin/admin/form.h"
#include "cgi-bin/admin/list.h"
#include "letter/letter_version.h"
#include "message/message_text.h"
#include "office/audit.h"
#include "office/party.h"
#include "office/soplist.h"
#include "office/trail.h"
#include "office/unit.h"
#include "page/page.h"
#include "people/institution.h"
#include "people/person.h"
#include "people/rights.h"
#include "people/role.h"
#include "web/address.h"
#include "web/frame.h"
#include "web/pager.h"
#include "web/reply.h"
#include "web/request.h"
#include "web/route.h"

/* The thing that a change is of. */
enum area {
	AREA_PERSON,
	AREA_ROLE,
	AREA_UNIT,
	AREA_OFFICE,
	AREA_INSTITUTION,
	AREA_PARTY,
	AREA_CALENDAR,
	AREA_SOP,
	AREA_LETTER,
	AREA_MESSAGE,
	AREA_TARGET,
	AREA_MONTH,
	AREA_OTHER,
	AREA__MAX
};

static const struct { const char *word, *says; } areas[AREA__MAX] = {
	[AREA_PERSON] = { "pengguna", "Pengguna" },
	[AREA_ROLE] = { "peran", "Peran, pemegang, dan hak" },
	[AREA_UNIT] = { "unit", "Unit" },
	[AREA_OFFICE] = { "kantor", "Keterangan kantor" },
	[AREA_INSTITUTION] = { "lembaga", "Lembaga" },
	[AREA_PARTY] = { "pihak", "Pihak luar" },
	[AREA_CALENDAR] = { "kalender", "Kalender" },
	[AREA_SOP] = { "sop", "SOP" },
	[AREA_LETTER] = { "surat", "Naskah surat" },
	[AREA_MESSAGE] = { "pesan", "Teks pesan" },
	[AREA_TARGET] = { "target", "Target" },
	[AREA_MONTH] = { "bulan", "Bulan dan pemantauan" },
	[AREA_OTHER] = { "lain", "Lainnya" },
};

/* The events that are administrative changes; those that the record of
 * security knows, too, are called as there. */
static const struct { const char *event; enum area area; const char *says; }
    kinds[] = {
	{ "person-added", AREA_PERSON, NULL },
	{ "person-changed", AREA_PERSON, NULL },
	{ "password-link", AREA_PERSON, NULL },
	{ "password-set", AREA_PERSON, NULL },
	{ "pin-set", AREA_PERSON, NULL },
	{ "factor-set", AREA_PERSON, NULL },
	{ "factor-ended", AREA_PERSON, NULL },
	{ "sessions-ended", AREA_PERSON, NULL },
	{ "absence-proposed", AREA_PERSON, "Tidak masuk diusulkan" },
	{ "absence-confirmed", AREA_PERSON, "Tidak masuk ditetapkan" },
	{ "absence-declined", AREA_PERSON, "Tidak masuk ditolak" },
	{ "absence-ended", AREA_PERSON, "Tidak masuk diakhiri" },
	{ "role-added", AREA_ROLE, NULL },
	{ "role-changed", AREA_ROLE, NULL },
	{ "role-ended", AREA_ROLE, NULL },
	{ "role-named", AREA_ROLE, NULL },
	{ "role-relieved", AREA_ROLE, NULL },
	{ "clerk-named", AREA_ROLE, NULL },
	{ "clerk-relieved", AREA_ROLE, NULL },
	{ "right-given", AREA_ROLE, NULL },
	{ "right-ended", AREA_ROLE, NULL },
	{ "performer-joined", AREA_ROLE, "Pelaksana gabungan dinamai" },
	{ "unit-added", AREA_UNIT, "Unit ditambahkan" },
	{ "nameplate-set", AREA_OFFICE, "Keterangan kantor ditetapkan" },
	{ "nameplate-dropped", AREA_OFFICE, "Keterangan kantor dibatalkan" },
	{ "institution-added", AREA_INSTITUTION, "Lembaga ditambahkan" },
	{ "institution-changed", AREA_INSTITUTION, "Lembaga diubah" },
	{ "institution-merged", AREA_INSTITUTION, "Ejaan disamakan" },
	{ "institution-parted", AREA_INSTITUTION, "Ejaan dipisahkan" },
	{ "registration-approved", AREA_INSTITUTION, NULL },
	{ "registration-refused", AREA_INSTITUTION, "Operator ditolak" },
	{ "party-added", AREA_PARTY, "Pihak luar ditambahkan" },
	{ "party-changed", AREA_PARTY, "Pihak luar diubah" },
	{ "calendar-set", AREA_CALENDAR, "Kalender diberlakukan" },
	{ "sop-published", AREA_SOP, "SOP diterbitkan" },
	{ "sop-withdrawn", AREA_SOP, "SOP dihentikan" },
	{ "sop-tried", AREA_SOP, "SOP diuji coba" },
	{ "sop-plan-dropped", AREA_SOP, "Rencana untuk SOP diurungkan" },
	{ "sop-paper", AREA_SOP, "Naskah SOP yang ditandatangani disimpan" },
	{ "letter-text", AREA_LETTER, "Naskah surat diberlakukan" },
	{ "message-text", AREA_MESSAGE, "Teks pesan diberlakukan" },
	{ "target-set", AREA_TARGET, "Target ditetapkan" },
	{ "month-closed", AREA_MONTH, "Bulan disahkan" },
	{ "sops-monitored", AREA_MONTH, "Pemantauan SOP dicatat" },
	{ "proposed", AREA_OTHER, "Diusulkan kepada administrator lain" },
	{ "proposal-agreed", AREA_OTHER, "Usulan disetujui" },
	{ "proposal-declined", AREA_OTHER, "Usulan ditolak" },
	{ "alone", AREA_OTHER, "Diberlakukan sendiri" },
	{ "file-release", AREA_OTHER, "Dokumen yang ditahan dilepas" },
	{ "disposal-approved", AREA_OTHER, NULL },
	{ "disposal-done", AREA_OTHER, NULL },
	{ "clock-confirmed", AREA_OTHER, "Jam komputer dibenarkan" },
};
#define KINDS (sizeof(kinds) / sizeof(kinds[0]))

enum value { TEXT, STATE, YES, DAY, LAST_DAY, UNIT, ROLE, SUCCESSOR, PERSON,
	INSTITUTION, RIGHT };

/* The members of an event that a reader sees, in this order. */
static const struct { const char *key, *says; enum value value; } members[] = {
	{ "name", "Nama", TEXT },
	{ "office", "Nama kantor", TEXT },
	{ "service", "Nama layanan", TEXT },
	{ "text", "Teks", TEXT },
	{ "text_en", "Teks dalam bahasa Inggris", TEXT },
	{ "hours", "Jam layanan", TEXT },
	{ "hours_en", "Jam layanan dalam bahasa Inggris", TEXT },
	{ "contact", "Kontak", TEXT },
	{ "notice", "Maklumat pelayanan", TEXT },
	{ "notice_en", "Maklumat pelayanan dalam bahasa Inggris", TEXT },
	{ "ground", "Dasar", TEXT },
	{ "slug", "Kode", TEXT },
	{ "login", "NIP atau nama pengguna", TEXT },
	{ "nip", "NIP", TEXT },
	{ "expr", "Pelaksana", TEXT },
	{ "stands_for", "Disamakan dengan", TEXT },
	{ "about", "Perihal", TEXT },
	{ "month", "Bulan", TEXT },
	{ "period", "Masa", TEXT },
	{ "version", "Versi", TEXT },
	{ "shipped", "Naskah bawaan", YES },
	{ "person_id", "Orang", PERSON },
	{ "stand_in_id", "Pengganti", PERSON },
	{ "right", "Hak", RIGHT },
	{ "capacity", "Kedudukan", TEXT },
	{ "letter_no", "Nomor surat", TEXT },
	{ "letter_on", "Tanggal surat", TEXT },
	{ "official", "Pejabat", TEXT },
	{ "unit_id", "Unit", UNIT },
	{ "parent_id", "Unit atasan", UNIT },
	{ "institution_id", "Lembaga", INSTITUTION },
	{ "superior_role_id", "Jabatan atasan", ROLE },
	{ "phone", "Nomor WhatsApp", TEXT },
	{ "email", "Surel", TEXT },
	{ "kind", "Jenis", TEXT },
	{ "state", "Keadaan", STATE },
	{ "percent", "Persen", TEXT },
	{ "decree", "Dasar", TEXT },
	{ "admin", "Admin", YES },
	{ "active", "Aktif", YES },
	{ "external", "Di luar kantor", YES },
	{ "system", "Dijalankan sistem", YES },
	{ "single", "Satu pemegang", YES },
	{ "from", "Mulai", DAY },
	{ "from_at", "Mulai", DAY },
	{ "valid_from", "Mulai", DAY },
	{ "to_at", "Sampai", LAST_DAY },
	{ "valid_to", "Sampai", LAST_DAY },
	{ "successor_id", "Penerus", SUCCESSOR },
	{ "cases", "Berkas", TEXT },
	{ "reason", "Alasan", TEXT },
	{ "mesin", "Pengguna komputer", TEXT },
};
#define MEMBERS (sizeof(members) / sizeof(members[0]))

/* -- what an event is ------------------------------------------------------ */

/* A change as it is shown: its texts are copies. */
struct change_shown {
	int64_t		 stream, seq, at, person_id;
	size_t		 kind;		/* in kinds[] */
	json_t		*effect, *payload;	/* NULL: none */
};

static size_t
kind_of(const char *event)
{
	size_t i = 0;

	while (i < KINDS && strcmp(kinds[i].event, event) != 0)
		i++;
	return i;
}

static const char *
kind_says(size_t kind)
{
	if (kinds[kind].says != NULL)
		return kinds[kind].says;
	return audit_says((enum audit_kind)audit_kind_from(kinds[kind].event));
}

/* The event's kinds of an area, or of all: "|unit-added|". */
static const char *
kinds_of(const struct request *req, const char *area)
{
	const char *list = "|";

	for (size_t i = 0; i < KINDS; i++)
		if (*area == '\0' || strcmp(areas[kinds[i].area].word, area) ==
		    0)
			arena_append(req->arena, &list, "%s|", kinds[i].event);
	return list;
}

/* -- values ---------------------------------------------------------------- */

static const char *
institution_words(const struct request *req, int64_t id)
{
	struct institution_row i;

	return institution_get(req->office, id, &i) == CASE_OK ?
	    arena_strdup(req->arena, i.name) : "";
}

static const char *
plain_words(const struct request *req, const json_t *value)
{
	if (json_is_string(value))
		return arena_strdup(req->arena, json_string_value(value));
	return json_is_integer(value) ? arena_printf(req->arena, "%lld",
	    (long long)json_integer_value(value)) : "";
}

/* The states of institutions and of registrations. */
static const char *
state_words(const char *word)
{
	static const char *const says[][2] = { { "pending", "menunggu" },
		{ "active", "aktif" }, { "closed", "ditutup" },
		{ "approved", "disetujui" }, { "refused", "ditolak" } };

	for (size_t i = 0; i < sizeof(says) / sizeof(says[0]); i++)
		if (strcmp(says[i][0], word) == 0)
			return says[i][1];
	return word;
}

static const char *
right_words(const json_t *value)
{
	int right = json_is_string(value) ?
	    rights_from(json_string_value(value)) : -1;

	return right >= 0 ? rights_says((enum right)right) : "";
}

/* The name that an id stands for; "" of 0. */
static const char *
id_words(const struct request *req, enum area area, enum value kind,
    int64_t id)
{
	if (id == 0)
		return "";
	if (kind == PERSON)
		return words_person(req, id);
	if (kind == INSTITUTION)
		return institution_words(req, id);
	return kind == UNIT || (kind == SUCCESSOR && area == AREA_UNIT) ?
	    admin_unit_words(req, id) : admin_role_words(req, id);
}

/* A value in words, "kosong" of none. */
static const char *
value_words(const struct request *req, enum area area, enum value kind,
    const json_t *value)
{
	const int64_t n = json_is_true(value) ? 1 : json_integer_value(value);
	const char *text;

	if (kind == YES)
		return n != 0 ? "ya" : "tidak";
	if (kind == DAY || kind == LAST_DAY)
		return n == 0 ? "tidak ditentukan" : kind == DAY ?
		    admin_day_words(req, n) : admin_last_day_words(req, n);
	if (kind == RIGHT)
		text = right_words(value);
	else if (kind == TEXT || kind == STATE)
		text = kind == TEXT ? plain_words(req, value) :
		    state_words(plain_words(req, value));
	else
		text = id_words(req, area, kind, n);
	return *text != '\0' ? text : "kosong";
}

typedef void value_fn(void *arg, const char *key, const char *old,
    const char *new);

/* The values of a change: of one that says what was, those that changed (`old`
 * is their text before); of others all there are, `old` being NULL. */
static void
each_value(const struct request *req, const struct change_shown *c,
    value_fn *take, void *arg)
{
	const enum area area = kinds[c->kind].area;
	const json_t *was[] = { json_object_get(c->effect, "was"),
		json_object_get(c->payload, "was") };
	const int changed = was[0] != NULL || was[1] != NULL;

	for (size_t i = 0; i < MEMBERS; i++)
		for (int k = 0; k < 2; k++) {
			const json_t *in = k == 0 ? c->effect : c->payload;
			const json_t *new = json_object_get(in,
			    members[i].key);
			const json_t *old = json_object_get(was[k],
			    members[i].key);

			if (new == NULL || (changed && old == NULL &&
			    members[i].value != PERSON &&
			    members[i].value != RIGHT))
				continue;
			take(arg, members[i].says, old == NULL ? NULL :
			    value_words(req, area, members[i].value, old),
			    value_words(req, area, members[i].value, new));
		}
}

/* -- the thing ------------------------------------------------------------- */

/* Its name and the address of its page, NULL of none. */
struct thing {
	const char	*name, *href;
};

static struct thing
role_thing(const struct request *req, int64_t id)
{
	struct role_row r;

	if (role_get(req->office, id, &r) != CASE_OK)
		return (struct thing){ "", NULL };
	return (struct thing){ arena_strdup(req->arena, r.name),
	    arena_printf(req->arena, PATH_PERAN "/%s", r.slug) };
}

static struct thing
institution_thing(const struct request *req, int64_t id)
{
	const char *name = institution_words(req, id);

	return (struct thing){ name, *name == '\0' ? NULL :
	    arena_printf(req->arena, PATH_ADMIN "/lembaga/%lld",
	    (long long)id) };
}

static struct thing
sop_thing(const struct request *req, int64_t id)
{
	struct sop_item item;

	if (soplist_latest(req->office, id, &item) != CASE_OK)
		return (struct thing){ "", NULL };
	return (struct thing){ arena_strdup(req->arena, item.name),
	    arena_printf(req->arena, PATH_ADMIN "/sop/%s", item.slug) };
}

static const char *
string_of(const struct request *req, const json_t *in, const char *key)
{
	return plain_words(req, json_object_get(in, key));
}

static struct thing
party_thing(const struct request *req, const struct change_shown *c)
{
	return (struct thing){ string_of(req, c->effect, "name"),
	    arena_printf(req->arena, PATH_ADMIN "/pihak/%s",
	    string_of(req, c->effect, "slug")) };
}

static struct thing
letter_thing(const struct request *req, const struct change_shown *c)
{
	const char *name = string_of(req, c->effect, "name");
	const struct letterfile *f = letterfile_named(name);

	return (struct thing){ f != NULL ? f->title : name,
	    arena_printf(req->arena, PATH_ADMIN "/surat/%s", name) };
}

static struct thing
message_thing(const struct request *req, const struct change_shown *c)
{
	const char *name = string_of(req, c->effect, "name");
	const enum message_text kind = message_text_from(name);

	return (struct thing){ kind == TEXT__MAX ? name :
	    message_texts[kind].title, arena_printf(req->arena, PATH_ADMIN
	    "/pesan/%s", name) };
}

static struct thing
thing_of(const struct request *req, const struct change_shown *c)
{
	switch (kinds[c->kind].area) {
	case AREA_PERSON:
		return (struct thing){ words_person(req, c->stream),
		    arena_printf(req->arena, PATH_PENGGUNA "/%lld",
		    (long long)c->stream) };
	case AREA_ROLE:
		return role_thing(req, c->stream);
	case AREA_UNIT:
		return (struct thing){ admin_unit_words(req, c->stream), NULL };
	case AREA_OFFICE:
		return (struct thing){ string_of(req, c->effect, "office"),
		    PATH_ADMIN "/kantor" };
	case AREA_INSTITUTION:
		return institution_thing(req, c->stream);
	case AREA_PARTY:
		return party_thing(req, c);
	case AREA_CALENDAR:
		return (struct thing){ "Kalender", PATH_KALENDER };
	case AREA_SOP:
		return sop_thing(req, c->stream);
	case AREA_MESSAGE:
		return message_thing(req, c);
	case AREA_LETTER:
		return letter_thing(req, c);
	default:
		return (struct thing){ "", NULL };
	}
}

/* -- the filter ------------------------------------------------------------ */

struct view {
	struct request		*req;
	const char		*who, *area, *day, *thing;
	struct trail_query	 q;
	const char		*wrong;		/* why nothing can match */
	const char		*streams;
	struct change_shown	 row[PAGER_ROWS];
	size_t			 n;
	int64_t			 total;
};

static const char *
asked(const struct request *req, const char *name)
{
	const char *value = request_query(req, name);

	return value != NULL ? value : "";
}

static void
add_stream(struct view *v, int64_t id)
{
	if (id != 0)
		arena_append(v->req->arena, &v->streams, "%lld|",
		    (long long)id);
}

/* Everything of this name: a person, a role, a unit, a party, an SOP; or by its
 * number, as the pages of things lead here. */
static void
read_thing(struct view *v)
{
	struct office *o = v->req->office;
	struct person person;
	struct role_row role;
	struct unit_row unit;
	struct party_row party;
	int64_t id;

	if (*v->thing == '\0')
		return;
	v->streams = "|";
	if (number_parse(v->thing, 1, INT64_MAX, &id) == 0)
		add_stream(v, id);
	if (person_by_login(o, v->thing, &person) == CASE_OK)
		add_stream(v, person.id);
	if (role_by_slug(o, v->thing, &role) == CASE_OK)
		add_stream(v, role.id);
	if (unit_by_slug(o, v->thing, &unit) == CASE_OK)
		add_stream(v, unit.id);
	if (party_by_slug(o, v->thing, &party) == CASE_OK)
		add_stream(v, party.id);
	add_stream(v, soplist_id(o, v->thing));
	if (strcmp(v->streams, "|") == 0)
		v->wrong = "Tidak ada pengguna, peran, unit, pihak luar, atau "
		    "SOP dengan kode itu.";
}

static void
read_who(struct view *v)
{
	struct person p;

	if (*v->who == '\0')
		return;
	if (person_by_login(v->req->office, v->who, &p) == CASE_OK)
		v->q.person_id = p.id;
	else
		v->wrong = "Tidak ada pengguna dengan NIP atau nama itu.";
}

static void
fill_filter(const struct view *v, struct page *body)
{
	struct page *find = page_pair(body, "FIND", "LABEL",
	    "Diubah oleh: NIP atau nama pengguna", "SEARCH", v->who);
	struct page *choice = page_add(find, "KINDS");

	page_pair(find, "THING", "LABEL",
	    "Tentang: NIP, atau kode peran, unit, atau SOP", "VALUE",
	    v->thing);
	page_set(choice, "LABEL", "Jenis");
	for (int i = 0; i < AREA__MAX; i++)
		page_option(choice, "OPTIONS", areas[i].word, areas[i].says,
		    strcmp(areas[i].word, v->area) == 0);
	page_pair(find, "DAY", "LABEL", "Hari, seperti 2026-11-24", "VALUE",
	    v->day);
}

/* -- the list -------------------------------------------------------------- */

static void
keep(void *arg, const struct trail_row *r)
{
	struct view *v = arg;

	v->row[v->n++] = (struct change_shown){ r->stream, r->seq, r->at,
		r->person_id, kind_of(r->kind), json_loads(r->effect, 0, NULL),
		json_loads(r->payload, 0, NULL) };
}

static void
drop(struct view *v)
{
	for (size_t i = 0; i < v->n; i++) {
		json_decref(v->row[i].effect);
		json_decref(v->row[i].payload);
	}
}

static const char *
who_words(const struct request *req, const struct change_shown *c)
{
	if (c->person_id != 0)
		return words_person(req, c->person_id);
	return json_object_get(c->payload, "mesin") != NULL ? "Mesin" :
	    "Penyiapan sistem";
}

static void
show_value(void *row, const char *key, const char *old, const char *new)
{
	struct page *value = page_add(row, "VALUES");

	page_set(value, "KEY", key);
	page_text(value, "OLD", old);
	page_text(value, "NEW", new);
}

static void
fill_row(const struct request *req, struct page *table,
    const struct change_shown *c)
{
	struct page *row = page_add(table, "ROWS");
	struct thing thing = thing_of(req, c);

	page_setf(row, "HREF", PATH_JEJAK "/%lld-%lld", (long long)c->stream,
	    (long long)c->seq);
	page_set(row, "TIME", words_time(req, c->at));
	page_set(row, "WHO", who_words(req, c));
	page_set(row, "WHAT", kind_says(c->kind));
	if (thing.href != NULL)
		page_link(row, "ABOUT", thing.href, thing.name);
	else
		page_text(row, "NAME", *thing.name != '\0' ? thing.name :
		    "–");
	each_value(req, c, show_value, row);
}

static void
fill_pager(const struct view *v, struct page *body)
{
	struct arena *arena = v->req->arena;
	char *a = address_with(arena, PATH_JEJAK, "cari", v->who);

	a = address_with(arena, a, "tentang", v->thing);
	a = address_with(arena, a, "jenis", v->area);
	pager_show(v->req, body, &(struct pager){ address_with(arena, a,
	    "hari", v->day), "perubahan", pager_number(v->req), v->total,
	    NULL, 0 });
}

static int
show_list(struct request *req, struct reply *reply)
{
	struct view *v = arena_alloc(req->arena, sizeof(*v));
	struct page *body, *frame, *table;
	enum case_err err = CASE_OK;

	*v = (struct view){ .req = req, .who = asked(req, "cari"),
		.area = asked(req, "jenis"), .day = asked(req, "hari"),
		.thing = asked(req, "tentang"), .streams = "" };
	v->q.offset = pager_offset(req);
	v->q.limit = PAGER_ROWS;
	read_who(v);
	read_thing(v);
	if (v->wrong == NULL)
		v->wrong = admin_day_read(req, v->day, &v->q.from, &v->q.to);
	v->q.kinds = kinds_of(req, v->area);
	v->q.streams = v->streams;
	if (v->wrong == NULL)
		err = trail_read(req->office, &v->q, keep, v, &v->total);
	if (err != CASE_OK) {
		drop(v);
		return reply_case_error(reply, req, err);
	}
	frame = list_begin(req, "Jejak", &body);
	page_text(body, "INTRO", "Setiap perubahan oleh administrator atau "
	    "petugas komputer: apa yang semula dan apa yang menjadi. Tidak "
	    "dapat diubah atau dihapus.");
	fill_filter(v, body);
	if (v->n > 0) {
		table = page_include(body, "TABLES", "trail.tpl");
		for (size_t i = 0; i < v->n; i++)
			fill_row(req, table, &v->row[i]);
		fill_pager(v, body);
	} else
		page_text(body, "EMPTY", v->wrong != NULL ? v->wrong :
		    "Tidak ada perubahan yang cocok.");
	drop(v);
	return reply_page(reply, req, 200, "Jejak", frame);
}

const char *
admin_trail_words(const struct request *req)
{
	struct trail_query q = { .kinds = kinds_of(req, ""), .streams = "" };
	int64_t n;

	if (!admin_day_span(req, admin_day_iso(req, req->now), &q.from,
	    &q.to) || trail_read(req->office, &q, NULL, NULL, &n) != CASE_OK)
		return "";
	return arena_printf(req->arena, "%lld perubahan hari ini",
	    (long long)n);
}

/* -- one change ------------------------------------------------------------ */

/* Two texts of which one took the place of the other; NULL: there is none. */
struct texts {
	char	*old, *new;
};

static char *
sop_text(const struct request *req, int64_t sop, int64_t version)
{
	struct sop_item latest, *list;
	char *text = NULL;
	size_t n;

	if (soplist_latest(req->office, sop, &latest) != CASE_OK ||
	    soplist_versions(req->office, latest.slug, &list, &n) != CASE_OK)
		return NULL;
	for (size_t i = 0; i < n; i++)
		if (list[i].version == version)
			text = soplist_text(req->office, list[i].version_id);
	free(list);
	return text;
}

static char *
letter_text(const struct request *req, const char *name, int64_t version)
{
	struct letter_version *list;
	char *text = NULL;
	size_t n;

	if (letter_version_list(req->office, name, &list, &n) != CASE_OK)
		return NULL;
	for (size_t i = 0; i < n; i++)
		if (list[i].version == version)
			text = letter_version_body(req->office, list[i].id);
	free(list);
	return text;
}

static char *
text_of(const struct request *req, const struct change_shown *c,
    int64_t version)
{
	if (version == 0)
		return NULL;
	switch (kinds[c->kind].area) {
	case AREA_CALENDAR:
		return calendar_version_text(req->office, version);
	case AREA_SOP:
		return sop_text(req, c->stream, version);
	case AREA_LETTER:
		return letter_text(req, string_of(req, c->effect, "name"),
		    version);
	default:
		return NULL;
	}
}

static void
fill_text(const struct request *req, struct page *body,
    const struct change_shown *c)
{
	const int64_t version = json_integer_value(json_object_get(c->effect,
	    "version"));
	struct texts t = { text_of(req, c, version - 1),
		text_of(req, c, version) };

	if (t.old != NULL && t.new != NULL) {
		page_text(body, "INTRO", "Teksnya berubah pada baris-baris di "
		    "bawah.");
		diff_show(req, body, t.old, t.new);
	}
	free(t.old);
	free(t.new);
}

static void
show_pair(void *body, const char *key, const char *old, const char *new)
{
	form_change(body, key, old != NULL ? old : "", new);
}

static int
show_change(struct request *req, struct reply *reply,
    const struct change_shown *c)
{
	struct thing thing = thing_of(req, c);
	struct page *body, *back;
	struct page *frame = frame_new(req, "form.tpl", PATH_ADMIN, &body);

	back = page_add(frame, "BACK");
	page_set(back, "HREF", PATH_JEJAK);
	page_set(back, "TEXT", "Kembali ke Jejak");
	page_text(body, "CAPTION", "Jejak");
	page_set(body, "HEADING", kind_says(c->kind));
	form_row(body, "Waktu", words_time(req, c->at));
	form_row(body, "Siapa", who_words(req, c));
	if (*thing.name != '\0')
		form_row(body, "Tentang", thing.name);
	each_value(req, c, show_pair, body);
	fill_text(req, body, c);
	if (thing.href != NULL)
		page_link(body, "WAYS", thing.href, "Buka halamannya");
	page_link(body, "WAYS", admin_trail_of(req, admin_id_text(req,
	    c->stream)), "Semua perubahannya");
	return reply_page(reply, req, 200, kind_says(c->kind), frame);
}

static int
show_one(struct request *req, struct reply *reply, const char *segment)
{
	struct view *v = arena_alloc(req->arena, sizeof(*v));
	long long stream, seq;
	int end = 0, status;

	*v = (struct view){ .req = req };
	if (sscanf(segment, "%19lld-%9lld%n", &stream, &seq, &end) != 2 ||
	    segment[end] != '\0' || seq < 1)
		return reply_error(reply, req, 404, NULL);
	if (req->method == METHOD_POST)
		return reply_error(reply, req, 405, NULL);
	v->q = (struct trail_query){ .kinds = kinds_of(req, ""),
	    .streams = arena_printf(req->arena, "|%lld|", stream),
	    .seq = seq, .limit = 1 };
	if (trail_read(req->office, &v->q, keep, v, NULL) != CASE_OK ||
	    v->n == 0)
		return reply_error(reply, req, 404, NULL);
	status = show_change(req, reply, &v->row[0]);
	drop(v);
	return status;
}

int
admin_trail(struct request *req, struct reply *reply)
{
	return list_or_one(req, reply, show_list, NULL, show_one);
}
