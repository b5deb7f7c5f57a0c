/* sop_match.c - which row of a version of an SOP is which of another. */
#include "sop/sop_match.h"

#include <string.h>

#include "sop/sop.h"

static int
is_taken(const int *to, int nold, int pos)
{
	for (int i = 1; i <= nold; i++)
		if (to[i] == pos)
			return 1;
	return 0;
}

static int
same_activity(const struct sop_row *a, const struct sop_row *b)
{
	return strcmp(sop_row_activity(a), sop_row_activity(b)) == 0;
}

static int
same_number(const struct sop_row *a, const struct sop_row *b)
{
	return strcmp(a->no, b->no) == 0;
}

static void
match_by(const struct sop *old, const struct sop *new, int *to,
    int (*same)(const struct sop_row *, const struct sop_row *))
{
	for (int i = 1; i <= old->nrows; i++)
		for (int k = 1; k <= new->nrows && to[i] == 0; k++)
			if (sop_row_at(old, i)->kind ==
			    sop_row_at(new, k)->kind &&
			    same(sop_row_at(old, i), sop_row_at(new, k)) &&
			    !is_taken(to, old->nrows, k))
				to[i] = k;
}

void
sop_match(const struct sop *old, const struct sop *new, int *to)
{
	memset(to, 0, (size_t)(old->nrows + 1) * sizeof(*to));
	match_by(old, new, to, same_activity);
	match_by(old, new, to, same_number);
}
