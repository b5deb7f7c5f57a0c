/*
 * counter.h - the parts of the counter's program: a station's queue with one
 * task open in it (page.c), the act on a task (task.c), numbers handed out
 * (number.c), and another officer at the same machine (pin.c).
 *
 * Functions that answer a request give the status of the answer.
 */
#pragma once

#include "case/counter_queue.h"
#include "casepage/step.h"
#include "people/counter_desk.h"

struct reply;
struct request;

#define STATION_COOKIE	"loket"
#define CHAIN_MAX	4	/* rows that one press can finish */

extern const struct step_program counter;

/* The stations the person may stand at; *n of them, living with the request. */
const struct counter_desk *counter_stations(const struct request *,
		    size_t *n);
/* Is it a task for one keypress at a station of the person?  Other tasks have
 * their own pages, which a PIN does not open. */
int		 counter_is_here(const struct step *);
/* The instant this day began in the office. */
int64_t		 counter_today(const struct request *);

/* The number that the page asks for (?nomor=014); "": none. */
const char	*counter_wanted(const struct request *);

/* -- slip.c ------------------------------------------------------------- */

/* Answer with the slip of a case, to be printed: /loket/slip/ID. */
int		 counter_slip(struct request *, struct reply *);

/* -- task.c ------------------------------------------------------------- */

/* The rows that the same station can do in the same form, this one first; how
 * many, 1 when there is no other. */
size_t		 counter_chain(const struct step *,
		    const struct sop_row *row[CHAIN_MAX]);
/* Have two rows a field of the same name?  They cannot stand on one page. */
int		 counter_shares(const struct sop_row *,
		    const struct sop_row *);

/* -- number.c ----------------------------------------------------------- */

/* The form of a number to hand out, with its errors. */
struct counter_number {
	struct fields_state	 typed;
};

/* Add to the page the form that hands out the numbers of a station, and links
 * to those of other SOPs; `open` is the task open on the page, or NULL. */
void		 counter_numbers(struct request *, struct page *,
		    const char *station, const struct counter_number *,
		    const struct step *open);
/* Answer the form: the case begins, or the page again with errors. */
int		 counter_number_post(struct request *, struct reply *,
		    const struct counter_desk *, const char *aksi);
/* Answer a form that is stale (web/request.h): the page with it as typed. */
int		 counter_number_again(struct request *, struct reply *,
		    const struct counter_desk *);

/* -- page.c ------------------------------------------------------------- */

/* Answer with the page of a station: its queue, one task open in it (or NULL)
 * with the act that came before this one's (or NULL), and a number's form with
 * errors (or NULL). */
int		 counter_page(struct request *, struct reply *, int status,
		    const struct counter_desk *, struct step *,
		    const struct act *conflict, const struct counter_number *);

/* -- pin.c -------------------------------------------------------------- */

/* Answer the form in which another officer takes over; the page on which an
 * officer chooses a PIN, and its form. */
int		 counter_change(struct request *, struct reply *,
		    const char *station);
int		 counter_pin_get(struct request *, struct reply *);
int		 counter_pin_post(struct request *, struct reply *);
