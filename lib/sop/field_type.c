/* field_type.c - the words of an SOP file for types of field. */

#include <string.h>

#include "sop/field_type.h"

#include "base/slug.h"

static const char *const types[FIELD__MAX] = {
	[FIELD_TEXT] = "teks",
	[FIELD_PARAGRAPH] = "paragraf",
	[FIELD_NUMBER] = "angka",
	[FIELD_DATE] = "tanggal",
	[FIELD_CHOICE] = "pilihan",
	[FIELD_PHONE] = "telepon",
	[FIELD_EMAIL] = "surel",
	[FIELD_PEOPLE] = "daftar-orang",
	[FIELD_OFFICER] = "pegawai",
	[FIELD_OFFICERS] = "daftar-pegawai",
	[FIELD_FILE] = "dokumen",
	[FIELD_CONSENT] = "persetujuan",
	[FIELD_REFUSED] = "orang-ditolak",
};

const char *
field_type_slug(enum field_type type)
{
	return types[type];
}

/* Files were called "berkas" up to 0.2.0, and versions of that time stay. */
int
field_type_from(const char *slug)
{
	if (strcmp(slug, "berkas") == 0)
		return FIELD_FILE;
	return slug_index(types, FIELD__MAX, slug);
}
