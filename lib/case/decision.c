/* decision.c - what was decided of a request. */
#include "case/decision.h"

#include "case/participant.h"
#include "office/row.h"

enum stmt { STMT_APPROVED, STMT__MAX };

static const char *const sql[STMT__MAX] = {
	[STMT_APPROVED] =
		"SELECT 1 FROM tasks WHERE case_id = $1 AND kind = 'approve'"
		"   AND side = 0 AND outcome IN ('forward', 'end') LIMIT 1",
};

int
decision_read(struct office *o, const struct case_row *c,
    struct wording_decision *d)
{
	struct participants list;

	*d = (struct wording_decision){ .refused = c->refused != 0 };
	if (!d->refused && row_int(db_query(office_db(o), sql[STMT_APPROVED],
	    "i", c->id)) == 0)
		return 0;
	if (participants_read(o, c->id, &list) != CASE_OK)
		return 0;
	d->count = list.count;
	for (size_t i = 0; i < list.count; i++)
		d->accepted += list.person[i].state != PARTICIPANT_REFUSED;
	participants_free(&list);
	if (d->count > 0 && d->accepted == 0)
		d->refused = 1;
	return 1;
}
