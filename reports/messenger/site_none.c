/* site_none.c - without libcurl nobody can ask the site. */
#include "reports/messenger/site.h"

#include <stdio.h>

#include "reports/messenger/post.h"

int
site_answers(const char *site, char *reason, unsigned long size)
{
	snprintf(reason, size, POST_LEFT_OUT);
	return 0;
}
