/* proposals.c - what waits for a second administrator, and the decision. */
#include <stdlib.h>

#include "base/arena.h"
#include "base/number.h"
#include "casepage/words.h"
#include "cgi-bin/admin/admin.h"
#include "cgi-bin/admin/form.h"
#include "cgi-bin/admin/list.h"
#include "page/page.h"
#include "people/proposal.h"
#include "web/reply.h"
#include "web/request.h"
#include "web/route.h"
#include "web/table.h"

#define HERE PATH_ADMIN "/usulan"
#define TITLE "Menunggu persetujuan"

const char *
admin_proposals_words(const struct request *req)
{
	struct proposal *list;
	size_t n;

	if (proposal_list(req->office, &list, &n) != CASE_OK)
		return "";
	free(list);
	return n == 0 ? "Tidak ada" : arena_printf(req->arena, "%zu usulan",
	    n);
}

static int
show_list(struct request *req, struct reply *reply)
{
	static const char *const heads[] = { "Usulan", "Dari", "Sejak", NULL };
	struct page *body, *frame, *group, *row;
	struct proposal *list;
	size_t n;
	enum case_err err = proposal_list(req->office, &list, &n);

	if (err != CASE_OK)
		return reply_case_error(reply, req, err);
	arena_adopt(req->arena, list);
	frame = list_begin(req, TITLE, &body);
	page_text(body, "INTRO", "Bila ada dua administrator, hak dan versi "
	    "SOP baru berlaku setelah yang lain menyetujuinya. Bila hanya ada "
	    "satu, keduanya berlaku seketika dan kepala kantor diberi tahu.");
	if (n == 0) {
		page_text(body, "EMPTY", "Tidak ada yang menunggu.");
		return reply_page(reply, req, 200, TITLE, frame);
	}
	group = table_begin(body, "TABLES", TITLE, heads);
	for (size_t i = 0; i < n; i++) {
		row = table_row(group, list[i].about, arena_printf(req->arena,
		    HERE "/%lld", (long long)list[i].id));
		table_cell(row, list[i].maker);
		table_cell(row, words_time(req, list[i].made_at));
	}
	return reply_page(reply, req, 200, TITLE, frame);
}

enum case_err
admin_proposed(struct admin *a, const struct change *ch, enum case_err err,
    int waits)
{
	if (err == CASE_OK && !ch->dry)
		a->said = waits ? "Menunggu persetujuan administrator lain." :
		    arena_printf(a->req->arena, "%s Diberlakukan sendiri; "
		    "kepala kantor diberi tahu.", a->sent->done);
	return err;
}

/* -- one of them --------------------------------------------------------- */

static enum case_err
agree(struct admin *a, const struct change *ch)
{
	const struct proposal *p = a->about;

	return proposal_decide(a->req->office, ch, p->id, 1);
}

static enum case_err
decline(struct admin *a, const struct change *ch)
{
	const struct proposal *p = a->about;

	return proposal_decide(a->req->office, ch, p->id, 0);
}

static void
fill(struct admin *a, struct page *body)
{
	const struct proposal *p = a->about;
	char *text = proposal_text(a->req->office, p->id);

	form_row(body, "Dari", p->maker);
	form_row(body, "Sejak", words_time(a->req, p->made_at));
	if (text != NULL)
		form_row(body, "Teks SOP", arena_strdup(a->req->arena, text));
	free(text);
}

static int
show_one(struct request *req, struct reply *reply, const char *segment)
{
	struct admin a = { .req = req, .reply = reply, .after = HERE,
	    .back = HERE, .back_text = "Kembali ke yang menunggu",
	    .caption = "Usulan", .fill = fill };
	struct proposal *list;
	enum case_err err;
	int64_t id;
	size_t n;

	if (number_parse(segment, 1, INT64_MAX, &id) == -1)
		return reply_error(reply, req, 404, NULL);
	if ((err = proposal_list(req->office, &list, &n)) != CASE_OK)
		return reply_case_error(reply, req, err);
	arena_adopt(req->arena, list);
	while (n > 0 && list->id != id) {
		list++;
		n--;
	}
	if (n == 0)
		return reply_error(reply, req, 404, NULL);
	a.about = list;
	a.heading = list->about;
	a.address = arena_printf(req->arena, HERE "/%lld", (long long)id);
	if (list->made_by != req->session.person_id)
		a.edit[a.nedits++] = (struct edit){ .act = "setujui",
		    .title = "Setujui", .button = "Setujui dan berlakukan",
		    .question = "Berlakukan usulan ini?", .same = 1,
		    .done = "Usulan disetujui dan berlaku.", .apply = agree };
	a.edit[a.nedits++] = (struct edit){ .act = "batalkan",
	    .title = "Jangan berlakukan", .button = "Batalkan usulan",
	    .question = "Batalkan usulan ini?", .same = 1, .ends = 1,
	    .done = "Usulan dibatalkan.", .apply = decline };
	return admin_page(&a);
}

int
admin_proposals(struct request *req, struct reply *reply)
{
	return list_or_one(req, reply, show_list, NULL, show_one);
}
