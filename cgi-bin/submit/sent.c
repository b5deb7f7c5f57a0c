/*
 * sent.c - the pages after a case has begun: its code or number, the next
 * steps, and the receipt.  The page can be loaded again and sends nothing
 * twice.
 */
#include "cgi-bin/submit/sent.h"

#include <string.h>

#include "base/arena.h"
#include "base/built.h"
#include "base/number.h"
#include "base/phone.h"
#include "case/promise.h"
#include "casepage/receipt.h"
#include "casepage/sla.h"
#include "casepage/words.h"
#include "cgi-bin/submit/mend.h"
#include "office/office.h"
#include "page/format.h"
#include "page/page.h"
#include "web/frame.h"
#include "web/plate.h"
#include "web/reply.h"
#include "web/request.h"
#include "web/route.h"
#include "web/session.h"

#define NEXT_MAX 6	/* sentences about what happens next */
#define NO_RECEIPT "Kantor ini tidak membuat bukti permohonan dalam bentuk " \
	"PDF. Kode pelacakan Anda adalah buktinya."

/* The sender can load the page and its receipt again; another visitor who finds
 * their address, in a log or on a screen, cannot, as they show the code. */
const char *
sent_address(const struct request *req, const char *what, int64_t id)
{
	const char *text = arena_printf(req->arena, "%lld", (long long)id);

	return arena_printf(req->arena, "%s/%s?berkas=%s&tanda=%s",
	    req->route->path, what, text, session_sign(req, "terkirim",
	    text));
}

/* The next steps, in sentences ended by NULL. */
static void
next_words(const struct request *req, const struct case_row *c,
    const struct sop *sop, const char *text[NEXT_MAX + 1])
{
	struct task_row *task;
	struct sla sla;
	size_t n = 0, count;

	if (case_tasks(req->office, c->id, &task, &n) != CASE_OK)
		n = 0;
	else
		arena_adopt(req->arena, task);
	count = 0;
	for (size_t i = 0; i < n && count < NEXT_MAX - 2; i++) {
		if (!task[i].open || task[i].side)
			continue;
		sla_task(req, &task[i], &sla);
		text[count++] = arena_printf(req->arena,
		    "%s mengerjakan langkah %s%s%s.",
		    words_performer(req, sop, task[i].performer),
		    sop_row_at(sop, (int)task[i].pos)->no,
		    sla.due[0] != '\0' ? ", paling lambat " : "", sla.due);
	}
	if (sop_row_at(sop, 1)->kind == STEP_SUBMIT) {
		text[count++] = "Bila ada yang perlu diperbaiki, permohonan "
		    "dikembalikan kepada Anda beserta alasannya. Selama Anda "
		    "memperbaiki, waktu kami berhenti.";
		if (sop->promise_days > 0)
			text[count++] = arena_printf(req->arena,
			    "Permohonan diputuskan dalam %d hari kerja "
			    "sesudah dinyatakan lengkap%s.",
			    sop->promise_days, promise_note(sop));
	}
	text[count] = NULL;
}

/* A number as people write it without its end, which opens the letter. */
static const char *
masked(const struct request *req, const char *phone)
{
	char *words = arena_alloc(req->arena, FORMAT_SIZE), *s;
	int shown = 4;

	for (s = phone_words(phone, words, FORMAT_SIZE); *s != '\0'; s++)
		if (*s >= '0' && *s <= '9' && shown-- <= 0)
			*s = '*';
	return words;
}

/* The code for who has no account, the number for who has one. */
static void
show_code(const struct request *req, struct reply *rep, struct page *page,
    const struct case_row *c, const struct sop *sop)
{
	char code[CASE_CODE_LEN + 1];

	if (strcmp(req->route->path, PATH_AJUKAN) != 0) {
		page_pair(page, "NUMBER", "TEXT", c->number, "LABEL",
		    arena_printf(req->arena, "Nomor %s", sop->noun));
		page_link(page, "LINKS", arena_printf(req->arena, "%s/%lld",
		    PATH_BERKAS, (long long)c->id), arena_printf(req->arena,
		    "Lihat %s ini", sop->noun));
		return;
	}
	office_code(req->office, c->id, code);
	page_text(page, "CODE", words_code(req, c->id));
	if (c->phone[0] != '\0')
		page_text(page, "SENT_TO", arena_printf(req->arena, "Kode ini "
		    "juga kami kirim ke nomor WhatsApp %s.",
		    masked(req, c->phone)));
	page_show(page, "KEEP");
	reply_cookie(rep, req, TRACK_COOKIE, code);
	mend_prove(req, rep, c->id);
	if (built_letter)
		page_link(page, "LINKS", sent_address(req, "bukti", c->id),
		    "Unduh bukti permohonan (PDF)");
	else
		page_text(page, "NO_RECEIPT", NO_RECEIPT);
	page_link(page, "LINKS", PATH_LACAK, "Lacak permohonan ini");
}

/* The case a signed address is about: 0, or -1. */
static int
find_sent(const struct request *req, struct case_row *c,
    const struct sop **sop)
{
	const char *id = request_query(req, "berkas");
	const char *mac = request_query(req, "tanda");
	int64_t n;

	if (id == NULL || mac == NULL ||
	    number_parse(id, 1, INT64_MAX, &n) < 0 ||
	    !session_signed(req, "terkirim", id, mac) ||
	    case_get(req->office, n, c) != CASE_OK)
		return -1;
	*sop = office_sop(req->office, c->version_id);
	return *sop != NULL ? 0 : -1;
}

int
sent_page(struct request *req, struct reply *rep)
{
	const char *next[NEXT_MAX + 1], *title;
	const struct sop *sop;
	struct page *frame, *page;
	struct case_row c;

	if (find_sent(req, &c, &sop) != 0)
		return reply_error(rep, req, 404, NULL);
	title = sop_row_at(sop, 1)->kind == STEP_SUBMIT ?
	    "Permohonan terkirim" : arena_printf(req->arena, "%s dimulai",
	    words_noun_first(req, sop, NULL));
	frame = frame_new(req, "sent.tpl", req->route->path, &page);
	page_set(page, "TITLE", title);
	show_code(req, rep, page, &c, sop);
	next_words(req, &c, sop, next);
	for (size_t i = 0; next[i] != NULL; i++)
		page_text(page, "NEXT", next[i]);
	page_text(page, "HELP", plate_now(req)->contact);
	return reply_page(rep, req, 200, title, frame);
}

int
sent_receipt(struct request *req, struct reply *rep)
{
	const char *next[NEXT_MAX + 1];
	const struct sop *sop;
	struct case_row c;

	if (req->session.id != 0 || find_sent(req, &c, &sop) != 0)
		return reply_error(rep, req, 404, NULL);
	if (!built_letter)
		return reply_error(rep, req, 404, NO_RECEIPT);
	next_words(req, &c, sop, next);
	return receipt_reply(rep, req, &c, next);
}
