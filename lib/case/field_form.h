/*
 * field_form.h - the whole form of an SOP row against what was sent.
 *
 * Each value is checked as case/field.h says; a date may come in three parts,
 * NAME-hari, NAME-bulan and NAME-tahun.  Two date fields of a row named
 * X_mulai and X_selesai are a period, which may not end before it begins.
 * Where a date may lie besides is said in case/field_date.h.
 */
#pragma once

#include <stddef.h>
#include <stdint.h>

#include "case/act.h"
#include "case/field.h"
#include "office/office.h"
#include "sop/sop.h"

/* All that a form sent.  Names that are not of the row are passed over. */
struct field_input {
	const struct act_value	*value;		/* as typed */
	size_t			 nvalue;
	const struct act_file	*file;		/* accepted uploads */
	size_t			 nfile;
	const struct act_value	*refused;	/* field and reason of others;
						   "": of no known type */
	size_t			 nrefused;
	const struct field_error *asked;	/* questions about lists that
						   were pasted just now */
	size_t			 nasked;
	int64_t			 file_max;	/* bytes of one file; 0: any */
	const char		*people;	/* FIELD_REFUSED: list of the
						   earlier row; or NULL */
	int64_t			 now;		/* the form is sent */
	int64_t			 received;	/* the case; 0: now */
};

/* A date to be asked about before it is taken. */
struct field_asked {
	const struct sop_field	*field;
	const char		*iso;		/* as typed, normalised */
	char			 before[11];	/* it lies before this day */
};

/* Checked: one block of memory, to be freed with free().  Empty optional
 * fields are left out; error lists every field that is wrong, of a list of
 * persons every part of a row, in the order of the form, and is empty when the
 * form is good. */
struct field_form {
	struct act_value	*value;		/* normalised */
	size_t			 nvalue;
	struct act_file		*file;		/* strings borrowed */
	size_t			 nfile;
	struct field_error	*error;
	size_t			 nerror;
	struct field_asked	*asked;		/* fields borrowed */
	size_t			 nasked;
};

/*
 * Check what was sent for a row's form.  CASE_OK with *form given;
 * CASE_INVALID likewise, with nerror > 0; CASE_DB when an officer could not
 * be looked up or memory ran out, *form untouched.
 */
enum case_err	 field_form_check(struct office *, const struct sop_row *,
		    const struct field_input *, struct field_form **form);

/* Is a field asked for, by what stands in the field it depends on?  A field
 * that is not is empty, whatever was sent. */
int		 field_form_asked(const struct sop_field *,
		    const struct act_value *, size_t nvalue);

/* Does a text of lines have this line, of `len` bytes? */
int		 field_form_has_line(const char *lines, const char *line,
		    size_t len);
