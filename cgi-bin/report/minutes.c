/*
 * minutes.c - the minutes of a closed month as a paper, and its root to
 * be compared outside.
 */
#include "cgi-bin/report/closing.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/conf.h"
#include "casepage/words.h"
#include "message/message.h"
#include "month/month.h"
#include "month/root.h"
#include "page/page.h"
#include "people/person.h"
#include "reports/month/qr.h"
#include "web/reply.h"
#include "web/request.h"

static void
add_row(struct page *body, const char *key, const char *text)
{
	struct page *row;

	if (*text == '\0')
		return;
	row = page_add(body, "ROWS");
	page_set(row, "KEY", key);
	page_set(row, "TEXT", text);
}

/* What became of the mail to somebody outside. */
static const char *
mail_words(struct closing *c)
{
	struct message m;

	if (root_mailed(c->req->office, c->year, c->month, &m) != CASE_OK)
		return "";
	if (strcmp(m.state, "sent") == 0)
		return arena_printf(c->req->arena, "dikirim ke %s, %s",
		    m.address, words_time(c->req, m.sent_at));
	return arena_printf(c->req->arena, strcmp(m.state, "queued") == 0 ?
	    "menunggu dikirim ke %s" : "tidak terkirim ke %s; kirimkan "
	    "sidik jari ini kepadanya dengan cara lain", m.address);
}

static void
fill_minutes(struct closing *c, struct page *body,
    const struct month_closing *m)
{
	struct arena *arena = c->req->arena;
	char name[160];
	struct page *qr;

	page_text(body, "PAPER", c->req->conf->office);
	page_setf(body, "HEADING", "Berita acara pengesahan, %s", c->period);
	add_row(body, "Disahkan", arena_printf(arena, "%s\n%s",
	    words_time(c->req, m->closed_at), m->closed_by == 0 ?
	    "melalui perintah sistem" : arena_printf(arena, "%s, %s",
	    person_name(c->req->office, m->closed_by, name, sizeof(name)),
	    m->role_name)));
	add_row(body, closing_fields[0].label, words_field(c->req,
	    &closing_fields[0], m->minutes.held_on));
	add_row(body, closing_fields[1].label, m->minutes.place);
	add_row(body, closing_fields[2].label, m->minutes.attended);
	add_row(body, closing_fields[3].label, m->minutes.findings);
	add_row(body, closing_fields[4].label, m->minutes.decisions);
	add_row(body, "Kalender kerja", arena_printf(arena, "versi %lld",
	    (long long)m->calendar));
	add_row(body, "Sidik jari riwayat", m->root);
	add_row(body, "Surel ke luar kantor", mail_words(c));
	page_text(body, "NOTES", "Sidik jari ini mewakili seluruh riwayat "
	    "sampai bulan ini. Siapa yang menyimpannya dapat mengetahui bila "
	    "riwayat kemudian ditulis ulang; penulisan ulang itu sendiri tidak "
	    "dapat dicegah olehnya.");
	qr = page_add(body, "QR");
	page_set(qr, "SRC", "akar.png");
	page_set(qr, "ALT", "Kode QR: alamat untuk membandingkan sidik jari "
	    "riwayat bulan ini");
	if (m->closed_by != 0)
		page_text(body, "SIGN", arena_printf(arena, "%s\n\n\n\n%s",
		    m->role_name, person_name(c->req->office, m->closed_by,
		    name, sizeof(name))));
}

int
closing_minutes(struct closing *c, const struct month_closing *m)
{
	struct page *body, *frame, *add;

	frame = closing_frame(c, "document.tpl", &body);
	fill_minutes(c, body, m);
	add = page_add(body, "ADD");
	page_set(add, "HREF", "akar.txt");
	page_set(add, "TEXT", "Daftar kejadian terakhir di balik sidik jari "
	    "ini (teks)");
	page_show(body, "PRINT");
	return reply_page(c->reply, c->req, 200, arena_printf(c->req->arena,
	    "Berita acara pengesahan, %s", c->period), frame);
}

/* -- the root ------------------------------------------------------------ */

int
report_closing_qr(struct request *req, struct reply *reply, int year,
    int month)
{
	const char *folder = arena_printf(req->arena, "%s/charts",
	    req->conf->data), *path;
	struct month_closing m;
	char text[QR_SIZE];

	if (month_closing_get(req->office, year, month, &m) != CASE_OK)
		return reply_error(reply, req, 404, NULL);
	path = arena_printf(req->arena, "%s/%.32s-akar.png", folder, m.root);
	if ((mkdir(folder, 0750) == -1 && errno != EEXIST) ||
	    (access(path, R_OK) == -1 && qr_write(qr_root(req->conf->site,
	    m.root, text), path) == -1))
		return reply_error(reply, req, 500, NULL);
	return report_send_png(req, reply, path);
}

int
report_closing_leaves(struct request *req, struct reply *reply, int year,
    int month)
{
	struct month_closing m;
	size_t len;
	char *text;

	if (month_closing_get(req->office, year, month, &m) != CASE_OK)
		return reply_error(reply, req, 404, NULL);
	if ((text = root_leaves(req->office, year, month, &len)) == NULL)
		return reply_error(reply, req, 500, NULL);
	arena_adopt(req->arena, text);
	return reply_bytes(reply, "text/plain; charset=utf-8", text, len);
}
