/*
 * month_name.c - the months by name.
 */
#include "clock/month_name.h"

#include <stddef.h>
#include <string.h>
#include <strings.h>

#define SHORTEST 3	/* letters by which a month is known */

struct month {
	const char	*name, *abbreviation;
};

static const struct month indonesian[12] = {
	{ "Januari", "Jan" }, { "Februari", "Feb" }, { "Maret", "Mar" },
	{ "April", "Apr" }, { "Mei", "Mei" }, { "Juni", "Jun" },
	{ "Juli", "Jul" }, { "Agustus", "Agu" }, { "September", "Sep" },
	{ "Oktober", "Okt" }, { "November", "Nov" }, { "Desember", "Des" },
};

static const struct month english[12] = {
	{ "January", "Jan" }, { "February", "Feb" }, { "March", "Mar" },
	{ "April", "Apr" }, { "May", "May" }, { "June", "Jun" },
	{ "July", "Jul" }, { "August", "Aug" }, { "September", "Sep" },
	{ "October", "Oct" }, { "November", "Nov" }, { "December", "Dec" },
};

/* Spellings that are not the beginning of a name above. */
static const struct {
	const char	*word;
	int		 month;
} others[] = {
	{ "pebruari", 2 }, { "peb", 2 }, { "agt", 8 }, { "ags", 8 },
	{ "nopember", 11 }, { "nop", 11 },
};

static const struct month *
months_of(const char *language)
{
	return strcmp(language, "en") == 0 ? english : indonesian;
}

const char *
month_name(const char *language, int month)
{
	return month >= 1 && month <= 12 ?
	    months_of(language)[month - 1].name : "";
}

const char *
month_name_short(const char *language, int month)
{
	return month >= 1 && month <= 12 ?
	    months_of(language)[month - 1].abbreviation : "";
}

/* Is the text the beginning of the name? */
static int
begins(const char *name, const char *text, size_t len)
{
	return len <= strlen(name) && strncasecmp(name, text, len) == 0;
}

int
month_name_find(const char *text)
{
	size_t len = strlen(text);

	if (len > 0 && text[len - 1] == '.')
		len--;
	for (int m = 0; m < 12 && len >= SHORTEST; m++)
		if (begins(indonesian[m].name, text, len) ||
		    begins(english[m].name, text, len))
			return m + 1;
	for (size_t i = 0; i < sizeof(others) / sizeof(others[0]); i++)
		if (len == strlen(others[i].word) &&
		    strncasecmp(text, others[i].word, len) == 0)
			return others[i].month;
	return 0;
}
