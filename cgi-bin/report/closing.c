/*
 * closing.c - pengesahan: the form of the minutes, a look at them once
 * more, and the closing.
 */
#include "cgi-bin/report/closing.h"

#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/conf.h"
#include "case/field.h"
#include "casepage/words.h"
#include "clock/calendar.h"
#include "month/month.h"
#include "month/root.h"
#include "page/format.h"
#include "page/page.h"
#include "web/form.h"
#include "web/frame.h"
#include "web/idempotency.h"
#include "web/reply.h"
#include "web/request.h"
#include "web/route.h"
#include "web/session.h"

#define TEXT_MAX 2900		/* characters: three texts make one page */

const struct sop_field closing_fields[CLOSING_FIELDS] = {
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

static const struct sop_row form_row = { .field = closing_fields,
	.nfield = CLOSING_FIELDS };

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
	c->address = arena_printf(req->arena, PATH_LAPORAN
	    "/%04d-%02d/pengesahan", year, month);
	c->typed.error = c->error;
}

struct page *
closing_frame(struct closing *c, const char *template_name, struct page **body)
{
	struct page *frame = frame_new(c->req, template_name, PATH_LAPORAN,
	    body);
	struct page *back = page_add(frame, "BACK");

	page_setf(back, "HREF", PATH_LAPORAN "/%04d-%02d/", c->year,
	    c->month);
	page_setf(back, "TEXT", "Laporan %s", c->period);
	return frame;
}

/* -- the form ------------------------------------------------------------- */

static int
show_form(struct closing *c, int status)
{
	struct page *body, *frame = closing_frame(c, "form.tpl", &body), *form;
	const char *heading = arena_printf(c->req->arena, "Sahkan bulan %s",
	    c->period);

	if (status != 200)
		fields_show_errors(body, &c->typed);
	page_set(body, "HEADING", heading);
	page_text(body, "INTRO", "Setelah disahkan, angka bulan ini, kalender "
	    "yang dipakai, dan sidik jari riwayatnya tidak berubah lagi. "
	    "Tindakan pada bulan ini tidak dapat dicatat belakangan.");
	page_set(body, "ACTION", c->address);
	page_set(body, "KEY", request_token(c->req->arena));
	form = page_add(body, "FORMS");
	page_set(form, "ACT", "periksa");
	page_set(form, "VERSION", "1");
	page_set(form, "BUTTON", "Lanjut");
	for (size_t i = 0; i < CLOSING_FIELDS; i++)
		fields_show_one(c->req, form, "FIELDS", NULL, &closing_fields[i],
		    &c->typed);
	return reply_page(c->reply, c->req, status, heading, frame);
}

static const char *
value_of(const struct closing *c, const char *name)
{
	for (size_t i = 0; i < c->form->nvalue; i++)
		if (strcmp(c->form->value[i].name, name) == 0)
			return c->form->value[i].value;
	return "";
}

static int
ask(struct closing *c)
{
	struct page *body, *frame = closing_frame(c, "check.tpl", &body), *p;
	const char *title = arena_printf(c->req->arena,
	    "Sahkan bulan %s?", c->period);

	page_set(body, "HEADING", title);
	page_text(body, "INTRO", "Sesudah ini angka bulan ini tidak dapat "
	    "diubah siapa pun.");
	for (size_t i = 0; i < CLOSING_FIELDS; i++) {
		if (*value_of(c, closing_fields[i].name) == '\0')
			continue;
		p = page_add(body, "ROWS");
		page_set(p, "KEY", closing_fields[i].label);
		page_text(p, "VALUES", words_field(c->req, &closing_fields[i],
		    value_of(c, closing_fields[i].name)));
	}
	for (size_t i = 0; i < c->req->nform; i++) {
		const char *name = c->req->form[i].name;

		for (size_t k = 0; k < CLOSING_FIELDS; k++) {
			if (strncmp(name, closing_fields[k].name,
			    strlen(closing_fields[k].name)) != 0)
				continue;
			p = page_add(body, "HIDDEN");
			page_set(p, "NAME", name);
			page_set(p, "VALUE", c->req->form[i].value);
		}
	}
	page_set(body, "ACTION", c->address);
	page_set(body, "VERSION", "1");
	page_set(body, "KEY", form_get(c->req, "kunci"));
	page_set(body, "BUTTON", "Sahkan bulan ini");
	page_text(body, "RETURN", "Ubah");
	return reply_page(c->reply, c->req, 200, title, frame);
}

static enum case_err
read_form(struct closing *c)
{
	struct field_input in;
	enum case_err err;

	fields_input(c->req, &form_row, &in);
	c->typed.value = in.value;
	c->typed.nvalue = in.nvalue;
	err = field_form_check(c->req->office, &form_row, &in, &c->form);
	if (err != CASE_OK && err != CASE_INVALID)
		return err;
	arena_adopt(c->req->arena, c->form);
	for (size_t i = 0; i < c->form->nerror && i < CLOSING_ERRORS; i++)
		c->error[c->typed.nerror++] = c->form->error[i];
	return CASE_OK;
}

static enum case_err
close_it(struct closing *c)
{
	struct change ch = { .by = c->req->session.person_id,
	    .now = c->req->now, .idem = idempotency_key(c->req) };
	const struct root_post post = { c->req->conf->root_mail,
	    c->req->conf->site };
	struct month_minutes m = { .post = &post };

	snprintf(m.held_on, sizeof(m.held_on), "%s", value_of(c, "tanggal"));
	snprintf(m.place, sizeof(m.place), "%s", value_of(c, "tempat"));
	snprintf(m.attended, sizeof(m.attended), "%s", value_of(c, "hadir"));
	snprintf(m.findings, sizeof(m.findings), "%s",
	    value_of(c, "pembahasan"));
	snprintf(m.decisions, sizeof(m.decisions), "%s",
	    value_of(c, "keputusan"));
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
	if ((err = read_form(c)) != CASE_OK)
		return reply_case_error(c->reply, c->req, err);
	if (strcmp(act, "ubah") == 0) {
		c->typed.nerror = 0;
		return show_form(c, 200);
	}
	if (c->typed.nerror > 0)
		return show_form(c, 422);
	if (strcmp(act, "kirim") != 0)
		return ask(c);
	err = close_it(c);
	if (err != CASE_OK && err != CASE_REPEATED)
		return reply_case_error(c->reply, c->req, err);
	session_notice(c->reply, c->req, arena_printf(c->req->arena,
	    "Bulan %s sudah disahkan.", c->period));
	return reply_redirect(c->reply, c->address);
}

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
		    reply_redirect(reply, c.address) : closing_minutes(&c, &m);
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
	return show_form(&c, 200);
}
