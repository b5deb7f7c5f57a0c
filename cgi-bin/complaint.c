/*
 * complaint.c - complaints: /pengaduan takes one, /pengaduan/lacak shows its
 * answer to a visitor with its code, below /pengaduan/daftar the office
 * answers.
 */
#include <string.h>

#include "base/arena.h"
#include "base/conf.h"
#include "base/number.h"
#include "case/tracking.h"
#include "casepage/form_page.h"
#include "casepage/words.h"
#include "office/throttle.h"
#include "page/page.h"
#include "people/holder.h"
#include "voice/complaint.h"
#include "web/form.h"
#include "web/idempotency.h"
#include "web/reply.h"
#include "web/request.h"
#include "web/route.h"
#include "web/serve.h"
#include "web/session.h"
#include "web/table.h"

#define LIST PATH_PENGADUAN "/daftar"
#define TRACK PATH_PENGADUAN "/lacak"
#define CODE_COOKIE "pengaduan"
#define TRIES 10		/* complaints of one address */

/* How long an answer may take, and which role gives it. */
static struct complaint_rule
rule_of(const struct request *req)
{
	return (struct complaint_rule){ .days = req->conf->complaint_days,
		.role = req->conf->complaints, .site = req->conf->site };
}

/* -- complaining -------------------------------------------------------- */

static const struct sop_field fields[] = {
	{ .name = "isi", .label = "Pengaduan Anda", .required = 1,
	    .type = FIELD_PARAGRAPH, .max = 3000, .help = "Apa yang terjadi, "
	    "kapan, dan apa yang Anda harapkan." },
	{ .name = "kode", .label = "Kode pelacakan permohonan", .max = 20,
	    .help = "Bila pengaduan ini tentang permohonan tertentu." },
	{ .name = "nama", .label = "Nama", .max = 150 },
	{ .name = "whatsapp", .label = "Nomor WhatsApp", .type = FIELD_PHONE,
	    .help = "Bila Anda ingin dikabari." },
	{ .name = "surel", .label = "Alamat surel", .type = FIELD_EMAIL },
};
#define FIELDS (sizeof(fields) / sizeof(fields[0]))

static int
show_form(struct form_page *s, int status)
{
	struct page *page = form_page_show(s);

	page_text(page, "INTRO", arena_printf(s->req->arena, "Pengaduan "
	    "dijawab dalam %lld hari kerja. Nama dan nomor boleh "
	    "dikosongkan; dengan kode yang Anda terima, jawabannya dapat "
	    "dilihat siapa pun yang memegang kode itu.",
	    (long long)s->req->conf->complaint_days));
	form_page_add(s, "kirim", "Kirim pengaduan", fields, FIELDS);
	return form_page_reply(s, status);
}

/* The case a complaint is about, if its code is right. */
static enum case_err
find_case(struct form_page *s, struct complaint *p)
{
	struct tracking_try try = { form_page_value(s, "kode"), s->req->remote,
		s->req->now };
	struct case_row c;
	enum case_err err;

	if (try.code[0] == '\0')
		return CASE_OK;
	err = tracking_find(s->req->office, &try, &c);
	if (err == CASE_OK)
		p->case_id = c.id;
	if (err != CASE_NOT_FOUND && err != CASE_STATE)
		return err;
	form_page_error(s, "kode", office_why(s->req->office));
	return CASE_OK;
}

static int
send_complaint(struct form_page *s, struct complaint *p)
{
	static const char *const names[] = { "body", "isi", "phone",
		"whatsapp", "email", "surel", NULL };
	struct change ch = { .now = s->req->now,
	    .idem = idempotency_key(s->req) };
	struct complaint_rule r = rule_of(s->req);
	char key[THROTTLE_ADDRESS_SIZE], code[CASE_CODE_LEN + 1];
	struct throttle slow = { "pengaduan", throttle_address(s->req->remote,
	    key), TRIES };
	enum case_err err;

	if (ch.idem == NULL)
		return reply_error(s->rep, s->req, 400, NULL);
	if (change_repeated(s->req->office, ch.idem))
		return reply_redirect(s->rep, TRACK);
	err = throttle_take(s->req->office, &slow, s->req->now);
	if (err == CASE_STATE)
		return reply_error(s->rep, s->req, 429, NULL);
	if (err != CASE_OK)
		return reply_case_error(s->rep, s->req, err);
	err = complaint_add(s->req->office, &ch, p, &r, p);
	if (form_page_refused(s, err, names))
		return show_form(s, 422);
	if (err != CASE_OK)
		return reply_case_error(s->rep, s->req, err);
	office_code(s->req->office, p->id, code);
	reply_cookie(s->rep, s->req, CODE_COOKIE, code);
	session_notice(s->rep, s->req, "Pengaduan terkirim. Simpan kodenya "
	    "untuk melihat jawabannya.");
	return reply_redirect(s->rep, TRACK);
}

static int
complain(struct request *req, struct reply *rep)
{
	struct complaint p = { 0 };
	struct form_page s;
	enum case_err err;

	form_page_begin(&s, req, rep, PATH_PENGADUAN, "Sampaikan pengaduan");
	s.back = TRACK;
	s.back_text = "Lihat jawaban pengaduan";
	if (req->method != METHOD_POST)
		return show_form(&s, 200);
	if ((err = form_page_read(&s, fields, FIELDS)) != CASE_OK ||
	    (err = find_case(&s, &p)) != CASE_OK)
		return reply_case_error(rep, req, err);
	if (s.typed.nerror > 0)
		return show_form(&s, 422);
	form_page_copy(&s, "nama", p.name, sizeof(p.name));
	form_page_copy(&s, "whatsapp", p.phone, sizeof(p.phone));
	form_page_copy(&s, "surel", p.email, sizeof(p.email));
	form_page_copy(&s, "isi", p.body, sizeof(p.body));
	return send_complaint(&s, &p);
}

/* -- the answer, for whoever has the code ------------------------------- */

static int
show_answer(struct form_page *s, const struct complaint *p)
{
	char code[CASE_CODE_LEN + 1];

	s->heading = p->answered_at != 0 ? "Pengaduan sudah dijawab" :
	    "Pengaduan sedang ditangani";
	form_page_show(s);
	office_code(s->req->office, p->id, code);
	form_page_row(s, "Nomor", p->number);
	form_page_row(s, "Kode", arena_printf(s->req->arena, "%.4s-%.4s-%.4s",
	    code, code + 4, code + 8));
	form_page_row(s, "Diterima", words_time(s->req, p->came_at));
	form_page_row(s, "Pengaduan", p->body);
	if (p->answered_at == 0)
		form_page_row(s, "Dijawab paling lambat", words_time(s->req,
		    p->due_at));
	else {
		form_page_row(s, "Dijawab", words_time(s->req, p->answered_at));
		form_page_row(s, "Jawaban", p->answer);
	}
	form_page_add(s, "lain", "Lihat pengaduan lain", NULL, 0);
	return form_page_reply(s, 200);
}

static const struct sop_field code_field = { .name = "kode",
	.label = "Kode pengaduan", .required = 1, .max = 40,
	.help = "12 huruf dan angka pada bukti pengaduan." };

static int
ask_code(struct form_page *s, int status)
{
	form_page_show(s);
	form_page_add(s, "lacak", "Lihat jawaban", &code_field, 1);
	return form_page_reply(s, status);
}

static int
look_up(struct form_page *s)
{
	struct tracking_try try = { form_value(s->req, "kode"),
		s->req->remote, s->req->now };
	struct complaint p;
	char code[CASE_CODE_LEN + 1];
	enum case_err err = form_page_read(s, &code_field, 1);

	if (strcmp(form_value(s->req, "aksi"), "lain") == 0) {
		reply_cookie(s->rep, s->req, CODE_COOKIE, NULL);
		return reply_redirect(s->rep, TRACK);
	}
	if (err == CASE_OK && s->typed.nerror > 0)
		return ask_code(s, 422);
	if (err == CASE_OK)
		err = complaint_find(s->req->office, &try, &p);
	if (err == CASE_NOT_FOUND || err == CASE_STATE) {
		form_page_error(s, "kode", office_why(s->req->office));
		return ask_code(s, 422);
	}
	if (err != CASE_OK)
		return reply_case_error(s->rep, s->req, err);
	office_code(s->req->office, p.id, code);
	reply_cookie(s->rep, s->req, CODE_COOKIE, code);
	return reply_redirect(s->rep, TRACK);
}

static int
track(struct request *req, struct reply *rep)
{
	char code[32];
	struct tracking_try try = { code, req->remote, req->now };
	struct complaint p;
	struct form_page s;

	form_page_begin(&s, req, rep, TRACK, "Lihat jawaban pengaduan");
	s.back = PATH_PENGADUAN;
	s.back_text = "Sampaikan pengaduan";
	if (req->method == METHOD_POST)
		return look_up(&s);
	if (session_cookie(req, CODE_COOKIE, code, sizeof(code)) > 0 &&
	    complaint_find(req->office, &try, &p) == CASE_OK)
		return show_answer(&s, &p);
	return ask_code(&s, 200);
}

/* -- the office ------------------------------------------------------------ */

static int
show_list(struct request *req, struct reply *rep)
{
	static const char *const heads[] = { "Nomor", "Diterima",
		"Dijawab paling lambat", "Keadaan", NULL };
	struct complaint *list = NULL;
	struct page *page, *body, *row;
	struct form_page s;
	size_t n;
	enum case_err err = complaint_list(req->office, &list, &n);

	if (err != CASE_OK)
		return reply_case_error(rep, req, err);
	arena_adopt(req->arena, list);
	form_page_begin(&s, req, rep, LIST, "Pengaduan");
	page = form_page_show(&s);
	if (n == 0) {
		page_text(page, "INTRO", "Belum ada pengaduan.");
		return form_page_reply(&s, 200);
	}
	body = table_begin(page, "TABLES", "Pengaduan masyarakat", heads);
	for (size_t i = 0; i < n; i++) {
		row = table_row(body, list[i].number, arena_printf(req->arena,
		    LIST "/%lld", (long long)list[i].id));
		table_cell(row, words_time(req, list[i].came_at));
		table_cell(row, words_time(req, list[i].due_at));
		table_cell(row, list[i].answered_at != 0 ? "Dijawab" :
		    req->now > list[i].due_at ? "Terlambat" : "Menunggu");
	}
	return form_page_reply(&s, 200);
}

static const struct sop_field answer_field = { .name = "jawaban",
	.label = "Jawaban", .required = 1, .type = FIELD_PARAGRAPH,
	.max = 3000, .help = "Dibaca pengadu. Sesudah dikirim tidak dapat "
	"diubah." };

static int
show_one(struct form_page *s, int status)
{
	const struct complaint *p = s->about;

	form_page_show(s);
	form_page_row(s, "Diterima", words_time(s->req, p->came_at));
	form_page_row(s, "Dijawab paling lambat", words_time(s->req,
	    p->due_at));
	form_page_row(s, "Berkas", p->case_number);
	form_page_row(s, "Nama", p->name[0] != '\0' ? p->name :
	    "Tidak disebut");
	form_page_row(s, "Nomor WhatsApp", p->phone);
	form_page_row(s, "Surel", p->email);
	form_page_row(s, "Pengaduan", p->body);
	form_page_row(s, "Jawaban", p->answer);
	if (p->answered_at != 0)
		form_page_row(s, "Dijawab", arena_printf(s->req->arena,
		    "%s, %s", words_time(s->req, p->answered_at),
		    words_person(s->req, p->answered_by)));
	else
		form_page_add(s, "jawab", "Kirim jawaban", &answer_field, 1);
	return form_page_reply(s, status);
}

static int
take_answer(struct form_page *s, const struct complaint *p)
{
	struct change ch = { .by = s->req->session.person_id,
		.now = s->req->now, .idem = idempotency_key(s->req) };
	struct complaint_rule r = rule_of(s->req);
	int status = form_page_take(s, &answer_field, 1);

	if (status != 0)
		return status;
	return form_page_done(s, complaint_answer(s->req->office, &ch, p->id,
	    form_page_value(s, "jawaban"), &r), arena_printf(s->req->arena,
	    "Pengaduan %s dijawab.", p->number), LIST);
}

static int
office_pages(struct request *req, struct reply *rep)
{
	static const char *const names[] = { "answer", "jawaban", NULL };
	const char *id = request_segment(req, 2);
	struct complaint p;
	struct form_page s;
	int64_t n;
	enum case_err err;

	if (req->session.id == 0)
		return reply_login(rep, req);
	if (!holder_or_admin(req->office, req->session.person_id,
	    req->conf->complaints, req->now))
		return reply_error(rep, req, 403, "Pengaduan dijawab oleh "
		    "peran yang ditunjuk.");
	if (id == NULL)
		return req->method == METHOD_POST ?
		    reply_error(rep, req, 405, NULL) : show_list(req, rep);
	if (number_parse(id, 1, INT64_MAX, &n) < 0)
		return reply_error(rep, req, 404, NULL);
	if ((err = complaint_get(req->office, n, &p)) != CASE_OK)
		return reply_case_error(rep, req, err);
	form_page_begin(&s, req, rep, arena_printf(req->arena, LIST "/%lld",
	    (long long)n), arena_printf(req->arena, "Pengaduan %s",
	    p.number));
	s.back = LIST;
	s.back_text = "Semua pengaduan";
	s.show = show_one;
	s.names = names;
	s.about = &p;
	return req->method == METHOD_POST ? take_answer(&s, &p) :
	    show_one(&s, 200);
}

/* -- the program -------------------------------------------------------- */

static int
answer(struct request *req, struct reply *rep)
{
	const char *sub = request_segment(req, 1);

	if (sub == NULL)
		return complain(req, rep);
	if (strcmp(sub, "daftar") == 0)
		return office_pages(req, rep);
	if (strcmp(sub, "lacak") == 0 && request_segment(req, 2) == NULL)
		return track(req, rep);
	return reply_error(rep, req, 404, NULL);
}

int
main(int argc, char **argv)
{
	static const char *const templates[] = { "form.tpl", "field.tpl",
		"errors.tpl", "table.tpl", NULL };
	static const struct web_program program = { .name = "complaint",
	    .get = answer, .post = answer, .templates = templates };

	return web_serve(&program, argc, argv);
}
