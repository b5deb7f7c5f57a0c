/*
 * signing.h - several letters approved together: they are listed with their
 * papers, the signed files are sent in one form and matched by the number and
 * the code inside (signed_match.h), and one check page sends those that match.
 *
 * Which tasks they are says the address, PATH_SETUJUI "/beberapa": each by its
 * id (`tugas`, any number of them), else the view of the inbox that it carries
 * (inbox_view.h).  Each is an act of its own, with a key of its own: what one
 * is refused for keeps none of the others back, and nothing is sent twice.  The
 * rules of a single approval hold for each: the act checks the row's form, and
 * what a file lacks is said and takes a reason.  A row that needs more than
 * number, date and file has its own page, to which the list leads.
 */
#pragma once

#include <stddef.h>

struct reply;
struct request;
struct step_program;

#define SIGNING_PART "beberapa"		/* of the address */
#define SIGNING_TEMPLATES "signing.tpl", "signing-check.tpl"

/* Does the request's address name several? */
int	 signing_is_asked(const struct request *);

/* Answer for a program whose own steps are the approvals: the status. */
int	 signing_get(const struct step_program *, struct request *,
	    struct reply *);
int	 signing_post(const struct step_program *, struct request *,
	    struct reply *);

/* The one field of its form that takes files. */
#define SIGNING_FILES "berkas"
