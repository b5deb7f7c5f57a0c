/* lateness-t.c - the list of reasons of lateness, and where else it stands. */
#include <ctype.h>

#include "case/lateness.h"
#include "tests/slurp.h"
#include "tests/tap.h"

/* A file of the tree with one space for any run of them; free() it. */
static char *
squeezed(const char *name)
{
	size_t len, to = 0;
	char *text = slurp(name, &len);

	for (size_t i = 0; i < len; i++)
		if (!isspace((unsigned char)text[i]))
			text[to++] = text[i];
		else if (to > 0 && text[to - 1] != ' ')
			text[to++] = ' ';
	text[to] = '\0';
	return text;
}

/* Does the file say this? */
static void
says(const char *name, const char *what, const char *description)
{
	char *text = squeezed(name);

	if (!ok(strstr(text, what) != NULL, "%s", description))
		printf("# %s does not say: %s\n", name, what);
	free(text);
}

static void
knows_its_slugs(void)
{
	size_t n;
	const struct sop_choice *list = lateness_choices(&n);

	is_int(LATENESS__MAX, (int64_t)n, "every reason is a choice");
	for (size_t i = 0; i < n; i++) {
		is_string(lateness_slug((enum lateness)i), list[i].value,
		    "%s has its place in the list", list[i].value);
		ok(lateness_known(list[i].value) == list[i].value,
		    "... and is known");
	}
	is_string("dinas-luar", lateness_slug(LATENESS_DINAS_LUAR),
	    "a reason is called by its name");
	ok(lateness_known("") == NULL, "no reason is none of them");
	ok(lateness_known("malas") == NULL, "... nor is any other word");
}

#define QUOTED(arg, id, member, slug, label) ", '" slug "'"
#define COLUMN(arg, id, member, slug, label) " why_" #member " @INT@ NOT NULL,"
#define LISTED(arg, id, member, slug, label) " , " slug

static void
stands_elsewhere(void)
{
	static const char note[] = " -- done late, by the reason given";
	char *figures = squeezed("lib/store/schema/0001-office.sql"), *at;
	const char *manual = LATENESS(LISTED, ) " .";

	says("lib/store/schema/0001-office.sql", "late_reason TEXT NOT NULL "
	    "CHECK (late_reason IN (''" LATENESS(QUOTED, ) "))",
	    "tasks take the reasons of the list");
	if ((at = strstr(figures, note)) != NULL)
		memmove(at, at + sizeof(note) - 1,
		    strlen(at + sizeof(note) - 1) + 1);
	ok(strstr(figures, LATENESS(COLUMN, ) " why_none") != NULL,
	    "figures of a month count them, in this order");
	free(figures);
	says("cgi-bin/sopap-step.7", manual + 3, "the manual page lists them");
}

int
main(void)
{
	knows_its_slugs();
	stands_elsewhere();
	return tap_done();
}
