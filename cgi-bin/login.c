/* login.c - log in with NIP and password, and log out. */
#include <string.h>

#include "casepage/inbox_view.h"
#include "page/page.h"
#include "people/login.h"
#include "people/login_session.h"
#include "web/address.h"
#include "web/form.h"
#include "web/frame.h"
#include "web/reply.h"
#include "web/request.h"
#include "web/route.h"
#include "web/serve.h"
#include "web/session.h"

/* Where to go afterwards: the page asked for, if it is one of ours, or "". */
static const char *
next_address(const char *asked)
{
	return asked != NULL && address_is_ours(asked) ? asked : "";
}

/* Is there nothing more to log in for?  A PIN opens a counter alone. */
static int
is_in(const struct request *req)
{
	return req->session.id != 0 && !req->session.pin;
}

/* Why somebody who knew the way in stands here again. */
static void
fill_reason(const struct request *req, struct page *body)
{
	char token[LOGIN_TOKEN_SIZE];

	if (request_query(req, "keluar") != NULL)
		page_text(body, "EXPIRED", "Anda sudah keluar.");
	else if (req->session.pin)
		page_text(body, "EXPIRED", "Anda masuk dengan PIN, yang hanya "
		    "membuka loket. Masuk dengan kata sandi untuk halaman "
		    "lain.");
	else if (session_cookie(req, SESSION_COOKIE, token,
	    sizeof(token)) > 0)
		page_text(body, "EXPIRED", "Sesi Anda sudah berakhir. Masuk "
		    "lagi untuk melanjutkan.");
}

static int
show(struct request *req, struct reply *reply, const char *next,
    const char *error)
{
	struct page *body;
	struct page *frame = frame_new(req, "login.tpl", PATH_MASUK, &body);

	page_set(body, "NEXT", next);
	page_set(body, "NIP", form_get(req, "nip"));
	form_carry(req, body, FORM_CARRIED, FORM_CARRIED);
	if (error == NULL) {
		fill_reason(req, body);
		return reply_page(reply, req, 200, "Masuk", frame);
	}
	page_text(body, "ERROR", error);
	page_link(page_include(body, "ERRORS", "errors.tpl"), "ITEMS", "#nip",
	    error);
	return reply_page(reply, req, 422, "Masuk", frame);
}

/* To where one was, with the form that did not get there: it is sent once more,
 * and comes back filled in (web/request.h, stale). */
static int
go_on(struct request *req, struct reply *reply, const char *next,
    int64_t person)
{
	static const struct reply_words words = { "Anda sudah masuk",
		"Isian Anda belum terkirim. Periksa di halamannya, lalu kirim "
		"sekali lagi.", "Kembali ke isian" };

	if (*next == '\0')
		next = inbox_view_home(req, person);
	if (form_carry(req, NULL, FORM_CARRIED, "") == 0)
		return reply_redirect(reply, next);
	return reply_carried(reply, req, next, &words);
}

static int
get(struct request *req, struct reply *reply)
{
	const char *next = next_address(req->stale ?
	    form_get(req, "kembali") : request_query(req, "kembali"));

	if (request_segment(req, 1) != NULL)
		return reply_error(reply, req, 404, NULL);
	if (is_in(req))
		return go_on(req, reply, next, req->session.person_id);
	return show(req, reply, next, NULL);
}

static int
leave(struct request *req, struct reply *reply)
{
	enum case_err err = CASE_OK;

	if (req->session.id != 0)
		err = session_end(req, reply);
	if (err != CASE_OK)
		return reply_case_error(reply, req, err);
	return reply_redirect(reply, PATH_MASUK "?keluar=1");
}

/* Log in.  An error has the words of the people library, the same for an
 * unknown login and a wrong password. */
static int
enter(struct request *req, struct reply *reply)
{
	const char *next = next_address(form_get(req, "kembali"));
	const char *nip = form_get(req, "nip");
	const char *password = form_get(req, "kata-sandi");
	struct login_try try = { .login = nip, .password = password,
	    .address = req->remote, .now = req->now };
	enum case_err err;
	int64_t person;

	if (nip == NULL && form_carry(req, NULL, FORM_CARRIED, "") > 0)
		return is_in(req) ? go_on(req, reply, next,
		    req->session.person_id) : show(req, reply, next, NULL);
	if (nip == NULL || *nip == '\0')
		return show(req, reply, next, "Isi NIP");
	if (password == NULL || *password == '\0')
		return show(req, reply, next, "Isi kata sandi");
	try.device = session_device(req, nip);
	err = login_check(req->office, &try, &person);
	if (err == CASE_DENIED || err == CASE_STATE)
		return show(req, reply, next, office_why(req->office));
	if (err != CASE_OK ||
	    (err = session_begin(req, reply, person)) != CASE_OK)
		return reply_case_error(reply, req, err);
	session_name_device(req, reply, nip);
	return go_on(req, reply, next, person);
}

static int
post(struct request *req, struct reply *reply)
{
	if (strcmp(req->route->path, PATH_KELUAR) == 0)
		return leave(req, reply);
	return enter(req, reply);
}

static const char *const templates[] = { "login.tpl", "carried.tpl",
	"errors.tpl", NULL };

static const struct web_program login = {
	.name = "login",
	.get = get,
	.post = post,
	.templates = templates,
};

int
main(int argc, char **argv)
{
	return web_serve(&login, argc, argv);
}
