/*
 * admin-messages-t.c - the office changes what its messages say: in both
 * languages, looked at before, refused where a placeholder is wrong, and back
 * by one press; what is queued afterwards says so.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "message/wording.h"
#include "tests/case/fixture.h"
#include "tests/tap.h"
#include "tests/web/admin.h"

#define HERE "/admin/pesan/diterima"

static struct office *office;

static void
send_texts(const char *key, const char *text, const char *english, int twice)
{
	char *a = encoded(text), *b = encoded(english);

	get(HERE);
	if (twice)
		post_twice(HERE, key, "aksi=berlakukan&teks=%s"
		    "&teks-inggris=%s", a, b);
	else
		post(HERE, key, "aksi=berlakukan&teks=%s&teks-inggris=%s", a,
		    b);
	free(a);
	free(b);
}

static void
shows_them(void)
{
	get("/admin");
	ok(cgi_has(&v, "href=\"/admin/pesan\">Teks pesan</a>") &&
	    cgi_has(&v, "21 teks, 0 diubah kantor"), "the index");
	get("/admin/pesan");
	is_int(200, v.status, "the texts");
	for (int kind = 0; kind < TEXT__MAX; kind++) {
		char href[64];

		snprintf(href, sizeof(href), "/admin/pesan/%s",
		    message_texts[kind].name);
		ok(cgi_has(&v, href), "...%s", href);
		get(href);
		is_int(200, v.status, "...its page");
		ok(cgi_has(&v, "Yth.") && cgi_has(&v, "Dear"),
		    "...a sample in both languages");
		get("/admin/pesan");
	}
	get("/admin/pesan/puisi");
	is_int(404, v.status, "no such text");
	get(HERE);
	ok(cgi_has(&v, "{kode}") && cgi_has(&v, "K7QM-2F9D-XW4T"),
	    "one of them: its fields with examples");
}

static void
refuses(void)
{
	send_texts("r1", "Nomor {nomor}, gaji {gaji}, {kode}",
	    "Number {nomor}, {kode}", 0);
	ok(v.status == 422 && cgi_has(&v, "href=\"#teks\">Isian tidak "
	    "dikenal di sini: {gaji}"), "an unknown field, beside the text");
	send_texts("r2", "Nomor {nomor}, {kode}", "Number {nomor}", 0);
	ok(v.status == 422 && cgi_has(&v, "href=\"#teks-inggris\">Tulis isian "
	    "{kode}"), "a missing one, beside the English");
	send_texts("r3", "Nomor {nomor}, {kode} {", "Number {nomor}, {kode}",
	    0);
	ok(v.status == 422 && cgi_has(&v, "huruf kecil di antara"),
	    "a brace alone");
	send_texts("r4", "Nomor {nomor}, {kode}, {alasan}",
	    "Number {nomor}, {kode}", 0);
	is_int(422, v.status, "the field of another text");
}

static void
takes_effect(void)
{
	const struct wording_about about = { "K-2026-0007", "K7QM2F9DXW4T",
		"", NULL };
	const struct message_source now = { .o = office };
	char text[1024];

	send_texts("t1", "Kami catat <b>{nomor}</b>, kode {kode}",
	    "Noted {nomor}, code {kode}", 0);
	is_int(200, v.status, "it is asked once more");
	ok(cgi_has(&v, "Kami catat &lt;b&gt;K-2026-0412&lt;/b&gt;, kode "
	    "K7QM-2F9D-XW4T"), "...with a sample of the new text");
	ok(cgi_has(&v, "Noted K-2026-0412, code K7QM-2F9D-XW4T"),
	    "...and of the English");
	send_texts("t2", "Kami catat {nomor}, kode {kode}",
	    "Noted {nomor}, code {kode}", 1);
	is_int(303, v.status, "in force");
	wording_body(&now, "id", "confirmed", &about, text, sizeof(text));
	is_string("Kami catat K-2026-0007, kode K7QM-2F9D-XW4T", text,
	    "...the next message says so");
	wording_body(&now, "en", "confirmed", &about, text, sizeof(text));
	is_string("Noted K-2026-0007, code K7QM-2F9D-XW4T", text,
	    "...in English, too");
	get("/admin");
	ok(cgi_has(&v, "21 teks, 1 diubah kantor"), "...the index counts it");
	get("/admin/jejak?jenis=pesan");
	ok(cgi_has(&v, "Teks pesan diberlakukan") &&
	    cgi_has(&v, "Kami catat {nomor}"), "...and the Jejak has it");
}

static void
goes_back(void)
{
	const struct message_source now = { .o = office };
	char text[MESSAGE_TEXT_SIZE];

	get(HERE);
	post(HERE, "b1", "aksi=bawaan");
	is_int(303, v.status, "one press");
	message_text_get(&now, TEXT_CONFIRMED, "id", text);
	is_string(message_texts[TEXT_CONFIRMED].shipped[0], text,
	    "...and it is as shipped");
	get(HERE);
	ok(!cgi_has(&v, "Pakai teks bawaan") && cgi_has(&v, "teks bawaan"),
	    "...with its versions");
}

int
main(void)
{
	office = cgi_office();
	v.now = FIXTURE_START;
	cgi_login(office, &v, "admin");
	shows_them();
	refuses();
	takes_effect();
	goes_back();
	cgi_leave(&v);
	return tap_done();
}
