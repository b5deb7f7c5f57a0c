/* phone.c - telephone numbers. */
#include "base/phone.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "base/unicode.h"

#define DIGITS_MIN	8
#define DIGITS_MAX	15	/* ITU-T E.164, 6.1 */
#define TYPED_MAX	160

/* Country codes (ITU-T E.164, "List of assigned country codes"); those of
 * satellites and global services have no subscriber that a message reaches,
 * but for 881 to 883. */
static const char *const countries[] = {
	"1", "20", "211", "212", "213", "216", "218", "220", "221", "222",
	"223", "224", "225", "226", "227", "228", "229", "230", "231", "232",
	"233", "234", "235", "236", "237", "238", "239", "240", "241", "242",
	"243", "244", "245", "246", "247", "248", "249", "250", "251", "252",
	"253", "254", "255", "256", "257", "258", "260", "261", "262", "263",
	"264", "265", "266", "267", "268", "269", "27", "290", "291", "297",
	"298", "299", "30", "31", "32", "33", "34", "350", "351", "352", "353",
	"354", "355", "356", "357", "358", "359", "36", "370", "371", "372",
	"373", "374", "375", "376", "377", "378", "379", "380", "381", "382",
	"383", "385", "386", "387", "389", "39", "40", "41", "420", "421",
	"423", "43", "44", "45", "46", "47", "48", "49", "500", "501", "502",
	"503", "504", "505", "506", "507", "508", "509", "51", "52", "53",
	"54", "55", "56", "57", "58", "590", "591", "592", "593", "594", "595",
	"596", "597", "598", "599", "60", "61", "62", "63", "64", "65", "66",
	"670", "672", "673", "674", "675", "676", "677", "678", "679", "680",
	"681", "682", "683", "685", "686", "687", "688", "689", "690", "691",
	"692", "7", "81", "82", "84", "850", "852", "853", "855", "856", "86",
	"880", "881", "882", "883", "886", "90", "91", "92", "93", "94", "95",
	"960", "961", "962", "963", "964", "965", "966", "967", "968", "970",
	"971", "972", "973", "974", "975", "976", "977", "98", "992", "993",
	"994", "995", "996", "998",
};

/* Words before numbers in address books, chats and on web pages. */
static const struct {
	const char	*word;
	int		 country;	/* digits behind it begin with one */
} before[] = {
	{ "https://", 0 }, { "http://", 0 }, { "wa.me/", 1 },
	{ "api.whatsapp.com/send?phone=", 1 }, { "whatsapp", 0 },
	{ "telepon", 0 }, { "phone", 0 }, { "nomor", 0 }, { "telp", 0 },
	{ "tel", 0 }, { "wa", 0 }, { "hp", 0 }, { "no", 0 },
};

/* Digits of the country of an international number; 0: there is none. */
static size_t
country_length(const char *digits)
{
	for (size_t i = 0; i < sizeof(countries) / sizeof(countries[0]); i++)
		if (strncmp(digits, countries[i], strlen(countries[i])) == 0)
			return strlen(countries[i]);
	return 0;
}

/* The text behind words and marks; *country: they say that one follows. */
static const char *
skip_words(const char *s, int *country)
{
	size_t i = 0;

	while (i < sizeof(before) / sizeof(before[0])) {
		size_t n = strlen(before[i].word);

		s += strspn(s, " .:/");
		if (strncasecmp(s, before[i].word, n) == 0) {
			*country |= before[i].country;
			s += n;
			i = 0;
		} else {
			i++;
		}
	}
	return s;
}

/* The digits of a number up to a question mark (of an address): their count;
 * -1 when anything else stands among them or they are too many. */
static int
read_digits(const char *s, char digits[DIGITS_MAX + 8])
{
	int n = 0;

	for (; *s != '\0' && *s != '?'; s++) {
		if (strncmp(s, "(0)", 3) == 0)
			s += 2;
		else if (isdigit((unsigned char)*s) && n < DIGITS_MAX + 7)
			digits[n++] = *s;
		else if (strchr(" -./()", *s) == NULL)
			return -1;
	}
	digits[n] = '\0';
	return n;
}

/* Digits behind +62: a mobile number, with its 0 or without. */
static int
read_indonesian(const char *d, char *out, size_t size)
{
	size_t n;

	d += *d == '0';
	n = strlen(d);
	if (n < 9 || n > 12 || d[0] != '8' || d[1] == '0' || d[1] == '4')
		return -1;
	return (size_t)snprintf(out, size, "+62%s", d) < size ? 0 : -1;
}

int
phone_read(const char *typed, char *out, size_t size)
{
	char text[TYPED_MAX], digits[DIGITS_MAX + 8];
	const char *s, *d = digits;
	int plus = 0, n;

	s = skip_words(unicode_typed(typed, text, sizeof(text)), &plus);
	s += strspn(s, " (");
	if (*s == '+') {
		plus = 1;
		s++;
	}
	if ((n = read_digits(s, digits)) < 0)
		return -1;
	if (strncmp(d, "00", 2) == 0) {
		d += 2;
		n -= 2;
		plus = 1;
	}
	if (strncmp(d, "62", 2) == 0)
		return read_indonesian(d + 2, out, size);
	if (!plus || *d == '0')
		return read_indonesian(d, out, size);
	if (n < DIGITS_MIN || n > DIGITS_MAX || country_length(d) == 0)
		return -1;
	return (size_t)snprintf(out, size, "+%s", d) < size ? 0 : -1;
}

char *
phone_words(const char *number, char *buf, size_t size)
{
	const char *d = number + (*number == '+');
	size_t n = strspn(d, "0123456789"), country = country_length(d);

	if (d == number || d[n] != '\0' || n < DIGITS_MIN || country == 0)
		snprintf(buf, size, "%s", number);
	else if (strncmp(d, "62", 2) == 0 && n > 9)
		snprintf(buf, size, "0%.3s-%.4s-%s", d + 2, d + 5, d + 9);
	else
		snprintf(buf, size, "+%.*s %.4s-%.4s%s%s", (int)country, d,
		    d + country, d + country + 4,
		    n > country + 8 ? "-" : "",
		    n > country + 8 ? d + country + 8 : "");
	return buf;
}
