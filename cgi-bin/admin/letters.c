/*
 * letters.c - the texts of letters, and the letterheads: what is in force
 * since when.
 */
#include "cgi-bin/admin/admin.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "casepage/letterfile.h"
#include "casepage/words.h"
#include "letter/letter_version.h"
#include "page/page.h"
#include "people/person.h"
#include "web/reply.h"
#include "web/request.h"
#include "web/route.h"
#include "web/table.h"

#define HERE PATH_ADMIN "/surat"

const char *
lettertext_origin(const struct letter_version *v)
{
	return v->shipped ? "naskah bawaan" : "naskah kantor";
}

const char *
lettertext_maker(const struct request *req, const struct letter_version *v)
{
	char name[160];

	return v->made_by == 0 ? "sistem" : arena_strdup(req->arena,
	    person_name(req->office, v->made_by, name, sizeof(name)));
}

static void
show_variables(struct page *body)
{
	static const char *const heads[] = { "Isian", "Artinya", NULL };
	const struct letter_variable *v;
	struct page *group = table_begin(body, "TABLES", "Isian yang dapat "
	    "dipakai", heads);
	char name[40];

	for (v = letter_text_variables; v->name != NULL; v++) {
		snprintf(name, sizeof(name), "{%s}", v->name);
		table_cell(table_row(group, name, NULL), v->meaning);
	}
}

static void
list_row(struct request *req, struct page *group, const struct letterfile *f)
{
	struct letter_version *v = NULL;
	struct page *row = table_row(group, f->title,
	    arena_printf(req->arena, HERE "/%s", f->name));
	size_t n = 0;

	if (letter_version_list(req->office, f->name, &v, &n) != CASE_OK)
		return;
	arena_adopt(req->arena, v);
	table_cell(row, n > 0 ? lettertext_origin(v) : "naskah bawaan");
	table_cell(row, n > 0 ? arena_printf(req->arena, "%lld",
	    (long long)v->version) : "");
	table_cell(row, n > 0 ? words_time(req, v->made_at) : "");
	table_cell(row, n > 0 ? lettertext_maker(req, v) : "");
}

static int
show_list(struct request *req, struct reply *reply)
{
	static const char *const heads[] = { "Naskah", "Yang berlaku",
		"Versi", "Sejak", "Oleh", NULL };
	struct page *body, *frame, *group, *p;
	const struct letterfile *f;

	frame = list_begin(req, "Naskah surat", &body);
	page_text(body, "INTRO", "Naskah yang baru dipakai surat yang disusun "
	    "sesudahnya. Surat yang sudah terbit tetap seperti ketika terbit.");
	p = page_add(body, "ADD");
	page_set(p, "HREF", PATH_SURAT);
	page_set(p, "TEXT", "Daftar surat keluar");
	group = table_begin(body, "TABLES", "Naskah surat", heads);
	for (f = letterfiles; f->name != NULL; f++)
		list_row(req, group, f);
	show_variables(body);
	return reply_page(reply, req, 200, "Naskah surat", frame);
}

int
admin_letters(struct request *req, struct reply *reply)
{
	const char *name = request_segment(req, 2);

	if (name != NULL)
		return admin_letter(req, reply, name);
	return req->method == METHOD_POST ?
	    reply_error(reply, req, 405, NULL) : show_list(req, reply);
}
