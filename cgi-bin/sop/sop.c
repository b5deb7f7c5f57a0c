/* sop.c - the SOPs of the office: their list, and one as its signed form. */
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/number.h"
#include "cgi-bin/sop/form.h"
#include "page/page.h"
#include "web/frame.h"
#include "web/reply.h"
#include "web/request.h"
#include "web/route.h"
#include "web/serve.h"

static void
fill_item(const struct request *req, struct page *group,
    const struct sop_item *item)
{
	const struct sop *sop = office_sop(req->office, item->version_id);
	struct page *row = page_add(group, "ROWS");

	page_setf(row, "HREF", PATH_SOP "/%s", item->slug);
	page_set(row, "NAME", item->name);
	page_set(row, "NUMBER", *item->number != '\0' ? item->number :
	    "tanpa nomor");
	page_set_int(row, "VERSION", item->version);
	if (sop != NULL) {
		page_set(row, "EFFECTIVE", *sop->effective_on != '\0' ?
		    date_words(req, sop->effective_on) : "–");
		page_setf(row, "STEPS", "%d langkah", sop->nrows);
	}
	if (is_official(req))
		page_text(row, "OPEN", arena_printf(req->arena, "%lld",
		    (long long)item->open_cases));
}

static int
show_list(struct request *req, struct reply *reply)
{
	struct page *body, *frame, *group = NULL;
	struct sop_item *items;
	size_t n;
	enum case_err err = soplist_current(req->office, req->now, &items, &n);

	if (err != CASE_OK)
		return reply_case_error(reply, req, err);
	arena_adopt(req->arena, items);
	frame = frame_new(req, "sops.tpl", PATH_SOP, &body);
	page_show(frame, "WIDE");
	page_set(body, "HEADING", "SOP");
	page_text(body, "INTRO", "Setiap perkara dikerjakan menurut standar "
	    "operasional prosedur (SOP) yang berlaku ketika perkara itu "
	    "dimulai.");
	for (size_t i = 0; i < n; i++) {
		if (i == 0 || strcmp(items[i].unit, items[i - 1].unit) != 0) {
			group = page_add(body, "GROUPS");
			page_set(group, "UNIT", items[i].unit);
			if (is_official(req))
				page_show(group, "SHOW_OPEN");
		}
		fill_item(req, group, &items[i]);
	}
	return reply_page(reply, req, 200, "SOP", frame);
}

/* The case to be marked, if who asks may see it: its version is shown. */
static void
find_case(struct sop_view *v)
{
	const struct session *who = &v->req->session;
	struct actor actor = { .person_id = who->person_id };
	const char *asked = request_query(v->req, "perkara");
	struct task_row *tasks;
	int64_t id;
	size_t n;

	if (asked == NULL || who->id == 0 ||
	    number_parse(asked, 1, INT64_MAX, &id) == -1 ||
	    case_get(v->req->office, id, &v->c) != CASE_OK ||
	    !case_may_see(v->req->office, &actor, &v->c) ||
	    case_tasks(v->req->office, id, &tasks, &n) != CASE_OK) {
		v->c.id = 0;
		return;
	}
	for (size_t i = 0; i < n; i++)
		if (tasks[i].open && !tasks[i].side)
			v->at = tasks[i].pos;
	free(tasks);
}

/* The version asked for, by number or by case; else the one in force. */
static const struct sop_item *
find_version(const struct sop_view *v)
{
	const char *asked = request_query(v->req, "versi");
	int64_t number = 0;

	if (asked != NULL && number_parse(asked, 1, 100000, &number) == -1)
		return NULL;
	for (size_t i = 0; i < v->nitems; i++) {
		const struct sop_item *item = &v->items[i];

		if (number != 0 ? item->version == number : v->c.id != 0 ?
		    item->version_id == v->c.version_id :
		    item->effective_from <= v->req->now)
			return item;
	}
	return NULL;
}

static int
get(struct request *req, struct reply *reply)
{
	const char *slug = request_segment(req, 1);
	struct sop_view v = { .req = req };
	struct sop_item *items;
	enum case_err err;

	if (request_segment(req, 2) != NULL)
		return reply_error(reply, req, 404, NULL);
	if (slug == NULL)
		return show_list(req, reply);
	err = soplist_versions(req->office, slug, &items, &v.nitems);
	if (err != CASE_OK)
		return reply_case_error(reply, req, err);
	arena_adopt(req->arena, items);
	v.items = items;
	find_case(&v);
	v.item = find_version(&v);
	v.sop = v.item != NULL ? office_sop(req->office, v.item->version_id) :
	    NULL;
	if (v.sop == NULL)
		return reply_error(reply, req, 404, NULL);
	if (v.c.version_id != v.item->version_id)
		v.c.id = v.at = 0;
	return sop_form(&v, reply);
}

static const char *const templates[] = { "sops.tpl", "sop.tpl", NULL };

static const struct web_program sop = {
	.name = "sop",
	.get = get,
	.templates = templates,
};

int
main(void)
{
	return web_serve(&sop);
}
