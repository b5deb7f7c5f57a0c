/*
 * account.c - the account of whoever is logged in: what is known, where it is
 * logged in, and the ways to change what opens it.
 */
#include "cgi-bin/account/account.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/conf.h"
#include "base/phone.h"
#include "casepage/form_page.h"
#include "casepage/words.h"
#include "page/page.h"
#include "people/counter_desk.h"
#include "people/factor.h"
#include "people/login_session.h"
#include "people/person.h"
#include "web/form.h"
#include "web/idempotency.h"
#include "web/reply.h"
#include "web/request.h"
#include "web/route.h"
#include "web/serve.h"
#include "web/session.h"
#include "web/table.h"

const char *const account_names[] = { "password", "kata-sandi-baru", "code",
	"kode", NULL };

void
account_begin(struct form_page *s, struct request *req, struct reply *rep,
    const char *address, const char *heading)
{
	form_page_begin(s, req, rep, address, heading);
	s->names = account_names;
	if (strcmp(address, PATH_AKUN) == 0)
		return;
	s->back = PATH_AKUN;
	s->back_text = "Kembali ke akun saya";
}

/* -- the first page -------------------------------------------------------- */

static const char *
second_words(const struct request *req, int64_t since)
{
	const int asked = strcmp(req->conf->second_factor, "no") != 0;

	if (since != 0)
		return arena_printf(req->arena, "Terpasang sejak %s; sisa kode "
		    "cadangan: %lld", words_time(req, since),
		    (long long)factor_codes_left(req->office,
		    req->session.person_id));
	return asked ? "Belum dipasang" : "Belum dipasang; tidak diminta di "
	    "kantor ini";
}

static void
show_sessions(const struct form_page *s, struct page *body,
    const struct login_session *list, size_t n)
{
	static const char *const heads[] = { "Masuk", "Terakhir dipakai",
		"Dari", "Cara", NULL };
	struct page *group = table_begin(body, "TABLES",
	    "Perangkat yang sedang masuk", heads), *row;

	for (size_t i = 0; i < n; i++) {
		row = table_row(group, words_time(s->req, list[i].created_at),
		    NULL);
		if (list[i].id == s->req->session.id)
			page_text(row, "NOTE", "perangkat ini");
		table_cell(row, words_time(s->req, list[i].seen_at));
		table_cell(row, arena_strdup(s->req->arena, list[i].address));
		table_cell(row, list[i].by_pin ? "PIN" : "Kata sandi");
	}
}

static int
account_page(struct form_page *s, int status)
{
	struct request *req = s->req;
	struct login_session_ends ends =
	    login_session_ends(req->conf);
	struct login_session *list;
	struct person p;
	struct page *body, *form;
	size_t n;
	enum case_err err = person_get(req->office, req->session.person_id,
	    &p);

	if (err == CASE_OK)
		err = login_session_list(req->office, p.id, req->now, &ends,
		    &list, &n);
	if (err != CASE_OK)
		return reply_case_error(s->rep, req, err);
	arena_adopt(req->arena, list);
	body = form_page_show(s);
	form_page_row(s, "Nama", p.name);
	form_page_row(s, "NIP atau nama pengguna", p.login);
	form_page_row(s, "Nomor WhatsApp", p.phone);
	form_page_row(s, "Surel", p.email);
	form_page_row(s, "Kode kedua", second_words(req, factor_since(
	    req->office, p.id)));
	page_link(body, "WAYS", PATH_AKUN_SANDI, "Ganti kata sandi");
	page_link(body, "WAYS", PATH_AKUN_KEDUA, "Atur kode kedua");
	if (counter_desk_has(req->office, p.id, req->now))
		page_link(body, "WAYS", PATH_LOKET "/pin", "Ganti PIN loket");
	show_sessions(s, body, list, n);
	form = form_page_add(s, "keluar", "Keluar dari semua perangkat", NULL,
	    0);
	page_show(form, "WARNING");
	return form_page_reply(s, status);
}

/* Out everywhere, here too. */
static int
leave(struct form_page *s)
{
	struct change ch = { .by = s->req->session.person_id,
		.now = s->req->now, .idem = idempotency_key(s->req) };
	enum case_err err;

	if (ch.idem == NULL || strcmp(form_value(s->req, "aksi"), "keluar"))
		return reply_error(s->rep, s->req, 400, NULL);
	err = login_session_end_all(s->req->office, &ch, ch.by);
	if (err != CASE_OK && err != CASE_REPEATED)
		return reply_case_error(s->rep, s->req, err);
	return reply_redirect(s->rep, PATH_MASUK "?keluar=1");
}

static int
account(struct request *req, struct reply *rep)
{
	struct form_page s;

	account_begin(&s, req, rep, PATH_AKUN, "Akun saya");
	s.show = account_page;
	return req->method == METHOD_POST ? leave(&s) : account_page(&s, 200);
}

/* -- the program ----------------------------------------------------------- */

static int
answer(struct request *req, struct reply *rep)
{
	static const struct {
		const char *name;
		int (*fn)(struct request *, struct reply *);
	} pages[] = {
		{ "sandi", account_password },
		{ "kode-kedua", account_second },
		{ "bukti", account_prove },
	};
	const char *part = request_segment(req, 1),
	    *below = request_segment(req, 2);

	if (strcmp(req->route->path, PATH_SANDI) == 0)
		return account_link(req, rep);
	if (part == NULL)
		return account(req, rep);
	if (below != NULL && strcmp(part, "kode-kedua") == 0 &&
	    strcmp(below, "gambar.svg") == 0)
		return account_picture(req, rep);
	for (size_t i = 0; i < sizeof(pages) / sizeof(pages[0]); i++)
		if (below == NULL && strcmp(part, pages[i].name) == 0)
			return pages[i].fn(req, rep);
	return reply_error(rep, req, 404, NULL);
}

int
main(int argc, char **argv)
{
	static const char *const templates[] = { "form.tpl", "field.tpl",
		"errors.tpl", "table.tpl", "pager.tpl", "carried.tpl", NULL };
	static const struct web_program program = { .name = "account",
	    .get = answer, .post = answer, .templates = templates };

	return web_serve(&program, argc, argv);
}
