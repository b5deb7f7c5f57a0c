/*
 * small.h - a small program made of lib/web, and asking it.
 *
 * A test that calls small_main() runs itself again as that program
 * ("test-t NAME"), with an office and templates of its own in a temporary
 * folder.  It answers as one of the programs of routes.tsv, so that every kind
 * of "who may" can be asked for.
 */
#pragma once

#include <stddef.h>
#include <sys/types.h>

struct office;

#define SMALL_LARGE (4 << 20)	/* bytes of /ajukan/besar */

/* A request; a member that is NULL is not sent. */
struct ask {
	const char	*method, *uri, *type, *length, *cookie;
	const char	*body;
};

#define ASK(m, u) ((struct ask){ .method = (m), .uri = (u) })
#define ASK_AS(u, c) ((struct ask){ .method = "GET", .uri = (u), \
	.cookie = (c) })
#define FORM "application/x-www-form-urlencoded"
/* A form posted: declared length (NULL: none), cookie, text. */
#define SEND(u, l, c, b) ((struct ask){ .method = "POST", .uri = (u), \
	.type = FORM, .length = (l), .cookie = (c), .body = (b) })

/* Run as the program when argv says so: never returns then.  Else make the
 * folder and the office; small_end() removes them. */
struct office	*small_main(int argc, char **argv);
void		 small_end(void);

/* A name in the folder; one of four static buffers. */
const char	*in_dir(const char *name);
void		 write_file(const char *name, const char *text);
char		*read_file(const char *name);	/* free() it */
/* Put other words in the place of those of sopap.conf: the whole text as it
 * was; free() it. */
char		*change_conf(const char *part, const char *other);

/* Start this test as a program; in, out and err become its descriptors. */
pid_t		 start(const char *name, const struct ask *, int in, int out,
		    int err);
/* Its exit code once it ended; negative: the signal. */
int		 status_of(pid_t);

/* The whole answer of a plain CGI, or its status alone; free() the answer. */
char		*cgi(const char *name, struct ask);
int		 cgi_status(const char *name, struct ask);

/* Parts of an answer.  A header is "" when absent, in one of two static
 * buffers. */
const char	*header(const char *answer, const char *name);
int		 answer_status(const char *answer);
const char	*answer_body(const char *answer);
int		 has(const char *answer, const char *text);

/* A cookie the answer sets, as a Cookie header, and the token of its form. */
void		 visit(const char *answer, char *cookie, size_t size,
		    char token[65]);
