/* sopap.c - the office's command: one table of its commands. */
#include <dirent.h>
#include <errno.h>
#include <locale.h>
#include <pwd.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/conf.h"
#include "office/change.h"
#include "page/terminal.h"
#include "tool/tool.h"

/* Opens the office itself, in a mode of its own or not at all. */
#define ITSELF	((enum db_mode)-1)

static const struct command {
	const char	*name;
	int		(*run)(const struct tool *, int, char **);
	enum db_mode	 mode;		/* the office is open in, or ITSELF */
	const char	*help;
} commands[] = {
	{ "init", tool_init, ITSELF,
	    "siapkan kantor baru: unit, peran, kalender" },
	{ "sop", tool_sop, DB_WRITE,
	    "check FILE... | publish FILE... | list | form KODE | "
	    "format FILE" },
	{ "user", tool_user, DB_WRITE,
	    "add | link | list | disable | sessions | factor" },
	{ "role", tool_role, DB_READ, "list: peran dan pemegangnya" },
	{ "calendar", tool_calendar, ITSELF,
	    "check | set | show | due | elapsed | explain | import | export" },
	{ "tick", tool_tick, DB_WRITE,
	    "[--yes]: kerjakan yang sudah waktunya" },
	{ "notify", tool_notify, DB_WRITE,
	    "UNIT: beri tahu administrator bahwa unit itu gagal" },
	{ "month", tool_month, DB_WRITE,
	    "close YYYY-MM [FILE]: sahkan bulan" },
	{ "target", tool_target, DB_WRITE,
	    "PERSEN DASAR [PERAN]: target tepat waktu" },
	{ "person", tool_person, DB_WRITE,
	    "export FOLDER KATA...: semua tentang satu orang" },
	{ "verify", tool_verify, DB_OLD,
	    "[--files] [--root AKAR]: periksa riwayat, kunci, dokumen" },
	{ "rebuild", tool_rebuild, ITSELF,
	    "[--check] turunkan ulang berkas dari riwayat" },
	{ "backup", tool_backup, DB_OLD,
	    "FOLDER: cadangkan kantor selagi dipakai" },
	{ "restore", tool_restore, ITSELF,
	    "[--dry-run] FOLDER: pulihkan kantor dari cadangan" },
	{ "copy", tool_copy, ITSELF,
	    "DARI KE: salin basis data kantor ke basis data lain" },
	{ "key", tool_key, ITSELF,
	    "turn: ganti kunci server; kode yang sudah diberikan tetap" },
	{ "doctor", tool_doctor, ITSELF,
	    "[--json] periksa pemasangan: pengaturan, disk, saluran" },
	{ "upgrade", tool_upgrade, ITSELF,
	    "[--backup FOLDER]: sesuaikan kantor dengan rilis ini" },
	{ "import", tool_import, ITSELF,
	    "history | open: bawa masuk berkas sistem lama" },
	{ "simulate", tool_simulate, ITSELF,
	    "[--scale BERKAS]: isi kantor contoh dengan riwayat" },
	{ NULL, NULL, ITSELF, NULL }
};

void
tool_say(const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	terminal_vsay(stdout, fmt, ap);
	va_end(ap);
}

int
tool_fail(const char *fmt, ...)
{
	va_list ap;

	fputs("sopap: ", stderr);
	va_start(ap, fmt);
	terminal_vsay(stderr, fmt, ap);
	va_end(ap);
	fputc('\n', stderr);
	return 1;
}

int
tool_usage(const char *words)
{
	terminal_say(stderr, "pemakaian: sopap %s\n", words);
	return 2;
}

int
tool_why(struct office *o, const char *what)
{
	return tool_fail("%s: %s", what, office_why(o));
}

int
tool_owner(const struct tool *t)
{
	const struct passwd *pw;
	struct stat st;

	if (geteuid() != 0 || stat(t->data, &st) != 0 || st.st_uid == 0)
		return 0;
	pw = getpwuid(st.st_uid);
	return tool_fail("%s milik %s, bukan root; jalankan sebagai pengguna "
	    "itu: \"sudo -u %s sopap ...\"", t->data, pw != NULL ?
	    pw->pw_name : "pengguna lain", pw != NULL ? pw->pw_name :
	    "PENGGUNA");
}

struct office *
tool_office(const struct tool *t, enum db_mode mode)
{
	struct office *o;
	char why[512];

	if (t->data == NULL) {
		tool_fail("%s", t->trouble);
		return NULL;
	}
	o = office_open_at(t->data, t->database, t->files, mode, why,
	    sizeof(why));
	if (o == NULL)
		tool_fail("%s: %s", t->data, why);
	return o;
}

char *
tool_read(const char *path, size_t *len)
{
	FILE *f = fopen(path, "r");
	struct stat st;
	char *text = NULL;

	if (f != NULL && fstat(fileno(f), &st) == 0 && S_ISREG(st.st_mode) &&
	    (text = malloc((size_t)st.st_size + 1)) != NULL) {
		*len = fread(text, 1, (size_t)st.st_size, f);
		text[*len] = '\0';
	}
	if (text == NULL)
		tool_fail("%s: %s", path, errno ? strerror(errno) :
		    "bukan file biasa");
	if (f != NULL)
		fclose(f);
	return text;
}

int
tool_each(const char *dir, const char *suffix,
    int (*fn)(const char *, void *), void *arg)
{
	struct dirent **list;
	char path[4096];
	size_t len;
	int n, i, rc = 0;

	if ((n = scandir(dir, &list, NULL, alphasort)) == -1)
		return tool_fail("%s: %s", dir, strerror(errno));
	for (i = 0; i < n; i++) {
		len = strlen(list[i]->d_name);
		snprintf(path, sizeof(path), "%s/%s", dir, list[i]->d_name);
		if (rc == 0 && len > strlen(suffix) && strcmp(list[i]->d_name +
		    len - strlen(suffix), suffix) == 0)
			rc = fn(path, arg);
		free(list[i]);
	}
	free(list);
	return rc;
}

const char *
tool_option(int *argc, char **argv, const char *name, int value)
{
	const char *taken;
	int i;

	for (i = 0; i + value < *argc; i++) {
		if (strcmp(argv[i], name) != 0)
			continue;
		taken = argv[i + value];
		*argc -= 1 + value;
		memmove(argv + i, argv + i + 1 + value,
		    (size_t)(*argc - i) * sizeof(*argv));
		return taken;
	}
	return NULL;
}

static void
usage(FILE *out)
{
	const struct command *c;

	terminal_say(out, "pemakaian: sopap [--data FOLDER] "
	    "[--database ALAMAT] [--share FOLDER] PERINTAH ...\n");
	for (c = commands; c->name != NULL; c++)
		fprintf(out, "  %-10s %s\n", c->name, terminal_word(c->help));
	terminal_say(out, "Selengkapnya: man sopap\n");
}

/* Run a command, with the office open if it is one of those. */
static int
run(const struct command *c, struct tool *t, int argc, char **argv)
{
	const struct passwd *user = getpwuid(getuid());
	int rc;

	/* A simulated history is nobody's. */
	if (strcmp(c->name, "simulate") != 0)
		change_by_machine(user != NULL ? user->pw_name : "?");
	if (c->mode != ITSELF && (t->o = tool_office(t, c->mode)) == NULL)
		return 1;
	rc = c->run(t, argc, argv);
	office_close(t->o);
	return rc;
}

int
main(int argc, char **argv)
{
	struct tool t = { .share = PKGDATADIR, .database = "", .files = "",
		.now = (int64_t)time(NULL) };
	const struct command *c;
	struct conf *conf = NULL;
	char why[512];
	int i, rc;

	if (terminal_asked(argc, argv, "sopap", usage))
		return 0;
	umask(027);	/* the office's files are not everybody's */
	for (i = 1; i + 1 < argc && argv[i][0] == '-'; i += 2) {
		if (strcmp(argv[i], "--data") == 0)
			t.data = argv[i + 1];
		else if (strcmp(argv[i], "--database") == 0)
			t.database = argv[i + 1];
		else if (strcmp(argv[i], "--share") == 0)
			t.share = argv[i + 1];
		else
			break;
	}
	for (c = commands; i < argc && c->name != NULL; c++)
		if (strcmp(c->name, argv[i]) == 0)
			break;
	if (i >= argc || c->name == NULL) {
		usage(stderr);
		return 2;
	}
	t.conf = conf = conf_read(why, sizeof(why));
	if (t.data == NULL && conf != NULL) {
		t.data = conf->data;
		t.database = *t.database != '\0' ? t.database :
		    conf->database;
	}
	if (conf != NULL)
		t.files = conf->files;
	t.trouble = why;
	rc = run(c, &t, argc - i, argv + i);
	if (conf != NULL)
		conf_free(conf);
	return rc;
}
