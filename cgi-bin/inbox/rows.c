/* rows.c - the tasks of an inbox, one a row. */
#include "cgi-bin/inbox/inbox.h"

#include "base/arena.h"
#include "base/conf.h"
#include "case/act.h"
#include "casepage/sla.h"
#include "casepage/words.h"
#include "page/page.h"
#include "web/address.h"
#include "web/pager.h"
#include "web/request.h"
#include "web/route.h"

static void
fill_where(const struct inbox_view *v, struct page *p,
    const struct inbox_row *r)
{
	const struct sop *sop = office_sop(v->req->office, r->task.version_id);
	const struct sop_row *row = sop != NULL ?
	    sop_row_at(sop, (int)r->task.pos) : NULL;
	enum step_kind kind = (enum step_kind)step_kind_from(r->task.kind);

	page_set(p, "SOP", r->sop_name);
	if (row != NULL)
		page_setf(p, "ASKED", "%s, langkah %s", words_verb(kind),
		    row->no);
	if (!r->task.open)
		page_setf(p, "HREF", PATH_PERKARA "/%lld",
		    (long long)r->task.case_id);
	else if (row != NULL)
		page_set(p, "HREF", address_of_step(v->req->arena, kind,
		    r->task.id));
}

/* How much time is left; of what was sent on, when, and whether it may be
 * taken back. */
static void
fill_time(const struct inbox_view *v, struct page *p,
    const struct inbox_row *r)
{
	struct actor actor = { .person_id = v->req->session.person_id };
	struct sla sla;

	sla_task(v->req, &r->task, &sla);
	sla_show(page_include(p, "SLA", "sla.tpl"), &sla);
	if (r->task.open && sla.state == SLA_LATE)
		page_show(p, "IS_LATE");
	if (r->task.open && sla.state == SLA_SOON)
		page_show(p, "IS_SOON");
	if (r->task.open) {
		page_set(p, "DUE", sla.due_short[0] != '\0' ? sla.due_short :
		    "jam berhenti");
		page_text(p, "STATUS", r->task.claimed_by != 0 ? "Diproses" :
		    "Menunggu");
		return;
	}
	page_set(p, "DUE", r->task.due_at == 0 ? "–" :
	    words_time_short(v->req, r->task.due_at));
	if (act_may_recall(v->req->office, &actor, &r->task, v->req->now))
		page_setf(page_add(p, "RECALL"), "HREF", PATH_PERKARA
		    "/%lld#tarik", (long long)r->task.case_id);
}

static void
fill_row(const struct inbox_view *v, struct page *body,
    const struct inbox_row *r)
{
	struct page *p = page_add(body, "ROWS"), *from;

	page_set(p, "SUBJECT", r->subject);
	page_set(p, "NUMBER", r->number);
	fill_where(v, p, r);
	fill_time(v, p, r);
	if (r->returns > 0)
		page_text(p, "RETURNED", arena_printf(v->req->arena,
		    "dikembalikan %lld kali", (long long)r->returns));
	if (r->task.open && r->sender[0] == '\0')
		return;
	from = page_add(p, "FROM");
	page_set(from, "TEXT", !r->task.open ? "Anda" : v->outsider ?
	    v->req->conf->office : r->sender);
	page_set(from, "AT", words_time_short(v->req, r->task.open ?
	    r->sent_at : r->task.closed_at));
}

static void
fill_table(const struct inbox_view *v, struct page *body)
{
	static const char *const by[] = { "BY_DUE", "BY_SOP", "BY_NUMBER" };
	const struct inbox_query *q = &v->query;
	struct page *table = page_add(body, "TABLE");
	struct pager pager = { inbox_address(v, q->tab, q->sort), "tugas",
	    q->offset / INBOX_ROWS + 1, INBOX_ROWS, v->total, NULL, 0 };

	/* What was sent on comes by its end, the latest first. */
	if (q->tab != INBOX_SENT || q->sort != INBOX_BY_DUE)
		page_show(table, by[q->sort]);
	page_set(table, "HREF_DUE", inbox_address(v, q->tab, INBOX_BY_DUE));
	page_set(table, "HREF_SOP", inbox_address(v, q->tab, INBOX_BY_SOP));
	page_set(table, "HREF_NUMBER", inbox_address(v, q->tab, INBOX_BY_NUMBER));
	for (size_t i = 0; i < v->nrows; i++)
		fill_row(v, table, &v->row[i]);
	pager_show(v->req, table, &pager);
}

static const char *
empty_words(const struct inbox_view *v)
{
	if (*v->query.search != '\0' || *v->query.sop != '\0')
		return "Tidak ada tugas yang cocok dengan saringan ini.";
	if (v->outsider)
		return "Tidak ada yang perlu Anda kerjakan sekarang.";
	if (v->query.tab == INBOX_SENT)
		return "Belum ada tugas yang Anda teruskan.";
	return "Tidak ada tugas. Perkara baru muncul di sini begitu diteruskan "
	    "kepada Anda.";
}

void
inbox_rows(const struct inbox_view *v, struct page *body)
{
	if (v->nrows > 0)
		fill_table(v, body);
	else
		page_text(body, "EMPTY", empty_words(v));
}
