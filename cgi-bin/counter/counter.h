/*
 * counter.h - the parts of the counter's program.
 */
#ifndef CGI_BIN_COUNTER_COUNTER_H
#define CGI_BIN_COUNTER_COUNTER_H

#include "case/counter_queue.h"
#include "casepage/step.h"
#include "people/counter_desk.h"

struct reply;
struct request;

#define STATION_COOKIE	"loket"
#define CHAIN_MAX	4	/* rows that one press can finish */

extern const struct step_program counter;

/* Stations the person may stand at; *n of them, living with the request. */
const struct counter_desk *counter_stations(const struct request *,
		    size_t *n);

/* When the day began. */
int64_t		 counter_today(const struct request *);

/* -- counter_task.c: what is done with a task -------------------------- */

/* The rows that the same desk can do in the same form, this one first; one
 * when there is no other. */
size_t		 counter_chain(const struct step *,
		    const struct sop_row *row[CHAIN_MAX]);
/* Have two rows a field of the same name?  They cannot stand on one page. */
int		 counter_shares(const struct sop_row *,
		    const struct sop_row *);

/* -- counter_number.c: a number to hand out ---------------------------- */

/* What is wrong with a number that was to be handed out. */
struct counter_number {
	struct fields_state		 typed;
	struct field_error	 error[STEP_ERRORS_MAX];
};

/* The form that hands them out at a desk, and links to those of other SOPs;
 * `open` is the task open on the page, or NULL. */
void		 counter_numbers(struct request *, struct page *,
		    const char *station, const struct counter_number *,
		    const struct step *open);
int		 counter_number_post(struct request *, struct reply *,
		    const struct counter_desk *, const char *aksi);

/* -- counter_queue.c: who comes next ----------------------------------- */

/* The queue but for the task that is open (or NULL). */
void		 counter_queue(struct request *, struct page *,
		    const struct counter_queue_row *, size_t n, int clerk,
		    const struct step *open);
/* What finishing a row is called: "Lengkap", "Arsipkan". */
const char	*counter_done(const struct sop_row *);
/* Has its form something that must be filled in? */
int		 counter_asks(const struct sop_row *);
/* "Dewi Lestari". */
const char	*counter_person(const struct request *, int64_t id);

/* -- counter_page.c ---------------------------------------------------- */

/* The page: the queue of a desk, with one task open in it (or NULL), and what
 * is wrong with a number (or NULL). */
int		 counter_page(struct request *, struct reply *, int status,
		    const struct counter_desk *, struct step *,
		    const struct act *conflict, const struct counter_number *);

/* -- counter_pin.c: another officer takes over; a PIN is chosen -------- */

int		 counter_change(struct request *, struct reply *,
		    const char *station);
int		 counter_pin_get(struct request *, struct reply *);
int		 counter_pin_post(struct request *, struct reply *);

#endif
