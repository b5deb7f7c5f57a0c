/*
 * field_account.c - the fields of a request that an operator's account gives.
 */
#include "case/field_account.h"

#include <stdio.h>
#include <string.h>

#include "people/institution.h"

_Static_assert(SOP_KINDS == KIND__MAX, "an SOP file knows every kind");

static void
add(struct field_account *a, const char *name, const char *value)
{
	if (value != NULL && a->nvalue < FIELD_ACCOUNT_MAX)
		a->value[a->nvalue++] = (struct act_value){ name, value };
}

enum case_err
field_account(struct office *o, const struct sop_row *row, int64_t id,
    struct field_account *a)
{
	struct institution_row place;
	enum case_err err;

	a->nvalue = 0;
	if (id == 0)
		return CASE_OK;
	if ((err = institution_get(o, id, &place)) != CASE_OK)
		return err;
	snprintf(a->name, sizeof(a->name), "%s", place.name);
	for (size_t i = 0; i < row->nfield; i++) {
		const struct sop_field *f = &row->field[i];

		add(a, f->name, f->institution ? a->name :
		    f->kind_choice[place.kind]);
	}
	return CASE_OK;
}

const char *
field_account_value(const struct field_account *a, const char *name)
{
	for (size_t i = 0; i < a->nvalue; i++)
		if (strcmp(a->value[i].name, name) == 0)
			return a->value[i].value;
	return NULL;
}

size_t
field_account_put(const struct field_account *a, const struct act_value *typed,
    size_t ntyped, struct act_value *all)
{
	size_t n = 0;

	for (size_t i = 0; i < a->nvalue; i++)
		all[n++] = a->value[i];
	for (size_t i = 0; i < ntyped; i++)
		if (field_account_value(a, typed[i].name) == NULL)
			all[n++] = typed[i];
	return n;
}
