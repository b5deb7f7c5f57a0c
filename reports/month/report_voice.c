/* report_voice.c - the voice of the public: survey and complaints. */
#include <stdio.h>

#include "month/month_voice.h"
#include "page/format.h"
#include "reports/month/report.h"
#include "reports/month/report_table.h"
#include "reports/month/report_voice.h"
#include "voice/survey.h"

/* "90,56": an index in hundredths. */
static char *
index_words(int64_t index, char buf[FORMAT_SIZE])
{
	snprintf(buf, FORMAT_SIZE, "%lld,%02lld", (long long)index / 100,
	    (long long)index % 100);
	return buf;
}

/* The index by the weight in use, and the index by the other weight. */
static void
survey_text(const struct report *r, struct page *part)
{
	const struct month_part *p = &r->f->office;
	const int64_t used = month_voice_index(p, r->weight);
	const char grade = survey_grade(used);
	char a[FORMAT_SIZE], b[FORMAT_SIZE], n[FORMAT_SIZE];
	char text[REPORT_WORDS];

	snprintf(text, sizeof(text), "%s jawaban. Indeks kepuasan masyarakat "
	    "(IKM) %s: mutu %c, %s.", format_int(n, sizeof(n), p->surveys),
	    index_words(used, a), grade,
	    survey_grade_words(grade));
	report_paragraph(part, text);
	snprintf(text, sizeof(text), "Bobot tiap unsur %s. Dengan bobot %s "
	    "jawaban yang sama menjadi %s.",
	    r->weight == SURVEY_011 ? "0,11 (dibulatkan)" : "1/9 (tepat)",
	    r->weight == SURVEY_011 ? "1/9 (tepat)" : "0,11 (dibulatkan)",
	    index_words(month_voice_index(p, r->weight == SURVEY_011 ?
	    SURVEY_NINTH : SURVEY_011), b));
	report_paragraph(part, text);
}

static void
fill_survey(const struct report *r, struct page *body)
{
	static const struct report_column columns[] = {
		{ "Unsur", 0 }, { "Rata-rata (1\xe2\x80\x93""4)", 0 },
		{ NULL, 0 }
	};
	const struct month_part *p = &r->f->office;
	struct page *part = report_part(body, "Survei kepuasan masyarakat");
	struct page *group;
	char mean[FORMAT_SIZE];
	int i;

	if (p->surveys == 0) {
		report_paragraph(part, "Belum ada jawaban survei pada bulan "
		    "ini.");
		return;
	}
	survey_text(r, part);
	group = report_group(report_table(part, "MORE_TABLE",
	    "Rata-rata sembilan unsur", columns), NULL, 0);
	for (i = 0; i < SURVEY_ELEMENTS; i++)
		report_cell(report_row(group, survey_element[i].name, NULL),
		    index_words((200 * month_voice_sum(p, i) + p->surveys) /
		    (2 * p->surveys), mean));
}

static void
fill_complaints(const struct report *r, struct page *body)
{
	static const struct report_column columns[] = {
		{ "Pengaduan", 0 }, { "Jumlah", 0 }, { NULL, 0 }
	};
	const struct month_part *p = &r->f->office;
	const struct {
		const char	*name;
		int64_t		 n;
	} list[] = {
		{ "Masuk", p->complaints_came },
		{ "Dijawab", p->complaints_answered },
		{ "Dijawab tepat waktu", p->complaints_in_time },
		{ "Belum dijawab pada akhir bulan", p->complaints_open },
		{ "Belum dijawab dan terlambat", p->complaints_late },
	};
	struct page *group = report_group(report_table(report_part(body,
	    "Pengaduan"), "MORE_TABLE", "Pengaduan masyarakat", columns), NULL,
	    0);
	size_t i;

	for (i = 0; i < sizeof(list) / sizeof(list[0]); i++)
		report_int(report_row(group, list[i].name, NULL), list[i].n);
}

void
report_fill_voices(const struct report *r, struct page *body)
{
	fill_survey(r, body);
	fill_complaints(r, body);
}
