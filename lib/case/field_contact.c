/*
 * field_contact.c - where somebody is reached: a mobile number, a mail
 * address.
 */
#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "case/fieldraw.h"

#define EMAIL_MAX	127

/* Bytes of what separates the figures of a number at s, 0 when nothing does.
 * Numbers are copied from chats and web pages, with hyphens, spaces and marks
 * of direction that nobody sees: U+00A0, U+2000 .. U+206F, U+FEFF. */
static size_t
separator(const char *s)
{
	const unsigned char *u = (const unsigned char *)s;

	if (strchr(" \t\n-./()", *s) != NULL)
		return 1;
	if (u[0] == 0xc2 && u[1] == 0xa0)
		return 2;
	if (u[0] == 0xe2 && (u[1] == 0x80 || u[1] == 0x81))
		return u[2] != '\0' ? 3 : 0;
	return u[0] == 0xef && u[1] == 0xbb && u[2] == 0xbf ? 3 : 0;
}

int
field_phone(const char *typed, char *out, size_t size)
{
	char digits[32];
	const char *s = typed, *d = digits;
	size_t n = 0, len;
	int plus;

	while (*s != '\0' && (len = separator(s)) > 0 && *s != '(')
		s += len;
	plus = *s == '+';
	for (s += plus; *s != '\0'; s += len) {
		len = 1;
		if (strncmp(s, "(0)", 3) == 0)
			len = 3;
		else if (isdigit((unsigned char)*s) && n < sizeof(digits) - 1)
			digits[n++] = *s;
		else if ((len = separator(s)) == 0)
			return -1;
	}
	digits[n] = '\0';
	if (!plus && strncmp(d, "00", 2) == 0) {
		d += 2;
		plus = 1;
	}
	if (strncmp(d, "62", 2) == 0)
		d += 2;
	else if (plus)
		return -1;	/* another country's */
	d += *d == '0';
	n = strlen(d);
	if (n < 9 || n > 12 || d[0] != '8' || d[1] == '0' || d[1] == '4')
		return -1;
	return (size_t)snprintf(out, size, "+62%s", d) < size ? 0 : -1;
}

enum case_err
field_check_phone(const struct sop_field *f, char *out, struct field_error *e)
{
	char label[128], number[24];

	if (field_phone(out, number, sizeof(number)) < 0)
		return field_refuse(e, "", "Isi %s dengan angka, diawali 08 "
		    "atau +62", field_label(f->label, label, sizeof(label)));
	strcpy(out, number);	/* field_room() leaves space for it */
	return CASE_OK;
}

enum case_err
field_check_email(const struct sop_field *f, char *out, struct field_error *e)
{
	char label[128];
	char *at = strrchr(out, '@');
	const char *dot = at != NULL ? strrchr(at, '.') : NULL;
	int bad = at == NULL || at == out || strchr(out, '@') != at ||
	    dot == NULL || dot == at + 1 || strlen(dot) < 3 ||
	    strlen(out) > EMAIL_MAX || strstr(at, "..") != NULL;

	for (const char *s = out; *s != '\0' && !bad; s++)
		bad = (unsigned char)*s <= ' ' || (unsigned char)*s >= 0x7f ||
		    strchr("<>()[]\\,;:\"", *s) != NULL;
	if (bad)
		return field_refuse(e, "", "Isi %s dengan alamat lengkap, "
		    "misalnya nama@contoh.id",
		    field_label(f->label, label, sizeof(label)));
	for (; *at != '\0'; at++)
		*at = (char)tolower((unsigned char)*at);
	return CASE_OK;
}
