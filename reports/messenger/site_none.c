/* site_none.c - without libcurl nobody can ask the site. */
#include "reports/messenger/site.h"

#include <stdio.h>

#include "reports/messenger/post.h"

int
site_answers(const struct conf *conf, char *reason, size_t size)
{
	(void)conf;
	snprintf(reason, size, POST_LEFT_OUT);
	return 0;
}
