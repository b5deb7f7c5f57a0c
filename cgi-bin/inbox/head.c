/* head.c - what stands above the tasks: counts, groups, the filter. */
#include <stdlib.h>
#include <string.h>

#include "cgi-bin/inbox/inbox.h"

#include "base/arena.h"
#include "base/conf.h"
#include "case/counter_queue.h"
#include "casepage/service.h"
#include "casepage/words.h"
#include "office/soplist.h"
#include "page/page.h"
#include "people/operator.h"
#include "people/role.h"
#include "voice/complaint.h"
#include "web/request.h"
#include "web/route.h"

/* The positions a person holds: "Plh. Kadivmin dan Kabag Program". */
static const char *
roles_held(const struct inbox_view *v, int deputy)
{
	struct holder_row of = { .person_id = v->req->session.person_id };
	struct holder_row *held;
	const char *text = "";
	size_t n;

	if (holder_list(v->req->office, &of, v->req->now, &held, &n) !=
	    CASE_OK)
		return "";
	for (size_t i = 0; i < n; i++)
		if (!deputy || held[i].capacity != CAPACITY_DEFINITIVE)
			text = arena_printf(v->req->arena, "%s%s%s%s%s", text,
			    *text != '\0' ? ", " : "",
			    holder_capacity_title(held[i].capacity),
			    held[i].capacity != CAPACITY_DEFINITIVE ? " " : "",
			    held[i].role_name);
	free(held);
	return text;
}

static void
fill_tab(const struct inbox_view *v, struct page *body, enum inbox_tab tab,
    const char *text, int64_t count)
{
	struct page *p = page_add(body, "TABS");

	p = page_add(p, tab == v->query.tab ? "CURRENT" : "OTHER");
	page_set(p, "HREF", inbox_address(v, tab, v->query.sort));
	page_setf(p, "TEXT", "%s (%lld)", text, (long long)count);
}

static void
fill_tabs(const struct inbox_view *v, struct page *body)
{
	const struct inbox_counts *c = &v->counts;
	struct page *p;

	fill_tab(v, body, INBOX_MINE, v->outsider ? "Perlu tindakan Anda" :
	    "Tugas saya", c->mine);
	if (v->outsider) {
		p = page_add(page_add(body, "TABS"), "OTHER");
		page_set(p, "HREF", PATH_PERKARA);
		page_set(p, "TEXT", "Semua permohonan");
		return;
	}
	fill_tab(v, body, INBOX_ROLE, "Belum diambil di peran ini", c->role);
	fill_tab(v, body, INBOX_SENT, "Sudah saya teruskan", c->sent);
}

static void
fill_counts(const struct inbox_view *v, struct page *frame, struct page *body)
{
	struct arena *arena = v->req->arena;
	const struct inbox_counts *c = &v->counts;
	const char *late = arena_printf(arena, "%lld terlambat",
	    (long long)c->late);

	if (c->late > 0 && !v->outsider) {
		page_text(body, "LATE", late);
		page_text(frame, "LATE_TITLE", late);
	}
	if (c->soon > 0)
		page_text(body, "SOON", arena_printf(arena,
		    "%lld hampir habis", (long long)c->soon));
	page_setf(body, "TOTAL", "%lld tugas", (long long)(c->mine + c->role));
	page_set(body, "UPDATED", words_time(v->req, v->req->now));
}

static enum case_err
fill_filter(const struct inbox_view *v, struct page *body)
{
	const struct inbox_query *q = &v->query;
	struct sop_item *items;
	size_t n;
	enum case_err err = soplist_names(v->req->office, v->req->now, &items, &n);

	if (err != CASE_OK)
		return err;
	arena_adopt(v->req->arena, items);
	for (size_t i = 0; i < n; i++) {
		struct page *p;

		if (!service_concerns(v->req, items[i].version_id))
			continue;
		p = page_add(body, "SOPS");
		page_set(p, "VALUE", items[i].slug);
		page_set(p, "TEXT", items[i].name);
		if (strcmp(items[i].slug, q->sop) == 0)
			page_show(p, "CHOSEN");
	}
	page_set(body, "TAB", inbox_tabs[q->tab]);
	page_set(body, "SORT", inbox_sorts[q->sort]);
	page_set(body, "SEARCH", q->search);
	if (*q->search != '\0' || *q->sop != '\0')
		page_setf(page_add(body, "FILTERED"), "HREF",
		    PATH_KOTAK_MASUK "?tab=%s", inbox_tabs[q->tab]);
	return CASE_OK;
}
static void
link_to(struct page *body, const char *href, const char *text)
{
	struct page *p = page_add(body, "LINKS");

	page_set(p, "HREF", href);
	page_set(p, "TEXT", text);
}

/* What waits elsewhere: at a counter, or of those who decide on operators. */
static void
fill_links(const struct inbox_view *v, struct page *body)
{
	const struct request *req = v->req;
	struct counter_desk *list = NULL;
	int64_t asked, unseen, complaints;
	size_t n = 0;

	if (v->outsider)
		return;
	if (counter_desk_list(req->office, req->session.person_id, req->now,
	    &list, &n) == CASE_OK)
		arena_adopt(req->arena, list);
	if (n > 0)
		link_to(body, PATH_LOKET, "Buka loket");
	if (complaint_may_answer(req->office, req->session.person_id,
	    req->conf->complaints, req->now) &&
	    (complaints = complaint_waiting(req->office)) > 0)
		link_to(body, PATH_PENGADUAN "/daftar", arena_printf(
		    req->arena, "Pengaduan: %lld belum dijawab",
		    (long long)complaints));
	if (!operator_may_decide(req->office, req->session.person_id,
	    req->now))
		return;
	asked = operator_waiting(req->office);
	unseen = activity_report_unseen(req->office);
	if (asked > 0)
		link_to(body, PATH_OPERATOR, arena_printf(req->arena,
		    "Pendaftaran operator lembaga: %lld menunggu",
		    (long long)asked));
	if (unseen > 0)
		link_to(body, PATH_LEMBAGA, arena_printf(req->arena,
		    "Laporan kegiatan lembaga: %lld belum dibuka",
		    (long long)unseen));
}
/* The heading; whom a person stands in for is said at the top of the page. */
static const char *
heading(const struct inbox_view *v, struct page *frame)
{
	const char *roles, *deputy;

	if (v->outsider)
		return "Permohonan saya";
	roles = roles_held(v, 0);
	deputy = roles_held(v, 1);
	if (*deputy != '\0')
		page_text(frame, "ACTING", arena_printf(v->req->arena,
		    "Anda bertindak sebagai %s", deputy));
	return arena_printf(v->req->arena, "Kotak masuk%s%s",
	    *roles != '\0' ? " " : "", roles);
}

enum case_err
inbox_head(const struct inbox_view *v, struct page *frame, struct page *body,
    const char **title)
{
	*title = heading(v, frame);
	page_set(body, "HEADING", *title);
	fill_links(v, body);
	fill_counts(v, frame, body);
	fill_tabs(v, body);
	if (v->turned)
		page_text(body, "TURNED", "Tidak ada tugas yang sedang Anda "
		    "kerjakan. Di bawah ini tugas yang belum diambil.");
	return fill_filter(v, body);
}
