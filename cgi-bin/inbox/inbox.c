/* inbox.c - the tasks of a person: mine, of my roles, and sent on. */
#include "cgi-bin/inbox/inbox.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/conf.h"
#include "case/access.h"
#include "case/act_recall.h"
#include "case/activity_report.h"
#include "case/below.h"
#include "case/case.h"
#include "case/hand.h"
#include "case/inbox.h"
#include "casepage/inbox_view.h"
#include "casepage/run.h"
#include "casepage/service.h"
#include "casepage/signing.h"
#include "casepage/sla.h"
#include "casepage/words.h"
#include "cgi-bin/inbox/absence.h"
#include "cgi-bin/inbox/preference.h"
#include "cgi-bin/inbox/today.h"
#include "doctor/first_day.h"
#include "office/soplist.h"
#include "office/stored_file.h"
#include "page/page.h"
#include "people/holder.h"
#include "people/operator.h"
#include "people/saved_view.h"
#include "voice/complaint.h"
#include "web/address.h"
#include "web/form.h"
#include "web/frame.h"
#include "web/idempotency.h"
#include "web/pager.h"
#include "web/plate.h"
#include "web/reply.h"
#include "web/request.h"
#include "web/route.h"
#include "web/serve.h"
#include "web/session.h"

#define SENT_TOLD 100	/* tasks that were passed on, behind those shown */

char *
inbox_address(const struct inbox_page *v, enum inbox_tab tab)
{
	struct inbox_query q = v->query;

	q.tab = tab;
	return inbox_view_address(v->req, v->path, &q);
}

/* ... with an order; that which it has is turned round. */
static char *
sorted(const struct inbox_page *v, enum inbox_sort sort)
{
	struct inbox_query q = v->query;

	q.backwards = q.sort == sort && !q.backwards;
	q.sort = sort;
	return inbox_view_address(v->req, v->path, &q);
}

/* -- above the tasks: counts, tabs, the filter ----------------------------- */

static void
fill_tab(const struct inbox_page *v, struct page *body, enum inbox_tab tab,
    const char *text, int64_t count)
{
	struct page *p = page_add(body, "TABS");

	page_link(p, tab == v->query.tab ? "CURRENT" : "OTHER",
	    inbox_address(v, tab), arena_printf(v->req->arena, "%s (%lld)",
	    text, (long long)count));
}

static void
fill_tabs(const struct inbox_page *v, struct page *body)
{
	const struct inbox_counts *c = &v->counts;

	fill_tab(v, body, INBOX_MINE, v->outsider ? "Perlu tindakan Anda" :
	    "Tugas saya", c->mine);
	if (v->outsider) {
		page_link(page_add(body, "TABS"), "OTHER", PATH_BERKAS,
		    "Permohonan lembaga");
		return;
	}
	fill_tab(v, body, INBOX_ROLE, "Belum diambil di peran ini", c->role);
	if (c->sent <= v->sent_told)
		fill_tab(v, body, INBOX_SENT, "Sudah saya teruskan", c->sent);
	else
		fill_tab(v, body, INBOX_SENT, "Sudah saya teruskan, lebih dari",
		    v->sent_told);
	if (below_any(v->req->office, v->req->session.person_id, v->req->now))
		page_link(page_add(body, "TABS"), "OTHER", PATH_HARI_INI,
		    "Hari ini: bawahan");
}

static void
fill_counts(const struct inbox_page *v, struct page *frame, struct page *body)
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

/* Filters that officials need, and not every day. */
static enum case_err
fill_more(const struct inbox_page *v, struct page *body)
{
	const struct inbox_query *q = &v->query;
	struct page *more;

	if (v->outsider)
		return CASE_OK;
	more = page_add(body, "MORE");
	if (*q->kind != '\0' || *q->party != '\0' ||
	    q->term != INBOX_ANY_TERM)
		page_show(more, "MORE_OPEN");
	return inbox_view_choices(v->req, q, more);
}

/* A choice by a figure above the list is kept. */
static void
fill_kept(const struct inbox_page *v, struct page *body)
{
	const struct inbox_query *q = &v->query;

	if (*q->role != '\0')
		page_hidden(body, "peran", q->role);
	if (q->holder != 0)
		page_hidden(body, "pemegang", request_query(v->req,
		    "pemegang"));
}

enum case_err
inbox_fill_filter(const struct inbox_page *v, struct page *body)
{
	const struct inbox_query *q = &v->query;
	struct sop_item *items;
	size_t n;
	enum case_err err = soplist_names(v->req->office, v->req->now, &items,
	    &n);

	if (err != CASE_OK)
		return err;
	arena_adopt(v->req->arena, items);
	for (size_t i = 0; i < n; i++) {
		if (!service_concerns(v->req, items[i].version_id))
			continue;
		page_option(body, "SOPS", items[i].slug, items[i].name,
		    strcmp(items[i].slug, q->sop) == 0);
	}
	if (q->tab == INBOX_BELOW)
		fill_kept(v, body);
	else
		page_hidden(body, "tab", inbox_view_tabs[q->tab]);
	page_set(body, "SORT", inbox_view_sorts[q->sort]);
	if (q->backwards)
		page_show(body, "BACKWARDS");
	page_set(body, "SEARCH", q->search);
	page_set(body, "SEARCH_LABEL", v->outsider ? "Cari nama, nomor "
	    "permohonan, atau kode" : "Cari nama, nomor berkas, atau kode");
	if (inbox_view_filters(q))
		page_set(page_add(body, "FILTERED"), "HREF",
		    q->tab == INBOX_BELOW ? v->path : arena_printf(
		    v->req->arena, "%s?tab=%s", v->path,
		    inbox_view_tabs[q->tab]));
	return fill_more(v, body);
}

/* Stored files that were found missing or altered. */
static size_t
damages(const struct request *req)
{
	struct stored_damage *list;
	size_t n;

	if (stored_file_damage_list(req->office, &list, &n) != CASE_OK)
		return 0;
	free(list);
	return n;
}

/* Links to work elsewhere: at a counter; complaints; damaged files for an
 * administrator; and registrations and activity reports for the roles that
 * decide on operators. */
static void
fill_links(const struct inbox_page *v, struct page *body)
{
	const struct request *req = v->req;
	int64_t asked, unseen, complaints;
	struct first_day_lack lack[FIRST_DAY_LACKS];
	size_t damaged, lacks;

	if (v->outsider)
		return;
	inbox_absence_links(req, body);
	if (session_has_desk(req))
		page_link(body, "LINKS", PATH_LOKET, "Buka loket");
	if (holder_or_admin(req->office, req->session.person_id,
	    req->conf->complaints, req->now) &&
	    (complaints = complaint_waiting(req->office)) > 0)
		page_link(body, "LINKS", PATH_PENGADUAN "/daftar", arena_printf(
		    req->arena, "Pengaduan: %lld belum dijawab",
		    (long long)complaints));
	if (req->session.admin && (lacks = first_day(req->office, req->conf,
	    req->now, lack)) > 0)
		page_link(body, "LINKS", PATH_ADMIN, arena_printf(req->arena,
		    "Hari pertama: %zu hal masih kurang", lacks));
	if (req->session.admin && (damaged = damages(req)) > 0)
		page_link(body, "LINKS", PATH_ADMIN "/dokumen", arena_printf(
		    req->arena, "Dokumen yang hilang atau berubah: %zu",
		    damaged));
	if (!operator_may_decide(req->office, req->session.person_id,
	    req->now))
		return;
	asked = operator_waiting(req->office);
	unseen = activity_report_unseen(req->office);
	if (asked > 0)
		page_link(body, "LINKS", PATH_OPERATOR, arena_printf(req->arena,
		    "Pendaftaran operator lembaga: %lld menunggu",
		    (long long)asked));
	if (unseen > 0)
		page_link(body, "LINKS", PATH_LEMBAGA, arena_printf(req->arena,
		    "Laporan kegiatan lembaga: %lld belum dibuka",
		    (long long)unseen));
}

/* The heading, with the positions that the person holds: "Plh. Kadivmin dan
 * Kabag Program"; a deputy is named at the top of the page. */
static const char *
heading(const struct inbox_page *v, struct page *frame)
{
	struct holder_row of = { .person_id = v->req->session.person_id };
	struct holder_row *holder = NULL;
	const char *roles, *deputy;
	size_t n = 0;

	if (v->outsider)
		return "Permohonan saya";
	if (holder_list(v->req->office, &of, v->req->now, &holder, &n) !=
	    CASE_OK)
		return "Kotak masuk";
	roles = words_roles(v->req, holder, n, of.person_id, 0);
	deputy = words_roles(v->req, holder, n, of.person_id, 1);
	free(holder);
	if (*deputy != '\0')
		page_text(frame, "ACTING", arena_printf(v->req->arena,
		    "Anda bertindak sebagai %s", deputy));
	return arena_printf(v->req->arena, "Kotak masuk%s%s",
	    *roles != '\0' ? " " : "", roles);
}

/* The one task in hand. */
static void
fill_hand(const struct inbox_page *v, struct page *body)
{
	struct office *o = v->req->office;
	struct task_row t;
	struct case_row c;

	if (v->outsider || task_get(o, hand_task(o, v->req->session.person_id),
	    &t) != CASE_OK || case_get(o, t.case_id, &c) != CASE_OK)
		return;
	page_link(body, "HAND", address_of_step(v->req->arena,
	    (enum step_kind)step_kind_from(t.kind), t.id),
	    arena_printf(v->req->arena, "%s, %s", c.number, c.subject));
}

static enum case_err
fill_head(const struct inbox_page *v, struct page *frame, struct page *body,
    struct page *list, const char **title)
{
	*title = heading(v, frame);
	page_set(body, "HEADING", *title);
	page_set(list, "HEADING", *title);
	fill_links(v, body);
	fill_counts(v, frame, body);
	fill_hand(v, body);
	fill_tabs(v, body);
	if (v->turned)
		page_text(body, "TURNED", "Tidak ada tugas yang sedang Anda "
		    "kerjakan. Di bawah ini tugas yang belum diambil.");
	return inbox_fill_filter(v, list);
}

/* -- the tasks, one a row -------------------------------------------------- */

static void
fill_where(const struct inbox_page *v, struct page *p,
    const struct inbox_row *r)
{
	const struct sop *sop = office_sop(v->req->office, r->task.version_id);
	const struct sop_row *row = sop != NULL ?
	    sop_row_at(sop, (int)r->task.pos) : NULL;
	enum step_kind kind = (enum step_kind)step_kind_from(r->task.kind);

	page_set(p, "SOP", r->sop_name);
	if (row != NULL)
		page_setf(p, "ASKED", "%s, langkah %s", words_asked(row,
		    r->task.side != 0), row->no);
	/* The step of another is his own page. */
	if (!r->task.open || v->query.tab == INBOX_BELOW)
		page_setf(p, "HREF", PATH_BERKAS "/%lld",
		    (long long)r->task.case_id);
	else if (row != NULL)
		page_set(p, "HREF", address_of_step(v->req->arena, kind,
		    r->task.id));
}

/* How an open task stands, with its claimer or outside. */
static const char *
status_words(const struct task_row *t)
{
	if (strcmp(t->phase, "outside") == 0)
		return "Menunggu pihak luar";
	if (t->claimed_by == 0)
		return "Menunggu";
	if (hand_holds(t))
		return "Sedang dikerjakan";
	return strcmp(t->phase, "queue") == 0 ? "Diambil, menunggu" :
	    "Diproses";
}

/* The time left of an open task; of one that was sent on, its limit and whether
 * it may be taken back. */
static void
fill_time(const struct inbox_page *v, struct page *p,
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
	if (r->task.open && !r->task.external &&
	    r->task.due_at >= v->req->now && r->task.due_at < v->midnight)
		page_show(p, "TODAY");
	if (r->task.open) {
		page_set(p, "DUE", sla.due_short[0] != '\0' ? sla.due_short :
		    "jam berhenti");
		page_text(p, "STATUS", status_words(&r->task));
		return;
	}
	page_set(p, "DUE", r->task.due_at == 0 ? "–" :
	    words_time_short(v->req, r->task.due_at));
	if (r->untouched && act_may_recall(v->req->office, &actor, &r->task,
	    v->req->now))
		page_setf(page_add(p, "RECALL"), "HREF", PATH_BERKAS
		    "/%lld#tarik", (long long)r->task.case_id);
}

static void
fill_row(const struct inbox_page *v, struct page *body,
    const struct inbox_row *r)
{
	struct page *p = page_pair(body, "ROWS", "SUBJECT", r->subject,
	    "NUMBER", r->number);

	if (!v->outsider && !v->reads && r->task.open)
		choice_row(v->req, p, &r->task);
	fill_where(v, p, r);
	fill_time(v, p, r);
	if (r->returns > 0)
		page_text(p, "RETURNED", arena_printf(v->req->arena,
		    "dikembalikan %lld kali", (long long)r->returns));
	page_set(p, "WHO", v->query.tab == INBOX_BELOW ? "Pemegang" : "Dari");
	if (r->task.open && r->sender[0] == '\0')
		return;
	page_pair(p, "FROM", "TEXT", !r->task.open ? "Anda" : v->outsider ?
	    plate_now(v->req)->office : r->sender, "AT",
	    words_time_short(v->req, r->task.open ? r->sent_at :
	    r->task.closed_at));
}

/* The head of each column leads to the order by it, and back. */
static void
fill_columns(const struct inbox_page *v, struct page *table)
{
	const struct {
		const char	*text;
		enum inbox_sort	 sort;
		int		 again;	/* another column has this order */
	} columns[] = {
		{ "Sisa waktu", INBOX_BY_DUE, 0 },
		{ v->outsider ? "Permohonan" : "Berkas", INBOX_BY_SUBJECT, 0 },
		{ "SOP", INBOX_BY_SOP, 0 },
		{ "Langkah yang diminta", INBOX_BY_STEP, 0 },
		{ v->query.tab == INBOX_BELOW ? "Pemegang" : "Dari",
		    INBOX_BY_SENT, 0 },
		{ "Batas waktu", INBOX_BY_DUE, 1 },
		{ v->outsider ? "Nomor permohonan" : "Nomor berkas",
		    INBOX_BY_NUMBER, 0 },
	};
	const struct inbox_query *q = &v->query;
	/* Tasks that were sent on stand by their end, the latest first. */
	const int none = q->tab == INBOX_SENT && q->sort == INBOX_BY_DUE;

	for (size_t i = 0; i < sizeof(columns) / sizeof(columns[0]); i++) {
		struct page *p = page_link(table, "COLUMNS", sorted(v,
		    columns[i].sort), columns[i].text);

		if (columns[i].sort == q->sort && !columns[i].again && !none)
			page_show(p, q->backwards ? "DOWN" : "UP");
	}
}

static void
fill_table(const struct inbox_page *v, struct page *list, struct page *body)
{
	const struct inbox_query *q = &v->query;
	struct page *table = page_add(list, "TABLE");
	const int64_t page = q->offset / PAGER_ROWS + 1;
	struct pager pager = { inbox_address(v, q->tab), "tugas", page,
	    v->total, NULL, 0 };

	if (q->tab == INBOX_SENT && !inbox_view_filters(q) &&
	    v->total > v->sent_told) {
		pager.total = v->sent_told;
		pager.more = address_with(v->req->arena, pager.address, "hal",
		    arena_printf(v->req->arena, "%lld", (long long)page + 1));
	}
	fill_columns(v, table);
	for (size_t i = 0; i < v->nrows; i++)
		fill_row(v, table, &v->row[i]);
	pager_show(v->req, table, &pager);
	if (!v->outsider && !v->reads && q->tab != INBOX_SENT)
		choice_show(v->req, body, v->row, v->nrows, &v->fault);
}

static const char *
empty_words(const struct inbox_page *v)
{
	if (inbox_view_filters(&v->query))
		return "Tidak ada tugas yang cocok dengan saringan ini.";
	if (v->outsider)
		return "Tidak ada yang perlu Anda kerjakan sekarang.";
	if (v->query.tab == INBOX_SENT)
		return "Belum ada tugas yang Anda teruskan.";
	if (v->query.tab == INBOX_BELOW)
		return "Tidak ada tugas terbuka pada bawahan Anda.";
	return "Tidak ada tugas. Berkas baru muncul di sini begitu diteruskan "
	    "kepada Anda.";
}

/* Several of these rows can be approved together. */
static void
fill_together(const struct inbox_page *v, struct page *list)
{
	size_t n = 0;

	for (size_t i = 0; i < v->nrows; i++)
		n += strcmp(v->row[i].task.kind, "approve") == 0;
	if (n > 1)
		page_set(page_add(list, "TOGETHER"), "HREF",
		    inbox_view_address(v->req, PATH_SETUJUI "/" SIGNING_PART,
		    &v->query));
}

void
inbox_fill_rows(const struct inbox_page *v, struct page *list,
    struct page *body)
{
	if (!v->outsider && v->query.tab <= INBOX_ROLE && v->nrows > 0)
		page_show(list, "RUN");
	if (!v->outsider && v->query.tab <= INBOX_ROLE)
		fill_together(v, list);
	if (v->nrows > 0)
		fill_table(v, list, body);
	else
		page_text(list, "EMPTY", empty_words(v));
}

/* -- the view that is kept ------------------------------------------------- */

static const char *
query_of(const struct inbox_page *v)
{
	return strchr(inbox_address(v, v->query.tab), '?');
}

/* The way to the kept view, and the way to keep this one. */
static void
fill_saved(const struct inbox_page *v, struct page *body)
{
	struct saved_view kept;
	struct page *p;

	if (v->outsider || saved_view_get(v->req->office,
	    v->req->session.person_id, &kept) != CASE_OK)
		return;
	if (kept.query[0] != '\0' && strcmp(kept.query, query_of(v)) != 0)
		page_link(body, "LINKS", arena_printf(v->req->arena,
		    PATH_KOTAK_MASUK "%s", kept.query), "Tampilan saya");
	p = page_add(body, "KEEP");
	if (kept.first)
		page_show(p, "IS_FIRST");
	if (kept.query[0] != '\0')
		page_show(p, "IS_KEPT");
}

static int
keep_view(const struct inbox_page *v, struct reply *reply, int keeps)
{
	struct saved_view kept = { .first = keeps &&
	    form_value(v->req, "awal")[0] != '\0' };
	const char *query = query_of(v);
	enum case_err err;

	if (keeps && strlen(query) >= sizeof(kept.query))
		return reply_error(reply, v->req, 422, "Saringan ini terlalu "
		    "panjang untuk disimpan. Persingkat pencariannya.");
	if (keeps)
		strcpy(kept.query, query);
	err = saved_view_set(v->req->office, v->req->session.person_id,
	    &kept);
	if (err != CASE_OK)
		return reply_case_error(reply, v->req, err);
	session_notice(reply, v->req, keeps ? "Tampilan ini disimpan sebagai "
	    "tampilan Anda." : "Tampilan Anda dihapus.");
	return reply_redirect(reply, inbox_address(v, v->query.tab));
}

/* -- the program ----------------------------------------------------------- */

static int
show(const struct inbox_page *v, struct reply *reply, int status)
{
	struct page *body, *frame, *list;
	const char *title;
	enum case_err err;

	frame = frame_new(v->req, "inbox.tpl", PATH_KOTAK_MASUK, &body);
	page_show(frame, "WIDE");
	page_global(body, "ACTION", inbox_address(v, v->query.tab));
	page_global(body, "KEY", request_token(v->req->arena));
	list = page_include(body, "TASKS", "tasks.tpl");
	if ((err = fill_head(v, frame, body, list, &title)) != CASE_OK) {
		page_free(frame);
		return reply_case_error(reply, v->req, err);
	}
	inbox_fill_rows(v, list, body);
	fill_saved(v, body);
	if (status == 422)
		page_show(frame, "ERROR_TITLE");
	if (!v->outsider) {
		page_link(body, "TELL", PATH_TIDAK_MASUK, "Tidak masuk: "
		    "usulkan atau tetapkan pengganti");
		page_link(body, "TELL", PATH_PEMBERITAHUAN,
		    "Atur pemberitahuan tugas");
	}
	return reply_page(reply, v->req, status, title, frame);
}

/* The tasks of the page; how many there are in all is counted by now, unless
 * some are looked for. */
static enum case_err
read_rows(struct inbox_page *v)
{
	const struct inbox_counts *c = &v->counts;
	const int64_t all[] = {
		[INBOX_MINE] = c->mine,
		[INBOX_ROLE] = c->role,
		[INBOX_SENT] = c->sent,
	};
	const int finds = inbox_view_filters(&v->query);
	enum case_err err = inbox_list(v->req->office, &v->query, &v->row,
	    &v->nrows, finds ? &v->total : NULL);

	if (err != CASE_OK)
		return err;
	if (!finds)
		v->total = all[v->query.tab];
	arena_adopt(v->req->arena, v->row);
	return CASE_OK;
}

/* Read what the page shows: CASE_OK, CASE_DB. */
static enum case_err
read_view(struct request *req, struct inbox_page *v)
{
	enum case_err err;

	*v = (struct inbox_page){ .req = req, .path = PATH_KOTAK_MASUK,
		.outsider = req->session.institution_id != 0 };
	inbox_view_read(req, &v->query);
	v->midnight = inbox_midnight(req->office, req->now);
	v->sent_told = SENT_TOLD + (v->query.tab == INBOX_SENT ?
	    v->query.offset : 0);
	err = inbox_count(req->office, req->session.person_id, req->now,
	    (int)req->conf->soon_percent, v->sent_told + 1, &v->counts);
	/* A person who has claimed nothing wants to see the tasks to be
	 * claimed. */
	v->turned = !v->outsider && request_query(req, "tab") == NULL &&
	    v->counts.mine == 0 && v->counts.role > 0;
	if (v->turned)
		v->query.tab = INBOX_ROLE;
	return err == CASE_OK ? read_rows(v) : err;
}

/* Does the inbox begin with the view that was kept? */
static int
begins_kept(const struct request *req, struct saved_view *kept)
{
	return req->nquery == 0 && req->session.institution_id == 0 &&
	    saved_view_begins(req->office, req->session.person_id, kept);
}

static int
get(struct request *req, struct reply *reply)
{
	struct saved_view kept;
	enum case_err err;
	struct inbox_page v;

	if (strcmp(req->route->path, PATH_PEMBERITAHUAN) == 0)
		return inbox_preference_get(req, reply);
	if (strcmp(req->route->path, PATH_HARI_INI) == 0)
		return today_get(req, reply);
	if (strcmp(req->route->path, PATH_TIDAK_MASUK) == 0)
		return inbox_absence(req, reply);
	if (request_segment(req, 1) != NULL)
		return reply_error(reply, req, 404, NULL);
	if (begins_kept(req, &kept))
		return reply_redirect(reply, arena_printf(req->arena,
		    PATH_KOTAK_MASUK "%s", kept.query));
	if ((err = read_view(req, &v)) != CASE_OK)
		return reply_case_error(reply, req, err);
	return show(&v, reply, 200);
}

/* Take the first task of the view, and go on with it. */
static int
begin_run(struct request *req, struct reply *reply)
{
	const char *address, *key = idempotency_key(req);
	enum case_err err = run_next(req, key, 0, &address);

	if (err == CASE_NOT_FOUND)
		session_notice(reply, req, "Tidak ada tugas yang dapat "
		    "dikerjakan sekarang pada tampilan ini.");
	else if (err != CASE_OK)
		return reply_case_error(reply, req, err);
	return reply_redirect(reply, address);
}

static int
post(struct request *req, struct reply *reply)
{
	const char *aksi = form_value(req, "aksi");
	enum case_err err;
	struct inbox_page v;

	if (strcmp(req->route->path, PATH_PEMBERITAHUAN) == 0)
		return inbox_preference_post(req, reply);
	if (strcmp(req->route->path, PATH_HARI_INI) == 0)
		return today_post(req, reply);
	if (strcmp(req->route->path, PATH_TIDAK_MASUK) == 0)
		return inbox_absence(req, reply);
	if (req->session.institution_id != 0)
		return reply_error(reply, req, 403, NULL);
	if (request_segment(req, 1) != NULL || aksi[0] == '\0')
		return reply_error(reply, req, 405, NULL);
	if (idempotency_key(req) == NULL)
		return reply_error(reply, req, 400, NULL);
	if (strcmp(aksi, "beruntun") == 0)
		return begin_run(req, reply);
	if ((err = read_view(req, &v)) != CASE_OK)
		return reply_case_error(reply, req, err);
	if (strcmp(aksi, "simpan") == 0 || strcmp(aksi, "lupakan") == 0)
		return keep_view(&v, reply, strcmp(aksi, "simpan") == 0);
	return choice_check(req, &v.fault) == -1 ? show(&v, reply, 422) :
	    choice_do(req, reply, inbox_address(&v, v.query.tab));
}

static const char *const templates[] = { "inbox.tpl", "tasks.tpl",
	"today.tpl", "table.tpl", "sla.tpl", "pager.tpl",
	"form.tpl", "field.tpl", "errors.tpl", "check.tpl", NULL };

static const struct web_program inbox = {
	.name = "inbox",
	.get = get,
	.post = post,
	.templates = templates,
};

int
main(int argc, char **argv)
{
	return web_serve(&inbox, argc, argv);
}
