/* files.c - files in quarantine, and the release of one. */
#include <stdlib.h>

#include "base/arena.h"
#include "base/number.h"
#include "casepage/words.h"
#include "cgi-bin/admin/admin.h"
#include "cgi-bin/admin/form.h"
#include "cgi-bin/admin/list.h"
#include "page/page.h"
#include "upload/quarantine.h"
#include "web/reply.h"
#include "web/request.h"
#include "web/route.h"
#include "web/table.h"

#define HERE PATH_ADMIN "/berkas"

static struct sop_field reason = { .name = "alasan", .label = "Alasan",
	.required = 1,
	.help = "Misalnya: sudah diperiksa dengan antivirus lain." };

static const char *
state_words_of(const struct request *req, const struct quarantined *q)
{
	return q->finding[0] == '\0' ? "belum diperiksa antivirus" :
	    arena_printf(req->arena, "antivirus menemukan %s", q->finding);
}

static int
show_list(struct request *req, struct reply *reply)
{
	static const char *const heads[] = { "Berkas", "Ditahan sejak",
		"Keadaan", NULL };
	struct page *body, *frame, *group = NULL, *row;
	struct quarantined *list;
	size_t n;
	enum case_err err = quarantine_list(req->office, &list, &n);

	if (err != CASE_OK)
		return reply_case_error(reply, req, err);
	arena_adopt(req->arena, list);
	frame = list_begin(req, "Berkas yang ditahan", &body);
	page_text(body, "INTRO", "Berkas yang datang saat antivirus tidak "
	    "menjawab disimpan, tetapi tidak dapat dibuka siapa pun. Begitu "
	    "antivirus menjawab lagi, berkas diperiksa dan dilepas dengan "
	    "sendirinya.");
	if (n == 0)
		page_text(body, "EMPTY", "Tidak ada berkas yang ditahan.");
	else
		group = table_begin(body, "TABLES",
		    "Berkas yang ditahan", heads);
	for (size_t i = 0; i < n; i++) {
		row = table_row(group, list[i].name, arena_printf(req->arena,
		    HERE "/%lld", (long long)list[i].id));
		table_cell(row, words_time(req, list[i].since));
		table_cell(row, state_words_of(req, &list[i]));
	}
	return reply_page(reply, req, 200, "Berkas yang ditahan", frame);
}

static enum case_err
let_go(struct admin *a, const struct change *ch)
{
	const struct quarantined *q = a->about;

	return quarantine_release(a->req->office, ch, q->id,
	    admin_value(a, "alasan"));
}

static void
fill(struct admin *a, struct page *body)
{
	const struct quarantined *q = a->about;

	form_row(body, "Ditahan sejak", words_time(a->req, q->since));
	form_row(body, "Keadaan", state_words_of(a->req, q));
	form_row(body, "SHA-256", q->sha256);
}

static int
show_one(struct request *req, struct reply *reply, const char *segment)
{
	struct admin a = { .req = req, .reply = reply, .after = HERE,
	    .back = HERE, .back_text = "Kembali ke berkas yang ditahan",
	    .fill = fill, .nedits = 1, .edit = { { .act = "lepas",
	    .title = "Lepaskan tanpa pemeriksaan antivirus",
	    .button = "Lepaskan berkas",
	    .question = "Lepaskan berkas ini?", .ends = 1,
	    .done = "Berkas dilepas.", .field = &reason, .nfield = 1,
	    .apply = let_go } } };
	struct quarantined *q = arena_alloc(req->arena, sizeof(*q));
	enum case_err err;
	int64_t id;

	if (number_parse(segment, 1, INT64_MAX, &id) == -1)
		return reply_error(reply, req, 404, NULL);
	if ((err = quarantine_get(req->office, id, q)) != CASE_OK)
		return reply_case_error(reply, req, err);
	a.address = arena_printf(req->arena, HERE "/%lld", (long long)id);
	a.heading = q->name;
	a.about = q;
	if (q->finding[0] != '\0')
		a.nedits = 0;
	return admin_page(&a);
}

int
admin_files(struct request *req, struct reply *reply)
{
	return list_or_one(req, reply, show_list, show_one);
}
