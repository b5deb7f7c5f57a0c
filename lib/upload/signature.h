/*
 * signature.h - the electronic signatures found in files, by the hash of the
 * file.  Who looked has said it all: nothing is known of the certificate but
 * the name in it.
 */
#pragma once

#include <stddef.h>
#include <stdint.h>

#include "office/office.h"

#define SIGNATURES_MAX 16		/* of one file that are kept */

enum signature_state {
	SIGNATURE_UNCHANGED,	/* the file is what was signed */
	SIGNATURE_EXTENDED,	/* what was signed, and more was added after */
	SIGNATURE_CHANGED,	/* not what was signed */
	SIGNATURE_UNKNOWN,	/* could not be found out */
	SIGNATURE__MAX
};

struct signature {
	char	signer[160];		/* "" when it is not known */
	int64_t	signed_at;		/* by the signer's clock; 0: unknown */
	enum signature_state state;
};

/* Note what was found in a file, instead of what was noted before. */
enum case_err	 signature_put(struct office *, const char *sha256,
		    const struct signature *, size_t count);

/* Forget those of files that are gone: they came in with forms that were given
 * up. */
enum case_err	 signature_sweep(struct office *);

/* In their order; given, free() *list. */
enum case_err	 signature_list(struct office *, const char *sha256,
		    struct signature **list, size_t *count);
