/*
 * table.h - filling table.tpl: a caption, heads, rows of a name and cells.
 *
 *	static const char *const heads[] = { "Nama", "Peran", NULL };
 *	struct page *body = table_begin(page, "TABLES", "Pengguna", heads);
 *	struct page *row = table_row(body, person.name, "/admin/pengguna/7");
 *	table_cell(row, role.name);
 */
#ifndef WEB_TABLE_H
#define WEB_TABLE_H

struct page;

/* A table in the include `marker` of a page; its one group of rows. */
struct page	*table_begin(struct page *, const char *marker,
		    const char *caption, const char *const *heads);
/* A row; href is where its name leads to, or NULL. */
struct page	*table_row(struct page *body, const char *name,
		    const char *href);
/* A further cell of the row; NULL stands for an empty one. */
void		 table_cell(struct page *row, const char *text);

#endif
