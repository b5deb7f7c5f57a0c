/* editor_fault.c - the faults of a draft, in words of its pages. */
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "cgi-bin/admin/admin.h"
#include "cgi-bin/admin/editor.h"
#include "cgi-bin/admin/editor_fault.h"
#include "cgi-bin/admin/form.h"
#include "sop/sop.h"
#include "sop/sop_tree.h"
#include "web/request.h"

#define FAULTS_MAX 160
#define WHY_SIZE 16384

struct faults {
	const struct editor	*e;
	struct editor_fault	*list;
	size_t			 n;
};

static void
add(struct faults *f, int row, const char *field, const char *text)
{
	if (f->n < FAULTS_MAX)
		f->list[f->n++] = (struct editor_fault){ row, field, text };
}

/* -- missing --------------------------------------------------------------- */

/* The values that no SOP may lack, with the fields of their pages. */
static const struct lack {
	const char	*path, *field, *text;
} of_identity[] = {
	{ "nama", "nama", "Isi nama pendek" },
	{ "judul", "judul", "Isi judul" },
	{ "sebutan", "sebutan", "Isi sebutan satu pelaksanaannya" },
	{ "disahkan.jabatan", "jabatan", "Isi jabatan yang mengesahkan" },
	{ "disahkan.nama", "pengesah", "Isi nama yang mengesahkan" },
	{ "pencatatan.judul", "judul-pencatatan", "Isi judul pencatatan" },
	{ "perihal_dari", "perihal", "Pilih isian langkah pertama yang menjadi "
	    "nama tiap berkas" },
}, of_row[] = {
	{ "kegiatan", "kegiatan", "Isi kegiatan" },
	{ "pelaksana.peran", "pelaksana", "Pilih pelaksana" },
	{ "jenis", "jenis", "Pilih jenis langkah" },
	{ "waktu.satuan", "waktu", "Isi waktu, seperti 10-20 menit" },
};

static void
find_missing(struct faults *f)
{
	const struct editor *e = f->e;
	int n = sop_tree_count(e->tree, "langkah");

	for (size_t i = 0; i < sizeof(of_identity) / sizeof(of_identity[0]);
	    i++)
		if (*sop_tree_get(e->tree, of_identity[i].path) == '\0')
			add(f, 0, of_identity[i].field, of_identity[i].text);
	if (sop_tree_count(e->tree, "kepala") == 0)
		add(f, 0, "kepala", "Isi kepala formulir");
	if (n == 0)
		add(f, 0, "langkah", "Tambahkan langkah pertama");
	for (int pos = 1; pos <= n; pos++)
		for (size_t i = 0; i < sizeof(of_row) / sizeof(of_row[0]); i++)
			if (*editor_get(e, "langkah[%d].%s", pos,
			    of_row[i].path) == '\0')
				add(f, pos, of_row[i].field, of_row[i].text);
}

/* -- not fitting ----------------------------------------------------------- */

/* Keys of a row whose fields have another name. */
static const struct { const char *key, *field; } renamed[] = {
	{ "isian", "isian" }, { "no", "nomor" }, { "mulai", "hadir" },
	{ "catatan", "bacaan" }, { "kegiatan_perbaikan", "perbaikan" },
	{ "waktu.ukur", "ukur" }, { "waktu.antre", "antre" },
	{ "lewat.waktu", "lewat-waktu" },
};

static const char *
row_field(const struct editor *e, const char *key)
{
	for (size_t i = 0; i < sizeof(renamed) / sizeof(renamed[0]); i++)
		if (strncmp(key, renamed[i].key, strlen(renamed[i].key)) == 0)
			return renamed[i].field;
	return arena_strndup(e->req->arena, key, strcspn(key, ".["));
}

static const char *
sentence(const struct editor *e, const char *text)
{
	char *own = arena_strdup(e->req->arena, text);

	own[0] = (char)toupper((unsigned char)own[0]);
	return own;
}

/* "SOP:12: langkah[3].kembali.ke: langkah 9 tidak ..." */
static void
add_line(struct faults *f, const char *line)
{
	const struct editor *e = f->e;
	const char *path = line, *text, *field;
	int number, used = 0, row = 0;

	if (sscanf(line, "SOP:%d: %n", &number, &used) == 1 && used > 0)
		path = line + used;
	if ((text = strstr(path, ": ")) == NULL) {
		add(f, 0, "nama", sentence(e, path));
		return;
	}
	path = arena_strndup(e->req->arena, path, (size_t)(text - path));
	text = sentence(e, text + 2);
	if (sscanf(path, "langkah[%d]%n", &row, &used) == 1 && row > 0) {
		add(f, row, path[used] == '.' ? row_field(e, path + used + 1) :
		    "kegiatan", text);
		return;
	}
	field = admin_editor_field(path);
	add(f, 0, field != NULL ? field : "nama", field != NULL ? text :
	    arena_printf(e->req->arena, "%s: %s", path, text));
}

static void
find_unfit(struct faults *f)
{
	const struct editor *e = f->e;
	const char *text = sop_tree_text(e->tree);
	char *why = arena_alloc(e->req->arena, WHY_SIZE), *line;
	char **roles = office_roles(e->req->office);
	struct sop *sop = sop_parse("SOP", text, strlen(text),
	    (const char *const *)roles, why, WHY_SIZE);

	office_roles_free(roles);
	if (sop != NULL) {
		sop_free(sop);
		return;
	}
	while ((line = strsep(&why, "\n")) != NULL)
		if (*line != '\0')
			add_line(f, line);
}

size_t
editor_fault_list(const struct editor *e, struct editor_fault **list)
{
	struct faults f = { .e = e };

	f.list = arena_alloc(e->req->arena, FAULTS_MAX * sizeof(*f.list));
	find_missing(&f);
	if (f.n == 0)
		find_unfit(&f);
	*list = f.list;
	return f.n;
}

void
editor_fault_show(const struct editor *e, int row, struct edit *edit)
{
	struct editor_fault *list;
	size_t n = editor_fault_list(e, &list);
	struct field_error *error = arena_alloc(e->req->arena,
	    (n + 1) * sizeof(*error));

	memset(error, 0, (n + 1) * sizeof(*error));
	for (size_t i = 0; i < n; i++) {
		struct field_error *to = &error[edit->nerror];

		if (list[i].row != row)
			continue;
		to->field = list[i].field;
		to->part = "";
		snprintf(to->text, sizeof(to->text), "%s", list[i].text);
		edit->nerror++;
	}
	edit->error = error;
}
