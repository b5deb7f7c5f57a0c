/*
 * mail.c - messages by mail: the text (RFC 5322, 2045, 2047), and SMTP.
 */
#include "reports/post.h"

#include <curl/curl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

#include "conf/conf.h"

#define LINE 76			/* characters of a line in quoted-printable */
#define WORD 45			/* bytes of an encoded word: 60 in base64 */
#define CONNECT_SECONDS 30
#define SECONDS 60

/* -- the text ----------------------------------------------------------- */

/* What may stand in a header, and in the middle of a text, as it is. */
static int
is_ascii(const char *s)
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

/* Text of a header, in encoded words where it has to be; each holds whole
 * characters.  Control characters become blanks: they could begin a header. */
static void
header_text(FILE *f, const char *text)
{
	char copy[512];
	size_t len, n, i;

	len = (size_t)snprintf(copy, sizeof(copy), "%s", text);
	len = len < sizeof(copy) ? len : sizeof(copy) - 1;
	for (i = 0; i < len; i++)
		if ((unsigned char)copy[i] < ' ' || copy[i] == 127)
			copy[i] = ' ';
	if (is_ascii(copy) && len < LINE - 10) {
		fputs(copy, f);
		return;
	}
	for (i = 0; i < len; i += n) {
		n = len - i < WORD ? len - i : WORD;
		while (n > 1 && i + n < len && (copy[i + n] & 0xc0) == 0x80)
			n--;
		fputs(i > 0 ? "\r\n =?UTF-8?B?" : "=?UTF-8?B?", f);
		base64(f, (const unsigned char *)copy + i, n);
		fputs("?=", f);
	}
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
	static const char *const months[] = { "Jan", "Feb", "Mar", "Apr",
		"May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec" };
	time_t t = (time_t)now;
	struct tm tm;

	gmtime_r(&t, &tm);
	fprintf(f, "Date: %s, %d %s %d %02d:%02d:%02d +0000\r\n",
	    days[tm.tm_wday], tm.tm_mday, months[tm.tm_mon],
	    tm.tm_year + 1900, tm.tm_hour, tm.tm_min, tm.tm_sec);
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
	header_text(f, m->office);
	fprintf(f, " <%s>\r\nTo: <%s>\r\nSubject: ", m->from, m->to);
	header_text(f, m->subject);
	fputs("\r\n", f);
	date(f, m->now);
	/* The same again when it is sent again: whoever gets it can tell. */
	fprintf(f, "Message-ID: <%s.sopap@%s>\r\n", m->id,
	    domain != NULL ? domain + 1 : "localhost");
	fprintf(f, "Auto-Submitted: auto-generated\r\nMIME-Version: 1.0\r\n"
	    "Content-Type: text/plain; charset=utf-8\r\n"
	    "Content-Transfer-Encoding: %s\r\n\r\n",
	    quoted ? "quoted-printable" : "8bit");
	if (quoted)
		quoted_body(f, m->text);
	else
		plain_body(f, m->text);
	if (fclose(f) == 0)
		return text;
	free(text);
	return NULL;
}

/* -- SMTP --------------------------------------------------------------- */

/* The first line of a file that others may not read: 0, or -1. */
static int
read_password(const char *path, char *buf, size_t size)
{
	FILE *f = fopen(path, "re");
	struct stat st;
	int ok;

	if (f == NULL)
		return -1;
	ok = fstat(fileno(f), &st) == 0 && (st.st_mode & S_IRWXO) == 0 &&
	    fgets(buf, (int)size, f) != NULL;
	fclose(f);
	if (ok)
		buf[strcspn(buf, "\r\n")] = '\0';
	return ok ? 0 : -1;
}

/* A connection to the office's mail server; NULL with a reason. */
static CURL *
server(const struct conf *conf, char *error, char reason[POST_REASON])
{
	char password[256];
	CURL *curl = curl_easy_init();

	if (curl == NULL)
		return NULL;
	curl_easy_setopt(curl, CURLOPT_URL, conf->mail_server);
	curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
	curl_easy_setopt(curl, CURLOPT_USE_SSL, strcmp(conf->mail_tls, "no") ?
	    (long)CURLUSESSL_ALL : (long)CURLUSESSL_NONE);
	if (*conf->mail_ca != '\0')
		curl_easy_setopt(curl, CURLOPT_CAINFO, conf->mail_ca);
	curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
	curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT, (long)CONNECT_SECONDS);
	curl_easy_setopt(curl, CURLOPT_TIMEOUT, (long)SECONDS);
	curl_easy_setopt(curl, CURLOPT_ERRORBUFFER, error);
	if (*conf->mail_user == '\0')
		return curl;
	if (read_password(conf->mail_password, password, sizeof(password)) ==
	    -1) {
		snprintf(reason, POST_REASON, "mail_password: cannot be read, "
		    "or may be read by others");
		curl_easy_cleanup(curl);
		return NULL;
	}
	curl_easy_setopt(curl, CURLOPT_USERNAME, conf->mail_user);
	curl_easy_setopt(curl, CURLOPT_PASSWORD, password);
	explicit_bzero(password, sizeof(password));
	return curl;
}

struct reading {
	const char	*text;
	size_t		 left;
};

static size_t
give(char *buf, size_t one, size_t n, void *arg)
{
	struct reading *r = arg;

	n = n * one < r->left ? n * one : r->left;
	memcpy(buf, r->text, n);
	r->text += n;
	r->left -= n;
	return n;
}

/*
 * Whose fault: a 5xx to the recipient or the text is for good.  Before that,
 * at greeting, login or sender, the server refuses us, which somebody mends.
 */
static enum adapter_result
result_of(CURLcode rc, long status, const char *error)
{
	if (rc == CURLE_OK)
		return ADAPTER_SENT;
	if (status < 500 || status > 599)
		return ADAPTER_LATER;
	if ((rc == CURLE_SEND_ERROR && strstr(error, "RCPT") != NULL) ||
	    rc == CURLE_WEIRD_SERVER_REPLY)
		return ADAPTER_REFUSED;
	return ADAPTER_LATER;
}

static void
transfer(CURL *curl, const struct mail *m, const char *text, char *error,
    struct posted *p)
{
	char from[320], to[320];
	struct curl_slist *list;
	struct reading r = { text, strlen(text) };
	long status = 0;
	CURLcode rc;

	snprintf(from, sizeof(from), "<%s>", m->from);
	snprintf(to, sizeof(to), "<%s>", m->to);
	list = curl_slist_append(NULL, to);
	curl_easy_setopt(curl, CURLOPT_MAIL_FROM, from);
	curl_easy_setopt(curl, CURLOPT_MAIL_RCPT, list);
	curl_easy_setopt(curl, CURLOPT_UPLOAD, 1L);
	curl_easy_setopt(curl, CURLOPT_READFUNCTION, give);
	curl_easy_setopt(curl, CURLOPT_READDATA, &r);
	rc = curl_easy_perform(curl);
	curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
	p->result = result_of(rc, status, error);
	if (rc != CURLE_OK)
		snprintf(p->reason, sizeof(p->reason), "SMTP %ld: %.150s",
		    status, *error != '\0' ? error : curl_easy_strerror(rc));
	curl_slist_free_all(list);
}

void
post_mail(const struct conf *conf, const struct mail *m, struct posted *p)
{
	char error[CURL_ERROR_SIZE] = "";
	char *text;
	CURL *curl;

	memset(p, 0, sizeof(*p));
	/* Nothing that could end the command and begin another. */
	if (!is_ascii(m->to) || strpbrk(m->to, " <>\"\\") != NULL ||
	    strchr(m->to, '@') == NULL) {
		p->result = ADAPTER_REFUSED;
		snprintf(p->reason, sizeof(p->reason), "no mail address");
		return;
	}
	p->result = ADAPTER_LATER;
	if ((text = mail_compose(m, 1)) == NULL)
		return;
	if ((curl = server(conf, error, p->reason)) != NULL)
		transfer(curl, m, text, error, p);
	curl_easy_cleanup(curl);
	free(text);
}

int
post_mail_check(const struct conf *conf, char reason[POST_REASON])
{
	char error[CURL_ERROR_SIZE] = "";
	CURL *curl = server(conf, error, reason);
	CURLcode rc;

	if (curl == NULL)
		return 0;
	curl_easy_setopt(curl, CURLOPT_CUSTOMREQUEST, "NOOP");
	curl_easy_setopt(curl, CURLOPT_NOBODY, 1L);
	rc = curl_easy_perform(curl);
	if (rc != CURLE_OK)
		snprintf(reason, POST_REASON, "%.150s", *error != '\0' ?
		    error : curl_easy_strerror(rc));
	curl_easy_cleanup(curl);
	return rc == CURLE_OK;
}
