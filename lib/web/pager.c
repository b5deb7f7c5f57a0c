/* pager.c - long lists a page at a time. */
#include "web/pager.h"

#include "base/arena.h"
#include "base/number.h"
#include "page/format.h"
#include "page/page.h"
#include "web/address.h"
#include "web/request.h"

#define PAGES_MAX 1000000

int64_t
pager_number(const struct request *req)
{
	const char *text = request_query(req, "hal");
	int64_t n = 1;

	if (text != NULL)
		number_parse(text, 1, PAGES_MAX, &n);
	return n;
}

int64_t
pager_offset(const struct request *req)
{
	return (pager_number(req) - 1) * PAGER_ROWS;
}

static void
show_way(const struct request *req, struct page *way, const char *section,
    const struct pager *p, int64_t number)
{
	page_set(page_add(way, section), "HREF", address_with(req->arena,
	    p->address, "hal", number == 1 ? NULL : arena_printf(req->arena,
	    "%lld", (long long)number)));
}

/* "Halaman 2 dari 3": the page, and how many there are as far as that is
 * known. */
static void
show_place(const struct request *req, struct page *way,
    const struct pager *p, int64_t pages)
{
	char a[FORMAT_SIZE], b[FORMAT_SIZE];

	if (p->goes_on)
		return;
	page_text(way, "PLACE", arena_printf(req->arena, p->more != NULL ?
	    "Halaman %s dari lebih dari %s" : "Halaman %s dari %s",
	    format_int(a, sizeof(a), p->number),
	    format_int(b, sizeof(b), pages)));
}

void
pager_show(const struct request *req, struct page *page,
    const struct pager *p)
{
	struct page *part = page_include(page, "PAGER", "pager.tpl"), *way;
	int64_t first = (p->number - 1) * PAGER_ROWS + 1;
	int64_t last = p->number * PAGER_ROWS;
	int64_t pages = (p->total + PAGER_ROWS - 1) / PAGER_ROWS;
	char a[FORMAT_SIZE], b[FORMAT_SIZE], c[FORMAT_SIZE];

	if (last > p->total)
		last = p->total;
	page_setf(part, "SHOWN", p->more != NULL ?
	    "Menampilkan %s–%s dari lebih dari %s %s" :
	    "Menampilkan %s–%s dari %s %s",
	    format_int(a, sizeof(a), first), format_int(b, sizeof(b), last),
	    format_int(c, sizeof(c), p->total), p->what);
	if (pages <= 1)
		return;
	way = page_add(part, "WAY");
	show_place(req, way, p, pages);
	if (p->number > 1)
		show_way(req, way, "BEFORE", p, p->number - 1);
	if (p->number < pages)
		show_way(req, way, "AFTER", p, p->number + 1);
	else if (p->more != NULL)
		page_set(page_add(way, "AFTER"), "HREF", p->more);
}
