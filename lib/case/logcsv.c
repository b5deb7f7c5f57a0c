/*
 * logcsv.c - an event log as CSV (RFC 4180), a line of column names first.
 */
#include <csv.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "case/lograw.h"

#define COLUMNS_MAX 64

struct table {
	struct log_reader	*r;
	char			*why;
	size_t			 whysize;
	int			 failed;
	int			 column[LOG__MAX];	/* in the file, or -1 */
	int			 head;		/* the first line was read */
	int			 n;		/* cells of the line under way */
	char			*cell[COLUMNS_MAX];
	size_t			 line;		/* where it begins */
	size_t			 inside;	/* line ends in its cells */
};

static void
cell(void *bytes, size_t len, void *arg)
{
	struct table *t = arg;
	const char *s = bytes;
	size_t i;

	for (i = 0; i < len; i++)
		t->inside += s[i] == '\n';
	if (t->n < COLUMNS_MAX && (t->cell[t->n] = strndup(s, len)) == NULL)
		t->r->log->broken = 1;
	t->n++;
}

static const char *
cell_at(const struct table *t, int column)
{
	return column >= 0 && column < t->n && column < COLUMNS_MAX ?
	    t->cell[column] : NULL;
}

/* Where the columns stand, by the names of the first line. */
static void
read_head(struct table *t)
{
	const char *name, *found;
	int c, i;

	for (c = 0; c < LOG__MAX; c++) {
		name = t->r->src->name[c];
		if (name == NULL)
			name = log_column_slug((enum log_column)c);
		t->column[c] = -1;
		for (i = 0; i < t->n && t->column[c] == -1; i++)
			if ((found = cell_at(t, i)) != NULL &&
			    strcmp(found, name) == 0)
				t->column[c] = i;
		if (t->column[c] != -1 || t->failed || (c == LOG_BEGUN &&
		    t->r->src->name[c] == NULL) || (c > LOG_AT &&
		    t->r->src->name[c] == NULL))
			continue;
		snprintf(t->why, t->whysize, "baris 1: kolom \"%s\" tidak ada",
		    name);
		t->failed = 1;
	}
}

static void
read_row(struct table *t)
{
	struct log_raw raw = { .line = t->line };
	int c;

	if (t->n == 0)
		return;		/* an empty line */
	for (c = 0; c < LOG__MAX; c++)
		raw.word[c] = cell_at(t, t->column[c]);
	log_add(t->r, &raw);
}

static void
row(int end, void *arg)
{
	struct table *t = arg;
	int i;

	if (!t->head)
		read_head(t);
	else if (!t->failed)
		read_row(t);
	t->head = 1;
	for (i = 0; i < t->n && i < COLUMNS_MAX; i++)
		free(t->cell[i]);
	t->n = 0;
	/* Every line calls this, the empty ones too. */
	t->line += 1 + t->inside;
	t->inside = 0;
}

/* Spreadsheets of this country separate with semicolons: the mark that the
 * first line has more of. */
static unsigned char
separator(const char *text)
{
	const char *end = text + strcspn(text, "\r\n");
	int commas = 0, semicolons = 0;

	for (; text < end; text++) {
		commas += *text == ',';
		semicolons += *text == ';';
	}
	return semicolons > commas ? ';' : ',';
}

/* Every end of line as one LF: the parser counts no others. */
static char *
plain_lines(const char *text, size_t *len)
{
	char *copy = malloc(*len + 1), *to = copy;
	const char *from;

	if (copy == NULL)
		return NULL;
	for (from = text; *from != '\0'; from++)
		if (*from != '\r')
			*to++ = *from;
		else if (from[1] != '\n')
			*to++ = '\n';
	*to = '\0';
	*len = (size_t)(to - copy);
	return copy;
}

int
log_read_csv(struct log_reader *r, char *why, size_t whysize)
{
	struct table t = { .r = r, .why = why, .whysize = whysize, .line = 1 };
	const char *begin = r->src->text;
	struct csv_parser p;
	size_t len;
	char *text;

	if (strncmp(begin, "\xef\xbb\xbf", 3) == 0)
		begin += 3;
	len = strlen(begin);
	if ((text = plain_lines(begin, &len)) == NULL || csv_init(&p,
	    CSV_STRICT | CSV_STRICT_FINI | CSV_REPALL_NL | CSV_APPEND_NULL)
	    != 0) {
		free(text);
		r->log->broken = 1;
		return -1;
	}
	csv_set_delim(&p, separator(text));
	if ((csv_parse(&p, text, len, cell, row, &t) != len ||
	    csv_fini(&p, cell, row, &t) != 0) && !t.failed) {
		snprintf(why, whysize, "baris %zu: tanda kutip tidak pada "
		    "tempatnya", t.line);
		t.failed = 1;
	}
	while (t.n > 0 && t.n-- <= COLUMNS_MAX)
		free(t.cell[t.n]);
	if (!t.head && !t.failed) {
		snprintf(why, whysize, "berkas kosong");
		t.failed = 1;
	}
	csv_free(&p);
	free(text);
	return t.failed ? -1 : 0;
}
