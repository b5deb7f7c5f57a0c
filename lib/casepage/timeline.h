/*
 * timeline.h - the past of a case in words: each event with its person and
 * role, its time, the time it took against the standard, and its note.
 *
 * Entries are never edited or left out in the full view; the short one has
 * the moves alone, the public one names roles instead of persons and says
 * only what concerns the applicant.
 */
#pragma once

#include <stddef.h>
#include <stdint.h>

#include "casepage/dossier.h"
#include "casepage/sla.h"

struct page;

enum timeline_view {
	TIMELINE_MOVES,		/* beside a step */
	TIMELINE_FULL,		/* of the case, for officials */
	TIMELINE_PUBLIC		/* for the applicant, with what is to come */
};

enum timeline_icon {
	ICON_DONE,
	ICON_BACK,
	ICON_NOW,
	ICON_TODO,
	ICON_STOP,
	ICON_NOTE,
	ICON__MAX
};

struct timeline_entry {
	enum timeline_icon	 icon;
	const char		*title;
	const char		*state;		/* "Selesai"; NULL: not said */
	const char		*who;		/* or NULL */
	const char		*spent;		/* "8 dari 10 menit", or NULL */
	const char		*quote;		/* or NULL */
	int64_t			 at;		/* 0: not yet */
	const struct happening	*event;		/* NULL: open, or to come */
	const struct sla	*sla;		/* of an open task, or NULL */
};

struct timeline {
	enum timeline_view	 view;
	const struct dossier	*dossier;
	struct timeline_entry	*entry;		/* oldest first */
	size_t			 count;
};

/* Lives as long as the request. */
void	 timeline_make(const struct request *, const struct dossier *,
	    enum timeline_view, struct timeline *);

/* Include "timeline.tpl" as `include` with the last `last` entries (0: all),
 * oldest first, or newest first. */
void	 timeline_show(const struct request *, struct page *,
	    const char *include, const struct timeline *, size_t last,
	    int newest_first);
