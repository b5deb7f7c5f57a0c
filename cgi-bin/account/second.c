/*
 * second.c - the second factor of one's own account: set up with a telephone,
 * ended, and asked for on the way to what needs it.
 */
#include "cgi-bin/account/account.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/built.h"
#include "base/conf.h"
#include "base/urlcode.h"
#include "casepage/form_page.h"
#include "casepage/words.h"
#include "page/page.h"
#include "people/factor.h"
#include "people/person.h"
#include "web/address.h"
#include "web/form.h"
#include "web/idempotency.h"
#include "web/plate.h"
#include "web/qr_path.h"
#include "web/reply.h"
#include "web/request.h"
#include "web/route.h"
#include "web/session.h"

#define MODULE 4	/* pixels of the picture */

static const struct sop_field code = { .name = "kode",
	.label = "Kode dari ponsel", .required = 1, .max = 20,
	.help = "Enam angka yang sedang ditampilkan aplikasi." };

/* -- the secret ------------------------------------------------------------ */

/* Its address as applications read it (Key Uri Format): who, at which office;
 * NULL when none is to be confirmed. */
static const char *
secret_address(const struct request *req, char secret[FACTOR_SECRET_SIZE])
{
	const char *office = urlcode_encode(req->arena,
	    plate_now(req)->office);
	struct person p;

	if (factor_secret(req->office, req->session.person_id, req->now,
	    secret) != CASE_OK || person_get(req->office,
	    req->session.person_id, &p) != CASE_OK)
		return NULL;
	return arena_printf(req->arena, "otpauth://totp/%s:%s?secret=%s"
	    "&issuer=%s", office, urlcode_encode(req->arena, p.login), secret,
	    office);
}

int
account_picture(struct request *req, struct reply *rep)
{
	char secret[FACTOR_SECRET_SIZE];
	const char *address = secret_address(req, secret), *path, *svg;
	int side;

	if (req->method == METHOD_POST)
		return reply_error(rep, req, 405, NULL);
	if (address == NULL ||
	    (path = qr_path(req->arena, address, &side)) == NULL)
		return reply_error(rep, req, 404, NULL);
	svg = arena_printf(req->arena, "<svg xmlns=\"http://www.w3.org/2000/svg"
	    "\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\" "
	    "shape-rendering=\"crispEdges\"><path fill=\"#fff\" "
	    "d=\"M0 0h%dv%dH0z\"/><path d=\"%s\"/></svg>", side * MODULE,
	    side * MODULE, side, side, side, side, path);
	return reply_shown(rep, "image/svg+xml", "kode-kedua.svg", svg,
	    strlen(svg));
}

/* "ABCD EFGH ...", for those who type it. */
static const char *
in_groups(const struct request *req, const char *secret)
{
	char *text = arena_alloc(req->arena, 2 * FACTOR_SECRET_SIZE), *to =
	    text;

	for (size_t i = 0; secret[i] != '\0'; i++) {
		if (i > 0 && i % 4 == 0)
			*to++ = ' ';
		*to++ = secret[i];
	}
	*to = '\0';
	return text;
}

/* -- where it was asked for ------------------------------------------------ */

static const char *
way_on(const struct request *req)
{
	const char *asked = req->method == METHOD_POST || req->stale ?
	    form_get(req, "kembali") : request_query(req, "kembali");

	return asked != NULL && address_is_ours(asked) ? asked : PATH_AKUN;
}

/* A form of ours takes that along, with the form that was cut off there. */
static void
carry(const struct request *req, struct page *form)
{
	page_hidden(form, "kembali", way_on(req));
	form_carry(req, form, FORM_CARRIED, FORM_CARRIED);
}

static int
has_carried(const struct request *req)
{
	return form_carry(req, NULL, FORM_CARRIED, "") > 0;
}

/* -- setting it up --------------------------------------------------------- */

/* A form that asks for the password; two on a page have two names for it. */
static void
add_secret_form(struct form_page *s, int ends, const char *button,
    const char *title)
{
	const struct sop_field password = { .name = ends ?
	    "kata-sandi-lepas" : "kata-sandi",
	    .label = "Kata sandi Anda sekarang" };
	struct page *form = form_page_add(s, ends ? "lepas" : "mulai", button,
	    NULL, 0);

	page_text(form, "TITLE", title);
	if (ends)
		page_show(form, "WARNING");
	else
		carry(s->req, form);
	form_page_secret(s, form, &password);
}

/* The form of the telephone's first code, when a secret was made just now. */
static int
show_begun(struct form_page *s, struct page *page)
{
	char secret[FACTOR_SECRET_SIZE];
	struct page *form;

	if (secret_address(s->req, secret) == NULL)
		return 0;
	page_text(page, "INTRO", "Pindai gambar ini dengan aplikasi "
	    "autentikator di ponsel (FreeOTP, Aegis, Google Authenticator), "
	    "atau ketikkan kuncinya. Lalu isi kode yang ditampilkannya.");
	if (built_letter)
		page_pair(page, "PICTURE", "SRC", PATH_AKUN_KEDUA
		    "/gambar.svg", "ALT", "Kode QR dari kunci di bawah");
	form_page_row(s, "Kunci", in_groups(s->req, secret));
	form = form_page_add(s, "pasang", "Pasang kode kedua", &code, 1);
	page_text(form, "TITLE", "Kode pertama");
	carry(s->req, form);
	return 1;
}

static int
second_page(struct form_page *s, int status)
{
	struct page *page = form_page_show(s);
	int64_t since = factor_since(s->req->office,
	    s->req->session.person_id);

	page_text(page, "INTRO", "Kode kedua dari ponsel melindungi akun bila "
	    "kata sandi diketahui orang lain. Kode itu diminta sekali dalam "
	    "15 menit sebelum pekerjaan administrator, dan sebelum "
	    "persetujuan bila kantor mengaturnya.");
	if (strcmp(s->req->conf->second_factor, "no") == 0)
		page_text(page, "INTRO", "Di kantor ini kode kedua tidak "
		    "diminta.");
	if (since != 0)
		form_page_row(s, "Terpasang sejak", words_time(s->req, since));
	if (!show_begun(s, page))
		add_secret_form(s, 0, since != 0 ?
		    "Pasang di ponsel lain" : "Mulai memasang", since != 0 ?
		    "Ponsel lain" : "Pasang");
	if (since != 0)
		add_secret_form(s, 1, "Lepas kode kedua", "Lepas");
	return form_page_reply(s, status);
}

/* The recovery codes, which nobody can read again. */
static int
show_codes(struct form_page *s, char codes[FACTOR_CODES][CASE_CODE_LEN + 1])
{
	const int carries = has_carried(s->req);
	struct page *page;

	if (carries)
		s->address = PATH_AKUN_BUKTI;
	page = form_page_show(s);
	page_text(page, "INTRO", "Kode kedua terpasang. Simpan kode cadangan "
	    "ini di tempat aman, misalnya dicetak: masing-masing berlaku satu "
	    "kali bila ponsel tidak ada. Kode ini tidak ditampilkan lagi.");
	for (int i = 0; i < FACTOR_CODES; i++)
		form_page_row(s, arena_printf(s->req->arena,
		    "Kode cadangan %d", i + 1), arena_printf(s->req->arena,
		    "%.4s-%.4s-%.4s", codes[i], codes[i] + 4, codes[i] + 8));
	if (carries)
		carry(s->req, form_page_add(s, "lanjut", "Sudah saya simpan, "
		    "lanjutkan isian", NULL, 0));
	else
		page_link(page, "WAYS", way_on(s->req), "Sudah saya simpan");
	return form_page_reply(s, 200);
}

static int
confirm(struct form_page *s, const struct change *ch)
{
	char codes[FACTOR_CODES][CASE_CODE_LEN + 1];
	enum case_err err = form_page_read(s, &code, 1);

	if (err == CASE_OK && s->typed.nerror > 0)
		return second_page(s, 422);
	if (err == CASE_OK)
		err = factor_confirm(s->req->office, ch, ch->by,
		    form_page_value(s, "kode"), codes);
	if (err == CASE_STATE) {
		form_page_error(s, "kode", office_why(s->req->office));
		return second_page(s, 422);
	}
	if (err != CASE_OK)
		return form_page_done(s, err, NULL, PATH_AKUN_KEDUA);
	/* The telephone is in hand: no need to ask for another code now. */
	session_prove(s->req);
	return show_codes(s, codes);
}

static int
begin_or_end(struct form_page *s, const struct change *ch, int begins)
{
	struct request *req = s->req;
	const char *field = begins ? "kata-sandi" : "kata-sandi-lepas";
	enum case_err err = session_confirm(req, form_value(req, field));

	if (err == CASE_DENIED || err == CASE_STATE) {
		form_page_error(s, field, office_why(req->office));
		return second_page(s, 422);
	}
	if (err == CASE_OK)
		err = (begins ? factor_begin : factor_end)(req->office, ch,
		    ch->by);
	/* This form alone has what goes along: no new address. */
	if (begins && has_carried(req) &&
	    (err == CASE_OK || err == CASE_REPEATED))
		return second_page(s, 200);
	return form_page_done(s, err, begins ? NULL : "Kode kedua dilepas.",
	    begins ? address_with(req->arena, PATH_AKUN_KEDUA, "kembali",
	    way_on(req)) : PATH_AKUN);
}

int
account_second(struct request *req, struct reply *rep)
{
	struct change ch = { .by = req->session.person_id, .now = req->now,
		.idem = idempotency_key(req) };
	const char *act = form_value(req, "aksi");
	struct form_page s;

	account_begin(&s, req, rep, PATH_AKUN_KEDUA, "Kode kedua");
	s.show = second_page;
	if (req->method != METHOD_POST)
		return second_page(&s, 200);
	if (ch.idem == NULL)
		return reply_error(rep, req, 400, NULL);
	if (strcmp(act, "pasang") == 0)
		return confirm(&s, &ch);
	if (strcmp(act, "mulai") != 0 && strcmp(act, "lepas") != 0)
		return reply_error(rep, req, 400, NULL);
	return begin_or_end(&s, &ch, strcmp(act, "mulai") == 0);
}

/* -- asking for it --------------------------------------------------------- */

static int
prove_page(struct form_page *s, int status)
{
	struct page *page = form_page_show(s), *form;

	page_text(page, "INTRO", "Halaman berikut meminta kode kedua, sekali "
	    "dalam 15 menit. Bila ponsel tidak ada, pakai salah satu kode "
	    "cadangan.");
	form = form_page_add(s, "bukti", "Lanjut", &code, 1);
	carry(s->req, form);
	return form_page_reply(s, status);
}

/* On to what asked for it; a form that was cut off there has the token of this
 * session, so that one press sends it. */
static int
go_on(struct request *req, struct reply *rep)
{
	static const struct reply_words words = { "Kode kedua diterima",
		"Isian Anda belum terkirim.", "Kirim sekarang" };

	if (!has_carried(req))
		return reply_redirect(rep, way_on(req));
	return reply_carried(rep, req, way_on(req), &words);
}

/* To a person who has none: one is set up first; a form that was cut off waits
 * that long. */
static int
set_up_first(struct request *req, struct reply *rep)
{
	struct form_page s;

	if (!has_carried(req)) {
		session_notice(rep, req, "Halaman itu meminta kode kedua. "
		    "Pasang dahulu di ponsel Anda.");
		return reply_redirect(rep, address_with(req->arena,
		    PATH_AKUN_KEDUA, "kembali", way_on(req)));
	}
	account_begin(&s, req, rep, PATH_AKUN_KEDUA, "Kode kedua");
	req->notice = "Isian Anda belum terkirim. Pasang dahulu kode kedua di "
	    "ponsel Anda: isian itu ikut, lalu dapat dikirim.";
	return second_page(&s, 200);
}

int
account_prove(struct request *req, struct reply *rep)
{
	struct form_page s;
	enum case_err err;

	if (factor_since(req->office, req->session.person_id) == 0)
		return set_up_first(req, rep);
	/* Set up just now, it need not be shown once more. */
	if (req->session.proved && form_get(req, "kode") == NULL &&
	    has_carried(req))
		return go_on(req, rep);
	account_begin(&s, req, rep, PATH_AKUN_BUKTI, "Kode kedua");
	s.show = prove_page;
	if (req->method != METHOD_POST || form_get(req, "kode") == NULL)
		return prove_page(&s, 200);
	err = form_page_read(&s, &code, 1);
	if (err == CASE_OK && s.typed.nerror > 0)
		return prove_page(&s, 422);
	if (err == CASE_OK)
		err = factor_check(req->office, req->session.person_id,
		    form_page_value(&s, "kode"), req->now);
	if (err == CASE_DENIED || err == CASE_STATE) {
		form_page_error(&s, "kode", office_why(req->office));
		return prove_page(&s, 422);
	}
	if (err == CASE_OK)
		err = session_prove(req);
	return err != CASE_OK ? reply_case_error(rep, req, err) :
	    go_on(req, rep);
}
