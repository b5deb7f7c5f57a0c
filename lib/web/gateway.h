/*
 * gateway.h - the web server's side of one request: its parameters, its body,
 * and where the answer goes; the same for FastCGI, for plain CGI (RFC 3875)
 * and for tests.
 *
 * Over FastCGI a line that is slow has so much patience as base/price.h says,
 * and meanwhile a stand-in serves the others (standin.h): not every web server
 * reads a body whole before it hands it on.
 */
#pragma once

#include <stddef.h>
#include <sys/types.h>

struct FCGX_Request;

struct gateway {
	/* A parameter ("REQUEST_URI"), NULL when absent; lives as long as the
	 * request. */
	const char	*(*param)(struct gateway *, const char *name);
	/* Up to `size` bytes of the body: their number, 0 at the end, -1 when
	 * it broke off. */
	ssize_t		 (*read)(struct gateway *, void *buf, size_t size);
	/* All of it: 0, or -1 when the other side has gone. */
	int		 (*write)(struct gateway *, const void *, size_t);
	void		*handle;
	int		 waited;	/* milliseconds for this body, this
					   reader; the request's own */
};

/* A request accepted by FCGX_Accept_r(), borrowed; and its end, in the place of
 * FCGX_Finish_r(): what the other side still sends is waited for, but not
 * long. */
void	 gateway_fcgi(struct gateway *, struct FCGX_Request *);
void	 gateway_end(struct gateway *);
/* The request in environment and standard input. */
void	 gateway_cgi(struct gateway *);
