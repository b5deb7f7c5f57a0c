/*
 * link.c - the one-time link by which a person chooses a password, and a new
 * one for who has forgotten it.
 */
#include "cgi-bin/account/account.h"

#include <string.h>

#include "base/conf.h"
#include "casepage/form_page.h"
#include "page/page.h"
#include "people/password.h"
#include "people/password_link.h"
#include "people/person.h"
#include "web/form.h"
#include "web/idempotency.h"
#include "web/reply.h"
#include "web/request.h"
#include "web/route.h"
#include "web/session.h"

#define LINK_COOKIE "sandi"

/* -- choosing -------------------------------------------------------------- */

static int
choose_page(struct form_page *s, int status)
{
	static const struct sop_field field = { .name = "kata-sandi-baru",
	    .label = "Kata sandi baru", .help = PASSWORD_HELP };
	struct page *page = form_page_show(s), *form;

	page_text(page, "INTRO", "Tautan ini dipakai satu kali. Sesudah kata "
	    "sandi disimpan, masuk dengan NIP atau nama pengguna Anda.");
	form = form_page_add(s, "simpan", "Simpan kata sandi", NULL, 0);
	form_page_secret(s, form, &field);
	return form_page_reply(s, status);
}

/* The token leaves the address at once: it is in no history then. */
static int
take_link(struct request *req, struct reply *rep, const char *token)
{
	if (strlen(token) != LOGIN_TOKEN_SIZE - 1 ||
	    strspn(token, "0123456789abcdef") != LOGIN_TOKEN_SIZE - 1)
		return reply_error(rep, req, 404, NULL);
	reply_cookie(rep, req, LINK_COOKIE, token);
	return reply_redirect(rep, PATH_SANDI);
}

/* The password is set: this browser is one that the person has used. */
static void
know_browser(struct request *req, struct reply *rep, int64_t person)
{
	struct person p;

	reply_cookie(rep, req, LINK_COOKIE, NULL);
	if (person_get(req->office, person, &p) == CASE_OK)
		session_name_device(req, rep, p.login);
}

static int
choose(struct request *req, struct reply *rep)
{
	char token[LOGIN_TOKEN_SIZE];
	struct form_page s;
	int64_t person;
	enum case_err err;

	if (session_cookie(req, LINK_COOKIE, token, sizeof(token)) < 0)
		token[0] = '\0';
	err = password_link_find(req->office, token, req->now, &person);
	form_page_begin(&s, req, rep, PATH_SANDI, "Buat kata sandi");
	s.show = choose_page;
	s.names = account_names;
	if (err == CASE_OK && req->method != METHOD_POST)
		return choose_page(&s, 200);
	if (err == CASE_OK)
		err = password_link_use(req->office, token, req->now,
		    form_value(req, "kata-sandi-baru"));
	if (err == CASE_OK)
		know_browser(req, rep, person);
	return form_page_done(&s, err, "Kata sandi disimpan. Masuk dengan "
	    "kata sandi itu.", PATH_MASUK);
}

/* -- forgotten ------------------------------------------------------------- */

static const struct sop_field who = { .name = "nip",
	.label = "NIP atau nama pengguna", .required = 1, .max = 60 };

static int
forgotten_page(struct form_page *s, int status)
{
	struct page *page = form_page_show(s);

	page_text(page, "INTRO", "Tautan untuk membuat kata sandi baru dikirim "
	    "ke nomor WhatsApp atau surel yang tercatat pada akun. Tautan itu "
	    "berlaku 15 menit.");
	form_page_add(s, "kirim", "Kirim tautan", &who, 1);
	return form_page_reply(s, status);
}

/* The same answer, whether there is such a person or not. */
static int
forgotten(struct request *req, struct reply *rep)
{
	struct form_page s;
	int status;
	enum case_err err;

	form_page_begin(&s, req, rep, PATH_SANDI "/lupa", "Lupa kata sandi");
	s.show = forgotten_page;
	s.names = account_names;
	s.back = PATH_MASUK;
	s.back_text = "Ke halaman masuk";
	if (req->method != METHOD_POST)
		return forgotten_page(&s, 200);
	if ((status = form_page_take(&s, &who, 1)) != 0)
		return status;
	err = password_link_forgotten(req->office, &(struct password_forgotten){
	    .login = form_page_value(&s, "nip"), .address = req->remote,
	    .site = req->conf->site, .now = req->now });
	if (err == CASE_STATE) {
		form_page_error(&s, "nip", office_why(req->office));
		return forgotten_page(&s, 422);
	}
	return form_page_done(&s, err, "Bila akun itu ada dan punya nomor atau "
	    "surel, tautannya kami kirim ke sana. Bila tidak datang, hubungi "
	    "administrator kantor.", PATH_MASUK);
}

int
account_link(struct request *req, struct reply *rep)
{
	const char *part = request_segment(req, 1);

	if (part != NULL && strcmp(part, "lupa") == 0 &&
	    request_segment(req, 2) == NULL)
		return forgotten(req, rep);
	if (part != NULL)
		return reply_error(rep, req, 404, NULL);
	if (request_query(req, "kunci") != NULL && req->method != METHOD_POST)
		return take_link(req, rep, request_query(req, "kunci"));
	return choose(req, rep);
}
