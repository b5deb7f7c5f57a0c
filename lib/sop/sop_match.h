/*
 * sop_match.h - which row of a version of an SOP is which of another.
 *
 * Rows of one kind and one activity are the same, then those of one kind that
 * bear the same printed number; each is taken once, in the order of the table.
 */
#pragma once

struct sop;

/* to[pos] gets the position in `new` of the row at `pos` of `old`, 0 when it is
 * gone; room for old->nrows + 1. */
void	 sop_match(const struct sop *old, const struct sop *new, int *to);
