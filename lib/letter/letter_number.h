/*
 * letter_number.h - numbers of letters: the next of a unit's year by the
 * pattern of its letterhead, or one that was typed.
 */
#pragma once

#include <stddef.h>
#include <stdint.h>

#include "letter/letter.h"

struct letterhead;

struct letter_order {
	const char	*kind;		/* balasan, keterangan, sertifikat */
	const char	*subject;
	const char	*dated;		/* "2025-12-15" */
	const char	*addressee;	/* NULL: the holder */
	const char *const *holder;	/* a letter each */
	const int64_t	*person;	/* which of the case's persons each is,
					   ascending; NULL: all of them */
	size_t		 n;		/* 1 .. LETTER_HOLDERS */
	const char	*typed;		/* number given elsewhere, for n = 1; or
					   NULL: the next one by the pattern */
	/* The n-th number of the year in words: 0, or -1 when too long. */
	int		(*number)(void *arg, int64_t n, char *buf,
			    size_t size);
	void		*arg;
};

/*
 * Reserve a number for each holder, at a draft or approve row that the actor
 * has claimed; row[] has room for order->n.  A letter of this case, kind and
 * person that is prepared or in force hands its number on, unless another is
 * typed or the year is another.  CASE_INVALID (field "nomor_surat") when the
 * typed one belongs to another letter or the pattern makes too long a number,
 * (field "peserta") for too few or too many holders; CASE_STATE when the task
 * is not the actor's.
 */
enum case_err	 letter_reserve(struct office *, struct act *,
		    const struct letter_order *, struct letter_row *row);

/* Write the number of a letter by the letterhead's pattern: {urut} becomes n
 * (four digits at least), {klasifikasi} the class, or the letterhead's when it
 * is "", {tahun} and {bulan} ("XII") those of the day ("2025-12-15").  0, or -1
 * when it does not fit. */
int		 letter_number_write(const struct letterhead *,
		    const char *class_, int64_t n, const char *day, char *buf,
		    size_t size);
