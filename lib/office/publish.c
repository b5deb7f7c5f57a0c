/*
 * publish.c - put an SOP file in force as an immutable version, at once or on a
 * date; the end of an SOP.  Running cases keep theirs.
 *
 * A version that waits for its date has no end yet.  One that is dropped before
 * it ends at the instant at which it would have begun: it was in force for no
 * moment, and no question for what is in force finds it.
 */
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "office/change.h"
#include "office/party.h"
#include "office/row.h"
#include "sop/sop.h"
#include "store/id.h"

enum stmt {
	STMT_UNIT,
	STMT_SOP,
	STMT_SOP_INSERT,
	STMT_LATEST,
	STMT_TRIED,
	STMT_TRIAL_NUMBER,
	STMT_TRIAL_END,
	STMT_DROP,
	STMT_END,
	STMT_GO_ON,
	STMT_INSERT,
	STMT_STEP,
	STMT_ROLE,
	STMT_PERFORMER,
	STMT_READER,
	STMT_DRAFT_DONE,
	STMT__MAX
};

static const char *const sql[STMT__MAX] = {
	[STMT_UNIT] = "SELECT id FROM units WHERE slug = $1",
	[STMT_SOP] = "SELECT id FROM sops WHERE slug = $1",
	[STMT_SOP_INSERT] =
		"INSERT INTO sops (id, slug, unit_id) VALUES ($1, $2, $3)",
	[STMT_LATEST] =
		"SELECT id, version, sha256, effective_from,"
		" CASE WHEN effective_to IS NULL THEN 1 ELSE 0 END"
		"  FROM sop_versions WHERE sop_id = $1 AND version > 0"
		" ORDER BY version DESC LIMIT 1",
	[STMT_TRIED] =
		"SELECT coalesce(max(id), 0) FROM sop_versions"
		" WHERE sop_id = $1 AND version < 1 AND sha256 = $2",
	/* 0, -1 ... */
	[STMT_TRIAL_NUMBER] =
		"SELECT CASE WHEN coalesce(min(version), 1) < 1"
		"   THEN min(version) - 1 ELSE 0 END"
		"  FROM sop_versions WHERE sop_id = $1",
	[STMT_TRIAL_END] =
		"UPDATE sop_versions SET effective_to = effective_from"
		" WHERE id = $1",
	/* Those that have not begun at $2 never will. */
	[STMT_DROP] =
		"UPDATE sop_versions SET effective_to = effective_from"
		" WHERE sop_id = $1 AND effective_from > $2"
		"   AND (effective_to IS NULL OR"
		"     effective_to > effective_from)",
	/* The one in force at $2 ends at $3, or goes on. */
	[STMT_END] =
		"UPDATE sop_versions SET effective_to = $3"
		" WHERE sop_id = $1 AND effective_from <= $2"
		"   AND (effective_to IS NULL OR effective_to > $2)",
	[STMT_GO_ON] =
		"UPDATE sop_versions SET effective_to = NULL"
		" WHERE sop_id = $1 AND effective_from <= $2"
		"   AND effective_to > $2",
	[STMT_INSERT] =
		"INSERT INTO sop_versions (id, sop_id, version, name, title,"
		" number, yaml, sha256, effective_from, effective_to,"
		" published_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9,"
		" NULL, nullif($10, 0))",
	[STMT_STEP] =
		"INSERT INTO steps (version_id, pos, no, activity, kind,"
		" performer, performer_basis, return_to, return_basis, refuse,"
		" starts, participants, clock, requirements, waktu, min, max,"
		" unit, output, source_note, reading_note) VALUES ($1, $2, $3,"
		" $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16,"
		" $17, $18, $19, $20, $21)",
	[STMT_ROLE] = "SELECT id, name FROM roles WHERE slug = $1",
	[STMT_PERFORMER] =
		"INSERT INTO performers (expr, role_id, name)"
		" VALUES ($1, $2, $3) ON CONFLICT (expr, role_id) DO NOTHING",
	[STMT_READER] =
		"INSERT INTO version_roles (role_id, version_id)"
		" SELECT id, $2 FROM roles WHERE slug = $1 AND external = 0"
		"   AND system = 0"
		" ON CONFLICT (role_id, version_id) DO NOTHING",
	[STMT_DRAFT_DONE] =
		"DELETE FROM sop_drafts WHERE slug = $1 AND yaml = $2",
};

struct publish {
	struct db		*db;
	const struct sop	*sop;
	const char		*yaml;
	int64_t			 from;		/* no earlier than now */
	int64_t			*version_id;	/* of the latest */
};

/* Printed numbers of the rows a return may go to: "6,5". */
static void
returns_text(const struct sop *s, const struct sop_row *row, char *buf,
    size_t size)
{
	size_t len = 0;
	int i;

	buf[0] = '\0';
	for (i = 0; i < row->nreturns && len < size; i++)
		len += (size_t)snprintf(buf + len, size - len, "%s%s",
		    i ? "," : "", sop_row_at(s, row->returns[i])->no);
}

static void
refuse_text(const struct sop *s, const struct sop_row *row, char *buf,
    size_t size)
{
	if (row->refuse == REFUSE_ROW_END)
		snprintf(buf, size, "%s,end",
		    sop_row_at(s, row->refuse_row)->no);
	else
		snprintf(buf, size, "%s",
		    row->refuse == REFUSE_NEXT ? "next" : "");
}

static void
insert_step(const struct publish *p, const struct sop_row *r)
{
	char returns[64], refuse[32];

	returns_text(p->sop, r, returns, sizeof(returns));
	refuse_text(p->sop, r, refuse, sizeof(refuse));
	db_run(p->db, sql[STMT_STEP], "iitttttttttttttiitttt",
	    *p->version_id, (int64_t)r->pos, r->no, r->activity,
	    step_kind_slug(r->kind), r->performer, r->performer_basis, returns,
	    r->return_basis ? r->return_basis : "", refuse,
	    r->present ? "present" : "",
	    r->participants ? r->participants : "",
	    standard_measure_slug(r->standard.measure),
	    r->requirements ? r->requirements : "", r->waktu,
	    (int64_t)r->standard.min, (int64_t)r->standard.max,
	    standard_unit_slug(r->standard.unit), r->output ? r->output : "",
	    r->source_note ? r->source_note : "",
	    r->reading_note ? r->reading_note : "");
}

/* Add one performer expression for one role; the office may have given the
 * expression a printed name before. */
static void
add_performer(const struct publish *p, const char *expr, const char *role)
{
	struct db_stmt *st = db_query(p->db, sql[STMT_ROLE], "t", role);
	char name[160];
	int64_t id = 0;

	if (db_step(st)) {
		id = db_int(st, 0);
		db_copy(st, 1, name, sizeof(name));
	}
	db_done(st);
	if (id != 0)
		db_run(p->db, sql[STMT_PERFORMER], "tit", expr, id, name);
}

/* "jfu|jft" is one performer of two roles; "a+b" is two performers. */
static void
add_performers(const struct publish *p, const char *expr)
{
	char one[256], *save, *role;
	int all = strchr(expr, '+') != NULL;

	if (sop_every(expr) != NULL)
		expr = sop_every(expr);
	if (strchr(expr, ':') != NULL)
		return;		/* same-as, superior-of: another row's */
	snprintf(one, sizeof(one), "%s", expr);
	for (role = strtok_r(one, "|+", &save); role != NULL;
	    role = strtok_r(NULL, "|+", &save)) {
		add_performer(p, all ? role : expr, role);
		add_performer(p, role, role);
	}
}

/* The holders of these performers see the cases of the version.  A row that
 * names a person, or leaves that to a field, gives its role nothing. */
static void
add_readers(const struct publish *p, const char *expr)
{
	char roles[256], *role, *save;

	if (strchr(expr, ':') != NULL)
		return;
	snprintf(roles, sizeof(roles), "%s", expr);
	for (role = strtok_r(roles, "|+", &save); role != NULL;
	    role = strtok_r(NULL, "|+", &save))
		db_run(p->db, sql[STMT_READER], "ti", role, *p->version_id);
}

/* The performers whose holders a field offers. */
static void
add_lists(const struct publish *p, const struct sop_row *row)
{
	for (size_t i = 0; i < row->nfield; i++)
		if (row->field[i].type == FIELD_OFFICERS &&
		    row->field[i].list != NULL)
			add_performers(p, row->field[i].list);
}

/* Id of the SOP, made at its first version; 0 when its unit is unknown. */
static int64_t
sop_id(struct db *db, const struct sop *s, int64_t now)
{
	int64_t unit, id = row_int(db_query(db, sql[STMT_SOP], "t", s->slug));

	if (id != 0)
		return id;
	unit = row_int(db_query(db, sql[STMT_UNIT], "t", s->unit));
	if (unit == 0)
		return 0;
	id = id_new(now);
	db_run(db, sql[STMT_SOP_INSERT], "iti", id, s->slug, unit);
	return id;
}

/* The latest version of an SOP; all 0: there is none. */
struct latest {
	int64_t	id, version, from;
	int	open;			/* it has no end */
	char	sha[65];
};

static void
read_latest(struct db *db, int64_t sop, struct latest *l)
{
	struct db_stmt *st = db_query(db, sql[STMT_LATEST], "i", sop);

	memset(l, 0, sizeof(*l));
	if (db_step(st)) {
		l->id = db_int(st, 0);
		l->version = db_int(st, 1);
		db_copy(st, 2, l->sha, sizeof(l->sha));
		l->from = db_int(st, 3);
		l->open = db_int(st, 4) != 0;
	}
	db_done(st);
}

/* Is the same text in force already, or will it be from that instant on? */
static int
is_same(const struct latest *l, const char *sha, int64_t from, int64_t now)
{
	return l->open && strcmp(l->sha, sha) == 0 &&
	    (l->from <= now || l->from == from);
}

/* The rows of the version, whom they are for, and who reads its cases. */
static void
insert_rows(const struct publish *p)
{
	for (int i = 1; i <= p->sop->nrows; i++) {
		const struct sop_row *row = sop_row_at(p->sop, i);

		insert_step(p, row);
		add_performers(p, row->performer);
		if (row->designate == NULL)
			add_readers(p, row->performer);
		if (row->fallback != NULL) {
			add_performers(p, row->fallback);
			add_readers(p, row->fallback);
		}
		add_lists(p, row);
	}
}

static void
insert_version(const struct publish *p, const struct change_work *w,
    int64_t sop, int64_t number, const char *sha)
{
	*p->version_id = id_new(w->ch->now);
	db_run(w->db, sql[STMT_INSERT], "iiitttttii", *p->version_id, sop,
	    number, p->sop->name, p->sop->title,
	    p->sop->number ? p->sop->number : "", p->yaml, sha, p->from,
	    w->ch->by);
	insert_rows(p);
}

static enum case_err
publish(struct change_work *w, const void *in)
{
	struct publish p = *(const struct publish *)in;
	struct change_event e = { .stream = sop_id(w->db, p.sop, w->ch->now),
		.kind = "sop-published" };
	struct latest l;
	char sha[65];

	if (e.stream == 0)
		return office_fail(w->o, CASE_INVALID, "unit",
		    "Unit %s belum ada", p.sop->unit);
	p.db = w->db;
	office_sha256(p.yaml, strlen(p.yaml), sha);
	read_latest(w->db, e.stream, &l);
	*p.version_id = l.id;
	if (p.from < w->ch->now)
		p.from = w->ch->now;
	if (is_same(&l, sha, p.from, w->ch->now))
		return CASE_REPEATED;
	db_run(w->db, sql[STMT_DROP], "ii", e.stream, w->ch->now);
	db_run(w->db, sql[STMT_END], "iii", e.stream, w->ch->now, p.from);
	insert_version(&p, w, e.stream, l.version + 1, sha);
	/* A draft of this very text has become the version. */
	db_run(w->db, sql[STMT_DRAFT_DONE], "tt", p.sop->slug, p.yaml);
	e.effect = change_json("{sI ss sI}", "version",
	    (json_int_t)(l.version + 1), "sha256", sha, "from_at",
	    (json_int_t)p.from);
	if (l.version > 0)
		e.was = change_json("{sI}", "version", (json_int_t)l.version);
	return change_record(w, &e);
}

static enum case_err
try(struct change_work *w, const void *in)
{
	struct publish p = *(const struct publish *)in;
	struct change_event e = { .stream = sop_id(w->db, p.sop, w->ch->now),
		.kind = "sop-tried" };
	char sha[65];

	if (e.stream == 0)
		return office_fail(w->o, CASE_INVALID, "unit",
		    "Unit %s belum ada", p.sop->unit);
	p.db = w->db;
	p.from = w->ch->now;
	office_sha256(p.yaml, strlen(p.yaml), sha);
	*p.version_id = row_int(db_query(w->db, sql[STMT_TRIED], "it",
	    e.stream, sha));
	if (*p.version_id != 0)
		return CASE_REPEATED;
	insert_version(&p, w, e.stream, row_int(db_query(w->db,
	    sql[STMT_TRIAL_NUMBER], "i", e.stream)), sha);
	db_run(w->db, sql[STMT_TRIAL_END], "i", *p.version_id);
	e.effect = change_json("{ss}", "sha256", sha);
	return change_record(w, &e);
}

/* A case is about one employee: rows that leave it to a field who performs
 * them mean the same field. */
static enum case_err
check_designated(struct office *o, const struct sop *s)
{
	const struct sop_row *row;
	const char *field = NULL;
	int i;

	for (i = 1; i <= s->nrows; i++) {
		row = sop_row_at(s, i);
		if (row->designate == NULL)
			continue;
		if (field != NULL && strcmp(field, row->designate) != 0)
			return office_fail(o, CASE_INVALID, "yaml",
			    "Langkah %s: ditunjuk %s, sedangkan langkah lain "
			    "%s; satu SOP menunjuk satu pegawai.", row->no,
			    row->designate, field);
		field = row->designate;
	}
	return CASE_OK;
}

/* A row passes through a party that the office knows. */
static enum case_err
check_parties(struct office *o, const struct sop *s)
{
	const struct sop_row *row;
	struct party_row p;
	int i;

	for (i = 1; i <= s->nrows; i++) {
		row = sop_row_at(s, i);
		if (row->via != NULL &&
		    party_by_slug(o, row->via, &p) != CASE_OK)
			return office_fail(o, CASE_INVALID, "yaml",
			    "Langkah %s: pihak luar \"%s\" tidak dikenal. "
			    "Tambahkan dahulu di halaman Pihak luar.", row->no,
			    row->via);
	}
	return CASE_OK;
}

static enum case_err
put(struct office *o, const struct change *ch, const char *file,
    const char *yaml, size_t len, int64_t from, change_fn *fn,
    int64_t *version_id)
{
	char why[2048], **roles = office_roles(o), *text = strndup(yaml, len);
	int64_t id = 0;
	struct publish p = { .yaml = text, .from = from,
		.version_id = &id };
	struct sop *s = NULL;
	enum case_err err;

	snprintf(why, sizeof(why), "out of memory");
	if (text != NULL)
		s = sop_parse(file, text, len, (const char *const *)roles, why,
		    sizeof(why));
	office_roles_free(roles);
	if (s == NULL) {
		err = office_fail(o, CASE_INVALID, "yaml", "%s", why);
	} else if ((err = check_designated(o, s)) == CASE_OK &&
	    (err = check_parties(o, s)) == CASE_OK) {
		p.sop = s;
		err = change_run(o, ch, fn, &p, NULL);
	}
	if (s != NULL)
		sop_free(s);
	free(text);
	if (err == CASE_OK || err == CASE_REPEATED)
		*version_id = id;
	return err;
}

enum case_err
office_publish(struct office *o, const struct change *ch, const char *file,
    const char *yaml, size_t len, int64_t *version_id)
{
	return office_publish_from(o, ch, file, yaml, len, 0, version_id);
}

enum case_err
office_publish_from(struct office *o, const struct change *ch,
    const char *file, const char *yaml, size_t len, int64_t from,
    int64_t *version_id)
{
	return put(o, ch, file, yaml, len, from, publish, version_id);
}

enum case_err
office_publish_trial(struct office *o, const struct change *ch,
    const char *yaml, int64_t *version_id)
{
	enum case_err err = put(o, ch, "SOP", yaml, strlen(yaml), 0, try,
	    version_id);

	return err == CASE_REPEATED ? CASE_OK : err;
}

struct withdrawal {
	const char	*slug;
	int64_t		 at;
};

static enum case_err
withdraw(struct change_work *w, const void *in)
{
	const struct withdrawal *d = in;
	int64_t at = d->at > w->ch->now ? d->at : w->ch->now;
	struct change_event e = { .kind = "sop-withdrawn", .stream = row_int(
	    db_query(w->db, sql[STMT_SOP], "t", d->slug)) };

	if (e.stream == 0 || db_run(w->db, sql[STMT_END], "iii", e.stream,
	    w->ch->now, at) == 0)
		return office_fail(w->o, CASE_NOT_FOUND, "",
		    "SOP ini tidak sedang berlaku.");
	db_run(w->db, sql[STMT_DROP], "ii", e.stream, w->ch->now);
	e.effect = change_json("{sI}", "at", (json_int_t)at);
	return change_record(w, &e);
}

enum case_err
office_withdraw_sop(struct office *o, const struct change *ch,
    const char *slug, int64_t at)
{
	return change_run(o, ch, withdraw, &(struct withdrawal){ slug, at },
	    NULL);
}

static enum case_err
drop_plan(struct change_work *w, const void *in)
{
	struct change_event e = { .kind = "sop-plan-dropped",
		.stream = row_int(db_query(w->db, sql[STMT_SOP], "t", in)) };
	int64_t waited, ended;

	waited = e.stream == 0 ? 0 : db_run(w->db, sql[STMT_DROP], "ii",
	    e.stream, w->ch->now);
	ended = e.stream == 0 ? 0 : db_run(w->db, sql[STMT_GO_ON], "ii",
	    e.stream, w->ch->now);
	if (waited <= 0 && ended <= 0)
		return office_fail(w->o, CASE_NOT_FOUND, "",
		    "Tidak ada rencana perubahan SOP ini.");
	e.effect = change_json("{sI}", "at", (json_int_t)w->ch->now);
	return change_record(w, &e);
}

enum case_err
office_drop_sop_plan(struct office *o, const struct change *ch,
    const char *slug)
{
	return change_run(o, ch, drop_plan, slug, NULL);
}
