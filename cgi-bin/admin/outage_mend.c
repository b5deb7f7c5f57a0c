/*
 * outage_mend.c - a recorded outage mended, or taken out, in the draft
 * of the calendar.
 */
#include "cgi-bin/admin/outage.h"

#include <string.h>

#include "base/arena.h"
#include "calendar/calendar_edit.h"
#include "page/page.h"
#include "web/reply.h"
#include "web/request.h"
#include "web/route.h"

static struct sop_field removal = { .name = "alasan-hapus",
	.label = "Alasan penghapusan", .required = 1, .max = 200,
	.help = "Misalnya: tercatat dua kali. Alasan ini tetap tertulis dalam "
	"teks kalender." };

/* What stands above its place afterwards: who reads the text, or a later
 * version beside an earlier, is told. */
static const char *
reason_of(const struct admin *a, const char *what, const char *field)
{
	return arena_printf(a->req->arena, "%s %s: %s", what,
	    admin_day_iso(a->req, a->req->now), admin_value(a, field));
}

static int
same_words(const char *a, const char *b)
{
	return strcmp(a != NULL ? a : "", b != NULL ? b : "") == 0;
}

static enum case_err
mend(struct admin *a, const struct change *ch)
{
	const struct outage_subject *s = a->about;
	struct cal_outage o;
	enum case_err err = outage_read(a, &o);
	char why[300];

	if (err != CASE_OK)
		return err;
	if (o.from == s->one.from && o.to == s->one.to &&
	    same_words(o.name, s->one.name) && same_words(o.unit,
	    s->one.unit) && same_words(o.evidence, s->one.evidence))
		return office_fail(a->req->office, CASE_INVALID, "name",
		    "Belum ada yang diubah");
	return outage_keep(a, ch, calendar_change_outage(s->text, &s->one, &o,
	    reason_of(a, "Diperbaiki", "alasan"), why, sizeof(why)), why);
}

static enum case_err
take_out(struct admin *a, const struct change *ch)
{
	const struct outage_subject *s = a->about;
	char why[300];

	return outage_keep(a, ch, calendar_change_outage(s->text, &s->one, NULL,
	    reason_of(a, arena_printf(a->req->arena, "Gangguan \"%s\" "
	    "dihapus", s->one.name), "alasan-hapus"), why, sizeof(why)), why);
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
	const char *const text[OUTAGE_FIELDS] = { o->name, o->unit != NULL ? o->unit :
		OFFICE_WIDE, admin_day_iso(a->req, o->from), time_text(a, o->from),
		admin_day_iso(a->req, o->to), time_text(a, o->to),
		o->evidence != NULL ? o->evidence : "", "" };
	struct act_value *now = arena_alloc(a->req->arena,
	    OUTAGE_FIELDS * sizeof(*now));

	for (size_t i = 0; i < OUTAGE_FIELDS; i++)
		now[i] = (struct act_value){ f[i].name, text[i] };
	a->address = outage_address(a->req, o);
	a->back = OUTAGE;
	a->back_text = "Kembali ke gangguan";
	a->caption = "Gangguan";
	a->heading = o->name;
	a->fill = NULL;
	a->edit[0] = (struct edit){ .act = "simpan", .draft = 1,
	    .button = "Simpan dalam rancangan",
	    .done = "Perbaikan disimpan dalam rancangan. Belum berlaku.",
	    .field = f, .nfield = OUTAGE_FIELDS, .now = now, .nnow = OUTAGE_FIELDS,
	    .apply = mend };
	a->edit[1] = (struct edit){ .act = "hapus", .draft = 1, .ends = 1,
	    .title = "Hapus gangguan ini", .button = "Hapus dalam rancangan",
	    .done = "Penghapusan disimpan dalam rancangan. Belum berlaku.",
	    .field = &removal, .nfield = 1, .apply = take_out };
	a->nedits = 2;
	return admin_page(a);
}

/* The outage of an address "1767668400-kantor": 0, or -1 when it is none. */
static int
find(const struct request *req, struct outage_subject *s, const char *key)
{
	struct cal_outage *list = arena_alloc(req->arena,
	    OUTAGES_MAX * sizeof(*list));
	size_t n = calendar_outages(s->cal, INT64_MIN, INT64_MAX, list,
	    OUTAGES_MAX);

	for (size_t i = 0; i < n && i < OUTAGES_MAX; i++)
		if (strcmp(outage_address(req, &list[i]) + sizeof(OUTAGE), key) ==
		    0) {
			s->one = list[i];
			return 0;
		}
	return -1;
}

int
outage_mend(struct admin *a, struct outage_subject *s, struct sop_field *f,
    const char *one)
{
	if (find(a->req, s, one) == 0)
		return show_one(a, f, &s->one);
	/* What is gone may still be asked for by a form sent twice. */
	return a->req->method == METHOD_POST ? admin_page(a) :
	    reply_error(a->reply, a->req, 404, NULL);
}
