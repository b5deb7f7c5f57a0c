/*
 * audit.c - the record of log-ins, refusals, changes of rights, exports and
 * readings; its one table of kinds.
 */
#include "office/audit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "office/row.h"
#include "office/throttle.h"
#include "store/id.h"

#define HOUR		3600
#define QUARTER		(15 * 60)

enum stmt {
	STMT_ADD,
	STMT_KNOWN,
	STMT_STRANGERS,
	STMT_LIST,
	STMT_COUNT,
	STMT_FAILURES,
	STMT_ALARMS,
	STMT_SWEEP,
	STMT__MAX
};

#define COLUMNS \
	"SELECT id, at, person_id, about_id, kind, outcome, address, program," \
	" request, about FROM audit"
#define MATCH \
	" WHERE ($1 = 0 OR person_id = $1 OR about_id = $1)" \
	"   AND ($2 = '' OR kind = $2) AND at >= $3 AND at < $4"

static const char *const sql[STMT__MAX] = {
	[STMT_ADD] =
		"INSERT INTO audit (id, at, kind, outcome, person_id, about_id,"
		" about, address, program, request)"
		" VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
	[STMT_KNOWN] =
		"SELECT 1 FROM audit WHERE person_id = $1 AND at >= $2"
		"   AND at <= $3 AND kind = $4 AND about_id = $5"
		"   AND about = $6 AND address = $7 LIMIT 1",
	[STMT_STRANGERS] =
		"SELECT count(*) FROM audit WHERE address = $1 AND at > $2"
		"   AND at <= $3 AND person_id = 0",
	[STMT_LIST] =
		COLUMNS MATCH " ORDER BY at DESC, id DESC LIMIT $5 OFFSET $6",
	[STMT_COUNT] =
		"SELECT count(*) FROM audit" MATCH,
	[STMT_FAILURES] =
		"SELECT count(*) FROM audit WHERE at >= $1"
		"   AND kind IN ('login', 'pin', 'factor')"
		"   AND outcome IN ('bad', 'braked')",
	[STMT_ALARMS] =
		COLUMNS " WHERE at >= $1"
		"   AND kind IN ('admin-named', 'export-all')"
		" ORDER BY at, id",
	[STMT_SWEEP] =
		"DELETE FROM audit WHERE at < $1",
};

/* A kind: its word, which is that of the event it follows from; what the page
 * calls it; whether it is kept once an hour. */
static const struct {
	const char	*word, *says;
	int		 hourly;
} kinds[AUDIT__MAX] = {
	[AUDIT_LOGIN] = { "login", "Masuk", 0 },
	[AUDIT_PIN] = { "pin", "Masuk dengan PIN", 0 },
	[AUDIT_FACTOR] = { "factor", "Kode kedua", 0 },
	[AUDIT_LOGOUT] = { "logout", "Keluar", 0 },
	[AUDIT_SESSION_ENDED] = { "session-ended", "Sesi berakhir", 0 },
	[AUDIT_REFUSED] = { "refused", "Halaman ditolak", 1 },
	[AUDIT_FORGED] = { "forged", "Formulir tanpa tanda sesi", 1 },
	[AUDIT_LINK] = { "password-link", "Tautan kata sandi dibuat", 0 },
	[AUDIT_PASSWORD_SET] = { "password-set", "Kata sandi diganti", 0 },
	[AUDIT_PIN_SET] = { "pin-set", "PIN diganti", 0 },
	[AUDIT_FACTOR_SET] = { "factor-set", "Kode kedua dipasang", 0 },
	[AUDIT_FACTOR_ENDED] = { "factor-ended", "Kode kedua dilepas", 0 },
	[AUDIT_SESSIONS_ENDED] = { "sessions-ended", "Semua sesi diakhiri",
	    0 },
	[AUDIT_PERSON_ADDED] = { "person-added", "Pengguna ditambahkan", 0 },
	[AUDIT_PERSON_CHANGED] = { "person-changed", "Pengguna diubah", 0 },
	[AUDIT_ADMIN] = { "admin-named", "Administrator baru", 0 },
	[AUDIT_OPERATOR] = { "registration-approved", "Operator disetujui",
	    0 },
	[AUDIT_ROLE_ADDED] = { "role-added", "Peran ditambahkan", 0 },
	[AUDIT_ROLE_CHANGED] = { "role-changed", "Peran diubah", 0 },
	[AUDIT_ROLE_ENDED] = { "role-ended", "Peran diakhiri", 0 },
	[AUDIT_HOLDER_NAMED] = { "role-named", "Pemegang peran ditunjuk", 0 },
	[AUDIT_HOLDER_RELIEVED] = { "role-relieved", "Pemegang peran berhenti",
	    0 },
	[AUDIT_CLERK_NAMED] = { "clerk-named", "Pencatat ditunjuk", 0 },
	[AUDIT_CLERK_RELIEVED] = { "clerk-relieved", "Pencatat berhenti", 0 },
	[AUDIT_RIGHT_GIVEN] = { "right-given", "Hak diberikan", 0 },
	[AUDIT_RIGHT_ENDED] = { "right-ended", "Hak dicabut", 0 },
	[AUDIT_EXPORT] = { "export", "Data diunduh sebagai tabel", 0 },
	[AUDIT_EXPORT_ALL] = { "export-all", "Seluruh data diunduh", 0 },
	[AUDIT_LIST] = { "list", "Daftar dibaca", 1 },
	[AUDIT_CASE] = { "case", "Berkas dibaca", 0 },
	[AUDIT_FILE] = { "file", "Dokumen dibuka", 1 },
	[AUDIT_SUBJECT_ASKED] = { "subject-asked", "Permintaan data pribadi "
	    "dicatat", 0 },
	[AUDIT_SUBJECT_ANSWERED] = { "subject-answered", "Permintaan data "
	    "pribadi dijawab", 0 },
	[AUDIT_DISPOSAL_APPROVED] = { "disposal-approved", "Pemusnahan arsip "
	    "disetujui", 0 },
	[AUDIT_DISPOSAL_DONE] = { "disposal-done", "Pemusnahan arsip selesai",
	    0 },
	[AUDIT_LEFT_OUT] = { "left-out", "Selebihnya tidak dicatat", 0 },
};

static const struct { const char *word, *says; } outcomes[] = {
	[AUDIT_GOOD] = { "good", "Berhasil" },
	[AUDIT_BAD] = { "bad", "Gagal" },
	[AUDIT_BRAKED] = { "braked", "Ditahan" },
	[AUDIT_DENIED] = { "refused", "Ditolak" },
};

/* -- the context of this process ------------------------------------------- */

static char client[THROTTLE_ADDRESS_SIZE];
static int is_served;			/* by a program: it has a log */
static struct audit_entry *waiting;	/* of the change under way */
static size_t nwaiting;

void
audit_from(const char *address)
{
	is_served = address != NULL;
	if (address != NULL)
		throttle_address(address, client);
	else
		client[0] = '\0';
}

const char *
audit_client(void)
{
	return client;
}

/* -- writing --------------------------------------------------------------- */

static const char *
about_of(const struct audit_entry *e)
{
	return e->about != NULL ? e->about : "";
}

/* A session ends by itself, and the one who makes us find it is another. */
static const char *
address_of(const struct audit_entry *e)
{
	return e->kind == AUDIT_SESSION_ENDED ? "" : client;
}

/* Was the same written down within the hour? */
static int
is_known(struct office *o, const struct audit_entry *e)
{
	return kinds[e->kind].hourly && row_int(db_query(office_db(o),
	    sql[STMT_KNOWN], "iiititt", e->person_id, e->at - e->at % HOUR,
	    e->at, kinds[e->kind].word, e->about_id, about_of(e),
	    client)) != 0;
}

/* The kind that a visitor's entry has: its own, AUDIT_LEFT_OUT of the last
 * there is room for, AUDIT__MAX behind it. */
static enum audit_kind
kind_of(struct office *o, const struct audit_entry *e)
{
	int64_t n;

	if (e->person_id != 0 || !is_served)
		return e->kind;
	n = row_int(db_query(office_db(o), sql[STMT_STRANGERS], "tii", client,
	    e->at - QUARTER, e->at));
	return n < AUDIT_STRANGERS ? e->kind : n == AUDIT_STRANGERS ?
	    AUDIT_LEFT_OUT : AUDIT__MAX;
}

static void
say(const struct audit_entry *e)
{
	char person[24], about[24];
	const char *const member[] = { "audit", kinds[e->kind].word,
		"outcome", outcomes[e->outcome].word, "person", person,
		"address", address_of(e), "about_id", about, "about",
		about_of(e), NULL };

	snprintf(person, sizeof(person), "%lld", (long long)e->person_id);
	snprintf(about, sizeof(about), "%lld", (long long)e->about_id);
	if (is_served)
		log_members(member);
}

struct list {
	const struct audit_entry	*entry;
	size_t				 n;
};

static int
store(struct db *db, void *arg)
{
	const struct list *l = arg;
	const struct audit_entry *e;

	for (e = l->entry; e < l->entry + l->n; e++)
		db_run(db, sql[STMT_ADD], "iittiitttt", id_new(e->at), e->at,
		    kinds[e->kind].word, outcomes[e->outcome].word,
		    e->person_id, e->about_id, about_of(e), address_of(e),
		    log_program(), log_request());
	return 0;
}

static void
keep(struct office *o, const struct audit_entry *entry, size_t n)
{
	struct list l = { entry, n };
	struct db *db = office_db(o);

	for (size_t i = 0; i < n; i++)
		say(&entry[i]);
	if (n > 0 && db_tx(db, store, &l) != 0)
		log_line(LOG_ERROR, "audit: %zu entries from \"%s\" on are not "
		    "kept: %s", n, kinds[entry[0].kind].word, db_error(db));
}

void
audit(struct office *o, const struct audit_entry *in)
{
	struct audit_entry e = *in;

	if (is_known(o, in) || (e.kind = kind_of(o, in)) == AUDIT__MAX)
		return;
	keep(o, &e, 1);
}

/* -- of a change ----------------------------------------------------------- */

void
audit_note(const struct audit_entry *e)
{
	struct audit_entry *more = realloc(waiting,
	    (nwaiting + 1) * sizeof(*more));

	if (more == NULL) {
		log_line(LOG_ERROR, "audit: \"%s\" is not kept: out of memory",
		    kinds[e->kind].word);
		return;
	}
	waiting = more;
	waiting[nwaiting++] = *e;
}

void
audit_note_event(const char *event, int64_t person_id, int64_t stream,
    int64_t at)
{
	int kind = audit_kind_from(event);

	if (kind != -1)
		audit_note(&(struct audit_entry){ .kind = (enum audit_kind)kind,
		    .person_id = person_id, .about_id = stream, .at = at });
}

void
audit_settle(struct office *o, int done)
{
	if (done)
		keep(o, waiting, nwaiting);
	free(waiting);
	waiting = NULL;
	nwaiting = 0;
}

/* -- words ----------------------------------------------------------------- */

const char *
audit_word(enum audit_kind kind)
{
	return kinds[kind].word;
}

const char *
audit_says(enum audit_kind kind)
{
	return kinds[kind].says;
}

int
audit_kind_from(const char *word)
{
	for (int i = 0; i < AUDIT__MAX; i++)
		if (strcmp(kinds[i].word, word) == 0)
			return i;
	return -1;
}

const char *
audit_outcome_says(const char *word)
{
	for (size_t i = 0; i < AUDIT_OUTCOME__MAX; i++)
		if (strcmp(outcomes[i].word, word) == 0)
			return outcomes[i].says;
	return word;
}

/* -- reading --------------------------------------------------------------- */

#define MEMBER(m) ROW_MEMBER(struct audit_row, m)
static const struct row_kind rows = ROW_KIND(struct audit_row, "", MEMBER(id),
    MEMBER(at), MEMBER(person_id), MEMBER(about_id), MEMBER(kind),
    MEMBER(outcome), MEMBER(address), MEMBER(program), MEMBER(request),
    MEMBER(about));

enum case_err
audit_list(struct office *o, const struct audit_query *q,
    struct audit_row **list, size_t *count, int64_t *total)
{
	struct db *db = office_db(o);
	int64_t to = q->to != 0 ? q->to : INT64_MAX;
	enum case_err err = row_number(o, db_query(db, sql[STMT_COUNT],
	    "itii", q->id, q->kind, q->from, to), total);

	return err != CASE_OK ? err : row_all(o, db_query(db, sql[STMT_LIST],
	    "itiiii", q->id, q->kind, q->from, to, q->limit,
	    q->offset), &rows, list, count);
}

int64_t
audit_failures(struct office *o, int64_t since)
{
	return row_int(db_query(office_db(o), sql[STMT_FAILURES], "i", since));
}

enum case_err
audit_alarms(struct office *o, int64_t since, struct audit_row **list,
    size_t *count)
{
	return row_all(o, db_query(office_db(o), sql[STMT_ALARMS], "i", since),
	    &rows, list, count);
}

enum case_err
audit_sweep(struct office *o, int64_t before, int *removed)
{
	int rc = db_run(office_db(o), sql[STMT_SWEEP], "i", before);

	*removed = rc > 0 ? rc : 0;
	return rc < 0 ? office_err_tx(o, rc) : CASE_OK;
}
