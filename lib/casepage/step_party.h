/*
 * step_party.h - parties outside on the page of a step: the matter is sent to
 * one and comes back, or the step ends with passing it on through one.
 *
 * The parties are those that the office keeps (office/party.h).  A row that
 * passes through a party (sop.h, `via`) offers that as its next act, with the
 * name fixed; any other row has it among its other acts, with the list.
 */
#pragma once

struct act;
struct page;
struct step;

/* The name of the party that the row passes through, "SISUMAKER"; NULL when it
 * passes through none.  Lives with the request. */
const char	*step_party_via(const struct step *);
/* Does the row end with passing the matter on? */
int		 step_party_passes(const struct step *);

/* VIA: the sending that this row offers as its next act, unless it was sent
 * before in this visit.  1 when it is offered. */
int		 step_party_offer(struct step *, struct page *);
/* OUTSIDE: the sending to any party, among the other acts. */
void		 step_party_outside(struct step *, struct page *);
/* WAIT: where the matter is, since when, and the form of its coming back. */
void		 step_party_wait(struct step *, struct page *);
/* DECISION: number and date under which the matter is passed on. */
void		 step_party_pass(struct step *, struct page *form);

/* Read the forms above into the act; what is wrong becomes an error of the
 * page. */
void		 step_party_read_sent(struct step *, struct act *);
void		 step_party_read_back(struct step *, struct act *);
void		 step_party_read_pass(struct step *, struct act *);
