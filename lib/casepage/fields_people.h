/*
 * fields_people.h - a list of persons on a page: three inputs for each, rows
 * added and taken away, a list pasted; and, checked, as a table.
 *
 * It works without a script.  Its buttons send the whole form; the page comes
 * back with one row more or less, or with the pasted ones, and nothing that
 * was typed is lost or judged before it is sent for good:
 *
 *	NAME-3-nama NAME-3-nomor NAME-3-prodi	inputs of row 3
 *	NAME-tambah NAME-hapus=3 NAME-masukkan	the buttons
 *	NAME-tempel				the text to be pasted
 *
 * fields_input() makes one value of them, NAME, a line for each row
 * (case/roster.h).
 */
#pragma once

#include "casepage/fields.h"

/* Is a name of the form one of a list of persons of this row? */
int	 fields_people_is_part(const struct sop_row *, const char *name);

/* Make the value of a list out of its parts, with questions about what was
 * pasted; nothing when the form has none of them. */
void	 fields_people_take(const struct request *, const struct sop_field *,
	    struct field_input *, struct act_value *value);

/* Was one of the buttons pressed, so that the form is only shown again? */
int	 fields_people_pressed(const struct request *, const struct sop_row *);

/* Show the inputs of a list: IS_PEOPLE of field.tpl. */
void	 fields_people_show(const struct request *, struct page *,
	    const struct sop_field *, const struct fields_state *);

/* Show a checked list as a table: people.tpl in the include TABLE. */
void	 fields_people_table(const struct request *, struct page *,
	    const char *caption, const char *value);

/* The same with what was decided of each: `refused` is a line for each of
 * those refused, NULL while nobody has decided; all are with `all`.  `closed`:
 * the table has to be opened. */
struct fields_people_decided {
	const char	*refused;
	int		 all, closed;
};
void	 fields_people_decided(const struct request *, struct page *,
	    const char *caption, const char *value,
	    const struct fields_people_decided *);

/* Show the list of an earlier row as a closed table with a box beside each
 * person, to be refused: IS_REFUSED of field.tpl. */
void	 fields_people_refuse(const struct request *, struct page *,
	    const struct sop_field *, const struct fields_state *);
