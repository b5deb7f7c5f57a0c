/*
 * soplist.c - lists of the SOPs of the office and of their versions.
 */
#include "office/soplist.h"

#include <string.h>

#include "office/row.h"

enum stmt {
	STMT_IN_FORCE,
	STMT_NAMES,
	STMT_IDLE,
	STMT_VERSIONS,
	STMT_TRIALS,
	STMT_IS_TRIAL,
	STMT_TEXT,
	STMT_LATEST,
	STMT_ID,
	STMT__MAX
};

#define COLUMNS \
	"s.slug, u.name, v.id, v.version, v.name, v.number," \
	" v.effective_from, coalesce(v.effective_to, 0)," \
	" coalesce(v.published_by, 0)"
#define FROM \
	" FROM sops s JOIN units u ON u.id = s.unit_id" \
	"  JOIN sop_versions v ON v.sop_id = s.id"
#define IN_FORCE \
	" WHERE v.effective_from <= $1" \
	"   AND (v.effective_to IS NULL OR v.effective_to > $1)" \
	" ORDER BY u.name, v.name, s.slug"

static const char *const sql[STMT__MAX] = {
	[STMT_IN_FORCE] =
		"SELECT " COLUMNS ", (SELECT count(*) FROM sop_versions w"
		"  JOIN cases c ON c.version_id = w.id AND c.state = 'open'"
		"  WHERE w.sop_id = s.id AND w.version > 0"
		"  AND c.evaluation = 0"
		"  AND c.parent_id IS NULL)"
		FROM IN_FORCE,
	[STMT_NAMES] =
		"SELECT " COLUMNS ", 0" FROM IN_FORCE,
	[STMT_IDLE] =
		"SELECT " COLUMNS ", 0" FROM
		" WHERE v.version > 0 AND v.version = (SELECT max(w.version)"
		"   FROM sop_versions w WHERE w.sop_id = s.id)"
		"   AND NOT EXISTS (SELECT 1 FROM sop_versions w"
		"     WHERE w.sop_id = s.id AND w.effective_from <= $1"
		"     AND (w.effective_to IS NULL OR w.effective_to > $1))"
		" ORDER BY u.name, v.name, s.slug",
	[STMT_VERSIONS] =
		"SELECT " COLUMNS ", (SELECT count(*) FROM cases c"
		"  WHERE c.version_id = v.id AND c.state = 'open'"
		"  AND c.evaluation = 0 AND c.parent_id IS NULL)" FROM
		" WHERE s.slug = $1 AND v.version > 0"
		" ORDER BY v.version DESC",
	[STMT_TRIALS] =
		"SELECT " COLUMNS ", (SELECT count(*) FROM cases c"
		"  WHERE c.version_id = v.id AND c.state = 'open')" FROM
		" WHERE s.slug = $1 AND v.version < 1 ORDER BY v.version",
	[STMT_IS_TRIAL] =
		"SELECT count(*) FROM sop_versions"
		" WHERE id = $1 AND version < 1",
	[STMT_TEXT] =
		"SELECT yaml FROM sop_versions WHERE id = $1",
	[STMT_LATEST] =
		"SELECT " COLUMNS ", 0" FROM " WHERE s.id = $1"
		" ORDER BY v.version DESC LIMIT 1",
	[STMT_ID] =
		"SELECT id FROM sops WHERE slug = $1",
};

#define MEMBER(m) ROW_MEMBER(struct sop_item, m)
static const struct row_kind rows = ROW_KIND(struct sop_item, "", MEMBER(slug),
    MEMBER(unit), MEMBER(version_id), MEMBER(version), MEMBER(name),
    MEMBER(number), MEMBER(effective_from), MEMBER(effective_to),
    MEMBER(published_by), MEMBER(open_cases));

enum case_err
soplist_current(struct office *o, int64_t now, struct sop_item **items,
    size_t *count)
{
	return row_all(o, db_query(office_db(o), sql[STMT_IN_FORCE], "i", now),
	    &rows, items, count);
}

enum case_err
soplist_names(struct office *o, int64_t now, struct sop_item **items,
    size_t *count)
{
	return row_all(o, db_query(office_db(o), sql[STMT_NAMES], "i", now),
	    &rows, items, count);
}

enum case_err
soplist_idle(struct office *o, int64_t now, struct sop_item **items,
    size_t *count)
{
	return row_all(o, db_query(office_db(o), sql[STMT_IDLE], "i", now),
	    &rows, items, count);
}

int
soplist_begins(const struct sop_item *v)
{
	return v->effective_to == 0 || v->effective_to > v->effective_from;
}

int
soplist_holds(const struct sop_item *v, int64_t now)
{
	return v->effective_from <= now &&
	    (v->effective_to == 0 || v->effective_to > now);
}

const struct sop_item *
soplist_shown(const struct sop_item *items, size_t n, int64_t now)
{
	for (size_t i = 0; i < n; i++)
		if (soplist_holds(&items[i], now))
			return &items[i];
	for (size_t i = 0; i < n; i++)
		if (soplist_begins(&items[i]) && items[i].effective_from <= now)
			return &items[i];
	return items;
}

enum case_err
soplist_versions(struct office *o, const char *slug, struct sop_item **items,
    size_t *count)
{
	enum case_err err;

	err = row_all(o, db_query(office_db(o), sql[STMT_VERSIONS], "t", slug),
	    &rows, items, count);
	if (err == CASE_OK && *count == 0)
		return office_fail(o, CASE_NOT_FOUND, "",
		    "SOP tidak ditemukan.");
	return err;
}

enum case_err
soplist_trials(struct office *o, const char *slug, struct sop_item **items,
    size_t *count)
{
	return row_all(o, db_query(office_db(o), sql[STMT_TRIALS], "t", slug),
	    &rows, items, count);
}

int
soplist_is_trial(struct office *o, int64_t version_id)
{
	return row_int(db_query(office_db(o), sql[STMT_IS_TRIAL], "i",
	    version_id)) != 0;
}

enum case_err
soplist_latest(struct office *o, int64_t id, struct sop_item *item)
{
	return row_one(o, db_query(office_db(o), sql[STMT_LATEST], "i", id),
	    &rows, item);
}

int64_t
soplist_id(struct office *o, const char *slug)
{
	return row_int(db_query(office_db(o), sql[STMT_ID], "t", slug));
}

char *
soplist_text(struct office *o, int64_t version_id)
{
	struct db_stmt *st = db_query(office_db(o), sql[STMT_TEXT], "i",
	    version_id);
	char *text = db_step(st) ? strdup(db_text(st, 0)) : NULL;

	db_done(st);
	return text;
}
