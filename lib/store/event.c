/*
 * event.c - append to, read and verify the hash-chained history.
 *
 * The hash of an event covers every column but the hash itself, each with its
 * length in front, so that no two different events write the same bytes; the
 * payload is covered by its salted digest.  Of the tables of others only the
 * length of a case's stream (cases.seq) is read, to see a history cut short.
 */
#include "store/event.h"

#include <jansson.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "store/db.h"
#include "store/mark.h"

enum stmt {
	STMT_HEAD,
	STMT_INSERT,
	STMT_DATA,
	STMT_READ,
	STMT_ALL,
	STMT_SHORT,
	STMT_DESTROY,
	STMT__MAX
};

#define EVENT_COLUMNS \
	"e.stream, e.seq, e.kind, e.task_id, e.actor_kind, e.actor_id," \
	" e.behalf_id, e.capacity, e.recorded_at, e.occurred_at, e.effect," \
	" e.idem, d.payload, d.salt, e.digest, e.prev, e.hash"

static const char *const sql[STMT__MAX] = {
	[STMT_HEAD] =
		"SELECT seq, hash FROM events WHERE stream = $1"
		" ORDER BY seq DESC LIMIT 1",
	[STMT_INSERT] =
		"INSERT INTO events (stream, seq, kind, task_id, actor_kind,"
		" actor_id, behalf_id, capacity, recorded_at, occurred_at,"
		" effect, digest, prev, hash, idem) VALUES ($1, $2, $3,"
		" nullif($4, 0), $5, nullif($6, 0), nullif($7, 0), $8, $9, $10,"
		" $11, $12, $13, $14, $15)",
	[STMT_DATA] =
		"INSERT INTO event_data (stream, seq, salt, payload)"
		" VALUES ($1, $2, $3, $4)",
	[STMT_READ] =
		"SELECT " EVENT_COLUMNS " FROM events e"
		"  LEFT JOIN event_data d"
		"    ON d.stream = e.stream AND d.seq = e.seq"
		" WHERE e.stream = $1 ORDER BY e.seq",
	[STMT_ALL] =
		"SELECT " EVENT_COLUMNS " FROM events e"
		"  LEFT JOIN event_data d"
		"    ON d.stream = e.stream AND d.seq = e.seq"
		" ORDER BY e.stream, e.seq",
	[STMT_SHORT] =
		"SELECT c.id, c.seq FROM cases c WHERE c.seq IS DISTINCT FROM"
		" (SELECT max(e.seq) FROM events e WHERE e.stream = c.id)"
		" ORDER BY c.id",
	[STMT_DESTROY] =
		"SELECT seq, effect FROM events WHERE stream = $1 AND seq > $2"
		" AND kind = 'destroy' ORDER BY seq",
};

static const char *const actor_kinds[] = { "person", "applicant", "system" };

static void
hash_text(crypto_hash_sha256_state *st, const char *s)
{
	char len[24];
	int n = snprintf(len, sizeof(len), "%zu:", strlen(s));

	crypto_hash_sha256_update(st, (const unsigned char *)len, (size_t)n);
	crypto_hash_sha256_update(st, (const unsigned char *)s, strlen(s));
}

static void
hash_int(crypto_hash_sha256_state *st, int64_t v)
{
	char text[24];

	snprintf(text, sizeof(text), "%lld", (long long)v);
	hash_text(st, text);
}

static void
hash_end(crypto_hash_sha256_state *st, char hex[65])
{
	unsigned char h[crypto_hash_sha256_BYTES];

	crypto_hash_sha256_final(st, h);
	sodium_bin2hex(hex, 65, h, sizeof(h));
}

static void
event_digest(const char *salt, const char *payload, char hex[65])
{
	crypto_hash_sha256_state st;

	crypto_hash_sha256_init(&st);
	hash_text(&st, salt);
	hash_text(&st, payload);
	hash_end(&st, hex);
}

static void
event_hash(const struct event *e, const char *digest, const char *prev,
    char hex[65])
{
	crypto_hash_sha256_state st;

	crypto_hash_sha256_init(&st);
	hash_text(&st, prev);
	hash_int(&st, e->stream);
	hash_int(&st, e->seq);
	hash_text(&st, e->kind);
	hash_int(&st, e->task_id);
	hash_text(&st, actor_kinds[e->actor_kind]);
	hash_int(&st, e->actor_id);
	hash_int(&st, e->behalf_id);
	hash_text(&st, e->capacity);
	hash_int(&st, e->recorded_at);
	hash_int(&st, e->occurred_at);
	hash_text(&st, e->effect);
	hash_text(&st, e->idem ? e->idem : "");
	hash_text(&st, digest);
	hash_end(&st, hex);
}

/* The number of an event and the hash of the one before it. */
static void
follow_head(struct db *db, struct event *e, char prev[65])
{
	const struct mark *last = mark_noted(db);
	struct db_stmt *st;

	prev[0] = '\0';
	if (last->seq != 0 && last->stream == e->stream) {
		e->seq = last->seq + 1;
		strcpy(prev, last->hash);
		return;
	}
	e->seq = 1;
	if (e->begins)
		return;
	st = db_query(db, sql[STMT_HEAD], "i", e->stream);
	if (db_step(st)) {
		e->seq = db_int(st, 0) + 1;
		db_copy(st, 1, prev, 65);
	}
	db_done(st);
}

int
event_append(struct db *db, struct event *e)
{
	unsigned char random[16];
	char salt[33], digest[65], prev[65], hash[65];

	follow_head(db, e, prev);
	randombytes_buf(random, sizeof(random));
	sodium_bin2hex(salt, sizeof(salt), random, sizeof(random));
	event_digest(salt, e->payload, digest);
	event_hash(e, digest, prev, hash);
	db_put(db, sql[STMT_INSERT], "iititiitiittttt", e->stream, e->seq,
	    e->kind, e->task_id, actor_kinds[e->actor_kind], e->actor_id,
	    e->behalf_id, e->capacity, e->recorded_at, e->occurred_at,
	    e->effect, digest, prev, hash, e->idem);
	mark_note(db, e->stream, e->seq, hash);
	db_put(db, sql[STMT_DATA], "iitt", e->stream, e->seq, salt,
	    e->payload);
	return db_failed(db) ? -1 : 0;
}

static enum actor_kind
actor_kind_from(const char *s)
{
	if (strcmp(s, "person") == 0)
		return ACTOR_PERSON;
	return strcmp(s, "applicant") == 0 ? ACTOR_APPLICANT : ACTOR_SYSTEM;
}

/* The row under the statement, as an event. */
static void
event_row(struct db_stmt *st, struct event *e)
{
	e->stream = db_int(st, 0);
	e->seq = db_int(st, 1);
	e->kind = db_text(st, 2);
	e->task_id = db_int(st, 3);
	e->actor_kind = actor_kind_from(db_text(st, 4));
	e->actor_id = db_int(st, 5);
	e->behalf_id = db_int(st, 6);
	e->capacity = db_text(st, 7);
	e->recorded_at = db_int(st, 8);
	e->occurred_at = db_int(st, 9);
	e->effect = db_text(st, 10);
	e->idem = db_null(st, 11) ? NULL : db_text(st, 11);
	e->payload = db_text(st, 12);
}

struct event_reader *
event_read(struct db *db, int64_t stream)
{
	return (struct event_reader *)db_query(db, sql[STMT_READ], "i", stream);
}

int
event_next(struct event_reader *r, struct event *e)
{
	struct db_stmt *st = (struct db_stmt *)r;

	if (!db_step(st))
		return 0;
	event_row(st, e);
	return 1;
}

int
event_done(struct event_reader *r)
{
	return db_done((struct db_stmt *)r) == 0 ? 0 : -1;
}

/* Does an effect name the event as one whose payload it destroyed? */
static int
destroys(const char *text, int64_t seq)
{
	json_t *effect = json_loads(text, 0, NULL), *n;
	size_t i;
	int found = 0;

	json_array_foreach(json_object_get(effect, "destroyed"), i, n)
		found |= json_is_integer(n) && json_integer_value(n) == seq;
	json_decref(effect);
	return found;
}

int64_t
event_destroyer(struct db *db, int64_t stream, int64_t seq)
{
	struct db_stmt *st = db_query(db, sql[STMT_DESTROY], "ii", stream, seq);
	int64_t by = 0;

	while (by == 0 && db_step(st))
		if (destroys(db_text(st, 1), seq))
			by = db_int(st, 0);
	return db_done(st) == 0 ? by : -1;
}

/* The fault of the event under the statement, or NULL; its payload is looked at
 * only if there is one. */
static const char *
event_wrong(struct db_stmt *st, const struct event *e, int64_t want_seq,
    const char *want_prev)
{
	char hex[65];

	if (e->seq != want_seq)
		return "nomor urut terputus";
	if (strcmp(db_text(st, 15), want_prev) != 0)
		return "tidak menyambung ke kejadian sebelumnya";
	event_hash(e, db_text(st, 14), db_text(st, 15), hex);
	if (strcmp(db_text(st, 16), hex) != 0)
		return "isi tidak cocok dengan sidik jarinya";
	if (e->payload[0] == '\0')
		return NULL;
	event_digest(db_text(st, 13), e->payload, hex);
	if (strcmp(db_text(st, 14), hex) != 0)
		return "keterangan tidak cocok dengan sidik jarinya";
	return NULL;
}

/* Cases whose history ends before the case does. */
static int
verify_heads(struct db *db, event_fault *fault, void *arg)
{
	struct db_stmt *st = db_scan(db, sql[STMT_SHORT], "");
	int faults = 0;

	while (db_step(st)) {
		faults++;
		fault(arg, db_int(st, 0), db_int(st, 1),
		    "berkas dan riwayatnya berbeda panjang");
	}
	return db_done(st) == 0 ? faults : -1;
}

/* Of an event without a payload: 1 when it was lost, 0 when an act destroyed
 * it, -1 on failure. */
static int
verify_payload(struct db *db, const struct event *e, event_fault *fault,
    event_fault *destroyed, void *arg)
{
	const int64_t by = event_destroyer(db, e->stream, e->seq);
	char what[64];

	if (by < 0)
		return -1;
	if (by == 0) {
		fault(arg, e->stream, e->seq, "keterangan hilang");
		return 1;
	}
	snprintf(what, sizeof(what), "keterangan dimusnahkan oleh kejadian"
	    " %lld", (long long)by);
	if (destroyed != NULL)
		destroyed(arg, e->stream, e->seq, what);
	return 0;
}

int
event_verify(struct db *db, event_fault *fault, event_fault *destroyed,
    void *arg, int64_t *checked)
{
	struct db_stmt *st = db_scan(db, sql[STMT_ALL], "");
	struct event e;
	char prev[65] = "";
	int64_t stream = 0, seq = 0, n = 0;
	int faults = 0, heads, lost = 0;
	const char *what;

	while (lost >= 0 && db_step(st)) {
		event_row(st, &e);
		if (e.stream != stream) {
			stream = e.stream;
			seq = 0;
			prev[0] = '\0';
		}
		what = event_wrong(st, &e, seq + 1, prev);
		if (what != NULL) {
			faults++;
			fault(arg, e.stream, e.seq, what);
		} else if (e.payload[0] == '\0') {
			lost = verify_payload(db, &e, fault, destroyed, arg);
			faults += lost > 0;
		}
		seq = e.seq;
		db_copy(st, 16, prev, sizeof(prev));
		n++;
	}
	if (db_done(st) != 0 || lost < 0 ||
	    (heads = verify_heads(db, fault, arg)) < 0)
		return -1;
	*checked = n;
	return faults + heads;
}
