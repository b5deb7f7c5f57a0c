/*
 * field.h - the form of an SOP row: what was typed, checked and normalised.
 *
 * Typing is met leniently: spaces, dashes and dots in telephone numbers,
 * "januari", "jan" or "1" for a month, capitals or not.  What comes out is
 * one spelling per type:
 *
 *	teks, pilihan, surel	trimmed, one space between words
 *	paragraf		trimmed, lines kept
 *	angka			"1250000"
 *	tanggal			"2027-01-04"
 *	telepon			"+6281234567890"
 *	daftar-orang		"name; id; programme", one person a line
 *	pegawai			id of an active person of the office
 *	persetujuan		version of the text that was agreed to
 *	orang-ditolak		lines of an earlier row's list of persons
 *
 * A date comes whole under its name, or in the three parts NAME-hari,
 * NAME-bulan and NAME-tahun.  Two date fields of a row named X_mulai and
 * X_selesai are a period, which may not end before it begins.
 * Errors are sentences for the reader, in the words of the label.
 */
#ifndef CASE_FIELD_H
#define CASE_FIELD_H

#include <stddef.h>
#include <stdint.h>

#include "case/act.h"
#include "sop/sop.h"

struct field_error {
	const char	*field;		/* name; "" when about none */
	const char	*part;		/* "-hari", "-bulan", "-tahun", or "" */
	char		 text[320];
};

/* What a form sent.  Names that are not of the row are passed over. */
struct field_input {
	const struct act_value	*value;		/* as typed */
	size_t			 nvalue;
	const struct act_file	*file;		/* accepted uploads */
	size_t			 nfile;
	const struct act_value	*refused;	/* field and reason of others;
						   "": of no known type */
	size_t			 nrefused;
	int64_t			 file_max;	/* bytes of one file; 0: any */
	const char		*people;	/* FIELD_REFUSED: the list of the
						   earlier row; NULL: none */
};

/* Checked: one block of memory, to be freed with free().  Empty optional
 * fields are left out; error lists every field that is wrong, in the order
 * of the form, and is empty when the form is good. */
struct field_form {
	struct act_value	*value;		/* normalised */
	size_t			 nvalue;
	struct act_file		*file;		/* of the row; strings borrowed */
	size_t			 nfile;
	struct field_error	*error;
	size_t			 nerror;
};

/*
 * Check what was sent for a row's form.  CASE_OK with *form given;
 * CASE_INVALID likewise, with nerror > 0; CASE_DB when an officer could not
 * be looked up or memory ran out, *form untouched.
 */
enum case_err	 field_form_check(struct office *, const struct sop_row *,
		    const struct field_input *, struct field_form **form);

/* Check one typed value into out (of at least field_room(typed) bytes).
 * "" when it is empty and may be.  CASE_OK, CASE_INVALID, CASE_DB. */
enum case_err	 field_value(struct office *, const struct sop_field *,
		    const char *typed, char *out, size_t size,
		    struct field_error *);
size_t		 field_room(const char *typed);

/* Is a field asked for, by what stands in the field it depends on?  A field
 * that is not is empty, whatever was sent. */
int		 field_form_asked(const struct sop_field *,
		    const struct act_value *, size_t nvalue);

/* Is a line one of these lines? */
int		 field_form_has_line(const char *lines, const char *line,
		    size_t len);

/* A date out of its three parts, each as typed; iso gets "2027-01-04".
 * The error's part is the first one that is wrong. */
enum case_err	 field_date(const struct sop_field *, const char *day,
		    const char *month, const char *year, char iso[11],
		    struct field_error *);

/* A mobile number of Indonesia as typed into "+62...": 0, or -1. */
int		 field_phone(const char *typed, char *out, size_t size);

/* The label inside a sentence: "nomor WhatsApp", "SKP"; returns buf. */
char		*field_label(const char *label, char *buf, size_t size);

/* What a file field of a row takes, by its own list or else by the row's kind:
 * signed papers are PDF, drafts and instructions may be office documents. */
unsigned	 field_file_takes(const struct sop_row *, const struct sop_field *);
int		 field_file_takes_type(const struct sop_row *,
		    const struct sop_field *, const char *type);

/* The same in words, "PDF, JPEG, atau PNG", and as the value of the HTML
 * attribute `accept`; both return buf. */
#define FIELD_FILE_FORMATS_SIZE 80
char		*field_file_formats(const struct sop_row *,
		    const struct sop_field *, char buf[FIELD_FILE_FORMATS_SIZE]);
char		*field_file_accept(const struct sop_row *,
		    const struct sop_field *, char buf[FIELD_FILE_FORMATS_SIZE]);

#endif
