/*
 * words.c - steps, performers and states in Indonesian.
 */
#include <stdlib.h>
#include <string.h>

#include "casepage/words.h"

#include "base/arena.h"
#include "casepage/sla.h"
#include "office/office.h"
#include "page/format.h"
#include "page/page.h"
#include "web/request.h"

#define NAME_SIZE 512

const char *
words_verb(enum step_kind kind)
{
	static const char *const verb[STEP__MAX] = {
		[STEP_SUBMIT] = "Isi permohonan",
		[STEP_REVIEW] = "Periksa dan telaah",
		[STEP_ASSIGN] = "Disposisikan",
		[STEP_DRAFT] = "Susun konsep",
		[STEP_APPROVE] = "Setujui dan tanda tangani",
		[STEP_DELIVER] = "Serahkan hasil",
		[STEP_DOWNLOAD] = "Unduh surat",
		[STEP_NOTIFY] = "Sampaikan pemberitahuan",
		[STEP_RECORD] = "Catat pelaksanaan",
		[STEP_ARCHIVE] = "Arsipkan",
		[STEP_EVALUATE] = "Evaluasi layanan",
	};

	return verb[kind];
}

/* The row a "same-as:7" or "superior-of:7" speaks of, or NULL. */
static const struct sop_row *
row_meant(const struct sop *sop, const char *expr, const char *prefix)
{
	size_t n = strlen(prefix);

	if (strncmp(expr, prefix, n) != 0)
		return NULL;
	return sop_row_at(sop, sop_row_no(sop, expr + n));
}

const char *
words_performer(const struct request *req, const struct sop *sop,
    const char *expr)
{
	char *name = arena_alloc(req->arena, NAME_SIZE);
	char *all, *one, *words = NULL;
	const struct sop_row *row;

	if ((row = row_meant(sop, expr, "same-as:")) != NULL)
		return words_performer(req, sop, row->performer);
	if ((row = row_meant(sop, expr, "superior-of:")) != NULL)
		return arena_printf(req->arena, "atasan langsung %s",
		    words_performer(req, sop, row->performer));
	if (strchr(expr, '+') == NULL)
		return performer_name(req->office, expr, name, NAME_SIZE);
	all = arena_strdup(req->arena, expr);
	while ((one = strsep(&all, "+")) != NULL) {
		const char *join = words == NULL ? "" :
		    all == NULL ? " dan " : ", ";

		performer_name(req->office, one, name, NAME_SIZE);
		words = arena_printf(req->arena, "%s%s%s",
		    words != NULL ? words : "", join, name);
	}
	return words;
}

const char *
words_place(const struct request *req, const struct sop *sop,
    const struct sop_row *row)
{
	const struct sop_row *last = row;

	if (row->kind == STEP_EVALUATE)
		return arena_printf(req->arena, "langkah %s, setiap bulan",
		    row->no);
	for (int pos = row->pos; pos != 0; pos = sop_next(sop, pos))
		last = sop_row_at(sop, pos);
	return arena_printf(req->arena, "langkah %s dari %s", row->no,
	    last->no);
}

const char *
words_state(const struct case_row *c, const struct task_row *t)
{
	if (strcmp(c->state, "ended") == 0) {
		if (strcmp(c->result, "refused") == 0)
			return "Ditolak";
		if (strcmp(c->result, "withdrawn") == 0 ||
		    strcmp(c->result, "cancelled") == 0)
			return "Dibatalkan";
		return "Selesai";
	}
	if (t != NULL && t->external && t->visit > 1)
		return "Dikembalikan";
	return t != NULL && t->claimed_by != 0 ? "Diproses" : "Menunggu";
}

const char *
words_capacity(const char *capacity)
{
	if (strcmp(capacity, "plh") == 0)
		return "Plh. ";
	return strcmp(capacity, "plt") == 0 ? "Plt. " : "";
}

const char *
words_said(const struct request *req, const char *text)
{
	char *said = page_say(text);

	if (said == NULL)
		return text;
	arena_adopt(req->arena, said);
	return said;
}

const char *
words_time(const struct request *req, int64_t at)
{
	char *buf = arena_alloc(req->arena, FORMAT_SIZE);
	struct format_time when;

	words_local_time(office_calendar(req->office), at, &when);
	return format_moment(buf, FORMAT_SIZE, &when);
}

const char *
words_time_short(const struct request *req, int64_t at)
{
	char *buf = arena_alloc(req->arena, FORMAT_SIZE);
	struct format_time when;

	words_local_time(office_calendar(req->office), at, &when);
	return format_moment_short(buf, FORMAT_SIZE, &when);
}
