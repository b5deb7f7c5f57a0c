/*
 * system.c - is the installation well?  All that `sopap doctor` looks at,
 * except for what needs the network, from where the programs run.
 */
#include "base/arena.h"
#include "base/conf.h"
#include "cgi-bin/admin/admin.h"
#include "doctor/doctor.h"
#include "page/page.h"
#include "web/frame.h"
#include "web/reply.h"
#include "web/request.h"
#include "web/route.h"

#define FINDINGS_MAX 100	/* that are shown; all are counted */

struct findings {
	const struct request	*req;
	struct doctor_finding	 list[FINDINGS_MAX];
	size_t			 n;
};

static void
keep(void *arg, const struct doctor_finding *f)
{
	struct findings *all = arg;
	struct doctor_finding *mine;

	if (all->n == FINDINGS_MAX)
		return;
	mine = &all->list[all->n++];
	*mine = *f;
	mine->text = arena_strdup(all->req->arena, f->text);
}

/* The doctor, with the request itself as a witness. */
static struct doctor
doctor_for(const struct request *req, enum doctor_cost cost)
{
	return (struct doctor){ .data = req->conf->data, .path = conf_path(),
	    .conf = req->conf, .office = req->office, .now = req->now,
	    .visitor = req->remote, .forwarded = req->forwarded,
	    .cost = cost };
}

static const char *
sum_words(const struct request *req, const struct doctor *d)
{
	if (d->faults == 0 && d->warnings == 0)
		return "Semua baik";
	return arena_printf(req->arena, "%d galat, %d peringatan", d->faults,
	    d->warnings);
}

const char *
admin_system_words(const struct request *req)
{
	struct doctor d = doctor_for(req, DOCTOR_CHEAP);

	doctor_run(&d);
	return sum_words(req, &d);
}

static void
show_group(struct page *body, const struct findings *all,
    enum doctor_state state, const char *title)
{
	struct page *group = NULL, *row;

	for (size_t i = 0; i < all->n; i++) {
		const struct doctor_finding *f = &all->list[i];

		if (f->state != state)
			continue;
		if (group == NULL) {
			group = page_add(body, "GROUPS");
			page_set(group, "TITLE", title);
		}
		row = page_add(group, "ROWS");
		page_set(row, "NAME", f->name);
		page_set(row, "TEXT", f->text);
		if (f->remedy[0] != '\0')
			page_text(row, "REMEDY", f->remedy);
	}
}

int
admin_system(struct request *req, struct reply *reply)
{
	struct findings *all = arena_alloc(req->arena, sizeof(*all));
	struct doctor d = doctor_for(req, DOCTOR_SLOW);
	struct page *body, *frame;

	if (request_segment(req, 2) != NULL)
		return reply_error(reply, req, 404, NULL);
	if (req->method == METHOD_POST)
		return reply_error(reply, req, 405, NULL);
	all->req = req;
	d.take = keep;
	d.arg = all;
	doctor_run(&d);
	frame = frame_new(req, "system.tpl", PATH_ADMIN, &body);
	page_set(body, "SUM", sum_words(req, &d));
	show_group(body, all, DOCTOR_FAULT, "Harus diperbaiki");
	show_group(body, all, DOCTOR_WARNING, "Perlu dilihat");
	show_group(body, all, DOCTOR_OK, "Baik");
	return reply_page(reply, req, 200, "Keadaan sistem", frame);
}
