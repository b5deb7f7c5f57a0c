/*
 * table.h - filling table.tpl: a caption, heads, rows of a name and cells.
 *
 *	static const char *const heads[] = { "Nama", "#Tugas", NULL };
 *	struct page *body = table_begin(page, "TABLES", "Pengguna", heads);
 *	struct page *row = table_row(body, person.name, "/admin/pengguna/7");
 *	table_number(row, claims);
 */
#pragma once

#include <stdint.h>

struct page;

/* A table in the include `marker` of a page; its one group of rows.  Heads that
 * begin with '#' are above numbers. */
struct page	*table_begin(struct page *, const char *marker,
		    const char *caption, const char *const *heads);
/* One without a group yet; and a group, under a title (over `span` columns) or
 * NULL. */
struct page	*table_open(struct page *, const char *marker,
		    const char *caption, const char *const *heads);
struct page	*table_group(struct page *table, const char *title, int span);
/* A row; href is where its name leads to, or NULL. */
struct page	*table_row(struct page *group, const char *name,
		    const char *href);
/* A further cell of the row: a text, an en dash for none; or a number. */
void		 table_cell(struct page *row, const char *text);
void		 table_number(struct page *row, int64_t);
