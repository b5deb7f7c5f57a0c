/*
 * operator.c - operators of institutions ask for an account, which the office
 * approves or refuses.
 */
#include "people/operator.h"

#include <jansson.h>
#include <stdio.h>
#include <string.h>

#include "base/utf8.h"
#include "message/message.h"
#include "office/reason.h"
#include "office/row.h"
#include "people/holder.h"
#include "people/institution.h"
#include "people/login_session.h"
#include "people/password_link.h"
#include "people/person.h"
#include "people/role.h"
#include "store/id.h"

enum stmt {
	STMT_ADD,
	STMT_GET,
	STMT_LIST,
	STMT_WAITING,
	STMT_DECIDE,
	STMT__MAX
};

#define COLUMNS \
	"id, institution, kind, name, phone, email, state, asked_at," \
	" coalesce(decided_at, 0), coalesce(decided_by, 0), reason," \
	" coalesce(person_id, 0) FROM registrations"

static const char *const sql[STMT__MAX] = {
	[STMT_ADD] = (
		"INSERT INTO registrations (id, institution, kind, name, phone,"
		" email, state, asked_at, reason)"
		" VALUES ($1, $2, $3, $4, $5, $6, 'waiting', $7, '')"),
	[STMT_GET] =
		"SELECT " COLUMNS " WHERE id = $1",
	[STMT_LIST] = (
		"SELECT " COLUMNS
		" ORDER BY CASE state WHEN 'waiting' THEN 0 ELSE 1 END,"
		" CASE state WHEN 'waiting' THEN asked_at ELSE -decided_at END,"
		" id LIMIT 200"),
	[STMT_WAITING] =
		"SELECT count(*) FROM registrations WHERE state = 'waiting'",
	[STMT_DECIDE] = (
		"UPDATE registrations SET state = $2, decided_at = $3,"
		" decided_by = nullif($4, 0), reason = $5,"
		" person_id = nullif($6, 0)"
		" WHERE id = $1 AND state = 'waiting'"),
};

#define MEMBER(m) ROW_MEMBER(struct registration, m)
static const struct row_kind registrations = ROW_KIND(struct registration,
    "Pendaftaran tidak ditemukan.", MEMBER(id), MEMBER(institution),
    ROW_WORD(struct registration, kind, institution_kind_from), MEMBER(name),
    MEMBER(phone), MEMBER(email), MEMBER(state), MEMBER(asked_at),
    MEMBER(decided_at), MEMBER(decided_by), MEMBER(reason), MEMBER(person_id));

enum case_err
operator_get(struct office *o, int64_t id, struct registration *r)
{
	return row_one(o, db_query(office_db(o), sql[STMT_GET], "i", id),
	    &registrations, r);
}

enum case_err
operator_list(struct office *o, struct registration **list, size_t *count)
{
	return row_all(o, db_query(office_db(o), sql[STMT_LIST], ""),
	    &registrations, list, count);
}

int64_t
operator_waiting(struct office *o)
{
	return row_int(db_query(office_db(o), sql[STMT_WAITING], ""));
}

int
operator_may_decide(struct office *o, int64_t person_id, int64_t now)
{
	return holder_or_admin(o, person_id, OPERATOR_OFFICE, now);
}

/* -- asking ------------------------------------------------------------ */

static enum case_err
check(struct office *o, const struct registration *r)
{
	enum case_err err;

	if ((err = change_filled(o, "institution", "nama lembaga",
	    r->institution)) != CASE_OK ||
	    (err = change_filled(o, "name", "nama lengkap", r->name)) !=
	    CASE_OK ||
	    (err = change_filled(o, "phone", "nomor WhatsApp", r->phone)) !=
	    CASE_OK)
		return err;
	if ((int)r->kind < 0 || r->kind >= KIND__MAX)
		return office_fail(o, CASE_INVALID, "kind",
		    "Pilih jenis lembaga");
	return person_addresses(o, r->phone, r->email);
}

static enum case_err
add(struct change_work *w, const void *in)
{
	const struct registration *r = in;
	struct change_event e = { .kind = "registration-added" };
	enum case_err err = check(w->o, r);

	if (err != CASE_OK)
		return err;
	w->id = e.stream = id_new(w->ch->now);
	db_run(w->db, sql[STMT_ADD], "ittttti", w->id, r->institution,
	    institution_kind_slug(r->kind), r->name, r->phone, r->email,
	    w->ch->now);
	e.effect = change_json("{s:s}", "kind",
	    institution_kind_slug(r->kind));
	e.payload = change_json("{s:s, s:s}", "institution", r->institution,
	    "name", r->name);
	return change_record(w, &e);
}

enum case_err
operator_add(struct office *o, const struct change *ch,
    const struct registration *r, int64_t *id)
{
	return change_run(o, ch, add, r, id);
}

/* -- deciding ---------------------------------------------------------- */

static enum case_err
check_right(struct change_work *w)
{
	if (operator_may_decide(w->o, w->ch->by, w->ch->now))
		return CASE_OK;
	return office_fail(w->o, CASE_DENIED, "",
	    "Pendaftaran operator diputuskan oleh Admin Kanwil.");
}

static enum case_err
decided(struct change_work *w)
{
	return office_fail(w->o, CASE_STATE, "",
	    "Pendaftaran ini sudah diputuskan.");
}

/* Store the one decision there is, with its event. */
static enum case_err
decide(struct change_work *w, int64_t id, const char *state,
    const char *reason, int64_t person_id)
{
	struct change_event e = { .stream = id };

	if (db_run(w->db, sql[STMT_DECIDE], "itiiti", id, state, w->ch->now,
	    w->ch->by, reason, person_id) != 1)
		return decided(w);
	e.kind = strcmp(state, "refused") == 0 ? "registration-refused" :
	    "registration-approved";
	e.effect = change_json("{s:s, s:I}", "state", state, "person_id",
	    (json_int_t)person_id);
	e.payload = change_json("{s:s}", "reason", reason);
	return change_record(w, &e);
}

static enum case_err
send_link(struct change_work *w, const struct registration *r,
    const struct person *p, const char *site)
{
	char token[LOGIN_TOKEN_SIZE], body[1024];
	struct message_new m = { .kind = "account", .phone = r->phone,
		.email = r->email, .subject = "Akun operator lembaga",
		.body = body, .now = w->ch->now };
	enum case_err err = password_link_make(w->o, p->id, w->ch->now, token);

	if (err != CASE_OK)
		return err;
	snprintf(body, sizeof(body), "Akun operator %.160s sudah disetujui. "
	    "Nama pengguna: %s. Buat kata sandi dalam %d hari di %.256s"
	    "/sandi?kunci=%s", r->institution, p->login, PASSWORD_LINK_DAYS,
	    site, token);
	message_queue(w->db, &m);
	return CASE_OK;
}

/* Check the institution chosen; with *id 0 add the one that was typed, which
 * is approved with its operator, and set *id. */
static enum case_err
find_institution(struct change_work *w, const struct registration *r,
    int64_t *id)
{
	struct institution_row i = { .kind = r->kind, .state = STATE_ACTIVE };
	enum case_err err;

	if (*id == 0) {
		memcpy(i.name, r->institution, sizeof(i.name));
		return change_part(w, institution_insert, &i, id);
	}
	err = institution_get(w->o, *id, &i);
	if (err == CASE_OK && i.state == STATE_ACTIVE)
		return CASE_OK;
	return office_fail(w->o, CASE_INVALID, "institution_id",
	    "Pilih lembaga yang aktif");
}

/* Add the person, who holds the operators' role from now on. */
static enum case_err
add_operator(struct change_work *w, const struct registration *r,
    const char *login, struct person *p)
{
	struct holder_row h = { .from_at = w->ch->now };
	struct role_row role;
	enum case_err err = role_by_slug(w->o, OPERATOR_ROLE, &role);

	if (err != CASE_OK)
		return err;
	p->active = 1;
	p->unit_id = role.unit_id;
	person_fold_login(login, p->login, sizeof(p->login));
	memcpy(p->name, r->name, sizeof(p->name));
	memcpy(p->phone, r->phone, sizeof(p->phone));
	memcpy(p->email, r->email, sizeof(p->email));
	if ((err = change_part(w, person_insert, p, &p->id)) != CASE_OK)
		return err;
	h.role_id = role.id;
	h.person_id = p->id;
	return change_part(w, holder_insert, &h, &h.id);
}

static enum case_err
approve(struct change_work *w, const void *in)
{
	const struct approval *a = in;
	struct registration r;
	struct person p = { .institution_id = a->institution_id };
	enum case_err err;

	if ((err = check_right(w)) != CASE_OK ||
	    (err = operator_get(w->o, a->id, &r)) != CASE_OK)
		return err;
	if (strcmp(r.state, "waiting") != 0)
		return decided(w);
	if ((err = find_institution(w, &r, &p.institution_id)) != CASE_OK ||
	    (err = add_operator(w, &r, a->login, &p)) != CASE_OK ||
	    (err = send_link(w, &r, &p, a->site)) != CASE_OK)
		return err;
	return decide(w, a->id, "approved", "", p.id);
}

enum case_err
operator_approve(struct office *o, const struct change *ch,
    const struct approval *a)
{
	return change_run(o, ch, approve, a, NULL);
}

struct refusal {
	int64_t		 id;
	const char	*reason;
};

static enum case_err
refuse(struct change_work *w, const void *in)
{
	const struct refusal *f = in;
	struct registration r;
	char body[4 * OPERATOR_REASON_MAX + 512];
	struct message_new m = { .kind = "account", .subject =
		"Akun operator lembaga", .body = body, .now = w->ch->now };
	enum case_err err;

	if ((err = check_right(w)) != CASE_OK ||
	    (err = operator_get(w->o, f->id, &r)) != CASE_OK)
		return err;
	if (utf8_count(f->reason) > OPERATOR_REASON_MAX)
		return office_fail(w->o, CASE_INVALID, "reason", "Tulis paling "
		    "banyak %d karakter", OPERATOR_REASON_MAX);
	if (!reason_is_enough(f->reason))
		return office_fail(w->o, CASE_INVALID, "reason", "Tulis alasan "
		    "penolakan, paling sedikit satu kalimat");
	snprintf(body, sizeof(body), "Pendaftaran akun operator %s tidak "
	    "dapat disetujui: %s", r.institution, f->reason);
	if ((err = decide(w, f->id, "refused", f->reason, 0)) != CASE_OK)
		return err;
	m.phone = r.phone;
	m.email = r.email;
	message_queue(w->db, &m);
	return CASE_OK;
}

enum case_err
operator_refuse(struct office *o, const struct change *ch, int64_t id,
    const char *reason)
{
	struct refusal f = { id, reason };

	return change_run(o, ch, refuse, &f, NULL);
}

static enum case_err
again(struct change_work *w, const void *in)
{
	const struct approval *a = in;
	struct registration r;
	struct person p;
	struct change_event e = { .kind = "registration-link" };
	enum case_err err;

	if ((err = check_right(w)) != CASE_OK ||
	    (err = operator_get(w->o, a->id, &r)) != CASE_OK)
		return err;
	if (r.person_id == 0)
		return office_fail(w->o, CASE_STATE, "",
		    "Pendaftaran ini belum disetujui.");
	if ((err = person_get(w->o, r.person_id, &p)) != CASE_OK ||
	    (err = send_link(w, &r, &p, a->site)) != CASE_OK)
		return err;
	e.stream = a->id;
	e.effect = change_json("{}");
	return change_record(w, &e);
}

enum case_err
operator_link(struct office *o, const struct change *ch, int64_t id,
    const char *site)
{
	struct approval a = { .id = id, .site = site };

	return change_run(o, ch, again, &a, NULL);
}
