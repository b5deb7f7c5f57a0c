/*
 * lanes-t.c - the lines of a flowchart.  A chart is drawn as text: a cell is
 * the pieces it holds, one letter each: < > the halves of its top edge, u d
 * lines up and down, # the symbol, l r - the dashed line, t its words.
 */
#include "page/lanes.h"
#include "page/page.h"
#include "tests/tap.h"

#define A 1u
#define B 2u
#define C 4u
#define D 8u

/* One row of the chart: cells parted by blanks, an empty one is ".". */
static const char *
drawn(const struct lane_row *rows, size_t count, size_t row, int nlanes)
{
	static const char letter[] = "ud<>#lr-t";
	static char buf[128];
	char *to = buf;
	unsigned pieces;
	int lane, bit;

	for (lane = 0; lane < nlanes; lane++) {
		pieces = lanes_cell(rows, count, row, lane);
		if (lane > 0)
			*to++ = ' ';
		if (pieces == 0)
			*to++ = '.';
		for (bit = 0; letter[bit] != '\0'; bit++)
			if (pieces >> bit & 1)
				*to++ = letter[bit];
	}
	*to = '\0';
	return buf;
}

static void
draws(const char *name, const struct lane_row *rows, const char *const *want,
    size_t count, int nlanes)
{
	size_t i;

	for (i = 0; i < count; i++)
		is_string(want[i], drawn(rows, count, i, nlanes), "%s, row %d",
		    name, (int)i + 1);
}

#define DRAWS(name, rows, want, nlanes) \
	draws(name, rows, want, sizeof(rows) / sizeof(rows[0]), nlanes)

/* Down, to the right, back to the left, and returns to either side. */
static void
goes_from_lane_to_lane(void)
{
	static const struct lane_row rows[] = {
		{ A, LANE_START, 0, 0, NULL },
		{ B, LANE_DECISION, 1, A, "Tidak: langkah 1" },
		{ D, LANE_BOX, 1, 0, NULL },
		{ C, LANE_DECISION, 1, D, "Tidak: langkah 3" },
		{ C, LANE_END, 1, 0, NULL },
	};
	static const char *const want[] = {
		"d# . . .",
		">-t ud<#l . .",
		". > <> ud<#",
		". . ud>#r <-t",
		". . u# .",
	};

	DRAWS("one lane at a time", rows, want, 4);
}

/* Several performers of one row, and a row that stands apart. */
static void
joins_several_lanes(void)
{
	static const struct lane_row rows[] = {
		{ B, LANE_START, 0, 0, NULL },
		{ A | C | D, LANE_BOX, 1, 0, NULL },
		{ B | C, LANE_DECISION, 1, D, "Tidak: langkah 2" },
		{ A, LANE_END, 0, 0, NULL },
	};
	static const char *const want[] = {
		". d# . .",
		"ud># <> ud<># ud<#",
		"> u<># u<>#r <-t",
		"# . . .",
	};

	DRAWS("several lanes", rows, want, 4);
}

/* A return has to leave somewhere, whatever stands beside. */
static void
returns_from_the_edge(void)
{
	static const struct lane_row first[] = {
		{ A, LANE_START, 0, 0, NULL },
		{ A, LANE_DECISION, 1, A, "Tidak: langkah 1" },
		{ B, LANE_END, 1, 0, NULL },
	};
	static const char *const right[] = { "d# .", "ud#r -t", "> u<#" };
	static const struct lane_row last[] = {
		{ A, LANE_START, 0, 0, NULL },
		{ B, LANE_DECISION, 1, B, "Tidak: langkah 2" },
	};
	static const char *const left[] = { "d# .", ">-t u<#l" };
	static const struct lane_row alone[] = {
		{ A, LANE_START, 0, 0, NULL },
		{ A, LANE_DECISION, 1, A, "Tidak: langkah 1" },
	};
	static const char *const within[] = { "d#", "u#t" };

	DRAWS("the first lane", first, right, 2);
	DRAWS("the last lane", last, left, 2);
	DRAWS("the only lane", alone, within, 1);
}

/* A row without a performer in the chart interrupts the line. */
static void
skips_a_row_without_lane(void)
{
	static const struct lane_row rows[] = {
		{ A, LANE_START, 0, 0, NULL },
		{ 0, LANE_BOX, 1, A, "Tidak: langkah 1" },
		{ B, LANE_END, 1, 0, NULL },
	};
	static const char *const want[] = { "# .", ". .", ". #" };

	DRAWS("no lane", rows, want, 2);
}

/* What a cell fills in the template. */
static void
fills_the_cell(void)
{
	static const struct lane_row rows[] = {
		{ A, LANE_DECISION, 0, 0, NULL },
		{ B, LANE_DECISION, 1, A, "Tidak: langkah <1>" },
		{ B, LANE_END, 1, 0, NULL },
	};
	const char *src = getenv("SRCDIR");
	struct page *page, *part;
	char path[1024], *html = NULL;
	size_t len, i;
	int lane;

	if (src == NULL)
		bail("SRCDIR is not set");
	snprintf(path, sizeof(path), "%s/lib/page:%s/cgi-bin", src, src);
	page_path(path);
	page = page_new("sop.tpl");
	for (i = 0; i < 3; i++) {
		part = page_add(page, "ROWS");
		for (lane = 0; lane < 2; lane++)
			lanes_show(page_add(part, "CELLS"), rows, 3, i, lane);
	}
	is_int(0, page_expand(page, &html, &len), "the chart expands");
	page_free(page);
	if (html == NULL)
		return;
	ok(strstr(html, "◀</span> Tidak: langkah &lt;1&gt;</span>") != NULL,
	    "...a return points to its row");
	ok(strstr(html, "app-flow__back--left") != NULL,
	    "...and leaves to that side");
	ok(strstr(html, ">Selesai</span>") != NULL, "...the last row ends");
	ok(strstr(html, ">Ya</span>") != NULL, "...a decision says Ya");
	ok(strstr(html, ">Mulai</span>") == NULL, "...nothing begins");
	free(html);
}

int
main(void)
{
	goes_from_lane_to_lane();
	joins_several_lanes();
	returns_from_the_edge();
	skips_a_row_without_lane();
	fills_the_cell();
	return tap_done();
}
