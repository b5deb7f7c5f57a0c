/*
 * field_type.h - the types a field of a form can have.
 *
 * A new type is a line here and in field_type.c; its rules in sopcheck.c; the
 * check of its values in case/field.c and case/field_form.c; its input and how
 * it is shown in casepage/fields.c (with a section in field.tpl); an answer
 * for simulated forms in tool/sim/sim_form.c; and its place in sopap-sop(5).
 */
#pragma once

enum field_type {
	FIELD_TEXT,		/* teks: one line */
	FIELD_PARAGRAPH,	/* paragraf */
	FIELD_NUMBER,		/* angka: whole number, min .. max */
	FIELD_DATE,		/* tanggal */
	FIELD_CHOICE,		/* pilihan */
	FIELD_PHONE,		/* telepon: kept as "+" and the country's */
	FIELD_EMAIL,		/* surel */
	FIELD_PEOPLE,		/* daftar-orang: kept as one person a line,
				   "name; id; programme" */
	FIELD_OFFICER,		/* pegawai: a person of the office */
	FIELD_OFFICERS,		/* daftar-pegawai: people of the unit, an id a
				   line */
	FIELD_FILE,		/* dokumen */
	FIELD_CONSENT,		/* persetujuan: a box that has to be ticked; its
				   one choice is version and text */
	FIELD_REFUSED,		/* orang-ditolak: persons of a list of an
				   earlier row, as its lines, who are refused */
	FIELD__MAX
};

/* The word of an SOP file, "daftar-orang"; and the type of a word, -1 when
 * there is none. */
const char	*field_type_slug(enum field_type);
int		 field_type_from(const char *slug);
