/*
 * outage.c - recorded outages in the edited calendar: the list, one more, and
 * one of them corrected or removed.
 */
#include "cgi-bin/admin/outage.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "calendar/calendar_draft.h"
#include "calendar/calendar_edit.h"
#include "casepage/words.h"
#include "cgi-bin/admin/admin.h"
#include "cgi-bin/admin/calendar_edit.h"
#include "cgi-bin/admin/choice.h"
#include "cgi-bin/admin/form.h"
#include "cgi-bin/admin/list.h"
#include "clock/calendar.h"
#include "office/unit.h"
#include "page/page.h"
#include "web/reply.h"
#include "web/request.h"
#include "web/route.h"
#include "web/table.h"

#define OUTAGE PATH_KALENDER "/gangguan"
#define OUTAGES_MAX 1000
#define OFFICE_WIDE "kantor"	/* no unit's slug: all of them */
#define OUTAGE_FIELDS 8		/* the last is the reason of a correction */

/* The calendar that is edited, and the outage a page is about. */
struct subject {
	const struct calendar_edited	*edited;
	struct cal_outage		 one;
};

/* -- the list ------------------------------------------------------------ */

static const char *
unit_words(const struct request *req, const char *slug)
{
	struct unit_row *rows;
	const char *name = slug;
	size_t n;

	if (slug == NULL)
		return "Seluruh kantor";
	if (unit_list(req->office, &rows, &n) != CASE_OK)
		return slug;
	arena_adopt(req->arena, rows);
	for (size_t i = 0; i < n; i++)
		if (strcmp(rows[i].slug, slug) == 0)
			name = rows[i].name;
	return name;
}

/* Does the calendar in force have it too? */
static int
is_in_force(const struct request *req, const struct cal_outage *o)
{
	struct cal_outage list[64];
	size_t n = calendar_outages(office_calendar(req->office), o->from,
	    o->to, list, 64);

	for (size_t i = 0; i < n && i < 64; i++)
		if (list[i].from == o->from && list[i].to == o->to &&
		    strcmp(list[i].name, o->name) == 0)
			return 1;
	return 0;
}

/* The address of one: its begin and unit say which. */
static const char *
address_of(const struct request *req, const struct cal_outage *o)
{
	return arena_printf(req->arena, OUTAGE "/%lld-%s", (long long)o->from,
	    o->unit != NULL ? o->unit : OFFICE_WIDE);
}

void
admin_outages_show(const struct request *req, struct page *body,
    const struct calendar *cal, int64_t from, int64_t to, int linked)
{
	static const char *const heads[] = { "Gangguan", "Unit", "Dari",
		"Sampai", "Bukti", NULL };
	struct cal_outage *list = arena_alloc(req->arena,
	    OUTAGES_MAX * sizeof(*list));
	size_t n = calendar_outages(cal, from, to, list, OUTAGES_MAX);
	struct page *group, *row;

	if (n == 0)
		return;
	group = table_begin(body, "TABLES", "Gangguan yang tercatat", heads);
	/* The latest first. */
	for (size_t i = n < OUTAGES_MAX ? n : OUTAGES_MAX; i-- > 0;) {
		row = table_row(group, list[i].name, linked ?
		    address_of(req, &list[i]) : NULL);
		if (!is_in_force(req, &list[i]))
			page_text(row, "NOTE", "dalam rancangan, belum "
			    "berlaku");
		table_cell(row, unit_words(req, list[i].unit));
		table_cell(row, words_time(req, list[i].from));
		table_cell(row, words_time(req, list[i].to));
		table_cell(row, list[i].evidence != NULL ? list[i].evidence :
		    "");
	}
}

static void
fill(struct admin *a, struct page *body)
{
	const struct subject *s = a->about;

	page_text(body, "INTRO", "Selama gangguan yang tercatat, waktu unit "
	    "itu tidak dihitung: listrik padam, jaringan atau sistem mati, "
	    "kantor ditutup. Laporan bulan yang terkena menyebutnya.");
	page_text(body, "INTRO", "Gangguan masuk ke rancangan kalender. Pilih "
	    "yang sudah tercatat untuk memperbaiki waktunya atau "
	    "menghapusnya.");
	admin_outages_show(a->req, body, s->edited->cal, INT64_MIN, INT64_MAX,
	    1);
}

/* -- the form ------------------------------------------------------------ */

/* Read the instant of a date and a time "10.00" of the form: 0, or -1 with an
 * error noted. */
static int
read_instant(struct admin *a, const char *date, const char *time,
    int64_t *out)
{
	const struct calendar *cal = office_calendar(a->req->office);
	struct cal_local l;
	int hour, minute;
	char mark, rest;

	if (sscanf(admin_value(a, time), "%2d%c%2d%c", &hour, &mark, &minute,
	    &rest) != 3 || (mark != '.' && mark != ':') || hour < 0 ||
	    hour > 23 || minute < 0 || minute > 59) {
		admin_error(a, time, "Isi jam seperti 10.00");
		return -1;
	}
	calendar_local(cal, admin_day(a, date), &l);
	if (l.year < CAL_FIRST_YEAR || l.year > CAL_LAST_YEAR) {
		admin_error(a, date, "Isi tanggal dari tahun 2015 "
		    "sampai 2050");
		return -1;
	}
	*out = calendar_instant(cal, l.year, l.month, l.day, hour, minute, 0);
	return 0;
}

/* Read the outage of the form: CASE_OK, or CASE_INVALID with errors noted. */
static enum case_err
read_outage(struct admin *a, struct cal_outage *o)
{
	int bad;

	*o = (struct cal_outage){ .name = admin_value(a, "nama"),
	    .evidence = admin_value(a, "bukti"),
	    .unit = admin_value(a, "unit") };
	bad = read_instant(a, "mulai", "jam-mulai", &o->from) != 0;
	bad |= read_instant(a, "selesai", "jam-selesai", &o->to) != 0;
	if (!bad && o->to <= o->from) {
		admin_error(a, "jam-selesai", "Selesai harus setelah "
		    "mulai");
		bad = 1;
	}
	if (strcmp(o->unit, OFFICE_WIDE) == 0)
		o->unit = NULL;
	return bad ? office_fail(a->req->office, CASE_INVALID, "", " ") :
	    CASE_OK;
}

/* Keep the calendar with `old` as `new`, either of which may be NULL. */
static enum case_err
keep(struct admin *a, const struct change *ch, const struct cal_outage *old,
    const struct cal_outage *new, const char *note)
{
	const struct subject *s = a->about;
	char why[300], *text = calendar_change_outage(s->edited->text, old,
	    new, note, why, sizeof(why));

	if (text == NULL)
		return office_fail(a->req->office, CASE_INVALID, "name", "%s",
		    why);
	arena_adopt(a->req->arena, text);
	return calendar_draft_save(a->req->office, ch, text);
}

static enum case_err
record(struct admin *a, const struct change *ch)
{
	struct cal_outage o;
	enum case_err err = read_outage(a, &o);

	return err != CASE_OK ? err : keep(a, ch, NULL, &o, NULL);
}

/* Recorded after it, or announced before; it ends not before it begins. */
static const struct sop_bound begins = { .first = "hari-ini - 2 tahun",
	.last = "hari-ini + 1 tahun" };
static const struct sop_bound ends = { .first = "mulai",
	.last = "hari-ini + 1 tahun" };

static const struct sop_field fields[OUTAGE_FIELDS] = {
	{ .name = "nama", .label = "Apa yang terjadi", .required = 1,
	    .max = 200, .help = "Misalnya listrik padam, SISUMAKER tidak dapat "
	    "dibuka" },
	{ .name = "unit", .label = "Unit yang terkena", .required = 1,
	    .type = FIELD_CHOICE },
	{ .name = "mulai", .label = "Tanggal mulai", .required = 1,
	    .type = FIELD_DATE, .bound = &begins, .nbound = 1 },
	{ .name = "jam-mulai", .label = "Jam mulai", .required = 1, .max = 5,
	    .help = "Misalnya 10.00" },
	{ .name = "selesai", .label = "Tanggal selesai", .required = 1,
	    .type = FIELD_DATE, .bound = &ends, .nbound = 1 },
	{ .name = "jam-selesai", .label = "Jam selesai", .required = 1,
	    .max = 5 },
	{ .name = "bukti", .label = "Bukti", .required = 1, .max = 200,
	    .help = "Nomor surat atau berita acara, atau nama dokumen buktinya "
	    "dan tempat menyimpannya" },
	{ .name = "alasan", .label = "Alasan perbaikan", .required = 1,
	    .max = 200 },
};
#define NEW_FIELDS (OUTAGE_FIELDS - 1)	/* a reason is for corrections */

/* The units, and the office as a whole. */
static enum case_err
choose(const struct request *req, struct sop_field *f)
{
	struct sop_choice *choice;
	struct unit_row *rows;
	size_t n;
	enum case_err err = unit_list(req->office, &rows, &n);

	if (err != CASE_OK)
		return err;
	arena_adopt(req->arena, rows);
	choice = arena_alloc(req->arena, (n + 1) * sizeof(*choice));
	choice[f->nchoice++] = (struct sop_choice){ OFFICE_WIDE,
	    "Seluruh kantor" };
	for (size_t i = 0; i < n; i++)
		if (rows[i].parent_id != 0)
			choice[f->nchoice++] = (struct sop_choice){
			    rows[i].slug, rows[i].name };
	f->choice = choice;
	return CASE_OK;
}

/* -- one of them, corrected or removed ------------------------------------- */

static struct sop_field removal = { .name = "alasan-hapus",
	.label = "Alasan penghapusan", .required = 1, .max = 200,
	.help = "Misalnya: tercatat dua kali. Alasan ini tetap tertulis dalam "
	"teks kalender." };

/* The note in the text afterwards, which tells a reader of the text, or of two
 * versions side by side, about the change. */
static const char *
reason_of(const struct admin *a, const char *what, const char *field)
{
	const struct subject *s = a->about;

	return arena_printf(a->req->arena, "Gangguan \"%s\" %s %s: %s",
	    s->one.name, what, admin_day_iso(a->req, a->req->now),
	    admin_value(a, field));
}

static int
same_words(const char *a, const char *b)
{
	return strcmp(a != NULL ? a : "", b != NULL ? b : "") == 0;
}

static enum case_err
correct(struct admin *a, const struct change *ch)
{
	const struct subject *s = a->about;
	struct cal_outage o;
	enum case_err err = read_outage(a, &o);

	if (err != CASE_OK)
		return err;
	if (o.from == s->one.from && o.to == s->one.to &&
	    same_words(o.name, s->one.name) && same_words(o.unit,
	    s->one.unit) && same_words(o.evidence, s->one.evidence))
		return office_fail(a->req->office, CASE_INVALID, "name",
		    "Belum ada yang diubah");
	return keep(a, ch, &s->one, &o, reason_of(a, "diperbaiki", "alasan"));
}

static enum case_err
remove_outage(struct admin *a, const struct change *ch)
{
	const struct subject *s = a->about;

	return keep(a, ch, &s->one, NULL, reason_of(a, "dihapus",
	    "alasan-hapus"));
}

/* "10.00" of an instant. */
static const char *
time_text(const struct admin *a, int64_t at)
{
	struct cal_local l;

	calendar_local(office_calendar(a->req->office), at, &l);
	return arena_printf(a->req->arena, "%02d.%02d", l.hour, l.minute);
}

static int
show_one(struct admin *a, struct sop_field *f, const struct cal_outage *o)
{
	const char *const text[OUTAGE_FIELDS] = { o->name,
		o->unit != NULL ? o->unit : OFFICE_WIDE,
		admin_day_iso(a->req, o->from), time_text(a, o->from),
		admin_day_iso(a->req, o->to), time_text(a, o->to),
		o->evidence != NULL ? o->evidence : "", "" };
	struct act_value *now = arena_alloc(a->req->arena,
	    OUTAGE_FIELDS * sizeof(*now));

	for (size_t i = 0; i < OUTAGE_FIELDS; i++)
		now[i] = (struct act_value){ f[i].name, text[i] };
	a->address = address_of(a->req, o);
	a->back = OUTAGE;
	a->back_text = "Kembali ke gangguan";
	a->caption = "Gangguan";
	a->heading = o->name;
	a->fill = NULL;
	a->edit[0] = (struct edit){ .act = "simpan", .draft = 1,
	    .button = "Simpan dalam rancangan",
	    .done = "Perbaikan disimpan dalam rancangan. Belum berlaku.",
	    .field = f, .nfield = OUTAGE_FIELDS, .now = now,
	    .nnow = OUTAGE_FIELDS, .apply = correct };
	a->edit[1] = (struct edit){ .act = "hapus", .draft = 1, .ends = 1,
	    .title = "Hapus gangguan ini", .button = "Hapus dalam rancangan",
	    .done = "Penghapusan disimpan dalam rancangan. Belum berlaku.",
	    .field = &removal, .nfield = 1, .apply = remove_outage };
	a->nedits = 2;
	return admin_page(a);
}

/* The outage of an address "1767668400-kantor": 0, or -1 when it is none. */
static int
find(const struct request *req, struct subject *s, const char *key)
{
	struct cal_outage *list = arena_alloc(req->arena,
	    OUTAGES_MAX * sizeof(*list));
	size_t n = calendar_outages(s->edited->cal, INT64_MIN, INT64_MAX, list,
	    OUTAGES_MAX);

	for (size_t i = 0; i < n && i < OUTAGES_MAX; i++)
		if (strcmp(address_of(req, &list[i]) + sizeof(OUTAGE), key) ==
		    0) {
			s->one = list[i];
			return 0;
		}
	return -1;
}

static int
show_or_missing(struct admin *a, struct subject *s, struct sop_field *f,
    const char *one)
{
	if (find(a->req, s, one) == 0)
		return show_one(a, f, &s->one);
	/* A form sent twice may ask for an outage that is gone. */
	return a->req->method == METHOD_POST ? admin_page(a) :
	    reply_error(a->reply, a->req, 404, NULL);
}

/* -- the pages ----------------------------------------------------------- */

static int
show_all(struct admin *a, struct sop_field *f)
{
	a->edit[0] = (struct edit){ .act = "catat", .title = "Catat gangguan",
	    .button = "Simpan dalam rancangan", .draft = 1,
	    .done = "Gangguan disimpan dalam rancangan. Belum berlaku.",
	    .field = f, .nfield = NEW_FIELDS, .apply = record };
	a->nedits = 1;
	return admin_page(a);
}

int
admin_outage(struct request *req, struct reply *reply,
    const struct calendar_edited *edited, const char *one)
{
	struct admin a = { .req = req, .reply = reply, .address = OUTAGE,
	    .after = PATH_KALENDER "/rancangan", .back = PATH_KALENDER,
	    .back_text = "Kembali ke kalender", .heading = "Gangguan",
	    .fill = fill };
	struct subject s = { .edited = edited };
	struct sop_field *f = choice_fields_copy(req, fields, OUTAGE_FIELDS);

	if (choose(req, &f[1]) != CASE_OK)
		return reply_error(reply, req, 404, NULL);
	a.about = &s;
	return one == NULL ? show_all(&a, f) :
	    show_or_missing(&a, &s, f, one);
}
