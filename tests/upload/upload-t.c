/* upload-t.c - files of a form: judged by content, kept or forgotten. */
#include <dirent.h>
#include <fcntl.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "store/db.h"
#include "store/files.h"
#include "tests/tap.h"
#include "tests/web/gate.h"
#include "tests/web/pdf.h"
#include "upload/filetype.h"
#include "upload/upload.h"
#include "web/body.h"
#include "web/request.h"

#define MAX (2 * 1024 * 1024)

static char dir[] = "/tmp/sopap-upload-XXXXXX";
static struct files store = { dir, NULL, NULL };
static struct arena *arena;

#define PDF SMALL_PDF
#define PNG "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\x8\6\0\0\0"
#define JPEG "\xff\xd8\xff\xe0\0\x10JFIF\0\1\1\0\0\1\0\1\0\0"
/* Its tree of pages has none. */
#define NOTHING "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n" \
	"2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n" \
	"xref\n0 3\n0000000000 65535 f \n0000000009 00000 n \n" \
	"0000000052 00000 n \n" \
	"trailer<</Size 3/Root 1 0 R>>\nstartxref\n97\n%%EOF\n"
/* An entry of a zip file, stored, its name of N (two octal digits) bytes. */
#define ENTRY(N, name) "PK\3\4\24\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0" \
	"\0" N "\0\0" name
#define VND "application/vnd."
#define ODT VND "oasis.opendocument.text"
#define OOXML VND "openxmlformats-officedocument."
#define WORD ENTRY("\23", "[Content_Types].xml") "xx" \
	ENTRY("\13", "_rels/.rels") ENTRY("\21", "word/document.xml")
#define SHEET ENTRY("\13", "_rels/.rels") "yy" \
	ENTRY("\17", "xl/workbook.xml") "zz"
#define WRONG "Pilih dokumen PDF, JPEG atau PNG"
#define LOCKED "Dokumen ini memakai kata sandi. Unggah dokumen tanpa kata sandi"
#define CUT "Dokumen ini terpotong, bagian akhirnya tidak ada. " \
	"Unggah dokumen yang utuh"
#define BROKEN "Dokumen PDF ini rusak. Simpan ulang sebagai PDF, lalu " \
	"unggah lagi"
#define NO_PAGE "Dokumen PDF ini tidak berisi halaman"

/* Names of files and folders under the store's folder. */
static int
stored(void)
{
	DIR *d = opendir(dir);
	int n = -2;

	while (d != NULL && readdir(d) != NULL)
		n++;
	if (d != NULL)
		closedir(d);
	return n;
}

/* One file through a multipart body, in blocks of `block` bytes. */
static struct upload
uploaded(const char *data, size_t len, size_t block)
{
	static const char head[] = "--b\r\nContent-Disposition: form-data; "
	    "name=\"surat\"; filename=\"s.pdf\"\r\n\r\n";
	static const char tail[] = "\r\n--b--\r\n";
	size_t size = strlen(head) + len + strlen(tail);
	char *body = arena_alloc(arena, size);
	struct gate gate = { .method = "POST", .uri = "/", .body = body,
		.type = "multipart/form-data; boundary=b", .len = size,
		.block = block };
	struct gateway gw;
	struct request req = { .arena = arena };
	struct uploads *ups = uploads_new(arena, &store, MAX);
	const char *why;

	memcpy(body, head, strlen(head));
	memcpy(body + strlen(head), data, len);
	memcpy(body + strlen(head) + len, tail, strlen(tail));
	gate_open(&gw, &gate);
	if (body_read(&req, &gw, ups, MAX, &why) != 0)
		bail("a good body was refused");
	uploads_judge(ups);
	req.upload = uploads_keep(ups, &req.nupload);
	return *request_upload(&req, "surat");
}

static void
judges_by_content(void)
{
	static const struct {
		const char *data;
		size_t len;
		const char *type, *error, *what;
	} t[] = {
		{ PDF, sizeof(PDF) - 1, "application/pdf", NULL, "a PDF" },
		{ "", 0, NULL, "Dokumen ini kosong", "an empty file" },
		{ "<html>%PDF-1.4", 14, NULL, WRONG, "HTML with a PDF in it" },
		{ "GIF89a%PDF-1.4", 14, NULL, WRONG, "a GIF" },
		{ "<svg onload=\"a()\"/>", 20, NULL, WRONG, "an SVG" },
		{ "\n" PDF, sizeof(PDF), NULL, WRONG, "a PDF behind a line" },
		{ "\0\0\0\0", 4, NULL, WRONG, "zeros" },
		{ "%PDF", 4, NULL, WRONG, "less than a signature" },
		{ "%PDF-1.4\n", 9, NULL, CUT, "a PDF's first line" },
		{ PDF, sizeof(PDF) - 20, NULL, CUT, "a PDF without its end" },
		{ NOTHING, sizeof(NOTHING) - 1, NULL, NO_PAGE,
		    "a PDF without a page" },
		{ ENTRY("\10", "mimetype") ODT ENTRY("\13", "content.xml"),
		    sizeof(ENTRY("\10", "mimetype") ODT
		    ENTRY("\13", "content.xml")) - 1, ODT, NULL,
		    "OpenDocument" },
		{ WORD, sizeof(WORD) - 1, OOXML "wordprocessingml.document",
		    NULL, "a Word document" },
		{ SHEET, sizeof(SHEET) - 1, OOXML "spreadsheetml.sheet", NULL,
		    "an Excel sheet" },
		{ ENTRY("\5", "a.exe") "word/", sizeof(ENTRY("\5", "a.exe")
		    "word/") - 1, NULL, WRONG, "any other zip file" },
		{ ENTRY("\10", "mimetype") ODT "-template" ENTRY("\1", "x"),
		    sizeof(ENTRY("\10", "mimetype") ODT "-template"
		    ENTRY("\1", "x")) - 1, NULL, WRONG, "nearly a text" },
		{ "PK\3\4", 4, NULL, WRONG, "the beginning of one" },
	};

	for (size_t i = 0; i < sizeof(t) / sizeof(t[0]); i++)
		for (size_t block = 0; block <= 7; block += 7) {
			struct upload up = uploaded(t[i].data, t[i].len,
			    block);

			is_string(t[i].error, up.error, "%s, block %zu",
			    t[i].what, block);
			is_string(t[i].error ? NULL : t[i].type, up.hash ?
			    up.type : NULL, "...its type");
			is_int((int64_t)t[i].len, up.size, "...its size");
		}
}

/* The PDF made of photos is looked at in upload/photo-t and uploads-t.mjs. */
static void
knows_photos(void)
{
	is_string("image/png", filetype_of(PNG, sizeof(PNG) - 1), "a PNG");
	is_string("image/jpeg", filetype_of(JPEG, sizeof(JPEG) - 1), "a JPEG");
	is_string(NULL, filetype_of("\xff\xd8" PDF, 20), "half a JPEG");
}

/* A password to open is one too many; one to change is the owner's affair. */
static void
knows_passwords(void)
{
	static const struct {
		const char *user, *error, *what;
	} t[] = {
		{ "rahasia", LOCKED, "a PDF with a password" },
		{ "\"\"", NULL, "a PDF that only its owner may change" },
	};
	char *plain = arena_printf(arena, "%s/polos.pdf", dir);
	char *made = arena_printf(arena, "%s/kunci.pdf", dir);
	char *data = arena_alloc(arena, 65536);
	size_t len;
	FILE *fp;

	for (size_t i = 0; i < 2; i++) {
		fp = fopen(plain, "w");
		if (fp == NULL || fputs(PDF, fp) < 0 || fclose(fp) != 0 ||
		    system(arena_printf(arena, QPDF " --encrypt %s pemilik "
		    "256 -- %s %s", t[i].user, plain, made)) != 0 ||
		    (fp = fopen(made, "r")) == NULL)
			bail("cannot make a PDF with a password");
		len = fread(data, 1, 65536, fp);
		fclose(fp);
		is_string(t[i].error, uploaded(data, len, 0).error, "%s",
		    t[i].what);
	}
	unlink(plain);
	unlink(made);
}

static void
keeps_what_came(void)
{
	struct upload up = uploaded(PDF, sizeof(PDF) - 1, 5);
	char back[sizeof(PDF)] = "";
	int fd;

	files_look(&store, up.hash, &fd);
	is_int(sizeof(PDF) - 1, read(fd, back, sizeof(back)),
	    "a file is stored");
	close(fd);
	is_string(PDF, back, "...as it came");
	is_string("s.pdf", up.name, "...and its name is known");
}

static void
limits_the_size(void)
{
	char *data = arena_alloc(arena, MAX + 1);
	struct upload up;

	/* The bytes between the objects and their table are passed over. */
	memset(data, '\n', MAX + 1);
	memcpy(data, PDF, sizeof(PDF) - 1);
	memcpy(data + MAX - 20, "startxref\n164\n%%EOF\n", 20);
	up = uploaded(data, MAX, 0);
	is_string(NULL, up.error, "a file of the largest size");
	up = uploaded(data, MAX + 1, 0);
	is_string("Ukuran dokumen paling besar 2 MB", up.error,
	    "one byte more is refused");
	is_string(NULL, up.hash, "...and not stored");
}

/* A body that turns out to be bad leaves nothing. */
static void
forgets(void)
{
	static const char cut[] = "--b\r\nContent-Disposition: form-data; "
	    "name=\"a\"; filename=\"a.pdf\"\r\n\r\n" PDF "\r\n--b\r\n"
	    "Content-Disposition: form-data; name=\"b\"; filename=\"b.pdf\""
	    "\r\n\r\n" PDF;
	struct gate gate = { .method = "POST", .uri = "/", .body = cut,
		.type = "multipart/form-data; boundary=b",
		.len = sizeof(cut) - 1 };
	struct gateway gw;
	struct request req = { .arena = arena };
	struct uploads *ups = uploads_new(arena, &store, MAX);
	const char *why;
	int before = stored();

	gate_open(&gw, &gate);
	is_int(400, body_read(&req, &gw, ups, MAX, &why),
	    "a cut body is refused");
	is_int(before + 2, stored(), "...its files were on their way");
	uploads_drop(ups);
	is_int(before, stored(), "...and are gone");
	is_int(0, (int64_t)req.nupload, "...unknown to the request");
}

/* The bytes of a folder that is not there cannot be stored. */
static void
says_when_the_store_fails(void)
{
	const struct files nowhere = { "/nonexistent", store.db, NULL };
	struct uploads *ups = uploads_new(arena, &nowhere, MAX);
	struct request req = { .arena = arena };
	int null = open("/dev/null", O_WRONLY), saved = dup(STDERR_FILENO);

	dup2(null, STDERR_FILENO);	/* the log's line is meant for others */
	uploads_begin(ups, "surat", "s.pdf");
	dup2(saved, STDERR_FILENO);
	uploads_data(ups, PDF, sizeof(PDF) - 1);
	uploads_end(ups);
	req.upload = uploads_keep(ups, &req.nupload);
	is_string("Dokumen gagal diunggah. Unggah sekali lagi",
	    req.upload[0].error, "a store that fails is said");
	is_string(NULL, req.upload[0].hash, "...and no hash given");
	close(null);
	close(saved);
}

/* The answer a file should get, by its row: name, bytes, SHA-256, where its
 * magic is, exit code of qpdf, the same with the password, pages by poppler and
 * by mupdf, encrypted, needs a password. */
static const char *
expected(char *const *column, size_t len)
{
	/* Cut or without pages by its own account. */
	static const struct {
		const char *name, *error;
	} t[] = {
		{ "made-header-only.pdf", CUT },
		{ "made-truncated-half.pdf", CUT },
		{ "made-truncated-no-eof.pdf", CUT },
		{ "pdfjs-issue9105_other.pdf", CUT },
		{ "pdfjs-poppler-85140-0.pdf", CUT },
		{ "pdfjs-poppler-395-0-fuzzed.pdf", NO_PAGE },
		{ "pdfjs-poppler-91414-0-53.pdf", NO_PAGE },
		{ "made-count-2147483647.pdf", BROKEN },
		{ "pdfjs-poppler-67295-0.pdf", BROKEN },
	};

	if (len == 0)
		return "Dokumen ini kosong";
	if (strcmp(column[3], "0") != 0)
		return WRONG;
	if (strcmp(column[9], "yes") == 0)
		return LOCKED;
	for (size_t i = 0; i < sizeof(t) / sizeof(t[0]); i++)
		if (strcmp(t[i].name, column[0]) == 0)
			return t[i].error;
	return strcmp(column[4], "2") == 0 ? BROKEN : NULL;
}

/* Upload one file of another project and look at the answer; line is its
 * row. */
static void
knows_shared_file(const char *folder, char *line)
{
	char *column[10] = { NULL }, *data = arena_alloc(arena, MAX);
	const char *error, *want;
	size_t len;
	FILE *fp;

	for (size_t i = 0; i < 10; i++)
		column[i] = strsep(&line, "\t");
	if (column[9] == NULL || strcmp(column[0], "file") == 0)
		return;
	fp = fopen(arena_printf(arena, "%s/%s", folder, column[0]), "r");
	if (fp == NULL)
		bail("a shared file cannot be read");
	len = fread(data, 1, MAX, fp);
	fclose(fp);
	error = uploaded(data, len, 0).error;
	want = expected(column, len);
	is_string(want, error, "%s", column[0]);
}

/* PDF files of other projects, whole and broken. */
static void
knows_shared_files(void)
{
	const char *shared = getenv("SOPAP_SHARED"), *src = getenv("SRCDIR");
	char line[1024], *folder;
	FILE *list;

	folder = arena_printf(arena, "%s%s/data/pdf", shared ? shared : src ?
	    src : ".", shared ? "" : "/../shared");
	list = fopen(arena_printf(arena, "%s/expected.tsv", folder), "r");
	if (list == NULL) {
		skip(1, "the files of other projects are not here");
		return;
	}
	while (fgets(line, sizeof(line), list) != NULL)
		if (line[0] != '#')
			knows_shared_file(folder, line);
	fclose(list);
}

/* A file called so: its name as it is kept; NULL when the body is refused. */
static const char *
name_kept(const char *name)
{
	char *body = arena_printf(arena, "--b\r\nContent-Disposition: "
	    "form-data; name=\"surat\"; filename=\"%s\"\r\n\r\nx\r\n"
	    "--b--\r\n", name);
	struct gate gate = { .method = "POST", .uri = "/", .body = body,
		.type = "multipart/form-data; boundary=b",
		.len = strlen(body) };
	struct gateway gw;
	struct request req = { .arena = arena };
	struct uploads *ups = uploads_new(arena, &store, MAX);
	const char *why;
	int status;

	gate_open(&gw, &gate);
	status = body_read(&req, &gw, ups, MAX, &why);
	if (status == 0)
		req.upload = uploads_keep(ups, &req.nupload);
	uploads_drop(ups);
	if (status != 0)
		return NULL;
	return req.nupload > 0 ? req.upload[0].name : "";
}

/* Nothing in it that leads elsewhere, cannot be seen, or turns text. */
static int
is_harmless_name(const char *name)
{
	if (strpbrk(name, "/\\\x7f") != NULL || strlen(name) > 180 ||
	    !utf8_valid(name, strlen(name)) || strstr(name, "\u202e") ||
	    strstr(name, "\u2066"))
		return 0;
	for (; *name != '\0'; name++)
		if ((unsigned char)*name < ' ')
			return 0;
	return 1;
}

/* Strings that broke other programs, as names of files. */
static void
tidies_names(void)
{
	static const char *const lists[] = { "blns.txt", "xss.txt",
		"csv_injection.txt" };
	const char *shared = getenv("SOPAP_SHARED"), *src = getenv("SRCDIR");
	char line[8192];

	is_string("surat.pdf", name_kept("C:\\a\\surat.pdf"),
	    "a path of Windows");
	is_string("afdp.exe", name_kept("a\u202efdp.exe"),
	    "a name that turns text");
	is_string("ab", name_kept("a\tb"), "a tab");
	for (size_t i = 0; i < 3; i++) {
		size_t lines = 0, bad = 0;
		const char *kept;
		FILE *fp = fopen(arena_printf(arena, "%s%s/data/attack/%s",
		    shared ? shared : src ? src : ".",
		    shared ? "" : "/../shared", lists[i]), "r");

		if (fp == NULL) {
			skip(1, "the strings of other projects are not here");
			return;
		}
		for (; fgets(line, sizeof(line), fp) != NULL; lines++) {
			line[strcspn(line, "\r\n")] = '\0';
			kept = name_kept(line);
			bad += kept != NULL && !is_harmless_name(kept);
		}
		fclose(fp);
		ok(lines > 0 && bad == 0, "%zu names of %s", lines, lists[i]);
	}
}

int
main(void)
{
	char why[256];

	arena = arena_new();
	if (mkdtemp(dir) == NULL)
		bail("cannot make a folder");
	store.db = db_open(":memory:", DB_CREATE, why, sizeof(why));
	if (store.db == NULL)
		bail(why);
	judges_by_content();
	knows_photos();
	knows_passwords();
	keeps_what_came();
	limits_the_size();
	forgets();
	says_when_the_store_fails();
	tidies_names();
	knows_shared_files();
	if (system(arena_printf(arena, "rm -rf %s", dir)) != 0)
		bail("cannot clean up");
	db_close(store.db);
	arena_free(arena);
	return tap_done();
}
