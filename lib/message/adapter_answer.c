/*
 * adapter_answer.c - what a provider's answer means.
 */
#include "message/adapter_answer.h"

#include <stdio.h>
#include <string.h>

#include "message/adapter.h"

/* Does the body say what it has to? */
static int
says(const struct adapter *a, const char *part, json_t *body)
{
	char path[64], word[128];
	const char *want, *at;

	snprintf(path, sizeof(path), "%s.path", part);
	at = adapter_text(a, path);
	snprintf(path, sizeof(path), "%s.equals", part);
	want = adapter_text(a, path);
	if (*at == '\0')
		return 1;
	adapter_word(adapter_at(body, at), word, sizeof(word));
	return *want == '\0' ? *word != '\0' : strcmp(word, want) == 0;
}

/* The result by the HTTP status: the fault is ours (a key that is not taken),
 * the provider's, or the message's.  Only the last is for good; the provider's
 * passes, ours has to be mended. */
static enum adapter_result
by_status(long status)
{
	if (status >= 200 && status < 300)
		return ADAPTER_SENT;
	if (status == 401 || status == 403)
		return ADAPTER_DENIED;
	if (status == 0 || status == 408 || status == 429 || status >= 500 ||
	    status < 400)
		return ADAPTER_LATER;
	return ADAPTER_REFUSED;
}

/* Has the reason one of the words at this path? */
static int
has_word(const struct adapter *a, const char *path, const char *reason)
{
	json_t *words = adapter_at(a->root, path), *word;
	size_t i;

	json_array_foreach(words, i, word)
		if (strcasestr(reason, json_string_value(word)) != NULL)
			return 1;
	return json_is_string(words) &&
	    strcasestr(reason, json_string_value(words)) != NULL;
}

/* Providers that answer everything with 200 or 400 say so in words. */
static enum adapter_result
by_reason(const struct adapter *a, const char *reason)
{
	if (has_word(a, "answer.denied", reason))
		return ADAPTER_DENIED;
	return has_word(a, "answer.later", reason) ? ADAPTER_LATER :
	    ADAPTER_REFUSED;
}

enum adapter_result
adapter_answer(const struct adapter *a, long status, const char *body,
    size_t len, struct adapter_answer *answer)
{
	enum adapter_result result = by_status(status);
	json_t *j = len > 0 ? json_loadb(body, len, 0, NULL) : NULL;

	memset(answer, 0, sizeof(*answer));
	if (result == ADAPTER_SENT && !says(a, "answer", j))
		result = ADAPTER_REFUSED;
	if (result == ADAPTER_SENT)
		adapter_first(j, adapter_at(a->root, "answer.id"), answer->id,
		    sizeof(answer->id));
	else
		adapter_first(j, adapter_at(a->root, "answer.reason"),
		    answer->reason, sizeof(answer->reason));
	if (result == ADAPTER_REFUSED)
		result = by_reason(a, answer->reason);
	if (result != ADAPTER_SENT && answer->reason[0] == '\0' && status != 0)
		snprintf(answer->reason, sizeof(answer->reason), "HTTP %ld",
		    status);
	json_decref(j);
	return result;
}

int
adapter_answer_well(const struct adapter *a, long status, const char *body,
    size_t len)
{
	json_t *j = len > 0 ? json_loadb(body, len, 0, NULL) : NULL;
	int well = by_status(status) == ADAPTER_SENT && says(a, "health", j);

	json_decref(j);
	return well;
}
