/* active-t.c - what a PDF does by itself, however it is spelled or packed. */
#include <stdio.h>
#include <unistd.h>

#include "store/files.h"
#include "tests/case/fixture.h"
#include "tests/store/folder.h"
#include "tests/tap.h"
#include "upload/active.h"

#define GONE "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"

/* A PDF of one page whose catalog has these words. */
static int
look(const char *words)
{
	FILE *f = tmpfile();
	int found;

	if (f == NULL)
		bail("no file");
	fprintf(f, "%%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R %s>>endobj\n"
	    "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
	    "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\n"
	    "trailer<</Size 4/Root 1 0 R>>\nstartxref\n0\n%%%%EOF\n", words);
	fflush(f);
	lseek(fileno(f), 0, SEEK_SET);
	found = active_read(fileno(f));
	fclose(f);
	return found;
}

static void
finds(void)
{
	static const struct { const char *words; int found; } all[] = {
		{ "", 0 },
		{ "/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>",
		    ACTIVE_SCRIPT },
		{ "/OpenAction<</S/J#61vaScript/J#53(x)>>", ACTIVE_SCRIPT },
		{ "/OpenAction<</S/Launch/F(cmd.exe)>>", ACTIVE_PROGRAM },
		{ "/AA<</WC<</S/SubmitForm/F(http://a.example)>>>>",
		    ACTIVE_SENDING },
		{ "/Names<</EmbeddedFiles<</Names[(a)<</Type/Filespec"
		    "/EF<<>>>>]>>>>", ACTIVE_FILES },
		{ "/A<</S/Launch>>/B<</S/JavaScript>>",
		    ACTIVE_PROGRAM | ACTIVE_SCRIPT },
		{ "/Title(/JavaScript)/Lang(/JS \"/Launch\")", 0 },
		{ "/JavaScripts 1/Launcher 2/LaunchLaunchLaunchLaunch 3", 0 },
	};

	for (size_t i = 0; i < sizeof(all) / sizeof(all[0]); i++)
		is_int(all[i].found, look(all[i].words), "%s", all[i].words);
}

static void
owns_up(void)
{
	FILE *f = tmpfile();

	fputs("no PDF", f);
	fflush(f);
	is_int(ACTIVE_UNKNOWN, active_read(fileno(f)),
	    "what cannot be looked at");
	fclose(f);
}

static void
remembers(struct office *o)
{
	char hash[FILES_HASH_SIZE];

	if (files_put(office_files(o), "x", 1, hash) == -1)
		bail("cannot store a file");
	is_int(0, active_get(o, hash), "nothing is known of a file");
	is_int(CASE_OK, active_put(o, hash, ACTIVE_FILES), "found");
	is_int(CASE_OK, active_put(o, hash, ACTIVE_SCRIPT), "...found anew");
	is_int(CASE_OK, active_put(o, GONE, ACTIVE_SCRIPT), "in another");
	is_int(CASE_OK, active_sweep(o), "a sweep");
	is_int(ACTIVE_SCRIPT, active_get(o, hash), "...keeps what is there");
	is_int(0, active_get(o, GONE), "...and forgets what is gone");
	is_int(CASE_OK, active_put(o, hash, 0), "found harmless");
	is_int(0, active_get(o, hash), "...it is");
}

int
main(void)
{
	struct office *o;

	folder_make();
	o = fixture_open(folder);
	finds();
	owns_up();
	remembers(o);
	office_close(o);
	return tap_done();
}
