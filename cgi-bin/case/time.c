/*
 * time.c - where the time of a case went: the five accounts as one bar,
 * as a table, and visit by visit.
 */
#include <string.h>

#include "case/case_account.h"
#include "cgi-bin/case/case.h"

#include "base/arena.h"
#include "casepage/words.h"
#include "page/format.h"
#include "page/page.h"
#include "web/request.h"
#include "web/table.h"

#define PARTS 5
#define LETTER_PERCENT 6	/* a part this wide has room for its letter */

/* One account: its words, its section in the template. */
static const struct part {
	const char	*name, *section, *letter;
	int		 always;	/* runs day and night */
} parts[PARTS] = {
	{ "Dikerjakan", "OWN", "A", 0 },
	{ "Menunggu dikerjakan", "QUEUE", "B", 0 },
	{ "Di pihak luar", "OUTSIDE", "C", 1 },
	{ "Di pemohon", "APPLICANT", "D", 1 },
	{ "Di luar jam kerja", "CLOSED", "E", 1 },
};

static void
read_accounts(const struct accounts *a, int64_t seconds[PARTS])
{
	seconds[0] = a->own;
	seconds[1] = a->queue;
	seconds[2] = a->outside;
	seconds[3] = a->applicant;
	seconds[4] = a->closed;
}

/* Office time in hours, as its days are not equally long, the rest in days of
 * 24 hours; "–" for none. */
static const char *
length_words(const struct case_view *v, size_t part, int64_t seconds)
{
	char *buf = arena_alloc(v->req->arena, FORMAT_SIZE);

	return seconds == 0 ? "–" : format_duration(buf, FORMAT_SIZE, seconds,
	    parts[part].always ? 86400 : 0, 0);
}

/* A share of the bar, in tenths of a percent. */
static const char *
percent(const struct case_view *v, int64_t tenths)
{
	return arena_printf(v->req->arena, "%lld.%lld",
	    (long long)(tenths / 10), (long long)(tenths % 10));
}

/* A share above zero is never shown as 0%, nor one below all as 100%. */
static const char *
share_words(const struct case_view *v, int64_t seconds, int64_t sum)
{
	int64_t share = (seconds * 200 / sum + 1) / 2;

	if (share == 100 && seconds < sum)
		return "lebih dari 99%";
	return share == 0 ? "kurang dari 1%" : arena_printf(v->req->arena,
	    "%lld%%", (long long)share);
}

static void
show_bar(const struct case_view *v, struct page *page,
    const int64_t seconds[PARTS], int64_t sum)
{
	struct page *bar = page_include(page, "BAR", "bar.tpl");
	const char *words = "Ke mana waktunya";
	int64_t before = 0;

	for (size_t i = 0; i < PARTS; i++) {
		int64_t x = before * 1000 / sum;
		int64_t width = (before + seconds[i]) * 1000 / sum - x;
		struct page *p;

		before += seconds[i];
		if (seconds[i] == 0)
			continue;
		p = page_add(bar, "PARTS");
		page_show(p, parts[i].section);
		page_set(p, "NAME", parts[i].name);
		page_set(p, "LETTER", parts[i].letter);
		page_set(p, "PLACE", percent(v, x));
		page_set(p, "WIDTH", percent(v, width));
		page_setf(p, "TEXT", "%s, %s", length_words(v, i, seconds[i]),
		    share_words(v, seconds[i], sum));
		arena_append(v->req->arena, &words, "; %s %s (%s)",
		    parts[i].name, length_words(v, i, seconds[i]),
		    share_words(v, seconds[i], sum));
		if (width < LETTER_PERCENT * 10)
			continue;
		p = page_add(p, "WIDE");
		page_set(p, "MIDDLE", percent(v, x + width / 2));
	}
	page_set(bar, "TITLE", "Ke mana waktunya");
	page_set(bar, "WORDS", words);
}

void
case_show_times(const struct case_view *v, struct page *page)
{
	static const char *const heads[] = { "Di mana", "Lama", NULL };
	int64_t seconds[PARTS];
	struct accounts a;
	struct page *body;

	if (case_accounts(v->req->office, &v->c, v->req->now, &a) != CASE_OK)
		return;
	read_accounts(&a, seconds);
	if (accounts_sum(&a) > 0)
		show_bar(v, page, seconds, accounts_sum(&a));
	body = table_begin(page, "TIMES", "Ke mana waktunya", heads);
	for (size_t i = 0; i < PARTS; i++)
		table_cell(table_row(body, parts[i].name, NULL),
		    length_words(v, i, seconds[i]));
}

/* "3. Telaah dan disposisi, Subbag TU, kunjungan 2" */
static const char *
visit_words(const struct case_view *v, const struct task_row *t)
{
	const struct sop *sop = v->dossier.sop;
	const struct sop_row *row = sop_row_at(sop, (int)t->pos);

	return arena_printf(v->req->arena, "%s. %s, %s%s", row->no,
	    words_asked(row, t->side != 0), words_performer(v->req, sop,
	    t->performer), t->side ? " (tugas sampingan)" : t->visit == 1 ? "" :
	    arena_printf(v->req->arena, ", kunjungan %lld",
	    (long long)t->visit));
}

void
case_show_visits(const struct case_view *v, struct page *page)
{
	static const char *const heads[] = { "Langkah", "Dikerjakan",
		"Menunggu dikerjakan", "Pihak luar", "Pemohon",
		"Di luar jam kerja", NULL };
	struct page *body = table_begin(page_add(page, "VISITS"), "VISIT_TIMES",
	    "Waktu setiap langkah", heads);

	for (size_t i = 0; i < v->dossier.ntask; i++) {
		const struct task_row *t = &v->dossier.task[i];
		int64_t seconds[PARTS];
		struct accounts a;
		struct page *row;

		if (case_account_task(v->req->office, t, v->req->now, &a) !=
		    CASE_OK)
			continue;
		read_accounts(&a, seconds);
		row = table_row(body, visit_words(v, t), NULL);
		for (size_t k = 0; k < PARTS; k++)
			table_cell(row, length_words(v, k, seconds[k]));
	}
}
