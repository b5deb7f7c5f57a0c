/* rolefile-t.c - the units and roles an office begins with. */
#include <string.h>

#include "sop/rolefile.h"
#include "tests/slurp.h"

/* Each text is wrong in one way, and refused with exactly this line. */
static const struct bad {
	const char	*what;
	const char	*text;
	const char	*why;
} bad[] = {
	{ "unknown key",
	    "unit: [{ kode: a, nama: A }]\n"
	    "peran: [{ kode: r, nama: R, jenis: kantor, unit: a, x: y }]\n",
	    "F:2: peran[1].x: kunci tidak dikenal\n" },
	{ "no roles",
	    "unit: [{ kode: a, nama: A }]\nperan: []\n",
	    "F:2: peran: daftar ini kosong\n" },
	{ "a unit twice",
	    "unit:\n  - { kode: a, nama: A }\n  - { kode: a, nama: B }\n"
	    "peran: [{ kode: r, nama: R, jenis: kantor, unit: a }]\n",
	    "F:3: unit[2].kode: \"a\" sudah ada\n" },
	{ "a parent that comes later",
	    "unit:\n  - kode: a\n    nama: A\n    induk: b\n"
	    "  - { kode: b, nama: B }\n"
	    "peran: [{ kode: r, nama: R, jenis: kantor, unit: a }]\n",
	    "F:4: unit[1].induk: \"b\" tidak ada di antara unit "
	    "sebelumnya\n" },
	{ "a role twice",
	    "unit: [{ kode: a, nama: A }]\n"
	    "peran:\n  - { kode: r, nama: R, jenis: kantor, unit: a }\n"
	    "  - { kode: r, nama: S, jenis: kantor, unit: a }\n",
	    "F:4: peran[2].kode: \"r\" sudah ada\n" },
	{ "a role of no unit",
	    "unit: [{ kode: a, nama: A }]\n"
	    "peran: [{ kode: r, nama: R, jenis: kantor, unit: b }]\n",
	    "F:2: peran[1].unit: \"b\" tidak dikenal\n" },
	{ "a kind that is none",
	    "unit: [{ kode: a, nama: A }]\n"
	    "peran: [{ kode: r, nama: R, jenis: tamu, unit: a }]\n",
	    "F:2: peran[1].jenis: \"tamu\" tidak dikenal: harus kantor, "
	    "eksternal atau sistem\n" },
	{ "neither yes nor no",
	    "unit: [{ kode: a, nama: A }]\n"
	    "peran:\n  - kode: r\n    nama: R\n    jenis: kantor\n"
	    "    tunggal: yes\n    unit: a\n",
	    "F:6: peran[1].tunggal: \"yes\" tidak dikenal: harus ya atau "
	    "tidak\n" },
	{ "several roles, one of them unknown",
	    "unit: [{ kode: a, nama: A }]\n"
	    "peran: [{ kode: r, nama: R, jenis: kantor, unit: a }]\n"
	    "gabungan:\n  - { peran: r|s, nama: R/S }\n",
	    "F:4: gabungan[1].peran: \"r|s\" menyebut peran yang tidak ada\n" },
};

static void
refuses(const struct bad *b)
{
	struct rolefile *file;
	char why[500];

	file = rolefile_parse("F", b->text, strlen(b->text), why,
	    sizeof(why));
	is_string(file == NULL ? b->why : "(read)", why, "%s", b->what);
	rolefile_free(file);
}

static const struct rolefile_role *
role(const struct rolefile *file, const char *slug)
{
	size_t i;

	for (i = 0; i < file->nrole; i++)
		if (strcmp(file->role[i].slug, slug) == 0)
			return &file->role[i];
	bail(slug);
	return NULL;
}

static void
holds_the_shipped_roles(const struct rolefile *file)
{
	size_t i, single = 0;

	is_int(6, file->nunit, "six units");
	is_string("kanwil-sumsel", file->unit[0].slug, "...the first");
	ok(file->unit[0].parent == NULL, "...is the highest");
	is_string("divisi-administrasi", file->unit[2].parent,
	    "...the subsection belongs to its division");
	is_int(28, file->nrole, "28 roles");
	for (i = 0; i < file->nrole; i++)
		single += (size_t)file->role[i].single;
	is_int(7, single, "...seven with a single holder");
	is_string(file->role[27].slug, file->slugs[27],
	    "...their slugs in the same order");
	ok(file->slugs[28] == NULL, "...and an end");
	is_int(ROLE_EXTERNAL, role(file, "pemohon")->kind, "applicant");
	is_int(ROLE_SYSTEM, role(file, "layanan")->kind, "system");
	is_int(ROLE_OFFICE, role(file, "kakanwil")->kind, "office");
	is_int(1, role(file, "kakanwil")->single, "...a single holder");
	is_int(0, role(file, "jfu")->single, "JFU are many");
}

int
main(void)
{
	struct rolefile *file;
	char why[1000], *text;
	size_t len, i;

	text = slurp("lib/sop/peran.yaml", &len);
	file = rolefile_parse("peran.yaml", text, len, why, sizeof(why));
	if (file == NULL)
		bail(why);
	free(text);
	holds_the_shipped_roles(file);
	rolefile_free(file);
	for (i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		refuses(&bad[i]);
	return tap_done();
}
