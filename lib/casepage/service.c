/*
 * service.c - the facts of a service for anybody who may ask for it.
 */
#include <string.h>

#include "casepage/service.h"

#include "base/arena.h"
#include "case/field_format.h"
#include "case/promise.h"
#include "page/page.h"
#include "people/role.h"
#include "web/request.h"

/* A service has a promise; the office's own work has none. */
enum service_way
service_way(const struct request *req, const struct sop *sop)
{
	struct role_row role;

	if (sop->public_request)
		return WAY_PUBLIC;
	if (sop->promise_days == 0)
		return WAY_NONE;
	if (role_by_slug(req->office, sop_row_at(sop, 1)->performer, &role) ==
	    CASE_OK && role.external)
		return WAY_ACCOUNT;
	return WAY_COUNTER;
}

int
service_concerns(const struct request *req, int64_t version_id)
{
	const struct sop *sop;

	if (req->session.institution_id == 0)
		return 1;
	sop = office_sop(req->office, version_id);
	return sop != NULL && service_way(req, sop) == WAY_ACCOUNT;
}

/* Tell who comes to a counter the facts of the SOP file. */
static void
show_visit(struct page *part, const struct sop *sop)
{
	struct page *cost;

	for (size_t i = 0; i < sop->bring.count; i++)
		page_text(part, "NEEDS", sop->bring.item[i]);
	page_text(part, "PLACE", sop->place);
	page_text(part, "OPEN", sop->hours);
	page_set(part, "COST", sop->tariff);
	if (sop->tariff_link != NULL) {
		cost = page_add(part, "TARIFF");
		page_set(cost, "HREF", sop->tariff_link);
	}
	if (strcmp(sop->service_basis, "inferred") == 0)
		page_text(part, "INFERRED", "Disimpulkan dari SOP: petugas "
		    "loket memberi tahu bila ada syarat lain.");
}

/* The papers, numbers and lists that the form of the request insists on. */
static void
show_needs(struct page *part, const struct sop *sop)
{
	const struct sop_row *row = sop_row_at(sop, 1);

	for (int pos = 1; pos <= sop->nrows && row->kind != STEP_SUBMIT; pos++)
		row = sop_row_at(sop, pos);
	for (size_t i = 0; i < row->nfield; i++) {
		const struct sop_field *f = &row->field[i];
		char formats[FIELD_FORMAT_SIZE];
		struct page *need;

		if (!f->required || (f->type != FIELD_FILE &&
		    f->type != FIELD_PHONE && f->type != FIELD_PEOPLE))
			continue;
		need = page_add(part, "NEEDS");
		if (f->type == FIELD_FILE)
			page_setf(need, "TEXT", "%s (%s)", f->label,
			    field_format_words(row, f, formats));
		else if (f->type == FIELD_PEOPLE)
			page_setf(need, "TEXT", "%s: nama, NIM atau NISN, "
			    "program studi", f->label);
		else
			page_set(need, "TEXT", f->label);
	}
}

void
service_show(const struct request *req, struct page *part,
    const struct sop *sop)
{
	static const char *const who[] = {
		[WAY_PUBLIC] = "Masyarakat, mahasiswa, dan siswa; tanpa akun",
		[WAY_ACCOUNT] = "Perguruan tinggi dan sekolah, melalui "
		    "operator yang memiliki akun",
		[WAY_COUNTER] = "Pemohon yang datang ke kantor",
	};
	enum service_way way = service_way(req, sop);

	page_set(part, "WHO", who[way]);
	page_set(part, "TIME", sop->promise_days == 0 ? "Menurut SOP" :
	    arena_printf(req->arena, "Paling lama %d hari kerja sesudah "
	    "permohonan dinyatakan lengkap%s", sop->promise_days,
	    promise_note(sop)));
	page_set(part, "COST", way == WAY_COUNTER ? "Menurut tarif penerimaan "
	    "negara bukan pajak (PNBP) yang berlaku" : "Tidak dipungut biaya");
	if (sop->service_basis != NULL)
		show_visit(part, sop);
	else
		show_needs(part, sop);
}
