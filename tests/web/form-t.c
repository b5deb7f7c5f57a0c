/* form-t.c - decoding of forms, text and cookies. */
#include "base/arena.h"
#include "base/utf8.h"
#include "tests/tap.h"
#include "web/cookie.h"
#include "web/form.h"

/* The fields of a form as "name=value;" each, or the error. */
static const char *
decoded(struct arena *arena, const char *text, size_t max)
{
	struct form_field *field;
	size_t count;
	char *out = arena_strdup(arena, "");
	int rc = form_decode(arena, text, strlen(text), max, &field, &count);

	if (rc != 0)
		return rc == -1 ? "bad text" : "too many";
	for (size_t i = 0; i < count; i++)
		out = arena_printf(arena, "%s%s=%s;", out, field[i].name,
		    field[i].value);
	return out;
}

static void
decodes_forms(struct arena *arena)
{
	static const struct {
		const char *text, *want, *what;
	} t[] = {
		{ "", "", "nothing" },
		{ "a=1", "a=1;", "one field" },
		{ "a=1&b=2&a=3", "a=1;b=2;a=3;", "repeated fields stay" },
		{ "a", "a=;", "a name alone" },
		{ "=1", "=1;", "a value alone" },
		{ "a=", "a=;", "an empty value" },
		{ "&&a=1&&", "a=1;", "empty pairs are none" },
		{ "a=b=c", "a=b=c;", "an equals sign in a value" },
		{ "a+b=c+d%2B", "a b=c d+;", "plus is a space" },
		{ "n%61ma=%C3%A9", "nama=\xC3\xA9;", "escapes" },
		{ "a=%e2%80%93", "a=\xE2\x80\x93;", "small hex digits" },
		{ "a=50%&b=%4", "a=50%;b=%4;", "a lone percent sign" },
		{ "a=%zz%41", "a=%zzA;", "no hex digits" },
		{ "a=%2541", "a=%41;", "decoded once, not twice" },
		{ "a=x%26b%3Dy", "a=x&b=y;", "an escaped & is data" },
		{ "a=x%0D%0Ay%0Dz%0A", "a=x\ny\nz\n;", "line ends become LF" },
		{ "a=%00", "bad text", "NUL is refused" },
		{ "a=%FF", "bad text", "a byte that is no UTF-8" },
		{ "%C3=1", "bad text", "a cut character in a name" },
		{ "a=%C3&b=%A9", "bad text", "a character across fields" },
		{ "a=1&b=2&c=3&d=4", "a=1;b=2;c=3;d=4;", "as many as may be" },
		{ "a=1&b=2&c=3&d=4&e", "too many", "one more than that" },
	};

	for (size_t i = 0; i < sizeof(t) / sizeof(t[0]); i++)
		is_string(t[i].want, decoded(arena, t[i].text, 4), "form: %s",
		    t[i].what);
	is_string("1", form_find((struct form_field[]){ { "a", "1" },
	    { "a", "2" } }, 2, "a"), "of a value sent twice the first counts");
}

static void
knows_utf8(void)
{
	static const struct {
		int valid;
		const char *text;
		size_t len;
	} t[] = {
		{ 1, "", 0 }, { 1, "abc", 3 }, { 0, "a\0b", 3 },
		{ 1, "\xC2\x80", 2 }, { 0, "\xC1\xBF", 2 },
		{ 0, "\x80", 1 }, { 0, "\xC3", 1 }, { 0, "\xC3\x41", 2 },
		{ 1, "\xE0\xA0\x80", 3 }, { 0, "\xE0\x9F\xBF", 3 },
		{ 1, "\xED\x9F\xBF", 3 }, { 0, "\xED\xA0\x80", 3 },
		{ 0, "\xE2\x80", 2 }, { 0, "\xE2\x80\x41", 3 },
		{ 1, "\xF0\x90\x80\x80", 4 }, { 0, "\xF0\x8F\xBF\xBF", 4 },
		{ 1, "\xF4\x8F\xBF\xBF", 4 }, { 0, "\xF4\x90\x80\x80", 4 },
		{ 0, "\xF5\x80\x80\x80", 4 }, { 0, "\xF0\x90\x80", 3 },
	};

	for (size_t i = 0; i < sizeof(t) / sizeof(t[0]); i++)
		is_int(t[i].valid, utf8_valid(t[i].text, t[i].len),
		    "UTF-8 number %zu", i);
}

static void
reads_cookies(void)
{
	static const struct {
		const char *header, *want, *what;
	} t[] = {
		{ "", NULL, "no cookies" },
		{ "sopap=abc", "abc", "the only one" },
		{ "x=1; sopap=abc; y=2", "abc", "between others" },
		{ "x=1;sopap=abc", "abc", "without a space" },
		{ "xsopap=1; sopap=abc", "abc", "a name that ends alike" },
		{ "sopapx=1; sopap=abc", "abc", "a name that begins alike" },
		{ "x=sopap=1; sopap=abc", "abc", "the name in a value" },
		{ "sopap=a; sopap=b", "a", "the first of two" },
		{ "sopap=", "", "an empty value" },
		{ "sopap", NULL, "a name without value" },
		{ "sopap = abc", NULL, "a space before the equals sign" },
		{ "sopap=abc ", "abc", "a space behind" },
		{ "sopap=a b", NULL, "a space inside" },
		{ "sopap=\"abc\"", NULL, "quotes" },
		{ "sopap=a,b", NULL, "a comma" },
		{ "sopap=\x01", NULL, "a control character" },
		{ "sopap=\xC3\xA9", NULL, "a byte outside ASCII" },
		{ "SOPAP=abc", NULL, "capitals are another name" },
		{ "sopap=1234567", "1234567", "a value that just fits" },
		{ "sopap=12345678", NULL, "one that does not" },
	};
	char buf[8];

	for (size_t i = 0; i < sizeof(t) / sizeof(t[0]); i++) {
		int len = cookie_get(t[i].header, "sopap", buf, sizeof(buf));

		is_string(t[i].want, len < 0 ? NULL : buf, "cookie: %s",
		    t[i].what);
		if (len >= 0)
			is_int((int64_t)strlen(buf), len, "...its length");
	}
}

int
main(void)
{
	struct arena *arena = arena_new();

	decodes_forms(arena);
	knows_utf8();
	reads_cookies();
	arena_free(arena);
	return tap_done();
}
