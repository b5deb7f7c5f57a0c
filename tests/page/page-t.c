/* page-t.c - templates: values, sections, includes, escaping, failures. */
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "page/page.h"
#include "tests/tap.h"

#define PRAGMA "{{%AUTOESCAPE context=\"HTML\"}}\n{{! a test }}\n"
#define HOSTILE "<b>&\"'\njavascript:"

static char dir[] = "/tmp/page-t.XXXXXX";
static const char *const files[] = {
	"one.tpl", "list.tpl", "part.tpl", "bare.tpl", "torn.tpl", "over.tpl",
	"word.tpl", "zz/own.tpl", "zz/messages", "own.tpl", "way.tpl",
	"ww/messages",
};

/* Write a template into folder `sub` of the test's own folder. */
static void
write_template(const char *name, const char *text)
{
	char path[128];
	FILE *fp;

	snprintf(path, sizeof(path), "%s/%s", dir, name);
	if ((fp = fopen(path, "w")) == NULL || fputs(text, fp) == EOF ||
	    fclose(fp) != 0)
		bail("cannot write a template");
}

static void
make_folder(const char *name)
{
	char path[128];

	snprintf(path, sizeof(path), "%s/%s", dir, name);
	if (mkdir(path, 0755) != 0)
		bail("no folder");
}

/* The page's text, to be freed; frees the page. */
static char *
expand(struct page *p)
{
	char *html = NULL;
	size_t len = 0;

	if (page_expand(p, &html, &len) == 0 && strlen(html) != len)
		bail("the length is not the text's");
	page_free(p);
	return html;
}

static void
escapes_by_context(void)
{
	struct page *p = page_new("one.tpl");
	char *html;

	page_set(p, "TEXT", HOSTILE);
	page_set(p, "HREF", "javascript:alert(1)");
	page_set(p, "NONE", NULL);
	html = expand(p);
	is_string("<p title=\"&lt;b&gt;&amp;&quot;&#39; javascript:\">"
	    "&lt;b&gt;&amp;&quot;&#39; javascript:</p>\n"
	    "<textarea>\n&lt;b&gt;&amp;&quot;&#39;\njavascript:</textarea>\n"
	    "<a href=\"#\"></a>\n", html, "text, attribute, area and address");
	free(html);
}

static void
repeats_sections(void)
{
	struct page *p = page_new("list.tpl"), *row;
	char *html;
	int i;

	page_global(p, "OFFICE", "Kanwil");
	page_set(p, "TITLE", "Daftar");
	for (i = 1; i <= 3; i++) {
		row = page_add(p, "ROWS");
		page_set_int(row, "ID", i * 1000000000000);
		page_text(row, "LATE", i == 2 ? "late" : i == 1 ? NULL : "");
		row = page_include(row, "PART", "part.tpl");
		page_setf(row, "NAME", "%s<%d>", "n", i);
	}
	html = expand(p);
	is_string("<i>Daftar 1000000000000</i>\n"
	    "<u>Kanwil n&lt;1&gt;</u>\n"
	    "<i>Daftar 2000000000000 late</i>\n"
	    "<u>Kanwil n&lt;2&gt;</u>\n"
	    "<i>Daftar 3000000000000</i>\n"
	    "<u>Kanwil n&lt;3&gt;</u>\n", html,
	    "a part sees its page's values, an include only global ones");
	free(html);
}

static void
refuses_bad_templates(void)
{
	is_int(0, page_load("one.tpl"), "a good template loads");
	is_int(0, page_load("over.tpl"), "...also from the second folder");
	is_int(-1, page_load("bare.tpl"), "one without the pragma does not");
	is_int(-1, page_load("torn.tpl"), "...nor an open section");
	is_int(-1, page_load("none.tpl"), "...nor a missing one");
}

static void
fails_whole(void)
{
	struct page *p = page_new("list.tpl");
	char *html = NULL;
	size_t len = 7;

	page_include(page_add(p, "ROWS"), "PART", "none.tpl");
	is_int(-1, page_expand(p, &html, &len), "a missing include fails");
	ok(html == NULL && len == 7, "...and leaves no buffer");
	page_free(p);
	is_int(-1, page_expand(NULL, &html, &len), "no page, no text");
	page_set(NULL, "X", "x");
	ok(page_add(NULL, "X") == NULL, "...and no part");
}

/* A further language is a folder: nothing is built anew. */
static void
speaks_another_language(void)
{
	char why[200];
	const char *code;
	struct page *p;
	char *html;

	is_int(-1, page_language_load("yy", why, sizeof(why)), "no folder");
	is_string("yy/messages: not found", why, "...and the reason says so");
	is_int(0, page_language_load("zz", why, sizeof(why)), "a folder");
	is_string("Zett", page_language_name(0, &code), "...with its name");
	ok(page_load("word.tpl") == 0 && page_load("own.tpl") == 0,
	    "templates in it");
	is_string("zz", page_language("zz"), "spoken");
	p = page_new("word.tpl");
	page_set(p, "TEXT", "Selamat pagi");
	page_set(p, "VALUE", "Selamat pagi");
	page_set(p, "NONE", "Selamat malam");
	page_include(p, "PART", "own.tpl");
	html = expand(p);
	is_string("<p>Good &lt;morning&gt;: Good &lt;morning&gt;, Selamat "
	    "pagi, Selamat malam</p>\n<i>own</i>\n", html, "texts and values, "
	    "escaped; what was typed and what is missing as they are");
	free(html);
	is_string("id", page_language("qq"), "unknown is Indonesian");
	is_string("", page_language_fault(), "...which is no fault");
	html = expand(page_new("own.tpl"));
	is_string("<i>punya</i>\n", html, "...as it was");
	free(html);
}

/* Words are read when a page is asked for in them, and not before. */
static void
forgets_a_wrong_language(void)
{
	char why[200];
	const char *code;

	is_int(0, page_language_load("ww", why, sizeof(why)),
	    "a catalogue with a line too few is not read yet");
	is_string("Wrong", page_language_name(1, &code), "...but its name is");
	is_string("id", page_language("ww"), "asked for, it is not spoken");
	ok(strstr(page_language_fault(), "ww/messages:3: no translation") !=
	    NULL, "...and why is said: %s", page_language_fault());
	ok(page_language_name(1, &code) == NULL, "...and offered no more");
	is_string("zz", page_language("zz"), "another one is");
	page_language(NULL);
}

/* Below a prefix every address of ours begins with it, and nothing else. */
static void
puts_a_prefix_before_addresses(void)
{
	static const char *const values[] = { "/berkas/1?a=/b",
	    "https://lain.example/c", "#isi", "akar.png" };
	struct page *p = page_new("way.tpl"), *same = page_new("way.tpl");
	char *html;

	page_set(same, "TEXT", "/x");
	html = expand(same);
	is_string("<form action=\"/masuk\"><img alt=\"\" src=\"/a.png\">\n"
	    "<a class=\"b\"\nhref=\"/\">/x</a>\n"
	    "<input value=\"/x\" data-href=\"/x\"></form>\n", html,
	    "a site with its host for itself has its addresses as they are");
	free(html);
	page_prefix("/layanan");
	page_set(p, "TEXT", " href=\"/palsu\"");
	for (size_t i = 0; i < 4; i++)
		page_link(p, "LINKS", values[i], values[i]);
	html = expand(p);
	is_string("<form action=\"/layanan/masuk\"><img alt=\"\" "
	    "src=\"/layanan/a.png\">\n<a class=\"b\"\nhref=\"/layanan/\">"
	    " href=&quot;/palsu&quot;</a>\n"
	    "<a href=\"/layanan/berkas/1?a=/b\">/berkas/1?a=/b</a>\n"
	    "<a href=\"https://lain.example/c\">https://lain.example/c</a>\n"
	    "<a href=\"#isi\">#isi</a>\n<a href=\"akar.png\">akar.png</a>\n"
	    "<input value=\" href=&quot;/palsu&quot;\" data-href=\" "
	    "href=&quot;/palsu&quot;\"></form>\n", html,
	    "below a prefix each begins with it; texts, other hosts and what "
	    "is relative stay");
	free(html);
	page_prefix("");
}

int
main(void)
{
	char folders[160], path[128], sub[64];
	size_t i;

	if (mkdtemp(dir) == NULL)
		bail("no folder");
	write_template("one.tpl", PRAGMA
	    "<p title=\"{{TEXT}}\">{{TEXT}}</p>\n\n"
	    "<textarea>\n{{TEXT:p}}</textarea>\n"
	    "<a href=\"{{HREF}}\">{{NONE}}</a>\n");
	write_template("list.tpl", PRAGMA "{{#ROWS}}\n"
	    "<i>{{TITLE}} {{ID}}{{#LATE}} {{TEXT}}{{/LATE}}</i>\n{{>PART}}\n"
	    "{{/ROWS}}\n");
	write_template("part.tpl", PRAGMA "<u>{{OFFICE}} {{TITLE}}{{NAME}}"
	    "</u>\n");
	write_template("bare.tpl", "<p>{{TEXT}}</p>\n");
	write_template("torn.tpl", PRAGMA "{{#ROWS}}<p>\n");
	write_template("over.tpl", PRAGMA "<p></p>\n");
	write_template("word.tpl", PRAGMA "<p>Selamat pagi: {{TEXT}}, "
	    "{{VALUE}}, {{NONE}}</p>\n{{>PART}}\n");
	write_template("own.tpl", PRAGMA "<i>punya</i>\n");
	write_template("way.tpl", PRAGMA "<form action=\"/masuk\">"
	    "<img alt=\"\" src=\"/a.png\">\n<a class=\"b\"\nhref=\"/\">"
	    "{{TEXT}}</a>\n{{#LINKS}}\n<a href=\"{{HREF}}\">{{TEXT}}</a>\n"
	    "{{/LINKS}}\n<input value=\"{{TEXT}}\" data-href=\"{{TEXT}}\">"
	    "</form>\n");
	make_folder("zz");
	make_folder("ww");
	write_template("ww/messages", "Wrong\n\nSelamat pagi\n");
	write_template("zz/own.tpl", PRAGMA "<i>own</i>\n");
	write_template("zz/messages", "Zett\n\nSelamat pagi:\nGood "
	    "&lt;morning&gt;:\nSelamat pagi\nGood <morning>\n");
	snprintf(sub, sizeof(sub), "%s/none", dir);
	snprintf(folders, sizeof(folders), "%s:%s", sub, dir);
	page_path(folders);

	/* ctemplate explains itself on stderr. */
	if (freopen("/dev/null", "w", stderr) == NULL)
		bail("no /dev/null");
	refuses_bad_templates();
	escapes_by_context();
	repeats_sections();
	fails_whole();
	speaks_another_language();
	forgets_a_wrong_language();
	puts_a_prefix_before_addresses();
	for (i = 0; i < sizeof(files) / sizeof(files[0]); i++) {
		snprintf(path, sizeof(path), "%s/%s", dir, files[i]);
		unlink(path);
	}
	snprintf(path, sizeof(path), "%s/zz", dir);
	rmdir(path);
	snprintf(path, sizeof(path), "%s/ww", dir);
	rmdir(path);
	rmdir(dir);
	return tap_done();
}
