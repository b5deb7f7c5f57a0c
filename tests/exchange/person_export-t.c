/*
 * person_export-t.c - everything about one person, and of others nothing but
 * the lines in which the person stands.
 */
#include <string.h>

#include "exchange/person_export.h"
#include "store/files.h"
#include "tests/case/fixture.h"
#include "tests/case/play.h"
#include "tests/case/walk.h"
#include "tests/store/folder.h"

#define IZIN	"izin-magang-penelitian"
#define BYTES	"%PDF-1.4 surat Rina"

static struct office *o;
static int64_t own, others;
static char *data;

/* The person's own request, with a document; and one of somebody else, whose
 * list has the person. */
static void
make_cases(void)
{
	const struct act_value mine[] = { { "nama", "Rina Astuti" },
		{ "whatsapp", "+6281299990001" },
		{ "surel", "rina@contoh.id" } };
	const struct act_value theirs[] = { { "nama", "Budi Santoso" },
		{ "peserta", "Sukarno Hatta\t1201\tHukum\nRina Astuti\t777123"
		    "\tHukum\nAyu Élan\t3333\tHukum" } };
	char hash[FILES_HASH_SIZE], sql[512];

	if (files_put(office_files(o), BYTES, sizeof(BYTES) - 1, hash) != 0)
		bail("no file");
	own = walk_start(o, IZIN, 0, mine, 3, FIXTURE_START);
	others = walk_start(o, IZIN, 0, theirs, 2, FIXTURE_START);
	snprintf(sql, sizeof(sql), "INSERT INTO documents (id, case_id,"
	    " task_id, field, name, type, size, sha256, added_at) SELECT"
	    " t.case_id + 1, t.case_id, t.id, 'surat', '../surat.pdf',"
	    " 'application/pdf', 19, '%s', 1 FROM tasks t WHERE t.id = (SELECT"
	    " min(x.id) FROM tasks x WHERE x.case_id = %lld)", hash,
	    (long long)own);
	fixture_run(o, sql);
}

/* A whole file, to be freed; NULL when there is none. */
static char *
read_whole(const char *path)
{
	FILE *f = fopen(path, "r");
	char *text;

	if (f == NULL || (text = calloc(1, 1 << 20)) == NULL)
		return NULL;
	text[fread(text, 1, (1 << 20) - 1, f)] = '\0';
	fclose(f);
	return text;
}

static int64_t
export(const char *const *words, const char *name)
{
	char path[512];
	int64_t found = -1;

	play_must(person_export(o, words, folder_path(name), FIXTURE_START,
	    &found), name);
	snprintf(path, sizeof(path), "%s/data.json", folder_path(name));
	free(data);
	if ((data = read_whole(path)) == NULL)
		bail(path);
	return found;
}

static int
has(const char *text)
{
	return strstr(data, text) != NULL;
}

static void
finds_all_of_it(void)
{
	static const char *const words[] = { "rina astuti", "0812-9999-0001",
		NULL };
	char path[512], *copy;
	struct stat st;

	ok(export(words, "rina") > 3, "by name and telephone");
	ok(has("Rina Astuti") && has("+6281299990001") &&
	    has("rina@contoh.id"), "who it is");
	ok(has("\"cases\"") && has("\"typed\"") && has("\"consents\"") &&
	    has("\"messages\"") && has("\"documents\""),
	    "the case, what was typed, consents, messages, documents");
	ok(has("Rina Astuti; 777123"), "the line of a list of somebody else");
	ok(!has("Sukarno") && !has("Budi Santoso") && !has("3333"),
	    "... and nobody of the others");
	snprintf(path, sizeof(path), "%s/dokumen/%lld-.._surat.pdf",
	    folder_path("rina"), (long long)own + 1);
	ok((copy = read_whole(path)) != NULL && strcmp(copy, BYTES) == 0,
	    "the document, under a name that leads nowhere else");
	free(copy);
	ok(stat(folder_path("rina"), &st) == 0 && (st.st_mode & 077) == 0,
	    "nobody else reads it");
	is_int(1, fixture_int(o, "SELECT count(*) FROM audit WHERE kind ="
	    " 'export' AND about = 'sopap person export' AND $1 = 0", 0),
	    "the audit has it");
}

/* A word is no pattern; a number finds the line alone. */
static void
takes_words_as_they_are(void)
{
	static const char *const any[] = { "%%%%", NULL };
	static const char *const number[] = { "777123", NULL };

	is_int(0, export(any, "any"), "a word is no pattern");
	is_int(1, export(number, "number"), "a number of a list");
	ok(has("Rina Astuti; 777123") && !has("Sukarno"), "... its line alone");
}

static void
refuses(void)
{
	static const char *const brief[] = { "Rina", "Ay", NULL };
	static const char *const good[] = { "Rina Astuti", NULL };
	int64_t found;

	is_int(CASE_INVALID, person_export(o, brief, folder_path("brief"),
	    FIXTURE_START, &found), "a word that finds everybody");
	ok(access(folder_path("brief"), F_OK) != 0, "... writes nothing");
	is_int(CASE_STATE, person_export(o, good, folder_path("rina"),
	    FIXTURE_START, &found), "a folder that is there");
	is_int(CASE_STATE, person_export(o, good, folder_path("no/where"),
	    FIXTURE_START, &found), "... or cannot be");
}

int
main(void)
{
	folder_make();
	o = play_office = fixture_open(folder);
	make_cases();
	finds_all_of_it();
	takes_words_as_they_are();
	refuses();
	free(data);
	office_close(o);
	return tap_done();
}
