/* letter.h - what the files of the letter program share. */
#ifndef CGI_BIN_LETTER_LETTER_H
#define CGI_BIN_LETTER_LETTER_H

#include "casepage/compose.h"
#include "casepage/step.h"

/* One request, and what was asked for in its form. */
struct writing {
	struct step	 s;
	struct sop_row	 row;		/* the fields of this page */
	struct sop_field field[5];
	struct compose	 m;
	const char	*number;	/* typed, or "" */
};

/* Is it a row whose letter gets a number? */
int	 letter_numbered(const struct writing *);

/* The fields of the page, and what stands in them at first. */
void	 letter_fields(struct writing *);
void	 letter_usual(struct writing *);

/* The page; the status of the answer. */
int	 letter_show(struct writing *, int status);

#endif
