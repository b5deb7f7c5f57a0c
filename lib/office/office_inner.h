/*
 * office_inner.h - struct office from within.  For office.c, office_calendar.c,
 * office_code.c and office_key.c only: the server key is in it, and nothing
 * else may read that.
 */
#pragma once

#include "office/office.h"
#include "store/files.h"

struct calendar_version {
	int64_t		 id;
	int64_t		 unit;		/* 0: the office's, else of a unit */
	struct calendar	*cal;
};

struct sop_version {
	int64_t		 id;
	struct sop	*sop;
};

/* A key from before it was turned: it makes what belongs to older ids. */
struct old_key {
	unsigned char	 key[CASE_KEY_SIZE];
	int64_t		 until;		/* the first id that it does not make */
};
#define OLD_KEYS 16

struct office {
	struct db	*db;
	struct files	 files;
	int		 folder;	/* the data folder, locked; or -1 */
	unsigned char	 key[CASE_KEY_SIZE];
	struct old_key	 old[OLD_KEYS];	/* the latest first */
	size_t		 nold;
	struct calendar_version	*cal;	/* read so far; kept for strings */
	size_t		 ncal;
	int64_t		 cal_id;	/* in force; 0: none */
	struct sop_version *version;	/* read so far */
	size_t		 nversion;
	char		 why[2048];
	char		 field[64];
	char		 key_fault[1024];	/* "": the key is right */
};

/* Hex HMAC-SHA-256 with a key of a purpose and a text. */
void		 office_mac(const unsigned char key[CASE_KEY_SIZE],
		    const char *purpose, const char *text, char hex[65]);
