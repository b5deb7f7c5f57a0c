/*
 * step-forms-t.c - the form of every kind of step: once good, once per field
 * refused, once without token, once for the wrong role, and with the
 * characters that HTML knows in every field.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "case/evaluation.h"
#include "tests/case/fixture.h"
#include "tests/tap.h"
#include "tests/web/seat.h"

#define SPECIAL "%3C%3E%26%22%27"	/* <>&"' */
#define ESCAPED "&lt;&gt;&amp;&quot;&#39;"

/* One kind of step, on a row of an SOP. */
static const struct kind {
	const char	*program, *path, *sop, *no;
	const char	*stranger;	/* somebody of another role */
	const char	*extra;		/* beside the row's fields */
	int		 checked;	/* there is a check page */
} kinds[] = {
	{ "submit", "/perbaiki", "keimigrasian-wna", "2", "kakanwil", "", 0 },
	{ "review", "/periksa", "sigap-magang-penelitian", "2", "kakanwil",
	    "&keputusan=teruskan", 0 },
	{ "assign", "/disposisi", "pagu-anggaran", "2", "duta-sigap",
	    "&alasan=konsep", 0 },
	{ "draft", "/susun", "sigap-magang-penelitian", "4", "kakanwil",
	    "&isi=Yth.", 0 },
	{ "approve", "/setujui", "sigap-magang-penelitian", "5", "kakanwil",
	    "&keputusan=teruskan", 1 },
	{ "deliver", "/serahkan", "sigap-magang-penelitian", "7", "kakanwil",
	    "", 0 },
	{ "notify", "/beritahu", "izin-magang-penelitian", "5", "kakanwil",
	    "", 1 },
	{ "record", "/catat", "keimigrasian-wna", "4", "kakanwil", "", 0 },
	{ "archive", "/arsipkan", "skp", "10", "kakanwil", "", 1 },
	{ "evaluate", "/evaluasi", "izin-magang-penelitian", NULL, "kakanwil",
	    "", 1 },
};

static struct office *office;
static const struct kind *kind;		/* under test */

static int64_t
open_case(const struct kind *k)
{
	int64_t id;

	if (k->no != NULL)
		return desk_case(office, k->sop, k->no);
	if (evaluation_open(office, fixture_sop(office, k->sop), "2025-12",
	    desk_now, &id) != CASE_OK)
		bail(office_why(office));
	return id;
}

/* Send a form's text, with a file where the row needs one. */
static void
send(struct seat *d, const char *form, int with_file)
{
	if (with_file && seat_file(d) != NULL)
		seat_send_file(d, form, seat_file(d));
	else
		seat_send(d, form);
}

/* The whole form: the row's fields, one changed, and what the kind needs. */
static char *
whole(const struct seat *d, const char *over, const char *more)
{
	char *fields = desk_form(office, d->row, over), *all;

	if (asprintf(&all, "%s%s%s", fields, kind->extra, more) == -1)
		bail("out of memory");
	free(fields);
	return all;
}

static void
is_untouched(const struct seat *d, int64_t events)
{
	is_int(events, seat_events(d), "...and changes "
	    "nothing");
}

static void
shows(struct seat *d)
{
	cgi_get(&d->v, d->program, d->uri);
	is_int(200, d->v.status, "%s: the page", d->program);
	ok(cgi_has(&d->v, "Yang diminta dari Anda"), "...what is asked");
	ok(cgi_has(&d->v, "name=\"versi\""), "...with a form");
	for (size_t i = 0; i < d->row->nfield; i++) {
		char id[128];

		snprintf(id, sizeof(id), "id=\"%s\"", d->row->field[i].name);
		ok(cgi_has(&d->v, id), "...field %s", d->row->field[i].name);
	}
}

static void
refuses_others(struct seat *d, int64_t events)
{
	struct visitor other = { .now = d->v.now }, nobody = { .now = 0 };
	char *form = whole(d, NULL, "&aksi=selesai&csrf=wrong");

	nobody.now = d->v.now;
	cgi_login(office, &other, kind->stranger);
	cgi_get(&other, d->program, d->uri);
	is_int(403, other.status, "%s: another role", d->program);
	ok(cgi_has(&other, "Langkah ini dikerjakan oleh"), "...whose it is");
	free(form);
	form = whole(d, NULL, "&aksi=selesai");
	cgi_post(&other, d->program, d->uri, form);
	is_int(403, other.status, "...cannot send it");
	free(form);
	form = whole(d, NULL, "&aksi=selesai&csrf=wrong");
	cgi_post(&d->v, d->program, d->uri, form);
	is_int(422, d->v.status, "without its token it comes back");
	free(form);
	cgi_get(&nobody, d->program, d->uri);
	is_int(303, nobody.status, "nobody is sent to the log-in");
	is_untouched(d, events);
	cgi_leave(&other);
	cgi_leave(&nobody);
}

static void
refuses_fields(struct seat *d, int64_t events)
{
	for (size_t i = 0; i < d->row->nfield; i++) {
		const struct sop_field *f = &d->row->field[i];
		char over[128], link[128], *form;

		if (!f->required)
			continue;
		snprintf(over, sizeof(over), "%s=", f->name);
		snprintf(link, sizeof(link), "href=\"#%s", f->name);
		form = whole(d, over, "&aksi=selesai");
		send(d, form, f->type != FIELD_FILE);
		is_int(422, d->v.status, "%s: without %s", d->program,
		    f->name);
		ok(cgi_has(&d->v, link), "...which is named");
		ok(cgi_has(&d->v, "<title>Galat: "), "...in the title too");
		free(form);
	}
	is_untouched(d, events);
}

static void
escapes(struct seat *d)
{
	for (size_t i = 0; i < d->row->nfield; i++) {
		const struct sop_field *f = &d->row->field[i];
		char *form, *rest;

		if (f->type == FIELD_FILE || f->type == FIELD_CHOICE ||
		    f->type == FIELD_DATE || f->type == FIELD_OFFICER)
			continue;
		/* The first of two values of a field counts. */
		rest = whole(d, NULL, "&aksi=ubah");
		if (asprintf(&form, "%s=%s&catatan=%s&%s", f->name, SPECIAL,
		    SPECIAL, rest) == -1)
			bail("out of memory");
		free(rest);
		send(d, form, 0);
		is_int(200, d->v.status, "%s: %s with all five characters",
		    d->program, f->name);
		ok(cgi_has(&d->v, ESCAPED), "...comes back escaped");
		ok(!cgi_has(&d->v, "<>&\"'"), "...and never raw");
		free(form);
	}
}

static void
accepts(struct seat *d)
{
	int64_t events = seat_events(d);
	char *form = whole(d, NULL, "&aksi=selesai");
	struct task_row t;

	send(d, form, 1);
	free(form);
	if (kind->checked) {
		is_int(200, d->v.status, "%s: look once more",
		    d->program);
		ok(cgi_has(&d->v, "value=\"kirim\""), "...before it is sent");
		is_untouched(d, events);
		form = whole(d, NULL, "&aksi=kirim&alasan-dokumen="
		    "Ditandatangani+di+atas+kertas.");
		send(d, form, 1);
		free(form);
	}
	is_int(303, d->v.status, "%s: done", d->program);
	is_string("/kotak-masuk", d->v.location, "...back to the inbox");
	ok(seat_events(d) > events, "...and recorded");
	is_int(CASE_OK, task_get(office, d->task.id, &t), "its task");
	is_int(0, t.open, "...is closed");
	cgi_get(&d->v, d->program, d->uri);
	is_int(303, d->v.status, "its address goes on to the case");
}

int
main(void)
{
	office = cgi_office();
	fixture_sees_all(office, "kakanwil");
	fixture_sees_all(office, "duta-sigap");
	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++) {
		struct seat d;
		int64_t events;

		kind = &kinds[i];
		seat_take(&d, office, kind->program, kind->path,
		    open_case(kind), 1);
		events = seat_events(&d);
		shows(&d);
		refuses_others(&d, events);
		refuses_fields(&d, events);
		escapes(&d);
		accepts(&d);
		seat_leave(&d);
	}
	return tap_done();
}
