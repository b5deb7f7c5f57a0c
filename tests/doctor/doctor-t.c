/* doctor-t.c - what the doctor finds wrong, and that he finds nothing else. */
#include <sys/stat.h>
#include <sys/syscall.h>

#include <dlfcn.h>
#include <errno.h>
#include <linux/magic.h>
#include <stdarg.h>
#include <stdlib.h>
#include <crack.h>
#include <unistd.h>

#include "base/built.h"
#include "base/conf.h"
#include "doctor/doctor_inner.h"
#include "office/last_run.h"
#include "store/sqlite.h"
#include "tests/case/fixture.h"
#include "tests/store/folder.h"
#include "tests/tap.h"

#define NOW (FIXTURE_START + 3600)

static char dir[80], conf_file[96], found[16384];
static struct office *office;
static struct conf *conf;

/* "disk fault: sisa ..." for each finding that is not well. */
static void
keep(void *arg, const struct doctor_finding *f)
{
	size_t len = strlen(found);

	(void)arg;
	if (f->state == DOCTOR_OK && f->remedy[0] != '\0')
		bail("a remedy for what is well");
	if (f->state != DOCTOR_OK && f->remedy[0] == '\0')
		bail("no remedy");
	if (f->state != DOCTOR_OK)
		snprintf(found + len, sizeof(found) - len, "%s %s: %s\n",
		    f->slug, doctor_state_slug(f->state), f->text);
}

static struct doctor
look(int64_t now)
{
	struct doctor d = { .data = dir, .path = conf_file, .conf = conf,
		.trouble = "sopap.conf:1: unknown key: colour",
		.office = office, .closed = "office.db: gone", .now = now,
		.cost = DOCTOR_SLOW, .take = keep };

	return d;
}

static void
examine(struct doctor d)
{
	found[0] = '\0';
	doctor_run(&d);
}

static void
configure(const char *lines)
{
	FILE *f = fopen(conf_file, "w");
	char why[256] = "";

	if (f == NULL)
		bail("cannot write");
	fprintf(f, "data = %s\ntemplates = %s\nletters = %s\nletter = "
	    "/bin/true\nfonts = %s\n%s", dir, dir, dir, dir, lines);
	fclose(f);
	chmod(conf_file, 0600);
	conf_free(conf);
	if ((conf = conf_read_file(conf_file, why, sizeof(why))) == NULL)
		bail(why);
}

/* The doctor says something of a check, with this text in it. */
static void
says(const char *slug, const char *text, const char *what)
{
	char head[128];
	const char *line;

	snprintf(head, sizeof(head), "%s: ", slug);
	line = strstr(found, head);
	ok(line != NULL && strstr(line, text) != NULL, "%s", what);
	if (line == NULL || strstr(line, text) == NULL)
		printf("# %s\n", found);
}

static void
is_silent(const char *slug, const char *what)
{
	ok(strstr(found, slug) == NULL, "%s", what);
}

static void
note_runs(int64_t often, int64_t backup, const char *fault)
{
	last_run_note(office, LAST_RUN_TICK, fault, often);
	last_run_note(office, LAST_RUN_MESSENGER, "", often);
	last_run_note(office, LAST_RUN_BACKUP, "", backup);
}

/* -- a machine that lacks something ---------------------------------------- */

static const char *dictionary = "/usr/share/dict/cracklib-none";
static int has_landlock = 1, has_dictionary = 1;

/* In place of the libraries' own. */
const char *
GetDefaultCracklibDict(void)
{
	return has_dictionary ? conf_file : dictionary;
}

long
syscall(long number, ...)
{
	static long (*real)(long, ...);
	long a[6];
	va_list ap;

	va_start(ap, number);
	for (int i = 0; i < 6; i++)
		a[i] = va_arg(ap, long);
	va_end(ap);
	if (number == SYS_landlock_create_ruleset) {
		errno = ENOSYS;
		return has_landlock ? 1 : -1;
	}
	if (real == NULL)
		*(void **)&real = dlsym(RTLD_NEXT, "syscall");
	return real(number, a[0], a[1], a[2], a[3], a[4], a[5]);
}

static void
misses_walls_and_words(void)
{
	char words[128];

	snprintf(words, sizeof(words), "%s.pwd", conf_file);
	fclose(fopen(words, "w"));
	examine(look(NOW));
	is_silent("programs", "a machine that has all of it");
	has_landlock = 0;
	examine(look(NOW));
	says("programs warning", "kernel ini tanpa Landlock",
	    "a kernel without Landlock");
	has_landlock = 1;
	has_dictionary = 0;
	examine(look(NOW));
	says("programs warning", "kamus kata sandi tidak ada",
	    "no dictionary of weak passwords");
	has_dictionary = 1;
	unlink(words);
	examine(look(NOW));
	says("programs warning", "kamus kata sandi tidak ada",
	    "a dictionary whose files are gone");
	fclose(fopen(words, "w"));
}

static void
judges_disks(void)
{
	const uint64_t gib = UINT64_C(1) << 30;

	is_int(DOCTOR_OK, doctor_disk_state(100 * gib, 10 * gib),
	    "a tenth left is well");
	is_int(DOCTOR_WARNING, doctor_disk_state(100 * gib, 10 * gib - 1),
	    "...less is a warning");
	is_int(DOCTOR_FAULT, doctor_disk_state(100 * gib, gib - gib / 100),
	    "...less than a hundredth a fault");
	is_int(DOCTOR_FAULT, doctor_disk_state(gib, 199 << 20),
	    "...and so is less than 200 MB, however small the disk");
	is_int(DOCTOR_OK, doctor_disk_state(gib, 300 << 20),
	    "a small disk with 300 MB left is well");
	ok(doctor_is_far(NFS_SUPER_MAGIC), "NFS is far away");
	ok(doctor_is_far(0xff534d42), "...and CIFS");
	ok(doctor_is_far((unsigned long)(long)(int)0xff534d42),
	    "...of a kernel that counts it negative");
	ok(doctor_is_far(FUSE_SUPER_MAGIC), "...and FUSE");
	ok(!doctor_is_far(EXT4_SUPER_MAGIC), "ext4 is not");
	ok(!doctor_is_far(BTRFS_SUPER_MAGIC), "...nor btrfs");
}

static void
finds_nothing_in_a_good_office(void)
{
	char font[128];

	snprintf(font, sizeof(font), "%s/Inter-Regular.otf", dir);
	fclose(fopen(font, "w"));
	chmod(font, 0600);
	configure("site = http://localhost\n");
	note_runs(NOW, NOW, "");
	examine(look(NOW));
	is_string("", found, "an office that is well");
	unlink(font);
	examine(look(NOW));
	says("chart-fonts warning", "Inter-Regular.otf tidak ada",
	    "a font of charts is missing");
}

static void
looks_into_the_configuration(void)
{
	struct doctor d = look(NOW);

	configure("whatsapp = /nowhere/wa.json\nmail_password = /nowhere/p\n");
	examine(look(NOW));
	says("configuration fault", "whatsapp: /nowhere/wa.json: No such",
	    "a file that is not there");
	says("configuration fault", "mail_password: /nowhere/p", "...each");
	configure("site = http://10.0.0.5\nsecure = no\n"
	    "mailbox_page = yes\nmail_server = smtp://mail.go.id\n"
	    "mail_from = a@b.go.id\nmail_tls = no\n");
	examine(look(NOW));
	says("configuration warning", "secure: kata sandi", "no https");
	says("configuration fault", "mailbox_page", "an open mailbox");
	says("configuration warning", "mail_tls", "mail without TLS");
	configure("site = http://localhost\nmailbox_page = yes\n"
	    "secure = no\n");
	examine(look(NOW));
	is_silent("configuration", "on the machine itself all that is well");
	d.conf = NULL;
	examine(d);
	says("configuration fault", "sopap.conf:1: unknown key",
	    "a configuration that cannot be read");
}

static void
looks_at_the_key(void)
{
	char key[96];

	snprintf(key, sizeof(key), "%s/key", dir);
	configure("");
	chmod(key, 0640);
	examine(look(NOW));
	says("key fault", "dapat dibaca pengguna lain", "a key others read");
	chmod(key, 0600);
	if (truncate(key, 31) != 0)
		bail("cannot cut the key");
	examine(look(NOW));
	says("key fault", "31 bita, seharusnya 32", "a key that is cut");
	rename(key, folder_path("key"));
	examine(look(NOW));
	says("key fault", "key: No such file", "no key");
	rename(folder_path("key"), key);
	if (truncate(key, 32) != 0)
		bail("cannot fill the key");
}

static void
looks_at_owners_and_modes(void)
{
	char path[96];

	chmod(dir, 0755);
	examine(look(NOW));
	says("folder warning", "terbuka bagi semua", "an open folder");
	chmod(dir, 0757);
	examine(look(NOW));
	says("folder fault", "terbuka bagi semua", "...that others may write");
	chmod(dir, 0750);
	examine(look(NOW));
	is_silent("folder", "a closed one protects what is in it");
	snprintf(path, sizeof(path), "%s/files/ab", dir);
	mkdir(path, 0700);
	if (geteuid() != 0 || chown(path, 12345, -1) != 0) {
		skip(2, "only root gives files away");
	} else {
		examine(look(NOW));
		says("files fault", "1 file atau folder milik pengguna lain",
		    "a folder of documents that is root's or another's");
		snprintf(path, sizeof(path), "%s/files", dir);
		if (chown(path, 12345, -1) != 0)
			bail("chown");
		examine(look(NOW));
		says("folder fault", "files: milik pengguna lain",
		    "...and a file of the data folder");
		if (chown(path, 0, -1) != 0)
			bail("chown");
		snprintf(path, sizeof(path), "%s/files/ab", dir);
	}
	rmdir(path);
}

static void
looks_at_the_database(void)
{
	struct doctor d = look(NOW);

	d.office = NULL;
	examine(d);
	says("database fault", "office.db: gone", "one that does not open");
	is_silent("holidays", "...of which nothing else is said");
	fixture_run(office, "CREATE TABLE foreign_body (id INTEGER)");
	examine(look(NOW));
	says("database fault", "skema bukan lagi yang dibuat rilis",
	    "a schema somebody changed");
	fixture_run(office, "DROP TABLE foreign_body");
	fixture_run(office, "INSERT INTO damages (sha256, state, since)"
	    " VALUES ('ab', 'missing', 1)");
	examine(look(NOW));
	says("history fault", "1 dokumen hilang atau berubah",
	    "a document that was found missing");
	fixture_run(office, "DELETE FROM damages");
	examine(look(NOW));
	is_silent("database", "...and mended");
	is_silent("history", "...all of it");
}

static void
looks_at_clock_and_calendar(void)
{
	examine(look(NOW - 86400 * 30));
	says("clock fault", "riwayat sudah", "a clock behind the history");
	db_clock_shift = -6;
	examine(look(NOW));
	says("clock fault", "6 detik lebih cepat daripada jam basis data",
	    "a clock that is not the database's");
	db_clock_shift = 0;
	/* 30 September and 1 October 2026; 2027 is not in the calendar. */
	examine(look(INT64_C(1790740800)));
	is_silent("holidays", "in September next year may be missing");
	examine(look(INT64_C(1790827200)));
	says("holidays fault", "hari libur tahun 2027",
	    "in October it may not");
}

/* An office with an adapter that checks callbacks so. */
static void
checks_callbacks_by(const char *check)
{
	char path[160], line[256];
	FILE *f;

	snprintf(path, sizeof(path), "%s/wa.json", dir);
	if ((f = fopen(path, "w")) == NULL)
		bail("cannot write");
	fprintf(f, "{ \"name\": \"Uji\", \"number\": \"62\", \"send\": {"
	    " \"method\": \"POST\", \"url\": \"https://wa.example/\","
	    " \"body\": \"json\", \"fields\": { \"t\": \"{text}\" } },"
	    " \"answer\": { \"id\": [\"id\"] }, \"callback\": {"
	    " \"check\": \"%s\", \"secret\": \"word\", \"id\": \"id\","
	    " \"status\": \"s\", \"states\": { \"1\": \"read\" } } }\n",
	    check);
	fclose(f);
	snprintf(line, sizeof(line), "whatsapp = %s\n", path);
	configure(line);
	examine(look(NOW));
}

static void
looks_at_channels(void)
{
	configure("site = https://sop.example.go.id\n");
	examine(look(NOW));
	says("channels warning", "belum ada saluran",
	    "a public office that sends nothing");
	fixture_run(office, "INSERT INTO channels (route, denied_at, mark,"
	    " reason, checked_at, well) VALUES ('mail', 5, 'x',"
	    " 'Login denied', NULL, 0)");
	examine(look(NOW));
	says("channels fault", "mail: berhenti, kunci ditolak (Login denied)",
	    "a channel that has stopped");
	fixture_run(office, "DELETE FROM channels");
	checks_callbacks_by("none");
	says("channels warning", "siapa pun dapat melaporkan",
	    "an adapter that believes anybody");
	checks_callbacks_by("token");
	is_silent("channels", "one that asks for a word");
}

static void
looks_at_last_runs(void)
{
	configure("");
	fixture_run(office, "DELETE FROM runs");
	examine(look(NOW));
	says("runs warning", "sopap tick: belum pernah berjalan",
	    "what never ran");
	note_runs(NOW - 86400, NOW - 3 * 86400, "");
	examine(look(NOW));
	says("runs fault", "sopap tick: terakhir berjalan 1440 menit",
	    "a tick of yesterday");
	says("runs warning", "sopap backup: terakhir", "a backup of Friday");
	note_runs(NOW, NOW - 9 * 86400, "");
	examine(look(NOW));
	says("runs fault", "sopap backup: terakhir",
	    "one from the week before");
	note_runs(NOW, NOW, "disk penuh");
	examine(look(NOW));
	says("runs fault", "sopap tick: gagal: disk penuh",
	    "a run that failed");
	note_runs(NOW, NOW, "");
	examine(look(NOW));
	is_silent("runs", "...and is well again");
}

static void
looks_at_addresses(void)
{
	struct doctor d = look(NOW);

	configure("site = https://sop.example.go.id\n");
	d = look(NOW);
	d.visitor = "10.0.0.1";
	d.forwarded = "203.0.113.7";
	examine(d);
	says("visitors warning", "semua pengunjung beralamat 10.0.0.1",
	    "a proxy that names its client, which nobody takes");
	d.visitor = "203.0.113.7";
	examine(d);
	is_silent("visitors", "...or somebody does");
	d.forwarded = "";
	d.visitor = "127.0.0.1";
	examine(d);
	says("visitors warning", "beralamat mesin ini sendiri",
	    "a public office visited from its own machine");
	d.visitor = NULL;
	examine(d);
	is_silent("visitors", "without a request nothing shows");
	/* SHA-256 of 127.0.0.1 */
	fixture_run(office, "INSERT INTO throttles (kind, key, tries, until)"
	    " VALUES ('lacak', '12ca17b49af2289436f303e0166030a21e525d266e20"
	    "9267433801a8fd4071a0', 3, 1900000000)");
	examine(d);
	says("visitors warning", "beralamat mesin ini sendiri",
	    "...but for a brake that is on for this machine");
	configure("site = http://127.0.0.1:8080\n");
	d.conf = conf;
	examine(d);
	is_silent("visitors", "a demo is visited from its own machine");
}

static void
asks_the_scanner_and_the_letters(void)
{
	char program[96], line[160];
	FILE *f;

	snprintf(program, sizeof(program), "%s/letter", dir);
	if ((f = fopen(program, "w")) == NULL)
		bail("cannot write a program");
	fputs("#!/bin/sh\necho 'huruf Liberation Sans tidak terpasang'\n"
	    "exit 1\n", f);
	fclose(f);
	chmod(program, 0700);
	snprintf(line, sizeof(line), "clamd = %s/clamd.sock\n", dir);
	configure(line);
	free(conf->letter);
	conf->letter = strdup(program);
	examine(look(NOW));
	says("scanner fault", "clamd tidak menjawab", "no scanner answers");
	says("letter-fonts warning", "Liberation Sans tidak terpasang",
	    "the program of letters names what it lacks");
	unlink(program);
	examine(look(NOW));
	says("configuration fault", "letter: ", "no such program");
	is_silent("letter-fonts", "...which is not asked then");
}

int
main(void)
{
	folder_make();
	snprintf(dir, sizeof(dir), "%s/data", folder);
	snprintf(conf_file, sizeof(conf_file), "%s/sopap.conf", folder);
	mkdir(dir, 0750);
	office = fixture_open(dir);
	judges_disks();
	misses_walls_and_words();
	finds_nothing_in_a_good_office();
	looks_into_the_configuration();
	looks_at_the_key();
	looks_at_owners_and_modes();
	looks_at_the_database();
	looks_at_clock_and_calendar();
	if (built_messenger)
		looks_at_channels();
	looks_at_last_runs();
	looks_at_addresses();
	if (built_letter)
		asks_the_scanner_and_the_letters();
	office_close(office);
	conf_free(conf);
	return tap_done();
}
