/* sopcheck.c - the rules of an SOP file that no single word can break. */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "sop/sopcheck.h"

#include "sop/bound.h"

struct check {
	const struct sop	*sop;
	const char *const	*roles;
	const struct sop_row	*row;	/* whose fields are checked */
	struct yamltext		*text;
};

/* Small letters, digits and one separator, beginning with a letter? */
static int
is_slug(const char *s, char separator)
{
	if (*s < 'a' || *s > 'z')
		return 0;
	for (; *s != '\0'; s++)
		if (!(*s >= 'a' && *s <= 'z') && !(*s >= '0' && *s <= '9') &&
		    *s != separator)
			return 0;
	return 1;
}

/* A mistake in a row: "langkah[pos].key". */
__attribute__((format(printf, 4, 5))) static void
wrong(const struct check *c, int pos, const char *key, const char *fmt, ...)
{
	char path[YAMLTEXT_PATH_MAX], reason[256];
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(reason, sizeof(reason), fmt, ap);
	va_end(ap);
	snprintf(path, sizeof(path), "langkah[%d].%s", pos, key);
	yamltext_error(c->text, path, "%s", reason);
}

/* "2022-02-28": a day that exists. */
static int
is_date(const char *s)
{
	static const int days[] = { 31, 29, 31, 30, 31, 30, 31, 31, 30, 31,
	    30, 31 };
	int y, m, d, i;

	for (i = 0; i < 10; i++)
		if (i == 4 || i == 7 ? s[i] != '-' : s[i] < '0' || s[i] > '9')
			return 0;
	y = atoi(s);
	m = atoi(s + 5);
	d = atoi(s + 8);
	return s[10] == '\0' && m >= 1 && m <= 12 && d >= 1 &&
	    d <= days[m - 1] && (m != 2 || d < 29 ||
	    (y % 4 == 0 && (y % 100 != 0 || y % 400 == 0)));
}

static void
check_date(const struct check *c, const char *path, const char *date)
{
	if (*date != '\0' && !is_date(date))
		yamltext_error(c->text, path, "\"%s\" bukan tanggal: tulis "
		    "TTTT-BB-HH, atau \"\" bila tidak ada", date);
}

static int
role_known(const struct check *c, const char *role, size_t len)
{
	const char *const *r;

	for (r = c->roles; *r != NULL; r++)
		if (strlen(*r) == len && memcmp(*r, role, len) == 0)
			return 1;
	return 0;
}

/* "jfu|jft", "a+b" at a key of a row: each role known, none twice, one sort of
 * sign. */
static void
check_roles(const struct check *c, int pos, const char *key, const char *expr)
{
	const char *role = expr, *again;
	size_t len, n;

	if (strchr(expr, '|') != NULL && strchr(expr, '+') != NULL)
		wrong(c, pos, key, "| (salah satu) dan + (semua) tidak "
		    "boleh bersama-sama");
	for (;;) {
		len = strcspn(role, "|+");
		if (!role_known(c, role, len))
			wrong(c, pos, key, "peran \"%.*s\" tidak dikenal",
			    (int)len, role);
		for (again = role + len; *again != '\0'; again += n) {
			n = strcspn(++again, "|+");
			if (n == len && memcmp(again, role, n) == 0)
				wrong(c, pos, key, "peran \"%.*s\" disebut dua "
				    "kali", (int)n, role);
		}
		if (role[len] == '\0')
			return;
		role += len + 1;
	}
}

/* Does the row lead to the one after it: is there a value of the field it
 * branches by that leads nowhere else, or a refusal that goes on? */
static int
goes_on(const struct sop_row *row)
{
	const struct sop_field *f = row->branch != NULL ?
	    sop_field_of(row, row->branch) : NULL;
	size_t i, k;

	if (f == NULL || f->nchoice == 0 || row->refuse == REFUSE_NEXT)
		return 1;
	for (i = 0; i < f->nchoice; i++) {
		for (k = 0; k < row->nway && strcmp(row->way[k].value,
		    f->choice[i].value) != 0; k++)
			;
		if (k == row->nway)
			return 1;
	}
	return 0;
}

/* Mark the rows that a row leads on to when it is forwarded; 0: the end. */
static void
mark_next(const struct sop *sop, const struct sop_row *row,
    char reached[SOPCHECK_ROWS_MAX + 1])
{
	if (goes_on(row))
		reached[sop_next(sop, row->pos)] = 1;
	for (size_t i = 0; i < row->nway; i++)
		reached[row->way[i].to] = 1;
}

/* Can a case come to row `goal` (0: to its end) without row `pos`, by the
 * values that rows branch by? */
static int
branches_past(const struct sop *sop, int pos, int goal)
{
	char reached[SOPCHECK_ROWS_MAX + 1] = { 0, 1 };
	const struct sop_row *row;
	int branches = 0;

	for (int at = 1; at <= sop->nrows; at++) {
		row = sop_row_at(sop, at);
		branches |= row->branch != NULL;
		if (reached[at] && at != pos)
			mark_next(sop, row, reached);
	}
	return branches && reached[goal];
}

/* The rows a refusal can lead to without row `pos` being done: that after it,
 * those it returns to, and so on. */
static void
find_after(const struct sop *sop, const struct sop_row *refusing, int pos,
    char after[SOPCHECK_ROWS_MAX + 1])
{
	char before[SOPCHECK_ROWS_MAX + 1];
	const struct sop_row *row;
	int at, i;

	memset(after, 0, SOPCHECK_ROWS_MAX + 1);
	after[refusing->refuse_row] = 1;
	do {
		memcpy(before, after, sizeof(before));
		for (at = refusing->pos + 1; at <= sop->nrows; at++) {
			row = sop_row_at(sop, at);
			if (!after[at] || at == pos)
				continue;
			for (i = 0; i < row->nreturns; i++)
				if (row->returns[i] > refusing->pos)
					after[row->returns[i]] = 1;
			/* The row of the refusal is the last. */
			if (at != refusing->refuse_row)
				mark_next(sop, row, after);
			if (row->refuse == REFUSE_ROW_END)
				after[row->refuse_row] = 1;
		}
	} while (memcmp(before, after, sizeof(before)) != 0);
}

/* The row whose refusal leads to `row` past the row at `pos`, or NULL. */
static const struct sop_row *
refusing_past(const struct sop *sop, int pos, const struct sop_row *row)
{
	char after[SOPCHECK_ROWS_MAX + 1];
	const struct sop_row *r;
	int at;

	for (at = 1; at < pos; at++) {
		r = sop_row_at(sop, at);
		if (r->refuse != REFUSE_ROW_END || r->refuse_row <= pos)
			continue;
		find_after(sop, r, pos, after);
		if (after[row->pos])
			return r;
	}
	return NULL;
}

/* A row that another names is done before it, in the same case. */
static void
check_precedes(const struct check *c, const struct sop_row *row, int pos)
{
	const struct sop_row *named = sop_row_at(c->sop, pos), *refusing;

	if (named->kind == STEP_EVALUATE)
		wrong(c, row->pos, "pelaksana.peran", "langkah %s adalah "
		    "evaluasi, bukan bagian dari berkas", named->no);
	else if (row->kind == STEP_EVALUATE)
		wrong(c, row->pos, "pelaksana.peran", "evaluasi bukan bagian "
		    "dari berkas yang memuat langkah %s", named->no);
	else if ((refusing = refusing_past(c->sop, pos, row)) != NULL)
		wrong(c, row->pos, "pelaksana.peran", "langkah %s dapat "
		    "terlewati: langkah %s menolak ke langkah %s", named->no,
		    refusing->no, sop_row_at(c->sop, refusing->refuse_row)->no);
	else if (branches_past(c->sop, pos, row->pos))
		wrong(c, row->pos, "pelaksana.peran", "langkah %s dapat "
		    "terlewati oleh cabang", named->no);
}

/* Every holder has a task: of one role, in the unit of a case that is there
 * already. */
static void
check_every(const struct check *c, const struct sop_row *row)
{
	const char *role = sop_every(row->performer);

	if (strpbrk(role, "|+") != NULL)
		wrong(c, row->pos, "pelaksana.peran", "setiap menyebut satu "
		    "peran");
	else
		check_roles(c, row->pos, "pelaksana.peran", role);
	if (row->pos == 1)
		wrong(c, row->pos, "pelaksana.peran", "langkah pertama "
		    "dimulai seorang, bukan setiap pemegang peran");
	if (row->kind == STEP_EVALUATE || row->kind == STEP_DOWNLOAD)
		wrong(c, row->pos, "pelaksana.peran", "langkah jenis %s tidak "
		    "dikerjakan setiap pemegang peran",
		    step_kind_slug(row->kind));
	if (row->designate != NULL)
		wrong(c, row->pos, "ditunjuk", "tidak bersama setiap");
}

static void
check_performer(const struct check *c, const struct sop_row *row)
{
	const char *no = NULL;
	int pos;

	if (sop_every(row->performer) != NULL) {
		check_every(c, row);
		return;
	}
	if (strncmp(row->performer, "same-as:", 8) == 0)
		no = row->performer + 8;
	else if (strncmp(row->performer, "superior-of:", 12) == 0)
		no = row->performer + 12;
	if (no == NULL) {
		check_roles(c, row->pos, "pelaksana.peran", row->performer);
		return;
	}
	pos = sop_row_no(c->sop, no);
	if (pos == 0)
		wrong(c, row->pos, "pelaksana.peran", "langkah %s tidak ada",
		    no);
	else if (pos >= row->pos)
		wrong(c, row->pos, "pelaksana.peran", "langkah %s tidak "
		    "mendahului langkah ini", no);
	else if (sop_every(sop_row_at(c->sop, pos)->performer) != NULL)
		wrong(c, row->pos, "pelaksana.peran", "langkah %s dikerjakan "
		    "beberapa orang", no);
	else
		check_precedes(c, row, pos);
}

static void
check_standard(const struct check *c, const struct sop_row *row)
{
	/* A row the SOP sets no time for has 0 in both. */
	if (row->standard.min < 1 && row->standard.max != 0)
		wrong(c, row->pos, "waktu.min", "harus 1 atau lebih");
	if (row->standard.min < 0 ||
	    row->standard.min > row->standard.max)
		wrong(c, row->pos, "waktu.min", "%d lebih besar daripada "
		    "maks %d", (int)row->standard.min,
		    (int)row->standard.max);
	if (row->queue_days < 0)
		wrong(c, row->pos, "waktu.antre", "tidak boleh kurang "
		    "dari 0");
}

/* Charts and tables tell rows apart by their short names. */
static void
check_short_name(const struct check *c, const struct sop_row *row)
{
	const struct sop_row *other;
	int pos;

	for (pos = 1; row->short_name != NULL && pos < row->pos; pos++) {
		other = sop_row_at(c->sop, pos);
		if (other->short_name != NULL && strcasecmp(
		    other->short_name, row->short_name) == 0)
			wrong(c, row->pos, "singkat", "nama singkat \"%s\" "
			    "sudah dipakai langkah %s", row->short_name,
			    other->no);
	}
}

/* The kind of a row decides whether it may return. */
static void
check_returns(const struct check *c, const struct sop_row *row)
{
	const struct sop_row *to;
	int i, j;

	if (row->nreturns > 0 && row->kind != STEP_REVIEW &&
	    row->kind != STEP_APPROVE)
		wrong(c, row->pos, "kembali", "langkah jenis %s tidak dapat "
		    "mengembalikan", step_kind_slug(row->kind));
	for (i = 0; i < row->nreturns; i++) {
		to = sop_row_at(c->sop, row->returns[i]);
		if (to->pos >= row->pos)
			wrong(c, row->pos, "kembali.ke", "langkah %s tidak "
			    "mendahului langkah ini", to->no);
		else if (to->kind == STEP_EVALUATE)
			wrong(c, row->pos, "kembali.ke", "langkah %s adalah "
			    "evaluasi, bukan bagian dari berkas", to->no);
		for (j = 0; j < i; j++)
			if (row->returns[j] == row->returns[i])
				wrong(c, row->pos, "kembali.ke", "langkah %s "
				    "disebut dua kali", to->no);
	}
}

static void
check_refusal(const struct check *c, const struct sop_row *row)
{
	const struct sop_row *to;

	if (row->refuse == REFUSE_NO)
		return;
	if (row->kind != STEP_REVIEW && row->kind != STEP_APPROVE &&
	    row->kind != STEP_RECORD)
		wrong(c, row->pos, "tolak", "langkah jenis %s tidak dapat "
		    "menolak", step_kind_slug(row->kind));
	if (row->refuse == REFUSE_NEXT) {
		if (sop_next(c->sop, row->pos) == 0)
			wrong(c, row->pos, "tolak", "tidak ada langkah "
			    "sesudah ini");
		return;
	}
	to = sop_row_at(c->sop, row->refuse_row);
	if (to->pos <= row->pos)
		wrong(c, row->pos, "tolak", "langkah %s tidak sesudah "
		    "langkah ini", to->no);
	else if (to->kind == STEP_EVALUATE)
		wrong(c, row->pos, "tolak", "langkah %s adalah evaluasi, "
		    "bukan bagian dari berkas", to->no);
}

/* The first row from which on each person has a child case; 0: none. */
static int
first_each(const struct sop *sop)
{
	int pos;

	for (pos = 1; pos <= sop->nrows; pos++)
		if (sop_row_at(sop, pos)->each != NULL)
			return pos;
	return 0;
}

/* Does a choice of the field have this value? */
static int
is_choice(const struct sop_field *f, const char *value)
{
	for (size_t i = 0; i < f->nchoice; i++)
		if (strcmp(f->choice[i].value, value) == 0)
			return 1;
	return 0;
}

/* The n-th way of a branch leads from a value of the field, as no other does,
 * to a later row or the end, and not past where the case parts. */
static void
check_way(const struct check *c, const struct sop_row *row,
    const struct sop_field *f, size_t n)
{
	const struct sop_way *way = &row->way[n];
	const struct sop_row *to = sop_row_at(c->sop, way->to);
	const int first = first_each(c->sop);
	char key[48];

	snprintf(key, sizeof(key), "cabang.ke[%zu].nilai", n + 1);
	if (!is_choice(f, way->value))
		wrong(c, row->pos, key, "isian \"%s\" tidak punya pilihan "
		    "\"%s\"", f->name, way->value);
	for (size_t i = 0; i < n; i++)
		if (strcmp(row->way[i].value, way->value) == 0)
			wrong(c, row->pos, key, "pilihan \"%s\" dua kali",
			    way->value);
	snprintf(key, sizeof(key), "cabang.ke[%zu].langkah", n + 1);
	if (to != NULL && to->pos <= row->pos)
		wrong(c, row->pos, key, "langkah %s tidak sesudah langkah ini",
		    to->no);
	else if (to != NULL && to->kind == STEP_EVALUATE)
		wrong(c, row->pos, key, "langkah %s adalah evaluasi, bukan "
		    "bagian dari berkas", to->no);
	else if (row->pos < first && (to == NULL || to->pos > first))
		wrong(c, row->pos, key, "langkah %s membagi berkas dan tidak "
		    "dapat dilewati", sop_row_at(c->sop, first)->no);
}

/* The choice that a row branches by is always answered, by one person. */
static void
check_branch(const struct check *c, const struct sop_row *row)
{
	const struct sop_field *f;

	if (row->branch == NULL)
		return;
	f = sop_field_of(row, row->branch);
	if (row->kind == STEP_DOWNLOAD || row->kind == STEP_ARCHIVE ||
	    row->kind == STEP_EVALUATE)
		wrong(c, row->pos, "cabang", "langkah jenis %s tidak "
		    "bercabang", step_kind_slug(row->kind));
	if (strchr(row->performer, '+') != NULL ||
	    sop_every(row->performer) != NULL)
		wrong(c, row->pos, "cabang", "langkah yang dikerjakan beberapa "
		    "orang tidak bercabang");
	if (row->via_time == VIA_AFTER)
		wrong(c, row->pos, "cabang", "tidak bersama lewat dengan waktu "
		    "di-luar");
	if (f == NULL || f->type != FIELD_CHOICE || !f->required ||
	    f->when_field != NULL) {
		wrong(c, row->pos, "cabang.isian", "\"%s\" bukan isian jenis "
		    "pilihan langkah ini yang wajib dan selalu ditanyakan",
		    row->branch);
		return;
	}
	for (size_t i = 0; i < row->nway; i++)
		check_way(c, row, f, i);
}

/* A trip that the standard measures is part of a turnaround; one outside it
 * stands before the row after, whose receipt is its end. */
static void
check_via(const struct check *c, const struct sop_row *row)
{
	const struct sop_row *next = sop_row_at(c->sop,
	    sop_next(c->sop, row->pos));

	if (row->via_time == VIA_NONE)
		return;
	if (!is_slug(row->via, '-'))
		wrong(c, row->pos, "lewat.pihak", "\"%s\" harus huruf kecil, "
		    "angka dan tanda hubung", row->via);
	if (row->outside != NULL)
		wrong(c, row->pos, "luar", "tidak perlu: langkah ini sudah "
		    "punya lewat");
	if (row->kind == STEP_SUBMIT || row->kind == STEP_DOWNLOAD ||
	    row->kind == STEP_EVALUATE)
		wrong(c, row->pos, "lewat", "langkah jenis %s tidak melewati "
		    "pihak luar", step_kind_slug(row->kind));
	if (row->via_time == VIA_WITHIN) {
		if (row->standard.measure != MEASURE_TURNAROUND)
			wrong(c, row->pos, "lewat.waktu", "termasuk hanya bila "
			    "waktu langkah diukur turnaround");
	} else if (next == NULL || next->kind == STEP_SUBMIT ||
	    next->kind == STEP_DOWNLOAD || next->present ||
	    row->pos == 1) {
		wrong(c, row->pos, "lewat.waktu", "di-luar perlu langkah "
		    "kantor sesudahnya, tempat kembalinya dicatat");
	}
}

/* "same-as:2|same-as:4": rows of the parent. */
static void
check_doers(const struct check *c, const struct sop_row *row)
{
	const char *s = row->each;
	char no[64];
	size_t n;
	int pos;

	for (;; s += n + 1) {
		n = strcspn(s, "|");
		snprintf(no, sizeof(no), "%.*s", (int)n, s);
		pos = strncmp(no, "same-as:", 8) == 0 ?
		    sop_row_no(c->sop, no + 8) : 0;
		if (pos == 0 || pos >= first_each(c->sop))
			wrong(c, row->pos, "tiap", "\"%s\" bukan langkah "
			    "sebelum berkas dibagi", no);
		else if (branches_past(c->sop, pos, first_each(c->sop)))
			wrong(c, row->pos, "tiap", "langkah %s dapat terlewati "
			    "oleh cabang", no + 8);
		if (s[n] == '\0')
			return;
	}
}

/* Before the case parts nothing leads past that. */
static void
check_before_each(const struct check *c, const struct sop_row *row, int first)
{
	if (row->refuse_row < first && (row->via_time != VIA_AFTER ||
	    sop_next(c->sop, row->pos) != first))
		return;
	wrong(c, row->pos, row->refuse_row >= first ? "tolak" : "lewat",
	    "langkah %s membagi berkas: tidak dituju dari sini",
	    sop_row_at(c->sop, first)->no);
}

/* A child case begins with one person, whom the parent named. */
static void
check_begins_each(const struct check *c, const struct sop_row *row)
{
	if (row->pos == 1)
		wrong(c, row->pos, "tiap", "langkah pertama membuka berkas "
		    "dan tidak membaginya");
	if (sop_every(row->performer) != NULL ||
	    strchr(row->performer, '+') != NULL)
		wrong(c, row->pos, "tiap", "berkas tiap orang tidak "
		    "dikerjakan beberapa orang");
	if (strncmp(row->each, "same-as:", 8) == 0) {
		check_doers(c, row);
		return;
	}
	check_roles(c, row->pos, "tiap", row->each);
	if (row->designate == NULL)
		wrong(c, row->pos, "tiap", "perlu ditunjuk: isian yang "
		    "menyebut orangnya");
}

/* Where a case parts: parent and children do not mix. */
static void
check_parts(const struct check *c, const struct sop_row *row)
{
	const int first = first_each(c->sop);
	int i;

	if (first == 0)
		return;
	if (row->pos < first) {
		check_before_each(c, row, first);
		return;
	}
	for (i = 0; i < row->nreturns; i++)
		if (row->returns[i] < first)
			wrong(c, row->pos, "kembali.ke", "langkah %s ada "
			    "sebelum berkas dibagi",
			    sop_row_at(c->sop, row->returns[i])->no);
	if (row->each != NULL)
		check_begins_each(c, row);
}

/* A designated person is named by an officer field of an earlier row; those who
 * have a child case each, by a list of officers. */
static void
check_designate(const struct check *c, const struct sop_row *row)
{
	const enum field_type type = row->each != NULL ? FIELD_OFFICERS :
	    FIELD_OFFICER;
	const struct sop_field *field;
	const char *passed = NULL;
	int pos;

	if (row->designate == NULL)
		return;
	for (pos = 1; pos < row->pos; pos++) {
		field = sop_field_of(sop_row_at(c->sop, pos), row->designate);
		if (field == NULL || field->type != type)
			continue;
		if (!branches_past(c->sop, pos, row->pos))
			return;
		passed = sop_row_at(c->sop, pos)->no;
	}
	if (passed != NULL) {
		wrong(c, row->pos, "ditunjuk", "langkah %s, yang menyebut "
		    "orangnya, dapat terlewati oleh cabang", passed);
		return;
	}
	wrong(c, row->pos, "ditunjuk", "tidak ada isian jenis %s bernama "
	    "\"%s\" pada langkah sebelumnya", field_type_slug(type),
	    row->designate);
}

/* Every row of a case's path is reached by going on, by a branch or by a
 * refusal. */
static void
check_reach(const struct check *c)
{
	char reached[SOPCHECK_ROWS_MAX + 1] = { 0, 1 };
	const struct sop_row *row;
	int pos;

	for (pos = 1; pos <= c->sop->nrows; pos++) {
		row = sop_row_at(c->sop, pos);
		if (reached[pos]) {
			mark_next(c->sop, row, reached);
			reached[row->refuse_row] = 1;
		} else if (row->kind != STEP_EVALUATE) {
			wrong(c, pos, "no", "langkah %s tidak pernah "
			    "tercapai", row->no);
		}
	}
}

static void
check_row(const struct check *c, const struct sop_row *row)
{
	if (sop_row_no(c->sop, row->no) != row->pos)
		wrong(c, row->pos, "no", "nomor %s sudah dipakai", row->no);
	check_short_name(c, row);
	check_performer(c, row);
	check_standard(c, row);
	check_returns(c, row);
	check_refusal(c, row);
	check_branch(c, row);
	check_designate(c, row);
	check_parts(c, row);
	check_via(c, row);
	if (row->fallback != NULL &&
	    !role_known(c, row->fallback, strlen(row->fallback)))
		wrong(c, row->pos, "cadangan", "peran \"%s\" tidak dikenal",
		    row->fallback);
}

static void
check_promise(const struct check *c)
{
	const struct sop *sop = c->sop;

	if (sop->promise_to == 0)
		return;
	if (sop->promise_days < 1)
		yamltext_error(c->text, "janji.hari", "harus 1 atau lebih");
	if (sop->promise_from >= sop->promise_to)
		yamltext_error(c->text, "janji.sampai",
		    "harus langkah sesudah dari");
	if (sop_row_at(sop, sop->promise_to)->kind == STEP_EVALUATE)
		yamltext_error(c->text, "janji.sampai", "langkah %s adalah "
		    "evaluasi, bukan bagian dari berkas",
		    sop_row_at(sop, sop->promise_to)->no);
	if (branches_past(sop, sop->promise_to, 0))
		yamltext_error(c->text, "janji.sampai", "langkah %s dapat "
		    "terlewati oleh cabang",
		    sop_row_at(sop, sop->promise_to)->no);
	if (sop->promise_from > 0 && branches_past(sop, sop->promise_from,
	    sop->promise_to))
		yamltext_error(c->text, "janji.dari", "langkah %s dapat "
		    "terlewati oleh cabang",
		    sop_row_at(sop, sop->promise_from)->no);
}

/* A correction is what a row sends back to the applicant's form. */
static void
check_mending(const struct check *c)
{
	int pos, i;

	if (c->sop->mend_days < 0)
		yamltext_error(c->text, "batas_perbaikan",
		    "harus 1 atau lebih");
	if (c->sop->mend_days == 0)
		return;
	for (pos = 1; pos <= c->sop->nrows; pos++) {
		const struct sop_row *row = sop_row_at(c->sop, pos);

		for (i = 0; i < row->nreturns; i++)
			if (row->returns[i] > 0 && sop_row_at(c->sop,
			    row->returns[i])->kind == STEP_SUBMIT)
				return;
	}
	yamltext_error(c->text, "batas_perbaikan",
	    "tidak ada langkah yang mengembalikan ke langkah submit");
}

/* A case is opened by its first row, and named by a field of it. */
static void
check_opening(const struct check *c)
{
	const struct sop_row *first = sop_row_at(c->sop, 1);
	const struct sop_field *f = sop_field_of(first, c->sop->subject_field);

	if (c->sop->public_request && first->kind != STEP_SUBMIT)
		yamltext_error(c->text, "umum", "hanya bila langkah pertama "
		    "berjenis submit");
	if (f == NULL)
		yamltext_error(c->text, "perihal_dari", "langkah pertama "
		    "tidak punya isian \"%s\"", c->sop->subject_field);
	else if (f->type == FIELD_PEOPLE || f->type == FIELD_OFFICER ||
	    f->type == FIELD_OFFICERS ||
	    f->type == FIELD_FILE)
		yamltext_error(c->text, "perihal_dari", "isian jenis %s "
		    "tidak dapat menjadi nama berkas",
		    field_type_slug(f->type));
}

/* -- forms and pages --------------------------------------------------- */

/* A mistake in the n-th field of the row that is checked. */
__attribute__((format(printf, 4, 5))) static void
wrong_field(const struct check *c, size_t n, const char *key, const char *fmt,
    ...)
{
	char path[80], reason[256];
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(reason, sizeof(reason), fmt, ap);
	va_end(ap);
	snprintf(path, sizeof(path), "isian[%zu].%s", n, key);
	wrong(c, c->row->pos, path, "%s", reason);
}

/* Every step asks these by itself. */
int
sopcheck_is_own(const char *name)
{
	static const char *const own[] = { "aksi", "alasan", "angka",
		"catatan", "csrf", "keputusan", "kunci", "mulai",
		"pengecualian", "perbaiki", "pihak", "sebab", "versi" };

	for (size_t i = 0; i < sizeof(own) / sizeof(own[0]); i++)
		if (strcmp(name, own[i]) == 0)
			return 1;
	return 0;
}

static void
check_formats(const struct check *c, size_t n, const struct sop_field *f)
{
	if (f->formats != 0 && f->type != FIELD_FILE)
		wrong_field(c, n, "format", "hanya untuk isian jenis dokumen");
	if (f->many && f->type != FIELD_FILE)
		wrong_field(c, n, "banyak", "hanya untuk isian jenis dokumen");
	if ((f->formats & FORMAT_PHOTO) != 0 &&
	    (f->formats & FORMAT_PDF) == 0)
		wrong_field(c, n, "format",
		    "foto menjadi PDF, maka sebutkan juga pdf");
}

static void
check_persons(const struct check *c, size_t n, const struct sop_field *f)
{
	if (f->person && f->type != FIELD_TEXT)
		wrong_field(c, n, "nama_orang", "hanya untuk isian jenis teks");
	if (f->each != 0 && f->type != FIELD_PEOPLE)
		wrong_field(c, n, "tiap_orang", "hanya untuk isian jenis "
		    "daftar-orang");
}

/* Choices of radios or a list; the one of a consent is version and text. */
static void
check_choices(const struct check *c, size_t n, const struct sop_field *f)
{
	char key[64];
	size_t i, j;

	if (f->type == FIELD_CHOICE && f->nchoice == 0)
		wrong_field(c, n, "pilihan", "isian jenis pilihan perlu daftar "
		    "pilihan");
	if (f->type == FIELD_CONSENT && f->nchoice != 1)
		wrong_field(c, n, "pilihan",
		    "isian jenis persetujuan perlu satu pilihan: versi dan "
		    "bunyinya");
	if (f->type != FIELD_CHOICE && f->type != FIELD_CONSENT &&
	    f->nchoice > 0)
		wrong_field(c, n, "pilihan", "hanya untuk isian jenis pilihan");
	for (i = 0; i < f->nchoice; i++) {
		snprintf(key, sizeof(key), "pilihan[%zu].nilai", i + 1);
		if (!is_slug(f->choice[i].value, '-'))
			wrong_field(c, n, key,
			    "\"%s\" harus huruf kecil, angka dan tanda hubung",
			    f->choice[i].value);
		for (j = 0; j < i; j++)
			if (strcmp(f->choice[j].value,
			    f->choice[i].value) == 0)
				wrong_field(c, n, key,
				    "pilihan \"%s\" dua kali",
				    f->choice[i].value);
	}
}

/* A condition under `key` names a field that stands before, and something it
 * can be. */
static void
check_when(const struct check *c, size_t n, const struct sop_field *f,
    const char *key, const char *field, const char *value)
{
	const struct sop_field *on;
	char path[48];

	if (field == NULL)
		return;
	on = sop_field_of(c->row, field);
	snprintf(path, sizeof(path), "%s.isian", key);
	if (on == NULL || on >= f) {
		wrong_field(c, n, path,
		    "tidak ada isian \"%s\" sebelum ini pada langkah yang "
		    "sama", field);
		return;
	}
	if (value == NULL)
		return;
	for (size_t i = 0; i < on->nchoice; i++)
		if (strcmp(on->choice[i].value, value) == 0)
			return;
	snprintf(path, sizeof(path), "%s.nilai", key);
	wrong_field(c, n, path, "isian \"%s\" tidak punya pilihan \"%s\"",
	    field, value);
}

/* A field whose i-th bound is checked. */
struct bounded {
	size_t			 n, i;
	const struct sop_field	*f;
};

/* A day of a bound is well written, and its field a date that stands before:
 * 1, with *b read; 0 when there is none or it is wrong. */
static int
check_day(const struct check *c, const struct bounded *at, const char *word,
    const char *text, struct bound *b)
{
	const struct sop_field *on;
	char path[48];

	if (text == NULL)
		return 0;
	snprintf(path, sizeof(path), "batas[%zu].%s", at->i + 1, word);
	if (bound_read(text, b) < 0) {
		wrong_field(c, at->n, path, "\"%s\" bukan hari: tulis "
		    "terima, hari-ini atau nama isian tanggal, boleh dengan "
		    "\"- 90 hari\" atau \"+ 2 tahun\" di belakangnya", text);
		return 0;
	}
	on = sop_field_of(c->row, b->base);
	if (strcmp(b->base, BOUND_RECEIVED) == 0 ||
	    strcmp(b->base, BOUND_TODAY) == 0 ||
	    (bound_is_date(b) && is_date(b->base)) ||
	    (on != NULL && on < at->f && on->type == FIELD_DATE))
		return 1;
	wrong_field(c, at->n, path, "tidak ada isian jenis tanggal bernama "
	    "\"%s\" sebelum ini pada langkah yang sama", b->base);
	return 0;
}

/* The first day is not behind the last, on any day they are counted from. */
static void
check_order(const struct check *c, size_t n, const char *path,
    const struct bound *first, const struct bound *last)
{
	char one[11], other[11];

	if (strcmp(first->base, last->base) != 0)
		return;
	bound_day(first, "2026-01-01", one);
	bound_day(last, "2026-01-01", other);
	if (strcmp(one, other) > 0)
		wrong_field(c, n, path, "dari lebih kemudian daripada sampai");
}

static void
check_bound(const struct check *c, const struct bounded *at)
{
	const struct sop_bound *bound = &at->f->bound[at->i];
	struct bound first, last, ask;
	char path[32], key[48];

	snprintf(path, sizeof(path), "batas[%zu]", at->i + 1);
	snprintf(key, sizeof(key), "%s.bila", path);
	check_when(c, at->n, at->f, key, bound->when_field,
	    bound->when_value);
	if (bound->first == NULL && bound->last == NULL && bound->ask == NULL)
		wrong_field(c, at->n, path, "perlu dari, sampai atau tanya");
	if (at->i + 1 < at->f->nbound && bound->when_field == NULL)
		wrong_field(c, at->n, path, "batas tanpa bila harus yang "
		    "terakhir");
	if (check_day(c, at, "dari", bound->first, &first) &
	    check_day(c, at, "sampai", bound->last, &last))
		check_order(c, at->n, path, &first, &last);
	if (check_day(c, at, "tanya", bound->ask, &ask) &&
	    c->row->kind != STEP_SUBMIT)
		wrong_field(c, at->n, path, "tanya hanya pada langkah jenis "
		    "submit");
}

static void
check_bounds(const struct check *c, size_t n, const struct sop_field *f)
{
	if (f->nbound > 0 && f->type != FIELD_DATE)
		wrong_field(c, n, "batas", "hanya untuk isian jenis tanggal");
	for (size_t i = 0; i < f->nbound && f->type == FIELD_DATE; i++)
		check_bound(c, &(struct bounded){ n, i, f });
}

/* The persons to be refused come from a list of an earlier row, and a file may
 * be that of an earlier row. */
static void
check_list(const struct check *c, size_t n, const struct sop_field *f)
{
	const enum field_type want = f->type == FIELD_REFUSED ? FIELD_PEOPLE :
	    FIELD_FILE;
	const struct sop_field *list;
	char key[80];
	int pos;

	snprintf(key, sizeof(key), "isian[%zu].dari", n);
	if (f->type == FIELD_OFFICERS && f->list != NULL)
		check_roles(c, c->row->pos, key, f->list);
	if (f->type == FIELD_OFFICERS ||
	    (f->list == NULL && f->type != FIELD_REFUSED))
		return;
	if (f->type != FIELD_REFUSED && f->type != FIELD_FILE) {
		wrong_field(c, n, "dari", "hanya untuk isian jenis "
		    "orang-ditolak dan dokumen");
		return;
	}
	for (pos = 1; pos < c->row->pos && f->list != NULL; pos++) {
		list = sop_field_of(sop_row_at(c->sop, pos), f->list);
		if (list != NULL && list->type == want && (want != FIELD_PEOPLE
		    || !branches_past(c->sop, pos, c->row->pos)))
			return;
	}
	wrong_field(c, n, "dari", "tidak ada isian jenis %s bernama "
	    "\"%s\" pada langkah sebelumnya", field_type_slug(want),
	    f->list ? f->list : "");
}

/* An operator's account fills in fields of the request alone. */
static void
check_institution(const struct check *c, size_t n, const struct sop_field *f)
{
	if (f->institution && (f->type != FIELD_TEXT || c->row->pos != 1))
		wrong_field(c, n, "lembaga", "hanya untuk isian jenis teks "
		    "pada langkah pertama");
	for (size_t k = 0; k < SOP_KINDS; k++) {
		size_t i = 0;

		if (f->kind_choice[k] == NULL)
			continue;
		while (i < f->nchoice && strcmp(f->choice[i].value,
		    f->kind_choice[k]) != 0)
			i++;
		if (f->type != FIELD_CHOICE || c->row->pos != 1 ||
		    i == f->nchoice)
			wrong_field(c, n, "jenis_lembaga", "\"%s\" bukan "
			    "pilihan isian ini pada langkah pertama",
			    f->kind_choice[k]);
	}
}

static void
check_field(const struct check *c, size_t n, const struct sop_field *f)
{
	if (!is_slug(f->name, '_'))
		wrong_field(c, n, "nama", "\"%s\" harus huruf kecil, angka dan "
		    "garis bawah", f->name);
	if (sopcheck_is_own(f->name))
		wrong_field(c, n, "nama",
		    "\"%s\" sudah ditanyakan setiap langkah",
		    f->name);
	if (sop_field_of(c->row, f->name) != f)
		wrong_field(c, n, "nama",
		    "nama \"%s\" sudah dipakai pada langkah ini", f->name);
	if (f->max != 0 && f->min > f->max)
		wrong_field(c, n, "min", "%lld lebih besar daripada maks %lld",
		    (long long)f->min, (long long)f->max);
	if (f->type != FIELD_NUMBER && (f->min < 0 || f->max < 0))
		wrong_field(c, n, "min",
		    "min dan maks tidak boleh kurang dari 0");
	check_choices(c, n, f);
	check_formats(c, n, f);
	check_persons(c, n, f);
	check_when(c, n, f, "bila", f->when_field, f->when_value);
	check_bounds(c, n, f);
	check_list(c, n, f);
	if (f->is_signed && f->type != FIELD_FILE)
		wrong_field(c, n, "tanda_tangan",
		    "hanya untuk isian jenis dokumen");
	check_institution(c, n, f);
}

/* -- the pages of a request --------------------------------------------- */

/* The number of times the pages name a field. */
static int
times(const struct sop *sop, const char *name)
{
	int n = 0;

	for (size_t i = 0; i < sop->npage; i++)
		for (size_t k = 0; k < sop->page[i].field.count; k++)
			n += strcmp(sop->page[i].field.item[k], name) == 0;
	return n;
}

/* Consents stand where the answers are looked at once more, and on no page. */
static void
check_named(const struct check *c, size_t page, size_t n)
{
	const char *name = c->sop->page[page].field.item[n];
	const struct sop_field *f = sop_field_of(c->row, name);
	char path[64];

	snprintf(path, sizeof(path), "halaman[%zu].isian[%zu]", page + 1,
	    n + 1);
	if (f == NULL)
		yamltext_error(c->text, path, "langkah pertama tidak punya "
		    "isian \"%s\"", name);
	else if (f->type == FIELD_CONSENT)
		yamltext_error(c->text, path, "persetujuan ditanyakan di "
		    "halaman periksa jawaban");
	else if (times(c->sop, name) > 1)
		yamltext_error(c->text, path, "isian \"%s\" dua kali", name);
}

static void
check_pages(struct check *c)
{
	const struct sop *sop = c->sop;

	c->row = sop_row_at(sop, 1);
	if (sop->npage == 0)
		return;
	if (c->row->kind != STEP_SUBMIT)
		yamltext_error(c->text, "halaman", "hanya bila langkah "
		    "pertama berjenis submit");
	for (size_t i = 0; i < sop->npage; i++)
		for (size_t k = 0; k < sop->page[i].field.count; k++)
			check_named(c, i, k);
	for (size_t i = 0; i < c->row->nfield; i++)
		if (c->row->field[i].type != FIELD_CONSENT &&
		    times(sop, c->row->field[i].name) == 0)
			yamltext_error(c->text, "halaman", "isian \"%s\" "
			    "tidak ada di halaman mana pun",
			    c->row->field[i].name);
}

/* Fields, conditions, and the pages a request is parted into. */
static void
check_forms(struct check *c)
{
	for (int pos = 1; pos <= c->sop->nrows; pos++) {
		c->row = sop_row_at(c->sop, pos);
		for (size_t i = 0; i < c->row->nfield; i++)
			check_field(c, i + 1, &c->row->field[i]);
	}
	check_pages(c);
}

/* Does a row name the performer, alone or with others? */
static int
is_performer(const struct sop *sop, const char *expr)
{
	size_t len = strlen(expr), n;

	for (int pos = 1; pos <= sop->nrows; pos++) {
		const char *p = sop_row_at(sop, pos)->performer;

		for (; *p != '\0'; p += n + (p[n] == '+')) {
			n = strcspn(p, "+");
			if (n == len && memcmp(p, expr, n) == 0)
				return 1;
		}
	}
	return 0;
}

static void
check_columns(const struct check *c)
{
	char path[YAMLTEXT_PATH_MAX];

	for (size_t i = 0; i < c->sop->ncolumn; i++) {
		const struct sop_list *list = &c->sop->column[i].performer;

		snprintf(path, sizeof(path), "kolom[%zu].pelaksana", i + 1);
		for (size_t k = 0; k < list->count; k++)
			if (!is_performer(c->sop, list->item[k]))
				yamltext_error(c->text, path, "\"%.80s\" "
				    "bukan pelaksana langkah mana pun",
				    list->item[k]);
	}
}

/* -- the whole file ------------------------------------------------------ */

void
sop_check(const struct sop *sop, const char *const *roles,
    struct yamltext *text)
{
	struct check c = { sop, roles, NULL, text };
	int pos;

	if (!is_slug(sop->slug, '-'))
		yamltext_error(text, "kode", "\"%s\" harus huruf kecil, "
		    "angka dan tanda hubung", sop->slug);
	check_date(&c, "tanggal.pembuatan", sop->made_on);
	check_date(&c, "tanggal.revisi", sop->revised_on);
	check_date(&c, "tanggal.efektif", sop->effective_on);
	check_promise(&c);
	check_mending(&c);
	check_opening(&c);
	check_columns(&c);
	if (sop_row_at(sop, 1)->kind == STEP_EVALUATE) {
		/* No case could begin: nothing can be said of its path. */
		wrong(&c, 1, "jenis", "langkah pertama membuka berkas dan "
		    "tidak boleh evaluate");
		return;
	}
	for (pos = 1; pos <= sop->nrows; pos++)
		check_row(&c, sop_row_at(sop, pos));
	check_reach(&c);
	check_forms(&c);
}
