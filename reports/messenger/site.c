/* site.c - asks for the first page of the site (libcurl). */
#include "reports/messenger/site.h"

#include <curl/curl.h>
#include <stdio.h>

#define CONNECT_SECONDS	4
#define SECONDS		6

/* Its text is not looked at. */
static size_t
drop(char *data, size_t one, size_t n, void *arg)
{
	(void)data;
	(void)arg;
	return one * n;
}

int
site_answers(const char *site, char *reason, unsigned long size)
{
	char address[1024], error[CURL_ERROR_SIZE] = "";
	CURL *curl = curl_easy_init();
	long status = 0;
	CURLcode rc;

	if (curl == NULL)
		return 0;
	snprintf(address, sizeof(address), "%s/", site);
	curl_easy_setopt(curl, CURLOPT_URL, address);
	curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https");
	curl_easy_setopt(curl, CURLOPT_NOPROXY, "*");
	curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
	curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT, (long)CONNECT_SECONDS);
	curl_easy_setopt(curl, CURLOPT_TIMEOUT, (long)SECONDS);
	curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, drop);
	curl_easy_setopt(curl, CURLOPT_ERRORBUFFER, error);
	rc = curl_easy_perform(curl);
	curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
	curl_easy_cleanup(curl);
	if (rc != CURLE_OK)
		snprintf(reason, size, "%s", error[0] != '\0' ? error :
		    curl_easy_strerror(rc));
	else if (status != 200)
		snprintf(reason, size, "HTTP %ld", status);
	return rc == CURLE_OK && status == 200;
}
