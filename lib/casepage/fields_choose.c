/* fields_choose.c - one of all people: typed, matched, shown. */
#include "casepage/fields_choose.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/unicode.h"
#include "casepage/fields.h"
#include "page/page.h"
#include "people/person.h"
#include "web/request.h"

#define RADIOS_MAX 12		/* so many that fit are shown */

/* The people of a field, and those whom a text fits. */
struct choosing {
	const struct sop_choice	*choice;
	size_t			 nchoice;
	const struct sop_choice	*fit[RADIOS_MAX + 1];
	size_t			 nfit;		/* also beyond that */
};

const char *
fields_choose_label(const struct request *req, const struct person *p)
{
	return arena_printf(req->arena, "%s, %s", p->name,
	    p->nip[0] != '\0' ? p->nip : p->login);
}

/* Everybody of the office, unless the field names its people. */
static void
find_people(const struct request *req, const struct sop_field *f,
    struct choosing *c)
{
	struct sop_choice *all;
	struct person *list = NULL;
	size_t n = 0;

	memset(c, 0, sizeof(*c));
	c->choice = f->choice;
	c->nchoice = f->nchoice;
	if (f->choice != NULL ||
	    person_list(req->office, &list, &n) != CASE_OK)
		return;
	all = arena_alloc(req->arena, (n + 1) * sizeof(*all));
	for (size_t i = 0; i < n; i++)
		all[i] = (struct sop_choice){ arena_printf(req->arena, "%lld",
		    (long long)list[i].id), fields_choose_label(req,
		    &list[i]) };
	free(list);
	c->choice = all;
	c->nchoice = n;
}

static const struct sop_choice *
by_id(const struct choosing *c, const char *value)
{
	for (size_t i = 0; i < c->nchoice; i++)
		if (strcmp(c->choice[i].value, value) == 0)
			return &c->choice[i];
	return NULL;
}

/* A text as it is compared; lives with the request. */
static const char *
folded(const struct request *req, const char *text)
{
	char *copy = unicode_folded(text);

	if (copy == NULL)
		return "";
	arena_adopt(req->arena, copy);
	return copy;
}

/* Does a word of the label begin so? */
static int
has_word(const char *label, const char *word, size_t len)
{
	for (const char *s = label; *s != '\0'; s++)
		if ((s == label || s[-1] == ' ') && strncmp(s, word, len) == 0)
			return 1;
	return 0;
}

/* How well do the words fit?  2: the whole label, or the name or the number in
 * it; 1: each begins a word; 0. */
static int
fits(const char *label, const char *typed)
{
	static const char gap[] = " ,\t";
	const size_t len = strlen(typed), name = strcspn(label, ",");

	if (strcmp(label, typed) == 0 || (len == name &&
	    strncmp(label, typed, len) == 0) || (label[name] == ',' &&
	    strcmp(label + name + 2, typed) == 0))
		return 2;
	for (const char *s = typed + strspn(typed, gap); *s != '\0';) {
		size_t n = strcspn(s, gap);

		if (!has_word(label, s, n))
			return 0;
		s += n;
		s += strspn(s, gap);
	}
	return 1;
}

/* A NIP may be typed in groups. */
static const char *
without_gaps(const struct request *req, const char *typed)
{
	char *digits = arena_strdup(req->arena, typed), *to = digits;

	if (typed[strspn(typed, "0123456789 ")] != '\0')
		return typed;
	for (const char *s = typed; *s != '\0'; s++)
		if (*s != ' ')
			*to++ = *s;
	*to = '\0';
	return digits;
}

static void
match(const struct request *req, const char *text, struct choosing *c)
{
	const char *typed = without_gaps(req, folded(req, text));
	int best = 1;

	c->nfit = 0;
	if (typed[strspn(typed, " ,\t")] == '\0')
		return;
	for (size_t i = 0; i < c->nchoice; i++) {
		int how = fits(folded(req, c->choice[i].label), typed);

		if (how > best) {
			best = how;
			c->nfit = 0;
		}
		if (how == best && c->nfit++ <= RADIOS_MAX)
			c->fit[c->nfit - 1] = &c->choice[i];
	}
}

void
fields_choose_take(const struct request *req, const struct sop_field *f,
    struct act_value *value, size_t n)
{
	struct choosing c;

	for (size_t i = 0; i < n; i++) {
		if (strcmp(value[i].name, f->name) != 0)
			continue;
		find_people(req, f, &c);
		if (by_id(&c, value[i].value) == NULL)
			match(req, value[i].value, &c);
		if (c.nfit == 1)
			value[i].value = c.fit[0]->value;
		return;
	}
}

void
fields_choose_refuse(const struct request *req, const struct sop_field *f,
    const struct fields_state *t, struct field_error *e)
{
	const char *typed = fields_value(t, f->name);
	struct choosing c;

	if (strcmp(e->field, f->name) != 0 || typed == NULL || *typed == '\0')
		return;
	find_people(req, f, &c);
	match(req, typed, &c);
	if (c.nfit == 0)
		snprintf(e->text, sizeof(e->text), "Tidak ada orang dengan "
		    "nama atau NIP ini. Pilih dari yang ditawarkan");
	else if (c.nfit <= RADIOS_MAX)
		snprintf(e->text, sizeof(e->text), "Ada %zu orang yang cocok. "
		    "Pilih salah satu", c.nfit);
	else
		snprintf(e->text, sizeof(e->text), "Ada %zu orang yang cocok. "
		    "Tulis nama lengkap atau NIP", c.nfit);
}

/* -- shown ----------------------------------------------------------------- */

static void
add_radio(const struct request *req, struct page *box,
    const struct sop_field *f, size_t n, const struct sop_choice *c)
{
	struct page *p = page_add(box, "ITEMS");

	page_set(p, "ID", n == 0 ? f->name : arena_printf(req->arena,
	    "%s-%zu", f->name, n + 1));
	page_set(p, "VALUE", c->value);
	page_set(p, "TEXT", c->label);
}

void
fields_choose_show(const struct request *req, struct page *page,
    const struct sop_field *f, const struct fields_state *t)
{
	static const struct sop_choice none = { "", "Orang lain" };
	const char *typed = fields_value(t, f->name);
	const struct sop_choice *known = NULL;
	struct page *box, *list;
	struct choosing c;

	find_people(req, f, &c);
	if (typed != NULL && (known = by_id(&c, typed)) == NULL)
		match(req, typed, &c);
	if (c.nfit > 1 && c.nfit <= RADIOS_MAX) {
		box = page_add(page_add(page, "GROUP"), "IS_CHOICE");
		for (size_t i = 0; i < c.nfit; i++)
			add_radio(req, box, f, i, c.fit[i]);
		add_radio(req, box, f, c.nfit, &none);
		return;
	}
	page_set(page, "VALUE", known != NULL ? known->label : typed);
	box = page_add(page_add(page, "SINGLE"), "IS_TEXT");
	list = page_add(box, "OFFER");
	for (size_t i = 0; i < c.nchoice; i++)
		page_text(list, "OFFERED", c.choice[i].label);
}
