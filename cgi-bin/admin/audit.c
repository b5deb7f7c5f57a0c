/*
 * audit.c - the record of log-ins, refusals, changes of rights, exports and
 * readings (office/audit.h), by person, kind and day.
 */
#include <string.h>

#include "base/arena.h"
#include "base/conf.h"
#include "case/case.h"
#include "casepage/words.h"
#include "cgi-bin/admin/admin.h"
#include "cgi-bin/admin/list.h"
#include "clock/calendar.h"
#include "office/audit.h"
#include "page/page.h"
#include "people/person.h"
#include "people/role.h"
#include "web/address.h"
#include "web/pager.h"
#include "web/reply.h"
#include "web/request.h"
#include "web/route.h"
#include "web/session.h"
#include "web/table.h"

/* The filter as it was asked for, and the rows it leaves. */
struct view {
	struct request		*req;
	const char		*who, *kind, *day;
	struct audit_query	 q;
	const char		*wrong;		/* why nothing can match */
	struct audit_row	*row;
	size_t			 n;
	int64_t			 total;
};

const char *
admin_audit_words(const struct request *req)
{
	struct cal_local t;
	const struct calendar *cal = office_calendar(req->office);

	if (cal == NULL)
		return "";
	calendar_local(cal, req->now, &t);
	return arena_printf(req->arena, "%lld percobaan masuk gagal hari ini",
	    (long long)audit_failures(req->office, calendar_instant(cal,
	    t.year, t.month, t.day, 0, 0, 0)));
}

/* -- the filter ------------------------------------------------------------ */

static const char *
asked(const struct request *req, const char *name)
{
	const char *value = request_query(req, name);

	return value != NULL ? value : "";
}

/* A person, or a case: who read that. */
static void
read_subject(struct view *v)
{
	struct person p;
	struct case_row c;

	if (*v->who == '\0')
		return;
	if (person_by_login(v->req->office, v->who, &p) == CASE_OK)
		v->q.id = p.id;
	else if (case_by_number(v->req->office, v->who, &c) == CASE_OK)
		v->q.id = c.id;
	else
		v->wrong = "Tidak ada pengguna atau berkas dengan nama atau "
		    "nomor itu.";
}

static void
fill_filter(const struct view *v, struct page *body)
{
	struct page *find = page_pair(body, "FIND", "LABEL",
	    "NIP, nama pengguna, atau nomor berkas", "SEARCH", v->who);
	struct page *kinds = page_add(find, "KINDS");

	page_set(kinds, "LABEL", "Kejadian");
	for (int i = 0; i < AUDIT__MAX; i++) {
		const char *word = audit_word((enum audit_kind)i);

		page_option(kinds, "OPTIONS", word,
		    audit_says((enum audit_kind)i), strcmp(word, v->kind) == 0);
	}
	page_pair(find, "DAY", "LABEL", "Hari, seperti 2026-11-24", "VALUE",
	    v->day);
}

/* -- the rows -------------------------------------------------------------- */

static const char *
actor(const struct request *req, const struct audit_row *a)
{
	if (a->person_id != 0)
		return words_person(req, a->person_id);
	return a->address[0] == '\0' && strcmp(a->program, "sopap") == 0 ?
	    "Mesin" : "Belum masuk";
}

/* The page, the person, the role or the case that it is about. */
static const char *
about(const struct request *req, const struct audit_row *a)
{
	struct role_row role;
	struct case_row c;
	const char *name = words_person(req, a->about_id);

	if (a->about_id == 0 || a->about[0] != '\0')
		return arena_strdup(req->arena, a->about);
	if (*name != '\0')
		return name;
	if (case_get(req->office, a->about_id, &c) == CASE_OK)
		return arena_strdup(req->arena, c.number);
	return role_get(req->office, a->about_id, &role) == CASE_OK ?
	    arena_strdup(req->arena, role.name) : "";
}

static void
fill_rows(const struct view *v, struct page *body)
{
	static const char *const heads[] = { "Waktu", "Siapa", "Kejadian",
		"Hasil", "Tentang", "Dari", "Permintaan", NULL };
	struct page *group = table_begin(body, "TABLES", "Catatan keamanan",
	    heads);

	for (size_t i = 0; i < v->n; i++) {
		const struct audit_row *a = &v->row[i];
		int kind = audit_kind_from(a->kind);
		struct page *row = table_row(group, words_time(v->req, a->at),
		    NULL);

		table_cell(row, actor(v->req, a));
		table_cell(row, kind != -1 ? audit_says((enum audit_kind)kind) :
		    a->kind);
		table_cell(row, audit_outcome_says(a->outcome));
		table_cell(row, about(v->req, a));
		table_cell(row, a->address);
		table_cell(row, arena_printf(v->req->arena, "%s %s",
		    a->program, a->request));
	}
}

static void
fill_pager(const struct view *v, struct page *body)
{
	struct arena *arena = v->req->arena;
	char *a = address_with(arena, PATH_KEAMANAN, "cari", v->who);

	a = address_with(arena, a, "jenis", v->kind);
	pager_show(v->req, body, &(struct pager){ address_with(arena, a,
	    "hari", v->day), "catatan", pager_number(v->req), v->total, NULL,
	    0 });
}

int
admin_audit(struct request *req, struct reply *reply)
{
	struct view v = { .req = req, .who = asked(req, "cari"),
		.kind = asked(req, "jenis"), .day = asked(req, "hari") };
	struct page *body, *frame;
	enum case_err err = CASE_OK;

	if (request_segment(req, 2) != NULL)
		return reply_error(reply, req, 404, NULL);
	if (req->method == METHOD_POST)
		return reply_error(reply, req, 405, NULL);
	v.q = (struct audit_query){ .kind = v.kind,
	    .offset = pager_offset(req), .limit = PAGER_ROWS };
	read_subject(&v);
	if (v.wrong == NULL)
		v.wrong = admin_day_read(req, v.day, &v.q.from, &v.q.to);
	if (v.wrong == NULL)
		err = audit_list(req->office, &v.q, &v.row, &v.n, &v.total);
	if (err != CASE_OK)
		return reply_case_error(reply, req, err);
	arena_adopt(req->arena, v.row);
	session_audit(req, AUDIT_LIST, AUDIT_GOOD);
	frame = list_begin(req, "Catatan keamanan", &body);
	page_text(body, "INTRO", arena_printf(req->arena, "Siapa masuk, dari "
	    "mana, apa yang ditolak, siapa mengubah hak dan kata sandi, dan "
	    "siapa mengambil atau membaca data. Disimpan %lld hari, lalu "
	    "dihapus.", (long long)req->conf->audit_days));
	fill_filter(&v, body);
	if (v.n > 0) {
		fill_rows(&v, body);
		fill_pager(&v, body);
	} else
		page_text(body, "EMPTY", v.wrong != NULL ? v.wrong :
		    "Tidak ada catatan yang cocok.");
	return reply_page(reply, req, 200, "Catatan keamanan", frame);
}
