/* unicode-t.c - what is not seen goes; names; where a message is cut. */
#include "base/unicode.h"

#include "base/name.h"
#include "tests/tap.h"

static void
cleans(void)
{
	static const struct {
		const char *text, *want;
	} t[] = {
		{ "", "" }, { "Siti Rahmawati", "Siti Rahmawati" },
		{ "Siti\u202eabc", "Sitiabc" }, { "\u2066a\u2069", "a" },
		{ "\u200b", "" }, { "\u3164\u115f\uffa0", "" },
		{ "a\u00adb\u034fc\ufe0fd\U000e0041e", "abcde" },
		{ "a\u00a0b\u2003c\u3000d\u202fe\u2800f", "a b c d e f" },
		{ "e\u0301", "\u00e9" }, { "a\u2028b\xc2\x85" "c", "a\nb\nc" },
		{ "a\xc2\x80\ufff9" "b", "ab" }, { "\ufeffNama", "Nama" },
		{ "\u0645\u062d\u0645\u062f", "\u0645\u062d\u0645\u062f" },
		{ "\u738b\u5c0f\u660e", "\u738b\u5c0f\u660e" },
		{ "Nur\u2019aini", "Nur\u2019aini" }, { "a\tb", "a\tb" },
		{ "\xff", "\xff" },
	};

	for (size_t i = 0; i < sizeof(t) / sizeof(t[0]); i++) {
		char *got = unicode_clean(t[i].text);

		is_string(t[i].want, got, "clean %zu", i);
		free(got);
	}
}

static void
reads_codes(void)
{
	static const struct {
		const char *text, *want;
	} t[] = {
		{ "K7QM-2F9D", "K7QM-2F9D" },
		{ " K7QM\u00a0\u20132F9D. ", "K7QM -2F9D" },
		{ "\u201cK7QM\u20112F9D\u201d,", "K7QM-2F9D" },
		{ "(k7qm\u22122f9d)", "k7qm-2f9d" },
		{ "\uff2b\uff17\uff31\uff2d", "K7QM" },
		{ "'W.6-UM.01.01-0002'", "W.6-UM.01.01-0002" },
		{ "\u200b1962\t0202", "1962 0202" }, { "...", "" },
		{ "o'brien@contoh.id", "o'brien@contoh.id" },
	};
	char buf[64];

	for (size_t i = 0; i < sizeof(t) / sizeof(t[0]); i++)
		is_string(t[i].want, unicode_typed(t[i].text, buf,
		    sizeof(buf)), "typed %zu", i);
	is_string("ab", unicode_typed("ab\u00e9", buf, 4),
	    "cut between characters");
}

static void
judges_names(void)
{
	static const struct {
		const char *name;
		enum name_fault want;
	} t[] = {
		{ "Siti Rahmawati", NAME_GOOD }, { "O'Brien", NAME_GOOD },
		{ "Raden Mas H. Soedirman, S.H., M.H.", NAME_GOOD },
		{ "Ahmad, A.Md.Kep.", NAME_GOOD }, { "Drs.Ahmad", NAME_GOOD },
		{ "Ahmad, S.Kom", NAME_GOOD }, { "Kumar a/l Raj", NAME_GOOD },
		{ "\u0645\u062d\u0645\u062f", NAME_GOOD },
		{ "\u738b\u5c0f\u660e", NAME_GOOD }, { "Suharto", NAME_GOOD },
		{ "Siti 0902", NAME_DIGIT }, { "Siti \u0663", NAME_DIGIT },
		{ "-", NAME_EMPTY }, { "", NAME_EMPTY },
		{ "KLIK https://evil.example/1", NAME_ADDRESS },
		{ "lihat bit.ly", NAME_ADDRESS }, { "t.me/x", NAME_ADDRESS },
		{ "EVIL.COM", NAME_ADDRESS }, { "a@b.id", NAME_ADDRESS },
		{ "www.evil", NAME_ADDRESS }, { "evil.example", NAME_ADDRESS },
		{ "(evil.example)", NAME_ADDRESS },
		{ "Siti; Budi", NAME_MARK },
	};

	for (size_t i = 0; i < sizeof(t) / sizeof(t[0]); i++)
		is_int(t[i].want, name_judge(t[i].name), "name \"%s\"",
		    t[i].name);
}

static void
cuts(void)
{
	static const struct {
		const char *text;
		size_t max;
		enum unicode_unit unit;
		size_t want;
	} t[] = {
		{ "abc", 3, UNICODE_UTF16, 3 }, { "abc", 2, UNICODE_UTF16, 2 },
		{ "a\U0001f600", 2, UNICODE_UTF16, 1 },
		{ "a\U0001f600", 3, UNICODE_UTF16, 5 },
		{ "a\U0001f600", 2, UNICODE_CHARACTERS, 5 },
		{ "a\U0001f600", 4, UNICODE_BYTES, 1 },
		{ "ae\u0301", 2, UNICODE_CHARACTERS, 1 },
		{ "ae\u0301b", 3, UNICODE_CHARACTERS, 4 },
		{ "\U0001f468\u200d\U0001f469", 2, UNICODE_CHARACTERS, 0 },
		{ "", 0, UNICODE_BYTES, 0 },
	};

	for (size_t i = 0; i < sizeof(t) / sizeof(t[0]); i++)
		is_int((int64_t)t[i].want, (int64_t)unicode_cut(t[i].text,
		    t[i].max, t[i].unit), "cut %zu", i);
	is_int(3, (int64_t)unicode_count("a\U0001f600", UNICODE_UTF16),
	    "an emoji is two units of UTF-16");
}

int
main(void)
{
	cleans();
	reads_codes();
	judges_names();
	cuts();
	return tap_done();
}
