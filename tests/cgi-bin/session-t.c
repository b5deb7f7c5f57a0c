/*
 * session-t.c - the session ends while somebody fills in a form: whoever logs
 * in on the page that says so finds all of it again, choices and files too.
 */
#include <stdlib.h>
#include <string.h>

#include "people/password.h"
#include "tests/case/fixture.h"
#include "tests/tap.h"
#include "tests/web/applicant.h"
#include "tests/web/desk.h"
#include "tests/web/seat.h"

#define PASSWORD "kuda besi terbang"
#define TOKEN "0123456789abcdef0123456789abcdef" \
	"0123456789abcdef0123456789abcdef"

static struct office *o;

static int64_t
traces(void)
{
	return fixture_int(o, "SELECT $1 + (SELECT count(*) FROM events)"
	    " + (SELECT count(*) FROM messages)", 0);
}

static void
put_part(FILE *fp, const char *s, size_t len)
{
	static const struct { const char *name; char is; } names[] = {
		{ "&amp;", '&' }, { "&lt;", '<' }, { "&gt;", '>' },
		{ "&quot;", '"' }, { "&#39;", '\'' },
	};

	for (size_t i = 0; i < len; i++) {
		char c = s[i];

		for (size_t k = 0; c == '&' && k < 5; k++)
			if (strncmp(s + i, names[k].name,
			    strlen(names[k].name)) == 0) {
				i += strlen(names[k].name) - 1;
				c = names[k].is;
				break;
			}
		fprintf(fp, "%%%02X", (unsigned char)c);
	}
}

/* The hidden fields of the page whose names begin so, as a browser sends them;
 * all others are left out.  free() it. */
static char *
hidden(const struct visitor *v, const char *begin, const char *more)
{
	static const char tag[] = "<input type=\"hidden\" name=\"";
	char *text;
	size_t len;
	FILE *fp = open_memstream(&text, &len);
	const char *s = cgi_body(v);

	if (fp == NULL)
		bail("out of memory");
	fputs(more, fp);
	while ((s = strstr(s, tag)) != NULL) {
		const char *name = s + strlen(tag);
		const char *value = strstr(name, "\" value=\"");

		s = value + strlen("\" value=\"");
		if (strncmp(name, begin, strlen(begin)) != 0)
			continue;
		fputc('&', fp);
		put_part(fp, name, (size_t)(value - name));
		fputc('=', fp);
		put_part(fp, s, strcspn(s, "\""));
	}
	fclose(fp);
	return text;
}

/* A form that was sent to a page by somebody whose session has ended: he logs
 * in on the page that says so, and the form is at its place again. */
static void
log_in_again(struct visitor *v, const char *login, const char *program,
    const char *uri)
{
	char more[256], *form;

	is_int(403, v->status, "%s: the session is over", uri);
	ok(cgi_has(v, "Sesi Anda sudah berakhir"), "...which is said");
	ok(cgi_has(v, "name=\"kata-sandi\""), "...one logs in on the page");
	snprintf(more, sizeof(more), "nip=%s&kata-sandi=kuda+besi+terbang"
	    "&kembali=%s", login, uri);
	form = hidden(v, "isian.", more);
	cgi_post(v, "login", "/masuk", form);
	free(form);
	is_int(200, v->status, "...and is in");
	form = hidden(v, "", "x=");
	cgi_post(v, program, uri, form);
	free(form);
	is_int(422, v->status, "...and the form is there again");
}

static void
may_log_in(const char *login)
{
	const struct change ch = { .now = FIXTURE_START };

	if (password_set(o, &ch, fixture_person(o, login), PASSWORD) !=
	    CASE_OK)
		bail(office_why(o));
}

/* -- what is lost nowhere ----------------------------------------------- */

static int
is_chosen(const struct visitor *v, const char *value)
{
	char text[64];
	const char *s;

	snprintf(text, sizeof(text), "value=\"%s\"", value);
	s = strstr(cgi_body(v), text);
	return s != NULL && strstr(s, " checked") != NULL &&
	    strstr(s, " checked") < strchr(s, '>');
}

/* Cookies go, and the form has the token of the session that was. */
static void
end_session(struct visitor *v)
{
	int64_t now = v->now;

	cgi_leave(v);
	v->now = now;
	snprintf(v->csrf, sizeof(v->csrf), "%s", TOKEN);
}

static void
step_with_a_file(void)
{
	struct seat s;
	char login[64], kept[80];
	int64_t before;

	seat_take(&s, o, "approve", "/setujui",
	    desk_case(o, "izin-magang-penelitian", "4"), 1);
	snprintf(login, sizeof(login), "%s", desk_doer(o, &s.task));
	may_log_in(login);
	seat_look(&s);
	before = traces();
	end_session(&s.v);
	seat_send_file(&s, "aksi=selesai&keputusan=teruskan&nomor_surat=W.6-7"
	    "&catatan=Lekas", seat_file(&s));
	log_in_again(&s.v, login, "approve", s.uri);
	snprintf(kept, sizeof(kept), "%s-lama", seat_file(&s));
	ok(is_chosen(&s.v, "teruskan"), "...the decision");
	ok(cgi_has(&s.v, "value=\"W.6-7\"") && cgi_has(&s.v,
	    ">Lekas</textarea>"), "...what was typed");
	ok(cgi_field(&s.v, kept)[0] != '\0' && cgi_has(&s.v, "surat.pdf"),
	    "...and the file");
	is_int(before, traces(), "...and nothing is done");
	seat_leave(&s);
}

/* A decision and nothing else is a choice, too; also in Kerjakan beruntun. */
static void
only_a_choice(void)
{
	char login[64], uri[160];
	struct seat s;

	seat_take(&s, o, "review", "/periksa",
	    desk_case(o, "sigap-magang-penelitian", "2"), 1);
	snprintf(login, sizeof(login), "%s", desk_doer(o, &s.task));
	may_log_in(login);
	end_session(&s.v);
	seat_send(&s, "aksi=selesai&keputusan=kembali-1"
	    "&alasan=tidak-terbaca");
	log_in_again(&s.v, login, "review", s.uri);
	ok(is_chosen(&s.v, "kembali-1"), "...the decision alone");
	ok(is_chosen(&s.v, "tidak-terbaca"), "...and its reason");
	snprintf(uri, sizeof(uri), "%s?tab=saya&beruntun=1", s.uri);
	end_session(&s.v);
	cgi_post(&s.v, "review", uri, "kunci=r1&versi=1&keputusan=kembali-1"
	    "&catatan=Belum+lengkap&alasan=tidak-terbaca&csrf=" TOKEN);
	log_in_again(&s.v, login, "review", uri);
	ok(cgi_has(&s.v, ">Belum lengkap</textarea>"),
	    "...of a run the words");
	ok(is_chosen(&s.v, "tidak-terbaca"), "...and the reason");
	ok(cgi_has(&s.v, "beruntun=1"), "...and it is the run still");
	seat_leave(&s);
}

static void
several_letters(void)
{
	struct visitor v = { .now = desk_now };
	struct cgi_file pdf = { "berkas", "surat-1.pdf", "application/pdf",
		desk_pdf, desk_pdf_len };
	const char *fields[] = { "aksi=cocokkan", "kunci=s1", NULL };

	cgi_get(&v, "approve", "/setujui/beberapa");
	end_session(&v);
	may_log_in("kakanwil");
	cgi_upload(&v, "approve", "/setujui/beberapa", fields, &pdf);
	log_in_again(&v, "kakanwil", "approve", "/setujui/beberapa");
	ok(cgi_has(&v, "surat-1.pdf"), "...the signed file");
	cgi_leave(&v);
}

static void
operators(void)
{
	struct visitor v = { .now = desk_now };
	struct cgi_file pdf = { "surat", "surat-kampus.pdf",
		"application/pdf", desk_pdf, desk_pdf_len };
	struct cgi_file report = { "laporan", "laporan-mei.pdf",
		"application/pdf", desk_pdf, desk_pdf_len };
	const char *fields[] = { "aksi=kirim", "kunci=o1",
		"nomor_surat=77/Kampus/2026", NULL };
	const char *titled[] = { "aksi=unggah", "kunci=o2",
		"judul=Laporan Mei", NULL };
	char uri[512];

	may_log_in("admin-user");
	cgi_login(o, &v, "admin-user");
	snprintf(uri, sizeof(uri), "%s", applicant_write(o, &v,
	    "/mulai/sigap-magang-penelitian", NULL, NULL));
	ok(v.status == 422, "an operator at the page of the letter");
	end_session(&v);
	cgi_upload(&v, "submit", uri, fields, &pdf);
	log_in_again(&v, "admin-user", "submit", uri);
	ok(cgi_has(&v, "surat-kampus.pdf"), "...the letter");
	end_session(&v);
	cgi_upload(&v, "operator", "/lembaga", titled, &report);
	log_in_again(&v, "admin-user", "operator", "/lembaga");
	ok(cgi_has(&v, "value=\"Laporan Mei\""), "...the title of a report");
	ok(cgi_has(&v, "laporan-mei.pdf"), "...and its file");
	cgi_leave(&v);
}

static void
administrators(void)
{
	struct visitor v = { .now = desk_now };
	struct cgi_file pdf = { "naskah", "naskah.pdf", "application/pdf",
		desk_pdf, desk_pdf_len };
	const char *paper[] = { "aksi=unggah", "kunci=a1", NULL };
	static const char uri[] = "/admin/sop/rkt/naskah";

	may_log_in("admin");
	end_session(&v);
	cgi_post(&v, "admin", "/admin/peran/jft", "aksi=beri-hak&kunci=a0"
	    "&hak=lihat-semua&surat-hak=SK-9&csrf=" TOKEN);
	log_in_again(&v, "admin", "admin", "/admin/peran/jft");
	ok(is_chosen(&v, "lihat-semua"), "...the right that was chosen");
	ok(cgi_has(&v, "value=\"SK-9\""), "...and its number");
	end_session(&v);
	cgi_upload(&v, "admin", uri, paper, &pdf);
	log_in_again(&v, "admin", "admin", uri);
	ok(cgi_has(&v, "naskah.pdf"), "...the paper of an SOP");
	cgi_leave(&v);
}

/* A form without a token of any session leaves nothing behind. */
static void
strangers(void)
{
	struct visitor v = { .now = desk_now };
	struct cgi_file pdf = { "laporan", "x.pdf", "application/pdf",
		desk_pdf, desk_pdf_len };
	const char *fields[] = { "judul=x", "csrf=kurang", NULL };

	cgi_upload(&v, "operator", "/lembaga", fields, &pdf);
	is_int(403, v.status, "a stranger's form");
	ok(!cgi_has(&v, "laporan-lama"), "...its file is not taken");
	cgi_leave(&v);
}

int
main(void)
{
	desk_now = FIXTURE_START + 3600;
	o = cgi_office();
	fixture_sees_all(o, "admin");
	step_with_a_file();
	only_a_choice();
	several_letters();
	operators();
	administrators();
	strangers();
	office_close(o);
	return tap_done();
}
