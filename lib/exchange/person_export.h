/*
 * person_export.h - everything that is kept about one person, in a folder: for
 * the person, whose right it is (UU 27/2022 art. 7), after an official has
 * looked at it.
 *
 *	const char *const words[] = { "Rina Astuti", "0812...", NULL };
 *
 *	person_export(o, words, "/srv/rina", now, &found);
 *
 * The person is known by words: a name, a number (NIM, passport), a telephone
 * number, a mail address.  data.json has what holds one of them, by its kind;
 * dokumen/ the files of cases whose applicant it is.  Of a case of somebody
 * else only the lines that hold a word are taken: a list of participants has
 * others in it.
 */
#pragma once

#include <stdint.h>

#include "office/office.h"

#define PERSON_EXPORT_WORD 4	/* characters that a word has at least */

/* Write the folder, which must not be there; *found counts what is in it.
 * CASE_OK; CASE_INVALID for a word that is too short, CASE_STATE for the
 * folder, both with the reason; CASE_DB. */
enum case_err	 person_export(struct office *, const char *const *words,
		    const char *folder, int64_t now, int64_t *found);
