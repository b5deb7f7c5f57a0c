/*
 * absence.c - people who are away: proposed, confirmed, ended.
 */
#include "people/absence.h"

#include <jansson.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/slug.h"
#include "base/text.h"
#include "base/utf8.h"
#include "clock/calendar.h"
#include "clock/month_name.h"
#include "message/mailing.h"
#include "message/message.h"
#include "office/row.h"
#include "people/person.h"
#include "people/proposal.h"
#include "people/rights.h"
#include "people/role.h"
#include "store/id.h"

enum stmt {
	STMT_GET,
	STMT_OF_PERSON,
	STMT_OF_STAND_IN,
	STMT_OPEN,
	STMT_MEET,
	STMT_INSERT,
	STMT_CONFIRM,
	STMT_DECLINE,
	STMT_CHOOSE,
	STMT_FORGET,
	STMT_END,
	STMT_END_ROLES,
	STMT_BEGUN,
	STMT_OVER,
	STMT_IS_MOVED,
	STMT_IS_OVER,
	STMT__MAX
};

#define COLUMNS \
	"SELECT a.id, a.person_id, a.from_at, coalesce(a.to_at, 0)," \
	" coalesce(a.stand_in_id, 0), a.letter_no, a.tasks, a.reason," \
	" a.state, a.made_at, a.made_by, coalesce(a.decided_at, 0)," \
	" coalesce(a.decided_by, 0), coalesce(a.moved_at, 0)," \
	" coalesce(a.ended_at, 0), p.name, coalesce(s.name, '')" \
	" FROM absences a JOIN people p ON p.id = a.person_id" \
	" LEFT JOIN people s ON s.id = a.stand_in_id"

#define LISTED \
	" AND ($2 = '' OR a.state = $2) AND ($3 = 0 OR a.to_at > $3)" \
	" ORDER BY a.from_at DESC, a.id DESC LIMIT 100"
/* As the index of these has it. */
#define IS_OPEN(a) a "state <> 'declined' AND " a "ended_at IS NULL"

static const char *const sql[STMT__MAX] = {
	[STMT_GET] = COLUMNS " WHERE a.id = $1",
	[STMT_OF_PERSON] = COLUMNS " WHERE a.person_id = $1" LISTED,
	[STMT_OF_STAND_IN] = COLUMNS " WHERE a.stand_in_id = $1" LISTED,
	[STMT_OPEN] =
		COLUMNS " WHERE $1 = 0 AND " IS_OPEN("a.") LISTED,
	/* Others of the person that meet [$2, $3), declined ones left out;
	 * with $5 those that are confirmed alone. */
	[STMT_MEET] =
		"SELECT count(*) FROM absences WHERE person_id = $1"
		"   AND from_at < $3 AND to_at > $2 AND id <> $4"
		"   AND state <> 'declined'"
		"   AND ($5 = 0 OR state = 'confirmed')",
	[STMT_INSERT] =
		"INSERT INTO absences (id, person_id, from_at, to_at,"
		" stand_in_id, letter_no, tasks, reason, state, made_at,"
		" made_by) VALUES ($1, $2, $3, nullif($4, 0), nullif($5, 0),"
		" $6, $7, $8, 'proposed', $9, $10)",
	[STMT_CONFIRM] =
		"UPDATE absences SET from_at = $2, to_at = nullif($3, 0),"
		" stand_in_id = nullif($4, 0), letter_no = $5, tasks = $6,"
		" reason = $7, state = 'confirmed', decided_at = $8,"
		" decided_by = $9 WHERE id = $1 AND state = 'proposed'",
	[STMT_DECLINE] =
		"UPDATE absences SET state = 'declined', decided_at = $2,"
		" decided_by = $3 WHERE id = $1 AND state = $4",
	[STMT_CHOOSE] =
		"INSERT INTO absence_tasks (absence_id, task_id)"
		" SELECT $1, t.id FROM tasks t WHERE t.id = $2"
		" ON CONFLICT (absence_id, task_id) DO NOTHING",
	[STMT_FORGET] = "DELETE FROM absence_tasks WHERE absence_id = $1",
	[STMT_END] = "UPDATE absences SET to_at = $2 WHERE id = $1",
	/* A holding that had not begun never was. */
	[STMT_END_ROLES] =
		"UPDATE holders SET to_at = CASE WHEN from_at > $2"
		"   THEN from_at ELSE $2 END WHERE absence_id = $1"
		"   AND (to_at IS NULL OR to_at > $2)",
	[STMT_BEGUN] =
		"SELECT id FROM absences WHERE " IS_OPEN("")
		"   AND state = 'confirmed' AND moved_at IS NULL"
		"   AND from_at <= $1"
		"   AND (to_at IS NULL OR to_at > $1) ORDER BY from_at, id",
	[STMT_OVER] =
		"SELECT id FROM absences WHERE " IS_OPEN("")
		"   AND state = 'confirmed' AND to_at <= $1"
		" ORDER BY to_at, id",
	[STMT_IS_MOVED] =
		"UPDATE absences SET moved_at = $2, ended_at = CASE"
		"   WHEN to_at IS NULL THEN $2 ELSE ended_at END"
		" WHERE id = $1 AND moved_at IS NULL",
	[STMT_IS_OVER] =
		"UPDATE absences SET ended_at = $2 WHERE id = $1"
		"   AND ended_at IS NULL",
};

static const char *const tasks_words[ABSENCE_TASKS__MAX] = {
	[ABSENCE_MOVED] = "moved",
	[ABSENCE_KEPT] = "kept",
	[ABSENCE_CHOSEN] = "chosen",
};
static const char *const states[ABSENCE_STATE__MAX] = {
	[ABSENCE_PROPOSED] = "proposed",
	[ABSENCE_CONFIRMED] = "confirmed",
	[ABSENCE_DECLINED] = "declined",
};

const char *
absence_tasks_word(enum absence_tasks tasks)
{
	return tasks_words[tasks];
}

int
absence_tasks_from(const char *word)
{
	return slug_index(tasks_words, ABSENCE_TASKS__MAX, word);
}

static int
state_from(const char *word)
{
	return slug_index(states, ABSENCE_STATE__MAX, word);
}

/* -- reading --------------------------------------------------------------- */

#define MEMBER(m) ROW_MEMBER(struct absence, m)
static const struct row_kind rows = ROW_KIND(struct absence,
    "Catatan tidak masuk ini tidak ditemukan.", MEMBER(id), MEMBER(person_id),
    MEMBER(from_at), MEMBER(to_at), MEMBER(stand_in_id), MEMBER(letter_no),
    ROW_WORD(struct absence, tasks, absence_tasks_from), MEMBER(reason),
    ROW_WORD(struct absence, state, state_from), MEMBER(made_at),
    MEMBER(made_by), MEMBER(decided_at), MEMBER(decided_by), MEMBER(moved_at),
    MEMBER(ended_at), MEMBER(person), MEMBER(stand_in));

enum case_err
absence_get(struct office *o, int64_t id, struct absence *a)
{
	return row_one(o, db_query(office_db(o), sql[STMT_GET], "i", id),
	    &rows, a);
}

enum case_err
absence_list(struct office *o, const struct absence *of,
    struct absence **list, size_t *count)
{
	enum stmt which = of->person_id != 0 ? STMT_OF_PERSON :
	    of->stand_in_id != 0 ? STMT_OF_STAND_IN : STMT_OPEN;

	return row_all(o, db_query(office_db(o), sql[which], "iti",
	    of->person_id != 0 ? of->person_id : of->stand_in_id,
	    of->state == -1 ? "" : states[of->state], of->to_at), &rows, list,
	    count);
}

enum absence_right
absence_right(struct office *o, int64_t by, int64_t person_id, int64_t now)
{
	struct role_row superior;
	enum capacity as;

	if (by == person_id)
		return ABSENCE_NONE;
	if (person_superior(o, person_id, now, &superior) == CASE_OK &&
	    holder_acts_in(o, by, superior.slug, person_superior_unit(o,
	    person_id, superior.id, now), now, &as))
		return ABSENCE_SUPERIOR;
	return rights_has(o, by, RIGHTS_MANAGE, now) ? ABSENCE_MANAGER :
	    ABSENCE_NONE;
}

/* -- what the stand-in gets ------------------------------------------------ */

static int64_t
later(int64_t a, int64_t b)
{
	return a > b ? a : b;
}

/* Make a holding of the person one of the stand-in: 1; 0 when it is none to be
 * handed on, or he has it. */
static int
hands_on(struct office *o, const struct absence *a, struct holder_row *h)
{
	struct role_row role;

	if ((h->capacity != CAPACITY_DEFINITIVE &&
	    h->capacity != CAPACITY_PLT) ||
	    role_get(o, h->role_id, &role) != CASE_OK || role.external ||
	    role.system || (role.valid_to != 0 && role.valid_to <= h->from_at))
		return 0;
	if (h->unit_id == role.unit_id)
		h->unit_id = 0;
	h->capacity = holder_is_position(h, &role) ? CAPACITY_PLH :
	    CAPACITY_SUBSTITUTE;
	h->person_id = a->stand_in_id;
	h->to_at = a->to_at;
	h->absence_id = a->id;
	h->letter_no[0] = '\0';
	if (h->capacity == CAPACITY_PLH)
		memcpy(h->letter_no, a->letter_no, sizeof(h->letter_no));
	return !holder_meets(o, h);
}

enum case_err
absence_roles(struct office *o, const struct absence *a, int64_t now,
    struct holder_row **list, size_t *count)
{
	const struct holder_row of = { .person_id = a->person_id };
	int64_t from = later(a->from_at, now);
	struct holder_row *h;
	size_t n = 0, kept = 0;
	enum case_err err;

	*list = NULL;
	*count = 0;
	if (a->stand_in_id == 0 || a->to_at == 0)
		return CASE_OK;
	if ((err = holder_list(o, &of, from, &h, &n)) != CASE_OK)
		return err;
	for (size_t i = 0; i < n; i++) {
		h[i].from_at = from;
		if (hands_on(o, a, &h[i]))
			h[kept++] = h[i];
	}
	*list = h;
	*count = kept;
	return CASE_OK;
}

/* A Plh. by the press of somebody else than the superior has a number (SE
 * Kepala BKN 1/SE/I/2021). */
static enum case_err
check_order(struct change_work *w, const struct absence *a,
    const struct holder_row *role, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (role[i].capacity == CAPACITY_PLH &&
		    a->letter_no[0] == '\0' && absence_right(w->o, w->ch->by,
		    a->person_id, w->ch->now) != ABSENCE_SUPERIOR)
			return change_invalid(w->o, "letter_no", "Isi nomor "
			    "surat perintah Plh., atau minta atasan "
			    "langsungnya yang menetapkan");
	return CASE_OK;
}

/* Hand on the roles; one with kelola as any is that gives that right. */
static enum case_err
hand_on(struct change_work *w, const struct absence *a, const char *head)
{
	struct proposal_named named = { .head = head };
	struct holder_row *role;
	size_t n;
	int64_t id;
	enum case_err err = absence_roles(w->o, a, w->ch->now, &role, &n);

	if (err == CASE_OK)
		err = check_order(w, a, role, n);
	for (size_t i = 0; err == CASE_OK && i < n; i++) {
		role[i].capacity = CAPACITY_PLH;
		named.holder = &role[i];
		err = change_part(w, proposal_name, &named, &id);
	}
	free(role);
	return err;
}

/* -- those who hear of it -------------------------------------------------- */

static void
add_day(struct office *o, char *buf, size_t size, int64_t at)
{
	struct cal_local l;

	calendar_local(office_calendar(o), at, &l);
	text_add(buf, size, "%d %s %d", l.day, month_name("id", l.month),
	    l.year);
}

/* "Ayu tidak masuk 5 Januari 2026 sampai 9 Januari 2026." */
static void
add_term(struct office *o, char *buf, size_t size, const struct absence *a)
{
	text_add(buf, size, "%s tidak masuk ", a->person);
	add_day(o, buf, size, a->from_at);
	text_add(buf, size, " sampai ");
	add_day(o, buf, size, a->to_at - 1);
	text_add(buf, size, ".");
}

static void
tell(struct office *o, int64_t now, int64_t person_id, const char *body)
{
	struct person p;
	struct message_new m = { .kind = "account", .now = now,
		.subject = "Tidak masuk dan pengganti", .body = body };

	if (person_id == 0 || person_get(o, person_id, &p) != CASE_OK ||
	    (p.phone[0] == '\0' && p.email[0] == '\0'))
		return;
	m.phone = p.phone;
	m.email = p.email;
	message_queue(office_db(o), &m);
}

/* The person and the stand-in hear that it is decided. */
static void
tell_both(struct change_work *w, const struct absence *a, const char *of_both,
    const char *of_stand_in)
{
	char body[1024] = "";

	add_term(w->o, body, sizeof(body), a);
	text_add(body, sizeof(body), " %s", of_both);
	if (a->person_id != w->ch->by)
		tell(w->o, w->ch->now, a->person_id, body);
	text_add(body, sizeof(body), "%s", of_stand_in);
	tell(w->o, w->ch->now, a->stand_in_id, body);
}

/* Those who confirm what a person proposes, as his superior; given, free()
 * *list. */
static size_t
superiors(struct office *o, int64_t person_id, int64_t now,
    struct person **list)
{
	struct role_row role;
	size_t n = 0;

	*list = NULL;
	if (person_superior(o, person_id, now, &role) != CASE_OK ||
	    person_holders_in(o, role.slug, person_superior_unit(o, person_id,
	    role.id, now), now, list, &n) != CASE_OK)
		return 0;
	return n;
}

/* They hear that it waits for them; where there is nobody, the administrators
 * do. */
static enum case_err
ask(struct change_work *w, const struct absence *a)
{
	char body[1024] = "", fact[64];
	const struct mailing m = { .fact = fact, .body = body,
		.subject = "Menunggu persetujuan Anda" };
	struct person *list;
	size_t n = superiors(w->o, a->person_id, w->ch->now, &list);
	enum case_err err = CASE_OK;

	add_term(w->o, body, sizeof(body), a);
	text_add(body, sizeof(body), " Usulan ini menunggu persetujuan Anda: "
	    "buka Kotak masuk, Tidak masuk.");
	snprintf(fact, sizeof(fact), "absence:%lld", (long long)a->id);
	if (n == 0)
		err = mailing_add(w, &m);
	while (n > 0)
		tell(w->o, w->ch->now, list[--n].id, body);
	free(list);
	return err;
}

/* -- checks ---------------------------------------------------------------- */

static enum case_err
check_stand_in(struct change_work *w, const struct absence *a)
{
	static const char field[] = "stand_in_id";
	struct person p;

	if (a->stand_in_id == 0)
		return CASE_OK;
	if (person_get(w->o, a->stand_in_id, &p) != CASE_OK ||
	    p.institution_id != 0)
		return change_invalid(w->o, field, "Pilih pegawai kantor");
	if (!p.active)
		return change_invalid(w->o, field,
		    "Pegawai ini tidak aktif. Pilih pengganti lain");
	if (p.id == a->person_id)
		return change_invalid(w->o, field,
		    "Pilih orang lain sebagai pengganti");
	if (a->to_at != 0 && row_int(db_query(w->db, sql[STMT_MEET], "iiiii",
	    p.id, later(a->from_at, w->ch->now), a->to_at, a->id,
	    (int64_t)1)) > 0)
		return change_invalid(w->o, field, "Pengganti ini sendiri "
		    "tidak masuk pada masa itu. Pilih orang lain");
	return CASE_OK;
}

static enum case_err
check_times(struct change_work *w, const struct absence *a)
{
	if (a->from_at == 0)
		return change_invalid(w->o, "from_at", "Isi tanggal mulai");
	if (a->to_at <= a->from_at)
		return change_invalid(w->o, "to_at",
		    "Hari terakhir tidak boleh sebelum hari pertama");
	if (a->to_at <= w->ch->now)
		return change_invalid(w->o, "to_at",
		    "Masa ini sudah lewat. Isi hari terakhir yang akan datang");
	if (row_int(db_query(w->db, sql[STMT_MEET], "iiiii", a->person_id,
	    later(a->from_at, w->ch->now), a->to_at, a->id, (int64_t)0)) > 0)
		return change_invalid(w->o, "from_at", "Masa ini bertemu "
		    "dengan masa lain yang sudah dicatat atau diusulkan. "
		    "Akhiri yang itu dahulu, atau pilih hari lain");
	return CASE_OK;
}

static enum case_err
check_words(struct change_work *w, const struct absence *a)
{
	enum case_err err = change_filled(w->o, "reason", "alasan", a->reason);

	if (err != CASE_OK)
		return err;
	if (utf8_count(a->reason) > ABSENCE_REASON_MAX)
		return change_invalid(w->o, "reason",
		    "Tulis paling banyak 200 karakter");
	if (a->tasks < 0 || a->tasks >= ABSENCE_TASKS__MAX)
		return change_invalid(w->o, "tasks",
		    "Pilih apa yang terjadi dengan tugasnya");
	return CASE_OK;
}

static enum case_err
check(struct change_work *w, const struct absence *a)
{
	struct person p;
	enum case_err err = person_get(w->o, a->person_id, &p);

	if (err != CASE_OK)
		return err;
	if (!p.active || p.institution_id != 0)
		return change_invalid(w->o, "person_id",
		    "Hanya pegawai kantor yang aktif");
	if ((err = check_times(w, a)) != CASE_OK ||
	    (err = check_stand_in(w, a)) != CASE_OK)
		return err;
	return check_words(w, a);
}

/* -- writing --------------------------------------------------------------- */

static void
insert(struct change_work *w, struct absence *a)
{
	w->id = a->id = id_new(w->ch->now);
	db_run(w->db, sql[STMT_INSERT], "iiiiitttii", a->id, a->person_id,
	    a->from_at, a->to_at, a->stand_in_id, a->letter_no,
	    tasks_words[a->tasks], a->reason, w->ch->now, w->ch->by);
}

static void
choose(struct change_work *w, const struct absence *a)
{
	db_run(w->db, sql[STMT_FORGET], "i", a->id);
	for (size_t i = 0; a->tasks == ABSENCE_CHOSEN && i < a->nchosen; i++)
		db_run(w->db, sql[STMT_CHOOSE], "ii", a->id, a->chosen[i]);
}

/* The event of the person; its reason is personal. */
static enum case_err
record(struct change_work *w, const struct absence *a, const char *kind)
{
	struct change_event e = { .stream = a->person_id, .kind = kind };

	e.effect = change_json("{s:I, s:I, s:I, s:I, s:s}", "absence_id",
	    (json_int_t)a->id, "from_at", (json_int_t)a->from_at, "to_at",
	    (json_int_t)a->to_at, "stand_in_id", (json_int_t)a->stand_in_id,
	    "tasks", tasks_words[a->tasks]);
	e.payload = change_json("{s:s, s:s}", "letter_no", a->letter_no,
	    "reason", a->reason);
	return change_record(w, &e);
}

static enum case_err
denied(struct change_work *w)
{
	return office_fail(w->o, CASE_DENIED, "", "Hanya atasan langsung atau "
	    "pengelola kantor yang menetapkan ini.");
}

static enum case_err
propose(struct change_work *w, const void *in)
{
	struct absence a = *(const struct absence *)in;
	enum case_err err;

	a.id = 0;
	if (a.person_id != w->ch->by)
		return denied(w);
	if ((err = check(w, &a)) != CASE_OK)
		return err;
	person_name(w->o, a.person_id, a.person, sizeof(a.person));
	insert(w, &a);
	choose(w, &a);
	if ((err = ask(w, &a)) != CASE_OK)
		return err;
	return record(w, &a, "absence-proposed");
}

enum case_err
absence_propose(struct office *o, const struct change *ch,
    const struct absence *a, int64_t *id)
{
	return change_run(o, ch, propose, a, id);
}

/* One that was proposed keeps its person; of any other the names are read. */
static enum case_err
find(struct change_work *w, struct absence *a)
{
	struct absence was;
	enum case_err err;

	if (a->id == 0) {
		person_name(w->o, a->person_id, a->person, sizeof(a->person));
		return CASE_OK;
	}
	if ((err = absence_get(w->o, a->id, &was)) != CASE_OK)
		return err;
	if (was.state != ABSENCE_PROPOSED)
		return office_fail(w->o, CASE_STATE, "",
		    "Usulan ini sudah diputuskan.");
	a->person_id = was.person_id;
	memcpy(a->person, was.person, sizeof(a->person));
	return CASE_OK;
}

struct confirming {
	const struct absence	*absence;
	const char		*head;
};

static enum case_err
confirm(struct change_work *w, const void *in)
{
	const struct confirming *c = in;
	struct absence a = *c->absence;
	enum case_err err = find(w, &a);

	if (err != CASE_OK)
		return err;
	if (absence_right(w->o, w->ch->by, a.person_id, w->ch->now) ==
	    ABSENCE_NONE)
		return denied(w);
	if (a.stand_in_id == w->ch->by)
		return change_invalid(w->o, "stand_in_id", "Yang menetapkan "
		    "tidak menjadi penggantinya sendiri. Pilih orang lain");
	if ((err = check(w, &a)) != CASE_OK)
		return err;
	if (a.id == 0)
		insert(w, &a);
	w->id = a.id;
	db_run(w->db, sql[STMT_CONFIRM], "iiiitttii", a.id, a.from_at,
	    a.to_at, a.stand_in_id, a.letter_no, tasks_words[a.tasks],
	    a.reason, w->ch->now, w->ch->by);
	choose(w, &a);
	if ((err = hand_on(w, &a, c->head)) != CASE_OK)
		return err;
	tell_both(w, &a, "Ini sudah ditetapkan.", " Anda penggantinya selama "
	    "itu.");
	return record(w, &a, "absence-confirmed");
}

enum case_err
absence_confirm(struct office *o, const struct change *ch,
    const struct absence *a, const char *head, int64_t *id)
{
	return change_run(o, ch, confirm, &(struct confirming){ a, head }, id);
}

/* -- declined, ended ------------------------------------------------------- */

static int
may_end(struct change_work *w, const struct absence *a)
{
	return a->person_id == w->ch->by || absence_right(w->o, w->ch->by,
	    a->person_id, w->ch->now) != ABSENCE_NONE;
}

/* The absence of an id, for who may end it. */
static enum case_err
get_to_end(struct change_work *w, const void *id, struct absence *a)
{
	enum case_err err = absence_get(w->o, *(const int64_t *)id, a);

	return err != CASE_OK || may_end(w, a) ? err : denied(w);
}

static enum case_err
decline(struct change_work *w, const void *in)
{
	struct absence a;
	enum case_err err = get_to_end(w, in, &a);

	if (err != CASE_OK)
		return err;
	if (db_run(w->db, sql[STMT_DECLINE], "iiit", a.id, w->ch->now,
	    w->ch->by, states[ABSENCE_PROPOSED]) != 1)
		return office_fail(w->o, CASE_STATE, "",
		    "Usulan ini sudah diputuskan.");
	a.stand_in_id = 0;	/* was never asked */
	tell_both(w, &a, "Usulan ini tidak disetujui.", "");
	return record(w, &a, "absence-declined");
}

enum case_err
absence_decline(struct office *o, const struct change *ch, int64_t id)
{
	return change_run(o, ch, decline, &id, NULL);
}

/* One that has not begun never was. */
static enum case_err
end(struct change_work *w, const void *in)
{
	struct absence a;
	enum case_err err = get_to_end(w, in, &a);

	if (err != CASE_OK)
		return err;
	if (a.state != ABSENCE_CONFIRMED || a.to_at <= w->ch->now)
		return office_fail(w->o, CASE_STATE, "",
		    "Masa tidak masuk ini sudah berakhir.");
	if (a.from_at > w->ch->now)
		db_run(w->db, sql[STMT_DECLINE], "iiit", a.id, w->ch->now,
		    w->ch->by, states[ABSENCE_CONFIRMED]);
	else
		db_run(w->db, sql[STMT_END], "ii", a.id, w->ch->now);
	db_run(w->db, sql[STMT_END_ROLES], "ii", a.id, w->ch->now);
	if (a.from_at > w->ch->now)
		tell_both(w, &a, "Ini dibatalkan.", "");
	a.to_at = w->ch->now;
	return record(w, &a, "absence-ended");
}

enum case_err
absence_end(struct office *o, const struct change *ch, int64_t id)
{
	return change_run(o, ch, end, &id, NULL);
}

/* -- gone for good --------------------------------------------------------- */

struct leaving {
	const struct person	*person;
	const struct absence	*absence;
};

static enum case_err
leave(struct change_work *w, const void *in)
{
	const struct leaving *l = in;
	struct absence a = *l->absence;
	struct person p = *l->person;
	int64_t id;
	enum case_err err;

	a.id = a.to_at = 0;
	a.person_id = p.id;
	a.from_at = w->ch->now;
	p.active = 0;
	if ((err = check_stand_in(w, &a)) != CASE_OK ||
	    (err = check_words(w, &a)) != CASE_OK ||
	    (err = change_part(w, person_update, &p, &id)) != CASE_OK)
		return err;
	insert(w, &a);
	db_run(w->db, sql[STMT_CONFIRM], "iiiitttii", a.id, a.from_at,
	    a.to_at, a.stand_in_id, a.letter_no, tasks_words[a.tasks],
	    a.reason, w->ch->now, w->ch->by);
	choose(w, &a);
	return record(w, &a, "absence-confirmed");
}

enum case_err
absence_leave(struct office *o, const struct change *ch,
    const struct person *p, const struct absence *a, int64_t *id)
{
	const struct leaving leaving = { p, a };

	return change_run(o, ch, leave, &leaving, id);
}

/* -- what follows ---------------------------------------------------------- */

enum case_err
absence_begun(struct office *o, int64_t now, int64_t **id, size_t *count)
{
	return row_ids(o, db_query(office_db(o), sql[STMT_BEGUN], "i", now),
	    id, count);
}

enum case_err
absence_over(struct office *o, int64_t now, int64_t **id, size_t *count)
{
	return row_ids(o, db_query(office_db(o), sql[STMT_OVER], "i", now),
	    id, count);
}

/* An absence whose tasks, or whose end, was seen to. */
struct seen {
	struct office	*o;
	struct absence	 a;
	int64_t		 now, count;
};

static int
note_moved(struct db *db, void *arg)
{
	const struct seen *s = arg;
	char body[512];

	if (db_run(db, sql[STMT_IS_MOVED], "ii", s->a.id, s->now) != 1 ||
	    s->count == 0)
		return 0;
	snprintf(body, sizeof(body), "%lld tugas %s dipindahkan kepada Anda. "
	    "Lihat di Kotak masuk, Tugas saya.", (long long)s->count,
	    s->a.person);
	tell(s->o, s->now, s->a.stand_in_id, body);
	return 0;
}

static int
note_over(struct db *db, void *arg)
{
	const struct seen *s = arg;
	char body[512] = "Masa pengganti sudah berakhir: ";

	if (db_run(db, sql[STMT_IS_OVER], "ii", s->a.id, s->now) != 1)
		return 0;
	add_term(s->o, body, sizeof(body), &s->a);
	text_add(body, sizeof(body), " Yang dipindahkan selama itu ada di "
	    "Kotak masuk, Tidak masuk.");
	tell(s->o, s->now, s->a.person_id, body);
	tell(s->o, s->now, s->a.stand_in_id, body);
	return 0;
}

static enum case_err
see(struct office *o, int64_t id, int64_t now, int64_t count,
    int (*note)(struct db *, void *))
{
	struct seen s = { .o = o, .now = now, .count = count };
	enum case_err err = absence_get(o, id, &s.a);

	return err != CASE_OK ? err : office_err_tx(o, db_tx(office_db(o),
	    note, &s));
}

enum case_err
absence_is_moved(struct office *o, int64_t id, int64_t now, int64_t count)
{
	return see(o, id, now, count, note_moved);
}

enum case_err
absence_is_over(struct office *o, int64_t id, int64_t now)
{
	return see(o, id, now, 0, note_over);
}
