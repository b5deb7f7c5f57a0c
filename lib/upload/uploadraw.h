/*
 * uploadraw.h - uploads from within.  Inside lib/web/upload*.c only.
 */
#ifndef UPLOAD_UPLOADRAW_H
#define UPLOAD_UPLOADRAW_H

#include "store/files.h"
#include "upload/filetype.h"
#include "upload/upload.h"
#include "web/request.h"

/* A file on its way in. */
struct upload_in {
	struct upload_in	*next;
	struct upload	 upload;
	struct files_writer *writer;	/* NULL once refused, stored, dropped */
	char		*held;		/* in memory instead */
	unsigned	 scan;		/* pdf_signature_possible()'s state */
	int		 signature;	/* it said so */
	size_t		 headlen;
	char		 head[FILETYPE_HEAD];
};

struct uploads {
	struct arena	*arena;
	const char	*folder;
	int64_t		 max;
	size_t		 hold;		/* 0: files are stored */
	const char	*clamd;		/* NULL: nothing is scanned */
	size_t		 count;
	struct upload_in	*first, **end;
	struct upload_in	*current;
};

/* It is not taken, for this reason. */
void	 upload_refuse(struct upload_in *, const char *error);
/* The store failed: the reason is for the log, the reader can try again. */
void	 upload_fail(struct upload_in *);

#endif
