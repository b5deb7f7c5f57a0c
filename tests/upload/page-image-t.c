/* page-image-t.c - the pages of stored files as pictures, and how long they are
 * kept. */
#include <fcntl.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store/files.h"
#include "tests/tap.h"
#include "tests/web/pdf.h"
#include "upload/page_image.h"

#define PDF "application/pdf"

static char dir[] = "/tmp/sopap-pages-XXXXXX";
static char folder[64];
static struct files files = { folder, NULL, NULL };
static char hash[FILES_HASH_SIZE];

static const char *
path_of(const char *room, const char *end)
{
	static char path[256];

	snprintf(path, sizeof(path), "%s/%s/%.2s/%s%s", dir, room, hash, hash,
	    end);
	return path;
}

/* Store a text as the file that is looked at from now on. */
static void
store(const char *text)
{
	unsigned char sum[crypto_hash_sha256_BYTES];
	char path[128];
	FILE *f;

	crypto_hash_sha256(sum, (const unsigned char *)text, strlen(text));
	sodium_bin2hex(hash, sizeof(hash), sum, sizeof(sum));
	snprintf(path, sizeof(path), "%s/%.2s", folder, hash);
	mkdir(path, 0750);
	f = fopen(path_of("files", ""), "w");
	if (f == NULL || fputs(text, f) < 0 || fclose(f) != 0)
		bail("cannot store");
}

/* Is the page there, as a whole JPEG? */
static int
is_drawn(int page)
{
	unsigned char head[3] = { 0 };
	int fd = page_image_open(&files, hash, PDF, page), jpeg;

	if (fd == -1)
		return 0;
	jpeg = read(fd, head, 3) == 3 && memcmp(head, "\xff\xd8\xff", 3) == 0 &&
	    lseek(fd, 0, SEEK_END) > 100;
	close(fd);
	return jpeg;
}

static int
is_kept(const char *end)
{
	return access(path_of("pages", end), F_OK) == 0;
}

static void
a_letter(void)
{
	store(SMALL_PDF);
	is_int(1, page_image_count(&files, hash, PDF), "a letter of one page");
	ok(is_kept(".1") && is_kept(".0"), "...which is kept, drawn");
	ok(is_drawn(1), "...and given");
	ok(!is_drawn(2) && !is_drawn(0), "...and no other page");
	truncate(path_of("pages", ".1"), 20);
	ok(is_drawn(1), "one of which a crash left a piece is drawn again");
	truncate(path_of("pages", ".1"), 0);
	ok(is_drawn(1), "...nothing, too");
	is_int(-1, page_image_count(&files, "../../etc/passwd", PDF),
	    "what is no hash has no pages");
	ok(!page_image_draws("application/zip") && page_image_draws(PDF) &&
	    page_image_draws("image/png"), "not all is drawn");
}

/* Only the child meets these. */
static void
hostile(void)
{
	static const char *const bad[] = {
		"%PDF-1.4 surat", "%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 1 0 R"
		">>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n",
		"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
		"2 0 obj<</Type/Pages/Kids[2 0 R]/Count 99>>endobj\n"
		"trailer<</Size 3/Root 1 0 R>>\n%%EOF\n",
	};

	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		store(bad[i]);
		is_int(0, page_image_count(&files, hash, PDF),
		    "what is broken cannot be drawn: %zu", i);
		ok(is_kept(".0") && !is_kept(".1") && !is_drawn(1),
		    "...which is known the next time");
	}
	store("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
	    "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
	    "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 1 99999999]>>"
	    "endobj\n"
	    "trailer<</Size 4/Root 1 0 R>>\n%%EOF\n");
	ok(page_image_count(&files, hash, PDF) >= 0,
	    "a page as long as a road takes no more than a page");
}

static void
sweeps(void)
{
	const struct timespec old[2] = { { 1000000000, 0 }, { 1000000000, 0 } };

	store(SMALL_PDF);
	page_image_count(&files, hash, PDF);
	page_image_sweep(&files);
	ok(is_kept(".1"), "what was drawn stays");
	utimensat(AT_FDCWD, path_of("pages", ".1"), old, 0);
	is_int(1, page_image_sweep(&files), "an old picture goes");
	ok(!is_kept(".1") && is_drawn(1), "...and comes again when asked for");
	unlink(path_of("files", ""));
	ok(page_image_sweep(&files) == 2 && !is_kept(".1") && !is_kept(".0"),
	    "with its file it goes for good");
	ok(!is_drawn(1), "...and is not drawn");
}

int
main(void)
{
	char command[64];

	if (sodium_init() == -1 || mkdtemp(dir) == NULL)
		bail("no folder");
	snprintf(folder, sizeof(folder), "%s/files", dir);
	mkdir(folder, 0750);
	if (access(PDFTOPPM, X_OK) == -1 || access(QPDF, X_OK) == -1)
		printf("# pdftoppm or qpdf is missing\n");
	else {
		a_letter();
		hostile();
		sweeps();
	}
	snprintf(command, sizeof(command), "rm -rf %s", dir);
	ok(system(command) == 0, "nothing is left");
	return tap_done();
}
