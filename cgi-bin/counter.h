/*
 * counter.h - the parts of the counter's program.
 */
#ifndef CGI_BIN_COUNTER_H
#define CGI_BIN_COUNTER_H

#include "web/step.h"

struct reply;
struct request;

#define QUEUE_FIELD "nomor_antrian"	/* of a first row: filled in ahead */
#define STATION_COOKIE "loket"

extern const struct step_program counter;

/* The desk this browser stands at, a performer: the one asked for in the
 * address, the one it stood at before, the first that the person holds.
 * NULL: none is theirs.  Lives with the request. */
const char	*counter_station(const struct request *);

/* Stations the person may stand at; *n of them. */
const char *const *counter_stations(const struct request *, size_t *n);

/* The row that the same desk can do in the same form; NULL: none. */
const struct sop_row *counter_second(const struct step *);

/* May this person hand out numbers of the SOP at the desk: its first row is a
 * physical act of that performer? */
int		 counter_begins(const struct sop *, const char *station);

/* The page: the queue of a desk, with one task open in it (or NULL), and what
 * is wrong with a number to be handed out. */
int		 counter_page(struct request *, struct reply *, int status,
		    const char *station, struct step *,
		    const struct act *conflict, const struct typed *number);

/* counter_pin.c: another officer takes over; a PIN is chosen. */
int		 counter_change(struct request *, struct reply *,
		    const char *station);
int		 counter_pin_get(struct request *, struct reply *);
int		 counter_pin_post(struct request *, struct reply *);

#endif
