/*
 * grid.h - inside lib/month: the parts figures are kept for, and which of them
 * a visit counts for.
 *
 * A cell is one performer at one row; it points at the parts its visits count
 * for: the role and the row always, the office and the SOP unless the role is
 * external or the system.
 */
#pragma once

#include <stddef.h>
#include <stdint.h>

#include "case/case.h"
#include "clock/account.h"
#include "clock/standard.h"
#include "clock/verdict.h"
#include "month/month.h"
#include "month/month_work.h"

struct calendar;

/*
 * Rows that were open at $1 and have closed since, without a look at all that
 * closed since: by classes of length (schema: tasks_length, cases_length) a
 * row of at most `most` seconds closed before $1 + most.
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

#define GRID_NONE ((size_t)-1)

/* The figures that are kept of the months before. */
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

/* The parts an SOP version counts for. */
struct grid_version {
	int64_t	version_id;
	size_t	sop, unit;
};

/* The times the medians are made of: one per timed visit. */
struct grid_time {
	size_t	cell;
	int64_t	own, turn;
};

/* One visit that closed in the month. */
struct grid_visit {
	int64_t		task_id, case_id, visit;
	int64_t		opened_at, received_at, closed_at, moved;
	int64_t		started_at;	/* its limit's: receipt or claim, 0 */
	int64_t		queue_max, calendar_id;
	enum outcome	outcome;
	enum verdict	verdict;
	int		external, system;
	int		done, decided, late_entry, own_approval, joint,
			unproved;
	int		timed;		/* done, or finished and not judged */
	int		saved, late_wait;	/* month_wait.h */
	int64_t		outside_work, applicant_work;	/* working time */
	struct standard	standard;
	char		reason[16];
	struct accounts	time;
};

/* month_pace() keeps of a visit thousandths of its own limit, or seconds of a
 * row without one. */
struct grid_share {
	size_t	row;			/* part */
	int	limited;
	int64_t	value;
};

/*
 * One figure of one part under watch (month_work.h): each time the sum of
 * these of its columns has grown, the visit or the case that was just counted
 * is kept.
 */
#define GRID_TRACED 4			/* columns */
struct grid_trace {
	enum month_scope scope;
	const char	*key;
	size_t		 column[GRID_TRACED];	/* offsets in the part */
	size_t		 ncolumn;
	size_t		 part;		/* where it is, or GRID_NONE */
	int64_t		 sum;
	struct month_work_item *item;
	size_t		 nitem;
};

struct grid_role;
struct grid_target;
struct act_work;

struct grid {
	struct office		*office;
	struct db		*db;
	const struct calendar	*cal;
	int64_t			 sop_id;	/* 0: all */
	int64_t			*version;	/* of that SOP; of the office
						   its trials; nversion */
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
	size_t			 ntime;
	struct grid_share	*share;
	size_t			 nshare;
	struct month_mark	*mark;
	size_t			 nmark;
	struct grid_trace	*trace;		/* or NULL */
	int			 failed;	/* out of memory */
	struct act_work		*again;		/* every visit is judged again
						   by the calendar in force */
};

/* Targets are those in force in the last second before `end`.  0, or -1 when
 * the database failed; grid_close() either way. */
int	 grid_open(struct grid *, struct office *, int64_t sop_id, int64_t end);
void	 grid_close(struct grid *);

/* Room for one element more at the end of a list of n, whose length doubles:
 * the list, moved; NULL (g->failed) without memory, and it stands as it was. */
void	*grid_more(struct grid *, void *list, size_t n, size_t size);

/* Is a visit of this SOP version asked for?  1 or 0. */
int	 grid_wants(const struct grid *, int64_t version_id);

/* The cell of a visit, made when it is new; GRID_NONE when that failed.
 * `external` decides for a performer the office does not know. */
size_t	 grid_cell(struct grid *, const char *performer, int external,
	    int64_t version_id, int64_t pos);
/* The part of a performer, and of an SOP version's SOP, with their names;
 * grid_sop() also sets g->unit to that of its unit. */
size_t	 grid_role(struct grid *, const char *performer, int external);
size_t	 grid_sop(struct grid *, int64_t version_id);
/* Run a statement of $1 and $2 (from, g->to) and $3 (g->sop_id), and add each
 * of its rows, whose first column is an SOP version, to the office, the SOP
 * and the unit; of version 0 to the office alone.  0, or -1. */
int	 grid_count(struct grid *, const char *sql, int64_t from,
	    void (*add)(struct month_part *, struct db_stmt *));
/* A visit was counted, or (task_id 0) a case: kept when the figure under watch
 * has grown by it. */
void	 grid_traced(struct grid *, int64_t task_id, int64_t case_id);
/* The part of that scope and key, NULL when there is none. */
struct grid_part *grid_find(struct grid *, enum month_scope, const char *key);
/* The same, made empty when there is none; NULL when out of memory. */
struct grid_part *grid_part(struct grid *, enum month_scope, const char *key);
