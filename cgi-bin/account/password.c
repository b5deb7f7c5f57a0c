/* password.c - another password for one's own account. */
#include "cgi-bin/account/account.h"

#include "casepage/form_page.h"
#include "page/page.h"
#include "people/password.h"
#include "web/form.h"
#include "web/idempotency.h"
#include "web/reply.h"
#include "web/request.h"
#include "web/route.h"
#include "web/session.h"

static int
password_page(struct form_page *s, int status)
{
	static const struct sop_field fields[] = {
		{ .name = "kata-sandi", .label = "Kata sandi Anda sekarang" },
		{ .name = "kata-sandi-baru", .label = "Kata sandi baru",
		    .help = PASSWORD_HELP },
	};
	struct page *form;

	page_text(form_page_show(s), "INTRO", "Sesudah kata sandi diganti, "
	    "perangkat lain dikeluarkan, PIN loket dihapus, dan Anda mendapat "
	    "pesan pemberitahuan.");
	form = form_page_add(s, "sandi", "Ganti kata sandi", NULL, 0);
	form_page_secret(s, form, &fields[0]);
	form_page_secret(s, form, &fields[1]);
	return form_page_reply(s, status);
}

int
account_password(struct request *req, struct reply *rep)
{
	struct change ch = { .by = req->session.person_id, .now = req->now,
		.idem = idempotency_key(req) };
	struct form_page s;
	enum case_err err;

	account_begin(&s, req, rep, PATH_AKUN_SANDI, "Ganti kata sandi");
	s.show = password_page;
	if (req->method != METHOD_POST)
		return password_page(&s, 200);
	if (ch.idem == NULL)
		return reply_error(rep, req, 400, NULL);
	if ((err = session_confirm(req, form_value(req, "kata-sandi"))) ==
	    CASE_OK)
		err = password_change(req->office, &ch, ch.by,
		    form_value(req, "kata-sandi-baru"), req->session.id);
	else if (err == CASE_DENIED || err == CASE_STATE) {
		form_page_error(&s, "kata-sandi", office_why(req->office));
		return password_page(&s, 422);
	}
	return form_page_done(&s, err, "Kata sandi diganti. Perangkat lain "
	    "dikeluarkan.", PATH_AKUN);
}
