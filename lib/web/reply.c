/* reply.c - building and sending an answer. */
#include <sys/stat.h>

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#include <sodium.h>

#include "base/arena.h"
#include "base/conf.h"
#include "base/log.h"
#include "base/urlcode.h"
#include "page/page.h"
#include "store/files.h"
#include "upload/quarantine.h"
#include "upload/upload.h"
#include "web/address.h"
#include "web/damage.h"
#include "web/form.h"
#include "web/frame.h"
#include "web/gateway.h"
#include "web/kept_file.h"
#include "web/reply.h"
#include "web/request.h"
#include "web/route.h"
#include "web/session.h"

struct reply {
	struct arena	*arena;
	const char	*headers;	/* whole lines, CRLF behind each */
	const char	*location;	/* of a redirect, or NULL */
	const char	*type;
	const char	*disposition;	/* of a file, or NULL */
	const char	*data;
	size_t		 len;
	int		 fd;		/* a file instead of data; -1 */
	int		 public;	/* holds nothing of a person */
};

/* Everything comes from this host, nothing stands inline, no page of ours is
 * shown in a frame. */
static const char policy[] = "default-src 'none'; style-src 'self'; "
    "img-src 'self' data:; script-src 'self'; form-action 'self'; "
    "connect-src 'self'; base-uri 'none'; frame-ancestors 'none'";

/* Headers of every answer: nothing is guessed, nothing told to others, nothing
 * shared with other windows, no device of the visitor asked for. */
static const char guards[] = "X-Content-Type-Options: nosniff\r\n"
    "Referrer-Policy: same-origin\r\n"
    "Cross-Origin-Opener-Policy: same-origin\r\n"
    "Cross-Origin-Resource-Policy: same-origin\r\n"
    "Permissions-Policy: camera=(), geolocation=(), microphone=(), "
    "payment=(), usb=()\r\n";
/* ... and over https alone: for a year, no other way to this host. */
static const char strict[] =
    "Strict-Transport-Security: max-age=31536000\r\n";

/* Sent when a request takes too much. */
static const char too_large[] = "<!DOCTYPE html>\n<html lang=\"id\">"
    "<meta charset=\"utf-8\"><title>Kiriman terlalu besar</title>"
    "<h1>Kiriman terlalu besar</h1>"
    "<p>Tidak ada yang terkirim. Kembali ke halaman sebelumnya, lalu kirim "
    "isian yang lebih pendek.</p>"
    "<p lang=\"en\">Too much was sent, and nothing of it was taken. Go back "
    "and send less.</p></html>\n";

/* Sent when not even the page of an error can be made, nor any catalogue
 * asked. */
static const char last_resort[] = "<!DOCTYPE html>\n<html lang=\"id\">"
    "<meta charset=\"utf-8\"><title>Gangguan layanan</title>"
    "<h1>Terjadi gangguan pada layanan</h1>"
    "<p>Coba lagi beberapa saat lagi.</p>"
    "<p lang=\"en\">There is a problem with the service. Try again in a "
    "while.</p></html>\n";

struct reply *
reply_new(struct arena *arena)
{
	struct reply *reply = arena_alloc(arena, sizeof(*reply));

	reply->arena = arena;
	reply->headers = arena_strdup(arena, "");
	reply->fd = -1;
	return reply;
}

/* Take `data` as the body; it must live as long as the request. */
static void
set_body(struct reply *reply, const char *type, const char *data, size_t len)
{
	if (reply->fd != -1)
		close(reply->fd);
	reply->fd = -1;
	reply->location = NULL;
	reply->disposition = NULL;
	reply->public = 0;
	reply->type = type;
	reply->data = data;
	reply->len = len;
}

void
reply_header(struct reply *reply, const char *name, const char *value)
{
	for (const char *s = value; *s != '\0'; s++)
		if ((unsigned char)*s < 0x20 || *s == 0x7f) {
			log_line(LOG_ERROR, "control character in %s", name);
			return;
		}
	arena_append(reply->arena, &reply->headers, "%s: %s\r\n", name, value);
}

/* A cookie that ends with the browser (`age` NULL) or after so many seconds. */
static void
set_cookie(struct reply *reply, const struct request *req, const char *name,
    const char *value, const char *age)
{
	int secure = strcmp(req->conf->secure, "yes") == 0;
	const char *prefix = conf_prefix(req->conf);

	reply_header(reply, "Set-Cookie", arena_printf(reply->arena,
	    "%s=%s; Path=%s; HttpOnly; SameSite=Lax%s%s%s",
	    session_cookie_name(req, name), value,
	    *prefix != '\0' ? prefix : "/", secure ? "; Secure" : "",
	    age != NULL ? "; Max-Age=" : "", age != NULL ? age : ""));
}

void
reply_cookie(struct reply *reply, const struct request *req, const char *name,
    const char *value)
{
	set_cookie(reply, req, name, value != NULL ? value : "",
	    value != NULL ? NULL : "0");
}

void
reply_cookie_days(struct reply *reply, const struct request *req,
    const char *name, const char *value, int days)
{
	set_cookie(reply, req, name, value, arena_printf(reply->arena, "%ld",
	    days * 86400L));
}

int
reply_redirect(struct reply *reply, const char *address)
{
	set_body(reply, NULL, "", 0);
	reply->location = arena_strdup(reply->arena, address);
	return 303;
}

int
reply_moved(struct reply *reply, const struct request *req, const char *from,
    const char *to)
{
	size_t n = strlen(from);
	const char *rest = strncmp(req->address, from, n) == 0 ?
	    req->address + n : "";

	reply_redirect(reply, arena_printf(reply->arena, "%s%s", to, rest));
	return 308;
}

int
reply_page(struct reply *reply, const struct request *req, int status,
    const char *title, struct page *frame)
{
	char *html;
	size_t len;

	page_set(frame, "TITLE", title);
	if (req->stale && status == 200)
		status = 422;
	if (status == 422)
		page_show(frame, "ERROR_TITLE");
	if (page_expand(frame, &html, &len) == -1) {
		page_free(frame);
		log_line(LOG_ERROR, "the page cannot be made");
		set_body(reply, "text/html; charset=utf-8", last_resort,
		    strlen(last_resort));
		return 500;
	}
	page_free(frame);
	arena_adopt(reply->arena, html);
	set_body(reply, "text/html; charset=utf-8", html, len);
	if (req->visit != NULL)
		reply_cookie(reply, req, VISIT_COOKIE, req->visit);
	if (req->notice != NULL)
		reply_cookie(reply, req, NOTICE_COOKIE, NULL);
	return status;
}

/* -- errors ------------------------------------------------------------ */

/* A status in words, for callers that have no better ones; the last stands for
 * every other status. */
static const struct {
	int		 status;
	const char	*title;
	const char	*text;
} meanings[] = {
	{ 400, "Permintaan tidak dapat dibaca",
	    "Kembali ke halaman sebelumnya, lalu coba sekali lagi." },
	{ 403, "Anda tidak memiliki akses ke halaman ini",
	    "Hubungi administrator jika Anda memerlukannya." },
	{ 404, "Halaman tidak ditemukan",
	    "Periksa kembali alamatnya, atau lacak permohonan Anda." },
	{ 405, "Permintaan tidak dapat dilayani di alamat ini",
	    "Buka halamannya dari menu, lalu coba sekali lagi." },
	{ 409, "Langkah ini sudah berubah",
	    "Muat ulang halaman untuk melihat keadaannya sekarang." },
	{ 413, "Kiriman terlalu besar",
	    "Kirim dokumen yang lebih sedikit atau lebih kecil." },
	{ 415, "Permintaan tidak dapat dibaca",
	    "Kirim dokumen melalui formulir di halaman ini." },
	{ 422, "Ada yang perlu diperbaiki",
	    "Kembali ke halaman sebelumnya dan periksa isiannya." },
	{ 429, "Terlalu banyak permintaan",
	    "Tunggu lima belas menit, lalu coba sekali lagi." },
	{ 503, "Layanan sedang sibuk",
	    "Tunggu sebentar, lalu muat ulang halaman ini. Kiriman yang sama "
	    "tidak pernah tercatat dua kali." },
	{ 500, "Terjadi gangguan pada layanan",
	    "Coba lagi beberapa saat lagi. Jika tetap terjadi, sampaikan "
	    "nomor rujukan di bawah ini." },
};

/* The page of an error as all of them have it, with the texts of a form that
 * came to nothing. */
static struct page *
error_page(const struct request *req, const char *title, const char *text,
    struct page **body)
{
	struct page *frame = frame_new(req, "error.tpl", NULL, body);

	page_set(*body, "TITLE", title);
	page_text(*body, "TEXT", text);
	page_text(*body, "TYPED", form_typed(req));
	return frame;
}

int
reply_error(struct reply *reply, const struct request *req, int status,
    const char *message)
{
	struct page *frame, *body;
	size_t i = 0, last = sizeof(meanings) / sizeof(meanings[0]) - 1;

	while (i < last && meanings[i].status != status)
		i++;
	frame = error_page(req, meanings[i].title, message != NULL ? message :
	    meanings[i].text, &body);
	if (status == 404)
		page_show(body, "TRACK");
	if (status == 403 && req->session.id != 0)
		page_show(body, "LOGIN");
	if (status >= 500)
		page_set(page_add(body, "ID"), "TEXT", req->id);
	return reply_page(reply, req, status, meanings[i].title, frame);
}

/* Carry the form on in a page of ours: its values, and the files that came with
 * it, which are files accepted before when it comes again. */
static void
carry(const struct request *req, struct page *page)
{
	form_carry(req, page, "", FORM_CARRIED);
	for (size_t i = 0; i < req->nupload; i++) {
		const struct upload *u = &req->upload[i];

		if (u->stored)
			page_hidden(page, arena_printf(req->arena,
			    FORM_CARRIED "%s-lama", u->field),
			    kept_file_key_again(req, u->field, u));
	}
}

int
reply_login(struct reply *reply, const struct request *req)
{
	const char *title = req->session.pin ? "Kata sandi diminta" :
	    "Sesi Anda sudah berakhir";
	const char *next = address_is_ours(req->address) ? req->address : "/";
	struct page *frame, *body, *again;

	if (!form_is_filled(req) && req->nupload == 0)
		return reply_redirect(reply, arena_printf(req->arena,
		    PATH_MASUK "?kembali=%s", urlcode_encode(req->arena,
		    next)));
	frame = error_page(req, title, "Tidak ada yang terkirim. Masuk lagi "
	    "di sini: isian, pilihan, dan dokumen Anda kembali ke halamannya, "
	    "lalu dapat dikirim.", &body);
	again = page_add(body, "AGAIN");
	page_set(again, "NEXT", next);
	carry(req, again);
	return reply_page(reply, req, 403, title, frame);
}

int
reply_prove(struct reply *reply, const struct request *req)
{
	static const char title[] = "Kode kedua diminta";
	const char *next = address_is_ours(req->address) ? req->address : "/";
	struct page *frame, *body, *again;

	if (req->method != METHOD_POST)
		return reply_redirect(reply, arena_printf(req->arena,
		    PATH_AKUN "/bukti?kembali=%s", urlcode_encode(req->arena,
		    next)));
	frame = error_page(req, title, "Belum ada yang terkirim. Isi kode "
	    "kedua: isian dan dokumen Anda ikut, lalu dapat dikirim.", &body);
	again = page_add(body, "PROVE");
	page_set(again, "NEXT", next);
	carry(req, again);
	return reply_page(reply, req, 403, title, frame);
}

int
reply_export(struct reply *reply, const struct request *req,
    enum audit_kind kind)
{
	if (req->session.institution_id == 0 && session_lacks_proof(req))
		return reply_prove(reply, req);
	session_audit(req, kind, AUDIT_GOOD);
	return 0;
}

int
reply_carried(struct reply *reply, const struct request *req,
    const char *address, const struct reply_words *words)
{
	struct page *body, *frame = frame_new(req, "carried.tpl", NULL, &body);

	page_set(body, "TITLE", words->title);
	page_set(body, "TEXT", words->text);
	page_set(body, "BUTTON", words->button);
	page_set(body, "ACTION", address);
	form_carry(req, body, FORM_CARRIED, "");
	return reply_page(reply, req, 200, words->title, frame);
}

/* The HTTP status of each refusal of the library: the one table of them. */
static int
status_of(enum case_err err)
{
	static const int status[CASE__MAX] = {
		[CASE_OK] = 200,
		[CASE_NOT_FOUND] = 404,
		[CASE_DENIED] = 403,
		[CASE_CONFLICT] = 409,
		[CASE_STATE] = 409,
		[CASE_INVALID] = 422,
		[CASE_REPEATED] = 200,
		[CASE_BUSY] = 503,
		[CASE_DB] = 500,
	};

	return status[err];
}

int
reply_case_error(struct reply *reply, const struct request *req,
    enum case_err err)
{
	const char *why = office_why(req->office);

	if (err == CASE_DB || err == CASE_BUSY) {
		log_line(LOG_ERROR, "%s", why);
		why = NULL;
	}
	return reply_error(reply, req, status_of(err),
	    why != NULL && *why != '\0' ? why : NULL);
}

/* -- bytes and files --------------------------------------------------- */

int
reply_bytes(struct reply *reply, const char *type, const void *data,
    size_t len)
{
	set_body(reply, arena_strdup(reply->arena, type),
	    arena_strndup(reply->arena, data, len), len);
	return 200;
}

int
reply_written(struct reply *reply, const struct request *req,
    const char *type, FILE *f)
{
	int fd = fflush(f) == 0 && !ferror(f) ?
	    fcntl(fileno(f), F_DUPFD_CLOEXEC, 0) : -1;
	off_t len = fd != -1 ? lseek(fd, 0, SEEK_END) : -1;

	fclose(f);
	if (len == -1 || lseek(fd, 0, SEEK_SET) == -1) {
		log_line(LOG_ERROR, "a long answer: %s", strerror(errno));
		if (fd != -1)
			close(fd);
		return reply_error(reply, req, 500, NULL);
	}
	set_body(reply, arena_strdup(reply->arena, type), NULL, (size_t)len);
	reply->fd = fd;
	return 200;
}

/* The endings of file names, and the types that a browser may show itself. */
static const struct {
	const char	*type;
	int		 harmless;
	const char	*ending[2];	/* the first is given */
} types[] = {
	{ "application/pdf", 1, { ".pdf", "" } },
	{ "image/jpeg", 1, { ".jpg", ".jpeg" } },
	{ "image/png", 1, { ".png", "" } },
	{ "application/vnd.oasis.opendocument.text", 0, { ".odt", "" } },
	{ "application/vnd.oasis.opendocument.spreadsheet", 0,
	    { ".ods", "" } },
	{ "application/vnd.openxmlformats-officedocument"
	    ".wordprocessingml.document", 0, { ".docx", "" } },
	{ "application/vnd.openxmlformats-officedocument"
	    ".spreadsheetml.sheet", 0, { ".xlsx", "" } },
};
#define TYPES (sizeof(types) / sizeof(types[0]))

/* The name a file is saved under ends as its content is: a PDF may be a web
 * page as well, and "surat.html" would be opened as one. */
static const char *
safe_name(struct arena *arena, const char *name, const char *type)
{
	size_t len = strlen(name), n;

	for (size_t i = 0; i < TYPES; i++) {
		if (strcmp(types[i].type, type) != 0)
			continue;
		for (int k = 0; k < 2; k++) {
			n = strlen(types[i].ending[k]);
			if (n > 0 && len > n && strcasecmp(name + len - n,
			    types[i].ending[k]) == 0)
				return name;
		}
		return arena_printf(arena, "%s%s", name, types[i].ending[0]);
	}
	return name;
}

/*
 * RFC 6266: a plain name for old clients, with everything unusual as '_', and
 * the true one in UTF-8.
 */
static const char *
disposition(struct arena *arena, const char *stored, int inline_)
{
	const char *name = form_clean(arena, "", stored);
	char *plain = arena_strdup(arena, name);

	for (char *s = plain; *s != '\0'; s++)
		if ((unsigned char)*s < 0x20 || (unsigned char)*s > 0x7e ||
		    strchr("\"\\%/", *s) != NULL)
			*s = '_';
	return arena_printf(arena, "%s; filename=\"%s\"; filename*=UTF-8''%s",
	    inline_ ? "inline" : "attachment", plain,
	    urlcode_encode(arena, name));
}

static int
reply_named(struct reply *reply, const char *type, const char *name,
    const void *data, size_t len, int inline_)
{
	reply_bytes(reply, type, data, len);
	reply->disposition = disposition(reply->arena,
	    safe_name(reply->arena, name, type), inline_);
	return 200;
}

int
reply_attachment(struct reply *reply, const char *type, const char *name,
    const void *data, size_t len)
{
	return reply_named(reply, type, name, data, len, 0);
}

int
reply_shown(struct reply *reply, const char *type, const char *name,
    const void *data, size_t len)
{
	return reply_named(reply, type, name, data, len, 1);
}

static int
is_harmless(const char *type)
{
	for (size_t i = 0; i < TYPES; i++)
		if (strcmp(types[i].type, type) == 0)
			return types[i].harmless;
	return 0;
}

/* 409 when a file is in quarantine, else 0. */
static int
refuse_quarantined(struct reply *reply, const struct request *req,
    const char *hash)
{
	struct quarantined q;
	enum case_err err = quarantine_find(req->office, hash, &q);

	if (err == CASE_NOT_FOUND)
		return 0;
	if (err != CASE_OK)
		return reply_case_error(reply, req, err);
	if ((q.judge & QUARANTINE_CHECK) != 0)
		return reply_error(reply, req, 409, q.finding[0] != '\0' ?
		    "Dokumen ini ditahan: PDF-nya rusak atau terkunci. "
		    "Administrator dapat melepasnya." : "Dokumen ini ditahan: "
		    "kantor belum dapat memeriksanya. Coba lagi nanti.");
	return reply_error(reply, req, 409, q.finding[0] != '\0' ?
	    arena_printf(req->arena, "Dokumen ini ditahan: antivirus menemukan "
	    "%s di dalamnya.", q.finding) : "Dokumen ini ditahan: antivirus "
	    "belum memeriksanya. Coba lagi nanti.");
}

/* Open a stored file that is whole: 0 with its descriptor, or the status of the
 * reply. */
static int
open_file(struct reply *reply, const struct request *req, const char *hash,
    int *fd)
{
	enum files_state state;
	int status = refuse_quarantined(reply, req, hash);

	if (status != 0)
		return status;
	state = files_look(office_files(req->office), hash, fd);
	if (state == FILES_GOOD)
		return 0;
	damage_tell(req, hash, state);
	return reply_error(reply, req, 500, state == FILES_MISSING ?
	    "Dokumen ini tidak ada lagi di penyimpanan kantor. Administrator "
	    "sudah diberi tahu." : state == FILES_ALTERED ?
	    "Isi dokumen ini di penyimpanan kantor berubah, sehingga tidak "
	    "diberikan. Administrator sudah diberi tahu." : NULL);
}

int
reply_file_ready(struct reply *reply, const struct request *req,
    const char *hash)
{
	int fd, status = open_file(reply, req, hash, &fd);

	if (status == 0)
		close(fd);
	return status;
}

int
reply_file(struct reply *reply, const struct request *req, const char *hash,
    const char *type, const char *name, int inline_)
{
	int fd, status = open_file(reply, req, hash, &fd);
	struct stat st;

	if (status != 0)
		return status;
	if (fstat(fd, &st) == -1) {
		log_line(LOG_ERROR, "file %s: %s", hash, strerror(errno));
		close(fd);
		return reply_error(reply, req, 500, NULL);
	}
	set_body(reply, arena_strdup(reply->arena, type), NULL,
	    (size_t)st.st_size);
	reply->fd = fd;
	reply->disposition = disposition(reply->arena,
	    safe_name(reply->arena, name, type),
	    inline_ && is_harmless(type));
	return 200;
}

/* -- sending ----------------------------------------------------------- */

static int
send_file(struct reply *reply, struct gateway *gw)
{
	char buf[16384];
	size_t left = reply->len;
	ssize_t n;

	while (left > 0) {
		n = read(reply->fd, buf, left < sizeof(buf) ? left :
		    sizeof(buf));
		if (n == -1 && errno == EINTR)
			continue;
		if (n <= 0 || gw->write(gw, buf, (size_t)n) == -1)
			return -1;
		left -= (size_t)n;
	}
	return 0;
}

int
reply_public(struct reply *reply, int status)
{
	reply->public = status == 200;
	return status;
}

/* May a browser keep it?  A public page shows more to somebody who is logged in
 * or has a tracking code. */
static int
is_public(const struct reply *reply, const struct request *req)
{
	char code[32];

	return reply->public && req->session.id == 0 &&
	    session_cookie(req, TRACK_COOKIE, code, sizeof(code)) <= 0;
}

int
reply_tagged(struct reply *reply, const struct request *req, int status)
{
	unsigned char hash[16];
	char hex[2 * sizeof(hash) + 1];
	const char *tag;

	if (status != 200 || !is_public(reply, req))
		return status;
	crypto_generichash(hash, sizeof(hash), (const void *)reply->data,
	    reply->len, NULL, 0);
	sodium_bin2hex(hex, sizeof(hex), hash, sizeof(hash));
	tag = arena_printf(reply->arena, "\"%s\"", hex);
	reply_header(reply, "ETag", tag);
	/* A web server that compresses makes it W/"...". */
	if (strstr(req->known, tag) == NULL)
		return status;
	set_body(reply, NULL, "", 0);
	reply->public = 1;
	return 304;
}

/* Status line and headers of an answer.  A public page, too, is asked for
 * again, since it depends on the visitor. */
static const char *
head(struct reply *reply, const struct request *req, int status)
{
	struct arena *arena = reply->arena;
	const char *text = arena_printf(arena, "Status: %d\r\n%s"
	    "Cache-Control: %s\r\nVary: Cookie\r\n"
	    "Content-Security-Policy: %s\r\n%s%s", status, reply->headers,
	    is_public(reply, req) ? "private, no-cache" : "no-store", policy,
	    guards, strcmp(req->conf->secure, "yes") == 0 ? strict : "");

	if (reply->type != NULL)
		arena_append(arena, &text, "Content-Type: %s\r\n", reply->type);
	if (reply->disposition != NULL)
		arena_append(arena, &text, "Content-Disposition: %s\r\n",
		    reply->disposition);
	/* It would be that of the page which the browser has. */
	if (status == 304)
		return arena_printf(arena, "%s\r\n", text);
	return arena_printf(arena, "%sContent-Length: %zu\r\n\r\n", text,
	    reply->len);
}

int
reply_send(struct reply *reply, const struct request *req, int status,
    struct gateway *gw)
{
	const char *text;
	int rc;

	if (reply->location != NULL)
		reply_header(reply, "Location", arena_printf(reply->arena,
		    "%s%s", conf_prefix(req->conf), reply->location));
	text = head(reply, req, status);
	rc = gw->write(gw, text, strlen(text));
	if (rc == 0 && req->method != METHOD_HEAD)
		rc = reply->fd != -1 ? send_file(reply, gw) :
		    gw->write(gw, reply->data, reply->len);
	if (reply->fd != -1)
		close(reply->fd);
	reply->fd = -1;
	return rc;
}

/* An answer without an office, of a line of text or a page. */
static void
send_bare(struct gateway *gw, const char *status, const char *type,
    const char *body)
{
	const char *method = gw->param(gw, "REQUEST_METHOD");
	char text[1024];

	snprintf(text, sizeof(text), "Status: %s\r\n"
	    "Cache-Control: no-store\r\nContent-Security-Policy: %s\r\n"
	    "%sContent-Type: text/%s; charset=utf-8\r\n"
	    "Content-Length: %zu\r\n\r\n", status, policy, guards, type,
	    strlen(body));
	if (gw->write(gw, text, strlen(text)) == 0 &&
	    (method == NULL || strcmp(method, "HEAD") != 0))
		gw->write(gw, body, strlen(body));
}

void
reply_too_large(struct gateway *gw)
{
	send_bare(gw, "413", "html", too_large);
}

void
reply_unavailable(struct gateway *gw, const char *line, int seconds)
{
	char status[64];

	snprintf(status, sizeof(status), "503\r\nRetry-After: %d", seconds);
	send_bare(gw, status, line != NULL ? "plain" : "html",
	    line != NULL ? line : last_resort);
}
