/*
 * editor_fields.c - the form of a row in a draft: the list of its fields, and a
 * field as one form: added, moved, bounded, removed.
 */
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/number.h"
#include "case/act.h"
#include "casepage/fields.h"
#include "cgi-bin/admin/admin.h"
#include "cgi-bin/admin/editor.h"
#include "cgi-bin/admin/editor_fault.h"
#include "cgi-bin/admin/form.h"
#include "cgi-bin/admin/list.h"
#include "page/page.h"
#include "sop/bound.h"
#include "sop/sop_tree.h"
#include "sop/sopcheck.h"
#include "web/form.h"
#include "web/frame.h"
#include "web/reply.h"
#include "web/request.h"
#include "web/route.h"
#include "web/table.h"

#define FIELDS_MAX	40	/* of this page */
#define NOW_MAX		60	/* values of them */
#define CHOICES_MAX	100	/* of a field */
#define DAY		"tanggal"	/* a bound that is a date itself */

struct field_page {
	struct editor		*e;
	int			 row, n;	/* places; of a new one, behind
						   the last */
	int			 is_new;
	const char		*path;		/* "langkah[1].isian[2]" */
	struct sop_field	 field[FIELDS_MAX];
	size_t			 nfield;
	struct act_value	 now[NOW_MAX];
	size_t			 nnow;
};

static const struct sop_choice types[] = {
	{ "teks", "Teks satu baris" }, { "paragraf", "Teks beberapa baris" },
	{ "angka", "Bilangan bulat" }, { "tanggal", "Tanggal" },
	{ "pilihan", "Satu dari beberapa pilihan" },
	{ "telepon", "Nomor telepon" }, { "surel", "Alamat surel" },
	{ "daftar-orang", "Daftar orang, dengan nomor dan programnya" },
	{ "pegawai", "Seorang pegawai" },
	{ "daftar-pegawai", "Beberapa pegawai" }, { "dokumen", "Dokumen" },
	{ "persetujuan", "Persetujuan yang dicentang" },
	{ "orang-ditolak", "Orang yang ditolak dari sebuah daftar" },
};
static const struct sop_choice needs[] = {
	{ "", "Boleh dikosongkan" }, { "ya", "Wajib diisi" },
};
static const struct sop_choice yes[] = { { "", "Tidak" }, { "ya", "Ya" } };
static const struct sop_choice formats[] = {
	{ "pdf", "PDF" }, { "foto", "Foto" }, { "word", "Word" },
	{ "excel", "Excel" }, { "powerpoint", "PowerPoint" },
	{ "opendocument", "OpenDocument" },
};
static const struct sop_choice persons[] = {
	{ "nomor", "Nomor induk" }, { "program", "Program studi" },
};

#define OF(list) .choice = (list), .nchoice = sizeof(list) / sizeof((list)[0])

/* The values of one key each, with the fields that show them. */
static const struct { struct sop_field field; const char *key; } simple[] = {
	{ { .name = "label", .label = "Pertanyaan", .required = 1, .max = 300,
	    .help = "Seperti dibaca yang mengisi: Tanggal surat." }, "label" },
	{ { .name = "jenis", .label = "Jenis isian", .required = 1,
	    .type = FIELD_CHOICE, OF(types) }, "jenis" },
	{ { .name = "wajib", .label = "Wajib", .type = FIELD_CHOICE,
	    OF(needs) }, "wajib" },
	{ { .name = "bantuan", .label = "Keterangan di bawahnya", .max = 1000 },
	    "bantuan" },
	{ { .name = "min", .label = "Paling sedikit", .type = FIELD_NUMBER,
	    .min = -999999999, .max = 999999999, .help = "Nilai bilangan, "
	    "huruf pada teks, orang pada daftar." }, "min" },
	{ { .name = "maks", .label = "Paling banyak", .type = FIELD_NUMBER,
	    .min = -999999999, .max = 999999999, .help = "Seperti di atas; "
	    "pada dokumen ukurannya dalam bita." }, "maks" },
	{ { .name = "banyak", .label = "Beberapa dokumen sekaligus",
	    .type = FIELD_CHOICE, OF(yes) }, "banyak" },
	{ { .name = "nama", .label = "Nama dalam sistem", .max = 64,
	    .help = "Huruf kecil, angka dan garis bawah. Bila kosong, dibuat "
	    "dari pertanyaannya." }, "nama" },
	{ { .name = "sumber", .label = "Diambil dari isian", .max = 64,
	    .help = "Nama isian langkah sebelumnya: daftar orang, atau "
	    "dokumen yang diteruskan." }, "dari" },
	{ { .name = "tanda-tangan", .label = "Dokumen yang ditandatangani",
	    .type = FIELD_CHOICE, OF(yes) }, "tanda_tangan" },
	{ { .name = "orang", .label = "Nama seorang", .type = FIELD_CHOICE,
	    OF(yes), .help = "Tanpa angka dan alamat." }, "nama_orang" },
	{ { .name = "lembaga", .label = "Nama lembaga pemohon",
	    .type = FIELD_CHOICE, OF(yes), .help = "Diisi sendiri dari akun "
	    "operator lembaga." }, "lembaga" },
	{ { .name = "salin", .label = "Kode berkas yang disalin",
	    .type = FIELD_CHOICE, OF(yes), .help = "Kode pelacakan atau nomor "
	    "surat berkas terdahulu." }, "salin" },
};
#define SIMPLE (sizeof(simple) / sizeof(simple[0]))

/* Days that bound a date. */
static const struct { const char *name, *label, *key; } days[] = {
	{ "awal", "Paling awal", "dari" },
	{ "akhir", "Paling akhir", "sampai" },
	{ "tanya", "Ditanyakan lagi bila sebelum", "tanya" },
};
#define DAYS (sizeof(days) / sizeof(days[0]))

static const struct edit_part parts[] = {
	{ "pilihan", "Pilihan", "Hanya untuk pilihan dan persetujuan.", 1 },
	{ "awal", "Batas tanggal", NULL, 1 },
	{ "min", "Batas bilangan, teks, dan daftar", NULL, 1 },
	{ "format", "Dokumen", NULL, 1 },
	{ "bila", "Kapan ditanyakan", NULL, 1 },
	{ "nama", "Jarang dipakai", NULL, 1 },
	{ NULL, NULL, NULL, 0 }
};

/* -- its form -------------------------------------------------------------- */

static void
add_now(struct field_page *p, const char *name, const char *value)
{
	if (p->nnow < NOW_MAX)
		p->now[p->nnow++] = (struct act_value){ name, value };
}

static const char *
value_of(const struct field_page *p, const char *key)
{
	return p->is_new ? "" : editor_get(p->e, "%s.%s", p->path, key);
}

static struct sop_field *
add(struct field_page *p, struct sop_field f, const char *now)
{
	p->field[p->nfield] = f;
	if (now != NULL)
		add_now(p, f.name, now);
	return &p->field[p->nfield++];
}

/* The fields of simple[] from one name to another. */
static void
add_simple(struct field_page *p, const char *from, const char *to)
{
	const char *now;
	size_t i = 0;

	while (strcmp(simple[i].field.name, from) != 0)
		i++;
	for (;; i++) {
		now = value_of(p, simple[i].key);
		add(p, simple[i].field, strcmp(now, "tidak") == 0 ? "" : now);
		if (strcmp(simple[i].field.name, to) == 0)
			return;
	}
}

/* Boxes whose ticks are the words of a list. */
static void
add_boxes(struct field_page *p, struct sop_field f, const char *key)
{
	char *rest, *line;

	add(p, f, NULL);
	if (p->is_new)
		return;
	rest = arena_strdup(p->e->req->arena, sop_tree_lines(p->e->tree,
	    editor_path(p->e, "%s.%s", p->path, key)));
	while ((line = strsep(&rest, "\n")) != NULL)
		if (*line != '\0')
			add_now(p, f.name, line);
}

/* A choice that grows, of a field with room for it. */
static void
offer(struct sop_field *f, struct sop_choice *room, const char *value,
    const char *label)
{
	if (f->nchoice == CHOICES_MAX)
		return;
	room[f->nchoice++] = (struct sop_choice){ value, label };
	f->choice = room;
}

static struct sop_choice *
room_of(const struct field_page *p)
{
	return arena_alloc(p->e->req->arena,
	    CHOICES_MAX * sizeof(struct sop_choice));
}

/* The labels of its choices, a line each. */
static const char *
choice_lines(const struct field_page *p)
{
	int n = p->is_new ? 0 : sop_tree_count(p->e->tree, editor_path(p->e,
	    "%s.pilihan", p->path));
	const char *out = "";

	for (int i = 1; i <= n; i++)
		arena_append(p->e->req->arena, &out, "%s%s", i > 1 ? "\n" : "",
		    editor_get(p->e, "%s.pilihan[%d].label", p->path, i));
	return out;
}

/* A key of the field before in the row. */
static const char *
before(const struct field_page *p, int i, const char *key)
{
	return editor_get(p->e, "langkah[%d].isian[%d].%s", p->row, i, key);
}

/* One bound without a condition, or none, is what this page can show. */
static int
has_plain_bound(const struct field_page *p)
{
	return p->is_new || sop_tree_count(p->e->tree, editor_path(p->e,
	    "%s.batas", p->path)) <= (*value_of(p,
	    "batas[1].bila.isian") == '\0');
}

/* A bound as a day and what is added to it. */
static void
add_day(struct field_page *p, size_t d)
{
	const char *now = value_of(p, arena_printf(p->e->req->arena,
	    "batas[1].%s", days[d].key));
	const char *more = arena_printf(p->e->req->arena, "%s-geser",
	    days[d].name), *base = now, *shift = "";
	struct sop_choice *room = room_of(p);
	struct sop_field *f;
	struct bound b;

	if (*now != '\0' && bound_read(now, &b) == 0) {
		base = bound_is_date(&b) ? DAY : arena_strdup(
		    p->e->req->arena, b.base);
		shift = bound_is_date(&b) ? now :
		    now + strlen(base) + strspn(now + strlen(base), " ");
	}
	f = add(p, (struct sop_field){ .name = days[d].name,
	    .label = days[d].label, .type = FIELD_CHOICE }, base);
	offer(f, room, "", "Tidak dibatasi");
	offer(f, room, BOUND_RECEIVED, "Hari berkas diterima");
	offer(f, room, BOUND_TODAY, "Hari formulir dikirim");
	offer(f, room, DAY, "Tanggal tertentu");
	for (int i = 1; i < p->n; i++)
		if (strcmp(before(p, i, "jenis"), "tanggal") == 0)
			offer(f, room, before(p, i, "nama"),
			    before(p, i, "label"));
	add(p, (struct sop_field){ .name = more, .label = "Selisihnya",
	    .max = 40, .help = "Misalnya -90 hari atau +2 tahun. Untuk "
	    "tanggal tertentu: 2026-10-01." }, shift);
}

static const char *
when_now(const struct field_page *p)
{
	const char *field = value_of(p, "bila.isian");
	const char *value = value_of(p, "bila.nilai");

	return *value == '\0' ? field : arena_printf(p->e->req->arena,
	    "%s=%s", field, value);
}

/* On what it depends: a field before it, or a choice of one. */
static void
add_when(struct field_page *p)
{
	struct arena *arena = p->e->req->arena;
	struct sop_choice *room = room_of(p);
	struct sop_field *f = add(p, (struct sop_field){ .name = "bila",
	    .label = "Hanya ditanyakan bila", .type = FIELD_CHOICE },
	    when_now(p));
	const char *name, *label;
	int n;

	offer(f, room, "", "Selalu ditanyakan");
	for (int i = 1; i < p->n; i++) {
		name = before(p, i, "nama");
		label = before(p, i, "label");
		offer(f, room, name, arena_printf(arena, "%s: diisi", label));
		n = sop_tree_count(p->e->tree, editor_path(p->e,
		    "langkah[%d].isian[%d].pilihan", p->row, i));
		for (int k = 1; k <= n; k++)
			offer(f, room, arena_printf(arena, "%s=%s", name,
			    before(p, i, arena_printf(arena,
			    "pilihan[%d].nilai", k))),
			    arena_printf(arena, "%s: %s", label,
			    before(p, i, arena_printf(arena,
			    "pilihan[%d].label", k))));
	}
}

/* Pages of the request. */
static int
count_pages(const struct field_page *p)
{
	return p->row == 1 ? sop_tree_count(p->e->tree, "halaman") : 0;
}

/* Does a page hold the field of this name? */
static int
is_on_page(const struct field_page *p, int page, const char *name)
{
	const char *path = editor_path(p->e, "halaman[%d].isian", page);
	int n = sop_tree_count(p->e->tree, path);

	for (int i = 1; i <= n; i++)
		if (strcmp(editor_get(p->e, "%s[%d]", path, i), name) == 0)
			return 1;
	return 0;
}

static void
add_page(struct field_page *p)
{
	struct arena *arena = p->e->req->arena;
	struct sop_choice *room = room_of(p);
	int n = count_pages(p), now = p->is_new ? n : 0;
	struct sop_field *f;

	if (n == 0)
		return;
	for (int i = 1; i <= n; i++)
		if (!p->is_new && is_on_page(p, i, value_of(p, "nama")))
			now = i;
	f = add(p, (struct sop_field){ .name = "halaman", .label =
	    "Halaman formulir", .type = FIELD_CHOICE }, now == 0 ? "" :
	    arena_printf(arena, "%d", now));
	offer(f, room, "", "Halaman periksa jawaban");
	for (int i = 1; i <= n; i++)
		offer(f, room, arena_printf(arena, "%d", i), editor_get(p->e,
		    "halaman[%d].judul", i));
}

static void
add_all(struct field_page *p)
{
	add_simple(p, "label", "bantuan");
	add_page(p);
	add(p, (struct sop_field){ .name = "pilihan", .label = "Pilihannya",
	    .type = FIELD_PARAGRAPH, .max = 20000, .help = "Satu pilihan satu "
	    "baris. Untuk persetujuan: bunyinya, satu baris." },
	    choice_lines(p));
	for (size_t d = 0; d < DAYS && has_plain_bound(p); d++)
		add_day(p, d);
	add_simple(p, "min", "maks");
	add_boxes(p, (struct sop_field){ .name = "format", .label = "Jenis "
	    "dokumen yang diterima", OF(formats), .help = "Tanpa tanda: "
	    "seperti biasanya pada langkah itu." }, "format");
	add_simple(p, "banyak", "banyak");
	add_when(p);
	add_simple(p, "nama", "salin");
	add_boxes(p, (struct sop_field){ .name = "tiap-orang", .label =
	    "Wajib bagi tiap orang dalam daftar", OF(persons) }, "tiap_orang");
}

static int
show_field(struct admin *a, struct page *form, const struct sop_field *f)
{
	if (strcmp(f->name, "format") != 0 &&
	    strcmp(f->name, "tiap-orang") != 0)
		return 0;
	fields_show_checks(a->req, form, "FIELDS", f, &a->form.typed);
	return 1;
}

/* -- words of a name ------------------------------------------------------- */

/* "Tanggal surat" as "tanggal_surat"; `other` when nothing is left of it. */
static char *
slug_of(const struct field_page *p, const char *text, char separator,
    const char *other)
{
	char *out = arena_alloc(p->e->req->arena, 48);
	size_t n = 0;

	for (; *text != '\0' && n < 40; text++) {
		if (isalnum((unsigned char)*text) && (*text & 0x80) == 0 &&
		    (n > 0 || isalpha((unsigned char)*text)))
			out[n++] = (char)tolower((unsigned char)*text);
		else if (n > 0 && out[n - 1] != separator)
			out[n++] = separator;
	}
	while (n > 0 && out[n - 1] == separator)
		n--;
	out[n] = '\0';
	return n > 0 ? out : arena_strdup(p->e->req->arena, other);
}

static int
is_name_taken(const struct field_page *p, const char *name)
{
	int n = sop_tree_count(p->e->tree, editor_path(p->e,
	    "langkah[%d].isian", p->row));

	for (int i = 1; i <= n; i++)
		if (i != p->n && strcmp(before(p, i, "nama"), name) == 0)
			return 1;
	return sopcheck_is_own(name);
}

static const char *
new_name(const struct field_page *p, const char *label)
{
	const char *base = slug_of(p, label, '_', "isian"), *name = base;

	for (int i = 2; is_name_taken(p, name); i++)
		name = arena_printf(p->e->req->arena, "%s_%d", base, i);
	return name;
}

/* -- taken into the tree --------------------------------------------------- */

static void
put(const struct field_page *p, const char *key, const char *value)
{
	sop_tree_set(p->e->tree, editor_path(p->e, "%s.%s", p->path, key),
	    value);
}

/* Is it another value than before?  A text that was not touched keeps its every
 * blank. */
static int
is_changed(const struct admin *a, const char *name)
{
	const struct field_page *p = a->about;
	const char *typed = form_get(a->req, name), *was = "";

	for (size_t i = 0; i < p->nnow; i++)
		if (strcmp(p->now[i].name, name) == 0)
			was = p->now[i].value;
	return typed != NULL && strcmp(typed, was) != 0 &&
	    strcmp(admin_value(a, name), was) != 0;
}

static void
put_boxes(const struct admin *a, const char *name, const char *key)
{
	const struct field_page *p = a->about;
	const char *ticked[sizeof(formats) / sizeof(formats[0])], *lines = "";
	const size_t max = sizeof(ticked) / sizeof(ticked[0]);
	size_t n = form_all(a->req, name, ticked, max);

	for (size_t i = 0; i < n && i < max; i++)
		arena_append(a->req->arena, &lines, "%s%s", i > 0 ? "\n" : "",
		    ticked[i]);
	sop_tree_set_lines(p->e->tree, editor_path(p->e, "%s.%s", p->path,
	    key), lines);
}

/* The value of a choice: that of the one with its label; else, among as many as
 * before, that of its place; else one of its words. */
static const char *
choice_value(const struct field_page *p, const struct sop_choice *was,
    size_t nwas, const struct sop_choice *now, size_t i, size_t nnow)
{
	const char *base = slug_of(p, now[i].label, '-', "pilihan");
	const char *value = base;
	size_t k = 0;

	for (k = 0; k < nwas; k++)
		if (strcmp(was[k].label, now[i].label) == 0)
			return was[k].value;
	if (nwas == nnow)
		return was[i].value;
	for (int again = 2;; again++) {
		for (k = 0; k < i && strcmp(now[k].value, value) != 0; k++)
			;
		if (k == i)
			return value;
		value = arena_printf(p->e->req->arena, "%s-%d", base, again);
	}
}

/* The version of a consent whose text changes: the next, "v2". */
static const char *
next_version(const struct field_page *p, const char *was)
{
	int64_t n = 0;

	if (*was == 'v')
		number_parse(was + 1, 1, 9999, &n);
	return arena_printf(p->e->req->arena, "v%d", (int)n + 1);
}

static size_t
note_choices(const struct field_page *p, struct sop_choice *was)
{
	size_t n = (size_t)sop_tree_count(p->e->tree, editor_path(p->e,
	    "%s.pilihan", p->path));

	if (n > CHOICES_MAX)
		n = CHOICES_MAX;
	for (size_t i = 0; i < n; i++)
		was[i] = (struct sop_choice){
		    editor_get(p->e, "%s.pilihan[%zu].nilai", p->path, i + 1),
		    editor_get(p->e, "%s.pilihan[%zu].label", p->path, i + 1)
		};
	return n;
}

static void
put_choices(const struct admin *a)
{
	const struct field_page *p = a->about;
	struct sop_choice *was = room_of(p), *now = room_of(p);
	size_t nwas = note_choices(p, was), n = 0;
	char *rest = arena_strdup(a->req->arena, admin_value(a, "pilihan"));
	int consent = strcmp(admin_value(a, "jenis"), "persetujuan") == 0;
	char *line;

	if (!is_changed(a, "pilihan"))
		return;
	while ((line = strsep(&rest, "\r\n")) != NULL && n < CHOICES_MAX)
		if (line[strspn(line, " ")] != '\0')
			now[n++].label = line + strspn(line, " ");
	put(p, "pilihan", "");
	for (size_t i = 0; i < n; i++) {
		now[i].value = consent ? next_version(p, nwas > 0 ?
		    was[0].value : "") : choice_value(p, was, nwas, now, i, n);
		put(p, editor_path(p->e, "pilihan[%zu].nilai", i + 1),
		    now[i].value);
		put(p, editor_path(p->e, "pilihan[%zu].label", i + 1),
		    now[i].label);
	}
}

/* A bound out of a day and what is added to it, "terima - 90 hari". */
static const char *
day_text(const struct admin *a, size_t d)
{
	const char *base = admin_value(a, days[d].name);
	const char *shift = admin_value(a, arena_printf(a->req->arena,
	    "%s-geser", days[d].name));
	char sign = *shift == '-' ? '-' : '+';

	if (*base == '\0' || strcmp(base, DAY) == 0)
		return *base == '\0' ? "" : shift;
	shift += strspn(shift, "+- ");
	return *shift == '\0' ? base : arena_printf(a->req->arena,
	    "%s %c %s", base, sign, shift);
}

/* The bound of a date: 0; -1 with an error beside a day that is none. */
static int
put_bound(struct admin *a)
{
	const struct field_page *p = a->about;
	struct bound b;
	int rc = 0, some = 0;

	for (size_t d = 0; d < DAYS; d++) {
		const char *text = day_text(a, d);

		some |= *text != '\0';
		if (*text != '\0' && bound_read(text, &b) != 0) {
			admin_error(a, arena_printf(a->req->arena, "%s-geser",
			    days[d].name), "Tulis selisih seperti -90 hari, "
			    "atau tanggal seperti 2026-10-01");
			rc = -1;
			continue;
		}
		put(p, editor_path(p->e, "batas[1].%s", days[d].key), text);
	}
	if (!some)
		put(p, "batas", "");
	return rc;
}

static void
put_when(const struct admin *a)
{
	const struct field_page *p = a->about;
	const char *typed = admin_value(a, "bila");
	const char *equal = strchr(typed, '=');

	if (!is_changed(a, "bila"))
		return;
	put(p, "bila", "");
	put(p, "bila.isian", equal == NULL ? typed : arena_strndup(
	    a->req->arena, typed, (size_t)(equal - typed)));
	if (equal != NULL)
		put(p, "bila.nilai", equal + 1);
}

/* The field stands on one page; a consent on none. */
static void
put_page(const struct admin *a)
{
	const struct field_page *p = a->about;
	const char *name = value_of(p, "nama");
	int64_t want = 0;

	if (strcmp(value_of(p, "jenis"), "persetujuan") != 0)
		number_parse(admin_value(a, "halaman"), 1, 999, &want);
	for (int i = count_pages(p); i >= 1; i--) {
		const char *path = editor_path(p->e, "halaman[%d].isian", i);
		int n = sop_tree_count(p->e->tree, path);

		if (is_on_page(p, i, name) == (i == want))
			continue;
		if (i == want)
			sop_tree_set(p->e->tree, editor_path(p->e, "%s[%d]",
			    path, n + 1), name);
		for (; i != want && n >= 1; n--)
			if (strcmp(editor_get(p->e, "%s[%d]", path, n),
			    name) == 0)
				sop_tree_remove(p->e->tree, path, n);
	}
}

/* The first text of a request names its cases, until another does. */
static void
put_subject(const struct field_page *p)
{
	static const char *const may[] = { "teks", "pilihan", "angka",
	    "paragraf" };

	for (size_t i = 0; i < sizeof(may) / sizeof(may[0]); i++)
		if (p->row == 1 &&
		    strcmp(value_of(p, "jenis"), may[i]) == 0 &&
		    *sop_tree_get(p->e->tree, "perihal_dari") == '\0')
			sop_tree_set(p->e->tree, "perihal_dari",
			    value_of(p, "nama"));
}

static int
is_bound_changed(const struct admin *a)
{
	int changed = 0;

	for (size_t d = 0; d < DAYS; d++)
		changed |= is_changed(a, days[d].name) || is_changed(a,
		    arena_printf(a->req->arena, "%s-geser", days[d].name));
	return changed;
}

/* The field as it was sent: 0; -1 after errors beside what does not read. */
static int
put_field(struct admin *a)
{
	struct field_page *p = arena_alloc(a->req->arena, sizeof(*p));
	int rc = 0;

	*p = *(const struct field_page *)a->about;
	if (p->is_new)
		sop_tree_add(p->e->tree, editor_path(p->e,
		    "langkah[%d].isian", p->row), p->n);
	for (size_t i = 0; i < SIMPLE; i++)
		if (is_changed(a, simple[i].field.name))
			put(p, simple[i].key, admin_value(a,
			    simple[i].field.name));
	p->is_new = 0;
	if (*value_of(p, "nama") == '\0')
		put(p, "nama", new_name(p, value_of(p, "label")));
	put_choices(a);
	if (is_bound_changed(a))
		rc = put_bound(a);
	put_boxes(a, "format", "format");
	put_boxes(a, "tiap-orang", "tiap_orang");
	put_when(a);
	p->nnow = 0;
	a->about = p;
	put_page(a);
	put_subject(p);
	return rc;
}

static enum case_err
save(struct admin *a, const struct change *ch)
{
	const struct field_page *p = a->about;
	enum case_err err = editor_fresh(p->e);
	int rc;

	if (err != CASE_OK)
		return err;
	rc = put_field(a);
	a->about = p;
	if (rc == -1)
		return CASE_INVALID;
	if (*form_value(a->req, "berikut") != '\0')
		a->after = arena_printf(a->req->arena, "%s/isian/" LIST_NEW,
		    editor_row_address(p->e, p->row));
	return editor_save(p->e, ch);
}

/* -- its place ------------------------------------------------------------- */

static enum case_err
move(struct admin *a, const struct change *ch, int by)
{
	const struct field_page *p = a->about;
	enum case_err err = editor_fresh(p->e);

	if (err != CASE_OK)
		return err;
	sop_tree_move(p->e->tree, editor_path(p->e, "langkah[%d].isian",
	    p->row), p->n, p->n + by);
	return editor_save(p->e, ch);
}

static enum case_err
rise(struct admin *a, const struct change *ch)
{
	return move(a, ch, -1);
}

static enum case_err
sink(struct admin *a, const struct change *ch)
{
	return move(a, ch, 1);
}

static enum case_err
take_away(struct admin *a, const struct change *ch)
{
	const struct field_page *p = a->about;
	enum case_err err = editor_fresh(p->e);

	if (err != CASE_OK)
		return err;
	sop_tree_remove(p->e->tree, editor_path(p->e, "langkah[%d].isian",
	    p->row), p->n);
	return editor_save(p->e, ch);
}

/* -- the pages ------------------------------------------------------------- */

static void
make_places(struct admin *a, const struct field_page *p, int count)
{
	const struct edit place = { .draft = 1, .same = 1,
	    .state = p->e->draft.text };
	struct edit *to;

	if (p->n > 1) {
		to = &a->edit[a->nedits++];
		*to = place;
		to->act = "naik";
		to->button = "Naikkan";
		to->done = "Isian dinaikkan.";
		to->apply = rise;
	}
	if (p->n < count) {
		to = &a->edit[a->nedits++];
		*to = place;
		to->act = "turun";
		to->button = "Turunkan";
		to->done = "Isian diturunkan.";
		to->apply = sink;
	}
	a->edit[a->nedits++] = (struct edit){ .act = "hapus", .ends = 1,
	    .title = "Hapus isian ini", .button = "Hapus isian",
	    .question = "Hapus isian ini dari rancangan?",
	    .done = "Isian dihapus dari rancangan.",
	    .state = p->e->draft.text, .apply = take_away };
}

static const char *
row_words(const struct editor *e, int row)
{
	return arena_printf(e->req->arena, "Isian langkah %s",
	    editor_get(e, "langkah[%d].no", row));
}

static int
one_field(struct field_page *p, int count)
{
	static const struct edit_button more[] = {
		{ "berikut", "Simpan, lalu isian berikutnya" }, { NULL, NULL }
	};
	struct request *req = p->e->req;
	struct admin a;

	p->path = editor_path(p->e, "langkah[%d].isian[%d]", p->row, p->n);
	add_all(p);
	editor_page(p->e, &a, p->is_new ? arena_printf(req->arena,
	    "langkah/%d/isian/" LIST_NEW, p->row) : arena_printf(req->arena,
	    "langkah/%d/isian/%d", p->row, p->n));
	a.about = p;
	a.after = a.back = arena_printf(req->arena, "%s/isian",
	    editor_row_address(p->e, p->row));
	a.back_text = row_words(p->e, p->row);
	a.heading = p->is_new ? "Isian baru" : value_of(p, "label");
	a.nedits = 1;
	a.edit[0] = (struct edit){ .act = "simpan", .button = "Simpan isian",
	    .done = "Isian disimpan dalam rancangan.", .field = p->field,
	    .nfield = p->nfield, .now = p->now, .nnow = p->nnow, .same = 1,
	    .draft = 1, .part = parts, .more = more, .show = show_field,
	    .apply = save };
	if (!p->is_new)
		make_places(&a, p, count);
	return admin_page(&a);
}

/* Say above the list of the fields of the row what is wrong in them. */
static void
show_faults(const struct editor *e, struct page *body, int row)
{
	struct editor_fault *list;
	size_t n = editor_fault_list(e, &list);

	for (size_t i = 0; i < n; i++)
		if (list[i].row == row && strcmp(list[i].field, "isian") == 0)
			page_text(body, "INTRO", list[i].text);
}

static const char *
type_words(const char *type)
{
	for (size_t i = 0; i < sizeof(types) / sizeof(types[0]); i++)
		if (strcmp(types[i].value, type) == 0)
			return types[i].label;
	return type;
}

static int
list_fields(const struct editor *e, int row, int count)
{
	static const char *const heads[] = { "Pertanyaan", "Jenis", "Wajib",
	    NULL };
	const char *address = editor_row_address(e, row);
	struct page *body, *frame = frame_new(e->req, "list.tpl", PATH_ADMIN,
	    &body), *group, *line;

	page_show(frame, "WIDE");
	page_link(frame, "BACK", address, "Kembali ke langkahnya");
	page_set_typed(body, "HEADING", row_words(e, row));
	show_faults(e, body, row);
	page_link(body, "ADD", arena_printf(e->req->arena,
	    "%s/isian/" LIST_NEW, address), "Tambah isian");
	if (count == 0)
		page_text(body, "EMPTY", "Belum ada isian.");
	else
		group = table_begin(body, "TABLES", "Isian, menurut urutannya",
		    heads);
	for (int i = 1; i <= count; i++) {
		line = table_row(group, editor_get(e,
		    "langkah[%d].isian[%d].label", row, i),
		    arena_printf(e->req->arena, "%s/isian/%d", address, i));
		table_cell(line, type_words(editor_get(e,
		    "langkah[%d].isian[%d].jenis", row, i)));
		table_cell(line, strcmp(editor_get(e,
		    "langkah[%d].isian[%d].wajib", row, i), "ya") == 0 ?
		    "ya" : "tidak");
	}
	return reply_page(e->reply, e->req, 200, row_words(e, row), frame);
}

int
admin_editor_fields(struct editor *e, int row)
{
	const char *segment = request_segment(e->req, 7);
	int count = sop_tree_count(e->tree, editor_path(e,
	    "langkah[%d].isian", row));
	struct field_page *p = arena_alloc(e->req->arena, sizeof(*p));
	int64_t n = count + 1;

	if (segment == NULL)
		return e->req->method == METHOD_POST ? reply_error(e->reply,
		    e->req, 405, NULL) : list_fields(e, row, count);
	p->is_new = strcmp(segment, LIST_NEW) == 0;
	if (request_segment(e->req, 8) != NULL || (!p->is_new &&
	    number_parse(segment, 1, count, &n) == -1))
		return reply_error(e->reply, e->req, 404, NULL);
	p->e = e;
	p->row = row;
	p->n = (int)n;
	return one_field(p, count);
}
