/*
 * monitor.c - the half-yearly monitoring of the SOPs (PermenPAN-RB 35/2012):
 * its form, with the figures of each SOP and their suggestion, of which the
 * assessor's own word decides; and the regulation's table, for printing, with
 * its assessor and its versions.
 */
#include "cgi-bin/report/monitor.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/conf.h"
#include "casepage/form_page.h"
#include "casepage/words.h"
#include "clock/calendar.h"
#include "month/monitor.h"
#include "month/month.h"
#include "office/soplist.h"
#include "page/page.h"
#include "people/person.h"
#include "people/role.h"
#include "reports/month/judge.h"
#include "reports/month/report.h"
#include "web/form.h"
#include "web/idempotency.h"
#include "web/plate.h"
#include "web/reply.h"
#include "web/request.h"
#include "web/route.h"

#define PARTS 3			/* fields of an SOP */
#define REASON "alasan-perubahan"

/* One request about one half-year. */
struct monitor {
	struct request			*req;
	struct reply			*reply;
	const struct month_figures	*f;
	const char			*period;	/* "Semester I 2026" */
	const char			*address;
	int64_t				 end;	/* of the half-year */
	struct monitor_row		*row;	/* the SOPs, by rule */
	const char			**doubt; /* of each, or "" */
	size_t				 nrow;
	struct monitoring	 kept;	/* the latest; version 0: none */
	/* A field is KEADAAN-, CATATAN- or TINDAKAN-SLUG. */
	struct sop_field		*field;	/* PARTS an SOP, then REASON */
	size_t				 nfield;
	struct form_page		 form;
};

/* -- the SOPs ------------------------------------------------------------- */

static const struct month_part *
figures_of(const struct month_figures *f, const char *slug)
{
	for (size_t i = 0; i < f->nsops; i++)
		if (strcmp(f->sops[i].key, slug) == 0)
			return &f->sops[i];
	return NULL;
}

static void
add_sop(struct monitor *m, const char *slug, const char *name)
{
	const struct month_part *p = figures_of(m->f, slug);
	struct monitor_row *r = &m->row[m->nrow];
	char why[200];
	enum judgement j = judge_sop(p, why, sizeof(why));

	snprintf(r->sop, sizeof(r->sop), "%s", slug);
	snprintf(r->name, sizeof(r->name), "%s", name);
	snprintf(r->suggested, sizeof(r->suggested), "%s", judge_slug(j));
	r->well = j == JUDGE_WELL;
	judge_figures(p, r->figures, sizeof(r->figures));
	m->doubt[m->nrow++] = arena_strdup(m->req->arena, why);
}

/* Those in force when it ended, and those that had work in it. */
static enum case_err
read_sops(struct monitor *m)
{
	struct arena *arena = m->req->arena;
	struct sop_item *list;
	enum case_err err;
	size_t n, i, k;

	if ((err = soplist_names(m->req->office, m->end - 1, &list, &n)) !=
	    CASE_OK)
		return err;
	arena_adopt(arena, list);
	m->row = arena_alloc(arena, (n + m->f->nsops + 1) * sizeof(*m->row));
	m->doubt = arena_alloc(arena, (n + m->f->nsops + 1) *
	    sizeof(*m->doubt));
	memset(m->row, 0, (n + m->f->nsops + 1) * sizeof(*m->row));
	for (i = 0; i < n; i++)
		add_sop(m, list[i].slug, list[i].name);
	for (i = 0; i < m->f->nsops; i++) {
		for (k = 0; k < n && strcmp(list[k].slug,
		    m->f->sops[i].key) != 0; k++)
			continue;
		if (k == n)
			add_sop(m, m->f->sops[i].key, m->f->sops[i].name);
	}
	return CASE_OK;
}

/* -- the table ------------------------------------------------------------- */

/* Where the assessor decided otherwise than the figures suggest. */
static void
fill_otherwise(struct monitor *m, const struct monitoring *kept,
    struct page *body)
{
	const struct monitor_row *r;
	const char *names = "";

	for (r = kept->row; r < kept->row + kept->nrow; r++)
		if (r->suggested[0] != '\0' &&
		    r->well != (strcmp(r->suggested, "baik") == 0))
			arena_append(m->req->arena, &names, "%s%s",
			    *names != '\0' ? ", " : "", r->name);
	if (*names != '\0')
		page_text(body, "NOTES", arena_printf(m->req->arena,
		    "Penilai memutuskan lain daripada yang diusulkan menurut "
		    "angka: %s.", names));
}

static void
fill_rows(struct monitor *m, const struct monitoring *kept,
    struct page *body)
{
	const struct monitor_row *r;
	struct page *row;

	for (size_t i = 0; i < kept->nrow; i++) {
		r = &kept->row[i];
		row = page_add(body, "ROWS");
		page_setf(row, "NO", "%zu", i + 1);
		page_set(row, "NAME", r->name);
		page_show(row, r->well ? "WELL" : "BADLY");
		page_set(row, "FIGURES", r->figures);
		page_text(row, "NOTE", r->note);
		page_text(row, "ACTION", r->action);
	}
	fill_otherwise(m, kept, body);
}

static void
fill_versions(struct monitor *m, const struct monitoring *kept,
    struct page *body)
{
	struct monitoring *list;
	struct page *p;
	size_t n;

	if (monitor_versions(m->req->office, m->f->year, m->f->month, &list,
	    &n) != CASE_OK)
		return;
	arena_adopt(m->req->arena, list);
	for (size_t i = 0; i < n; i++) {
		p = page_add(body, "VERSIONS");
		page_setf(p, "TEXT", "Versi %lld, %s, %s",
		    (long long)list[i].version, words_time(m->req,
		    list[i].made_at), words_person(m->req, list[i].made_by));
		page_text(p, "REASON", list[i].reason);
		if (list[i].version != kept->version)
			page_setf(page_add(p, "LINK"), "HREF", "%s?versi=%lld",
			    m->address, (long long)list[i].version);
	}
}

static int
show_table(struct monitor *m, const struct monitoring *kept)
{
	const struct request *req = m->req;
	const char *title = arena_printf(req->arena,
	    "Hasil pemantauan penerapan SOP, %s", m->period);
	struct page *body = form_page_frame(&m->form, "monitored.tpl");

	page_text(body, "PAPER", plate_at(req, kept->made_at)->office);
	page_set(body, "HEADING", title);
	page_setf(body, "MADE", "%s, %s (%s)", words_time(req, kept->made_at),
	    words_person(req, kept->made_by), kept->role_name);
	if (kept->version != m->kept.version)
		page_text(body, "OLD", arena_printf(req->arena, "Ini versi "
		    "%lld. Versi yang berlaku adalah versi %lld.",
		    (long long)kept->version, (long long)m->kept.version));
	else if (monitor_may(req->office, req->session.person_id,
	    req->conf->assessor, req->now))
		page_setf(page_add(body, "CORRECT"), "HREF", "%s?ubah=ya",
		    m->address);
	fill_rows(m, kept, body);
	fill_versions(m, kept, body);
	page_text(body, "SIGN", arena_printf(req->arena, "%s\n\n\n\n%s",
	    kept->role_name, words_person(req, kept->made_by)));
	return reply_page(m->reply, req, 200, title, m->form.frame);
}

/* Of an earlier version, as it was. */
static int
show_version(struct monitor *m, const char *typed)
{
	struct monitoring old;
	enum case_err err;
	char *end;
	long long n = strtoll(typed, &end, 10);
	int status;

	if (*end != '\0' || n < 1)
		return reply_error(m->reply, m->req, 404, NULL);
	err = monitor_get(m->req->office, m->f->year, m->f->month, n, &old);
	if (err != CASE_OK)
		return reply_case_error(m->reply, m->req, err);
	status = show_table(m, &old);
	monitor_free(&old);
	return status;
}

static const struct sop_choice choice[] = {
	{ "baik", "Berjalan baik" },
	{ "tidak", "Tidak berjalan baik" },
};

static struct sop_field
field_of(struct monitor *m, const char *part, const char *label,
    const struct monitor_row *r)
{
	return (struct sop_field){ .name = arena_printf(m->req->arena,
	    "%s-%s", part, r->sop), .label = label };
}

static void
begin(struct monitor *m)
{
	struct sop_field *f = arena_alloc(m->req->arena, (PARTS * m->nrow +
	    1) * sizeof(*f));

	m->field = f;
	for (size_t i = 0; i < m->nrow; i++, f += PARTS) {
		f[0] = field_of(m, "keadaan", "Penerapan", &m->row[i]);
		f[0].type = FIELD_CHOICE;
		f[0].required = 1;
		f[0].choice = choice;
		f[0].nchoice = 2;
		f[1] = field_of(m, "catatan", "Catatan", &m->row[i]);
		f[1].type = FIELD_PARAGRAPH;
		f[1].max = MONITOR_NOTE;
		f[2] = field_of(m, "tindakan", "Tindakan yang harus diambil",
		    &m->row[i]);
		f[2].type = FIELD_TEXT;
		f[2].max = MONITOR_ACTION;
		f[2].help = "Diisi bila SOP tidak berjalan baik.";
	}
	m->nfield = PARTS * m->nrow;
	if (m->kept.version > 0)
		m->field[m->nfield++] = (struct sop_field){ .name = REASON,
		    .label = "Alasan perubahan", .type = FIELD_TEXT,
		    .required = 1, .max = MONITOR_ACTION, .help = "Versi "
		    "sebelumnya tetap tersimpan." };
}

/* -- the form -------------------------------------------------------------- */

static void
show_sop(struct monitor *m, struct page *body, size_t i)
{
	const struct monitor_row *r = &m->row[i];
	struct page *p = page_pair(body, "SOPS", "NAME", r->name, "FIGURES",
	    r->figures);

	if (r->suggested[0] == '\0')
		page_set(page_add(p, "DOUBT"), "TEXT", m->doubt[i]);
	else
		page_set(page_add(p, "SUGGESTED"), "TEXT", r->well ?
		    "berjalan baik" : "tidak berjalan baik");
	for (size_t k = 0; k < PARTS; k++)
		fields_show_one(m->req, p, "FIELDS", NULL,
		    &m->field[PARTS * i + k], &m->form.typed);
}

static int
show(struct monitor *m, int status)
{
	struct page *body = form_page_frame(&m->form, "monitor.tpl");

	m->form.heading = arena_printf(m->req->arena, "%s, %s",
	    m->kept.version > 0 ? "Ubah pemantauan SOP" : "Pemantauan SOP",
	    m->period);
	fields_show_errors(body, &m->form.typed);
	page_set(body, "HEADING", m->form.heading);
	page_set(body, "ACTION", m->address);
	page_setf(body, "VERSION", "%lld", (long long)m->kept.version + 1);
	page_set(body, "KEY", request_token(m->req->arena));
	for (size_t i = 0; i < m->nrow; i++)
		show_sop(m, body, i);
	if (m->kept.version > 0)
		fields_show_one(m->req, body, "REASON", NULL,
		    &m->field[m->nfield - 1], &m->form.typed);
	return form_page_reply(&m->form, status);
}

static const struct monitor_row *
kept_row(struct monitor *m, const char *sop)
{
	for (size_t i = 0; i < m->kept.nrow; i++)
		if (strcmp(m->kept.row[i].sop, sop) == 0)
			return &m->kept.row[i];
	return NULL;
}

/* As kept last; else by rule, and nothing where that is in doubt. */
static int
show_first(struct monitor *m)
{
	struct act_value *value;
	const struct monitor_row *kept;

	begin(m);
	value = arena_alloc(m->req->arena, PARTS * m->nrow * sizeof(*value));
	for (size_t i = 0; i < PARTS * m->nrow; i++) {
		const struct monitor_row *r = &m->row[i / PARTS];

		kept = kept_row(m, r->sop);
		value[i].name = m->field[i].name;
		value[i].value = "";
		if (i % PARTS == 0)
			value[i].value = kept == NULL ? r->suggested :
			    choice[!kept->well].value;
		else if (kept != NULL)
			value[i].value = i % PARTS == 1 ? kept->note :
			    kept->action;
	}
	m->form.typed.value = value;
	m->form.typed.nvalue = PARTS * m->nrow;
	return show(m, 200);
}

/* -- what was sent --------------------------------------------------------- */

/* Of which SOP it is, first: the fields of all have the same labels. */
static void
name_sop(struct monitor *m, struct field_error *e)
{
	char text[sizeof(e->text)];

	for (size_t k = 0; k < PARTS * m->nrow; k++)
		if (strcmp(e->field, m->field[k].name) == 0) {
			e->text[0] = (char)tolower((unsigned char)e->text[0]);
			snprintf(text, sizeof(text), "%.150s: %.160s",
			    m->row[k / PARTS].name, e->text);
			memcpy(e->text, text, sizeof(text));
			return;
		}
}

/* An SOP that does not run well needs an action. */
static void
check_actions(struct monitor *m)
{
	for (size_t i = 0; i < m->nrow; i++) {
		const struct sop_field *f = &m->field[PARTS * i];

		if (strcmp(form_page_value(&m->form, f[0].name), "tidak") ==
		    0 && *form_page_value(&m->form, f[2].name) == '\0')
			form_page_error(&m->form, f[2].name,
			    "Tulis tindakan yang harus diambil");
	}
}

static enum case_err
keep(struct monitor *m)
{
	struct monitoring made = { .row = m->row, .nrow = m->nrow,
	    .version = strtoll(form_value(m->req, "versi"), NULL, 10) };
	struct change ch = { .by = m->req->session.person_id,
	    .now = m->req->now, .idem = idempotency_key(m->req) };

	for (size_t i = 0; i < m->nrow; i++) {
		const struct sop_field *f = &m->field[PARTS * i];
		struct monitor_row *r = &m->row[i];

		r->well = strcmp(form_page_value(&m->form, f[0].name),
		    "baik") == 0;
		form_page_copy(&m->form, f[1].name, r->note, sizeof(r->note));
		form_page_copy(&m->form, f[2].name, r->action,
		    sizeof(r->action));
	}
	form_page_copy(&m->form, REASON, made.reason, sizeof(made.reason));
	return monitor_keep(m->req->office, &ch, m->req->conf->assessor,
	    m->f->year, m->f->month, &made);
}

static int
take(struct monitor *m)
{
	struct request *req = m->req;
	enum case_err err;

	if (idempotency_key(req) == NULL)
		return reply_error(m->reply, req, 400, NULL);
	if (!monitor_may(req->office, req->session.person_id,
	    req->conf->assessor, req->now))
		return reply_error(m->reply, req, 403, NULL);
	if (change_repeated(req->office, idempotency_key(req)))
		return reply_redirect(m->reply, m->address);
	if (strtoll(form_value(req, "versi"), NULL, 10) !=
	    m->kept.version + 1)
		return reply_error(m->reply, req, 409, arena_printf(
		    req->arena, "Pemantauan SOP %s sudah disimpan orang lain "
		    "sejak halaman ini dibuka.", m->period));
	begin(m);
	err = form_page_read(&m->form, m->field, m->nfield);
	if (err != CASE_OK)
		return reply_case_error(m->reply, req, err);
	check_actions(m);
	for (size_t i = 0; i < m->form.typed.nerror; i++)
		name_sop(m, &m->form.typed.error[i]);
	if (m->form.typed.nerror > 0)
		return show(m, 422);
	return form_page_done(&m->form, keep(m), arena_printf(req->arena,
	    "Pemantauan SOP %s sudah disimpan.", m->period), m->address);
}

/* -- which page ------------------------------------------------------------ */

/* The page while there is no table: the role that fills it in, and when it
 * can. */
static int
show_nothing(struct monitor *m)
{
	struct page *body = form_page_frame(&m->form, "monitored.tpl");
	const char *title = arena_printf(m->req->arena,
	    "Pemantauan SOP, %s", m->period);
	struct role_row role;

	page_set(body, "HEADING", title);
	page_text(body, "OLD", m->end > m->req->now ? "Semester ini belum "
	    "berakhir. Pemantauan diisi sesudahnya." : "Semester ini belum "
	    "dipantau.");
	if (role_by_slug(m->req->office, m->req->conf->assessor, &role) ==
	    CASE_OK)
		page_text(body, "OLD", arena_printf(m->req->arena,
		    "Yang mengisinya: %s.", role.name));
	return reply_page(m->reply, m->req, 200, title, m->form.frame);
}

static int
answer(struct monitor *m)
{
	const struct request *req = m->req;
	const char *version = request_query(req, "versi");
	const char *change = request_query(req, "ubah");
	int may = monitor_may(req->office, req->session.person_id,
	    req->conf->assessor, req->now);

	if (req->method == METHOD_POST)
		return take(m);
	if (req->stale && may) {
		begin(m);
		return show(m, 200);
	}
	if (change != NULL && m->kept.version > 0)
		return may ? show_first(m) : reply_error(m->reply, req, 403,
		    NULL);
	if (m->kept.version > 0)
		return version != NULL ? show_version(m, version) :
		    show_table(m, &m->kept);
	return may && m->end <= req->now ? show_first(m) : show_nothing(m);
}

int
report_monitor(struct request *req, struct reply *reply,
    const struct month_figures *f)
{
	char words[REPORT_WORDS];
	struct monitor m = { .req = req, .reply = reply, .f = f };
	enum case_err err;
	int status;

	m.period = arena_strdup(req->arena, report_period_name(f->year,
	    f->month, f->months, words, sizeof(words)));
	m.address = arena_printf(req->arena, PATH_LAPORAN "/%s/pemantauan",
	    f->period);
	form_page_begin(&m.form, req, reply, m.address, NULL);
	m.form.menu = PATH_LAPORAN;
	m.form.back = arena_printf(req->arena, PATH_LAPORAN "/%s/", f->period);
	m.form.back_text = arena_printf(req->arena, "Laporan %s", m.period);
	m.end = calendar_month(office_calendar(req->office), f->year,
	    f->month + 1);
	if ((err = read_sops(&m)) != CASE_OK)
		return reply_case_error(reply, req, err);
	err = monitor_get(req->office, f->year, f->month, 0, &m.kept);
	if (err != CASE_OK && err != CASE_NOT_FOUND)
		return reply_case_error(reply, req, err);
	status = answer(&m);
	monitor_free(&m.kept);
	return status;
}
