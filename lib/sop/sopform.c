/*
 * sopform.c - the rules of the forms in an SOP file: fields, conditions, and
 * the pages a request is parted into.
 */
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "sop/sopraw.h"

struct check {
	const struct sop	*sop;
	const struct sop_row	*row;
	struct yamltext		*text;
};

/* A mistake in the n-th field of the row. */
__attribute__((format(printf, 4, 5))) static void
wrong(const struct check *c, size_t n, const char *key, const char *fmt, ...)
{
	char path[YAMLTEXT_PATH_MAX], reason[256];
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(reason, sizeof(reason), fmt, ap);
	va_end(ap);
	snprintf(path, sizeof(path), "langkah[%d].isian[%zu].%s", c->row->pos,
	    n, key);
	yamltext_error(c->text, path, "%s", reason);
}

int
sop_is_slug(const char *s, char separator)
{
	if (*s < 'a' || *s > 'z')
		return 0;
	for (; *s != '\0'; s++)
		if (!(*s >= 'a' && *s <= 'z') && !(*s >= '0' && *s <= '9') &&
		    *s != separator)
			return 0;
	return 1;
}

/* Every step asks these by itself. */
static int
is_own(const char *name)
{
	static const char *const own[] = { "aksi", "alasan", "angka",
		"catatan", "csrf", "keputusan", "kunci", "mulai",
		"pengecualian", "perbaiki", "pihak", "sebab", "versi" };

	for (size_t i = 0; i < sizeof(own) / sizeof(own[0]); i++)
		if (strcmp(name, own[i]) == 0)
			return 1;
	return 0;
}

static void
check_formats(const struct check *c, size_t n, const struct sop_field *f)
{
	if (f->formats != 0 && f->type != FIELD_FILE)
		wrong(c, n, "format", "hanya untuk isian jenis berkas");
	if ((f->formats & FORMAT_PHOTO) != 0 &&
	    (f->formats & FORMAT_PDF) == 0)
		wrong(c, n, "format", "foto menjadi PDF, maka sebutkan juga "
		    "pdf");
}

/* Choices of radios or a list; the one of a consent is version and text. */
static void
check_choices(const struct check *c, size_t n, const struct sop_field *f)
{
	char key[64];
	size_t i, j;

	if (f->type == FIELD_CHOICE && f->nchoice == 0)
		wrong(c, n, "pilihan", "isian jenis pilihan perlu daftar "
		    "pilihan");
	if (f->type == FIELD_CONSENT && f->nchoice != 1)
		wrong(c, n, "pilihan", "isian jenis persetujuan perlu satu "
		    "pilihan: versi dan bunyinya");
	if (f->type != FIELD_CHOICE && f->type != FIELD_CONSENT &&
	    f->nchoice > 0)
		wrong(c, n, "pilihan", "hanya untuk isian jenis pilihan");
	for (i = 0; i < f->nchoice; i++) {
		snprintf(key, sizeof(key), "pilihan[%zu].nilai", i + 1);
		if (!sop_is_slug(f->choice[i].value, '-'))
			wrong(c, n, key, "\"%s\" harus huruf kecil, angka "
			    "dan tanda hubung", f->choice[i].value);
		for (j = 0; j < i; j++)
			if (strcmp(f->choice[j].value,
			    f->choice[i].value) == 0)
				wrong(c, n, key, "pilihan \"%s\" dua kali",
				    f->choice[i].value);
	}
}

/* A condition names a field that stands before, and something it can be. */
static void
check_when(const struct check *c, size_t n, const struct sop_field *f)
{
	const struct sop_field *on;
	size_t i;

	if (f->when_field == NULL)
		return;
	on = sop_field_of(c->row, f->when_field);
	if (on == NULL || on >= f) {
		wrong(c, n, "bila.isian", "tidak ada isian \"%s\" sebelum "
		    "ini pada langkah yang sama", f->when_field);
		return;
	}
	if (f->when_value == NULL)
		return;
	for (i = 0; i < on->nchoice; i++)
		if (strcmp(on->choice[i].value, f->when_value) == 0)
			return;
	wrong(c, n, "bila.nilai", "isian \"%s\" tidak punya pilihan \"%s\"",
	    f->when_field, f->when_value);
}

/* Who is refused is of a list of persons of an earlier row. */
static void
check_list(const struct check *c, size_t n, const struct sop_field *f)
{
	const struct sop_field *list;
	int pos;

	if (f->type != FIELD_REFUSED) {
		if (f->list != NULL)
			wrong(c, n, "dari", "hanya untuk isian jenis "
			    "orang-ditolak");
		return;
	}
	for (pos = 1; pos < c->row->pos && f->list != NULL; pos++) {
		list = sop_field_of(sop_row_at(c->sop, pos), f->list);
		if (list != NULL && list->type == FIELD_PEOPLE)
			return;
	}
	wrong(c, n, "dari", "tidak ada isian jenis daftar-orang bernama "
	    "\"%s\" pada langkah sebelumnya", f->list ? f->list : "");
}

static void
check_field(const struct check *c, size_t n, const struct sop_field *f)
{
	if (!sop_is_slug(f->name, '_'))
		wrong(c, n, "nama", "\"%s\" harus huruf kecil, angka dan "
		    "garis bawah", f->name);
	if (is_own(f->name))
		wrong(c, n, "nama", "\"%s\" sudah ditanyakan setiap langkah",
		    f->name);
	if (sop_field_of(c->row, f->name) != f)
		wrong(c, n, "nama", "nama \"%s\" sudah dipakai pada langkah "
		    "ini", f->name);
	if (f->max != 0 && f->min > f->max)
		wrong(c, n, "min", "%lld lebih besar daripada maks %lld",
		    (long long)f->min, (long long)f->max);
	if (f->type != FIELD_NUMBER && (f->min < 0 || f->max < 0))
		wrong(c, n, "min", "min dan maks tidak boleh kurang dari 0");
	check_choices(c, n, f);
	check_formats(c, n, f);
	check_when(c, n, f);
	check_list(c, n, f);
}

/* -- the pages of a request --------------------------------------------- */

/* How often do the pages name a field? */
static int
times(const struct sop *sop, const char *name)
{
	int n = 0;

	for (size_t i = 0; i < sop->npage; i++)
		for (size_t k = 0; k < sop->page[i].field.count; k++)
			n += strcmp(sop->page[i].field.item[k], name) == 0;
	return n;
}

/* Consents stand where the answers are looked at once more, and on no page. */
static void
check_named(const struct check *c, size_t page, size_t n)
{
	const char *name = c->sop->page[page].field.item[n];
	const struct sop_field *f = sop_field_of(c->row, name);
	char path[64];

	snprintf(path, sizeof(path), "halaman[%zu].isian[%zu]", page + 1,
	    n + 1);
	if (f == NULL)
		yamltext_error(c->text, path, "langkah pertama tidak punya "
		    "isian \"%s\"", name);
	else if (f->type == FIELD_CONSENT)
		yamltext_error(c->text, path, "persetujuan ditanyakan di "
		    "halaman periksa jawaban");
	else if (times(c->sop, name) > 1)
		yamltext_error(c->text, path, "isian \"%s\" dua kali", name);
}

static void
check_pages(struct check *c)
{
	const struct sop *sop = c->sop;

	c->row = sop_row_at(sop, 1);
	if (sop->npage == 0)
		return;
	if (c->row->kind != STEP_SUBMIT)
		yamltext_error(c->text, "halaman", "hanya bila langkah "
		    "pertama berjenis submit");
	for (size_t i = 0; i < sop->npage; i++)
		for (size_t k = 0; k < sop->page[i].field.count; k++)
			check_named(c, i, k);
	for (size_t i = 0; i < c->row->nfield; i++)
		if (c->row->field[i].type != FIELD_CONSENT &&
		    times(sop, c->row->field[i].name) == 0)
			yamltext_error(c->text, "halaman", "isian \"%s\" "
			    "tidak ada di halaman mana pun",
			    c->row->field[i].name);
}

void
sop_check_form(const struct sop *sop, struct yamltext *text)
{
	struct check c = { sop, NULL, text };

	for (int pos = 1; pos <= sop->nrows; pos++) {
		c.row = sop_row_at(sop, pos);
		for (size_t i = 0; i < c.row->nfield; i++)
			check_field(&c, i + 1, &c.row->field[i]);
	}
	check_pages(&c);
}
