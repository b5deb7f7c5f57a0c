/* roster_paste.c - a pasted list becomes rows, and questions. */
#include "case/roster_paste.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/unicode.h"
#include "base/utf8.h"

#define COLUMNS		12	/* of a table; those behind lie in the last */
#define SHOWN		60	/* bytes of a line in a question */
#define NUMBER_SIZE	64
#define PART_SIZE	512	/* bytes kept of a part; no name is so long */

/* Marks of a list that come before a name, as UTF-8. */
static const char *const bullets[] = { "-", "*", "\xe2\x80\xa2",
	"\xe2\x80\xa3", "\xe2\x97\xa6", "\xe2\x97\x8f",
	"\xe2\x96\xaa", "\xe2\x80\x93", "\xc2\xb7" };

/* Headings of columns; -1 of those that hold none of the parts. */
static const struct {
	const char	*word;
	int		 part;
} headings[] = {
	{ "no", -1 }, { "no.", -1 }, { "nomor urut", -1 }, { "urut", -1 },
	{ "nama", ROSTER_NAME }, { "nama lengkap", ROSTER_NAME },
	{ "nama mahasiswa", ROSTER_NAME }, { "nama siswa", ROSTER_NAME },
	{ "nama peserta", ROSTER_NAME }, { "name", ROSTER_NAME },
	{ "full name", ROSTER_NAME }, { "mahasiswa", ROSTER_NAME },
	{ "peserta", ROSTER_NAME }, { "siswa", ROSTER_NAME },
	{ "nim", ROSTER_NUMBER }, { "nisn", ROSTER_NUMBER },
	{ "nis", ROSTER_NUMBER }, { "npm", ROSTER_NUMBER },
	{ "nrp", ROSTER_NUMBER }, { "nim/nisn", ROSTER_NUMBER },
	{ "nim / nisn", ROSTER_NUMBER }, { "nim atau nisn", ROSTER_NUMBER },
	{ "nomor", ROSTER_NUMBER }, { "nomor induk", ROSTER_NUMBER },
	{ "no. induk", ROSTER_NUMBER }, { "student number", ROSTER_NUMBER },
	{ "student id", ROSTER_NUMBER }, { "number", ROSTER_NUMBER },
	{ "program studi", ROSTER_PROGRAMME }, { "prodi", ROSTER_PROGRAMME },
	{ "program", ROSTER_PROGRAMME }, { "jurusan", ROSTER_PROGRAMME },
	{ "programme", ROSTER_PROGRAMME }, { "study programme",
	  ROSTER_PROGRAMME }, { "kelas", -1 }, { "fakultas", -1 },
	{ "semester", -1 }, { "jenis kelamin", -1 }, { "l/p", -1 },
	{ "keterangan", -1 }, { "ttd", -1 },
};

/* One line in cells. */
struct cells {
	const char	*text[COLUMNS];
	int		 n;
	char		 mark;		/* between them; NUL: nothing is */
};

/* A list on its way in. */
struct pasting {
	const struct sop_field	*f;
	struct roster_pasted	*to;
	FILE			*rows;
	size_t			 row;		/* of the line in hand */
	int			 column[COLUMNS];	/* its part, or -1 */
	char			 mark;		/* of the heading; NUL: none */
	char			*pieces;	/* of the cells in hand */
};

/* The parts of a line, and a question about it. */
struct divided {
	char		 part[ROSTER_PARTS][PART_SIZE];
	const char	*doubt;		/* or NULL */
	int		 at;		/* the part it is about */
};

/* -- a line in cells ------------------------------------------------------ */

static const char *
skip_space(const char *s, const char *end)
{
	while (s < end && (*s == ' ' || *s == '\r'))
		s++;
	return s;
}

/* Behind "12.", "12)", "(12)"; s itself when there is none. */
static const char *
skip_number(const char *s, const char *end)
{
	const char *d = s + (s < end && *s == '('), *o = d;

	while (o < end && isdigit((unsigned char)*o))
		o++;
	if (o == d || o - d > 3 || o == end || (*o != '.' && *o != ')'))
		return s;
	return o + 1;
}

/* The line without what only marks it as one of a list. */
static const char *
strip(const char *s, const char *end)
{
	s = skip_space(s, end);
	for (size_t i = 0; i < sizeof(bullets) / sizeof(bullets[0]); i++) {
		size_t n = strlen(bullets[i]);

		if ((size_t)(end - s) >= n && memcmp(s, bullets[i], n) == 0) {
			s = skip_space(s + n, end);
			break;
		}
	}
	return skip_space(skip_number(s, end), end);
}

/* Copy a cell without blanks at its ends; the byte behind its NUL. */
static char *
copy_cell(const char *s, const char *end, char *out)
{
	while (s < end && isspace((unsigned char)*s))
		s++;
	while (s < end && isspace((unsigned char)end[-1]))
		end--;
	memmove(out, s, (size_t)(end - s));
	out[end - s] = '\0';
	return out + (end - s) + 1;
}

/* Take a line apart at its strongest mark: a tab, else a semicolon, else a
 * comma. */
static void
read_cells(const char *s, const char *end, char *pieces, struct cells *c)
{
	const char *stop;

	c->mark = '\0';
	for (const char *m = "\t;,"; *m != '\0' && c->mark == '\0'; m++)
		if (memchr(s, *m, (size_t)(end - s)) != NULL)
			c->mark = *m;
	for (c->n = 0; c->n < COLUMNS && s <= end; s = stop + 1) {
		stop = c->mark == '\0' || c->n == COLUMNS - 1 ? NULL :
		    memchr(s, c->mark, (size_t)(end - s));
		if (stop == NULL)
			stop = end;
		c->text[c->n++] = pieces;
		pieces = copy_cell(s, stop, pieces);
	}
	while (c->n > 0 && *c->text[c->n - 1] == '\0')
		c->n--;
}

/* Without a first cell that only counts the lines. */
static void
drop_counter(struct cells *c)
{
	size_t n = c->n > 1 ? strlen(c->text[0]) : 0;

	if (n == 0 || n > 3 || strspn(c->text[0], "0123456789") != n)
		return;
	c->n--;
	memmove(c->text, c->text + 1, (size_t)c->n * sizeof(c->text[0]));
}

/* -- a heading ------------------------------------------------------------ */

/* The part a heading names; -1: another column; -2: it is no heading. */
static int
heading_of(const char *cell)
{
	for (size_t i = 0; i < sizeof(headings) / sizeof(headings[0]); i++)
		if (strcasecmp(cell, headings[i].word) == 0)
			return headings[i].part;
	return -2;
}

/* A heading names the column of names and one more, and most of its cells are
 * headings: then the lines that follow are read by it. */
static int
take_heading(struct pasting *k, const struct cells *c)
{
	int part[COLUMNS], known = 0, name = 0;

	for (int i = 0; i < c->n; i++) {
		part[i] = heading_of(c->text[i]);
		known += part[i] != -2;
		name |= part[i] == ROSTER_NAME;
	}
	if (!name || known < 2 || known * 2 <= c->n)
		return 0;
	for (int i = 0; i < COLUMNS; i++)
		k->column[i] = i < c->n && part[i] >= 0 ? part[i] : -1;
	k->mark = c->mark;
	return 1;
}

/* -- a line in parts ------------------------------------------------------ */

/* Append a cell to a part, behind a comma. */
static void
add(struct divided *d, int part, const char *cell)
{
	const size_t size = sizeof(d->part[part]);
	char *to = d->part[part];
	size_t n = strlen(to);

	if (*cell == '\0' || n + 3 > size)
		return;
	if (n > 0)
		n += (size_t)sprintf(to + n, ", ");
	utf8_copy(to + n, size - n, cell);
}

static int
looks_like_number(const char *cell)
{
	char plain[NUMBER_SIZE];

	return roster_is_number(unicode_typed(cell, plain, sizeof(plain)));
}

/* The first cell that looks like a number of a person; -1. */
static int
number_at(const struct cells *c)
{
	for (int i = 0; i < c->n; i++)
		if (looks_like_number(c->text[i]))
			return i;
	return -1;
}

/* "Siti Rahmawati 0902 Hukum": nothing but the number parts it. */
static void
divide_words(const char *s, struct divided *d)
{
	const char *digit = s + strcspn(s, "0123456789"), *word = digit;
	size_t n;

	if (*digit == '\0') {
		add(d, ROSTER_NAME, s);
		return;
	}
	while (word > s && word[-1] != ' ')
		word--;
	n = strcspn(word, " ");
	snprintf(d->part[ROSTER_NAME], sizeof(d->part[0]), "%.*s",
	    (int)utf8_cut(s, (size_t)(word - s) - (word > s), PART_SIZE - 1),
	    s);
	snprintf(d->part[ROSTER_NUMBER], sizeof(d->part[0]), "%.*s",
	    (int)utf8_cut(word, n, PART_SIZE - 1), word);
	add(d, ROSTER_PROGRAMME, word + n + strspn(word + n, " "));
	d->doubt = "nama, nomor, dan program studinya tidak dipisahkan";
}

/* Cells with a number among them; it is clear where the name has one cell, and
 * so has the programme. */
static void
divide_at(const struct cells *c, int at, struct divided *d)
{
	int name = at == 0 ? 1 : 0, after = at == 0 ? 2 : at + 1;

	for (int i = name; i < (at == 0 ? 2 : at) && i < c->n; i++)
		add(d, ROSTER_NAME, c->text[i]);
	add(d, ROSTER_NUMBER, c->text[at]);
	for (int i = after; i < c->n; i++)
		add(d, ROSTER_PROGRAMME, c->text[i]);
	if (at > 1 || c->n > 3)
		d->doubt = c->mark == ',' ? "komanya dapat berarti gelar" :
		    "bagiannya lebih dari tiga";
}

/* Cells without a number: what lies between commas may be a degree. */
static void
divide_rest(const struct cells *c, struct divided *d)
{
	for (int i = 0; i < c->n; i++)
		add(d, i == 0 || c->mark == ',' ? ROSTER_NAME :
		    ROSTER_PROGRAMME, c->text[i]);
	if (c->mark == ',')
		d->doubt = "komanya dapat berarti gelar, dan nomornya tidak "
		    "ditemukan";
}

static void
divide(const struct pasting *k, struct cells *c, struct divided *d)
{
	int at;

	if (k->mark != '\0' && c->mark == k->mark) {
		for (int i = 0; i < c->n; i++)
			if (k->column[i] >= 0)
				add(d, k->column[i], c->text[i]);
		return;
	}
	drop_counter(c);
	at = number_at(c);
	if (c->mark == '\0')
		divide_words(c->text[0], d);
	else if (at >= 0)
		divide_at(c, at, d);
	else
		divide_rest(c, d);
}

/* -- rows and questions --------------------------------------------------- */

static int
ask(struct pasting *k, size_t row, const char *suffix, const char *text)
{
	struct roster_pasted *to = k->to;
	struct field_error *more = realloc(to->asked, (to->nasked + 1) *
	    sizeof(*more)), *e;

	if (more == NULL)
		return -1;
	to->asked = more;
	e = &more[to->nasked++];
	*e = (struct field_error){ .field = k->f->name, .row = row,
	    .part = suffix };
	snprintf(e->text, sizeof(e->text), "%s", text);
	return 0;
}

/* The doubt about a line in a sentence; of several the first. */
static int
ask_line(struct pasting *k, const struct divided *d, const char *s,
    const char *end)
{
	const char *doubt = d->doubt, *suffix = roster_suffix[ROSTER_NAME];
	char text[FIELD_ERROR_SIZE];

	if (doubt == NULL && unicode_has_digit(d->part[ROSTER_NAME]))
		doubt = "namanya memuat angka";
	if (doubt == NULL && d->part[ROSTER_NUMBER][0] == '\0') {
		doubt = "nomornya tidak ditemukan";
		suffix = roster_suffix[ROSTER_NUMBER];
	}
	if (doubt == NULL)
		return 0;
	snprintf(text, sizeof(text), "%s %zu: periksa “%.*s”; %s",
	    k->f->label, k->row, (int)utf8_cut(s, (size_t)(end - s), SHOWN), s,
	    doubt);
	for (char *c = text; *c != '\0'; c++)
		if (*c == '\t')
			*c = ' ';
	return ask(k, k->row, suffix, text);
}

static int
take_line(struct pasting *k, const char *s, const char *end)
{
	struct divided d = { .doubt = NULL };
	struct cells c;

	read_cells(s, end, k->pieces, &c);
	if (c.n == 0 || take_heading(k, &c))
		return 0;
	k->row++;
	divide(k, &c, &d);
	fprintf(k->rows, "%s%s\t%s\t%s", ftell(k->rows) > 0 ? "\n" : "",
	    d.part[ROSTER_NAME], d.part[ROSTER_NUMBER],
	    d.part[ROSTER_PROGRAMME]);
	return ask_line(k, &d, s, end);
}

/* No row is left for more: they stay where they were pasted. */
static int
ask_rest(struct pasting *k, size_t max)
{
	char label[128], text[FIELD_ERROR_SIZE];

	field_label(k->f->label, label, sizeof(label));
	snprintf(text, sizeof(text), "Isi %s paling banyak %zu orang. Sisanya "
	    "belum dimasukkan", label, max);
	return ask(k, 0, ROSTER_PASTE, text);
}

static int
take_lines(struct pasting *k, const char *text)
{
	size_t max = k->f->max > 0 ? (size_t)k->f->max : ROSTER_MAX, len;

	for (; *text != '\0'; text += len + (text[len] == '\n')) {
		const char *s;

		len = strcspn(text, "\n");
		if ((s = strip(text, text + len)) == text + len)
			continue;
		if (k->row >= max) {
			k->to->rest = text;
			return ask_rest(k, max);
		}
		if (take_line(k, s, text + len) == -1)
			return -1;
	}
	return 0;
}

int
roster_paste(const struct sop_field *f, const char *text, size_t before,
    struct roster_pasted *to)
{
	struct pasting k = { .f = f, .to = to, .row = before };
	size_t size;
	int err;

	memset(to, 0, sizeof(*to));
	to->rest = "";
	k.pieces = malloc(strlen(text) + COLUMNS + 1);
	k.rows = open_memstream(&to->rows, &size);
	err = k.pieces != NULL && k.rows != NULL ? take_lines(&k, text) : -1;
	if (k.rows != NULL && fclose(k.rows) != 0)
		err = -1;
	free(k.pieces);
	if (err == -1) {
		free(to->rows);
		free(to->asked);
	}
	return err;
}
