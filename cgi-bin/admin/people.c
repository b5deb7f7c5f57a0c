/* people.c - the list of people, of the office and of others. */
#include "cgi-bin/admin/admin.h"

#include <stdlib.h>

#include "base/arena.h"
#include "page/page.h"
#include "people/person.h"
#include "web/address.h"
#include "web/pager.h"
#include "web/reply.h"
#include "web/request.h"
#include "web/route.h"
#include "web/table.h"

#define ROWS 25

static const char *
institution_words(const struct request *req, int64_t id)
{
	struct institution_row i;

	if (id == 0 || institution_get(req->office, id, &i) != CASE_OK)
		return "";
	return arena_strdup(req->arena, i.name);
}

static enum case_err
fill_list(struct request *req, struct page *body, const struct person *list,
    size_t n)
{
	static const char *const heads[] = { "Nama", "NIP atau nama pengguna",
		"Peran", "Keadaan", "#Tugas terbuka", NULL };
	struct page *group, *row;
	struct holder_row *held;
	size_t nheld;
	enum case_err err = holder_list(req->office, &(struct holder_row){ 0 },
	    req->now, &held, &nheld);

	if (err != CASE_OK)
		return err;
	group = table_begin(body, "TABLES", "Pengguna", heads);
	for (size_t i = 0; i < n; i++) {
		row = table_row(group, list[i].name, arena_printf(req->arena,
		    PATH_PENGGUNA "/%lld", (long long)list[i].id));
		page_text(row, "NOTE", institution_words(req,
		    list[i].institution_id));
		table_cell(row, list[i].login);
		table_cell(row, admin_roles_words(req, held, nheld, list[i].id));
		table_cell(row, !list[i].active ? "Nonaktif" :
		    list[i].admin ? "Aktif, admin" : "Aktif");
		table_number(row, person_claims(req->office, list[i].id));
	}
	free(held);
	return CASE_OK;
}

static int
show_list(struct request *req, struct reply *reply)
{
	const char *search = request_query(req, "cari");
	int64_t number = pager_number(req), total;
	struct person_query q = { .search = search, .inactive = 1,
	    .offset = (number - 1) * ROWS, .limit = ROWS };
	struct page *body, *frame, *p;
	struct person *list;
	size_t n;
	enum case_err err = person_search(req->office, &q, &list, &n, &total);

	if (err != CASE_OK)
		return reply_case_error(reply, req, err);
	arena_adopt(req->arena, list);
	frame = list_begin(req, "Pengguna", &body);
	page_text(body, "INTRO", "Orang yang berhenti dinonaktifkan, tidak "
	    "pernah dihapus; tugasnya diserahkan lebih dahulu.");
	p = page_add(body, "FIND");
	page_set(p, "LABEL", "Cari nama atau NIP");
	page_set(p, "SEARCH", search);
	p = page_add(body, "ADD");
	page_set(p, "HREF", PATH_PENGGUNA "/baru");
	page_set(p, "TEXT", "Tambah pengguna");
	if (n == 0) {
		page_text(body, "EMPTY", "Tidak ada yang cocok. Periksa ejaan "
		    "nama, atau cari dengan NIP.");
	} else if ((err = fill_list(req, body, list, n)) != CASE_OK) {
		page_free(frame);
		return reply_case_error(reply, req, err);
	} else {
		pager_show(req, body, &(struct pager){ address_with(req->arena,
		    PATH_PENGGUNA, "cari", search), "orang", number, ROWS,
		    total, NULL, 0 });
	}
	return reply_page(reply, req, 200, "Pengguna", frame);
}

int
admin_people(struct request *req, struct reply *reply)
{
	return list_or_one(req, reply, show_list, admin_person);
}
