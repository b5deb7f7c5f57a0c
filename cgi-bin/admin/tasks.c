/* tasks.c - tasks that somebody has, and freeing one that is stuck. */
#include <stdlib.h>

#include "base/arena.h"
#include "base/number.h"
#include "case/act.h"
#include "case/act_hold.h"
#include "case/claim_list.h"
#include "casepage/sla.h"
#include "casepage/words.h"
#include "cgi-bin/admin/admin.h"
#include "cgi-bin/admin/form.h"
#include "cgi-bin/admin/list.h"
#include "page/page.h"
#include "people/performer.h"
#include "web/pager.h"
#include "web/reply.h"
#include "web/request.h"
#include "web/route.h"
#include "web/session.h"
#include "web/table.h"


static struct sop_field reason = { .name = "alasan", .label = "Alasan",
	.required = 1, .help = "Misalnya: cuti sakit, surat nomor W.6-12. "
	"Alasan ini masuk ke riwayat berkas." };

static const char *
step_words_of(const struct request *req, const struct claim_item *h)
{
	const struct sop *sop = office_sop(req->office, h->task.version_id);
	const struct sop_row *row = sop != NULL ?
	    sop_row_at(sop, (int)h->task.pos) : NULL;

	return row == NULL ? "" : arena_printf(req->arena, "%s, langkah %s",
	    words_asked(row, h->task.side != 0), row->no);
}

static const char *
since_words(const struct request *req, const struct claim_item *h)
{
	return h->task.claimed_at != 0 ?
	    words_time(req, h->task.claimed_at) : "diserahkan, belum diambil";
}

/* -- the list ------------------------------------------------------------ */

static void
fill_row(const struct request *req, struct page *group,
    const struct claim_item *h)
{
	struct page *row = table_row(group, h->subject, arena_printf(
	    req->arena, PATH_TUGAS "/%lld", (long long)h->task.id));

	page_text(row, "NOTE", h->number);
	table_cell(row, h->sop_name);
	table_cell(row, step_words_of(req, h));
	table_cell(row, h->lost ? arena_printf(req->arena,
	    "%s (tidak lagi berwenang)", h->holder) : h->holder);
	table_cell(row, since_words(req, h));
	table_cell(row, h->task.due_at == 0 ? "jam berhenti" :
	    words_time_short(req, h->task.due_at));
}

static int
show_list(struct request *req, struct reply *reply)
{
	static const char *const heads[] = { "Berkas", "SOP", "Langkah",
		"Pemegang", "Sejak", "Batas waktu", NULL };
	int64_t number = pager_number(req), total;
	struct page *body, *frame, *group;
	struct claim_item *list;
	size_t n;
	enum case_err err = claim_list(req->office, req->now,
	    pager_offset(req), PAGER_ROWS, &list, &n, &total);

	if (err != CASE_OK)
		return reply_case_error(reply, req, err);
	arena_adopt(req->arena, list);
	session_audit(req, AUDIT_LIST, AUDIT_GOOD);
	frame = list_begin(req, "Tugas yang dipegang", &body);
	page_text(body, "INTRO", "Hanya pemegangnya yang dapat menyelesaikan "
	    "tugas. Bila ia berhalangan atau sudah pindah, lepaskan tugasnya "
	    "agar pemegang peran yang lain dapat mengambilnya.");
	if (n == 0) {
		page_text(body, "EMPTY", "Tidak ada tugas yang dipegang.");
		return reply_page(reply, req, 200, "Tugas yang dipegang",
		    frame);
	}
	group = table_begin(body, "TABLES", "Tugas yang dipegang", heads);
	for (size_t i = 0; i < n; i++)
		fill_row(req, group, &list[i]);
	pager_show(req, body, &(struct pager){ PATH_TUGAS, "tugas", number,
	    total, NULL, 0 });
	return reply_page(reply, req, 200, "Tugas yang dipegang", frame);
}

const char *
admin_tasks_words(const struct request *req)
{
	struct claim_item *list;
	int64_t total;
	size_t n, lost = 0;

	if (claim_list(req->office, req->now, 0, INT64_MAX, &list, &n,
	    &total) != CASE_OK)
		return "";
	for (size_t i = 0; i < n; i++)
		lost += (size_t)list[i].lost;
	free(list);
	return arena_printf(req->arena, "%zu dipegang, %zu oleh yang tidak "
	    "lagi berwenang", n, lost);
}

/* -- one of them --------------------------------------------------------- */

static enum case_err
let_go(struct admin *a, const struct change *ch)
{
	const struct claim_item *h = a->about;
	struct act act = { .actor = { .person_id = ch->by },
		.task_id = h->task.id, .version = h->task.version,
		.now = ch->now, .idem = ch->idem,
		.note = admin_value(a, "alasan") };

	/* An act cannot be tried; the page has found the task claimed just
	 * now. */
	return ch->dry ? CASE_OK : act_release(a->req->office, &act);
}

static void
note_queue(struct admin *a, struct page *check)
{
	const struct claim_item *h = a->about;
	struct page *row = page_add(check, "ROWS");
	char name[160];

	page_set(row, "KEY", "Tugas");
	page_text(row, "OLD", arena_printf(a->req->arena, "dipegang %s",
	    h->holder));
	page_text(row, "VALUES", arena_printf(a->req->arena,
	    "di antrean %s", performer_name(a->req->office,
	    h->task.performer, name, sizeof(name))));
	page_text(check, "INTRO", "Waktu yang sudah terpakai tetap terhitung, "
	    "dan apa yang sudah tercatat tetap ada.");
}

static void
fill(struct admin *a, struct page *body)
{
	const struct claim_item *h = a->about;
	struct sla sla;

	sla_task(a->req, &h->task, &sla);
	form_row(body, "SOP", h->sop_name);
	form_row(body, "Langkah", step_words_of(a->req, h));
	form_row(body, "Pemegang", h->holder);
	if (h->lost)
		form_row(body, "Keadaan", "Tidak lagi berwenang: nonaktif, "
		    "atau tidak memegang peran langkah ini");
	form_row(body, "Sejak", since_words(a->req, h));
	form_row(body, "Batas waktu", h->task.due_at == 0 ? "jam berhenti" :
	    words_time(a->req, h->task.due_at));
	form_row(body, "Sisa waktu", sla.text);
}

static int
show_one(struct request *req, struct reply *reply, const char *segment)
{
	struct admin a = { .req = req, .reply = reply, .after = PATH_TUGAS,
	    .back = PATH_TUGAS, .back_text = "Kembali ke tugas yang dipegang",
	    .fill = fill, .nedits = 1, .edit = { { .act = "lepas",
	    .title = "Lepaskan ke antrean", .button = "Lepaskan tugas",
	    .question = "Lepaskan tugas ini?", .ends = 1,
	    .done = "Tugas dilepas ke antrean peran.", .field = &reason,
	    .nfield = 1, .apply = let_go, .note = note_queue } } };
	struct claim_item *h = arena_alloc(req->arena, sizeof(*h));
	enum case_err err;
	int64_t id;

	if (number_parse(segment, 1, INT64_MAX, &id) == -1)
		return reply_error(reply, req, 404, NULL);
	err = claim_list_get(req->office, id, req->now, h);
	/* The claim was freed since, by this very form or by another. */
	if (err == CASE_NOT_FOUND && req->method == METHOD_POST) {
		session_notice(reply, req, "Tugas itu sudah tidak dipegang.");
		return reply_redirect(reply, PATH_TUGAS);
	}
	if (err != CASE_OK)
		return reply_case_error(reply, req, err);
	a.address = arena_printf(req->arena, PATH_TUGAS "/%lld",
	    (long long)id);
	a.heading = h->subject;
	a.caption = h->number;
	a.about = h;
	a.edit[0].state = admin_id_text(req, h->task.version);
	return admin_page(&a);
}

int
admin_tasks(struct request *req, struct reply *reply)
{
	return list_or_one(req, reply, show_list, NULL, show_one);
}
