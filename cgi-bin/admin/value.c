/* value.c - the checked values of a form, by their types. */
#include "cgi-bin/admin/admin.h"

#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/number.h"
#include "clock/calendar.h"
#include "web/form.h"
#include "web/request.h"

const char *
admin_value(const struct admin *a, const char *name)
{
	const struct fields_state t = { .value = a->form->value,
	    .nvalue = a->form->nvalue };
	const char *value = fields_value(&t, name);

	return value != NULL ? value : "";
}

const char *
admin_text(const struct admin *a, const char *name)
{
	const char *text = form_get(a->req, name);
	size_t n = text != NULL ? strlen(text) : 0;

	while (n > 0 && strchr(" \n", text[n - 1]) != NULL)
		n--;
	return arena_printf(a->req->arena, "%.*s\n", (int)n, text);
}

int64_t
admin_number(const struct admin *a, const char *name)
{
	int64_t n = 0;

	number_parse(admin_value(a, name), INT64_MIN, INT64_MAX, &n);
	return n;
}

int64_t
admin_day(const struct admin *a, const char *name)
{
	int y, m, d;

	if (sscanf(admin_value(a, name), "%4d-%2d-%2d", &y, &m, &d) != 3)
		return 0;
	return calendar_instant(office_calendar(a->req->office), y, m, d, 0, 0,
	    0);
}
