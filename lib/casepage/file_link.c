/* file_link.c - links to the files of a case, and their pages. */
#include "casepage/file_link.h"

#include <string.h>

#include "base/arena.h"
#include "case/document.h"
#include "casepage/words.h"
#include "page/page.h"
#include "upload/page_image.h"
#include "web/request.h"
#include "web/route.h"

#define PAGES_SHOWN	20	/* of a file; the rest is looked at in a tab */

static const char *
address(const struct request *req, const struct document *d)
{
	return arena_printf(req->arena, PATH_DOKUMEN "/%lld",
	    (long long)d->id);
}

struct page *
file_link(const struct request *req, struct page *page, const char *name,
    const struct document *d)
{
	struct page *p = page_link(page, name, address(req, d),
	    words_file(req, d->name, d->type, d->size));

	if (page_image_draws(d->type))
		page_show(p, "OPEN");
	return p;
}

static void
show_pages(const struct request *req, struct page *file,
    const struct document *d, int n)
{
	for (int i = 1; i <= n && i <= PAGES_SHOWN; i++) {
		struct page *p = page_add(file, "PAGES");

		page_setf(p, "SRC", "%s/halaman/%d", address(req, d), i);
		page_set(p, "ALT", arena_printf(req->arena,
		    "Halaman %d dari %d, %s", i, n, d->name));
	}
	if (n > PAGES_SHOWN)
		page_text(file, "MORE", arena_printf(req->arena, "Tampak %d "
		    "dari %d halaman. Buka dokumennya untuk yang lain.",
		    PAGES_SHOWN, n));
	if (n == 0)
		page_text(file, "NOT_DRAWN", "Dokumen ini tidak dapat "
		    "ditampilkan di sini. Buka atau unduh dokumennya.");
	if (n < 0)
		page_text(file, "NOT_DRAWN", "Dokumen ini belum dapat "
		    "ditampilkan di sini. Buka dokumennya, atau muat ulang "
		    "halaman ini nanti.");
}

/* Is it the very file of an earlier one? */
static int
is_again(const struct document *const *list, size_t i)
{
	for (size_t k = 0; k < i; k++)
		if (strcmp(list[k]->sha256, list[i]->sha256) == 0)
			return 1;
	return 0;
}

size_t
file_link_look(const struct request *req, struct page *page,
    const struct document *const *list, size_t n)
{
	struct page *look = NULL, *file;
	size_t shown = 0;

	for (size_t i = 0; i < n; i++) {
		if (!page_image_draws(list[i]->type) || is_again(list, i) ||
		    words_quarantine(req, list[i]->sha256) != NULL)
			continue;
		if (look == NULL)
			look = page_add(page, "LOOK");
		file = file_link(req, look, "FILE", list[i]);
		page_set(file, "LABEL", arena_printf(req->arena,
		    "Isi dokumen %zu, %s", ++shown, list[i]->name));
		show_pages(req, file, list[i], page_image_count(
		    office_files(req->office), list[i]->sha256,
		    list[i]->type));
	}
	return shown;
}
