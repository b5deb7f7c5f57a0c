/*
 * proposal.c - changes that wait for a second administrator: asked, decided.
 */
#include "people/proposal.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/slug.h"
#include "base/text.h"
#include "clock/calendar.h"
#include "clock/month_name.h"
#include "message/mailing.h"
#include "office/row.h"
#include "people/person.h"
#include "people/role.h"
#include "store/id.h"

enum stmt {
	STMT_OTHERS,
	STMT_ADD,
	STMT_LIST,
	STMT_GET,
	STMT_DECIDE,
	STMT__MAX
};

#define COLUMNS \
	"SELECT q.id, q.kind, q.about, q.made_at, q.made_by, p.name" \
	" FROM proposals q JOIN people p ON p.id = q.made_by"

static const char *const sql[STMT__MAX] = {
	[STMT_OTHERS] =
		"SELECT count(*) FROM people p WHERE p.active = 1"
		"   AND p.institution_id IS NULL AND p.id <> $1"
		"   AND " MANAGER_SQL("p", "$2"),
	[STMT_ADD] =
		"INSERT INTO proposals (id, kind, about, body, made_at,"
		" made_by, agreed) VALUES ($1, $2, $3, $4, $5, $6, 0)",
	[STMT_LIST] =
		COLUMNS " WHERE q.decided_at IS NULL ORDER BY q.made_at, q.id",
	[STMT_GET] =
		"SELECT kind, body, made_by, coalesce(decided_at, 0)"
		"  FROM proposals WHERE id = $1",
	[STMT_DECIDE] =
		"UPDATE proposals SET decided_at = $2, decided_by = $3,"
		" agreed = $4 WHERE id = $1 AND decided_at IS NULL",
};

static const char *const kinds[PROPOSAL__MAX] = {
	[PROPOSAL_RIGHT] = "right",
	[PROPOSAL_VERSION] = "version",
};

static int
kind_from(const char *slug)
{
	return slug_index(kinds, PROPOSAL__MAX, slug);
}

int
proposal_waits(struct office *o, int64_t person_id, int64_t now)
{
	return person_id != 0 && row_int(db_query(office_db(o),
	    sql[STMT_OTHERS], "ii", person_id, now)) > 0;
}

/* -- asking for it --------------------------------------------------------- */

struct asking {
	enum proposal_kind	 kind;
	const char		*about, *body;
};

/* The other administrators hear that something waits for one of them. */
static enum case_err
tell_others(struct change_work *w, const char *about)
{
	char body[512], fact[64];
	struct mailing m = { .fact = fact, .body = body,
		.subject = "Menunggu persetujuan Anda" };

	snprintf(fact, sizeof(fact), "proposal:%lld", (long long)w->id);
	snprintf(body, sizeof(body), "Menunggu persetujuan administrator lain: "
	    "%s. Buka Admin, Menunggu persetujuan.", about);
	return mailing_add(w, &m);
}

static enum case_err
add(struct change_work *w, const void *in)
{
	const struct asking *a = in;
	struct change_event e = { .kind = "proposed" };
	enum case_err err;

	w->id = e.stream = id_new(w->ch->now);
	db_run(w->db, sql[STMT_ADD], "itttii", w->id, kinds[a->kind], a->about,
	    a->body, w->ch->now, w->ch->by);
	e.effect = change_json("{s:s, s:s}", "kind", kinds[a->kind], "about",
	    a->about);
	err = change_record(w, &e);
	return err != CASE_OK ? err : tell_others(w, a->about);
}

/* A right as it is kept until it is given: `body` is given. */
static enum case_err
ask_right(struct office *o, const struct change *ch, const char *about,
    char *body)
{
	struct asking a = { PROPOSAL_RIGHT, about, body };
	enum case_err err = body == NULL ? CASE_DB : change_run(o, ch, add,
	    &a, NULL);

	free(body);
	return err;
}

/* It took effect by the word of one: what, and the role that is told. */
struct alone {
	const char	*about, *head;
};

static enum case_err
mark_alone(struct change_work *w, const void *in)
{
	const struct alone *a = in;
	struct change_event e = { .stream = w->ch->by, .kind = "alone" };
	char body[512], fact[64];
	struct mailing m = { .role = a->head, .fact = fact, .body = body,
		.subject = "Diberlakukan seorang administrator sendiri" };
	enum case_err err;

	e.effect = change_json("{s:s}", "about", a->about);
	if ((err = change_record(w, &e)) != CASE_OK)
		return err;
	snprintf(fact, sizeof(fact), "alone:%lld",
	    (long long)id_new(w->ch->now));
	snprintf(body, sizeof(body), "Diberlakukan tanpa persetujuan kedua, "
	    "karena hanya ada satu administrator: %s.", a->about);
	err = mailing_add(w, &m);
	return err == CASE_NOT_FOUND ? CASE_OK : err;
}

/* The same change, marked as one's alone; the command needs no mark. */
static struct change
marked(const struct change *ch, const struct alone *a)
{
	struct change with = *ch;

	if (ch->by != 0) {
		with.also = mark_alone;
		with.also_in = a;
	}
	return with;
}

enum case_err
proposal_right(struct office *o, const struct change *ch,
    const struct right_row *g, const char *head, int *waits)
{
	struct role_row role = { .name = "" };
	char about[256];
	struct change dry = *ch, with = marked(ch, &(struct alone){ about,
	    head });
	enum case_err err;

	dry.dry = 1;
	if ((err = rights_give(o, &dry, g, NULL)) != CASE_OK)
		return err;
	role_get(o, g->role_id, &role);
	snprintf(about, sizeof(about), "hak %s untuk peran %s",
	    rights_word((enum right)g->right), role.name);
	*waits = proposal_waits(o, ch->by, ch->now);
	if (ch->dry)
		return CASE_OK;
	if (!*waits)
		return rights_give(o, &with, g, NULL);
	return ask_right(o, ch, about, change_json("{s:I, s:s, s:s, s:I, s:I}",
	    "role_id", (json_int_t)g->role_id, "right",
	    rights_word((enum right)g->right), "letter_no", g->letter_no,
	    "from_at", (json_int_t)g->from_at, "to_at",
	    (json_int_t)g->to_at));
}

int
proposal_concerns(struct office *o, int64_t role_id, int64_t now)
{
	struct right_row *list = NULL;
	size_t n = 0;
	int gives = 0;

	if (rights_list(o, role_id, now, &list, &n) != CASE_OK)
		return 1;
	while (n > 0 && !gives)
		gives = list[--n].right == RIGHTS_MANAGE;
	free(list);
	return gives;
}

/* A right as it is kept until it is given, as a part of a change: `body` is
 * taken. */
static enum case_err
add_right(struct change_work *w, const char *about, char *body)
{
	enum case_err err = body == NULL ? CASE_DB : add(w, &(struct asking){
	    PROPOSAL_RIGHT, about, body });

	free(body);
	return err;
}

/* A holder of a role that gives kelola: named, by the word of one where there
 * is one, or proposed. */
static enum case_err
name_manager(struct change_work *w, const struct proposal_named *n)
{
	const struct holder_row *h = n->holder;
	struct role_row role = { .name = "" };
	struct person p = { .name = "" };
	char about[256];
	int64_t id;
	enum case_err err;

	role_get(w->o, h->role_id, &role);
	person_get(w->o, h->person_id, &p);
	snprintf(about, sizeof(about), "hak %s untuk %.100s, pemegang peran "
	    "%.100s", rights_word(RIGHTS_MANAGE), p.name, role.name);
	if (proposal_waits(w->o, w->ch->by, w->ch->now)) {
		err = holder_check(w->o, h);
		return err != CASE_OK ? err : add_right(w, about, change_json(
		    "{s:I, s:I, s:s, s:s, s:I, s:I, s:I, s:I}", "role_id",
		    (json_int_t)h->role_id, "person_id",
		    (json_int_t)h->person_id, "capacity",
		    holder_capacity_slug(h->capacity), "letter_no",
		    h->letter_no, "from_at", (json_int_t)h->from_at, "to_at",
		    (json_int_t)h->to_at, "unit_id", (json_int_t)h->unit_id,
		    "absence_id", (json_int_t)h->absence_id));
	}
	err = holder_insert(w, h);
	if (err != CASE_OK || w->ch->by == 0)
		return err;
	return change_part(w, mark_alone, &(struct alone){ about, n->head },
	    &id);
}

enum case_err
proposal_name(struct change_work *w, const void *named)
{
	const struct proposal_named *n = named;

	return proposal_concerns(w->o, n->holder->role_id, w->ch->now) ?
	    name_manager(w, n) : holder_insert(w, n->holder);
}

enum case_err
proposal_holder(struct office *o, const struct change *ch,
    const struct holder_row *h, const char *head, int *waits)
{
	const struct proposal_named n = { h, head };

	*waits = proposal_concerns(o, h->role_id, ch->now) &&
	    proposal_waits(o, ch->by, ch->now);
	return change_run(o, ch, proposal_name, &n, NULL);
}

/* -- a version, the end of an SOP ------------------------------------------ */

/* A plan for an SOP that is asked for: a text that comes into force, or,
 * without one, its end. */
struct sop_plan {
	const char	*slug;		/* of the SOP that ends */
	const char	*yaml;		/* NULL: it ends */
	int64_t		 at;		/* not before; 0: at once */
};

static enum case_err
carry_plan(struct office *o, const struct change *ch, const struct sop_plan *p)
{
	int64_t version;

	if (p->yaml == NULL)
		return office_withdraw_sop(o, ch, p->slug, p->at);
	return office_publish_from(o, ch, "SOP", p->yaml, strlen(p->yaml),
	    p->at, &version);
}

/* "versi SOP Izin Magang mulai 1 Agustus 2026" */
static void
plan_about(struct office *o, const struct sop_plan *p, int64_t now, char *buf,
    size_t size)
{
	const char *name = p->yaml != NULL ? strstr(p->yaml, "nama:") : NULL;
	const struct calendar *cal = office_calendar(o);
	struct cal_local l;

	name = name != NULL ? name + strlen("nama:") : "";
	name += strspn(name, " \"");
	if (p->yaml != NULL)
		snprintf(buf, size, "versi SOP %.*s", (int)strcspn(name,
		    "\"\n"), name);
	else
		snprintf(buf, size, "berakhirnya SOP %s", p->slug);
	if (p->at <= now || cal == NULL)
		return;
	calendar_local(cal, p->at, &l);
	text_add(buf, size, " mulai %d %s %d", l.day, month_name("id",
	    l.month), l.year);
}

static enum case_err
ask_plan(struct office *o, const struct change *ch, const char *about,
    const struct sop_plan *p)
{
	char *body = change_json("{s:s, s:s*, s:I}", "slug", p->slug, "yaml",
	    p->yaml, "at", (json_int_t)p->at);
	struct asking a = { PROPOSAL_VERSION, about, body };
	enum case_err err = body == NULL ? CASE_DB : change_run(o, ch, add,
	    &a, NULL);

	free(body);
	return err;
}

static enum case_err
plan(struct office *o, const struct change *ch, const struct sop_plan *p,
    const char *head, int *waits)
{
	char about[256];
	struct change dry = *ch, with = marked(ch, &(struct alone){ about,
	    head });
	enum case_err err;

	dry.dry = 1;
	if ((err = carry_plan(o, &dry, p)) != CASE_OK)
		return err;
	plan_about(o, p, ch->now, about, sizeof(about));
	*waits = proposal_waits(o, ch->by, ch->now);
	if (ch->dry)
		return CASE_OK;
	return *waits ? ask_plan(o, ch, about, p) : carry_plan(o, &with, p);
}

enum case_err
proposal_version(struct office *o, const struct change *ch, const char *yaml,
    int64_t from, const char *head, int *waits)
{
	return plan(o, ch, &(struct sop_plan){ "", yaml, from }, head, waits);
}

enum case_err
proposal_withdrawal(struct office *o, const struct change *ch,
    const char *slug, int64_t at, const char *head, int *waits)
{
	return plan(o, ch, &(struct sop_plan){ slug, NULL, at }, head, waits);
}

/* -- a person -------------------------------------------------------------- */

/* CASE_REPEATED: the person is an administrator. */
static enum case_err
name_admin(struct office *o, const struct change *ch, int64_t person_id)
{
	struct person p;
	enum case_err err = person_get(o, person_id, &p);

	if (err != CASE_OK || p.admin)
		return err != CASE_OK ? err : CASE_REPEATED;
	p.admin = 1;
	return person_change(o, ch, &p);
}

enum case_err
proposal_admin(struct office *o, const struct change *ch, int64_t person_id,
    const char *head, int *waits)
{
	struct person p;
	char about[256];
	struct change with = marked(ch, &(struct alone){ about, head });
	enum case_err err = person_get(o, person_id, &p);

	if (err != CASE_OK)
		return err;
	snprintf(about, sizeof(about), "hak %s untuk %s",
	    rights_word(RIGHTS_MANAGE), p.name);
	*waits = !p.admin && proposal_waits(o, ch->by, ch->now);
	if (!*waits)
		return name_admin(o, &with, person_id);
	return ask_right(o, ch, about, change_json("{s:I}", "person_id",
	    (json_int_t)person_id));
}

/* -- reading, deciding ----------------------------------------------------- */

#define MEMBER(m) ROW_MEMBER(struct proposal, m)
static const struct row_kind rows = ROW_KIND(struct proposal, "", MEMBER(id),
    ROW_WORD(struct proposal, kind, kind_from), MEMBER(about),
    MEMBER(made_at), MEMBER(made_by), MEMBER(maker));

enum case_err
proposal_list(struct office *o, struct proposal **list, size_t *count)
{
	return row_all(o, db_query(office_db(o), sql[STMT_LIST], ""), &rows,
	    list, count);
}

/* One as it is kept; its body is given. */
struct kept {
	int	 kind;
	char	*body;
	int64_t	 by, decided;
};

static int
read_kept(struct office *o, int64_t id, struct kept *k)
{
	struct db_stmt *st = db_query(office_db(o), sql[STMT_GET], "i", id);

	memset(k, 0, sizeof(*k));
	if (db_step(st)) {
		k->kind = kind_from(db_text(st, 0));
		k->body = strdup(db_text(st, 1));
		k->by = db_int(st, 2);
		k->decided = db_int(st, 3);
	}
	db_done(st);
	return k->body != NULL;
}

static int64_t
number(const json_t *j, const char *name)
{
	return json_integer_value(json_object_get(j, name));
}

static const char *
text(const json_t *j, const char *name)
{
	const char *s = json_string_value(json_object_get(j, name));

	return s != NULL ? s : "";
}

/* The plan of a proposal, whose texts live as long as *j, which is given.  One
 * that was asked for before plans had dates is the text alone. */
static struct sop_plan
plan_of(const struct kept *k, json_t **j)
{
	json_t *yaml;

	*j = json_loads(k->body, 0, NULL);
	if (!json_is_object(*j))
		return (struct sop_plan){ "", k->body, 0 };
	yaml = json_object_get(*j, "yaml");
	return (struct sop_plan){ text(*j, "slug"), json_string_value(yaml),
	    number(*j, "at") };
}

char *
proposal_text(struct office *o, int64_t id)
{
	struct sop_plan p;
	struct kept k;
	json_t *j = NULL;
	char *given = NULL;

	if (read_kept(o, id, &k) && k.kind == PROPOSAL_VERSION) {
		p = plan_of(&k, &j);
		given = p.yaml != NULL ? strdup(p.yaml) : NULL;
	}
	json_decref(j);
	free(k.body);
	return given;
}

/* A right: of a person by name, of the holder of a role, of a role. */
static enum case_err
give(struct office *o, const struct change *now, const json_t *j)
{
	struct holder_row h = { .role_id = number(j, "role_id"),
	    .person_id = number(j, "person_id"),
	    .from_at = number(j, "from_at"), .to_at = number(j, "to_at"),
	    .unit_id = number(j, "unit_id"),
	    .absence_id = number(j, "absence_id") };
	struct right_row g = { .role_id = h.role_id, .from_at = h.from_at,
	    .to_at = h.to_at };

	if (h.role_id == 0)
		return name_admin(o, now, h.person_id);
	if (h.person_id == 0) {
		g.right = rights_from(text(j, "right"));
		snprintf(g.letter_no, sizeof(g.letter_no), "%s",
		    text(j, "letter_no"));
		return rights_give(o, now, &g, NULL);
	}
	h.capacity = (enum capacity)holder_capacity_from(text(j, "capacity"));
	snprintf(h.letter_no, sizeof(h.letter_no), "%s",
	    text(j, "letter_no"));
	return holder_add(o, now, &h, NULL);
}

static enum case_err
carry_out(struct office *o, const struct change *ch, const struct kept *k)
{
	struct sop_plan p;
	json_t *j;
	enum case_err err;

	if (k->kind == PROPOSAL_VERSION) {
		p = plan_of(k, &j);
		err = carry_plan(o, ch, &p);
	} else {
		j = json_loads(k->body, 0, NULL);
		err = give(o, ch, j);
	}
	json_decref(j);
	return err;
}

struct decision {
	int64_t	id;
	int	agree;
};

static enum case_err
decide(struct change_work *w, const void *in)
{
	const struct decision *d = in;
	struct change_event e = { .stream = d->id, .kind = d->agree ?
		"proposal-agreed" : "proposal-declined" };

	if (db_run(w->db, sql[STMT_DECIDE], "iiii", d->id, w->ch->now,
	    w->ch->by, (int64_t)d->agree) != 1)
		return office_fail(w->o, CASE_STATE, "",
		    "Usulan ini sudah diputuskan.");
	e.effect = change_json("{s:b}", "agreed", d->agree);
	return change_record(w, &e);
}

/* Carried out and decided at once.  What is so already is decided alone. */
static enum case_err
settle(struct office *o, const struct change *ch, const struct kept *k,
    const struct decision *d)
{
	struct change with = *ch;
	enum case_err err = CASE_REPEATED;

	with.also = decide;
	with.also_in = d;
	if (d->agree && !ch->dry)
		err = carry_out(o, &with, k);
	return err != CASE_REPEATED ? err : change_run(o, ch, decide, d, NULL);
}

enum case_err
proposal_decide(struct office *o, const struct change *ch, int64_t id,
    int agree)
{
	struct decision d = { id, agree != 0 };
	enum case_err err;
	struct kept k;

	if (!read_kept(o, id, &k))
		return office_fail(o, CASE_NOT_FOUND, "",
		    "Usulan ini tidak ditemukan.");
	if (k.decided != 0)
		err = office_fail(o, CASE_STATE, "",
		    "Usulan ini sudah diputuskan.");
	else if (agree && k.by == ch->by)
		err = office_fail(o, CASE_DENIED, "", "Yang mengusulkan tidak "
		    "menyetujui usulannya sendiri.");
	else
		err = settle(o, ch, &k, &d);
	free(k.body);
	return err;
}
