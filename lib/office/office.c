/*
 * office.c - the database, the server key and the SOP versions of one office,
 * each read once per process.
 */
#include "office/office_inner.h"

#include <errno.h>
#include <fcntl.h>
#include <sodium.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "office/office_calendar.h"
#include "office/office_key.h"
#include "office/row.h"
#include "sop/sop.h"
#include "store/db_clock.h"
#include "store/installation.h"
#include "store/transaction.h"

enum stmt {
	STMT_UNIT,
	STMT_SOP_YAML,
	STMT_SOP_IN_FORCE,
	STMT_ROLES,
	STMT_COUNT,
	STMT__MAX
};

static const char *const sql[STMT__MAX] = {
	[STMT_UNIT] =
		"SELECT id FROM units WHERE parent_id IS NULL"
		" ORDER BY id LIMIT 1",
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

/* Every process that has the office open shares a lock on its folder; who
 * replaces or upgrades the office holds it alone.  0, or -1 with the reason. */
static int
lock_folder(struct office *o, const char *data, enum db_mode mode, char *why,
    size_t whysize)
{
	int lock = mode == DB_UPGRADE ? LOCK_EX : LOCK_SH;

	o->folder = open(data, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (o->folder != -1 && flock(o->folder, lock | LOCK_NB) == 0)
		return 0;
	if (o->folder != -1 && errno == EWOULDBLOCK)
		snprintf(why, whysize, "%s", mode == DB_UPGRADE ?
		    "kantor ini sedang dipakai. Hentikan semua programnya "
		    "dahulu (\"systemctl stop sopap.target\")" :
		    "kantor ini sedang dipulihkan atau ditingkatkan; tunggu "
		    "sampai \"sopap restore\" atau \"sopap upgrade\" selesai");
	else
		snprintf(why, whysize, "%s: %s", data, strerror(errno));
	return -1;
}

/* A restore that was interrupted has taken the old office away and not yet put
 * the new one in its place. */
static int
half_restored(const char *data, char *why, size_t whysize)
{
	char stage[4096], db[4096];

	snprintf(stage, sizeof(stage), "%s/" OFFICE_STAGE, data);
	snprintf(db, sizeof(db), "%s/office.db", data);
	if (access(stage, F_OK) != 0 || access(db, F_OK) == 0)
		return 0;
	snprintf(why, whysize, "pemulihan kantor ini belum selesai; jalankan "
	    "\"sopap restore\" sekali lagi");
	return 1;
}

/* On a medium that nobody can write, without a log: a snapshot or a copy. */
static int
is_still(const char *data)
{
	char wal[4096];
	struct stat st;

	snprintf(wal, sizeof(wal), "%s/office.db-wal", data);
	return access(data, W_OK) == -1 && errno == EROFS &&
	    (stat(wal, &st) == -1 || st.st_size == 0);
}

/* A copy that was interrupted is no office yet. */
static int
half_copied(struct office *o, const char *path, char *why, size_t whysize)
{
	char from[65];

	if (installation_get(o->db, INSTALLATION_COPYING, from,
	    sizeof(from)) != 1)
		return 0;
	snprintf(why, whysize, "%.1000s: salinan yang belum selesai; jalankan "
	    "\"sopap copy\" sekali lagi", path);
	return 1;
}

/* A host that works by another clock than the others is kept out. */
static int
check_clock(struct office *o, char *why, size_t whysize)
{
	char fault[256];

	if (db_clock_check(o->db, fault, sizeof(fault)) == 0)
		return 0;
	snprintf(why, whysize, "%s. Selaraskan keduanya dengan server waktu "
	    "(\"timedatectl set-ntp true\")", fault);
	return -1;
}

/* Of an older schema a server has no place for files. */
static int
place_files(struct office *o, const char *files, char *why, size_t whysize)
{
	if (!db_is_shared(o->db) || strcmp(files, "folder") == 0 ||
	    !db_has_table(o->db, "file_parts") ||
	    files_into_database(&o->files) == 0)
		return 0;
	snprintf(why, whysize, "out of memory");
	return -1;
}

/* The one place that opens the database of an office: of the folder, unless it
 * is on a server.  0, or -1 with the reason. */
static int
open_database(struct office *o, const char *data, const char *database,
    enum db_mode mode, char *why, size_t whysize)
{
	char path[4096] = ":memory:";

	if (data != NULL && *database == '\0') {
		snprintf(path, sizeof(path), "%s/office.db", data);
		if (mode == DB_OLD && is_still(data))
			mode = DB_STILL;
		database = path;
	}
	if (data == NULL)
		database = path;
	o->db = o->files.db = db_open(database, mode, why, whysize);
	if (o->db == NULL ||
	    (mode >= DB_READ && check_clock(o, why, whysize) != 0))
		return -1;
	if (mode == DB_UPGRADE && db_claim(o->db) != 0) {
		snprintf(why, whysize, "%s", db_error(o->db));
		return -1;
	}
	return half_copied(o, database, why, whysize) ? -1 : 0;
}

/* After a connection was lost another server may answer, with another clock, or
 * the database of another office. */
static int
look_again(void *arg, char *why, size_t whysize)
{
	struct office *o = arg;

	o->key_fault[0] = '\0';		/* of an earlier look */
	return check_clock(o, why, whysize) != 0 ? -1 :
	    office_key_prove(o, DB_READ, why, whysize);
}

static int
has_database(const char *data)
{
	char path[4096];

	snprintf(path, sizeof(path), "%s/office.db", data);
	return access(path, F_OK) == 0;
}

static int
open_folder(struct office *o, const char *data, const char *database,
    enum db_mode mode, char *why, size_t whysize)
{
	int make = mode == DB_CREATE || *database != '\0';
	char path[4096];

	if (lock_folder(o, data, mode, why, whysize) != 0 ||
	    (*database == '\0' && half_restored(data, why, whysize)))
		return -1;
	snprintf(path, sizeof(path), "%s/files", data);
	if (make && mkdir(path, 0750) == -1 && errno != EEXIST &&
	    mode >= DB_READ) {
		snprintf(why, whysize, "%s: %s", path, strerror(errno));
		return -1;
	}
	o->files.dir = strdup(path);
	if (mode != DB_CREATE && *database == '\0' && !has_database(data)) {
		snprintf(why, whysize, "%s: belum ada kantor di sini "
		    "(\"sopap init\")", data);
		return -1;
	}
	if (open_database(o, data, database, mode, why, whysize) != 0)
		return -1;
	return office_key_load(o, data, mode, why, whysize);
}

struct office *
office_open(const char *data, enum db_mode mode, char *why, size_t whysize)
{
	return office_open_at(data, "", "", mode, why, whysize);
}

struct office *
office_open_at(const char *data, const char *database, const char *files,
    enum db_mode mode, char *why, size_t whysize)
{
	struct office *o;
	int rc;

	if (sodium_init() == -1 || (o = calloc(1, sizeof(*o))) == NULL) {
		snprintf(why, whysize, "out of memory");
		return NULL;
	}
	o->folder = -1;
	if (data == NULL) {
		mode = DB_CREATE;
		memset(o->key, 'k', sizeof(o->key));
		o->files.dir = strdup("");
		rc = open_database(o, NULL, "", mode, why, whysize);
	} else
		rc = open_folder(o, data, database, mode, why, whysize);
	if (rc == 0 && office_key_prove(o, mode, why, whysize) == 0 &&
	    place_files(o, files, why, whysize) == 0) {
		if (mode >= DB_READ)
			db_look_again(o->db, look_again, o);
		return o;
	}
	office_close(o);
	return NULL;
}

void
office_close(struct office *o)
{
	size_t i;

	if (o == NULL)
		return;
	for (i = 0; i < o->nversion; i++)
		sop_free(o->version[i].sop);
	office_calendars_free(o);
	free(o->version);
	files_close(&o->files);
	free((char *)o->files.dir);
	db_close(o->db);
	if (o->folder != -1)
		close(o->folder);
	sodium_memzero(o->key, sizeof(o->key));
	free(o);
}

struct db *
office_db(struct office *o)
{
	return o->db;
}

const struct files *
office_files(const struct office *o)
{
	return &o->files;
}

int64_t
office_unit(struct office *o)
{
	return row_int(db_query(o->db, sql[STMT_UNIT], ""));
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
	struct sop_version *more;
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
	return row_int(db_query(o->db, sql[STMT_SOP_IN_FORCE], "ti", slug,
	    now));
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

const char *
office_err_word(enum case_err err)
{
	static const char *const word[CASE__MAX] = {
		[CASE_OK] = "ok",
		[CASE_NOT_FOUND] = "not_found",
		[CASE_DENIED] = "denied",
		[CASE_CONFLICT] = "conflict",
		[CASE_STATE] = "state",
		[CASE_INVALID] = "invalid",
		[CASE_REPEATED] = "repeated",
		[CASE_BUSY] = "busy",
		[CASE_DB] = "failed",
	};

	return word[err];
}

enum case_err
office_err_tx(struct office *o, int tx)
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
	transaction_hurry(o->db);
	return row_int(db_query(o->db, sql[STMT_COUNT], "t", counter));
}
