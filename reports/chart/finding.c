/*
 * finding.c - the finding of each chart as a sentence: its title, and the
 * longer text for those who cannot see it.
 */
#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "page/format.h"
#include "reports/chart/finding.h"

/* Names and values in an alternative text before "dan N lainnya". */
#define NAMES_MOST 8

#define LONGER "sepersepuluh pekerjaan atau lebih melewati batasnya"
#define MOST ", paling sering pada "

/* A share for a sentence: "91,6%" or, when few, "tiga dari empat". */
static char *
share_or_words(char *buf, size_t size, struct share s, int target)
{
	char part[FORMAT_SIZE], whole[FORMAT_SIZE];

	if (!share_is_few(s))
		return share_words(buf, size, s, target);
	snprintf(buf, size, "%s dari %s",
	    share_count_words(part, sizeof(part), s.on_time),
	    share_count_words(whole, sizeof(whole), s.counted));
	return buf;
}

/* A sentence begins with a capital; returns buf. */
static char *
capital(char *buf)
{
	buf[0] = (char)toupper((unsigned char)buf[0]);
	return buf;
}

/* "Diagram ...: empat dari ..." - a finding goes on after a colon; then, of n
 * things that are named, the words before them. */
static void
begin_alt(char *buf, size_t size, char *finding, const char *before,
    int64_t n)
{
	finding[0] = (char)tolower((unsigned char)finding[0]);
	text_add(buf, size, ": %s.%s", finding, n > 0 ? before : "");
}

/* How many more of n things there are than were named, and the sentence that
 * ends every alternative text. */
static void
end_alt(char *buf, size_t size, int named, int n, const char *noun)
{
	char words[FORMAT_SIZE];

	if (n > named)
		text_add(buf, size, " dan %s %s lain",
		    share_count_words(words, sizeof(words), n - named), noun);
	text_add(buf, size, "%s Semua angka ada pada tabel di bawah diagram.",
	    n > 0 ? "." : "");
}

/* Before the i-th of n named things: a comma, or "dan" before the last. */
static const char *
joint(int i, int n)
{
	if (i == 0)
		return " ";
	return i == n - 1 ? " dan " : ", ";
}

/* -- roles and SOPs -------------------------------------------------------- */

/* Roles with enough tasks to be judged, those below the target, and one of
 * the latter that may be named. */
struct role_tally {
	int				 judged, below;
	const struct chart_role_row	*named;
};

static struct role_tally
role_tally(const struct chart_role *c)
{
	const struct chart_role_row *row;
	struct role_tally t = { 0 };

	for (row = c->rows; row < c->rows + c->n; row++) {
		t.judged += !share_is_few(row->now);
		if (!share_is_low(row->now, c->target))
			continue;
		t.below++;
		if (!row->single)
			t.named = row;
	}
	return t;
}

/* Without a target, or without roles to judge: the office as a whole. */
static char *
of_office(const struct chart_role *c, char *buf, size_t size)
{
	char words[2 * FORMAT_SIZE];

	if (c->office.counted == 0)
		snprintf(buf, size, "Tidak ada langkah yang dinilai pada %s",
		    c->period);
	else
		snprintf(buf, size, "%s langkah selesai tepat waktu pada %s",
		    share_or_words(words, sizeof(words), c->office, c->target),
		    c->period);
	return capital(buf);
}

/* ", di atas target 90%", by the exact share. */
static void
append_side(const struct share s, int target, char *buf, size_t size)
{
	char words[FORMAT_SIZE];

	if (target != SHARE_NONE && !share_is_few(s))
		text_add(buf, size, ", %s target %s",
		    share_is_below(s, target) ? "di bawah" :
		    s.on_time * 1000 == target * s.counted ? "tepat pada" :
		    "di atas", share_target(words, sizeof(words), target));
}

static const char *
noun_of(const struct chart_role *c)
{
	return c->kind == ROWS_OF_SOPS ? "SOP" : "peran";
}

char *
finding_role(const struct chart_role *c, char *buf, size_t size)
{
	char below[FORMAT_SIZE], judged[FORMAT_SIZE], target[FORMAT_SIZE];
	const char *what = noun_of(c);
	const struct role_tally t = role_tally(c);

	if (c->target == SHARE_NONE || t.judged <= 1) {
		of_office(c, buf, size);
		append_side(c->office, c->target, buf, size);
		return buf;
	}
	share_target(target, sizeof(target), c->target);
	share_count_words(below, sizeof(below), t.below);
	share_count_words(judged, sizeof(judged), t.judged);
	if (t.below == 0 && t.judged < c->n)
		snprintf(buf, size, "Semua %s yang dinilai mencapai target "
		    "%s tepat waktu", what, target);
	else if (t.below == 0)
		snprintf(buf, size, "Semua %s mencapai target %s tepat "
		    "waktu", what, target);
	else if (t.below == t.judged)
		snprintf(buf, size, "Belum ada %s yang mencapai target %s "
		    "tepat waktu", what, target);
	else if (t.below == 1 && t.named != NULL)
		snprintf(buf, size, "Hanya %s yang belum mencapai target %s "
		    "tepat waktu", t.named->name, target);
	else
		snprintf(buf, size, "%s dari %s %s belum mencapai target "
		    "%s tepat waktu", below, judged, what, target);
	return capital(buf);
}

char *
finding_role_alt(const struct chart_role *c, char *buf, size_t size)
{
	const struct role_tally t = role_tally(c);
	char finding[FINDING_SIZE], words[FORMAT_SIZE];
	const struct chart_role_row *row;
	int i = 0;

	snprintf(buf, size, "Diagram %s per %s, %s",
	    c->kind == ROWS_OF_SOPS ? "garis" : "batang", noun_of(c),
	    c->period);
	begin_alt(buf, size, finding_role(c, finding, sizeof(finding)),
	    " Di bawah target:", t.below);
	for (row = c->rows; row < c->rows + c->n && i < NAMES_MOST; row++)
		if (share_is_low(row->now, c->target))
			text_add(buf, size, "%s%s %s", joint(i++, t.below),
			    row->name, share_words(words, sizeof(words),
			    row->now, c->target));
	end_alt(buf, size, i, t.below, noun_of(c));
	return buf;
}

/* -- how long it takes ----------------------------------------------------- */

/* Steps done often enough to be judged, those a tenth of whose visits were
 * late, and one of the latter that may be named. */
struct pace_tally {
	int				 judged, over;
	const struct chart_pace_row	*named;
};

static struct pace_tally
pace_tally(const struct chart_pace *c)
{
	const struct chart_pace_row *row;
	struct pace_tally t = { 0 };

	for (row = c->rows; row < c->rows + c->n; row++) {
		t.judged += chart_pace_group(row) != PACE_FEW;
		if (!chart_pace_is_over(row))
			continue;
		t.over++;
		if (!row->single)
			t.named = row;
	}
	return t;
}

/* Without standards: the step that takes longest, of those that may be named
 * and in whatever order. */
static char *
longest(const struct chart_pace *c, char *buf, size_t size)
{
	const struct chart_pace_row *row, *most = NULL;
	char words[FORMAT_SIZE];

	for (row = c->rows; row < c->rows + c->n; row++)
		if (chart_pace_group(row) == PACE_RANKED &&
		    (most == NULL || row->median > most->median))
			most = row;
	if (most == NULL)
		snprintf(buf, size, "Lama tiap langkah, tanpa standar waktu");
	else
		snprintf(buf, size, "Yang paling lama %s: separuhnya %s atau "
		    "lebih", most->name, format_duration(words, sizeof(words),
		    most->median, 0, most->median < 60));
	return buf;
}

char *
finding_pace(const struct chart_pace *c, char *buf, size_t size)
{
	const struct pace_tally t = pace_tally(c);
	char over[FORMAT_SIZE];

	share_count_words(over, sizeof(over), t.over);
	if (c->durations)
		return longest(c, buf, size);
	if (t.judged == 0)
		snprintf(buf, size, "Belum ada langkah dengan sepuluh "
		    "pekerjaan pada %s", c->period);
	else if (t.over == 0)
		snprintf(buf, size, "Pada semua langkah yang dinilai, "
		    "sembilan dari sepuluh pekerjaan atau lebih selesai dalam "
		    "batasnya");
	else if (t.over == t.judged && t.over > 1)
		snprintf(buf, size, "Pada semua langkah yang dinilai, "
		    LONGER);
	else if (t.over == 1 && t.named != NULL)
		snprintf(buf, size, "Hanya pada %s " LONGER, t.named->name);
	else
		snprintf(buf, size, "Pada %s langkah, " LONGER, over);
	return buf;
}

char *
finding_pace_alt(const struct chart_pace *c, char *buf, size_t size)
{
	const struct pace_tally t = pace_tally(c);
	char finding[FINDING_SIZE], words[PACE_WORDS];
	const struct chart_pace_row *row;
	int i = 0;

	snprintf(buf, size, "Diagram garis per pekerjaan, %s", c->period);
	begin_alt(buf, size, finding_pace(c, finding, sizeof(finding)),
	    " Terlambat:", t.over);
	for (row = c->rows; row < c->rows + c->n && i < NAMES_MOST / 2; row++) {
		if (!chart_pace_is_over(row))
			continue;
		text_add(buf, size, "%s%s (standar %s, %s)",
		    i == 0 || i == t.over - 1 ? joint(i, t.over) : "; ",
		    row->name, row->standard, chart_pace_late(words,
		    row->share));
		i++;
	}
	end_alt(buf, size, i, t.over, "langkah");
	return buf;
}

/* -- twelve months --------------------------------------------------------- */

/* "Maret"; with its year where that differs from the last month's. */
static void
append_name(const struct chart_trend *c, int i, char *buf, size_t size)
{
	text_add(buf, size, "%s", format_month(c->month[i].month));
	if (c->month[i].year != c->month[c->n - 1].year)
		text_add(buf, size, " %d", c->month[i].year);
}

/* "; hanya Maret di luar batas alami", of the months before the last; nothing
 * when all are within. */
static void
append_signals(const struct chart_trend *c, const struct noise_limits *l,
    char *buf, size_t size)
{
	char words[FORMAT_SIZE];
	int i, named = 0, n = 0;

	for (i = 0; i < c->n; i++)
		n += chart_trend_signal(c, l, i) != 0;
	if (n == 0)
		return;
	text_add(buf, size, "; %s", n == 1 ? "hanya" : n > 2 ?
	    share_count_words(words, sizeof(words), n) : "");
	if (n > 2)
		text_add(buf, size, " bulan");
	for (i = 0; i < c->n && n <= 2; i++)
		if (chart_trend_signal(c, l, i) != 0) {
			text_add(buf, size, "%s", named > 0 ? " dan " :
			    n == 1 ? " " : "");
			named++;
			append_name(c, i, buf, size);
		}
	text_add(buf, size, " di luar batas alami");
}

/* A period, or the last month, beside nothing but the target. */
static void
of_own(const struct chart_trend *c, char *buf, size_t size)
{
	const struct chart_trend_month *m = &c->month[c->n - 1];
	const struct share s = chart_trend_own(c);
	char words[2 * FORMAT_SIZE], name[FORMAT_SIZE];

	snprintf(name, sizeof(name), "%s %d", format_month(m->month), m->year);
	if (c->period != NULL)
		snprintf(name, sizeof(name), "%s", c->period);
	if (s.counted == 0)
		snprintf(buf, size, "Tidak ada langkah yang dinilai pada %s",
		    name);
	else if (share_is_few(s))
		snprintf(buf, size, "%s langkah tepat waktu pada %s",
		    share_or_words(words, sizeof(words), s, c->target), name);
	else
		snprintf(buf, size, "Ketepatan waktu %s adalah %s", name,
		    share_words(words, sizeof(words), s, c->target));
	append_side(s, c->target, buf, size);
}

/* The last month among its neighbours: below or above its limits, or like any
 * other. */
static void
of_month(const struct chart_trend *c, const struct noise_limits *l, char *buf,
    size_t size)
{
	const int last = c->n - 1, side = chart_trend_signal(c, l, last);
	char words[FORMAT_SIZE], limits[FORMAT_SIZE];

	snprintf(buf, size, "Ketepatan waktu %s", share_percent(words,
	    sizeof(words), share_tenths(c->month[last].share, c->target)));
	chart_trend_limits_words(limits, sizeof(limits), l);
	if (side != 0) {
		text_add(buf, size, ", di %s batas alami %s",
		    side < 0 ? "bawah" : "atas", limits);
		return;
	}
	if (last > 0 && !share_is_few(c->month[last - 1].share) &&
	    chart_trend_signal(c, l, last - 1) == 0) {
		text_add(buf, size, ", tidak berbeda nyata dari ");
		append_name(c, last - 1, buf, size);
	} else
		text_add(buf, size, ", dalam batas alami %s", limits);
	append_signals(c, l, buf, size);
}

/* "November belum berakhir: 92,5% sejauh ini". */
static void
of_running(const struct chart_trend *c, char *buf, size_t size)
{
	const struct chart_trend_month *m = &c->month[c->n - 1];
	char words[2 * FORMAT_SIZE];

	snprintf(buf, size, "%s belum berakhir: %s%s tepat waktu sejauh ini",
	    format_month(m->month), share_or_words(words, sizeof(words),
	    m->share, c->target), share_is_few(m->share) ? " langkah" : "");
}

char *
finding_trend(const struct chart_trend *c, char *buf, size_t size)
{
	const struct share own = chart_trend_own(c);
	struct noise_limits l;
	const int limited = chart_trend_limits(c, &l) == 0;

	if (c->period == NULL && !c->running && limited &&
	    !share_is_few(own)) {
		of_month(c, &l, buf, size);
		return buf;
	}
	if (c->period == NULL && c->running && own.counted > 0)
		of_running(c, buf, size);
	else
		of_own(c, buf, size);
	if (limited)
		append_signals(c, &l, buf, size);
	return capital(buf);
}

/* "November 2025 90,1%". */
static void
append_month(const struct chart_trend *c, int i, char *buf, size_t size)
{
	char words[FORMAT_SIZE];

	append_name(c, i, buf, size);
	text_add(buf, size, " %s", share_words(words, sizeof(words),
	    c->month[i].share, c->target));
}

char *
finding_trend_alt(const struct chart_trend *c, char *buf, size_t size)
{
	char finding[FINDING_SIZE], words[FORMAT_SIZE];
	struct noise_limits l;
	int i, below = 0, named = 0;

	snprintf(buf, size, "Diagram garis %s bulan sampai %s %d",
	    share_count_words(words, sizeof(words), c->n),
	    format_month(c->month[c->n - 1].month), c->month[c->n - 1].year);
	for (i = 0; i < c->n; i++)
		below += share_is_low(c->month[i].share, c->target);
	begin_alt(buf, size, finding_trend(c, finding, sizeof(finding)), "",
	    0);
	if (chart_trend_limits(c, &l) == 0)
		text_add(buf, size, " Batas alami %s.",
		    chart_trend_limits_words(words, sizeof(words), &l));
	if (below > 0)
		text_add(buf, size, " Di bawah target:");
	for (i = 0; i < c->n; i++) {
		if (!share_is_low(c->month[i].share, c->target))
			continue;
		text_add(buf, size, "%s", joint(named++, below));
		append_month(c, i, buf, size);
	}
	end_alt(buf, size, named, below, "");
	return buf;
}

/* -- open work by its age -------------------------------------------------- */

/* Open steps, the late ones, and the role that has most of these and may be
 * named. */
struct age_tally {
	int64_t				 open, late;
	const struct chart_age_row	*named;
};

static struct age_tally
age_tally(const struct chart_age *c)
{
	const struct chart_age_row *row, *most = NULL;
	struct age_tally t = { 0 };
	int tie = 0;

	for (row = c->rows; row < c->rows + c->n; row++) {
		t.open += chart_age_total(row);
		t.late += row->late;
		if (most == NULL || row->late > most->late) {
			most = row;
			tie = 0;
		} else
			tie |= row->late == most->late;
	}
	if (t.late > 0 && !tie && !most->single)
		t.named = most;
	return t;
}

char *
finding_age(const struct chart_age *c, char *buf, size_t size)
{
	const struct age_tally t = age_tally(c);
	char late[FORMAT_SIZE], all[FORMAT_SIZE];

	share_count_words(late, sizeof(late), t.late);
	share_count_words(all, sizeof(all), t.open);
	if (t.open == 0)
		snprintf(buf, size, "Tidak ada langkah yang terbuka pada %s",
		    c->when);
	else if (t.late == 0)
		snprintf(buf, size, "Tidak satu pun dari %s langkah yang "
		    "terbuka sudah terlambat", all);
	else if (t.late == t.open)
		snprintf(buf, size, "Semua langkah yang terbuka sudah "
		    "terlambat");
	else
		snprintf(buf, size, "%s dari %s langkah yang terbuka sudah "
		    "terlambat", late, all);
	if (t.named != NULL && c->n > 1)
		text_add(buf, size, ", terbanyak pada %s", t.named->name);
	return capital(buf);
}

char *
finding_age_alt(const struct chart_age *c, char *buf, size_t size)
{
	char finding[FINDING_SIZE], words[FORMAT_SIZE];
	const struct chart_age_row *row;
	int i = 0, roles = 0;

	for (row = c->rows; row < c->rows + c->n; row++)
		roles += row->late > 0;
	snprintf(buf, size, "Diagram batang bertumpuk per peran, %s", c->when);
	begin_alt(buf, size, finding_age(c, finding, sizeof(finding)),
	    " Terlambat:", roles);
	for (row = c->rows; row < c->rows + c->n && i < NAMES_MOST; row++)
		if (row->late > 0)
			text_add(buf, size, "%s%s %s", joint(i++, roles),
			    row->name, format_int(words, sizeof(words),
			    row->late));
	end_alt(buf, size, i, roles, "peran");
	return buf;
}

/* -- sent back ------------------------------------------------------------- */

/* "... pada SIGAP, langkah 2 (11,1%)"; of one SOP "pada langkah 2". */
static void
append_most(const struct chart_return *c, const struct chart_return_row *most,
    char *buf, size_t size)
{
	const size_t n = strlen(buf) + strlen(MOST);
	char words[2 * FORMAT_SIZE];

	text_add(buf, size, MOST "%s (%s)", most->name,
	    share_words(words, sizeof(words), most->sent, SHARE_NONE));
	if (c->scope != NULL && n < size)
		buf[n] = (char)tolower((unsigned char)buf[n]);
}

char *
finding_return(const struct chart_return *c, char *buf, size_t size)
{
	const struct chart_return_row *most = chart_return_most(c);
	char words[2 * FORMAT_SIZE];

	if (c->office.counted == 0)
		snprintf(buf, size, "Tidak ada keputusan pada %s", c->period);
	else if (c->office.on_time == 0)
		snprintf(buf, size, "Tidak ada berkas yang dikembalikan pada "
		    "%s", c->period);
	else
		snprintf(buf, size, "%s keputusan mengembalikan berkas",
		    share_or_words(words, sizeof(words), c->office,
		    SHARE_NONE));
	if (most != NULL)
		append_most(c, most, buf, size);
	return capital(buf);
}

char *
finding_return_alt(const struct chart_return *c, char *buf, size_t size)
{
	char finding[FINDING_SIZE], words[FORMAT_SIZE];
	int i;

	snprintf(buf, size, "Diagram batang per langkah, %s", c->period);
	begin_alt(buf, size, finding_return(c, finding, sizeof(finding)),
	    " Dikembalikan:", c->n);
	for (i = 0; i < c->n && i < NAMES_MOST; i++)
		text_add(buf, size, "%s%s %s", joint(i, c->n),
		    c->rows[i].name, share_words(words, sizeof(words),
		    c->rows[i].sent, SHARE_NONE));
	end_alt(buf, size, i, c->n, "langkah");
	return buf;
}

/* -- where time is lost ---------------------------------------------------- */

/* "langkah 3, SIGAP"; of one SOP alone "langkah 3". */
static char *
row_name(const struct chart_heat *c, const struct chart_heat_row *row,
    char *buf, size_t size)
{
	snprintf(buf, size, "%s%s%s", row->name, c->scope == NULL ? ", " : "",
	    c->scope == NULL ? row->sop : "");
	buf[0] = (char)tolower((unsigned char)buf[0]);
	return buf;
}

/* ", di bawah target pada sembilan dari 12 bulan": of the months that have a
 * share. */
static void
append_months(const struct chart_heat *c, const struct chart_heat_row *row,
    char *buf, size_t size)
{
	char part[FORMAT_SIZE], whole[FORMAT_SIZE];
	int i, months = 0, below = 0;

	for (i = 0; i < c->n; i++) {
		months += chart_heat_has(row->month[i]);
		below += chart_heat_has(row->month[i]) &&
		    share_is_below(row->month[i], c->target);
	}
	if (below == months && months > 1)
		text_add(buf, size, ", di bawah target sepanjang %s "
		    "bulan", share_count_words(whole, sizeof(whole), months));
	else if (below > 0 && months > 1)
		text_add(buf, size, ", di bawah target pada %s dari %s "
		    "bulan", share_count_words(part, sizeof(part), below),
		    share_count_words(whole, sizeof(whole), months));
}

/* Without a row that may be named: the rows below the target now, or the rows
 * over which the late tasks are spread. */
static char *
of_all_rows(const struct chart_heat *c, char *buf, size_t size)
{
	char part[FORMAT_SIZE], whole[FORMAT_SIZE], target[FORMAT_SIZE];
	int64_t late = 0;
	int i;

	for (i = 0; i < c->nrows; i++)
		late += chart_heat_late(&c->rows[i]);
	if (late == 0)
		snprintf(buf, size, "Tidak ada keterlambatan dalam %s bulan",
		    share_count_words(part, sizeof(part), c->n));
	else if (c->target != SHARE_NONE && c->judged > 0)
		snprintf(buf, size, "%s dari %s langkah di bawah target %s "
		    "pada %s %d", share_count_words(part, sizeof(part),
		    c->below), share_count_words(whole, sizeof(whole),
		    c->judged), share_target(target, sizeof(target),
		    c->target), format_month(c->month), c->year);
	else
		snprintf(buf, size, "Keterlambatan tersebar pada %s langkah",
		    share_count_words(part, sizeof(part), c->all));
	return capital(buf);
}

char *
finding_heat(const struct chart_heat *c, char *buf, size_t size)
{
	char name[FINDING_SIZE];

	if (c->nrows == 0) {
		snprintf(buf, size, "Belum ada langkah dengan lima penilaian "
		    "dalam sebulan");
		return buf;
	}
	if (c->most == NULL)
		return of_all_rows(c, buf, size);
	snprintf(buf, size, "Keterlambatan terbanyak pada %s",
	    row_name(c, c->most, name, sizeof(name)));
	if (c->target != SHARE_NONE)
		append_months(c, c->most, buf, size);
	return buf;
}

/* The drawn rows below the target in the last month, with their values; returns
 * how many are named. */
static int
append_below(const struct chart_heat *c, char *buf, size_t size)
{
	char name[FINDING_SIZE], words[FORMAT_SIZE];
	struct share s;
	int i, named = 0;

	for (i = 0; i < c->nrows && named < NAMES_MOST; i++) {
		s = c->rows[i].month[c->n - 1];
		if (!chart_heat_has(s) || !share_is_below(s, c->target))
			continue;
		if (named == 0)
			text_add(buf, size, " Di bawah target pada %s "
			    "%d:", format_month(c->month), c->year);
		text_add(buf, size, "%s%s %s%%",
		    joint(named++, c->below),
		    row_name(c, &c->rows[i], name, sizeof(name)),
		    chart_heat_words(words, sizeof(words), s, c->target));
	}
	return named;
}

char *
finding_heat_alt(const struct chart_heat *c, char *buf, size_t size)
{
	char finding[FINDING_SIZE], words[FORMAT_SIZE];
	int named;

	snprintf(buf, size, "Peta warna langkah menurut bulan, %s bulan sampai "
	    "%s %d", share_count_words(words, sizeof(words), c->n),
	    format_month(c->month), c->year);
	begin_alt(buf, size, finding_heat(c, finding, sizeof(finding)), "", 0);
	named = append_below(c, buf, size);
	end_alt(buf, size, named, named > 0 ? c->below : 0, "langkah");
	return buf;
}
