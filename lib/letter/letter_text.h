/*
 * letter_text.h - the text of a letter, as the office writes it: a file with a
 * head of `key: value` lines, a blank line, and paragraphs (sopap-letter(5)).
 *
 * Everything is checked before a text is used: an unknown key, variable or
 * mark, bad UTF-8, what is too long or missing, each as "file:line: reason"
 * (base/fault.h).
 */
#pragma once

#include <stddef.h>

#define LETTER_TEXT_MAX	(32 * 1024)	/* bytes of a file */
#define LETTER_COPIES	10		/* tembusan of a letter */

enum letter_kind {
	LETTER_REPLY,		/* balasan */
	LETTER_STATEMENT,	/* keterangan: one a person */
	LETTER_CERTIFICATE,	/* sertifikat: one a person, landscape */
	LETTER__MAX
};

enum letter_key {
	KEY_LETTER,		/* surat: balasan, keterangan, sertifikat */
	KEY_CLASS,		/* klasifikasi: "UM.01.01" */
	KEY_URGENCY,		/* sifat */
	KEY_ENCLOSED,		/* lampiran */
	KEY_SUBJECT,		/* hal; of the others the title */
	KEY_TO,			/* kepada */
	KEY_AT,			/* di */
	KEY_COPY,		/* tembusan: may stand several times */
	KEY__MAX
};

enum block_kind {
	BLOCK_TEXT,
	BLOCK_ITEM,		/* "- text" or "1. text" */
	BLOCK_PAIR,		/* "label :: text" */
	BLOCK_PEOPLE,		/* "@peserta": a table; of a reply */
	BLOCK_REFUSED,		/* "@ditolak": likewise, of who is refused */
	BLOCK_NAME		/* "@nama", large; of a certificate */
};

struct letter_block {
	enum block_kind	 kind;
	const char	*only;		/* variable that must not be empty, or
					   NULL */
	int		 empty;		/* ... must be empty instead */
	const char	*label;		/* of a pair; "1." or "-" of an item */
	const char	*text;		/* with variables */
};

struct letter_text {
	enum letter_kind	 kind;
	const char		*head[KEY__MAX];	/* "" when not given */
	const char		*copy[LETTER_COPIES];
	size_t			 ncopy;
	struct letter_block	*block;
	size_t			 nblock;
	void			*memory;
};

/* Read and check `len` bytes; `file` names them in faults.  NULL with all that
 * is wrong in why, a line each; given, letter_text_free(). */
struct letter_text	*letter_text_parse(const char *file, const char *text,
			    size_t len, char *why, size_t whysize);
void			 letter_text_free(struct letter_text *);

/* The variables a text may use, with what they are; ended by a NULL name. */
struct letter_variable {
	const char	*name;
	const char	*meaning;	/* Indonesian */
};
extern const struct letter_variable	 letter_text_variables[];
/* The name of {berkas} before 0.3.0: texts of an office may hold it. */
#define LETTER_TEXT_OLD_CASE "perkara"

/* A text with the values of its variables, as `value` gives them (never NULL)
 * for a name.  Given, free(); NULL when out of memory. */
char			*letter_text_fill(const char *text,
			    const char *(*value)(void *arg, const char *name),
			    void *arg);

/* "balasan", "keterangan", "sertifikat". */
const char		*letter_kind_slug(enum letter_kind);
