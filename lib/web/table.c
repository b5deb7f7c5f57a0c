/* table.c - filling table.tpl. */
#include <stddef.h>

#include "web/table.h"

#include "page/page.h"

struct page *
table_begin(struct page *page, const char *marker, const char *caption,
    const char *const *heads)
{
	struct page *table = page_include(page, marker, "table.tpl");

	page_set(table, "CAPTION", caption);
	for (; *heads != NULL; heads++)
		page_set(page_add(table, "HEADS"), "TEXT", *heads);
	return page_add(table, "BODIES");
}

struct page *
table_row(struct page *body, const char *name, const char *href)
{
	struct page *row = page_add(body, "ROWS");

	page_set(row, "NAME", name);
	if (href != NULL)
		page_set(page_add(row, "LINK"), "HREF", href);
	return row;
}

void
table_cell(struct page *row, const char *text)
{
	page_set(page_add(row, "CELLS"), "TEXT", text);
}
