/*
 * sopraw.h - an SOP file as it is written, before its words are understood.
 *
 * The plain texts are read straight into the struct sop that is being made;
 * beside it stand the words that mean something (kinds, rows by their printed
 * number, yes or no), which sopfill.c turns into values.  sopcheck.c then
 * checks the rules between the rows.  Private to lib/case.
 */
#ifndef SOP_SOPRAW_H
#define SOP_SOPRAW_H

#include "sop/sop.h"
#include "sop/yamltext.h"

#define SOP_ROWS_MAX 200

struct raw_back {		/* kembali */
	char		**to;		/* printed numbers */
	size_t		  nto;
	char		 *basis;
};

struct raw_promise {		/* janji */
	int32_t		  days;
	char		 *from;		/* printed number, or NULL */
	char		 *to;
	char		 *basis;
};

struct raw_field {		/* one of isian */
	struct sop_field  field;
	char		 *type;
	char		 *required;	/* "ya", "tidak" or NULL */
	char		 *copies;	/* likewise */
	char		**format;
	size_t		  nformat;
};

struct raw_row {		/* one of langkah */
	struct sop_row	  row;
	char		 *kind;
	char		 *unit;		/* waktu.satuan */
	char		 *measure;	/* waktu.ukur */
	char		 *refuse;	/* "next", "13,end" or NULL */
	char		 *starts;	/* "hadir" or NULL */
	struct raw_back	 *back;
	struct raw_field *field;
	size_t		  nfield;
};

struct raw_sop {
	struct sop	  sop;
	char		 *public_request;
	struct raw_promise *promise;
	struct raw_row	 *row;
	size_t		  nrow;
};

/* What lies behind a struct sop that was read. */
struct sop_memory {
	struct sop	  sop;
	struct raw_sop	 *raw;
	struct sop_row	 *row;
	struct sop_field *field;	/* those of all rows */
};

/*
 * Understand the words of memory->raw and make the sop of it; mistakes are
 * told to the text.  -1 when memory is short.
 */
int	 sop_fill(struct sop_memory *, struct yamltext *);

/* Check what the rows say of each other and of the office's roles. */
void	 sop_check(const struct sop *, const char *const *roles,
	    struct yamltext *);

/* Likewise of the fields of the forms, and of the pages of the request. */
void	 sop_check_form(const struct sop *, struct yamltext *);

/* Small letters, digits and one separator, beginning with a letter? */
int	 sop_is_slug(const char *, char separator);

#endif
