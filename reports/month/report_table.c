/* report_table.c - filling dense.tpl. */
#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "case/access.h"
#include "month/month_work.h"
#include "page/format.h"
#include "page/page.h"
#include "reports/month/report.h"
#include "reports/month/report_table.h"
#include "reports/month/xes.h"

#define EN_DASH "\xe2\x80\x93"
#define MINUS "\xe2\x88\x92"

/* "Janji layanan" as "janji-layanan". */
static char *
anchor(const char *title, char *buf, size_t size)
{
	size_t n = 0;

	for (; *title != '\0' && n + 1 < size; title++) {
		if (isalnum((unsigned char)*title))
			buf[n++] = (char)tolower((unsigned char)*title);
		else if (n > 0 && buf[n - 1] != '-')
			buf[n++] = '-';
	}
	buf[n] = '\0';
	return buf;
}

struct page *
report_section(struct page *body, const char *section, const char *title)
{
	struct page *const page[] = {
		page_add(body, section), page_add(body, "CONTENTS")
	};
	char id[64];
	int i;

	anchor(title, id, sizeof(id));
	for (i = 0; i < 2; i++) {
		page_set(page[i], "ID", id);
		page_set(page[i], "TITLE", title);
	}
	return page[0];
}

struct page *
report_part(struct page *body, const char *title)
{
	return report_section(body, "MORE", title);
}

void
report_paragraph(struct page *part, const char *text)
{
	page_set(page_add(part, "MORE_TEXT"), "TEXT", text);
}

struct page *
report_table_named(struct page *page, const char *marker, const char *caption,
    const struct report_column *column)
{
	struct page *table = page_include(page, marker, "dense.tpl"), *head;
	int columns = 0, words = 0;

	page_set(table, "CAPTION", caption);
	for (; column->text != NULL; column++) {
		if (*column->text == '\0')
			continue;
		head = page_add(table, "HEADS");
		page_set(head, "TEXT", column->text);
		words += column->words;
		columns++;
	}
	if (columns == 1 + words)
		return table;
	page_show(table, "FIGURES");
	if (words > 0)
		page_show(table, words == 1 ? "WORDS_1" : "WORDS_2");
	return table;
}

struct page *
report_table(struct page *page, const char *marker, const char *caption,
    const struct report_column *column)
{
	struct page *table = report_table_named(page, marker, caption, column);

	page_show(table, "HEARD");
	return table;
}

struct page *
report_group(struct page *table, const char *title, int span)
{
	struct page *group = page_add(table, "BODIES"), *part;

	if (title != NULL) {
		part = page_add(group, "TITLE");
		page_set(part, "TEXT", title);
		page_set_int(part, "SPAN", span);
	}
	return group;
}

struct page *
report_row(struct page *group, const char *name, const char *note)
{
	struct page *row = page_add(group, "ROWS");

	page_set(row, "NAME", name);
	page_text(row, "NOTE", note);
	return row;
}

void
report_link(struct page *row, const char *href)
{
	page_set(page_add(row, "LINK"), "HREF", href);
}

int
report_links_case(const struct report *r, int64_t case_id)
{
	return r->links != NULL && (r->reader == 0 ||
	    case_may_see_id(r->office, r->reader, case_id, r->now));
}

const char *
report_case_name(const struct report *r, int64_t case_id, const char *number,
    char buf[REPORT_WORDS])
{
	const struct xes_mask mask = { r->office, r->f,
		r->file != NULL ? r->file : "laporan", r->numbers ||
		(r->reader != 0 && report_links_case(r, case_id)) ?
		XES_NUMBERS : 0 };
	char name[XES_RESOURCE];

	snprintf(buf, REPORT_WORDS, "%s", xes_case(&mask, number, name));
	return buf;
}

struct page *
report_case_row(const struct report *r, struct page *group, int64_t case_id,
    const char *number)
{
	char words[REPORT_WORDS];
	struct page *row = report_row(group, report_case_name(r, case_id,
	    number, words), NULL);

	if (report_links_case(r, case_id)) {
		snprintf(words, sizeof(words), "%s/berkas/%lld", r->links,
		    (long long)case_id);
		report_link(row, words);
	}
	return row;
}

struct page *
report_cell(struct page *row, const char *text)
{
	struct page *cell = page_add(row, "CELLS");

	page_set(cell, "TEXT", text);
	return cell;
}

struct page *
report_int(struct page *row, int64_t n)
{
	char words[FORMAT_SIZE];

	return report_cell(row, format_int(words, sizeof(words), n));
}

struct page *
report_share_cell(struct page *row, struct share s, int target)
{
	struct page *cell = page_add(row, "CELLS");
	char words[2 * FORMAT_SIZE];

	page_set(cell, "TEXT", share_words(words, sizeof(words), s, target));
	if (share_is_low(s, target))
		page_show(cell, "BELOW");
	return cell;
}

/* -- to the work behind a figure ------------------------------------------- */

/* Append a value as an address has it; keys and figures are ASCII. */
static void
add_encoded(char *buf, size_t size, const char *value)
{
	for (; *value != '\0'; value++)
		text_add(buf, size, isalnum((unsigned char)*value) ||
		    strchr("-_./", *value) != NULL ? "%c" : "%%%02X",
		    (unsigned char)*value);
}

/* Where the figure leads: beside the page, whose hundreds of links are short;
 * "" when it leads nowhere. */
static const char *
work_address(const struct report *r, const struct month_part *p,
    const char *figure, char buf[REPORT_WORDS])
{
	static const char *const scopes[MONTH_SCOPE__MAX] = {
		[MONTH_ROLE] = "&p=", [MONTH_SOP] = "&s=",
		[MONTH_ROW] = "&l=", [MONTH_UNIT] = "&u=",
	};

	buf[0] = '\0';
	if (r->reader == 0 || month_work_value(p, figure) <= 0)
		return buf;
	text_add(buf, REPORT_WORDS, "kerja?a=");
	add_encoded(buf, REPORT_WORDS, figure);
	if (p->scope == MONTH_OFFICE)
		return buf;
	text_add(buf, REPORT_WORDS, "%s", scopes[p->scope]);
	add_encoded(buf, REPORT_WORDS, p->key);
	return buf;
}

void
report_to(const struct report *r, struct page *cell,
    const struct month_part *p, const char *figure)
{
	char href[REPORT_WORDS];

	if (*work_address(r, p, figure, href) != '\0')
		page_set(page_add(cell, "TO"), "HREF", href);
}

void
report_row_to(const struct report *r, struct page *row,
    const struct month_part *p, const char *figure)
{
	char href[REPORT_WORDS];

	if (*work_address(r, p, figure, href) != '\0')
		report_link(row, href);
}

struct page *
report_group_to(const struct report *r, struct page *table, const char *title,
    int span, const struct month_part *p, const char *figure)
{
	struct page *group = page_add(table, "BODIES");
	struct page *part = page_add(group, "TITLE");

	page_set(part, "TEXT", title);
	page_set_int(part, "SPAN", span);
	report_to(r, part, p, figure);
	return group;
}

void
report_work(const struct report *r, struct page *row,
    const struct month_part *p, const char *figure)
{
	report_to(r, report_int(row, month_work_value(p, figure)), p, figure);
}

void
report_year_cell(const struct report *r, struct page *row, struct share s)
{
	if (r->yearly[0] != '\0')
		report_share_cell(row, s, SHARE_NONE);
}

void
report_change(struct page *row, struct share now, struct share before,
    int target)
{
	char number[FORMAT_SIZE], words[FORMAT_SIZE + 4];
	int tenths;

	if (share_is_few(now) || share_is_few(before)) {
		report_cell(row, EN_DASH);
		return;
	}
	tenths = share_tenths(now, target) - share_tenths(before, target);
	format_number(number, sizeof(number),
	    (tenths < 0 ? -tenths : tenths) / 10.0, 1);
	snprintf(words, sizeof(words), "%s%s", tenths > 0 ? "+" :
	    tenths < 0 ? MINUS : "", number);
	report_cell(row, words);
}

void
report_time(struct page *row, int64_t seconds, int64_t day)
{
	char words[FORMAT_SIZE];

	if (seconds < 0)
		report_cell(row, EN_DASH);
	else
		report_cell(row, format_duration(words, sizeof(words),
		    seconds, day, seconds < 60));
}

void
report_percent(struct page *row, int64_t part, int64_t whole)
{
	char words[FORMAT_SIZE];

	if (whole == 0)
		report_cell(row, EN_DASH);
	else
		report_cell(row, format_percent(words, sizeof(words),
		    (double)part / (double)whole, 0));
}
