/* root.c - roots of closed months: made, listed, computed again, mailed. */
#include "month/root.h"

#include <ctype.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "clock/month_name.h"
#include "message/message.h"
#include "message/wording.h"
#include "office/row.h"

#define LANGUAGE "id"		/* of the mail */

enum stmt {
	STMT_HEADS_INSERT,
	STMT_HEADS,
	STMT_MONTHS,
	STMT_FIND,
	STMT_LIST,
	STMT_MONTH,
	STMT__MAX
};

static const char *const sql[STMT__MAX] = {
	/* Nothing occurs after it was recorded: what is recorded before the
	 * month did not occur in it. */
	[STMT_HEADS_INSERT] =
		"INSERT INTO month_heads (unit_id, month, stream, seq, hash)"
		" SELECT $1, $2, e.stream, e.seq, e.hash FROM"
		" (SELECT x.stream, max(x.seq) AS seq FROM events x"
		"   WHERE x.stream IN (SELECT t.stream FROM events t"
		"    WHERE t.recorded_at >= $3 AND t.occurred_at < $4)"
		"   GROUP BY x.stream) h"
		"  JOIN events e ON e.stream = h.stream AND e.seq = h.seq"
		" ORDER BY e.stream",
	/* With the hash that stands at the same place now. */
	[STMT_HEADS] =
		"SELECT h.stream, h.seq, h.hash, e.hash FROM month_heads h"
		"  LEFT JOIN events e ON e.stream = h.stream AND e.seq = h.seq"
		" WHERE h.unit_id = $1 AND h.month = $2 ORDER BY h.stream",
	[STMT_MONTHS] =
		"SELECT month, root, prev FROM months"
		" WHERE unit_id = $1 AND ($2 = 0 OR n <= $2) ORDER BY n",
	[STMT_FIND] =
		"SELECT month, n, closed_at, root FROM months"
		" WHERE unit_id = $1 AND root = $2",
	[STMT_LIST] =
		"SELECT month, n, closed_at, root FROM months"
		" WHERE unit_id = $1 ORDER BY n DESC",
	[STMT_MONTH] =
		"SELECT prev FROM months WHERE unit_id = $1 AND month = $2",
};

/* -- the tree ------------------------------------------------------------ */

/*
 * Leaves come one by one; `level[i]` is the root of a whole tree of 2^i
 * leaves that waits for its right neighbour.
 */
struct tree {
	unsigned char	level[64][crypto_hash_sha256_BYTES];
	uint64_t	count;
};

static void
hash_node(const unsigned char *left, const unsigned char *right,
    unsigned char *out)
{
	static const unsigned char one = 1;
	crypto_hash_sha256_state st;

	crypto_hash_sha256_init(&st);
	crypto_hash_sha256_update(&st, &one, 1);
	crypto_hash_sha256_update(&st, left, crypto_hash_sha256_BYTES);
	crypto_hash_sha256_update(&st, right, crypto_hash_sha256_BYTES);
	crypto_hash_sha256_final(&st, out);
}

static void
add_leaf(struct tree *t, const char *text)
{
	static const unsigned char zero;
	unsigned char node[crypto_hash_sha256_BYTES];
	crypto_hash_sha256_state st;
	uint64_t n;
	int i;

	crypto_hash_sha256_init(&st);
	crypto_hash_sha256_update(&st, &zero, 1);
	crypto_hash_sha256_update(&st, (const unsigned char *)text,
	    strlen(text));
	crypto_hash_sha256_final(&st, node);
	for (i = 0, n = t->count; n & 1; i++, n >>= 1)
		hash_node(t->level[i], node, node);
	memcpy(t->level[i], node, sizeof(node));
	t->count++;
}

/* There is always a leaf, that of the month. */
static void
end_tree(const struct tree *t, char root[ROOT_SIZE])
{
	unsigned char node[crypto_hash_sha256_BYTES];
	int i, begun = 0;

	for (i = 0; i < 64; i++) {
		if ((t->count >> i & 1) == 0)
			continue;
		if (begun)
			hash_node(t->level[i], node, node);
		else
			memcpy(node, t->level[i], sizeof(node));
		begun = 1;
	}
	sodium_bin2hex(root, ROOT_SIZE, node, sizeof(node));
}

static void
month_leaf(struct tree *t, const char *month, const char *prev)
{
	char text[2 * ROOT_SIZE];

	memset(t, 0, sizeof(*t));
	snprintf(text, sizeof(text), "%s %s", month, prev);
	add_leaf(t, text);
}

static char *
head_text(struct db_stmt *st, int hash, char buf[160])
{
	snprintf(buf, 160, "%lld %lld %s", (long long)db_int(st, 0),
	    (long long)db_int(st, 1), db_text(st, hash));
	return buf;
}

static struct db_stmt *
heads(struct office *o, const char *month)
{
	return db_scan(office_db(o), sql[STMT_HEADS], "it", office_unit(o),
	    month);
}

int
root_make(struct office *o, const char *month, int64_t from, int64_t to,
    const char *prev, char root[ROOT_SIZE])
{
	struct db_stmt *st;
	struct tree t;
	char text[160];

	if (db_run(office_db(o), sql[STMT_HEADS_INSERT], "itii",
	    office_unit(o), month, from, to) < 0)
		return -1;
	month_leaf(&t, month, prev);
	st = heads(o, month);
	while (db_step(st))
		add_leaf(&t, head_text(st, 2, text));
	end_tree(&t, root);
	return db_done(st);
}

/* -- computed again ------------------------------------------------------ */

struct check {
	struct office	*o;
	root_fault	*fault;
	void		*arg;
	char		 month[8], root[ROOT_SIZE], prev[ROOT_SIZE];
	int		 faults;
};

static void
found(struct check *c, int64_t stream, const char *what)
{
	c->faults++;
	c->fault(c->arg, c->month, stream, what);
}

/* One month by the events that stand now: 0, or -1. */
static int
check_month(struct check *c, const char *before)
{
	struct db_stmt *st = heads(c->o, c->month);
	struct tree t;
	char text[160], root[ROOT_SIZE];

	month_leaf(&t, c->month, c->prev);
	while (db_step(st)) {
		if (db_null(st, 3))
			found(c, db_int(st, 0), "kejadian terakhirnya hilang");
		else if (strcmp(db_text(st, 2), db_text(st, 3)) != 0)
			found(c, db_int(st, 0), "riwayat ditulis ulang sejak "
			    "bulan disahkan");
		add_leaf(&t, head_text(st, 3, text));
	}
	end_tree(&t, root);
	if (strcmp(root, c->root) != 0)
		found(c, 0, "akar tidak cocok dengan riwayat");
	if (strcmp(c->prev, before) != 0)
		found(c, 0, "tidak menyambung ke akar sebelumnya");
	return db_done(st);
}

int
root_verify(struct office *o, int64_t last, root_fault *fault, void *arg,
    int64_t *checked)
{
	struct db_stmt *st = db_query(office_db(o), sql[STMT_MONTHS], "ii",
	    office_unit(o), last);
	struct check c = { .o = o, .fault = fault, .arg = arg };
	char before[ROOT_SIZE] = "";
	int64_t n = 0;
	int failed = 0;

	while (!failed && db_step(st)) {
		db_copy(st, 0, c.month, sizeof(c.month));
		db_copy(st, 1, c.root, sizeof(c.root));
		db_copy(st, 2, c.prev, sizeof(c.prev));
		failed = check_month(&c, before) != 0;
		memcpy(before, c.root, sizeof(before));
		n++;
	}
	if (db_done(st) != 0 || failed)
		return -1;
	*checked = n;
	return c.faults;
}

/* -- lists --------------------------------------------------------------- */

static void
read_root(struct db_stmt *st, void *row)
{
	struct root_row *r = row;

	sscanf(db_text(st, 0), "%4d-%2d", &r->year, &r->month);
	r->n = db_int(st, 1);
	r->closed_at = db_int(st, 2);
	db_copy(st, 3, r->root, sizeof(r->root));
}

static const struct row_kind roots = ROW_READ(struct root_row, read_root,
    "Tidak ada bulan yang disahkan dengan akar ini.");

enum case_err
root_list(struct office *o, struct root_row **list, size_t *count)
{
	return row_all(o, db_query(office_db(o), sql[STMT_LIST], "i",
	    office_unit(o)), &roots, list, count);
}

enum case_err
root_find(struct office *o, const char *typed, struct root_row *r)
{
	char root[ROOT_SIZE] = "";
	size_t n = 0;

	for (; *typed != '\0' && n < sizeof(root) - 1; typed++)
		if (isxdigit((unsigned char)*typed))
			root[n++] = (char)tolower((unsigned char)*typed);
	return row_one(o, db_query(office_db(o), sql[STMT_FIND], "it",
	    office_unit(o), root), &roots, r);
}

int
root_leaves(struct office *o, int year, int month, FILE *f)
{
	char head[160], name[24];
	struct db_stmt *st;
	int failed;

	snprintf(name, sizeof(name), "%04d-%02d", year, month);
	st = db_query(office_db(o), sql[STMT_MONTH], "it", office_unit(o),
	    name);
	if (db_step(st))
		fprintf(f, "%s %s\n", name, db_text(st, 0));
	failed = db_done(st);
	st = heads(o, name);
	while (db_step(st))
		fprintf(f, "%s\n", head_text(st, 2, head));
	failed |= db_done(st);
	return failed || ferror(f) ? -1 : 0;
}

char *
root_address(const char *site, const char *root, char buf[ROOT_ADDRESS])
{
	snprintf(buf, ROOT_ADDRESS, "%s/sidik-jari?cari=%s", site, root);
	return buf;
}

/* -- the mail ------------------------------------------------------------ */

/* "root/2026-10": the fact that makes the mail one of a month; returns fact. */
static char *
fact_of(int year, int month, char fact[32])
{
	snprintf(fact, 32, "root/%04d-%02d", year, month);
	return fact;
}

/* The mail says what to do with the root: it may be read years later. */
static void
write_body(const struct root_post *post, const struct root_news *n,
    char *buf, size_t size)
{
	char address[ROOT_ADDRESS];

	snprintf(buf, size,
	    "Bulan %s %d telah disahkan%s%s (pengesahan ke-%lld).\n\n"
	    "Sidik jari riwayat:\n%s\n\n"
	    "Sidik jari pengesahan sebelumnya:\n%s\n\n"
	    "Mohon simpan surel ini. Sidik jari itu mewakili seluruh riwayat "
	    "kantor sampai bulan tersebut. Bila riwayat kemudian ditulis "
	    "ulang, sidik jari yang dihitung darinya tidak lagi sama dengan "
	    "yang tertulis di sini. Surel ini tidak dapat mencegah penulisan "
	    "ulang, tetapi dapat membuktikannya.\n\n"
	    "Cara membandingkan:\n%s\n"
	    "atau, di kantor:\nsopap verify --root %s\n",
	    month_name(LANGUAGE, n->month), n->year,
	    n->role[0] != '\0' ? " oleh " : "", n->role, (long long)n->n,
	    n->root, n->prev[0] != '\0' ? n->prev :
	    "tidak ada, ini yang pertama", root_address(post->site, n->root,
	    address), n->root);
}

void
root_mail(struct db *db, const struct root_post *post,
    const struct root_news *n, int64_t now)
{
	char fact[32], subject[80], body[2048];
	const struct message_new m = { .kind = WORDING_ROOT, .phone = "",
	    .email = post->address, .subject = subject, .body = body,
	    .fact = fact_of(n->year, n->month, fact), .now = now };

	snprintf(subject, sizeof(subject), "Sidik jari riwayat %s %d",
	    month_name(LANGUAGE, n->month), n->year);
	write_body(post, n, body, sizeof(body));
	message_queue(db, &m);
}

enum case_err
root_mailed(struct office *o, int year, int month, struct message *m)
{
	char fact[32];

	return message_of_fact(o, fact_of(year, month, fact), m);
}
