/*
 * institution-t.c - the institution of a request: an operator's is that of the
 * account, whatever is sent.
 */
#include <stdlib.h>
#include <string.h>

#include "case/act_start.h"
#include "case/participant.h"
#include "tests/case/fixture.h"
#include "tests/tap.h"
#include "tests/web/applicant.h"
#include "tests/web/seat.h"

#define SIGAP "/mulai/sigap-magang-penelitian"

static struct office *o;
static struct visitor v;

static int64_t
newest(void)
{
	return fixture_int(o, "SELECT max(id) FROM cases WHERE $1 = $1", 0);
}

/* A field of a case as it was recorded. */
static void
is_recorded(const char *want, int64_t id, const char *field, const char *what)
{
	char *value = case_value(o, id, field);

	is_string(want, value, "%s", what);
	free(value);
}

static void
log_in(const char *login)
{
	cgi_leave(&v);
	v.now = desk_now;
	cgi_login(o, &v, login);
}

/* The first page of a request, by its operator. */
static void
first_page(void)
{
	char uri[512];

	cgi_get(&v, "submit", SIGAP);
	cgi_post(&v, "submit", SIGAP, "aksi=mulai");
	snprintf(uri, sizeof(uri), "%s", v.location);
	cgi_get(&v, "submit", uri);
}

/* Its name and kind are read, not typed, and what is typed all the same is
 * passed over: on the page, and at the end. */
static void
of_a_campus(void)
{
	const char *check;

	log_in("admin-user");
	first_page();
	ok(cgi_has(&v, "Universitas Sriwijaya <span"), "the name is shown");
	ok(cgi_has(&v, "Perguruan tinggi <span"), "...and the kind");
	ok(!cgi_has(&v, "name=\"lembaga\"") && !cgi_has(&v,
	    "name=\"jenjang\""), "...neither can be typed");
	check = applicant_write(o, &v, SIGAP, "lembaga=Universitas Indonesia",
	    "surat.pdf");
	ok(strstr(check, "/periksa") != NULL, "another's name is sent");
	cgi_get(&v, "submit", check);
	ok(cgi_has(&v, "Universitas Sriwijaya") && !cgi_has(&v,
	    "Universitas Indonesia"), "...and passed over");
	ok(!cgi_has(&v, "1?ubah=1#lembaga"), "...with no way to change it");
	ok(cgi_has(&v, "1?ubah=1#whatsapp"), "...as others have");
	applicant_send(&v, check);
	is_int(303, v.status, "sent");
	is_recorded("Universitas Sriwijaya", newest(), "lembaga",
	    "...by its name");
	is_recorded("perguruan-tinggi", newest(), "jenjang", "...and kind");
	is_int(1, fixture_int(o, "SELECT subject LIKE 'Universitas Sriwijaya,%'"
	    " FROM cases WHERE id = $1", newest()), "...the case is called so");
}

/* The kind of a school asks for its parents' consent. */
static void
of_a_school(void)
{
	const char *check;

	fixture_run(o, "UPDATE institutions SET kind = 'sekolah',"
	    " name = 'SMK Negeri 2' WHERE name LIKE 'Politeknik%'");
	log_in("admin-user-2");
	check = applicant_write(o, &v, SIGAP, "jenjang=perguruan-tinggi",
	    "surat.pdf");
	cgi_get(&v, "submit", check);
	ok(cgi_has(&v, "name=\"persetujuan_orang_tua\""),
	    "a school's request asks for the parents' consent");
	applicant_send(&v, check);
	is_recorded("sekolah", newest(), "jenjang",
	    "...by the kind of the account");
	is_recorded("SMK Negeri 2", newest(), "lembaga", "...and its name");
}

/* A kind that the SOP file does not name is asked. */
static void
of_another(void)
{
	fixture_run(o, "UPDATE institutions SET kind = 'lain'"
	    " WHERE name = 'SMK Negeri 2'");
	log_in("admin-user-2");
	first_page();
	ok(cgi_has(&v, "name=\"jenjang\"") && !cgi_has(&v,
	    "name=\"lembaga\""), "of another body the kind is asked");
}

/* Mended, it is still the account's. */
static void
mended(void)
{
	struct seat s, mend;
	char *form, *sent;
	int64_t id;

	log_in("admin-user");
	id = desk_case(o, "sigap-magang-penelitian", "2");
	seat_take(&s, o, "review", "/periksa", id, 1);
	seat_send(&s, "aksi=selesai&keputusan=kembali-1"
	    "&catatan=Surat+belum+ditandatangani+pimpinan.");
	is_int(303, s.v.status, "sent back");
	seat_take(&mend, o, "submit", "/perbaiki", id, 0);
	seat_look(&mend);
	ok(cgi_has(&mend.v, "Universitas Sriwijaya <span") &&
	    !cgi_has(&mend.v, "name=\"lembaga\""), "the account's, to be read");
	form = desk_form(o, mend.row, "lembaga=Universitas Indonesia");
	if (asprintf(&sent, "%s&peserta-tambah=ya&surat-lama=%s", form,
	    cgi_field(&mend.v, "surat-lama")) == -1)
		bail("out of memory");
	seat_send(&mend, sent);
	ok(cgi_has(&mend.v, "Ajukan kembali</button>"),
	    "a row more is nothing sent unchanged");
	free(sent);
	if (asprintf(&sent, "nomor_surat=2&aksi=kirim&surat-lama=%s&%s",
	    cgi_field(&mend.v, "surat-lama"), form) == -1)
		bail("out of memory");
	seat_send(&mend, sent);
	is_int(303, mend.v.status, "mended with another's name");
	is_recorded("Universitas Sriwijaya", id, "lembaga",
	    "...it is still the account's");
	free(form);
	free(sent);
	seat_leave(&s);
	seat_leave(&mend);
}

/* The library itself takes no other, whoever calls it. */
static void
by_the_library(void)
{
	struct act_start st = { .version_id = fixture_sop(o,
	    "sigap-magang-penelitian") };
	struct act a = { .now = desk_now,
	    .actor = { .person_id = fixture_person(o, "admin-user") } };
	const struct act_value other = { "lembaga", "Universitas Indonesia" };
	struct fixture_form form;

	fixture_form(o, sop_row_at(office_sop(o, st.version_id), 1), a.now,
	    &other, 1, &form);
	a.value = form.value;
	a.nvalue = form.nvalue;
	a.file = form.file;
	a.nfile = form.nfile;
	is_int(CASE_OK, act_start(o, &a, &st), "an act with another's name");
	is_recorded("Universitas Sriwijaya", a.case_id, "lembaga",
	    "...has the account's");
	st.version_id = fixture_sop(o, "izin-magang-penelitian");
	a.actor.person_id = 0;
	fixture_form(o, sop_row_at(office_sop(o, st.version_id), 1), a.now,
	    &other, 1, &form);
	a.nvalue = form.nvalue;
	a.nfile = form.nfile;
	is_int(CASE_OK, act_start(o, &a, &st), "of the public");
	is_recorded("Universitas Indonesia", a.case_id, "lembaga",
	    "...it is as typed");
}

int
main(void)
{
	desk_now = FIXTURE_START + 3600;
	o = cgi_office();
	of_a_campus();
	mended();
	of_a_school();
	of_another();
	by_the_library();
	cgi_leave(&v);
	office_close(o);
	return tap_done();
}
