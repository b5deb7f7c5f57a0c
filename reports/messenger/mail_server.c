/*
 * mail_server.c - mails to the office's mail server, by SMTP over TLS.
 */
#include "reports/messenger/mail_server.h"

#include <sys/stat.h>

#include <curl/curl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/conf.h"
#include "message/adapter_answer.h"

#define CONNECT_SECONDS 30
#define SECONDS 120		/* an attachment of 10 MB takes its time */
#define PASSWORD 256

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
	char password[PASSWORD];
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
 * A 5xx to the recipient or to the text is final; a refused login (RFC 4954)
 * is for the office to mend.  Any other failure, such as a refusal at the
 * greeting or of the sender, passes: try again.
 */
static enum adapter_result
result_of(CURLcode rc, long status, const char *error)
{
	if (rc == CURLE_OK)
		return ADAPTER_SENT;
	if (rc == CURLE_LOGIN_DENIED || status == 530 || status == 534 ||
	    status == 535 || status == 538)
		return ADAPTER_DENIED;
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
mail_server_send(const struct conf *conf, const struct mail *m,
    struct posted *p)
{
	char error[CURL_ERROR_SIZE] = "";
	char *text;
	CURL *curl;

	memset(p, 0, sizeof(*p));
	/* Nothing that could end the command and begin another. */
	if (!mail_is_ascii(m->to) || strpbrk(m->to, " <>\"\\") != NULL ||
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
	else if (p->reason[0] != '\0')
		p->result = ADAPTER_DENIED;
	curl_easy_cleanup(curl);
	free(text);
}

char *
mail_server_settings(const struct conf *conf)
{
	char password[PASSWORD] = "", *text;
	int len;

	if (*conf->mail_user != '\0')
		read_password(conf->mail_password, password,
		    sizeof(password));
	len = asprintf(&text, "%s\n%s\n%s\n%s\n%s\n%s", conf->mail_server,
	    conf->mail_from, conf->mail_user, conf->mail_ca, conf->mail_tls,
	    password);
	explicit_bzero(password, sizeof(password));
	return len != -1 ? text : NULL;
}

int
mail_server_check(const struct conf *conf, char reason[POST_REASON])
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
