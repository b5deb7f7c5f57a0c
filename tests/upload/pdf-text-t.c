/* pdf-text-t.c - the text of a PDF, and whether a number or code is in it. */
#include <sys/mman.h>

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "tests/tap.h"
#include "upload/pdf_text.h"

#define NUMBER	"W.6.UM.01.01-0412"

/* -- searching ----------------------------------------------------------- */

static void
finds_what_is_whole(void)
{
	static const char *const yes[] = {
		"Nomor : W.6.UM.01.01-0412 15 Desember 2025",
		"W.6.UM.01.01-0412",
		"(W.6.UM.01.01-0412).",
		"nomor w.6.um.01.01-0412,",
		"Nomor W.6.UM.\n01.01-\n0412 Sifat",
		"W.6.UM.01.01\xe2\x80\x93" "0412",	/* U+2013 */
		"W.6.UM.01.01\xc2\xad-0412",		/* U+00AD */
		"W.6.UM.01.01-04123 dan W.6.UM.01.01-0412",
	};
	static const char *const no[] = {
		"", "W.6.UM.01.01-0413", "W.6.UM.01.01-04121",
		"W.6.UM.01.01-0412/2026", "W.6.UM.01.01-0412-A",
		"XW.6.UM.01.01-0412", "W.6.UM.01.01-041", "W.6.UM.01.01",
		"W.6.UM.01.01\xe2\x80",
	};

	for (size_t i = 0; i < sizeof(yes) / sizeof(yes[0]); i++)
		ok(pdf_text_has(yes[i], NUMBER), "in: %zu", i);
	for (size_t i = 0; i < sizeof(no) / sizeof(no[0]); i++)
		ok(!pdf_text_has(no[i], NUMBER), "not in: %zu", i);
	ok(pdf_text_has("Kode K7QM-2F9D-XW4T", "K7QM2F9DXW4T"), "a code");
	ok(!pdf_text_has("Kode K7QM-2F9D-XW4TZ", "K7QM2F9DXW4T"),
	    "...not as a part of another");
}

/* -- reading ------------------------------------------------------------- */

/* The text of a PDF of these bytes; NULL when it cannot be found out. */
static char *
text_of(const char *pdf, size_t len)
{
	int fd = memfd_create("pdf", 0);
	char *text;

	if (fd == -1 || write(fd, pdf, len) != (ssize_t)len ||
	    lseek(fd, 0, SEEK_SET) != 0)
		bail("no file");
	text = pdf_text_read(fd);
	close(fd);
	return text;
}

/* A PDF with a line on its page; readers make the table they miss. */
static void
reads_a_page(const char *line, int there)
{
	char pdf[1024], stream[256], *text;

	snprintf(stream, sizeof(stream), "BT /F 12 Tf 72 700 Td (%s) Tj ET",
	    line);
	snprintf(pdf, sizeof(pdf), "%%PDF-1.4\n"
	    "1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
	    "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
	    "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]"
	    "/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>endobj\n"
	    "4 0 obj<</Length %zu>>stream\n%s\nendstream endobj\n"
	    "5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\n"
	    "trailer<</Size 6/Root 1 0 R>>\n%%%%EOF\n", strlen(stream),
	    stream);
	text = text_of(pdf, strlen(pdf));
	ok(text != NULL, "a page is read");
	if (text != NULL)
		is_int(there, pdf_text_has(text, NUMBER), "...its text");
	free(text);
}

static void
reads_what_is_none(void)
{
	char *text = text_of("bukan PDF", 9);

	ok(text == NULL, "what is no PDF has no text");
	free(text);
}

int
main(void)
{
	finds_what_is_whole();
	if (access(PDFTOTEXT, X_OK) == -1)
		return tap_done();
	reads_a_page("Nomor " NUMBER, 1);
	reads_a_page("Nomor W.6.UM.01.01-0413", 0);
	reads_what_is_none();
	return tap_done();
}
