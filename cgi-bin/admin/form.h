/*
 * form.h - the course of a change: a form, a look at old and new, the change
 * itself.  Every change an administrator makes goes this way.
 *
 *	struct admin a = { .req = req, .reply = reply,
 *	    .address = PATH_PERAN "/baru", .after = PATH_PERAN,
 *	    .back = PATH_PERAN, .back_text = "Kembali ke peran",
 *	    .heading = "Tambah peran", .nedits = 1,
 *	    .edit = { { .act = "tambah", .button = "Tambah peran",
 *	    .question = "Tambah peran ini?", .done = "Peran ditambahkan.",
 *	    .field = fields, .nfield = 6, .apply = add } } };
 *
 *	return admin_page(&a);
 *
 * Nothing is kept between the three: the page that asks once more carries the
 * values of the form.  Before that page is shown the change is tried, so that
 * an error of the library stands beside its field.
 */
#pragma once

#include <stddef.h>
#include <stdint.h>

#include "case/field.h"
#include "casepage/form_page.h"
#include "office/change.h"
#include "sop/sop.h"

struct admin;
struct page;
struct reply;
struct request;

/* Make the change with the values of admin_value(); with ch->dry, only try.
 * CASE_INVALID after admin_error() or office_fail(), or what the library
 * answers. */
typedef enum case_err edit_fn(struct admin *, const struct change *ch);
/* Add to the page that asks once more (check.tpl) what else will follow. */
typedef void edit_note(struct admin *, struct page *check);

/* Show a field in its own way, in a form or a part of one: 1; 0: as usual. */
typedef int edit_show(struct admin *, struct page *form,
    const struct sop_field *);

/* The fields of a form from `first` on stand under a title; folded away while
 * nothing in them is filled in or wrong. */
struct edit_part {
	const char		*first;		/* name; NULL ends a list */
	const char		*title, *help;	/* help: or NULL */
	int			 folded;
};

/* A button beside that of a form: NAME=ya. */
struct edit_button {
	const char		*name, *text;
};

/* One form of a page, and the change it makes. */
struct edit {
	const char		*act;		/* names it on its page */
	const char		*title;		/* above its form; or NULL */
	const char		*button;
	const char		*question;	/* "Simpan perubahan ini?" */
	const char		*confirm;	/* the button there; NULL: as
						   the form's */
	const char		*done;		/* said afterwards */
	int			 ends;		/* its button is a warning */
	int			 secret;	/* never shown again, so not
						   asked once more */
	int			 draft;		/* counts for nothing yet, or
						   has a file: not asked
						   either */
	struct sop_field	*field;
	size_t			 nfield;
	const struct sop_field	*checks;	/* boxes, any of which may be
						   ticked; or NULL */
	const struct act_value	*now;		/* the values as they are; an
						   addition has none */
	size_t			 nnow;
	const struct field_error *error;	/* wrong in them as they are */
	size_t			 nerror;
	const char		*state;		/* more of the present state,
						   for the check of versions */
	int			 same;		/* may be sent unchanged */
	const char		*beside;	/* name of a second button; its
						   answer opens in a new tab;
						   or NULL */
	const char		*beside_text;
	const struct edit_part	*part;		/* or NULL */
	const struct edit_button *more;		/* ended by NULL; or NULL */
	int			 live;		/* its flowchart is drawn while
						   it is filled in: the button
						   `more` has "pratinjau" */
	edit_show		*show;		/* or NULL */
	edit_fn			*apply;
	edit_note		*note;		/* or NULL */
};

#define ADMIN_EDITS 8

/* A page with forms. */
struct admin {
	struct request		*req;
	struct reply		*reply;
	const char		*address;	/* its own */
	const char		*after;		/* where a change leads to */
	const char		*back, *back_text;
	const char		*heading;
	const char		*caption;	/* or NULL */
	void			 (*fill)(struct admin *, struct page *body);
	const void		*about;		/* for the page's functions */
	int			 folds;		/* each form is closed until it
						   is asked for */
	const char		*trail;		/* address of the changes of
						   its thing; or NULL */
	struct edit		 edit[ADMIN_EDITS];
	size_t			 nedits;

	const char		*said;		/* set by a change: said
						   afterwards instead of its
						   `done` */

	/* Set by admin_page(): the form that was sent. */
	const struct edit	*sent;
	struct form_page	 form;		/* its page, as typed */
};

/* Answer a request, GET or POST, for a page whose members up to `nedits` are
 * set; the status of the answer. */
int		 admin_page(struct admin *);

/* Begin the page as an answer to one of its forms, for a handler that looks at
 * the form itself: before admin_error() and admin_refused(). */
void		 admin_begin(struct admin *, const struct edit *sent);

/* The page again as 422, with `text` in the first field of the form sent and
 * the errors noted so far; the status of the answer. */
int		 admin_refused(struct admin *, const char *text);

/* The page again as it was typed, nothing checked: 200. */
int		 admin_look(struct admin *, const struct edit *sent);

/* The answer of a change that may wait for another administrator
 * (people/proposal.h): it is passed on, and what became of the change is
 * said. */
enum case_err	 admin_proposed(struct admin *, const struct change *,
		    enum case_err, int waits);

/* Note an error of the form sent, for an edit_fn that then answers
 * CASE_INVALID.  `field` is the name of a field, borrowed.  Errors beyond
 * FIELDS_ERRORS are dropped. */
void		 admin_error(struct admin *, const char *field,
		    const char *text);

/* A checked value of the form sent: as text, "" when it is empty; as a number,
 * 0 when it is empty; as the first instant of its date, 0 when it is empty. */
const char	*admin_value(const struct admin *, const char *name);
int64_t		 admin_number(const struct admin *, const char *name);
int64_t		 admin_day(const struct admin *, const char *name);
/* A whole text with its line breaks, as faults are named by their lines; ends
 * with one line feed. */
const char	*admin_text(const struct admin *, const char *name);

/* A line above a form (form.tpl): a key and its text, "–" for "". */
void		 form_row(struct page *body, const char *key,
		    const char *text);
/* The same of a value that changes from `old` ("" when it is new) to `new`. */
void		 form_change(struct page *body, const char *key,
		    const char *old, const char *new);
