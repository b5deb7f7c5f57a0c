/*
 * templates-t.c - every template is sound and says what it needs: its first
 * two lines, its markers against the list in its comment, nothing inline;
 * and every sample page fills only markers that exist, all of them together.
 */
#include <ctype.h>
#include <glob.h>

#include "page/page.h"
#include "tests/page/sample.h"
#include "tests/tap.h"

#define MARKERS_MAX 160
#define TEMPLATES_MAX 64

/* Names met in one template: in its text, its comment, the samples. */
struct names {
	char	 name[MARKERS_MAX][32];
	int	 count;
};

static struct template {
	char		 file[64];
	struct names	 used, documented, filled;
} templates[TEMPLATES_MAX];
static int ntemplates;

static int
has(const struct names *set, const char *name)
{
	int i;

	for (i = 0; i < set->count; i++)
		if (strcmp(set->name[i], name) == 0)
			return 1;
	return 0;
}

static void
add(struct names *set, const char *name, size_t len)
{
	char copy[32];

	snprintf(copy, sizeof(copy), "%.*s", (int)len, name);
	if (has(set, copy))
		return;
	if (set->count == MARKERS_MAX)
		bail("too many markers");
	strcpy(set->name[set->count++], copy);
}

/* Length of the marker that begins here: capitals, digits and _, two or
 * more. */
static size_t
marker(const char *s)
{
	size_t n = strspn(s, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_");

	return n >= 2 && isupper((unsigned char)*s) && !islower(
	    (unsigned char)s[n]) ? n : 0;
}

static char *
slurp(const char *path)
{
	FILE *fp = fopen(path, "r");
	char *text = malloc(1 << 17);
	size_t n;

	if (fp == NULL || text == NULL)
		bail("a template cannot be read");
	n = fread(text, 1, (1 << 17) - 1, fp);
	text[n] = '\0';
	fclose(fp);
	return text;
}

/*
 * Markers of the comment: those that begin a line after two blanks, and those
 * in braces.
 */
static void
read_comment(struct names *set, const char *s, const char *end)
{
	int depth = 0;
	size_t n;

	for (s += 2; s < end; s++) {
		if (*s == '{')
			depth++;
		else if (*s == '}')
			depth--;
		else if (strncmp(s, "\n  ", 3) == 0 && marker(s + 3))
			for (s += 3; (n = marker(s)) > 0;
			    s += n + (s[n] == ' '))
				add(set, s, n);
		else if (depth > 0 && !isalnum((unsigned char)s[-1]) &&
		    (n = marker(s)) > 0) {
			add(set, s, n);
			s += n - 1;
		}
	}
}

/* Markers of the text: variables, sections, includes. */
static void
read_text(struct names *set, const char *s)
{
	while ((s = strstr(s, "{{")) != NULL) {
		s += 2 + strspn(s + 2, "#/>");
		if (marker(s))
			add(set, s, marker(s));
	}
}

/* Every name of `these` is among `those`; lists the others. */
static void
all_in(const struct names *these, const struct names *those, const char *file,
    const char *what)
{
	int i, missing = 0;

	for (i = 0; i < these->count; i++)
		if (!has(those, these->name[i])) {
			printf("# %s: %s\n", file, these->name[i]);
			missing++;
		}
	is_int(0, missing, "%s: %s", file, what);
}

/* Nothing that escaping cannot guard, that the policy forbids, that styles
 * inline, or that lets a value choose a tag or an attribute. */
static void
has_nothing_forbidden(const char *file, const char *text)
{
	static const char *const forbidden[] = {
		":none", ":H=", "<style", " style=", "javascript:", "<script>",
		"srcset=\"{{", "poster=", "xlink:href", "<{{",
		" required", "={{", "http://", "https://", "\t",
	};
	const char *s, *found = "";
	size_t i;

	for (i = 0; i < sizeof(forbidden) / sizeof(forbidden[0]); i++)
		if (strstr(text, forbidden[i]) != NULL)
			found = forbidden[i];
	/* A button sends its form where the form goes, never elsewhere. */
	for (s = text; (s = strstr(s, "formaction")) != NULL; s++)
		if (strncmp(s, "formaction=\"#", 13) != 0)
			found = "formaction";
	/* on...= is a script, too. */
	for (s = text; (s = strstr(s, " on")) != NULL; s += 3)
		if (s[3 + strspn(s + 3, "abcdefghijklmnopqrstuvwxyz")] == '=')
			found = "on...=";
	is_string("", found, "%s: nothing forbidden", file);
}

static void
check_template(struct template *t, const char *path)
{
	static const char first[] = "{{%AUTOESCAPE context=\"HTML\"}}\n";
	char *text = slurp(path), *end, second[80];

	snprintf(second, sizeof(second), "{{! %s - ", t->file);
	ok(strncmp(text, first, strlen(first)) == 0, "%s: line 1 escapes",
	    t->file);
	ok(strncmp(text + strlen(first), second, strlen(second)) == 0,
	    "%s: line 2 names it", t->file);
	is_int(0, page_load(t->file), "%s: loads", t->file);
	end = strstr(text, " }}\n");
	if (end == NULL)
		bail("a comment without end");
	read_comment(&t->documented, text + strlen(first), end);
	read_text(&t->used, end);
	all_in(&t->used, &t->documented, t->file, "documents every marker");
	all_in(&t->documented, &t->used, t->file, "uses every marker");
	has_nothing_forbidden(t->file, end);
	free(text);
}

static void
check_folder(const char *pattern)
{
	glob_t g;
	size_t i;

	if (glob(pattern, 0, NULL, &g) != 0)
		bail("no templates");
	for (i = 0; i < g.gl_pathc; i++) {
		struct template *t = &templates[ntemplates];

		if (++ntemplates == TEMPLATES_MAX)
			bail("too many templates");
		snprintf(t->file, sizeof(t->file), "%s",
		    strrchr(g.gl_pathv[i], '/') + 1);
		check_template(t, g.gl_pathv[i]);
	}
	globfree(&g);
}

/* A sample filled a marker: it must be the template's; a global one may be
 * any template's. */
static void
note(void *arg, const char *file, const char *name)
{
	int i;

	for (i = 0; file == NULL && i < ntemplates; i++)
		if (has(&templates[i].documented, name))
			add(&templates[i].filled, name, strlen(name));
	if (file == NULL)
		return;
	for (i = 0; i < ntemplates; i++)
		if (strcmp(templates[i].file, file) == 0) {
			add(&templates[i].filled, name, strlen(name));
			return;
		}
	printf("# %s: no such template\n", file);
	(*(int *)arg)++;
}

/* The hostile values of the samples came out as text. */
static void
expands(const char *folder, const char *name)
{
	struct page *page;
	char *html = NULL;
	size_t len = 0;
	int unknown = 0;

	page = sample_load(folder, name, note, &unknown);
	is_int(0, unknown, "%s: its templates exist", name);
	is_int(0, page_expand(page, &html, &len), "%s: expands", name);
	ok(html == NULL || (strstr(html, "{{") == NULL &&
	    strstr(html, "<b>") == NULL && strstr(html, "href=\"#\"") == NULL),
	    "%s: escaped, and no address refused", name);
	free(html);
	page_free(page);
}

int
main(void)
{
	const char *src = getenv("SRCDIR"), *built = getenv("BUILDDIR");
	char path[1024], name[64], *dot;
	glob_t g;
	size_t i;
	int t;

	if (src == NULL || built == NULL)
		bail("SRCDIR or BUILDDIR is not set");
	snprintf(path, sizeof(path), "%s/templates", built);
	page_path(path);
	snprintf(path, sizeof(path), "%s/templates/*.tpl", built);
	check_folder(path);

	snprintf(path, sizeof(path), "%s/tests/data/pages/[!_]*.txt", src);
	if (glob(path, 0, NULL, &g) != 0)
		bail("no sample pages");
	snprintf(path, sizeof(path), "%s/tests/data/pages", src);
	for (i = 0; i < g.gl_pathc; i++) {
		snprintf(name, sizeof(name), "%s",
		    strrchr(g.gl_pathv[i], '/') + 1);
		if ((dot = strrchr(name, '.')) != NULL)
			*dot = '\0';
		expands(path, name);
	}
	globfree(&g);
	for (t = 0; t < ntemplates; t++) {
		all_in(&templates[t].filled, &templates[t].documented,
		    templates[t].file, "samples fill what there is");
		all_in(&templates[t].documented, &templates[t].filled,
		    templates[t].file, "samples fill all of it");
	}
	return tap_done();
}
