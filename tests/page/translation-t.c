/*
 * translation-t.c - catalogues of other languages: how they are read, what they
 * say, and which texts of the public pages they do not have.
 */
#include <unistd.h>

#include "page/translation.h"
#include "tests/slurp.h"
#include "tests/tap.h"

static char path[] = "/tmp/sopap-language-XXXXXX";
static char why[512];

/* -- reading ------------------------------------------------------------ */

static struct translation *
read_text(const char *text)
{
	FILE *f = fopen(path, "w");

	if (f == NULL || fputs(text, f) < 0 || fclose(f) != 0)
		bail("a file cannot be written");
	return translation_read(path, "xx", why, sizeof(why));
}

static void
is_refused(const char *text, const char *line, const char *reason)
{
	char want[600];
	struct translation *t = read_text(text);

	snprintf(want, sizeof(want), "%s:%s: %s", path, line, reason);
	is_string(want, t == NULL ? why : "(read)", "refused: %s", reason);
	translation_free(t);
}

static void
reads_pairs(void)
{
	struct translation *t = read_text("# a note\nXish\n\nMasuk\nEnter\n\n"
	    "Isi %1\nFill %1\n");
	const char *said;

	ok(t != NULL, "a catalogue");
	is_string("xx", translation_code(t), "its code");
	is_string("Xish", translation_name(t), "its name");
	is_string("Masuk", translation_entry(t, 0, &said), "a text");
	is_string("Enter", said, "...and its translation");
	ok(translation_entry(t, 2, &said) == NULL, "...and no more");
	translation_free(t);
	is_refused("", "0", "the language's name is missing");
	is_refused("Xish\n\nMasuk\n", "3", "no translation of: Masuk");
	is_refused("Xish\nA b\nC\nA b\nD\n", "5", "twice: A b");
}

/* -- saying ------------------------------------------------------------- */

static void
says(const struct translation *t, const char *text, const char *want)
{
	char *said = translation_say(t, text);

	is_string(want, said, "%s", text);
	free(said);
}

static void
says_texts(void)
{
	struct translation *t = read_text(
	    "Xish\n\nNomor WhatsApp\nWhatsApp number"
	    "\nTanggal mulai\nStart date\nIsi %1\nEnter the %1\n"
	    "Langkah %1 dari %2\nStep %1 of %2\n"
	    "Sampai %1. Ubah %2\nChange %2 until %1\n%1 Mei %2\n%1 May %2\n");

	says(t, "Tanggal mulai", "Start date");
	says(t, "Tanggal", NULL);
	says(t, "Isi tanggal mulai", "Enter the start date");
	says(t, "Isi nomor WhatsApp", "Enter the WhatsApp number");
	says(t, "Isi sesuatu", "Enter the sesuatu");
	says(t, "Isi ", NULL);
	says(t, "Langkah 2 dari 10", "Step 2 of 10");
	says(t, "Sampai 3 Mei 2026. Ubah tanggal mulai",
	    "Change start date until 3 May 2026");
	says(t, "100% benar", NULL);
	translation_free(t);
}

static void
note(void *arg, const char *text)
{
	snprintf(arg, 64, "%s", text);
}

static void
turns_templates(void)
{
	struct translation *t = read_text(
	    "Xish\n\nMasuk\nEnter\nKembali\nBack\n");
	char missing[64] = "";
	char *out = translation_template(t,
	    "{{! Masuk }}\n<a title=\"Kembali\" "
	    "href=\"Masuk\"{{#A}} id=\"{{B}}\"{{/A}}> Masuk </a>{{X}}Lain\n",
	    note, missing);

	is_string("{{! Masuk }}\n<a title=\"Back\" href=\"Masuk\"{{#A}} "
	    "id=\"{{B}}\"{{/A}}> Enter </a>{{X}}Lain\n", out,
	    "texts and what is read of attributes, nothing else");
	is_string("Lain", missing, "...and the missing text is reported");
	free(out);
	translation_free(t);
}

/* -- the English of the public pages -------------------------------------- */

static int texts, missing_texts;

static void
list(void *arg, const char *text)
{
	missing_texts++;
	printf("# %s: %s\n", (const char *)arg, text);
}

static void
count_texts(void *arg, const char *text)
{
	texts++;
}

/* Every text of these templates; those that stay Indonesian are listed. */
static void
covers_the_public_pages(const struct translation *t,
    const struct translation *none)
{
	static const char *const names[] = { "lib/page/frame.tpl",
		"lib/page/error.tpl", "lib/page/errors.tpl",
		"lib/page/field.tpl", "lib/page/pager.tpl",
		"lib/page/people.tpl", "lib/page/sla.tpl",
		"lib/page/table.tpl", "lib/page/timeline.tpl",
		"cgi-bin/submit/begin.tpl", "cgi-bin/check.tpl",
		"cgi-bin/download.tpl", "cgi-bin/form.tpl",
		"cgi-bin/help.tpl", "cgi-bin/home.tpl", "cgi-bin/link.tpl",
		"cgi-bin/submit/goon.tpl", "cgi-bin/login.tpl",
		"cgi-bin/carried.tpl",
		"cgi-bin/submit/saved.tpl", "cgi-bin/submit/sent.tpl",
		"cgi-bin/submit/start.tpl", "cgi-bin/submit/submit.tpl",
		"cgi-bin/track.tpl", "cgi-bin/verify.tpl" };

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		size_t len;
		char *text = slurp(names[i], &len), name[64];

		free(translation_template(none, text, count_texts, NULL));
		snprintf(name, sizeof(name), "%s", names[i]);
		free(translation_template(t, text, list, name));
		free(text);
	}
	ok(texts > 50, "%d texts of public templates", texts);
	ok(missing_texts * 20 <= texts, "%d of them stay Indonesian in %s",
	    missing_texts, translation_name(t));
}

/* Each %n of a translation stands in its text. */
static void
keeps_parts(const struct translation *t)
{
	const char *text, *said, *at;
	char part[3] = "%";
	int wrong = 0;

	for (size_t i = 0; (text = translation_entry(t, i, &said)) != NULL; i++)
		for (at = strchr(said, '%'); at != NULL;
		    at = strchr(at + 1, '%')) {
			part[1] = at[1];
			if (strstr(text, part) != NULL)
				continue;
			wrong++;
			printf("# %s\n", text);
		}
	is_int(0, wrong, "translations hold no part that their text has not");
}

static void
english(void)
{
	const char *dir = getenv("SRCDIR");
	struct translation *none = read_text("None\n"), *t;
	char file[512];

	snprintf(file, sizeof(file), "%s/lib/page/en/messages",
	    dir != NULL ? dir : ".");
	t = translation_read(file, "en", why, sizeof(why));
	if (t == NULL)
		bail(why);
	covers_the_public_pages(t, none);
	says(t, "kurang dari 1 menit dari 5 menit",
	    "less than a minute of 5 minutes");
	says(t, "7 dari 10 menit", "7 of 10 minutes");
	keeps_parts(t);
	translation_free(t);
	translation_free(none);
}

int
main(void)
{
	int fd = mkstemp(path);

	if (fd == -1)
		bail("no temporary file");
	close(fd);
	reads_pairs();
	says_texts();
	turns_templates();
	english();
	unlink(path);
	return tap_done();
}
