/*
 * sop_sketch.h - an SOP that is still being written, as far as its flowchart
 * can be drawn (lanes.h): rows that lack something, or name what is not there,
 * are drawn without it.  No case runs by a sketch.
 */
#pragma once

#include "sop/sop.h"

struct arena;
struct sop_tree;

/* The sketch lives as long as arena and tree. */
const struct sop	*sop_sketch(struct arena *, const struct sop_tree *);
