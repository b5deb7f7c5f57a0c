/* sop-t.c - the list of SOPs, and each as its form with a flowchart. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/built.h"
#include "office/change.h"
#include "office/sop_paper.h"
#include "office/stored_file.h"
#include "sop/lanes.h"
#include "tests/case/fixture.h"
#include "tests/case/walk.h"
#include "tests/slurp.h"
#include "tests/tap.h"
#include "tests/web/cgi.h"
#include "tests/web/pdf.h"
#include "upload/signature.h"

#define NOW (FIXTURE_START + 3600)

/* -- the flowchart, in letters ------------------------------------------- */

/* A row of the chart: lanes apart, pieces as letters, "." for an empty one. */
static const char *
drawn(const struct lanes *l, int pos)
{
	static const char letters[] = "udlraSEBDyYhijLRA";
	static char text[512];
	size_t n = 0;

	for (int i = 0; i < l->count; i++) {
		unsigned pieces = lanes_cell(l, pos, i)->pieces;

		if (i > 0)
			text[n++] = ' ';
		if (pieces == 0)
			text[n++] = '.';
		for (int k = 0; letters[k] != '\0'; k++)
			if (pieces & 1U << k)
				text[n++] = letters[k];
	}
	text[n] = '\0';
	return text;
}

static void
draws_the_flow(struct office *o)
{
	struct arena *arena = arena_new();
	struct lanes l;

	lanes_make(arena, office_sop(o, fixture_sop(o,
	    "sigap-magang-penelitian")), &l);
	is_int(4, l.count, "SIGAP has four lanes");
	is_string("admin-user", l.expr[0], "...in order of appearance");
	is_string("dS . . .", drawn(&l, 1), "row 1: Mulai, down");
	is_string("rjL udlaDyh . .", drawn(&l, 2),
	    "row 2: from the left, a decision, back to lane 1");
	is_string("Tidak: langkah 1", lanes_cell(&l, 2, 0)->back,
	    "...where to");
	is_string(". rjL udlaDyh .", drawn(&l, 3), "row 3");
	is_string(". . r udlaB", drawn(&l, 4), "row 4: a box");
	is_string(". . udraDyi ljR", drawn(&l, 5),
	    "row 5: from the right, back to the right");
	is_string("uraE l . .", drawn(&l, 8), "row 8: Selesai");
	arena_free(arena);
}

static void
resolves_performers(struct office *o)
{
	struct arena *arena = arena_new();
	struct lanes l;
	struct sop bare;

	lanes_make(arena, office_sop(o, fixture_sop(o, "skp")), &l);
	is_int(5, l.count, "the columns of SKP as printed");
	is_string("Kepala Divisi", l.title[0], "...in their order");
	is_string(". . . udraB udlaB", drawn(&l, 7),
	    "row 7 stands where row 6 does");
	is_string("udraDy udlraDy udlraDyi lrjR l", drawn(&l, 8),
	    "a superior in each column where he may be");
	lanes_make(arena, office_sop(o, fixture_sop(o,
	    "perjanjian-kinerja")), &l);
	is_string(". udraDyi ljR . .", drawn(&l, 8), "four in one column");
	bare = *l.sop;
	bare.ncolumn = 0;
	lanes_make(arena, &bare, &l);
	is_int(8, l.count, "without columns each has a lane");
	is_string(". udraDyi lrjR lr lr udlraDy udlraDy udlaDy", drawn(&l, 8),
	    "row 8: four diamonds");
	is_string("uraE lr lr lr lr lr lr l", drawn(&l, 9),
	    "row 9: they meet");
	lanes_make(arena, office_sop(o, fixture_sop(o, "pagu-anggaran")),
	    &l);
	is_string("uraDYi ljR . . .", drawn(&l, 9), "a decision ends it");
	is_string("Tidak: langkah 8 atau 5", lanes_cell(&l, 9, 1)->back,
	    "...or goes back");
	lanes_make(arena, office_sop(o, fixture_sop(o, "keimigrasian-wna")),
	    &l);
	is_string("Ditolak: langkah 13", lanes_cell(&l, 6, 4)->back,
	    "a refusal without return");
	is_string("Tidak: langkah 11 atau 9; ditolak: 13",
	    lanes_cell(&l, 12, 6)->back, "...and with both");
	lanes_make(arena, office_sop(o, fixture_sop(o,
	    "izin-magang-penelitian")), &l);
	is_string(". . uraE l", drawn(&l, 5), "the last row of a case");
	is_string(". . B .", drawn(&l, 6), "a monthly row stands alone");
	arena_free(arena);
}

/* -- the pages ------------------------------------------------------------ */

static void
lists_sops(struct office *o)
{
	struct visitor v = { .now = NOW };

	cgi_get(&v, "sop", "/sop");
	is_int(200, v.status, "the list, for anyone");
	ok(cgi_has(&v, "Divisi Keimigrasian</caption>"), "...units");
	ok(cgi_has(&v, "href=\"/sop/sigap-magang-penelitian\">"
	    "Magang dan penelitian (SIGAP)</a>"), "...names");
	ok(cgi_has(&v, "<td data-label=\"Nomor\">W.6.OT.02.02-0134</td>"),
	    "...numbers");
	ok(cgi_has(&v, "tanpa nomor"), "...or none");
	ok(cgi_has(&v, "24 Oktober 2022") && cgi_has(&v, "8 langkah"),
	    "...date and rows");
	ok(!cgi_has(&v, "Berkas berjalan"), "...not how many cases run");
	cgi_login(o, &v, "jfu");
	cgi_get(&v, "sop", "/sop");
	ok(cgi_has(&v, "Berkas berjalan"), "officials see that");
	cgi_post(&v, "sop", "/sop", "a=b");
	is_int(405, v.status, "POST");
	cgi_get(&v, "sop", "/sop/tidak-ada");
	is_int(404, v.status, "an unknown one");
	cgi_get(&v, "sop", "/sop/rkt/1");
	is_int(404, v.status, "something below one");
	cgi_get(&v, "sop", "/sop/rkt?versi=2");
	is_int(404, v.status, "a version that is not there");
	cgi_get(&v, "sop", "/sop/rkt?versi=satu");
	is_int(404, v.status, "...or none");
	cgi_leave(&v);
}

static void
shows_the_form(struct office *o)
{
	struct visitor v = { .now = NOW };

	cgi_get(&v, "sop", "/sop/sigap-magang-penelitian");
	is_int(200, v.status, "an SOP, for anyone");
	ok(cgi_has(&v, "W.6.OT.02.02-0136 · berlaku sejak 24 Oktober 2022"),
	    "...number and date");
	ok(cgi_has(&v, "Waktu layanan: 5 hari kerja (disimpulkan dari SOP, "
	    "belum dijanjikan)."), "...the promise, and that nobody made it");
	ok(cgi_has(&v, "PERCEPATAN PELAYANAN RESEARCH"), "...as printed");
	ok(cgi_has(&v, "Undang-Undang Nomor 14 Tahun 2008"), "...its law");
	ok(cgi_has(&v, "<h3 class=\"app-flow-list__title\">8. <span "
	    "lang=\"id\">Admin User</span>"),
	    "...a list for phones, same-as resolved");
	ok(cgi_has(&v, "colspan=\"4\">Pelaksana"), "...four lanes");
	ok(cgi_has(&v, "colspan=\"3\">Mutu baku"), "...with output");
	ok(cgi_has(&v, "PC/Latop/Smartphone, Koneksi"), "...slips, too");
	ok(cgi_has(&v, ">10-20 menit<"), "...the time as printed");
	ok(cgi_has(&v, "HARUN SULIANTO"), "...who signed");
	ok(!cgi_has(&v, "196504081987031002"), "...without NIP");
	ok(!cgi_has(&v, "Pembacaan"), "...without the reading");
	ok(!cgi_has(&v, "/mulai/"), "...and nothing to begin");
	cgi_get(&v, "sop", "/sop/izin-magang-penelitian");
	ok(cgi_has(&v, "href=\"/ajukan/izin-magang-penelitian\">Ajukan"),
	    "a public one can be applied for");
	cgi_get(&v, "sop", "/sop/keimigrasian-wna");
	ok(cgi_has(&v, "colspan=\"3\">Mutu baku") &&
	    cgi_has(&v, "rowspan=\"2\">Keterangan"),
	    "columns that this SOP leaves empty are there");
	cgi_get(&v, "sop", "/sop/skp");
	ok(cgi_has(&v, "\"id\">Pejabat Eselon III</th>"),
	    "columns as they are printed");
	cgi_login(o, &v, "admin-user");
	cgi_get(&v, "sop", "/sop/sigap-magang-penelitian");
	ok(cgi_has(&v, "href=\"/mulai/sigap-magang-penelitian\">Ajukan"),
	    "its operators begin it");
	cgi_login(o, &v, "kakanwil");
	cgi_get(&v, "sop", "/sop/sigap-magang-penelitian");
	ok(!cgi_has(&v, "/mulai/"), "...nobody else");
	ok(cgi_has(&v, "196504081987031002"), "officials see the NIP");
	cgi_login(o, &v, "admin");
	cgi_get(&v, "sop", "/sop/sigap-magang-penelitian");
	ok(cgi_has(&v, "Pembacaan: Pelaksana disimpulkan."),
	    "administrators see how it was read");
	cgi_leave(&v);
}

/* Is the answer a PDF? */
static int
is_pdf(const struct visitor *v)
{
	return v->status == 200 && strncmp(cgi_header(v, "Content-Type"),
	    "application/pdf", 15) == 0 && cgi_has(v, "%PDF-");
}

static void
prints_the_form(struct office *o)
{
	static const char paper[] = "/sop/rkt/formulir.pdf";
	struct visitor v = { .now = NOW };

	cgi_get(&v, "sop", "/sop/rkt");
	if (!built_letter) {
		ok(cgi_has(&v, "Formulir resmi (PDF) tidak dapat dibuat"),
		    "the page says that there is no paper");
		cgi_get(&v, "sop", paper);
		is_int(404, v.status, "...and there is none");
		cgi_leave(&v);
		return;
	}
	ok(cgi_has(&v, "href=\"/sop/rkt/formulir.pdf?versi=1\">Cetak formulir"
	    " resmi (PDF)</a>"), "the way to the paper");
	cgi_get(&v, "sop", paper);
	ok(is_pdf(&v), "the official form, for anyone");
	cgi_get(&v, "sop", "/sop/rkt/formulir.pdf?versi=1");
	ok(is_pdf(&v), "...of a version");
	cgi_get(&v, "sop", "/sop/rkt/formulir.pdf?versi=2");
	is_int(404, v.status, "...that there is");
	cgi_get(&v, "sop", "/sop/rkt/formulir.pdf/1");
	is_int(404, v.status, "nothing below it");
	cgi_get(&v, "sop", "/sop/tidak-ada/formulir.pdf");
	is_int(404, v.status, "an SOP that is not there has none");
	cgi_login(o, &v, "kakanwil");
	cgi_get(&v, "sop", paper);
	ok(is_pdf(&v), "officials have it, too");
	cgi_leave(&v);
}

/* From the page as it stands. */
static void
hand_in(struct visitor *v, const char *version, const char *data)
{
	static const char seen[] = "name=\"versi\" value=\"";
	const char *const fields[] = { "kunci=naskah", "aksi=simpan", version,
		NULL, NULL };
	const struct cgi_file file = { "naskah", "Pindaian RKT.pdf",
		"application/pdf", data, strlen(data) };
	const char *all[5], *at;
	char state[32] = "versi=";

	memcpy(all, fields, sizeof(all));
	cgi_get(v, "admin", "/admin/sop/rkt/naskah");
	if ((at = strstr(cgi_body(v), seen)) != NULL)
		snprintf(state, sizeof(state), "versi=%.16s",
		    at + strlen(seen));
	all[3] = state;
	cgi_upload(v, "admin", "/admin/sop/rkt/naskah", all, &file);
}

static void
keeps_the_signed_paper(struct office *o)
{
	static const char paper[] = "/sop/rkt/naskah.pdf";
	const struct signature signer = { .signer = "INDRO PURWOKO S.H.",
		.signed_at = NOW, .state = SIGNATURE_UNCHANGED };
	struct visitor v = { .now = NOW }, public = { .now = NOW };
	struct sop_paper kept;

	cgi_get(&public, "sop", "/sop/rkt");
	ok(!cgi_has(&public, "naskah.pdf"), "no signed paper at first");
	cgi_get(&public, "sop", paper);
	is_int(404, public.status, "...to be had");
	cgi_login(o, &v, "jfu");
	hand_in(&v, "nomor-versi=1", SMALL_PDF);
	is_int(403, v.status, "handed in by administrators alone");
	cgi_login(o, &v, "admin");
	cgi_get(&v, "admin", "/admin/sop/rkt/naskah");
	ok(v.status == 200 && cgi_has(&v, "Belum ada") &&
	    cgi_has(&v, "enctype=\"multipart/form-data\""), "its page");
	hand_in(&v, "nomor-versi=1", "bukan PDF");
	is_int(422, v.status, "no file of another type");
	hand_in(&v, "nomor-versi=7", SMALL_PDF);
	is_int(422, v.status, "no version that is not there");
	cgi_get(&v, "admin", "/admin/sop/tidak-ada/naskah");
	is_int(404, v.status, "no SOP that is not there");
	hand_in(&v, "nomor-versi=1", SMALL_PDF);
	is_int(303, v.status, "handed in");
	cgi_get(&v, "admin", "/admin/sop/rkt/naskah");
	ok(cgi_has(&v, "Pindaian RKT.pdf"), "...and shown");
	is_int(1, fixture_int(o, "SELECT count(*) + 0 * $1 FROM events"
	    " WHERE kind = 'sop-paper'", 0), "...an event");
	cgi_get(&public, "sop", "/sop/rkt");
	ok(cgi_has(&public, "href=\"/sop/rkt/naskah.pdf?versi=1\">Naskah "
	    "yang ditandatangani: "), "anybody finds it");
	cgi_get(&public, "sop", paper);
	ok(is_pdf(&public), "...and reads it");
	is_string(SMALL_PDF, cgi_body(&public), "...as it was handed in");
	if (sop_paper_find(o, office_sop_version(o, "rkt", NOW), &kept) !=
	    CASE_OK || signature_put(o, kept.sha256, &signer, 1) != CASE_OK)
		bail("no paper");
	cgi_get(&public, "sop", "/sop/rkt");
	ok(cgi_has(&public, "INDRO PURWOKO S.H.") &&
	    cgi_has(&public, "Diperiksa hanya keutuhan dokumen."),
	    "who signed it electronically is said");
	hand_in(&v, "nomor-versi=1", SMALL_PDF);
	is_int(303, v.status, "the form again is repeated, not done again");
	ok(stored_file_named(o, kept.sha256) == 1,
	    "backups and the sweep know the file");
	cgi_leave(&v);
	cgi_leave(&public);
}

static void
marks_a_case(struct office *o)
{
	struct visitor v = { .now = NOW };
	int64_t id = walk_start(o, "rkt", fixture_person(o, "kakanwil"), NULL,
	    0, NOW);
	char uri[128];

	walk_to(o, id, 3, NOW);
	snprintf(uri, sizeof(uri), "/sop/rkt?berkas=%lld", (long long)id);
	cgi_get(&v, "sop", uri);
	ok(v.status == 200 && !cgi_has(&v, "Langkah sekarang"),
	    "nobody's case is marked for anyone");
	cgi_login(o, &v, "admin-user");
	cgi_get(&v, "sop", uri);
	ok(!cgi_has(&v, "Langkah sekarang"), "...nor for outsiders");
	cgi_login(o, &v, "jfu");
	cgi_get(&v, "sop", uri);
	ok(cgi_has(&v, "<tr class=\"app-flow__current\" "
	    "aria-current=\"step\">\n      <td class=\"app-flow__no\">3<"),
	    "an official sees where it is");
	ok(cgi_has(&v, "Ditandai untuk <a"), "...named");
	cgi_get(&v, "sop", "/sop/renstra?berkas=1");
	is_int(200, v.status, "an unknown case");
	snprintf(uri, sizeof(uri), "/sop/renstra?berkas=%lld", (long long)id);
	cgi_get(&v, "sop", uri);
	ok(v.status == 404, "a case of another SOP has no version here");
	cgi_leave(&v);
}

static void
keeps_versions(struct office *o)
{
	struct change ch = { .now = NOW + 3600 };
	struct visitor v = { .now = NOW + 7200 };
	size_t len;
	char *yaml = slurp("lib/sop/monev.yaml", &len), *s;
	int64_t id;

	if ((s = strstr(yaml, "\nnama: Monev\n")) == NULL)
		bail("no name");
	memcpy(s + 1, "nama: '<&\"'", 11);
	if (office_publish(o, &ch, "monev.yaml", yaml, len, &id) != CASE_OK)
		bail(office_why(o));
	free(yaml);
	cgi_get(&v, "sop", "/sop/monev");
	ok(cgi_has(&v, "<strong>Versi 2, dipakai sejak 5 Januari 2026, 10.00 "
	    "WIB (ditampilkan)"), "the second version");
	ok(cgi_has(&v, "href=\"/sop/monev?versi=1\">Versi 1"),
	    "...and the way to the first");
	ok(cgi_has(&v, "tetap memakai versi"), "...cases keep theirs");
	ok(cgi_has(&v, "&lt;&amp;&quot;</h1>"), "names are escaped");
	cgi_get(&v, "sop", "/sop/monev?versi=1");
	ok(cgi_has(&v, "href=\"/sop/monev?versi=2\">Versi 2"), "back again");
	cgi_leave(&v);
}

/* A row that branches: a diamond with its ways, and a form that says where each
 * choice leads. */
static void
shows_a_branch(struct office *o)
{
	struct change ch = { .now = NOW + 3600 };
	struct visitor v = { .now = NOW + 7200 };
	char uri[64], form[160];
	struct task_row t;
	size_t len;
	char *yaml = slurp("tests/data/sop-cabang.yaml", &len);
	int64_t id;

	if (office_publish(o, &ch, "sop-cabang.yaml", yaml, len, &id) !=
	    CASE_OK)
		bail(office_why(o));
	free(yaml);
	cgi_get(&v, "sop", "/sop/surat-masuk");
	ok(cgi_has(&v, "Tidak: langkah 1; Biasa: langkah 3; Rahasia: langkah "
	    "4; Tembusan: selesai"), "the ways of a branch");
	ok(strstr(cgi_body(&v), "app-flow__yes") == strstr(cgi_body(&v),
	    "app-flow__yes\">Ya<"), "...and no Yes beside them");
	id = walk_start(o, "surat-masuk", fixture_person(o, "jfu"), NULL, 0,
	    v.now);
	if (!walk_current(o, id, &t))
		bail("no task");
	cgi_login(o, &v, "kadivmin");
	snprintf(uri, sizeof(uri), "/periksa/%lld", (long long)t.id);
	cgi_get(&v, "review", uri);
	ok(cgi_has(&v, "Bila Biasa, langkah 3 dikerjakan ") &&
	    cgi_has(&v, "Bila Tembusan, "), "the form says where it leads");
	ok(cgi_has(&v, "ke pelaksana menurut isian Sifat surat"),
	    "...to whom is not known yet");
	snprintf(form, sizeof(form), "aksi=selesai&keputusan=teruskan&kunci=b1"
	    "&versi=%s", cgi_field(&v, "versi"));
	cgi_post(&v, "review", uri, form);
	is_int(422, v.status, "a choice is needed");
	strcat(form, "&sifat=tembusan");
	cgi_post(&v, "review", uri, form);
	is_int(200, v.status, "an end is asked once more");
	strcpy(strstr(form, "tembusan"), "rahasia");
	cgi_post(&v, "review", uri, form);
	is_int(303, v.status, "another way is not");
	ok(walk_current(o, id, &t) && t.pos == 4, "...and leads to its row");
	cgi_leave(&v);
}

/* The form is the same until something changes: who has it is told so. */
static void
tells_who_has_it(struct office *o)
{
	static const char page[] = "/sop/sigap-magang-penelitian";
	struct visitor v = { .now = NOW };
	char tag[64];

	cgi_get(&v, "sop", page);
	cgi_get(&v, "sop", page);
	snprintf(tag, sizeof(tag), "%s", cgi_header(&v, "ETag"));
	is_int(34, (int64_t)strlen(tag), "a public page has a tag");
	setenv("HTTP_IF_NONE_MATCH", tag, 1);
	cgi_get(&v, "sop", page);
	is_int(304, v.status, "a browser that has it");
	is_int(0, (int64_t)v.size, "...gets nothing more");
	is_string("", cgi_header(&v, "Content-Length"), "...of no length");
	is_string(tag, cgi_header(&v, "ETag"), "...but the tag");
	is_string("private, no-cache", cgi_header(&v, "Cache-Control"),
	    "...to be asked again");
	cgi_get(&v, "sop", "/sop");
	is_int(200, v.status, "another page");
	setenv("HTTP_IF_NONE_MATCH", "\"x\", W/\"y\"", 1);
	cgi_get(&v, "sop", page);
	is_int(200, v.status, "a browser that has something else");
	ok(v.size > 1000, "...gets it");
	snprintf(tag, sizeof(tag), "%s", cgi_header(&v, "ETag"));
	setenv("HTTP_IF_NONE_MATCH", tag, 1);
	cgi_login(o, &v, "jfu");
	cgi_get(&v, "sop", page);
	is_int(200, v.status, "somebody logged in gets it");
	is_string("", cgi_header(&v, "ETag"), "...without a tag");
	is_string("no-store", cgi_header(&v, "Cache-Control"), "...and keeps "
	    "nothing");
	unsetenv("HTTP_IF_NONE_MATCH");
	cgi_leave(&v);
}

int
main(void)
{
	struct office *o = cgi_office();

	draws_the_flow(o);
	resolves_performers(o);
	lists_sops(o);
	shows_the_form(o);
	prints_the_form(o);
	keeps_the_signed_paper(o);
	marks_a_case(o);
	keeps_versions(o);
	shows_a_branch(o);
	tells_who_has_it(o);
	office_close(o);
	return tap_done();
}
