/* key-t.c - the server key is made once, proved, and never made again. */
#include <string.h>
#include <sys/wait.h>

#include "office/office.h"
#include "office/office_key.h"
#include "store/id.h"
#include "store/installation.h"
#include "tests/store/folder.h"
#include "tests/tap.h"

static char why[1024];

static struct office *
open_in(const char *name, enum db_mode mode)
{
	why[0] = '\0';
	return office_open(folder_path(name), mode, why, sizeof(why));
}

static void
write_key(const char *path, const char *bytes, size_t len)
{
	FILE *f = fopen(folder_path(path), "w");

	fwrite(bytes, 1, len, f);
	fclose(f);
}

static void
refuses(const char *name, enum db_mode mode, const char *words,
    const char *what)
{
	struct office *o = open_in(name, mode);

	ok(o == NULL && strstr(why, words) != NULL, "%s: %s", what, why);
	office_close(o);
}

static void
makes_one(void)
{
	char check[65] = "", code[CASE_CODE_LEN + 1],
	    again[CASE_CODE_LEN + 1];
	struct office *o;

	mkdir(folder_path("a"), 0750);
	refuses("a", DB_WRITE, "belum ada kantor", "no office yet");
	o = open_in("a", DB_CREATE);
	ok(o != NULL, "an office is made %s", why);
	is_int(CASE_KEY_SIZE, folder_size("a/key"), "... with its key");
	is_int(-1, folder_size("a/.key-new"), "... and no half of one");
	is_int(1, installation_get(office_db(o), "key_check", check,
	    sizeof(check)), "... which the database can prove");
	is_int(64, (int)strlen(check), "... by a hash");
	office_code(o, 12, code);
	office_close(o);
	o = open_in("a", DB_CREATE);
	office_code(o, 12, again);
	is_string(code, again, "opened again, the codes are the same");
	office_close(o);
}

static void
names_its_release(void)
{
	char text[65] = "", schema[65] = "", now[65] = "";
	struct office *o = open_in("a", DB_READ);

	installation_get(office_db(o), "release", text, sizeof(text));
	is_string(PACKAGE_VERSION, text, "the release is written down");
	installation_get(office_db(o), "schema", schema, sizeof(schema));
	installation_fingerprint(office_db(o), now);
	is_string(now, schema, "... and the fingerprint of the schema");
	is_int(0, installation_get(office_db(o), "nothing", text,
	    sizeof(text)), "a name that is not there");
	office_close(o);
}

/* A killed start of an older version left the key empty. */
static void
begins_again(void)
{
	struct office *o;

	mkdir(folder_path("b"), 0750);
	write_key("b/key", "", 0);
	write_key("b/.key-new", "half", 4);
	o = open_in("b", DB_CREATE);
	ok(o != NULL, "an empty key without a database is made anew %s", why);
	is_int(CASE_KEY_SIZE, folder_size("b/key"), "... whole");
	office_close(o);
}

static void
never_makes_another(void)
{
	struct office *o;

	unlink(folder_path("b/key"));
	refuses("b", DB_CREATE, "sopap restore", "a key that was lost");
	is_int(-1, folder_size("b/key"), "... none is made");
	write_key("b/key", "", 0);
	refuses("b", DB_CREATE, "tidak lengkap", "an empty key");
	refuses("b", DB_WRITE, "tidak lengkap", "... of a program, too");
	is_int(0, folder_size("b/key"), "... it is left as it is");
	write_key("b/key", "0123456789abcdef0123456789abcdef", 32);
	refuses("b", DB_CREATE, "bukan kunci", "another key");
	refuses("b", DB_WRITE, "bukan kunci", "... of a program, too");
	refuses("b", DB_READ, "bukan kunci", "... and of a reader");
	o = open_in("b", DB_OLD);
	ok(o != NULL && strstr(office_key_fault(o), "bukan kunci") != NULL,
	    "... but the office can be looked at");
	office_close(o);
	o = open_in("a", DB_OLD);
	is_string("", office_key_fault(o), "a right key has no fault");
	office_close(o);
}

/* Of a database that cannot prove its key yet: the first who writes says which
 * it is, and another host's is refused. */
static void
is_kept_by_the_first(void)
{
	static const char key[] = "0123456789abcdef0123456789abcdef";
	char kept[65] = "";
	struct office *o;

	mkdir(folder_path("d"), 0750);
	write_key("d/key", key, 32);
	o = open_in("d", DB_CREATE);
	db_run(office_db(o), "DELETE FROM installation WHERE name = $1", "t",
	    INSTALLATION_KEY_CHECK);
	office_close(o);
	o = open_in("d", DB_READ);
	is_int(0, installation_get(office_db(o), INSTALLATION_KEY_CHECK, kept,
	    sizeof(kept)), "a reader writes nothing down");
	office_close(o);
	o = open_in("d", DB_WRITE);
	is_int(1, installation_get(office_db(o), INSTALLATION_KEY_CHECK, kept,
	    sizeof(kept)), "the first who writes does");
	is_int(1, installation_claim(office_db(o), INSTALLATION_KEY_CHECK,
	    "another", kept, sizeof(kept)), "one who comes at once");
	is_int(64, (int)strlen(kept), "...gets that of the first");
	office_close(o);
	unlink(folder_path("d/key"));
	refuses("d", DB_CREATE, "mesin lain", "another host without a key");
	is_int(-1, folder_size("d/key"), "... makes none");
	write_key("d/key", "another host's: 0123456789abcdef", 32);
	refuses("d", DB_CREATE, "mesin lain", "a host that made one");
}

/* Of many that begin at once all have the same key. */
static void
is_made_by_one(void)
{
	struct office *o;
	int bad = 0, status;

	mkdir(folder_path("c"), 0750);
	for (int i = 0; i < 8; i++)
		if (fork() == 0)
			_exit(open_in("c", DB_CREATE) == NULL);
	for (int i = 0; i < 8; i++)
		bad += wait(&status) == -1 || status != 0;
	is_int(0, bad, "eight begin at once");
	o = open_in("c", DB_WRITE);
	ok(o != NULL, "... with one key %s", why);
	office_close(o);
}

/* -- turned ------------------------------------------------------------ */

#define NOW INT64_C(1767574800)

/* All that follows from the key for an id. */
struct made {
	char	code[CASE_CODE_LEN + 1], letter[CASE_CODE_LEN + 1];
	char	hash[65], letter_hash[65], token[65], sign[65];
};

static void
make(struct office *o, int64_t id, struct made *m)
{
	memset(m, 0, sizeof(*m));
	office_code(o, id, m->code);
	office_letter_code(o, id, m->letter);
	office_code_hash(o, m->code, m->hash);
	office_letter_hash(o, m->letter, m->letter_hash);
	office_sign_of(o, id, "link", m->token);
	office_sign(o, "form", m->sign);
}

/* Was it given out, and holds it still? */
static int
holds(struct office *o, int64_t id, const struct made *before)
{
	struct made now;

	make(o, id, &now);
	return strcmp(now.code, before->code) == 0 &&
	    strcmp(now.letter, before->letter) == 0 &&
	    strcmp(now.hash, before->hash) == 0 &&
	    strcmp(now.letter_hash, before->letter_hash) == 0 &&
	    strcmp(now.token, before->token) == 0;
}

static void
is_turned(void)
{
	const int64_t old = id_first(NOW) + 5, late = id_first(NOW + 1) - 1;
	const int64_t fresh = id_first(NOW + 1);
	struct made a, b, c, now;
	struct office *o;

	mkdir(folder_path("t"), 0750);
	o = open_in("t", DB_CREATE);
	make(o, old, &a);
	make(o, late, &b);
	make(o, fresh, &c);
	is_int(0, office_key_turn(o, folder_path("t"), NOW, why, sizeof(why)),
	    "the key is turned %s", why);
	is_int(CASE_KEY_SIZE + CASE_KEY_SIZE + 8, folder_size("t/key"),
	    "... the old one stays behind it");
	ok(holds(o, old, &a) && holds(o, late, &b),
	    "... codes, letters and links from before hold");
	make(o, fresh, &now);
	ok(strcmp(now.code, c.code) != 0 && strcmp(now.token, c.token) != 0,
	    "... new ones follow from the new key");
	ok(strcmp(now.sign, a.sign) != 0, "... and forms, too");
	office_close(o);
	o = open_in("t", DB_WRITE);
	ok(o != NULL && holds(o, old, &a) && holds(o, fresh, &now),
	    "opened again, all is as it was %s", why);
	is_int(0, office_key_turn(o, folder_path("t"), NOW + 9, why,
	    sizeof(why)), "turned once more");
	ok(holds(o, old, &a) && holds(o, fresh, &now),
	    "... each of its time holds");
	office_close(o);
}

/* The file has the new key, the database not yet. */
static void
goes_on_when_cut(void)
{
	char before[65] = "", after[65] = "", now[65] = "";
	struct office *o = open_in("t", DB_WRITE);
	char whole[256];
	FILE *f;

	installation_get(office_db(o), "key_check", before, sizeof(before));
	office_key_turn(o, folder_path("t"), NOW + 20, why, sizeof(why));
	installation_get(office_db(o), "key_check", after, sizeof(after));
	ok(strcmp(before, after) != 0, "the check value follows");
	installation_put(office_db(o), "key_check", before);
	office_close(o);
	o = open_in("t", DB_READ);
	ok(o != NULL, "cut before that, a reader goes on %s", why);
	office_close(o);
	o = open_in("t", DB_WRITE);
	ok(o != NULL, "... and who writes mends it %s", why);
	installation_get(office_db(o), "key_check", now, sizeof(now));
	is_string(after, now, "... the check value is the new one");
	office_close(o);
	/* A backup from before, or another host. */
	f = fopen(folder_path("t/key"), "r");
	is_int(CASE_KEY_SIZE + 3 * (CASE_KEY_SIZE + 8), (int)fread(whole, 1,
	    sizeof(whole), f), "three keys stand behind it");
	fclose(f);
	write_key("t/key", whole + CASE_KEY_SIZE, CASE_KEY_SIZE);
	refuses("t", DB_WRITE, "bukan kunci", "the key before it alone");
	write_key("t/key", whole, CASE_KEY_SIZE + 7);
	refuses("t", DB_WRITE, "tidak lengkap", "a file that is cut");
}

int
main(void)
{
	folder_make();
	makes_one();
	names_its_release();
	begins_again();
	never_makes_another();
	is_kept_by_the_first();
	is_made_by_one();
	is_turned();
	goes_on_when_cut();
	return tap_done();
}
