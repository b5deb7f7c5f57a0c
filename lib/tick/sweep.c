/*
 * sweep.c - the one table of what expires, and the sweep of it.
 */
#include "tick/sweep.h"

#include <dirent.h>
#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/conf.h"
#include "base/price.h"
#include "case/draft.h"
#include "message/secret.h"
#include "office/audit.h"
#include "office/lease.h"
#include "office/stored_file.h"
#include "people/login_session.h"
#include "people/password_link.h"
#include "store/files.h"
#include "store/id.h"
#include "upload/active.h"
#include "upload/loose.h"
#include "upload/page_image.h"
#include "upload/signature.h"

#define HOUR 3600
#define DAY (24 * (int64_t)HOUR)

enum stmt {
	STMT_ADDRESSES,
	STMT_TEXTS,
	STMT_REGISTRATIONS,
	STMT_TOKENS,
	STMT_READS,
	STMT__MAX
};

/* Messages of which something is left, as many as one sweep may hold up. */
#define OLD_MESSAGES \
	"(SELECT id FROM messages WHERE state <> 'queued' AND queued_at < $1" \
	"   AND (address <> '' OR body <> '') ORDER BY queued_at LIMIT 4096)"

static const char *const sql[STMT__MAX] = {
	[STMT_ADDRESSES] =
		"UPDATE deliveries SET address = ''"
		" WHERE message_id IN " OLD_MESSAGES,
	[STMT_TEXTS] =
		"UPDATE messages SET address = '', subject = '', body = ''"
		" WHERE id IN " OLD_MESSAGES,
	[STMT_REGISTRATIONS] =
		"DELETE FROM registrations WHERE state = 'refused'"
		"   AND decided_at < $1",
	[STMT_TOKENS] =
		"DELETE FROM tokens WHERE expires_at <= $1",
	[STMT_READS] =
		"DELETE FROM reads WHERE hour < $1",
};

struct run {
	struct office		*o;
	const struct conf	*conf;		/* or NULL */
	int64_t			 now, before;	/* what is older goes */
	int			 files;		/* removed */
};

/* -- each kind ------------------------------------------------------------- */

static enum case_err
drop_drafts(struct run *r)
{
	return draft_sweep(r->o, r->now);
}

/* An answer of -1 keeps the file. */
static int
is_named(void *arg, const char *hash)
{
	return stored_file_named(arg, hash);
}

/* By the database's clock, as files are stored. */
static enum case_err
drop_files(struct run *r)
{
	const struct files *files = office_files(r->o);
	enum case_err err;
	int rc = files_sweep(files, db_clock(office_db(r->o)) -
	    PRICE_LOOSE_LIFE, is_named, r->o);

	if (rc < 0)
		return office_fail(r->o, CASE_DB, "", "%s: %s", files->dir,
		    strerror(errno));
	r->files = rc;
	page_image_sweep(files);
	if ((err = loose_sweep(r->o)) == CASE_OK)
		err = active_sweep(r->o);
	return err == CASE_OK ? signature_sweep(r->o) : err;
}

static enum case_err
hide_codes(struct run *r)
{
	return secret_sweep(r->o, r->now);
}

static enum case_err
run_one(struct run *r, enum stmt stmt, int64_t before)
{
	int rc = db_run(office_db(r->o), sql[stmt], "i", before);

	return rc < 0 ? office_err_tx(r->o, rc) : CASE_OK;
}

static int
blank(struct db *db, void *arg)
{
	const struct run *r = arg;

	/* The addresses first: afterwards nobody knows which they were. */
	db_run(db, sql[STMT_ADDRESSES], "i", r->before);
	db_run(db, sql[STMT_TEXTS], "i", r->before);
	return 0;
}

static enum case_err
drop_texts(struct run *r)
{
	return office_err_tx(r->o, db_tx(office_db(r->o), blank, r));
}

/* ID.eml and ID.json, and those that a crash left half-written: an id tells
 * when its message was queued. */
static int
is_old(const char *name, int64_t before)
{
	const char *number = name + (name[0] == '.');
	char *end;
	long long id = strtoll(number, &end, 10);

	return end != number && id < id_first(before) &&
	    (strcmp(end, ".eml") == 0 || strcmp(end, ".json") == 0);
}

static enum case_err
drop_mailbox(struct run *r)
{
	char path[PATH_MAX];
	const struct dirent *e;
	DIR *folder;
	int bad = 0;

	snprintf(path, sizeof(path), "%s/mailbox", r->conf->data);
	if ((folder = opendir(path)) == NULL)
		return errno == ENOENT ? CASE_OK : office_fail(r->o, CASE_DB,
		    "", "%s: %s", path, strerror(errno));
	while ((e = readdir(folder)) != NULL)
		if (is_old(e->d_name, r->before) &&
		    unlinkat(dirfd(folder), e->d_name, 0) == -1 &&
		    errno != ENOENT)
			bad = errno;
	closedir(folder);
	return bad == 0 ? CASE_OK : office_fail(r->o, CASE_DB, "", "%s: %s",
	    path, strerror(bad));
}

static enum case_err
drop_registrations(struct run *r)
{
	return run_one(r, STMT_REGISTRATIONS, r->before);
}

static enum case_err
drop_sessions(struct run *r)
{
	const struct login_session_ends ends = login_session_ends(r->conf);

	return login_session_sweep(r->o, r->now, &ends);
}

static enum case_err
drop_tokens(struct run *r)
{
	return run_one(r, STMT_TOKENS, r->now);
}

static enum case_err
drop_audit(struct run *r)
{
	int removed;

	return audit_sweep(r->o, r->before, &removed);
}

static enum case_err
drop_reads(struct run *r)
{
	return run_one(r, STMT_READS, r->before);
}

/* -- the table ------------------------------------------------------------- */

#define DAYS(m) offsetof(struct conf, m)
#define FIXED ((size_t)-1)

static const struct kind {
	const char	*what, *where, *from;
	int64_t		 seconds;	/* when it is fixed */
	const char	*key;
	size_t		 days;		/* of the key in struct conf */
	enum case_err	(*sweep)(struct run *);
} kinds[] = {
	{ "Draf permohonan dan langkah yang tidak dikirim", "basis data",
	    "terakhir diubah", DRAFT_LIFE, "", FIXED, drop_drafts },
	{ "Dokumen yang tidak menjadi bagian berkas", "folder files",
	    "diunggah", PRICE_LOOSE_LIFE, "", FIXED, drop_files },
	{ "Kode dan tautan di dalam pesan", "basis data", "dikirim",
	    SECRET_SETTLE, "", FIXED, hide_codes },
	{ "Alamat dan isi pesan yang sudah dikirim", "basis data", "dibuat",
	    0, "message_days", DAYS(message_days), drop_texts },
	{ "Pesan di folder kotak surat", "folder mailbox", "dibuat", 0,
	    "mailbox_days", DAYS(mailbox_days), drop_mailbox },
	{ "Pendaftaran operator yang ditolak", "basis data", "ditolak", 0,
	    "message_days", DAYS(message_days), drop_registrations },
	{ "Sesi masuk", "basis data", "masuk", 0, "session_days",
	    DAYS(session_days), drop_sessions },
	{ "Tautan kata sandi", "basis data", "dibuat",
	    PASSWORD_LINK_DAYS * DAY, "", FIXED, drop_tokens },
	{ "Catatan keamanan", "basis data", "terjadi", 0, "audit_days",
	    DAYS(audit_days), drop_audit },
	{ "Catatan siapa membaca berkas", "basis data", "dibaca", 0,
	    "audit_days", DAYS(audit_days), drop_reads },
};
#define KINDS (sizeof(kinds) / sizeof(kinds[0]))

_Static_assert(KINDS <= SWEEP_TERMS, "there are more kinds than terms");

static int64_t
life(const struct kind *k, const struct conf *conf)
{
	return k->days == FIXED ? k->seconds :
	    *(const int64_t *)((const char *)conf + k->days) * DAY;
}

size_t
sweep_terms(const struct conf *conf, struct sweep_term list[SWEEP_TERMS])
{
	for (size_t i = 0; i < KINDS; i++)
		list[i] = (struct sweep_term){ kinds[i].what, kinds[i].where,
		    life(&kinds[i], conf), kinds[i].from, kinds[i].key };
	return KINDS;
}

enum case_err
sweep(struct office *o, const struct conf *conf, int64_t now, int *removed)
{
	struct run r = { .o = o, .conf = conf, .now = now };
	enum case_err err = lease_take(o, "sweep", "", now, now + HOUR), first;

	first = err;
	for (size_t i = 0; i < KINDS && err == CASE_OK; i++) {
		enum case_err one;

		if (conf == NULL && kinds[i].days != FIXED)
			continue;
		r.before = now - life(&kinds[i], conf);
		one = kinds[i].sweep(&r);
		if (first == CASE_OK)
			first = one;
	}
	*removed = r.files;
	return first;
}
