/*
 * grid.h - inside month*.c: the parts figures are kept for, and which
 * of them a visit counts for.
 *
 * A cell is one performer at one row; it points at the parts its visits count
 * for: the role and the row always, the office and the SOP unless the role is
 * external or the system.
 */
#ifndef MONTH_GRID_H
#define MONTH_GRID_H

#include <stddef.h>
#include <stdint.h>

#include "case/case.h"
#include "clock/account.h"
#include "clock/standard.h"
#include "clock/verdict.h"
#include "month/month.h"

struct calendar;

/*
 * What was open at $1 and has closed since, without a look at all that closed
 * since: by classes of length (schema: tasks_length, cases_length) a row of at
 * most `most` seconds closed before $1 + most.
 */
#define OPEN_CLASS(table, closed, class, most) \
	" UNION ALL SELECT l.id FROM " table " l" \
	" WHERE (CASE WHEN l." closed " - l.opened_at < 86400 THEN 0" \
	" WHEN l." closed " - l.opened_at < 691200 THEN 1" \
	" WHEN l." closed " - l.opened_at < 5529600 THEN 2" \
	" ELSE 3 END) = " class \
	" AND l." closed " >= $1" most " AND l.opened_at < $1"
#define OPEN_THEN(table, closed) \
	OPEN_CLASS(table, closed, "0", " AND l." closed " < $1 + 86400") \
	OPEN_CLASS(table, closed, "1", " AND l." closed " < $1 + 691200") \
	OPEN_CLASS(table, closed, "2", " AND l." closed " < $1 + 5529600") \
	OPEN_CLASS(table, closed, "3", "")

/* Does a closed visit count as done: with a verdict, and either finished by
 * somebody or late (DESIGN 6)? */
int	 month_is_done(enum outcome, enum verdict);

#define GRID_NONE ((size_t)-1)

/* What is kept of the months before. */
struct grid_light {
	int64_t	done, on_time, late_open, decided, returned;
};

struct grid_part {
	struct month_part	p;
	struct grid_light	light;	/* of the month being read */
};

struct grid_cell {
	char	performer[96];
	int64_t	version_id, pos;
	int	apart;			/* external or system */
	size_t	next;			/* in its chain, counted from 1 */
	size_t	part[MONTH_SCOPE__MAX];	/* index or GRID_NONE */
};

#define GRID_CHAIN_BITS 8	/* chains of cells, to find one by its row */

/* Where an SOP version counts. */
struct grid_version {
	int64_t	version_id;
	size_t	sop, unit;
};

/* What the medians are made of: one per done visit. */
struct grid_time {
	size_t	cell;
	int64_t	own, turn;
};

/* One visit that closed in the month. */
struct grid_visit {
	int64_t		task_id, case_id, visit;
	int64_t		opened_at, received_at, closed_at, due_at, moved;
	enum outcome	outcome;
	enum verdict	verdict;
	int		done, decided, late_entry, own_approval, joint;
	struct standard	standard;
	char		reason[16];
	struct accounts	time;
};

struct grid_role;
struct grid_target;
struct act_work;

struct grid {
	struct office		*office;
	struct db		*db;
	const struct calendar	*cal;
	int64_t			 sop_id;	/* 0: all */
	int64_t			*version;	/* of that SOP, nversion */
	size_t			 nversion;
	int64_t			 end;		/* of the month asked for */
	int64_t			 from, to;	/* of the month in hand */
	struct grid_role	*role;		/* performers as printed */
	size_t			 nrole;
	struct grid_target	*target;
	size_t			 ntarget;
	struct grid_part	*part;		/* part[0] is the office */
	size_t			 npart;
	struct grid_version	*known;		/* asked of grid_sop(); */
	size_t			 nknown;
	size_t			 unit;		/* of the last */
	struct grid_cell	*cell;
	size_t			 chain[1 << GRID_CHAIN_BITS];
	size_t			 ncell;
	struct grid_time	*time;
	size_t			 ntime, time_size;
	struct month_mark	*mark;
	size_t			 nmark;
	int			 failed;	/* out of memory */
	struct act_work		*again;		/* every visit is judged again
						   by the calendar in force */
};

/* Targets are those in force in the last second before `end`.  0, or -1 when
 * the database failed; grid_close() either way. */
int	 grid_open(struct grid *, struct office *, int64_t sop_id, int64_t end);
void	 grid_close(struct grid *);

/* One more element of a list whose length doubles; NULL leaves it alone. */
void	*grid_more(struct grid *, void *list, size_t n, size_t size);

/* month_target.c: read all performers and their targets, 0 or -1; what a
 * performer is, when it is known; its target, else that of all ("" alone),
 * none outside the office. */
int	 grid_read_roles(struct grid *);
void	 grid_set_role(const struct grid *, struct month_part *,
	    const char *expr);
void	 grid_set_target(struct grid *, struct month_part *,
	    const char *expr);

/* Is a visit of this SOP version asked for? */
int	 grid_wants(const struct grid *, int64_t version_id);

/* The cell of a visit, made when it is new; GRID_NONE when that failed.
 * `external` decides for a performer the office does not know. */
size_t	 grid_cell(struct grid *, const char *performer, int external,
	    int64_t version_id, int64_t pos);
/* The part of a performer, and of an SOP version's SOP, with their names;
 * grid_sop() also sets g->unit to that of its unit. */
size_t	 grid_role(struct grid *, const char *performer, int external);
size_t	 grid_sop(struct grid *, int64_t version_id);
/* The part of that scope and key, NULL when there is none. */
struct grid_part *grid_find(struct grid *, enum month_scope, const char *key);
/* The same, made empty when there is none; NULL when out of memory. */
struct grid_part *grid_part(struct grid *, enum month_scope, const char *key);

/* Counting into the grid's parts; each 0, or -1 when it failed. */
int	 month_visits_closed(struct grid *);	/* month_closed.c */
int	 month_visits_light(struct grid *);
int	 month_visits_medians(struct grid *);
int	 month_visits_open(struct grid *, int light);	/* month_open.c */
int	 month_cases_count(struct grid *);	/* month_case.c */
int	 month_promise_count(struct grid *);
/* What the public said: surveys and complaints. */
int	 month_voice_count(struct grid *);
/* A month before, into the light of all parts: what stands frozen of it, else
 * what the visits tell. */
int	 month_count_before(struct grid *, int year, int month,
	    const char *sop);		/* month.c */

/* month_correct.c: judge visits again from now on, 0 or -1; a closed visit as
 * it is then; the calendar that an open one's limits are reckoned by, and the
 * time it may then lie in the queue. */
int	 month_correct_begin(struct grid *);
void	 month_correct_visit(struct grid *, struct grid_visit *);
const struct calendar *month_correct_calendar(struct grid *, int64_t calendar_id,
	    const char *performer);
int64_t	 month_correct_queue(const struct grid *, const struct calendar *,
	    int64_t version_id, int64_t pos, int64_t received_at,
	    int64_t known);

/* month_mark.c: look for signs in a visit; then name and sort the marks; their
 * order, for qsort(3). */
void	 month_sign_visit(struct grid *, size_t cell, const struct grid_visit *);
int	 month_sign_marks(struct grid *);
int	 month_sign_order(const void *, const void *);

/* Columns of month_figures behind unit, month, SOP and place. */
#define MONTH_COLUMN(name) ", " #name
#define MONTH_COLUMNS \
	"scope, key, grp, name, no, decree, version_id, pos" \
	MONTH_COUNTS(MONTH_COLUMN)

/* month_thaw.c: the figures of a closed month as they were frozen (0, -1);
 * the part of them the months after it need (1, 0 when it is open, -1). */
int	 month_thaw(struct month_figures *, struct office *);
int	 month_thaw_light(struct grid *, int year, int month, const char *sop);
const char *month_scope_slug(enum month_scope);
const char *month_sign_slug(enum month_sign);
char	*month_text(int year, int month, char buf[16]);	/* "2026-10" */

/* month_add.c: the lists of a sheet (roles, SOPs, rows, units); the part of a
 * key in one; a month into the sheet of a period, its first or not: 0, or -1
 * without memory. */
struct grid_list {
	struct month_part	**list;
	size_t			 *n;
};
void	 grid_lists(struct month_figures *, struct grid_list out[4]);
struct month_part *grid_listed(const struct grid_list *, const char *key);
int	 grid_add_month(struct month_figures *, struct month_figures *,
	    int first);

/* month.c: an empty sheet for a month (NULL: no memory), to be filled with the
 * figures as the data stand, closed or not. */
struct month_figures *month_new(struct office *, int year, int month,
		    const char *sop);
/* The SOP asked for: its id, 0 for all; sets its name. */
enum case_err	 month_sop(struct office *, struct month_figures *,
		    int64_t *id);
enum case_err	 month_live(struct office *, struct month_figures *,
		    int64_t data_now);
/* The same without what came before; likewise, but a closed month as it was
 * frozen. */
enum case_err	 month_live_alone(struct office *, struct month_figures *,
		    int64_t data_now);
enum case_err	 month_alone(struct office *, int year, int month,
		    const char *sop, int64_t data_now,
		    struct month_figures **out);
/* month_order.c: groups and order of parts that were put together; the parts
 * of a grid that are shown, so arranged: 0, or -1 without memory. */
void		 month_arrange(struct month_figures *);
int		 month_order_take(const struct grid *, struct month_figures *);
/* The medians of all visits that closed in [f->from, f->to). */
enum case_err	 month_medians(struct office *, struct month_figures *);
/* The months of f->series before f->from, of the SOPs and rows that are
 * there: month_history.c. */
enum case_err	 month_history(struct office *, struct month_figures *);

#endif
