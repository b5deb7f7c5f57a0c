/* choice.c - the choices of a field: units, roles, institutions, persons. */
#include "cgi-bin/admin/choice.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "casepage/fields_choose.h"
#include "cgi-bin/admin/list.h"
#include "office/unit.h"
#include "people/institution.h"
#include "people/person.h"
#include "people/role.h"
#include "web/request.h"

#define RADIOS_MAX 6		/* as fields.c has it */

const struct sop_choice choice_yes_no[2] = {
	{ "ya", "Ya" },
	{ "tidak", "Tidak" },
};

const char *
choice_yes_or_no(int64_t yes)
{
	return choice_yes_no[!yes].value;
}

struct sop_field *
choice_fields_copy(const struct request *req, const struct sop_field *fields,
    size_t n)
{
	struct sop_field *copy = arena_alloc(req->arena, n * sizeof(*copy));

	memcpy(copy, fields, n * sizeof(*copy));
	return copy;
}

/* Room for n choices.  Few of them are shown as radio buttons, and no radio
 * button can be unchosen: an optional field gets one more, for none. */
static struct sop_choice *
begin_choices(const struct request *req, struct sop_field *f, size_t n)
{
	struct sop_choice *choice = arena_alloc(req->arena,
	    (n + 1) * sizeof(*choice));

	f->choice = choice;
	f->nchoice = 0;
	if (!f->required && n < RADIOS_MAX)
		choice[f->nchoice++] = (struct sop_choice){ "", "Tidak ada" };
	return choice;
}

static void
add_choice(const struct request *req, struct sop_field *f,
    struct sop_choice *choice, int64_t id, const char *label)
{
	choice[f->nchoice].value = admin_id_text(req, id);
	choice[f->nchoice++].label = arena_strdup(req->arena, label);
}

enum case_err
choice_unit(const struct request *req, struct sop_field *f)
{
	struct sop_choice *choice;
	struct unit_row *rows;
	size_t n;
	enum case_err err = unit_list(req->office, &rows, &n);

	if (err != CASE_OK)
		return err;
	choice = begin_choices(req, f, n);
	for (size_t i = 0; i < n; i++)
		add_choice(req, f, choice, rows[i].id, rows[i].name);
	free(rows);
	return CASE_OK;
}

enum case_err
choice_role(const struct request *req, struct sop_field *f)
{
	struct sop_choice *choice;
	struct role_row *rows;
	size_t n;
	enum case_err err = role_list(req->office, req->now, &rows, &n);

	if (err != CASE_OK)
		return err;
	choice = begin_choices(req, f, n);
	for (size_t i = 0; i < n; i++)
		if (!rows[i].system && !rows[i].external)
			add_choice(req, f, choice, rows[i].id, rows[i].name);
	free(rows);
	return CASE_OK;
}

enum case_err
choice_institution(const struct request *req, struct sop_field *f)
{
	struct sop_choice *choice;
	struct institution_row *rows;
	size_t n;
	enum case_err err = institution_list(req->office, &rows, &n);

	if (err != CASE_OK)
		return err;
	choice = begin_choices(req, f, n);
	for (size_t i = 0; i < n; i++)
		if (rows[i].state != STATE_CLOSED)
			add_choice(req, f, choice, rows[i].id, rows[i].name);
	free(rows);
	return CASE_OK;
}

enum case_err
choice_person(const struct request *req, struct sop_field *f, int outsiders)
{
	struct person_query q = { .limit = INT64_MAX };
	struct sop_choice *choice;
	struct person *rows;
	size_t n;
	int64_t total;
	enum case_err err = person_search(req->office, &q, &rows, &n, &total);

	if (err != CASE_OK)
		return err;
	choice = arena_alloc(req->arena, (n + 1) * sizeof(*choice));
	f->choice = choice;
	for (size_t i = 0; i < n; i++)
		if (outsiders || rows[i].institution_id == 0)
			add_choice(req, f, choice, rows[i].id,
			    fields_choose_label(req, &rows[i]));
	free(rows);
	return CASE_OK;
}
