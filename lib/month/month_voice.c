/*
 * month_voice.c - the voice of the public in a month: surveys and complaints.
 */
#include "month/month_voice.h"

#include "month/grid.h"

enum stmt {
	STMT_SURVEYS,
	STMT_COMPLAINTS,
	STMT__MAX
};

static const char *const sql[STMT__MAX] = {
	[STMT_SURVEYS] = (
		"SELECT c.version_id, count(*), sum(s.requirements),"
		" sum(s.procedure), sum(s.time), sum(s.fee), sum(s.product),"
		" sum(s.competence), sum(s.conduct), sum(s.facilities),"
		" sum(s.complaints) FROM surveys s"
		"  JOIN cases c ON c.id = s.case_id"
		"  JOIN sop_versions v ON v.id = c.version_id"
		" WHERE s.answered_at >= $1 AND s.answered_at < $2"
		"   AND v.version > 0"
		"   AND ($3 = 0 OR v.sop_id = $3)"
		" GROUP BY c.version_id ORDER BY c.version_id"),
	/* Came, was answered (in time), is open at the end (late).  Those
	 * about no case count for the office alone. */
	[STMT_COMPLAINTS] = (
		"SELECT coalesce(c.version_id, 0),"
		" sum(CASE WHEN p.came_at >= $1 THEN 1 ELSE 0 END),"
		" sum(CASE WHEN p.answered_at >= $1 AND p.answered_at < $2"
		"   THEN 1 ELSE 0 END),"
		" sum(CASE WHEN p.answered_at >= $1 AND p.answered_at < $2"
		"   AND p.answered_at <= p.due_at THEN 1 ELSE 0 END),"
		" sum(CASE WHEN p.answered_at IS NULL OR p.answered_at >= $2"
		"   THEN 1 ELSE 0 END),"
		" sum(CASE WHEN (p.answered_at IS NULL OR p.answered_at >= $2)"
		"   AND p.due_at < $2 THEN 1 ELSE 0 END)"
		"  FROM complaints p LEFT JOIN cases c ON c.id = p.case_id"
		"  LEFT JOIN sop_versions v ON v.id = c.version_id"
		" WHERE p.came_at < $2 AND coalesce(v.version, 1) > 0"
		"   AND (p.answered_at IS NULL OR p.answered_at >= $1)"
		"   AND ($3 = 0 OR v.sop_id = $3)"
		" GROUP BY coalesce(c.version_id, 0)"
		" ORDER BY coalesce(c.version_id, 0)"),
};

/* The sum of the scores of an element, in the order of the statement. */
#define SUM(element) offsetof(struct month_part, survey_##element)
static const size_t sums[SURVEY_ELEMENTS] = { SUM(requirements),
	SUM(procedure), SUM(time), SUM(fee), SUM(product), SUM(competence),
	SUM(conduct), SUM(facilities), SUM(complaints) };

static void
add_surveys(struct month_part *p, struct db_stmt *st)
{
	p->surveys += db_int(st, 1);
	for (int i = 0; i < SURVEY_ELEMENTS; i++)
		*(int64_t *)((char *)p + sums[i]) += db_int(st, 2 + i);
}

static void
add_complaints(struct month_part *p, struct db_stmt *st)
{
	p->complaints_came += db_int(st, 1);
	p->complaints_answered += db_int(st, 2);
	p->complaints_in_time += db_int(st, 3);
	p->complaints_open += db_int(st, 4);
	p->complaints_late += db_int(st, 5);
}

int
month_voice_count(struct grid *g)
{
	return grid_count(g, sql[STMT_SURVEYS], g->from, add_surveys) == -1 ?
	    -1 : grid_count(g, sql[STMT_COMPLAINTS], g->from, add_complaints);
}

/* -- the index ------------------------------------------------------------ */

int64_t
month_voice_sum(const struct month_part *p, int element)
{
	return *(const int64_t *)((const char *)p + sums[element]);
}

int64_t
month_voice_index(const struct month_part *p, enum survey_weight weight)
{
	int64_t all = 0, over, under;

	if (p->surveys == 0)
		return -1;
	for (int i = 0; i < SURVEY_ELEMENTS; i++)
		all += month_voice_sum(p, i);
	/* all / answers * weight * 25, in hundredths. */
	over = weight == SURVEY_011 ? all * 275 : all * 2500;
	under = weight == SURVEY_011 ? p->surveys : p->surveys * 9;
	return (2 * over + under) / (2 * under);
}
