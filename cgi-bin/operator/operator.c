/*
 * operator.c - institutions' operators: /daftar asks for an account, /operator
 * decides on it, /lembaga has the activity reports of an institution.
 */
#include <stdlib.h>
#include <string.h>

#include "cgi-bin/operator/operator.h"

#include "casepage/form_page.h"
#include "office/throttle.h"
#include "page/page.h"
#include "people/institution.h"
#include "people/operator.h"
#include "web/form.h"
#include "web/idempotency.h"
#include "web/reply.h"
#include "web/request.h"
#include "web/route.h"
#include "web/serve.h"

#define ASKED_TRIES 5		/* registrations of one address */

static const struct sop_choice kinds[] = {
	{ "kampus", "Perguruan tinggi" }, { "sekolah", "Sekolah" },
	{ "lain", "Instansi lain" },
};
static const struct sop_field asked[] = {
	{ .name = "lembaga", .label = "Nama perguruan tinggi atau sekolah",
	    .required = 1, .max = 150 },
	{ .name = "jenis", .label = "Jenis lembaga", .required = 1,
	    .type = FIELD_CHOICE, .choice = kinds, .nchoice = 3 },
	{ .name = "nama", .label = "Nama lengkap operator", .required = 1,
	    .max = 150 },
	{ .name = "whatsapp", .label = "Nomor WhatsApp", .required = 1,
	    .type = FIELD_PHONE, .help = "Tautan untuk membuat kata sandi "
	    "dikirim ke nomor ini." },
	{ .name = "surel", .label = "Alamat surel", .type = FIELD_EMAIL },
};
#define ASKED (sizeof(asked) / sizeof(asked[0]))

/* -- asking for an account --------------------------------------------- */

static int
register_page(struct form_page *s, int status)
{
	struct page *page = form_page_show(s);

	page_text(page, "INTRO", "Operator mengajukan permohonan magang dan "
	    "penelitian atas nama lembaganya, melihat semua permohonan "
	    "lembaga itu, dan mengunggah laporan kegiatan. Perorangan tidak "
	    "memerlukan akun.");
	page_text(page, "INTRO", "Admin Kanwil memeriksa pendaftaran. "
	    "Hasilnya dikirim ke nomor WhatsApp Anda.");
	form_page_add(s, "daftar", "Kirim pendaftaran", asked, ASKED);
	return form_page_reply(s, status);
}

static int
registered(struct request *req, struct reply *rep)
{
	struct form_page s;

	form_page_begin(&s, req, rep, PATH_DAFTAR, "Pendaftaran terkirim");
	s.back = PATH_ROOT;
	s.back_text = "Ke beranda";
	page_text(form_page_show(&s), "INTRO", "Admin Kanwil memeriksa "
	    "pendaftaran Anda. Bila disetujui, tautan untuk membuat kata "
	    "sandi dikirim ke nomor WhatsApp Anda.");
	return form_page_reply(&s, 200);
}

static void
take_registration(const struct form_page *s, struct registration *r)
{
	const char *kind = form_page_value(s, "jenis");

	memset(r, 0, sizeof(*r));
	form_page_copy(s, "lembaga", r->institution, sizeof(r->institution));
	form_page_copy(s, "nama", r->name, sizeof(r->name));
	form_page_copy(s, "whatsapp", r->phone, sizeof(r->phone));
	form_page_copy(s, "surel", r->email, sizeof(r->email));
	for (int i = 0; i < KIND__MAX; i++)
		if (strcmp(kinds[i].value, kind) == 0)
			r->kind = (enum institution_kind)i;
}

static int
ask(struct form_page *s)
{
	char key[THROTTLE_ADDRESS_SIZE];
	struct throttle slow = { "daftar", throttle_address(s->req->remote,
	    key), ASKED_TRIES };
	struct change ch = { .now = s->req->now,
	    .idem = idempotency_key(s->req) };
	struct registration r;
	enum case_err err;
	int status = form_page_take(s, asked, ASKED);

	if (status != 0)
		return status;
	err = throttle_take(s->req->office, &slow, s->req->now);
	if (err == CASE_STATE)
		return reply_error(s->rep, s->req, 429, NULL);
	if (err != CASE_OK)
		return reply_case_error(s->rep, s->req, err);
	take_registration(s, &r);
	return form_page_done(s, operator_add(s->req->office, &ch, &r, NULL),
	    NULL, PATH_DAFTAR "/terkirim");
}

static int
register_one(struct request *req, struct reply *rep)
{
	static const char *const names[] = { "institution", "lembaga", "name",
		"nama", "phone", "whatsapp", "email", "surel", "kind",
		"jenis", NULL };
	const char *sub = request_segment(req, 1);
	struct form_page s;

	if (sub != NULL && strcmp(sub, "terkirim") == 0 &&
	    req->method != METHOD_POST)
		return registered(req, rep);
	if (sub != NULL)
		return reply_error(rep, req, 404, NULL);
	form_page_begin(&s, req, rep, PATH_DAFTAR, "Daftar operator lembaga");
	s.back = PATH_MASUK;
	s.back_text = "Ke halaman masuk";
	s.show = register_page;
	s.names = names;
	return req->method == METHOD_POST ? ask(&s) : register_page(&s, 200);
}

/* -- the program ------------------------------------------------------- */

static int
answer(struct request *req, struct reply *rep)
{
	static const struct {
		const char *path;
		int (*fn)(struct request *, struct reply *);
	} pages[] = {
		{ PATH_DAFTAR, register_one },
		{ PATH_OPERATOR, operator_decide },
		{ PATH_LEMBAGA, operator_activity },
	};

	for (size_t i = 0; i < sizeof(pages) / sizeof(pages[0]); i++)
		if (strcmp(req->route->path, pages[i].path) == 0)
			return pages[i].fn(req, rep);
	return reply_error(rep, req, 404, NULL);
}

/* Reports alone are files. */
static int
takes(const struct request *req, const char *field)
{
	return strcmp(req->route->path, PATH_LEMBAGA) == 0 &&
	    strcmp(field, "laporan") == 0;
}

int
main(int argc, char **argv)
{
	static const char *const templates[] = { "form.tpl", "field.tpl",
		"errors.tpl", "table.tpl", NULL };
	static const struct web_program program = { .name = "operator",
	    .get = answer, .post = answer, .templates = templates,
	    .takes = takes };

	return web_serve(&program, argc, argv);
}
