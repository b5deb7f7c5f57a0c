/*
 * editor_row.c - one row of a draft as one form, with the flowchart beside it
 * as it would be; a row that is added, a row that is removed.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/number.h"
#include "case/act.h"
#include "casepage/words.h"
#include "cgi-bin/admin/admin.h"
#include "cgi-bin/admin/choice.h"
#include "cgi-bin/admin/editor.h"
#include "cgi-bin/admin/editor_fault.h"
#include "cgi-bin/admin/form.h"
#include "cgi-bin/admin/list.h"
#include "office/party.h"
#include "page/page.h"
#include "people/role.h"
#include "sop/sop_sketch.h"
#include "sop/sop_tree.h"
#include "web/form.h"
#include "web/reply.h"
#include "web/request.h"

#define FIELDS_MAX 120
#define WAYS_MAX 60		/* values of all choices of a row */
#define AFTER "sesudah"		/* a new row comes behind this one */
#define PREVIEW "pratinjau"

/* A value of a choice of the row, and the row it leads to. */
struct way {
	int		 field, choice;	/* places in the row's form */
	const char	*name;		/* of the field of this page */
};

struct row_page {
	struct editor		*e;
	const struct sop	*sketch;	/* as the draft stands */
	int			 pos;
	int			 is_new;
	struct sop_field	*field;
	size_t			 nfield;
	struct act_value	*now;
	size_t			 nnow;
	struct way		*way;
	size_t			 nway;
};

/* The values of one key each, by the name of their field. */
static const struct { const char *name, *key; } simple[] = {
	{ "kegiatan", "kegiatan" }, { "singkat", "singkat" },
	{ "jenis", "jenis" }, { "kelengkapan", "kelengkapan" },
	{ "keluaran", "keluaran" }, { "keterangan", "keterangan" },
	{ "tolak", "tolak" }, { "luar", "luar" },
	{ "ukur", "waktu.ukur" }, { "antre", "waktu.antre" },
	{ "hadir", "mulai" }, { "peserta", "peserta" },
	{ "ditunjuk", "ditunjuk" }, { "tiap", "tiap" },
	{ "cadangan", "cadangan" }, { "nomor", "no" },
	{ "perbaikan", "kegiatan_perbaikan" }, { "bacaan", "catatan" },
};
#define SIMPLE (sizeof(simple) / sizeof(simple[0]))

static const struct sop_choice kinds[] = {
	{ "submit", "Permohonan" }, { "review", "Pemeriksaan" },
	{ "assign", "Disposisi" }, { "draft", "Penyusunan konsep" },
	{ "approve", "Persetujuan" }, { "deliver", "Penyerahan" },
	{ "download", "Pengunduhan" }, { "notify", "Pemberitahuan" },
	{ "record", "Pencatatan" }, { "archive", "Pengarsipan" },
	{ "evaluate", "Evaluasi bulanan" },
};
#define KINDS (sizeof(kinds) / sizeof(kinds[0]))

static const char *const kind_hint[KINDS] = {
	"Formulir diisi dan dokumennya dikirim.",
	"Lengkap dan benar? Diteruskan, dikembalikan, atau ditolak.",
	"Perintah kepada pelaksana berikutnya.",
	"Naskah ditulis atau diunggah.",
	"Disetujui dan ditandatangani, dikembalikan, atau ditolak.",
	"Hasil diserahkan atau diunggah.",
	"Penerima mengambil hasilnya.",
	"Pesan disampaikan.",
	"Sesuatu yang terjadi di luar aplikasi dicatat.",
	"Disimpan sebagai arsip, dan selesai.",
	"Terbuka sendiri setiap bulan, di luar jalannya berkas.",
};

/* -- its fields ------------------------------------------------------------ */

static void
add_now(struct row_page *p, const char *name, const char *value)
{
	p->now[p->nnow++] = (struct act_value){ name, value };
}

/* The value under a key of the row; "" of a new one. */
static const char *
value_of(const struct row_page *p, const char *key)
{
	return p->is_new ? "" : editor_get(p->e, "langkah[%d].%s", p->pos,
	    key);
}

static struct sop_field *
add(struct row_page *p, const struct sop_field *f)
{
	struct sop_field *own = &p->field[p->nfield++];

	*own = *f;
	for (size_t i = 0; i < SIMPLE; i++)
		if (strcmp(simple[i].name, f->name) == 0)
			add_now(p, f->name, value_of(p, simple[i].key));
	return own;
}

/* Choices that grow by one each. */
static void
offer(const struct row_page *p, struct sop_field *f, const char *value,
    const char *label)
{
	struct sop_choice *more = arena_alloc(p->e->req->arena,
	    (f->nchoice + 1) * sizeof(*more));

	if (f->nchoice > 0)
		memcpy(more, f->choice, f->nchoice * sizeof(*more));
	more[f->nchoice++] = (struct sop_choice){
	    arena_strdup(p->e->req->arena, value),
	    arena_strdup(p->e->req->arena, label) };
	f->choice = more;
}

/* The value that stands there can be kept, whatever it is. */
static void
offer_now(const struct row_page *p, struct sop_field *f, const char *value)
{
	for (size_t i = 0; i < f->nchoice; i++)
		if (strcmp(f->choice[i].value, value) == 0)
			return;
	if (*value != '\0')
		offer(p, f, value, words_performer(p->e->req, p->sketch,
		    value));
}

static void
offer_roles(const struct row_page *p, struct sop_field *f)
{
	struct role_row *rows;
	size_t n;

	if (role_list(p->e->req->office, p->e->req->now, &rows, &n) !=
	    CASE_OK)
		return;
	for (size_t i = 0; i < n; i++)
		offer(p, f, rows[i].slug, rows[i].name);
	free(rows);
}

static const char *
row_words(const struct row_page *p, int pos)
{
	const struct sop_row *row = sop_row_at(p->sketch, pos);

	return arena_printf(p->e->req->arena, "Langkah %s: %s", row->no,
	    sop_row_short(row));
}

/* Rows between two places, by their numbers; `behind` comes behind a number. */
static void
offer_rows(const struct row_page *p, struct sop_field *f, int from, int to,
    const char *behind)
{
	for (int pos = from; pos <= to; pos++)
		if (pos != p->pos || p->is_new)
			offer(p, f, arena_printf(p->e->req->arena, "%s%s",
			    sop_row_at(p->sketch, pos)->no, behind),
			    arena_printf(p->e->req->arena, "%s%s",
			    row_words(p, pos), *behind != '\0' ?
			    ", lalu selesai" : ""));
}

/* -- who does it ----------------------------------------------------------- */

#define WHO_MAX 3
static const char *const who[WHO_MAX] = { "pelaksana", "pelaksana-2",
	"pelaksana-3" };

/* An expression taken apart: its performers, and what joins them. */
struct performers {
	const char	*one[WHO_MAX];
	const char	*join;		/* "|", "+", "setiap", or "" */
};

static struct performers
take_apart(const struct row_page *p, const char *expr)
{
	struct performers w = { { "", "", "" }, "" };
	char *rest = arena_strdup(p->e->req->arena, expr), *part;
	const char *join = strchr(expr, '+') != NULL ? "+" :
	    strchr(expr, '|') != NULL ? "|" : "";
	int n = 0;

	for (const char *c = expr; *join != '\0' && *c != '\0'; c++)
		n += *c == *join;
	w.one[0] = expr;
	if (strncmp(expr, "setiap:", 7) == 0) {
		w.one[0] = expr + 7;
		w.join = "setiap";
	} else if (n > 0 && n < WHO_MAX) {
		w.join = join;
		for (n = 0; (part = strsep(&rest, join)) != NULL; n++)
			w.one[n] = part;
	}
	return w;
}

static void
add_performer(struct row_page *p, const struct performers *w, int i)
{
	struct sop_field *f = add(p, &(struct sop_field){ .name = who[i],
	    .label = i == 0 ? "Pelaksana" : i == 1 ? "Pelaksana kedua" :
	    "Pelaksana ketiga", .type = FIELD_CHOICE, .required = i == 0 });
	struct request *req = p->e->req;

	offer_roles(p, f);
	for (int pos = 1; i == 0 && pos < p->pos; pos++) {
		const struct sop_row *row = sop_row_at(p->sketch, pos);

		offer(p, f, arena_printf(req->arena, "same-as:%s", row->no),
		    arena_printf(req->arena, "Yang mengerjakan langkah %s",
		    row->no));
		offer(p, f, arena_printf(req->arena, "superior-of:%s",
		    row->no), arena_printf(req->arena, "Atasan langsung yang "
		    "mengerjakan langkah %s", row->no));
	}
	offer_now(p, f, w->one[i]);
	add_now(p, who[i], w->one[i]);
}

static void
add_others(struct row_page *p, const struct performers *w)
{
	struct sop_field *f;

	add_performer(p, w, 1);
	add_performer(p, w, 2);
	f = add(p, &(struct sop_field){ .name = "cara", .label = "Bila lebih "
	    "dari satu", .type = FIELD_CHOICE });
	offer(p, f, "", "Hanya satu pelaksana");
	offer(p, f, "|", "Salah satu dari mereka");
	offer(p, f, "+", "Semuanya, masing-masing dengan tugasnya");
	offer(p, f, "setiap", "Setiap pemegang peran itu di unitnya");
	add_now(p, "cara", w->join);
}

/* -- where it leads -------------------------------------------------------- */

static void
add_returns(struct row_page *p)
{
	const char *lines = p->is_new ? "" : sop_tree_lines(p->e->tree,
	    editor_path(p->e, "langkah[%d].kembali.ke", p->pos));
	char *rest = arena_strdup(p->e->req->arena, lines), *line;
	struct sop_field *f;

	f = add(p, &(struct sop_field){ .name = "kembali", .label =
	    "Biasanya dikembalikan ke", .type = FIELD_CHOICE });
	if (p->pos <= 6)
		offer(p, f, "", "Tidak dikembalikan");
	offer_rows(p, f, 1, p->pos - 1, "");
	line = strsep(&rest, "\n");
	offer_now(p, f, line);
	add_now(p, "kembali", line);
	if (p->pos < 3)		/* there is no other */
		return;
	f = add(p, &(struct sop_field){ .name = "kembali-juga", .label =
	    "Boleh juga dikembalikan ke", .max = 200 });
	offer_rows(p, f, 1, p->pos - 1, "");
	while ((line = strsep(&rest, "\n")) != NULL)
		if (*line != '\0')
			add_now(p, "kembali-juga", line);
}

static void
add_refusal(struct row_page *p)
{
	struct sop_field *f = add(p, &(struct sop_field){ .name = "tolak",
	    .label = "Bila ditolak", .type = FIELD_CHOICE });
	int n = p->sketch->nrows;

	if (n - p->pos < 4)
		offer(p, f, "", "Tidak dapat ditolak");
	offer(p, f, "next", "Berjalan terus, dengan hasil ditolak");
	offer_rows(p, f, p->pos + !p->is_new, n, ",end");
	offer_now(p, f, value_of(p, "tolak"));
}

/* The row that a value leads to now; "" for the next. */
static const char *
way_now(const struct row_page *p, const char *value)
{
	int n = sop_tree_count(p->e->tree, editor_path(p->e,
	    "langkah[%d].cabang.ke", p->pos));

	for (int i = 1; i <= n; i++)
		if (strcmp(editor_get(p->e, "langkah[%d].cabang.ke[%d].nilai",
		    p->pos, i), value) == 0)
			return editor_get(p->e,
			    "langkah[%d].cabang.ke[%d].langkah", p->pos, i);
	return "";
}

static void
add_way(struct row_page *p, int field, int choice)
{
	const char *path = editor_path(p->e, "langkah[%d].isian[%d]", p->pos,
	    field);
	const char *name = arena_printf(p->e->req->arena, "ke-%d-%d", field,
	    choice);
	struct sop_field *f = add(p, &(struct sop_field){ .name = name,
	    .label = arena_printf(p->e->req->arena, "%s: %s, lalu ke",
	    editor_get(p->e, "%s.label", path),
	    editor_get(p->e, "%s.pilihan[%d].label", path, choice)),
	    .type = FIELD_CHOICE });

	if (p->sketch->nrows - p->pos < 4)
		offer(p, f, "", "Langkah sesudahnya");
	offer_rows(p, f, p->pos + 1, p->sketch->nrows, "");
	offer(p, f, SOP_END, "Selesai");
	p->way[p->nway++] = (struct way){ field, choice, name };
	add_now(p, name, strcmp(editor_get(p->e, "%s.nama", path),
	    value_of(p, "cabang.isian")) != 0 ? "" : way_now(p,
	    editor_get(p->e, "%s.pilihan[%d].nilai", path, choice)));
}

/* The choices of the row's form by which it may branch; none: no field. */
static void
add_branch(struct row_page *p)
{
	int n = p->is_new ? 0 : sop_tree_count(p->e->tree, editor_path(p->e,
	    "langkah[%d].isian", p->pos));
	struct sop_field *f = NULL;

	for (int i = 1; i <= n; i++) {
		if (strcmp(editor_get(p->e, "langkah[%d].isian[%d].jenis",
		    p->pos, i), "pilihan") != 0)
			continue;
		if (f == NULL) {
			f = add(p, &(struct sop_field){ .name = "cabang",
			    .label = "Bercabang menurut isian",
			    .type = FIELD_CHOICE });
			offer(p, f, "", "Tidak bercabang");
			add_now(p, "cabang", value_of(p, "cabang.isian"));
		}
		offer(p, f, editor_get(p->e, "langkah[%d].isian[%d].nama",
		    p->pos, i), editor_get(p->e,
		    "langkah[%d].isian[%d].label", p->pos, i));
	}
	for (int i = 1; f != NULL && i <= n; i++) {
		int m = strcmp(editor_get(p->e, "langkah[%d].isian[%d].jenis",
		    p->pos, i), "pilihan") != 0 ? 0 : sop_tree_count(
		    p->e->tree, editor_path(p->e,
		    "langkah[%d].isian[%d].pilihan", p->pos, i));

		for (int k = 1; k <= m && p->nway < WAYS_MAX; k++)
			add_way(p, i, k);
	}
}

static void
add_parties(struct row_page *p)
{
	struct party_row *list = NULL;
	struct sop_field *wait, *via, *time;
	size_t n = 0;

	wait = add(p, &(struct sop_field){ .name = "luar", .label = "Biasanya "
	    "menunggu", .type = FIELD_CHOICE, .help = "Pihak yang kadang "
	    "ditunggu ketika langkah ini dikerjakan." });
	via = add(p, &(struct sop_field){ .name = "lewat", .label = "Selalu "
	    "melewati", .type = FIELD_CHOICE });
	time = add(p, &(struct sop_field){ .name = "lewat-waktu",
	    .label = "Waktu di sana", .type = FIELD_CHOICE });
	if (party_list(p->e->req->office, &list, &n) != CASE_OK)
		return;
	if (n < 6) {
		offer(p, wait, "", "Tidak ada");
		offer(p, via, "", "Tidak ada");
	}
	for (size_t i = 0; i < n; i++) {
		offer(p, wait, list[i].slug, list[i].name);
		offer(p, via, list[i].slug, list[i].name);
	}
	free(list);
	offer_now(p, wait, value_of(p, "luar"));
	offer_now(p, via, value_of(p, "lewat.pihak"));
	add_now(p, "lewat", value_of(p, "lewat.pihak"));
	offer(p, time, "", "Tidak ada");
	offer(p, time, "di-luar", "Di luar waktu langkah: langkah selesai "
	    "dengan pengirimannya");
	offer(p, time, "termasuk", "Termasuk waktu langkah");
	add_now(p, "lewat-waktu", value_of(p, "lewat.waktu"));
}

/* Fields of earlier rows that name people of the office. */
static void
offer_officers(const struct row_page *p, struct sop_field *f)
{
	for (int pos = 1; pos < p->pos; pos++) {
		int n = sop_tree_count(p->e->tree, editor_path(p->e,
		    "langkah[%d].isian", pos));

		for (int i = 1; i <= n; i++)
			if (strstr(editor_get(p->e,
			    "langkah[%d].isian[%d].jenis", pos, i),
			    "pegawai") != NULL)
				offer(p, f, editor_get(p->e,
				    "langkah[%d].isian[%d].nama", pos, i),
				    editor_get(p->e,
				    "langkah[%d].isian[%d].label", pos, i));
	}
}

static void
add_rare(struct row_page *p)
{
	struct sop_field *f = add(p, &(struct sop_field){ .name = "ukur",
	    .label = "Yang diukur", .type = FIELD_CHOICE, .help = "Bila tidak "
	    "dipilih: menit dan jam selama dikerjakan, hari sejak diterima." });

	offer(p, f, "work", "Selama dikerjakan");
	offer(p, f, "turnaround", "Sejak diterima sampai selesai");
	offer(p, f, "elapsed", "Waktu nyata, siang dan malam");
	add(p, &(struct sop_field){ .name = "antre", .label = "Hari kerja "
	    "boleh mengantre", .type = FIELD_NUMBER, .min = 1, .max = 99,
	    .help = "Bila kosong: satu hari kerja." });
	f = add(p, &(struct sop_field){ .name = "hadir", .label = "Mulai "
	    "ketika", .type = FIELD_CHOICE });
	offer(p, f, "", "Berkas diterima");
	offer(p, f, "hadir", "Pemohon hadir");
	add(p, &(struct sop_field){ .name = "peserta", .label = "Peserta",
	    .max = 400, .help = "Siapa saja yang ikut, dengan kata bebas." });
	f = add(p, &(struct sop_field){ .name = "ditunjuk", .label =
	    "Hanya orang yang ditunjuk pada isian", .type = FIELD_CHOICE });
	if (*value_of(p, "ditunjuk") == '\0')
		offer(p, f, "", "Tidak ada");
	offer_officers(p, f);
	offer_now(p, f, value_of(p, "ditunjuk"));
	add(p, &(struct sop_field){ .name = "tiap", .label = "Satu berkas "
	    "anak untuk tiap", .max = 200, .help = "Kode peran, atau "
	    "same-as:2." });
	f = add(p, &(struct sop_field){ .name = "cadangan", .label =
	    "Bila sistem tidak dapat, dikerjakan", .type = FIELD_CHOICE });
	offer_roles(p, f);
	offer_now(p, f, value_of(p, "cadangan"));
	if (!p->is_new)
		add(p, &(struct sop_field){ .name = "nomor", .label =
		    "Nomor tercetak", .max = 8, .required = 1 });
	add(p, &(struct sop_field){ .name = "perbaikan", .label = "Kegiatan, "
	    "dengan salah ketik dibetulkan", .type = FIELD_PARAGRAPH,
	    .max = 4000 });
	add(p, &(struct sop_field){ .name = "bacaan", .label = "Catatan "
	    "pembacaan", .type = FIELD_PARAGRAPH, .max = 2000 });
}

static void
add_printed(struct row_page *p)
{
	static const struct sop_field time = { .name = "waktu", .required = 1,
	    .label = "Waktu", .max = 80, .help = "Misalnya 10-20 menit, 2 jam, "
	    "atau 1-2 hari. Tanda - bila tidak dibatasi." };
	struct performers w = take_apart(p, value_of(p, "pelaksana.peran"));

	add(p, &(struct sop_field){ .name = "kegiatan", .required = 1,
	    .label = "Kegiatan", .type = FIELD_PARAGRAPH, .max = 4000,
	    .help = "Kalimatnya seperti pada naskah." });
	add(p, &(struct sop_field){ .name = "singkat", .label = "Nama pendek",
	    .max = 40, .help = "Untuk grafik dan laporan: Telaah surat." });
	add_performer(p, &w, 0);
	add(p, &(struct sop_field){ .name = "jenis", .label = "Jenis langkah",
	    .type = FIELD_CHOICE, .choice = kinds, .nchoice = KINDS,
	    .required = 1 });
	add(p, &time);
	add_now(p, "waktu", value_of(p, "waktu.teks"));
	add(p, &(struct sop_field){ .name = "kelengkapan", .label =
	    "Kelengkapan", .max = 1000 });
	add(p, &(struct sop_field){ .name = "keluaran", .label = "Output",
	    .max = 1000 });
	add(p, &(struct sop_field){ .name = "keterangan", .label =
	    "Keterangan", .max = 1000 });
	add_returns(p);
	add_refusal(p);
	add_branch(p);
	add_parties(p);
	add_others(p, &w);
	add_rare(p);
}

static const struct edit_part parts[] = {
	{ "kembali", "Pengembalian dan penolakan", "Hanya untuk pemeriksaan, "
	    "persetujuan, dan pencatatan.", 1 },
	{ "cabang", "Cabang", NULL, 1 },
	{ "luar", "Pihak di luar kantor", NULL, 1 },
	{ "pelaksana-2", "Lebih dari satu pelaksana", NULL, 1 },
	{ "ukur", "Jarang dipakai", NULL, 1 },
	{ NULL, NULL, NULL, 0 }
};

/* -- shown in their own way ------------------------------------------------ */

/* The kinds, each explained in a sentence. */
static void
show_kinds(struct admin *a, struct page *form, const struct sop_field *f)
{
	const char *chosen = fields_value(&a->form.typed, f->name);
	const struct field_error *e = fields_error(&a->form.typed, f->name);
	struct page *p = page_include(form, "FIELDS", "field.tpl"), *box;

	page_set(p, "NAME", f->name);
	page_set(p, "LABEL", f->label);
	page_text(p, "ERROR", e != NULL ? e->text : NULL);
	box = page_add(page_add(p, "GROUP"), "IS_CHOICE");
	for (size_t i = 0; i < f->nchoice; i++) {
		struct page *item = page_add(box, "ITEMS");

		page_setf(item, "ID", i == 0 ? "%s" : "%s-%zu", f->name,
		    i + 1);
		page_set(item, "VALUE", f->choice[i].value);
		page_set(item, "TEXT", f->choice[i].label);
		page_text(item, "ITEM_HINT", kind_hint[i]);
		if (chosen != NULL && strcmp(chosen, f->choice[i].value) == 0)
			page_show(item, "CHOSEN");
	}
}

static int
show_field(struct admin *a, struct page *form, const struct sop_field *f)
{
	if (strcmp(f->name, "jenis") == 0)
		show_kinds(a, form, f);
	else if (strcmp(f->name, "kembali-juga") != 0)
		return 0;
	else
		fields_show_checks(a->req, form, "FIELDS", f, &a->form.typed);
	return 1;
}

/* -- taken into the tree --------------------------------------------------- */

static const char *
was(const struct row_page *p, const char *name)
{
	for (size_t i = 0; i < p->nnow; i++)
		if (strcmp(p->now[i].name, name) == 0)
			return p->now[i].value;
	return "";
}

/* Is it another value than before?  A text that was not touched keeps its every
 * blank. */
static int
is_changed(const struct admin *a, const char *name)
{
	const struct row_page *p = a->about;
	const char *typed = form_get(a->req, name);

	return typed != NULL && strcmp(typed, was(p, name)) != 0 &&
	    strcmp(admin_value(a, name), was(p, name)) != 0;
}

static void
put(const struct row_page *p, const char *key, const char *value)
{
	sop_tree_set(p->e->tree, editor_path(p->e, "langkah[%d].%s", p->pos,
	    key), value);
}

static void
put_performer(const struct admin *a)
{
	const struct row_page *p = a->about;
	const char *join = admin_value(a, "cara"), *expr;
	int changed = is_changed(a, "cara");

	for (int i = 0; i < WHO_MAX; i++)
		changed |= is_changed(a, who[i]);
	if (!changed)
		return;
	expr = strcmp(join, "setiap") == 0 ? arena_printf(a->req->arena,
	    "setiap:%s", admin_value(a, who[0])) : admin_value(a, who[0]);
	for (int i = 1; i < WHO_MAX; i++)
		if (strlen(join) < 2 && *admin_value(a, who[i]) != '\0')
			arena_append(a->req->arena, &expr, "%s%s",
			    *join != '\0' ? join : "|",
			    admin_value(a, who[i]));
	put(p, "pelaksana.peran", expr);
	put(p, "pelaksana.dasar", "text");
}

static void
put_returns(const struct admin *a)
{
	const struct row_page *p = a->about;
	const char *also[SOP_RETURNS_MAX];
	size_t n = form_all(a->req, "kembali-juga", also, SOP_RETURNS_MAX);
	const char *lines = admin_value(a, "kembali"), *usual = lines;
	const char *path = editor_path(p->e, "langkah[%d].kembali.ke",
	    p->pos);

	for (size_t i = 0; i < n && i < SOP_RETURNS_MAX; i++)
		if (strcmp(also[i], usual) != 0)
			arena_append(a->req->arena, &lines, "%s%s",
			    *lines != '\0' ? "\n" : "", also[i]);
	if (strcmp(sop_tree_lines(p->e->tree, path), lines) == 0)
		return;
	if (*lines == '\0') {
		put(p, "kembali", "");
		return;
	}
	sop_tree_set_lines(p->e->tree, path, lines);
	put(p, "kembali.dasar", "text");
}

static void
put_branch(const struct admin *a)
{
	const struct row_page *p = a->about;
	const char *name = admin_value(a, "cabang");
	int changed = is_changed(a, "cabang"), k = 0;

	for (size_t i = 0; i < p->nway; i++)
		changed |= is_changed(a, p->way[i].name);
	if (!changed)
		return;
	put(p, "cabang", "");
	if (*name == '\0')
		return;
	put(p, "cabang.isian", name);
	for (size_t i = 0; i < p->nway; i++) {
		const char *field = editor_path(p->e, "langkah[%d].isian[%d]",
		    p->pos, p->way[i].field);
		const char *to = admin_value(a, p->way[i].name);

		if (*to == '\0' || strcmp(editor_get(p->e, "%s.nama", field),
		    name) != 0)
			continue;
		k++;
		put(p, editor_path(p->e, "cabang.ke[%d].nilai", k),
		    editor_get(p->e, "%s.pilihan[%d].nilai", field,
		    p->way[i].choice));
		put(p, editor_path(p->e, "cabang.ke[%d].langkah", k), to);
	}
}

static void
put_via(const struct admin *a)
{
	const struct row_page *p = a->about;
	const char *via = admin_value(a, "lewat");
	const char *time = admin_value(a, "lewat-waktu");

	if (!is_changed(a, "lewat") && !is_changed(a, "lewat-waktu"))
		return;
	put(p, "lewat", "");
	if (*via == '\0')
		return;
	put(p, "lewat.pihak", via);
	put(p, "lewat.waktu", *time != '\0' ? time : "termasuk");
}

/* The row as it was sent: 0; -1 when its time is none. */
static int
put_row(const struct admin *a)
{
	const struct row_page *p = a->about;
	int rc = 0;

	if (p->is_new)
		sop_tree_add(p->e->tree, "langkah", p->pos);
	if (is_changed(a, "waktu"))
		rc = sop_tree_set_time(p->e->tree, p->pos,
		    admin_value(a, "waktu"));
	for (size_t i = 0; i < SIMPLE; i++)
		if (is_changed(a, simple[i].name))
			put(p, simple[i].key, admin_value(a, simple[i].name));
	put_performer(a);
	put_returns(a);
	put_branch(a);
	put_via(a);
	return rc;
}

/* Where the button that was pressed leads to. */
static const char *
next_page(const struct row_page *p)
{
	const struct request *req = p->e->req;

	if (*form_value(req, "berikut") != '\0')
		return arena_printf(req->arena, "%s/langkah/baru?" AFTER "=%d",
		    p->e->address, p->pos);
	if (*form_value(req, "isian") != '\0')
		return arena_printf(req->arena, "%s/isian",
		    editor_row_address(p->e, p->pos));
	return arena_printf(req->arena, "%s#langkah-%d", p->e->address,
	    p->pos);
}

static enum case_err
save(struct admin *a, const struct change *ch)
{
	const struct row_page *p = a->about;
	enum case_err err = editor_fresh(p->e);

	if (err != CASE_OK)
		return err;
	if (put_row(a) == -1) {
		admin_error(a, "waktu", "Tulis waktu seperti 10-20 menit, "
		    "2 jam, atau 1-2 hari");
		return CASE_INVALID;
	}
	a->after = next_page(p);
	return editor_save(p->e, ch);
}

static enum case_err
take_away(struct admin *a, const struct change *ch)
{
	const struct row_page *p = a->about;
	enum case_err err = editor_fresh(p->e);

	if (err != CASE_OK)
		return err;
	sop_tree_remove(p->e->tree, "langkah", p->pos);
	return editor_save(p->e, ch);
}

/* -- the page -------------------------------------------------------------- */

/* The flowchart as it would be. */
static void
fill(struct admin *a, struct page *body)
{
	const struct row_page *p = a->about;
	int typed = a->sent != NULL && a->sent == &a->edit[0];

	if (editor_fresh(p->e) != CASE_OK)
		return;
	if (typed)
		put_row(a);
	editor_chart(p->e, body, typed || !p->is_new ? p->pos : 0);
}

/* The row as it stands, for the check of versions. */
static const char *
row_text(const struct row_page *p)
{
	const char *text = "";

	for (size_t i = 0; i < p->nnow; i++)
		arena_append(p->e->req->arena, &text, "%s=%s\n",
		    p->now[i].name, p->now[i].value);
	return text;
}

static void
make_edits(struct admin *a, const struct row_page *p)
{
	static const struct edit_button more[] = {
		{ PREVIEW, "Pratinjau" },
		{ "isian", "Simpan, lalu isiannya" },
		{ "berikut", "Simpan, lalu langkah berikutnya" },
		{ NULL, NULL }
	};

	a->nedits = p->is_new ? 1 : 2;
	a->edit[0] = (struct edit){ .act = "simpan", .button = "Simpan langkah",
	    .done = "Langkah disimpan dalam rancangan.", .field = p->field,
	    .nfield = p->nfield, .now = p->now, .nnow = p->nnow, .same = 1,
	    .draft = 1, .part = parts, .more = more, .live = 1,
	    .show = show_field, .apply = save };
	if (!p->is_new)
		editor_fault_show(p->e, p->pos, &a->edit[0]);
	a->edit[1] = (struct edit){ .act = "hapus", .ends = 1,
	    .title = "Hapus langkah ini", .button = "Hapus langkah",
	    .question = "Hapus langkah ini dari rancangan?",
	    .done = "Langkah dihapus dari rancangan.", .same = 1,
	    .state = row_text(p), .apply = take_away };
}

/* The place in the address: "3", or "baru?sesudah=2".  0; -1: there is none. */
static int
find_place(struct row_page *p)
{
	const struct request *req = p->e->req;
	const char *segment = request_segment(req, 5);
	const char *after = request_query(req, AFTER);
	int n = p->sketch->nrows;
	int64_t pos = n;

	p->is_new = segment != NULL && strcmp(segment, LIST_NEW) == 0;
	if (p->is_new && after != NULL &&
	    number_parse(after, 0, n, &pos) == -1)
		pos = n;
	if (!p->is_new && (segment == NULL ||
	    number_parse(segment, 1, n, &pos) == -1))
		return -1;
	p->pos = (int)pos + p->is_new;
	segment = request_segment(req, 6);
	return segment == NULL || (!p->is_new && strcmp(segment, "isian") ==
	    0) ? 0 : -1;
}

int
admin_editor_row(struct editor *e)
{
	struct row_page p = { .e = e,
	    .sketch = sop_sketch(e->req->arena, e->tree) };
	struct admin a;

	if (find_place(&p) == -1)
		return reply_error(e->reply, e->req, 404, NULL);
	if (request_segment(e->req, 6) != NULL)
		return admin_editor_fields(e, p.pos);
	p.field = arena_alloc(e->req->arena, FIELDS_MAX * sizeof(*p.field));
	p.now = arena_alloc(e->req->arena, 2 * FIELDS_MAX * sizeof(*p.now));
	p.way = arena_alloc(e->req->arena, WAYS_MAX * sizeof(*p.way));
	add_printed(&p);
	editor_page(e, &a, p.is_new ? arena_printf(e->req->arena,
	    "langkah/" LIST_NEW "?" AFTER "=%d", p.pos - 1) :
	    arena_printf(e->req->arena, "langkah/%d", p.pos));
	a.about = &p;
	a.heading = p.is_new ? "Langkah baru" : arena_printf(e->req->arena,
	    "Langkah %s", sop_row_at(p.sketch, p.pos)->no);
	a.fill = fill;
	make_edits(&a, &p);
	return *form_value(e->req, PREVIEW) != '\0' ?
	    admin_look(&a, &a.edit[0]) : admin_page(&a);
}
