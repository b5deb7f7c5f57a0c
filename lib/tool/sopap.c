/* sopap.c - the office's command: one table of its commands. */
#include <dirent.h>
#include <errno.h>
#include <locale.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

#include "base/conf.h"
#include "tool/tool.h"

static const struct command {
	const char	*name;
	int		(*run)(const struct tool *, int, char **);
	const char	*help;
} commands[] = {
	{ "init", tool_init, "siapkan kantor baru: unit, peran, kalender" },
	{ "sop", tool_sop, "check BERKAS... | publish BERKAS... | list" },
	{ "user", tool_user, "add | password | list" },
	{ "calendar", tool_calendar,
	    "check | set | show | due | elapsed | explain | import | export" },
	{ "tick", tool_tick, "kerjakan yang sudah waktunya" },
	{ "month", tool_month, "close YYYY-MM [BERKAS]: sahkan bulan" },
	{ "target", tool_target, "PERSEN DASAR [PERAN]: target tepat waktu" },
	{ "verify", tool_verify, "[--root AKAR]: periksa riwayat dan akar" },
	{ "rebuild", tool_rebuild,
	    "[--check] turunkan ulang perkara dari riwayat" },
	{ "backup", tool_backup, "BERKAS: salin basis data selagi dipakai" },
	{ "import", tool_import,
	    "history | open: bawa masuk perkara sistem lama" },
	{ "simulate", tool_simulate,
	    "[--scale PERKARA]: isi kantor contoh dengan riwayat" },
	{ NULL, NULL, NULL }
};

int
tool_fail(const char *fmt, ...)
{
	va_list ap;

	fputs("sopap: ", stderr);
	va_start(ap, fmt);
	vfprintf(stderr, fmt, ap);
	va_end(ap);
	fputc('\n', stderr);
	return 1;
}

int
tool_why(struct office *o, const char *what)
{
	return tool_fail("%s: %s", what, office_why(o));
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
	o = office_open(t->data, mode, why, sizeof(why));
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
		    "bukan berkas biasa");
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

static int
usage(void)
{
	const struct command *c;

	fputs("pemakaian: sopap [--data FOLDER] [--share FOLDER] "
	    "PERINTAH ...\n", stderr);
	for (c = commands; c->name != NULL; c++)
		fprintf(stderr, "  %-10s %s\n", c->name, c->help);
	return 2;
}

int
main(int argc, char **argv)
{
	struct tool t = { .share = PKGDATADIR, .now = (int64_t)time(NULL) };
	const struct command *c;
	struct conf *conf = NULL;
	char why[512];
	int i, rc;

	umask(027);	/* the office's files are not everybody's */
	for (i = 1; i + 1 < argc && argv[i][0] == '-'; i += 2) {
		if (strcmp(argv[i], "--data") == 0)
			t.data = argv[i + 1];
		else if (strcmp(argv[i], "--share") == 0)
			t.share = argv[i + 1];
		else
			return usage();
	}
	for (c = commands; i < argc && c->name != NULL; c++)
		if (strcmp(c->name, argv[i]) == 0)
			break;
	if (i >= argc || c->name == NULL)
		return usage();
	t.conf = conf = conf_read(why, sizeof(why));
	if (t.data == NULL && conf != NULL)
		t.data = conf->data;
	t.trouble = why;
	rc = c->run(&t, argc - i, argv + i);
	if (conf != NULL)
		conf_free(conf);
	return rc;
}
