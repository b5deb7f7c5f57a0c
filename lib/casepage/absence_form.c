/*
 * absence_form.c - what becomes of the tasks of somebody who is away: its
 * fields.
 */
#include "casepage/absence_form.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/number.h"
#include "case/case.h"
#include "casepage/fields_choose.h"
#include "casepage/form_page.h"
#include "casepage/words.h"
#include "people/absence.h"
#include "people/person.h"
#include "web/form.h"
#include "web/request.h"

static const struct sop_choice fates[ABSENCE_TASKS__MAX] = {
	[ABSENCE_MOVED] = { "pindah", "Semua dipindahkan" },
	[ABSENCE_KEPT] = { "tetap", "Semua tetap padanya" },
	[ABSENCE_CHOSEN] = { "pilih", "Yang dicentang dipindahkan" },
};

static const struct sop_field fields[ABSENCE_FORM_FIELDS] = {
	[ABSENCE_FORM_STAND_IN] = { .name = "pengganti", .label = "Pengganti",
	    .type = FIELD_OFFICER, .help = "Kosongkan bila tidak ada." },
	[ABSENCE_FORM_TASKS] = { .name = "tugas", .required = 1,
	    .label = "Tugas yang sudah diambilnya", .type = FIELD_CHOICE,
	    .choice = fates, .nchoice = ABSENCE_TASKS__MAX,
	    .help = "Yang dipindahkan menjadi tugas penggantinya; tanpa "
	    "pengganti kembali ke antrean perannya. Waktu yang sudah terpakai "
	    "tetap terhitung." },
	[ABSENCE_FORM_REASON] = { .name = "alasan", .label = "Alasan",
	    .required = 1, .max = ABSENCE_REASON_MAX, .help = "Masuk ke "
	    "riwayat berkas yang dipindahkan. Tidak perlu menyebut "
	    "penyakit." },
};

const char *
absence_form_word(int tasks)
{
	return fates[tasks].value;
}

static const char *
id_text(const struct request *req, int64_t id)
{
	return arena_printf(req->arena, "%lld", (long long)id);
}

/* Everybody else of the office; the one who looks, too, is refused later, where
 * he confirms. */
static enum case_err
choose_people(const struct request *req, int64_t person_id,
    struct sop_field *f)
{
	struct sop_choice *c;
	struct person *list;
	size_t n;
	enum case_err err = person_list(req->office, &list, &n);

	if (err != CASE_OK)
		return err;
	c = arena_alloc(req->arena, (n + 1) * sizeof(*c));
	f->choice = c;
	for (size_t i = 0; i < n; i++)
		if (list[i].id != person_id &&
		    (list[i].id != req->session.person_id ||
		    req->session.person_id == person_id))
			c[f->nchoice++] = (struct sop_choice){ id_text(req,
			    list[i].id), fields_choose_label(req, &list[i]) };
	free(list);
	return CASE_OK;
}

/* "K-2026-0412, SIGAP, langkah 2, batas 24 Nov, 10.00: Siti Rahmawati", the
 * subject for those who see the case. */
static const char *
task_words(const struct request *req, const struct claim_item *h)
{
	const struct sop *sop = office_sop(req->office, h->task.version_id);
	const struct sop_row *row = sop != NULL ?
	    sop_row_at(sop, (int)h->task.pos) : NULL;
	int sees = case_may_see_id(req->office, req->session.person_id,
	    h->task.case_id, req->now);

	return arena_printf(req->arena, "%s, %s, langkah %s%s%s%s%s",
	    h->number, h->sop_name, row != NULL ? row->no : "",
	    h->task.due_at != 0 ? ", batas " : "", h->task.due_at != 0 ?
	    words_time_short(req, h->task.due_at) : "",
	    sees ? ": " : "", sees ? h->subject : "");
}

static void
choose_tasks(const struct request *req, struct absence_form *f)
{
	struct sop_choice *c = arena_alloc(req->arena,
	    (f->ntask + 1) * sizeof(*c));

	f->checks = (struct sop_field){ .name = "tugas-mana",
	    .label = "Tugas yang dipindahkan", .type = FIELD_CHOICE,
	    .choice = c, .nchoice = f->ntask, .help = "Hanya bila Anda "
	    "memilih yang dicentang." };
	for (size_t i = 0; i < f->ntask; i++)
		c[i] = (struct sop_choice){ id_text(req, f->task[i].task.id),
		    task_words(req, &f->task[i]) };
}

enum case_err
absence_form_begin(const struct request *req, int64_t person_id,
    struct absence_form *f)
{
	struct claim_item *task = NULL;
	enum case_err err;

	memset(f, 0, sizeof(*f));
	memcpy(f->field, fields, sizeof(fields));
	err = claim_list_of(req->office, person_id, req->now, &task,
	    &f->ntask);
	if (err != CASE_OK)
		return err;
	arena_adopt(req->arena, task);
	f->task = task;
	choose_tasks(req, f);
	return choose_people(req, person_id, &f->field[ABSENCE_FORM_STAND_IN]);
}

/* -- what was sent --------------------------------------------------------- */

static int
tasks_of(const char *value)
{
	for (int i = 0; i < ABSENCE_TASKS__MAX; i++)
		if (strcmp(fates[i].value, value) == 0)
			return i;
	return -1;
}

/* The ticked ones, each as often as it was sent; what is no number is none. */
static void
read_chosen(const struct request *req, struct absence *a)
{
	const char **value = arena_alloc(req->arena,
	    (req->nform + 1) * sizeof(*value));
	size_t n = form_all(req, "tugas-mana", value, req->nform);
	int64_t *id = arena_alloc(req->arena, (n + 1) * sizeof(*id));

	a->nchosen = 0;
	for (size_t i = 0; i < n; i++)
		if (number_parse(value[i], 1, INT64_MAX, &id[a->nchosen]) == 0)
			a->nchosen++;
	a->chosen = id;
}

void
absence_form_read(struct form_page *s, const struct absence_form *f,
    struct absence *a)
{
	number_parse(form_page_value(s, "pengganti"), 1, INT64_MAX,
	    &a->stand_in_id);
	a->tasks = tasks_of(form_page_value(s, "tugas"));
	form_page_copy(s, "alasan", a->reason, sizeof(a->reason));
	read_chosen(s->req, a);
	if (a->tasks == ABSENCE_CHOSEN && a->nchosen == 0)
		form_page_error(s, f->ntask > 0 ? f->checks.name : "tugas",
		    "Centang tugas yang dipindahkan");
}
