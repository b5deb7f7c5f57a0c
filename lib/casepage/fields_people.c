/* fields_people.c - a list of persons on a page. */
#include "casepage/fields_people.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/number.h"
#include "case/roster_paste.h"
#include "page/page.h"
#include "web/form.h"
#include "web/request.h"

#define ROWS_MAX	500	/* of a form; web/body.h allows no more */

static const char *const buttons[] = { "-tambah", "-hapus", "-masukkan" };

/* The end of a name of the form behind that of a list, "-3-nama"; NULL when
 * it is none of the row's. */
static const char *
end_of(const struct sop_row *row, const char *name)
{
	for (size_t i = 0; i < row->nfield; i++) {
		const struct sop_field *f = &row->field[i];
		size_t n = strlen(f->name);

		if (f->type == FIELD_PEOPLE && strncmp(name, f->name, n) == 0 &&
		    name[n] == '-')
			return name + n;
	}
	return NULL;
}

int
fields_people_is_part(const struct sop_row *row, const char *name)
{
	return end_of(row, name) != NULL;
}

int
fields_people_pressed(const struct request *req, const struct sop_row *row)
{
	const char *end;

	for (size_t i = 0; i < req->nform; i++) {
		if ((end = end_of(row, req->form[i].name)) == NULL)
			continue;
		for (size_t k = 0; k < sizeof(buttons) / sizeof(buttons[0]);
		    k++)
			if (strcmp(end, buttons[k]) == 0)
				return 1;
	}
	return 0;
}

/* -- taken in -------------------------------------------------------------- */

/* A value of the form; NULL when it has none. */
static const char *
sent(const struct request *req, const struct sop_field *f, const char *end)
{
	return form_get(req, arena_printf(req->arena, "%s%s", f->name, end));
}

/* An input holds neither a tab nor the end of a line. */
static const char *
plain(const struct request *req, const char *text)
{
	char *copy = arena_strdup(req->arena, text != NULL ? text : "");

	for (char *s = copy; (s = strpbrk(s, "\t\n")) != NULL; s++)
		*s = ' ';
	return copy;
}

/* The row as typed, its parts between tabs; NULL: the form ends before it. */
static const char *
read_row(const struct request *req, const struct sop_field *f, size_t row)
{
	const char *part[ROSTER_PARTS];
	int there = 0;

	for (int i = 0; i < ROSTER_PARTS; i++) {
		part[i] = sent(req, f, arena_printf(req->arena, "-%zu%s", row,
		    roster_suffix[i]));
		there |= part[i] != NULL;
		part[i] = plain(req, part[i]);
	}
	return there ? arena_printf(req->arena, "%s\t%s\t%s", part[0],
	    part[1], part[2]) : NULL;
}

static int
is_empty(const char *line)
{
	return line[strspn(line, " \t")] == '\0';
}

/* Rows of the form but the one taken away, and those left empty at its end
 * when a list follows: their number. */
static size_t
read_rows(const struct request *req, const struct sop_field *f,
    const char *list[ROWS_MAX], int follows)
{
	const char *line, *gone = sent(req, f, "-hapus");
	int64_t out = 0;
	size_t n = 0;

	if (gone != NULL)
		number_parse(gone, 1, ROWS_MAX, &out);
	for (size_t row = 1; row <= ROWS_MAX &&
	    (line = read_row(req, f, row)) != NULL; row++)
		if ((int64_t)row != out)
			list[n++] = line;
	while (follows && n > 0 && is_empty(list[n - 1]))
		n--;
	return n;
}

static const char *
join(const struct request *req, const char *const *list, size_t n)
{
	const char *text = "";

	for (size_t i = 0; i < n; i++)
		arena_append(req->arena, &text, "%s%s", i > 0 ? "\n" : "",
		    list[i]);
	return text;
}

/* Append the rows of a pasted text; what there is no room for becomes a value
 * of the form, and is shown again. */
static const char *
paste(const struct request *req, const struct sop_field *f,
    const char *rows, size_t n, struct field_input *in,
    struct act_value *value)
{
	struct roster_pasted p;

	if (roster_paste(f, sent(req, f, ROSTER_PASTE), n, &p) == -1)
		return rows;
	arena_adopt(req->arena, p.rows);
	arena_adopt(req->arena, p.asked);
	in->asked = p.asked;
	in->nasked = p.nasked;
	if (*p.rest != '\0')
		value[in->nvalue++] = (struct act_value){
		    arena_printf(req->arena, "%s" ROSTER_PASTE, f->name),
		    p.rest };
	return arena_printf(req->arena, "%s%s%s", rows,
	    *rows != '\0' && *p.rows != '\0' ? "\n" : "", p.rows);
}

void
fields_people_take(const struct request *req, const struct sop_field *f,
    struct field_input *in, struct act_value *value)
{
	const char *list[ROWS_MAX], *text = sent(req, f, ROSTER_PASTE), *rows;
	int pasted = text != NULL && text[strspn(text, " \t\n")] != '\0';
	size_t n = read_rows(req, f, list, pasted);

	if (n == 0 && text == NULL && sent(req, f, "-hapus") == NULL)
		return;
	rows = join(req, list, n);
	if (pasted)
		rows = paste(req, f, rows, n, in, value);
	if (sent(req, f, "-tambah") != NULL)
		arena_append(req->arena, &rows, "%s\t\t",
		    *rows != '\0' ? "\n" : "");
	value[in->nvalue++] = (struct act_value){ f->name, rows };
}

/* -- shown ----------------------------------------------------------------- */

static const struct field_error *
error_at(const struct fields_state *t, const char *field, size_t row,
    const char *part)
{
	for (size_t i = 0; i < t->nerror; i++)
		if (strcmp(t->error[i].field, field) == 0 &&
		    t->error[i].row == row &&
		    strcmp(t->error[i].part, part) == 0)
			return &t->error[i];
	return NULL;
}

static void
show_part(const struct request *req, struct page *row,
    const struct sop_field *f, const struct fields_state *t, size_t n,
    int part, const char *value)
{
	struct page *p = page_add(row, "PARTS");
	const struct field_error *e = error_at(t, f->name, n,
	    roster_suffix[part]);

	page_setf(p, "PART", "%s-%zu%s", f->name, n, roster_suffix[part]);
	page_set(p, "TEXT", roster_label[part]);
	page_set(p, "TYPED", value);
	if (!roster_needs(f, part))
		page_show(p, "MAY_LACK");
	page_text(p, "WRONG", e != NULL ? e->text : NULL);
}

static void
show_row(const struct request *req, struct page *page,
    const struct sop_field *f, const struct fields_state *t, size_t n,
    const char *line, size_t len)
{
	struct page *row = page_add(page, "PERSONS");
	struct roster_person p;

	roster_split(line, len, arena_alloc(req->arena, len + ROSTER_PARTS),
	    &p);
	page_setf(row, "ROW", "%zu", n);
	page_setf(row, "WHO", "%s %zu", f->label, n);
	for (int i = 0; i < ROSTER_PARTS; i++)
		show_part(req, row, f, t, n, i, p.part[i]);
}

void
fields_people_show(const struct request *req, struct page *page,
    const struct sop_field *f, const struct fields_state *t)
{
	const char *line = fields_value(t, f->name);
	const struct field_error *e = error_at(t, f->name, 0, ROSTER_PASTE);
	int64_t max = f->max != 0 ? f->max : ROSTER_MAX;
	struct page *box = page_add(page, "IS_PEOPLE");
	size_t n = 0, len;

	if (line == NULL || *line == '\0')
		line = "\t\t";
	for (; *line != '\0'; line += len + (line[len] == '\n')) {
		len = strcspn(line, "\n");
		show_row(req, box, f, t, ++n, line, len);
	}
	if ((int64_t)n < max)
		page_setf(page_add(box, "MORE"), "NEXT", "%zu", n + 1);
	page_set(box, "PASTED", fields_value(t, arena_printf(req->arena,
	    "%s" ROSTER_PASTE, f->name)));
	page_text(box, "PASTE_ERROR", e != NULL ? e->text : NULL);
	if (e != NULL)
		page_show(box, "PASTE_OPEN");
}

/* A person of a line in a row of a table. */
static struct page *
table_row(const struct request *req, struct page *table, const char *section,
    const char *line, size_t len)
{
	static const char *const marker[ROSTER_PARTS] = { "NAME", "NUMBER",
		"PROGRAMME" };
	struct page *row = page_add(table, section);
	struct roster_person p;

	roster_split(line, len, arena_alloc(req->arena, len + ROSTER_PARTS),
	    &p);
	for (int i = 0; i < ROSTER_PARTS; i++)
		page_set_typed(row, marker[i], p.part[i]);
	return row;
}

/* "50 peserta, 2 ditolak" */
static const char *
count_words(const struct request *req, size_t n, size_t refused)
{
	return refused == 0 ? arena_printf(req->arena, "%zu peserta", n) :
	    arena_printf(req->arena, "%zu peserta, %zu ditolak", n, refused);
}

void
fields_people_table(const struct request *req, struct page *page,
    const char *caption, const char *value)
{
	const struct fields_people_decided none = { NULL, 0, 0 };

	fields_people_decided(req, page, caption, value, &none);
}

void
fields_people_decided(const struct request *req, struct page *page,
    const char *caption, const char *line,
    const struct fields_people_decided *d)
{
	struct page *table = page_include(page, "TABLE", "people.tpl"), *row;
	const int decided = d->refused != NULL || d->all;
	size_t n = 0, refused = 0;

	page_set(table, "CAPTION", caption);
	if (decided)
		page_show(table, "DECIDED");
	for (size_t len; *line != '\0'; line += len + (line[len] == '\n')) {
		int is;

		len = strcspn(line, "\n");
		is = d->all || (d->refused != NULL &&
		    field_form_has_line(d->refused, line, len));
		row = table_row(req, table, "PERSONS", line, len);
		if (decided)
			page_text(row, "DECISION", is ? "Ditolak" :
			    "Diterima");
		refused += (size_t)is;
		n++;
	}
	if (d->closed)
		page_text(table, "CLOSED", count_words(req, n, refused));
}

void
fields_people_refuse(const struct request *req, struct page *box,
    const struct sop_field *f, const struct fields_state *t)
{
	const char *chosen = fields_value(t, f->name), *line = t->people;
	struct page *table = page_add(box, "IS_REFUSED"), *row;
	size_t n = 0, refused = 0;

	for (size_t len; *line != '\0'; line += len + (line[len] == '\n')) {
		len = strcspn(line, "\n");
		row = table_row(req, table, "ITEMS", line, len);
		page_set(row, "FIELD", f->name);
		page_set(row, "ID", n++ == 0 ? f->name : arena_printf(
		    req->arena, "%s-%zu", f->name, n));
		page_set_typed(row, "VALUE", arena_strndup(req->arena, line,
		    len));
		if (chosen == NULL || !field_form_has_line(chosen, line, len))
			continue;
		page_show(row, "CHOSEN");
		refused++;
	}
	page_set(table, "COUNT", count_words(req, n, refused));
	if (refused > 0 || fields_error(t, f->name) != NULL)
		page_show(table, "IS_OPEN");
}
