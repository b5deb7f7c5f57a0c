/*
 * step.h - the room of the pages about one case, and the course that every page
 * of a step takes.
 *
 * The room knows how a case looks: its steps as forms (fields, step_form), its
 * past (dossier, timeline), its limits (sla, explanation), its letters
 * (compose), and the page of its applicant (status).  It decides nothing: who
 * may do what, and when a limit is, comes from lib/case.
 *
 * step_serve() does for every kind what every kind needs: method and session
 * (by the route), task and case (404), right (403, saying whose step it is), a
 * task that has moved on (303 to the right place), the fields of the SOP file,
 * uploads, the decision, the one check page before a signature, a refusal or
 * an end, the act, the reply.  A program says what is its own:
 *
 *	static const struct step_program review = {
 *		.name	= "review",
 *		.kind	= STEP_REVIEW,
 *		.forward = "Setujui dan teruskan ke %s",
 *		.fill	= fill_review,		task -> page
 *		.read	= read_review,		form -> act
 *	};
 *
 *	int
 *	main(int argc, char **argv)
 *	{
 *		return step_serve(&review, argc, argv);
 *	}
 *
 * A form says what it wants in `aksi`: selesai (finish; the check page's
 * buttons are kirim and ubah), draf (keep it), ambil, lepas, serah, hadir,
 * luar, luar-kembali, catat, tarik; in a run (run.h) lewati (pass it over).
 */
#pragma once

#include <stddef.h>
#include <stdint.h>

#include "case/act.h"
#include "case/case.h"
#include "case/field.h"
#include "casepage/dossier.h"
#include "casepage/fields.h"
#include "sop/sop.h"

struct page;
struct reply;
struct request;
struct step_program;

/* One request about one task. */
struct step {
	const struct step_program *prog;
	struct request		*req;
	struct reply		*rep;
	struct case_row		 c;
	struct task_row		 t;
	const struct sop	*sop;
	const struct sop_row	*row;
	struct actor		 actor;
	const char		*capacity;	/* "", definitif, plt, plh */
	int			 clerk;		/* records for a holder alone */
	struct dossier		 dossier;	/* read for a page only */
	struct fields_state	 typed;		/* the form as it stands */
	const char		*key;		/* of the form, "kunci" */
	/* The number of this act among those of one form, how many there are,
	 * and (0: not given) the time this one was begun and done. */
	int			 follows, joint;
	int64_t			 begun_at, done_at;
	int64_t			 saved_at;	/* of the draft shown; or 0 */
};

struct step_program {
	const char	*name;		/* as in routes.tsv */
	enum step_kind	 kind;
	const char	*forward;	/* what going on is: "Teruskan ke %s" */
	const char	*end;		/* ... when the case ends with it, the
					   word for the case behind it:
					   "Setujui dan selesaikan" */
	const char	*note;		/* label of what may be said with it */
	const char	*note_help;
	const struct sop_choice *phrase; /* usual reasons or instructions */
	size_t		 nphrase;
	const char	*phrase_label;	/* of instructions, which go with
					   going on; NULL: they are reasons */
	int		 check;		/* look once more before going on:
					   "Setujui surat ini?" */
	const char	*done;		/* "disetujui dan diteruskan" */
	const char *const *templates;	/* to load at start, NULL-ended;
					   NULL: STEP_TEMPLATES */
	int		 no_claim;	/* done by one keypress */
	const char	*counter;	/* steps of any kind, by one keypress,
					   and back to this address; or NULL */

	/* Add to the form what this kind alone has; may be NULL. */
	void		(*fill)(struct step *, struct page *);
	/* A page of its own instead of "step.tpl"; may be NULL. */
	int		(*page)(struct step *, int status,
			    const struct act *conflict);
	/* A course of its own for a POST; may be NULL. */
	int		(*post)(struct step *, const char *aksi);
	/* Take from the form what this kind alone has, the row's fields being
	 * in the act: with step_error() when it is wrong; may be NULL. */
	void		(*read)(struct step *, struct act *, enum outcome);
};

#define STEP_TEMPLATES "step.tpl", "check.tpl", "field.tpl", "errors.tpl", \
	"people.tpl", "sla.tpl", "timeline.tpl", "why.tpl"

/* web_serve() of this program. */
int	 step_serve(const struct step_program *, int argc, char **argv);

/* For a program that has other pages, too: /PREFIX/ID of a task. */
int	 step_get(const struct step_program *, struct request *,
	    struct reply *);
int	 step_post(const struct step_program *, struct request *,
	    struct reply *);

/* Does the task that the address names, or the first row of the SOP, ask for
 * files in a field of this name?  For web_program.takes. */
int	 step_takes(const struct request *, const char *field);

/* The field in which it is said why a signed file is sent that lacks
 * something. */
#define STEP_UNPROVED	"alasan-dokumen"

/* -- for the programs -------------------------------------------------- */

/* Add an error beside a field. */
__attribute__((format(printf, 3, 4)))
void	 step_error(struct step *, const char *field, const char *fmt, ...);

/* The performer who gets the case when this row goes on; NULL: the case ends
 * with it. */
const char	*step_receiver(const struct step *);

/* -- the course of a request -------------------------------------------- */

/* Prepare for a task: case, SOP, actor and right are looked up.  0, or a status
 * already replied. */
int	 step_open(struct step *, const struct step_program *,
	    struct request *, struct reply *, int64_t task);
/* The GET page of a task that was opened. */
int	 step_show(struct step *);
/* Do what `aksi` asks for, for a program whose own course is not for
 * everybody. */
int	 step_post_usual(struct step *, const char *aksi);
/* The address to go on to; `stay`: with this task. */
const char	*step_next(const struct step *, int stay);
/* Its own address, with the run that it is part of (run.h). */
const char	*step_address(const struct step *);
/* In a run: the reply that goes on to the next task, or with `passes` past this
 * one, which stays as it is; a notice (session_notice()) or "" goes with it. */
int	 step_go_on(struct step *, int passes, const char *notice);
/* The reply to a refusal of the case library: 409 with what was typed, 422
 * beside the field it named, else the page of its status. */
int	 step_refused(struct step *, struct act *, enum case_err);
/* An act of this request, with what every act carries. */
struct act	 step_act(struct step *);

/* The list of persons this row decides on, a line each; NULL when it decides
 * on none.  Lives with the request. */
const char *step_people(const struct step *);
/* The row a return may go to whose form an applicant mends, or NULL. */
const struct sop_row *step_mended(const struct step *);
/* Is it late by now, so that a reason is asked for? */
int	 step_late(const struct step *);
