/* name.c - is a text the name of a person? */
#include "base/name.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "base/unicode.h"

/* Ends of addresses that chats make links of, whatever stands before; no
 * degree is written like one. */
static const char *const ends[] = { "com", "net", "org", "info", "biz", "id",
	"my", "sg", "io", "ly", "me", "xyz", "site", "online", "shop", "store",
	"top", "link", "click", "app", "dev", "web", "club", "live" };

static int
is_end(const char *s, size_t n)
{
	for (size_t i = 0; i < sizeof(ends) / sizeof(ends[0]); i++)
		if (strlen(ends[i]) == n && strncasecmp(s, ends[i], n) == 0)
			return 1;
	return 0;
}

/* Are all letters of ASCII in it small? */
static int
is_small(const char *s, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (isupper((unsigned char)s[i]))
			return 0;
	return 1;
}

/*
 * A word with dots in it: "bit.ly" and "evil.example" are addresses, and so is
 * "t.me/x"; "S.Kom", "A.Md.Kep." and "Drs.Ahmad" are not.
 */
static int
is_address(const char *word, size_t n)
{
	size_t first = strcspn(word, "."), slash = 0, last;

	while (slash < n && word[slash] != '/')
		slash++;
	while (slash > 0 && ispunct((unsigned char)word[slash - 1]))
		slash--;
	for (last = slash; last > 0 && word[last - 1] != '.'; last--)
		continue;
	if (last == 0 || slash - last < 2)
		return 0;
	if (slash < n && word[slash] == '/')
		return 1;
	return first >= 2 && (is_end(word + last, slash - last) ||
	    is_small(word, slash));
}

static int
has_address(const char *s)
{
	size_t n;

	if (strchr(s, '@') != NULL || strstr(s, "//") != NULL ||
	    strcasestr(s, "www.") != NULL)
		return 1;
	for (; *s != '\0'; s += n + (s[n] == ' ')) {
		n = strcspn(s, " ");
		if (is_address(s, n))
			return 1;
	}
	return 0;
}

enum name_fault
name_judge(const char *name)
{
	if (strpbrk(name, ";\t\n") != NULL)
		return NAME_MARK;
	if (has_address(name))
		return NAME_ADDRESS;
	if (unicode_has_digit(name))
		return NAME_DIGIT;
	return unicode_has_letter(name) ? NAME_GOOD : NAME_EMPTY;
}

const char *
name_fault_words(enum name_fault f)
{
	switch (f) {
	case NAME_DIGIT:
		return "tanpa angka";
	case NAME_ADDRESS:
		return "tanpa alamat situs atau surel; beri spasi sesudah "
		    "titik pada gelar";
	case NAME_MARK:
		return "tanpa titik koma";
	default:
		return "";
	}
}
