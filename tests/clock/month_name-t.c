/* month_name-t.c - the months as they are printed and as they are typed. */
#include "clock/month_name.h"
#include "tests/tap.h"

/* In both languages, whole, short and in other spellings. */
static const struct {
	const char	*typed;
	int		 month;
} typed[] = {
	{ "mei", 5 }, { "May", 5 }, { "MEI", 5 }, { "agu", 8 }, { "agt", 8 },
	{ "ags", 8 }, { "Aug", 8 }, { "Aug.", 8 }, { "august", 8 },
	{ "agustus", 8 }, { "okt", 10 }, { "oct", 10 }, { "October", 10 },
	{ "des", 12 }, { "dec", 12 }, { "December", 12 }, { "sept", 9 },
	{ "pebruari", 2 }, { "February", 2 }, { "nop", 11 }, { "march", 3 },
	{ "maret", 3 }, { "july", 7 }, { "juli", 7 },
	/* None: too short, more than a name, or something else. */
	{ "", 0 }, { ".", 0 }, { "ma", 0 }, { "j", 0 }, { "mayo", 0 },
	{ "octobers", 0 }, { "agtus", 0 }, { "12", 0 }, { "besok", 0 },
};

int
main(void)
{
	int months[2][13] = { { 0 } };
	static const char *const language[2] = { "id", "en" };

	for (size_t i = 0; i < sizeof(typed) / sizeof(typed[0]); i++)
		is_int(typed[i].month, month_name_find(typed[i].typed),
		    "typed: \"%s\"", typed[i].typed);
	/* Each as it is printed is understood, whole and short. */
	for (int l = 0; l < 2; l++)
		for (int m = 1; m <= 12; m++)
			months[l][m] =
			    month_name_find(month_name(language[l], m)) == m &&
			    month_name_find(month_name_short(language[l],
			    m)) == m;
	for (int m = 1; m <= 12; m++)
		ok(months[0][m] && months[1][m], "month %d, as printed", m);
	is_string("Agustus", month_name("id", 8), "in Indonesian");
	is_string("Agu", month_name_short("id", 8), "...short");
	is_string("August", month_name("en", 8), "in English");
	is_string("Aug", month_name_short("en", 8), "...short");
	is_string("Agustus", month_name("xx", 8), "in no language we know");
	is_string("", month_name("id", 0), "no month before the first");
	is_string("", month_name_short("en", 13), "...nor after the last");
	return tap_done();
}
