/*
 * judge-t.c - the suggestion by the figures of an SOP, for its monitor, and
 * where they are in doubt.
 */
#include "reports/month/judge.h"

#include <string.h>

#include "month/month.h"
#include "tests/tap.h"

struct sample {
	int64_t		 on_time, done, target;
	int64_t		 kept, promised;
	enum judgement	 expect;
	const char	*why;		/* how the doubt begins */
};

static const struct sample samples[] = {
	{ 0, 0, 90, 0, 0, JUDGE_DOUBT, "tidak ada langkah" },
	{ 9, 9, 90, 0, 0, JUDGE_DOUBT, "baru 9 langkah" },
	{ 10, 10, 90, 0, 0, JUDGE_WELL, "" },
	{ 100, 100, -1, 0, 0, JUDGE_WELL, "" },
	{ 80, 100, -1, 0, 0, JUDGE_BADLY, "" },	/* nine of ten */
	{ 80, 100, 75, 0, 0, JUDGE_WELL, "" },		/* its own target */
	{ 91, 100, 90, 0, 0, JUDGE_DOUBT, "angkanya kurang dari 2 poin" },
	{ 92, 100, 90, 0, 0, JUDGE_WELL, "" },
	{ 89, 100, 90, 0, 0, JUDGE_DOUBT, "angkanya kurang dari 2 poin" },
	{ 88, 100, 90, 0, 0, JUDGE_BADLY, "" },
	{ 99, 100, 90, 5, 20, JUDGE_DOUBT, "langkahnya tepat waktu, tetapi" },
	{ 99, 100, 90, 1, 9, JUDGE_WELL, "" },	/* too few promises */
	{ 50, 100, 90, 20, 20, JUDGE_DOUBT, "langkahnya sering terlambat" },
	{ 50, 100, 90, 5, 20, JUDGE_BADLY, "" },
};

/* The yearly review of the standards. */
static void
standards(void)
{
	static const struct {
		int64_t			 done, late, open, p90;
		int			 external;
		enum standard_fit	 expect;
	} rows[] = {
		{ 29, 9, 0, 1800, 0, STANDARD_FITS },	/* too few */
		{ 30, 3, 0, 1800, 0, STANDARD_TIGHT },
		{ 30, 2, 0, 1001, 0, STANDARD_FITS },	/* 6.7% late */
		{ 30, 2, 2, 1001, 0, STANDARD_TIGHT },	/* two more open */
		{ 45, 1, 0, 990, 0, STANDARD_FITS },	/* 97.8% on time */
		{ 30, 0, 0, 500, 0, STANDARD_FITS },
		{ 30, 0, 0, 499, 0, STANDARD_LOOSE },
		{ 29, 0, 0, 499, 0, STANDARD_FITS },
		{ 99, 99, 0, 1800, 1, STANDARD_FITS },	/* outsiders */
		{ 99, 0, 0, -1, 0, STANDARD_FITS },	/* no standard */
	};
	struct month_part p;
	size_t i;

	for (i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		memset(&p, 0, sizeof(p));
		p.done = rows[i].done;
		p.over = rows[i].late;
		p.within = p.done - p.over;
		p.late_open = rows[i].open;
		p.external = rows[i].external;
		is_int(rows[i].expect, judge_standard(&p, rows[i].p90),
		    "standard %zu", i + 1);
	}
}

int
main(void)
{
	const size_t n = sizeof(samples) / sizeof(samples[0]);
	struct month_part p;
	char why[200], text[400];
	size_t i;

	for (i = 0; i < n; i++) {
		const struct sample *s = &samples[i];

		memset(&p, 0, sizeof(p));
		p.target = s->target;
		p.done = s->done;
		p.within = s->on_time;
		p.over = s->done - s->on_time;
		p.kept = s->kept;
		p.promised = s->promised;
		is_int(s->expect, judge_sop(&p, why, sizeof(why)),
		    "sample %zu", i + 1);
		ok(strncmp(why, s->why, strlen(s->why)) == 0 &&
		    (*s->why != '\0' || *why == '\0'), "... and why: %s", why);
	}
	is_int(JUDGE_DOUBT, judge_sop(NULL, why, sizeof(why)), "no case");
	is_string("Tidak ada berkas.", judge_figures(NULL, text,
	    sizeof(text)), "... in words");
	p.cases_came = 1234;
	p.returned = 3;
	is_string("1.234 berkas masuk; langkah tepat waktu 50,0%; dalam "
	    "waktu layanan 25,0%; 3 kali dikembalikan.", judge_figures(&p, text,
	    sizeof(text)), "the figures in words");
	standards();
	return tap_done();
}
