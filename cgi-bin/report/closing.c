/*
 * closing.c - pengesahan: the form of the minutes, a look at them once more,
 * and the closing; then the minutes of the closed month as a document, and its
 * root to be compared outside.
 */
#include "cgi-bin/report/closing.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/built.h"
#include "base/conf.h"
#include "casepage/form_page.h"
#include "casepage/words.h"
#include "cgi-bin/report/show.h"
#include "clock/calendar.h"
#include "message/message.h"
#include "month/month.h"
#include "month/month_close.h"
#include "month/root.h"
#include "page/format.h"
#include "page/page.h"
#include "people/person.h"
#include "reports/month/qr.h"
#include "sop/bound.h"
#include "web/form.h"
#include "web/idempotency.h"
#include "web/plate.h"
#include "web/reply.h"
#include "web/request.h"
#include "web/route.h"

#define CLOSING_FIELDS 5

/* One request about one month. */
struct closing {
	struct request		*req;
	struct reply		*reply;
	int			 year, month;
	const char		*period;	/* "Oktober 2026" */
	struct form_page	 form;
};

#define TEXT_MAX 2900		/* characters: three texts make one page */

static const struct sop_field closing_fields[CLOSING_FIELDS] = {
	{ .name = "tanggal", .label = "Tanggal rapat", .type = FIELD_DATE,
	    .required = 1 },
	{ .name = "tempat", .label = "Tempat", .type = FIELD_TEXT,
	    .max = 150 },
	{ .name = "hadir", .label = "Yang hadir", .type = FIELD_PARAGRAPH,
	    .required = 1, .max = 900, .help = "Satu jabatan atau nama setiap "
	    "baris." },
	{ .name = "pembahasan", .label = "Hasil pembahasan",
	    .type = FIELD_PARAGRAPH, .required = 1, .max = TEXT_MAX,
	    .help = "Temuan bulan ini dan sebabnya." },
	{ .name = "keputusan", .label = "Keputusan", .type = FIELD_PARAGRAPH,
	    .required = 1, .max = TEXT_MAX,
	    .help = "Apa yang diperbaiki, oleh siapa, sampai kapan." },
};

static void
begin(struct closing *c, struct request *req, struct reply *reply, int year,
    int month)
{
	memset(c, 0, sizeof(*c));
	c->req = req;
	c->reply = reply;
	c->year = year;
	c->month = month;
	c->period = arena_printf(req->arena, "%s %d", format_month(month),
	    year);
	form_page_begin(&c->form, req, reply, arena_printf(req->arena,
	    PATH_LAPORAN "/%04d-%02d/pengesahan", year, month),
	    arena_printf(req->arena, "Sahkan bulan %s", c->period));
	c->form.menu = PATH_LAPORAN;
	c->form.back = arena_printf(req->arena, PATH_LAPORAN "/%04d-%02d/",
	    year, month);
	c->form.back_text = arena_printf(req->arena, "Laporan %s", c->period);
}

/* The fields of this month: its meeting was held, and not before it began. */
static const struct sop_field *
fields_of(const struct closing *c)
{
	struct sop_field *f = arena_alloc(c->req->arena,
	    sizeof(closing_fields));
	struct sop_bound *held = arena_alloc(c->req->arena, sizeof(*held));

	memcpy(f, closing_fields, sizeof(closing_fields));
	*held = (struct sop_bound){ .last = BOUND_TODAY, .first = arena_printf(
	    c->req->arena, "%04d-%02d-01", c->year, c->month) };
	f[0].bound = held;
	f[0].nbound = 1;
	return f;
}

/* -- the form ------------------------------------------------------------- */

static int
show_form(struct form_page *form, int status)
{
	page_text(form_page_show(form), "INTRO", "Setelah disahkan, angka "
	    "bulan ini, kalender yang dipakai, dan sidik jari riwayatnya tidak "
	    "berubah lagi. Tindakan pada bulan ini tidak dapat dicatat "
	    "belakangan.");
	form_page_add(form, "periksa", "Lanjut", closing_fields,
	    CLOSING_FIELDS);
	return form_page_reply(form, status);
}

static int
ask(struct closing *c)
{
	struct page *body = form_page_ask(&c->form, arena_printf(c->req->arena,
	    "Sahkan bulan %s?", c->period), "Sahkan bulan ini"), *p;

	page_text(body, "INTRO", "Sesudah ini angka bulan ini tidak dapat "
	    "diubah siapa pun.");
	for (size_t i = 0; i < CLOSING_FIELDS; i++) {
		const struct sop_field *f = &closing_fields[i];
		const char *value = form_page_value(&c->form, f->name);

		if (*value == '\0')
			continue;
		p = page_add(body, "ROWS");
		page_set(p, "KEY", f->label);
		page_text(p, "VALUES", words_field(c->req, f, value));
	}
	form_page_carry(&c->form, closing_fields, CLOSING_FIELDS);
	page_set(body, "VERSION", "1");
	page_text(body, "RETURN", "Ubah");
	return form_page_reply(&c->form, 200);
}

static enum case_err
close_it(struct closing *c)
{
	const struct form_page *form = &c->form;
	struct change ch = { .by = c->req->session.person_id,
	    .now = c->req->now, .idem = idempotency_key(c->req) };
	const struct root_post post = { c->req->conf->root_mail,
	    c->req->conf->site };
	struct month_minutes m = { .post = &post };

	form_page_copy(form, "tanggal", m.held_on, sizeof(m.held_on));
	form_page_copy(form, "tempat", m.place, sizeof(m.place));
	form_page_copy(form, "hadir", m.attended, sizeof(m.attended));
	form_page_copy(form, "pembahasan", m.findings, sizeof(m.findings));
	form_page_copy(form, "keputusan", m.decisions, sizeof(m.decisions));
	return month_close(c->req->office, &ch, c->year, c->month,
	    c->req->conf->approver, &m);
}

static int
take(struct closing *c)
{
	const char *act = form_value(c->req, "aksi");
	enum case_err err;

	if (idempotency_key(c->req) == NULL)
		return reply_error(c->reply, c->req, 400, NULL);
	if (!month_may_close(c->req->office, c->req->session.person_id,
	    c->req->conf->approver, c->req->now))
		return reply_error(c->reply, c->req, 403, NULL);
	if ((err = form_page_read(&c->form, fields_of(c),
	    CLOSING_FIELDS)) != CASE_OK)
		return reply_case_error(c->reply, c->req, err);
	if (strcmp(act, "ubah") == 0) {
		c->form.typed.nerror = 0;
		return show_form(&c->form, 200);
	}
	if (c->form.typed.nerror > 0)
		return show_form(&c->form, 422);
	if (strcmp(act, "kirim") != 0)
		return ask(c);
	return form_page_done(&c->form, close_it(c), arena_printf(
	    c->req->arena, "Bulan %s sudah disahkan.", c->period),
	    c->form.address);
}

/* -- the minutes of a closed month ----------------------------------------- */

/* The state of the mail with the root to an address outside; "" for none. */
static const char *
mail_words(struct closing *c)
{
	struct message m;

	if (root_mailed(c->req->office, c->year, c->month, &m) != CASE_OK)
		return "";
	if (strcmp(m.state, "sent") == 0)
		return arena_printf(c->req->arena, "dikirim ke %s, %s",
		    m.address, words_time(c->req, m.sent_at));
	return arena_printf(c->req->arena, strcmp(m.state, "queued") == 0 ?
	    "menunggu dikirim ke %s" : "tidak terkirim ke %s; kirimkan "
	    "sidik jari ini kepadanya dengan cara lain", m.address);
}

static void
fill_minutes(struct closing *c, const struct month_closing *m)
{
	struct form_page *form = &c->form;
	struct page *body = form_page_frame(form, "document.tpl");
	struct arena *arena = c->req->arena;
	char address[ROOT_ADDRESS];

	page_text(body, "PAPER", plate_at(c->req, m->closed_at)->office);
	page_set(body, "HEADING", form->heading);
	form_page_row(form, "Disahkan", arena_printf(arena, "%s\n%s",
	    words_time(c->req, m->closed_at), m->closed_by == 0 ?
	    "melalui perintah sistem" : arena_printf(arena, "%s, %s",
	    words_person(c->req, m->closed_by), m->role_name)));
	form_page_row(form, closing_fields[0].label, words_field(c->req,
	    &closing_fields[0], m->minutes.held_on));
	form_page_row(form, closing_fields[1].label, m->minutes.place);
	form_page_row(form, closing_fields[2].label, m->minutes.attended);
	form_page_row(form, closing_fields[3].label, m->minutes.findings);
	form_page_row(form, closing_fields[4].label, m->minutes.decisions);
	form_page_row(form, "Kalender kerja", arena_printf(arena, "versi %lld",
	    (long long)m->calendar));
	form_page_row(form, "Sidik jari riwayat", m->root);
	form_page_row(form, "Surel ke luar kantor", mail_words(c));
	page_text(body, "NOTES", "Sidik jari ini mewakili seluruh riwayat "
	    "sampai bulan ini. Siapa yang menyimpannya dapat mengetahui bila "
	    "riwayat kemudian ditulis ulang; penulisan ulang itu sendiri tidak "
	    "dapat dicegah olehnya.");
	if (built_letter)
		page_pair(body, "QR", "SRC", "akar.png", "ALT",
		    "Kode QR: alamat untuk membandingkan sidik jari "
		    "riwayat bulan ini");
	else
		page_text(body, "NOTES", arena_printf(arena, "Sidik jari ini "
		    "dibandingkan di %s", root_address(c->req->conf->site,
		    m->root, address)));
	if (m->closed_by != 0)
		page_text(body, "SIGN", arena_printf(arena, "%s\n\n\n\n%s",
		    m->role_name, words_person(c->req, m->closed_by)));
}

static int
show_minutes(struct closing *c, const struct month_closing *m)
{
	c->form.heading = arena_printf(c->req->arena,
	    "Berita acara pengesahan, %s", c->period);
	fill_minutes(c, m);
	page_link(c->form.page, "ADD", "akar.txt", "Daftar kejadian terakhir "
	    "di balik sidik jari ini (teks)");
	page_show(c->form.page, "PRINT");
	return form_page_reply(&c->form, 200);
}

/* -- which page ------------------------------------------------------------ */

int
report_closing(struct request *req, struct reply *reply, int year, int month)
{
	struct closing c;
	struct month_closing m;
	enum case_err err;

	begin(&c, req, reply, year, month);
	err = month_closing_get(req->office, year, month, &m);
	if (req->method == METHOD_POST && err == CASE_NOT_FOUND)
		return take(&c);
	if (err == CASE_OK)
		return req->method == METHOD_POST ?
		    reply_redirect(reply, c.form.address) :
		    show_minutes(&c, &m);
	if (err != CASE_NOT_FOUND)
		return reply_case_error(reply, req, err);
	if (calendar_month(office_calendar(req->office), year, month + 1) >
	    req->now)
		return reply_error(reply, req, 404, "Bulan ini belum berakhir. "
		    "Bulan disahkan sesudah berakhir.");
	if (!month_may_close(req->office, req->session.person_id,
	    req->conf->approver, req->now))
		return reply_error(reply, req, 403, arena_printf(req->arena,
		    "Bulan %s belum disahkan, dan hanya pemegang peran yang "
		    "ditetapkan yang mengesahkannya.", c.period));
	return show_form(&c.form, 200);
}

/* -- the root ------------------------------------------------------------ */

int
report_closing_qr(struct request *req, struct reply *reply, int year,
    int month)
{
	const char *folder = arena_printf(req->arena, "%s/charts",
	    req->conf->data), *path;
	struct month_closing m;
	char text[ROOT_ADDRESS];

	if (month_closing_get(req->office, year, month, &m) != CASE_OK)
		return reply_error(reply, req, 404, NULL);
	if (!built_letter)
		return reply_error(reply, req, 404, "Kode QR tidak dibuat di "
		    "sini. Alamatnya tertulis pada berita acara bulan itu.");
	path = arena_printf(req->arena, "%s/%.32s-akar.png", folder, m.root);
	if ((mkdir(folder, 0750) == -1 && errno != EEXIST) ||
	    (access(path, R_OK) == -1 && qr_write(root_address(
	    req->conf->site, m.root, text), path) == -1))
		return reply_error(reply, req, 500, NULL);
	return report_send_png(req, reply, path);
}

int
report_closing_leaves(struct request *req, struct reply *reply, int year,
    int month)
{
	struct month_closing m;
	FILE *f;

	if (month_closing_get(req->office, year, month, &m) != CASE_OK)
		return reply_error(reply, req, 404, NULL);
	if ((f = tmpfile()) == NULL)
		return reply_error(reply, req, 500, NULL);
	if (root_leaves(req->office, year, month, f) != 0) {
		fclose(f);
		return reply_error(reply, req, 500, NULL);
	}
	return reply_written(reply, req, "text/plain; charset=utf-8", f);
}
