/* trial.c - one case of a text that is not in force. */
#include "case/trial.h"

#include "office/row.h"
#include "people/holder.h"
#include "sop/sop.h"

enum stmt { STMT_LIST, STMT__MAX };

static const char *const sql[STMT__MAX] = {
	[STMT_LIST] =
		"SELECT c.id, c.number, c.subject, c.state, c.opened_at"
		"  FROM cases c JOIN sop_versions v ON v.id = c.version_id"
		"  JOIN sops s ON s.id = v.sop_id"
		" WHERE s.slug = $1 AND v.version < 1"
		" ORDER BY c.opened_at DESC, c.id",
};

enum case_err
trial_begin(struct office *o, const struct change *ch, const char *yaml,
    int64_t person_id, struct draft *d)
{
	struct change dry = *ch;
	const struct sop *sop;
	enum capacity capacity;
	int64_t version;
	enum case_err err;

	dry.dry = 1;
	if ((err = office_publish_trial(o, ch->dry ? &dry : ch, yaml,
	    &version)) != CASE_OK || ch->dry)
		return err;
	if ((sop = office_sop(o, version)) == NULL)
		return CASE_DB;
	if (person_id != 0 ? !holder_acts_for(o, person_id,
	    sop_row_at(sop, 1)->performer, ch->now, &capacity) :
	    !sop->public_request)
		return office_fail(o, CASE_DENIED, "",
		    "Orang ini tidak memulai SOP ini.");
	return draft_new(o, version, person_id, ch->now, d);
}

#define MEMBER(m) ROW_MEMBER(struct trial_case, m)
static const struct row_kind cases = ROW_KIND(struct trial_case, "",
    MEMBER(id), MEMBER(number), MEMBER(subject), MEMBER(state),
    MEMBER(opened_at));

enum case_err
trial_list(struct office *o, const char *slug, struct trial_case **list,
    size_t *count)
{
	return row_all(o, db_query(office_db(o), sql[STMT_LIST], "t", slug),
	    &cases, list, count);
}
