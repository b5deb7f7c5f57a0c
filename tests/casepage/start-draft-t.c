/*
 * start-draft-t.c - "Simpan draf" of an official who begins a case: it comes
 * back to him, to nobody else, becomes one case, and goes with time.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "case/draft.h"
#include "tests/case/fixture.h"
#include "tests/tap.h"
#include "tests/web/cgi.h"
#include "tests/web/desk.h"

#define PAGU "/mulai/pagu-anggaran"
#define DAY INT64_C(86400)

static struct office *office;
static struct visitor v;
static char kept[sizeof(v.location)];	/* address of the draft */

static int64_t
count(const char *table)
{
	char query[128];

	snprintf(query, sizeof(query), "SELECT count(*) + 0 * $1 FROM %s",
	    table);
	return fixture_int(office, query, 0);
}

/* The signed beginning of the form on the page, as a field of a form. */
static const char *
beginning(void)
{
	static char text[160];

	snprintf(text, sizeof(text), "mulai=%s", cgi_field(&v, "mulai"));
	return text;
}

static void
is_kept(void)
{
	char begun[160];
	const char *const fields[] = { "kunci=a", "aksi=draf", begun,
		"perihal=Pagu <b> & \"x\"", "tahun=dua ribu",
		"catatan=Baris satu\nBaris dua", "diterima-pukul=8.7", NULL };
	const struct cgi_file file = { "lampiran", "pagu.pdf",
		"application/pdf", desk_pdf, desk_pdf_len };
	int64_t cases = count("cases");

	cgi_get(&v, "submit", PAGU);
	ok(cgi_has(&v, "value=\"draf\">Simpan draf</button>"),
	    "the form can be kept");
	ok(!cgi_has(&v, "draf Anda"), "...and says of none");
	snprintf(begun, sizeof(begun), "%s", beginning());
	v.now += 60;
	cgi_upload(&v, "submit", PAGU, fields, &file);
	is_int(303, v.status, "kept, though half of it is wrong");
	ok(strncmp(v.location, PAGU "/", strlen(PAGU "/")) == 0 &&
	    strlen(v.location) == strlen(PAGU "/") + 32,
	    "...at an address of its own");
	snprintf(kept, sizeof(kept), "%s", v.location);
	cgi_upload(&v, "submit", PAGU, fields, &file);
	is_string(kept, v.location, "pressed twice it is the same");
	is_int(1, count("drafts"), "...and one draft");
	is_int(cases, count("cases"), "no case began");
}

static void
comes_back(void)
{
	cgi_get(&v, "submit", kept);
	is_int(200, v.status, "the form again");
	ok(cgi_has(&v, "Draf tersimpan sampai 12 Januari 2026"),
	    "...which says until when");
	ok(cgi_has(&v, "Isian ini draf Anda, tersimpan sampai"),
	    "...and what it holds");
	ok(cgi_has(&v, "value=\"Pagu &lt;b&gt; &amp; &quot;x&quot;\""),
	    "a line as it was typed");
	ok(cgi_has(&v, "value=\"dua ribu\""), "...a wrong year, too");
	ok(cgi_has(&v, "Baris satu\nBaris dua</textarea>"),
	    "...and lines of text");
	ok(cgi_has(&v, "value=\"8.7\""), "...and half an instant");
	ok(cgi_has(&v, "name=\"lampiran-lama\"") && cgi_has(&v, "pagu.pdf"),
	    "the file need not be chosen again");
	is_int(FIXTURE_START, strtoll(cgi_field(&v, "mulai"), NULL, 10),
	    "the beginning is the first one");
	cgi_get(&v, "submit", "/mulai");
	ok(cgi_has(&v, kept), "the list of what may be begun has it");
	cgi_get(&v, "submit", PAGU);
	ok(!cgi_has(&v, "Baris satu"), "a new form is empty");
}

static void
is_his_alone(void)
{
	struct visitor other = { .now = v.now };
	char uri[sizeof(kept)];

	cgi_login(office, &other, "admin");
	cgi_get(&other, "submit", kept);
	ok(other.status == 403 || other.status == 404,
	    "another official: %d", other.status);
	ok(!cgi_has(&other, "Baris satu"), "...sees none of it");
	cgi_post(&other, "submit", kept, "kunci=x&aksi=draf&perihal=Lain");
	ok(other.status == 403 || other.status == 404, "...and keeps nothing");
	cgi_leave(&other);
	fixture_run(office, "INSERT INTO holders (id, role_id, person_id,"
	    " capacity, letter_no, from_at) SELECT 77, r.id, p.id, 'plh',"
	    " 'W.6', 0 FROM roles r, people p WHERE r.slug = 'kakanwil'"
	    " AND p.login = 'jfu'");
	cgi_login(office, &other, "jfu");
	cgi_get(&other, "submit", PAGU);
	is_int(200, other.status, "his deputy, who may begin such a case");
	cgi_get(&other, "submit", kept);
	is_int(404, other.status, "...does not see it, either");
	cgi_get(&other, "submit", "/mulai");
	ok(!cgi_has(&other, kept), "...nor in his list");
	cgi_leave(&other);
	snprintf(uri, sizeof(uri), "%.*sx", (int)strlen(kept) - 1, kept);
	cgi_get(&v, "submit", uri);
	is_int(404, v.status, "an address like it");
	cgi_post(&v, "submit", kept, "csrf=x&kunci=x&aksi=draf&perihal=y");
	is_int(422, v.status, "nothing without the form's token");
	cgi_get(&v, "submit", kept);
	ok(cgi_has(&v, "Baris satu"), "it is as it was");
}

/* Changed, sent wrong, sent right. */
static void
becomes_a_case(void)
{
	char form[1024], file[512], begun[160];
	int64_t cases = count("cases"), id;

	snprintf(begun, sizeof(begun), "%s", beginning());
	begun[strcspn(begun, " ")] = '+';
	v.now += 60;
	snprintf(file, sizeof(file), "%s", cgi_field(&v, "lampiran-lama"));
	for (char *s = file; *s != '\0'; s++)
		if (*s == ' ')
			*s = '+';
	snprintf(form, sizeof(form), "kunci=b&aksi=draf&%s&perihal=Pagu+2027"
	    "&catatan=&lampiran-lama=%s", begun, file);
	cgi_post(&v, "submit", kept, form);
	is_string(kept, v.location, "kept again");
	cgi_get(&v, "submit", kept);
	ok(cgi_has(&v, "value=\"Pagu 2027\"") && !cgi_has(&v, "Baris satu"),
	    "...in the place of what was there");
	ok(cgi_has(&v, "name=\"lampiran-lama\""), "...the file still there");
	cgi_post(&v, "submit", kept, "kunci=c&aksi=kirim&perihal=Pagu+2027"
	    "&tahun=2027");
	is_int(422, v.status, "sent without its disposition");
	is_int(cases, count("cases"), "...nothing begins");
	v.now = FIXTURE_START + 600;
	snprintf(form, sizeof(form), "kunci=d&aksi=kirim&%s&perihal=Pagu+2027"
	    "&tahun=2027&catatan=Siapkan.&lampiran-lama=%s", begun, file);
	cgi_post(&v, "submit", kept, form);
	is_int(303, v.status, "sent");
	is_int(cases + 1, count("cases"), "...a case begins");
	id = fixture_int(office, "SELECT case_id FROM drafts WHERE case_id >"
	    " $1", 0);
	is_int(1, fixture_int(office, "SELECT count(*) FROM documents WHERE"
	    " case_id = $1 AND name = 'pagu.pdf'", id), "...with its file");
	is_int(FIXTURE_START, fixture_int(office, "SELECT claimed_at FROM"
	    " tasks WHERE case_id = $1 AND pos = 1", id),
	    "...whose work counts from when the form was shown first");
	is_int(0, count("draft_values") + count("draft_files"),
	    "what was kept lies in the case");
	snprintf(form, sizeof(form), "kunci=e&aksi=kirim&perihal=Pagu+2027"
	    "&tahun=2027&catatan=Siapkan.");
	cgi_post(&v, "submit", kept, form);
	ok(strncmp(v.location, "/mulai/terkirim?", 16) == 0,
	    "sent again it leads to what follows");
	is_int(cases + 1, count("cases"), "...and begins nothing");
	cgi_get(&v, "submit", kept);
	ok(strncmp(v.location, "/mulai/terkirim?", 16) == 0,
	    "so does its address");
	cgi_get(&v, "submit", "/mulai");
	ok(!cgi_has(&v, kept), "the list has it no more");
}

/* Kept, and sent from the form as it stood before: nothing is left over. */
static void
goes_with_its_form(void)
{
	char begun[160], form[512];

	cgi_get(&v, "submit", PAGU);
	snprintf(begun, sizeof(begun), "%s", beginning());
	begun[strcspn(begun, " ")] = '+';
	snprintf(form, sizeof(form), "kunci=f&aksi=draf&perihal=Satu&%s",
	    begun);
	cgi_post(&v, "submit", PAGU, form);
	is_int(303, v.status, "kept");
	snprintf(form, sizeof(form), "kunci=f&aksi=kirim&perihal=Satu&tahun="
	    "2027&catatan=Siapkan.&%s", begun);
	cgi_post(&v, "submit", PAGU, form);
	is_int(303, v.status, "sent by the form before it");
	is_int(0, fixture_int(office, "SELECT count(*) FROM drafts WHERE"
	    " case_id IS NULL AND id > $1", 0), "...no draft is left");
}

/* A file that is none is said at once; the rest is kept. */
static void
refuses_a_file(void)
{
	const char *const fields[] = { "kunci=g", "aksi=draf",
		"perihal=Dokumen", NULL };
	const struct cgi_file file = { "lampiran", "a.pdf",
		"application/pdf", "<script>", 8 };

	cgi_get(&v, "submit", PAGU);
	cgi_upload(&v, "submit", PAGU, fields, &file);
	is_int(422, v.status, "a file that is no PDF");
	ok(cgi_has(&v, "href=\"#lampiran\""), "...is told");
	ok(!cgi_has(&v, "href=\"#tahun\""), "...and nothing else is missed");
	ok(cgi_has(&v, "value=\"Dokumen\""), "...the rest stands there");
	ok(cgi_has(&v, "action=\"" PAGU "/"), "...and is kept");
	is_int(1, fixture_int(office, "SELECT count(*) FROM draft_values"
	    " WHERE value = 'Dokumen' AND draft_id > $1", 0), "...as it was");
}

static void
goes_with_time(void)
{
	cgi_get(&v, "submit", PAGU);
	cgi_post(&v, "submit", PAGU, "kunci=h&aksi=draf&perihal=Lama");
	snprintf(kept, sizeof(kept), "%s", v.location);
	v.now += 3 * DAY;
	cgi_login(office, &v, "kakanwil");
	cgi_get(&v, "submit", kept);
	ok(cgi_has(&v, "value=\"Lama\""), "after three days");
	is_int(v.now, strtoll(cgi_field(&v, "mulai"), NULL, 10),
	    "...its work begins anew");
	v.now += 4 * DAY + 60;
	cgi_login(office, &v, "kakanwil");
	cgi_get(&v, "submit", kept);
	is_int(404, v.status, "after seven it is gone");
	is_int(CASE_OK, draft_sweep(office, v.now), "and swept away");
	is_int(0, count("drafts") + count("draft_values"), "...whole");
}

int
main(void)
{
	office = cgi_office();
	v.now = FIXTURE_START;
	cgi_login(office, &v, "kakanwil");
	is_kept();
	comes_back();
	is_his_alone();
	becomes_a_case();
	goes_with_its_form();
	refuses_a_file();
	goes_with_time();
	cgi_leave(&v);
	office_close(office);
	return tap_done();
}
