/*
 * sop.h - one SOP as the program runs it: header, rows, fields of the forms.
 *
 * The signed table is the program: this is what the office prints, what the
 * page draws and what the machine runs, read from one YAML file
 * (sopap-sop(5)).  Texts that are missing are "", unless said otherwise.
 *
 * A struct sop is immutable once read.  Rows are addressed by position, 1 ..
 * nrows, in the order of the table; the printed number is a label and may
 * skip.  It knows no database and no case: which version of an SOP is in force
 * is office/office.h's to say.
 *
 *	struct sop *sop = sop_parse("rkt.yaml", text, len, roles, why,
 *	    sizeof(why));
 *	const struct sop_row *first = sop_row_at(sop, 1);
 *	int second = sop_next(sop, first->pos);
 *	sop_free(sop);
 */
#pragma once

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "clock/standard.h"
#include "sop/field_type.h"
#include "sop/step_kind.h"

struct cyaml_schema_value;

/* Formats of a file.  Photos become a PDF, so a field that takes them takes PDF
 * as well. */
enum file_format {
	FORMAT_PDF = 1,		/* pdf */
	FORMAT_PHOTO = 2,	/* foto: JPEG, PNG */
	FORMAT_WORD = 4,	/* word */
	FORMAT_EXCEL = 8,	/* excel */
	FORMAT_OPEN = 16,	/* opendocument: texts, sheets and slides */
	FORMAT_SLIDES = 32	/* powerpoint */
};

/* Parts of each person of a list, beside a name. */
enum { EACH_NUMBER = 1, EACH_PROGRAMME = 2 };

#define SOP_FILES_MAX 20	/* files of one field */

struct sop_choice {
	const char	*value;		/* slug, as stored */
	const char	*label;		/* as shown */
};

/* Kinds of institutions, in the order of people/institution.h: kampus, sekolah,
 * lain. */
#define SOP_KINDS 3

/*
 * Where a date may lie.  Its days are written as in the file (bound.h):
 * "terima", "hari-ini" or an earlier date field of the row, perhaps with
 * "- 90 hari" or "+ 2 tahun" behind it.
 */
struct sop_bound {
	const char	*when_field, *when_value; /* holds only then; NULL:
						     always */
	const char	*first, *last;		/* or NULL: any */
	const char	*ask;			/* an earlier day is asked
						   about; or NULL */
};

struct sop_field {
	const char		*name;		/* slug, unique in its row */
	const char		*label;
	const char		*help;		/* or NULL */
	enum field_type		 type;
	int			 required;
	int64_t			 min, max;	/* number: value; text:
						   characters; list: persons;
						   file: bytes max; max 0:
						   the type's usual limit */
	unsigned		 formats;	/* file: which are taken; 0:
						   what is usual for the
						   row's kind */
	unsigned		 each;		/* list: which parts nobody may
						   lack (EACH_) */
	int			 many;		/* file: up to SOP_FILES_MAX */
	const struct sop_choice	*choice;	/* of an officer: of a page's
						   own field */
	size_t			 nchoice;
	const struct sop_bound	*bound;		/* date: the first that holds */
	size_t			 nbound;
	const char		*when_field;	/* asked only when this field
						   before it is filled in, or
						   NULL, */
	const char		*when_value;	/* with this, or NULL */
	const char		*list;		/* FIELD_REFUSED: name of the
						   list; file: the field of an
						   earlier row whose file it is
						   until it is replaced;
						   FIELD_OFFICERS: the
						   performer they hold, NULL:
						   any */
	int			 person;	/* text: the name of a person */
	int			 is_signed;	/* file: a signed one, also
						   where the row does not
						   approve */
	int			 copies;	/* names an earlier case,
						   whose fields of the same
						   names it fills in */
	int			 institution;	/* it is the name of the
						   applicant's institution */
	const char		*kind_choice[SOP_KINDS]; /* choice: the one of
						   each kind of institution,
						   or NULL */
};

/* Where a refusal leads. */
enum refuse_to {
	REFUSE_NO,		/* the row cannot refuse */
	REFUSE_NEXT,		/* go on; the case's result is refused */
	REFUSE_ROW_END		/* refuse_row follows, then the case ends */
};

/* How the time counts in which a row's matter passes through a party. */
enum via_time {
	VIA_NONE,		/* it passes through none */
	VIA_AFTER,		/* di-luar: the row ends with the sending, the
				   wait stands before the row after it */
	VIA_WITHIN		/* termasuk: the standard measures the trip */
};

#define SOP_END "selesai"	/* of a case, where a row stands otherwise */

/* Where a value of the field that a row branches by leads. */
struct sop_way {
	const char	*value;		/* of the choice */
	const char	*no;		/* printed number, or "selesai" */
	int		 to;		/* position; 0: the end */
};

#define SOP_RETURNS_MAX 8
#define SOP_NOUN_MAX 30		/* bytes of what a run is called */

struct sop_row {
	int		 pos;			/* 1 .. nrows */
	const char	*no;			/* as printed: "7" */
	enum step_kind	 kind;
	const char	*performer;		/* "jfu|jft", "a+b",
						   "same-as:1" */
	const char	*performer_basis;	/* text, mark, inferred */
	const char	*activity;		/* as printed */
	const char	*activity_fixed;	/* corrected text, or NULL */
	const char	*short_name;		/* of the activity, for charts
						   and tables, or NULL */
	const char	*requirements;
	const char	*waktu;			/* as printed: "10-20 menit" */
	struct standard	 standard;
	const char	*output;
	const char	*source_note;		/* keterangan as printed */
	const char	*reading_note;		/* how the row was read */
	const char	*participants;		/* free text */
	int		 returns[SOP_RETURNS_MAX]; /* positions, usual first */
	int		 nreturns;
	const char	*return_basis;
	enum refuse_to	 refuse;
	int		 refuse_row;		/* position, REFUSE_ROW_END */
	const char	*branch;		/* choice of its form by which
						   it goes on, or NULL */
	const struct sop_way *way;		/* the values that do not lead
						   to the row after */
	size_t		 nway;
	int		 present;		/* starts when the applicant
						   is there */
	int		 queue_days;		/* 0: the office's usual */
	const char	*designate;		/* name of the officer field
						   of an earlier row whose
						   person alone does this
						   row, or NULL */
	const char	*each;			/* a child case for each of
						   these begins with the row:
						   roles, named by `designate`,
						   or "same-as:2|same-as:4";
						   NULL */
	const char	*outside;		/* usual outside party: its
						   slug, or (old files) any
						   text; or NULL */
	const char	*via;			/* slug of the party it passes
						   through, or NULL */
	enum via_time	 via_time;
	const char	*fallback;		/* role that acts when the
						   system cannot, or NULL */
	const struct sop_field *field;
	size_t		 nfield;
};

struct sop_list {
	const char *const *item;
	size_t		 count;
};

/* A column under "Pelaksana" as the form prints it. */
struct sop_column {
	const char	*title;
	struct sop_list	 performer;		/* those who stand in it, each
						   as a row has it: "jfu|jft" */
};

/* A page of the request: some fields of row 1 under a heading. */
struct sop_page {
	const char	*title;
	struct sop_list	 field;			/* names */
};

struct sop {
	const char	*slug;			/* "sigap-magang-penelitian" */
	const char	*title;			/* as printed */
	const char	*name;			/* short, for lists */
	const char	*number;		/* may be "" and is not
						   unique */
	const char	*unit;			/* slug of the unit */
	struct sop_list	 unit_lines;		/* head of the form, as
						   printed */
	const char	*made_on, *revised_on, *effective_on; /* ISO or "" */
	const char	*approved_position, *approved_name, *approved_nip;
	struct sop_list	 legal_basis, qualification, related, equipment,
			 warning, recording;
	const char	*recording_title;	/* as printed */
	struct sop_list	 bring;			/* to a counter */
	const char	*place, *hours;		/* where and when; or NULL */
	const char	*tariff, *tariff_link;	/* what it costs, and the list
						   of it; or NULL */
	const char	*service_basis;		/* of these: "inferred" */
	int		 promise_days;		/* service time, working
						   days; 0 none */
	int		 promise_from;		/* row whose forward starts
						   it; 0: the opening of the
						   case */
	int		 promise_to;		/* row whose end ends it */
	const char	*promise_basis;		/* "inferred", ... */
	int		 mend_days;		/* working days a correction
						   may take after the
						   reminder; 0: any */
	int		 public_request;	/* anyone may open it, no
						   account */
	const char	*language;		/* of messages: "id", "en" */
	const char	*noun;			/* what one run of it is
						   called in a sentence:
						   "usulan" */
	const char	*subject_field;		/* field of row 1 that names
						   the case */
	const struct sop_page *page;		/* of a request; none: all on
						   one */
	size_t		 npage;
	const struct sop_column *column;	/* as printed; none: one a
						   performer */
	size_t		 ncolumn;
	const struct sop_row *row;
	int		 nrows;
	void		*memory;		/* behind the strings */
};

/*
 * Read and check an SOP from its YAML text.  NULL when anything is wrong, with
 * "file:line: field: reason" lines in `why` (as many as fit): unknown key,
 * role or kind, a return to a row that does not exist or does not come before,
 * min over max, a row nobody can reach (evaluate rows aside), a duplicated
 * number.  Whether the unit exists is for the caller to see.  `roles` is the
 * NULL-ended list of role slugs the office knows.  Freed by sop_free().
 */
struct sop	*sop_parse(const char *file, const char *yaml, size_t len,
		    const char *const *roles, char *why, size_t whysize);
void		 sop_free(struct sop *);
/* The keys of an SOP file in their order, with the limits of their texts, for
 * libcyaml.  Inside lib/sop. */
const struct cyaml_schema_value	*sop_schema_value(void);

/*
 * Rows by position (NULL outside 1 .. nrows) and by printed number (0: none).
 */
const struct sop_row	*sop_row_at(const struct sop *, int pos);
int			 sop_row_no(const struct sop *, const char *no);
/* The activity of a row, its slips mended. */
static inline const char *
sop_row_activity(const struct sop_row *row)
{
	return row->activity_fixed != NULL ? row->activity_fixed :
	    row->activity;
}

/* The short name of a row; its activity when the SOP gives it none. */
static inline const char *
sop_row_short(const struct sop_row *row)
{
	return row->short_name != NULL ? row->short_name :
	    sop_row_activity(row);
}

/* Working days a task of the row may lie in the queue; usual: 1. */
static inline int
sop_queue_days(const struct sop_row *row)
{
	return row->queue_days ? row->queue_days : 1;
}

/* The role that every holder in the case's unit performs the row as, of a
 * performer "setiap:ROLE"; NULL when it is none. */
static inline const char *
sop_every(const char *performer)
{
	return strncmp(performer, "setiap:", 7) == 0 ? performer + 7 : NULL;
}
/* Is there a row that somebody performs in the unit of the case alone? */
int			 sop_in_unit(const struct sop *);
/* The field of a name in a row; NULL when it has none. */
const struct sop_field	*sop_field_of(const struct sop_row *,
			    const char *name);

/*
 * The row after `pos` in a case's path, evaluate rows skipped; 0 at the end.
 * Filing (archive) ends a case, and an evaluation is a case of its own.
 */
int		 sop_next(const struct sop *, int pos);
/* The same of a row that branches, with this value in its field; NULL: none. */
int		 sop_next_by(const struct sop *, int pos, const char *value);
