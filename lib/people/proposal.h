/*
 * proposal.h - changes that wait for a second administrator: a right that is
 * given to a role or by one, a version of an SOP that is published, the end of
 * one.
 *
 * Where two active persons have kelola (rights.h), what one of them asks for
 * waits until another agrees.  Where there is one, it takes effect at once, so
 * that nothing ever waits for nobody: that is an event of its own ("alone") in
 * the same transaction, the head of office hears of it, and it stands among the
 * signs of the month.
 * The office's command needs nobody.
 *
 *	err = proposal_right(o, &change, &right, "kakanwil", &waits);
 *	...
 *	err = proposal_decide(o, &by_another, id, 1);
 */
#pragma once

#include <stddef.h>
#include <stdint.h>

#include "office/change.h"
#include "people/holder.h"
#include "people/rights.h"

enum proposal_kind { PROPOSAL_RIGHT, PROPOSAL_VERSION, PROPOSAL__MAX };

struct proposal {
	int64_t	id;
	int	kind;			/* enum proposal_kind */
	char	about[256];		/* as a reader knows it */
	int64_t	made_at, made_by;
	char	maker[160];		/* name */
};

/* Does what a person asks for wait for another?  1 or 0. */
int		 proposal_waits(struct office *, int64_t person_id,
		    int64_t now);

/* Give a right as a person may: it waits, or takes effect.  *waits gets which.
 * As rights_give(). */
enum case_err	 proposal_right(struct office *, const struct change *,
		    const struct right_row *, const char *head, int *waits);
/* Publish a version likewise, in force from an instant that lies ahead, or at
 * once (0); as office_publish_from().  One that is agreed to later than its
 * instant is in force from then on. */
enum case_err	 proposal_version(struct office *, const struct change *,
		    const char *yaml, int64_t from, const char *head,
		    int *waits);
/* End an SOP likewise; as office_withdraw_sop(). */
enum case_err	 proposal_withdrawal(struct office *, const struct change *,
		    const char *slug, int64_t at, const char *head,
		    int *waits);

/* Does a role give kelola now, or will it?  1, also when the database fails;
 * 0. */
int		 proposal_concerns(struct office *, int64_t role_id,
		    int64_t now);
/* Name a holder: of a role that has kelola, or will have it, this gives that
 * right, and is done likewise; of any other it takes effect at once.  As
 * holder_add(). */
enum case_err	 proposal_holder(struct office *, const struct change *,
		    const struct holder_row *, const char *head, int *waits);
/* The same as a part of a larger change: `named` is a struct proposal_named.
 * A change_fn (office/change.h). */
struct proposal_named {
	const struct holder_row	*holder;
	const char		*head;
};
enum case_err	 proposal_name(struct change_work *, const void *named);

/* Let a person be an administrator by name likewise.  As person_change();
 * CASE_REPEATED: the person is one. */
enum case_err	 proposal_admin(struct office *, const struct change *,
		    int64_t person_id, const char *head, int *waits);

/* Those that wait, the oldest first; given, free() *list.  CASE_OK, CASE_DB. */
enum case_err	 proposal_list(struct office *, struct proposal **list,
		    size_t *count);
/* The file of a version that waits; NULL when there is none, and of what ends
 * an SOP.  Given. */
char		*proposal_text(struct office *, int64_t id);

/* Another administrator agrees, and it takes effect, or does not.  CASE_DENIED:
 * whoever made it; CASE_STATE: it was decided before; else what its change
 * answers, and it waits as before.  Change and decision are one transaction. */
enum case_err	 proposal_decide(struct office *, const struct change *,
		    int64_t id, int agree);
