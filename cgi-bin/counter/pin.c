/* pin.c - one officer takes over from another; their PIN. */
#include <string.h>

#include "cgi-bin/counter/counter.h"

#include "base/arena.h"
#include "base/conf.h"
#include "base/number.h"
#include "casepage/form_page.h"
#include "page/page.h"
#include "people/login.h"
#include "people/password.h"
#include "people/person.h"
#include "web/form.h"
#include "web/idempotency.h"
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

/* The officer chosen, if this station is among theirs. */
static enum case_err
find_officer(struct request *req, const char *station, struct person *p)
{
	struct person *list = NULL;
	size_t n = 0;
	int64_t id;
	enum case_err err = person_holders(req->office, station, req->now,
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

/* A PIN of six digits is enough to take over: the officer logged in vouches for
 * the machine. */
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
		session_notice(rep, req, "Petugas tidak diganti: pilih petugas "
		    "loket ini.");
		return reply_redirect(rep, PATH_LOKET);
	}
	if (err != CASE_OK)
		return reply_case_error(rep, req, err);
	try.login = p.login;
	err = login_check(req->office, &try, &person);
	if (err == CASE_DENIED || err == CASE_STATE) {
		session_notice(rep, req, arena_printf(req->arena,
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

static int
pin_page(struct form_page *s, int status)
{
	static const struct sop_field fields[] = {
		{ .name = "kata-sandi", .label = "Kata sandi Anda sekarang" },
		{ .name = "pin-baru", .label = "PIN baru",
		    .help = "Enam angka, paling sedikit empat di antaranya "
		    "berbeda, tidak berurutan dan bukan tanggal." },
	};
	struct page *form;

	page_text(form_page_show(s), "INTRO", arena_printf(s->req->arena,
	    "Dengan PIN Anda menggantikan rekan di loket tanpa mengetik kata "
	    "sandi. Sesi dengan PIN hanya membuka loket, dan berakhir sesudah "
	    "%lld menit tidak dipakai.", (long long)s->req->conf->pin_minutes));
	form = form_page_add(s, "pin", "Simpan PIN", NULL, 0);
	form_page_secret(s, form, &fields[0]);
	form_page_secret(s, form, &fields[1]);
	return form_page_reply(s, status);
}

static void
begin_pin(struct form_page *s, struct request *req, struct reply *rep)
{
	static const char *const names[] = { "pin", "pin-baru", NULL };

	form_page_begin(s, req, rep, PATH_LOKET "/pin", "PIN loket");
	s->show = pin_page;
	s->names = names;
	s->menu = s->back = PATH_LOKET;
	s->back_text = "Kembali ke loket";
}

int
counter_pin_get(struct request *req, struct reply *rep)
{
	struct form_page s;

	begin_pin(&s, req, rep);
	return pin_page(&s, 200);
}

int
counter_pin_post(struct request *req, struct reply *rep)
{
	struct change ch = { .by = req->session.person_id, .now = req->now,
		.idem = idempotency_key(req) };
	struct form_page s;
	enum case_err err;

	begin_pin(&s, req, rep);
	if (ch.idem == NULL)
		return reply_error(rep, req, 400, NULL);
	err = session_confirm(req, form_value(req, "kata-sandi"));
	if (err == CASE_DENIED) {
		form_page_error(&s, "kata-sandi", office_why(req->office));
		return pin_page(&s, 422);
	}
	if (err == CASE_OK)
		err = password_set_pin(req->office, &ch, ch.by,
		    form_value(req, "pin-baru"));
	return form_page_done(&s, err, "PIN loket Anda disimpan.", PATH_LOKET);
}
