/* table.c - filling table.tpl. */
#include <stddef.h>

#include "web/table.h"

#include "page/format.h"
#include "page/page.h"

struct page *
table_open(struct page *page, const char *marker, const char *caption,
    const char *const *heads)
{
	struct page *table = page_include(page, marker, "table.tpl"), *head;

	page_set(table, "CAPTION", caption);
	for (; *heads != NULL; heads++) {
		const int number = **heads == '#';

		head = page_add(table, "HEADS");
		page_set(head, "TEXT", *heads + number);
		if (number)
			page_show(head, "NUMERIC");
	}
	return table;
}

struct page *
table_begin(struct page *page, const char *marker, const char *caption,
    const char *const *heads)
{
	return table_group(table_open(page, marker, caption, heads), NULL, 0);
}

struct page *
table_group(struct page *table, const char *title, int span)
{
	struct page *group = page_add(table, "BODIES"), *head;

	if (title == NULL)
		return group;
	head = page_add(group, "TITLE");
	page_set(head, "TEXT", title);
	page_set_int(head, "SPAN", span);
	return group;
}

struct page *
table_row(struct page *group, const char *name, const char *href)
{
	struct page *row = page_add(group, "ROWS");

	page_set(row, "NAME", name);
	if (href != NULL)
		page_set(page_add(row, "LINK"), "HREF", href);
	return row;
}

void
table_cell(struct page *row, const char *text)
{
	page_set(page_add(row, "CELLS"), "TEXT", text != NULL && *text != '\0' ?
	    text : "\xe2\x80\x93");
}

void
table_number(struct page *row, int64_t n)
{
	struct page *cell = page_add(row, "CELLS");
	char buf[FORMAT_SIZE];

	page_set(cell, "TEXT", format_int(buf, sizeof(buf), n));
	page_show(cell, "NUMERIC");
}
