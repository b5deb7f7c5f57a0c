/* inbox.c - the tasks of a person: mine, of my roles, and sent on. */
#include <string.h>

#include "cgi-bin/inbox/inbox.h"
#include "cgi-bin/inbox/preference.h"

#include "base/arena.h"
#include "base/conf.h"
#include "page/page.h"
#include "web/address.h"
#include "web/frame.h"
#include "web/pager.h"
#include "web/reply.h"
#include "web/request.h"
#include "web/route.h"
#include "web/serve.h"

const char *const inbox_tabs[] = {
	[INBOX_MINE] = "saya",
	[INBOX_ROLE] = "peran",
	[INBOX_SENT] = "diteruskan",
};
const char *const inbox_sorts[] = {
	[INBOX_BY_DUE] = "waktu",
	[INBOX_BY_SOP] = "sop",
	[INBOX_BY_NUMBER] = "nomor",
};

/* What is usual is left out; never the tab, as without one the list opens
 * where there is work. */
char *
inbox_address(const struct inbox_view *v, enum inbox_tab tab,
    enum inbox_sort sort)
{
	struct arena *arena = v->req->arena;
	char *a = arena_strdup(arena, PATH_KOTAK_MASUK);

	if (!v->outsider)
		a = address_with(arena, a, "tab", inbox_tabs[tab]);
	a = address_with(arena, a, "cari", v->query.search);
	a = address_with(arena, a, "sop", v->query.sop);
	if (sort != INBOX_BY_DUE)
		a = address_with(arena, a, "urut", inbox_sorts[sort]);
	return a;
}

static int
show(const struct inbox_view *v, struct reply *reply)
{
	struct page *body, *frame;
	const char *title;
	enum case_err err;

	frame = frame_new(v->req, "inbox.tpl", PATH_KOTAK_MASUK, &body);
	page_show(frame, "WIDE");
	if ((err = inbox_head(v, frame, body, &title)) != CASE_OK) {
		page_free(frame);
		return reply_case_error(reply, v->req, err);
	}
	inbox_rows(v, body);
	if (!v->outsider)
		page_set(page_add(body, "TELL"), "HREF", PATH_PEMBERITAHUAN);
	return reply_page(reply, v->req, 200, title, frame);
}

/* The place of a word of the query in a table; 0 when it has none. */
static int
word(const struct request *req, const char *name, const char *const *words,
    int n)
{
	const char *text = request_query(req, name);
	int i = n - 1;

	while (text != NULL && i > 0 && strcmp(text, words[i]) != 0)
		i--;
	return text != NULL ? i : 0;
}

static const char *
text(const struct request *req, const char *name)
{
	const char *value = request_query(req, name);

	return value != NULL ? value : "";
}

static int
get(struct request *req, struct reply *reply)
{
	struct inbox_view v = { .req = req,
		.outsider = req->session.institution_id != 0 };
	enum case_err err;

	if (strcmp(req->route->path, PATH_PEMBERITAHUAN) == 0)
		return inbox_preference_get(req, reply);
	if (request_segment(req, 1) != NULL)
		return reply_error(reply, req, 404, NULL);
	v.query = (struct inbox_query){
		.person_id = req->session.person_id,
		.tab = v.outsider ? INBOX_MINE :
		    (enum inbox_tab)word(req, "tab", inbox_tabs, 3),
		.sort = (enum inbox_sort)word(req, "urut", inbox_sorts, 3),
		.search = text(req, "cari"),
		.sop = text(req, "sop"),
		.now = req->now,
		.offset = (pager_number(req) - 1) * INBOX_ROWS,
		.limit = INBOX_ROWS,
	};
	err = inbox_count(req->office, req->session.person_id, req->now,
	    (int)req->conf->soon_percent, &v.counts);
	/* Who has taken nothing wants to see what waits to be taken. */
	v.turned = !v.outsider && request_query(req, "tab") == NULL &&
	    v.counts.mine == 0 && v.counts.role > 0;
	if (v.turned)
		v.query.tab = INBOX_ROLE;
	if (err == CASE_OK)
		err = inbox_list(req->office, &v.query, &v.row, &v.nrows,
		    &v.total);
	if (err != CASE_OK)
		return reply_case_error(reply, req, err);
	arena_adopt(req->arena, v.row);
	return show(&v, reply);
}

static int
post(struct request *req, struct reply *reply)
{
	if (strcmp(req->route->path, PATH_PEMBERITAHUAN) != 0)
		return reply_error(reply, req, 405, NULL);
	return inbox_preference_post(req, reply);
}

static const char *const templates[] = { "inbox.tpl", "sla.tpl", "pager.tpl",
	"form.tpl", "field.tpl", "errors.tpl", NULL };

static const struct web_program inbox = {
	.name = "inbox",
	.get = get,
	.post = post,
	.templates = templates,
};

int
main(void)
{
	return web_serve(&inbox);
}
