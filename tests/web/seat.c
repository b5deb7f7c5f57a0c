/*
 * seat.c - somebody at the page of a task.
 */
#include "tests/web/seat.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tests/tap.h"

void
seat_take(struct seat *s, struct office *o, const char *program,
    const char *path, int64_t case_id, int claimed)
{
	memset(s, 0, sizeof(*s));
	s->o = o;
	s->program = program;
	s->path = path;
	s->case_id = case_id;
	s->task = claimed ? desk_claimed(o, case_id) : desk_task(o, case_id);
	s->row = desk_row(o, &s->task);
	s->v.now = desk_now + 60;
	snprintf(s->uri, sizeof(s->uri), "%s/%lld", path,
	    (long long)s->task.id);
	if (desk_doer(o, &s->task)[0] != '\0')
		cgi_login(o, &s->v, desk_doer(o, &s->task));
}

void
seat_leave(struct seat *s)
{
	if (s->v.now > desk_now)
		desk_now = s->v.now;
	cgi_leave(&s->v);
}

void
seat_look(struct seat *s)
{
	if (task_get(s->o, s->task.id, &s->task) != CASE_OK)
		bail("the task is gone");
	cgi_get(&s->v, s->program, s->uri);
}

/* The form with version and key. */
static char *
whole(const struct seat *s, const char *form)
{
	static int n;
	char *text;
	int passes = s->row->via_time == VIA_AFTER && strstr(form,
	    "keputusan=teruskan") != NULL && strstr(form,
	    "nomor-terusan=") == NULL;

	if (asprintf(&text, "%s%s%s", form,
	    passes ? "&nomor-terusan=AGD-17" : "",
	    strstr(form, "versi=") != NULL ? "" : "&versi=") == -1)
		bail("out of memory");
	if (strstr(form, "versi=") == NULL) {
		char *more;

		if (asprintf(&more, "%s%lld", text,
		    (long long)s->task.version) == -1)
			bail("out of memory");
		free(text);
		text = more;
	}
	if (strstr(form, "kunci=") == NULL) {
		char *more;

		if (asprintf(&more, "%s&kunci=k%d", text, ++n) == -1)
			bail("out of memory");
		free(text);
		text = more;
	}
	return text;
}

void
seat_send(struct seat *s, const char *form)
{
	char *text = whole(s, form);

	cgi_post(&s->v, s->program, s->uri, text);
	free(text);
}

/* "%3C" is "<"; in place. */
static char *
decode(char *s)
{
	char *o = s, *begin = s;
	unsigned c;

	for (; *s != '\0'; s++)
		if (*s == '%' && sscanf(s + 1, "%2x", &c) == 1) {
			*o++ = (char)c;
			s += 2;
		} else {
			*o++ = *s == '+' ? ' ' : *s;
		}
	*o = '\0';
	return begin;
}

void
seat_send_file(struct seat *s, const char *form, const char *field)
{
	const char *part[64];
	char *text = whole(s, form), *next = text, *pair;
	struct cgi_file file = { field, "surat.pdf", "application/pdf",
	    desk_pdf, desk_pdf_len };
	size_t n = 0;

	while ((pair = strsep(&next, "&")) != NULL && n < 63)
		part[n++] = decode(pair);
	part[n] = NULL;
	cgi_upload(&s->v, s->program, s->uri, part, &file);
	free(text);
}

const char *
seat_file(const struct seat *s)
{
	for (size_t i = 0; i < s->row->nfield; i++)
		if (s->row->field[i].type == FIELD_FILE &&
		    s->row->field[i].required)
			return s->row->field[i].name;
	return NULL;
}

int64_t
seat_events(const struct seat *s)
{
	return desk_events(s->o, s->case_id);
}
