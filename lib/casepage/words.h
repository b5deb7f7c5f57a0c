/*
 * words.h - one set of words for steps, performers and states everywhere.
 */
#ifndef CASEPAGE_WORDS_H
#define CASEPAGE_WORDS_H

#include <stdint.h>

#include "case/case.h"
#include "sop/sop.h"

struct request;

/* What is asked, verb first: "Periksa dan telaah". */
const char	*words_verb(enum step_kind);

/* Printed name of whoever does a row: of "same-as:1" that row's performer,
 * of "superior-of:7" the superior, of "a+b" both.  Lives with the request. */
const char	*words_performer(const struct request *, const struct sop *,
		    const char *expr);

/* A row as a place: "langkah 3 dari 8". */
const char	*words_place(const struct request *, const struct sop *,
		    const struct sop_row *);

/* "Menunggu", "Diproses", "Dikembalikan", "Selesai", "Ditolak", "Dibatalkan"
 * of a case, by its open task (NULL: none). */
const char	*words_state(const struct case_row *, const struct task_row *);

/* "Plh. " or "Plt. " before a name, or "". */
const char	*words_capacity(const char *capacity);

/* A text in the language of the page, for a paper that goes with it. */
const char	*words_said(const struct request *, const char *text);

/* "24 November 2026, 11.02 WIB" and "24 Nov, 11.02" in office time. */
const char	*words_time(const struct request *, int64_t at);
const char	*words_time_short(const struct request *, int64_t at);

#endif
