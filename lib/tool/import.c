/*
 * import.c - sopap import: cases of an older system.
 *
 *	import history FILE --code SLUG [--name NAME] [--columns FILE]
 *	    [--standards FILE] [--skip-bad]
 *	import open FILE [--skip-bad]
 */
#include <csv.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <zlib.h>

#include "exchange/import_history.h"
#include "exchange/takeover.h"
#include "page/terminal.h"
#include "tool/tool.h"

#define FILE_MAX_BYTES	(512 << 20)	/* of a log, unpacked */
#define STANDARDS_MAX	512

struct call {
	const char	*file, *code, *name, *columns, *standards;
	int		 skip_bad;
	char		*names, *limits;	/* texts of those files */
	struct import_source src;
	struct import_standard	standard[STANDARDS_MAX];
	size_t		 nstandard;
};

/* -- files -------------------------------------------------------------- */

/* A whole file, gzip or not; NULL after saying why not. */
static char *
read_packed(const char *path, size_t *len)
{
	size_t room = 1 << 20;
	char *text = malloc(room), *more;
	gzFile f = gzopen(path, "rb");
	int n = -1;

	*len = 0;
	while (f != NULL && text != NULL &&
	    (n = gzread(f, text + *len, (unsigned)(room - *len - 1))) > 0) {
		*len += (size_t)n;
		if (room - *len > 1)
			continue;
		if (room >= FILE_MAX_BYTES ||
		    (more = realloc(text, room *= 2)) == NULL) {
			n = -1;
			errno = EFBIG;
			break;
		}
		text = more;
	}
	if (f != NULL)
		gzclose(f);
	if (n != 0) {
		tool_fail("%s: %s", path, f == NULL || errno != 0 ?
		    strerror(errno) : "file gzip rusak");
		free(text);
		return NULL;
	}
	text[*len] = '\0';
	return text;
}

/* The next line of a text, which is cut there; NULL at its end. */
static char *
next_line(char **text)
{
	char *line = *text;

	if (*line == '\0')
		return NULL;
	*text += strcspn(line, "\n");
	if (**text != '\0')
		*(*text)++ = '\0';
	line[strcspn(line, "\r")] = '\0';
	return line;
}

/* "peran = org:group", a line for each column of another name. */
static int
read_columns(struct call *c)
{
	char *text, *line, *name;
	size_t len;
	int no, column;

	if (c->columns == NULL)
		return 0;
	if ((text = c->names = tool_read(c->columns, &len)) == NULL)
		return 1;
	for (no = 1; (line = next_line(&text)) != NULL; no++) {
		if (*line == '\0' || *line == '#')
			continue;
		name = strchr(line, '=');
		len = strcspn(line, " \t=");
		if (name != NULL) {
			name += 1 + strspn(name + 1, " \t");
			line[len] = '\0';
		}
		column = import_log_column_from(line);
		if (name == NULL || *name == '\0' || column == -1)
			return tool_fail("%s: baris %d: tulis seperti "
			    "\"peran = Unit kerja\"; kolomnya berkas, "
			    "kegiatan, peran, mulai, selesai, petugas, hasil",
			    c->columns, no);
		c->src.name[column] = name;
	}
	return 0;
}

/* "Periksa dokumen<TAB>2 hari", a line for each activity. */
static int
read_standards(struct call *c)
{
	struct import_standard *s;
	char *text, *line, *tab;
	size_t len;
	int no;

	if (c->standards == NULL)
		return 0;
	if ((text = c->limits = tool_read(c->standards, &len)) == NULL)
		return 1;
	for (no = 1; (line = next_line(&text)) != NULL; no++) {
		if (*line == '\0' || *line == '#')
			continue;
		if (c->nstandard == STANDARDS_MAX)
			return tool_fail("%s: lebih dari %d baris",
			    c->standards, STANDARDS_MAX);
		s = &c->standard[c->nstandard];
		if ((tab = strchr(line, '\t')) == NULL ||
		    standard_parse(tab + 1, &s->standard) != 0)
			return tool_fail("%s: baris %d: tulis kegiatan, tab, "
			    "lalu standar seperti \"10-20 menit\" atau "
			    "\"2 hari\"", c->standards, no);
		*tab = '\0';
		s->activity = line;
		s->text = tab + 1;
		c->nstandard++;
	}
	return 0;
}

/* -- history ------------------------------------------------------------ */

static void
show_progress(void *arg, size_t done, size_t all)
{
	if (isatty(STDERR_FILENO))
		terminal_say(stderr, "\r%zu dari %zu peristiwa ", done, all);
}

static void
print_faults(const struct call *c, const struct import_log *l)
{
	size_t i;

	for (i = 0; i < l->nfault; i++)
		terminal_say(stderr, "%s: baris %zu: %s\n", c->file,
		    l->fault[i].line, l->fault[i].why);
}

/* Nothing came in because of wrong rows. */
static int
refused(const struct call *c, const struct import_log *l)
{
	return tool_fail("%s: %zu baris salah; tidak ada yang dimasukkan "
	    "(--skip-bad melewatinya)", c->file, l->nfault);
}

static int
write_cases(const struct tool *t, const struct call *c, struct office *o,
    const struct import_log *l)
{
	struct change ch = { .now = t->now };
	struct import_request p = { .slug = c->code,
		.name = c->name != NULL ? c->name : c->code,
		.standard = c->standard, .nstandard = c->nstandard };
	struct import_sums sums;
	enum case_err err;

	err = import_history(o, &ch, l, &p, show_progress, NULL, &sums);
	if (isatty(STDERR_FILENO))
		fputs("\r\033[K", stderr);
	if (err != CASE_OK)
		return tool_why(o, c->file);
	tool_say("%zu berkas (%zu peristiwa) dimasukkan ke SOP impor-%s: "
	    "%zu langkah, %zu peran baru\n", sums.cases, sums.events, c->code,
	    sums.rows, sums.roles);
	if (sums.known > 0)
		tool_say("%zu berkas sudah ada\n", sums.known);
	if (l->nfault > 0)
		tool_say("%zu baris dilewati\n", l->nfault);
	return 0;
}

static int
import_file(const struct tool *t, struct call *c, struct office *o)
{
	struct import_log log;
	char why[256];
	int rc;

	c->src.cal = office_calendar(o);
	if (c->src.cal == NULL)
		return tool_fail("kalender kantor belum ditetapkan");
	if (import_log_read(&c->src, &log, why, sizeof(why)) != 0) {
		rc = tool_fail("%s: %s", c->file, why);
	} else {
		import_history_check(o, &log, t->now);
		print_faults(c, &log);
		if (log.nfault > 0 && !c->skip_bad)
			rc = refused(c, &log);
		else
			rc = write_cases(t, c, o, &log);
	}
	import_log_free(&log);
	return rc;
}

/* -- open cases --------------------------------------------------------- */

/* Take over open cases; print them as CSV, with their new numbers and codes. */
static int
import_open(const struct tool *t, struct call *c, struct office *o)
{
	struct change ch = { .now = t->now };
	struct takeover k;
	enum case_err err = takeover_read(o, &ch, c->src.text, c->skip_bad,
	    &k);
	size_t i;
	int rc = 0;

	print_faults(c, &k.faults);
	if (err != CASE_OK) {
		rc = k.faults.nfault > 0 ? refused(c, &k.faults) :
		    tool_why(o, c->file);
	} else {
		puts("nomor_lama,nomor,kode_pelacakan");
		for (i = 0; i < k.count; i++) {
			csv_fwrite(stdout, k.taken[i].old_number,
			    strlen(k.taken[i].old_number));
			printf(",%s,%s\n", k.taken[i].number,
			    k.taken[i].code);
		}
		if (k.known > 0)
			terminal_say(stderr, "%zu berkas sudah ada\n",
			    k.known);
	}
	takeover_free(&k);
	return rc;
}

/* -- the command -------------------------------------------------------- */

static int
usage(void)
{
	terminal_say(stderr,
	    "pemakaian: sopap import history FILE --code KODE "
	    "[--name NAMA] [--columns FILE]\n"
	    "           [--standards FILE] [--skip-bad]\n"
	    "       sopap import open FILE [--skip-bad]\n");
	return 2;
}

static int
read_options(struct call *c, int argc, char **argv)
{
	c->code = tool_option(&argc, argv, "--code", 1);
	c->name = tool_option(&argc, argv, "--name", 1);
	c->columns = tool_option(&argc, argv, "--columns", 1);
	c->standards = tool_option(&argc, argv, "--standards", 1);
	c->skip_bad = tool_option(&argc, argv, "--skip-bad", 0) != NULL;
	c->file = argv[2];
	return argc == 3 && c->file[0] != '-' ? 0 : -1;
}

static int
is_code(const char *s)
{
	size_t n = strspn(s, "abcdefghijklmnopqrstuvwxyz0123456789-");

	return n > 0 && n <= 40 && s[n] == '\0';
}

static int
import(const struct tool *t, struct call *c, int open)
{
	struct office *o = NULL;
	char *text;
	int rc = 1;

	if (read_columns(c) != 0 || read_standards(c) != 0 ||
	    (text = read_packed(c->file, &c->src.len)) == NULL)
		return 1;
	c->src.text = text;
	if (open && strlen(text) != c->src.len)
		tool_fail("%s: bukan file teks (ada NUL)", c->file);
	else if ((o = tool_office(t, DB_WRITE)) != NULL)
		rc = open ? import_open(t, c, o) : import_file(t, c, o);
	if (o != NULL)
		office_close(o);
	free(text);
	return rc;
}

int
tool_import(const struct tool *t, int argc, char **argv)
{
	struct call *c;
	int rc, open = argc > 2 && strcmp(argv[1], "open") == 0;

	if (argc < 3 || (c = calloc(1, sizeof(*c))) == NULL)
		return usage();
	if (read_options(c, argc, argv) != 0 || (!open &&
	    (strcmp(argv[1], "history") != 0 || c->code == NULL)))
		rc = usage();
	else if (!open && !is_code(c->code))
		rc = tool_fail("--code %s: huruf kecil, angka dan tanda "
		    "hubung saja", c->code);
	else
		rc = import(t, c, open);
	free(c->names);
	free(c->limits);
	free(c);
	return rc;
}
