/*
 * upload.h - the files of a form: measured, judged by their content, and
 * written to the store as they arrive.
 *
 * A file stays provisional until uploads_keep(): a request that turns out to
 * be cut, forged or not allowed leaves nothing behind.  What is wrong with a
 * file is no error of the request: it is said beside the field.
 */
#ifndef UPLOAD_UPLOAD_H
#define UPLOAD_UPLOAD_H

#include <stddef.h>
#include <stdint.h>

struct arena;
struct request;
struct uploads;

/* For one request; `folder` is where store/files.h keeps files, `max` the
 * bytes allowed for one. */
struct uploads	*uploads_new(struct arena *, const char *folder, int64_t max);

/* Have each file scanned by clamd at `where` (upload/scan.h). */
void		 uploads_scan(struct uploads *, const char *where);

/* Store nothing: one file is held in memory as it is, whatever its type, its
 * first `hold` bytes and one more. */
void		 uploads_in_memory(struct uploads *, size_t hold);

/* A file begins; name and field are copied. */
void		 uploads_begin(struct uploads *, const char *field,
		    const char *name);
void		 uploads_data(struct uploads *, const void *, size_t);
/* The file that began last is whole. */
void		 uploads_end(struct uploads *);

/* Files accepted so far. */
size_t		 uploads_count(const struct uploads *);

/* Look into what was accepted so far, once it is known that it may be sent:
 * does a PDF open?  Photos of one field become one PDF (upload/photos.h); of other
 * files a field has one. */
void		 uploads_judge(struct uploads *);
/* Store what was accepted and give the list to the request. */
void		 uploads_keep(struct uploads *, struct request *);
/* Forget everything not kept. */
void		 uploads_drop(struct uploads *);

#endif
