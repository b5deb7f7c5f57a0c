/*
 * mail.h - a mail as it is written (RFC 5322, 2045 to 2047).
 */
#pragma once

#include <stddef.h>
#include <stdint.h>

/* A file that goes with a mail. */
struct mail_file {
	const char	*name;		/* plain ASCII */
	const char	*type;		/* MIME */
	void		*data;
	size_t		 len;
};

struct mail {
	const char	*office;	/* name of the sender */
	const char	*from;		/* address of the sender */
	const char	*to;
	const char	*subject;
	const char	*text;
	const char	*id;		/* the message's number */
	int64_t		 now;		/* its date, seconds UTC */
	const struct mail_file *file;	/* or NULL */
};

/*
 * The mail as it goes out, lines ended by CRLF, to be freed; NULL when out of
 * memory.  With `quoted` its text is in quoted-printable, else in UTF-8 as it
 * is.  A mail with a file has two parts, text and file.
 */
char		*mail_compose(const struct mail *, int quoted);

/* The most bytes by which a file of this size makes a mail longer. */
int64_t		 mail_room(int64_t size);

/* 1 when a text has printable ASCII alone, as a header must; else 0. */
int		 mail_is_ascii(const char *);
