/* applicant.c - a request from outside, written page by page. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tests/case/fixture.h"
#include "tests/web/applicant.h"
#include "tests/web/desk.h"

#define PARTS 64

/* Text out of a form, in place. */
static void
unescape(char *s)
{
	char *o = s;
	unsigned c;

	for (; *s != '\0'; s++)
		if (*s == '%' && sscanf(s + 1, "%2x", &c) == 1) {
			*o++ = (char)c;
			s += 2;
		} else {
			*o++ = *s;
		}
	*o = '\0';
}

/* Fields of the row as parts for cgi_upload(), with `over`. */
static const char *const *
parts_of(struct office *o, const char *slug, const char *over)
{
	static char text[PARTS][512];
	static const char *part[PARTS + 1];
	char *form = desk_form(o, sop_row_at(office_sop(o, fixture_sop(o,
	    slug)), 1), over), *next = form, *pair;
	size_t n = 0;

	while ((pair = strsep(&next, "&")) != NULL && n < PARTS) {
		snprintf(text[n], sizeof(text[n]), "%s", pair);
		unescape(text[n]);
		if (strncmp(text[n], "kunci=", 6) != 0) {
			part[n] = text[n];
			n++;
		}
	}
	part[n] = NULL;
	free(form);
	return part;
}

/* The file field of the first row. */
static const char *
file_field(struct office *o, const char *slug)
{
	const struct sop_row *row = sop_row_at(office_sop(o, fixture_sop(o,
	    slug)), 1);

	for (size_t i = 0; i < row->nfield; i++)
		if (row->field[i].type == FIELD_FILE)
			return row->field[i].name;
	return "";
}

const char *
applicant_write(struct office *o, struct visitor *v, const char *path,
    const char *over, const char *file)
{
	static char uri[512];
	const char *slug = strrchr(path, '/') + 1;
	struct cgi_file pdf = { file_field(o, slug), file, "text/html",
		desk_pdf, desk_pdf_len };

	cgi_get(v, "submit", path);
	cgi_post(v, "submit", path, "aksi=mulai");
	for (int i = 0; i < 10 && v->status == 303; i++) {
		snprintf(uri, sizeof(uri), "%s", v->location);
		if (strstr(uri, "/periksa") != NULL)
			return uri;
		cgi_upload(v, "submit", uri, parts_of(o, slug, over),
		    file != NULL ? &pdf : NULL);
	}
	return uri;
}

void
applicant_send(struct visitor *v, const char *check)
{
	char form[512];

	cgi_get(v, "submit", check);
	snprintf(form, sizeof(form), "kunci=%s&persetujuan_data=v1"
	    "&persetujuan_orang_tua=v1", cgi_field(v, "kunci"));
	cgi_post(v, "submit", check, form);
}
