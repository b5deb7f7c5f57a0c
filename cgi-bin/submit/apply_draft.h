/* apply_draft.h - the draft of a request: begun, found again, and continued on
 * another device. */
#pragma once

struct apply;

#define APPLY_GO_ON "lanjut"	/* below the address of the SOP */
#define APPLY_TOKEN "draf-token"	/* in a form: the draft's token */

/* Begin a draft, which has an address from now on, and redirect to its first
 * page; the status of the answer. */
int	 apply_draft_begin(struct apply *);
/* Load the draft of the address with its answers: 0, or the status of an answer
 * given because there is none. */
int	 apply_draft_load(struct apply *);
/* The page with the link to the draft; the page that link leads to, which takes
 * the token from behind "#"; and its form, which redirects to the draft.  The
 * statuses of the answers. */
int	 apply_draft_link(struct apply *);
int	 apply_draft_ask(struct apply *, int status);
int	 apply_draft_go_on(struct apply *);
