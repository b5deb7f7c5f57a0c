/* people_table.c - people of the office out of a CSV. */
#include "exchange/people_table.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/phone.h"
#include "base/utf8.h"
#include "exchange/csv_read.h"
#include "office/unit.h"
#include "people/role.h"

enum column { LOGIN, NAME, NIP, UNIT, SUPERIOR, PHONE, MAIL, ACTIVE, COLUMNS };

static const struct csv_column columns[COLUMNS] = {
	[LOGIN] = { "nama_pengguna", 1, "nip" },
	[NAME] = { "nama", 0, NULL },
	[NIP] = { "nip", 0, NULL },
	[UNIT] = { "unit", 0, NULL },
	[SUPERIOR] = { "atasan", 0, NULL },
	[PHONE] = { "telepon", 0, NULL },
	[MAIL] = { "surel", 0, NULL },
	[ACTIVE] = { "aktif", 0, NULL },
};

/* A table that is read: the first fault ends it. */
struct reading {
	struct office		*o;
	struct people_change	*list;
	size_t			 n, rows;
	enum case_err		 err;
};

/* A fault of a line, said once. */
static void
wrong(struct reading *r, size_t line, const char *why, const char *word)
{
	if (r->err == CASE_OK)
		r->err = office_fail(r->o, CASE_INVALID, "teks",
		    "Baris %zu: %s%s%s", line, why, *word != '\0' ? ": " : "",
		    word);
}

static void
read_unit(struct reading *r, struct people_change *c, const char *word)
{
	struct unit_row u;

	if (unit_by_slug(r->o, word, &u) == CASE_OK)
		c->now.unit_id = u.id;
	else
		wrong(r, c->line, "tidak ada unit dengan kode ini", word);
}

static void
read_superior(struct reading *r, struct people_change *c, const char *word)
{
	struct role_row role;

	if (*word == '\0')
		c->now.superior_role_id = 0;
	else if (role_by_slug(r->o, word, &role) == CASE_OK)
		c->now.superior_role_id = role.id;
	else
		wrong(r, c->line, "tidak ada peran dengan kode ini", word);
}

static void
read_phone(struct reading *r, struct people_change *c, const char *word)
{
	if (*word == '\0')
		c->now.phone[0] = '\0';
	else if (phone_read(word, c->now.phone, sizeof(c->now.phone)) != 0)
		wrong(r, c->line, "bukan nomor WhatsApp", word);
}

static void
read_active(struct reading *r, struct people_change *c, const char *word)
{
	if (strcmp(word, "ya") != 0 && strcmp(word, "tidak") != 0)
		wrong(r, c->line, "aktif diisi ya atau tidak", word);
	c->now.active = strcmp(word, "ya") == 0;
}

/* The cells of a row into the person as it will be; NULL leaves a value. */
static void
read_cells(struct reading *r, struct people_change *c, const char *const *word)
{
	struct person *p = &c->now;

	if (word[NAME] != NULL)
		utf8_copy(p->name, sizeof(p->name), word[NAME]);
	if (word[NIP] != NULL)
		utf8_copy(p->nip, sizeof(p->nip), word[NIP]);
	if (word[MAIL] != NULL)
		utf8_copy(p->email, sizeof(p->email), word[MAIL]);
	if (word[UNIT] != NULL)
		read_unit(r, c, word[UNIT]);
	if (word[SUPERIOR] != NULL)
		read_superior(r, c, word[SUPERIOR]);
	if (word[PHONE] != NULL)
		read_phone(r, c, word[PHONE]);
	if (word[ACTIVE] != NULL)
		read_active(r, c, word[ACTIVE]);
}

static int
is_twice(const struct reading *r, const struct people_change *c)
{
	for (size_t i = 0; i < r->n; i++)
		if (strcmp(r->list[i].now.login, c->now.login) == 0)
			return 1;
	return 0;
}

static int
is_same(const struct person *a, const struct person *b)
{
	return strcmp(a->name, b->name) == 0 && strcmp(a->nip, b->nip) == 0 &&
	    strcmp(a->phone, b->phone) == 0 &&
	    strcmp(a->email, b->email) == 0 && a->unit_id == b->unit_id &&
	    a->superior_role_id == b->superior_role_id &&
	    a->active == b->active;
}

/* A row of the file.  Those that change nothing are kept until the end, where
 * somebody twice is still found. */
static void
take_row(void *arg, size_t line, const char *const *word)
{
	struct reading *r = arg;
	struct people_change *c = &r->list[r->n];

	if (r->err != CASE_OK)
		return;
	if (r->n == PEOPLE_TABLE_MAX) {
		wrong(r, line, "terlalu banyak baris", "");
		return;
	}
	*c = (struct people_change){ .line = line, .now = { .active = 1,
	    .unit_id = office_unit(r->o) } };
	person_fold_login(word[LOGIN] != NULL ? word[LOGIN] : "",
	    c->now.login, sizeof(c->now.login));
	if (c->now.login[0] == '\0')
		wrong(r, line, "nama_pengguna kosong", "");
	else if (person_by_login(r->o, c->now.login, &c->was) == CASE_OK)
		c->now = c->was;
	if (c->was.institution_id != 0)
		wrong(r, line, "bukan pegawai kantor", c->was.login);
	if (is_twice(r, c))
		wrong(r, line, "orang ini sudah ada di baris lain",
		    c->now.login);
	read_cells(r, c, word);
	r->n++;
}

enum case_err
people_table_read(struct office *o, const char *text,
    struct people_change **list, size_t *n)
{
	struct reading r = { .o = o, .list = calloc(PEOPLE_TABLE_MAX + 1,
	    sizeof(*r.list)) };
	char why[300];
	size_t i;

	*list = r.list;
	*n = 0;
	if (r.list == NULL)
		return office_fail(o, CASE_DB, "", "out of memory");
	if (csv_read(text, columns, COLUMNS, take_row, &r, why,
	    sizeof(why)) != 0 && r.err == CASE_OK)
		r.err = office_fail(o, CASE_INVALID, "teks", "%s", why);
	for (i = 0; i < r.n; i++)
		if (r.list[i].was.id == 0 ||
		    !is_same(&r.list[i].was, &r.list[i].now))
			r.list[(*n)++] = r.list[i];
	if (r.err == CASE_OK && *n == 0)
		r.err = office_fail(o, CASE_INVALID, "teks",
		    "Tabel ini tidak mengubah apa pun");
	if (r.err != CASE_OK) {
		free(r.list);
		*list = NULL;
	}
	return r.err;
}

/* -- done ------------------------------------------------------------------ */

struct doing {
	struct people_change	*list;
	size_t			 n;
};

/* Each is a part of the change; the first event alone carries its key. */
static enum case_err
apply(struct change_work *w, const void *in)
{
	const struct doing *d = in;
	enum case_err err = CASE_OK;
	int64_t id = 0;
	char why[300];

	for (size_t i = 0; i < d->n && err == CASE_OK; i++) {
		struct people_change *c = &d->list[i];

		change_fn *fn = c->was.id == 0 ? person_insert : person_update;

		err = i == 0 ? fn(w, &c->now) : change_part(w, fn, &c->now,
		    &id);
		if (err == CASE_OK && c->was.id == 0)
			c->now.id = i == 0 ? w->id : id;
		if (err != CASE_INVALID && err != CASE_STATE)
			continue;
		snprintf(why, sizeof(why), "%s", office_why(w->o));
		office_fail(w->o, err, "teks", "Baris %zu: %s", c->line, why);
	}
	return err;
}

enum case_err
people_table_apply(struct office *o, const struct change *ch,
    struct people_change *list, size_t n)
{
	const struct doing d = { list, n };

	return change_run(o, ch, apply, &d, NULL);
}
