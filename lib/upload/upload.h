/*
 * upload.h - the files of a form: measured, judged by their content, and
 * written to the store as they arrive.
 *
 * This is the face of the room upload, which knows files on their way in:
 * their type by the first bytes (filetype.h); whether a PDF opens
 * (pdf_check.h) and who signed it (pdf_signature.h, signature.h); photos that
 * become one PDF (photos.h, with its program in photo/); the virus scanner
 * (scan.h) and the files that wait for it (quarantine.h).  Other programs look
 * at hostile files in our place, each as a limited child (child.h).  The room
 * does not know requests nor cases: who may send a file, and whose it becomes,
 * is said elsewhere.  The largest file is the key upload_max of sopap.conf
 * (base/conf.c).
 *
 * A file stays provisional until uploads_keep(): a request that turns out to
 * be cut, forged or not allowed leaves nothing behind.  A fault of a file is
 * no error of the request: it is said beside the field.
 *
 *	ups = uploads_new(arena, office_files(o), max);
 *	uploads_begin(ups, "surat", "surat.pdf");
 *	uploads_data(ups, block, n);		as often as blocks come
 *	uploads_end(ups);
 *	...					the form is a good one
 *	uploads_judge(ups);
 *	list = uploads_keep(ups, &count);	or uploads_drop(ups)
 */
#pragma once

#include <stddef.h>
#include <stdint.h>

struct arena;
struct files;
struct signature;
struct uploads;

/* A file of a form, stored under its hash (store/files.h) or refused. */
struct upload {
	const char	*field;
	const char	*name;		/* as the browser said; to be shown */
	const char	*hash;		/* NULL when refused, see `error` */
	int		 stored;	/* under that hash, by this request */
	const char	*type;		/* by content: "application/pdf" */
	int64_t		 size;
	const char	*error;		/* Indonesian, or NULL */
	int		 unknown;	/* refused: no type that is taken */
	size_t		 photos;	/* it was made of so many photos, or
					   should; `error` names the one */
	const char	*data;		/* of a file in memory, the beginning */
	size_t		 len;		/* of `data`: `size` or less */
	int		 scanned;	/* by the virus scanner, and clean */
	int		 unscanned;	/* it did not answer */
	int		 unchecked;	/* a PDF, and qpdf is not there */
	struct signature *signature;	/* found in it (upload/signature.h) */
	size_t		 nsignature;
	int		 active;	/* what it does (upload/active.h) */
};

/* For one request; `files` is where store/files.h keeps them, `max` the bytes
 * allowed for one. */
struct uploads	*uploads_new(struct arena *, const struct files *, int64_t max);

/* Have each file scanned by clamd at `where` (upload/scan.h). */
void		 uploads_scan(struct uploads *, const char *where);

/* Store nothing: one file of any type is kept in memory as it is, its first
 * `bytes` bytes and one more. */
void		 uploads_in_memory(struct uploads *, size_t bytes);
/* Store nothing, and look into nothing: of each file the hash is taken. */
void		 uploads_hash_only(struct uploads *);

/* A file begins; name and field are copied.  The name loses what cannot be
 * seen, and what is longer than people read. */
void		 uploads_begin(struct uploads *, const char *field,
		    const char *name);
void		 uploads_data(struct uploads *, const void *, size_t);
/* The file that began last is whole. */
void		 uploads_end(struct uploads *);

/* Files accepted so far that are to be stored; their bytes. */
size_t		 uploads_count(const struct uploads *);
int64_t		 uploads_bytes(const struct uploads *);
/* The field of a file for which takes(arg, field) answers 0; NULL when there is
 * none. */
const char	*uploads_stray(const struct uploads *,
		    int (*takes)(void *arg, const char *field), void *arg);

/* Look into what was accepted so far, once it is known that it may be sent:
 * the virus scanner sees it, a PDF must open.  The photos of one field become
 * one PDF (photos.h), in the place of the first.  0; CHILD_SPENT or CHILD_BUSY
 * (child.h) when not all could be looked into. */
int		 uploads_judge(struct uploads *);
/* Store what was accepted: the list of all files, the refused too, in the
 * arena; *count gets their number. */
struct upload	*uploads_keep(struct uploads *, size_t *count);
/* Forget everything not kept. */
void		 uploads_drop(struct uploads *);
