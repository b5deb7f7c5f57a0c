/*
 * form_page.h - a page of forms that no SOP describes ("form.tpl"): fields
 * given by a table, checked as those of an SOP are, shown again with errors.
 *
 *	struct form_page s;
 *
 *	form_page_begin(&s, req, rep, PATH_DAFTAR, "Daftar operator lembaga");
 *	if ((err = form_page_read(&s, fields, 4)) != CASE_OK)
 *		return reply_case_error(rep, req, err);
 *	if (s.typed.nerror == 0 && ...)
 *	form_page_show(&s);
 *	form_page_add(&s, "daftar", "Kirim pendaftaran", fields, 4);
 *	return form_page_reply(&s, 422);
 */
#pragma once

#include "casepage/fields.h"
#include "office/office.h"

struct page;
struct reply;
struct request;

struct form_page {
	struct request		*req;
	struct reply		*rep;
	const char		*address;	/* of its forms */
	const char		*heading;
	const char		*menu;		/* current item; or NULL */
	const char		*back, *back_text; /* or NULL */
	int			 (*show)(struct form_page *, int status);
	const char *const	*names;		/* of form_page_refused() */
	const void		*about;		/* for the page's functions */
	struct fields_state		 typed;
	struct field_form	*form;		/* checked */
	const struct sop_field	*field;		/* that were read */
	size_t			 nfield;
	struct page		*frame, *page;
};

/* Begin the page of these forms; the strings are borrowed until the reply. */
void		 form_page_begin(struct form_page *, struct request *,
		    struct reply *, const char *address, const char *heading);

/* Take the fields of a form that was sent.  CASE_OK also when something is
 * wrong (typed.nerror); CASE_DB. */
enum case_err	 form_page_read(struct form_page *, const struct sop_field *,
		    size_t n);
/* A checked value, "" when it is empty; copied into a buffer; a file, or
 * NULL. */
const char	*form_page_value(const struct form_page *, const char *name);
void		 form_page_copy(const struct form_page *, const char *name,
		    char *buf, size_t size);
const struct act_file	*form_page_file(const struct form_page *,
			    const char *name);

/* Add an error beside a field; the text is copied, its first letter becomes a
 * capital. */
void		 form_page_error(struct form_page *, const char *field,
		    const char *text);
/* Show a refusal of the case library beside the field that stands for it: pairs
 * of the library's name and the field's, ended by NULL.  1 when it is shown; 0
 * when the error is none of a field. */
int		 form_page_refused(struct form_page *, enum case_err,
		    const char *const *names);

/*
 * The course of most forms, with `show` and `names` set:
 *
 *	if ((status = form_page_take(&s, fields, FIELDS)) != 0)
 *		return status;
 *	return form_page_done(&s, save(&s), "Disimpan.", PATH_PEMBERITAHUAN);
 *
 * Take the fields of a form with an idempotency key: 0, or the status of an
 * answer that refuses it, of the page itself when a field is wrong.
 */
int		 form_page_take(struct form_page *, const struct sop_field *,
		    size_t n);
/* Answer what came of it: the page again, when the library refused a field;
 * else the error; else the address, with a notice of what was done (or
 * NULL). */
int		 form_page_done(struct form_page *, enum case_err,
		    const char *notice, const char *address);

/* Begin a page that asks once more (check.tpl), to be filled; and let it carry
 * what was sent for these fields. */
struct page	*form_page_ask(struct form_page *, const char *question,
		    const char *button);
void		 form_page_carry(struct form_page *, const struct sop_field *,
		    size_t n);

/* Begin the page of another template: with the way back, to be filled. */
struct page	*form_page_frame(struct form_page *, const char *template_name);
/* The page with its heading and errors, to be filled. */
struct page	*form_page_show(struct form_page *);
/* A form in it, by aksi=act; with fields (or none). */
struct page	*form_page_add(struct form_page *, const char *act,
		    const char *button, const struct sop_field *, size_t n);
/* A line of what is known. */
void		 form_page_row(struct form_page *, const char *key,
		    const char *text);
/* Send the page: the status of the answer. */
int		 form_page_reply(struct form_page *, int status);

/* A field that is never shown again, in a form: a password, a PIN; and the text
 * of a whole file. */
void		 form_page_secret(struct form_page *, struct page *form,
		    const struct sop_field *);
void		 form_page_text(struct form_page *, struct page *form,
		    const struct sop_field *);
