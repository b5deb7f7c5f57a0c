/* slip.c - the slip of a queue number, in the language of its applicant. */
#include "cgi-bin/counter/counter.h"

#include "base/arena.h"
#include "base/conf.h"
#include "base/number.h"
#include "case/access.h"
#include "casepage/words.h"
#include "message/wording.h"
#include "office/office.h"
#include "page/page.h"
#include "web/frame.h"
#include "web/plate.h"
#include "web/qr_path.h"
#include "web/reply.h"
#include "web/request.h"
#include "web/route.h"

/* A text of ours on the slip, in its language. */
static void
say(const struct request *req, struct page *page, const char *marker,
    const char *language, const char *text)
{
	page_set_typed(page, marker, words_said_in(req, language, text));
}

/* The QR code leads to the page of this very case: the code stands behind the
 * "#", where no server and no log sees it.  `lain` forgets the case that the
 * telephone asked for before. */
static void
show_qr(const struct request *req, struct page *page, const char *language,
    const char *code)
{
	const char *ask = wording_ask(language);
	int side;
	const char *path = qr_path(req->arena, arena_printf(req->arena,
	    "%s" PATH_LACAK "?lain=1%s%s#%s", req->conf->site,
	    *ask != '\0' ? "&" : "", *ask != '\0' ? ask + 1 : "", code), &side);
	struct page *qr;

	if (path == NULL)
		return;
	qr = page_add(page, "QR");
	page_set(qr, "PATH", path);
	page_set_int(qr, "SIDE", side);
	say(req, qr, "LABEL", language, "Kode QR halaman pelacakan");
}

static void
fill(const struct request *req, struct page *page, const struct case_row *c,
    const struct sop *sop)
{
	const char *language = case_language(c, sop);
	const char *code = words_code(req, c->id);

	page_set_typed(page, "CODE", language);
	page_set_typed(page, "OFFICE", plate_now(req)->office);
	say(req, page, "TITLE", language, sop->name);
	say(req, page, "QUEUE_LABEL", language, "Nomor antrean");
	page_set_typed(page, "QUEUE", c->subject);
	say(req, page, "TRACK_LABEL", language, "Kode pelacakan");
	page_set_typed(page, "TRACK", code);
	show_qr(req, page, language, code);
	page_set_typed(page_add(page, "WHERE"), "TEXT", arena_printf(
	    req->arena, "%s" PATH_LACAK "%s", req->conf->site,
	    wording_ask(language)));
	say(req, page_add(page, "WHERE"), "TEXT", language, "Simpan slip ini. "
	    "Dengan kodenya Anda melihat sampai di mana permohonan Anda.");
	say(req, page, "GIVEN", language, words_time(req, c->opened_at));
}

int
counter_slip(struct request *req, struct reply *rep)
{
	struct actor actor = { .person_id = req->session.person_id };
	struct page *page, *frame;
	const struct sop *sop;
	struct case_row c;
	const char *named = request_segment(req, 2);
	int64_t id;

	if (named == NULL || number_parse(named, 1, INT64_MAX, &id) == -1 ||
	    request_segment(req, 3) != NULL ||
	    case_get(req->office, id, &c) != CASE_OK ||
	    !case_may_see(req->office, &actor, &c, req->now) ||
	    (sop = office_sop(req->office, c.version_id)) == NULL ||
	    sop->service_basis == NULL)
		return reply_error(rep, req, 404, NULL);
	frame = frame_new(req, "slip.tpl", PATH_LOKET, &page);
	page_link(frame, "BACK", PATH_LOKET, "Kembali ke loket");
	fill(req, page, &c, sop);
	return reply_page(rep, req, 200, "Slip antrean", frame);
}
