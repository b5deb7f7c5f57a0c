/*
 * act_recall.h - "tarik kembali": a forward is taken back.
 */
#pragma once

#include "case/act.h"
#include "case/case_child.h"

struct task_row;

/* The person who forwarded the closed task a->task_id takes that back as long
 * as nobody has what followed: the next tasks are closed as void and this one
 * goes on with its clock running.  The results of every act (case/act.h). */
enum case_err	 act_recall(struct office *, struct act *);

/* Could that be done now?  1 or 0: whether the button is shown. */
int		 act_may_recall(struct office *, const struct actor *,
		    const struct task_row *, int64_t now);

/*
 * Part of a statement: can what followed the closed visit of `tasks t` still be
 * undone?  It went forward, in a case that has not ended, whose last move it
 * was (it, or one of all who sign that row), and nobody has the next one.
 */
#define ACT_RECALL_SQL_UNTOUCHED \
	"t.outcome = 'forward' AND t.side = 0" \
	" AND (SELECT k.state FROM cases k WHERE k.id = t.case_id) = 'open'" \
	" AND t.visit = (SELECT CASE WHEN m.pos = t.pos" \
	"     AND e.kind IN ('start', 'forward') THEN m.visit ELSE 0 END" \
	"   FROM events e JOIN tasks m ON m.id = e.task_id" \
	"   WHERE e.stream = t.case_id AND m.side = 0" \
	"     AND e.kind IN ('start', 'forward', 'return', 'refuse'," \
	"       'download')" \
	"   ORDER BY e.seq DESC LIMIT 1)" \
	" AND NOT EXISTS (SELECT 1 FROM tasks n WHERE n.case_id = t.case_id" \
	"   AND n.open = 1 AND n.side = 0 AND n.pos <> t.pos" \
	"   AND (n.claimed_by IS NOT NULL OR n.external = 1" \
	"     OR n.phase = 'system'))" \
	" AND NOT " CASE_CHILD_SQL_TOUCHED("t.case_id")
