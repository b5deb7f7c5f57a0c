/*
 * sop_versions.c - two versions of an SOP side by side, the words that differ
 * marked.
 */
#include <stdlib.h>

#include "base/arena.h"
#include "base/number.h"
#include "casepage/words.h"
#include "cgi-bin/admin/admin.h"
#include "cgi-bin/admin/diff.h"
#include "cgi-bin/admin/sop_diff.h"
#include "office/soplist.h"
#include "page/page.h"
#include "sop/sop.h"
#include "web/frame.h"
#include "web/reply.h"
#include "web/request.h"
#include "web/route.h"

/* The versions of an SOP, the newest first, and the two that are compared. */
struct pair {
	const struct request	*req;
	const struct sop_item	*items;
	size_t			 n;
	const struct sop_item	*old, *new;
	struct page		*body, *table;
};

/* The version that the address asks for, else the usual one; NULL when there is
 * none of that number. */
static const struct sop_item *
asked_for(const struct pair *p, const char *name, const struct sop_item *usual)
{
	const char *asked = request_query(p->req, name);
	int64_t number;

	if (asked == NULL)
		return usual;
	if (number_parse(asked, 1, 100000, &number) == -1)
		return NULL;
	for (size_t i = 0; i < p->n; i++)
		if (p->items[i].version == number)
			return &p->items[i];
	return NULL;
}

static const char *
name_of(const struct pair *p, const struct sop_item *v)
{
	return arena_printf(p->req->arena, "Versi %lld, %s",
	    (long long)v->version, !soplist_begins(v) ? "tidak diberlakukan" :
	    arena_printf(p->req->arena, "mulai %s", words_time(p->req,
	    v->effective_from)));
}

static void
add_choice(const struct pair *p, const char *name, const char *label,
    const struct sop_item *chosen)
{
	struct page *choice = page_add(p->body, "CHOICES"), *option;

	page_set(choice, "NAME", name);
	page_set(choice, "LABEL", label);
	for (size_t i = 0; i < p->n; i++) {
		option = page_add(choice, "OPTIONS");
		page_setf(option, "VALUE", "%lld",
		    (long long)p->items[i].version);
		page_set(option, "TEXT", name_of(p, &p->items[i]));
		if (&p->items[i] == chosen)
			page_show(option, "CHOSEN");
	}
}

static void
add_place(void *arg, const char *key, const char *old, const char *new)
{
	struct pair *p = arg;
	struct page *row;

	if (p->table == NULL) {
		p->table = page_add(p->body, "TABLE");
		page_set(p->table, "NAME", "Yang berbeda");
		page_set(p->table, "LEFT", name_of(p, p->old));
		page_set(p->table, "RIGHT", name_of(p, p->new));
	}
	row = page_add(p->table, "ROWS");
	page_set(row, "KEY", key);
	diff_words(p->req, row, old, new);
}

static int
show(struct pair *p, struct reply *reply)
{
	struct request *req = (struct request *)p->req;
	const struct sop *old = office_sop(req->office, p->old->version_id);
	const struct sop *new = office_sop(req->office, p->new->version_id);
	struct page *frame = frame_new(req, "versions.tpl", PATH_ADMIN,
	    &p->body);
	size_t places;

	if (old == NULL || new == NULL)
		return reply_error(reply, req, 500, NULL);
	page_show(frame, "WIDE");
	page_link(frame, "BACK", arena_printf(req->arena, PATH_ADMIN "/sop/%s",
	    p->items[0].slug), "Kembali ke SOP ini");
	page_text(p->body, "CAPTION", "Bandingkan dua versi");
	page_set(p->body, "HEADING", p->items[0].name);
	page_setf(p->body, "ACTION", PATH_ADMIN "/sop/%s/versi",
	    p->items[0].slug);
	add_choice(p, "dari", "Versi lama", p->old);
	add_choice(p, "ke", "Versi baru", p->new);
	places = sop_diff_each(req, old, new, add_place, p);
	page_text(p->body, "INTRO", places == 0 ? "Kepala dan langkah kedua "
	    "versi sama." : arena_printf(req->arena, "%zu bagian berbeda. "
	    "Kata yang hilang dicoret; kata yang baru digarisbawahi.",
	    places));
	return reply_page(reply, req, 200, p->items[0].name, frame);
}

int
admin_sop_versions(struct request *req, struct reply *reply, const char *slug)
{
	struct pair p = { .req = req };
	struct sop_item *items;
	enum case_err err;

	if (req->method == METHOD_POST)
		return reply_error(reply, req, 405, NULL);
	if ((err = soplist_versions(req->office, slug, &items, &p.n)) !=
	    CASE_OK)
		return reply_case_error(reply, req, err);
	arena_adopt(req->arena, items);
	p.items = items;
	p.new = asked_for(&p, "ke", items);
	p.old = asked_for(&p, "dari", p.n > 1 ? items + 1 : items);
	if (p.old == NULL || p.new == NULL)
		return reply_error(reply, req, 404, NULL);
	return show(&p, reply);
}
