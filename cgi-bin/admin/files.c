/* files.c - files in quarantine, the release of one, and damaged files. */
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/number.h"
#include "case/access.h"
#include "casepage/words.h"
#include "cgi-bin/admin/admin.h"
#include "cgi-bin/admin/form.h"
#include "cgi-bin/admin/list.h"
#include "office/stored_file.h"
#include "page/page.h"
#include "upload/quarantine.h"
#include "web/reply.h"
#include "web/request.h"
#include "web/route.h"
#include "web/table.h"

#define HERE PATH_ADMIN "/dokumen"

static struct sop_field reason = { .name = "alasan", .label = "Alasan",
	.required = 1,
	.help = "Misalnya: sudah diperiksa dengan antivirus lain." };

static const char *
state_words_of(const struct request *req, const struct quarantined *q)
{
	const char *who = q->judge & QUARANTINE_SCAN ? "antivirus" :
	    "pemeriksa PDF (qpdf)";

	return q->finding[0] == '\0' ?
	    arena_printf(req->arena, "belum diperiksa %s", who) :
	    arena_printf(req->arena, "%s menemukan %s", who, q->finding);
}

static enum case_err
show_quarantine(const struct request *req, struct page *body)
{
	static const char *const heads[] = { "Dokumen", "Ditahan sejak",
		"Keadaan", NULL };
	struct page *group, *row;
	struct quarantined *list;
	size_t n;
	enum case_err err = quarantine_list(req->office, &list, &n);

	if (err != CASE_OK)
		return err;
	arena_adopt(req->arena, list);
	if (n == 0) {
		page_text(body, "EMPTY", "Tidak ada dokumen yang ditahan.");
		return CASE_OK;
	}
	group = table_begin(body, "TABLES", "Dokumen yang ditahan", heads);
	for (size_t i = 0; i < n; i++) {
		row = table_row(group, list[i].name, arena_printf(req->arena,
		    HERE "/%lld", (long long)list[i].id));
		table_cell(row, words_time(req, list[i].since));
		table_cell(row, state_words_of(req, &list[i]));
	}
	return CASE_OK;
}

/* A file that is not what was stored: its name leads to the case, its hash to
 * the place it is to be put back to, which may be the database. */
static void
damage_row(const struct request *req, struct page *group,
    const struct stored_damage *d)
{
	struct page *row = table_row(group, d->name[0] != '\0' ? d->name :
	    "Dokumen", !case_may_see_id(req->office, req->session.person_id,
	    d->case_id, req->now) ? NULL : arena_printf(req->arena,
	    PATH_BERKAS "/%lld", (long long)d->case_id));

	page_text(row, "NOTE", office_files(req->office)->waiting != NULL ?
	    d->sha256 : arena_printf(req->arena, "files/%.2s/%s", d->sha256,
	    d->sha256));
	table_cell(row, words_time(req, d->since));
	table_cell(row, strcmp(d->state, "missing") == 0 ? "tidak ada" :
	    "isinya berubah");
}

/* Those that were put back since are forgotten first. */
static enum case_err
show_damages(const struct request *req, struct page *body)
{
	static const char *const heads[] = { "Dokumen", "Diketahui sejak",
		"Keadaan", NULL };
	struct page *group;
	struct stored_damage *list;
	size_t n;
	enum case_err err = stored_file_damage_mend(req->office);

	if (err == CASE_OK)
		err = stored_file_damage_list(req->office, &list, &n);
	if (err != CASE_OK || n == 0)
		return err;
	arena_adopt(req->arena, list);
	page_text(body, "INTRO", "Dokumen yang hilang atau berubah di "
	    "penyimpanan tidak diberikan kepada siapa pun. Salin dari folder "
	    "cadangan ke folder data, ke tempat yang tertulis di bawah "
	    "namanya, lalu buka halaman ini lagi.");
	group = table_begin(body, "TABLES", "Dokumen yang hilang atau berubah",
	    heads);
	for (size_t i = 0; i < n; i++)
		damage_row(req, group, &list[i]);
	return CASE_OK;
}

static int
show_list(struct request *req, struct reply *reply)
{
	struct page *body, *frame = list_begin(req, "Dokumen yang ditahan",
	    &body);
	enum case_err err;

	page_text(body, "INTRO", "Dokumen yang datang saat antivirus tidak "
	    "menjawab, atau saat qpdf tidak terpasang, disimpan, tetapi tidak "
	    "dapat dibuka siapa pun. Begitu keduanya ada lagi, dokumen "
	    "diperiksa dan dilepas dengan sendirinya.");
	err = show_quarantine(req, body);
	if (err == CASE_OK)
		err = show_damages(req, body);
	if (err == CASE_OK)
		return reply_page(reply, req, 200, "Dokumen yang ditahan",
		    frame);
	page_free(frame);
	return reply_case_error(reply, req, err);
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
	    .back = HERE, .back_text = "Kembali ke dokumen yang ditahan",
	    .fill = fill, .nedits = 1, .edit = { { .act = "lepas",
	    .title = "Lepaskan tanpa pemeriksaan",
	    .button = "Lepaskan dokumen",
	    .question = "Lepaskan dokumen ini?", .ends = 1,
	    .done = "Dokumen dilepas.", .field = &reason, .nfield = 1,
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
	if (q->finding[0] != '\0' && (q->judge & QUARANTINE_SCAN) != 0)
		a.nedits = 0;
	return admin_page(&a);
}

int
admin_files(struct request *req, struct reply *reply)
{
	return list_or_one(req, reply, show_list, NULL, show_one);
}
