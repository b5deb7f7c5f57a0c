/* counter_pin.c - one officer takes over from another; their PIN. */
#include <stdio.h>
#include <string.h>

#include "cgi-bin/counter.h"

#include "case/login.h"
#include "case/people.h"
#include "page/page.h"
#include "web/arena.h"
#include "web/reply.h"
#include "web/request.h"
#include "web/route.h"
#include "web/session.h"

#define PIN_LEN 6

static int
is_pin(const char *typed)
{
	return strlen(typed) == PIN_LEN &&
	    strspn(typed, "0123456789") == PIN_LEN;
}

/* The officer chosen, if they stand at this desk. */
static enum case_err
find_officer(struct request *req, const char *station, struct person *p)
{
	struct person *list = NULL;
	size_t n = 0;
	int64_t id;
	enum case_err err = people_holding(req->office, station, req->now,
	    &list, &n);

	if (err != CASE_OK)
		return err;
	arena_adopt(req->arena, list);
	if (number_parse(form_value(req, "petugas"), 1, INT64_MAX, &id) == 0)
		for (size_t i = 0; i < n; i++)
			if (list[i].id == id) {
				*p = list[i];
				return CASE_OK;
			}
	return CASE_INVALID;
}

/* Whoever sits here now vouches for the machine: six digits are enough. */
int
counter_change(struct request *req, struct reply *rep, const char *station)
{
	const char *typed = form_value(req, "pin-petugas");
	struct login_try try = { .password = typed, .address = req->remote,
		.now = req->now, .pin = is_pin(typed) };
	struct person p;
	int64_t person;
	enum case_err err = find_officer(req, station, &p);

	if (err == CASE_INVALID) {
		reply_notice(rep, req, "Petugas tidak diganti: pilih petugas "
		    "loket ini.");
		return reply_redirect(rep, PATH_LOKET);
	}
	if (err != CASE_OK)
		return reply_case_error(rep, req, err);
	try.login = p.login;
	err = login_check(req->office, &try, &person);
	if (err == CASE_DENIED || err == CASE_STATE) {
		reply_notice(rep, req, arena_printf(req->arena,
		    "Petugas tidak diganti. %s", err == CASE_DENIED ?
		    "PIN atau kata sandi tidak cocok." :
		    office_why(req->office)));
		return reply_redirect(rep, PATH_LOKET);
	}
	if (err == CASE_OK)
		err = try.pin ? session_begin_pin(req, rep, person) :
		    session_begin(req, rep, person);
	if (err != CASE_OK)
		return reply_case_error(rep, req, err);
	reply_cookie(rep, req, STATION_COOKIE, station);
	return reply_redirect(rep, PATH_LOKET);
}

/* -- choosing a PIN ------------------------------------------------------ */

/* Never shown, never filled in again. */
static void
show_secret(struct page *form, const struct sop_field *f,
    const struct typed *t)
{
	struct page *p = page_include(form, "FIELDS", "field.tpl");

	page_set(p, "NAME", f->name);
	page_set(p, "LABEL", f->label);
	page_text(p, "HINT", f->help);
	for (size_t i = 0; i < t->nerror; i++)
		if (strcmp(t->error[i].field, f->name) == 0)
			page_text(p, "ERROR", t->error[i].text);
	page_show(page_add(p, "SINGLE"), "IS_PASSWORD");
}

int
counter_pin_page(struct request *req, struct reply *rep, int status,
    const struct typed *typed)
{
	static const struct sop_field fields[] = {
		{ .name = "kata-sandi", .label = "Kata sandi Anda sekarang" },
		{ .name = "pin-baru", .label = "PIN baru",
		    .help = "Enam angka, bukan angka yang sama atau "
		    "berurutan." },
	};
	static const struct typed nothing;
	struct page *frame, *page, *form, *back;

	frame = reply_frame(req, "form.tpl", PATH_LOKET, &page);
	back = page_add(frame, "BACK");
	page_set(back, "HREF", PATH_LOKET);
	page_set(back, "TEXT", "Kembali ke loket");
	if (status == 422)
		page_show(frame, "ERROR_TITLE");
	errors_show(page, typed != NULL ? typed : &nothing);
	page_set(page, "HEADING", "PIN loket");
	page_text(page, "INTRO", "Dengan PIN Anda menggantikan rekan di loket "
	    "tanpa mengetik kata sandi. Sesi dengan PIN berakhir sesudah 30 "
	    "menit tidak dipakai.");
	form = page_add(page, "FORMS");
	page_set(form, "ACT", "pin");
	page_set(form, "BUTTON", "Simpan PIN");
	for (size_t i = 0; i < sizeof(fields) / sizeof(fields[0]); i++)
		show_secret(form, &fields[i], typed != NULL ? typed :
		    &nothing);
	page_set(page, "ACTION", PATH_LOKET "/pin");
	page_set(page, "VERSION", "0");
	page_set(page, "KEY", token_new(req->arena));
	return reply_page(rep, req, status, "PIN loket", frame);
}

static int
pin_refused(struct request *req, struct reply *rep, const char *field,
    const char *text)
{
	struct field_error e = { .field = field, .part = "" };
	struct typed typed = { .error = &e, .nerror = 1 };

	snprintf(e.text, sizeof(e.text), "%s", text);
	return counter_pin_page(req, rep, 422, &typed);
}

int
counter_pin_post(struct request *req, struct reply *rep)
{
	struct change ch = { .by = req->session.person_id, .now = req->now,
		.idem = form_key(req) };
	struct login_try try = { .address = req->remote, .now = req->now };
	struct person p;
	int64_t person;
	enum case_err err = person_get(req->office, ch.by, &p);

	if (ch.idem == NULL)
		return reply_error(rep, req, 400, NULL);
	if (err != CASE_OK)
		return reply_case_error(rep, req, err);
	try.login = p.login;
	try.password = form_value(req, "kata-sandi");
	try.device = session_device(req, p.login);
	err = login_check(req->office, &try, &person);
	if (err == CASE_DENIED)
		return pin_refused(req, rep, "kata-sandi",
		    "Kata sandi tidak cocok");
	if (err == CASE_OK)
		err = pin_set(req->office, &ch, ch.by,
		    form_value(req, "pin-baru"));
	if (err == CASE_INVALID)
		return pin_refused(req, rep, "pin-baru",
		    office_why(req->office));
	if (err != CASE_OK && err != CASE_REPEATED)
		return reply_case_error(rep, req, err);
	reply_notice(rep, req, "PIN loket Anda disimpan.");
	return reply_redirect(rep, PATH_LOKET);
}
