/*
 * office.c - the database, the calendar, the server key and the SOP versions
 * of one office, each read once per process.
 */
#include "case/office.h"

#include <errno.h>
#include <fcntl.h>
#include <sodium.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "case/event.h"
#include "case/sop.h"
#include "clock/calendar.h"
#include "store/id.h"

enum stmt {
	STMT_UNIT,
	STMT_CALENDAR,
	STMT_CALENDAR_TEXT,
	STMT_CALENDAR_NEXT,
	STMT_CALENDAR_INSERT,
	STMT_SOP_YAML,
	STMT_SOP_IN_FORCE,
	STMT_ROLES,
	STMT_COUNT,
	STMT__MAX
};

static const char *const sql[STMT__MAX] = {
	[STMT_UNIT] =
		"SELECT id FROM units WHERE parent_id IS NULL ORDER BY id LIMIT 1",
	[STMT_CALENDAR] =
		"SELECT id FROM calendar_versions"
		" WHERE unit_id = $1 ORDER BY version DESC LIMIT 1",
	[STMT_CALENDAR_TEXT] =
		"SELECT yaml FROM calendar_versions WHERE id = $1",
	[STMT_CALENDAR_NEXT] =
		"SELECT coalesce(max(version), 0) + 1 FROM calendar_versions"
		" WHERE unit_id = $1",
	[STMT_CALENDAR_INSERT] =
		"INSERT INTO calendar_versions (id, unit_id, version, yaml,"
		" sha256, made_at, made_by) VALUES ($1, $2, $3, $4, $5, $6, $7)",
	[STMT_SOP_YAML] =
		"SELECT v.yaml, s.slug FROM sop_versions v"
		"  JOIN sops s ON s.id = v.sop_id WHERE v.id = $1",
	[STMT_SOP_IN_FORCE] =
		"SELECT v.id FROM sop_versions v JOIN sops s ON s.id = v.sop_id"
		" WHERE s.slug = $1 AND v.effective_from <= $2"
		"   AND (v.effective_to IS NULL OR v.effective_to > $2)"
		" ORDER BY v.version DESC LIMIT 1",
	[STMT_ROLES] =
		"SELECT slug FROM roles ORDER BY slug",
	[STMT_COUNT] =
		"INSERT INTO counters (name, value) VALUES ($1, 1)"
		" ON CONFLICT (name) DO UPDATE SET value = counters.value + 1"
		" RETURNING value",
};

struct version {
	int64_t		 id;
	struct sop	*sop;
};

struct office {
	struct db	*db;
	char		*files;
	unsigned char	 key[CASE_KEY_SIZE];
	struct calendar	*cal;		/* in force */
	int64_t		 cal_id;
	struct calendar	**old;		/* superseded, kept for their strings */
	size_t		 nold;
	struct version	*version;
	size_t		 nversion;
	char		 why[2048];
	char		 field[64];
};

/* Letters and digits that cannot be mistaken: no 0 O 1 I L. */
static const char code_letters[] = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";

/* Read the server key, or make one when the office is being created. */
static int
key_load(struct office *o, const char *data, enum db_mode mode)
{
	char path[4096];
	int fd;
	ssize_t n;

	snprintf(path, sizeof(path), "%s/key", data);
	if ((fd = open(path, O_RDONLY | O_CLOEXEC)) != -1) {
		n = read(fd, o->key, sizeof(o->key));
		close(fd);
		return n == sizeof(o->key) ? 0 : -1;
	}
	if (errno != ENOENT || mode != DB_CREATE)
		return -1;
	randombytes_buf(o->key, sizeof(o->key));
	fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
	if (fd == -1)
		return -1;
	n = write(fd, o->key, sizeof(o->key));
	if (n != sizeof(o->key) || fsync(fd) == -1) {
		close(fd);
		unlink(path);
		return -1;
	}
	close(fd);
	return 0;
}

struct office *
office_open(const char *data, enum db_mode mode, char *why, size_t whysize)
{
	struct office *o;
	char path[4096];

	if (sodium_init() == -1 || (o = calloc(1, sizeof(*o))) == NULL) {
		snprintf(why, whysize, "out of memory");
		return NULL;
	}
	if (data == NULL) {
		memset(o->key, 'k', sizeof(o->key));
		o->db = db_open(":memory:", DB_CREATE, why, whysize);
		o->files = strdup("");
	} else {
		snprintf(path, sizeof(path), "%s/files", data);
		if (mode == DB_CREATE &&
		    mkdir(path, 0750) == -1 && errno != EEXIST)
			snprintf(why, whysize, "%s: %s", path, strerror(errno));
		else if (key_load(o, data, mode) == -1)
			snprintf(why, whysize, "%s/key: cannot be read", data);
		else {
			o->files = strdup(path);
			snprintf(path, sizeof(path), "%s/office.db", data);
			o->db = db_open(path, mode, why, whysize);
		}
	}
	if (o->db == NULL) {
		office_close(o);
		return NULL;
	}
	return o;
}

void
office_close(struct office *o)
{
	size_t i;

	if (o == NULL)
		return;
	for (i = 0; i < o->nversion; i++)
		sop_free(o->version[i].sop);
	for (i = 0; i < o->nold; i++)
		calendar_free(o->old[i]);
	if (o->cal != NULL)
		calendar_free(o->cal);
	free(o->version);
	free(o->old);
	free(o->files);
	db_close(o->db);
	sodium_memzero(o->key, sizeof(o->key));
	free(o);
}

struct db *
office_db(struct office *o)
{
	return o->db;
}

const char *
office_files(const struct office *o)
{
	return o->files;
}

/* One integer of a one-row statement; 0 when there is no row. */
static int64_t
one_int(struct db_stmt *st)
{
	int64_t v = db_step(st) ? db_int(st, 0) : 0;

	db_done(st);
	return v;
}

int64_t
office_unit(struct office *o)
{
	return one_int(db_query(o->db, sql[STMT_UNIT], ""));
}

/* Keep a superseded calendar: strings of it may still be in use. */
static void
calendar_retire(struct office *o)
{
	struct calendar **old;

	if (o->cal == NULL)
		return;
	old = realloc(o->old, (o->nold + 1) * sizeof(*old));
	if (old == NULL)
		return;
	o->old = old;
	o->old[o->nold++] = o->cal;
	o->cal = NULL;
}

void
office_fresh(struct office *o)
{
	struct db_stmt *st;
	struct calendar *cal = NULL;
	const char *text;
	char why[256];
	int64_t id;

	id = one_int(db_query(o->db, sql[STMT_CALENDAR], "i", office_unit(o)));
	if (id == 0 || id == o->cal_id)
		return;
	st = db_query(o->db, sql[STMT_CALENDAR_TEXT], "i", id);
	if (db_step(st)) {
		text = db_text(st, 0);
		cal = calendar_parse(text, strlen(text), why, sizeof(why));
	}
	db_done(st);
	if (cal == NULL)
		return;
	calendar_retire(o);
	o->cal = cal;
	o->cal_id = id;
}

const struct calendar *
office_calendar(struct office *o)
{
	if (o->cal == NULL)
		office_fresh(o);
	return o->cal;
}

int64_t
office_calendar_id(struct office *o)
{
	office_calendar(o);
	return o->cal_id;
}

char *
office_calendar_text(struct office *o)
{
	struct db_stmt *st;
	char *text = NULL;

	st = db_query(o->db, sql[STMT_CALENDAR_TEXT], "i",
	    office_calendar_id(o));
	if (db_step(st))
		text = strdup(db_text(st, 0));
	db_done(st);
	return text;
}

void
office_sha256(const void *data, size_t len, char hex[65])
{
	unsigned char h[crypto_hash_sha256_BYTES];

	crypto_hash_sha256(h, data, len);
	sodium_bin2hex(hex, 65, h, sizeof(h));
}

struct new_calendar {
	struct office	*o;
	const char	*yaml;
	int64_t		 by, now;
};

static int
set_calendar(struct db *db, void *arg)
{
	struct new_calendar *n = arg;
	struct event e = { .kind = "calendar-set", .capacity = "" };
	int64_t unit = office_unit(n->o), version;
	char sha[65], payload[128];

	office_sha256(n->yaml, strlen(n->yaml), sha);
	version = one_int(db_query(db, sql[STMT_CALENDAR_NEXT], "i", unit));
	if (db_run(db, sql[STMT_CALENDAR_INSERT], n->by ? "iiittii" : "iiittin",
	    id_new(n->now), unit, version, n->yaml, sha, n->now, n->by) < 0)
		return CASE_DB;
	snprintf(payload, sizeof(payload),
	    "{\"version\":%lld,\"sha256\":\"%s\"}", (long long)version, sha);
	e.stream = unit;
	e.actor_kind = n->by ? ACTOR_PERSON : ACTOR_SYSTEM;
	e.actor_id = n->by;
	e.recorded_at = e.occurred_at = n->now;
	e.effect = payload;
	e.payload = "{}";
	return event_append(db, &e) == 0 ? CASE_OK : CASE_DB;
}

enum case_err
office_set_calendar(struct office *o, const char *yaml, int64_t by,
    int64_t now)
{
	struct new_calendar n = { o, yaml, by, now };
	struct calendar *cal;
	enum case_err err;
	char why[512];

	cal = calendar_parse(yaml, strlen(yaml), why, sizeof(why));
	if (cal == NULL)
		return office_fail(o, CASE_INVALID, "yaml", "%s", why);
	calendar_free(cal);
	err = case_err_tx(o, db_tx(o->db, set_calendar, &n));
	if (err == CASE_OK)
		office_fresh(o);
	return err;
}

char **
office_roles(struct office *o)
{
	struct db_stmt *st = db_query(o->db, sql[STMT_ROLES], "");
	char **list = NULL, **more;
	size_t n = 0;

	while (db_step(st)) {
		if ((more = realloc(list, (n + 2) * sizeof(*list))) == NULL)
			break;
		list = more;
		list[n++] = strdup(db_text(st, 0));
		list[n] = NULL;
	}
	db_done(st);
	return list;
}

void
office_roles_free(char **list)
{
	size_t i;

	for (i = 0; list != NULL && list[i] != NULL; i++)
		free(list[i]);
	free(list);
}

/* Parse a version's text; the roles it names are the office's. */
static struct sop *
version_read(struct office *o, int64_t id)
{
	struct db_stmt *st = db_query(o->db, sql[STMT_SOP_YAML], "i", id);
	struct sop *s = NULL;
	const char *yaml;
	char **roles;

	if (db_step(st)) {
		yaml = db_text(st, 0);
		roles = office_roles(o);
		s = sop_parse(db_text(st, 1), yaml, strlen(yaml),
		    (const char *const *)roles, o->why, sizeof(o->why));
		office_roles_free(roles);
	}
	db_done(st);
	return s;
}

const struct sop *
office_sop(struct office *o, int64_t version_id)
{
	struct version *more;
	struct sop *s;
	size_t i;

	for (i = 0; i < o->nversion; i++)
		if (o->version[i].id == version_id)
			return o->version[i].sop;
	if ((s = version_read(o, version_id)) == NULL)
		return NULL;
	more = realloc(o->version, (o->nversion + 1) * sizeof(*more));
	if (more == NULL) {
		sop_free(s);
		return NULL;
	}
	o->version = more;
	o->version[o->nversion].id = version_id;
	o->version[o->nversion++].sop = s;
	return s;
}

int64_t
office_sop_version(struct office *o, const char *slug, int64_t now)
{
	return one_int(db_query(o->db, sql[STMT_SOP_IN_FORCE], "ti", slug,
	    now));
}

/* Hex HMAC-SHA-256 with the server key of a purpose and a text. */
static void
mac(const struct office *o, const char *purpose, const char *text,
    char hex[65])
{
	crypto_auth_hmacsha256_state st;
	unsigned char h[crypto_auth_hmacsha256_BYTES];

	crypto_auth_hmacsha256_init(&st, o->key, sizeof(o->key));
	crypto_auth_hmacsha256_update(&st, (const unsigned char *)purpose,
	    strlen(purpose) + 1);
	crypto_auth_hmacsha256_update(&st, (const unsigned char *)text,
	    strlen(text));
	crypto_auth_hmacsha256_final(&st, h);
	sodium_bin2hex(hex, 65, h, sizeof(h));
}

void
office_code(const struct office *o, int64_t case_id, char *code)
{
	char id[24], hex[65];
	unsigned int v;
	int i;

	snprintf(id, sizeof(id), "%lld", (long long)case_id);
	mac(o, "code", id, hex);
	/* Four hex digits a letter: the bias of 65536 mod 31 is nothing. */
	for (i = 0; i < CASE_CODE_LEN; i++) {
		sscanf(hex + i * 4, "%4x", &v);
		code[i] = code_letters[v % (sizeof(code_letters) - 1)];
	}
	code[i] = '\0';
}

int
office_code_hash(const struct office *o, const char *typed, char hash[65])
{
	char code[CASE_CODE_LEN + 1];
	int n = 0;
	char c;

	for (; *typed != '\0'; typed++) {
		c = *typed;
		if (c == ' ' || c == '-' || c == '.')
			continue;
		if (c >= 'a' && c <= 'z')
			c = (char)(c - 'a' + 'A');
		if (n == CASE_CODE_LEN || strchr(code_letters, c) == NULL)
			return -1;
		code[n++] = c;
	}
	if (n != CASE_CODE_LEN)
		return -1;
	code[n] = '\0';
	mac(o, "code-hash", code, hash);
	return 0;
}

void
office_sign(const struct office *o, const char *text, char hex[65])
{
	mac(o, "sign", text, hex);
}

int
office_signed(const struct office *o, const char *text, const char *hex)
{
	char want[65];

	mac(o, "sign", text, want);
	return strlen(hex) == 64 && sodium_memcmp(want, hex, 64) == 0;
}

const char *
office_why(const struct office *o)
{
	return o->why;
}

const char *
office_field(const struct office *o)
{
	return o->field;
}

enum case_err
office_fail(struct office *o, enum case_err err, const char *field,
    const char *fmt, ...)
{
	va_list ap;

	snprintf(o->field, sizeof(o->field), "%s", field);
	va_start(ap, fmt);
	vsnprintf(o->why, sizeof(o->why), fmt, ap);
	va_end(ap);
	return err;
}

enum case_err
case_err_tx(struct office *o, int tx)
{
	if (tx == DB_BUSY)
		return office_fail(o, CASE_BUSY, "",
		    "Sistem sedang sibuk. Coba kirim lagi sebentar lagi.");
	if (tx < 0)
		return office_fail(o, CASE_DB, "", "%s", db_error(o->db));
	return (enum case_err)tx;
}

int64_t
office_count(struct office *o, const char *counter)
{
	return one_int(db_query(o->db, sql[STMT_COUNT], "t", counter));
}
