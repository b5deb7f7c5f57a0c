/*
 * preview.c - write the sample pages as HTML, to be looked at:
 *
 *	tests/page/preview FOLDER NAME...
 *
 * writes FOLDER/NAME.html; serve the build folder and open it there.
 */
#include <stdio.h>
#include <stdlib.h>

#include "page/assets.h"
#include "page/page.h"
#include "tests/page/sample.h"

#define ASSETS "/htdocs/assets/"

static void
write_page(const char *samples, const char *folder, const char *name)
{
	struct page *page = sample_load(samples, name, NULL, NULL);
	char path[512], *html = NULL;
	size_t len = 0;
	FILE *fp;

	page_set(page, "CSS_BASE", ASSETS ASSET_GOVUK_CSS);
	page_set(page, "CSS_APP", ASSETS ASSET_APP_CSS);
	page_set(page, "JS_BASE", ASSETS ASSET_GOVUK_JS);
	page_set(page, "JS_APP", ASSETS ASSET_APP_JS);
	page_set(page, "ICON", ASSETS ASSET_ICON);
	snprintf(path, sizeof(path), "%s/%s.html", folder, name);
	if (page_expand(page, &html, &len) != 0 ||
	    (fp = fopen(path, "w")) == NULL ||
	    fwrite(html, 1, len, fp) != len || fclose(fp) != 0) {
		fprintf(stderr, "%s: cannot be written\n", path);
		exit(1);
	}
	free(html);
	page_free(page);
}

int
main(int argc, char *argv[])
{
	const char *src = getenv("SRCDIR"), *built = getenv("BUILDDIR");
	char path[1024], samples[512];
	int i;

	if (argc < 3 || src == NULL || built == NULL) {
		fprintf(stderr,
		    "usage: SRCDIR=... BUILDDIR=... preview folder name ...\n");
		return 2;
	}
	snprintf(path, sizeof(path), "%s/templates", built);
	page_path(path);
	snprintf(samples, sizeof(samples), "%s/tests/data/pages", src);
	for (i = 2; i < argc; i++)
		write_page(samples, argv[1], argv[i]);
	return 0;
}
