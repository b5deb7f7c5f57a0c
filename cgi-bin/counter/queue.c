/* queue.c - who comes next at a desk, and one press for each. */
#include <string.h>

#include "cgi-bin/counter/counter.h"

#include "base/arena.h"
#include "casepage/sla.h"
#include "office/office.h"
#include "page/page.h"
#include "people/person.h"
#include "web/form.h"
#include "web/request.h"
#include "web/route.h"
#include "web/session.h"

#define NAME_SIZE 160

const char *
counter_person(const struct request *req, int64_t id)
{
	char *buf = arena_alloc(req->arena, NAME_SIZE);

	return person_name(req->office, id, buf, NAME_SIZE);
}

int
counter_asks(const struct sop_row *row)
{
	for (size_t i = 0; i < row->nfield; i++)
		if (row->field[i].required)
			return 1;
	return 0;
}

const char *
counter_done(const struct sop_row *row)
{
	switch (row->kind) {
	case STEP_REVIEW:
		return "Lengkap";
	case STEP_ARCHIVE:
		return "Arsipkan";
	case STEP_DELIVER:
		return "Serahkan";
	default:
		return "Selesai";
	}
}

/* What one press does with a task of the list. */
static void
show_press(struct request *req, struct page *p, const struct counter_queue_row *r,
    const struct sop_row *row, int clerk)
{
	const struct task_row *t = &r->task;
	struct page *press;
	const char *act = "ambil", *text = "Panggil";

	if (t->claimed_by != 0 && t->claimed_by != req->session.person_id) {
		page_text(p, "TAKEN", arena_printf(req->arena,
		    "Dikerjakan %s", counter_person(req, t->claimed_by)));
		return;
	}
	if (t->awaited) {
		act = "hadir";
		text = "Pemohon hadir";
	} else if (!counter_asks(row)) {
		act = "selesai";
		text = counter_done(row);
	}
	/* Only that somebody came is a clerk's own act. */
	if (clerk && !t->awaited)
		return;
	press = page_add(p, "PRESS");
	page_setf(press, "ACTION", "%s/%lld", PATH_LOKET, (long long)t->id);
	page_set_int(press, "VERSION", t->version);
	page_set(press, "KEY", request_token(req->arena));
	page_set(press, "SUBJECT", r->subject);
	page_set(press, "ACT", act);
	page_set(press, "TEXT", text);
}

static void
show_row(struct request *req, struct page *page, const struct counter_queue_row *r,
    int clerk)
{
	const struct sop *sop = office_sop(req->office, r->task.version_id);
	const struct sop_row *row = sop != NULL ?
	    sop_row_at(sop, (int)r->task.pos) : NULL;
	struct page *p;
	struct sla sla;

	if (row == NULL)
		return;
	p = page_add(page, "ROWS");
	sla_task(req, &r->task, &sla);
	sla_show(page_include(p, "SLA", "sla.tpl"), &sla);
	page_setf(p, "HREF", "%s/%lld", PATH_LOKET, (long long)r->task.id);
	page_set(p, "SUBJECT", r->subject);
	page_set(p, "NUMBER", r->number);
	page_setf(p, "STEP", "%s. %s", row->no, row->activity);
	show_press(req, p, r, row, clerk);
}

void
counter_queue(struct request *req, struct page *page,
    const struct counter_queue_row *row, size_t n, int clerk, const struct step *open)
{
	size_t shown = 0;

	for (size_t i = 0; i < n; i++) {
		if (open != NULL && row[i].task.id == open->t.id)
			continue;
		show_row(req, page, &row[i], clerk);
		shown++;
	}
	page_show(page, shown > 0 ? "TABLE" : "EMPTY");
}
