/*
 * mail.c - a mail as it is written (RFC 5322, 2045 to 2047).
 */
#include "reports/messenger/mail.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "clock/month_name.h"

#define LINE 76			/* characters of a line in quoted-printable */
#define LINE_BYTES (LINE / 4 * 3)	/* of a line in base64 */
#define PART_HEAD 512		/* bytes around a part, at most */
#define WORD 45			/* bytes of an encoded word: 60 in base64 */

int
mail_is_ascii(const char *s)
{
	for (; *s != '\0'; s++)
		if ((unsigned char)*s < ' ' || (unsigned char)*s > '~')
			return 0;
	return 1;
}

static void
base64(FILE *f, const unsigned char *s, size_t len)
{
	static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
	    "abcdefghijklmnopqrstuvwxyz0123456789+/";
	unsigned long v;
	size_t i;

	for (i = 0; i < len; i += 3) {
		v = (unsigned long)s[i] << 16;
		v |= i + 1 < len ? (unsigned long)s[i + 1] << 8 : 0;
		v |= i + 2 < len ? s[i + 2] : 0;
		fputc(digits[v >> 18 & 63], f);
		fputc(digits[v >> 12 & 63], f);
		fputc(i + 1 < len ? digits[v >> 6 & 63] : '=', f);
		fputc(i + 2 < len ? digits[v & 63] : '=', f);
	}
}

/* Text of a header without control characters, which could begin another:
 * blanks stand in their place.  Its length. */
static size_t
header_copy(char *copy, size_t size, const char *text)
{
	size_t len = (size_t)snprintf(copy, size, "%s", text), i;

	len = len < size ? len : size - 1;
	for (i = 0; i < len; i++)
		if ((unsigned char)copy[i] < ' ' || copy[i] == 127)
			copy[i] = ' ';
	return len;
}

/* May it stand as it is?  Too long for a line, or what looks like an encoded
 * word, may not. */
static int
is_plain(const char *text, size_t len)
{
	return mail_is_ascii(text) && len < LINE - 10 &&
	    strstr(text, "=?") == NULL;
}

/* In encoded words (RFC 2047); each holds whole characters. */
static void
encoded_words(FILE *f, const char *text, size_t len)
{
	size_t n, i;

	for (i = 0; i < len; i += n) {
		n = len - i < WORD ? len - i : WORD;
		while (n > 1 && i + n < len && (text[i + n] & 0xc0) == 0x80)
			n--;
		fputs(i > 0 ? "\r\n =?UTF-8?B?" : "=?UTF-8?B?", f);
		base64(f, (const unsigned char *)text + i, n);
		fputs("?=", f);
	}
}

/* Free text, as of a subject. */
static void
header_text(FILE *f, const char *text)
{
	char copy[512];
	size_t len = header_copy(copy, sizeof(copy), text);

	if (is_plain(copy, len))
		fputs(copy, f);
	else
		encoded_words(f, copy, len);
}

/* The name before an address: quoted where a character in it means something
 * there (RFC 5322, 3.2.3 and 3.2.4). */
static void
header_name(FILE *f, const char *name)
{
	char copy[512];
	size_t len = header_copy(copy, sizeof(copy), name);
	const char *s;

	if (!is_plain(copy, len)) {
		encoded_words(f, copy, len);
		return;
	}
	if (strpbrk(copy, "()<>[]:;@\\,.\"") == NULL) {
		fputs(copy, f);
		return;
	}
	fputc('"', f);
	for (s = copy; *s != '\0'; s++) {
		if (*s == '"' || *s == '\\')
			fputc('\\', f);
		fputc(*s, f);
	}
	fputc('"', f);
}

static void
plain_body(FILE *f, const char *text)
{
	for (; *text != '\0'; text++) {
		if (*text == '\n')
			fputc('\r', f);
		if (*text != '\r')
			fputc(*text, f);
	}
	fputs("\r\n", f);
}

static void
quoted_body(FILE *f, const char *text)
{
	int column = 0, escape;

	for (; *text != '\0'; text++) {
		if (*text == '\n') {
			fputs("\r\n", f);
			column = 0;
			continue;
		}
		escape = (unsigned char)*text < ' ' ||
		    (unsigned char)*text > '~' || *text == '=' ||
		    (*text == ' ' && (text[1] == '\n' || text[1] == '\0')) ||
		    (column == 0 && *text == '.');
		if (column + (escape ? 3 : 1) > LINE - 1) {
			fputs("=\r\n", f);
			column = 0;
		}
		if (escape)
			fprintf(f, "=%02X", (unsigned char)*text);
		else
			fputc(*text, f);
		column += escape ? 3 : 1;
	}
	fputs("\r\n", f);
}

static void
date(FILE *f, int64_t now)
{
	static const char *const days[] = { "Sun", "Mon", "Tue", "Wed", "Thu",
		"Fri", "Sat" };
	time_t t = (time_t)now;
	struct tm tm;

	gmtime_r(&t, &tm);
	fprintf(f, "Date: %s, %d %s %d %02d:%02d:%02d +0000\r\n",
	    days[tm.tm_wday], tm.tm_mday, month_name_short("en", tm.tm_mon + 1),
	    tm.tm_year + 1900, tm.tm_hour, tm.tm_min, tm.tm_sec);
}

static void
text_part(FILE *f, const struct mail *m, int quoted)
{
	fprintf(f, "Content-Type: text/plain; charset=utf-8\r\n"
	    "Content-Transfer-Encoding: %s\r\n\r\n",
	    quoted ? "quoted-printable" : "8bit");
	if (quoted)
		quoted_body(f, m->text);
	else
		plain_body(f, m->text);
}

/* Base64 in lines; each but the last holds LINE_BYTES. */
static void
file_part(FILE *f, const struct mail_file *file)
{
	const unsigned char *data = file->data;
	size_t at, n;

	fprintf(f, "Content-Type: %s; name=\"%s\"\r\n"
	    "Content-Disposition: attachment; filename=\"%s\"\r\n"
	    "Content-Transfer-Encoding: base64\r\n\r\n", file->type,
	    file->name, file->name);
	for (at = 0; at < file->len; at += n) {
		n = file->len - at < LINE_BYTES ? file->len - at : LINE_BYTES;
		base64(f, data + at, n);
		fputs("\r\n", f);
	}
}

int64_t
mail_room(int64_t size)
{
	return (size + LINE_BYTES - 1) / LINE_BYTES * (LINE + 2) + PART_HEAD;
}

/* A mark that quoted-printable never has in it. */
static void
both_parts(FILE *f, const struct mail *m, int quoted)
{
	fprintf(f, "Content-Type: multipart/mixed;\r\n"
	    " boundary=\"=_%s\"\r\n\r\n--=_%s\r\n", m->id, m->id);
	text_part(f, m, quoted);
	fprintf(f, "--=_%s\r\n", m->id);
	file_part(f, m->file);
	fprintf(f, "--=_%s--\r\n", m->id);
}

char *
mail_compose(const struct mail *m, int quoted)
{
	const char *domain = strchr(m->from, '@');
	char *text = NULL;
	size_t len;
	FILE *f = open_memstream(&text, &len);

	if (f == NULL)
		return NULL;
	fputs("From: ", f);
	header_name(f, m->office);
	fprintf(f, " <%s>\r\nTo: <%s>\r\nSubject: ", m->from, m->to);
	header_text(f, m->subject);
	fputs("\r\n", f);
	date(f, m->now);
	/* The same when it is sent again, so that its reader sees that. */
	fprintf(f, "Message-ID: <%s.sopap@%s>\r\n", m->id,
	    domain != NULL ? domain + 1 : "localhost");
	fputs("Auto-Submitted: auto-generated\r\nMIME-Version: 1.0\r\n", f);
	if (m->file != NULL)
		both_parts(f, m, quoted);
	else
		text_part(f, m, quoted);
	if (fclose(f) == 0)
		return text;
	free(text);
	return NULL;
}
