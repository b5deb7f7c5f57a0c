/*
 * timeline_show.c - the history of a case on a page.
 */
#include "case/document.h"
#include "casepage/timeline.h"

#include "casepage/fields.h"
#include "casepage/words.h"
#include "office/office.h"
#include "page/page.h"
#include "web/request.h"

static void
show_files(const struct request *req, struct page *page,
    const struct dossier *d, const struct happening *e)
{
	for (size_t i = 0; i < d->ndocument; i++) {
		const struct document *doc = &d->document[i];
		struct page *p;

		if (e->task == NULL || doc->task_id != e->task->id ||
		    doc->added_at != e->recorded_at)
			continue;
		p = page_add(page, "FILES");
		page_setf(p, "HREF", "/berkas/%lld", (long long)doc->id);
		page_set(p, "TEXT", words_file(req, doc->name, doc->type,
		    doc->size));
		if (dossier_replaced(d, doc))
			page_show(p, "REPLACED");
	}
}

/* When it was, or since when it is so. */
static void
show_moment(const struct request *req, struct page *page,
    const struct timeline *h, const struct timeline_entry *entry)
{
	struct format_time when;
	char buf[FORMAT_SIZE];
	struct page *p = page_add(page, "AT");

	words_local_time(office_calendar(req->office), entry->at, &when);
	page_set(p, "ISO", format_iso(buf, sizeof(buf), &when));
	if (h->view == TIMELINE_MOVES)
		format_moment_short(buf, sizeof(buf), &when);
	else
		format_moment(buf, sizeof(buf), &when);
	if (h->view == TIMELINE_PUBLIC && entry->icon == ICON_NOW)
		page_setf(p, "TEXT", "sejak %s", buf);
	else
		page_set(p, "TEXT", buf);
}

static void
show_entry(const struct request *req, struct page *page,
    const struct timeline *h, const struct timeline_entry *entry)
{
	static const char *const icon[ICON__MAX] = {
		[ICON_DONE] = "DONE",
		[ICON_BACK] = "BACK",
		[ICON_NOW] = "NOW",
		[ICON_TODO] = "TODO",
		[ICON_STOP] = "STOP",
		[ICON_NOTE] = "NOTE",
	};
	struct page *p = page_add(page, "ENTRIES");

	page_set(p, "TITLE", entry->title);
	page_show(p, icon[entry->icon]);
	page_text(p, "STATE", entry->state);
	page_text(p, "WHO", entry->who);
	if (entry->at != 0)
		show_moment(req, p, h, entry);
	page_text(p, "SPENT", entry->spent);
	if (entry->sla != NULL && h->view != TIMELINE_MOVES)
		sla_show(page_include(p, "SLA", "sla.tpl"), entry->sla);
	page_text(p, "QUOTE", entry->quote);
	if (h->view == TIMELINE_FULL && entry->event != NULL)
		show_files(req, p, h->dossier, entry->event);
}

void
timeline_show(const struct request *req, struct page *page,
    const char *include, const struct timeline *h, size_t last,
    int newest_first)
{
	struct page *p = page_include(page, include, "timeline.tpl");
	size_t from = last != 0 && h->count > last ? h->count - last : 0;

	for (size_t i = from; i < h->count; i++)
		show_entry(req, p, h, &h->entry[newest_first ?
		    h->count - 1 - (i - from) : i]);
}
