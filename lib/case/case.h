/*
 * case.h - a case and its tasks, as rows; reading them, and lists of them.
 *
 * Cases and tasks are derived from events; only lib/case/act*.c change them.
 * One table of columns per struct (case.c) serves reading, writing, the
 * history and the comparison of a rebuild.
 */
#ifndef CASE_CASE_H
#define CASE_CASE_H

#include <stddef.h>
#include <stdint.h>

#include "clock/account.h"
#include "office/office.h"

enum outcome {
	OUTCOME_OPEN,		/* '': not closed */
	OUTCOME_FORWARD,
	OUTCOME_RETURN,
	OUTCOME_REFUSE,
	OUTCOME_END,		/* forward that ended the case */
	OUTCOME_DOWNLOAD,
	OUTCOME_SUPERSEDED,	/* voided by another signer's return */
	OUTCOME_WITHDRAWN,
	OUTCOME_CANCELLED,
	OUTCOME_VOID,		/* its opening was taken back */
	OUTCOME_EXPIRED,	/* never downloaded */
	OUTCOME__MAX
};
const char	*task_outcome_slug(enum outcome);
int		 task_outcome_from(const char *slug);

/* Instants are seconds UTC, 0 when not there (SQL NULL); ids likewise. */
struct case_row {
	int64_t	id;
	char	number[24];
	int64_t	unit_id, version_id;
	int64_t	evaluation;
	char	period[8];
	char	subject[256];
	int64_t	applicant_id;
	char	applicant[160];
	char	phone[24];
	char	email[128];
	int64_t	institution_id, officer_id;
	char	code_hash[65];
	char	state[8];		/* open, ended */
	char	result[12];
	int64_t	refused, end_pos, seq;
	int64_t	opened_at, ended_at, promise_from, promise_to;
	int64_t	own, queue, outside, waiting, closed;
};

struct task_row {
	int64_t	id, case_id, version_id;
	int64_t	pos, visit;
	char	kind[12];
	int64_t	side;
	char	performer[96];
	int64_t	external, assignee_id, institution_id;
	int64_t	open;
	char	phase[12];
	int64_t	awaited, version;
	int64_t	opened_at, received_at, claimed_at, claimed_by;
	int64_t	closed_at, recorded_at, closed_by;
	char	outcome[12];
	int64_t	return_pos;
	char	verdict[8];
	int64_t	min, max;
	char	unit[8], measure[12];
	int64_t	min_at, due_at, queue_max, moved, calendar_id;
	char	late_reason[16];
	int64_t	late_entry, own_approval, joint;
	int64_t	own, queue, outside, waiting, closed;
};

/* Who acts.  person_id 0 with case_id: an applicant who gave the tracking
 * code of that case.  behalf_id: the holder an authorised clerk records for. */
struct actor {
	int64_t	person_id;
	int64_t	case_id;
	int64_t	behalf_id;
};

/* CASE_OK, CASE_NOT_FOUND, CASE_DB. */
enum case_err	 case_get(struct office *, int64_t id, struct case_row *);
enum case_err	 task_get(struct office *, int64_t id, struct task_row *);
enum case_err	 case_by_code(struct office *, const char *typed,
		    struct case_row *);
enum case_err	 case_by_number(struct office *, const char *number,
		    struct case_row *);

/* All tasks of a case in order of opening; given, free() *tasks. */
enum case_err	 case_tasks(struct office *, int64_t case_id,
		    struct task_row **tasks, size_t *count);

/* May this actor see the case?  Officials who hold or held one of its
 * performers (all officials of the unit, for now, see all of its cases);
 * outsiders only cases of their institution or their own. */
int		 case_may_see(struct office *, const struct actor *,
		    const struct case_row *);

/* May this actor do the task now: holds its role (or is its assignee, or of
 * its institution, or has the case's code)?  `capacity` gets "", definitif,
 * plt or plh. */
int		 case_may_do(struct office *, const struct actor *,
		    const struct task_row *, int64_t now,
		    const char **capacity);

/* Accounts of a task or of a case up to `at` (or to its close). */
enum case_err	 case_account_task(struct office *, const struct task_row *,
		    int64_t at, struct accounts *);
enum case_err	 case_accounts(struct office *, const struct case_row *,
		    int64_t at, struct accounts *);

/* Printed name of a performer expression ("JFU/JFT"); buf gets it. */
char		*performer_name(struct office *, const char *expr, char *buf,
		    size_t size);

/* -- lists ------------------------------------------------------------- */

enum inbox_tab { INBOX_MINE, INBOX_ROLE, INBOX_SENT };
enum inbox_sort { INBOX_BY_DUE, INBOX_BY_SOP, INBOX_BY_NUMBER };

struct inbox_query {
	int64_t		 person_id;
	enum inbox_tab	 tab;
	enum inbox_sort	 sort;
	const char	*search;	/* NULL or "": all */
	const char	*sop;		/* slug, NULL or "": all */
	int64_t		 now;
	int64_t		 offset, limit;
};

struct inbox_row {
	struct task_row	 task;
	char		 number[24];
	char		 subject[256];
	char		 sop_slug[64], sop_name[96];
	int64_t		 returns;	/* times the case was sent back */
	char		 sender[160];	/* who sent it, and when */
	int64_t		 sent_at;
};

struct inbox_counts {
	int64_t	mine, role, sent;	/* tabs */
	int64_t	late, soon;		/* of mine and role, at `now` */
};

/* Given, free() *rows; *total counts all that match. */
enum case_err	 inbox_list(struct office *, const struct inbox_query *,
		    struct inbox_row **rows, size_t *count, int64_t *total);
enum case_err	 inbox_count(struct office *, int64_t person_id, int64_t now,
		    int soon_percent, struct inbox_counts *);

/* Is less than `percent` of the upper limit left, or none (2: late)? */
int		 task_urgency(struct office *, const struct task_row *,
		    int64_t now, int percent);

struct case_query {
	struct actor	 actor;		/* sees only what it may */
	const char	*search;
	const char	*sop;
	const char	*state;		/* "", open, ended */
	const char	*month;		/* "", or "2026-10": opened in it */
	int64_t		 after_at, after_id; /* behind the case of that opening
					   and id; 0: from the latest */
	int64_t		 offset, limit;
};

struct case_item {
	struct case_row	 c;
	char		 sop_slug[64], sop_name[96];
	char		 at_no[8];	/* printed number of the row it is at */
	char		 at_performer[96];
	int64_t		 due_at;
};

/* The latest first; given, free() *items.  *total (NULL: not asked) counts
 * those that match, up to CASES_COUNTED: then there are more than 1,000. */
#define CASES_COUNTED 1001
enum case_err	 case_list(struct office *, const struct case_query *,
		    struct case_item **items, size_t *count, int64_t *total);

/* -- documents and search ---------------------------------------------- */

struct document {
	int64_t	id, case_id, task_id;
	char	field[48], name[256], type[64], sha256[65];
	int64_t	size, added_at, added_by;
};

enum case_err	 document_get(struct office *, int64_t id, struct document *);
/* Given, free() *docs; oldest first. */
enum case_err	 case_documents(struct office *, int64_t case_id,
		    struct document **docs, size_t *count);

/* Note that a person saw the personal data of a case (once per hour). */
enum case_err	 case_seen(struct office *, int64_t person_id,
		    int64_t case_id, int64_t now);

#endif
