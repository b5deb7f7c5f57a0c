/* office.c - the office reads complaints and answers them. */
#include "cgi-bin/complaint/complaint.h"

#include "base/arena.h"
#include "base/conf.h"
#include "base/number.h"
#include "casepage/form_page.h"
#include "casepage/words.h"
#include "page/page.h"
#include "people/person.h"
#include "web/idempotency.h"
#include "web/reply.h"
#include "web/request.h"
#include "web/route.h"
#include "web/session.h"
#include "web/table.h"

#define LIST PATH_PENGADUAN "/daftar"

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
show_one(struct form_page *s, const struct complaint *p, int status)
{
	char name[160];

	form_page_show(s);
	form_page_row(s, "Diterima", words_time(s->req, p->came_at));
	form_page_row(s, "Dijawab paling lambat", words_time(s->req,
	    p->due_at));
	form_page_row(s, "Perkara", p->case_number);
	form_page_row(s, "Nama", p->name[0] != '\0' ? p->name : "Tidak disebut");
	form_page_row(s, "Nomor WhatsApp", p->phone);
	form_page_row(s, "Surel", p->email);
	form_page_row(s, "Pengaduan", p->body);
	form_page_row(s, "Jawaban", p->answer);
	if (p->answered_at != 0)
		form_page_row(s, "Dijawab", arena_printf(s->req->arena, "%s, %s",
		    words_time(s->req, p->answered_at), person_name(
		    s->req->office, p->answered_by, name, sizeof(name))));
	else
		form_page_add(s, "jawab", "Kirim jawaban", &answer_field, 1);
	return form_page_reply(s, status);
}

static int
take_answer(struct form_page *s, const struct complaint *p)
{
	static const char *const names[] = { "answer", "jawaban", NULL };
	struct change ch = { .by = s->req->session.person_id,
		.now = s->req->now, .idem = idempotency_key(s->req) };
	struct complaint_rule r = complaint_rule(s->req);
	enum case_err err = form_page_read(s, &answer_field, 1);

	if (ch.idem == NULL)
		return reply_error(s->rep, s->req, 400, NULL);
	if (err == CASE_OK && s->typed.nerror == 0)
		err = complaint_answer(s->req->office, &ch, p->id,
		    form_page_value(s, "jawaban"), &r);
	if (s->typed.nerror > 0 || form_page_refused(s, err, names))
		return show_one(s, p, 422);
	if (err != CASE_OK && err != CASE_REPEATED)
		return reply_case_error(s->rep, s->req, err);
	session_notice(s->rep, s->req, arena_printf(s->req->arena,
	    "Pengaduan %s dijawab.", p->number));
	return reply_redirect(s->rep, LIST);
}

int
complaint_office(struct request *req, struct reply *rep)
{
	const char *id = request_segment(req, 2);
	struct complaint p;
	struct form_page s;
	int64_t n;
	enum case_err err;

	if (req->session.id == 0)
		return reply_login(rep, req);
	if (!complaint_may_answer(req->office, req->session.person_id,
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
	return req->method == METHOD_POST ? take_answer(&s, &p) :
	    show_one(&s, &p, 200);
}
