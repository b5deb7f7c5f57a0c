/* assets-t.c - css and js hold nothing that is not ours to use. */
#include <sys/stat.h>

#include "page/assets.h"
#include "tests/tap.h"

/* The whole of a file below `folder`, to be freed; NULL when missing. */
static char *
slurp(const char *folder, const char *name, size_t *len)
{
	char path[512];
	struct stat st;
	char *text = NULL;
	FILE *fp;

	snprintf(path, sizeof(path), "%s/%s", folder, name);
	if ((fp = fopen(path, "rb")) == NULL)
		return NULL;
	if (fstat(fileno(fp), &st) == 0 &&
	    (text = calloc(1, (size_t)st.st_size + 1)) != NULL)
		*len = fread(text, 1, (size_t)st.st_size, fp);
	fclose(fp);
	return text;
}

/* None of these may stand in anything a browser is given. */
static void
holds_nothing_foreign(const char *name, const char *text)
{
	static const char *const forbidden[] = {
		"GDS Transport", "@font-face", "govuk-crest",
		"sourceMappingURL", "url(", "@import", "eval(",
	};
	size_t i;

	for (i = 0; i < sizeof(forbidden) / sizeof(forbidden[0]); i++)
		ok(strstr(text, forbidden[i]) == NULL, "%s has no %s", name,
		    forbidden[i]);
}

/* The web server's own pages appear at any address below any prefix: they hold
 * their style, and no address. */
static void
stand_alone(const char *folder)
{
	static const char *const pages[] = { "sibuk.html", "tak-terbaca.html",
	    "terlalu-besar.html" };
	char *text;
	size_t len;

	for (size_t i = 0; i < sizeof(pages) / sizeof(pages[0]); i++) {
		text = slurp(folder, pages[i], &len);
		ok(text != NULL && strstr(text, "<style>\n") != NULL &&
		    strstr(text, "max-width: 40rem;") != NULL &&
		    strstr(text, "\n</style>\n<body>") != NULL,
		    "%s holds its style", pages[i]);
		ok(text != NULL && strstr(text, "href=") == NULL &&
		    strstr(text, "src=") == NULL, "...and no address");
		if (text != NULL)
			holds_nothing_foreign(pages[i], text);
		free(text);
	}
}

int
main(void)
{
	static const char *const served[] = {
		ASSET_GOVUK_CSS, ASSET_APP_CSS, ASSET_GOVUK_JS, ASSET_APP_JS,
		ASSET_ICON,
	};
	const char *build = getenv("BUILDDIR"), *src = getenv("SRCDIR");
	char folder[512], *text, *again;
	size_t i, len = 0, len2 = 0;

	if (build == NULL || src == NULL)
		bail("SRCDIR and BUILDDIR are not set");
	snprintf(folder, sizeof(folder), "%s/htdocs/assets", build);
	for (i = 0; i < sizeof(served) / sizeof(served[0]); i++) {
		if ((text = slurp(folder, served[i], &len)) == NULL)
			bail("an asset of the header is missing");
		ok(len > 0 && strlen(text) == len, "%s is text", served[i]);
		holds_nothing_foreign(served[i], text);
		free(text);
	}
	text = slurp(folder, ASSET_APP_JS, &len);
	ok(text != NULL && strstr(text, "'./" ASSET_GOVUK_JS "'") != NULL,
	    "the module imports the served name");
	free(text);
	stand_alone(folder);
	text = slurp(folder, "govuk-frontend.LICENSE", &len);
	ok(text != NULL && strstr(text, "The MIT License") != NULL,
	    "the licence goes with the files");
	free(text);
	snprintf(folder, sizeof(folder), "%s/htdocs", src);
	text = slurp(folder, "govuk-frontend.min.css", &len);
	snprintf(folder, sizeof(folder), "%s/htdocs/assets", build);
	again = slurp(folder, ASSET_GOVUK_CSS, &len2);
	ok(text != NULL && again != NULL && len == len2 &&
	    memcmp(text, again, len) == 0, "served as it is in the tree");
	ok(text != NULL && strstr(text, "var(--app-font)") != NULL,
	    "...with our font");
	free(text);
	free(again);
	return tap_done();
}
