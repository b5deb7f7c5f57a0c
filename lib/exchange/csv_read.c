/*
 * csv_read.c - the rows of a CSV, by libcsv.
 */
#include "exchange/csv_read.h"

#include <csv.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"

#define CELLS_MAX	64
#define COLUMNS_MAX	16

struct table {
	const struct csv_column	*column;
	size_t			 ncolumn;
	csv_row			*fn;
	void			*arg;
	char			*why;
	size_t			 whysize;
	int			 failed;
	int			 place[COLUMNS_MAX];	/* in the file, or -1 */
	int			 head;		/* the first line was read */
	int			 n;		/* cells of the line so far */
	char			*cell[CELLS_MAX];
	size_t			 line;		/* where it begins */
	size_t			 inside;	/* line ends in its cells */
};

static void
fail(struct table *t, const char *why)
{
	if (!t->failed)
		snprintf(t->why, t->whysize, "%s", why);
	t->failed = 1;
}

static void
cell(void *bytes, size_t len, void *arg)
{
	struct table *t = arg;
	const char *s = bytes;
	size_t i;

	for (i = 0; i < len; i++)
		t->inside += s[i] == '\n';
	if (t->n < CELLS_MAX && (t->cell[t->n] = strndup(s, len)) == NULL)
		fail(t, "memori habis");
	t->n++;
}

static const char *
cell_at(const struct table *t, int place)
{
	return place >= 0 && place < t->n && place < CELLS_MAX ?
	    t->cell[place] : NULL;
}

/* Where a column of this name stands; -1: nowhere. */
static int
place_of(const struct table *t, const char *name)
{
	const char *found;
	int i;

	for (i = 0; name != NULL && i < t->n; i++)
		if ((found = cell_at(t, i)) != NULL && strcmp(found, name) == 0)
			return i;
	return -1;
}

/* Where the columns stand, by the names of the first line. */
static void
read_head(struct table *t)
{
	char why[128];
	size_t c;

	for (c = 0; c < t->ncolumn; c++) {
		t->place[c] = place_of(t, t->column[c].name);
		if (t->place[c] == -1)
			t->place[c] = place_of(t, t->column[c].old_name);
		if (t->place[c] != -1 || !t->column[c].needed)
			continue;
		snprintf(why, sizeof(why), "baris 1: kolom \"%s\" tidak ada",
		    t->column[c].name);
		fail(t, why);
	}
}

static void
read_row(struct table *t)
{
	const char *word[COLUMNS_MAX];
	size_t c;

	for (c = 0; c < t->ncolumn; c++)
		word[c] = cell_at(t, t->place[c]);
	t->fn(t->arg, t->line, word);
}

static void
row(int end, void *arg)
{
	struct table *t = arg;
	int i;

	if (!t->head)
		read_head(t);
	else if (!t->failed && t->n > 0)
		read_row(t);
	t->head = 1;
	for (i = 0; i < t->n && i < CELLS_MAX; i++)
		free(t->cell[i]);
	t->n = 0;
	/* Every line calls this, the empty ones too. */
	t->line += 1 + t->inside;
	t->inside = 0;
}

/* The mark that the first line has more of. */
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

static void
parse(struct table *t, struct csv_parser *p, const char *text, size_t len)
{
	char why[64];

	csv_set_delim(p, separator(text));
	if (csv_parse(p, text, len, cell, row, t) == len &&
	    csv_fini(p, cell, row, t) == 0) {
		if (!t->head)
			fail(t, "file kosong");
		return;
	}
	snprintf(why, sizeof(why), "baris %zu: tanda kutip tidak pada "
	    "tempatnya", t->line);
	fail(t, why);
	while (t->n > 0)
		if (t->n-- <= CELLS_MAX)
			free(t->cell[t->n]);
}

int
csv_read(const char *text, const struct csv_column *columns, size_t ncolumns,
    csv_row *fn, void *arg, char *why, size_t whysize)
{
	struct table t = { .column = columns, .ncolumn = ncolumns, .fn = fn,
		.arg = arg, .why = why, .whysize = whysize, .line = 1 };
	struct csv_parser p;
	size_t len;
	char *plain;

	if (strncmp(text, "\xef\xbb\xbf", 3) == 0)
		text += 3;
	plain = strdup(text);
	if (plain == NULL || csv_init(&p, CSV_STRICT | CSV_STRICT_FINI |
	    CSV_REPALL_NL | CSV_APPEND_NULL) != 0) {
		fail(&t, "memori habis");
	} else {
		/* The parser counts no other ends of lines than LF. */
		len = utf8_fold_lines(plain, strlen(plain));
		parse(&t, &p, plain, len);
		csv_free(&p);
	}
	free(plain);
	return t.failed ? -1 : 0;
}
