/* letter_number.c - numbers of letters: reserved, kept, given up. */
#include "letter/letter_number.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "case/act_frame.h"
#include "case/act_record.h"
#include "letter/letterhead.h"
#include "office/row.h"
#include "store/id.h"

enum stmt {
	STMT_CURRENT,
	STMT_TAKEN,
	STMT_INSERT,
	STMT_RENEW,
	STMT_DROP,
	STMT_DROP_ONE,
	STMT__MAX
};

static const char *const sql[STMT__MAX] = {
	/* First the one that is being made, then what is prepared, then what
	 * is in force. */
	[STMT_CURRENT] = (
		"SELECT " LETTER_COLUMNS " FROM letters l"
		" WHERE l.case_id = $1 AND l.kind = $2 AND l.person = $3"
		" AND l.state IN ('reserved', 'valid')"
		" ORDER BY l.state, l.document_id IS NOT NULL, l.id LIMIT 1"),
	[STMT_TAKEN] = (
		"SELECT count(*) FROM letters WHERE unit_id = $1"
		" AND year = $2 AND number = $3 AND state <> 'dropped'"
		" AND (state = 'withdrawn'"
		" OR NOT (case_id = $4 AND kind = $5 AND person = $6))"),
	[STMT_INSERT] = (
		"INSERT INTO letters (id, unit_id, case_id, kind, person,"
		" holder, number, year, dated, subject, code_hash, state,"
		" document_id, made_at, made_by, changed_at, reason, addressee,"
		" serial)"
		" VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11,"
		" 'reserved', NULL, $12, nullif($13, 0), NULL, '', $14, $15)"),
	[STMT_RENEW] = (
		"UPDATE letters SET holder = $2, dated = $3, subject = $4,"
		" made_at = $5, addressee = $6 WHERE id = $1"
		" AND state = 'reserved' AND document_id IS NULL"),
	/* Numbers of persons who have no letter any more, from one to before
	 * another; they stay in the register, as cancelled. */
	[STMT_DROP] = (
		"UPDATE letters SET state = 'dropped', changed_at = $5"
		" WHERE case_id = $1 AND kind = $2 AND state = 'reserved'"
		" AND document_id IS NULL"
		" AND person >= $3 AND person < $4"),
	[STMT_DROP_ONE] = (
		"UPDATE letters SET state = 'dropped', changed_at = $2"
		" WHERE id = $1 AND state = 'reserved'"),
};

/* An act that reserves numbers.  The act comes first: the frame's pointer to
 * it leads here. */
struct reservation {
	struct act			 act;
	const struct letter_order	*order;
	struct letter_row		*row;
};

/* -- numbers ------------------------------------------------------------ */

static const char *const months[] = { "I", "II", "III", "IV", "V", "VI",
	"VII", "VIII", "IX", "X", "XI", "XII" };

int
letter_number_write(const struct letterhead *h, const char *class_, int64_t n,
    const char *day, char *buf, size_t size)
{
	const char *p = h->pattern;
	size_t used = 0;
	int month = atoi(day + 5);

	while (*p != '\0' && used < size) {
		const size_t plain = strcspn(p, "{");
		char *out = buf + used;
		const size_t left = size - used;

		if (plain > 0)
			used += (size_t)snprintf(out, left, "%.*s",
			    (int)plain, p);
		else if (p[1] == 'u')
			used += (size_t)snprintf(out, left, "%04lld",
			    (long long)n);
		else if (p[1] == 'k')
			used += (size_t)snprintf(out, left, "%s",
			    class_[0] != '\0' ? class_ : h->code);
		else if (p[1] == 't')
			used += (size_t)snprintf(out, left, "%.4s", day);
		else
			used += (size_t)snprintf(out, left, "%s",
			    month >= 1 && month <= 12 ? months[month - 1] :
			    "");
		p += plain > 0 ? plain : strcspn(p, "}") + 1;
	}
	return used < size ? 0 : -1;
}

/* Does another letter of the unit and year have the number?  A withdrawn
 * letter keeps its number, a dropped one does not. */
static int
is_taken(struct act_work *w, const struct letter_row *l)
{
	return row_int(db_query(w->db, sql[STMT_TAKEN], "iititi", l->unit_id,
	    l->year, l->number, w->c.id, l->kind, l->person)) != 0;
}

/* Give the next number of the year that no letter has: one that was numbered
 * elsewhere may have been typed before. */
static int
next_number(struct act_work *w, const struct letter_order *o,
    struct letter_row *l)
{
	char counter[64];

	snprintf(counter, sizeof(counter), "surat/%lld/%lld",
	    (long long)l->unit_id, (long long)l->year);
	do {
		l->serial = office_count(w->o, counter);
		if (o->number(o->arg, l->serial, l->number,
		    sizeof(l->number)) != 0 || db_failed(w->db))
			return office_fail(w->o, CASE_INVALID, "nomor_surat",
			    "Pola nomor surat terlalu panjang.");
	} while (is_taken(w, l));
	return CASE_OK;
}

/* Give a letter its number: the typed one, the one it had, or the next. */
static int
give_number(struct act_work *w, const struct letter_order *o,
    const struct letter_row *before, struct letter_row *l)
{
	if (case_is_trial(&w->c)) {
		snprintf(l->number, sizeof(l->number), LETTER_TRIAL " %s/%lld",
		    w->c.number, (long long)l->person + 1);
		return CASE_OK;
	}
	if (o->typed != NULL && *o->typed != '\0') {
		utf8_copy(l->number, sizeof(l->number), o->typed);
		if (is_taken(w, l))
			return office_fail(w->o, CASE_INVALID, "nomor_surat",
			    "Nomor surat ini sudah dipakai surat lain.");
		return CASE_OK;
	}
	if (before->id != 0 && before->year == l->year) {
		memcpy(l->number, before->number, sizeof(l->number));
		l->serial = before->serial;
		return CASE_OK;
	}
	return next_number(w, o, l);
}

/* -- reserving ---------------------------------------------------------- */

static void
insert(struct act_work *w, struct letter_row *l)
{
	char code[CASE_CODE_LEN + 1], hash[65];

	l->id = id_new(w->a->now);
	office_letter_code(w->o, l->id, code);
	office_letter_hash(w->o, code, hash);
	db_run(w->db, sql[STMT_INSERT], "iiitittitttiiti", l->id,
	    l->unit_id, l->case_id, l->kind, l->person, l->holder, l->number,
	    l->year, l->dated, l->subject, hash, w->a->now,
	    w->a->actor.person_id, l->addressee, l->serial);
}

/* Which of the case's persons the n-th holder is. */
static int64_t
person_of(const struct letter_order *o, size_t n)
{
	return o->person != NULL ? o->person[n] : (int64_t)n;
}

static void
fill(struct act_work *w, const struct letter_order *o, size_t i,
    struct letter_row *l)
{
	memset(l, 0, sizeof(*l));
	l->unit_id = w->c.unit_id;
	l->case_id = w->c.id;
	l->person = person_of(o, i);
	l->year = atoi(o->dated);
	l->made_at = w->a->now;
	utf8_copy(l->kind, sizeof(l->kind), o->kind);
	utf8_copy(l->holder, sizeof(l->holder), o->holder[i]);
	utf8_copy(l->dated, sizeof(l->dated), o->dated);
	utf8_copy(l->subject, sizeof(l->subject), o->subject);
	utf8_copy(l->addressee, sizeof(l->addressee),
	    o->addressee != NULL ? o->addressee : "");
	utf8_copy(l->state, sizeof(l->state), "reserved");
}

/* Reserve the number of the i-th letter of an order. */
static int
reserve_one(struct act_work *w, const struct letter_order *o, size_t i,
    struct letter_row *l)
{
	struct letter_row before = { .id = 0 };
	int err = row_one(w->o, db_query(w->db, sql[STMT_CURRENT], "iti",
	    w->c.id, o->kind, person_of(o, i)), &letter_rows, &before);
	int reserved;

	if (err != CASE_OK && err != CASE_NOT_FOUND)
		return err;
	fill(w, o, i, l);
	/* A letter with a paper stays until another takes its place. */
	reserved = before.document_id == 0 &&
	    strcmp(before.state, "reserved") == 0;
	if ((err = give_number(w, o, &before, l)) != CASE_OK)
		return err;
	if (reserved && strcmp(before.number, l->number) == 0 &&
	    before.year == l->year) {
		l->id = before.id;
		db_run(w->db, sql[STMT_RENEW], "itttit", l->id, l->holder,
		    l->dated, l->subject, w->a->now, l->addressee);
		return CASE_OK;
	}
	if (reserved)
		db_run(w->db, sql[STMT_DROP_ONE], "ii", before.id, w->a->now);
	insert(w, l);
	return CASE_OK;
}

/* Give up the numbers of persons who have no letter in this order, after an
 * earlier try that was for others. */
static void
drop_others(struct act_work *w, const struct letter_order *o)
{
	int64_t from = 0;

	for (size_t i = 0; i <= o->n; i++) {
		const int64_t to = i < o->n ? person_of(o, i) : INT64_MAX;

		db_run(w->db, sql[STMT_DROP], "itiii", w->c.id, o->kind, from,
		    to, w->a->now);
		from = to < INT64_MAX ? to + 1 : to;
	}
}

static int
reserve(struct act_work *w)
{
	struct reservation *r = (struct reservation *)w->a;
	json_t *numbers = json_array();
	int err = letter_check_writer(w);

	if (err == CASE_OK)
		drop_others(w, r->order);
	for (size_t i = 0; err == CASE_OK && i < r->order->n; i++) {
		err = reserve_one(w, r->order, i, &r->row[i]);
		json_array_append_new(numbers,
		    json_string(r->row[i].number));
	}
	json_object_set_new(w->payload, "numbers", numbers);
	return err != CASE_OK ? err : act_record(w, w->act->kind, w->t->id,
	    w->actor_kind);
}

enum case_err
letter_reserve(struct office *o, struct act *a,
    const struct letter_order *order, struct letter_row *row)
{
	static const struct act_kind act = { "letter-number", reserve, 1 };
	struct reservation r = { .act = *a, .order = order, .row = row };
	enum case_err err;

	if (order->n < 1 || order->n > LETTER_HOLDERS)
		return office_fail(o, CASE_INVALID, "peserta",
		    "Surat untuk 1 sampai %d orang.", LETTER_HOLDERS);
	err = act_run(o, &r.act, &act, NULL);
	*a = r.act;
	return err;
}
