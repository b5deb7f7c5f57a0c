/* lanes.c - the lines of a swim-lane flowchart, cell by cell. */
#include "page/lanes.h"
#include "page/page.h"

static int
lowest(uint32_t lanes)
{
	int lane = 0;

	while (lane < LANES_MAX - 1 && !(lanes >> lane & 1))
		lane++;
	return lane;
}

static int
highest(uint32_t lanes)
{
	int lane = LANES_MAX - 1;

	while (lane > 0 && !(lanes >> lane & 1))
		lane--;
	return lane;
}

/* Where the dashed line of a return goes. */
struct back {
	int	 from;		/* lane whose symbol it leaves */
	int	 side;		/* -1 left, 1 right, 0 no lane beside it */
	int	 towards;	/* where the row it leads to lies: -1, 0, 1 */
};

/*
 * A return leaves to the side it leads to: from the first symbol of its row to
 * the left, from the last to the right.  At the first lane, with nothing to
 * its left, it leaves to the right all the same.
 */
static struct back
back_of(const struct lane_row *rows, size_t count, size_t row)
{
	const struct lane_row *r = &rows[row];
	int left = lowest(r->lanes), right = highest(r->lanes);
	uint32_t all = 0;
	struct back b;
	size_t i;

	for (i = 0; i < count; i++)
		all |= rows[i].lanes;
	b.towards = lowest(r->back) > right ? 1 : lowest(r->back) < left ? -1 :
	    0;
	b.side = b.towards > 0 || left == 0 ? 1 : -1;
	b.from = b.side > 0 ? right : left;
	if (b.side > 0 && highest(all) == right)
		b.side = 0;
	return b;
}

/* The pieces of a return that lie in this cell. */
static unsigned
back_pieces(const struct lane_row *rows, size_t count, size_t row, int lane)
{
	struct back b;

	if (rows[row].back == 0 || rows[row].lanes == 0)
		return 0;
	b = back_of(rows, count, row);
	if (lane == b.from)
		return b.side < 0 ? LANE_BACK_LEFT : b.side > 0 ?
		    LANE_BACK_RIGHT : LANE_BACK_TEXT;
	return lane == b.from + b.side ? LANE_BACK_ACROSS | LANE_BACK_TEXT : 0;
}

/* The pieces of the line along the top edge of the row. */
static unsigned
edge_pieces(uint32_t lanes, int lane)
{
	int low = lowest(lanes), high = highest(lanes);
	unsigned pieces = 0;

	if (lane > low && lane <= high)
		pieces |= LANE_LEFT;
	if (lane >= low && lane < high)
		pieces |= LANE_RIGHT;
	return pieces;
}

unsigned
lanes_cell(const struct lane_row *rows, size_t count, size_t row, int lane)
{
	const struct lane_row *r = &rows[row];
	unsigned pieces = 0;
	int here = r->lanes >> lane & 1;

	if (row > 0 && r->follows && r->lanes != 0 && r[-1].lanes != 0) {
		pieces |= edge_pieces(r->lanes | r[-1].lanes, lane);
		if (here)
			pieces |= LANE_UP;
	}
	if (here) {
		pieces |= LANE_SYMBOL;
		if (row + 1 < count && r[1].follows && r[1].lanes != 0)
			pieces |= LANE_DOWN;
	}
	return pieces | back_pieces(rows, count, row, lane);
}

void
lanes_show(struct page *cell, const struct lane_row *rows, size_t count,
    size_t row, int lane)
{
	static const struct {
		unsigned	 piece;
		const char	*section;
	} line[] = {
		{ LANE_UP, "UP" }, { LANE_UP, "ARROW" }, { LANE_DOWN, "DOWN" },
		{ LANE_LEFT, "LEFT" }, { LANE_RIGHT, "RIGHT" },
		{ LANE_BACK_LEFT, "BACK_LEFT" },
		{ LANE_BACK_RIGHT, "BACK_RIGHT" },
		{ LANE_BACK_ACROSS, "BACK_ACROSS" },
	};
	static const char *const symbol[] = {
		[LANE_BOX] = "BOX", [LANE_START] = "START_AT",
		[LANE_END] = "END_AT", [LANE_DECISION] = "DECISION",
	};
	static const char *const towards[] = {
		"TO_LEFT", "TO_ABOVE", "TO_RIGHT"
	};
	unsigned pieces = lanes_cell(rows, count, row, lane);
	struct page *back;
	size_t i;

	for (i = 0; i < sizeof(line) / sizeof(line[0]); i++)
		if (pieces & line[i].piece)
			page_show(cell, line[i].section);
	if (pieces & LANE_SYMBOL)
		page_show(cell, symbol[rows[row].symbol]);
	if ((pieces & LANE_DOWN) && rows[row].symbol == LANE_DECISION)
		page_show(cell, "YES");
	if (pieces & LANE_BACK_TEXT) {
		back = page_add(cell, "BACK");
		page_set(back, "TEXT", rows[row].back_text);
		page_show(back, towards[1 + back_of(rows, count, row).towards]);
	}
}
