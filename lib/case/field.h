/*
 * field.h - one typed value of a form, checked and normalised.
 *
 * Typing is met leniently: spaces, dashes and dots in telephone numbers,
 * "januari", "aug" or "1" for a month, capitals or not.  What comes out is
 * one spelling per type:
 *
 *	teks, pilihan, surel	trimmed, one space between words
 *	paragraf		trimmed, lines kept
 *	angka			"1250000"
 *	tanggal			"2027-01-04"
 *	telepon			"+6281234567890"
 *	daftar-orang		"name; id; programme", one person a line
 *				(case/roster.h)
 *	pegawai			id of an active person of the office
 *	daftar-pegawai		such ids, one a line
 *	persetujuan		version of the text that was agreed to
 *	orang-ditolak		lines of an earlier row's list of persons
 *
 * Errors are sentences for the reader, in the words of the label.
 */
#pragma once

#include <stddef.h>
#include <stdint.h>

#include "office/office.h"
#include "sop/sop.h"

#define FIELD_ERROR_SIZE 320

struct field_error {
	const char	*field;		/* name; "" when about none */
	size_t		 row;		/* of a list of persons, from 1; or 0 */
	const char	*part;		/* end of the input's name: "-hari",
					   "-nomor"; or "" */
	char		 text[FIELD_ERROR_SIZE];
};

/* Check one typed value into out, which gets "" when it is empty and may be.
 * CASE_OK; CASE_INVALID, with the error noted; CASE_DB when out has less than
 * field_room(typed) bytes or an officer could not be looked up. */
enum case_err	 field_value(struct office *, const struct sop_field *,
		    const char *typed, char *out, size_t size,
		    struct field_error *);
/* Bytes that the normalised spelling of a value needs at most. */
size_t		 field_room(const char *typed);


/* The label inside a sentence: "nomor WhatsApp", "SKP"; returns buf. */
char		*field_label(const char *label, char *buf, size_t size);
