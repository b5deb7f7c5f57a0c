/* utf8-t.c - where a text is cut: never inside a character. */
#include "base/utf8.h"
#include "tests/tap.h"

static void
cuts_between_characters(void)
{
	static const struct {
		const char *text;
		size_t max, want;
	} t[] = {
		{ "", 0, 0 }, { "abc", 3, 3 }, { "abc", 9, 3 }, { "abc", 2, 2 },
		{ "a\u00e9", 2, 1 }, { "a\u00e9", 3, 3 },
		{ "\u20ac\u20ac", 5, 3 }, { "\u20ac\u20ac", 2, 0 },
		{ "\U0001f600", 3, 0 }, { "\U0001f600", 4, 4 },
	};
	char buf[16];

	for (size_t i = 0; i < sizeof(t) / sizeof(t[0]); i++) {
		is_int((int64_t)t[i].want, (int64_t)utf8_cut(t[i].text,
		    strlen(t[i].text), t[i].max), "%zu bytes of \"%s\"",
		    t[i].max, t[i].text);
		utf8_copy(buf, t[i].max + 1, t[i].text);
		is_int((int64_t)t[i].want, (int64_t)strlen(buf),
		    "... and as many are copied");
	}
}

static void
counts_characters(void)
{
	is_int(0, (int64_t)utf8_count(""), "an empty text has none");
	is_int(4, (int64_t)utf8_count("a\u00e9\u20ac\U0001f600"),
	    "a character is one, of however many bytes");
}

int
main(void)
{
	cuts_between_characters();
	counts_characters();
	return tap_done();
}
