/*
 * editor_publish.c - a draft becomes a version: looked through, shown step by
 * step beside the version in force, then published.
 */
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/conf.h"
#include "case/field_date.h"
#include "casepage/words.h"
#include "cgi-bin/admin/admin.h"
#include "cgi-bin/admin/editor.h"
#include "cgi-bin/admin/editor_fault.h"
#include "cgi-bin/admin/form.h"
#include "cgi-bin/admin/sop_diff.h"
#include "page/page.h"
#include "people/proposal.h"
#include "sop/sop.h"
#include "sop/sop_tree.h"
#include "web/reply.h"
#include "web/request.h"
#include "web/route.h"

/* The draft as it would run; NULL when it has faults. */
static struct sop *
parse(const struct editor *e)
{
	const char *text = sop_tree_text(e->tree);
	char why[512], **roles = office_roles(e->req->office);
	struct sop *sop = sop_parse("SOP", text, strlen(text),
	    (const char *const *)roles, why, sizeof(why));

	office_roles_free(roles);
	return sop;
}

static enum case_err
publish(struct admin *a, const struct change *ch)
{
	const struct editor *e = a->about;
	int64_t from = admin_day(a, "mulai");
	enum case_err err;
	int waits = 0;

	if (from != 0 && from <= a->req->now) {
		admin_error(a, "mulai", "Pilih tanggal sesudah hari ini, atau "
		    "kosongkan");
		return CASE_INVALID;
	}
	err = proposal_version(a->req->office, ch, sop_tree_text(e->tree),
	    from, a->req->conf->approver, &waits);
	if (err == CASE_REPEATED && ch->dry)
		return office_fail(a->req->office, CASE_INVALID, "yaml",
		    "Belum ada yang diubah");
	return admin_proposed(a, ch, err, waits);
}

static void
note(struct admin *a, struct page *check)
{
	const struct editor *e = a->about;
	struct sop *new = parse(e);
	int64_t version = office_sop_version(a->req->office, e->slug,
	    a->req->now);

	int64_t from = admin_day(a, "mulai");

	if (new == NULL)
		return;
	page_text(check, "INTRO", arena_printf(a->req->arena, "Versi ini "
	    "berlaku %s dan tidak dapat diubah lagi. Berkas yang sedang "
	    "berjalan tetap memakai versi lamanya.", from == 0 ? "begitu "
	    "diterbitkan" : arena_printf(a->req->arena, "mulai %s",
	    words_time(a->req, from))));
	sop_diff_show(a->req, check, version == 0 ? NULL : office_sop(
	    a->req->office, version), new);
	sop_free(new);
}

static void
fill(struct admin *a, struct page *body)
{
	const struct editor *e = a->about;
	struct editor_fault *list;
	size_t n = editor_fault_list(e, &list);

	if (n > 0)
		page_text(body, "INTRO", arena_printf(a->req->arena, "%zu hal "
		    "perlu dilengkapi dahulu. Masing-masing disebut pada "
		    "langkahnya dalam rancangan.", n));
	else
		page_text(body, "INTRO", "Rancangan ini lengkap. Sebelum "
		    "terbit, perubahannya ditampilkan langkah demi langkah.");
	editor_chart(e, body, 0);
}

int
admin_editor_publish(struct editor *e)
{
	static struct sop_field from = { .name = "mulai", .label = "Mulai "
	    "berlaku", .type = FIELD_DATE, .bound = &field_date_near,
	    .nbound = 1, .help = "Kosongkan bila berlaku begitu "
	    "diterbitkan." };
	struct editor_fault *list;
	struct admin a;

	editor_page(e, &a, "terbitkan");
	a.about = e;
	a.heading = "Periksa dan terbitkan";
	a.after = arena_printf(e->req->arena, PATH_ADMIN "/sop/%s", e->slug);
	a.fill = fill;
	a.nedits = editor_fault_list(e, &list) == 0;
	a.edit[0] = (struct edit){ .act = "terbitkan", .button = "Periksa",
	    .confirm = "Terbitkan", .question = "Terbitkan SOP ini?",
	    .done = "SOP diterbitkan.", .field = &from, .nfield = 1,
	    .state = e->draft.text, .same = 1,
	    .apply = publish, .note = note };
	return admin_page(&a);
}
