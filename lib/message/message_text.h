/*
 * message_text.h - the texts of messages to applicants, in Indonesian and
 * English: those that are shipped, and those that the office has put in their
 * place.
 *
 * A text has placeholders, {nomor}; each has those it may use and those it
 * must not lose, as a message without its code helps nobody.  A version that
 * was in force is never changed; the newest counts.  wording.h makes messages
 * of them.
 */
#pragma once

#include <stddef.h>
#include <stdint.h>

#include "office/change.h"

#define MESSAGE_TEXT_MAX 500	/* characters of a text */
#define MESSAGE_TEXT_SIZE (4 * MESSAGE_TEXT_MAX + 1)

enum message_text {
	TEXT_CONFIRMED, TEXT_RETURNED, TEXT_READY, TEXT_DONE, TEXT_LAPSED,
	TEXT_MEND, TEXT_MEND_BY, TEXT_FETCH, TEXT_COME, TEXT_ACT,
	TEXT_NOTICE, TEXT_SUBJECT, TEXT_GREETING, TEXT_NAMELESS, TEXT_LINK,
	TEXT_SEEN, TEXT_THANKS,
	TEXT_PROCESSED, TEXT_ACCEPTED, TEXT_PARTLY, TEXT_REFUSED,
	TEXT__MAX
};

struct message_text_kind {
	const char	*name;		/* in addresses: "diterima" */
	const char	*title;		/* when it is sent */
	const char	*shipped[2];	/* Indonesian, English */
	const char	*fields;	/* placeholders: "nomor kode" */
	const char	*needs;		/* of these it must have */
};
extern const struct message_text_kind message_texts[TEXT__MAX];

/* A placeholder in words, and what stands in its place in a sample. */
struct message_text_field {
	const char	*name, *meaning;
	const char	*example[2];
};
extern const struct message_text_field message_text_fields[];	/* NULL ends */

/* The texts to be used: the office's, with one that is only tried in place of
 * its own.  o NULL: as shipped. */
struct message_source {
	struct office	*o;
	enum message_text kind;		/* with `tried` */
	const char	*tried[2];	/* NULL: none */
};

/* The text of a kind in "en", or any other language in Indonesian. */
void		 message_text_get(const struct message_source *,
		    enum message_text, const char *language,
		    char buf[MESSAGE_TEXT_SIZE]);

/* Put values into the placeholders of a text. */
struct message_value {
	const char	*name, *value;	/* NULL ends */
};
void		 message_text_fill(const char *text,
		    const struct message_value *, char *buf, size_t size);

/* May a kind use this placeholder?  1 or 0. */
int		 message_text_may(enum message_text, const char *field);

/* The kind of a name; TEXT__MAX when there is none. */
enum message_text message_text_from(const char *name);

/*
 * The office's texts of a kind take effect, in both languages; or, with NULL,
 * the shipped ones do again.  CASE_INVALID: office_field() is "text" or
 * "text_en": empty, a placeholder that the kind has not, one that is
 * missing, a brace alone.  CASE_REPEATED, CASE_DB.
 */
enum case_err	 message_text_set(struct office *, const struct change *,
		    enum message_text, const char *const text[2]);

/* The versions of a kind, the newest first; given, free() *rows. */
struct message_text_version {
	int64_t	version, shipped;
	int64_t	made_at, made_by;
};
enum case_err	 message_text_list(struct office *, enum message_text,
		    struct message_text_version **rows, size_t *count);
/* How many kinds are not as shipped. */
int64_t		 message_text_own(struct office *);
