/*
 * post.c - messages over HTTP.
 */
#include "message/adapter_answer.h"
#include "message/adapter_request.h"
#include "reports/messenger/post.h"

#include <curl/curl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define ANSWER_MAX 65536	/* bytes of an answer that are looked at */
#define CONNECT_SECONDS 10

struct answer {
	char	text[ANSWER_MAX];
	size_t	len;
	long	status;			/* 0: there was none */
	int64_t	pause;
	char	error[CURL_ERROR_SIZE];
};

/* Keep the first ANSWER_MAX bytes; the rest is read and forgotten. */
static size_t
take(char *data, size_t one, size_t n, void *arg)
{
	struct answer *a = arg;
	size_t room = sizeof(a->text) - a->len;

	n *= one;
	memcpy(a->text + a->len, data, n < room ? n : room);
	a->len += n < room ? n : room;
	return n;
}

static struct curl_slist *
headers(const struct adapter_request *r)
{
	struct curl_slist *list = NULL;
	size_t i;

	for (i = 0; i < r->nheader; i++)
		list = curl_slist_append(list, r->header[i]);
	/* No "Expect: 100-continue": some gateways never answer it. */
	return curl_slist_append(list, "Expect:");
}

static void
ask(const struct adapter_request *r, struct answer *a)
{
	CURL *curl = curl_easy_init();
	struct curl_slist *list = headers(r);
	curl_off_t pause = 0;

	if (curl == NULL)
		return;
	curl_easy_setopt(curl, CURLOPT_URL, r->url);
	curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https");
	curl_easy_setopt(curl, CURLOPT_CUSTOMREQUEST, r->method);
	curl_easy_setopt(curl, CURLOPT_HTTPHEADER, list);
	if (r->body != NULL)
		curl_easy_setopt(curl, CURLOPT_POSTFIELDS, r->body);
	curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
	curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT, (long)CONNECT_SECONDS);
	curl_easy_setopt(curl, CURLOPT_TIMEOUT, (long)r->timeout);
	curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, take);
	curl_easy_setopt(curl, CURLOPT_WRITEDATA, a);
	curl_easy_setopt(curl, CURLOPT_ERRORBUFFER, a->error);
	if (curl_easy_perform(curl) == CURLE_OK) {
		curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &a->status);
		curl_easy_getinfo(curl, CURLINFO_RETRY_AFTER, &pause);
		a->pause = pause;
	}
	curl_slist_free_all(list);
	curl_easy_cleanup(curl);
}

void
post_http(const struct adapter *a, const struct adapter_message *m,
    struct posted *p)
{
	struct answer *answer = calloc(1, sizeof(*answer));
	struct adapter_answer said;
	struct adapter_request r;

	memset(p, 0, sizeof(*p));
	p->result = ADAPTER_LATER;
	if (answer == NULL || adapter_request(a, m, 0, &r, p->reason,
	    sizeof(p->reason)) == -1) {
		free(answer);
		return;
	}
	ask(&r, answer);
	p->result = adapter_answer(a, answer->status, answer->text,
	    answer->len, &said);
	p->pause = answer->pause;
	snprintf(p->id, sizeof(p->id), "%s", said.id);
	snprintf(p->reason, sizeof(p->reason), "%.199s", answer->status != 0 ?
	    said.reason : answer->error);
	adapter_request_free(&r);
	free(answer);
}

char *
post_settings(const struct adapter *a)
{
	return adapter_whole(a);
}

int
post_health(const struct adapter *a, char reason[POST_REASON])
{
	struct adapter_request r;
	struct answer *answer;
	int well;

	if (adapter_request_health(a, &r) == -1)
		return -1;
	if ((answer = calloc(1, sizeof(*answer))) == NULL)
		return 0;
	ask(&r, answer);
	well = adapter_answer_well(a, answer->status, answer->text,
	    answer->len);
	if (answer->status != 0)
		snprintf(reason, POST_REASON, "HTTP %ld: %.*s",
		    answer->status, answer->len < 120 ? (int)answer->len :
		    120, answer->text);
	else
		snprintf(reason, POST_REASON, "%.150s", answer->error);
	adapter_request_free(&r);
	free(answer);
	return well;
}
