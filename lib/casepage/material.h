/*
 * material.h - "Bahan": the values and files that earlier rows of a case handed
 * over, the latest of each; and those of a row's own last visit, to be mended.
 */
#pragma once

#include "casepage/dossier.h"
#include "casepage/fields.h"

struct page;

/* Fill HANDED {STEP BY}, one a visit, and in it MATERIALS (with VALUES and
 * FILES) from all rows but `pos`, or the section NO_MATERIALS.  pos 0: from all
 * rows, and lists of persons stand open. */
void	 material_show(const struct request *, struct page *,
	    const struct dossier *, int64_t pos);

/* Files that all rows but `pos` handed over, those of the last row first: `max`
 * at most; their number. */
size_t	 material_files(const struct dossier *, int64_t pos,
	    const struct document **list, size_t max);

/* Show FACTS {KEY TEXT} once for each of the first `most` values that are read
 * at a glance; a list of persons is their number. */
void	 material_facts(const struct request *, struct page *,
	    const struct dossier *, int64_t pos, int most);

/* Values and files of the last visit of a task's row by its performer, to fill
 * its form again; nothing when there was none. */
void	 material_typed(const struct request *, const struct dossier *,
	    const struct task_row *, struct fields_state *);

/* Value of a field at its row's last visit, from whichever row; or NULL. */
const char	*material_value(const struct dossier *, const char *name);
