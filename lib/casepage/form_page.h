/*
 * form_page.h - a page of forms that no SOP describes ("form.tpl"): fields given
 * by a table, checked as those of an SOP are, shown again with what is wrong.
 *
 *	struct sheet s;
 *
 *	sheet_begin(&s, req, rep, PATH_DAFTAR, "Daftar operator lembaga");
 *	if ((err = sheet_read(&s, fields, 4)) != CASE_OK)
 *		return reply_case_error(rep, req, err);
 *	if (s.typed.nerror == 0 && ...)
 *	page = sheet_page(&s);
 *	sheet_form(&s, page, "daftar", "Kirim pendaftaran", fields, 4);
 *	return sheet_reply(&s, 422);
 */
#ifndef CASEPAGE_FORM_PAGE_H
#define CASEPAGE_FORM_PAGE_H

#include "casepage/fields.h"
#include "office/office.h"

struct page;
struct reply;
struct request;

#define SHEET_ERRORS 32

struct sheet {
	struct request		*req;
	struct reply		*rep;
	const char		*address;	/* of its forms */
	const char		*heading;
	const char		*menu;		/* current item; or NULL */
	const char		*back, *back_text; /* or NULL */
	const struct sop_row	*row;		/* what files it takes */
	struct typed		 typed;
	struct field_error	 error[SHEET_ERRORS];
	const struct field_form	*form;		/* checked */
	struct page		*frame, *page;
};

void		 sheet_begin(struct sheet *, struct request *, struct reply *,
		    const char *address, const char *heading);

/* Take the fields of a form that was sent.  CASE_OK also when something is
 * wrong (typed.nerror); CASE_DB. */
enum case_err	 sheet_read(struct sheet *, const struct sop_field *,
		    size_t n);
/* A checked value, "" when it is empty; a file, or NULL. */
const char	*sheet_value(const struct sheet *, const char *name);
const struct act_file	*sheet_file(const struct sheet *, const char *name);

/* Say what is wrong with a field. */
void		 sheet_error(struct sheet *, const char *field,
		    const char *text);
/* What the case library found wrong, beside the field that stands for it:
 * pairs of the library's name and the field's, ended by NULL.  1 when it is
 * said; 0 when the error is none of a field. */
int		 sheet_refused(struct sheet *, enum case_err,
		    const char *const *names);

/* The page with its heading and errors, to be filled. */
struct page	*sheet_page(struct sheet *);
/* A form in it, by aksi=act; with fields (or none). */
struct page	*sheet_form(struct sheet *, const char *act,
		    const char *button, const struct sop_field *, size_t n);
/* A line of what is known. */
void		 sheet_row(struct sheet *, const char *key, const char *text);
int		 sheet_reply(struct sheet *, int status);

/* A field that is never shown again, in a form: a password, a PIN. */
void		 sheet_secret(struct sheet *, struct page *form,
		    const struct sop_field *);

#endif
