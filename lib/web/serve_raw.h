/*
 * serve_raw.h - a process that serves, and one request of it.  Private to
 * lib/web.
 */
#ifndef WEB_SERVE_RAW_H
#define WEB_SERVE_RAW_H

#include <stdint.h>

#include "web/serve.h"

struct conf;
struct office;

/* What a process keeps from start to end. */
struct server {
	const struct web_program *program;
	struct conf	*conf;
	struct office	*office;
	int64_t		 now;		/* instead of the clock's; 0: not */
};

/* One request from its parameters to its answer. */
void	 serve_one(const struct server *, struct gateway *);

#endif
