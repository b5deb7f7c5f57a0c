/*
 * fields.h - the form of an SOP row on a page: taken in as it was sent, shown
 * again as it stands.
 *
 * An upload that was accepted while the form failed elsewhere is not asked for
 * again: the form carries a signed reference to it, NAME-lama, as it does for
 * the files of an earlier visit.
 */
#pragma once

#include <stddef.h>

#include "case/act.h"
#include "case/field.h"
#include "case/field_form.h"

struct draft_form;
struct field_account;
struct page;
struct request;

/* A form as it stands on a page: as typed, or as recorded at an earlier visit
 * (then a date is whole), with what is wrong in it. */
struct fields_state {
	const struct act_value		*value;
	size_t				 nvalue;
	const struct act_file		*file;		/* accepted before */
	size_t				 nfile;
	struct field_error		*error;
	size_t				 nerror;
	const char			*people;	/* of FIELD_REFUSED: the
							   earlier row's list */
	const struct field_account	*account;	/* gives some fields; or
							   NULL */
	const struct field_asked	*asked;		/* dates to be asked
							   about */
	size_t				 nasked;
	int64_t				 unit;		/* of FIELD_OFFICERS:
							   whose people */
};

/* The form of a POST, ready for field_form_check(): fields, accepted and
 * refused uploads, files kept from before.  Lives as long as the request. */
void	 fields_input(const struct request *, const struct sop_row *,
	    struct field_input *);

/* The form of a POST as it was typed, to be shown again. */
void	 fields_typed(const struct request *, struct fields_state *);

/* The same of a row's form, with the files that are accepted. */
void	 fields_again(const struct request *, const struct sop_row *,
	    struct fields_state *);

/* Check what was sent for a row; the form as it was sent and its errors go into
 * the state, the checked values into *form.  Both live with the request.
 * CASE_OK, also with errors; CASE_DB. */
enum case_err	 fields_check(const struct request *, const struct sop_row *,
		    const struct field_input *, struct fields_state *,
		    struct field_form **form);

/* Add an error beside a field, or beside a part of it ("" or "-hari").  Their
 * memory lives with the request; those beyond FIELDS_ERRORS are dropped. */
#define FIELDS_ERRORS 160
__attribute__((format(printf, 5, 6)))
void	 fields_wrong(const struct request *, struct fields_state *,
	    const char *field, const char *part, const char *fmt, ...);
void	 fields_add_error(const struct request *, struct fields_state *,
	    const struct field_error *);

/* The text of an input that the page itself asks for, without space around it;
 * with an error beside it when it has more than `max` characters. */
const char *fields_text(const struct request *, struct fields_state *,
	    const char *name, size_t max);

/* Show all fields of a row: one `include` (of field.tpl) each. */
void	 fields_show(const struct request *, struct page *,
	    const char *include, const struct sop_row *,
	    const struct fields_state *);

/* Show one field, of a row or of the page itself; `row` says what files it
 * takes and may be NULL for other types.  Returns the field's page. */
struct page	*fields_show_one(const struct request *, struct page *,
		    const char *include, const struct sop_row *,
		    const struct sop_field *, const struct fields_state *);

/* Show check boxes, any of which may be chosen; the field's choices. */
struct page	*fields_show_checks(const struct request *, struct page *,
		    const char *include, const struct sop_field *,
		    const struct fields_state *);

/* The box to tick under a date that is asked about: a field NAME-pasti, to be
 * shown by fields_show_one().  Is it ticked in the form that was sent? */
const struct sop_field	*fields_asked(const struct request *,
		    const struct field_asked *);
int	 fields_sure(const struct request *, const struct field_asked *);
/* The error beside a box that was not ticked. */
void	 fields_unsure(const struct request *, struct fields_state *,
	    const struct field_asked *);

/* The field of the last digits of the applicant's number, "angka"
 * (case/tracking.h). */
extern const struct sop_field fields_digits;

/* The summary of all errors (errors.tpl); nothing when there is none. */
void	 fields_show_errors(struct page *, const struct fields_state *);

/* A draft is a file or a text: of a row that has both and needs neither, the
 * file's name when both are missing; else NULL. */
const char	*fields_draft(const struct sop_row *,
		    const struct fields_state *);
#define DRAFT_MISSING "Unggah dokumen konsep atau tulis isinya"

/* -- an official's draft ----------------------------------------------- */

/* Is it a field that the page needs for itself and nobody typed? */
int	 fields_is_hidden(const char *name);

/* The part of a form that a draft keeps: all that was typed or chosen, right or
 * wrong, and the files accepted.  Lives as long as the request. */
void	 fields_keep(const struct request *, const struct field_input *,
	    struct draft_form *);

/* The form as it was sent, with the files that were refused and the questions
 * about a pasted list as its errors: they are said at once. */
enum case_err	 fields_refused(const struct request *,
		    const struct sop_row *, const struct field_input *,
		    struct fields_state *);

/* The form as a draft kept it. */
enum case_err	 fields_kept(const struct request *, int64_t draft_id,
		    struct fields_state *);

/* Does the row's form hold files? */
int	 fields_multipart(const struct sop_row *);

/* May the file be made of photos? */
int	 fields_photos(const struct sop_row *, const struct sop_field *);

/* The address of a file of a form that no case has yet, for this visitor. */
const char	*fields_file_href(const struct request *,
		    const struct act_file *);
/* The same read again: the file of the address below PATH_DOKUMEN, as
 * "baru/HASH?..." has it; 0, or -1 when it is none of ours. */
int	 fields_file_named(const struct request *, struct act_file *);
#define FIELDS_NEW_FILE "baru"

/* The signed reference to a stored file, for this visitor, form and field. */
const char	*fields_kept_key(const struct request *, const char *field,
		    const struct act_file *);

/* Value of a field as it stands on the page, and what is wrong with it; NULL
 * when there is none. */
const char	*fields_value(const struct fields_state *, const char *name);
const struct field_error	*fields_error(const struct fields_state *,
		    const char *name);
