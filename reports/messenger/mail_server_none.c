/* mail_server_none.c - mails without libcurl: denied, as in post_none.c. */
#include "reports/messenger/mail_server.h"

#include <stdio.h>
#include <string.h>

void
mail_server_send(const struct conf *conf, const struct mail *m,
    struct posted *p)
{
	memset(p, 0, sizeof(*p));
	p->result = ADAPTER_DENIED;
	snprintf(p->reason, sizeof(p->reason), POST_LEFT_OUT);
}

int
mail_server_check(const struct conf *conf, char reason[POST_REASON])
{
	snprintf(reason, POST_REASON, POST_LEFT_OUT);
	return 0;
}

char *
mail_server_settings(const struct conf *conf)
{
	return strdup(POST_LEFT_OUT);
}
