/*
 * desk.c - cases brought to a row, forms filled.
 */
#include "tests/web/desk.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "case/act.h"
#include "case/act_finish.h"
#include "case/act_hold.h"
#include "case/act_start.h"
#include "clock/calendar.h"
#include "store/files.h"
#include "tests/case/fixture.h"
#include "tests/tap.h"
#include "tests/web/pdf.h"

int64_t desk_now = FIXTURE_START;

const char desk_pdf[] = SMALL_PDF;
const size_t desk_pdf_len = sizeof(desk_pdf) - 1;

static void
must(struct office *o, enum case_err err, const char *what)
{
	if (err != CASE_OK) {
		printf("# %s: %d: %s\n", what, err, office_why(o));
		bail(what);
	}
}

static int64_t
later(struct office *o)
{
	return desk_now = calendar_add(office_calendar(o), desk_now, 60);
}

const struct sop_row *
desk_row(struct office *o, const struct task_row *t)
{
	return sop_row_at(office_sop(o, t->version_id), (int)t->pos);
}

struct task_row
desk_task(struct office *o, int64_t case_id)
{
	struct task_row *all, found = { .id = 0 };
	size_t n;

	must(o, case_family_tasks(o, case_id, &all, &n), "tasks");
	for (size_t i = 0; i < n && found.id == 0; i++)
		if (all[i].open && !all[i].side)
			found = all[i];
	free(all);
	if (found.id == 0)
		bail("the case has no open task");
	return found;
}

/* A person who may do what a performer does; 0 for an applicant by code. */
static int64_t
holder(struct office *o, const char *performer, int64_t institution,
    char *login, size_t size)
{
	struct db_stmt *st = db_query(office_db(o), "SELECT h.person_id,"
	    " w.login FROM performers p"
	    " JOIN holders h ON h.role_id = p.role_id"
	    " JOIN people w ON w.id = h.person_id WHERE p.expr = $1"
	    " AND ($2 = 0 OR w.institution_id = $2) ORDER BY w.login", "ti",
	    performer, institution);
	int64_t id = 0;

	login[0] = '\0';
	if (db_step(st)) {
		id = db_int(st, 0);
		db_copy(st, 1, login, size);
	}
	db_done(st);
	return id;
}

static int64_t
doer(struct office *o, const struct task_row *t, char *login, size_t size)
{
	struct db_stmt *st;

	if (t->assignee_id == 0)
		return holder(o, t->performer, t->institution_id, login,
		    size);
	st = db_query(office_db(o), "SELECT login FROM people WHERE id = $1",
	    "i", t->assignee_id);
	if (db_step(st))
		db_copy(st, 0, login, size);
	db_done(st);
	return t->assignee_id;
}

const char *
desk_doer(struct office *o, const struct task_row *t)
{
	static char login[64];

	doer(o, t, login, sizeof(login));
	return login;
}

/* -- values ------------------------------------------------------------ */

static const char *
usual(struct office *o, const struct sop_field *f)
{
	static char text[32];

	switch (f->type) {
	case FIELD_NUMBER:
		snprintf(text, sizeof(text), "%lld",
		    (long long)(f->min > 2 ? f->min : 2));
		return text;
	case FIELD_DATE:
		fixture_date(o, f, desk_now, text, sizeof(text));
		return text;
	case FIELD_CONSENT:
	case FIELD_CHOICE:
		return f->choice[0].value;
	case FIELD_PHONE:
		return "+6281234567890";
	case FIELD_EMAIL:
		return "siti@unsri.ac.id";
	case FIELD_OFFICERS:
		snprintf(text, sizeof(text), "%lld", (long long)fixture_person(
		    o, f->list != NULL ? "jfu" : "eselon-iii"));
		return text;
	case FIELD_OFFICER:
		snprintf(text, sizeof(text), "%lld",
		    (long long)fixture_person(o, "jfu"));
		return text;
	case FIELD_REFUSED:
		return "";
	case FIELD_PEOPLE:
		return "Siti Rahmawati; 02011; Ilmu Hukum";
	default:
		return f->max == 0 || f->max >= 14 ? "Siti Rahmawati" : "A1";
	}
}

/* The row's form as the library takes it. */
static void
fill(struct office *o, const struct sop_row *row, struct act *a,
    struct act_value *value, struct act_file *file, char *store)
{
	static char hash[FILES_HASH_SIZE];

	a->value = value;
	a->file = file;
	if (row->via_time == VIA_AFTER)
		a->register_no = "AGD-17";
	if (files_put(office_files(o), desk_pdf, desk_pdf_len, hash) != 0)
		bail("cannot store a file");
	for (size_t i = 0; i < row->nfield; i++) {
		const struct sop_field *f = &row->field[i];

		if (f->type == FIELD_FILE) {
			file[a->nfile++] = (struct act_file){ f->name,
			    "surat.pdf", hash, "application/pdf",
			    (int64_t)desk_pdf_len };
			continue;
		}
		snprintf(store + 64 * a->nvalue, 64, "%s", usual(o, f));
		value[a->nvalue].name = f->name;
		value[a->nvalue].value = store + 64 * a->nvalue;
		a->nvalue++;
	}
}

static void
put_escaped(FILE *f, const char *text)
{
	for (; *text != '\0'; text++)
		if (strchr("%&+=; ", *text) != NULL)
			fprintf(f, "%%%02X", (unsigned char)*text);
		else
			putc(*text, f);
}

char *
desk_form(struct office *o, const struct sop_row *row, const char *over)
{
	char *form;
	size_t len, n = over != NULL ? strcspn(over, "=") : 0;
	FILE *f = open_memstream(&form, &len);

	if (f == NULL)
		bail("out of memory");
	for (size_t i = 0; i < row->nfield; i++) {
		const struct sop_field *field = &row->field[i];

		if (field->type == FIELD_FILE)
			continue;
		fprintf(f, "%s=", field->name);
		put_escaped(f, over != NULL && strlen(field->name) == n &&
		    strncmp(over, field->name, n) == 0 ? over + n + 1 :
		    usual(o, field));
		putc('&', f);
	}
	if (row->via_time == VIA_AFTER)
		fputs("nomor-terusan=AGD-17&", f);
	fprintf(f, "kunci=%lld", (long long)rand());
	fclose(f);
	return form;
}

/* -- acts -------------------------------------------------------------- */

void
desk_back(struct office *o, int64_t case_id)
{
	struct task_row *all;
	struct act a = { .case_id = case_id };
	size_t n;
	char login[64];

	must(o, case_family_tasks(o, case_id, &all, &n), "tasks");
	for (size_t i = 0; i < n; i++) {
		if (!all[i].open || all[i].received_at != 0 ||
		    strcmp(all[i].phase, "outside") != 0)
			continue;
		a.task_id = all[i].id;
		a.version = all[i].version;
		a.actor.person_id = doer(o, &all[i], login, sizeof(login));
		a.now = later(o);
		must(o, act_outside_back(o, &a), "back");
	}
	free(all);
}

struct task_row
desk_claimed(struct office *o, int64_t case_id)
{
	struct task_row t;
	struct act a = { .case_id = case_id };
	char login[64];

	desk_back(o, case_id);
	t = desk_task(o, case_id);
	a.task_id = t.id;
	a.version = t.version;
	a.actor.person_id = doer(o, &t, login, sizeof(login));
	if (t.awaited) {
		a.now = later(o);
		must(o, act_present(o, &a), "present");
		a.version++;
	}
	if (!t.external && t.claimed_by == 0) {
		a.now = later(o);
		must(o, act_claim(o, &a), "claim");
	}
	return desk_task(o, case_id);
}

static void
finish(struct office *o, int64_t case_id)
{
	struct task_row t = desk_claimed(o, case_id);
	struct act a = { .task_id = t.id, .version = t.version,
	    .note = "Untuk ditindaklanjuti.", .exception = 1,
	    .late_reason = "beban" };
	struct act_value value[32];
	struct act_file file[8];
	char store[32 * 64], login[64];

	a.actor.person_id = doer(o, &t, login, sizeof(login));
	a.actor.case_id = case_id;
	a.now = later(o);
	fill(o, desk_row(o, &t), &a, value, file, store);
	must(o, act_finish(o, &a, desk_row(o, &t)->kind == STEP_DOWNLOAD ?
	    OUTCOME_DOWNLOAD : OUTCOME_FORWARD), "finish");
	desk_back(o, case_id);
}

int64_t
desk_case(struct office *o, const char *slug, const char *no)
{
	struct act_start st = { .version_id = fixture_sop(o, slug) };
	const struct sop *sop = office_sop(o, st.version_id);
	struct act a = { .now = later(o), .note = "Untuk ditindaklanjuti.",
	    .late_reason = "beban" };
	struct act_value value[32];
	struct act_file file[8];
	struct task_row t;
	char store[32 * 64], login[64];

	if (sop == NULL)
		bail(slug);
	if (!sop->public_request)
		a.actor.person_id = holder(o, sop_row_at(sop, 1)->performer,
		    0, login, sizeof(login));
	fill(o, sop_row_at(sop, 1), &a, value, file, store);
	must(o, act_start(o, &a, &st), slug);
	for (int i = 0; i < 20; i++) {
		t = desk_task(o, a.case_id);
		/* From where a case parts, it is one of its children. */
		if (strcmp(desk_row(o, &t)->no, no) == 0)
			return t.case_id;
		finish(o, a.case_id);
	}
	bail("the row is not reached");
	return 0;
}

int64_t
desk_events(struct office *o, int64_t case_id)
{
	return fixture_int(o, "SELECT count(*) FROM events WHERE stream = $1",
	    case_id);
}
