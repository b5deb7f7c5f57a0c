/*
 * post_none.c - messages over HTTP without libcurl: every message is denied, so
 * that its channel stops and it waits for a build that can send it.
 */
#include "reports/messenger/post.h"

#include <stdio.h>
#include <string.h>

void
post_http(const struct adapter *a, const struct adapter_message *m,
    struct posted *p)
{
	memset(p, 0, sizeof(*p));
	p->result = ADAPTER_DENIED;
	snprintf(p->reason, sizeof(p->reason), POST_LEFT_OUT);
}

int
post_health(const struct adapter *a, char reason[POST_REASON])
{
	snprintf(reason, POST_REASON, POST_LEFT_OUT);
	return 0;
}

char *
post_settings(const struct adapter *a)
{
	return strdup(POST_LEFT_OUT);
}
