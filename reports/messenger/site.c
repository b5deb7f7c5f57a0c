/* site.c - asks for the first page of the site (libcurl). */
#include "reports/messenger/site.h"

#include <curl/curl.h>
#include <stdio.h>
#include <string.h>

#include "base/conf.h"
#include "page/terminal.h"

#define CONNECT_SECONDS	4
#define SECONDS		6

/* The beginning of the page: its head names the style sheets. */
struct head {
	char	text[16384];
	size_t	len;
};

static size_t
keep(char *data, size_t one, size_t n, void *arg)
{
	struct head *h = arg;
	size_t room = sizeof(h->text) - 1 - h->len;
	size_t len = one * n < room ? one * n : room;

	memcpy(h->text + h->len, data, len);
	h->len += len;
	h->text[h->len] = '\0';
	return one * n;
}

/* Is it a page of the office?  The first page of a web server that does not
 * know the office answers 200, too, but uses nothing of its folder. */
static int
is_ours(const struct head *h, const struct conf *conf)
{
	char asset[1024];

	snprintf(asset, sizeof(asset), "%s/", conf->assets);
	return strstr(h->text, asset) != NULL;
}

int
site_answers(const struct conf *conf, char *reason, size_t size)
{
	char address[1024], error[CURL_ERROR_SIZE] = "";
	struct head head = { .len = 0 };
	CURL *curl = curl_easy_init();
	long status = 0;
	CURLcode rc;

	if (curl == NULL)
		return 0;
	snprintf(address, sizeof(address), "%s/", conf->site);
	curl_easy_setopt(curl, CURLOPT_URL, address);
	curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https");
	curl_easy_setopt(curl, CURLOPT_NOPROXY, "*");
	curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
	curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT, (long)CONNECT_SECONDS);
	curl_easy_setopt(curl, CURLOPT_TIMEOUT, (long)SECONDS);
	curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, keep);
	curl_easy_setopt(curl, CURLOPT_WRITEDATA, &head);
	curl_easy_setopt(curl, CURLOPT_ERRORBUFFER, error);
	rc = curl_easy_perform(curl);
	curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
	curl_easy_cleanup(curl);
	if (rc != CURLE_OK)
		snprintf(reason, size, "%s", error[0] != '\0' ? error :
		    curl_easy_strerror(rc));
	else if (status != 200)
		snprintf(reason, size, "HTTP %ld", status);
	else if (!is_ours(&head, conf))
		snprintf(reason, size, "%s", terminal_word(
		    "yang menjawab bukan situs kantor ini"));
	else
		return 1;
	return 0;
}
