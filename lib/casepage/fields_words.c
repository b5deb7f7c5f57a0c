/* fields_words.c - what was recorded in a form, as people read it. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "casepage/fields.h"

#include "base/arena.h"
#include "page/format.h"
#include "people/person.h"
#include "web/request.h"

/* "+62 812-3456-7890", as people write it: 0812-3456-7890. */
static const char *
phone_words(const struct request *req, const char *value)
{
	size_t n = strlen(value);

	if (strncmp(value, "+62", 3) != 0 || n < 10)
		return value;
	return arena_printf(req->arena, "0%.3s-%.4s-%s", value + 3, value + 6,
	    value + 10);
}

const char *
words_field(const struct request *req, const struct sop_field *f,
    const char *value)
{
	struct format_time day = { .year = 0 };
	char *buf = arena_alloc(req->arena, 160);

	switch (f->type) {
	case FIELD_CONSENT:
	case FIELD_CHOICE:
		for (size_t i = 0; i < f->nchoice; i++)
			if (strcmp(f->choice[i].value, value) == 0)
				return f->choice[i].label;
		return value;
	case FIELD_DATE:
		if (sscanf(value, "%4d-%2d-%2d", &day.year, &day.month,
		    &day.day) != 3)
			return value;
		return format_date(buf, 160, &day);
	case FIELD_NUMBER:
		/* A year has no full stop in it. */
		if (strlen(value) <= 4)
			return value;
		return format_int(buf, 160, strtoll(value, NULL, 10));
	case FIELD_PHONE:
		return phone_words(req, value);
	case FIELD_OFFICER:
		person_name(req->office, strtoll(value, NULL, 10), buf, 160);
		return *buf != '\0' ? buf : value;
	default:
		return value;
	}
}

const char *
words_file(const struct request *req, const char *name, const char *type,
    int64_t size)
{
	static const struct {
		const char *type, *word;
	} words[] = {
		{ "application/pdf", "PDF" }, { "image/jpeg", "JPEG" },
		{ "image/png", "PNG" },
	};
	const char *word = strrchr(name, '.');
	char buf[FORMAT_SIZE];

	word = word != NULL ? word + 1 : "berkas";
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (strcmp(words[i].type, type) == 0)
			word = words[i].word;
	return arena_printf(req->arena, "%s (%s, %s)", name, word,
	    format_size(buf, sizeof(buf), size));
}
