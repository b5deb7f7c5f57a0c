/*
 * absence.c - the pages where somebody is said to be away: one's own, and that
 * of a person whose superior one is.
 */
#include "cgi-bin/inbox/absence.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/conf.h"
#include "base/number.h"
#include "case/absence_move.h"
#include "case/case.h"
#include "case/field_date.h"
#include "casepage/absence_form.h"
#include "casepage/form_page.h"
#include "casepage/words.h"
#include "clock/calendar.h"
#include "page/page.h"
#include "people/absence.h"
#include "people/person.h"
#include "people/proposal.h"
#include "sop/bound.h"
#include "web/form.h"
#include "web/idempotency.h"
#include "web/reply.h"
#include "web/request.h"
#include "web/route.h"
#include "web/session.h"
#include "web/table.h"

#define NEWS (14 * INT64_C(86400))	/* so long it is told what was moved */

enum { FROM, TO, ORDER, TASKS_FIELDS, FIELDS = TASKS_FIELDS +
	ABSENCE_FORM_FIELDS };

static const struct sop_bound near = { .first = BOUND_TODAY " - 1 tahun",
	.last = BOUND_TODAY " + 2 tahun" };
static const struct sop_bound after = { .first = "mulai",
	.last = "mulai + 2 tahun" };

static const struct sop_field own[TASKS_FIELDS] = {
	[FROM] = { .name = "mulai", .label = "Hari pertama", .required = 1,
	    .type = FIELD_DATE, .bound = &near, .nbound = 1 },
	[TO] = { .name = "selesai", .label = "Hari terakhir", .required = 1,
	    .type = FIELD_DATE, .bound = &after, .nbound = 1,
	    .help = "Sesudah hari ini wewenang penggantinya berakhir dengan "
	    "sendirinya." },
	[ORDER] = { .name = "surat", .label = "Nomor surat perintah",
	    .max = 60, .help = "Untuk Plh. sebuah jabatan, bila bukan atasan "
	    "langsungnya yang menetapkan." },
};

static const char *const names[] = { "from_at", "mulai", "to_at", "selesai",
	"letter_no", "surat", ABSENCE_FORM_NAMES, NULL };

/* A person who is away, as one page shows it. */
struct away {
	struct request		*req;
	struct person		 person;
	enum absence_right	 right;		/* of who looks */
	int			 mine;		/* it is one's own page */
	struct absence		 open;		/* that waits or is in force;
						   id 0: none */
	struct absence		 last;		/* the latest that began; or
						   id 0 */
	struct absence_form	 tasks;
	struct sop_field	 field[FIELDS];
	struct absence		 sent;
};

/* -- words ----------------------------------------------------------------- */

static const char *
day_words(const struct request *req, int64_t at)
{
	struct cal_local l;

	calendar_local(office_calendar(req->office), at, &l);
	return words_date(req, arena_printf(req->arena, "%04d-%02d-%02d",
	    l.year, l.month, l.day));
}

/* "5 Januari 2026 sampai 9 Januari 2026" */
static const char *
term_words(const struct request *req, const struct absence *a)
{
	return arena_printf(req->arena, "%s sampai %s", day_words(req,
	    a->from_at), day_words(req, a->to_at - 1));
}

static const char *
state_words(const struct request *req, const struct absence *a)
{
	return arena_printf(req->arena, "%s, %s%s%s", term_words(req, a),
	    a->state == ABSENCE_PROPOSED ? "menunggu persetujuan" :
	    "sudah ditetapkan", a->stand_in[0] != '\0' ? ", pengganti " : "",
	    a->stand_in);
}

static const char *
address(const struct request *req, int64_t person)
{
	return arena_printf(req->arena, PATH_TIDAK_MASUK "/%lld",
	    (long long)person);
}

/* -- reading --------------------------------------------------------------- */

/* The absence that is open and the one that began last, of at most 100. */
static enum case_err
read_absences(struct away *w)
{
	const struct absence of = { .person_id = w->person.id, .state = -1 };
	struct absence *list;
	size_t n;
	enum case_err err = absence_list(w->req->office, &of, &list, &n);

	for (size_t i = 0; err == CASE_OK && i < n; i++) {
		const struct absence *a = &list[i];

		if (a->state == ABSENCE_DECLINED || a->to_at == 0)
			continue;
		if (a->to_at > w->req->now)
			w->open = *a;
		if (a->state == ABSENCE_CONFIRMED && w->last.id == 0 &&
		    a->from_at <= w->req->now)
			w->last = *a;
	}
	if (err == CASE_OK)
		free(list);
	return err;
}

static enum case_err
read_away(struct request *req, int64_t person, struct away *w)
{
	int64_t me = req->session.person_id;
	enum case_err err;

	memset(w, 0, sizeof(*w));
	w->req = req;
	w->mine = person == me;
	if ((err = person_get(req->office, person, &w->person)) != CASE_OK)
		return err;
	w->right = absence_right(req->office, me, person, req->now);
	if (w->person.institution_id != 0 || !w->person.active ||
	    (!w->mine && w->right == ABSENCE_NONE))
		return office_fail(req->office, CASE_NOT_FOUND, "",
		    "Orang ini tidak ditemukan.");
	if ((err = read_absences(w)) != CASE_OK ||
	    (err = absence_form_begin(req, person, &w->tasks)) != CASE_OK)
		return err;
	memcpy(w->field, own, sizeof(own));
	memcpy(w->field + TASKS_FIELDS, w->tasks.field,
	    sizeof(w->tasks.field));
	return CASE_OK;
}

/* -- the page -------------------------------------------------------------- */

static const char *
item_words(const struct absence_item *i)
{
	return !i->open ? "selesai" : i->with[0] != '\0' ? i->with :
	    "di antrean perannya";
}

/* The tasks that were moved, for a person who comes back, and his superior. */
static void
show_moved(const struct away *w, struct page *body)
{
	static const char *const heads[] = { "Berkas", "SOP", "Langkah",
		"Dipindahkan kepada", "Sekarang", NULL };
	struct request *req = w->req;
	struct absence_item *item;
	struct page *group, *row;
	size_t n;

	if (w->last.id == 0 || absence_items(req->office, w->last.id, &item,
	    &n) != CASE_OK)
		return;
	arena_adopt(req->arena, item);
	if (n == 0)
		return;
	group = table_begin(body, "TABLES", arena_printf(req->arena, "Yang "
	    "dipindahkan: %s", term_words(req, &w->last)), heads);
	for (size_t i = 0; i < n; i++) {
		row = table_row(group, item[i].number, case_may_see_id(
		    req->office, req->session.person_id, item[i].case_id,
		    req->now) ? arena_printf(req->arena, PATH_BERKAS "/%lld",
		    (long long)item[i].case_id) : NULL);
		table_cell(row, item[i].sop_name);
		table_cell(row, item[i].no);
		table_cell(row, item[i].to[0] != '\0' ? item[i].to :
		    "antrean perannya");
		table_cell(row, item_words(&item[i]));
	}
}

/* Absences that the person may decide on or end. */
static void
show_absent(const struct away *w, struct page *body)
{
	static const char *const heads[] = { "Nama", "Tidak masuk", NULL };
	const struct absence of = { .state = -1, .to_at = w->req->now };
	struct absence *list = NULL;
	struct page *group = NULL;
	size_t n = 0;

	if (absence_list(w->req->office, &of, &list, &n) != CASE_OK)
		return;
	for (size_t i = 0; i < n; i++) {
		if (list[i].state == ABSENCE_DECLINED || absence_right(
		    w->req->office, w->person.id, list[i].person_id,
		    w->req->now) == ABSENCE_NONE)
			continue;
		if (group == NULL)
			group = table_begin(body, "TABLES", "Sedang dan akan "
			    "tidak masuk", heads);
		table_cell(table_row(group, list[i].person, address(w->req,
		    list[i].person_id)), state_words(w->req, &list[i]));
	}
	free(list);
}

/* The people below, each with the page where his absence is entered. */
static void
show_below(const struct away *w, struct page *body)
{
	static const char *const heads[] = { "Nama", "#Tugas yang diambil",
		NULL };
	struct person *list = NULL;
	struct page *group = NULL;
	size_t n = 0;

	if (person_below(w->req->office, w->person.id, w->req->now, &list,
	    &n) != CASE_OK)
		return;
	for (size_t i = 0; i < n; i++) {
		if (absence_right(w->req->office, w->person.id, list[i].id,
		    w->req->now) == ABSENCE_NONE)
			continue;
		if (group == NULL)
			group = table_begin(body, "TABLES", "Catat bawahan "
			    "yang tidak masuk", heads);
		table_number(table_row(group, list[i].name, address(w->req,
		    list[i].id)), person_claims(w->req->office, list[i].id));
	}
	free(list);
}

/* The form as it was proposed, or empty but for today. */
static void
prefill(struct away *w, struct form_page *s)
{
	struct act_value *v = arena_alloc(w->req->arena,
	    FIELDS * sizeof(*v));
	const struct absence *a = &w->open;
	int proposed = a->id != 0 && a->state == ABSENCE_PROPOSED;
	struct field_days from, to;

	field_date_days(w->req->office, w->req->now, proposed ? a->from_at :
	    w->req->now, &from);
	field_date_days(w->req->office, w->req->now, a->to_at - 1, &to);
	v[0] = (struct act_value){ "mulai", arena_strdup(w->req->arena,
	    from.today) };
	s->typed.value = v;
	s->typed.nvalue = 1;
	if (!proposed)
		return;
	v[1] = (struct act_value){ "selesai", arena_strdup(w->req->arena,
	    to.today) };
	v[2] = (struct act_value){ "pengganti", arena_printf(w->req->arena,
	    "%lld", (long long)a->stand_in_id) };
	v[3] = (struct act_value){ "tugas", absence_form_word(a->tasks) };
	v[4] = (struct act_value){ "alasan", a->reason };
	s->typed.nvalue = 5;
}

static void
add_form(struct away *w, struct form_page *s, const char *act,
    const char *button)
{
	struct page *form = form_page_add(s, act, button, NULL, 0);

	page_text(form, "TITLE", w->mine ? "Usulkan tidak masuk" :
	    "Tetapkan tidak masuk");
	for (size_t i = 0; i < FIELDS; i++)
		if (i != ORDER || !w->mine)
			fields_show_one(w->req, form, "FIELDS", NULL,
			    &w->field[i], &s->typed);
	if (w->tasks.ntask > 0)
		fields_show_checks(w->req, form, "FIELDS", &w->tasks.checks,
		    &s->typed);
}

static void
add_button(struct form_page *s, const char *act, const char *text, int ends)
{
	struct page *form = form_page_add(s, act, text, NULL, 0);

	page_show(form, "SECOND");
	if (ends)
		page_show(form, "WARNING");
}

static void
show_forms(struct away *w, struct form_page *s)
{
	const struct absence *a = &w->open;

	if (a->id != 0 && a->state == ABSENCE_CONFIRMED) {
		add_button(s, "kembali", a->from_at > w->req->now ?
		    "Batalkan" : w->mine ? "Saya sudah kembali" :
		    "Sudah kembali", 1);
		return;
	}
	if (a->id == 0)
		add_form(w, s, "isi", w->mine ? "Kirim usulan" : "Periksa");
	else if (!w->mine)
		add_form(w, s, "isi", "Periksa");
	if (a->id != 0)
		add_button(s, "tolak", w->mine ? "Tarik usulan" :
		    "Tolak usulan", 1);
}

static int
show(struct form_page *s, int status)
{
	struct away *w = (struct away *)s->about;
	struct page *body;

	if (status == 200 && !w->req->stale && s->typed.nvalue == 0)
		prefill(w, s);
	body = form_page_show(s);
	page_text(body, "INTRO", w->mine ? "Sakit, cuti, atau dinas luar: "
	    "usulkan di sini siapa pengganti Anda. Atasan langsung atau "
	    "pengelola kantor menetapkannya." : "Penggantinya mendapat peran "
	    "yang dipegangnya selama masa itu, tidak lebih. Sesudahnya itu "
	    "berakhir sendiri.");
	if (w->open.id != 0)
		form_page_row(s, "Keadaan", state_words(w->req, &w->open));
	if (w->mine) {
		show_absent(w, body);
		show_below(w, body);
	}
	show_moved(w, body);
	show_forms(w, s);
	return form_page_reply(s, status);
}

static void
begin(struct away *w, struct form_page *s, struct reply *reply)
{
	form_page_begin(s, w->req, reply, w->mine ? PATH_TIDAK_MASUK :
	    address(w->req, w->person.id), w->mine ? "Tidak masuk" :
	    arena_printf(w->req->arena, "Tidak masuk: %s", w->person.name));
	s->menu = PATH_KOTAK_MASUK;
	s->back = w->mine ? PATH_KOTAK_MASUK : PATH_TIDAK_MASUK;
	s->back_text = w->mine ? "Kotak masuk" : "Tidak masuk";
	s->show = show;
	s->names = names;
	s->about = w;
}

/* -- the look before it ---------------------------------------------------- */

static void
ask_row(struct form_page *s, const char *key, const char *text)
{
	struct page *row = page_add(s->page, "ROWS");

	page_set(row, "KEY", key);
	page_text(row, "VALUES", text);
}

/* The roles that the stand-in will have; one with kelola is said apart. */
static void
ask_roles(struct away *w, struct form_page *s)
{
	const char *text = "";
	struct holder_row *role;
	size_t n;

	if (absence_roles(w->req->office, &w->sent, w->req->now, &role, &n) !=
	    CASE_OK)
		return;
	for (size_t i = 0; i < n; i++) {
		arena_append(w->req->arena, &text, "%s%s %s",
		    *text != '\0' ? ", " : "",
		    holder_capacity_title(role[i].capacity),
		    role[i].role_name);
		if (proposal_concerns(w->req->office, role[i].role_id,
		    w->req->now))
			page_text(s->page, "INTRO", arena_printf(
			    w->req->arena, "Peran %s memberi hak kelola, "
			    "seperti setiap pemberian hak itu.",
			    role[i].role_name));
	}
	free(role);
	if (*text != '\0')
		ask_row(s, "Ia menjadi", text);
}

/* For whom the person stands in while he is away himself. */
static void
ask_others(struct away *w, struct form_page *s)
{
	const struct absence of = { .stand_in_id = w->person.id,
	    .state = ABSENCE_CONFIRMED, .to_at = w->sent.from_at };
	struct absence *list;
	size_t n;

	if (absence_list(w->req->office, &of, &list, &n) != CASE_OK)
		return;
	for (size_t i = 0; i < n; i++)
		if (list[i].from_at < w->sent.to_at)
			page_text(s->page, "INTRO", arena_printf(
			    w->req->arena, "Ia sendiri menggantikan %s sampai "
			    "%s. Tetapkan pengganti lain untuk orang itu.",
			    list[i].person, day_words(w->req, list[i].to_at -
			    1)));
	free(list);
}

static const char *
tasks_words(const struct away *w)
{
	const struct absence *a = &w->sent;
	long long n = (long long)(a->tasks == ABSENCE_CHOSEN ? a->nchosen :
	    w->tasks.ntask);

	if (a->tasks == ABSENCE_KEPT)
		return "tetap padanya";
	return arena_printf(w->req->arena, "%lld tugas %s%s%s", n,
	    a->stand_in_id != 0 ? "dipindahkan kepada " :
	    "kembali ke antrean perannya", a->stand_in_id != 0 ?
	    words_person(w->req, a->stand_in_id) : "", a->from_at > w->req->now
	    ? arena_printf(w->req->arena, ", pada %s", day_words(w->req,
	    a->from_at)) : "");
}

static int
ask(struct away *w, struct form_page *s)
{
	const struct absence *a = &w->sent;

	form_page_ask(s, arena_printf(w->req->arena, "Tetapkan tidak masuk "
	    "%s?", w->person.name), "Tetapkan");
	ask_row(s, "Masa", term_words(w->req, a));
	ask_row(s, "Pengganti", a->stand_in_id != 0 ? words_person(w->req,
	    a->stand_in_id) : "tidak ada");
	ask_roles(w, s);
	ask_row(s, "Tugas yang sudah diambilnya", tasks_words(w));
	ask_row(s, "Alasan", a->reason);
	if (a->to_at - a->from_at > ABSENCE_LONG)
		page_text(s->page, "INTRO", "Masa ini lebih dari tiga bulan. "
		    "Untuk jabatan yang kosong selama itu ditunjuk Plt.");
	ask_others(w, s);
	page_hidden(s->page, "pasti", "ya");
	form_page_carry(s, w->field, FIELDS);
	form_page_carry(s, &w->tasks.checks, 1);
	page_text(s->page, "RETURN", "Ubah");
	page_set(s->page, "VERSION", "0");
	return form_page_reply(s, 200);
}

/* -- what was sent --------------------------------------------------------- */

static int64_t
day(const struct form_page *s, const char *name)
{
	int y, m, d;

	if (sscanf(form_page_value(s, name), "%4d-%2d-%2d", &y, &m, &d) != 3)
		return 0;
	return calendar_instant(office_calendar(s->req->office), y, m, d, 0, 0,
	    0);
}

static void
read_sent(struct away *w, struct form_page *s)
{
	struct absence *a = &w->sent;
	struct cal_local l;

	a->person_id = w->person.id;
	a->id = w->open.state == ABSENCE_PROPOSED ? w->open.id : 0;
	a->from_at = day(s, "mulai");
	if ((a->to_at = day(s, "selesai")) != 0) {
		calendar_local(office_calendar(w->req->office), a->to_at, &l);
		a->to_at = calendar_instant(office_calendar(w->req->office),
		    l.year, l.month, l.day + 1, 0, 0, 0);
	}
	form_page_copy(s, "surat", a->letter_no, sizeof(a->letter_no));
	absence_form_read(s, &w->tasks, a);
}

/* A decision that was taken meanwhile is told on the page as it is now. */
static int
decided(struct away *w, struct form_page *s, enum case_err err)
{
	if (err != CASE_STATE)
		return form_page_done(s, err, NULL, s->address);
	session_notice(s->rep, w->req, office_why(w->req->office));
	return reply_redirect(s->rep, s->address);
}

static int
propose(struct away *w, struct form_page *s, const struct change *ch)
{
	enum case_err err = absence_propose(w->req->office, ch, &w->sent,
	    NULL);

	return form_page_done(s, err, "Usulan dikirim. Anda diberi tahu bila "
	    "sudah diputuskan.", PATH_TIDAK_MASUK);
}

/* Confirm it, and move the tasks: what a crash leaves undone the next tick
 * does. */
static int
confirm(struct away *w, struct form_page *s, const struct change *ch)
{
	struct request *req = w->req;
	struct absence_moved m = { 0, 0 };
	int64_t id = 0;
	enum case_err err = absence_confirm(req->office, ch, &w->sent,
	    req->conf->approver, &id);

	if (err != CASE_OK)
		return decided(w, s, err);
	if ((err = absence_move(req->office, id, ch->by, req->now, &m)) !=
	    CASE_OK)
		return reply_case_error(s->rep, req, err);
	return form_page_done(s, CASE_OK, arena_printf(req->arena,
	    "Ditetapkan: %s tidak masuk %s. %lld tugas dipindahkan%s.",
	    w->person.name, term_words(req, &w->sent), (long long)m.moved,
	    m.kept == 0 ? "" : arena_printf(req->arena, ", %lld tetap padanya "
	    "karena bukan untuk penggantinya", (long long)m.kept)),
	    s->address);
}

/* The form is whole, as far as fields go: try it, ask, or do it. */
static int
fill_in(struct away *w, struct form_page *s, struct change *ch)
{
	int status = form_page_take(s, w->field, FIELDS);
	int sure = strcmp(form_value(w->req, "pasti"), "ya") == 0;
	enum case_err err;

	if (status != 0)
		return status;
	read_sent(w, s);
	if (s->typed.nerror > 0)
		return show(s, 422);
	if (strcmp(form_value(w->req, "aksi"), "ubah") == 0)
		return show(s, 200);
	if (w->mine)
		return propose(w, s, ch);
	if (sure)
		return confirm(w, s, ch);
	ch->dry = 1;
	err = absence_confirm(w->req->office, ch, &w->sent,
	    w->req->conf->approver, NULL);
	return err == CASE_OK ? ask(w, s) : decided(w, s, err);
}

static int
end(struct away *w, struct form_page *s, const struct change *ch,
    const char *aksi)
{
	int declines = strcmp(aksi, "tolak") == 0;
	enum case_err err = declines ? absence_decline(w->req->office, ch,
	    w->open.id) : absence_end(w->req->office, ch, w->open.id);

	if (err == CASE_STATE || err == CASE_NOT_FOUND)
		return decided(w, s, CASE_STATE);
	return form_page_done(s, err, declines ? "Usulan itu tidak berlaku." :
	    "Masa tidak masuk itu berakhir.", s->address);
}

static int
post(struct away *w, struct form_page *s)
{
	const char *aksi = form_value(w->req, "aksi");
	struct change ch = { .by = w->req->session.person_id,
	    .now = w->req->now, .idem = idempotency_key(w->req) };

	if (ch.idem == NULL)
		return reply_error(s->rep, w->req, 400, NULL);
	if (strcmp(aksi, "isi") == 0 || strcmp(aksi, "kirim") == 0 ||
	    strcmp(aksi, "ubah") == 0)
		return fill_in(w, s, &ch);
	if (strcmp(aksi, "tolak") == 0 || strcmp(aksi, "kembali") == 0)
		return end(w, s, &ch, aksi);
	return reply_error(s->rep, w->req, 400, NULL);
}

int
inbox_absence(struct request *req, struct reply *reply)
{
	const char *segment = request_segment(req, 1);
	int64_t person = req->session.person_id;
	struct form_page s;
	struct away w;
	enum case_err err;

	if (request_segment(req, 2) != NULL || (segment != NULL &&
	    number_parse(segment, 1, INT64_MAX, &person) == -1))
		return reply_error(reply, req, 404, NULL);
	if (segment != NULL && person == req->session.person_id)
		return reply_redirect(reply, PATH_TIDAK_MASUK);
	if ((err = read_away(req, person, &w)) != CASE_OK)
		return reply_case_error(reply, req, err);
	begin(&w, &s, reply);
	return req->method == METHOD_POST ? post(&w, &s) : show(&s, 200);
}

/* -- in the inbox ---------------------------------------------------------- */

/* Proposals that wait for the person, and news for who has come back. */
void
inbox_absence_links(const struct request *req, struct page *body)
{
	const struct absence of = { .state = ABSENCE_PROPOSED,
	    .to_at = req->now };
	const struct absence mine = { .person_id = req->session.person_id,
	    .state = ABSENCE_CONFIRMED, .to_at = req->now - NEWS };
	struct absence *list = NULL;
	size_t n = 0, waits = 0;

	if (absence_list(req->office, &of, &list, &n) == CASE_OK)
		for (size_t i = 0; i < n; i++)
			waits += absence_right(req->office,
			    req->session.person_id, list[i].person_id,
			    req->now) != ABSENCE_NONE;
	free(list);
	if (waits > 0)
		page_link(body, "LINKS", PATH_TIDAK_MASUK, arena_printf(
		    req->arena, "Tidak masuk: %zu usulan menunggu persetujuan "
		    "Anda", waits));
	list = NULL;
	if (absence_list(req->office, &mine, &list, &n) == CASE_OK && n > 0 &&
	    list[n - 1].to_at <= req->now)
		page_link(body, "LINKS", PATH_TIDAK_MASUK, "Yang dipindahkan "
		    "selama Anda tidak masuk");
	free(list);
}
