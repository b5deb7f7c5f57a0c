/*
 * admin.h - the pages of an administrator: what is there as lists, and every
 * change by one course: a form, a look at old and new, the change itself.
 *
 * Nothing is kept between the three: the page that asks once more carries what
 * was typed.  Before it is shown the change is tried, so that what the library
 * refuses is said beside its field.
 */
#ifndef CGI_BIN_ADMIN_ADMIN_H
#define CGI_BIN_ADMIN_ADMIN_H

#include <stddef.h>
#include <stdint.h>

#include "calendar/calendar_draft.h"
#include "case/field.h"
#include "casepage/fields.h"
#include "office/change.h"
#include "people/role.h"
#include "sop/sop.h"

struct cal_date;
struct calendar;
struct page;
struct reply;
struct request;

struct admin;
struct edit;

/* Make the change of what admin_value() gives; with ch->dry, only try. */
typedef enum case_err edit_fn(struct admin *, const struct change *);
/* Say on the page that asks once more what else will follow. */
typedef void edit_note(struct admin *, struct page *check);

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
	int			 draft;		/* counts for nothing yet: not
						   asked either */
	struct sop_field	*field;
	size_t			 nfield;
	const struct act_value	*now;		/* what stands there; an
						   addition has nothing */
	size_t			 nnow;
	const char		*state;		/* more of what stands there */
	int			 same;		/* may be sent as it stands */
	const char		*beside;	/* name of a second button, whose
						   answer opens in a new tab;
						   or NULL */
	const char		*beside_text;
	edit_fn			*apply;
	edit_note		*note;		/* or NULL */
};

#define ADMIN_EDITS 6
#define ADMIN_ERRORS 64

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
	struct edit		 edit[ADMIN_EDITS];
	size_t			 nedits;

	/* What was sent. */
	const struct edit	*sent;
	const struct field_form	*form;		/* checked */
	struct fields_state		 typed;
	struct field_error	 error[ADMIN_ERRORS];
};

/* Answer a request for a page whose members up to `nedits` are set. */
int		 admin_page(struct admin *);

/* Note what is wrong with the form sent, for an edit_fn to answer
 * CASE_INVALID after; part is "-hari" of a date, or "". */
void		 admin_error(struct admin *, const char *field,
		    const char *part, const char *text);

/* The page again, with `text` in the first field of the form sent and what was
 * noted to be wrong with it; the status of the answer. */
int		 admin_refused(struct admin *, const char *text);

/* A checked value of the form sent, "" when it is empty; as a number; as the
 * first instant of its date, 0 when it is empty. */
const char	*admin_value(const struct admin *, const char *name);
/* A whole text as it was typed, for faults are told by their lines; ends with
 * one line feed. */
const char	*admin_text(const struct admin *, const char *name);
int64_t		 admin_number(const struct admin *, const char *name);
int64_t		 admin_day(const struct admin *, const char *name);

/* -- lists (admin_list.c) ------------------------------------------------ */

/* A list page's frame with "list.tpl", and its body; its tables stand at
 * "TABLES". */
struct page	*list_begin(const struct request *, const char *heading,
		    struct page **body);
/* Answers at a list's address and one segment below it. */
typedef int	 list_fn(struct request *, struct reply *);
typedef int	 one_fn(struct request *, struct reply *, const char *segment);
int		 list_or_one(struct request *, struct reply *, list_fn *,
		    one_fn *);

/* What is known, above a form ("form.tpl"). */
void		 form_row(struct page *body, const char *key,
		    const char *text);

/* "24 November 2026" of an instant, "–" of 0; the last day before it. */
const char	*admin_day_words(const struct request *, int64_t at);
const char	*admin_last_day_words(const struct request *, int64_t at);
/* An instant's date as "2026-11-24". */
const char	*admin_day_iso(const struct request *, int64_t at);
/* First instant of the day after that of an instant. */
int64_t		 admin_next_day(const struct request *, int64_t at);

/* "12 dipegang, 2 oleh yang tidak lagi berwenang" (admin_tasks.c). */
const char	*admin_tasks_words(const struct request *);
/* "Masih memegang 7 tugas ...": said before somebody goes. */
const char	*admin_claims_words(const struct request *, int64_t claims);
/* The roles a person holds: "Plh. Kadivmin, Kabag Program". */
const char	*admin_roles_words(const struct request *,
		    const struct holder_row *held, size_t n, int64_t person);

struct letter_version;
/* "naskah bawaan", "naskah kantor"; who put it in force. */
const char	*lettertext_origin(const struct letter_version *);
const char	*lettertext_maker(const struct request *,
		    const struct letter_version *);

/* "Kamis, 1 Januari 2026" */
const char	*admin_calendar_day_words(const struct request *,
		    const struct calendar *, const struct cal_date *);

/* Rows of the page that asks once more ("check.tpl"): the lines in which two
 * texts differ.  How many changes there are. */
size_t		 diff_show(const struct request *, struct page *check,
		    const char *old, const char *new);

/* Likewise, what a new version of an SOP changes; `old` NULL: all is new. */
size_t		 sop_diff_show(const struct request *, struct page *check,
		    const struct sop *old, const struct sop *new);

/* Above a form: a value that changes, from `old` ("": is new) to `new`. */
void		 form_change(struct page *body, const char *key,
		    const char *old, const char *new);

/* -- the calendar (admin_calendar.c) ------------------------------------- */

struct cal_hours;

/* "07.30–12.00, 13.00–16.00"; "libur" without any. */
const char	*admin_calendar_hours_words(const struct request *,
		    const struct cal_hours *, size_t n);
/* The outages that touch [from, to), as a table; none without any.  Those of
 * the calendar that is edited link to their pages. */
void		 admin_outages_show(const struct request *, struct page *body,
		    const struct calendar *, int64_t from, int64_t to,
		    int linked);

/* The calendar that is edited: the draft, or what is in force without one.
 * NULL when there is none; lives with the request. */
const char	*admin_calendar_edited(const struct request *);
/* Save the text as the draft, or drop the draft when it changes nothing any
 * more: *none then.  As calendar_draft_save(). */
enum case_err	 admin_calendar_keep(const struct request *, const struct change *,
		    const char *text, int *none);

/* -- choices of a field -------------------------------------------------- */

extern const struct sop_choice choice_yes_no[2];	/* "ya", "tidak" */
const char	*choice_yes_or_no(int64_t);
const char	*admin_id_text(const struct request *, int64_t id);	/* 0 is "" */

/* A copy of a table of fields, for choices to be put in. */
struct sop_field *choice_fields_copy(const struct request *,
		    const struct sop_field *, size_t n);

/* CASE_OK, CASE_DB. */
enum case_err	 choice_unit(const struct request *, struct sop_field *);
enum case_err	 choice_role(const struct request *, struct sop_field *);
enum case_err	 choice_institution(const struct request *,
		    struct sop_field *);
enum case_err	 choice_person(const struct request *, struct sop_field *,
		    int outsiders);

/* -- a role (admin_role.c) ----------------------------------------------- */

struct clerk_row;

/* What its page is about: all who ever held it, and who writes down for them
 * or will; the latest first. */
struct admin_role {
	struct role_row		 row;
	struct holder_row	*holder;
	size_t			 n;
	struct clerk_row	*clerk;
	size_t			 nclerk;
};

/* The first instant of the day after one typed; 0 when none was. */
int64_t		 admin_after_day(const struct admin *, const char *name);
/* admin_clerk.c: the clerks as a table, and the forms that name and relieve
 * them, added to the page's. */
void		 clerks_show(const struct admin *, struct page *body);
enum case_err	 clerks_edit(struct admin *);

/* -- the parts ----------------------------------------------------------- */

#define PATH_PENGGUNA PATH_ADMIN "/pengguna"
#define PATH_PERAN PATH_ADMIN "/peran"
#define PATH_KALENDER PATH_ADMIN "/kalender"
#define PATH_TUGAS PATH_ADMIN "/tugas"
#define ROLE_NEW "baru"		/* no role's slug */

int	 admin_people(struct request *, struct reply *);
int	 admin_person(struct request *, struct reply *, const char *segment);
int	 admin_roles(struct request *, struct reply *);
int	 admin_role(struct request *, struct reply *, const char *slug);
int	 admin_institutions(struct request *, struct reply *);
int	 admin_files(struct request *, struct reply *);
int	 admin_tasks(struct request *, struct reply *);
int	 admin_channels(struct request *, struct reply *);
/* Do messages go out?  In one line. */
const char	*admin_channels_words(const struct request *);
int	 admin_target(struct request *, struct reply *);
int	 admin_sops(struct request *, struct reply *);
int	 admin_letters(struct request *, struct reply *);
int	 admin_letter(struct request *, struct reply *, const char *name);
int	 admin_calendar(struct request *, struct reply *);
int	 admin_calendar_edit(struct request *, struct reply *,
	    const char *part, const char *one);
int	 admin_calendar_draft(struct request *, struct reply *);
int	 admin_calendar_apply(struct request *, struct reply *);
int	 admin_outage(struct request *, struct reply *, const char *one);
int	 admin_calendar_import(struct request *, struct reply *);
int	 admin_calendar_export(struct request *, struct reply *);

#endif
