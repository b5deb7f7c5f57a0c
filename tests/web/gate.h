/* gate.h - a request made of constants, for the tests of lib/web. */
#pragma once

#include <string.h>

#include "web/gateway.h"

struct gate {
	const char	*method, *uri, *type, *length, *cookie;
	const char	*body;
	size_t		 len, at;
	size_t		 block;		/* bytes given at once; 0: all */
	int		 broken;	/* breaks off where the body ends */
	char		 out[65536];
	size_t		 outlen;
};

static const char *
gate_param(struct gateway *gw, const char *name)
{
	const struct gate *gate = gw->handle;

	return strcmp(name, "REQUEST_METHOD") == 0 ? gate->method :
	    strcmp(name, "REQUEST_URI") == 0 ? gate->uri :
	    strcmp(name, "CONTENT_TYPE") == 0 ? gate->type :
	    strcmp(name, "CONTENT_LENGTH") == 0 ? gate->length :
	    strcmp(name, "HTTP_COOKIE") == 0 ? gate->cookie :
	    strcmp(name, "REMOTE_ADDR") == 0 ? "192.0.2.7" : NULL;
}

static ssize_t
gate_read(struct gateway *gw, void *buf, size_t size)
{
	struct gate *gate = gw->handle;
	size_t n = gate->len - gate->at;

	if (n == 0 && gate->broken)
		return -1;
	if (n > size)
		n = size;
	if (gate->block > 0 && n > gate->block)
		n = gate->block;
	if (n > 0)
		memcpy(buf, gate->body + gate->at, n);
	gate->at += n;
	return (ssize_t)n;
}

static int
gate_write(struct gateway *gw, const void *data, size_t len)
{
	struct gate *gate = gw->handle;

	if (len > sizeof(gate->out) - gate->outlen - 1)
		return -1;
	memcpy(gate->out + gate->outlen, data, len);
	gate->outlen += len;
	gate->out[gate->outlen] = '\0';
	return 0;
}

static inline void
gate_open(struct gateway *gw, struct gate *gate)
{
	gate->at = gate->outlen = 0;
	*gw = (struct gateway){ gate_param, gate_read, gate_write, gate, 0 };
}
