/*
 * office.h - the office open in a process: the database, the server key, the
 * calendar and the SOP versions, each read once.
 *
 * This is the face of the room office.  Beside it the room knows units
 * (unit.h), the lists of SOPs (soplist.h), which months are closed (closed.h),
 * the brake on guessing (throttle.h), the frame around every administered
 * change (change.h), and how rows are read (row.h).  It does not know people,
 * cases or the time: `now` is given by the caller, everything else is had from
 * here.
 *
 *	struct office *o = office_open("/var/lib/sopap", DB_WRITE, why, size);
 *
 *	version = office_sop_version(o, "izin-tinggal", now);
 *	sop = office_sop(o, version);		lives as long as o
 *	cal = office_calendar_for(o, office_calendar_id(o), "jfu");
 *	...
 *	if (something is wrong)
 *		return office_fail(o, CASE_INVALID, "tanggal", "Isi tanggal");
 */
#pragma once

#include <stddef.h>
#include <stdint.h>

#include "store/db.h"

struct calendar;
struct change;
struct files;
struct office;
struct sop;

/* Results of the library; the web turns them into HTTP codes in one
 * place.  office_why() has the reason in words for the reader. */
enum case_err {
	CASE_OK,
	CASE_NOT_FOUND,		/* no such case, task, person ... */
	CASE_DENIED,		/* this person may not */
	CASE_CONFLICT,		/* the task changed since the page was made */
	CASE_STATE,		/* not possible in the state things are in */
	CASE_INVALID,		/* something given is wrong: office_field() */
	CASE_REPEATED,		/* the same form was sent before: all is done */
	CASE_BUSY,		/* the database is busy: try again */
	CASE_DB,		/* any other failure of the database */
	CASE__MAX
};

/* A result as an English word, for figures: "ok", "not_found", ... */
const char	*office_err_word(enum case_err);

#define CASE_CODE_LEN 12	/* characters of a tracking code */
#define CASE_KEY_SIZE 32	/* bytes of the server key */
/* The folder of the data folder in which a restore gathers the office, until
 * all of it is in its place. */
#define OFFICE_STAGE ".pemulihan"

/*
 * Open the office in folder `data`: DATA/office.db and the key DATA/key, which
 * must be the database's (office_key.h).  While it is open the folder is
 * locked, shared with others: nobody restores or upgrades the office meanwhile.
 * DB_UPGRADE locks it alone, and a database on a server against all hosts.  A
 * machine whose clock is not the database's is refused, but for the modes that
 * only look.
 * `data` NULL is an empty office in memory with a fixed key, for tests.
 * NULL on failure, reason in why.
 */
struct office	*office_open(const char *data, enum db_mode, char *why,
		    size_t whysize);
/* As office_open(), of an office whose database is on a server
 * (postgresql://...), unless that is "".  Its files are in the database, too,
 * unless `files` is "folder". */
struct office	*office_open_at(const char *data, const char *database,
		    const char *files, enum db_mode, char *why,
		    size_t whysize);
void		 office_close(struct office *);

struct db	*office_db(struct office *);
/* Its stored files (store/files.h); valid as long as the office. */
const struct files *office_files(const struct office *);

/* Why the key is not the right one, "" when it is.  Only an office opened with
 * DB_OLD or DB_STILL, to be looked at, may have a fault. */
const char	*office_key_fault(const struct office *);

/* The unit whose cases this office runs: the one without a parent; 0: none. */
int64_t		 office_unit(struct office *);

/* Its calendar, NULL before one was set; read once, and again by
 * office_fresh() when another version is in force: once per request or act.
 * A calendar lives until the office is closed. */
const struct calendar *office_calendar(struct office *);
int64_t		 office_calendar_id(struct office *);
/* A version of it, in force or not; NULL when there is none. */
const struct calendar *office_calendar_of(struct office *, int64_t id);
/* ... as it counts for a performer's tasks: with the outages of the unit its
 * roles belong to, and of the units that belongs to. */
const struct calendar *office_calendar_for(struct office *, int64_t id,
		    const char *performer);
void		 office_fresh(struct office *);

/* Put a calendar text in force as a new version; an event of the unit's
 * stream.  CASE_INVALID when it does not parse. */
enum case_err	 office_set_calendar(struct office *, const struct change *,
		    const char *yaml);
/* The text in force, for showing and editing; given, free() it. */
char		*office_calendar_text(struct office *);

/* An SOP version; NULL when there is none.  Lives as long as the office. */
const struct sop *office_sop(struct office *, int64_t version_id);
/* The version in force of a slug at an instant; 0 when there is none. */
int64_t		 office_sop_version(struct office *, const char *slug,
		    int64_t now);

/* Publish an SOP file as a new version, in force from now or from an instant
 * that lies ahead; the version before ends then, and one that was waiting for
 * its date never begins.  The same text again changes nothing (CASE_REPEATED).
 * CASE_INVALID: office_why() has the lines of sop_parse(). */
enum case_err	 office_publish(struct office *, const struct change *,
		    const char *file, const char *yaml, size_t len,
		    int64_t *version_id);
enum case_err	 office_publish_from(struct office *, const struct change *,
		    const char *file, const char *yaml, size_t len,
		    int64_t from, int64_t *version_id);

/* Put a text by for a trial (office/soplist.h): a version that is in force for
 * no moment.  The same text again is the same trial.  As office_publish(), but
 * for CASE_REPEATED. */
enum case_err	 office_publish_trial(struct office *, const struct change *,
		    const char *yaml, int64_t *version_id);

/* The SOP ends at an instant, no earlier than now; running cases keep their
 * version, and none that waits begins.  CASE_NOT_FOUND when no version of it is
 * in force. */
enum case_err	 office_withdraw_sop(struct office *, const struct change *,
		    const char *slug, int64_t at);

/* Drop the version that waits for its date, or the end that lies ahead: the one
 * in force goes on.  CASE_NOT_FOUND when nothing lies ahead. */
enum case_err	 office_drop_sop_plan(struct office *, const struct change *,
		    const char *slug);

/* The public code of a case, from its id and the server key; code needs
 * CASE_CODE_LEN + 1 bytes.  Lookup hash of a code as typed (spaces, dashes,
 * small letters allowed): 0, or -1 when it cannot be a code. */
void		 office_code(const struct office *, int64_t case_id,
		    char *code);
int		 office_code_hash(const struct office *, const char *typed,
		    char hash[65]);
/* Likewise one that is sent to the applicant and good in a quarter of an hour,
 * counted from 1970 (case/tracking.h). */
void		 office_proof_code(const struct office *, int64_t case_id,
		    int64_t quarter, char *code);
/* A code of the same letters and length that follows from nothing. */
void		 office_code_random(char *code);

/* Likewise the code that verifies a letter (letter/letter.h). */
void		 office_letter_code(const struct office *, int64_t letter_id,
		    char *code);
int		 office_letter_hash(const struct office *, const char *typed,
		    char hash[65]);

/* Sign a short text with the server key (hex HMAC), e.g. what a form
 * carries. */
void		 office_sign(const struct office *, const char *text,
		    char mac[65]);
/* The same for a token that is given out and belongs to an id: it stays when
 * the key is turned. */
void		 office_sign_of(const struct office *, int64_t id,
		    const char *text, char mac[65]);

/* Slugs of all roles, NULL-ended, as sop_parse() wants them. */
char		**office_roles(struct office *);
void		 office_roles_free(char **);

/* Hex SHA-256. */
void		 office_sha256(const void *, size_t, char hex[65]);

/* Why the last call failed, in Indonesian; which field it was about, or "". */
const char	*office_why(const struct office *);
const char	*office_field(const struct office *);

/* Note the reason of a failure and the field it is about, or "", for
 * office_why() and office_field(); returns `err`. */
__attribute__((format(printf, 4, 5)))
enum case_err	 office_fail(struct office *, enum case_err err,
		    const char *field, const char *fmt, ...);

/* Map a db_tx() result to a case_err. */
enum case_err	 office_err_tx(struct office *, int tx);

/* Next number of a running counter ("K-2026"), inside a transaction. */
int64_t		 office_count(struct office *, const char *counter);
