/*
 * words.h - one set of words for steps, people, states, times and files, on
 * every page and paper.
 *
 *	page_set(page, "WHO", words_performer(req, sop, row->performer));
 *	page_set(page, "SINCE", words_time(req, t->opened_at));
 *
 * A text that is made lives as long as the request.
 */
#pragma once

#include <stddef.h>
#include <stdint.h>

#include "case/case.h"
#include "sop/sop.h"

struct calendar;
struct format_time;
struct holder_row;
struct request;

/* The words of a kind of step. */
struct words_kind {
	const char	*verb;		/* asked: "Periksa dan telaah" */
	const char	*done;		/* gone on: "Diperiksa" */
	const char	*now;		/* under way: "Sedang diperiksa" */
	const char	*ahead;		/* to come, as the applicant reads it */
};

const struct words_kind	*words_kind(enum step_kind);
/* The verb alone. */
const char	*words_verb(enum step_kind);
/* The words in which a row asks for work: its short name, "Isi formulir SKP",
 * or the verb of its kind where its SOP gives it none; a task beside it
 * (`side`) tells the applicant, whatever the row is. */
const char	*words_asked(const struct sop_row *, int side);

/* The word for one run of the SOP, "usulan"; of a row that evaluates,
 * "evaluasi", whatever the SOP is. */
const char	*words_noun(const struct sop *, const struct sop_row *);
/* The same at the beginning of a sentence: "Usulan". */
const char	*words_noun_first(const struct request *, const struct sop *,
		    const struct sop_row *);

/* A row as a place: "langkah 3 dari 8"; of an evaluation "langkah 9, setiap
 * bulan". */
const char	*words_place(const struct request *, const struct sop *,
		    const struct sop_row *);

/* The printed name of a row's performer: of "same-as:1" that row's, of
 * "superior-of:7" the superior, of "a+b" both. */
const char	*words_performer(const struct request *, const struct sop *,
		    const char *expr);

/* The name of a person; "" of nobody. */
const char	*words_person(const struct request *, int64_t id);

/* "Plh. " or "Plt. " before a name, or "". */
const char	*words_capacity(const char *capacity);

/* The roles of a person among n holders: "Plh. Kadivmin, Kabag Program"; with
 * `acting`, only those that stand in for their holder. */
const char	*words_roles(const struct request *, const struct holder_row *,
		    size_t n, int64_t person, int acting);

/* "Menunggu", "Diproses", "Dikembalikan", "Selesai", "Ditolak", "Dibatalkan"
 * of a case, by its open task (NULL: none). */
const char	*words_state(const struct case_row *, const struct task_row *);

/* The decision on a request: "Disetujui", "Disetujui untuk 3 dari 5 peserta",
 * "Ditolak"; "Selesai" of one that ended without any. */
const char	*words_decision(const struct request *,
		    const struct case_row *);

/* The tracking code as it is printed, "K7QM-2F9D-XW4T". */
const char	*words_code(const struct request *, int64_t case_id);

/* An instant (seconds UTC) in parts, as format.h wants it. */
void		 words_local_time(const struct calendar *, int64_t at,
		    struct format_time *);

/* "24 November 2026, 11.02 WIB" and "24 Nov, 11.02" in office time. */
const char	*words_time(const struct request *, int64_t at);
const char	*words_time_short(const struct request *, int64_t at);

/* "2025-12-15" as people read it; any other text as it is. */
const char	*words_date(const struct request *, const char *iso);

/* A recorded value as people read it: a choice's label, a long date, an
 * officer's name, a telephone number in groups. */
const char	*words_field(const struct request *, const struct sop_field *,
		    const char *value);

/* "surat.pdf (PDF, 312 kB)". */
const char	*words_file(const struct request *, const char *name,
		    const char *type, int64_t size);

/* The electronic signatures of a file: *n texts, one for each and one that says
 * what was not checked; NULL and 0 when the file has none. */
const char *const *words_signatures(const struct request *, const char *sha256,
		    size_t *n);

/* A warning to an official of what a file does by itself when it is opened;
 * NULL when it only shows itself. */
const char	*words_active(const struct request *, const char *sha256);

/* The reason that a file is in quarantine; NULL when it is not. */
const char	*words_quarantine(const struct request *, const char *sha256);

/* A text in the language of the page, for a paper that goes with it; in another
 * language, for what leaves the office from a page of its own. */
const char	*words_said(const struct request *, const char *text);
const char	*words_said_in(const struct request *, const char *language,
		    const char *text);
